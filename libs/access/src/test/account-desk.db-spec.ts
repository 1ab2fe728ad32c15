import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import { Account, AccountDeskService, accessEntities, Divisions, Policy, RoleChange, type SignedIn } from '../index.js';
import { accessOn, atPortal, codeAt, PORTAL_KEY, production } from './setup.js';

const COUNTY = '640324000000';

eachEngine(accessEntities, (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let desk: AccountDeskService;
  let count = 0;
  const admin = (id: string): SignedIn => ({
    id,
    displayName: id,
    roles: ['SECURITY_ADMIN'],
    divisionCode: COUNTY,
  });
  const [one, two] = [admin('admin-1'), admin('admin-2')];
  const idNumber = () => withIdCheckDigit(`64032419900315${String((count += 1)).padStart(3, '0')}`);
  const input = (change: object = {}) => ({
    login: `clerk.${count}`,
    displayName: '示例干部',
    idNumber: idNumber(),
    divisionCode: COUNTY,
    roles: ['OFFICER'],
    ...change,
  });
  const changeOf = async (accountId: string) =>
    (await db.unitOfWork.manager.findOneByOrFail(RoleChange, { accountId, live: 1 })).id;
  const rolesOf = async (id: string) => (await db.unitOfWork.manager.findOneByOrFail(Account, { id })).roles;

  beforeAll(async () => {
    db = await engine.open();
    clock = new FixedClock();
    access = accessOn(db, clock, production);
    desk = new AccountDeskService(
      db.unitOfWork,
      clock,
      access.accounts,
      access.sessions,
      access.factors,
      access.setups,
      Divisions.shipped(),
    );
  });
  afterAll(() => db.close());

  it('the first start makes two administrators with a link each, once, also when three processes start at once', async () => {
    const shown = await Promise.all([desk.firstStart(), desk.firstStart(), desk.firstStart()]);
    const made = shown.flat();
    expect(made.map(({ login }) => login)).toEqual(['security.1', 'security.2']);
    expect(await access.setups.view(made[0]?.setupToken as string)).toMatchObject({ login: 'security.1' });
    expect(await desk.firstStart()).toEqual([]);
  });

  it('a start after both links ran out unused shows new ones; none once one of the two has a password', async () => {
    clock.advance(3 * 24 * 60 * 60_000);
    const made = (await Promise.all([desk.firstStart(), desk.firstStart(), desk.firstStart()])).flat();
    expect(made.map(({ login }) => login).sort()).toEqual(['security.1', 'security.2']);
    const { setupToken } = made[0] as (typeof made)[0];
    const { totpSecret } = await access.setups.view(setupToken);
    await access.setups.complete(setupToken, 'a new long password', codeAt(totpSecret, clock.now()));
    clock.advance(3 * 24 * 60 * 60_000);
    expect(await desk.firstStart()).toEqual([]);
  });

  it('an account can do nothing until a second person confirms its roles', async () => {
    const { id, setupToken } = await desk.create(one, input());
    expect(await rolesOf(id)).toEqual([]);
    const { login, totpSecret } = await access.setups.view(setupToken);
    await access.setups.complete(setupToken, 'a new long password', codeAt(totpSecret, clock.now()));
    const change = await changeOf(id);
    await expect(desk.decide(one, change, true)).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
    await desk.decide(two, change, true);
    await expect(desk.decide(two, change, true)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    expect(await rolesOf(id)).toEqual(['OFFICER']);
    clock.advance(60_000);
    const totp = codeAt(totpSecret, clock.now());
    const token = await access.sessions.signIn({ login, password: 'a new long password', totp }, atPortal);
    expect(await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).toMatchObject({ roles: ['OFFICER'] });

    await desk.propose(one, id, ['REVIEWER']);
    await expect(desk.propose(two, id, ['FINANCE'])).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    await desk.decide(two, await changeOf(id), false);
    expect(await rolesOf(id)).toEqual(['OFFICER']);
    await desk.propose(one, id, ['REVIEWER', 'FINANCE']);
    await desk.decide(two, await changeOf(id), true);
    await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
      code: 'SESSION_REVOKED',
    });
  });

  it('disabling ends every session at once; enabling opens none of them again (bad input 16)', async () => {
    const { id } = await desk.create(one, input());
    const token = await db.unitOfWork.run(() => access.sessions.open(id, atPortal, { provedAt: null }));
    await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
    await desk.setDisabled(one, id, true);
    await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
      code: 'SESSION_REVOKED',
    });
    await desk.setDisabled(one, id, false);
    await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
      code: 'SESSION_REVOKED',
    });
  });

  it('a reset takes password and authenticator away and ends the sessions', async () => {
    const { id, setupToken } = await desk.create(one, input());
    const { totpSecret } = await access.setups.view(setupToken);
    await access.setups.complete(setupToken, 'a new long password', codeAt(totpSecret, clock.now()));
    const token = await db.unitOfWork.run(() => access.sessions.open(id, atPortal, { provedAt: null }));
    const link = await desk.reset(two, id);
    const account = await db.unitOfWork.manager.findOneByOrFail(Account, { id });
    expect([account.passwordHash, await access.factors.isSetUp(account)]).toEqual(['', false]);
    expect(await access.factors.recoveryCodesLeft(id)).toBe(0);
    await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
      code: 'SESSION_REVOKED',
    });
    expect(await access.setups.view(link)).toMatchObject({ purpose: 'ACCOUNT' });
  });

  it('nobody changes the own account, nobody but a security administrator any (bad input 25)', async () => {
    const { id } = await desk.create(one, input({ roles: ['SECURITY_ADMIN'] }));
    const self = admin(id);
    await expect(desk.propose(self, id, ['SYSTEM_ADMIN'])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk.decide(self, await changeOf(id), true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk.setDisabled(self, id, false)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk.reset(self, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const action of ['account.create', 'account.roles', 'account.disable', 'account.reset']) {
      for (const role of ['OFFICER', 'EMPLOYER_ADMIN', 'SYSTEM_ADMIN', 'AUDITOR'] as const)
        expect(Policy.can({ ...one, roles: [role] }, action)).toBe(false);
      expect(Policy.needsStepUp(action)).toBe(true);
    }
  });

  it('an audit administrator does nothing to an account (bad input 26)', () => {
    for (const action of ['account.list', 'account.create', 'account.roles', 'account.disable', 'account.reset'])
      expect(() => Policy.require({ ...one, roles: ['AUDIT_ADMIN'] }, action)).toThrow(
        expect.objectContaining({ code: 'FORBIDDEN' }),
      );
  });

  it.each([
    [['SECURITY_ADMIN', 'AUDIT_ADMIN']],
    [['SYSTEM_ADMIN', 'OFFICER']],
    [['AUDIT_ADMIN', 'SEEKER']],
    [['KING']],
    [[]],
  ])('%j is no set of roles for one person', async (roles) => {
    await expect(desk.create(one, input({ roles }))).rejects.toMatchObject({ code: 'VALIDATION', field: 'roles' });
  });

  it('the nightly check names an account that mixes administration with anything', async () => {
    expect(await desk.mixtures()).toEqual([]);
    const { id } = await desk.create(one, input());
    const roles = ['AUDIT_ADMIN' as const, 'OFFICER' as const];
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id }, { roles }));
    expect(await desk.mixtures()).toHaveLength(1);
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id }, { roles: ['OFFICER'] }));
  });

  it('a person has one account, a number must be one, a region must be the own', async () => {
    const first = input();
    await desk.create(one, first);
    await expect(desk.create(two, input({ idNumber: first.idNumber }))).rejects.toMatchObject({
      code: 'DUPLICATE',
      field: 'idNumber',
    });
    await expect(desk.create(one, input({ idNumber: '640324199003150011' }))).rejects.toMatchObject({
      field: 'idNumber',
    });
    await expect(desk.create(one, input({ divisionCode: '360734000000' }))).rejects.toMatchObject({
      field: 'divisionCode',
    });
  });

  it('accounts of another county are not there (bad input 17)', async () => {
    const { id } = await desk.create(one, input());
    const other = { ...two, divisionCode: '360734000000' };
    for (const act of [desk.one(other, id), desk.propose(other, id, ['OFFICER']), desk.setDisabled(other, id, true)])
      await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const page = await desk.page(other, { first: 100 });
    expect(page).toEqual({ rows: [], totalCount: 0 });
    expect((await desk.page(one, { first: 2 })).rows).toHaveLength(3);
  });
});
