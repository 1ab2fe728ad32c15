import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  FlagColumn,
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
import type { Outcome } from './kind.js';
import type { Problem } from './problems.js';

export type ImportState =
  | 'RECEIVED'
  | 'SCANNING'
  | 'READING'
  | 'CHECKED'
  | 'COMMITTING'
  | 'COMMITTED'
  | 'DISCARDED'
  | 'FAILED';

/** 导入: one file that was brought in, from upload to commit. Counts and codes only; rows stand in {@link ImportRowEntity}. */
@Entity('import_job')
@Index('ix_import_job_sha', ['sha256', 'kind'])
@Index('ix_import_job_account', ['accountId', 'createdAt'])
export class ImportJob {
  @IdColumn() id: string;
  @TextColumn(40) kind: string;
  @TextColumn(200) fileName: string;
  /** SHA-256 of the file: recognises one that was brought in before */
  @BlindColumn() sha256: string;
  @IntegerColumn() fileBytes: number;
  @TextColumn(8, { nullable: true }) format: 'xlsx' | 'csv' | null;
  @TextColumn(16, { nullable: true }) encoding: string | null;
  @StateColumn() state: ImportState;
  /** raised whenever a check takes the job up: an older run finds that it no longer owns it */
  @IntegerColumn() epoch: number;
  /** region the uploader works in, as a code prefix; empty: the command line */
  @TextColumn(12) divisionScope: string;
  @RefColumn({ nullable: true }) accountId: string | null;
  @RefColumn({ nullable: true }) employerId: string | null;
  @IntegerColumn() rowCount: number;
  @IntegerColumn() newCount: number;
  @IntegerColumn() changedCount: number;
  @IntegerColumn() unchangedCount: number;
  @IntegerColumn() wrongCount: number;
  @IntegerColumn() warnedCount: number;
  /** rows written so far, and the last Excel row that the commit has passed: where it goes on after a stop */
  @IntegerColumn() committedCount: number;
  @IntegerColumn() committedThrough: number;
  /** how often each problem code was found */
  @JsonColumn() codes: Record<string, number>;
  /** problems of the file as a whole */
  @JsonColumn() fileProblems: Problem[];
  @JsonColumn() presentColumns: string[];
  @JsonColumn() unknownColumns: string[];
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  @VersionColumn() version: number;
}

export type ImportRowState = 'GOOD' | 'WRONG' | 'COMMITTED';

/** A staged row: what the user typed, sealed, and what was found. Deleted once committed or discarded. */
@Entity('import_row')
@Index('ux_import_row_number', ['jobId', 'rowNumber'], { unique: true })
@Index('ix_import_row_state', ['jobId', 'state', 'rowNumber'])
@Index('ix_import_row_key', ['jobId', 'keyBlind'])
export class ImportRowEntity {
  @IdColumn() id: string;
  @RefColumn()
  @References('import_row', () => ImportJob)
  jobId: string;
  /** the user's own Excel row */
  @IntegerColumn() rowNumber: number;
  @StateColumn() state: ImportRowState;
  @StateColumn({ nullable: true }) outcome: Outcome | null;
  /** blind index of the natural key: finds the other row about the same thing */
  @BlindColumn({ nullable: true }) keyBlind: string | null;
  @FlagColumn() warned: boolean;
  @JsonColumn() problems: Problem[];
  /** JSON of the cell texts, in the order of the kind's columns */
  @SecretColumn() sealed: string;
  @VersionColumn() version: number;
}

/** A piece of an uploaded file that waits to be read, sealed. Kept in the database so that any process can take it up; gone after the check. */
@Entity('import_file_part')
@Index('ux_import_file_part', ['jobId', 'part'], { unique: true })
export class ImportFilePart {
  @IdColumn() id: string;
  @RefColumn()
  @References('import_file_part', () => ImportJob)
  jobId: string;
  @IntegerColumn() part: number;
  @SecretColumn() sealed: string;
}

export const importEntities = [ImportJob, ImportRowEntity, ImportFilePart];
