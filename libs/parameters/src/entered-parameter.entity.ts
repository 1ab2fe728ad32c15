import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  LongTextColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { AfterEnd, IsoDate, ParameterStatus } from '@tongxing/rules';
import type { TrialFinding } from './trial.js';

/** Waiting for the second person; counting; taken back before it counted. */
export type EnteredState = 'ENTERED' | 'CONFIRMED' | 'WITHDRAWN';

/**
 * 录入的参数: one dated value as an officer entered it from an act. It counts once another natural person has confirmed it; what it says is
 * never edited, a wrong or outdated value is superseded by another row.
 */
@Entity('entered_parameter')
@Index('ix_entered_parameter_code', ['code', 'scope'])
@Index('ix_entered_parameter_state', ['state', 'scope'])
export class EnteredParameter {
  @IdColumn() id: string;
  @TextColumn(80) code: string;
  @TextColumn(12) scope: string;
  @TextColumn(80) qualifier: string;
  @TextColumn(80) unit: string;
  @LongTextColumn() value: string;
  @DayColumn() fromOn: IsoDate;
  /** inclusive; null: open */
  @DayColumn({ nullable: true }) toOn: IsoDate | null;
  /** 文件名称 */
  @TextColumn(150) act: string;
  /** 文号 */
  @TextColumn(60) number: string;
  /** 条款 */
  @TextColumn(60) article: string;
  /** CONFIRMED: the entering officer read the issuer's own text; UNCONFIRMED: a reproduction or a quotation */
  @StateColumn() status: ParameterStatus;
  @StateColumn() afterEnd: AfterEnd;
  @StateColumn() state: EnteredState;
  /** the confirmed row whose place this one takes from its first day on */
  @RefColumn({ nullable: true })
  @References('entered_parameter', () => EnteredParameter)
  supersedesId: string | null;
  @RefColumn() enteredById: string;
  /** the natural person behind the account on that day */
  @RefColumn({ nullable: true }) enteredByPersonId: string | null;
  @InstantColumn() enteredAt: Date;
  @RefColumn({ nullable: true }) confirmedById: string | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  @RefColumn({ nullable: true }) withdrawnById: string | null;
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null;
  @VersionColumn() version: number;
}

/** Whose turn it is at one (code, scope, qualifier): who changes its rows raises the number he has read, so that two cannot do it at once. */
@Entity('parameter_turn')
export class ParameterTurn {
  /** `code|scope|qualifier` */
  @KeyColumn(180) name: string;
  @IntegerColumn() turn: number;
}

/** A code that a computation asked for and nobody had entered: kept once a place and year. */
@Entity('missing_parameter')
@Index('ux_missing_parameter', ['code', 'qualifier', 'scope', 'year'], { unique: true })
export class MissingParameter {
  @IdColumn() id: string;
  @TextColumn(80) code: string;
  @TextColumn(80) qualifier: string;
  /** the county that was asked for */
  @TextColumn(12) scope: string;
  /** of the day that was asked about */
  @IntegerColumn() year: number;
  @DayColumn() askedFor: IsoDate;
  @InstantColumn() askedAt: Date;
}

export type TrialState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** 试算: what a row would move before it counts, computed in the background. */
@Entity('parameter_trial')
@Index('ix_parameter_trial_row', ['rowId', 'createdAt'])
export class ParameterTrial {
  @IdColumn() id: string;
  @RefColumn()
  @References('parameter_trial', () => EnteredParameter)
  rowId: string;
  @RefColumn() askedById: string;
  @StateColumn() state: TrialState;
  /** how much of the work is done, of how much */
  @IntegerColumn() done: number;
  @IntegerColumn() total: number;
  @JsonColumn({ nullable: true }) findings: TrialFinding[] | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
}
