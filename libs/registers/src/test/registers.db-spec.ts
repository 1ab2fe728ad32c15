import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { RegisterEntry, RegisterReach } from '../index.js';
import { COUNTY, entities, KIND, NEXT, OTHER_TOWN, point, services, TOWN, viewer, VILLAGE, VILLAGES } from './setup.js';

const officer = viewer();
const first = 50;

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof services>;
  const save = (input: Parameters<typeof app.registers.save>[1], who: SignedIn = officer) =>
    app.registers.save(who, input);
  const idsOf = async (filter: object, who: SignedIn = officer) =>
    (await app.registers.list(who, KIND, filter, { first })).edges.map(({ node }) => node.id);
  const publicIds = async (filter: object = {}) =>
    (await app.registers.publicList(KIND, filter, { first })).edges.map(({ node }) => node.id);
  const fails = (work: Promise<unknown>, code: string, field?: string) =>
    expect(work).rejects.toMatchObject({ code, ...(field ? { field } : {}) });

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
  });
  afterAll(() => database.close());

  describe('an entry', () => {
    it('is written with its villages, its contact sealed and seen by who writes the register alone', async () => {
      const made = await save(point({ serves: [NEXT, VILLAGE, NEXT] }, { contactName: ['张示例'], access: ['RAMP'] }));
      expect(made).toMatchObject({
        state: 'OPEN',
        stateText: '开着',
        categoryText: '村社区',
        version: 1,
        phone: '0953-8012345',
      });
      // The village it lies in is not one it serves besides.
      expect(made.serves.map(({ code }) => code)).toEqual([NEXT]);
      const row = await database.dataSource.manager.findOneByOrFail(RegisterEntry, { id: made.id });
      expect(JSON.stringify(row)).not.toContain('张示例');
      const contact = (node: Awaited<ReturnType<typeof save>>) =>
        node.fields.find(({ key }) => key === 'contactName')?.text;
      expect(contact(made)).toBe('张示例');
      const auditor = viewer({ roles: ['AUDITOR'] });
      const seen = await app.registers.one(auditor, made.id);
      expect([contact(seen), seen.mayChange]).toEqual([undefined, false]);
      const shown = await app.registers.publicList(KIND, {}, { first });
      const mine = shown.edges.find(({ node }) => node.id === made.id)?.node;
      expect(mine?.fields.map(({ key }) => key)).toEqual(['level', 'address', 'hours', 'phone', 'services', 'access']);
      expect(JSON.stringify(shown)).not.toContain('张示例');
    });

    it('of a level lies where that level can lie, in the region of who writes it', async () => {
      await fails(save(point({ divisionCode: TOWN })), 'VALIDATION', 'divisionCode');
      await fails(save(point({ divisionCode: COUNTY }, { level: ['TOWN'] })), 'VALIDATION', 'divisionCode');
      await fails(
        save(point({ divisionCode: '360734100000' }, { level: ['TOWN'] })),
        'DIVISION_UNKNOWN',
        'divisionCode',
      );
      await fails(save(point({ divisionCode: undefined })), 'DIVISION_UNKNOWN', 'divisionCode');
      const town = viewer({ roles: ['VILLAGE_COMMISSIONER'], divisionCode: TOWN });
      expect((await save(point(), town)).divisionCode).toBe(VILLAGE);
      await fails(
        save(point({ divisionCode: OTHER_TOWN }, { level: ['TOWN'] }), town),
        'DIVISION_UNKNOWN',
        'divisionCode',
      );
      expect((await save(point({ divisionCode: COUNTY }, { level: ['AGENCY'] }))).divisionName).toBe('同心县');
    });

    it('is refused with the field that is wrong, and nothing is kept of it', async () => {
      const before = await database.dataSource.manager.count(RegisterEntry);
      await fails(save(point({ name: ' ' })), 'VALIDATION', 'name');
      await fails(save(point({ name: '找16100000001' })), 'VALIDATION', 'name');
      await fails(save(point({ openedOn: '2026-02-30' })), 'VALIDATION', 'openedOn');
      await fails(save(point({ openedOn: '2029-01-01' })), 'VALIDATION', 'openedOn');
      await fails(save(point({}, { phone: ['8012345'] })), 'VALIDATION', 'phone');
      await fails(save(point({}, { hours: ['打16100000001问'] })), 'VALIDATION', 'hours');
      await fails(save(point({ kind: 'BASES' })), 'NOT_FOUND');
      await fails(save(point({ kind: 'constructor' })), 'NOT_FOUND');
      // The entry was inserted before its villages were looked at: rolled back.
      await fails(save(point({ serves: [TOWN] })), 'DIVISION_UNKNOWN', 'serves');
      await fails(save(point({ serves: ['360734100001'] })), 'DIVISION_UNKNOWN', 'serves');
      expect(await database.dataSource.manager.count(RegisterEntry)).toBe(before);
    });

    it('is changed where something was written, and stays as it is elsewhere', async () => {
      const made = await save(point({ serves: [NEXT] }, { contactName: ['张示例'] }));
      const renamed = await save({ id: made.id, version: 1, name: '改了名的' });
      expect(renamed).toMatchObject({ name: '改了名的', version: 2, fields: made.fields, serves: made.serves });
      const bare = await save({ id: made.id, version: 2, serves: [] });
      expect(bare.serves).toEqual([]);
      expect(await database.dataSource.manager.countBy(RegisterReach, { entryId: made.id })).toBe(0);
      await fails(save({ id: made.id, version: 1, name: '旧页面' }), 'VERSION_CONFLICT');
      await fails(save({ id: made.id, name: '没有版本' }), 'VERSION_CONFLICT');
    });

    it('of another region looks as if it did not exist', async () => {
      const { id } = await save(point());
      const elsewhere = viewer({ divisionCode: '360734000000' });
      await fails(app.registers.one(elsewhere, id), 'NOT_FOUND');
      await fails(save({ id, version: 1, name: '外县' }, elsewhere), 'NOT_FOUND');
      await fails(app.registers.one(officer, '019a0000-0000-7000-8000-000000000001'), 'NOT_FOUND');
    });

    it('changed by two officers at once is changed once', async () => {
      const { id } = await save(point({ serves: [NEXT] }));
      const results = await Promise.allSettled(
        ['甲改', '乙改'].map((name, index) => save({ id, version: 1, name, serves: [VILLAGES[2 + index] as string] })),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const lost = results.find((result) => result.status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toMatchObject({ code: 'VERSION_CONFLICT' });
      const standing = await app.registers.one(officer, id);
      expect(standing.version).toBe(2);
      // What was written together stands together.
      expect(standing.serves.map(({ code }) => code)).toEqual([VILLAGES[standing.name === '甲改' ? 2 : 3]]);
    });

    it('of one name in one place is written once, by two officers at once and again later', async () => {
      const twin = point();
      const results = await Promise.allSettled([save(twin), save(twin)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = results.find((result) => result.status === 'rejected') as PromiseRejectedResult;
      expect(lost.reason).toMatchObject({ code: 'DUPLICATE', field: 'name' });
      await fails(save(twin), 'DUPLICATE', 'name');
      expect((await save({ ...twin, divisionCode: NEXT })).name).toBe(twin.name);
    });

    it('leaves a line in the audit trail for each change, with the reason of its end', async () => {
      const made = await save(point());
      await save({ id: made.id, version: 1, closedOn: '2026-11-01', closeReason: 'MOVED' });
      await save({ id: made.id, version: 2, reopen: true });
      const lines = await database.dataSource.manager.find(AuditEntry, {
        where: { targetKind: 'register-entry', targetId: made.id },
        order: { seq: 'ASC' },
      });
      expect(lines.map(({ reason }) => reason)).toEqual([null, '关闭：搬走了', '撤销关闭']);
      expect(lines[1]?.before).toBe(lines[0]?.after);
      expect(lines[2]?.after).toBe(lines[0]?.after);
    });
  });

  describe('a closing', () => {
    it('counts the last day as a day of service, and closes from the next', async () => {
      const made = await save(point());
      const closing = await save({ id: made.id, version: 1, closedOn: '2026-11-23', closeReason: 'MERGED' });
      expect(closing).toMatchObject({ state: 'OPEN', closedOn: '2026-11-23', closeReasonText: '并到别处了' });
      expect(await idsOf({ state: 'OPEN' })).toContain(made.id);
      expect(await publicIds()).toContain(made.id);
      app.clock.set('2026-11-24T00:00:00+08:00');
      expect(await app.registers.one(officer, made.id)).toMatchObject({ state: 'CLOSED' });
      expect(await idsOf({ state: 'CLOSED' })).toContain(made.id);
      expect(await idsOf({ state: 'OPEN' })).not.toContain(made.id);
      expect(await publicIds()).not.toContain(made.id);
      app.clock.set('2026-11-23T09:00:00+08:00');
    });

    it('wants a day within the time it was there, and a reason', async () => {
      const { id } = await save(point());
      await fails(save({ id, version: 1, closedOn: '2026-02-28', closeReason: 'MERGED' }), 'VALIDATION', 'closedOn');
      await fails(save({ id, version: 1, closedOn: '2026-13-01', closeReason: 'MERGED' }), 'VALIDATION', 'closedOn');
      await fails(save({ id, version: 1, closedOn: '2028-12-01', closeReason: 'MERGED' }), 'VALIDATION', 'closedOn');
      await fails(save({ id, version: 1, closedOn: '2026-11-01' }), 'VALIDATION', 'closeReason');
      await fails(save({ id, version: 1, closeReason: 'MERGED' }), 'VALIDATION', 'closedOn');
      await fails(save({ id, version: 1, reopen: true }), 'STATE_CONFLICT');
      const oneDay = await save({ id, version: 1, closedOn: '2026-03-01', closeReason: 'MISTAKE' });
      expect(oneDay.state).toBe('CLOSED');
    });

    it('ends changes, is taken back once, and makes room for another of the name', async () => {
      const made = await save(point({ serves: [NEXT] }));
      await save({ id: made.id, version: 1, closedOn: '2026-10-31', closeReason: 'ENDED' });
      await fails(save({ id: made.id, version: 2, name: '改名' }), 'STATE_CONFLICT');
      await fails(save(point({ name: made.name, openedOn: '2026-10-31' })), 'DUPLICATE', 'name');
      const back = await save({ id: made.id, version: 2, reopen: true, name: '不随它改' });
      expect(back).toMatchObject({ state: 'OPEN', closedOn: null, name: made.name, serves: made.serves });
      await fails(save({ id: made.id, version: 2, reopen: true }), 'STATE_CONFLICT');
      await save({ id: made.id, version: 3, closedOn: '2026-10-31', closeReason: 'ENDED' });
      const next = await save(point({ name: made.name, openedOn: '2026-11-01' }));
      expect(next.state).toBe('OPEN');
      await fails(save({ id: made.id, version: 4, reopen: true }), 'DUPLICATE', 'name');
    });

    it('by two officers at once closes once', async () => {
      const { id } = await save(point());
      const days = ['2026-11-01', '2026-11-02'];
      const results = await Promise.allSettled(
        days.map((closedOn) => save({ id, version: 1, closedOn, closeReason: 'MOVED' })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('a list', () => {
    it('comes by place, in pages, narrowed by town, level and state', async () => {
      const later = await save(point({ divisionCode: OTHER_TOWN, openedOn: '2027-01-01' }, { level: ['TOWN'] }));
      expect(later.state).toBe('PLANNED');
      expect(await idsOf({ divisionCode: OTHER_TOWN, state: 'PLANNED', category: 'TOWN' })).toEqual([later.id]);
      expect(await idsOf({ divisionCode: OTHER_TOWN, state: 'OPEN' })).toEqual([]);
      expect(await publicIds({ divisionCode: OTHER_TOWN })).toEqual([]);
      const all = await app.registers.list(officer, KIND, undefined, { first: 100 });
      const places = all.edges.map(({ node }) => node.divisionCode);
      expect(places).toEqual([...places].sort());
      const walked: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await app.registers.list(officer, KIND, undefined, { first: 3, ...(after ? { after } : {}) });
        expect(page.totalCount).toBe(all.totalCount);
        walked.push(...page.edges.map(({ node }) => node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor as string;
      }
      expect(walked).toEqual(all.edges.map(({ node }) => node.id));
      await fails(app.registers.list(officer, KIND, { divisionCode: '360734000000' }, { first }), 'DIVISION_UNKNOWN');
      await fails(app.registers.list(officer, KIND, {}, { first, after: 'x' }), 'CURSOR_INVALID');
    });

    it('for everybody gives what lies in a town or serves a village of it, and no other', async () => {
      const near = await save(point({ serves: ['640324101200'] }));
      const far = await save(point());
      const found = await publicIds({ divisionCode: OTHER_TOWN });
      expect(found).toContain(near.id);
      expect(found).not.toContain(far.id);
      await fails(app.registers.publicList(KIND, { divisionCode: '999999' }, { first }), 'DIVISION_UNKNOWN');
    });
  });

  it('a file holds what the viewer may see, and who took it stands in the audit trail', async () => {
    await save(point({ name: '=有公式的' }, { contactName: ['李示例'] }));
    const { name, text } = await app.files.file(officer, KIND, {});
    expect(name).toBe('就业服务点-2026-11-23.csv');
    expect(text).toContain('甲 2026-11-23 导出');
    expect(text).toContain('李示例');
    expect(text).toContain("'=有公式的");
    const seen = (await app.files.file(viewer({ roles: ['AUDITOR'] }), KIND, {})).text;
    expect(seen).not.toContain('联系人');
    expect(seen).not.toContain('李示例');
    const lines = await database.dataSource.manager.findBy(AuditEntry, { targetKind: 'register-file' });
    expect(lines.map(({ reason }) => /^就业服务点 \d+ 条$/.test(reason ?? ''))).toEqual([true, true]);
  });
});
