import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, sessionOf } from './county.js';
import { refusal } from './fake-api.js';
import { type TestPortal, testPortal, tokenIn } from './portal-process.js';
import { ROUTES } from './routes.js';

const sources = join(import.meta.dirname, '../src');
/** Operations that change something, by the documents themselves. */
const MUTATIONS = new Set(
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.gql'))
    .flatMap((name) => [...readFileSync(join(sources, name), 'utf8').matchAll(/^mutation (\w+)/gm)])
    .map(([, name]) => name as string),
);

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};
const headersOf = (response: Response): object =>
  Object.fromEntries(Object.keys(HEADERS).map((name) => [name, response.headers.get(name)]));

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.api.asked.length = 0;
});
afterEach(() => portal.api.answers.clear());

describe('security headers', () => {
  it.each(ROUTES)('$path has all of them, and nothing inline', async ({ path, role }) => {
    const response = await portal.get(path, role);
    expect(headersOf(response)).toEqual(HEADERS);
    expect(response.headers.get('strict-transport-security')).toBeNull();
    const html = await response.text();
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|javascript:/i);
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });

  it('so have files, ways on, errors and refusals', async () => {
    const css = /href="(\/assets\/app\.[^"]+)"/.exec(await (await portal.get('/help')).text())?.[1] as string;
    const answers = await Promise.all([
      portal.get(css),
      portal.get('/assets/icon.svg'),
      portal.get('/assets/none'),
      portal.get('/session/continue', 'OFFICER'),
      portal.get('/nowhere'),
      portal.get('/%zz'),
      portal.get('/healthz'),
      portal.get(`/org/imports/${idOf(701)}/workbook`, 'EMPLOYER_CLERK'),
      portal.get('/open/posts.csv'),
      portal.post('/login/staff', {}),
      portal.post('/login/staff', { account: 'x'.repeat(400_000) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 303, 404, 404, 200, 200, 200, 403, 413]);
    for (const response of answers) expect(headersOf(response)).toEqual(HEADERS);
  });
});

describe('in production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-production-'));
  let live: TestPortal;
  beforeAll(async () => {
    const [seal, blind, portalKey] = [0, 1, 2].map(() => randomBytes(32).toString('base64'));
    const file = join(folder, 'keys.json');
    writeFileSync(file, JSON.stringify({ kid: 'k1', seal, blind, portal: portalKey }), { mode: 0o600 });
    live = await testPortal(undefined, { NODE_ENV: 'production', TONGXING_KEYS: file });
  });
  afterAll(async () => {
    await live?.close();
    rmSync(folder, { recursive: true });
  });

  it('a browser is held to HTTPS, and cookies cannot be planted by a neighbouring host', async () => {
    const response = await live.get('/login/staff');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-txg_visitor=[^;]+; Path=\/; SameSite=Lax; HttpOnly; Secure; Max-Age=\d+$/),
    ]);
  });

  it('there is no demonstration', async () => {
    expect((await live.get('/demo')).status).toBe(404);
  });
});

describe('a request that reads', () => {
  it.each(ROUTES)('$path changes nothing', async ({ path, role }) => {
    await (await portal.get(path, role)).arrayBuffer();
    expect(portal.api.asked.filter(({ operation }) => MUTATIONS.has(operation))).toEqual([]);
  });

  it('is none of the operations that change something', () => {
    expect(MUTATIONS.size).toBeGreaterThan(15);
  });

  it('changes nothing at the addresses of forms either', async () => {
    const reads = new Set(portal.addresses('get'));
    for (const address of portal.addresses('post').filter((path) => !reads.has(path) && !path.includes('*'))) {
      await (await portal.get(address.replace(/:[a-z]+/gi, idOf(1)), 'SEEKER')).arrayBuffer();
    }
    expect(portal.api.asked.filter(({ operation }) => MUTATIONS.has(operation))).toEqual([]);
  });
});

describe('a form', () => {
  /** Reading settings are a preference: their Origin is enough, and public pages stay the same for everybody. */
  const PREFERENCE = '/settings/reading';
  const send = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
    fetch(portal.site + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `txg_session=${sessionOf('SEEKER')}`, ...headers },
      body: new URLSearchParams(fields),
    });

  it('of every address is refused without its token, with another one, from another site and from nowhere', async () => {
    const addresses = portal.addresses('post').filter((path) => path !== PREFERENCE && !path.includes('*'));
    expect(addresses.length).toBeGreaterThan(20);
    const csrf = tokenIn(await (await portal.get('/me/applications', 'SEEKER')).text());
    expect(csrf).toMatch(/^[\w-]{32}$/);
    portal.api.asked.length = 0;
    for (const address of addresses) {
      const path = address.replace(/:[a-z]+/gi, idOf(1));
      const answers = [
        await send(path, { origin: portal.site }),
        await send(`${path}?token=${csrf}`, { origin: portal.site }, { csrf: 'x'.repeat(32) }),
        await send(path, { origin: 'https://evil.example' }, { csrf }),
        await send(path, { origin: 'null' }, { csrf }),
        await send(path, {}, { csrf }),
      ];
      expect([address, ...answers.map(({ status }) => status)]).toEqual([address, 403, 403, 403, 403, 403]);
    }
    expect(portal.api.asked).toEqual([]);
  });

  it('with the token of another session is refused', async () => {
    const csrf = tokenIn(await (await portal.get('/org', 'EMPLOYER_CLERK')).text());
    expect((await send('/logout', { origin: portal.site }, { csrf })).status).toBe(403);
    const own = tokenIn(await (await portal.get('/me', 'SEEKER')).text());
    expect((await send('/logout', { origin: portal.site }, { csrf: own })).status).toBe(303);
  });

  it('with reading settings needs its Origin alone', async () => {
    expect((await send(PREFERENCE, { origin: portal.site }, { size: 'large' })).status).toBe(303);
    expect((await send(PREFERENCE, { origin: 'https://evil.example' }, { size: 'large' })).status).toBe(403);
    expect((await send(PREFERENCE, {}, { size: 'large' })).status).toBe(403);
  });
});

describe('somebody who comes too often', () => {
  beforeEach(() => {
    portal.api.answers.set('*', () =>
      refusal('RATE_LIMITED', '操作太频繁了。', { hint: '请过 42 秒再试。', retryAfter: 42 }),
    );
  });

  it('reads when to come back', async () => {
    const response = await portal.get('/notices');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '42']);
    const html = await response.text();
    expect(html).toContain('<h1>点得太快了</h1>');
    expect(html).toContain('请过 42 秒再试。');
    expect(html).toContain('12385');
  });

  it('keeps what was filled in', async () => {
    const form = await portal.get('/login/staff');
    const response = await fetch(`${portal.site}/login/staff`, {
      method: 'POST',
      headers: { origin: portal.site, cookie: form.headers.getSetCookie()[0]?.split(';')[0] as string },
      body: new URLSearchParams({ csrf: tokenIn(await form.text()), account: 'seeker', password: 'geheim' }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '42']);
    const html = await response.text();
    expect(html).toContain('value="seeker"');
    expect(html).toContain('请过 42 秒再试。');
    expect(html).not.toContain('geheim');
  });
});

describe('the api is told', () => {
  const FORWARDED = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7', 'x-client-address': '203.0.113.10' };
  const asked = async (site: TestPortal) => {
    site.api.asked.length = 0;
    await fetch(`${site.site}/levy`, { headers: FORWARDED });
    return site.api.asked[0];
  };

  it('where the visitor comes from: by the connection, whatever headers say', async () => {
    expect((await asked(portal))?.address).toMatch(/^(?:::ffff:)?127\.0\.0\.1$/);
  });

  it('by a configured proxy only, and of its list the last that is no proxy itself', async () => {
    const behind = await testPortal(undefined, { TONGXING_PROXIES: '127.0.0.0/8' });
    expect((await asked(behind))?.address).toBe('198.51.100.7');
    await behind.close();
  });

  it('the number of a document, never its text', async () => {
    expect((await asked(portal))?.documentId).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
