import { type DataSource, type EntitySubscriberInterface, EventSubscriber } from 'typeorm';
import type { BeforeQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';
import { noteWrite } from './unit-of-work.js';

const WRITE = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i;
const CHANGE = /^\s*(?:UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+[`"]?(\w+)/i;
const migrating = new WeakSet<DataSource>();
const insertOnlyTables = new Set<string>();

/** Tables whose rows stay as they were written: a correction is a new row. Told once, beside the entity. */
export function insertOnly(...tables: readonly string[]): void {
  for (const table of tables) insertOnlyTables.add(table);
}

/** Refuses every write outside a unit of work, raw statements too: a forgotten transaction fails in the first test that meets it. */
@EventSubscriber()
export class WriteGuard implements EntitySubscriberInterface {
  beforeQuery(event: BeforeQueryEvent): void {
    if (!WRITE.test(event.query) || migrating.has(event.dataSource)) return;
    const changed = CHANGE.exec(event.query)?.[1];
    if (changed !== undefined && insertOnlyTables.has(changed)) throw new Error(`rows of ${changed} are never changed`);
    if (noteWrite(event.queryRunner)) return;
    throw new Error('a write outside UnitOfWork.run was refused');
  }
}

/** Lets migrations write: they run before anything else does. */
export async function whileMigrating<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  migrating.add(dataSource);
  try {
    return await work();
  } finally {
    migrating.delete(dataSource);
  }
}
