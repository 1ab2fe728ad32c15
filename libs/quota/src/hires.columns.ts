import type { ColumnSpec, ImportRow } from '@tongxing/imports';
import { type EmploymentForm, type Insurance, type IsoDate, lastsAYear, readVeteranCertificate } from '@tongxing/rules';
import {
  COUNTED_SIDES,
  type CountedSide,
  EMPLOYMENT_FORMS,
  FIRST_YEAR,
  INSURANCE_WORDS,
  MONTHS,
} from './quota.words.js';

type Month = (typeof MONTHS)[number];
type WageKey = `wage${Month}`;
type InsuranceKey = 'pensionMonths' | 'medicalMonths' | 'unemploymentMonths' | 'injuryMonths';

/** A row of the 残疾职工 roster. */
export type HiresRow = Record<WageKey, number> &
  Record<InsuranceKey, number[]> & {
    creditCode: string;
    year: number;
    name: string;
    idNumber: string;
    certificate: string;
    veteran: string;
    veteranGrade: number;
    form: EmploymentForm;
    dispatcherCode: string;
    countedSide: CountedSide;
    contractFrom: IsoDate;
    contractTo: IsoDate;
  };

const MAX_WAGE_FEN = 1_000_000_00;
const LAST_YEAR = 2100;
const WORST_GRADE = 10;

export const wageKey = (month: number): WageKey => `wage${month}` as WageKey;

export const INSURANCE_KEYS: readonly (readonly [Insurance, InsuranceKey])[] = [
  ['PENSION', 'pensionMonths'],
  ['MEDICAL', 'medicalMonths'],
  ['UNEMPLOYMENT', 'unemploymentMonths'],
  ['INJURY', 'injuryMonths'],
];

const column = (
  key: keyof HiresRow & string,
  header: string,
  type: ColumnSpec['type'],
  sample: string,
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({ key, header, type, sample, ...more });

export const HIRE_COLUMNS: readonly ColumnSpec[] = [
  column('creditCode', '统一社会信用代码', 'credit', '91640324MA76XY016F', { required: true }),
  column('year', '年度', 'integer', '2025', {
    required: true,
    min: FIRST_YEAR,
    max: LAST_YEAR,
    note: '工资和缴费是哪一年的，就填哪一年。',
  }),
  column('name', '姓名', 'text', '张示例', { required: true, maxLength: 40 }),
  column('idNumber', '身份证号', 'id', '640324199001010014', { required: true }),
  column('certificate', '残疾人证号', 'certificate', '64032419900101001443', {
    oneOf: 'certificate',
    note: '20 位，补证可带 B1。没有残疾人证而有残疾军人证的，填下两列。',
  }),
  column('veteran', '残疾军人证号', 'text', '', { oneOf: 'certificate', maxLength: 40, holdsNumbers: true }),
  column('veteranGrade', '残疾军人等级', 'integer', '', {
    min: 1,
    max: WORST_GRADE,
    note: '1 到 10，填了残疾军人证号的必须填。',
  }),
  column('form', '用工形式', 'choice', '劳动合同', { required: true, choices: EMPLOYMENT_FORMS }),
  column('dispatcherCode', '派遣方信用代码', 'credit', '', { note: '劳务派遣的必须填。' }),
  column('countedSide', '计入方', 'choice', '', {
    choices: COUNTED_SIDES,
    note: '劳务派遣的，按派遣协议填；空着算派遣单位。',
  }),
  column('contractFrom', '合同起', 'day', '2024-03-01', { required: true }),
  column('contractTo', '合同止', 'day', '2027-02-28', { note: '没有期限的空着。' }),
  ...MONTHS.map((month) =>
    column(wageKey(month), `${month}月工资`, 'yuan', '2600.00', {
      min: 0,
      max: MAX_WAGE_FEN,
      ...(month === 1 ? { note: '实际发的，单位：元。没有发的月份空着。' } : {}),
    }),
  ),
  ...INSURANCE_KEYS.map(([insurance, key]) =>
    column(
      key,
      `${INSURANCE_WORDS[insurance]}缴费月份`,
      'monthList',
      '1-12',
      insurance === 'PENSION' ? { note: '写成 1-12 或 3-7、9。' } : {},
    ),
  ),
];

/** What a row says by itself. */
export function checkAlone(row: ImportRow<HiresRow>): void {
  const { values } = row;
  const { certificate, idNumber, contractFrom, contractTo, form } = values;
  if (values.veteran) checkVeteran(row, values.veteran);
  if (certificate && idNumber && certificate.slice(0, 18) !== idNumber) row.report('ID_CERT_MISMATCH', 'certificate');
  if (contractFrom && contractTo && contractTo < contractFrom) row.report('DATE_ORDER', 'contractTo');
  else if (contractFrom && contractTo && form && !lastsAYear({ form, contractFrom, contractTo }))
    row.report('CONTRACT_SHORT', 'contractTo', {
      message: '合同不满一年',
      hint: '满一年的合同才计入；不满的不用报',
    });
  if (form === 'DISPATCH' && (values.dispatcherCode === null || values.dispatcherCode === undefined)) {
    const wrongCell = row.problems.some((problem) => problem.column === '派遣方信用代码');
    if (!wrongCell) row.report('REQUIRED', 'dispatcherCode');
  }
}

function checkVeteran(row: ImportRow<HiresRow>, text: string): void {
  const read = readVeteranCertificate(text);
  if (read.ok) row.values.veteran = read.value;
  else if (read.code === 'CERT_LENGTH')
    row.report('CERT_LENGTH', 'veteran', { message: '残疾军人证号应为 4 到 30 个字符', hint: '请对照证件' });
  else row.report(read.code, 'veteran', { hint: '残疾军人证号只有字母、数字、军、字、第、号和短横' });
  if (row.values.veteranGrade === null) row.report('REQUIRED', 'veteranGrade');
}
