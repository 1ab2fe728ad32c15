import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DayColumn,
  DivisionColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Feedback } from './feedback/feedback.entity.js';
import type { IsoDate } from '@tongxing/rules';
import type { ProofReport } from './prover.js';

export type NoticeState = 'DRAFT' | 'PROVED' | 'PUBLISHED' | 'CLOSED' | 'WITHDRAWN';

/** 公示: what the office means to decide or pay, shown to everybody for a time. Once published its text never changes. */
@Entity('public_notice')
@Index('ix_public_notice_state', ['state', 'startsOn', 'id'])
@Index('ix_public_notice_division', ['divisionCode', 'startsOn'])
export class PublicNotice {
  @IdColumn() id: string;
  /** who listens to its end: a kind of {@link NoticeKinds} */
  @StateColumn() kind: string;
  @StateColumn() state: NoticeState;
  @DivisionColumn() divisionCode: string;
  @TextColumn(120) title: string;
  @TextColumn(300) basis: string;
  /** 监督电话 */
  @TextColumn(40, { nullable: true }) phone: string | null;
  @DayColumn() startsOn: IsoDate;
  /** last day on which an objection is taken */
  @DayColumn() endsOn: IsoDate;
  /** day from which the list is no longer shown */
  @DayColumn() withdrawOn: IsoDate;
  @IntegerColumn() days: number;
  /** WORKING_DAYS or DAYS */
  @StateColumn() daysUnit: 'WORKING_DAYS' | 'DAYS';
  /** act behind the number of days, with 演示参数 where it is one */
  @TextColumn(400) daysSource: string;
  @IntegerColumn() lineCount: number;
  @FenColumn({ nullable: true }) totalFen: number | null;
  /** SHA-256 of the text as shown */
  @BlindColumn({ nullable: true }) textHash: string | null;
  /** what the prover looked at and found; never a value from the list */
  @JsonColumn({ nullable: true }) proof: ProofReport | null;
  /** how many objections were lodged; raising it is what keeps an objection and the closing apart */
  @IntegerColumn() objections: number;
  @RefColumn({ nullable: true }) publishedBy: string | null;
  @InstantColumn() publishedAt: Date;
  @RefColumn({ nullable: true }) closedBy: string | null;
  @InstantColumn({ nullable: true }) closedAt: Date | null;
  @VersionColumn() version: number;
}

/** One line of a notice: the whitelist of what may be shown, and whose line it is. */
@Entity('notice_line')
@Index('ux_notice_line_serial', ['noticeId', 'serial'], { unique: true })
@Index('ux_notice_line_subject', ['noticeId', 'subjectId'], { unique: true })
export class NoticeLine {
  @IdColumn() id: string;
  @RefColumn()
  @References('notice_line', () => PublicNotice)
  noticeId: string;
  /** 序号 */
  @IntegerColumn() serial: number;
  /** the publisher's own row: an application, a payout. Never shown. */
  @RefColumn() subjectId: string;
  @TextColumn(60) maskedName: string;
  /** township or village */
  @TextColumn(60) divisionName: string;
  /** public name of the scheme or post */
  @TextColumn(120) subject: string;
  @FenColumn({ nullable: true }) amountFen: number | null;
  @TextColumn(60, { nullable: true }) periodText: string | null;
  /** set when the notice closes: PASSED, or HELD by an objection */
  @StateColumn({ nullable: true }) outcome: 'PASSED' | 'HELD' | null;
  @VersionColumn() version: number;
}

export type ObjectionState = 'OPEN' | 'UPHELD' | 'DISMISSED';

/** 异议: what somebody has against a line, or against the whole notice. Text and contact are sealed: both may name people. */
@Entity('objection')
@Index('ux_objection_request', ['noticeId', 'idempotencyKey'], { unique: true })
@Index('ix_objection_line', ['lineId', 'state'])
@Index('ix_objection_account', ['accountId'])
export class Objection {
  @IdColumn() id: string;
  @RefColumn()
  @References('objection', () => PublicNotice)
  noticeId: string;
  /** null: against the whole notice */
  @RefColumn({ nullable: true })
  @References('objection', () => NoticeLine)
  lineId: string | null;
  @StateColumn() state: ObjectionState;
  /** sealed JSON of {@link ObjectionSecrets} */
  @SecretColumn() secrets: string;
  @TextColumn(64) idempotencyKey: string;
  /** keyed hash of the content, to tell a repeat from another objection with the same key */
  @BlindColumn() contentHash: string;
  /** who was signed in, and gets the decision as a message; never shown to the office */
  @RefColumn({ nullable: true }) accountId: string | null;
  @InstantColumn() lodgedAt: Date;
  @DayColumn() answerBy: IsoDate;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  @VersionColumn() version: number;
}

/** What is sealed of an objection. */
export interface ObjectionSecrets {
  text: string;
  /** how to reach the objector; left out when he wants no answer */
  contact?: string;
  /** why it was decided so, once it was */
  reason?: string;
}

export const noticeEntities = [PublicNotice, NoticeLine, Objection, Feedback];
