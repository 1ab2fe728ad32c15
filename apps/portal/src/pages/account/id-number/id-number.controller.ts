import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { keepOwnIdNumberDocument, ownIdNumberDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { IdNumberPage } from './id-number.view.js';

/** 补填身份证号: once, by the holder of an account from before it was kept. */
@Pages()
export class IdNumberController {
  constructor(private readonly portal: Portal) {}

  @Get('account/id-number')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, []));
  }

  @Post('account/id-number')
  keep(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { idNumber: '请填身份证号' }));
        await visit.ask(keepOwnIdNumberDocument, { idNumber: form.text('idNumber') });
        return go('/account/sessions', '身份证号补好了');
      },
      again: (visit, form, problems) => this.formPage(visit, problems, form),
    });
  }

  private async formPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    if (!visit.signedIn) throw new ApiError('AUTH_REQUIRED', '');
    const { viewer, ownIdNumberDue } = await visit.ask(ownIdNumberDocument, {});
    const state = form?.state(problems) ?? visit.form();
    return page(IdNumberPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, due: ownIdNumberDue }));
  }
}
