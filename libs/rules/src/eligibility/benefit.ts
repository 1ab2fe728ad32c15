import { type IsoDate, yearOf } from '../calendar.js';
import { Trace, type Ruled } from '../explain/index.js';
import type { Law } from '../law/law.js';
import type { Found } from '../law/parameter.js';
import { type Fen, parseYuan, yuanText } from '../money.js';
import { noteOf, UsedLaw, type UsedParameter } from '../quota/used-law.js';
import { RuleRefusal } from '../refusal.js';
import { BENEFIT_RULES, type BenefitContext, type BenefitFacts } from './benefit-rules.js';
import { rightKeysOf } from './rights.js';
import type { BenefitRuleCode, SchemeRow } from './schemes.js';

/** Youngest age of work, in full years. */
const MINIMUM_AGE = 'work.age.min';

/** One rule with its answer. */
export interface BenefitReason {
  rule: BenefitRuleCode;
  passed: boolean;
  /** one Chinese sentence without personal data */
  message: string;
  basis: string;
}

/** Whether a support is due, how much, and why. */
export interface BenefitJudgement extends Ruled<'ELIGIBLE' | 'NOT_ELIGIBLE'> {
  eligible: boolean;
  /** fen; 0 when not eligible */
  amountFen: Fen;
  /** every rule of the scheme in the catalogue's order, passed or not */
  reasons: BenefitReason[];
  /** rights that the application claims, see {@link rightKeysOf} */
  rightKeys: string[];
  /** every dated row the result rests on */
  parameters: UsedParameter[];
}

/** A decision about money never rests on a row that has run out. */
function inForce(found: Found, code: string, day: IsoDate): Found {
  if (found.answer === 'known') return found;
  throw new RuleRefusal(
    'LAW_UNKNOWN',
    code,
    day,
    `「${code}」在 ${day} 已经没有有效的数值，不能审批。请由县残联按文件录入这一参数。`,
  );
}

const sourceOf = (found: Found): string => [found.row.source, noteOf(found)].filter(Boolean).join('；');

function maximumOf(scheme: SchemeRow, law: UsedLaw, on: IsoDate): { fen: Fen; found: Found } {
  const code = scheme.amount.maxParameter;
  const found = inForce(law.on(code, on), code, on);
  return { fen: parseYuan(found.row.value), found };
}

function ageOf(law: UsedLaw, on: IsoDate): { years: number; found: Found } {
  const found = inForce(law.on(MINIMUM_AGE, on), MINIMUM_AGE, on);
  return { years: Number(found.row.value), found };
}

/**
 * 补贴资格: judges one application against its scheme's row. Every rule is answered, so that a person reads all that is missing at once.
 *
 * @param facts amounts in fen; days as text; the application's own rights and amount left out of `liveRights` and `grantedThisYearFen`
 * @param law   parameters of the county that pays
 * @returns amountFen: the lesser of the fee and what is left of the year's maximum, whole fen, nothing rounded
 * @throws RuleRefusal LAW_UNKNOWN naming the parameter that has no value on the day; AMOUNT_INVALID where its text is no amount in yuan
 * @source rulebook §6; payouts.md §3
 */
export function judgeBenefit(scheme: SchemeRow, facts: BenefitFacts, law: Law): BenefitJudgement {
  const used = new UsedLaw(law);
  const trace = new Trace('benefit', `${scheme.name}资格`);
  const max = maximumOf(scheme, used, facts.on);
  const age = ageOf(used, facts.on);
  const context: BenefitContext = {
    scheme,
    countyCode: law.divisionCode.slice(0, 6),
    minimumAge: { years: age.years, source: sourceOf(age.found) },
    max: { fen: max.fen, source: sourceOf(max.found) },
  };

  const reasons = scheme.rules.map((rule) => ({ rule, ...BENEFIT_RULES[rule](facts, context) }));
  for (const { rule, passed, message, basis } of reasons)
    trace.step(rule, message, passed ? '符合' : '不符合', { source: basis });
  const eligible = reasons.every((reason) => reason.passed);

  const amountFen = amountOf(facts, max, eligible, trace);
  const result = eligible ? 'ELIGIBLE' : 'NOT_ELIGIBLE';
  return {
    result,
    eligible,
    amountFen,
    reasons,
    rightKeys: rightKeysOf(scheme, facts.subjectId, facts),
    trace: trace.done(eligible ? `符合，${yuanText(amountFen)}元` : '不符合'),
    parameters: used.parameters(),
  };
}

function amountOf(facts: BenefitFacts, max: { fen: Fen; found: Found }, eligible: boolean, trace: Trace): Fen {
  const { fen, found } = max;
  const shown = (value: Fen) => ({ shown: yuanText(value) });
  trace.step('yearMax', `${yearOf(facts.on)}年每人最高（元）`, fen, {
    ...shown(fen),
    source: found.row.source,
    note: noteOf(found),
  });
  const left = Math.max(0, fen - facts.grantedThisYearFen);
  trace.step('left', '今年剩余（元）', left, {
    ...shown(left),
    inputs: { 今年已补: yuanText(facts.grantedThisYearFen) },
  });
  const amount = eligible ? Math.min(facts.course.feeFen, left) : 0;
  return trace.step('amount', '补贴金额（元）：学费与剩余额度中较小的', amount, {
    ...shown(amount),
    inputs: { 学费: yuanText(facts.course.feeFen), 今年剩余: yuanText(left) },
  });
}

/**
 * 能补多少, for the public page of a scheme.
 *
 * @returns a sentence; where the place has no parameter it says so, and `known` is false
 */
export function schemeAmountText(scheme: SchemeRow, law: Law, on: IsoDate): { text: string; known: boolean } {
  const found = law.find(scheme.amount.maxParameter, on);
  if (found === undefined || found.answer !== 'known') return { text: '金额还没有公布，请问县残联。', known: false };
  const note = noteOf(found);
  const max = yuanText(parseYuan(found.row.value));
  return { text: `按您交的学费补，每人每年最多${max}元${note ? `（${note}）` : ''}。`, known: true };
}
