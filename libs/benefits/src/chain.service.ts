import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { CryptoProvider, DomainError, sha256Hex } from '@tongxing/platform';
import { listHashText } from '@tongxing/rules';
import { digestsOf } from './chain.js';
import { type Batch, BatchLine, type Payout } from './payout.entity.js';

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
    throw hashMismatch(
      wrong.length > 0
        ? `第 ${Math.min(...wrong)} 行和封批时不一样，已停止。`
        : '这一批的笔数或总额和封批时不一样，已停止。',
    );
  }
}

/** Something differs from what was sealed. @param message which row; no personal data */
export const hashMismatch = (message: string): DomainError =>
  new DomainError('BATCH_HASH_MISMATCH', message, { hint: '请不要放款或导出，联系管理员和审计。' });
