import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { FixedClock } from '@tongxing/platform';
import {
  accessEntities,
  FileSmsSender,
  MemorySmsSender,
  Message,
  MessageService,
  PhoneBook,
  type PhoneHolder,
  SignInCode,
  SignInCodeService,
  type SignedIn,
  type Sms,
  SmsRefused,
  SmsSender,
} from '../index.js';
import { outsideQuietHours } from '../messages/quiet-hours.js';
import { SecurityService } from '../security.service.js';
import { accessOn, atPortal, config, crypto, MINUTE, PASSWORD, phonesBy, PORTAL_KEY, production } from './setup.js';

const HOUR = 60 * MINUTE;
const at = (text: string) => new Date(`${text}+08:00`);

/** A gateway that answers as it is told. */
class Gateway extends SmsSender {
  readonly sent: Sms[] = [];
  next: (() => void) | undefined;
  send(sms: Sms): Promise<void> {
    this.next?.();
    this.sent.push(sms);
    return Promise.resolve();
  }
}

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let jobs: JobService;
  let gateway: Gateway;
  let messages: MessageService;
  let codes: SignInCodeService;
  let access: ReturnType<typeof accessOn>;
  let phones = 0;
  let networks = 0;
  const book = new Map<string, PhoneHolder[]>();

  const freshPhone = () => `139${String((phones += 1)).padStart(8, '0')}`;
  const somewhere = () => ({ ...atPortal, address: `198.51.100.${(networks += 1)}` });
  const holder = (name = '马小兰'): PhoneHolder => {
    const number = String((phones += 1));
    return {
      personId: number.padStart(36, '0'),
      idNumber: number,
      name,
      birthYear: 1990,
      divisionCode: '640324100201',
    };
  };
  const known = (...holders: PhoneHolder[]): string => {
    const phone = freshPhone();
    book.set(phone, holders.length > 0 ? holders : [holder()]);
    return phone;
  };
  /** Does the jobs that are due, in order, as the runner does. */
  const runJobs = async (attempt = 1): Promise<void> => {
    for (;;) {
      const due = await db.unitOfWork.manager.find(Job, { where: { state: 'WAITING' }, order: { id: 'ASC' } });
      const job = due.find((one) => one.runAt <= clock.now());
      if (!job) return;
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Job, { id: job.id }, { state: 'DONE' }));
      await jobs.handled.get(job.name)?.handler(job.payload as object, { attempt } as never);
    }
  };
  const codeOf = (sms: Sms | undefined): string => /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';
  /** Asks, waits for the text message, and reads it. */
  const codeFor = async (phone: string): Promise<string> => {
    await codes.request(phone, somewhere());
    await runJobs();
    return codeOf(gateway.sent.findLast((sms) => sms.phone === phone));
  };
  const wrongOf = (code: string): string => (code === '000000' ? '111111' : '000000');

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(Job, { state: 'WAITING' }, { state: 'DONE' }));
    clock = new FixedClock();
    jobs = new JobService(db.unitOfWork, clock);
    gateway = new Gateway();
    const phoneBook = new PhoneBook();
    messages = new MessageService(db.unitOfWork, clock, crypto, jobs, gateway, phoneBook, config);
    messages.onModuleInit();
    access = accessOn(db, clock, production);
    phoneBook.register({
      holdersOf: (phone) => Promise.resolve(book.get(phone) ?? []),
      phonesOf: phonesBy(
        (personId) => [...book].find(([, holders]) => holders.some((one) => one.personId === personId))?.[0],
      ),
    });
    codes = new SignInCodeService(
      db.unitOfWork,
      clock,
      crypto,
      jobs,
      phoneBook,
      messages,
      access.accounts,
      access.sessions,
    );
    codes.onModuleInit();
  });

  describe('a code to a phone', () => {
    it('opens a session of the person, whose account is made at the first time', async () => {
      const who = holder();
      const phone = known(who);
      const { token } = await codes.verify({ phone, code: await codeFor(phone) }, atPortal);
      const viewer = await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
      expect(viewer).toMatchObject({ roles: ['SEEKER'], personId: who.personId, divisionCode: who.divisionCode });
      clock.advance(HOUR);
      const again = await codes.verify(
        { phone: ` +86 ${phone.slice(0, 3)}-${phone.slice(3)}`, code: await codeFor(phone) },
        atPortal,
      );
      expect(await access.sessions.viewerOf(`Session ${again.token}`, PORTAL_KEY)).toMatchObject({ id: viewer.id });
    });

    it('is good once, also for two at once', async () => {
      const phone = known();
      const code = await codeFor(phone);
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => codes.verify({ phone, code }, atPortal)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(codes.verify({ phone, code }, atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    });

    it('sixth try: CODE_LOCKED, for the right code too (bad input 7)', async () => {
      const phone = known();
      const code = await codeFor(phone);
      for (let turn = 0; turn < 5; turn += 1)
        await expect(codes.verify({ phone, code: wrongOf(code) }, atPortal)).rejects.toMatchObject({
          code: 'CODE_INVALID',
        });
      await expect(codes.verify({ phone, code }, atPortal)).rejects.toMatchObject({ code: 'CODE_LOCKED' });
    });

    it('of twenty tries at once five are compared (bad input 7)', async () => {
      const phone = known();
      const code = await codeFor(phone);
      const told = await Promise.all(
        Array.from({ length: 20 }, () =>
          codes.verify({ phone, code: wrongOf(code) }, atPortal).catch((error: { code: string }) => error.code),
        ),
      );
      expect(told.filter((one) => one === 'CODE_INVALID')).toHaveLength(5);
      expect(told.filter((one) => one === 'CODE_LOCKED')).toHaveLength(15);
    });

    it('is good for ten minutes, and no longer once there is a newer one', async () => {
      const phone = known();
      const first = await codeFor(phone);
      clock.advance(10 * MINUTE);
      await expect(codes.verify({ phone, code: first }, atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      const second = await codeFor(phone);
      clock.advance(10 * MINUTE - 1);
      const third = await codeFor(phone);
      if (second !== third)
        await expect(codes.verify({ phone, code: second }, atPortal)).rejects.toMatchObject({ code: 'CODE_INVALID' });
      await expect(codes.verify({ phone, code: third }, atPortal)).resolves.toHaveProperty('token');
    });

    it('says the same to a phone that nobody has, and sends nothing there', async () => {
      const [phone, stranger] = [known(), freshPhone()];
      const story = async (number: string) => {
        const told: unknown[] = [];
        const note = async (work: Promise<unknown>) =>
          told.push(
            await work.then(
              () => 'done',
              ({ code, message, hint, retryAfter }: Record<string, unknown>) => ({ code, message, hint, retryAfter }),
            ),
          );
        await note(codes.request(number, somewhere()));
        await note(codes.request(number, somewhere()));
        for (let turn = 0; turn < 6; turn += 1) await note(codes.verify({ phone: number, code: 'nothing' }, atPortal));
        return told;
      };
      expect(await story(stranger)).toEqual(await story(phone));
      await runJobs();
      expect(gateway.sent.map((sms) => sms.phone)).toEqual([phone]);
    });

    it('lets no official in, nor a disabled person', async () => {
      const who = holder();
      const phone = known(who);
      const account = await access.accounts.create({
        login: `official.${phones}`,
        displayName: '干部',
        password: 'long-enough-4-specs',
        roles: ['OFFICER', 'SEEKER'],
        divisionCode: '640324000000',
        idNumber: who.idNumber,
      });
      await expect(codes.verify({ phone, code: await codeFor(phone) }, atPortal)).rejects.toMatchObject({
        code: 'STAFF_SIGN_IN',
      });
      expect(await access.sessions.list(account.id)).toEqual([]);
    });

    it('asks who it is where a family shares the phone, and shows no whole name', async () => {
      const [mother, son] = [holder('马小兰'), holder('杨军')];
      const phone = known(mother, son);
      const code = await codeFor(phone);
      for (let turn = 0; turn < 6; turn += 1)
        expect(await codes.verify({ phone, code }, atPortal)).toEqual({
          choices: [
            { personId: mother.personId, maskedName: '马*兰', birthYear: 1990 },
            { personId: son.personId, maskedName: '杨*', birthYear: 1990 },
          ],
        });
      await expect(
        codes.verify({ phone, code: wrongOf(code), personId: son.personId }, atPortal),
      ).rejects.toMatchObject({ code: 'CODE_INVALID' });
      expect((await codes.verify({ phone, code, personId: holder().personId }, atPortal)).token).toBeUndefined();
      const { token } = await codes.verify({ phone, code, personId: son.personId }, atPortal);
      expect(await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).toMatchObject({ personId: son.personId });
    });

    it.each(['1391234567', '139123456789', '01012345678', 'abc', '', "139' OR 1=1--"])(
      '%s is no phone',
      async (phone) => {
        await expect(codes.request(phone, somewhere())).rejects.toMatchObject({ code: 'VALIDATION', field: 'phone' });
      },
    );
  });

  describe('SMS flood: RATE_LIMITED', () => {
    it('a minute between two, five an hour, ten a day to one phone (bad input 8)', async () => {
      const phone = freshPhone();
      const ask = () => codes.request(phone, somewhere());
      await ask();
      clock.advance(MINUTE - 1);
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1 });
      clock.advance(1);
      for (let turn = 2; turn <= 5; turn += 1) {
        await ask();
        clock.advance(MINUTE);
      }
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 55 * 60 });
      clock.advance(HOUR);
      for (let turn = 6; turn <= 10; turn += 1) {
        await ask();
        clock.advance(MINUTE);
      }
      clock.advance(2 * HOUR);
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      clock.advance(22 * HOUR);
      await expect(ask()).resolves.toBeUndefined();
    });

    it('twenty an hour from one address, to whatever phones', async () => {
      const from = somewhere();
      for (let turn = 0; turn < 20; turn += 1) await codes.request(freshPhone(), from);
      await expect(codes.request(freshPhone(), from)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 3600 });
      await expect(codes.request(freshPhone(), somewhere())).resolves.toBeUndefined();
    });

    it('of ten at once to one phone one goes through', async () => {
      const phone = known();
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => codes.request(phone, somewhere())));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of outcomes)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'RATE_LIMITED' });
    });
  });

  describe('what is kept', () => {
    it('of codes and messages holds no number, no code, no word; jobs hold ids', async () => {
      const phone = known();
      const code = await codeFor(phone);
      const rows = JSON.stringify([
        await db.unitOfWork.manager.find(SignInCode),
        await db.unitOfWork.manager.find(Message),
        await db.unitOfWork.manager.find(Job),
      ]);
      expect(rows).not.toContain(phone);
      expect(rows).not.toContain(`"${code}"`);
      expect(rows).not.toContain('登录码');
    });

    it('of codes goes with what was asked for before an instant', async () => {
      const phone = known();
      await codeFor(phone);
      clock.advance(25 * HOUR);
      await codeFor(known());
      expect(await codes.forget(new Date(clock.now().getTime() - 24 * HOUR))).toBeGreaterThan(0);
      expect(await codes.forget(new Date(clock.now().getTime() - 24 * HOUR))).toBe(0);
      const stale = await db.unitOfWork.manager.find(SignInCode);
      expect(stale.every((row) => row.createdAt.getTime() >= clock.now().getTime() - 24 * HOUR)).toBe(true);
      const kept = await db.unitOfWork.manager.findBy(Message, { kind: 'CODE' });
      expect(kept.every((row) => row.createdAt.getTime() >= clock.now().getTime() - 24 * HOUR)).toBe(true);
    });
  });

  describe('a proof within a session', () => {
    const signedIn = async (phone: string) => {
      const { token } = await codes.verify({ phone, code: await codeFor(phone) }, atPortal);
      return { token: token as string, viewer: await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY) };
    };
    const security = () =>
      new SecurityService(
        db.unitOfWork,
        access.sessions,
        access.factors,
        access.setups,
        access.locks,
        codes,
        messages,
        config,
      );
    /** The code that went to the own phone. */
    const ownCode = async (viewer: SignedIn, phone: string): Promise<string> => {
      clock.advance(2 * 60_000);
      await security().requestOwnCode(viewer, somewhere());
      await runJobs();
      return codeOf(gateway.sent.findLast((sms) => sms.phone === phone));
    };

    it('by a code to the own phone gives the session a new id and five minutes; the code is good once', async () => {
      const phone = known();
      const { token, viewer } = await signedIn(phone);
      expect(access.sessions.isFresh(viewer)).toBe(false);
      const code = await ownCode(viewer, phone);
      await expect(security().stepUp(viewer, { code: wrongOf(code) }, atPortal)).rejects.toMatchObject({
        code: 'CODE_INVALID',
      });
      const fresh = await security().stepUp(viewer, { code }, atPortal);
      const now = await access.sessions.viewerOf(`Session ${fresh}`, PORTAL_KEY);
      expect(access.sessions.isFresh(now)).toBe(true);
      await expect(access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY)).rejects.toMatchObject({
        code: 'SESSION_REVOKED',
      });
      await expect(security().stepUp(now, { code }, atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      clock.advance(5 * 60_000 + 1);
      expect(access.sessions.isFresh(await access.sessions.viewerOf(`Session ${fresh}`, PORTAL_KEY))).toBe(false);
    });

    it('of two at once with one code is one', async () => {
      const phone = known();
      const { viewer } = await signedIn(phone);
      const code = await ownCode(viewer, phone);
      const outcomes = await Promise.allSettled([1, 2].map(() => security().stepUp(viewer, { code }, atPortal)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('by another’s code, or without a phone, is none; staff show an authenticator', async () => {
      const [mine, other] = [known(), known()];
      const { viewer } = await signedIn(mine);
      const theirs = await codeFor(other);
      await expect(security().stepUp(viewer, { code: theirs }, atPortal)).rejects.toHaveProperty('code');
      const nobody = { ...viewer, personId: holder().personId };
      await expect(security().requestOwnCode(nobody, atPortal)).rejects.toMatchObject({ code: 'NO_PHONE' });
      const staff = { ...viewer, roles: ['SEEKER', 'OFFICER'] as const };
      for (const proof of [{ code: theirs }, { password: PASSWORD }])
        await expect(security().stepUp(staff, proof, atPortal)).rejects.toMatchObject({ code: 'STAFF_SIGN_IN' });
    });

    it('by password is one where there is no authenticator', async () => {
      const { personId, idNumber } = holder();
      const login = `with.password.${personId.slice(-6)}`;
      const about = {
        login,
        displayName: '甲乙',
        password: PASSWORD,
        divisionCode: '640324100000',
        personId,
        idNumber,
      };
      await access.accounts.create({ ...about, roles: ['SEEKER'] });
      const token = await access.sessions.signIn({ login, password: PASSWORD }, atPortal);
      const viewer = await access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
      await expect(security().stepUp(viewer, { password: 'another one' }, atPortal)).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'password',
      });
      const fresh = await security().stepUp(viewer, { password: PASSWORD }, atPortal);
      const now = await access.sessions.viewerOf(`Session ${fresh}`, PORTAL_KEY);
      expect(access.sessions.isFresh(now)).toBe(true);
      for (let tries = 0; tries < 5; tries += 1)
        await security()
          .stepUp(now, { password: 'wrong' }, atPortal)
          .catch(() => undefined);
      await expect(security().stepUp(now, { password: PASSWORD }, atPortal)).rejects.toMatchObject({
        code: 'AUTH_LOCKED',
      });
    });
  });

  describe('a message', () => {
    const viewer = (personId: string) => ({ id: personId, displayName: '', roles: [], divisionCode: '', personId });
    const tell = (personId: string, phone: string | undefined = freshPhone()) =>
      db.unitOfWork.run(() => messages.tell({ kind: 'NOTE', text: '您的补贴申请通过了。', personId, phone }));
    const stateOf = async (personId: string) =>
      (await db.unitOfWork.manager.findOneByOrFail(Message, { personId })).smsState;

    it('stands in the portal at once and goes out once', async () => {
      const { personId } = holder();
      await tell(personId);
      expect((await messages.page(viewer(personId), { first: 10 })).rows).toMatchObject([
        { text: '您的补贴申请通过了。', smsState: 'WAITING' },
      ]);
      await runJobs();
      await runJobs();
      expect(gateway.sent).toHaveLength(1);
      expect(await stateOf(personId)).toBe('SENT');
      expect((await messages.page(viewer(holder().personId), { first: 10 })).totalCount).toBe(0);
    });

    it('is not there when the act that it tells of is rolled back', async () => {
      const { personId } = holder();
      await expect(
        db.unitOfWork.run(async () => {
          await messages.tell({ kind: 'NOTE', text: 'x', personId, phone: freshPhone() });
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      await runJobs();
      expect(gateway.sent).toEqual([]);
    });

    it('waits for the morning; a code does not', async () => {
      clock.set('2026-11-23T21:00:00+08:00');
      const { personId } = holder();
      await tell(personId);
      const phone = known();
      expect(await codeFor(phone)).toMatch(/^\d{6}$/);
      expect(gateway.sent.map((sms) => sms.phone)).toEqual([phone]);
      clock.set('2026-11-24T08:00:00+08:00');
      await runJobs();
      expect(await stateOf(personId)).toBe('SENT');
    });

    it('that failed until the evening waits for the morning as well', async () => {
      clock.set('2026-11-23T20:59:00+08:00');
      const { personId } = holder();
      await tell(personId);
      clock.set('2026-11-23T21:05:00+08:00');
      await runJobs();
      expect(gateway.sent).toEqual([]);
      clock.set('2026-11-24T08:00:00+08:00');
      await runJobs();
      expect(gateway.sent).toHaveLength(1);
    });

    it('is tried again when the gateway is down, and fails after the last try, without a word of the gateway', async () => {
      const { personId } = holder();
      const phone = freshPhone();
      await tell(personId, phone);
      gateway.next = () => {
        throw new Error(`cannot reach ${phone}`);
      };
      await expect(runJobs(1)).rejects.toThrow(/^the text message was not taken$/);
      expect(await stateOf(personId)).toBe('WAITING');
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Job, { name: 'send-message' }, { state: 'WAITING' }));
      await runJobs(8);
      const row = await db.unitOfWork.manager.findOneByOrFail(Message, { personId });
      expect([row.smsState, row.failure, row.tries]).toEqual(['FAILED', 'UNREACHABLE', 2]);
    });

    it('that the gateway refuses is not sent again', async () => {
      const { personId } = holder();
      await tell(personId);
      gateway.next = () => {
        throw new SmsRefused('NUMBER_BLOCKED');
      };
      await runJobs();
      const row = await db.unitOfWork.manager.findOneByOrFail(Message, { personId });
      expect([row.smsState, row.failure]).toEqual(['FAILED', 'NUMBER_BLOCKED']);
    });

    it('goes to the portal alone for who wants no text messages; codes go out all the same', async () => {
      const who = holder();
      await messages.setSms(viewer(who.personId), false);
      await messages.setSms(viewer(who.personId), false);
      await tell(who.personId);
      await runJobs();
      expect(await stateOf(who.personId)).toBe('OPTED_OUT');
      expect(await codeFor(known(who))).toMatch(/^\d{6}$/);
      await messages.setSms(viewer(who.personId), true);
      expect(await messages.wantsSms(viewer(who.personId))).toBe(true);
    });

    it('is listed page by page, newest first', async () => {
      const { personId } = holder();
      for (let turn = 0; turn < 3; turn += 1) await tell(personId, undefined as never);
      const first = await messages.page(viewer(personId), { first: 2 });
      expect([first.totalCount, first.rows.length]).toEqual([3, 3]);
      const after = messages.cursorFor(first.rows[1] as { id: string });
      expect((await messages.page(viewer(personId), { first: 2, after })).rows).toHaveLength(1);
    });

    it('shows on the screen of the demonstration only', async () => {
      const phone = known();
      await codeFor(phone);
      expect((await messages.demoScreen())[0]).toMatchObject({ phone });
      const outside = new MessageService(
        db.unitOfWork,
        clock,
        crypto,
        jobs,
        new MemorySmsSender(),
        new PhoneBook(),
        production,
      );
      expect(await outside.demoScreen()).toEqual([]);
    });
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T20:59:59', '2026-11-23T20:59:59'],
    ['2026-11-23T21:00:00', '2026-11-24T08:00:00'],
    ['2026-11-23T23:59:59', '2026-11-24T08:00:00'],
    ['2026-11-24T00:00:00', '2026-11-24T08:00:00'],
    ['2026-11-24T07:59:59', '2026-11-24T08:00:00'],
    ['2026-11-24T08:00:00', '2026-11-24T08:00:00'],
    ['2026-12-31T22:00:00', '2027-01-01T08:00:00'],
  ])('at %s a message goes out at %s', (now, then) => {
    expect(outsideQuietHours(at(now))).toEqual(at(then));
  });
});

describe('the file of text messages', () => {
  it('takes a line a message, for the eyes of the system alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongxing-sms-'));
    const sender = new FileSmsSender(join(folder, 'sms'), new FixedClock('2026-11-23T09:00:00+08:00'));
    await sender.send({ id: 'm-1', phone: '13900000001', text: '一\n二' });
    await sender.send({ id: 'm-2', phone: '13900000002', text: '三' });
    const file = join(folder, 'sms', '2026-11-23.jsonl');
    expect(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ id: 'm-1', phone: '13900000001', text: '一\n二' }, { id: 'm-2' }]);
    expect([statSync(file).mode & 0o777, statSync(join(folder, 'sms')).mode & 0o777]).toEqual([0o600, 0o700]);
    rmSync(folder, { recursive: true });
  });
});
