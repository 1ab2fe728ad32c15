import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DivisionColumn,
  FenColumn,
  IdColumn,
  insertOnly,
  InstantColumn,
  KeyColumn,
  RefColumn,
  StateColumn,
  TextColumn,
} from '@tongxing/database';

/**
 * 审计记录: one act. Chained by hash to the one before it in its county; written in the unit of work of the act itself, so that neither is
 * there without the other. No personal data: ids, codes and keyed digests only.
 */
@Entity('audit_entry')
@Index('ux_audit_entry_chain_seq', ['chain', 'seq'], { unique: true })
@Index('ix_audit_entry_target', ['targetId'])
@Index('ix_audit_entry_actor', ['actorId'])
export class AuditEntry {
  @IdColumn() id: string;
  /** county of the matter, 6 digits: one chain each */
  @TextColumn(6) chain: string;
  /** 1, 2, 3 … within the chain */
  @FenColumn() seq: number;
  @InstantColumn() at: Date;
  /** account that acted; null: a visitor, a job or the command line, as `role` says */
  @RefColumn({ nullable: true }) actorId: string | null;
  /** person for whom it was done by a helper */
  @RefColumn({ nullable: true }) onBehalfOf: string | null;
  /** role it was done in, or VISITOR, JOB, COMMAND */
  @StateColumn() role: string;
  /** where the matter lies */
  @DivisionColumn() divisionCode: string;
  /** action of the policy table, or the name of a public operation */
  @TextColumn(60) action: string;
  @TextColumn(40, { nullable: true }) targetKind: string | null;
  @RefColumn({ nullable: true }) targetId: string | null;
  /** keyed digests of what the target was and became */
  @BlindColumn({ nullable: true }) before: string | null;
  @BlindColumn({ nullable: true }) after: string | null;
  @TextColumn(200, { nullable: true }) reason: string | null;
  @TextColumn(45, { nullable: true }) address: string | null;
  @RefColumn({ nullable: true }) trace: string | null;
  @BlindColumn() prevHash: string;
  @BlindColumn() hash: string;
}

/** The last entry of a county's chain: whoever raises `seq` holds the chain until the unit commits. */
@Entity('audit_chain')
export class AuditChain {
  @KeyColumn(6) chain: string;
  @FenColumn() seq: number;
  @BlindColumn() hash: string;
}

insertOnly('audit_entry');
