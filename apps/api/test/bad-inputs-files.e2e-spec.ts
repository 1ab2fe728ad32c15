import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@tongxing/database';
import { ImportRowEntity } from '@tongxing/imports';
import { Person } from '@tongxing/people';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { RATES } from '../src/limits/rates.js';
import { type EdgeApi, edgeApi } from './edge-api.js';
import { csvOf, encoded, people, person, workbookOf, zipOf } from './roster.js';

/** Rows 87 to 92 of security.md §10, at `POST /imports/:kind` of the running api. Return files (89) are in `benefits`. */
describe('bad inputs: files', () => {
  let api: EdgeApi;
  let officer: Record<string, string>;

  beforeAll(async () => {
    // One person uploads here what an office does in a week.
    api = await edgeApi({ runJobs: true, rates: { upload: { ...RATES.upload, limit: 1_000 } } });
    officer = await api.bearer('OFFICER');
  });
  afterAll(() => api.close());

  /** Refused as a whole, in words, and nobody came in. */
  async function refused(name: string, content: Buffer, code: string): Promise<void> {
    const seen = await api.checked(officer, 'people', name, content);
    expect([seen.state, seen.problems.map((problem) => problem.code)]).toEqual(['FAILED', [code]]);
    const [problem] = seen.problems;
    expect((problem?.message ?? '') + (problem?.hint ?? '')).toMatch(/[一-鿿]{4}/);
    const { manager } = api.app.get(UnitOfWork);
    expect([await manager.count(Person), await manager.countBy(ImportRowEntity, { jobId: seen.id })]).toEqual([0, 0]);
  }
  /** Changes the directory's entry of a part: what it says of the part's size. */
  function lying(name: string, content: Uint8Array, saysBytes: number): Buffer {
    const zip = zipOf({ [name]: content });
    for (
      let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    )
      if (zip.toString('latin1', at + 46, at + 46 + name.length) === name) zip.writeUInt32LE(saysBytes, at + 24);
    return zip;
  }
  const ole = (text: string): Buffer =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from(text, 'utf16le'),
    ]);

  it('a zip bomb, and one whose directory lies about its size (bad input 87)', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    await refused('a.xlsx', zipOf({ 'xl/worksheets/sheet2.xml': zeros }), 'FILE_BOMB');
    await refused('a.xlsx', lying('xl/worksheets/sheet2.xml', zeros, 100), 'FILE_BOMB');
    await refused('a.xlsx', lying('xl/media/a.txt', strToU8('x'.repeat(5_000)), 10), 'FILE_BOMB');
    const many = Object.fromEntries(
      Array.from({ length: 1_100 }, (_, index) => [`xl/media/${index}.txt`, strToU8('x')]),
    );
    await refused('a.xlsx', zipOf(many), 'FILE_BOMB');
  });

  it.each([
    ['a DTD', zipOf({ 'xl/styles.xml': strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>') })],
    ['a path that climbs', zipOf({ '../../evil.xml': strToU8('<x/>') })],
    ['a path with backslashes that climbs', zipOf({ '..\\evil.xml': strToU8('<x/>') })],
    ['an absolute path', zipOf({ '/etc/cron.d/x': strToU8('x') })],
    ['a link to another workbook', zipOf({ 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') })],
    ['an archive inside', zipOf({ 'xl/media/image1.png': zipSync({ a: strToU8('b') }) })],
  ])('a workbook with %s (bad input 88)', async (_, content) => refused('a.xlsx', content, 'FILE_REJECTED'));

  it.each([
    ['macros', 'a.xlsx', zipOf({ 'xl/vbaProject.bin': strToU8('x') }), 'FILE_MACROS'],
    ['a password', 'a.xlsx', ole('EncryptedPackage'), 'FILE_ENCRYPTED'],
    ['the format of 1997', 'a.xls', ole('Workbook'), 'FILE_LEGACY'],
    ['a program in it', 'a.xlsx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000, 0x90)]), 'FILE_NOT_WORKBOOK'],
  ])('a file with %s (bad input 88)', async (_, name, content, code) => refused(name, content, code));

  it('a million rows, and a line of fifty megabytes (bad input 90)', async () => {
    const row = csvOf([person(1)]).split('\r\n')[1] as string;
    const short = Buffer.from(`${csvOf([])}\r\n${`${'x\r\n'.repeat(1_000_000)}`}`);
    await refused('a.csv', short, 'FILE_TOO_LARGE');
    const line = Buffer.concat([Buffer.from(`${csvOf([])}\r\n`), Buffer.alloc(50 * 1024 * 1024, 0x61)]);
    const told = await api.upload(officer, 'people', 'a.csv', line).catch((error: NodeJS.ErrnoException) => error);
    // The door may hang up before the sender has come to its end.
    if (told instanceof Error) expect(['EPIPE', 'ECONNRESET']).toContain((told as NodeJS.ErrnoException).code);
    else expect([told.status, told.code]).toEqual([413, 'FILE_TOO_LARGE']);
    // One that passes the door by its size.
    const passes = Buffer.concat([Buffer.from(`${csvOf([])}\r\n`), Buffer.alloc(15 * 1024 * 1024, 0x61)]);
    await refused('a.csv', passes, 'FILE_TOO_LARGE');
    expect((await api.checked(officer, 'people', 'a.csv', Buffer.from(`${csvOf([])}\r\n${row}`))).new).toBe(1);
  }, 120_000);

  it('texts that look like formulas are kept, and are texts again in what is handed out (bad input 91)', async () => {
    const nasty = ["=cmd|'/c calc'!A1", '＝1+1', '+1', '-1', '@SUM(A1)', '\n=1', '\t=1'];
    const rows = nasty.map((text, index) => person(200 + index, { 姓名: text, 毕业院校: text }));
    const quoted = rows.map((row) => ({ ...row, 姓名: `"${row.姓名}"`, 毕业院校: `"${row.毕业院校}"` }));
    const header = [...Object.keys(person(1)), '毕业院校'];
    const seen = await api.checked(officer, 'people', 'a.csv', encoded(csvOf(quoted, header), 'utf8'));
    expect(seen).toMatchObject({ state: 'CHECKED', new: nasty.length, wrong: 0 });
    const parts = await workbook(seen.id);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toContain('=cmd|');
    expect(sheet).toContain('＝1+1');
    expect(sheet).not.toMatch(/<f[ >]/);
    // Every cell of the sheet is a text, whatever stands in it.
    const filled = [...sheet.matchAll(/<c [^>]*[^/]>/g)].map(([tag]) => tag);
    expect(filled.length).toBeGreaterThan(nasty.length * 10);
    expect(filled.filter((tag) => !/ t="(?:str|inlineStr|s)"/.test(tag))).toEqual([]);
    // The same from a workbook, where a real formula is no text at all.
    const again = await api.checked(officer, 'people', 'b.xlsx', await workbookOf(rows.slice(0, 2)));
    expect(again).toMatchObject({ state: 'CHECKED', new: 2, wrong: 0 });
  }, 60_000);

  it.each<[string, string | Buffer, string]>([
    ['a path of Windows', '..\\..\\a', 'a'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['300 bytes', `${'a'.repeat(296)}.csv`, `${'a'.repeat(116)}.csv`],
    ['300 bytes of hanzi', `${'甲'.repeat(99)}.csv`, `${'甲'.repeat(78)}.csv`],
    ['a device', 'con.txt', '表格-con.txt'],
    ['a device in capitals', 'NUL', '表格-NUL'],
    ['a NUL', `a.csv"; filename*=UTF-8''a%00.exe%00.csv; x="`, 'a.exe.csv'],
    ['a turn of direction', 'a\u202evsc.exe', 'avsc.exe'],
    ['a line break', `a.csv"; filename*=UTF-8''a%0D%0Ab.csv; x="`, 'ab.csv'],
    ['somebody’s number', '640324199001010014.csv', '640***********0014.csv'],
  ])('a file named with %s is renamed (bad input 92)', async (_, name, shown) => {
    const seen = await api.checked(officer, 'people', name, encoded(csvOf(people(300, 1)), 'utf8'));
    expect(seen.fileName).toBe(shown);
    expect(Buffer.byteLength(seen.fileName)).toBeLessThanOrEqual(240);
  });

  it.each(['a\u0000.csv', '..', ''])(
    'a file named %j, which is no name of a form, is refused (bad input 92)',
    async (name) => {
      const told = await api.upload(officer, 'people', name, encoded(csvOf(people(300, 1)), 'utf8'));
      expect([told.status, told.code]).toEqual([400, 'VALIDATION']);
    },
  );

  async function workbook(id: string): Promise<Record<string, Uint8Array>> {
    const response = await fetch(`http://127.0.0.1:${api.port}/imports/${id}/workbook`, { headers: officer });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    return unzipSync(new Uint8Array(await response.arrayBuffer()));
  }
});
