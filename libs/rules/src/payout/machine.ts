import { RuleRefusal } from '../refusal.js';

/** One allowed step of a machine: from any of these states, by this event, to that state. */
export interface Step<State extends string, Event extends string> {
  from: readonly State[];
  event: Event;
  to: State;
}

/** A state machine as data. What is not listed is refused. */
export interface Machine<State extends string, Event extends string> {
  /** `payout`: names the machine in refusals and in the history */
  name: string;
  /** the same in the office's words, 发放 */
  label: string;
  initial: State;
  steps: readonly Step<State, Event>[];
  /** state → words for staff */
  words: Readonly<Record<State, string>>;
}

/**
 * Where an event leads from a state.
 *
 * @throws RuleRefusal STATE_CONFLICT for every step that is not listed
 */
export function transition<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  from: State,
  event: Event,
): State {
  const step = machine.steps.find((one) => one.event === event && one.from.includes(from));
  if (step) return step.to;
  const now = machine.words[from] ?? from;
  throw new RuleRefusal(
    'STATE_CONFLICT',
    `${machine.name}.${event}`,
    undefined,
    `这笔${machine.label}现在是「${now}」，不能这样办。`,
  );
}

/** The states that an event may leave: what stands in the WHERE of a guarded change. Empty for an event that is not listed. */
export const statesBefore = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  event: Event,
): State[] => machine.steps.filter((step) => step.event === event).flatMap((step) => [...step.from]);

/** The events that a state allows. */
export const eventsAt = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
): Event[] => machine.steps.filter((step) => step.from.includes(state)).map((step) => step.event);
