import { beforeAll, describe, expect, it } from '@jest/globals';
import { Divisions } from '@tongxing/access';
import {
  addDays,
  isoDate,
  readAccount,
  readCertificate,
  readCreditCode,
  readIdNumber,
  readMobile,
  readVeteranCertificate,
} from '@tongxing/rules';
import { type County, digestOf, makeCounty, TONGXIN, XUNWU } from '../county.js';
import type { Cells, Roster } from '../files.js';
import { WELFARE_TITLES } from '../trades.js';

const DAY = isoDate('2026-11-23');
const divisions = Divisions.shipped();

const rosterOf = (county: County, kind: string): Roster => county.rosters.find((one) => one.kind === kind) as Roster;
const rowsOf = (county: County, kind: string): readonly Cells[] => rosterOf(county, kind).rows;
const valuesOf = (county: County, kind: string, header: string): string[] =>
  rowsOf(county, kind).flatMap((row) => row[header] || []);
const digests = (county: County): string[] => county.rosters.map((roster) => `${roster.kind} ${digestOf(roster)}`);
const doubled = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('a made-up county', () => {
  const counties = new Map<string, County>();
  beforeAll(() => {
    for (const size of [TONGXIN, XUNWU]) counties.set(size.countyCode, makeCounty(divisions, size, DAY));
  });
  const of = (countyCode: string): County => counties.get(countyCode) as County;

  it('is the same, byte for byte, for the same day and seed', () => {
    expect(digests(makeCounty(divisions, TONGXIN, DAY))).toEqual(digests(of('640324')));
    expect(digests(makeCounty(divisions, XUNWU, DAY))).toEqual(digests(of('360734')));
  });

  it('is another one for another seed or another day', () => {
    const usual = digests(of('360734'));
    const otherSeed = digests(makeCounty(divisions, XUNWU, DAY, 'another'));
    expect(otherSeed.filter((digest) => usual.includes(digest))).toEqual([]);
    const otherDay = digests(makeCounty(divisions, XUNWU, addDays(DAY, 1)));
    expect(otherDay.filter((digest) => digest.startsWith('posts') && usual.includes(digest))).toEqual([]);
  });

  describe.each([
    ['同心县', TONGXIN],
    ['寻乌县', XUNWU],
  ])('%s', (_, size) => {
    const county = (): County => of(size.countyCode);

    it('has exactly as many people, employers and posts as it was asked for', () => {
      expect(rowsOf(county(), 'people')).toHaveLength(size.people);
      expect(rowsOf(county(), 'employers')).toHaveLength(size.employers);
      expect(rowsOf(county(), 'posts')).toHaveLength(size.posts);
    });

    it('gives nobody a number that somebody else has', () => {
      const ids = [...valuesOf(county(), 'people', '身份证号')];
      const householders = new Set(ids);
      const others = valuesOf(county(), 'household-members', '身份证号').filter((id) => !householders.has(id));
      expect(new Set([...ids, ...others]).size).toBe(ids.length + others.length);
      for (const header of ['残疾人证号', '残疾军人证号', '联系电话', '银行账号'])
        expect(new Set(valuesOf(county(), 'people', header)).size).toBe(valuesOf(county(), 'people', header).length);
      expect(doubled(valuesOf(county(), 'employers', '统一社会信用代码'))).toEqual([]);
    });

    it('has numbers that are valid, and none that anybody is known to bear', () => {
      const ids = [...valuesOf(county(), 'people', '身份证号'), ...valuesOf(county(), 'household-members', '身份证号')];
      expect(ids.filter((id) => !readIdNumber(id, DAY).ok || !/99[6-9].$/.test(id))).toEqual([]);
      const certificates = [
        ...valuesOf(county(), 'people', '残疾人证号'),
        ...valuesOf(county(), 'hires', '残疾人证号'),
      ];
      expect(certificates.filter((text) => !readCertificate(text, DAY).ok)).toEqual([]);
      const veterans = valuesOf(county(), 'people', '残疾军人证号');
      expect(veterans.filter((text) => !readVeteranCertificate(text).ok)).toEqual([]);
      const codes = valuesOf(county(), 'employers', '统一社会信用代码').map(readCreditCode);
      expect(codes.filter((read) => !read.ok || !read.organisationCheck)).toEqual([]);
      const phones = [...valuesOf(county(), 'people', '联系电话'), ...valuesOf(county(), 'employers', '联系电话')];
      expect(phones.filter((text) => !readMobile(text).ok || !text.startsWith('161'))).toEqual([]);
    });

    it('has right card numbers, but for a few passbooks', () => {
      const reads = valuesOf(county(), 'people', '银行账号').map((text) => readAccount(text));
      const unchecked = reads.filter((read) => !read.ok || !read.checked).length;
      expect(reads.every((read) => read.ok)).toBe(true);
      expect(unchecked).toBeLessThan(reads.length * 0.02);
    });

    it('names its people and units so that nobody takes them for real ones', () => {
      const names = ['people', 'household-members', 'hires'].flatMap((kind) => valuesOf(county(), kind, '姓名'));
      expect(names.filter((name) => !/[示例测试样演]/.test(name))).toEqual([]);
      const units = valuesOf(county(), 'employers', '单位名称');
      expect(units.filter((name) => !name.includes('示例'))).toEqual([]);
      expect(doubled(units)).toEqual([]);
    });

    it('has about three expired certificates in a hundred', () => {
      const days = valuesOf(county(), 'people', '证件有效期至');
      const expired = days.filter((day) => day < DAY).length;
      expect(expired / days.length).toBeGreaterThan(0.015);
      expect(expired / days.length).toBeLessThan(0.045);
    });

    it('has service points with phones that ring nowhere, in most villages but not in all', () => {
      const rows = rowsOf(county(), 'service-points');
      const phones = valuesOf(county(), 'service-points', '电话');
      expect(phones.filter((text) => !readMobile(text).ok || !text.startsWith('161'))).toEqual([]);
      expect(doubled(rows.map((row) => `${row.所在区划} ${row.名称}`))).toEqual([]);
      const names = [...valuesOf(county(), 'service-points', '名称'), ...valuesOf(county(), 'service-points', '地址')];
      expect(names.filter((name) => !name.includes('示例'))).toEqual([]);
      const reached = new Set(rows.flatMap((row) => [row.所在区划, ...(row.服务的村 ?? '').split('、')]));
      const villages = divisions.children(size.countyCode).flatMap(({ code }) => divisions.children(code));
      const covered = villages.filter(({ code }) => reached.has(code)).length;
      expect(covered / villages.length).toBeGreaterThan(0.5);
      expect(covered / villages.length).toBeLessThan(0.9);
    });

    it('offers posts of each of the eight public-welfare kinds', () => {
      expect(new Set(valuesOf(county(), 'posts', '公益性岗位类别'))).toEqual(new Set(WELFARE_TITLES));
      expect(WELFARE_TITLES).toHaveLength(8);
    });

    it('writes no date after the day it was made for but ends of validity', () => {
      const later = (kind: string, header: string): string[] =>
        valuesOf(county(), kind, header).filter((day) => day > DAY);
      expect(later('people', '毕业日期')).toEqual([]);
      expect(later('people', '状态日期')).toEqual([]);
      expect(later('functional-profiles', '评估日期')).toEqual([]);
      expect(later('posts', '发布日期')).toEqual([]);
      expect(later('service-points', '开办日期')).toEqual([]);
      expect(later('hires', '合同起')).toEqual([]);
    });

    it('speaks of the year before in headcounts and hires', () => {
      expect(new Set(valuesOf(county(), 'headcounts', '年度'))).toEqual(new Set(['2025']));
      expect(new Set(valuesOf(county(), 'hires', '年度'))).toEqual(new Set(['2025']));
    });
  });

  it.each(['2026-11-28', '2027-06-29'])(
    'made on %s, it tells nothing of anybody before birth or after that day',
    (text) => {
      const day = isoDate(text);
      const told = rowsOf(makeCounty(divisions, TONGXIN, day), 'people').flatMap((row) => {
        const birth = (row.身份证号 || row.残疾人证号 || '').slice(6, 14);
        return [row.状态日期, row.毕业日期].filter((one) => one).map((one) => ({ birth, one: String(one) }));
      });
      expect(told.length).toBeGreaterThan(100);
      expect(told.filter(({ birth, one }) => one.replaceAll('-', '') < birth || one > day)).toEqual([]);
    },
  );

  it('has names of many kinds: short, long with a dot, and with rare characters', () => {
    const names = valuesOf(of('640324'), 'people', '姓名');
    expect(names.some((name) => [...name].length === 3)).toBe(true);
    expect(names.some((name) => name.split('·').length === 3)).toBe(true);
    // Outside the basic plane: two code units a character.
    expect(names.some((name) => name.length > [...name].length)).toBe(true);
    expect(new Set(names).size).toBeGreaterThan(names.length / 3);
  });

  it('puts people into real townships and villages, most into the seat', () => {
    const villages = valuesOf(of('640324'), 'people', '户籍区划');
    expect(villages.filter((code) => divisions.byCode(code)?.level !== 'VILLAGE')).toEqual([]);
    const townships = divisions.children('640324').map(({ code }) => code.slice(0, 9));
    const shares = townships.map((code) => villages.filter((village) => village.startsWith(code)).length);
    expect(shares.every((count) => count > 200)).toBe(true);
    expect(Math.max(...shares)).toBe(shares[0]);
  });
});
