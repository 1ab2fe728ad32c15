import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  closeNoticeDocument,
  decideObjectionDocument,
  officeNoticeDocument,
  officeNoticesDocument,
  publishNoticeDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { OfficeNoticePage } from './notice.view.js';
import { OfficeNoticesPage } from './notices.view.js';

const PAGE_SIZE = 20;
const FIRST_SCHEME = 'TRAIN';

/** 公示: what is approved and waits to be shown, what is shown, and ending it when its days are over. */
@Pages()
export class OfficeNoticesController {
  constructor(private readonly portal: Portal) {}

  @Get('office/notices')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, []));
  }

  @Post('office/notices/publish')
  publish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { publishNotice } = await visit.ask(publishNoticeDocument, {
          input: { schemeCode: form.text('scheme') || FIRST_SCHEME, idempotencyKey: form.text('once') },
        });
        return go('/office/notices', `已公示：${publishNotice.title}`);
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Post('office/notices/:id/close')
  close(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(closeNoticeDocument, { id: visit.param('id'), idempotencyKey: form.text('once') });
        return go('/office/notices', '公示已结束，没有异议的可以发放');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Get('office/notices/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.noticePage(visit, []));
  }

  @Post('office/notices/:id')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const objection = form.text('objection');
        refuseIf(problemsOf(form, objection));
        await visit.ask(decideObjectionDocument, {
          input: {
            id: objection,
            outcome: form.text(`outcome-${objection}`),
            reason: form.text(`reason-${objection}`),
            idempotencyKey: form.text('once'),
          },
        });
        return go(`/office/notices/${visit.param('id')}`, '异议处理好了');
      },
      // A refusal of the api concerns the form of one objection; its fields carry the objection's id.
      again: (visit, form, problems) =>
        this.noticePage(
          visit,
          problems.map((one) =>
            one.field && !one.field.includes('-') ? { ...one, field: `${one.field}-${form.text('objection')}` } : one,
          ),
          form,
        ),
    });
  }

  private async noticePage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, publicNotice, objections } = await visit.ask(officeNoticeDocument, { id: visit.param('id') });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    if (!publicNotice) throw new ApiError('NOT_FOUND', '');
    const view = OfficeNoticePage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: () => visit.once(),
      form: form?.state(problems) ?? visit.form(),
      notice: publicNotice,
      objections,
    });
    return page(view);
  }

  private async listPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const after = visit.query('after');
    const schemeCode = visit.query('scheme') ?? FIRST_SCHEME;
    const { viewer, noticeCandidates, schemes, publicNotices } = await visit.ask(officeNoticesDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
      schemeCode,
    });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const view = OfficeNoticesPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: () => visit.once(),
      // Nothing to type here: whatever the API refuses concerns the page as a whole.
      form: { values: {}, problems: problems.map(({ message, hint }) => ({ message, ...(hint ? { hint } : {}) })) },
      scheme: schemes.find(({ code }) => code === schemeCode) ?? { code: schemeCode, name: schemeCode },
      candidates: noticeCandidates,
      notices: publicNotices.edges.map((edge) => edge.node),
      ...pagerLinks('/office/notices', {}, after, publicNotices.pageInfo),
    });
    return page(view);
  }
}

/** Presence only; the API judges the rest. */
function problemsOf(form: Form, objection: string): FormProblem[] {
  const problems: FormProblem[] = [];
  if (!form.text(`outcome-${objection}`))
    problems.push({ field: `outcome-${objection}`, message: '请选成立还是不成立' });
  if (!form.text(`reason-${objection}`)) problems.push({ field: `reason-${objection}`, message: '请写处理的理由' });
  return problems;
}
