import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { type ImportJob, ImportService } from '@tongxing/imports';
import { PeopleService } from '@tongxing/people';
import { Clock, CryptoProvider, DomainError, newId, notFound } from '@tongxing/platform';
import {
  judgeReturn,
  normaliseCode,
  parseYuan,
  type ReturnProblem,
  type ReturnRow,
  type ReturnTrailer,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { Approval } from './application.entity.js';
import { BANK_RETURN, BANK_RETURN_COLUMNS, type BankReturnValues, resultOf, sentLines } from './bank-return.kind.js';
import { BatchService } from './batch.service.js';
import { approvalsOf, dutySeparation, requireNotOwn } from './duty.js';
import { BankReturn, Batch, type Payout } from './payout.entity.js';
import { RETURN_TOTAL_MARK } from './sandbox-bank.js';
import { SettlementService } from './settlement.service.js';
import { pieces, stateConflict } from './state.js';

/** What taking a return file did. */
export interface ReturnReply {
  paid: number;
  failed: number;
  unchanged: number;
  /** fen that were paid, by this file's lines */
  totalFen: number;
}

/** 回盘对账: a return file is taken whole or not at all, by a person who did not release the batch. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly imports: ImportService,
    private readonly batches: BatchService,
    private readonly people: PeopleService,
    private readonly settlements: SettlementService,
  ) {}

  /**
   * Takes a checked upload, in the caller's unit of work. The same file again (by SHA-256) gives the same answer and posts nothing.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT while it is still read, DUTY_SEPARATION, SELF_APPROVAL; AMOUNT_MISMATCH, RETURN_ENCODING,
   * RETURN_TRUNCATED, RETURN_TOTAL, RETURN_DUPLICATE, RETURN_UNKNOWN_BATCH, RETURN_UNKNOWN_LINE, RETURN_CONFLICT, RETURN_RESULT with the line
   */
  async take(viewer: SignedIn, importId: string): Promise<ReturnReply> {
    this.unitOfWork.requireOpen('taking a return file');
    const job = await this.imports.job(viewer, importId);
    if (job.kind !== BANK_RETURN) throw notFound('这份回盘文件');
    const before = await this.takenBefore(viewer, job);
    if (before !== null) {
      if (job.state === 'CHECKED') await this.imports.taken(job);
      const { paid, failed, unchanged, totalFen } = before;
      return { paid, failed, unchanged, totalFen };
    }
    requireReadable(job);
    const { rows, trailer, unreadable } = await this.read(job);
    const batch = await this.batchOf(viewer, rows);
    const payouts = await this.batches.payoutsOf(batch.id);
    await this.requireApart(viewer, batch, payouts);
    const sent = await sentLines(this.unitOfWork, this.crypto, batch.id);
    const { verdicts, problems } = judgeReturn(rows, trailer, batch.number, sent);
    refuse([...unreadable, ...problems]);

    const reasons = new Map(rows.map((row) => [row.key, row.reason]));
    const outcomes = [...verdicts].flatMap(([key, verdict]) => {
      const line = sent.get(key);
      if (verdict === 'UNCHANGED' || line === undefined) return [];
      return [
        {
          instruction: line.instruction,
          result: verdict,
          reason: verdict === 'FAILED' ? reasons.get(key) || null : null,
        },
      ];
    });
    if (outcomes.length > 0) await this.settlements.settle(batch, outcomes, `回盘 ${batch.number}`, viewer);
    const paid = outcomes.filter((one) => one.result === 'PAID');
    const reply: ReturnReply = {
      paid: paid.length,
      failed: outcomes.length - paid.length,
      unchanged: verdicts.size - outcomes.length,
      totalFen: paid.reduce((sum, one) => sum + one.instruction.amountFen, 0),
    };
    await insertRows(this.unitOfWork.manager, BankReturn, [
      {
        id: newId(),
        batchId: batch.id,
        importId,
        sha256: job.sha256,
        ...reply,
        importedById: viewer.id,
        importedAt: this.clock.now(),
      },
    ]);
    await this.imports.taken(job);
    return reply;
  }

  private async takenBefore(viewer: SignedIn, job: ImportJob): Promise<BankReturn | null> {
    for (const row of await this.unitOfWork.manager.findBy(BankReturn, { sha256: job.sha256 })) {
      await this.batches.byId(viewer, row.batchId);
      return row;
    }
    return null;
  }

  private async batchOf(viewer: SignedIn, rows: readonly ReturnRow[]): Promise<Batch> {
    const number = rows[0]?.batchNumber;
    const batch = number ? await this.unitOfWork.manager.findOneBy(Batch, { number }) : null;
    if (batch !== null && batch.state !== 'CLOSED' && Policy.covers(viewer, batch.divisionCode)) return batch;
    throw new DomainError('RETURN_UNKNOWN_BATCH', '没有这个批次，或这一批已经结束。', {
      field: `row.${rows[0]?.row ?? 1}`,
      hint: '请核对回盘文件是不是这一批的。',
    });
  }

  private async requireApart(viewer: SignedIn, batch: Batch, payouts: readonly Payout[]): Promise<void> {
    if (batch.releasedById === viewer.id) throw dutySeparation('这一批是您放的款');
    await requireNotOwn(
      this.people,
      viewer,
      payouts.map((payout) => payout.personId),
    );
    for (const part of pieces(payouts)) {
      const theirs = approvalsOf(viewer, { applicationId: In(part.map((payout) => payout.applicationId)) });
      const touched = await this.unitOfWork.manager.findOneBy(Approval, theirs);
      if (touched !== null) throw dutySeparation('这一批里有您审过的申请');
    }
  }

  /** The staged lines, apart from the last one with the totals. */
  private async read(
    job: ImportJob,
  ): Promise<{ rows: ReturnRow[]; trailer: ReturnTrailer | undefined; unreadable: ReturnProblem[] }> {
    const rows: ReturnRow[] = [];
    const unreadable: ReturnProblem[] = [];
    let trailer: ReturnTrailer | undefined;
    for await (const { row, cells } of this.imports.stagedRows(job)) {
      const value = (key: keyof BankReturnValues): string | null =>
        cells[BANK_RETURN_COLUMNS.findIndex((column) => column.key === key)]?.trim() || null;
      const amountFen = fenOf(value('amount'));
      if (trailer !== undefined) unreadable.push(bad(row.rowNumber, 'RETURN_TRUNCATED', '合计行后面还有内容。'));
      if (value('key') === RETURN_TOTAL_MARK) {
        const count = /^(\d{1,6})\s*笔?$/.exec(value('result') ?? '')?.[1];
        trailer = {
          row: row.rowNumber,
          count: count === undefined ? null : Number(count),
          totalFen: amountFen ?? null,
        };
        continue;
      }
      const result = resultOf(value('result'));
      if (amountFen === undefined) unreadable.push(bad(row.rowNumber, 'AMOUNT_MISMATCH', '金额写得不对。'));
      if (result === undefined) unreadable.push(bad(row.rowNumber, 'RETURN_RESULT', '结果只能是成功、失败或留空。'));
      const account = value('account');
      rows.push({
        row: row.rowNumber,
        batchNumber: value('batchNumber'),
        key: value('key'),
        account: account === null ? null : normaliseCode(account).replaceAll('-', ''),
        amountFen: amountFen ?? null,
        result: result ?? null,
        reason: value('reason')?.slice(0, 60) ?? null,
      });
    }
    return { rows, trailer, unreadable };
  }
}

const bad = (row: number, code: ReturnProblem['code'], message: string): ReturnProblem => ({
  row,
  code,
  message: `第 ${row} 行${message}`,
});

/** @returns null for a blank cell, undefined for what is no amount */
function fenOf(text: string | null): number | null | undefined {
  if (text === null) return null;
  try {
    return parseYuan(normaliseCode(text).replace(/元$/, ''));
  } catch {
    return undefined;
  }
}

function requireReadable(job: ImportJob): void {
  if (job.state === 'CHECKED') return;
  const codes = Object.keys(job.codes);
  if (job.state === 'FAILED' && codes.includes('ENCODING_UNKNOWN'))
    throw new DomainError('RETURN_ENCODING', '认不出回盘文件的文字编码。', {
      field: 'file',
      hint: '请向银行要一份 GBK 或 UTF-8 的文件。',
    });
  if (job.state === 'FAILED')
    throw new DomainError('RETURN_TRUNCATED', '回盘文件读不了，可能不完整。', {
      field: 'file',
      hint: '请重新从银行下载。',
    });
  throw stateConflict(job.state === 'DISCARDED' ? '这次上传已经作废。' : '文件还在检查，请稍等。');
}

/** One wrong line refuses the whole file. @throws DomainError with the code of the first problem, in the order of lines */
function refuse(problems: readonly ReturnProblem[]): void {
  const [first] = [...problems].sort((a, b) => (a.row ?? Number.MAX_SAFE_INTEGER) - (b.row ?? Number.MAX_SAFE_INTEGER));
  if (first === undefined) return;
  const more = problems.length > 1 ? `还有 ${problems.length - 1} 处。` : '';
  throw new DomainError(first.code, `${first.message}整份文件没有记入。${more}`, {
    field: first.row === null ? 'file' : `row.${first.row}`,
    hint: '请向银行核对后换一份正确的回盘文件，不要自己改文件。',
  });
}
