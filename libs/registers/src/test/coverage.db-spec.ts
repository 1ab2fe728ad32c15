import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { behindTheBack, eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { isoDate } from '@tongxing/rules';
import { COUNTY, entities, KIND, NEXT, OTHER_TOWN, point, services, TOWN, viewer, VILLAGE, VILLAGES } from './setup.js';

const officer = viewer();
const day = isoDate;

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof services>;
  const townOf = async (code = TOWN, who = officer) =>
    (await app.coverage.coverage(who, KIND, undefined)).towns.find(({ divisionCode }) => divisionCode === code);
  const gaps = (divisionCode: string | undefined, first = 100, after?: string) =>
    app.coverage.gaps(officer, KIND, divisionCode, { first, ...(after ? { after } : {}) });

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
  });
  beforeEach(async () => {
    for (const table of ['register_reach', 'register_entry', 'person'])
      await behindTheBack(database, `DELETE FROM ${table}`);
  });
  afterAll(() => database.close());

  it('without a point every village has none, town by town, and the list is as long as the count', async () => {
    const { villages, missing, towns, day: on } = await app.coverage.coverage(officer, KIND, undefined);
    expect([on, villages > 100, missing]).toEqual(['2026-11-23', true, villages]);
    expect(towns[0]).toMatchObject({
      divisionCode: TOWN,
      name: '豫海镇',
      villages: VILLAGES.length,
      missing: VILLAGES.length,
    });
    expect(towns.every((town) => town.missing === town.villages)).toBe(true);
    const walked: string[] = [];
    for (let after: string | undefined; ; ) {
      const { totalCount, edges, pageInfo } = await gaps(undefined, 50, after);
      expect(totalCount).toBe(missing);
      walked.push(...edges.map(({ node }) => node.divisionCode));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor as string;
    }
    expect(new Set(walked).size).toBe(missing);
    expect((await gaps(OTHER_TOWN)).totalCount).toBe(towns[1]?.missing);
  });

  it('with a point that serves all of a town nothing of it is missing, and the next town is as it was', async () => {
    const before = await townOf(OTHER_TOWN);
    await app.registers.save(officer, point({ serves: VILLAGES }));
    expect(await townOf()).toMatchObject({ missing: 0 });
    expect((await gaps(TOWN)).edges).toEqual([]);
    expect(await townOf(OTHER_TOWN)).toEqual(before);
  });

  it('follows the days: before it opens and after its last day a point covers nothing', async () => {
    const all = VILLAGES.length;
    const made = await app.registers.save(officer, point({ openedOn: '2026-11-24', serves: [NEXT] }));
    expect((await townOf())?.missing).toBe(all);
    app.clock.set('2026-11-24T00:00:00+08:00');
    expect((await townOf())?.missing).toBe(all - 2);
    await app.registers.save(officer, { id: made.id, version: 1, closedOn: '2026-11-24', closeReason: 'MOVED' });
    expect((await townOf())?.missing).toBe(all - 2);
    app.clock.set('2026-11-25T00:00:00+08:00');
    expect((await townOf())?.missing).toBe(all);
    app.clock.set('2026-11-23T09:00:00+08:00');
  });

  it('shows a town its own villages, served by a point of another town too', async () => {
    await app.registers.save(officer, point({ divisionCode: OTHER_TOWN, serves: [VILLAGE] }, { level: ['TOWN'] }));
    const town = viewer({ roles: ['VILLAGE_COMMISSIONER'], divisionCode: TOWN });
    const seen = await app.coverage.coverage(town, KIND, undefined);
    expect(seen.towns.map(({ divisionCode }) => divisionCode)).toEqual([TOWN]);
    expect(seen.missing).toBe(VILLAGES.length - 1);
    // Of what lies around the own region there is the own region; what lies beside it is unknown.
    expect(await app.coverage.coverage(town, KIND, COUNTY)).toEqual(seen);
    expect((await app.coverage.gaps(viewer({ divisionCode: NEXT }), KIND, TOWN, { first: 10 })).totalCount).toBe(1);
    await expect(app.coverage.coverage(town, KIND, OTHER_TOWN)).rejects.toMatchObject({ code: 'DIVISION_UNKNOWN' });
    await expect(app.coverage.coverage(officer, 'BASES', undefined)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts holders of working age in villages without one, once an age is entered; auditors see no people', async () => {
    expect(await townOf()).toMatchObject({ holders: null });
    await app.enterAges();
    expect(await townOf()).toMatchObject({ holders: 0 });
    // Women to 54, men to 59: the last day of the age, and the day after it.
    await app.person({ birthOn: day('1971-11-24') });
    await app.person({ birthOn: day('1971-11-23') });
    await app.person({ sex: 'MALE', birthOn: day('1966-11-24') });
    await app.person({ sex: 'MALE', birthOn: day('1966-11-23') });
    await app.person({ birthOn: day('2010-11-23') });
    await app.person({ birthOn: day('2010-11-24') });
    // Where somebody lives counts, not where the household is registered.
    await app.person({ residenceDivisionCode: NEXT });
    await app.person({ divisionCode: '360734100001', residenceDivisionCode: VILLAGE });
    await app.person({ residenceDivisionCode: '360734100001' });
    await app.person({ state: 'CANCELLED' });
    expect(await townOf()).toMatchObject({ holders: 5 });
    const people = (await gaps(TOWN)).edges.filter(({ node }) => node.holders !== 0);
    expect(people.map(({ node }) => [node.divisionCode, node.holders])).toEqual([
      [VILLAGE, 4],
      [NEXT, 1],
    ]);
    await app.registers.save(officer, point());
    expect(await townOf()).toMatchObject({ holders: 1 });
    expect(await townOf(TOWN, viewer({ roles: ['AUDITOR'] }))).toMatchObject({ holders: null });
  });
});
