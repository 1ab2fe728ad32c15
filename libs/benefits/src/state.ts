import type { SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { DomainError, newId } from '@tongxing/platform';
import { type Machine, RuleRefusal, transition } from '@tongxing/rules';
import type { EntityManager } from 'typeorm';
import { StateHistory } from './ledger.entity.js';

/** Who acts: a signed-in viewer, or null for the system. */
export type Actor = Pick<SignedIn, 'id'> | null;

/** The natural person behind an account: his own record, or the account where there is none. */
export const naturalPersonOf = (viewer: SignedIn): string => viewer.personId ?? viewer.id;

/** Somebody else was faster, or the page is old. */
export const stateConflict = (message = '这一项刚被他人处理。'): DomainError =>
  new DomainError('STATE_CONFLICT', message, { hint: '请刷新后再看。' });

/** Nothing more is promised or set aside in a year that was closed. */
export const envelopeClosed = (): DomainError =>
  new DomainError('ENVELOPE_CLOSED', '这个项目本年没有开着的资金指标。', { hint: '请财务先下达或重新开放指标。' });

/** {@link transition}, refused in the words of an expected failure. @throws DomainError STATE_CONFLICT */
export function stepTo<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  from: State,
  event: Event,
): State {
  try {
    return transition(machine, from, event);
  } catch (error) {
    if (error instanceof RuleRefusal && error.code === 'STATE_CONFLICT') throw stateConflict(error.message);
    throw error;
  }
}

/** One step that was made, for the history. */
export interface StepMade {
  machine: string;
  subjectId: string;
  from: string | null;
  event: string;
  to: string;
  reason?: string | null;
}

/** Writes steps into the history, in the unit of work that made them. */
export async function noteSteps(
  manager: EntityManager,
  steps: readonly StepMade[],
  actor: Actor,
  happenedAt: Date,
): Promise<void> {
  await insertRows(
    manager,
    StateHistory,
    steps.map(({ machine, subjectId, from, event, to, reason }) => ({
      id: newId(),
      machine,
      subjectId,
      fromState: from,
      event,
      toState: to,
      actorId: actor?.id ?? null,
      reason: reason ?? null,
      happenedAt,
    })),
  );
}

/** Ids in pieces that a statement can hold. */
export function* pieces<T>(items: readonly T[], size = 500): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
