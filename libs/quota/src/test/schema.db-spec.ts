import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { employerEntities } from '@tongxing/employers';
import { peopleEntities } from '@tongxing/people';
import { quotaEntities } from '../quota.entity.js';

eachEngine([...peopleEntities, ...employerEntities, ...quotaEntities], (engine) => {
  it('the tables of returns and hires are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = /`?"?(?:quota_return|counted_hire)/;
    expect(drift.filter((line) => mine.test(line) && !/^DROP|^ALTER TABLE .* DROP/.test(line))).toEqual([]);
    await database.close();
  });
});
