import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { judge, verdict } from '../judge.js';
import { compareRanked, type IndexedPost, type MatchEngine, type PostChange, type RankedPost } from './match-engine.js';
import { RowLoopEngine } from './row-loop-engine.js';
import { OPEN_RULES, Slab } from './slab.js';

/** The delta is merged when it holds more than these and an eighth of the posts, or more than the most. */
const DELTA_SPARED = 32;
const DELTA_SHARE = 8;
const DELTA_MOST = 2_048;
/** A longer list is sorted at the end rather than kept in order. */
const INSERTED_MOST = 64;

/** The best k seen so far. */
class Top {
  /** @param list the best of those that fit, in order */
  constructor(
    readonly k: number,
    readonly list: RankedPost[],
  ) {}

  /** True when nothing unknown can come in any more. */
  get fullOfFits(): boolean {
    return this.list.length === this.k && isFit(this.list[this.k - 1].answer);
  }

  add(row: RankedPost): void {
    const { list, k } = this;
    if (k > INSERTED_MOST) {
      list.push(row);
      return;
    }
    if (list.length === k) {
      if (compareRanked(row, list[k - 1]) > 0) return;
      list.pop();
    }
    let at = list.length;
    list.push(row);
    for (; at > 0 && compareRanked(row, list[at - 1]) < 0; at -= 1) list[at] = list[at - 1];
    list[at] = row;
  }

  done(): RankedPost[] {
    return this.k > INSERTED_MOST ? this.list.sort(compareRanked).slice(0, this.k) : this.list;
  }
}

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

  topPosts(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[] {
    if (answers.has('NO')) return this.byRow(person, day, k, answers);
    if (!person.active || k <= 0) return [];
    this.slab.scores.turnTo(person, day);
    const fitting = answers.has('FITS') || answers.has('FITS_WITH');
    const top = new Top(k, fitting ? this.fitting(person, day, k, answers) : []);
    for (const { post, law } of this.delta.values()) {
      const { answer, score, unknown } = judge(person, post, day, law);
      if (answers.has(answer)) top.add({ postId: post.id, answer, score, unknown });
    }
    if (answers.has('UNKNOWN') && !top.fullOfFits) this.unknownInto(top, person, day);
    return top.done();
  }

  /** The best k of the slab that fit. What the rows answer for good is not judged; the rest is, best first, while it can still come in. */
  private fitting(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[] {
    const { slab, keys, waitingKeys, rankOf, atRank, answerAt } = this;
    const { posts, found, travel, scores } = slab;
    const span = posts.length;
    const count = slab.survivors(person, day, true);
    const plainToo = answers.has('FITS');
    let held = 0;
    let waiting = 0;
    for (let next = 0; next < count; next += 1) {
      const at = found[next];
      const key = scores.of(at, travel[next]) * span + (span - 1 - rankOf[at]);
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

  private unknownInto(top: Top, person: MatchPerson, day: IsoDate): void {
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
  private byRow(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[] {
    const all = new RowLoopEngine();
    all.load(this.posts.values());
    return all.topPosts(person, day, k, answers);
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
