import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';
import { Account } from '../account.entity.js';
import type { Consent, EndedBy, HelperKind, Scope } from './delegation.words.js';

/** 代办委托: a person lets a helper do some things for a time. Its terms never change; new terms are a new row. */
@Entity('delegation')
@Index('ux_delegation_live', ['personId', 'helperKey', 'live'], { unique: true })
@Index('ix_delegation_helper', ['helperId', 'live'])
export class Delegation {
  @IdColumn() id: string;
  /** record in the register of persons */
  @RefColumn() personId: string;
  /** null: no account answers to what was typed; the person is not told */
  @RefColumn({ nullable: true })
  @References('delegation', () => Account)
  helperId: string | null;
  /** keyed digest of what names the helper: the account chosen, or what was typed */
  @BlindColumn() helperKey: string;
  /** sealed: the account name or phone as typed; null where the helper was chosen from a list */
  @SecretColumn({ nullable: true }) helperTyped: string | null;
  @StateColumn() kind: HelperKind;
  @JsonColumn() scopes: Scope[];
  /** first and last day on which it is good */
  @DayColumn() from: IsoDate;
  @DayColumn() until: IsoDate;
  @StateColumn() consent: Consent;
  /** sealed: where the paper lies, or what was said on the phone and when */
  @SecretColumn({ nullable: true }) consentNote: string | null;
  /** the account that recorded it: the person's own, or the witness */
  @RefColumn()
  @References('delegation', () => Account)
  recordedById: string;
  /** 见证人: the member of staff before whom the person said yes; null where the person was alone */
  @RefColumn({ nullable: true })
  @References('delegation', () => Account)
  witnessId: string | null;
  @InstantColumn() createdAt: Date;
  /** the helper's last act; null: has not begun, and is named as typed until then */
  @InstantColumn({ nullable: true }) usedAt: Date | null;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
  @StateColumn({ nullable: true }) endedBy: EndedBy | null;
  /** 1 until it is ended, then null; one that has run out stays 1 */
  @IntegerColumn({ nullable: true }) live: number | null;
  @VersionColumn() version: number;
}

/** 代办记录: one line of what was done, in plain words. The proof is the audit chain; this is for reading. */
@Entity('delegation_act')
@Index('ix_delegation_act_person', ['personId', 'id'])
@Index('ix_delegation_act_helper', ['helperId', 'id'])
export class DelegationAct {
  @IdColumn() id: string;
  @RefColumn()
  @References('delegation_act', () => Delegation)
  delegationId: string;
  @RefColumn() personId: string;
  /** whose act it was: the helper's, or of whoever recorded or ended the delegation */
  @RefColumn()
  @References('delegation_act', () => Account)
  actorId: string;
  /** the helper, for the helper's own list */
  @RefColumn({ nullable: true }) helperId: string | null;
  @InstantColumn() at: Date;
  /** sealed: 申请了岗位「社区保洁员」 */
  @SecretColumn() text: string;
}

/** 确认码: the person's yes to certain terms, sent to the phone in the register. */
@Entity('consent_code')
@Index('ux_consent_code_slot', ['personId', 'slot'], { unique: true })
@Index('ix_consent_code_person', ['personId', 'createdAt'])
export class ConsentCode {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  /** what the yes is to: a code for other terms is no code */
  @BlindColumn() termsHash: string;
  /** the minute since 1970: of two requests at once one is too many */
  @IntegerColumn() slot: number;
  @BlindColumn() codeHash: string;
  @IntegerColumn() tries: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}

export const delegationEntities = [Delegation, DelegationAct, ConsentCode];
