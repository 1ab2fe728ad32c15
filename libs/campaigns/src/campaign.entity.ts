import { Entity, Index } from 'typeorm';
import { Account } from '@tongxing/access';
import {
  BlindColumn,
  DayColumn,
  DivisionColumn,
  FlagColumn,
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
import { Person } from '@tongxing/people';
import type { IsoDate } from '@tongxing/rules';
import type { CaseReason, Met, Situation } from './campaign.words.js';

/** 分工: a person in one counsellor's caseload, with the day by which he is to be seen. One live assignment a person. */
@Entity('case_assignment')
@Index('ux_case_assignment_live', ['personId', 'live'], { unique: true })
@Index('ix_case_assignment_counsellor', ['counsellorId', 'live', 'dueOn'])
export class CaseAssignment {
  @IdColumn() id: string;
  @RefColumn()
  @References('case_assignment', () => Person)
  personId: string;
  @RefColumn()
  @References('case_assignment', () => Account)
  counsellorId: string;
  /** where the person was when assigned */
  @DivisionColumn() divisionCode: string;
  @StateColumn() reason: CaseReason;
  @DayColumn() assignedOn: IsoDate;
  /** null: no day is set */
  @DayColumn({ nullable: true }) dueOn: IsoDate | null;
  /** day of the newest visit */
  @DayColumn({ nullable: true }) lastVisitOn: IsoDate | null;
  @DayColumn({ nullable: true }) endedOn: IsoDate | null;
  /** 1, or null once it has ended: NULLs do not clash in the unique key */
  @IntegerColumn({ nullable: true }) live: 1 | null;
  @VersionColumn() version: number;
}

/** 走访: what a counsellor saw on a day. Its id is made on the counsellor's phone, so that sent twice it is one visit. Never changed. */
@Entity('visit')
@Index('ix_visit_person', ['personId', 'visitedOn'])
export class Visit {
  @IdColumn() id: string;
  @RefColumn()
  @References('visit', () => Person)
  personId: string;
  /** who was there, not who uploaded it */
  @RefColumn()
  @References('visit', () => Account)
  recordedBy: string;
  @DivisionColumn() divisionCode: string;
  @DayColumn() visitedOn: IsoDate;
  @StateColumn() met: Met;
  @StateColumn({ nullable: true }) situation: Situation | null;
  /** null: not asked */
  @FlagColumn({ nullable: true }) wantsWork: boolean | null;
  @JsonColumn() needs: string[];
  /** null: not asked */
  @FlagColumn({ nullable: true }) smsConsent: boolean | null;
  @DayColumn({ nullable: true }) nextOn: IsoDate | null;
  /** sealed JSON of {@link VisitSecrets}: free words about a person */
  @SecretColumn() secrets: string;
  /** keyed hash of all that was sent, to tell a repeat from another visit with the same id */
  @BlindColumn() contentHash: string;
  @InstantColumn() recordedAt: Date;
  @VersionColumn() version: number;
}

/** What is sealed of a visit. */
export interface VisitSecrets {
  nextStep?: string;
  note?: string;
}

export const campaignEntities = [CaseAssignment, Visit];
