import type { CellValue, ColumnSpec, ImportRow, Outcome, ProblemWords, RowValues } from './kind.js';
import { type CellReader, type CellSetting, isFormula, readerOf } from './cells.js';
import { type Problem, type ProblemCode, wordsOf } from './problems.js';

type AnyValues = Record<string, CellValue>;

/** A row with what was found about it: about its cells once, about its meaning anew at every check. */
export class CheckedRow implements ImportRow {
  outcome?: Outcome;
  found?: unknown;
  readonly values: RowValues<AnyValues> = {};
  private readonly ofCells: Problem[] = [];
  private ofCheck: Problem[] = [];

  constructor(
    readonly number: number,
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
    this.ofCheck.push(this.problem(code, column, {}, words));
  }

  /** A problem of a cell, or one that holds whatever the tables say. */
  reportCell(
    code: ProblemCode,
    column: string,
    figures: Record<string, string | number> = {},
    words: ProblemWords = {},
  ): void {
    this.ofCells.push(this.problem(code, column, figures, words));
  }

  /** Forgets what the last check found, before the next. */
  beginCheck(): void {
    if (this.ofCheck.length > 0) this.ofCheck = [];
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
      severity,
      message: words.message ?? message,
      hint: words.hint ?? hint,
    };
  }
}

const isError = (problem: Problem): boolean => problem.severity === 'error';

const isBlank = (text: string | undefined): boolean => text === undefined || text === '' || text.trim() === '';

/** Turns the cell texts of a kind's columns into checked values. Made once a job: it caches what many rows share. */
export class RowReader {
  private readonly readers: CellReader[];
  private readonly headers: ReadonlyMap<string, string>;
  private readonly present: boolean[];
  private readonly groups: { columns: number[]; header: string; key: string }[] = [];

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
    for (const name of new Set(columns.flatMap((column) => column.oneOf ?? []))) {
      const members = columns.flatMap((column, index) => (column.oneOf === name ? [index] : []));
      this.groups.push({
        columns: members,
        header: members.map((index) => columns[index]?.header).join('」或「'),
        key: columns[members[0] as number]?.key as string,
      });
    }
  }

  /** @param cells texts in the order of the kind's columns; blank cells undefined */
  read(number: number, cells: readonly (string | undefined)[]): CheckedRow {
    const row = new CheckedRow(number, this.headers);
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
    const value = (this.readers[index] as CellReader)(text, (finding) =>
      row.reportCell(finding.code, column.key, finding.figures, finding),
    );
    if (value !== undefined) row.values[column.key] = value;
  }
}
