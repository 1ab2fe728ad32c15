import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';
import { Post } from '../employer.entity.js';

/** 来源机构: another office whose posts are taken in, and how seekers reach it. */
@Entity('source_office')
@Index('ux_source_office', ['divisionCode'], { unique: true })
@Index('ix_source_office_received', ['receivedBy', 'id'])
export class SourceOffice {
  @IdColumn() id: string;
  /** the county it is the office of */
  @DivisionColumn() divisionCode: string;
  /** the county whose office takes its posts in */
  @DivisionColumn() receivedBy: string;
  @TextColumn(60) name: string;
  /** of the office, never of a person; null: not known */
  @TextColumn(20, { nullable: true }) phone: string | null;
  /** the day of the newest delivery; null: none came yet */
  @DayColumn({ nullable: true }) deliveredOn: IsoDate | null;
  /** how many posts that delivery says it has */
  @IntegerColumn({ nullable: true }) deliveredPosts: number | null;
  /** the day of the newest delivery that came in whole; null: none did */
  @DayColumn({ nullable: true }) wholeOn: IsoDate | null;
  @VersionColumn() version: number;
}

/** Two posts that look like one, by the smaller id first. Decided once, they do not come again. */
@Entity('post_pair')
@Index('ux_post_pair', ['oneId', 'otherId'], { unique: true })
@Index('ix_post_pair_state', ['state', 'id'])
export class PostPair {
  @IdColumn() id: string;
  @RefColumn()
  @References('post_pair', () => Post)
  oneId: string;
  @RefColumn()
  @References('post_pair', () => Post)
  otherId: string;
  /** a few words each */
  @JsonColumn() reasons: string[];
  @StateColumn() state: 'FOUND' | 'SAME' | 'DIFFERENT';
  @DayColumn() foundOn: IsoDate;
  @DayColumn({ nullable: true }) decidedOn: IsoDate | null;
  /** SAME: the one that stays */
  @RefColumn({ nullable: true }) keptId: string | null;
  @VersionColumn() version: number;
}
