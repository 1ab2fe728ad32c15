import type { UnitOfWork } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type CryptoProvider } from '@tongxing/platform';
import { judgeReturnRow, type ReturnRow, type SentLine } from '@tongxing/rules';
import { In } from 'typeorm';
import { openAccount } from './payee.js';
import { Batch, Instruction, Payout } from './payout.entity.js';
import { RETURN_TOTAL_MARK } from './sandbox-bank.js';
import { pieces } from './state.js';

export const BANK_RETURN = 'bank-return';

/** A row of a return file by column. */
export interface BankReturnValues {
  batchNumber: string;
  key: string;
  accountName: string;
  account: string;
  amount: number;
  result: string;
  reason: string;
}

const MAX_FEN = 10_000_000_00;

export const BANK_RETURN_COLUMNS: readonly (ColumnSpec & { key: keyof BankReturnValues })[] = [
  {
    key: 'batchNumber',
    header: '批次号',
    type: 'text',
    required: true,
    maxLength: 40,
    holdsNumbers: true,
    sample: 'B640324-20260501-ABC123',
  },
  {
    key: 'key',
    header: '指令号',
    type: 'text',
    required: true,
    maxLength: 60,
    holdsNumbers: true,
    sample: 'P00000000-0000-7000-8000-000000000000-1',
    note: `最后一行写「${RETURN_TOTAL_MARK}」，金额列写合计，结果列写笔数`,
  },
  { key: 'accountName', header: '户名', type: 'text', maxLength: 60, sample: '示例' },
  { key: 'account', header: '账号', type: 'account', sample: '6217000000000000004' },
  {
    key: 'amount',
    header: '金额',
    type: 'yuan',
    min: 0,
    max: MAX_FEN,
    sample: '1500.00',
    note: '银行实际付出的金额，失败写 0',
  },
  { key: 'result', header: '结果', type: 'text', maxLength: 20, sample: '成功', note: '成功、失败；还没有结果的留空' },
  { key: 'reason', header: '原因', type: 'text', maxLength: 60, sample: 'ACCOUNT_CLOSED' },
];

const RESULTS: Readonly<Record<string, ReturnRow['result']>> = {
  成功: 'PAID',
  失败: 'FAILED',
  处理中: null,
};

/** @returns undefined for a word that is none of the results */
export const resultOf = (text: string | null | undefined): ReturnRow['result'] | undefined =>
  text === null || text === undefined || text === '' ? null : RESULTS[text];

/** What was exported under a batch's keys, with accounts in clear for comparing. */
export async function sentLines(
  unitOfWork: UnitOfWork,
  crypto: CryptoProvider,
  batchId: string,
): Promise<Map<string, SentLine & { instruction: Instruction }>> {
  const { manager } = unitOfWork;
  const instructions = await manager.findBy(Instruction, { batchId });
  const lines = new Map<string, SentLine & { instruction: Instruction }>();
  for (const part of pieces(instructions)) {
    const payouts = await manager.findBy(Payout, { id: In(part.map((one) => one.payoutId)) });
    const accounts = new Map(payouts.map((payout) => [payout.id, openAccount(crypto, 'payout', payout).accountNumber]));
    for (const instruction of part) {
      const { instructionKey: key, amountFen, state, payoutId } = instruction;
      lines.set(key, { key, amountFen, state, account: accounts.get(payoutId) ?? '', instruction });
    }
  }
  return lines;
}

/**
 * 银行回盘: staged and reported line by line like a roster, but taken whole by `importBankReturn`, or not at all.
 * Totals and completeness are judged there, over all lines.
 */
export class BankReturnKind implements ImportKind<BankReturnValues> {
  readonly kind = BANK_RETURN;
  readonly title = '银行回盘文件';
  readonly action = 'bankReturn.import';
  readonly templateVersion = 1;
  readonly columns = BANK_RETURN_COLUMNS;
  readonly sameThing = '同一笔';
  readonly keyColumn = 'key';
  readonly takenBy = 'importBankReturn';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<BankReturnValues>): string | null {
    return values.key && values.key !== RETURN_TOTAL_MARK ? values.key : null;
  }

  async check(rows: readonly ImportRow<BankReturnValues>[], context: ImportContext): Promise<void> {
    for (const row of rows) {
      if (row.values.key === RETURN_TOTAL_MARK) {
        if (!row.wrong) row.outcome = 'UNCHANGED';
        continue;
      }
      await this.checkLine(row, context);
    }
  }

  async commit(): Promise<void> {
    throw new Error('a return file is taken by importBankReturn');
  }

  private async checkLine(row: ImportRow<BankReturnValues>, context: ImportContext): Promise<void> {
    const { batchNumber, key, account, amount, reason } = row.values;
    const sent = await this.sentOf(batchNumber ?? null, context);
    if (sent === undefined) row.report('RETURN_UNKNOWN_BATCH', 'batchNumber');
    const result = resultOf(row.values.result);
    if (result === undefined) row.report('VALUE_NOT_IN_LIST', 'result', { message: '只能填：成功、失败，或留空' });
    if (sent !== undefined && result !== undefined && key) {
      const read = {
        row: row.number,
        batchNumber: batchNumber ?? null,
        key,
        account: account ?? null,
        amountFen: amount ?? null,
        result,
        reason: reason ?? null,
      };
      const verdict = judgeReturnRow(read, sent.get(key));
      if (typeof verdict === 'string') {
        if (!row.wrong) row.outcome = verdict === 'UNCHANGED' ? 'UNCHANGED' : 'CHANGED';
        return;
      }
      if (verdict.code === 'AMOUNT_MISMATCH') row.report('AMOUNT_MISMATCH', 'amount', { message: verdict.message });
      else if (verdict.code === 'RETURN_CONFLICT') row.report('RETURN_CONFLICT', 'result');
      else row.report('RETURN_UNKNOWN_LINE', 'key');
    }
  }

  private sentOf(batchNumber: string | null, context: ImportContext): Promise<Map<string, SentLine> | undefined> {
    return context.memo(`batch ${batchNumber}`, async () => {
      const batch =
        batchNumber === null ? null : await this.unitOfWork.manager.findOneBy(Batch, { number: batchNumber });
      if (batch === null || !batch.divisionCode.startsWith(context.divisionScope)) return undefined;
      return sentLines(this.unitOfWork, this.crypto, batch.id);
    });
  }
}
