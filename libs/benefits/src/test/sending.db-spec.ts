import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { Job } from '@tongxing/jobs';
import { NoticeLine } from '@tongxing/notices';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { RightClaim } from '../application.entity.js';
import { UnknownOutcome } from '../bank-gateway.js';
import { Journal } from '../ledger.entity.js';
import { blindAccount, sealAccount } from '../payee.js';
import { Instruction, Payout } from '../payout.entity.js';
import type { SandboxFault } from '../sandbox-bank.js';
import { accountOf, entities, finance, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  let seekers: SignedIn[];
  let envelopeId: string;
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
    seekers = await app.people(0, 30);
  });
  afterAll(() => app.close());

  /** One payout of a released batch. */
  const released = async (tail = ''): Promise<Payout> => {
    const seeker = seekers.shift() as SignedIn;
    await app.approved(seeker, { accountNumber: accountOf(seekers.length, tail) });
    await app.noticed();
    const batch = await app.released(envelopeId);
    return (await app.batches.payoutsOf(batch.id))[0] as Payout;
  };
  const submit = ({ batchId }: Payout) => app.money.submit(finance, batchId as string, newId());
  /** One payout of a batch that was handed to the line. */
  const submitted = async (tail = ''): Promise<Payout> => {
    const payout = await released(tail);
    await submit(payout);
    return payout;
  };
  const change = (entity: unknown, where: object, set: object) =>
    app.unitOfWork.run(() => app.unitOfWork.manager.update(entity as never, where as never, set as never));
  const state = async ({ id }: Payout) => (await app.manager.findOneByOrFail(Payout, { id })).state;
  const instructions = ({ id }: Payout) => app.manager.findBy(Instruction, { payoutId: id });
  const atBank = async (payout: Payout) => {
    const [instruction] = await instructions(payout);
    return app.bank.transfers().get(instruction?.instructionKey ?? '')?.times ?? 0;
  };
  const later = () => app.clock.advance(61_000);

  describe('sending over a line', () => {
    beforeEach(() => {
      app.bank.faults.length = 0;
    });

    it('a submitted batch is a job a payout; each is claimed, paid and settled once', async () => {
      const payout = await submitted();
      expect(await app.manager.countBy(Job, { name: 'send-payout', uniqueName: `send-payout ${payout.id}` })).toBe(1);
      expect(await app.manager.countBy(Instruction, { payoutId: payout.id })).toBe(0);
      await Promise.allSettled([1, 2, 3].map(() => app.sending.work(payout.id)));
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('PAID');
      expect(await atBank(payout)).toBe(1);
      expect(await app.manager.countBy(Journal, { payoutId: payout.id, event: 'paid' })).toBe(1);
      expect((await app.money.batch(finance, payout.batchId as string)).state).toBe('RECONCILED');
    });

    it('a refusal of the bank is FAILED with its reason, and nothing is posted as sent', async () => {
      const payout = await submitted('0404');
      await app.sending.work(payout.id);
      expect(await app.manager.findOneBy(Payout, { id: payout.id })).toMatchObject({
        state: 'FAILED',
        failure: 'ACCOUNT_CLOSED',
      });
      expect(await instructions(payout)).toMatchObject([{ state: 'FAILED', live: null }]);
      // The right is still claimed: a failed payment is tried again, never applied for again.
      const claim = { applicationId: payout.applicationId, live: 1 as const };
      expect(await app.manager.countBy(RightClaim, claim)).toBe(1);
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it.each<[SandboxFault, number]>([
      ['LOSE_REPLY', 1],
      ['DROP_REQUEST', 0],
    ])('after %s nobody says failed; the bank is asked by key, and pays once', async (fault, paidBefore) => {
      const payout = await submitted();
      app.bank.faults.push(fault);
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('SENDING');
      const [instruction] = (await instructions(payout)) as [Instruction];
      expect(instruction).toMatchObject({ state: 'INTENT', live: 1, checks: 1 });
      expect(instruction.unknownSince).not.toBeNull();
      expect(await atBank(payout)).toBe(paidBefore);
      // Before its time nothing happens, however often it is looked at.
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('SENDING');
      later();
      await Promise.allSettled([app.sending.work(payout.id), app.sending.work(payout.id)]);
      expect(await state(payout)).toBe('PAID');
      expect(await atBank(payout)).toBe(1);
      expect(await instructions(payout)).toMatchObject([{ seq: 1, state: 'PAID', unknownSince: null }]);
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('killed between intent and settlement, the next run finds what the bank did, and pays once', async () => {
      const payout = await submitted();
      const { submit } = app.bank;
      // The process dies with the bank's yes on the wire: nothing of what follows runs.
      app.bank.submit = async (order) => {
        await submit.call(app.bank, order);
        throw new Error('killed');
      };
      await expect(app.sending.work(payout.id)).rejects.toThrow('killed');
      app.bank.submit = submit;
      expect(await state(payout)).toBe('SENDING');
      expect(await atBank(payout)).toBe(1);
      later();
      expect(await app.sending.sweep()).toBeGreaterThan(0);
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('PAID');
      expect(await atBank(payout)).toBe(1);
      expect(await app.sending.sweep()).toBe(0);
    });

    it('a bank that cannot say anything leaves the payout unknown, for a day if need be, never failed', async () => {
      const payout = await submitted();
      const { submit, outcomeOf } = app.bank;
      app.bank.submit = () => Promise.reject(new UnknownOutcome('timeout'));
      app.bank.outcomeOf = () => Promise.reject(new UnknownOutcome('timeout'));
      await app.sending.work(payout.id);
      for (const minutes of [1, 5, 30, 120, 24 * 60]) {
        app.clock.advance(minutes * 60_000 + 1_000);
        await app.sending.work(payout.id);
        expect(await state(payout)).toBe('SENDING');
      }
      expect(await instructions(payout)).toMatchObject([{ state: 'INTENT', live: 1, checks: 6 }]);
      app.bank.submit = submit;
      app.bank.outcomeOf = outcomeOf;
      // Past the window in which the bank knows a key again, it is not sent a second time.
      app.clock.advance(25 * 60 * 60_000);
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('SENDING');
      expect(await atBank(payout)).toBe(0);
    });

    it('a bank that does not know a key again is asked, and never sent the same twice', async () => {
      const { capabilities } = app.bank;
      Object.assign(app.bank, { capabilities: { dedupesByKey: false, windowMs: capabilities.windowMs } });
      const [lost, dropped] = [await submitted(), await submitted()];
      app.bank.faults.push('LOSE_REPLY', 'DROP_REQUEST');
      await app.sending.work(lost.id);
      await app.sending.work(dropped.id);
      later();
      await app.sending.work(lost.id);
      await app.sending.work(dropped.id);
      Object.assign(app.bank, { capabilities });
      expect([await state(lost), await atBank(lost)]).toEqual(['PAID', 1]);
      // Not found is not "not paid": only a person may decide here.
      expect([await state(dropped), await atBank(dropped)]).toEqual(['SENDING', 0]);
    });

    it('a hold, even a late one, keeps a payout from being claimed', async () => {
      const payout = await submitted();
      await app.unitOfWork.run(() => app.unitOfWork.manager.update(Payout, { id: payout.id }, { hold: '异议' }));
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('QUEUED');
      expect(await instructions(payout)).toEqual([]);
    });

    const dies = ({ personId }: Payout, state: 'DECEASED' | 'ACTIVE' = 'DECEASED') =>
      change(Person, { id: personId }, { state });
    const objectedTo = ({ noticeId, applicationId }: Payout, outcome: 'HELD' | 'PASSED' = 'HELD') =>
      change(NoticeLine, { noticeId, subjectId: applicationId }, { outcome });
    it.each([
      ['a person who died since the release', dies, 'ACTIVE'],
      ['a line of the notice that is held', objectedTo, 'PASSED'],
    ] as const)('a batch with %s is not submitted, as it would not be exported', async (_, happens, undone) => {
      const payout = await released();
      await happens(payout);
      const refused = { code: 'STATE_CONFLICT', message: expect.stringContaining('第 1 行') };
      await expect(submit(payout)).rejects.toMatchObject(refused);
      await expect(app.money.export(finance, payout.batchId as string, newId())).rejects.toMatchObject(refused);
      expect((await app.money.batch(finance, payout.batchId as string)).state).toBe('RELEASED');
      expect(await state(payout)).toBe('QUEUED');
      expect(await app.manager.countBy(Job, { uniqueName: `send-payout ${payout.id}` })).toBe(0);
      await happens(payout, undone as never);
      await submit(payout);
      await app.sending.work(payout.id);
      expect(await state(payout)).toBe('PAID');
    });

    it.each([
      ['dies', dies, '登记'],
      ['meets an objection', objectedTo, '公示'],
    ] as const)(
      'a payout whose person %s after the submission is held back, and the bank never hears of it',
      async (...row) => {
        const [, happens, reason] = row;
        const payout = await submitted();
        await happens(payout);
        await app.sending.work(payout.id);
        expect(await app.manager.findOneBy(Payout, { id: payout.id })).toMatchObject({
          state: 'QUEUED',
          seq: 0,
          hold: expect.stringContaining(reason),
        });
        expect(await instructions(payout)).toEqual([]);
        await app.sending.work(payout.id);
        expect(await instructions(payout)).toEqual([]);
      },
    );

    const account = { accountName: '甲', accountNumber: accountOf(999) };
    const flips: [string, (payout: Payout) => Promise<unknown>, (payout: Payout) => Promise<unknown>][] = [
      [
        'an amount',
        ({ id, amountFen }) => change(Payout, { id }, { amountFen: amountFen + 1 }),
        ({ id, amountFen }) => change(Payout, { id }, { amountFen }),
      ],
      [
        'an account',
        ({ id }) =>
          change(
            Payout,
            { id },
            {
              secrets: sealAccount(app.crypto, 'payout', id, account),
              accountBlind: blindAccount(app.crypto, account),
            },
          ),
        ({ id, secrets, accountBlind }) => change(Payout, { id }, { secrets, accountBlind }),
      ],
    ];
    it.each(flips)(
      'with %s changed since the seal is not claimed; changed since the claim it is not sent again',
      async (...row) => {
        const [, flip, back] = row;
        const payout = await submitted();
        await flip(payout);
        await expect(app.sending.work(payout.id)).rejects.toMatchObject({ code: 'BATCH_HASH_MISMATCH' });
        expect(await app.manager.findOneBy(Payout, { id: payout.id })).toMatchObject({ state: 'QUEUED', seq: 0 });
        expect(await instructions(payout)).toEqual([]);
        await back(payout);
        // The order is lost on its way: nobody knows, so the next run asks, and would send once more.
        app.bank.faults.push('DROP_REQUEST');
        await app.sending.work(payout.id);
        await flip(payout);
        later();
        await expect(app.sending.work(payout.id)).rejects.toMatchObject({ code: 'BATCH_HASH_MISMATCH' });
        expect(await state(payout)).toBe('SENDING');
        expect(await atBank(payout)).toBe(0);
        await back(payout);
        later();
        await app.sending.work(payout.id);
        expect([await state(payout), await atBank(payout)]).toEqual(['PAID', 1]);
        expect([...app.bank.transfers()].find(([key]) => key.includes(payout.id))?.[1].fen).toBe(payout.amountFen);
      },
    );

    it('the bank refuses a key that comes with another amount', async () => {
      const order = { key: 'K1', amountFen: 1, accountName: '甲', accountNumber: '62', purpose: '' };
      await app.bank.submit(order);
      await expect(app.bank.submit({ ...order, amountFen: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      expect(app.bank.transfers().get('K1')).toEqual({ times: 1, fen: 1 });
    });
  });
});
