/** What a spreadsheet would take for a formula, in either width. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const BOM = '\uFEFF';

const cellOf = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as UTF-8 that Excel and WPS open with its characters whole; what looks like a formula stays text. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  BOM + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
