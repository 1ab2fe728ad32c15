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

function rowText(salt: string, payout: Payout, { accountName, accountNumber }: PayeeAccount): string {
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
