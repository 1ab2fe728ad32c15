import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { Law, type ParameterRow, SHIPPED_LAW } from '../../law/index.js';
import { decimalText, yuanText } from '../../money.js';
import {
  assessYear,
  contractMonths,
  type Graded,
  heaviestOf,
  type HireFacts,
  lastsAYear,
  UsedLaw,
  type YearFacts,
} from '../index.js';

const operator = (code: string, value: string, qualifier = ''): ParameterRow => ({
  id: `${code}-${qualifier}`,
  code,
  scope: '640324',
  qualifier,
  unit: '',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: 'a local notice',
  status: 'CONFIRMED',
  origin: 'OPERATOR',
  afterEnd: 'REFUSE',
});
const COUNTING = [
  operator('count.minimumWage', '180000'),
  operator('count.ageBounds', '16..59', 'MALE'),
  operator('count.insurances', 'PENSION,MEDICAL'),
];
const law = (...more: ParameterRow[]) => new UsedLaw(new Law([...SHIPPED_LAW, ...COUNTING, ...more], '640324'));
const deciding = (...more: ParameterRow[]) =>
  new UsedLaw(new Law([...SHIPPED_LAW, ...COUNTING, ...more], '640324'), { final: true });
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const hire = (ref: string, change: Partial<HireFacts> = {}): HireFacts => ({
  ref,
  certificate: 'DISABLED_PERSON',
  grade: 3,
  certificateExpiresOn: null,
  birthOn: isoDate('1990-01-01'),
  sex: 'MALE',
  form: 'LABOUR_CONTRACT',
  countedHere: true,
  contractFrom: isoDate('2024-01-01'),
  contractTo: null,
  monthlyWageFen: all.map(() => 300_000),
  insuranceMonths: { PENSION: all, MEDICAL: all },
  countedElsewhere: [],
  ...change,
});
const facts = (staff: number, payrollYuan: number, hires: HireFacts[]): YearFacts => ({
  year: 2026,
  unitKind: 'ENTERPRISE',
  staff: { monthlyHeadcount: all.map(() => staff), payrollFen: payrollYuan * 100 },
  hires,
  filedOn: isoDate('2026-03-10'),
});

describe('a whole year', () => {
  it('joins months, hires and levy: 200 staff with two grade 3 hires is exactly 1 %, so half is due', () => {
    const { result, trace } = assessYear(facts(200, 200 * 52_000, [hire('1'), hire('2')]), law());
    expect(result.levy).toMatchObject({ outcome: 'TIER_50', levyFen: 2_600_000, warnings: ['CAP_UNKNOWN'] });
    expect(result.months.map(({ counted }) => decimalText(counted))).toEqual(all.map(() => '2'));
    expect(trace.children?.map(({ step }) => step)).toEqual(['countedHires', 'levy']);
    expect(trace.value).toBe('26000.00元');
  });

  it('counts a grade 1 hire of August twice from then on: 100 staff at 60,000 pay 36,000.00', () => {
    const august = hire('1', { grade: 1, contractFrom: isoDate('2025-08-01') });
    const { result } = assessYear(facts(100, 6_000_000, [august]), law());
    expect(yuanText(result.levy?.levyFen ?? 0)).toBe('36000.00');
    expect(result.months.map(({ counted }) => decimalText(counted)).join('')).toBe('000000022222');
  });

  it('counts the hires of a unit that has not said how many it employs, and no levy', () => {
    const { staff: _, ...rest } = facts(1, 1, [hire('1')]);
    const { result } = assessYear(rest, law());
    expect(result.levy).toBeNull();
    expect(result.counted.counted.equals(1)).toBe(true);
    expect(result.months[0]?.headcount).toBeNull();
  });

  it('adds seasonal workers to the staff', () => {
    const year = facts(100, 6_000_000, []);
    const seasonal = { ...year, staff: { ...year.staff, seasonal: { workers: 300, months: 2 } } } as YearFacts;
    expect(assessYear(seasonal, law()).result.levy?.employees.equals(150)).toBe(true);
  });

  it('counts nobody for a return that was not verified within the window, and says why', () => {
    const whole = facts(200, 12_000_000, [hire('1', { grade: 1 }), hire('2', { grade: 1 })]);
    expect(assessYear(whole, law()).result.levy?.outcome).toBe('MET');
    const { result, trace } = assessYear({ ...whole, lapsed: true }, law());
    // 3 required, nobody counted, 60,000 a year, nine tenths
    expect(yuanText(result.levy?.levyFen ?? 0)).toBe('162000.00');
    expect(trace.children?.find(({ step }) => step === 'lapsed')?.label).toContain('没有在认证期内认证');
  });

  it('refuses to stand without the social average wage, and names the row that is missing', () => {
    const year = facts(200, 1_000_000, []);
    expect(() => assessYear(year, deciding())).toThrow(
      expect.objectContaining({ code: 'LAW_UNKNOWN', subject: 'levy.socialAverageWage' }),
    );
    const known = deciding(operator('levy.socialAverageWage', '9000000'));
    expect(assessYear(year, known).result.levy?.warnings).toEqual([]);
  });
});

describe('parts of it', () => {
  it.each([
    ['2025-01-31', '2025-03-01', [1, 2, 3]],
    ['2024-05-01', null, all],
    ['2025-12-31', null, [12]],
    ['2026-01-01', null, []],
    ['2020-01-01', '2024-12-31', []],
    ['2020-01-01', '2025-01-01', [1]],
  ])('a contract from %s to %s is in force in the months %j of 2025', (from, to, months) => {
    const contract = { contractFrom: isoDate(from), contractTo: to === null ? null : isoDate(to) };
    expect(contractMonths(contract, 2025)).toEqual(months);
  });

  it.each([
    ['2025-03-01', '2026-02-28', true],
    ['2025-03-01', '2026-02-27', false],
    ['2024-02-29', '2025-02-27', true],
    ['2024-02-29', '2025-02-26', false],
  ])('a contract from %s to %s lasts a year: %s', (from, to, lasts) => {
    const contract = { contractFrom: isoDate(from), contractTo: isoDate(to) };
    expect(lastsAYear({ ...contract, form: 'LABOUR_CONTRACT' })).toBe(lasts);
    expect(lastsAYear({ ...contract, form: 'ESTABLISHMENT' })).toBe(true);
  });

  it('takes the certificate that weighs more, and the first of two equal ones', () => {
    const day = isoDate('2025-12-01');
    const person: Graded = { certificate: 'DISABLED_PERSON', grade: 3 };
    const heavy: Graded = { certificate: 'DISABLED_VETERAN', grade: 2 };
    const light: Graded = { certificate: 'DISABLED_VETERAN', grade: 9 };
    expect(heaviestOf([person, heavy], day, law())).toBe(heavy);
    expect(heaviestOf([person, light], day, law())).toBe(person);
    expect(heaviestOf([person, { ...heavy, grade: 5 }], day, law())).toBe(person);
  });
});
