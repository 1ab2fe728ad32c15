import { type Ruled, Trace } from '../explain/trace.js';
import type { PreparedRound } from './prepare.js';
import { byText } from './canonical.js';
import type { Allocation, AllocationPlace, AllocationPost, PostOutcome, SeatKind } from './round.js';
import { cutOffText, isReserveEligible, meetsCutOff, SEAT_WORDS, standingAt, standingText } from './standing.js';

/** Binary search by name in an ascending list. */
function findBy<T>(list: readonly T[], nameOf: (one: T) => string, name: string): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byText(nameOf(list[middle] as T), name) < 0) low = middle + 1;
    else high = middle;
  }
  const found = list[low];
  return found !== undefined && nameOf(found) === name ? found : undefined;
}

/**
 * 为什么是这个岗位: one ticket's place, from the cut-offs alone, as everybody can check it: the first listed post whose cut-off is met.
 *
 * @param round  of entrants, numbers and lists the ticket's own are enough
 * @param result of the same round
 * @returns the place; the trace has one node a post down to it: where it closed, where the ticket stands. Undefined for a ticket that is not
 *          on the roster
 */
export function explainPlace(
  round: Pick<PreparedRound, 'entrants' | 'posts' | 'numbers' | 'choices'>,
  result: Pick<Allocation, 'posts'>,
  ticket: string,
): Ruled<AllocationPlace> | undefined {
  const entrant = findBy(round.entrants, (one) => one.ticket, ticket);
  if (entrant === undefined) return undefined;
  const number = round.numbers.get(ticket) as number;
  const trace = new Trace('place', '分配结果');
  trace.step('number', '摇到的号', number, { shown: `${number} 号`, inputs: { 票号: ticket } });
  const none: AllocationPlace = { ticket, number, post: null, kind: null, choice: null };
  if (round.choices.left.includes(ticket)) return { result: none, trace: trace.done('已退出') };
  const list = round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
  if (list.length === 0) return { result: none, trace: trace.done('没有填志愿') };
  for (const [index, id] of list.entries()) {
    const post = findBy(round.posts, (one) => one.id, id) as AllocationPost;
    const outcome = findBy(result.posts, (one) => one.post, id) as PostOutcome;
    const standing = standingAt(post, entrant, number);
    const open: SeatKind[] = isReserveEligible(post, entrant) ? ['RESERVED', 'OPEN'] : ['OPEN'];
    const cutOff = { RESERVED: outcome.reservedCutOff, OPEN: outcome.openCutOff };
    const kind = open.find((one) => meetsCutOff(standing, cutOff[one]));
    const closed = open
      .filter((one) => one === 'OPEN' || (post.reserve?.seats ?? 0) > 0)
      .map((one) => cutOffText(cutOff[one], one))
      .join('，');
    trace.step('choice', `第${index + 1}志愿 ${id}`, kind ?? null, {
      shown: `${closed}；您是${standingText(standing)}，${kind === undefined ? '没有录取' : `录取到${SEAT_WORDS[kind]}`}`,
      source: post.tiers[standing.tier - 1]?.basis,
    });
    if (kind !== undefined)
      return { result: { ticket, number, post: id, kind, choice: index + 1 }, trace: trace.done(id) };
  }
  return { result: none, trace: trace.done('所填岗位都没有录取') };
}
