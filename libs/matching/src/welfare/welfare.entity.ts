import { Entity, Index } from 'typeorm';
import { Account } from '@tongxing/access';
import {
  DayColumn,
  DivisionColumn,
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
import { Employer, Post, type PostContent } from '@tongxing/employers';
import type { IsoDate, WelfareExit } from '@tongxing/rules';
import { Placement } from '../placements/placement.entity.js';
import type { ExitState, FundSource, ProposalState } from './welfare.words.js';

/** 岗位申报: a town asks for a public-welfare post; another officer approves it with the money behind it, and it stands as a post. */
@Entity('welfare_proposal')
@Index('ux_welfare_proposal_post', ['postId'], { unique: true })
@Index('ix_welfare_proposal_division', ['divisionCode', 'id'])
export class WelfareProposal {
  @IdColumn() id: string;
  /** where the work is */
  @DivisionColumn() divisionCode: string;
  @RefColumn()
  @References('welfare_proposal', () => Employer)
  employerId: string;
  @StateColumn() state: ProposalState;
  /** the post as it would be published */
  @JsonColumn() content: PostContent;
  /** why the town needs it */
  @TextColumn(500) reason: string;
  @RefColumn()
  @References('welfare_proposal', () => Account)
  proposedById: string;
  @DayColumn() proposedOn: IsoDate;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @DayColumn({ nullable: true }) decidedOn: IsoDate | null;
  @TextColumn(300, { nullable: true }) returnReason: string | null;
  @StateColumn({ nullable: true }) fundSource: FundSource | null;
  /** number of the document that gives the money */
  @TextColumn(80, { nullable: true }) fundDocument: string | null;
  @RefColumn({ nullable: true })
  @References('welfare_proposal', () => Post)
  postId: string | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** 在用岗位数: seats of a post that somebody works on, disabled or not, as reported for a day. The newest up to a day counts. */
@Entity('welfare_seats')
@Index('ux_welfare_seats', ['postId', 'onDay'], { unique: true })
export class WelfareSeats {
  @IdColumn() id: string;
  @RefColumn()
  @References('welfare_seats', () => Post)
  postId: string;
  @DayColumn() onDay: IsoDate;
  @IntegerColumn() inUse: number;
  /** the list or report that says so */
  @TextColumn(200) source: string;
  @RefColumn()
  @References('welfare_seats', () => Account)
  recordedById: string;
  @InstantColumn() recordedAt: Date;
  @VersionColumn() version: number;
}

/** 考勤: days of one person in one month, never changed: a correction is a new row. The newest that was confirmed counts. */
@Entity('attendance_entry')
@Index('ux_attendance_entry', ['placementId', 'month', 'serial'], { unique: true })
export class AttendanceEntry {
  @IdColumn() id: string;
  @RefColumn()
  @References('attendance_entry', () => Placement)
  placementId: string;
  /** `YYYY-MM` */
  @TextColumn(7) month: string;
  /** 1, 2 … of the placement's month */
  @IntegerColumn() serial: number;
  @IntegerColumn() daysDue: number;
  @IntegerColumn() daysPresent: number;
  /** why it was corrected after the close; null before */
  @TextColumn(200, { nullable: true }) reason: string | null;
  @RefColumn()
  @References('attendance_entry', () => Account)
  enteredById: string;
  @InstantColumn() enteredAt: Date;
  /** the officer; null: nobody yet */
  @RefColumn({ nullable: true }) confirmedById: string | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  @VersionColumn() version: number;
}

/** 考勤办结: an officer closed a post's month, once. */
@Entity('attendance_close')
@Index('ux_attendance_close', ['postId', 'month'], { unique: true })
export class AttendanceClose {
  @IdColumn() id: string;
  @RefColumn()
  @References('attendance_close', () => Post)
  postId: string;
  @TextColumn(7) month: string;
  /** how many people stood on the sheet */
  @IntegerColumn() people: number;
  @RefColumn()
  @References('attendance_close', () => Account)
  closedById: string;
  @InstantColumn() closedAt: Date;
}

/** 退出: why somebody left a public-welfare post, on what basis; what is held against him is told first and decided by another officer. */
@Entity('welfare_exit')
@Index('ux_welfare_exit_live', ['placementId', 'live'], { unique: true })
@Index('ix_welfare_exit_division', ['divisionCode', 'state', 'id'])
export class WelfareExitCase {
  @IdColumn() id: string;
  @RefColumn()
  @References('welfare_exit', () => Placement)
  placementId: string;
  @DivisionColumn() divisionCode: string;
  @StateColumn() reason: WelfareExit;
  @StateColumn() state: ExitState;
  /** sealed JSON of {@link ExitSecrets} */
  @SecretColumn() secrets: string;
  @DayColumn() noticedOn: IsoDate;
  /** the last day on which the person may answer; null where nothing is held against him */
  @DayColumn({ nullable: true }) answerBy: IsoDate | null;
  @RefColumn()
  @References('welfare_exit', () => Account)
  begunById: string;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @DayColumn({ nullable: true }) decidedOn: IsoDate | null;
  /** 1 while it waits: one at a time; 2 once it ended the placement: only one ever does; null when it was dropped */
  @IntegerColumn({ nullable: true }) live: number | null;
  @VersionColumn() version: number;
}

/** What is sealed of an exit: it may tell of an illness. */
export interface ExitSecrets {
  basis: string;
  /** what the person said */
  answer?: string;
  /** why the officer decided so */
  decision?: string;
}

/** 期满提醒: told once a placement, threshold and last day. */
@Entity('term_alert')
@Index('ux_term_alert', ['placementId', 'daysBefore', 'endsOn'], { unique: true })
export class TermAlert {
  @IdColumn() id: string;
  @RefColumn()
  @References('term_alert', () => Placement)
  placementId: string;
  /** 90 or 30 */
  @IntegerColumn() daysBefore: number;
  @DayColumn() endsOn: IsoDate;
  @DayColumn() toldOn: IsoDate;
}

export const welfareEntities = [
  WelfareProposal,
  WelfareSeats,
  AttendanceEntry,
  AttendanceClose,
  WelfareExitCase,
  TermAlert,
];
