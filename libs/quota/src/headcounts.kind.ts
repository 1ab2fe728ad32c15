import { insertRows, type UnitOfWork } from '@tongxing/database';
import { type Employer, employersOfRows, kept, same } from '@tongxing/employers';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { newId } from '@tongxing/platform';
import { yearOf } from '@tongxing/rules';
import { QuotaReturn } from './quota.entity.js';
import { FIRST_YEAR, MONTHS } from './quota.words.js';
import { keyOfReturn, reportClosed, reportFuture, returnsOf } from './returns-of-rows.js';

type HeadcountKey = `headcount${(typeof MONTHS)[number]}`;

/** A row of the 单位年度职工情况 roster. */
export type HeadcountsRow = Record<HeadcountKey, number> & {
  creditCode: string;
  year: number;
  dispatched: number;
  seasonalWorkers: number;
  seasonalMonths: number;
  payrollFen: number;
};

const MAX_STAFF = 1_000_000;
const MAX_PAYROLL_FEN = 100_000_000_000_00;
const LAST_YEAR = 2100;
const headcountKey = (month: number): HeadcountKey => `headcount${month}` as HeadcountKey;

const COLUMNS: readonly ColumnSpec[] = [
  { key: 'creditCode', header: '统一社会信用代码', type: 'credit', required: true, sample: '91640324MA76XY016F' },
  {
    key: 'year',
    header: '年度',
    type: 'integer',
    required: true,
    min: FIRST_YEAR,
    max: LAST_YEAR,
    sample: '2025',
    note: '人数和工资是哪一年的，就填哪一年。',
  },
  ...MONTHS.map(
    (month): ColumnSpec => ({
      key: headcountKey(month),
      header: `${month}月人数`,
      type: 'integer',
      required: true,
      min: 0,
      max: MAX_STAFF,
      sample: '120',
      ...(month === 1 ? { note: '在编人员，和签了一年以上合同或协议的人员。' } : {}),
    }),
  ),
  { key: 'dispatched', header: '其中劳务派遣', type: 'integer', min: 0, max: MAX_STAFF, sample: '0' },
  { key: 'seasonalWorkers', header: '季节工人数', type: 'integer', min: 0, max: MAX_STAFF, sample: '' },
  { key: 'seasonalMonths', header: '季节工月数', type: 'integer', min: 0, max: 12, sample: '' },
  {
    key: 'payrollFen',
    header: '年工资总额',
    type: 'yuan',
    required: true,
    min: 1,
    max: MAX_PAYROLL_FEN,
    sample: '7200000.00',
    note: '单位：元。',
  },
];

/** What an employer says of its staff; state and filing are the office's. */
export type ReturnFacts = Pick<
  QuotaReturn,
  'monthlyHeadcount' | 'dispatched' | 'seasonalWorkers' | 'seasonalMonths' | 'payrollFen'
>;

interface Found {
  employer: Employer;
  existing: QuotaReturn | undefined;
  facts: ReturnFacts;
}

type Row = ImportRow<HeadcountsRow>;

/** 单位年度职工情况: staff and wages of a year, one row an employer and year. */
export class HeadcountsKind implements ImportKind<HeadcountsRow> {
  readonly kind = 'headcounts';
  readonly title = '单位年度职工情况';
  readonly action = 'quota.import';
  readonly templateVersion = 1;
  readonly columns = COLUMNS;
  readonly sameThing = '同一单位同一年度';
  readonly keyColumn = 'creditCode' as const;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  keyOf({ creditCode, year }: RowValues<HeadcountsRow>): string | null {
    return creditCode && year ? `${creditCode}|${year}` : null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    for (const row of rows) checkAlone(row, context);
    const employers = await employersOfRows(this.unitOfWork.manager, rows, context);
    const standing = await returnsOf(this.unitOfWork.manager, rows, employers);
    for (const row of rows) {
      const { creditCode, year } = row.values;
      const employer = creditCode ? employers.get(creditCode) : undefined;
      if (employer === undefined || !year) continue;
      const existing = standing.get(keyOfReturn(employer.id, year));
      reportClosed(row, existing);
      if (!row.wrong) compare(row, employer, existing);
    }
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<QuotaReturn, 'version'>[] = [];
    for (const row of rows) {
      const { employer, existing, facts } = row.found as Found;
      const values = { ...facts, updatedAt: context.now };
      if (existing !== undefined) await manager.update(QuotaReturn, { id: existing.id }, values);
      else
        fresh.push({
          id: newId(),
          employerId: employer.id,
          year: row.values.year as number,
          ...values,
          state: 'DRAFT',
          filedOn: null,
        });
    }
    await insertRows(manager, QuotaReturn, fresh);
    // Its year is another one now.
    for (const row of rows) this.unitOfWork.changed('employer', (row.found as Found).employer.id);
  }
}

/** What a row says by itself. */
function checkAlone(row: Row, context: ImportContext): void {
  const { values } = row;
  reportFuture(row, yearOf(context.today));
  if (values.seasonalWorkers && values.seasonalMonths === null) row.report('REQUIRED', 'seasonalMonths');
  if (values.seasonalMonths && values.seasonalWorkers === null) row.report('REQUIRED', 'seasonalWorkers');
  const counts = MONTHS.map((month) => values[headcountKey(month)]);
  const known = counts.filter((count) => typeof count === 'number');
  if (known.length < MONTHS.length) return;
  const most = Math.max(...known);
  if (most === 0)
    row.report('NUMBER_RANGE', 'headcount1', { message: '十二个月都没有人', hint: '没有职工的单位不用填' });
  else if (typeof values.dispatched === 'number' && values.dispatched > most)
    row.report('NUMBER_RANGE', 'dispatched', {
      message: '劳务派遣比全部职工还多',
      hint: '每月人数里包括算在本单位的劳务派遣人员',
    });
}

function compare(row: Row, employer: Employer, existing: QuotaReturn | undefined): void {
  const { values } = row;
  const facts: ReturnFacts = {
    monthlyHeadcount: MONTHS.map((month) => values[headcountKey(month)] as number),
    dispatched: kept(values.dispatched, existing?.dispatched, null),
    seasonalWorkers: kept(values.seasonalWorkers, existing?.seasonalWorkers, null),
    seasonalMonths: kept(values.seasonalMonths, existing?.seasonalMonths, null),
    payrollFen: values.payrollFen as number,
  };
  row.found = { employer, existing, facts } satisfies Found;
  if (existing === undefined) row.outcome = 'NEW';
  else {
    const unchanged = (Object.keys(facts) as (keyof ReturnFacts)[]).every((key) => same(facts[key], existing[key]));
    row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
  }
}
