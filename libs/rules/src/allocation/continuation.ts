import type { IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import { auditPlacement } from './audit.js';
import { byText, canonicalJson } from './canonical.js';
import type { AllocationCertificate } from './certificate.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { allocationOf, placementOf } from './placement.js';
import { columnsOf, type PreparedRound } from './prepare.js';
import type { AllocationEntrant, AllocationPlace, AllocationPost, PostOutcome, Sha256 } from './round.js';
import { bandOf, isReserveEligible, priorityKey } from './standing.js';

/** Names the shape of a continuation's certificate; a change of it is another number. */
export const CONTINUATION_FORMAT = 'tongxing.allocation-continuation.1';

/** How a round stands after its run, or after a continuation. Tickets ascending in every list. */
export interface RoundStand {
  places: readonly AllocationPlace[];
  /** said no, gave a seat back, were released, or do not wait any more */
  left: readonly string[];
  /** have a seat that is not touched */
  held: readonly string[];
  /** of the held, those who would have moved up, and stay because they said yes: they ask for nothing above their seat any more */
  stayed: readonly string[];
}

/** A continuation's outcome of a post: cut-offs are of the seats that were not held. */
export interface ContinuedPost extends PostOutcome {
  seats: number;
  /** seats that are held, and those of them that count as reserved */
  held: number;
  reservedHeld: number;
  /** reserved seats that were not held */
  reserved: number;
}

export interface ContinuedRound {
  stand: RoundStand;
  posts: readonly ContinuedPost[];
}

/** 接续证书: one link of the chain that begins with the round's certificate. Holds no ticket. */
export interface ContinuationCertificate {
  format: typeof CONTINUATION_FORMAT;
  roundId: string;
  /** 1 the first continuation */
  serial: number;
  on: IsoDate;
  /** contracts were open: nobody who had a seat was moved, accepted or not */
  contractsOpen: boolean;
  /** the hash of the certificate before it */
  previousHash: string;
  posts: readonly ContinuedPost[];
  left: number;
  held: number;
  stayed: number;
  /** people whose post is another one than before, or who had none */
  moved: number;
  /** people who listed something, did not leave, and have no seat */
  waiting: number;
  justifiedEnvy: number;
  waste: number;
  /** of the stand that the auditor gets */
  standHash: string;
  hash: string;
}

/** How a round stands right after its run. */
export const standAfterRun = ({ choices }: PreparedRound, places: readonly AllocationPlace[]): RoundStand => ({
  places,
  left: [...choices.left].sort(byText),
  held: [],
  stayed: [],
});

const listsOf = ({ choices }: PreparedRound): ReadonlyMap<string, readonly string[]> =>
  new Map(choices.lists.map(({ ticket, posts }) => [ticket, posts]));

/** By post, how many seats are held and how many of their holders are eligible for its reserve. */
function heldSeats({ posts, entrants }: PreparedRound, places: readonly AllocationPlace[], held: ReadonlySet<string>) {
  const seats = new Map(posts.map((post) => [post.id, { post, taken: 0, eligible: 0 }]));
  places.forEach(({ ticket, post }, person) => {
    const at = post === null || !held.has(ticket) ? undefined : seats.get(post);
    if (at === undefined) return;
    at.taken += 1;
    at.eligible += Number(isReserveEligible(at.post, entrants[person] as AllocationEntrant));
  });
  return [...seats.values()];
}

/** The round over the seats that are not held: who left asks for nothing, who is held for what stands above the own seat. */
function restOf(
  round: PreparedRound,
  { places, left, held, stayed }: RoundStand,
): { rest: PreparedRound; heldAt: { post: AllocationPost; held: number; reservedHeld: number }[] } {
  const [kept, still] = [new Set(held), new Set(stayed)];
  const lists = listsOf(round);
  const heldAt = heldSeats(round, places, kept).map(({ post, taken, eligible }) => ({
    post,
    held: taken,
    reservedHeld: Math.min(post.reserve?.seats ?? 0, eligible),
  }));
  const posts = heldAt.map(({ post, held: taken, reservedHeld }): AllocationPost => {
    const seats = post.seats - taken;
    const { reserve } = post;
    // Seats kept for a status are open while nobody of it asks: those who are not of it may hold them all.
    const left = reserve === null ? 0 : Math.min(reserve.seats - reservedHeld, seats);
    return { ...post, seats, reserve: reserve === null ? null : { ...reserve, seats: left } };
  });
  const asked = places.map(({ ticket, choice }) => {
    const list = lists.get(ticket) ?? [];
    if (still.has(ticket)) return { ticket, posts: [] };
    return { ticket, posts: kept.has(ticket) ? list.slice(0, (choice as number) - 1) : list };
  });
  const choices = { ...round.choices, lists: asked, left: [...left] };
  const columns = columnsOf(round.entrants, posts, choices, round.numbers);
  return { rest: { ...round, posts, choices, columns }, heldAt };
}

/** The kinds of the held seats anew: the best eligible sit in the reserved ones. */
function withKinds(
  round: PreparedRound,
  places: readonly AllocationPlace[],
  held: ReadonlySet<string>,
): AllocationPlace[] {
  const reserved = new Set<string>();
  for (const post of round.posts) {
    const eligible = places.flatMap(({ ticket, post: at, number }, person) => {
      const entrant = round.entrants[person] as AllocationEntrant;
      if (at !== post.id || !held.has(ticket) || !isReserveEligible(post, entrant)) return [];
      return [{ ticket, key: priorityKey(bandOf(post, entrant), number, round.columns.span) }];
    });
    eligible.sort((one, other) => one.key - other.key);
    for (const { ticket } of eligible.slice(0, post.reserve?.seats ?? 0)) reserved.add(ticket);
  }
  return places.map((place) =>
    place.post !== null && held.has(place.ticket)
      ? { ...place, kind: reserved.has(place.ticket) ? 'RESERVED' : 'OPEN' }
      : place,
  );
}

/**
 * 接着分配: seats that were given back go on to those who still wait, by the frozen draw, order and lists. Seats that were accepted are held; from
 * the first day of contracts on so is every seat that somebody has.
 *
 * The run is the round's own over the seats that are not held. Somebody held goes on asking for what stands above his seat, so that nobody worse
 * placed slips in before him; where he would get it, he stays all the same, and asks no more. So nobody who waits fares worse than before, nobody
 * held is moved, and where nobody left nothing changes.
 *
 * @param former how the round stood
 * @param left everybody who is out by now, with those who were before
 * @param accepted who said yes to the seat that {@link former} gave
 * @throws RuleRefusal VALIDATION for a ticket not on the roster, somebody who is back, or an acceptance without a seat
 * @throws Error when the audit finds anything: a mistake of ours
 */
export function continueRound(
  round: PreparedRound,
  former: RoundStand,
  { left, accepted, on }: { left: readonly string[]; accepted: readonly string[]; on: IsoDate },
): ContinuedRound {
  const known = new Set(round.entrants.map(({ ticket }) => ticket));
  const gone = new Set(left);
  const yes = new Set(accepted);
  if (![...gone, ...yes].every((ticket) => known.has(ticket)))
    throw new RuleRefusal('VALIDATION', 'ticket', on, '有票号不在名册上。');
  if (!former.left.every((ticket) => gone.has(ticket)))
    throw new RuleRefusal('VALIDATION', 'left', on, '退出的人不能再回到这一轮。');
  const seated = former.places.filter(({ post, ticket }) => post !== null && !gone.has(ticket));
  if ([...yes].some((ticket) => !seated.some((place) => place.ticket === ticket)))
    throw new RuleRefusal('VALIDATION', 'accepted', on, '有人答应了，却没有名额。');
  const open = on >= round.roster.calendar.contractsFrom;
  const held = seated.filter(({ ticket }) => open || yes.has(ticket)).map(({ ticket }) => ticket);
  const keeps = new Set(held);
  const { places } = former;
  const stand: RoundStand = {
    places,
    left: [...gone].sort(byText),
    held,
    stayed: former.stayed.filter((ticket) => keeps.has(ticket)),
  };
  for (;;) {
    const { rest, heldAt } = restOf(round, stand);
    const placement = deferredAcceptance(rest.columns);
    const stays = places
      .filter(({ ticket }, person) => keeps.has(ticket) && (placement.choice[person] as number) >= 0)
      .map(({ ticket }) => ticket);
    if (stays.length > 0) {
      stand.stayed = [...stand.stayed, ...stays].sort(byText);
      continue;
    }
    const found = auditPlacement(rest.columns, placement);
    if (found.overfilled + found.misreserved + found.envy + found.waste > 0)
      throw new Error(`CONTINUATION_UNSOUND envy ${found.envy}, waste ${found.waste}, overfilled ${found.overfilled}`);
    const result = allocationOf(rest, placement, found);
    const merged = result.places.map((place, person) =>
      keeps.has(place.ticket) ? (places[person] as AllocationPlace) : place,
    );
    return {
      stand: { ...stand, places: withKinds(round, merged, keeps) },
      posts: result.posts.map((outcome, index) => {
        const { post, held: taken, reservedHeld } = heldAt[index] as (typeof heldAt)[number];
        const reserved = rest.posts[index]?.reserve?.seats ?? 0;
        return { ...outcome, seats: post.seats, held: taken, reservedHeld, reserved };
      }),
    };
  }
}

/** What the auditor gets of a continuation. */
export const canonicalStand = ({ places, left, held, stayed }: RoundStand): RoundStand => ({
  places,
  left,
  held,
  stayed,
});

/**
 * The certificate of a continuation.
 *
 * @param former how the round stood before it, and the certificate of that
 * @throws Error when somebody held was moved, or anybody who waits is passed over: such an outcome gets none
 */
export function certifyContinuation(
  round: PreparedRound,
  former: { stand: RoundStand; certificate: Pick<AllocationCertificate | ContinuationCertificate, 'hash'> },
  { stand, posts }: ContinuedRound,
  { serial, on }: { serial: number; on: IsoDate },
  sha256: Sha256,
): ContinuationCertificate {
  const before = new Map(former.stand.places.map((place) => [place.ticket, place]));
  const { rest } = restOf(round, stand);
  const kept = new Set(stand.held);
  const moved = stand.places.filter(({ ticket, post }) => post !== null && before.get(ticket)?.post !== post);
  if (moved.some(({ ticket }) => kept.has(ticket))) throw new Error('CONTINUATION_UNSOUND a held seat was moved');
  const waitingPlaces = stand.places.map((place) =>
    kept.has(place.ticket) ? { ...place, post: null, kind: null, choice: null } : place,
  );
  const found = auditPlacement(rest.columns, placementOf(rest, waitingPlaces));
  if (found.overfilled + found.misreserved + found.envy + found.waste > 0)
    throw new Error(`CONTINUATION_UNSOUND envy ${found.envy}, waste ${found.waste}, overfilled ${found.overfilled}`);
  const gone = new Set(stand.left);
  const lists = listsOf(round);
  const body = {
    format: CONTINUATION_FORMAT,
    roundId: round.roster.roundId,
    serial,
    on,
    contractsOpen: on >= round.roster.calendar.contractsFrom,
    previousHash: former.certificate.hash,
    posts,
    left: stand.left.length,
    held: stand.held.length,
    stayed: stand.stayed.length,
    moved: moved.length,
    waiting: stand.places.filter(
      ({ ticket, post }) => post === null && !gone.has(ticket) && (lists.get(ticket) ?? []).length > 0,
    ).length,
    justifiedEnvy: found.envy,
    waste: found.waste,
    standHash: sha256(canonicalJson(canonicalStand(stand))),
  } as const;
  return { ...body, hash: sha256(canonicalJson(body)) };
}

/**
 * 候补: how many of those who still wait stand before somebody at each post of the own list above the own seat. Whoever sits in a held seat waits
 * for nothing.
 */
export function aheadOf(
  round: PreparedRound,
  { places, left, held }: RoundStand,
  ticket: string,
): { post: string; ahead: number }[] {
  const lists = listsOf(round);
  const [gone, kept] = [new Set(left), new Set(held)];
  const wantedBy = ({ ticket: whose, choice }: AllocationPlace): readonly string[] =>
    gone.has(whose) || kept.has(whose)
      ? []
      : (lists.get(whose) ?? []).slice(0, choice === null ? undefined : choice - 1);
  const keyAt = (person: number, post: AllocationPost): number =>
    priorityKey(
      bandOf(post, round.entrants[person] as AllocationEntrant),
      (places[person] as AllocationPlace).number,
      round.columns.span,
    );
  const own = places.findIndex((place) => place.ticket === ticket);
  if (own < 0) return [];
  return wantedBy(places[own] as AllocationPlace).map((id) => {
    const post = round.posts.find((one) => one.id === id) as AllocationPost;
    const key = keyAt(own, post);
    const ahead = places.filter((place, person) => wantedBy(place).includes(id) && keyAt(person, post) < key).length;
    return { post: id, ahead };
  });
}
