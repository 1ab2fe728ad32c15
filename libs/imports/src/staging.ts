import type { CryptoProvider } from '@tongxing/platform';
import { newId } from '@tongxing/platform';
import type { ImportKind } from './kind.js';
import type { ImportRowEntity, ImportRowState } from './import-job.entity.js';
import type { CheckedRow } from './rows.js';

/** Longest cell text that is staged: beyond every column's own limit, so that a longer one stays wrong. */
const STAGED_CELL_CHARACTERS = 1_000;
/** A row whose texts are longer in sum is cut harder: the sealed text must fit its column. */
const STAGED_ROW_CHARACTERS = 10_000;
const STAGED_SHORT_CHARACTERS = 100;
const KEY_PURPOSE = 'import_row.key';

export type Cells = readonly (string | null | undefined)[];

const boundTo = (id: string): string => `import_row|sealed|${id}`;

const cut = (cells: Cells, longest: number): (string | null)[] =>
  cells.map((cell) => (cell === undefined || cell === null ? null : cell.slice(0, longest)));

/** What the user typed in a row, sealed for the row `id`. */
export function sealCells(crypto: CryptoProvider, id: string, cells: Cells): string {
  let kept = cut(cells, STAGED_CELL_CHARACTERS);
  const sum = kept.reduce((length, cell) => length + (cell?.length ?? 0), 0);
  if (sum > STAGED_ROW_CHARACTERS) kept = cut(kept, STAGED_SHORT_CHARACTERS);
  return crypto.seal(JSON.stringify(kept), boundTo(id));
}

/** Cell texts in the order of the kind's columns; blank cells undefined. */
export const openCells = (crypto: CryptoProvider, row: { id: string; sealed: string }): (string | undefined)[] =>
  (JSON.parse(crypto.open(row.sealed, boundTo(row.id))) as (string | null)[]).map((cell) => cell ?? undefined);

/** Blind index of a row's natural key within its job. */
export function blindKey(crypto: CryptoProvider, kind: ImportKind, jobId: string, row: CheckedRow): string | null {
  const key = kind.keyOf(row.values);
  return key === null ? null : crypto.blind(KEY_PURPOSE, `${jobId}|${key}`);
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
