import { isMangledNumber, normaliseCode, type Read } from './outcome.js';

const ACCOUNT = /^\d{8,32}$/;
const CARD = /^\d{16,19}$/;
const MOBILE = /^1[3-9]\d{9}$/;

const luhnSum = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum;
};

/** Completes digits to a card number with a right last digit; for made-up accounts. */
export const withLuhnDigit = (digits: string): string => digits + ((10 - (luhnSum(`${digits}0`) % 10)) % 10);

/** A bank account. `checked` is false where it is no card of 16–19 digits with a right last digit: a warning (old cards, passbooks). */
export function readAccount(text: string): Read<{ value: string; checked: boolean }> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const value = normaliseCode(text).replaceAll('-', '');
  if (!ACCOUNT.test(value)) return { ok: false, code: 'ACCOUNT_CHECKSUM' };
  return { ok: true, value, checked: CARD.test(value) && luhnSum(value) % 10 === 0 };
}

/** A mobile number. */
export function readMobile(text: string): Read<{ value: string }> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const value = normaliseCode(text)
    .replaceAll('-', '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  return MOBILE.test(value) ? { ok: true, value } : { ok: false, code: 'PHONE_FORMAT' };
}
