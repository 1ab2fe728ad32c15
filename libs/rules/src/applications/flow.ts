/** Where an application or a referral can stand. REFUSED: the employer said no; DECLINED: the person did; LEFT: no longer at the post. */
export const JOB_APPLICATION_STATES = [
  'APPLIED',
  'REFERRED',
  'INTERVIEW',
  'OFFERED',
  'ONBOARD',
  'KEPT_1',
  'KEPT_3',
  'KEPT_6',
  'KEPT_12',
  'REFUSED',
  'DECLINED',
  'WITHDRAWN',
  'LEFT',
] as const;
export type JobApplicationState = (typeof JOB_APPLICATION_STATES)[number];

/** Who moves it: the person (or a helper for him), the employer whose post it is, the office and its desk. */
export type JobApplicationSide = 'PERSON' | 'EMPLOYER' | 'OFFICE';

/** What of an application its next moves depend on. */
export interface JobApplicationStand {
  state: JobApplicationState;
  /** 推荐: the office brought the person, who did not ask by himself */
  referred: boolean;
  /** the person took the offer */
  accepted: boolean;
  /** the employer may see who it is */
  released: boolean;
}

type Moves = Readonly<Partial<Record<JobApplicationState, readonly JobApplicationState[]>>>;

const BY_EMPLOYER: Moves = {
  APPLIED: ['INTERVIEW', 'REFUSED'],
  REFERRED: ['INTERVIEW', 'REFUSED'],
  // Another day for the interview, other terms of the offer: the same state again.
  INTERVIEW: ['INTERVIEW', 'OFFERED', 'REFUSED'],
  OFFERED: ['OFFERED', 'ONBOARD', 'REFUSED'],
};
const KEPT: readonly JobApplicationState[] = ['KEPT_1', 'KEPT_3', 'KEPT_6', 'KEPT_12'];
const AT_WORK: readonly JobApplicationState[] = ['ONBOARD', ...KEPT];

const MOVES: Readonly<Record<JobApplicationSide, Moves>> = {
  EMPLOYER: BY_EMPLOYER,
  OFFICE: {
    ...BY_EMPLOYER,
    ...Object.fromEntries(
      AT_WORK.slice(0, -1).map((state) => [state, [...AT_WORK.slice(AT_WORK.indexOf(state) + 1), 'LEFT']]),
    ),
  },
  PERSON: {
    APPLIED: ['WITHDRAWN'],
    REFERRED: ['DECLINED'],
    INTERVIEW: ['WITHDRAWN', 'DECLINED'],
    OFFERED: ['WITHDRAWN', 'DECLINED'],
  },
};

const ENDS: readonly JobApplicationState[] = ['REFUSED', 'DECLINED', 'WITHDRAWN', 'LEFT', 'KEPT_12'];

/** True where nothing comes after: it stands in nobody's way any more. */
export const isEnd = (state: JobApplicationState): boolean => ENDS.includes(state);

/** True for somebody who began at the post and has not left. */
export const isAtWork = (state: JobApplicationState): boolean => AT_WORK.includes(state);

/**
 * What a side may make of an application now.
 *
 * A referral is declined, with a reason, and not withdrawn: what is counted cannot be stepped around. Nobody is invited or offered anything
 * before he said that the employer may see who he is; refused, though, he can be. Nobody begins before he took the offer; terms that were taken
 * are not changed.
 */
export function nextStatesFor(
  side: JobApplicationSide,
  { state, referred, accepted, released }: JobApplicationStand,
): JobApplicationState[] {
  return (MOVES[side][state] ?? []).filter((to) => {
    if (to === 'WITHDRAWN') return !referred;
    if (to === 'DECLINED') return referred || state === 'OFFERED';
    if (to === 'INTERVIEW') return released;
    if (to === 'OFFERED') return released && !accepted;
    return to !== 'ONBOARD' || accepted;
  });
}

/** True when a side may take an application there. */
export const mayMove = (side: JobApplicationSide, stand: JobApplicationStand, to: JobApplicationState): boolean =>
  nextStatesFor(side, stand).includes(to);

/** What an employer is told: that somebody does not come, never why; that somebody works there, not what the office checks. */
export type EmployerState = 'NEW' | 'INTERVIEW' | 'OFFERED' | 'ACCEPTED' | 'ONBOARD' | 'REFUSED' | 'GONE' | 'LEFT';

const TO_EMPLOYER: Readonly<Record<JobApplicationState, EmployerState>> = {
  APPLIED: 'NEW',
  REFERRED: 'NEW',
  INTERVIEW: 'INTERVIEW',
  OFFERED: 'OFFERED',
  ONBOARD: 'ONBOARD',
  KEPT_1: 'ONBOARD',
  KEPT_3: 'ONBOARD',
  KEPT_6: 'ONBOARD',
  KEPT_12: 'ONBOARD',
  REFUSED: 'REFUSED',
  DECLINED: 'GONE',
  WITHDRAWN: 'GONE',
  LEFT: 'LEFT',
};

export const employerStateOf = ({ state, accepted }: Pick<JobApplicationStand, 'state' | 'accepted'>): EmployerState =>
  state === 'OFFERED' && accepted ? 'ACCEPTED' : TO_EMPLOYER[state];

/** States behind what an employer asks for; ACCEPTED is told apart by the row. */
export const statesBehind = (wanted: EmployerState): JobApplicationState[] =>
  JOB_APPLICATION_STATES.filter((state) => TO_EMPLOYER[state] === (wanted === 'ACCEPTED' ? 'OFFERED' : wanted));
