import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { whereBlind } from '@tongxing/database';
import { blindId } from '@tongxing/people';
import { CountedHire, QuotaReturn } from '../quota.entity.js';
import {
  certificate,
  COUNTING_PARAMETERS,
  creditCode,
  employerCells,
  entities,
  found,
  headcountCells,
  hireCells,
  idNumber,
  personCells,
  services,
} from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const manager = () => database.dataSource.manager;
  const hireOf = async (person: number, region = '640324'): Promise<CountedHire | undefined> =>
    (
      await manager().findBy(
        CountedHire,
        whereBlind<CountedHire>('idBlind', [blindId(app.crypto, idNumber(person, region))]),
      )
    )[0];

  beforeAll(async () => {
    database = await engine.open();
    folder = mkdtempSync(join(tmpdir(), 'tongxing-quota-'));
    app = services(database, folder);
    await app.parameters.loadDemo(COUNTING_PARAMETERS, []);
    await app.bring('employers', [
      ...[0, 1, 2].map((index) => employerCells(index)),
      employerCells(9, { 统一社会信用代码: creditCode(9, '360734'), 区划: '360734100000' }),
    ]);
    await app.bring('people', [
      ...Array.from({ length: 40 }, (_, index) => personCells(index)),
      personCells(40, { 残疾人证号: certificate(40, 1) }),
      personCells(41, { 证件有效期至: '2026-01-01' }),
      personCells(42, { 状态: '注销', 状态日期: '2025-05-01' }),
    ]);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('declared hires', () => {
    it('come in once however often they come, linked to the roster, with what identifies them sealed', async () => {
      const rows = Array.from({ length: 10 }, (_, person) => hireCells(0, person));
      expect(await app.bring('hires', rows)).toMatchObject({ rows: 10, new: 10, wrong: 0, warned: 0, committed: true });
      expect(await app.bring('hires', rows)).toMatchObject({ new: 0, changed: 0, unchanged: 10 });
      expect(await manager().count(CountedHire)).toBe(10);
      expect(await hireOf(3)).toMatchObject({
        employerId: await app.idOf(0),
        year: 2025,
        personId: expect.any(String),
        sex: 'MALE',
        birthOn: '1990-06-15',
        form: 'LABOUR_CONTRACT',
        countedHere: true,
        contractTo: null,
        monthlyWageFen: Array.from({ length: 12 }, () => 300_000),
        insuranceMonths: { PENSION: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], UNEMPLOYMENT: [] },
      });
      const stored = JSON.stringify(await manager().query('SELECT * FROM counted_hire'));
      expect(stored).not.toContain(idNumber(3));
      expect(stored).not.toContain(certificate(3));
    });

    it('change where a row differs, and keep what a file does not speak of', async () => {
      const { 统一社会信用代码, 年度, 姓名, 身份证号, 残疾人证号, 用工形式, 合同起 } = hireCells(0, 3);
      const row = { 统一社会信用代码, 年度, 姓名, 身份证号, 残疾人证号, 用工形式, 合同起, '12月工资': '' };
      const result = await app.bring('hires', [row as Record<string, string>]);
      expect(result).toMatchObject({ changed: 1, wrong: 0 });
      const hire = await hireOf(3);
      expect(hire?.monthlyWageFen[11]).toBeNull();
      expect(hire?.monthlyWageFen[10]).toBe(300_000);
      expect(hire?.insuranceMonths.MEDICAL).toHaveLength(12);
    });

    it('are refused row by row, each with its row, column and code', async () => {
      const result = await app.bring(
        'hires',
        [
          hireCells(0, 20),
          hireCells(77, 21),
          hireCells(0, 21, { 统一社会信用代码: '91640324MA76XY016E' }),
          hireCells(0, 21, { 年度: '2027' }),
          hireCells(0, 22, { 姓名: '' }),
          hireCells(0, 23, { 身份证号: '640324199001010015' }),
          hireCells(0, 24, { 残疾人证号: certificate(25) }),
          hireCells(0, 26, { 残疾人证号: `${idNumber(26)}45` }),
          hireCells(0, 27, { 残疾人证号: '' }),
          hireCells(0, 28, { 残疾人证号: '', 残疾军人证号: '军字第00123号' }),
          hireCells(0, 29, { 用工形式: '打零工' }),
          hireCells(0, 30, { 用工形式: '劳务派遣' }),
          hireCells(0, 31, { 合同止: '2023-12-31' }),
          hireCells(0, 32, { 合同起: '2025-03-01', 合同止: '2026-02-27' }),
          hireCells(0, 33, { '3月工资': '三千' }),
          hireCells(0, 34, { 养老缴费月份: '1-13' }),
          hireCells(0, 20),
          hireCells(0, 35, { 残疾人证号: `${idNumber(35)}42` }),
          hireCells(0, 200),
          hireCells(0, 36, { 残疾军人证号: '军!', 残疾军人等级: '11' }),
          hireCells(0, 37, { 残疾人证号: '6.40324E+19' }),
        ],
        { dryRun: true },
      );
      const errors = result.problems.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
        [3, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
        [4, '统一社会信用代码', 'CREDIT_CODE'],
        [5, '年度', 'NUMBER_RANGE'],
        [6, '姓名', 'REQUIRED'],
        [7, '身份证号', 'ID_CHECKSUM'],
        [8, '残疾人证号', 'ID_CERT_MISMATCH'],
        [9, '残疾人证号', 'CERT_CLASS'],
        [10, '残疾人证号', 'REQUIRED'],
        [11, '残疾军人等级', 'REQUIRED'],
        [12, '用工形式', 'VALUE_NOT_IN_LIST'],
        [13, '派遣方信用代码', 'REQUIRED'],
        [14, '合同止', 'DATE_ORDER'],
        [15, '合同止', 'CONTRACT_SHORT'],
        [16, '3月工资', 'NUMBER_RANGE'],
        [17, '养老缴费月份', 'NUMBER_RANGE'],
        [18, '身份证号', 'DUPLICATE_IN_FILE'],
        [19, '残疾人证号', 'ID_CERT_MISMATCH'],
        [20, '残疾人证号', 'UNKNOWN_PERSON'],
        [21, '残疾军人等级', 'NUMBER_RANGE'],
        [21, '残疾军人证号', 'CERT_LENGTH'],
        [22, '残疾人证号', 'NUMBER_MANGLED'],
      ]);
      expect(result).toMatchObject({ rows: 21, new: 1, wrong: 20 });
      expect(JSON.stringify(result.problems)).not.toMatch(/\d{17}/);
    });

    it('take a contract of exactly one year, and any on establishment', async () => {
      const rows = [
        hireCells(2, 11, { 合同起: '2025-03-01', 合同止: '2026-02-28' }),
        hireCells(2, 12, { 用工形式: '在编', 合同起: '2025-03-01', 合同止: '2025-04-01' }),
      ];
      expect(found(await app.bring('hires', rows, { dryRun: true })).map(([, , code]) => code)).not.toContain(
        'CONTRACT_SHORT',
      );
    });

    it('are warned of: months below the minimum wage, insurance gaps, invalid certificates, people who count twice', async () => {
      const result = await app.bring(
        'hires',
        [
          hireCells(0, 20, { '6月工资': '1800', '7月工资': '1999.99', '8月工资': '', '9月工资': '2000' }),
          hireCells(0, 21, { 养老缴费月份: '1-6、8-12' }),
          hireCells(0, 22, {
            合同起: '2025-10-15',
            合同止: '2026-10-14',
            '1月工资': '',
            '9月工资': '',
            养老缴费月份: '10-12',
          }),
          hireCells(0, 40, { 残疾人证号: certificate(40, 1) }),
          hireCells(0, 41),
          hireCells(0, 42),
          hireCells(0, 23, { 残疾军人证号: '军字第00123号', 残疾军人等级: '2' }),
          hireCells(0, 24, { 残疾军人证号: '军字第00124号', 残疾军人等级: '9' }),
        ],
        { dryRun: true },
      );
      expect(found(result)).toEqual([
        [2, '7月工资', 'WAGE_BELOW_MINIMUM'],
        [3, '养老缴费月份', 'INSURANCE_MONTHS'],
        [5, '残疾人证号', 'COUNTED_DOUBLE'],
        [6, '残疾人证号', 'CERT_EXPIRED'],
        [7, '残疾人证号', 'CERT_EXPIRED'],
        [8, '残疾军人证号', 'COUNTED_DOUBLE'],
      ]);
      expect(result.problems[0]?.message).toBe('7、8月工资低于最低工资');
      expect(result).toMatchObject({ wrong: 0, warned: 4, new: 8 });
    });

    it('of a month that has not ended are not warned of yet', async () => {
      const row = hireCells(0, 20, {
        年度: '2026',
        '11月工资': '',
        '12月工资': '',
        养老缴费月份: '1-10',
        医疗缴费月份: '1-10',
      });
      expect(found(await app.bring('hires', [row], { dryRun: true }))).toEqual([]);
    });

    it('of somebody certified elsewhere come in with a warning: cross-region hires count', async () => {
      const foreign = idNumber(5, '110105');
      const rows = [hireCells(1, 5, { 身份证号: foreign, 残疾人证号: `${foreign}43` })];
      const result = await app.bring('hires', rows);
      expect(result.problems).toMatchObject([{ row: 2, code: 'UNKNOWN_PERSON', severity: 'warning' }]);
      expect(result).toMatchObject({ new: 1, wrong: 0, warned: 1 });
      expect(await hireOf(5, '110105')).toMatchObject({ personId: null });
    });

    it('are warned of when another employer declares the same months, in the tables or in the file', async () => {
      const standing = await app.bring('hires', [hireCells(1, 4)], { dryRun: true });
      expect(found(standing)).toEqual([[2, '身份证号', 'DUPLICATE_OTHER_EMPLOYER']]);
      const inFile = await app.bring('hires', [hireCells(1, 15), hireCells(2, 15)], { dryRun: true });
      expect(found(inFile)).toEqual([[3, '身份证号', 'DUPLICATE_OTHER_EMPLOYER']]);
      const half = (employer: number, from: string, to: string) =>
        hireCells(employer, 16, { 合同起: from, 合同止: to });
      const changed = await app.bring(
        'hires',
        [half(1, '2024-01-01', '2025-06-30'), half(2, '2025-07-01', '2026-06-30')],
        { dryRun: true },
      );
      expect(found(changed)).toEqual([]);
    });

    it('know which side of a dispatch counts: the dispatching one unless the agreement says otherwise', async () => {
      const dispatch = (employer: number, person: number, side: string) =>
        hireCells(employer, person, { 用工形式: '劳务派遣', 派遣方信用代码: creditCode(1), 计入方: side });
      await app.bring('hires', [
        dispatch(1, 17, ''),
        dispatch(2, 17, ''),
        dispatch(1, 18, '接收单位'),
        dispatch(2, 18, '接收单位'),
      ]);
      const sides = await manager().findBy(CountedHire, { form: 'DISPATCH' });
      const one = await app.idOf(1);
      const here = (person: number) =>
        sides
          .filter(({ idBlind }) => idBlind === blindId(app.crypto, idNumber(person))[0])
          .map(({ employerId, countedHere }) => [employerId === one ? 'dispatcher' : 'receiver', countedHere])
          .sort();
      expect(here(17)).toEqual([
        ['dispatcher', true],
        ['receiver', false],
      ]);
      expect(here(18)).toEqual([
        ['dispatcher', false],
        ['receiver', true],
      ]);
    });

    it('keep to the own employer of a clerk and to the county of an officer', async () => {
      const rows = [hireCells(0, 20), hireCells(1, 21)];
      const own = { divisionScope: '640324', employerId: await app.idOf(0) };
      expect(found(await app.bring('hires', rows, { scope: own, dryRun: true }))).toEqual([
        [3, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
      ]);
      const county = { scope: { divisionScope: '360734' }, dryRun: true };
      expect(found(await app.bring('hires', rows, county)).map(([row]) => row)).toEqual([2, 3]);
      const nobody = { scope: { divisionScope: '640324', employerId: '' }, dryRun: true };
      expect(found(await app.bring('hires', rows, nobody)).map(([row]) => row)).toEqual([2, 3]);
    });
  });

  describe('headcounts', () => {
    it('come in once a year and employer', async () => {
      const rows = [
        headcountCells(0, 120, 7_200_000),
        headcountCells(1, 30, 1_800_000, { 季节工人数: '300', 季节工月数: '2' }),
      ];
      expect(await app.bring('headcounts', rows)).toMatchObject({ new: 2, wrong: 0, committed: true });
      expect(await app.bring('headcounts', rows)).toMatchObject({ new: 0, unchanged: 2 });
      const changed = [
        headcountCells(0, 120, 7_200_000, { '12月人数': '121' }),
        headcountCells(0, 120, 1, { 年度: '2024' }),
      ];
      expect(await app.bring('headcounts', changed)).toMatchObject({ new: 1, changed: 1 });
      expect(await manager().findBy(QuotaReturn, { employerId: await app.idOf(0), year: 2025 })).toMatchObject([
        { state: 'DRAFT', payrollFen: 720_000_000, dispatched: 0, monthlyHeadcount: expect.arrayContaining([121]) },
      ]);
    });

    it('are refused row by row, each with its row, column and code', async () => {
      const result = await app.bring('headcounts', [
        headcountCells(77, 10, 1),
        headcountCells(2, 10, 1, { 年度: '2027' }),
        headcountCells(2, 10, 1, { 年度: '2018' }),
        headcountCells(2, 10, 1, { '5月人数': '' }),
        headcountCells(1, 10, 1, { '5月人数': '-1' }),
        headcountCells(0, 0, 1),
        headcountCells(0, 10, 1, { 年度: '2023', 其中劳务派遣: '11' }),
        headcountCells(0, 10, 1, { 年度: '2022', 季节工人数: '5' }),
        headcountCells(0, 10, 1, { 年度: '2021', 季节工人数: '5', 季节工月数: '13' }),
        headcountCells(0, 10, 1, { 年度: '2020', 年工资总额: '' }),
        headcountCells(0, 10, 1, { 年度: '2023' }),
        headcountCells(0, 10, 0, { 年度: '2024' }),
      ]);
      expect(found(result)).toEqual([
        [2, '统一社会信用代码', 'UNKNOWN_EMPLOYER'],
        [3, '年度', 'NUMBER_RANGE'],
        [4, '年度', 'NUMBER_RANGE'],
        [5, '5月人数', 'REQUIRED'],
        [6, '5月人数', 'NUMBER_RANGE'],
        [7, '1月人数', 'NUMBER_RANGE'],
        [8, '其中劳务派遣', 'NUMBER_RANGE'],
        [9, '季节工月数', 'REQUIRED'],
        [10, '季节工月数', 'NUMBER_RANGE'],
        [11, '年工资总额', 'REQUIRED'],
        [12, '统一社会信用代码', 'DUPLICATE_IN_FILE'],
        [13, '年工资总额', 'NUMBER_RANGE'],
      ]);
      expect(result).toMatchObject({ rows: 12, wrong: 12, new: 0 });
    });

    it('of a return that was filed stay as they are, and so do its hires', async () => {
      const employerId = await app.idOf(0);
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state: 'FILED' }),
      );
      expect(found(await app.bring('headcounts', [headcountCells(0, 99, 1)]))).toEqual([
        [2, '年度', 'VALUE_NOT_IN_LIST'],
      ]);
      expect(found(await app.bring('hires', [hireCells(0, 20)]))).toEqual([[2, '年度', 'VALUE_NOT_IN_LIST']]);
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state: 'RETURNED' }),
      );
      expect(await app.bring('headcounts', [headcountCells(0, 99, 1)], { dryRun: true })).toMatchObject({ changed: 1 });
    });
  });

  describe('declared hires of a clerk', () => {
    const foreign = { 身份证号: idNumber(7, '110105'), 残疾人证号: `${idNumber(7, '110105')}43` };
    const veteran = { 残疾人证号: '', 残疾军人证号: '军字第00777号', 残疾军人等级: '5' };
    /** Known people, then unknown ones, in the same ways. */
    const pairs: [string, Record<string, string>, Record<string, string>][] = [
      [
        'another class or grade',
        { 残疾人证号: `${idNumber(20)}42` },
        { 身份证号: idNumber(200), 残疾人证号: `${idNumber(200)}42` },
      ],
      [
        'the certificate of somebody else',
        { 残疾人证号: certificate(21) },
        { 身份证号: idNumber(200), 残疾人证号: certificate(21) },
      ],
      ['a number that is no certificate', { 残疾人证号: '123' }, { 身份证号: idNumber(200), 残疾人证号: '123' }],
      ['any certificate of a veteran', veteran, { ...veteran, 身份证号: idNumber(200) }],
      [
        'a certificate that was cancelled',
        { 身份证号: idNumber(42), 残疾人证号: `${idNumber(42)}42` },
        { 身份证号: idNumber(200), 残疾人证号: `${idNumber(200)}42` },
      ],
      [
        'a person of another county',
        { ...foreign, 残疾人证号: `${foreign.身份证号}42` },
        { 身份证号: idNumber(8, '110105'), 残疾人证号: `${idNumber(8, '110105')}42` },
      ],
    ];
    const clerk = async () => ({ scope: { divisionScope: '640324', employerId: await app.idOf(0) }, dryRun: true });

    beforeAll(async () => {
      await app.bring('people', [personCells(300, foreign)]);
      await app.bring('hires', [hireCells(1, 20)]);
    });

    it.each(pairs)('say the same of somebody in the roster and of somebody unknown: %s', async (_, known, unknown) => {
      const answer = async (over: Record<string, string>) =>
        (await app.bring('hires', [hireCells(0, 20, over)], await clerk())).problems;
      const ofKnown = await answer(known);
      expect(ofKnown).toEqual(await answer(unknown));
      expect(ofKnown.map(({ code }) => code)).toContain('UNKNOWN_PERSON');
    });

    it('are taken with the certificate that the roster holds, and warned of like an officer’s', async () => {
      const rows = [hireCells(0, 22), hireCells(0, 42), hireCells(0, 20), hireCells(0, 5, foreign)];
      expect(found(await app.bring('hires', rows, await clerk()))).toEqual([
        [3, '残疾人证号', 'CERT_EXPIRED'],
        [4, '身份证号', 'DUPLICATE_OTHER_EMPLOYER'],
      ]);
    });

    it('stay told apart for an officer', async () => {
      const rows = [hireCells(0, 20, { 残疾人证号: `${idNumber(20)}42` }), hireCells(0, 200)];
      expect(found(await app.bring('hires', rows, { dryRun: true })).map(([row, , code]) => [row, code])).toEqual(
        expect.arrayContaining([
          [2, 'ID_CERT_MISMATCH'],
          [3, 'UNKNOWN_PERSON'],
        ]),
      );
    });
  });
});
