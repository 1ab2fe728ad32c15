import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { importEntities } from '@tongxing/imports';
import { peopleEntities } from '../people-entities.js';

eachEngine([...importEntities, ...peopleEntities], (engine) => {
  it('the tables of people and imports are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = /`?"?(?:import_|person|household|functional_|consent|data_|legal_|retention_)/;
    expect(drift.filter((line) => mine.test(line) && !/^DROP|^ALTER TABLE .* DROP/.test(line))).toEqual([]);
    await database.close();
  });
});
