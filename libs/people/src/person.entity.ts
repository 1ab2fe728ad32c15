import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  BlindIndexColumn,
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
import type { IsoDate, Sex } from '@tongxing/rules';
import { blindHousehold, blindId, blindPhone, blindVeteran, type PersonSecrets } from './person.secrets.js';
import type { EmploymentStatus, PersonState } from './person.words.js';

const opened = (clear: string): PersonSecrets => JSON.parse(clear) as PersonSecrets;

/** 户: people who live together, by the number in the household register. */
@Entity('household')
@Index('ux_household_number', ['countyCode', 'number'], { unique: true })
@Index('ux_household_blind', ['countyCode', 'numberBlind'], { unique: true })
@Index('ux_household_blind2', ['countyCode', 'numberBlind2'], { unique: true })
export class Household {
  @IdColumn() id: string;
  /** 户号; B and the row's id where the number tells of a person */
  @TextColumn(40) number: string;
  /** 6-digit code of the county whose register it is: 户号 is unique within it */
  @TextColumn(6) countyCode: string;
  /** The day a list of its members was brought in; null: members are not known, so no rule may count them. */
  @DayColumn({ nullable: true }) membersKnownOn: IsoDate | null;
  /** sealed 户号 that tells of a person; null beside a blind index: from before it was kept */
  @SecretColumn({ nullable: true }) secrets: string | null;
  @BlindIndexColumn({ from: 'secrets', kind: 'household.number', blind: blindHousehold, mayLack: true })
  numberBlind: string | null;
  @BlindColumn({ nullable: true }) numberBlind2: string | null;
  @VersionColumn() version: number;
}

/**
 * 持证残疾人: somebody with a 残疾人证 or a 残疾军人证; in state MEMBER somebody of such a person's household without one. What identifies,
 * locates, pays or describes the disability stands sealed in `secrets`.
 */
@Entity('person')
@Index('ux_person_id', ['idBlind'], { unique: true })
@Index('ux_person_id2', ['idBlind2'], { unique: true })
@Index('ix_person_veteran', ['veteranBlind'])
@Index('ix_person_veteran2', ['veteranBlind2'])
@Index('ix_person_division', ['divisionCode', 'state'])
@Index('ix_person_household', ['householdId'])
@Index('ix_person_phone', ['phoneBlind'])
@Index('ix_person_phone2', ['phoneBlind2'])
export class Person {
  @IdColumn() id: string;
  @TextColumn(60) name: string;
  @StateColumn() sex: Sex;
  @DayColumn() birthOn: IsoDate;
  /** 户籍区划 */
  @DivisionColumn() divisionCode: string;
  /** 居住区划 */
  @DivisionColumn({ nullable: true }) residenceDivisionCode: string | null;
  @StateColumn() state: PersonState;
  @DayColumn({ nullable: true }) stateOn: IsoDate | null;
  @DayColumn({ nullable: true }) certificateExpiresOn: IsoDate | null;
  @StateColumn() employmentStatus: EmploymentStatus;
  /** null: nobody has asked */
  @FlagColumn({ nullable: true }) wantsWork: boolean | null;
  @JsonColumn() skills: string[];
  @StateColumn({ nullable: true }) education: string | null;
  @FenColumn({ nullable: true }) wantedWageFen: number | null;
  @JsonColumn() wantedKinds: string[];
  @IntegerColumn({ nullable: true }) commuteKm: number | null;
  /** 需要的便利: access needs that a workplace must meet */
  @JsonColumn() accessNeeds: string[];
  @TextColumn(80, { nullable: true }) graduatedFrom: string | null;
  @DayColumn({ nullable: true }) graduatedOn: IsoDate | null;
  /** 户口性质 */
  @StateColumn({ nullable: true }) residence: string | null;
  /** 低保类别 */
  @StateColumn({ nullable: true }) welfare: string | null;
  @RefColumn({ nullable: true })
  @References('person', () => Household)
  householdId: string | null;
  @StateColumn({ nullable: true }) relation: string | null;
  /** sealed JSON of {@link PersonSecrets} */
  @SecretColumn() secrets: string;
  /** Blind index of the ID number. The number of a 残疾人证 begins with it, so that one is found by it too. */
  @BlindIndexColumn({
    from: 'secrets',
    kind: 'person.idNumber',
    blind: (crypto, clear) => blindId(crypto, opened(clear).idNumber),
  })
  idBlind: string | null;
  @BlindColumn({ nullable: true }) idBlind2: string | null;
  /** blind index of the number of a 残疾军人证 */
  @BlindIndexColumn({
    from: 'secrets',
    kind: 'person.veteran',
    blind: (crypto, clear) => blindVeteran(crypto, opened(clear).veteran),
  })
  veteranBlind: string | null;
  @BlindColumn({ nullable: true }) veteranBlind2: string | null;
  /** Blind index of the phone; '' for somebody without one; null in both: not indexed yet. */
  @BlindIndexColumn({
    from: 'secrets',
    kind: 'person.phone',
    blind: (crypto, clear) => blindPhone(crypto, opened(clear).phone),
  })
  phoneBlind: string | null;
  @BlindColumn({ nullable: true }) phoneBlind2: string | null;
  @InstantColumn() registeredAt: Date;
  @VersionColumn() version: number;
}

/** 家庭成员: somebody of a household, with or without a certificate. */
@Entity('household_member')
@Index('ux_household_member', ['householdId', 'idBlind'], { unique: true })
@Index('ux_household_member2', ['householdId', 'idBlind2'], { unique: true })
@Index('ix_household_member_id', ['idBlind'])
@Index('ix_household_member_id2', ['idBlind2'])
export class HouseholdMember {
  @IdColumn() id: string;
  @RefColumn()
  @References('household_member', () => Household)
  householdId: string;
  @TextColumn(60) name: string;
  @StateColumn() sex: Sex;
  @DayColumn() birthOn: IsoDate;
  /** 与户主关系 */
  @StateColumn() relation: string;
  @StateColumn() employmentStatus: EmploymentStatus;
  @FlagColumn({ nullable: true }) wantsWork: boolean | null;
  /** blind index of the ID number, the same as `person.idBlind` */
  @BlindIndexColumn({
    from: 'secrets',
    kind: 'person.idNumber',
    blind: (crypto, clear) => blindId(crypto, opened(clear).idNumber),
  })
  idBlind: string | null;
  @BlindColumn({ nullable: true }) idBlind2: string | null;
  /** sealed JSON: `{ idNumber }` */
  @SecretColumn() secrets: string;
  @VersionColumn() version: number;
}

/** One assessed item: level 0–4, and whether it was reached with the person's own aids. */
export type ProfileLevels = Record<string, number>;

/** 能力评估: what a counsellor assessed on a day, on the 16 items of the demands scale. Older ones stay; the newest valid one counts. */
@Entity('functional_profile')
@Index('ux_functional_profile_day', ['personId', 'assessedOn'], { unique: true })
export class FunctionalProfile {
  @IdColumn() id: string;
  @RefColumn()
  @References('functional_profile', () => Person)
  personId: string;
  @TextColumn(60) assessor: string;
  @DayColumn() assessedOn: IsoDate;
  /** null: no end was set */
  @DayColumn({ nullable: true }) validUntil: IsoDate | null;
  /** item → level; an item that is missing was not assessed */
  @JsonColumn() levels: ProfileLevels;
  /** 辅具: own aids used in the assessment */
  @JsonColumn() ownAids: string[];
  @VersionColumn() version: number;
}
