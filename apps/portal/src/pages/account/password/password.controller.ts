import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { changePasswordDocument, ownPasswordDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { PasswordPage } from './password.view.js';

/** 换密码: by who knows the one in use. */
@Pages()
export class PasswordController {
  constructor(private readonly portal: Portal) {}

  @Get('account/password')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.passwordPage(visit, []));
  }

  @Post('account/password')
  change(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { current: '请填现在的密码', password: '请填新密码', again: '请再填一次新密码' }));
        if (form.text('password') !== form.text('again'))
          refuseIf([{ field: 'again', message: '两次填的新密码不一样' }]);
        const input = { current: form.text('current'), password: form.text('password') };
        await visit.ask(changePasswordDocument, { input });
        return go('/account/sessions', '密码换好了，别处的登录已退出');
      },
      again: (visit, form, problems) => this.passwordPage(visit, problems, form),
    });
  }

  private async passwordPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    if (!visit.signedIn) throw new ApiError('AUTH_REQUIRED', '');
    const { viewer, secondFactor } = await visit.ask(ownPasswordDocument, {});
    const state = form?.state(problems) ?? visit.form();
    const { hasPassword } = secondFactor;
    return page(PasswordPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, hasPassword }));
  }
}
