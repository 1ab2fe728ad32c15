import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine } from '@tongxing/database/testing';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { Journal } from '../ledger.entity.js';
import { blindAccount, sealAccount } from '../payee.js';
import { BankFile, BankReturn, Batch, BatchLine, Instruction, Payout } from '../payout.entity.js';
import type { ReturnedLine } from '../sandbox-bank.js';
import { accountOf, entities, finance, reconciler, releaser, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  let next = 0;
  let envelopeId: string;
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
    await app.people(0, 40);
  });
  afterAll(() => app.close());

  /** Payouts that are ready, of people nobody used yet. */
  const ready = async (count: number): Promise<void> => {
    const people = await app.manager.find(Person, { order: { id: 'ASC' }, skip: next, take: count });
    for (const [index, person] of people.entries()) {
      const seeker = {
        id: person.id,
        displayName: person.name,
        roles: ['SEEKER' as const],
        divisionCode: '640324000000',
        personId: person.id,
      };
      await app.approved(seeker, { accountNumber: accountOf(next + index) });
    }
    next += count;
    await app.noticed();
  };
  const exported = async (count = 2): Promise<string> => {
    await ready(count);
    const batch = await app.released(envelopeId);
    await app.money.export(finance, batch.id, newId());
    return batch.id;
  };
  const take = async (content: Buffer) => app.money.importReturn(reconciler, await app.upload(content), newId());

  describe('a return file', () => {
    let batchId: string;
    beforeAll(async () => {
      batchId = await exported(3);
    });
    let before: { journals: number; paid: number };
    const now = async () => ({
      journals: await app.manager.count(Journal),
      paid: await app.manager.countBy(Payout, { state: 'PAID' }),
    });
    beforeEach(async () => {
      before = await now();
    });

    const first = (change: Partial<ReturnedLine>) => (lines: ReturnedLine[]) =>
      lines.map((line, index) => (index === 0 ? { ...line, ...change } : line));
    it.each<[string, string, string, (lines: ReturnedLine[]) => ReturnedLine[]]>([
      [
        'one fen less',
        'AMOUNT_MISMATCH',
        'row.2',
        (lines) => first({ paidFen: (lines[0] as ReturnedLine).paidFen - 1 })(lines),
      ],
      [
        'one fen more',
        'AMOUNT_MISMATCH',
        'row.2',
        (lines) => first({ paidFen: (lines[0] as ReturnedLine).paidFen + 1 })(lines),
      ],
      ['a failed line with money', 'AMOUNT_MISMATCH', 'row.2', first({ result: '失败', paidFen: 1 })],
      ['an unknown line', 'RETURN_UNKNOWN_LINE', 'row.2', first({ key: `P${newId()}-1` })],
      ['another account', 'RETURN_UNKNOWN_LINE', 'row.2', first({ accountNumber: accountOf(39) })],
      ['a doubled line', 'RETURN_DUPLICATE', 'row.5', (lines) => [...lines, lines[0] as ReturnedLine]],
      ['an unknown word', 'RETURN_RESULT', 'row.2', first({ result: '大概' })],
    ])('with %s is refused whole as %s (bad input 89)', async (_, code, field, change) => {
      const content = await app.returned(batchId, change);
      await expect(take(content)).rejects.toMatchObject({ code, field });
      expect(await now()).toEqual(before);
    });

    const edited = async (edit: (text: string) => string): Promise<Buffer> =>
      Buffer.from(edit((await app.returned(batchId)).toString('latin1')), 'latin1');
    it.each<[string, string, (text: string) => string]>([
      ['another total', 'RETURN_TOTAL', (text) => text.replace(/,4500\.15,3/, ',4500.16,3')],
      ['one line cut out', 'RETURN_TRUNCATED', (text) => text.replace(/\r\nB[^\r]+/, '')],
      ['the end cut off', 'RETURN_TRUNCATED', (text) => text.split('\r\n').slice(0, 3).join('\r\n')],
      [
        'another batch',
        'RETURN_UNKNOWN_BATCH',
        (text) => text.replaceAll(/B640324-\d+-\w+/g, 'B640324-20200101-FFFFFF'),
      ],
      [
        'one line of another batch',
        'RETURN_UNKNOWN_BATCH',
        (text) => text.replace(/B640324-\d+-\w+(?=,P[^,]+,,[^,]+,1500\.05,[^\r]+\r\nB[^\r]+\r\nB)/, 'B640324-X'),
      ],
      ['bytes of no encoding', 'RETURN_ENCODING', (text) => `${text}\xff\xff`],
    ])('with %s is refused whole as %s (bad input 89)', async (_, code, edit) => {
      await expect(take(await edited(edit))).rejects.toMatchObject({ code });
      expect(await now()).toEqual(before);
    });

    it('shows wrong lines at the upload already, and cannot be committed like a roster', async () => {
      const id = await app.upload(await app.returned(batchId, first({ paidFen: 1 })));
      const job = await app.imports.job(reconciler, id);
      expect(job).toMatchObject({ state: 'CHECKED', wrongCount: 1, codes: { AMOUNT_MISMATCH: 1 } });
      await expect(app.imports.commit(reconciler, id, 'GOOD')).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const elsewhere = { ...reconciler, divisionCode: '360734000000' };
      await expect(app.money.importReturn(elsewhere, id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is never mended line by line: what is taken is what the bank wrote', async () => {
      const id = await app.upload(await app.returned(batchId, first({ paidFen: 1 })));
      const { version } = await app.imports.row(reconciler, id, 2);
      const mend = () => app.imports.fixRow(reconciler, id, 2, version, [{ key: 'amount', value: '1500.05' }]);
      await expect(mend()).rejects.toMatchObject({ code: 'STATE_CONFLICT', hint: expect.stringContaining('换一份') });
      await expect(app.money.importReturn(reconciler, id, newId())).rejects.toMatchObject({ code: 'AMOUNT_MISMATCH' });
    });

    it('may come in parts; what it does not say stays as it is, and what it says twice is ignored', async () => {
      const part = await app.returned(batchId, (lines) => lines.slice(0, 1));
      expect(await take(part)).toEqual({ paid: 1, failed: 0, unchanged: 0, totalYuan: '1500.05' });
      expect((await app.money.batch(finance, batchId)).state).toBe('PARTLY_RETURNED');
      const conflict = await app.returned(batchId, first({ result: '失败', paidFen: 0 }));
      await expect(take(conflict)).rejects.toMatchObject({ code: 'RETURN_CONFLICT' });
      const all = await app.returned(batchId);
      expect(await take(all)).toEqual({ paid: 2, failed: 0, unchanged: 1, totalYuan: '3000.10' });
      expect((await app.money.batch(finance, batchId)).state).toBe('RECONCILED');
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('taken by two at once posts once, and both get the same answer', async () => {
      const id = await exported(2);
      const content = await app.returned(id);
      const [one, two] = [await app.upload(content), await app.upload(content)];
      const other = { ...reconciler, id: newId() };
      const settled = await Promise.allSettled([
        app.money.importReturn(reconciler, one, newId()),
        app.money.importReturn(other, two, newId()),
      ]);
      const good = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(good.length).toBeGreaterThan(0);
      for (const reply of good) expect(reply).toEqual({ paid: 2, failed: 0, unchanged: 0, totalYuan: '3000.10' });
      expect(await app.manager.countBy(BankReturn, { batchId: id })).toBe(1);
      const payouts = await app.manager.findBy(Payout, { batchId: id });
      for (const payout of payouts)
        expect(await app.manager.countBy(Journal, { payoutId: payout.id, event: 'paid' })).toBe(1);
      expect(await app.money.importReturn(other, two, newId())).toEqual(good[0]);
    });
  });

  describe('a sealed batch', () => {
    const change = (
      entity: typeof Payout | typeof BatchLine | typeof Batch | typeof Instruction,
      id: string,
      set: object,
    ) => app.unitOfWork.run(() => app.unitOfWork.manager.update(entity as never, { id } as never, set as never));

    it('that differs by one fen, one account or its total is neither released nor exported (bad input 79)', async () => {
      await ready(2);
      const { id } = await app.money.seal(finance, { envelopeId, idempotencyKey: newId() });
      const release = () => app.money.release(releaser, { id, idempotencyKey: newId() });
      const [payout] = (await app.batches.payoutsOf(id)) as [Payout, Payout];
      const { amountFen, secrets } = payout;
      const otherAccount = { accountName: payout.payeeName, accountNumber: accountOf(38) };
      const flips: [typeof Payout | typeof Batch, string, object, object, RegExp][] = [
        [Payout, payout.id, { amountFen: amountFen + 1 }, { amountFen }, /第 1 行/],
        [
          Payout,
          payout.id,
          { secrets: sealAccount(app.crypto, 'payout', payout.id, otherAccount) },
          { secrets },
          /第 1 行/,
        ],
        [Payout, payout.id, { personId: newId() }, { personId: payout.personId }, /第 1 行/],
        [Batch, id, { totalFen: amountFen * 2 + 1 }, { totalFen: amountFen * 2 }, /总额/],
      ];
      for (const [entity, row, wrong, right, message] of flips) {
        await change(entity, row, wrong);
        await expect(release()).rejects.toMatchObject({
          code: 'BATCH_HASH_MISMATCH',
          message: expect.stringMatching(message),
        });
        await change(entity, row, right);
      }
      await release();
      await change(Payout, payout.id, { amountFen: amountFen + 1 });
      await expect(app.money.export(finance, id, newId())).rejects.toMatchObject({ code: 'BATCH_HASH_MISMATCH' });
      expect(await app.manager.countBy(Instruction, { batchId: id })).toBe(0);
      await change(Payout, payout.id, { amountFen });
      await app.money.export(finance, id, newId());
    });

    it('leaves out who died since, with the reason, and is not exported when somebody dies after the release', async () => {
      await ready(3);
      const waiting = await app.manager.find(Payout, { where: { state: 'READY' }, order: { id: 'ASC' } });
      const dies = (payout: Payout | undefined, state: 'DECEASED' | 'ACTIVE') =>
        app.unitOfWork.run(() => app.unitOfWork.manager.update(Person, { id: payout?.personId as string }, { state }));
      await dies(waiting[0], 'DECEASED');
      const batch = await app.released(envelopeId);
      expect(batch.lines).toBe(2);
      expect(await app.manager.findOneBy(Payout, { id: waiting[0]?.id as string })).toMatchObject({
        state: 'READY',
        hold: expect.stringContaining('登记'),
      });
      await expect(app.money.seal(finance, { envelopeId, idempotencyKey: newId() })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      await dies(waiting[1], 'DECEASED');
      await expect(app.money.export(finance, batch.id, newId())).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('第 1 行'),
      });
      expect(await app.manager.countBy(Payout, { batchId: batch.id, state: 'QUEUED' })).toBe(2);
      await dies(waiting[1], 'ACTIVE');
      await app.money.export(finance, batch.id, newId());
    });

    it('with a payout on hold is not exported at all', async () => {
      await ready(2);
      const batch = await app.released(envelopeId);
      const [payout] = (await app.batches.payoutsOf(batch.id)) as [Payout];
      await change(Payout, payout.id, { hold: '异议' });
      await expect(app.money.export(finance, batch.id, newId())).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await app.manager.countBy(Instruction, { batchId: batch.id })).toBe(0);
      expect((await app.money.batch(finance, batch.id)).state).toBe('RELEASED');
    });

    it('killed between the intents and the file gives the file at the next try, with the same keys', async () => {
      await ready(2);
      const batch = await app.released(envelopeId);
      const { keep } = app.exports;
      app.exports.keep = () => Promise.reject(new Error('power cut'));
      const key = newId();
      await expect(app.money.export(finance, batch.id, key)).rejects.toThrow('power cut');
      app.exports.keep = keep;
      const keys = async () =>
        (await app.manager.findBy(Instruction, { batchId: batch.id })).map((row) => row.instructionKey).sort();
      const intents = await keys();
      expect(intents).toHaveLength(2);
      const file = await app.money.export(finance, batch.id, key);
      expect(await keys()).toEqual(intents);
      const { content } = await app.exports.open(finance, file.exportId);
      for (const key of intents) expect(content.toString('latin1')).toContain(key);
      // The kept bytes are lost with the disk: they come out the same from the rows.
      await app.unitOfWork.run(() => app.unitOfWork.manager.update(BankFile, { id: file.exportId }, { id: newId() }));
      const again = await app.money.export(finance, batch.id, newId());
      expect(again.exportId).not.toBe(file.exportId);
      expect((await app.exports.open(finance, again.exportId)).content.equals(content)).toBe(true);
    });

    it('killed after the intents goes on only where the rows are as sealed; else it refuses and leaves all as it was', async () => {
      await ready(2);
      const batch = await app.released(envelopeId);
      const { keep } = app.exports;
      app.exports.keep = () => Promise.reject(new Error('power cut'));
      await expect(app.money.export(finance, batch.id, newId())).rejects.toThrow('power cut');
      app.exports.keep = keep;
      const [payout] = (await app.batches.payoutsOf(batch.id)) as [Payout];
      const line = await app.manager.findOneByOrFail(BatchLine, { payoutId: payout.id, live: 1 });
      const attempt = await app.manager.findOneByOrFail(Instruction, { payoutId: payout.id, live: 1 });
      const account = { accountName: payout.payeeName, accountNumber: accountOf(38) };
      const { totalFen, lineCount } = await app.manager.findOneByOrFail(Batch, { id: batch.id });
      const { amountFen } = payout;
      const flips: [typeof Payout | typeof BatchLine | typeof Instruction | typeof Batch, string, object, object][] = [
        [Payout, payout.id, { amountFen: amountFen + 1 }, { amountFen }],
        [
          Payout,
          payout.id,
          {
            secrets: sealAccount(app.crypto, 'payout', payout.id, account),
            accountBlind: blindAccount(app.crypto, account),
          },
          { secrets: payout.secrets, accountBlind: payout.accountBlind },
        ],
        [Payout, payout.id, { secrets: 'v1.nothing' }, { secrets: payout.secrets }],
        [Payout, payout.id, { accountBlind: line.rowDigest }, { accountBlind: payout.accountBlind }],
        [BatchLine, line.id, { amountFen: amountFen - 1 }, { amountFen }],
        [Instruction, attempt.id, { amountFen: amountFen + 1 }, { amountFen }],
        [Instruction, attempt.id, { accountBlind: line.rowDigest }, { accountBlind: attempt.accountBlind }],
        [Instruction, attempt.id, { instructionKey: `P${newId()}-1` }, { instructionKey: attempt.instructionKey }],
        [Batch, batch.id, { totalFen: totalFen + 1 }, { totalFen }],
        [Batch, batch.id, { lineCount: 1 }, { lineCount }],
      ];
      for (const [entity, id, wrong, right] of flips) {
        await change(entity, id, wrong);
        await expect(app.money.export(finance, batch.id, newId())).rejects.toMatchObject({
          code: 'BATCH_HASH_MISMATCH',
        });
        expect(await app.manager.countBy(BankFile, { batchId: batch.id })).toBe(0);
        expect((await app.money.batch(finance, batch.id)).state).toBe('EXPORTED');
        expect(await app.manager.countBy(Payout, { batchId: batch.id, state: 'SENDING' })).toBe(2);
        await change(entity, id, right);
      }
      await app.money.export(finance, batch.id, newId());
    });

    it('of another county is not found', async () => {
      const [batch] = await app.manager.find(Batch, { take: 1 });
      const elsewhere = { ...finance, divisionCode: '360734000000' };
      const id = (batch as Batch).id;
      for (const call of [
        () => app.money.batch(elsewhere, id),
        () => app.money.batchPayouts(elsewhere, id),
        () => app.money.export(elsewhere, id, newId()),
        () => app.money.sandboxRun(elsewhere, id, newId()),
        () => app.money.seal(elsewhere, { envelopeId, idempotencyKey: newId() }),
        () => app.money.release({ ...releaser, divisionCode: '360734000000' }, { id, idempotencyKey: newId() }),
        () => app.money.ledger(elsewhere, envelopeId, { first: 1 }),
      ])
        await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await app.money.batches(elsewhere, { first: 5 })).totalCount).toBe(0);
      expect((await app.money.payouts(elsewhere, undefined, { first: 5 })).totalCount).toBe(0);
      expect(await app.money.envelopes(elsewhere)).toEqual([]);
    });
  });
});
