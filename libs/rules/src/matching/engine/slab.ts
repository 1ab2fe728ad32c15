import { addMonths, ageOn, type IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer, worseOf } from '../answer.js';
import { profileValid } from '../demand.js';
import type { MatchPerson } from '../facts.js';
import { answerOf, HARD_RULES, type HardRule, type HardRuleId, PUBLIC_WELFARE } from '../hard-rules.js';
import { ABILITY_CODES, type AbilityItem, MAX_ABILITY_LEVEL } from '../items.js';
import { BAND_KM, TRAVEL_BANDS } from '../travel.js';
import type { IndexedPost } from './match-engine.js';
import { keep, ScoreColumns } from './score-columns.js';

const WORD_BITS = 32;
/** Rows that depend on somebody's facts are made when first asked for; so many are kept a facet. */
const MAX_KEPT = 4_096;
/** Rows of a day: lists are asked for today's, and now and then for another. */
const MAX_DAYS = 4;
const LEVELS = MAX_ABILITY_LEVEL + 1;
const PAIRS = ABILITY_CODES.length / 2;
const ROWS_A_PAIR = LEVELS * LEVELS;

/** One bit a post, 32 a word. Null: every post. */
type Row = Int32Array | null;

/** `sure`: posts whose answer may be FITS or FITS_WITH. `maybe`: those whose answer may be anything but NO. */
interface Reach {
  sure: Row;
  maybe: Row;
}

const setBit = (row: Int32Array, at: number): void => {
  row[at >>> 5] |= 1 << (at & 31);
};
const clearBit = (row: Int32Array, at: number): void => {
  row[at >>> 5] &= ~(1 << (at & 31));
};

/**
 * Rules that read little of a post and little of a person. Posts that are alike to them are asked about once, by the rule itself, so that a row
 * can't be stricter than the law. Whoever changes what one of these rules reads changes its keys.
 */
interface Facet {
  rules: readonly HardRuleId[];
  /** the same text: the same answer for everybody */
  post(indexed: IndexedPost): string;
  /** the same text and number: the same answer for every post */
  text(person: MatchPerson): string | null;
  state(person: MatchPerson, day: IsoDate): number;
}

const BANDS_KM = TRAVEL_BANDS.map((band) => BAND_KM[band]);
const bandsWithin = (km: number): number => BANDS_KM.reduce((count, band) => count + (band <= km ? 1 : 0), 0);
const threeWay = (fact: boolean | null): number => (fact === null ? 2 : Number(fact));
const withinUntil = (day: IsoDate, until: IsoDate | null): boolean | null => (until === null ? null : day <= until);
/** More years than any decision may relax the age by (`post.relax.ageYears`). */
const MOST_YEARS_PAST = 21;
const AGE_STATES = MOST_YEARS_PAST + 2;
/** Years, begun ones too, since working age ended: 0 within it, -1 where it is not known. What a relaxation of n years covers is n or less. */
function yearsPast(day: IsoDate, until: IsoDate | null): number {
  if (until === null) return -1;
  if (until >= day) return 0;
  let years = 1;
  while (years < MOST_YEARS_PAST && day > addMonths(until, years * 12)) years += 1;
  return years;
}
const countyOf = (code: string): string => code.slice(0, 6);

const FACETS: readonly Facet[] = [
  {
    rules: ['H-COMMUTE'],
    post: ({ post }) => (post.remote ? '' : post.workDivisionCode),
    text: ({ divisionCode }) => divisionCode,
    state: ({ commuteKm }) => (commuteKm === null ? -1 : bandsWithin(commuteKm)),
  },
  {
    rules: ['H-REGION', 'H-CERT', 'H-TARGET'],
    post: ({ post, law }) =>
      JSON.stringify([post.kind, countyOf(post.divisionCode), law.residentsOnly, law.targetByStatus]),
    text: ({ divisionCode }) => countyOf(divisionCode),
    state: (person, day) => threeWay(withinUntil(day, person.certificateExpiresOn)) * 3 + threeWay(person.seeksWork),
  },
  {
    rules: ['H-EDU'],
    post: ({ post }) => JSON.stringify(post.minEducation),
    text: ({ education }) => education,
    state: () => 0,
  },
  {
    rules: ['H-AGE'],
    post: ({ post, law }) =>
      JSON.stringify([law.minimumAge, law.ageTable, post.kind === PUBLIC_WELFARE ? law.ageRelaxed : null]),
    text: () => null,
    state: (person, day) => ageOn(person.birthOn, day) * AGE_STATES + yearsPast(day, person.workingAgeUntil) + 1,
  },
  {
    rules: ['H-ACCESS'],
    post: ({ post }) => JSON.stringify([post.remote, post.provisions]),
    text: ({ accessNeeds }) => (accessNeeds.length === 0 ? null : JSON.stringify(accessNeeds)),
    state: () => 0,
  },
];

const rulesOf = (ids: readonly HardRuleId[]): HardRule[] => HARD_RULES.filter(({ id }) => ids.includes(id));
const worst = (
  rules: readonly HardRule[],
  person: MatchPerson,
  { post, law }: IndexedPost,
  day: IsoDate,
): MatchAnswer =>
  rules.reduce<MatchAnswer>((answer, rule) => worseOf(answer, answerOf(rule, person, post, day, law)), 'FITS');

/** Posts in groups that a facet can't tell apart, and the rows made of them. */
class FacetRows {
  private readonly groups: { one: IndexedPost; bits: Int32Array }[];
  private readonly rules: HardRule[];
  private kept = new Map<string | null, Map<number, Reach>>();
  private count = 0;

  constructor(
    private readonly facet: Facet,
    posts: readonly IndexedPost[],
    private readonly words: number,
  ) {
    const groups = new Map<string, { one: IndexedPost; bits: Int32Array }>();
    for (const [at, one] of posts.entries()) {
      const key = facet.post(one);
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { one, bits: new Int32Array(words) }));
      setBit(group.bits, at);
    }
    this.groups = [...groups.values()];
    this.rules = rulesOf(facet.rules);
  }

  reach(person: MatchPerson, day: IsoDate): Reach {
    const text = this.facet.text(person);
    const state = this.facet.state(person, day);
    const found = this.kept.get(text)?.get(state);
    return found ?? this.keep(text, state, this.made(person, day));
  }

  private made(person: MatchPerson, day: IsoDate): Reach {
    const sure = new Int32Array(this.words);
    const maybe = new Int32Array(this.words);
    let [sureOfAll, maybeAll] = [true, true];
    for (const { one, bits } of this.groups) {
      const answer = worst(this.rules, person, one, day);
      if (isFit(answer)) for (let word = 0; word < this.words; word += 1) sure[word] |= bits[word];
      else sureOfAll = false;
      if (answer !== 'NO') for (let word = 0; word < this.words; word += 1) maybe[word] |= bits[word];
      else maybeAll = false;
    }
    return { sure: sureOfAll ? null : sure, maybe: maybeAll ? null : maybe };
  }

  private keep(text: string | null, state: number, reach: Reach): Reach {
    if (this.count >= MAX_KEPT) {
      this.kept = new Map();
      this.count = 0;
    }
    const states = this.kept.get(text);
    if (states === undefined) this.kept.set(text, new Map([[state, reach]]));
    else states.set(state, reach);
    this.count += 1;
    return reach;
  }
}

/** H-SKILL, H-LICENCE: posts whose needed ones are all held. What needs nothing is one row; the rest hang on their first need. */
class NeedRows {
  private readonly nothing: Int32Array;
  private readonly byFirst = new Map<string, { rest: readonly string[]; at: number }[]>();
  private readonly scratch: Int32Array;

  constructor(needs: readonly (readonly string[])[], words: number) {
    this.nothing = new Int32Array(words);
    this.scratch = new Int32Array(words);
    for (const [at, [first, ...rest]] of needs.entries()) {
      if (first === undefined) setBit(this.nothing, at);
      else {
        const some = this.byFirst.get(first);
        if (some === undefined) this.byFirst.set(first, [{ rest, at }]);
        else some.push({ rest, at });
      }
    }
  }

  /** @param held null: not known, which rules out no post, and makes none sure but those that need nothing */
  row(held: readonly string[] | null, sure: boolean): Row {
    if (this.byFirst.size === 0) return null;
    if (held === null) return sure ? this.nothing : null;
    this.scratch.set(this.nothing);
    for (const one of held)
      for (const { rest, at } of this.byFirst.get(one) ?? [])
        if (rest.every((need) => held.includes(need))) setBit(this.scratch, at);
    return this.scratch;
  }
}

/** What is asked of an item at the least: with everything promised, whether or not one can use it. Broken levels ask for less, not more. */
function leastAsked({ post }: IndexedPost, item: AbilityItem): number {
  let asked = post.demands?.[item] ?? 0;
  for (const { lowers, state } of post.accommodations)
    if (state !== 'POSSIBLE') asked = Math.min(asked, lowers[item] ?? MAX_ABILITY_LEVEL);
  return levelWithin(asked, 0);
}

const levelWithin = (level: number, broken: number): number =>
  Number.isNaN(level) ? broken : Math.max(0, Math.min(MAX_ABILITY_LEVEL, Math.floor(level)));

/** H-DEMAND: 25 rows a pair of items; row (a, b) holds the posts that ask at most a of the one and b of the other. */
class DemandRows {
  private readonly rows: Int32Array[] = [];

  constructor(posts: readonly IndexedPost[], words: number) {
    const bits = new Int32Array(PAIRS * ROWS_A_PAIR * words);
    for (let row = 0; row < PAIRS * ROWS_A_PAIR; row += 1)
      this.rows.push(bits.subarray(row * words, (row + 1) * words));
    for (const [at, post] of posts.entries())
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const first = leastAsked(post, ABILITY_CODES[2 * pair]);
        const second = leastAsked(post, ABILITY_CODES[2 * pair + 1]);
        for (let a = first; a < LEVELS; a += 1)
          for (let b = second; b < LEVELS; b += 1) setBit(this.rows[pair * ROWS_A_PAIR + a * LEVELS + b], at);
      }
  }

  /** Writes the eight rows of a person after `count` others. @returns how many there are then */
  into(rows: Int32Array[], count: number, person: MatchPerson, day: IsoDate, sure: boolean): number {
    const levels = profileValid(person, day) ? person.profile?.levels : undefined;
    const unknown = sure ? 0 : MAX_ABILITY_LEVEL;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const a = levelWithin(levels?.[ABILITY_CODES[2 * pair]] ?? unknown, MAX_ABILITY_LEVEL);
      const b = levelWithin(levels?.[ABILITY_CODES[2 * pair + 1]] ?? unknown, MAX_ABILITY_LEVEL);
      if (a < MAX_ABILITY_LEVEL || b < MAX_ABILITY_LEVEL)
        rows[count++] = this.rows[pair * ROWS_A_PAIR + a * LEVELS + b];
    }
    return count;
  }
}

const DAY_RULES = rulesOf(['H-ACTIVE']);
const SURE_RULES = rulesOf(['H-ACTIVE', 'H-LIMIT']);

/**
 * Posts in columns of bits. A post that is not NO for a person is always among the survivors; who survives is still to be judged.
 *
 * Nothing in here ages: rows hold dates' answers only by the day they were asked for.
 */
export class Slab {
  /** posts by place; home work last */
  readonly posts: readonly IndexedPost[];
  /** places in {@link posts}, filled by {@link survivors} */
  readonly found: Int32Array;
  readonly scores: ScoreColumns;
  private readonly words: number;
  private readonly placeOf: Map<string, number>;
  private readonly facets: FacetRows[];
  private readonly skills: NeedRows;
  private readonly licences: NeedRows;
  private readonly demands: DemandRows;
  private readonly days = new Map<IsoDate, { maybe: Int32Array; sure: Int32Array }>();
  private readonly rows: Int32Array[] = [];

  constructor(posts: Iterable<IndexedPost>) {
    this.posts = [...posts].sort(byPlace);
    this.words = Math.ceil(this.posts.length / WORD_BITS);
    this.found = new Int32Array(this.posts.length);
    this.placeOf = new Map(this.posts.map(({ post }, at) => [post.id, at]));
    this.scores = new ScoreColumns(this.posts);
    this.facets = FACETS.map((facet) => new FacetRows(facet, this.posts, this.words));
    this.skills = new NeedRows(
      this.posts.map(({ post }) => post.skills),
      this.words,
    );
    this.licences = new NeedRows(
      this.posts.map(({ post }) => post.licences),
      this.words,
    );
    this.demands = new DemandRows(this.posts, this.words);
  }

  /** Takes a post out: one bit. */
  remove(id: string): void {
    const at = this.placeOf.get(id);
    if (at === undefined) return;
    this.placeOf.delete(id);
    for (const { maybe, sure } of this.days.values()) {
      clearBit(maybe, at);
      clearBit(sure, at);
    }
  }

  /**
   * Places of the posts that may suit, into {@link found}.
   *
   * @param sure true: those that may be FITS or FITS_WITH; false: all that may be anything but NO
   * @returns how many
   */
  survivors(person: MatchPerson, day: IsoDate, sure: boolean): number {
    if (!person.active || this.words === 0) return 0;
    const { rows, found, words } = this;
    const side = sure ? 'sure' : 'maybe';
    let count = 0;
    for (const facet of this.facets) {
      const row = facet.reach(person, day)[side];
      if (row !== null) rows[count++] = row;
    }
    for (const row of [this.skills.row(person.skills, sure), this.licences.row(person.licences, sure)])
      if (row !== null) rows[count++] = row;
    count = this.demands.into(rows, count, person, day, sure);
    const open = this.onDay(person, day)[side];
    let size = 0;
    for (let word = 0; word < words; word += 1) {
      let left = open[word];
      for (let row = 0; left !== 0 && row < count; row += 1) left &= rows[row][word];
      while (left !== 0) {
        found[size++] = word * WORD_BITS + (31 - Math.clz32(left & -left));
        left &= left - 1;
      }
    }
    return size;
  }

  /** Open posts of a day; `sure` without those that can be nothing better than unknown to anybody. */
  private onDay(person: MatchPerson, day: IsoDate): { maybe: Int32Array; sure: Int32Array } {
    let rows = this.days.get(day);
    if (rows !== undefined) return rows;
    rows = { maybe: new Int32Array(this.words), sure: new Int32Array(this.words) };
    for (const [at, one] of this.posts.entries()) {
      if (this.placeOf.get(one.post.id) !== at || worst(DAY_RULES, person, one, day) === 'NO') continue;
      setBit(rows.maybe, at);
      if (one.post.demands !== null && isFit(worst(SURE_RULES, person, one, day))) setBit(rows.sure, at);
    }
    return keep(this.days, day, rows, MAX_DAYS);
  }
}

/** Posts of one place side by side, so that a short way to work reads few words. */
function byPlace({ post: one }: IndexedPost, { post: other }: IndexedPost): number {
  if (one.remote !== other.remote) return one.remote ? 1 : -1;
  if (one.workDivisionCode !== other.workDivisionCode) return one.workDivisionCode < other.workDivisionCode ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
