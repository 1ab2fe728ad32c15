import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { envelopesDocument, ledgerDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { EnvelopesPage, LedgerPage } from './envelopes.view.js';

const PAGE_SIZE = 50;

/** 资金指标 and the ledger of each. */
@Pages()
export class EnvelopesController {
  constructor(private readonly portal: Portal) {}

  @Get('finance/envelopes')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, envelopes } = await visit.ask(envelopesDocument, {});
      return page(EnvelopesPage({ frame: visit.frame(viewer), envelopes }));
    });
  }

  @Get('finance/ledger/:envelope')
  ledger(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [envelopeId, after] = [visit.param('envelope'), visit.query('after')];
      const { viewer, envelopes, ledger } = await visit.ask(ledgerDocument, {
        envelopeId,
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const envelope = envelopes.find(({ id }) => id === envelopeId);
      if (!envelope) throw new ApiError('NOT_FOUND', '');
      const view = LedgerPage({
        frame: visit.frame(viewer),
        envelope,
        total: ledger.totalCount,
        lines: ledger.edges.map((edge) => edge.node),
        ...pagerLinks(`/finance/ledger/${envelopeId}`, {}, after, ledger.pageInfo),
      });
      return page(view);
    });
  }
}
