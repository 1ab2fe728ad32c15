import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoDate } from '../../calendar.js';
import { Law, type ParameterRow, SHIPPED_LAW } from '../../law/index.js';
import { countHires, type HireFacts, UsedLaw, type ZeroReason } from '../index.js';

const operator = (
  code: string,
  value: string,
  qualifier = '',
  from = '2020-01-01',
  to: string | null = null,
): ParameterRow => ({
  id: `${code}-${qualifier}-${from}`,
  code,
  scope: '640324',
  qualifier,
  unit: '',
  value,
  from: isoDate(from),
  to: to === null ? null : isoDate(to),
  source: 'a local notice',
  status: 'CONFIRMED',
  origin: 'OPERATOR',
  afterEnd: 'REFUSE',
});
const ROWS = [
  ...SHIPPED_LAW,
  operator('count.minimumWage', '180000', '', '2020-01-01', '2025-06-30'),
  operator('count.minimumWage', '200000', '', '2025-07-01'),
  operator('count.ageBounds', '16..59', 'MALE'),
  operator('count.ageBounds', '16..54', 'FEMALE'),
  operator('count.insurances', 'PENSION,MEDICAL'),
];
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const hire = (change: Partial<HireFacts> = {}): HireFacts => ({
  ref: '1',
  certificate: 'DISABLED_PERSON',
  grade: 3,
  certificateExpiresOn: null,
  birthOn: isoDate('1990-01-01'),
  sex: 'MALE',
  form: 'LABOUR_CONTRACT',
  countedHere: true,
  contractFrom: isoDate('2024-01-01'),
  contractTo: null,
  monthlyWageFen: Array.from({ length: 12 }, () => 300_000),
  insuranceMonths: { PENSION: all, MEDICAL: all },
  countedElsewhere: [],
  ...change,
});
const count = (hires: HireFacts[], rows: readonly ParameterRow[] = ROWS) =>
  countHires(hires, 2025, isoDate('2026-03-10'), new UsedLaw(new Law(rows, '640324'))).result;
const months = (change: Partial<HireFacts>) =>
  count([hire(change)])
    .matrix[0]?.cells.filter((cell) => !cell.reason)
    .map((cell) => cell.month);
const reasons = (change: Partial<HireFacts>) => [
  ...new Set(count([hire(change)]).matrix[0]?.cells.map((cell) => cell.reason)),
];

describe('counting month by month', () => {
  it('weighs grades 1–2 of a 残疾人证 and 1–3 of a 残疾军人证 twice, veterans of grade 9 not at all', () => {
    expect(count([hire({ grade: 2 })]).counted.toString()).toBe('2');
    expect(count([hire({ certificate: 'DISABLED_VETERAN', grade: 3 })]).counted.toString()).toBe('2');
    expect(count([hire({ certificate: 'DISABLED_VETERAN', grade: 8 })]).counted.toString()).toBe('1');
    expect(count([hire({ certificate: 'DISABLED_VETERAN', grade: 9 })]).counted.toString()).toBe('0');
  });

  it.each<[string, Partial<HireFacts>, number[]]>([
    ['a contract from August', { contractFrom: isoDate('2025-08-15') }, [8, 9, 10, 11, 12]],
    [
      'a contract of exactly one year',
      { contractFrom: isoDate('2024-03-01'), contractTo: isoDate('2025-02-28') },
      [1, 2],
    ],
    ['a contract one day short', { contractFrom: isoDate('2024-03-01'), contractTo: isoDate('2025-02-27') }, []],
    [
      'establishment needs no term',
      { form: 'ESTABLISHMENT', contractFrom: isoDate('2025-01-01'), contractTo: isoDate('2025-03-31') },
      [1, 2, 3],
    ],
    [
      'a wage of exactly the minimum, raised in July',
      { monthlyWageFen: Array.from({ length: 12 }, () => 180_000) },
      [1, 2, 3, 4, 5, 6],
    ],
    ['an unpaid month', { monthlyWageFen: [null, ...Array.from({ length: 11 }, () => 300_000)] }, all.slice(1)],
    ['a gap in one insurance', { insuranceMonths: { PENSION: all, MEDICAL: [1, 2, 3] } }, [1, 2, 3]],
    ['turning 60 in May', { birthOn: isoDate('1965-05-02') }, [1, 2, 3, 4, 5]],
    ['turning 16 in May', { birthOn: isoDate('2009-05-31') }, [5, 6, 7, 8, 9, 10, 11, 12]],
    ['months counted elsewhere', { countedElsewhere: [1, 2] }, all.slice(2)],
    ['a certificate valid on the filing day', { certificateExpiresOn: isoDate('2026-03-10') }, all],
    ['a certificate expired the day before', { certificateExpiresOn: isoDate('2026-03-09') }, []],
  ])('%s', (_, change, expected) => {
    expect(months(change)).toEqual(expected);
  });

  it.each<[Partial<HireFacts>, ZeroReason]>([
    [{ contractFrom: isoDate('2026-01-01') }, 'NO_CONTRACT'],
    [{ contractTo: isoDate('2024-06-30'), contractFrom: isoDate('2023-01-01') }, 'NO_CONTRACT'],
    [{ contractFrom: isoDate('2025-01-01'), contractTo: isoDate('2025-12-30') }, 'CONTRACT_SHORT'],
    [{ form: 'DISPATCH', countedHere: false }, 'DISPATCH_OTHER_SIDE'],
    [{ countedElsewhere: all }, 'COUNTED_ELSEWHERE'],
    [{ certificateExpiresOn: isoDate('2020-01-01') }, 'CERT_INVALID'],
    [{ birthOn: isoDate('1950-01-01') }, 'AGE'],
    [{ sex: 'FEMALE', birthOn: isoDate('1969-12-31') }, 'AGE'],
    [{ monthlyWageFen: Array.from({ length: 12 }, () => 179_999) }, 'WAGE_BELOW_MINIMUM'],
    [{ insuranceMonths: {} }, 'INSURANCE_GAP'],
  ])('%j counts nothing: %s', (change, reason) => {
    expect(reasons(change)).toEqual([reason]);
  });

  it('refuses and names the row where the minimum wage is not known', () => {
    expect(() =>
      count(
        [hire()],
        ROWS.filter((row) => row.code !== 'count.minimumWage'),
      ),
    ).toThrow('count.minimumWage');
  });

  it('refuses a person listed twice (bad input 61)', () => {
    expect(() => count([hire(), hire()])).toThrow('同一个人填了两次');
  });

  it('sums to what its matrix says, whatever the order of the people', () => {
    const any = fc.record({ grade: fc.integer({ min: 1, max: 4 }), from: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (people) => {
        const hires = people.map(({ grade, from }, index) =>
          hire({ ref: String(index), grade, contractFrom: isoDate(`2025-${String(from).padStart(2, '0')}-01`) }),
        );
        const expected = people.reduce((sum, { grade, from }) => sum + (grade <= 2 ? 2 : 1) * (13 - from), 0);
        expect(count(hires).counted.mul(12).equals(expected)).toBe(true);
        expect(count([...hires].reverse()).counted.equals(count(hires).counted)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
