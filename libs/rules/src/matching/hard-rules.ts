import { addMonths, ageOn, type IsoDate } from '../calendar.js';
import { barOn, spanHeld, termLeft } from '../welfare/standing.js';
import { provisionName } from './accommodations.js';
import { type MatchAnswer, worseOf } from './answer.js';
import { demandAnswer } from './demand.js';
import { EDUCATION_ORDER, type MatchLaw, type MatchPerson, type MatchPost } from './facts.js';
import { LICENCE_ANSWERS, licenceState } from './licences.js';
import { BAND_KM, distanceOpen, travelBand } from './travel.js';

export type BasisKind = 'LAW' | 'LOCAL_ACT' | 'TASK' | 'PERSON' | 'OFFICE';

/** Why a rule may say NO. */
export interface Basis {
  kind: BasisKind;
  source: string;
}

export const HARD_RULE_IDS = [
  'H-ACTIVE',
  'H-REGION',
  'H-COMMUTE',
  'H-LIMIT',
  'H-CERT',
  'H-REFUSED',
  'H-ONEPOST',
  'H-TERM',
  'H-TARGET',
  'H-EDU',
  'H-SKILL',
  'H-LICENCE',
  'H-AGE',
  'H-ACCESS',
  'H-DEMAND',
] as const;
export type HardRuleId = (typeof HARD_RULE_IDS)[number];

type Facts = readonly [person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw];

/** One condition of a match. */
export interface HardRule {
  id: HardRuleId;
  /** what a NO would rest on; null: nothing */
  basis(post: MatchPost, law: MatchLaw, person: MatchPerson, day: IsoDate): Basis | null;
  /** the bare answer, without regard to the basis */
  test(...facts: Facts): MatchAnswer;
}

export const PUBLIC_WELFARE = 'PUBLIC_WELFARE';

/** Kinds of posts that count as employment of a certificate holder, and so need a valid certificate. */
const CERTIFICATE_KINDS = new Set([PUBLIC_WELFARE, 'PROPORTIONAL', 'CONCENTRATED', 'AUXILIARY']);

const OFFICE: Basis = { kind: 'OFFICE', source: '残联登记' };
const PERSON: Basis = { kind: 'PERSON', source: '本人填写' };
const TASK: Basis = { kind: 'TASK', source: '岗位要求' };

const OF_TERM = { LEFT: 'FITS', USED_UP: 'NO', UNSURE: 'UNKNOWN' } as const;

const yes = (condition: boolean): MatchAnswer => (condition ? 'FITS' : 'NO');

/** True for a certificate that must be valid: such posts are counted, funded or reserved by it. */
export const needsCertificate = (post: MatchPost): boolean => CERTIFICATE_KINDS.has(post.kind);

const educationRank = (code: string | null): number => EDUCATION_ORDER.indexOf(code as never);

/** What of `needed` is not in `held`. */
export const missingOf = (needed: readonly string[], held: readonly string[]): string[] =>
  needed.filter((one) => !held.includes(one));

/** What of the person's needs the workplace neither has nor promises. */
export const missingProvisions = (person: MatchPerson, post: MatchPost): string[] =>
  missingOf(person.accessNeeds, post.provisions.map(provisionName));

const tooYoung = (person: MatchPerson, day: IsoDate, law: MatchLaw): boolean =>
  law.minimumAge !== null && ageOn(person.birthOn, day) < law.minimumAge.years;

/** True for who is beyond working age and still within what a dated decision allows at this post. */
export const withinRelaxedAge = (person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): boolean =>
  law.ageRelaxed !== null &&
  post.kind === PUBLIC_WELFARE &&
  person.workingAgeUntil !== null &&
  day > person.workingAgeUntil &&
  day <= addMonths(person.workingAgeUntil, law.ageRelaxed.years * 12);

const countyOf = (code: string): string => code.slice(0, 6);

/**
 * The hard rules, cheap ones first. A rule answers by what it knows: a missing fact is UNKNOWN, never NO.
 * H-CONSENT and H-HOURS join when their facts are kept (docs/decisions).
 */
export const HARD_RULES: readonly HardRule[] = [
  {
    id: 'H-ACTIVE',
    basis: () => OFFICE,
    test: (person, post, day) =>
      yes(person.active && post.open && post.openings > 0 && post.publishedOn <= day && day <= post.closesOn),
  },
  {
    id: 'H-REGION',
    basis: (_, law) => (law.residentsOnly === null ? null : { kind: 'LOCAL_ACT', source: law.residentsOnly }),
    test: (person, post) =>
      yes(post.kind !== PUBLIC_WELFARE || countyOf(person.divisionCode) === countyOf(post.divisionCode)),
  },
  {
    id: 'H-COMMUTE',
    basis: () => PERSON,
    test: (person, post) => {
      if (person.commuteKm === null || BAND_KM[travelBand(person, post)] <= person.commuteKm) return 'FITS';
      return BAND_KM.VILLAGE <= person.commuteKm && distanceOpen(person, post) ? 'UNKNOWN' : 'NO';
    },
  },
  {
    id: 'H-LIMIT',
    // A legal basis as text says that there is a limit, not which: a person of the office looks.
    basis: () => null,
    test: (_, post) => (post.limitBasis === null ? 'FITS' : 'UNKNOWN'),
  },
  {
    id: 'H-CERT',
    basis: () => OFFICE,
    test: (person, post, day) => {
      if (!needsCertificate(post)) return 'FITS';
      return person.certificateExpiresOn === null ? 'UNKNOWN' : yes(day <= person.certificateExpiresOn);
    },
  },
  {
    id: 'H-REFUSED',
    // Each decision names the notice that it rests on.
    basis: (_, _law, person, day) => {
      const bar = barOn(person.welfare, day);
      return bar === undefined ? null : { kind: 'LOCAL_ACT', source: bar.source };
    },
    test: (person, post, day) => yes(post.kind !== PUBLIC_WELFARE || barOn(person.welfare, day) === undefined),
  },
  {
    id: 'H-ONEPOST',
    basis: (_, law) => (law.onePost === null ? null : { kind: 'LOCAL_ACT', source: law.onePost }),
    test: (person, post, day) => yes(post.kind !== PUBLIC_WELFARE || spanHeld(person.welfare, day) === undefined),
  },
  {
    id: 'H-TERM',
    basis: (_, { term }) => (term.maxMonths === null ? null : { kind: 'LOCAL_ACT', source: term.maxMonths.source }),
    test: (person, post, day, law) =>
      post.kind === PUBLIC_WELFARE ? OF_TERM[termLeft(person.welfare, day, person.workingAgeUntil, law.term)] : 'FITS',
  },
  {
    id: 'H-TARGET',
    basis: (_, law) => (law.targetByStatus === null ? null : { kind: 'LOCAL_ACT', source: law.targetByStatus }),
    test: (person, post, _, law) => {
      if (post.kind !== PUBLIC_WELFARE) return 'FITS';
      if (law.targetByStatus === null || person.seeksWork === null) return 'UNKNOWN';
      return yes(person.seeksWork);
    },
  },
  {
    id: 'H-EDU',
    basis: () => TASK,
    test: (person, post) => {
      if (post.minEducation === null) return 'FITS';
      const needed = educationRank(post.minEducation);
      const has = educationRank(person.education);
      // A word that is not on the scale can't be compared.
      return needed < 0 || has < 0 ? 'UNKNOWN' : yes(has >= needed);
    },
  },
  {
    id: 'H-SKILL',
    basis: () => TASK,
    test: (person, post) => {
      if (post.skills.length === 0) return 'FITS';
      return person.skills === null ? 'UNKNOWN' : yes(missingOf(post.skills, person.skills).length === 0);
    },
  },
  {
    id: 'H-LICENCE',
    basis: () => TASK,
    test: (person, post, day) =>
      post.licences.reduce<MatchAnswer>(
        (answer, kind) => worseOf(answer, LICENCE_ANSWERS[licenceState(person.licences, kind, day)]),
        'FITS',
      ),
  },
  {
    id: 'H-AGE',
    basis: (_, law, person, day) => {
      const source = tooYoung(person, day, law) ? law.minimumAge?.source : law.ageTable;
      return source ? { kind: 'LAW', source } : null;
    },
    test: (person, post, day, law) => {
      if (tooYoung(person, day, law)) return 'NO';
      if (person.workingAgeUntil !== null && day > person.workingAgeUntil && !withinRelaxedAge(person, post, day, law))
        return 'NO';
      return person.workingAgeUntil === null || law.minimumAge === null ? 'UNKNOWN' : 'FITS';
    },
  },
  {
    id: 'H-ACCESS',
    basis: () => PERSON,
    test: (person, post) => {
      if (person.accessNeeds.length === 0 || post.remote) return 'FITS';
      if (missingProvisions(person, post).length === 0) return 'FITS';
      return post.provisions.length === 0 ? 'UNKNOWN' : 'NO';
    },
  },
  { id: 'H-DEMAND', basis: () => TASK, test: (person, post, day) => demandAnswer(person, post, day) },
];

/** A rule's answer with its basis in view: no basis, no NO. */
export function answerOf(rule: HardRule, ...facts: Facts): MatchAnswer {
  const answer = rule.test(...facts);
  return answer === 'NO' && rule.basis(facts[1], facts[3], facts[0], facts[2]) === null ? 'UNKNOWN' : answer;
}
