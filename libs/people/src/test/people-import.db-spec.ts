import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { ImportJob } from '@tongxing/imports';
import { DomainError } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import iconv from 'iconv-lite';
import { Household, Person } from '../person.entity.js';
import { csvOf, entities, idNumber, personCells, services } from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-people-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('500 people in GB18030 with ten kinds of wrong rows', () => {
    /** row index → what is wrong with it, and the code and column that must be found */
    const wrong: Record<number, { over: Record<string, string>; code: string; column: string }> = {
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
    const rows = Array.from({ length: 500 }, (_, index) => personCells(index, wrong[index]?.over ?? {}));
    rows[20] = personCells(20, { 姓名: '㐀𬘬' });
    rows[30] = personCells(30, { 证件有效期至: '2020-01-01' });
    rows[31] = personCells(31, { 银行账号: '6217000000000000005' });
    const content = iconv.encode(csvOf(rows), 'gb18030');

    it('finds each with its row number and code, and writes nothing on a dry run', async () => {
      const { result, encoding, jobId } = await app.direct.importFile('people', file('a.csv', content), {
        dryRun: true,
      });
      expect(encoding).toBe('GB18030');
      expect(jobId).toBeUndefined();
      const expected = Object.entries(wrong).map(([index, { code, column }]) => [Number(index) + 2, column, code]);
      const errors = result.problems.filter((problem) => problem.severity === 'error');
      expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
      const warnings = result.problems.filter((problem) => problem.severity === 'warning');
      expect(warnings.map(({ row, code }) => [row, code])).toEqual([
        [32, 'CERT_EXPIRED'],
        [33, 'ACCOUNT_CHECKSUM'],
      ]);
      expect(result).toMatchObject({
        kind: 'people',
        rows: 500,
        new: 488,
        changed: 0,
        unchanged: 0,
        wrong: 12,
        warned: 2,
        committed: false,
      });
      expect(errors.find((problem) => problem.code === 'DUPLICATE_IN_FILE')?.message).toBe('和第 5 行是同一人');
      expect(JSON.stringify(result)).not.toMatch(/\d{11}/);
      expect(await database.dataSource.manager.count(Person)).toBe(0);
      expect(await database.dataSource.manager.count(ImportJob)).toBe(0);
    });

    it('refuses the whole file where all or nothing was asked', async () => {
      const { result } = await app.direct.importFile('people', file('a.csv', content), { mode: 'ALL' });
      expect(result).toMatchObject({ committed: false, wrong: 12 });
      expect(await database.dataSource.manager.count(Person)).toBe(0);
    });

    it('commits the good rows, sealed, and puts each into the change feed', async () => {
      const progress: number[] = [];
      const { result, jobId } = await app.direct.importFile('people', file('a.csv', content), {
        onProgress: ({ rows: seen }) => progress.push(seen),
      });
      expect(result).toMatchObject({ new: 488, wrong: 12, committed: true });
      expect(progress).toEqual([500]);
      const { manager } = database.dataSource;
      expect(await manager.findOneByOrFail(ImportJob, { id: jobId as string })).toMatchObject({
        state: 'COMMITTED',
        rowCount: 500,
        committedCount: 488,
        wrongCount: 12,
        codes: expect.objectContaining({ REQUIRED: 1, CERT_EXPIRED: 1 }),
      });
      expect(await manager.count(Person)).toBe(488);
      expect(await manager.count(Household)).toBeGreaterThan(200);
      expect(await manager.countBy(MatchChange, { entity: 'person' })).toBe(488);
      const person = (await app.people.findByCertificate(`${idNumber(20)}43B1`)) as Person;
      expect(person).toMatchObject({
        name: '㐀𬘬',
        sex: expect.any(String),
        wantedWageFen: 250_000,
        skills: ['种植', '养殖'],
        state: 'ACTIVE',
      });
      expect(app.people.secretsOf(person)).toMatchObject({
        idNumber: idNumber(20),
        category: 4,
        grade: 3,
        phone: '13800000020',
      });
      expect(await app.people.payeeOf(person.id)).toEqual({ name: '甲20', account: '6217000000000000004' });
      const stored = JSON.stringify(await manager.query('SELECT * FROM person'));
      expect(stored).not.toContain(idNumber(20));
      expect(stored).not.toContain('13800000020');
      expect(stored).not.toContain('6217000000000000004');
    });

    it('changes nothing when the same file comes again, and says that it came before', async () => {
      const { result } = await app.direct.importFile('people', file('a.csv', content));
      expect(result).toMatchObject({ new: 0, changed: 0, unchanged: 488, wrong: 12, committed: true });
      expect(result.problems[0]).toMatchObject({
        row: null,
        code: 'FILE_SEEN',
        severity: 'info',
        message: '11月23日传过同样的文件：看那次结果',
      });
      expect(await database.dataSource.manager.countBy(MatchChange, { entity: 'person' })).toBe(488);
    });
  });

  it('changes what differs, keeps what a file does not speak of, and empties what it leaves blank', async () => {
    const header = ['姓名', '残疾人证号', '户籍区划', '就业状况', '联系电话'];
    const cells = personCells(0, { 就业状况: '已就业', 联系电话: '' });
    const { result } = await app.direct.importFile('people', file('b.csv', csvOf([cells], header)));
    expect(result).toMatchObject({ new: 0, changed: 1, unchanged: 0, wrong: 0 });
    const person = (await app.people.findByIdNumber(idNumber(0))) as Person;
    expect(person).toMatchObject({
      employmentStatus: 'EMPLOYED',
      wantedWageFen: 250_000,
      householdId: expect.any(String),
    });
    const secrets = app.people.secretsOf(person);
    expect(secrets.phone).toBeUndefined();
    expect(secrets.accountNumber).toBe('6217000000000000004');
  });

  it('takes a person on a 残疾军人证 alone, whose ID number must then be given', async () => {
    const veteran = { 残疾人证号: '', 残疾军人证号: '军字第00123号' };
    const rows = [
      personCells(600, { ...veteran, 身份证号: idNumber(600) }),
      personCells(601, veteran),
      personCells(602, { 残疾人证号: '' }),
      personCells(603, { ...veteran, 残疾军人证号: '军!', 身份证号: idNumber(603) }),
    ];
    const { result } = await app.direct.importFile('people', file('c.csv', csvOf(rows)));
    expect(result).toMatchObject({ new: 1, wrong: 3 });
    expect(result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '身份证号', 'REQUIRED'],
      [4, '残疾人证号', 'REQUIRED'],
      [5, '残疾军人证号', 'CERT_LENGTH'],
    ]);
    const person = await app.people.findByCertificate('军字第00123号');
    expect(person?.idBlind).toBe((await app.people.findByIdNumber(idNumber(600)))?.idBlind);
    expect(app.people.secretsOf(person as Person).category).toBeUndefined();
  });

  it('refuses a birth of more than 120 years ago, a county where a township is needed, and a status of tomorrow', async () => {
    const born = (day: string) => withIdCheckDigit(`640324${day}151`);
    const rows = [
      personCells(610, { 残疾人证号: `${born('18961201')}43` }),
      personCells(611, { 残疾人证号: '', 残疾军人证号: '军字第00611号', 身份证号: born('18961201') }),
      personCells(612, { 户籍区划: '640324' }),
      personCells(613, { 户籍区划: '640324000000' }),
      personCells(614, { 状态: '死亡', 状态日期: '2026-11-24' }),
      personCells(615, { 状态: '死亡', 状态日期: '2026-11-23' }),
    ];
    const { result } = await app.direct.importFile('people', file('h.csv', csvOf(rows)), { dryRun: true });
    expect(result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '残疾人证号', 'ID_DATE'],
      [3, '身份证号', 'ID_DATE'],
      [4, '户籍区划', 'DIVISION_UNKNOWN'],
      [5, '户籍区划', 'DIVISION_UNKNOWN'],
      [6, '状态日期', 'DATE_ORDER'],
    ]);
    expect(result).toMatchObject({ new: 1, wrong: 5 });
  });

  it('keeps to the region of who imports: divisions and people of another county are refused', async () => {
    const scope = { divisionScope: '360734' };
    const path = file('d.csv', csvOf([personCells(1), personCells(2, { 户籍区划: '360734100000' })]));
    const { result } = await app.direct.importFile('people', path, { scope });
    expect(result.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'DIVISION_UNKNOWN'],
      [3, 'DIVISION_UNKNOWN'],
    ]);
  });

  it('goes on where a stop has left it: every row once', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => personCells(1_000 + index));
    const path = file('e.csv', csvOf(rows));
    const stop = new Error('power cut');
    await expect(
      app.direct.importFile('people', path, {
        onProgress: ({ committed }) => {
          if (committed >= 1_000) throw stop;
        },
      }),
    ).rejects.toThrow(stop);
    const before = await database.dataSource.manager.count(Person);
    const { result } = await app.direct.importFile('people', path);
    expect(result).toMatchObject({ rows: 2_500, new: 1_500, unchanged: 1_000, wrong: 0 });
    expect(await database.dataSource.manager.count(Person)).toBe(before + 1_500);
  });

  it('answers a file that cannot be read with its code, and commits nothing', async () => {
    const { result } = await app.direct.importFile('people', file('f.csv', '姓名,地址\n甲,乙\n'));
    expect(result).toMatchObject({ rows: 0, committed: false });
    expect(result.problems.map((problem) => problem.message)).toEqual([
      '缺少「户籍区划」这一列',
      '缺少「就业状况」这一列',
      '缺少「残疾人证号」或「残疾军人证号」这一列',
    ]);
    const gone = app.direct.importFile('people', join(folder, 'none.csv'));
    await expect(gone).rejects.toThrow(DomainError);
    await expect(app.direct.importFile('planets', path())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(app.direct.importFile('people', path(), { encoding: 'BIG5' })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it.each([
    ['a quote that is never closed', (text: string) => `${text}\r\n"甲`],
    ['a cell longer than any roster holds', (text: string) => `${text}\r\n${'长'.repeat(40_000)},1`],
  ])('writes nothing of a file that is refused at its end: %s', async (_, damage) => {
    const { manager } = database.dataSource;
    const counts = async () => [await manager.count(Person), await manager.count(ImportJob)];
    const before = await counts();
    const rows = Array.from({ length: 1_200 }, (__, index) => personCells(8_000 + index));
    const { result } = await app.direct.importFile('people', file('tail.csv', damage(csvOf(rows))));
    expect(result).toMatchObject({ committed: false, rows: 0 });
    expect(result.problems.map(({ row, code }) => [row, code])).toEqual([
      [null, expect.stringMatching(/^FILE_(REJECTED|TOO_LARGE)$/)],
    ]);
    expect(await counts()).toEqual(before);
  });

  it('leaves a kind to its feature that takes whole files, and says where', async () => {
    const whole = Object.create(app.kinds.get('people'), {
      kind: { value: 'whole-file' },
      takenBy: { value: 'importBankReturn' },
    });
    app.kinds.register(whole);
    for (const dryRun of [false, true])
      await expect(app.direct.importFile('whole-file', path(), { dryRun })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        field: 'kind',
        hint: expect.stringContaining('importBankReturn'),
      });
  });
  const path = (): string => file('g.csv', csvOf([personCells(1)]));

  it('gives the match engine facts without name, category or grade', async () => {
    const first = await app.people.matchFacts({ afterId: '', limit: 3 });
    expect(first).toHaveLength(3);
    const next = await app.people.matchFacts({ afterId: first[2]?.id as string, limit: 1 });
    expect((next[0]?.id ?? '') > (first[2]?.id ?? '')).toBe(true);
    const [one] = await app.people.matchFacts({ ids: [first[0]?.id as string] });
    expect(one).toEqual(first[0]);
    expect(Object.keys(one ?? {}).sort()).not.toEqual(expect.arrayContaining(['name', 'secrets', 'idBlind']));
    expect(one).toMatchObject({
      profile: null,
      skills: ['种植', '养殖'],
      wantsWork: true,
      registeredAt: expect.any(Date),
    });
  });
});
