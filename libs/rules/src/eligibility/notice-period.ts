import { addDays, type IsoDate } from '../calendar.js';
import { Trace, type Ruled } from '../explain/index.js';
import type { Law } from '../law/law.js';
import { noteOf, UsedLaw } from '../quota/used-law.js';
import { RuleRefusal } from '../refusal.js';
import { addWorkingDays, type WorkingCalendar } from '../working-days.js';

const DAYS = 'notice.days';
/** A notice that runs longer is a slip in the parameter. */
const MAX_DAYS = 60;

/** From when until when a notice stands. */
export interface NoticePeriod {
  startsOn: IsoDate;
  /** last day on which an objection is taken; the notice closes on a later day */
  endsOn: IsoDate;
  days: number;
  unit: 'WORKING_DAYS' | 'DAYS';
  source: string;
  /** 未核对原文, 演示参数 */
  note?: string;
}

const UNITS: Readonly<Record<string, NoticePeriod['unit']>> = { 'working days': 'WORKING_DAYS', days: 'DAYS' };

/**
 * 公示期: begins on the day of publication, which is not counted, and lasts the days of the dated parameter `notice.days`.
 *
 * @param qualifier what is published (`TRAIN`, `REWARD`): a row with this qualifier stands before one without
 * @throws RuleRefusal LAW_UNKNOWN without a row in force, or where the period runs into a year whose holidays are not known; VALIDATION for a row that is no number of days
 */
export function noticePeriod(
  startsOn: IsoDate,
  qualifier: string,
  law: Law,
  calendar: WorkingCalendar,
): Ruled<NoticePeriod> {
  const used = new UsedLaw(law);
  const own = used.find(DAYS, startsOn, qualifier);
  const found = own?.answer === 'known' ? own : used.on(DAYS, startsOn);
  if (found.answer !== 'known')
    throw new RuleRefusal('LAW_UNKNOWN', DAYS, startsOn, `「${DAYS}」在 ${startsOn} 已经没有有效的数值，不能公示。`);
  const { row } = found;
  const days = Number(row.value);
  const unit = UNITS[row.unit];
  if (unit === undefined || !Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new RuleRefusal('VALIDATION', DAYS, startsOn, `「${DAYS}」要写 1 到 ${MAX_DAYS} 的整数，单位写工作日或日。`);
  const endsOn = unit === 'DAYS' ? addDays(startsOn, days) : addWorkingDays(startsOn, days, calendar);
  const note = noteOf(found);
  const trace = new Trace('noticePeriod', '公示期');
  trace.step('startsOn', '公示开始', startsOn);
  trace.step('days', unit === 'DAYS' ? '公示天数' : '公示工作日数', String(days), { source: row.source, note });
  trace.step('endsOn', '公示结束', endsOn);
  return {
    result: { startsOn, endsOn, days, unit, source: row.source, ...(note ? { note } : {}) },
    trace: trace.done(endsOn),
  };
}
