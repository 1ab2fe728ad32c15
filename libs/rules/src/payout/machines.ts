import type { Machine } from './machine.js';

export type ApplicationState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'ELIGIBILITY_CHECKED'
  | 'REVIEWED'
  | 'APPROVED'
  | 'NOTICE'
  | 'NOTICE_PASSED'
  | 'RETURNED_FOR_FIX'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'OBJECTION_HOLD';
export type ApplicationEvent =
  | 'submit'
  | 'check'
  | 'review'
  | 'approve'
  | 'publish'
  | 'noticeClosed'
  | 'objection'
  | 'objectionDismissed'
  | 'noticeWithdrawn'
  | 'returnForFix'
  | 'reject'
  | 'withdraw';

const UNDER_WAY: readonly ApplicationState[] = ['SUBMITTED', 'ELIGIBILITY_CHECKED', 'REVIEWED'];

/** 补贴申请: from the draft to a notice that nobody objected to. Submission freezes the answers. */
export const APPLICATION_MACHINE: Machine<ApplicationState, ApplicationEvent> = {
  name: 'benefit_application',
  label: '补贴申请',
  initial: 'DRAFT',
  steps: [
    { from: ['DRAFT', 'RETURNED_FOR_FIX'], event: 'submit', to: 'SUBMITTED' },
    { from: ['SUBMITTED'], event: 'check', to: 'ELIGIBILITY_CHECKED' },
    { from: ['ELIGIBILITY_CHECKED'], event: 'review', to: 'REVIEWED' },
    { from: ['REVIEWED'], event: 'approve', to: 'APPROVED' },
    { from: ['APPROVED'], event: 'publish', to: 'NOTICE' },
    { from: ['NOTICE'], event: 'noticeClosed', to: 'NOTICE_PASSED' },
    { from: ['NOTICE'], event: 'objection', to: 'OBJECTION_HOLD' },
    { from: ['OBJECTION_HOLD'], event: 'objectionDismissed', to: 'NOTICE_PASSED' },
    // The whole notice was wrong: its lines wait for another one, with a period of its own.
    { from: ['NOTICE', 'OBJECTION_HOLD'], event: 'noticeWithdrawn', to: 'APPROVED' },
    { from: ['ELIGIBILITY_CHECKED', 'REVIEWED'], event: 'returnForFix', to: 'RETURNED_FOR_FIX' },
    { from: ['ELIGIBILITY_CHECKED', 'REVIEWED', 'OBJECTION_HOLD'], event: 'reject', to: 'REJECTED' },
    { from: ['DRAFT', 'RETURNED_FOR_FIX', ...UNDER_WAY], event: 'withdraw', to: 'WITHDRAWN' },
  ],
  words: {
    DRAFT: '草稿',
    SUBMITTED: '已提交',
    ELIGIBILITY_CHECKED: '等审核',
    REVIEWED: '等审批',
    APPROVED: '等公示',
    NOTICE: '公示中',
    NOTICE_PASSED: '公示期满',
    RETURNED_FOR_FIX: '退回补充',
    REJECTED: '不通过',
    WITHDRAWN: '已撤回',
    OBJECTION_HOLD: '有异议，暂停',
  },
};

export type PayoutState =
  | 'APPROVED'
  | 'READY'
  | 'BATCHED'
  | 'QUEUED'
  | 'SENDING'
  | 'SENT'
  | 'PAID'
  | 'FAILED'
  | 'RETURNED'
  | 'VOIDED'
  | 'CLAWBACK_DUE'
  | 'CLAWED_BACK'
  | 'WRITTEN_OFF';
export type PayoutEvent =
  | 'noticeClosed'
  | 'batch'
  | 'release'
  | 'claim'
  | 'accepted'
  | 'paid'
  | 'failed'
  | 'retry'
  | 'bounced'
  | 'void'
  | 'clawback'
  | 'clawbackPart'
  | 'clawedBack'
  | 'writeOff';

/** 发放: one an application. It begins APPROVED, at the second approval; an unknown outcome is a flag, not a state. */
export const PAYOUT_MACHINE: Machine<PayoutState, PayoutEvent> = {
  name: 'payout',
  label: '发放',
  initial: 'APPROVED',
  steps: [
    { from: ['APPROVED'], event: 'noticeClosed', to: 'READY' },
    { from: ['READY'], event: 'batch', to: 'BATCHED' },
    { from: ['BATCHED'], event: 'release', to: 'QUEUED' },
    { from: ['QUEUED'], event: 'claim', to: 'SENDING' },
    { from: ['SENDING'], event: 'accepted', to: 'SENT' },
    { from: ['SENDING', 'SENT'], event: 'paid', to: 'PAID' },
    { from: ['SENDING', 'SENT'], event: 'failed', to: 'FAILED' },
    { from: ['FAILED', 'RETURNED'], event: 'retry', to: 'READY' },
    { from: ['PAID'], event: 'bounced', to: 'RETURNED' },
    { from: ['APPROVED', 'READY', 'BATCHED', 'QUEUED', 'FAILED', 'RETURNED'], event: 'void', to: 'VOIDED' },
    { from: ['PAID'], event: 'clawback', to: 'CLAWBACK_DUE' },
    { from: ['CLAWBACK_DUE'], event: 'clawbackPart', to: 'CLAWBACK_DUE' },
    { from: ['CLAWBACK_DUE'], event: 'clawedBack', to: 'CLAWED_BACK' },
    { from: ['CLAWBACK_DUE'], event: 'writeOff', to: 'WRITTEN_OFF' },
  ],
  words: {
    APPROVED: '已审批',
    READY: '可以发放',
    BATCHED: '已入批次',
    QUEUED: '已放款，等发送',
    SENDING: '发送中',
    SENT: '银行已受理',
    PAID: '已到账',
    FAILED: '发放失败',
    RETURNED: '退汇',
    VOIDED: '已作废',
    CLAWBACK_DUE: '待追回',
    CLAWED_BACK: '已追回',
    WRITTEN_OFF: '已核销',
  },
};

export type InstructionState = 'INTENT' | 'ACCEPTED' | 'PAID' | 'FAILED' | 'RETURNED';
export type InstructionEvent = 'accepted' | 'paid' | 'failed' | 'bounced';

/** 支付指令: one attempt. Written before the bank hears of it; only a bank answer ends it. */
export const INSTRUCTION_MACHINE: Machine<InstructionState, InstructionEvent> = {
  name: 'instruction',
  label: '支付指令',
  initial: 'INTENT',
  steps: [
    { from: ['INTENT'], event: 'accepted', to: 'ACCEPTED' },
    // A return file speaks of the end only; nobody saw the bank accept.
    { from: ['INTENT', 'ACCEPTED'], event: 'paid', to: 'PAID' },
    { from: ['INTENT', 'ACCEPTED'], event: 'failed', to: 'FAILED' },
    { from: ['PAID'], event: 'bounced', to: 'RETURNED' },
  ],
  words: { INTENT: '待发送', ACCEPTED: '已受理', PAID: '成功', FAILED: '失败', RETURNED: '退汇' },
};

export type BatchState =
  | 'OPEN'
  | 'SEALED'
  | 'RELEASED'
  | 'EXPORTED'
  | 'SUBMITTED'
  | 'PARTLY_RETURNED'
  | 'RECONCILED'
  | 'CLOSED';
export type BatchEvent = 'seal' | 'release' | 'export' | 'submit' | 'returnedPart' | 'returnedAll' | 'close';

/** 批次: payouts that leave together. Sealing freezes payees, amounts and accounts in a hash. Closed is closed. */
export const BATCH_MACHINE: Machine<BatchState, BatchEvent> = {
  name: 'batch',
  label: '批次',
  initial: 'OPEN',
  steps: [
    { from: ['OPEN'], event: 'seal', to: 'SEALED' },
    { from: ['SEALED'], event: 'release', to: 'RELEASED' },
    { from: ['RELEASED'], event: 'export', to: 'EXPORTED' },
    { from: ['RELEASED'], event: 'submit', to: 'SUBMITTED' },
    { from: ['EXPORTED', 'SUBMITTED', 'PARTLY_RETURNED'], event: 'returnedPart', to: 'PARTLY_RETURNED' },
    { from: ['EXPORTED', 'SUBMITTED', 'PARTLY_RETURNED'], event: 'returnedAll', to: 'RECONCILED' },
    { from: ['RECONCILED'], event: 'close', to: 'CLOSED' },
  ],
  words: {
    OPEN: '组批中',
    SEALED: '已封批，等放款',
    RELEASED: '已放款，等导出',
    EXPORTED: '已导出，等回盘',
    SUBMITTED: '已提交银行，等结果',
    PARTLY_RETURNED: '部分回盘',
    RECONCILED: '已对账',
    CLOSED: '已结束',
  },
};

/** An attempt that may still move money, or has: at most one a payout. */
export const isLiveInstruction = (state: InstructionState): boolean => state !== 'FAILED' && state !== 'RETURNED';

/** States in which money is set aside by a `reserve` posting. */
export const RESERVED_STATES: readonly PayoutState[] = [
  'READY',
  'BATCHED',
  'QUEUED',
  'SENDING',
  'SENT',
  'FAILED',
  'RETURNED',
];
