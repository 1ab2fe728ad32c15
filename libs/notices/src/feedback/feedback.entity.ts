import { Entity, Index } from 'typeorm';
import { Account } from '@tongxing/access';
import {
  BlindColumn,
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';

/** OPINION 意见, COMPLAINT 投诉, BROKEN 页面用不了. */
export const FEEDBACK_KINDS = ['OPINION', 'COMPLAINT', 'BROKEN'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** 意见: what somebody tells the office of a county, and its answer. What was written, and how to reach whom, is sealed. */
@Entity('feedback')
@Index('ux_feedback_request', ['idempotencyKey'], { unique: true })
@Index('ix_feedback_due', ['state', 'answerBy', 'id'])
@Index('ix_feedback_account', ['accountId'])
export class Feedback {
  @IdColumn() id: string;
  @StateColumn() kind: FeedbackKind;
  /** the county whose office answers */
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: 'OPEN' | 'CLOSED';
  /** sealed JSON of {@link FeedbackSecrets} */
  @SecretColumn() secrets: string;
  /** who was signed in, and gets the answer as a message; never shown to the office */
  @RefColumn({ nullable: true })
  @References('feedback', () => Account)
  accountId: string | null;
  @TextColumn(64) idempotencyKey: string;
  /** keyed hash of the content, to tell a repeat from something else with the same key */
  @BlindColumn() contentHash: string;
  @InstantColumn() receivedAt: Date;
  @DayColumn() answerBy: IsoDate;
  @RefColumn({ nullable: true }) answeredBy: string | null;
  @InstantColumn({ nullable: true }) answeredAt: Date | null;
  @VersionColumn() version: number;
}

/** What is sealed of it. */
export interface FeedbackSecrets {
  text: string;
  /** for an answer; left out by who wants none */
  phone?: string;
  /** the page that it is about: a path of this site, or whatever was typed */
  page?: string;
  answer?: string;
}
