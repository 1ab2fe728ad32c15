import { PassThrough, type Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { isFormula } from './cells.js';
import { PROBLEMS_HEADER, RESULT_HEADER, STAMP_SHEET } from './file/header.js';
import type { ImportRowEntity } from './import-job.entity.js';
import type { ImportKind } from './kind.js';
import { isCut, shownBeginning } from './row-text.js';

const WIDTH = 18;
const WRONG: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCE4E4' } };
const WARNED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } };

const verdict = (row: ImportRowEntity): string => {
  if (row.state === 'WRONG') return '要改';
  return row.warned ? '可以用，有提醒' : '可以用';
};

const explanation = (row: ImportRowEntity): string =>
  row.problems
    .map(
      ({ column, message, hint }) =>
        `${column === null ? '' : `【${column}】`}${message}${hint === '' ? '' : `（${hint}）`}`,
    )
    .join('；');

/**
 * The user's rows with two more columns, 检查结果 and 问题说明, each in its own Excel row. Cells with problems are shaded; the text says the same.
 * Cells are typed as text, so nothing in them is ever a formula.
 *
 * @param stamp who took it out and when, shown on its own sheet
 */
export function markedWorkbook(
  kind: ImportKind,
  present: readonly string[],
  rows: AsyncIterable<{ row: ImportRowEntity; cells: (string | undefined)[] }>,
  stamp: string,
): Readable {
  const out = new PassThrough();
  void write(out, kind, present, rows, stamp).catch((error: Error) => out.destroy(error));
  return out;
}

async function write(
  out: PassThrough,
  kind: ImportKind,
  present: readonly string[],
  rows: AsyncIterable<{ row: ImportRowEntity; cells: (string | undefined)[] }>,
  stamp: string,
): Promise<void> {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const columns = kind.columns.flatMap((column, index) => (present.includes(column.key) ? [{ column, index }] : []));
  const sheet = book.addWorksheet(kind.title);
  sheet.columns = [...columns, {}, {}].map(() => ({ width: WIDTH, style: { numFmt: '@' } }));
  const header = sheet.getRow(1);
  header.values = [...columns.map(({ column }) => column.header), RESULT_HEADER, PROBLEMS_HEADER];
  header.font = { bold: true };
  header.commit();
  for await (const { row, cells } of rows) {
    const line = sheet.getRow(row.rowNumber);
    const texts = columns.map(({ index }) => {
      const text = cells[index];
      return text === undefined || isFormula(text) ? null : isCut(text) ? shownBeginning(text) : text;
    });
    line.values = [...texts, verdict(row), explanation(row)];
    const fill = row.state === 'WRONG' ? WRONG : WARNED;
    for (const problem of row.problems) {
      const place = columns.findIndex(({ column }) => column.header === problem.column);
      if (place >= 0) line.getCell(place + 1).fill = fill;
    }
    if (row.problems.length > 0) line.getCell(columns.length + 1).fill = fill;
    line.commit();
  }
  sheet.commit();
  const note = book.addWorksheet(STAMP_SHEET);
  note.addRow([stamp]).commit();
  note.commit();
  await book.commit();
}
