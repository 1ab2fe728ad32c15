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

export const messageEntities = [Message, MessageOptOut];
