import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  insertOnly,
  IntegerColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { LedgerAccount, PostingEvent } from '@tongxing/rules';

/** 资金指标: money for one scheme, region, year, source and budget item. `reserved` holds what is reserved and in transit. */
@Entity('envelope')
@Index('ux_envelope', ['schemeCode', 'divisionCode', 'year', 'source', 'budgetItem'], { unique: true })
export class Envelope {
  @IdColumn() id: string;
  @StateColumn() schemeCode: string;
  /** 12-digit code of the county */
  @DivisionColumn() divisionCode: string;
  @IntegerColumn() year: number;
  /** 残保金, 中央, 省, 县 */
  @TextColumn(60) source: string;
  @TextColumn(60) budgetItem: string;
  @FenColumn() allottedFen: number;
  @FenColumn() pledgedFen: number;
  @FenColumn() reservedFen: number;
  @FenColumn() spentFen: number;
  @StateColumn() state: 'OPEN' | 'CLOSED';
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** 凭证: one balanced posting. Never changed; its key makes a replay "already done". */
@Entity('journal')
@Index('ux_journal_key', ['postingKey'], { unique: true })
@Index('ix_journal_envelope', ['envelopeId', 'id'])
export class Journal {
  @IdColumn() id: string;
  @RefColumn()
  @References('journal', () => Envelope)
  envelopeId: string;
  @TextColumn(120) postingKey: string;
  @StateColumn() event: PostingEvent;
  /** no personal data: document, batch or key */
  @TextColumn(120) memo: string;
  @RefColumn({ nullable: true }) payoutId: string | null;
  /** sum of either side */
  @FenColumn() amountFen: number;
  @DayColumn() effectiveOn: string;
  @DayColumn() bookedOn: string;
  @RefColumn({ nullable: true }) actorId: string | null;
  @InstantColumn() bookedAt: Date;
}

/** 分录 */
@Entity('journal_entry')
@Index('ix_journal_entry_journal', ['journalId'])
@Index('ix_journal_entry_account', ['envelopeId', 'account'])
export class JournalEntry {
  @IdColumn() id: string;
  @RefColumn()
  @References('journal_entry', () => Journal)
  journalId: string;
  @RefColumn() envelopeId: string;
  @StateColumn() account: LedgerAccount;
  @FenColumn() debitFen: number;
  @FenColumn() creditFen: number;
}

/** 状态历史: every step of every machine, who and when. */
@Entity('state_history')
@Index('ix_state_history_subject', ['subjectId', 'id'])
export class StateHistory {
  @IdColumn() id: string;
  @TextColumn(32) machine: string;
  @RefColumn() subjectId: string;
  @StateColumn({ nullable: true }) fromState: string | null;
  @StateColumn() event: string;
  @StateColumn() toState: string;
  @RefColumn({ nullable: true }) actorId: string | null;
  @TextColumn(300, { nullable: true }) reason: string | null;
  @InstantColumn() happenedAt: Date;
}

insertOnly('journal', 'journal_entry', 'state_history');
