import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { Clock, ReadinessChecks } from '@tongxing/platform';
import {
  differingPeople,
  type IndexedPost,
  type IsoDate,
  type MatchEngine,
  type MatchPerson,
  RowLoopEngine,
  SlabEngine,
} from '@tongxing/rules';
import { type AsOf, BATCH, CHECK_TOP, CHECK_TRIES, DayLaws, FeedIndex } from './feed-index.js';
import { postOf } from './match-facts.js';

/** How fresh a list of posts is, and of how many. */
export interface PostsAsOf extends AsOf {
  posts: number;
}

/** Posts ready to be judged on one day. */
export interface MatchBook {
  engine: MatchEngine;
  laws: DayLaws;
  asOf: PostsAsOf;
}

/** The posts in memory, brought up to date from the change feed before every question. */
@Injectable()
export class MatchIndex extends FeedIndex implements OnModuleInit {
  private engine: MatchEngine = new SlabEngine();

  constructor(
    unitOfWork: UnitOfWork,
    clock: Clock,
    private readonly posts: PostService,
    parameters: ParameterService,
    private readonly checks: ReadinessChecks,
  ) {
    super(unitOfWork, clock, parameters, 'post');
  }

  onModuleInit(): void {
    this.checks.register('match-index', () => this.readiness(() => ({ posts: this.engine.size })));
  }

  /** The engine with every change in it that was committed before the call. */
  async upToDate(): Promise<MatchBook> {
    const asOf = await this.catchUp();
    return { engine: this.engine, laws: this.laws, asOf: { ...asOf, posts: this.engine.size } };
  }

  /** The same posts under the law of another day; made for the question and thrown away, so rows of bits would not pay. */
  async on(day: IsoDate): Promise<MatchBook> {
    const today = await this.upToDate();
    if (day === today.asOf.day) return today;
    const laws = new DayLaws(day, await this.parameters.rows());
    const engine = new RowLoopEngine();
    engine.load([...this.engine.rows()].map(({ post }) => ({ post, law: laws.of(post.divisionCode).match })));
    return { engine, laws, asOf: { ...today.asOf, day } };
  }

  /**
   * Compares the lists of these people with the row loop over posts read anew. Where they differ the index is built again, and where that
   * doesn't help the row loop answers from then on, which `/readyz` tells.
   *
   * @returns how many people's lists differed; null: posts changed at every try, so nothing was compared
   */
  async selfCheck(peopleOn: (laws: DayLaws) => readonly MatchPerson[]): Promise<number | null> {
    for (let tries = 0; tries < CHECK_TRIES; tries += 1) {
      const { asOf, laws } = await this.upToDate();
      const posts = await this.everyPost();
      if ((await this.upToDate()).asOf.seq !== asOf.seq || this.laws !== laws) continue;
      const people = peopleOn(laws);
      const differing = (engine: MatchEngine): number =>
        differingPeople(engine, posts, people, asOf.day, CHECK_TOP).length;
      const found = differing(this.engine);
      if (found === 0) return 0;
      const rebuilt = new SlabEngine();
      rebuilt.load(posts);
      this.degraded = differing(rebuilt) > 0;
      this.engine = this.degraded ? new RowLoopEngine() : rebuilt;
      if (this.degraded) this.engine.load(posts);
      return found;
    }
    return null;
  }

  protected async refresh(ids: readonly string[]): Promise<void> {
    const found = new Map((await this.posts.matchFacts({ ids })).map((post) => [post.id, post]));
    this.engine.apply(
      ids.map((postId) => {
        const post = found.get(postId);
        return { postId, now: post === undefined ? null : this.indexed(postOf(post)) };
      }),
    );
  }

  protected async reload(): Promise<void> {
    this.engine.load(await this.everyPost());
  }

  private async everyPost(): Promise<IndexedPost[]> {
    const all: IndexedPost[] = [];
    let afterId = '';
    for (;;) {
      const posts = await this.posts.matchFacts({ afterId, limit: BATCH });
      all.push(...posts.map((post) => this.indexed(postOf(post))));
      const last = posts.at(-1);
      if (posts.length < BATCH || last === undefined) break;
      afterId = last.id;
    }
    return all;
  }

  private indexed(post: IndexedPost['post']): IndexedPost {
    return { post, law: this.laws.of(post.divisionCode).match };
  }
}
