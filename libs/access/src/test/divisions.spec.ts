import { describe, expect, it } from '@jest/globals';
import { Divisions } from '../divisions.js';

const divisions = Divisions.shipped();

describe('the division table', () => {
  it('finds a county by six or twelve digits, with its path', () => {
    expect(divisions.byCode('640324')).toEqual({
      code: '640324000000',
      name: '同心县',
      level: 'COUNTY',
      parentCode: '640300000000',
    });
    expect(divisions.byCode('640324000000')).toBe(divisions.byCode('640324'));
    expect(divisions.pathOf('360734')).toBe('江西省赣州市寻乌县');
  });

  it('holds townships and villages of the two counties, each below its parent', () => {
    const townships = divisions.children('640324');
    expect(townships.length).toBeGreaterThan(8);
    for (const township of townships) {
      expect(township.level).toBe('TOWNSHIP');
      expect(divisions.children(township.code).every((village) => village.parentCode === township.code)).toBe(true);
    }
    expect(divisions.children('360734').length).toBeGreaterThan(10);
  });

  it('finds a division by its full name, with or without separators', () => {
    const [township] = divisions.children('640324');
    const path = divisions.pathOf(township?.code ?? '');
    expect(divisions.byPath(path)).toBe(township);
    expect(divisions.byPath('宁夏回族自治区 / 吴忠市 / 同心县')?.code).toBe('640324000000');
    expect(divisions.byPath('同心县')).toBeUndefined();
  });

  it.each(['999999', '64032', 'abc', '', '6403249999999'])('knows no division %j', (code) => {
    expect(divisions.has(code)).toBe(false);
  });

  it('knows more than 2,800 county-level divisions in 31 provinces', () => {
    const provinces = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0')).filter((code) =>
      divisions.has(code),
    );
    expect(provinces).toHaveLength(31);
    const counties = provinces
      .flatMap((code) => divisions.children(code))
      .flatMap((prefecture) => divisions.children(prefecture.code));
    expect(counties.length).toBeGreaterThan(2800);
  });

  it('serves the counties whose townships it holds', () => {
    expect(divisions.served().map(({ name }) => name)).toEqual(['寻乌县', '同心县']);
  });
});
