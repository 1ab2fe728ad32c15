import Fraction from 'fraction.js';
import { RuleRefusal } from '../refusal.js';

/** Parts of a unit's annual headcount. */
export interface HeadcountFacts {
  /** 12 month headcounts; joiners and leavers by month */
  monthly: readonly number[];
  /** 季节工: how many, for how many months */
  seasonal?: { workers: number; months: number };
}

/** More people than any unit employs: beyond it a number is a slip. */
const MAX_HEADCOUNT = 10_000_000;

/**
 * 在职职工年平均人数: the sum of twelve month headcounts ÷ 12, seasonal workers added as workers × months ÷ 12.
 *
 * @throws RuleRefusal LEVY_INPUT unless there are twelve whole numbers ≥ 0
 * @source 财税〔2015〕72号 art. 8
 */
export function annualHeadcount({ monthly, seasonal }: HeadcountFacts): Fraction {
  const whole = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= MAX_HEADCOUNT;
  if (!Array.isArray(monthly) || monthly.length !== 12 || !monthly.every(whole)) {
    throw new RuleRefusal('LEVY_INPUT', 'monthlyHeadcount', undefined, '请填 12 个月的职工人数，都是不小于 0 的整数。');
  }
  const own = new Fraction(
    monthly.reduce((sum, count) => sum + count, 0),
    12,
  );
  if (!seasonal) return own;
  const { workers, months } = seasonal;
  if (!Number.isInteger(workers) || workers < 0 || !Number.isInteger(months) || months < 0 || months > 12) {
    throw new RuleRefusal('LEVY_INPUT', 'seasonal', undefined, '季节工人数要是整数，月数在 0 到 12 之间。');
  }
  return own.add(new Fraction(workers * months, 12));
}
