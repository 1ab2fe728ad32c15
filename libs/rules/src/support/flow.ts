/** Where a 支持 can stand. REBOOK: it was booked, and its occasion moved or fell through. */
export const SUPPORT_STATES = [
  'REQUESTED',
  'BOOKED',
  'REBOOK',
  'DELIVERED',
  'NOT_DELIVERED',
  'DECLINED',
  'CANCELLED',
] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

/** Who moves it: the person (or a helper for him), the office and its desk, or what happens to its occasion. */
export type SupportSide = 'PERSON' | 'OFFICE' | 'OCCASION';

type Moves = Readonly<Partial<Record<SupportState, readonly SupportState[]>>>;

const MOVES: Readonly<Record<SupportSide, Moves>> = {
  PERSON: {
    REQUESTED: ['CANCELLED'],
    BOOKED: ['CANCELLED', 'DELIVERED', 'NOT_DELIVERED'],
    REBOOK: ['CANCELLED'],
  },
  OFFICE: {
    REQUESTED: ['BOOKED', 'DECLINED', 'CANCELLED'],
    // Another time or another provider: booked anew.
    BOOKED: ['BOOKED', 'DELIVERED', 'NOT_DELIVERED', 'DECLINED', 'CANCELLED'],
    REBOOK: ['BOOKED', 'DECLINED', 'CANCELLED'],
  },
  // What nobody has booked goes with its occasion; where somebody was promised, a human being calls him.
  OCCASION: { REQUESTED: ['CANCELLED'], BOOKED: ['REBOOK'], REBOOK: ['REBOOK'] },
};

/** What of a support its next moves depend on. */
export interface SupportStand {
  state: SupportState;
  /** its (booked) time has begun */
  begun: boolean;
  /** its occasion is no more */
  gone: boolean;
}

/** What a side may make of a support now: nothing is delivered before it began, nor cancelled after; nothing is booked for what is no more. */
export function nextSupportStates(side: SupportSide, { state, begun, gone }: SupportStand): SupportState[] {
  return (MOVES[side][state] ?? []).filter((to) => {
    if (to === 'DELIVERED' || to === 'NOT_DELIVERED') return begun;
    if (to === 'BOOKED') return !gone;
    // Booked and begun: it took place or it did not, and that is what is written down.
    if (to === 'CANCELLED' || to === 'DECLINED') return !(state === 'BOOKED' && begun);
    return true;
  });
}

export const mayMoveSupport = (side: SupportSide, stand: SupportStand, to: SupportState): boolean =>
  nextSupportStates(side, stand).includes(to);

/** True while it still wants something from somebody. */
export const isOpenSupport = (state: SupportState): boolean =>
  state === 'REQUESTED' || state === 'BOOKED' || state === 'REBOOK';

/** Why the office cannot arrange it. */
export const SUPPORT_DECLINES = {
  NOBODY: '约不到人',
  TOO_LATE: '时间太近，来不及',
  ELSEWHERE: '别的单位已经安排了',
  NOT_NEEDED: '和本人说好不需要了',
  OTHER: '别的原因',
} as const;
export type SupportDecline = keyof typeof SUPPORT_DECLINES;

/** Why it was taken back. */
export const SUPPORT_CANCELS = {
  NO_NEED: '不需要了',
  TIME: '时间不合适',
  OWN_HELP: '自己有人帮',
  GONE: '面试或上岗取消了',
  OTHER: '别的原因',
} as const;
export type SupportCancel = keyof typeof SUPPORT_CANCELS;

/** Why it did not take place. */
export const SUPPORT_FAILURES = {
  PROVIDER_ABSENT: '来帮忙的人没有到',
  PERSON_ABSENT: '本人没有去',
  OCCASION_OFF: '面试、培训没有办成',
  OTHER: '别的原因',
} as const;
export type SupportFailure = keyof typeof SUPPORT_FAILURES;
