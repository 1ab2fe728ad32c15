import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccountService, type Role, SessionService } from '@tongxing/access';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { type Config, loadConfig } from '@tongxing/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../src/create-api.js';
import { entities } from '../src/entities.js';
import type { LimitOverrides } from '../src/limits/limits.module.js';

export const PASSWORD = 'tongxing-demo';
const COUNTY = '640324000000';

/** An answer of the api, in either of its two shapes. */
export interface Told {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  data?: Record<string, unknown>;
  errors?: { message: string; extensions: { code: string; retryAfter?: number; field?: string; traceId: string } }[];
  /** of the first error */
  code?: string;
}

/** An upload after its check. */
export interface Checked {
  id: string;
  fileName: string;
  state: string;
  rows: number;
  new: number;
  wrong: number;
  problems: { row: number | null; column: string | null; code: string; message: string; hint: string }[];
}

const WAIT_MS = 60_000;
const IMPORT_JOB = `query ($id: ID!) { importJob(id: $id) { id fileName state rows new wrong
  problems(first: 100) { row column code message hint } } }`;

/** A running api on an empty database of its own. */
export interface EdgeApi {
  app: NestExpressApplication;
  config: Config;
  port: number;
  /** A request as it is, byte by byte. */
  raw(method: string, path: string, headers: Record<string, string>, body?: string | Buffer): Promise<Told>;
  /** A GraphQL request in its right form, by whom the headers say. */
  post(body: unknown, headers?: Record<string, string>): Promise<Told>;
  /** A bearer token's header for a new account of this role; got behind the door, so that it counts for no rate. */
  bearer(
    role: Role,
    over?: { personId?: string; employerId?: string; divisionCode?: string },
  ): Promise<Record<string, string>>;
  /** An upload as a browser sends it; the name goes out byte by byte. */
  upload(headers: Record<string, string>, kind: string, name: string | Buffer, content: Buffer): Promise<Told>;
  /** {@link upload}, and what its check found. */
  checked(headers: Record<string, string>, kind: string, name: string | Buffer, content: Buffer): Promise<Checked>;
  /** Headers of the portal, for its visitor at this address. */
  portal(address: string, session?: string): Record<string, string>;
  close(): Promise<void>;
}

export async function edgeApi(
  overrides: LimitOverrides & { runJobs?: boolean } = {},
  environment: Record<string, string> = {},
): Promise<EdgeApi> {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-edge-'));
  const config = loadConfig({
    TONGXING_DATA_DIR: folder,
    NODE_ENV: 'test',
    TONGXING_LOG_LEVEL: 'silent',
    ...environment,
  });
  const dataSource = await dataSourceFactory(config.database, entities);
  await migrate(dataSource);
  await dataSource.destroy();
  const app = await createApi(config, { runJobs: false, ...overrides });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;

  const raw: EdgeApi['raw'] = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const asked = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve(toldOf(response, Buffer.concat(pieces).toString('utf8'))));
      });
      // An api that refuses a body before it has come to its end may hang up; its answer counts.
      asked.once('error', reject);
      asked.end(body);
    });
  const post: EdgeApi['post'] = (body, headers = {}) =>
    raw('POST', '/graphql', { 'content-type': 'application/json', ...headers }, JSON.stringify(body));

  const upload: EdgeApi['upload'] = (headers, kind, name, content) => {
    const boundary = '----tongxing-spec';
    const body = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="`),
      Buffer.from(name),
      Buffer.from('"\r\ncontent-type: application/octet-stream\r\n\r\n'),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return raw('POST', `/imports/${kind}`, { ...headers, ...type, 'content-length': String(body.length) }, body);
  };
  const checked: EdgeApi['checked'] = async (headers, kind, name, content) => {
    const told = await upload(headers, kind, name, content);
    if (told.status !== 201) throw new Error(`the upload was answered ${told.status} ${told.code ?? ''}`);
    const { id } = JSON.parse(told.text) as { id: string };
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const { data } = await post({ query: IMPORT_JOB, variables: { id } }, headers);
      const job = data?.importJob as Checked;
      if (job.state === 'CHECKED' || job.state === 'FAILED') return job;
      if (Date.now() > until) throw new Error(`the upload is still ${job.state}`);
      await sleep(20);
    }
  };

  return {
    app,
    upload,
    checked,
    config,
    port,
    raw,
    post,
    portal: (address, session) => ({
      'x-portal-key': config.keys.portal,
      'x-client-address': address,
      ...(session ? { authorization: `Session ${session}` } : {}),
    }),
    bearer: async (role, over = {}) => {
      const login = `${role.toLowerCase().replaceAll('_', '-')}.${Math.random().toString(36).slice(2, 10)}`;
      await app
        .get(AccountService)
        .create({ login, displayName: login, password: PASSWORD, roles: [role], divisionCode: COUNTY, ...over });
      const token = await app
        .get(SessionService)
        .signIn({ login, password: PASSWORD }, { viaPortal: false, address: '198.51.100.1', agent: '' });
      return { authorization: `Bearer ${token}` };
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What one operation answered. @throws Error with the code where it was refused */
export function answerOf<Result>({ data, code }: Told, operation: string): Result {
  if (!data) throw new Error(`${operation}: ${code}`);
  return data[operation] as Result;
}

export const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';

function toldOf(response: IncomingMessage, text: string): Told {
  let body: { data?: Told['data']; errors?: Told['errors']; error?: { code: string } } = {};
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    // Not JSON: the text is all there is.
  }
  const code = body.errors?.[0]?.extensions.code ?? body.error?.code;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    ...(body.data ? { data: body.data } : {}),
    ...(body.errors ? { errors: body.errors } : {}),
    ...(code ? { code } : {}),
  };
}
