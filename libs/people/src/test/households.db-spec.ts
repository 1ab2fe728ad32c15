import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { isoDate, memberCount, severalHolders, type WorkingAge, zeroEmployment } from '@tongxing/rules';
import type { HouseholdView } from '../people.service.js';
import { Person } from '../person.entity.js';
import { csvOf, entities, idNumber, personCells, services } from './setup.js';

const MEMBERS = ['户号', '姓名', '身份证号', '与户主关系', '就业状况', '求职意愿'];
const PROFILE = ['残疾人证号', '身份证号', '评估人', '评估日期', '有效期至', '搬举', '看', '听', '辅具'];

const ON = isoDate('2026-03-01');
/** Wide enough for the people of these rows. */
const AGE: WorkingAge = { from: 16, until: { MALE: 70, FEMALE: 70 } };

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const bring = async (kind: string, text: string, options: Parameters<typeof app.direct.importFile>[2] = {}) => {
    const path = join(folder, 'file.csv');
    writeFileSync(path, text);
    return (await app.direct.importFile(kind, path, options)).result;
  };
  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-households-'));
    await bring('people', csvOf([personCells(0), personCells(1), personCells(2), personCells(3, { 户号: '' })]));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const person = async (index: number) => (await app.people.findByIdNumber(idNumber(index))) as Person;

  it('knows only holders until a list of members was brought in', async () => {
    const household = await app.people.householdOf((await person(0)).id);
    expect(household).toMatchObject({ number: 'H0', countyCode: '640324', membersKnown: false });
    expect(household?.members.map((member) => [member.relation, member.isHolder])).toEqual([
      ['HEAD', true],
      ['SPOUSE', true],
    ]);
    expect(await app.people.householdOf((await person(3)).id)).toBeNull();
  });

  it('answers UNKNOWN, never 0, to rules about a household whose members were not brought in', async () => {
    const household = (await app.people.householdOf((await person(0)).id)) as HouseholdView;
    expect(memberCount(household)).toBeUndefined();
    // Both holders are out of work and want it; a brother with a job may live there still.
    expect(zeroEmployment(household, ON, AGE).result).toBe('UNKNOWN');
    expect(severalHolders({ ...household, members: household.members.slice(1) }).result).toBe('UNKNOWN');
  });

  it('brings members in, with or without a certificate, and tells the match index of the holders', async () => {
    const feed = await database.dataSource.manager.count(MatchChange);
    const rows = [
      { 户号: 'H0', 姓名: '甲零', 身份证号: idNumber(0), 与户主关系: '户主', 就业状况: '未就业', 求职意愿: '是' },
      { 户号: 'H0', 姓名: '乙子', 身份证号: idNumber(700), 与户主关系: '儿子', 就业状况: '退休', 求职意愿: '' },
      { 户号: 'H0', 姓名: '丙三', 身份证号: idNumber(3), 与户主关系: '弟', 就业状况: '已就业', 求职意愿: '否' },
      { 户号: 'H999', 姓名: '丁无', 身份证号: idNumber(701), 与户主关系: '户主', 就业状况: '未就业', 求职意愿: '是' },
      { 户号: 'H1', 姓名: '戊', 身份证号: idNumber(700), 与户主关系: '其他', 就业状况: '失业', 求职意愿: '是' },
    ];
    const result = await bring('household-members', csvOf(rows, MEMBERS));
    expect(result).toMatchObject({ rows: 5, new: 3, wrong: 2 });
    expect(result.problems.map(({ row, code }) => [row, code])).toEqual([
      [5, 'UNKNOWN_PERSON'],
      [6, 'VALUE_NOT_IN_LIST'],
      [6, 'DUPLICATE_IN_FILE'],
    ]);
    const household = await app.people.householdOf((await person(0)).id);
    expect(household?.membersKnown).toBe(true);
    const seen = household?.members.map(({ relation, employmentStatus, isHolder }) => [
      relation,
      employmentStatus,
      isHolder,
    ]);
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['HEAD', 'UNEMPLOYED', true],
        ['SPOUSE', 'UNEMPLOYED', true],
        ['SON', 'RETIRED', false],
        // Linked by the ID number: what the roster of people says of a holder goes before.
        ['SIBLING', 'UNEMPLOYED', true],
      ]),
    );
    expect((await app.people.householdOf((await person(3)).id))?.number).toBe('H0');
    expect(memberCount(household as HouseholdView)).toBe(4);
    expect(zeroEmployment(household as HouseholdView, ON, AGE).result).toBe('YES');
    const other = (await app.people.householdOf((await person(2)).id)) as HouseholdView;
    expect([memberCount(other), zeroEmployment(other, ON, AGE).result]).toEqual([undefined, 'UNKNOWN']);
    expect(await database.dataSource.manager.count(MatchChange)).toBe(feed + 2);
    expect(await bring('household-members', csvOf(rows, MEMBERS))).toMatchObject({ new: 0, unchanged: 3, wrong: 2 });
  });

  it('keeps to the township of who imports: people and households of another look unknown', async () => {
    const elsewhere = { 户籍区划: '640324101000' };
    await bring('people', csvOf([personCells(40, { ...elsewhere, 户号: 'H40' }), personCells(41, { 户号: 'H41' })]));
    const member = (number: string, index: number) => ({
      户号: number,
      姓名: '己',
      身份证号: idNumber(index),
      与户主关系: '其他',
      就业状况: '未就业',
      求职意愿: '',
    });
    const rows = [member('H41', 720), member('H41', 40), member('H40', 721), member('H999', 722)];
    const township = { scope: { divisionScope: '640324100' } };
    const result = await bring('household-members', csvOf(rows, MEMBERS), township);
    expect(result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '身份证号', 'UNKNOWN_PERSON'],
      [4, '户号', 'UNKNOWN_PERSON'],
      [5, '户号', 'UNKNOWN_PERSON'],
    ]);
    const [, other, unknown] = result.problems;
    expect({ ...other, row: 0 }).toEqual({ ...unknown, row: 0 });
    expect(result).toMatchObject({ new: 1, wrong: 3 });
    const county = await bring('household-members', csvOf(rows, MEMBERS), { scope: { divisionScope: '640324' } });
    expect(county).toMatchObject({ new: 2, unchanged: 1, wrong: 1 });
  });

  it('brings assessments in; blank items stay unknown and 0 is a level', async () => {
    const rows: Record<string, string>[] = [
      {
        残疾人证号: `${idNumber(0)}43`,
        评估人: '王示例',
        评估日期: '2026-03-01',
        有效期至: '2027-02-28',
        搬举: '0',
        看: '4',
        辅具: '眼镜',
      },
      { 残疾人证号: `${idNumber(0)}43`, 评估人: '王示例', 评估日期: '2025-03-01', 搬举: '2' },
      { 身份证号: idNumber(1), 评估人: '王示例', 评估日期: '2026-03-01', 听: '5' },
      { 残疾人证号: `${idNumber(800)}43`, 评估人: '王示例', 评估日期: '2026-03-01', 听: '1' },
      { 残疾人证号: `${idNumber(2)}43`, 评估人: '王示例', 评估日期: '2026-03-01', 有效期至: '2026-02-01', 听: '1' },
      { 残疾人证号: `${idNumber(2)}43`, 评估人: '王示例', 评估日期: '2027-03-01', 听: '1' },
    ];
    const result = await bring('functional-profiles', csvOf(rows, PROFILE));
    expect(result).toMatchObject({ rows: 6, new: 2, wrong: 4 });
    expect(result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, '听', 'NUMBER_RANGE'],
      [5, '残疾人证号', 'UNKNOWN_PERSON'],
      [6, '有效期至', 'DATE_ORDER'],
      [7, '评估日期', 'DATE_ORDER'],
    ]);
    const { id } = await person(0);
    expect(await app.people.profileOf(id)).toMatchObject({
      assessedOn: '2026-03-01',
      levels: { LIFT: 0, SEE: 4 },
      ownAids: ['眼镜'],
    });
    const [facts] = await app.people.matchFacts({ ids: [id] });
    expect(facts?.profile).toEqual({
      assessedOn: '2026-03-01',
      validUntil: '2027-02-28',
      levels: { LIFT: 0, SEE: 4 },
      ownAids: ['眼镜'],
    });
    expect(await bring('functional-profiles', csvOf(rows, PROFILE))).toMatchObject({ new: 0, unchanged: 2 });
  });
});
