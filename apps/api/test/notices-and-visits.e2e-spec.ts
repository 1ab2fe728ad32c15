import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService, Divisions } from '@tongxing/access';
import { CampaignDemo } from '@tongxing/campaigns';
import { blindColumns, dataSourceFactory, insertRows, migrate, UnitOfWork } from '@tongxing/database';
import { NoticeKinds, NoticeService } from '@tongxing/notices';
import { ParameterService } from '@tongxing/parameters';
import { blindId, Person } from '@tongxing/people';
import { Clock, CryptoProvider, loadConfig, newId } from '@tongxing/platform';
import { isoDate, withIdCheckDigit, yearOf } from '@tongxing/rules';
import request from 'supertest';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';
const portal = join(process.cwd(), 'apps', 'portal', 'src');
const textOf = (path: string): string => readFileSync(join(portal, path), 'utf8');

/** The documents that the portal sends, as they stand in its sources. */
const documents = [
  textOf('gql/frame.gql'),
  textOf('pages/public/notices/notices.gql'),
  textOf('pages/counsellor/desk/desk.gql'),
].join('\n');

/** One operation with the fragments it needs: unused ones would be refused. */
function documentOf(name: string): string {
  const parts = documents.split(/\n(?=(?:query|mutation|fragment) )/).map((part) => part.trim());
  const operation = parts.find((part) => new RegExp(`^(query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  const used = [...operation.matchAll(/\.\.\.(\w+)/g)].map(([, fragment]) => fragment);
  return [operation, ...parts.filter((part) => used.some((fragment) => part.startsWith(`fragment ${fragment} `)))].join(
    '\n',
  );
}

describe('notices and visits through the door of the api', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-notices-'));
  let app: NestExpressApplication;
  let noticeId: string;
  let personId: string;
  const tokens: Record<string, string> = {};

  const ask = async (name: string, variables: object, who?: string) => {
    const call = request(app.getHttpServer()).post('/graphql');
    if (who !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body } = await call.send({ query: documentOf(name), variables });
    return body as { data?: Record<string, never>; errors?: { message: string; extensions: { code: string } }[] };
  };
  const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.[0]?.extensions.code;

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: false });
    await app.init();
    for (const [login, role] of [
      ['seer', 'COUNSELLOR'],
      ['other', 'COUNSELLOR'],
      ['officer', 'OFFICER'],
    ] as const)
      await app.get(AccountService).create({
        login,
        displayName: login,
        password: PASSWORD,
        roles: [role],
        divisionCode: COUNTY,
        demo: login === 'seer',
      });
    for (const account of ['seer', 'other', 'officer']) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { body } = await request(app.getHttpServer())
        .post('/graphql')
        .send({ query, variables: { input: { account, password: PASSWORD } } });
      tokens[account] = body.data.signIn.token;
    }
    const unitOfWork = app.get(UnitOfWork);
    const crypto = app.get(CryptoProvider);
    personId = newId();
    const idNumber = withIdCheckDigit('64032419900101001');
    const secrets = crypto.seal(JSON.stringify({ idNumber }), `person|secrets|${personId}`);
    await unitOfWork.run(() =>
      insertRows(unitOfWork.manager, Person, [
        {
          id: personId,
          name: '马小兰',
          sex: 'FEMALE',
          birthOn: isoDate('1990-01-01'),
          divisionCode: app.get(Divisions).children('640324100000')[0]?.code as string,
          state: 'ACTIVE',
          employmentStatus: 'UNEMPLOYED',
          skills: [],
          wantedKinds: [],
          accessNeeds: [],
          secrets,
          ...blindColumns('idBlind', blindId(crypto, idNumber)),
          registeredAt: new Date(),
        },
      ]),
    );
    await app.get(CampaignDemo).assign({ divisionCode: COUNTY, personIds: [personId] });
    const thisYear = yearOf(app.get(Clock).today());
    await app.get(ParameterService).loadDemo(
      [
        {
          code: 'notice.days',
          scope: '640324',
          qualifier: '',
          unit: 'working days',
          value: '5',
          from: isoDate('2020-01-01'),
          to: null,
          source: '演示参数',
          status: 'UNCONFIRMED',
          afterEnd: 'REFUSE',
        },
      ],
      // The api's clock is the machine's: its year and the next need their holidays.
      [thisYear, thisYear + 1].map((year) => ({ year, holidays: [], workdays: [], source: '演示参数' })),
    );
    app.get(NoticeKinds).register({
      kind: 'SPEC',
      requireApart: async () => undefined,
      onClosed: async () => undefined,
      onWithdrawn: async () => undefined,
    });
    const { id } = await unitOfWork.run(() =>
      app.get(NoticeService).publish({
        kind: 'SPEC',
        divisionCode: COUNTY,
        title: '职业技能培训补贴公示',
        basis: '财社〔2026〕1号',
        lines: [
          {
            subjectId: newId(),
            maskedName: '张*明',
            divisionName: '豫海镇',
            subject: '职业技能培训补贴',
            amountFen: 80_000,
          },
          { subjectId: newId(), maskedName: '李*', divisionName: '河西镇', subject: '职业技能培训补贴' },
        ],
      }),
    );
    noticeId = id;
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a visitor reads the list and one notice, and lodges an objection twice as one', async () => {
    expect(await ask('publicNotices', { first: 20, after: null })).toMatchObject({
      data: { viewer: null, publicNotices: { totalCount: 1, edges: [{ node: { id: noticeId, open: true } }] } },
    });
    const { data } = await ask('publicNotice', { id: noticeId });
    expect(data).toMatchObject({
      publicNotice: {
        basis: '财社〔2026〕1号',
        phone: null,
        lines: [
          { maskedName: '张*明', divisionName: '豫海镇', amountYuan: '800.00' },
          { maskedName: '李*', amountYuan: null },
        ],
      },
    });
    const { lines } = (data ?? {}).publicNotice as unknown as { lines: { id: string }[] };
    const lineId = lines[0]?.id;
    const input = { noticeId, lineId, text: '没有参加培训', contact: '13800138000', idempotencyKey: newId() };
    const first = await ask('lodgeObjection', { input });
    expect(first.data).toMatchObject({ lodgeObjection: { answerBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
    expect(await ask('lodgeObjection', { input })).toEqual(first);
    expect(codeOf(await ask('lodgeObjection', { input: { ...input, text: '别的' } }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(codeOf(await ask('lodgeObjection', { input: { ...input, text: ' ' } }))).toBe('VALIDATION');
    expect(await ask('publicNotice', { id: newId() })).toMatchObject({ data: { publicNotice: null } });
  });

  it('objections are for the officer', async () => {
    const query = 'query ($noticeId: ID!) { objections(noticeId: $noticeId) { serial text contact state } }';
    const as = async (who: string) => {
      const call = request(app.getHttpServer()).post('/graphql').set('authorization', `Bearer ${tokens[who]}`);
      return (await call.send({ query, variables: { noticeId } })).body;
    };
    expect(await as('officer')).toMatchObject({
      data: { objections: [{ serial: 1, text: '没有参加培训', contact: '13800138000', state: 'OPEN' }] },
    });
    expect((await as('seer')).errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('a counsellor sees the caseload, records a visit once, and reads it in the file', async () => {
    const before = await ask('caseload', { first: 10 }, 'seer');
    expect(before.data).toMatchObject({
      caseload: { totalCount: 1, edges: [{ node: { personId, name: '马小兰', birthYear: 1990, lastVisitOn: null } }] },
    });
    const input = {
      id: newId(),
      personId,
      visitedOn: '2026-11-20',
      met: 'SELF',
      situation: null,
      wantsWork: true,
      needs: ['岗位'],
      smsConsent: null,
      nextStep: '介绍岗位',
      nextOn: '2026-12-01',
      note: null,
    };
    const recorded = await ask('recordVisit', { input }, 'seer');
    expect(recorded).toEqual({ data: { recordVisit: { id: input.id } } });
    expect(await ask('recordVisit', { input }, 'seer')).toEqual(recorded);
    expect(await ask('personCase', { personId }, 'seer')).toMatchObject({
      data: {
        personCase: {
          maskedCertificate: '6403****************',
          employment: '未就业',
          wantsWork: true,
          visits: [
            { id: input.id, met: 'SELF', needs: ['岗位'], nextStep: '介绍岗位', note: null, recordedBy: 'seer' },
          ],
        },
      },
    });
    expect(codeOf(await ask('recordVisit', { input: { ...input, id: 'x' } }, 'seer'))).toBe('VALIDATION');
    expect(codeOf(await ask('recordVisit', { input: { ...input, needs: ['钱'] } }, 'seer'))).toBe('VALIDATION');
  });

  it('another counsellor finds nobody; a visitor and an officer are turned away', async () => {
    expect((await ask('caseload', { first: 10 }, 'other')).data).toMatchObject({ caseload: { totalCount: 0 } });
    expect(codeOf(await ask('personCase', { personId }, 'other'))).toBe('NOT_FOUND');
    expect(codeOf(await ask('caseload', { first: 10 }))).toBe('AUTH_REQUIRED');
    expect(codeOf(await ask('caseload', { first: 10 }, 'officer'))).toBe('FORBIDDEN');
    expect(codeOf(await ask('caseload', { first: 101 }, 'seer'))).toBe('VALIDATION');
  });
});
