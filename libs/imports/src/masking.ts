import {
  maskAccount,
  maskCertificate,
  maskId,
  maskName,
  maskNumbers,
  maskPhone,
  maskVeteran,
} from '@tongxing/platform';
import { isFormula } from './cells.js';
import { isCut, shownBeginning } from './row-text.js';
import type { ColumnSpec } from './kind.js';

const SHOWN_CHARACTERS = 40;
/** Columns of text that name a person. */
const NAMES = new Set(['姓名', '银行户名', '联系人', '评估人']);

const INVISIBLE = /\p{Cf}/gu;

const cut = (text: string): string =>
  [...text].length > SHOWN_CHARACTERS ? `${[...text].slice(0, SHOWN_CHARACTERS).join('')}…` : text;

/** What stands in a cell, as a list may show it: numbers and names masked, also where they were typed into the wrong column; cut to one line. */
export function maskCell(column: ColumnSpec, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  if (isFormula(text)) return '（公式）';
  const clear = (isCut(text) ? shownBeginning(text) : text).replace(INVISIBLE, '').trim();
  const masked = maskNumbers(clear);
  // An ID number in the account column keeps to the rule of ID numbers.
  const byShape = masked === clear ? undefined : cut(masked);
  switch (column.type) {
    case 'id':
      return byShape ?? maskId(clear);
    case 'certificate':
      return maskCertificate(clear);
    case 'phone':
      return byShape ?? maskPhone(clear);
    case 'account':
      return byShape ?? maskAccount(clear);
    default:
      if (NAMES.has(column.header)) return maskName(clear);
      if (/证号|证件号/.test(column.header)) return maskVeteran(clear);
      return cut(masked);
  }
}
