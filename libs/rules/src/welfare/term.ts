import { addDays, addMonths, daysBetween, type IsoDate } from '../calendar.js';
import type { Found, Law } from '../law/index.js';
import { sourceOf } from '../quota/used-law.js';

/** Days somebody worked at public-welfare posts, both included; `to` null: still there. */
export interface WelfareSpan {
  from: IsoDate;
  to: IsoDate | null;
}

/** Time served, by the calendar. */
export interface Served {
  months: number;
  /** beyond the full months, 0 … 29 */
  days: number;
}

/** Days left over from several spans come to a month. */
const DAYS_OF_A_MONTH = 30;

/** Full months from one day to before another, and the days beyond. */
function between(from: IsoDate, before: IsoDate): Served {
  let months = 0;
  while (addMonths(from, months + 1) <= before) months += 1;
  return { months, days: daysBetween(addMonths(from, months), before) };
}

/**
 * Months served up to and with a day. A month goes from a day to the day before the same day of the next month, whatever its length; days left
 * over from spans that were broken off are added up, thirty to a month.
 *
 * @param spans in any order; they do not overlap, for nobody holds two such posts (一人一岗)
 */
export function monthsServed(spans: readonly WelfareSpan[], day: IsoDate): Served {
  let [months, days] = [0, 0];
  for (const { from, to } of spans) {
    const last = to === null || to > day ? day : to;
    if (last < from) continue;
    const span = between(from, addDays(last, 1));
    months += span.months;
    // Thirty days of a long month are not the whole of it.
    days += Math.min(span.days, DAYS_OF_A_MONTH - 1);
  }
  return { months: months + Math.floor(days / DAYS_OF_A_MONTH), days: days % DAYS_OF_A_MONTH };
}

/** Dated parameters of a public-welfare post's life, all of them operators' rows. */
export const WELFARE_PARAMETERS = {
  /** the most months a person may serve */
  maxMonths: 'post.maxMonths',
  /** who has fewer years than this to the end of working age at the first grant may stay until then */
  nearRetirementYears: 'post.term.nearRetirementYears',
  /** a dated decision of the county: so many months more */
  relaxedMonths: 'post.relax.termMonths',
  /** a dated decision of the county: the upper age so many years higher */
  relaxedAge: 'post.relax.ageYears',
  shareMinimum: 'post.share.min',
  /** REPORT_DAY or LAST_YEAR_END */
  shareDay: 'setting.postShareDay',
  /** least share of the days due that somebody must have been present */
  attendanceShare: 'post.attendance.minShare',
  /** COUNT or SKIP a month that somebody did not serve whole */
  partMonth: 'setting.postPartMonth',
} as const;

/** What the dated parameters of a place say about terms on a day. */
export interface TermLaw {
  maxMonths: { value: number; source: string } | null;
  nearRetirementYears: { value: number; source: string } | null;
  relaxedMonths: { value: number; source: string } | null;
}

const numberOf = (found: Found | undefined): { value: number; source: string } | null =>
  found === undefined ? null : { value: Number(found.row.value), source: sourceOf(found) };

export const termLawOn = (law: Law, day: IsoDate): TermLaw => ({
  maxMonths: numberOf(law.find(WELFARE_PARAMETERS.maxMonths, day)),
  nearRetirementYears: numberOf(law.find(WELFARE_PARAMETERS.nearRetirementYears, day)),
  relaxedMonths: numberOf(law.find(WELFARE_PARAMETERS.relaxedMonths, day)),
});

/** The last day of a term, and why. */
export interface Term {
  /** the last day somebody may serve; null: nobody entered a limit, and none was agreed */
  endsOn: IsoDate | null;
  /** which rule set the day */
  rule: 'AGREED' | 'LIMIT' | 'NEAR_RETIREMENT' | 'NO_LIMIT';
  /** a sentence each, with its source */
  reasons: string[];
}

/** What a term is reckoned from. */
export interface TermFacts {
  /** where the running placement began */
  startedOn: IsoDate;
  /** the last day agreed; null: open */
  agreedUntil: IsoDate | null;
  /** public-welfare posts before this one */
  earlier: readonly WelfareSpan[];
  /** the last day of working age; null: not known */
  workingAgeUntil: IsoDate | null;
}

/**
 * When the running term of somebody at a public-welfare post is over: the earlier of what was agreed and what the limit leaves after the months
 * served before; near retirement at the first grant, the last day of working age in place of the limit.
 *
 * @source rulebook.md §5, Term (?): every number is an operator's row
 */
export function termOf(facts: TermFacts, law: TermLaw): Term {
  const { startedOn, agreedUntil, earlier, workingAgeUntil } = facts;
  const limit = limitOf(facts, law);
  const reasons = limit === null ? ['没有录入最长月数，系统不算期限。'] : [...limit.reasons];
  if (limit !== null && earlier.length > 0) {
    const { months, days } = monthsServed(earlier, addDays(startedOn, -1));
    reasons.push(`以前干过${months}个月${days > 0 ? `零${days}天` : ''}，算在里面。`);
  }
  if (agreedUntil !== null && (limit === null || agreedUntil <= limit.endsOn))
    return { endsOn: agreedUntil, rule: 'AGREED', reasons: [`约定到${agreedUntil}。`, ...reasons] };
  if (limit === null) return { endsOn: null, rule: 'NO_LIMIT', reasons };
  if (limit.rule === 'LIMIT' && law.nearRetirementYears !== null && workingAgeUntil === null)
    reasons.push('年龄上限没有录入，看不出是不是临近退休。');
  return { endsOn: limit.endsOn, rule: limit.rule, reasons };
}

function limitOf(
  { startedOn, earlier, workingAgeUntil }: TermFacts,
  { maxMonths, nearRetirementYears, relaxedMonths }: TermLaw,
): { endsOn: IsoDate; rule: 'LIMIT' | 'NEAR_RETIREMENT'; reasons: string[] } | null {
  if (maxMonths === null) return null;
  const firstOn = earlier.reduce((first, { from }) => (from < first ? from : first), startedOn);
  const before = monthsServed(earlier, addDays(startedOn, -1));
  const months = maxMonths.value + (relaxedMonths?.value ?? 0) - before.months;
  const endsOn = addDays(addMonths(startedOn, months), -before.days - 1);
  if (nearRetirementYears !== null && workingAgeUntil !== null && workingAgeUntil > endsOn) {
    // Fewer than: with exactly so many years left the exception does not hold.
    const isNear = addMonths(firstOn, nearRetirementYears.value * 12) > addDays(workingAgeUntil, 1);
    if (isNear)
      return {
        endsOn: workingAgeUntil,
        rule: 'NEAR_RETIREMENT',
        reasons: [
          `第一次上岗时离退休不到${nearRetirementYears.value}年，可以干到退休（${nearRetirementYears.source}）。`,
        ],
      };
  }
  return {
    endsOn,
    rule: 'LIMIT',
    reasons: [
      `最长${maxMonths.value}个月（${maxMonths.source}）。`,
      ...(relaxedMonths === null ? [] : [`放宽${relaxedMonths.value}个月（${relaxedMonths.source}）。`]),
    ],
  };
}

/** Days before the end on which somebody is told. */
export const TERM_ALERTS = [90, 30] as const;

/**
 * Which alert stands open on a day: 90 from ninety days before the last day on, 30 from thirty; null before, after the last day, or without one.
 * A night that was missed is made up for by the next one.
 */
export function alertOn(endsOn: IsoDate | null, day: IsoDate): (typeof TERM_ALERTS)[number] | null {
  if (endsOn === null || day > endsOn) return null;
  const left = daysBetween(day, endsOn);
  return left <= TERM_ALERTS[1] ? TERM_ALERTS[1] : left <= TERM_ALERTS[0] ? TERM_ALERTS[0] : null;
}
