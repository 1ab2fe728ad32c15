import { Entity } from 'typeorm';
import { FenColumn, KeyColumn, RefColumn, SequenceColumn, TextColumn } from './entity-columns.js';

/** What a match index must look at again: one row a committed change, `seq` in commit order. */
@Entity('match_change')
export class MatchChange {
  @SequenceColumn() seq: number;
  /** `person`, `post` or `employer` */
  @TextColumn(32) entity: string;
  @RefColumn() entityId: string;
}

/** The one row that gives the numbers. Updating it last in a unit of work makes number order equal commit order. */
@Entity('match_counter')
export class MatchCounter {
  @KeyColumn(32) name: string;
  @FenColumn() value: number;
}
