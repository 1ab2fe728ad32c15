import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  KeyColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
} from '@tongxing/database';
import { Account } from '../account.entity.js';
import type { RevealReason } from './reveal.words.js';

/** 看完整号码: who looked at which clear value, and what for. The value itself is never in it. */
@Entity('reveal')
@Index('ix_reveal_trace', ['trace'])
@Index('ix_reveal_account', ['accountId', 'revealedAt'])
export class Reveal {
  @IdColumn() id: string;
  @RefColumn()
  @References('reveal', () => Account)
  accountId: string;
  /** as `RevealFields` knows it: personPhone */
  @TextColumn(40) field: string;
  /** the person, application, payout … whose value it was */
  @RefColumn() subjectId: string;
  @StateColumn() reason: RevealReason;
  /** sealed: what was typed beside the reason, which may name people and so does not stand in the audit chain */
  @SecretColumn() note: string;
  /** number of the request: ties it to its audit entry */
  @RefColumn({ nullable: true }) trace: string | null;
  @InstantColumn() revealedAt: Date;
}

/** How often an account has looked in the hour that began with the first look. */
@Entity('reveal_tally')
export class RevealTally {
  @KeyColumn(36)
  @References('reveal_tally', () => Account)
  accountId: string;
  @IntegerColumn() looks: number;
  @InstantColumn() since: Date;
}

export const revealEntities = [Reveal, RevealTally];
