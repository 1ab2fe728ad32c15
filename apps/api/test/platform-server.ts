import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';

export const CLIENT_ID = 'tongxing';
export const CLIENT_SECRET = 'a-secret-of-the-platform-for-specs';

type Json = Record<string, unknown>;
type TokenAnswer = Json & { id_token: string };

/** A real OpenID Connect provider on this machine, of made-up people, whose answers can be spoilt on their way. */
export interface PlatformServer {
  issuer: string;
  /** how often each path was asked for */
  asked: Map<string, number>;
  /** what the token endpoint answers instead; undefined: what it really says */
  spoil: ((answer: TokenAnswer) => TokenAnswer) | undefined;
  /** answers 503 to everything */
  down: boolean;
  /** signs with another key from now on, and shows only that one */
  rotate(): Promise<void>;
  /** The public key that it signs with, PEM. */
  publicPem(): string;
  /** A token with these changes, signed as given: by its own key unless told otherwise. */
  forge(idToken: string, change: Json, header?: Json, key?: 'own' | 'other' | 'none' | Buffer): string;
  /** Goes through the sign-in as a browser does. @returns the address that it leads back to */
  signIn(url: string, idNumber: string | null): Promise<URL>;
  close(): Promise<void>;
}

/** What a browser sees of the platform. */
const LOGIN_PAGE = `<!doctype html><html lang="zh-CN"><title>示例政务平台</title><h1>示例政务平台</h1>
<form><label>身份证号 <input name="as"></label> <button>登录</button></form><p><a href="?no=1">不登录</a></p></html>`;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined): Json => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Json;

let keys = 0;
function newKey(): { jwk: Json; key: KeyObject } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: `key-${(keys += 1)}`, use: 'sig', alg: 'RS256' };
  return { jwk, key: privateKey };
}

/** It says at every start that it is meant for Node 22 and for a database. */
async function quietly<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

/** @param claimsInToken the ID number stands in the ID token; otherwise it is asked for at the userinfo endpoint */
export async function platformServer(redirectUri: string, claimsInToken = true): Promise<PlatformServer> {
  let own = newKey();
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    platform.asked.set(path, (platform.asked.get(path) ?? 0) + 1);
    if (platform.down) {
      response.writeHead(503).end('down');
      return;
    }
    if (path === '/token' && platform.spoil) spoilAnswer(response, platform.spoil);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { Provider: RealProvider } = await quietly(() => import('oidc-provider'));
  const serve = async (): Promise<void> => {
    const provider = await quietly(() => providerOf(RealProvider));
    const callback = provider.callback();
    handle = async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return callback(request, response);
      const { searchParams } = new URL(request.url, issuer);
      const typed = searchParams.get('as');
      if (typed === null && !searchParams.has('no'))
        return response.setHeader('content-type', 'text/html; charset=utf-8').end(LOGIN_PAGE);
      const result = typed
        ? { login: { accountId: typed } }
        : { error: 'access_denied', error_description: 'the person gave up' };
      await provider.interactionFinished(request, response, result);
    };
  };
  const providerOf = (Real: typeof Provider): Provider =>
    new Real(issuer, {
      clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
      jwks: { keys: [own.jwk] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['a-cookie-key-for-specs'] },
      claims: { openid: ['sub'], profile: ['id_number'] },
      conformIdTokenClaims: !claimsInToken,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      // The account's name is its ID number: what the person typed at the platform.
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: `sub-of-${id.length}`, ...(id === 'nobody' ? {} : { id_number: id }) }),
      }),
      loadExistingGrant: async ({ oidc }: { oidc: Json & { client: Json; session: Json; provider: Provider } }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client.clientId as string,
          accountId: oidc.session.accountId as string,
        });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
  await serve();

  const platform: PlatformServer = {
    issuer,
    asked: new Map(),
    spoil: undefined,
    down: false,
    rotate: async () => {
      own = newKey();
      await serve();
    },
    publicPem: () => String(createPublicKey(own.key).export({ format: 'pem', type: 'spki' })),
    forge: (idToken, change, header = {}, key = 'own') => {
      const [first, second] = idToken.split('.');
      const body = `${encode({ ...decode(first), ...header })}.${encode({ ...decode(second), ...change })}`;
      return `${body}.${signatureOf(body, key === 'own' ? own.key : key === 'other' ? newKey().key : key)}`;
    },
    signIn: async (url, idNumber) => {
      const jar = new Map<string, string>();
      let at = url;
      for (let step = 0; step < 10 && !at.startsWith(redirectUri); step += 1) {
        const target = new URL(at, issuer);
        if (target.pathname.startsWith('/interaction/'))
          target.searchParams.set(idNumber === null ? 'no' : 'as', idNumber ?? 'yes');
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(target, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        const next = answer.headers.get('location');
        if (next === null) throw new Error(`the platform stopped at ${target.pathname}: ${await answer.text()}`);
        at = next;
      }
      return new URL(at);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return platform;
}

function signatureOf(body: string, key: KeyObject | Buffer | 'none'): string {
  if (key === 'none') return '';
  if (Buffer.isBuffer(key)) return createHmac('sha256', key).update(body).digest('base64url');
  return sign('sha256', Buffer.from(body), createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' }))).toString(
    'base64url',
  );
}

/** The provider sends its answer in one piece. */
function spoilAnswer(response: ServerResponse, spoil: (answer: TokenAnswer) => TokenAnswer): void {
  const end = response.end.bind(response) as (chunk: string) => ServerResponse;
  response.end = ((chunk: unknown) => {
    const answer = JSON.parse(String(chunk)) as TokenAnswer;
    const text = answer.id_token ? JSON.stringify(spoil(answer)) : String(chunk);
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse['end'];
}
