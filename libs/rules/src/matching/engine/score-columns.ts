import type { IsoDate } from '../../calendar.js';
import type { MatchPerson } from '../facts.js';
import { freshPart, HOURS_PART, NO_SKILL_PART, skillPart, TRAVEL_PART, wagePart, wishPart } from '../score.js';
import { travelBand } from '../travel.js';
import type { IndexedPost } from './match-engine.js';

/** Columns that depend on a home or a day are made when first asked for; so many are kept. */
const MAX_HOMES = 4_096;
const MAX_DAYS = 4;

/** The scores of {@link scoreParts}, by the same functions, with what doesn't change from person to person worked out before. */
export class ScoreColumns {
  private readonly places: { one: IndexedPost; at: number[] }[];
  private readonly kinds: string[];
  private readonly kindOf: Int32Array;
  private readonly lowFen: Float64Array;
  private readonly skilled: Uint8Array;
  private readonly homes = new Map<string, Int16Array>();
  private readonly days = new Map<IsoDate, Int16Array>();
  private person: MatchPerson;
  private travel: Int16Array;
  private fresh: Int16Array;
  private wishes: number[] = [];

  constructor(private readonly posts: readonly IndexedPost[]) {
    const places = new Map<string, { one: IndexedPost; at: number[] }>();
    const kinds = new Map<string, number>();
    this.kindOf = new Int32Array(posts.length);
    this.lowFen = Float64Array.from(posts, ({ post }) => post.wageLowFen);
    this.skilled = Uint8Array.from(posts, ({ post }) => Number(post.skills.length > 0));
    for (const [at, one] of posts.entries()) {
      const key = one.post.remote ? '' : one.post.workDivisionCode;
      const place = places.get(key);
      if (place === undefined) places.set(key, { one, at: [at] });
      else place.at.push(at);
      if (!kinds.has(one.post.kind)) kinds.set(one.post.kind, kinds.size);
      this.kindOf[at] = kinds.get(one.post.kind) as number;
    }
    this.places = [...places.values()];
    this.kinds = [...kinds.keys()];
  }

  /** Turns to a person; {@link of} speaks of him until the next call. */
  turnTo(person: MatchPerson, day: IsoDate): void {
    this.person = person;
    this.travel = this.homes.get(person.divisionCode) ?? this.fromHome(person);
    this.fresh = this.days.get(day) ?? this.onDay(day);
    for (let kind = 0; kind < this.kinds.length; kind += 1)
      this.wishes[kind] = wishPart(person.wantedKinds, this.kinds[kind]);
  }

  /** The score of the post at a place. */
  of(at: number): number {
    return (
      (this.skilled[at] === 0 ? NO_SKILL_PART : skillPart(this.person.skills, this.posts[at].post.skills)) +
      this.travel[at] +
      wagePart(this.person.wantedWageFen, this.lowFen[at]) +
      HOURS_PART +
      this.wishes[this.kindOf[at]] +
      this.fresh[at]
    );
  }

  private fromHome(person: MatchPerson): Int16Array {
    const travel = new Int16Array(this.posts.length);
    for (const { one, at } of this.places) {
      const part = TRAVEL_PART[travelBand(person, one.post)];
      for (const place of at) travel[place] = part;
    }
    return keep(this.homes, person.divisionCode, travel, MAX_HOMES);
  }

  private onDay(day: IsoDate): Int16Array {
    return keep(
      this.days,
      day,
      Int16Array.from(this.posts, ({ post }) => freshPart(post, day)),
      MAX_DAYS,
    );
  }
}

/** Keeps one more, and throws the oldest away when there are too many. */
export function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): V {
  if (kept.size >= most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  kept.set(key, value);
  return value;
}
