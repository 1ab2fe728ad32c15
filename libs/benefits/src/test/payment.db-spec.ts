import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '@tongxing/database/testing';
import type { SignedIn } from '@tongxing/access';
import { maskName, newId, sha256Hex } from '@tongxing/platform';
import { Journal, StateHistory } from '../ledger.entity.js';
import { BankFile, Instruction, Payout } from '../payout.entity.js';
import {
  accountOf,
  approver,
  auditor,
  entities,
  finance,
  nameOf,
  officer,
  reconciler,
  releaser,
  reviewer,
  type Services,
  services,
} from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  beforeAll(async () => {
    app = await services(await engine.open());
  });
  afterAll(() => app.close());

  describe('one payment, from the form to the account', () => {
    const page = { first: 10 };
    let envelopeId: string;
    let ids: string[];
    let batchId: string;
    let noticeId: string;

    it('begins with money allotted by a paper, booked once', async () => {
      const envelope = await app.allot('10000', '同残发1号');
      envelopeId = envelope.id;
      expect(envelope).toMatchObject({ allottedYuan: '10000.00', availableYuan: '10000.00', state: 'OPEN' });
      await expect(app.allot('10000', '同残发1号')).rejects.toMatchObject({ code: 'DUPLICATE' });
      expect(await app.allot('-500', '同残发2号')).toMatchObject({ allottedYuan: '9500.00' });
      await expect(app.allot('-9500.01', '同残发3号')).rejects.toMatchObject({ code: 'AMOUNT_INVALID' });
    });

    it('an application is judged at once: result, reasons and trace are frozen with it', async () => {
      const seekers = await app.people(0, 3);
      ids = [];
      for (const [index, seeker] of seekers.entries()) {
        const closed = index === 2 ? { accountNumber: accountOf(2, '0404') } : { accountNumber: accountOf(index) };
        const made = await app.desk.apply(seeker, app.application(seeker, closed));
        ids.push(made.id);
        expect(made).toMatchObject({ state: 'COMPLETE', stateText: '材料齐', amountYuan: '1500.05', paidOn: null });
      }
      const queue = await app.desk.queue(reviewer, 'REVIEW', page);
      expect(queue.totalCount).toBe(3);
      const first = queue.edges[0]?.node;
      expect(first).toMatchObject({ id: ids[0], step: 'REVIEW', blocked: null, state: 'ELIGIBILITY_CHECKED' });
      expect(first?.eligibility.eligible).toBe(true);
      expect(first?.eligibility.reasons.every((reason) => reason.passed)).toBe(true);
      expect(first?.eligibility.trace.at(-1)).toMatchObject({ step: 'amount', value: '1500.05' });
      expect(JSON.stringify(queue)).not.toContain(accountOf(0));
    });

    it('two different persons decide, and the money is promised at the second approval only', async () => {
      for (const id of ids) await app.decide(reviewer, id, 'REVIEW');
      expect((await app.money.envelopes(finance))[0]).toMatchObject({ pledgedYuan: '0.00' });
      for (const id of ids) await app.decide(approver, id, 'APPROVE');
      expect((await app.money.envelopes(finance))[0]).toMatchObject({
        pledgedYuan: '4500.15',
        availableYuan: '4999.85',
      });
      const { decisions } = await app.desk.case(reviewer, ids[0] as string);
      expect(decisions.map((one) => one.step)).toEqual(['FILE', 'REVIEW', 'APPROVE']);
    });

    it('a notice shows masked names for working days, and cannot be closed before they are over', async () => {
      expect(await app.desk.candidates(officer, 'TRAIN')).toEqual({ count: 3, totalYuan: '4500.15' });
      const notice = await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
      noticeId = notice.id;
      expect(notice).toMatchObject({ startsOn: '2026-06-01', endsOn: '2026-06-08', lineCount: 3, open: true });
      await expect(app.desk.close(officer, noticeId, newId())).rejects.toMatchObject({ code: 'NOTICE_OPEN' });
      app.clock.set('2026-06-08T23:59:59+08:00');
      await expect(app.desk.close(officer, noticeId, newId())).rejects.toMatchObject({ code: 'NOTICE_OPEN' });
      await expect(app.money.seal(finance, { envelopeId, idempotencyKey: newId() })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
    });

    it('closing it sets the money aside, with one journal a payout', async () => {
      app.clock.set('2026-06-09T00:00:00+08:00');
      await app.desk.close(officer, noticeId, newId());
      await app.desk.close(officer, noticeId, newId());
      expect((await app.money.envelopes(finance))[0]).toMatchObject({
        pledgedYuan: '0.00',
        reservedYuan: '4500.15',
        availableYuan: '4999.85',
      });
      expect(await app.manager.countBy(Journal, { event: 'reserve' })).toBe(3);
    });

    it('a batch is sealed by finance and released by another person', async () => {
      const sealed = await app.money.seal(finance, { envelopeId, idempotencyKey: newId() });
      batchId = sealed.id;
      expect(sealed).toMatchObject({ state: 'SEALED', lines: 3, totalYuan: '4500.15' });
      expect(sealed.totalInCapitals).toBe('肆仟伍佰元壹角伍分');
      expect(sealed.sha256).toMatch(/^[0-9a-f]{64}$/);
      await expect(app.money.export(finance, batchId, newId())).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await expect(
        app.money.release({ ...finance, roles: ['RELEASER'] }, { id: batchId, idempotencyKey: newId() }),
      ).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      await expect(
        app.money.release({ ...approver, roles: ['RELEASER'] }, { id: batchId, idempotencyKey: newId() }),
      ).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      const released = await app.money.release(releaser, { id: batchId, idempotencyKey: newId() });
      expect(released.state).toBe('RELEASED');
    });

    it('who handles money sees whole names; the auditor, who only looks on, sees them masked everywhere', async () => {
      const [id] = ids as [string];
      const name = nameOf(0);
      const masked = maskName(name);
      const shown = async (viewer: SignedIn) => {
        const payouts = await app.money.payouts(viewer, undefined, page);
        const lines = await app.money.batchPayouts(viewer, batchId);
        const { applicantName, decisions } = await app.desk.case(viewer, id);
        const all = [payouts.edges.at(-1)?.node.payeeName, lines[0]?.payeeName, applicantName, decisions[0]?.by];
        return { all, text: JSON.stringify([payouts, lines, await app.desk.case(viewer, id)]), decisions };
      };
      for (const viewer of [finance, releaser, reconciler, reviewer, approver, officer])
        expect((await shown(viewer)).all).toEqual([name, name, name, name]);
      const { all, text, decisions } = await shown(auditor);
      expect(all).toEqual([masked, masked, masked, masked]);
      for (let index = 0; index < 3; index += 1) expect(text).not.toContain(nameOf(index));
      // Whoever decided answers for it by name.
      expect(decisions.slice(1).map((one) => one.by)).toEqual([reviewer.displayName, approver.displayName]);
      // Who holds another role besides sees what that role may.
      const both = { ...auditor, roles: ['AUDITOR', 'FINANCE'] as const };
      expect((await shown(both)).all[0]).toBe(name);
      // The queue of applications masks alike.
      const [waiting] = await app.people(50, 1);
      await app.desk.apply(waiting as SignedIn, app.application(waiting as SignedIn));
      const [queued] = (await app.desk.queue(auditor, 'REVIEW', page)).edges;
      expect(queued?.node.applicantName).toBe(maskName(nameOf(50)));
    });

    it('the bank file comes after committed intents, and is the same bytes every time (bad input 80)', async () => {
      expect(await app.manager.count(Instruction)).toBe(0);
      const file = await app.money.export(finance, batchId, newId());
      expect(await app.manager.countBy(Instruction, { state: 'INTENT', live: 1 })).toBe(3);
      expect(await app.manager.countBy(Payout, { state: 'SENDING' })).toBe(3);
      expect(await app.money.export(finance, batchId, newId())).toEqual(file);
      expect(await app.money.export(finance, batchId, newId(), 'generic-csv')).toEqual(file);
      // A key stands for one request: the same file again, or a refusal.
      const key = newId();
      const keyed = (profile?: string) => app.money.export(finance, batchId, key, profile);
      expect([await keyed(), await keyed()]).toEqual([file, file]);
      await expect(keyed('generic-csv')).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      await expect(app.money.sandboxRun(finance, batchId, key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      await expect(app.money.export(finance, batchId, 'kurz')).rejects.toMatchObject({ code: 'VALIDATION' });
      const { content } = await app.exports.open(finance, file.exportId);
      expect(sha256Hex(content)).toBe(file.sha256);
      expect(content.toString('latin1')).toContain(`|${accountOf(0)}|`);
      expect(await app.manager.count(BankFile)).toBe(1);
    });

    it('the bank pays two and refuses one; its return file is taken whole', async () => {
      const key = newId();
      const answer = await app.money.sandboxRun(finance, batchId, key);
      expect(await app.money.sandboxRun(finance, batchId, key)).toEqual(answer);
      await expect(app.money.sandboxRun(finance, newId(), key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      expect(await app.money.sandboxRun(finance, batchId, newId())).toEqual(answer);
      const { content } = await app.exports.open(reconciler, answer.exportId);
      const importId = await app.upload(content);
      expect(await app.imports.job(reconciler, importId)).toMatchObject({
        state: 'CHECKED',
        wrongCount: 0,
        changedCount: 3,
      });
      await expect(
        app.money.importReturn({ ...releaser, roles: ['RECONCILER'] }, importId, newId()),
      ).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      const taken = { paid: 2, failed: 1, unchanged: 0, totalYuan: '3000.10' };
      expect(await app.money.importReturn(reconciler, importId, newId())).toEqual(taken);
      expect((await app.money.batch(finance, batchId)).state).toBe('RECONCILED');
      // The bank file can still be had, and is still the one that was sent.
      const { exportId } = await app.money.export(finance, batchId, newId());
      expect(exportId).toBe((await app.money.batch(finance, batchId)).exportId);
      // The same file again, as another upload: the same answer, nothing posted.
      const journals = await app.manager.count(Journal);
      const again = await app.upload(content);
      expect(await app.money.importReturn(reconciler, again, newId())).toEqual(taken);
      expect(await app.manager.count(Journal)).toBe(journals);
    });

    it('the applicant sees 到账, the ledger balances to the fen, the bank paid each key once', async () => {
      const seeker = await app.desk.case(reviewer, ids[0] as string);
      expect(seeker.state).toBe('NOTICE_PASSED');
      const paid = await app.manager.findOneByOrFail(Payout, { applicationId: ids[0] });
      const mine = await app.desk.mine({ ...reviewer, personId: paid.personId });
      expect(mine[0]).toMatchObject({ state: 'PAID', stateText: '到账', paidOn: '2026-06-09', nextStep: null });
      expect((await app.money.envelopes(finance))[0]).toMatchObject({
        pledgedYuan: '0.00',
        reservedYuan: '1500.05',
        spentYuan: '3000.10',
        availableYuan: '4999.85',
      });
      expect(await app.ledger.verify()).toMatchObject({ ok: true, problems: [], payouts: 3, batches: 1 });
      const transfers = [...app.bank.transfers().values()];
      expect(transfers).toEqual([
        { times: 1, fen: 150_005 },
        { times: 1, fen: 150_005 },
      ]);
      const failed = await app.money.payouts(finance, 'FAILED', page);
      expect(failed.edges[0]?.node).toMatchObject({ failure: '账户已销户', maskedAccount: '************0404' });
      const ledger = await app.money.ledger(finance, envelopeId, { first: 100 });
      expect(ledger.edges.map((edge) => edge.node.event)).toContain('到账');
      const steps = await app.manager.find(StateHistory, { where: { subjectId: paid.id }, order: { id: 'ASC' } });
      expect(steps.map((step) => step.toState)).toEqual(['APPROVED', 'READY', 'BATCHED', 'QUEUED', 'SENDING', 'PAID']);
    });

    it('the recount finds a payout that was changed behind the services', async () => {
      const paid = await app.manager.findOneByOrFail(Payout, { applicationId: ids[0] });
      const amountFen = paid.amountFen + 1;
      await app.unitOfWork.run(() => app.unitOfWork.manager.update(Payout, { id: paid.id }, { amountFen }));
      const { ok, problems } = await app.ledger.verify();
      expect(ok).toBe(false);
      expect(new Set(problems.map((problem) => problem.invariant))).toEqual(new Set([7, 11, 15, 19]));
    });
  });
});
