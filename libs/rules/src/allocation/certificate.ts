import { auditPlacement } from './audit.js';
import { byText, canonicalJson } from './canonical.js';
import { floorSeats } from './floor.js';
import { placementOf } from './placement.js';
import type { PreparedRound } from './prepare.js';
import type {
  Allocation,
  AllocationChoices,
  AllocationPlace,
  AllocationPost,
  AllocationRoster,
  PostOutcome,
  RegionFloor,
  RevealedDraw,
  Sha256,
} from './round.js';

/** Names the shape of a certificate; a change of it is another number. */
export const CERTIFICATE_FORMAT = 'tongxing.allocation.1';

/** 分配证书: what a round came to, for everybody to check. Holds no ticket. */
export interface AllocationCertificate {
  format: typeof CERTIFICATE_FORMAT;
  roundId: string;
  rulesVersion: string;
  calendar: AllocationRoster['calendar'];
  simulationHash: string;
  draw: AllocationRoster['draw'] & RevealedDraw;
  /** the tickets drawn: how many, and the hash of their list */
  tickets: { count: number; hash: string };
  /** the share that was reserved, how many seats that is, and how many seats holders of the status got in the end */
  floor: (RegionFloor & { required: number; placed: number }) | null;
  /** by id, each with what was announced of it */
  posts: readonly (AllocationPost & Omit<PostOutcome, 'post'> & { reservedUnfilled: number })[];
  byChoice: readonly number[];
  unplaced: number;
  left: number;
  justifiedEnvy: number;
  waste: number;
  rosterHash: string;
  choicesHash: string;
  resultHash: string;
  /** of everything above */
  hash: string;
}

/** What an auditor gets: with every list, by ticket. */
export interface AuditorFile {
  certificate: AllocationCertificate;
  roster: AllocationRoster;
  choices: AllocationChoices;
  places: readonly AllocationPlace[];
}

/** What everybody gets: enough to draw again, and with the own list to check the own place. */
export interface PublicFile {
  certificate: AllocationCertificate;
  tickets: readonly string[];
}

/** The roster in its one order; its hash is published at the freeze. */
export const canonicalRoster = ({ roster, entrants, posts }: Pick<PreparedRound, 'roster' | 'entrants' | 'posts'>) => ({
  ...roster,
  posts,
  entrants: entrants.map((entrant) => ({ ...entrant, statuses: [...entrant.statuses].sort() })),
});

/** The closed lists in their one order; their hash is published at the close. */
export const canonicalChoices = ({ choices }: Pick<PreparedRound, 'choices'>): AllocationChoices => ({
  ...choices,
  lists: choices.lists.filter(({ posts }) => posts.length > 0).sort((one, other) => byText(one.ticket, other.ticket)),
  left: [...choices.left].sort(),
});

const ticketsOf = ({ entrants }: PreparedRound): string[] => entrants.map(({ ticket }) => ticket);

/**
 * The certificate of a run.
 *
 * @param allocation what {@link runRound} gave for this round, before anybody left after contracts opened
 * @throws Error when anybody is passed over in it, or a wanted seat is empty: such an outcome gets none
 */
export function certify(round: PreparedRound, allocation: Allocation, sha256: Sha256): AllocationCertificate {
  const { roster, choices, entrants, posts, columns } = round;
  const found = auditPlacement(columns, placementOf(round, allocation.places));
  if (found.overfilled + found.misreserved + found.envy + found.waste > 0)
    throw new Error(`CERTIFICATE_UNSOUND envy ${found.envy}, waste ${found.waste}, overfilled ${found.overfilled}`);
  const hashOf = (value: unknown): string => sha256(canonicalJson(value));
  const { floor } = roster;
  const placed = (status: string): number =>
    allocation.places.filter(({ post }, person) => post !== null && entrants[person]?.statuses.includes(status)).length;
  const body = {
    format: CERTIFICATE_FORMAT,
    roundId: roster.roundId,
    rulesVersion: roster.rulesVersion,
    calendar: roster.calendar,
    simulationHash: roster.simulationHash,
    draw: { ...roster.draw, ...choices.draw },
    tickets: { count: entrants.length, hash: hashOf(ticketsOf(round)) },
    floor: floor === null ? null : { ...floor, required: floorSeats(floor), placed: placed(floor.status) },
    posts: posts.map((post, index) => {
      const { post: _, ...outcome } = allocation.posts[index] as PostOutcome;
      return { ...post, ...outcome, reservedUnfilled: (post.reserve?.seats ?? 0) - outcome.reservedUsed };
    }),
    byChoice: allocation.byChoice,
    unplaced: allocation.unplaced,
    left: choices.left.length,
    justifiedEnvy: found.envy,
    waste: found.waste,
    rosterHash: hashOf(canonicalRoster(round)),
    choicesHash: hashOf(canonicalChoices(round)),
    resultHash: hashOf(allocation.places),
  } as const;
  return { ...body, hash: hashOf(body) };
}

/** The bytes for the auditor, as text. */
export const auditorFileText = (
  round: PreparedRound,
  allocation: Allocation,
  certificate: AllocationCertificate,
): string => {
  const file: AuditorFile = {
    certificate,
    roster: canonicalRoster(round),
    choices: canonicalChoices(round),
    places: allocation.places,
  };
  return canonicalJson(file);
};

/** The bytes for everybody, as text. */
export const publicFileText = (round: PreparedRound, certificate: AllocationCertificate): string => {
  const file: PublicFile = { certificate, tickets: ticketsOf(round) };
  return canonicalJson(file);
};
