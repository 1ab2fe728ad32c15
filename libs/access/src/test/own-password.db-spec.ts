import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type Config, FixedClock } from '@tongxing/platform';
import {
  accessEntities,
  DEMO_PASSWORD,
  MemorySmsSender,
  Message,
  MessageService,
  type NewAccount,
  PhoneBook,
  SecurityService,
  SignInCodeService,
  type SignedIn,
} from '../index.js';
import { accessOn, atPortal, config, crypto, MINUTE, PASSWORD, PORTAL_KEY, production, program } from './setup.js';

const FRESH = 'three odd words here';

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let security: SecurityService;
  let count = 0;

  const securityOf = (given: Config) => {
    const { sessions, factors, setups, locks } = access;
    const jobs = new JobService(db.unitOfWork, clock);
    const messages = new MessageService(
      db.unitOfWork,
      clock,
      crypto,
      jobs,
      new MemorySmsSender(),
      new PhoneBook(),
      given,
    );
    const codes = new SignInCodeService(
      db.unitOfWork,
      clock,
      crypto,
      jobs,
      new PhoneBook(),
      messages,
      access.accounts,
      sessions,
    );
    return new SecurityService(db.unitOfWork, sessions, factors, setups, locks, codes, messages, given);
  };
  /** Signed in at two browsers and with a program. */
  const signedIn = async (change: Partial<NewAccount> = {}) => {
    const account = await access.accounts.create({
      login: `own.${(count += 1)}`,
      displayName: '示例经办人',
      password: PASSWORD,
      roles: ['EMPLOYER_CLERK'],
      divisionCode: '640324000000',
      ...change,
    });
    const signIn = (client: typeof atPortal) =>
      access.sessions.signIn({ login: account.login, password: PASSWORD }, { ...client, address: `192.0.2.${count}` });
    const headers = [
      `Session ${await signIn(atPortal)}`,
      `Session ${await signIn(atPortal)}`,
      `Bearer ${await signIn(program)}`,
    ] as const;
    const viewers = await Promise.all(headers.map((header) => access.sessions.viewerOf(header, PORTAL_KEY)));
    return { account, headers, viewer: viewers[0] as SignedIn, other: viewers[1] as SignedIn };
  };
  const outcomeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code: string; field?: string }) => [error.code, error.field].filter(Boolean).join(' '),
    );

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock();
    access = accessOn(db, clock, config);
    security = securityOf(production);
  });

  it('is changed by who knows the one in use; every other session ends, and the person is told', async () => {
    const { account, headers, viewer } = await signedIn();
    await security.changePassword(viewer, PASSWORD, FRESH);
    const states = await Promise.all(headers.map((header) => outcomeOf(access.sessions.viewerOf(header, PORTAL_KEY))));
    expect(states).toEqual(['done', 'SESSION_REVOKED', 'SESSION_REVOKED']);
    const { login } = account;
    const from = (password: string) =>
      access.sessions.signIn({ login, password }, { ...atPortal, address: '192.0.2.9' });
    expect(await outcomeOf(from(PASSWORD))).toBe('AUTH_FAILED');
    expect(await outcomeOf(from(FRESH))).toBe('done');
    const [told] = await db.unitOfWork.manager.findBy(Message, { accountId: account.id });
    expect(crypto.open((told as Message).text, `message|text|${told?.id}`)).toContain('密码刚刚换了');
  });

  it.each([
    ['short', 'VALIDATION password'],
    ['1q2w3e4r5t6y', 'VALIDATION password'],
    ['0000000000', 'VALIDATION password'],
    [DEMO_PASSWORD, 'VALIDATION password'],
    [PASSWORD, 'VALIDATION password'],
  ])('refuses %s as the new one', async (password, outcome) => {
    const { viewer } = await signedIn();
    expect(await outcomeOf(security.changePassword(viewer, PASSWORD, password))).toBe(outcome);
  });

  it('a wrong current one is refused, and locks after five', async () => {
    const { viewer, headers } = await signedIn();
    const wrong = () => outcomeOf(security.changePassword(viewer, 'not-the-password', FRESH));
    for (let turn = 0; turn < 5; turn += 1) expect(await wrong()).toBe('VALIDATION current');
    expect(await outcomeOf(security.changePassword(viewer, PASSWORD, FRESH))).toBe('AUTH_LOCKED');
    clock.advance(15 * MINUTE);
    expect(await outcomeOf(security.changePassword(viewer, PASSWORD, FRESH))).toBe('done');
    expect(await outcomeOf(access.sessions.viewerOf(headers[0], PORTAL_KEY))).toBe('done');
  });

  it('of two changes at once one counts, and the other changes nothing', async () => {
    const { account, viewer, other } = await signedIn();
    const passwords = ['the first odd words', 'the second odd words'];
    const outcomes = await Promise.all([
      outcomeOf(security.changePassword(viewer, PASSWORD, passwords[0] as string)),
      outcomeOf(security.changePassword(other, PASSWORD, passwords[1] as string)),
    ]);
    expect([...outcomes].sort()).toEqual(['STATE_CONFLICT', 'done']);
    const password = passwords[outcomes.indexOf('done')] as string;
    await expect(
      access.sessions.signIn({ login: account.login, password }, { ...atPortal, address: '192.0.2.10' }),
    ).resolves.toBeDefined();
  });

  it('that everybody knows, of a demo account, stays; who has none is told so', async () => {
    const demo = await signedIn({ demo: true });
    expect(await outcomeOf(securityOf(config).changePassword(demo.viewer, PASSWORD, FRESH))).toBe('STATE_CONFLICT');
    const { id } = await access.accounts.ofRegistered({
      personId: 'person-without-password',
      idNumber: '11010519491231002X',
      name: '甲乙',
      divisionCode: '640324100201',
    });
    const seeker: SignedIn = { id, displayName: '甲乙', roles: ['SEEKER'], divisionCode: '640324100201' };
    expect(await outcomeOf(security.changePassword(seeker, '', FRESH))).toBe('STATE_CONFLICT');
    expect(await security.factorOf(seeker)).toMatchObject({ hasPassword: false });
    expect(await security.factorOf(demo.viewer)).toMatchObject({ hasPassword: true });
  });
});
