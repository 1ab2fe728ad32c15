import type { Placement, RoundColumns } from './columns.js';

/** Nobody was bumped: the offer ends here. */
const NOBODY = -1;

/**
 * 延迟接受 with soft reserves, the seekers proposing: every person asks down the own list, a post keeps its best set, the bumped go on.
 *
 * A post fills its reserved seats with the best reserve-eligible; everybody else competes for the open ones, and a reserved seat that no
 * eligible person takes is open. The result is the one stable placement that is best for every person at once, whatever the order of asking.
 *
 * Two max-heaps a post, of reserved and of open seats, the worst holder on top, keys and people side by side: an index hop in between costs
 * four times the run.
 *
 * @param columns see {@link RoundColumns}; not checked here
 * @returns per person the entry of the own list that was won (−1 none) and the kind of seat
 */
export function deferredAcceptance(columns: RoundColumns): Placement {
  const { people, seats, reserved, choiceStart, choicePost, choiceMark, drawRank, span } = columns;
  const posts = seats.length;
  // Slots of a post: its reserved seats, then as many as all its seats, for reserved ones that nobody eligible takes are open.
  const reservedBase = new Int32Array(posts);
  const openBase = new Int32Array(posts);
  let slots = 0;
  for (let post = 0; post < posts; post += 1) {
    reservedBase[post] = slots;
    openBase[post] = slots + reserved[post];
    slots += reserved[post] + seats[post];
  }
  const keys = new Float64Array(slots);
  const holders = new Int32Array(slots);
  const reservedUsed = new Int32Array(posts);
  const openUsed = new Int32Array(posts);
  // What a newcomer must be below: everybody while a seat is free, nobody where there is none.
  const reservedLimit = new Float64Array(posts);
  const openLimit = new Float64Array(posts);
  for (let post = 0; post < posts; post += 1) {
    reservedLimit[post] = reserved[post] > 0 ? Number.POSITIVE_INFINITY : -1;
    openLimit[post] = seats[post] > 0 ? Number.POSITIVE_INFINITY : -1;
  }
  const next = choiceStart.slice();

  /** Adds at the end and lifts what is worse above what is better. */
  const push = (base: number, size: number, key: number, person: number): void => {
    let at = size;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[base + parent] >= key) break;
      keys[base + at] = keys[base + parent];
      holders[base + at] = holders[base + parent];
      at = parent;
    }
    keys[base + at] = key;
    holders[base + at] = person;
  };

  /** Puts a holder in place of the worst one and lets it sink below whoever is worse. */
  const replaceTop = (base: number, size: number, key: number, person: number): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[base + child + 1] > keys[base + child]) child += 1;
      if (keys[base + child] <= key) break;
      keys[base + at] = keys[base + child];
      holders[base + at] = holders[base + child];
      at = child;
    }
    keys[base + at] = key;
    holders[base + at] = person;
  };

  /** Offers a seat to somebody who is below the limit of open seats. @returns who is bumped */
  const takeOpen = (post: number, key: number, person: number): number => {
    const base = openBase[post];
    const room = seats[post] - reservedUsed[post];
    const used = openUsed[post];
    if (used < room) {
      push(base, used, key, person);
      openUsed[post] = used + 1;
      if (used + 1 === room) openLimit[post] = keys[base];
      return NOBODY;
    }
    const bumped = holders[base];
    replaceTop(base, used, key, person);
    openLimit[post] = keys[base];
    return bumped;
  };

  /** A reserved seat came into use: one open seat less, and its worst holder goes. @returns who is bumped */
  const closeOneOpen = (post: number): number => {
    const base = openBase[post];
    const room = seats[post] - reservedUsed[post];
    const used = openUsed[post];
    if (used < room) return NOBODY;
    let bumped = NOBODY;
    if (used > room) {
      bumped = holders[base];
      openUsed[post] = used - 1;
      replaceTop(base, used - 1, keys[base + used - 1], holders[base + used - 1]);
    }
    openLimit[post] = room > 0 ? keys[base] : -1;
    return bumped;
  };

  /** Offers a reserved seat to somebody eligible who is below its limit. @returns who is bumped from the post */
  const takeReserved = (post: number, key: number, person: number): number => {
    const base = reservedBase[post];
    const used = reservedUsed[post];
    if (used < reserved[post]) {
      push(base, used, key, person);
      reservedUsed[post] = used + 1;
      if (used + 1 === reserved[post]) reservedLimit[post] = keys[base];
      return closeOneOpen(post);
    }
    const bumpedKey = keys[base];
    const bumped = holders[base];
    replaceTop(base, used, key, person);
    reservedLimit[post] = keys[base];
    return bumpedKey < openLimit[post] ? takeOpen(post, bumpedKey, bumped) : bumped;
  };

  for (let first = 0; first < people; first += 1) {
    let person = first;
    while (person !== NOBODY) {
      const end = choiceStart[person + 1];
      const rank = drawRank[person];
      let bumped = NOBODY;
      let at = next[person];
      for (; at < end; at += 1) {
        const post = choicePost[at];
        const mark = choiceMark[at];
        const key = (mark >> 1) * span + rank;
        if ((mark & 1) === 1 && key < reservedLimit[post]) {
          bumped = takeReserved(post, key, person);
          break;
        }
        if (key < openLimit[post]) {
          bumped = takeOpen(post, key, person);
          break;
        }
      }
      next[person] = at + 1;
      person = bumped;
    }
  }

  const choice = new Int32Array(people).fill(-1);
  const kind = new Uint8Array(people);
  for (let post = 0; post < posts; post += 1) {
    for (let at = 0; at < reservedUsed[post]; at += 1) {
      const person = holders[reservedBase[post] + at];
      choice[person] = next[person] - 1;
      kind[person] = 1;
    }
    for (let at = 0; at < openUsed[post]; at += 1) {
      const person = holders[openBase[post] + at];
      choice[person] = next[person] - 1;
      kind[person] = 2;
    }
  }
  return { choice, kind };
}
