/** Why an identifier was refused: the row codes of the import contract. */
export type IdentifierCode =
  | 'ID_CHECKSUM'
  | 'ID_DATE'
  | 'CERT_LENGTH'
  | 'CERT_CHECKSUM'
  | 'CERT_CLASS'
  | 'ID_CERT_MISMATCH'
  | 'NUMBER_MANGLED'
  | 'CREDIT_CODE'
  | 'ACCOUNT_CHECKSUM'
  | 'PHONE_FORMAT';

/** What reading an identifier gives: its parts, or the code of what is wrong. */
export type Read<T> = ({ ok: true } & T) | { ok: false; code: IdentifierCode };

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const HIDDEN = /[\s\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g;
/** Nothing to do: what nearly every cell of a long roster is. */
const PLAIN = /^[\dA-Z]*$/;
const MANGLED = /^\d(?:\.\d+)?E\+?\d+$/i;

/** Trims, takes out blanks and invisible marks, makes full-width characters half-width, letters upper-case. */
export const normaliseCode = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
        .replace(HIDDEN, '')
        .toUpperCase();

/** True for what a spreadsheet makes of a long number (`6.40324E+17`): the digits are gone and are never guessed. */
export const isMangledNumber = (text: string): boolean => MANGLED.test(normaliseCode(text));
