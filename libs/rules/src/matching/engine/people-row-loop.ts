import type { IsoDate } from '../../calendar.js';
import type { MatchAnswer } from '../answer.js';
import { judge, verdict } from '../judge.js';
import type { IndexedPost } from './match-engine.js';
import {
  type Among,
  compareRankedPeople,
  type IndexedPerson,
  type PeopleEngine,
  type PersonChange,
  type RankedPerson,
} from './people-engine.js';

/** Judges everybody, row by row: the reference, and what answers while a faster engine is not to be trusted. */
export class PeopleRowLoop implements PeopleEngine {
  private readonly people = new Map<string, IndexedPerson>();

  get size(): number {
    return this.people.size;
  }

  rows(): Iterable<IndexedPerson> {
    return this.people.values();
  }

  load(people: Iterable<IndexedPerson>): void {
    this.people.clear();
    for (const one of people) this.people.set(one.person.id, one);
  }

  apply(changes: readonly PersonChange[]): void {
    for (const { personId, now } of changes) {
      if (now === null) this.people.delete(personId);
      else this.people.set(personId, now);
    }
  }

  shortlist(
    { post, law }: IndexedPost,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    among: Among | null = null,
    after: RankedPerson | null = null,
  ): RankedPerson[] {
    const found: RankedPerson[] = [];
    for (const one of this.people.values()) {
      if (among !== null && !among(one)) continue;
      const { answer, score, unknown } = judge(one.person, post, day, law);
      if (!answers.has(answer)) continue;
      found.push({ personId: one.person.id, answer, score, unknown, registeredOn: one.registeredOn });
    }
    found.sort(compareRankedPeople);
    return found.filter((row) => after === null || compareRankedPeople(after, row) < 0).slice(0, k);
  }

  countIf(
    { post, law }: IndexedPost,
    day: IsoDate,
    answers: ReadonlySet<MatchAnswer>,
    among: Among | null = null,
  ): number {
    let count = 0;
    for (const one of this.people.values())
      if ((among === null || among(one)) && answers.has(verdict(one.person, post, day, law).answer)) count += 1;
    return count;
  }
}
