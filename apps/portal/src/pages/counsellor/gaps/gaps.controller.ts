import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { quotaGapsDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { GapsPage } from './gaps.view.js';

const PAGE_SIZE = 20;

/** 还差人的单位: where to ask for a post. */
@Pages()
export class GapsController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/employers')
  gaps(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, quotaGaps } = await visit.ask(quotaGapsDocument, { first: PAGE_SIZE, after: after ?? null });
      const view = GapsPage({
        frame: visit.frame(viewer),
        total: quotaGaps.totalCount,
        rows: quotaGaps.edges.map((edge) => edge.node),
        ...pagerLinks('/desk/employers', {}, after, quotaGaps.pageInfo),
      });
      return page(view);
    });
  }
}
