import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService } from '@tongxing/access';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { EmployerService } from '@tongxing/employers';
import { DirectImportService } from '@tongxing/imports';
import { type NewParameter, ParameterService } from '@tongxing/parameters';
import { Clock, loadConfig } from '@tongxing/platform';
import { addDays, isoDate } from '@tongxing/rules';
import request from 'supertest';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';
const OWN = '91640324MA76XY016F';
const OTHER = '11640324012345671J';
/** A levy year that the law covers, whatever day the tests run on. */
const year = 2026;
const ID_NUMBER = '640324199001010014';
const portal = join(process.cwd(), 'apps', 'portal', 'src');

/** The documents that the portal sends, as they stand in its sources. */
const documents = readdirSync(portal, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.gql'))
  .map((path) => readFileSync(join(portal, path), 'utf8'))
  .join('\n');

/** One operation with the fragments it needs: unused ones would be refused. */
function documentOf(name: string): string {
  const parts = documents.split(/\n(?=(?:query|mutation|fragment) )/).map((part) => part.trim());
  const operation = parts.find((part) => new RegExp(`^(query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  const used = [...operation.matchAll(/\.\.\.(\w+)/g)].map(([, fragment]) => fragment);
  return [operation, ...parts.filter((part) => used.some((fragment) => part.startsWith(`fragment ${fragment} `)))].join(
    '\n',
  );
}

const csv = (rows: Record<string, string>[]): string => {
  const header = Object.keys(rows[0] ?? {});
  return [header, ...rows.map((row) => header.map((key) => row[key] ?? ''))].map((cells) => cells.join(',')).join('\n');
};

const months = (name: string, value: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index + 1}月${name}`, value]));

const parameter = (code: string, value: string, qualifier = ''): NewParameter => ({
  code,
  scope: '640324',
  qualifier,
  unit: '演示',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
});

describe('posts and a year of hires through the door of the api', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-quota-'));
  let app: NestExpressApplication;
  const tokens: Record<string, string> = {};

  const send = async (query: string, variables: object, who?: string) => {
    const call = request(app.getHttpServer()).post('/graphql');
    if (who !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body } = await call.send({ query, variables });
    return body as { data?: Record<string, never>; errors?: { message: string; extensions: { code: string } }[] };
  };
  const ask = (name: string, variables: object, who?: string) => send(documentOf(name), variables, who);
  const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.[0]?.extensions.code;

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: true });
    await app.init();
    const today = app.get(Clock).today();
    const bring = async (kind: string, rows: Record<string, string>[]) => {
      writeFileSync(join(folder, 'roster.csv'), csv(rows));
      const { result } = await app.get(DirectImportService).importFile(kind, join(folder, 'roster.csv'));
      expect(result).toMatchObject({ new: rows.length, wrong: 0 });
    };
    const unit = { 单位名称: '同心甲乙食品有限公司', 单位性质: '企业', 区划: '640324100000' };
    await bring('employers', [
      { 统一社会信用代码: OWN, ...unit },
      { 统一社会信用代码: OTHER, ...unit, 单位名称: '同心丙丁局', 单位性质: '机关' },
    ]);
    await bring('people', [
      { 姓名: '马小兰', 残疾人证号: `${ID_NUMBER}43`, 户籍区划: '640324100000', 就业状况: '已就业' },
    ]);
    await bring('headcounts', [
      { 统一社会信用代码: OWN, 年度: String(year - 1), ...months('人数', '101'), 年工资总额: String(101 * 60_000) },
    ]);
    const post = {
      岗位类型: '按比例就业',
      招聘人数: '2',
      工作地点区划: '640324100000',
      月薪下限: '2200',
      月薪上限: '2600',
    };
    const days = { 发布日期: addDays(today, -1), 截止日期: addDays(today, 30) };
    await bring('posts', [
      { 统一社会信用代码: OWN, 岗位名称: '包装工', ...post, 每周工时: '37.5', 岗位要求: '久站3、看2', ...days },
      { 统一社会信用代码: OTHER, 岗位名称: '档案员', ...post, 每周工时: '', 岗位要求: '', ...days },
    ]);
    await app
      .get(ParameterService)
      .loadDemo(
        [
          parameter('count.minimumWage', '180000'),
          parameter('count.ageBounds', '16..59', 'MALE'),
          parameter('count.insurances', 'PENSION,MEDICAL'),
        ],
        [],
      );
    const employerIdOf = async (code: string) => (await app.get(EmployerService).byCreditCode(code))?.id as string;
    for (const [login, role, code] of [
      ['clerk', 'EMPLOYER_CLERK', OWN],
      ['rival', 'EMPLOYER_CLERK', OTHER],
      ['officer', 'OFFICER', undefined],
      ['seeker', 'SEEKER', undefined],
    ] as const) {
      await app.get(AccountService).create({
        login,
        displayName: login,
        password: PASSWORD,
        roles: [role],
        divisionCode: COUNTY,
        demo: true,
        ...(code === undefined ? {} : { employerId: await employerIdOf(code) }),
      });
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { data } = await send(query, { input: { account: login, password: PASSWORD } });
      tokens[login] = (data as unknown as { signIn: { token: string } }).signIn.token;
    }
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows posts to everybody, with the documents of the portal', async () => {
    const list = await ask('publicPosts', { first: 10, filter: { text: '包装' } });
    expect(list.errors).toBeUndefined();
    expect(list.data?.publicPosts).toMatchObject({
      totalCount: 1,
      edges: [{ node: { title: '包装工', employerName: '同心甲乙食品有限公司', monthlyWageYuan: { low: '2200.00' } } }],
    });
    const { edges } = (list.data as unknown as { publicPosts: { edges: { node: { id: string } }[] } }).publicPosts;
    const one = await ask('publicPost', { id: edges[0]?.node.id });
    expect(one.data?.publicPost).toMatchObject({
      openings: 2,
      weeklyHours: 37.5,
      duties: ['站半个班', expect.any(String)],
    });
    expect((await ask('publicPost', { id: 'nothing' })).data).toMatchObject({ publicPost: null });
    expect(codeOf(await ask('publicPosts', { first: 101 }))).toBe('VALIDATION');
  });

  it('takes a clerk from an upload to the assessment of the own employer', async () => {
    const hire = {
      年度: String(year - 1),
      姓名: '马小兰',
      身份证号: ID_NUMBER,
      残疾人证号: `${ID_NUMBER}43`,
      用工形式: '劳动合同',
      合同起: `${year - 2}-01-01`,
      ...months('工资', '3000'),
      养老缴费月份: '1-12',
      医疗缴费月份: '1-12',
    };
    const rows = [
      { 统一社会信用代码: OWN, ...hire },
      { 统一社会信用代码: OTHER, ...hire },
    ];
    const upload = (who: string) =>
      request(app.getHttpServer())
        .post('/imports/hires')
        .set('authorization', `Bearer ${tokens[who]}`)
        .attach('file', Buffer.from(csv(rows)), 'hires.csv');
    const { status, body } = await upload('clerk');
    expect(status).toBe(201);
    const settled = async (state: string) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const { data } = await ask('importJob', { id: body.id, afterRow: 0 }, 'clerk');
        const job = data?.importJob as unknown as { state: string };
        if (job.state === state) return job;
        await sleep(100);
      }
      throw new Error(`the import never became ${state}`);
    };
    expect(await settled('CHECKED')).toMatchObject({
      new: 1,
      wrong: 1,
      problems: [{ row: 3, column: '统一社会信用代码', code: 'UNKNOWN_EMPLOYER' }],
    });
    expect(codeOf(await ask('importJob', { id: body.id, afterRow: 0 }, 'rival'))).toBe('NOT_FOUND');
    expect((await ask('commitImport', { id: body.id }, 'clerk')).errors).toBeUndefined();
    await settled('COMMITTED');
    const { data, errors } = await ask('assessment', { year }, 'clerk');
    expect(errors).toBeUndefined();
    expect(data?.assessment).toMatchObject({
      year,
      employerName: '同心甲乙食品有限公司',
      countedHires: '1',
      outcome: 'TIER_90',
      levyYuan: '27810.00',
      hires: [{ name: '马*兰', maskedCertificate: '6403****************' }],
      warnings: ['CAP_UNKNOWN'],
    });
    expect((await ask('org', { year }, 'clerk')).data?.quotaReturn).toMatchObject({ hires: 1, factYear: year - 1 });
    expect((await upload('seeker')).status).toBe(403);
  });

  it('keeps every other viewer out', async () => {
    expect((await ask('assessment', { year }, 'rival')).data).toMatchObject({ assessment: null });
    expect(codeOf(await ask('assessment', { year }, 'officer'))).toBe('NOT_FOUND');
    expect(codeOf(await ask('assessment', { year }, 'seeker'))).toBe('FORBIDDEN');
    expect(codeOf(await ask('assessment', { year }))).toBe('AUTH_REQUIRED');
  });

  it('gives an officer the board, and a clerk nothing of it', async () => {
    const board = `query ($year: Int!) { complianceBoard(divisionCode: "640324", year: $year, first: 10) {
      totalCount edges { node { employerId employerName state levyYuan problem { code } } } pageInfo { hasNextPage } } }`;
    const { data, errors } = await send(board, { year }, 'officer');
    expect(errors).toBeUndefined();
    expect(data?.complianceBoard).toMatchObject({
      totalCount: 2,
      edges: [{ node: { levyYuan: '27810.00' } }, { node: { state: 'NOT_STARTED', levyYuan: null } }],
    });
    expect(codeOf(await send(board, { year }, 'clerk'))).toBe('FORBIDDEN');
  });

  it('saves and reads a return by form', async () => {
    const save = `mutation ($input: QuotaReturnInput!) { saveQuotaReturn(input: $input) { state version hires payrollYuan } }`;
    const input = { year, monthlyHeadcount: Array(12).fill(40), payrollYuan: '2000000' };
    expect((await send(save, { input }, 'rival')).data?.saveQuotaReturn).toEqual({
      state: 'DRAFT',
      version: 1,
      hires: 0,
      payrollYuan: '2000000.00',
    });
    expect(codeOf(await send(save, { input }, 'rival'))).toBe('VERSION_CONFLICT');
    expect(codeOf(await send(save, { input }, 'officer'))).toBe('FORBIDDEN');
    expect(codeOf(await send(save, { input: { ...input, monthlyHeadcount: [1] } }, 'rival'))).toBe('VALIDATION');
    const read = 'query ($year: Int!) { quotaReturn(year: $year) { employerName stateText monthlyHeadcount } }';
    expect((await send(read, { year }, 'rival')).data?.quotaReturn).toMatchObject({ stateText: '草稿' });
  });
});
