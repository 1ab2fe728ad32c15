import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchLaw, MatchPerson, MatchPost } from '../facts.js';
import type { Ranked } from './top.js';

/** One post in a person's list. */
export interface RankedPost extends Ranked {
  postId: string;
}

/** A post with the law of the place that pays for it. */
export interface IndexedPost {
  post: MatchPost;
  law: MatchLaw;
}

/** A change of one row, from the feed: the row as it stands now, or its absence. */
export type PostChange = { postId: string; now: IndexedPost | null };

/** Finds posts for people. The row loop is the reference; a faster one has to give the same lists. */
export interface MatchEngine {
  readonly size: number;
  /** Every post that is held. */
  rows(): Iterable<IndexedPost>;
  /** Replaces everything. */
  load(posts: Iterable<IndexedPost>): void;
  apply(changes: readonly PostChange[]): void;
  /**
   * The best `k` (≥ 0, Infinity for all) posts whose answer is one of `answers`, in the order of {@link compareRanked}.
   *
   * @param after only what comes after this row; it need not be in the list any more
   */
  topPosts(
    person: MatchPerson,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    after?: RankedPost | null,
  ): RankedPost[];
  /** How many posts {@link topPosts} would give for a `k` without end. */
  count(person: MatchPerson, day: IsoDate, answers: ReadonlySet<MatchAnswer>): number;
}

/** Fits first; then the unknown, fewest open questions first; each by score. 0: as good as each other. */
export function compareSuit(one: Ranked, other: Ranked): number {
  const group = Number(isFit(other.answer)) - Number(isFit(one.answer));
  if (group !== 0) return group;
  if (!isFit(one.answer) && one.unknown !== other.unknown) return one.unknown - other.unknown;
  return other.score - one.score;
}

/** By {@link compareSuit}. Ties by older id, never by place in memory. */
export const compareRanked = (one: RankedPost, other: RankedPost): number =>
  compareSuit(one, other) || (one.postId < other.postId ? -1 : 1);
