import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { employerShortlistNode, shortlistPage } from '../index.js';
import { entities, setup } from './setup.js';

const staff = (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): SignedIn => ({
  id: newId(),
  displayName: '示例',
  roles,
  divisionCode: '640324000000',
  ...more,
});
const ALL = { first: 100 };
/** A skill that nobody has but the people of one test. */
const skill = (): string => `技能${newId()}`;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let held: ReturnType<typeof world.peopleIndex>;
  let lists: ReturnType<typeof world.shortlistBy>;
  let clerk: SignedIn;
  const officer = staff(['OFFICER']);

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    clerk = staff(['EMPLOYER_CLERK'], { employerId: await world.employer() });
  });
  beforeEach(() => {
    held = world.peopleIndex();
    lists = world.shortlistBy(held);
  });
  afterAll(() => db.close());

  const listed = async (postId: string, how = {}, viewer = officer) =>
    (await lists.shortlist(viewer, postId, ALL, how)).edges.map(({ node }) => node.personId);
  const willing = async (over: Parameters<typeof world.person>[0] = {}, levels = {}) => {
    const one = await world.person(over, levels);
    await world.consents.set(one.viewer, 'SHORTLIST', true);
    return one;
  };
  const change = (id: string, set: Partial<Person>, told = true) =>
    db.unitOfWork.run(async () => {
      await db.unitOfWork.manager.update(Person, { id }, set as object);
      if (told) db.unitOfWork.changed('person', id);
    });

  describe('the list of a post for the office', () => {
    it('comes best first, whoever waited longer before the others, and pages without a gap or a repeat', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const at = (day: string) => ({ skills, registeredAt: new Date(`${day}T09:00:00+08:00`) });
      const late = await world.person(at('2026-05-02'));
      const early = await world.person(at('2026-05-01'));
      const cheap = await world.person({ ...at('2026-05-03'), wantedWageFen: 150_000 });
      const far = await world.person({ ...at('2026-04-01'), divisionCode: '640324200201' });
      const order = [cheap, early, late, far].map(({ id }) => id);
      expect(await listed(postId)).toEqual(order);
      const walked: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await lists.shortlist(officer, postId, { first: 1, ...(after ? { after } : {}) });
        expect(page.totalCount).toBe(4);
        walked.push(...page.edges.map(({ node }) => node.personId));
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      expect(walked).toEqual(order);
    });

    it('says of whom it is being considered already where that stands', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const one = await world.person({ skills });
      const stands = async () =>
        (await lists.shortlist(officer, postId, ALL)).edges.map(({ node }) => node.runningText);
      expect(await stands()).toEqual([null]);
      const id = await world.flow.refer(officer, { personId: one.id, postId, idempotencyKey: newId() });
      expect(await stands()).toEqual(['已推荐']);
      await world.flow.decline(one.viewer, { id, reason: 'CARE' });
      expect(await stands()).toEqual([null]);
    });

    it('says the same of a pair as the list of the person does', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills, demands: { LIFT: 3 }, provisions: ['可提供搬运帮手'] });
      const people = [await world.person({ skills }), await world.person({ skills }, { LIFT: 1 })];
      const { edges } = await lists.shortlist(officer, postId, ALL);
      expect(edges.map(({ node }) => node.explanation.answer).sort()).toEqual(['FITS', 'FITS_WITH']);
      for (const { node } of edges) {
        const { viewer } = people.find(({ id }) => id === node.personId) as (typeof people)[number];
        const posts = await world.matches.matchedPosts(viewer, ALL, { answers: ['FITS', 'FITS_WITH'] });
        const own = posts.edges.find((edge) => edge.node.post.id === postId)?.node.explanation;
        expect([own?.answer, own?.score]).toEqual([node.explanation.answer, node.explanation.score]);
      }
    });

    it('keeps those of whom it is not known in a list of its own, fewest open questions first', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const fits = await world.person({ skills });
      const two = await world.person({ skills, certificateExpiresOn: null }, null);
      const one = await world.person({ skills }, null);
      expect(await listed(postId)).toEqual([fits.id]);
      const unknown = await lists.shortlist(officer, postId, ALL, { unknown: true });
      const ours = unknown.edges.filter(({ node }) => [one.id, two.id].includes(node.personId));
      expect(ours.map(({ node }) => node.personId)).toEqual([one.id, two.id]);
      const page = shortlistPage(unknown);
      const node = page.edges.find((edge) => edge.node.personId === one.id)?.node;
      expect(node?.toAssess).toEqual([expect.stringContaining('评估')]);
      expect(JSON.stringify(node)).not.toContain('您');
    });

    it('follows every commit at once: an assessment, a death, a no, and a yes again', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const { id, viewer } = await world.person({ skills });
      expect(await listed(postId)).toEqual([id]);
      await world.consents.set(viewer, 'MATCHING', false);
      expect(await listed(postId)).toEqual([]);
      await world.consents.set(viewer, 'MATCHING', true);
      expect(await listed(postId)).toEqual([id]);
      await change(id, { wantsWork: false });
      expect(await listed(postId)).toEqual([]);
      await change(id, { wantsWork: true });
      await change(id, { state: 'DECEASED' });
      expect(await listed(postId)).toEqual([]);
    });

    it('never shows somebody who changed behind the back of the index', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const [one, other] = [await world.person({ skills }), await world.person({ skills })];
      expect(await listed(postId)).toHaveLength(2);
      await change(one.id, { skills: [] }, false);
      expect(await listed(postId)).toEqual([other.id]);
    });

    it('answers for another day by the facts of that day', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const born = await world.person({ skills, birthOn: isoDate('2010-12-01') });
      expect(await listed(postId, { day: '2026-11-30' })).toEqual([]);
      expect(await listed(postId, { day: '2026-12-01' })).toEqual([born.id]);
      expect(await listed(postId, { day: '2027-01-01' })).toEqual([]);
      await expect(listed(postId, { day: '2026-02-29' })).rejects.toMatchObject({ code: 'VALIDATION', field: 'day' });
    });

    it('holds people of the own region only, for posts of the own county, and no draft', async () => {
      const skills = [skill()];
      const [postId, draft] = [await world.post({ skills }), await world.post({ skills, state: 'DRAFT' })];
      const near = await world.person({ skills });
      const far = await world.person({ skills, divisionCode: '640324200201' });
      await world.person({ skills, divisionCode: '640302100201' });
      const counsellor = staff(['COUNSELLOR'], { divisionCode: '640324100000' });
      expect(await listed(postId, {}, counsellor)).toEqual([near.id]);
      expect((await listed(postId)).sort()).toEqual([near.id, far.id].sort());
      const away = staff(['OFFICER'], { divisionCode: '360734000000' });
      for (const [id, viewer] of [
        [postId, away],
        [draft, officer],
        [newId(), officer],
      ] as const)
        await expect(listed(id, {}, viewer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('says who is in the viewer’s caseload, and names nobody for a closed post', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const { id } = await world.person({ skills });
      const counsellor = staff(['COUNSELLOR'], { divisionCode: '640324100000' });
      const mine = async (viewer: SignedIn) =>
        (await lists.shortlist(viewer, postId, ALL)).edges.map(({ node }) => [node.personId, node.mine]);
      expect(await mine(counsellor)).toEqual([[id, false]]);
      world.caseloads.register({
        holds: async (by) => by === counsellor.id,
        workersOf: async () => [],
        heldBy: async () => [],
      });
      expect(await mine(counsellor)).toEqual([[id, true]]);
      expect(await mine(officer)).toEqual([[id, false]]);
      await world.change(postId, { state: 'CLOSED' });
      expect(await lists.shortlist(officer, postId, ALL)).toMatchObject({ open: false, totalCount: 0, edges: [] });
    });

    it('refuses a cursor of another order, and one that is none', async () => {
      const postId = await world.post();
      for (const [after, code] of [
        ['zzz', 'CURSOR_INVALID'],
        [
          (await world.matches.matchedPosts((await world.person()).viewer, { first: 1 })).pageInfo.endCursor ?? '',
          'CURSOR_INVALID',
        ],
      ])
        await expect(lists.shortlist(officer, postId, { first: 1, after })).rejects.toMatchObject({ code });
    });
  });

  describe('the list of a post for its employer', () => {
    it('shows nobody under five, then fives, and only who said yes to it', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const people = [];
      for (let count = 0; count < 4; count += 1) people.push(await willing({ skills }));
      await world.person({ skills });
      const seen = async () => lists.employerShortlist(clerk, postId);
      expect(await seen()).toMatchObject({ open: true, atLeast: 0, candidates: [] });
      people.push(await willing({ skills }));
      expect((await seen()).candidates).toHaveLength(5);
      people.push(await willing({ skills }));
      expect(await seen()).toMatchObject({ atLeast: 5, candidates: { length: 5 } });
      // Gone at once, also where the index was not told.
      await world.consents.set(people[0]?.viewer as SignedIn, 'SHORTLIST', false);
      await change(people[1]?.id as string, { wantsWork: false }, false);
      expect(await seen()).toMatchObject({ atLeast: 0, candidates: [] });
      expect(await listed(postId)).toHaveLength(6);
    });

    it('tells nothing of anybody but that the own demands are met, with what, and how far', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills, demands: { LIFT: 3 }, provisions: ['可提供搬运帮手'] });
      for (let count = 0; count < 3; count += 1) await willing({ skills });
      for (let count = 0; count < 2; count += 1) await willing({ skills }, { LIFT: 1 });
      await willing({ skills, divisionCode: '640302100201' });
      await willing({ skills, certificateExpiresOn: null });
      const node = employerShortlistNode(await lists.employerShortlist(clerk, postId));
      expect([node.atLeast, node.text]).toEqual([5, '5人以上']);
      expect(node.candidates.map(({ candidateRef: _, ...one }) => one)).toEqual([
        ...Array.from({ length: 3 }, () => ({
          meets: true,
          meetsWith: [],
          travelBand: 'TOWNSHIP',
          travelText: '同一乡镇',
          asked: false,
        })),
        ...Array.from({ length: 2 }, () => ({
          meets: false,
          meetsWith: ['搬运帮手'],
          travelBand: 'TOWNSHIP',
          travelText: '同一乡镇',
          asked: false,
        })),
      ]);
      for (const { candidateRef } of node.candidates) expect(candidateRef).toMatch(/^\d{3}-\d{3}-\d{3}$/);
      const rows = await db.unitOfWork.manager.find(Person);
      const text = JSON.stringify(node);
      for (const { id, name } of rows) for (const secret of [id, name]) expect(text).not.toContain(secret);
    });

    it('gives references that the office finds, that differ from post to post, and die with every change of the post', async () => {
      const skills = [skill()];
      const [one, other] = [await world.post({ skills }), await world.post({ skills })];
      for (let count = 0; count < 5; count += 1) await willing({ skills });
      const refs = async (postId: string) =>
        (await lists.employerShortlist(clerk, postId)).candidates.map(({ candidateRef }) => candidateRef);
      const seen = await refs(one);
      const office = await lists.shortlist(officer, one, ALL);
      expect(office.edges.map(({ node }) => node.candidateRef).sort()).toEqual([...seen].sort());
      expect(await refs(one)).toEqual(seen);
      expect((await refs(other)).filter((ref) => seen.includes(ref))).toEqual([]);
      const { version } = await world.postDesk.one(clerk, one);
      await world.postDesk.withdraw(clerk, one, version);
      expect(await lists.employerShortlist(clerk, one)).toMatchObject({ open: false, candidates: [] });
      await world.change(one, { state: 'OPEN' });
      expect((await refs(one)).filter((ref) => seen.includes(ref))).toEqual([]);
    });

    it('is for the post’s own employer alone', async () => {
      const postId = await world.post();
      const stranger = staff(['EMPLOYER_ADMIN'], { employerId: newId() });
      for (const [viewer, id] of [
        [stranger, postId],
        [officer, postId],
        [clerk, newId()],
      ] as const)
        await expect(lists.employerShortlist(viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('the index over people', () => {
    it('says how fresh its lists are, and by what they were made', async () => {
      const { asOf } = await lists.shortlist(officer, await world.post(), ALL);
      expect(asOf).toMatchObject({ day: '2026-11-23', degraded: false, weightsId: 'w1-2026' });
      expect([asOf.seq > 0, asOf.lagMs >= 0 && asOf.lagMs < 60_000]).toEqual([true, true]);
    });

    it('is built again by the self-check when somebody changed without a word', async () => {
      const skills = [skill()];
      const postId = await world.post({ skills });
      const { id } = await world.person({ skills });
      await world.matches.selfCheckOfPeople();
      expect(await world.matches.selfCheckOfPeople()).toMatchObject({ differing: 0 });
      await change(id, { wantsWork: false, employmentStatus: 'EMPLOYED', education: null, skills: ['别的'] }, false);
      const { posts, differing } = await world.matches.selfCheckOfPeople();
      expect([posts > 0, (differing ?? 0) > 0]).toEqual([true, true]);
      expect(await world.matches.selfCheckOfPeople()).toEqual({ posts, differing: 0 });
      expect(await listed(postId)).toEqual([]);
    });
  });
});
