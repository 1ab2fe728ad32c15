import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Message, MessageService, type SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { NoticeLine } from '@tongxing/notices';
import { newId } from '@tongxing/platform';
import { Batch, Instruction } from '../payout.entity.js';
import { SettlementService } from '../settlement.service.js';
import {
  accountOf,
  approver,
  entities,
  finance,
  officer,
  reconciler,
  reviewer,
  type Services,
  services,
} from './setup.js';

eachEngine(entities, (engine) => {
  let on: Services;
  let made = 0;
  beforeAll(async () => {
    on = await services(await engine.open());
    await on.allot('100000');
  });
  afterAll(() => on.close());

  const somebody = async (): Promise<SignedIn> => {
    const [seeker] = await on.people((made += 1), 1, { 联系电话: `139${String(made).padStart(8, '0')}` });
    return seeker as SignedIn;
  };
  /** What a person was told, oldest first. */
  const toldTo = async ({ personId = '' }: SignedIn): Promise<string[]> => {
    const rows = await on.manager.find(Message, { where: { personId }, order: { id: 'ASC' } });
    return rows.map(({ id, text }) => on.crypto.open(text, `message|text|${id}`));
  };
  const smsTo = async ({ personId = '' }: SignedIn): Promise<string[]> => {
    const rows = await on.manager.find(Message, { where: { personId }, order: { id: 'ASC' } });
    return rows.map(({ id, smsText }) => on.crypto.open(smsText as string, `message|smsText|${id}`));
  };

  it('an application that is returned, and then rejected, tells the reason that the own page shows', async () => {
    const seeker = await somebody();
    const { id } = await on.desk.apply(seeker, on.application(seeker));
    await on.decide(reviewer, id, 'REVIEW', 'RETURN', { reason: '请补发票' });
    await on.desk.apply(seeker, on.application(seeker, { applicationId: id }));
    await on.decide(reviewer, id, 'REVIEW', 'REJECT', { reason: '这门课不在目录里。' });
    expect(await toldTo(seeker)).toEqual([
      '您申请的「职业技能培训补贴」要补充。理由：请补发票。请改好，再提交一次。',
      '您申请的「职业技能培训补贴」没有通过。理由：这门课不在目录里。有疑问请打 12385。',
    ]);
    for (const sms of await smsTo(seeker)) expect(sms).not.toMatch(/补贴|培训|残疾|通过|发票|元/);
  });

  it('a decision sent twice, or refused, or undone, tells nothing more', async () => {
    const seeker = await somebody();
    const { id } = await on.desk.apply(seeker, on.application(seeker));
    const { version } = await on.desk.case(reviewer, id);
    const decision = { id, version, step: 'REVIEW' as const, outcome: 'APPROVE' as const, idempotencyKey: newId() };
    await on.desk.decide(reviewer, decision);
    await on.desk.decide(reviewer, decision);
    await expect(on.desk.decide(reviewer, { ...decision, idempotencyKey: newId() })).rejects.toMatchObject({
      code: 'STATE_CONFLICT',
    });
    await expect(
      on.unitOfWork.run(async () => {
        await on.decide(approver, id, 'APPROVE');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await toldTo(seeker)).toEqual(['您申请的「职业技能培训补贴」：第一次审核通过了，等第二位工作人员审批。']);
  });

  describe('from the second approval to the account', () => {
    let paid: SignedIn;
    let failed: SignedIn;
    let objected: SignedIn;
    let batchId: string;

    it('the approval and the days of the notice are told, to everybody on it', async () => {
      [paid, failed, objected] = [await somebody(), await somebody(), await somebody()];
      for (const [seeker, account] of [
        [paid, accountOf(10)],
        [failed, accountOf(11, '0404')],
        [objected, accountOf(12)],
      ] as const)
        await on.approved(seeker, { accountNumber: account });
      const notice = await on.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
      for (const seeker of [paid, failed, objected])
        expect((await toldTo(seeker)).slice(1)).toEqual([
          '您申请的「职业技能培训补贴」：审批通过了，等公示。',
          '您申请的「职业技能培训补贴」从2026年6月1日到2026年6月8日公示。公示期满没有异议，就发到您的账户。',
        ]);
      const lines = await on.manager.findBy(NoticeLine, { noticeId: notice.id });
      const mine = (await on.desk.mine(objected))[0]?.id;
      const line = lines.find(({ subjectId }) => subjectId === mine);
      const objection = await on.objections.lodge({
        noticeId: notice.id,
        lineId: line?.id ?? null,
        text: '没有上课',
        idempotencyKey: newId(),
      });
      await on.objections.decide(officer, {
        id: objection.id,
        outcome: 'UPHELD',
        reason: '查实没有上课',
        idempotencyKey: newId(),
      });
      expect((await toldTo(objected)).at(-1)).toBe(
        '您申请的「职业技能培训补贴」公示时有人提出异议，查实后不再发放。有疑问请打 12385。',
      );
      on.clock.set(`${notice.endsOn}T23:00:00+08:00`);
      on.clock.advanceDays(1);
      await on.desk.close(officer, notice.id, newId());
    });

    it('the money is told once, however often the bank says it', async () => {
      const [envelope] = await on.money.envelopes(finance);
      const batch = await on.released(envelope?.id as string);
      batchId = batch.id;
      await on.money.export(finance, batchId, newId());
      const { exportId } = await on.money.sandboxRun(finance, batchId, newId());
      const { content } = await on.exports.open(reconciler, exportId);
      const taken = { paid: 1, failed: 1 };
      expect(await on.money.importReturn(reconciler, await on.upload(content), newId())).toMatchObject(taken);
      expect((await toldTo(paid)).slice(3)).toEqual([
        `您申请的「职业技能培训补贴」 1500.05 元已经发放，到账请看银行卡（尾号 ${accountOf(10).slice(-4)}）。`,
      ]);
      expect((await toldTo(failed)).slice(3)).toEqual([
        '您申请的「职业技能培训补贴」 1500.05 元：银行没有发成，工作人员会和您核对账户。您也可以带银行卡到残联服务窗口核对，或打 12385。',
      ]);
      const told = [...(await toldTo(paid)), ...(await toldTo(failed))];
      for (const sms of [...(await smsTo(paid)), ...(await smsTo(failed))])
        expect(sms).not.toMatch(/补贴|培训|\d+ ?元|尾号/);
      expect(await on.money.importReturn(reconciler, await on.upload(content), newId())).toMatchObject(taken);
      expect([...(await toldTo(paid)), ...(await toldTo(failed))]).toEqual(told);
    });

    it('a settlement that comes again is refused as a whole, and leaves no message', async () => {
      const batch = await on.manager.findOneByOrFail(Batch, { id: batchId });
      const instructions = await on.manager.findBy(Instruction, { batchId });
      const before = await on.manager.count(Message);
      const again = on.unitOfWork.run(() =>
        on.app.get(SettlementService).settle(
          batch,
          instructions.map((instruction) => ({ instruction, result: 'PAID' as const })),
          '再来一次',
          null,
        ),
      );
      await expect(again).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await on.manager.count(Message)).toBe(before);
    });
  });

  it('who wants no text messages reads it in the portal', async () => {
    const seeker = await somebody();
    await on.app.get(MessageService).setSms(seeker, false);
    const { id } = await on.desk.apply(seeker, on.application(seeker, { accountNumber: accountOf(30) }));
    await on.decide(reviewer, id, 'REVIEW');
    expect(await on.manager.findBy(Message, { personId: seeker.personId as string })).toMatchObject([
      { smsState: 'OPTED_OUT', phone: null },
    ]);
  });
});
