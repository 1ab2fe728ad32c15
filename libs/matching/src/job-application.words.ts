/** Where an application can stand. */
export const JOB_APPLICATION_STATES = [
  'APPLIED',
  'REFERRED',
  'INTERVIEW',
  'OFFERED',
  'ONBOARD',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type JobApplicationState = (typeof JOB_APPLICATION_STATES)[number];

/** What the applicant reads: where it stands, and what comes next. */
export const APPLICANT_WORDS: Readonly<Record<JobApplicationState, { stateText: string; nextStep: string | null }>> = {
  APPLIED: { stateText: '已提交', nextStep: '等单位联系您，一般在 5 个工作日内。' },
  REFERRED: { stateText: '残联已推荐', nextStep: '等单位联系您，一般在 5 个工作日内。' },
  INTERVIEW: { stateText: '等面试', nextStep: '请按约定的时间去面试；需要帮助请联系就业辅导员。' },
  OFFERED: { stateText: '单位想录用您', nextStep: '请尽快答复单位。' },
  ONBOARD: { stateText: '已上岗', nextStep: null },
  REFUSED: { stateText: '没有录用', nextStep: '可以再看看别的岗位。' },
  WITHDRAWN: { stateText: '您已撤回', nextStep: null },
};

/** Before the employer has decided, the person may take it back. */
export const WITHDRAWABLE: readonly JobApplicationState[] = ['APPLIED', 'REFERRED', 'INTERVIEW', 'OFFERED'];
