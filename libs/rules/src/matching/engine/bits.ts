/** Bits a word of a row. */
export const WORD_BITS = 32;

/** One bit a post or a person, 32 a word. Null: everybody. */
export type Row = Int32Array | null;

/** `sure`: those whose answer may be FITS or FITS_WITH. `maybe`: those whose answer may be anything but NO. */
export interface Reach {
  sure: Row;
  maybe: Row;
}

export const setBit = (row: Int32Array, at: number): void => {
  row[at >>> 5] |= 1 << (at & 31);
};
export const clearBit = (row: Int32Array, at: number): void => {
  row[at >>> 5] &= ~(1 << (at & 31));
};

/** Adds every bit of `more` to `row`. */
export const addBits = (row: Int32Array, more: Int32Array): void => {
  for (let word = 0; word < row.length; word += 1) row[word] |= more[word];
};
