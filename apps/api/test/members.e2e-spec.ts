import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Account,
  AccountDeskService,
  AccountService,
  AccountSetup,
  actAs,
  AuditEntry,
  Message,
  type Role,
  Session,
  SessionService,
  type SignedIn,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Employer, MemberService } from '@tongxing/employers';
import { loadConfig, newId } from '@tongxing/platform';
import { makeCreditCode } from '@tongxing/rules';
import { ApiModule } from '../src/api.module.js';
import { entities } from '../src/entities.js';

const COUNTY = '640324000000';
const PASSWORD = 'a-long-and-odd-password';

eachEngine(entities, (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-members-'));
  let db: TestDatabase;
  let app: INestApplicationContext;
  let members: MemberService;
  let made = 0;

  const unit = () => app.get(UnitOfWork);
  const employer = async (divisionCode = COUNTY): Promise<string> => {
    made += 1;
    const id = newId();
    const row = {
      id,
      name: `示例${made}有限公司`,
      creditCode: makeCreditCode('91', '640324', `MA${String(made).padStart(6, '0')}`),
      unitKind: 'ENTERPRISE' as const,
      stateOwned: null,
      adminLevel: null,
      establishment: null,
      schoolOrKindergarten: null,
      divisionCode,
      address: null,
      longitude: null,
      latitude: null,
      collector: null,
      secrets: '',
      registeredAt: new Date(),
      version: 1,
    };
    await unit().run(() => unit().manager.insert(Employer, row));
    return id;
  };
  const account = async (role: Role, employerId?: string, divisionCode = COUNTY): Promise<SignedIn> => {
    made += 1;
    const about = { login: `who.${made}`, displayName: `示例${made}`, password: PASSWORD, roles: [role], divisionCode };
    const { id, displayName, roles } = await app
      .get(AccountService)
      .create({ ...about, ...(employerId ? { employerId } : {}) });
    return { id, displayName, roles, divisionCode, ...(employerId ? { employerId } : {}) };
  };
  const rowOf = (id: string): Promise<Account> => unit().manager.findOneByOrFail(Account, { id });
  const openSession = (id: string) =>
    unit().run(() =>
      app.get(SessionService).open(id, { address: '::1', viaPortal: true, agent: '' }, { provedAt: null }),
    );
  const live = async (accountId: string): Promise<number> => (await app.get(SessionService).list(accountId)).length;
  const newcomer = () => ({ login: `new.${(made += 1)}`, displayName: '示例同事', role: 'EMPLOYER_CLERK' });

  beforeAll(async () => {
    db = await engine.open();
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const module = ApiModule.forRoot({ ...config, database: db.config }, { runJobs: false });
    app = await NestFactory.createApplicationContext(module, { logger: false });
    members = app.get(MemberService);
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('an administrator of an employer', () => {
    let own: string;
    let admin: SignedIn;
    beforeEach(async () => {
      own = await employer();
      admin = await account('EMPLOYER_ADMIN', own);
    });

    it('adds a colleague of the own employer, who has a link and no password', async () => {
      const wanted = { ...newcomer(), login: ' New.Clerk ' };
      const { id, setupToken } = await members.set(admin, { ...wanted, login: `${wanted.login.trim()}${made}` });
      expect(setupToken).toMatch(/^[\w-]{43}$/);
      expect(await rowOf(id)).toMatchObject({
        login: `new.clerk${made}`,
        roles: ['EMPLOYER_CLERK'],
        employerId: own,
        divisionCode: COUNTY,
        passwordHash: '',
        disabled: false,
      });
      const { members: listed } = await members.ofEmployer(admin);
      expect(listed.map(({ role, state }) => [role, state])).toEqual([
        ['EMPLOYER_ADMIN', 'IN_USE'],
        ['EMPLOYER_CLERK', 'WAITING'],
      ]);
    });

    it.each([
      [{ login: '' }, 'VALIDATION', 'login'],
      [{ login: 'X' }, 'VALIDATION', 'login'],
      [{ displayName: ' ' }, 'VALIDATION', 'displayName'],
      [{ role: null }, 'VALIDATION', 'role'],
      [{ role: 'OFFICER' }, 'VALIDATION', 'role'],
    ])('is told what is wrong with a new one: %j', async (wrong, code, field) => {
      const before = await unit().manager.countBy(Account, { employerId: own });
      await expect(members.set(admin, { ...newcomer(), ...wrong })).rejects.toMatchObject({ code, field });
      expect(await unit().manager.countBy(Account, { employerId: own })).toBe(before);
    });

    it('cannot take a login that somebody has', async () => {
      const { login } = await rowOf(admin.id);
      await expect(members.set(admin, { ...newcomer(), login })).rejects.toMatchObject({ code: 'DUPLICATE' });
    });

    it('changes a role, ends the sessions, tells the colleague, and writes it down; twice as once', async () => {
      const clerk = await account('EMPLOYER_CLERK', own);
      await openSession(clerk.id);
      const change = { id: clerk.id, role: 'EMPLOYER_ADMIN' };
      const act = () =>
        actAs({ viewer: admin, kind: 'VISITOR', action: 'member.set' }, () => members.set(admin, change));
      expect(await act()).toEqual({ id: clerk.id, setupToken: null });
      expect([(await rowOf(clerk.id)).roles, await live(clerk.id)]).toEqual([['EMPLOYER_ADMIN'], 0]);
      await openSession(clerk.id);
      await act();
      expect(await live(clerk.id)).toBe(1);
      expect(await unit().manager.countBy(Message, { accountId: clerk.id, kind: 'NOTE' })).toBe(1);
      expect(await unit().manager.findBy(AuditEntry, { actorId: admin.id, targetId: clerk.id })).toMatchObject([
        { action: 'member.set' },
      ]);
    });

    it('disables a colleague, whose sessions and links end, and enables again', async () => {
      const { id } = await members.set(admin, newcomer());
      await openSession(id);
      await members.set(admin, { id, disabled: true });
      expect([(await rowOf(id)).disabled, await live(id)]).toEqual([true, 0]);
      const [link] = await unit().manager.findBy(AccountSetup, { accountId: id });
      expect(link?.usedAt).toEqual(expect.any(Date));
      await expect(members.set(admin, { id, newLink: true })).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await members.set(admin, { id, disabled: false });
      expect((await rowOf(id)).disabled).toBe(false);
      expect(await unit().manager.countBy(Session, { accountId: id })).toBe(1);
    });

    it('gives a new link: the password ends with it', async () => {
      const clerk = await account('EMPLOYER_CLERK', own);
      await openSession(clerk.id);
      const { setupToken } = await members.set(admin, { id: clerk.id, newLink: true });
      expect(setupToken).toMatch(/^[\w-]{43}$/);
      expect([(await rowOf(clerk.id)).passwordHash, await live(clerk.id)]).toEqual(['', 0]);
    });

    it('finds nobody of another employer, nobody who has other work, and never changes the own account', async () => {
      const strangers = [
        await account('EMPLOYER_CLERK', await employer()),
        await account('OFFICER'),
        await account('OFFICER', own),
      ];
      for (const { id } of strangers)
        for (const change of [{ disabled: true }, { role: 'EMPLOYER_ADMIN' }, { newLink: true }])
          await expect(members.set(admin, { id, ...change })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(members.set(admin, { id: admin.id, disabled: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(members.ofEmployer(admin, await employer())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('one is left when two take the role from each other at once', async () => {
      const other = await account('EMPLOYER_ADMIN', own);
      const down = (by: SignedIn, of: SignedIn, change: object) => members.set(by, { id: of.id, ...change });
      const outcomes = await Promise.allSettled([
        down(admin, other, { role: 'EMPLOYER_CLERK' }),
        down(other, admin, { disabled: true }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FORBIDDEN' } });
      const rows = await unit().manager.findBy(Account, { employerId: own, disabled: false });
      expect(rows.filter(({ roles }) => roles.includes('EMPLOYER_ADMIN'))).toHaveLength(1);
    });
  });

  describe('the first account of an employer', () => {
    const who = () => ({ login: `first.${(made += 1)}`, displayName: '示例管理员' });

    it('is opened by an officer of the region, once, also when two press at once', async () => {
      const officer = await account('OFFICER');
      const id = await employer();
      const outcomes = await Promise.allSettled([members.open(officer, id, who()), members.open(officer, id, who())]);
      const done = outcomes.filter(({ status }) => status === 'fulfilled');
      expect(done).toHaveLength(1);
      const { members: listed } = await members.ofEmployer(officer, id);
      expect(listed.map(({ role, state }) => [role, state])).toEqual([['EMPLOYER_ADMIN', 'WAITING']]);
      await expect(members.open(officer, id, who())).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('gets a new link while it waits, by the same login; one that is set up does not', async () => {
      const officer = await account('OFFICER');
      const id = await employer();
      const wanted = who();
      const first = await members.open(officer, id, wanted);
      const again = await members.open(officer, id, { ...wanted, login: wanted.login.toUpperCase() });
      expect([again.id, again.setupToken === first.setupToken]).toEqual([first.id, false]);
      await unit().run(() => unit().manager.update(Account, { id: first.id }, { passwordHash: 'set' }));
      await expect(members.open(officer, id, wanted)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('is nobody else’s business: another region, another role', async () => {
      const id = await employer();
      const foreign = await account('OFFICER', undefined, '360734000000');
      await expect(members.open(foreign, id, who())).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(members.ofEmployer(foreign, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('can be opened again where the only administrator was disabled', async () => {
      const officer = await account('OFFICER');
      const id = await employer();
      const first = await members.open(officer, id, who());
      const security = await account('SECURITY_ADMIN');
      await app.get(AccountDeskService).setDisabled(security, first.id, true);
      expect((await members.open(officer, id, who())).setupToken).toMatch(/./);
    });

    it('is not opened by the desk of the security administrator, who knows no employer', async () => {
      const security = await account('SECURITY_ADMIN');
      const input = {
        login: `desk.${(made += 1)}`,
        displayName: '示例',
        idNumber: '640324199001010014',
        divisionCode: COUNTY,
        roles: ['EMPLOYER_ADMIN'],
      };
      await expect(app.get(AccountDeskService).create(security, input)).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'roles',
      });
    });
  });
});
