/** The texts of a row in the order of the kind's columns; blank cells undefined. */
export type Cells = readonly (string | undefined)[];

/** Longest text of a cell; beyond every column's own limit. */
export const MAX_CELL_TEXT = 1_000;
/** JSON of a row's texts in bytes: sealed, it must fit a text column of 64 KB. */
const MAX_ROW_BYTES = 45_000;
/** A row of so few characters fits whatever they are: JSON writes none longer than six bytes. */
const SURE_CHARACTERS = 7_000;
const KEPT_CHARACTERS = 100;
/** Ends a text that was cut, so that it is never taken for what the user typed. XML and CSV hold no NUL. */
const CUT = '\u0000…';

/** True for the beginning of a text that was too long. */
export const isCut = (text: string): boolean => text.endsWith(CUT);

/** Beginning of a text that was cut, as it may be shown. */
export const shownBeginning = (text: string): string => `${text.slice(0, -CUT.length)}…`;

const cut = (text: string): string => `${text.slice(0, KEPT_CHARACTERS)}${CUT}`;

const bytesOf = (cells: Cells): number => Buffer.byteLength(JSON.stringify(cells));

function fits(cells: Cells): boolean {
  let sum = 0;
  for (const cell of cells) {
    if (cell === undefined) continue;
    if (cell.length > MAX_CELL_TEXT) return false;
    sum += cell.length;
  }
  return sum <= SURE_CHARACTERS || bytesOf(cells) <= MAX_ROW_BYTES;
}

/** The texts as they can be kept: too long ones, and the longest of a row that is too long, are cut and marked ({@link isCut}). */
export function fitted(cells: Cells): Cells {
  if (fits(cells)) return cells;
  const kept = cells.map((cell) => (cell !== undefined && cell.length > MAX_CELL_TEXT ? cut(cell) : cell));
  while (bytesOf(kept) > MAX_ROW_BYTES) {
    const lengths = kept.map((cell) => cell?.length ?? 0);
    const longest = lengths.indexOf(Math.max(...lengths));
    kept[longest] = cut(kept[longest] as string);
  }
  return kept;
}
