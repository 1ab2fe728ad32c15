import { addDays, daysBetween, type IsoDate } from '../calendar.js';
import type { Law } from '../law/index.js';

/** Dated parameters of how long an employer's word on a post holds; both are operators' rows, none is shipped. */
export const FRESHNESS_PARAMETERS = {
  /** days after the last word until it is asked for again */
  askDays: 'post.reconfirm.askDays',
  /** days after the question until the post goes out of matching */
  pauseDays: 'post.reconfirm.pauseDays',
} as const;

/** What the dated parameters of a place say on a day; null: nobody entered it. */
export interface FreshnessLaw {
  askDays: number | null;
  pauseDays: number | null;
}

/** What freshness is reckoned from. */
export interface PostWord {
  publishedOn: IsoDate;
  /** the last day its employer, or the office it came from, said that it is still offered; null: never since it was published */
  confirmedOn: IsoDate | null;
  /** when that was asked for; null: not since the last word */
  askedOn: IsoDate | null;
}

export type FreshnessState = 'FRESH' | 'DUE' | 'ASKED' | 'OVERDUE';

/** How fresh a post is on a day, and what follows when. */
export interface Freshness {
  /** DUE: to be asked for; ASKED: asked, with days left; OVERDUE: goes out of matching */
  state: FreshnessState;
  lastWordOn: IsoDate;
  /** the first day it is asked for; null: no parameter, so never */
  asksOn: IsoDate | null;
  /** the day it goes out of matching; null: not asked yet, or no parameter */
  pausesOn: IsoDate | null;
  /** a sentence */
  reason: string;
}

export function freshnessLawOn(law: Law, day: IsoDate): FreshnessLaw {
  const numberOf = (code: string): number | null => {
    const found = law.find(code, day);
    return found === undefined ? null : Number(found.row.value);
  };
  return { askDays: numberOf(FRESHNESS_PARAMETERS.askDays), pauseDays: numberOf(FRESHNESS_PARAMETERS.pauseDays) };
}

/**
 * Whether the last word on a post still holds. Nothing goes out of matching that was not asked for first, so that a parameter entered today
 * takes no old post away today; where a parameter is missing, what hangs on it never comes.
 *
 * @source matching.md §1.1 H-ACTIVE "re-confirmed in N days"; the numbers are operators' rows
 */
export function freshnessOf(post: PostWord, law: FreshnessLaw, day: IsoDate): Freshness {
  const { publishedOn, confirmedOn, askedOn } = post;
  const lastWordOn = confirmedOn !== null && confirmedOn > publishedOn ? confirmedOn : publishedOn;
  const asksOn = law.askDays === null ? null : addDays(lastWordOn, law.askDays);
  if (asksOn === null)
    return { state: 'FRESH', lastWordOn, asksOn, pausesOn: null, reason: '没有设定多少天要确认一次，不会过期。' };
  const standing = askedOn !== null && askedOn >= lastWordOn ? askedOn : null;
  if (standing === null) {
    const days = daysBetween(lastWordOn, day);
    return day >= asksOn
      ? { state: 'DUE', lastWordOn, asksOn, pausesOn: null, reason: `${days}天没有确认了。` }
      : { state: 'FRESH', lastWordOn, asksOn, pausesOn: null, reason: `${asksOn}以前不用确认。` };
  }
  const pausesOn = law.pauseDays === null ? null : addDays(standing, law.pauseDays);
  if (pausesOn === null)
    return { state: 'ASKED', lastWordOn, asksOn, pausesOn, reason: '问过了；没有设定多少天不答就暂停。' };
  return day >= pausesOn
    ? { state: 'OVERDUE', lastWordOn, asksOn, pausesOn, reason: `${standing}问过，到${pausesOn}没有答。` }
    : { state: 'ASKED', lastWordOn, asksOn, pausesOn, reason: `${standing}问过，${pausesOn}还没有答就暂停。` };
}
