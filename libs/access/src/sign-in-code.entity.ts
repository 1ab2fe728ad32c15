import { Entity, Index } from 'typeorm';
import { BlindColumn, IdColumn, InstantColumn, IntegerColumn, SecretColumn } from '@tongxing/database';

/** 登录码: one request for a code. It is kept for phones that nobody has, too, so that both look alike. */
@Entity('sign_in_code')
@Index('ux_sign_in_code_slot', ['phoneBlind', 'slot'], { unique: true })
@Index('ix_sign_in_code_phone', ['phoneBlind', 'createdAt'])
@Index('ix_sign_in_code_address', ['addressBlind', 'createdAt'])
export class SignInCode {
  @IdColumn() id: string;
  /** sealed number */
  @SecretColumn() phone: string;
  @BlindColumn() phoneBlind: string;
  @BlindColumn() addressBlind: string;
  /** the minute since 1970: of two requests at once one is too many */
  @IntegerColumn() slot: number;
  /** HMAC of the code; empty until the job has made one, for ever where nobody has the phone */
  @BlindColumn({ nullable: true }) codeHash: string | null;
  @IntegerColumn() tries: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
