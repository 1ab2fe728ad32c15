import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type { ContinuationCertificate, ContinuedPost, IsoDate, RefusalSide, SeatKind } from '@tongxing/rules';
import { AllocationRound, RoundEntrant } from '../round.entity.js';

/** 一批名额通知: 0 what the run gave; 1, 2 … what each continuation gave, proposed by one officer and done by another. */
@Entity('seat_wave')
@Index('ux_seat_wave', ['roundId', 'serial'], { unique: true })
export class SeatWave {
  @IdColumn() id: string;
  @RefColumn()
  @References('seat_wave', () => AllocationRound)
  roundId: string;
  @IntegerColumn() serial: number;
  @StateColumn() state: 'PROPOSED' | 'DONE';
  /** days in which an answer is asked for, and days for the visit after a silence */
  @IntegerColumn() replyDays: number;
  @IntegerColumn() visitDays: number;
  /** hash of who is out and who said yes: what both officers looked at */
  @TextColumn(64) basis: string;
  @DayColumn({ nullable: true }) onDay: IsoDate | null;
  @DayColumn({ nullable: true }) lastDay: IsoDate | null;
  /** of a continuation, without its posts, which stand in rows of their own */
  @JsonColumn({ nullable: true }) certificate: Omit<ContinuationCertificate, 'posts'> | null;
  @RefColumn() proposedById: string;
  @InstantColumn() proposedAt: Date;
  @RefColumn({ nullable: true }) confirmedById: string | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  @VersionColumn() version: number;
}

/** A continuation's outcome of a post. */
@Entity('seat_wave_post')
@Index('ux_seat_wave_post', ['waveId', 'postId'], { unique: true })
@Index('ix_seat_wave_post_post', ['postId'])
export class SeatWavePost {
  @IdColumn() id: string;
  @RefColumn()
  @References('seat_wave_post', () => SeatWave)
  waveId: string;
  @RefColumn()
  @References('seat_wave_post', () => Post)
  postId: string;
  @JsonColumn() outcome: Omit<ContinuedPost, 'post'>;
}

/** What somebody is in a continuation: still waits (with a seat or without), is held, is held below what he could have had, is out. */
export type SeatPart = 'WAITS' | 'HELD' | 'STAYED' | 'LEFT';

/** One entrant's place after a continuation. */
@Entity('seat_place')
@Index('ux_seat_place', ['waveId', 'entrantId'], { unique: true })
@Index('ix_seat_place_entrant', ['entrantId'])
@Index('ix_seat_place_post', ['postId'])
export class SeatPlace {
  @IdColumn() id: string;
  @RefColumn()
  @References('seat_place', () => SeatWave)
  waveId: string;
  @RefColumn()
  @References('seat_place', () => RoundEntrant)
  entrantId: string;
  @StateColumn() part: SeatPart;
  @RefColumn({ nullable: true })
  @References('seat_place', () => Post)
  postId: string | null;
  @StateColumn({ nullable: true }) kind: SeatKind | null;
  @IntegerColumn({ nullable: true }) choice: number | null;
}

/** REPLACED: a continuation gave the person a post higher on his list. BEGUN: works there. */
export type SeatOfferState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'RELEASED' | 'REPLACED' | 'BEGUN';

/** Who gave the answer: the person, a helper, or somebody of the office who took it down, and how it was said. */
export type AnsweredBy = 'SELF' | 'HELPER' | 'PAPER' | 'PHONE' | 'IN_PERSON' | 'VISIT';

/** One try to reach somebody: the day and the way, nothing of what was seen. */
export interface SeatAttempt {
  on: IsoDate;
  way: 'VISIT' | 'PHONE' | 'NEIGHBOUR';
}

/** 名额通知: a seat of a round, offered to one person until a last day. */
@Entity('seat_offer')
@Index('ux_seat_offer_live', ['entrantId', 'live'], { unique: true })
@Index('ix_seat_offer_round', ['roundId', 'state', 'id'])
@Index('ix_seat_offer_wave', ['waveId'])
@Index('ix_seat_offer_post', ['postId'])
@Index('ix_seat_offer_person', ['personId', 'countedFor'])
@Index('ix_seat_offer_visit', ['visit', 'divisionCode', 'visitDueOn'])
export class SeatOffer {
  @IdColumn() id: string;
  @RefColumn()
  @References('seat_offer', () => AllocationRound)
  roundId: string;
  @RefColumn()
  @References('seat_offer', () => SeatWave)
  waveId: string;
  @RefColumn()
  @References('seat_offer', () => RoundEntrant)
  entrantId: string;
  /** null once the person's data are erased */
  @RefColumn({ nullable: true })
  @References('seat_offer', () => Person)
  personId: string | null;
  /** residence on the day of the freeze: whose desk goes there */
  @DivisionColumn() divisionCode: string;
  @RefColumn()
  @References('seat_offer', () => Post)
  postId: string;
  /** what the rules said on the day of the offer: the snapshot that a no is judged by */
  @StateColumn() answer: string;
  @StateColumn() state: SeatOfferState;
  /** 1 while the seat is this person's, then null: one seat a person */
  @IntegerColumn({ nullable: true }) live: number | null;
  @DayColumn() lastDay: IsoDate;
  @IntegerColumn() visitDays: number;
  @DayColumn({ nullable: true }) answeredOn: IsoDate | null;
  @StateColumn({ nullable: true }) answeredBy: AnsweredBy | null;
  @RefColumn({ nullable: true }) answeredById: string | null;
  /** sealed JSON of {@link SeatSecrets} */
  @SecretColumn({ nullable: true }) secrets: string | null;
  @StateColumn({ nullable: true }) countedFor: RefusalSide | null;
  /** the notice that it was counted into */
  @RefColumn({ nullable: true }) refusalCaseId: string | null;
  @DayColumn({ nullable: true }) visitDueOn: IsoDate | null;
  /** null: no visit was due */
  @StateColumn({ nullable: true }) visit: 'OPEN' | 'NOT_FOUND' | 'REACHED' | null;
  @JsonColumn({ nullable: true }) attempts: readonly SeatAttempt[] | null;
  @RefColumn({ nullable: true }) visitById: string | null;
  /** 收回: asked for by one officer, done by another */
  @RefColumn({ nullable: true }) releaseById: string | null;
  @RefColumn({ nullable: true }) releasedById: string | null;
  @DayColumn({ nullable: true }) releasedOn: IsoDate | null;
  @VersionColumn() version: number;
}

/** Why somebody said no. */
export interface SeatSecrets {
  reason: string;
  reasonText?: string;
}

export const secretsBoundTo = (id: string): string => `seat_offer|secrets|${id}`;

export const seatEntities = [SeatWave, SeatWavePost, SeatPlace, SeatOffer];
