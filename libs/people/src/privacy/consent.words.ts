import type { Consent, ConsentChannel, GuardianBasis } from './privacy.entity.js';

export const CHANNEL_WORDS: Readonly<Record<ConsentChannel, string>> = {
  PORTAL: '网页',
  PAPER: '纸上',
  CALL: '电话',
  FACE: '当面',
  VISIT: '走访时',
};

export const BASIS_WORDS: Readonly<Record<GuardianBasis, string>> = {
  MINOR: '本人未成年',
  KIN: '法定的近亲属',
  COURT: '法院指定',
  APPOINTED: '村居或民政指定',
};

/** 本人, or 监护人 and what makes them one. */
export const sayerOf = ({ saidBy, guardianBasis }: Pick<Consent, 'saidBy' | 'guardianBasis'>): string =>
  saidBy === 'SELF' ? '本人' : guardianBasis === null ? '监护人' : `监护人（${BASIS_WORDS[guardianBasis]}）`;
