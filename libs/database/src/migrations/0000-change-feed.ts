import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns } from '../columns.js';
import { creates } from './table.js';

/** The feed that a match index follows: which row changed, in commit order. */
class StartMatchCounter implements MigrationInterface {
  readonly name = 'StartMatchCounter1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO match_counter (name, value) VALUES ('match', 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM match_counter');
  }
}

export const changeFeedMigrations = [
  creates('MatchChange', 1764000000000, 'match_change', {
    columns: [{ ...columns.fen('seq'), isPrimary: true }, columns.text('entity', 32), columns.ref('entityId')],
  }),
  creates('MatchCounter', 1764000000001, 'match_counter', {
    columns: [columns.key('name', 32), columns.fen('value')],
  }),
  StartMatchCounter,
];
