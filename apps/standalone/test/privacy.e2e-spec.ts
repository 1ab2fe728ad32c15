import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  Account,
  AccountService,
  AuditEntry,
  AuditVerifier,
  Delegation,
  DEMO_PASSWORD,
  DemoTimeService,
  Message,
  MessageService,
  Policy,
  type PersonPart,
  PersonParts,
  Reveal,
  Session,
  SignInCode,
  type SignedIn,
} from '@tongxing/access';
import { Approval, BenefitApplication, LedgerCheckService, Payout } from '@tongxing/benefits';
import { CaseAssignment, Visit } from '@tongxing/campaigns';
import { blindColumns, blindOf, MatchChange, type SealedCount, SealedPlaces, UnitOfWork } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '@tongxing/employers';
import { ImportJob, ImportKinds, ImportRowEntity, ImportService } from '@tongxing/imports';
import { type HandledJob, Job, JobService } from '@tongxing/jobs';
import { JobApplication, JobApplicationService, MatchService } from '@tongxing/matching';
import { ParameterEntry } from '@tongxing/parameters';
import {
  blindPhone,
  Consent,
  ConsentService,
  DataDesk,
  ErasureService,
  OwnCopyService,
  DataExportPart,
  DataRequest,
  Evidence,
  EvidenceService,
  FunctionalProfile,
  HouseholdMember,
  LegalHold,
  type PeopleKind,
  PeopleService,
  type PersonSecrets,
  PhoneChangeService,
  Person,
  RetentionRun,
  RetentionService,
  sealPerson,
} from '@tongxing/people';
import { Clock, CryptoProvider, loadConfig, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import sharp from 'sharp';
import request from 'supertest';
import { DataSource, In, IsNull, Like, LessThanOrEqual, Not } from 'typeorm';
import { createApi } from '../../api/src/create-api.js';
import { entities } from '../../api/src/entities.js';
import { RATES } from '../../api/src/limits/rates.js';
import { TONGXIN, XUNWU } from '../src/demo/county.js';
import { seedDemo } from '../src/demo/seed.js';

const SMALL = { people: 150, employers: 10, posts: 30 };
const DAY_MS = 24 * 60 * 60_000;
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';

/** Columns by which a row is about a natural person, or an account of one. */
const ABOUT_PEOPLE = ['personId', 'idBlind', 'onBehalfOf', 'accountId', 'owner', 'phoneBlind', 'accountBlind'];
/** Tables with such a column that no part answers for, each with its reason. Whoever adds a table registers it, or says here why not. */
const EXEMPT: Readonly<Record<string, string>> = {
  import_job: 'accountId is who uploaded; staged rows go after 180 days',
  instruction: 'a money record: keyed digest of the account only, kept with its payout',
  reveal_tally: 'how often an account of staff has looked within the hour',
  role_change: 'accounts of staff',
  sign_in_code: 'gone after a day',
  vouch_request: 'gone after a day',
};

eachEngine(entities, (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-privacy-'));
  const tokens: Record<string, string> = {};
  let db: TestDatabase;
  let app: NestExpressApplication;
  let made = 0;

  const http = () => request(app.getHttpServer());
  const manager = () => app.get(DataSource).manager;
  const send = async (who: string, query: string, variables: object = {}) => {
    const call = http().post('/graphql');
    if (tokens[who] !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body } = await call.send({ query, variables });
    return body as { data: Record<string, any>; errors?: { message: string; extensions: { code: string } }[] };
  };
  const codeOf = async (who: string, query: string, variables: object = {}) =>
    (await send(who, query, variables)).errors?.[0]?.extensions.code ?? 'OK';
  const ask = async (who: string, query: string, variables: object = {}): Promise<any> => {
    const { data, errors } = await send(who, query, variables);
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  };
  const signIn = async (login: string): Promise<void> => {
    tokens[login] = (await ask('nobody', SIGN_IN, { input: { account: login, password: DEMO_PASSWORD } })).signIn.token;
  };
  /** The second factor of a demo account, as `/demo` shows it; waits for the next step where the last one was used. */
  const stepUp = async (login: string): Promise<void> => {
    for (const until = Date.now() + 70_000; Date.now() < until; await sleep(500)) {
      const { demoAccounts } = await ask('nobody', '{ demoAccounts { account code } }');
      const totp = demoAccounts.find(({ account }: { account: string }) => account === login)?.code;
      if (!totp) continue;
      const query = 'mutation ($input: ProofInput!) { stepUp(input: $input) { token } }';
      tokens[login] = (await ask(login, query, { input: { totp } })).stepUp.token;
      return;
    }
    throw new Error(`no code for ${login}`);
  };
  const accountOf = async (login: string): Promise<Account> => manager().findOneByOrFail(Account, { login });
  /** A viewer as the guard makes it, with a fresh second factor. */
  const viewer = async (login: string): Promise<SignedIn> => {
    const { id, displayName, roles, divisionCode, personId, ...account } = await accountOf(login);
    const fresh = { provedAt: app.get(Clock).wall() };
    return {
      id,
      displayName,
      roles,
      divisionCode,
      ...(personId ? { personId } : {}),
      ...(account.idNumber ? { idBlind: blindOf(account, 'idBlind') } : {}),
      ...fresh,
    };
  };
  /** An account of its own for somebody of the register. */
  const seekerFor = async (person: Person): Promise<SignedIn> => {
    made += 1;
    const login = `own.${made}`;
    const { id: personId, divisionCode } = person;
    await app.get(AccountService).create({
      login,
      displayName: person.name,
      password: DEMO_PASSWORD,
      roles: ['SEEKER'],
      divisionCode,
      personId,
      idNumber: app.get(PeopleService).secretsOf(person).idNumber,
      demo: true,
    });
    return viewer(login);
  };
  /** Delegations of which this account's person is the one who is helped, and the one who helps. @returns their ids */
  const helpsBothWays = async (me: SignedIn): Promise<string[]> => {
    const other = await viewer('officer');
    const pairs = [
      { personId: me.personId as string, helperId: other.id },
      { personId: newId(), helperId: me.id },
    ];
    const ids = [newId(), newId()];
    const unit = app.get(UnitOfWork);
    await unit.run(() =>
      unit.manager.insert(
        Delegation,
        pairs.map((pair, index) => ({
          ...pair,
          id: ids[index] as string,
          helperKey: `key ${index}`,
          helperTyped: app.get(CryptoProvider).seal('someone', `delegation|helperTyped|${ids[index]}`),
          kind: 'FAMILY' as const,
          scopes: ['POSTS' as const],
          from: isoDate('2026-11-01'),
          until: isoDate('2027-11-01'),
          consent: 'PAPER' as const,
          consentNote: app.get(CryptoProvider).seal('in the drawer', `delegation|consentNote|${ids[index]}`),
          recordedById: other.id,
          witnessId: null,
          createdAt: new Date(),
          usedAt: null,
          endedAt: null,
          endedBy: null,
          live: 1,
          version: 1,
        })),
      ),
    );
    return ids;
  };
  /** Somebody of 同心 who is in nobody else's test: no account, no application. */
  const somebody = async (wantsWork = true): Promise<Person> => {
    const taken = [
      ...(await manager().find(Account)).map(({ personId }) => personId),
      ...(await manager().find(BenefitApplication)).map(({ personId }) => personId),
      ...(await manager().find(DataRequest)).map(({ personId }) => personId),
      ...(await manager().find(Consent)).map(({ personId }) => personId),
    ].filter((id): id is string => id !== null);
    return manager().findOneOrFail(Person, {
      where: { divisionCode: Like('640324%'), state: 'ACTIVE', wantsWork, id: Not(In(taken)) },
      order: { id: 'ASC' },
    });
  };
  const desk = () => app.get(DataDesk);
  const copies = () => app.get(OwnCopyService);
  const erasure = () => app.get(ErasureService);
  /** Runs what waits of a job, here and now: so that nothing happens behind a test's back. @returns how many ran */
  const work = async (name: string): Promise<number> => {
    const runAt = LessThanOrEqual(app.get(Clock).now());
    const waiting = await manager().findBy(Job, { name, state: 'WAITING', runAt });
    const { handler } = app.get(JobService).handled.get(name) as HandledJob;
    for (const { id, payload } of waiting) {
      await handler(payload as object, { jobId: id, attempt: 1, signal: new AbortController().signal });
      const unit = app.get(UnitOfWork);
      await unit.run(() => unit.manager.update(Job, { id }, { state: 'DONE', uniqueName: null }));
    }
    return waiting.length;
  };
  const settled = async (id: string): Promise<DataRequest> => {
    await work('export-my-data');
    return manager().findOneByOrFail(DataRequest, { id });
  };
  const decide = async (id: string, approve: boolean, who = 'officer', reason = '') => {
    const { version } = await manager().findOneByOrFail(DataRequest, { id });
    return desk().decide(await viewer(who), { id, approve, reason, version });
  };

  beforeAll(async () => {
    db = await engine.open();
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 100_000 }]));
    app = await createApi({ ...config, database: db.config }, { runJobs: false, rates });
    await app.init();
    await seedDemo(app, { counties: [TONGXIN, XUNWU].map((county) => ({ ...county, ...SMALL })) });
    for (const login of ['seeker', 'officer', 'counsellor', 'finance', 'reconciler', 'releaser', 'officer.360734'])
      await signIn(login);
  }, 180_000);
  afterAll(async () => {
    await app?.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('what is held of a person', () => {
    it('is given out and taken away by somebody, in every table of the house', () => {
      const tables = app.get(DataSource).entityMetadatas;
      const answered = new Set(
        app
          .get(PersonParts)
          .all()
          .flatMap((part) => part.tables)
          .map((table) => app.get(DataSource).getMetadata(table).tableName),
      );
      const about = tables.filter(({ columns }) => columns.some((one) => ABOUT_PEOPLE.includes(one.propertyName)));
      expect(about.length).toBeGreaterThan(20);
      const forgotten = about
        .map(({ tableName }) => tableName)
        .filter((name) => !answered.has(name) && EXEMPT[name] === undefined);
      expect(forgotten).toEqual([]);
      // An exemption of a table that is gone, or has a part by now, is stale.
      const names = new Set(about.map(({ tableName }) => tableName));
      expect(Object.keys(EXEMPT).filter((name) => !names.has(name) || answered.has(name))).toEqual([]);
    });
  });

  describe('a consent', () => {
    const LIST = '{ matchedPosts(first: 10) { withheld totalCount edges { node { post { id } } } } }';
    const SET = `mutation ($purpose: String!, $given: Boolean!) {
      setConsent(purpose: $purpose, given: $given) { purposes { purpose state } statutory { code } } }`;
    const rows = (personId: string, purpose = 'MATCHING') =>
      manager().find(Consent, { where: { personId, purpose: purpose as 'SMS' }, order: { serial: 'ASC' } });

    it('was given by the demonstration’s seekers, so that they see their list', async () => {
      const { matchedPosts } = await ask('seeker', LIST);
      expect(matchedPosts).toMatchObject({ withheld: null });
      expect(matchedPosts.totalCount).toBeGreaterThan(0);
    });

    it('nobody has asked about leaves the own list empty and says so; a yes fills it, a no empties it again', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      const { login } = await manager().findOneByOrFail(Account, { id: me.id });
      await signIn(login);
      expect((await ask(login, LIST)).matchedPosts).toEqual({ withheld: 'NOT_ASKED', totalCount: 0, edges: [] });
      const { setConsent } = await ask(login, SET, { purpose: 'MATCHING', given: true });
      expect(setConsent.purposes).toContainEqual({ purpose: 'MATCHING', state: 'GIVEN' });
      expect(setConsent.statutory.length).toBeGreaterThan(3);
      expect((await ask(login, LIST)).matchedPosts.withheld).toBeNull();
      await ask(login, SET, { purpose: 'MATCHING', given: false });
      expect((await ask(login, LIST)).matchedPosts).toEqual({ withheld: 'DECLINED', totalCount: 0, edges: [] });
      expect(await codeOf(login, SET, { purpose: 'REGISTRATION', given: false })).toBe('VALIDATION');
      const [yes, no, ...more] = await rows(person.id);
      expect([yes, no]).toMatchObject([
        { serial: 1, given: true, channel: 'PORTAL', saidBy: 'SELF', textVersion: 1 },
        { serial: 2, given: false },
      ]);
      expect(more).toEqual([]);
    });

    it('withdrawn stops staff, indexes and the whole county’s matching; whoever was never asked stays with the office', async () => {
      const matches = app.get(MatchService);
      const person = await somebody();
      const officer = await viewer('officer');
      const ofThem = () => matches.matchedPosts(officer, { first: 1 }, { personId: person.id });
      expect((await ofThem()).withheld).toBeNull();
      const before = await matches.refreshAll();
      const consents = app.get(ConsentService);
      const heard = { personId: person.id, purpose: 'MATCHING', channel: 'CALL', saidBy: 'SELF' };
      const seen = (await manager().find(MatchChange)).length;
      await consents.record(officer, { ...heard, given: false });
      expect((await manager().find(MatchChange)).length).toBe(seen + 1);
      await expect(ofThem()).rejects.toMatchObject({ code: 'CONSENT_DECLINED' });
      const post = await manager().findOneByOrFail(Post, { state: 'OPEN', divisionCode: Like('640324%') });
      await expect(matches.explain(officer, post.id, person.id, null)).rejects.toMatchObject({
        code: 'CONSENT_DECLINED',
      });
      const people = app.get(PeopleService);
      expect(await people.matchFacts({ ids: [person.id] })).toEqual([]);
      expect(await people.matchFacts({ ids: [person.id], evenWithheld: true })).toHaveLength(1);
      const after = await matches.refreshAll();
      expect([after.people, after.withheld]).toEqual([before.people - 1, before.withheld + 1]);
      const { certificate } = people.secretsOf(person);
      await expect(matches.matchPerson(certificate as string, 5)).rejects.toMatchObject({ code: 'CONSENT_DECLINED' });
      await consents.record(officer, { ...heard, given: true });
      expect((await matches.refreshAll()).people).toBe(before.people);
    });

    it('refused leaves a person’s own application and one answer to an own question', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      await app.get(ConsentService).set(me, 'MATCHING', false);
      const post = await manager().findOneByOrFail(Post, { state: 'OPEN', divisionCode: Like('640324%') });
      await expect(app.get(MatchService).explain(me, post.id, null, null)).resolves.toHaveProperty('findings');
    });

    it('said twice, or five times at once, is said once', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      const consents = app.get(ConsentService);
      await Promise.all([1, 2, 3, 4, 5].map(() => consents.set(me, 'EMPLOYER_CONTACT', true)));
      await consents.set(me, 'EMPLOYER_CONTACT', true);
      expect((await rows(person.id, 'EMPLOYER_CONTACT')).map(({ serial, given }) => [serial, given])).toEqual([
        [1, true],
      ]);
      await Promise.all([false, true, false, true].map((given) => consents.set(me, 'EMPLOYER_CONTACT', given)));
      const serials = (await rows(person.id, 'EMPLOYER_CONTACT')).map(({ serial }) => serial);
      expect(serials).toEqual(serials.map((_, index) => index + 1));
      const answers = await consents.answers([person.id], 'EMPLOYER_CONTACT');
      expect(answers.get(person.id)).toBe((await rows(person.id, 'EMPLOYER_CONTACT')).at(-1)?.given);
    });

    it('about text messages is the same at both pages and at a visit', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      const [consents, messages] = [app.get(ConsentService), app.get(MessageService)];
      await consents.set(me, 'SMS', false);
      expect(await messages.wantsSms(me)).toBe(false);
      await messages.setSms(me, true);
      expect((await rows(person.id, 'SMS')).map(({ given }) => given)).toEqual([false, true]);
      expect((await consents.mine(me)).find(({ code }) => code === 'SMS')?.given).toBe(true);
      const today = app.get(Clock).today();
      const heard = (given: boolean, day = today) =>
        app.get(UnitOfWork).run(() => consents.heardAtVisit(me.id, person.id, given, day));
      // Uploaded late: what was said since counts.
      await heard(false, isoDate('2026-01-05'));
      expect(await messages.wantsSms(me)).toBe(true);
      await heard(false);
      expect(await messages.wantsSms(me)).toBe(false);
      expect((await rows(person.id, 'SMS')).at(-1)).toMatchObject({ given: false, channel: 'VISIT', saidBy: 'SELF' });

      // 代办: what the helper chose for himself, at either of his own addresses, is no word of the person's.
      const helper = await viewer('seeker');
      const { divisionCode } = person;
      const onBehalfOf = { personId: person.id, name: '示例', divisionCode, delegationId: newId(), ended: false };
      const acting: SignedIn = { ...helper, onBehalfOf: { ...onBehalfOf, scopes: ['POSTS'] } };
      const { personId: _, ...withoutRecord } = acting;
      const seen = async (who: SignedIn) => (await consents.mine(who)).find(({ code }) => code === 'SMS')?.given;
      expect([await seen(acting), await seen(withoutRecord), await seen(helper)]).toEqual([false, false, true]);
      await messages.setSms(me, true);
      for (const own of [helper, withoutRecord]) await messages.setSms(own, false);
      expect([await seen(acting), await seen(withoutRecord), await seen(helper)]).toEqual([true, true, false]);
      for (const own of [helper, withoutRecord]) await messages.setSms(own, true);
    });

    it('of a child is a guardian’s, at the age that an office has entered; written down in the own region only', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      const consents = app.get(ConsentService);
      const unit = app.get(UnitOfWork);
      const today = app.get(Clock).today();
      const born = (years: number, days = '') =>
        isoDate(`${Number(today.slice(0, 4)) - years}${days || today.slice(4)}`);
      await unit.run(() => unit.manager.update(Person, { id: person.id }, { birthOn: born(13) }));
      // No age is shipped: until one is entered nobody is asked for a guardian.
      await consents.set(me, 'PUBLICITY', true);
      const [any] = await manager().find(ParameterEntry, { where: { scope: 'CN', toOn: IsNull() }, take: 1 });
      const row = { id: newId(), code: 'privacy.guardianAge', qualifier: '', unit: 'full years', value: '14' };
      await unit.run(() => unit.manager.insert(ParameterEntry, { ...(any as ParameterEntry), ...row }));
      await expect(consents.set(me, 'MATCHING', true)).rejects.toMatchObject({ code: 'GUARDIAN_REQUIRED' });
      // To say no needs no guardian.
      await consents.set(me, 'PUBLICITY', false);
      const heard = { personId: person.id, purpose: 'MATCHING', given: true, channel: 'PAPER' };
      const record = async (login: string, saidBy: string) =>
        consents.record(await viewer(login), {
          ...heard,
          saidBy,
          guardianBasis: saidBy === 'GUARDIAN' ? 'MINOR' : null,
        });
      await expect(record('officer', 'SELF')).rejects.toMatchObject({ code: 'GUARDIAN_REQUIRED' });
      await expect(record('officer', 'COUSIN')).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(record('officer.360734', 'GUARDIAN')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await record('officer', 'GUARDIAN');
      expect(await rows(person.id)).toMatchObject([
        { given: true, saidBy: 'GUARDIAN', guardianBasis: 'MINOR', channel: 'PAPER' },
      ]);
      // On the fourteenth birthday the person says it.
      await unit.run(() => unit.manager.update(Person, { id: person.id }, { birthOn: born(14) }));
      await consents.set(me, 'PUBLICITY', true);
    });

    it('of a guardian says what makes him one; nobody is a minor’s guardian of an adult', async () => {
      const person = await somebody(false);
      const officer = await viewer('officer');
      const record = (saidBy: string, guardianBasis: string | null) => {
        const heard = { personId: person.id, purpose: 'PUBLICITY', given: true, channel: 'FACE' };
        return app.get(ConsentService).record(officer, { ...heard, saidBy, guardianBasis });
      };
      const unit = app.get(UnitOfWork);
      const born = (years: number, days: number) => {
        const today = app.get(Clock).today();
        const birthday = isoDate(`${Number(today.slice(0, 4)) - years}${today.slice(4)}`);
        const birthOn = isoDate(new Date(Date.parse(birthday) + days * DAY_MS).toISOString().slice(0, 10));
        return unit.run(() => unit.manager.update(Person, { id: person.id }, { birthOn }));
      };
      for (const basis of [null, '', 'COUSIN', 'constructor'])
        await expect(record('GUARDIAN', basis)).rejects.toMatchObject({ code: 'VALIDATION', field: 'guardianBasis' });
      await born(18, 0);
      await expect(record('GUARDIAN', 'MINOR')).rejects.toMatchObject({ code: 'VALIDATION', field: 'guardianBasis' });
      await born(18, 1);
      await record('GUARDIAN', 'MINOR');
      // What the person says needs no reason, and keeps none.
      await app.get(ConsentService).record(officer, {
        personId: person.id,
        purpose: 'PUBLICITY',
        given: false,
        channel: 'CALL',
        saidBy: 'SELF',
        guardianBasis: 'COURT',
      });
      expect(await rows(person.id, 'PUBLICITY')).toMatchObject([
        { given: true, channel: 'FACE', saidBy: 'GUARDIAN', guardianBasis: 'MINOR' },
        { given: false, channel: 'CALL', saidBy: 'SELF', guardianBasis: null },
      ]);
    });

    it('stands before who writes it down, with all that was ever said; nobody else sees it', async () => {
      const LOOK = `query ($personId: ID!) { personConsents(personId: $personId) {
        name purposes { purpose state newest { channelText saidByText recordedByName } }
        history { title given saidByText recordedByName } } }`;
      const RECORD = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) }';
      const person = await somebody(false);
      const input = { personId: person.id, purpose: 'PUBLICITY', given: true, channel: 'PAPER', saidBy: 'SELF' };
      await ask('officer', RECORD, { input });
      await ask('officer', RECORD, { input });
      await ask('officer', RECORD, { input: { ...input, given: false, channel: 'CALL' } });
      const me = await seekerFor(person);
      await app.get(ConsentService).set(me, 'PUBLICITY', true);
      const officer = await accountOf('officer');
      const { personConsents } = await ask('officer', LOOK, { personId: person.id });
      const own = { channelText: '网页', saidByText: '本人', recordedByName: null };
      expect(personConsents.name).toBe(person.name);
      expect(personConsents.purposes).toContainEqual({ purpose: 'PUBLICITY', state: 'GIVEN', newest: own });
      expect(personConsents.purposes).toContainEqual({ purpose: 'MATCHING', state: 'NOT_ASKED', newest: null });
      expect(personConsents.history).toEqual([
        { title: '拍照、宣传您的故事', given: true, saidByText: '本人', recordedByName: null },
        { title: '拍照、宣传您的故事', given: false, saidByText: '本人', recordedByName: officer.displayName },
        { title: '拍照、宣传您的故事', given: true, saidByText: '本人', recordedByName: officer.displayName },
      ]);
      for (const login of ['officer.360734', 'counsellor']) {
        expect(await codeOf(login, LOOK, { personId: person.id })).toBe('NOT_FOUND');
        expect(await codeOf(login, RECORD, { input })).toBe('NOT_FOUND');
      }
      for (const login of ['seeker', 'finance'])
        expect(await codeOf(login, LOOK, { personId: person.id })).toBe('FORBIDDEN');
    });

    it('is written down by the counsellor of the person, and by nobody else of the desk', async () => {
      const { id: counsellorId } = await accountOf('counsellor');
      const { personId } = await manager().findOneByOrFail(CaseAssignment, { counsellorId, live: 1 });
      const heard = { personId, purpose: 'PUBLICITY', given: true, channel: 'FACE', saidBy: 'SELF' };
      const counsellor = await viewer('counsellor');
      await app.get(ConsentService).record(counsellor, heard);
      expect((await app.get(ConsentService).ofPerson(counsellor, personId)).history[0]).toMatchObject({
        recorder: counsellor.displayName,
        row: { purpose: 'PUBLICITY', given: true, channel: 'FACE' },
      });
      const other = { ...counsellor, id: newId() };
      await expect(app.get(ConsentService).record(other, heard)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is looked up by a whole number, in the own region only', async () => {
      const FIND = 'query ($number: String!) { findPerson(number: $number) { id birthYear } }';
      const person = await somebody(false);
      const { idNumber, certificate } = app.get(PeopleService).secretsOf(person);
      const found = { findPerson: { id: person.id, birthYear: Number(person.birthOn.slice(0, 4)) } };
      for (const number of [idNumber, ` ${idNumber} `, certificate])
        expect(await ask('officer', FIND, { number })).toEqual(found);
      for (const number of ['', idNumber.slice(0, 17), '%', 'x'.repeat(10_000)])
        expect(await ask('officer', FIND, { number })).toEqual({ findPerson: null });
      expect(await ask('officer.360734', FIND, { number: idNumber })).toEqual({ findPerson: null });
      expect(await codeOf('counsellor', FIND, { number: idNumber })).toBe('FORBIDDEN');
    });

    it('row can be neither changed nor deleted', async () => {
      const unit = app.get(UnitOfWork);
      const [row] = await manager().find(Consent, { take: 1 });
      const id = (row as Consent).id;
      await expect(unit.run(() => unit.manager.update(Consent, { id }, { given: false }))).rejects.toThrow(
        'never changed',
      );
      await expect(unit.run(() => unit.manager.delete(Consent, { id }))).rejects.toThrow('never changed');
    });
  });

  describe('a signed paper', () => {
    const RECORD = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) }';
    const LOOK = `query ($personId: ID!) { personConsents(personId: $personId) {
      purposes { purpose evidenceId } history { given evidenceId } } }`;
    const photo = () =>
      sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
        .jpeg()
        .withExif({ IFD0: { Make: 'SecretPhone' } })
        .withMetadata({ orientation: 6 })
        .toBuffer();
    const upload = async (login: string, fields: Record<string, string>, file?: Buffer, name = '同意书.jpg') => {
      const call = http().post('/evidence').set('authorization', `Bearer ${tokens[login]}`);
      for (const [field, value] of Object.entries(fields)) call.field(field, value);
      if (file) call.attach('file', file, name);
      const { status, body } = await call;
      return { status, id: String(body.id), code: body.error?.code as string, field: body.error?.field as string };
    };
    const bring = async (login: string, personId: string, file?: Buffer) => {
      const { id, code } = await upload(login, { personId, purpose: 'CONSENT' }, file ?? (await photo()));
      if (code) throw new Error(code);
      return id;
    };
    const download = (login: string, id: string) =>
      http().get(`/evidence/${id}`).set('authorization', `Bearer ${tokens[login]}`).buffer(true).parse(binary);
    const codeAt = async (login: string, id: string) => {
      const { status, body } = await download(login, id);
      return status === 200 ? 'OK' : JSON.parse(body.toString()).error.code;
    };
    const onDisk = (id: string) => join(folder, 'evidence', `${id}.sealed`);
    const looks = (id: string) => manager().findBy(AuditEntry, { action: 'evidence.read', targetId: id });
    const row = (id: string) => manager().findOneBy(Evidence, { id });

    it('lies sealed outside every web root, without what the phone wrote into it, and comes out as a file', async () => {
      const person = await somebody(false);
      const id = await bring('officer', person.id);
      const { status, body, headers } = await download('officer', id);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="paper\.jpg"; filename\*=UTF-8''[%\w-]+\.jpg$/,
      );
      expect(await sharp(body).metadata()).toMatchObject({ width: 40, height: 60, format: 'jpeg' });
      expect((await sharp(body).metadata()).exif).toBeUndefined();
      const sealed = readFileSync(onDisk(id), 'utf8');
      expect(sealed).toMatch(/^v1\./);
      expect(sealed).not.toContain(body.toString('base64').slice(30, 60));
      // Bound to its row: under another's name it does not open.
      const other = await bring('officer', person.id);
      writeFileSync(onDisk(other), sealed);
      expect(await codeAt('officer', other)).toBe('NOT_FOUND');
    });

    it('is seen by the person, who brought it in, the office and the counsellor of the person; each look is in the chain', async () => {
      const { id: counsellorId } = await accountOf('counsellor');
      const { personId } = await manager().findOneByOrFail(CaseAssignment, { counsellorId, live: 1 });
      const id = await bring('counsellor', personId);
      expect(await looks(id)).toEqual([]);
      for (const login of ['counsellor', 'officer']) expect(await codeAt(login, id)).toBe('OK');
      const person = await manager().findOneByOrFail(Person, { id: personId });
      const account = await app.get(AccountService).ofPerson({ personId });
      const own =
        account?.login ?? (await manager().findOneByOrFail(Account, { id: (await seekerFor(person)).id })).login;
      await signIn(own);
      expect(await codeAt(own, id)).toBe('OK');
      expect((await looks(id)).map(({ actorId, role }) => [actorId, role])).toEqual([
        [counsellorId, 'COUNSELLOR'],
        [(await accountOf('officer')).id, 'OFFICER'],
        [(await accountOf(own)).id, 'SEEKER'],
      ]);
      for (const login of ['officer.360734', own === 'seeker' ? 'officer.360734' : 'seeker'])
        expect(await codeAt(login, id)).toBe('NOT_FOUND');
      for (const login of ['finance', 'releaser']) expect(await codeAt(login, id)).toBe('FORBIDDEN');
      for (const none of [newId(), '..%2F..%2Fkeys.json', 'x'.repeat(300)])
        expect(await codeAt('officer', none)).toBe('NOT_FOUND');
      expect((await http().get(`/evidence/${id}`)).status).toBe(401);
      expect(await looks(id)).toHaveLength(3);
      // Of somebody who is not in the own list nothing is brought in or seen.
      const stranger = await somebody(false);
      const fields = { personId: stranger.id, purpose: 'CONSENT' };
      for (const login of ['counsellor', 'officer.360734'])
        expect((await upload(login, fields, await photo())).code).toBe('NOT_FOUND');
      expect((await upload('seeker', fields, await photo())).code).toBe('FORBIDDEN');
      expect(await codeAt('counsellor', await bring('officer', stranger.id))).toBe('NOT_FOUND');
    });

    it('is taken by its content and refused in words, at the boundary of ten mebibytes too', async () => {
      const person = await somebody(false);
      const fields = { personId: person.id, purpose: 'CONSENT' };
      const before = readdirSync(join(folder, 'evidence')).length;
      const most = Buffer.concat([await photo()], 10 * 1024 * 1024);
      expect((await upload('officer', fields, most, '../../a.exe')).status).toBe(201);
      const refused = async (file: Buffer | undefined, more: Record<string, string> = {}) =>
        (await upload('officer', { ...fields, ...more }, file, '同意书.jpg')).code;
      expect(await refused(Buffer.concat([most, Buffer.alloc(1)]))).toBe('FILE_TOO_LARGE');
      expect(await refused(Buffer.from('<script>alert(1)</script>'))).toBe('FILE_NOT_PAPER');
      expect(await refused(undefined)).toBe('VALIDATION');
      expect(await refused(await photo(), { purpose: 'PORTRAIT' })).toBe('VALIDATION');
      expect(await refused(await photo(), { personId: 'x' })).toBe('NOT_FOUND');
      expect(readdirSync(join(folder, 'evidence'))).toHaveLength(before + 1);
    });

    it('is what a consent rests on; said again with a new paper it is said again', async () => {
      const person = await somebody(false);
      const id = await bring('officer', person.id);
      const input = { personId: person.id, purpose: 'PUBLICITY', given: true, channel: 'PAPER', saidBy: 'SELF' };
      expect(await codeOf('officer', RECORD, { input: { ...input, channel: 'CALL', evidenceId: id } })).toBe(
        'VALIDATION',
      );
      expect((await row(id))?.usedAt).toBeNull();
      await Promise.all([1, 2].map(() => ask('officer', RECORD, { input: { ...input, evidenceId: id } })));
      expect((await row(id))?.usedAt).toBeInstanceOf(Date);
      const second = await bring('officer', person.id);
      await ask('officer', RECORD, { input: { ...input, evidenceId: second } });
      const { personConsents } = await ask('officer', LOOK, { personId: person.id });
      expect(personConsents.purposes).toContainEqual({ purpose: 'PUBLICITY', evidenceId: second });
      expect(personConsents.history.map((one: { evidenceId: string }) => one.evidenceId)).toEqual([second, id]);
      // The paper of somebody else, of nobody, or that a colleague has brought in proves nothing here.
      const other = await bring('officer', (await somebody(false)).id);
      const { id: counsellorId } = await accountOf('counsellor');
      const { personId } = await manager().findOneByOrFail(CaseAssignment, { counsellorId, live: 1 });
      const colleague = await bring('counsellor', personId);
      for (const evidence of [other, newId()])
        expect(await codeOf('officer', RECORD, { input: { ...input, evidenceId: evidence } })).toBe('VALIDATION');
      const theirs = { ...input, personId, evidenceId: colleague };
      expect(await codeOf('officer', RECORD, { input: theirs })).toBe('VALIDATION');
      expect((await row(other))?.usedAt).toBeNull();
    });

    it('that nothing rests on goes at its time, unless it is held; so does a file that lost its row', async () => {
      const person = await somebody(false);
      const [unused, used] = [await bring('officer', person.id), await bring('officer', person.id)];
      const input = { personId: person.id, purpose: 'PUBLICITY', given: true, channel: 'PAPER', saidBy: 'SELF' };
      await ask('officer', RECORD, { input: { ...input, evidenceId: used } });
      const evidence = app.get(EvidenceService);
      const { id: heldPerson } = await somebody(false);
      const held = await bring('officer', heldPerson);
      const now = app.get(Clock).now().getTime();
      await evidence.forget(new Date(now - DAY_MS), []);
      expect(existsSync(onDisk(unused))).toBe(true);
      const both = await Promise.all([1, 2].map(() => evidence.forget(new Date(now + 60_000), [heldPerson])));
      await work('drop-evidence');
      expect(both[0] + both[1]).toBeGreaterThan(0);
      expect([await row(unused), existsSync(onDisk(unused))]).toEqual([null, false]);
      expect([existsSync(onDisk(used)), existsSync(onDisk(held))]).toEqual([true, true]);
      // Two days old by its name, and known to nobody; the other may still get its row.
      const lost = `${(Date.now() - 2 * DAY_MS)
        .toString(16)
        .padStart(12, '0')
        .replace(/(.{8})/, '$1-')}${newId().slice(13)}`;
      const young = newId();
      for (const id of [lost, young]) evidence.vault.write(id, Buffer.from('cut off'));
      await evidence.forget(new Date(now - DAY_MS), []);
      expect([existsSync(onDisk(lost)), existsSync(onDisk(young))]).toEqual([false, true]);
    });

    it('is named in the own file with who has looked, and goes with the person once that is committed', async () => {
      const person = await somebody(false);
      const id = await bring('officer', person.id);
      await download('officer', id);
      const subject = { personId: person.id, accountId: null, idBlind: blindOf(person, 'idBlind') };
      const part = app
        .get(PersonParts)
        .all()
        .find(({ name }) => name === 'person') as PersonPart;
      const section = (await part.collect(subject)).find(({ title }) => title === '交来的纸');
      expect(section?.rows[0]).toMatchObject({ 编号: id, 用途: '同意书', 格式: '照片' });
      expect(section?.rows[0]?.谁看过).toEqual([expect.stringMatching(/^残联干部 \d{4}-/)]);
      const unit = app.get(UnitOfWork);
      const cut = unit.run(async () => {
        await part.erase(subject);
        throw new Error('cut off');
      });
      await expect(cut).rejects.toThrow('cut off');
      expect(await work('drop-evidence')).toBe(0);
      expect(await codeAt('officer', id)).toBe('OK');
      await unit.run(() => part.erase(subject));
      await work('drop-evidence');
      expect([await row(id), existsSync(onDisk(id))]).toEqual([null, false]);
      expect(await codeAt('officer', id)).toBe('NOT_FOUND');
    });

    it('is sealed anew with the rest when keys change', async () => {
      const places = app.get(SealedPlaces);
      expect(places.names).toContain('evidence');
      const { places: counted } = await places.status();
      const { byBeginning, others } = counted.find(({ name }) => name === 'evidence') as SealedCount;
      const files = readdirSync(join(folder, 'evidence'));
      expect([Object.values(byBeginning).reduce((sum, one) => sum + one, 0), others]).toEqual([files.length, 0]);
    });
  });

  describe('a new phone', () => {
    const OLD = '13911110000';
    const crypto = () => app.get(CryptoProvider);
    const phones = () => app.get(PhoneChangeService);
    const secretsOf = async (id: string) =>
      app.get(PeopleService).secretsOf(await manager().findOneByOrFail(Person, { id }));
    /** Everything that was sent to a phone, the newest first. */
    const sentTo = async (phone: string): Promise<string[]> => {
      const rows = await manager().find(Message, { where: { phone: Not(IsNull()) }, order: { id: 'DESC' } });
      return rows
        .filter((row) => crypto().open(row.phone as string, `message|phone|${row.id}`) === phone)
        .map((row) => crypto().open(row.text, `message|text|${row.id}`));
    };
    const codeTo = async (phone: string) => /确认码 (\d{6})/.exec((await sentTo(phone))[0] ?? '')?.[1] ?? 'none';
    /** A seeker with a phone and a session that has just been proved. */
    const withPhone = async (phone = OLD): Promise<SignedIn> => {
      const person = await somebody(false);
      const secrets = sealPerson(crypto(), person.id, { ...(await secretsOf(person.id)), phone });
      const columns = blindColumns('phoneBlind', blindPhone(crypto(), phone));
      const unit = app.get(UnitOfWork);
      await unit.run(() => unit.manager.update(Person, { id: person.id }, { secrets, ...columns }));
      return seekerFor(person);
    };

    it('is written down by a code to it; the old one is told even by night and against a no, and finds nobody any more', async () => {
      const me = await withPhone();
      const personId = me.personId as string;
      await app.get(ConsentService).set(me, 'SMS', false);
      const sessions = await manager().countBy(Session, { accountId: me.id });
      await phones().request(me, ' +86 139-2222 0000 ');
      expect((await phones().waiting(me))?.maskedPhone).toBe('139****0000');
      expect((await secretsOf(personId)).phone).toBe(OLD);
      await expect(phones().change(me, '000000')).rejects.toMatchObject({ code: 'CODE_INVALID' });
      const code = await codeTo('13922220000');
      const twice = await Promise.allSettled([1, 2].map(() => phones().change(me, ` ${code} `)));
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await secretsOf(personId)).toMatchObject({
        phone: '13922220000',
        phoneWas: OLD,
        phoneChangedOn: app.get(Clock).today(),
      });
      const people = app.get(PeopleService);
      expect((await people.byPhone('13922220000')).map(({ id }) => id)).toEqual([personId]);
      expect((await people.byPhone(OLD)).map(({ id }) => id)).not.toContain(personId);
      const warnings = (await sentTo(OLD)).filter((text) => text.includes('不是您换的'));
      expect(warnings).toHaveLength(1);
      expect(await manager().countBy(Session, { accountId: me.id })).toBe(sessions);
      expect(await phones().waiting(me)).toBeNull();
      await expect(phones().change(me, code)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    });

    it('may be the family’s: the answer is the same, the code comes, and both are found by it', async () => {
      const shared = '13933330000';
      const other = await withPhone(shared);
      const me = await withPhone();
      await expect(phones().request(me, shared)).resolves.toBeUndefined();
      await phones().change(me, await codeTo(shared));
      const found = (await app.get(PeopleService).byPhone(shared)).map(({ id }) => id);
      expect(found.toSorted()).toEqual([other.personId as string, me.personId as string].toSorted());
    });

    it('is not the one that stands, no landline, and not asked for without end; five wrong codes end it', async () => {
      const me = await withPhone();
      for (const phone of [OLD, '0953-8022222', '1391111', 'x'.repeat(10_000)])
        await expect(phones().request(me, phone)).rejects.toMatchObject({ code: 'VALIDATION', field: 'phone' });
      const asked = await Promise.allSettled([1, 2, 3].map(() => phones().request(me, '13944440000')));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(phones().request(me, '13944440001')).rejects.toMatchObject({ code: 'RATE_LIMITED', field: 'phone' });
      const code = await codeTo('13944440000');
      for (let wrong = 0; wrong < 5; wrong += 1)
        await expect(phones().change(me, code === '111111' ? '222222' : '111111')).rejects.toMatchObject({
          code: 'CODE_INVALID',
        });
      await expect(phones().change(me, code)).rejects.toMatchObject({ code: 'CODE_LOCKED' });
      expect((await secretsOf(me.personId as string)).phone).toBe(OLD);
      // Another person's code is nobody else's.
      const other = await withPhone('13955550000');
      await expect(phones().change(other, code)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    });

    it('wants the old phone’s proof in this session, and is no helper’s, no officer’s and no witness’s matter', async () => {
      const ASK = 'mutation ($phone: String!) { requestPhoneCode(phone: $phone) }';
      const CHANGE = 'mutation ($code: String!) { changePhone(code: $code) }';
      const me = await withPhone();
      const { login } = await manager().findOneByOrFail(Account, { id: me.id });
      await signIn(login);
      expect(await codeOf(login, ASK, { phone: '13966660000' })).toBe('STEP_UP_REQUIRED');
      expect(await codeOf('officer', ASK, { phone: '13966660000' })).toBe('FORBIDDEN');
      expect(await codeOf('nobody', ASK, { phone: '13966660000' })).toBe('AUTH_REQUIRED');
      await stepUp(login);
      expect(await codeOf(login, ASK, { phone: '13966660000' })).toBe('OK');
      // Slow hands: the code may come when the proof is older than five minutes.
      expect(await codeOf(login, CHANGE, { code: await codeTo('13966660000') })).toBe('OK');
      for (const action of ['phone.request', 'phone.change']) {
        expect([Policy.refusesVouched(action), Policy.isHelped(action)]).toEqual([true, false]);
      }
    });

    it('stays when a roster still has the old one, and goes when it brings a third', async () => {
      const me = await withPhone();
      const personId = me.personId as string;
      await phones().request(me, '13977770000');
      await phones().change(me, await codeTo('13977770000'));
      const { idNumber, certificate } = await secretsOf(personId);
      const person = await manager().findOneByOrFail(Person, { id: personId });
      const kind = app.get(ImportKinds).get('people') as PeopleKind;
      const merged = (phone: string | undefined) => {
        const values = { certificate, division: person.divisionCode, ...(phone ? { phone } : {}) };
        return (kind as unknown as { secrets(...given: unknown[]): PersonSecrets }).secrets(values, idNumber, before);
      };
      const before = await secretsOf(personId);
      expect(merged(OLD)).toMatchObject({ phone: '13977770000', phoneWas: OLD });
      expect(merged(undefined)).toMatchObject({ phone: '13977770000', phoneWas: OLD });
      expect(merged('13977770000')).toMatchObject({ phone: '13977770000', phoneWas: OLD });
      expect(merged('13988880000')).toMatchObject({ phone: '13988880000' });
      expect(merged('13988880000').phoneWas).toBeUndefined();
    });

    it('leaves no code behind after a day, nor after a deletion', async () => {
      const me = await withPhone();
      await phones().request(me, '13999990000');
      expect(await phones().forget(new Date(app.get(Clock).wall().getTime() - DAY_MS))).toBe(0);
      expect(await phones().forget(new Date(app.get(Clock).wall().getTime() + 1))).toBeGreaterThan(0);
      expect(await phones().waiting(me)).toBeNull();
    });
  });

  describe('a copy of everything', () => {
    const REQUEST = 'mutation ($kind: String!) { requestMyData(kind: $kind) { id state stateText } }';
    const fetchFile = (who: string, id: string) =>
      http().get(`/exports/${id}`).set('authorization', `Bearer ${tokens[who]}`);
    let first: string;

    it('wants a fresh proof, is made once however often it is asked for, and lies sealed', async () => {
      await signIn('seeker');
      expect(await codeOf('seeker', REQUEST, { kind: 'EXPORT' })).toBe('STEP_UP_REQUIRED');
      await stepUp('seeker');
      expect(await codeOf('seeker', REQUEST, { kind: 'EVERYTHING' })).toBe('VALIDATION');
      const me = await viewer('seeker');
      const asked = await Promise.all([1, 2, 3].map(() => desk().request(me, 'EXPORT')));
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      first = asked[0]?.id as string;
      const { requestMyData } = await ask('seeker', REQUEST, { kind: 'EXPORT' });
      expect(requestMyData.id).toBe(first);
      const row = await settled(first);
      expect(row.state).toBe('READY');
      const parts = await manager().findBy(DataExportPart, { requestId: first });
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.every(({ sealed }) => sealed.startsWith('v1.'))).toBe(true);
      const said = await manager().findBy(Message, { personId: me.personId as string });
      expect(said.length).toBeGreaterThanOrEqual(2);
    }, 120_000);

    it('is nobody else’s, and not to be had with a proof of yesterday', async () => {
      const other = await seekerFor(await somebody());
      const { login } = await manager().findOneByOrFail(Account, { id: other.id });
      await signIn(login);
      expect((await fetchFile(login, first)).status).toBe(404);
      await stepUp('officer');
      expect((await fetchFile('officer', first)).body.error.code).toBe('FORBIDDEN');
      expect((await fetchFile('finance', first)).status).toBe(404);
      const unit = app.get(UnitOfWork);
      const { id: accountId } = await accountOf('seeker');
      const old = new Date(Date.now() - 5 * 60_000 - 1_000);
      await unit.run(() => unit.manager.update(Session, { accountId }, { provedAt: old }));
      expect((await fetchFile('seeker', first)).body.error.code).toBe('STEP_UP_REQUIRED');
      expect((await manager().findOneByOrFail(DataRequest, { id: first })).state).toBe('READY');
    }, 120_000);

    it('holds every part with own numbers in clear, for people and for programs, and can be fetched once', async () => {
      await stepUp('seeker');
      const answers = await Promise.all([1, 2].map(() => fetchFile('seeker', first).buffer().parse(binary)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const good = answers.find(({ status }) => status === 200);
      expect(good?.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-type': 'text/html',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(good?.headers['content-disposition']).toMatch(/^attachment; filename="my-data\.html"/);
      const html = ((good as request.Response).body as Buffer).toString('utf8');
      const person = await manager().findOneByOrFail(Person, { id: (await accountOf('seeker')).personId as string });
      const { idNumber, certificate, phone } = app.get(PeopleService).secretsOf(person);
      for (const number of [idNumber, certificate, phone]) if (number) expect(html).toContain(number);
      const json = /<script type="application\/json" id="own-data">(.*)<\/script>/.exec(html)?.[1] as string;
      const { sections } = JSON.parse(json) as { sections: { title: string; rows: object[] }[] };
      const titles = sections.map(({ title }) => title);
      for (const title of ['登记信息', '家庭成员', '能力评估', '同意和不同意', '账号', '登录记录', '消息', '操作记录'])
        expect(titles).toContain(title);
      for (const title of ['应聘', '补贴申请', '补贴发放', '走访', '单位申报的用工']) expect(titles).toContain(title);
      expect(sections.find(({ title }) => title === '登记信息')?.rows).toMatchObject([{ 身份证号: idNumber }]);
      expect((html.match(/<h1>/g) ?? []).length).toBe(1);
      expect(await manager().countBy(DataExportPart, { requestId: first })).toBe(0);
      expect((await fetchFile('seeker', first)).status).toBe(409);
      const fetched = await manager().findBy(AuditEntry, { action: 'data.fetch', targetId: person.id });
      expect(fetched).toHaveLength(1);
    }, 120_000);

    it('goes when its days are over, fetched or not', async () => {
      const me = await viewer('seeker');
      const { id } = await desk().request(me, 'EXPORT');
      expect((await settled(id)).state).toBe('READY');
      expect(await copies().forgetFiles()).toBe(0);
      await app.get(DemoTimeService).advance(3);
      await expect(copies().handOut(me, id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await copies().forgetFiles()).toBe(1);
      expect(await copies().forgetFiles()).toBe(0);
      expect(await manager().findOneByOrFail(DataRequest, { id })).toMatchObject({ state: 'EXPIRED', live: null });
      expect(await manager().countBy(DataExportPart, { requestId: id })).toBe(0);
    }, 60_000);
  });

  describe('a deletion', () => {
    it('waits for what is open, is decided by another than the family, and can be taken back until it is done', async () => {
      const person = await somebody();
      const me = await seekerFor(person);
      const post = await manager().findOneByOrFail(Post, { state: 'OPEN', divisionCode: Like('640324%') });
      const application = {
        id: newId(),
        personId: person.id,
        postId: post.id,
        divisionCode: post.divisionCode,
        state: 'APPLIED' as const,
        live: 1,
        answer: 'FITS',
        appliedOn: app.get(Clock).today(),
        shareNeeds: true,
        idempotencyKey: newId(),
        createdAt: app.get(Clock).now(),
      };
      const unit = app.get(UnitOfWork);
      const secrets = app
        .get(CryptoProvider)
        .seal(
          JSON.stringify({ contactPhone: '13800000001', contactWay: 'CALL', needs: ['坡道'] }),
          `job_application|secrets|${application.id}`,
        );
      await unit.run(() => unit.manager.insert(JobApplication, { ...application, secrets }));

      const { id } = await desk().request(me, 'DELETION');
      expect((await desk().request(me, 'DELETION')).id).toBe(id);
      expect((await desk().mine(me)).open).toEqual(['有 1 份应聘还没有结果，请先撤回或等单位答复。']);
      await expect(decide(id, true)).rejects.toMatchObject({ code: 'DELETION_HELD' });
      await app.get(JobApplicationService).withdraw(me, application.id);

      await expect(decide(id, true, 'officer.360734')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(desk().one(await viewer('officer.360734'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const { rows: foreign } = await desk().page(await viewer('officer.360734'), { first: 10 }, false);
      expect(foreign).toEqual([]);
      await expect(decide(id, false)).rejects.toMatchObject({ code: 'VALIDATION', field: 'reason' });
      const officer = await viewer('officer');
      const own = { ...officer, idBlind: blindOf(person, 'idBlind') };
      const { version } = await manager().findOneByOrFail(DataRequest, { id });
      await expect(desk().decide(own, { id, approve: true, version })).rejects.toMatchObject({ code: 'SELF_APPROVAL' });
      await expect(desk().decide(officer, { id, approve: true, version: version + 1 })).rejects.toMatchObject({
        code: 'VERSION_CONFLICT',
      });
      const twice = await Promise.allSettled([decide(id, true), decide(id, true, 'officer2')]);
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await erasure().execute(id)).toBe(false);
      expect((await desk().withdraw(me, id)).state).toBe('WITHDRAWN');
      expect((await desk().withdraw(me, id)).state).toBe('WITHDRAWN');
      await app.get(DemoTimeService).advance(8);
      expect(await erasure().execute(id)).toBe(false);
      expect((await manager().findOneByOrFail(Person, { id: person.id })).name).toBe(person.name);

      const again = await desk().request(me, 'DELETION');
      expect(again.id).not.toBe(id);
      const refused = await decide(again.id, false, 'officer', '请先到窗口核对身份');
      expect(desk().answerOf(refused)).toBe('请先到窗口核对身份');
      expect(refused.answer).not.toContain('窗口');
      await expect(desk().withdraw(me, again.id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const other = await seekerFor(await somebody());
      await expect(desk().withdraw(other, again.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }, 60_000);

    it('takes everything that tells who it was, at once or not at all; the chain holds', async () => {
      const member = await manager().findOneByOrFail(HouseholdMember, {});
      const person =
        (await manager().findOneBy(Person, { idBlind: member.idBlind ?? '', divisionCode: Like('640324%') })) ??
        (await somebody());
      const profiled = await manager().findOneByOrFail(FunctionalProfile, {});
      const subject = (await manager().countBy(Account, { personId: person.id })) > 0 ? await somebody() : person;
      const me = await seekerFor(subject);
      const { login } = await manager().findOneByOrFail(Account, { id: me.id });
      await signIn(login);
      const secrets = app.get(PeopleService).secretsOf(subject);
      const unit = app.get(UnitOfWork);
      await app.get(ConsentService).set(me, 'MATCHING', true);
      await unit.run(() => unit.manager.update(FunctionalProfile, { id: profiled.id }, { personId: subject.id }));
      const helps = await helpsBothWays(me);
      const { id } = await desk().request(me, 'DELETION');
      await decide(id, true);
      await app.get(DemoTimeService).advance(6);
      expect(await erasure().execute(id)).toBe(false);
      await app.get(DemoTimeService).advance(1);

      // Under a hold it waits, and the person is not told why.
      const officer = await viewer('officer');
      await desk().hold(officer, id, true, '（2026）甲1号案');
      await desk().hold(officer, id, true, '（2026）甲1号案');
      expect(await manager().countBy(LegalHold, { personId: subject.id })).toBe(1);
      expect((await desk().mine(me)).open).toEqual(['依法保全中，暂时不能删除。']);
      expect((await desk().one(officer, id)).hold).toBe('（2026）甲1号案');
      expect(await erasure().execute(id)).toBe(false);
      await expect(desk().hold(officer, id, true, ' ')).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(desk().hold(await viewer('officer.360734'), id, false, null)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await desk().hold(officer, id, false, null);
      await desk().hold(officer, id, false, null);

      // Cut off in the middle, nothing has happened.
      const parts = app.get(PersonParts).all();
      const last = parts[parts.length - 1] as (typeof parts)[number];
      const broken = jest.spyOn(last, 'erase').mockRejectedValue(new Error('cut off'));
      await expect(erasure().execute(id)).rejects.toThrow('cut off');
      broken.mockRestore();
      expect(await manager().findOneByOrFail(Person, { id: subject.id })).toMatchObject({
        name: subject.name,
        state: 'ACTIVE',
      });
      expect((await manager().findOneByOrFail(DataRequest, { id })).state).toBe('APPROVED');

      const outcomes = await Promise.all([erasure().execute(id), erasure().execute(id), erasure().executeDue()]);
      expect(outcomes.map(Number).reduce((sum, one) => sum + one, 0)).toBe(1);
      const stone = await manager().findOneByOrFail(Person, { id: subject.id });
      expect(stone).toMatchObject({
        name: '已删除',
        state: 'ERASED',
        skills: [],
        phoneBlind: '',
        veteranBlind: null,
        householdId: null,
        divisionCode: '640324000000',
      });
      expect(app.get(PeopleService).secretsOf(stone)).toEqual({ idNumber: '' });
      expect(await app.get(PeopleService).findByIdNumber(secrets.idNumber)).toBeNull();
      expect(await manager().countBy(HouseholdMember, { idBlind: subject.idBlind ?? '' })).toBe(0);
      expect(await manager().countBy(FunctionalProfile, { personId: subject.id })).toBe(0);
      expect(await manager().countBy(Message, { personId: subject.id })).toBe(0);
      expect(await manager().countBy(Consent, { personId: subject.id })).toBeGreaterThan(0);
      const account = await manager().findOneByOrFail(Account, { id: me.id });
      expect(account).toMatchObject({
        disabled: true,
        personId: null,
        idBlind: null,
        passwordHash: '',
        displayName: '已删除',
      });
      expect(await codeOf(login, '{ myData { graceDays } }')).toBe('AUTH_FAILED');
      const ended = { live: null, endedAt: expect.any(Date), helperTyped: null };
      expect(await manager().find(Delegation, { where: { id: In(helps) }, order: { id: 'ASC' } })).toMatchObject([
        { ...ended, endedBy: 'PERSON', consentNote: null },
        // What somebody else said yes with is somebody else's.
        { ...ended, endedBy: 'HELPER', consentNote: expect.any(String) },
      ]);
      expect(await app.get(PeopleService).matchFacts({ ids: [subject.id] })).toEqual([]);
      expect(await manager().countBy(CaseAssignment, { personId: subject.id, live: 1 })).toBe(0);
      const report = await app.get(AuditVerifier).verify();
      expect(report.faults).toEqual([]);
      expect(await manager().countBy(AuditEntry, { action: 'data.erase', targetId: subject.id })).toBe(1);
      // The blind index of the number stands in no table any more.
      const left: string[] = [];
      for (const { tableName } of app.get(DataSource).entityMetadatas)
        for (const row of (await manager().query(`SELECT * FROM ${tableName}`)) as Record<string, unknown>[])
          for (const [column, value] of Object.entries(row))
            if (value === subject.idBlind && tableName !== 'counted_hire') left.push(`${tableName}.${column}`);
      expect(left).toEqual([]);
      expect((await desk().page(officer, { first: 10 }, false)).rows[0]?.person.name).toBe('已删除');
      // A restored backup brings somebody back: the list that was kept apart takes him away again, once.
      expect((await erasure().erased()).map(({ personId }) => personId)).toContain(subject.id);
      await unit.run(() => unit.manager.update(Person, { id: subject.id }, { name: subject.name, state: 'ACTIVE' }));
      expect([await erasure().eraseAgain(subject.id), await erasure().eraseAgain(subject.id)]).toEqual([true, false]);
      expect(await erasure().eraseAgain(newId())).toBe(false);
      expect((await manager().findOneByOrFail(Person, { id: subject.id })).name).toBe('已删除');
    }, 90_000);

    it('of somebody who was paid leaves the money’s records whole: the ledger still proves itself', async () => {
      // The demonstration's notice is up: its time passes, and the batch is paid by the sandbox bank.
      await app.get(DemoTimeService).advance(20);
      for (const login of ['officer', 'finance', 'reconciler', 'releaser']) await signIn(login);
      const key = () => ({ key: newId() });
      const { publicNotices } = await ask(
        'officer',
        '{ publicNotices(first: 5, mine: true) { edges { node { id } } } }',
      );
      const noticeId = publicNotices.edges[0].node.id;
      const CLOSE = 'mutation ($id: ID!, $key: String!) { closeNotice(id: $id, idempotencyKey: $key) { id } }';
      await ask('officer', CLOSE, { id: noticeId, ...key() });
      const { envelopes } = await ask('finance', '{ envelopes { id } }');
      const input = { envelopeId: envelopes[0].id, idempotencyKey: newId() };
      const SEAL = 'mutation ($input: SealBatchInput!) { sealBatch(input: $input) { id } }';
      const batchId = (await ask('finance', SEAL, { input })).sealBatch.id;
      await stepUp('releaser');
      const RELEASE = 'mutation ($input: ReleaseBatchInput!) { releaseBatch(input: $input) { id } }';
      await ask('releaser', RELEASE, { input: { id: batchId, idempotencyKey: newId() } });
      const EXPORT = 'mutation ($id: ID!, $key: String!) { exportBatch(id: $id, idempotencyKey: $key) { exportId } }';
      await ask('finance', EXPORT, { id: batchId, ...key() });
      const RUN =
        'mutation ($id: ID!, $key: String!) { sandboxBankRun(batchId: $id, idempotencyKey: $key) { exportId } }';
      const { sandboxBankRun } = await ask('finance', RUN, { id: batchId, ...key() });
      const file = await http()
        .get(`/exports/${sandboxBankRun.exportId}`)
        .set('authorization', `Bearer ${tokens.reconciler}`)
        .buffer()
        .parse(binary);
      const { body } = await http()
        .post('/imports/bank-return')
        .set('authorization', `Bearer ${tokens.reconciler}`)
        .attach('file', file.body as Buffer, '回盘.csv');
      expect(await work('check-import')).toBe(1);
      const TAKE =
        'mutation ($id: ID!, $key: String!) { importBankReturn(importId: $id, idempotencyKey: $key) { paid } }';
      await ask('reconciler', TAKE, { id: body.id, ...key() });

      const payout = await manager().findOneByOrFail(Payout, { state: 'PAID', divisionCode: Like('640324%') });
      const person = await manager().findOneByOrFail(Person, { id: payout.personId });
      const me = (await manager().findOneBy(Account, { personId: person.id }))
        ? await viewer((await manager().findOneByOrFail(Account, { personId: person.id })).login)
        : await seekerFor(person);
      const before = await app.get(LedgerCheckService).verify();
      const { open, kept } = await desk().mine(me);
      expect(open).toEqual([]);
      const year = Number((payout.paidOn as string).slice(0, 4));
      expect(kept).toContainEqual({
        what: '1 笔补贴发放和它们的申请，含收款账户',
        until: isoDate(`${year + 30}${(payout.paidOn as string).slice(4)}`),
        source: expect.stringContaining('会计档案管理办法') as unknown as string,
      });
      const { id } = await desk().request(me, 'DELETION');
      await decide(id, true);
      await app.get(DemoTimeService).advance(7);
      // What the night does.
      const { gone } = await app.get(RetentionService).run();
      expect(gone.DELETION_GRACE).toBe(1);
      expect((await manager().findOneByOrFail(Person, { id: person.id })).state).toBe('ERASED');
      const after = await app.get(LedgerCheckService).verify();
      expect(before.problems).toEqual([]);
      expect(after).toEqual(before);
      const standing = await manager().findOneByOrFail(Payout, { id: payout.id });
      expect(standing).toEqual(payout);
      expect((await app.get(AuditVerifier).verify()).faults).toEqual([]);
    }, 180_000);

    it('of an application that came to nothing takes its account', async () => {
      const row = await manager().findOneByOrFail(BenefitApplication, {
        state: 'REJECTED',
        divisionCode: Like('640324%'),
      });
      const person = await manager().findOneByOrFail(Person, { id: row.personId });
      const me = (await manager().findOneBy(Account, { personId: person.id }))
        ? await viewer((await manager().findOneByOrFail(Account, { personId: person.id })).login)
        : await seekerFor(person);
      const { id } = await desk().request(me, 'DELETION');
      await decide(id, true);
      const planned = () => manager().findOneByOrFail(DataRequest, { id });
      await work('erase-person');
      expect((await planned()).state).toBe('APPROVED');
      await app.get(DemoTimeService).advance(7);
      // The job that the approval left.
      expect(await work('erase-person')).toBeGreaterThan(0);
      expect((await planned()).state).toBe('EXECUTED');
      const filed = await manager().findOneByOrFail(Approval, { applicationId: row.id, step: 'FILE' });
      expect(filed.accountName).toBe('已删除');
      const wiped = await manager().findOneByOrFail(BenefitApplication, { id: row.id });
      expect(wiped.accountBlind).toBe('');
      expect(wiped.secrets).not.toBe(row.secrets);
      expect(wiped).toMatchObject({ amountFen: row.amountFen, state: 'REJECTED', personId: row.personId });
      // And visits of a stone tell nothing.
      expect(await manager().countBy(Visit, { personId: row.personId, smsConsent: true })).toBe(0);
    }, 60_000);
  });

  describe('what has been kept long enough', () => {
    const session = async (accountId: string, endedMsAgo: number): Promise<string> => {
      const id = newId();
      const unit = app.get(UnitOfWork);
      const expiresAt = new Date(Date.now() - endedMsAgo);
      await unit.run(() =>
        unit.manager.insert(Session, {
          id,
          kind: 'SESSION',
          tokenHash: newId(),
          accountId,
          createdAt: expiresAt,
          lastSeenAt: expiresAt,
          expiresAt,
          revokedAt: null,
          provedAt: null,
          agent: null,
        }),
      );
      return id;
    };
    const upload = async (state: ImportJob['state'], daysAgo: number): Promise<string> => {
      const [any] = await manager().find(ImportJob, { take: 1 });
      const id = newId();
      const createdAt = new Date(app.get(Clock).now().getTime() - daysAgo * DAY_MS);
      const unit = app.get(UnitOfWork);
      await unit.run(async () => {
        await unit.manager.insert(ImportJob, { ...(any as ImportJob), id, state, createdAt, finishedAt: null });
        await unit.manager.insert(ImportRowEntity, {
          id: newId(),
          jobId: id,
          rowNumber: 2,
          state: 'GOOD',
          outcome: null,
          keyBlind: null,
          warned: false,
          problems: [],
          sealed: 'v1.sealed',
        });
      });
      return id;
    };
    const code = async (agoMs: number): Promise<string> => {
      const id = newId();
      made += 1;
      const createdAt = new Date(Date.now() - agoMs);
      const unit = app.get(UnitOfWork);
      await unit.run(() =>
        unit.manager.insert(SignInCode, {
          id,
          phone: 'v1.sealed',
          phoneBlind: newId(),
          addressBlind: newId(),
          slot: made,
          codeHash: null,
          tries: 0,
          createdAt,
          expiresAt: createdAt,
          usedAt: null,
        }),
      );
      return id;
    };
    const exists = (entity: typeof Session | typeof SignInCode, id: string) => manager().existsBy(entity, { id });

    it('goes at night: to the day, in counts, once; money stays', async () => {
      const { id: accountId } = await accountOf('officer');
      const minute = 60_000;
      const [old, young] = [
        await session(accountId, 180 * DAY_MS + minute),
        await session(accountId, 180 * DAY_MS - minute),
      ];
      const [oldCode, youngCode] = [await code(DAY_MS + minute), await code(DAY_MS - minute)];
      const [stale, fresh] = [await upload('CHECKED', 181), await upload('CHECKED', 179)];
      const [taken, running] = [await upload('COMMITTED', 400), await upload('COMMITTING', 400)];
      const unit = app.get(UnitOfWork);
      const looked = { accountId, field: 'personPhone', subjectId: newId(), reason: 'CONTACT' as const, trace: null };
      const lookedAt = (agoMs: number) => ({
        ...looked,
        id: newId(),
        note: 'v1.sealed',
        revealedAt: new Date(Date.now() - agoMs),
      });
      const [oldLook, youngLook] = [lookedAt(1096 * DAY_MS + minute), lookedAt(1096 * DAY_MS - minute)];
      await unit.run(() => unit.manager.insert(Reveal, [oldLook, youngLook]));
      const money = JSON.stringify([await manager().find(Payout), await manager().find(BenefitApplication)]);
      const retention = app.get(RetentionService);
      const { gone } = await retention.run();
      expect(gone).toMatchObject({ SESSION: 1, SIGN_IN_CODE: 1, UPLOAD: 1, EXPORT: 0, DELETION_GRACE: 0, REVEAL: 1 });
      expect(await manager().existsBy(Reveal, { id: oldLook.id })).toBe(false);
      expect(await manager().existsBy(Reveal, { id: youngLook.id })).toBe(true);
      expect([await exists(Session, old), await exists(Session, young)]).toEqual([false, true]);
      expect([await exists(SignInCode, oldCode), await exists(SignInCode, youngCode)]).toEqual([false, true]);
      const stateOf = async (id: string) => (await manager().findOneByOrFail(ImportJob, { id })).state;
      expect(await stateOf(stale)).toBe('DISCARDED');
      expect(await manager().countBy(ImportRowEntity, { jobId: stale })).toBe(0);
      expect([await stateOf(fresh), await stateOf(taken), await stateOf(running)]).toEqual([
        'CHECKED',
        'COMMITTED',
        'COMMITTING',
      ]);
      expect(await manager().countBy(ImportRowEntity, { jobId: fresh })).toBe(1);
      expect(JSON.stringify([await manager().find(Payout), await manager().find(BenefitApplication)])).toBe(money);
      const again = await retention.run();
      expect(Object.values(again.gone).every((count) => count === 0)).toBe(true);
      expect(await retention.last()).toMatchObject({ held: 0, gone: again.gone });
    });

    it('goes on where a run was cut off, and twice at once it goes once', async () => {
      const { id: accountId } = await accountOf('officer');
      await session(accountId, 181 * DAY_MS);
      const stale = await upload('CHECKED', 200);
      const retention = app.get(RetentionService);
      const broken = jest.spyOn(app.get(ImportService), 'forget').mockRejectedValueOnce(new Error('cut off'));
      await expect(retention.run()).rejects.toThrow('cut off');
      broken.mockRestore();
      expect((await retention.last())?.finishedAt).toBeNull();
      expect((await manager().findOneByOrFail(ImportJob, { id: stale })).state).toBe('CHECKED');
      const both = await Promise.all([retention.run(), retention.run()]);
      expect(both.map(({ gone }) => gone.UPLOAD as number).reduce((sum, one) => sum + one, 0)).toBe(1);
      expect(both.every(({ gone }) => gone.SESSION === 0)).toBe(true);
      expect((await manager().find(RetentionRun)).filter(({ finishedAt }) => finishedAt === null)).toHaveLength(1);
    });

    it('of a person under a hold stays', async () => {
      const me = await seekerFor(await somebody());
      const { id } = await desk().request(me, 'DELETION');
      const officer = await viewer('officer');
      await desk().hold(officer, id, true, '审计');
      const old = await session(me.id, 400 * DAY_MS);
      expect(await app.get(RetentionService).run()).toMatchObject({ gone: { SESSION: 0 }, held: 1 });
      expect(await exists(Session, old)).toBe(true);
      await desk().hold(officer, id, false, null);
      expect(await app.get(RetentionService).run()).toMatchObject({ gone: { SESSION: 1 }, held: 0 });
    });

    it('is shown to the office in words', async () => {
      const { retentionRun } = await ask('officer', '{ retentionRun { finishedAt held lines { what gone } } }');
      expect(retentionRun.lines.map(({ what }: { what: string }) => what)).toEqual([
        '登录记录',
        '登录码',
        '没有提交的上传文件',
        '答复过的意见',
        '导出给本人的资料文件',
        '同意删除以后的反悔期',
        '看完整号码时写的用途',
      ]);
    });
  });
});

const binary = (stream: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
};
