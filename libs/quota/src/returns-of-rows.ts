import type { Employer } from '@tongxing/employers';
import type { ImportRow } from '@tongxing/imports';
import { type EntityManager, In } from 'typeorm';
import { QuotaReturn } from './quota.entity.js';
import { EDITABLE_STATES, FIRST_YEAR, QUOTA_STATES } from './quota.words.js';

/** Of a roster about an employer's year. */
interface OfYear {
  creditCode: string;
  year: number;
}

export const keyOfReturn = (employerId: string, year: number): string => `${employerId}|${year}`;

/** The standing returns that rows speak of, in one query, by {@link keyOfReturn}. */
export async function returnsOf<V extends OfYear>(
  manager: EntityManager,
  rows: readonly ImportRow<V>[],
  employers: ReadonlyMap<string, Employer>,
): Promise<Map<string, QuotaReturn>> {
  const years = new Set(rows.flatMap((row) => (row.values.year as number | null | undefined) ?? []));
  if (employers.size === 0 || years.size === 0) return new Map();
  const ids = [...employers.values()].map((employer) => employer.id);
  const found = await manager.findBy(QuotaReturn, { employerId: In(ids), year: In([...years]) });
  return new Map(found.map((one) => [keyOfReturn(one.employerId, one.year), one]));
}

/** A year that has not begun has no figures. */
export function reportFuture<V extends OfYear>(row: ImportRow<V>, thisYear: number): void {
  const year = row.values.year as number | null | undefined;
  if (!year || year <= thisYear) return;
  row.report('NUMBER_RANGE', 'year', { message: `应在 ${FIRST_YEAR} 到 ${thisYear} 之间`, hint: '填数字是哪一年的' });
}

/** What was filed stands until the office returns it. */
export function reportClosed<V extends OfYear>(row: ImportRow<V>, standing: QuotaReturn | undefined): void {
  if (standing === undefined || EDITABLE_STATES.includes(standing.state)) return;
  row.report('VALUE_NOT_IN_LIST', 'year', {
    message: `这一年的申报${QUOTA_STATES[standing.state]}，不能再改`,
    hint: '请联系县残联，退回后再导入',
  });
}
