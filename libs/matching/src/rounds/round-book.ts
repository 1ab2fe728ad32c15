import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { sha256Hex } from '@tongxing/platform';
import {
  type AllocationCertificate,
  type AllocationChoices,
  type AllocationPlace,
  type AllocationPost,
  type AllocationRoster,
  byText,
  canonicalChoices,
  canonicalJson,
  canonicalRoster,
  type RevealedDraw,
} from '@tongxing/rules';
import { type AllocationRound, RoundChoice, RoundEntrant, RoundPost, RoundResult } from './round.entity.js';

/** A report's hash that stands in while there is none: the roster is looked over before there can be one. */
const NO_REPORT = '0'.repeat(64);

/** A round as the rules take it, from its rows. */
@Injectable()
export class RoundBook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By post id. */
  async posts(roundId: string): Promise<RoundPost[]> {
    const rows = await this.unitOfWork.manager.findBy(RoundPost, { roundId });
    return rows.sort((one, other) => byText(one.postId, other.postId));
  }

  /** By ticket. */
  async entrants(roundId: string): Promise<RoundEntrant[]> {
    const rows = await this.unitOfWork.manager.findBy(RoundEntrant, { roundId });
    return rows.sort((one, other) => byText(one.ticket, other.ticket));
  }

  async roster(round: AllocationRound): Promise<AllocationRoster> {
    return rosterOf(round, await this.posts(round.id), await this.entrants(round.id));
  }

  /** Lists as they stand; nobody has left. */
  async choices(round: AllocationRound, entrants: readonly RoundEntrant[]): Promise<AllocationChoices> {
    const rows = await this.unitOfWork.manager.find(RoundChoice, {
      where: { roundId: round.id },
      order: { entrantId: 'ASC', choice: 'ASC' },
    });
    const lists = new Map<string, string[]>();
    for (const { entrantId, postId } of rows) lists.set(entrantId, [...(lists.get(entrantId) ?? []), postId]);
    return {
      draw: drawOf(round),
      lists: entrants.map(({ id, ticket }) => ({ ticket, posts: lists.get(id) ?? [] })),
      left: [],
    };
  }

  /** By ticket. */
  async places(entrants: readonly RoundEntrant[], roundId: string): Promise<AllocationPlace[]> {
    const rows = await this.unitOfWork.manager.findBy(RoundResult, { roundId });
    const byEntrant = new Map(rows.map((row) => [row.entrantId, row]));
    return entrants.map(({ id, ticket, number }) => {
      const { postId, kind, choice } = byEntrant.get(id) as RoundResult;
      return { ticket, number: number as number, post: postId, kind, choice };
    });
  }
}

/** The announced part of a post. */
export const postOfRound = ({ postId, seats, reserve, tiers, local }: RoundPost): AllocationPost => ({
  id: postId,
  seats,
  reserve,
  tiers,
  local,
});

export const calendarOf = (round: AllocationRound): AllocationRoster['calendar'] => ({
  announcedOn: round.announcedOn,
  frozenOn: round.frozenOn,
  drawnOn: round.drawnOn,
  choicesUntil: round.choicesUntil,
  contractsFrom: round.contractsFrom,
});

/** @throws Error before the draw: our mistake */
export function drawOf({ seed, value, valueFrom }: AllocationRound): RevealedDraw {
  if (seed === null || value === null || valueFrom === null) throw new Error('nothing has been drawn yet');
  return { seed, value, valueFrom };
}

export const rosterOf = (
  round: AllocationRound,
  posts: readonly RoundPost[],
  entrants: readonly Pick<RoundEntrant, 'ticket' | 'statuses' | 'divisionCode'>[],
): AllocationRoster => ({
  roundId: round.id,
  rulesVersion: round.rulesVersion,
  calendar: calendarOf(round),
  draw: { commitment: round.commitment, source: round.source, fallback: round.fallback },
  simulationHash: round.simulationHash ?? NO_REPORT,
  floor: round.floor,
  posts: posts.map(postOfRound),
  entrants: entrants.map(({ ticket, statuses, divisionCode }) => ({ ticket, statuses, divisionCode })),
});

/** Posts and entrants in their one order. */
export const rosterInOrder = (roster: AllocationRoster) =>
  canonicalRoster({
    roster,
    posts: [...roster.posts].sort((one, other) => byText(one.id, other.id)),
    entrants: [...roster.entrants].sort((one, other) => byText(one.ticket, other.ticket)),
  });

const hashOf = (value: unknown): string => sha256Hex(canonicalJson(value));

/** Published at the freeze. */
export const rosterHashOf = (roster: AllocationRoster): string => hashOf(rosterInOrder(roster));

/** Published at the close. */
export const choicesHashOf = (choices: AllocationChoices): string => hashOf(canonicalChoices({ choices }));

/** One's receipt of a list. */
export const listHashOf = (ticket: string, posts: readonly string[]): string => hashOf({ ticket, posts });

/** The certificate, put together from where it stands. @throws Error before the run: our mistake */
export function certificateOf(round: AllocationRound, posts: readonly RoundPost[]): AllocationCertificate {
  if (round.certificate === null) throw new Error('the round has not run');
  return {
    ...round.certificate,
    posts: posts.map((row) => {
      if (row.outcome === null) throw new Error('a post of a round that ran has no outcome');
      const reservedUnfilled = (row.reserve?.seats ?? 0) - row.outcome.reservedUsed;
      return { ...postOfRound(row), ...row.outcome, reservedUnfilled };
    }),
  };
}
