import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { loadConfig } from '@tongxing/platform';
import { loadAssets } from '@tongxing/ui';
import { createPortal } from '../src/create-portal.js';
import { Portal } from '../src/http/portal.service.js';
import { county, sessionOf } from './county.js';
import { type FakeApi, fakeApi } from './fake-api.js';

/** A portal before the stand-in api. */
export interface TestPortal {
  site: string;
  api: FakeApi;
  /** One request; redirects are not followed. */
  get(path: string, role?: string | null): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>, role?: string | null): Promise<Response>;
  /** Every address that a handler answers a GET (or a POST) at, as it was declared: `/jobs/:id`. */
  addresses(method?: 'get' | 'post'): string[];
  close(): Promise<void>;
}

interface ExpressRouter {
  stack: { route?: { path: string; methods: Record<string, boolean> } }[];
}

/** Starts one on a free port; its county has people of this name. */
export async function testPortal(name?: string, environment: Record<string, string> = {}): Promise<TestPortal> {
  const api = await fakeApi(county(name));
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    TONGXING_LOG_LEVEL: 'silent',
    TONGXING_DATA_DIR: folder,
    API_URL: api.url,
    ...environment,
  });
  const app = await createPortal(config);
  // Sources run uncompiled here: the script is compiled as the build does it.
  Object.assign(app.get(Portal), { assets: loadAssets(enhanceScript()) });
  await app.listen(0, '127.0.0.1');
  const site = await app.getUrl();
  const cookie = (role?: string | null): Record<string, string> =>
    role ? { cookie: `txg_session=${sessionOf(role)}` } : {};
  return {
    site,
    api,
    get: (path, role) => fetch(site + path, { redirect: 'manual', headers: cookie(role) }),
    post: (path, fields, role) =>
      fetch(site + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...cookie(role), origin: site },
        body: new URLSearchParams(fields),
      }),
    addresses: (method = 'get') =>
      (app.getHttpAdapter().getInstance() as { router: ExpressRouter }).router.stack.flatMap(({ route }) =>
        route?.methods[method] ? [route.path] : [],
      ),
    close: async () => {
      await app.close();
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The enhancement script, compiled. */
export const enhanceScript = (): string =>
  transformSync(readFileSync(join(import.meta.dirname, '../../../libs/ui/src/enhance/enhance.ts'), 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  }).code;

/** The token of the first form of a page. */
export const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
