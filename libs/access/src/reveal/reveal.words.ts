/** 用途: what a clear value is looked at for. The words stand in the audit chain. */
export const REVEAL_REASONS = {
  IDENTITY: '核对是不是本人',
  CONTACT: '联系本人',
  ACCOUNT: '核对收款账户',
  DOCUMENT: '填写公文、表格或证明',
  COMPLAINT: '处理异议、投诉或更正',
  INSPECTION: '配合检查或审计',
} as const;

export type RevealReason = keyof typeof REVEAL_REASONS;

export const isRevealReason = (text: string): text is RevealReason => Object.hasOwn(REVEAL_REASONS, text);
