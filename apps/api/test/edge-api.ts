import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  bearer(role: Role): Promise<Record<string, string>>;
  /** Headers of the portal, for its visitor at this address. */
  portal(address: string, session?: string): Record<string, string>;
  close(): Promise<void>;
}

export async function edgeApi(
  overrides: LimitOverrides = {},
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

  return {
    app,
    config,
    port,
    raw,
    post,
    portal: (address, session) => ({
      'x-portal-key': config.keys.portal,
      'x-client-address': address,
      ...(session ? { authorization: `Session ${session}` } : {}),
    }),
    bearer: async (role) => {
      const login = `${role.toLowerCase().replaceAll('_', '-')}.${Math.random().toString(36).slice(2, 10)}`;
      await app
        .get(AccountService)
        .create({ login, displayName: login, password: PASSWORD, roles: [role], divisionCode: COUNTY });
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
