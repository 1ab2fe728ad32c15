import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
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
import { PeopleRowLoop } from './people-row-loop.js';
import { PeopleSlab } from './people-slab.js';
import { kthBest, Top } from './top.js';

/** The delta is merged when it holds more than these and an eighth of the people, or more than the most. */
const DELTA_SPARED = 32;
const DELTA_SHARE = 8;
const DELTA_MOST = 2_048;

/**
 * Judges only the people that bit rows let through; the lists are those of the row loop. Who came or changed since the last merge lies in a
 * delta that every question reads; who went is a cleared bit.
 */
export class PeopleSlabEngine implements PeopleEngine {
  private people = new Map<string, IndexedPerson>();
  private slab = new PeopleSlab([]);
  private values = new Float64Array(0);
  private readonly delta = new Map<string, IndexedPerson>();

  get size(): number {
    return this.people.size;
  }

  /** How many people wait in the delta. */
  get waiting(): number {
    return this.delta.size;
  }

  rows(): Iterable<IndexedPerson> {
    return this.people.values();
  }

  load(people: Iterable<IndexedPerson>): void {
    this.people = new Map([...people].map((one) => [one.person.id, one]));
    this.merge();
  }

  apply(changes: readonly PersonChange[]): void {
    for (const { personId, now } of changes) {
      this.slab.remove(personId);
      if (now === null) {
        this.people.delete(personId);
        this.delta.delete(personId);
      } else {
        this.people.set(personId, now);
        this.delta.set(personId, now);
      }
    }
    const most = Math.min(DELTA_MOST, DELTA_SPARED + this.people.size / DELTA_SHARE);
    if (this.delta.size > most) this.merge();
  }

  /** Takes the delta into the slab. */
  merge(): void {
    this.slab = new PeopleSlab(this.people.values());
    this.values = new Float64Array(this.slab.people.length);
    this.delta.clear();
  }

  shortlist(
    post: IndexedPost,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    among: Among | null = null,
    after: RankedPerson | null = null,
  ): RankedPerson[] {
    if (answers.has('NO')) return this.byRow().shortlist(post, day, k, answers, among, after);
    if (k <= 0) return [];
    const top = new Top<RankedPerson>(k, compareRankedPeople, after);
    for (const { person, registeredOn } of this.waitingOf(among)) {
      const { answer, score, unknown } = judge(person, post.post, day, post.law);
      if (answers.has(answer)) top.add({ personId: person.id, answer, score, unknown, registeredOn });
    }
    this.slab.scores.turnTo(post, day);
    if (answers.has('FITS') || answers.has('FITS_WITH')) this.fittingInto(top, post, day, answers, among);
    if (answers.has('UNKNOWN') && !top.fullOfFits) this.unknownInto(top, post, day, among);
    return top.done();
  }

  countIf(post: IndexedPost, day: IsoDate, answers: ReadonlySet<MatchAnswer>, among: Among | null = null): number {
    if (answers.has('NO')) return this.byRow().countIf(post, day, answers, among);
    let count = 0;
    const look = ({ person }: IndexedPerson): void => {
      if (answers.has(verdict(person, post.post, day, post.law).answer)) count += 1;
    };
    for (const one of this.waitingOf(among)) look(one);
    const { people, found } = this.slab;
    const survivors = this.slab.survivors(post, day, !answers.has('UNKNOWN'));
    for (let at = 0; at < survivors; at += 1) {
      const one = people[found[at]];
      if (among === null || among(one)) look(one);
    }
    return count;
  }

  /** Best scores first, so that few are judged: who can't come into the list any more is not looked at. */
  private fittingInto(
    top: Top<RankedPerson>,
    post: IndexedPost,
    day: IsoDate,
    answers: ReadonlySet<MatchAnswer>,
    among: Among | null,
  ): void {
    const { people, found, scores } = this.slab;
    const survivors = this.slab.survivors(post, day, true);
    const values = this.values;
    const most = top.mostScore;
    let count = 0;
    for (let at = 0; at < survivors; at += 1) {
      const score = scores.of(found[at]);
      if (score > most || (among !== null && !among(people[found[at]]))) continue;
      found[count] = found[at];
      values[count++] = score;
    }
    const likely = top.k < count ? kthBest(values, count, top.k) : -Infinity;
    // The second pass is for when some of the likely ones don't fit after all.
    for (let pass = 0; pass < 2 && (pass === 0 || top.leastScore < likely); pass += 1)
      for (let at = 0; at < count; at += 1) {
        const score = values[at];
        if (score >= likely !== (pass === 0) || score < top.leastScore) continue;
        const { person, registeredOn } = people[found[at]];
        const { answer, unknown } = verdict(person, post.post, day, post.law);
        if (isFit(answer) && answers.has(answer))
          top.add({ personId: person.id, answer, score, unknown, registeredOn });
      }
  }

  private unknownInto(top: Top<RankedPerson>, post: IndexedPost, day: IsoDate, among: Among | null): void {
    const { people, found, scores } = this.slab;
    const count = this.slab.survivors(post, day, false);
    for (let at = 0; at < count; at += 1) {
      const one = people[found[at]];
      if (among !== null && !among(one)) continue;
      const { person, registeredOn } = one;
      const { answer, unknown } = verdict(person, post.post, day, post.law);
      // The fitting ones are in the list already, if they were asked for.
      if (answer === 'UNKNOWN')
        top.add({ personId: person.id, answer, score: scores.of(found[at]), unknown, registeredOn });
    }
  }

  private *waitingOf(among: Among | null): Iterable<IndexedPerson> {
    for (const one of this.delta.values()) if (among === null || among(one)) yield one;
  }

  /** What the rows don't hold: pairs that are NO. */
  private byRow(): PeopleRowLoop {
    const all = new PeopleRowLoop();
    all.load(this.people.values());
    return all;
  }
}
