import type { IsoDate } from '../../calendar.js';
import { isFit, type MatchAnswer } from '../answer.js';
import { profileValid } from '../demand.js';
import type { MatchPerson } from '../facts.js';
import { HARD_RULES, type HardRule } from '../hard-rules.js';
import { ABILITY_CODES, type AbilityItem, type Levels, MAX_ABILITY_LEVEL } from '../items.js';
import { TRAVEL_PART } from '../score.js';
import { BAND_KM, namedDigits, sharedDigits, TRAVEL_BANDS, travelBand } from '../travel.js';
import { WORD_BITS } from './bits.js';
import { leastAsked, LEVELS, levelWithin, PAIRS, ROWS_A_PAIR } from './demand-levels.js';
import { DAY_RULES, type Facet, FACETS, rulesOf, SURE_RULES, worst } from './facets.js';
import type { IndexedPost } from './match-engine.js';
import { keep, ScoreColumns } from './score-columns.js';

/** Rows that depend on somebody's facts are made when first asked for; so many are kept a facet. */
const MAX_KEPT = 4_096;
/** Ways are made when somebody of a home first asks, and are short; so many homes are kept. */
const MAX_HOMES = 16_384;
/** Rows of a day: lists are asked for today's, and now and then for another. */
const MAX_DAYS = 4;
const DEMAND_ROWS = PAIRS * ROWS_A_PAIR;
/** Rows of one question: the facets', one of needs, a pair's each. */
const MOST_ROWS = 16;
/** Rows there is room for before more is made. */
const ROOM = DEMAND_ROWS + 56;

/** A row of {@link Rows} by number; −1: every post. */
type Row = number;
const EVERY = -1;

/** `sure`: posts whose answer may be FITS or FITS_WITH. `maybe`: those whose answer may be anything but NO. */
interface Reach {
  sure: Row;
  maybe: Row;
}

/** Rows of one bit a post, 32 a word, in one array, so that reading twelve of them is adding to twelve numbers. */
class Rows {
  bits: Int32Array;
  /** posts of a row, at the most */
  ones: Int32Array;
  private used = 0;
  private readonly free: Row[] = [];

  constructor(
    readonly words: number,
    rows: number,
  ) {
    this.bits = new Int32Array(rows * words);
    this.ones = new Int32Array(rows);
  }

  /** An empty row. */
  add(): Row {
    const row = this.free.pop() ?? this.used++;
    if (row === this.ones.length) {
      const [bits, ones] = [new Int32Array(2 * this.bits.length), new Int32Array(2 * this.ones.length)];
      bits.set(this.bits);
      ones.set(this.ones);
      this.bits = bits;
      this.ones = ones;
    }
    return row;
  }

  set(row: Row, at: number): void {
    const word = row * this.words + (at >>> 5);
    const bit = 1 << (at & 31);
    if ((this.bits[word] & bit) === 0) this.ones[row] += 1;
    this.bits[word] |= bit;
  }

  clear(row: Row, at: number): void {
    this.bits[row * this.words + (at >>> 5)] &= ~(1 << (at & 31));
  }

  release(row: Row): void {
    if (row === EVERY) return;
    this.bits.fill(0, row * this.words, (row + 1) * this.words);
    this.ones[row] = 0;
    this.free.push(row);
  }
}

const BANDS_KM = TRAVEL_BANDS.map((band) => BAND_KM[band]);
function bandsWithin(km: number): number {
  let count = 0;
  for (let band = 0; band < BANDS_KM.length; band += 1) if (BANDS_KM[band] <= km) count += 1;
  return count;
}

/** Ways to work are stretches of places here ({@link Ways}), not rows. */
const POST_FACETS = FACETS.filter(({ rules }) => !rules.includes('H-COMMUTE'));
const WAY_RULES = rulesOf(['H-COMMUTE']);
const NEED_RULES = rulesOf(['H-SKILL']);
const ANSWERED = new Set([
  ...SURE_RULES,
  ...WAY_RULES,
  ...NEED_RULES,
  ...POST_FACETS.flatMap(({ rules }) => rulesOf(rules)),
]);

/** Rules that no row answers for good: a survivor of the sure rows is FITS by all others. A rule without a row is one of them. */
export const OPEN_RULES: readonly HardRule[] = HARD_RULES.filter((rule) => !ANSWERED.has(rule));

/** Posts in groups that a facet can't tell apart, and the rows made of them. */
class FacetRows {
  private readonly groups: { one: IndexedPost; at: number[] }[];
  private readonly rules: HardRule[];
  private kept = new Map<string | null, (Reach | undefined)[]>();
  private count = 0;
  /** by what each group of posts is answered */
  private readonly alike = new Map<string, Reach>();

  constructor(
    private readonly facet: Facet,
    posts: readonly IndexedPost[],
    private readonly rows: Rows,
  ) {
    const groups = new Map<string, { one: IndexedPost; at: number[] }>();
    for (const [at, one] of posts.entries()) {
      const key = facet.post(one);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { one, at: [at] });
      else group.at.push(at);
    }
    this.groups = [...groups.values()];
    this.rules = rulesOf(facet.rules);
  }

  reach(person: MatchPerson, day: IsoDate): Reach {
    const text = this.facet.text(person, day);
    const state = this.facet.state(person, day);
    const found = this.kept.get(text)?.[state];
    return found ?? this.keep(text, state, this.made(person, day));
  }

  /** People of any past are few by what the rules say to them: those told the same share their rows. */
  private made(person: MatchPerson, day: IsoDate): Reach {
    const answers = this.groups.map(({ one }) => worst(this.rules, person, one, day));
    const told = answers.map((answer) => (answer === 'NO' ? 0 : isFit(answer) ? 2 : 1)).join('');
    const found = this.alike.get(told);
    if (found !== undefined) return found;
    if (this.alike.size >= MAX_KEPT) {
      for (const { sure, maybe } of this.alike.values()) [sure, maybe].forEach((row) => this.rows.release(row));
      this.alike.clear();
      this.forget();
    }
    const made = {
      sure: this.row((group) => isFit(answers[group])),
      maybe: this.row((group) => answers[group] !== 'NO'),
    };
    this.alike.set(told, made);
    return made;
  }

  private row(lets: (group: number) => boolean): Row {
    const those = this.groups.filter((_, group) => lets(group));
    if (those.length === this.groups.length) return EVERY;
    const row = this.rows.add();
    for (const { at } of those) for (const place of at) this.rows.set(row, place);
    return row;
  }

  private keep(text: string | null, state: number, reach: Reach): Reach {
    if (this.count >= MAX_KEPT) this.forget();
    let states = this.kept.get(text);
    if (states === undefined) this.kept.set(text, (states = []));
    states[state] = reach;
    this.count += 1;
    return reach;
  }

  private forget(): void {
    this.kept = new Map();
    this.count = 0;
  }
}

/** Stretches of posts in reach, three numbers each: the first place, the place after the last, the score's part for the way. */
interface Way {
  sure: Int32Array;
  maybe: Int32Array;
}

/** Posts of one division, side by side. */
interface Place {
  one: IndexedPost;
  /** how many digits name something; 0: work at home */
  named: number;
  from: number;
  to: number;
}

const TOWNSHIP_DIGITS = 9;
/** More than the digits of a division. */
const DIGITS = 13;

/**
 * H-COMMUTE: posts of one place lie side by side, so that a way to work is a few stretches, and what is out of reach is not read.
 * The rule is asked once for places that share as many digits with the home and name as many: it reads no more of them.
 */
class Ways {
  private readonly places: Place[] = [];
  /** places by township, work at home by itself; to a home elsewhere those that name as much of it are alike */
  private readonly townships: { township: string; places: Place[]; merged: Place[] }[] = [];
  private readonly homes = new Map<string, (Way | undefined)[]>();

  constructor(posts: readonly IndexedPost[]) {
    let last: string | undefined;
    for (const [at, one] of posts.entries()) {
      const key = one.post.remote ? '' : one.post.workDivisionCode;
      if (key === last) this.places[this.places.length - 1].to = at + 1;
      else this.places.push({ one, named: key === '' ? 0 : namedDigits(key), from: at, to: at + 1 });
      last = key;
    }
    for (const place of this.places) {
      const township = place.named === 0 ? '' : place.one.post.workDivisionCode.slice(0, TOWNSHIP_DIGITS);
      const group = this.townships.at(-1);
      if (group === undefined || group.township !== township)
        this.townships.push({ township, places: [place], merged: [{ ...place }] });
      else {
        group.places.push(place);
        const before = group.merged[group.merged.length - 1];
        if (before.named === place.named) before.to = place.to;
        else group.merged.push({ ...place });
      }
    }
  }

  of(person: MatchPerson): Way {
    const { commuteKm } = person;
    const state = 1 + (commuteKm === null ? -1 : bandsWithin(commuteKm));
    const ways = this.homes.get(person.divisionCode) ?? keep(this.homes, person.divisionCode, [], MAX_HOMES);
    return ways[state] ?? (ways[state] = this.made(person));
  }

  private made(person: MatchPerson): Way {
    const [sure, maybe]: number[][] = [[], []];
    const known: ({ travel: number; answer: MatchAnswer } | undefined)[] = [];
    const home = person.divisionCode.slice(0, TOWNSHIP_DIGITS);
    for (const { township, places, merged } of this.townships)
      for (const { one, named, from, to } of township === home ? places : merged) {
        const alike = named * DIGITS + (named === 0 ? 0 : sharedDigits(person.divisionCode, one.post.workDivisionCode));
        const { travel, answer } = (known[alike] ??= {
          travel: TRAVEL_PART[travelBand(person, one.post)],
          answer: worst(WAY_RULES, person, one, one.post.publishedOn),
        });
        if (isFit(answer)) stretch(sure, from, to, travel);
        if (answer !== 'NO') stretch(maybe, from, to, travel);
      }
    return { sure: Int32Array.from(sure), maybe: Int32Array.from(maybe) };
  }
}

/** One stretch more, or a longer one. */
function stretch(stretches: number[], from: number, to: number, travel: number): void {
  const { length } = stretches;
  if (length > 0 && stretches[length - 2] === from && stretches[length - 1] === travel) stretches[length - 2] = to;
  else stretches.push(from, to, travel);
}

/** H-SKILL: what a post needs, in numbers, so that a post is asked about only when all rows let it through. */
class Needs {
  /** posts that need nothing */
  readonly nothing: Row;
  private readonly numbers = new Map<string, number>();
  /** needs of the post at a place: from `starts[at]` up to `starts[at + 1]` */
  private readonly starts: Int32Array;
  private readonly needed: Int32Array;
  /** one bit a need, by the last five bits of its number: who lacks a bit lacks a need */
  private readonly masks: Int32Array;
  private mask = 0;
  private readonly held: Uint8Array;
  private readonly holding: Int32Array;
  private count = 0;

  constructor(needs: readonly (readonly string[])[], rows: Rows) {
    const nothing = rows.add();
    const needed: number[] = [];
    this.starts = new Int32Array(needs.length + 1);
    this.masks = new Int32Array(needs.length);
    for (const [at, some] of needs.entries()) {
      if (some.length === 0) rows.set(nothing, at);
      for (const one of some) {
        if (!this.numbers.has(one)) this.numbers.set(one, this.numbers.size);
        const number = this.numbers.get(one) as number;
        needed.push(number);
        this.masks[at] |= 1 << (number & 31);
      }
      this.starts[at + 1] = needed.length;
    }
    this.needed = Int32Array.from(needed);
    this.held = new Uint8Array(this.numbers.size);
    this.holding = new Int32Array(this.numbers.size);
    this.nothing = this.numbers.size === 0 ? EVERY : nothing;
  }

  /**
   * @param held null: not known, which rules out no post, and makes none sure but those that need nothing
   * @returns true when posts are to be asked about one by one, by {@link holds}
   */
  turnTo(held: readonly string[] | null): boolean {
    if (this.nothing === EVERY || held === null) return false;
    for (let at = 0; at < this.count; at += 1) this.held[this.holding[at]] = 0;
    this.count = 0;
    this.mask = 0;
    for (let at = 0; at < held.length; at += 1) {
      const number = this.numbers.get(held[at]);
      if (number === undefined || this.held[number] === 1) continue;
      this.held[number] = 1;
      this.mask |= 1 << (number & 31);
      this.holding[this.count++] = number;
    }
    return true;
  }

  /** True when everything that the post at a place needs is held. */
  holds(at: number): boolean {
    const mask = this.masks[at];
    if ((mask & ~this.mask) !== 0) return false;
    // Up to 32 needs have a bit each.
    if (mask === 0 || this.numbers.size <= WORD_BITS) return true;
    const to = this.starts[at + 1];
    for (let need = this.starts[at]; need < to; need += 1) if (this.held[this.needed[need]] === 0) return false;
    return true;
  }
}

/** True where the rows of demands are H-DEMAND itself: nothing lowers a demand, and all are whole levels of known items. */
const plainlyAsked = ({ post }: IndexedPost): boolean =>
  post.demands !== null &&
  post.accommodations.length === 0 &&
  Object.entries(post.demands).every(
    ([item, asked]) =>
      ABILITY_CODES.includes(item as AbilityItem) &&
      (asked === undefined || (Number.isInteger(asked) && asked >= 0 && asked <= MAX_ABILITY_LEVEL)),
  );

const NOT_ASSESSED: Levels = {};

/** H-DEMAND: 25 rows a pair of items; row (a, b) holds the posts that ask at most a of the one and b of the other. */
class DemandRows {
  private readonly first: Row;
  /** the last person's levels are all on the scale */
  onScale = true;

  constructor(posts: readonly IndexedPost[], rows: Rows) {
    const all = Array.from({ length: DEMAND_ROWS }, () => rows.add());
    this.first = all[0];
    for (const [at, post] of posts.entries())
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const first = leastAsked(post, ABILITY_CODES[2 * pair]);
        const second = leastAsked(post, ABILITY_CODES[2 * pair + 1]);
        for (let a = first; a < LEVELS; a += 1)
          for (let b = second; b < LEVELS; b += 1) rows.set(all[pair * ROWS_A_PAIR + a * LEVELS + b], at);
      }
  }

  /** Writes the rows of a person, eight at the most, after `count` others. @returns how many there are then */
  into(rows: Int32Array, count: number, person: MatchPerson, day: IsoDate, sure: boolean): number {
    const has = (profileValid(person, day) && person.profile?.levels) || NOT_ASSESSED;
    const unknown = sure ? 0 : MAX_ABILITY_LEVEL;
    this.onScale = true;
    // In the order of ABILITY_CODES; written out, because looking sixteen names up by variable took a tenth of a question.
    count = this.pair(rows, count, 0, has.LIFT ?? unknown, has.STAND ?? unknown);
    count = this.pair(rows, count, 1, has.WALK ?? unknown, has.STAIRS ?? unknown);
    count = this.pair(rows, count, 2, has.FINE_HAND ?? unknown, has.SEE ?? unknown);
    count = this.pair(rows, count, 3, has.COLOUR ?? unknown, has.HEAR ?? unknown);
    count = this.pair(rows, count, 4, has.SPEAK ?? unknown, has.READ ?? unknown);
    count = this.pair(rows, count, 5, has.INSTRUCTIONS ?? unknown, has.PACE ?? unknown);
    count = this.pair(rows, count, 6, has.CROWD ?? unknown, has.NIGHT ?? unknown);
    return this.pair(rows, count, 7, has.OUTDOORS ?? unknown, has.TRANSPORT ?? unknown);
  }

  private pair(rows: Int32Array, count: number, pair: number, first: number, second: number): number {
    const a = this.level(first);
    const b = this.level(second);
    // Who reaches the highest of both is let through by every post.
    if (a === MAX_ABILITY_LEVEL && b === MAX_ABILITY_LEVEL) return count;
    rows[count] = this.first + pair * ROWS_A_PAIR + a * LEVELS + b;
    return count + 1;
  }

  private level(level: number): number {
    if (level === 0 || level === 1 || level === 2 || level === 3 || level === MAX_ABILITY_LEVEL) return level;
    this.onScale = false;
    return levelWithin(level, MAX_ABILITY_LEVEL);
  }
}

/**
 * Posts in columns of bits. A post that is not NO for a person is always among the survivors, and a survivor of the sure rows is FITS by every
 * rule but {@link OPEN_RULES}.
 *
 * Nothing in here ages: rows hold dates' answers only by the day they were asked for.
 */
export class Slab {
  /** posts by place; home work last */
  readonly posts: readonly IndexedPost[];
  /** places in {@link posts}, filled by {@link survivors} */
  readonly found: Int32Array;
  /** the score's part for the way to each of {@link found} */
  readonly travel: Int32Array;
  readonly scores: ScoreColumns;
  /** 1: nothing is open about a survivor of the sure rows, it is FITS */
  private readonly plain: Uint8Array;
  private readonly words: number;
  private readonly placeOf: Map<string, number>;
  private readonly facets: FacetRows[];
  private readonly ways: Ways;
  private readonly skills: Needs;
  private readonly demands: DemandRows;
  private readonly days = new Map<IsoDate, Reach>();
  private readonly rows: Rows;
  private readonly chosen = new Int32Array(MOST_ROWS);

  constructor(posts: Iterable<IndexedPost>) {
    this.posts = [...posts].sort(byPlace);
    const { length } = this.posts;
    this.words = Math.ceil(length / WORD_BITS);
    this.rows = new Rows(this.words, ROOM);
    this.found = new Int32Array(length);
    this.travel = new Int32Array(length);
    this.placeOf = new Map(this.posts.map(({ post }, at) => [post.id, at]));
    this.scores = new ScoreColumns(this.posts);
    const demandOnly = OPEN_RULES.every(({ id }) => id === 'H-DEMAND');
    this.plain = Uint8Array.from(this.posts, (one) => Number(demandOnly && plainlyAsked(one)));
    this.facets = POST_FACETS.map((facet) => new FacetRows(facet, this.posts, this.rows));
    this.ways = new Ways(this.posts);
    this.skills = new Needs(
      this.posts.map(({ post }) => post.skills),
      this.rows,
    );
    this.demands = new DemandRows(this.posts, this.rows);
  }

  /** Takes a post out: one bit. */
  remove(id: string): void {
    const at = this.placeOf.get(id);
    if (at === undefined) return;
    this.placeOf.delete(id);
    for (const { maybe, sure } of this.days.values()) {
      this.rows.clear(maybe, at);
      this.rows.clear(sure, at);
    }
  }

  /** True when a survivor of the last person's sure rows is FITS without being judged. */
  fits(at: number): boolean {
    return this.plain[at] === 1 && this.demands.onScale;
  }

  /**
   * Places of the posts that may suit, into {@link found}, and the ways to them into {@link travel}.
   *
   * @param sure true: those that may be FITS or FITS_WITH; false: all that may be anything but NO
   * @returns how many
   */
  survivors(person: MatchPerson, day: IsoDate, sure: boolean): number {
    if (!person.active || this.words === 0) return 0;
    const { chosen, found, travel, skills } = this;
    const side = sure ? 'sure' : 'maybe';
    let count = 0;
    for (let at = 0; at < this.facets.length; at += 1) {
      const row = this.facets[at].reach(person, day)[side];
      if (row !== EVERY) chosen[count++] = row;
    }
    if (sure && person.skills === null && skills.nothing !== EVERY) chosen[count++] = skills.nothing;
    count = this.demands.into(chosen, count, person, day, sure);
    const asksSkills = skills.turnTo(person.skills);
    const today = this.onDay(person, day)[side];
    const open = today * this.words;
    const stretches = this.ways.of(person)[side];
    if (!this.scarceFirst(count, today)) return 0;
    const { bits } = this.rows;
    const first = chosen[0];
    const second = chosen[1];
    const third = chosen[2];
    const fourth = chosen[3];
    let size = 0;
    for (let next = 0; next < stretches.length; next += 3) {
      const from = stretches[next];
      const to = stretches[next + 1];
      const way = stretches[next + 2];
      const last = (to - 1) >>> 5;
      for (let word = from >>> 5; word <= last; word += 1) {
        let left = bits[open + word] & bits[first + word] & bits[second + word];
        if (word === from >>> 5) left &= -1 << (from & 31);
        if (word === last) left &= -1 >>> (31 - ((to - 1) & 31));
        if (left === 0) continue;
        left &= bits[third + word] & bits[fourth + word];
        for (let row = 4; left !== 0 && row < count; row += 1) left &= bits[chosen[row] + word];
        while (left !== 0) {
          const at = word * WORD_BITS + (31 - Math.clz32(left & -left));
          left &= left - 1;
          if (asksSkills && !skills.holds(at)) continue;
          found[size] = at;
          travel[size++] = way;
        }
      }
    }
    return size;
  }

  /**
   * Puts the chosen rows in order, those of fewest posts first, and makes of them where they begin in the bits; four at the least.
   *
   * @returns false when one of them has no post
   */
  private scarceFirst(count: number, open: Row): boolean {
    const { chosen, words } = this;
    const { ones } = this.rows;
    for (let next = 0; next < count; next += 1) {
      const row = chosen[next];
      let at = next;
      for (; at > 0 && ones[chosen[at - 1]] > ones[row]; at -= 1) chosen[at] = chosen[at - 1];
      chosen[at] = row;
    }
    if (count > 0 && ones[chosen[0]] === 0) return false;
    for (let at = 0; at < count; at += 1) chosen[at] *= words;
    for (let at = count; at < 4; at += 1) chosen[at] = open * words;
    return true;
  }

  /** Open posts of a day; `sure` without those that can be nothing better than unknown to anybody. */
  private onDay(person: MatchPerson, day: IsoDate): Reach {
    const found = this.days.get(day);
    if (found !== undefined) return found;
    const { rows, days } = this;
    const made = { maybe: rows.add(), sure: rows.add() };
    for (const [at, one] of this.posts.entries()) {
      if (this.placeOf.get(one.post.id) !== at || worst(DAY_RULES, person, one, day) === 'NO') continue;
      rows.set(made.maybe, at);
      if (one.post.demands !== null && isFit(worst(SURE_RULES, person, one, day))) rows.set(made.sure, at);
    }
    for (const [oldest, { maybe, sure }] of days) {
      if (days.size < MAX_DAYS) break;
      days.delete(oldest);
      rows.release(maybe);
      rows.release(sure);
    }
    days.set(day, made);
    return made;
  }
}

/** Posts of one place side by side, so that a short way to work reads few words. */
function byPlace({ post: one }: IndexedPost, { post: other }: IndexedPost): number {
  if (one.remote !== other.remote) return one.remote ? 1 : -1;
  if (one.workDivisionCode !== other.workDivisionCode) return one.workDivisionCode < other.workDivisionCode ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
