import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Person } from '@tongxing/people';
import { isoDate } from '@tongxing/rules';
import { entities } from '../../test/setup.js';
import { aTown, TODAY } from '../../welfare/test/a-town.js';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let town: Awaited<ReturnType<typeof aTown>>;
  beforeAll(async () => {
    db = await engine.open();
    town = await aTown(db);
  });
  afterAll(() => db.close());

  it('a household member at a post is a seat in use and never a disabled person placed, until there is a certificate', async () => {
    const clerk = await town.account('OFFICER');
    const postId = await town.post({ kind: 'PUBLIC_WELFARE', openings: 3, workDivisionCode: '640324100202' });
    const started = isoDate('2026-11-02');
    await town.placed(started, postId);
    const { personId } = await town.placed(started, postId, { state: 'MEMBER', certificateExpiresOn: null });
    await town.placed(started, postId, { certificateExpiresOn: isoDate('2026-11-22') });
    const filter = { postId, day: null };
    const shown = async () => (await town.desk.posts(clerk, { first: 10, filter })).edges[0]?.node;
    expect(await shown()).toMatchObject({ placed: 3, disabled: 1, members: 1, inUse: 3 });
    const share = await town.desk.share(clerk, TODAY);
    expect(share).toMatchObject({ inUse: 3, disabled: 1, share: '1/3' });
    const people = (await town.desk.people(clerk, { first: 10, filter })).edges.map(({ node }) => node);
    expect(people.map(({ counted, isMember }) => `${counted} ${isMember}`).toSorted()).toEqual([
      'false false',
      'false true',
      'true false',
    ]);
    // One list behind the figure: what it counts is what the people are counted as.
    expect(people.filter(({ counted }) => counted)).toHaveLength(share.disabled);
    const holder = { state: 'ACTIVE', certificateExpiresOn: TODAY } as const;
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(Person, { id: personId }, holder));
    expect(await shown()).toMatchObject({ placed: 3, disabled: 2, members: 0 });
  });
});
