import type { JobApplicationState, EmployerState } from '@tongxing/rules';

/** 面试方式 */
export const INTERVIEW_WAYS = { FACE: '当面', PHONE: '打电话', VIDEO: '视频' } as const;
export type InterviewWay = keyof typeof INTERVIEW_WAYS;

/** Whose turn it is. */
export type NextBy = 'YOU' | 'EMPLOYER' | 'OFFICE' | 'NOBODY';
export const NEXT_BY: Readonly<Record<NextBy, string>> = {
  YOU: '您',
  EMPLOYER: '单位',
  OFFICE: '残联',
  NOBODY: '没有要办的了',
};

interface Words {
  stateText: string;
  nextStep: string | null;
  nextBy: NextBy;
}
const AT_WORK: Words = { stateText: '在岗', nextStep: '残联会定期问您做得怎么样。', nextBy: 'OFFICE' };

/** What the applicant reads: where it stands, what comes next, and whose turn it is. */
const APPLICANT: Readonly<Record<JobApplicationState, Words>> = {
  APPLIED: { stateText: '已提交', nextStep: '等单位联系您，一般在 5 个工作日内。', nextBy: 'EMPLOYER' },
  REFERRED: { stateText: '残联已推荐', nextStep: '请说要不要让单位知道是您。', nextBy: 'YOU' },
  INTERVIEW: { stateText: '等面试', nextStep: '请按约定的时间去面试；需要帮助请联系就业辅导员。', nextBy: 'YOU' },
  OFFERED: { stateText: '单位想录用您', nextStep: '请答复单位去不去。', nextBy: 'YOU' },
  ONBOARD: { ...AT_WORK, stateText: '已上岗' },
  KEPT_1: AT_WORK,
  KEPT_3: AT_WORK,
  KEPT_6: AT_WORK,
  KEPT_12: { stateText: '在岗满一年', nextStep: null, nextBy: 'NOBODY' },
  REFUSED: { stateText: '没有录用', nextStep: '可以再看看别的岗位。', nextBy: 'NOBODY' },
  DECLINED: { stateText: '您没有去', nextStep: '可以再看看别的岗位。', nextBy: 'NOBODY' },
  WITHDRAWN: { stateText: '您已撤回', nextStep: null, nextBy: 'NOBODY' },
  LEFT: { stateText: '已离开岗位', nextStep: '要再找工作，请看推荐岗位。', nextBy: 'NOBODY' },
};

/** @param accepted the person took the offer  @param released the employer may see who it is */
export function applicantWords(state: JobApplicationState, accepted: boolean, released: boolean): Words {
  if (state === 'OFFERED' && accepted)
    return { stateText: '您答应去了', nextStep: '请按约好的日子去上岗。', nextBy: 'EMPLOYER' };
  if (state === 'REFERRED' && released) return { ...APPLICANT.APPLIED, stateText: APPLICANT.REFERRED.stateText };
  return APPLICANT[state];
}

/** What the office and the desk read: of the person, not to him. */
export function officeWords(state: JobApplicationState, accepted: boolean): string {
  if (state === 'OFFERED') return accepted ? '本人答应去了，等上岗' : '单位想录用，等本人答复';
  if (state === 'REFERRED') return '已推荐';
  if (state === 'DECLINED') return '本人没有去';
  if (state === 'WITHDRAWN') return '本人撤回了';
  return APPLICANT[state].stateText;
}

/** What an employer reads. Never why somebody does not come. */
export const EMPLOYER_WORDS: Readonly<Record<EmployerState, string>> = {
  NEW: '新的',
  INTERVIEW: '等面试',
  OFFERED: '等本人答复',
  ACCEPTED: '本人答应了，等上岗',
  ONBOARD: '在岗',
  REFUSED: '没有录用',
  GONE: '本人不来了',
  LEFT: '已离岗',
};

/** The person may still take it back, or say no. */
export const WITHDRAWABLE: readonly JobApplicationState[] = ['APPLIED', 'REFERRED', 'INTERVIEW', 'OFFERED'];

/** Who is told a move of whom. */
export type ApplicationEvent =
  | 'REFERRED'
  | 'INTERVIEW'
  | 'OFFERED'
  | 'ONBOARD'
  | 'REFUSED'
  | 'RELEASED'
  | 'WITHHELD'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'KEPT'
  | 'LEFT';

/** What the person is told of a move, in the portal. The phone says only that there is something to read. */
export const TOLD: Readonly<Record<ApplicationEvent, (title: string) => string>> = {
  REFERRED: (title) => `残联给您推荐了岗位「${title}」。请看合不合适，要不要让单位知道是您。`,
  INTERVIEW: (title) => `岗位「${title}」约您面试。时间地点请看这份申请。`,
  OFFERED: (title) => `岗位「${title}」想录用您。请看条件，答复去不去。`,
  ONBOARD: (title) => `岗位「${title}」登记您已上岗。不是这样，请打 12385。`,
  REFUSED: (title) => `岗位「${title}」这次没有录用您。可以再看看别的岗位。`,
  RELEASED: (title) => `您同意岗位「${title}」的单位看到您的姓名和电话。不是您同意的，请打 12385。`,
  WITHHELD: (title) => `岗位「${title}」的单位看不到您的姓名和电话了。`,
  ACCEPTED: (title) => `您答应去岗位「${title}」。不是您答应的，请打 12385。`,
  DECLINED: (title) => `您说不去岗位「${title}」。不是您说的，请打 12385。`,
  WITHDRAWN: (title) => `您撤回了岗位申请「${title}」。不是您撤的，请打 12385。`,
  KEPT: (title) => `残联记下您还在岗位「${title}」。不是这样，请打 12385。`,
  LEFT: (title) => `残联记下您离开了岗位「${title}」。不是这样，请打 12385。`,
};

/** A post's name can tell what somebody lives with: the phone does not show it. */
export const PHONE_SAYS = '【同行】您的一份岗位申请有新消息，请登录看，或打 12385。';
export const PHONE_SAYS_WITHDRAWN = '【同行】您撤回了一份岗位申请。不是您撤的，请打 12385。';

/** What an employer's people are told: that there is something, never who. */
export const TOLD_EMPLOYER = {
  APPLIED: (title: string) => `岗位「${title}」有了新的应聘人。请到「应聘的人」里看。`,
  REFERRED: (title: string) => `残联给岗位「${title}」推荐了一位合适的人。等本人同意，就能看到是谁。`,
  RELEASED: (title: string) => `岗位「${title}」的一位应聘人让您看到了联系方式。`,
  ACCEPTED: (title: string) => `岗位「${title}」的一位应聘人答应来。请在上岗当天登记。`,
  GONE: (title: string) => `岗位「${title}」的一位应聘人不来了。`,
} as const;
export type EmployerEvent = keyof typeof TOLD_EMPLOYER;
