import type { IsoDate } from '../calendar.js';
import { Law } from './law.js';
import type { ParameterRow } from './parameter.js';

/** What is kept for some days. */
export type RetainedDays = 'SESSION' | 'SIGN_IN_CODE' | 'UPLOAD' | 'EXPORT' | 'DELETION_GRACE' | 'FEEDBACK' | 'REVEAL';
/** What is kept for some years after its end. */
export type RetainedYears = 'APPLICATION' | 'MONEY';

/** A period with the rows' own source. */
export interface RetentionPeriod {
  /** days or years */
  length: number;
  source: string;
}

/**
 * How long something stays. Deleting runs over the whole database, rows of several places among each other: of periods that differ the
 * longest holds, so that nothing goes too early anywhere.
 *
 * @throws Error where no row is in force: the software ships one of each
 */
export function retentionPeriod(
  rows: readonly ParameterRow[],
  what: { days: RetainedDays } | { years: RetainedYears },
  day: IsoDate,
): RetentionPeriod {
  const [code, qualifier] = 'days' in what ? ['retention.days', what.days] : ['retention.years', what.years];
  const scopes = new Set(rows.filter((row) => row.code === code).map(({ scope }) => scope));
  const periods = [...scopes].flatMap((scope) => {
    const found = new Law(rows, scope === 'CN' ? '' : scope).find(code, day, { qualifier });
    return found ? [{ length: Number(found.row.value), source: found.row.source }] : [];
  });
  const [longest] = periods.sort((one, other) => other.length - one.length);
  if (longest === undefined) throw new Error(`no row of ${code} ${qualifier}`);
  return longest;
}
