import { setTimeout as sleep } from 'node:timers/promises';
import { roleWords } from '@tongxing/ui';
import { ROLES, sessionOf } from './county.js';
import { testPortal } from './portal-process.js';
import { ROUTES } from './routes.js';

/** A page to look at, with the cookies of who opens it. */
export interface Target {
  role: string | null;
  path: string;
}

/** What the browser gates run against: a seeded product named by TEST_E2E_URL, or the portal before the stand-in api. */
export interface Product {
  site: string;
  real: boolean;
  /** Cookie header of a role; empty for a visitor or a role without an account. */
  cookies(role: string | null): string;
  targets: readonly Target[];
  close(): Promise<void>;
}

const given = process.env.TEST_E2E_URL ?? process.env.TONGXING_E2E_URL;

export async function product(): Promise<Product> {
  if (given) return realProduct(given.replace(/\/$/, ''));
  const portal = await testPortal();
  return {
    site: portal.site,
    real: false,
    cookies: (role) => (role ? `txg_session=${sessionOf(role)}` : ''),
    targets: ROUTES,
    close: () => portal.close(),
  };
}

async function realProduct(site: string): Promise<Product> {
  const cookies = new Map<string, string>();
  for (const role of ROLES) {
    const cookie = await signIn(site, role);
    if (cookie) cookies.set(role, cookie);
  }
  const targets: Target[] = [];
  for (const role of [null, ...cookies.keys()]) {
    for (const path of await walk(site, (role && cookies.get(role)) ?? '')) targets.push({ role, path });
  }
  return {
    site,
    real: true,
    cookies: (role) => (role && cookies.get(role)) ?? '',
    // Public pages look the same to everybody: once is enough.
    targets: targets.filter(
      ({ role, path }, index) =>
        role === null || !targets.some((other, at) => at < index && patternOf(other.path) === patternOf(path)),
    ),
    close: async () => undefined,
  };
}

const TOO_OFTEN = 429;

/** Signs in by the button of /demo, as a person does. */
async function signIn(site: string, role: string): Promise<string | undefined> {
  const demo = await fetch(`${site}/demo`);
  const html = await demo.text();
  const item = html.split('<li').find((part) => part.includes('/demo/sign-in') && part.includes(`${roleWords[role]}<`));
  const account = /name="account" value="([^"]+)"/.exec(item ?? '')?.[1];
  const csrf = /name="csrf" value="([^"]+)"/.exec(item ?? '')?.[1];
  if (!account || !csrf) return undefined;
  const visitor = demo.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const press = () =>
    fetch(`${site}/demo/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site, cookie: visitor },
      body: new URLSearchParams({ account, csrf }),
    });
  let answer = await press();
  // More roles than one place may sign in with in a minute: come back when the page says so.
  while (answer.status === TOO_OFTEN) {
    await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
    answer = await press();
  }
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] as string)
    .find((pair) => pair.includes('txg_session'));
}

const NO_PAGE =
  /^\/(?:assets|logout|papers|graphql|imports|exports|evidence|bank|healthz|readyz|metrics|admin)|\/template$|\/workbook$|^\/open\/posts\.(?:json|csv)$/;
const MOST_PAGES = 60;

/** An address without what differs from row to row. */
export const patternOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\b20\d\d\b/g, ':year')
    .replace(/(rosters\/)[a-z-]+/, '$1:kind')
    .replace(/=[^&]*/g, '');

/** Every kind of page that links lead to, each once. */
async function walk(site: string, cookie: string): Promise<string[]> {
  const seen = new Map<string, string>();
  const queue = ['/', '/settings/reading', '/session/ended', '/login/staff', '/demo'];
  while (queue.length > 0 && seen.size < MOST_PAGES) {
    const path = queue.shift() as string;
    if (seen.has(patternOf(path))) continue;
    const response = await fetch(site + path, { headers: cookie ? { cookie } : {} });
    if (!(response.headers.get('content-type') ?? '').includes('text/html')) continue;
    seen.set(patternOf(path), path);
    for (const [, href = ''] of (await response.text()).matchAll(/<a [^>]*?href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (!NO_PAGE.test(next) && !seen.has(patternOf(next))) queue.push(next);
    }
  }
  return [...seen.values()];
}
