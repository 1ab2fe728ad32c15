import { MEMBER_STATUSES } from '@tongxing/people';

/** 见到了吗 */
export const METS = {
  SELF: '见到本人',
  FAMILY: '见到家人',
  NOBODY: '没有人',
  MOVED: '搬走了',
  UNWILLING: '不愿意见',
} as const;
export type Met = keyof typeof METS;

/** 现在的情况, as a visit finds it */
export const SITUATIONS = { EMPLOYED: '在业', UNEMPLOYED: '无业', FLEXIBLE: '灵活就业', STUDENT: '上学' } as const;
export type Situation = keyof typeof SITUATIONS;

/** 需要 */
export const NEEDS = ['岗位', '培训', '补贴', '辅具', '别的'] as const;

/** Why somebody is to be seen, in a few words. */
export const CASE_REASONS = {
  NEW: '新分来的，还没走访',
  FOLLOW_UP: '约好再见',
  NOT_MET: '上次没有见到',
  SEEN: '已走访，没有约日子',
} as const;
export type CaseReason = keyof typeof CASE_REASONS;

/** 就业状况 in the roster's word. */
export const employmentWord = (status: string): string =>
  Object.entries(MEMBER_STATUSES).find(([, code]) => code === status)?.[0] ?? status;
