const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula. */
const RISKY = /^[=+\-@\t\r]/;
const TO_QUOTE = /[",\r\n]/;

function cell(text: string): string {
  const safe = RISKY.test(text) ? `'${text}` : text;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A list to take away, as CSV that Excel and WPS open: no cell is ever a formula. Who took it out, and when, is the header of a last column
 * without cells, so that the file can be brought in again as it is.
 */
export function csvText(headers: readonly string[], rows: readonly (readonly string[])[], stamp: string): string {
  const lines = [[...headers, stamp], ...rows.map((row) => [...row, ''])];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
