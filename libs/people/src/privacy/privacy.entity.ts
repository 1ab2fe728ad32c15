import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DivisionColumn,
  FlagColumn,
  IdColumn,
  insertOnly,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  VersionColumn,
} from '@tongxing/database';
import { Person } from '../person.entity.js';
import type { ConsentPurposeCode } from './consent.purposes.js';

/** How somebody said yes or no: in the portal, on paper, in a call, face to face, or at a visit that was noted. */
export type ConsentChannel = 'PORTAL' | 'PAPER' | 'CALL' | 'FACE' | 'VISIT';
/** Who said it. */
export type ConsentBy = 'SELF' | 'GUARDIAN';
/** 凭什么是监护人: of a minor; kin by law; named by a court; named by the village committee or the civil affairs office. */
export type GuardianBasis = 'MINOR' | 'KIN' | 'COURT' | 'APPOINTED';

/** 同意: a yes or a no to one purpose. Never changed: the newest of a person and purpose counts. */
@Entity('consent')
@Index('ux_consent_serial', ['personId', 'purpose', 'serial'], { unique: true })
@Index('ix_consent_purpose', ['purpose', 'given'])
export class Consent {
  @IdColumn() id: string;
  @RefColumn()
  @References('consent', () => Person)
  personId: string;
  @StateColumn() purpose: ConsentPurposeCode;
  /** 1, 2, 3 …: of two at once one is first */
  @IntegerColumn() serial: number;
  /** false: refused, or withdrawn */
  @FlagColumn() given: boolean;
  /** of the words that were read */
  @BlindColumn() textHash: string;
  @IntegerColumn() textVersion: number;
  @StateColumn() channel: ConsentChannel;
  @StateColumn() saidBy: ConsentBy;
  /** null: the person spoke, or it was written down before there was a reason to give */
  @StateColumn({ nullable: true }) guardianBasis: GuardianBasis | null;
  /** picture of the signed paper; no foreign key: the paper goes with a deletion, this row stays */
  @RefColumn({ nullable: true }) evidenceId: string | null;
  /** account that it was entered under; null: the demonstration */
  @RefColumn({ nullable: true }) recordedBy: string | null;
  @InstantColumn() at: Date;
}

export type DataRequestKind = 'EXPORT' | 'DELETION';
/** EXPORT: WAITING → READY → TAKEN, EXPIRED or FAILED. DELETION: REQUESTED → APPROVED → EXECUTED; REFUSED, WITHDRAWN. */
export type DataRequestState =
  | 'WAITING'
  | 'READY'
  | 'TAKEN'
  | 'EXPIRED'
  | 'FAILED'
  | 'REQUESTED'
  | 'APPROVED'
  | 'EXECUTED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** 资料申请: a person wants a copy of everything, or everything deleted. One of a kind runs at a time. */
@Entity('data_request')
@Index('ux_data_request_live', ['personId', 'kind', 'live'], { unique: true })
@Index('ix_data_request_queue', ['kind', 'state', 'divisionCode'])
export class DataRequest {
  @IdColumn() id: string;
  @RefColumn()
  @References('data_request', () => Person)
  personId: string;
  /** of the person on the day */
  @DivisionColumn() divisionCode: string;
  @StateColumn() kind: DataRequestKind;
  @StateColumn() state: DataRequestState;
  /** 1 while it runs, then empty */
  @IntegerColumn({ nullable: true }) live: 1 | null;
  /** the person's account */
  @RefColumn() requestedById: string;
  @InstantColumn() requestedAt: Date;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  /** READY: until when it can be had; APPROVED: from when on it is executed */
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
  /** sealed: why it was refused, in the officer's words */
  @SecretColumn({ nullable: true }) answer: string | null;
  @VersionColumn() version: number;
}

/** A piece of a person's own file, sealed, until it is fetched. In the database, so that any process can make it and any hand it out. */
@Entity('data_export_part')
@Index('ux_data_export_part', ['requestId', 'part'], { unique: true })
export class DataExportPart {
  @IdColumn() id: string;
  @RefColumn()
  @References('data_export_part', () => DataRequest)
  requestId: string;
  @IntegerColumn() part: number;
  @SecretColumn() sealed: string;
}

/** 保全: nothing of this person is deleted while it stands. */
@Entity('legal_hold')
@Index('ux_legal_hold_live', ['personId', 'live'], { unique: true })
export class LegalHold {
  @IdColumn() id: string;
  @RefColumn()
  @References('legal_hold', () => Person)
  personId: string;
  /** sealed: why, in the officer's words */
  @SecretColumn() reason: string;
  @RefColumn() placedById: string;
  @InstantColumn() placedAt: Date;
  @RefColumn({ nullable: true }) liftedById: string | null;
  @InstantColumn({ nullable: true }) liftedAt: Date | null;
  /** 1 while it stands, then empty */
  @IntegerColumn({ nullable: true }) live: 1 | null;
}

/** 到期清理: one night's work, in counts. */
@Entity('retention_run')
@Index('ix_retention_run_started', ['startedAt'])
export class RetentionRun {
  @IdColumn() id: string;
  @InstantColumn() startedAt: Date;
  /** null: it was cut off; the next one goes on */
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  /** what it was → how many went */
  @JsonColumn() gone: Record<string, number>;
  /** people whose data was left alone because of a legal hold */
  @IntegerColumn() held: number;
}

export const privacyEntities = [Consent, DataRequest, DataExportPart, LegalHold, RetentionRun];

insertOnly('consent');
