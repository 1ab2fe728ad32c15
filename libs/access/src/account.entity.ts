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
} from '@tongxing/database';
import type { Role } from './roles.js';

/** 账号: one a natural person, so that two duties on one item cannot be dodged by a second account. */
@Entity('account')
@Index('ux_account_login', ['login'], { unique: true })
@Index('ux_account_person', ['personId'], { unique: true })
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
  @IntegerColumn() failures: number;
  @InstantColumn({ nullable: true }) lockedUntil: Date | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** A signed-in browser (`SESSION`, used by the portal) or a program's token (`BEARER`). Only the hash of the secret is kept. */
@Entity('session')
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_account', ['accountId'])
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
}

/** How many days the demonstration's clock runs ahead: one row, followed by every process. */
@Entity('demo_time')
export class DemoTime {
  @KeyColumn(16) name: string;
  @IntegerColumn() daysAhead: number;
}
