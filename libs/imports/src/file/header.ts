import { HEADER_SEARCH_ROWS, MAX_COLUMNS } from '../limits.js';
import { type FileReason, FileRefusal, refuse } from './refusal.js';
import type { SheetRow } from './workbook.reader.js';

/** What the parser thread needs to know of a kind's columns. */
export interface WantedColumn {
  key: string;
  header: string;
  aliases: readonly string[];
  required: boolean;
  oneOf?: string;
}

/** Header cell of the template's first column, whose sample row says 示例; its numbers are nobody's data. */
export const NUMBERING_HEADER = '序号';
/** Columns of the marked workbook; when it comes back mended they are no data. */
export const RESULT_HEADER = '检查结果';
export const PROBLEMS_HEADER = '问题说明';
const IGNORED = new Set([NUMBERING_HEADER, RESULT_HEADER, PROBLEMS_HEADER]);
/** Sheets that our own workbooks have beside the rows: how to fill the template in, and who took a marked workbook out. */
export const INSTRUCTIONS_SHEET = '填写说明';
export const STAMP_SHEET = '导出说明';
export const OWN_SHEETS: ReadonlySet<string> = new Set([INSTRUCTIONS_SHEET, STAMP_SHEET]);
export const SAMPLE_MARK = '示例';
/** Label of the cell in 填写说明 whose right neighbour says `people/1`. */
export const VERSION_LABEL = '模板版本';

/** Header texts differ in width, spaces, stars and notes such as （必填）. */
export const normaliseHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\((?:必填|选填|可不填)\)/g, '')
    .replace(/^\*+|\*+$/g, '')
    .toLowerCase();

export interface FoundHeader {
  /** row of the header, from 1 */
  row: number;
  /** sheet column of each wanted column, in their order; -1 where the file has none */
  places: number[];
  unknown: string[];
}

/** Looks for the header in the first rows of a sheet: the row that names most of the wanted columns. */
export class HeaderSearch {
  private readonly byText = new Map<string, number>();
  private best: { found: number; header: FoundHeader; missing: FileReason[] } | undefined;
  /** `people/1` when the 填写说明 sheet was seen */
  version: string | undefined;

  constructor(private readonly wanted: readonly WantedColumn[]) {
    for (const [index, column] of wanted.entries()) {
      for (const text of [column.header, ...column.aliases]) this.byText.set(normaliseHeader(text), index);
    }
  }

  /** How many wanted columns the best row names. */
  get found(): number {
    return this.best?.found ?? 0;
  }

  /** @returns false when the row lies too deep to be a header */
  offer(row: SheetRow): boolean {
    if (row.number > HEADER_SEARCH_ROWS) return false;
    const label = row.cells.findIndex((cell) => cell?.trim() === VERSION_LABEL);
    if (label >= 0) this.version = row.cells[label + 1]?.trim();
    const places = this.wanted.map(() => -1);
    const unknown: string[] = [];
    let found = 0;
    for (const [place, cell] of row.cells.entries()) {
      if (cell === undefined || cell.trim() === '') continue;
      const index = this.byText.get(normaliseHeader(cell));
      if (index !== undefined && places[index] === -1) {
        places[index] = place;
        found += 1;
      } else if (!IGNORED.has(normaliseHeader(cell))) unknown.push(cell.trim().slice(0, 60));
    }
    if (found > (this.best?.found ?? 0)) {
      this.best = { found, header: { row: row.number, places, unknown }, missing: this.missing(places) };
    }
    return true;
  }

  /** The header when one was seen that names every column that must be there. */
  get complete(): FoundHeader | undefined {
    return this.best?.missing.length === 0 ? this.best.header : undefined;
  }

  /** The header to read with. @throws FileRefusal COLUMN_MISSING naming each, FILE_TOO_LARGE for too many columns */
  get header(): FoundHeader {
    const missing = this.best?.missing ?? this.missing(this.wanted.map(() => -1));
    if (this.best === undefined || missing.length > 0) throw new FileRefusal(missing);
    const { header, found } = this.best;
    if (found + header.unknown.length > MAX_COLUMNS) {
      throw refuse('FILE_TOO_LARGE', { hint: `最多 ${MAX_COLUMNS} 列，请删去用不到的列` });
    }
    return header;
  }

  private missing(places: readonly number[]): FileReason[] {
    const reasons: FileReason[] = [];
    const groups = new Map<string, { headers: string[]; present: boolean }>();
    for (const [index, column] of this.wanted.entries()) {
      const present = (places[index] ?? -1) >= 0;
      if (column.oneOf !== undefined) {
        const group = groups.get(column.oneOf) ?? { headers: [], present: false };
        group.headers.push(column.header);
        group.present ||= present;
        groups.set(column.oneOf, group);
      } else if (column.required && !present)
        reasons.push({ code: 'COLUMN_MISSING', figures: { header: column.header } });
    }
    for (const { headers, present } of groups.values()) {
      if (!present) reasons.push({ code: 'COLUMN_MISSING', figures: { header: headers.join('」或「') } });
    }
    return reasons;
  }
}
