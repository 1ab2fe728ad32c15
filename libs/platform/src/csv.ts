/** Says to Excel that the text is UTF-8. */
export const CSV_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula, full-width signs too: some turn them into half-width ones. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const SPECIAL = /[",\r\n]/;

/** The text that a guarded cell was made of. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

function cellOf(value: string | number): string {
  // With an apostrophe in front, as a person would type it, no spreadsheet computes a text.
  const text = typeof value === 'number' ? String(value) : FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, with its line break. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** A table that Excel and WPS open with its characters whole; what looks like a formula stays text. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  CSV_MARK + rows.map(csvLine).join('');
