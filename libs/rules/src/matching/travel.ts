import type { MatchPerson, MatchPost } from './facts.js';

export const TRAVEL_BANDS = ['HOME', 'VILLAGE', 'TOWNSHIP', 'COUNTY', 'PREFECTURE', 'FAR'] as const;
export type TravelBand = (typeof TRAVEL_BANDS)[number];

const CODE_DIGITS = 12;
const TOWNSHIP_DIGITS = 9;
const COUNTY_DIGITS = 6;
const PREFECTURE_DIGITS = 4;
const PROVINCE_DIGITS = 2;
/** What stands in place of a village, or of a township, in the code of a larger area. */
const WHOLE = '000';

/** Kilometres one way, by what both divisions share. Estimates, and told as such, until a gazetteer of villages is there. */
export const BAND_KM: Readonly<Record<TravelBand, number>> = {
  HOME: 0,
  VILLAGE: 1,
  TOWNSHIP: 8,
  COUNTY: 30,
  PREFECTURE: 100,
  FAR: 400,
};

export const BAND_WORDS: Readonly<Record<TravelBand, string>> = {
  HOME: '在家工作，不用通勤',
  VILLAGE: '就在您住的村、社区',
  TOWNSHIP: '在您住的乡镇、街道',
  COUNTY: '在本县',
  PREFECTURE: '在本市，不在本县',
  FAR: '在外地',
};

/** How many leading digits two codes share. */
export function sharedDigits(one: string, other: string): number {
  let at = 0;
  while (at < CODE_DIGITS && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** How far the work is from the person's home. The code of a larger area shares no more than that area. */
export function travelBand(person: Pick<MatchPerson, 'divisionCode'>, post: MatchPost): TravelBand {
  if (post.remote) return 'HOME';
  const work = post.workDivisionCode;
  const shared = sharedDigits(person.divisionCode, work);
  if (shared < PREFECTURE_DIGITS) return 'FAR';
  if (shared < COUNTY_DIGITS) return 'PREFECTURE';
  if (shared < TOWNSHIP_DIGITS || work.startsWith(WHOLE, COUNTY_DIGITS)) return 'COUNTY';
  return shared < CODE_DIGITS || work.endsWith(WHOLE) ? 'TOWNSHIP' : 'VILLAGE';
}

/** How many digits of a code name something: 6 for a county, 9 for a township, 12 for a village. */
export function namedDigits(code: string): number {
  if (!code.endsWith(WHOLE)) return CODE_DIGITS;
  if (!code.startsWith(WHOLE, COUNTY_DIGITS)) return TOWNSHIP_DIGITS;
  if (!code.startsWith('00', PREFECTURE_DIGITS)) return COUNTY_DIGITS;
  return code.startsWith('00', PROVINCE_DIGITS) ? PROVINCE_DIGITS : PREFECTURE_DIGITS;
}

/** True where one place is only named by an area that the other lies in: the work may be next door, or at the far end. */
export function distanceOpen(person: Pick<MatchPerson, 'divisionCode'>, post: MatchPost): boolean {
  if (post.remote) return false;
  const named = Math.min(namedDigits(person.divisionCode), namedDigits(post.workDivisionCode));
  return named < CODE_DIGITS && sharedDigits(person.divisionCode, post.workDivisionCode) >= named;
}
