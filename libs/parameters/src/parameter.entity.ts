import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  StateColumn,
  TextColumn,
} from '@tongxing/database';

/** A dated parameter that an operator or the demonstration entered. Never edited, only superseded. */
@Entity('parameter_row')
@Index('ix_parameter_row_code', ['code', 'scope'])
export class ParameterEntry {
  @IdColumn() id: string;
  @TextColumn(80) code: string;
  @TextColumn(12) scope: string;
  @TextColumn(80) qualifier: string;
  @TextColumn(80) unit: string;
  @LongTextColumn() value: string;
  @DayColumn() fromOn: string;
  @DayColumn({ nullable: true }) toOn: string | null;
  @TextColumn(300) source: string;
  @StateColumn() status: 'CONFIRMED' | 'UNCONFIRMED';
  @StateColumn() origin: 'OPERATOR' | 'DEMO';
  @StateColumn() afterEnd: 'REFUSE' | 'ASSUME';
  @RefColumn({ nullable: true }) enteredBy: string | null;
  @RefColumn({ nullable: true }) confirmedBy: string | null;
  @InstantColumn() enteredAt: Date;
}

/** The holidays of one year, where the software does not bring them. */
@Entity('calendar_year')
@Index('ux_calendar_year', ['year', 'origin'], { unique: true })
export class CalendarYear {
  @IdColumn() id: string;
  @IntegerColumn() year: number;
  /** weekdays off */
  @JsonColumn() holidays: string[];
  /** weekend days worked */
  @JsonColumn() workdays: string[];
  @TextColumn(300) source: string;
  @StateColumn() origin: 'OPERATOR' | 'DEMO';
  @InstantColumn() enteredAt: Date;
}
