import { BlindColumn, IdColumn, InstantColumn, RefColumn, SecretColumn, TextColumn } from '@tongxing/database';
import { Entity, Index } from 'typeorm';

/** What a client asked under its own key, for ever: the same content gets the same reply, another one is refused. */
@Entity('idempotency')
@Index('ux_idempotency', ['actorId', 'idempotencyKey'], { unique: true })
export class Idempotency {
  @IdColumn() id: string;
  @RefColumn() actorId: string;
  @TextColumn(80) idempotencyKey: string;
  @TextColumn(40) operation: string;
  @BlindColumn() requestHash: string;
  /** sealed JSON */
  @SecretColumn() reply: string;
  @InstantColumn() createdAt: Date;
}
