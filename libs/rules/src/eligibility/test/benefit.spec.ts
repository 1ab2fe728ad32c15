import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isoDate } from '../../calendar.js';
import { traceRows } from '../../explain/index.js';
import { Law, type ParameterRow, SHIPPED_LAW } from '../../law/index.js';
import { parseYuan, yuanText } from '../../money.js';
import { RuleRefusal } from '../../refusal.js';
import {
  type BenefitFacts,
  judgeBenefit,
  objectOf,
  rightKeysOf,
  schemeAmountText,
  schemeByCode,
  type SchemeRow,
  SHIPPED_SCHEMES,
} from '../index.js';

const TRAIN = schemeByCode('TRAIN') as SchemeRow;

const maximum = (change: Partial<ParameterRow> = {}): ParameterRow => ({
  id: 'max',
  code: 'benefit.train.max',
  scope: '640324',
  qualifier: '',
  unit: 'yuan a person a year',
  value: '1500',
  from: isoDate('2026-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  origin: 'DEMO',
  afterEnd: 'REFUSE',
  ...change,
});
const age = maximum({ id: 'age', code: 'work.age.min', scope: 'CN', unit: 'full years', value: '16' });
const lawWith = (...rows: ParameterRow[]) => new Law([...SHIPPED_LAW, age, ...rows], '640324000000');
const law = lawWith(maximum());

interface Over {
  on?: string;
  person?: Partial<BenefitFacts['person']>;
  course?: Partial<BenefitFacts['course']>;
  period?: { startsOn: string; endsOn: string };
  liveRights?: string[];
  grantedThisYearFen?: number;
}
const facts = ({ on, person, course, period, ...over }: Over = {}): BenefitFacts => ({
  on: isoDate(on ?? '2026-11-23'),
  subjectId: 'p1',
  person: {
    birthOn: isoDate('1990-01-01'),
    state: 'ACTIVE',
    divisionCode: '640324100201',
    certificateKind: 'DISABLED_PERSON',
    certificateExpiresOn: isoDate('2030-01-01'),
    ...person,
  },
  course: { name: '中式面点师', hours: 80, feeFen: parseYuan('800'), certificateObtained: true, ...course },
  period: { startsOn: isoDate(period?.startsOn ?? '2026-09-01'), endsOn: isoDate(period?.endsOn ?? '2026-09-12') },
  liveRights: [],
  grantedThisYearFen: 0,
  ...over,
});
const judge = (over: Over = {}) => judgeBenefit(TRAIN, facts(over), law);
/** The rules that bar an application. */
const barred = (over: Over) =>
  judge(over)
    .reasons.filter((reason) => !reason.passed)
    .map((reason) => reason.rule);

const refusalOf = (work: () => unknown): RuleRefusal => {
  try {
    work();
  } catch (error) {
    return error as RuleRefusal;
  }
  throw new Error('nothing was refused');
};

describe('the training subsidy', () => {
  it('is due to somebody who meets every rule: the fee is paid back', () => {
    const judged = judge();
    expect(judged).toMatchObject({ eligible: true, amountFen: 80_000, rightKeys: ['p1|TRAIN|中式面点师|2026'] });
    expect(judged.reasons.map((reason) => reason.rule)).toEqual(TRAIN.rules);
    expect(judged.reasons.every((reason) => reason.passed && reason.basis !== '')).toBe(true);
  });

  it.each([
    ['0', 0, ['FEE']],
    ['0.01', 1, []],
    ['1499.99', 149_999, []],
    ['1500', 150_000, []],
    ['1500.01', 150_000, []],
    ['99999', 150_000, []],
  ])('a fee of %s yuan gives %i fen', (fee, amountFen, rules) => {
    const judged = judge({ course: { feeFen: parseYuan(fee) } });
    expect(judged.amountFen).toBe(amountFen);
    expect(barred({ course: { feeFen: parseYuan(fee) } })).toEqual(rules);
  });

  it.each([
    [0, 80_000],
    [69_999, 80_000],
    [70_000, 80_000],
    [70_001, 79_999],
    [149_999, 1],
  ])('after %i fen in the same year %i are left', (grantedThisYearFen, amountFen) => {
    expect(judge({ grantedThisYearFen })).toMatchObject({ eligible: true, amountFen });
  });

  it.each([150_000, 150_001])('nothing is due once the year is full (%i fen)', (grantedThisYearFen) => {
    expect(judge({ grantedThisYearFen })).toMatchObject({ eligible: false, amountFen: 0 });
    expect(barred({ grantedThisYearFen })).toEqual(['YEAR_LIMIT']);
  });

  it('asks for the minimum age to be entered, and guesses none', () => {
    expect(() => judgeBenefit(TRAIN, facts(), new Law([...SHIPPED_LAW, maximum()], '640324000000'))).toThrow(
      expect.objectContaining({ code: 'LAW_UNKNOWN', subject: 'work.age.min' }),
    );
  });

  it('asks for sixteen years on the first day of the course', () => {
    expect(barred({ person: { birthOn: isoDate('2010-09-01') } })).toEqual([]);
    expect(barred({ person: { birthOn: isoDate('2010-09-02') } })).toEqual(['AGE']);
  });

  it('counts somebody born on 29 February as sixteen on that day of a leap year', () => {
    const person = { birthOn: isoDate('2008-02-29') };
    const course = (startsOn: string) => ({ person, period: { startsOn, endsOn: '2024-03-10' } });
    expect(barred(course('2024-02-28'))).toEqual(['AGE']);
    expect(barred(course('2024-02-29'))).toEqual([]);
  });

  it('takes a certificate that is valid until the very day, on the first day and on the day of the decision', () => {
    const until = (day: string) => ({ person: { certificateExpiresOn: isoDate(day) } });
    expect(barred(until('2026-11-23'))).toEqual([]);
    expect(barred(until('2026-11-22'))).toEqual(['CERTIFICATE_TODAY']);
    expect(barred(until('2026-09-01'))).toEqual(['CERTIFICATE_TODAY']);
    expect(barred(until('2026-08-31'))).toEqual(['CERTIFICATE_AT_START', 'CERTIFICATE_TODAY']);
  });

  it('does not guess an expiry that is not recorded; a veteran certificate has none', () => {
    expect(barred({ person: { certificateExpiresOn: null } })).toEqual(['CERTIFICATE_AT_START', 'CERTIFICATE_TODAY']);
    expect(barred({ person: { certificateExpiresOn: null, certificateKind: 'DISABLED_VETERAN' } })).toEqual([]);
  });

  it('is for the county that pays', () => {
    expect(barred({ person: { divisionCode: '640323100201' } })).toEqual(['RESIDENT']);
  });

  it.each(['CANCELLED', 'DECEASED'] as const)('is not due to somebody whose record is %s (bad input 71)', (state) => {
    expect(barred({ person: { state } })).toEqual(['ALIVE']);
  });

  it('is due from the last day of the course on', () => {
    expect(barred({ period: { startsOn: '2026-11-01', endsOn: '2026-11-23' } })).toEqual([]);
    expect(barred({ period: { startsOn: '2026-11-01', endsOn: '2026-11-24' } })).toEqual(['COURSE_ENDED']);
    expect(barred({ period: { startsOn: '2026-11-02', endsOn: '2026-11-01' } })).toEqual(['COURSE_ENDED']);
    expect(barred({ period: { startsOn: '2026-11-02', endsOn: '2026-11-02' } })).toEqual([]);
  });

  it('needs a course, whole hours, the certificate and a fee', () => {
    expect(barred({ course: { name: '　 ' } })).toEqual(['COURSE']);
    expect(barred({ course: { name: '面'.repeat(60) } })).toEqual([]);
    expect(barred({ course: { name: '面'.repeat(61) } })).toEqual(['COURSE']);
    expect(barred({ course: { hours: 0 } })).toEqual(['COURSE']);
    expect(barred({ course: { hours: 1.5 } })).toEqual(['COURSE']);
    expect(barred({ course: { certificateObtained: false } })).toEqual(['COURSE_CERTIFICATE']);
    expect(barred({ course: { feeFen: -1 } })).toEqual(['FEE']);
  });

  it('names everything that is missing at once', () => {
    expect(barred({ person: { state: 'DECEASED', divisionCode: '360734000000' }, course: { feeFen: 0 } })).toEqual([
      'ALIVE',
      'RESIDENT',
      'FEE',
    ]);
  });

  it('is paid once a year for a course, however its name is written', () => {
    const liveRights = ['p1|TRAIN|中式面点师|2026'];
    expect(barred({ liveRights, course: { name: ' 中式 面点师' } })).toEqual(['NO_LIVE_RIGHT']);
    expect(barred({ liveRights, course: { name: '西式面点师' } })).toEqual([]);
    expect(barred({ liveRights, period: { startsOn: '2025-12-31', endsOn: '2026-01-05' } })).toEqual([]);
    expect(objectOf('ＡＢＣ-电工 |二级')).toBe('abc-电工二级');
    expect(rightKeysOf(TRAIN, 'p2', facts())).toEqual(['p2|TRAIN|中式面点师|2026']);
  });

  it('refuses, naming the parameter, where the place has no amount; never a guess', () => {
    const refusal = refusalOf(() => judgeBenefit(TRAIN, facts(), lawWith()));
    expect(refusal).toMatchObject({ code: 'LAW_UNKNOWN', subject: 'benefit.train.max', on: '2026-11-23' });
    expect(refusal.message).toContain('benefit.train.max');
  });

  it('never decides on an amount that has run out, not even an assumed one', () => {
    const ended = lawWith(maximum({ to: isoDate('2026-11-22'), afterEnd: 'ASSUME' }));
    expect(refusalOf(() => judgeBenefit(TRAIN, facts(), ended)).subject).toBe('benefit.train.max');
    expect(judgeBenefit(TRAIN, facts({ on: '2026-11-22' }), ended).eligible).toBe(true);
    expect(schemeAmountText(TRAIN, ended, isoDate('2026-11-23')).known).toBe(false);
  });

  it('refuses an amount that is no amount', () => {
    expect(refusalOf(() => judgeBenefit(TRAIN, facts(), lawWith(maximum({ value: '1/2' })))).code).toBe(
      'AMOUNT_INVALID',
    );
  });

  it('says on the public page what it pays, that the figure is a demonstration, or that there is none', () => {
    expect(schemeAmountText(TRAIN, law, isoDate('2026-11-23'))).toEqual({
      text: '按您交的学费补，每人每年最多1500.00元（演示参数）。',
      known: true,
    });
    expect(schemeAmountText(TRAIN, lawWith(), isoDate('2026-11-23'))).toMatchObject({ known: false });
  });

  it('explains itself by the steps that were computed, and flags a demonstration value', () => {
    const { trace, parameters } = judge({ course: { feeFen: 200_000 }, grantedThisYearFen: 50_000 });
    const rows = new Map(traceRows(trace).map(({ node }) => [node.step, node]));
    expect(rows.get('yearMax')).toMatchObject({ value: '1500.00', source: '演示参数', note: '演示参数' });
    expect(rows.get('left')).toMatchObject({ value: '1000.00', inputs: { 今年已补: '500.00' } });
    expect(rows.get('amount')).toMatchObject({ value: '1000.00', inputs: { 学费: '2000.00', 今年剩余: '1000.00' } });
    expect(rows.get('AGE')).toMatchObject({ value: '符合' });
    expect(trace.value).toBe('符合，1000.00元');
    expect(parameters.map((parameter) => parameter.code)).toEqual(['benefit.train.max', 'work.age.min']);
  });
});

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(isoDate('2026-01-01'), days));
const anyFacts = fc
  .record({
    on: anyDay,
    birthOn: anyDay.map((day) => addDays(day, -6200)),
    certificateExpiresOn: fc.option(anyDay, { nil: null }),
    startsOn: anyDay,
    days: fc.integer({ min: -2, max: 60 }),
    feeFen: fc.integer({ min: 0, max: 400_000 }),
    grantedThisYearFen: fc.integer({ min: 0, max: 200_000 }),
    certificateObtained: fc.boolean(),
  })
  .map(({ on, birthOn, certificateExpiresOn, startsOn, days, feeFen, grantedThisYearFen, certificateObtained }) =>
    facts({
      on,
      person: { birthOn, certificateExpiresOn },
      course: { feeFen, certificateObtained },
      period: { startsOn, endsOn: addDays(startsOn, days) },
      grantedThisYearFen,
    }),
  );

describe('any application', () => {
  it('gets between one fen and fee and room when eligible, and nothing otherwise', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { eligible, amountFen, reasons } = judgeBenefit(TRAIN, given, law);
        expect(eligible).toBe(reasons.every((reason) => reason.passed));
        if (!eligible) return expect(amountFen).toBe(0);
        expect(amountFen).toBeGreaterThan(0);
        expect(amountFen).toBeLessThanOrEqual(given.course.feeFen);
        expect(amountFen + given.grantedThisYearFen).toBeLessThanOrEqual(150_000);
      }),
    );
  });

  it('never gets less for a higher fee, nor more after an earlier grant', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 50_000 }), (given, more) => {
        const amount = (change: Partial<BenefitFacts>) => judgeBenefit(TRAIN, { ...given, ...change }, law).amountFen;
        const dearer = { course: { ...given.course, feeFen: given.course.feeFen + more } };
        expect(amount(dearer)).toBeGreaterThanOrEqual(amount({}));
        expect(amount({ grantedThisYearFen: given.grantedThisYearFen + more })).toBeLessThanOrEqual(amount({}));
      }),
    );
  });

  it('can be recomputed from its own trace', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { trace, amountFen, eligible } = judgeBenefit(TRAIN, given, law);
        const step = (name: string) => trace.children?.find((child) => child.step === name);
        const [fee, left] = [step('amount')?.inputs?.学费, step('amount')?.inputs?.今年剩余].map((text) =>
          parseYuan(String(text)),
        ) as [number, number];
        expect(step('amount')?.value).toBe(yuanText(eligible ? Math.min(fee, left) : 0));
        expect(step('amount')?.value).toBe(yuanText(amountFen));
      }),
    );
  });
});

describe('the catalogue', () => {
  it('names each scheme once, and says nothing that gives a disability away', () => {
    expect(new Set(SHIPPED_SCHEMES.map((scheme) => scheme.code)).size).toBe(SHIPPED_SCHEMES.length);
    for (const scheme of SHIPPED_SCHEMES) {
      expect(scheme.basis).not.toBe('');
      expect(scheme.claims.length).toBeGreaterThan(0);
      expect(scheme.name).not.toMatch(/盲|聋|视力|听力|肢体|智力|精神|等级/);
    }
    expect(schemeByCode('NONE')).toBeUndefined();
  });

  it('brings no amount with the software', () => {
    for (const scheme of SHIPPED_SCHEMES)
      expect(SHIPPED_LAW.filter((row) => row.code === scheme.amount.maxParameter)).toEqual([]);
  });
});
