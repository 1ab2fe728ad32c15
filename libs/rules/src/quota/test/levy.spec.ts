import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { isoDate } from '../../calendar.js';
import { traceRows } from '../../explain/index.js';
import { Law, type ParameterRow, SHIPPED_LAW } from '../../law/index.js';
import { yuanText } from '../../money.js';
import { RuleRefusal } from '../../refusal.js';
import { assessLevy, estimateLevy, type LevyCase, type LevyEstimate, type LevyFacts, UsedLaw } from '../index.js';

const everywhere = () => true;
const setting = (name: string, value: string): ParameterRow => ({
  id: `operator-${name}`,
  code: `setting.${name}`,
  scope: 'CN',
  qualifier: '',
  unit: 'setting',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: 'a local notice',
  status: 'CONFIRMED',
  origin: 'OPERATOR',
  afterEnd: 'ASSUME',
});
const estimate = (change: Partial<LevyCase>, rows: ParameterRow[] = []): LevyEstimate =>
  estimateLevy(
    { year: 2026, divisionCode: '640324', unitKind: 'ENTERPRISE', countedHires: '0', ...change },
    [...SHIPPED_LAW, ...rows],
    everywhere,
  );
const refusal = (change: Partial<LevyCase>, knows: (divisionCode: string) => boolean = everywhere): RuleRefusal => {
  try {
    estimateLevy(
      {
        year: 2026,
        divisionCode: '640324',
        unitKind: 'ENTERPRISE',
        employees: '100',
        countedHires: '0',
        averageWageYuan: '1',
        ...change,
      },
      SHIPPED_LAW,
      knows,
    );
  } catch (error) {
    return error as RuleRefusal;
  }
  throw new Error('nothing was refused');
};

interface Published {
  case: LevyCase;
  expect: Partial<LevyEstimate>;
}
const published = JSON.parse(readFileSync(new URL('levy-cases.json', import.meta.url), 'utf8')) as Published[];

describe('published cases', () => {
  it.each(published.map((given) => [given.case.id, given] as const))('%s comes to what its source says', (_, given) => {
    expect(estimateLevy(given.case, SHIPPED_LAW, everywhere)).toMatchObject(given.expect);
  });
});

describe('the worked examples of the rulebook', () => {
  const months = (list: number[]) => list;
  const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  it.each<[string, Partial<LevyCase>, LevyEstimate['outcome'], string, ParameterRow[]?]>([
    ['W1 exactly 1 %', { employees: '300', countedHires: '3', averageWageYuan: '64000' }, 'TIER_50', '48000.00'],
    ['W2 one employee more', { employees: '301', countedHires: '3', averageWageYuan: '64000' }, 'TIER_90', '87264.00'],
    [
      'W3 an average of exactly 30',
      { monthlyHeadcount: [28, 28, 28, 28, 28, 28, 32, 32, 32, 32, 32, 32], payrollYuan: '1800000' },
      'EXEMPT_SMALL',
      '0.00',
    ],
    [
      'W4 30 5/12',
      { monthlyHeadcount: [30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31], payrollYuan: '1900000' },
      'TIER_90',
      '25650.00',
    ],
    [
      'W4 rounded to 30',
      { monthlyHeadcount: [30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31], payrollYuan: '1900000' },
      'EXEMPT_SMALL',
      '0.00',
      [setting('headcountRounding', 'INT_HALF_UP')],
    ],
    [
      'W5 a quarter of a year',
      {
        employees: '31',
        hires: [{ certificate: 'DISABLED_PERSON', grade: 3, months: months([1, 2, 3]) }],
        averageWageYuan: '70000',
      },
      'TIER_90',
      '13545.00',
    ],
    [
      'W6 no exemption outside enterprises',
      { unitKind: 'PRIVATE_NON_ENTERPRISE', employees: '30', averageWageYuan: '58000' },
      'TIER_90',
      '23490.00',
    ],
    [
      'W7 the wage cap',
      { employees: '80', averageWageYuan: '210000', socialAverageWageYuan: '78000' },
      'TIER_90',
      '168480.00',
    ],
    [
      'W8 weights',
      {
        unitKind: 'PUBLIC_INSTITUTION',
        employees: '250',
        hires: [
          { certificate: 'DISABLED_PERSON', grade: 1, months: allYear },
          { certificate: 'DISABLED_PERSON', grade: 4, months: allYear },
        ],
        averageWageYuan: '72000',
      },
      'TIER_50',
      '27000.00',
    ],
    [
      'W9 a veteran from April',
      {
        employees: '120',
        hires: [{ certificate: 'DISABLED_VETERAN', grade: 2, months: months([4, 5, 6, 7, 8, 9, 10, 11, 12]) }],
        averageWageYuan: '90000',
      },
      'TIER_50',
      '13500.00',
    ],
    [
      'W10 seven months, exact',
      {
        employees: '133',
        hires: [{ certificate: 'DISABLED_PERSON', grade: 3, months: months([1, 2, 3, 4, 5, 6, 7]) }],
        payrollYuan: '8500000',
      },
      'TIER_90',
      '81197.37',
    ],
    [
      'W10 counted rounded',
      {
        employees: '133',
        hires: [{ certificate: 'DISABLED_PERSON', grade: 3, months: months([1, 2, 3, 4, 5, 6, 7]) }],
        payrollYuan: '8500000',
      },
      'TIER_90',
      '81389.10',
      [setting('countedRounding', 'DP2')],
    ],
    [
      'W10 both rounded',
      {
        employees: '133',
        hires: [{ certificate: 'DISABLED_PERSON', grade: 3, months: months([1, 2, 3, 4, 5, 6, 7]) }],
        payrollYuan: '8500000',
      },
      'TIER_90',
      '81389.09',
      [setting('countedRounding', 'DP2'), setting('wageRounding', 'DP2')],
    ],
    [
      'W11 at 1.5 %',
      { employees: '150', countedHires: '2', averageWageYuan: '55000', quotaRatio: '0.015' },
      'TIER_50',
      '6875.00',
    ],
    [
      'W11 at 1.6 %',
      { employees: '150', countedHires: '2', averageWageYuan: '55000', quotaRatio: '0.016' },
      'TIER_50',
      '11000.00',
    ],
    [
      'W11 at 1.7 %',
      { employees: '150', countedHires: '2', averageWageYuan: '55000', quotaRatio: '17/1000' },
      'TIER_50',
      '15125.00',
    ],
    ['W12 nobody', { employees: '200', countedHires: '0', averageWageYuan: '76000' }, 'TIER_90', '205200.00'],
    ['W12 one', { employees: '200', countedHires: '1', averageWageYuan: '76000' }, 'TIER_90', '136800.00'],
    ['W12 two', { employees: '200', countedHires: '2', averageWageYuan: '76000' }, 'TIER_50', '38000.00'],
    ['W12 three', { employees: '200', countedHires: '3', averageWageYuan: '76000' }, 'MET', '0.00'],
    ['31 staff: all 31 count', { employees: '31', averageWageYuan: '60000' }, 'TIER_90', '25110.00'],
    [
      'grade 1 from August is 5/6, not 0.83',
      {
        employees: '100',
        hires: [{ certificate: 'DISABLED_PERSON', grade: 1, months: [8, 9, 10, 11, 12] }],
        averageWageYuan: '60000',
      },
      'TIER_90',
      '36000.00',
    ],
  ])('%s', (_, change, outcome, levyYuan, rows = []) => {
    expect(estimate(change, rows)).toMatchObject({ outcome, levyYuan });
  });

  it('gives the contract’s example to the letter', () => {
    const result = estimate({
      id: 'any',
      employees: '120',
      averageWageYuan: '210000',
      socialAverageWageYuan: '90000',
      quotaRatio: '0.015',
      countedHires: '1.2',
      arrears: { finalNoticeMissed: true, daysOverdue: 10 },
    });
    expect(result).toMatchObject({
      id: 'any',
      requiredHires: '1.8',
      countedHires: '1.2',
      shortfall: '0.6',
      placementRatio: '0.01',
      chargeableWageYuan: '180000.00',
      baseYuan: '108000.00',
      outcome: 'TIER_50',
      levyYuan: '54000.00',
      lateFeeYuan: '2700.00',
      warnings: [],
    });
    expect(result.parameters.find((parameter) => parameter.code === 'levy.tier.upper')).toMatchObject({
      status: 'UNCONFIRMED',
      answer: 'known',
      value: '1/2',
    });
  });
});

describe('the edges of an estimate', () => {
  it('leaves the cap out and says so where no social average wage is known', () => {
    expect(estimate({ employees: '100', averageWageYuan: '500000' })).toMatchObject({
      warnings: ['CAP_UNKNOWN'],
      chargeableWageYuan: '500000.00',
    });
  });

  it('a final assessment refuses instead', () => {
    const facts: LevyFacts = {
      year: 2026,
      unitKind: 'ENTERPRISE',
      employees: new Fraction(100),
      averageWageFen: new Fraction(6_000_000),
      countedHires: new Fraction(0),
    };
    const deciding = new UsedLaw(new Law(SHIPPED_LAW, '640324'), { final: true });
    expect(() => assessLevy(facts, deciding)).toThrow('levy.socialAverageWage');
  });

  it('2027 is the last year of the relief, 2020 the first', () => {
    expect(estimate({ year: 2027, employees: '100', averageWageYuan: '1' }).outcome).toBe('TIER_90');
    expect(estimate({ year: 2020, employees: '100', averageWageYuan: '1' }).outcome).toBe('TIER_90');
    expect(refusal({ year: 2028 })).toMatchObject({ code: 'LAW_UNKNOWN' });
    expect(refusal({ year: 2019 })).toMatchObject({ code: 'LAW_UNKNOWN' });
  });

  it('a year before the relief, or after it, names the relief as what is missing', () => {
    expect(refusal({ year: 2019 }).subject).toBe('levy.tier.threshold');
    expect(refusal({ year: 2028 }).subject).toBe('levy.tier.threshold');
  });

  it('takes null for a field that is not given', () => {
    const bare = { employees: '100', averageWageYuan: '60000' };
    const nulls = { monthlyHeadcount: null, payrollYuan: null, hires: null, quotaRatio: null, arrears: null } as never;
    expect(estimate({ ...bare, ...(nulls as object) })).toEqual(estimate(bare));
  });

  describe('where one thing is said twice', () => {
    const bare = { employees: '200', averageWageYuan: '60000.00' };
    const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const twelve = (count: number) => Array.from({ length: 12 }, () => count);
    it.each<[string, Partial<LevyCase>, Partial<LevyCase>]>([
      ['the months count, not the average', { monthlyHeadcount: twelve(100) }, { employees: '100' }],
      ['the sum of wages counts, not its average', { payrollYuan: '14000000' }, { averageWageYuan: '70000' }],
      [
        'the list of people counts, not their number',
        { countedHires: '1', hires: [{ certificate: 'DISABLED_PERSON', grade: 1, months: allYear }] },
        { countedHires: '2' },
      ],
    ])('%s, and a warning says so', (_, both, exact) => {
      const result = estimate({ ...bare, ...both });
      expect(result.warnings).toContain('BOTH_GIVEN');
      expect(result.levyYuan).toBe(estimate({ ...bare, ...exact }).levyYuan);
      expect(result.levyYuan).not.toBe(estimate(bare).levyYuan);
    });

    it('a rounded average beside the exact figures is no contradiction', () => {
      const result = estimate({
        employees: '133.33',
        monthlyHeadcount: [133, 133, 133, 133, 133, 133, 133, 133, 134, 134, 134, 134],
        averageWageYuan: '63750.00',
        payrollYuan: '8500000',
      });
      expect(result.warnings).not.toContain('BOTH_GIVEN');
    });
  });

  it('a ratio below the national floor is reckoned with and warned of; the floor itself is not', () => {
    const due = { employees: '100', averageWageYuan: '60000' };
    expect(estimate({ ...due, quotaRatio: '0.01' }).warnings).toContain('RATIO_BELOW_FLOOR');
    expect(estimate({ ...due, quotaRatio: '3/200' }).warnings).not.toContain('RATIO_BELOW_FLOOR');
    expect(estimate({ ...due, quotaRatio: '0.0149' }).parameters.map(({ code }) => code)).toContain(
      'quota.ratio.floor',
    );
  });

  describe('settings of a division', () => {
    // 7 staff at 33.33 yuan: 0.105 × 3,333 fen × 9/10 = 314.9685 fen
    const odd = { unitKind: 'PUBLIC_INSTITUTION' as const, employees: '7', averageWageYuan: '33.33' };
    it.each([
      ['HALF_UP', '3.15', '最后四舍五入到分'],
      ['DOWN', '3.14', '最后舍去分以下的零头'],
      ['YUAN_HALF_UP', '3.00', '最后四舍五入到元'],
    ])('the sum is rounded %s', (way, levyYuan, words) => {
      const result = estimate(odd, [setting('moneyRounding', way)]);
      expect(result.levyYuan).toBe(levyYuan);
      expect(result.trace.find(({ depth, step }) => depth > 0 && step === 'levy')?.source).toBe(
        `${words}（a local notice）`,
      );
    });

    it.each(['moneyRounding', 'wageRounding', 'countedRounding', 'headcountRounding'])(
      'a %s that nobody defined is refused',
      (name) => {
        for (const way of ['UP', 'constructor'])
          expect(() => estimate(odd, [setting(name, way)])).toThrow(`不认识的取整方式「${way}」`);
      },
    );

    it('a rounding shows what went in, which way, and whose it is', () => {
      const { trace } = estimate({ ...odd, employees: '40.1234' }, [setting('headcountRounding', 'DP2')]);
      expect(trace.find(({ step }) => step === 'employees')).toMatchObject({
        value: '40.12',
        inputs: { 取整前: '40.1234', 取整方式: 'DP2' },
        source: 'a local notice',
      });
    });

    it('heads are asked for only where they decide', () => {
      const byHeads = [setting('tierUsesWeighted', 'false')];
      const due = { employees: '100', averageWageYuan: '60000' };
      expect(() => estimate({ ...due, countedHires: '1' }, byHeads)).toThrow('逐人填写');
      expect(estimate({ ...due, countedHires: '1.5' }, byHeads).outcome).toBe('MET');
      expect(estimate({ ...due, employees: '30' }, byHeads).outcome).toBe('EXEMPT_SMALL');
    });
  });

  it('a decision refuses a value that is only assumed to go on', () => {
    const law = (final: boolean) =>
      new UsedLaw(
        new Law(
          SHIPPED_LAW.map((row) =>
            row.code === 'levy.tier.threshold' ? { ...row, afterEnd: 'ASSUME' as const } : row,
          ),
          '640324',
        ),
        { final },
      );
    const day = isoDate('2028-01-01');
    expect(law(false).on('levy.tier.threshold', day).answer).toBe('assumed-continued');
    expect(() => law(true).on('levy.tier.threshold', day)).toThrow(
      expect.objectContaining({ code: 'LAW_UNKNOWN', subject: 'levy.tier.threshold' }),
    );
    expect(() => law(true).find('levy.tier.threshold', day)).toThrow('不能据此作出决定');
  });

  it('the late fee needs the missed order to pay, and days', () => {
    const due = { employees: '100', averageWageYuan: '100000' };
    expect(estimate({ ...due, arrears: { finalNoticeMissed: false, daysOverdue: 10 } }).lateFeeYuan).toBe('0.00');
    expect(estimate({ ...due, arrears: { finalNoticeMissed: true, daysOverdue: 0 } }).lateFeeYuan).toBe('0.00');
    expect(estimate({ ...due, arrears: { finalNoticeMissed: true, daysOverdue: 1 } }).lateFeeYuan).toBe('675.00');
  });

  it.each<[string, Partial<LevyCase>, string, string]>([
    ['a division that does not exist', { divisionCode: '999999' }, 'DIVISION_UNKNOWN', 'divisionCode'],
    ['a province without a ratio', { divisionCode: '110101' }, 'LAW_UNKNOWN', 'quota.ratio'],
    ['no staff', { employees: '0' }, 'LEVY_INPUT', 'employees'],
    ['staff as a number with a comma', { employees: '1,000' }, 'LEVY_INPUT', 'employees'],
    ['eleven months', { monthlyHeadcount: Array.from({ length: 11 }, () => 5) }, 'LEVY_INPUT', 'monthlyHeadcount'],
    ['a negative wage', { averageWageYuan: '-1' }, 'LEVY_INPUT', 'averageWageYuan'],
    ['an exponent', { averageWageYuan: '1e309' }, 'LEVY_INPUT', 'averageWageYuan'],
    ['no wage', { averageWageYuan: undefined as never }, 'LEVY_INPUT', 'averageWageYuan'],
    ['more heads than staff', { employees: '10', countedHires: '21' }, 'LEVY_INPUT', 'countedHires'],
    [
      'a grade that does not exist',
      { hires: [{ certificate: 'DISABLED_PERSON', grade: 5, months: [1] }] },
      'LEVY_INPUT',
      'hires.0.grade',
    ],
    [
      'month 13',
      { hires: [{ certificate: 'DISABLED_VETERAN', grade: 5, months: [13] }] },
      'LEVY_INPUT',
      'hires.0.months',
    ],
    [
      'a month twice',
      { hires: [{ certificate: 'DISABLED_VETERAN', grade: 5, months: [1, 1] }] },
      'LEVY_INPUT',
      'hires.0.months',
    ],
    ['an own-account business', { unitKind: 'OWN_ACCOUNT' as never }, 'LEVY_INPUT', 'unitKind'],
    ['a ratio of 1', { quotaRatio: '3/3' }, 'LEVY_INPUT', 'quotaRatio'],
    ['a ratio by zero', { quotaRatio: '3/0' }, 'LEVY_INPUT', 'quotaRatio'],
    [
      'a fraction of days',
      { arrears: { finalNoticeMissed: true, daysOverdue: 1.5 } },
      'LEVY_INPUT',
      'arrears.daysOverdue',
    ],
    [
      'a century of arrears',
      { arrears: { finalNoticeMissed: true, daysOverdue: 36_501 } },
      'LEVY_INPUT',
      'arrears.daysOverdue',
    ],
    ['a wage of nothing', { averageWageYuan: '0.00' }, 'LEVY_INPUT', 'averageWageYuan'],
    ['a payroll of nothing', { averageWageYuan: undefined as never, payrollYuan: '0' }, 'LEVY_INPUT', 'payrollYuan'],
    ['a social wage of nothing', { socialAverageWageYuan: '0' }, 'LEVY_INPUT', 'socialAverageWageYuan'],
    ['a wage beyond all sums', { averageWageYuan: '999999999999999' }, 'LEVY_INPUT', 'averageWageYuan'],
    [
      'twelve months of nobody',
      { monthlyHeadcount: Array.from({ length: 12 }, () => 0) },
      'LEVY_INPUT',
      'monthlyHeadcount',
    ],
    ['months as a text', { monthlyHeadcount: '100' as never }, 'LEVY_INPUT', 'monthlyHeadcount'],
    ['hires as a text', { hires: 'none' as never }, 'LEVY_INPUT', 'hires'],
    ['a hire that is nothing', { hires: [null as never] }, 'LEVY_INPUT', 'hires.0.certificate'],
    [
      'a hire without months',
      { hires: [{ certificate: 'DISABLED_PERSON', grade: 1 } as never] },
      'LEVY_INPUT',
      'hires.0.months',
    ],
    ['a kind in a list', { unitKind: ['ENTERPRISE'] as never }, 'LEVY_INPUT', 'unitKind'],
    ['a kind every object has', { unitKind: 'constructor' as never }, 'LEVY_INPUT', 'unitKind'],
    ['staff as a number', { employees: 100 as never }, 'LEVY_INPUT', 'employees'],
    ['a division as a number', { divisionCode: 640324 as never }, 'DIVISION_UNKNOWN', 'divisionCode'],
    ['arrears as yes', { arrears: 'yes' as never }, 'LEVY_INPUT', 'arrears'],
    [
      'an order missed as a text',
      { arrears: { finalNoticeMissed: 'false' as never, daysOverdue: 1 } },
      'LEVY_INPUT',
      'arrears.finalNoticeMissed',
    ],
    [
      'days as a text',
      { arrears: { finalNoticeMissed: true, daysOverdue: '1' as never } },
      'LEVY_INPUT',
      'arrears.daysOverdue',
    ],
  ])('%s is refused', (_, change, code, field) => {
    expect(refusal(change, (division) => division !== '999999')).toMatchObject({ code, subject: field });
  });
});

describe('properties of the levy', () => {
  const anyFacts = fc.record({
    year: fc.integer({ min: 2020, max: 2027 }),
    unitKind: fc.constantFrom('ENTERPRISE' as const, 'PUBLIC_INSTITUTION' as const),
    employees: fc.integer({ min: 12, max: 60_000 }).map((twelfths) => new Fraction(twelfths, 12)),
    averageWageFen: fc.integer({ min: 1, max: 50_000_000 }).map((fen) => new Fraction(fen)),
    socialAverageWageFen: fc.option(
      fc.integer({ min: 1_000_000, max: 12_000_000 }).map((fen) => new Fraction(fen)),
      { nil: undefined },
    ),
    twelfths: fc.integer({ min: 0, max: 240 }),
  });
  type Any = typeof anyFacts extends fc.Arbitrary<infer T> ? T : never;
  const factsOf = ({ twelfths, socialAverageWageFen, ...rest }: Any): LevyFacts => {
    const most = rest.employees.mul(2);
    const counted = new Fraction(twelfths, 12);
    return {
      ...rest,
      countedHires: counted.compare(most) > 0 ? most : counted,
      ...(socialAverageWageFen ? { socialAverageWageFen } : {}),
    };
  };
  const run = (facts: LevyFacts) => assessLevy(facts, new UsedLaw(new Law(SHIPPED_LAW, '640324')));

  it('at the same headcount one more counted hire never raises the levy', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 24 }), (any, more) => {
        const facts = factsOf(any);
        const counted = facts.countedHires.add(new Fraction(more, 12));
        fc.pre(counted.compare(facts.employees.mul(2)) <= 0);
        expect(run({ ...facts, countedHires: counted }).result.levyFen).toBeLessThanOrEqual(run(facts).result.levyFen);
      }),
    );
  });

  it('is never negative, and zero for those who are exempt or meet the ratio', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { result } = run(factsOf(any));
        expect(result.levyFen).toBeGreaterThanOrEqual(0);
        if (result.outcome === 'EXEMPT_SMALL' || result.outcome === 'MET') expect(result.levyFen).toBe(0);
      }),
    );
  });

  it('can be recomputed from the numbers of its own trace', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { result, trace } = run(factsOf(any));
        const node = (step: string) => traceRows(trace).findLast((row) => row.node.step === step)?.node;
        const employees = new Fraction(String(node('employees')?.value));
        const ratio = new Fraction(String(node('quotaRatio')?.value));
        const counted = new Fraction(String(node('countedHires')?.value));
        const gap = employees.mul(ratio).sub(counted);
        expect(new Fraction(String(node('shortfall')?.value)).equals(gap.compare(0) > 0 ? gap : 0)).toBe(true);
        const share = new Fraction(String(node('levy')?.inputs?.缴纳份额));
        const fen = result.shortfall.mul(result.chargeableWageFen).mul(share);
        expect(fen.sub(result.levyFen).abs().compare(0.5)).toBeLessThanOrEqual(0);
        expect(trace.value).toBe(`${yuanText(result.levyFen)}元`);
      }),
    );
  });
});
