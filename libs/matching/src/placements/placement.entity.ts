import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  StateColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { IsoDate } from '@tongxing/rules';
import type { PlacementEnd, PlacementSource } from './placement.words.js';

/** 上岗: a person works at a post from one day to another. Whichever way led there, this row is what later features count. */
@Entity('placement')
@Index('ux_placement_live', ['personId', 'postId', 'live'], { unique: true })
@Index('ux_placement_welfare', ['personId', 'welfareLive'], { unique: true })
@Index('ux_placement_source', ['source', 'sourceId'], { unique: true })
@Index('ix_placement_post', ['postId', 'live'])
@Index('ix_placement_division', ['divisionCode', 'live'])
export class Placement {
  @IdColumn() id: string;
  @RefColumn()
  @References('placement', () => Person)
  personId: string;
  @RefColumn()
  @References('placement', () => Post)
  postId: string;
  /** of the post: whose office looks after it */
  @DivisionColumn() divisionCode: string;
  /** the post's kind on the day it began */
  @StateColumn() kind: string;
  @DayColumn() startedOn: IsoDate;
  /** the last day agreed; null: open */
  @DayColumn({ nullable: true }) endsOn: IsoDate | null;
  /** the last day worked; null: still there */
  @DayColumn({ nullable: true }) endedOn: IsoDate | null;
  @StateColumn({ nullable: true }) endReason: PlacementEnd | null;
  /** 1 while it lasts, else null: at most one of a person at a post */
  @IntegerColumn({ nullable: true }) live: number | null;
  /** 1 while it lasts at a public-welfare post, else null: 一人一岗 */
  @IntegerColumn({ nullable: true }) welfareLive: number | null;
  @StateColumn() source: PlacementSource;
  /** the application, the seat of a round, or the request that recorded it: one placement of each */
  @RefColumn() sourceId: string;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}
