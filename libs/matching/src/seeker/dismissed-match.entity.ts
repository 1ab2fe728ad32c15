import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { DismissReason } from './seeker.words.js';

/** 不合适: a post that somebody does not want to be shown again. One that stands a person and post; those taken back stay. */
@Entity('dismissed_match')
@Index('ux_dismissed_match_live', ['personId', 'postId', 'live'], { unique: true })
@Index('ix_dismissed_match_post', ['postId'])
export class DismissedMatch {
  @IdColumn() id: string;
  @RefColumn()
  @References('dismissed_match', () => Person)
  personId: string;
  @RefColumn()
  @References('dismissed_match', () => Post)
  postId: string;
  @StateColumn() reason: DismissReason;
  /** sealed: the person's own words */
  @SecretColumn({ nullable: true }) note: string | null;
  /** wage, place, remote as they were: a post that offers something else is shown again */
  @TextColumn(80) terms: string;
  @InstantColumn() dismissedAt: Date;
  @InstantColumn({ nullable: true }) undoneAt: Date | null;
  /** 1 while it stands */
  @IntegerColumn({ nullable: true }) live: number | null;
}
