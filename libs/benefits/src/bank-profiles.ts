import { DomainError } from '@tongxing/platform';
import { yuanText } from '@tongxing/rules';
import iconv from 'iconv-lite';

/** One line for the bank, from which every format is written. */
export interface BankLine {
  line: number;
  key: string;
  accountName: string;
  accountNumber: string;
  amountFen: number;
  purpose: string;
}

/** A batch as the bank gets it. Nothing in it depends on the moment of writing: the same batch gives the same bytes. */
export interface BankBatch {
  number: string;
  totalFen: number;
  lines: readonly BankLine[];
}

/** 银行文件格式: how a bank wants its file. */
export interface BankProfile {
  code: string;
  /** the same in words */
  label: string;
  extension: string;
  encoding: 'gbk' | 'utf8';
  byteOrderMark: boolean;
  /** longest account name in bytes of the encoding */
  nameBytes: number;
  /** characters that would break the format */
  forbidden: RegExp;
  write(batch: BankBatch): string;
}

const LINE_END = '\r\n';
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The formats that come with the software; each has a golden file in the specs. */
export const BANK_PROFILES: readonly BankProfile[] = [
  {
    code: 'generic-txt-pipe',
    label: '通用文本（竖线分隔，GBK，金额到分）',
    extension: 'txt',
    encoding: 'gbk',
    byteOrderMark: false,
    nameBytes: 60,
    forbidden: /[|\r\n\t]/,
    write: ({ number, totalFen, lines }) =>
      [
        `H|${number}|${lines.length}|${totalFen}`,
        ...lines.map((one) =>
          ['D', one.line, one.key, one.accountNumber, one.accountName, one.amountFen, one.purpose].join('|'),
        ),
        `T|${lines.length}|${totalFen}`,
        '',
      ].join(LINE_END),
  },
  {
    code: 'generic-csv',
    label: '通用 CSV（UTF-8，金额到元）',
    extension: 'csv',
    encoding: 'utf8',
    byteOrderMark: true,
    nameBytes: 120,
    forbidden: /[\r\n\t]/,
    write: ({ number, totalFen, lines }) =>
      [
        ['批次号', '序号', '指令号', '账号', '户名', '金额', '用途'],
        ...lines.map((one) => [
          number,
          String(one.line),
          one.key,
          one.accountNumber,
          one.accountName,
          yuanText(one.amountFen),
          one.purpose,
        ]),
        [number, '合计', String(lines.length), '', '', yuanText(totalFen), ''],
      ]
        .map((cells) => cells.map(csvCell).join(','))
        .join(LINE_END) + LINE_END,
  },
];

export const DEFAULT_PROFILE = 'generic-txt-pipe';

/** @throws DomainError VALIDATION for a format that is not in the list */
export function profileOf(code: string): BankProfile {
  const profile = BANK_PROFILES.find((one) => one.code === code);
  if (profile) return profile;
  throw new DomainError('VALIDATION', '没有这种银行文件格式。', {
    field: 'profile',
    hint: `可选：${BANK_PROFILES.map((one) => one.code).join('、')}。`,
  });
}

const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const SHOWN_ROWS = 20;

function fits(profile: BankProfile, text: string): boolean {
  if (profile.forbidden.test(text) || FORMULA.test(text)) return false;
  // A character that the encoding lacks comes back as another one.
  return iconv.decode(iconv.encode(text, profile.encoding), profile.encoding) === text;
}

/**
 * The bytes of a bank file. Every name is encoded and decoded again: what the bank cannot write is refused, never sent as "?".
 *
 * @throws DomainError NOT_ENCODABLE with the line numbers
 */
export function bankFileBytes(profile: BankProfile, batch: BankBatch): Buffer {
  const bad = batch.lines.filter(
    ({ accountName, purpose }) =>
      !fits(profile, accountName) ||
      !fits(profile, purpose) ||
      iconv.encode(accountName, profile.encoding).length > profile.nameBytes,
  );
  if (bad.length > 0) {
    const rows = bad.slice(0, SHOWN_ROWS).map((one) => one.line);
    throw new DomainError(
      'NOT_ENCODABLE',
      `第 ${rows.join('、')} 行的户名银行文件写不了${bad.length > SHOWN_ROWS ? `，共 ${bad.length} 行` : ''}。`,
      { field: 'profile', hint: '请和银行约定替代写法，或换一种文件格式。' },
    );
  }
  return iconv.encode(profile.write(batch), profile.encoding, { addBOM: profile.byteOrderMark });
}
