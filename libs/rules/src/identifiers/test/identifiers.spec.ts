import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoDate } from '../../calendar.js';
import {
  makeCreditCode,
  readAccount,
  readCertificate,
  readCreditCode,
  readIdNumber,
  readMobile,
  readVeteranCertificate,
  withIdCheckDigit,
  withLuhnDigit,
} from '../index.js';

const today = isoDate('2026-11-22');
const code = (read: { ok: boolean; code?: string }) => (read.ok ? 'ok' : read.code);

describe('身份证号', () => {
  it.each([
    '640324199001010014',
    '360734198506150023',
    '11010519491231002X',
    '64032419960229012X',
    '360734200002290030',
    withIdCheckDigit('64032419061122001'),
  ])('%s is valid', (text) => {
    expect(readIdNumber(text, today).ok).toBe(true);
  });

  it.each([
    ['640324199001010015', 'ID_CHECKSUM', 'a wrong check digit'],
    ['640324190102290018', 'ID_DATE', '29 February 1901'],
    ['640324197513010027', 'ID_DATE', 'month 13'],
    [withIdCheckDigit('64032420261123001'), 'ID_DATE', 'born tomorrow'],
    [withIdCheckDigit('64032419061121001'), 'ID_DATE', 'born 120 years and a day ago'],
    [withIdCheckDigit('64032418960101001'), 'ID_DATE', 'born 1896'],
    ['640324900101001', 'ID_CHECKSUM', 'fifteen digits'],
    ['6.40324E+17', 'NUMBER_MANGLED', 'what a spreadsheet left'],
  ])('%s is refused with %s: %s', (text, expected) => {
    expect(code(readIdNumber(text, today))).toBe(expected);
  });

  it('reads full-width digits, blanks and a small x', () => {
    expect(readIdNumber(' １１０１０５１９４９１２３１００２ｘ ', today)).toEqual({
      ok: true,
      value: '11010519491231002X',
      birthOn: '1949-12-31',
      sex: 'FEMALE',
      divisionCode: '110105',
    });
  });

  it('born today is accepted', () => {
    expect(code(readIdNumber(withIdCheckDigit('64032420261122001'), today))).toBe('ok');
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const value = '640324199001010014';
        const digit = (Number(value[at]) + shift) % 10;
        expect(code(readIdNumber(value.slice(0, at) + digit + value.slice(at + 1), today))).toBe('ID_CHECKSUM');
      }),
    );
  });
});

describe('残疾人证号', () => {
  it('reads category, grade and a reissue suffix', () => {
    expect(readCertificate('64032419900101001443B1', today)).toMatchObject({
      ok: true,
      value: '64032419900101001443',
      suffix: 'B1',
      category: 4,
      grade: 3,
    });
    expect(readCertificate('64032419900101001443', today)).toMatchObject({ ok: true, suffix: '' });
  });

  it.each([
    ['64032419900101001483', 'CERT_CLASS'],
    ['64032419900101001445', 'CERT_CLASS'],
    ['640324199001010014', 'CERT_LENGTH'],
    ['64032419900101001543', 'CERT_CHECKSUM'],
    ['64032419751301002743', 'ID_DATE'],
    ['6.4032419900101E+19', 'NUMBER_MANGLED'],
  ])('%s is refused with %s', (text, expected) => {
    expect(code(readCertificate(text, today))).toBe(expected);
  });
});

describe('残疾军人证号', () => {
  it.each([
    ['军字第12345号', 'ok'],
    ['ＡＢ-1234', 'ok'],
    ['123', 'CERT_LENGTH'],
    ['民字第12345号', 'CERT_CHECKSUM'],
  ])('%s: %s', (text, expected) => {
    expect(code(readVeteranCertificate(text))).toBe(expected);
  });
});

describe('统一社会信用代码', () => {
  it.each([
    ['11640324012345671J', 'GOVERNMENT_ORGAN'],
    ['123607344910013F9U', 'PUBLIC_INSTITUTION'],
    ['52640324MJ00001227', 'PRIVATE_NON_ENTERPRISE'],
    ['51360734MJB555662Y', 'SOCIAL_ORGANISATION'],
    ['91640324MA76XY016F', 'ENTERPRISE'],
    ['92360734MA35QWER6C', 'OWN_ACCOUNT'],
  ])('%s is valid with both checks and suggests %s', (text, kind) => {
    expect(readCreditCode(text)).toEqual({ ok: true, value: text, organisationCheck: true, suggestedKind: kind });
  });

  it('refuses a wrong check character', () => {
    expect(code(readCreditCode('91640324MA76XY016E'))).toBe('CREDIT_CODE');
  });

  it('is built with both checks right', () => {
    expect(readCreditCode(makeCreditCode('91', '640324', 'MA76XY01'))).toMatchObject({
      ok: true,
      organisationCheck: true,
    });
  });
});

describe('accounts and phones', () => {
  it.each([
    ['6217000000000000004', true],
    ['622202000000000007', true],
    ['6217000000000000005', false],
    ['12345678', false],
  ])('account %s: check digit right is %s', (text, checked) => {
    expect(readAccount(text)).toEqual({ ok: true, value: text, checked });
  });

  it('refuses what is no account, and makes right ones', () => {
    expect(code(readAccount('12-34'))).toBe('ACCOUNT_CHECKSUM');
    expect(code(readAccount('6.217E+18'))).toBe('NUMBER_MANGLED');
    expect(readAccount(withLuhnDigit('621700000000000000'))).toMatchObject({ checked: true });
  });

  it.each([
    ['13800005678', 'ok'],
    ['+86 138-0000-5678', 'ok'],
    ['12800005678', 'PHONE_FORMAT'],
    ['1380000567', 'PHONE_FORMAT'],
  ])('phone %s: %s', (text, expected) => {
    expect(code(readMobile(text))).toBe(expected);
  });
});
