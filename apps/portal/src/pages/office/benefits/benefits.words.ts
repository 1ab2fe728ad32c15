/** The two steps of an approval, as `applicationQueue` names them. */
export const STEPS: Readonly<Record<string, string>> = { REVIEW: '第一次审核', APPROVE: '第二次审批' };

/** 决定 */
export const OUTCOMES: Readonly<Record<string, string>> = { APPROVE: '通过', RETURN: '退回补充', REJECT: '不通过' };

/** What stands in the history besides decisions. */
export const ACTS: Readonly<Record<string, string>> = { ...STEPS, FILE: '提交申请' };
