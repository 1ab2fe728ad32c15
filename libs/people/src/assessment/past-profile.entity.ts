import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';
import { FunctionalProfile, type ProfileLevels } from '../person.entity.js';

/** 能力评估 as it stood before somebody put it right: an answer that was given by it can still be explained. Rows are added, never changed. */
@Entity('functional_profile_past')
@Index('ux_functional_profile_past', ['profileId', 'profileVersion'], { unique: true })
@Index('ix_functional_profile_past_person', ['personId'])
export class PastProfile {
  @IdColumn() id: string;
  @RefColumn()
  @References('functional_profile_past', () => FunctionalProfile)
  profileId: string;
  @RefColumn() personId: string;
  /** the version that it was */
  @IntegerColumn() profileVersion: number;
  @TextColumn(60) assessor: string;
  @DayColumn() assessedOn: IsoDate;
  @DayColumn({ nullable: true }) validUntil: IsoDate | null;
  @JsonColumn() levels: ProfileLevels;
  @JsonColumn() ownAids: string[];
  /** account of who put it right */
  @RefColumn() replacedById: string;
  @InstantColumn() replacedAt: Date;
}
