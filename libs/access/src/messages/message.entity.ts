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

/** How far the text message of a message has come. NONE: there is no number. */
export type SmsState = 'NONE' | 'WAITING' | 'SENT' | 'FAILED' | 'OPTED_OUT';

/** 消息: words to a person, in the portal and as a text message. A code is a text message alone and is not kept. */
@Entity('message')
@Index('ix_message_account', ['accountId', 'id'])
@Index('ix_message_person', ['personId', 'id'])
export class Message {
  @IdColumn() id: string;
  @RefColumn({ nullable: true })
  @References('message', () => Account)
  accountId: string | null;
  /** a record of the register of persons; its account may come later */
  @RefColumn({ nullable: true }) personId: string | null;
  /** CODE goes out at once and is not shown in the portal */
  @StateColumn() kind: 'CODE' | 'NOTE';
  /** sealed */
  @SecretColumn() text: string;
  /** sealed: what the text message says instead, where it may not say what the portal says; null: the same */
  @SecretColumn({ nullable: true }) smsText: string | null;
  /** sealed number */
  @SecretColumn({ nullable: true }) phone: string | null;
  @StateColumn() smsState: SmsState;
  @IntegerColumn() tries: number;
  @InstantColumn({ nullable: true }) sentAt: Date | null;
  /** why it failed: a code of the sender, never words with a number in them */
  @TextColumn(60, { nullable: true }) failure: string | null;
  @InstantColumn() createdAt: Date;
}

/** 不收短信: who wants no text messages but codes. */
@Entity('message_opt_out')
export class MessageOptOut {
  /** the record, or the account where there is none */
  @KeyColumn(36) owner: string;
  @InstantColumn() since: Date;
}

/** 看到哪里: up to which message an account has seen its own; one row an account, however many messages. */
@Entity('message_seen')
export class MessageSeen {
  @KeyColumn(36)
  @References('message_seen', () => Account)
  accountId: string;
  /** id of the newest message that was seen; ids grow with time */
  @RefColumn() seenUpTo: string;
  @InstantColumn() seenAt: Date;
}

export const messageEntities = [Message, MessageOptOut, MessageSeen];
