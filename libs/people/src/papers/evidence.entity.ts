import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  StateColumn,
  TextColumn,
} from '@tongxing/database';
import { Person } from '../person.entity.js';

/** What a paper proves. */
export type EvidencePurpose = 'CONSENT';

/** 证明材料: a photo or scan of somebody's paper. Its bytes lie sealed in the vault, under the id of this row. */
@Entity('evidence')
@Index('ix_evidence_person', ['personId', 'purpose'])
@Index('ix_evidence_unused', ['usedAt', 'uploadedAt'])
export class Evidence {
  @IdColumn() id: string;
  @RefColumn()
  @References('evidence', () => Person)
  personId: string;
  /** of the person on the day */
  @DivisionColumn() divisionCode: string;
  @StateColumn() purpose: EvidencePurpose;
  @TextColumn(40) contentType: string;
  @IntegerColumn() fileBytes: number;
  /** of what is kept, 64 hex digits */
  @BlindColumn() sha256: string;
  @RefColumn() uploadedById: string;
  @InstantColumn() uploadedAt: Date;
  /** null: nothing rests on it yet; what nobody uses goes */
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
