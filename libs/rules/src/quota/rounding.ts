import type Fraction from 'fraction.js';
import { type Fen, roundHalfUp } from '../money.js';
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

/** How the payable sum is rounded: to the fen half-up or down, or to the yuan half-up. */
const MONEY_ROUNDINGS: Readonly<Record<string, { words: string; round: (fen: Fraction) => Fen }>> = {
  HALF_UP: { words: '最后四舍五入到分', round: roundHalfUp },
  DOWN: { words: '最后舍去分以下的零头', round: (fen) => roundHalfUp(fen.floor()) },
  YUAN_HALF_UP: { words: '最后四舍五入到元', round: (fen) => roundHalfUp(fen.div(100)) * 100 },
};

/**
 * The one rounding at the end.
 *
 * @throws RuleRefusal LAW_UNKNOWN for a way of rounding that nobody defined
 */
export function roundedMoney(fen: Fraction, rounding: string): { fen: Fen; words: string } {
  const way = Object.hasOwn(MONEY_ROUNDINGS, rounding) ? MONEY_ROUNDINGS[rounding] : undefined;
  if (way === undefined)
    throw new RuleRefusal('LAW_UNKNOWN', 'setting.moneyRounding', undefined, `不认识的取整方式「${rounding}」。`);
  return { fen: way.round(fen), words: way.words };
}
