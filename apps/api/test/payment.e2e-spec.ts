import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService, AuditEntry, AuditVerifier, DemoTimeService, type Role } from '@tongxing/access';
import { BankGateway, Instruction, LedgerService, SANDBOX_PROFILE, type SandboxBank } from '@tongxing/benefits';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { DirectImportService, ImportJob } from '@tongxing/imports';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock, loadConfig, newId, sha256Hex } from '@tongxing/platform';
import { addDays, isoDate, yearOf } from '@tongxing/rules';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';
import { RATES } from '../src/limits/rates.js';
import { csvOf, idNumber, person } from './roster.js';

const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';
const pages = join(process.cwd(), 'apps', 'portal', 'src', 'pages');
const DOCUMENTS = [
  '../gql/frame.gql',
  'public/session/session.gql',
  'seeker/grants/grants.gql',
  'office/benefits/benefits.gql',
  'office/notices/notices.gql',
  'finance/batches/batches.gql',
  'finance/envelopes/envelopes.gql',
  'finance/returns/returns.gql',
];

/** The documents that the portal sends, as they stand in its sources. */
const parts = DOCUMENTS.map((path) => readFileSync(join(pages, path), 'utf8'))
  .join('\n')
  .split(/\n(?=(?:query|mutation|fragment) )/)
  .map((part) => part.trim());

/** One operation with the fragments it needs. */
function documentOf(name: string): string {
  const operation = parts.find((part) => new RegExp(`^(query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  const used = new Set([...operation.matchAll(/\.\.\.(\w+)/g)].map(([, fragment]) => fragment));
  return [operation, ...parts.filter((part) => used.has(/^fragment (\w+) /.exec(part)?.[1] ?? ''))].join('\n');
}

const ALLOT = 'mutation ($input: AllotEnvelopeInput!) { allotEnvelope(input: $input) { id availableYuan } }';
const STAFF: readonly Role[] = ['REVIEWER', 'APPROVER', 'OFFICER', 'FINANCE', 'RELEASER', 'RECONCILER'];
const WAIT_MS = 20_000;

describe('one payment through the door of the api, with the documents of the portal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-payment-'));
  const tokens: Record<string, string> = {};
  let app: NestExpressApplication;
  let applicationId: string;
  let envelopeId: string;
  let batchId: string;

  const send = async (who: string, query: string, variables: object) => {
    const { body } = await request(app.getHttpServer())
      .post('/graphql')
      .set('authorization', `Bearer ${tokens[who]}`)
      .send({ query, variables });
    return body as { data?: Record<string, any>; errors?: { message: string; extensions: { code: string } }[] };
  };
  const ask = async (who: string, name: string, variables: object = {}): Promise<any> => {
    const { data, errors } = await send(who, documentOf(name), variables);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data;
  };
  const codeOf = async (who: string, name: string, variables: object) =>
    (await send(who, documentOf(name), variables)).errors?.[0]?.extensions.code;
  const download = async (who: string, id: string): Promise<Buffer> => {
    const response = await request(app.getHttpServer())
      .get(`/exports/${id}`)
      .set('authorization', `Bearer ${tokens[who]}`)
      .buffer()
      .parse((stream, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect(response.status).toBe(200);
    return response.body as Buffer;
  };

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    // Everybody of an office signs in here from one place, and again each time the day moves.
    app = await createApi(config, { runJobs: true, rates: { login: { ...RATES.login, limit: 100 } } });
    await app.init();
    const roster = join(folder, 'people.csv');
    writeFileSync(roster, csvOf([person(1)]));
    await app.get(DirectImportService).importFile('people', roster);
    const seeker = await app.get(PeopleService).findByIdNumber(idNumber(1));
    const accounts = app.get(AccountService);
    for (const role of STAFF) {
      const login = role.toLowerCase();
      await accounts.create({
        login,
        displayName: login,
        password: PASSWORD,
        roles: [role],
        divisionCode: COUNTY,
        demo: true,
      });
    }
    await accounts.create({
      login: 'seeker',
      displayName: 'seeker',
      password: PASSWORD,
      roles: ['SEEKER'],
      divisionCode: COUNTY,
      personId: seeker?.id as string,
    });
    for (const account of [...STAFF.map((role) => role.toLowerCase()), 'seeker']) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { body } = await request(app.getHttpServer())
        .post('/graphql')
        .send({ query, variables: { input: { account, password: PASSWORD } } });
      tokens[account] = body.data.signIn.token;
    }
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
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the seeker finds the scheme open and applies', async () => {
    const { schemes } = await ask('seeker', 'grantForm');
    expect(schemes).toMatchObject([{ code: 'TRAIN', open: true, objectLabel: '培训课程' }]);
    const today = app.get(Clock).today();
    const input = {
      schemeCode: 'TRAIN',
      course: '中式面点',
      courseHours: 80,
      feeYuan: '1500.05',
      periodStart: addDays(today, -60),
      periodEnd: addDays(today, -30),
      accountName: person(1).姓名,
      accountNumber: '6217000000000000004',
      idempotencyKey: newId(),
    };
    const { applyForScheme } = await ask('seeker', 'applyForScheme', { input });
    applicationId = applyForScheme.id;
    expect((await ask('seeker', 'applyForScheme', { input })).applyForScheme).toEqual(applyForScheme);
    expect(await codeOf('seeker', 'applyForScheme', { input: { ...input, feeYuan: '1' } })).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    expect(await codeOf('reviewer', 'applyForScheme', { input })).toBe('FORBIDDEN');
    expect((await ask('seeker', 'grants')).myBenefits).toMatchObject([{ stateText: '材料齐', amountYuan: '1500.05' }]);
  });

  it('finance books the allotment; reviewer and approver decide what their queues show', async () => {
    const allotment = {
      schemeCode: 'TRAIN',
      year: yearOf(app.get(Clock).today()),
      source: '残保金',
      amountYuan: '20000',
    };
    const { data } = await send('finance', ALLOT, {
      input: { ...allotment, document: '同残发1号', idempotencyKey: newId() },
    });
    envelopeId = data?.allotEnvelope.id;
    expect(data?.allotEnvelope.availableYuan).toBe('20000.00');
    for (const [who, step] of [
      ['reviewer', 'REVIEW'],
      ['approver', 'APPROVE'],
    ] as const) {
      const { applicationQueue } = await ask(who, 'applicationQueue', { step, first: 10 });
      expect(applicationQueue.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual([applicationId]);
      const { applicationCase } = await ask(who, 'applicationCase', { id: applicationId });
      expect(applicationCase).toMatchObject({ step, blocked: null, eligibility: { eligible: true } });
      const input = {
        id: applicationId,
        version: applicationCase.version,
        step,
        outcome: 'APPROVE',
        idempotencyKey: newId(),
      };
      await ask(who, 'decideApplication', { input });
    }
    expect((await ask('finance', 'envelopes')).envelopes).toMatchObject([{ pledgedYuan: '1500.05' }]);
    expect(await codeOf('seeker', 'applicationCase', { id: applicationId })).toBe('FORBIDDEN');
  });

  it('the notice stands its working days, which demo time can pass', async () => {
    const { publishNotice } = await ask('officer', 'publishNotice', {
      input: { schemeCode: 'TRAIN', idempotencyKey: newId() },
    });
    const close = { id: publishNotice.id, idempotencyKey: newId() };
    expect(await codeOf('officer', 'closeNotice', close)).toBe('NOTICE_OPEN');
    await app.get(DemoTimeService).advance(15);
    // A bearer token lives for hours: two weeks later everybody signs in again.
    for (const account of Object.keys(tokens)) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { body } = await request(app.getHttpServer())
        .post('/graphql')
        .send({ query, variables: { input: { account, password: PASSWORD } } });
      tokens[account] = body.data.signIn.token;
    }
    await ask('officer', 'closeNotice', close);
    expect((await ask('finance', 'batches', { first: 5 })).ready.totalCount).toBe(1);
  });

  it('finance seals, another releases once the second factor was shown, the file goes to the bank and its answer comes back (bad input 15)', async () => {
    const { sealBatch } = await ask('finance', 'sealBatch', { input: { envelopeId, idempotencyKey: newId() } });
    batchId = sealBatch.id;
    expect(await codeOf('finance', 'releaseBatch', { input: { id: batchId, idempotencyKey: newId() } })).toBe(
      'FORBIDDEN',
    );
    const release = { input: { id: batchId, idempotencyKey: newId() } };
    expect(await codeOf('releaser', 'releaseBatch', release)).toBe('STEP_UP_REQUIRED');
    const { data } = await send('finance', '{ demoAccounts { account code } }', {});
    const shown = data?.demoAccounts.find((one: { account: string }) => one.account === 'releaser');
    const { stepUp } = await ask('releaser', 'stepUp', { input: { totp: shown.code } });
    expect(await codeOf('releaser', 'stepUp', { input: { totp: shown.code } })).toBe('SESSION_REVOKED');
    tokens.releaser = stepUp.token;
    await ask('releaser', 'releaseBatch', release);
    const { exportBatch } = await ask('finance', 'exportBatch', { id: batchId, idempotencyKey: newId() });
    const file = await download('finance', exportBatch.exportId);
    expect(sha256Hex(file)).toBe(exportBatch.sha256);
    expect(file.toString('latin1')).toContain('|6217000000000000004|');
    const denied = await request(app.getHttpServer())
      .get(`/exports/${exportBatch.exportId}`)
      .set('authorization', `Bearer ${tokens.seeker}`);
    expect(denied.status).toBe(404);

    const { sandboxBankRun } = await ask('finance', 'sandboxBankRun', { batchId, idempotencyKey: newId() });
    const answer = await download('reconciler', sandboxBankRun.exportId);
    const upload = await request(app.getHttpServer())
      .post('/imports/bank-return')
      .set('authorization', `Bearer ${tokens.reconciler}`)
      .attach('file', answer, '回盘.csv');
    expect(upload.status).toBe(201);
    const importId = upload.body.id as string;
    const { manager } = app.get(DataSource);
    const until = Date.now() + WAIT_MS;
    while ((await manager.findOneByOrFail(ImportJob, { id: importId })).state !== 'CHECKED') {
      if (Date.now() > until) throw new Error('the upload was not checked in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { importBankReturn } = await ask('reconciler', 'importBankReturn', { importId, idempotencyKey: newId() });
    expect(importBankReturn).toEqual({ paid: 1, failed: 0, unchanged: 0, totalYuan: '1500.05' });
  });

  it('the seeker sees 到账, finance a balanced ledger', async () => {
    expect((await ask('seeker', 'grant')).myBenefits).toMatchObject([
      { state: 'PAID', stateText: '到账', nextStep: null },
    ]);
    const { batch } = await ask('finance', 'batch', { id: batchId });
    expect(batch).toMatchObject({ state: 'RECONCILED', sealedBy: 'finance', releasedBy: 'releaser' });
    expect(batch.payouts).toMatchObject([{ stateText: '已到账', maskedAccount: '************0004' }]);
    const { ledger } = await ask('finance', 'ledger', { envelopeId, first: 10 });
    expect(ledger.edges.map((edge: { node: object }) => edge.node)).toMatchObject([
      { debit: '指标来源', credit: '可用指标', amountYuan: '20000.00' },
      { debit: '可用指标', credit: '待发', amountYuan: '1500.05' },
      { debit: '待发', credit: '在途', amountYuan: '1500.05' },
      { debit: '在途', credit: '银行存款', amountYuan: '1500.05' },
    ]);
    expect(await app.get(LedgerService).verify()).toMatchObject({ ok: true, problems: [] });
  });

  describe('a message of the bank at its own door', () => {
    const bank = () => app.get<SandboxBank>(BankGateway);
    const post = (headers: Record<string, string>, body: Buffer, profile = SANDBOX_PROFILE) =>
      request(app.getHttpServer())
        .post(`/bank/callbacks/${profile}`)
        .set({ 'content-type': 'application/json', ...headers })
        .send(body.toString('utf8'));
    const audited = () => app.get(DataSource).manager.findBy(AuditEntry, { action: 'bankCallback' });

    it('with a bad signature is answered 401, and stands in the audit chain (bad input 81)', async () => {
      const { body } = bank().message({ id: 'door-1', key: 'k-1', result: 'PAID', amountYuan: '1.00' });
      for (const headers of [{}, { 'x-bank-signature': 'AAAA' }, { authorization: `Bearer ${tokens.reconciler}` }]) {
        const before = (await audited()).length;
        const refused = await post(headers as Record<string, string>, body);
        expect([refused.status, refused.body.error?.code]).toEqual([401, 'AUTH_FAILED']);
        expect(refused.body.error.message).toMatch(/[一-鿿]/);
        expect((await audited()).length).toBe(before + 1);
      }
      const large = await post({ 'x-bank-signature': 'AAAA' }, Buffer.alloc(20_000, 0x20));
      expect([large.status, large.body.error?.code]).toEqual([400, 'VALIDATION']);
    });

    it('about a key of nobody is UNMATCHED (bad input 82)', async () => {
      const { headers, body } = bank().message({ id: 'door-2', key: 'k-2', result: 'PAID', amountYuan: '1.00' });
      const taken = await post(headers, body);
      expect([taken.status, taken.body]).toEqual([200, { outcome: 'UNMATCHED' }]);
    });

    it('that a payment failed which was paid is a conflict for finance to look at (bad input 84)', async () => {
      const { instructionKey } = await app.get(DataSource).manager.findOneByOrFail(Instruction, { batchId });
      const word = { id: 'door-3', key: instructionKey, result: 'FAILED' as const, amountYuan: '0' };
      const { headers, body } = bank().message(word);
      expect((await post(headers, body)).body).toEqual({ outcome: 'STATE_CONFLICT' });
      expect((await post(headers, body)).body).toEqual({ outcome: 'STATE_CONFLICT' });
      const query = '{ bankConflicts(first: 10) { totalCount edges { node { verdict result instructionKey } } } }';
      const { data } = await send('finance', query, {});
      expect(data?.bankConflicts).toMatchObject({
        totalCount: 2,
        edges: [{ node: { verdict: 'STATE_CONFLICT', result: 'FAILED', instructionKey } }, {}],
      });
      expect(await app.get(LedgerService).verify()).toMatchObject({ ok: true });
    });
  });

  it('every step stands in the audit chain: who, in which role, about what', async () => {
    const entries = await app.get(DataSource).manager.find(AuditEntry, { order: { seq: 'ASC' } });
    const about = (id: string) =>
      entries.filter(({ targetId }) => targetId === id).map(({ role, action }) => `${role} ${action}`);
    expect(about(applicationId)).toEqual(['SEEKER benefit.own', 'REVIEWER benefit.decide', 'APPROVER benefit.decide']);
    expect(about(batchId)).toEqual([
      'FINANCE batch.seal',
      'RELEASER batch.release',
      'FINANCE batch.export',
      'FINANCE sandboxBank.run',
    ]);
    expect(entries.filter(({ action }) => action === 'session.stepUp')).toHaveLength(1);
    expect(await app.get(AuditVerifier).verify()).toMatchObject({ ok: true, faults: [] });
  });
});
