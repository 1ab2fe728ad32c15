import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService, type Role } from '@tongxing/access';
import { dataSourceFactory, migrate, UnitOfWork } from '@tongxing/database';
import { ImportRowEntity } from '@tongxing/imports';
import { PeopleService, Person } from '@tongxing/people';
import { loadConfig } from '@tongxing/platform';
import ExcelJS from 'exceljs';
import request from 'supertest';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';
import { RATES } from '../src/limits/rates.js';
import { type Cells, csvOf, encoded, idNumber, people, person, workbookOf, wrongFiles } from './roster.js';

const PASSWORD = 'tongxing-demo';
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const WAIT_MS = 20_000;

interface Problem {
  row: number | null;
  column: string | null;
  code: string;
  severity: string;
  message: string;
  hint: string;
  typed: string | null;
}

interface ImportJob {
  id: string;
  state: string;
  rows: number;
  new: number;
  unchanged: number;
  wrong: number;
  warned: number;
  committedRows: number;
  problems: Problem[];
}

/** The documents that the portal sends, as they stand in its sources. */
const documents = ['gql/frame.gql', 'pages/imports/imports.gql']
  .map((path) => readFileSync(join(process.cwd(), 'apps/portal/src', path), 'utf8'))
  .join('\n')
  .split(/\n(?=(?:query|mutation|fragment) )/);
const frame = documents.find((part) => part.trim().startsWith('fragment FrameViewer')) ?? '';

function documentOf(name: string): string {
  const operation = documents.find((part) => new RegExp(`^\\s*(?:query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  return operation.includes('...FrameViewer') ? `${operation}\n${frame}` : operation;
}

describe('rosters through the door of the api', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-imports-'));
  const tokens: Record<string, string> = {};
  let app: NestExpressApplication;

  const http = () => request(app.getHttpServer());
  async function ask<T>(query: string, variables: object, who = 'officer'): Promise<{ data: T; code?: string }> {
    const call = http().post('/graphql');
    if (tokens[who] !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body } = await call.send({ query, variables });
    return { data: body.data as T, code: body.errors?.[0]?.extensions.code as string };
  }
  const upload = (content: Buffer, name = 'a.csv', { who = 'officer', kind = 'people', encoding = '' } = {}) => {
    const call = http().post(`/imports/${kind}`);
    if (tokens[who] !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    if (encoding !== '') call.field('encoding', encoding);
    return call.attach('file', content, name);
  };
  const download = (path: string, who = 'officer') =>
    http()
      .get(path)
      .set('authorization', `Bearer ${tokens[who]}`)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
  const job = async (id: string, who = 'officer', afterRow = 0): Promise<ImportJob> =>
    (await ask<{ importJob: ImportJob }>(documentOf('importJob'), { id, afterRow }, who)).data.importJob;
  /** Waits for the runner, as a page does that refreshes itself. */
  async function settled(id: string, ...states: string[]): Promise<ImportJob> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const seen = await job(id);
      if (states.includes(seen.state)) return seen;
      if (Date.now() > until) throw new Error(`the import is still ${seen.state}`);
      await sleep(50);
    }
  }
  async function checked(content: Buffer, name?: string, choice?: Parameters<typeof upload>[2]): Promise<ImportJob> {
    const { status, body } = await upload(content, name, choice);
    expect([status, body]).toEqual([201, { id: expect.any(String), kind: 'people', state: 'RECEIVED' }]);
    return settled(body.id, 'CHECKED', 'FAILED');
  }
  async function committed(id: string): Promise<ImportJob> {
    const { data } = await ask<{ commitImport: { state: string } }>(documentOf('commitImport'), { id });
    expect(data.commitImport.state).toBe('COMMITTING');
    return settled(id, 'COMMITTED', 'FAILED');
  }
  const encodingOf = async (id: string): Promise<string | null> => {
    const query = 'query ($id: ID!) { importJob(id: $id) { encoding } }';
    return (await ask<{ importJob: { encoding: string | null } }>(query, { id })).data.importJob.encoding;
  };
  const count = (): Promise<number> => app.get(UnitOfWork).manager.count(Person);
  const bookOf = async (content: Buffer): Promise<ExcelJS.Workbook> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(content as unknown as ArrayBuffer);
    return book;
  };

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    // One officer uploads here in a minute what an office does in a week.
    app = await createApi(config, { runJobs: true, rates: { upload: { ...RATES.upload, limit: 1_000 } } });
    await app.init();
    const accounts: [string, Role, string][] = [
      ['officer', 'OFFICER', '640324000000'],
      ['neighbour', 'OFFICER', '360734000000'],
      ['counsellor', 'COUNSELLOR', '640324000000'],
    ];
    for (const [login, role, divisionCode] of accounts) {
      await app
        .get(AccountService)
        .create({ login, displayName: login, password: PASSWORD, roles: [role], divisionCode, demo: true });
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { data } = await ask<{ signIn: { token: string } }>(query, {
        input: { account: login, password: PASSWORD },
      });
      tokens[login] = data.signIn.token;
    }
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('a file in any encoding of the office', () => {
    it.each<[string, (rows: Cells[]) => Promise<Buffer> | Buffer, string, string | null]>([
      ['UTF-8', (rows) => encoded(csvOf(rows), 'utf8'), 'a.csv', 'UTF-8'],
      ['UTF-8 with a mark', (rows) => Buffer.concat([MARK, encoded(csvOf(rows), 'utf8')]), 'a.csv', 'UTF-8'],
      ['GBK', (rows) => encoded(csvOf(rows), 'gbk'), 'a.csv', 'GBK'],
      [
        'GB18030',
        ([first, ...rows]) => encoded(csvOf([{ ...first, 姓名: '㐀𬘬' }, ...rows]), 'gb18030'),
        'a.csv',
        'GB18030',
      ],
      ['a workbook', (rows) => workbookOf(rows), '名册.xlsx', null],
    ])('%s is detected, checked, committed, and found again', async (what, make, name, encoding) => {
      const from = 2_000 + what.length * 10;
      const seen = await checked(await make(people(from, 5)), name);
      expect(seen).toMatchObject({ state: 'CHECKED', rows: 5, new: 5, wrong: 0, warned: 0, problems: [] });
      expect(await encodingOf(seen.id)).toBe(encoding);
      const stood = await count();
      expect(await committed(seen.id)).toMatchObject({ state: 'COMMITTED', committedRows: 5 });
      expect(await count()).toBe(stood + 5);
      const found = await app.get(PeopleService).findByCertificate(`${idNumber(from)}43`);
      expect(found).toMatchObject({
        name: what === 'GB18030' ? '㐀𬘬' : person(from).姓名,
        divisionCode: '640324100000',
      });
    });

    it('reads with the encoding that was chosen, and refuses one it does not know', async () => {
      const content = encoded(csvOf(people(2_500, 2)), 'gbk');
      const seen = await checked(content, 'a.csv', { encoding: 'GB18030' });
      expect(await encodingOf(seen.id)).toBe('GB18030');
      const { status, body } = await upload(content, 'a.csv', { encoding: 'BIG5' });
      expect([status, body.error.code, body.error.field]).toEqual([400, 'VALIDATION', 'encoding']);
    });
  });

  describe('500 people in GB18030 with ten kinds of wrong rows', () => {
    const wrong: Record<number, { over: Cells; code: string; column: string }> = {
      10: { over: { 姓名: '' }, code: 'REQUIRED', column: '姓名' },
      50: { over: { 残疾人证号: '640324199001010014' }, code: 'CERT_LENGTH', column: '残疾人证号' },
      100: { over: { 残疾人证号: '64032419900101001543' }, code: 'CERT_CHECKSUM', column: '残疾人证号' },
      150: { over: { 残疾人证号: '64032419900101001483' }, code: 'CERT_CLASS', column: '残疾人证号' },
      200: { over: { 身份证号: '11010519491231002X' }, code: 'ID_CERT_MISMATCH', column: '身份证号' },
      250: { over: { 残疾人证号: '6.40324E+17' }, code: 'NUMBER_MANGLED', column: '残疾人证号' },
      300: { over: { 户籍区划: '999999999' }, code: 'DIVISION_UNKNOWN', column: '户籍区划' },
      350: { over: { 证件有效期至: '2035.1.1' }, code: 'DATE_FORMAT', column: '证件有效期至' },
      400: { over: { 就业状况: '待业' }, code: 'VALUE_NOT_IN_LIST', column: '就业状况' },
      450: { over: { 残疾人证号: `${idNumber(3)}43` }, code: 'DUPLICATE_IN_FILE', column: '残疾人证号' },
      460: { over: { 联系电话: '1380000' }, code: 'PHONE_FORMAT', column: '联系电话' },
      470: { over: { 通勤上限公里: '八' }, code: 'NUMBER_RANGE', column: '通勤上限公里' },
    };
    const rows = Array.from({ length: 500 }, (_, index) => person(index, wrong[index]?.over ?? {}));
    rows[20] = person(20, { 姓名: '㐀𬘬' });
    rows[30] = person(30, { 证件有效期至: '2020-01-01' });
    const content = encoded(csvOf(rows), 'gb18030');
    let id: string;
    let before: number;

    it('finds each with its row number, column and code, and nothing else', async () => {
      before = await count();
      const seen = await checked(content);
      ({ id } = seen);
      expect(seen).toMatchObject({ state: 'CHECKED', rows: 500, new: 488, wrong: 12, warned: 1 });
      const expected = [
        [32, '证件有效期至', 'CERT_EXPIRED', 'warning'],
        ...Object.entries(wrong).map(([index, { code, column }]) => [Number(index) + 2, column, code, 'error']),
      ].sort((a, b) => Number(a[0]) - Number(b[0]));
      expect(seen.problems.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual(expected);
      expect(await count()).toBe(before);
    });

    it('says of each what is wrong and how to mend it, in Chinese, with nobody’s numbers', async () => {
      const { problems } = await job(id);
      for (const { message, hint } of problems) {
        expect(message).toMatch(/[\u4e00-\u9fff]{2}/);
        expect(hint).toMatch(/[\u4e00-\u9fff]{2}/);
        expect(message + hint).not.toMatch(/undefined|null|\{\w+\}/);
      }
      expect(JSON.stringify(problems)).not.toMatch(/\d{11}/);
      expect(problems.find(({ code }) => code === 'VALUE_NOT_IN_LIST')).toMatchObject({
        message: '只能填：未就业、已就业、灵活就业、在校、无就业能力',
        typed: '待业',
      });
    });

    it('gives the workbook back with the findings beside the user’s own rows', async () => {
      const { status, headers, body } = await download(`/imports/${id}/workbook`);
      expect(status).toBe(200);
      expect(headers['content-type']).toContain('spreadsheetml');
      expect(decodeURIComponent(headers['content-disposition'] as string)).toContain('持证残疾人名册检查结果.xlsx');
      const sheet = (await bookOf(body as Buffer)).worksheets[0] as ExcelJS.Worksheet;
      const titles = (sheet.getRow(1).values as string[]).slice(1);
      expect(titles.slice(-2)).toEqual(['检查结果', '问题说明']);
      const verdict = (row: number) => sheet.getRow(row).getCell(titles.length - 1).text;
      expect([verdict(2), verdict(12), verdict(32)]).toEqual(['可以用', '要改', '可以用，有提醒']);
      expect(sheet.getRow(12).getCell(titles.length).text).toBe('【姓名】「姓名」没有填（请补上）');
      expect(sheet.rowCount).toBe(501);
      expect((await download(`/imports/${id}/workbook`, 'neighbour')).status).toBe(404);
    });

    it('lets a row be mended, then commits the good ones', async () => {
      const row = 462;
      const read = 'query ($id: ID!, $row: Int!) { importRow(importId: $id, row: $row) { version state } }';
      const { data } = await ask<{ importRow: { version: number; state: string } }>(read, { id, row });
      expect(data.importRow.state).toBe('WRONG');
      const input = {
        importId: id,
        row,
        version: data.importRow.version,
        cells: [{ key: 'phone', value: '13800000460' }],
      };
      const fix = documentOf('fixImportRow');
      expect((await ask(fix, { input }, 'neighbour')).code).toBe('NOT_FOUND');
      expect((await ask(fix, { input })).data).toMatchObject({ fixImportRow: { row, state: 'GOOD', problems: [] } });
      expect((await ask(fix, { input })).code).toBe('VERSION_CONFLICT');

      const all = 'mutation ($id: ID!) { commitImport(id: $id, mode: ALL) { state } }';
      expect((await ask(all, { id })).code).toBe('STATE_CONFLICT');
      expect(await committed(id)).toMatchObject({ state: 'COMMITTED', new: 489, committedRows: 489, wrong: 11 });
      expect(await count()).toBe(before + 489);
      const { manager } = app.get(UnitOfWork);
      expect(await manager.countBy(ImportRowEntity, { jobId: id, state: 'COMMITTED' })).toBe(0);
    });

    it('is recognised when it comes again, and changes nothing', async () => {
      const again = await checked(content);
      // The row that was mended in the page stands in the tables; in the file it is wrong still.
      expect(again).toMatchObject({ new: 0, unchanged: 488, wrong: 12 });
      expect(again.problems[0]).toMatchObject({ row: null, code: 'FILE_SEEN', severity: 'info' });
      expect(again.problems[0]?.message).toMatch(/^\d+月\d+日传过同样的文件：看那次结果$/);
      await committed(again.id);
      expect(await count()).toBe(before + 489);
    });
  });

  it('throws a staged file away, once and for all', async () => {
    const seen = await checked(encoded(csvOf(people(3_000, 3)), 'utf8'));
    const discard = documentOf('discardImport');
    expect((await ask(discard, { id: seen.id }, 'neighbour')).code).toBe('NOT_FOUND');
    expect((await ask(discard, { id: seen.id })).data).toEqual({ discardImport: { state: 'DISCARDED' } });
    expect((await ask(documentOf('commitImport'), { id: seen.id })).code).toBe('STATE_CONFLICT');
    const { manager } = app.get(UnitOfWork);
    expect(await manager.countBy(ImportRowEntity, { jobId: seen.id })).toBe(0);
  });

  it('hands out a template that says how to fill it, with drop-downs and a sample that is skipped', async () => {
    const { status, body, headers } = await download('/imports/people/template');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const book = await bookOf(body as Buffer);
    expect(book.worksheets.map(({ name }) => name).slice(0, 2)).toEqual(['填写说明', '持证残疾人名册']);
    const sheet = book.getWorksheet('持证残疾人名册') as ExcelJS.Worksheet;
    const titles = (sheet.getRow(1).values as string[]).slice(1);
    expect(titles.slice(0, 3)).toEqual(['序号', '姓名*', '残疾人证号']);
    expect(sheet.getCell('A2').text).toBe('示例');
    const status3 = sheet.getRow(3).getCell(titles.indexOf('就业状况*') + 1);
    expect(status3.dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"未就业,已就业,灵活就业,在校,无就业能力"'],
    });
    expect(status3.numFmt).toBe('@');

    const put = sheet.getRow(3);
    for (const [at, title] of titles.entries()) {
      const value = person(3_100)[title.replace('*', '')];
      if (value !== undefined) put.getCell(at + 1).value = value;
    }
    const seen = await checked(Buffer.from(await book.xlsx.writeBuffer()), '名册.xlsx');
    expect(seen).toMatchObject({ state: 'CHECKED', rows: 1, new: 1, wrong: 0, problems: [] });
  });

  it('refuses files that nobody should open, each with its code, its words and a way on', async () => {
    for (const { what, name, content, code } of await wrongFiles()) {
      const seen = await checked(content, name);
      expect([what, seen.state, seen.problems.map((problem) => problem.code)]).toEqual([what, 'FAILED', [code]]);
      const [problem] = seen.problems as [Problem];
      expect(problem).toMatchObject({ row: null, severity: 'error' });
      expect(problem.message + problem.hint).toMatch(/[\u4e00-\u9fff]{4}/);
      expect((await ask(documentOf('commitImport'), { id: seen.id })).code).toBe('STATE_CONFLICT');
    }
  });

  it('refuses at the door: no bytes, too many, no file, two files', async () => {
    const empty = await upload(Buffer.alloc(0));
    expect([empty.status, empty.body.error.code]).toEqual([400, 'FILE_EMPTY']);
    const large = await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 0x61));
    expect([large.status, large.body.error.code]).toEqual([413, 'FILE_TOO_LARGE']);
    const none = await http().post('/imports/people').set('authorization', `Bearer ${tokens.officer}`).field('a', 'b');
    expect([none.status, none.body.error.code]).toEqual([400, 'VALIDATION']);
    const two = await upload(Buffer.from('a,b')).attach('file', Buffer.from('a,b'), 'b.csv');
    expect([two.status, two.body.error.code]).toEqual([400, 'VALIDATION']);
  });

  it('lets in who may bring this roster, for their own county only', async () => {
    const content = encoded(csvOf(people(3_200, 2)), 'utf8');
    expect((await upload(content, 'a.csv', { who: 'nobody' })).status).toBe(401);
    expect((await upload(content, 'a.csv', { who: 'counsellor' })).status).toBe(403);
    expect((await download('/imports/people/template', 'counsellor')).status).toBe(403);
    expect((await upload(content, 'a.csv', { kind: 'planets' })).status).toBe(404);
    const { body } = await upload(content, 'a.csv', { who: 'neighbour' });
    expect((await ask(documentOf('importJob'), { id: body.id, afterRow: 0 })).code).toBe('NOT_FOUND');
    const until = Date.now() + WAIT_MS;
    let theirs = await job(body.id, 'neighbour');
    while (theirs.state !== 'CHECKED' && Date.now() < until) {
      await sleep(50);
      theirs = await job(body.id, 'neighbour');
    }
    expect(theirs).toMatchObject({ state: 'CHECKED', new: 0, wrong: 2 });
    expect(theirs.problems.map(({ code }) => code)).toEqual(['DIVISION_UNKNOWN', 'DIVISION_UNKNOWN']);
  });
});
