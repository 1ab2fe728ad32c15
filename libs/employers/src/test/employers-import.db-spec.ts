import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { templateOf } from '@tongxing/imports';
import { Employer, Post } from '../employer.entity.js';
import { creditCode, csvOf, employerCells, entities, postCells, services } from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const bring = async (kind: string, rows: readonly Record<string, string>[], options = {}) => {
    const path = join(folder, 'roster.csv');
    writeFileSync(path, csvOf(rows));
    const { result } = await app.direct.importFile(kind, path, options);
    return result;
  };
  const found = (result: Awaited<ReturnType<typeof bring>>) =>
    result.problems.filter(({ row }) => row !== null).map(({ row, column, code }) => [row, column, code]);
  const employerOf = async (index: number): Promise<Employer> =>
    (await app.employers.byCreditCode(creditCode(index))) as Employer;

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-employers-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings employers in, seals who to call, and tells the match index', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => employerCells(index));
    expect(await bring('employers', rows)).toMatchObject({ rows: 20, new: 20, wrong: 0, committed: true });
    const employer = await employerOf(3);
    expect(employer).toMatchObject({
      name: '甲乙3有限公司',
      unitKind: 'ENTERPRISE',
      stateOwned: false,
      adminLevel: null,
      establishment: null,
      divisionCode: '640324100000',
      longitude: 105_914_300,
      latitude: 36_980_200,
      collector: '税务局',
    });
    expect(employer.secrets).not.toContain('13800000000');
    expect(app.employers.contactOf(employer)).toEqual({ contactName: '张示例', phone: '13800000000' });
    expect(await database.dataSource.manager.countBy(MatchChange, { entity: 'employer' })).toBe(20);
  });

  it('changes nothing when the same employers come again, and only what differs afterwards', async () => {
    const again = Array.from({ length: 20 }, (_, index) =>
      employerCells(index, index === 5 ? { 联系人: '李示例' } : {}),
    );
    expect(await bring('employers', again)).toMatchObject({ new: 0, changed: 1, unchanged: 19, wrong: 0 });
    expect(app.employers.contactOf(await employerOf(5))).toEqual({ contactName: '李示例', phone: '13800000000' });
    expect(await database.dataSource.manager.countBy(MatchChange, { entity: 'employer' })).toBe(21);
  });

  it('keeps what a file of employers does not speak of, and empties what it leaves blank', async () => {
    const { 统一社会信用代码, 单位名称, 单位性质, 区划 } = employerCells(6);
    const row = { 统一社会信用代码, 单位名称, 单位性质, 区划, 地址: '' } as Record<string, string>;
    expect(await bring('employers', [row])).toMatchObject({ changed: 1 });
    expect(await employerOf(6)).toMatchObject({ address: null, collector: '税务局', latitude: 36_980_200 });
  });

  it('finds each wrong row of the roster of employers with its row, column and code', async () => {
    const result = await bring('employers', [
      employerCells(100),
      employerCells(101, { 单位名称: '' }),
      employerCells(102, { 统一社会信用代码: '91640324MA76XY016E' }),
      employerCells(103, { 单位性质: '个体户' }),
      employerCells(104, { 编制数: '-1' }),
      employerCells(105, { 区划: '999999999' }),
      employerCells(106, { 经度: '36.98', 纬度: '105.91' }),
      employerCells(107, { 纬度: '' }),
      employerCells(108, { 联系电话: '12345' }),
      employerCells(100),
      employerCells(109, { 行政层级: '村级' }),
    ]);
    expect(found(result)).toEqual([
      [3, '单位名称', 'REQUIRED'],
      [4, '统一社会信用代码', 'CREDIT_CODE'],
      [5, '单位性质', 'VALUE_NOT_IN_LIST'],
      [6, '编制数', 'NUMBER_RANGE'],
      [7, '区划', 'DIVISION_UNKNOWN'],
      [8, '经度', 'NUMBER_RANGE'],
      [8, '纬度', 'NUMBER_RANGE'],
      [9, '纬度', 'REQUIRED'],
      [10, '联系电话', 'PHONE_FORMAT'],
      [11, '统一社会信用代码', 'DUPLICATE_IN_FILE'],
      [12, '行政层级', 'VALUE_NOT_IN_LIST'],
    ]);
    expect(result).toMatchObject({ rows: 11, new: 1, wrong: 10 });
  });

  it('refuses a second unit of one name in a county, however its characters are composed (bad input 68)', async () => {
    const twin = (index: number, name: string, over: Record<string, string> = {}) =>
      employerCells(index, { 单位名称: name, ...over });
    const [composed, apart] = ['甲乙Café有限公司', '甲乙Cafe\u0301有限公司'];
    const first = await bring('employers', [twin(700, composed), twin(701, apart)]);
    expect(found(first)).toEqual([[3, '单位名称', 'DUPLICATE']]);
    expect(found(await bring('employers', [twin(701, apart)]))).toEqual([[2, '单位名称', 'DUPLICATE']]);
    expect((await employerOf(701)) ?? null).toBeNull();
    // Itself is no twin, nor is its namesake in another county.
    expect(await bring('employers', [twin(700, apart)])).toMatchObject({ unchanged: 1, wrong: 0 });
    expect(await bring('employers', [twin(702, composed, { 区划: '360734100000' })])).toMatchObject({
      new: 1,
      wrong: 0,
    });
  });

  it('keeps to the region of who imports, and a clerk to the own unit', async () => {
    const other = await bring('employers', [employerCells(1, { 区划: '360734100000' })], {
      scope: { divisionScope: '360734' },
    });
    expect(found(other)).toEqual([[2, '区划', 'DIVISION_UNKNOWN']]);
    const scope = { divisionScope: '640324', employerId: (await employerOf(1)).id };
    const clerk = await bring('employers', [employerCells(1), employerCells(2), employerCells(200)], { scope });
    expect(found(clerk)).toEqual([
      [3, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
      [4, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
    ]);
  });

  it('brings posts in, once however often they come, and tells the match index', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => postCells(index));
    expect(await bring('posts', rows)).toMatchObject({ rows: 20, new: 20, wrong: 0, committed: true });
    expect(await bring('posts', rows)).toMatchObject({ new: 0, changed: 0, unchanged: 20 });
    const [post] = await database.dataSource.manager.findBy(Post, { title: '包装工3' });
    expect(post).toMatchObject({
      employerId: (await employerOf(3)).id,
      kind: 'PROPORTIONAL',
      wageLowFen: 220_000,
      wageHighFen: 260_050,
      weeklyHours: 375,
      nightShift: false,
      remote: false,
      minEducation: 'JUNIOR_MIDDLE',
      skills: ['包装', '打字'],
      licences: [],
      demands: { STAND: 3, LIFT: 1, SEE: 2 },
      divisionCode: '640324100000',
      closesOn: '2027-02-28',
      state: 'OPEN',
    });
    const changed = rows.map((row, index) => (index === 4 ? { ...row, 岗位要求: '久站2、搬举1、看2' } : row));
    expect(await bring('posts', changed)).toMatchObject({ changed: 1, unchanged: 19 });
    expect(await database.dataSource.manager.countBy(MatchChange, { entity: 'post' })).toBe(21);
  });

  it('holds a post without stated demands apart from one that demands nothing', async () => {
    await bring('posts', [
      postCells(7, { 岗位名称: '没说', 岗位要求: '' }),
      postCells(7, { 岗位名称: '说了', 岗位要求: '看0' }),
    ]);
    const posts = await database.dataSource.manager.findBy(Post, { employerId: (await employerOf(7)).id });
    const demandsOf = (title: string) => posts.find((post) => post.title === title)?.demands;
    expect(demandsOf('没说')).toBeNull();
    expect(demandsOf('说了')).toEqual({ SEE: 0 });
  });

  it('finds each wrong row of the roster of posts with its row, column and code', async () => {
    const result = await bring('posts', [
      postCells(0, { 岗位名称: '新岗位' }),
      postCells(900),
      postCells(1, { 岗位名称: '岗1', 统一社会信用代码: '91640324MA76XY016E' }),
      postCells(1, { 岗位名称: '岗2', 岗位类型: '全职' }),
      postCells(1, { 岗位名称: '岗3', 招聘人数: '0' }),
      postCells(1, { 岗位名称: '岗4', 月薪上限: '2000' }),
      postCells(1, { 岗位名称: '岗5', 月薪下限: '面议' }),
      postCells(1, { 岗位名称: '岗6', 截止日期: '2026-10-31' }),
      postCells(1, { 岗位名称: '岗7', 岗位要求: '久站5' }),
      postCells(1, { 岗位名称: '岗8', 岗位要求: '唱歌1' }),
      postCells(1, { 岗位名称: '收银（限女性）' }),
      postCells(1, { 岗位名称: '门卫', 技能要求: '身体健康' }),
      postCells(1, { 岗位名称: '押运员', 技能要求: '男性', 依据: '某条例第1条' }),
      postCells(1, { 岗位名称: '仓管', 公益性岗位类别: '护路员' }),
      postCells(0, { 岗位名称: '新岗位' }),
      postCells(1, { 岗位名称: '夜巡', 每周工时: '200' }),
      postCells(1, { 岗位名称: '跑腿', 发布日期: '11月1日' }),
      postCells(1, { 岗位名称: '保洁员（女）' }),
      postCells(1, { 岗位名称: '搬运工（限男）' }),
      postCells(1, { 岗位名称: '缝纫女工' }),
      postCells(1, { 岗位名称: '浴室搓澡工（女）', 依据: '某条例第2条' }),
    ]);
    expect(found(result)).toEqual([
      [3, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
      [4, '统一社会信用代码', 'CREDIT_CODE'],
      [5, '岗位类型', 'VALUE_NOT_IN_LIST'],
      [6, '招聘人数', 'NUMBER_RANGE'],
      [7, '月薪上限', 'NUMBER_RANGE'],
      [8, '月薪下限', 'NUMBER_RANGE'],
      [9, '截止日期', 'DATE_ORDER'],
      [10, '岗位要求', 'NUMBER_RANGE'],
      [11, '岗位要求', 'VALUE_NOT_IN_LIST'],
      [12, '依据', 'LEGAL_BASIS_MISSING'],
      [13, '依据', 'LEGAL_BASIS_MISSING'],
      [15, '公益性岗位类别', 'VALUE_NOT_IN_LIST'],
      [16, '岗位名称', 'DUPLICATE_IN_FILE'],
      [17, '每周工时', 'NUMBER_RANGE'],
      [18, '发布日期', 'DATE_FORMAT'],
      [19, '依据', 'LEGAL_BASIS_MISSING'],
      [20, '依据', 'LEGAL_BASIS_MISSING'],
      [21, '依据', 'LEGAL_BASIS_MISSING'],
    ]);
    expect(result).toMatchObject({ rows: 21, new: 3, wrong: 18 });
  });

  it('lets a clerk bring in posts of the own unit only; another county is unknown to an officer', async () => {
    const scope = { divisionScope: '640324', employerId: (await employerOf(1)).id };
    const rows = [postCells(1, { 岗位名称: '自己的' }), postCells(2, { 岗位名称: '别人的' })];
    expect(found(await bring('posts', rows, { scope, dryRun: true }))).toEqual([
      [3, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
    ]);
    const elsewhere = await bring('posts', rows, { scope: { divisionScope: '360734' }, dryRun: true });
    expect(found(elsewhere).map(([, , code]) => code)).toEqual(['UNKNOWN_EMPLOYER', 'UNKNOWN_EMPLOYER']);
  });

  it('moves the posts of an employer that moves to another township', async () => {
    await bring('employers', [employerCells(8, { 区划: '640324101000' })]);
    const posts = await database.dataSource.manager.findBy(Post, { employerId: (await employerOf(8)).id });
    expect(posts.map((post) => post.divisionCode)).toEqual(['640324101000']);
  });

  it('shows an employer to its own clerk and to officers of its region, to nobody else', async () => {
    const { id } = await employerOf(1);
    const viewer = (over: Partial<SignedIn>): SignedIn => ({
      id: 'a',
      displayName: '甲',
      roles: ['OFFICER'],
      divisionCode: '640324000000',
      ...over,
    });
    const clerk = (employerId?: string) =>
      viewer({ roles: ['EMPLOYER_CLERK'], ...(employerId === undefined ? {} : { employerId }) });
    expect((await app.employers.requireVisible(clerk(id))).id).toBe(id);
    expect((await app.employers.requireVisible(viewer({}), id)).id).toBe(id);
    const other = (await employerOf(2)).id;
    const refused = [
      () => app.employers.requireVisible(clerk(other), id),
      () => app.employers.requireVisible(clerk(), id),
      () => app.employers.requireVisible(clerk()),
      () => app.employers.requireVisible(viewer({ divisionCode: '360734000000' }), id),
      () => app.employers.requireVisible(viewer({})),
    ];
    for (const one of refused) await expect(one()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hands out templates that its own reader takes', async () => {
    for (const name of ['employers', 'posts']) {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, await templateOf(app.kinds.get(name)));
      const { result } = await app.direct.importFile(name, path, { dryRun: true });
      expect(result.problems.map(({ code }) => code)).toEqual(['FILE_EMPTY']);
    }
  });
});
