import { strToU8, zipSync, type Zippable } from 'fflate';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { withIdCheckDigit } from '@tongxing/rules';

/** Columns of a roster of people, as an office would keep it. */
export const HEADER = [
  '姓名',
  '残疾人证号',
  '身份证号',
  '证件有效期至',
  '户籍区划',
  '联系电话',
  '户号',
  '与户主关系',
  '就业状况',
  '求职意愿',
  '技能',
  '期望月薪',
  '通勤上限公里',
  '银行户名',
  '银行账号',
];

/** A valid, plainly synthetic ID number of an index below 100,000. */
export const idNumber = (index: number): string => {
  const year = 1960 + (index % 40);
  const month = String(1 + (Math.floor(index / 40) % 12)).padStart(2, '0');
  return withIdCheckDigit(`640324${year}${month}15${String(1 + Math.floor(index / 480)).padStart(3, '0')}`);
};

export type Cells = Record<string, string>;

/** A right row, unless told otherwise. */
export const person = (index: number, over: Cells = {}): Cells => ({
  姓名: `甲${String.fromCharCode(0x4e00 + (index % 2_000))}`,
  残疾人证号: `${idNumber(index)}43`,
  证件有效期至: '2049-12-31',
  户籍区划: '640324100000',
  联系电话: `138${String(index).padStart(8, '0')}`,
  户号: `H${Math.floor(index / 2)}`,
  与户主关系: index % 2 ? '配偶' : '户主',
  就业状况: '未就业',
  求职意愿: '是',
  技能: '种植、养殖',
  期望月薪: '2500',
  通勤上限公里: '10',
  银行户名: `甲${index}`,
  银行账号: '6217000000000000004',
  ...over,
});

export const people = (from: number, count: number): Cells[] =>
  Array.from({ length: count }, (_, index) => person(from + index));

export const csvOf = (rows: readonly Cells[], header: readonly string[] = HEADER): string =>
  [header, ...rows.map((row) => header.map((key) => row[key] ?? ''))].map((cells) => cells.join(',')).join('\r\n');

export const encoded = (text: string, encoding: 'utf8' | 'gbk' | 'gb18030'): Buffer => iconv.encode(text, encoding);

/** A workbook as Excel writes it: a title above the header, numbers as text. */
export async function workbookOf(rows: readonly Cells[], header: readonly string[] = HEADER): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(header);
  for (const row of rows) sheet.addRow(header.map((key) => row[key] ?? null));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>';

/** The least that is a workbook, with more parts inside. */
export const zipOf = (more: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(SHEET),
      ...more,
    }),
  );

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Files that nobody should open, and the code each is refused with. */
export async function wrongFiles(): Promise<{ what: string; name: string; content: Buffer; code: string }[]> {
  const good = await workbookOf(people(0, 30));
  return [
    { what: 'a zip cut in half', name: 'a.xlsx', content: good.subarray(0, good.length / 2), code: 'FILE_REJECTED' },
    {
      what: 'the format of 1997',
      name: 'a.xls',
      content: Buffer.concat([OLE, Buffer.alloc(2_000)]),
      code: 'FILE_LEGACY',
    },
    {
      what: 'a workbook behind a password',
      name: 'a.xlsx',
      content: Buffer.concat([OLE, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'FILE_ENCRYPTED',
    },
    {
      what: 'a workbook with macros',
      name: 'a.xlsm',
      content: zipOf({ 'xl/vbaProject.bin': strToU8('x') }),
      code: 'FILE_MACROS',
    },
    {
      what: 'a zip bomb',
      name: 'a.xlsx',
      content: zipOf({ 'xl/worksheets/sheet2.xml': new Uint8Array(12 * 1024 * 1024) }),
      code: 'FILE_BOMB',
    },
    { what: 'a picture', name: 'a.xlsx', content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), code: 'FILE_NOT_WORKBOOK' },
    { what: 'a header alone', name: 'a.csv', content: Buffer.from(csvOf([])), code: 'FILE_EMPTY' },
    {
      what: 'bytes of no encoding',
      name: 'a.csv',
      content: Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0x81, 0x20, 0xff, 0x0a])]),
      code: 'ENCODING_UNKNOWN',
    },
    {
      what: 'a roster without 户籍区划',
      name: 'a.xlsx',
      content: await workbookOf(
        people(0, 3),
        HEADER.filter((header) => header !== '户籍区划'),
      ),
      code: 'COLUMN_MISSING',
    },
  ];
}
