import Fraction from 'fraction.js';
import { RuleRefusal } from './refusal.js';

/** 分: whole fen, within ±2^53. */
export type Fen = number;

/** Exact amounts between input and output. */
export { Fraction };

const YUAN = /^(\d{1,13})(?:\.(\d{1,2}))?$/;

/** `123450` → `1234.50`. */
export function yuanText(fen: Fen | bigint): string {
  const value = BigInt(fen);
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/**
 * Yuan as decimal text with at most two places → fen.
 *
 * @throws RuleRefusal AMOUNT_INVALID for a sign, separators, an exponent, more than two places, or a sum beyond 2^53 fen
 */
export function parseYuan(text: string): Fen {
  const match = YUAN.exec(text);
  if (!match) throw new RuleRefusal('AMOUNT_INVALID', 'amount', undefined, '金额要写成 1234.50 这样，最多两位小数。');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** To the nearest whole number, halves away from zero. Exact: no float is involved. */
export function roundHalfUp(value: Fraction): number {
  const doubled = value.abs().mul(2).add(1);
  const rounded = doubled.div(2).floor();
  const number = Number(value.s * rounded.n);
  if (!Number.isSafeInteger(number))
    throw new RuleRefusal('AMOUNT_INVALID', 'amount', undefined, '金额太大，系统算不准，已停止。');
  return number;
}

/**
 * A fraction as decimal text: exact where it ends, else 6 places, half-up. Without trailing zeros.
 *
 * @param places most places shown
 */
export function decimalText(value: Fraction, places = 6): string {
  const scale = 10n ** BigInt(places);
  const scaled = roundedBig(value.mul(scale.toString()));
  const size = scaled < 0n ? -scaled : scaled;
  const fraction = (size % scale).toString().padStart(places, '0').replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${size / scale}${fraction ? `.${fraction}` : ''}`;
}

/** An amount in fen, perhaps fractional, as yuan with two places, half-up. For showing; a payable sum is rounded by the rule. */
export const yuanOf = (fen: Fraction): string => yuanText(roundedBig(fen));

function roundedBig(value: Fraction): bigint {
  const { s, n, d } = value;
  return s * ((2n * n + d) / (2n * d));
}
