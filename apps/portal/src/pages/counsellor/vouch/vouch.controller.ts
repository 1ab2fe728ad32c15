import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { voucheeDocument, vouchDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { VouchCodePage, VoucheePage } from './vouch.view.js';

/** 做证登录: the witness's side. The code, then who it is, then the word. */
@Pages()
export class DeskVouchController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/vouch')
  look(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const code = visit.query('code');
      if (code !== undefined) return this.voucheePage(visit, code, []);
      return this.codePage(visit, visit.form());
    });
  }

  @Post('desk/vouch')
  vouch(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        if (form.list('present').length === 0)
          refuseIf([{ field: 'present', message: '请确认本人在您面前', hint: '不在面前的人，不能做证。' }]);
        const { vouch } = await visit.ask(vouchDocument, { code: form.text('code') });
        return go('/desk/vouch', `已为${vouch}做证，请对方按「继续」`);
      },
      again: (visit, form, problems) => this.voucheePage(visit, form.text('code'), problems, form),
    });
  }

  private async voucheePage(
    visit: Visit,
    code: string,
    problems: readonly FormProblem[],
    form?: Form,
  ): Promise<Answer> {
    const state = form?.state(problems) ?? visit.form({ code });
    try {
      const { viewer, vouchee } = await visit.ask(voucheeDocument, { code });
      return page(VoucheePage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, vouchee, code }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error;
      const message = '没有这个做证码，或者不是您负责的人';
      const hint = '请对一遍 6 位数字；过了 10 分钟要请对方重新要一个。';
      return this.codePage(visit, { ...state, problems: [{ field: 'code', message, hint }] });
    }
  }

  private async codePage(visit: Visit, form: ReturnType<Visit['form']>): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const status = form.problems.length > 0 ? 404 : 200;
    return page(VouchCodePage({ frame: visit.frame(viewer), form }), { status });
  }
}
