import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { IsoDate, RefusalSide } from '@tongxing/rules';

/** NOTICED: told, and may appeal. APPEALED: did. BARRED or LIFTED: an officer decided. */
export type RefusalCaseState = 'NOTICED' | 'APPEALED' | 'BARRED' | 'LIFTED';

/** 无故拒绝的处理: somebody, or a unit with a post, said no so often without a reason that a local notice wants something to follow. */
@Entity('refusal_case')
@Index('ux_refusal_case_person', ['personId', 'live'], { unique: true })
@Index('ux_refusal_case_post', ['postId', 'live'], { unique: true })
@Index('ix_refusal_case_division', ['divisionCode', 'state'])
export class RefusalCase {
  @IdColumn() id: string;
  @StateColumn() side: RefusalSide;
  /** of side PERSON */
  @RefColumn({ nullable: true })
  @References('refusal_case', () => Person)
  personId: string | null;
  /** of side UNIT: the post that may be withdrawn */
  @RefColumn({ nullable: true })
  @References('refusal_case', () => Post)
  postId: string | null;
  /** of the posts: whose office decides */
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: RefusalCaseState;
  /** 1 until decided, then null: at most one runs */
  @IntegerColumn({ nullable: true }) live: number | null;
  /** refusals that it rests on; they are counted into no other */
  @IntegerColumn() counted: number;
  /** what the dated rows said on the day of the notice */
  @IntegerColumn() limitCount: number;
  @IntegerColumn() barMonths: number;
  /** 依据 of these rows */
  @TextColumn(500) source: string;
  @DayColumn() noticedOn: IsoDate;
  /** the last day to appeal */
  @DayColumn() appealUntil: IsoDate;
  /** sealed JSON of `RefusalCaseSecrets` */
  @SecretColumn() secrets: string;
  @InstantColumn({ nullable: true }) appealedAt: Date | null;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @DayColumn({ nullable: true }) decidedOn: IsoDate | null;
  /** both days included */
  @DayColumn({ nullable: true }) barredFrom: IsoDate | null;
  @DayColumn({ nullable: true }) barredUntil: IsoDate | null;
  @InstantColumn() createdAt: Date;
  @VersionColumn() version: number;
}

/** Words that may tell of health or family. */
export interface RefusalCaseSecrets {
  appeal?: string;
  decision?: string;
}
