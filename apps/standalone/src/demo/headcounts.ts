import type { Cells } from './files.js';
import type { Random } from './random.js';
import { SHOWCASE_SIZE, type Unit } from './units.js';

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const HEADCOUNT_HEADERS: readonly string[] = [
  '统一社会信用代码',
  '年度',
  ...MONTHS.map((month) => `${month}月人数`),
  '其中劳务派遣',
  '季节工人数',
  '季节工月数',
  '年工资总额',
];

/** Units that have said nothing of their staff yet. */
const SILENT_SHARE = 0.04;
const SEASONAL_SHARE = 0.02;
const WAGE_LOW_YUAN = 38_000;
const WAGE_HIGH_YUAN = 92_000;
/** A few pay so well that the cap of the levy base matters. */
const RICH_SHARE = 0.02;
const RICH_YUAN = 260_000;

/** What a unit declares of a year. */
export interface Headcount {
  unit: Unit;
  monthly: number[];
  seasonal: { workers: number; months: number } | undefined;
  dispatched: number;
  payrollYuan: number;
}

/** The year's staff of each unit, month by month; units that are still silent are left out. */
export function headcountsOf(random: Random, units: readonly Unit[]): Headcount[] {
  return units.flatMap((unit, index) => {
    const shown = index === 0 && unit.size === SHOWCASE_SIZE;
    if (!shown && random.chance(SILENT_SHARE)) return [];
    let staff = unit.size;
    const monthly = MONTHS.map((month) => {
      if (month > 1 && !shown && random.chance(0.35))
        staff = Math.max(1, staff + random.int(-1, 1) * Math.max(1, Math.round(unit.size * 0.02)));
      return staff;
    });
    const seasonal =
      !shown && unit.kind === 'ENTERPRISE' && random.chance(SEASONAL_SHARE)
        ? { workers: random.int(5, 60), months: random.int(2, 5) }
        : undefined;
    const average = monthly.reduce((sum, count) => sum + count, 0) / MONTHS.length;
    const wage = random.chance(RICH_SHARE) ? RICH_YUAN : random.int(WAGE_LOW_YUAN, WAGE_HIGH_YUAN);
    return [
      {
        unit,
        monthly,
        seasonal,
        dispatched: random.chance(0.06) ? Math.min(staff, random.int(1, 4)) : 0,
        payrollYuan: Math.round(average * wage),
      },
    ];
  });
}

export const headcountCells = (
  { unit, monthly, seasonal, dispatched, payrollYuan }: Headcount,
  year: number,
): Cells => ({
  统一社会信用代码: unit.creditCode,
  年度: String(year),
  ...Object.fromEntries(MONTHS.map((month, index) => [`${month}月人数`, String(monthly[index])])),
  其中劳务派遣: String(dispatched),
  季节工人数: seasonal === undefined ? '' : String(seasonal.workers),
  季节工月数: seasonal === undefined ? '' : String(seasonal.months),
  年工资总额: `${payrollYuan}.00`,
});
