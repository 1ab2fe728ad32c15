import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FunctionalProfile, HouseholdMember, Person } from '../person.entity.js';
import { csvOf, entities, idNumber, personCells, services } from './setup.js';

const MEMBERS = ['户号', '姓名', '身份证号', '与户主关系', '就业状况', '求职意愿'];
const PROFILE = ['残疾人证号', '身份证号', '评估人', '评估日期', '有效期至', '搬举', '看', '听', '辅具'];

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  let app: ReturnType<typeof services>;
  const bring = async (kind: string, text: string) => {
    const path = join(folder, 'file.csv');
    writeFileSync(path, text);
    return (await app.direct.importFile(kind, path, {})).result;
  };
  const line = (over: Record<string, string> = {}) =>
    csvOf(
      [
        {
          户号: 'H0',
          姓名: '乙子',
          身份证号: idNumber(700),
          与户主关系: '儿子',
          就业状况: '未就业',
          求职意愿: '是',
          ...over,
        },
      ],
      MEMBERS,
    );
  const record = (id: string) => database.unitOfWork.manager.findOneByOrFail(Person, { id });
  let id: string;

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
    folder = mkdtempSync(join(tmpdir(), 'tongxing-members-'));
    await bring('people', csvOf([personCells(0)]));
    await bring('household-members', line());
    const { manager } = database.unitOfWork;
    const holder = (await app.people.findByIdNumber(idNumber(0))) as Person;
    const [member] = await manager.findBy(HouseholdMember, { householdId: holder.householdId as string });
    id = await database.unitOfWork.run(() => app.people.enterMember(member as HouseholdMember, holder, new Date()));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a record of a member is no certificate holder to anybody who asks for one', async () => {
    expect(await app.people.findByIdNumber(idNumber(700))).toBeNull();
    expect((await app.people.findByIdNumbers([idNumber(0), idNumber(700)])).has(idNumber(700))).toBe(false);
    expect(await app.people.findByCertificate(`${idNumber(700)}43`)).toBeNull();
    expect(await app.people.idsInRegion('')).not.toContain(id);
    expect((await app.people.matchFacts({ ids: [id] })).length).toBe(0);
    expect(await app.people.memberIds('640324')).toEqual([id]);
    expect(await app.people.memberIds('360734')).toEqual([]);
    const born = { from: '1900-01-01', to: '2030-01-01' } as never;
    const counted = await app.people.countByDivision('640324', { MALE: born, FEMALE: born });
    expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(1);
    // The office finds the record, so that the member can ask for a copy or for deletion.
    expect((await app.people.findByNumber(idNumber(700)))?.id).toBe(id);
  });

  it('a new list of members tells the record who works and who wants to', async () => {
    await bring('household-members', line({ 就业状况: '已就业', 求职意愿: '否' }));
    expect(await record(id)).toMatchObject({ employmentStatus: 'EMPLOYED', wantsWork: false, state: 'MEMBER' });
    await bring('household-members', line());
    expect(await record(id)).toMatchObject({ employmentStatus: 'UNEMPLOYED', wantsWork: true });
  });

  it('is assessed like anybody', async () => {
    const assessed = csvOf([{ 身份证号: idNumber(700), 评估人: '王示例', 评估日期: '2026-03-01', 看: '4' }], PROFILE);
    expect(await bring('functional-profiles', assessed)).toMatchObject({ new: 1, wrong: 0 });
    expect(await database.unitOfWork.manager.countBy(FunctionalProfile, { personId: id })).toBe(1);
  });

  it('the roster of people makes a holder of a member who has a certificate by now, and a list of members no member of a holder', async () => {
    expect(await bring('people', csvOf([personCells(700, { 户号: 'H0' })]))).toMatchObject({ changed: 1, new: 0 });
    expect(await record(id)).toMatchObject({ state: 'ACTIVE' });
    expect((await app.people.findByIdNumber(idNumber(700)))?.id).toBe(id);
    expect(await app.people.memberIds('')).toEqual([]);
    await bring('household-members', line({ 就业状况: '退休' }));
    expect(await record(id)).toMatchObject({ state: 'ACTIVE', employmentStatus: 'UNEMPLOYED' });
  });
});
