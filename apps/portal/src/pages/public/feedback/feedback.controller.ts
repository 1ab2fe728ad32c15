import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { feedbackFormDocument, sendFeedbackDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { FeedbackDonePage, FeedbackPage, MAX_TEXT } from './feedback.view.js';

const WANTED = { kind: '请选是哪一种', divisionCode: '请选给哪个县', text: '请写什么事' };
const PHONE = /^[\d +-]{7,20}$/;

/** 意见、投诉: from anybody, also without a name. */
@Pages()
export class FeedbackController {
  constructor(private readonly portal: Portal) {}

  @Get('feedback')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, []));
  }

  @Post('feedback')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        // A browser sends two characters for the end of a line.
        const text = form.text('text').replaceAll('\r\n', '\n');
        const phone = form.text('phone').normalize('NFKC');
        refuseIf([
          ...missing(form, WANTED),
          ...([...text].length > MAX_TEXT ? [{ field: 'text', message: `最多写 ${MAX_TEXT} 字，请写短一点` }] : []),
          ...(phone && !PHONE.test(phone) ? [{ field: 'phone', message: '电话只写数字，比如 13800000000' }] : []),
        ]);
        const { sendFeedback } = await visit.ask(sendFeedbackDocument, {
          input: {
            kind: form.text('kind'),
            divisionCode: form.text('divisionCode'),
            text,
            phone: phone || null,
            page: form.maybe('page') ?? null,
            idempotencyKey: form.text('once'),
          },
        });
        const facts = {
          number: sendFeedback.id,
          answerBy: sendFeedback.answerBy,
          way: visit.signedIn ? 'message' : phone ? 'phone' : 'none',
        };
        return go(`/feedback/sent?receipt=${visit.sealReceipt(facts)}`);
      },
      again: (visit, form, problems) => this.formPage(visit, problems, form),
    });
  }

  @Get('feedback/sent')
  sent(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { number = '', answerBy = '', way = '' } = visit.openReceipt() ?? {};
      if (!number) throw new ApiError('NOT_FOUND', '');
      return page(FeedbackDonePage({ frame: visit.frame(await visit.viewer()), number, answerBy, way }));
    });
  }

  private async formPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, feedbackCounties } = await visit.ask(feedbackFormDocument, {});
    const own = feedbackCounties.find(({ code }) => code.slice(0, 6) === viewer?.divisionCode.slice(0, 6));
    const only = feedbackCounties.length === 1 ? feedbackCounties[0] : undefined;
    return page(
      FeedbackPage({
        frame: visit.frame(viewer),
        counties: feedbackCounties,
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form({ divisionCode: (own ?? only)?.code, page: visit.query('from') }),
      }),
    );
  }
}
