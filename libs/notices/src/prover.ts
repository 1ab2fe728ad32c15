/** What a detector looks for in a text that is about to be shown to everybody. */
export type Leak = 'NAME' | 'LONG_NUMBER' | 'EMAIL' | 'DISABILITY' | 'DOCUMENT' | 'ADDRESS' | 'BLANK';

/** 名单核查记录: stored with the notice. It says where something was found, never what. */
export interface ProofReport {
  /** version of the detectors */
  prover: string;
  passed: boolean;
  lines: number;
  /** texts that were looked at */
  looked: number;
  detectors: Leak[];
  findings: { place: string; leak: Leak }[];
  /** village × scheme × masked name that stands once: people a neighbour can guess */
  uniqueCells: number;
}

/** What of a notice is shown. */
export interface ShownNotice {
  title: string;
  basis: string;
  lines: readonly ShownLine[];
}

export interface ShownLine {
  maskedName: string;
  divisionName: string;
  subject: string;
  periodText: string | null;
}

const PROVER = 'notice-prover 1';
/** Digits in a row that no name of a scheme or period has. */
const LONG_DIGITS = 6;
/** Findings are for mending; the first ones are enough. */
const MAX_FINDINGS = 100;

/** Blanks, zero-width marks and dashes that hide a number from a simple look. */
const HIDDEN = /[\s\p{Cf}\p{Pd}_.·•∙・/\\|,，、'"“”‘’()（）[\]【】:：]+/gu;
const DATES =
  /(?<!\d)(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?|\.\d{1,2}\.\d{1,2}|\/\d{1,2}\/\d{1,2})(?!\d)/gu;
/** 〔2026〕1234号: numbers of papers, which a basis quotes. */
const PAPERS = /[〔[(【]\s*(?:19|20)\d{2}\s*[〕\])】]\s*第?\d{1,4}号/gu;
const NUMERALS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((numeral, digit) => [numeral, String(digit)])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((numeral, digit) => [numeral, String(digit)])),
  ...Object.fromEntries([...'○壱弐参'].map((numeral, digit) => [numeral, String(digit)])),
  两: '2',
  幺: '1',
};

const MASKED = /^(?:\*|\p{L}\*|[\p{L}\p{M}]\*+[\p{L}\p{M}])$/u;
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/iu;
const DISABILITY =
  /残疾类别|残疾等级|残疾程度|等级|重度残疾|[一二三四1-4]级残|(?:视力|听力|言语|肢体|智力|精神|多重)(?:残疾|障碍|一级|二级|三级|四级)|盲人|低视力|失明|聋|哑|截瘫|脑瘫|自闭|孤独症|精神病/u;
/** In a line nobody writes of hearing or mind for another reason. */
const DISABILITY_IN_LINE = /视力|听力|言语|肢体|智力|精神|盲/u;
const DOCUMENT = /身份证|证件号|残疾人?证|残疾军人证|银行卡|卡号|账号|帐号|一卡通号|手机号|电话号码|联系电话/u;
const ADDRESS = /[\d一二三四五六七八九十]+(?:号院|号楼|单元|号房|室|栋|幢|户|组)/u;

/** Full width → half, so that one detector sees every way of writing. */
const plain = (text: string): string => text.normalize('NFKC');
const squeezed = (text: string): string => plain(text).replace(HIDDEN, '');

const digitsIn = (text: string): string =>
  [...squeezed(plain(text).replace(PAPERS, ' x ').replace(DATES, ' x '))]
    .map((character) => NUMERALS[character] ?? character)
    .join('');

const hasLongNumber = (text: string): boolean => new RegExp(`\\d{${LONG_DIGITS},}`, 'u').test(digitsIn(text));

/** Birth days are dates too: outside a period a whole day has no business in a line. */
const hasDate = (text: string): boolean => plain(text).match(DATES) !== null;

const always: readonly [Leak, (text: string) => boolean][] = [
  ['LONG_NUMBER', hasLongNumber],
  ['EMAIL', (text) => EMAIL.test(plain(text).replace(/[\s\p{Cf}]+/gu, ''))],
  ['DISABILITY', (text) => DISABILITY.test(squeezed(text))],
  ['DOCUMENT', (text) => DOCUMENT.test(squeezed(text))],
];

const leaksOf = (text: string): Leak[] => always.filter(([, found]) => found(text)).map(([leak]) => leak);

function leaksOfLine(line: ShownLine): [column: keyof ShownLine, leak: Leak][] {
  const found: [keyof ShownLine, Leak][] = [];
  if (!MASKED.test(line.maskedName)) found.push(['maskedName', 'NAME']);
  for (const column of ['divisionName', 'subject', 'periodText'] as const) {
    const text = line[column];
    if (text === null) continue;
    for (const leak of leaksOf(text)) found.push([column, leak]);
    if (DISABILITY_IN_LINE.test(squeezed(text)) && !DISABILITY.test(squeezed(text))) found.push([column, 'DISABILITY']);
    if (column === 'periodText') continue;
    if (text.trim() === '') found.push([column, 'BLANK']);
    if (hasDate(text)) found.push([column, 'LONG_NUMBER']);
    if (ADDRESS.test(squeezed(text))) found.push([column, 'ADDRESS']);
  }
  return found;
}

/** How many lines are alone with their village, scheme and masked name. */
function uniqueCellsOf(lines: readonly ShownLine[]): number {
  const cells = new Map<string, number>();
  for (const { divisionName, subject, maskedName } of lines) {
    const cell = JSON.stringify([divisionName, subject, maskedName]);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells.values()].filter((count) => count === 1).length;
}

/**
 * 公示核查: looks at every text of a notice for what must never be shown: whole names, numbers, mail addresses, disability, papers, house addresses;
 * written in full width, spaced out or in Chinese numerals as well. Pure.
 *
 * @returns the report to store; `findings` names places (`lines.3.maskedName`), never values
 * @source payouts.md §6; security.md §7
 */
export function proveMasked(notice: ShownNotice): ProofReport {
  const findings: ProofReport['findings'] = [];
  for (const column of ['title', 'basis'] as const) {
    if (notice[column].trim() === '') findings.push({ place: column, leak: 'BLANK' });
    for (const leak of leaksOf(notice[column])) findings.push({ place: column, leak });
  }
  notice.lines.forEach((line, index) => {
    for (const [column, leak] of leaksOfLine(line)) findings.push({ place: `lines.${index}.${column}`, leak });
  });
  return {
    prover: PROVER,
    passed: findings.length === 0,
    lines: notice.lines.length,
    looked: 2 + notice.lines.length * 4,
    detectors: ['NAME', 'LONG_NUMBER', 'EMAIL', 'DISABILITY', 'DOCUMENT', 'ADDRESS', 'BLANK'],
    findings: findings.slice(0, MAX_FINDINGS),
    uniqueCells: uniqueCellsOf(notice.lines),
  };
}
