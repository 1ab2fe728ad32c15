import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { myApplicationsDocument, withdrawApplicationDocument } from '../../../gql/generated.js';
import { go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { ApplicationsPage } from './applications.view.js';

const PAGE_SIZE = 10;

/** 我的申请: where each stands, whose turn it is, and the way to take it back. */
@Pages()
export class ApplicationsController {
  constructor(private readonly portal: Portal) {}

  @Get('me/applications')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, myApplications } = await visit.ask(myApplicationsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = ApplicationsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        total: myApplications.totalCount,
        rows: myApplications.edges.map((edge) => edge.node),
        ...pagerLinks('/me/applications', {}, after, myApplications.pageInfo),
      });
      return page(view);
    });
  }

  @Post('me/applications/:id/withdraw')
  withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        await visit.ask(withdrawApplicationDocument, { id: visit.param('id') });
        return go('/me/applications', '申请已撤回');
      },
    });
  }
}
