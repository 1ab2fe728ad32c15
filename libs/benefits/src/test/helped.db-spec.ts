import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Scope, SCOPES, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { BenefitApplication } from '../application.entity.js';
import { openAccount } from '../payee.js';
import { accountOf, approver, entities, reviewer, services, staff } from './setup.js';

const EVERY = Object.keys(SCOPES) as Scope[];

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof services>>;
  let people = 0;

  beforeAll(async () => {
    db = await engine.open();
    world = await services(db);
  });
  afterAll(() => world.close());

  const person = async (over: Record<string, string> = {}): Promise<SignedIn> => {
    const [viewer] = await world.people((people += 1), 1, over);
    return viewer as SignedIn;
  };
  const helperOf = (of: SignedIn, scopes: readonly Scope[] = EVERY, over: Partial<SignedIn> = {}): SignedIn => ({
    ...staff('helper', 'HELPER', { divisionCode: '360734000000' }),
    onBehalfOf: {
      personId: of.personId as string,
      name: of.displayName,
      divisionCode: of.divisionCode,
      delegationId: newId(),
      scopes,
      ended: false,
    },
    ...over,
  });
  const accountIn = async (id: string) => {
    const row = await db.unitOfWork.manager.findOneByOrFail(BenefitApplication, { id });
    return openAccount(world.crypto, 'benefit_application', row).accountNumber;
  };

  describe('a helper who applies for a support', () => {
    it('does it in the scope of papers, for the person: the money goes to the registered account', async () => {
      const own = await person({ 银行账号: accountOf(7) });
      const input = world.application(own, { accountNumber: null });
      for (const scope of EVERY.filter((one) => one !== 'PAPERS')) {
        await expect(world.desk.mine(helperOf(own, [scope]))).rejects.toMatchObject({ code: 'FORBIDDEN_SCOPE' });
        await expect(world.desk.apply(helperOf(own, [scope]), input)).rejects.toMatchObject({
          code: 'FORBIDDEN_SCOPE',
        });
      }
      const by = helperOf(own, ['PAPERS']);
      const { id } = await world.desk.apply(by, input);
      expect(await accountIn(id)).toBe(accountOf(7));
      expect((await world.desk.mine(own)).map((one) => one.id)).toEqual([id]);
      expect((await world.desk.mine(by)).map((one) => one.id)).toEqual([id]);
      const row = await db.unitOfWork.manager.findOneByOrFail(BenefitApplication, { id });
      expect(row).toMatchObject({ personId: own.personId, filedById: by.id, divisionCode: '640324100000' });
    });

    it('never gives another account, nor a first one', async () => {
      const own = await person({ 银行账号: accountOf(8) });
      const by = helperOf(own);
      await expect(world.desk.apply(by, world.application(own, { accountNumber: accountOf(9) }))).rejects.toMatchObject(
        { code: 'FORBIDDEN_FIELD', field: 'accountNumber' },
      );
      expect(await world.desk.mine(own)).toEqual([]);
      const { id } = await world.desk.apply(by, world.application(own, { accountNumber: accountOf(8) }));
      expect(await accountIn(id)).toBe(accountOf(8));
      const without = await person();
      for (const accountNumber of [null, accountOf(10)])
        await expect(
          world.desk.apply(helperOf(without), world.application(without, { accountNumber })),
        ).rejects.toMatchObject({ code: 'FORBIDDEN_FIELD', field: 'accountNumber' });
    });

    it('files a returned one again to the account that the person gave with it', async () => {
      const own = await person({ 银行账号: accountOf(11) });
      const { id } = await world.desk.apply(own, world.application(own, { accountNumber: accountOf(12) }));
      await world.decide(reviewer, id, 'REVIEW', 'RETURN');
      const again = { applicationId: id, accountNumber: null };
      await expect(
        world.desk.apply(helperOf(own), world.application(own, { ...again, accountNumber: accountOf(11) })),
      ).rejects.toMatchObject({ code: 'FORBIDDEN_FIELD' });
      await world.desk.apply(helperOf(own), world.application(own, again));
      expect(await accountIn(id)).toBe(accountOf(12));
    });

    it('with one key is one request for one person', async () => {
      const [first, second] = [await person({ 银行账号: accountOf(13) }), await person({ 银行账号: accountOf(14) })];
      const idempotencyKey = newId();
      const input = { ...world.application(first, { accountNumber: null }), idempotencyKey };
      const { id } = await world.desk.apply(helperOf(first), input);
      expect((await world.desk.apply(helperOf(first), input)).id).toBe(id);
      await expect(world.desk.apply(helperOf(second), input)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      expect(await world.desk.mine(second)).toEqual([]);
    });

    it('reaches no application of anybody else, and decides none while acting', async () => {
      const own = await person({ 银行账号: accountOf(15) });
      const other = await person({ 银行账号: accountOf(16) });
      const { id } = await world.desk.apply(other, world.application(other, { accountNumber: null }));
      await world.decide(reviewer, id, 'REVIEW', 'RETURN');
      const input = world.application(own, { accountNumber: null, applicationId: id });
      await expect(world.desk.apply(helperOf(own), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('and is an official too decides nothing of what was filed so', async () => {
      const own = await person({ 银行账号: accountOf(17) });
      const by = { ...reviewer, id: newId() };
      const { id } = await world.desk.apply(helperOf(own, EVERY, by), world.application(own, { accountNumber: null }));
      await expect(world.decide(by, id, 'REVIEW')).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      await world.decide(reviewer, id, 'REVIEW');
      await expect(world.decide({ ...approver, id: by.id }, id, 'APPROVE')).rejects.toMatchObject({
        code: 'DUTY_SEPARATION',
      });
    });
  });
});
