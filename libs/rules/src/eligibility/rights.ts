import { type IsoDate, yearOf } from '../calendar.js';
import type { RightClaim, SchemeRow } from './schemes.js';

/** Longest name of an object in a right key, in characters; longer ones are refused by the form. */
export const MAX_OBJECT_LENGTH = 60;

/** What a right is claimed for. */
export interface RightFacts {
  period: { startsOn: IsoDate; endsOn: IsoDate };
  course: { name: string };
}

const NONE = '-';

/** One name, however it was typed: full width, blanks, capitals and dashes of the key itself make no difference. */
export const objectOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s|]+/gu, '')
    .toLowerCase();

const periodOf = (claim: RightClaim, facts: RightFacts): string =>
  claim.period === 'YEAR' ? String(yearOf(facts.period.startsOn)) : NONE;

/**
 * 享受权利: the keys that an application claims. A live one of the same text bars another application, of this scheme or of one in the same family.
 *
 * @param subjectId the person or employer
 * @returns one key per family of the scheme, `<subject>|<family>|<object>|<period>`
 */
export const rightKeysOf = (scheme: SchemeRow, subjectId: string, facts: RightFacts): string[] =>
  scheme.claims.map((claim) =>
    [
      subjectId,
      claim.family,
      claim.object === 'COURSE' ? objectOf(facts.course.name) : NONE,
      periodOf(claim, facts),
    ].join('|'),
  );
