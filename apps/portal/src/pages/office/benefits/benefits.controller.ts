import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  applicationCaseDocument,
  applicationQueueDocument,
  decideApplicationDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { CasePage, QueuePage } from './benefits.view.js';

const PAGE_SIZE = 50;
const MAX_REASON = 200;

/** 补贴审批: the queue of a step, one case, one decision. Who may decide which step is the API's answer. */
@Pages()
export class BenefitsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/benefits')
  queue(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const step = visit.query('step') ?? (await this.ownStep(visit));
      const { viewer, applicationQueue } = await visit.ask(applicationQueueDocument, {
        step,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = QueuePage({
        frame: visit.frame(viewer),
        step,
        total: applicationQueue.totalCount,
        rows: applicationQueue.edges.map((edge) => edge.node),
        ...pagerLinks('/office/benefits', { step }, after, applicationQueue.pageInfo),
      });
      return page(view);
    });
  }

  @Get('office/benefits/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.casePage(visit, []));
  }

  @Post('office/benefits/:id')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(problemsOf(form));
        const step = form.text('step');
        const { decideApplication } = await visit.ask(decideApplicationDocument, {
          input: {
            id: visit.param('id'),
            version: Number(form.text('version')),
            step,
            outcome: form.text('outcome'),
            reason: form.maybe('reason') ?? null,
            idempotencyKey: form.text('once'),
          },
        });
        return go(
          `/office/benefits?step=${encodeURIComponent(step)}`,
          `办好了，现在是：${decideApplication.stateText}`,
        );
      },
      again: (visit, form, problems) => this.casePage(visit, problems, form),
    });
  }

  /** An approver starts in the second queue, everybody else in the first. */
  private async ownStep(visit: Visit): Promise<string> {
    const { roles = [] } = (await visit.viewer()) ?? {};
    return roles.includes('APPROVER') && !roles.includes('REVIEWER') ? 'APPROVE' : 'REVIEW';
  }

  private async casePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, applicationCase } = await visit.ask(applicationCaseDocument, { id: visit.param('id') });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const view = CasePage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: form?.maybe('once') ?? visit.once(),
      item: applicationCase,
      form: form?.state(problems) ?? visit.form(),
    });
    return page(view);
  }
}

/** Presence only; the API judges the rest. */
function problemsOf(form: Form): FormProblem[] {
  const outcome = form.text('outcome');
  const problems: FormProblem[] = [];
  if (!outcome) problems.push({ field: 'outcome', message: '请选一个决定' });
  if (outcome && outcome !== 'APPROVE' && !form.text('reason')) {
    problems.push({ field: 'reason', message: '退回和不通过要写理由' });
  }
  if ([...form.text('reason')].length > MAX_REASON) problems.push({ field: 'reason', message: '理由最多写 200 个字' });
  return problems;
}
