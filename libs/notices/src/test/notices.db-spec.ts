import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId, sha256Hex } from '@tongxing/platform';
import { Not } from 'typeorm';
import { NoticeLine, Objection, PublicNotice } from '../index.js';
import { entities, line, notice, noticeDays, officer, services } from './setup.js';

eachEngine(entities, (engine) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof services>>;

  beforeAll(async () => {
    database = await engine.open();
    app = await services(database);
  });
  afterAll(() => database.close());
  beforeEach(() => {
    app.on('2026-11-23');
    app.told.closed.length = 0;
    app.told.released.length = 0;
    app.told.upheld.length = 0;
    app.told.withdrawn.length = 0;
    app.told.asked.length = 0;
    app.told.fail = false;
  });

  const object = (noticeId: string, over: { lineId?: string; text?: string; key?: string; contact?: string } = {}) =>
    app.objections.lodge({
      noticeId,
      lineId: over.lineId ?? null,
      text: over.text ?? '这个人没有参加培训',
      contact: over.contact ?? null,
      idempotencyKey: over.key ?? newId(),
    });
  const linesOf = (noticeId: string) =>
    database.dataSource.manager.find(NoticeLine, { where: { noticeId }, order: { serial: 'ASC' } });

  describe('publishing', () => {
    it('counts working days from the day after publication, over a weekend', async () => {
      const row = await app.publish();
      expect(row).toMatchObject({
        state: 'PUBLISHED',
        startsOn: '2026-11-23',
        endsOn: '2026-11-30',
        withdrawOn: '2026-12-01',
        days: 5,
        daysUnit: 'WORKING_DAYS',
        daysSource: '演示参数',
        lineCount: 1,
        totalFen: 80_000,
      });
      expect(row.proof).toMatchObject({ passed: true, lines: 1, findings: [] });
      expect(row.textHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('counts over National Day, and a worked Saturday as a working day', async () => {
      app.on('2026-09-28');
      expect(await app.publish()).toMatchObject({ startsOn: '2026-09-28', endsOn: '2026-10-10' });
    });

    it('refuses a period that runs into a year whose holidays are not known', async () => {
      app.on('2026-12-24');
      expect(await app.publish()).toMatchObject({ endsOn: '2026-12-31' });
      app.on('2026-12-25');
      await expect(app.publish()).rejects.toMatchObject({ code: 'LAW_UNKNOWN', subject: 'calendar' });
    });

    it('refuses where the place has no number of days, naming the parameter', async () => {
      const elsewhere = app.publish({ divisionCode: '360734000000' });
      await expect(elsewhere).rejects.toMatchObject({ code: 'LAW_UNKNOWN', subject: 'notice.days' });
    });

    it('takes days of the calendar where the act says so: the reward stands seven', async () => {
      expect(await app.publish({ qualifier: 'REWARD' })).toMatchObject({ endsOn: '2026-11-30', daysUnit: 'DAYS' });
    });

    it('belongs inside the unit of work of the feature, and is undone with it', async () => {
      await expect((async () => app.notices.publish(notice()))()).rejects.toThrow('inside a unit of work');
      const before = await database.dataSource.manager.count(PublicNotice);
      const failing = database.unitOfWork.run(async () => {
        await app.notices.publish(notice());
        throw new Error('something later failed');
      });
      await expect(failing).rejects.toThrow('something later');
      expect(await database.dataSource.manager.count(PublicNotice)).toBe(before);
    });

    it('leaves nothing behind when the prover finds a whole name', async () => {
      const before = await database.dataSource.manager.count(PublicNotice);
      const unmasked = app.publish({ lines: [line(), line({ maskedName: '马小兰' })] });
      await expect(unmasked).rejects.toMatchObject({ code: 'VALIDATION', field: 'lines.1.maskedName' });
      await expect(unmasked).rejects.not.toThrow('马小兰');
      expect(await database.dataSource.manager.count(PublicNotice)).toBe(before);
    });

    it('refuses an empty list, the same subject twice and an unregistered kind', async () => {
      await expect(app.publish({ lines: [] })).rejects.toMatchObject({ code: 'VALIDATION', field: 'lines' });
      const twice = line();
      await expect(app.publish({ lines: [twice, twice] })).rejects.toThrow();
      await expect(app.publish({ kind: 'NOBODY' })).rejects.toThrow('NOBODY');
    });
  });

  describe('closing', () => {
    it('is refused on the last day and allowed on the next (bad input 77)', async () => {
      const { id, endsOn } = await app.publish();
      app.on(endsOn);
      await expect(app.notices.close(id)).rejects.toMatchObject({ code: 'NOTICE_OPEN' });
      app.clock.set(`${endsOn}T23:59:59.999+08:00`);
      await expect(app.notices.close(id)).rejects.toMatchObject({ code: 'NOTICE_OPEN' });
      app.clock.set('2026-12-01T00:00:00+08:00');
      expect(await app.notices.close(id, officer.id)).toMatchObject({ state: 'CLOSED', closedBy: officer.id });
      expect(app.told.closed).toHaveLength(1);
    });

    it('twice is once', async () => {
      const { id } = await app.publish();
      app.on('2026-12-01');
      const [first, second] = [await app.notices.close(id), await app.notices.close(id)];
      expect(second).toEqual(first);
      expect(app.told.closed).toHaveLength(1);
      await expect(app.notices.close(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('at the same moment is once', async () => {
      const { id } = await app.publish();
      app.on('2026-12-01');
      const results = await Promise.allSettled([1, 2, 3, 4].map(() => app.notices.close(id)));
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'STATE_CONFLICT' });
      expect(results.some((result) => result.status === 'fulfilled')).toBe(true);
      expect(app.told.closed).toHaveLength(1);
    });

    it('tells the feature inside the same unit: when the feature fails the notice stays open', async () => {
      const { id } = await app.publish();
      app.on('2026-12-01');
      app.told.fail = true;
      await expect(app.notices.close(id)).rejects.toThrow('the feature failed');
      expect(await database.dataSource.manager.findOneBy(PublicNotice, { id })).toMatchObject({ state: 'PUBLISHED' });
    });
  });

  describe('an objection', () => {
    it('holds its line only', async () => {
      const [a, b, c] = [line(), line({ maskedName: '李*' }), line({ maskedName: '马*花' })];
      const { id } = await app.publish({ lines: [a, b, c] });
      const [, second] = await linesOf(id);
      await object(id, { lineId: String(second?.id) });
      app.on('2026-12-01');
      await app.notices.close(id);
      expect(app.told.closed).toEqual([[id, [a.subjectId, c.subjectId], [b.subjectId]]]);
      expect((await linesOf(id)).map((row) => row.outcome)).toEqual(['PASSED', 'HELD', 'PASSED']);
    });

    it('is taken on the last day and refused on the next', async () => {
      const { id, endsOn } = await app.publish();
      app.clock.set(`${endsOn}T23:59:59+08:00`);
      expect(await object(id)).toMatchObject({ state: 'OPEN', answerBy: '2026-12-07' });
      app.on('2026-12-01');
      await expect(object(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('sent twice is one; other words under the same key are refused', async () => {
      const { id } = await app.publish();
      const key = newId();
      const [first, second] = [await object(id, { key }), await object(id, { key })];
      expect(second.id).toBe(first.id);
      await expect(object(id, { key, text: '别的话' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      const third = newId();
      const together = await Promise.all([1, 2, 3].map(() => object(id, { key: third })));
      expect(new Set(together.map((row) => row.id)).size).toBe(1);
      expect(await database.dataSource.manager.countBy(Objection, { noticeId: id })).toBe(2);
      expect((await database.dataSource.manager.findOneByOrFail(PublicNotice, { id })).objections).toBe(2);
    });

    it('is about a line of this notice, or of none', async () => {
      const [{ id }, other] = [await app.publish(), await app.publish()];
      const [foreign] = await linesOf(other.id);
      await expect(object(id, { lineId: String(foreign?.id) })).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'lineId',
      });
      await expect(object(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('keeps text and contact sealed in the table', async () => {
      const { id } = await app.publish();
      await object(id, { text: '他叫马小兰', contact: '13800138000' });
      const stored = JSON.stringify(await database.dataSource.manager.findBy(Objection, { noticeId: id }));
      expect(stored).not.toMatch(/马小兰|13800138000/);
      expect(await app.objections.ofNotice(officer, id)).toMatchObject([
        { text: '他叫马小兰', contact: '13800138000', serial: null, state: 'OPEN' },
      ]);
      const stranger = { ...officer, divisionCode: '360734000000' };
      await expect(app.objections.ofNotice(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('against the whole notice keeps it from closing until it is decided (bad input 77)', async () => {
      const { id } = await app.publish();
      const { id: objectionId } = await object(id);
      app.on('2026-12-01');
      await expect(app.notices.close(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await app.objections.decide(officer, {
        id: objectionId,
        outcome: 'DISMISSED',
        reason: '名单无误',
        idempotencyKey: newId(),
      });
      expect(await app.notices.close(id)).toMatchObject({ state: 'CLOSED' });
    });

    it('dismissed before the end lets the line pass; dismissed after it releases the line once the last one is', async () => {
      const [a, b] = [line(), line()];
      const { id } = await app.publish({ lines: [a, b] });
      const [first, second] = await linesOf(id);
      const early = await object(id, { lineId: String(first?.id) });
      const [one, two] = [
        await object(id, { lineId: String(second?.id) }),
        await object(id, { lineId: String(second?.id), text: '我也有意见' }),
      ];
      const dismiss = (objectionId: string) =>
        app.objections.decide(officer, {
          id: objectionId,
          outcome: 'DISMISSED',
          reason: '查无此事',
          idempotencyKey: newId(),
        });
      await dismiss(early.id);
      expect(app.told.released).toEqual([]);
      app.on('2026-12-01');
      await app.notices.close(id);
      expect(app.told.closed).toEqual([[id, [a.subjectId], [b.subjectId]]]);
      await dismiss(one.id);
      expect(app.told.released).toEqual([]);
      expect(await dismiss(two.id)).toMatchObject({ state: 'DISMISSED', reason: '查无此事', serial: 2 });
      expect(app.told.released).toEqual([b.subjectId]);
      await expect(dismiss(two.id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('upheld tells the feature, and the line never passes', async () => {
      const [a, b] = [line(), line()];
      const { id } = await app.publish({ lines: [a, b] });
      const [first] = await linesOf(id);
      const { id: objectionId } = await object(id, { lineId: String(first?.id) });
      await app.objections.decide(officer, {
        id: objectionId,
        outcome: 'UPHELD',
        reason: '查实',
        idempotencyKey: newId(),
      });
      expect(app.told.upheld).toEqual([a.subjectId]);
      app.on('2026-12-01');
      await app.notices.close(id);
      expect(app.told.closed).toEqual([[id, [b.subjectId], [a.subjectId]]]);
    });

    it('is decided once per key: the same content gets the same reply, other content is refused', async () => {
      const [a, b] = [line(), line()];
      const { id } = await app.publish({ lines: [a, b] });
      const [first] = await linesOf(id);
      const { id: objectionId } = await object(id, { lineId: String(first?.id) });
      const input = { id: objectionId, outcome: 'UPHELD' as const, reason: '查实', idempotencyKey: newId() };
      const [one, two] = await Promise.all([
        app.objections.decide(officer, input),
        app.objections.decide(officer, input),
      ]);
      expect(two).toEqual(one);
      expect(await app.objections.decide(officer, input)).toEqual(one);
      expect(one).toMatchObject({ state: 'UPHELD', serial: 1, lodgedOn: '2026-11-23' });
      expect(app.told.upheld).toEqual([a.subjectId]);
      await expect(app.objections.decide(officer, { ...input, outcome: 'DISMISSED' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
      await expect(app.objections.decide(officer, { ...input, idempotencyKey: 'kurz' })).rejects.toMatchObject({
        code: 'VALIDATION',
      });
      // Its kind was asked about the line it is against; of the whole notice it is asked about every line.
      expect(app.told.asked.at(-1)).toEqual([a.subjectId]);
      const whole = await object(id);
      await app.objections.decide(officer, { ...input, id: whole.id, outcome: 'DISMISSED', idempotencyKey: newId() });
      expect(app.told.asked.at(-1)?.sort()).toEqual([a.subjectId, b.subjectId].sort());
    });

    it('upheld against the whole notice withdraws it; what stands against a line goes on standing', async () => {
      const lines = [line(), line(), line(), line()];
      const [free, , open] = lines.map((one) => one.subjectId);
      const { id } = await app.publish({ lines });
      const rows = await linesOf(id);
      const decide = (objectionId: string, outcome: 'UPHELD' | 'DISMISSED') =>
        app.objections.decide(officer, { id: objectionId, outcome, reason: '查过', idempotencyKey: newId() });
      const against = (index: number) => object(id, { lineId: String(rows[index]?.id) });
      await decide((await against(1)).id, 'UPHELD');
      const [third, fourth] = [await against(2), await against(3)];
      const [whole, again] = [await object(id), await object(id)];
      await decide(whole.id, 'UPHELD');
      const stored = await database.dataSource.manager.findOneByOrFail(PublicNotice, { id });
      expect(stored).toMatchObject({ state: 'WITHDRAWN', closedBy: officer.id });
      expect(app.told.withdrawn).toEqual([[[free], [open, lines[3]?.subjectId]]]);
      expect((await linesOf(id)).map((row) => row.outcome)).toEqual([null, null, 'HELD', 'HELD']);
      // Another one against the whole, and those against lines, are still answered; nobody passes by them.
      await decide(again.id, 'UPHELD');
      await decide(third.id, 'DISMISSED');
      await decide(fourth.id, 'UPHELD');
      expect(app.told.withdrawn.slice(1)).toEqual([[[open], []]]);
      expect(app.told.upheld).toEqual([lines[1]?.subjectId, lines[3]?.subjectId]);
      app.on('2026-12-01');
      await expect(app.notices.close(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await expect(object(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect([app.told.closed, app.told.released]).toEqual([[], []]);
      const asked = lines.map(({ subjectId }) => ({ noticeId: id, subjectId }));
      expect((await app.notices.passedLines(asked)).size).toBe(0);
      // Withdrawn from everybody; the office still has it.
      expect(await app.notices.publicView(id)).toBeNull();
      expect(await app.notices.publicView(id, { ...officer, divisionCode: '360734000000' })).toBeNull();
      expect(await app.notices.publicView(id, officer)).toMatchObject({ state: 'WITHDRAWN', open: false });
      expect(await app.notices.openLines([id])).toEqual([]);
    });

    it('to the whole notice upheld at the same moment as another is lodged: it waits for that one, or refuses it', async () => {
      for (let round = 0; round < 6; round += 1) {
        app.told.withdrawn.length = 0;
        const subject = line();
        const { id } = await app.publish({ lines: [subject] });
        const [only] = await linesOf(id);
        const whole = await object(id);
        const [decided, lodged] = await Promise.allSettled([
          app.objections.decide(officer, { id: whole.id, outcome: 'UPHELD', reason: '查实', idempotencyKey: newId() }),
          object(id, { lineId: String(only?.id) }),
        ]);
        expect(decided.status).toBe('fulfilled');
        const isHeld = lodged.status === 'fulfilled';
        expect(app.told.withdrawn).toEqual([isHeld ? [[], [subject.subjectId]] : [[subject.subjectId], []]]);
      }
    });

    it('and a closing at the same moment never miss each other', async () => {
      for (let round = 0; round < 6; round += 1) {
        app.on('2026-11-23');
        app.told.closed.length = 0;
        const subject = line();
        const { id } = await app.publish({ lines: [subject] });
        const [only] = await linesOf(id);
        // The clock of one process is a day ahead of the other's.
        const late = await services(database);
        late.on('2026-12-01');
        const [closed, objected] = await Promise.allSettled([
          late.notices.close(id),
          object(id, { lineId: String(only?.id) }),
        ]);
        if (closed.status === 'fulfilled') {
          const held = objected.status === 'fulfilled' ? [subject.subjectId] : [];
          expect(late.told.closed.map(([, , heldIds]) => heldIds)).toEqual([held]);
        } else expect(objected.status).toBe('fulfilled');
      }
    });
  });

  describe('the public list', () => {
    it('shows lines while the notice is open and withdraws them after the last day', async () => {
      const { id, endsOn } = await app.publish();
      app.on(endsOn);
      expect(await app.notices.publicView(id)).toMatchObject({ open: true, endsOn, phone: null });
      expect(await app.notices.openLines([id])).toHaveLength(1);
      app.on('2026-12-01');
      expect(await app.notices.publicView(id)).toMatchObject({ open: false });
      expect(await app.notices.openLines([id])).toEqual([]);
      await app.notices.close(id);
      expect(await app.notices.publicView(id)).toMatchObject({ open: false, lineCount: 1 });
      expect(await app.notices.publicView(newId())).toBeNull();
    });

    it('prints the published text, and nothing once the list is withdrawn', async () => {
      const { id, endsOn, textHash } = await app.publish({
        lines: [line(), line({ maskedName: '李*', amountFen: 150_000 }), line({ amountFen: null, periodText: null })],
      });
      app.on(endsOn);
      const text = String(await app.notices.printText(id));
      expect(sha256Hex(text)).toBe(textHash);
      expect(text.split('\n')).toEqual([
        '2026年职业技能培训补贴公示',
        '',
        '依据：财社〔2026〕1号',
        '公示期：2026年11月23日至2026年11月30日，5个工作日（演示参数）',
        '',
        '序号\t姓名\t镇村\t项目\t金额（元）\t时间',
        '1\t张*明\t豫海镇\t职业技能培训补贴\t800.00\t2026-09-01至2026-09-12',
        '2\t李*\t豫海镇\t职业技能培训补贴\t1500.00\t2026-09-01至2026-09-12',
        '3\t张*明\t豫海镇\t职业技能培训补贴\t—\t—',
        '',
        '共3人，合计2300.00元（大写：贰仟叁佰元整）。',
        '对名单有意见，请在2026年11月30日（含当天）以前提出。监督电话：12385。',
        '公示期满，请撤下本公示。',
        '',
      ]);
      app.on('2026-12-01');
      expect(await app.notices.printText(id)).toBeNull();
    });

    it('turns pages newest first, each notice once', async () => {
      const shown = { state: Not('WITHDRAWN' as const) };
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await app.notices.page({ first: 3, ...(after === undefined ? {} : { after }) }, null);
        expect(page.totalCount).toBe(await database.dataSource.manager.countBy(PublicNotice, shown));
        seen.push(...page.edges.map((edge) => edge.node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = String(page.pageInfo.endCursor);
      }
      const all = await database.dataSource.manager.find(PublicNotice, {
        where: shown,
        order: { startsOn: 'DESC', id: 'DESC' },
      });
      expect(seen).toEqual(all.map((row) => row.id));
      expect(seen.length).toBeGreaterThan(6);
    });

    it("lists the viewer's region alone when asked: all of it for its officer, nothing for a neighbour or a visitor", async () => {
      const all = await database.dataSource.manager.count(PublicNotice);
      const elsewhere = { ...officer, divisionCode: '360734000000' };
      const seen = async (viewer: typeof officer | null) =>
        (await app.notices.page({ first: 3, mine: true }, viewer)).totalCount;
      expect(await seen(officer)).toBe(all);
      expect(await seen(elsewhere)).toBe(0);
      expect(await seen(null)).toBe(0);
    });
  });

  it('a number of days that is none is refused', async () => {
    const own = await engine.open();
    const broken = await services(own, [noticeDays({ value: '0' })]);
    await expect(broken.publish()).rejects.toMatchObject({ code: 'VALIDATION', subject: 'notice.days' });
    await own.close();
  });
});
