import { ageOn, type IsoDate, yearOf } from '../../calendar.js';
import { barOn, servedBefore, spanHeld } from '../../welfare/standing.js';
import { type MatchAnswer, worseOf } from '../answer.js';
import type { MatchPerson } from '../facts.js';
import { answerOf, HARD_RULES, type HardRule, type HardRuleId, PUBLIC_WELFARE } from '../hard-rules.js';
import { licencesText } from '../licences.js';
import { BAND_KM, TRAVEL_BANDS } from '../travel.js';
import type { IndexedPost } from './match-engine.js';

/**
 * Rules that read little of a post and little of a person. Posts, or people, that are alike to them are asked about once, by the rule itself, so
 * that a row can't be stricter than the law. Whoever changes what one of these rules reads changes its keys.
 */
export interface Facet {
  rules: readonly HardRuleId[];
  /** the same text: the same answer for everybody */
  post(indexed: IndexedPost): string;
  /** the same text and number: the same answer for every post */
  text(person: MatchPerson, day: IsoDate): string | null;
  state(person: MatchPerson, day: IsoDate): number;
}

const BANDS_KM = TRAVEL_BANDS.map((band) => BAND_KM[band]);
const bandsWithin = (km: number): number => BANDS_KM.reduce((count, band) => count + (band <= km ? 1 : 0), 0);
const threeWay = (fact: boolean | null): number => (fact === null ? 2 : Number(fact));
const withinUntil = (day: IsoDate, until: IsoDate | null): boolean | null => (until === null ? null : day <= until);
/** More years than any decision may relax the age by (`post.relax.ageYears`). */
const MOST_YEARS_PAST = 21;
const AGE_STATES = MOST_YEARS_PAST + 2;
/** Years, begun ones too, since working age ended: 0 within it, -1 where it is not known. What a relaxation of n years covers is n or less. */
function yearsPast(day: IsoDate, until: IsoDate | null): number {
  if (until === null) return -1;
  if (until >= day) return 0;
  // The 29th of February is past after the 28th of other years and on their 1st of March alike, so that months and days tell.
  const begun = day.slice(5) > until.slice(5) ? 1 : 0;
  return Math.min(MOST_YEARS_PAST, yearOf(day) - yearOf(until) + begun);
}
const countyOf = (code: string): string => code.slice(0, 6);

export const FACETS: readonly Facet[] = [
  {
    rules: ['H-COMMUTE'],
    post: ({ post }) => (post.remote ? '' : post.workDivisionCode),
    text: ({ divisionCode }) => divisionCode,
    state: ({ commuteKm }) => (commuteKm === null ? -1 : bandsWithin(commuteKm)),
  },
  {
    rules: ['H-REGION', 'H-CERT', 'H-TARGET'],
    post: ({ post, law }) =>
      JSON.stringify([post.kind, countyOf(post.divisionCode), law.residentsOnly, law.targetByStatus]),
    text: ({ divisionCode }) => countyOf(divisionCode),
    state: (person, day) => threeWay(withinUntil(day, person.certificateExpiresOn)) * 3 + threeWay(person.seeksWork),
  },
  {
    rules: ['H-REFUSED', 'H-ONEPOST', 'H-TERM'],
    post: ({ post, law }) => (post.kind === PUBLIC_WELFARE ? JSON.stringify([law.onePost, law.term]) : ''),
    // Most people have served nowhere; how much is left to the others hangs on all of their days.
    text: ({ welfare, workingAgeUntil }, day) =>
      welfare.served.length === 0 ? null : JSON.stringify([servedBefore(welfare, day), workingAgeUntil, day]),
    state: ({ welfare }, day) =>
      welfare.bars.length === 0 && welfare.served.length === 0
        ? 0
        : Number(barOn(welfare, day) !== undefined) * 2 + Number(spanHeld(welfare, day) !== undefined),
  },
  {
    rules: ['H-EDU'],
    post: ({ post }) => JSON.stringify(post.minEducation),
    text: ({ education }) => education,
    state: () => 0,
  },
  {
    rules: ['H-LICENCE'],
    post: ({ post }) => (post.licences.length === 0 ? '' : JSON.stringify(post.licences)),
    text: ({ licences }, day) => licencesText(licences, day),
    state: () => 0,
  },
  {
    rules: ['H-AGE'],
    post: ({ post, law }) =>
      JSON.stringify([law.minimumAge, law.ageTable, post.kind === PUBLIC_WELFARE ? law.ageRelaxed : null]),
    text: () => null,
    state: (person, day) => ageOn(person.birthOn, day) * AGE_STATES + yearsPast(day, person.workingAgeUntil) + 1,
  },
  {
    rules: ['H-ACCESS'],
    post: ({ post }) => JSON.stringify([post.remote, post.provisions]),
    text: ({ accessNeeds }) => (accessNeeds.length === 0 ? null : JSON.stringify(accessNeeds)),
    state: () => 0,
  },
];

export const rulesOf = (ids: readonly HardRuleId[]): HardRule[] => HARD_RULES.filter(({ id }) => ids.includes(id));
export const worst = (
  rules: readonly HardRule[],
  person: MatchPerson,
  { post, law }: IndexedPost,
  day: IsoDate,
): MatchAnswer =>
  rules.reduce<MatchAnswer>((answer, rule) => worseOf(answer, answerOf(rule, person, post, day, law)), 'FITS');

/** What a day does to a post, whoever asks. */
export const DAY_RULES = rulesOf(['H-ACTIVE']);
/** The same, with what nobody can be sure of. */
export const SURE_RULES = rulesOf(['H-ACTIVE', 'H-LIMIT']);
