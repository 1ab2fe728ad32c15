const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const TWO_TO_32 = 4_294_967_296;

/** FNV-1a over the characters, finished so that near texts give far seeds. */
function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Chance that repeats: the same seed gives the same numbers on every machine (mulberry32). For made-up data only, never for secrets.
 *
 * Each part of the generator draws from a stream of its own (`fork`), so that a change in one part leaves the others as they were.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = hashOf(seed);
  }

  /** An independent stream named by what it is for. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** 0 ≤ x < 1 */
  float(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  }

  /** A whole number between the two, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.float() * (high - low + 1));
  }

  /** True in this share of cases. */
  chance(share: number): boolean {
    return this.float() < share;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.int(0, list.length - 1)] as T;
  }

  /** One of several by weight; weights need no common sum. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    const sum = choices.reduce((all, [, weight]) => all + weight, 0);
    let at = this.float() * sum;
    for (const [choice, weight] of choices) {
      at -= weight;
      if (at < 0) return choice;
    }
    return (choices.at(-1) as (typeof choices)[number])[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  }

  /** So many different ones, in a mixed order; all of them when there are fewer. */
  some<T>(list: readonly T[], count: number): T[] {
    return this.shuffled(list).slice(0, count);
  }
}
