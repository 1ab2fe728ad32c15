import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { columns } from '../columns.js';
import { whileMigrating } from '../write-guard.js';
import { alters, creates, fills } from '../migrations/table.js';
import { eachEngine, type TestDatabase } from '../testing/index.js';

const Parent = creates('SpecPerson', 1, 'spec_person', { columns: [columns.id(), columns.text('number', 20)] });
const Child = creates('SpecAccount', 2, 'spec_account', {
  columns: [columns.id(), columns.nullable(columns.ref('personId')), columns.integer('failures')],
});
const Change = alters('SpecAccount', 3, 'spec_account', {
  adds: [columns.nullable(columns.text('number', 20))],
  drops: ['failures'],
  unique: { ux_spec_account_number: ['number'] },
});
const Fill = fills('SpecAccount', 4, {
  table: 'spec_account',
  set: 'number',
  from: { table: 'spec_person', value: 'number', by: 'personId' },
});

eachEngine([], (engine) => {
  let db: TestDatabase;
  const up = (work: (runner: QueryRunner) => Promise<void>) =>
    whileMigrating(db.dataSource, async () => {
      const runner = db.dataSource.createQueryRunner();
      await runner.beforeMigration();
      await work(runner);
      await runner.afterMigration();
      await runner.release();
    });
  beforeAll(async () => {
    db = await engine.open();
    await up(async (runner) => {
      await new Parent().up(runner);
      await new Child().up(runner);
      await runner.query(`INSERT INTO spec_person (id, number) VALUES ('p1', '11')`);
      await runner.query(
        `INSERT INTO spec_account (id, personId, failures) VALUES ('a1', 'p1', 3), ('a2', NULL, 0), ('a3', 'gone', 0)`,
      );
    });
  });
  afterAll(() => db.close());

  it('a table with rows gets its columns and keys, and values of another table; a second run finds nothing to do', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await up(async (runner) => {
        await new Change().up(runner);
        await new Fill().up(runner);
      });
      const rows = await db.dataSource.query(`SELECT id, number FROM spec_account ORDER BY id`);
      expect(rows.map((row: { id: string; number: string | null }) => [row.id, row.number])).toEqual([
        ['a1', '11'],
        ['a2', null],
        ['a3', null],
      ]);
    }
    const twice = whileMigrating(db.dataSource, () =>
      db.dataSource.query(`INSERT INTO spec_account (id, number) VALUES ('a4', '11')`),
    );
    await expect(twice).rejects.toThrow();
  });

  it('a column without a value for rows that stand is our mistake', async () => {
    const Wrong = alters('SpecWrong', 5, 'spec_account', { adds: [columns.integer('count')] });
    await expect(up((runner) => new Wrong().up(runner))).rejects.toThrow('no value');
  });
});
