import { addDays, addMonths, type IsoDate } from '../calendar.js';
import type { Sex } from '../identifiers/index.js';
import type { Law } from '../law/index.js';
import type { MatchLaw } from './facts.js';

/** Dated parameters that matching rests on; operators' rows but for the first. */
export const MATCH_PARAMETERS = {
  minimumAge: 'work.age.min',
  /** full years of working age, both included, `16..59`; qualifier MALE or FEMALE. The same that counting hires uses. */
  ageBounds: 'count.ageBounds',
  /** `yes` where the local act takes disabled job seekers for 就业困难人员 */
  targetByStatus: 'post.target.disabled',
  /** `yes` where public-welfare posts are for residents of the paying county */
  residentsOnly: 'post.residents.only',
} as const;

const sourceIfYes = (law: Law, code: string, day: IsoDate): string | null => {
  const found = law.find(code, day);
  return found?.row.value === 'yes' ? found.row.source : null;
};

/** What the dated parameters of a place say about matching on a day. @throws RuleRefusal LAW_UNKNOWN without a youngest age of work */
export function matchLawOn(law: Law, day: IsoDate): MatchLaw {
  const { row } = law.on(MATCH_PARAMETERS.minimumAge, day);
  return {
    minimumAge: { years: Number(row.value), source: row.source },
    targetByStatus: sourceIfYes(law, MATCH_PARAMETERS.targetByStatus, day),
    residentsOnly: sourceIfYes(law, MATCH_PARAMETERS.residentsOnly, day),
  };
}

/** The last day of working age: the day before the birthday that ends the last full year. Null where no age table is entered. */
export function workingAgeUntil(birthOn: IsoDate, sex: Sex, law: Law, day: IsoDate): IsoDate | null {
  const found = law.find(MATCH_PARAMETERS.ageBounds, day, { qualifier: sex });
  if (found === undefined) return null;
  const lastAge = Number(found.row.value.split('..')[1]);
  return addDays(addMonths(birthOn, (lastAge + 1) * 12), -1);
}
