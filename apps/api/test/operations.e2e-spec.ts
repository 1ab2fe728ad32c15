import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { JobRunner } from '@tongxing/jobs';
import { loadConfig, type Readiness, ReadinessChecks } from '@tongxing/platform';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';

interface Health {
  status: string;
  details: Record<string, { status: string } & Record<string, unknown>>;
}

describe('operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-operations-'));
  let app: NestExpressApplication;
  let url: string;
  let index: () => Promise<Readiness> = () => Promise.resolve({ state: 'up' });

  beforeAll(async () => {
    const config = loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test' });
    const dataSource = await dataSourceFactory(config.database, entities);
    await migrate(dataSource);
    await dataSource.destroy();
    app = await createApi(config, { runJobs: true });
    app.get(ReadinessChecks).register('spec', () => index());
    await app.listen(0);
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ready = async () => {
    const response = await fetch(`${url}/readyz`);
    return { status: response.status, body: (await response.json()) as Health };
  };

  it('/healthz says that the process lives, and nothing else', async () => {
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('/readyz names database, migrations, jobs and what features have registered', async () => {
    const { status, body } = await ready();
    expect(status).toBe(200);
    expect(body.status).toBe('ok');
    expect(body.details).toMatchObject({
      database: { status: 'up' },
      migrations: { status: 'up', pending: 0 },
      jobs: { status: 'up', oldestDueSeconds: 0 },
      spec: { status: 'up' },
    });
  });

  it('a late check is told and requests go on; one that is down stops them', async () => {
    index = () => Promise.resolve({ state: 'late', facts: { behind: 12 } });
    expect(await ready()).toMatchObject({
      status: 200,
      body: { status: 'degraded', details: { spec: { behind: 12 } } },
    });
    index = () => Promise.resolve({ state: 'down' });
    expect(await ready()).toMatchObject({
      status: 503,
      body: { status: 'error', details: { spec: { status: 'down' } } },
    });
  });

  it('a check that throws is down with a code, never with its message', async () => {
    index = () => Promise.reject(Object.assign(new Error('password=geheim'), { code: 'ECONNRESET' }));
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body.details.spec).toEqual({ status: 'down', code: 'ECONNRESET' });
    expect(JSON.stringify(body)).not.toContain('geheim');
    index = () => Promise.resolve({ state: 'up' });
  });

  it('a process whose job runner has stopped is not ready', async () => {
    await app.get(JobRunner).stop();
    expect(await ready()).toMatchObject({ status: 503, body: { details: { jobs: { status: 'down' } } } });
    await app.get(JobRunner).start();
    expect((await ready()).status).toBe(200);
  });

  it('/metrics tells of the process, of requests by route and of jobs', async () => {
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const figures = await response.text();
    expect(figures).toMatch(/^process_resident_memory_bytes \d/m);
    expect(figures).toMatch(
      /^http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/m,
    );
    expect(figures).toMatch(/^tongxing_jobs\{state="failed"\} 0$/m);
    expect(figures).toMatch(/^tongxing_job_oldest_due_seconds 0$/m);
  });

  it('an error carries the number that its answer and its log lines carry', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ noSuchField }' }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string; traceId: string } }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'VALIDATION', traceId: response.headers.get('x-request-id') });
  });
});
