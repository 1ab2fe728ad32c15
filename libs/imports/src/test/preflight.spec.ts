import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { MAX_FILE_BYTES, MAX_ROWS } from '../limits.js';
import { openSheet } from '../file/sheet.js';
import { type FileRefusal } from '../file/refusal.js';
import { fileProblem } from '../check.js';

const columns = [{ key: 'name', header: '姓名', aliases: [], required: true }];
const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>';

const parts = (more: Zippable = {}): Zippable => ({
  '[Content_Types].xml': strToU8('<Types/>'),
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(SHEET),
  ...more,
});
const zip = (more: Zippable = {}): Buffer => Buffer.from(zipSync(parts(more)));

async function codes(content: Buffer): Promise<string[]> {
  try {
    const { batches } = await openSheet({ source: { content }, columns });
    for await (const batch of batches) void batch;
    return [];
  } catch (error) {
    return (error as FileRefusal).reasons.map((reason) => reason.code);
  }
}

/** Writes over every place where `find` stands. */
function patched(content: Buffer, find: Buffer, replace: (at: number) => void): Buffer {
  for (let at = content.indexOf(find); at >= 0; at = content.indexOf(find, at + 1)) replace(at);
  return content;
}

describe('whole files', () => {
  it('reads a plain workbook', async () => expect(await codes(zip())).toEqual([]));

  it.each([
    ['a program that calls itself xlsx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a PDF', Buffer.from('%PDF-1.7 ....')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0])],
    ['a web page that calls itself xls', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>')],
    ['a zip of something else', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') }))],
  ])('FILE_NOT_WORKBOOK: %s (bad input 88)', async (_, content) =>
    expect(await codes(content)).toEqual(['FILE_NOT_WORKBOOK']),
  );

  it('FILE_LEGACY: the format of 1997, and the binary one (bad input 88)', async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(await codes(ole)).toEqual(['FILE_LEGACY']);
    expect(await codes(zip({ 'xl/workbook.bin': strToU8('x') }))).toEqual(['FILE_LEGACY']);
  });

  it('FILE_ENCRYPTED: a workbook behind a password, and an encrypted entry (bad input 88)', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await codes(ole)).toEqual(['FILE_ENCRYPTED']);
    const content = zip();
    patched(content, Buffer.from('PK\u0001\u0002', 'latin1'), (at) => content.writeUInt16LE(1, at + 8));
    expect(await codes(content)).toEqual(['FILE_ENCRYPTED']);
  });

  it('FILE_MACROS: a project inside, or a content type that says so (bad input 88)', async () => {
    expect(await codes(zip({ 'xl/vbaProject.bin': strToU8('x') }))).toEqual(['FILE_MACROS']);
    expect(
      await codes(
        zip({
          '[Content_Types].xml': strToU8(
            '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
          ),
        }),
      ),
    ).toEqual(['FILE_MACROS']);
  });

  it('FILE_BOMB: far too well packed, too many entries, a size that lies (bad input 87)', async () => {
    expect(await codes(zip({ 'xl/worksheets/sheet2.xml': new Uint8Array(8 * 1024 * 1024) }))).toEqual(['FILE_BOMB']);
    const many: Zippable = {};
    for (let index = 0; index < 1_001; index += 1) many[`xl/media/${index}.txt`] = strToU8('x');
    expect(await codes(zip(many))).toEqual(['FILE_BOMB']);
    const lying = zip({ 'xl/worksheets/sheet2.xml': strToU8('<a>'.repeat(5_000)) });
    patched(lying, Buffer.from('PK\u0001\u0002', 'latin1'), (at) => {
      if (lying.toString('latin1', at + 46, at + 70).startsWith('xl/worksheets/sheet2'))
        lying.writeUInt32LE(10, at + 24);
    });
    expect(await codes(lying)).toEqual(['FILE_BOMB']);
  });

  it.each([
    ['a DTD', { 'xl/worksheets/sheet1.xml': strToU8(`<!DOCTYPE x [<!ENTITY a "b">]>${SHEET}`) }],
    ['a DTD behind a long comment', { 'xl/styles.xml': strToU8(`<!--${'x'.repeat(70_000)}--><!DOCTYPE x>`) }],
    ['XML in UTF-16', { 'xl/styles.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0x00]) }],
    ['a link to another file', { 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') }],
    ['an archive inside', { 'xl/media/image1.png': zipSync({ a: strToU8('b') }) }],
    ['a workbook inside', { 'xl/embeddings/book.xlsx': strToU8('x') }],
    ['a path that climbs', { '../evil.xml': strToU8('<x/>') }],
    ['an absolute path', { '/etc/passwd': strToU8('x') }],
    ['one name twice', { 'XL/WORKBOOK.XML': strToU8('<x/>') }],
  ])('FILE_REJECTED: %s (bad input 88)', async (_, more) => expect(await codes(zip(more))).toEqual(['FILE_REJECTED']));

  it('FILE_REJECTED: bytes that no entry owns, where another reader would look (bad input 88)', async () => {
    expect(await codes(Buffer.concat([zip(), Buffer.from('PK\u0005\u0006', 'latin1')]))).toEqual(['FILE_REJECTED']);
    const whole = zip();
    expect(await codes(whole.subarray(0, whole.length - 60))).toEqual(['FILE_REJECTED']);
    const renamed = zip({ 'xl/media/image1.png': strToU8('x') });
    const at = renamed.indexOf('xl/media/image1.png');
    renamed.write('xl/media/image2.png', at);
    expect(await codes(renamed)).toEqual(['FILE_REJECTED']);
  });

  it('FILE_TOO_LARGE: bytes, rows, columns (bad input 90)', async () => {
    expect(await codes(Buffer.alloc(MAX_FILE_BYTES + 1, 65))).toEqual(['FILE_TOO_LARGE']);
    expect(await codes(Buffer.from(`姓名\n${'甲\n'.repeat(MAX_ROWS)}`))).toEqual([]);
    expect(await codes(Buffer.from(`姓名\n${'甲\n'.repeat(MAX_ROWS + 1)}`))).toEqual(['FILE_TOO_LARGE']);
    const header = ['姓名', ...Array.from({ length: 60 }, (_, index) => `列${index}`)].join(',');
    expect(await codes(Buffer.from(`${header}\n甲\n`))).toEqual(['FILE_TOO_LARGE']);
  });

  it('FILE_EMPTY: nothing, or only a header', async () => {
    expect(await codes(Buffer.alloc(0))).toEqual(['FILE_EMPTY']);
    expect(await codes(Buffer.from('姓名\n\n,\n'))).toEqual(['FILE_EMPTY']);
  });

  it('ENCODING_UNKNOWN: UTF-16 and bytes of no encoding', async () => {
    expect(await codes(Buffer.from('\ufeff姓名\n甲\n', 'utf16le'))).toEqual(['ENCODING_UNKNOWN']);
    expect(await codes(Buffer.from([0xd0, 0xd5, 0xff, 0xff, 0x0a]))).toEqual(['ENCODING_UNKNOWN']);
  });

  it('COLUMN_MISSING names each missing column', async () => {
    const missing = openSheet({
      source: { content: Buffer.from('地址\n甲\n') },
      columns: [
        ...columns,
        { key: 'a', header: '残疾人证号', aliases: [], required: false, oneOf: 'x' },
        { key: 'b', header: '残疾军人证号', aliases: [], required: false, oneOf: 'x' },
        { key: 'c', header: '电话', aliases: [], required: false },
      ],
    });
    const refusal = await missing.catch((error: FileRefusal) => error);
    expect((refusal as FileRefusal).reasons.map((reason) => fileProblem(reason).message)).toEqual([
      '缺少「姓名」这一列',
      '缺少「残疾人证号」或「残疾军人证号」这一列',
    ]);
  });
});
