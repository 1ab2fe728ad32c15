import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { whileMigrating } from '../write-guard.js';
import { creates } from '../migrations/table.js';
import {
  columns,
  guardedUpdate,
  IdColumn,
  IntegerColumn,
  insertRows,
  isDuplicateKey,
  MatchChange,
  TextColumn,
  VersionColumn,
} from '../index.js';
import { eachEngine, type TestDatabase } from '../testing/index.js';

@Entity('spec_counter')
class SpecCounter {
  @IdColumn() id: string;
  @TextColumn(40) name: string;
  @IntegerColumn() value: number;
  @VersionColumn() version: number;
}

const CreateSpecCounter = creates('SpecCounter', 1764999999999, 'spec_counter', {
  columns: [columns.id(), columns.text('name', 40), columns.integer('value'), columns.version()],
  unique: { ux_spec_counter_name: ['name'] },
});

eachEngine([SpecCounter], (engine) => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await engine.open();
    const migration: MigrationInterface = new CreateSpecCounter();
    const runner: QueryRunner = db.dataSource.createQueryRunner();
    await whileMigrating(db.dataSource, () => migration.up(runner));
    await runner.release();
  });
  afterAll(() => db.close());
  beforeEach(() => db.unitOfWork.run(async () => void (await db.unitOfWork.manager.deleteAll(SpecCounter))));

  const add = (id: string, value = 0) => db.unitOfWork.manager.insert(SpecCounter, { id, name: id, value });
  const names = async () =>
    (await db.dataSource.manager.find(SpecCounter, { order: { id: 'ASC' } })).map((row) => row.name);

  describe('UnitOfWork', () => {
    it('keeps what B committed when A, begun before it, rolls back after it', async () => {
      let bDone: () => void = () => undefined;
      const bFinished = new Promise<void>((resolve) => {
        bDone = resolve;
      });
      const a = db.unitOfWork.run(async () => {
        await add('a');
        // On SQLite B waits for A's turn, so A must not wait for B there.
        await Promise.race([bFinished, sleep(150)]);
        throw new Error('A fails');
      });
      const b = db.unitOfWork.run(() => add('b')).then(bDone);
      await expect(a).rejects.toThrow('A fails');
      await b;
      expect(await names()).toEqual(['b']);
    });

    it('shows no uncommitted row to a reader outside', async () => {
      await db.unitOfWork.run(async () => {
        await add('hidden');
        expect(await db.unitOfWork.manager.countBy(SpecCounter, { id: 'hidden' })).toBe(1);
        expect(await db.dataSource.manager.countBy(SpecCounter, { id: 'hidden' })).toBe(0);
      });
      expect(await names()).toEqual(['hidden']);
    });

    it('counts 50 of 50 concurrent increments', async () => {
      await db.unitOfWork.run(() => add('counter'));
      await Promise.all(
        Array.from({ length: 50 }, () =>
          db.unitOfWork.run(() => db.unitOfWork.manager.increment(SpecCounter, { id: 'counter' }, 'value', 1)),
        ),
      );
      const row = await db.dataSource.manager.findOneByOrFail(SpecCounter, { id: 'counter' });
      expect(row.value).toBe(50);
    });

    it('lets one of ten concurrent guarded updates through', async () => {
      await db.unitOfWork.run(() => add('guarded'));
      const won = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          db.unitOfWork.run(() =>
            guardedUpdate(db.unitOfWork.manager, SpecCounter, { id: 'guarded', value: 0 }, { value: index + 1 }),
          ),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await db.dataSource.manager.findOneByOrFail(SpecCounter, { id: 'guarded' })).version).toBe(2);
    });

    it('joins a nested call: the outer rollback takes the inner rows along', async () => {
      const outer = db.unitOfWork.run(async () => {
        await db.unitOfWork.run(() => add('inner'));
        throw new Error('outer fails');
      });
      await expect(outer).rejects.toThrow('outer fails');
      expect(await names()).toEqual([]);
    });

    it('refuses a write outside, through the manager, a builder or raw SQL', async () => {
      await expect(add('outside')).rejects.toThrow('outside UnitOfWork.run');
      await expect(db.dataSource.manager.save(SpecCounter, { id: 'x', name: 'x', value: 1 })).rejects.toThrow(
        'outside UnitOfWork.run',
      );
      await expect(db.dataSource.query(`DELETE FROM spec_counter`)).rejects.toThrow('outside UnitOfWork.run');
      expect(await names()).toEqual([]);
    });

    it('refuses a write inside a unit that does not go through its own transaction', async () => {
      const stray = db.unitOfWork.run(() =>
        db.dataSource.manager.insert(SpecCounter, { id: 's', name: 's', value: 0 }),
      );
      await expect(stray).rejects.toThrow('outside UnitOfWork.run');
    });

    it('refuses work that goes on after its unit has ended', async () => {
      let late: Promise<unknown> = Promise.resolve();
      await db.unitOfWork.run(async () => {
        late = sleep(30).then(() => add('late'));
        late.catch(() => undefined);
      });
      await expect(late).rejects.toThrow('has ended');
      expect(await names()).toEqual([]);
    });

    it('tells a duplicate key from other failures', async () => {
      await db.unitOfWork.run(() => add('twin'));
      const error = await db.unitOfWork
        .run(() => db.unitOfWork.manager.insert(SpecCounter, { id: 'other', name: 'twin', value: 0 }))
        .catch((caught: unknown) => caught);
      expect(isDuplicateKey(error)).toBe(true);
    });

    it('goes on serving after a failed unit', async () => {
      await expect(db.unitOfWork.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      await db.unitOfWork.run(() => add('after'));
      expect(await names()).toEqual(['after']);
    });

    it('calls back after the commit, and never after a rollback', async () => {
      const called: string[] = [];
      await db.unitOfWork.run(async () => db.unitOfWork.afterCommit(() => called.push('committed')));
      await db.unitOfWork
        .run(async () => {
          db.unitOfWork.afterCommit(() => called.push('rolled back'));
          throw new Error('no');
        })
        .catch(() => undefined);
      expect(called).toEqual(['committed']);
    });

    it('inserts thousands of rows in chunks', async () => {
      const rows = Array.from({ length: 1203 }, (_, index) => ({
        id: `row-${index}`,
        name: `row-${index}`,
        value: index,
      }));
      await db.unitOfWork.run(() => insertRows(db.unitOfWork.manager, SpecCounter, rows));
      expect(await db.dataSource.manager.count(SpecCounter)).toBe(1203);
    });
  });

  describe('the change feed', () => {
    it('numbers changes without a gap in commit order, and says nothing of a unit that rolled back', async () => {
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          db.unitOfWork
            .run(async () => {
              db.unitOfWork.changed('person', `p-${index}`);
              db.unitOfWork.changed('post', `j-${index}`);
              db.unitOfWork.changed('person', `p-${index}`);
              if (index % 3 === 0) throw new Error('rolled back');
            })
            .catch(() => undefined),
        ),
      );
      const changes = await db.dataSource.manager.find(MatchChange, { order: { seq: 'ASC' } });
      expect(changes.map((change) => change.seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
      expect(changes.some((change) => ['p-0', 'p-3', 'p-6', 'p-9'].includes(change.entityId))).toBe(false);
    });
  });
});
