import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { MAX_PAPER_BYTES, readPaper } from '../paper.js';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const jpeg = (width = 60, height = 40): Promise<Buffer> => plain(width, height).jpeg().toBuffer();
const padded = (content: Buffer, length: number): Buffer => Buffer.concat([content], length);
const refusal = (content: Buffer): Promise<string> =>
  readPaper(content).then(
    () => 'taken',
    ({ code }: { code: string }) => code,
  );

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says how large it is, and holds one line. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const line = deflateSync(Buffer.alloc(width + 1));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', line), chunk('IEND', Buffer.alloc(0))]);
}

const pdf = (body: string | Buffer, after = '\n'): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1'),
    Buffer.from(body as string, 'latin1'),
    Buffer.from(`\nstartxref\n9\n%%EOF${after}`, 'latin1'),
  ]);
const packed = (objects: string): Buffer =>
  Buffer.concat([
    Buffer.from('2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n', 'latin1'),
    deflateSync(Buffer.from(objects, 'latin1')),
    Buffer.from('\nendstream\nendobj', 'latin1'),
  ]);

describe('a picture of a paper', () => {
  it('is written anew: upright, without place, camera or comment', async () => {
    const content = await plain(60, 40)
      .jpeg()
      .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 58/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const before = await sharp(content).metadata();
    expect([before.exif !== undefined, before.orientation]).toEqual([true, 6]);
    const paper = await readPaper(content);
    const after = await sharp(paper.content).metadata();
    expect([after.width, after.height, after.format]).toEqual([40, 60, 'jpeg']);
    expect([after.exif, after.orientation, after.xmp, after.iptc, after.icc]).toEqual(Array(5).fill(undefined));
    expect(paper.content.includes('SecretPhone')).toBe(false);
    expect(paper).toMatchObject({ contentType: 'image/jpeg', extension: 'jpg' });
  });

  it('loses what hangs behind it or hides in it', async () => {
    const html = '<script>alert(1)</script>';
    const zip = Buffer.from('PK\u0003\u0004 a zip behind a picture', 'latin1');
    for (const tail of [Buffer.from(html), zip]) {
      const { content } = await readPaper(Buffer.concat([await jpeg(), tail]));
      expect(content.includes(tail.subarray(0, 8))).toBe(false);
    }
  });

  it('is at most 2000 pixels long, and never made larger', async () => {
    const sides = async (content: Buffer) => {
      const { width, height } = await sharp((await readPaper(content)).content).metadata();
      return [width, height];
    };
    expect(await sides(await jpeg(4000, 1000))).toEqual([2000, 500]);
    expect(await sides(await jpeg(2000, 20))).toEqual([2000, 20]);
    expect(await sides(await plain(20, 2001).png().toBuffer())).toEqual([20, 2000]);
  });

  it('of ten mebibytes is taken, of one byte more is not', async () => {
    const content = await jpeg();
    expect(await refusal(padded(content, MAX_PAPER_BYTES))).toBe('taken');
    expect(await refusal(padded(content, MAX_PAPER_BYTES + 1))).toBe('FILE_TOO_LARGE');
  });

  it('that would be nine hundred million pixels is refused by its header: of its lines it holds one', async () => {
    expect(await refusal(png(30_000, 30_000))).toBe('FILE_BOMB');
    expect(await refusal(png(65_000, 1_000))).toBe('FILE_BOMB');
    expect(await refusal(png(60, 40))).toBe('FILE_BROKEN');
    expect(await refusal((await jpeg(400, 400)).subarray(0, 900))).toBe('FILE_BROKEN');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a program', Buffer.from('MZ this is a program'), 'FILE_NOT_PAPER'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_NOT_PAPER'],
    ['a drawing that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'FILE_NOT_PAPER'],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'FILE_NOT_PAPER'],
    ['a workbook', Buffer.from('PK\u0003\u0004', 'latin1'), 'FILE_NOT_PAPER'],
    ['a page that begins like a picture', Buffer.from('\u00ff\u00d8\u00ff<html>', 'latin1'), 'FILE_BROKEN'],
    ['blanks before a PDF', Buffer.concat([Buffer.from('\n'), pdf('')]), 'FILE_NOT_PAPER'],
  ])('is not %s', async (_, content, code) => {
    expect(await refusal(content)).toBe(code);
  });
});

describe('a scanned PDF', () => {
  it('stays as it is', async () => {
    const content = pdf(packed('1 0 << /Type /Page >>'));
    expect(await readPaper(content)).toEqual({ contentType: 'application/pdf', extension: 'pdf', content });
  });

  it.each([
    ['a password', 'trailer << /Encrypt 5 0 R >>', 'FILE_ENCRYPTED'],
    ['a program', '<< /S /JavaScript /JS (app.alert(1)) >>', 'FILE_REJECTED'],
    ['a program under another spelling', '<< /S /J#61va#53cript >>', 'FILE_REJECTED'],
    ['a file inside', '<< /Type /EmbeddedFile >>', 'FILE_REJECTED'],
    ['a list of files inside', '<< /EmbeddedFiles 7 0 R >>', 'FILE_REJECTED'],
    ['a command', '<< /S /Launch /F (cmd.exe) >>', 'FILE_REJECTED'],
    ['a program that lies packed', packed('7 0 << /S /JavaScript >>'), 'FILE_REJECTED'],
    [
      'objects packed in a way that is not looked into',
      '<< /Type /ObjStm >>\nstream\nxxxx\nendstream',
      'FILE_REJECTED',
    ],
    ['packed objects under another spelling', '<< /Type /Obj#53tm >>', 'FILE_REJECTED'],
    ['a bomb of objects', packed(' '.repeat(33 * 1024 * 1024)), 'FILE_REJECTED'],
  ])('with %s is refused', async (_, body, code) => {
    expect(await refusal(pdf(body))).toBe(code);
  });

  it('has an end, and nothing behind it', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nhalf a file'))).toBe('FILE_BROKEN');
    expect(await refusal(pdf('', '\r\n\u0000 '))).toBe('taken');
    expect(await refusal(pdf('', '\nPK\u0003\u0004'))).toBe('FILE_REJECTED');
  });

  it('of ten mebibytes of noise is looked through in a moment', async () => {
    const begun = Date.now();
    expect(await refusal(pdf('#/ObjS'.repeat(1_500_000)))).toBe('taken');
    expect(await refusal(pdf('/ObjStm'.repeat(1_400_000)))).toBe('FILE_REJECTED');
    const late = Buffer.concat([Buffer.from('/ObjStm'.repeat(1_300_000), 'latin1'), packed('1 0 << >>')]);
    expect(await refusal(pdf(late))).toBe('taken');
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});
