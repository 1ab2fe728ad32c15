import type { IsoDate } from '../../calendar.js';
import type { MatchPerson } from '../facts.js';
import { freshPart, HOURS_PART, skillPart, wagePart, wishPart } from '../score.js';
import type { IndexedPost } from './match-engine.js';

const MAX_DAYS = 4;

/** The scores of {@link scoreParts}, by the same functions, with what doesn't change from person to person worked out before. */
export class ScoreColumns {
  private readonly kinds: string[];
  private readonly kindOf: Int32Array;
  private readonly lowFen: Float64Array;
  private readonly skilled: Uint8Array;
  private readonly days = new Map<IsoDate, Int16Array>();
  private person: MatchPerson;
  private fresh: Int16Array;
  /** by skilled: what no skill gives, and what a post's gives to somebody who is not NO for it */
  private readonly skills = new Int32Array(2);
  private readonly wishes: Int32Array;

  constructor(private readonly posts: readonly IndexedPost[]) {
    const kinds = new Map<string, number>();
    this.kindOf = new Int32Array(posts.length);
    this.lowFen = Float64Array.from(posts, ({ post }) => post.wageLowFen);
    this.skilled = Uint8Array.from(posts, ({ post }) => Number(post.skills.length > 0));
    for (const [at, { post }] of posts.entries()) {
      if (!kinds.has(post.kind)) kinds.set(post.kind, kinds.size);
      this.kindOf[at] = kinds.get(post.kind) as number;
    }
    this.kinds = [...kinds.keys()];
    this.wishes = new Int32Array(this.kinds.length);
    this.skills[0] = skillPart(null, []);
  }

  /** Turns to a person; {@link of} speaks of him until the next call. */
  turnTo(person: MatchPerson, day: IsoDate): void {
    this.person = person;
    this.fresh = this.days.get(day) ?? this.onDay(day);
    // H-SKILL lets through whoever holds all of them, or of whom nobody knows.
    this.skills[1] = skillPart(person.skills && ANY_SKILL, ANY_SKILL);
    for (let kind = 0; kind < this.kinds.length; kind += 1)
      this.wishes[kind] = wishPart(person.wantedKinds, this.kinds[kind]);
  }

  /** The score of the post at a place, which is not NO. @param travel its part for the way */
  of(at: number, travel: number): number {
    return (
      this.skills[this.skilled[at]] +
      travel +
      wagePart(this.person.wantedWageFen, this.lowFen[at]) +
      HOURS_PART +
      this.wishes[this.kindOf[at]] +
      this.fresh[at]
    );
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

const ANY_SKILL = [''];

/** Keeps one more, and throws the oldest away when there are too many. */
export function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): V {
  if (kept.size >= most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  kept.set(key, value);
  return value;
}
