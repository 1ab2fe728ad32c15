import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Account, AccountService, DelegationDemo, DEMO_PASSWORD, type Role, ROLES } from '@tongxing/access';
import { BenefitApplication, Envelope, Payout } from '@tongxing/benefits';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { Employer, Post, WorkProject } from '@tongxing/employers';
import { ImportJob } from '@tongxing/imports';
import { Placement, RoundDesk } from '@tongxing/matching';
import { FeedbackService, PublicNotice } from '@tongxing/notices';
import { RegisterEntry } from '@tongxing/registers';
import { DataDesk, Person } from '@tongxing/people';
import { Clock, type Config, loadConfig, newId } from '@tongxing/platform';
import { addDays, addMonths } from '@tongxing/rules';
import { DataSource, IsNull, Like, MoreThan, Not } from 'typeorm';
import { createApi } from '../../api/src/create-api.js';
import { entities } from '../../api/src/entities.js';
import { RATES } from '../../api/src/limits/rates.js';
import { TONGXIN, XUNWU } from '../src/demo/county.js';
import { seedDemo } from '../src/demo/seed.js';

const SMALL = { people: 300, employers: 25, posts: 40 };
const OWN = '640324000000';
const FOREIGN = '360734000000';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
const WAIT_MS = 20_000;

/**
 * Who asks: a role of the county whose things are asked for, the same of another county, a twin (another person, another employer), or a
 * helper who acts for the seeker whose things are asked for.
 */
export type Place = 'own' | 'twin' | 'foreign' | 'acting';
export interface Caller {
  /** null: a visitor */
  role: Role | null;
  place: Place;
}

/** Things of 同心县 that requests ask for. */
export interface Things {
  /** a day within the next months, also when somebody moves the demo's day on */
  soon: string;
  personId: string;
  accountId: string;
  employerId: string;
  postId: string;
  noticeId: string;
  applicationId: string;
  jobApplicationId: string;
  supportId: string;
  envelopeId: string;
  payoutId: string;
  importId: string;
  dataRequestId: string;
  feedbackId: string;
  placementId: string;
  projectId: string;
  registerEntryId: string;
  /** announced, and nothing more */
  roundId: string;
  /** what nobody outside may be shown: ids and names */
  secrets: readonly string[];
}

export interface Answer {
  status: number;
  text: string;
  data: Record<string, unknown> | null | undefined;
  code: string | undefined;
}

/** The api on two small demo counties, with an account of every role in both. */
export interface World {
  app: NestExpressApplication;
  things: Things;
  send(caller: Caller, query: string, variables: object): Promise<Answer>;
  http(caller: Caller, method: 'get' | 'post', path: string, file?: Buffer): Promise<Answer>;
  callers: readonly Caller[];
  close(): Promise<void>;
}

const HELPER: Caller = { role: 'HELPER', place: 'acting' };
const START = 'mutation ($personId: ID!) { startActing(personId: $personId) { token } }';

const nameOf = ({ role, place }: Caller): string =>
  `${place}.${(role ?? 'visitor').toLowerCase().replaceAll('_', '-')}`;
const answerOf = (status: number, text: string): Answer => {
  const body = jsonIn(text) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions?: { code?: string } }[];
    error?: { code?: string };
  };
  return { status, text, data: body.data, code: body.errors?.[0]?.extensions?.code ?? body.error?.code };
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-world-'));
  const config: Config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
  const dataSource = await dataSourceFactory(config.database, entities);
  await migrate(dataSource);
  await dataSource.destroy();
  // One person here asks in a minute what an office asks in a week, and for whole entities: rates and costs have suites of their own.
  const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 1_000_000 }]));
  const limits = { cost: 1_000_000, anonymousCost: 1_000_000 };
  const app = await createApi(config, { runJobs: true, rates, limits });
  // One server for all calls, whose connections stay open: an own one for each call costs more than most answers.
  await app.listen(0, '127.0.0.1');
  const site = await app.getUrl();
  await seedDemo(app, { counties: [TONGXIN, XUNWU].map((county) => ({ ...county, ...SMALL })) });

  const { manager } = app.get(DataSource);
  const roles = Object.keys(ROLES) as Role[];
  const own = await manager.findOneByOrFail(Account, { login: 'seeker' });
  const clerk = await manager.findOneByOrFail(Account, { login: 'clerk' });
  const callers: Caller[] = [
    { role: null, place: 'own' },
    ...roles.map((role): Caller => ({ role, place: 'own' })),
    ...(['SEEKER', 'EMPLOYER_CLERK', 'EMPLOYER_ADMIN', 'COUNSELLOR'] as const).map(
      (role): Caller => ({ role, place: 'twin' }),
    ),
    ...roles.map((role): Caller => ({ role, place: 'foreign' })),
    HELPER,
  ];

  // People and employers nobody has an account for yet.
  const taken = new Set((await manager.find(Account)).flatMap(({ personId }) => personId ?? []));
  const personOf = async (divisionCode: string): Promise<string> => {
    const people = await manager.findBy(Person, {
      divisionCode: Like(`${divisionCode.slice(0, 6)}%`),
      state: 'ACTIVE',
    });
    const id = people.find((one) => !taken.has(one.id))?.id as string;
    taken.add(id);
    return id;
  };
  const employerOf = async (divisionCode: string): Promise<string> =>
    (
      await manager.findOneByOrFail(Employer, {
        divisionCode: Like(`${divisionCode.slice(0, 6)}%`),
        id: Not(clerk.employerId as string),
      })
    ).id;

  const tokens = new Map<string, string>();
  const fetched = async (caller: Caller, path: string, options: RequestInit): Promise<Answer> => {
    const token = tokens.get(nameOf(caller));
    const headers = new Headers(options.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(site + path, { ...options, headers });
    return answerOf(response.status, await response.text());
  };
  const raw = (caller: Caller, query: string, variables: object): Promise<Answer> =>
    fetched(caller, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  for (const caller of callers) {
    const { role, place } = caller;
    if (role === null) continue;
    const divisionCode = place === 'foreign' ? FOREIGN : OWN;
    const mine = place === 'own' && role === 'SEEKER' ? own.personId : null;
    const account = mine ? own.login : nameOf(caller);
    if (!mine)
      await app.get(AccountService).create({
        login: account,
        displayName: `${place} ${role}`,
        password: DEMO_PASSWORD,
        roles: [role],
        divisionCode,
        ...(role === 'SEEKER' ? { personId: await personOf(divisionCode) } : {}),
        ...(role.startsWith('EMPLOYER')
          ? { employerId: place === 'own' ? (clerk.employerId as string) : await employerOf(divisionCode) }
          : {}),
      });
    const { data } = await raw({ role: null, place }, SIGN_IN, { input: { account, password: DEMO_PASSWORD } });
    tokens.set(nameOf(caller), (data as unknown as { signIn: { token: string } }).signIn.token);
  }

  const send = async (caller: Caller, query: string, variables: object): Promise<Answer> => {
    const answer = await raw(caller, query, variables);
    // Whoever begins or stops to act goes on under a new token.
    const { startActing, stopActing } = (answer.data ?? {}) as Record<string, { token: string } | null | undefined>;
    const token = (startActing ?? stopActing)?.token;
    if (token) tokens.set(nameOf(caller), token);
    return answer;
  };
  const http: World['http'] = (caller, method, path, file) => {
    if (file === undefined) return fetched(caller, path, { method });
    const body = new FormData();
    body.set('file', new Blob([Uint8Array.from(file)]), '名册.csv');
    return fetched(caller, path, { method, body });
  };

  const close = async (): Promise<void> => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await app.get(DelegationDemo).grant(own.login, nameOf(HELPER));
  await send(HELPER, START, { personId: own.personId });
  const made = makeThings(app, send, http, own.personId as string, clerk.employerId as string);
  const things = await made.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    app,
    things,
    send,
    http,
    callers,
    close,
  };
}

/** One of each kind of thing, in the state in which most can be asked of it. */
async function makeThings(
  app: NestExpressApplication,
  send: World['send'],
  http: World['http'],
  personId: string,
  employerId: string,
): Promise<Things> {
  const { manager } = app.get(DataSource);
  const inCounty = { divisionCode: Like('640324%') };
  const person = await manager.findOneByOrFail(Person, { id: personId });
  const post = await manager.findOneByOrFail(Post, { employerId: Not(IsNull()), ...inCounty });
  const envelope = await manager.findOneByOrFail(Envelope, inCounty);
  const application = await manager.findOneByOrFail(BenefitApplication, { state: 'ELIGIBILITY_CHECKED', ...inCounty });
  const notice = await manager.findOneBy(PublicNotice, inCounty);
  const payout = await manager.findOneBy(Payout, {});
  const placement = await manager.findOneBy(Placement, { kind: 'PROPORTIONAL', ...inCounty });
  const project = await manager.findOneBy(WorkProject, inCounty);
  const entry = await manager.findOneBy(RegisterEntry, inCounty);
  const apply = await send(
    { role: 'SEEKER', place: 'own' },
    'mutation ($input: ApplyToPostInput!) { applyToPost(input: $input) { id } }',
    {
      input: {
        postId: post.id,
        contactPhone: '13800000000',
        contactWay: 'CALL',
        needs: [],
        shareNeeds: false,
        idempotencyKey: newId(),
      },
    },
  );
  const jobApplicationId = (apply.data?.applyToPost as { id: string } | undefined)?.id ?? newId();
  const soon = addMonths(app.get(Clock).today(), 3);
  const support = await send(
    { role: 'SEEKER', place: 'own' },
    'mutation ($input: RequestSupportInput!) { requestSupport(input: $input) { id } }',
    {
      input: {
        kind: 'SIGN',
        occasion: 'TRAINING',
        title: '示例培训',
        place: '示例中心',
        startsAt: `${soon} 09:00`,
        minutes: 60,
        tellEmployer: false,
        idempotencyKey: newId(),
      },
    },
  );
  const supportId = (support.data?.requestSupport as { id: string } | undefined)?.id ?? newId();
  const sheet = Buffer.from(
    '姓名,残疾人证号,户籍区划,就业状况\r\n甲乙,64032419900101001443,640324100000,未就业\r\n甲丙,1,640324100000,未就业\r\n',
  );
  const upload = await http({ role: 'OFFICER', place: 'own' }, 'post', '/imports/people', sheet);
  const importId = (JSON.parse(upload.text) as { id: string }).id;
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const { state, fileProblems } = await manager.findOneByOrFail(ImportJob, { id: importId });
    if (state === 'CHECKED') break;
    if (state === 'FAILED' || Date.now() > until)
      throw new Error(`the upload is ${state}: ${JSON.stringify(fileProblems)}`);
    await sleep(20);
  }
  const seeker = await manager.findOneByOrFail(Account, { login: 'seeker' });
  const { id, displayName, roles, divisionCode } = seeker;
  const asked = await app.get(DataDesk).request({ id, displayName, roles, divisionCode, personId }, 'DELETION');
  const officer = await manager.findOneByOrFail(Account, { login: 'own.officer' });
  const feedback = await app.get(FeedbackService).send(null, {
    kind: 'COMPLAINT',
    divisionCode: OWN,
    text: '去了三次，窗口没有人。',
    idempotencyKey: newId(),
  });
  return {
    soon,
    personId,
    accountId: officer.id,
    employerId,
    postId: post.id,
    noticeId: notice?.id ?? newId(),
    applicationId: application.id,
    jobApplicationId,
    supportId,
    envelopeId: envelope.id,
    payoutId: payout?.id ?? newId(),
    importId,
    dataRequestId: asked.id,
    feedbackId: feedback.id,
    placementId: placement?.id ?? newId(),
    projectId: project?.id ?? newId(),
    registerEntryId: entry?.id ?? newId(),
    roundId: await announceRound(app, officer),
    secrets: [
      personId,
      person.name,
      employerId,
      application.id,
      envelope.id,
      importId,
      jobApplicationId,
      supportId,
      asked.id,
      feedback.id,
    ],
  };
}

/** A round of one welfare post. Everybody of the county may know of it. */
async function announceRound(app: NestExpressApplication, officer: Account): Promise<string> {
  const today = app.get(Clock).today();
  const day = (days: number): string => addDays(today, days);
  const { id: postId } = await app.get(DataSource).manager.findOneByOrFail(Post, {
    kind: 'PUBLIC_WELFARE',
    state: 'OPEN',
    closesOn: MoreThan(addDays(today, 3)),
    divisionCode: Like('640324%'),
  });
  const { id, displayName, roles, divisionCode } = officer;
  const round = await app.get(RoundDesk).open(
    { id, displayName, roles, divisionCode },
    {
      title: '示例轮次',
      divisionCode: OWN,
      frozenOn: day(1),
      drawnOn: day(2),
      choicesUntil: day(3),
      contractsFrom: day(4),
      source: '示例公开摇奖',
      fallback: '示例公开摇奖下一期',
      tiers: [],
      posts: [{ postId, seats: 1 }],
      idempotencyKey: newId(),
    },
  );
  return round.id;
}
