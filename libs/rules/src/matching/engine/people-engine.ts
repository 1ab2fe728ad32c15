import type { IsoDate } from '../../calendar.js';
import type { MatchAnswer } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { compareSuit, type IndexedPost } from './match-engine.js';
import type { Ranked } from './top.js';

/** A person with what a list of people needs besides the facts that are judged. */
export interface IndexedPerson {
  person: MatchPerson;
  /** since when the person is registered: of two who suit as well, the longer wait comes first */
  registeredOn: IsoDate;
  /** 12 digits, whose office looks after the person */
  divisionCode: string;
  /** said yes to standing, without a name, on the lists of employers */
  shortlisted: boolean;
}

/** A change of one row, from the feed: the row as it stands now, or its absence. */
export type PersonChange = { personId: string; now: IndexedPerson | null };

/** One person in a post's list. */
export interface RankedPerson extends Ranked {
  personId: string;
  registeredOn: IsoDate;
}

/** Whom a list is about: of a region, with a consent. */
export type Among = (one: IndexedPerson) => boolean;

/** Finds people for posts: the other side of `MatchEngine`. The row loop is the reference; a faster one has to give the same lists. */
export interface PeopleEngine {
  readonly size: number;
  /** Everybody who is held. */
  rows(): Iterable<IndexedPerson>;
  /** Replaces everybody. */
  load(people: Iterable<IndexedPerson>): void;
  apply(changes: readonly PersonChange[]): void;
  /**
   * The best `k` (≥ 0, Infinity for all) people whose answer is one of `answers`, in the order of {@link compareRankedPeople}.
   *
   * @param post with the law of the place that pays for it
   * @param among absent: everybody
   * @param after only who comes after this row; who it was need not be held any more
   */
  shortlist(
    post: IndexedPost,
    day: IsoDate,
    k: number,
    answers: ReadonlySet<MatchAnswer>,
    among?: Among | null,
    after?: RankedPerson | null,
  ): RankedPerson[];
  /** How many people {@link shortlist} would give for a `k` without end: for a post as it stands, or as it might be. */
  countIf(post: IndexedPost, day: IsoDate, answers: ReadonlySet<MatchAnswer>, among?: Among | null): number;
}

/** By {@link compareSuit}. Ties by the longer wait since registering, then by id; never by place in memory. */
export function compareRankedPeople(one: RankedPerson, other: RankedPerson): number {
  const suit = compareSuit(one, other);
  if (suit !== 0) return suit;
  if (one.registeredOn !== other.registeredOn) return one.registeredOn < other.registeredOn ? -1 : 1;
  return one.personId < other.personId ? -1 : 1;
}
