import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { accountSetupDocument, completeSetupDocument } from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { RecoveryCodesPage, SetupPage } from './setup.view.js';

/** 设置账号: what a one-time link leads to. */
@Pages()
export class SetupController {
  constructor(private readonly portal: Portal) {}

  @Get('setup')
  setup(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.setupPage(visit, visit.query('link') ?? '', []));
  }

  @Post('setup')
  complete(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const wantsPassword = form.text('purpose') === 'ACCOUNT';
        refuseIf(missing(form, { ...(wantsPassword ? { password: '请填新密码' } : {}), totp: '请填动态码' }));
        if (wantsPassword && form.text('password') !== form.text('again'))
          refuseIf([{ field: 'again', message: '两次填的密码不一样' }]);
        const { completeSetup } = await visit.anonymous().ask(completeSetupDocument, {
          input: { token: form.text('link'), password: form.maybe('password'), totp: form.text('totp') },
        });
        // No redirect: the codes are shown this once, so no address and no cookie may hold them.
        const frame = visit.frame(await visit.viewer());
        return page(RecoveryCodesPage({ frame, codes: completeSetup.codes }));
      },
      again: (visit, form, problems) => this.setupPage(visit, form.text('link'), problems, form),
    });
  }

  private async setupPage(visit: Visit, link: string, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { accountSetup } = await visit.anonymous().ask(accountSetupDocument, { token: link });
    const frame = visit.frame(await visit.viewer());
    const state = form?.state(problems) ?? visit.form();
    return page(SetupPage({ frame, csrf: visit.csrf, form: state, link, setup: accountSetup }));
  }
}
