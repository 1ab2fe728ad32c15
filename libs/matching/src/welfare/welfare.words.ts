/** PROPOSED: waits for the office; RETURNED: may be sent again; APPROVED: stands as a post. */
export const PROPOSAL_STATES = { PROPOSED: '等残联审批', RETURNED: '退回了', APPROVED: '已批准' } as const;
export type ProposalState = keyof typeof PROPOSAL_STATES;

/** NOTICED: the person was told and may answer; DROPPED: he stays; DECIDED: he has left. */
export const EXIT_STATES = { NOTICED: '已告知，等本人说明', DROPPED: '不退出', DECIDED: '已退出' } as const;
export type ExitState = keyof typeof EXIT_STATES;

/** Where the money of a post comes from. */
export const FUND_SOURCES = {
  EMPLOYMENT_FUND: '就业补助资金',
  LEVY: '残保金',
  BUDGET: '本级财政',
  OTHER: '其他',
} as const;
export type FundSource = keyof typeof FUND_SOURCES;
