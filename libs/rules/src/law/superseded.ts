import { addDays } from '../calendar.js';
import type { ParameterRow } from './parameter.js';

/** A row that counts, with the one whose place it takes from its first day on. */
export interface SupersedingRow extends ParameterRow {
  /** id of the superseded row; null where it takes nobody's place */
  supersedes: string | null;
}

/**
 * What is left of rows of which some supersede others: a superseded row ends on the eve of the first row that takes its place, and one that
 * is replaced from its very first day is left out. That a superseding row was superseded itself gives nothing back.
 *
 * @returns rows without the link, in the order given
 */
export function inEffect(rows: readonly SupersedingRow[]): ParameterRow[] {
  const endedFrom = new Map<string, ParameterRow['from']>();
  for (const { supersedes, from } of rows) {
    if (supersedes === null) continue;
    const standing = endedFrom.get(supersedes);
    if (standing === undefined || from < standing) endedFrom.set(supersedes, from);
  }
  return rows.flatMap(({ supersedes: _, ...row }) => {
    const from = endedFrom.get(row.id);
    if (from === undefined) return [row];
    if (from <= row.from) return [];
    const eve = addDays(from, -1);
    return [{ ...row, to: row.to === null || row.to > eve ? eve : row.to }];
  });
}

/** True when two periods share a day; an open end lasts for ever. */
export const periodsMeet = (
  one: Pick<ParameterRow, 'from' | 'to'>,
  other: Pick<ParameterRow, 'from' | 'to'>,
): boolean => (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
