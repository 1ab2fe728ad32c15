import { addDays, type IsoDate, weekdayOf, yearOf } from './calendar.js';
import { RuleRefusal } from './refusal.js';

/** 工作日历: which days of which years differ from Monday to Friday. Comes in as an argument; rules know no calendar of their own. */
export interface WorkingCalendar {
  /** years whose holidays are known */
  years: ReadonlySet<number>;
  /** weekdays that are off */
  holidays: ReadonlySet<string>;
  /** weekend days that are worked */
  workdays: ReadonlySet<string>;
}

/**
 * @throws RuleRefusal LAW_UNKNOWN for a year whose holidays are not known yet: Monday to Friday would be a guess
 */
export function isWorkingDay(day: IsoDate, calendar: WorkingCalendar): boolean {
  if (!calendar.years.has(yearOf(day))) {
    throw new RuleRefusal('LAW_UNKNOWN', 'calendar', day, `${yearOf(day)} 年的放假安排还没有录入，不能算工作日。`);
  }
  if (calendar.workdays.has(day)) return true;
  const weekend = [0, 6].includes(weekdayOf(day));
  return !weekend && !calendar.holidays.has(day);
}

/**
 * The `count`-th working day after a day; a period that begins on the day of publication ends at the end of it.
 *
 * @param count ≥ 1
 * @throws RuleRefusal LAW_UNKNOWN where the period runs into a year that is not known
 */
export function addWorkingDays(day: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  if (!Number.isInteger(count) || count < 1)
    throw new RuleRefusal('VALIDATION', 'workingDays', day, '工作日数要是大于 0 的整数。');
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}
