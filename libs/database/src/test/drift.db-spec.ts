import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { migrate, pendingMigrations, schemaDrift } from '../data-source.js';
import { columns } from '../columns.js';
import { adds, creates, type MigrationClass } from '../migrations/table.js';
import { whileMigrating } from '../write-guard.js';
import { eachEngine, type TestDatabase } from '../testing/index.js';

const Parent = creates('SpecParent', 1764999999990, 'spec_parent', {
  columns: [columns.id(), columns.text('name', 20)],
});
const Child = creates('SpecChild', 1764999999991, 'spec_child', {
  columns: [columns.id(), columns.ref('parentId')],
  references: { parentId: 'spec_parent' },
});

const Count = adds('SpecCount', 1764999999992, 'spec_parent', columns.integer('count'), 7);
const Note = adds('SpecNote', 1764999999993, 'spec_parent', columns.nullable(columns.text('note', 20)));

/** On SQLite a changed column rebuilds the table: drop and copy, with children pointing at it. */
class WidenParent implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = (await runner.getTable('spec_parent')) as Table;
    const name = table.findColumnByName('name');
    if (!name) throw new Error('no such column');
    const wider = name.clone();
    wider.length = '60';
    await runner.changeColumn(table, name, wider);
  }
  async down(): Promise<void> {}
}

eachEngine([], (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());

  it('has nothing pending once migrated, and migrating again does nothing', async () => {
    expect(await pendingMigrations(db.dataSource)).toEqual([]);
    expect(await migrate(db.dataSource)).toEqual([]);
  });

  it('rebuilds a parent table that has rows and children', async () => {
    await whileMigrating(db.dataSource, async () => {
      const runner = db.dataSource.createQueryRunner();
      await new Parent().up(runner);
      await new Child().up(runner);
      await runner.query(`INSERT INTO spec_parent (id, name) VALUES ('p1', 'first')`);
      await runner.query(`INSERT INTO spec_child (id, parentId) VALUES ('c1', 'p1')`);
      await runner.beforeMigration();
      await runner.startTransaction();
      await new WidenParent().up(runner);
      await runner.commitTransaction();
      await runner.afterMigration();
      await runner.release();
    });
    const [child] = (await db.dataSource.query(`SELECT parentId FROM spec_child`)) as { parentId: string }[];
    expect(child?.parentId).toBe('p1');
    const orphan = whileMigrating(db.dataSource, () =>
      db.dataSource.query(`INSERT INTO spec_child (id, parentId) VALUES ('c2', 'nobody')`),
    );
    await expect(orphan).rejects.toThrow();
  });

  it('adds a column to a table that has rows and children, also when it is run again after a stop in the middle', async () => {
    const runOnce = async (migration: MigrationClass): Promise<void> => {
      const runner = db.dataSource.createQueryRunner();
      await runner.beforeMigration();
      await runner.startTransaction();
      await new migration().up(runner);
      await runner.commitTransaction();
      await runner.afterMigration();
      await runner.release();
    };
    await whileMigrating(db.dataSource, async () => {
      const runner = db.dataSource.createQueryRunner();
      await runner.beforeMigration();
      await runner.addColumn('spec_parent', new TableColumn({ ...columns.integer('count'), isNullable: true }));
      await runner.query(`INSERT INTO spec_parent (id, name, count) VALUES ('p2', 'second', 3)`);
      await runner.afterMigration();
      await runner.release();
      for (const migration of [Count, Note]) await runOnce(migration);
    });
    const rows: unknown = await db.dataSource.query(`SELECT id, count, note FROM spec_parent ORDER BY id`);
    expect(rows).toEqual([
      { id: 'p1', count: 7, note: null },
      { id: 'p2', count: 3, note: null },
    ]);
    const [child] = (await db.dataSource.query(`SELECT parentId FROM spec_child`)) as { parentId: string }[];
    expect(child?.parentId).toBe('p1');
    const empty = whileMigrating(db.dataSource, () =>
      db.dataSource.query(`INSERT INTO spec_parent (id, name) VALUES ('p3', 'third')`),
    );
    await expect(empty).rejects.toThrow();
  });

  it('finds no drift between the tables of the feed and their entities', async () => {
    expect(await schemaDrift(db.dataSource)).toEqual([]);
  });
});
