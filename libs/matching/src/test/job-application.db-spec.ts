import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import type { ApplyToPostInput } from '../job-application.types.js';
import { entities, setup } from './setup.js';

const ALL = { first: 100 };
const AT_ONCE = 6;
const application = (postId: string, change: Partial<ApplyToPostInput> = {}): ApplyToPostInput => ({
  postId,
  contactPhone: '13800000000',
  contactWay: 'SMS',
  needs: ['手语翻译'],
  shareNeeds: false,
  idempotencyKey: newId(),
  ...change,
});

/** SQLite writes one unit after another; these count once they pass on a server engine. */
eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  const outcomes = async <T>(works: Promise<T>[]): Promise<{ done: T[]; codes: string[] }> => {
    const settled = await Promise.allSettled(works);
    return {
      done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
      codes: settled.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.code)] : [])),
    };
  };

  describe('applications at the same time', () => {
    it('under different keys are one, and the others are told so', async () => {
      const { viewer } = await world.person();
      const postId = await world.post();
      const { done, codes } = await outcomes(
        Array.from({ length: AT_ONCE }, () => world.applications.apply(viewer, application(postId))),
      );
      expect(done).toHaveLength(1);
      expect(codes).toEqual(Array.from({ length: AT_ONCE - 1 }, () => 'DUPLICATE_APPLICATION'));
      expect((await world.applications.mine(viewer, ALL)).totalCount).toBe(1);
    });

    it('are taken back once, and nobody who pressed twice is told that the employer has decided', async () => {
      const { viewer } = await world.person();
      for (let round = 0; round < 5; round += 1) {
        const { id } = await world.applications.apply(viewer, application(await world.post()));
        const { done, codes } = await outcomes(
          Array.from({ length: AT_ONCE }, () => world.applications.withdraw(viewer, id)),
        );
        expect(codes).toEqual([]);
        expect(done.map(({ state }) => state)).toEqual(Array.from({ length: AT_ONCE }, () => 'WITHDRAWN'));
        expect((await world.messages.page(viewer, { first: 10 })).totalCount).toBe(round + 1);
      }
      const { rows } = await world.messages.page(viewer, { first: 1 });
      expect(rows[0]?.text).toMatch(/^您撤回了岗位申请「岗位\d+」。不是您撤的，请打 12385。$/);
    });
  });

  describe('a key that was used', () => {
    it('is refused with other words, and answers as before with the same ones', async () => {
      const { viewer } = await world.person();
      const input = application(await world.post(), { note: '我会缝纫' });
      const { id } = await world.applications.apply(viewer, input);
      expect((await world.applications.apply(viewer, { ...input })).id).toBe(id);
      for (const change of [
        { contactPhone: '13900000000' },
        { contactWay: 'CALL' },
        { needs: [] },
        { shareNeeds: true },
        { note: null },
      ])
        await expect(world.applications.apply(viewer, { ...input, ...change })).rejects.toMatchObject({
          code: 'IDEMPOTENCY_MISMATCH',
        });
    });

    it('belongs to its person: another one may happen to use the same', async () => {
      const [one, other] = [await world.person(), await world.person()];
      const input = application(await world.post());
      const [first, second] = [
        await world.applications.apply(one.viewer, input),
        await world.applications.apply(other.viewer, input),
      ];
      expect(first.id).not.toBe(second.id);
    });
  });

  it('an account that stands for nobody can neither apply nor look', async () => {
    const { viewer } = await world.person();
    const { personId: _, ...nobody } = viewer;
    await expect(world.applications.apply(nobody, application(await world.post()))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(world.applications.mine(nobody, ALL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
