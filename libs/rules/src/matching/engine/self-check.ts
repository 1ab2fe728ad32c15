import type { IsoDate } from '../../calendar.js';
import type { MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import type { IndexedPost, MatchEngine, RankedPost } from './match-engine.js';
import { RowLoopEngine } from './row-loop-engine.js';

const LISTED: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);

const lineOf = ({ postId, answer, score, unknown }: RankedPost): string => `${postId} ${answer} ${score} ${unknown}`;
const textOf = (list: readonly RankedPost[]): string => list.map(lineOf).join('\n');

/**
 * The people for whom an engine's list is not the row loop's, over all their posts and over the first `k`.
 *
 * @param posts what the engine should hold, read anew; those it says that it holds miss a post it lost
 * @returns ids; empty: nothing is wrong
 */
export function differingPeople(
  engine: MatchEngine,
  posts: Iterable<IndexedPost>,
  people: Iterable<MatchPerson>,
  day: IsoDate,
  k: number,
): string[] {
  const reference = new RowLoopEngine();
  reference.load(posts);
  const differing: string[] = [];
  for (const person of people) {
    const all = reference.topPosts(person, day, Infinity, LISTED);
    const same =
      textOf(engine.topPosts(person, day, Infinity, LISTED)) === textOf(all) &&
      textOf(engine.topPosts(person, day, k, LISTED)) === textOf(all.slice(0, k));
    if (!same) differing.push(person.id);
  }
  return differing;
}
