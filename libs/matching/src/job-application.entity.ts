import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
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
import type { IsoDate } from '@tongxing/rules';
import type { JobApplicationState } from './job-application.words.js';

/** 应聘: a person asked for a post. How to reach the person stands sealed. */
@Entity('job_application')
@Index('ux_job_application_live', ['personId', 'postId', 'live'], { unique: true })
@Index('ux_job_application_key', ['personId', 'idempotencyKey'], { unique: true })
@Index('ix_job_application_post', ['postId', 'live'])
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
  /** what the rules said that day */
  @StateColumn() answer: string;
  @DayColumn() appliedOn: IsoDate;
  /** the person wants the employer to know his needs */
  @FlagColumn() shareNeeds: boolean;
  /** sealed JSON of `JobApplicationSecrets` */
  @SecretColumn() secrets: string;
  @TextColumn(80) idempotencyKey: string;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** What of an application is nobody else's business. */
export interface JobApplicationSecrets {
  contactPhone: string;
  contactWay: string;
  needs: string[];
  note?: string;
}
