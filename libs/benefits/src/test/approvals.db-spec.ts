import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Idempotency, type SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { Approval, BenefitApplication, RightClaim } from '../application.entity.js';
import { Envelope, StateHistory } from '../ledger.entity.js';
import { Payout } from '../payout.entity.js';
import { accountOf, approver, entities, officer, reviewer, type Services, services, staff } from './setup.js';

const codesOf = (settled: readonly PromiseSettledResult<unknown>[]): string[] =>
  settled.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort();

eachEngine(entities, (engine) => {
  let app: Services;
  const pool: SignedIn[] = [];
  let next = 100;
  /** Somebody of the roster; with `over` somebody brought in for this spec. */
  const seeker = async (over?: Record<string, string>): Promise<SignedIn> => {
    if (over === undefined) return pool.shift() as SignedIn;
    next += 1;
    return (await app.people(next, 1, over))[0] as SignedIn;
  };
  beforeAll(async () => {
    app = await services(await engine.open());
    await app.allot('100000');
    pool.push(...(await app.people(1, 40)));
  });
  afterAll(() => app.close());

  describe('an application', () => {
    it('for one right is taken once, however many come at the same time (bad input 69)', async () => {
      const who = await seeker();
      const settled = await Promise.allSettled(
        ['中式面点', ' 中式 面点 ', '中式面点'].map((course) => app.desk.apply(who, app.application(who, { course }))),
      );
      expect(codesOf(settled)).toEqual(['DUPLICATE_APPLICATION', 'DUPLICATE_APPLICATION', 'done']);
      await expect(app.desk.apply(who, app.application(who))).rejects.toMatchObject({ code: 'DUPLICATE_APPLICATION' });
      expect(await app.manager.countBy(RightClaim, { personId: who.personId as string, live: 1 })).toBe(1);
      expect(await app.manager.countBy(BenefitApplication, { personId: who.personId as string })).toBe(1);
    });

    it('sent twice with one key gives one reply (bad input 73)', async () => {
      const who = await seeker();
      const input = app.application(who);
      const [one, two] = await Promise.all([app.desk.apply(who, input), app.desk.apply(who, input)]);
      expect(two).toEqual(one);
      expect(await app.desk.apply(who, input)).toEqual(one);
      expect(await app.manager.countBy(BenefitApplication, { personId: who.personId as string })).toBe(1);
    });

    it('with a key that stands for other content is refused (bad input 72)', async () => {
      const who = await seeker();
      const input = app.application(who);
      const one = await app.desk.apply(who, input);
      await expect(app.desk.apply(who, { ...input, feeYuan: '1500.06' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
      await expect(app.desk.apply(who, { ...input, idempotencyKey: 'kurz' })).rejects.toMatchObject({
        code: 'VALIDATION',
      });
      const rows = await app.manager.find(Idempotency);
      expect(JSON.stringify(rows)).not.toContain(one.id);
    });

    it('that names no account goes to the registered one; without any it is refused', async () => {
      const [registered, none] = [
        (await app.people(900, 1, { 银行账号: accountOf(900) }))[0] as SignedIn,
        (await app.people(901, 1))[0] as SignedIn,
      ];
      const silent = (who: SignedIn) => app.desk.apply(who, app.application(who, { accountNumber: undefined }));
      await expect(silent(none)).rejects.toMatchObject({ code: 'ACCOUNT_INVALID', field: 'accountNumber' });
      const { id } = await silent(registered);
      const { maskedAccount, personId } = await app.desk.case(reviewer, id);
      expect(maskedAccount.slice(-4)).toBe(accountOf(900).slice(-4));
      // Who decides has the application in hand; the register of people is the office's.
      expect(personId).toBeNull();
      expect((await app.desk.case(officer, id)).personId).toBe(registered.personId);
    });

    it.each([
      [{ schemeCode: 'NONE' }, 'NOT_FOUND', 'schemeCode'],
      [{ feeYuan: '0' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ feeYuan: '-1' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ feeYuan: '0.001' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ feeYuan: '1,000' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ feeYuan: '1e9' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ feeYuan: '9007199254740993' }, 'AMOUNT_INVALID', 'feeYuan'],
      [{ periodStart: '2026-02-30' }, 'VALIDATION', 'periodStart'],
      [{ periodEnd: '2026-02-01' }, 'VALIDATION', 'periodEnd'],
      [{ course: '面\u202E点' }, 'VALIDATION', 'course'],
      [{ accountNumber: '6217000000000000005' }, 'ACCOUNT_INVALID', 'accountNumber'],
      [{ accountName: '别人' }, 'NAME_MISMATCH', 'accountName'],
      [{ certificateObtained: false }, 'NOT_ELIGIBLE', 'COURSE_CERTIFICATE'],
      [{ periodEnd: '2026-12-31' }, 'NOT_ELIGIBLE', 'COURSE_ENDED'],
    ])('with %p is refused as %s, and leaves nothing', async (over, code, field) => {
      const who = await seeker();
      await expect(app.desk.apply(who, app.application(who, over))).rejects.toMatchObject({ code, field });
      expect(await app.manager.countBy(RightClaim, { personId: who.personId as string })).toBe(0);
      expect(await app.manager.countBy(Idempotency, { actorId: who.id })).toBe(0);
    });

    it('on a certificate that has expired is refused with the rule (bad input 70)', async () => {
      const who = await seeker({ 证件有效期至: '2026-02-28' });
      await expect(app.desk.apply(who, app.application(who))).rejects.toMatchObject({
        code: 'NOT_ELIGIBLE',
        field: 'CERTIFICATE_AT_START',
      });
    });

    it('that was returned is filed again in its place; one that was rejected frees its right', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      await app.decide(reviewer, id, 'REVIEW', 'RETURN');
      const [told] = await app.desk.mine(who);
      expect(told).toMatchObject({ state: 'TO_FIX', reason: '请补发票' });
      const again = await app.desk.apply(who, app.application(who, { applicationId: id, feeYuan: '1400' }));
      expect(again).toMatchObject({ id, state: 'COMPLETE', amountYuan: '1400.00' });
      await expect(
        app.desk.apply(who, app.application(who, { applicationId: id, course: '电工' })),
      ).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await app.decide(reviewer, id, 'REVIEW', 'REJECT');
      expect((await app.desk.mine(who))[0]).toMatchObject({ state: 'REFUSED', reason: '请补发票' });
      const fresh = await app.desk.apply(who, app.application(who));
      expect(fresh.id).not.toBe(id);
      const { decisions } = await app.desk.case(reviewer, id);
      expect(decisions.map((one) => [one.step, one.outcome])).toEqual([
        ['FILE', 'FILE'],
        ['REVIEW', 'RETURN'],
        ['FILE', 'FILE'],
        ['REVIEW', 'REJECT'],
      ]);
    });
  });

  describe('two approvals', () => {
    const both = (login: string): SignedIn => ({ ...staff(login, 'REVIEWER'), roles: ['REVIEWER', 'APPROVER'] });

    it('are of two persons, whatever roles one holds (bad input 24)', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      const one = both('both1');
      await app.decide(one, id, 'REVIEW');
      expect((await app.desk.case(one, id)).blocked).toContain('换一位同事');
      await expect(app.decide(one, id, 'APPROVE')).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      await expect(app.decide(reviewer, id, 'APPROVE')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await app.decide(both('both2'), id, 'APPROVE');
      expect(await app.manager.countBy(Approval, { applicationId: id, live: 1 })).toBe(3);
    });

    it('are never of the applicant or of the household (bad input 23)', async () => {
      const who = await seeker({ 户号: 'SAME' });
      const wife = await seeker({ 户号: 'SAME', 与户主关系: '配偶' });
      const { id } = await app.desk.apply(who, app.application(who));
      for (const own of [who, wife]) {
        const viewer = { ...own, roles: ['REVIEWER', 'APPROVER'] as const };
        expect((await app.desk.case(viewer, id)).blocked).toContain('家人');
        await expect(app.decide(viewer, id, 'REVIEW')).rejects.toMatchObject({ code: 'SELF_APPROVAL' });
      }
    });

    it('of one step at the same time: one is done, the other finds the step taken (bad input 74)', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      const settled = await Promise.allSettled([
        app.decide(staff('rev1', 'REVIEWER'), id, 'REVIEW'),
        app.decide(staff('rev2', 'REVIEWER'), id, 'REVIEW'),
      ]);
      expect(codesOf(settled)).toEqual(['STATE_CONFLICT', 'done']);
    });

    it('want the version that was read (bad input 75)', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      for (const version of [0, 7])
        await expect(app.decide(reviewer, id, 'REVIEW', 'APPROVE', { version })).rejects.toMatchObject({
          code: 'VERSION_CONFLICT',
        });
      expect(await app.manager.countBy(Approval, { applicationId: id, step: 'REVIEW' })).toBe(0);
    });

    it('want a reason to refuse, and the region', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      await expect(app.decide(reviewer, id, 'REVIEW', 'REJECT', { reason: ' ' })).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'reason',
      });
      const elsewhere = { ...reviewer, divisionCode: '360734000000' };
      await expect(app.desk.case(elsewhere, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await app.desk.queue(elsewhere, 'REVIEW', { first: 10 })).totalCount).toBe(0);
    });

    it('ask the rules again: who lost the certificate since is not approved (bad input 71)', async () => {
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      await app.unitOfWork.run(() =>
        app.unitOfWork.manager.update(Person, { id: who.personId as string }, { state: 'DECEASED' }),
      );
      await expect(app.decide(reviewer, id, 'REVIEW')).rejects.toMatchObject({ code: 'NOT_ELIGIBLE', field: 'ALIVE' });
    });

    it('of two courses of one person never exceed the yearly maximum, at once or one after the other', async () => {
      const who = await seeker();
      const ids: string[] = [];
      // One stands already: the race is for the rest of the year's amount.
      await app.approved(who, { course: '小课', feeYuan: '100' });
      for (const course of ['甲课', '乙课', '丙课']) {
        const { id } = await app.desk.apply(who, app.application(who, { course, feeYuan: '2000' }));
        await app.decide(reviewer, id, 'REVIEW');
        ids.push(id);
      }
      const settled = await Promise.allSettled(ids.map((id) => app.decide(approver, id, 'APPROVE')));
      const codes = codesOf(settled);
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(codes.filter((code) => !['done', 'AMOUNT_MISMATCH', 'STATE_CONFLICT'].includes(code))).toEqual([]);
      const payouts = await app.manager.findBy(Payout, { personId: who.personId as string });
      expect(payouts.map((payout) => payout.amountFen).sort()).toEqual([10_000, 200_000]);
    });
  });

  describe('the budget', () => {
    it('with money for one: of two approvals at once one gets it, and the loser leaves nothing behind (bad input 76)', async () => {
      const [envelope] = await app.manager.find(Envelope);
      const { allottedFen, pledgedFen } = envelope as Envelope;
      const room = allottedFen - pledgedFen;
      await app.allot(`-${((room - 150_005) / 100).toFixed(2)}`);
      const ids: string[] = [];
      for (let count = 0; count < 2; count += 1) {
        const who = await seeker();
        const { id } = await app.desk.apply(who, app.application(who, { accountNumber: accountOf(count) }));
        await app.decide(reviewer, id, 'REVIEW');
        ids.push(id);
      }
      const approvers = [staff('app1', 'APPROVER'), staff('app2', 'APPROVER')];
      const settled = await Promise.allSettled(
        ids.map((id, index) => app.decide(approvers[index] as SignedIn, id, 'APPROVE')),
      );
      expect(codesOf(settled)).toEqual(['BUDGET_EXHAUSTED', 'done']);
      const lost = settled.findIndex((one) => one.status === 'rejected');
      const loser = ids[lost] as string;
      expect((await app.desk.case(reviewer, loser)).state).toBe('REVIEWED');
      expect(await app.manager.countBy(Payout, { applicationId: loser })).toBe(0);
      expect(await app.manager.countBy(Approval, { applicationId: loser, step: 'APPROVE' })).toBe(0);
      expect(await app.manager.countBy(StateHistory, { subjectId: loser, event: 'approve' })).toBe(0);
      expect(await app.manager.countBy(Idempotency, { actorId: approvers[lost]?.id as string })).toBe(0);
      expect(settled[lost]).toMatchObject({ reason: { message: expect.stringContaining('还剩 0.00 元') } });
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('that is closed promises nothing (bad input 86)', async () => {
      const set = (from: Envelope['state'], to: Envelope['state']) =>
        app.unitOfWork.run(() => app.unitOfWork.manager.update(Envelope, { state: from }, { state: to }));
      await set('OPEN', 'CLOSED');
      const who = await seeker();
      const { id } = await app.desk.apply(who, app.application(who));
      await app.decide(reviewer, id, 'REVIEW');
      await expect(app.decide(approver, id, 'APPROVE')).rejects.toMatchObject({ code: 'ENVELOPE_CLOSED' });
      await expect(app.allot('1')).rejects.toMatchObject({ code: 'ENVELOPE_CLOSED' });
      await set('CLOSED', 'OPEN');
    });
  });

  describe('a notice', () => {
    it('is published once per key, and its replay says the same', async () => {
      const key = newId();
      const one = await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: key });
      expect(await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: key })).toEqual(one);
      await expect(app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      const elsewhere = { ...officer, divisionCode: '360734000000' };
      app.clock.set('2026-07-01T09:00:00+08:00');
      await expect(app.desk.close(elsewhere, one.id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('keeps a line with an objection back; one that is upheld frees its money and its right', async () => {
      const payouts = await app.manager.findBy(Payout, { state: 'APPROVED' });
      const [first, second] = payouts as [Payout, Payout];
      const notice = first.noticeId as string;
      await app.unitOfWork.run(() => app.notices.onUpheld(notice, first.applicationId));
      await app.unitOfWork.run(() =>
        app.notices.onClosed(
          notice,
          payouts.slice(2).map((payout) => payout.applicationId),
          [first.applicationId, second.applicationId],
        ),
      );
      expect(await app.manager.findOneBy(Payout, { id: first.id })).toMatchObject({ state: 'VOIDED' });
      expect(await app.manager.findOneBy(Payout, { id: second.id })).toMatchObject({ state: 'APPROVED' });
      expect(await app.manager.countBy(RightClaim, { applicationId: first.applicationId, live: 1 })).toBe(0);
      await app.unitOfWork.run(() => app.notices.onReleased(notice, second.applicationId));
      expect(await app.manager.findOneBy(Payout, { id: second.id })).toMatchObject({ state: 'READY' });
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });
  });
});
