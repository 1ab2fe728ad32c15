import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Divisions, type SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { PeopleService } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { payoutReveals } from '../benefit.reveals.js';
import { Payout } from '../payout.entity.js';
import {
  accountOf,
  auditor,
  entities,
  finance,
  reconciler,
  releaser,
  type Services,
  services,
  staff,
} from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  beforeAll(async () => {
    app = await services(await engine.open());
  });
  afterAll(() => app.close());

  const look = async (viewer: SignedIn, id: string): Promise<string | undefined> => {
    const kind = payoutReveals(app.unitOfWork, app.app.get(PeopleService), app.app.get(Divisions), app.crypto);
    const [field] = kind.fields;
    try {
      return field?.value((await kind.find(viewer, id)).thing);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const handOf = async (viewer: SignedIn, batchId: string): Promise<boolean[]> =>
    (await app.money.batchPayouts(viewer, batchId)).map(({ accountInHand }) => accountInHand);

  describe('the account of a payout', () => {
    it('is seen by finance from the sealing until it is paid, and again when it came back', async () => {
      const { id: envelopeId } = await app.allot('10000');
      const [one, two] = (await app.people(0, 2)) as [SignedIn, SignedIn];
      await app.approved(one, { accountNumber: accountOf(1) });
      await app.approved(two, { accountNumber: accountOf(2) });
      const [first, second] = (await app.manager.find(Payout, { order: { createdAt: 'ASC', id: 'ASC' } })).map(
        ({ id }) => id,
      ) as [string, string];
      expect(await look(finance, first)).toBe('NOT_FOUND');
      await app.noticed();
      expect(await look(finance, first)).toBe('NOT_FOUND');
      const batch = await app.money.seal(finance, { envelopeId, idempotencyKey: newId() });
      for (const viewer of [finance, releaser, reconciler]) {
        expect(await look(viewer, first)).toBe(accountOf(1));
        expect(await handOf(viewer, batch.id)).toEqual([true, true]);
      }
      expect(await handOf(auditor, batch.id)).toEqual([false, false]);
      expect(await look(auditor, first)).toBe('NOT_FOUND');
      expect(await look({ ...finance, divisionCode: '360734000000' }, first)).toBe('NOT_FOUND');
      const own = await app.manager.findOneByOrFail(Payout, { id: first });
      expect(await look(staff('own', 'FINANCE', { personId: own.personId }), first)).toBe('SELF_APPROVAL');

      await app.money.release(releaser, { id: batch.id, idempotencyKey: newId() });
      expect(await look(finance, second)).toBe(accountOf(2));
      const file = await app.returned(batch.id, (lines) =>
        lines.map((line, index) =>
          index === 0 ? line : { ...line, result: '失败', reason: '账户已销户', paidFen: 0 },
        ),
      );
      const importId = await app.upload(file);
      await app.money.importReturn(reconciler, importId, newId());
      const states = (await app.manager.find(Payout, { order: { createdAt: 'ASC', id: 'ASC' } })).map(
        (row) => row.state,
      );
      expect([...states].sort()).toEqual(['FAILED', 'PAID']);
      const [paid, failed] = states[0] === 'PAID' ? [first, second] : [second, first];
      expect(await look(reconciler, paid)).toBe('NOT_FOUND');
      expect(await look(reconciler, failed)).toMatch(/^\d{19}$/);
    });
  });
});
