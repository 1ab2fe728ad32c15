import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { firstLinks } from '../src/first-links.js';
import { answerOf, type EdgeApi, edgeApi, SIGN_IN, type Told } from './edge-api.js';

const SETUP = 'query ($token: String!) { accountSetup(token: $token) { login purpose totpSecret } }';
const COMPLETE = 'mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { codes } }';
const CREATE = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { accountId setupToken } }';
const DECIDE = 'mutation ($id: ID!) { decideRoles(changeId: $id, approve: true) }';
const ACCOUNTS = '{ accounts(first: 10) { edges { node { login roles change { id } } } } }';
const STEP = 30_000;

describe('the first start in production, on an empty database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-first-'));
  let api: EdgeApi;
  let shown: string;

  beforeAll(async () => {
    const [seal, blind, portal] = [1, 2, 3].map(() => randomBytes(32).toString('base64'));
    const keys = join(folder, 'keys.json');
    writeFileSync(keys, JSON.stringify({ kid: 'k1', seal, blind, portal }), { mode: 0o600 });
    const site = { TONGXING_SITE: 'https://jobs.example.gov.cn' };
    api = await edgeApi({}, { NODE_ENV: 'production', TONGXING_KEYS: keys, ...site });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (query: string, variables: object = {}, token?: string): Promise<Told> =>
    api.post({ query, variables }, token ? { authorization: `Bearer ${token}` } : {});
  const codeIn = (secret: string, steps: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP });
  /** Opens a link, sets password and authenticator, signs in with the next code. @returns login, token */
  const setUp = async (link: string): Promise<{ login: string; token: string }> => {
    const looked = await ask(SETUP, { token: link });
    const { login, totpSecret } = answerOf<{ login: string; totpSecret: string }>(looked, 'accountSetup');
    const password = `odd words of ${login.length} letters`;
    const done = await ask(COMPLETE, { input: { token: link, password, totp: codeIn(totpSecret, 0) } });
    expect(answerOf<{ codes: string[] }>(done, 'completeSetup').codes).toHaveLength(10);
    expect((await ask(SETUP, { token: link })).code).toBe('SETUP_INVALID');
    const signedIn = await ask(SIGN_IN, { input: { account: login, password, totp: codeIn(totpSecret, 1) } });
    return { login, ...answerOf<{ token: string }>(signedIn, 'signIn') };
  };

  it('has no account that anybody could sign in with', async () => {
    for (const [account, password] of [
      ['admin', 'admin'],
      ['security.1', ''],
      ['security', 'tongxing-demo'],
    ])
      expect((await ask(SIGN_IN, { input: { account, password } })).code).toBe('AUTH_FAILED');
    expect((await ask('{ demoAccounts { account } }')).data).toEqual({ demoAccounts: [] });
  });

  it('shows two links, once, of three processes that start together to one', async () => {
    const texts = await Promise.all([1, 2, 3].map(() => firstLinks(api.app, api.config)));
    shown = texts.join('');
    const links = [...shown.matchAll(/^ {2}(\S+): (https:\/\/jobs\.example\.gov\.cn\/setup\?link=\S+)$/gm)];
    expect(links.map(([, login]) => login)).toEqual(['security.1', 'security.2']);
    expect(texts.filter((text) => text !== '')).toHaveLength(1);
    expect(await firstLinks(api.app, api.config)).toBe('');
  });

  it('leads from there to the first official, by two people', async () => {
    const [firstLink, secondLink] = [...shown.matchAll(/link=(\S+)/g)].map(([, link]) => link as string);
    const one = await setUp(firstLink as string);
    const official = {
      login: 'zhang.example',
      displayName: '示例干部',
      idNumber: '640324199001010014',
      divisionCode: '640324000000',
      roles: ['OFFICER'],
    };
    const made = await ask(CREATE, { input: official }, one.token);
    const { setupToken } = answerOf<{ setupToken: string }>(made, 'createAccount');
    const nodes = async (token: string) => {
      const told = await ask(ACCOUNTS, {}, token);
      const { edges } = answerOf<{
        edges: { node: { login: string; roles: string[]; change: { id: string } | null } }[];
      }>(told, 'accounts');
      return edges.map(({ node }) => node);
    };
    const change = (await nodes(one.token)).find(({ login }) => login === official.login)?.change?.id;

    // One administrator alone gets no further: whoever proposed it does not confirm it.
    expect((await ask(DECIDE, { id: change }, one.token)).code).toBe('DUTY_SEPARATION');
    const two = await setUp(secondLink as string);
    expect((await ask(DECIDE, { id: change }, two.token)).data).toEqual({ decideRoles: true });
    expect((await nodes(two.token)).find(({ login }) => login === official.login)?.roles).toEqual(['OFFICER']);

    const { token } = await setUp(setupToken);
    expect((await ask('{ viewer { roles divisionName } }', {}, token)).data?.viewer).toEqual({
      roles: ['OFFICER'],
      divisionName: '同心县',
    });
    expect((await ask(ACCOUNTS, {}, token)).code).toBe('FORBIDDEN');
    expect(await firstLinks(api.app, api.config)).toBe('');
  });
});
