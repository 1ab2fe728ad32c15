import { type Fen, Fraction, roundHalfUp } from '../money.js';
import { RuleRefusal } from '../refusal.js';

/** How a provider is paid for one time: by the hour, or one sum. */
export type SupportFee = { by: 'HOUR'; hourlyFen: Fen } | { by: 'FIXED'; fixedFen: Fen };

export const MOST_SUPPORT_MINUTES = 24 * 60;
const HOUR_MINUTES = 60;

/**
 * What a time of support costs: minutes × the hourly rate ÷ 60, to the nearest fen once at the end, halves up; or the sum agreed, however long it took.
 *
 * @param minutes whole, 1 to 1440
 * @throws RuleRefusal SUPPORT_MINUTES for others; AMOUNT_INVALID beyond 2^53 fen
 */
export function supportCostFen(minutes: number, fee: SupportFee): Fen {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_SUPPORT_MINUTES)
    throw new RuleRefusal('SUPPORT_MINUTES', 'minutes', undefined, '时长要填 1 到 1440 分钟的整数。');
  if (fee.by === 'FIXED') return fee.fixedFen;
  return roundHalfUp(new Fraction(minutes).mul(fee.hourlyFen).div(HOUR_MINUTES));
}

/** One delivered support, as the sheet counts it. */
export interface SupportSpent {
  kind: string;
  occasion: string;
  providerId: string;
  minutes: number;
  costFen: Fen;
}

export interface SupportSum {
  times: number;
  minutes: number;
  costFen: Fen;
}

export interface SupportSheet {
  /** one a kind, occasion and provider, in this order of their codes */
  rows: readonly (SupportSum & Pick<SupportSpent, 'kind' | 'occasion' | 'providerId'>)[];
  byKind: ReadonlyMap<string, SupportSum>;
  byOccasion: ReadonlyMap<string, SupportSum>;
  byProvider: ReadonlyMap<string, SupportSum>;
  total: SupportSum;
}

/** 费用表: sums of whole fen only, so that every column adds up to the last fen. */
export function supportSheet(spent: readonly SupportSpent[]): SupportSheet {
  const rows = sums(spent, ({ kind, occasion, providerId }) => JSON.stringify([kind, occasion, providerId]));
  return {
    rows: [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, sum]) => {
        const [kind, occasion, providerId] = JSON.parse(key) as [string, string, string];
        return { kind, occasion, providerId, ...sum };
      }),
    byKind: sums(spent, ({ kind }) => kind),
    byOccasion: sums(spent, ({ occasion }) => occasion),
    byProvider: sums(spent, ({ providerId }) => providerId),
    total: sums(spent, () => '').get('') ?? { times: 0, minutes: 0, costFen: 0 },
  };
}

function sums(spent: readonly SupportSpent[], keyOf: (one: SupportSpent) => string): Map<string, SupportSum> {
  const found = new Map<string, SupportSum>();
  for (const one of spent) {
    const key = keyOf(one);
    const { times, minutes, costFen } = found.get(key) ?? { times: 0, minutes: 0, costFen: 0 };
    found.set(key, { times: times + 1, minutes: minutes + one.minutes, costFen: costFen + one.costFen });
  }
  return found;
}
