import Fraction from 'fraction.js';
import { isoDate } from '../calendar.js';
import { type TraceNode, traceRows } from '../explain/trace.js';
import { Law } from '../law/law.js';
import type { ParameterRow } from '../law/parameter.js';
import { decimalText, yuanOf, yuanText } from '../money.js';
import { RuleRefusal } from '../refusal.js';
import { type CertificateKind, weightOn } from './counting.js';
import { annualHeadcount } from './headcount.js';
import { assessLevy, type LevyFacts, type LevyOutcome, UNIT_KINDS, type UnitKind } from './levy.js';
import { type UsedParameter, UsedLaw } from './used-law.js';

/** A hire as an estimate knows it: certificate, grade and the months that count. */
export interface EstimateHire {
  certificate: CertificateKind;
  grade: number;
  months: number[];
}

/** One case of `levy --file` and of the query `levyEstimate`; money and ratios as decimal text. */
export interface LevyCase {
  id?: string;
  year: number;
  divisionCode: string;
  unitKind: UnitKind;
  employees?: string;
  monthlyHeadcount?: number[];
  averageWageYuan?: string;
  payrollYuan?: string;
  socialAverageWageYuan?: string;
  quotaRatio?: string;
  countedHires?: string;
  hires?: EstimateHire[];
  arrears?: { finalNoticeMissed: boolean; daysOverdue: number };
}

/** One step of the trace as a row: `depth` 0 is the whole. */
export interface TraceStep {
  depth: number;
  step: string;
  label: string;
  value: string;
  inputs?: Record<string, string>;
  source?: string;
  note?: string;
}

/** What a case comes to. */
export interface LevyEstimate {
  id?: string;
  requiredHires: string;
  countedHires: string;
  shortfall: string;
  placementRatio: string;
  chargeableWageYuan: string;
  baseYuan: string;
  outcome: LevyOutcome;
  levyYuan: string;
  lateFeeYuan: string;
  parameters: UsedParameter[];
  trace: TraceStep[];
  warnings: string[];
}

const MONEY = /^\d{1,15}(?:\.\d{1,2})?$/;
const NUMBER = /^\d{1,12}(?:\.\d{1,12})?$/;
const RATIO = /^(?:0(?:\.\d{1,12})?|\d{1,6}\/\d{1,6})$/;
const HUNDREDTH = 0.01;
const ONE_YUAN = 100;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const bad = (field: string, message: string): RuleRefusal => new RuleRefusal('LEVY_INPUT', field, undefined, message);

function number(field: string, text: unknown, pattern: RegExp, message: string): Fraction | undefined {
  if (text === undefined || text === null) return undefined;
  if (typeof text !== 'string' || !pattern.test(text)) throw bad(field, message);
  const [, denominator] = text.split('/');
  if (denominator !== undefined && Number(denominator) === 0) throw bad(field, message);
  return new Fraction(text);
}

/** Whether a case gives a field; null is not given. */
const given = (value: unknown): boolean => value !== undefined && value !== null;

/** Two ways of saying one thing that disagree by more than a rounding: the exact one counts, and the result says so. */
const BOTH_GIVEN = 'BOTH_GIVEN';
const disagree = (within: number, one: Fraction | undefined, other: Fraction | undefined): boolean =>
  one !== undefined && other !== undefined && one.sub(other).abs().compare(within) > 0;

const yuan = (field: string, text: unknown): Fraction | undefined =>
  number(field, text, MONEY, '金额要写成 60000.00 这样的文字，不带逗号。')?.mul(100);

function hiresOf(hires: unknown, year: number, law: UsedLaw): { counted: Fraction; heads: Fraction; people: number } {
  if (!Array.isArray(hires)) throw bad('hires', '残疾职工要是一个列表。');
  let counted = new Fraction(0);
  let months = 0;
  for (const [index, hire] of (hires as Partial<EstimateHire>[]).entries()) {
    const field = `hires.${index}`;
    if (hire?.certificate !== 'DISABLED_PERSON' && hire?.certificate !== 'DISABLED_VETERAN') {
      throw bad(`${field}.certificate`, '证件种类只能是 DISABLED_PERSON 或 DISABLED_VETERAN。');
    }
    const grades = hire.certificate === 'DISABLED_PERSON' ? 4 : 10;
    if (!Number.isInteger(hire.grade) || Number(hire.grade) < 1 || Number(hire.grade) > grades) {
      throw bad(`${field}.grade`, `等级应在 1 到 ${grades} 之间。`);
    }
    const list = hire.months;
    const valid = Array.isArray(list) && list.every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
    if (!valid || new Set(list).size !== list.length) throw bad(`${field}.months`, '月份要是 1 到 12，不能重复。');
    for (const month of list) {
      const day = isoDate(`${year - 1}-${String(month).padStart(2, '0')}-01`);
      const weight = weightOn(hire.certificate, Number(hire.grade), day, law);
      counted = counted.add(weight.div(12));
      if (!weight.equals(0)) months += 1;
    }
  }
  return { counted, heads: new Fraction(months, 12), people: hires.length };
}

function factsOf(input: LevyCase, law: UsedLaw): { facts: LevyFacts; warnings: string[] } {
  const unitKind = input.unitKind;
  if (typeof unitKind !== 'string' || !Object.hasOwn(UNIT_KINDS, unitKind))
    throw bad('unitKind', `单位性质只能是 ${Object.keys(UNIT_KINDS).join('、')}。`);
  const monthly = given(input.monthlyHeadcount)
    ? annualHeadcount({ monthly: input.monthlyHeadcount as number[] })
    : undefined;
  if (monthly?.equals(0)) throw bad('monthlyHeadcount', '12 个月都没有职工，不能计算。');
  const average = number('employees', input.employees, NUMBER, '职工人数要写成 120 或 30.5 这样的文字。');
  const employees = monthly ?? average;
  if (!employees) throw bad('employees', '请填年平均职工人数，或 12 个月的人数。');

  const averageWageFen = yuan('averageWageYuan', input.averageWageYuan);
  const payrollFen = yuan('payrollYuan', input.payrollYuan);
  const socialAverageWageFen = yuan('socialAverageWageYuan', input.socialAverageWageYuan);
  const quotaRatio = number(
    'quotaRatio',
    input.quotaRatio,
    RATIO,
    '比例要写成 0.015 或 3/200 这样的文字，在 0 到 1 之间。',
  );
  if (quotaRatio && (quotaRatio.compare(1) >= 0 || quotaRatio.compare(0) <= 0))
    throw bad('quotaRatio', '比例要大于 0、小于 1。');

  const listed = given(input.hires) ? hiresOf(input.hires, input.year, law) : undefined;
  if (listed && employees.compare(listed.heads) < 0) throw bad('hires', '残疾职工比在职职工还多，请核对。');
  const said = number('countedHires', input.countedHires, NUMBER, '已安排人数要写成 1.2 这样的文字。');
  const counted = listed?.counted ?? said;
  if (!counted) throw bad('countedHires', '请填已安排残疾人数，没有就填 0。');
  const twice =
    disagree(HUNDREDTH, average, monthly) ||
    disagree(ONE_YUAN, averageWageFen, payrollFen?.div(employees)) ||
    disagree(HUNDREDTH, said, listed?.counted);
  const facts: LevyFacts = {
    year: input.year,
    unitKind,
    employees,
    countedHires: counted,
    ...(listed ? { countedHeads: listed.heads } : {}),
    // The sum is exact where the average was perhaps rounded.
    ...(payrollFen ? { payrollFen } : averageWageFen ? { averageWageFen } : {}),
    ...(socialAverageWageFen ? { socialAverageWageFen } : {}),
    ...(quotaRatio ? { quotaRatio } : {}),
    ...(given(input.arrears) ? { arrears: arrearsOf(input.arrears) } : {}),
  };
  return { facts, warnings: twice ? [BOTH_GIVEN] : [] };
}

function arrearsOf(arrears: unknown): { finalNoticeMissed: boolean; daysOverdue: number } {
  if (typeof arrears !== 'object' || arrears === null) throw bad('arrears', '欠缴情况要是一个对象。');
  const { finalNoticeMissed, daysOverdue } = arrears as { finalNoticeMissed: unknown; daysOverdue: unknown };
  if (typeof finalNoticeMissed !== 'boolean') throw bad('arrears.finalNoticeMissed', '要写 true 或 false。');
  if (typeof daysOverdue !== 'number') throw bad('arrears.daysOverdue', '欠缴天数要是 0 到 36500 的整数。');
  return { finalNoticeMissed, daysOverdue };
}

/** A sum too large to be exact is a slip in the wage that was typed. */
function inRange<T>(input: LevyCase, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleRefusal) || error.code !== 'AMOUNT_INVALID') throw error;
    throw bad(given(input.payrollYuan) ? 'payrollYuan' : 'averageWageYuan', '金额太大，请核对。');
  }
}

/** A trace as rows of a list. */
export const traceSteps = (trace: TraceNode): TraceStep[] =>
  traceRows(trace).map(({ depth, node: { children: _, ...node } }) => ({ depth, ...node }));

/**
 * Estimates the levy of one case: no notice of payment, and says so by its warnings.
 *
 * @param input  the case; anything may be wrong in it
 * @param rows   shipped and entered parameters
 * @param knows  true for a division code that exists
 * @throws RuleRefusal LEVY_INPUT with the field as subject; DIVISION_UNKNOWN; LAW_UNKNOWN
 * @source as {@link assessLevy}
 */
export function estimateLevy(
  input: LevyCase,
  rows: readonly ParameterRow[],
  knows: (divisionCode: string) => boolean,
): LevyEstimate {
  if (typeof input !== 'object' || input === null) throw bad('case', '每一项要是一个对象。');
  if (!Number.isInteger(input.year) || input.year < FIRST_YEAR || input.year > LAST_YEAR)
    throw bad('year', '年度要写成 2026 这样。');
  if (
    typeof input.divisionCode !== 'string' ||
    !/^\d{6}(?:\d{6})?$/.test(input.divisionCode) ||
    !knows(input.divisionCode)
  ) {
    throw new RuleRefusal('DIVISION_UNKNOWN', 'divisionCode', undefined, '没有这个区划，请看区划表。');
  }
  const law = new UsedLaw(new Law(rows, input.divisionCode));
  const { facts, warnings } = factsOf(input, law);
  const { result, trace } = inRange(input, () => assessLevy(facts, law));
  return {
    ...(input.id === undefined ? {} : { id: input.id }),
    requiredHires: decimalText(result.requiredHires),
    countedHires: decimalText(result.countedHires),
    shortfall: decimalText(result.shortfall),
    placementRatio: decimalText(result.placementRatio),
    chargeableWageYuan: yuanOf(result.chargeableWageFen),
    baseYuan: yuanOf(result.dueFen),
    outcome: result.outcome,
    levyYuan: yuanText(result.levyFen),
    lateFeeYuan: yuanText(result.lateFeeFen),
    parameters: law.parameters(),
    trace: traceSteps(trace),
    warnings: [...result.warnings, ...warnings],
  };
}
