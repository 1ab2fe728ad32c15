import type { IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import { type PreparedRound, prepareRound } from './prepare.js';
import { runRound } from './run.js';
import { auditPlacement } from './audit.js';
import { type Placement, SEAT_KINDS } from './columns.js';
import { allocationOf, placementOf } from './placement.js';
import type { Allocation, Sha256 } from './round.js';

/** One seat that was given up after contracts opened. */
export interface WaitListFill {
  post: string;
  leaver: string;
  /** who moved up; null: nobody was waiting */
  taker: string | null;
  /** people with a better claim to a seat than somebody who has it: published, for nobody's place is moved any more */
  envy: number;
}

/** The round as it stands when a withdrawal has been dealt with. */
export interface AfterWithdrawal {
  round: PreparedRound;
  allocation: Allocation;
  fill: WaitListFill | null;
}

const indexOf = (round: PreparedRound, ticket: string): number => {
  const person = round.entrants.findIndex((one) => one.ticket === ticket);
  if (person < 0) throw new RuleRefusal('VALIDATION', 'ticket', undefined, '这个票号不在名册上。');
  return person;
};

const without = (round: PreparedRound, ticket: string, sha256: Sha256): PreparedRound =>
  prepareRound(round.roster, { ...round.choices, left: [...round.choices.left, ticket] }, sha256);

interface Claim {
  person: number;
  at: number;
  key: number;
  eligible: boolean;
}

/** Fills a post's free seat from those who hold its other seats and those who have none at all. Holders keep a seat of the post. */
function refill({ columns }: PreparedRound, { choice, kind }: Placement, post: number): number | null {
  const claims: Claim[] = [];
  for (let person = 0; person < columns.people; person += 1) {
    const held = choice[person] as number;
    const start = held < 0 ? (columns.choiceStart[person] as number) : held;
    const end = held < 0 ? (columns.choiceStart[person + 1] as number) : held + 1;
    for (let at = start; at < end; at += 1) {
      if (columns.choicePost[at] !== post) continue;
      const mark = columns.choiceMark[at] as number;
      const key = (mark >> 1) * columns.span + (columns.drawRank[person] as number);
      claims.push({ person, at, key, eligible: (mark & 1) === 1 });
    }
  }
  claims.sort((one, other) => one.key - other.key);
  const reserved = claims.filter(({ eligible }) => eligible).slice(0, columns.reserved[post] as number);
  const rest = claims.filter((claim) => !reserved.includes(claim));
  const open = rest.slice(0, (columns.seats[post] as number) - reserved.length);
  let taker: number | null = null;
  for (const [seated, seat] of [
    [reserved, SEAT_KINDS.RESERVED],
    [open, SEAT_KINDS.OPEN],
  ] as const)
    for (const { person, at } of seated) {
      if ((choice[person] as number) < 0) taker = person;
      choice[person] = at;
      kind[person] = seat;
    }
  return taker;
}

/**
 * 退出. Before contracts open the round is run again without the leaver, on the same draw: that hurts nobody. From that day on places stay;
 * the seat goes to the next one on the post's list who has none, reserved seats to the eligible first.
 *
 * @param allocation how the round stands
 * @param on the day of the withdrawal
 * @throws RuleRefusal VALIDATION for a ticket not on the roster; STATE_CONFLICT for one that has left
 */
export function withdraw(
  round: PreparedRound,
  allocation: Allocation,
  { ticket, on }: { ticket: string; on: IsoDate },
  sha256: Sha256,
): AfterWithdrawal {
  const leaver = indexOf(round, ticket);
  if (round.choices.left.includes(ticket))
    throw new RuleRefusal('STATE_CONFLICT', 'ticket', on, '这个票号已经退出，不用再办。');
  const rest = without(round, ticket, sha256);
  if (on < round.roster.calendar.contractsFrom) {
    return { round: rest, allocation: runRound(rest).result, fill: null };
  }
  const given = allocation.places[leaver]?.post ?? null;
  const places = allocation.places.map((place, person) =>
    person === leaver ? { ...place, post: null, kind: null, choice: null } : place,
  );
  const placement = placementOf(rest, places);
  const taker =
    given === null
      ? null
      : refill(
          rest,
          placement,
          rest.posts.findIndex(({ id }) => id === given),
        );
  const found = auditPlacement(rest.columns, placement);
  const fill =
    given === null
      ? null
      : {
          post: given,
          leaver: ticket,
          taker: taker === null ? null : (rest.entrants[taker]?.ticket ?? null),
          envy: found.envy + found.waste,
        };
  return { round: rest, allocation: allocationOf(rest, placement, found), fill };
}
