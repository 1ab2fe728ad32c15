import { MAX_PROBLEMS_LISTED } from './limits.js';
import type { Problem, ProblemCode } from './problems.js';
import type { CheckedRow } from './rows.js';

/** What a check or an import found: the public shape, on the command line and in `importJob`. */
export interface ImportResult {
  kind: string;
  /** data rows, without the sample row and blank rows */
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** rows with at least one error */
  wrong: number;
  /** rows with at least one warning */
  warned: number;
  problems: Problem[];
  committed: boolean;
}

/** Counts of a job while it runs. */
export class Tally {
  rows = 0;
  new = 0;
  changed = 0;
  unchanged = 0;
  wrong = 0;
  warned = 0;
  readonly problems: Problem[] = [];
  readonly codes = new Map<ProblemCode, number>();

  /** Problems found but not listed, beyond {@link MAX_PROBLEMS_LISTED}. */
  get leftOff(): number {
    let found = 0;
    for (const count of this.codes.values()) found += count;
    return found - this.problems.length;
  }

  add(row: CheckedRow): void {
    this.rows += 1;
    const { problems } = row;
    if (problems.length === 0) return this.addOutcome(row);
    for (const problem of problems) this.addProblem(problem);
    if (row.warned) this.warned += 1;
    if (row.wrong) this.wrong += 1;
    else this.addOutcome(row);
  }

  /** Takes over what a later tally found. */
  merge(later: Tally): void {
    this.rows += later.rows;
    this.new += later.new;
    this.changed += later.changed;
    this.unchanged += later.unchanged;
    this.wrong += later.wrong;
    this.warned += later.warned;
    for (const [code, count] of later.codes) this.codes.set(code, (this.codes.get(code) ?? 0) + count);
    for (const problem of later.problems) this.list(problem);
  }

  addProblem(problem: Problem): void {
    this.codes.set(problem.code, (this.codes.get(problem.code) ?? 0) + 1);
    this.list(problem);
  }

  /** What is wrong with the whole file is always told, however many rows were wrong before it showed. */
  private list(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS_LISTED || problem.row === null) this.problems.push(problem);
  }

  private addOutcome(row: CheckedRow): void {
    if (row.outcome === 'NEW') this.new += 1;
    else if (row.outcome === 'CHANGED') this.changed += 1;
    else this.unchanged += 1;
  }

  result(kind: string, committed: boolean): ImportResult {
    const { rows, new: fresh, changed, unchanged, wrong, warned } = this;
    const problems = [...this.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return { kind, rows, new: fresh, changed, unchanged, wrong, warned, problems, committed };
  }
}
