import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, CDPSession } from 'playwright-core';
import { contextFor, hasChromium, launch } from './browser.js';
import { ACTING, ENDED } from './county.js';
import { type Product, product } from './product.js';

const MINUTES = 60_000;
const KB = 1024;
const SETTLE_MS = 100;
/** Pages that are looked at side by side: most of the time is waiting for the icon. */
const LANES = 4;
/** portal.md §2, in KB as they come over the wire: a first visit, and the same page again. */
const LIGHT = { Document: 15, Stylesheet: 12, Script: 10, Image: 30, all: 60, requests: 6, again: 15 };
const STAFF = { Document: 60, Stylesheet: 12, Script: 25, Image: 30, all: 130, requests: 8, again: 60 };
const LIGHT_ROLES: readonly (string | null)[] = [null, 'SEEKER', 'HELPER', ACTING, ENDED];

let browser: Browser;
let county: Product;
beforeAll(async () => {
  if (!hasChromium) return;
  county = await product();
  browser = await launch();
  // A real product lets one place sign in ten times a minute: the eleventh role waits.
}, 3 * MINUTES);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

interface Load {
  kinds: Record<string, number>;
  requests: number;
  hosts: Set<string>;
}

/** Loads an address and counts every byte that came over the wire, heads included, by kind. */
async function load(session: CDPSession, visit: () => Promise<unknown>): Promise<Load> {
  const result: Load = { kinds: {}, requests: 0, hosts: new Set() };
  const kindOf = new Map<string, string>();
  const onRequest = ({
    requestId,
    type,
    request,
  }: {
    requestId: string;
    type?: string;
    request: { url: string };
  }): void => {
    kindOf.set(requestId, type ?? 'Other');
    result.requests += 1;
    result.hosts.add(new URL(request.url).host);
  };
  const onEnd = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }): void => {
    const kind = kindOf.get(requestId) ?? 'Other';
    result.kinds[kind] = (result.kinds[kind] ?? 0) + encodedDataLength;
  };
  session.on('Network.requestWillBeSent', onRequest);
  session.on('Network.loadingFinished', onEnd);
  await visit();
  // The icon is asked for after the page stands.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  session.off('Network.requestWillBeSent', onRequest);
  session.off('Network.loadingFinished', onEnd);
  return result;
}

const sum = (load: Load): number => Object.values(load.kinds).reduce((total, bytes) => total + bytes, 0);

/** What is over its budget, in words. */
function over(first: Load, again: Load, budget: typeof LIGHT): string[] {
  const kinds = ['Document', 'Stylesheet', 'Script', 'Image'] as const;
  const faults = kinds
    .filter((kind) => (first.kinds[kind] ?? 0) > budget[kind] * KB)
    .map((kind) => `${kind} ${((first.kinds[kind] ?? 0) / KB).toFixed(1)} KB, at most ${budget[kind]}`);
  if (sum(first) > budget.all * KB) faults.push(`all ${(sum(first) / KB).toFixed(1)} KB, at most ${budget.all}`);
  if (first.requests > budget.requests) faults.push(`${first.requests} requests, at most ${budget.requests}`);
  if (sum(again) > budget.again * KB) faults.push(`again ${(sum(again) / KB).toFixed(1)} KB, at most ${budget.again}`);
  if (first.hosts.size > 1) faults.push(`other hosts: ${[...first.hosts].join(' ')}`);
  return faults;
}

const suite = hasChromium ? describe : describe.skip;

suite('what a page weighs over the wire', () => {
  it(
    'is within its budget, on the first visit and again, from one host',
    async () => {
      const found: Record<string, string[]> = {};
      let heaviest = { path: '', bytes: 0 };
      const look = async ({ role, path }: Product['targets'][number]): Promise<void> => {
        const context = await contextFor(browser, county.site, { cookies: county.cookies(role) });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        const first = await load(session, () => page.goto(county.site + path, { waitUntil: 'load' }));
        const again = await load(session, () => page.goto(county.site + path, { waitUntil: 'load' }));
        const faults = over(first, again, LIGHT_ROLES.includes(role) ? LIGHT : STAFF);
        // A page that sends no style at all would pass every limit.
        if (!first.kinds.Stylesheet) faults.push('no style sheet came');
        if (!first.kinds.Script) faults.push('no script came');
        if (faults.length > 0) found[path] = faults;
        if (sum(first) > heaviest.bytes) heaviest = { path, bytes: sum(first) };
        await context.close();
      };
      const waiting = [...county.targets];
      const lane = async (): Promise<void> => {
        for (let target = waiting.shift(); target; target = waiting.shift()) await look(target);
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      process.stdout.write(`heaviest first visit: ${(heaviest.bytes / KB).toFixed(1)} KB, ${heaviest.path}\n`);
      expect(found).toEqual({});
    },
    6 * MINUTES,
  );
});
