import type { IsoDate } from '@tongxing/rules';
import type { ProblemCode, Problem, Severity } from './problems.js';

/**
 * What a cell holds, and hence how it is read, checked and typed in the template:
 *
 * | type | value a kind gets |
 * |---|---|
 * | `text` | string, trimmed, NFC |
 * | `id` | 身份证号, 18 characters, checked, `X` upper-case |
 * | `certificate` | 残疾人证号, 20 digits and perhaps a suffix `B1`, checked |
 * | `credit` | 统一社会信用代码, 18 characters, checked, upper-case |
 * | `day` | `IsoDate` |
 * | `integer` `decimal` | number within `min` and `max` |
 * | `yuan` | integer fen within `min` and `max` (both in fen) |
 * | `list` | string[]; with `choices`, the stored codes |
 * | `flag` | boolean, written 是 or 否 |
 * | `choice` | the stored code of the text that was chosen |
 * | `monthList` | number[], ascending, from `1-12` or `3-7、9` |
 * | `demands` | Record<code, level 0–4>, from `久站3、搬举1`; `choices` maps the words to codes |
 * | `division` | 12-digit code inside the viewer's region (`anywhere`: of the country), from a 9- or 12-digit code or the full name path |
 * | `phone` | 11 digits |
 * | `account` | bank account, digits |
 */
export type ColumnType =
  | 'text'
  | 'id'
  | 'certificate'
  | 'credit'
  | 'day'
  | 'integer'
  | 'decimal'
  | 'yuan'
  | 'list'
  | 'flag'
  | 'choice'
  | 'monthList'
  | 'demands'
  | 'division'
  | 'phone'
  | 'account';

/** One column of a roster: everything the reader, the template and the messages need to know of it. */
export interface ColumnSpec {
  /** name of the value in a row */
  key: string;
  /** text of the header cell; columns are found by it, in any order */
  header: string;
  type: ColumnType;
  /** other headers that mean the same */
  aliases?: readonly string[];
  /** a blank cell is REQUIRED; a file without the column is refused */
  required?: boolean;
  /** columns that share this name: at least one of them must be there and filled (残疾人证号 or 残疾军人证号) */
  oneOf?: string;
  /** shown text → stored code, of `choice`, `list` and `demands`; a `list` without choices is free text */
  choices?: Readonly<Record<string, string>>;
  /** the choices are the usual words only: another text is kept as it stands */
  open?: boolean;
  /** bounds of `integer`, `decimal`; of `yuan` in fen */
  min?: number;
  max?: number;
  /** longest text in characters, and of each item of a list; {@link DEFAULT_TEXT_LENGTH} unless stated */
  maxLength?: number;
  /** `text`: a number of its own (a register's, a bank's), so that long digits belong there; others are refused if they hold a person's number */
  holdsNumbers?: boolean;
  /** `division`: may lie outside the viewer's region (where somebody lives) */
  anywhere?: boolean;
  /** `division`: a township or village; a county, or what lies above, is too coarse */
  township?: boolean;
  /** what the template's sample row shows; plainly synthetic */
  sample: string;
  /** a sentence for the template's 填写说明, where header and type do not say it all */
  note?: string;
}

export const DEFAULT_TEXT_LENGTH = 60;

export type CellValue = string | number | boolean | string[] | number[] | Record<string, number>;

/**
 * The values of a row by column key. `null`: the cell is blank, so the value is to be emptied.
 * `undefined`: the file has no such column (what stands stays), or the cell was wrong and has its problem already.
 */
export type RowValues<V extends object> = { [K in keyof V]?: V[K] | null };

/** What a row would do to the data. */
export type Outcome = 'NEW' | 'CHANGED' | 'UNCHANGED';

/** Words of a problem that differ from those of its code. */
export interface ProblemWords {
  message?: string;
  hint?: string;
  /** a case that is milder than the code's usual one */
  severity?: Severity;
}

/** One data row on its way from a file into tables. */
export interface ImportRow<V extends object = Record<string, CellValue>> {
  /** the user's own Excel row, from 1 */
  readonly number: number;
  readonly values: RowValues<V>;
  /** problems so far, of its cells too */
  readonly problems: readonly Problem[];
  /** true with at least one error: the row will not be committed, but `check` still sees it, to report everything at once */
  readonly wrong: boolean;
  /** set by `check`, unless the row is wrong */
  outcome?: Outcome;
  /** for the kind alone: what `check` found and `commit` needs, such as the row that stands */
  found?: unknown;
  /**
   * Reports a problem. Severity and words come with the code; pass words to name figures or choices.
   *
   * @param column key of the column, or null for the row as a whole
   */
  report(code: ProblemCode, column: (keyof V & string) | null, words?: ProblemWords): void;
}

/** Who imports, for where, and when: the same for every row of a job. */
export interface ImportContext {
  readonly today: IsoDate;
  readonly now: Date;
  /** prefix of the 12-digit code of the region this import may touch; empty: everywhere (command line) */
  readonly divisionScope: string;
  /** set when an employer's clerk imports: rows of other employers are UNKNOWN_EMPLOYER */
  readonly employerId?: string;
  /** account that uploaded; absent on the command line */
  readonly accountId?: string;
  /** A place of this job for look-up tables that several chunks share; made on first use. Ids only, no personal data beyond need. */
  memo<T>(name: string, make: () => T): T;
}

/**
 * One kind of roster. Mostly data: `columns` decides reading, cell checks, template and messages; the rest is batched,
 * so that a chunk costs a handful of queries, never one a row.
 *
 * `check` and `commit` may run several times on the same rows (dry run, staging, then commit; a unit of work tried again):
 * both are repeatable, and `commit` always follows a `check` of the same chunk in the same unit of work, so `found` is fresh.
 */
export interface ImportKind<V extends object = Record<string, CellValue>> {
  /** `people`, `household-members` …: path of the upload and name on the command line */
  readonly kind: string;
  /** 持证残疾人名册 */
  readonly title: string;
  /** action of the policy table that an upload needs */
  readonly action: string;
  /** raised whenever `columns` change so that an old template must not be used any more (TEMPLATE_OLD) */
  readonly templateVersion: number;
  readonly columns: readonly ColumnSpec[];
  /** how two rows with one key are described: 同一人, 同一单位 */
  readonly sameThing: string;
  /** Column that DUPLICATE_IN_FILE points at. */
  readonly keyColumn: keyof V & string;
  /** Operation of the feature that takes the whole file instead of `commitImport`, which is refused: `importBankReturn`. */
  readonly takenBy?: string;
  /** What makes a row the same as another; null when the cells needed are missing or wrong. */
  keyOf(values: RowValues<V>): string | null;
  /** Checks across cells and against the tables; reports problems and sets `outcome` (and `found`) of rows that are not wrong. Writes nothing. */
  check(rows: readonly ImportRow<V>[], context: ImportContext): Promise<void>;
  /** Writes rows that are not wrong and not UNCHANGED, by natural key: a second run changes nothing. Runs inside a unit of work. */
  commit(rows: readonly ImportRow<V>[], context: ImportContext): Promise<void>;
  /** Once after the last chunk of a committed import, in its own unit of work; repeatable. */
  finish?(context: ImportContext): Promise<void>;
}
