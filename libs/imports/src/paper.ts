import { inflateSync } from 'node:zlib';
import { DomainError } from '@tongxing/platform';
import sharp, { type Metadata } from 'sharp';

/** 证明材料 as it comes in (security.md §6). */
export const MAX_PAPER_BYTES = 10 * 1024 * 1024;
/** Longest side of a kept picture: the small print of an A4 page can still be read. */
const MAX_SIDE = 2_000;
const JPEG_QUALITY = 82;
/** More than any phone takes. Told by the header, before a single line is decoded. */
const MAX_PIXELS = 64_000_000;
/** A picture is shrunk in less than a second. */
const DECODE_LIMIT_S = 30;
/** Of all object streams of a PDF together. */
const MAX_OBJECT_BYTES = 32 * 1024 * 1024;

/** A paper that may be kept. */
export interface Paper {
  contentType: 'image/jpeg' | 'application/pdf';
  extension: 'jpg' | 'pdf';
  content: Buffer;
}

const REFUSALS = {
  FILE_TOO_LARGE: ['超过 10 MB，没有收', '请拍照时选小一点的尺寸，或分开传'],
  FILE_EMPTY: ['文件是空的', '请重新拍照或重新扫描'],
  FILE_NOT_PAPER: ['只收照片（JPG、PNG）和 PDF', '苹果手机请在“设置、相机、格式”里选“兼容性最佳”再拍'],
  FILE_BOMB: ['图片太大，没有打开', '请拍照时选小一点的尺寸'],
  FILE_BROKEN: ['文件打不开，可能没传完', '请重新拍照或重新扫描'],
  FILE_ENCRYPTED: ['PDF 有密码，没有收', '请去掉密码，或把纸拍成照片再传'],
  FILE_REJECTED: ['PDF 里有程序或附件，没有收', '请把纸拍成照片再传'],
} as const;

/** Why a paper is not taken, at the form's field `file`. */
export function paperError(code: keyof typeof REFUSALS): DomainError {
  const [message, hint] = REFUSALS[code];
  return new DomainError(code, `${message}。`, { field: 'file', hint: `${hint}。` });
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PDF = Buffer.from('%PDF-', 'latin1');

// Of everything the library can read, these two. What a photo of a paper is decoded with is as small as can be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
// A person's papers do not stay in memory; one thread a picture leaves the others to everybody else.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Looks at a paper and gives what may be kept of it. By content, whatever it is called. A picture is decoded and written anew as JPEG, upright
 * and at most {@link MAX_SIDE} pixels long: place, camera, thumbnails and whatever hung behind it are gone. A PDF stays as it is.
 *
 * @throws DomainError FILE_TOO_LARGE FILE_EMPTY FILE_NOT_PAPER FILE_BOMB FILE_BROKEN FILE_ENCRYPTED FILE_REJECTED
 */
export async function readPaper(content: Buffer): Promise<Paper> {
  if (content.length > MAX_PAPER_BYTES) throw paperError('FILE_TOO_LARGE');
  if (content.length === 0) throw paperError('FILE_EMPTY');
  const begins = (magic: Buffer): boolean => content.subarray(0, magic.length).equals(magic);
  if (begins(PDF)) {
    checkPdf(content);
    return { contentType: 'application/pdf', extension: 'pdf', content };
  }
  if (!begins(JPEG) && !begins(PNG)) throw paperError('FILE_NOT_PAPER');
  return { contentType: 'image/jpeg', extension: 'jpg', content: await inTurn(() => anew(content)) };
}

let before: Promise<unknown> = Promise.resolve();

/** One picture at a time: opened, each takes up to three bytes a pixel. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
}

async function anew(content: Buffer): Promise<Buffer> {
  const { width, height } = await headerOf(content);
  if (width * height > MAX_PIXELS) throw paperError('FILE_BOMB');
  try {
    return await sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', pages: 1 })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: JPEG_QUALITY })
      .timeout({ seconds: DECODE_LIMIT_S })
      .toBuffer();
  } catch {
    throw paperError('FILE_BROKEN');
  }
}

/** Reads no more than the header. */
async function headerOf(content: Buffer): Promise<Pick<Metadata, 'width' | 'height'>> {
  try {
    return await sharp(content, { limitInputPixels: false, failOn: 'truncated' }).metadata();
  } catch {
    throw paperError('FILE_BROKEN');
  }
}

/** What a scanned page never holds. Each is long enough not to turn up by chance in compressed bytes. */
const FORBIDDEN = /\/(?:JavaScript|EmbeddedFiles?|Launch|RichMedia|GoToE)\b/;
const ENCRYPTED = /\/Encrypt\b/;
const END = '%%EOF';
const PACKED = '/ObjStm';

/** A name may be written with any letter as its number: /J#61vaScript. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * As far as it can be told without reading the format: it ends where it says, nothing hangs behind it, it is not encrypted, and neither the
 * plain objects nor the packed ones know of programs or attachments.
 *
 * @throws DomainError FILE_BROKEN FILE_ENCRYPTED FILE_REJECTED
 */
function checkPdf(content: Buffer): void {
  const text = content.toString('latin1');
  const end = text.lastIndexOf(END);
  if (end < 0) throw paperError('FILE_BROKEN');
  // A second file behind the end would be a PDF for one reader and something else for the next.
  if (/[^\s\0]/.test(text.slice(end + END.length))) throw paperError('FILE_REJECTED');
  for (const part of [text, ...packedObjects(content, text)]) {
    const plain = unescaped(part);
    // Whoever spells this one in numbers wants it to be overlooked.
    if (part === text && plain.split(PACKED).length !== text.split(PACKED).length) throw paperError('FILE_REJECTED');
    if (ENCRYPTED.test(plain)) throw paperError('FILE_ENCRYPTED');
    if (FORBIDDEN.test(plain)) throw paperError('FILE_REJECTED');
  }
}

/** Objects that lie packed in streams, each stream inflated. @throws DomainError FILE_REJECTED where one cannot be looked into */
function* packedObjects(content: Buffer, text: string): Generator<string> {
  let room = MAX_OBJECT_BYTES;
  for (let at = text.indexOf(PACKED); at >= 0; at = text.indexOf(PACKED, at)) {
    const keyword = /stream\r?\n/g;
    keyword.lastIndex = at;
    const begin = keyword.exec(text);
    const end = begin === null ? -1 : text.indexOf('endstream', keyword.lastIndex);
    if (begin === null || end < 0) throw paperError('FILE_REJECTED');
    try {
      const inflated = inflateSync(content.subarray(keyword.lastIndex, end), { maxOutputLength: room });
      room -= inflated.length;
      yield inflated.toString('latin1');
    } catch {
      throw paperError('FILE_REJECTED');
    }
    if (room <= 0) throw paperError('FILE_REJECTED');
    at = end;
  }
}
