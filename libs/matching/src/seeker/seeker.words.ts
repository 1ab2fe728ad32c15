/** 不合适: why, as people choose it. */
export const DISMISS_REASONS = {
  TOO_FAR: '太远',
  WAGE: '工资低',
  HOURS: '时间不合适',
  NOT_WANTED: '不想做这种活',
  TOO_HARD: '这个活我做不了',
  ACCESS: '单位没有我要的便利',
  KNOWN: '在那里做过，不想再去',
  OTHER: '别的原因',
} as const;
export type DismissReason = keyof typeof DISMISS_REASONS;
export const isDismissReason = (text: string): text is DismissReason => Object.hasOwn(DISMISS_REASONS, text);
