import Fraction from 'fraction.js';
import { RuleRefusal } from '../refusal.js';

/** Roundings a division may set; EXACT where nobody did. */
export type Rounding = 'EXACT' | 'DP2' | 'INT_HALF_UP';

/** Rounds half-up to two places or to a whole number; EXACT leaves the fraction alone. */
export function rounded(value: Fraction, rounding: string): Fraction {
  if (rounding === 'EXACT') return value;
  const scale = rounding === 'DP2' ? 100 : rounding === 'INT_HALF_UP' ? 1 : undefined;
  if (scale === undefined)
    throw new RuleRefusal('LAW_UNKNOWN', 'setting', undefined, `不认识的取整方式「${rounding}」。`);
  return value.mul(scale).mul(2).add(1).div(2).floor().div(scale);
}
