import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '../employer.entity.js';
import { csvOf, employerCells, entities, postCells, services } from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const titles = async (filter: Parameters<typeof app.posts.publicPosts>[1], first = 100): Promise<string[]> =>
    (await app.posts.publicPosts({ first }, filter)).edges.map(({ node }) => node.title);

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-posts-'));
    const bring = async (kind: string, rows: Record<string, string>[]) => {
      writeFileSync(join(folder, 'a.csv'), csvOf(rows));
      const { result } = await app.direct.importFile(kind, join(folder, 'a.csv'));
      expect(result).toMatchObject({ wrong: 0, new: rows.length });
    };
    await bring('employers', [employerCells(0), employerCells(1, { 单位名称: 'ABC测试100%社' })]);
    await bring('posts', [
      postCells(0, { 岗位名称: '子' }),
      postCells(0, { 岗位名称: '乙', 发布日期: '2026-11-10' }),
      postCells(1, { 岗位名称: '丙', 岗位类型: '公益性岗位', 公益性岗位类别: '护路员', 岗位要求: '' }),
      postCells(1, { 岗位名称: '丁', 工作地点区划: '640324101000', 居家办公: '是', 每周工时: '' }),
      postCells(0, { 岗位名称: '今天截止', 截止日期: '2026-11-23' }),
      postCells(0, { 岗位名称: '昨天截止', 截止日期: '2026-11-22' }),
      postCells(0, { 岗位名称: '还没发布', 发布日期: '2026-11-24' }),
      postCells(0, { 岗位名称: '关了' }),
    ]);
    await app.unitOfWork.run(() => app.unitOfWork.manager.update(Post, { title: '关了' }, { state: 'CLOSED' }));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists what one can apply to today, the newest first: the last day counts, the day after does not', async () => {
    const list = await titles(null);
    expect(list[0]).toBe('乙');
    expect([...list].sort()).toEqual(['丁', '丙', '乙', '今天截止', '子'].sort());
    app.clock.set('2026-11-24T09:00:00+08:00');
    expect(await titles(null)).toEqual(expect.arrayContaining(['还没发布']));
    expect(await titles(null)).not.toContain('今天截止');
    app.clock.set('2026-11-23T09:00:00+08:00');
  });

  it('shows a post in the words of a reader', async () => {
    const { edges } = await app.posts.publicPosts({ first: 10 }, { text: '子' });
    expect(edges[0]?.node).toEqual({
      id: expect.any(String),
      title: '子',
      kind: 'PROPORTIONAL',
      origin: null,
      welfareKind: null,
      employerName: '甲乙0有限公司',
      divisionName: app.divisions.nameOf('640324') + app.divisions.nameOf('640324100'),
      monthlyWageYuan: { low: '2200.00', high: '2600.50' },
      openings: 2,
      remote: false,
      weeklyHours: 37.5,
      nightShift: false,
      minEducation: '初中',
      skills: ['包装', '打字'],
      licences: [],
      provisions: ['无障碍卫生间'],
      kindFacts: [],
      duties: ['搬2公斤以内的东西', '站半个班', '看得见大字和路上的障碍'],
      description: null,
      legalBasis: null,
      publishedOn: '2026-11-01',
      closesOn: '2027-02-28',
    });
    const [welfare] = (await app.posts.publicPosts({ first: 1 }, { kind: 'PUBLIC_WELFARE' })).edges;
    expect(welfare?.node).toMatchObject({ title: '丙', welfareKind: '护路员', duties: [] });
  });

  it('filters by kind, text, place, day and work at home', async () => {
    expect(await titles({ kind: 'PUBLIC_WELFARE' })).toEqual(['丙']);
    expect((await titles({ text: 'abc' })).sort()).toEqual(['丁', '丙']);
    expect((await titles({ text: '0%' })).sort()).toEqual(['丁', '丙']);
    expect(await titles({ text: '%子' })).toEqual([]);
    expect(await titles({ text: '_' })).toEqual([]);
    expect(await titles({ text: "' OR 1=1--" })).toEqual([]);
    expect(await titles({ divisionCode: '640324101' })).toEqual(['丁']);
    expect(await titles({ divisionCode: '640324' })).toHaveLength(5);
    expect(await titles({ divisionCode: '360734' })).toEqual([]);
    expect(await titles({ remote: true })).toEqual(['丁']);
    expect(await titles({ partTime: true })).toEqual([]);
    expect(await titles({ noSight: true })).toEqual([]);
    expect(await titles({ projectId: '018f0000-0000-7000-8000-000000000000' })).toEqual([]);
    expect(await titles({ onDay: '2026-11-24' })).not.toContain('今天截止');
    expect(await titles({ onDay: '2020-01-01' })).toHaveLength(5);
    await expect(titles({ onDay: '2026-02-30' })).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(titles({ divisionCode: '99' })).rejects.toMatchObject({ code: 'DIVISION_UNKNOWN' });
  });

  it('finds part-time work, work that needs no sight and a kind by what its rows say, and their own facts', async () => {
    const rows = [
      postCells(0, { 岗位名称: '每周24', 每周工时: '24' }),
      postCells(0, { 岗位名称: '每周24.1', 每周工时: '24.1' }),
      postCells(1, { 岗位名称: '看1', 岗位要求: '看1' }),
      postCells(1, { 岗位名称: '读屏', 岗位要求: '看4', 提供的便利: '读屏软件' }),
      postCells(1, { 岗位名称: '串珠', 岗位类型: '辅助性就业', 车间或机构: '示例之家', 计酬方式: '计件' }),
      postCells(1, { 岗位名称: '学徒', 岗位类型: '见习', 见习月数: '6' }),
    ];
    writeFileSync(join(folder, 'b.csv'), csvOf(rows));
    const { result } = await app.direct.importFile('posts', join(folder, 'b.csv'));
    expect(result).toMatchObject({ wrong: 0, new: rows.length });
    expect(await titles({ partTime: true })).toEqual(['每周24']);
    expect((await titles({ noSight: true })).sort()).toEqual(['看1', '读屏'].sort());
    const factsOf = async (kind: string) =>
      (await app.posts.publicPosts({ first: 10 }, { kind })).edges.map(({ node }) => node.kindFacts);
    expect(await factsOf('AUXILIARY')).toEqual([['车间或机构：示例之家', '怎么算钱：计件']]);
    expect(await factsOf('INTERNSHIP')).toEqual([['见习 6 个月']]);
    // The same check as the editor's, at the row's own cell.
    const wrong = [
      postCells(1, { 岗位名称: '错', 计酬方式: '计件', 见习月数: '6' }),
      postCells(1, { 岗位名称: '错二', 岗位类型: '辅助性就业', 计酬方式: '经营收入' }),
    ];
    writeFileSync(join(folder, 'c.csv'), csvOf(wrong));
    const refused = await app.direct.importFile('posts', join(folder, 'c.csv'));
    expect(refused.result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '计酬方式', 'VALUE_NOT_IN_LIST'],
      [2, '见习月数', 'VALUE_NOT_IN_LIST'],
      [3, '计酬方式', 'VALUE_NOT_IN_LIST'],
    ]);
    await app.unitOfWork.run(async () => {
      for (const { 岗位名称: title } of rows) await app.unitOfWork.manager.delete(Post, { title: title as string });
    });
  });

  it('gives every post once over pages, and counts them all', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await app.posts.publicPosts({ first: 2, ...(after === undefined ? {} : { after }) }, null);
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor as string;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    await expect(app.posts.publicPosts({ first: 2, after: 'x' }, null)).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  });

  it('gives one open post by id; a closed one and a made-up one are null, but known to features above', async () => {
    const [closed] = await database.dataSource.manager.findBy(Post, { title: '关了' });
    const [open] = await database.dataSource.manager.findBy(Post, { title: '子' });
    const [closedId, openId] = [closed?.id as string, open?.id as string];
    expect((await app.posts.publicPost(openId))?.title).toBe('子');
    expect(await app.posts.publicPost(closedId)).toBeNull();
    expect(await app.posts.publicPost('nothing')).toBeNull();
    expect((await app.posts.publicByIds([closedId, openId, 'nothing'])).map(({ title }) => title).sort()).toEqual(
      ['关了', '子'].sort(),
    );
  });

  it('hands the match index rows in id order, or by id', async () => {
    const first = await app.posts.matchFacts({ afterId: '', limit: 3 });
    const rest = await app.posts.matchFacts({ afterId: first[2]?.id as string, limit: 100, divisionScope: '640324' });
    expect([...first, ...rest].map(({ id }) => id)).toEqual([...first, ...rest].map(({ id }) => id).sort());
    expect(first.length + rest.length).toBe(8);
    expect(await app.posts.matchFacts({ ids: [rest[0]?.id as string] })).toHaveLength(1);
    expect(await app.posts.matchFacts({ afterId: '', limit: 100, divisionScope: '36' })).toEqual([]);
  });
});
