import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, Message, type SignedIn, type Subject } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { Feedback, NoticesPart, Objection } from '../index.js';
import type { SendFeedbackInput } from '../feedback/feedback.types.js';
import { entities, notice, noticeDays, officer, services } from './setup.js';

const COUNTY = '640324000000';
const ALL = { first: 100 };

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let on: Awaited<ReturnType<typeof services>>;

  beforeAll(async () => {
    db = await engine.open();
    on = await services(db, [noticeDays()]);
  });
  afterAll(() => db.close());
  beforeEach(() => on.on('2026-11-23'));

  const input = (over: Partial<SendFeedbackInput> = {}): SendFeedbackInput => ({
    kind: 'COMPLAINT',
    divisionCode: COUNTY,
    text: '去了三次，窗口没有人。',
    idempotencyKey: newId(),
    ...over,
  });
  const elsewhere: SignedIn = { ...officer, id: newId(), divisionCode: '360734000000' };
  const answer = (id: string, viewer = officer, idempotencyKey = newId()) =>
    on.feedback.answer(viewer, { id, answer: '已经安排两个人轮流值班。', idempotencyKey });
  const account = async (over: Partial<Account> = {}): Promise<SignedIn> => {
    const id = newId();
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Account, [
        {
          id,
          login: `a.${id}`,
          displayName: '写意见的人',
          passwordHash: '',
          roles: ['SEEKER'],
          divisionCode: COUNTY,
          disabled: false,
          demo: false,
          createdAt: on.clock.now(),
          version: 1,
          ...over,
        },
      ]),
    );
    return { id, displayName: '', roles: ['SEEKER'], divisionCode: COUNTY };
  };
  const inboxOf = async (viewer: SignedIn) => (await on.messages.page(viewer, ALL)).rows.map(({ text }) => text);

  describe('what somebody writes', () => {
    it('is taken from a visitor, sealed, with the day of its answer', async () => {
      const row = await on.feedback.send(null, input({ phone: '13800138001', page: '/jobs' }));
      // Five working days from Monday 23 November 2026.
      expect(row).toMatchObject({ state: 'OPEN', answerBy: '2026-11-30', accountId: null });
      const [stored] = await db.unitOfWork.manager.findBy(Feedback, { id: row.id });
      expect(JSON.stringify(stored)).not.toMatch(/窗口|13800138001|jobs/);
      expect(await on.feedback.one(officer, row.id)).toMatchObject({
        text: '去了三次，窗口没有人。',
        phone: '13800138001',
        page: '/jobs',
        byMessage: false,
        late: false,
      });
    });

    it('is promised an answer in the days that the page states, also where next year’s holidays are not known', async () => {
      expect(await on.feedback.counties()).toContainEqual({ code: COUNTY, name: '同心县', answerDays: 5 });
      on.on('2040-12-30');
      expect(await on.feedback.send(null, input())).toMatchObject({ answerBy: '2041-01-04' });
    });

    it('sent twice with one key is one; with other words it is refused', async () => {
      const sent = input();
      const before = await db.unitOfWork.manager.count(Feedback);
      const both = await Promise.all([on.feedback.send(null, sent), on.feedback.send(null, { ...sent })]);
      expect(both[0]?.id).toBe(both[1]?.id);
      expect(await db.unitOfWork.manager.count(Feedback)).toBe(before + 1);
      await expect(on.feedback.send(null, { ...sent, text: '别的' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
    });

    it('goes to a county that is served, and to no other place', async () => {
      for (const divisionCode of ['110101000000', '640324100000', '999999999999'])
        await expect(on.feedback.send(null, input({ divisionCode }))).rejects.toMatchObject({
          code: 'DIVISION_UNKNOWN',
        });
    });
  });

  describe('the desk', () => {
    it('has what waits by the day it is due, page by page, then what was answered', async () => {
      for (const day of ['2026-11-25', '2026-11-24', '2026-11-26']) {
        on.on(day);
        await on.feedback.send(null, input({ text: day }));
      }
      const days: string[] = [];
      let after: string | null = null;
      do {
        const { edges, pageInfo } = await on.feedback.page(officer, { first: 2, ...(after ? { after } : {}) });
        days.push(...edges.map(({ node }) => node.answerBy));
        after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      } while (after);
      expect(days).toEqual([...days].sort());
      expect(days.length).toBe((await on.feedback.page(officer, ALL)).totalCount);
      on.on('2026-12-02');
      const [first] = (await on.feedback.page(officer, ALL)).edges;
      expect(first?.node).toMatchObject({ late: true });
      const done = await answer(first?.node.id as string);
      expect(done).toMatchObject({ late: false, answeredOn: '2026-12-02' });
      const closed = await on.feedback.page(officer, { ...ALL, closed: true });
      expect(closed.edges[0]?.node).toMatchObject({ id: done.id, answer: '已经安排两个人轮流值班。' });
    });

    it('of another county finds nothing of it', async () => {
      const { id } = await on.feedback.send(null, input());
      expect((await on.feedback.page(elsewhere, ALL)).totalCount).toBe(0);
      await expect(on.feedback.one(elsewhere, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(answer(id, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(on.feedback.one(officer, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('answers once: the same press again gives the same, another one is refused, and the sender is told once', async () => {
      const sender = await account();
      const { id } = await on.feedback.send(sender, input());
      expect(await on.feedback.one(officer, id)).toMatchObject({ byMessage: true });
      expect(JSON.stringify(await on.feedback.one(officer, id))).not.toContain(sender.id);
      const key = newId();
      const reply = await answer(id, officer, key);
      expect(await answer(id, officer, key)).toEqual(reply);
      await expect(answer(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const text = '您写的意见「去了三次，窗口没有人。」有了答复：已经安排两个人轮流值班。';
      expect(await inboxOf(sender)).toEqual([text]);
    });

    it('of two officers at once, one answers', async () => {
      const sender = await account();
      const { id } = await on.feedback.send(sender, input());
      const both = await Promise.allSettled([answer(id), answer(id, { ...officer, id: newId() })]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await inboxOf(sender)).toHaveLength(1);
    });

    it('tells nobody when the answer is rolled back', async () => {
      const sender = await account();
      const { id } = await on.feedback.send(sender, input());
      const undone = db.unitOfWork.run(async () => {
        await answer(id);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await inboxOf(sender)).toEqual([]);
      expect(await on.feedback.one(officer, id)).toMatchObject({ answeredOn: null });
    });

    it('forgets answered ones after their time, but none of an account under a legal hold', async () => {
      const [held, other] = [await account(), await account()];
      const ids: string[] = [];
      for (const sender of [held, other, null]) ids.push((await on.feedback.send(sender, input())).id);
      for (const id of ids) await answer(id);
      const waiting = (await on.feedback.send(null, input())).id;
      const stands = (id: string) => db.unitOfWork.manager.existsBy(Feedback, { id });
      await on.feedback.forget(on.clock.now(), [held.id]);
      expect(await Promise.all(ids.map(stands))).toEqual([true, true, true]);
      await on.feedback.forget(new Date(on.clock.now().getTime() + 1), [held.id]);
      expect(await Promise.all([...ids, waiting].map(stands))).toEqual([true, false, false, true]);
      expect(await on.feedback.forget(new Date(on.clock.now().getTime() + 1), [held.id])).toBe(0);
    });
  });

  describe('an objection', () => {
    const object = async (viewer: SignedIn | null) => {
      const { id: noticeId } = await on.publish(notice());
      const { id } = await on.objections.lodge({ noticeId, text: '没有上课', idempotencyKey: newId() }, viewer);
      const decision = { id, outcome: 'DISMISSED' as const, reason: '查过，上了课', idempotencyKey: newId() };
      await on.objections.decide(officer, decision);
      await on.objections.decide(officer, decision);
      return id;
    };
    it('of somebody signed in is answered in the inbox, once, without the name on the line', async () => {
      const objector = await account();
      await object(objector);
      const text = '您对《2026年职业技能培训补贴公示》提出的异议不成立。理由：查过，上了课';
      expect(await inboxOf(objector)).toEqual([text]);
    });
    it('of a visitor is nobody’s', async () => {
      const before = await db.unitOfWork.manager.count(Message);
      const id = await object(null);
      expect(await db.unitOfWork.manager.findOneByOrFail(Objection, { id })).toMatchObject({ accountId: null });
      expect(await db.unitOfWork.manager.count(Message)).toBe(before);
    });
  });

  describe('what is held of a person', () => {
    const part = () => new NoticesPart(db.unitOfWork, on.crypto, undefined as never);
    const subjectOf = ({ id }: SignedIn): Subject => ({ personId: newId(), accountId: id, idBlind: ['', ''] as never });

    it('is given out, must be answered first, and then goes; twice it changes nothing more', async () => {
      const sender = await account();
      const { id } = await on.feedback.send(sender, input({ phone: '13800138001' }));
      const { id: noticeId } = await on.publish(notice());
      const lodged = { noticeId, text: '没有上课', contact: '13800138001', idempotencyKey: newId() };
      const objection = await on.objections.lodge(lodged, sender);
      expect(await part().open(subjectOf(sender))).toEqual(['有 1 条意见还没有答复。', '有 1 条异议还没有处理。']);
      expect(JSON.stringify(await part().collect(subjectOf(sender)))).toMatch(/窗口没有人.*13800138001.*没有上课/s);
      await answer(id);
      await on.objections.decide(officer, {
        id: objection.id,
        outcome: 'DISMISSED',
        reason: '查过',
        idempotencyKey: newId(),
      });
      expect(await part().open(subjectOf(sender))).toEqual([]);
      for (let round = 0; round < 2; round += 1) await db.unitOfWork.run(() => part().erase(subjectOf(sender)));
      expect(JSON.stringify(await part().collect(subjectOf(sender)))).not.toContain('窗口');
      expect(await on.feedback.one(officer, id)).toMatchObject({ text: '已删除', phone: null, byMessage: false });
      const [view] = await on.objections.ofNotice(officer, noticeId);
      expect(view).toMatchObject({ text: '没有上课', contact: null, reason: '查过' });
    });
  });
});
