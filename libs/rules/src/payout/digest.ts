import { type Fen, yuanText } from '../money.js';

/** What identifies one line through approved list, notice, batch and bank file. */
export interface DigestRow {
  payoutId: string;
  /** the person or employer paid for */
  subjectId: string;
  schemeCode: string;
  /** 2026-03-01/2026-04-30 */
  periodText: string;
  amountFen: Fen;
  payeeName: string;
  /** account number as approved */
  account: string;
}

const VERSION = 'row.1';

/**
 * The text whose SHA-256 is a row's digest. JSON of an array, so that no value can run into its neighbour.
 *
 * @param salt of the list; accounts could be guessed without it
 */
export const rowDigestText = (salt: string, row: DigestRow): string =>
  JSON.stringify([
    VERSION,
    salt,
    row.payoutId,
    row.subjectId,
    row.schemeCode,
    row.periodText,
    row.amountFen,
    row.payeeName,
    row.account,
  ]);

/** The text whose SHA-256 is a list's hash: the sorted row digests, their count and the total. */
export const listHashText = (rowDigests: readonly string[], totalFen: Fen): string =>
  JSON.stringify(['list.1', [...rowDigests].sort(), rowDigests.length, yuanText(totalFen)]);

/** The bank's and our name of one attempt: the same however often it is sent. */
export const instructionKey = (payoutId: string, seq: number): string => `P${payoutId}-${seq}`;
