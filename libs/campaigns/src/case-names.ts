import type { Divisions } from '@tongxing/access';
import { pinyin } from 'pinyin-pro';

/** Township and village: 豫海镇某某村. Elsewhere the division's own name. */
export function placeName(divisions: Divisions, code: string): string {
  const division = divisions.byCode(code);
  if (division?.level !== 'VILLAGE' || division.parentCode === undefined) return divisions.nameOf(code);
  return `${divisions.nameOf(division.parentCode)}${division.name}`;
}

const LATIN = /^[a-zü' ]+$/iu;
const syllablesOf = (name: string): string[] =>
  pinyin(name, { mode: 'surname', toneType: 'none', type: 'array' }).map((syllable) => syllable.toLowerCase());

/** True where somebody may mean pinyin: letters and blanks only. */
export const isPinyin = (text: string): boolean => LATIN.test(text);

/** A name is found by its pinyin from the first syllable on (`maxiao`), or by first letters (`mxl`). */
export function soundsLike(name: string, typed: string): boolean {
  const wanted = typed.toLowerCase().replace(/[' ]/g, '').replaceAll('ü', 'v');
  const syllables = syllablesOf(name);
  const letters = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return syllables.join('').replaceAll('ü', 'v').startsWith(wanted) || letters.startsWith(wanted);
}
