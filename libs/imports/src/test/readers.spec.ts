import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { CsvParser } from '../file/csv.reader.js';
import { detectEncoding } from '../file/encoding.js';
import { normaliseHeader, type WantedColumn } from '../file/header.js';
import { openSheet } from '../file/sheet.js';
import { FORMULA } from '../file/workbook.reader.js';
import { attributeOf, unescapeXml, XmlScanner } from '../file/xml-scanner.js';

const wanted = (...headers: string[]): WantedColumn[] =>
  headers.map((header, index) => ({ key: `c${index}`, header, aliases: [], required: index === 0 }));

async function read(content: Buffer, columns: WantedColumn[], encoding?: 'UTF-8' | 'GBK' | 'GB18030') {
  const { head, batches } = await openSheet({ source: { content }, columns, ...(encoding ? { encoding } : {}) });
  const numbers: number[] = [];
  const rows: (string | undefined)[][] = [];
  for await (const batch of batches) {
    numbers.push(...batch.numbers);
    rows.push(...batch.rows);
  }
  return { head, numbers, rows };
}

const csv = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('CSV', () => {
  it('reads quoted fields, doubled quotes and line breaks inside quotes; a record is one Excel row', async () => {
    const text = '姓名,地址\r\n"甲","北街 ""一"" 号"\r\n乙,"两\n行"\r\n\r\n丙,末行';
    const { rows, numbers } = await read(csv(text), wanted('姓名', '地址'));
    expect(rows).toEqual([
      ['甲', '北街 "一" 号'],
      ['乙', '两\n行'],
      ['丙', '末行'],
    ]);
    expect(numbers).toEqual([2, 3, 5]);
  });

  it('gives the same rows however the text is cut into pieces', () => {
    const text = 'a,"b""c",d\r\n"x\r\ny",,z\rlast,"q" ,w\n';
    const whole = new CsvParser(',');
    const expected = [...whole.write(text), ...whole.end()];
    for (let size = 1; size < text.length; size += 1) {
      const parser = new CsvParser(',');
      const rows = [];
      for (let at = 0; at < text.length; at += size) rows.push(...parser.write(text.slice(at, at + size)));
      expect([...rows, ...parser.end()]).toEqual(expected);
    }
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8', (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['GBK', (text: string) => iconv.encode(text, 'gbk')],
  ] as const)('detects %s', async (encoding, encode) => {
    const { head, rows } = await read(encode('姓名,地址\r\n张示例,豫海镇\r\n'), wanted('姓名', '地址'));
    expect(head.encoding).toBe(encoding);
    expect(rows).toEqual([['张示例', '豫海镇']]);
  });

  it('detects GB18030 by its four-byte characters and keeps rare names', async () => {
    const { head, rows } = await read(iconv.encode('姓名\r\n㐀𬘬\r\n', 'gb18030'), wanted('姓名'));
    expect(head.encoding).toBe('GB18030');
    expect(rows).toEqual([['㐀𬘬']]);
  });

  it('takes the encoding that was chosen', async () => {
    const { rows } = await read(iconv.encode('姓名\r\n中\r\n', 'gb18030'), wanted('姓名'), 'GB18030');
    expect(rows).toEqual([['中']]);
  });

  it('does not know UTF-16 and broken bytes', () => {
    expect(detectEncoding(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toBeUndefined();
    expect(detectEncoding(Buffer.from([0x41, 0x81, 0x20, 0xff]))).toBeUndefined();
  });

  it('reads tabs and semicolons as delimiters when the header does', async () => {
    expect((await read(csv('姓名\t地址\n甲\t乙\n'), wanted('姓名', '地址'))).rows).toEqual([['甲', '乙']]);
    expect((await read(csv('姓名;地址\n甲;乙\n'), wanted('姓名', '地址'))).rows).toEqual([['甲', '乙']]);
  });

  it.each([
    ['a title with commas over semicolons', '同心县,2026年,名册,共1人\n姓名;地址\n甲;"乙,丙"\n'],
    ['a title with semicolons over commas', '名册;同心县;2026\n\n姓名,地址\n甲,"乙,丙"\n'],
    ['a title in quotes over tabs', '"名册,\n同心县"\n姓名\t地址\n甲\t乙,丙\n'],
    ['sep= of Excel', 'sep=;\n姓名;地址\n甲;乙,丙\n'],
    ['a quote that opens nothing with the other delimiters', '姓名,地址\n甲,"乙,丙"\n"一";"二\n'],
  ])('finds the delimiter at the header, not in the first line: %s', async (_, text) => {
    const { rows } = await read(csv(text), wanted('姓名', '地址'));
    expect(rows[0]).toEqual(['甲', '乙,丙']);
  });

  it.each([
    ['a mark alone', [0xef, 0xbb, 0xbf]],
    ['a mark of UTF-16', [0xff, 0xfe]],
    ['line breaks', [0x0d, 0x0a, 0x20]],
    ['nothing', []],
  ])('calls a file empty that holds %s', async (_, bytes) => {
    await expect(read(Buffer.from(bytes), wanted('姓名'))).rejects.toThrow('FILE_EMPTY');
  });

  it('refuses a quote that is never closed, and a cell no sheet can hold', async () => {
    await expect(read(csv('姓名\n"甲\n乙\n'), wanted('姓名'))).rejects.toThrow('FILE_REJECTED');
    await expect(read(csv(`姓名\n${'长'.repeat(40_000)}\n`), wanted('姓名'))).rejects.toThrow('FILE_TOO_LARGE');
  });
});

describe('headers', () => {
  it.each(['姓名*', ' 姓 名 ', '姓名（必填）', '＊姓名'])('reads "%s" as 姓名', (text) =>
    expect(normaliseHeader(text)).toBe('姓名'),
  );

  it('finds columns by text, in any order, below a title; unknown ones are listed and 序号 is not', async () => {
    const text = '同心县名册,,,\n序号,备注,地址*,姓名\n1,x,豫海镇,甲\n';
    const { head, rows, numbers } = await read(csv(text), wanted('姓名', '地址', '电话'));
    expect(rows).toEqual([['甲', '豫海镇', undefined]]);
    expect(numbers).toEqual([3]);
    expect(head).toMatchObject({ headerRow: 2, unknown: ['备注'], present: ['c0', 'c1'] });
  });

  it('reads a row whose first cell only begins like the sample row: it is somebody’s', async () => {
    const { rows } = await read(csv('姓名,地址\n示例村张三,豫海镇\n 示例 ,豫海镇\n'), wanted('姓名', '地址'));
    expect(rows).toEqual([['示例村张三', '豫海镇']]);
  });

  it('skips the sample row and blank rows', async () => {
    const { rows, numbers } = await read(csv('序号,姓名\n示例,张示例\n1,甲\n2,\n,乙\n,,\n,\n'), wanted('姓名'));
    expect(rows).toEqual([['甲'], ['乙']]);
    expect(numbers).toEqual([3, 5]);
  });
});

describe('workbooks', () => {
  const columns = wanted('姓名', '号码', '日期', '金额', '是否');

  async function book(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('名册');
    sheet.addRow(['姓名', '号码', '日期', '金额', '是否']);
    fill(sheet, made);
    return Buffer.from(await made.xlsx.writeBuffer());
  }

  it('reads text, rich text, numbers, Excel dates and flags as a person sees them', async () => {
    const content = await book((sheet) => {
      sheet.addRow(['甲<&>"\'', '640324199001010014', new Date(Date.UTC(2026, 2, 1)), 1234.5, true]);
      sheet.addRow([
        { richText: [{ text: '乙' }, { text: '丙', font: { bold: true } }] },
        13800000000,
        '2026/3/1',
        0.1 + 0.2,
      ]);
    });
    expect((await read(content, columns)).rows).toEqual([
      ['甲<&>"\'', '640324199001010014', '2026-03-01', '1234.5', '是'],
      ['乙丙', '13800000000', '2026/3/1', '0.3', undefined],
    ]);
  });

  it('shows what Excel destroyed instead of guessing it', async () => {
    const content = await book((sheet) => sheet.addRow(['甲', 640324199001010000]));
    expect((await read(content, columns)).rows[0]?.[1]).toMatch(/^6\.4032419900101E\+17$/);
  });

  it('marks formulas and errors', async () => {
    const content = await book((sheet) =>
      sheet.addRow(['甲', { formula: 'A1', result: '1' }, undefined, { error: '#N/A' } as ExcelJS.CellErrorValue]),
    );
    expect((await read(content, columns)).rows[0]).toEqual(['甲', FORMULA, undefined, FORMULA, undefined]);
  });

  it("keeps the user's own row numbers across gaps and looks through the sheets for the header", async () => {
    const made = new ExcelJS.Workbook();
    made.addWorksheet('填写说明').addRows([['名册填写说明'], ['模板版本', 'people/1']]);
    const hidden = made.addWorksheet('藏', { state: 'hidden' });
    hidden.addRow(['姓名']);
    hidden.addRow(['不读']);
    const sheet = made.addWorksheet('数据');
    sheet.getCell('B4').value = '姓名';
    sheet.getCell('B9').value = '甲';
    sheet.getCell('ZZ9').value = '远';
    const { head, rows, numbers } = await read(Buffer.from(await made.xlsx.writeBuffer()), wanted('姓名'));
    expect(rows).toEqual([['甲']]);
    expect(numbers).toEqual([9]);
    expect(head).toMatchObject({ sheetName: '数据', headerRow: 4, templateVersion: 'people/1' });
  });

  it('counts the other sheets that hold something: not blank ones, hidden ones, or our own', async () => {
    const made = new ExcelJS.Workbook();
    made.addWorksheet('填写说明').addRow(['怎么填']);
    made.addWorksheet('一月').addRows([['姓名'], ['甲']]);
    made.addWorksheet('二月').addRows([['姓名'], ['乙']]);
    made.addWorksheet('空').addRow(['  ']);
    made.addWorksheet('藏', { state: 'hidden' }).addRow(['丙']);
    made.addWorksheet('导出说明').addRow(['由 某人 下载']);
    const { head, rows } = await read(Buffer.from(await made.xlsx.writeBuffer()), wanted('姓名'));
    expect(rows).toEqual([['甲']]);
    expect(head).toMatchObject({ sheetName: '一月', unreadSheets: 1 });
  });

  it('reads the workbooks of other programs: prefixes, no cell places, phonetic hints, CDATA, the 1904 calendar', async () => {
    const content = Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8(
          '<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="甲 &gt; 乙" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Target="/xl/worksheets/data.xml" Id="rId1" Type="t"/></Relationships>',
        ),
        'xl/styles.xml': strToU8(
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        ),
        'xl/sharedStrings.xml': strToU8(
          '<sst><si><t>姓名</t></si><si><t>日期</t></si><si><t>张</t><rPh sb="0" eb="1"><t>ZHANG</t></rPh></si></sst>',
        ),
        'xl/worksheets/data.xml': strToU8(
          `<x:worksheet><!-- > --><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c></x:row><x:row><x:c t="s"><x:v>2</x:v></x:c><x:c s="1"><x:v>44985</x:v></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[李<四>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
        ),
      }),
    );
    const { head, rows } = await read(content, wanted('姓名', '日期'));
    expect(head.sheetName).toBe('甲 > 乙');
    expect(rows).toEqual([
      ['张', '2027-03-01'],
      ['李<四>', undefined],
    ]);
  });

  it('says when there is nothing to read', async () => {
    await expect(read(await book(() => undefined), columns)).rejects.toThrow('FILE_EMPTY');
  });
});

describe('the XML scanner', () => {
  it('finds the same in any pieces', () => {
    const xml = Buffer.from(`<?xml version="1.0"?><a x="1>2" y='"'>甲&amp;乙<b/><!--<c>--><![CDATA[<d>]]></a>`);
    const run = (size: number): string[] => {
      const seen: string[] = [];
      let text = '';
      const flush = () => {
        if (text !== '') seen.push(text);
        text = '';
      };
      const scanner = new XmlScanner({
        open: (name, attributes) => {
          flush();
          seen.push(`<${name}${attributes}`);
        },
        close: (name) => {
          flush();
          seen.push(`/${name}`);
        },
        text: (part, raw) => {
          text += raw ? part : unescapeXml(part);
        },
      });
      for (let at = 0; at < xml.length; at += size) scanner.write(xml.subarray(at, at + size));
      return seen;
    };
    const expected = [`<a x="1>2" y='"'`, '甲&乙', '<b', '/b', '<d>', '/a'];
    for (let size = 1; size <= xml.length; size += 1) expect(run(size)).toEqual(expected);
  });

  it('refuses a document that stops in the middle', () => {
    const nothing = () => undefined;
    const end = (text: string) => () => {
      const scanner = new XmlScanner({ open: nothing, close: nothing, text: nothing });
      scanner.write(Buffer.from(text));
      scanner.end();
    };
    expect(end('<?xml version="1.0"?><a><b/>甲</a>\n')).not.toThrow();
    for (const cut of ['<a><b/>', '<a><b>甲</b>乙', '<a></a><', '<a></']) expect(end(cut)).toThrow('FILE_REJECTED');
  });

  it('reads attributes with spaces, prefixes and escapes', () => {
    expect(attributeOf(' r:id = "rId1" name="a&lt;b&#20013;&#x4e2d;"', 'id')).toBe('rId1');
    expect(attributeOf(' r:id = "rId1" name="a&lt;b&#20013;&#x4e2d;"', 'name')).toBe('a<b中中');
    expect(attributeOf(' spans="1:2"', 's')).toBeUndefined();
    expect(unescapeXml('a_x000D_b_x4e2d_')).toBe('a\rb中');
  });
});
