import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { PublicNotice } from '@tongxing/notices';
import { newId } from '@tongxing/platform';
import { BenefitApplication } from '../application.entity.js';
import { Envelope, Journal } from '../ledger.entity.js';
import { BankFile, Instruction, Payout } from '../payout.entity.js';
import { accountOf, approver, entities, finance, officer, reviewer, type Services, services } from './setup.js';

/** Rows of security.md §10 that need a payment under way. */
eachEngine(entities, (engine) => {
  let app: Services;
  let envelopeId: string;
  let next = 0;
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
  });
  afterAll(() => app.close());

  const seeker = async (over: Record<string, string> = {}): Promise<SignedIn> => {
    const [one] = await app.people((next += 1), 1, over);
    return one as SignedIn;
  };

  it('a name that the bank’s encoding lacks is paid nobody under "?": its lines are named, nothing is sent (bad input 55)', async () => {
    const names = ['甲一', '马𬱟', '甲😀', '㛃子'];
    for (const 姓名 of names) await app.approved(await seeker({ 姓名 }), { accountNumber: accountOf(next) });
    await app.noticed();
    const batch = await app.released(envelopeId);
    const inOrder = (await app.money.batchPayouts(finance, batch.id)).map(({ payeeName }) => payeeName);
    const wrong = inOrder.flatMap((name, index) => (name === '甲一' ? [] : [index + 1]));
    await expect(app.money.export(finance, batch.id, newId())).rejects.toMatchObject({
      code: 'NOT_ENCODABLE',
      message: `第 ${wrong.join('、')} 行的户名银行文件写不了。`,
    });
    expect(await app.manager.countBy(Instruction, { batchId: batch.id })).toBe(0);
    expect(await app.manager.countBy(BankFile, { batchId: batch.id })).toBe(0);
    expect((await app.money.batch(finance, batch.id)).state).toBe('RELEASED');
    // A format whose encoding has them takes them as they are.
    const file = await app.money.export(finance, batch.id, newId(), 'generic-csv');
    const { content } = await app.exports.open(finance, file.exportId);
    for (const name of names) expect(content.toString('utf8')).toContain(`,${name},`);
    expect(content.toString('utf8')).not.toContain('?');
  });

  it('an account that was changed after the first approval goes back to the review (bad input 78)', async () => {
    const who = await seeker();
    const { id } = await app.desk.apply(who, app.application(who, { accountNumber: accountOf(500) }));
    await app.decide(reviewer, id, 'REVIEW');
    const again = { applicationId: id, accountNumber: accountOf(501) };
    await expect(app.desk.apply(who, app.application(who, again))).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    await app.decide(approver, id, 'APPROVE', 'RETURN');
    await app.desk.apply(who, app.application(who, again));
    expect(await app.manager.findOneBy(BenefitApplication, { id })).toMatchObject({
      state: 'ELIGIBILITY_CHECKED',
      round: 2,
    });
    await expect(app.decide(approver, id, 'APPROVE')).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    await app.decide(reviewer, id, 'REVIEW');
    await app.decide(approver, id, 'APPROVE');
    const { maskedAccount } = await app.desk.case(reviewer, id);
    expect(maskedAccount.slice(-4)).toBe(accountOf(501).slice(-4));
  });

  it('a reserve in a closed year leaves the notice open and the money promised (bad input 86)', async () => {
    const applicationId = await app.approved(await seeker(), { accountNumber: accountOf(next) });
    const notice = await app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
    app.clock.set(`${notice.endsOn}T23:00:00+08:00`);
    app.clock.advanceDays(1);
    const set = (state: Envelope['state']) =>
      app.unitOfWork.run(() => app.unitOfWork.manager.update(Envelope, { id: envelopeId }, { state }));
    await set('CLOSED');
    const before = await app.manager.findOneByOrFail(Envelope, { id: envelopeId });
    await expect(app.desk.close(officer, notice.id, newId())).rejects.toMatchObject({ code: 'ENVELOPE_CLOSED' });
    const { pledgedFen, reservedFen } = before;
    expect(await app.manager.findOneBy(Envelope, { id: envelopeId })).toMatchObject({ pledgedFen, reservedFen });
    expect((await app.manager.findOneByOrFail(PublicNotice, { id: notice.id })).state).toBe('PUBLISHED');
    const payout = await app.manager.findOneByOrFail(Payout, { applicationId });
    expect(payout.state).toBe('APPROVED');
    expect(await app.manager.countBy(Journal, { payoutId: payout.id })).toBe(0);
    await set('OPEN');
    await app.desk.close(officer, notice.id, newId());
    expect((await app.manager.findOneByOrFail(Payout, { applicationId })).state).toBe('READY');
    expect(await app.ledger.verify()).toMatchObject({ ok: true });
  });
});
