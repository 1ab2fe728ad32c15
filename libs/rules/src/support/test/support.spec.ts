import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMinutes,
  isMoment,
  isOpenSupport,
  type Moment,
  minutesBetween,
  needsForEmployer,
  nextSupportStates,
  overlaps,
  SUPPORT_KIND_CODES,
  SUPPORT_KINDS,
  SUPPORT_STATES,
  type SupportSide,
  type SupportSpent,
  type SupportStand,
  supportCostFen,
  supportFor,
  supportSheet,
} from '../index.js';

const at = (text: string): Moment => text as Moment;
const SIDES: readonly SupportSide[] = ['PERSON', 'OFFICE', 'OCCASION'];
const BOTH = [false, true];
const STANDS: readonly SupportStand[] = SUPPORT_STATES.flatMap((state) =>
  BOTH.flatMap((begun) => BOTH.map((gone) => ({ state, begun, gone }))),
);

describe('a moment', () => {
  it.each([
    ['2026-12-01 09:30', true],
    ['2028-02-29 23:59', true],
    ['2026-02-29 09:30', false],
    ['2026-12-01 24:00', false],
    ['2026-12-01 09:60', false],
    ['2026-12-01T09:30', false],
    ['2026-12-01 9:30', false],
    ['9999-12-31 09:30', false],
  ])('%s is one: %s', (text, is) => expect(isMoment(text)).toBe(is));

  it.each([
    ['2026-12-01 09:30', 0, '2026-12-01 09:30'],
    ['2026-12-01 09:30', 30, '2026-12-01 10:00'],
    ['2026-12-31 23:30', 31, '2027-01-01 00:01'],
    ['2028-02-28 23:00', 60, '2028-02-29 00:00'],
    ['2026-12-01 00:10', -20, '2026-11-30 23:50'],
  ])('%s and %s minutes is %s', (from, minutes, to) => {
    expect(addMinutes(at(from), minutes)).toBe(to);
    expect(minutesBetween(at(from), at(to))).toBe(minutes);
  });

  it('overlaps another stretch only where both have a minute: end as the next begins is none', () => {
    const nine = { from: at('2026-12-01 09:00'), to: at('2026-12-01 10:00') };
    const after = (from: string, to: string) => ({ from: at(`2026-12-01 ${from}`), to: at(`2026-12-01 ${to}`) });
    expect(overlaps(nine, after('10:00', '11:00'))).toBe(false);
    expect(overlaps(after('10:00', '11:00'), nine)).toBe(false);
    expect(overlaps(nine, after('09:59', '11:00'))).toBe(true);
    expect(overlaps(nine, after('08:00', '09:01'))).toBe(true);
    expect(overlaps(nine, after('09:15', '09:30'))).toBe(true);
    expect(overlaps(nine, nine)).toBe(true);
  });
});

describe('the way of a support', () => {
  it('has no way out of an end', () => {
    for (const stand of STANDS.filter(({ state }) => !isOpenSupport(state)))
      expect(SIDES.flatMap((side) => nextSupportStates(side, stand))).toEqual([]);
  });

  it('leaves somebody a way to end everything that is open', () => {
    for (const stand of STANDS.filter(({ state }) => isOpenSupport(state)))
      expect(nextSupportStates('OFFICE', stand).some((to) => !isOpenSupport(to))).toBe(true);
  });

  it('delivers nothing that was not booked, or has not begun', () => {
    for (const stand of STANDS)
      for (const side of SIDES)
        if (nextSupportStates(side, stand).some((to) => to === 'DELIVERED' || to === 'NOT_DELIVERED'))
          expect([stand.state, stand.begun]).toEqual(['BOOKED', true]);
  });

  it('books nothing for what is no more, and cancels nothing that has begun', () => {
    for (const stand of STANDS) {
      if (stand.gone) expect(nextSupportStates('OFFICE', stand)).not.toContain('BOOKED');
      if (stand.state === 'BOOKED' && stand.begun)
        for (const side of SIDES) expect(nextSupportStates(side, stand)).not.toContain('CANCELLED');
    }
  });

  it('is booked and declined by the office alone', () => {
    for (const stand of STANDS)
      for (const side of ['PERSON', 'OCCASION'] as const)
        for (const to of ['BOOKED', 'DECLINED'] as const) expect(nextSupportStates(side, stand)).not.toContain(to);
  });
});

describe('what a support costs', () => {
  it.each([
    { minutes: 60, hourlyFen: 12_000, fen: 12_000, why: 'a whole hour' },
    { minutes: 90, hourlyFen: 12_000, fen: 18_000, why: 'one and a half' },
    { minutes: 1, hourlyFen: 12_000, fen: 200, why: 'one minute' },
    { minutes: 1, hourlyFen: 29, fen: 0, why: '29/60 of a fen goes down' },
    { minutes: 1, hourlyFen: 30, fen: 1, why: 'exactly half a fen goes up' },
    { minutes: 50, hourlyFen: 9_999, fen: 8_333, why: '8332.5 goes up' },
    { minutes: 1440, hourlyFen: 0, fen: 0, why: 'own staff cost nothing' },
  ])('$minutes minutes at $hourlyFen: $fen, $why', ({ minutes, hourlyFen, fen }) =>
    expect(supportCostFen(minutes, { by: 'HOUR', hourlyFen })).toBe(fen),
  );

  it('is the sum agreed, however long it took', () =>
    expect(supportCostFen(7, { by: 'FIXED', fixedFen: 20_001 })).toBe(20_001));

  it.each([0, -1, 1441, 1.5])('is nothing for %s minutes', (minutes) =>
    expect(() => supportCostFen(minutes, { by: 'FIXED', fixedFen: 1 })).toThrow('1 到 1440'),
  );

  it('never falls when it takes longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 0, max: 10_000_000 }), (minutes, hourlyFen) => {
        const fee = { by: 'HOUR', hourlyFen } as const;
        return supportCostFen(minutes, fee) <= supportCostFen(minutes + 1, fee);
      }),
    );
  });
});

describe('the sheet', () => {
  const spent: fc.Arbitrary<SupportSpent[]> = fc.array(
    fc.record({
      kind: fc.constantFrom(...SUPPORT_KIND_CODES),
      occasion: fc.constantFrom('INTERVIEW', 'TRAINING', 'STARTUP'),
      providerId: fc.constantFrom('a', 'b', 'c'),
      minutes: fc.integer({ min: 1, max: 1440 }),
      costFen: fc.integer({ min: 0, max: 10_000_000 }),
    }),
    { maxLength: 60 },
  );

  it('adds up to the last fen in every column, in whatever order', () => {
    fc.assert(
      fc.property(spent, (some) => {
        const sheet = supportSheet(some);
        const sum = (sums: Iterable<{ times: number; minutes: number; costFen: number }>) =>
          [...sums].reduce((all, one) => [all[0] + one.times, all[1] + one.minutes, all[2] + one.costFen] as const, [
            0, 0, 0,
          ] as readonly [number, number, number]);
        const total = sum([sheet.total]);
        expect(total).toEqual([
          some.length,
          some.reduce((all, { minutes }) => all + minutes, 0),
          some.reduce((all, { costFen }) => all + costFen, 0),
        ]);
        for (const part of [sheet.rows, sheet.byKind.values(), sheet.byOccasion.values(), sheet.byProvider.values()])
          expect(sum(part)).toEqual(total);
        expect(supportSheet([...some].reverse()).rows).toEqual(sheet.rows);
      }),
    );
  });

  it('of nothing is nothing', () =>
    expect(supportSheet([])).toMatchObject({ rows: [], total: { times: 0, minutes: 0, costFen: 0 } }));
});

describe('needs', () => {
  it('ask for the kinds that answer them, in the order of the list', () => {
    expect(supportFor(['讲慢一点', '坡道电梯', '面试有手语翻译'])).toEqual(['SIGN', 'PLAIN']);
    expect(supportFor([])).toEqual([]);
    for (const kind of SUPPORT_KIND_CODES) expect(supportFor(SUPPORT_KINDS[kind].needs)).toContain(kind);
  });

  it('reach an employer as the person said: a word about one stands above the word about all', () => {
    const said = {
      released: true,
      interview: true,
      named: ['坡道', '手语翻译'],
      told: ['坡道'],
      shared: ['手语翻译', '文字联系'],
    };
    expect(needsForEmployer(said)).toEqual(['坡道', '文字联系']);
    expect(needsForEmployer({ ...said, interview: false })).toEqual(['坡道']);
    expect(needsForEmployer({ ...said, released: false })).toEqual([]);
    expect(needsForEmployer({ ...said, named: [], told: [] })).toEqual(['手语翻译', '文字联系']);
    expect(needsForEmployer({ ...said, shared: [] })).toEqual(['坡道']);
    expect(needsForEmployer({ ...said, told: ['坡道', '手语翻译'] })).toEqual(['坡道', '手语翻译', '文字联系']);
  });
});
