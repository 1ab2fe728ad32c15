import type { IsoDate } from '../calendar.js';
import { type IdNumber, readIdNumber } from './id-number.js';
import { isMangledNumber, normaliseCode, type Read } from './outcome.js';

/** 残疾类别, by the 19th digit of the certificate number. */
export const DISABILITY_CATEGORIES = {
  1: '视力',
  2: '听力',
  3: '言语',
  4: '肢体',
  5: '智力',
  6: '精神',
  7: '多重',
} as const;
export type DisabilityCategory = keyof typeof DISABILITY_CATEGORIES;
/** 残疾等级: 1 is the heaviest. */
export type DisabilityGrade = 1 | 2 | 3 | 4;

/** A 残疾人证号 and what it says. It holds the ID number and the disability: always sealed, always masked. */
export interface DisabilityCertificateNumber {
  /** the 20 digits */
  value: string;
  /** reissue mark, `B1`; empty when none */
  suffix: string;
  id: IdNumber;
  category: DisabilityCategory;
  grade: DisabilityGrade;
}

const SHAPE = /^(.*?)(B\d{1,2})?$/;
const TWENTY = /^\d{17}[\dX]\d{2}$/;

/**
 * Reads a 残疾人证号: ID number, category 1–7, grade 1–4, perhaps a reissue suffix.
 *
 * @returns parts; or CERT_LENGTH, CERT_CHECKSUM, CERT_CLASS, ID_DATE, NUMBER_MANGLED
 * @source rulebook §8 (r)
 */
export function readCertificate(text: string, today: IsoDate): Read<DisabilityCertificateNumber> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const [, value = '', suffix = ''] = SHAPE.exec(normaliseCode(text)) ?? [];
  if (value.length !== 20) return { ok: false, code: 'CERT_LENGTH' };
  if (!TWENTY.test(value)) return { ok: false, code: 'CERT_CHECKSUM' };
  const id = readIdNumber(value.slice(0, 18), today);
  if (!id.ok) return { ok: false, code: id.code === 'ID_DATE' ? 'ID_DATE' : 'CERT_CHECKSUM' };
  const category = Number(value[18]);
  const grade = Number(value[19]);
  if (category < 1 || category > 7 || grade < 1 || grade > 4) return { ok: false, code: 'CERT_CLASS' };
  const { ok: _, ...idNumber } = id;
  return {
    ok: true,
    value,
    suffix,
    id: idNumber,
    category: category as DisabilityCategory,
    grade: grade as DisabilityGrade,
  };
}

const VETERAN = /^[\p{Script=Han}A-Z0-9-]{4,30}$/u;
const VETERAN_HAN = /\p{Script=Han}/gu;

/**
 * Reads a 残疾军人证号: 4 to 30 letters, digits, 军, 字, 第, 号 or dashes; it has no check digit and its grade stands elsewhere.
 *
 * @returns the number; or CERT_LENGTH, CERT_CHECKSUM (a character that does not belong)
 */
export function readVeteranCertificate(text: string): Read<{ value: string }> {
  if (isMangledNumber(text)) return { ok: false, code: 'NUMBER_MANGLED' };
  const value = normaliseCode(text);
  if (value.length < 4 || value.length > 30) return { ok: false, code: 'CERT_LENGTH' };
  const han = value.match(VETERAN_HAN) ?? [];
  if (!VETERAN.test(value) || !han.every((character) => '军字第号'.includes(character)))
    return { ok: false, code: 'CERT_CHECKSUM' };
  return { ok: true, value };
}
