import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  References,
  SecretColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import type { IsoDate } from '@tongxing/rules';
import { Person } from '../person.entity.js';

/** 证照: a licence or certificate of occupation that a person holds, by his own word or seen by an office; one of a kind. */
@Entity('person_licence')
@Index('ux_person_licence', ['personId', 'kind'], { unique: true })
export class PersonLicence {
  @IdColumn() id: string;
  @RefColumn()
  @References('person_licence', () => Person)
  personId: string;
  /** the words of posts: 电工证, C1驾驶证 */
  @TextColumn(30) kind: string;
  /** sealed: a driving licence bears the number of the identity card */
  @SecretColumn({ nullable: true }) number: string | null;
  @DayColumn({ nullable: true }) issuedOn: IsoDate | null;
  /** the last day on which it counts; null: it has none */
  @DayColumn({ nullable: true }) validUntil: IsoDate | null;
  /** who looked at the paper as it stands here, and when; null: the person's word alone */
  @RefColumn({ nullable: true }) seenById: string | null;
  @TextColumn(60, { nullable: true }) seenBy: string | null;
  @InstantColumn({ nullable: true }) seenAt: Date | null;
  @VersionColumn() version: number;
}
