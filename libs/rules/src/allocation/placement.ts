import type { AuditFindings } from './audit.js';
import { type Placement, SEAT_KINDS } from './columns.js';
import type { PreparedRound } from './prepare.js';
import type { Allocation, AllocationPlace, AllocationPost, CutOff, PostOutcome, SeatKind } from './round.js';
import { standingOf } from './standing.js';

const KINDS: Readonly<Record<number, SeatKind>> = { [SEAT_KINDS.RESERVED]: 'RESERVED', [SEAT_KINDS.OPEN]: 'OPEN' };

function placesOf(
  { entrants, posts, numbers, columns }: PreparedRound,
  { choice, kind }: Placement,
): AllocationPlace[] {
  return entrants.map(({ ticket }, person) => {
    const at = choice[person] as number;
    const won = at >= 0;
    return {
      ticket,
      number: numbers.get(ticket) as number,
      post: won ? (posts[columns.choicePost[at] as number] as AllocationPost).id : null,
      kind: KINDS[kind[person] as number] ?? null,
      choice: won ? at - (columns.choiceStart[person] as number) + 1 : null,
    };
  });
}

function postOutcomes({ posts, columns }: PreparedRound, found: AuditFindings): PostOutcome[] {
  const cutOff = (post: AllocationPost, key: number): CutOff => {
    if (key === Number.POSITIVE_INFINITY) return { closed: false };
    return { closed: true, last: key < 0 ? null : standingOf(post, key, columns.span) };
  };
  return posts.map((post, index) => ({
    post: post.id,
    reservedUsed: found.reservedUsed[index] as number,
    openUsed: found.openUsed[index] as number,
    reservedCutOff: cutOff(post, found.reservedCut[index] as number),
    openCutOff: cutOff(post, found.openCut[index] as number),
  }));
}

/** How many got their first, second … choice; without the empty end. */
function byChoiceOf(places: readonly AllocationPlace[]): number[] {
  const counts: number[] = [];
  for (const { choice } of places) if (choice !== null) counts[choice - 1] = (counts[choice - 1] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}

/** A placement in the words of tickets and posts. */
export function allocationOf(round: PreparedRound, placement: Placement, found: AuditFindings): Allocation {
  const places = placesOf(round, placement);
  const { choiceStart } = round.columns;
  const asked = places.filter((_, person) => choiceStart[person] !== choiceStart[person + 1]);
  return {
    places,
    posts: postOutcomes(round, found),
    byChoice: byChoiceOf(places),
    unplaced: asked.filter(({ post }) => post === null).length,
  };
}

/** The places of an earlier outcome, as columns of this round. */
export function placementOf(
  { posts, entrants, columns }: PreparedRound,
  places: readonly AllocationPlace[],
): Placement {
  const choice = new Int32Array(entrants.length).fill(-1);
  const kind = new Uint8Array(entrants.length);
  places.forEach((place, person) => {
    if (place.post === null || place.kind === null) return;
    const start = columns.choiceStart[person] as number;
    const end = columns.choiceStart[person + 1] as number;
    for (let at = start; at < end; at += 1)
      if (posts[columns.choicePost[at] as number]?.id === place.post) choice[person] = at;
    kind[person] = SEAT_KINDS[place.kind];
  });
  return { choice, kind };
}
