import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { DemoClock, FixedClock } from '@tongxing/platform';
import {
  Account,
  accessEntities,
  type AccountService,
  type NewAccount,
  Session,
  type SessionService,
} from '../index.js';
import { accessOn, atPortal, config, MINUTE, PASSWORD, PORTAL_KEY, production as outside, program } from './setup.js';

eachEngine(accessEntities, (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let accounts: AccountService;
  let sessions: SessionService;
  let count = 0;

  const newAccount = (change: Partial<NewAccount> = {}) =>
    accounts.create({
      login: `spec.${(count += 1)}`,
      displayName: '示例账号',
      password: PASSWORD,
      roles: ['OFFICER'],
      divisionCode: '640324000000',
      ...change,
    });

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock();
    ({ accounts, sessions } = accessOn(db, clock));
  });

  describe('an account', () => {
    it('is refused with a short password, an unknown role, a strange login or a taken one', async () => {
      await expect(newAccount({ password: 'short' })).rejects.toMatchObject({ code: 'VALIDATION', field: 'password' });
      await expect(newAccount({ roles: ['KING' as 'OFFICER'] })).rejects.toMatchObject({ field: 'roles' });
      await expect(newAccount({ login: '李四' })).rejects.toMatchObject({ field: 'login' });
      const { login } = await newAccount();
      await expect(newAccount({ login })).rejects.toMatchObject({ code: 'DUPLICATE', field: 'login' });
    });

    it('is one a natural person, also when several are made at once', async () => {
      const idNumber = '64032419900315001x';
      const made = await Promise.allSettled([1, 2, 3].map(() => newAccount({ idNumber })));
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of made)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'DUPLICATE', field: 'idNumber' });
      const wide = '６４０３２４１９９００３１５００１Ｘ ';
      await expect(newAccount({ idNumber: wide })).rejects.toMatchObject({ code: 'DUPLICATE', field: 'idNumber' });
      await expect(newAccount({ idNumber: '640324199003150028' })).resolves.toBeDefined();
    });

    it('keeps no password, only its hash', async () => {
      const { id } = await newAccount();
      const row = await accounts.byId(id);
      expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
  });

  describe('signing in', () => {
    it('says the same to an unknown account and a wrong password', async () => {
      const { login } = await newAccount();
      const wrong = await sessions
        .signIn({ login, password: 'not-the-password' }, program)
        .catch((error: unknown) => error);
      const unknown = await sessions
        .signIn({ login: 'nobody.here', password: PASSWORD }, program)
        .catch((error: unknown) => error);
      expect(wrong).toMatchObject({ code: 'AUTH_FAILED' });
      expect((unknown as Error).message).toBe((wrong as Error).message);
    });

    it('locks after five failures for 15 minutes, also for the right password', async () => {
      const { login } = await newAccount();
      for (let tries = 0; tries < 5; tries += 1)
        await expect(sessions.signIn({ login, password: 'not-the-password' }, program)).rejects.toMatchObject({
          code: 'AUTH_FAILED',
        });
      await expect(sessions.signIn({ login, password: PASSWORD }, program)).rejects.toMatchObject({
        code: 'AUTH_LOCKED',
      });
      clock.advance(15 * MINUTE);
      await expect(sessions.signIn({ login, password: PASSWORD }, program)).resolves.toMatch(/^txg_/);
    });

    it('forgets earlier failures after a success', async () => {
      const { login } = await newAccount();
      for (let round = 0; round < 2; round += 1) {
        for (let tries = 0; tries < 4; tries += 1)
          await expect(sessions.signIn({ login, password: 'not-the-password' }, program)).rejects.toMatchObject({
            code: 'AUTH_FAILED',
          });
        await expect(sessions.signIn({ login, password: PASSWORD }, program)).resolves.toBeDefined();
      }
    });

    it('refuses demo accounts outside demo mode, and disabled ones', async () => {
      const { login } = await newAccount({ demo: true });
      const production = accessOn(db, clock, outside).sessions;
      await expect(production.signIn({ login, password: PASSWORD }, program)).rejects.toMatchObject({
        code: 'AUTH_FAILED',
      });
      const other = await newAccount();
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id: other.id }, { disabled: true }));
      await expect(sessions.signIn({ login: other.login, password: PASSWORD }, program)).rejects.toMatchObject({
        code: 'AUTH_FAILED',
      });
    });
  });

  describe('a token', () => {
    it('of the portal works from the portal only, a bearer token never in its place (bad input 11)', async () => {
      const { login, id } = await newAccount();
      const session = await sessions.signIn({ login, password: PASSWORD }, atPortal);
      const bearer = await sessions.signIn({ login, password: PASSWORD }, program);
      await expect(sessions.viewerOf(`Session ${session}`, PORTAL_KEY)).resolves.toMatchObject({ id });
      await expect(sessions.viewerOf(`Bearer ${bearer}`, undefined)).resolves.toMatchObject({ id });
      for (const [authorization, key] of [
        [`Session ${session}`, undefined],
        [`Session ${session}`, 'another-key'],
        [`Bearer ${session}`, PORTAL_KEY],
        [`Session ${bearer}`, PORTAL_KEY],
        ['Session', PORTAL_KEY],
        [`Basic ${bearer}`, undefined],
      ] as const)
        await expect(sessions.viewerOf(authorization, key)).rejects.toMatchObject({ code: 'AUTH_FAILED' });
    });

    it('is kept as a hash', async () => {
      const { login, id } = await newAccount();
      const token = await sessions.signIn({ login, password: PASSWORD }, program);
      const [row] = await db.unitOfWork.manager.findBy(Session, { accountId: id });
      expect(row?.tokenHash).toHaveLength(64);
      expect(JSON.stringify(row)).not.toContain(token);
    });

    it('of the portal ends after 30 idle minutes; use keeps it alive, 12 hours at most (bad input 9)', async () => {
      const { login } = await newAccount();
      const header = `Session ${await sessions.signIn({ login, password: PASSWORD }, atPortal)}`;
      for (let uses = 0; uses < 24; uses += 1) {
        clock.advance(29 * MINUTE);
        await sessions.viewerOf(header, PORTAL_KEY);
      }
      clock.advance(24 * MINUTE);
      await expect(sessions.viewerOf(header, PORTAL_KEY)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
      const idle = `Session ${await sessions.signIn({ login, password: PASSWORD }, atPortal)}`;
      clock.advance(30 * MINUTE + 1);
      await expect(sessions.viewerOf(idle, PORTAL_KEY)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    });

    it('ends at sign-out, which may come twice', async () => {
      const { login } = await newAccount();
      const header = `Bearer ${await sessions.signIn({ login, password: PASSWORD }, program)}`;
      await sessions.signOut(header);
      await sessions.signOut(header);
      await expect(sessions.viewerOf(header, undefined)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
    });

    it('outlives a jump of demo time', async () => {
      const demoClock = new DemoClock();
      const demo = accessOn(db, demoClock, config).sessions;
      const { login } = await newAccount();
      const header = `Session ${await demo.signIn({ login, password: PASSWORD }, atPortal)}`;
      demoClock.setDaysAhead(9);
      await expect(demo.viewerOf(header, PORTAL_KEY)).resolves.toMatchObject({ roles: ['OFFICER'] });
    });
  });
});
