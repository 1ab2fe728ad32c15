import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { importBankReturnDocument, importJobDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { ReturnDonePage, ReturnPage, ReturnsPage } from './returns.view.js';

/** 回单: upload the bank's file, see what it says, book it. All or nothing; the same file twice changes nothing. */
@Pages()
export class ReturnsController {
  constructor(private readonly portal: Portal) {}

  @Get('finance/returns')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.uploadPage(visit, []));
  }

  @Post('finance/returns')
  upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.upload(request, response, {
      work: async (visit) => {
        const { id } = await visit.forwardUpload<{ id: string }>('/imports/bank-return');
        return go(`/finance/returns/${id}`);
      },
      again: (visit, _, problems) =>
        this.uploadPage(
          visit,
          problems.map((problem) => ({ ...problem, field: 'file' })),
        ),
    });
  }

  @Get('finance/returns/done')
  done(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const facts = visit.openReceipt();
      if (!facts) throw new ApiError('NOT_FOUND', '');
      const { paid = '0', failed = '0', unchanged = '0', totalYuan = '0' } = facts;
      return page(ReturnDonePage({ frame: visit.frame(await visit.viewer()), paid, failed, unchanged, totalYuan }));
    });
  }

  @Get('finance/returns/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.returnPage(visit, []));
  }

  @Post('finance/returns/:id')
  book(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { importBankReturn } = await visit.ask(importBankReturnDocument, {
          importId: visit.param('id'),
          idempotencyKey: form.text('once'),
        });
        const { paid, failed, unchanged, totalYuan } = importBankReturn;
        const receipt = { paid: String(paid), failed: String(failed), unchanged: String(unchanged), totalYuan };
        return go(`/finance/returns/done?receipt=${visit.sealReceipt(receipt)}`);
      },
      again: (visit, _, problems) => this.returnPage(visit, problems),
    });
  }

  private async uploadPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const viewer = await visit.viewer();
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    return page(
      ReturnsPage({
        frame: visit.frame(viewer),
        form: { values: {}, problems },
        action: `/finance/returns?token=${visit.uploadToken}`,
      }),
    );
  }

  private async returnPage(visit: Visit, problems: readonly FormProblem[]): Promise<Answer> {
    const { viewer, importJob } = await visit.ask(importJobDocument, { id: visit.param('id'), afterRow: 0 });
    return page(
      ReturnPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: visit.once(),
        form: { values: {}, problems: problems.map(({ message, hint }) => ({ message, ...(hint ? { hint } : {}) })) },
        job: importJob,
      }),
    );
  }
}
