import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { loadConfig } from '@tongxing/platform';
import request from 'supertest';
import { type FakeApi, fakeApi, refusal } from '../../test/fake-api.js';
import { createPortal } from '../create-portal.js';

const SESSION = 'a'.repeat(43);
let app: INestApplication;
let api: FakeApi;
let folder: string;
let host: string;

beforeAll(async () => {
  api = await fakeApi();
  folder = mkdtempSync(join(tmpdir(), 'portal-spec-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    TONGXING_LOG_LEVEL: 'silent',
    TONGXING_DATA_DIR: folder,
    API_URL: api.url,
  });
  app = await createPortal(config);
  await app.listen(0, '127.0.0.1');
  host = (await app.getUrl()).replace('http://', '');
});
afterAll(async () => {
  await app.close();
  await api.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  api.asked.length = 0;
  api.answers.clear();
  api.answers.set('frameOnly', () => ({
    data: { viewer: { displayName: '马小兰', roles: ['SEEKER'], countyName: '同心县' } },
  }));
});

const site = () => request(`http://${host}`);
const cookiesOf = (response: request.Response): string[] =>
  ([] as string[]).concat((response.get('Set-Cookie') as unknown as string[]) ?? []);
const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** A visitor's form: its cookie and its token. */
async function signInForm(): Promise<{ cookie: string; csrf: string }> {
  const response = await site().get('/login/staff');
  return {
    cookie: cookiesOf(response)
      .map((line) => line.split(';')[0])
      .join('; '),
    csrf: tokenIn(response.text),
  };
}
const post = (path: string) => site().post(path).type('form').set('Origin', `http://${host}`);

describe('a public page', () => {
  it('carries a policy without inline script or style, and no foreign host', async () => {
    const response = await site().get('/help').expect(200);
    expect(response.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(response.headers['content-security-policy']).not.toContain('unsafe');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });
  it('is asked for again by its ETag, and costs no round trip to the api', async () => {
    const first = await site().get('/help');
    expect(first.headers['cache-control']).toBe('no-cache');
    await site()
      .get('/help')
      .set('If-None-Match', first.headers.etag as string)
      .expect(304);
    expect(api.asked).toEqual([]);
  });
  it('is another page with other reading settings', async () => {
    const [plain, large] = await Promise.all([
      site().get('/help'),
      site().get('/help').set('Cookie', 'txg_reading=large.dark'),
    ]);
    expect(large.text).toContain('data-size="large" data-theme="dark"');
    expect(large.headers.etag).not.toBe(plain.headers.etag);
  });
  it('is compressed', async () => {
    const response = await site().get('/help').set('Accept-Encoding', 'gzip');
    expect(response.headers['content-encoding']).toBe('gzip');
  });
  it('of a signed-in person is never stored', async () => {
    const response = await site().get('/help').set('Cookie', `txg_session=${SESSION}`);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.text).toContain('我的事');
    expect(api.asked[0]).toMatchObject({ operation: 'frameOnly', authorization: `Session ${SESSION}` });
    expect(api.asked[0]?.portalKey).toBeTruthy();
  });
});

describe('static files', () => {
  it('are kept for a year and compressed beforehand', async () => {
    const path = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec((await site().get('/help')).text)?.[1] as string;
    const response = await site().get(path).set('Accept-Encoding', 'br').expect(200);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['content-encoding']).toBe('br');
  });
  it('that are gone are 404', () => site().get('/assets/app.000000000000.css').expect(404));
});

describe('an unknown address', () => {
  it('is a page with the phone and a way home', async () => {
    const response = await site().get('/nowhere').expect(404);
    expect(response.text).toContain('没有找到这个页面');
    expect(response.text).toContain('12385');
  });
});

describe('3.2.2 a reading setting', () => {
  it('is kept by a cookie and returns to the page it came from', async () => {
    const response = await post('/settings/reading').send({ size: 'large', back: '/help' }).expect(303);
    expect(response.headers.location).toBe('/help');
    expect(cookiesOf(response)[0]).toMatch(/^txg_reading=large\.auto; .*Max-Age=31536000/);
  });
  it('never leads to another site', async () => {
    const response = await post('/settings/reading').send({ size: 'large', back: 'https://evil.example' });
    expect(response.headers.location).toBe('/');
  });
  it('from another site is refused', () =>
    site()
      .post('/settings/reading')
      .type('form')
      .set('Origin', 'https://evil.example')
      .send({ size: 'large' })
      .expect(403));
});

describe('signing in', () => {
  it('opens a session, hides its id from scripts and leads to the role’s first page', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const { cookie, csrf } = await signInForm();
    const response = await post('/login/staff')
      .set('Cookie', cookie)
      .send({ csrf, account: 'seeker', password: 'x' })
      .expect(303);
    expect(response.headers.location).toBe('/me');
    expect(cookiesOf(response).find((line) => line.startsWith(`txg_session=${SESSION}`))).toContain('HttpOnly');
    expect(api.asked[0]).toMatchObject({
      operation: 'signIn',
      variables: { input: { account: 'seeker', password: 'x' } },
    });
    expect(api.asked[0]?.authorization).toBeUndefined();
  });
  it('3.3.1: shows the form again with 422, the values and the reason, never the password', async () => {
    api.answers.set('signIn', () => refusal('AUTH_FAILED', '账号或密码不对。'));
    const { cookie, csrf } = await signInForm();
    const response = await post('/login/staff')
      .set('Cookie', cookie)
      .send({ csrf, account: 'seeker', password: 'geheim' })
      .expect(422);
    expect(response.text).toContain('账号或密码不对。');
    expect(response.text).toContain('value="seeker"');
    expect(response.text).not.toContain('geheim');
    expect(response.text).toContain('<title>有错误：登录');
  });
  it('names each empty field, without asking the api', async () => {
    const { cookie, csrf } = await signInForm();
    const response = await post('/login/staff').set('Cookie', cookie).send({ csrf }).expect(422);
    expect(response.text).toContain('href="#account"');
    expect(response.text).toContain('href="#password"');
    expect(api.asked).toEqual([]);
  });
  it('returns to a local page only', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const { cookie, csrf } = await signInForm();
    const to = async (next: string) =>
      (await post('/login/staff').set('Cookie', cookie).send({ csrf, account: 'a', password: 'b', next })).headers
        .location;
    expect(await to('/me/jobs')).toBe('/me/jobs');
    expect(await to('//evil.example')).toBe('/me');
  });
});

describe('a form', () => {
  it.each([
    ['without a token', { account: 'a', password: 'b' }],
    ['with a wrong token', { csrf: 'x'.repeat(32), account: 'a', password: 'b' }],
  ])('%s is refused before the api is asked', async (_, values) => {
    const { cookie } = await signInForm();
    await post('/login/staff').set('Cookie', cookie).send(values).expect(403);
    expect(api.asked).toEqual([]);
  });
  it('with another person’s token is refused', async () => {
    const [mine, other] = [await signInForm(), await signInForm()];
    await post('/login/staff')
      .set('Cookie', mine.cookie)
      .send({ csrf: other.csrf, account: 'a', password: 'b' })
      .expect(403);
  });
  it('without an origin is refused', async () => {
    const { cookie, csrf } = await signInForm();
    await site()
      .post('/login/staff')
      .type('form')
      .set('Cookie', cookie)
      .send({ csrf, account: 'a', password: 'b' })
      .expect(403);
  });
});

describe('a session that ended', () => {
  it('leads to the page that says so, with the way back, and takes the cookie away', async () => {
    api.answers.set('frameOnly', () => refusal('SESSION_EXPIRED', '登录已过期。'));
    const response = await site().get('/help').set('Cookie', `txg_session=${SESSION}`).expect(303);
    expect(response.headers.location).toBe('/session/ended?next=%2Fhelp');
    expect(cookiesOf(response)[0]).toMatch(/^txg_session=; .*Max-Age=0/);
  });
});

describe('a failure of the api', () => {
  const helpAs = () => site().get('/help').set('Cookie', `txg_session=${SESSION}`);
  it('that is our fault shows the number to quote', async () => {
    api.answers.set('frameOnly', () => refusal('INTERNAL', 'x', { traceId: 'trace-1' }));
    expect((await helpAs().expect(500)).text).toContain('trace-1');
  });
  it('that forbids says who may', async () => {
    api.answers.set('frameOnly', () =>
      refusal('FORBIDDEN', '您的账号不能做这件事。', { hint: '可以做的人：审核人。' }),
    );
    expect((await helpAs().expect(403)).text).toContain('可以做的人：审核人。');
  });
});
