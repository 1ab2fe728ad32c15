import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonParts, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { PostService } from '@tongxing/employers';
import { Divisions } from '@tongxing/access';
import { FixedClock, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { entities, setup, VILLAGE } from '../../test/setup.js';
import { DismissalsPart } from '../dismissals-part.js';
import { DismissedMatch } from '../dismissed-match.entity.js';

const ALL = { first: 100 };

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
  const rows = (personId: string) => db.unitOfWork.manager.findBy(DismissedMatch, { personId });
  const counsellor: SignedIn = {
    id: newId(),
    displayName: '辅导员',
    roles: ['COUNSELLOR'],
    divisionCode: '640324000000',
  };

  describe('不合适', () => {
    it('takes the post out of the own list and its count, and nobody else’s; undone, it is back', async () => {
      const { viewer } = await world.person();
      const other = await world.person();
      const id = await world.post();
      const before = await world.matches.matchedPosts(viewer, ALL);
      const said = await world.dismissals.dismiss(viewer, id, 'TOO_FAR', ' 要转两趟车 ');
      expect(said).toMatchObject({ reason: 'TOO_FAR', note: '要转两趟车', undoable: true, changed: false });
      const after = await world.matches.matchedPosts(viewer, ALL);
      expect(after.edges.map(({ node }) => node.post.id)).not.toContain(id);
      expect(after.totalCount).toBe(before.totalCount - 1);
      expect(await listed(other.viewer)).toContain(id);
      const all = await world.matches.matchedPosts(viewer, ALL, { includeDismissed: true });
      expect(all.totalCount).toBe(before.totalCount);
      expect(all.edges.filter(({ node }) => node.dismissed).map(({ node }) => node.post.id)).toEqual([id]);
      const [row] = await rows(viewer.personId as string);
      expect(row?.note).not.toContain('车');
      await world.dismissals.undo(viewer, id);
      await world.dismissals.undo(viewer, id);
      expect(await listed(viewer)).toContain(id);
      expect(await world.dismissals.mine(viewer, id)).toBeNull();
    });

    it('can be taken back until the day is over, not a moment later', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      await world.dismissals.dismiss(viewer, id, 'WAGE', null);
      const at = (instant: string) => world.dismissalsAt(new FixedClock(instant));
      await expect(at('2026-11-24T09:00:00.001+08:00').undo(viewer, id)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      expect(await world.dismissals.mine(viewer, id)).not.toBeNull();
      await at('2026-11-24T09:00:00+08:00').undo(viewer, id);
      expect(await world.dismissals.mine(viewer, id)).toBeNull();
    });

    it('said twice, or twice at once, is one; with another reason the newer stands', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      const say = (reason: string) => world.dismissals.dismiss(viewer, id, reason, null);
      await Promise.all([say('WAGE'), say('WAGE')]);
      await say('WAGE');
      expect(await rows(viewer.personId as string)).toHaveLength(1);
      await say('HOURS');
      expect((await rows(viewer.personId as string)).filter(({ live }) => live === 1)).toMatchObject([
        { reason: 'HOURS' },
      ]);
    });

    it('does not hide a post that offers something else now', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      await world.dismissals.dismiss(viewer, id, 'WAGE', null);
      await world.change(id, { openings: 7 });
      expect(await listed(viewer)).not.toContain(id);
      await world.change(id, { wageLowFen: 240_000 });
      expect(await listed(viewer)).toContain(id);
      expect(await world.dismissals.mine(viewer, id)).toMatchObject({ changed: true });
    });

    it('refuses what is no reason, what is too long, and a post that nobody may see', async () => {
      const { viewer } = await world.person();
      const id = await world.post();
      const say = (postId: string, reason: string, note: string | null = null) =>
        world.dismissals.dismiss(viewer, postId, reason, note);
      await expect(say(id, '')).rejects.toMatchObject({ code: 'VALIDATION', field: 'reason' });
      await expect(say(id, 'OTHER', '长'.repeat(101))).rejects.toMatchObject({ code: 'VALIDATION', field: 'note' });
      await expect(say(await world.post({ state: 'DRAFT' }), 'OTHER')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(say(newId(), 'OTHER')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.dismissals.dismiss(counsellor, id, 'OTHER', null)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await rows(viewer.personId as string)).toEqual([]);
    });

    it('stands in the person’s file in clear, and goes with the person', async () => {
      const { viewer, id: personId } = await world.person();
      await world.dismissals.dismiss(viewer, await world.post({ title: '看门' }), 'OTHER', '离学校太近');
      const posts = new PostService(db.unitOfWork, world.clock, Divisions.shipped());
      const part = new DismissalsPart(db.unitOfWork, world.crypto, posts, new PersonParts());
      const subject = { personId } as Parameters<typeof part.collect>[0];
      expect(JSON.stringify(await part.collect(subject))).toMatch(/看门.*别的原因.*离学校太近/);
      await db.unitOfWork.run(() => part.erase(subject));
      await db.unitOfWork.run(() => part.erase(subject));
      expect(await rows(personId)).toEqual([]);
    });
  });

  describe('the filter of the own list', () => {
    it('keeps to kind, place, distance, wage and work at home, and pages what is left', async () => {
      const { viewer } = await world.person();
      const here = await world.post({ workDivisionCode: VILLAGE, wageLowFen: 300_000 });
      const far = await world.post({ workDivisionCode: '640324101201', wageLowFen: 299_999 });
      const home = await world.post({ remote: true, kind: 'FLEXIBLE', wageLowFen: 100_000 });
      const own = async (filter: object) =>
        (await listed(viewer, filter)).filter((id) => [here, far, home].includes(id));
      expect((await own({ kinds: ['FLEXIBLE'] })).sort()).toEqual([home]);
      expect((await own({ divisionCode: '640324101000' })).sort()).toEqual([far]);
      expect((await own({ within: 'HOME' })).sort()).toEqual([home]);
      expect((await own({ within: 'VILLAGE' })).sort()).toEqual([here, home].sort());
      expect((await own({ within: 'COUNTY' })).sort()).toEqual([here, far, home].sort());
      expect((await own({ wageFromYuan: '3000' })).sort()).toEqual([here]);
      expect((await own({ wageFromYuan: '2999.99' })).sort()).toEqual([here, far].sort());
      expect((await own({ remote: true })).sort()).toEqual([home]);
      expect(await own({ remote: true, wageFromYuan: '3000' })).toEqual([]);
      const first = await world.matches.matchedPosts(viewer, { first: 1 }, { wageFromYuan: '2999.99' });
      expect(first).toMatchObject({ totalCount: (await listed(viewer, { wageFromYuan: '2999.99' })).length });
      const next = await world.matches.matchedPosts(
        viewer,
        { first: 1, after: first.pageInfo.endCursor as string },
        { wageFromYuan: '2999.99' },
      );
      expect(next.edges[0]?.node.post.id).not.toBe(first.edges[0]?.node.post.id);
      for (const filter of [{ within: 'MOON' }, { wageFromYuan: '很多' }])
        await expect(listed(viewer, filter)).rejects.toMatchObject({ code: 'VALIDATION' });
    });

    it('says beside each choice what it would leave', async () => {
      const { viewer } = await world.person();
      const id = await world.post({ remote: true });
      await world.dismissals.dismiss(viewer, id, 'OTHER', null);
      const facets = await world.openings.facets(viewer, null);
      const answers = ['FITS', 'FITS_WITH', 'UNKNOWN'];
      expect(facets.dismissed).toBe(1);
      expect(facets.remote).toBe((await listed(viewer, { answers, remote: true })).length);
      for (const { code, posts } of facets.answers)
        expect([code, posts]).toEqual([code, (await listed(viewer, { answers: [code] })).length]);
      for (const { code, posts } of facets.kinds)
        expect([code, posts]).toEqual([code, (await listed(viewer, { answers, kinds: [code] })).length]);
      for (const { code, posts } of facets.within)
        expect([code, posts]).toEqual([code, (await listed(viewer, { answers, within: code })).length]);
      for (const { code, posts } of facets.towns)
        expect([code, posts]).toEqual([code, (await listed(viewer, { answers, divisionCode: code })).length]);
    });
  });

  describe('skills to choose from', () => {
    it('are those that open posts ask for, the most asked first', async () => {
      await world.post({ skills: ['刺绣', '电焊'] });
      await world.post({ skills: ['刺绣'] });
      await world.post({ skills: ['刺绣', '潜水'], closesOn: isoDate('2026-11-22') });
      await world.post({ skills: ['潜水'], state: 'DRAFT' });
      const asked = await world.openings.skillsAsked();
      expect(asked).not.toContain('潜水');
      expect(asked.indexOf('刺绣')).toBeLessThan(asked.indexOf('电焊'));
    });

    it('and licences the same, apart from skills', async () => {
      await world.post({ licences: ['焊工证', '叉车证'], skills: ['叉车'] });
      await world.post({ licences: ['焊工证'] });
      await world.post({ licences: ['潜水证'], closesOn: isoDate('2026-11-22') });
      const asked = await world.openings.licencesAsked();
      expect(asked.filter((one) => ['焊工证', '叉车证', '潜水证', '叉车'].includes(one))).toEqual(['焊工证', '叉车证']);
      expect(await world.openings.skillsAsked()).not.toContain('焊工证');
    });
  });

  describe('what opens posts', () => {
    it('counts for the person and the counsellor alike, without the unsuitable ones, and applied it holds', async () => {
      const { viewer, id: personId } = await world.person({ commuteKm: 1 });
      const gone = await world.post({ skills: ['焊接'], workDivisionCode: VILLAGE });
      await world.post({ skills: ['焊接'], workDivisionCode: VILLAGE });
      await world.dismissals.dismiss(viewer, gone, 'NOT_WANTED', null);
      const found = await world.openings.whatOpens(viewer, null, null);
      expect(found.opens.find(({ id }) => id === 'TRAIN:焊接')).toMatchObject({ posts: 1, atBest: false });
      expect(found.blockedBy[0]).toMatchObject({ rule: 'H-COMMUTE' });
      expect(await world.openings.whatOpens(counsellor, personId, null)).toEqual(found);
      const fits = await listed(viewer);
      expect(found.fits).toBe(fits.length);
      const travel = found.opens.find(({ says }) => says.includes('约30公里'));
      await db.unitOfWork.run(() => db.unitOfWork.manager.update('person', { id: personId }, { commuteKm: 30 }));
      expect((await listed(viewer)).length).toBe(fits.length + (travel?.posts ?? 0));
    });

    it('keeps to consent, region and day', async () => {
      const { viewer, id: personId } = await world.person();
      await world.consents.set(viewer, 'MATCHING', false);
      expect(await world.openings.whatOpens(viewer, null, null)).toMatchObject({
        withheld: 'DECLINED',
        opens: [],
        looked: 0,
      });
      await expect(world.openings.whatOpens(counsellor, personId, null)).rejects.toMatchObject({
        code: 'CONSENT_DECLINED',
      });
      const other = await world.person();
      const elsewhere = { ...counsellor, divisionCode: '360734000000' };
      await expect(world.openings.whatOpens(elsewhere, other.id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.openings.whatOpens(viewer, other.id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const id = await world.post({ publishedOn: isoDate('2026-12-20'), closesOn: isoDate('2026-12-20') });
      const looked = async (day: string | null) => (await world.openings.whatOpens(other.viewer, null, day)).looked;
      expect(await looked('2026-12-20')).toBe((await looked('2026-12-21')) + 1);
      expect(id).toBeDefined();
    });
  });
});
