/** Encodings of a CSV file that can be found or chosen. GBK is read as GB18030, which contains it. */
export const ENCODINGS = ['UTF-8', 'GBK', 'GB18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const isEncoding = (text: string): text is Encoding => (ENCODINGS as readonly string[]).includes(text);

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** Bytes of a UTF-8 byte order mark at the start: 3 or 0. */
export const markLength = (content: Uint8Array): number =>
  UTF8_MARK.every((byte, index) => content[index] === byte) ? UTF8_MARK.length : 0;

const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const LAST_BLANK = 0x20;

/** True where no character is written: a byte order mark, blanks and line breaks at most. */
export function isBlankContent(content: Uint8Array): boolean {
  const isUtf16 = UTF16_MARKS.some(([first, second]) => content[0] === first && content[1] === second);
  return content.subarray(isUtf16 ? 2 : markLength(content)).every((byte) => byte <= LAST_BLANK);
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** Walks the byte pairs and quadruples: GB18030 when there is a quadruple, GBK with pairs only, undefined when neither fits. */
function chineseEncoding(content: Uint8Array): 'GBK' | 'GB18030' | undefined {
  let quadruples = false;
  let at = 0;
  while (at < content.length) {
    const lead = content[at] as number;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const second = content[at + 1];
    if (lead === 0x80 || lead === 0xff || second === undefined) return undefined;
    if (second >= 0x40 && second <= 0xfe && second !== 0x7f) {
      at += 2;
      continue;
    }
    const third = content[at + 2] ?? 0;
    const fourth = content[at + 3] ?? 0;
    const isDigit = second >= 0x30 && second <= 0x39 && fourth >= 0x30 && fourth <= 0x39;
    if (!isDigit || third < 0x81 || third > 0xfe) return undefined;
    quadruples = true;
    at += 4;
  }
  return quadruples ? 'GB18030' : 'GBK';
}

/**
 * The encoding of a text file, from all of its bytes: a mark or valid UTF-8, else a walk through GB18030.
 *
 * @returns undefined when neither fits, or for UTF-16: the user is asked to choose or to save as .xlsx
 */
export function detectEncoding(content: Uint8Array): Encoding | undefined {
  if (markLength(content) > 0) return 'UTF-8';
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return undefined;
  return isUtf8(content) ? 'UTF-8' : chineseEncoding(content);
}
