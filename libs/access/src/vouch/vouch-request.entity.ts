import { Entity, Index } from 'typeorm';
import { BlindColumn, IdColumn, InstantColumn, RefColumn, References, SecretColumn } from '@tongxing/database';
import { Account } from '../account.entity.js';

/**
 * 请人做证: somebody without a phone asks to be let in, and a witness answers for who it is. It is kept for numbers that nobody has, too:
 * whose number it is, is looked up only when the witness is there.
 */
@Entity('vouch_request')
@Index('ux_vouch_request_ticket', ['ticketHash'], { unique: true })
@Index('ix_vouch_request_code', ['codeHash', 'createdAt'])
@Index('ix_vouch_request_certificate', ['certificateBlind', 'createdAt'])
@Index('ix_vouch_request_address', ['addressBlind', 'createdAt'])
export class VouchRequest {
  @IdColumn() id: string;
  /** of what the asking browser holds: the way in */
  @BlindColumn() ticketHash: string;
  /** HMAC of the code that is told to the witness */
  @BlindColumn() codeHash: string;
  /** sealed 残疾人证号 as typed */
  @SecretColumn() certificate: string;
  @BlindColumn() certificateBlind: string;
  @BlindColumn() addressBlind: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  /** who it is, once a witness has said so */
  @RefColumn({ nullable: true }) personId: string | null;
  @RefColumn({ nullable: true })
  @References('vouch_request', () => Account)
  witnessId: string | null;
  @InstantColumn({ nullable: true }) vouchedAt: Date | null;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
