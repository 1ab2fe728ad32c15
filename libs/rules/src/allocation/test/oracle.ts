import type { RoundColumns } from '../../index.js';

/** Somebody's claim to a post, by the definition in the design. */
export interface Claim {
  person: number;
  key: number;
  eligible: boolean;
}

/** Person → own list as posts with claims. */
export function listOf(columns: RoundColumns, person: number): (Claim & { post: number; at: number })[] {
  const list = [];
  for (let at = columns.choiceStart[person] as number; at < (columns.choiceStart[person + 1] as number); at += 1) {
    const mark = columns.choiceMark[at] as number;
    const key = Math.floor(mark / 2) * columns.span + (columns.drawRank[person] as number);
    list.push({ person, at, post: columns.choicePost[at] as number, key, eligible: mark % 2 === 1 });
  }
  return list;
}

/** The post's best set: reserved seats to the best eligible, everything else to the best of the rest. */
export function choose<T extends Claim>({ seats, reserved }: RoundColumns, post: number, claims: readonly T[]) {
  const sorted = [...claims].sort((one, other) => one.key - other.key);
  const kept = sorted.filter(({ eligible }) => eligible).slice(0, reserved[post]);
  const open = sorted.filter((claim) => !kept.includes(claim)).slice(0, (seats[post] as number) - kept.length);
  return { kept, open, all: [...kept, ...open] };
}

/** Deferred acceptance as in a textbook: all free people ask at once, every post sorts whom it has and who asks. Kinds as in the engine. */
export function textbook(columns: RoundColumns): { choice: number[]; kind: number[] } {
  const lists = Array.from({ length: columns.people }, (_, person) => listOf(columns, person));
  const asked = lists.map(() => 0);
  let held: ReturnType<typeof listOf>[] = Array.from(columns.seats, () => []);
  for (;;) {
    const seated = new Set(held.flat().map(({ person }) => person));
    const asking = lists.flatMap((list, person) => {
      const claim = seated.has(person) ? undefined : list[asked[person] as number];
      return claim === undefined ? [] : [claim];
    });
    if (asking.length === 0) break;
    for (const { person } of asking) asked[person] = (asked[person] as number) + 1;
    held = held.map(
      (claims, post) => choose(columns, post, [...claims, ...asking.filter((one) => one.post === post)]).all,
    );
  }
  const choice = lists.map(() => -1);
  const kind = lists.map(() => 0);
  held.forEach((claims, post) => {
    const { kept, open } = choose(columns, post, claims);
    for (const { person, at } of kept) [choice[person], kind[person]] = [at, 1];
    for (const { person, at } of open) [choice[person], kind[person]] = [at, 2];
  });
  return { choice, kind };
}

/** Who has a claim to a post listed above the own place that the post would honour; and posts that would not keep whom they have. */
export function blocks(columns: RoundColumns, choice: ArrayLike<number>): string[] {
  const found: string[] = [];
  const lists = Array.from({ length: columns.people }, (_, person) => listOf(columns, person));
  const held: Claim[][] = Array.from(columns.seats, () => []);
  lists.forEach((list, person) => {
    const place = list.find(({ at }) => at === choice[person]);
    if (place) held[place.post]?.push(place);
    else if (choice[person] !== -1) found.push(`${person} is not on the own list`);
  });
  held.forEach((claims, post) => {
    if (choose(columns, post, claims).all.length < claims.length) found.push(`post ${post} is too full`);
  });
  lists.forEach((list, person) => {
    for (const claim of list) {
      if (claim.at === choice[person]) break;
      const { all } = choose(columns, claim.post, [...(held[claim.post] ?? []), claim]);
      if (all.some((one) => one.person === person)) found.push(`${person} is passed over at post ${claim.post}`);
    }
  });
  return found;
}

/** All placements, tried one by one: the stable one that everybody likes best. For at most 6 people. */
export function exhaustive(columns: RoundColumns): number[] {
  const lists = Array.from({ length: columns.people }, (_, person) => listOf(columns, person));
  const stable: number[][] = [];
  const choice = lists.map(() => -1);
  const filled = Array.from(columns.seats, () => 0);
  const walk = (person: number): void => {
    if (person === lists.length) {
      if (blocks(columns, choice).length === 0) stable.push([...choice]);
      return;
    }
    for (const { at, post } of lists[person] ?? []) {
      if ((filled[post] as number) >= (columns.seats[post] as number)) continue;
      filled[post] = (filled[post] as number) + 1;
      choice[person] = at;
      walk(person + 1);
      filled[post] = (filled[post] as number) - 1;
    }
    choice[person] = -1;
    walk(person + 1);
  };
  walk(0);
  const asGood = (one: number, other: number): boolean => one === other || (one >= 0 && (other < 0 || one < other));
  const best = stable.filter((one) =>
    stable.every((other) => one.every((at, person) => asGood(at, other[person] as number))),
  );
  if (best.length !== 1) throw new Error(`${best.length} best of ${stable.length} stable placements`);
  return best[0] as number[];
}

/** The number of lists there are over a few posts, every order and length. */
export function allLists(posts: readonly number[]): number[][] {
  return [
    [],
    ...posts.flatMap((post) => allLists(posts.filter((other) => other !== post)).map((rest) => [post, ...rest])),
  ];
}
