import { maskAccount, maskCertificate, maskId, maskName, maskPhone } from '@tongxing/platform';
import { isFormula } from './cells.js';
import type { ColumnSpec } from './kind.js';

const SHOWN_CHARACTERS = 40;
/** Columns of text that name a person. */
const NAMES = new Set(['姓名', '银行户名', '联系人', '评估人']);

/** What stands in a cell, as a list may show it: numbers and names masked, other texts cut to one line. */
export function maskCell(column: ColumnSpec, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  if (isFormula(text)) return '（公式）';
  const clear = text.trim();
  switch (column.type) {
    case 'id':
      return maskId(clear);
    case 'certificate':
      return maskCertificate(clear);
    case 'phone':
      return maskPhone(clear);
    case 'account':
      return maskAccount(clear);
    default:
      if (NAMES.has(column.header)) return maskName(clear);
      if (/证号|证件号/.test(column.header)) return `${clear.slice(0, 2)}****`;
      return [...clear].length > SHOWN_CHARACTERS ? `${[...clear].slice(0, SHOWN_CHARACTERS).join('')}…` : clear;
  }
}
