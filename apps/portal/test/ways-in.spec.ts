import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sessionOf } from './county.js';
import { refusal } from './fake-api.js';
import { type TestPortal, testPortal, tokenIn } from './portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.api.answers.clear();
  portal.api.asked.length = 0;
});

/** One browser: keeps what it is given. */
function browser() {
  const jar = new Map<string, string>();
  const keep = (response: Response): Response => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const get = async (path: string) =>
    keep(await fetch(portal.site + path, { redirect: 'manual', headers: { cookie: cookie() } }));
  const send = async (path: string, fields: Record<string, string>, from = path) => {
    const csrf = tokenIn(await (await get(from)).text());
    const response = await fetch(portal.site + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookie(), origin: portal.site },
      body: new URLSearchParams({ csrf, ...fields }),
    });
    return keep(response);
  };
  return { jar, get, send };
}
const to = (response: Response): string | null => response.headers.get('location');
const asked = (operation: string) => portal.api.asked.findLast((one) => one.operation === operation)?.variables;

describe('the ways in', () => {
  it('name the platform where there is one, and say nothing of it where there is none', async () => {
    const html = await (await portal.get('/login?next=/me/jobs')).text();
    expect(html).toContain('用国家政务服务平台登录');
    expect(html).toContain('href="/login/platform?next=%2Fme%2Fjobs"');
    expect(html).toContain('href="/login/vouch?next=%2Fme%2Fjobs"');
    portal.api.answers.set('waysIn', () => ({ data: { viewer: null, oidcPlatform: null } }));
    expect(await (await portal.get('/login')).text()).not.toContain('平台');
  });
});

describe('sign-in through the platform', () => {
  const BACK = '/login/platform/back?code=a-code&state=a-state&iss=https%3A%2F%2Flogin.example.gov.cn';

  it('leads there by a link and back to where the person wanted to go, with a new session', async () => {
    const person = browser();
    const out = await person.get('/login/platform?next=/me/jobs');
    expect([out.status, to(out)]).toEqual([303, 'https://login.example.gov.cn/auth?state=x']);
    expect(out.headers.getSetCookie()[0]).toMatch(/^txg_platform=.*; Path=\/; SameSite=Lax; HttpOnly; Max-Age=900$/);
    expect([...person.jar.values()].join()).not.toContain('sealed-state');
    const back = await person.get(BACK);
    expect([back.status, to(back)]).toEqual([303, '/me/jobs']);
    expect(asked('oidcFinish')).toEqual({ input: { state: 'sealed-state', answer: BACK.split('?')[1] } });
    expect(person.jar.get('txg_session')).toBe(sessionOf('SEEKER'));
    expect(person.jar.has('txg_platform')).toBe(false);
  });

  it.each(['//evil', '/\\evil', 'https://evil.example', '/x\r\ny:1'])(
    'next %j leads to / (bad input 14)',
    async (next) => {
      const person = browser();
      await person.get(`/login/platform?next=${encodeURIComponent(next)}`);
      expect(to(await person.get(BACK))).toBe('/');
    },
  );

  it('without a next it leads to the first page of the role', async () => {
    const person = browser();
    await person.get('/login/platform');
    expect(to(await person.get(BACK))).toBe('/me');
  });

  it('an answer that this browser did not begin never reaches the api (bad input 13)', async () => {
    const person = browser();
    const told = await person.get(BACK);
    expect(told.status).toBe(403);
    expect(await told.text()).toContain('这次登录没有通过核验');
    await person.get('/login/platform');
    await person.get(BACK);
    portal.api.asked.length = 0;
    expect((await person.get(BACK)).status).toBe(403);
    const other = browser();
    await other.get('/login/platform');
    other.jar.set('txg_platform', `${other.jar.get('txg_platform')}x`);
    expect((await other.get(BACK)).status).toBe(403);
    expect(asked('oidcFinish')).toBeUndefined();
  });

  it.each([
    ['OIDC_INVALID', 403, '这次登录没有通过核验'],
    ['OIDC_REFUSED', 403, '没有登录成'],
    ['OIDC_UNREACHABLE', 503, '平台现在连不上'],
    ['OIDC_UNKNOWN', 403, '怎样登记'],
    ['AUTH_FAILED', 403, '这个账号停用了'],
    ['TOTP_SETUP_REQUIRED', 403, '设置链接'],
  ])('%s: a page of its own, with the other ways in', async (code, status, words) => {
    portal.api.answers.set('oidcFinish', () =>
      refusal(code, code === 'AUTH_FAILED' ? '这个账号停用了。' : '没有登录成。', {
        hint: '请找安全管理员要设置链接。',
      }),
    );
    const person = browser();
    await person.get('/login/platform');
    const told = await person.get(BACK);
    const html = await told.text();
    expect(told.status).toBe(status);
    expect(html).toContain(words);
    for (const way of ['/login/code', '/login/staff', '/login']) expect(html).toContain(`href="${way}"`);
    expect(person.jar.has('txg_session')).toBe(false);
  });

  it('down at the way out: the same page', async () => {
    portal.api.answers.set('oidcStart', () =>
      refusal('OIDC_UNREACHABLE', '平台现在连不上。', { hint: '请过一会儿再试。' }),
    );
    const told = await portal.get('/login/platform');
    expect(told.status).toBe(503);
    expect(await told.text()).toContain('用账号和密码登录');
  });
});

describe('sign-in on a witness’s word', () => {
  it('asks, shows the code digit by digit, waits, and goes on', async () => {
    const person = browser();
    expect(to(await person.get('/login/vouch/wait?next=/me/jobs'))).toBe('/login/vouch?next=%2Fme%2Fjobs');
    const sent = await person.send('/login/vouch', { certificate: '64032419900101001443', next: '/me/jobs' });
    expect(to(sent)).toBe('/login/vouch/wait?next=%2Fme%2Fjobs');
    expect(asked('requestVouch')).toEqual({ certificate: '64032419900101001443' });
    const html = await (await person.get(to(sent) as string)).text();
    expect(html).toContain('2 0 4 8 1 6');
    expect(html + [...person.jar.values()].join()).not.toMatch(/ticket-of-the-browser|64032419900101001443/);

    portal.api.answers.set('vouchSignIn', () => ({ data: { vouchSignIn: { token: null } } }));
    const waiting = await person.send('/login/vouch/wait', { next: '/me/jobs' });
    expect(waiting.status).toBe(200);
    expect(await waiting.text()).toMatch(/还没有人做证[^]*2 0 4 8 1 6/);
    portal.api.answers.delete('vouchSignIn');
    const inside = await person.send('/login/vouch/wait', { next: '/me/jobs' });
    expect(to(inside)).toBe('/me/jobs');
    expect(asked('vouchSignIn')).toEqual({ ticket: 'ticket-of-the-browser' });
    expect(person.jar.get('txg_session')).toBe(sessionOf('SEEKER'));
    expect(person.jar.has('txg_vouch')).toBe(false);
  });

  it('says that a code is over, and how to get another one', async () => {
    const person = browser();
    await person.send('/login/vouch', { certificate: '64032419900101001443' });
    portal.api.answers.set('vouchSignIn', () =>
      refusal('CODE_EXPIRED', '这个做证码过期了，或者用过了。', { hint: '请重新要一个。' }),
    );
    const told = await person.send('/login/vouch/wait', {});
    expect(told.status).toBe(422);
    expect(await told.text()).toContain('这个做证码过期了');
  });

  it('the witness sees who it is, and has to say that the person is there', async () => {
    const html = await (await portal.get('/desk/vouch?code=204816', 'COUNSELLOR')).text();
    expect(html).toContain('马小兰');
    const csrf = tokenIn(html);
    const hasty = await portal.post('/desk/vouch', { csrf, code: '204816' }, 'COUNSELLOR');
    expect(hasty.status).toBe(422);
    expect(await hasty.text()).toContain('请确认本人在您面前');
    expect(asked('vouch')).toBeUndefined();
    const done = await portal.post('/desk/vouch', { csrf, code: '204816', present: 'yes' }, 'COUNSELLOR');
    expect([done.status, to(done)]).toEqual([303, '/desk/vouch']);
    expect(asked('vouch')).toEqual({ code: '204816' });
  });

  it('a code that leads to nobody: the form again, 404', async () => {
    portal.api.answers.set('vouchee', () => refusal('NOT_FOUND', '没有找到这个做证码。'));
    const told = await portal.get('/desk/vouch?code=111111', 'COUNSELLOR');
    expect(told.status).toBe(404);
    const html = await told.text();
    expect(html).toContain('没有这个做证码，或者不是您负责的人');
    expect(html).toContain('value="111111"');
  });
});

describe('the own password', () => {
  const fields = { current: 'the-old-password', password: 'three odd words', again: 'three odd words' };
  const change = async (over: object = {}) => {
    const csrf = tokenIn(await (await portal.get('/account/password', 'OFFICER')).text());
    return portal.post('/account/password', { csrf, ...fields, ...over }, 'OFFICER');
  };
  it('is changed with the one in use', async () => {
    const done = await change();
    expect([done.status, to(done)]).toEqual([303, '/account/sessions']);
    expect(asked('changePassword')).toEqual({ input: { current: 'the-old-password', password: 'three odd words' } });
  });
  it('typed differently twice is refused here, a bad one by the api, and no page repeats one', async () => {
    const different = await change({ again: 'three other words' });
    expect(different.status).toBe(422);
    expect(asked('changePassword')).toBeUndefined();
    portal.api.answers.set('changePassword', () =>
      refusal('VALIDATION', '密码不对。', { field: 'current', hint: '请填现在的登录密码。' }),
    );
    const wrong = await change();
    expect(wrong.status).toBe(422);
    for (const html of [await different.text(), await wrong.text()])
      expect(html).not.toMatch(/three odd words|three other words|the-old-password/);
  });
  it('never waits in a cookie when the session ends', async () => {
    portal.api.answers.set('changePassword', () => refusal('SESSION_EXPIRED', '登录已过期。'));
    const csrf = tokenIn(await (await portal.get('/account/password', 'OFFICER')).text());
    const ended = await portal.post('/account/password', { csrf, ...fields }, 'OFFICER');
    expect(to(ended)).toMatch(/^\/session\/ended/);
    expect(ended.headers.getSetCookie().filter((line) => /^txg_held=[^;]/.test(line))).toEqual([]);
  });
  it('has no form for who has none', async () => {
    expect(await (await portal.get('/account/password', 'SEEKER')).text()).not.toContain('name="current"');
    expect(await (await portal.get('/account/sessions', 'SEEKER')).text()).not.toContain('/account/password');
    expect(await (await portal.get('/account/sessions', 'OFFICER')).text()).toContain('/account/password');
  });
});
