import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { frameOnlyDocument, requestVouchDocument, vouchSignInDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { localPath } from '../../../http/headers.js';
import { afterSignIn } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { AskVouchPage, WaitVouchPage } from './vouch.view.js';

/** 请人做证登录: for who has no phone. The certificate number, a code to tell the witness, and on by a press: no page loads itself again. */
@Pages()
export class VouchController {
  constructor(private readonly portal: Portal) {}

  @Get('login/vouch')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.askPage(visit, []));
  }

  @Post('login/vouch')
  ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { certificate: '请填残疾人证号' }));
        const certificate = form.text('certificate');
        const { requestVouch } = await visit.anonymous().ask(requestVouchDocument, { certificate });
        this.portal.keep(response, request, 'vouch', requestVouch);
        return go(withNext('/login/vouch/wait', form.text('next')));
      },
      again: async (visit, form, problems) => this.askPage(visit, problems, form),
    });
  }

  @Get('login/vouch/wait')
  wait(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.waitPage(visit, []));
  }

  @Post('login/vouch/wait')
  enter(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const next = form.text('next');
        const kept = this.portal.kept(request, 'vouch');
        if (!kept) return go(withNext('/login/vouch', next));
        const { vouchSignIn } = await visit.anonymous().ask(vouchSignInDocument, { ticket: kept.ticket });
        if (!vouchSignIn.token) return this.waitPage(visit, [], form, true);
        const { viewer } = await visit.as(vouchSignIn.token).ask(frameOnlyDocument, {});
        this.portal.startSession(response, request, vouchSignIn.token, viewer?.id);
        this.portal.keep(response, request, 'vouch');
        return go(this.portal.wayOn(request, afterSignIn(next, viewer?.roles ?? []), viewer?.id));
      },
      again: async (visit, form, problems) => this.waitPage(visit, problems, form),
    });
  }

  private askPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Answer {
    const next = form?.text('next') ?? localPath(visit.query('next'), '');
    const state = form?.state(problems) ?? visit.form();
    return page(AskVouchPage({ frame: visit.frame(null), csrf: visit.csrf, form: state, next, demo: visit.demo }));
  }

  private waitPage(visit: Visit, problems: readonly FormProblem[], form?: Form, tooEarly = false): Answer {
    const next = form?.text('next') ?? localPath(visit.query('next'), '');
    const kept = this.portal.kept(visit.request, 'vouch');
    if (!kept) return go(withNext('/login/vouch', next));
    const { code, expiresAt } = kept;
    const state = form?.state(problems) ?? visit.form();
    const frame = visit.frame(null);
    return page(WaitVouchPage({ frame, csrf: visit.csrf, form: state, next, code, expiresAt, tooEarly }));
  }
}

const withNext = (path: string, next: string): string => (next ? `${path}?next=${encodeURIComponent(next)}` : path);
