import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchLaw, MatchPerson, MatchPost } from '../facts.js';

/** One post in a person's list. */
export interface RankedPost {
  postId: string;
  answer: MatchAnswer;
  score: number;
  /** rules that could not be answered */
  unknown: number;
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
  /** The best `k` (≥ 0, Infinity for all) posts whose answer is one of `answers`, in the order of {@link compareRanked}. */
  topPosts(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[];
}

/** Fits first by score; then the unknown, fewest open questions first. Ties by older id, never by place in memory. */
export function compareRanked(one: RankedPost, other: RankedPost): number {
  const group = Number(isFit(other.answer)) - Number(isFit(one.answer));
  if (group !== 0) return group;
  if (!isFit(one.answer) && one.unknown !== other.unknown) return one.unknown - other.unknown;
  return other.score - one.score || (one.postId < other.postId ? -1 : 1);
}
