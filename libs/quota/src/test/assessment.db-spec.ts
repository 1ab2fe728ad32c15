import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { ParameterEntry } from '@tongxing/parameters';
import { newId } from '@tongxing/platform';
import type { AssessmentNode } from '../assessment.types.js';
import { QuotaReturn } from '../quota.entity.js';
import {
  certificate,
  clerkOf,
  COUNTING_PARAMETERS,
  creditCode,
  employerCells,
  entities,
  headcountCells,
  hireCells,
  idNumber,
  officer,
  parameter,
  personCells,
  services,
} from './setup.js';

const YEAR = 2026;

/** Levy cases as files bring them in: employer → its kind, staff, payroll and hires. */
const CASES: readonly {
  employer: number;
  kind?: string;
  staff: number;
  payrollYuan: number;
  hires?: readonly (readonly [person: number, over?: Record<string, string>])[];
  over?: Record<string, string>;
  expected: Partial<AssessmentNode>;
  why: string;
}[] = [
  {
    employer: 0,
    staff: 200,
    payrollYuan: 200 * 52_000,
    hires: [[0], [1]],
    expected: {
      requiredHires: '3',
      countedHires: '2',
      shortfall: '1',
      placementRatio: '0.01',
      outcome: 'TIER_50',
      levyYuan: '26000.00',
    },
    why: '2 of 200 is exactly 1 %: half',
  },
  {
    employer: 1,
    staff: 101,
    payrollYuan: 101 * 60_000,
    hires: [[2]],
    expected: { outcome: 'TIER_90', levyYuan: '27810.00' },
    why: '1 of 101 is below 1 %: ninety per cent',
  },
  {
    employer: 2,
    staff: 30,
    payrollYuan: 30 * 60_000,
    expected: { outcome: 'EXEMPT_SMALL', levyYuan: '0.00' },
    why: 'an enterprise of 30 is exempt',
  },
  {
    employer: 3,
    staff: 31,
    payrollYuan: 31 * 60_000,
    expected: { requiredHires: '0.465', outcome: 'TIER_90', levyYuan: '25110.00' },
    why: 'from 31 staff on, all 31 count',
  },
  {
    employer: 4,
    kind: '民办非企业',
    staff: 30,
    payrollYuan: 30 * 58_000,
    expected: { outcome: 'TIER_90', levyYuan: '23490.00' },
    why: 'only enterprises are exempt',
  },
  {
    employer: 5,
    kind: '事业单位',
    staff: 250,
    payrollYuan: 250 * 72_000,
    hires: [
      [30, { 残疾人证号: certificate(30, 1) }],
      [31, { 残疾人证号: certificate(31, 4) }],
    ],
    expected: {
      countedHires: '3',
      shortfall: '0.75',
      placementRatio: '0.012',
      outcome: 'TIER_50',
      levyYuan: '27000.00',
    },
    why: 'a grade 1 counts twice, a grade 4 once',
  },
  {
    employer: 6,
    staff: 100,
    payrollYuan: 6_000_000,
    hires: [[32, { 残疾人证号: certificate(32, 1), 合同起: '2025-08-01' }]],
    expected: { countedHires: '0.833333', levyYuan: '36000.00', outcome: 'TIER_90' },
    why: 'grade 1 from August counts 2 × 5/12, never rounded in between',
  },
  {
    employer: 7,
    staff: 120,
    payrollYuan: 120 * 90_000,
    hires: [[33, { 残疾人证号: '', 残疾军人证号: '军字第00007号', 残疾军人等级: '2', 合同起: '2025-04-01' }]],
    expected: { countedHires: '1.5', shortfall: '0.3', outcome: 'TIER_50', levyYuan: '13500.00' },
    why: 'a veteran of grade 2 from April',
  },
  {
    employer: 8,
    staff: 28,
    payrollYuan: 1_900_000,
    over: Object.fromEntries([
      ...Array.from({ length: 5 }, (_, index) => [`${index + 1}月人数`, '34']),
      ['6月人数', '27'],
    ]),
    hires: [],
    expected: { employees: '30.416667', outcome: 'TIER_90', levyYuan: '25650.00' },
    why: 'an average of 30 5/12 is more than 30',
  },
  {
    employer: 9,
    staff: 10,
    payrollYuan: 60 * 50_000,
    over: { 季节工人数: '300', 季节工月数: '2' },
    expected: { employees: '60', requiredHires: '0.9', outcome: 'TIER_90', levyYuan: '40500.00' },
    why: 'seasonal workers count by months',
  },
];

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const assess = async (employer: number, viewer: SignedIn = officer, year = YEAR): Promise<AssessmentNode> =>
    (await app.assessments.assessment(viewer, year, await app.idOf(employer))) as AssessmentNode;
  /** `0` with reasons: months of the first hire, as `月:reason`. */
  const reasons = (node: AssessmentNode, index = 0): (string | null)[] =>
    node.hires[index]?.months.map(({ reason }) => reason) ?? [];
  const clean = (result: { wrong: number; problems: { code: string; severity: string; row: number | null }[] }) =>
    expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

  beforeAll(async () => {
    database = await engine.open();
    folder = mkdtempSync(join(tmpdir(), 'tongxing-assessment-'));
    app = services(database, folder);
    await app.parameters.loadDemo(COUNTING_PARAMETERS, []);
    clean(
      await app.bring('employers', [
        ...CASES.map(({ employer, kind }) => employerCells(employer, kind === undefined ? {} : { 单位性质: kind })),
        ...Array.from({ length: 6 }, (_, index) => employerCells(20 + index, { 区划: '640324101000' })),
        employerCells(40, { 统一社会信用代码: creditCode(40, '360734'), 区划: '360734100000' }),
      ]),
    );
    const graded: Record<number, number> = { 30: 1, 31: 4, 32: 1 };
    clean(
      await app.bring(
        'people',
        Array.from({ length: 60 }, (_, person) =>
          personCells(person, { 残疾人证号: certificate(person, graded[person] ?? 3) }),
        ),
      ),
    );
    clean(
      await app.bring(
        'headcounts',
        CASES.map(({ employer, staff, payrollYuan, over }) => headcountCells(employer, staff, payrollYuan, over)),
      ),
    );
    clean(
      await app.bring(
        'hires',
        CASES.flatMap(({ employer, hires = [] }) => hires.map(([person, over]) => hireCells(employer, person, over))),
      ),
    );
  });
  beforeEach(() => app.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('an assessment', () => {
    it.each(CASES.map((one) => [one.why, one] as const))('%s', async (_why, { employer, expected }) => {
      expect(await assess(employer)).toMatchObject({
        year: YEAR,
        factYear: 2025,
        state: 'DRAFT',
        final: false,
        ...expected,
      });
    });

    it('shows months, masked people, parameters and trace', async () => {
      const node = await assess(5);
      expect(node.monthly).toHaveLength(12);
      expect(node.monthly[0]).toEqual({ month: 1, headcount: 250, counted: '3' });
      expect(
        node.hires.map(({ name, maskedCertificate, personYears }) => [name, maskedCertificate, personYears]),
      ).toEqual([
        [expect.stringMatching(/^甲\*丙$/), '6403****************', '2'],
        [expect.stringMatching(/^甲\*丙$/), '6403****************', '1'],
      ]);
      expect(node.hires[0]?.months[0]).toEqual({ month: 1, counts: '2', reason: null, reasonText: null });
      expect(node.trace[0]).toMatchObject({ depth: 0, step: 'assessment', value: '27000.00元' });
      expect(node.trace.map(({ step }) => step)).toEqual(
        expect.arrayContaining(['hire', 'requiredHires', 'tier', 'levy']),
      );
      expect(node.parameters.map(({ code, origin }) => `${code} ${origin}`)).toEqual(
        expect.arrayContaining(['count.minimumWage DEMO', 'quota.ratio SHIPPED', 'count.weight SHIPPED']),
      );
      const text = JSON.stringify(node);
      expect(text).not.toContain(idNumber(30).slice(6));
      expect((await assess(7)).hires[0]?.maskedCertificate).toBe('军字****');
    });

    it('is an estimate that says CAP_UNKNOWN without a social average wage, and refuses to be final', async () => {
      expect((await assess(0)).warnings).toEqual(['CAP_UNKNOWN']);
      const employerId = await app.idOf(0);
      const set = (state: QuotaReturn['state']) =>
        app.unitOfWork.run(() => app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state }));
      await set('VERIFIED');
      await expect(assess(0)).rejects.toMatchObject({ code: 'LAW_UNKNOWN', field: 'levy.socialAverageWage' });
      await set('DRAFT');
      expect((await assess(0)).levyYuan).toBe('26000.00');
    });

    it('caps the wage at twice the social average once that is entered', async () => {
      const { from, to, ...row } = parameter('levy.socialAverageWage', '2000000');
      const id = newId();
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.insert(ParameterEntry, {
          ...row,
          id,
          fromOn: from,
          toOn: to,
          origin: 'OPERATOR',
          enteredBy: null,
          confirmedBy: null,
          enteredAt: app.clock.now(),
        }),
      );
      expect(await assess(0)).toMatchObject({ chargeableWageYuan: '40000.00', levyYuan: '20000.00', warnings: [] });
      await app.unitOfWork.run(() => app.unitOfWork.manager.delete(ParameterEntry, { id }));
    });

    it('refuses a levy year that the relief does not cover, naming the parameter; the last covered one computes', async () => {
      await app.bring('headcounts', [
        headcountCells(0, 200, 1_000_000, { 年度: '2026' }),
        headcountCells(1, 200, 1_000_000, { 年度: '2024' }),
      ]);
      expect((await assess(0, officer, 2027)).outcome).toBe('TIER_90');
      expect((await assess(1, officer, 2025)).outcome).toBe('TIER_90');
      app.clock.set('2028-02-01T09:00:00+08:00');
      await app.bring('headcounts', [headcountCells(0, 200, 1_000_000, { 年度: '2027' })]);
      await expect(assess(0, officer, 2028)).rejects.toMatchObject({ code: 'LAW_UNKNOWN' });
    });

    it('counts nobody for a return that was not verified within the window', async () => {
      const employerId = await app.idOf(5);
      const set = (state: QuotaReturn['state']) =>
        app.unitOfWork.run(() => app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state }));
      await set('LAPSED');
      const node = await assess(5);
      // 3.75 required, nobody counted, 72,000 a year, nine tenths
      expect(node).toMatchObject({ state: 'LAPSED', outcome: 'TIER_90', levyYuan: '243000.00' });
      expect(node.trace.map(({ step }) => step)).toContain('lapsed');
      await set('DRAFT');
    });

    it('is null while the headcount is not known', async () => {
      expect(await assess(20)).toBeNull();
    });
  });

  describe('a month counts or says why not', () => {
    const at = async (person: number, over: Record<string, string>): Promise<AssessmentNode> => {
      await app.bring('headcounts', [headcountCells(25, 50, 2_500_000)]);
      clean(await app.bring('hires', [hireCells(25, person, over)]));
      const node = await assess(25);
      return { ...node, hires: node.hires.slice(-1) };
    };

    it('from the month in which the contract begins to the one in which it ends, be it for a day', async () => {
      const node = await at(10, { 合同起: '2024-02-01', 合同止: '2025-03-01' });
      expect(reasons(node)).toEqual([null, null, null, ...Array(9).fill('NO_CONTRACT')]);
      expect(reasons(await at(11, { 合同起: '2025-12-31' }))).toEqual([...Array(11).fill('NO_CONTRACT'), null]);
    });

    it('at the minimum wage of that month: July asks for more than June', async () => {
      const wages = { '6月工资': '1800', '7月工资': '1800', '8月工资': '1999.99', '9月工资': '2000', '10月工资': '' };
      const cells = reasons(await at(12, wages));
      const low = 'WAGE_BELOW_MINIMUM';
      expect(cells).toEqual([null, null, null, null, null, null, low, low, null, low, null, null]);
    });

    it('with the wanted insurances paid', async () => {
      const cells = reasons(await at(13, { 养老缴费月份: '1-6、8-12', 医疗缴费月份: '2-12' }));
      expect(cells.map((reason, index) => (reason === null ? '' : `${index + 1}${reason}`)).join('')).toBe(
        '1INSURANCE_GAP7INSURANCE_GAP',
      );
    });

    it('within the age of employment: the month of the sixteenth birthday is in, the one before is out', async () => {
      const young = idNumber(1, '110105', '20090615');
      const cells = reasons(await at(14, { 身份证号: young, 残疾人证号: `${young}43` }));
      expect(cells).toEqual([...Array(5).fill('AGE'), ...Array(7).fill(null)]);
    });

    it('with a certificate valid on the day of filing: the last day is in, the day after is out', async () => {
      await app.bring('people', [personCells(15, { 证件有效期至: '2026-11-23' })]);
      expect(reasons(await at(15, {}))[0]).toBeNull();
      app.clock.set('2026-11-24T09:00:00+08:00');
      expect(new Set(reasons({ ...(await assess(25)), hires: (await assess(25)).hires.slice(-1) }))).toEqual(
        new Set(['CERT_INVALID']),
      );
      await app.bring('people', [personCells(16, { 状态: '注销', 状态日期: '2026-05-01' })]);
      expect(new Set(reasons(await at(16, {})))).toEqual(new Set(['CERT_INVALID']));
    });

    it('at one employer only: where it was declared first', async () => {
      clean(await app.bring('hires', [hireCells(24, 17, { 合同起: '2025-03-01', 合同止: '2026-02-28' })]));
      const cells = reasons(await at(17, {}));
      expect(cells).toEqual([null, null, ...Array(10).fill('COUNTED_ELSEWHERE')]);
    });

    it('where it really counts: a month that the earlier employer cannot count is not taken from the later one', async () => {
      const low = { '1月工资': '1000', '2月工资': '1000' };
      const lapsed = { 合同起: '2025-01-01', 合同止: '2026-12-31', ...low };
      clean(await app.bring('hires', [hireCells(24, 50, lapsed)]));
      expect(reasons(await at(50, {}))).toEqual([null, null, ...Array(10).fill('COUNTED_ELSEWHERE')]);
      const employerId = await app.idOf(24);
      clean(await app.bring('headcounts', [headcountCells(24, 50, 2_500_000)]));
      const set = (state: QuotaReturn['state']) =>
        app.unitOfWork.run(() => app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state }));
      await set('LAPSED');
      expect(new Set(reasons(await at(50, {})))).toEqual(new Set([null]));
      await set('DRAFT');
      expect(reasons(await at(50, {}))).toEqual([null, null, ...Array(10).fill('COUNTED_ELSEWHERE')]);
    });

    it('by the certificate that is valid, where somebody holds two: the last day belongs to the 残疾人证', async () => {
      const veteran = { 残疾军人证号: '军字第00051号', 残疾军人等级: '5' };
      const both = { 残疾人证号: certificate(51, 1) };
      clean(await app.bring('people', [personCells(51, { ...both, ...veteran })]));
      const counts = async (): Promise<(string | undefined)[]> =>
        (await at(51, { ...both, ...veteran })).hires[0]?.months.map((month) => month.counts) ?? [];
      expect(new Set(await counts())).toEqual(new Set(['2']));
      clean(await app.bring('people', [personCells(51, { ...both, ...veteran, 证件有效期至: '2026-01-01' })]));
      expect(new Set(await counts())).toEqual(new Set(['1']));
    });

    it('on the side that the dispatch agreement names', async () => {
      const dispatch = { 用工形式: '劳务派遣', 派遣方信用代码: creditCode(23) };
      expect(new Set(reasons(await at(18, dispatch)))).toEqual(new Set(['DISPATCH_OTHER_SIDE']));
      expect(new Set(reasons(await at(19, { ...dispatch, 计入方: '接收单位' })))).toEqual(new Set([null]));
    });
  });

  describe('who may look', () => {
    it('a clerk sees the own employer without naming it, no other, by whatever id', async () => {
      const own = await app.idOf(0);
      expect(await app.assessments.assessment(clerkOf(own), YEAR)).toMatchObject({ employerName: '甲乙0有限公司' });
      expect(await app.returns.quotaReturn(clerkOf(own), YEAR)).toMatchObject({ hires: 2, state: 'DRAFT' });
      const other = await app.idOf(1);
      for (const id of [other, 'nothing']) {
        await expect(app.assessments.assessment(clerkOf(own), YEAR, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(app.returns.quotaReturn(clerkOf(own), YEAR, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
      await expect(app.assessments.assessment(clerkOf(), YEAR, own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('an officer sees employers of the own region; another region looks as if it were not there', async () => {
      const elsewhere = { ...officer, divisionCode: '360734000000' };
      await expect(assess(0, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.assessments.assessment(officer, YEAR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const township = { ...officer, divisionCode: '640324100000' };
      expect(await assess(0, township)).toMatchObject({ employerName: '甲乙0有限公司' });
      await expect(assess(20, township)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('全县达标', () => {
    const board = async (divisionCode: string, first = 100, viewer = officer) => {
      const rows = [];
      let after: string | undefined;
      for (;;) {
        const page = await app.assessments.board(viewer, divisionCode, YEAR, { first, ...(after ? { after } : {}) });
        rows.push(...page.edges.map(({ node }) => node));
        if (!page.pageInfo.hasNextPage) return { rows, totalCount: page.totalCount };
        after = page.pageInfo.endCursor as string;
      }
    };

    it('gives every employer of the division once over pages, each as its own assessment says', async () => {
      const { rows, totalCount } = await board('640324', 3);
      expect(totalCount).toBe(16);
      expect(new Set(rows.map(({ employerId }) => employerId)).size).toBe(16);
      for (const { employer, expected } of CASES) {
        const row = rows.find(({ creditCode: code }) => code === creditCode(employer));
        const { levyYuan, outcome } = expected;
        expect(row).toMatchObject({ levyYuan, outcome, problem: null });
      }
      expect(rows.find(({ creditCode: code }) => code === creditCode(20))).toMatchObject({
        state: 'NOT_STARTED',
        stateText: '未开始',
        employees: null,
        levyYuan: null,
        countedHires: '0',
      });
      expect((await board('640324101')).totalCount).toBe(6);
    });

    it('goes on past an employer whose year cannot be computed, and says why', async () => {
      const employerId = await app.idOf(24);
      await app.bring('headcounts', [headcountCells(24, 1, 50_000)]);
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { monthlyHeadcount: Array(12).fill(0) }),
      );
      const { rows } = await board('640324101');
      expect(rows.find((row) => row.employerId === employerId)).toMatchObject({
        levyYuan: null,
        problem: { code: 'LEVY_INPUT', field: 'employees' },
      });
      expect(rows).toHaveLength(6);
    });

    it('keeps to the region of the officer', async () => {
      for (const code of ['360734', '64', '999999', '640324%'])
        await expect(board(code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.assessments.board(officer, '640324', YEAR, { first: 1, after: 'x' })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      });
    });
  });

  describe('a return by form', () => {
    const input = (over: object = {}) => ({
      year: YEAR,
      monthlyHeadcount: Array<number>(12).fill(40),
      payrollYuan: '2000000.50',
      ...over,
    });
    const save = async (over: object = {}) => app.returns.save(clerkOf(await app.idOf(21)), input(over));

    it('begins as a draft, changes with its version, and is what the assessment rests on', async () => {
      expect(await save()).toMatchObject({
        year: YEAR,
        factYear: 2025,
        state: 'DRAFT',
        payrollYuan: '2000000.50',
        version: 1,
      });
      expect(await save({ version: 1, dispatched: 3 })).toMatchObject({ dispatched: 3, version: 2 });
      await expect(save({ version: 1 })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      await expect(save()).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      expect(await assess(21)).toMatchObject({ employees: '40', outcome: 'TIER_90', levyYuan: '27000.01' });
    });

    it('lets one of two that save at once through', async () => {
      const results = await Promise.allSettled([
        save({ version: 2, dispatched: 1 }),
        save({ version: 2, dispatched: 2 }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('refuses what cannot be, with the field', async () => {
      const cases: [object, string, string][] = [
        [{ monthlyHeadcount: Array(12).fill(0) }, 'LEVY_INPUT', 'monthlyHeadcount'],
        [{ monthlyHeadcount: Array(11).fill(1) }, 'LEVY_INPUT', 'monthlyHeadcount'],
        [{ payrollYuan: '1,000' }, 'AMOUNT_INVALID', 'payrollYuan'],
        [{ payrollYuan: '-1' }, 'AMOUNT_INVALID', 'payrollYuan'],
        [{ payrollYuan: '0.00' }, 'LEVY_INPUT', 'payrollYuan'],
        [{ dispatched: 41 }, 'VALIDATION', 'dispatched'],
        [{ seasonalWorkers: 3 }, 'VALIDATION', 'seasonalMonths'],
        [{ seasonalWorkers: 3, seasonalMonths: 13 }, 'LEVY_INPUT', 'seasonal'],
        [{ year: 2019 }, 'VALIDATION', 'year'],
        [{ year: 2028 }, 'VALIDATION', 'year'],
      ];
      for (const [over, code, field] of cases) await expect(save(over)).rejects.toMatchObject({ code, field });
    });

    it('cannot be changed once it was filed', async () => {
      const employerId = await app.idOf(21);
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.update(QuotaReturn, { employerId, year: 2025 }, { state: 'FILED' }),
      );
      const { version } = await app.returns.quotaReturn(clerkOf(employerId), YEAR);
      await expect(save({ version })).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it("is the own employer's alone", async () => {
      await expect(app.returns.save(officer, input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.returns.save(clerkOf('nothing'), input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
