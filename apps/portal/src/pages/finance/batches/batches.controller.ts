import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import {
  batchDocument,
  batchesDocument,
  exportBatchDocument,
  releaseBatchDocument,
  sandboxBankRunDocument,
  sealBatchDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { BatchesPage, BatchPage } from './batches.view.js';

const PAGE_SIZE = 20;

/** 批次: seal, release by another person, hand the file to the bank. Every guard stands in the API. */
@Pages()
export class BatchesController {
  constructor(private readonly portal: Portal) {}

  @Get('finance')
  home(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async () => go('/finance/batches'));
  }

  @Get('finance/batches')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.listPage(visit, []));
  }

  @Post('finance/batches')
  seal(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { sealBatch } = await visit.ask(sealBatchDocument, {
          input: { envelopeId: form.text('envelope'), idempotencyKey: form.text('once') },
        });
        return go(`/finance/batches/${sealBatch.id}`, '封好了，请换一个人放款');
      },
      again: (visit, _, problems) => this.listPage(visit, problems),
    });
  }

  @Get('finance/batches/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.batchPage(visit, []));
  }

  @Post('finance/batches/:id/release')
  release(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(releaseBatchDocument, { input: { id: visit.param('id'), idempotencyKey: form.text('once') } });
        return go(`/finance/batches/${visit.param('id')}`, '已放款，可以导出银行文件');
      },
      again: (visit, _, problems) => this.batchPage(visit, problems),
    });
  }

  /** A POST: handing the file out is an act that is written down. */
  @Post('finance/batches/:id/file')
  download(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { exportBatch } = await visit.ask(exportBatchDocument, {
          id: visit.param('id'),
          idempotencyKey: form.text('once'),
        });
        return this.file(visit, exportBatch.exportId, exportBatch.fileName);
      },
      again: (visit, _, problems) => this.batchPage(visit, problems),
    });
  }

  /** Demonstrations only: the sandbox bank pays the file and answers with its return file. */
  @Post('finance/batches/:id/sandbox')
  sandbox(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        if (!visit.demo) throw new ApiError('NOT_FOUND', '');
        const { sandboxBankRun } = await visit.ask(sandboxBankRunDocument, {
          batchId: visit.param('id'),
          idempotencyKey: form.text('once'),
        });
        return this.file(visit, sandboxBankRun.exportId, sandboxBankRun.fileName);
      },
      again: (visit, _, problems) => this.batchPage(visit, problems),
    });
  }

  private async file(visit: Visit, exportId: string, name: string): Promise<Answer> {
    const { contentType, bytes, fileName } = await visit.fetchFile(`/exports/${encodeURIComponent(exportId)}`);
    return { kind: 'file', body: bytes, contentType, name: fileName ?? name };
  }

  private async listPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const after = visit.query('after');
    const { viewer, envelopes, ready, batches } = await visit.ask(batchesDocument, {
      first: PAGE_SIZE,
      after: after ?? null,
    });
    const view = BatchesPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: () => visit.once(),
      form: wholeForm(problems),
      ready: ready.totalCount,
      envelopes: envelopes.filter(({ state, reservedYuan }) => state === 'OPEN' && Number(reservedYuan) > 0),
      batches: batches.edges.map((edge) => edge.node),
      ...pagerLinks('/finance/batches', {}, after, batches.pageInfo),
    });
    return page(view);
  }

  private async batchPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, batch } = await visit.ask(batchDocument, { id: visit.param('id') });
    const view = BatchPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: () => visit.once(),
      form: wholeForm(problems),
      batch,
      demo: visit.demo,
    });
    return page(view);
  }
}

/** Nothing to type on these pages: what the API refuses concerns the whole. */
const wholeForm = (problems: readonly FormProblem[]) => ({
  values: {},
  problems: problems.map(({ message, hint }) => ({ message, ...(hint ? { hint } : {}) })),
});
