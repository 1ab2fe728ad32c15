import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { ConsentService } from '@tongxing/people';
import { chinaDay, Clock, ReadinessChecks } from '@tongxing/platform';
import {
  differingPosts,
  type IndexedPerson,
  type IndexedPost,
  type IsoDate,
  type PeopleEngine,
  PeopleRowLoop,
  PeopleSlabEngine,
} from '@tongxing/rules';
import { type AsOf, BATCH, CHECK_TOP, CHECK_TRIES, DayLaws, FeedIndex } from './feed-index.js';
import { personOf } from './match-facts.js';
import { MatchPeople, type PersonFacts } from './match-people.js';

/** People ready to be judged on one day. */
export interface PeopleBook {
  engine: PeopleEngine;
  laws: DayLaws;
  asOf: AsOf;
}

/**
 * The people in memory: who is on the register and has not said no to being matched. Brought up to date from the change feed before every
 * question: the roster, assessments, deaths, placements, bars and what was said of consent all write to it.
 */
@Injectable()
export class PeopleIndex extends FeedIndex implements OnModuleInit {
  private engine: PeopleEngine = new PeopleSlabEngine();

  constructor(
    unitOfWork: UnitOfWork,
    clock: Clock,
    private readonly people: MatchPeople,
    private readonly consents: ConsentService,
    parameters: ParameterService,
    private readonly checks: ReadinessChecks,
  ) {
    super(unitOfWork, clock, parameters, 'person');
  }

  onModuleInit(): void {
    this.checks.register('people-index', () => this.readiness(() => ({ people: this.engine.size })));
  }

  /** The engine with every change in it that was committed before the call. */
  async upToDate(): Promise<PeopleBook> {
    const asOf = await this.catchUp();
    return { engine: this.engine, laws: this.laws, asOf };
  }

  /**
   * The people of a region under the law of another day, read for the question and thrown away: who is of working age hangs on facts that the
   * index doesn't keep.
   *
   * @param divisionScope prefix; empty: all
   */
  async on(day: IsoDate, divisionScope: string): Promise<PeopleBook> {
    const today = await this.upToDate();
    if (day === today.asOf.day) return today;
    const laws = new DayLaws(day, await this.parameters.rows());
    const engine = new PeopleRowLoop();
    engine.load(await this.everybody(laws, divisionScope));
    return { engine, laws, asOf: { ...today.asOf, day } };
  }

  /** Somebody as a list reads him, from facts and consents of this moment. */
  async indexedOf(facts: readonly PersonFacts[], laws: DayLaws): Promise<IndexedPerson[]> {
    const ids = facts.map(({ id }) => id);
    const answers = await this.consents.answers(ids, 'SHORTLIST');
    return facts.map((one) => ({
      person: personOf(one, laws.of(one.divisionCode).law, laws.day),
      registeredOn: chinaDay(one.registeredAt),
      divisionCode: one.divisionCode,
      shortlisted: answers.get(one.id) === true,
    }));
  }

  /**
   * Compares the lists of these posts with the row loop over people read anew. Where they differ the index is built again, and where that
   * doesn't help the row loop answers from then on, which `/readyz` tells.
   *
   * @returns how many posts' lists differed; null: people changed at every try, so nothing was compared
   */
  async selfCheck(postsOn: (laws: DayLaws) => readonly IndexedPost[]): Promise<number | null> {
    for (let tries = 0; tries < CHECK_TRIES; tries += 1) {
      const { asOf, laws } = await this.upToDate();
      const people = await this.everybody(laws);
      if ((await this.upToDate()).asOf.seq !== asOf.seq || this.laws !== laws) continue;
      const posts = postsOn(laws);
      const differing = (engine: PeopleEngine): number =>
        differingPosts(engine, people, posts, asOf.day, CHECK_TOP).length;
      const found = differing(this.engine);
      if (found === 0) return 0;
      const rebuilt = new PeopleSlabEngine();
      rebuilt.load(people);
      this.degraded = differing(rebuilt) > 0;
      this.engine = this.degraded ? new PeopleRowLoop() : rebuilt;
      if (this.degraded) this.engine.load(people);
      return found;
    }
    return null;
  }

  protected async refresh(ids: readonly string[]): Promise<void> {
    const found = await this.indexedOf(await this.people.facts({ ids }), this.laws);
    const byId = new Map(found.map((one) => [one.person.id, one]));
    this.engine.apply(ids.map((personId) => ({ personId, now: byId.get(personId) ?? null })));
  }

  protected async reload(): Promise<void> {
    this.engine.load(await this.everybody(this.laws));
  }

  private async everybody(laws: DayLaws, divisionScope = ''): Promise<IndexedPerson[]> {
    const all: IndexedPerson[] = [];
    for (let afterId = ''; ; ) {
      const batch = await this.people.facts({ afterId, limit: BATCH, divisionScope });
      all.push(...(await this.indexedOf(batch, laws)));
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return all;
      afterId = last.id;
    }
  }
}
