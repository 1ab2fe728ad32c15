import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { entities } from './setup.js';

eachEngine(entities, (engine) => {
  it('the tables of campaigns are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = /`?"?(?:case_assignment|visit)/;
    expect(drift.filter((line) => mine.test(line) && !/^DROP|^ALTER TABLE .* DROP/.test(line))).toEqual([]);
    await database.close();
  });
});
