import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { entities, setup } from '../../test/setup.js';
import type { NewPlacement } from '../placement.service.js';

const TODAY = isoDate('2026-11-23');
const YESTERDAY = isoDate('2026-11-22');
const AT_ONCE = 6;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  const given = (personId: string, postId: string, over: Partial<NewPlacement> = {}): NewPlacement => ({
    personId,
    postId,
    startedOn: TODAY,
    endsOn: null,
    source: 'RECORDED',
    sourceId: newId(),
    ...over,
  });
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const statusOf = async (id: string) => (await db.unitOfWork.manager.findOneByOrFail(Person, { id })).employmentStatus;
  const openingsOf = async (id: string) => (await db.unitOfWork.manager.findOneByOrFail(Post, { id })).openings;

  describe('a placement', () => {
    it('takes one opening, tells the register and the change feed, and is the same for the same source', async () => {
      const { id } = await world.person();
      const postId = await world.post({ openings: 2 });
      const told = await db.unitOfWork.manager.countBy(MatchChange, { entity: 'person' });
      const first = await world.placements.begin(given(id, postId));
      expect(first).toMatchObject({ kind: 'PROPORTIONAL', live: 1, welfareLive: null, endedOn: null });
      const again = await world.placements.begin(given(id, postId, { sourceId: first.sourceId }));
      expect(again.id).toBe(first.id);
      expect(await openingsOf(postId)).toBe(1);
      expect(await statusOf(id)).toBe('EMPLOYED');
      expect(await db.unitOfWork.manager.countBy(MatchChange, { entity: 'person' })).toBe(told + 1);
    });

    it('of the last opening goes to one of those who come at once', async () => {
      const postId = await world.post({ openings: 1 });
      const people = await Promise.all(Array.from({ length: AT_ONCE }, () => world.person()));
      const codes = await Promise.all(people.map(({ id }) => refusal(world.placements.begin(given(id, postId)))));
      expect(codes.toSorted()).toEqual([...Array.from({ length: AT_ONCE - 1 }, () => 'STATE_CONFLICT'), 'done']);
      expect(await openingsOf(postId)).toBe(0);
      expect(await world.placements.atPost(postId)).toHaveLength(1);
    });

    it('at a second public-welfare post is refused, and nothing of it stays', async () => {
      const { id } = await world.person();
      const [one, other] = [
        await world.post({ kind: 'PUBLIC_WELFARE' }),
        await world.post({ kind: 'PUBLIC_WELFARE', openings: 3 }),
      ];
      await world.placements.begin(given(id, one));
      expect(await refusal(world.placements.begin(given(id, other)))).toBe('STATE_CONFLICT');
      expect(await openingsOf(other)).toBe(3);
    });

    it('does not begin tomorrow, end before it began, or end tomorrow', async () => {
      const { id } = await world.person();
      const postId = await world.post();
      const tomorrow = isoDate('2026-11-24');
      expect(await refusal(world.placements.begin(given(id, postId, { startedOn: tomorrow })))).toBe('VALIDATION');
      const backwards = { endsOn: isoDate('2026-11-22') };
      expect(await refusal(world.placements.begin(given(id, postId, backwards)))).toBe('VALIDATION');
      const { id: placementId } = await world.placements.begin(given(id, postId, { endsOn: TODAY }));
      expect(await refusal(world.placements.end(placementId, tomorrow, 'TERM'))).toBe('VALIDATION');
      expect(await refusal(world.placements.end(placementId, isoDate('2026-11-22'), 'TERM'))).toBe('VALIDATION');
    });

    it('ends once, makes the person unemployed unless another lasts, and opens the way to the next welfare post', async () => {
      const { id } = await world.person();
      const [welfare, flexible] = [
        await world.post({ kind: 'PUBLIC_WELFARE' }),
        await world.post({ kind: 'FLEXIBLE' }),
      ];
      const one = await world.placements.begin(given(id, welfare, { startedOn: YESTERDAY }));
      const two = await world.placements.begin(given(id, flexible));
      await world.placements.end(one.id, YESTERDAY, 'TERM');
      expect(await statusOf(id)).toBe('FLEXIBLE');
      expect(await refusal(world.placements.end(one.id, YESTERDAY, 'TERM'))).toBe('STATE_CONFLICT');
      expect(await refusal(world.placements.end(one.id, YESTERDAY, 'PENSION'))).toBe('STATE_CONFLICT');
      await world.placements.end(two.id, TODAY, 'RESIGNED');
      expect(await statusOf(id)).toBe('UNEMPLOYED');
      const again = await world.post({ kind: 'PUBLIC_WELFARE' });
      // On a day of the one nobody holds another.
      expect(await refusal(world.placements.begin(given(id, again, { startedOn: YESTERDAY })))).toBe('STATE_CONFLICT');
      const next = await world.placements.begin(given(id, again));
      expect(next.live).toBe(1);
      expect((await world.placements.ofPerson(id)).map(({ live }) => live).filter(Boolean)).toHaveLength(1);
    });
  });
});
