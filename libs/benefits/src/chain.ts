import { type CryptoProvider, sha256Hex } from '@tongxing/platform';
import { listHashText, rowDigestText } from '@tongxing/rules';
import { openAccount } from './payee.js';
import type { Payout } from './payout.entity.js';

/** Digests of a list: one a row, and the list's own. */
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
    const { accountName, accountNumber } = openAccount(crypto, 'payout', payout);
    totalFen += payout.amountFen;
    byPayout.set(
      payout.id,
      sha256Hex(
        rowDigestText(salt, {
          payoutId: payout.id,
          subjectId: payout.personId,
          schemeCode: payout.schemeCode,
          periodText: payout.periodText,
          amountFen: payout.amountFen,
          payeeName: accountName,
          account: accountNumber,
        }),
      ),
    );
  }
  return { byPayout, listHash: sha256Hex(listHashText([...byPayout.values()], totalFen)), totalFen };
}
