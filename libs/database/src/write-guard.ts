import { type DataSource, type EntitySubscriberInterface, EventSubscriber } from 'typeorm';
import type { BeforeQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';
import { writesFor } from './unit-of-work.js';

const WRITE = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i;
const migrating = new WeakSet<DataSource>();

/** Refuses every write outside a unit of work, raw statements too: a forgotten transaction fails in the first test that meets it. */
@EventSubscriber()
export class WriteGuard implements EntitySubscriberInterface {
  beforeQuery(event: BeforeQueryEvent): void {
    if (!WRITE.test(event.query) || writesFor(event.queryRunner) || migrating.has(event.dataSource)) return;
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
