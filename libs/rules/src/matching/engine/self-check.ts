import type { IsoDate } from '../../calendar.js';
import type { MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import type { IndexedPost, MatchEngine, RankedPost } from './match-engine.js';
import type { IndexedPerson, PeopleEngine, RankedPerson } from './people-engine.js';
import { PeopleRowLoop } from './people-row-loop.js';
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

const peopleText = (list: readonly RankedPerson[]): string =>
  list.map(({ personId, answer, score, unknown }) => `${personId} ${answer} ${score} ${unknown}`).join('\n');

/**
 * {@link differingPeople} of the other side: the posts for which an engine's list of people is not the row loop's.
 *
 * @param people whom the engine should hold, read anew
 * @returns ids; empty: nothing is wrong
 */
export function differingPosts(
  engine: PeopleEngine,
  people: Iterable<IndexedPerson>,
  posts: Iterable<IndexedPost>,
  day: IsoDate,
  k: number,
): string[] {
  const reference = new PeopleRowLoop();
  reference.load(people);
  const differing: string[] = [];
  for (const post of posts) {
    const all = reference.shortlist(post, day, Infinity, LISTED);
    const same =
      peopleText(engine.shortlist(post, day, Infinity, LISTED)) === peopleText(all) &&
      peopleText(engine.shortlist(post, day, k, LISTED)) === peopleText(all.slice(0, k)) &&
      engine.countIf(post, day, LISTED) === all.length;
    if (!same) differing.push(post.post.id);
  }
  return differing;
}
