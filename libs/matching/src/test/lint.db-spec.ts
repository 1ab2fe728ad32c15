import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import type { LintPostInput } from '@tongxing/employers';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { ABILITY_CODES } from '@tongxing/rules';
import { lintNode } from '../index.js';
import { entities, setup } from './setup.js';

const NOTHING = ABILITY_CODES.map((item) => ({ item, level: 0 }));
const lifting = (level: number) =>
  NOTHING.map((one) => (one.item === 'LIFT' ? { item: 'LIFT', level, task: '搬纸箱' } : one));
const input = (change: Partial<LintPostInput> = {}): LintPostInput => ({
  title: '包装工',
  kind: 'PROPORTIONAL',
  openings: 1,
  workDivisionCode: '640324100000',
  remote: false,
  wageLowYuan: '2200',
  wageHighYuan: '2600',
  weeklyHours: 40,
  skills: [],
  licences: [],
  provisions: [],
  demands: lifting(3),
  closesOn: '2026-12-31',
  ...change,
});

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let employerId: string;
  let clerk: SignedIn;
  const staff = (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): SignedIn => ({
    id: newId(),
    displayName: '示例',
    roles,
    divisionCode: '640324000000',
    ...more,
  });
  const officer = staff(['OFFICER']);

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    employerId = await world.employer();
    clerk = staff(['EMPLOYER_CLERK'], { employerId });
    // Seven lift level 2, three lift level 3; one is not assessed.
    for (let count = 0; count < 7; count += 1) await world.person({}, { LIFT: 2 });
    for (let count = 0; count < 3; count += 1) await world.person();
    await world.person({}, null);
    // None of these counts: has work, lives elsewhere, said no.
    await world.person({ employmentStatus: 'EMPLOYED' });
    await world.person({ divisionCode: '360734100201' });
    const { viewer } = await world.person();
    await world.consents.set(viewer, 'MATCHING', false);
  });
  afterAll(() => db.close());

  const ofOffice = (change: Partial<LintPostInput> = {}) =>
    world.linter.lint(officer, input({ employerId, ...change }));

  describe('the linter', () => {
    it('tells the office exactly whom a demand keeps out, of those who look for work here and have not said no', async () => {
      const { exact, people, fits, refusals, demands } = await ofOffice();
      expect([exact, people, fits, refusals]).toEqual([true, 11, 3, []]);
      expect(demands).toMatchObject([{ item: 'LIFT', level: 3, below: 7, onlyThis: 8, unknown: 1 }]);
      expect(demands[0]?.suggestions.map(({ kind, gain }) => [kind, gain])).toEqual([
        ['LOWER', 7],
        ['ACCOMMODATION', 7],
      ]);
    });

    it('tells the employer steps of five, and fewer than five', async () => {
      const lint = await world.linter.lint(clerk, input());
      const node = lintNode(lint);
      expect([node.exact, node.seekers.text, node.fits.text]).toEqual([false, '10人以上', '少于5人']);
      const [lift] = node.demands;
      expect([lift?.below.text, lift?.onlyThis.text, lift?.unknown.text]).toEqual(['5人以上', '5人以上', '少于5人']);
      expect(lift?.suggestions.map(({ gain }) => gain.atLeast)).toEqual([5, 5]);
      expect(lift?.asks).toBe('搬15公斤以内的东西');
      // Nothing finer than a step leaves, wherever it stands.
      const numbers = JSON.stringify({ ...node, demands: node.demands.map(({ level: _, ...rest }) => rest) }).match(
        /"atLeast":\d+/g,
      );
      expect(numbers?.length).toBeGreaterThan(5);
      for (const number of numbers ?? []) expect(Number(number.split(':')[1]) % 5).toBe(0);
      // A gain under a step is not offered, so that it is not told from none.
      const one = lintNode(await world.linter.lint(clerk, input({ demands: lifting(4) })));
      expect(one.demands[0]?.suggestions.map(({ kind }) => kind)).toEqual(['ACCOMMODATION']);
    });

    it('gives what an accommodation opens, once it is offered', async () => {
      const { fits, demands } = await ofOffice({ provisions: ['可提供搬运帮手'] });
      expect(fits).toBe(10);
      expect(demands[0]?.suggestions.map(({ gain }) => gain)).toEqual([0]);
    });

    it('refuses by the text, and stores nothing', async () => {
      const { refusals, cautions } = await ofOffice({ title: '包装工（限男）', demands: NOTHING.slice(1) });
      expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual([
        'LEGAL_BASIS_MISSING title',
        'DEMAND_INCOMPLETE demands.LIFT',
      ]);
      expect(cautions.map(({ code, field }) => `${code} ${field}`)).toEqual(['LAW_UNKNOWN wageLowYuan']);
      expect((await world.postDesk.list(clerk, { first: 1 })).totalCount).toBe(0);
    });

    it('counts for nobody else: another employer, another region', async () => {
      const wrong = { code: 'NOT_FOUND' };
      const stranger = staff(['EMPLOYER_ADMIN'], { employerId: newId() });
      await expect(world.linter.lint(stranger, input())).rejects.toMatchObject(wrong);
      await expect(world.linter.lint(stranger, input({ employerId }))).rejects.toMatchObject(wrong);
      const away = staff(['OFFICER'], { divisionCode: '360734000000' });
      await expect(world.linter.lint(away, input({ employerId }))).rejects.toMatchObject(wrong);
      await expect(world.linter.lint(officer, input())).rejects.toMatchObject(wrong);
    });
  });

  describe('a draft', () => {
    it('is recommended, explained and applied for by nobody; published, the same people meet it', async () => {
      const { viewer } = await world.person();
      const titles = async () =>
        (await world.matches.matchedPosts(viewer, { first: 10 })).edges.map(({ node }) => node.post.title);
      const draft = await world.postDesk.save(clerk, input({ title: '装盒工' }));
      expect(await titles()).toEqual([]);
      await expect(world.matches.explain(viewer, draft.id, null, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const application = {
        postId: draft.id,
        contactPhone: '13800000000',
        contactWay: 'SMS',
        needs: [],
        shareNeeds: false,
        idempotencyKey: newId(),
      };
      await expect(world.applications.apply(viewer, application)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const open = await world.postDesk.submit(clerk, draft.id, draft.version);
      expect(await titles()).toEqual(['装盒工']);
      await world.postDesk.withdraw(clerk, open.id, open.version);
      expect(await titles()).toEqual([]);
    });
  });
});
