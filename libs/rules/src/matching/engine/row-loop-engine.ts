import type { IsoDate } from '../../calendar.js';
import type { MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { judge, verdict } from '../judge.js';
import { compareRanked, type IndexedPost, type MatchEngine, type PostChange, type RankedPost } from './match-engine.js';

/** Judges every pair, row by row: the reference, and what answers while a faster engine is not to be trusted. */
export class RowLoopEngine implements MatchEngine {
  private readonly posts = new Map<string, IndexedPost>();

  get size(): number {
    return this.posts.size;
  }

  rows(): Iterable<IndexedPost> {
    return this.posts.values();
  }

  load(posts: Iterable<IndexedPost>): void {
    this.posts.clear();
    for (const indexed of posts) this.posts.set(indexed.post.id, indexed);
  }

  apply(changes: readonly PostChange[]): void {
    for (const { postId, now } of changes) {
      if (now === null) this.posts.delete(postId);
      else this.posts.set(postId, now);
    }
  }

  topPosts(
    person: MatchPerson,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    after: RankedPost | null = null,
  ): RankedPost[] {
    const found: RankedPost[] = [];
    for (const { post, law } of this.posts.values()) {
      const { answer, score, unknown } = judge(person, post, day, law);
      if (answers.has(answer)) found.push({ postId: post.id, answer, score, unknown });
    }
    found.sort(compareRanked);
    return found.filter((row) => after === null || compareRanked(after, row) < 0).slice(0, k);
  }

  count(person: MatchPerson, day: IsoDate, answers: ReadonlySet<MatchAnswer>): number {
    let count = 0;
    for (const { post, law } of this.posts.values())
      if (answers.has(verdict(person, post, day, law).answer)) count += 1;
    return count;
  }
}
