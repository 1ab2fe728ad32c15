import Fraction from 'fraction.js';
import { addDays, addMonths, ageOn, type IsoDate, isoDate } from '../calendar.js';
import type { Ruled } from '../explain/trace.js';
import { exactText, Trace } from '../explain/trace.js';
import type { Sex } from '../identifiers/id-number.js';
import { RuleRefusal } from '../refusal.js';
import type { UsedLaw } from './used-law.js';

export type CertificateKind = 'DISABLED_PERSON' | 'DISABLED_VETERAN';
export type EmploymentForm = 'ESTABLISHMENT' | 'LABOUR_CONTRACT' | 'SERVICE_AGREEMENT' | 'DISPATCH';
export type Insurance = 'PENSION' | 'MEDICAL' | 'UNEMPLOYMENT' | 'INJURY';

/** Why a month counts nothing. */
export const ZERO_REASONS = {
  NO_CONTRACT: '这个月没有合同',
  CONTRACT_SHORT: '合同不满一年',
  AGE: '不在法定就业年龄',
  WAGE_BELOW_MINIMUM: '工资低于当月最低工资',
  INSURANCE_GAP: '社会保险没有缴足',
  CERT_INVALID: '证件无效或等级不计入',
  COUNTED_ELSEWHERE: '这个月已在别的单位计入',
  DISPATCH_OTHER_SIDE: '派遣协议约定由另一方计入',
} as const;
export type ZeroReason = keyof typeof ZERO_REASONS;

/** One disabled employee of a unit in one year. */
export interface HireFacts {
  /** names the employee in matrix and trace without personal data */
  ref: string;
  certificate: CertificateKind;
  /** 1–4 of a 残疾人证, 1–10 of a 残疾军人证 */
  grade: number;
  /** last valid day; null: no end */
  certificateExpiresOn: IsoDate | null;
  birthOn: IsoDate;
  sex: Sex;
  form: EmploymentForm;
  /** for DISPATCH: does the written agreement give the person to this unit? */
  countedHere: boolean;
  contractFrom: IsoDate;
  /** null: open-ended */
  contractTo: IsoDate | null;
  /** twelve wages in fen; null: not paid */
  monthlyWageFen: readonly (number | null)[];
  insuranceMonths: Readonly<Partial<Record<Insurance, readonly number[]>>>;
  /** months already counted at another unit */
  countedElsewhere: readonly number[];
}

/** What one month of one employee counts: the weight, or 0 with its reason. */
export interface MonthCell {
  month: number;
  weight: Fraction;
  reason?: ZeroReason;
}

/** The counted hires of a unit and year. */
export interface Counted {
  /** weighted person-years */
  counted: Fraction;
  /** person-years without weights */
  heads: Fraction;
  matrix: { ref: string; cells: MonthCell[]; personYears: Fraction }[];
}

const ZERO = new Fraction(0);

/** The dated weight of a certificate and grade in a month. @source 残联厅函〔2022〕63号 (一) */
export function weightOn(certificate: CertificateKind, grade: number, day: IsoDate, law: UsedLaw): Fraction {
  return law.fraction('count.weight', day, `${certificate}:${grade}`).value;
}

/** A certificate with its grade. */
export interface Graded {
  certificate: CertificateKind;
  grade: number;
}

/** Who holds two certificates counts once, at the higher weight; of equal ones the first. */
export function heaviestOf<T extends Graded>(certificates: readonly [T, ...T[]], day: IsoDate, law: UsedLaw): T {
  const weight = ({ certificate, grade }: T): Fraction => weightOn(certificate, grade, day, law);
  return certificates.reduce((best, one) => (weight(one).compare(weight(best)) > 0 ? one : best));
}

/** On establishment, open-ended, or at least one year, the last day included: 2025-03-01 to 2026-02-28 is one. @source 财税〔2015〕72号 art. 8 */
export const lastsAYear = (hire: Pick<HireFacts, 'form' | 'contractFrom' | 'contractTo'>): boolean =>
  hire.form === 'ESTABLISHMENT' ||
  hire.contractTo === null ||
  addDays(hire.contractTo, 1) >= addMonths(hire.contractFrom, 12);

/** The months of a year in which the contract is in force, be it for a day. */
export function contractMonths(hire: Pick<HireFacts, 'contractFrom' | 'contractTo'>, year: number): number[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return months.filter((month) => {
    const first = firstOf(year, month);
    return hire.contractFrom < addMonths(first, 1) && (hire.contractTo === null || hire.contractTo >= first);
  });
}

const firstOf = (year: number, month: number): IsoDate => isoDate(`${year}-${String(month).padStart(2, '0')}-01`);

/**
 * The monthly minimum wage of the place in a month, in fen.
 *
 * @throws RuleRefusal LAW_UNKNOWN where none was entered
 */
export function minimumWage(day: IsoDate, law: UsedLaw): number {
  const wageClass = law.find('setting.wageClass', day);
  return Number(law.on('count.minimumWage', day, wageClass?.row.value ?? '').row.value);
}

function withinAge(hire: HireFacts, first: IsoDate, last: IsoDate, law: UsedLaw): boolean {
  const [lower, upper] = law.on('count.ageBounds', first, hire.sex).row.value.split('..').map(Number) as [
    number,
    number,
  ];
  // Inclusive at both ends: the month in which somebody turns 16 counts, and so does every month begun at the upper age.
  return ageOn(hire.birthOn, last) >= lower && ageOn(hire.birthOn, first) <= upper;
}

/**
 * The insurances that must be paid in full for a month to count.
 *
 * @throws RuleRefusal LAW_UNKNOWN where no list was entered
 */
export const wantedInsurances = (day: IsoDate, law: UsedLaw): Insurance[] =>
  law.on('count.insurances', day).row.value.split(',') as Insurance[];

function insured(hire: HireFacts, month: number, day: IsoDate, law: UsedLaw): boolean {
  const wanted = wantedInsurances(day, law);
  return wanted.every((insurance) => hire.insuranceMonths[insurance]?.includes(month));
}

/** The first condition that fails, in the order an officer checks them; undefined when all hold. */
function failing(
  hire: HireFacts,
  month: number,
  first: IsoDate,
  filedOn: IsoDate,
  law: UsedLaw,
): ZeroReason | undefined {
  const last = addDays(addMonths(first, 1), -1);
  if (hire.contractFrom > last || (hire.contractTo !== null && hire.contractTo < first)) return 'NO_CONTRACT';
  if (!lastsAYear(hire)) return 'CONTRACT_SHORT';
  if (hire.form === 'DISPATCH' && !hire.countedHere) return 'DISPATCH_OTHER_SIDE';
  if (hire.countedElsewhere.includes(month)) return 'COUNTED_ELSEWHERE';
  if (hire.certificateExpiresOn !== null && hire.certificateExpiresOn < filedOn) return 'CERT_INVALID';
  if (!withinAge(hire, first, last, law)) return 'AGE';
  const wage = hire.monthlyWageFen[month - 1];
  if (wage === null || wage === undefined || wage < minimumWage(first, law)) return 'WAGE_BELOW_MINIMUM';
  return insured(hire, month, first, law) ? undefined : 'INSURANCE_GAP';
}

/**
 * 安排残疾人 of one unit, month by month: a year total is never spread over the months.
 *
 * @param year    the calendar year of the facts
 * @param filedOn day the materials were filed; certificates must be valid on it
 * @returns Σ persons Σ months weight ÷ 12, exact, and the month × person matrix; every 0 carries its reason
 * @throws RuleRefusal LAW_UNKNOWN naming the missing row (minimum wage, age bounds, insurances, weight); LEVY_INPUT for a person listed twice
 * @source 残联厅函〔2022〕63号; 财税〔2015〕72号
 */
export function countHires(hires: readonly HireFacts[], year: number, filedOn: IsoDate, law: UsedLaw): Ruled<Counted> {
  if (new Set(hires.map((hire) => hire.ref)).size < hires.length) {
    throw new RuleRefusal('LEVY_INPUT', 'hires', undefined, '同一个人填了两次，请合并。');
  }
  const trace = new Trace('countedHires', '已安排残疾人数');
  const matrix = hires.map((hire) => {
    const { result: cells, note } = law.noting(() =>
      Array.from({ length: 12 }, (_, index): MonthCell => {
        const month = index + 1;
        const first = firstOf(year, month);
        const reason = failing(hire, month, first, filedOn, law);
        if (reason) return { month, weight: ZERO, reason };
        const weight = weightOn(hire.certificate, hire.grade, first, law);
        return weight.equals(0) ? { month, weight, reason: 'CERT_INVALID' } : { month, weight };
      }),
    );
    const personYears = cells.reduce((sum, cell) => sum.add(cell.weight), ZERO).div(12);
    const reasons = [...new Set(cells.flatMap((cell) => cell.reason ?? []))].map((reason) => ZERO_REASONS[reason]);
    trace.step('hire', `残疾职工 ${hire.ref}`, personYears, {
      inputs: {
        计入月数: String(cells.filter((cell) => !cell.reason).length),
        ...(reasons.length > 0 ? { 不计原因: reasons.join('、') } : {}),
      },
      source: '残联厅函〔2022〕63号',
      note,
    });
    return { ref: hire.ref, cells, personYears };
  });
  const counted = matrix.reduce((sum, row) => sum.add(row.personYears), ZERO);
  const months = matrix.flatMap((row) => row.cells).filter((cell) => !cell.reason).length;
  return { result: { counted, heads: new Fraction(months, 12), matrix }, trace: trace.done(exactText(counted)) };
}
