import type { IsoDate } from '../calendar.js';
import { type TermLaw, termOf, type WelfareSpan } from './term.js';

/** Days on which somebody is off the list of public-welfare posts, both included, by a decision. */
export interface WelfareBar {
  from: IsoDate;
  until: IsoDate;
  /** 依据 of the decision */
  source: string;
}

/** What of a person's past stands against another public-welfare post. */
export interface WelfareStanding {
  bars: readonly WelfareBar[];
  /** every public-welfare post so far, the running one too */
  served: readonly WelfareSpan[];
}

/** Nobody decided anything, and nothing was served. */
export const NO_WELFARE: WelfareStanding = { bars: [], served: [] };

/** The bar that holds on a day, of several the longest. */
export function barOn({ bars }: WelfareStanding, day: IsoDate): WelfareBar | undefined {
  let found: WelfareBar | undefined;
  for (const bar of bars)
    if (bar.from <= day && day <= bar.until && (found === undefined || bar.until > found.until)) found = bar;
  return found;
}

/** The public-welfare post held on any day from one to another; `until` null: without end. */
export const spanHeld = (
  { served }: WelfareStanding,
  from: IsoDate,
  until: IsoDate | null = from,
): WelfareSpan | undefined =>
  served.find((span) => (span.to === null || span.to >= from) && (until === null || span.from <= until));

/** What was begun before a day: the months that count against a term that begins on it. */
export const servedBefore = ({ served }: WelfareStanding, day: IsoDate): WelfareSpan[] =>
  served.filter(({ from }) => from < day);

/** LEFT: a day at least. UNSURE: the limit leaves none, and nobody knows whether the exception for near retirement holds. */
export type TermLeft = 'LEFT' | 'USED_UP' | 'UNSURE';

/**
 * Whether any of the term is left to somebody who would begin on a day.
 *
 * @param workingAgeUntil null: not known
 * @source rulebook.md §5, Term (?): every number is an operator's row
 */
export function termLeft(
  standing: WelfareStanding,
  day: IsoDate,
  workingAgeUntil: IsoDate | null,
  law: TermLaw,
): TermLeft {
  const earlier = servedBefore(standing, day);
  if (earlier.length === 0) return 'LEFT';
  const { endsOn } = termOf({ startedOn: day, agreedUntil: null, earlier, workingAgeUntil }, law);
  if (endsOn === null || endsOn >= day) return 'LEFT';
  return law.nearRetirementYears !== null && workingAgeUntil === null ? 'UNSURE' : 'USED_UP';
}
