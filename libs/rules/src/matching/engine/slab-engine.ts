import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { judge, verdict } from '../judge.js';
import { compareRanked, type IndexedPost, type MatchEngine, type PostChange, type RankedPost } from './match-engine.js';
import { RowLoopEngine } from './row-loop-engine.js';
import { Slab } from './slab.js';

/** The delta is merged when it holds more than these and an eighth of the posts, or more than the most. */
const DELTA_SPARED = 32;
const DELTA_SHARE = 8;
const DELTA_MOST = 2_048;
/** A longer list is sorted at the end rather than kept in order. */
const INSERTED_MOST = 64;

/** The best k seen so far. */
class Top {
  readonly list: RankedPost[] = [];
  private readonly inserting: boolean;

  constructor(readonly k: number) {
    this.inserting = k <= INSERTED_MOST;
  }

  /** True when nothing unknown can come in any more. */
  get fullOfFits(): boolean {
    return this.inserting && this.list.length === this.k && isFit(this.list[this.k - 1].answer);
  }

  /** What scores less and fits can't come in any more. */
  get leastScore(): number {
    return this.fullOfFits ? this.list[this.k - 1].score : -Infinity;
  }

  add(row: RankedPost): void {
    const { list, k } = this;
    if (!this.inserting) {
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
    return this.inserting ? this.list : this.list.sort(compareRanked).slice(0, this.k);
  }
}

/**
 * Judges only the posts that bit rows let through; the lists are those of the row loop. What came or changed since the last merge lies in a
 * delta that every question reads; what went is a cleared bit.
 */
export class SlabEngine implements MatchEngine {
  private posts = new Map<string, IndexedPost>();
  private slab = new Slab([]);
  private values = new Float64Array(0);
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
    this.values = new Float64Array(this.slab.posts.length);
    this.delta.clear();
  }

  topPosts(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[] {
    if (answers.has('NO')) return this.byRow(person, day, k, answers);
    if (!person.active || k <= 0) return [];
    const top = new Top(k);
    for (const { post, law } of this.delta.values()) {
      const { answer, score, unknown } = judge(person, post, day, law);
      if (answers.has(answer)) top.add({ postId: post.id, answer, score, unknown });
    }
    this.slab.scores.turnTo(person, day);
    if (answers.has('FITS') || answers.has('FITS_WITH')) this.fittingInto(top, person, day, answers);
    if (answers.has('UNKNOWN') && !top.fullOfFits) this.unknownInto(top, person, day);
    return top.done();
  }

  /** Best scores first, so that few are judged: what can't come into the list any more is not looked at. */
  private fittingInto(top: Top, person: MatchPerson, day: IsoDate, answers: ReadonlySet<MatchAnswer>): void {
    const { posts, found, scores } = this.slab;
    const count = this.slab.survivors(person, day, true);
    const values = this.values;
    for (let at = 0; at < count; at += 1) values[at] = scores.of(found[at]);
    const likely = top.k < count ? kthBest(values, count, top.k) : -Infinity;
    // The second pass is for when some of the likely ones don't fit after all.
    for (let pass = 0; pass < 2 && (pass === 0 || top.leastScore < likely); pass += 1)
      for (let at = 0; at < count; at += 1) {
        const score = values[at];
        if (score >= likely !== (pass === 0) || score < top.leastScore) continue;
        const { post, law } = posts[found[at]];
        const { answer, unknown } = verdict(person, post, day, law);
        if (isFit(answer) && answers.has(answer)) top.add({ postId: post.id, answer, score, unknown });
      }
  }

  private unknownInto(top: Top, person: MatchPerson, day: IsoDate): void {
    const { posts, found, scores } = this.slab;
    const count = this.slab.survivors(person, day, false);
    for (let at = 0; at < count; at += 1) {
      const { post, law } = posts[found[at]];
      const { answer, unknown } = verdict(person, post, day, law);
      // The fitting ones are in the list already, if they were asked for.
      if (answer === 'UNKNOWN') top.add({ postId: post.id, answer, score: scores.of(found[at]), unknown });
    }
  }

  /** What the rows don't hold: pairs that are NO. */
  private byRow(person: MatchPerson, day: IsoDate, k: number, answers: ReadonlySet<MatchAnswer>): RankedPost[] {
    const all = new RowLoopEngine();
    all.load(this.posts.values());
    return all.topPosts(person, day, k, answers);
  }
}

const best = new Float64Array(INSERTED_MOST);

/** The k-th highest of the first `count` values; k is at most `count`. More than are kept in order are not told apart. */
function kthBest(values: Float64Array, count: number, k: number): number {
  if (k > INSERTED_MOST) return -Infinity;
  let held = 0;
  for (let at = 0; at < count; at += 1) {
    const value = values[at];
    if (held === k && value <= best[k - 1]) continue;
    let place = held === k ? k - 1 : held++;
    for (; place > 0 && best[place - 1] < value; place -= 1) best[place] = best[place - 1];
    best[place] = value;
  }
  return best[k - 1];
}
