import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate, OutcomeFact } from '@tongxing/rules';
import { Placement } from './placement.entity.js';

/** 就业结果: one fact of a placement, one a slot (`KeptOutcome`): a contract by its first day, a month's income by what it was paid as. */
@Entity('placement_outcome')
@Index('ux_placement_outcome', ['placementId', 'fact', 'slot'], { unique: true })
@Index('ix_placement_outcome_word', ['fact', 'word', 'factOn'])
export class PlacementOutcome {
  @IdColumn() id: string;
  @RefColumn()
  @References('placement_outcome', () => Placement)
  placementId: string;
  @StateColumn() fact: OutcomeFact;
  /** `2026-11/WAGE` of an income, the first day of a contract, `-` for what is told once */
  @TextColumn(20) slot: string;
  @DayColumn({ nullable: true }) factOn: IsoDate | null;
  @DayColumn({ nullable: true }) endsOn: IsoDate | null;
  @StateColumn({ nullable: true }) word: string | null;
  @FenColumn({ nullable: true }) fen: number | null;
  @TextColumn(60, { nullable: true }) text: string | null;
  @DayColumn() recordedOn: IsoDate;
  /** account of the office or desk */
  @RefColumn() recordedById: string;
  @VersionColumn() version: number;
}
