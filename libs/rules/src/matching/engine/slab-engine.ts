import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { judge, verdict } from '../judge.js';
import { compareRanked, type IndexedPost, type MatchEngine, type PostChange, type RankedPost } from './match-engine.js';
import { RowLoopEngine } from './row-loop-engine.js';
import { OPEN_RULES, Slab } from './slab.js';
import { INSERTED_MOST, Top } from './top.js';

/** The delta is merged when it holds more than these and an eighth of the posts, or more than the most. */
const DELTA_SPARED = 32;
const DELTA_SHARE = 8;
const DELTA_MOST = 2_048;
/**
 * Judges only the posts that bit rows let through; the lists are those of the row loop. What came or changed since the last merge lies in a
 * delta that every question reads; what went is a cleared bit.
 */
export class SlabEngine implements MatchEngine {
  private posts = new Map<string, IndexedPost>();
  private slab = new Slab([]);
  /** best first by score, then by older id: `score × posts + posts - 1 - rank of the id` */
  private keys = new Float64Array(0);
  private waitingKeys = new Float64Array(0);
  private rankOf = new Int32Array(0);
  private atRank = new Int32Array(0);
  private answerAt: MatchAnswer[] = [];
  private readonly delta = new Map<string, IndexedPost>();

  get size(): number {
    return this.posts.size;
  }

  /** How many posts wait in the delta. */
  get waiting(): number {
    return this.delta.size;
  }

  rows(): Iterable<IndexedPost> {
    return this.posts.values();
  }

  load(posts: Iterable<IndexedPost>): void {
    this.posts = new Map([...posts].map((indexed) => [indexed.post.id, indexed]));
    this.merge();
  }

  apply(changes: readonly PostChange[]): void {
    for (const { postId, now } of changes) {
      this.slab.remove(postId);
      if (now === null) {
        this.posts.delete(postId);
        this.delta.delete(postId);
      } else {
        this.posts.set(postId, now);
        this.delta.set(postId, now);
      }
    }
    const most = Math.min(DELTA_MOST, DELTA_SPARED + this.posts.size / DELTA_SHARE);
    if (this.delta.size > most) this.merge();
  }

  /** Takes the delta into the slab. */
  merge(): void {
    this.slab = new Slab(this.posts.values());
    const { posts } = this.slab;
    this.keys = new Float64Array(posts.length);
    this.waitingKeys = new Float64Array(posts.length);
    this.atRank = Int32Array.from(posts.keys()).sort((one, other) =>
      posts[one].post.id < posts[other].post.id ? -1 : 1,
    );
    this.rankOf = new Int32Array(posts.length);
    for (const [rank, at] of this.atRank.entries()) this.rankOf[at] = rank;
    this.answerAt = Array(posts.length).fill('FITS');
    this.delta.clear();
  }

  topPosts(
    person: MatchPerson,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    after: RankedPost | null = null,
  ): RankedPost[] {
    if (answers.has('NO')) return this.byRow().topPosts(person, day, k, answers, after);
    if (!person.active || k <= 0) return [];
    this.slab.scores.turnTo(person, day);
    const fitting = answers.has('FITS') || answers.has('FITS_WITH') ? this.fitting(person, day, k, answers, after) : [];
    // In order and cut already.
    if (this.delta.size === 0 && !answers.has('UNKNOWN')) return fitting;
    const top = new Top<RankedPost>(k, compareRanked, after);
    for (const row of fitting) top.add(row);
    for (const { post, law } of this.delta.values()) {
      const { answer, score, unknown } = judge(person, post, day, law);
      if (answers.has(answer)) top.add({ postId: post.id, answer, score, unknown });
    }
    if (answers.has('UNKNOWN') && !top.fullOfFits) this.unknownInto(top, person, day);
    return top.done();
  }

  count(person: MatchPerson, day: IsoDate, answers: ReadonlySet<MatchAnswer>): number {
    if (answers.has('NO')) return this.byRow().count(person, day, answers);
    let count = 0;
    const look = ({ post, law }: IndexedPost): void => {
      if (answers.has(verdict(person, post, day, law).answer)) count += 1;
    };
    for (const one of this.delta.values()) look(one);
    const { slab } = this;
    const sure = !answers.has('UNKNOWN');
    const survivors = slab.survivors(person, day, sure);
    for (let next = 0; next < survivors; next += 1) {
      const at = slab.found[next];
      if (sure && slab.fits(at)) count += answers.has('FITS') ? 1 : 0;
      else look(slab.posts[at]);
    }
    return count;
  }

  /** The best k of the slab that fit. What the rows answer for good is not judged; the rest is, best first, while it can still come in. */
  private fitting(
    person: MatchPerson,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    after: RankedPost | null,
  ): RankedPost[] {
    if (after !== null && !isFit(after.answer)) return [];
    const { slab, keys, waitingKeys, rankOf, atRank, answerAt } = this;
    const { posts, found, travel, scores } = slab;
    const span = posts.length;
    const count = slab.survivors(person, day, true);
    const plainToo = answers.has('FITS');
    const below = after === null ? Infinity : this.keyAfter(after);
    let held = 0;
    let waiting = 0;
    for (let next = 0; next < count; next += 1) {
      const at = found[next];
      const key = scores.of(at, travel[next]) * span + (span - 1 - rankOf[at]);
      if (key >= below) continue;
      if (!slab.fits(at)) waitingKeys[waiting++] = key;
      else if (plainToo) held = insert(keys, held, k, key);
    }
    if (waiting > 1) waitingKeys.subarray(0, waiting).sort();
    for (let next = waiting - 1; next >= 0; next -= 1) {
      const key = waitingKeys[next];
      if (k <= INSERTED_MOST && held === k && key < keys[k - 1]) break;
      const at = atRank[rankIn(key, span)];
      const { post, law } = posts[at];
      const { answer } = verdict(person, post, day, law, OPEN_RULES);
      if (!isFit(answer) || !answers.has(answer)) continue;
      answerAt[at] = answer;
      held = insert(keys, held, k, key);
    }
    if (k > INSERTED_MOST && held > 0) keys.subarray(0, held).sort().reverse();
    const list: RankedPost[] = [];
    for (let next = 0; next < held && next < k; next += 1) {
      const at = atRank[rankIn(keys[next], span)];
      const score = Math.floor(keys[next] / span);
      list.push({ postId: posts[at].post.id, answer: slab.fits(at) ? 'FITS' : answerAt[at], score, unknown: 0 });
    }
    return list;
  }

  /** Rows after this one have keys under what it gives; who it was need not be held any more. */
  private keyAfter({ postId, score }: RankedPost): number {
    const { atRank, slab } = this;
    const span = atRank.length;
    let rank = 0;
    for (let end = span; rank < end; ) {
      const middle = (rank + end) >>> 1;
      if (slab.posts[atRank[middle]].post.id < postId) rank = middle + 1;
      else end = middle;
    }
    const held = rank < span && slab.posts[atRank[rank]].post.id === postId;
    return score * span + (span - 1 - rank) + (held ? 0 : 1);
  }

  private unknownInto(top: Top<RankedPost>, person: MatchPerson, day: IsoDate): void {
    const { posts, found, travel, scores } = this.slab;
    const count = this.slab.survivors(person, day, false);
    for (let at = 0; at < count; at += 1) {
      const { post, law } = posts[found[at]];
      const { answer, unknown } = verdict(person, post, day, law);
      // The fitting ones are in the list already, if they were asked for.
      if (answer === 'UNKNOWN') top.add({ postId: post.id, answer, score: scores.of(found[at], travel[at]), unknown });
    }
  }

  /** What the rows don't hold: pairs that are NO. */
  private byRow(): RowLoopEngine {
    const all = new RowLoopEngine();
    all.load(this.posts.values());
    return all;
  }
}

/** The rank of the id in a key. */
const rankIn = (key: number, span: number): number => span - 1 - (key - Math.floor(key / span) * span);

/** One key more among the best k, highest first; longer lists are put in order later. @returns how many are held */
function insert(keys: Float64Array, held: number, k: number, key: number): number {
  if (k > INSERTED_MOST) {
    keys[held] = key;
    return held + 1;
  }
  if (held === k && key < keys[k - 1]) return held;
  let place = held === k ? k - 1 : held;
  const count = place + 1;
  for (; place > 0 && keys[place - 1] < key; place -= 1) keys[place] = keys[place - 1];
  keys[place] = key;
  return count;
}
