import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';
import { Employer } from '../employer.entity.js';

/** 灵活就业项目: work of one kind at one host. Its posts are what one applies for; whoever works at one of them takes part. */
@Entity('work_project')
@Index('ux_work_project_title', ['divisionCode', 'title'], { unique: true })
@Index('ix_work_project_state', ['state', 'id'])
export class WorkProject {
  @IdColumn() id: string;
  /** whose office looks after it */
  @DivisionColumn() divisionCode: string;
  /** a code of `PROJECT_KINDS`, or own words: the list is open */
  @TextColumn(32) kind: string;
  @TextColumn(60) title: string;
  /** the host in the register of employers; else `hostName` */
  @RefColumn({ nullable: true })
  @References('work_project', () => Employer)
  employerId: string | null;
  /** a host that is no employer of the register */
  @TextColumn(100, { nullable: true }) hostName: string | null;
  /** how many the host said it can take */
  @IntegerColumn() places: number;
  @TextColumn(300, { nullable: true }) description: string | null;
  @StateColumn() state: 'OPEN' | 'CLOSED';
  @DayColumn() startedOn: IsoDate;
  @DayColumn({ nullable: true }) closedOn: IsoDate | null;
  @VersionColumn() version: number;
}
