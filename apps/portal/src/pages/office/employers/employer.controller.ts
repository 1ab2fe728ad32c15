import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { employerAccountsDocument, openEmployerAccountDocument } from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import { missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { setupLink, SetupLinkPage } from '../../account/setup/setup-link.js';
import { EmployerPage } from './employer.view.js';

/** 单位账号: who of an employer can come in; the office opens the first account. */
@Pages()
export class EmployerController {
  constructor(private readonly portal: Portal) {}

  @Get('office/employers/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.employerPage(visit, visit.form()));
  }

  @Post('office/employers/:id')
  open(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { displayName: '请填姓名', login: '请填账号名' }));
        const employerId = visit.param('id');
        const input = { employerId, displayName: form.text('displayName'), login: form.text('login') };
        const { openEmployerAccount } = await visit.ask(openEmployerAccountDocument, { input });
        const { viewer, employerAccounts } = await visit.ask(employerAccountsDocument, { employerId });
        const back = { href: `/office/employers/${employerId}`, text: '看这个单位' };
        // No redirect: the link is shown this once.
        return page(
          SetupLinkPage({
            frame: visit.frame(viewer),
            crumb: { href: back.href, text: employerAccounts.employerName },
            name: input.displayName,
            link: setupLink(visit, openEmployerAccount.setupToken ?? ''),
            back,
          }),
        );
      },
      again: (visit, form, problems) => this.employerPage(visit, form.state(problems)),
    });
  }

  private async employerPage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, employerAccounts } = await visit.ask(employerAccountsDocument, { employerId: visit.param('id') });
    return page(EmployerPage({ frame: visit.frame(viewer), csrf: visit.csrf, form, unit: employerAccounts }));
  }
}
