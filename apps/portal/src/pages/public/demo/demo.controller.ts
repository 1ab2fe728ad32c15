import { Get, Post, Req, Res } from '@nestjs/common';
import { dayText, type FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { advanceDemoTimeDocument, demoDocument, frameOnlyDocument, signInDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { homeOf } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { DemoPage } from './demo.view.js';

/** 演示: one button an account, and a clock that can be moved forward. Exists in demo mode only. */
@Pages()
export class DemoController {
  constructor(private readonly portal: Portal) {}

  @Get('demo')
  demo(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.demoPage(visit, []));
  }

  @Post('demo/sign-in')
  signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const visitor = visit.anonymous();
        const { demoAccounts } = await visitor.ask(demoDocument, {});
        const chosen = demoAccounts.find(({ account }) => account === form.text('account'));
        if (!chosen) throw new ApiError('NOT_FOUND', '');
        const { account, password, roles } = chosen;
        const { signIn } = await visitor.ask(signInDocument, { input: { account, password } });
        const { viewer } = await visit.as(signIn.token).ask(frameOnlyDocument, {});
        this.portal.startSession(response, request, signIn.token, viewer?.id);
        return go(this.portal.wayOn(request, homeOf(roles), viewer?.id));
      },
    });
  }

  @Post('demo/time')
  advance(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { days: '请填天数' }));
        const { advanceDemoTime } = await visit.ask(advanceDemoTimeDocument, { days: Number(form.text('days')) || 0 });
        return go('/demo', `演示日期是${dayText(advanceDemoTime)}`);
      },
      again: (visit, form, problems) => this.demoPage(visit, problems, form),
    });
  }

  private async demoPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    if (!visit.demo) throw new ApiError('NOT_FOUND', '');
    const { viewer, demoAccounts, demoToday } = await visit.ask(demoDocument, {});
    const frame = visit.frame(viewer);
    const state = form?.state(problems) ?? visit.form({ days: '1' });
    return page(DemoPage({ frame, csrf: visit.csrf, accounts: demoAccounts, today: demoToday ?? '', form: state }));
  }
}
