import { Entity, Index } from 'typeorm';
import {
  DivisionColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  KeyColumn,
  JsonColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
  BlindColumn,
  BlindIndexColumn,
  SecretColumn,
} from '@tongxing/database';
import { blindOfIdNumber } from './blind-id.js';
import type { Role } from './roles.js';

/** 账号: one a natural person, so that two duties on one item cannot be dodged by a second account. */
@Entity('account')
@Index('ux_account_login', ['login'], { unique: true })
@Index('ux_account_person', ['personId'], { unique: true })
@Index('ix_account_employer', ['employerId'])
@Index('ux_account_id', ['idBlind'], { unique: true })
@Index('ux_account_id2', ['idBlind2'], { unique: true })
export class Account {
  @IdColumn() id: string;
  /** small letters, digits, dots; what is typed at sign-in */
  @TextColumn(60) login: string;
  @TextColumn(60) displayName: string;
  /** Argon2id */
  @TextColumn(200) passwordHash: string;
  @JsonColumn() roles: Role[];
  @DivisionColumn() divisionCode: string;
  @RefColumn({ nullable: true }) personId: string | null;
  @RefColumn({ nullable: true }) employerId: string | null;
  @FlagColumn() disabled: boolean;
  /** 演示账号: signs in with the published password, in demo mode only */
  @FlagColumn() demo: boolean;
  /** Blind index of the holder's ID number, the same as `person.idBlind`: one account a natural person. */
  @BlindIndexColumn({ from: 'idNumber', kind: 'person.idNumber', blind: blindOfIdNumber, mayLack: true })
  idBlind: string | null;
  @BlindColumn({ nullable: true }) idBlind2: string | null;
  /** sealed ID number; null beside a blind index: from before it was kept */
  @SecretColumn({ nullable: true }) idNumber: string | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** A signed-in browser (`SESSION`, used by the portal) or a program's token (`BEARER`). Only the hash of the secret is kept. */
@Entity('session')
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_account', ['accountId'])
@Index('ix_session_end', ['expiresAt'])
export class Session {
  @IdColumn() id: string;
  @StateColumn() kind: 'SESSION' | 'BEARER';
  @BlindColumn() tokenHash: string;
  @RefColumn()
  @References('session', () => Account)
  accountId: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() lastSeenAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  /** when the second factor was last shown in it */
  @InstantColumn({ nullable: true }) provedAt: Date | null;
  /** what it was opened with, in words: `Chrome，Windows` */
  @TextColumn(60, { nullable: true }) agent: string | null;
  /** opened through a platform alone, by an account that has a second factor: nothing is done in it before that was shown */
  @FlagColumn({ nullable: true }) factorDue: boolean | null;
  /** 做证人: opened on this account's word, so not everything is done in it */
  @RefColumn({ nullable: true }) witnessId: string | null;
  /** 代办: the delegation under which it acts for somebody */
  @RefColumn({ nullable: true }) delegationId: string | null;
}

/** 第二因素: the secret of an account's authenticator app. */
@Entity('second_factor')
export class SecondFactor {
  @KeyColumn(36)
  @References('second_factor', () => Account)
  accountId: string;
  /** sealed, base32 */
  @SecretColumn() secret: string;
  /** The newest 30-second step whose code was used: neither that one nor an older one is taken again. */
  @IntegerColumn() lastStep: number;
  @InstantColumn() createdAt: Date;
}

/** 备用码: gets in once without the authenticator. */
@Entity('recovery_code')
@Index('ux_recovery_code', ['codeHash'], { unique: true })
@Index('ix_recovery_code_account', ['accountId'])
export class RecoveryCode {
  @IdColumn() id: string;
  @RefColumn()
  @References('recovery_code', () => Account)
  accountId: string;
  @BlindColumn() codeHash: string;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}

/** 设置链接: leads once to the page where its account gets a password and an authenticator (`ACCOUNT`), or a new authenticator (`FACTOR`). */
@Entity('account_setup')
@Index('ux_account_setup_token', ['tokenHash'], { unique: true })
@Index('ix_account_setup_account', ['accountId'])
export class AccountSetup {
  @IdColumn() id: string;
  @RefColumn()
  @References('account_setup', () => Account)
  accountId: string;
  @StateColumn() purpose: 'ACCOUNT' | 'FACTOR';
  @BlindColumn() tokenHash: string;
  /** sealed; becomes the account's once a code of it was shown */
  @SecretColumn() secret: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}

/** Wrong tries at one door: an account name (whether it exists or not), an account's second factor, a client address. */
@Entity('sign_in_failure')
export class SignInFailure {
  /** blind index of the door */
  @KeyColumn(64) door: string;
  @IntegerColumn() failures: number;
  @InstantColumn() since: Date;
  @InstantColumn({ nullable: true }) lockedUntil: Date | null;
}

/** How many days the demonstration's clock runs ahead: one row, followed by every process. */
@Entity('demo_time')
export class DemoTime {
  @KeyColumn(16) name: string;
  @IntegerColumn() daysAhead: number;
}
