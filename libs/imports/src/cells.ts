import { redact } from '@tongxing/platform';
import {
  type IsoDate,
  isMangledNumber,
  isTypedDay,
  normaliseCode,
  parseYuan,
  readAccount,
  readCertificate,
  readCreditCode,
  readIdNumber,
  readMobile,
  yuanText,
} from '@tongxing/rules';
import { FORMULA } from './file/workbook.reader.js';
import { type CellValue, type ColumnSpec, DEFAULT_TEXT_LENGTH } from './kind.js';
import type { ProblemCode } from './problems.js';

/** What makes cells of a job readable: the day that dates are checked against, and the divisions it may name. */
export interface CellSetting {
  today: IsoDate;
  /** 12-digit code of a division by code or full name path; undefined where there is none */
  divisionOf(text: string): string | undefined;
  /** prefix that `division` columns must lie in, unless `anywhere` */
  divisionScope: string;
}

/** A finding about one cell, with figures for its words. */
export type CellFinding = {
  code: ProblemCode;
  figures?: Record<string, string | number>;
  message?: string;
  hint?: string;
};

/** Reads one cell. Returns its value, `undefined` after an error; warnings come with a value. */
export type CellReader = (text: string, find: (finding: CellFinding) => void) => CellValue | undefined;

const EDGE_SPACE = /^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g;
const LINE_SPACE = /[\t\r\n\u0085\u00a0\u2028\u2029\u3000 ]+/g;
/** Control and format characters (zero width, direction marks), halves of a character, and what stands for a character that was lost. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u;
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const LIST_SEPARATOR = /[、;；,，\n]+/;
const DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: 0{1,2}:00(?::00)?)?$/;
const DIGIT_FIRST = /^\d/;
const RANGE_DASH = /[-—–~～至]+/;
const MONTHS = 12;
const MAX_LEVEL = 4;
/** Ends the 12-digit code of a county and of all above it. */
const COUNTY_END = '000000';
const MAX_LIST_ITEMS = 50;
const CHOICES_SHOWN = 12;

/** Full-width digits, letters and signs as half-width ones; Chinese punctuation and ideographs stay. */
const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** Numbers exported as text by other programs: `'6403…` and `="6403…"`. */
const withoutTextMark = (text: string): string =>
  DIGIT_FIRST.test(text) ? text : text.replace(/^="(.*)"$/, '$1').replace(/^['’`]/, '');

/** Trimmed, blanks inside folded, NFC. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text.replace(EDGE_SPACE, '').replace(LINE_SPACE, ' ').normalize('NFC');
}

const choicesShown = (choices: Readonly<Record<string, string>>): string => {
  const all = Object.keys(choices);
  return all.length > CHOICES_SHOWN ? `${all.slice(0, CHOICES_SHOWN).join('、')}…` : all.join('、');
};

/** Fewer digits in a row are no number of a person. */
const LONG_DIGITS = /[\d０-９]{11}/;

function textReader(column: ColumnSpec): CellReader {
  const longest = column.maxLength ?? DEFAULT_TEXT_LENGTH;
  return (text, find) => {
    const value = cleanText(text);
    if (!PLAIN.test(value) && CONTROL.test(value)) {
      find({ code: 'TEXT_CONTROL' });
      return undefined;
    }
    if (value.length > longest && [...value].length > longest) {
      find({ code: 'NUMBER_RANGE', message: `「${column.header}」应在 1 到 ${longest} 个字之间` });
      return undefined;
    }
    // Texts are kept in clear: a number that slipped into one (a shifted column, most often) must not be.
    if (column.holdsNumbers !== true && LONG_DIGITS.test(value) && redact(halfWidth(value)) !== halfWidth(value)) {
      find({ code: 'NUMBER_MISPLACED', figures: { header: column.header } });
      return undefined;
    }
    return value;
  };
}

/** Excel pads what it lost with zeros: a long number that ends so and fails its check was spoilt, not mistyped. */
const looksPadded = (text: string, zeros: string): boolean => normaliseCode(text).endsWith(zeros);

function idReader(setting: CellSetting): CellReader {
  return (raw, find) => {
    const text = withoutTextMark(raw);
    const read = readIdNumber(text, setting.today);
    if (read.ok) return read.value;
    find({ code: read.code === 'ID_CHECKSUM' && looksPadded(text, '000') ? 'NUMBER_MANGLED' : read.code });
    return undefined;
  };
}

function certificateReader(setting: CellSetting): CellReader {
  return (raw, find) => {
    const text = withoutTextMark(raw);
    const read = readCertificate(text, setting.today);
    if (read.ok) return read.value + read.suffix;
    if (read.code !== 'CERT_LENGTH' && looksPadded(text, '00000')) find({ code: 'NUMBER_MANGLED' });
    else if (read.code !== 'CERT_LENGTH') find({ code: read.code });
    else {
      const length = normaliseCode(text).replace(/B\d{1,2}$/, '').length;
      find({ code: 'CERT_LENGTH', figures: { length } });
    }
    return undefined;
  };
}

const creditReader: CellReader = (raw, find) => {
  const text = withoutTextMark(raw);
  if (isMangledNumber(text)) find({ code: 'NUMBER_MANGLED' });
  else {
    const read = readCreditCode(text);
    if (read.ok) return read.value;
    find({ code: read.code });
  }
  return undefined;
};

const phoneReader: CellReader = (raw, find) => {
  const read = readMobile(withoutTextMark(raw));
  if (read.ok) return read.value;
  find({ code: read.code });
  return undefined;
};

const accountReader: CellReader = (raw, find) => {
  const text = withoutTextMark(raw);
  const read = readAccount(text);
  if (read.ok) {
    if (!read.checked) find({ code: 'ACCOUNT_CHECKSUM' });
    return read.value;
  }
  // A passbook number may be written in any way: a warning, and the number as it was given.
  const value = normaliseCode(text);
  if (read.code === 'ACCOUNT_CHECKSUM' && /^[\dA-Z-]{5,40}$/.test(value)) {
    find({ code: 'ACCOUNT_CHECKSUM' });
    return value;
  }
  find({ code: read.code === 'ACCOUNT_CHECKSUM' ? 'TEXT_CONTROL' : read.code });
  return undefined;
};

const dayReader: CellReader = (text, find) => {
  const match = DAY.exec(halfWidth(text.trim()));
  if (match !== null) {
    const [, year, , month, day] = match;
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (isTypedDay(iso)) return iso;
  }
  find({ code: 'DATE_FORMAT' });
  return undefined;
};

function rangeFinding(min: number | string | undefined, max: number | string | undefined): CellFinding {
  if (min !== undefined && max !== undefined) return { code: 'NUMBER_RANGE', figures: { min, max } };
  if (min !== undefined) return { code: 'NUMBER_RANGE', message: `应是不小于 ${min} 的数字` };
  if (max !== undefined) return { code: 'NUMBER_RANGE', message: `应是不大于 ${max} 的数字` };
  return { code: 'NUMBER_RANGE', message: '应是数字' };
}

const within = (value: number, column: ColumnSpec): boolean =>
  (column.min === undefined || value >= column.min) && (column.max === undefined || value <= column.max);

function numberReader(column: ColumnSpec, shape: RegExp): CellReader {
  return (text, find) => {
    const plain = halfWidth(text).replace(/\s+/g, '');
    const value = shape.test(plain) ? Number(plain) : Number.NaN;
    if (Number.isFinite(value) && within(value, column)) return value;
    find(isMangledNumber(plain) ? { code: 'NUMBER_MANGLED' } : rangeFinding(column.min, column.max));
    return undefined;
  };
}

const INTEGER = /^-?\d{1,15}(?:\.0{1,10})?$/;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function yuanReader(column: ColumnSpec): CellReader {
  const bound = (fen: number | undefined) => (fen === undefined ? undefined : `${yuanText(fen)} 元`);
  return (text, find) => {
    const plain = halfWidth(text).replace(/\s+|元$/g, '');
    try {
      const fen = parseYuan(plain);
      if (within(fen, column)) return fen;
    } catch {
      // falls through to the same words
    }
    find(rangeFinding(bound(column.min) ?? '0.00 元', bound(column.max)));
    return undefined;
  };
}

function choiceReader(choices: Readonly<Record<string, string>>, otherwise?: CellReader): CellReader {
  const codes = new Map(Object.entries(choices));
  return (text, find) => {
    const code = codes.get(text) ?? codes.get(halfWidth(cleanText(text)));
    if (code === undefined && otherwise !== undefined) return otherwise(text, find);
    if (code === undefined) find({ code: 'VALUE_NOT_IN_LIST', figures: { choices: choicesShown(choices) } });
    return code;
  };
}

const FLAGS: Readonly<Record<string, string>> = { 是: 'YES', 否: 'NO' };

function flagReader(): CellReader {
  const choice = choiceReader(FLAGS);
  return (text, find) => {
    const code = choice(text, find);
    return code === undefined ? undefined : code === 'YES';
  };
}

const itemsOf = (text: string): string[] =>
  text
    .split(LIST_SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => item !== '');

function listReader(column: ColumnSpec): CellReader {
  const plain = textReader(column);
  const item = column.choices === undefined ? plain : choiceReader(column.choices, column.open ? plain : undefined);
  return (text, find) => {
    const parts = itemsOf(text);
    if (parts.length > MAX_LIST_ITEMS) {
      find({ code: 'NUMBER_RANGE', message: `最多填 ${MAX_LIST_ITEMS} 项` });
      return undefined;
    }
    let first: CellFinding | undefined;
    const values = parts.map((part) => item(part, (finding) => (first ??= finding)));
    if (first === undefined) return [...new Set(values as string[])];
    find(first);
    return undefined;
  };
}

const monthReader: CellReader = (text, find) => {
  const months = new Set<number>();
  for (const part of itemsOf(halfWidth(text).replace(/[月\s]/g, ''))) {
    const ends = part.split(RANGE_DASH);
    const [from, to] = [Number(ends[0]), Number(ends.at(-1))];
    const valid = ends.length <= 2 && ends.every((end) => /^\d{1,2}$/.test(end)) && from >= 1 && to <= MONTHS;
    if (!valid || from > to) {
      find({ code: 'NUMBER_RANGE', figures: { min: 1, max: MONTHS }, hint: '写成 1-12 或 3-7、9' });
      return undefined;
    }
    for (let month = from; month <= to; month += 1) months.add(month);
  }
  return [...months].sort((a, b) => a - b);
};

function demandReader(column: ColumnSpec): CellReader {
  const choices = column.choices ?? {};
  return (text, find) => {
    const demands: Record<string, number> = {};
    for (const part of itemsOf(halfWidth(text).replace(/\s+/g, ''))) {
      const [, word = '', digits = ''] = /^(\D+)(\d*)$/.exec(part) ?? [];
      const item = choices[word];
      const level = Number(digits);
      if (item === undefined) {
        find({ code: 'VALUE_NOT_IN_LIST', figures: { choices: choicesShown(choices) }, hint: '写成 久站3、搬举1' });
        return undefined;
      }
      if (digits === '' || level > MAX_LEVEL) {
        find({ code: 'NUMBER_RANGE', figures: { min: 0, max: MAX_LEVEL }, hint: '写成 久站3、搬举1' });
        return undefined;
      }
      demands[item] = Math.max(level, demands[item] ?? 0);
    }
    return demands;
  };
}

function divisionReader(column: ColumnSpec, setting: CellSetting): CellReader {
  const known = new Map<string, string | undefined>();
  return (raw, find) => {
    let code = known.get(raw);
    if (code === undefined && !known.has(raw)) {
      code = setting.divisionOf(halfWidth(withoutTextMark(raw)).trim());
      known.set(raw, code);
    }
    if (code === undefined) find({ code: 'DIVISION_UNKNOWN' });
    else if (column.anywhere !== true && !code.startsWith(setting.divisionScope)) {
      find({ code: 'DIVISION_UNKNOWN', message: '这个区划不归您的单位管', hint: '请交给所在地残联导入' });
      return undefined;
    } else if (column.township === true && code.endsWith(COUNTY_END)) {
      find({
        code: 'DIVISION_UNKNOWN',
        message: '要填到乡镇、街道或村',
        hint: '填 9 位或 12 位代码，或写到乡镇的完整名称',
      });
      return undefined;
    }
    return code;
  };
}

/** Columns whose cells repeat down a roster. */
const REPEATING: ReadonlySet<ColumnSpec['type']> = new Set([
  'choice',
  'flag',
  'day',
  'yuan',
  'integer',
  'decimal',
  'list',
  'monthList',
]);
/** Texts remembered of one column: all of a choice, most days of an office. */
const MAX_REMEMBERED = 2_000;

/** Remembers what right texts meant; a text with a finding is read anew each time, so that it is found each time. */
function remembering(reader: CellReader): CellReader {
  const known = new Map<string, CellValue>();
  return (text, find) => {
    const before = known.get(text);
    // Each row has its own list: a kind may change it.
    if (before !== undefined) return Array.isArray(before) ? (before.slice() as CellValue) : before;
    let isPlain = true;
    const value = reader(text, (finding) => {
      isPlain = false;
      find(finding);
    });
    if (isPlain && value !== undefined && known.size < MAX_REMEMBERED) known.set(text, value);
    return value;
  };
}

/** The reader of a column's cells; made once a job. */
export function readerOf(column: ColumnSpec, setting: CellSetting): CellReader {
  const reader = plainReaderOf(column, setting);
  return REPEATING.has(column.type) ? remembering(reader) : reader;
}

function plainReaderOf(column: ColumnSpec, setting: CellSetting): CellReader {
  switch (column.type) {
    case 'text':
      return textReader(column);
    case 'id':
      return idReader(setting);
    case 'certificate':
      return certificateReader(setting);
    case 'credit':
      return creditReader;
    case 'day':
      return dayReader;
    case 'integer':
      return numberReader(column, INTEGER);
    case 'decimal':
      return numberReader(column, DECIMAL);
    case 'yuan':
      return yuanReader(column);
    case 'list':
      return listReader(column);
    case 'flag':
      return flagReader();
    case 'choice':
      return choiceReader(column.choices ?? {}, column.open ? textReader(column) : undefined);
    case 'monthList':
      return monthReader;
    case 'demands':
      return demandReader(column);
    case 'division':
      return divisionReader(column, setting);
    case 'phone':
      return phoneReader;
    case 'account':
      return accountReader;
  }
}

/** True for a cell that holds a formula or an Excel error. */
export const isFormula = (text: string): boolean => text === FORMULA;
