/** Says to Excel that the text is UTF-8. */
export const CSV_MARK = '\ufeff';

/** What a spreadsheet would take for a formula, full-width signs too: some turn them into half-width ones. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const SPECIAL = /[",\r\n]/;

/** A text that no spreadsheet computes: with an apostrophe in front, as a person would type it. */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that was {@link csvLine guarded}. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** One line of a CSV file, with its line break. */
export const csvLine = (cells: readonly string[]): string => {
  const written = cells.map((cell) => {
    const text = guarded(cell);
    return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(',')}\r\n`;
};
