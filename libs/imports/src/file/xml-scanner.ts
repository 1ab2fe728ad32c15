import { StringDecoder } from 'node:string_decoder';
import { MAX_XML_TOKEN } from '../limits.js';
import { refuse } from './refusal.js';

/** What the scanner finds. Names come without their namespace prefix; attributes and text as they stand in the file. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** text between two tags, escapes not yet resolved; `raw` for CDATA, which has none */
  text(text: string, raw: boolean): void;
}

const BANG = 0x21;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUESTION = 0x3f;
const SPACE = 0x20;

/** The `>` that ends a tag: one inside a quoted attribute does not. `quotes`: the quote characters that the text holds at all. */
function endOfTag(text: string, from: number, quotes: readonly string[]): number {
  if (quotes.length > 1) return endOfMixedTag(text, from);
  const [quote] = quotes;
  let end = text.indexOf('>', from);
  let open = quote === undefined ? -1 : text.indexOf(quote, from);
  while (quote !== undefined && open >= 0 && open < end) {
    const close = text.indexOf(quote, open + 1);
    if (close < 0) return -1;
    if (close > end) end = text.indexOf('>', close);
    open = text.indexOf(quote, close + 1);
  }
  return end;
}

/** The same where both kinds of quotes occur: one may stand inside the other. */
function endOfMixedTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

const QUOTES: readonly string[] = ['"', "'"];
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves `&amp;`, `&#20013;` and the `_x000D_` of spreadsheets. */
export function unescapeXml(text: string): string {
  let clear = text;
  if (clear.includes('&')) {
    clear = clear.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name as string] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
  }
  return clear.length > 6 && clear.includes('_x')
    ? clear.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : clear;
}

/** One attribute's value, escapes resolved; undefined when absent. `name` is matched with or without a namespace prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? ' ' : (attributes[at - 1] as string);
    let equals = at + name.length;
    while (attributes[equals] === ' ') equals += 1;
    if ((before <= ' ' || before === ':') && attributes[equals] === '=') {
      let start = equals + 1;
      while ((attributes[start] ?? 'x') <= ' ') start += 1;
      const end = attributes.indexOf(attributes[start] as string, start + 1);
      return end < 0 ? undefined : unescapeXml(attributes.slice(start + 1, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return undefined;
}

/**
 * A forward scanner of the plain XML inside workbooks, fed in pieces. A full parser spends most of its time on what no spreadsheet holds
 * (DTDs are refused before); this one only splits tags from text.
 */
export class XmlScanner {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  /** tags that are open */
  private depth = 0;
  private quotes: readonly string[] = QUOTES;

  constructor(private readonly handler: XmlHandler) {}

  /** @throws FileRefusal FILE_REJECTED when a tag or text never ends */
  write(piece: Buffer): void {
    const text = this.rest + this.decoder.write(piece);
    this.quotes = QUOTES.filter((quote) => text.includes(quote));
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      const next = this.markup(text, open, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MAX_XML_TOKEN) throw refuse('FILE_REJECTED');
  }

  /** After the last piece. @throws FileRefusal FILE_REJECTED for a document that stops in the middle: what it would still have said is lost */
  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw refuse('FILE_REJECTED');
  }

  /** @returns where to go on, or -1 when the markup is not complete yet */
  private markup(text: string, open: number, textFrom: number): number {
    const first = text.charCodeAt(open + 1);
    if (first === BANG) return this.declaration(text, open, textFrom);
    const end = endOfTag(text, open + 1, this.quotes);
    if (end < 0) return -1;
    if (open > textFrom) this.handler.text(text.slice(textFrom, open), false);
    if (first === QUESTION) return end + 1;
    const isClose = first === SLASH;
    const isEmpty = !isClose && text.charCodeAt(end - 1) === SLASH;
    const stop = isEmpty ? end - 1 : end;
    let nameFrom = isClose ? open + 2 : open + 1;
    let nameTo = nameFrom;
    for (; nameTo < stop; nameTo += 1) {
      const code = text.charCodeAt(nameTo);
      if (code <= SPACE) break;
      if (code === COLON) nameFrom = nameTo + 1;
    }
    const name = text.slice(nameFrom, nameTo);
    if (isClose) {
      this.depth -= 1;
      this.handler.close(name);
    } else {
      this.handler.open(name, nameTo === stop ? '' : text.slice(nameTo, stop));
      if (isEmpty) this.handler.close(name);
      else this.depth += 1;
    }
    return end + 1;
  }

  /** Comments, CDATA, and declarations, of which only CDATA says anything. */
  private declaration(text: string, open: number, textFrom: number): number {
    const isComment = text.startsWith('<!--', open);
    const isData = text.startsWith('<![CDATA[', open);
    const end = isComment
      ? text.indexOf('-->', open + 4)
      : isData
        ? text.indexOf(']]>', open + 9)
        : text.indexOf('>', open);
    if (end < 0) return -1;
    if (open > textFrom) this.handler.text(text.slice(textFrom, open), false);
    if (isData) this.handler.text(text.slice(open + 9, end), true);
    return isComment || isData ? end + 3 : end + 1;
  }
}
