import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAs, AuditChain, AuditEntry, AuditService, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { ImportFilePart, ImportJob, ImportRowEntity, markedWorkbook, templateOf } from '@tongxing/imports';
import { Job } from '@tongxing/jobs';
import ExcelJS from 'exceljs';
import { Person } from '../person.entity.js';
import { csvOf, entities, idNumber, KEYS, officer, personCells, services } from './setup.js';
import { IntlCryptoProvider } from '@tongxing/platform';

const otherCounty: SignedIn = { ...officer, id: '00000000-0000-7000-8000-000000000002', divisionCode: '360734000000' };
const counsellor: SignedIn = { ...officer, id: '00000000-0000-7000-8000-000000000003', roles: ['COUNSELLOR'] };

const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

eachEngine([...entities, AuditChain, AuditEntry], (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof services>;
  let broken = false;
  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    new AuditService(database.unitOfWork, app.clock, crypto).onModuleInit();
    database.unitOfWork.endWith(async () => {
      if (broken) throw new Error('no audit today');
    });
  });
  afterAll(() => database.close());
  const rowsOf = (jobId: string) =>
    database.dataSource.manager.find(ImportRowEntity, { where: { jobId }, order: { rowNumber: 'ASC' } });

  describe('an upload', () => {
    let id: string;
    const rows = [
      personCells(0),
      personCells(1, { 联系电话: '12345' }),
      personCells(2, { 证件有效期至: '2020-01-01' }),
      personCells(0, { 姓名: '甲二' }),
    ];
    const content = Buffer.from(csvOf(rows));

    it('is received, sealed in the database, and waits for its job', async () => {
      const job = await app.imports.receive(officer, 'people', { fileName: 'C:\\名册\\..\\a\u0000b.csv', content });
      id = job.id;
      expect(job).toMatchObject({ state: 'RECEIVED', fileName: 'ab.csv', divisionScope: '640324' });
      const parts = await database.dataSource.manager.findBy(ImportFilePart, { jobId: id });
      expect(parts).toHaveLength(1);
      expect(Buffer.from(parts[0]?.sealed ?? '').toString()).not.toContain(idNumber(0));
      expect(await database.dataSource.manager.findBy(Job, { name: 'check-import' })).toMatchObject([
        { payload: { importId: id } },
      ]);
    });

    it('is read and checked: counts, problems with masked cells, rows sealed', async () => {
      await app.run('check-import', id);
      const job = await app.imports.job(officer, id);
      expect(job).toMatchObject({
        state: 'CHECKED',
        rowCount: 4,
        newCount: 2,
        wrongCount: 2,
        warnedCount: 1,
        encoding: 'UTF-8',
      });
      const problems = await app.imports.problems(job, 100, 0);
      expect(problems.map(({ row, column, code, typed }) => [row, column, code, typed])).toEqual([
        [3, '联系电话', 'PHONE_FORMAT', '*****'],
        [4, '证件有效期至', 'CERT_EXPIRED', '2020-01-01'],
        [5, '残疾人证号', 'DUPLICATE_IN_FILE', '6403****************'],
      ]);
      expect(await app.imports.problems(job, 1, 3)).toHaveLength(1);
      expect(await database.dataSource.manager.countBy(ImportFilePart, { jobId: id })).toBe(0);
      expect(JSON.stringify(await rowsOf(id))).not.toContain(idNumber(1));
      expect(await database.dataSource.manager.count(Person)).toBe(0);
    });

    it('is read once more from the start when its job runs twice', async () => {
      await app.run('check-import', id);
      expect(await rowsOf(id)).toHaveLength(4);
    });

    it('is nobody else’s: another county and another role find nothing', async () => {
      await expect(app.imports.job(otherCounty, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.imports.job(counsellor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.imports.receive(counsellor, 'people', { fileName: 'a.csv', content })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(app.imports.receive(officer, 'planets', { fileName: 'a.csv', content })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('lets a wrong row be mended in the page, with the same checks', async () => {
      const row = await app.imports.row(officer, id, 3);
      expect(row.cells.find((cell) => cell.key === 'phone')).toEqual({
        key: 'phone',
        header: '联系电话',
        value: '12345',
      });
      const still = await app.imports.fixRow(officer, id, 3, row.version, [{ key: 'phone', value: '123' }]);
      expect(still).toMatchObject({ state: 'WRONG', problems: [expect.objectContaining({ code: 'PHONE_FORMAT' })] });
      await expect(
        app.imports.fixRow(officer, id, 3, row.version, [{ key: 'phone', value: '13800000001' }]),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      await expect(
        app.imports.fixRow(officer, id, 3, still.version, [{ key: 'planet', value: '1' }]),
      ).rejects.toMatchObject({ code: 'VALIDATION' });
      const fixed = await app.imports.fixRow(officer, id, 3, still.version, [{ key: 'phone', value: '13800000001' }]);
      expect(fixed).toMatchObject({ state: 'GOOD', problems: [] });
      const twin = await app.imports.row(officer, id, 5);
      const same = await app.imports.fixRow(officer, id, 5, twin.version, [{ key: 'name', value: '甲三' }]);
      expect(same.problems).toMatchObject([{ code: 'DUPLICATE_IN_FILE', message: '和第 2 行是同一人' }]);
      const job = await app.imports.job(officer, id);
      expect(job).toMatchObject({
        newCount: 3,
        wrongCount: 1,
        warnedCount: 1,
        codes: { CERT_EXPIRED: 1, DUPLICATE_IN_FILE: 1 },
      });
    });

    it('gives back the workbook with 检查结果 and 问题说明 in the user’s own rows', async () => {
      const job = await app.imports.job(officer, id);
      const stream = markedWorkbook(
        app.kinds.get('people'),
        job.presentColumns,
        app.imports.stagedRows(job),
        '由 残联干部甲 下载',
      );
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await bytesOf(stream)) as unknown as ArrayBuffer);
      const sheet = book.worksheets[0] as ExcelJS.Worksheet;
      const header = (sheet.getRow(1).values as string[]).slice(1);
      expect(header.slice(-2)).toEqual(['检查结果', '问题说明']);
      const verdicts = [2, 3, 4, 5].map((row) => sheet.getRow(row).getCell(header.length - 1).text);
      expect(verdicts).toEqual(['可以用', '可以用', '可以用，有提醒', '要改']);
      expect(sheet.getRow(5).getCell(header.length).text).toContain('和第 2 行是同一人');
      expect(book.worksheets[1]?.getCell('A1').text).toBe('由 残联干部甲 下载');
      const again = await app.imports.receive(officer, 'people', {
        fileName: 'b.xlsx',
        content: Buffer.from(await book.xlsx.writeBuffer()),
      });
      await app.run('check-import', again.id);
      expect(await app.imports.job(officer, again.id)).toMatchObject({
        state: 'CHECKED',
        rowCount: 4,
        unknownColumns: [],
      });
      await app.imports.discard(officer, again.id);
      expect(await rowsOf(again.id)).toEqual([]);
    });

    it('commits the good rows once, however often it is asked, and drops what was staged of them', async () => {
      await expect(app.imports.commit(officer, id, 'ALL')).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await app.imports.commit(officer, id, 'GOOD')).toMatchObject({ state: 'COMMITTING' });
      expect(await app.imports.commit(officer, id, 'GOOD')).toMatchObject({ state: 'COMMITTING' });
      await app.run('commit-import', id);
      await app.run('commit-import', id);
      expect(await app.imports.job(officer, id)).toMatchObject({ state: 'COMMITTED', committedCount: 3 });
      expect(await database.dataSource.manager.count(Person)).toBe(3);
      expect((await rowsOf(id)).map((row) => row.state)).toEqual(['WRONG']);
      await expect(app.imports.discard(officer, id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await expect(app.imports.fixRow(officer, id, 5, 1, [])).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('is recognised when the same file comes again', async () => {
      const again = await app.imports.receive(officer, 'people', { fileName: 'a.csv', content });
      await app.run('check-import', again.id);
      const job = await app.imports.job(officer, again.id);
      expect(job.fileProblems).toMatchObject([{ code: 'FILE_SEEN', severity: 'info' }]);
      expect(job).toMatchObject({ state: 'CHECKED', newCount: 0, unchangedCount: 2, wrongCount: 2 });
    });
  });

  it('shows no number of a person in clear: not in a file name, a header, or the wrong column', async () => {
    const account = '6217000000000000004';
    const content = csvOf([
      personCells(40, { 户籍区划: idNumber(40) }),
      personCells(41, { 就业状况: `未就业${account}`, 求职意愿: `${idNumber(41)}43` }),
      personCells(42, { 联系电话: idNumber(42), 期望月薪: '6217 0000 0000 0000 004' }),
    ]).replace('\r\n', `,备注${idNumber(43)}\r\n`);
    const fileName = `${idNumber(44)} 卡${account} ６４０３２４１９９００１０１００１４.csv`;
    const { id } = await app.imports.receive(officer, 'people', { fileName, content: Buffer.from(content) });
    await app.run('check-import', id);
    const job = await app.imports.job(officer, id);
    expect(job.fileName).toMatch(/^640\*{11}\d{3}[\dX] 卡\*{12}0004 640\*{11}0014\.csv$/);
    const problems = await app.imports.problems(job, 100, 0);
    expect(problems.map(({ column, typed }) => [column, typed])).toEqual([
      ['户籍区划', expect.stringMatching(/^640\*{11}.{4}$/)],
      ['就业状况', '未就业************0004'],
      ['求职意愿', '6403****************'],
      ['联系电话', expect.stringMatching(/^640\*{11}.{4}$/)],
      ['期望月薪', '************0004'],
    ]);
    const stored = JSON.stringify([
      await database.dataSource.manager.findOneBy(ImportJob, { id }),
      (await rowsOf(id)).map((row) => row.problems),
      problems,
    ]);
    expect(stored).not.toMatch(/\d{15}/);
  });

  it('never cuts a text in silence: one that is too long is a problem of its row, also where the whole row is', async () => {
    const skills = (count: number) =>
      Array.from({ length: count }, (_, index) => `技能${index}${'长'.repeat(40)}`).join('、');
    const names = KEYS.filter((key) => !['姓名', '残疾人证号', '户籍区划', '就业状况', '技能'].includes(key));
    const wide = Object.fromEntries(names.map((key) => [key, '宽'.repeat(900)]));
    const rows = [
      personCells(50, { 技能: skills(15) }),
      personCells(51, { 技能: skills(30) }),
      personCells(52, { ...wide, 技能: skills(15) }),
    ];
    const { id } = await app.imports.receive(officer, 'people', {
      fileName: 'wide.csv',
      content: Buffer.from(csvOf(rows)),
    });
    await app.run('check-import', id);
    const job = await app.imports.job(officer, id);
    expect(job).toMatchObject({ newCount: 1, wrongCount: 2 });
    const ofSkills = async () =>
      (await app.imports.problems(job, 100, 0)).filter(({ row, column }) => row === 3 && column === '技能');
    expect(await ofSkills()).toMatchObject([
      {
        code: 'NUMBER_RANGE',
        message: '「技能」太长，一格最多 1000 个字',
        typed: expect.stringMatching(/^技能0长+…$/),
      },
    ]);
    // It stays wrong when another cell of the row is mended, and when it is read again.
    const row = await app.imports.row(officer, id, 3);
    expect(row.cells.find(({ key }) => key === 'skills')?.value).toBe('');
    const still = await app.imports.fixRow(officer, id, 3, row.version, [{ key: 'name', value: '甲改' }]);
    expect(still.problems).toMatchObject([{ code: 'NUMBER_RANGE' }]);
    await app.imports.fixRow(officer, id, 3, still.version, [{ key: 'skills', value: '种植' }]);
    expect(await ofSkills()).toEqual([]);
    await app.imports.commit(officer, id, 'GOOD');
    await app.run('commit-import', id);
    const person = await app.people.findByIdNumber(idNumber(50));
    expect(person?.skills).toHaveLength(15);
    expect(person?.skills.at(-1)).toBe(`技能14${'长'.repeat(40)}`);
    expect((await app.people.findByIdNumber(idNumber(51)))?.skills).toEqual(['种植']);
    expect(await app.people.findByIdNumber(idNumber(52))).toBeNull();
  });

  it('shows and changes rows in clear for who uploaded them and for officers of the region; to others they do not exist', async () => {
    const upload = async (who: SignedIn, kind: string, header: string[]) => {
      const cells = { 残疾人证号: `${idNumber(1)}43`, 评估人: '王示例', 评估日期: '2026-03-01', 看: '9' };
      const content = Buffer.from(csvOf([cells], header));
      const { id } = await app.imports.receive(who, kind, { fileName: 'p.csv', content });
      await app.run('check-import', id);
      return id;
    };
    const id = await upload(counsellor, 'functional-profiles', ['残疾人证号', '评估人', '评估日期', '看']);
    const colleague: SignedIn = { ...counsellor, id: '00000000-0000-7000-8000-000000000004' };
    const { version, cells: shown } = await app.imports.row(counsellor, id, 2);
    // Only what the file has: the page sends back what it was shown.
    expect(shown.map(({ header }) => header)).toEqual(['残疾人证号', '评估人', '评估日期', '看']);
    const fix = (who: SignedIn) => app.imports.fixRow(who, id, 2, version, [{ key: 'assessor', value: '李示例' }]);
    for (const stranger of [colleague, otherCounty]) {
      await expect(app.imports.row(stranger, id, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(fix(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.imports.jobInClear(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await app.imports.job(colleague, id)).toMatchObject({ state: 'CHECKED' });
    expect(await app.imports.jobInClear(counsellor, id)).toMatchObject({ id });
    expect(await app.imports.jobInClear(officer, id)).toMatchObject({ id });
    expect(await fix(officer)).toMatchObject({ version: version + 1 });
  });

  it('leaves an entry of each row of others that somebody sees, none of the own, and nothing of what stands there', async () => {
    const content = Buffer.from(csvOf([personCells(80), personCells(81)]));
    const { id } = await app.imports.receive(officer, 'people', { fileName: 'o.csv', content });
    await app.run('check-import', id);
    const other: SignedIn = { ...officer, id: '00000000-0000-7000-8000-000000000005' };
    const as = <T>(viewer: SignedIn, work: () => Promise<T>): Promise<T> =>
      actAs({ viewer, kind: 'VISITOR', action: 'import.use' }, work);
    const entries = async () =>
      (await database.dataSource.manager.find(AuditEntry, { where: { targetId: id }, order: { seq: 'ASC' } })).map(
        ({ actorId, action, targetKind, divisionCode, reason }) => [actorId, action, targetKind, divisionCode, reason],
      );
    const entry = (reason: string) => [other.id, 'import.rowsOfOthers', 'import-job', '640324000000', reason];

    await as(officer, () => app.imports.row(officer, id, 2));
    await as(officer, () => app.imports.wholeInClear(officer, id));
    await expect(as(otherCounty, () => app.imports.row(otherCounty, id, 2))).rejects.toThrow();
    await expect(as(other, () => app.imports.row(other, id, 99))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await entries()).toEqual([]);

    const { version } = await as(other, () => app.imports.row(other, id, 2));
    await as(other, () => app.imports.row(other, id, 3));
    await as(other, () => app.imports.wholeInClear(other, id));
    const seen = [entry('第 2 行'), entry('第 3 行'), entry('整份表格')];
    expect(await entries()).toEqual(seen);

    const fix = (at: number) =>
      as(other, () => app.imports.fixRow(other, id, 2, at, [{ key: 'phone', value: '13900000000' }]));
    await expect(fix(version + 7)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await entries()).toEqual(seen);
    await fix(version);
    expect(await entries()).toEqual([...seen, entry('改第 2 行')]);
    const dump = JSON.stringify(await database.dataSource.manager.find(AuditEntry));
    for (const secret of [idNumber(80), idNumber(81), '13900000000']) expect(dump).not.toContain(secret);
  });

  it('shows no row whose entry cannot be written', async () => {
    const content = Buffer.from(csvOf([personCells(85)]));
    const { id } = await app.imports.receive(officer, 'people', { fileName: 'n.csv', content });
    await app.run('check-import', id);
    const other: SignedIn = { ...officer, id: '00000000-0000-7000-8000-000000000005' };
    const look = () =>
      actAs({ viewer: other, kind: 'VISITOR', action: 'import.use' }, () => app.imports.row(other, id, 2));
    broken = true;
    await expect(look()).rejects.toThrow('no audit today');
    broken = false;
    expect(await look()).toMatchObject({ row: 2 });
  });

  it('names the sheet that was read when another one holds something too', async () => {
    const book = new ExcelJS.Workbook();
    for (const [name, index] of [
      ['一村', 60],
      ['二村', 61],
    ] as const) {
      const cells = personCells(index);
      book.addWorksheet(name).addRows([KEYS, KEYS.map((key) => cells[key] ?? '')]);
    }
    const content = Buffer.from(await book.xlsx.writeBuffer());
    const { id } = await app.imports.receive(officer, 'people', { fileName: 'two.xlsx', content });
    await app.run('check-import', id);
    const job = await app.imports.job(officer, id);
    expect(job).toMatchObject({ state: 'CHECKED', newCount: 1 });
    expect(await app.imports.problems(job, 100, 0)).toMatchObject([
      { row: null, code: 'FILE_SHEETS', severity: 'warning', message: '只读了工作表「一村」，另有 1 张没有读' },
    ]);
  });

  it('throws nothing away once rows were written, also by a commit that failed half-way', async () => {
    const upload = async (rows: number, from: number) => {
      const content = Buffer.from(csvOf(Array.from({ length: rows }, (_, index) => personCells(from + index))));
      const { id } = await app.imports.receive(officer, 'people', { fileName: 'w.csv', content });
      await app.run('check-import', id);
      await app.imports.commit(officer, id, 'GOOD');
      return id;
    };
    const refused = { code: 'STATE_CONFLICT', message: '已经写入的导入不能作废。' };
    const whole = await upload(1, 26_000);
    await expect(app.imports.discard(officer, whole)).rejects.toMatchObject(refused);
    await app.run('commit-import', whole);
    await expect(app.imports.discard(officer, whole)).rejects.toMatchObject(refused);
    const half = await upload(600, 26_100);
    await expect(app.run('commit-import', half, 3, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await app.imports.job(officer, half)).toMatchObject({ state: 'FAILED', committedCount: 500 });
    await expect(app.imports.discard(officer, half)).rejects.toMatchObject(refused);
    expect(await app.imports.job(officer, half)).toMatchObject({ state: 'FAILED' });
  });

  it('keeps every row when a check is taken over while it runs: the first run writes nothing more', async () => {
    const rows = Array.from({ length: 1_800 }, (_, index) => personCells(20_000 + index));
    const { id } = await app.imports.receive(officer, 'people', {
      fileName: 'over.csv',
      content: Buffer.from(csvOf(rows)),
    });
    const kind = app.kinds.get('people');
    const { check } = kind;
    let calls = 0;
    let second: Promise<void> | undefined;
    kind.check = async (...given) => {
      calls += 1;
      // In the middle of the first run: its lease is lost and another worker starts afresh, to its end.
      if (calls === 2) {
        second = app.run('check-import', id);
        await second;
      }
      return check.apply(kind, given);
    };
    await app.run('check-import', id);
    kind.check = check;
    expect(await app.imports.job(officer, id)).toMatchObject({ state: 'CHECKED', rowCount: 1_800, newCount: 1_800 });
    expect(await rowsOf(id)).toHaveLength(1_800);
  });

  it('loses no row when two workers check one file at once', async () => {
    const rows = Array.from({ length: 1_800 }, (_, index) => personCells(22_000 + index));
    const { id } = await app.imports.receive(officer, 'people', {
      fileName: 'twice.csv',
      content: Buffer.from(csvOf(rows)),
    });
    await Promise.all([app.run('check-import', id), app.run('check-import', id)]);
    expect(await app.imports.job(officer, id)).toMatchObject({ state: 'CHECKED', rowCount: 1_800, newCount: 1_800 });
    expect(await rowsOf(id)).toHaveLength(1_800);
  });

  it('stops a check between two batches when its job was taken away', async () => {
    const rows = Array.from({ length: 1_800 }, (_, index) => personCells(24_000 + index));
    const { id } = await app.imports.receive(officer, 'people', {
      fileName: 'stop.csv',
      content: Buffer.from(csvOf(rows)),
    });
    await expect(app.run('check-import', id, 1, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await rowsOf(id)).toHaveLength(500);
    await app.run('check-import', id, 2);
    expect(await rowsOf(id)).toHaveLength(1_800);
  });

  it('goes on behind the last chunk when the commit was killed, and two runners do not write one chunk twice', async () => {
    const rows = Array.from({ length: 2_300 }, (_, index) => personCells(5_000 + index));
    const { id } = await app.imports.receive(officer, 'people', {
      fileName: 'c.csv',
      content: Buffer.from(csvOf(rows)),
    });
    await app.run('check-import', id);
    await app.imports.commit(officer, id, 'ALL');
    const before = await database.dataSource.manager.count(Person);
    const kind = app.kinds.get('people');
    const { commit } = kind;
    let calls = 0;
    kind.commit = (...given) => {
      calls += 1;
      if (calls === 2) throw new Error('power cut');
      return commit.apply(kind, given);
    };
    await expect(app.run('commit-import', id)).rejects.toThrow('power cut');
    kind.commit = commit;
    expect(await app.imports.job(officer, id)).toMatchObject({ state: 'COMMITTING', committedCount: 500 });
    await Promise.allSettled([app.run('commit-import', id), app.run('commit-import', id)]);
    await app.run('commit-import', id);
    expect(await app.imports.job(officer, id)).toMatchObject({ state: 'COMMITTED', committedCount: 2_300 });
    expect(await database.dataSource.manager.count(Person)).toBe(before + 2_300);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('gives others their turn between two chunks, while a long file is checked and committed', async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => personCells(8_000 + index));
    const content = Buffer.from(csvOf(rows));
    const { id } = await app.imports.receive(officer, 'people', { fileName: 'long.csv', content });
    const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 1);
      await work();
      clearInterval(timer);
      return turns;
    };
    expect(await turnsDuring(() => app.run('check-import', id))).toBeGreaterThanOrEqual(7);
    await app.imports.commit(officer, id, 'GOOD');
    expect(await turnsDuring(() => app.run('commit-import', id))).toBeGreaterThanOrEqual(7);
  });

  it('fails with the reason of a file that cannot be read, and after the last try of one that we cannot read', async () => {
    const bad = await app.imports.receive(officer, 'people', { fileName: 'd.xlsx', content: Buffer.from('%PDF-1.7') });
    await app.run('check-import', bad.id);
    const job = await app.imports.job(officer, bad.id);
    expect(job).toMatchObject({
      state: 'FAILED',
      fileProblems: [{ code: 'FILE_NOT_WORKBOOK', message: '不是表格文件，请传 .xlsx 或 .csv' }],
    });
    await expect(app.imports.commit(officer, bad.id, 'GOOD')).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    await expect(
      app.imports.receive(officer, 'people', { fileName: 'e.csv', content: Buffer.alloc(0) }),
    ).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(
      app.imports.receive(officer, 'people', { fileName: 'e.csv', content: Buffer.from('\ufeff') }),
    ).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(
      app.imports.receive(officer, 'people', { fileName: 'e.csv', content: Buffer.alloc(21 * 1024 * 1024) }),
    ).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });

    const kind = app.kinds.get('people');
    const { check } = kind;
    const ours = await app.imports.receive(officer, 'people', {
      fileName: 'f.csv',
      content: Buffer.from(csvOf([personCells(9)])),
    });
    kind.check = () => Promise.reject(new Error('our mistake'));
    await expect(app.run('check-import', ours.id, 1)).rejects.toThrow('our mistake');
    expect(await app.imports.job(officer, ours.id)).toMatchObject({ state: 'READING' });
    await expect(app.run('check-import', ours.id, 3)).rejects.toThrow('our mistake');
    kind.check = check;
    expect(await app.imports.job(officer, ours.id)).toMatchObject({ state: 'FAILED' });
    expect(await database.dataSource.manager.countBy(ImportFilePart, { jobId: ours.id })).toBe(0);
  });

  it.each(['people', 'household-members', 'functional-profiles'])(
    'hands out a template of %s that reads back',
    async (name) => {
      const kind = app.kinds.get(name);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await templateOf(kind)) as unknown as ArrayBuffer);
      expect(book.worksheets[0]?.name).toBe('填写说明');
      const sheet = book.getWorksheet(kind.title) as ExcelJS.Worksheet;
      expect(sheet.getCell('A2').text).toBe('示例');
      expect(sheet.getColumn(3).numFmt).toBe('@');
      const viewer = officer;
      const empty = await app.imports.receive(viewer, name, {
        fileName: 't.xlsx',
        content: Buffer.from(await book.xlsx.writeBuffer()),
      });
      await app.run('check-import', empty.id);
      expect((await app.imports.job(viewer, empty.id)).fileProblems).toMatchObject([{ code: 'FILE_EMPTY' }]);

      // The sample itself is right: as a row of its own it has no cell that is wrong.
      sheet.getCell('A2').value = '1';
      const filled = await app.imports.receive(viewer, name, {
        fileName: 't.xlsx',
        content: Buffer.from(await book.xlsx.writeBuffer()),
      });
      await app.run('check-import', filled.id);
      const job = await app.imports.job(viewer, filled.id);
      expect(job).toMatchObject({ state: 'CHECKED', rowCount: 1 });
      const codes = Object.keys(job.codes);
      expect(codes.filter((code) => code !== 'UNKNOWN_PERSON')).toEqual([]);

      const version = book.getWorksheet('填写说明')?.getCell('B2') as ExcelJS.Cell;
      expect(version.text).toBe(`${name}/1`);
      version.value = `${name}/0`;
      const old = await app.imports.receive(viewer, name, {
        fileName: 't.xlsx',
        content: Buffer.from(await book.xlsx.writeBuffer()),
      });
      await app.run('check-import', old.id);
      expect(await app.imports.job(viewer, old.id)).toMatchObject({
        state: 'FAILED',
        fileProblems: [{ code: 'TEMPLATE_OLD' }],
      });
    },
  );
});
