import type { CellValue, ColumnSpec, ImportRow, Outcome, ProblemWords, RowValues } from './kind.js';
import { type CellFinding, type CellReader, type CellSetting, isFormula, readerOf } from './cells.js';
import { type Cells, fitted, isCut, MAX_CELL_TEXT } from './row-text.js';
import { type Problem, type ProblemCode, wordsOf } from './problems.js';

type AnyValues = Record<string, CellValue>;

/** Nearly every row: shared, so that a hundred thousand good rows hold no lists of nothing. */
const NONE: readonly Problem[] = [];

/** A row with what was found about it: about its cells once, about its meaning anew at every check. */
export class CheckedRow implements ImportRow {
  outcome?: Outcome;
  found?: unknown;
  private ofCells: readonly Problem[] = NONE;
  private ofCheck: readonly Problem[] = NONE;

  constructor(
    readonly number: number,
    readonly values: RowValues<AnyValues>,
    private readonly headers: ReadonlyMap<string, string>,
  ) {}

  get problems(): readonly Problem[] {
    return this.ofCheck.length === 0 ? this.ofCells : [...this.ofCells, ...this.ofCheck];
  }

  get wrong(): boolean {
    return this.ofCells.some(isError) || this.ofCheck.some(isError);
  }

  get warned(): boolean {
    return this.problems.some((problem) => problem.severity === 'warning');
  }

  report(code: ProblemCode, column: string | null, words: ProblemWords = {}): void {
    this.ofCheck = [...this.ofCheck, this.problem(code, column, {}, words)];
  }

  /** A problem of a cell, or one that holds whatever the tables say. */
  reportCell(
    code: ProblemCode,
    column: string,
    figures: Record<string, string | number> = {},
    words: ProblemWords = {},
  ): void {
    this.ofCells = [...this.ofCells, this.problem(code, column, figures, words)];
  }

  /** Forgets what the last check found, before the next. */
  beginCheck(): void {
    this.ofCheck = NONE;
    this.outcome = undefined;
    this.found = undefined;
  }

  private problem(
    code: ProblemCode,
    column: string | null,
    figures: Record<string, string | number>,
    words: ProblemWords,
  ): Problem {
    const header = column === null ? null : (this.headers.get(column) ?? column);
    const { severity, message, hint } = wordsOf(code, { header: header ?? '', ...figures });
    return {
      row: this.number,
      column: header,
      code,
      severity: words.severity ?? severity,
      message: words.message ?? message,
      hint: words.hint ?? hint,
    };
  }
}

const isError = (problem: Problem): boolean => problem.severity === 'error';

/** Above it no character is blank but the wide ones, which `trim` knows. */
const DELETE = 0x7f;

const isBlank = (text: string | undefined): boolean => {
  if (text === undefined || text === '') return true;
  const first = text.charCodeAt(0);
  return (first <= 0x20 || first >= DELETE) && text.trim() === '';
};

/** Turns the cell texts of a kind's columns into checked values. Made once a job: it caches what many rows share. */
export class RowReader {
  private readonly readers: CellReader[];
  private readonly headers: ReadonlyMap<string, string>;
  private readonly present: boolean[];
  private readonly groups: { columns: number[]; header: string; key: string }[] = [];
  /** All keys at once: an object that grows key by key is copied several times on the way. */
  private readonly blank: RowValues<AnyValues>;
  /** Where the cell stands that is being read; one finder serves all, instead of one a cell. */
  private row: CheckedRow | undefined;
  private key = '';
  private readonly find = (finding: CellFinding): void =>
    this.row?.reportCell(finding.code, this.key, finding.figures, finding);

  /** @param present keys of the columns that the file has; the values of others stay undefined */
  constructor(
    private readonly columns: readonly ColumnSpec[],
    present: readonly string[],
    setting: CellSetting,
  ) {
    const there = new Set(present);
    this.present = columns.map((column) => there.has(column.key));
    this.readers = columns.map((column) => readerOf(column, setting));
    this.headers = new Map(columns.map((column) => [column.key, column.header]));
    this.blank = Object.fromEntries(columns.map((column) => [column.key, undefined]));
    for (const name of new Set(columns.flatMap((column) => column.oneOf ?? []))) {
      const members = columns.flatMap((column, index) => (column.oneOf === name ? [index] : []));
      this.groups.push({
        columns: members,
        header: members.map((index) => columns[index]?.header).join('」或「'),
        key: columns[members[0] as number]?.key as string,
      });
    }
  }

  /** @param texts texts in the order of the kind's columns; blank cells undefined */
  read(number: number, texts: Cells): CheckedRow {
    const cells = fitted(texts);
    const row = new CheckedRow(number, { ...this.blank }, this.headers);
    for (let index = 0; index < this.columns.length; index += 1) {
      if (this.present[index] === true) this.readCell(row, this.columns[index] as ColumnSpec, index, cells[index]);
    }
    for (const group of this.groups) {
      if (group.columns.every((index) => isBlank(cells[index])))
        row.reportCell('REQUIRED', group.key, { header: group.header });
    }
    return row;
  }

  private readCell(row: CheckedRow, column: ColumnSpec, index: number, text: string | undefined): void {
    if (text === undefined || isBlank(text)) {
      if (column.required === true) row.reportCell('REQUIRED', column.key);
      else row.values[column.key] = null;
      return;
    }
    if (isFormula(text)) {
      row.reportCell('CELL_FORMULA', column.key);
      return;
    }
    if (isCut(text)) {
      const message = `「${column.header}」太长，一格最多 ${MAX_CELL_TEXT} 个字`;
      row.reportCell('NUMBER_RANGE', column.key, {}, { message, hint: '请缩短；一行里各格合起来也不要太长' });
      return;
    }
    this.row = row;
    this.key = column.key;
    const value = (this.readers[index] as CellReader)(text, this.find);
    if (value !== undefined) row.values[column.key] = value;
  }
}
