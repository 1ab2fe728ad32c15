import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '@tongxing/database/testing';
import { Job } from '@tongxing/jobs';
import { newId } from '@tongxing/platform';
import { yuanText } from '@tongxing/rules';
import { UnknownOutcome } from '../bank-gateway.js';
import { Journal } from '../ledger.entity.js';
import { BankCallback, Instruction, Payout } from '../payout.entity.js';
import { SANDBOX_PROFILE } from '../sandbox-bank.js';
import { accountOf, entities, finance, reconciler, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  let envelopeId: string;
  let next = 0;
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
  });
  afterAll(() => app.close());

  /** One payout on its way to the bank: by the line, whose reply was lost, or in a file. */
  const underWay = async (way: 'line' | 'file', tail = ''): Promise<Instruction> => {
    const [seeker] = await app.people((next += 1), 1);
    if (seeker === undefined) throw new Error('nobody came in');
    const applicationId = await app.approved(seeker, { accountNumber: accountOf(next, tail) });
    await app.noticed();
    const batch = await app.released(envelopeId);
    const payout = await app.manager.findOneByOrFail(Payout, { applicationId });
    if (way === 'file') await app.money.export(finance, batch.id, newId());
    else {
      await app.money.submit(finance, batch.id, newId());
      app.bank.faults.push('LOSE_REPLY');
      await app.sending.work(payout.id);
    }
    return app.manager.findOneByOrFail(Instruction, { payoutId: payout.id, live: 1 });
  };
  const payoutOf = ({ payoutId }: Instruction) => app.manager.findOneByOrFail(Payout, { id: payoutId });
  const say = (over: Partial<{ id: string; key: string; result: 'PAID' | 'FAILED'; amountYuan: string }>) => {
    const { headers, body } = app.bank.message({
      id: newId(),
      key: 'nobody-1',
      result: 'PAID',
      amountYuan: '1500.05',
      ...over,
    });
    return app.callbacks.receive(SANDBOX_PROFILE, headers, body);
  };
  const about = (instruction: Instruction, over: Parameters<typeof say>[0] = {}) =>
    say({ key: instruction.instructionKey, amountYuan: yuanText(instruction.amountFen), ...over });
  const conflicts = async () => (await app.money.bankConflicts(finance, { first: 100 })).edges.map(({ node }) => node);
  const rows = () => app.manager.count(BankCallback);

  describe('a message of the bank', () => {
    it('is taken for nothing unless the bank of its profile has signed these very bytes (bad input 81)', async () => {
      const instruction = await underWay('line');
      const word = { id: 'm-1', key: instruction.instructionKey, result: 'PAID' as const, amountYuan: '1500.05' };
      const { headers, body } = app.bank.message(word);
      const signature = headers['x-bank-signature'] as string;
      const other = app.bank.message({ ...word, id: 'm-2' }).headers;
      const before = await rows();
      const tries: [string, Record<string, string>, Buffer][] = [
        [SANDBOX_PROFILE, {}, body],
        [SANDBOX_PROFILE, { 'x-bank-signature': '' }, body],
        [SANDBOX_PROFILE, { 'x-bank-signature': 'AAAA' }, body],
        [SANDBOX_PROFILE, { 'x-bank-signature': signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) }, body],
        [SANDBOX_PROFILE, other, body],
        [SANDBOX_PROFILE, headers, Buffer.from(body.toString().replace('PAID', 'FAILED'))],
        [SANDBOX_PROFILE, headers, Buffer.concat([body, Buffer.from(' ')])],
        [SANDBOX_PROFILE, headers, Buffer.alloc(0)],
        ['another-bank', headers, body],
        ['x'.repeat(5_000), headers, body],
      ];
      for (const [profile, sent, bytes] of tries)
        await expect(app.callbacks.receive(profile, sent, bytes)).rejects.toMatchObject({ code: 'AUTH_FAILED' });
      expect(await rows()).toBe(before);
      expect((await payoutOf(instruction)).state).toBe('SENDING');
    });

    it('about a key that nobody knows is kept, and listed for a person (bad input 82)', async () => {
      expect(await say({ id: 'u-1', key: 'P-of-nobody-1' })).toBe('UNMATCHED');
      expect(await say({ id: 'u-1', key: 'P-of-nobody-1' })).toBe('UNMATCHED');
      const listed = (await conflicts()).filter(({ instructionKey }) => instructionKey === 'P-of-nobody-1');
      expect(listed).toMatchObject([{ verdict: 'UNMATCHED', verdictText: '没有这个指令号', amountYuan: '1500.05' }]);
    });

    it('with another amount freezes the payout, whatever the bank says next (bad input 83)', async () => {
      const instruction = await underWay('line');
      expect(await about(instruction, { id: 'a-1', amountYuan: '1500.06' })).toBe('AMOUNT_MISMATCH');
      expect(await payoutOf(instruction)).toMatchObject({ state: 'SENDING', hold: expect.stringContaining('金额') });
      // The bank has really paid it: neither a second message nor our own question settles it by itself.
      expect(await about(instruction, { id: 'a-2' })).toBe('ASK');
      await app.sending.hear(instruction.id);
      app.clock.advanceDays(1);
      await app.sending.work(instruction.payoutId);
      expect((await payoutOf(instruction)).state).toBe('SENDING');
      expect(await app.manager.countBy(Journal, { payoutId: instruction.payoutId, event: 'paid' })).toBe(0);
      expect((await conflicts()).filter((one) => one.instructionKey === instruction.instructionKey)).toHaveLength(1);
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('of a failure after it was paid goes to the queue of conflicts, and changes nothing (bad input 84)', async () => {
      const instruction = await underWay('line');
      await about(instruction);
      await app.sending.hear(instruction.id);
      const before = await payoutOf(instruction);
      expect(before).toMatchObject({ state: 'PAID', hold: null });
      expect(await about(instruction, { id: 'f-1', result: 'FAILED', amountYuan: '0' })).toBe('STATE_CONFLICT');
      expect(await payoutOf(instruction)).toEqual(before);
      const [conflict] = await conflicts();
      expect(conflict).toMatchObject({
        verdict: 'STATE_CONFLICT',
        result: 'FAILED',
        instructionKey: instruction.instructionKey,
      });
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('that it was paid, after it had failed, holds the payout at once', async () => {
      const instruction = await underWay('line', '0404');
      await app.sending.hear(instruction.id);
      expect((await payoutOf(instruction)).state).toBe('FAILED');
      expect(await about(instruction, { result: 'PAID' })).toBe('STATE_CONFLICT');
      expect((await payoutOf(instruction)).hold).toContain('又说已付');
    });

    it('is only a hint: the bank is asked, and what it answers counts', async () => {
      const instruction = await underWay('file');
      expect(await about(instruction)).toBe('ASK');
      const jobs = await app.manager.findBy(Job, { name: 'ask-bank' });
      expect(jobs.map(({ payload }) => payload)).toContainEqual({ instructionId: instruction.id });
      // The file was never run: the bank knows of nothing, whoever has signed what, and nothing is sent.
      await app.sending.hear(instruction.id);
      expect(await payoutOf(instruction)).toMatchObject({ state: 'SENDING' });
      expect(app.bank.transfers().get(instruction.instructionKey)).toBeUndefined();
      const { outcomeOf } = app.bank;
      app.bank.outcomeOf = () => Promise.reject(new UnknownOutcome('timeout'));
      await expect(app.sending.hear(instruction.id)).rejects.toThrow(UnknownOutcome);
      app.bank.outcomeOf = outcomeOf;
      const { batchId } = instruction;
      await app.money.sandboxRun(finance, batchId, newId());
      await app.sending.hear(instruction.id);
      expect((await payoutOf(instruction)).state).toBe('PAID');
      expect((await app.money.batch(finance, batchId)).state).toBe('RECONCILED');
      expect(await about(instruction)).toBe('SAME');
      expect(await app.manager.countBy(Journal, { payoutId: instruction.payoutId, event: 'paid' })).toBe(1);
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('that comes ten times at once is one; its number with other content is refused', async () => {
      const instruction = await underWay('line');
      const before = await rows();
      const all = await Promise.all(Array.from({ length: 10 }, () => about(instruction, { id: 'ten' })));
      expect(new Set(all)).toEqual(new Set(['ASK']));
      expect(await rows()).toBe(before + 1);
      await expect(about(instruction, { id: 'ten', result: 'FAILED' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
      await Promise.all([1, 2, 3].map(() => app.sending.hear(instruction.id).catch(() => undefined)));
      expect((await payoutOf(instruction)).state).toBe('PAID');
      expect(await app.manager.countBy(Journal, { payoutId: instruction.payoutId, event: 'paid' })).toBe(1);
    });

    it.each([
      ['{', 'body'],
      ['null', 'body'],
      ['{"id":"一","key":"k","result":"PAID","amountYuan":"1"}', 'id'],
      [`{"id":"${'x'.repeat(61)}","key":"k","result":"PAID","amountYuan":"1"}`, 'id'],
      ['{"id":"a","key":"k\\u0000","result":"PAID","amountYuan":"1"}', 'key'],
      ['{"id":"a","key":"k","result":"paid","amountYuan":"1"}', 'result'],
      ['{"id":"a","key":"k","result":"PAID","amountYuan":1}', 'amountYuan'],
      ['{"id":"a","key":"k","result":"PAID","amountYuan":"1e3"}', 'amountYuan'],
    ])('signed, but saying nothing, is refused by its field: %s', async (text, field) => {
      const body = Buffer.from(text);
      await expect(app.callbacks.receive(SANDBOX_PROFILE, app.bank.signed(body), body)).rejects.toMatchObject({
        code: 'VALIDATION',
        field,
      });
    });

    it('of another county is not listed there; of no county it is', async () => {
      const elsewhere = { ...reconciler, divisionCode: '360734000000' };
      const seen = (await app.money.bankConflicts(elsewhere, { first: 100 })).edges.map(({ node }) => node.verdict);
      expect(new Set(seen)).toEqual(new Set(['UNMATCHED']));
      const page = await app.money.bankConflicts(finance, { first: 1 });
      const after = page.pageInfo.endCursor as string;
      const rest = await app.money.bankConflicts(finance, { first: 100, after });
      expect(rest.edges.length).toBe(page.totalCount - 1);
    });
  });
});
