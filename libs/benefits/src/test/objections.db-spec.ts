import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { NoticeLine, PublicNotice } from '@tongxing/notices';
import { newId } from '@tongxing/platform';
import { BenefitApplication, RightClaim } from '../application.entity.js';
import { Journal, StateHistory } from '../ledger.entity.js';
import { Payout } from '../payout.entity.js';
import { accountOf, entities, finance, officer, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  let envelopeId: string;
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
  });
  afterAll(() => app.close());

  const publish = async (seekers: readonly SignedIn[]): Promise<{ noticeId: string; ids: string[] }> => {
    const ids: string[] = [];
    for (const [index, seeker] of seekers.entries())
      ids.push(await app.approved(seeker, { accountNumber: accountOf(index) }));
    return { noticeId: (await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() })).id, ids };
  };
  /** @param applicationId left out: against the whole notice */
  const object = async (noticeId: string, applicationId?: string): Promise<string> => {
    const where = { noticeId, subjectId: applicationId ?? '' };
    const line = applicationId ? await app.manager.findOneByOrFail(NoticeLine, where) : null;
    const text = '名单不对';
    return (await app.objections.lodge({ noticeId, lineId: line?.id ?? null, text, idempotencyKey: newId() })).id;
  };
  const decide = (id: string, outcome: 'UPHELD' | 'DISMISSED', viewer = officer) =>
    app.objections.decide(viewer, { id, outcome, reason: '查过', idempotencyKey: newId() });
  const application = (id: string) => app.manager.findOneByOrFail(BenefitApplication, { id });
  const payout = (applicationId: string) => app.manager.findOneByOrFail(Payout, { applicationId });
  const afterDays = (days: number) => app.clock.advanceDays(days);

  describe('an objection to the whole notice that is upheld', () => {
    let noticeId: string;
    let ids: string[];
    let held: string;
    beforeAll(async () => {
      ({ noticeId, ids } = await publish(await app.people(0, 3)));
      held = await object(noticeId, ids[2]);
      await decide(await object(noticeId), 'UPHELD');
    });

    it('withdraws it: its applications wait for another one, and nothing of it can be paid', async () => {
      expect(await app.manager.findOneBy(PublicNotice, { id: noticeId })).toMatchObject({ state: 'WITHDRAWN' });
      for (const id of ids.slice(0, 2)) {
        expect(await application(id)).toMatchObject({ state: 'APPROVED', noticeId: null });
        expect(await payout(id)).toMatchObject({ state: 'APPROVED', noticeId: null });
        const [last] = await app.manager.find(StateHistory, {
          where: { subjectId: id },
          order: { id: 'DESC' },
          take: 1,
        });
        expect(last).toMatchObject({ event: 'noticeWithdrawn', fromState: 'NOTICE', toState: 'APPROVED' });
        // Approved is approved: right and promise stand.
        expect(await app.manager.countBy(RightClaim, { applicationId: id, live: 1 })).toBe(1);
      }
      afterDays(15);
      await expect(app.desk.close(officer, noticeId, newId())).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await expect(app.money.seal(finance, { envelopeId, idempotencyKey: newId() })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      expect(await app.manager.countBy(Journal, { event: 'reserve' })).toBe(0);
      expect((await app.money.envelopes(finance))[0]).toMatchObject({ pledgedYuan: '4500.15', reservedYuan: '0.00' });
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });

    it('leaves who has an objection of his own waiting for its decision, and only then lets him be published again', async () => {
      expect(await application(ids[2] as string)).toMatchObject({ state: 'OBJECTION_HOLD', noticeId });
      expect(await app.desk.candidates(officer, 'TRAIN')).toMatchObject({ count: 2 });
      await decide(held, 'DISMISSED');
      expect(await application(ids[2] as string)).toMatchObject({ state: 'APPROVED', noticeId: null });
      expect(await app.desk.candidates(officer, 'TRAIN')).toMatchObject({ count: 3 });
    });

    it('does not stand in the way of the next notice, which takes a whole period again and then pays', async () => {
      const again = await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
      expect(again).toMatchObject({ lineCount: 3, open: true });
      await expect(app.desk.close(officer, again.id, newId())).rejects.toMatchObject({ code: 'NOTICE_OPEN' });
      afterDays(15);
      await app.desk.close(officer, again.id, newId());
      expect(await app.money.seal(finance, { envelopeId, idempotencyKey: newId() })).toMatchObject({ lines: 3 });
      expect(await app.ledger.verify()).toMatchObject({ ok: true });
    });
  });

  it('an objection to a line that is upheld after the whole notice was withdrawn ends its application', async () => {
    const { noticeId, ids } = await publish(await app.people(10, 2));
    const own = await object(noticeId, ids[0]);
    await decide(await object(noticeId), 'UPHELD');
    await decide(own, 'UPHELD');
    expect(await application(ids[0] as string)).toMatchObject({ state: 'REJECTED' });
    expect(await payout(ids[0] as string)).toMatchObject({ state: 'VOIDED' });
    expect(await app.manager.countBy(RightClaim, { applicationId: ids[0] as string, live: 1 })).toBe(0);
    expect(await application(ids[1] as string)).toMatchObject({ state: 'APPROVED' });
    expect(await app.ledger.verify()).toMatchObject({ ok: true });
  });

  describe('an objection', () => {
    let noticeId: string;
    let ids: string[];
    let payee: SignedIn;
    let wife: SignedIn;
    let stranger: SignedIn;
    beforeAll(async () => {
      [payee] = (await app.people(20, 1, { 户号: 'SAME' })) as [SignedIn];
      [wife] = (await app.people(21, 1, { 户号: 'SAME', 与户主关系: '配偶' })) as [SignedIn];
      [stranger] = (await app.people(22, 1)) as [SignedIn];
      ({ noticeId, ids } = await publish([payee, stranger]));
    });
    const asOfficer = (viewer: SignedIn): SignedIn => ({ ...viewer, roles: ['OFFICER'] });

    it.each(['UPHELD', 'DISMISSED'] as const)('is never decided %s by the payee or the household', async (outcome) => {
      for (const against of [ids[0], undefined]) {
        const objection = await object(noticeId, against);
        for (const own of [payee, wife])
          await expect(decide(objection, outcome, asOfficer(own))).rejects.toMatchObject({ code: 'SELF_APPROVAL' });
        const [standing] = (await app.objections.ofNotice(officer, noticeId)).filter((one) => one.id === objection);
        expect(standing).toMatchObject({ state: 'OPEN', reason: null });
        await decide(objection, 'DISMISSED');
      }
      expect(await app.manager.findOneBy(PublicNotice, { id: noticeId })).toMatchObject({ state: 'PUBLISHED' });
      expect(await application(ids[0] as string)).toMatchObject({ state: 'NOTICE' });
    });

    it('to another line is no concern of theirs', async () => {
      const objection = await object(noticeId, ids[1]);
      expect(await decide(objection, 'DISMISSED', asOfficer(wife))).toMatchObject({ state: 'DISMISSED' });
    });
  });
});
