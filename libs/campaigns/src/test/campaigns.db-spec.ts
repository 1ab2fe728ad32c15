import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { guardedUpdate } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { CaseAssignment, Visit } from '../index.js';
import { isPinyin, soundsLike } from '../case-names.js';
import { entities, services, TOWN, VILLAGE, visit } from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof services>;

  beforeAll(async () => {
    database = await engine.open();
    app = services(database);
  });
  afterAll(() => database.close());
  beforeEach(() => app.clock.set('2026-11-23T09:00:00+08:00'));

  /** One counsellor with one person. */
  const pair = async (dueOn: string | null = '2026-11-25') => {
    const [who, personId] = [await app.counsellor(), await app.person()];
    await app.assign(who, [personId], [dueOn]);
    return { who, personId };
  };
  const assignmentOf = (personId: string) =>
    database.dataSource.manager.findOneByOrFail(CaseAssignment, { personId, live: 1 });

  describe('a visit', () => {
    it('sent twice with one id is one visit', async () => {
      const { who, personId } = await pair();
      const input = visit(personId, { needs: ['岗位', '培训'], note: '想做面点', nextStep: '介绍培训班' });
      const first = await app.visits.record(who, input);
      const again = await app.visits.record(who, { ...input, id: input.id.toUpperCase(), needs: ['培训', '岗位'] });
      expect(again).toEqual(first);
      expect(first).toMatchObject({
        id: input.id,
        note: '想做面点',
        nextStep: '介绍培训班',
        recordedBy: who.displayName,
      });
      expect(await database.dataSource.manager.countBy(Visit, { personId })).toBe(1);
    });

    it('sent several times at once is one visit', async () => {
      const { who, personId } = await pair();
      const input = visit(personId);
      const together = await Promise.all([1, 2, 3, 4].map(() => app.visits.record(who, input)));
      expect(new Set(together.map((row) => row.id))).toEqual(new Set([input.id]));
      expect(await database.dataSource.manager.countBy(Visit, { personId })).toBe(1);
    });

    it.each([
      ['another note', { note: '别的话' }],
      ['another day', { visitedOn: '2026-11-22' }],
      ['another answer', { wantsWork: false }],
      ['another next day', { nextOn: '2026-12-01' }],
    ])('with the same id and %s is refused', async (_, change) => {
      const { who, personId } = await pair();
      const input = visit(personId, { note: '原来的话' });
      await app.visits.record(who, input);
      const other = app.visits.record(who, { ...input, ...change });
      await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    });

    it('with the id of somebody else’s visit is refused and says nothing of it', async () => {
      const [one, two] = [await pair(), await pair()];
      const input = visit(one.personId, { note: '秘密' });
      await app.visits.record(one.who, input);
      const stolen = app.visits.record(two.who, visit(two.personId, { id: input.id }));
      await expect(stolen).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      await expect(stolen).rejects.not.toThrow('秘密');
    });

    it('with the very words of another counsellor’s visit is not handed over', async () => {
      const { who, personId } = await pair();
      const input = visit(personId, { met: 'NOBODY' });
      await app.visits.record(who, input);
      const other = await app.counsellor();
      await expect(app.visits.record(other, input)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    });

    it('is of today or earlier', async () => {
      const { who, personId } = await pair();
      const on = (visitedOn: string) => app.visits.record(who, visit(personId, { visitedOn }));
      await expect(on('2026-11-24')).rejects.toMatchObject({ code: 'VALIDATION', field: 'visitedOn' });
      await expect(on('2026-02-30')).rejects.toMatchObject({ code: 'VALIDATION', field: 'visitedOn' });
      expect(await on('2026-11-23')).toMatchObject({ visitedOn: '2026-11-23' });
      app.clock.set('2026-11-23T23:59:59+08:00');
      await expect(on('2026-11-24')).rejects.toMatchObject({ code: 'VALIDATION' });
      app.clock.set('2026-11-24T00:00:00+08:00');
      expect(await on('2026-11-24')).toMatchObject({ visitedOn: '2026-11-24' });
    });

    it('names a next day after itself and within two years', async () => {
      const { who, personId } = await pair();
      const next = (nextOn: string) => app.visits.record(who, visit(personId, { nextOn }));
      for (const wrong of ['2026-11-23', '2026-11-31', '2028-11-24'])
        await expect(next(wrong)).rejects.toMatchObject({ code: 'VALIDATION', field: 'nextOn' });
      expect(await next('2026-11-24')).toMatchObject({ nextOn: '2026-11-24' });
      expect(await next('2028-11-23')).toMatchObject({ nextOn: '2028-11-23' });
    });

    it('keeps its free words sealed in the table', async () => {
      const { who, personId } = await pair();
      await app.visits.record(who, visit(personId, { note: '家里有事', nextStep: '找王主任' }));
      const stored = JSON.stringify(await database.dataSource.manager.findBy(Visit, { personId }));
      expect(stored).not.toMatch(/家里有事|王主任/);
    });

    it('to somebody outside the caseload is not found', async () => {
      const [one, two] = [await pair(), await pair()];
      const foreign = app.visits.record(one.who, visit(two.personId));
      await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(app.visits.record(one.who, visit(newId()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('made before the person went to another caseload is still taken, and shown to the new owner', async () => {
      const { who, personId } = await pair();
      const next = await app.counsellor();
      const { id } = await assignmentOf(personId);
      await database.unitOfWork.run(() =>
        guardedUpdate(
          database.unitOfWork.manager,
          CaseAssignment,
          { id, live: 1 },
          { live: null, endedOn: '2026-11-20' as never },
        ),
      );
      await app.assign(next, [personId]);
      await app.visits.record(who, visit(personId, { visitedOn: '2026-11-20', note: '离开前' }));
      const late = app.visits.record(who, visit(personId, { visitedOn: '2026-11-21' }));
      await expect(late).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await app.cases.personCase(next, personId)).visits).toMatchObject([
        { note: '离开前', recordedBy: who.displayName },
      ]);
    });

    it('sets when the person is to be seen next; one uploaded late does not', async () => {
      const { who, personId } = await pair();
      await app.visits.record(who, visit(personId, { visitedOn: '2026-11-20', nextOn: '2026-12-01' }));
      expect(await assignmentOf(personId)).toMatchObject({
        dueOn: '2026-12-01',
        lastVisitOn: '2026-11-20',
        reason: 'FOLLOW_UP',
      });
      await app.visits.record(who, visit(personId, { visitedOn: '2026-11-10', met: 'NOBODY' }));
      expect(await assignmentOf(personId)).toMatchObject({ dueOn: '2026-12-01', lastVisitOn: '2026-11-20' });
      await app.visits.record(who, visit(personId, { met: 'NOBODY' }));
      expect(await assignmentOf(personId)).toMatchObject({ dueOn: null, lastVisitOn: '2026-11-23', reason: 'NOT_MET' });
    });
  });

  describe('a file', () => {
    it('shows what the newest visit found, else what the roster says', async () => {
      const { who, personId } = await pair();
      expect(await app.cases.personCase(who, personId)).toMatchObject({
        personId,
        name: '马小兰',
        maskedCertificate: '6403****************',
        birthYear: 1990,
        employment: '未就业',
        wantsWork: null,
        skills: ['种植'],
        visits: [],
        reason: '新分来的，还没走访',
      });
      await app.visits.record(
        who,
        visit(personId, { visitedOn: '2026-11-21', situation: 'FLEXIBLE', wantsWork: true }),
      );
      await app.visits.record(who, visit(personId, { visitedOn: '2026-11-22', met: 'FAMILY' }));
      const file = await app.cases.personCase(who, personId);
      expect(file).toMatchObject({ employment: '灵活就业', wantsWork: true });
      expect(file.visits.map((row) => row.visitedOn)).toEqual(['2026-11-22', '2026-11-21']);
    });

    it('shows the person’s own applications for posts, newest first', async () => {
      const [{ who, personId }, other] = [await pair(), await pair()];
      const first = await app.application(personId, '包装工', 'INTERVIEW');
      const second = await app.application(personId, '保洁员', 'APPLIED');
      await app.application(other.personId, '门卫', 'APPLIED');
      expect((await app.cases.personCase(who, personId)).applications).toEqual([
        { id: second, post: { title: '保洁员' }, stateText: '已提交' },
        { id: first, post: { title: '包装工' }, stateText: '等面试' },
      ]);
    });

    it('of another counsellor’s person is not found, nor one outside the region', async () => {
      const { personId } = await pair();
      const stranger = await app.counsellor();
      await expect(app.cases.personCase(stranger, personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const mine = await pair();
      const moved = { ...mine.who, divisionCode: '360734000000' };
      await expect(app.cases.personCase(moved, mine.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await app.cases.page(moved, { first: 10 })).totalCount).toBe(0);
    });
  });

  describe('a caseload', () => {
    const list = async (who: Parameters<typeof app.cases.page>[0], first = 50, text?: string) => {
      const ids: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await app.cases.page(who, { first, ...(after === undefined ? {} : { after }) }, text);
        ids.push(...page.edges.map((edge) => edge.node.personId));
        if (!page.pageInfo.hasNextPage) return { ids, total: page.totalCount };
        after = String(page.pageInfo.endCursor);
      }
    };

    it('is ordered by due day, those without one last, however the pages are cut', async () => {
      const who = await app.counsellor();
      const days = [null, '2026-12-01', '2026-11-20', '2026-11-23', null, '2026-11-20', '2026-12-31'];
      const people: string[] = [];
      for (const _ of days) people.push(await app.person());
      await app.assign(who, people, days);
      const expected = [2, 5, 3, 1, 6, 0, 4].map((index) => people[index]);
      for (const first of [1, 2, 3, 7, 100])
        expect(await list(who, first)).toEqual({ ids: expected, total: days.length });
    });

    it('says who is overdue from the day after the due day', async () => {
      const { who } = await pair('2026-11-23');
      const overdue = async () => (await app.cases.page(who, { first: 1 })).edges[0]?.node.overdue;
      expect(await overdue()).toBe(false);
      app.clock.set('2026-11-24T00:00:00+08:00');
      expect(await overdue()).toBe(true);
    });

    it('holds the viewer’s own people only, and nobody who has died', async () => {
      const [one, two] = [await pair(), await pair()];
      const gone = await app.person({ state: 'DECEASED' });
      await app.assign(one.who, [gone]);
      expect((await list(one.who)).ids).toEqual([one.personId]);
      expect((await list(two.who)).ids).toEqual([two.personId]);
    });

    it('is searched by name, pinyin, first letters and place, taking wild cards literally (bad input 63)', async () => {
      const who = await app.counsellor();
      const [lan, dan, xin] = [
        await app.person(),
        await app.person({ name: '单于飞', divisionCode: TOWN }),
        await app.person({ name: '辛100%_a' }),
      ];
      await app.assign(who, [lan, dan, xin]);
      const found = async (text: string) => (await list(who, 50, text)).ids;
      expect(await found('小兰')).toEqual([lan]);
      expect(await found('maxiao')).toEqual([lan]);
      expect(await found('MXL')).toEqual([lan]);
      expect(await found('ma xiao lan')).toEqual([lan]);
      expect(await found('%_')).toEqual([xin]);
      expect(await found('豫海镇')).toHaveLength(3);
      const village = (await app.cases.page(who, { first: 1 }, '小兰')).edges[0]?.node.divisionName as string;
      expect(village).toMatch(/^豫海镇.+/);
      expect(await found(village)).toEqual([lan, xin]);
      expect(await found('  ')).toHaveLength(3);
      expect(await found('没有这个人')).toEqual([]);
      expect(await found('zzz')).toEqual([]);
      const other = await app.counsellor();
      expect((await list(other, 50, '小兰')).ids).toEqual([]);
    });

    it('refuses a cursor that was changed', async () => {
      const { who } = await pair();
      await expect(app.cases.page(who, { first: 1, after: 'bad' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });
  });

  describe('assigning', () => {
    it('leaves somebody who is in a caseload where he is', async () => {
      const { personId } = await pair();
      const other = await app.counsellor();
      const fresh = await app.person();
      expect(await app.assign(other, [personId, fresh, fresh])).toBe(1);
      await expect(app.cases.personCase(other, personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('wants a counsellor’s account, and people of his region; else nobody is assigned', async () => {
      const [officer, elsewhere, who] = [
        await app.counsellor({ roles: ['OFFICER'] }),
        await app.counsellor({ divisionCode: '360734000000' }),
        await app.counsellor(),
      ];
      const [near, far] = [await app.person(), await app.person({ divisionCode: '360734100000' })];
      for (const [to, field] of [
        [officer, 'counsellorId'],
        [elsewhere, 'personIds'],
      ] as const)
        await expect(app.assign(to, [near])).rejects.toMatchObject({ code: 'VALIDATION', field });
      await expect(app.assign(who, [near, far])).rejects.toMatchObject({ code: 'VALIDATION' });
      expect(await database.dataSource.manager.countBy(CaseAssignment, { personId: near })).toBe(0);
    });

    it('of the demonstration is shared out once, some of it due already, in demo mode only', async () => {
      const own = await engine.open();
      const demo = services(own);
      const people: string[] = [];
      for (let index = 0; index < 20; index += 1) people.push(await demo.person());
      const input = { divisionCode: '640324000000', personIds: people };
      await expect(demo.demo.assign(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await demo.counsellor();
      const [one, two] = [await demo.counsellor({ demo: true }), await demo.counsellor({ demo: true })];
      expect(await demo.demo.assign(input)).toBe(20);
      expect(await demo.demo.assign(input)).toBe(0);
      for (const who of [one, two]) {
        const { totalCount, edges } = await demo.cases.page(who, { first: 50 });
        expect(totalCount).toBe(10);
        expect(edges.filter((edge) => edge.node.overdue)).toHaveLength(3);
      }
      await expect(services(own, false).demo.assign(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await own.close();
    });
  });
});

describe('finding a name by its sound', () => {
  it('knows the reading of a surname', () => {
    expect(soundsLike('单小兰', 'shanxiao')).toBe(true);
    expect(soundsLike('单小兰', 'danxiao')).toBe(false);
    expect(soundsLike('吕明', 'lvm')).toBe(true);
    expect(soundsLike('吕明', 'lüm')).toBe(true);
    expect(soundsLike('马小兰', 'xiaolan')).toBe(false);
    expect([isPinyin('ma'), isPinyin('马'), isPinyin('m1')]).toEqual([true, false, false]);
  });

  it('puts every village name behind its town', () => expect(VILLAGE.startsWith(TOWN.slice(0, 9))).toBe(true));
});
