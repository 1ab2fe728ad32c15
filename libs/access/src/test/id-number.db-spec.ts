import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { behindTheBack, eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import {
  Account,
  accessEntities,
  AuditChain,
  AuditEntry,
  AuditService,
  IdNumberService,
  lacksIdNumber,
  type SignedIn,
} from '../index.js';
import { accessOn, crypto, PASSWORD } from './setup.js';

eachEngine([...new Set([...accessEntities, AuditChain, AuditEntry])], (engine) => {
  let db: TestDatabase;
  let numbers: IdNumberService;
  let access: ReturnType<typeof accessOn>;
  let count = 0;

  /** An account as it was made before the number was kept: its index alone. */
  const before = async (change: { personId?: string } = {}): Promise<{ viewer: SignedIn; idNumber: string }> => {
    count += 1;
    const idNumber = withIdCheckDigit(`64032419900101${String(count).padStart(3, '0')}`);
    const login = `before.${count}`;
    const rest = { displayName: '示例', password: PASSWORD, divisionCode: '640324000000' };
    const { id } = await access.accounts.create({ ...rest, ...change, login, roles: ['OFFICER'], idNumber });
    await behindTheBack(db, 'UPDATE account SET idNumber = NULL WHERE id = ?', [id]);
    return { viewer: { id, displayName: '示例', roles: ['OFFICER'], divisionCode: '640324000000' }, idNumber };
  };
  const row = ({ id }: SignedIn) => db.unitOfWork.manager.findOneByOrFail(Account, { id });
  const clearOf = async (viewer: SignedIn) =>
    crypto.open((await row(viewer)).idNumber ?? '', `account|idNumber|${viewer.id}`);

  beforeAll(async () => {
    db = await engine.open();
    const clock = new FixedClock();
    access = accessOn(db, clock);
    new AuditService(db.unitOfWork, clock, crypto).onModuleInit();
    numbers = new IdNumberService(db.unitOfWork, clock, crypto, access.locks);
  });
  afterAll(() => db.close());
  beforeEach(() => behindTheBack(db, 'DELETE FROM account'));

  it('is due where only its index is held, and nothing else of the house has the number', async () => {
    const { viewer } = await before();
    const { viewer: registered } = await before({ personId: '019a0000-0000-7000-8000-000000000001' });
    expect([await numbers.isDue(viewer), await numbers.isDue(registered)]).toEqual([true, false]);
    const rest = { displayName: '示例', password: PASSWORD, divisionCode: '640324000000', roles: ['OFFICER'] as const };
    const none = await access.accounts.create({ ...rest, login: 'without.number' });
    expect(lacksIdNumber(none)).toBe(false);
    expect(await numbers.waiting()).toBe(1);
  });

  it('is taken once, sealed, with its entry; the index stays as it was', async () => {
    const { viewer, idNumber } = await before();
    const { idBlind, idBlind2 } = await row(viewer);
    await numbers.keep(viewer, ` ${idNumber.toLowerCase()} `);
    expect(await clearOf(viewer)).toBe(idNumber);
    expect(await row(viewer)).toMatchObject({ idBlind, idBlind2 });
    expect([await numbers.isDue(viewer), await numbers.waiting()]).toEqual([false, 0]);
    const entries = await db.unitOfWork.manager.findBy(AuditEntry, { targetId: viewer.id });
    expect(entries.map(({ action }) => action)).toEqual(['account.idNumber']);
    expect(JSON.stringify([entries, await row(viewer)])).not.toContain(idNumber);
    await expect(numbers.keep(viewer, idNumber)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
  });

  it('refuses another one, and locks after five', async () => {
    const [{ viewer, idNumber }, { idNumber: other }] = [await before(), await before()];
    await expect(numbers.keep(viewer, '640324199001010001')).rejects.toMatchObject({ code: 'VALIDATION' });
    for (let time = 0; time < 5; time += 1)
      await expect(numbers.keep(viewer, other)).rejects.toMatchObject({ code: 'VALIDATION', field: 'idNumber' });
    await expect(numbers.keep(viewer, idNumber)).rejects.toMatchObject({ code: 'AUTH_LOCKED' });
    expect((await row(viewer)).idNumber).toBeNull();
  });

  it('sent twice at once is kept once', async () => {
    const { viewer, idNumber } = await before();
    const both = await Promise.allSettled([numbers.keep(viewer, idNumber), numbers.keep(viewer, idNumber)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STATE_CONFLICT' } });
    expect(await clearOf(viewer)).toBe(idNumber);
  });
});
