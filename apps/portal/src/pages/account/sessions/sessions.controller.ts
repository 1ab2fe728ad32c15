import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  ownSessionsDocument,
  renewSecondFactorDocument,
  revokeOtherSessionsDocument,
  revokeSessionDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { SessionsPage } from './sessions.view.js';

/** 登录与会话: where the own account is signed in, and its second factor. */
@Pages()
export class SessionsController {
  constructor(private readonly portal: Portal) {}

  @Get('account/sessions')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, []));
  }

  @Post('account/sessions/end')
  end(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(revokeSessionDocument, { id: form.text('id') });
        return go('/account/sessions', '那一处已经退出');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Post('account/sessions/end-others')
  endOthers(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        const { revokeOtherSessions } = await visit.ask(revokeOtherSessionsDocument, {});
        return go('/account/sessions', `其他 ${revokeOtherSessions} 处已经退出`);
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Post('account/totp')
  renew(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { renewSecondFactor } = await visit.ask(renewSecondFactorDocument, { password: form.maybe('password') });
        return go(`/setup?link=${encodeURIComponent(renewSecondFactor)}`);
      },
      again: (visit, form, problems) => this.listPage(visit, problems, form),
    });
  }

  private async listPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    if (!visit.signedIn) throw new ApiError('AUTH_REQUIRED', '');
    const { viewer, sessions, secondFactor, ownIdNumberDue } = await visit.ask(ownSessionsDocument, {});
    const state = form?.state(problems) ?? { values: {}, problems };
    return page(
      SessionsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: state,
        sessions,
        factor: secondFactor,
        idNumberDue: ownIdNumberDue,
      }),
    );
  }
}
