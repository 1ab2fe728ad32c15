import type { ApplicationState, PayoutState } from './machines.js';

/** Where an application stands in the applicant's words; never an internal state. */
export type ApplicantStep =
  | 'SUBMITTED'
  | 'COMPLETE'
  | 'REVIEW'
  | 'NOTICE'
  | 'PAYING'
  | 'PAID'
  | 'TO_FIX'
  | 'REFUSED'
  | 'WITHDRAWN';

export interface ApplicantWords {
  step: ApplicantStep;
  /** 审核 */
  text: string;
  /** what happens or is to be done next; null in a final state */
  next: string | null;
}

/** The way of an application as its applicant sees it, in order. */
export const APPLICANT_WAY: readonly { step: ApplicantStep; text: string }[] = [
  { step: 'SUBMITTED', text: '已提交' },
  { step: 'COMPLETE', text: '材料齐' },
  { step: 'REVIEW', text: '审核' },
  { step: 'NOTICE', text: '公示' },
  { step: 'PAYING', text: '发放' },
  { step: 'PAID', text: '到账' },
];

const say = (step: ApplicantStep, text: string, next: string | null): ApplicantWords => ({ step, text, next });

const PAYING = say('PAYING', '发放', '钱正在发到您的账户，到账后这里会显示。');

const BY_PAYOUT: Partial<Record<PayoutState, ApplicantWords>> = {
  PAID: say('PAID', '到账', null),
  FAILED: say('PAYING', '发放', '银行没有发成，工作人员会和您核对账户。'),
  RETURNED: say('PAYING', '发放', '钱被银行退回，工作人员会和您核对账户。'),
  VOIDED: say('REFUSED', '不再发放', '有疑问请打 12385。'),
  CLAWBACK_DUE: say('PAID', '到账', '这笔钱需要退回，请按收到的通知办理。'),
  CLAWED_BACK: say('PAID', '到账', null),
  WRITTEN_OFF: say('PAID', '到账', null),
};

const BY_APPLICATION: Readonly<Record<ApplicationState, ApplicantWords>> = {
  DRAFT: say('SUBMITTED', '还没有提交', '请填好后提交。'),
  SUBMITTED: say('SUBMITTED', '已提交', '系统正在核对您的条件。'),
  ELIGIBILITY_CHECKED: say('COMPLETE', '材料齐', '等工作人员审核。'),
  REVIEWED: say('REVIEW', '审核', '第一次审核通过了，等第二位工作人员审批。'),
  APPROVED: say('REVIEW', '审核', '审批通过了，等公示。'),
  NOTICE: say('NOTICE', '公示', '公示期满没有异议，就发到您的账户。'),
  OBJECTION_HOLD: say('NOTICE', '公示', '公示期间有人提出异议，正在核实。'),
  NOTICE_PASSED: PAYING,
  RETURNED_FOR_FIX: say('TO_FIX', '请补充', '请按工作人员写的理由改好，再提交一次。'),
  REJECTED: say('REFUSED', '没有通过', '理由见下面；有疑问请打 12385。'),
  WITHDRAWN: say('WITHDRAWN', '已撤回', null),
};

/** @param payout state of the payout; null while there is none */
export const applicantWords = (application: ApplicationState, payout: PayoutState | null): ApplicantWords =>
  (payout === null ? undefined : BY_PAYOUT[payout]) ?? BY_APPLICATION[application];
