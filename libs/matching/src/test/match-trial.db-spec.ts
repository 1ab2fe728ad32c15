import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { ParameterService } from '@tongxing/parameters';
import type { Config } from '@tongxing/platform';
import type { ParameterRow } from '@tongxing/rules';
import { MatchTrial } from '../match-trial.js';
import { entities, setup } from './setup.js';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  describe('what a row would move of recommended posts', () => {
    it('is told in people and kinds of change, and keeps to the region', async () => {
      await world.person();
      await world.post();
      const trial = new MatchTrial(world.index(), world.people, world.matchPeople, world.clock);
      const before = await new ParameterService(db.unitOfWork, world.clock, { demo: true } as Config).rows();
      // Nobody of working age any more.
      const after = before.map(
        (row): ParameterRow => (row.code === 'count.ageBounds' ? { ...row, value: '16..17' } : row),
      );
      const ask = (scope: string, rows: readonly ParameterRow[]) =>
        trial.run({ before, after: rows, tried: [], scope, onProgress: async () => undefined });
      expect(await ask('640324', before)).toMatchObject({ checked: 1, population: 1, changed: 0, lines: [] });
      const finding = await ask('640324', after);
      expect(finding).toMatchObject({ changed: 1, lines: [{ name: '1个推荐', after: '不合适' }] });
      expect(await ask('360734', after)).toMatchObject({ population: 0, changed: 0 });
      expect(trial.concerns('count.ageBounds')).toBe(true);
      expect(trial.concerns('levy.tier.upper')).toBe(false);
    });
  });
});
