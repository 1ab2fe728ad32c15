import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { judge, verdict } from '../judge.js';
import { compareRanked, type IndexedPost, type MatchEngine, type PostChange, type RankedPost } from './match-engine.js';
import { RowLoopEngine } from './row-loop-engine.js';
import { Slab } from './slab.js';
import { kthBest, Top } from './top.js';

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

  topPosts(
    person: MatchPerson,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    after: RankedPost | null = null,
  ): RankedPost[] {
    if (answers.has('NO')) return this.byRow().topPosts(person, day, k, answers, after);
    if (!person.active || k <= 0) return [];
    const top = new Top<RankedPost>(k, compareRanked, after);
    for (const { post, law } of this.delta.values()) {
      const { answer, score, unknown } = judge(person, post, day, law);
      if (answers.has(answer)) top.add({ postId: post.id, answer, score, unknown });
    }
    this.slab.scores.turnTo(person, day);
    if (answers.has('FITS') || answers.has('FITS_WITH')) this.fittingInto(top, person, day, answers);
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
    const { posts, found } = this.slab;
    const survivors = this.slab.survivors(person, day, !answers.has('UNKNOWN'));
    for (let at = 0; at < survivors; at += 1) look(posts[found[at]]);
    return count;
  }

  /** Best scores first, so that few are judged: what can't come into the list any more is not looked at. */
  private fittingInto(
    top: Top<RankedPost>,
    person: MatchPerson,
    day: IsoDate,
    answers: ReadonlySet<MatchAnswer>,
  ): void {
    const { posts, found, scores } = this.slab;
    const survivors = this.slab.survivors(person, day, true);
    const values = this.values;
    const most = top.mostScore;
    let count = 0;
    for (let at = 0; at < survivors; at += 1) {
      const score = scores.of(found[at]);
      if (score > most) continue;
      found[count] = found[at];
      values[count++] = score;
    }
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

  private unknownInto(top: Top<RankedPost>, person: MatchPerson, day: IsoDate): void {
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
  private byRow(): RowLoopEngine {
    const all = new RowLoopEngine();
    all.load(this.posts.values());
    return all;
  }
}
