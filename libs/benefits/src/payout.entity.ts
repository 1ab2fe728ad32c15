import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DayColumn,
  DivisionColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  insertOnly,
  IntegerColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { BatchState, InstructionState, PayoutState } from '@tongxing/rules';
import { BenefitApplication } from './application.entity.js';
import { Envelope } from './ledger.entity.js';

/** 批次: payouts of one envelope that leave together, frozen in a hash when sealed. */
@Entity('batch')
@Index('ux_batch_number', ['number'], { unique: true })
@Index('ix_batch_division', ['divisionCode', 'createdAt'])
export class Batch {
  @IdColumn() id: string;
  /** stands in file names and remarks */
  @TextColumn(40) number: string;
  @RefColumn()
  @References('batch', () => Envelope)
  envelopeId: string;
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: BatchState;
  @IntegerColumn() lineCount: number;
  @FenColumn() totalFen: number;
  @BlindColumn() listHash: string;
  /** sealed: accounts could be guessed from digests without it */
  @SecretColumn() salt: string;
  @RefColumn() sealedById: string;
  @RefColumn({ nullable: true }) releasedById: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) releasedAt: Date | null;
  @VersionColumn() version: number;
}

/** 发放: one an application, with the account as it was approved. */
@Entity('payout')
@Index('ux_payout_application', ['applicationId'], { unique: true })
@Index('ix_payout_state', ['state', 'divisionCode', 'createdAt'])
@Index('ix_payout_envelope', ['envelopeId', 'state'])
@Index('ix_payout_batch', ['batchId'])
@Index('ix_payout_notice', ['noticeId'])
export class Payout {
  @IdColumn() id: string;
  @RefColumn()
  @References('payout', () => BenefitApplication)
  applicationId: string;
  @RefColumn() personId: string;
  @RefColumn()
  @References('payout', () => Envelope)
  envelopeId: string;
  @StateColumn() schemeCode: string;
  @DivisionColumn() divisionCode: string;
  @TextColumn(40) periodText: string;
  @FenColumn() amountFen: number;
  @TextColumn(60) payeeName: string;
  /** sealed JSON of {@link PayeeAccount} */
  @SecretColumn() secrets: string;
  /** blind index of name and account: an instruction must carry the same */
  @BlindColumn() accountBlind: string;
  /** keyed digest of the row as the second approval left it: the approved list, line by line */
  @BlindColumn() approvedDigest: string;
  @StateColumn() state: PayoutState;
  /** why it must not go on; null: nothing stands against it */
  @TextColumn(60, { nullable: true }) hold: string | null;
  /** number of the last attempt */
  @IntegerColumn() seq: number;
  @RefColumn({ nullable: true })
  @References('payout', () => Batch)
  batchId: string | null;
  @RefColumn({ nullable: true }) noticeId: string | null;
  @DayColumn({ nullable: true }) paidOn: string | null;
  /** code of the bank's reason */
  @TextColumn(60, { nullable: true }) failure: string | null;
  @RefColumn({ nullable: true }) leaseOwner: string | null;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** 批次明细 */
@Entity('batch_line')
@Index('ux_batch_line_live', ['payoutId', 'live'], { unique: true })
@Index('ux_batch_line_line', ['batchId', 'line'], { unique: true })
export class BatchLine {
  @IdColumn() id: string;
  @RefColumn()
  @References('batch_line', () => Batch)
  batchId: string;
  @RefColumn()
  @References('batch_line', () => Payout)
  payoutId: string;
  @IntegerColumn() line: number;
  @FenColumn() amountFen: number;
  @BlindColumn() rowDigest: string;
  /** 1, or null once the payout may go into another batch */
  @IntegerColumn({ nullable: true }) live: 1 | null;
}

/** 支付指令: one attempt to pay, written before the bank hears of it. */
@Entity('instruction')
@Index('ux_instruction_live', ['payoutId', 'live'], { unique: true })
@Index('ux_instruction_key', ['instructionKey'], { unique: true })
@Index('ix_instruction_batch', ['batchId'])
export class Instruction {
  @IdColumn() id: string;
  @RefColumn()
  @References('instruction', () => Payout)
  payoutId: string;
  @RefColumn()
  @References('instruction', () => Batch)
  batchId: string;
  @IntegerColumn() seq: number;
  /** what the bank knows it by, however often it is sent */
  @TextColumn(60) instructionKey: string;
  @FenColumn() amountFen: number;
  @BlindColumn() accountBlind: string;
  @StateColumn() state: InstructionState;
  @IntegerColumn({ nullable: true }) live: 1 | null;
  /** since when nobody knows whether the bank has it; only a bank answer ends that */
  @InstantColumn({ nullable: true }) unknownSince: Date | null;
  @InstantColumn({ nullable: true }) checkAt: Date | null;
  @IntegerColumn() checks: number;
  @TextColumn(60, { nullable: true }) failure: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) settledAt: Date | null;
  @VersionColumn() version: number;
}

/** 银行文件: what was handed out. The bytes lie sealed in the data folder; this row says which. */
@Entity('bank_file')
@Index('ux_bank_file', ['batchId', 'kind'], { unique: true })
export class BankFile {
  @IdColumn() id: string;
  @RefColumn()
  @References('bank_file', () => Batch)
  batchId: string;
  /** BATCH: to the bank; RETURN: the sandbox bank's answer */
  @StateColumn() kind: 'BATCH' | 'RETURN';
  @TextColumn(40) profile: string;
  @TextColumn(120) fileName: string;
  /** of the clear bytes */
  @BlindColumn() sha256: string;
  @IntegerColumn() fileBytes: number;
  @DivisionColumn() divisionCode: string;
  @RefColumn() createdById: string;
  @InstantColumn() createdAt: Date;
}

/** 回盘: a return file that was taken, with its answer for the next time it comes. */
@Entity('bank_return')
@Index('ux_bank_return', ['batchId', 'sha256'], { unique: true })
export class BankReturn {
  @IdColumn() id: string;
  @RefColumn()
  @References('bank_return', () => Batch)
  batchId: string;
  @RefColumn() importId: string;
  @BlindColumn() sha256: string;
  @IntegerColumn() paid: number;
  @IntegerColumn() failed: number;
  @IntegerColumn() unchanged: number;
  @FenColumn() totalFen: number;
  @RefColumn() importedById: string;
  @InstantColumn() importedAt: Date;
}

/** What became of a message of the bank when it came. */
export type CallbackVerdict = 'ASK' | 'SAME' | 'UNMATCHED' | 'AMOUNT_MISMATCH' | 'STATE_CONFLICT';

/** 银行通知: a signed message of the bank, as it came. Never changed; what does not fit our books is the queue of conflicts. */
@Entity('bank_callback')
@Index('ux_bank_callback', ['profile', 'externalId'], { unique: true })
@Index('ix_bank_callback_instruction', ['instructionId'])
@Index('ix_bank_callback_verdict', ['verdict', 'id'])
export class BankCallback {
  @IdColumn() id: string;
  @TextColumn(40) profile: string;
  /** the bank's own number of the message */
  @TextColumn(60) externalId: string;
  @TextColumn(60) instructionKey: string;
  @RefColumn({ nullable: true }) instructionId: string | null;
  /** of the batch; null: nobody knows the key */
  @DivisionColumn({ nullable: true }) divisionCode: string | null;
  @StateColumn() result: 'PAID' | 'FAILED';
  @FenColumn() amountFen: number;
  @StateColumn() verdict: CallbackVerdict;
  @InstantColumn() receivedAt: Date;
}

insertOnly('bank_callback');
