import { type IsoDate, isIsoDate } from '../calendar.js';
import { isMangledNumber, normaliseCode, type Read } from './outcome.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const SHAPE = /^\d{17}[\dX]$/;

/** Nobody on a roster is older: such a year is a slip of the pen (1896 for 1986). */
const OLDEST_YEARS = 120;

export type Sex = 'MALE' | 'FEMALE';

/** A resident's 身份证号 and what it says. */
export interface IdNumber {
  value: string;
  birthOn: IsoDate;
  sex: Sex;
  /** first six digits: where it was issued first; an unknown one is only a warning */
  divisionCode: string;
}

/** The check digit of 17 digits. @source GB 11643-1999 */
export function idCheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += (digits.charCodeAt(index) - 48) * (WEIGHTS[index] as number);
  return CHECK_DIGITS[sum % 11] as string;
}

/** Completes 17 digits to a number that is valid in form; for made-up people. */
export const withIdCheckDigit = (digits: string): string => digits + idCheckDigit(digits);

/**
 * Reads an 18-digit 身份证号.
 *
 * @param today a birth date after it, or more than 120 years before it, is refused
 * @returns parts; or ID_CHECKSUM (also a wrong length), ID_DATE, NUMBER_MANGLED
 * @source GB 11643-1999
 */
export function readIdNumber(text: string, today: IsoDate): Read<IdNumber> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const value = normaliseCode(text);
  if (!SHAPE.test(value) || idCheckDigit(value) !== value[17]) return { ok: false, code: 'ID_CHECKSUM' };
  const birthOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const earliest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  if (!isIsoDate(birthOn) || birthOn > today || birthOn < earliest) return { ok: false, code: 'ID_DATE' };
  return {
    ok: true,
    value,
    birthOn,
    sex: Number(value[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
    divisionCode: value.slice(0, 6),
  };
}
