import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { PublicNotice } from '@tongxing/notices';
import { CryptoProvider } from '@tongxing/platform';
import { isLiveInstruction, RESERVED_STATES, yuanText } from '@tongxing/rules';
import { In, MoreThan, type ObjectLiteral, type ObjectType } from 'typeorm';
import { Approval, BENEFIT_NOTICE, BenefitApplication } from './application.entity.js';
import { digestsOf } from './chain.js';
import { ChainService } from './chain.service.js';
import { Envelope, Journal, JournalEntry } from './ledger.entity.js';
import { accountAt } from './payee.js';
import { Batch, BatchLine, Instruction, Payout } from './payout.entity.js';

/** One broken invariant, by its number in the design. */
export interface LedgerProblem {
  invariant: number;
  /** id of the row; no personal data */
  subject: string;
  message: string;
}

/** What `verify ledger` prints. */
export interface LedgerReport {
  ok: boolean;
  journals: number;
  payouts: number;
  batches: number;
  envelopes: {
    id: string;
    allottedYuan: string;
    pledgedYuan: string;
    reservedYuan: string;
    spentYuan: string;
    availableYuan: string;
  }[];
  problems: LedgerProblem[];
}

const PAGE = 500;
const MAX_PROBLEMS = 200;

/** Counts everything again, row by row: totals can be right while rows are wrong. Reads only. */
@Injectable()
export class LedgerCheckService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly chain: ChainService,
  ) {}

  async verify(): Promise<LedgerReport> {
    const problems: LedgerProblem[] = [];
    const say = (invariant: number, subject: string, message: string): void => {
      if (problems.length < MAX_PROBLEMS) problems.push({ invariant, subject, message });
    };
    const journals = await this.journals(say);
    const sums = await this.payouts(say);
    const envelopes = await this.envelopes(sums, say);
    const batches = await this.batches(say);
    await this.notices(say);
    return { ok: problems.length === 0, journals, payouts: sums.count, batches, envelopes, problems };
  }

  /** 4: every journal balances, and says its own amount. */
  private async journals(say: Say): Promise<number> {
    const { manager } = this.unitOfWork;
    const wrong = await manager
      .createQueryBuilder(Journal, 'journal')
      .leftJoin(JournalEntry, 'entry', 'entry.journalId = journal.id')
      .select('journal.id', 'id')
      .groupBy('journal.id')
      .addGroupBy('journal.amountFen')
      .having('COALESCE(SUM(entry.debitFen), 0) <> COALESCE(SUM(entry.creditFen), 0)')
      .orHaving('COALESCE(SUM(entry.debitFen), 0) <> journal.amountFen')
      .getRawMany<{ id: string }>();
    for (const { id } of wrong) say(4, id, '借贷不平');
    return manager.count(Journal);
  }

  /** 19: notices show what they showed, and their lists are those of their payouts. */
  private async notices(say: Say): Promise<void> {
    const notices = await this.unitOfWork.manager.find(PublicNotice, {
      select: { id: true },
      where: { kind: BENEFIT_NOTICE, state: In(['PUBLISHED', 'CLOSED']) },
    });
    for (const id of await this.chain.changedNotices(notices.map((notice) => notice.id)))
      say(19, id, '公示的名单或文字和公示时不一样');
  }

  /** 1, 2, 3, 8, 9, 15, 18, 19: one payout after the other. */
  private async payouts(say: Say): Promise<PayoutSums> {
    const sums = new PayoutSums();
    for await (const page of this.pages(Payout)) {
      const ids = page.map((payout) => payout.id);
      const { manager } = this.unitOfWork;
      const keysOf = groupBy(await manager.findBy(Journal, { payoutId: In(ids) }), (row) => row.payoutId as string);
      const attemptsOf = groupBy(await manager.findBy(Instruction, { payoutId: In(ids) }), (row) => row.payoutId);
      const applicationIds = page.map((payout) => payout.applicationId);
      const applications = new Map(
        (await manager.findBy(BenefitApplication, { id: In(applicationIds) })).map((row) => [row.id, row]),
      );
      const approvalsOf = groupBy(
        await manager.findBy(Approval, { applicationId: In(applicationIds), live: 1 }),
        (row) => row.applicationId,
      );
      for (const payout of page) {
        sums.add(payout);
        const journals = keysOf.get(payout.id) ?? [];
        const attempts = attemptsOf.get(payout.id) ?? [];
        checkPayout(payout, journals, attempts, say);
        const application = applications.get(payout.applicationId);
        const approvals = approvalsOf.get(payout.applicationId) ?? [];
        if (payout.state === 'PAID') {
          const people = new Set(approvals.map((row) => row.naturalPersonId));
          if (approvals.length < 3 || people.size < 3) say(9, payout.id, '付款前没有三个不同的人经手');
          if (application?.state !== 'NOTICE_PASSED') say(9, payout.id, '公示没有期满就付了款');
        }
        if (application?.amountFen !== payout.amountFen) say(15, payout.id, '金额和审批结果不一致');
        if (application?.accountBlind !== payout.accountBlind) say(18, payout.id, '账户和审批时的不一致');
        if (accountAt(this.crypto, 'payout', payout) === undefined) say(18, payout.id, '账户和它的指纹不一致');
      }
      for (const { payoutId, since } of await this.chain.breaks(page)) say(19, payoutId, `和${since}时不一样`);
    }
    return sums;
  }

  /** 5, 6, 7: counters are at or above zero, fit the allotment, and are what payouts and journals come to. */
  private async envelopes(sums: PayoutSums, say: Say): Promise<LedgerReport['envelopes']> {
    const { manager } = this.unitOfWork;
    const rows = await manager
      .createQueryBuilder(JournalEntry, 'entry')
      .select(['entry.envelopeId AS envelopeId', 'entry.account AS account'])
      .addSelect('SUM(entry.debitFen)', 'debit')
      .addSelect('SUM(entry.creditFen)', 'credit')
      .groupBy('entry.envelopeId')
      .addGroupBy('entry.account')
      .getRawMany<{ envelopeId: string; account: string; debit: string; credit: string }>();
    const balance = new Map(
      rows.map((row) => [`${row.envelopeId} ${row.account}`, Number(row.debit) - Number(row.credit)]),
    );
    const of = (envelope: Envelope, account: string): number => balance.get(`${envelope.id} ${account}`) ?? 0;
    const report: LedgerReport['envelopes'] = [];
    for await (const page of this.pages(Envelope)) {
      for (const envelope of page) {
        const { id, allottedFen, pledgedFen, reservedFen, spentFen } = envelope;
        const available = allottedFen - pledgedFen - reservedFen - spentFen;
        if (Math.min(allottedFen, pledgedFen, reservedFen, spentFen, available) < 0) say(5, id, '计数小于零或超过指标');
        if (pledgedFen !== sums.of(id, 'pledged')) say(6, id, '已审批数和各笔之和不一致');
        if (reservedFen !== sums.of(id, 'reserved')) say(6, id, '待发数和各笔之和不一致');
        if (reservedFen + of(envelope, 'reserved') + of(envelope, 'in_transit') !== 0) say(6, id, '待发数和分录不一致');
        if (allottedFen !== of(envelope, 'authority')) say(6, id, '下达数和分录不一致');
        if (available + pledgedFen + of(envelope, 'available') !== 0) say(6, id, '可用数和分录不一致');
        if (spentFen + of(envelope, 'bank') !== 0) say(7, id, '已发数和银行分录不一致');
        if (spentFen !== sums.of(id, 'spent')) say(7, id, '已发数和到账各笔之和不一致');
        report.push({
          id,
          allottedYuan: yuanText(allottedFen),
          pledgedYuan: yuanText(pledgedFen),
          reservedYuan: yuanText(reservedFen),
          spentYuan: yuanText(spentFen),
          availableYuan: yuanText(available),
        });
      }
    }
    return report;
  }

  /** 11: a batch's total is that of its lines and of its sealed hash. */
  private async batches(say: Say): Promise<number> {
    let count = 0;
    const { manager } = this.unitOfWork;
    for await (const page of this.pages(Batch)) {
      for (const batch of page) {
        count += 1;
        const lines = await manager.find(BatchLine, { where: { batchId: batch.id }, order: { line: 'ASC' } });
        const payouts = await manager
          .createQueryBuilder(Payout, 'payout')
          .innerJoin(BatchLine, 'line', 'line.payoutId = payout.id AND line.batchId = :id', { id: batch.id })
          .getMany();
        const now = digestsOf(this.crypto, this.crypto.open(batch.salt, `batch|salt|${batch.id}`), payouts);
        const wrong = lines.find((line) => now.byPayout.get(line.payoutId) !== line.rowDigest);
        if (wrong) say(11, batch.id, `第 ${wrong.line} 行和封批时不一样`);
        const total = lines.reduce((sum, line) => sum + line.amountFen, 0);
        if (lines.length !== batch.lineCount || total !== batch.totalFen || now.listHash !== batch.listHash)
          say(11, batch.id, '笔数、总额或指纹和封批时不一样');
      }
    }
    return count;
  }

  private async *pages<Row extends ObjectLiteral & { id: string }>(entity: ObjectType<Row>): AsyncGenerator<Row[]> {
    let after = '';
    for (;;) {
      const page = await this.unitOfWork.manager.find(entity, {
        where: { id: MoreThan(after) } as object,
        order: { id: 'ASC' } as object,
        take: PAGE,
      });
      if (page.length === 0) return;
      yield page;
      after = (page.at(-1) as Row).id;
    }
  }
}

type Say = (invariant: number, subject: string, message: string) => void;

/** What payouts of an envelope come to, by counter. */
class PayoutSums {
  count = 0;
  private readonly sums = new Map<string, number>();

  add({ envelopeId, state, amountFen }: Payout): void {
    this.count += 1;
    const spent = ['PAID', 'CLAWBACK_DUE', 'WRITTEN_OFF'].includes(state);
    const counter =
      state === 'APPROVED' ? 'pledged' : RESERVED_STATES.includes(state) ? 'reserved' : spent ? 'spent' : 'none';
    const key = `${envelopeId} ${counter}`;
    this.sums.set(key, (this.sums.get(key) ?? 0) + amountFen);
  }

  of(envelopeId: string, counter: 'pledged' | 'reserved' | 'spent'): number {
    return this.sums.get(`${envelopeId} ${counter}`) ?? 0;
  }
}

function checkPayout(payout: Payout, journals: readonly Journal[], attempts: readonly Instruction[], say: Say): void {
  const { id, state, amountFen } = payout;
  const keys = new Set(journals.map((row) => row.postingKey));
  const times = (event: Journal['event']): number => journals.filter((row) => row.event === event).length;
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) say(15, id, '金额不是大于零的整数分');
  if (journals.some((row) => row.amountFen !== amountFen)) say(15, id, '凭证金额和发放金额不一致');
  const live = attempts.filter((row) => row.live === 1);
  if (live.length > 1) say(2, id, '有两条有效指令');
  if (attempts.some((row) => (row.live === 1) !== isLiveInstruction(row.state)))
    say(2, id, '指令的有效标记和状态不一致');
  if (attempts.some((row) => row.amountFen !== amountFen)) say(15, id, '指令的金额和发放金额不一致');
  if (attempts.some((row) => row.accountBlind !== payout.accountBlind)) say(18, id, '指令的账户和审批时的不一致');
  const paid = times('paid') - times('bounced');
  if (paid < 0 || paid > 1) say(3, id, '付了不止一次');
  if (paid === 1 && !['PAID', 'CLAWBACK_DUE', 'CLAWED_BACK', 'WRITTEN_OFF'].includes(state))
    say(8, id, '已记到账而状态不是');
  if (state === 'PAID' && paid !== 1) say(8, id, '状态是到账而没有记账');
  const wantsReserve = state !== 'APPROVED' && !(state === 'VOIDED' && !keys.has(`reserve:${id}`));
  if (wantsReserve !== keys.has(`reserve:${id}`)) say(8, id, '待发的凭证和状态不一致');
  if (state === 'VOIDED' && keys.has(`reserve:${id}`) && !keys.has(`void:${id}`)) say(8, id, '作废而没有退回可用');
  for (const attempt of attempts)
    if ((attempt.state === 'PAID') !== keys.has(`paid:${attempt.id}`) && attempt.state !== 'RETURNED')
      say(8, attempt.id, '指令的结果和凭证不一致');
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
