import type { INestApplicationContext } from '@nestjs/common';
import { AccountDeskService, AuditVerifier } from '@tongxing/access';
import { LedgerService } from '@tongxing/benefits';
import { BlindIndexes, SealedPlaces } from '@tongxing/database';
import { type Outcome, progress } from './command.js';

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

const PROGRESS_STEP = 100_000;

/** `verify audit`: every chain recomputed from its first entry; fails naming the first bad one of each. */
export async function verifyAudit(services: INestApplicationContext): Promise<Outcome> {
  const started = performance.now();
  let told = 0;
  const report = await services.get(AuditVerifier).verify(undefined, (entries) => {
    if (entries - told < PROGRESS_STEP) return;
    told = entries;
    progress(`${entries} entries`);
  });
  const { ok, chains, entries, anchors, faults } = report;
  const seconds = (performance.now() - started) / 1000;
  const lines = [
    `${chains} chains, ${entries} entries, ${anchors} anchors in ${seconds.toFixed(1)} s: ${ok ? 'all as written' : `${faults.length} broken`}`,
    ...faults.map(({ chain, seq, kind }) => `  chain ${chain}  first bad entry ${seq}  ${kind}`),
  ];
  return { json: { ...report, seconds }, text: lines.join('\n'), failed: !ok };
}

/** `verify accounts`: no person holds an administrator's role beside another role. */
export async function verifyAccounts(services: INestApplicationContext): Promise<Outcome> {
  const mixed = await services.get(AccountDeskService).mixtures();
  const text = mixed.length === 0 ? 'no account mixes administration with another role' : `mixed: ${mixed.join(', ')}`;
  return { json: { ok: mixed.length === 0, mixed }, text, failed: mixed.length > 0 };
}

/** Everything sealed opens with a key of the file, and every row is found by one. */
async function verifyKeys(services: INestApplicationContext): Promise<Outcome> {
  const unknown = (await services.get(SealedPlaces).status()).totals.others;
  const behind = await services.get(BlindIndexes).behind();
  const failed = unknown > 0 || behind.length > 0;
  const text = failed
    ? `${unknown} values are sealed with keys that are not in the file; indexed with such keys: ${behind.join(', ') || 'none'}`
    : 'every key that the rows need is in the file';
  return { json: { ok: !failed, unknown, behind }, text, failed };
}

/** `verify all`: the end of a restore drill. Each check runs though one before it failed. */
export async function verifyAll(services: INestApplicationContext): Promise<Outcome> {
  const checks = { keys: verifyKeys, ledger: verifyLedger, accounts: verifyAccounts, audit: verifyAudit };
  const json: Record<string, unknown> = {};
  const texts: string[] = [];
  let failed = false;
  for (const [name, check] of Object.entries(checks)) {
    const outcome = await check(services);
    json[name] = outcome.json;
    texts.push(outcome.text);
    failed ||= outcome.failed === true;
  }
  return { json: { ok: !failed, ...json }, text: texts.join('\n'), failed };
}
