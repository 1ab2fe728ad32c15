import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { employerEntities } from '../employer-entities.js';

eachEngine(employerEntities, (engine) => {
  it('the tables of employers and posts are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = /`?"?(?:employer|post)\b/;
    expect(drift.filter((line) => mine.test(line) && !/^DROP|^ALTER TABLE .* DROP/.test(line))).toEqual([]);
    await database.close();
  });
});
