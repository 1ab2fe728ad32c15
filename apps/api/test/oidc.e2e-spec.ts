import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import {
  Account,
  AccountService,
  type NewAccount,
  OidcReturn,
  Session,
  SessionService,
  SetupService,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { sha256Hex } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import { Secret, TOTP } from 'otpauth';
import { TRUSTED_DOCUMENTS } from '../src/limits/trusted-documents.generated.js';
import { answerOf, type EdgeApi, edgeApi, PASSWORD, SIGN_IN, type Told } from './edge-api.js';
import { CLIENT_ID, CLIENT_SECRET, type PlatformServer, platformServer } from './platform-server.js';

const SITE = 'http://portal.test';
const BACK = `${SITE}/login/platform/back`;
const idOf = (operation: string): string =>
  [...TRUSTED_DOCUMENTS].find(([, text]) =>
    new RegExp(`^(?:query|mutation) ${operation}\\b`).test(text),
  )?.[0] as string;

let people = 0;
const freshId = (): string => withIdCheckDigit(`64032419900315${String((people += 1)).padStart(3, '0')}`);
let places = 0;
/** An address that nobody else signs in from. */
const address = (): string => `198.51.100.${(places += 1)}`;

async function apiOf(platform: PlatformServer, folder: string): Promise<EdgeApi> {
  const secret = join(folder, 'secret');
  writeFileSync(secret, CLIENT_SECRET, { mode: 0o600 });
  return edgeApi(
    {},
    {
      TONGXING_SITE: SITE,
      TONGXING_OIDC_ISSUER: platform.issuer,
      TONGXING_OIDC_CLIENT_ID: CLIENT_ID,
      TONGXING_OIDC_CLIENT_SECRET_FILE: secret,
      TONGXING_OIDC_NAME: '示例政务平台',
    },
  );
}

/** The pieces of a sign-in, by way of the portal. */
function walkOf(api: EdgeApi, platform: PlatformServer) {
  const ask = (operation: string, variables: object, from = address(), session?: string): Promise<Told> =>
    api.post({ documentId: idOf(operation), variables }, api.portal(from, session));
  const start = async (): Promise<{ url: string; state: string }> => {
    const { data } = await ask('oidcStart', {});
    return data?.oidcStart as { url: string; state: string };
  };
  const finish = (state: string, answer: string, from?: string): Promise<Told> =>
    ask('oidcFinish', { input: { state, answer } }, from);
  const whole = async (idNumber: string | null): Promise<Told> => {
    const { url, state } = await start();
    return finish(state, (await platform.signIn(url, idNumber)).search.slice(1));
  };
  return { ask, start, finish, whole };
}

describe('sign-in through a platform, against a real provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-oidc-'));
  let platform: PlatformServer;
  let api: EdgeApi;
  let walk: ReturnType<typeof walkOf>;

  beforeAll(async () => {
    platform = await platformServer(BACK);
    api = await apiOf(platform, folder);
    walk = walkOf(api, platform);
  });
  afterAll(async () => {
    await api.close();
    await platform.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    platform.spoil = undefined;
    platform.down = false;
    jest.restoreAllMocks();
  });

  const account = (idNumber: string, change: Partial<NewAccount> = {}): Promise<Account> =>
    api.app.get(AccountService).create({
      login: `holder.${people}.${Math.random().toString(36).slice(2, 8)}`,
      displayName: '示例干部',
      password: PASSWORD,
      roles: ['OFFICER'],
      divisionCode: '640324000000',
      idNumber,
      ...change,
    });
  const known = async (change: Partial<NewAccount> = {}): Promise<string> => {
    const idNumber = freshId();
    await account(idNumber, change);
    return idNumber;
  };
  const manager = () => api.app.get(UnitOfWork).manager;

  it('opens a session of the account of that natural person, as the portal gets one', async () => {
    const idNumber = freshId();
    const { id } = await account(idNumber);
    const { token } = answerOf<{ token: string }>(await walk.whole(idNumber.toLowerCase()), 'oidcFinish');
    const told = await walk.ask('frameOnly', {}, address(), token);
    expect(told.data?.viewer).toMatchObject({ id, roles: ['OFFICER'] });
    const row = await manager().findOneByOrFail(Session, { tokenHash: sha256Hex(token) });
    expect(row).toMatchObject({ kind: 'SESSION', provedAt: null, witnessId: null });
  });

  it('asks by code and PKCE, with a fresh state and nonce, and for the person anew', async () => {
    const [one, other] = [new URL((await walk.start()).url), new URL((await walk.start()).url)];
    const asked = Object.fromEntries(one.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: BACK,
      code_challenge_method: 'S256',
      prompt: 'login',
      scope: 'openid profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[name]).toMatch(/^[\w-]{43}$/);
      expect(other.searchParams.get(name)).not.toBe(asked[name]);
    }
  });

  it('an account with a second factor can do nothing before that was shown', async () => {
    const idNumber = freshId();
    const { id } = await account(idNumber);
    const setups = api.app.get(SetupService);
    const link = await api.app.get(UnitOfWork).run(() => setups.open(id, 'FACTOR'));
    const { totpSecret } = await setups.view(link);
    const codeIn = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    await setups.complete(link, undefined, codeIn(0));

    const { token } = answerOf<{ token: string }>(await walk.whole(idNumber), 'oidcFinish');
    const asked = (session: string) => walk.ask('ownMessages', { first: 10, after: null }, address(), session);
    expect((await asked(token)).code).toBe('STEP_UP_REQUIRED');
    const upload = await api.raw('POST', '/imports/people', api.portal(address(), token));
    expect(upload.code).toBe('STEP_UP_REQUIRED');
    const stepUp = await walk.ask('stepUp', { input: { totp: codeIn(1) } }, address(), token);
    const { token: next } = answerOf<{ token: string }>(stepUp, 'stepUp');
    expect((await asked(next)).data?.messages).toBeDefined();
  });

  it.each([
    ['alg none', (token: string) => platform.forge(token, {}, { alg: 'none' }, 'none')],
    [
      'HS256 with the public key',
      (token: string) => platform.forge(token, {}, { alg: 'HS256' }, Buffer.from(platform.publicPem())),
    ],
    [
      "HS256 with the client's secret",
      (token: string) => platform.forge(token, {}, { alg: 'HS256' }, Buffer.from(CLIENT_SECRET)),
    ],
    ['a foreign key', (token: string) => platform.forge(token, {}, {}, 'other')],
    ['no signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
  ])('a token with %s: OIDC_INVALID (bad input 12)', async (_, spoilt) => {
    const idNumber = await known();
    platform.spoil = (answer) => ({ ...answer, id_token: spoilt(answer.id_token) });
    expect((await walk.whole(idNumber)).code).toBe('OIDC_INVALID');
    platform.spoil = (answer) => ({ ...answer, id_token: platform.forge(answer.id_token, {}) });
    expect((await walk.whole(idNumber)).code).toBeUndefined();
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'somebody-else' }],
    ['several audiences and another party', { aud: [CLIENT_ID, 'somebody-else'], azp: 'somebody-else' }],
    ['an end that is past', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['no end', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['a beginning that is to come', { nbf: Math.floor(Date.now() / 1000) + 600 }],
    ['the nonce of another sign-in', { nonce: 'a-nonce-of-another-sign-in' }],
    ['no nonce', { nonce: undefined }],
  ])('a token with %s: OIDC_INVALID', async (_, change) => {
    const idNumber = await known();
    platform.spoil = (answer) => ({ ...answer, id_token: platform.forge(answer.id_token, change) });
    expect((await walk.whole(idNumber)).code).toBe('OIDC_INVALID');
  });

  it('forgives half a minute between the clocks, either way', async () => {
    const idNumber = await known();
    const now = Math.floor(Date.now() / 1000);
    for (const change of [{ exp: now - 15 }, { iat: now + 15, nbf: now + 15 }]) {
      platform.spoil = (answer) => ({ ...answer, id_token: platform.forge(answer.id_token, change) });
      expect((await walk.whole(idNumber)).code).toBeUndefined();
    }
  });

  it('a state is good for one return, also of two at once (bad input 13)', async () => {
    const idNumber = await known();
    const { url, state } = await walk.start();
    const answer = (await platform.signIn(url, idNumber)).search.slice(1);
    const codes = (await Promise.all([walk.finish(state, answer), walk.finish(state, answer)])).map(({ code }) => code);
    expect(codes.sort()).toEqual(['OIDC_INVALID', undefined]);
    expect((await walk.finish(state, answer)).code).toBe('OIDC_INVALID');
    const kept = await manager().find(OidcReturn);
    expect(JSON.stringify(kept)).not.toContain(new URL(url).searchParams.get('state'));
  });

  it('a nonce is good for the sign-in it was made for: a token of yesterday lets nobody in (bad input 13)', async () => {
    const idNumber = await known();
    let yesterday = '';
    platform.spoil = (answer) => {
      yesterday = answer.id_token;
      return answer;
    };
    expect((await walk.whole(idNumber)).code).toBeUndefined();
    platform.spoil = (answer) => ({ ...answer, id_token: yesterday });
    expect((await walk.whole(idNumber)).code).toBe('OIDC_INVALID');
  });

  it('what one browser began no other finishes: not the state, not the code (bad input 13)', async () => {
    const [victim, thief] = [await known(), await known()];
    const [mine, theirs] = [await walk.start(), await walk.start()];
    const [answer, stolen] = [await platform.signIn(mine.url, thief), await platform.signIn(theirs.url, victim)];
    expect((await walk.finish(mine.state, stolen.search.slice(1))).code).toBe('OIDC_INVALID');
    const again = await walk.start();
    const own = await platform.signIn(again.url, thief);
    own.searchParams.set('code', stolen.searchParams.get('code') as string);
    expect((await walk.finish(again.state, own.search.slice(1))).code).toBe('OIDC_INVALID');
    for (const state of ['', 'x', `${theirs.state}x`, theirs.state.slice(0, -4)])
      expect((await walk.finish(state, answer.search.slice(1))).code).toBe('OIDC_INVALID');
  });

  it('an answer that is cut, doubled or of another issuer: OIDC_INVALID', async () => {
    const idNumber = await known();
    const answerTo = async (change: (query: URLSearchParams) => void) => {
      const { url, state } = await walk.start();
      const back = await platform.signIn(url, idNumber);
      change(back.searchParams);
      return (await walk.finish(state, back.search.slice(1))).code;
    };
    for (const change of [
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.set('state', 'another'),
      (query: URLSearchParams) => query.append('state', query.get('state') as string),
      (query: URLSearchParams) => query.delete('code'),
      (query: URLSearchParams) => query.set('iss', 'https://evil.example'),
      (query: URLSearchParams) => query.delete('iss'),
    ])
      expect(await answerTo(change)).toBe('OIDC_INVALID');
  });

  it('says no in other words where the person gave up, and writes no token into the log', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    expect((await walk.whole(null)).code).toBe('OIDC_REFUSED');
    const idNumber = await known();
    platform.spoil = (answer) => ({ ...answer, id_token: platform.forge(answer.id_token, { aud: 'x' }) });
    await walk.whole(idNumber);
    expect(warned.mock.calls).toEqual([
      ['an answer of the platform does not hold (OAUTH_JWT_CLAIM_COMPARISON_FAILED)'],
    ]);
  });

  it('takes the keys once, keeps them, and asks again when a new one comes', async () => {
    const idNumber = await known();
    await walk.whole(idNumber);
    const before = platform.asked.get('/jwks');
    for (let turn = 0; turn < 3; turn += 1) expect((await walk.whole(idNumber)).code).toBeUndefined();
    expect(platform.asked.get('/jwks')).toBe(before);
    expect(platform.asked.get('/.well-known/openid-configuration')).toBe(1);
    await platform.rotate();
    const real = Date.now.bind(Date);
    // An unknown key is looked for at most once a minute, whoever presents it.
    jest.spyOn(Date, 'now').mockImplementation(() => real() + 90_000);
    expect((await walk.whole(idNumber)).code).toBeUndefined();
    expect(platform.asked.get('/jwks')).toBe((before as number) + 1);
  });

  it('knows nobody whom neither an account nor the register knows, and makes nothing of it', async () => {
    const before = await manager().count(Account);
    for (const who of [freshId(), 'nobody', '640324199013150010', 'a person']) {
      const told = await walk.whole(who);
      expect(told.code).toBe('OIDC_UNKNOWN');
      expect(told.text).not.toContain(who.slice(0, 14));
    }
    expect(await manager().count(Account)).toBe(before);
  });

  it('lets no disabled account in', async () => {
    const idNumber = freshId();
    const { id } = await account(idNumber);
    await api.app.get(UnitOfWork).run(() => manager().update(Account, { id }, { disabled: true }));
    expect((await walk.whole(idNumber)).code).toBe('AUTH_FAILED');
  });

  it('down: says so, at the way out and at the way back, and the password still opens', async () => {
    const idNumber = freshId();
    const { login } = await account(idNumber);
    const { url, state } = await walk.start();
    const answer = (await platform.signIn(url, idNumber)).search.slice(1);
    platform.down = true;
    const back = await walk.finish(state, answer);
    expect([back.code, back.errors?.[0]?.message]).toEqual(['OIDC_UNREACHABLE', '平台现在连不上。']);
    const fresh = await apiOf(platform, folder);
    const out = await walkOf(fresh, platform).ask('oidcStart', {});
    expect(out.code).toBe('OIDC_UNREACHABLE');
    platform.down = false;
    expect((await walkOf(fresh, platform).ask('oidcStart', {})).data).toBeDefined();
    await fresh.close();
    platform.down = true;
    const variables = { input: { account: login, password: PASSWORD } };
    expect((await api.post({ query: SIGN_IN, variables }, {})).data?.signIn).toBeDefined();
  });

  it('counts ten returns an address and minute', async () => {
    const from = address();
    for (let turn = 1; turn <= 10; turn += 1) expect((await walk.finish('x', 'y', from)).code).toBe('OIDC_INVALID');
    expect((await walk.finish('x', 'y', from)).code).toBe('RATE_LIMITED');
  });

  it('tells how the platform is called, and nothing else of it', async () => {
    const { data } = await api.post({ query: '{ oidcPlatform }' });
    expect(data).toEqual({ oidcPlatform: '示例政务平台' });
  });
});

describe('a platform that tells the ID number at its userinfo endpoint', () => {
  it('is asked there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongxing-oidc-'));
    const platform = await platformServer(BACK, false);
    const api = await apiOf(platform, folder);
    const idNumber = freshId();
    const { id } = await api.app.get(AccountService).create({
      login: 'by.userinfo',
      displayName: '示例经办人',
      password: PASSWORD,
      roles: ['EMPLOYER_CLERK'],
      divisionCode: '640324000000',
      idNumber,
    });
    const { token } = answerOf<{ token: string }>(await walkOf(api, platform).whole(idNumber), 'oidcFinish');
    const viewer = await api.app.get(SessionService).viewerOf(`Session ${token}`, api.config.keys.portal);
    expect(viewer.id).toBe(id);
    expect(platform.asked.get('/me')).toBe(1);
    await api.close();
    await platform.close();
    rmSync(folder, { recursive: true });
  });
});

describe('without a platform', () => {
  it('there is no name, and no way', async () => {
    const api = await edgeApi();
    expect((await api.post({ query: '{ oidcPlatform }' })).data).toEqual({ oidcPlatform: null });
    const told = await api.post({ documentId: idOf('oidcStart'), variables: {} }, api.portal(address()));
    expect(told.code).toBe('OIDC_OFF');
    await api.close();
  });
});
