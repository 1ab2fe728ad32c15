import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock, sha256Hex } from '@tongxing/platform';
import {
  Account,
  AccountSetup,
  accessEntities,
  bucketOf,
  type NewAccount,
  RecoveryCode,
  SecondFactor,
  Session,
  SignInFailure,
} from '../index.js';
import { accessOn, atPortal, codeAt, MINUTE, PASSWORD, PORTAL_KEY, production, program } from './setup.js';

const STEP = 30_000;

eachEngine(accessEntities, (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let count = 0;
  let networks = 0;

  /** Everybody comes from an own address, so that one spec's failures are not another's. */
  const somewhere = () => ({ ...program, address: `198.51.100.${(networks += 1)}` });
  const newAccount = (change: Partial<NewAccount> = {}) =>
    access.accounts.create({
      login: `factor.${(count += 1)}`,
      displayName: '示例账号',
      password: PASSWORD,
      roles: ['RELEASER'],
      divisionCode: '640324000000',
      ...change,
    });
  /** An account that went through its set-up link, with the secret its app has. */
  const ready = async (change: Partial<NewAccount> = {}) => {
    const account = await newAccount(change);
    const token = await db.unitOfWork.run(() => access.setups.open(account.id, 'FACTOR'));
    const { totpSecret: secret } = await access.setups.view(token);
    const recovery = await access.setups.complete(token, undefined, codeAt(secret, clock.now()));
    clock.advance(5 * STEP);
    return { ...account, secret, recovery };
  };
  const signIn = (login: string, proof: object = {}, client = somewhere()) =>
    access.sessions.signIn({ login, password: PASSWORD, ...proof }, client);

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock();
    access = accessOn(db, clock, production);
  });

  describe('the password at sign-in', () => {
    it('wrong password: AUTH_FAILED (bad input 1)', async () => {
      const { login } = await newAccount();
      await expect(access.sessions.signIn({ login, password: 'not-the-password' }, somewhere())).rejects.toMatchObject({
        code: 'AUTH_FAILED',
        message: '账号或密码不对。',
      });
    });

    it('an unknown, a disabled and a known name answer alike, also when they lock (bad input 2)', async () => {
      const { login } = await newAccount();
      const disabled = await newAccount();
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id: disabled.id }, { disabled: true }));
      const tries = async (name: string) => {
        const told: unknown[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          const error = await access.sessions
            .signIn({ login: name, password: name === disabled.login ? PASSWORD : 'not-the-password' }, somewhere())
            .catch((caught: unknown) => caught);
          const { code, message, hint, retryAfter } = error as Record<string, unknown>;
          told.push({ code, message, hint, retryAfter });
        }
        return told;
      };
      const known = await tries(login);
      expect(await tries(`nobody.${count}`)).toEqual(known);
      expect(await tries(disabled.login)).toEqual(known);
      expect(known.map((one) => (one as { code: string }).code)).toEqual([
        ...Array.from({ length: 5 }, () => 'AUTH_FAILED'),
        'AUTH_LOCKED',
      ]);
    });

    it('an unknown name takes as long as a wrong password, within 50 ms (bad input 2)', async () => {
      const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
      // By turns, and the quickest of each: what else the machine does only ever adds.
      for (let turn = 0; turn < 11; turn += 1)
        for (const which of ['known', 'unknown'] as const) {
          const login = which === 'known' ? (await newAccount()).login : `nobody.timed.${turn}`;
          const from = somewhere();
          const begun = performance.now();
          await access.sessions.signIn({ login, password: 'not-the-password' }, from).catch(() => undefined);
          took[which].push(performance.now() - begun);
        }
      expect(Math.abs(Math.min(...took.known) - Math.min(...took.unknown))).toBeLessThan(50);
    });

    it('sixth try: AUTH_LOCKED with retryAfter; open again a quarter of an hour later (bad input 3)', async () => {
      const { login } = await newAccount({ roles: ['EMPLOYER_CLERK'] });
      const wrong = () => access.sessions.signIn({ login, password: 'not-the-password' }, somewhere());
      for (let turn = 0; turn < 5; turn += 1) await expect(wrong()).rejects.toMatchObject({ code: 'AUTH_FAILED' });
      clock.advance(MINUTE);
      await expect(signIn(login)).rejects.toMatchObject({ code: 'AUTH_LOCKED', retryAfter: 14 * 60 });
      clock.advance(14 * MINUTE - 1);
      await expect(signIn(login)).rejects.toMatchObject({ code: 'AUTH_LOCKED', retryAfter: 1 });
      clock.advance(1);
      await expect(signIn(login)).resolves.toMatch(/^txg_/);
    });

    it('of twenty tries at once five are compared (bad input 3)', async () => {
      const { login } = await newAccount();
      const codes = await Promise.all(
        Array.from({ length: 20 }, () =>
          access.sessions
            .signIn({ login, password: 'not-the-password' }, somewhere())
            .catch((error: { code: string }) => error.code),
        ),
      );
      expect(codes.filter((code) => code === 'AUTH_FAILED')).toHaveLength(5);
      expect(codes.filter((code) => code === 'AUTH_LOCKED')).toHaveLength(15);
    });

    it('leaves counts and links behind that the night takes away, and none that still count', async () => {
      const { id } = await newAccount();
      const doors = () => db.unitOfWork.manager.count(SignInFailure);
      const links = () => db.unitOfWork.manager.countBy(AccountSetup, { accountId: id });
      await access.locks.take({ kind: 'FACTOR', accountId: id });
      await db.unitOfWork.run(() => access.setups.open(id, 'FACTOR'));
      await access.locks.forget(clock.wall());
      await access.setups.forget(clock.wall());
      expect(await doors()).toBeGreaterThan(0);
      expect(await links()).toBe(1);
      clock.advance(2 * 24 * 60 * MINUTE);
      await access.locks.take({ kind: 'NAME', name: 'left.behind.today' });
      const yesterday = new Date(clock.wall().getTime() - 24 * 60 * MINUTE);
      await access.locks.forget(yesterday);
      expect(await doors()).toBe(1);
      clock.advance(30 * 24 * 60 * MINUTE);
      await access.setups.forget(clock.wall());
      expect(await links()).toBe(0);
    });

    it('locks an address after twenty failures with whatever names, and no other one', async () => {
      const { login } = await newAccount({ roles: ['EMPLOYER_CLERK'] });
      const from = somewhere();
      for (let turn = 0; turn < 20; turn += 1)
        await expect(
          access.sessions.signIn({ login: `spray.${turn}`, password: PASSWORD }, from),
        ).rejects.toMatchObject({ code: 'AUTH_FAILED' });
      await expect(signIn(login, {}, from)).rejects.toMatchObject({ code: 'AUTH_LOCKED', retryAfter: 15 * 60 });
      await expect(signIn(login)).resolves.toBeDefined();
    });

    it('keeps neither names nor addresses that failed', async () => {
      await signIn('zhang.three').catch(() => undefined);
      const rows = JSON.stringify(await db.unitOfWork.manager.find(SignInFailure));
      expect(rows).not.toMatch(/zhang|198\.51/);
    });
  });

  describe('a time code', () => {
    it('is asked for after the right password only, and asking is no failure', async () => {
      const { login, secret } = await ready();
      for (let turn = 0; turn < 7; turn += 1)
        await expect(signIn(login)).rejects.toMatchObject({ code: 'TOTP_REQUIRED', field: 'totp' });
      await expect(access.sessions.signIn({ login, password: 'not-the-password' }, somewhere())).rejects.toMatchObject({
        code: 'AUTH_FAILED',
      });
      await expect(signIn(login, { totp: codeAt(secret, clock.now()) })).resolves.toBeDefined();
    });

    it.each(['RELEASER', 'OFFICER', 'COUNSELLOR', 'SECURITY_ADMIN'] as const)(
      'a %s without one cannot sign in outside the demonstration',
      async (role) => {
        const { login } = await newAccount({ roles: [role] });
        await expect(signIn(login)).rejects.toMatchObject({ code: 'TOTP_SETUP_REQUIRED' });
        await expect(
          accessOn(db, clock).sessions.signIn({ login, password: PASSWORD }, somewhere()),
        ).resolves.toBeDefined();
      },
    );

    it('again in its step: TOTP_REUSED; also the step before (bad input 4)', async () => {
      const { login, secret } = await ready();
      const totp = codeAt(secret, clock.now());
      const earlier = codeAt(secret, clock.now(), -1);
      await signIn(login, { totp });
      await expect(signIn(login, { totp })).rejects.toMatchObject({ code: 'TOTP_REUSED' });
      await expect(signIn(login, { totp: earlier })).rejects.toMatchObject({ code: 'TOTP_REUSED' });
      await expect(signIn(login, { totp: codeAt(secret, clock.now(), 1) })).resolves.toBeDefined();
    });

    it('of ten requests at once with one code a single one gets in (bad input 4)', async () => {
      const { login, secret } = await ready();
      const totp = codeAt(secret, clock.now());
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () =>
          signIn(login, { totp }).then(
            () => 'in',
            (error: { code: string }) => error.code,
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(1);
    });

    it.each([
      [-2, 'TOTP_INVALID'],
      [-1, 'in'],
      [0, 'in'],
      [1, 'in'],
      [2, 'TOTP_INVALID'],
    ])('TOTP %i steps off: %s (bad input 5)', async (steps, outcome) => {
      const { login, secret } = await ready();
      const told = await signIn(login, { totp: codeAt(secret, clock.now(), steps) }).then(
        () => 'in',
        (error: { code: string }) => error.code,
      );
      expect(told).toBe(outcome);
    });

    it('locks after five wrong ones, which no sign-in without a code resets', async () => {
      const { login, secret } = await ready();
      const wrong = { totp: codeAt(secret, clock.now(), 40) };
      for (let turn = 0; turn < 5; turn += 1) {
        await expect(signIn(login, wrong)).rejects.toMatchObject({ code: 'TOTP_INVALID' });
        if (turn < 4) await expect(signIn(login)).rejects.toMatchObject({ code: 'TOTP_REQUIRED' });
      }
      await expect(signIn(login, { totp: codeAt(secret, clock.now()) })).rejects.toMatchObject({ code: 'AUTH_LOCKED' });
    });

    it('rests on a secret that is sealed', async () => {
      const { id, secret } = await ready();
      const row = await db.unitOfWork.manager.findOneByOrFail(SecondFactor, { accountId: id });
      expect(row.secret).toMatch(/^v1\./);
      expect(row.secret).not.toContain(secret);
    });
  });

  describe('a recovery code', () => {
    it('gets in once, then RECOVERY_USED; the others still work (bad input 6)', async () => {
      const { login, id, recovery } = await ready();
      expect(new Set(recovery).size).toBe(10);
      const [first, second] = recovery as [string, string];
      await signIn(login, { recoveryCode: ` ${first.toLowerCase().replace('-', ' ')} ` });
      await expect(signIn(login, { recoveryCode: first })).rejects.toMatchObject({ code: 'RECOVERY_USED' });
      await signIn(login, { recoveryCode: second });
      expect(await access.factors.recoveryCodesLeft(id)).toBe(8);
      await expect(signIn(login, { recoveryCode: 'AAAAA-AAAAA' })).rejects.toMatchObject({ code: 'RECOVERY_INVALID' });
      const rows = JSON.stringify(await db.unitOfWork.manager.findBy(RecoveryCode, { accountId: id }));
      for (const code of recovery) expect(rows).not.toContain(code);
    });

    it('of one account opens no other', async () => {
      const { recovery } = await ready();
      const { login } = await ready();
      await expect(signIn(login, { recoveryCode: recovery[0] as string })).rejects.toMatchObject({
        code: 'RECOVERY_INVALID',
      });
    });
  });

  describe('a set-up link', () => {
    it('gives the account its password and its authenticator, once', async () => {
      const { id, login } = await newAccount();
      const token = await db.unitOfWork.run(() => access.setups.open(id, 'ACCOUNT'));
      const { totpSecret, totpUri, purpose } = await access.setups.view(token);
      expect(purpose).toBe('ACCOUNT');
      expect(totpUri).toContain(`secret=${totpSecret}`);
      const complete = (password: string, steps = 0) =>
        access.setups.complete(token, password, codeAt(totpSecret, clock.now(), steps));
      await expect(complete('short')).rejects.toMatchObject({ code: 'VALIDATION', field: 'password' });
      await expect(complete('tongxing-demo')).rejects.toMatchObject({ code: 'VALIDATION', field: 'password' });
      await expect(complete('a new long password', 3)).rejects.toMatchObject({ code: 'TOTP_INVALID', field: 'totp' });
      expect(await complete('a new long password')).toHaveLength(10);
      await expect(complete('a third long password')).rejects.toMatchObject({ code: 'SETUP_INVALID' });
      await expect(signIn(login)).rejects.toMatchObject({ code: 'AUTH_FAILED' });
      const credentials = { login, password: 'a new long password' };
      await expect(
        access.sessions.signIn({ ...credentials, totp: codeAt(totpSecret, clock.now()) }, somewhere()),
      ).rejects.toMatchObject({ code: 'TOTP_REUSED' });
      clock.advance(STEP);
      await expect(
        access.sessions.signIn({ ...credentials, totp: codeAt(totpSecret, clock.now()) }, somewhere()),
      ).resolves.toBeDefined();
    });

    it('opens for one of two who use it at once', async () => {
      const { id } = await newAccount();
      const token = await db.unitOfWork.run(() => access.setups.open(id, 'ACCOUNT'));
      const { totpSecret } = await access.setups.view(token);
      const code = codeAt(totpSecret, clock.now());
      const outcomes = await Promise.allSettled(
        ['the first password', 'the second password'].map((password) => access.setups.complete(token, password, code)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('ends after three days, with the next link, and with its account', async () => {
      const { id } = await newAccount();
      const open = () => db.unitOfWork.run(() => access.setups.open(id, 'ACCOUNT'));
      const first = await open();
      const second = await open();
      await expect(access.setups.view(first)).rejects.toMatchObject({ code: 'SETUP_INVALID' });
      clock.advance(72 * 60 * MINUTE - 1);
      await expect(access.setups.view(second)).resolves.toMatchObject({ purpose: 'ACCOUNT' });
      clock.advance(1);
      await expect(access.setups.view(second)).rejects.toMatchObject({ code: 'SETUP_INVALID' });
      const third = await open();
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id }, { disabled: true }));
      await expect(access.setups.view(third)).rejects.toMatchObject({ code: 'SETUP_INVALID' });
      await expect(access.setups.view('nothing')).rejects.toMatchObject({ code: 'SETUP_INVALID' });
    });
  });

  describe('step-up', () => {
    const opened = async (change: Partial<NewAccount> = {}) => {
      const account = await ready(change);
      const token = await signIn(account.login, { totp: codeAt(account.secret, clock.now()) }, atPortal);
      const viewer = await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
      return { ...account, token, viewer };
    };

    it('a sign-in with a code counts as one, for five minutes', async () => {
      const { token } = await opened();
      const isFresh = async () =>
        access.sessions.isFresh(await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY));
      expect(await isFresh()).toBe(true);
      clock.advance(5 * MINUTE);
      expect(await isFresh()).toBe(true);
      clock.advance(1);
      expect(await isFresh()).toBe(false);
    });

    it('gives a new id, ends the old one, and the session lives no longer for it (bad input 10)', async () => {
      const { token, viewer, secret } = await opened();
      const before = await db.unitOfWork.manager.findOneByOrFail(Session, { tokenHash: sha256Hex(token) });
      clock.advance(20 * MINUTE);
      const next = await access.sessions.stepUp(viewer, { totp: codeAt(secret, clock.now()) }, atPortal);
      expect(next).not.toBe(token);
      await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
        code: 'SESSION_REVOKED',
      });
      const after = await db.unitOfWork.manager.findOneByOrFail(Session, { tokenHash: sha256Hex(next) });
      expect([after.createdAt, after.expiresAt]).toEqual([before.createdAt, before.expiresAt]);
      expect(access.sessions.isFresh(await access.sessions.viewerOf(`Session ${next}`, PORTAL_KEY))).toBe(true);
    });

    it('with a wrong code leaves the session as it was, and locks after five', async () => {
      const { token, viewer, secret } = await opened();
      clock.advance(10 * MINUTE);
      for (let turn = 0; turn < 5; turn += 1)
        await expect(access.sessions.stepUp(viewer, { totp: '12345' }, atPortal)).rejects.toMatchObject({
          code: 'TOTP_INVALID',
        });
      await expect(
        access.sessions.stepUp(viewer, { totp: codeAt(secret, clock.now()) }, atPortal),
      ).rejects.toMatchObject({ code: 'AUTH_LOCKED' });
      await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).resolves.toMatchObject({ id: viewer.id });
    });
  });

  describe('sessions', () => {
    it('are listed while they work, ended one by one or all but one', async () => {
      const { id, login } = await newAccount({ roles: ['EMPLOYER_CLERK'] });
      const tokens = [await signIn(login, {}, atPortal), await signIn(login, {}, atPortal), await signIn(login)];
      const viewers = await Promise.all([
        access.sessions.viewerOf(`Session ${tokens[0]}`, PORTAL_KEY),
        access.sessions.viewerOf(`Session ${tokens[1]}`, PORTAL_KEY),
        access.sessions.viewerOf(`Bearer ${tokens[2]}`, undefined),
      ]);
      const list = await access.sessions.list(id);
      expect(list.map(({ kind, agent }) => [kind, agent])).toEqual([
        ['BEARER', null],
        ['SESSION', 'Chrome，安卓手机'],
        ['SESSION', 'Chrome，安卓手机'],
      ]);
      await access.sessions.revoke(id, viewers[0]?.sessionId as string);
      await expect(access.sessions.revoke(id, viewers[0]?.sessionId as string)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await access.sessions.revokeAll(id, viewers[1]?.sessionId)).toBe(1);
      await expect(access.sessions.viewerOf(`Bearer ${tokens[2]}`, undefined)).rejects.toMatchObject({
        code: 'SESSION_REVOKED',
      });
      expect((await access.sessions.list(id)).map((row) => row.id)).toEqual([viewers[1]?.sessionId]);
      clock.advance(30 * MINUTE + 1);
      expect(await access.sessions.list(id)).toEqual([]);
    });

    it("of somebody else look as if they weren't there", async () => {
      const mine = await newAccount({ roles: ['EMPLOYER_CLERK'] });
      const other = await newAccount({ roles: ['EMPLOYER_CLERK'] });
      const token = await signIn(other.login, {}, atPortal);
      const { sessionId } = await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
      await expect(access.sessions.revoke(mine.id, sessionId as string)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

describe('an address bucket', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, bucket) => {
    expect(bucketOf(address)).toBe(bucket);
  });
});
