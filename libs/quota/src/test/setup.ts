import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Divisions, type SignedIn } from '@tongxing/access';
import type { TestDatabase } from '@tongxing/database/testing';
import { EmployerService, employerEntities, EmployersKind } from '@tongxing/employers';
import { DirectImportService, ImportKinds, type ImportResult, importEntities } from '@tongxing/imports';
import { MissingParameters, type NewParameter, parameterEntities, ParameterService } from '@tongxing/parameters';
import { PeopleKind, PeopleService, peopleEntities } from '@tongxing/people';
import { type Config, FixedClock, IntlCryptoProvider } from '@tongxing/platform';
import { isoDate, makeCreditCode, withIdCheckDigit } from '@tongxing/rules';
import { AssessmentService } from '../assessment.service.js';
import { HeadcountsKind } from '../headcounts.kind.js';
import { HiresKind } from '../hires.kind.js';
import { LevyTrial } from '../levy-trial.js';
import { quotaEntities } from '../quota.entity.js';
import { ReturnService } from '../return.service.js';

export const entities = [
  ...importEntities,
  ...peopleEntities,
  ...employerEntities,
  ...quotaEntities,
  ...parameterEntities,
];

type Cells = Record<string, string>;

/** A valid, plainly made-up credit code. */
export const creditCode = (index: number, divisionCode = '640324'): string =>
  makeCreditCode('91', divisionCode, `MA${String(index).padStart(6, '0')}`);

/** A valid, plainly made-up ID number of a man born on 15 June 1990. */
export const idNumber = (index: number, region = '640324', born = '19900615'): string =>
  withIdCheckDigit(`${region}${born}${String(1 + 2 * index).padStart(3, '0')}`);

/** 残疾人证号 of person `index`: physical, of a grade. */
export const certificate = (index: number, grade = 3): string => `${idNumber(index)}4${grade}`;

export const employerCells = (index: number, over: Cells = {}): Cells => ({
  统一社会信用代码: creditCode(index),
  单位名称: `甲乙${index}有限公司`,
  单位性质: '企业',
  区划: '640324100000',
  ...over,
});

export const personCells = (index: number, over: Cells = {}): Cells => ({
  姓名: `甲${String.fromCharCode(0x4e00 + index)}丙`,
  残疾人证号: certificate(index),
  证件有效期至: '2035-01-01',
  户籍区划: '640324100000',
  就业状况: '已就业',
  ...over,
});

export const headcountCells = (index: number, staff: number, payrollYuan: number, over: Cells = {}): Cells => ({
  统一社会信用代码: creditCode(index),
  年度: '2025',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${month + 1}月人数`, String(staff)])),
  其中劳务派遣: '0',
  季节工人数: '',
  季节工月数: '',
  年工资总额: String(payrollYuan),
  ...over,
});

/** Person `person` at employer `employer` all of 2025, right unless told otherwise. */
export const hireCells = (employer: number, person: number, over: Cells = {}): Cells => ({
  统一社会信用代码: creditCode(employer),
  年度: '2025',
  姓名: `甲${String.fromCharCode(0x4e00 + person)}丙`,
  身份证号: idNumber(person),
  残疾人证号: certificate(person),
  残疾军人证号: '',
  残疾军人等级: '',
  用工形式: '劳动合同',
  派遣方信用代码: '',
  计入方: '',
  合同起: '2024-01-01',
  合同止: '',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${month + 1}月工资`, '3000'])),
  养老缴费月份: '1-12',
  医疗缴费月份: '1-12',
  失业缴费月份: '',
  工伤缴费月份: '',
  ...over,
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV; the header is every key that one of them has. */
export function csvOf(rows: readonly Cells[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((key) => quoted(row[key] ?? '')))]
    .map((cells) => cells.join(','))
    .join('\r\n');
}

/** A parameter as an operator enters it, for 同心县 since 2020. */
export const parameter = (code: string, value: string, over: Partial<NewParameter> = {}): NewParameter => ({
  code,
  scope: '640324',
  qualifier: '',
  unit: 'spec',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
  ...over,
});

/** What counting needs and the software does not ship. */
export const COUNTING_PARAMETERS: readonly NewParameter[] = [
  parameter('count.minimumWage', '180000', { to: isoDate('2025-06-30') }),
  parameter('count.minimumWage', '200000', { from: isoDate('2025-07-01') }),
  parameter('count.ageBounds', '16..59', { qualifier: 'MALE' }),
  parameter('count.ageBounds', '16..54', { qualifier: 'FEMALE' }),
  parameter('count.insurances', 'PENSION,MEDICAL'),
];

export const officer: SignedIn = {
  id: '00000000-0000-7000-8000-000000000001',
  displayName: '残联干部甲',
  roles: ['OFFICER'],
  divisionCode: '640324000000',
};

export const clerkOf = (employerId?: string): SignedIn => ({
  ...officer,
  id: '00000000-0000-7000-8000-000000000002',
  roles: ['EMPLOYER_CLERK'],
  ...(employerId === undefined ? {} : { employerId }),
});

/** The services of quota on a test database, without Nest around them. */
export function services(database: TestDatabase, folder: string) {
  const { unitOfWork } = database;
  const clock = new FixedClock();
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const divisions = Divisions.shipped();
  const parameters = new ParameterService(unitOfWork, clock, { demo: true } as Config);
  const people = new PeopleService(unitOfWork, crypto);
  const employers = new EmployerService(unitOfWork, crypto);
  const kinds = new ImportKinds();
  kinds.register(new PeopleKind(unitOfWork, crypto));
  kinds.register(new EmployersKind(unitOfWork, crypto));
  kinds.register(new HeadcountsKind(unitOfWork));
  kinds.register(new HiresKind(unitOfWork, crypto, parameters, people, divisions));
  const direct = new DirectImportService(kinds, unitOfWork, clock, divisions);
  const missing = new MissingParameters(unitOfWork, clock, divisions);
  const assessments = new AssessmentService(
    unitOfWork,
    crypto,
    clock,
    parameters,
    divisions,
    employers,
    people,
    missing,
  );
  return {
    clock,
    kinds,
    crypto,
    parameters,
    employers,
    direct,
    unitOfWork,
    assessments,
    levyTrial: new LevyTrial(unitOfWork, employers, assessments),
    returns: new ReturnService(unitOfWork, clock, employers),
    /** Brings rows in as a file from the command line. */
    bring: async (
      kind: string,
      rows: readonly Cells[],
      options: Parameters<typeof direct.importFile>[2] = {},
    ): Promise<ImportResult> => {
      const path = join(folder, 'roster.csv');
      writeFileSync(path, csvOf(rows));
      return (await direct.importFile(kind, path, options)).result;
    },
    idOf: async (index: number): Promise<string> => (await employers.byCreditCode(creditCode(index)))?.id as string,
  };
}

/** Row, column and code of each problem about a row. */
export const found = (result: ImportResult): [number, string | null, string][] =>
  result.problems.flatMap(({ row, column, code }) => (row === null ? [] : [[row, column, code]]));
