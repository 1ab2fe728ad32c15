import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService } from '@tongxing/access';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { EmployerService } from '@tongxing/employers';
import { DirectImportService } from '@tongxing/imports';
import { loadConfig } from '@tongxing/platform';
import request from 'supertest';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';
const OWN = '91640324MA76XY016F';
const portal = join(process.cwd(), 'apps', 'portal', 'src');
const documents = readdirSync(portal, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.gql'))
  .map((path) => readFileSync(join(portal, path), 'utf8'))
  .join('\n');

function documentOf(name: string): string {
  const parts = documents.split(/\n(?=(?:query|mutation|fragment) )/).map((part) => part.trim());
  const operation = parts.find((part) => new RegExp(`^(query|mutation) ${name}\\b`).test(part));
  if (operation === undefined) throw new Error(`the portal has no operation ${name}`);
  const used = [...operation.matchAll(/\.\.\.(\w+)/g)].map(([, fragment]) => fragment);
  return [operation, ...parts.filter((part) => used.some((fragment) => part.startsWith(`fragment ${fragment} `)))].join(
    '\n',
  );
}

const csv = (row: Record<string, string>): string => `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}`;

interface Answer {
  data?: Record<string, never>;
  errors?: { message: string; extensions: { code: string; field?: string; hint?: string } }[];
}

describe('the rules desk from entry to assessment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-rules-'));
  let app: NestExpressApplication;
  const tokens: Record<string, string> = {};
  let employerId: string;

  const send = async (query: string, variables: object, who?: string): Promise<Answer> => {
    const call = request(app.getHttpServer()).post('/graphql');
    if (who !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    return (await call.send({ query, variables })).body as Answer;
  };
  const ask = (name: string, variables: object, who?: string) => send(documentOf(name), variables, who);
  const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions.code;
  const ratio = {
    code: 'quota.ratio',
    scope: '640324',
    value: '2%',
    from: '2026-01-01',
    act: '关于调整安排比例的通知（示例）',
    number: '示例〔2026〕1号',
    status: 'CONFIRMED',
  };
  const enter = async (over: object = {}, who = 'officer'): Promise<{ id: string; version: number }> => {
    const answer = await ask('enterRule', { input: { ...ratio, ...over } }, who);
    expect(answer.errors).toBeUndefined();
    const { id } = (answer.data as unknown as { enterParameter: { id: string } }).enterParameter;
    const { parameterRow } = (await ask('officeRule', { id }, who)).data as unknown as {
      parameterRow: { id: string; version: number };
    };
    return parameterRow;
  };
  const ASSESSMENT = `query a($year: Int!, $employerId: ID) { assessment(year: $year, employerId: $employerId) {
    levyYuan requiredHires parameters { code value status origin answer } } }`;
  const assess = async () => {
    const answer = await send(ASSESSMENT, { year: 2026, employerId }, 'officer');
    expect(answer.errors).toBeUndefined();
    return (
      answer.data as unknown as {
        assessment: { levyYuan: string; parameters: { code: string; value: string; origin: string }[] };
      }
    ).assessment;
  };

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: true });
    await app.init();
    const bring = async (kind: string, row: Record<string, string>) => {
      writeFileSync(join(folder, 'roster.csv'), csv(row));
      const { result } = await app.get(DirectImportService).importFile(kind, join(folder, 'roster.csv'));
      expect(result).toMatchObject({ new: 1, wrong: 0 });
    };
    await bring('employers', { 统一社会信用代码: OWN, 单位名称: '示例公司', 单位性质: '企业', 区划: '640324100000' });
    await bring('headcounts', {
      统一社会信用代码: OWN,
      年度: '2025',
      ...Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${month + 1}月人数`, '100'])),
      其中劳务派遣: '0',
      季节工人数: '',
      季节工月数: '',
      年工资总额: '6000000',
    });
    employerId = (await app.get(EmployerService, { strict: false }).byCreditCode(OWN))?.id as string;
    for (const [login, divisionCode, role] of [
      ['officer', COUNTY, 'OFFICER'],
      ['colleague', COUNTY, 'OFFICER'],
      ['elsewhere', '360734000000', 'OFFICER'],
      ['auditor', COUNTY, 'AUDITOR'],
      ['clerk', COUNTY, 'COUNSELLOR'],
    ] as const) {
      await app
        .get(AccountService)
        .create({ login, displayName: login, password: PASSWORD, roles: [role], divisionCode });
      const answer = await request(app.getHttpServer())
        .post('/graphql')
        .send({ query: `mutation { signIn(input: { account: "${login}", password: "${PASSWORD}" }) { token } }` });
      tokens[login] = answer.body.data.signIn.token;
    }
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('moves nothing when entered, shows what it would move, and moves it once another person confirms', async () => {
    // 1.5 of 60,000 at nine tenths.
    expect((await assess()).levyYuan).toBe('81000.00');
    const row = await enter();
    expect((await assess()).levyYuan).toBe('81000.00');

    const begun = await ask('tryRule', { id: row.id }, 'officer');
    const trialId = (begun.data as unknown as { tryParameter: { id: string } }).tryParameter.id;
    type Seen = {
      parameterTrial: {
        state: string;
        findings: { name: string; changed: number; beforeYuan: string; afterYuan: string }[] | null;
      };
    };
    let seen: Seen;
    do {
      await sleep(50);
      seen = (await ask('officeRuleTrial', { id: row.id, trial: trialId }, 'colleague')).data as unknown as Seen;
    } while (['WAITING', 'RUNNING'].includes(seen.parameterTrial.state));
    expect(seen.parameterTrial).toMatchObject({
      state: 'DONE',
      findings: [{ name: 'quota', changed: 1, beforeYuan: '81000.00', afterYuan: '108000.00' }],
    });
    expect((await assess()).levyYuan).toBe('81000.00');

    const confirm = (who: string) => ask('confirmRule', { id: row.id, version: row.version }, who);
    expect(codeOf(await confirm('officer'))).toBe('DUTY_SEPARATION');
    expect(codeOf(await confirm('elsewhere'))).toBe('NOT_FOUND');
    expect(codeOf(await confirm('auditor'))).toBe('FORBIDDEN');
    expect((await confirm('colleague')).errors).toBeUndefined();
    const after = await assess();
    expect(after.levyYuan).toBe('108000.00');
    expect(after.parameters).toContainEqual(
      expect.objectContaining({ code: 'quota.ratio', value: '1/50', origin: 'OPERATOR' }),
    );
    // The public list says it too, to anybody.
    const open = await send(
      '{ policyParameters(on: "2026-06-01", divisionCode: "640324") { code value scope status } }',
      {},
    );
    expect((open.data as unknown as { policyParameters: object[] }).policyParameters).toContainEqual({
      code: 'quota.ratio',
      value: '1/50',
      scope: '640324',
      status: 'CONFIRMED',
    });
  });

  it('gives a confirmed value up to another one from a day on, and keeps both in the history', async () => {
    const row = await enter({ code: 'levy.socialAverageWage', value: '20000', from: '2024-01-01' });
    await ask('confirmRule', { id: row.id, version: row.version }, 'colleague');
    // Twice 20,000 is the cap of 60,000.
    expect((await assess()).levyYuan).toBe('72000.00');
    const next = await enter({
      code: 'levy.socialAverageWage',
      value: '25000',
      from: '2025-01-01',
      supersedes: row.id,
    });
    await ask('confirmRule', { id: next.id, version: next.version }, 'colleague');
    expect((await assess()).levyYuan).toBe('90000.00');
    const { parameterRow } = (await ask('officeRule', { id: row.id }, 'colleague')).data as unknown as {
      parameterRow: {
        until: string;
        to: string | null;
        history: { shown: string; enteredBy: string; confirmedBy: string }[];
      };
    };
    expect(parameterRow).toMatchObject({ until: '2024-12-31', to: null });
    expect(parameterRow.history.map(({ shown }) => shown)).toEqual(['25000.00元', '20000.00元']);
    expect(parameterRow.history[0]).toMatchObject({ enteredBy: 'officer', confirmedBy: 'colleague' });
  });

  it.each([
    ['a value that does not fit', { value: '1.5' }, 'VALIDATION', 'value'],
    ['an unknown code', { code: 'moon.tax' }, 'VALIDATION', 'code'],
    ['a day that does not exist', { from: '2026-02-29' }, 'VALIDATION', 'from'],
    ['a period that is taken', { from: '2026-06-01' }, 'DUPLICATE', 'from'],
    ['another county', { scope: '360734' }, 'NOT_FOUND', undefined],
  ])('refuses %s with code and field', async (_, over, code, field) => {
    const [error] = (await ask('enterRule', { input: { ...ratio, ...over } }, 'officer')).errors ?? [];
    expect(error?.extensions.code).toBe(code);
    expect(error?.extensions.field).toBe(field);
    expect(error?.message).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('remembers what a computation asked for in vain, until somebody enters it', async () => {
    const estimate = await send(
      `{ levyEstimate(input: { year: 2031, divisionCode: "640324", unitKind: "ENTERPRISE", employees: "100", averageWageYuan: "60000", countedHires: "0" }) { levyYuan } }`,
      {},
    );
    expect(codeOf(estimate)).toBe('LAW_UNKNOWN');
    const list = { first: 5, after: null, day: '2026-06-01', code: null };
    const missingOf = async (who: string) =>
      (
        (await ask('officeRules', list, who)).data as unknown as {
          missingParameters: { code: string; day: string; asked: boolean }[];
        }
      ).missingParameters;
    const asked = { code: 'levy.tier.threshold', day: '2031-01-01', asked: true };
    expect(await missingOf('officer')).toContainEqual(expect.objectContaining(asked));
    expect(await missingOf('elsewhere')).not.toContainEqual(expect.objectContaining(asked));
    const row = await enter({ code: 'levy.tier.threshold', value: '1%', from: '2028-01-01' });
    await ask('confirmRule', { id: row.id, version: row.version }, 'colleague');
    expect(await missingOf('officer')).not.toContainEqual(expect.objectContaining(asked));
  });

  it('is closed to who is no officer, and to a visitor', async () => {
    expect(codeOf(await ask('enterRule', { input: ratio }, 'clerk'))).toBe('FORBIDDEN');
    expect(codeOf(await ask('enterRule', { input: ratio }, 'auditor'))).toBe('FORBIDDEN');
    expect(codeOf(await ask('enterRule', { input: ratio }))).toBe('AUTH_REQUIRED');
    const list = { first: 5, after: null, day: '2026-06-01', code: null };
    expect(codeOf(await ask('officeRules', list, 'clerk'))).toBe('FORBIDDEN');
    expect((await ask('officeRules', list, 'auditor')).errors).toBeUndefined();
  });
});
