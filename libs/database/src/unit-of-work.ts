import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { MatchChange, MatchCounter } from './change-feed.entity.js';
import { isRetryable } from './failures.js';
import { insertRows } from './writes.js';

const MAX_ATTEMPTS = 8;
const BACKOFF_MS = 20;

interface OpenUnit {
  readonly runner: QueryRunner;
  readonly changes: Map<string, { entity: string; entityId: string }>;
  readonly afterCommit: (() => void)[];
  readonly kept: Map<symbol, unknown>;
  wrote: boolean;
  ended: boolean;
}

/** What a last step may know of the unit that is about to commit. */
export interface EndingUnit {
  /** true when a row was written */
  readonly wrote: boolean;
  /** what {@link UnitOfWork.keep} holds for a key */
  kept<T>(key: symbol): T | undefined;
}

/** Which query runner writes for the code that is running now; the write guard asks. */
const open = new AsyncLocalStorage<OpenUnit>();

/** Notes a write. @returns true when `runner` belongs to the unit of work that the running code is inside of */
export const noteWrite = (runner: QueryRunner | undefined): boolean => {
  const unit = open.getStore();
  if (unit === undefined || unit.ended || unit.runner !== runner) return false;
  unit.wrote = true;
  return true;
};

/**
 * The only way to write. One transaction a unit: serial on SQLite, READ COMMITTED on a server, where the whole unit is tried again
 * after a deadlock or a lock wait. So `work` may run more than once: it must touch nothing but the database.
 */
export class UnitOfWork {
  private readonly lastSteps: ((unit: EndingUnit) => Promise<void>)[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /** Adds a step that ends every unit: it runs inside, after the work and before the change feed. Registered once, at start. */
  endWith(step: (unit: EndingUnit) => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /** A value that lives as long as the current unit, made at its first use; a unit that is tried again starts without. */
  keep<T>(key: symbol, make: () => T): T {
    const { kept } = this.current('keep');
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  }

  /**
   * Inside a unit: the transaction's manager. Outside: the reading one, on which the write guard refuses every write.
   *
   * @throws Error when code goes on after its unit has ended
   */
  get manager(): EntityManager {
    const unit = open.getStore();
    if (unit === undefined) return this.dataSource.manager;
    if (unit.ended) throw new Error('this unit of work has ended; something in it was not awaited');
    return unit.runner.manager;
  }

  /** True inside `run`. */
  get isOpen(): boolean {
    return open.getStore() !== undefined;
  }

  /** Runs `work` in one transaction; a nested call joins the outer one. Commits when it resolves, rolls back when it throws. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const outer = open.getStore();
    if (outer !== undefined) {
      if (outer.ended) throw new Error('this unit of work has ended; something in it was not awaited');
      return work();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await sleep(BACKOFF_MS * attempt * (0.5 + Math.random()));
      }
    }
  }

  /** Notes that a row which a match index holds has changed; written to the feed as the unit's last statement. */
  changed(entity: 'person' | 'post' | 'employer', entityId: string): void {
    this.current('changed').changes.set(`${entity}|${entityId}`, { entity, entityId });
  }

  /** Calls back once the unit is committed (never after a rollback): to wake something that would otherwise poll. */
  afterCommit(callback: () => void): void {
    this.current('afterCommit').afterCommit.push(callback);
  }

  /** @throws Error outside a unit of work */
  requireOpen(what: string): void {
    this.current(what);
  }

  private current(what: string): OpenUnit {
    const unit = open.getStore();
    if (unit === undefined || unit.ended) throw new Error(`${what} belongs inside a unit of work`);
    return unit;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const unit: OpenUnit = { runner, changes: new Map(), afterCommit: [], kept: new Map(), wrote: false, ended: false };
    let result: T;
    try {
      await runner.connect();
      await runner.startTransaction(this.dataSource.options.type === 'better-sqlite3' ? undefined : 'READ COMMITTED');
      try {
        result = await open.run(unit, async () => {
          const value = await work();
          const ending: EndingUnit = {
            wrote: unit.wrote,
            kept: <K>(key: symbol) => unit.kept.get(key) as K | undefined,
          };
          for (const step of this.lastSteps) await step(ending);
          await this.writeChanges(unit);
          return value;
        });
        unit.ended = true;
        await runner.commitTransaction();
      } catch (error) {
        unit.ended = true;
        // After a lock wait the server has undone one statement only: always roll the whole transaction back.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
    for (const callback of unit.afterCommit) callback();
    return result;
  }

  private async writeChanges(unit: OpenUnit): Promise<void> {
    if (unit.changes.size === 0) return;
    const { manager } = unit.runner;
    const count = unit.changes.size;
    await manager
      .createQueryBuilder()
      .update(MatchCounter)
      .set({ value: () => 'value + :count' })
      .setParameter('count', count)
      .where({ name: 'match' })
      .execute();
    const { value } = await manager.findOneByOrFail(MatchCounter, { name: 'match' });
    const first = value - count + 1;
    await insertRows(
      manager,
      MatchChange,
      [...unit.changes.values()].map((change, index) => ({ seq: first + index, ...change })),
    );
  }
}
