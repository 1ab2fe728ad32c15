import { normaliseCode, type Read } from './outcome.js';

/** The 31 characters of a credit code: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** 单位性质 that the prefix suggests (?): a mismatch with the declared kind is a warning, never a refusal. */
const KIND_BY_PREFIX: Record<string, string> = {
  '11': 'GOVERNMENT_ORGAN',
  '12': 'PUBLIC_INSTITUTION',
  '13': 'SOCIAL_ORGANISATION',
  '51': 'SOCIAL_ORGANISATION',
  '52': 'PRIVATE_NON_ENTERPRISE',
  '53': 'SOCIAL_ORGANISATION',
  '91': 'ENTERPRISE',
  '92': 'OWN_ACCOUNT',
  '93': 'ENTERPRISE',
};

/** A 统一社会信用代码. */
export interface CreditCode {
  value: string;
  /** false: the organisation code inside fails its own check, a warning only */
  organisationCheck: boolean;
  /** unit kind that the prefix suggests; undefined when it suggests none */
  suggestedKind?: string;
}

/** The check character of the first 17. @source GB 32100-2015 */
export function creditCheckCharacter(first: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1)
    sum += ALPHABET.indexOf(first[index] as string) * (WEIGHTS[index] as number);
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/** The check character of an organisation code's first eight. @source GB 11714 */
export function organisationCheckCharacter(eight: string): string {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const character = eight.charCodeAt(index);
    const value = character < 58 ? character - 48 : character - 55;
    sum += value * (ORGANISATION_WEIGHTS[index] as number);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Completes 17 characters to a code that is valid in form; for made-up units. */
export const withCreditCheck = (first: string): string => first + creditCheckCharacter(first);

/** Builds a code with both checks right from prefix (2), division (6) and eight characters of an organisation code; for made-up units. */
export const makeCreditCode = (prefix: string, divisionCode: string, eight: string): string =>
  withCreditCheck(`${prefix}${divisionCode}${eight}${organisationCheckCharacter(eight)}`);

/** Reads a credit code; CREDIT_CODE for anything that is none. @source GB 32100-2015 */
export function readCreditCode(text: string): Read<CreditCode> {
  const value = normaliseCode(text);
  if (!SHAPE.test(value) || creditCheckCharacter(value) !== value[17]) return { ok: false, code: 'CREDIT_CODE' };
  const suggestedKind = KIND_BY_PREFIX[value.slice(0, 2)];
  return {
    ok: true,
    value,
    organisationCheck: organisationCheckCharacter(value.slice(8, 16)) === value[16],
    ...(suggestedKind ? { suggestedKind } : {}),
  };
}
