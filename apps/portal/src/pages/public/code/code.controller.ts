import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { demoSmsDocument, frameOnlyDocument, requestCodeDocument, verifyCodeDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { localPath } from '../../../http/headers.js';
import { afterSignIn } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ChoosePage, CodePage, DemoSmsPage, PhonePage } from './code.view.js';

/** 手机号登录: the phone, then the code. No captcha: a blind person could not pass one. */
@Pages()
export class CodeController {
  constructor(private readonly portal: Portal) {}

  @Get('login/code')
  phone(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.phonePage(visit, []));
  }

  @Post('login/code')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        // A second code goes to the phone that the first one went to.
        const phone = form.maybe('phone') ?? this.portal.kept(request, 'phone') ?? '';
        if (!phone) refuseIf([{ field: 'phone', message: '请填手机号' }]);
        await visit.anonymous().ask(requestCodeDocument, { phone });
        this.portal.keep(response, request, 'phone', phone);
        return go(withNext('/login/code/enter', form.text('next')));
      },
      again: async (visit, form, problems) =>
        form.text('resend') ? this.codePage(visit, problems, form) : this.phonePage(visit, problems, form),
    });
  }

  @Get('login/code/enter')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => this.codePage(visit, []));
  }

  @Post('login/code/enter')
  enter(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const phone = this.portal.kept(request, 'phone');
        if (!phone) return go(withNext('/login/code', form.text('next')));
        refuseIf(missing(form, { code: '请填登录码' }));
        const personId = form.maybe('person');
        const input = { phone, code: form.text('code'), ...(personId ? { personId } : {}) };
        const { verifyCode } = await visit.anonymous().ask(verifyCodeDocument, { input });
        if (!verifyCode.token) return this.choosePage(visit, form, verifyCode.choices);
        const { viewer } = await visit.as(verifyCode.token).ask(frameOnlyDocument, {});
        this.portal.startSession(response, request, verifyCode.token, viewer?.id);
        this.portal.keep(response, request, 'phone');
        return go(this.portal.wayOn(request, afterSignIn(form.text('next'), viewer?.roles ?? []), viewer?.id));
      },
      again: async (visit, form, problems) => this.codePage(visit, problems, form),
    });
  }

  @Get('demo/sms')
  sms(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      if (!visit.demo) throw new ApiError('NOT_FOUND', '');
      const { viewer, demoSms } = await visit.ask(demoSmsDocument, {});
      return page(DemoSmsPage({ frame: visit.frame(viewer), messages: demoSms }));
    });
  }

  private phonePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Answer {
    const next = form?.text('next') ?? localPath(visit.query('next'), '');
    const state = form?.state(problems) ?? visit.form();
    return page(PhonePage({ frame: visit.frame(null), csrf: visit.csrf, form: state, next, demo: visit.demo }));
  }

  private codePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Answer {
    const next = form?.text('next') ?? localPath(visit.query('next'), '');
    const phone = this.portal.kept(visit.request, 'phone');
    if (!phone) return go(withNext('/login/code', next));
    const state = form?.state(problems) ?? visit.form();
    return page(CodePage({ frame: visit.frame(null), csrf: visit.csrf, form: state, next, phone, demo: visit.demo }));
  }

  private choosePage(
    visit: Visit,
    form: Form,
    choices: readonly { personId: string; maskedName: string; birthYear: number }[],
  ): Answer {
    const hidden = { code: form.text('code'), next: form.text('next') };
    return page(ChoosePage({ frame: visit.frame(null), csrf: visit.csrf, choices, hidden }));
  }
}

const withNext = (path: string, next: string): string => (next ? `${path}?next=${encodeURIComponent(next)}` : path);
