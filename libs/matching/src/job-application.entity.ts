import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { IsoDate, JobApplicationState, RefusalSide } from '@tongxing/rules';
import type { InterviewWay } from './job-application.words.js';

/** 应聘: a person asked for a post, or the office referred him to it (推荐). How to reach the person, and his reasons, stand sealed. */
@Entity('job_application')
@Index('ux_job_application_live', ['personId', 'postId', 'live'], { unique: true })
@Index('ux_job_application_key', ['personId', 'idempotencyKey'], { unique: true })
@Index('ix_job_application_post', ['postId', 'live'])
@Index('ix_job_application_referrer', ['referredById', 'live'])
@Index('ix_job_application_counted', ['countedFor', 'refusalCaseId'])
export class JobApplication {
  @IdColumn() id: string;
  @RefColumn()
  @References('job_application', () => Person)
  personId: string;
  @RefColumn()
  @References('job_application', () => Post)
  postId: string;
  /** of the post: whose office looks after it */
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: JobApplicationState;
  /** 1 while it runs, null once withdrawn or refused: at most one runs for a person and a post */
  @IntegerColumn({ nullable: true }) live: number | null;
  /** what the rules said on `appliedOn`: for a referral the snapshot that a refusal is judged by */
  @StateColumn() answer: string;
  @DayColumn() appliedOn: IsoDate;
  /** the person wants the employer to know his needs */
  @FlagColumn() shareNeeds: boolean;
  /** sealed JSON of `JobApplicationSecrets` */
  @SecretColumn() secrets: string;
  /** 推荐: the account that brought the person; null: asked for by himself */
  @RefColumn({ nullable: true }) referredById: string | null;
  /** YES, NO: the employer may see who it is; null: nothing was said about this one */
  @StateColumn({ nullable: true }) release: 'YES' | 'NO' | null;
  @InstantColumn({ nullable: true }) releasedAt: Date | null;
  /** `2026-12-01 09:30`, Chinese time */
  @TextColumn(16, { nullable: true }) interviewAt: string | null;
  @TextColumn(100, { nullable: true }) interviewPlace: string | null;
  @StateColumn({ nullable: true }) interviewWay: InterviewWay | null;
  @FenColumn({ nullable: true }) offerWageFen: number | null;
  @DayColumn({ nullable: true }) offerStartsOn: IsoDate | null;
  /** the last day on which an answer is asked for; a silence after it prompts a visit */
  @DayColumn({ nullable: true }) offerReplyBy: IsoDate | null;
  @DayColumn({ nullable: true }) acceptedOn: IsoDate | null;
  /** the day it ended by a no, of either side */
  @DayColumn({ nullable: true }) refusedOn: IsoDate | null;
  /** whose no counts under `post.refusals`; null: nobody's */
  @StateColumn({ nullable: true }) countedFor: RefusalSide | null;
  /** the notice that it was counted into */
  @RefColumn({ nullable: true }) refusalCaseId: string | null;
  @TextColumn(80) idempotencyKey: string;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** What of an application is nobody else's business. */
export interface JobApplicationSecrets {
  contactPhone: string;
  contactWay: string;
  needs: string[];
  /** those of the needs that the employer may know */
  told?: string[];
  /** of an application: the person's words to the employer */
  note?: string;
  /** of a referral: the counsellor's words to the person */
  referral?: string;
  /** why it ended by a no: a code of the side's list, and more in own words */
  reason?: string;
  reasonText?: string;
}

/** The secrets of an application are bound to it by this context. */
export const secretsBoundTo = (id: string): string => `job_application|secrets|${id}`;

/** Of an application that nothing has happened to yet. */
export const NOTHING_YET = {
  referredById: null,
  release: null,
  releasedAt: null,
  interviewAt: null,
  interviewPlace: null,
  interviewWay: null,
  offerWageFen: null,
  offerStartsOn: null,
  offerReplyBy: null,
  acceptedOn: null,
  refusedOn: null,
  countedFor: null,
  refusalCaseId: null,
} as const satisfies Partial<JobApplication>;
