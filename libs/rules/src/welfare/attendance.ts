import Fraction from 'fraction.js';
import { addDays, addMonths, daysBetween, type IsoDate, isIsoDate, isoDate } from '../calendar.js';
import type { Law } from '../law/index.js';
import { sourceOf } from '../quota/used-law.js';
import type { WelfareSpan } from './term.js';
import { WELFARE_PARAMETERS } from './term.js';

/** `YYYY-MM` */
export type Month = string;

export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`);
export const monthOf = (day: IsoDate): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): IsoDate => isoDate(`${month}-01`);
export const lastDayOf = (month: Month): IsoDate => addDays(addMonths(firstDayOf(month), 1), -1);

/** Days of the month that lie in the span, by the calendar; 0: none. */
export function daysIn(month: Month, { from, to }: WelfareSpan): number {
  const start = from > firstDayOf(month) ? from : firstDayOf(month);
  const end = to !== null && to < lastDayOf(month) ? to : lastDayOf(month);
  return Math.max(0, daysBetween(start, end) + 1);
}

/** Every month from the one of the first day to that of the last. */
export function monthsFrom(from: IsoDate, to: IsoDate): Month[] {
  const months: Month[] = [];
  for (let at = firstDayOf(monthOf(from)); at <= to; at = addMonths(at, 1)) months.push(monthOf(at));
  return months;
}

/** What is known of one person's month at one post. */
export interface AttendanceFacts {
  month: Month;
  span: WelfareSpan;
  /** the month was closed by an officer */
  closed: boolean;
  /** the newest figures that an officer confirmed; null: none */
  confirmed: { daysDue: number; daysPresent: number } | null;
}

export interface AttendanceLaw {
  /** least share of the days due, as a fraction; null: nobody entered one */
  minimum: { value: string; source: string } | null;
  partMonth: { value: 'COUNT' | 'SKIP'; source: string } | null;
}

export function attendanceLawOn(law: Law, day: IsoDate): AttendanceLaw {
  const minimum = law.find(WELFARE_PARAMETERS.attendanceShare, day);
  const part = law.find(WELFARE_PARAMETERS.partMonth, day);
  return {
    minimum: minimum ? { value: minimum.row.value, source: sourceOf(minimum) } : null,
    partMonth: part ? { value: part.row.value as 'COUNT' | 'SKIP', source: sourceOf(part) } : null,
  };
}

/** COUNTS for the post subsidy; NOT; UNKNOWN: somebody or some rule has still to speak. Money follows COUNTS alone. */
export interface AttendedMonth {
  month: Month;
  answer: 'COUNTS' | 'NOT' | 'UNKNOWN';
  /** NOT_PLACED NOT_CLOSED NOT_CONFIRMED DAYS_CHANGED NONE_DUE NOT_PRESENT BELOW_SHARE PART_MONTH LAW_UNKNOWN, or FULL, ENOUGH */
  code: string;
  says: string;
}

const answer = (month: Month, given: AttendedMonth['answer'], code: string, says: string): AttendedMonth => ({
  month,
  answer: given,
  code,
  says,
});

/**
 * Whether a month counts for the 岗位补贴. Full attendance of a whole month counts under every reading, no day present under none; between them an
 * operator's row decides, and without one nobody guesses.
 *
 * @source rulebook.md §6, POST: monthly, by attendance; the share of days and the part month are operators' rows (?)
 */
export function attendedMonth(facts: AttendanceFacts, law: AttendanceLaw): AttendedMonth {
  const { month, span, closed, confirmed } = facts;
  const served = daysIn(month, span);
  if (served === 0) return answer(month, 'NOT', 'NOT_PLACED', '这个月不在岗。');
  if (!closed) return answer(month, 'UNKNOWN', 'NOT_CLOSED', '这个月的考勤还没有办结。');
  if (confirmed === null) return answer(month, 'UNKNOWN', 'NOT_CONFIRMED', '这个月没有确认过的考勤。');
  const { daysDue, daysPresent } = confirmed;
  // He left, or had begun, on another day than was known when the month was confirmed.
  if (daysDue > served)
    return answer(month, 'UNKNOWN', 'DAYS_CHANGED', `在岗只有${served}天，确认的应出勤是${daysDue}天，请更正。`);
  if (daysPresent === 0)
    return daysDue === 0
      ? answer(month, 'NOT', 'NONE_DUE', '这个月没有应出勤的日子。')
      : answer(month, 'NOT', 'NOT_PRESENT', '这个月一天也没有出勤。');
  const days = `应出勤${daysDue}天，出勤${daysPresent}天`;
  if (daysPresent < daysDue) {
    if (law.minimum === null)
      return answer(month, 'UNKNOWN', 'LAW_UNKNOWN', `${days}；出勤几成算一个月，没有录入规定。`);
    if (new Fraction(daysPresent, daysDue).compare(law.minimum.value) < 0)
      return answer(month, 'NOT', 'BELOW_SHARE', `${days}，没到规定的份额（${law.minimum.source}）。`);
  }
  if (served < daysIn(month, { from: firstDayOf(month), to: null })) {
    if (law.partMonth === null)
      return answer(month, 'UNKNOWN', 'LAW_UNKNOWN', `只干了${served}天；不满一个月算不算，没有录入规定。`);
    if (law.partMonth.value === 'SKIP')
      return answer(month, 'NOT', 'PART_MONTH', `只干了${served}天，不满一个月不算（${law.partMonth.source}）。`);
  }
  return daysPresent < daysDue
    ? answer(month, 'COUNTS', 'ENOUGH', `${days}，够规定的份额（${law.minimum?.source ?? ''}）。`)
    : answer(month, 'COUNTS', 'FULL', `${days}。`);
}

/** What is wrong with the figures of a month; null: nothing. They are days of the calendar in which the person was placed. */
export function attendanceProblem(
  { daysDue, daysPresent }: { daysDue: number; daysPresent: number },
  servedDays: number,
): { field: 'daysDue' | 'daysPresent'; says: string } | null {
  if (!Number.isInteger(daysDue) || daysDue < 0 || daysDue > servedDays)
    return { field: 'daysDue', says: `应出勤要填 0 到 ${servedDays} 的整数，他这个月在岗${servedDays}天。` };
  if (!Number.isInteger(daysPresent) || daysPresent < 0 || daysPresent > daysDue)
    return { field: 'daysPresent', says: `出勤要填 0 到 ${daysDue} 的整数，不能多过应出勤。` };
  return null;
}
