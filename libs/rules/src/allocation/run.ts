import { type Ruled, Trace } from '../explain/trace.js';
import { type AuditFindings, auditPlacement } from './audit.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { apportionFloor } from './floor.js';
import { allocationOf } from './placement.js';
import type { PreparedRound } from './prepare.js';
import type { Allocation, AllocationPost } from './round.js';
import { cutOffText } from './standing.js';

function traceOf({ roster, choices, posts, entrants }: PreparedRound, result: Allocation, found: AuditFindings): Trace {
  const trace = new Trace('allocation', '岗位分配');
  trace.step('draw', '摇号', entrants.length, {
    shown: `${entrants.length} 个票号`,
    inputs: { 承诺值: roster.draw.commitment, 种子: choices.draw.seed, 公开数值: choices.draw.value },
    source: 'SHA-256(种子|公开数值|轮次|票号)，从小到大排',
  });
  if (roster.floor !== null) trace.child(apportionFloor(roster.floor, posts).trace);
  result.posts.forEach((outcome, index) => {
    const post = posts[index] as AllocationPost;
    const used = outcome.reservedUsed + outcome.openUsed;
    trace.step('post', post.id, used, {
      shown: `${used}/${post.seats}`,
      inputs: {
        ...(post.reserve === null ? {} : { 预留: `${outcome.reservedUsed}/${post.reserve.seats}` }),
        截止: [
          ...(post.reserve === null ? [] : [cutOffText(outcome.reservedCutOff, 'RESERVED')]),
          cutOffText(outcome.openCutOff, 'OPEN'),
        ].join('；'),
      },
      source: [...post.tiers, ...(post.reserve ? [post.reserve] : []), ...(post.local ? [post.local] : [])]
        .map(({ basis }) => basis)
        .filter((basis, at, all) => all.indexOf(basis) === at)
        .join('；'),
    });
  });
  trace.step('envy', '有理由的嫉妒', found.envy);
  trace.step('waste', '有人要而空着的座位', found.waste);
  return trace;
}

/**
 * Runs a round: seeker-proposing deferred acceptance with soft reserves over tier, local preference and drawn number, then the audit.
 * Nobody is passed over, no wanted seat stays empty, and no list but the true one serves its owner better.
 *
 * @returns places by ticket, posts by id with a cut-off per kind of seat; the trace has one node a post
 * @throws Error when the audit finds anything: a mistake of ours, and no result to publish
 */
export function runRound(round: PreparedRound): Ruled<Allocation> {
  const placement = deferredAcceptance(round.columns);
  const found = auditPlacement(round.columns, placement);
  const { overfilled, misreserved, envy, waste } = found;
  if (overfilled + misreserved + envy + waste > 0)
    throw new Error(
      `ALLOCATION_UNSOUND overfilled ${overfilled}, misreserved ${misreserved}, envy ${envy}, waste ${waste}`,
    );
  const result = allocationOf(round, placement, found);
  const trace = traceOf(round, result, found);
  const placed = result.places.filter(({ post }) => post !== null).length;
  return { result, trace: trace.done(`${placed} 人有岗位，${result.unplaced} 人没有`) };
}
