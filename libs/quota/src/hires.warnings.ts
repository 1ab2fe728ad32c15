import type { ImportRow } from '@tongxing/imports';
import {
  addMonths,
  contractMonths,
  type EmploymentForm,
  type Graded,
  heaviestOf,
  type IsoDate,
  isoDate,
  minimumWage,
  RuleRefusal,
  type UsedLaw,
  wantedInsurances,
  weightOn,
} from '@tongxing/rules';
import { type HiresRow, INSURANCE_KEYS, wageKey } from './hires.columns.js';
import { claimedMonths, gradesOf } from './hire.facts.js';
import type { CountedHire } from './quota.entity.js';
import { INSURANCE_WORDS } from './quota.words.js';

type Row = ImportRow<HiresRow>;

const firstOf = (year: number, month: number): IsoDate => isoDate(`${year}-${String(month).padStart(2, '0')}-01`);

/** What was looked up of a law: a roster asks the same twelve months of it for every row. */
const lookedUp = new WeakMap<UsedLaw, Map<string, unknown>>();

/** What the law says; undefined where no row was entered, so that there is nothing to warn of. */
function known<T>(law: UsedLaw, name: string, ask: () => T): T | undefined {
  const answers = lookedUp.get(law) ?? new Map<string, unknown>();
  lookedUp.set(law, answers);
  if (!answers.has(name)) answers.set(name, answered(ask));
  return answers.get(name) as T | undefined;
}

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RuleRefusal && error.code === 'LAW_UNKNOWN') return undefined;
    throw error;
  }
}

/** 1、2、3 */
const monthText = (months: readonly number[]): string => months.join('、');

/** Months that will not count, and people who count twice: said at once, not first by the assessment. */
export function reportCounting(row: Row, today: IsoDate, law: UsedLaw): void {
  const { values } = row;
  const { year, contractFrom, contractTo } = values;
  reportWeight(row, law);
  if (!year || !contractFrom || contractTo === undefined) return;
  const past = contractMonths({ contractFrom, contractTo }, year).filter(
    (month) => addMonths(firstOf(year, month), 1) <= today,
  );
  const low = past.filter((month) => {
    const least = known(law, `wage ${year} ${month}`, () => minimumWage(firstOf(year, month), law));
    return least !== undefined && (values[wageKey(month)] ?? 0) < least;
  });
  if (low.length > 0)
    row.report('WAGE_BELOW_MINIMUM', wageKey(low[0] as number), { message: `${monthText(low)}月工资低于最低工资` });
  const wanted = known(law, `insurances ${year}`, () => wantedInsurances(firstOf(year, 1), law)) ?? [];
  for (const [insurance, key] of INSURANCE_KEYS) {
    if (!wanted.includes(insurance)) continue;
    const missing = past.filter((month) => !(values[key] ?? []).includes(month));
    if (missing.length > 0)
      row.report('INSURANCE_MONTHS', key, { message: `${INSURANCE_WORDS[insurance]}缴费少于在职月份` });
  }
}

/** 按规定多计: grades 1–2, and veterans' grades 1–3. */
function reportWeight(row: Row, law: UsedLaw): void {
  const { year, certificate, veteran, veteranGrade } = row.values;
  if (!year) return;
  const grades = gradesOf({ certificate, veteran, veteranGrade });
  const [first, ...others] = grades;
  if (first === undefined) return;
  const day = firstOf(year, 12);
  const name = `weight ${year} ${grades.map(({ certificate: kind, grade }) => `${kind}${grade}`).join(' ')}`;
  const heavy = known(law, name, () => {
    const heaviest: Graded = heaviestOf([first, ...others], day, law);
    return weightOn(heaviest.certificate, heaviest.grade, day, law).compare(1) > 0 ? heaviest : null;
  });
  if (!heavy) return;
  row.report('COUNTED_DOUBLE', heavy.certificate === 'DISABLED_PERSON' ? 'certificate' : 'veteran');
}

/**
 * Somebody whom another employer declares for the same months, in the tables or in this file.
 *
 * @param declared what stands of this person in this year
 * @param claims   months by employer, by person and year, of the rows seen so far in this file
 */
export function reportOverlap(
  row: Row,
  employerId: string,
  idNumber: string,
  declared: readonly CountedHire[],
  claims: Map<string, Map<string, number[]>>,
): void {
  const { year, contractFrom, contractTo, form } = row.values;
  if (!year || !contractFrom) return;
  const mine = contractMonths({ contractFrom, contractTo: contractTo ?? null }, year);
  const key = `${year}|${idNumber}`;
  const inFile = claims.get(key) ?? new Map<string, number[]>();
  const others = [
    ...declared.filter((hire) => hire.employerId !== employerId).map((hire) => claimedMonths(hire, year)),
    ...[...inFile].filter(([id]) => id !== employerId).map(([, months]) => months),
  ];
  if (isCountedBy(form) && others.some((months) => months.some((month) => mine.includes(month))))
    row.report('DUPLICATE_OTHER_EMPLOYER', 'idNumber');
  claims.set(key, inFile.set(employerId, isCountedBy(form) ? mine : []));
}

/** Both sides of a dispatch may name the person; the agreement says who counts. */
const isCountedBy = (form: EmploymentForm | null | undefined): boolean => form !== 'DISPATCH';
