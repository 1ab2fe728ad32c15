import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Account, AccountService, SetupService, DemoTimeService, type Role } from '@tongxing/access';
import { CampaignDemo } from '@tongxing/campaigns';
import { BlindIndexes, SealedPlaces, UnitOfWork } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { EmployerService, Post } from '@tongxing/employers';
import { ImportJob } from '@tongxing/imports';
import { Job } from '@tongxing/jobs';
import {
  AllocationRound,
  JobApplication,
  PlacementService,
  RefusalCase,
  RetentionCheck,
  RoundEntrant,
  SeatOffer,
  SeatWave,
} from '@tongxing/matching';
import { ParameterService } from '@tongxing/parameters';
import {
  blindId,
  blindPhone,
  DataDesk,
  DataRequest,
  PeopleService,
  Person,
  PhoneChangeService,
} from '@tongxing/people';
import {
  changeKeys,
  Clock,
  CryptoProvider,
  KEYS_LOOK_MS,
  loadConfig,
  newId,
  withNextBlind,
  withNextKey,
  withoutOldBlind,
} from '@tongxing/platform';
import { RegisterEntry } from '@tongxing/registers';
import { addDays, isoDate, withLuhnDigit, yearOf } from '@tongxing/rules';
import { Redis } from 'ioredis';
import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createApi } from '../src/create-api.js';
import { RATES } from '../src/limits/rates.js';
import { entities } from '../src/entities.js';
import { type Cells, csvOf, HEADER, idNumber, person } from './roster.js';

const PEOPLE = 1_000;
/** People of the last rows never get in: something in their row is wrong. */
const WRONG = 100;
const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';
const OWN = '91640324MA76XY016F';
const WAIT_MS = 60_000;
/** A numbered database of its own, so that no other suite's jobs come between. */
const REDIS_URL = `${process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'}/11`;
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(REDIS_URL);
  const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1_000 });
  const end = (reachable: boolean) => {
    socket.destroy();
    resolve(reachable);
  };
  socket.once('connect', () => end(true));
  for (const event of ['error', 'timeout']) socket.once(event, () => end(false));
});

const phone = (index: number): string => `161${String(40_000_000 + index * 7)}`;
const account = (index: number): string => withLuhnDigit(`629999${String(index * 13 + 1).padStart(12, '0')}`);
const certificate = (index: number): string => `${idNumber(index)}${1 + (index % 7)}${1 + (index % 4)}`;
/** What must turn up nowhere: of each person four numbers. */
const NUMBERS = new Set(
  Array.from({ length: PEOPLE }, (_, index) => [
    idNumber(index),
    phone(index),
    account(index),
    certificate(index),
  ]).flat(),
);
const LENGTHS = [...new Set([...NUMBERS].map((number) => number.length))];

const row = (index: number, over: Cells = {}): Cells =>
  person(index, {
    残疾人证号: certificate(index),
    身份证号: idNumber(index),
    联系电话: phone(index),
    银行账号: account(index),
    银行户名: person(index).姓名 as string,
    ...over,
  });
/** Mistakes of every kind, numbers in the wrong columns among them. */
const MISTAKES: readonly ((index: number) => Cells)[] = [
  (index) => ({ 期望月薪: phone(index) }),
  (index) => ({ 户籍区划: idNumber(index) }),
  (index) => ({ 与户主关系: account(index) }),
  (index) => ({ 证件有效期至: certificate(index) }),
  (index) => ({ 联系电话: `${phone(index)}${idNumber(index)}` }),
  (index) => ({ 残疾人证号: certificate(index - 1) }),
  (index) => ({ 姓名: `${idNumber(index)}${'长'.repeat(60)}` }),
  (index) => ({ 就业状况: `${phone(index)} ${account(index)}` }),
];

/** Every number that a text holds, as it stands or inside something in base64. */
function found(text: string): string[] {
  const hits: string[] = [];
  const look = (piece: string): void => {
    for (const [run] of piece.matchAll(/[\dXx]{11,}/g)) {
      for (const length of LENGTHS)
        for (let at = 0; at + length <= run.length; at += 1) {
          const number = run.slice(at, at + length).toUpperCase();
          if (NUMBERS.has(number)) hits.push(number);
        }
    }
  };
  look(text.normalize('NFKC'));
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{15,}/g))
    for (const shift of [0, 1, 2, 3]) look(Buffer.from(run.slice(shift), 'base64').toString('latin1'));
  return hits;
}

const portal = join(process.cwd(), 'apps', 'portal', 'src');
const documents = readdirSync(portal, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.gql'))
  .map((path) => readFileSync(join(portal, path), 'utf8'))
  .join('\n')
  .split(/\n(?=(?:query|mutation|fragment) )/)
  .map((part) => part.trim());

/** One operation with the fragments it needs. */
function documentOf(name: string): string {
  const operation = documents.find((part) => new RegExp(`^(query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  const used = new Set([...operation.matchAll(/\.\.\.(\w+)/g)].map(([, fragment]) => fragment));
  return [operation, ...documents.filter((part) => used.has(/^fragment (\w+) /.exec(part)?.[1] ?? ''))].join('\n');
}

it('the search finds what is there', () => {
  for (const number of [idNumber(3), phone(4), account(5), certificate(6)]) {
    expect(found(`x${number}y`)).toContain(number);
    expect(found(`12${number}34`)).toContain(number);
    expect(found(number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))))).toContain(number);
    for (const before of ['', 'a', 'ab', 'abc'])
      expect(found(Buffer.from(`${before}${number}`).toString('base64url'))).toContain(number);
  }
  expect(NUMBERS.size).toBe(4 * PEOPLE);
  expect(found('{"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}')).toEqual([]);
});

eachEngine(entities, (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-leaks-'));
  const tokens: Record<string, string> = {};
  const lines: string[] = [];
  const answers: string[] = [];
  const commands: string[] = [];
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  let db: TestDatabase;
  let app: NestExpressApplication;
  let monitor: Redis | undefined;
  let monitored: Redis | undefined;
  let redis: Redis | undefined;
  const config = loadConfig({
    TONGXING_DATA_DIR: folder,
    NODE_ENV: 'test',
    TONGXING_LOG_LEVEL: 'debug',
    ...(redisAnswers ? { REDIS_URL } : {}),
  });

  const http = () => request(app.getHttpServer());
  const send = async (who: string | undefined, query: string, variables: object = {}) => {
    const call = http().post('/graphql');
    if (who !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body, text } = await call.send({ query, variables });
    if (body.errors) answers.push(text);
    return body as { data?: Record<string, any>; errors?: { extensions: { code: string } }[] };
  };
  const ask = async (who: string | undefined, name: string, variables: object = {}): Promise<any> => {
    const { data, errors } = await send(who, documentOf(name), variables);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data;
  };
  const refused = async (who: string | undefined, name: string, variables: object) =>
    (await send(who, documentOf(name), variables)).errors?.[0]?.extensions.code;
  const signIn = async (login: string) => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
    const { data } = await send(undefined, query, { input: { account: login, password: PASSWORD } });
    tokens[login] = data?.signIn.token;
  };
  const upload = async (who: string, kind: string, content: Buffer | string, name = 'a.csv'): Promise<string> => {
    const call = http().post(`/imports/${kind}`).set('authorization', `Bearer ${tokens[who]}`);
    const { body, status, text } = await call.attach('file', Buffer.from(content), name);
    if (status !== 201) answers.push(text);
    return body.id as string;
  };
  const settled = async (id: string, ...states: string[]): Promise<ImportJob> => {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const job = await app.get(DataSource).manager.findOneByOrFail(ImportJob, { id });
      if (states.includes(job.state)) return job;
      if (Date.now() > until) throw new Error(`the import is still ${job.state}`);
      await sleep(50);
    }
  };
  const bringIn = async (who: string, kind: string, rows: readonly Cells[], header = Object.keys(rows[0] ?? {})) => {
    const id = await upload(who, kind, csvOf(rows, header));
    const { state } = await settled(id, 'CHECKED', 'FAILED');
    expect([kind, state]).toEqual([kind, 'CHECKED']);
    await ask(who, 'commitImport', { id });
    return settled(id, 'COMMITTED', 'FAILED');
  };

  beforeAll(async () => {
    db = await engine.open();
    for (const name of ['stdout', 'stderr'] as const)
      process[name].write = ((piece: string | Uint8Array) => {
        lines.push(String(piece));
        return true;
      }) as typeof process.stdout.write;
    if (redisAnswers) {
      redis = new Redis(REDIS_URL);
      monitored = new Redis(REDIS_URL);
      monitor = await monitored.monitor();
      monitor.on('monitor', (_: string, words: string[]) => commands.push(words.join(' ')));
    }
    // Everybody comes from one place here.
    const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 100_000 }]));
    app = await createApi({ ...config, database: db.config }, { runJobs: true, rates });
    await app.init();
    const row = { scope: '640324', qualifier: '', from: isoDate('2020-01-01'), to: null, source: '演示参数' };
    const more = { status: 'UNCONFIRMED' as const, afterEnd: 'REFUSE' as const };
    const year = yearOf(app.get(Clock).today());
    await app.get(ParameterService).loadDemo(
      [
        { ...row, ...more, code: 'benefit.train.max', unit: 'yuan', value: '3000' },
        { ...row, ...more, code: 'notice.days', unit: 'working days', value: '5' },
        { ...row, ...more, code: 'work.age.min', unit: 'full years', value: '16' },
      ],
      [year, year + 1].map((one) => ({ year: one, holidays: [], workdays: [], source: '演示参数' })),
    );
    const staff: Role[] = ['OFFICER', 'COUNSELLOR', 'REVIEWER', 'APPROVER', 'FINANCE', 'RELEASER', 'RECONCILER'];
    for (const role of staff) {
      const login = role.toLowerCase();
      const about = {
        login,
        displayName: login,
        password: PASSWORD,
        divisionCode: COUNTY,
        demo: role === 'COUNSELLOR' || role === 'RELEASER',
      };
      await app.get(AccountService).create({ ...about, roles: [role] });
      await signIn(login);
    }
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    Object.assign(process.stdout, { write: writes.stdout });
    Object.assign(process.stderr, { write: writes.stderr });
    monitor?.disconnect();
    monitored?.disconnect();
    await redis?.flushdb();
    redis?.disconnect();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a thousand people in, good rows and wrong ones, and leaves some waiting', async () => {
    await bringIn('officer', 'employers', [
      {
        统一社会信用代码: OWN,
        单位名称: '同心甲乙食品有限公司',
        单位性质: '企业',
        区划: '640324100000',
        联系人: '马小兰',
        联系电话: phone(1),
      },
    ]);
    const people = Array.from({ length: PEOPLE }, (_, index) => {
      const mistake = index < PEOPLE - WRONG ? undefined : MISTAKES[index % MISTAKES.length];
      // The first households are numbered by their heads' ID numbers, as some offices do.
      const household: Cells =
        index < 40 ? { 户号: idNumber(index - (index % 2)) } : index === 41 ? { 残疾军人证号: '军字第001号' } : {};
      return row(index, mistake?.(index) ?? household);
    });
    const done = await bringIn('officer', 'people', people, [...HEADER, '残疾军人证号']);
    expect(done).toMatchObject({ state: 'COMMITTED', wrongCount: WRONG });
    expect(await app.get(DataSource).manager.count(Person)).toBe(PEOPLE - WRONG);
    const one = await app.get(PeopleService).findByIdNumber(idNumber(5));
    expect(app.get(PeopleService).secretsOf(one as Person)).toMatchObject({
      phone: phone(5),
      accountNumber: account(5),
    });
    // Checked and not committed: every cell lies in the staging table. Seen by whoever mends them.
    const waiting = await upload(
      'officer',
      'people',
      csvOf(people.slice(-WRONG - 50), HEADER),
      `${idNumber(1)}-${phone(2)}.csv`,
    );
    await settled(waiting, 'CHECKED');
    await ask('officer', 'importJob', { id: waiting, afterRow: 0 });
    for (const number of [certificate(7), account(8)])
      await upload('officer', 'people', 'PK junk', `名册${number}.xlsx`);
    await upload('officer', `people-${idNumber(9)}`, 'a,b');
  }, 120_000);

  it('takes households and hires in', async () => {
    const members = Array.from({ length: 50 }, (_, index) => ({
      户号: index < 40 ? idNumber(index - (index % 2)) : `H${Math.floor(index / 2)}`,
      姓名: person(index).姓名 as string,
      身份证号: idNumber(index),
      与户主关系: index % 2 ? '配偶' : '户主',
      就业状况: '未就业',
    }));
    expect(await bringIn('officer', 'household-members', members)).toMatchObject({ wrongCount: 0, newCount: 50 });
    const employerId = (await app.get(EmployerService).byCreditCode(OWN))?.id as string;
    const clerk = { login: 'clerk', displayName: 'clerk', password: PASSWORD, divisionCode: COUNTY, employerId };
    await app.get(AccountService).create({ ...clerk, roles: ['EMPLOYER_CLERK'] });
    await signIn('clerk');
    const year = yearOf(app.get(Clock).today()) - 1;
    const hires = Array.from({ length: 20 }, (_, index) => ({
      统一社会信用代码: OWN,
      年度: String(year),
      姓名: person(index).姓名 as string,
      身份证号: idNumber(index),
      残疾人证号: index % 5 ? certificate(index) : certificate(index + 1),
      用工形式: '劳动合同',
      合同起: `${year - 1}-01-01`,
    }));
    expect((await bringIn('clerk', 'hires', hires)).state).toBe('COMMITTED');
    const today = app.get(Clock).today();
    const post = { 统一社会信用代码: OWN, 岗位名称: '包装工', 岗位类型: '按比例就业', 招聘人数: '2' };
    const place = { 工作地点区划: '640324100000', 月薪下限: '2200', 月薪上限: '2600', 岗位要求: '看2' };
    await bringIn('officer', 'posts', [
      { ...post, ...place, 发布日期: addDays(today, -1), 截止日期: addDays(today, 30) },
    ]);
  }, 120_000);

  it('pays one, refuses many, and keeps what seekers, visitors and counsellors write', async () => {
    const today = app.get(Clock).today();
    const { manager } = app.get(DataSource);
    const seekers = await manager.find(Person, { order: { id: 'ASC' }, take: 12 });
    const people = app.get(PeopleService);
    const grant = { schemeCode: 'TRAIN', course: '中式面点', courseHours: 80, feeYuan: '1500.05' };
    const period = { periodStart: addDays(today, -60), periodEnd: addDays(today, -30) };
    const post = await manager.findOneByOrFail(Post, { title: '包装工' });
    let applicationId = '';
    for (const [index, seeker] of seekers.entries()) {
      const login = `seeker${index}`;
      const own = people.secretsOf(seeker);
      const about = { login, displayName: login, password: PASSWORD, divisionCode: COUNTY, personId: seeker.id };
      await app.get(AccountService).create({ ...about, idNumber: own.idNumber, roles: ['SEEKER'] });
      await signIn(login);
      const apply = (change: object) => ({
        input: {
          ...grant,
          ...period,
          accountName: seeker.name,
          accountNumber: own.accountNumber,
          idempotencyKey: newId(),
          ...change,
        },
      });
      // A stranger's name, a number that cannot be, one in the wrong field.
      await refused(login, 'applyForScheme', apply({ accountName: `别人${own.idNumber}` }));
      await refused(login, 'applyForScheme', apply({ accountNumber: `${account(500 + index)}1` }));
      await refused(login, 'applyForScheme', apply({ feeYuan: account(600 + index) }));
      await refused(login, 'applyForScheme', apply({ schemeCode: phone(700 + index) }));
      if (index === 0) applicationId = (await ask(login, 'applyForScheme', apply({}))).applyForScheme.id;
      const wanted = { postId: post.id, contactPhone: own.phone, contactWay: 'CALL', needs: [], shareNeeds: false };
      const application = { input: { ...wanted, note: `请打 ${own.phone}`, idempotencyKey: newId() } };
      await ask(login, 'applyToPost', application);
      await ask(login, 'applyToPost', application);
      await ask(login, 'dismissMatch', { postId: post.id, reason: 'OTHER', note: `别打 ${own.phone}` });
      await ask(login, 'saveOwnLicence', { input: { kind: 'C1驾驶证', number: own.idNumber } });
      await refused(login, 'saveOwnLicence', { input: { kind: own.idNumber, number: own.phone } });
      await refused(login, 'dismissMatch', { postId: post.id, reason: own.idNumber, note: own.phone });
      await refused(login, 'applyToPost', { input: { ...application.input, contactPhone: own.idNumber } });
      await refused(login, 'applyToPost', { input: { ...application.input, postId: own.idNumber } });
    }

    const allot = 'mutation ($input: AllotEnvelopeInput!) { allotEnvelope(input: $input) { id } }';
    const envelope = {
      schemeCode: 'TRAIN',
      year: yearOf(today),
      source: '残保金',
      amountYuan: '20000',
      document: '同残发1号',
    };
    const { data } = await send('finance', allot, { input: { ...envelope, idempotencyKey: newId() } });
    for (const [who, step] of [
      ['reviewer', 'REVIEW'],
      ['approver', 'APPROVE'],
    ] as const) {
      const { version } = (await ask(who, 'applicationCase', { id: applicationId })).applicationCase;
      await ask(who, 'decideApplication', {
        input: { id: applicationId, version, step, outcome: 'APPROVE', idempotencyKey: newId() },
      });
    }
    const { publishNotice } = await ask('officer', 'publishNotice', {
      input: { schemeCode: 'TRAIN', idempotencyKey: newId() },
    });
    const said = {
      noticeId: publishNotice.id,
      text: `${certificate(20)} 没有参加培训，${account(21)}`,
      contact: phone(22),
    };
    await ask(undefined, 'lodgeObjection', { input: { ...said, idempotencyKey: newId() } });
    await refused(undefined, 'lodgeObjection', { input: { ...said, lineId: idNumber(23), idempotencyKey: newId() } });

    const written = { kind: 'COMPLAINT', divisionCode: COUNTY, text: `${idNumber(23)} 的 ${account(21)}`, page: null };
    const feedback = { ...written, phone: phone(22), idempotencyKey: newId() };
    const { sendFeedback } = await ask('counsellor', 'sendFeedback', { input: feedback });
    await refused(undefined, 'sendFeedback', { input: { ...feedback, divisionCode: idNumber(23) } });
    await refused(undefined, 'sendFeedback', { input: { ...feedback, kind: phone(22) } });
    const replied = {
      id: sendFeedback.id,
      answer: `打了 ${phone(22)}，证 ${certificate(20)}`,
      idempotencyKey: newId(),
    };
    await ask('officer', 'answerFeedback', { input: replied });
    await refused('officer', 'answerFeedback', { input: { ...replied, id: idNumber(23), idempotencyKey: newId() } });
    const { messages } = await ask('counsellor', 'ownMessages', { first: 1, after: null });
    expect(messages.edges[0].node.text).toContain(phone(22));
    await refused('counsellor', 'markMessagesSeen', { upTo: phone(22) });

    const personId = (seekers[3] as Person).id;
    await app.get(CampaignDemo).assign({ divisionCode: COUNTY, personIds: [personId] });
    const visit = {
      id: newId(),
      personId,
      visitedOn: today,
      met: 'SELF',
      nextStep: null,
      note: `新号码 ${phone(24)}，证 ${certificate(25)}`,
    };
    await ask('counsellor', 'recordVisit', { input: visit });
    await refused('counsellor', 'recordVisit', { input: { ...visit, note: `${account(26)}` } });
    await refused('counsellor', 'personCase', { personId: idNumber(27) });

    const interpreter = {
      name: '示例手语服务部',
      kind: 'ORGANISATION',
      kinds: ['SIGN'],
      hourlyYuan: '100',
      active: true,
    };
    await ask('officer', 'saveSupportProvider', { input: { ...interpreter, phone: phone(34) } });
    await refused('officer', 'saveSupportProvider', { input: { ...interpreter, phone: phone(34) } });
    const helped = {
      kind: 'SIGN',
      occasion: 'TRAINING',
      title: '电商培训',
      place: '示例中心',
      startsAt: `${addDays(today, 9)} 09:00`,
      minutes: 60,
      note: `请打 ${phone(35)}，证 ${certificate(36)}`,
      tellEmployer: false,
      idempotencyKey: newId(),
    };
    await ask('counsellor', 'requestSupportFor', { personId, input: helped });
    await refused('counsellor', 'requestSupportFor', {
      personId: idNumber(37),
      input: { ...helped, idempotencyKey: newId() },
    });
    await refused('counsellor', 'supportCase', { id: idNumber(38) });

    const unitOfWork = app.get(UnitOfWork);
    const welfarePost = { ...post, id: newId(), title: '护路员', kind: 'PUBLIC_WELFARE', openings: 9 };
    await unitOfWork.run(() => unitOfWork.manager.insert(Post, welfarePost));
    const placed = await app.get(PlacementService).begin({
      personId: (seekers[5] as Person).id,
      postId: welfarePost.id,
      startedOn: today,
      endsOn: null,
      source: 'RECORDED',
      sourceId: newId(),
    });
    const exit = {
      placementId: placed.id,
      reason: 'ABSENCE',
      basis: `打 ${phone(22)} 没人接，证 ${certificate(20)}`,
      answerBy: addDays(today, 5),
      idempotencyKey: newId(),
    };
    await ask('officer', 'beginWelfareExit', { input: exit });
    await refused('officer', 'beginWelfareExit', { input: { ...exit, basis: account(21), idempotencyKey: newId() } });
    await refused('officer', 'beginWelfareExit', {
      input: { ...exit, placementId: idNumber(23), idempotencyKey: newId() },
    });

    const relative = people.secretsOf(seekers[4] as Person);
    const terms = {
      personId,
      kind: 'FAMILY',
      helperName: relative.phone,
      scopes: ['APPLY'],
      until: addDays(today, 60),
    };
    await refused('counsellor', 'requestDelegationCode', { input: { ...terms, helperName: idNumber(29) } });
    await ask('counsellor', 'requestDelegationCode', { input: terms });
    const paper = { ...terms, consent: 'PAPER', note: `委托书上写着 ${idNumber(30)}，电话 ${phone(31)}` };
    await refused('counsellor', 'grantDelegation', { input: { ...paper, consent: 'SMS', code: phone(32) } });
    await ask('counsellor', 'grantDelegation', { input: paper });
    tokens.seeker4 = (await ask('seeker4', 'startActing', { personId })).startActing.token;
    const { myApplications } = await ask('seeker4', 'myApplications', { first: 1 });
    await ask('seeker4', 'withdrawApplication', { id: myApplications.edges[0].node.id });
    await refused('seeker4', 'withdrawApplication', { id: idNumber(33) });
    tokens.seeker4 = (await ask('seeker4', 'stopActing', {})).stopActing.token;

    const query = 'query ($noticeId: ID!) { objections(noticeId: $noticeId) { id } }';
    const objections = (await send('officer', query, { noticeId: publishNotice.id })).data?.objections;
    const decide = 'mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { id } }';
    for (const { id } of objections)
      await send('officer', decide, {
        input: { id, outcome: 'DISMISSED', reason: `已核实 ${idNumber(28)}`, idempotencyKey: newId() },
      });
    await app.get(DemoTimeService).advance(15);
    for (const login of Object.keys(tokens)) await signIn(login);
    await ask('officer', 'closeNotice', { id: publishNotice.id, idempotencyKey: newId() });
    const sealed = await ask('finance', 'sealBatch', {
      input: { envelopeId: data?.allotEnvelope.id, idempotencyKey: newId() },
    });
    const batchId = sealed.sealBatch.id;
    const shown = (await send('finance', '{ demoAccounts { account code } }')).data?.demoAccounts;
    const totp = shown.find(({ account }: { account: string }) => account === 'releaser').code;
    tokens.releaser = (await ask('releaser', 'stepUp', { input: { totp } })).stepUp.token;
    await ask('releaser', 'releaseBatch', { input: { id: batchId, idempotencyKey: newId() } });
    await ask('finance', 'exportBatch', { id: batchId, idempotencyKey: newId() });
    const { sandboxBankRun } = await ask('finance', 'sandboxBankRun', { batchId, idempotencyKey: newId() });
    const answer = await http()
      .get(`/exports/${sandboxBankRun.exportId}`)
      .set('authorization', `Bearer ${tokens.reconciler}`)
      .buffer()
      .parse((stream, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => done(null, Buffer.concat(pieces)));
      });
    const importId = await upload('reconciler', 'bank-return', answer.body as Buffer, '回盘.csv');
    await settled(importId, 'CHECKED');
    await ask('reconciler', 'importBankReturn', { importId, idempotencyKey: newId() });
  }, 120_000);

  it('answers every wrong request, and logs at debug level', async () => {
    const logger = new Logger('Spec');
    for (let index = 0; index < PEOPLE; index += 1) {
      const all = [idNumber(index), phone(index), account(index), certificate(index)];
      logger.debug(`查找 ${all.join('、')}`);
      logger.warn({ said: { to: all }, error: new Error(`没有 ${all[index % 4]}`) });
      logger.error(new Error(`no such row: '${all.join("','")}'`));
    }
    for (let index = 0; index < 40; index += 1) {
      const [id, mobile, card] = [idNumber(index), phone(index), account(index)];
      await http().get(`/people/${id}?phone=${mobile}`);
      await http()
        .get(`/exports/${card}`)
        .set('authorization', `Bearer ${certificate(index)}`);
      await http().post('/graphql').set('content-type', 'application/json').send(`{"query": "${id}`);
      await send(undefined, `query { publicPost(id: "${id}") { title ${mobile} } }`);
      await send(undefined, `query Q${id} { nothing(phone: "${mobile}") }`);
      await send('officer', 'query ($id: ID!) { importJob(id: $id) { id } }', { id: { card } });
      await send('officer', documentOf('importJob'), { id, afterRow: 0 });
      await send(undefined, 'query ($first: Int!) { publicPosts(first: $first) { totalCount } }', { first: mobile });
      const attempt = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      if (index < 3) await send(undefined, attempt, { input: { account: id, password: mobile } });
    }
    // Our own mistakes are told with a number; the cause goes to the log.
    const unitOfWork = app.get(UnitOfWork);
    const twin = await app.get(DataSource).manager.findOneByOrFail(Person, {});
    const broken = unitOfWork.run(() => unitOfWork.manager.insert(Person, { ...twin, name: idNumber(1) }));
    await broken.catch((error: Error) => logger.error({ error }));
  }, 120_000);

  it('signs in by phone, by authenticator, and asks for a witness', async () => {
    const code = 'mutation ($input: RequestCodeInput!) { requestCode(input: $input) }';
    for (const index of [5, 6]) await send(undefined, code, { input: { phone: phone(index) } });
    const vouch = 'mutation ($input: RequestVouchInput!) { requestVouch(input: $input) { code } }';
    for (const index of [7, 8]) await send(undefined, vouch, { input: { certificate: certificate(index) } });
    const about = { login: 'fresh', displayName: 'fresh', password: PASSWORD, divisionCode: COUNTY };
    const { id } = await app.get(AccountService).create({ ...about, roles: ['OFFICER'] });
    const setups = app.get(SetupService);
    const link = await app.get(UnitOfWork).run(() => setups.open(id, 'ACCOUNT'));
    const secret = Secret.fromBase32((await setups.view(link)).totpSecret);
    expect(await setups.complete(link, 'an odd and long one', new TOTP({ secret }).generate())).toHaveLength(10);
  });

  it('makes a seeker’s own file, and keeps what the office says of a deletion', async () => {
    const { manager } = app.get(DataSource);
    const person = (await app.get(PeopleService).findByIdNumber(idNumber(20))) as Person;
    const account = await app.get(AccountService).ofPerson({ personId: person.id });
    const { id: personId, divisionCode } = person;
    const about = {
      login: 'own.data',
      displayName: 'own',
      password: PASSWORD,
      divisionCode,
      personId,
      idNumber: idNumber(20),
    };
    const { id, displayName, roles } =
      account ?? (await app.get(AccountService).create({ ...about, roles: ['SEEKER'] }));
    const viewer = { id, displayName, roles, divisionCode, personId };
    const look = 'mutation ($input: RevealInput!) { reveal(input: $input) { value } }';
    const seen = { field: 'personPhone', subjectId: personId, reason: 'CONTACT', note: '约本人来签字' };
    expect((await send('officer', look, { input: seen })).data?.reveal.value).toBe(phone(20));
    const desk = app.get(DataDesk);
    const asked = await desk.request(viewer, 'EXPORT');
    const until = Date.now() + WAIT_MS;
    while ((await manager.findOneByOrFail(DataRequest, { id: asked.id })).state === 'WAITING') {
      if (Date.now() > until) throw new Error('the file is still not there');
      await sleep(50);
    }
    const deletion = await desk.request(viewer, 'DELETION');
    const officer = { ...viewer, id: newId(), roles: ['OFFICER' as const], divisionCode: COUNTY, personId: newId() };
    await desk.hold(officer, deletion.id, true, `案号 ${phone(20)}`);
    await desk.decide(officer, { id: deletion.id, approve: false, reason: `请核对 ${idNumber(20)}`, version: 1 });
    const roundId = newId();
    const day = isoDate('2026-12-01');
    const days = { announcedOn: day, frozenOn: day, drawnOn: day, choicesUntil: day, contractsFrom: day };
    const round = {
      ...days,
      id: roundId,
      title: '示例轮次',
      divisionCode: COUNTY,
      state: 'ANNOUNCED' as const,
      rulesVersion: 'r1',
      tiers: [],
      floor: null,
      commitment: '',
      sealedSeed: app.get(CryptoProvider).seal(phone(20), `allocation_round|sealedSeed|${roundId}`),
      source: '示例公开摇奖',
      fallback: '下一期',
      openedById: officer.id,
      openedAt: new Date(),
      version: 1,
    };
    const unit = app.get(UnitOfWork);
    await unit.run(() => unit.manager.insert(AllocationRound, round));
    const [application] = await unit.manager.find(JobApplication, { take: 1 });
    const [caseId, checkId, pointId, sealer] = [newId(), newId(), newId(), app.get(CryptoProvider)];
    const [waveId, entrantId, seatId] = [newId(), newId(), newId()];
    await unit.run(async () => {
      const { personId: whose, postId } = application as JobApplication;
      const entrant = { id: entrantId, roundId, personId: whose, ticket: 'T1', statuses: [], divisionCode: COUNTY };
      await unit.manager.insert(RoundEntrant, { ...entrant, version: 1 });
      await unit.manager.insert(SeatWave, {
        id: waveId,
        roundId,
        serial: 0,
        state: 'DONE',
        replyDays: 7,
        visitDays: 5,
        basis: '',
        proposedById: officer.id,
        proposedAt: new Date(),
        version: 1,
      });
      await unit.manager.insert(SeatOffer, {
        id: seatId,
        roundId,
        waveId,
        entrantId,
        personId: whose,
        divisionCode: COUNTY,
        postId,
        answer: 'FITS',
        state: 'DECLINED',
        lastDay: day,
        visitDays: 5,
        secrets: sealer.seal(
          JSON.stringify({ reason: 'OTHER', reasonText: `请打 ${phone(20)}` }),
          `seat_offer|secrets|${seatId}`,
        ),
        version: 1,
      });
      await unit.manager.insert(RefusalCase, {
        id: caseId,
        side: 'PERSON',
        personId: (application as JobApplication).personId,
        divisionCode: COUNTY,
        state: 'NOTICED',
        live: 1,
        counted: 2,
        limitCount: 2,
        barMonths: 12,
        source: '示例办法',
        noticedOn: day,
        appealUntil: day,
        secrets: sealer.seal(JSON.stringify({ appeal: `请打 ${phone(20)}` }), `refusal_case|secrets|${caseId}`),
        createdAt: new Date(),
        version: 1,
      });
      await unit.manager.insert(RegisterEntry, {
        id: pointId,
        kind: 'SERVICE_POINTS',
        divisionCode: COUNTY,
        name: '示例服务点',
        category: 'COUNTY',
        openedOn: day,
        live: 1,
        content: { level: 'COUNTY' },
        secrets: sealer.seal(JSON.stringify({ contactName: `请打 ${phone(20)}` }), `register_entry|secrets|${pointId}`),
        version: 1,
      });
      await unit.manager.insert(RetentionCheck, {
        id: checkId,
        applicationId: (application as JobApplication).id,
        divisionCode: COUNTY,
        month: 1,
        dueOn: day,
        note: sealer.seal(`请打 ${phone(20)}`, `retention_check|note|${checkId}`),
        createdAt: new Date(),
        version: 1,
      });
    });
  }, 120_000);

  it('papers with a number on them come in, and phones are changed', async () => {
    const person = (await app.get(PeopleService).findByIdNumber(idNumber(5))) as Person;
    const paper = Buffer.from(`%PDF-1.7\n% ${idNumber(5)} ${phone(5)}\n%%EOF\n`, 'latin1');
    const { status } = await http()
      .post('/evidence')
      .set('authorization', `Bearer ${tokens.officer}`)
      .field('personId', person.id)
      .field('purpose', 'CONSENT')
      .attach('file', paper, '同意书.pdf');
    expect(status).toBe(201);
    const { id, displayName, divisionCode } = await app
      .get(DataSource)
      .manager.findOneByOrFail(Account, { login: 'officer' });
    const seeker = { id, displayName, divisionCode, roles: ['SEEKER' as const], personId: person.id };
    await app.get(PhoneChangeService).request(seeker, phone(34));
  });

  it('sealed values open again after a change of keys, in every place that holds any', async () => {
    const places = app.get(SealedPlaces);
    const before = await places.status();
    changeKeys(config.keySource, (ring) => withNextKey(ring, new Date()));
    await sleep(KEYS_LOOK_MS + 100);
    const outcome = await places.reseal();
    expect(outcome).toMatchObject({ complete: true, unreadable: { count: 0, named: [] } });
    const after = await places.status();
    expect(after.writing).not.toBe(before.writing);
    expect([after.waiting, after.totals.byBeginning[before.writing]]).toEqual([0, 0]);
    // A place without a value proves nothing of how its values are bound: whoever adds a secret column adds its value above.
    const empty = after.places
      .filter(({ byBeginning }) => (byBeginning[after.writing] ?? 0) === 0)
      .map(({ name }) => name);
    expect(empty.filter((name) => name !== 'import_file_part.sealed')).toEqual([]);
    const one = await app.get(PeopleService).findByIdNumber(idNumber(5));
    expect(app.get(PeopleService).secretsOf(one as Person).idNumber).toBe(idNumber(5));
    expect(app.get(CryptoProvider).writing()).toBe(after.writing);
  }, 120_000);

  it('people are found by another key after a change, by every index, and nothing of the one before is left', async () => {
    const indexes = app.get(BlindIndexes);
    const crypto = app.get(CryptoProvider);
    const before = Array.from({ length: 50 }, (_, index) => [
      blindId(crypto, idNumber(index))[0] as string,
      blindPhone(crypto, phone(index))[0] as string,
    ]).flat();
    changeKeys(config.keySource, (ring) => withNextBlind(ring, config.keySource));
    await sleep(KEYS_LOOK_MS + 100);
    expect(await indexes.fill()).toMatchObject({ complete: true, unreadable: { count: 0, named: [] } });
    const { indexes: each, waiting } = await indexes.status();
    expect(waiting).toBe(0);
    // An index without a row proves nothing of how it is computed: whoever adds one adds its value above.
    expect(each.filter(({ rows }) => rows === 0)).toEqual([]);
    changeKeys(config.keySource, withoutOldBlind);
    await sleep(KEYS_LOOK_MS + 100);
    await indexes.clear('b1');
    expect(await indexes.status()).toMatchObject({ kids: ['b2'], waiting: 0, leftover: 0 });
    expect(await app.get(PeopleService).findByIdNumbers([idNumber(5), idNumber(6)])).toHaveProperty('size', 2);
    const { manager } = app.get(DataSource);
    const left: string[] = [];
    for (const { tableName, columns } of app.get(DataSource).entityMetadatas)
      for (const row of (await manager.query(`SELECT * FROM ${tableName}`)) as Record<string, unknown>[])
        for (const { databaseName } of columns)
          if (before.some((blind) => String(row[databaseName]).includes(blind)))
            left.push(`${tableName}.${databaseName}`);
    expect([...new Set(left)]).toEqual([]);
  }, 120_000);

  it('none of the numbers stands anywhere: database, jobs, logs, answers, Redis, files', async () => {
    const { manager } = app.get(DataSource);
    const tables: string[] = (
      engine.name === 'sqlite'
        ? await manager.query(`SELECT name FROM sqlite_master WHERE type = 'table'`)
        : await manager.query(
            'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
          )
    ).map(({ name }: { name: string }) => name);
    expect(tables.length).toBeGreaterThan(30);
    const leaks: string[] = [];
    const sealedElsewhere: string[] = [];
    const places = new Set(app.get(SealedPlaces).names);
    let rows = 0;
    for (const table of tables)
      for (const row of (await manager.query(`SELECT * FROM ${table}`)) as Record<string, unknown>[]) {
        rows += 1;
        for (const [column, value] of Object.entries(row)) {
          const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
          for (const number of found(text)) leaks.push(`${table}.${column}: ${number}`);
          if (/v1\.(?:a256gcm|sm4sm3)\./.test(text) && !places.has(`${table}.${column}`))
            sealedElsewhere.push(`${table}.${column}`);
        }
      }
    expect(leaks).toEqual([]);
    // A sealed value outside a secret column would be lost with its key.
    expect([...new Set(sealedElsewhere)]).toEqual([]);
    expect(rows).toBeGreaterThan(PEOPLE);
    expect(await manager.count(Job)).toBeGreaterThan(3);

    const inTexts = (texts: readonly string[]) =>
      texts.flatMap((text) => found(text).map((number) => `${number}: ${text.slice(0, 300)}`));
    expect(lines.length).toBeGreaterThan(3 * PEOPLE);
    expect(inTexts(lines)).toEqual([]);
    expect(answers.length).toBeGreaterThan(100);
    expect(inTexts(answers)).toEqual([]);
    if (redis !== undefined) {
      expect(commands.some((command) => /check-import/.test(command))).toBe(true);
      expect(inTexts(commands)).toEqual([]);
      const keys = await redis.keys('*');
      const dumps = await Promise.all(
        keys.map(async (key) => `${key} ${(await redis?.dumpBuffer(key))?.toString('latin1') ?? ''}`),
      );
      expect(inTexts(dumps)).toEqual([]);
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /bank-files.*sealed$/.test(name),
    );
    expect(files.length).toBe(2);
    for (const name of files) expect(inTexts([name, readFileSync(join(folder, name), 'latin1')])).toEqual([]);
    if (db.config.engine === 'sqlite')
      // Pages that were freed as well.
      for (const end of ['', '-wal']) expect(inTexts([readFileSync(`${db.config.file}${end}`, 'latin1')])).toEqual([]);
  }, 120_000);
});
