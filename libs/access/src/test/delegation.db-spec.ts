import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { FixedClock, newId } from '@tongxing/platform';
import { addDays, addMonths, type IsoDate } from '@tongxing/rules';
import {
  accessEntities,
  Account,
  actAs,
  ActingService,
  AuditEntry,
  AuditService,
  ConsentCode,
  Caseloads,
  ConsentCodeService,
  Delegation,
  DelegationAct,
  type DelegationGrant,
  DelegationService,
  Divisions,
  HelperLog,
  MemorySmsSender,
  Message,
  MessageService,
  PhoneBook,
  Policy,
  type RegisteredPerson,
  type Role,
  sayHelped,
  Session,
  type SignedIn,
} from '../index.js';
import { viewerOfAccount } from '../viewer.js';
import { accessOn, atPortal, config, crypto, MINUTE, PASSWORD, phonesBy, PORTAL_KEY } from './setup.js';

const VILLAGE = '640324100201';
const NEXT_VILLAGE = '640324101201';
const OTHER_COUNTY = '360734100201';
const ALL = ['POSTS', 'PROFILE', 'APPLY', 'PAPERS'];

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let delegations: DelegationService;
  let acting: ActingService;
  let log: HelperLog;
  let codes: ConsentCodeService;
  let register: Map<string, RegisteredPerson>;
  let caseloads: Map<string, string[]>;
  let made = 0;

  beforeAll(async () => {
    db = await engine.open();
    clock = new FixedClock();
    access = accessOn(db, clock, config);
    register = new Map();
    caseloads = new Map();
    access.persons.register({
      byIdNumber: () => Promise.resolve(null),
      byCertificate: () => Promise.resolve(null),
      byId: (id) => Promise.resolve(register.get(id) ?? null),
      byIds: (ids) => Promise.resolve(ids.flatMap((id) => register.get(id) ?? [])),
    });
    const lists = new Caseloads();
    lists.register({
      holds: (counsellorId, personId) => Promise.resolve(caseloads.get(personId)?.includes(counsellorId) ?? false),
      workersOf: (personId) => Promise.resolve(caseloads.get(personId) ?? []),
      heldBy: async () => [],
    });
    const jobs = new JobService(db.unitOfWork, clock);
    const phones = new PhoneBook();
    const messages = new MessageService(db.unitOfWork, clock, crypto, jobs, new MemorySmsSender(), phones, config);
    messages.onModuleInit();
    log = new HelperLog(db.unitOfWork, clock, crypto, access.persons, messages);
    codes = new ConsentCodeService(db.unitOfWork, clock, crypto, messages);
    phones.register({
      holdersOf: (phone) => Promise.resolve([...register.values()].filter((one) => one.phone === phone)),
      phonesOf: phonesBy((personId) => register.get(personId)?.phone),
    });
    delegations = new DelegationService(
      db.unitOfWork,
      clock,
      crypto,
      config,
      access.accounts,
      Divisions.shipped(),
      access.persons,
      lists,
      phones,
      codes,
      messages,
      access.standing,
      log,
    );
    acting = new ActingService(db.unitOfWork, delegations, access.standing, access.sessions, log);
    access.standing.onModuleInit();
    log.onModuleInit();
    new AuditService(db.unitOfWork, clock, crypto).onModuleInit();
  });
  afterAll(() => db.close());
  beforeEach(() => clock.advance(24 * 60 * MINUTE));

  const number = () => String((made += 1)).padStart(8, '0');
  /** A made-up person of the register. */
  const someone = (over: Partial<RegisteredPerson> = {}): RegisteredPerson => {
    const person: RegisteredPerson = {
      personId: newId(),
      idNumber: `no number ${made}`,
      maskedCertificate: '6403****************',
      name: `示例${made}`,
      birthYear: 1990,
      divisionCode: VILLAGE,
      residenceDivisionCode: null,
      phone: `139${number()}`,
      deceased: false,
      ...over,
    };
    register.set(person.personId, person);
    return person;
  };
  const account = (roles: Role[], over: Partial<Account> = {}): Promise<Account> =>
    access.accounts.create({
      login: `who.${number()}`,
      displayName: `示例${roles[0] ?? ''}`,
      password: PASSWORD,
      roles,
      divisionCode: over.divisionCode ?? VILLAGE,
      ...(over.personId ? { personId: over.personId } : {}),
    });
  /** A seeker with an account, signed in. */
  const seeker = async (over: Partial<RegisteredPerson> = {}) => {
    const person = someone(over);
    const own = await account(['SEEKER'], { personId: person.personId });
    return { person, viewer: viewerOfAccount(own) };
  };
  const helper = () => account(['HELPER']);
  const until = (days = 30): IsoDate => addDays(clock.today(), days);
  const familyOf = (login: string, over: Partial<DelegationGrant> = {}): DelegationGrant => ({
    kind: 'FAMILY',
    helperName: login,
    scopes: ALL,
    until: until(),
    consent: 'SMS',
    ...over,
  });
  const lastSms = async (phone?: string): Promise<string> => {
    const rows = await db.unitOfWork.manager.find(Message, {
      where: { kind: 'CODE' },
      order: { id: 'DESC' },
      take: 20,
    });
    const texts = rows
      .filter((row) => row.phone && crypto.open(row.phone, `message|phone|${row.id}`) === phone)
      .map((row) => crypto.open(row.text, `message|text|${row.id}`));
    return texts[0] ?? '';
  };
  const codeIn = (text: string): string => /\d{6}/.exec(text)?.[0] ?? '';
  /** The person says yes by the code on the phone. */
  const give = async (viewer: SignedIn, person: RegisteredPerson, input: DelegationGrant) => {
    await delegations.requestCode(viewer, input);
    return delegations.grant(viewer, { ...input, code: codeIn(await lastSms(person.phone)) });
  };
  /** Signs an account in at the portal; what its token stands for now. */
  const signedIn = async (of: Account): Promise<{ viewer: SignedIn; token: string }> => {
    const token = await db.unitOfWork.run(() => access.sessions.open(of.id, atPortal, { provedAt: null }));
    return { token, viewer: await viewerBy(token) };
  };
  const viewerBy = (token: string): Promise<SignedIn> => access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);
  /** A helper whom a new person has given these scopes, acting. */
  const helping = async (over: Partial<DelegationGrant> = {}, about: Partial<RegisteredPerson> = {}) => {
    const { person, viewer: own } = await seeker(about);
    const by = await helper();
    const { row } = await give(own, person, familyOf(by.login, over));
    const { viewer } = await signedIn(by);
    const token = await actAs({ viewer, kind: 'VISITOR', action: 'helper.own' }, () =>
      acting.start(viewer, person.personId, atPortal),
    );
    return { person, own, by, row, token, viewer: await viewerBy(token) };
  };
  /** Something that a helper does under an action of the table. */
  const write = (viewer: SignedIn, action: string, words?: string) =>
    actAs({ viewer, kind: 'VISITOR', action }, () =>
      db.unitOfWork.run(async () => {
        await db.unitOfWork.manager.update(Account, { id: viewer.id }, { displayName: `${viewer.displayName}改` });
        if (words) sayHelped(db.unitOfWork, words);
      }),
    );
  const notes = async (personId: string): Promise<string[]> =>
    (await db.unitOfWork.manager.find(Message, { where: { personId, kind: 'NOTE' }, order: { id: 'ASC' } })).map(
      (row) => crypto.open(row.text, `message|text|${row.id}`),
    );

  describe('the person names a helper', () => {
    it('by account name, with a code that says to whom and for what', async () => {
      const { person, viewer } = await seeker();
      const by = await helper();
      const input = familyOf(` ${by.login.toUpperCase()} `, { scopes: ['APPLY', 'POSTS'] });
      await delegations.requestCode(viewer, input);
      const text = await lastSms(person.phone);
      expect(text).toMatch(
        /确认码 \d{6}，10 分钟内有效。您要请家属或监护人帮您看岗位、提交申请，到\d+年\d+月\d+日为止。/,
      );
      const { row, helperName, state } = await delegations.grant(viewer, { ...input, code: codeIn(text) });
      expect(row).toMatchObject({ helperId: by.id, scopes: ['POSTS', 'APPLY'], consent: 'SMS', witnessId: null });
      expect([helperName, state]).toEqual([`您填的 ${by.login}`, 'WAITING']);
      expect(await delegations.helping(viewerOfAccount(by))).toMatchObject([{ person: { personId: person.personId } }]);
    });

    it('by a phone that the person shares: the other one of the family', async () => {
      const { person, viewer } = await seeker();
      const daughter = someone({ phone: person.phone as string });
      const { row, helperName } = await give(viewer, person, familyOf(`+86 ${person.phone}`));
      expect(await access.accounts.byId(row.helperId ?? '')).toMatchObject({
        personId: daughter.personId,
        roles: ['SEEKER'],
      });
      expect(helperName).toBe(`您填的 ${person.phone?.slice(0, 3)}****${person.phone?.slice(-4)}`);
    });

    it('and reads the same whether anybody answers to the name, or must not help', async () => {
      const { person, viewer } = await seeker();
      const auditor = await account(['AUDITOR']);
      const admin = await account(['SECURITY_ADMIN']);
      const known = await helper();
      for (const login of ['nobody.at.all', auditor.login, admin.login, known.login, '13900000000']) {
        clock.advance(61 * MINUTE);
        const { row, ...view } = await give(viewer, person, familyOf(login));
        const shown = login.startsWith('139') ? '139****0000' : login;
        expect(view).toEqual({ helperName: `您填的 ${shown}`, witnessName: null, state: 'WAITING' });
        expect(row.helperId).toBe(login === known.login ? known.id : null);
      }
      for (const none of [auditor, admin]) expect(await delegations.helping(viewerOfAccount(none))).toEqual([]);
    });

    it('never himself, and shows no more than was typed until the helper has begun', async () => {
      const { person, viewer, by, own } = await helping();
      clock.advance(2 * MINUTE);
      expect((await give(own, person, familyOf(person.phone as string))).row.helperId).toBeNull();
      const names = (await delegations.list(own)).map(({ helperName, state }) => [helperName, state]);
      expect(names).toContainEqual([by.displayName, 'GOOD']);
      expect(viewer.onBehalfOf).toMatchObject({ personId: person.personId, ended: false });
    });

    it('from the staff of the own village and caseload, and nobody else’s', async () => {
      const { person, viewer } = await seeker();
      const [village, next, foreign] = await Promise.all(
        [VILLAGE, NEXT_VILLAGE, OTHER_COUNTY].map((divisionCode) =>
          account(['VILLAGE_COMMISSIONER'], { divisionCode }),
        ),
      );
      const counsellor = await account(['COUNSELLOR'], { divisionCode: '640324000000' });
      caseloads.set(person.personId, [counsellor.id]);
      const { staff } = await delegations.choices(viewer);
      const ids = staff.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([village?.id, counsellor.id]));
      expect(ids).not.toContain(next?.id);
      expect(ids).not.toContain(foreign?.id);
      const named = (kind: string, helperId?: string) =>
        give(viewer, person, { kind, helperId, scopes: ALL, until: until(), consent: 'SMS' });
      await expect(named('COMMISSIONER', next?.id)).rejects.toMatchObject({ code: 'VALIDATION', field: 'helperId' });
      await expect(named('COMMISSIONER', counsellor.id)).rejects.toMatchObject({ code: 'VALIDATION' });
      expect((await named('COUNSELLOR', counsellor.id)).helperName).toBe(counsellor.displayName);
    });

    it.each([
      ['no scope', { scopes: [] }, 'scopes'],
      ['an unknown scope', { scopes: ['MONEY'] }, 'scopes'],
      ['yesterday', { until: '2020-01-01' }, 'until'],
      ['a day that does not exist', { until: '2026-02-30' }, 'until'],
      ['words that are no name', { helperName: '王 某！' }, 'helperName'],
      ['no name', { helperName: '' }, 'helperName'],
      ['an ID number', { helperName: '640324199001010014' }, 'helperName'],
    ])('%s is refused at its field', async (_, over, field) => {
      const { viewer } = await seeker();
      await expect(delegations.requestCode(viewer, familyOf('some.body', over))).rejects.toMatchObject({
        code: 'VALIDATION',
        field,
      });
    });

    it('for a year at most, to the day', async () => {
      const { viewer } = await seeker();
      const year = addMonths(clock.today(), 12);
      await expect(delegations.requestCode(viewer, familyOf('some.body', { until: year }))).resolves.toBeUndefined();
      const more = familyOf('some.body', { until: addDays(year, 1) });
      await expect(delegations.requestCode(viewer, more)).rejects.toMatchObject({ code: 'VALIDATION', field: 'until' });
    });
  });

  describe('the code', () => {
    it('is good for the terms that it was asked for, and no others', async () => {
      const { person, viewer } = await seeker();
      const input = familyOf((await helper()).login, { scopes: ['POSTS'] });
      await delegations.requestCode(viewer, input);
      const code = codeIn(await lastSms(person.phone));
      for (const other of [{ scopes: ALL }, { until: until(31) }, { helperName: 'some.body.else' }])
        await expect(delegations.grant(viewer, { ...input, ...other, code })).rejects.toMatchObject({
          code: 'CODE_INVALID',
        });
      await expect(delegations.grant(viewer, { ...input, code })).resolves.toHaveProperty('state', 'WAITING');
    });

    it('is locked at the sixth try, gone after ten minutes, sent once a minute', async () => {
      const { person, viewer } = await seeker();
      const input = familyOf((await helper()).login);
      await expect(delegations.grant(viewer, input)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      await delegations.requestCode(viewer, input);
      await expect(delegations.requestCode(viewer, input)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      const code = codeIn(await lastSms(person.phone));
      const wrong = code === '000000' ? '111111' : '000000';
      for (let turn = 0; turn < 5; turn += 1)
        await expect(delegations.grant(viewer, { ...input, code: wrong })).rejects.toMatchObject({
          code: 'CODE_INVALID',
        });
      await expect(delegations.grant(viewer, { ...input, code })).rejects.toMatchObject({ code: 'CODE_LOCKED' });
      clock.advance(2 * MINUTE);
      await delegations.requestCode(viewer, input);
      clock.advance(10 * MINUTE);
      const late = codeIn(await lastSms(person.phone));
      await expect(delegations.grant(viewer, { ...input, code: late })).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      const kept = await db.unitOfWork.manager.findBy(ConsentCode, { personId: person.personId });
      expect(kept.every(({ usedAt }) => usedAt === null)).toBe(true);
    });

    it('lets one of two at once in; the same again is the one that stands', async () => {
      const { person, viewer } = await seeker();
      const input = familyOf((await helper()).login);
      await delegations.requestCode(viewer, input);
      const code = codeIn(await lastSms(person.phone));
      const told = await Promise.allSettled([1, 2, 3].map(() => delegations.grant(viewer, { ...input, code })));
      expect(told.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
      const rows = await db.unitOfWork.manager.findBy(Delegation, { personId: person.personId });
      expect(rows).toHaveLength(1);
      expect((await delegations.grant(viewer, { ...input, code })).row.id).toBe(rows[0]?.id);
    });

    it('is nowhere to be read: of code, number and name only sealed or blind values lie in the tables', async () => {
      const { person, viewer } = await seeker();
      await give(viewer, person, familyOf(person.phone as string));
      const rows = [
        ...(await db.unitOfWork.manager.findBy(Delegation, { personId: person.personId })),
        ...(await db.unitOfWork.manager.findBy(DelegationAct, { personId: person.personId })),
        ...(await db.unitOfWork.manager.findBy(ConsentCode, { personId: person.personId })),
        ...(await db.unitOfWork.manager.find(Job)),
      ];
      const code = codeIn(await lastSms(person.phone));
      for (const secret of [person.phone as string, code, '登记了代办'])
        expect(JSON.stringify(rows.map(({ id: _, ...row }) => row))).not.toContain(secret);
    });
  });

  describe('new terms and the end', () => {
    it('new terms for the same helper take the place of the old ones', async () => {
      const { person, viewer } = await seeker();
      const by = await helper();
      await give(viewer, person, familyOf(by.login, { scopes: ['POSTS'] }));
      clock.advance(2 * MINUTE);
      await give(viewer, person, familyOf(by.login, { scopes: ['APPLY'] }));
      const rows = (await delegations.list(viewer)).map(({ row }) => [row.scopes.join(), row.live, row.endedBy]);
      expect(rows).toEqual([
        ['APPLY', 1, null],
        ['POSTS', null, 'REPLACED'],
      ]);
      expect(await delegations.helping(viewerOfAccount(by))).toHaveLength(1);
    });

    it('a helper who was named under a replaced digest key is the same helper', async () => {
      const { person, viewer } = await seeker();
      const by = await helper();
      await give(viewer, person, familyOf(by.login, { scopes: ['POSTS'] }));
      clock.advance(2 * MINUTE);
      const digests = jest.spyOn(crypto, 'digests');
      digests.mockImplementation((purpose, text) => [
        `new ${crypto.digest(purpose, text)}`.slice(0, 60),
        crypto.digest(purpose, text),
      ]);
      const { row } = await give(viewer, person, familyOf(by.login, { scopes: ['APPLY'] }));
      digests.mockRestore();
      expect(row.helperKey).toMatch(/^new /);
      expect((await delegations.list(viewer)).map(({ state }) => state)).toEqual(['WAITING', 'ENDED']);
    });

    it('five at most stand at once', async () => {
      const { person, viewer } = await seeker();
      for (let turn = 0; turn < 5; turn += 1) {
        await give(viewer, person, familyOf(`some.body.${turn}`));
        clock.advance(61 * MINUTE);
      }
      await expect(give(viewer, person, familyOf('some.body.5'))).rejects.toMatchObject({ code: 'VALIDATION' });
      const [newest] = await delegations.list(viewer);
      await delegations.revoke(viewer, newest?.row.id ?? '');
      clock.advance(61 * MINUTE);
      await expect(give(viewer, person, familyOf('some.body.5'))).resolves.toBeDefined();
    });

    it('the person, the helper and the staff of the person end it, twice as once; nobody else finds it', async () => {
      const { person, viewer } = await seeker();
      const commissioner = await account(['VILLAGE_COMMISSIONER']);
      const strangers = [await account(['VILLAGE_COMMISSIONER'], { divisionCode: OTHER_COUNTY }), await helper()];
      const by = await helper();
      for (const [who, endedBy] of [
        [viewer, 'PERSON'],
        [viewerOfAccount(by), 'HELPER'],
        [viewerOfAccount(commissioner), 'STAFF'],
      ] as const) {
        clock.advance(61 * MINUTE);
        const { row } = await give(viewer, person, familyOf(by.login));
        for (const stranger of strangers)
          await expect(delegations.revoke(viewerOfAccount(stranger), row.id)).rejects.toMatchObject({
            code: 'NOT_FOUND',
          });
        const first = await delegations.revoke(who, row.id);
        const second = await delegations.revoke(who, row.id);
        expect([first.state, second.state, second.row.endedBy]).toEqual(['ENDED', 'ENDED', endedBy]);
        expect(second.row.endedAt).toEqual(first.row.endedAt);
      }
      const told = await notes(person.personId);
      expect(told.filter((text) => text.startsWith('代办停止了'))).toHaveLength(2);
    });
  });

  describe('staff record what a person said', () => {
    it('on paper or by voice, before a witness who is not the helper', async () => {
      const { person } = await seeker();
      const { phone: _, ...withoutPhone } = person;
      register.set(person.personId, withoutPhone);
      const commissioner = await account(['VILLAGE_COMMISSIONER']);
      const counsellor = await account(['COUNSELLOR'], { divisionCode: '640324000000' });
      caseloads.set(person.personId, [counsellor.id]);
      const input = {
        personId: person.personId,
        kind: 'COMMISSIONER',
        helperId: commissioner.id,
        scopes: ALL,
        until: until(),
        note: '委托书在村委会档案柜',
      };
      const paper = { ...input, consent: 'PAPER' };
      await expect(delegations.grant(viewerOfAccount(commissioner), paper)).rejects.toMatchObject({
        code: 'DUTY_SEPARATION',
      });
      await expect(delegations.grant(viewerOfAccount(counsellor), { ...paper, note: '' })).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'note',
      });
      await expect(delegations.requestCode(viewerOfAccount(counsellor), input)).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'consent',
      });
      const { row, witnessName } = await delegations.grant(viewerOfAccount(counsellor), paper);
      expect(row).toMatchObject({ consent: 'PAPER', witnessId: counsellor.id, recordedById: counsellor.id });
      expect(witnessName).toBe(counsellor.displayName);
      expect(row.consentNote).not.toContain('村委会');
      expect(await notes(person.personId)).toEqual([expect.stringContaining('给您登记了代办：残疾人专职委员帮您')]);
    });

    it('with the person’s own code for themselves too: the code is the witness', async () => {
      const { person } = await seeker();
      const commissioner = await account(['VILLAGE_COMMISSIONER']);
      const viewer = viewerOfAccount(commissioner);
      const input = { personId: person.personId, kind: 'COMMISSIONER', helperId: commissioner.id, scopes: ALL };
      const view = await give(viewer, person, { ...input, until: until(), consent: 'SMS' });
      expect(view.row).toMatchObject({ helperId: commissioner.id, witnessId: commissioner.id, consent: 'SMS' });
    });

    it('for their own people only; the person alone says yes by code alone', async () => {
      const { person, viewer } = await seeker();
      const input = familyOf('some.body', { personId: person.personId, consent: 'VOICE', note: '6月15日电话里说同意' });
      const stranger = await account(['COUNSELLOR'], { divisionCode: '640324000000' });
      const foreign = await account(['VILLAGE_COMMISSIONER'], { divisionCode: OTHER_COUNTY });
      for (const who of [stranger, foreign])
        for (const work of [
          () => delegations.grant(viewerOfAccount(who), input),
          () => delegations.choices(viewerOfAccount(who), person.personId),
          () => delegations.list(viewerOfAccount(who), person.personId),
        ])
          await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const other = await seeker({ divisionCode: OTHER_COUNTY });
      await expect(delegations.grant(other.viewer, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(delegations.grant(viewer, { ...input, personId: undefined })).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'consent',
      });
    });
  });

  describe('acting', () => {
    it('gives the session a new id, and gives it back; the old ones are dead', async () => {
      const { person, token, by, viewer } = await helping({ scopes: ['POSTS'] });
      expect(viewer).toMatchObject({ id: by.id, onBehalfOf: { personId: person.personId, scopes: ['POSTS'] } });
      const back = await acting.stop(viewer, atPortal);
      await expect(viewerBy(token)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
      const own = await viewerBy(back);
      expect(own.onBehalfOf).toBeUndefined();
      await expect(acting.stop(own, atPortal)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const sessions = await db.unitOfWork.manager.findBy(Session, { accountId: by.id });
      expect(sessions).toHaveLength(3);
      expect(new Set(sessions.map(({ expiresAt }) => expiresAt.getTime())).size).toBe(1);
    });

    it('keeps acting through a step-up', async () => {
      const { viewer, person, by } = await helping();
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id: by.id }, { demo: true }));
      const totp = (await access.factors.demoCode({ ...by, demo: true })) ?? '';
      const token = await access.sessions.stepUp(viewer, { totp }, atPortal);
      expect(await viewerBy(token)).toMatchObject({ id: by.id, onBehalfOf: { personId: person.personId } });
    });

    it('a session that was ended elsewhere meanwhile has no heir', async () => {
      const { viewer, person, by } = await helping();
      const own = await signedIn(by);
      await access.sessions.revokeAll(by.id);
      const refused = { code: 'SESSION_REVOKED' };
      await expect(acting.stop(viewer, atPortal)).rejects.toMatchObject(refused);
      await expect(acting.start(own.viewer, person.personId, atPortal)).rejects.toMatchObject(refused);
      const proof = () => Promise.resolve();
      await expect(access.sessions.renew(own.viewer, atPortal, proof)).rejects.toMatchObject(refused);
      expect(await access.sessions.list(by.id)).toEqual([]);
    });

    it('is for who was named, for that person, and from the other county no more than from here', async () => {
      const { person, by } = await helping();
      const stranger = (await signedIn(await helper())).viewer;
      await expect(acting.start(stranger, person.personId, atPortal)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const { viewer } = await signedIn(by);
      const other = someone({ divisionCode: OTHER_COUNTY });
      await expect(acting.start(viewer, other.personId, atPortal)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is good through the last day, and ended on the next', async () => {
      const { viewer, token, row, by } = await helping({ until: until(2) });
      expect(row.until).toBe(until(2));
      // Days are China's: to the last minute of the last one.
      const end = new Date(`${addDays(row.until, 1)}T00:00:00+08:00`).getTime();
      const own = await signedIn(by);
      const seen = async (): Promise<boolean | undefined> =>
        (await viewerBy(await fresh(by, row.id))).onBehalfOf?.ended;
      clock.advance(end - clock.now().getTime() - 1);
      expect(await seen()).toBe(false);
      await expect(write(viewer, 'application.own')).resolves.toBeUndefined();
      clock.advance(1);
      expect(await seen()).toBe(true);
      await expect(write(viewer, 'application.own')).rejects.toMatchObject({ code: 'DELEGATION_ENDED' });
      expect(await delegations.helping(own.viewer)).toEqual([]);
      expect(token).not.toBe('');
    });

    it('ends at once when it is revoked in the middle, with nothing kept', async () => {
      const { viewer, own, token, row, by, person } = await helping();
      const before = await db.unitOfWork.manager.countBy(DelegationAct, { personId: person.personId });
      await delegations.revoke(own, row.id);
      expect((await viewerBy(token)).onBehalfOf?.ended).toBe(true);
      // Its page was read before: the unit of work has the last word, and takes back what was written in it.
      await expect(write(viewer, 'application.own', '申请了岗位')).rejects.toMatchObject({ code: 'DELEGATION_ENDED' });
      expect((await access.accounts.byId(by.id))?.displayName).toBe(by.displayName);
      expect(await db.unitOfWork.manager.countBy(DelegationAct, { personId: person.personId })).toBe(before + 1);
      for (const action of ['person.own', 'match.read', 'application.own', 'benefit.own', 'message.own'])
        expect(() => Policy.require({ ...viewer, onBehalfOf: { ...viewer.onBehalfOf!, ended: true } }, action)).toThrow(
          expect.objectContaining({ code: 'DELEGATION_ENDED' }),
        );
      await expect(acting.stop(await viewerBy(token), atPortal)).resolves.toMatch(/./);
    });

    it('of a revocation and an act at once one comes first, and the loser knows', async () => {
      for (let turn = 0; turn < 6; turn += 1) {
        const { viewer, own, row, person } = await helping();
        const [act] = await Promise.allSettled([
          write(viewer, 'application.own', '申请了岗位'),
          delegations.revoke(own, row.id),
        ]);
        const said = (await log.page({ personId: person.personId }, { first: 10 })).rows.map(({ text }) => text);
        const at = said.indexOf('申请了岗位');
        if (act?.status === 'fulfilled') expect(at).toBeGreaterThan(said.indexOf('停止了代办'));
        else expect([at, act?.reason]).toMatchObject([-1, { code: 'DELEGATION_ENDED' }]);
      }
    });

    it('by staff ends when the person moves away or the role is gone, family’s goes on', async () => {
      const { person, viewer: own } = await seeker();
      const commissioner = await account(['VILLAGE_COMMISSIONER']);
      const input = { kind: 'COMMISSIONER', helperId: commissioner.id, scopes: ALL, until: until(), consent: 'SMS' };
      const { row } = await give(own, person, input);
      const ended = async (by: Account, id: string) => (await access.standing.onBehalfOf(by, id)).ended;
      expect(await ended(commissioner, row.id)).toBe(false);
      expect(await ended({ ...commissioner, roles: ['COUNSELLOR'] }, row.id)).toBe(true);
      register.set(person.personId, { ...person, divisionCode: NEXT_VILLAGE });
      expect(await ended(commissioner, row.id)).toBe(true);
      expect(await delegations.helping(viewerOfAccount(commissioner))).toEqual([]);
      // Registered elsewhere, living here still.
      register.set(person.personId, { ...person, divisionCode: NEXT_VILLAGE, residenceDivisionCode: VILLAGE });
      expect(await ended(commissioner, row.id)).toBe(false);
      const family = await helping();
      register.set(family.person.personId, { ...family.person, divisionCode: OTHER_COUNTY });
      expect((await viewerBy(family.token)).onBehalfOf).toMatchObject({ ended: false, divisionCode: OTHER_COUNTY });
      register.set(family.person.personId, { ...family.person, deceased: true });
      expect((await viewerBy(family.token)).onBehalfOf?.ended).toBe(true);
    });

    it('writes actor and person into the audit chain of the person’s county, as HELPER, with a line and a message', async () => {
      const { viewer, person, by } = await helping({}, { divisionCode: OTHER_COUNTY });
      await write(viewer, 'application.own', '申请了岗位「示例岗位」');
      await write(viewer, 'person.own');
      const entries = await db.unitOfWork.manager.find(AuditEntry, {
        where: { onBehalfOf: person.personId },
        order: { id: 'ASC' },
      });
      expect(entries.map(({ actorId, role, action, chain }) => [actorId, role, action, chain])).toEqual([
        [by.id, 'HELPER', 'helper.own', '360734'],
        [by.id, 'HELPER', 'application.own', '360734'],
        [by.id, 'HELPER', 'person.own', '360734'],
      ]);
      const lines = (await log.page({ personId: person.personId }, { first: 2 })).rows;
      expect(lines.map(({ text }) => text).slice(0, 2)).toEqual(['办了一件事：填资料', '申请了岗位「示例岗位」']);
      expect((await log.page({ helperId: by.id }, { first: 2 })).rows.map(({ id }) => id)).toEqual(
        lines.map(({ id }) => id),
      );
      const told = (await notes(person.personId)).slice(-2);
      expect(told[0]).toContain('在同行帮您申请了岗位「示例岗位」。不是您同意的');
      const sms = await db.unitOfWork.manager.findBy(Message, { personId: person.personId, smsState: 'WAITING' });
      expect(sms).toHaveLength(2);
    });

    it('leaves nothing of the kind where a helper does the own work', async () => {
      const { viewer, person } = await helping();
      const own = await viewerBy(await acting.stop(viewer, atPortal));
      const before = (await notes(person.personId)).length;
      await write(own, 'application.own');
      expect((await notes(person.personId)).length).toBe(before);
    });
  });

  /** A session of the account that acts under a delegation, opened now. */
  const fresh = (by: Account, delegationId: string): Promise<string> =>
    db.unitOfWork.run(() => access.sessions.open(by.id, atPortal, { provedAt: null, delegationId }));
});
