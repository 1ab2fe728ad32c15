import { MAX_SHARED_STRINGS, MAX_SHEETS } from '../limits.js';
import type { CheckedZip } from './preflight.js';
import { refuse } from './refusal.js';
import { attributeOf, unescapeXml, type XmlHandler, XmlScanner } from './xml-scanner.js';

/** Stands for a cell that holds a formula or an error. No cell can hold it by itself: XML knows no NUL. */
export const FORMULA = '\u0000=';

/** One row of a sheet: the user's own row number and cell texts by column, from 0; holes are blank cells. */
export interface SheetRow {
  number: number;
  cells: (string | undefined)[];
}

export interface SheetEntry {
  name: string;
  path: string;
  hidden: boolean;
}

/** Far beyond the limit of a roster; stray cells at the edge of the sheet would make every row long. */
const LAST_COLUMN = 256;
const MAX_SAFE_DIGITS = 1e15;
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system; right from 1900-03-01 on, after the day that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_1904 = 1_462;
const FIRST_SURE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** Number formats 14–22, 27–36, 45–47 and 50–58 show dates; the Chinese ones among them are built in. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));

/** Excel serial → `YYYY-MM-DD`; undefined where it is no day. */
function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial) + (is1904 ? DAYS_1904 : 0);
  if (whole < FIRST_SURE_SERIAL || whole > LAST_SERIAL) return undefined;
  return new Date(EPOCH_1900 + whole * DAY_MS).toISOString().slice(0, 10);
}

/** A number as a person would have typed it; beyond 15 digits Excel has already lost some, and the exponent shows it. */
function textOfNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (Math.abs(value) >= MAX_SAFE_DIGITS) return value.toExponential().toUpperCase();
  return Number.isInteger(value) ? String(value) : String(Number.parseFloat(value.toPrecision(15)));
}

/** `AB12` → 27. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

async function scan(zip: CheckedZip, path: string, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const piece of await zip.read(path)) scanner.write(piece);
  scanner.end();
}

const nothing = (): void => undefined;

/** Collects the text of `<si>` and `<is>`: runs are joined, phonetic hints (`rPh`) are not part of the text. */
class RichText {
  private parts = '';
  private inText = false;
  private phonetic = false;

  start(): void {
    this.parts = '';
    this.inText = false;
    this.phonetic = false;
  }

  open(name: string): void {
    if (name === 't') this.inText = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
  }

  text(text: string, raw: boolean): void {
    if (this.inText) this.parts += raw ? text : unescapeXml(text);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
  }

  get value(): string {
    return this.parts;
  }
}

/** Reads a workbook part by part through the zip's directory: shared strings and styles first, then rows as a stream. */
export class WorkbookReader {
  private is1904 = false;
  private strings: string[] = [];
  private dateStyles: boolean[] = [];
  private sheetList: SheetEntry[] = [];

  private constructor(private readonly zip: CheckedZip) {}

  /** @throws FileRefusal */
  static async open(zip: CheckedZip): Promise<WorkbookReader> {
    const reader = new WorkbookReader(zip);
    await reader.readParts();
    return reader;
  }

  /** Sheets in the order of their tabs. */
  get sheets(): readonly SheetEntry[] {
    return this.sheetList;
  }

  private async readParts(): Promise<void> {
    const targets = new Map<string, string>();
    if (this.zip.has('xl/_rels/workbook.xml.rels')) {
      await scan(this.zip, 'xl/_rels/workbook.xml.rels', {
        open: (name, attributes) => {
          if (name !== 'Relationship') return;
          const target = attributeOf(attributes, 'Target') ?? '';
          const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
          targets.set(attributeOf(attributes, 'Id') ?? '', path);
        },
        close: nothing,
        text: nothing,
      });
    }
    await scan(this.zip, 'xl/workbook.xml', {
      open: (name, attributes) => {
        if (name === 'workbookPr') this.is1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
        if (name !== 'sheet') return;
        const path = targets.get(attributeOf(attributes, 'id') ?? attributeOf(attributes, 'r:id') ?? '');
        if (path === undefined || !this.zip.has(path)) return;
        const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
        this.sheetList.push({ name: attributeOf(attributes, 'name') ?? '', path, hidden });
      },
      close: nothing,
      text: nothing,
    });
    if (this.sheetList.length > MAX_SHEETS) throw refuse('FILE_REJECTED');
    const styles = this.zip.names().find((name) => /^xl\/styles\.xml$/i.test(name));
    if (styles !== undefined) await this.readStyles(styles);
    const strings = this.zip.names().find((name) => /^xl\/sharedstrings\.xml$/i.test(name));
    if (strings !== undefined) await this.readStrings(strings);
  }

  private async readStyles(path: string): Promise<void> {
    const custom = new Map<number, boolean>();
    let inCells = false;
    await scan(this.zip, path, {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          custom.set(
            Number(attributeOf(attributes, 'numFmtId')),
            isDateFormat(attributeOf(attributes, 'formatCode') ?? ''),
          );
        } else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) {
          const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
          this.dateStyles.push(custom.get(id) ?? isBuiltInDate(id));
        }
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
      text: nothing,
    });
  }

  private async readStrings(path: string): Promise<void> {
    const rich = new RichText();
    await scan(this.zip, path, {
      open: (name) => {
        if (name === 'si') rich.start();
        else rich.open(name);
      },
      text: (text, raw) => rich.text(text, raw),
      close: (name) => {
        rich.close(name);
        if (name !== 'si') return;
        if (this.strings.length >= MAX_SHARED_STRINGS) throw refuse('FILE_TOO_LARGE');
        this.strings.push(rich.value);
      },
    });
  }

  /** Rows of a sheet that hold at least one cell, in file order. */
  async *rows(sheet: SheetEntry): AsyncGenerator<SheetRow[]> {
    const found = new SheetRows(this.strings, this.dateStyles, this.is1904);
    const scanner = new XmlScanner(found);
    for await (const piece of await this.zip.read(sheet.path)) {
      scanner.write(piece);
      if (found.rows.length > 0) yield found.take();
    }
    scanner.end();
    if (found.rows.length > 0) yield found.take();
  }
}

class SheetRows implements XmlHandler {
  rows: SheetRow[] = [];
  private row: SheetRow | undefined;
  private lastNumber = 0;
  private column = -1;
  private type = '';
  private style = -1;
  private isFormula = false;
  private inValue = false;
  private inRich = false;
  private value = '';
  private readonly rich = new RichText();

  constructor(
    private readonly strings: readonly string[],
    private readonly dateStyles: readonly boolean[],
    private readonly is1904: boolean,
  ) {}

  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') {
      const reference = attributeOf(attributes, 'r');
      this.column = reference === undefined ? this.column + 1 : columnOfReference(reference);
      this.type = attributeOf(attributes, 't') ?? 'n';
      this.style = Number(attributeOf(attributes, 's') ?? -1);
      this.isFormula = false;
      this.value = '';
      this.rich.start();
    } else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.isFormula = true;
    else if (name === 'row') {
      // Rows and cells may omit their own place; it is then the one after the last.
      this.lastNumber = Number(attributeOf(attributes, 'r') ?? this.lastNumber + 1);
      this.row = { number: this.lastNumber, cells: [] };
      this.column = -1;
    } else if (name === 'is') this.inRich = true;
    else if (this.inRich) this.rich.open(name);
  }

  text(text: string, raw: boolean): void {
    if (this.inValue) this.value += raw ? text : unescapeXml(text);
    else if (this.inRich) this.rich.text(text, raw);
  }

  close(name: string): void {
    if (name === 'c') this.endCell();
    else if (name === 'v') this.inValue = false;
    else if (name === 'is') this.inRich = false;
    else if (name === 'row') {
      if (this.row !== undefined && this.row.cells.length > 0) this.rows.push(this.row);
      this.row = undefined;
    } else if (this.inRich) this.rich.close(name);
  }

  private endCell(): void {
    if (this.row === undefined || this.column < 0 || this.column >= LAST_COLUMN) return;
    const text = this.cellText();
    if (text !== undefined && text !== '') this.row.cells[this.column] = text;
  }

  private cellText(): string | undefined {
    if (this.isFormula || this.type === 'e') return FORMULA;
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)];
      case 'inlineStr':
        return this.rich.value;
      case 'str':
        return this.value;
      case 'd':
        return this.value.slice(0, 10);
      case 'b':
        return this.value === '1' ? '是' : '否';
      default:
        if (this.value === '') return undefined;
        return this.dateStyles[this.style] === true
          ? (dayOfSerial(Number(this.value), this.is1904) ?? textOfNumber(this.value))
          : textOfNumber(this.value);
    }
  }
}
