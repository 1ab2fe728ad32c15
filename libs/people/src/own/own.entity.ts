import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
} from '@tongxing/database';
import { Person } from '../person.entity.js';
import type { OwnSectionCode } from './own.words.js';

/** That a person has filled in a part of the own profile, and when last: without it an empty answer and no answer look alike. */
@Entity('own_section')
@Index('ux_own_section', ['personId', 'section'], { unique: true })
export class OwnSection {
  @IdColumn() id: string;
  @RefColumn()
  @References('own_section', () => Person)
  personId: string;
  @StateColumn() section: OwnSectionCode;
  @InstantColumn() savedAt: Date;
}

/** 需要什么帮助: one need that the person named, and whether a unit may be told. What a workplace must have also stands in `person.accessNeeds`. */
@Entity('own_need')
@Index('ux_own_need', ['personId', 'need'], { unique: true })
export class OwnNeed {
  @IdColumn() id: string;
  @RefColumn()
  @References('own_need', () => Person)
  personId: string;
  @TextColumn(30) need: string;
  /** 给单位看; false: the counsellor alone */
  @FlagColumn() shared: boolean;
  /** when `shared` was said */
  @InstantColumn() saidAt: Date;
}
