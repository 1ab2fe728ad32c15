import { Inject, Injectable } from '@nestjs/common';
import { Account, Divisions, IdempotencyService, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import {
  amountInCapitals,
  chinaDay,
  CONFIG,
  type Config,
  CryptoProvider,
  cursorOf,
  DomainError,
  maskAccount,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import {
  availableFen,
  BATCH_MACHINE,
  LEDGER_ACCOUNTS,
  parseYuan,
  PAYOUT_MACHINE,
  type PayoutState,
  POSTING_WORDS,
  RuleRefusal,
  yuanText,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { BankGateway } from './bank-gateway.js';
import { accountInHand } from './benefit.reveals.js';
import { DEFAULT_PROFILE } from './bank-profiles.js';
import { BatchService } from './batch.service.js';
import type { AllotEnvelopeInput, ReleaseBatchInput, SealBatchInput } from './benefits.inputs.js';
import { CALLBACK_WORDS, CallbackService } from './callback.service.js';
import { schemeOf } from './eligibility.service.js';
import { EnvelopeService } from './envelope.service.js';
import { ExportService } from './export.service.js';
import type {
  BankConflictNode,
  BankFileNode,
  BankReturnNode,
  BatchNode,
  EnvelopeNode,
  JournalRowNode,
  PayoutNode,
} from './finance.types.js';
import { type Envelope, Journal, JournalEntry } from './ledger.entity.js';
import { nameFor, openAccount } from './payee.js';
import { BankFile, Batch, type Payout } from './payout.entity.js';
import { ReturnService } from './return.service.js';
import { SandboxBank } from './sandbox-bank.js';
import { SendService } from './send.service.js';
import { stateConflict } from './state.js';

/** What finance asks of benefits, in the shapes it reads. */
@Injectable()
export class FinanceDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    @Inject(CONFIG) private readonly config: Config,
    private readonly idempotency: IdempotencyService,
    private readonly envelopeService: EnvelopeService,
    private readonly batchService: BatchService,
    private readonly exports: ExportService,
    private readonly returns: ReturnService,
    private readonly sending: SendService,
    private readonly callbacks: CallbackService,
    private readonly gateway: BankGateway,
  ) {}

  async envelopes(viewer: SignedIn): Promise<EnvelopeNode[]> {
    return (await this.envelopeService.list(viewer)).map((row) => this.envelopeNode(row));
  }

  allot(viewer: SignedIn, { idempotencyKey, ...input }: AllotEnvelopeInput): Promise<EnvelopeNode> {
    const { schemeCode, year, source, document } = input;
    const amountFen = signedFen(input.amountYuan);
    const budgetItem = input.budgetItem ?? '';
    return this.idempotency.once(viewer.id, idempotencyKey, 'allotEnvelope', input, async () =>
      this.envelopeNode(
        await this.envelopeService.allot(viewer, { schemeCode, year, source, budgetItem, amountFen, document }),
      ),
    );
  }

  /** Journals of an envelope, oldest first. */
  async ledger(viewer: SignedIn, envelopeId: string, page: PageArgs): Promise<Page<JournalRowNode>> {
    await this.envelopeService.byId(viewer, envelopeId);
    const { manager } = this.unitOfWork;
    const query = manager
      .createQueryBuilder(Journal, 'journal')
      .where({ envelopeId })
      .orderBy('journal.id')
      .limit(page.first + 1);
    const totalCount = await query.clone().getCount();
    if (page.after) query.andWhere('journal.id > :after', { after: readCursor(page.after, 1)[0] });
    const rows = await query.getMany();
    const entries = await manager.findBy(JournalEntry, { journalId: In(rows.map((row) => row.id)) });
    const side = (journalId: string, column: 'debitFen' | 'creditFen'): string =>
      entries
        .filter((entry) => entry.journalId === journalId && entry[column] > 0)
        .map((entry) => LEDGER_ACCOUNTS[entry.account])
        .join('、');
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => cursorOf(row.id),
      (row) => ({
        id: row.id,
        bookedOn: row.bookedOn,
        event: POSTING_WORDS[row.event],
        memo: row.memo,
        debit: side(row.id, 'debitFen'),
        credit: side(row.id, 'creditFen'),
        amountYuan: yuanText(row.amountFen),
      }),
    );
  }

  async payouts(viewer: SignedIn, state: string | undefined, page: PageArgs): Promise<Page<PayoutNode>> {
    if (state !== undefined && !Object.hasOwn(PAYOUT_MACHINE.words, state))
      throw new DomainError('VALIDATION', '没有这种状态。', { field: 'state' });
    const { rows, totalCount } = await this.batchService.payouts(viewer, state as PayoutState | undefined, page);
    const nodes = await this.payoutNodes(viewer, rows);
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => this.batchService.cursorFor(row),
      (row) => nodes.get(row.id) as PayoutNode,
    );
  }

  async bankConflicts(viewer: SignedIn, page: PageArgs): Promise<Page<BankConflictNode>> {
    const { rows, totalCount } = await this.callbacks.conflicts(viewer, page);
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => cursorOf(row.id),
      ({ id, verdict, result, amountFen, instructionKey, receivedAt }) => ({
        id,
        verdict,
        verdictText: CALLBACK_WORDS[verdict],
        result,
        amountYuan: yuanText(amountFen),
        instructionKey,
        receivedAt,
      }),
    );
  }

  async batches(viewer: SignedIn, page: PageArgs): Promise<Page<BatchNode>> {
    const { rows, totalCount } = await this.batchService.page(viewer, page);
    const nodes = await this.batchNodes(rows);
    return pageOf(
      rows,
      page.first,
      totalCount,
      (row) => this.batchService.cursorFor(row),
      (row) => nodes.get(row.id) as BatchNode,
    );
  }

  async batch(viewer: SignedIn, id: string): Promise<BatchNode> {
    return this.batchNode(await this.batchService.byId(viewer, id));
  }

  async batchPayouts(viewer: SignedIn, id: string): Promise<PayoutNode[]> {
    await this.batchService.byId(viewer, id);
    return [...(await this.payoutNodes(viewer, await this.batchService.payoutsOf(id))).values()];
  }

  seal(viewer: SignedIn, { idempotencyKey, envelopeId }: SealBatchInput): Promise<BatchNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'sealBatch', { envelopeId }, async () =>
      this.batchNode(await this.batchService.seal(viewer, envelopeId)),
    );
  }

  release(viewer: SignedIn, { idempotencyKey, id }: ReleaseBatchInput): Promise<BatchNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'releaseBatch', { id }, async () =>
      this.batchNode(await this.batchService.release(viewer, id)),
    );
  }

  submit(viewer: SignedIn, id: string, idempotencyKey: string): Promise<BatchNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'submitBatch', { id }, async () =>
      this.batchNode(await this.sending.submit(viewer, id)),
    );
  }

  /** Two units on purpose: the intents are committed before a byte is written. The key stands for the first; the second is the same file always. */
  async export(viewer: SignedIn, id: string, idempotencyKey: string, profile = DEFAULT_PROFILE): Promise<BankFileNode> {
    await this.idempotency.once(viewer.id, idempotencyKey, 'exportBatch', { id, profile }, () =>
      this.exports.intend(viewer, id, profile),
    );
    return fileNode(await this.exports.batchFile(viewer, id, profile));
  }

  /**
   * 演示: the sandbox bank takes the exported file and gives its return file.
   *
   * @throws DomainError FORBIDDEN outside demo mode, STATE_CONFLICT before the batch was exported
   */
  sandboxRun(viewer: SignedIn, batchId: string, idempotencyKey: string): Promise<BankFileNode> {
    const { gateway } = this;
    if (!this.config.demo || !(gateway instanceof SandboxBank))
      throw new DomainError('FORBIDDEN', '只有演示环境有沙箱银行。');
    // The bank keeps books of its own, by our keys: what it does twice it does once, also when this unit is undone.
    return this.idempotency.once(viewer.id, idempotencyKey, 'sandboxBankRun', { batchId }, async () => {
      const batch = await this.batchService.byId(viewer, batchId);
      const standing = await this.exports.fileOf(batchId, 'RETURN');
      if (standing !== null) return fileNode(standing);
      const sent = await this.exports.fileOf(batchId, 'BATCH');
      if (sent === null) throw stateConflict('这一批还没有导出银行文件。');
      const { content } = await this.exports.open(viewer, sent.id);
      const answer = gateway.run(content, sent.fileName.endsWith('.csv') ? 'csv' : 'txt');
      const name = `${batch.number}-回盘.csv`;
      return fileNode(await this.exports.keep(viewer, batch, 'RETURN', 'sandbox', name, answer));
    });
  }

  importReturn(viewer: SignedIn, importId: string, idempotencyKey: string): Promise<BankReturnNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'importBankReturn', { importId }, async () => {
      const { paid, failed, unchanged, totalFen } = await this.returns.take(viewer, importId);
      return { paid, failed, unchanged, totalYuan: yuanText(totalFen) };
    });
  }

  private envelopeNode(row: Envelope): EnvelopeNode {
    return {
      id: row.id,
      schemeCode: row.schemeCode,
      schemeName: schemeOf(row.schemeCode).name,
      divisionName: this.divisions.nameOf(row.divisionCode),
      year: row.year,
      source: row.source,
      budgetItem: row.budgetItem,
      allottedYuan: yuanText(row.allottedFen),
      pledgedYuan: yuanText(row.pledgedFen),
      reservedYuan: yuanText(row.reservedFen),
      spentYuan: yuanText(row.spentFen),
      availableYuan: yuanText(availableFen(row)),
      state: row.state,
    };
  }

  private async payoutNodes(viewer: SignedIn, rows: readonly Payout[]): Promise<Map<string, PayoutNode>> {
    const batchIds = [...new Set(rows.flatMap((row) => row.batchId ?? []))];
    const batches = await this.unitOfWork.manager.findBy(Batch, { id: In(batchIds) });
    const numbers = new Map(batches.map((batch) => [batch.id, batch.number]));
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          state: row.state,
          stateText: PAYOUT_MACHINE.words[row.state],
          payeeName: nameFor(viewer, row.payeeName),
          maskedAccount: maskAccount(openAccount(this.crypto, 'payout', row).accountNumber),
          accountInHand: accountInHand(viewer, row),
          amountYuan: yuanText(row.amountFen),
          schemeName: schemeOf(row.schemeCode).name,
          batchNumber: row.batchId === null ? null : (numbers.get(row.batchId) ?? null),
          paidOn: row.paidOn,
          failure: row.failure === null ? null : (FAILURES[row.failure] ?? row.failure),
          hold: row.hold,
        },
      ]),
    );
  }

  private async batchNode(row: Batch): Promise<BatchNode> {
    return (await this.batchNodes([row])).get(row.id) as BatchNode;
  }

  private async batchNodes(rows: readonly Batch[]): Promise<Map<string, BatchNode>> {
    const { manager } = this.unitOfWork;
    const accountIds = [
      ...new Set(rows.flatMap((row) => [row.sealedById, ...(row.releasedById ? [row.releasedById] : [])])),
    ];
    const accounts = await manager.findBy(Account, { id: In(accountIds) });
    const names = new Map(accounts.map((account) => [account.id, account.displayName]));
    const files = await manager.findBy(BankFile, { batchId: In(rows.map((row) => row.id)), kind: 'BATCH' });
    const fileOf = new Map(files.map((file) => [file.batchId, file.id]));
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          number: row.number,
          state: row.state,
          stateText: BATCH_MACHINE.words[row.state],
          lines: row.lineCount,
          totalYuan: yuanText(row.totalFen),
          totalInCapitals: amountInCapitals(row.totalFen),
          sha256: row.listHash,
          sealedBy: names.get(row.sealedById) ?? null,
          releasedBy: row.releasedById === null ? null : (names.get(row.releasedById) ?? null),
          createdOn: chinaDay(row.createdAt),
          exportId: fileOf.get(row.id) ?? null,
        },
      ]),
    );
  }
}

/** The bank's reasons in words. */
const FAILURES: Readonly<Record<string, string>> = {
  ACCOUNT_CLOSED: '账户已销户',
  NAME_MISMATCH: '户名不符',
  UNSPECIFIED: '银行没有说明原因',
};

const fileNode = (file: BankFile): BankFileNode => ({
  exportId: file.id,
  fileName: file.fileName,
  sha256: file.sha256,
});

/** @throws DomainError AMOUNT_INVALID */
function signedFen(text: string): number {
  try {
    const fen = parseYuan(text.replace(/^-/, ''));
    return text.startsWith('-') ? -fen : fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
    throw new DomainError('AMOUNT_INVALID', '金额不对。', {
      field: 'amountYuan',
      hint: '写成 10000 或 -500.50 这样。',
    });
  }
}
