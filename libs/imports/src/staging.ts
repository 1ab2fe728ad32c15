import type { CryptoProvider } from '@tongxing/platform';
import { newId } from '@tongxing/platform';
import type { ImportKind } from './kind.js';
import type { ImportRowEntity, ImportRowState } from './import-job.entity.js';
import { type Cells, fitted } from './row-text.js';
import type { CheckedRow } from './rows.js';

const KEY_PURPOSE = 'import_row.key';

const boundTo = (id: string): string => `import_row|sealed|${id}`;

/** What the user typed in a row, sealed for the row `id`; too long texts are cut and stay marked as such. */
export const sealCells = (crypto: CryptoProvider, id: string, cells: Cells): string =>
  crypto.seal(JSON.stringify(fitted(cells)), boundTo(id));

/** Cell texts in the order of the kind's columns; blank cells undefined. */
export const openCells = (crypto: CryptoProvider, row: { id: string; sealed: string }): (string | undefined)[] =>
  (JSON.parse(crypto.open(row.sealed, boundTo(row.id))) as (string | null)[]).map((cell) => cell ?? undefined);

/** Keyed digest of a row's natural key within its job. */
export function blindKey(crypto: CryptoProvider, kind: ImportKind, jobId: string, row: CheckedRow): string | null {
  const key = kind.keyOf(row.values);
  return key === null ? null : crypto.digest(KEY_PURPOSE, `${jobId}|${key}`);
}

/** The same under every digest key: rows of one job may have been checked before and after a change of the key. */
export function blindKeys(crypto: CryptoProvider, kind: ImportKind, jobId: string, row: CheckedRow): string[] {
  const key = kind.keyOf(row.values);
  return key === null ? [] : crypto.digests(KEY_PURPOSE, `${jobId}|${key}`);
}

/** The columns of a staged row that a check decides. */
export const checkedColumns = (row: CheckedRow) => ({
  state: (row.wrong ? 'WRONG' : 'GOOD') as ImportRowState,
  outcome: row.wrong ? null : (row.outcome ?? null),
  warned: row.warned,
  problems: [...row.problems],
});

/** A new staged row. */
export function stagedRow(
  crypto: CryptoProvider,
  kind: ImportKind,
  jobId: string,
  row: CheckedRow,
  cells: Cells,
): Omit<ImportRowEntity, 'version'> {
  const id = newId();
  return {
    id,
    jobId,
    rowNumber: row.number,
    ...checkedColumns(row),
    keyBlind: blindKey(crypto, kind, jobId, row),
    sealed: sealCells(crypto, id, cells),
  };
}
