import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import { MAX_CELL_CHARACTERS } from '../limits.js';
import { type Encoding, markLength } from './encoding.js';
import { refuse } from './refusal.js';
import type { SheetRow } from './workbook.reader.js';

const PIECE_BYTES = 256 * 1024;
/** Tried in this order; the one whose header names most columns is used. */
export const DELIMITERS = [',', ';', '\t'] as const;

interface PieceDecoder {
  write(piece: Buffer): string;
  end(): string | undefined;
}

const decoderFor = (encoding: Encoding): PieceDecoder =>
  encoding === 'UTF-8' ? new StringDecoder('utf8') : iconv.getDecoder('gb18030');

/** Splits CSV text fed in pieces into rows: quoted fields, doubled quotes, line breaks inside quotes, CRLF, LF and CR. */
export class CsvParser {
  private rest = '';
  private cells: (string | undefined)[] = [];
  private rowNumber = 1;
  private column = 0;

  constructor(private readonly delimiter: string) {}

  /** Rows completed by this piece. @throws FileRefusal FILE_TOO_LARGE when a cell is longer than a sheet can hold */
  write(piece: string): SheetRow[] {
    return this.parse(this.rest + piece, false);
  }

  /** The last row, when the file does not end with a line break. @throws FileRefusal FILE_REJECTED for a quote never closed */
  end(): SheetRow[] {
    const rows = this.parse(this.rest, true);
    if (this.column > 0) this.endRow(rows);
    return rows;
  }

  private parse(text: string, isLast: boolean): SheetRow[] {
    const rows: SheetRow[] = [];
    let at = 0;
    while (at < text.length) {
      const next = text[at] === '"' ? this.quoted(text, at, isLast, rows) : this.plain(text, at, isLast, rows);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MAX_CELL_CHARACTERS * 2) throw refuse('FILE_TOO_LARGE');
    return rows;
  }

  private plain(text: string, from: number, isLast: boolean, rows: SheetRow[]): number {
    let end = from;
    for (; end < text.length; end += 1) {
      const character = text[end];
      if (character === this.delimiter || character === '\n' || character === '\r') break;
    }
    if (end === text.length && !isLast) return -1;
    return this.endCell(text, text.slice(from, end), end, isLast, rows);
  }

  private quoted(text: string, from: number, isLast: boolean, rows: SheetRow[]): number {
    let end = from + 1;
    for (;;) {
      end = text.indexOf('"', end);
      if (end < 0) {
        if (isLast) throw refuse('FILE_REJECTED', { hint: `第 ${this.rowNumber} 行的引号没有配对` });
        return -1;
      }
      if (text[end + 1] !== '"') break;
      end += 2;
    }
    // A quote at the very end of a piece may be the first of two.
    if (end + 1 >= text.length && !isLast) return -1;
    const value = text.slice(from + 1, end).replaceAll('""', '"');
    // What stands between the closing quote and the delimiter is kept: some programs write `"a" ,`.
    let stop = end + 1;
    while (stop < text.length && text[stop] !== this.delimiter && text[stop] !== '\n' && text[stop] !== '\r') stop += 1;
    if (stop === text.length && !isLast) return -1;
    return this.endCell(text, value + text.slice(end + 1, stop), stop, isLast, rows);
  }

  /** Files a cell that ends before `end`; @returns where the next one starts, or -1 when a line break may be cut in half */
  private endCell(text: string, value: string, end: number, isLast: boolean, rows: SheetRow[]): number {
    const stop = text[end];
    if (stop === '\r' && end + 1 === text.length && !isLast) return -1;
    if (value.length > MAX_CELL_CHARACTERS) throw refuse('FILE_TOO_LARGE');
    if (value !== '') this.cells[this.column] = value;
    this.column += 1;
    if (stop === undefined) return end;
    if (stop === this.delimiter) return end + 1;
    this.endRow(rows);
    return stop === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }

  private endRow(rows: SheetRow[]): void {
    if (this.cells.length > 0) rows.push({ number: this.rowNumber, cells: this.cells });
    this.rowNumber += 1;
    this.cells = [];
    this.column = 0;
  }
}

/** Rows of a CSV file that hold at least one cell. The whole content is at hand (20 MB at most), its text is not. */
export function* csvRows(content: Buffer, encoding: Encoding, delimiter: string): Generator<SheetRow[]> {
  const decoder = decoderFor(encoding);
  const parser = new CsvParser(delimiter);
  for (let at = markLength(content); at < content.length; at += PIECE_BYTES) {
    const text = decoder.write(content.subarray(at, at + PIECE_BYTES));
    const rows = parser.write(text);
    if (rows.length > 0) yield rows;
  }
  const tail = decoder.end();
  const rows = tail ? parser.write(tail) : [];
  yield [...rows, ...parser.end()];
}
