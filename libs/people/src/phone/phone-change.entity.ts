import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  SecretColumn,
} from '@tongxing/database';
import { Person } from '../person.entity.js';

/** 换手机号: a code that was sent to a phone which is to become somebody's. Gone after a day; the record itself says when it was changed. */
@Entity('phone_change')
@Index('ux_phone_change_slot', ['personId', 'slot'], { unique: true })
@Index('ix_phone_change_phone', ['phoneDigest', 'createdAt'])
export class PhoneChange {
  @IdColumn() id: string;
  @RefColumn()
  @References('phone_change', () => Person)
  personId: string;
  /** sealed: the new number */
  @SecretColumn() phone: string;
  /** keyed: one phone is not sent codes without end, whoever asks */
  @BlindColumn() phoneDigest: string;
  /** the minute since 1970: of two requests at once one is too many */
  @IntegerColumn() slot: number;
  /** HMAC of the code */
  @BlindColumn() codeHash: string;
  @IntegerColumn() tries: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
