import type { INestApplicationContext } from '@nestjs/common';
import { AccountDeskService } from '@tongxing/access';
import { LedgerService } from '@tongxing/benefits';
import type { Outcome } from './command.js';

/** `verify ledger`: every envelope counted again from its journal; fails on the first thing that does not add up. */
export async function verifyLedger(services: INestApplicationContext): Promise<Outcome> {
  const report = await services.get(LedgerService).verify();
  const { ok, journals, payouts, batches, envelopes, problems } = report;
  const lines = [
    `${envelopes.length} envelopes, ${journals} journals, ${payouts} payouts, ${batches} batches: ${ok ? 'all adds up' : `${problems.length} problems`}`,
    ...envelopes.map(
      ({ id, allottedYuan, pledgedYuan, reservedYuan, spentYuan, availableYuan }) =>
        `  ${id}  allotted ${allottedYuan}  pledged ${pledgedYuan}  reserved ${reservedYuan}  spent ${spentYuan}  available ${availableYuan}`,
    ),
    ...problems.map(({ invariant, subject, message }) => `  problem ${invariant}  ${subject}  ${message}`),
  ];
  return { json: report, text: lines.join('\n'), failed: !ok };
}

/** `verify accounts`: no person holds an administrator's role beside another role. */
export async function verifyAccounts(services: INestApplicationContext): Promise<Outcome> {
  const mixed = await services.get(AccountDeskService).mixtures();
  const text = mixed.length === 0 ? 'no account mixes administration with another role' : `mixed: ${mixed.join(', ')}`;
  return { json: { ok: mixed.length === 0, mixed }, text, failed: mixed.length > 0 };
}
