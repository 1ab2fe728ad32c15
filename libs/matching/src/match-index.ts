import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MatchChange, MatchCounter, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { Clock, ReadinessChecks } from '@tongxing/platform';
import {
  differingPeople,
  type IndexedPost,
  type IsoDate,
  Law,
  type MatchEngine,
  type MatchLaw,
  matchLawOn,
  type MatchPerson,
  type ParameterRow,
  RowLoopEngine,
  SlabEngine,
} from '@tongxing/rules';
import { MoreThan } from 'typeorm';
import { postOf } from './match-facts.js';

const BATCH = 500;
/** More changes than this are read faster as a whole. */
const MAX_CATCH_UP = 20_000;
const LATE_MS = 60_000;
const CHECK_TRIES = 3;
/** The length of the short lists that the self-check compares beside the whole ones. */
const CHECK_TOP = 10;

/** Posts ready to be judged on one day. */
export interface MatchBook {
  engine: MatchEngine;
  laws: DayLaws;
  asOf: AsOf;
}

/** Up to which change the index has followed the tables. */
export interface AsOf {
  seq: number;
  day: IsoDate;
  posts: number;
}

/** The laws of one day by county, from the same parameter rows. */
export class DayLaws {
  private readonly byCounty = new Map<string, { law: Law; match: MatchLaw }>();

  constructor(
    readonly day: IsoDate,
    private readonly rows: readonly ParameterRow[],
  ) {}

  of(divisionCode: string): { law: Law; match: MatchLaw } {
    const county = divisionCode.slice(0, 6);
    let found = this.byCounty.get(county);
    if (found === undefined) {
      const law = new Law(this.rows, county);
      found = { law, match: matchLawOn(law, this.day) };
      this.byCounty.set(county, found);
    }
    return found;
  }
}

/** The posts in memory, brought up to date from the change feed before every question. */
@Injectable()
export class MatchIndex implements OnModuleInit {
  private engine: MatchEngine = new SlabEngine();
  private degraded = false;
  private seq: number | undefined;
  private lawsKey = '';
  private laws: DayLaws | undefined;
  private following: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly posts: PostService,
    private readonly parameters: ParameterService,
    private readonly readiness: ReadinessChecks,
  ) {}

  onModuleInit(): void {
    this.readiness.register('match-index', async () => {
      const start = performance.now();
      await this.upToDate();
      const lagMs = Math.round(performance.now() - start);
      const facts = { seq: this.seq ?? 0, posts: this.engine.size, lagMs, engine: this.degraded ? 'rows' : 'slab' };
      return { state: lagMs > LATE_MS || this.degraded ? 'late' : 'up', facts };
    });
  }

  /** The engine with every change in it that was committed before the call. */
  async upToDate(): Promise<MatchBook> {
    // One follower at a time; who comes meanwhile needs another look, since its own commit may be younger.
    while (this.following !== undefined) await this.following.catch(() => undefined);
    this.following = this.follow();
    try {
      await this.following;
    } finally {
      this.following = undefined;
    }
    const laws = this.laws as DayLaws;
    return { engine: this.engine, laws, asOf: { seq: this.seq as number, day: laws.day, posts: this.engine.size } };
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

  private async follow(): Promise<void> {
    const day = this.clock.today();
    const rows = await this.parameters.rows();
    const key = `${day}|${rows.map(({ id }) => id).join()}`;
    const { manager } = this.unitOfWork;
    const counter = await manager.findOneBy(MatchCounter, { name: 'match' });
    const seq = counter?.value ?? 0;
    if (key !== this.lawsKey) {
      // Another day or another law: what was indexed carries its law with it.
      this.laws = new DayLaws(day, rows);
      this.lawsKey = key;
      this.seq = undefined;
    }
    if (this.seq === seq) return;
    if (this.seq === undefined || seq - this.seq > MAX_CATCH_UP || !(await this.catchUp(this.seq, seq)))
      await this.reload();
    this.seq = seq;
  }

  /** @returns false where the feed has a gap, so that the index can't be trusted */
  private async catchUp(from: number, to: number): Promise<boolean> {
    const changes = await this.unitOfWork.manager.find(MatchChange, {
      where: { seq: MoreThan(from) },
      order: { seq: 'ASC' },
    });
    if (changes.filter(({ seq }) => seq <= to).length !== to - from) return false;
    const ids = [...new Set(changes.filter(({ entity }) => entity === 'post').map(({ entityId }) => entityId))];
    for (let start = 0; start < ids.length; start += BATCH) {
      const some = ids.slice(start, start + BATCH);
      const found = new Map((await this.posts.matchFacts({ ids: some })).map((post) => [post.id, post]));
      this.engine.apply(
        some.map((postId) => {
          const post = found.get(postId);
          return { postId, now: post === undefined ? null : this.indexed(postOf(post)) };
        }),
      );
    }
    return true;
  }

  private async reload(): Promise<void> {
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
    return { post, law: (this.laws as DayLaws).of(post.divisionCode).match };
  }
}
