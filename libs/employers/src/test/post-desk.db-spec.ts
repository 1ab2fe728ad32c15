import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { parameterEntities, ParameterService } from '@tongxing/parameters';
import { type Config, newId } from '@tongxing/platform';
import { ABILITY_CODES, isoDate } from '@tongxing/rules';
import { Employer, Post } from '../employer.entity.js';
import type { SavePostInput } from '../post-desk.types.js';
import { PostDeskService } from '../post-desk.service.js';
import { ProjectService } from '../projects/project.service.js';
import { creditCode, csvOf, entities, postCells, services } from './setup.js';

const PAGE = { first: 100 };

eachEngine([...entities, ...parameterEntities], (engine) => {
  let db: TestDatabase;
  let app: ReturnType<typeof services>;
  let desk: PostDeskService;
  let own: SignedIn;
  let other: SignedIn;
  let serial = 0;

  const viewer = (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): SignedIn => ({
    id: newId(),
    displayName: '示例',
    roles,
    divisionCode: '640324000000',
    ...more,
  });
  const officer = (divisionCode = '640324000000') => viewer(['OFFICER'], { divisionCode });

  beforeAll(async () => {
    db = await engine.open();
    app = services(db);
    const parameters = new ParameterService(app.unitOfWork, app.clock, { demo: true } as Config);
    await parameters.loadDemo(
      [
        {
          code: 'count.minimumWage',
          scope: '640324',
          qualifier: '',
          unit: 'fen a month',
          value: '195000',
          from: isoDate('2020-01-01'),
          to: null,
          source: '演示参数',
          status: 'UNCONFIRMED',
          afterEnd: 'REFUSE',
        },
      ],
      [],
    );
    desk = new PostDeskService(
      app.unitOfWork,
      app.clock,
      app.divisions,
      parameters,
      app.employers,
      app.posts,
      new ProjectService(app.unitOfWork, app.clock, app.divisions, app.employers),
    );
    const employer = async (index: number) => {
      const id = newId();
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.insert(Employer, {
          id,
          name: `甲乙${index}公司`,
          creditCode: creditCode(index),
          unitKind: 'ENTERPRISE',
          divisionCode: '640324100000',
          secrets: app.crypto.seal('{}', `employer|secrets|${id}`),
          registeredAt: app.clock.now(),
        }),
      );
      return viewer([index === 1 ? 'EMPLOYER_CLERK' : 'EMPLOYER_ADMIN'], { employerId: id });
    };
    own = await employer(1);
    other = await employer(2);
  });
  afterAll(() => db.close());

  const nothing = ABILITY_CODES.map((item) => ({ item, level: 0 }));
  const input = (change: Partial<SavePostInput> = {}): SavePostInput => {
    serial += 1;
    return {
      title: `包装工${serial}`,
      kind: 'PROPORTIONAL',
      openings: 2,
      workDivisionCode: '640324100000',
      remote: false,
      wageLowYuan: '2200',
      wageHighYuan: '2600.50',
      weeklyHours: 37.5,
      skills: [],
      licences: [],
      provisions: ['可提供搬运帮手'],
      demands: nothing,
      closesOn: '2027-12-31',
      ...change,
    };
  };
  const row = (id: string) => app.unitOfWork.manager.findOneByOrFail(Post, { id });
  const fails = (work: Promise<unknown>, code: string, field?: string) =>
    expect(work).rejects.toMatchObject({ code, ...(field ? { field } : {}) });
  const told = () => app.unitOfWork.manager.countBy(MatchChange, { entity: 'post' });

  describe('a post that an employer writes', () => {
    it('is a draft that nobody outside sees, then open, then taken back, then open again', async () => {
      const draft = await desk.save(own, input({ demands: [{ item: 'LIFT', level: 2 }] }));
      expect([draft.state, draft.version, draft.monthlyWageYuan, draft.weeklyHours]).toEqual([
        'DRAFT',
        1,
        { low: '2200.00', high: '2600.50' },
        37.5,
      ]);
      expect(draft.refusals.length).toBe(ABILITY_CODES.length);
      expect(await app.posts.publicPost(draft.id)).toBeNull();
      await fails(desk.submit(own, draft.id, 1), 'DEMAND_INCOMPLETE', 'tasks.LIFT');
      expect((await row(draft.id)).state).toBe('DRAFT');

      const demands = nothing.map((one) => (one.item === 'LIFT' ? { item: 'LIFT', level: 2, task: '搬纸箱' } : one));
      const ready = await desk.save(own, input({ id: draft.id, version: 1, demands }));
      expect([ready.state, ready.version, ready.refusals]).toEqual(['DRAFT', 2, []]);
      const before = await told();
      const open = await desk.submit(own, draft.id, 2);
      expect([open.state, open.publishedOn, open.takesApplications]).toEqual(['OPEN', app.clock.today(), true]);
      expect(await told()).toBe(before + 1);
      expect((await app.posts.publicPost(draft.id))?.duties).toEqual(['搬5公斤以内的东西：搬纸箱']);
      // Pressed twice: nothing more happens.
      expect((await desk.submit(own, draft.id, 2)).version).toBe(open.version);
      expect(await told()).toBe(before + 1);

      const closed = await desk.withdraw(own, draft.id, open.version);
      expect([closed.state, closed.takesApplications]).toEqual(['CLOSED', false]);
      expect((await desk.withdraw(own, draft.id, open.version)).version).toBe(closed.version);
      expect(await app.posts.publicPost(draft.id)).toBeNull();
      expect((await desk.submit(own, draft.id, closed.version)).state).toBe('OPEN');
    });

    it('is checked before it is kept, and nothing is kept by it', async () => {
      const before = await app.unitOfWork.manager.count(Post);
      const told = await desk.check(own, input({ demands: [{ item: 'LIFT', level: 2 }], wageLowYuan: '1949.99' }));
      expect(told.refusals.map(({ field }) => field)).toEqual(expect.arrayContaining(['tasks.LIFT', 'wageLowYuan']));
      expect((await desk.check(own, input())).refusals).toEqual([]);
      await fails(desk.check(own, input({ wageHighYuan: '1' })), 'VALIDATION', 'wageHighYuan');
      await fails(desk.check(own, input({ employerId: other.employerId as string })), 'NOT_FOUND');
      expect(await app.unitOfWork.manager.count(Post)).toBe(before);
    });

    it('standing open, is changed only to what may be published', async () => {
      const draft = await desk.save(own, input());
      const open = await desk.submit(own, draft.id, 1);
      const change = (more: Partial<SavePostInput>) =>
        desk.save(own, input({ id: draft.id, version: open.version, ...more }));
      await fails(change({ description: '限男性' }), 'LEGAL_BASIS_MISSING', 'description');
      await fails(change({ wageLowYuan: '1949.99' }), 'WAGE_BELOW_MINIMUM', 'wageLowYuan');
      await fails(change({ weeklyHours: 40.1 }), 'HOURS_OVER_LIMIT', 'weeklyHours');
      await fails(change({ demands: [] }), 'DEMAND_INCOMPLETE', 'demands.LIFT');
      const changed = await change({ title: '换了名称的岗位', description: '  折纸盒  ' });
      expect([changed.state, changed.title, changed.description]).toEqual(['OPEN', '换了名称的岗位', '折纸盒']);
    });

    it('is guarded by its version, also when two save at once', async () => {
      const { id } = await desk.save(own, input());
      await fails(desk.save(own, input({ id })), 'VERSION_CONFLICT');
      await fails(desk.save(own, input({ id, version: 7 })), 'VERSION_CONFLICT');
      await fails(desk.submit(own, id, 7), 'VERSION_CONFLICT');
      const results = await Promise.allSettled([1, 2, 3].map(() => desk.save(own, input({ id, version: 1 }))));
      expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'VERSION_CONFLICT' });
      expect((await row(id)).version).toBe(2);
    });

    it('is the same post once: title, place and day', async () => {
      const again = input();
      await desk.save(own, again);
      await fails(desk.save(own, again), 'DUPLICATE', 'title');
      await desk.save(other, again);
    });

    it('is another employer’s as little as another region’s; the office writes those of its region', async () => {
      const mine = await desk.save(own, input());
      for (const stranger of [other, officer('360734000000')]) {
        await fails(desk.one(stranger, mine.id), 'NOT_FOUND');
        await fails(desk.save(stranger, input({ id: mine.id, version: 1 })), 'NOT_FOUND');
        await fails(desk.submit(stranger, mine.id, 1), 'NOT_FOUND');
        await fails(desk.withdraw(stranger, mine.id, 1), 'NOT_FOUND');
        await fails(desk.list(stranger, PAGE, own.employerId), 'NOT_FOUND');
        await fails(desk.places(stranger, own.employerId), 'NOT_FOUND');
        await fails(desk.save(stranger, input({ employerId: own.employerId as string })), 'NOT_FOUND');
      }
      await fails(desk.one(own, newId()), 'NOT_FOUND');
      await fails(desk.save(officer(), input()), 'NOT_FOUND');
      // The post stays its employer's, whatever else the request says.
      await fails(
        desk.save(other, input({ id: mine.id, version: 1, employerId: other.employerId as string })),
        'NOT_FOUND',
      );

      const byOffice = await desk.save(officer(), input({ employerId: own.employerId as string }));
      expect((await row(byOffice.id)).employerId).toBe(own.employerId);
      expect((await desk.submit(officer(), mine.id, 1)).state).toBe('OPEN');
      expect((await row(mine.id)).divisionCode).toBe('640324100000');
    });

    it.each([
      [{ title: '  ' }, 'VALIDATION', 'title'],
      [{ kind: 'ANYTHING' }, 'VALIDATION', 'kind'],
      [{ welfareKind: 'ROAD_KEEPER' }, 'VALIDATION', 'welfareKind'],
      [{ unitName: '示例车间' }, 'VALIDATION', 'unitName'],
      [{ payBasis: 'PIECE' }, 'VALIDATION', 'payBasis'],
      [{ internMonths: 3 }, 'VALIDATION', 'internMonths'],
      [{ kind: 'AUXILIARY', payBasis: 'SALES' }, 'VALIDATION', 'payBasis'],
      [{ kind: 'FLEXIBLE', projectId: '018f0000-0000-7000-8000-000000000000' }, 'VALIDATION', 'projectId'],
      [{ workDivisionCode: '990000000000' }, 'DIVISION_UNKNOWN', 'workDivisionCode'],
      [{ wageLowYuan: '两千' }, 'VALIDATION', 'wageLowYuan'],
      [{ wageLowYuan: '-1' }, 'VALIDATION', 'wageLowYuan'],
      [{ wageHighYuan: '100000.01' }, 'VALIDATION', 'wageHighYuan'],
      [{ wageHighYuan: '2199.99' }, 'VALIDATION', 'wageHighYuan'],
      [{ closesOn: '2027-02-30' }, 'VALIDATION', 'closesOn'],
      [{ minEducation: 'GENIUS' }, 'VALIDATION', 'minEducation'],
      [{ demands: [{ item: 'FLY', level: 1 }] }, 'VALIDATION', 'demands'],
      [{ demands: [1, 2].map((level) => ({ item: 'LIFT', level })) }, 'VALIDATION', 'demands.LIFT'],
      [
        {
          provisions: '文字沟通 手语翻译 可坐着工作 大字材料 读屏软件 搬运帮手 坡道电梯 班车接送 不排夜班'.split(' '),
        },
        'VALIDATION',
        'provisions',
      ],
    ] as [Partial<SavePostInput>, string, string][])('says what is wrong with %j', async (change, code, field) => {
      const before = await app.unitOfWork.manager.count(Post);
      await fails(desk.save(own, input(change)), code, field);
      expect(await app.unitOfWork.manager.count(Post)).toBe(before);
    });

    it('is not published after its last day', async () => {
      const late = await desk.save(own, input({ closesOn: '2020-01-01' }));
      await fails(desk.submit(own, late.id, 1), 'VALIDATION', 'closesOn');
      await fails(desk.withdraw(own, late.id, 1), 'STATE_CONFLICT');
    });

    it('is listed with its state, the newest first, page by page', async () => {
      const whole = await desk.list(own, PAGE);
      expect(whole.totalCount).toBe(whole.edges.length);
      expect(new Set(whole.edges.map(({ node }) => node.state))).toEqual(new Set(['DRAFT', 'OPEN']));
      const ids = whole.edges.map(({ node }) => node.id);
      expect(ids).toEqual([...ids].sort().reverse());
      const first = await desk.list(own, { first: 2 });
      const second = await desk.list(own, { first: 2, after: first.pageInfo.endCursor as string });
      expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids.slice(0, 4));
      expect((await desk.list(other, PAGE)).edges.every(({ node }) => node.employerId === other.employerId)).toBe(true);
    });

    it('keeps what only its kind has, and whether it needs sight', async () => {
      const sheltered = await desk.save(
        own,
        input({ kind: 'AUXILIARY', unitName: ' 示例之家 ', payBasis: 'PIECE', demands: [{ item: 'SEE', level: 1 }] }),
      );
      expect(sheltered).toMatchObject({ unitName: '示例之家', payBasis: 'PIECE', projectId: null, internMonths: null });
      expect((await row(sheltered.id)).noSight).toBe(true);
      const change = input({ id: sheltered.id, version: 1, kind: 'INTERNSHIP', internMonths: 6, demands: [] });
      expect(await desk.save(own, change)).toMatchObject({ unitName: null, payBasis: null, internMonths: 6 });
      expect((await row(sheltered.id)).noSight).toBe(false);
    });

    it('may be at any town of the county', async () => {
      const places = await desk.places(own);
      expect(places[0]).toEqual({ code: '640324000000', divisionName: '同心县' });
      expect(places.length).toBeGreaterThan(5);
    });

    it('keeps its own words when a roster brings the same post again', async () => {
      const post = await desk.save(own, input({ title: '包装工77', description: '折纸盒' }));
      const today = app.clock.today();
      const cells = postCells(1, { 岗位名称: '包装工77', 发布日期: today, 招聘人数: '9' });
      const folder = mkdtempSync(join(tmpdir(), 'tongxing-posts-'));
      writeFileSync(join(folder, 'roster.csv'), csvOf([cells]));
      const { result } = await app.direct.importFile('posts', join(folder, 'roster.csv'), {});
      rmSync(folder, { recursive: true, force: true });
      expect(result).toMatchObject({ changed: 1, committed: true });
      expect(await row(post.id)).toMatchObject({ description: '折纸盒', openings: 9, state: 'DRAFT' });
    });
  });
});
