import { addDays, birthdayOn, type IsoDate } from '../calendar.js';
import type { Sex } from '../identifiers/index.js';
import type { Law } from '../law/index.js';
import { sourceOf } from '../quota/used-law.js';
import { termLawOn } from '../welfare/term.js';
import type { MatchLaw } from './facts.js';

/** Dated parameters that matching rests on, all of them operators' rows. */
export const MATCH_PARAMETERS = {
  minimumAge: 'work.age.min',
  /** full years of working age, both included, `16..59`; qualifier MALE or FEMALE. The same that counting hires uses. */
  ageBounds: 'count.ageBounds',
  /** `yes` where the local act takes disabled job seekers for 就业困难人员 */
  targetByStatus: 'post.target.disabled',
  /** `yes` where public-welfare posts are for residents of the paying county */
  residentsOnly: 'post.residents.only',
  /** `yes` where the local act says 一人一岗 */
  onePost: 'post.onePost',
  /** years beyond working age that a dated decision of the county allows at public-welfare posts */
  ageRelaxed: 'post.relax.ageYears',
} as const;

const sourceIfYes = (law: Law, code: string, day: IsoDate): string | null => {
  const found = law.find(code, day);
  return found?.row.value === 'yes' ? sourceOf(found) : null;
};

/** What the dated parameters of a place say about matching on a day; a slot without a row stays empty. */
export function matchLawOn(law: Law, day: IsoDate): MatchLaw {
  const youngest = law.find(MATCH_PARAMETERS.minimumAge, day);
  const bounds = law.find(MATCH_PARAMETERS.ageBounds, day, { qualifier: 'MALE' });
  const relaxed = law.find(MATCH_PARAMETERS.ageRelaxed, day);
  return {
    minimumAge: youngest ? { years: Number(youngest.row.value), source: sourceOf(youngest) } : null,
    ageTable: bounds ? sourceOf(bounds) : null,
    targetByStatus: sourceIfYes(law, MATCH_PARAMETERS.targetByStatus, day),
    ageRelaxed: relaxed ? { years: Number(relaxed.row.value), source: sourceOf(relaxed) } : null,
    residentsOnly: sourceIfYes(law, MATCH_PARAMETERS.residentsOnly, day),
    onePost: sourceIfYes(law, MATCH_PARAMETERS.onePost, day),
    term: termLawOn(law, day),
  };
}

/** The last day of working age: the day before the birthday that ends the last full year. Null where no age table is entered. */
export function workingAgeUntil(birthOn: IsoDate, sex: Sex, law: Law, day: IsoDate): IsoDate | null {
  const found = law.find(MATCH_PARAMETERS.ageBounds, day, { qualifier: sex });
  if (found === undefined) return null;
  const lastAge = Number(found.row.value.split('..')[1]);
  return addDays(birthdayOn(birthOn, lastAge + 1), -1);
}
