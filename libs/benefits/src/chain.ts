import { type CryptoProvider, sha256Hex } from '@tongxing/platform';
import { listHashText, rowDigestText } from '@tongxing/rules';
import { accountAt, type PayeeAccount } from './payee.js';
import type { Payout } from './payout.entity.js';

/** Digests of a list: one a row, and the list's own. A row whose account was changed behind the services has none. */
export interface Digests {
  byPayout: Map<string, string>;
  listHash: string;
  totalFen: number;
}

/** Computes the digests of payouts as they stand now; whoever sealed them earlier compares. */
export function digestsOf(crypto: CryptoProvider, salt: string, payouts: readonly Payout[]): Digests {
  const byPayout = new Map<string, string>();
  let totalFen = 0;
  for (const payout of payouts) {
    const account = accountAt(crypto, 'payout', payout);
    totalFen += payout.amountFen;
    if (account !== undefined) byPayout.set(payout.id, sha256Hex(rowText(salt, payout, account)));
  }
  return { byPayout, listHash: sha256Hex(listHashText([...byPayout.values()], totalFen)), totalFen };
}

/**
 * Digest of one payout as it was approved. Keyed rather than salted: the key does not lie in the database, so whoever can change the
 * row cannot make the digest that goes with it.
 */
export const approvedDigestOf = (crypto: CryptoProvider, payout: Approved, account: PayeeAccount): string =>
  crypto.digest(APPROVED_PURPOSE, rowText('', payout, account));

/** Whether a payout is as it was approved. */
export const isAsApproved = (crypto: CryptoProvider, payout: Payout, account: PayeeAccount): boolean =>
  crypto.isDigest(APPROVED_PURPOSE, rowText('', payout, account), payout.approvedDigest);

const APPROVED_PURPOSE = 'payout.approved';

/** What of a payout is digested besides its account. */
type Approved = Pick<Payout, 'id' | 'personId' | 'schemeCode' | 'periodText' | 'amountFen'>;

function rowText(salt: string, payout: Approved, { accountName, accountNumber }: PayeeAccount): string {
  return rowDigestText(salt, {
    payoutId: payout.id,
    subjectId: payout.personId,
    schemeCode: payout.schemeCode,
    periodText: payout.periodText,
    amountFen: payout.amountFen,
    payeeName: accountName,
    account: accountNumber,
  });
}

const monthText = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;

/** The period as a notice shows it: 2026年3月至2026年4月. */
export const shownPeriod = ({ periodText }: Pick<Payout, 'periodText'>): string =>
  periodText.split('/').map(monthText).join('至');
