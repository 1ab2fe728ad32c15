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
const ACCOUNT = 'account-1';
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
    data: { viewer: { id: ACCOUNT, displayName: '马小兰', roles: ['SEEKER'], countyName: '同心县' } },
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
    expect(response.text).toContain('<title>有错误：单位和工作人员登录');
  });
  it('names each empty field, without asking the api', async () => {
    const { cookie, csrf } = await signInForm();
    const response = await post('/login/staff').set('Cookie', cookie).send({ csrf }).expect(422);
    expect(response.text).toContain('href="#account"');
    expect(response.text).toContain('href="#password"');
    expect(api.asked).toEqual([]);
  });
  it('gives a browser that brought a session along a new one (bad input 10)', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const preset = 'p'.repeat(43);
    const first = await site().get('/login/staff').set('Cookie', `txg_session=${preset}`);
    const response = await post('/login/staff')
      .set('Cookie', `txg_session=${preset}`)
      .send({ csrf: tokenIn(first.text), account: 'a', password: 'b' })
      .expect(303);
    expect(cookiesOf(response)[0]).toContain(`txg_session=${SESSION};`);
    expect(api.asked.find(({ operation }) => operation === 'signIn')?.authorization).toBeUndefined();
  });
  it('tells the api whose address and browser it is', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const { cookie, csrf } = await signInForm();
    await post('/login/staff')
      .set('Cookie', cookie)
      .set('User-Agent', 'Mozilla/5.0 (Linux; Android 14) Chrome/140')
      .send({ csrf, account: 'a', password: 'b' });
    expect(api.asked[0]).toMatchObject({
      agent: expect.stringContaining('Android'),
      address: expect.stringMatching(/127/),
    });
  });
  it('sends a recovery code instead of a time code', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const { cookie, csrf } = await signInForm();
    await post('/login/staff')
      .set('Cookie', cookie)
      .send({ csrf, account: 'a', password: 'b', recoveryCode: 'ABCDE-FGHJK' });
    expect(api.asked[0]?.variables).toEqual({ input: { account: 'a', password: 'b', recoveryCode: 'ABCDE-FGHJK' } });
  });
  it.each(['//evil', '/\\evil', 'https://evil.example', '/%0d%0aevil:1\r\nx', '\t//evil'])(
    'redirect %s goes to / (bad input 14)',
    async (next) => {
      api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
      const { cookie, csrf } = await signInForm();
      const response = await post('/login/staff')
        .set('Cookie', cookie)
        .send({ csrf, account: 'a', password: 'b', next });
      expect(response.headers.location).toBe('/');
    },
  );
  it('returns to where somebody came from, never to javascript: (bad input 64)', async () => {
    api.answers.set('signIn', () => ({ data: { signIn: { token: SESSION } } }));
    const { cookie, csrf } = await signInForm();
    const to = async (next: string) =>
      (await post('/login/staff').set('Cookie', cookie).send({ csrf, account: 'a', password: 'b', next })).headers
        .location;
    expect(await to('/me/jobs')).toBe('/me/jobs');
    expect(await to('')).toBe('/me');
    for (const script of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '/\tjavascript:alert(1)', 'data:text/html,x'])
      expect(await to(script)).toBe('/');
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

/** A browser that signed in: its cookies by name, kept up as a browser does. */
async function signedIn(account = ACCOUNT, token = SESSION) {
  api.answers.set('signIn', () => ({ data: { signIn: { token } } }));
  api.answers.set('frameOnly', () => ({
    data: { viewer: { id: account, displayName: '放款人', roles: ['RELEASER'], countyName: '同心县' } },
  }));
  const jar = new Map<string, string>();
  const keep = (response: request.Response) => {
    for (const line of cookiesOf(response)) {
      const [name, value] = (line.split(';')[0] as string).split(/=(.*)/s) as [string, string];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map((pair) => pair.join('=')).join('; ');
  const get = async (path: string) => keep(await site().get(path).set('Cookie', cookie()));
  const send = async (path: string, fields: object, referer = '/finance/batches/7?after=x') =>
    keep(
      await post(path)
        .set('Cookie', cookie())
        .set('Referer', `http://${host}${referer}`)
        .send({ csrf: await csrf(), ...fields }),
    );
  const csrf = async () => tokenIn((await site().get('/login/staff').set('Cookie', cookie())).text);
  const enter = async () => {
    await get('/login/staff');
    return send('/login/staff', { account: 'a', password: 'b' });
  };
  await enter();
  return { jar, get, send, enter };
}

describe('15 a form that wants the second factor', () => {
  it('leads to /step-up and on with everything that was filled in, under a new session', async () => {
    const browser = await signedIn();
    api.answers.set('releaseBatch', () => refusal('STEP_UP_REQUIRED', '这一步要再验证一次是您本人。'));
    const refused = await browser.send('/finance/batches/7/release', {
      once: 'once-1',
      note: ['甲', '乙'],
      password: 'x',
    });
    expect(refused.status).toBe(303);
    expect(refused.headers.location).toBe(`/step-up?next=${encodeURIComponent('/finance/batches/7?after=x')}`);
    const asks = await browser.get(refused.headers.location as string);
    expect(asks.text).toContain('再验证一次是您本人');

    api.answers.set('stepUp', () => refusal('TOTP_INVALID', '动态码不对或过期了。', { field: 'totp' }));
    const wrong = await browser.send('/step-up', { totp: '000000', next: '/finance/batches/7' });
    expect([wrong.status, browser.jar.get('txg_session')]).toEqual([422, SESSION]);
    const next = 'n'.repeat(43);
    api.answers.set('stepUp', () => ({ data: { stepUp: { token: next } } }));
    const proved = await browser.send('/step-up', { totp: '123456', next: '/finance/batches/7' });
    expect(proved.headers.location).toBe('/session/continue');
    expect(browser.jar.get('txg_session')).toBe(next);

    const on = await browser.get('/session/continue');
    expect(on.text).toContain('action="/finance/batches/7/release"');
    expect(on.text).toContain('name="once" value="once-1"');
    expect(on.text).toMatch(/name="note" value="甲".*name="note" value="乙"/s);
    expect(on.text).not.toContain('name="password"');
    api.answers.set('releaseBatch', () => ({ data: { releaseBatch: { id: '7' } } }));
    const done = await browser.send('/finance/batches/7/release', { once: 'once-1', held: 'yes' });
    expect(done.headers.location).toBe('/finance/batches/7');
    expect(browser.jar.has('txg_held')).toBe(false);
    expect(api.asked.findLast(({ operation }) => operation === 'releaseBatch')).toMatchObject({
      authorization: `Session ${next}`,
      variables: { input: { id: '7', idempotencyKey: 'once-1' } },
    });
  });

  it('goes back to where it came from when nothing waited', async () => {
    const browser = await signedIn();
    api.answers.set('stepUp', () => ({ data: { stepUp: { token: 'n'.repeat(43) } } }));
    expect((await browser.send('/step-up', { totp: '123456', next: '/account/sessions' })).headers.location).toBe(
      '/account/sessions',
    );
    expect((await browser.send('/step-up', { totp: '123456', next: '//evil' })).headers.location).toBe('/');
    expect((await browser.get('/session/continue')).headers.location).toBe('/finance/batches');
  });
});

describe('signing in by phone', () => {
  it('asks for the phone, then the code, and no address or page holds the whole number', async () => {
    const browser = await signedIn();
    browser.jar.clear();
    await browser.get('/login/code');
    expect((await browser.get('/login/code/enter')).headers.location).toBe('/login/code');
    api.answers.set('requestCode', () => ({ data: { requestCode: true } }));
    const sent = await browser.send('/login/code', { phone: '13800138000', next: '/me/jobs' });
    expect(sent.headers.location).toBe('/login/code/enter?next=%2Fme%2Fjobs');
    const asks = await browser.get(sent.headers.location as string);
    expect(asks.text).toContain('138****8000');
    expect(asks.text).toContain('autocomplete="one-time-code"');
    expect(asks.text + JSON.stringify([...browser.jar])).not.toContain('13800138000');

    api.answers.set('verifyCode', () => refusal('CODE_INVALID', '登录码不对。', { field: 'code' }));
    expect((await browser.send('/login/code/enter', { code: '000000' })).status).toBe(422);
    const choices = [{ personId: 'p-2', maskedName: '杨*', birthYear: 1988 }];
    api.answers.set('verifyCode', ({ input }) =>
      (input as { personId?: string }).personId
        ? { data: { verifyCode: { token: SESSION, choices: [] } } }
        : { data: { verifyCode: { token: null, choices } } },
    );
    const family = await browser.send('/login/code/enter', { code: '123456', next: '/me/jobs' });
    expect(family.text).toContain('我是杨*，1988年生');
    const inside = await browser.send('/login/code/enter', { code: '123456', next: '/me/jobs', person: 'p-2' });
    expect(inside.headers.location).toBe('/me/jobs');
    expect(browser.jar.get('txg_session')).toBe(SESSION);
    expect(browser.jar.has('txg_phone')).toBe(false);
    expect(api.asked.findLast(({ operation }) => operation === 'verifyCode')?.variables).toEqual({
      input: { phone: '13800138000', code: '123456', personId: 'p-2' },
    });
  });
  it('says when it may be tried again, and a second code goes to the same phone (bad input 8)', async () => {
    const browser = await signedIn();
    browser.jar.clear();
    await browser.get('/login/code');
    api.answers.set('requestCode', () => ({ data: { requestCode: true } }));
    await browser.send('/login/code', { phone: '13800138000' });
    api.answers.set('requestCode', () =>
      refusal('RATE_LIMITED', '登录码要得太勤了。', { field: 'input.phone', hint: '请 60 秒后再试；急的话打 12385。' }),
    );
    const again = await browser.send('/login/code', { resend: 'yes' });
    expect(again.status).toBe(429);
    expect(again.text).toContain('请 60 秒后再试');
    expect(again.text).toContain('填登录码');
    expect(api.asked.at(-1)?.variables).toEqual({ phone: '13800138000' });
  });
});

describe('a form sent after the session had ended', () => {
  const expired = async (code: string) => {
    const browser = await signedIn();
    api.answers.set('releaseBatch', () => refusal(code, '登录已过期。'));
    const ended = await browser.send('/finance/batches/7/release', { once: 'once-2', note: '写了很久' });
    expect(ended.headers.location).toBe(`/session/ended?next=${encodeURIComponent('/finance/batches/7?after=x')}`);
    expect(browser.jar.has('txg_session')).toBe(false);
    return browser;
  };

  it.each(['SESSION_EXPIRED', 'SESSION_REVOKED'])('%s: waits for the same person to sign in again', async (code) => {
    const browser = await expired(code);
    expect((await browser.enter()).headers.location).toBe('/session/continue');
    expect((await browser.get('/session/continue')).text).toContain('value="写了很久"');
  });
  it('is not shown to the next person at the same machine', async () => {
    const browser = await expired('SESSION_EXPIRED');
    const other = await signedIn('account-2', 'o'.repeat(43));
    other.jar.set('txg_held', browser.jar.get('txg_held') as string);
    expect((await other.enter()).headers.location).toBe('/finance/batches');
    expect((await other.get('/session/continue')).headers.location).toBe('/finance/batches');
  });
  it('is gone when the person leaves', async () => {
    const browser = await expired('SESSION_EXPIRED');
    await browser.enter();
    await browser.send('/logout', {});
    expect([...browser.jar.keys()].filter((name) => /held|draft|session|owner/.test(name))).toEqual([]);
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
