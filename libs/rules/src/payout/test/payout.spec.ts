import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  APPLICATION_MACHINE,
  applicantWords,
  availableFen,
  BATCH_MACHINE,
  type CounterDeltas,
  type Entry,
  eventsAt,
  imbalance,
  INSTRUCTION_MACHINE,
  isLiveInstruction,
  judgeReturn,
  type LedgerAccount,
  listHashText,
  type Machine,
  NO_CHANGE,
  PAYOUT_MACHINE,
  type PayoutEvent,
  type PayoutState,
  pledge,
  postAllotment,
  postBounced,
  postClawbackDue,
  postClawbackReceived,
  postFail,
  type Posting,
  postPaid,
  postReserve,
  postSend,
  postSuspense,
  postVoid,
  requireClawback,
  RESERVED_STATES,
  type ReturnRow,
  rowDigestText,
  type SentLine,
  sumCounters,
  transition,
  unpledge,
} from '../index.js';

const MACHINES = [APPLICATION_MACHINE, PAYOUT_MACHINE, INSTRUCTION_MACHINE, BATCH_MACHINE] as Machine<string, string>[];

describe('the state machines', () => {
  test.each(MACHINES)('of $name name every state, and one event leads one way from a state', (machine) => {
    const states = new Set(machine.steps.flatMap((step) => [...step.from, step.to]));
    for (const state of states) expect(machine.words[state]).toBeTruthy();
    for (const state of states) {
      const events = eventsAt(machine, state);
      expect(new Set(events).size).toBe(events.length);
    }
    expect(Object.keys(machine.words).sort()).toEqual([...states, machine.initial].filter(unique).sort());
  });

  test.each(MACHINES)('of $name refuse every step that is not listed', (machine) => {
    const events = [...new Set(machine.steps.map((step) => step.event))];
    for (const state of Object.keys(machine.words)) {
      for (const event of events) {
        const allowed = eventsAt(machine, state).includes(event);
        if (allowed) expect(machine.words[transition(machine, state, event)]).toBeTruthy();
        else
          expect(() => transition(machine, state, event)).toThrow(expect.objectContaining({ code: 'STATE_CONFLICT' }));
      }
    }
  });

  it('never turn money that may be on its way back into a state that can be sent again', () => {
    for (const state of ['SENDING', 'SENT'] as const) {
      expect(eventsAt(PAYOUT_MACHINE, state).sort()).toEqual(
        state === 'SENDING' ? ['accepted', 'failed', 'paid'] : ['failed', 'paid'],
      );
    }
    expect(eventsAt(PAYOUT_MACHINE, 'VOIDED')).toEqual([]);
    expect(eventsAt(BATCH_MACHINE, 'CLOSED')).toEqual([]);
  });

  it('keep one live attempt until the bank says failed or returned', () => {
    expect((['INTENT', 'ACCEPTED', 'PAID'] as const).every(isLiveInstruction)).toBe(true);
    expect((['FAILED', 'RETURNED'] as const).some(isLiveInstruction)).toBe(false);
  });
});

const unique = <T>(value: T, index: number, all: T[]) => all.indexOf(value) === index;
const amount = fc.integer({ min: 1, max: 10_000_000_00 });

describe('the ledger', () => {
  it('balances in every journal, with keys that do not meet', () => {
    fc.assert(
      fc.property(amount, fc.uuid(), fc.boolean(), (fen, id, flag) => {
        const postings = [
          postAllotment(id, flag ? fen : -fen),
          postReserve(id, fen),
          ...postPaid(id, fen),
          postFail(id, fen),
          postVoid(id, fen),
          postBounced(id, fen),
          postClawbackDue(id, fen),
          postClawbackReceived(id, fen, flag),
          postSuspense(id, fen, flag),
        ];
        for (const posting of postings) {
          expect(imbalance(posting.entries)).toBe(0);
          expect(posting.entries.every((entry) => entry.amountFen > 0)).toBe(true);
        }
        expect(new Set(postings.map((posting) => posting.postingKey)).size).toBe(postings.length);
      }),
    );
  });

  it.each([0, -1, 0.5, Number.NaN, 2 ** 53])('refuses an amount of %p', (fen) => {
    expect(() => postReserve('p', fen)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
  });

  it.each([
    [0, 100, 0],
    [-1, 100, 0],
    [101, 100, 0],
    [51, 100, 50],
    [1, 100, 100],
    [0.5, 100, 0],
    [Number.NaN, 100, 0],
    [2 ** 53, 100, 0],
  ])('refuses to claim back %p of %p, %p of it decided before (bad input 85)', (amountFen, paidFen, decidedFen) => {
    expect(() => requireClawback(amountFen, paidFen, decidedFen)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
    expect(() => requireClawback(100, 100)).not.toThrow();
    expect(() => requireClawback(50, 100, 50)).not.toThrow();
  });

  it('keeps counters at or above zero, and available + pledged + reserved + spent = allotted, over any walk of payouts', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat()), { minLength: 25, maxLength: 120 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 5 }),
        steps,
        (allotted, amounts, walk) => {
          const book = new Book(allotted);
          for (const [index, choice] of walk) {
            book.step(index, amounts[index] as number, choice);
            book.check();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** One envelope with its payouts: what the services must do, without a database. */
class Book {
  counters: CounterDeltas = NO_CHANGE;
  readonly accounts = new Map<LedgerAccount, number>();
  readonly keys = new Set<string>();
  readonly payouts = new Map<number, { state: PayoutState; amountFen: number; seq: number; sent: boolean }>();
  private lines = 0;

  constructor(allottedFen: number) {
    if (allottedFen > 0) this.post(postAllotment('doc', allottedFen));
  }

  step(index: number, amountFen: number, choice: number): void {
    const payout = this.payouts.get(index);
    if (!payout) {
      // The guard of the pledge, as the UPDATE has it.
      if (availableFen(this.counters) < amountFen) return;
      this.counters = sumCounters([this.counters, pledge(amountFen)]);
      this.payouts.set(index, { state: PAYOUT_MACHINE.initial, amountFen, seq: 0, sent: false });
      return;
    }
    const events = eventsAt(PAYOUT_MACHINE, payout.state).filter(
      (event) => !event.startsWith('claw') && event !== 'writeOff',
    );
    if (events.length === 0) return;
    this.happen(index, payout, events[choice % events.length] as PayoutEvent);
  }

  private happen(index: number, payout: NonNullable<ReturnType<Book['payouts']['get']>>, event: PayoutEvent): void {
    const { amountFen, state } = payout;
    payout.state = transition(PAYOUT_MACHINE, state, event);
    const instruction = `${index}-${payout.seq}`;
    if (event === 'noticeClosed') this.post(postReserve(String(index), amountFen));
    if (event === 'claim') {
      payout.seq += 1;
      payout.sent = false;
    }
    if (event === 'accepted') {
      this.post(postSend(instruction, amountFen));
      payout.sent = true;
    }
    if (event === 'paid') for (const posting of postPaid(instruction, amountFen)) this.post(posting);
    if (event === 'failed' && payout.sent) this.post(postFail(instruction, amountFen));
    if (event === 'bounced') this.post(postBounced(`line-${(this.lines += 1)}`, amountFen));
    if (event === 'void') {
      if (state === 'APPROVED') this.counters = sumCounters([this.counters, unpledge(amountFen)]);
      else this.post(postVoid(String(index), amountFen));
    }
  }

  private post(posting: Posting): void {
    if (this.keys.has(posting.postingKey)) return;
    this.keys.add(posting.postingKey);
    for (const entry of posting.entries) this.accounts.set(entry.account, this.balance(entry.account) + signed(entry));
    this.counters = sumCounters([this.counters, posting.counters]);
  }

  /** debit − credit */
  private balance(account: LedgerAccount): number {
    return this.accounts.get(account) ?? 0;
  }

  check(): void {
    const { allottedFen, pledgedFen, reservedFen, spentFen } = this.counters;
    expect(
      Math.min(allottedFen, pledgedFen, reservedFen, spentFen, availableFen(this.counters)),
    ).toBeGreaterThanOrEqual(0);
    const sumOf = (states: readonly PayoutState[]) =>
      [...this.payouts.values()]
        .filter((one) => states.includes(one.state))
        .reduce((sum, one) => sum + one.amountFen, 0);
    expect(pledgedFen).toBe(sumOf(['APPROVED']));
    expect(reservedFen).toBe(sumOf(RESERVED_STATES));
    expect(spentFen).toBe(sumOf(['PAID']));
    // Counters are what the journals come to.
    expect(reservedFen).toBe(0 - this.balance('reserved') - this.balance('in_transit'));
    expect(spentFen).toBe(0 - this.balance('bank'));
    expect(allottedFen).toBe(this.balance('authority'));
    expect(availableFen(this.counters) + pledgedFen).toBe(0 - this.balance('available'));
    expect(Math.max(this.balance('in_transit'), this.balance('reserved'))).toBeLessThanOrEqual(0);
  }
}

const signed = (entry: Entry): number => (entry.side === 'DR' ? entry.amountFen : -entry.amountFen);

describe('digests', () => {
  const row = {
    payoutId: 'p1',
    subjectId: 's1',
    schemeCode: 'TRAIN',
    periodText: '2026-03-01/2026-04-30',
    amountFen: 150_000,
    payeeName: '张三',
    account: '6217000000000000004',
  };

  it.each([
    { payoutId: 'p2' },
    { subjectId: 's2' },
    { schemeCode: 'TRAIN2' },
    { periodText: '2026-03-01/2026-04-29' },
    { amountFen: 150_001 },
    { payeeName: '张三三' },
    { account: '6217000000000000012' },
  ])('change with %p', (change) => {
    expect(rowDigestText('salt', { ...row, ...change })).not.toBe(rowDigestText('salt', row));
    expect(rowDigestText('other', row)).not.toBe(rowDigestText('salt', row));
  });

  it('of a list do not depend on the order, but on count and total', () => {
    expect(listHashText(['b', 'a'], 1)).toBe(listHashText(['a', 'b'], 1));
    expect(listHashText(['a', 'b'], 2)).not.toBe(listHashText(['a', 'b'], 1));
    expect(listHashText(['a'], 1)).not.toBe(listHashText(['a', 'a'], 1));
  });
});

describe('a return file', () => {
  const sent = new Map<string, SentLine>(
    ['A', 'B', 'C'].map((key, index) => [
      key,
      { key, account: `1000000${index}`, amountFen: 1000 + index, state: 'INTENT' },
    ]),
  );
  const line = (row: number, key: string, over: Partial<ReturnRow> = {}): ReturnRow => ({
    row,
    batchNumber: 'N1',
    key,
    account: sent.get(key)?.account ?? null,
    amountFen: sent.get(key)?.amountFen ?? 0,
    result: 'PAID',
    reason: null,
    ...over,
  });
  const good = [
    line(2, 'A'),
    line(3, 'B', { result: 'FAILED', amountFen: 0 }),
    line(4, 'C', { result: null, amountFen: 0 }),
  ];
  const trailer = { row: 5, count: 3, totalFen: 1000 };
  const codes = (rows: readonly ReturnRow[], end: typeof trailer | undefined = trailer, lines = sent) =>
    judgeReturn(rows, end, 'N1', lines).problems.map(({ row, code }) => [row, code]);

  it('gives paid, failed and undecided lines; lines it leaves out are not mentioned', () => {
    expect(judgeReturn(good, trailer, 'N1', sent)).toEqual({
      problems: [],
      verdicts: new Map([
        ['A', 'PAID'],
        ['B', 'FAILED'],
        ['C', 'UNCHANGED'],
      ]),
    });
    expect(codes([line(2, 'A')], { row: 3, count: 1, totalFen: 1000 })).toEqual([]);
  });

  it('is refused whole for each kind of wrong line or trailer', () => {
    expect(codes([line(2, 'A', { amountFen: 999 })], { row: 3, count: 1, totalFen: 999 })).toEqual([
      [2, 'AMOUNT_MISMATCH'],
    ]);
    expect(codes([line(2, 'A', { amountFen: 1001 })], { row: 3, count: 1, totalFen: 1001 })).toEqual([
      [2, 'AMOUNT_MISMATCH'],
    ]);
    expect(codes([line(2, 'B', { result: 'FAILED', amountFen: 5 })], { row: 3, count: 1, totalFen: 5 })).toEqual([
      [2, 'AMOUNT_MISMATCH'],
    ]);
    expect(codes([line(2, 'X')], { row: 3, count: 1, totalFen: 0 })).toEqual([[2, 'RETURN_UNKNOWN_LINE']]);
    expect(codes([line(2, 'A', { account: '9' })], { row: 3, count: 1, totalFen: 1000 })).toEqual([
      [2, 'RETURN_UNKNOWN_LINE'],
    ]);
    expect(codes([line(2, 'A'), line(3, 'A')], { row: 4, count: 2, totalFen: 2000 })).toEqual([
      [3, 'RETURN_DUPLICATE'],
    ]);
    expect(codes([line(2, 'A', { batchNumber: 'N2' })], { row: 3, count: 1, totalFen: 1000 })).toEqual([
      [2, 'RETURN_UNKNOWN_BATCH'],
    ]);
    expect(codes(good, { ...trailer, totalFen: 1001 })).toEqual([[5, 'RETURN_TOTAL']]);
    expect(codes(good.slice(0, 2))).toEqual([[5, 'RETURN_TRUNCATED']]);
    expect(judgeReturn(good, undefined, 'N1', sent).problems).toMatchObject([{ row: null, code: 'RETURN_TRUNCATED' }]);
  });

  it('says nothing new where it agrees with what stands, and conflicts where it does not', () => {
    const paid = new Map(sent).set('A', { ...(sent.get('A') as SentLine), state: 'PAID' });
    expect(judgeReturn(good, trailer, 'N1', paid).verdicts.get('A')).toBe('UNCHANGED');
    expect(codes([line(2, 'A', { result: 'FAILED', amountFen: 0 })], { row: 3, count: 1, totalFen: 0 }, paid)).toEqual([
      [2, 'RETURN_CONFLICT'],
    ]);
  });
});

describe("the applicant's words", () => {
  it('lead from 已提交 to 到账 and never name an internal state', () => {
    const way = [
      applicantWords('SUBMITTED', null),
      applicantWords('ELIGIBILITY_CHECKED', null),
      applicantWords('REVIEWED', null),
      applicantWords('NOTICE', 'APPROVED'),
      applicantWords('NOTICE_PASSED', 'SENDING'),
      applicantWords('NOTICE_PASSED', 'PAID'),
    ];
    expect(way.map((words) => words.text)).toEqual(['已提交', '材料齐', '审核', '公示', '发放', '到账']);
    expect(way.at(-1)?.next).toBeNull();
    for (const application of Object.keys(APPLICATION_MACHINE.words)) {
      for (const payout of [null, ...Object.keys(PAYOUT_MACHINE.words)]) {
        const words = applicantWords(application as never, payout as never);
        expect(`${words.text}${words.next ?? ''}`).not.toMatch(/[A-Z_]{3,}/);
      }
    }
  });
});
