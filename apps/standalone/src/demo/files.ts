import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** One roster: header texts and rows by header text. A blank cell may be left out. */
export interface Roster<H extends string = string> {
  /** `people`, `posts` …: the kind it is imported as */
  kind: string;
  /** 持证残疾人名册 */
  title: string;
  headers: readonly H[];
  rows: readonly Cells<H>[];
}

export type Cells<H extends string = string> = Partial<Record<H, string>>;

const BYTE_ORDER_MARK = '\uFEFF';
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A roster as CSV text, the way Excel writes it: byte-order mark, CRLF. The same roster gives the same text. */
export function csvOf<H extends string>({ headers, rows }: Roster<H>): string {
  const lines = [headers.join(',')];
  for (const row of rows) lines.push(headers.map((header) => quoted(row[header] ?? '')).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Writes a roster as a workbook, every cell as text. Its bytes hold the time of writing, so two of them differ. */
export async function writeWorkbook(path: string, { title, headers, rows }: Roster): Promise<void> {
  const stream = createWriteStream(path);
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = book.addWorksheet(title);
  sheet.addRow([...headers]).commit();
  for (const row of rows) sheet.addRow(headers.map((header) => row[header] || null)).commit();
  const closed = once(stream, 'close');
  await book.commit();
  await closed;
}
