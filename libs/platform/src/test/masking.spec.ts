import { describe, expect, it } from '@jest/globals';
import { amountInCapitals } from '../capitals.js';
import { maskAccount, maskCertificate, maskId, maskName, maskNumbers, maskPhone, redact } from '../masking.js';

describe('masking', () => {
  it.each([
    ['张明', '张*'],
    ['张小明', '张*明'],
    ['马·阿西木', '马***木'],
    ['𬱟', '*'],
    ['', '*'],
  ])('shows %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('shows region and tail of an ID number, and no tail of a certificate, which is category and grade', () => {
    expect(maskId('640324199001010014')).toBe('640***********0014');
    expect(maskId('1234')).toBe('****');
    expect(maskCertificate('64032419900101001443')).toBe('6403****************');
    expect(maskPhone('13800005678')).toBe('138****5678');
    expect(maskAccount('6217000000000000004')).toBe('************0004');
  });

  it.each([
    ['名册640324199001010014号', '名册640***********0014号'],
    ['11010519491231002X.csv', '110***********002X.csv'],
    ['证64032419900101001443B1', '证6403****************'],
    ['卡6217000000000000004', '卡************0004'],
    ['旧证640324900101001', '旧证640***********1001'],
    ['身份证６４０３２４１９９００１０１００１４', '身份证640***********0014'],
    ['640324 19900101 0014', '640***********0014'],
    ['卡号 6217 0000 0000 0000 004，谢谢', '卡号 ************0004，谢谢'],
    ['电话13800005678', '电话138****5678'],
    ['2026-11-26 同心县 640324100000 共 14731 人', '2026-11-26 同心县 640324100000 共 14731 人'],
  ])('masks the numbers in the text %s', (text, shown) => {
    expect(maskNumbers(text)).toBe(shown);
  });

  it('redacts numbers of persons from a text and leaves other numbers alone', () => {
    expect(redact('id 640324199001010014 cert 64032419900101001443B1 card 6217000000000000004 tel 13900001111')).toBe(
      'id [证件号] cert [证件号] card [账号] tel [手机号]',
    );
    expect(redact('passbook 010812345678901, rural 6400000000000000000012')).toBe('passbook [账号], rural [账号]');
    expect(redact('ms 1764165600000')).toBe('ms 1764165600000');
    expect(redact('year 2026, amount 1234.50, division 640324')).toBe('year 2026, amount 1234.50, division 640324');
  });
});

describe('amountInCapitals', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [10, '壹角整'],
    [500_000, '伍仟元整'],
    [100_05, '壹佰元零伍分'],
    [10_010_00, '壹万零壹拾元整'],
    [100_000_000_00, '壹亿元整'],
    [100_001_000_00, '壹亿零壹仟元整'],
    [1_000_10, '壹仟元壹角整'],
    [123_456_789_12, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分'],
  ])('writes %d fen as %s', (fen, text) => {
    expect(amountInCapitals(fen)).toBe(text);
  });

  it('refuses a negative amount', () => {
    expect(() => amountInCapitals(-1)).toThrow(RangeError);
  });
});
