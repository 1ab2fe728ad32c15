import Fraction from 'fraction.js';
import { type IsoDate, isoDate } from '../calendar.js';
import { exactText, type Ruled, Trace } from '../explain/trace.js';
import { type Fen, roundHalfUp, yuanOf, yuanText } from '../money.js';
import { RuleRefusal } from '../refusal.js';
import { rounded, roundedMoney } from './rounding.js';
import { joinNotes, type Named, noteOf, type UsedLaw } from './used-law.js';

/** 单位性质 of the units that may owe the levy. @source 残疾人保障法 art. 33 */
export const UNIT_KINDS = {
  GOVERNMENT_ORGAN: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANISATION: '社会团体',
  ENTERPRISE: '企业',
  PRIVATE_NON_ENTERPRISE: '民办非企业',
} as const;
export type UnitKind = keyof typeof UNIT_KINDS;

/** How a year ends for a unit: exempt, quota met, or the share of the due amount that is paid. */
export type LevyOutcome = 'EXEMPT_SMALL' | 'MET' | 'TIER_50' | 'TIER_90';

/** The outcomes in words, for lists; a trace adds the line and the share that were in force. */
export const LEVY_OUTCOMES: Readonly<Record<LevyOutcome, string>> = {
  EXEMPT_SMALL: '小企业免征',
  MET: '已达到规定比例',
  TIER_50: '达到1%，按应缴额的一半缴',
  TIER_90: '低于1%，按应缴额的九成缴',
};

/** The facts of one unit and one levy year; those of the calendar year before it. */
export interface LevyFacts {
  /** levy year */
  year: number;
  unitKind: UnitKind;
  /** annual average of 在职职工, > 0 */
  employees: Fraction;
  /** fen a year; own average, not rounded. Absent when `payrollFen` is given */
  averageWageFen?: Fraction;
  /** fen a year, the sum of wages */
  payrollFen?: Fraction;
  /** weighted person-years of disabled employees, ≥ 0 */
  countedHires: Fraction;
  /** the same without weights; asked for only where a division sets `tierUsesWeighted` to false */
  countedHeads?: Fraction;
  /** overrides the dated parameter, fen a year */
  socialAverageWageFen?: Fraction;
  /** overrides the dated parameter */
  quotaRatio?: Fraction;
  /** facts of the levy ledger that start the late fee */
  arrears?: { finalNoticeMissed: boolean; daysOverdue: number };
}

/** 残保金 of one year. Exact figures inside; only `levyFen` and `lateFeeFen` are rounded. */
export interface Levy {
  employees: Fraction;
  requiredHires: Fraction;
  countedHires: Fraction;
  shortfall: Fraction;
  placementRatio: Fraction;
  chargeableWageFen: Fraction;
  dueFen: Fraction;
  outcome: LevyOutcome;
  levyFen: Fen;
  lateFeeFen: Fen;
  /** CAP_UNKNOWN, RATIO_BELOW_FLOOR */
  warnings: string[];
}

const ZERO = new Fraction(0);
/** A hundred years. */
const MAX_DAYS_OVERDUE = 36_500;
const yearDay = (year: number): IsoDate => isoDate(`${year}-01-01`);
const input = (field: string, message: string): RuleRefusal => new RuleRefusal('LEVY_INPUT', field, undefined, message);

function checkFacts(facts: LevyFacts): void {
  if (facts.employees.compare(0) <= 0) throw input('employees', '在职职工人数要大于 0。');
  if (facts.countedHires.compare(0) < 0) throw input('countedHires', '已安排残疾人数不能小于 0。');
  // Nobody counts more than twice, so more than twice the staff cannot be.
  if (facts.countedHires.compare(facts.employees.mul(2)) > 0) {
    throw input('countedHires', '已安排残疾人数比在职职工还多，请核对。');
  }
  const wage = facts.averageWageFen ?? facts.payrollFen;
  if (!wage) throw input('averageWageYuan', '请填年平均工资或工资总额。');
  // People who work are paid: a wage of nothing is a figure that was left out, and would make every levy nothing.
  if (wage.compare(0) <= 0) throw input(facts.averageWageFen ? 'averageWageYuan' : 'payrollYuan', '工资要大于 0。');
  if (facts.socialAverageWageFen && facts.socialAverageWageFen.compare(0) <= 0)
    throw input('socialAverageWageYuan', '社会平均工资要大于 0。');
}

/** The day whose relief applies; before the first relief nothing can be computed at all. */
function reliefDay(year: number, law: UsedLaw): { day: IsoDate; basis: Named<string> | undefined } {
  const day = yearDay(year);
  // Before the coverage there is no setting either: the relief is what the refusal shall name.
  if (law.find('setting.reliefDateBasis', day) === undefined) return { day, basis: undefined };
  const basis = law.setting('reliefDateBasis', day);
  return { day: basis.value === 'FACT_YEAR' ? yearDay(year - 1) : day, basis };
}

/** A step that applies a rounding: what went in, the setting, and how far it is confirmed. */
function roundingStep(
  trace: Trace,
  step: string,
  label: string,
  { exact, setting, done }: { exact: Fraction; setting: Named<string>; done: Fraction },
  shown?: (value: Fraction) => string,
): Fraction {
  const text = shown ?? exactText;
  return trace.step(step, label, done, {
    ...(shown ? { shown: shown(done) } : {}),
    ...(setting.value === 'EXACT' ? {} : { inputs: { 取整前: text(exact), 取整方式: setting.value } }),
    source: setting.source,
    note: setting.note,
  });
}

/** The wage the levy is reckoned with: the own average, at most so many times the social one. */
function chargeableWage(facts: LevyFacts, own: Fraction, law: UsedLaw, trace: Trace, warnings: string[]): Fraction {
  const factsYear = isoDate(`${facts.year - 1}-12-31`);
  const entered = facts.socialAverageWageFen ? undefined : law.find('levy.socialAverageWage', factsYear);
  const social = facts.socialAverageWageFen ?? (entered && new Fraction(entered.row.value));
  if (!social) {
    if (law.final) law.on('levy.socialAverageWage', factsYear);
    warnings.push('CAP_UNKNOWN');
    return trace.step('chargeableWage', '计征工资（没有社会平均工资，未封顶）', own, { shown: `${yuanOf(own)}元` });
  }
  const multiple = law.fraction('levy.wageCap.multiple', yearDay(facts.year));
  const cap = trace.step('wageCap', '工资上限', social.mul(multiple.value), {
    shown: `${yuanOf(social.mul(multiple.value))}元`,
    inputs: { 社会平均工资: `${yuanOf(social)}元`, 倍数: exactText(multiple.value) },
    source: `${entered ? entered.row.source : '填报人提供的社会平均工资'}；${multiple.source}`,
    note: joinNotes([entered && noteOf(entered), multiple.note]),
  });
  const wage = own.compare(cap) > 0 ? cap : own;
  return trace.step('chargeableWage', own.compare(cap) > 0 ? '计征工资（超过上限，按上限）' : '计征工资', wage, {
    shown: `${yuanOf(wage)}元`,
  });
}

interface Tier {
  outcome: LevyOutcome;
  share: Fraction;
}

const percent = (share: Fraction): string => `${exactText(share.mul(100))}%`;

/** Which line of the relief table applies, tested in its order; compares exact ratios: 2 of 200 IS 1 %. */
function tierOf(
  facts: LevyFacts,
  { employees, counted, quota }: { employees: Fraction; counted: Fraction; quota: Named<Fraction> },
  relief: ReturnType<typeof reliefDay>,
  law: UsedLaw,
  trace: Trace,
): Tier {
  const { day, basis } = relief;
  const threshold = law.fraction('levy.tier.threshold', day);
  const upper = law.fraction('levy.tier.upper', day);
  const lower = law.fraction('levy.tier.lower', day);
  // Read even where the unit is no enterprise, so that every result names the whole relief it was tested against.
  const small = law.fraction('levy.exempt.maxEmployees', day, 'ENTERPRISE');
  const ratio = counted.div(employees);

  const choose = (
    outcome: LevyOutcome,
    share: Fraction,
    shown: string,
    inputs: Record<string, string>,
    from: { source: string; note: string | undefined },
  ): Tier => {
    trace.step('tier', '减免档次', outcome, { shown, inputs, source: from.source, note: from.note });
    return { outcome, share };
  };
  if (facts.unitKind === 'ENTERPRISE' && employees.compare(small.value) <= 0) {
    const inputs = { 在职职工: exactText(employees), 免征人数: exactText(small.value) };
    return choose('EXEMPT_SMALL', ZERO, LEVY_OUTCOMES.EXEMPT_SMALL, inputs, small);
  }
  if (ratio.compare(quota.value) >= 0) {
    const inputs = { 安排比例: exactText(ratio), 规定比例: exactText(quota.value) };
    return choose('MET', ZERO, LEVY_OUTCOMES.MET, inputs, quota);
  }
  const weighted = law.setting('tierUsesWeighted', yearDay(facts.year));
  const byHeads = weighted.value !== 'true';
  if (byHeads && !facts.countedHeads) throw input('hires', '本地按人头比较档次，请逐人填写残疾职工。');
  const compared = byHeads ? (facts.countedHeads as Fraction).div(employees) : ratio;
  const reached = compared.compare(threshold.value) >= 0;
  const share = reached ? upper : lower;
  return choose(
    reached ? 'TIER_50' : 'TIER_90',
    share.value,
    `${reached ? '达到' : '低于'}${percent(threshold.value)}，按应缴额的${percent(share.value)}缴`,
    {
      [byHeads ? '人头比例' : '安排比例']: exactText(compared),
      分档线: exactText(threshold.value),
      缴纳份额: exactText(share.value),
      ...(basis && basis.value !== 'LEVY_YEAR' ? { 档次年度: day.slice(0, 4) } : {}),
    },
    {
      source: [share.source, weighted.source, ...(basis ? [basis.source] : [])].join('；'),
      note: joinNotes([share.note, weighted.note, basis?.note]),
    },
  );
}

/**
 * 残保金: the levy of one employer for one year, with its late fee.
 *
 * @param facts see {@link LevyFacts}
 * @param law   parameters of the employer's division; every one that is used is remembered in it. For a final decision it refuses where an
 *              estimate only warns
 * @returns exact figures and fen, rounded once at the end, half-up unless the division sets otherwise; the trace has one node a step, each with its source
 * @throws RuleRefusal LEVY_INPUT for facts that cannot be; LAW_UNKNOWN where no value covers the year
 * @source 财税〔2015〕72号 art. 8; 财政部公告2019年第98号; 财政部公告2023年第8号; 残疾人就业条例 art. 27
 */
export function assessLevy(facts: LevyFacts, law: UsedLaw): Ruled<Levy> {
  checkFacts(facts);
  const relief = reliefDay(facts.year, law);
  law.on('levy.tier.threshold', relief.day);
  const day = yearDay(facts.year);
  const trace = new Trace('levy', '残保金');
  const warnings: string[] = [];

  const headcountRounding = law.setting('headcountRounding', day);
  const employees = roundingStep(trace, 'employees', '上年在职职工人数', {
    exact: facts.employees,
    setting: headcountRounding,
    done: rounded(facts.employees, headcountRounding.value),
  });
  // A headcount that rounds to nobody cannot carry a ratio.
  if (employees.compare(0) <= 0) throw input('employees', '在职职工人数取整后为 0，请核对。');
  const countedRounding = law.setting('countedRounding', day);
  const counted = roundingStep(trace, 'countedHires', '已安排残疾人数', {
    exact: facts.countedHires,
    setting: countedRounding,
    done: rounded(facts.countedHires, countedRounding.value),
  });
  const quota = facts.quotaRatio
    ? { value: facts.quotaRatio, source: '填报人提供的比例', note: undefined }
    : law.fraction('quota.ratio', day);
  trace.step('quotaRatio', '规定比例', quota.value, { source: quota.source, note: quota.note });
  const floor = law.find('quota.ratio.floor', day);
  if (floor && quota.value.compare(floor.row.value) < 0) warnings.push('RATIO_BELOW_FLOOR');

  const ownExact = facts.averageWageFen ?? (facts.payrollFen as Fraction).div(employees);
  const wageRounding = law.setting('wageRounding', day);
  const own = roundingStep(
    trace,
    'averageWage',
    '上年职工年平均工资',
    {
      exact: ownExact,
      setting: wageRounding,
      done: wageRounding.value === 'EXACT' ? ownExact : rounded(ownExact.div(100), wageRounding.value).mul(100),
    },
    (value) => `${yuanOf(value)}元`,
  );
  const wage = chargeableWage(facts, own, law, trace, warnings);

  const required = trace.step('requiredHires', '应安排残疾人数', employees.mul(quota.value), {
    inputs: { 在职职工: exactText(employees), 规定比例: exactText(quota.value) },
    source: '财税〔2015〕72号第8条',
  });
  const gap = required.sub(counted);
  const shortfall = trace.step('shortfall', '还差人数（不取整）', gap.compare(0) > 0 ? gap : ZERO, {
    inputs: { 应安排: exactText(required), 已安排: exactText(counted) },
    source: '财税〔2015〕72号第8条',
  });
  const due = trace.step('due', '应缴额', shortfall.mul(wage), {
    shown: `${yuanOf(shortfall.mul(wage))}元`,
    inputs: { 还差人数: exactText(shortfall), 计征工资: `${yuanOf(wage)}元` },
  });
  const tier = tierOf(facts, { employees, counted, quota }, relief, law, trace);
  const moneyRounding = law.setting('moneyRounding', day);
  const { fen: levyFen, words } = roundedMoney(due.mul(tier.share), moneyRounding.value);
  trace.step('levy', '本年应缴残保金', levyFen, {
    shown: `${yuanText(levyFen)}元`,
    inputs: { 应缴额: `${yuanOf(due)}元`, 缴纳份额: exactText(tier.share) },
    source: `${words}（${moneyRounding.source}）`,
    note: moneyRounding.note,
  });
  const lateFeeFen = lateFee(levyFen, facts, law, trace);
  return {
    result: {
      employees,
      requiredHires: required,
      countedHires: counted,
      shortfall,
      placementRatio: counted.div(employees),
      chargeableWageFen: wage,
      dueFen: due,
      outcome: tier.outcome,
      levyFen,
      lateFeeFen,
      warnings,
    },
    trace: trace.done(`${yuanText(levyFen)}元`),
  };
}

/** 滞纳金: per day from the day of arrears, only once the finance department's order to pay was missed. @source 残疾人就业条例 art. 27 */
function lateFee(levyFen: Fen, facts: LevyFacts, law: UsedLaw, trace: Trace): Fen {
  const { arrears } = facts;
  if (!arrears) return 0;
  if (!Number.isInteger(arrears.daysOverdue) || arrears.daysOverdue < 0 || arrears.daysOverdue > MAX_DAYS_OVERDUE)
    throw input('arrears.daysOverdue', '欠缴天数要是 0 到 36500 的整数。');
  if (!arrears.finalNoticeMissed || levyFen === 0) return 0;
  const daily = law.fraction('levy.lateFee.daily', yearDay(facts.year));
  const fee = roundHalfUp(daily.value.mul(levyFen).mul(arrears.daysOverdue));
  return trace.step('lateFee', '滞纳金', fee, {
    shown: `${yuanText(fee)}元`,
    inputs: { 每日: exactText(daily.value), 天数: String(arrears.daysOverdue) },
    source: daily.source,
    note: daily.note,
  });
}
