import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { answerFeedbackDocument, feedbackCaseDocument, feedbackDeskDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { FeedbackCasePage, FeedbackDeskPage, MAX_ANSWER } from './feedback-desk.view.js';

const PAGE_SIZE = 20;
const LIST = '/office/feedback';

/** 意见和投诉, answered by the office of the county. */
@Pages()
export class FeedbackDeskController {
  constructor(private readonly portal: Portal) {}

  @Get('office/feedback')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const closed = visit.query('closed') === 'yes';
      const variables = { first: PAGE_SIZE, after: after ?? null, closed };
      const { viewer, feedbackDesk } = await visit.ask(feedbackDeskDocument, variables);
      return page(
        FeedbackDeskPage({
          frame: visit.frame(viewer),
          closed,
          total: feedbackDesk.totalCount,
          rows: feedbackDesk.edges.map((edge) => edge.node),
          ...pagerLinks(LIST, closed ? { closed: 'yes' } : {}, after, feedbackDesk.pageInfo),
        }),
      );
    });
  }

  @Get('office/feedback/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.casePage(visit, []));
  }

  @Post('office/feedback/:id')
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const answer = form.text('answer').replaceAll('\r\n', '\n');
        refuseIf([
          ...missing(form, { answer: '请写怎么答复的' }),
          ...([...answer].length > MAX_ANSWER ? [{ field: 'answer', message: `最多写 ${MAX_ANSWER} 字` }] : []),
        ]);
        const input = { id: visit.param('id'), answer, idempotencyKey: form.text('once') };
        await visit.ask(answerFeedbackDocument, { input });
        return go(LIST, '记下了，这一条办结了');
      },
      again: (visit, form, problems) => this.casePage(visit, problems, form),
    });
  }

  private async casePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, feedback } = await visit.ask(feedbackCaseDocument, { id: visit.param('id') });
    return page(
      FeedbackCasePage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        feedback,
      }),
    );
  }
}
