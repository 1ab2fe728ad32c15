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
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate, RetentionMonth } from '@tongxing/rules';
import { JobApplication } from '../job-application.entity.js';

/** 稳岗回访: somebody asks one, three, six and twelve months after the start whether the person is still there. */
@Entity('retention_check')
@Index('ux_retention_check', ['applicationId', 'month'], { unique: true })
@Index('ix_retention_check_due', ['divisionCode', 'doneOn', 'dueOn'])
export class RetentionCheck {
  @IdColumn() id: string;
  @RefColumn()
  @References('retention_check', () => JobApplication)
  applicationId: string;
  /** of the post */
  @DivisionColumn() divisionCode: string;
  @IntegerColumn() month: RetentionMonth;
  @DayColumn() dueOn: IsoDate;
  @DayColumn({ nullable: true }) doneOn: IsoDate | null;
  @FlagColumn({ nullable: true }) stillThere: boolean | null;
  /** sealed text */
  @SecretColumn({ nullable: true }) note: string | null;
  @RefColumn({ nullable: true }) doneById: string | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

export const noteBoundTo = (id: string): string => `retention_check|note|${id}`;
