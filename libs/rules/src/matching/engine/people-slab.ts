import type { IsoDate } from '../../calendar.js';
import { isFit } from '../answer.js';
import { profileValid } from '../demand.js';
import { ABILITY_CODES, MAX_ABILITY_LEVEL } from '../items.js';
import { addBits, clearBit, type Reach, type Row, setBit, WORD_BITS } from './bits.js';
import { leastAsked, LEVELS, levelWithin, PAIRS, ROWS_A_PAIR } from './demand-levels.js';
import { DAY_RULES, type Facet, FACETS, rulesOf, SURE_RULES, worst } from './facets.js';
import type { IndexedPost } from './match-engine.js';
import type { IndexedPerson } from './people-engine.js';
import { PeopleScores } from './people-scores.js';
import { keep } from './score-columns.js';

/** Rows that depend on a post's facts are made when first asked for; so many are kept a facet and day. */
const MAX_KEPT = 256;
/** Rows of a day: lists are asked for today's, and now and then for another. */
const MAX_DAYS = 2;

/** People in groups that a facet can't tell apart on one day, and the rows made of them. */
class PeopleFacetRows {
  private readonly groups: IndexedPerson[] = [];
  private readonly groupOf: Int32Array;
  private readonly kept = new Map<string, Reach>();

  constructor(
    private readonly facet: Facet,
    people: readonly IndexedPerson[],
    private readonly words: number,
    private readonly day: IsoDate,
  ) {
    const groups = new Map<string | null, Map<number, number>>();
    this.groupOf = Int32Array.from(people, (one) => {
      const text = facet.text(one.person, day);
      const state = facet.state(one.person, day);
      let states = groups.get(text);
      if (states === undefined) groups.set(text, (states = new Map()));
      let group = states.get(state);
      if (group === undefined) states.set(state, (group = this.groups.push(one) - 1));
      return group;
    });
  }

  reach(post: IndexedPost): Reach {
    const key = this.facet.post(post);
    return this.kept.get(key) ?? keep(this.kept, key, this.made(post), MAX_KEPT);
  }

  private made(post: IndexedPost): Reach {
    const rules = rulesOf(this.facet.rules);
    const answers = this.groups.map(({ person }) => worst(rules, person, post, this.day));
    const [fits, open] = [answers.map(isFit), answers.map((answer) => answer !== 'NO')];
    const rowOf = (holds: readonly boolean[]): Row => {
      if (holds.every(Boolean)) return null;
      const row = new Int32Array(this.words);
      for (const [at, group] of this.groupOf.entries()) if (holds[group]) setBit(row, at);
      return row;
    };
    return { sure: rowOf(fits), maybe: rowOf(open) };
  }
}

/** H-SKILL: people who hold all that a post needs, and those of whom nobody knows. */
class HeldRows {
  private readonly holders = new Map<string, number[]>();
  private readonly unknown: Int32Array;
  private readonly scratch: Int32Array;

  constructor(
    private readonly held: readonly (readonly string[] | null)[],
    words: number,
  ) {
    this.unknown = new Int32Array(words);
    this.scratch = new Int32Array(words);
    for (const [at, some] of held.entries()) {
      if (some === null) setBit(this.unknown, at);
      for (const one of some ?? []) {
        const holders = this.holders.get(one);
        if (holders === undefined) this.holders.set(one, [at]);
        else holders.push(at);
      }
    }
  }

  row([first, ...rest]: readonly string[], sure: boolean): Row {
    if (first === undefined) return null;
    if (sure) this.scratch.fill(0);
    else this.scratch.set(this.unknown);
    for (const at of this.holders.get(first) ?? [])
      if (rest.every((need) => this.held[at]?.includes(need))) setBit(this.scratch, at);
    return this.scratch;
  }
}

/** H-DEMAND on one day: 25 rows a pair of items; row (a, b) holds the people who reach at least a of the one and b of the other. */
class ReachedRows {
  private readonly rows: Int32Array[] = [];

  /** @param unknown the level that nobody assessed counts as */
  constructor(people: readonly IndexedPerson[], words: number, day: IsoDate, unknown: number) {
    for (let row = 0; row < PAIRS * ROWS_A_PAIR; row += 1) this.rows.push(new Int32Array(words));
    for (const [at, { person }] of people.entries()) {
      const levels = profileValid(person, day) ? person.profile?.levels : undefined;
      const levelOf = (item: number): number =>
        levelWithin(levels?.[ABILITY_CODES[item]] ?? unknown, MAX_ABILITY_LEVEL);
      for (let pair = 0; pair < PAIRS; pair += 1)
        setBit(this.rows[pair * ROWS_A_PAIR + levelOf(2 * pair) * LEVELS + levelOf(2 * pair + 1)], at);
    }
    // Who reaches a level reaches those below it.
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const at = (a: number, b: number): Int32Array => this.rows[pair * ROWS_A_PAIR + a * LEVELS + b];
      for (let a = MAX_ABILITY_LEVEL; a >= 0; a -= 1)
        for (let b = MAX_ABILITY_LEVEL - 1; b >= 0; b -= 1) addBits(at(a, b), at(a, b + 1));
      for (let a = MAX_ABILITY_LEVEL - 1; a >= 0; a -= 1)
        for (let b = MAX_ABILITY_LEVEL; b >= 0; b -= 1) addBits(at(a, b), at(a + 1, b));
    }
  }

  /** Writes the rows that a post asks for after `count` others. @returns how many there are then */
  into(rows: Int32Array[], count: number, post: IndexedPost): number {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const a = leastAsked(post, ABILITY_CODES[2 * pair]);
      const b = leastAsked(post, ABILITY_CODES[2 * pair + 1]);
      if (a > 0 || b > 0) rows[count++] = this.rows[pair * ROWS_A_PAIR + a * LEVELS + b];
    }
    return count;
  }
}

/** What is made for one day, from absolute dates. */
interface DayRows {
  facets: PeopleFacetRows[];
  sure: ReachedRows;
  maybe: ReachedRows;
}

/**
 * People in columns of bits, the mirror of `Slab`. Who is not NO for a post is always among the survivors; who survives is still to be judged.
 *
 * Nothing in here ages: rows hold dates' answers only by the day they were asked for.
 */
export class PeopleSlab {
  /** by home, so that a short way to work reads few words */
  readonly people: readonly IndexedPerson[];
  /** places in {@link people}, filled by {@link survivors} */
  readonly found: Int32Array;
  readonly scores: PeopleScores;
  private readonly words: number;
  private readonly placeOf: Map<string, number>;
  /** who is active and has not been taken out */
  private readonly active: Int32Array;
  private readonly skills: HeldRows;
  private readonly days = new Map<IsoDate, DayRows>();
  private readonly rows: Int32Array[] = [];

  constructor(people: Iterable<IndexedPerson>) {
    this.people = [...people].sort(byHome);
    this.words = Math.ceil(this.people.length / WORD_BITS);
    this.found = new Int32Array(this.people.length);
    this.placeOf = new Map(this.people.map(({ person }, at) => [person.id, at]));
    this.scores = new PeopleScores(this.people);
    this.active = new Int32Array(this.words);
    for (const [at, { person }] of this.people.entries()) if (person.active) setBit(this.active, at);
    this.skills = new HeldRows(
      this.people.map(({ person }) => person.skills),
      this.words,
    );
  }

  /** Takes a person out: one bit. */
  remove(id: string): void {
    const at = this.placeOf.get(id);
    if (at === undefined) return;
    this.placeOf.delete(id);
    clearBit(this.active, at);
  }

  /**
   * Places of the people who may suit, into {@link found}.
   *
   * @param sure true: those who may be FITS or FITS_WITH; false: all who may be anything but NO
   * @returns how many
   */
  survivors(post: IndexedPost, day: IsoDate, sure: boolean): number {
    const { rows, found, words, active } = this;
    if (words === 0 || !this.asked(post, day, sure)) return 0;
    const { facets, [sure ? 'sure' : 'maybe']: reached } = this.onDay(day);
    let count = 0;
    for (const facet of facets) {
      const row = facet.reach(post)[sure ? 'sure' : 'maybe'];
      if (row !== null) rows[count++] = row;
    }
    const skilled = this.skills.row(post.post.skills, sure);
    if (skilled !== null) rows[count++] = skilled;
    count = reached.into(rows, count, post);
    let size = 0;
    for (let word = 0; word < words; word += 1) {
      let left = active[word];
      for (let row = 0; left !== 0 && row < count; row += 1) left &= rows[row][word];
      while (left !== 0) {
        found[size++] = word * WORD_BITS + (31 - Math.clz32(left & -left));
        left &= left - 1;
      }
    }
    return size;
  }

  /** False for a post that is closed, or that nobody at all can be sure of. */
  private asked(post: IndexedPost, day: IsoDate, sure: boolean): boolean {
    const somebody = { ...this.people[0].person, active: true };
    if (!sure) return worst(DAY_RULES, somebody, post, day) !== 'NO';
    return post.post.demands !== null && isFit(worst(SURE_RULES, somebody, post, day));
  }

  private onDay(day: IsoDate): DayRows {
    const { people, words } = this;
    return (
      this.days.get(day) ??
      keep(
        this.days,
        day,
        {
          facets: FACETS.map((facet) => new PeopleFacetRows(facet, people, words, day)),
          sure: new ReachedRows(people, words, day, 0),
          maybe: new ReachedRows(people, words, day, MAX_ABILITY_LEVEL),
        },
        MAX_DAYS,
      )
    );
  }
}

function byHome({ person: one }: IndexedPerson, { person: other }: IndexedPerson): number {
  if (one.divisionCode !== other.divisionCode) return one.divisionCode < other.divisionCode ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
