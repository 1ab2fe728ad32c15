import { readFile, stat } from 'node:fs/promises';
import { BATCH_ROWS, MAX_FILE_BYTES, MAX_ROWS } from '../limits.js';
import { csvRows, DELIMITERS } from './csv.reader.js';
import { detectEncoding, type Encoding, isBlankContent } from './encoding.js';
import { type FoundHeader, HeaderSearch, OWN_SHEETS, SAMPLE_MARK, type WantedColumn } from './header.js';
import { checkZip, refuseOldContainer } from './preflight.js';
import { FileRefusal, refuse } from './refusal.js';
import { type SheetEntry, type SheetRow, WorkbookReader } from './workbook.reader.js';

/** What is to be read. Plain data: it crosses to the parser thread. */
export interface SheetRequest {
  source: { path: string } | { content: Uint8Array };
  columns: readonly WantedColumn[];
  /** chosen by the user; absent: detected */
  encoding?: Encoding;
  /** Read once to its end before its head is given: whatever refuses the file does so before the first row. */
  wholeFirst?: boolean;
}

/** What is known of a file once its header is found. */
export interface SheetHead {
  format: 'xlsx' | 'csv';
  encoding?: Encoding;
  sheetName?: string;
  /** visible sheets beside it that hold something and are not read */
  unreadSheets: number;
  headerRow: number;
  /** keys of the columns that the file has */
  present: string[];
  unknown: string[];
  /** `people/1` when the file was made from our template */
  templateVersion?: string;
}

/** Data rows in columns of the request; `numbers[i]` is the Excel row of `rows[i]`. Blank cells are undefined. */
export interface RowBatch {
  numbers: number[];
  rows: (string | undefined)[][];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const BINARY_LOOK_BYTES = 64 * 1024;

const startsWith = (content: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => content[index] === byte);

async function contentOf(source: SheetRequest['source']): Promise<Buffer> {
  if ('content' in source) {
    if (source.content.byteLength > MAX_FILE_BYTES) throw refuse('FILE_TOO_LARGE');
    return Buffer.from(source.content.buffer, source.content.byteOffset, source.content.byteLength);
  }
  const { size } = await stat(source.path);
  if (size > MAX_FILE_BYTES) throw refuse('FILE_TOO_LARGE');
  return readFile(source.path);
}

/** Known by its content, never by its name. */
function formatOf(content: Buffer): 'xlsx' | 'csv' {
  if (isBlankContent(content)) throw refuse('FILE_EMPTY');
  if (startsWith(content, ZIP)) return 'xlsx';
  if (startsWith(content, OLE)) throw refuseOldContainer(content);
  const isUtf16 = startsWith(content, [0xff, 0xfe]) || startsWith(content, [0xfe, 0xff]);
  if (isUtf16) throw refuse('ENCODING_UNKNOWN');
  if (content.subarray(0, BINARY_LOOK_BYTES).includes(0)) throw refuse('FILE_NOT_WORKBOOK');
  const start = content
    .toString('latin1', 0, 256)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(?:<|%PDF|\{\\rtf|MZ|PK)/.test(start)) throw refuse('FILE_NOT_WORKBOOK');
  return 'csv';
}

interface OpenSheet {
  format: 'xlsx' | 'csv';
  encoding?: Encoding;
  sheetName?: string;
  unreadSheets: number;
  search: HeaderSearch;
  /** from the first row, as often as it is asked */
  rows(): AsyncIterable<SheetRow[]> | Iterable<SheetRow[]>;
}

async function openCsv(content: Buffer, request: SheetRequest): Promise<OpenSheet> {
  const encoding = request.encoding ?? detectEncoding(content);
  if (encoding === undefined) throw refuse('ENCODING_UNKNOWN');
  let best: { search: HeaderSearch; delimiter: string } | undefined;
  let refusal: FileRefusal | undefined;
  for (const delimiter of DELIMITERS) {
    try {
      const search = headerBy(delimiter, content, encoding, request);
      if (search.found > (best?.search.found ?? -1)) best = { search, delimiter };
    } catch (error) {
      // With a delimiter that is not the file's, quotes may seem unpaired.
      if (!(error instanceof FileRefusal)) throw error;
      refusal ??= error;
    }
  }
  if (best === undefined || (refusal !== undefined && best.search.complete === undefined)) throw refusal as FileRefusal;
  const { search, delimiter } = best;
  return { format: 'csv', encoding, unreadSheets: 0, search, rows: () => csvRows(content, encoding, delimiter) };
}

function headerBy(delimiter: string, content: Buffer, encoding: Encoding, request: SheetRequest): HeaderSearch {
  const search = new HeaderSearch(request.columns);
  for (const rows of csvRows(content, encoding, delimiter)) {
    if (!rows.every((row) => search.offer(row))) break;
  }
  return search;
}

/** True when a sheet holds anything that is not ours, such as the template's 填写说明. */
async function holdsSomething(workbook: WorkbookReader, sheet: SheetEntry): Promise<boolean> {
  if (OWN_SHEETS.has(sheet.name)) return false;
  for await (const rows of workbook.rows(sheet)) if (rows.some((row) => !row.cells.every(isBlank))) return true;
  return false;
}

/** The first visible sheet that has every needed column; else the first one's missing columns are told. */
async function openWorkbook(content: Buffer, request: SheetRequest): Promise<OpenSheet> {
  const workbook = await WorkbookReader.open(await checkZip(content));
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) throw refuse('FILE_EMPTY');
  let version: string | undefined;
  let nearest: { search: HeaderSearch; sheet: (typeof visible)[number]; found: number } | undefined;
  for (const sheet of visible) {
    const search = new HeaderSearch(request.columns);
    for await (const rows of workbook.rows(sheet)) {
      if (!rows.every((row) => search.offer(row))) break;
    }
    version ??= search.version;
    if (nearest === undefined || search.found > nearest.found) nearest = { search, sheet, found: search.found };
    if (search.complete !== undefined) break;
  }
  const { search, sheet } = nearest as NonNullable<typeof nearest>;
  search.version ??= version;
  let unreadSheets = 0;
  for (const other of visible) if (other !== sheet && (await holdsSomething(workbook, other))) unreadSheets += 1;
  return { format: 'xlsx', sheetName: sheet.name, unreadSheets, search, rows: () => workbook.rows(sheet) };
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** One wanted row; undefined for a blank one and for the template's sample. */
function pick(row: SheetRow, header: FoundHeader): (string | undefined)[] | undefined {
  const cells = header.places.map((place) => (place < 0 ? undefined : row.cells[place]));
  if (cells.every(isBlank)) return undefined;
  const first = row.cells.find((cell) => !isBlank(cell));
  return first?.trim() === SAMPLE_MARK ? undefined : cells;
}

/**
 * Reads a roster: the head first, then its data rows. Runs in the parser thread.
 *
 * @throws FileRefusal with the codes of whole files
 */
export async function openSheet(
  request: SheetRequest,
): Promise<{ head: SheetHead; batches: AsyncGenerator<RowBatch> }> {
  const content = await contentOf(request.source);
  const open = formatOf(content) === 'xlsx' ? await openWorkbook(content, request) : await openCsv(content, request);
  const header = open.search.header;
  if (request.wholeFirst === true) for await (const batch of batchesOf(open.rows(), header)) void batch;
  return {
    head: {
      format: open.format,
      ...(open.encoding === undefined ? {} : { encoding: open.encoding }),
      ...(open.sheetName === undefined ? {} : { sheetName: open.sheetName }),
      unreadSheets: open.unreadSheets,
      headerRow: header.row,
      present: request.columns.filter((_, index) => (header.places[index] ?? -1) >= 0).map((column) => column.key),
      unknown: header.unknown,
      ...(open.search.version === undefined ? {} : { templateVersion: open.search.version }),
    },
    batches: batchesOf(open.rows(), header),
  };
}

async function* batchesOf(rows: ReturnType<OpenSheet['rows']>, header: FoundHeader): AsyncGenerator<RowBatch> {
  let batch: RowBatch = { numbers: [], rows: [] };
  let count = 0;
  for await (const group of rows) {
    for (const row of group) {
      if (row.number <= header.row) continue;
      const cells = pick(row, header);
      if (cells === undefined) continue;
      count += 1;
      if (count > MAX_ROWS) throw refuse('FILE_TOO_LARGE');
      batch.numbers.push(row.number);
      batch.rows.push(cells);
      if (batch.rows.length < BATCH_ROWS) continue;
      yield batch;
      batch = { numbers: [], rows: [] };
    }
  }
  if (batch.rows.length > 0) yield batch;
  if (count === 0) throw refuse('FILE_EMPTY');
}
