import { Get, Inject, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { complianceBoardDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { BoardPage } from './board.view.js';

const PAGE_SIZE = 50;
const YEARS_SHOWN = 3;

/** 全县达标: the employers of the officer's division, one year. */
@Pages()
export class BoardController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('office/compliance')
  board(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const own = await visit.viewer();
      if (!own) throw new ApiError('AUTH_REQUIRED', '');
      const thisYear = Number(this.clock.today().slice(0, 4));
      const years = Array.from({ length: YEARS_SHOWN }, (_, index) => thisYear - index);
      const year = years.find((one) => String(one) === visit.query('year')) ?? thisYear;
      const after = visit.query('after');
      const { viewer, complianceBoard } = await visit.ask(complianceBoardDocument, {
        divisionCode: own.divisionCode,
        year,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = BoardPage({
        frame: visit.frame(viewer),
        year,
        years,
        total: complianceBoard.totalCount,
        rows: complianceBoard.edges.map((edge) => edge.node),
        ...pagerLinks('/office/compliance', { year: String(year) }, after, complianceBoard.pageInfo),
      });
      return page(view);
    });
  }
}
