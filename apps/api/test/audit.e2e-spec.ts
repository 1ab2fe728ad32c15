import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountService, AnchorService, type Role } from '@tongxing/access';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { behindTheBack, type TestDatabase } from '@tongxing/database/testing';
import { chinaDay, loadConfig } from '@tongxing/platform';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

const PASSWORD = 'tongxing-demo';
const TRAIL = `query ($first: Int!, $after: String, $action: String, $from: String, $to: String) {
  auditTrail(first: $first, after: $after, action: $action, from: $from, to: $to) {
    totalCount
    edges { cursor node { seq actorName roleName action says trace hash } }
    pageInfo { endCursor hasNextPage }
  }
}`;
const VERIFY = 'mutation { verifyAuditTrail { ok entries anchors head fault { chain seq kind } } }';
const ANCHORS = 'query ($day: String!) { auditAnchors(day: $day) { seq at hash signer ours } }';
const ADVANCE = 'mutation { advanceDemoTime(days: 1) }';

interface Trail {
  totalCount: number;
  edges: { node: Record<string, string | number | null> }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

describe('the audit chain through the door of the api', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-audit-'));
  let app: NestExpressApplication;
  const tokens: Record<string, string> = {};

  const send = async (query: string, variables: object, who?: string) => {
    const call = request(app.getHttpServer()).post('/graphql');
    if (who !== undefined) call.set('authorization', `Bearer ${tokens[who]}`);
    const { body, headers } = await call.send({ query, variables });
    return {
      ...(body as { data?: Record<string, never>; errors?: { extensions: { code: string } }[] }),
      trace: String(headers['x-request-id']),
    };
  };
  const trail = async (who: string, variables: object = {}) =>
    (await send(TRAIL, { first: 10, ...variables }, who)).data?.auditTrail as unknown as Trail;

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: false });
    await app.init();
    const people: readonly [string, Role, string][] = [
      ['officer', 'OFFICER', '640324000000'],
      ['auditor', 'AUDITOR', '640324000000'],
      ['keeper', 'AUDIT_ADMIN', '640324000000'],
      ['elsewhere', 'AUDITOR', '360734000000'],
    ];
    for (const [login, role, divisionCode] of people)
      await app
        .get(AccountService)
        .create({ login, displayName: login, password: PASSWORD, roles: [role], divisionCode });
    for (const [account] of people) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
      const { data } = await send(query, { input: { account, password: PASSWORD } });
      tokens[account] = (data as unknown as { signIn: { token: string } }).signIn.token;
    }
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has an entry of a mutation whose code never thought of it: who, in which role, by which request', async () => {
    const { trace } = await send(ADVANCE, {}, 'officer');
    const { edges } = await trail('auditor', { action: 'advanceDemoTime' });
    expect(edges.map(({ node }) => node)).toEqual([
      {
        seq: expect.any(Number),
        actorName: 'officer',
        roleName: '残联干部',
        action: 'advanceDemoTime',
        says: null,
        trace,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('has who came in, in the own role, and who was refused at the door', async () => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
    await send(query, { input: { account: 'officer', password: 'not the password' } });
    const came = (await trail('auditor', { action: 'session.open', first: 50 })).edges.map(({ node }) => node);
    expect(came.map(({ actorName, roleName }) => `${actorName} ${roleName}`)).toContain('officer 残联干部');
    expect((await trail('auditor', { action: 'session.refused' })).edges.map(({ node }) => node)).toMatchObject([
      { actorName: 'officer', roleName: '残联干部', action: 'session.refused' },
    ]);
  });

  it('is read page by page without a gap or a repeat, newest first, and by day', async () => {
    for (let index = 0; index < 5; index += 1) await send(ADVANCE, {}, 'officer');
    const seqs: unknown[] = [];
    let after: string | null | undefined;
    do {
      const page: Trail = await trail('keeper', { first: 2, ...(after ? { after } : {}) });
      seqs.push(...page.edges.map(({ node }) => node.seq));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => seqs.length - index));
    const none = await trail('keeper', { to: '2020-01-01' });
    expect(none).toMatchObject({ totalCount: 0, edges: [] });
    const wrong = await send(TRAIL, { first: 2, after: 'x' }, 'keeper');
    expect(wrong.errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('is nothing for other roles, and another county’s auditor sees nothing of it', async () => {
    for (const query of [TRAIL, VERIFY]) {
      expect((await send(query, { first: 1 }, 'officer')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await send(query, { first: 1 })).errors?.[0]?.extensions.code).toBe('AUTH_REQUIRED');
    }
    expect(await trail('elsewhere', { action: 'advanceDemoTime' })).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('has its signed ends of a day for the printed report, of the own county only', async () => {
    const today = chinaDay(new Date());
    const of = async (who: string, day: string = today) =>
      (await send(ANCHORS, { day }, who)).data?.auditAnchors as unknown as Record<string, unknown>[];
    await app.get(AnchorService).drop();
    const one = (await of('keeper')).at(-1);
    expect(one).toMatchObject({ signer: expect.stringMatching(/^[0-9a-f]{16}$/), ours: true });
    const { edges } = await trail('keeper', {});
    expect(edges.map(({ node }) => `${node.seq} ${node.hash}`)).toContain(`${one?.seq} ${one?.hash}`);
    expect(await of('elsewhere')).not.toContainEqual(one);
    expect(await of('keeper', '2020-01-01')).toEqual([]);
    expect((await send(ANCHORS, { day: 'x' }, 'keeper')).errors?.[0]?.extensions.code).toBe('VALIDATION');
    expect((await send(ANCHORS, { day: today }, 'officer')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is verified, which is an entry too; and names the first bad entry after a change in the database', async () => {
    const verify = async () => (await send(VERIFY, {}, 'keeper')).data?.verifyAuditTrail as unknown;
    expect(await verify()).toMatchObject({ ok: true, fault: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { edges } = await trail('keeper', { action: 'audit.verify' });
    expect(edges[0]?.node).toMatchObject({ roleName: '审计管理员', says: expect.stringContaining('审计链') });
    const db = { dataSource: app.get(DataSource) } as TestDatabase;
    await behindTheBack(db, `UPDATE audit_entry SET role = 'APPROVER' WHERE chain = '640324' AND seq = 3`);
    expect(await verify()).toMatchObject({ ok: false, fault: { chain: '640324', seq: 3, kind: 'CHANGED' } });
  });
});
