import { describe, expect, it } from '@jest/globals';
import { isoDate } from '@tongxing/rules';
import { type CellFinding, cleanText, readerOf } from '../cells.js';
import { FORMULA } from '../file/workbook.reader.js';
import type { ColumnSpec } from '../kind.js';
import { RowReader } from '../rows.js';

const setting = {
  today: isoDate('2026-11-23'),
  divisionScope: '640324',
  divisionOf: (text: string) =>
    ({
      '640324100000': '640324100000',
      '640324100': '640324100000',
      宁夏回族自治区吴忠市同心县豫海镇: '640324100000',
      '360734100000': '360734100000',
    })[text],
};

function read(column: Partial<ColumnSpec> & Pick<ColumnSpec, 'type'>, text: string) {
  const findings: CellFinding[] = [];
  const value = readerOf({ key: 'k', header: '列', sample: '', ...column }, setting)(text, (finding) =>
    findings.push(finding),
  );
  return { value, codes: findings.map((finding) => finding.code) };
}

const wrong = (code: string) => ({ value: undefined, codes: [code] });
const right = (value: unknown) => ({ value, codes: [] });

describe('cells', () => {
  it.each([
    ['640324199001010014', right('640324199001010014')],
    ['１１０１０５１９４９１２３１００２ｘ', right('11010519491231002X')],
    [' 64032419960229012x ', right('64032419960229012X')],
    ["'640324199001010014", right('640324199001010014')],
    ['="640324199001010014"', right('640324199001010014')],
    ['640324199001010015', wrong('ID_CHECKSUM')],
    ['640324900101001', wrong('ID_CHECKSUM')],
    ['640324190102290018', wrong('ID_DATE')],
    ['640324197513010027', wrong('ID_DATE')],
    ['6.40324E+17', wrong('NUMBER_MANGLED')],
    ['640324199001010000', wrong('NUMBER_MANGLED')],
  ])('reads the ID number %s', (text, expected) => expect(read({ type: 'id' }, text)).toEqual(expected));

  it.each([
    ['64032419900101001443', right('64032419900101001443')],
    ['64032419900101001443B1', right('64032419900101001443B1')],
    ['640324199001010014', wrong('CERT_LENGTH')],
    ['64032419900101001543', wrong('CERT_CHECKSUM')],
    ['64032419900101001483', wrong('CERT_CLASS')],
    ['64032419900101001445', wrong('CERT_CLASS')],
    ['6.40324199001E+19', wrong('NUMBER_MANGLED')],
    ['64032419900101000000', wrong('NUMBER_MANGLED')],
  ])('reads the certificate number %s', (text, expected) =>
    expect(read({ type: 'certificate' }, text)).toEqual(expected),
  );

  it.each([
    ['缝纫 13812345678', wrong('NUMBER_MISPLACED')],
    ['640324199001010014', wrong('NUMBER_MISPLACED')],
    ['６４０３２４１９９００１０１００１４', wrong('NUMBER_MISPLACED')],
    ['6217000000000000004', wrong('NUMBER_MISPLACED')],
    ['2026年第12号文', right('2026年第12号文')],
    ['1234567890', right('1234567890')],
  ])('a text that holds a number of a person is refused: %s', (text, expected) => {
    expect(read({ type: 'text' }, text)).toEqual(expected);
    expect(read({ type: 'list' }, text).codes).toEqual(expected.codes);
    expect(read({ type: 'choice', choices: { 甲: 'A' }, open: true }, text).codes).toEqual(expected.codes);
    expect(read({ type: 'text', holdsNumbers: true }, text).codes).toEqual([]);
  });

  it('says how long a certificate number is', () => {
    const findings: CellFinding[] = [];
    readerOf({ key: 'k', header: '残疾人证号', type: 'certificate', sample: '' }, setting)('640324199001010014', (f) =>
      findings.push(f),
    );
    expect(findings[0]?.figures).toEqual({ length: 18 });
  });

  it.each([
    ['91640324MA76XY016F', right('91640324MA76XY016F')],
    ['91640324ma76xy016f', right('91640324MA76XY016F')],
    ['91640324MA76XY016E', wrong('CREDIT_CODE')],
    ['1.16403E+17', wrong('NUMBER_MANGLED')],
  ])('reads the credit code %s', (text, expected) => expect(read({ type: 'credit' }, text)).toEqual(expected));

  it.each([
    ['2026-03-01', right('2026-03-01')],
    ['2026/3/1', right('2026-03-01')],
    ['2026-3-1', right('2026-03-01')],
    ['２０２６／３／１', right('2026-03-01')],
    ['2024-02-29', right('2024-02-29')],
    ['2026-02-30', wrong('DATE_FORMAT')],
    ['2026.3.1', wrong('DATE_FORMAT')],
    ['2026-3/1', wrong('DATE_FORMAT')],
    ['9999-12-31', wrong('DATE_FORMAT')],
    ['45000', wrong('DATE_FORMAT')],
    ['去年', wrong('DATE_FORMAT')],
  ])('reads the day %s', (text, expected) => expect(read({ type: 'day' }, text)).toEqual(expected));

  it.each([
    ['12', right(12)],
    ['12.0', right(12)],
    ['１２', right(12)],
    ['0', wrong('NUMBER_RANGE')],
    ['13', wrong('NUMBER_RANGE')],
    ['1.5', wrong('NUMBER_RANGE')],
    ['1e1', wrong('NUMBER_MANGLED')],
    ['十二', wrong('NUMBER_RANGE')],
  ])('reads the whole number %s', (text, expected) =>
    expect(read({ type: 'integer', min: 1, max: 12 }, text)).toEqual(expected),
  );

  it.each([
    ['1234.5', right(123450)],
    ['1234.50元', right(123450)],
    ['0.001', wrong('NUMBER_RANGE')],
    ['1,000', wrong('NUMBER_RANGE')],
    ['-1', wrong('NUMBER_RANGE')],
    ['20000', wrong('NUMBER_RANGE')],
  ])('reads the amount %s', (text, expected) =>
    expect(read({ type: 'yuan', min: 0, max: 1_000_000 }, text)).toEqual(expected),
  );

  it.each([
    ['106.25', right(106.25)],
    ['-181', wrong('NUMBER_RANGE')],
    ['东经', wrong('NUMBER_RANGE')],
  ])('reads the longitude %s', (text, expected) =>
    expect(read({ type: 'decimal', min: -180, max: 180 }, text)).toEqual(expected),
  );

  it.each([
    ['是', right(true)],
    ['否', right(false)],
    ['对', wrong('VALUE_NOT_IN_LIST')],
  ])('reads the flag %s', (text, expected) => expect(read({ type: 'flag' }, text)).toEqual(expected));

  it('reads choices to their codes, and keeps another text only where the list is open', () => {
    const choices = { 在编: 'STAFF', 劳动合同: 'CONTRACT' };
    expect(read({ type: 'choice', choices }, ' 在编 ')).toEqual(right('STAFF'));
    expect(read({ type: 'choice', choices }, '临时')).toEqual(wrong('VALUE_NOT_IN_LIST'));
    expect(read({ type: 'choice', choices, open: true }, '临时')).toEqual(right('临时'));
  });

  it('reads lists, months and demands', () => {
    expect(read({ type: 'list' }, '种植、养殖; 种植')).toEqual(right(['种植', '养殖']));
    expect(read({ type: 'list', choices: { 坡道: 'RAMP' } }, '坡道、电梯')).toEqual(wrong('VALUE_NOT_IN_LIST'));
    expect(read({ type: 'monthList' }, '1-12')).toEqual(right([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
    expect(read({ type: 'monthList' }, '3-7、9月')).toEqual(right([3, 4, 5, 6, 7, 9]));
    expect(read({ type: 'monthList' }, '7-3')).toEqual(wrong('NUMBER_RANGE'));
    expect(read({ type: 'monthList' }, '0-13')).toEqual(wrong('NUMBER_RANGE'));
    const choices = { 久站: 'STAND', 搬举: 'LIFT' };
    expect(read({ type: 'demands', choices }, '久站3、搬举１')).toEqual(right({ STAND: 3, LIFT: 1 }));
    expect(read({ type: 'demands', choices }, '久站5')).toEqual(wrong('NUMBER_RANGE'));
    expect(read({ type: 'demands', choices }, '久站')).toEqual(wrong('NUMBER_RANGE'));
    expect(read({ type: 'demands', choices }, '跑步1')).toEqual(wrong('VALUE_NOT_IN_LIST'));
  });

  it('knows divisions by code and path, and keeps to the region of the viewer', () => {
    expect(read({ type: 'division' }, '640324100')).toEqual(right('640324100000'));
    expect(read({ type: 'division' }, '宁夏回族自治区吴忠市同心县豫海镇')).toEqual(right('640324100000'));
    expect(read({ type: 'division', township: true }, '640324100')).toEqual(right('640324100000'));
    expect(read({ type: 'division', township: true }, '640324000000')).toEqual(wrong('DIVISION_UNKNOWN'));
    expect(read({ type: 'division' }, '999999')).toEqual(wrong('DIVISION_UNKNOWN'));
    expect(read({ type: 'division' }, '360734100000')).toEqual(wrong('DIVISION_UNKNOWN'));
    expect(read({ type: 'division', anywhere: true }, '360734100000')).toEqual(right('360734100000'));
  });

  it('reads phones and accounts; an account that fails its check is a warning', () => {
    expect(read({ type: 'phone' }, '138 0000-0000')).toEqual(right('13800000000'));
    expect(read({ type: 'phone' }, '12345')).toEqual(wrong('PHONE_FORMAT'));
    expect(read({ type: 'phone' }, '1.38E+10')).toEqual(wrong('NUMBER_MANGLED'));
    expect(read({ type: 'account' }, '6217000000000000004')).toEqual(right('6217000000000000004'));
    expect(read({ type: 'account' }, '6217000000000000005')).toEqual({
      value: '6217000000000000005',
      codes: ['ACCOUNT_CHECKSUM'],
    });
    expect(read({ type: 'account' }, '6.217E+18')).toEqual(wrong('NUMBER_MANGLED'));
  });

  it('refuses what cannot be seen in a text and keeps rare characters (bad input 54)', () => {
    expect(read({ type: 'text' }, '张\u200b三')).toEqual(wrong('TEXT_CONTROL'));
    expect(read({ type: 'text' }, '张\u202e三')).toEqual(wrong('TEXT_CONTROL'));
    expect(read({ type: 'text' }, '张\u0000三')).toEqual(wrong('TEXT_CONTROL'));
    expect(read({ type: 'text' }, '张\ud800')).toEqual(wrong('TEXT_CONTROL'));
    expect(read({ type: 'text' }, '\u3000张𬘬㐀\n')).toEqual(right('张𬘬㐀'));
    expect(read({ type: 'text' }, '测'.repeat(61))).toEqual(wrong('NUMBER_RANGE'));
    expect(read({ type: 'text' }, '=cmd|1')).toEqual(right('=cmd|1'));
    expect(cleanText('北街\n12号')).toBe('北街 12号');
  });

  it('does not stall on a long hostile text (bad input 65)', () => {
    const start = performance.now();
    for (const type of ['id', 'certificate', 'day', 'integer', 'yuan', 'monthList', 'list', 'demands', 'text'] as const)
      read({ type }, '1-'.repeat(16_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('rows', () => {
  const columns: ColumnSpec[] = [
    { key: 'name', header: '姓名', type: 'text', required: true, sample: '' },
    { key: 'one', header: '残疾人证号', type: 'certificate', oneOf: 'number', sample: '' },
    { key: 'other', header: '残疾军人证号', type: 'text', oneOf: 'number', sample: '' },
    { key: 'phone', header: '联系电话', type: 'phone', sample: '' },
  ];
  const reader = new RowReader(columns, ['name', 'one', 'other'], setting);

  it('asks for a required cell, and for one of a group', () => {
    const row = reader.read(7, ['  ', undefined, undefined]);
    expect(row.wrong).toBe(true);
    expect(row.problems.map(({ row: number, column, code, message }) => [number, column, code, message])).toEqual([
      [7, '姓名', 'REQUIRED', '「姓名」没有填'],
      [7, '残疾人证号', 'REQUIRED', '「残疾人证号」或「残疾军人证号」没有填'],
    ]);
  });

  it('tells a blank cell from a column that the file does not have', () => {
    const row = reader.read(8, ['甲', undefined, '军123456', '13800000000']);
    expect(row.values).toEqual({ name: '甲', one: null, other: '军123456' });
  });

  it('refuses formulas', () => {
    expect(reader.read(9, [FORMULA, undefined, '军123456']).problems[0]?.code).toBe('CELL_FORMULA');
  });

  it('forgets what the last check found, but not what a cell says', () => {
    const row = reader.read(10, ['甲', '1', undefined]);
    row.report('UNKNOWN_PERSON', 'one');
    expect(row.problems).toHaveLength(2);
    row.beginCheck();
    expect(row.problems.map((problem) => problem.code)).toEqual(['CERT_LENGTH']);
  });
});
