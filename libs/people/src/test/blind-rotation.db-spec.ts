import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { blindColumns, BlindIndexes, insertRows, requireIndexed } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { type CryptoKeys, type HashKey, IntlCryptoProvider, newId } from '@tongxing/platform';
import { Household, HouseholdMember, Person } from '../person.entity.js';
import { blindId, blindPhone, sealPerson } from '../person.secrets.js';
import { csvOf, entities, idNumber, personCells, services } from './setup.js';

const MEMBERS = ['户号', '姓名', '身份证号', '与户主关系', '就业状况', '求职意愿'];
const FIRST: CryptoKeys = { kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) };
const SECOND: HashKey = { kid: 'b2', key: Buffer.alloc(32, 3), with: 'hmacsha256' };
const THIRD: HashKey = { kid: 'b3', key: Buffer.alloc(32, 4), with: 'hmacsm3' };
/** A process by what it has read of the key file so far: the key before, both, the key after. */
const BEFORE = FIRST;
const BOTH: CryptoKeys = { ...FIRST, blindNext: SECOND };
const AFTER: CryptoKeys = { ...FIRST, blind: SECOND.key, blindKid: 'b2' };
const AGAIN: CryptoKeys = { ...AFTER, blindNext: THIRD };
const PEOPLE = 450;
/** The ID number of a head of household, where an office numbers households so. */
const TELLING = idNumber(4);

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let folder: string;
  const at = (keys: CryptoKeys) => services(database, new IntlCryptoProvider(keys));
  const indexesOf = (keys: CryptoKeys) =>
    new BlindIndexes(database.dataSource, database.unitOfWork, new IntlCryptoProvider(keys));
  let files = 0;
  const bring = async (keys: CryptoKeys, kind: string, text: string) => {
    const path = join(folder, `${(files += 1)}.csv`);
    writeFileSync(path, text);
    return (await at(keys).direct.importFile(kind, path, {})).result;
  };
  const rows = () => database.dataSource.manager.find(Person, { order: { id: 'ASC' } });
  const everybodyIsFound = async (keys: CryptoKeys, count = PEOPLE) => {
    const { people } = at(keys);
    const numbers = Array.from({ length: count }, (_, index) => idNumber(index));
    const found = await people.findByIdNumbers(numbers);
    expect(found.size).toBe(count);
    for (const number of [0, count - 1]) {
      const person = await people.findByIdNumber(idNumber(number));
      expect(person && people.secretsOf(person).idNumber).toBe(idNumber(number));
      expect((await people.byPhone(`138${String(number).padStart(8, '0')}`)).map(({ id }) => id)).toContain(person?.id);
    }
    expect((await people.findByCertificate('军字第001号'))?.id).toBe((await people.findByIdNumber(idNumber(6)))?.id);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongxing-blind-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    database = await engine.open();
    const people = Array.from({ length: PEOPLE }, (_, index) =>
      personCells(index, {
        ...(index === 4 || index === 5 ? { 户号: TELLING } : {}),
        ...(index === 6 ? { 残疾军人证号: '军字第001号' } : {}),
        ...(index === 7 ? { 联系电话: '' } : {}),
      }),
    );
    await bring(BEFORE, 'people', csvOf(people));
    const member = { 户号: TELLING, 姓名: '乙同住', 身份证号: idNumber(900), 与户主关系: '子女', 就业状况: '未就业' };
    await bring(BEFORE, 'household-members', csvOf([member], MEMBERS));
  });
  afterEach(() => database.close());

  describe('a blind-index key that is replaced', () => {
    it('fills the second column, whole and right, and then the first one can go', async () => {
      const indexes = indexesOf(BOTH);
      expect(indexes.names.sort()).toEqual([
        'household.numberBlind',
        'household_member.idBlind',
        'person.idBlind',
        'person.phoneBlind',
        'person.veteranBlind',
      ]);
      const { waiting } = await indexes.status();
      expect(waiting).toBe(PEOPLE * 2 + 3);
      await everybodyIsFound(BOTH);
      expect(await indexes.fill()).toEqual({ changed: waiting, unreadable: { count: 0, named: [] }, complete: true });
      expect(await indexes.status()).toMatchObject({ waiting: 0, leftover: 0 });
      for (const keys of [BEFORE, BOTH, AFTER]) await everybodyIsFound(keys);
      await expect(indexes.clear('b1')).rejects.toThrow('in use');
      const after = indexesOf(AFTER);
      expect((await after.status()).leftover).toBe(waiting);
      expect(await after.clear('b1')).toBe(waiting);
      expect(await after.status()).toMatchObject({ waiting: 0, leftover: 0 });
      // Also while a process has yet to see that the first key went.
      for (const keys of [BOTH, AFTER]) await everybodyIsFound(keys);
      const head = (await at(AFTER).people.findByIdNumber(TELLING)) as Person;
      const household = await database.dataSource.manager.findOneByOrFail(Household, {
        id: head.householdId as string,
      });
      expect([household.number, household.numberBlind]).toEqual([`B${household.id.replaceAll('-', '')}`, null]);
      const family = await at(AFTER).people.householdOf(head.id);
      expect(family?.members).toHaveLength(3);
      // The next one takes the column that is free now, by another algorithm.
      expect((await indexesOf(AGAIN).fill()).changed).toBe(waiting);
      await everybodyIsFound({ ...FIRST, blind: THIRD.key, blindKid: 'b3', blindWith: 'hmacsm3' });
    }, 120_000);

    it('a roster that comes again meets the same people, whatever the process knows and the rows hold', async () => {
      const people = Array.from({ length: 12 }, (_, index) =>
        personCells(index, {
          ...(index === 4 || index === 5 ? { 户号: TELLING } : {}),
          ...(index === 6 ? { 残疾军人证号: '军字第001号' } : {}),
          ...(index === 7 ? { 联系电话: '' } : {}),
        }),
      );
      const households = await database.dataSource.manager.count(Household);
      for (const keys of [BEFORE, BOTH])
        expect(await bring(keys, 'people', csvOf(people))).toMatchObject({ unchanged: 12 });
      let asked = 0;
      await indexesOf(BOTH).fill({ stop: () => (asked += 1) > 1 });
      for (const keys of [BEFORE, BOTH])
        expect(await bring(keys, 'people', csvOf(people))).toMatchObject({ unchanged: 12 });
      await indexesOf(BOTH).fill();
      for (const keys of [BEFORE, BOTH, AFTER])
        expect(await bring(keys, 'people', csvOf(people))).toMatchObject({ unchanged: 12 });
      expect(await database.dataSource.manager.count(Person)).toBe(PEOPLE);
      expect(await database.dataSource.manager.count(Household)).toBe(households);
    }, 120_000);

    it('one person stays one, with processes that know one key and both, and the work in between, all at once', async () => {
      const fresh = Array.from({ length: 40 }, (_, index) => PEOPLE + index);
      const crypto = { before: new IntlCryptoProvider(BEFORE), both: new IntlCryptoProvider(BOTH) };
      const first = (await rows())[0] as Person;
      /** As an import does that looked a moment ago, when nobody was there: only the keys of the table are left to stop it. */
      const insert = (provider: IntlCryptoProvider, index: number) => {
        const id = newId();
        const secrets = sealPerson(provider, id, {
          idNumber: idNumber(index),
          phone: `138${String(index).padStart(8, '0')}`,
        });
        const row = {
          ...first,
          id,
          secrets,
          ...blindColumns('phoneBlind', blindPhone(provider, `138${String(index).padStart(8, '0')}`)),
          ...blindColumns('veteranBlind', null),
        };
        return database.unitOfWork.run(() =>
          insertRows(database.unitOfWork.manager, Person, [
            { ...row, householdId: null, ...blindColumns('idBlind', blindId(provider, idNumber(index))) },
          ]),
        );
      };
      const filling = Promise.all([indexesOf(BOTH).fill(), indexesOf(BOTH).fill()]);
      const outcomes = await Promise.allSettled(
        [...fresh, ...Array.from({ length: 40 }, (_, index) => index * 7)].flatMap((index) => [
          insert(crypto.both, index),
          insert(crypto.before, index),
          insert(crypto.both, index),
        ]),
      );
      await filling;
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(fresh.length);
      // What a process that lags behind wrote in the meantime is found by its first key, and filled by the next run.
      await indexesOf(BOTH).fill();
      expect((await indexesOf(BOTH).status()).waiting).toBe(0);
      await everybodyIsFound(AFTER, PEOPLE + fresh.length);
      expect(await database.dataSource.manager.count(Person)).toBe(PEOPLE + fresh.length);
      for (const keys of [BOTH, AFTER])
        for (const index of [0, PEOPLE])
          await expect(insert(new IntlCryptoProvider(keys), index)).rejects.toMatchObject({ name: 'QueryFailedError' });
    }, 120_000);

    it('stopped ten times it loses none and does none twice', async () => {
      const { waiting } = await indexesOf(BOTH).status();
      let changed = 0;
      for (let stops = 0; stops < 10; stops += 1) {
        let asked = 0;
        const outcome = await indexesOf(BOTH).fill({ stop: () => (asked += 1) > 1 });
        changed += outcome.changed;
      }
      changed += (await indexesOf(BOTH).fill()).changed;
      expect(changed).toBe(waiting);
      await everybodyIsFound(AFTER);
    }, 120_000);

    it('a phone that changes meanwhile is found by the new number under both keys, never by the old one', async () => {
      const indexes = indexesOf(BOTH);
      const change = (keys: CryptoKeys, phone: string) =>
        bring(keys, 'people', csvOf([personCells(9, { 联系电话: phone })]));
      await change(BEFORE, '13911110001');
      await indexes.fill();
      await change(BEFORE, '13911110002');
      expect((await indexes.status()).waiting).toBeGreaterThan(0);
      await indexes.fill();
      await change(BOTH, '13911110003');
      expect((await indexes.status()).waiting).toBe(0);
      for (const keys of [BEFORE, BOTH, AFTER]) {
        expect(await at(keys).people.byPhone('13911110003')).toHaveLength(1);
        for (const old of ['13911110001', '13911110002']) expect(await at(keys).people.byPhone(old)).toHaveLength(0);
      }
    }, 120_000);

    it('names what cannot be computed, does the rest, and keeps a start from going on without it', async () => {
      const { manager } = database.dataSource;
      const [broken, moved] = (await rows()) as [Person, Person];
      await database.unitOfWork.run(async () => {
        await database.unitOfWork.manager.update(Person, { id: broken.id }, { secrets: moved.secrets });
      });
      const outcome = await indexesOf(BOTH).fill();
      expect(outcome.unreadable).toEqual({
        count: 2,
        named: [`person.idBlind ${broken.id}`, `person.phoneBlind ${broken.id}`],
      });
      expect((await indexesOf(BOTH).status()).waiting).toBe(2);
      expect((await indexesOf(AFTER).behind()).sort()).toEqual(['person.idBlind', 'person.phoneBlind']);
      await expect(requireIndexed(indexesOf(AFTER))).rejects.toMatchObject({ code: 'KEYS_BEHIND' });
      await expect(requireIndexed(indexesOf(BOTH))).resolves.toBeUndefined();
      const members = await manager.find(HouseholdMember);
      expect(members.map(({ idBlind2 }) => idBlind2)).not.toContain(null);
      // The column of the key that went keeps what is not in the other one.
      await indexesOf(AFTER).clear('b1');
      expect((await manager.findOneByOrFail(Person, { id: broken.id })).idBlind).toBe(broken.idBlind);
    }, 120_000);
  });
});
