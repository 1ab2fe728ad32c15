import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { CryptoProvider, DomainError, sha256Hex } from '@tongxing/platform';
import { instructionKey, listHashText } from '@tongxing/rules';
import { digestsOf } from './chain.js';
import { openAccount, type PayeeAccount } from './payee.js';
import { type Batch, BatchLine, type Instruction, type Payout } from './payout.entity.js';

/** 身份链: approved list = notice = batch = what the bank gets. Compares rows as they stand with what was sealed. */
@Injectable()
export class ChainService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  /**
   * Compares a batch with its seal: its lines come to the sealed hash, count and total, and these payouts are still as their lines say.
   *
   * @param payouts of the batch: all of them, or those that are about to be paid
   * @returns its lines by payout id: the amounts that were sealed
   * @throws DomainError BATCH_HASH_MISMATCH naming the first line that differs
   */
  async requireSealed(batch: Batch, payouts: readonly Payout[]): Promise<Map<string, BatchLine>> {
    const lines = await this.unitOfWork.manager.find(BatchLine, {
      where: { batchId: batch.id },
      order: { line: 'ASC' },
    });
    const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
    const digests = lines.map((line) => line.rowDigest);
    const lineOf = new Map(lines.map((line) => [line.payoutId, line]));
    const salt = this.crypto.open(batch.salt, `batch|salt|${batch.id}`);
    const { byPayout } = digestsOf(this.crypto, salt, payouts);
    const wrong = payouts.flatMap(({ id, amountFen }) => {
      const line = lineOf.get(id);
      return line && (line.rowDigest !== byPayout.get(id) || line.amountFen !== amountFen) ? line.line : [];
    });
    const whole =
      lines.length === batch.lineCount &&
      totalFen === batch.totalFen &&
      sha256Hex(listHashText(digests, totalFen)) === batch.listHash &&
      payouts.every(({ id }) => lineOf.has(id));
    if (wrong.length === 0 && whole) return lineOf;
    throw wrong.length > 0 ? lineMismatch(Math.min(...wrong)) : wholeMismatch();
  }

  /**
   * What of a batch the bank may be told: {@link requireSealed}, and each attempt says the amount that was sealed and the account that
   * stands in its payout.
   *
   * @param payouts as for `requireSealed`, each with its attempt
   * @throws DomainError BATCH_HASH_MISMATCH naming the first line that differs
   */
  async orders(batch: Batch, payouts: readonly Payout[], attempts: readonly Instruction[]): Promise<SealedOrder[]> {
    const lineOf = await this.requireSealed(batch, payouts);
    const attemptOf = new Map(attempts.map((attempt) => [attempt.payoutId, attempt]));
    return payouts.map((payout) => {
      const { line, amountFen } = lineOf.get(payout.id) as BatchLine;
      const attempt = attemptOf.get(payout.id);
      const isSame =
        attempt?.batchId === batch.id &&
        attempt.amountFen === amountFen &&
        attempt.accountBlind === payout.accountBlind &&
        attempt.instructionKey === instructionKey(payout.id, attempt.seq);
      if (!isSame) throw lineMismatch(line);
      const account = openAccount(this.crypto, 'payout', payout);
      return { line, key: attempt.instructionKey, amountFen, ...account, schemeCode: payout.schemeCode };
    });
  }
}

/** One order to the bank. Amounts come from the sealed line, never from the payout. */
export interface SealedOrder extends PayeeAccount {
  /** from 1 */
  line: number;
  /** the bank's name of the attempt */
  key: string;
  amountFen: number;
  schemeCode: string;
}

const lineMismatch = (line: number): DomainError => hashMismatch(`第 ${line} 行和封批时不一样，已停止。`);
/** The lines do not come to what was sealed. */
export const wholeMismatch = (): DomainError => hashMismatch('这一批的笔数或总额和封批时不一样，已停止。');

/** Something differs from what was sealed. @param message which row; no personal data */
export const hashMismatch = (message: string): DomainError =>
  new DomainError('BATCH_HASH_MISMATCH', message, { hint: '请不要放款或导出，联系管理员和审计。' });
