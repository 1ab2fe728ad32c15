import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  changePhoneDocument,
  newPhoneDocument,
  requestPhoneCodeDocument,
  waitingPhoneDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { CONTACT, NewPhoneCodePage, NewPhonePage, PHONE } from './phone.view.js';

/** 换手机号: the new number, the proof by the old one (the API asks for it), the code to the new one. */
@Pages()
export class PhoneController {
  constructor(private readonly portal: Portal) {}

  @Get('me/profile/phone')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.phonePage(visit, []));
  }

  @Post('me/profile/phone')
  request(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { phone: '请填新的手机号' }));
        await visit.ask(requestPhoneCodeDocument, { phone: form.text('phone') });
        return go(`${PHONE}/code`);
      },
      again: (visit, form, problems) => this.phonePage(visit, problems, form),
    });
  }

  @Get('me/profile/phone/code')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.codePage(visit, []));
  }

  @Post('me/profile/phone/code')
  change(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { code: '请填确认码' }));
        await visit.ask(changePhoneDocument, { code: form.text('code') });
        return go(CONTACT, '手机号换好了，以后用新号登录');
      },
      again: (visit, form, problems) => this.codePage(visit, problems, form),
    });
  }

  private async phonePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, myRecord } = await visit.ask(newPhoneDocument, {});
    const state = form?.state(problems) ?? visit.form();
    const [frame, csrf, old] = [visit.frame(viewer), visit.csrf, myRecord?.phone ?? null];
    return page(NewPhonePage({ frame, csrf, form: state, old }));
  }

  private async codePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, waitingPhone } = await visit.ask(waitingPhoneDocument, {});
    const state = form ? { values: {}, problems } : visit.form();
    const [frame, csrf, demo] = [visit.frame(viewer), visit.csrf, visit.demo];
    return page(NewPhoneCodePage({ frame, csrf, form: state, waiting: waitingPhone ?? null, demo }));
  }
}
