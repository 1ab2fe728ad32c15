import { Person } from '@tongxing/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '@tongxing/database/testing';
import { BenefitApplication } from '../application.entity.js';
import { approver, entities, finance, officer, reviewer, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  beforeAll(async () => {
    app = await services(await engine.open());
  });
  afterAll(() => app.close());

  describe('the demonstration', () => {
    it('seeds a county once, by the services themselves, so that queues, notice and ledger are true', async () => {
      const expired = await app.people(20, 2, { 证件有效期至: '2020-01-01' });
      const people = [...expired, ...(await app.people(0, 12))].map((seeker) => seeker.personId as string);
      const seeded = await app.demo.seedDemo({ divisionCode: '640324', personIds: people });
      expect(seeded).toMatchObject({ applications: 10, stoppedBy: null });
      const counts: Record<string, number> = {};
      for (const { state } of await app.manager.find(BenefitApplication)) counts[state] = (counts[state] ?? 0) + 1;
      expect(counts).toEqual({
        NOTICE: 3,
        APPROVED: 1,
        REVIEWED: 2,
        ELIGIBILITY_CHECKED: 2,
        RETURNED_FOR_FIX: 1,
        REJECTED: 1,
      });
      expect((await app.desk.queue(reviewer, 'REVIEW', { first: 10 })).totalCount).toBe(2);
      expect((await app.desk.queue(approver, 'APPROVE', { first: 10 })).totalCount).toBe(2);
      expect(await app.desk.candidates(officer, 'TRAIN')).toEqual({ count: 1, totalYuan: '1680.00' });
      expect(await app.money.envelopes(finance)).toMatchObject([{ allottedYuan: '300000.00', pledgedYuan: '5180.00' }]);
      expect(await app.ledger.verify()).toMatchObject({ ok: true, payouts: 4 });
      expect(await app.demo.seedDemo({ divisionCode: '640324', personIds: people })).toMatchObject({
        envelopeId: null,
        applications: 0,
      });
    });

    it('says which parameter a county lacks, and leaves it with its envelope alone', async () => {
      const [seeker] = await app.people(30, 1);
      const there = { divisionCode: '360734100201' };
      await app.unitOfWork.run(() => app.unitOfWork.manager.update(Person, { id: seeker?.personId as string }, there));
      const seeded = await app.demo.seedDemo({ divisionCode: '360734', personIds: [seeker?.personId as string] });
      expect(seeded).toMatchObject({ applications: 0, stoppedBy: 'benefit.train.max' });
    });
  });
});
