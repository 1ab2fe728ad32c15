import type { IsoDate } from '../calendar.js';

/** The text → its SHA-256 as 64 lower-case hex digits, over UTF-8. Handed in: rules hold no cryptography. */
export type Sha256 = (text: string) => string;

/** Limits of one round. The number of choices has none of its own: a cap would make truthful lists unsafe. */
export const ALLOCATION_LIMITS = { entrants: 4_000_000, posts: 200_000, seatsAPost: 100_000, tiers: 30 } as const;

/** Version of these rules; stands in every roster and certificate. */
export const ALLOCATION_RULES_VERSION = 'allocation-1';

/** Seats kept for holders of one recognised legal status while there are any. */
export interface SeatReserve {
  /** `DISABLED`: a status recognised by law, never a category or grade */
  status: string;
  /** of the post's seats, 0 … seats */
  seats: number;
  /** act and article */
  basis: string;
}

/** One step of a post's order (优先档): holders of the status stand before those of later steps, and before everybody else. */
export interface TierStep {
  status: string;
  basis: string;
}

/** A public-welfare post of a round. */
export interface AllocationPost {
  id: string;
  seats: number;
  /** one type a post; null: not admissible to any reserve */
  reserve: SeatReserve | null;
  tiers: readonly TierStep[];
  /** residents of this division (its first digits) stand first within a tier; null: no such preference */
  local: { division: string; basis: string } | null;
}

/** Somebody on the frozen roster. The ticket stands for the person everywhere; who it is stays with the office. */
export interface AllocationEntrant {
  /** letters, digits, `-`, `_`, `.` */
  ticket: string;
  /** recognised legal statuses on the day of the freeze */
  statuses: readonly string[];
  /** 12 digits, residence on the day of the freeze */
  divisionCode: string;
}

/** "At least 10 %" over all posts (`post.share.min`), as it was turned into reserved seats. */
export interface RegionFloor {
  status: string;
  /** exact, `1/10` */
  share: string;
  basis: string;
  /** the seats that the share is of, and the day on which they were counted */
  seats: number;
  countedOn: IsoDate;
}

/** What is announced and frozen before the draw. */
export interface AllocationRoster {
  roundId: string;
  /** version of these rules */
  rulesVersion: string;
  calendar: {
    announcedOn: IsoDate;
    frozenOn: IsoDate;
    drawnOn: IsoDate;
    /** the last day of choices */
    choicesUntil: IsoDate;
    /** from this day on contracts are signed, and nobody's place is moved any more */
    contractsFrom: IsoDate;
  };
  draw: {
    /** SHA-256 of the seed */
    commitment: string;
    /** the later public value, named in advance (a set public draw), and what stands in for it */
    source: string;
    fallback: string;
  };
  /** SHA-256 of the published simulation report: no report, no round */
  simulationHash: string;
  floor: RegionFloor | null;
  posts: readonly AllocationPost[];
  entrants: readonly AllocationEntrant[];
}

/** What came out on the day of the draw. */
export interface RevealedDraw {
  /** 64 hex digits */
  seed: string;
  value: string;
  /** which of the two announced values it is */
  valueFrom: 'SOURCE' | 'FALLBACK';
}

/** What is known when the lists are closed. */
export interface AllocationChoices {
  draw: RevealedDraw;
  /** one list a ticket, best first; entrants without a list take no part */
  lists: readonly { ticket: string; posts: readonly string[] }[];
  /** tickets that left before contracts opened; the draw stays as it was */
  left: readonly string[];
}

/** Where somebody stands at a post. Compared in this order, lower first, local before not. */
export interface Standing {
  /** 1 the first step … one more than there are steps */
  tier: number;
  /** false for everybody where the post has no local preference */
  local: boolean;
  /** drawn number, 1 … entrants */
  number: number;
}

/** Until where a set of seats was filled. Open while a seat is free; `last` is null where the post has no seat of the kind. */
export type CutOff = { closed: false } | { closed: true; last: Standing | null };

export type SeatKind = 'RESERVED' | 'OPEN';

/** One ticket's outcome. */
export interface AllocationPlace {
  ticket: string;
  number: number;
  post: string | null;
  kind: SeatKind | null;
  /** 1 the first choice */
  choice: number | null;
}

/** One post's outcome. */
export interface PostOutcome {
  post: string;
  reservedUsed: number;
  openUsed: number;
  reservedCutOff: CutOff;
  openCutOff: CutOff;
}

/** The outcome of a round; tickets and posts in ascending order. */
export interface Allocation {
  places: readonly AllocationPlace[];
  posts: readonly PostOutcome[];
  /** how many got their first, second … choice */
  byChoice: readonly number[];
  /** asked, did not leave, and got nothing */
  unplaced: number;
}
