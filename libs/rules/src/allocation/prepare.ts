import { byText } from './canonical.js';
import { checkChoices, checkRoster } from './check-round.js';
import type { RoundColumns } from './columns.js';
import { checkDraw, drawNumbers } from './draw.js';
import type { AllocationChoices, AllocationEntrant, AllocationPost, AllocationRoster, Sha256 } from './round.js';
import { bandOf, isReserveEligible } from './standing.js';

/** Everything that a run rests on: frozen roster, drawn numbers, closed lists, in canonical order and as columns. */
export interface PreparedRound {
  roster: AllocationRoster;
  choices: AllocationChoices;
  /** by ticket */
  entrants: readonly AllocationEntrant[];
  /** by id */
  posts: readonly AllocationPost[];
  numbers: ReadonlyMap<string, number>;
  columns: RoundColumns;
}

/** Lists as columns; whoever left has an empty one. */
export function columnsOf(
  entrants: readonly AllocationEntrant[],
  posts: readonly AllocationPost[],
  choices: Pick<AllocationChoices, 'lists' | 'left'>,
  numbers: ReadonlyMap<string, number>,
): RoundColumns {
  const postIndex = new Map(posts.map(({ id }, index) => [id, index]));
  const left = new Set(choices.left);
  const lists = new Map(
    choices.lists.filter(({ ticket }) => !left.has(ticket)).map((list) => [list.ticket, list.posts]),
  );
  const entries = [...lists.values()].reduce((sum, list) => sum + list.length, 0);
  const columns: RoundColumns = {
    people: entrants.length,
    seats: Int32Array.from(posts, ({ seats }) => seats),
    reserved: Int32Array.from(posts, ({ reserve }) => reserve?.seats ?? 0),
    choiceStart: new Int32Array(entrants.length + 1),
    choicePost: new Int32Array(entries),
    choiceMark: new Uint8Array(entries),
    drawRank: Int32Array.from(entrants, ({ ticket }) => (numbers.get(ticket) as number) - 1),
    span: entrants.length,
  };
  let at = 0;
  entrants.forEach((entrant, person) => {
    for (const id of lists.get(entrant.ticket) ?? []) {
      const index = postIndex.get(id) as number;
      const post = posts[index] as AllocationPost;
      columns.choicePost[at] = index;
      columns.choiceMark[at] = bandOf(post, entrant) * 2 + Number(isReserveEligible(post, entrant));
      at += 1;
    }
    columns.choiceStart[person + 1] = at;
  });
  return columns;
}

/**
 * Roster, draw and lists looked over, numbers drawn, all brought into the one order that does not depend on how they came.
 *
 * @throws RuleRefusal VALIDATION, SEED_MISMATCH, PUBLIC_VALUE_MISSING
 */
export function prepareRound(roster: AllocationRoster, choices: AllocationChoices, sha256: Sha256): PreparedRound {
  checkRoster(roster);
  checkDraw(roster, choices.draw, sha256);
  checkChoices(roster, choices);
  const entrants = [...roster.entrants].sort((one, other) => byText(one.ticket, other.ticket));
  const posts = [...roster.posts].sort((one, other) => byText(one.id, other.id));
  const tickets = entrants.map(({ ticket }) => ticket);
  const numbers = drawNumbers(roster.roundId, tickets, choices.draw, sha256);
  return { roster, choices, entrants, posts, numbers, columns: columnsOf(entrants, posts, choices, numbers) };
}
