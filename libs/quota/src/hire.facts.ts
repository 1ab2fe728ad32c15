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

/** What the roster of people says of somebody's certificates. Its last day belongs to the 残疾人证 where there is one. */
export type Registered = Pick<Person, 'state' | 'stateOn' | 'certificateExpiresOn'> & {
  holdsCertificate: boolean;
};

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
function validUntil(kind: Graded['certificate'], person: Registered | undefined): IsoDate | null {
  if (person === undefined) return null;
  if (person.state !== 'ACTIVE') return person.stateOn === null ? NEVER_VALID : addDays(person.stateOn, -1);
  return (kind === 'DISABLED_PERSON') === person.holdsCertificate ? person.certificateExpiresOn : null;
}

/** Of several certificates the valid ones count, and of those the heaviest; where none is valid, the first says so. */
function countedCertificate(
  grades: readonly Graded[],
  person: Registered | undefined,
  filedOn: IsoDate,
  year: number,
  law: UsedLaw,
) {
  const held = grades.map((graded) => ({ ...graded, certificateExpiresOn: validUntil(graded.certificate, person) }));
  const valid = held.filter(({ certificateExpiresOn: last }) => last === null || last >= filedOn);
  const [first, ...others] = valid.length > 0 ? valid : held.slice(0, 1);
  return first && heaviestOf([first, ...others], isoDate(`${year}-12-01`), law);
}

/** True when `other` was declared before `hire`: the month counts where it was declared first. */
export const isEarlier = (other: CountedHire, hire: CountedHire): boolean => {
  const [a, b] = [other.declaredAt.getTime(), hire.declaredAt.getTime()];
  return a === b ? other.id < hire.id : a < b;
};

/**
 * A declared hire as the counting rule takes it.
 *
 * @param ref       names the hire in matrix and trace without personal data
 * @param person    the roster's row; undefined: certified elsewhere
 * @param filedOn   the day on which certificates must be valid
 * @param taken     months that count at another employer
 * @throws RuleRefusal LAW_UNKNOWN where no weight covers the year
 */
export function hireFacts(
  hire: CountedHire,
  secrets: HireSecrets,
  ref: string,
  person: Registered | undefined,
  filedOn: IsoDate,
  taken: readonly number[],
  law: UsedLaw,
): HireFacts {
  const counted = countedCertificate(gradesOf(secrets), person, filedOn, hire.year, law);
  if (counted === undefined) throw new Error(`hire ${hire.id} has no certificate`);
  return {
    ref,
    ...counted,
    birthOn: hire.birthOn,
    sex: hire.sex,
    form: hire.form,
    countedHere: hire.countedHere,
    contractFrom: hire.contractFrom,
    contractTo: hire.contractTo,
    monthlyWageFen: hire.monthlyWageFen,
    insuranceMonths: hire.insuranceMonths,
    countedElsewhere: taken,
  };
}
