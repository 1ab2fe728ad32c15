import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { FixedClock, newId } from '@tongxing/platform';
import {
  Account,
  accessEntities,
  MemorySmsSender,
  Message,
  MessageSeen,
  MessageService,
  PhoneBook,
  type SignedIn,
} from '../index.js';
import { accessOn, config, crypto, PASSWORD, phonesBy } from './setup.js';

const TEXT = '您申请的「职业技能培训补贴」 1500.00 元已经发放。';
const SMS = '【同行】您的一份申请办好了，请看银行卡。';

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let messages: MessageService;
  let sender: MemorySmsSender;
  let lookUps: number;
  let numbers = 0;
  const phones = new Map<string, string>();

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock('2026-11-24T10:00:00+08:00');
    sender = new MemorySmsSender();
    const book = new PhoneBook();
    lookUps = 0;
    book.register({
      holdersOf: () => Promise.resolve([]),
      phonesOf: (ids) => {
        lookUps += 1;
        return phonesBy((id) => phones.get(id))(ids);
      },
    });
    messages = new MessageService(
      db.unitOfWork,
      clock,
      crypto,
      new JobService(db.unitOfWork, clock),
      sender,
      book,
      config,
    );
    messages.onModuleInit();
  });

  /** Somebody of the register, with a phone unless told otherwise. */
  const somebody = (hasPhone = true): string => {
    const personId = newId();
    if (hasPhone) phones.set(personId, `137${String((numbers += 1)).padStart(8, '0')}`);
    return personId;
  };
  const note = (personId: string) => ({ personId, text: TEXT, smsText: SMS });
  const tell = (personIds: readonly string[]) => db.unitOfWork.run(() => messages.tellPeople(personIds.map(note)));
  const stored = (personId: string) => db.unitOfWork.manager.findBy(Message, { personId });
  const jobsOf = async (ids: readonly string[]) =>
    (await db.unitOfWork.manager.findBy(Job, { name: 'send-message' })).filter(({ payload }) =>
      ids.includes((payload as { messageId: string }).messageId),
    );
  const readerOf = (personId: string | undefined, id = newId()): SignedIn => ({
    id,
    displayName: '',
    roles: ['SEEKER'],
    divisionCode: '640324000000',
    ...(personId ? { personId } : {}),
  });
  const accountOf = async (personId: string): Promise<SignedIn> => {
    const { id } = await accessOn(db, clock).accounts.create({
      login: `reader.${(numbers += 1)}`,
      displayName: '读信的人',
      password: PASSWORD,
      roles: ['SEEKER'],
      divisionCode: '640324000000',
      personId,
    });
    return readerOf(personId, id);
  };

  describe('a note to a person', () => {
    it('says in the portal what it says, and on the phone only that there is news', async () => {
      const personId = somebody();
      await tell([personId]);
      const [row] = await stored(personId);
      const job = new JobService(db.unitOfWork, clock);
      const delivering = new MessageService(db.unitOfWork, clock, crypto, job, sender, new PhoneBook(), config);
      delivering.onModuleInit();
      await job.handled
        .get('send-message')
        ?.handler({ messageId: row?.id }, { jobId: 'spec', attempt: 1, signal: new AbortController().signal });
      expect(sender.sent).toEqual([{ id: row?.id, phone: phones.get(personId), text: SMS }]);
      const { rows } = await messages.page(readerOf(personId), { first: 10 });
      expect(rows).toMatchObject([{ text: TEXT, smsState: 'SENT', unread: true }]);
      expect((await messages.demoScreen())[0]).toMatchObject({ phone: phones.get(personId), text: SMS });
      expect(JSON.stringify(row)).not.toMatch(/培训|1500|银行卡/);
    });

    it('is not there, nor its job, when the act is rolled back', async () => {
      const personId = somebody();
      const before = await db.unitOfWork.manager.countBy(Job, { name: 'send-message' });
      const act = db.unitOfWork.run(async () => {
        await messages.tellPeople([note(personId)]);
        throw new Error('undone');
      });
      await expect(act).rejects.toThrow('undone');
      expect(await stored(personId)).toEqual([]);
      expect(await db.unitOfWork.manager.countBy(Job, { name: 'send-message' })).toBe(before);
      await expect(messages.tellPeople([note(personId)])).rejects.toThrow();
    });

    it('stays in the portal for who wants no text messages, and for who has no phone', async () => {
      const [silent, without] = [somebody(), somebody(false)];
      await messages.setSms(readerOf(silent), false);
      await tell([silent, without]);
      expect(await stored(silent)).toMatchObject([{ smsState: 'OPTED_OUT', phone: null, smsText: null }]);
      expect(await stored(without)).toMatchObject([{ smsState: 'NONE', phone: null, smsText: null }]);
      expect(await jobsOf([...(await stored(silent)), ...(await stored(without))].map(({ id }) => id))).toEqual([]);
    });

    it('waits for the morning', async () => {
      clock.set('2026-11-24T22:00:00+08:00');
      const personId = somebody();
      await tell([personId]);
      const [job] = await jobsOf((await stored(personId)).map(({ id }) => id));
      expect(job?.runAt).toEqual(new Date('2026-11-25T08:00:00+08:00'));
    });

    it('to hundreds costs a few statements, not one a person', async () => {
      const people = Array.from({ length: 600 }, (_, index) => somebody(index % 10 !== 0));
      const [silent] = people.slice(1);
      await messages.setSms(readerOf(silent), false);
      const { manager } = db.unitOfWork;
      const query = db.dataSource.createQueryRunner().constructor.prototype as { query: (...of: unknown[]) => unknown };
      const { query: real } = query;
      let statements = 0;
      query.query = function counted(this: unknown, ...of: unknown[]) {
        statements += 1;
        return real.apply(this, of);
      };
      try {
        await tell(people);
      } finally {
        query.query = real;
      }
      expect(lookUps).toBe(2);
      expect(statements).toBeGreaterThan(4);
      expect(statements).toBeLessThan(60);
      let told = 0;
      for (const personId of people) told += await manager.countBy(Message, { personId });
      expect(told).toBe(600);
      const ids = (await Promise.all(people.map(stored))).flat();
      expect(ids.filter(({ smsState }) => smsState === 'NONE')).toHaveLength(60);
      expect(ids.filter(({ smsState }) => smsState === 'OPTED_OUT')).toHaveLength(1);
      expect(await jobsOf(ids.map(({ id }) => id))).toHaveLength(539);
    });
  });

  describe('the inbox', () => {
    it('counts what is new, for the account and for the record behind it', async () => {
      const personId = somebody();
      const reader = await accountOf(personId);
      await tell([personId, personId, somebody()]);
      await db.unitOfWork.run(() => messages.tellAccount(reader.id, { text: TEXT, smsText: SMS }));
      await db.unitOfWork.run(() => messages.tell({ accountId: reader.id, kind: 'NOTE', text: TEXT }));
      await db.unitOfWork.run(() => messages.tell({ personId, kind: 'CODE', text: '登录码', phone: '13700000000' }));
      expect(await messages.unread(reader)).toBe(4);
      // A note to an account whose person is known is the person's, and reaches the phone that stands there.
      expect(await stored(personId)).toHaveLength(4);
    });

    it('is seen up to the newest message that stood on the page; what came meanwhile stays new', async () => {
      const personId = somebody();
      const reader = await accountOf(personId);
      await tell([personId]);
      const shown = (await messages.page(reader, { first: 10 })).rows[0] as { id: string };
      clock.advanceDays(1);
      await tell([personId]);
      await messages.markSeen(reader, shown.id);
      expect(await messages.unread(reader)).toBe(1);
      const { rows } = await messages.page(reader, { first: 10 });
      expect(rows.map(({ unread }) => unread)).toEqual([true, false]);
      await messages.markSeen(reader, rows[0]?.id as string);
      expect(await messages.unread(reader)).toBe(0);
      // An old page that is sent late takes nothing back.
      await messages.markSeen(reader, shown.id);
      await messages.markSeen(reader, shown.id);
      expect(await messages.unread(reader)).toBe(0);
      expect(await db.unitOfWork.manager.countBy(MessageSeen, { accountId: reader.id })).toBe(1);
    });

    it('takes no mark at a message of somebody else, at a code, or at one that will come', async () => {
      const [mine, theirs] = [somebody(), somebody()];
      const reader = await accountOf(mine);
      await tell([mine, theirs]);
      await db.unitOfWork.run(() =>
        messages.tell({ personId: mine, kind: 'CODE', text: '登录码', phone: '13700000000' }),
      );
      const [other] = await stored(theirs);
      const code = (await stored(mine)).find(({ kind }) => kind === 'CODE');
      for (const id of [other?.id, code?.id, 'ffffffff-ffff-7fff-bfff-ffffffffffff'])
        await expect(messages.markSeen(reader, id as string)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await messages.unread(reader)).toBe(1);
    });

    it('of two presses at once leaves one mark, the newer one', async () => {
      const personId = somebody();
      const reader = await accountOf(personId);
      await tell([personId, personId]);
      const { rows } = await messages.page(reader, { first: 10 });
      await Promise.allSettled(rows.map(({ id }) => messages.markSeen(reader, id)));
      await messages.markSeen(reader, rows[0]?.id as string);
      expect(await messages.unread(reader)).toBe(0);
      expect(await db.unitOfWork.manager.existsBy(Account, { id: reader.id })).toBe(true);
    });
  });
});
