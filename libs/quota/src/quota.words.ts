/** The office's words about returns and hires, and their codes, as rosters write them. */

/** 用工形式 */
export const EMPLOYMENT_FORMS = {
  在编: 'ESTABLISHMENT',
  劳动合同: 'LABOUR_CONTRACT',
  服务协议: 'SERVICE_AGREEMENT',
  劳务派遣: 'DISPATCH',
} as const;

/** 计入方: the side of a dispatch agreement that counts the person, among its hires and its employees alike. */
export const COUNTED_SIDES = { 派遣单位: 'DISPATCHER', 接收单位: 'RECEIVER' } as const;
export type CountedSide = (typeof COUNTED_SIDES)[keyof typeof COUNTED_SIDES];

export const INSURANCE_WORDS = { PENSION: '养老', MEDICAL: '医疗', UNEMPLOYMENT: '失业', INJURY: '工伤' } as const;

/** States of a return on its way through verification. @source 残联厅函〔2022〕63号 */
export const QUOTA_STATES = {
  DRAFT: '草稿',
  FILED: '已提交',
  ACCEPTED: '已受理',
  UNDER_REVIEW: '审核中',
  VERIFIED: '已认定',
  RETURNED: '退回',
  OBJECTED: '有异议',
  LAPSED: '逾期未报',
} as const;
export type QuotaState = keyof typeof QUOTA_STATES;

/** States in which the employer may still change what it declared. */
export const EDITABLE_STATES: readonly QuotaState[] = ['DRAFT', 'RETURNED'];

export const FIRST_YEAR = 2019;
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
