import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { CloseReason, IsoDate } from '@tongxing/rules';

/** 台账: one entry of a register of any kind. What the kind asks for stands in `content`. */
@Entity('register_entry')
@Index('ux_register_entry_name', ['kind', 'divisionCode', 'name', 'live'], { unique: true })
@Index('ix_register_entry_category', ['kind', 'category', 'divisionCode'])
export class RegisterEntry {
  @IdColumn() id: string;
  /** code of `REGISTER_KINDS` */
  @StateColumn() kind: string;
  /** where it lies */
  @DivisionColumn() divisionCode: string;
  @TextColumn(60) name: string;
  /** the value of the kind's category, to narrow lists by */
  @StateColumn() category: string;
  @DayColumn() openedOn: IsoDate;
  /** the last day, included */
  @DayColumn({ nullable: true }) closedOn: IsoDate | null;
  @StateColumn({ nullable: true }) closeReason: CloseReason | null;
  /** 1 until a last day is written: at most one of a name in a place */
  @IntegerColumn({ nullable: true }) live: 1 | null;
  @JsonColumn() content: Record<string, string | string[]>;
  /** sealed JSON of the fields that tell of a person */
  @SecretColumn({ nullable: true }) secrets: string | null;
  @VersionColumn() version: number;
}

/** A village that an entry serves, besides where it lies. */
@Entity('register_reach')
@Index('ux_register_reach', ['entryId', 'divisionCode'], { unique: true })
@Index('ix_register_reach_division', ['divisionCode'])
export class RegisterReach {
  @IdColumn() id: string;
  @RefColumn()
  @References('register_reach', () => RegisterEntry)
  entryId: string;
  @DivisionColumn() divisionCode: string;
}

export const registerEntities = [RegisterEntry, RegisterReach];
