import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  frameOnlyDocument,
  requestOwnCodeDocument,
  signInDocument,
  signOutDocument,
  stepUpDocument,
  waysInDocument,
} from '../../../gql/generated.js';
import { ApiError } from '../../../gql/api-error.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { localPath } from '../../../http/headers.js';
import { afterSignIn, homeOf } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ContinuePage, EndedPage, EndingPage, SignInPage, StepUpPage, WaysInPage } from './session.view.js';

const PROOFS = ['recoveryCode', 'code', 'password', 'totp'] as const;

/** Signing in and out. */
@Pages()
export class SessionController {
  constructor(private readonly portal: Portal) {}

  @Get('login')
  login(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, oidcPlatform } = await visit.ask(waysInDocument, {});
      const next = localPath(visit.query('next'), '');
      return page(WaysInPage({ frame: visit.frame(viewer), next, platform: oidcPlatform, demo: visit.demo }));
    });
  }

  @Get('login/staff')
  staff(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.signInPage(visit, []));
  }

  @Post('login/staff')
  signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { account: '请填账号', password: '请填密码' }));
        const { id, roles } = await this.open(visit, form, request, response);
        return go(this.portal.wayOn(request, afterSignIn(form.text('next'), roles), id));
      },
      again: async (visit, form, problems) => this.signInPage(visit, problems, form),
    });
  }

  @Post('logout')
  signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        if (visit.signedIn) await visit.ask(signOutDocument, {});
        this.portal.forget(response, request);
        return go('/session/ended');
      },
    });
  }

  @Get('session/ended')
  ended(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const next = localPath(visit.query('next'), '');
      return page(EndedPage({ frame: visit.frame(null), back: withNext('/login', next) }));
    });
  }

  @Get('session/ending')
  ending(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const viewer = await visit.viewer();
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(EndingPage({ frame: visit.frame(viewer) }));
    });
  }

  @Get('session/continue')
  goOn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const viewer = await visit.viewer();
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      const held = this.portal.heldForm(request);
      if (!held) return go(homeOf(viewer.roles));
      return page(ContinuePage({ frame: visit.frame(viewer), csrf: visit.csrf, held }));
    });
  }

  @Get('step-up')
  proof(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.stepUpPage(visit, []));
  }

  @Post('step-up')
  stepUp(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        // One of what the page offers; the code of the phone stands first there.
        const [name = ''] = PROOFS.filter((one) => form.text(one) !== '');
        const way: Record<string, string> =
          form.text('way') === 'code' ? { code: '请填登录码，或者下面的一样' } : { totp: '请填动态码' };
        if (!name) refuseIf(missing(form, way));
        const { stepUp } = await visit.ask(stepUpDocument, { input: { [name]: form.text(name) } });
        this.portal.startSession(response, request, stepUp.token);
        return go(this.portal.wayOn(request, localPath(form.maybe('next'))));
      },
      again: (visit, form, problems) => this.stepUpPage(visit, problems, form),
    });
  }

  @Post('step-up/code')
  sendOwnCode(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(requestOwnCodeDocument, {});
        return go(withNext('/step-up', localPath(form.maybe('next'), '')), '登录码发到您的手机了');
      },
      again: (visit, form, problems) => this.stepUpPage(visit, problems, form),
    });
  }

  private async stepUpPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const next = localPath(form?.text('next') ?? visit.query('next'));
    const state = form?.state(problems) ?? visit.form();
    const byPhone = viewer.roles.every((role) => role === 'SEEKER' || role === 'HELPER');
    const { demo, csrf } = visit;
    return page(StepUpPage({ frame: visit.frame(viewer), csrf, form: state, next, demo, byPhone }));
  }

  /** Opens a session with the API and gives its id to the browser; a new id each time. */
  private async open(
    visit: Visit,
    form: Form,
    request: Request,
    response: Response,
  ): Promise<{ id?: string; roles: readonly string[] }> {
    const [totp, recoveryCode] = [form.maybe('totp'), form.maybe('recoveryCode')];
    const { signIn } = await visit.anonymous().ask(signInDocument, {
      input: {
        account: form.text('account'),
        password: form.text('password'),
        ...(recoveryCode ? { recoveryCode } : { totp }),
      },
    });
    const { viewer } = await visit.as(signIn.token).ask(frameOnlyDocument, {});
    this.portal.startSession(response, request, signIn.token, viewer?.id);
    return { ...(viewer ? { id: viewer.id } : {}), roles: viewer?.roles ?? [] };
  }

  private signInPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Answer {
    const next = form?.text('next') ?? localPath(visit.query('next'), '');
    return page(
      SignInPage({
        frame: visit.frame(null),
        csrf: visit.csrf,
        form: form?.state(problems) ?? visit.form(),
        next,
        demo: visit.demo,
      }),
    );
  }
}

const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
