import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';

export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** A piece of background work. It exists exactly if the rows exist that it is about: both are written in one unit of work. */
@Entity('job')
@Index('ix_job_due', ['state', 'runAt'])
@Index('ux_job_unique_name', ['uniqueName'], { unique: true })
export class Job {
  @IdColumn() id: string;
  @TextColumn(60) name: string;
  /** ids only, at most 1 KB */
  @JsonColumn() payload: unknown;
  @StateColumn() state: JobState;
  /** not before */
  @InstantColumn() runAt: Date;
  @IntegerColumn() attempts: number;
  /** at most one unfinished job carries it; empty once finished */
  @TextColumn(120, { nullable: true }) uniqueName: string | null;
  @RefColumn({ nullable: true }) leaseOwner: string | null;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  /** a code, never a value */
  @TextColumn(200, { nullable: true }) lastError: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  @VersionColumn() version: number;
}
