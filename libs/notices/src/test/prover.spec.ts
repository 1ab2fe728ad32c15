import { describe, expect, it } from '@jest/globals';
import { maskName } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import fc from 'fast-check';
import { type Leak, proveMasked, type ShownLine, type ShownNotice } from '../prover.js';

const line = (over: Partial<ShownLine> = {}): ShownLine => ({
  maskedName: '张*明',
  divisionName: '豫海镇',
  subject: '职业技能培训补贴',
  periodText: '2026-09-01至2026-09-12',
  ...over,
});
const prove = (over: Partial<ShownNotice> = {}) =>
  proveMasked({ title: '2026年职业技能培训补贴公示', basis: '财社〔2026〕1号', lines: [line()], ...over });
const leaks = (over: Partial<ShownLine>): Leak[] => prove({ lines: [line(over)] }).findings.map(({ leak }) => leak);

describe('the masked-publication prover', () => {
  it('lets a masked list pass, and says what it looked at', () => {
    expect(prove({ lines: [line(), line({ maskedName: '李*', periodText: null })] })).toEqual({
      prover: 'notice-prover 1',
      passed: true,
      lines: 2,
      looked: 10,
      detectors: ['NAME', 'LONG_NUMBER', 'EMAIL', 'DISABILITY', 'DOCUMENT', 'ADDRESS', 'BLANK'],
      findings: [],
      uniqueCells: 2,
    });
  });

  it.each([
    '张三',
    '马小兰',
    '张',
    '',
    '*三',
    '张*三四',
    '张三*',
    '欧阳*明',
    '张*1',
    '张＊三',
    'Li Wei',
    '张* ',
    '买买提·依明',
  ])('does not take "%s" for a masked name', (maskedName) => expect(leaks({ maskedName })).toEqual(['NAME']));

  it.each(['王', '李明', '马小兰', '欧阳明月', '买买提·依明', '阿卜杜热合曼·麦麦提', '𬱟𬱟𬱟'])(
    'takes the mask of %s',
    (name) => expect(leaks({ maskedName: maskName(name) })).toEqual([]),
  );

  it.each<[string, Leak]>([
    ['640324199001010014', 'LONG_NUMBER'],
    ['６４０３２４１９９００１０１００１４', 'LONG_NUMBER'],
    ['6403 2419 9001 0100 14', 'LONG_NUMBER'],
    ['6403-2419-9001-0100-14', 'LONG_NUMBER'],
    ['64\u200b0324\u200d1990', 'LONG_NUMBER'],
    ['640324，199001', 'LONG_NUMBER'],
    ['①②③④⑤⑥', 'LONG_NUMBER'],
    ['13800138000', 'LONG_NUMBER'],
    ['138(0013)8000', 'LONG_NUMBER'],
    ['一三八〇〇一三八〇〇〇', 'LONG_NUMBER'],
    ['幺三八零零幺三八', 'LONG_NUMBER'],
    ['壹叁捌零零壹', 'LONG_NUMBER'],
    ['6217000000000000004', 'LONG_NUMBER'],
    ['123456', 'LONG_NUMBER'],
    ['1990-01-01生', 'LONG_NUMBER'],
    ['1990年1月1日', 'LONG_NUMBER'],
    ['zhang@example.com', 'EMAIL'],
    ['zhang＠example．com', 'EMAIL'],
    ['视力残疾', 'DISABILITY'],
    ['视 力 残 疾', 'DISABILITY'],
    ['肢体二级', 'DISABILITY'],
    ['二级残疾', 'DISABILITY'],
    ['残疾等级', 'DISABILITY'],
    ['盲人按摩扶持', 'DISABILITY'],
    ['听力语言训练', 'DISABILITY'],
    ['身份证', 'DOCUMENT'],
    ['残疾证', 'DOCUMENT'],
    ['卡号', 'DOCUMENT'],
    ['  ', 'BLANK'],
  ])('finds what is wrong with a subject of "%s"', (subject, leak) => expect(leaks({ subject })).toContain(leak));

  it.each(['3组12号', '幸福小区2号楼', '三单元', '十二组', '8户'])('finds the house address "%s"', (divisionName) => {
    expect(leaks({ divisionName })).toContain('ADDRESS');
  });

  it.each(['豫海镇', '河西镇朝阳村', '十里铺村', '四号村', '三合村', '石狮开发区'])(
    'takes "%s" for the name of a place',
    (divisionName) => expect(leaks({ divisionName })).toEqual([]),
  );

  it.each(['12345', '电工（2026）', '第1、2、3期', '中式面点师', '两天一夜'])('leaves "%s" alone', (subject) =>
    expect(leaks({ subject })).toEqual([]),
  );

  it.each([
    '财社〔2026〕1号',
    '残疾人就业条例（国务院令第488号，2007年5月1日起施行）',
    '宁残联发[2017]1234号',
    '宁财（综）发〔2016〕892号',
    '贯彻会议精神，提升服务能力',
  ])('lets the basis "%s" pass', (basis) => expect(prove({ basis }).findings).toEqual([]));

  it('looks at title and basis too', () => {
    expect(prove({ title: '视力残疾人名单' }).findings).toEqual([{ place: 'title', leak: 'DISABILITY' }]);
    expect(prove({ basis: '见13800138000' }).findings).toEqual([{ place: 'basis', leak: 'LONG_NUMBER' }]);
    expect(prove({ title: ' ' }).findings).toEqual([{ place: 'title', leak: 'BLANK' }]);
  });

  it('counts who stands alone with village, scheme and masked name', () => {
    const lines = [line(), line(), line({ maskedName: '李*' }), line({ divisionName: '河西镇' })];
    expect(prove({ lines }).uniqueCells).toBe(2);
  });

  it('names places, never values, and at most a hundred', () => {
    const report = prove({ lines: Array.from({ length: 300 }, () => line({ maskedName: '马小兰' })) });
    expect(report.findings).toHaveLength(100);
    expect(JSON.stringify(report)).not.toContain('马小兰');
    expect(report.findings[99]).toEqual({ place: 'lines.99.maskedName', leak: 'NAME' });
  });
});

/** Ways in which people write a number so that it looks like none. */
const disguise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] as string),
  (text) => text.replace(/\d/g, (digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)] as string),
  (text) => [...text].join(' '),
  (text) => [...text].join('\u200b'),
  (text) => [...text].join('－'),
  (text) => text.replace(/(.{4})/g, '$1 '),
  (text) => text.replace(/(.{4})/g, '$1·'),
);
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const secret = fc.oneof(
  fc.record({ days: fc.integer({ min: 0, max: 20_000 }), serial: digits(3) }).map(({ days, serial }) => {
    const birth = new Date(Date.UTC(1950, 0, 1) + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    return withIdCheckDigit(`640324${birth}${serial}`);
  }),
  digits(9).map((rest) => `13${rest}`),
  digits(15).map((rest) => `6217${rest}`),
);
const harmless = fc.constantFrom('', '补贴', '马', '村', '（', '第', '期', '。');

describe('any list', () => {
  it('with a number of a person in it, however written and wherever, is not published', () => {
    fc.assert(
      fc.property(
        secret,
        disguise,
        harmless,
        harmless,
        fc.constantFrom<keyof ShownLine>('maskedName', 'divisionName', 'subject', 'periodText'),
        (number, disguised, before, after, column) => {
          const report = prove({ lines: [line(), line({ [column]: `${before}${disguised(number)}${after}` })] });
          expect(report.findings.some(({ place }) => place === `lines.1.${column}`)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('with a whole name of two or more characters in it is not published', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(han, { minLength: 2, maxLength: 6 }), (characters) => {
        const name = characters.join('');
        expect(leaks({ maskedName: name })).toEqual(['NAME']);
        expect(leaks({ maskedName: maskName(name) })).toEqual([]);
      }),
    );
  });
});
