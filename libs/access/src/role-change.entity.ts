import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
} from '@tongxing/database';
import { Account } from './account.entity.js';
import type { Role } from './roles.js';

/** 角色变更: proposed by one security administrator, decided by another. An account has one open change at most. */
@Entity('role_change')
@Index('ux_role_change_open', ['accountId', 'live'], { unique: true })
export class RoleChange {
  @IdColumn() id: string;
  @RefColumn()
  @References('role_change', () => Account)
  accountId: string;
  @JsonColumn() roles: Role[];
  @RefColumn() proposedById: string;
  @InstantColumn() proposedAt: Date;
  @RefColumn({ nullable: true }) decidedById: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  @FlagColumn({ nullable: true }) approved: boolean | null;
  /** 1 while open, then empty */
  @IntegerColumn({ nullable: true }) live: number | null;
}
