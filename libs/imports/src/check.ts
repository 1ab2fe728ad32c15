import { maskNumbers } from '@tongxing/platform';
import type { CellSetting } from './cells.js';
import type { FileReason } from './file/refusal.js';
import type { WantedColumn } from './file/header.js';
import type { RowBatch, SheetHead } from './file/sheet.js';
import type { ImportContext, ImportKind } from './kind.js';
import { type Problem, wordsOf } from './problems.js';
import { type CheckedRow, RowReader } from './rows.js';

/** The columns of a kind as the parser thread wants them. */
export const wantedColumns = (kind: ImportKind): WantedColumn[] =>
  kind.columns.map((column) => ({
    key: column.key,
    header: column.header,
    aliases: column.aliases ?? [],
    required: column.required === true,
    ...(column.oneOf === undefined ? {} : { oneOf: column.oneOf }),
  }));

/** A reason to refuse a file, in the words of its code. */
export function fileProblem(reason: FileReason): Problem {
  const { severity, message, hint } = wordsOf(reason.code, reason.figures);
  return { row: null, column: null, code: reason.code, severity, message, hint: reason.hint ?? hint };
}

/** FILE_SHEETS when other sheets of the workbook hold something too: it names the one that is read. */
export const sheetWarnings = (head: SheetHead): Problem[] =>
  head.unreadSheets === 0
    ? []
    : [
        fileProblem({
          code: 'FILE_SHEETS',
          figures: { sheet: maskNumbers(head.sheetName ?? ''), others: head.unreadSheets },
        }),
      ];

/** TEMPLATE_OLD when the file says it was made from an earlier template of this kind. */
export function refusedTemplate(kind: ImportKind, head: SheetHead): FileReason | undefined {
  const [name, version] = (head.templateVersion ?? '').split('/');
  const isOld = name === kind.kind && Number(version) < kind.templateVersion;
  return isOld ? { code: 'TEMPLATE_OLD' } : undefined;
}

/** Reads and checks the rows of one file, chunk by chunk; remembers keys, so that two rows about one thing are found. */
export class FileChecker {
  private readonly reader: RowReader;
  private readonly rowOfKey = new Map<string, number>();

  constructor(
    private readonly kind: ImportKind,
    present: readonly string[],
    setting: CellSetting,
  ) {
    this.reader = new RowReader(kind.columns, present, setting);
  }

  /** Cells and duplicates. */
  read(batch: RowBatch): CheckedRow[] {
    return batch.rows.map((cells, index) => {
      const row = this.reader.read(batch.numbers[index] as number, cells);
      const key = this.kind.keyOf(row.values);
      if (key === null) return row;
      const first = this.rowOfKey.get(key);
      if (first === undefined) this.rowOfKey.set(key, row.number);
      else reportDuplicate(row, this.kind, first);
      return row;
    });
  }
}

export const reportDuplicate = (row: CheckedRow, kind: ImportKind, first: number): void =>
  row.reportCell('DUPLICATE_IN_FILE', kind.keyColumn, { row: first, same: kind.sameThing });

/** The kind's own check; may be called again on the same rows. */
export async function checkRows(kind: ImportKind, rows: readonly CheckedRow[], context: ImportContext): Promise<void> {
  for (const row of rows) row.beginCheck();
  await kind.check(rows, context);
  for (const row of rows) {
    if (!row.wrong && row.outcome === undefined) throw new Error(`import kind ${kind.kind} left a row without outcome`);
  }
}

/** The rows that a commit writes. */
export const toWrite = (rows: readonly CheckedRow[]): CheckedRow[] =>
  rows.filter((row) => !row.wrong && row.outcome !== 'UNCHANGED');
