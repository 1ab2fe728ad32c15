import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Scope, SCOPES, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { entities, setup } from './setup.js';

const ALL = { first: 10 };

/** A helper, who may have a record of the own, acting for a person. */
const actingFor = (personId: string, scopes: readonly Scope[], over: Partial<SignedIn> = {}): SignedIn => ({
  id: newId(),
  displayName: '示例代办人',
  roles: ['SEEKER', 'HELPER'],
  divisionCode: '360734000000',
  onBehalfOf: { personId, name: '示例', divisionCode: '640324100201', delegationId: newId(), scopes, ended: false },
  ...over,
});

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  const application = (postId: string) => ({
    postId,
    contactPhone: '13800000000',
    contactWay: 'HELPER',
    needs: [],
    shareNeeds: false,
    idempotencyKey: newId(),
  });

  describe('a helper', () => {
    it('does for the person what its scope says, and nothing of it in another', async () => {
      const { id, viewer } = await world.person();
      const postId = await world.post();
      const dismissed = await world.post();
      const standing = await world.applications.apply(viewer, application(await world.post()));
      const operations: Record<string, { scope: Scope; work: (by: SignedIn) => Promise<unknown> }> = {
        matchedPosts: { scope: 'POSTS', work: (by) => world.matches.matchedPosts(by, ALL) },
        matchExplanation: { scope: 'POSTS', work: (by) => world.matches.explain(by, postId, null, null) },
        dismissMatch: { scope: 'POSTS', work: (by) => world.dismissals.dismiss(by, dismissed, 'WAGE', null) },
        matchDismissal: { scope: 'POSTS', work: (by) => world.dismissals.mine(by, dismissed) },
        whatOpensPosts: { scope: 'POSTS', work: (by) => world.openings.whatOpens(by, null, null) },
        matchFacets: { scope: 'POSTS', work: (by) => world.openings.facets(by, null) },
        applyToPost: { scope: 'APPLY', work: (by) => world.applications.apply(by, application(postId)) },
        myApplications: { scope: 'APPLY', work: (by) => world.applications.mine(by, ALL) },
        withdrawApplication: { scope: 'APPLY', work: (by) => world.applications.withdraw(by, standing.id) },
      };
      for (const [name, { scope, work }] of Object.entries(operations)) {
        for (const other of (Object.keys(SCOPES) as Scope[]).filter((one) => one !== scope))
          await expect([name, work(actingFor(id, [other]))][1]).rejects.toMatchObject({ code: 'FORBIDDEN_SCOPE' });
        await expect([name, work(actingFor(id, [scope]))][1]).resolves.toBeDefined();
        const over = actingFor(id, Object.keys(SCOPES) as Scope[]);
        const ended = { ...over, onBehalfOf: { ...over.onBehalfOf!, ended: true } };
        await expect(work(ended)).rejects.toMatchObject({ code: 'DELEGATION_ENDED' });
      }
      const { edges } = await world.applications.mine(viewer, ALL);
      expect(edges.map(({ node }) => [node.post.id === postId, node.state])).toEqual([
        [true, 'APPLIED'],
        [false, 'WITHDRAWN'],
      ]);
    });

    it('opens no need to an employer, in an application or later; what was told can stand or be closed', async () => {
      const { id, viewer } = await world.person();
      const by = actingFor(id, Object.keys(SCOPES) as Scope[]);
      const witnessed = { ...viewer, witnessId: newId() };
      const two = ['讲慢一点', '面试有手语翻译'];
      for (const who of [by, witnessed]) {
        const closed = application(await world.post());
        for (const told of [{ shareNeeds: true }, { shareNeeds: true, sharedNeeds: ['讲慢一点'] }])
          await expect(world.applications.apply(who, { ...closed, needs: two, ...told })).rejects.toMatchObject({
            code: 'FORBIDDEN_ACTING',
            field: 'sharedNeeds',
          });
        // Names that are not told, and a yes that tells nothing, are his to give.
        const none = { needs: two, shareNeeds: true, sharedNeeds: [] };
        expect((await world.applications.apply(who, { ...closed, ...none })).sharedNeeds).toEqual([]);
      }
      const { id: own } = await world.applications.apply(viewer, {
        ...application(await world.post()),
        needs: two,
        shareNeeds: true,
        sharedNeeds: ['讲慢一点'],
      });
      const release = (who: SignedIn, sharedNeeds: string[] | null, needs = two) =>
        world.flow.release(who, { id: own, release: true, shareNeeds: true, sharedNeeds, needs });
      for (const more of [['讲慢一点', '面试有手语翻译'], ['面试有手语翻译'], null])
        await expect(release(by, more)).rejects.toMatchObject({ code: 'FORBIDDEN_ACTING' });
      const told = async () => (await world.applications.one(viewer, own)).sharedNeeds;
      expect(await told()).toEqual(['讲慢一点']);
      await release(by, ['讲慢一点']);
      expect(await told()).toEqual(['讲慢一点']);
      await release(by, []);
      expect(await told()).toEqual([]);
      await expect(release(by, ['讲慢一点'])).rejects.toMatchObject({ code: 'FORBIDDEN_ACTING' });
      await release(viewer, null);
      expect(await told()).toEqual(two);
      expect((await world.supports.needs(viewer)).every(({ tellable }) => tellable)).toBe(true);
      expect((await world.supports.needs(by)).some(({ tellable }) => tellable)).toBe(false);
    });

    it('who is a seeker too leaves the own matters alone, and reaches nobody else’s', async () => {
      const { id } = await world.person();
      const own = await world.person();
      const stranger = await world.person();
      const by = actingFor(id, Object.keys(SCOPES) as Scope[], { personId: own.id });
      const postId = await world.post();
      await world.applications.apply(by, application(postId));
      expect((await world.applications.mine(own.viewer, ALL)).totalCount).toBe(0);
      expect((await world.applications.mine(by, ALL)).totalCount).toBe(1);
      for (const personId of [own.id, stranger.id]) {
        await expect(world.matches.matchedPosts(by, ALL, { personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(world.matches.explain(by, postId, personId, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
      const theirs = await world.applications.apply(stranger.viewer, application(postId));
      await expect(world.applications.withdraw(by, theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('who is staff gains nothing of the own region while acting', async () => {
      const { id } = await world.person();
      const stranger = await world.person();
      const desk: Partial<SignedIn> = { roles: ['COUNSELLOR', 'OFFICER'], divisionCode: '640324000000' };
      const by = actingFor(id, ['POSTS'], desk);
      await expect(world.matches.matchedPosts(by, ALL)).resolves.toBeDefined();
      await expect(world.matches.matchedPosts(by, ALL, { personId: stranger.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
});
