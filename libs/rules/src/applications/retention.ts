import { addMonths, type IsoDate } from '../calendar.js';
import type { JobApplicationState } from './flow.js';

/** 稳岗: months after the start at which somebody asks whether the person is still there. */
export const RETENTION_MONTHS = [1, 3, 6, 12] as const;
export type RetentionMonth = (typeof RETENTION_MONTHS)[number];

export const isRetentionMonth = (month: number): month is RetentionMonth =>
  (RETENTION_MONTHS as readonly number[]).includes(month);

/** The day of a check: the same day of a later month, or its last (31 January + 1 = 28 or 29 February). */
export const retentionDay = (startedOn: IsoDate, month: RetentionMonth): IsoDate => addMonths(startedOn, month);

/** Checks that are due on a day, the earliest first. */
export const retentionDue = (startedOn: IsoDate, today: IsoDate): { month: RetentionMonth; dueOn: IsoDate }[] =>
  RETENTION_MONTHS.map((month) => ({ month, dueOn: retentionDay(startedOn, month) })).filter(
    ({ dueOn }) => dueOn <= today,
  );

const AT_WORK: readonly JobApplicationState[] = ['ONBOARD', 'KEPT_1', 'KEPT_3', 'KEPT_6', 'KEPT_12'];

/** Where an application stands after a check: never back to an earlier one, whichever is written down first. */
export function afterRetention(
  state: JobApplicationState,
  month: RetentionMonth,
  stillThere: boolean,
): JobApplicationState {
  if (!stillThere) return 'LEFT';
  const kept: JobApplicationState = `KEPT_${month}`;
  return AT_WORK.indexOf(kept) > AT_WORK.indexOf(state) ? kept : state;
}
