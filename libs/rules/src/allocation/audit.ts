import type { Placement, RoundColumns } from './columns.js';
import { SEAT_KINDS } from './columns.js';

/** What a look at a finished placement finds; every count is 0 after a run. */
export interface AuditFindings {
  /** posts with more people than seats, or more in reserved seats than are reserved */
  overfilled: number;
  /** posts whose reserved seats hold somebody not eligible, or not the best of the eligible, or fewer than they could */
  misreserved: number;
  /** 有理由的嫉妒: pairs of a person and a post listed above the own place that would have taken that person for somebody it has */
  envy: number;
  /** pairs of a person and a post listed above the own place that has a free seat */
  waste: number;
  reservedUsed: Int32Array;
  openUsed: Int32Array;
  /** highest key in a full set of seats; Infinity while a seat is free; −1 where there is no seat of the kind */
  reservedCut: Float64Array;
  openCut: Float64Array;
}

const FREE = Number.POSITIVE_INFINITY;

/**
 * Looks a placement over without running it again: from who sits where follow the cut-offs, from them whether anybody is passed over.
 *
 * @param placement of {@link RoundColumns.people} people; an entry outside the person's own list counts as overfilled
 */
export function auditPlacement(columns: RoundColumns, { choice, kind }: Placement): AuditFindings {
  const { people, seats, reserved, choiceStart, choicePost, choiceMark, drawRank, span } = columns;
  const posts = seats.length;
  const reservedUsed = new Int32Array(posts);
  const openUsed = new Int32Array(posts);
  const reservedCut = new Float64Array(posts).fill(-1);
  const openCut = new Float64Array(posts).fill(-1);
  const bestEligibleInOpen = new Float64Array(posts).fill(FREE);
  const wrong = new Uint8Array(posts);
  let overfilled = 0;
  for (let person = 0; person < people; person += 1) {
    const at = choice[person];
    if (at < 0) continue;
    if (at < choiceStart[person] || at >= choiceStart[person + 1]) {
      overfilled += 1;
      continue;
    }
    const post = choicePost[at];
    const mark = choiceMark[at];
    const key = (mark >> 1) * span + drawRank[person];
    const eligible = (mark & 1) === 1;
    if (kind[person] === SEAT_KINDS.RESERVED) {
      reservedUsed[post] += 1;
      if (key > reservedCut[post]) reservedCut[post] = key;
      if (!eligible) wrong[post] = 1;
    } else {
      openUsed[post] += 1;
      if (key > openCut[post]) openCut[post] = key;
      if (eligible && key < bestEligibleInOpen[post]) bestEligibleInOpen[post] = key;
    }
  }
  let misreserved = 0;
  for (let post = 0; post < posts; post += 1) {
    const full = reservedUsed[post] === reserved[post];
    if (reservedUsed[post] > reserved[post] || reservedUsed[post] + openUsed[post] > seats[post]) overfilled += 1;
    // The best eligible sit in the reserved seats, and none sits elsewhere while one is free.
    if (wrong[post] === 1 || bestEligibleInOpen[post] < (full ? reservedCut[post] : FREE)) misreserved += 1;
    if (!full) reservedCut[post] = FREE;
    if (openUsed[post] < seats[post] - reservedUsed[post]) openCut[post] = FREE;
  }
  // What a key must be below to be let in, side by side: without the reserve's status, and with it. One look, no branch on eligibility.
  const limits = new Float64Array(2 * posts);
  for (let post = 0; post < posts; post += 1) {
    limits[2 * post] = openCut[post];
    limits[2 * post + 1] = Math.max(openCut[post], reservedCut[post]);
  }
  let envy = 0;
  let waste = 0;
  for (let person = 0; person < people; person += 1) {
    const start = choiceStart[person];
    const end = choice[person] < 0 ? choiceStart[person + 1] : choice[person];
    const rank = drawRank[person];
    for (let at = start; at < end; at += 1) {
      const post = choicePost[at];
      const mark = choiceMark[at];
      if ((mark >> 1) * span + rank >= limits[2 * post + (mark & 1)]) continue;
      if (reservedUsed[post] + openUsed[post] < seats[post]) waste += 1;
      else envy += 1;
    }
  }
  return { overfilled, misreserved, envy, waste, reservedUsed, openUsed, reservedCut, openCut };
}
