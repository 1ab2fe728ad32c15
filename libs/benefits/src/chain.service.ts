import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { NoticeLine, NoticeService } from '@tongxing/notices';
import { CryptoProvider, DomainError, maskName, sha256Hex } from '@tongxing/platform';
import { instructionKey, listHashText } from '@tongxing/rules';
import { In } from 'typeorm';
import { BenefitApplication, NoticeList, periodTextOf } from './application.entity.js';
import { digestsOf, isAsApproved, shownPeriod } from './chain.js';
import { accountAt, openAccount, type PayeeAccount } from './payee.js';
import { type Batch, BatchLine, type Instruction, Payout } from './payout.entity.js';
import { pieces } from './state.js';

/** 身份链: approved list = notice = batch = what the bank gets. Compares rows as they stand with what was sealed. */
@Injectable()
export class ChainService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Payouts that are no longer as they were approved, or as their notice shows them. Reads only.
   *
   * @returns in the order of `payouts`; none where the chain holds
   */
  async breaks(payouts: readonly Payout[]): Promise<ChainBreak[]> {
    const { manager } = this.unitOfWork;
    const found: ChainBreak[] = [];
    for (const part of pieces(payouts)) {
      const ids = part.map((payout) => payout.applicationId);
      const applications = await manager.findBy(BenefitApplication, { id: In(ids) });
      const applicationOf = new Map(applications.map((row) => [row.id, row]));
      const lines = await manager.findBy(NoticeLine, {
        noticeId: In([...new Set(part.flatMap((payout) => payout.noticeId ?? []))]),
        subjectId: In(ids),
      });
      const lineOf = new Map(lines.map((line) => [`${line.noticeId} ${line.subjectId}`, line]));
      for (const payout of part) {
        const line = lineOf.get(`${payout.noticeId} ${payout.applicationId}`);
        const broken = !this.isAsApproved(payout, applicationOf.get(payout.applicationId))
          ? '审批'
          : payout.noticeId !== null && !isAsShown(payout, line)
            ? '公示'
            : undefined;
        if (broken) found.push({ payoutId: payout.id, serial: line?.serial ?? null, since: broken });
      }
    }
    return found;
  }

  /**
   * Compares whole notices with what was published: the text that was shown, and the list of payouts behind it. Reads only.
   *
   * @returns ids of those that differ
   */
  async changedNotices(noticeIds: readonly string[]): Promise<string[]> {
    const { manager } = this.unitOfWork;
    const changed: string[] = [];
    for (const id of new Set(noticeIds)) {
      const list = await manager.findOneBy(NoticeList, { noticeId: id });
      const shown = await this.notices.published(id);
      const payouts = await manager.findBy(Payout, { noticeId: id });
      const now = list && digestsOf(this.crypto, this.crypto.open(list.salt, `notice_list|salt|${id}`), payouts);
      const isSame =
        shown?.intact === true &&
        shown.lines.length === list?.lineCount &&
        payouts.length === list.lineCount &&
        now?.totalFen === list.totalFen &&
        now.listHash === list.listHash;
      if (!isSame) changed.push(id);
    }
    return changed;
  }

  /**
   * What goes one hand further must be what was approved and shown: the approved list = the notice = the batch.
   *
   * @throws DomainError BATCH_HASH_MISMATCH naming the first line that differs
   */
  async requireUnbroken(payouts: readonly Payout[]): Promise<void> {
    const [first] = await this.breaks(payouts);
    if (first) {
      const at = payouts.findIndex((payout) => payout.id === first.payoutId) + 1;
      const what = first.serial === null ? `第 ${at} 笔` : `公示序号 ${first.serial}`;
      throw hashMismatch(`${what}和${first.since}时不一样，已停止。`);
    }
    const changed = await this.changedNotices(payouts.flatMap((payout) => payout.noticeId ?? []));
    if (changed.length > 0) throw hashMismatch('公示的名单或文字和公示时不一样，已停止。');
  }

  /** What the lines of a batch come to. */
  private async sumOf({ id: batchId }: Batch): Promise<{ count: number; totalFen: number }> {
    const row = await this.unitOfWork.manager
      .createQueryBuilder(BatchLine, 'line')
      .select('COUNT(*)', 'count')
      .addSelect('COALESCE(SUM(line.amountFen), 0)', 'total')
      .where({ batchId })
      .getRawOne<{ count: string; total: string }>();
    return { count: Number(row?.count), totalFen: Number(row?.total) };
  }

  private isAsApproved(payout: Payout, application: BenefitApplication | undefined): boolean {
    const account = accountAt(this.crypto, 'payout', payout);
    return (
      application !== undefined &&
      account !== undefined &&
      isAsApproved(this.crypto, payout, account) &&
      account.accountName === payout.payeeName &&
      accountAt(this.crypto, 'benefit_application', application) !== undefined &&
      application.accountBlind === payout.accountBlind &&
      application.personId === payout.personId &&
      application.schemeCode === payout.schemeCode &&
      application.amountFen === payout.amountFen &&
      application.noticeId === payout.noticeId &&
      periodTextOf(application) === payout.periodText
    );
  }

  /**
   * Compares a batch with its seal: its lines come to the sealed count, total and hash, and these payouts are still as their lines say.
   *
   * @param payouts of the batch: all of them, or the part that is about to be paid. A part is proved by the digests of its own lines, which
   * nobody without the sealed salt can make: the hash over all lines is left out, since each payout of a batch is sent by itself.
   * @returns the lines of these payouts, by payout id: the amounts that were sealed
   * @throws DomainError BATCH_HASH_MISMATCH naming the first line that differs
   */
  async requireSealed(batch: Batch, payouts: readonly Payout[]): Promise<Map<string, BatchLine>> {
    const { manager } = this.unitOfWork;
    const isPart = payouts.length < batch.lineCount;
    const lines = await manager.find(BatchLine, {
      where: { batchId: batch.id, ...(isPart ? { payoutId: In(payouts.map((payout) => payout.id)) } : {}) },
      order: { line: 'ASC' },
    });
    const lineOf = new Map(lines.map((line) => [line.payoutId, line]));
    const salt = this.crypto.open(batch.salt, `batch|salt|${batch.id}`);
    const { byPayout } = digestsOf(this.crypto, salt, payouts);
    const wrong = payouts.flatMap(({ id, amountFen }) => {
      const line = lineOf.get(id);
      return line && (line.rowDigest !== byPayout.get(id) || line.amountFen !== amountFen) ? line.line : [];
    });
    if (wrong.length > 0) throw lineMismatch(Math.min(...wrong));
    const { count, totalFen } = await this.sumOf(batch);
    const digests = lines.map((line) => line.rowDigest);
    const isWhole =
      count === batch.lineCount &&
      totalFen === batch.totalFen &&
      (isPart || sha256Hex(listHashText(digests, totalFen)) === batch.listHash) &&
      payouts.every(({ id }) => lineOf.has(id));
    if (!isWhole) throw wholeMismatch();
    return lineOf;
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

/** A payout that differs from an earlier hand of the chain. */
export interface ChainBreak {
  payoutId: string;
  /** 序号 in its notice; null before there is one */
  serial: number | null;
  /** which hand it differs from */
  since: '审批' | '公示';
}

/** A line shows of its payout what it did when it was published. */
const isAsShown = (payout: Payout, line: NoticeLine | undefined): boolean =>
  line?.amountFen === payout.amountFen &&
  line.maskedName === maskName(payout.payeeName) &&
  line.periodText === shownPeriod(payout);

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
  new DomainError('BATCH_HASH_MISMATCH', message, { hint: '请停下，不要封批、放款或导出，联系管理员和审计。' });
