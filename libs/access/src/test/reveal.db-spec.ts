import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { behindTheBack, eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { FixedClock, newId, notFound } from '@tongxing/platform';
import {
  type AnchorService,
  type Account,
  accessEntities,
  actAs,
  ALERT_AT,
  AuditEntry,
  AuditService,
  MemorySmsSender,
  Message,
  MessageService,
  PhoneBook,
  Policy,
  type PolicyRow,
  POLICY,
  Reveal,
  RevealFields,
  RevealService,
  RevealTally,
  type Role,
  type SignedIn,
} from '../index.js';
import { openRevealNote } from '../reveal/reveal.service.js';
import { TrailService } from '../audit/trail.service.js';
import type { AuditVerifier } from '../audit/verifier.js';
import { accessOn, config, crypto, MINUTE, PASSWORD } from './setup.js';

const COUNTY = '640324000000';
const PHONE = '13800138000';
const THING = newId();
const EMPTY = newId();
const WANTED = { field: 'personPhone', subjectId: THING, reason: 'CONTACT', note: '约他星期三去面试' };

describe('the clear values of the policy table', () => {
  const rows = POLICY.filter(({ action }) => action.startsWith('reveal.') && action !== 'reveal.request');
  const mayAsk = POLICY.find(({ action }) => action === 'reveal.request') as PolicyRow;

  it('are asked for by exactly those roles that may look at one of them', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(mayAsk.roles)).toEqual(new Set(rows.flatMap(({ roles }) => roles)));
  });

  it('are for nobody outside the offices, and for nobody who only looks on or administers', () => {
    const never: Role[] = ['SEEKER', 'HELPER', 'EMPLOYER_CLERK', 'EMPLOYER_ADMIN', 'AUDITOR'];
    never.push('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');
    for (const { roles } of [mayAsk, ...rows]) expect(roles.filter((role) => never.includes(role))).toEqual([]);
  });

  it('are registered once, and never without a row', () => {
    const fields = new RevealFields();
    const kind = (action: string) => ({
      target: 'x',
      find: () => Promise.reject(new Error('no')),
      fields: [{ action, title: '甲', value: () => undefined }],
    });
    fields.register(kind('reveal.personPhone'));
    expect(() => fields.register(kind('reveal.personPhone'))).toThrow('registered twice');
    expect(() => fields.register(kind('reveal.shoeSize'))).toThrow('no policy row');
  });
});

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let reveals: RevealService;
  let messages: MessageService;
  let access: ReturnType<typeof accessOn>;
  let opened: jest.Mock<() => string>;
  let made = 0;

  const viewerOf = ({ id, displayName, roles, divisionCode }: Account): SignedIn => ({
    id,
    displayName,
    roles,
    divisionCode,
  });
  const account = async (role: Role, divisionCode = COUNTY): Promise<SignedIn> => {
    const login = `reveal.${(made += 1)}`;
    const input = { login, displayName: `示例${made}`, password: PASSWORD, roles: [role], divisionCode };
    return viewerOf(await access.accounts.create(input));
  };
  const look = (viewer: SignedIn, change: Partial<typeof WANTED> = {}) =>
    actAs({ viewer, kind: 'VISITOR', action: 'reveal.request' }, () =>
      reveals.reveal(viewer, { ...WANTED, ...change }),
    );
  const entries = () => db.unitOfWork.manager.find(AuditEntry, { order: { seq: 'ASC' } });
  const looks = (accountId: string) => db.unitOfWork.manager.countBy(Reveal, { accountId });
  const alerts = (accountId: string) =>
    db.unitOfWork.manager.countBy(AuditEntry, { action: 'reveal.alert', targetId: accountId });

  beforeAll(async () => {
    db = await engine.open();
    clock = new FixedClock();
    access = accessOn(db, clock);
    new AuditService(db.unitOfWork, clock, crypto).onModuleInit();
    const jobs = new JobService(db.unitOfWork, clock);
    messages = new MessageService(db.unitOfWork, clock, crypto, jobs, new MemorySmsSender(), new PhoneBook(), config);
    const fields = new RevealFields();
    opened = jest.fn(() => PHONE);
    fields.register<string>({
      target: 'person',
      find: async (viewer, id) => {
        const divisionCode = '640324100201';
        if (![THING, EMPTY].includes(id) || !Policy.covers(viewer, divisionCode)) throw notFound('这个人');
        return { thing: id, whose: '示例甲乙（豫海镇，1990年生）', divisionCode };
      },
      fields: [
        {
          action: 'reveal.personPhone',
          title: '手机号',
          value: (id) => (id === EMPTY ? undefined : opened()),
        },
      ],
    });
    reveals = new RevealService(db.unitOfWork, clock, crypto, fields, messages);
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    for (const table of ['audit_entry', 'audit_chain', 'reveal', 'reveal_tally', 'message'])
      await behindTheBack(db, `DELETE FROM ${table}`);
    opened.mockClear();
  });

  it('gives the value for a minute, and writes who, whose, which and what for, never the value', async () => {
    const officer = await account('OFFICER');
    const { value, title, whose, hiddenAt } = await look(officer);
    expect([title, value]).toEqual(['手机号', PHONE]);
    expect(whose).toContain('示例甲乙');
    expect(hiddenAt.getTime() - clock.wall().getTime()).toBe(60_000);
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: 'reveal.personPhone',
      actorId: officer.id,
      role: 'OFFICER',
      targetKind: 'person',
      targetId: THING,
      divisionCode: '640324100201',
      reason: '联系本人',
    });
    const row = await db.unitOfWork.manager.findOneByOrFail(Reveal, { accountId: officer.id });
    expect(openRevealNote(crypto, row)).toBe(WANTED.note);
    expect(JSON.stringify([entry, row])).not.toContain(PHONE);
    expect(JSON.stringify([entry, row])).not.toContain(WANTED.note);
  });

  it('shows the words beside the reason to who reads the audit', async () => {
    const officer = await account('OFFICER');
    await look(officer);
    const trace = newId();
    await behindTheBack(db, 'UPDATE reveal SET trace = ?', [trace]);
    await behindTheBack(db, 'UPDATE audit_entry SET trace = ?', [trace]);
    const audit = new AuditService(db.unitOfWork, clock, crypto);
    const trail = new TrailService(
      db.unitOfWork,
      crypto,
      audit,
      undefined as unknown as AuditVerifier,
      undefined as unknown as AnchorService,
    );
    const page = await trail.page(await account('AUDIT_ADMIN'), { first: 5 });
    expect(page.edges.map(({ node }) => [node.reason, node.note])).toEqual([['联系本人', WANTED.note]]);
  });

  it('refuses by code, and opens and writes nothing then', async () => {
    const officer = await account('OFFICER');
    const refused = async (viewer: SignedIn, change: Partial<typeof WANTED>, code: string, field?: string) =>
      expect(look(viewer, change)).rejects.toMatchObject({ code, ...(field ? { field } : {}) });
    await refused(officer, { field: 'shoeSize' }, 'VALIDATION', 'field');
    await refused(officer, { field: '__proto__' }, 'VALIDATION', 'field');
    await refused(await account('FINANCE'), {}, 'FORBIDDEN_FIELD', 'field');
    await refused(await account('AUDITOR'), {}, 'FORBIDDEN_FIELD', 'field');
    await refused(await account('EMPLOYER_ADMIN'), {}, 'FORBIDDEN_FIELD', 'field');
    await refused(await account('OFFICER', '360734000000'), {}, 'NOT_FOUND');
    await refused(officer, { subjectId: newId() }, 'NOT_FOUND');
    await refused(officer, { reason: 'CURIOSITY' }, 'VALIDATION', 'reason');
    await refused(officer, { note: '看看吧 ' }, 'VALIDATION', 'note');
    await refused(officer, { note: '长'.repeat(201) }, 'VALIDATION', 'note');
    for (const number of [PHONE, '640324199001010014', '6217000000000000004'])
      await refused(officer, { note: `他的号码是${number}吗` }, 'VALIDATION', 'note');
    await refused(officer, { subjectId: EMPTY }, 'VALIDATION', 'field');
    expect(opened).not.toHaveBeenCalled();
    expect(await entries()).toEqual([]);
    expect(await db.unitOfWork.manager.count(Reveal)).toBe(0);
  });

  it('never lets a value out whose look could not be written down', async () => {
    const officer = await account('OFFICER');
    const failing = jest.spyOn(db.unitOfWork, 'run').mockRejectedValue(new Error('the disk is full'));
    await expect(look(officer)).rejects.toThrow('the disk is full');
    failing.mockRestore();
    expect(await looks(officer.id)).toBe(0);
    await expect(look({ ...officer, id: newId() })).rejects.toThrow();
    expect(await entries()).toEqual([]);
  });

  it('tells the administrators of the county at the twentieth look of an hour, once, without a name of the person', async () => {
    const [officer, security, audit] = [
      await account('OFFICER'),
      await account('SECURITY_ADMIN'),
      await account('AUDIT_ADMIN'),
    ];
    await account('SECURITY_ADMIN', '360734000000');
    for (let time = 1; time < ALERT_AT; time += 1) await look(officer);
    expect(await db.unitOfWork.manager.count(Message)).toBe(0);
    for (let time = 0; time < 3; time += 1) await look(officer);
    expect(await alerts(officer.id)).toBe(1);
    for (const watcher of [security, audit]) {
      const { rows } = await messages.page(watcher, { first: 10 });
      expect(rows.map(({ text }) => text)).toEqual([
        `${officer.displayName}一小时内看了 20 次完整号码。请核对是不是工作需要。`,
      ]);
    }
    const told = await db.unitOfWork.manager.find(Message);
    const here = (await db.unitOfWork.manager.query(
      `SELECT id FROM account WHERE divisionCode = '${COUNTY}' AND (roles LIKE '%SECURITY_ADMIN%' OR roles LIKE '%AUDIT_ADMIN%')`,
    )) as { id: string }[];
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(here.map(({ id }) => id).sort());
  });

  it('begins to count anew when the hour is over', async () => {
    const officer = await account('OFFICER');
    for (let time = 1; time < ALERT_AT; time += 1) await look(officer);
    clock.advance(59 * MINUTE);
    expect((await db.unitOfWork.manager.findOneByOrFail(RevealTally, { accountId: officer.id })).looks).toBe(19);
    clock.advance(MINUTE);
    await look(officer);
    expect((await db.unitOfWork.manager.findOneByOrFail(RevealTally, { accountId: officer.id })).looks).toBe(1);
    expect(await alerts(officer.id)).toBe(0);
  });

  it('forgets the words of old looks and counts that are over; the chain stays, and so does what is under a hold', async () => {
    const [officer, held] = [await account('OFFICER'), await account('OFFICER')];
    await look(officer);
    await look(held);
    clock.advance(1);
    const edge = clock.wall();
    clock.advance(61 * MINUTE);
    await look(officer);
    const rows = async () =>
      (await db.unitOfWork.manager.find(Reveal, { order: { id: 'ASC' } })).map(({ accountId }) => accountId);
    const chain = JSON.stringify(await entries());
    const none = { people: [], accounts: [] };

    expect(await reveals.forget(edge, { people: [THING], accounts: [] })).toBe(0);
    expect(await rows()).toEqual([officer.id, held.id, officer.id]);
    expect((await db.unitOfWork.manager.find(RevealTally)).map(({ accountId }) => accountId)).toEqual([officer.id]);
    expect(await reveals.forget(edge, { people: [], accounts: [held.id] })).toBe(1);
    expect(await rows()).toEqual([held.id, officer.id]);
    const both = await Promise.all([reveals.forget(edge, none), reveals.forget(edge, none)]);
    expect(both.reduce((sum, one) => sum + one)).toBe(1);
    expect(await rows()).toEqual([officer.id]);
    expect(await reveals.forget(edge, none)).toBe(0);
    expect(JSON.stringify(await entries())).toBe(chain);
    // The hour that runs goes on where it was.
    await look(officer);
    expect(await looks(officer.id)).toBe(2);
  });

  it('counts looks at the same moment one by one: one alert, no look lost', async () => {
    const officer = await account('OFFICER');
    for (let time = 0; time < 12; time += 1) await look(officer);
    await Promise.all(Array.from({ length: 12 }, () => look(officer)));
    expect(await looks(officer.id)).toBe(24);
    expect(await alerts(officer.id)).toBe(1);
    expect((await entries()).filter(({ action }) => action === 'reveal.personPhone').length).toBe(24);
  });

  it('asks the office above where a county has no administrator', async () => {
    const officer = await account('OFFICER', '640381000000');
    const above = await account('SECURITY_ADMIN', '640300000000');
    const far = await account('SECURITY_ADMIN', '640000000000');
    // The person of this spec lives in another county; what is asked here is who is told.
    jest.spyOn(Policy, 'covers').mockReturnValue(true);
    for (let time = 0; time < ALERT_AT; time += 1) await look(officer);
    jest.restoreAllMocks();
    expect((await messages.page(above, { first: 5 })).totalCount).toBe(1);
    expect((await messages.page(far, { first: 5 })).totalCount).toBe(0);
  });
});
