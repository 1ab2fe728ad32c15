import { describe, expect, it } from '@jest/globals';
import { addDays, ageOn, isoDate } from '../../calendar.js';
import { diallable, readOfficePhone } from '../../identifiers/index.js';
import { bornWithin, coverageOf } from '../coverage.js';
import { readRegisterFields, REGISTER_KINDS, type RegisterKind, registerText } from '../kinds.js';
import { registerStateOn, spansMeet } from '../validity.js';

const day = isoDate;
const POINTS = REGISTER_KINDS.SERVICE_POINTS as RegisterKind;
const written = {
  level: ['VILLAGE'],
  address: ['示例村委会一楼'],
  hours: ['周一到周五 9:00 到 17:00'],
  phone: ['０９５３ 8012345'],
  services: ['REFER', 'REGISTER'],
};

describe('the phone of an office', () => {
  it.each([
    ['0953-8012345', '0953-8012345'],
    ['（0953）8012345', '0953-8012345'],
    ['０９５３－８０１２３４５', '0953-8012345'],
    ['+86 953 8012345', '0953-8012345'],
    ['0086-0953-8012345', '0953-8012345'],
    ['010-62345678', '010-62345678'],
    ['0953-8012345转12', '0953-8012345转12'],
    ['0953-8012345 分机 12', '0953-8012345转12'],
    ['400-123-4567', '400-123-4567'],
    ['4001234567', '400-123-4567'],
    ['12385', '12385'],
    ['161 0000 0001', '16100000001'],
    ['+8616100000001', '16100000001'],
  ])('%s is kept as %s', (text, value) => expect(readOfficePhone(text)).toEqual({ ok: true, value }));

  it.each([
    '',
    '8012345',
    '0953-801234',
    '0953-80123456789',
    '0953-1012345',
    '1610000000',
    '12385转1',
    '电话',
    '110',
    '转12',
  ])('%s is none that can be dialled from anywhere', (text) =>
    expect(readOfficePhone(text)).toEqual({ ok: false, code: 'PHONE_FORMAT' }),
  );

  it('that a spreadsheet spoilt is told apart', () =>
    expect(readOfficePhone('1.61E+10')).toEqual({ ok: false, code: 'NUMBER_MANGLED' }));

  it('is dialled by its digits, with a pause before the extension', () =>
    expect(['0953-8012345转12', '400-123-4567', '12385'].map(diallable)).toEqual([
      '09538012345,12',
      '4001234567',
      '12385',
    ]));
});

describe('an entry on a day', () => {
  const span = { openedOn: day('2026-03-01'), closedOn: day('2026-11-30') };
  it.each([
    ['2026-02-28', 'PLANNED'],
    ['2026-03-01', 'OPEN'],
    ['2026-11-30', 'OPEN'],
    ['2026-12-01', 'CLOSED'],
  ])('on %s is %s', (on, state) => expect(registerStateOn(span, day(on))).toBe(state));

  it('without a last day is open for good', () =>
    expect(registerStateOn({ ...span, closedOn: null }, day('2099-01-01'))).toBe('OPEN'));

  it('meets another only where they share a day', () => {
    const from = (openedOn: string, closedOn: string | null = null) => ({
      openedOn: day(openedOn),
      closedOn: closedOn === null ? null : day(closedOn),
    });
    expect(spansMeet(span, from('2026-11-30'))).toBe(true);
    expect(spansMeet(span, from('2026-12-01'))).toBe(false);
    expect(spansMeet(span, from('2025-01-01', '2026-02-28'))).toBe(false);
    expect(spansMeet(span, from('2025-01-01', '2026-03-01'))).toBe(true);
    expect(spansMeet(from('2026-01-01'), from('2030-01-01'))).toBe(true);
  });
});

describe('villages without a service point', () => {
  const villages = ['100001', '100002', '101001'].map((tail) => ({
    code: `640324${tail}`,
    townCode: `640324${tail.slice(0, 3)}000`,
  }));
  const missing = (points: Parameters<typeof coverageOf>[1]) =>
    coverageOf(villages, points).map((town) => town.missing.length);

  it('are all of them without points, none when each has one or is served', () => {
    expect(missing([])).toEqual([2, 1]);
    expect(missing([{ divisionCode: '640324100001', serves: ['640324100002', '640324101001'] }])).toEqual([0, 0]);
  });

  it('are not covered by a point of their town or county that does not name them', () =>
    expect(
      missing([
        { divisionCode: '640324100000', serves: [] },
        { divisionCode: '640324000000', serves: ['640324101001'] },
      ]),
    ).toEqual([2, 0]));

  it('count once however many serve them, and a region without villages has no towns', () => {
    const twice = { divisionCode: '640324100001', serves: ['640324100001'] };
    expect(missing([twice, twice])).toEqual([1, 1]);
    expect(coverageOf([], [twice])).toEqual([]);
  });
});

describe('who is of an age on a day', () => {
  // Birthdays of the 29th of February come on the 1st of March in other years.
  it.each(['2026-11-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01'])('on %s', (text) => {
    const on = day(text);
    const { from, to } = bornWithin('16..54', on);
    expect([ageOn(to, on), ageOn(from, on)]).toEqual([16, 54]);
    expect(ageOn(addDays(to, 1), on)).toBe(15);
    expect(ageOn(addDays(from, -1), on)).toBe(55);
  });
});

describe('fields of a kind', () => {
  it('are read in the spelling and order of the kind, blanks left out', () => {
    expect(
      readRegisterFields(POINTS, { ...written, contactName: [' 张示例 '], access: ['', ' '], other: ['x'] }),
    ).toEqual({
      clear: {
        level: 'VILLAGE',
        address: '示例村委会一楼',
        hours: '周一到周五 9:00 到 17:00',
        phone: '0953-8012345',
        services: ['REGISTER', 'REFER'],
      },
      sealed: { contactName: '张示例' },
      problems: [],
    });
  });

  it('that are wanted, wrong or too long are each told once', () => {
    const { problems } = readRegisterFields(POINTS, {
      ...written,
      level: ['VILLAGE', 'TOWN'],
      address: ['长'.repeat(101)],
      hours: [],
      phone: ['8012345'],
      services: ['REGISTER', 'CURE'],
      access: ['RAMP', '__proto__'],
    });
    expect(problems.map(({ key, code }) => [key, code])).toEqual([
      ['level', 'VALUE_NOT_IN_LIST'],
      ['address', 'NUMBER_RANGE'],
      ['hours', 'REQUIRED'],
      ['phone', 'PHONE_FORMAT'],
      ['services', 'VALUE_NOT_IN_LIST'],
      ['access', 'VALUE_NOT_IN_LIST'],
    ]);
  });

  it('are never public and sealed at once, and every kind names its category and an example of each', () => {
    for (const kind of Object.values(REGISTER_KINDS)) {
      expect(kind.fields.filter(({ isPublic, sealed }) => isPublic && sealed)).toEqual([]);
      const category = kind.fields.find(({ key }) => key === kind.category.key);
      expect(category).toMatchObject({ type: 'CHOICE', required: true });
      expect(Object.keys(kind.category.levels)).toEqual(Object.keys(category?.words ?? {}));
      expect(kind.fields.filter(({ type, words }) => type.startsWith('CHOICE') && !words)).toEqual([]);
    }
  });

  it('are said in words', () => {
    const services = POINTS.fields.find(({ key }) => key === 'services');
    expect(registerText(services as (typeof POINTS.fields)[number], ['REGISTER', 'REFER'])).toBe('求职登记、岗位推荐');
    expect(registerText(services as (typeof POINTS.fields)[number], undefined)).toBe('');
  });
});
