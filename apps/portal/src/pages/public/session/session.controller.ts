import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { frameOnlyDocument, signInDocument, signOutDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { localPath } from '../../../http/headers.js';
import { homeOf } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { EndedPage, SignInPage } from './session.view.js';

/** Signing in and out. */
@Pages()
export class SessionController {
  constructor(private readonly portal: Portal) {}

  @Get('login')
  login(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => go(withNext('/login/staff', visit.query('next'))));
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
        const { roles } = await this.open(visit, form, request, response);
        return go(localPath(form.maybe('next'), homeOf(roles)));
      },
      again: async (visit, form, problems) => this.signInPage(visit, problems, form),
    });
  }

  @Post('logout')
  signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        if (visit.signedIn) await visit.ask(signOutDocument, {});
        this.portal.endSession(response, request);
        return go('/session/ended');
      },
    });
  }

  @Get('session/ended')
  ended(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const next = localPath(visit.query('next'), '');
      return page(EndedPage({ frame: visit.frame(null), back: withNext('/login/staff', next) }));
    });
  }

  /** Opens a session with the API and gives its id to the browser; a new id each time. */
  private async open(
    visit: Visit,
    form: Form,
    request: Request,
    response: Response,
  ): Promise<{ roles: readonly string[] }> {
    const { signIn } = await visit.anonymous().ask(signInDocument, {
      input: { account: form.text('account'), password: form.text('password'), totp: form.maybe('totp') },
    });
    const { viewer } = await visit.as(signIn.token).ask(frameOnlyDocument, {});
    this.portal.startSession(response, request, signIn.token);
    return { roles: viewer?.roles ?? [] };
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
