import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { schemaDrift } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { compareRanked, isoDate } from '@tongxing/rules';
import type { ApplyToPostInput } from '../job-application.types.js';
import { entities, setup } from './setup.js';

const ALL = { first: 100 };
const officer = (divisionCode: string): SignedIn => ({
  id: newId(),
  displayName: '干部',
  roles: ['OFFICER'],
  divisionCode,
});
const application = (postId: string, change: Partial<ApplyToPostInput> = {}): ApplyToPostInput => ({
  postId,
  contactPhone: '13800000000',
  contactWay: 'SMS',
  needs: ['手语翻译'],
  shareNeeds: false,
  idempotencyKey: newId(),
  ...change,
});

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  const listed = async (viewer: SignedIn, filter = {}) =>
    (await world.matches.matchedPosts(viewer, ALL, filter)).edges.map(({ node }) => node.post.id);

  describe('the schema of matching', () => {
    it('is what the entities ask for', async () => {
      const drift = (await schemaDrift(db.dataSource)).filter((statement) => statement.includes('job_application'));
      expect(drift).toEqual([]);
    });
  });

  describe('matched posts', () => {
    it('come best first, with reasons, and page through without a gap or a repeat', async () => {
      const { viewer } = await world.person({ wantedWageFen: 200_000 });
      for (let count = 0; count < 5; count += 1) await world.post({ wageLowFen: 150_000 + count * 20_000 });
      const whole = await world.matches.matchedPosts(viewer, ALL);
      const scores = whole.edges.map(({ node }) => node.explanation.score);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
      expect(whole.edges[0]?.node.explanation.reasons.length).toBeGreaterThanOrEqual(2);

      const walked: string[] = [];
      let after: string | undefined;
      do {
        const page = await world.matches.matchedPosts(viewer, { first: 2, ...(after ? { after } : {}) });
        walked.push(...page.edges.map(({ node }) => node.post.id));
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor as string) : undefined;
      } while (after !== undefined);
      expect(walked).toEqual(whole.edges.map(({ node }) => node.post.id));
      expect(whole.totalCount).toBe(walked.length);
    });

    it('follow every commit at once: a new post, a changed one, a closed one', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      expect(await listed(viewer)).toContain(id);
      await world.change(id, { demands: { STAND: 4 } });
      expect(await listed(viewer)).not.toContain(id);
      await world.change(id, { demands: { STAND: 1 } });
      expect(await listed(viewer)).toContain(id);
      await world.change(id, { state: 'CLOSED' });
      expect(await listed(viewer)).not.toContain(id);
    });

    it('never show a post that was closed behind the back of the index', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      expect(await listed(viewer)).toContain(id);
      await world.change(id, { state: 'CLOSED' }, false);
      expect(await listed(viewer)).not.toContain(id);
    });

    it('are the same from an index that followed the changes and from a fresh one', async () => {
      const { id, viewer } = await world.person();
      const [first, second] = [await world.post(), await world.post({ kind: 'FLEXIBLE' })];
      await listed(viewer);
      await world.change(first, { closesOn: isoDate('2026-11-22') });
      await world.change(second, { wageLowFen: 400_000 });
      const followed = await listed(viewer);
      const fresh = await setup(db);
      expect(
        await (async () => (await fresh.matches.matchedPosts(viewer, ALL)).edges.map(({ node }) => node.post.id))(),
      ).toEqual(followed);
      expect(followed).toContain(second);
      expect(followed).not.toContain(first);
      expect(id).toBeDefined();
    });

    it('keep the unknown in a list of its own, fewest open questions first', async () => {
      const { viewer } = await world.person({ certificateExpiresOn: null }, null);
      const easy = await world.post({ demands: {}, kind: 'FLEXIBLE' });
      const one = await world.post({ demands: { STAND: 1 }, kind: 'FLEXIBLE' });
      const two = await world.post({ demands: { STAND: 1 } });
      const fits = await listed(viewer);
      expect(fits).toContain(easy);
      expect(fits).not.toContain(one);
      const unknown = await listed(viewer, { answers: ['UNKNOWN'] });
      expect(unknown).not.toContain(easy);
      expect(unknown.indexOf(one)).toBeGreaterThanOrEqual(0);
      expect(unknown.indexOf(one)).toBeLessThan(unknown.indexOf(two));
    });

    it('answer for another day by the facts of that day', async () => {
      const { viewer } = await world.person();
      const id = await world.post({ publishedOn: isoDate('2026-12-01'), closesOn: isoDate('2026-12-05') });
      expect(await listed(viewer)).not.toContain(id);
      expect(await listed(viewer, { day: '2026-12-05' })).toContain(id);
      expect(await listed(viewer, { day: '2026-12-06' })).not.toContain(id);
    });

    it('hide people of other regions, and others from a seeker', async () => {
      const { id, viewer } = await world.person();
      await expect(listed(officer('360734000000'), { personId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(listed(officer('640324000000'), { personId: id })).resolves.toBeDefined();
      const other = await world.person();
      await expect(listed(viewer, { personId: other.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.matches.explain(viewer, newId(), null, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('are explained to a desk for its own people, at posts of other regions too, and no draft is', async () => {
      const viewer = officer('640324000000');
      const [here, there] = [await world.person(), await world.person({ divisionCode: '360734100201' })];
      const far = await world.post({ workDivisionCode: '360734100201', divisionCode: '360734000000' });
      expect((await world.matches.explain(viewer, far, here.id, null)).findings.length).toBeGreaterThan(0);
      const codeOf = (postId: string, personId: string) =>
        world.matches.explain(viewer, postId, personId, null).catch((error: { code: string }) => error.code);
      expect(await codeOf(far, there.id)).toBe('NOT_FOUND');
      expect(await codeOf(await world.post({ state: 'DRAFT' }), here.id)).toBe('NOT_FOUND');
      expect(await codeOf(newId(), here.id)).toBe('NOT_FOUND');
    });

    it('refuse wrong questions with a code', async () => {
      const { viewer } = await world.person();
      await expect(listed(viewer, { day: '2026-02-29' })).rejects.toMatchObject({ code: 'VALIDATION', field: 'day' });
      await expect(listed(viewer, { answers: ['NO'] })).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(world.matches.matchedPosts(viewer, { first: 2, after: 'zzz' })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      });
    });

    it('order by score, then by older id, whatever the order in memory', () => {
      const row = (postId: string, score: number, answer: 'FITS' | 'FITS_WITH' | 'UNKNOWN' = 'FITS', unknown = 0) => ({
        postId,
        score,
        answer,
        unknown,
      });
      const rows = [
        row('b', 5),
        row('a', 5),
        row('c', 9, 'FITS_WITH'),
        row('d', 99, 'UNKNOWN', 2),
        row('e', 1, 'UNKNOWN', 1),
      ];
      expect(
        [...rows]
          .reverse()
          .sort(compareRanked)
          .map(({ postId }) => postId)
          .join(''),
      ).toBe('cabed');
    });
  });

  describe('the command line', () => {
    it('finds a person by certificate, and times everybody', async () => {
      const { certificate } = await world.person();
      await world.post();
      const found = await world.matches.matchPerson(certificate, 3);
      expect(found).toHaveLength(3);
      expect(JSON.stringify(found)).not.toContain(certificate.slice(0, 18));
      await expect(world.matches.matchPerson('64032419990101001443', 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const all = await world.matches.refreshAll();
      expect(all.people).toBe(Object.values(all.best).reduce((sum, count) => sum + count, 0));
      expect(all.best.FITS).toBeGreaterThan(0);
    });
  });

  describe('the self-check', () => {
    it('finds the lists of a post whose change nobody told, and builds the index again', async () => {
      const { viewer } = await world.person();
      const [kept, closed] = [await world.post(), await world.post()];
      const listed = async () =>
        (await world.matches.matchedPosts(viewer, ALL)).edges.map(({ node }) => node.post.id).sort();
      expect(await listed()).toEqual(expect.arrayContaining([kept, closed]));
      // What was changed above without a word is mended first.
      await world.matches.selfCheck();
      expect(await world.matches.selfCheck()).toMatchObject({ differing: 0 });
      await world.change(closed, { openings: 0 }, false);
      const { people, differing } = await world.matches.selfCheck();
      expect(people).toBeGreaterThan(0);
      expect(differing).toBeGreaterThan(0);
      expect(await world.matches.selfCheck()).toEqual({ people, differing: 0 });
      expect((await world.matches.matchedPosts(viewer, ALL)).totalCount).toBe((await listed()).length);
      await world.change(kept, { openings: 0 });
      expect(await listed()).not.toContain(kept);
    });
  });

  describe('an application', () => {
    it('is one however often it is sent, also at the same time', async () => {
      const { viewer } = await world.person();
      const input = application(await world.post());
      const twins = await Promise.all([
        world.applications.apply(viewer, input),
        world.applications.apply(viewer, input),
      ]);
      const again = await world.applications.apply(viewer, input);
      expect(new Set([...twins, again].map(({ id }) => id)).size).toBe(1);
      expect((await world.applications.mine(viewer, ALL)).totalCount).toBe(1);
    });

    it('for the same post a second time is told, until the first is taken back', async () => {
      const { viewer } = await world.person();
      const postId = await world.post();
      const first = await world.applications.apply(viewer, application(postId));
      await expect(world.applications.apply(viewer, application(postId))).rejects.toMatchObject({
        code: 'DUPLICATE_APPLICATION',
      });
      const back = await world.applications.withdraw(viewer, first.id);
      expect([back.state, back.withdrawable]).toEqual(['WITHDRAWN', false]);
      expect((await world.applications.withdraw(viewer, first.id)).state).toBe('WITHDRAWN');
      await expect(world.applications.apply(viewer, application(postId))).resolves.toMatchObject({ state: 'APPLIED' });
    });

    it('with a used key for another post is refused', async () => {
      const { viewer } = await world.person();
      const input = application(await world.post());
      await world.applications.apply(viewer, input);
      await expect(world.applications.apply(viewer, { ...input, postId: await world.post() })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
    });

    it('is refused for a closed post, and where a rule says no, with the reason', async () => {
      const { viewer } = await world.person();
      const closed = await world.post({ closesOn: isoDate('2026-11-22') });
      await expect(world.applications.apply(viewer, application(closed))).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      const heavy = await world.post({ demands: { LIFT: 4 } });
      await expect(world.applications.apply(viewer, application(heavy))).rejects.toMatchObject({
        code: 'NOT_ELIGIBLE',
        message: expect.stringContaining('搬举'),
      });
    });

    it('stays with its person: nobody else sees it or takes it back', async () => {
      const [one, other] = [await world.person(), await world.person()];
      const { id } = await world.applications.apply(one.viewer, application(await world.post()));
      await expect(world.applications.withdraw(other.viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await world.applications.mine(other.viewer, ALL)).edges).toEqual([]);
      expect(await world.applications.ofPerson(one.id)).toMatchObject([{ id, stateText: '已提交' }]);
      const [row] = (await db.dataSource.query('SELECT secrets FROM job_application WHERE id = ?', [id])) as [
        { secrets: string },
      ];
      expect(row.secrets).not.toContain('13800000000');
    });
  });
});
