import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { IsoDate } from '@tongxing/rules';

/** WAITING: the office has not asked yet; REFERRED: it brought the person to the post; DROPPED: it will not. */
export type AskState = 'WAITING' | 'REFERRED' | 'DROPPED';

/** 请残联问问: an employer wants the office to ask somebody of its list without names. One for a person and a post, however often it is said. */
@Entity('candidate_ask')
@Index('ux_candidate_ask', ['postId', 'personId'], { unique: true })
@Index('ix_candidate_ask_waiting', ['divisionCode', 'state'])
@Index('ix_candidate_ask_person', ['personId'])
export class CandidateAsk {
  @IdColumn() id: string;
  @RefColumn()
  @References('candidate_ask', () => Post)
  postId: string;
  @RefColumn()
  @References('candidate_ask', () => Person)
  personId: string;
  /** of the post: whose office looks after it */
  @DivisionColumn() divisionCode: string;
  /** under what the employer saw the person when it last asked */
  @TextColumn(11) candidateRef: string;
  @StateColumn() state: AskState;
  @DayColumn() askedOn: IsoDate;
  @DayColumn({ nullable: true }) decidedOn: IsoDate | null;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}
