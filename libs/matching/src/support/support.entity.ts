import { Entity, Index } from 'typeorm';
import { Account } from '@tongxing/access';
import {
  DayColumn,
  DivisionColumn,
  FenColumn,
  FlagColumn,
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
import { Person } from '@tongxing/people';
import type { IsoDate, Moment, SupportKind, SupportOccasion, SupportSide, SupportState } from '@tongxing/rules';
import { JobApplication } from '../job-application.entity.js';
import type { ProviderKind } from './support.words.js';

/** 提供支持的: a service organisation or somebody of the own staff, by a working name. */
@Entity('support_provider')
@Index('ux_support_provider_name', ['divisionCode', 'name'], { unique: true })
export class SupportProvider {
  @IdColumn() id: string;
  /** whose office works with it */
  @DivisionColumn() divisionCode: string;
  /** of an organisation, or what somebody is called at work: never more of a person */
  @TextColumn(60) name: string;
  @StateColumn() kind: ProviderKind;
  @JsonColumn() kinds: SupportKind[];
  /** agreed for an hour; null: a sum is agreed each time */
  @FenColumn({ nullable: true }) hourlyFen: number | null;
  /** sealed; an interpreter's phone is a person's */
  @SecretColumn({ nullable: true }) phone: string | null;
  /** false: nothing new is booked with it */
  @FlagColumn() active: boolean;
  @RefColumn()
  @References('support_provider', () => Account)
  savedById: string;
  @InstantColumn() savedAt: Date;
  /** rises with every booking too: of two that book it at once, one waits for the other */
  @VersionColumn() version: number;
}

/** 支持: somebody asked that an interpreter, a companion … comes along; who comes, whether he came, and what it cost. */
@Entity('support')
@Index('ux_support_live', ['personId', 'applicationId', 'kind', 'live'], { unique: true })
@Index('ix_support_person', ['personId', 'id'])
@Index('ix_support_application', ['applicationId', 'live'])
@Index('ix_support_division', ['divisionCode', 'state', 'startsAt'])
@Index('ix_support_provider', ['providerId', 'bookedFrom'])
@Index('ix_support_delivered', ['divisionCode', 'deliveredOn'])
export class Support {
  @IdColumn() id: string;
  @RefColumn()
  @References('support', () => Person)
  personId: string;
  /** of the person: whose office arranges it */
  @DivisionColumn() divisionCode: string;
  @StateColumn() kind: SupportKind;
  @StateColumn() occasion: SupportOccasion;
  /** what it is for; null: `secrets` say it in words */
  @RefColumn({ nullable: true })
  @References('support', () => JobApplication)
  applicationId: string | null;
  /** sealed JSON of {@link SupportSecrets} */
  @SecretColumn() secrets: string;
  /** `2026-12-01 09:30`, Chinese time */
  @TextColumn(16) startsAt: Moment;
  @IntegerColumn() minutes: number;
  @StateColumn() state: SupportState;
  /** 1 while it is open, null once it ended: of a kind one for an application */
  @IntegerColumn({ nullable: true }) live: number | null;
  /** the interview or the work is no more */
  @FlagColumn() gone: boolean;
  /** the person lets the employer of the application know that somebody comes along */
  @FlagColumn() tellEmployer: boolean;
  @RefColumn()
  @References('support', () => Account)
  requestedById: string;
  @InstantColumn() requestedAt: Date;
  @RefColumn({ nullable: true })
  @References('support', () => SupportProvider)
  providerId: string | null;
  @TextColumn(16, { nullable: true }) bookedFrom: Moment | null;
  @TextColumn(16, { nullable: true }) bookedTo: Moment | null;
  @StateColumn({ nullable: true }) feeBy: 'HOUR' | 'FIXED' | null;
  /** of an hour, or the whole sum: as agreed on the day it was booked */
  @FenColumn({ nullable: true }) feeFen: number | null;
  /** what the booked time costs by it */
  @FenColumn({ nullable: true }) agreedFen: number | null;
  @RefColumn({ nullable: true }) bookedById: string | null;
  @InstantColumn({ nullable: true }) bookedAt: Date | null;
  /** why it ended without having taken place: a code of the list that goes with the state */
  @StateColumn({ nullable: true }) reason: string | null;
  @DayColumn({ nullable: true }) endedOn: IsoDate | null;
  @IntegerColumn({ nullable: true }) deliveredMinutes: number | null;
  /** the day it took place: whose month pays */
  @DayColumn({ nullable: true }) deliveredOn: IsoDate | null;
  @FenColumn({ nullable: true }) costFen: number | null;
  @StateColumn({ nullable: true }) confirmedBy: SupportSide | null;
  @RefColumn({ nullable: true }) confirmedById: string | null;
  @VersionColumn() version: number;
}

/** What is sealed of a support: where somebody will be, and words that may tell of an illness. */
export interface SupportSecrets {
  /** of what has no application behind it */
  title?: string;
  place: string;
  /** what helps, in the person's or the counsellor's words */
  note?: string;
  /** more about the reason of its end */
  reasonText?: string;
}

export const supportEntities = [SupportProvider, Support];
