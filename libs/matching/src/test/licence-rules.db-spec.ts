import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { LicenceService } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { entities, setup } from './setup.js';

const LAST = '2026-12-31';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let licences: LicenceService;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    const { clock, crypto, caseloads, messages } = world;
    licences = new LicenceService(db.unitOfWork, clock, crypto, caseloads, messages);
  });
  afterAll(() => db.close());

  const officer: SignedIn = { id: newId(), displayName: '示例', roles: ['OFFICER'], divisionCode: '640324000000' };
  const findingOf = async (personId: string, postId: string) =>
    (await world.matches.explainFor(personId, postId)).findings.find(({ rule }) => rule === 'H-LICENCE');
  const idOf = async (personId: string) => (await licences.ofPerson(officer, personId)).licences[0]?.id as string;

  describe('a post that asks for a licence', () => {
    it('is unknown, not known to be proven, fitting, or not for somebody, and both lists know at once', async () => {
      const kind = newId().slice(0, 20);
      const postId = await world.post({ licences: [kind], closesOn: isoDate('2028-01-01') });
      const someone = await world.person();
      const { matches } = world;
      const lists = world.shortlistBy(world.peopleIndex());
      const listed = async (by = lists) =>
        (await by.shortlist(officer, postId, { first: 50 })).edges.map(({ node }) => node.personId);
      const answer = async () =>
        (await matches.matchedPosts(someone.viewer, { first: 50 }, { answers: ['FITS', 'UNKNOWN'] })).edges.find(
          ({ node }) => node.post.id === postId,
        )?.node.explanation.answer;
      expect(await answer()).toBe('UNKNOWN');
      expect(await findingOf(someone.id, postId)).toMatchObject({ has: `${kind}（还没问过）` });
      await licences.sayAllOwn(someone.viewer);
      expect(await answer()).toBeUndefined();
      expect(await findingOf(someone.id, postId)).toMatchObject({ answer: 'NO', has: `${kind}（没有）` });
      await licences.saveOwn(someone.viewer, { kind, validUntil: LAST });
      expect(await answer()).toBe('UNKNOWN');
      expect(await listed()).toEqual([]);
      await licences.see(officer, someone.id, await idOf(someone.id), 1);
      expect(await answer()).toBe('FITS');
      expect(await listed()).toEqual([someone.id]);
      expect(await listed(world.shortlistBy(world.peopleIndex()))).toEqual([someone.id]);
      await licences.removeOwn(someone.viewer, await idOf(someone.id), 2);
      expect(await answer()).toBeUndefined();
      expect(await listed()).toEqual([]);
      expect(await matches.selfCheckOfPeople()).toMatchObject({ differing: 0 });
      expect(await matches.selfCheck()).toMatchObject({ differing: 0 });
    });

    it('fits on the last day of the licence and not on the next, for another day and when that day has come', async () => {
      const kind = newId().slice(0, 20);
      const postId = await world.post({ licences: [kind], closesOn: isoDate('2028-01-01') });
      const someone = await world.person();
      await licences.saveFor(officer, someone.id, { kind, validUntil: LAST }, true);
      const { matches, clock } = world;
      const on = async (day: string) =>
        (await matches.explain(someone.viewer, postId, null, day)).findings.find(({ rule }) => rule === 'H-LICENCE');
      expect(await on(LAST)).toMatchObject({ answer: 'FITS' });
      expect(await on('2027-01-01')).toMatchObject({ answer: 'NO', has: `${kind}（已过期）` });
      const lists = world.shortlistBy(world.peopleIndex());
      const listed = async () => [
        (await lists.shortlist(officer, postId, { first: 50 })).edges.map(({ node }) => node.personId),
        (await matches.matchedPosts(someone.viewer, { first: 50 })).edges.some(({ node }) => node.post.id === postId),
      ];
      try {
        clock.set(`${LAST}T23:59:59+08:00`);
        expect(await listed()).toEqual([[someone.id], true]);
        clock.set('2027-01-01T00:00:00+08:00');
        expect(await listed()).toEqual([[], false]);
        expect(await matches.selfCheckOfPeople()).toMatchObject({ differing: 0 });
        clock.set(`${LAST}T12:00:00+08:00`);
        expect(await listed()).toEqual([[someone.id], true]);
      } finally {
        clock.set('2026-11-23T09:00:00+08:00');
      }
    });

    it('opens by the licence: earned, shown or renewed', async () => {
      const kind = newId().slice(0, 20);
      await world.post({ licences: [kind], workDivisionCode: '640324100201' });
      const someone = await world.person();
      const opens = async () =>
        (await world.openings.whatOpens(someone.viewer, null, null)).opens.find(({ says }) => says.includes(kind));
      await licences.sayAllOwn(someone.viewer);
      expect(await opens()).toMatchObject({ says: `考一个${kind}`, posts: 1, atBest: false });
      await licences.saveOwn(someone.viewer, { kind });
      expect(await opens()).toMatchObject({ says: `把${kind}给辅导员看一看`, posts: 1, atBest: true });
      await licences.saveOwn(someone.viewer, {
        id: await idOf(someone.id),
        version: 1,
        kind,
        validUntil: '2026-11-22',
      });
      expect(await opens()).toMatchObject({ says: `换新的${kind}，给辅导员看一看`, posts: 1 });
    });
  });
});
