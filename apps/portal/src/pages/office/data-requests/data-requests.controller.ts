import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  dataRequestDocument,
  dataRequestsDocument,
  decideDataRequestDocument,
  setLegalHoldDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { DataRequestPage, DataRequestsPage } from './data-requests.view.js';

const PAGE_SIZE = 20;
const LIST = '/office/data-requests';

/** 资料申请: who wants to be deleted, decided by an officer. */
@Pages()
export class DataRequestsController {
  constructor(private readonly portal: Portal) {}

  @Get('office/data-requests')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const all = visit.query('all') === 'yes';
      const { viewer, dataRequests, retentionRun } = await visit.ask(dataRequestsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        waiting: !all,
      });
      return page(
        DataRequestsPage({
          frame: visit.frame(viewer),
          waiting: !all,
          total: dataRequests.totalCount,
          rows: dataRequests.edges.map((edge) => edge.node),
          run: retentionRun,
          ...pagerLinks(LIST, all ? { all: 'yes' } : {}, after, dataRequests.pageInfo),
        }),
      );
    });
  }

  @Get('office/data-requests/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.requestPage(visit, []));
  }

  @Post('office/data-requests/:id')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { approve: '请选同意还是不同意' }));
        const approve = form.text('approve') === 'yes';
        if (!approve) refuseIf(missing(form, { reason: '不同意要写原因' }));
        const reason = form.maybe('reason') ?? null;
        const input = { id: visit.param('id'), approve, reason, version: Number(form.text('version')) };
        const { decideDataRequest } = await visit.ask(decideDataRequestDocument, { input });
        return go(this.path(visit), `记下了：${decideDataRequest.stateText}`);
      },
      again: (visit, form, problems) => this.requestPage(visit, problems, form),
    });
  }

  @Post('office/data-requests/:id/hold')
  hold(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const on = form.text('on') === 'yes';
        if (on) refuseIf(missing(form, { hold: '请写为什么保全' }));
        const input = { requestId: visit.param('id'), on, reason: form.maybe('hold') ?? null };
        await visit.ask(setLegalHoldDocument, { input });
        return go(this.path(visit), on ? '保全了，什么都不会删' : '保全解除了');
      },
      again: (visit, form, problems) => this.requestPage(visit, problems, form),
    });
  }

  private path(visit: Visit): string {
    return `${LIST}/${encodeURIComponent(visit.param('id'))}`;
  }

  private async requestPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, dataRequest } = await visit.ask(dataRequestDocument, { id: visit.param('id') });
    const state = form?.state(problems) ?? visit.form();
    return page(DataRequestPage({ frame: visit.frame(viewer), csrf: visit.csrf, form: state, request: dataRequest }));
  }
}
