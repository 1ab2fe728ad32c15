import type { EntityClass } from '@tongxing/database';
import { Account, DemoTime, Session } from './account.entity.js';
import { AuditChain, AuditEntry } from './audit/audit.entity.js';
import { Idempotency } from './idempotency.entity.js';

/** Every table of this room. */
export const accessEntities: EntityClass[] = [Account, Session, DemoTime, Idempotency, AuditEntry, AuditChain];
