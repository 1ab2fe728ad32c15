import { Approval, BenefitApplication, GrantTotal, NoticeList, RightClaim } from './application.entity.js';
import { Envelope, Journal, JournalEntry, StateHistory } from './ledger.entity.js';
import { BankCallback, BankFile, BankReturn, Batch, BatchLine, Instruction, Payout } from './payout.entity.js';

/** Every table of benefits. */
export const benefitEntities = [
  BenefitApplication,
  RightClaim,
  Approval,
  GrantTotal,
  NoticeList,
  Envelope,
  Journal,
  JournalEntry,
  StateHistory,
  Batch,
  Payout,
  BatchLine,
  Instruction,
  BankFile,
  BankReturn,
  BankCallback,
];
