import { expect, it } from '@jest/globals';
import { schemaDrift } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { peopleEntities } from '@tongxing/people';
import { benefitEntities } from '../benefit-entities.js';

eachEngine([...peopleEntities, ...benefitEntities], (engine) => {
  it('the tables of benefits are what their entities say', async () => {
    const database = await engine.open();
    const drift = await schemaDrift(database.dataSource);
    const mine = new RegExp(
      `[\`"](?:${benefitEntities.map((entity) => database.dataSource.getMetadata(entity).tableName).join('|')})[\`"]`,
    );
    expect(drift.filter((line) => mine.test(line))).toEqual([]);
    await database.close();
  });

  it('rows of the ledger are never changed or deleted, not even inside a unit of work', async () => {
    const database = await engine.open();
    const { unitOfWork } = database;
    for (const table of ['journal', 'journal_entry', 'state_history']) {
      await expect(
        unitOfWork.run(() => unitOfWork.manager.createQueryBuilder().delete().from(table).execute()),
      ).rejects.toThrow('never changed');
      await expect(
        unitOfWork.run(() => unitOfWork.manager.createQueryBuilder().update(table).set({ id: 'x' }).execute()),
      ).rejects.toThrow('never changed');
    }
    await database.close();
  });
});
