import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Account,
  accessEntities,
  MemorySmsSender,
  Message,
  MessageService,
  PhoneBook,
  type SignedIn,
} from '@tongxing/access';
import { insertRows, MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { parameterEntities, ParameterService } from '@tongxing/parameters';
import { type Config, newId } from '@tongxing/platform';
import { addDays, isoDate, type IsoDate } from '@tongxing/rules';
import { Employer, Post } from '../../employer.entity.js';
import { EmployersKind } from '../../employers.kind.js';
import { PostDeskService } from '../../post-desk.service.js';
import { PostService } from '../../post.service.js';
import { ProjectService } from '../../projects/project.service.js';
import { creditCode, csvOf, employerCells, entities, postCells, services } from '../../test/setup.js';
import { DuplicatesService } from '../duplicates.service.js';
import { FreshnessService } from '../freshness.service.js';
import { OpenPostsService } from '../open-posts.service.js';
import { SharedPostsKind } from '../shared-posts.kind.js';
import { PostPair, SourceOffice } from '../sharing.entity.js';
import { SharingService } from '../sharing.service.js';

const PAGE = { first: 50 };
const HERE = '640324000000';
const THERE = '640302000000';

eachEngine([...accessEntities, Job, ...entities, ...parameterEntities], (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-sharing-'));
  let source: TestDatabase;
  let db: TestDatabase;
  let there: ReturnType<typeof houseOf>;
  let here: ReturnType<typeof houseOf>;

  const viewer = (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): SignedIn => ({
    id: newId(),
    displayName: '示例',
    roles,
    divisionCode: HERE,
    ...more,
  });
  const officer = viewer(['OFFICER']);

  function houseOf(database: TestDatabase) {
    const app = services(database);
    const { unitOfWork, divisions, kinds, crypto, clock } = app;
    clock.set('2028-02-01T09:00:00+08:00');
    kinds.register(new SharedPostsKind(unitOfWork, crypto));
    const config = { demo: true } as Config;
    const parameters = new ParameterService(unitOfWork, clock, config);
    const jobs = new JobService(unitOfWork, clock);
    const messages = new MessageService(
      unitOfWork,
      clock,
      crypto,
      jobs,
      new MemorySmsSender(),
      new PhoneBook(),
      config,
    );
    const posts = new PostService(unitOfWork, clock, divisions);
    const projects = new ProjectService(unitOfWork, clock, divisions, app.employers);
    const desk = new PostDeskService(unitOfWork, clock, divisions, parameters, app.employers, posts, projects);
    const sharing = new SharingService(unitOfWork, clock, divisions);
    const duplicates = new DuplicatesService(unitOfWork, clock, divisions, messages, desk, sharing);
    const freshness = new FreshnessService(unitOfWork, clock, jobs, messages, parameters, desk, sharing, duplicates);
    const open = new OpenPostsService(unitOfWork, clock, divisions);
    return { ...app, clock, parameters, posts, desk, sharing, duplicates, freshness, open };
  }

  const bring = async (house: typeof here, kind: string, text: string, scope = HERE.slice(0, 6)) => {
    const path = join(folder, 'roster.csv');
    writeFileSync(path, text);
    const { result } = await house.direct.importFile(kind, path, { scope: { divisionScope: scope } });
    return result;
  };
  const textOf = async (pieces: AsyncGenerator<string>): Promise<string> => {
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  };
  const days = { 发布日期: '2028-01-10', 截止日期: '2028-12-31' };
  /** The source's delivery, with cells changed: column → what it says instead. */
  const delivered = async (change: Record<string, string> = {}): Promise<string> => {
    const [header = '', ...lines] = (await textOf(there.open.csv())).slice(1).split('\r\n');
    const columns = header.split(',');
    const changed = lines.filter(Boolean).map((line) => {
      const cells = line.split(',');
      for (const [column, text] of Object.entries(change)) cells[columns.indexOf(column)] = text;
      return cells.join(',');
    });
    return [header, ...changed, ''].join('\r\n');
  };
  const postsOf = (house: typeof here) => house.unitOfWork.manager.find(Post, { order: { title: 'ASC' } });
  const titled = (house: typeof here, title: string) => house.unitOfWork.manager.findOneByOrFail(Post, { title });
  const set = (house: typeof here, id: string, change: Partial<Post>) =>
    house.unitOfWork.run(() => house.unitOfWork.manager.update(Post, { id }, change as object));
  const parameter = (code: string, value: string) => ({
    code,
    scope: 'CN',
    qualifier: '',
    unit: 'days',
    value,
    from: isoDate('2020-01-01'),
    to: null,
    source: '演示参数',
    status: 'UNCONFIRMED' as const,
    afterEnd: 'REFUSE' as const,
  });

  beforeAll(async () => {
    source = await engine.open();
    db = await engine.open();
    there = houseOf(source);
    here = houseOf(db);
    await bring(
      there,
      'employers',
      csvOf([employerCells(1, { 区划: '640302000000' }), employerCells(2, { 区划: '640302000000' })]),
      '',
    );
    const rows = [
      postCells(1, { ...days, 岗位名称: '甲岗', 岗位要求: '久站3、搬举1' }),
      postCells(1, { ...days, 岗位名称: '=乙岗', 岗位要求: '' }),
      postCells(2, { ...days, 岗位名称: '丙岗' }),
    ];
    expect(await bring(there, 'posts', csvOf(rows), '')).toMatchObject({ new: 3, wrong: 0 });
    const first = await titled(there, '甲岗');
    await set(there, first.id, {
      tasks: { STAND: '站着装箱｜贴标签，打电话13800000000' },
      description: '找张三',
    });
  });
  afterAll(async () => {
    await source.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('out', () => {
    it('goes what a seeker may see, and nobody’s name or number', async () => {
      const text = await textOf(there.open.json());
      const { format, deliveredOn, offices, posts } = JSON.parse(text);
      expect([format, deliveredOn, offices]).toEqual([
        'tongxing-open-posts/1',
        '2028-02-01',
        [{ code: THERE, name: expect.any(String), posts: 3 }],
      ]);
      const one = posts.find(({ title }: { title: string }) => title === '甲岗');
      expect(one).toMatchObject({
        sourceOffice: THERE,
        version: 2,
        deliveredPosts: 3,
        confirmedOn: '2028-01-10',
        employerName: '甲乙1有限公司',
        employerCreditCode: creditCode(1),
        weeklyHours: 37.5,
        monthlyWageYuan: { low: '2200.00', high: '2600.50' },
        demands: [
          { item: 'LIFT', level: 1, task: null },
          { item: 'STAND', level: 3, task: '站着装箱｜贴标签，打电话[手机号]' },
        ],
        accommodations: ['无障碍卫生间'],
      });
      for (const secret of ['张三', '张示例', '13800000000', 'description', 'longitude'])
        expect(text).not.toContain(secret);
    });

    it('as CSV opens in a spreadsheet and computes nothing', async () => {
      const text = await textOf(there.open.csv());
      expect(text.startsWith('\ufeff来源区划,')).toBe(true);
      expect(text).toContain(",'=乙岗,");
      expect(text).not.toMatch(/(?:^|,)[=+@]/m);
    });

    it('leaves out what is closed, full, paused, over, or came from elsewhere', async () => {
      const { id } = await titled(there, '丙岗');
      const changes: Partial<Post>[] = [
        { state: 'PAUSED' },
        { state: 'CLOSED' },
        { openings: 0 },
        { closesOn: isoDate('2028-01-31') },
        { publishedOn: isoDate('2028-02-02') },
        { sourceOffice: HERE, sourceId: 'x' },
      ];
      const before = await there.unitOfWork.manager.findOneByOrFail(Post, { id });
      for (const change of changes) {
        await set(there, id, change);
        expect((JSON.parse(await textOf(there.open.json())).posts as unknown[]).length).toBe(2);
        const { state, openings, closesOn, publishedOn, sourceOffice, sourceId } = before;
        await set(there, id, { state, openings, closesOn, publishedOn, sourceOffice, sourceId });
      }
      expect([...(await there.open.delivery()).counts]).toEqual([['640302', 3]]);
    });

    it('has a tag that changes with a post and with the day alone', async () => {
      const tag = await there.open.tag();
      expect(await there.open.tag()).toBe(tag);
      await there.unitOfWork.run(async () => there.unitOfWork.changed('post', (await titled(there, '甲岗')).id));
      expect(await there.open.tag()).not.toBe(tag);
    });
  });

  describe('in', () => {
    const deliver = async (change: Record<string, string> = {}) => bring(here, 'shared-posts', await delivered(change));
    const codes = ({ problems }: Awaited<ReturnType<typeof bring>>) => [
      ...new Set(
        problems.filter(({ severity }) => severity === 'error').map(({ code, column }) => `${code} ${column}`),
      ),
    ];

    it('comes from no office that nobody registered', async () => {
      expect(codes(await deliver())).toEqual(['VALUE_NOT_IN_LIST 来源区划']);
      const fails = (input: object, field: string) =>
        expect(
          here.sharing.saveOffice(officer, { divisionCode: THERE, name: '利通区残联', ...input }),
        ).rejects.toMatchObject({ field });
      await fails({ divisionCode: HERE }, 'divisionCode');
      await fails({ divisionCode: '640302001' }, 'divisionCode');
      await fails({ name: ' ' }, 'name');
      await fails({ phone: '13800000000' }, 'phone');
      await fails({ phone: '打电话' }, 'phone');
      const saved = await here.sharing.saveOffice(officer, {
        divisionCode: '640302',
        name: '利通区残联',
        phone: '0953-1234567',
      });
      expect(saved).toMatchObject({ divisionCode: THERE, deliveredOn: null, shown: 0 });
      // Again: the same one, changed.
      const again = await here.sharing.saveOffice(officer, {
        divisionCode: '640302',
        name: '利通残联',
        phone: '0953-1234567',
      });
      expect([again.id, again.name]).toEqual([saved.id, '利通残联']);
    });

    it('becomes a post like others, with its source, and changes nothing when it comes again', async () => {
      expect(await deliver()).toMatchObject({ new: 3, wrong: 0, committed: true });
      const post = await titled(here, '甲岗');
      expect(post).toMatchObject({
        state: 'OPEN',
        sourceOffice: THERE,
        sourceVersion: 2,
        receivedBy: HERE,
        divisionCode: THERE,
        confirmedOn: '2028-02-01',
        demands: { STAND: 3, LIFT: 1 },
        tasks: { STAND: '站着装箱|贴标签，打电话[手机号]' },
        description: null,
      });
      expect((await titled(here, '=乙岗')).demands).toBeNull();
      expect(await here.unitOfWork.manager.countBy(Employer, { sharedFrom: THERE })).toBe(2);
      const [office] = await here.sharing.offices(officer);
      expect(office).toMatchObject({ deliveredOn: '2028-02-01', deliveredPosts: 3, wholeOn: '2028-02-01', shown: 3 });
      const changes = await here.unitOfWork.manager.count(MatchChange);
      expect(await deliver()).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
      expect(await here.unitOfWork.manager.count(MatchChange)).toBe(changes);
      expect((await here.posts.publicPost(post.id))?.origin).toEqual({
        officeName: '利通残联',
        phone: '0953-1234567',
        applyHere: false,
      });
      await expect(here.posts.requireAppliedHere(post)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        hint: '请打电话0953-1234567。',
      });
    });

    it('is replaced by a newer version, and not by an equal or older one', async () => {
      const { id } = await titled(there, '甲岗');
      await set(there, id, { openings: 5 });
      expect(await deliver()).toMatchObject({ changed: 1, unchanged: 2 });
      expect((await titled(here, '甲岗')).openings).toBe(5);
      expect(await deliver({ 版本: '1', 招聘人数: '9' })).toMatchObject({ changed: 0, unchanged: 3 });
      expect((await titled(here, '甲岗')).openings).toBe(5);
    });

    it('refuses a delivery of tomorrow, one older than the last, and our own posts on their way back', async () => {
      expect(codes(await deliver({ 数据日期: '2028-02-02' }))).toEqual(['DATE_ORDER 数据日期']);
      expect(codes(await deliver({ 数据日期: '2028-01-31' }))).toEqual(['DATE_ORDER 数据日期']);
      expect(codes(await deliver({ 来源区划: HERE }))).toEqual(['DUPLICATE 来源编号']);
      // From the command line, which has no county: by the id.
      expect(codes(await bring(there, 'shared-posts', await delivered(), ''))).toEqual(['DUPLICATE 来源编号']);
      expect((await postsOf(here)).length).toBe(3);
    });

    it('is closed once a whole delivery lacks it, and comes back with the next that has it', async () => {
      const gone = await titled(there, '丙岗');
      await set(there, gone.id, { state: 'CLOSED' });
      for (const house of [there, here]) house.clock.set('2028-02-02T09:00:00+08:00');
      // Two of three rows are good: it is not whole, so nothing is closed.
      const text = await delivered({ 本次总数: '3' });
      await bring(here, 'shared-posts', text);
      expect((await titled(here, '丙岗')).state).toBe('OPEN');
      for (const house of [there, here]) house.clock.set('2028-02-03T09:00:00+08:00');
      expect(await deliver()).toMatchObject({ changed: 2 });
      expect(await titled(here, '丙岗')).toMatchObject({ state: 'CLOSED', confirmedOn: '2028-02-01' });
      expect((await here.sharing.list(officer, PAGE)).edges.map(({ node }) => node.stateText).sort()).toEqual([
        '在招',
        '在招',
        '来源没有再确认',
      ]);
      await set(there, gone.id, { state: 'OPEN' });
      for (const house of [there, here]) house.clock.set('2028-02-04T09:00:00+08:00');
      await deliver();
      expect((await titled(here, '丙岗')).state).toBe('OPEN');
    });

    it('is hidden here with a reason, whatever newer version comes, and shown again', async () => {
      const { id } = await titled(here, '甲岗');
      await expect(here.sharing.hide(officer, id, ' ')).rejects.toMatchObject({ field: 'reason' });
      await expect(
        here.sharing.hide(viewer(['OFFICER'], { divisionCode: '640323000000' }), id, '远'),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await here.sharing.hide(officer, id, '太远')).stateText).toBe('这里隐藏了');
      await set(there, (await titled(there, '甲岗')).id, { openings: 6 });
      await deliver();
      expect(await titled(here, '甲岗')).toMatchObject({ state: 'CLOSED', hiddenReason: '太远', openings: 6 });
      expect((await here.sharing.show(officer, id)).stateText).toBe('在招');
      expect((await here.sharing.show(officer, id)).stateText).toBe('在招');
    });

    it('is not edited here, also by a clerk of the employer once that is registered; then one applies here', async () => {
      const post = await titled(here, '甲岗');
      const kind = new EmployersKind(here.unitOfWork, here.crypto);
      expect(kind.kind).toBe('employers');
      expect(await bring(here, 'employers', csvOf([employerCells(1)]))).toMatchObject({ changed: 1, wrong: 0 });
      // The source keeps the place of its posts.
      expect((await titled(here, '甲岗')).divisionCode).toBe(THERE);
      await expect(here.posts.requireAppliedHere(post)).resolves.toBeUndefined();
      const clerk = viewer(['EMPLOYER_CLERK'], { employerId: post.employerId });
      const { version } = await titled(here, '甲岗');
      for (const work of [
        here.desk.withdraw(clerk, post.id, version),
        here.desk.submit(clerk, post.id, version),
        here.freshness.confirm(clerk, post.id),
      ])
        await expect(work).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const row = postCells(1, { ...days, 岗位名称: '甲岗' });
      expect(codes(await bring(here, 'posts', csvOf([row])))).toEqual(['DUPLICATE 岗位名称']);
    });

    it('rolls back whole when a row cannot be written', async () => {
      await set(there, (await titled(there, '丙岗')).id, { openings: 7 });
      const before = await here.unitOfWork.manager.findOneByOrFail(SourceOffice, { divisionCode: THERE });
      const broken = here.unitOfWork.run(async () => {
        await deliver();
        throw new Error('stop');
      });
      await expect(broken).rejects.toThrow('stop');
      expect((await titled(here, '丙岗')).openings).toBe(2);
      expect(await here.unitOfWork.manager.findOneByOrFail(SourceOffice, { divisionCode: THERE })).toEqual(before);
      expect(await deliver()).toMatchObject({ changed: 1 });
    });
  });

  describe('a post that nobody speaks of', () => {
    let id: string;
    let clerk: SignedIn;
    const told = () => here.unitOfWork.manager.countBy(Message, { accountId: clerk.id });
    const day = (text: string): IsoDate => isoDate(text);

    beforeAll(async () => {
      await bring(here, 'employers', csvOf([employerCells(9)]));
      const rows = [postCells(9, { ...days, 岗位名称: '久未确认', 发布日期: '2028-01-05' })];
      await bring(here, 'posts', csvOf(rows));
      const post = await titled(here, '久未确认');
      id = post.id;
      clerk = viewer(['EMPLOYER_CLERK'], { employerId: post.employerId });
      await here.unitOfWork.run(() =>
        insertRows(here.unitOfWork.manager, Account, [
          {
            id: clerk.id,
            login: 'clerk9',
            displayName: '示例',
            passwordHash: '-',
            demo: false,
            roles: ['EMPLOYER_CLERK'],
            divisionCode: HERE,
            employerId: post.employerId,
            disabled: false,
            createdAt: here.clock.now(),
          } as Partial<Account>,
        ]),
      );
    });

    it('stays while nobody entered the days', async () => {
      expect(await here.freshness.rule(officer)).toEqual({ askDays: null, pauseDays: null });
      expect(await here.freshness.run(day('2028-06-01'))).toEqual({ asked: 0, paused: 0 });
      expect((await here.freshness.stale(officer, PAGE)).totalCount).toBe(0);
      await here.parameters.loadDemo(
        [parameter('post.reconfirm.askDays', '30'), parameter('post.reconfirm.pauseDays', '7')],
        [],
      );
      expect(await here.freshness.rule(officer)).toEqual({ askDays: 30, pauseDays: 7 });
    });

    it('is asked for on the day, once, and its clerk told once', async () => {
      await here.freshness.run(day('2028-02-03'));
      expect((await titled(here, '久未确认')).askedOn).toBeNull();
      expect((await here.freshness.run(day('2028-02-04'))).asked).toBe(1);
      expect((await here.freshness.run(day('2028-02-04'))).asked).toBe(0);
      expect(await told()).toBe(1);
      const own = await here.freshness.stale(clerk, PAGE);
      expect(own.edges.map(({ node }) => [node.title, node.lastWordOn, node.pausesOn])).toEqual([
        ['久未确认', '2028-01-05', '2028-02-11'],
      ]);
      const stranger = viewer(['EMPLOYER_CLERK'], { employerId: newId() });
      expect((await here.freshness.stale(stranger, PAGE)).totalCount).toBe(0);
      expect((await here.freshness.stale(viewer(['OFFICER'], { divisionCode: '640323000000' }), PAGE)).totalCount).toBe(
        0,
      );
    });

    it('is paused on the day and not before, out of sight, and back with one word', async () => {
      expect((await here.freshness.run(day('2028-02-10'))).paused).toBe(0);
      expect((await here.freshness.run(day('2028-02-11'))).paused).toBe(1);
      expect((await here.freshness.run(day('2028-02-11'))).paused).toBe(0);
      expect(await told()).toBe(2);
      expect(await here.posts.publicPost(id)).toBeNull();
      await expect(
        here.freshness.confirm(viewer(['EMPLOYER_CLERK'], { employerId: newId() }), id),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      const results = await Promise.allSettled([1, 2, 3].map(() => here.freshness.confirm(clerk, id)));
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
      const post = await titled(here, '久未确认');
      expect(post).toMatchObject({ state: 'OPEN', confirmedOn: here.clock.today(), askedOn: null });
      // Pressed again: nothing more happens.
      expect((await here.freshness.confirm(clerk, id)).version).toBe(post.version);
      expect((await here.freshness.stale(officer, PAGE)).edges.map(({ node }) => node.id)).not.toContain(id);
    });

    it('is no longer confirmed once over or taken back', async () => {
      const { version, closesOn } = await titled(here, '久未确认');
      await set(here, id, { closesOn: addDays(here.clock.today(), -1) });
      await expect(here.freshness.confirm(clerk, id)).rejects.toMatchObject({ code: 'VALIDATION', field: 'closesOn' });
      await set(here, id, { closesOn });
      await here.desk.withdraw(clerk, id, version + 2);
      await expect(here.freshness.confirm(clerk, id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });
  });

  describe('two posts that look like one', () => {
    const today = isoDate('2028-02-04');
    const waiting = async () => (await here.duplicates.list(officer, PAGE, false)).edges.map(({ node }) => node);

    it('are told to the officer once, with reasons, also where one is shared', async () => {
      await bring(here, 'employers', csvOf([employerCells(20)]));
      const like = (title: string) => postCells(20, { ...days, 岗位名称: title });
      await bring(here, 'posts', csvOf([like('包装工'), like('招聘包装工2名'), like('会计')]));
      // The employer of the shared posts is registered here by now and offers the same itself.
      await bring(here, 'posts', csvOf([postCells(1, { ...days, 岗位名称: '甲岗位' })]));
      expect(await here.duplicates.lookEverywhere(today)).toBe(2);
      expect(await here.duplicates.lookEverywhere(today)).toBe(0);
      const pairs = await waiting();
      expect(pairs.map(({ one, other }) => [one.title, other.title].sort())).toEqual(
        expect.arrayContaining([
          ['包装工', '招聘包装工2名'],
          ['甲岗', '甲岗位'],
        ]),
      );
      expect(pairs.flatMap(({ one, other }) => [one.officeName, other.officeName])).toContain('利通残联');
      expect(pairs[0]?.reasons.length).toBe(4);
      expect(
        (await here.duplicates.list(viewer(['OFFICER'], { divisionCode: '640323000000' }), PAGE, false)).totalCount,
      ).toBe(0);
    });

    it('found by two at once stand once', async () => {
      const pairs = await here.unitOfWork.manager.find(PostPair);
      await here.unitOfWork.run(() =>
        here.unitOfWork.manager.delete(
          PostPair,
          pairs.map(({ id }) => id),
        ),
      );
      await Promise.all([1, 2, 3].map(() => here.duplicates.lookEverywhere(today)));
      expect((await here.unitOfWork.manager.find(PostPair)).length).toBe(2);
    });

    it('close by an officer’s word alone, the other stays, and the pair does not come again', async () => {
      const pair = (await waiting()).find(({ one }) => one.officeName === null && one.title.includes('包装'));
      const { id, one, other } = pair as NonNullable<typeof pair>;
      await expect(here.duplicates.decide(officer, id, newId())).rejects.toMatchObject({ field: 'keepId' });
      await expect(
        here.duplicates.decide(viewer(['OFFICER'], { divisionCode: '640323000000' }), id, null),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      const results = await Promise.allSettled(
        [one.id, other.id].map((keep) => here.duplicates.decide(officer, id, keep)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      const { keptId } = await here.unitOfWork.manager.findOneByOrFail(PostPair, { id });
      const goneId = keptId === one.id ? other.id : one.id;
      const gone = await here.unitOfWork.manager.findOneByOrFail(Post, { id: goneId });
      expect([gone.state, gone.duplicateOf]).toEqual(['CLOSED', keptId]);
      expect((await here.duplicates.decide(officer, id, keptId)).state).toBe('SAME');
      await expect(here.duplicates.decide(officer, id, null)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const clerk = viewer(['EMPLOYER_CLERK'], { employerId: gone.employerId });
      await expect(here.desk.submit(clerk, goneId, gone.version)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await here.duplicates.lookEverywhere(today)).toBe(0);
      // Taken back.
      expect((await here.duplicates.reopen(officer, id)).state).toBe('FOUND');
      expect(await here.unitOfWork.manager.findOneByOrFail(Post, { id: goneId })).toMatchObject({
        state: 'OPEN',
        duplicateOf: null,
      });
      expect((await here.duplicates.decide(officer, id, null)).state).toBe('DIFFERENT');
      expect(await here.duplicates.lookEverywhere(today)).toBe(0);
      expect((await waiting()).map((found) => found.id)).not.toContain(id);
      expect((await here.duplicates.list(officer, PAGE, true)).edges.map(({ node }) => node.id)).toContain(id);
    });

    it('of which the shared one closed stay so when it is delivered anew', async () => {
      const pair = (await waiting()).find(({ one, other }) => one.officeName !== null || other.officeName !== null);
      const { id, one, other } = pair as NonNullable<typeof pair>;
      const [kept, shared] = one.officeName === null ? [one, other] : [other, one];
      await here.duplicates.decide(officer, id, kept.id);
      await set(there, (await titled(there, '甲岗')).id, { openings: 8 });
      await bring(here, 'shared-posts', await delivered());
      expect(await here.unitOfWork.manager.findOneByOrFail(Post, { id: shared.id })).toMatchObject({
        state: 'CLOSED',
        openings: 8,
        duplicateOf: kept.id,
      });
    });

    it('are told to a clerk before the second is published', async () => {
      const { employerId } = await titled(here, '会计');
      const clerk = viewer(['EMPLOYER_CLERK'], { employerId });
      const { id } = await titled(here, '会计');
      expect(await here.duplicates.alike(clerk, id)).toEqual([]);
      await set(here, id, { title: '包装工人' });
      expect((await here.duplicates.alike(clerk, id)).map(({ title }) => title).sort()).toEqual([
        '包装工',
        '招聘包装工2名',
      ]);
      await expect(
        here.duplicates.alike(viewer(['EMPLOYER_CLERK'], { employerId: newId() }), id),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
});
