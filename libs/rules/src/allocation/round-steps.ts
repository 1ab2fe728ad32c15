import { addDays, type IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import type { AllocationRoster } from './round.js';

/** The states of a round, in the one order there is. */
export const ROUND_STATES = ['ANNOUNCED', 'FROZEN', 'DRAWN', 'CHOOSING', 'CLOSED', 'RUN', 'PUBLISHED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_STEPS = ['SIMULATE', 'FREEZE', 'REVEAL', 'CLOSE', 'RUN', 'PUBLISH'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

type Calendar = AllocationRoster['calendar'];

interface StepRule {
  /** 冻结名册 */
  words: string;
  /** the states that the step is taken from */
  from: readonly RoundState[];
  /** the first day; left out: none */
  opens?: (calendar: Calendar) => IsoDate;
  /** the step is no more on this day and later; left out: never too late */
  ends?: (calendar: Calendar) => IsoDate;
  /** the first day is the one after `opens` */
  after?: true;
}

const RULES: Readonly<Record<RoundStep, StepRule>> = {
  SIMULATE: { words: '模拟', from: ['ANNOUNCED'], ends: ({ drawnOn }) => drawnOn },
  FREEZE: { words: '冻结名册', from: ['ANNOUNCED'], opens: ({ frozenOn }) => frozenOn, ends: ({ drawnOn }) => drawnOn },
  REVEAL: {
    words: '摇号',
    from: ['FROZEN'],
    opens: ({ drawnOn }) => drawnOn,
    ends: ({ choicesUntil }) => choicesUntil,
  },
  CLOSE: {
    words: '截止志愿',
    from: ['DRAWN', 'CHOOSING'],
    opens: ({ choicesUntil }) => choicesUntil,
    after: true,
    ends: ({ contractsFrom }) => contractsFrom,
  },
  RUN: {
    words: '分配',
    from: ['CLOSED'],
    opens: ({ choicesUntil }) => choicesUntil,
    after: true,
    ends: ({ contractsFrom }) => contractsFrom,
  },
  PUBLISH: { words: '公布', from: ['RUN'] },
};

/** 冻结名册, 摇号 … */
export const stepWords = (step: RoundStep): string => RULES[step].words;

/**
 * Whether a step may be taken: in the fixed order, and within its days. Whoever has not drawn before the last day of choices leaves nobody
 * time to choose, so the draw ends the day before it.
 *
 * @throws RuleRefusal ROUND_STEP_ORDER from another state, ROUND_STEP_EARLY, ROUND_STEP_LATE
 */
export function checkStep(step: RoundStep, state: RoundState, calendar: Calendar, on: IsoDate): void {
  const { words, from, opens, ends, after } = RULES[step];
  if (!from.includes(state)) {
    const done = ROUND_STATES.indexOf(state) > ROUND_STATES.indexOf(from.at(-1) as RoundState);
    throw new RuleRefusal(
      'ROUND_STEP_ORDER',
      'state',
      on,
      done ? `这一轮的${words}已经办过了，请刷新页面。` : `还不能${words}，请先办前面的步骤。`,
    );
  }
  const first = opens?.(calendar);
  if (first !== undefined && (after ? on <= first : on < first))
    throw new RuleRefusal(
      'ROUND_STEP_EARLY',
      'calendar',
      on,
      after ? `填志愿到 ${first} 为止，第二天起才能${words}。` : `日程上 ${first} 起才能${words}，请到那天再办。`,
    );
  const end = ends?.(calendar);
  if (end !== undefined && on >= end)
    throw new RuleRefusal(
      'ROUND_STEP_LATE',
      'calendar',
      on,
      `${words}要在 ${end} 以前办，已经过了。这一轮不能再办，请另公告一轮。`,
    );
}

/** The step that a round waits for. */
export interface NextStep {
  step: RoundStep;
  /** `EARLY`: its first day is still to come. `LATE`: its days are over, and so is the round. */
  when: 'NOW' | 'EARLY' | 'LATE';
  /** the first day, and the first one on which it is too late; null: there is none */
  from: IsoDate | null;
  before: IsoDate | null;
}

const NEXT: Readonly<Record<RoundState, RoundStep | null>> = {
  ANNOUNCED: 'FREEZE',
  FROZEN: 'REVEAL',
  DRAWN: 'CLOSE',
  CHOOSING: 'CLOSE',
  CLOSED: 'RUN',
  RUN: 'PUBLISH',
  PUBLISHED: null,
};

/**
 * What comes next in a round, and whether its day has come.
 *
 * @param hasReport whether it was simulated: nothing is frozen before
 * @returns null for a round that is published
 */
export function nextStep(state: RoundState, hasReport: boolean, calendar: Calendar, on: IsoDate): NextStep | null {
  const step = state === 'ANNOUNCED' && !hasReport ? 'SIMULATE' : NEXT[state];
  if (step === null) return null;
  const { opens, ends, after } = RULES[step];
  const opened = opens?.(calendar) ?? null;
  const from = opened !== null && after ? addDays(opened, 1) : opened;
  const before = ends?.(calendar) ?? null;
  const late = before !== null && on >= before;
  return { step, when: late ? 'LATE' : from !== null && on < from ? 'EARLY' : 'NOW', from, before };
}
