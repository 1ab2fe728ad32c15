import type { Person } from '@tongxing/people';
import {
  addDays,
  contractMonths,
  type Graded,
  heaviestOf,
  type HireFacts,
  type IsoDate,
  isoDate,
  type UsedLaw,
} from '@tongxing/rules';
import type { HireSecrets } from './hire.secrets.js';
import type { CountedHire } from './quota.entity.js';

/** What the roster of people says of a certificate. */
export type Registered = Pick<Person, 'idBlind' | 'state' | 'stateOn' | 'certificateExpiresOn'>;

const NEVER_VALID = isoDate('1900-01-01');
const GRADE_AT = 19;

/** The certificates of a person with their grades: that of a 残疾人证 stands in its number. */
export function gradesOf(held: {
  certificate?: string | null | undefined;
  veteran?: string | null | undefined;
  veteranGrade?: number | null | undefined;
}): Graded[] {
  const { certificate, veteran, veteranGrade } = held;
  return [
    ...(certificate ? [{ certificate: 'DISABLED_PERSON', grade: Number(certificate[GRADE_AT]) } as const] : []),
    ...(veteran && veteranGrade ? [{ certificate: 'DISABLED_VETERAN', grade: veteranGrade } as const] : []),
  ];
}

/** Months that a declaration claims for its employer: contract in force, a wage paid, and the dispatch agreement on its side. */
export const claimedMonths = (hire: CountedHire, year: number): number[] =>
  hire.countedHere ? contractMonths(hire, year).filter((month) => (hire.monthlyWageFen[month - 1] ?? 0) > 0) : [];

/** Until when a certificate holds; null: no end is known. A cancelled one ended the day before. */
function validUntil(person: Registered | undefined): IsoDate | null {
  if (person === undefined) return null;
  if (person.state !== 'ACTIVE') return person.stateOn === null ? NEVER_VALID : addDays(person.stateOn, -1);
  return person.certificateExpiresOn;
}

/** True when `other` was declared before `hire`: the month counts where it was declared first. */
const isEarlier = (other: CountedHire, hire: CountedHire): boolean => {
  const [a, b] = [other.declaredAt.getTime(), hire.declaredAt.getTime()];
  return a === b ? other.id < hire.id : a < b;
};

/**
 * A declared hire as the counting rule takes it.
 *
 * @param ref       names the hire in matrix and trace without personal data
 * @param person    the roster's row; undefined: certified elsewhere
 * @param elsewhere declarations of the same person and year at other employers
 * @throws RuleRefusal LAW_UNKNOWN where no weight covers the year
 */
export function hireFacts(
  hire: CountedHire,
  secrets: HireSecrets,
  ref: string,
  person: Registered | undefined,
  elsewhere: readonly CountedHire[],
  law: UsedLaw,
): HireFacts {
  const grades = gradesOf(secrets);
  const [first, ...others] = grades;
  if (first === undefined) throw new Error(`hire ${hire.id} has no certificate`);
  const taken = elsewhere.filter((other) => isEarlier(other, hire)).flatMap((other) => claimedMonths(other, hire.year));
  return {
    ref,
    ...heaviestOf([first, ...others], isoDate(`${hire.year}-12-01`), law),
    certificateExpiresOn: validUntil(person),
    birthOn: hire.birthOn,
    sex: hire.sex,
    form: hire.form,
    countedHere: hire.countedHere,
    contractFrom: hire.contractFrom,
    contractTo: hire.contractTo,
    monthlyWageFen: hire.monthlyWageFen,
    insuranceMonths: hire.insuranceMonths,
    countedElsewhere: [...new Set(taken)],
  };
}
