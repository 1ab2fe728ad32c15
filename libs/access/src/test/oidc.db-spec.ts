import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock, sha256Hex } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import {
  Account,
  accessEntities,
  type NewAccount,
  OidcReturn,
  OidcService,
  PersonDirectory,
  type Platform,
  type PlatformChecks,
  type RegisteredPerson,
  Session,
} from '../index.js';
import { accessOn, atPortal, codeAt, crypto, MINUTE, PORTAL_KEY, production } from './setup.js';

/** What the platform says is true here; whether it may be believed is proved against a real one (oidc.e2e-spec of the api). */
eachEngine(accessEntities, (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let oidc: OidcService;
  let people: Map<string, RegisteredPerson>;
  let count = 0;
  const asked: PlatformChecks[] = [];

  const freshId = () => withIdCheckDigit(`64032419900416${String((count += 1)).padStart(3, '0')}`);
  /** The answer is the ID number itself. */
  const platform = {
    displayName: '示例平台',
    begin: () => {
      const checks = { state: `state-${(count += 1)}`, nonce: `nonce-${count}`, codeVerifier: `verifier-${count}` };
      return Promise.resolve({ url: 'https://login.example/auth', checks });
    },
    finish: (answer: string, checks: PlatformChecks) => {
      asked.push(checks);
      return Promise.resolve(answer === '' ? undefined : answer);
    },
  } as unknown as Platform;
  const enter = async (idNumber: string) => oidc.finish((await oidc.start()).state, idNumber, atPortal);
  const account = (idNumber: string, change: Partial<NewAccount> = {}) =>
    access.accounts.create({
      login: `platform.${(count += 1)}`,
      displayName: '示例干部',
      password: 'long-enough-4-specs',
      roles: ['EMPLOYER_CLERK'],
      divisionCode: '640324000000',
      idNumber,
      ...change,
    });
  const viewerOf = (token: string) => access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock();
    access = accessOn(db, clock, production);
    people = new Map();
    const directory = new PersonDirectory();
    directory.register({
      byIdNumber: (idNumber) => Promise.resolve(people.get(idNumber) ?? null),
      byCertificate: () => Promise.resolve(null),
      byId: () => Promise.resolve(null),
      byIds: () => Promise.resolve([]),
    });
    oidc = new OidcService(db.unitOfWork, clock, crypto, platform, access.accounts, directory, access.sessions);
  });

  it('gives a person of the register the account that a phone code would give, once, and no role to anybody', async () => {
    const idNumber = freshId();
    people.set(idNumber, {
      personId: `person-${count}`,
      idNumber,
      name: '甲乙',
      birthYear: 1990,
      divisionCode: '640324100201',
      residenceDivisionCode: null,
      maskedCertificate: '6403****************',
      deceased: false,
    });
    const tokens = await Promise.all([enter(idNumber), enter(idNumber)]);
    const viewers = await Promise.all(tokens.map(viewerOf));
    expect(viewers[0]).toMatchObject({ roles: ['SEEKER'], personId: `person-${count - 2}` });
    expect(viewers[1]?.id).toBe(viewers[0]?.id);
    const without = freshId();
    await account(without, { roles: ['AUDITOR'], demo: false });
    await expect(enter(without)).rejects.toMatchObject({ code: 'TOTP_SETUP_REQUIRED' });
    for (const nobody of [freshId(), '', 'no number', '11010519491231002'])
      await expect(enter(nobody)).rejects.toMatchObject({ code: 'OIDC_UNKNOWN' });
  });

  it('knows what it sent out only while it is young, unchanged, and not used yet', async () => {
    const idNumber = freshId();
    await account(idNumber);
    const { state } = await oidc.start();
    expect(Buffer.from(state.split('.')[4] as string, 'base64url').toString('latin1')).not.toContain('nonce');
    clock.advance(10 * MINUTE - 1);
    await expect(oidc.finish(state, idNumber, atPortal)).resolves.toBeDefined();
    await expect(oidc.finish(state, idNumber, atPortal)).rejects.toMatchObject({ code: 'OIDC_INVALID' });
    const old = (await oidc.start()).state;
    clock.advance(10 * MINUTE);
    await expect(oidc.finish(old, idNumber, atPortal)).rejects.toMatchObject({ code: 'OIDC_INVALID' });
    const sealedElsewhere = crypto.seal(JSON.stringify({ until: 9e15, state: 'x' }), 'another|place|0');
    await expect(oidc.finish(sealedElsewhere, idNumber, atPortal)).rejects.toMatchObject({ code: 'OIDC_INVALID' });
  });

  it('of five returns with one state at once a single one reaches the platform', async () => {
    const idNumber = freshId();
    await account(idNumber);
    const { state } = await oidc.start();
    asked.length = 0;
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => oidc.finish(state, idNumber, atPortal)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('forgets states after a day', async () => {
    const idNumber = freshId();
    await account(idNumber);
    const { state } = await oidc.start();
    await oidc.finish(state, idNumber, atPortal);
    const key = sha256Hex((asked.at(-1) as PlatformChecks).state);
    expect(await db.unitOfWork.manager.existsBy(OidcReturn, { state: key })).toBe(true);
    clock.advance(24 * 60 * MINUTE + 1);
    await enter(idNumber);
    expect(await db.unitOfWork.manager.existsBy(OidcReturn, { state: key })).toBe(false);
  });

  it('a second factor stays due until it was shown; the session that follows has none due', async () => {
    const idNumber = freshId();
    const { id } = await account(idNumber, { roles: ['OFFICER'] });
    const link = await db.unitOfWork.run(() => access.setups.open(id, 'FACTOR'));
    const { totpSecret } = await access.setups.view(link);
    await access.setups.complete(link, undefined, codeAt(totpSecret, clock.now()));
    clock.advance(MINUTE);
    const viewer = await viewerOf(await enter(idNumber));
    expect(viewer.factorDue).toBe(true);
    const next = await access.sessions.stepUp(viewer, { totp: codeAt(totpSecret, clock.now()) }, atPortal);
    expect((await viewerOf(next)).factorDue).toBeUndefined();
    const rows = await db.unitOfWork.manager.findBy(Session, { accountId: id });
    expect(rows.map(({ factorDue, revokedAt }) => [factorDue, revokedAt !== null])).toEqual(
      expect.arrayContaining([
        [true, true],
        [null, false],
      ]),
    );
  });

  it('lets no disabled account in, nor one that was disabled on the way', async () => {
    const idNumber = freshId();
    const { id } = await account(idNumber);
    const token = await enter(idNumber);
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id }, { disabled: true }));
    await expect(enter(idNumber)).rejects.toMatchObject({ code: 'AUTH_FAILED' });
    await expect(viewerOf(token)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });
});
