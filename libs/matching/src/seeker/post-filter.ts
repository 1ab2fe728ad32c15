import { DomainError } from '@tongxing/platform';
import {
  BAND_KM,
  type MatchPerson,
  type MatchPost,
  parseYuan,
  RuleRefusal,
  travelBand,
  TRAVEL_BANDS,
  type TravelBand,
} from '@tongxing/rules';

/** Which posts of a list are wanted now; what is absent asks for nothing. Unlike a wish it changes no answer. */
export interface PostFilter {
  kinds?: readonly string[] | null;
  /** work place: digits of a division; posts in it and below */
  divisionCode?: string | null;
  /** no farther than this band */
  within?: string | null;
  /** a month, at the lower end */
  wageFromYuan?: string | null;
  remote?: boolean | null;
}

/** 640324100000 → 640324100: what every place in it begins with. */
const prefixOf = (code: string): string => {
  for (const length of [2, 4, 6, 9]) if (/^0*$/.test(code.slice(length))) return code.slice(0, length);
  return code;
};

const isBand = (text: string): text is TravelBand => (TRAVEL_BANDS as readonly string[]).includes(text);

/**
 * The filter as a question to one post; null: everything is wanted.
 *
 * @throws DomainError VALIDATION for an unknown band or a wage that is no amount
 */
export function postFilter(filter: PostFilter, person: MatchPerson): ((post: MatchPost) => boolean) | null {
  const tests: ((post: MatchPost) => boolean)[] = [];
  const { kinds, divisionCode, within, wageFromYuan, remote } = filter;
  if (kinds && kinds.length > 0) tests.push(({ kind }) => kinds.includes(kind));
  if (divisionCode) {
    const prefix = prefixOf(divisionCode);
    tests.push(({ workDivisionCode }) => workDivisionCode.startsWith(prefix));
  }
  if (within) {
    if (!isBand(within)) throw wrong('within', '请选多远。');
    tests.push((post) => BAND_KM[travelBand(person, post)] <= BAND_KM[within]);
  }
  if (wageFromYuan) {
    const wage = fenOf(wageFromYuan);
    tests.push(({ wageLowFen }) => wageLowFen >= wage);
  }
  if (remote) tests.push((post) => post.remote);
  return tests.length === 0 ? null : (post) => tests.every((test) => test(post));
}

function fenOf(text: string): number {
  try {
    return parseYuan(text);
  } catch (error) {
    if (error instanceof RuleRefusal) throw wrong('wageFromYuan', '工资要写成数字，比如 2000。');
    throw error;
  }
}

const wrong = (field: string, message: string): DomainError =>
  new DomainError('VALIDATION', message, { field: `filter.${field}` });
