import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  alertOn,
  attendanceProblem,
  type AttendanceFacts,
  attendedMonth,
  daysIn,
  isMonth,
  type IsoDate,
  isoDate,
  lastDayOf,
  monthsFrom,
  monthsServed,
  needsHearing,
  type PostInUse,
  shareDayOf,
  termOf,
  type TermLaw,
  WELFARE_EXIT_CODES,
  welfareShare,
} from '../../index.js';

const RUNS = { numRuns: 200 };
const on = isoDate;
const NO_LAW: TermLaw = { maxMonths: null, nearRetirementYears: null, relaxedMonths: null };
const LIMIT: TermLaw = { ...NO_LAW, maxMonths: { value: 36, source: '某办法' } };
const FACTS = { startedOn: on('2024-01-31'), agreedUntil: null, earlier: [], workingAgeUntil: null };
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(on('2020-01-01'), days));

describe('months served', () => {
  it.each([
    // A month is over the day before the same day of the next one.
    ['2024-01-15', '2024-02-12', { months: 0, days: 29 }],
    ['2024-01-15', '2024-02-14', { months: 1, days: 0 }],
    ['2024-02-01', '2024-02-29', { months: 1, days: 0 }],
    ['2024-02-01', '2024-02-28', { months: 0, days: 28 }],
    ['2024-05-31', '2024-06-29', { months: 1, days: 0 }],
    ['2024-05-31', '2024-05-31', { months: 0, days: 1 }],
  ])('from %s to %s', (from, to, expected) => {
    expect(monthsServed([{ from: on(from), to: on(to) }], on('2030-01-01'))).toEqual(expected);
  });

  it('count up to the day asked for, nothing before the first day, and days of several spans together', () => {
    const open = [{ from: on('2024-03-01'), to: null }];
    expect(monthsServed(open, on('2024-02-29'))).toEqual({ months: 0, days: 0 });
    expect(monthsServed(open, on('2024-03-01'))).toEqual({ months: 0, days: 1 });
    expect(monthsServed(open, on('2025-02-28'))).toEqual({ months: 12, days: 0 });
    const broken = [
      { from: on('2024-03-01'), to: on('2024-03-20') },
      { from: on('2024-05-01'), to: on('2024-05-15') },
    ];
    expect(monthsServed(broken, on('2030-01-01'))).toEqual({ months: 1, days: 5 });
  });

  it('never fall from one day to the next', () => {
    const days = ({ months, days: more }: { months: number; days: number }): number => months * 31 + more;
    fc.assert(
      fc.property(anyDay, anyDay, (from, day) => {
        const spans = [{ from, to: null }];
        expect(days(monthsServed(spans, addDays(day, 1)))).toBeGreaterThanOrEqual(days(monthsServed(spans, day)));
      }),
      RUNS,
    );
  });
});

describe('the term of a post', () => {
  it('has no end where nobody entered a limit and none was agreed, and says so', () => {
    expect(termOf(FACTS, NO_LAW)).toMatchObject({ endsOn: null, rule: 'NO_LIMIT' });
    expect(termOf({ ...FACTS, agreedUntil: on('2024-12-31') }, NO_LAW)).toMatchObject({ endsOn: '2024-12-31' });
  });

  it('ends on the day on which the limit is served, to the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (startedOn, months) => {
        const { endsOn } = termOf({ ...FACTS, startedOn }, { ...NO_LAW, maxMonths: { value: months, source: '' } });
        const span = [{ from: startedOn, to: null }];
        expect(monthsServed(span, endsOn as IsoDate)).toEqual({ months, days: 0 });
        expect(monthsServed(span, addDays(endsOn as IsoDate, -1)).months).toBe(months - 1);
      }),
      RUNS,
    );
  });

  it('takes the earlier of the agreed day and the limit', () => {
    expect(termOf(FACTS, LIMIT)).toMatchObject({ endsOn: '2027-01-30', rule: 'LIMIT' });
    expect(termOf({ ...FACTS, agreedUntil: on('2027-01-30') }, LIMIT).rule).toBe('AGREED');
    expect(termOf({ ...FACTS, agreedUntil: on('2027-01-31') }, LIMIT)).toMatchObject({ endsOn: '2027-01-30' });
  });

  it('is shorter by what was served before, and longer by a decision of the county', () => {
    const earlier = [{ from: on('2020-01-01'), to: on('2020-12-31') }];
    const facts = { ...FACTS, startedOn: on('2024-02-01'), earlier };
    expect(termOf(facts, LIMIT).endsOn).toBe('2026-01-31');
    const relaxed = termOf(facts, { ...LIMIT, relaxedMonths: { value: 12, source: '县残联〔2026〕1号' } });
    expect(relaxed.endsOn).toBe('2027-01-31');
    expect(relaxed.reasons.join('')).toContain('县残联〔2026〕1号');
  });

  it('runs until retirement only where fewer years than stated were left at the first grant', () => {
    const law = { ...LIMIT, nearRetirementYears: { value: 5, source: '某办法' } };
    const facts = { ...FACTS, startedOn: on('2024-03-01') };
    // Exactly five years left: not fewer.
    const exactly = termOf({ ...facts, workingAgeUntil: on('2029-02-28') }, law);
    expect(exactly).toMatchObject({ endsOn: '2027-02-28', rule: 'LIMIT' });
    const fewer = termOf({ ...facts, workingAgeUntil: on('2029-02-27') }, law);
    expect(fewer).toMatchObject({ endsOn: '2029-02-27', rule: 'NEAR_RETIREMENT' });
    // At the first grant: a later one does not make him near.
    const earlier = [{ from: on('2020-01-01'), to: on('2020-01-31') }];
    expect(termOf({ ...facts, earlier, workingAgeUntil: on('2029-02-27') }, law).rule).toBe('LIMIT');
    expect(termOf(facts, law).reasons.join('')).toContain('年龄上限没有录入');
  });

  it('is announced from ninety and from thirty days before its last day on', () => {
    const ends = on('2026-12-31');
    const before = (days: number) => alertOn(ends, addDays(ends, -days));
    expect([91, 90, 31, 30, 0, -1].map(before)).toEqual([null, 90, 90, 30, 30, null]);
    expect(alertOn(null, ends)).toBeNull();
  });
});

describe('a month of attendance', () => {
  const LAW = { minimum: { value: '4/5', source: '某细则' }, partMonth: { value: 'SKIP' as const, source: '某细则' } };
  const SILENT = { minimum: null, partMonth: null };
  const month = (over: Partial<AttendanceFacts> = {}): AttendanceFacts => ({
    month: '2026-11',
    span: { from: on('2026-01-01'), to: null },
    closed: true,
    confirmed: { daysDue: 20, daysPresent: 20 },
    ...over,
  });
  const present = (daysPresent: number, daysDue = 20) => month({ confirmed: { daysDue, daysPresent } });

  it('counts whole under every reading, and not at all without a day', () => {
    expect(attendedMonth(month(), SILENT)).toMatchObject({ answer: 'COUNTS', code: 'FULL' });
    expect(attendedMonth(present(0), SILENT)).toMatchObject({ answer: 'NOT', code: 'NOT_PRESENT' });
    expect(attendedMonth(present(0, 0), SILENT)).toMatchObject({ answer: 'NOT', code: 'NONE_DUE' });
  });

  it('between them is decided by the county’s row, its boundary included, and by nobody without one', () => {
    expect(attendedMonth(present(19), SILENT)).toMatchObject({ answer: 'UNKNOWN', code: 'LAW_UNKNOWN' });
    expect(attendedMonth(present(16), LAW)).toMatchObject({ answer: 'COUNTS', code: 'ENOUGH' });
    expect(attendedMonth(present(15), LAW)).toMatchObject({ answer: 'NOT', code: 'BELOW_SHARE' });
  });

  it('that is not whole asks its own row', () => {
    const part = month({ span: { from: on('2026-11-02'), to: null } });
    expect(attendedMonth(part, SILENT).answer).toBe('UNKNOWN');
    expect(attendedMonth(part, LAW)).toMatchObject({ answer: 'NOT', code: 'PART_MONTH' });
    expect(attendedMonth(part, { ...LAW, partMonth: { value: 'COUNT', source: '' } }).answer).toBe('COUNTS');
    const whole = month({ span: { from: on('2026-11-01'), to: on('2026-11-30') } });
    expect(attendedMonth(whole, LAW).answer).toBe('COUNTS');
  });

  it('waits for the close and the confirmation, and is no month for who was not there', () => {
    expect(attendedMonth(month({ closed: false }), LAW)).toMatchObject({ answer: 'UNKNOWN', code: 'NOT_CLOSED' });
    expect(attendedMonth(month({ confirmed: null }), LAW)).toMatchObject({ answer: 'UNKNOWN', code: 'NOT_CONFIRMED' });
    const gone = month({ span: { from: on('2026-01-01'), to: on('2026-10-31') }, closed: false });
    expect(attendedMonth(gone, LAW)).toMatchObject({ answer: 'NOT', code: 'NOT_PLACED' });
    const left = month({ span: { from: on('2026-01-01'), to: on('2026-11-10') } });
    expect(attendedMonth(left, LAW)).toMatchObject({ answer: 'UNKNOWN', code: 'DAYS_CHANGED' });
  });

  it('takes days that fit, and says which do not', () => {
    expect(attendanceProblem({ daysDue: 30, daysPresent: 30 }, 30)).toBeNull();
    expect(attendanceProblem({ daysDue: 0, daysPresent: 0 }, 30)).toBeNull();
    expect(attendanceProblem({ daysDue: 31, daysPresent: 1 }, 30)?.field).toBe('daysDue');
    expect(attendanceProblem({ daysDue: 20, daysPresent: 21 }, 30)?.field).toBe('daysPresent');
    expect(attendanceProblem({ daysDue: 20, daysPresent: -1 }, 30)?.field).toBe('daysPresent');
    expect(attendanceProblem({ daysDue: 1.5, daysPresent: 1 }, 30)?.field).toBe('daysDue');
  });

  it('knows the days of February, and the months between two days', () => {
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(daysIn('2026-02', { from: on('2026-02-10'), to: on('2026-03-01') })).toBe(19);
    expect(daysIn('2026-02', { from: on('2026-03-01'), to: null })).toBe(0);
    expect(monthsFrom(on('2025-12-31'), on('2026-02-01'))).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(['2026-13', '2026-1', '2026-01-01', ''].map(isMonth)).toEqual([false, false, false, false]);
  });
});

describe('the share of disabled people', () => {
  const post = (over: Partial<PostInUse> = {}): PostInUse => ({
    id: 'p',
    town: '640324100000',
    kind: 'ROAD_KEEPER',
    reported: 10,
    disabled: 1,
    lapsed: 0,
    members: 0,
    ...over,
  });

  it('of exactly ten in a hundred is met; one seat more is not', () => {
    expect(welfareShare([post()], '1/10')).toMatchObject({ share: '1/10', meets: true, missing: 0 });
    expect(welfareShare([post({ reported: 11 })], '1/10')).toMatchObject({ share: '1/11', meets: false, missing: 1 });
  });

  it('of nothing is no share, and without a minimum nobody judges it', () => {
    expect(welfareShare([], '1/10')).toMatchObject({ share: null, meets: null, missing: null, rows: [] });
    expect(welfareShare([post({ reported: 0, disabled: 0 })], '1/10').meets).toBeNull();
    expect(welfareShare([post()], null)).toMatchObject({ share: '1/10', meets: null });
  });

  it('knows at least the people who are there, and counts none whose certificate has lapsed', () => {
    const share = welfareShare([post({ reported: null, disabled: 1, lapsed: 1 })], '1/10');
    expect(share).toMatchObject({ inUse: 2, disabled: 1, share: '1/2' });
  });

  it('counts a household member as a seat in use, and never as a disabled person', () => {
    const share = welfareShare([post({ reported: null, disabled: 1, members: 9 })], '1/10');
    expect(share).toMatchObject({ inUse: 10, disabled: 1, share: '1/10', meets: true });
    expect(welfareShare([post({ reported: 3, disabled: 0, members: 4 })], '1/10')).toMatchObject({
      inUse: 4,
      disabled: 0,
      missing: 1,
    });
  });

  it('of towns and kinds adds up to the whole', () => {
    const anyPost = fc.record({
      id: fc.string(),
      town: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('', 'x'),
      reported: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
      disabled: fc.integer({ min: 0, max: 5 }),
      lapsed: fc.integer({ min: 0, max: 2 }),
      members: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anyPost), (posts) => {
        const { rows, inUse, disabled } = welfareShare(posts, null);
        expect(rows.reduce((sum, row) => sum + row.inUse, 0)).toBe(inUse);
        expect(rows.reduce((sum, row) => sum + row.disabled, 0)).toBe(disabled);
        expect(disabled).toBe(posts.reduce((sum, one) => sum + one.disabled, 0));
        expect(rows.every((row) => row.disabled <= row.inUse && row.inUse > 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is counted on the day that the county chose', () => {
    expect(shareDayOf(on('2026-11-27'), null)).toBe('2026-11-27');
    expect(shareDayOf(on('2026-11-27'), 'LAST_YEAR_END')).toBe('2025-12-31');
  });
});

it('hears who is held something against, and nobody else', () => {
  expect(WELFARE_EXIT_CODES.filter(needsHearing)).toEqual(['FALSE_DATA', 'ABSENCE', 'REFUSED']);
});
