import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { entities } from './setup.js';

eachEngine(entities, (engine) => {
  it('the tables of notices are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = /`?"?(?:public_notice|notice_line|objection|feedback)/;
    expect(drift.filter((line) => mine.test(line) && !/^DROP|^ALTER TABLE .* DROP/.test(line))).toEqual([]);
    await database.close();
  });
});
