import type { Fen } from '../money.js';
import { yuanText } from '../money.js';
import type { InstructionState } from './machines.js';

/** One line of a return file, as it was read. */
export interface ReturnRow {
  /** line of the file, for messages */
  row: number;
  batchNumber: string | null;
  /** our key */
  key: string | null;
  account: string | null;
  amountFen: Fen | null;
  /** null: the bank has not decided */
  result: 'PAID' | 'FAILED' | null;
  /** bank's reason of a failure, mapped to our code */
  reason: string | null;
}

/** What was exported under a key. */
export interface SentLine {
  key: string;
  account: string;
  amountFen: Fen;
  state: InstructionState;
}

/** The last line of a return file: how many lines, and what they come to. */
export interface ReturnTrailer {
  row: number;
  count: number | null;
  totalFen: Fen | null;
}

export type ReturnCode =
  | 'RETURN_UNKNOWN_BATCH'
  | 'RETURN_UNKNOWN_LINE'
  | 'RETURN_DUPLICATE'
  | 'RETURN_TRUNCATED'
  | 'RETURN_TOTAL'
  | 'RETURN_CONFLICT'
  /** a word that is no result */
  | 'RETURN_RESULT'
  | 'AMOUNT_MISMATCH';

/** Why a return file is refused, with the line. */
export interface ReturnProblem {
  row: number | null;
  code: ReturnCode;
  message: string;
}

/** What one good line means. */
export type ReturnVerdict = 'PAID' | 'FAILED' | 'UNCHANGED';

const FINAL: Partial<Record<InstructionState, 'PAID' | 'FAILED'>> = { PAID: 'PAID', FAILED: 'FAILED' };

/** Judges one line by the instruction with its key. */
export function judgeReturnRow(row: ReturnRow, sent: SentLine | undefined): ReturnVerdict | ReturnProblem {
  const bad = (code: ReturnCode, message: string): ReturnProblem => ({ row: row.row, code, message });
  if (sent === undefined || (row.account !== null && row.account !== sent.account))
    return bad('RETURN_UNKNOWN_LINE', `第 ${row.row} 行不是这一批导出的。`);
  if (row.result === null) return 'UNCHANGED';
  const amount = row.amountFen ?? 0;
  const fits = row.result === 'PAID' ? amount === sent.amountFen : amount === 0 || amount === sent.amountFen;
  if (!fits)
    return bad('AMOUNT_MISMATCH', `第 ${row.row} 行金额 ${yuanText(amount)} 元，应为 ${yuanText(sent.amountFen)} 元。`);
  const stored = FINAL[sent.state];
  if (stored === row.result) return 'UNCHANGED';
  if (stored !== undefined || sent.state === 'RETURNED')
    return bad('RETURN_CONFLICT', `第 ${row.row} 行的结果和已经记下的不一样。`);
  return row.result;
}

/**
 * Judges a whole return file: all or nothing. A file may be a part of its batch; lines it leaves out stay as they are.
 *
 * @param batchNumber the batch that every line must name; undefined where the first line's batch is not known
 * @param sent        what was exported, by key
 * @param trailer     undefined where the file has none: it was cut
 * @returns verdicts by key, or why the file is refused
 */
export function judgeReturn(
  rows: readonly ReturnRow[],
  trailer: ReturnTrailer | undefined,
  batchNumber: string | undefined,
  sent: ReadonlyMap<string, SentLine>,
): { verdicts: Map<string, ReturnVerdict>; problems: ReturnProblem[] } {
  const verdicts = new Map<string, ReturnVerdict>();
  const problems: ReturnProblem[] = [];
  const seen = new Map<string, number>();
  let totalFen = 0;
  for (const row of rows) {
    totalFen += row.amountFen ?? 0;
    if (batchNumber === undefined || row.batchNumber !== batchNumber) {
      problems.push({ row: row.row, code: 'RETURN_UNKNOWN_BATCH', message: `第 ${row.row} 行的批次号不对。` });
      continue;
    }
    const key = row.key ?? '';
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({
        row: row.row,
        code: 'RETURN_DUPLICATE',
        message: `第 ${row.row} 行和第 ${first} 行是同一笔。`,
      });
      continue;
    }
    seen.set(key, row.row);
    const verdict = judgeReturnRow(row, sent.get(key));
    if (typeof verdict === 'string') verdicts.set(key, verdict);
    else problems.push(verdict);
  }
  if (trailer === undefined || trailer.count !== rows.length)
    problems.push({
      row: trailer?.row ?? null,
      code: 'RETURN_TRUNCATED',
      message:
        trailer === undefined
          ? '回盘文件没有合计行，可能不完整。'
          : `合计行写 ${trailer.count ?? '空'} 笔，文件里有 ${rows.length} 笔。`,
    });
  else if (trailer.totalFen !== totalFen)
    problems.push({
      row: trailer.row,
      code: 'RETURN_TOTAL',
      message: `合计行的金额和各行之和 ${yuanText(totalFen)} 元不一致。`,
    });
  return { verdicts, problems };
}
