import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { NoticeService } from '@tongxing/notices';
import { DomainError } from '@tongxing/platform';
import { ChainService } from './chain.service.js';
import { EligibilityService } from './eligibility.service.js';
import type { Batch, Payout } from './payout.entity.js';
import { pieces } from './state.js';

/** Length of `payout.hold`. */
const MAX_HOLD = 60;
/** Lines that a refusal names; whoever mends them comes back for the rest. */
const NAMED_LINES = 20;

/** 付款前核对: what must hold of a payout each time it comes one step nearer to the bank, whichever way it takes. */
@Injectable()
export class ClearanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly chain: ChainService,
    private readonly eligibility: EligibilityService,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Why payouts must not be paid as things stand: held back, the person no longer eligible, or the notice not passed.
   * The rows are read again: the caller's may be days old.
   *
   * @returns payout id → reason in Chinese, at most 60 characters, without personal data; those that may be paid are not in it
   */
  async obstacles(payouts: readonly Payout[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const part of pieces(payouts)) {
      const changes = await this.eligibility.changes(part.map((payout) => payout.applicationId));
      const passed = await this.notices.passedLines(
        part.map(({ noticeId, applicationId }) => ({ noticeId, subjectId: applicationId })),
      );
      for (const { id, applicationId, hold } of part) {
        const reason = hold ?? changes.get(applicationId)?.join('');
        if (reason !== undefined) found.set(id, [...reason].slice(0, MAX_HOLD).join(''));
        else if (!passed.has(applicationId)) found.set(id, '公示没有通过，或有异议没有处理完。');
      }
    }
    return found;
  }

  /**
   * {@link obstacles} of payouts of a released batch, in the caller's unit of work, after the seal was compared with the rows.
   *
   * @param payouts all of the batch, or the one that is sent next
   * @throws DomainError BATCH_HASH_MISMATCH
   */
  async check(batch: Batch, payouts: readonly Payout[]): Promise<Map<string, string>> {
    this.unitOfWork.requireOpen('a clearance');
    await this.chain.requireSealed(batch, payouts);
    return this.obstacles(payouts);
  }

  /**
   * Lets a whole batch go to the bank, by file or by line, or not at all.
   *
   * @param payouts all of the batch, in the order of its lines
   * @throws DomainError BATCH_HASH_MISMATCH; STATE_CONFLICT naming the lines that must not be paid
   */
  async requireClear(batch: Batch, payouts: readonly Payout[]): Promise<void> {
    const obstacles = await this.check(batch, payouts);
    const lines = payouts.flatMap(({ id }, index) => (obstacles.has(id) ? index + 1 : []));
    if (lines.length === 0) return;
    throw new DomainError(
      'STATE_CONFLICT',
      `第 ${lines.slice(0, NAMED_LINES).join('、')} 行现在不能付：不再符合条件、被暂停或公示没有通过。这一批没有交给银行。`,
      { hint: '请和残联核对这几行，处理好再办。' },
    );
  }
}
