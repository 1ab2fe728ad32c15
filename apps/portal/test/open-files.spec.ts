import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestPortal, testPortal } from './portal-process.js';

const TAG = '"7-2026-11-02"';
let api: Server;
let portal: TestPortal;
let answer: (asked: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  api = createServer((asked, response) => answer(asked, response));
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  portal = await testPortal(undefined, { API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await portal.close();
  api.closeAllConnections();
  await new Promise((resolve) => api.close(resolve));
});

it('asks the api for the visitor and says 304 as the api does', async () => {
  const asked: object[] = [];
  answer = ({ url, method, headers }, response) => {
    asked.push([method, url, headers['x-client-address'], headers['x-portal-key'] !== undefined]);
    response.setHeader('ETag', TAG).setHeader('Cache-Control', 'public, no-cache');
    if (headers['if-none-match'] === TAG && headers['cache-control'] !== 'no-cache') response.writeHead(304).end();
    else response.end('{}');
  };
  const told = await fetch(`${portal.site}/open/posts.json`);
  expect([told.status, told.headers.get('etag'), told.headers.get('cache-control'), await told.text()]).toEqual([
    200,
    TAG,
    'public, no-cache',
    '{}',
  ]);
  const same = await fetch(`${portal.site}/open/posts.json`, { headers: { 'if-none-match': TAG } });
  expect([same.status, await same.text()]).toEqual([304, '']);
  const head = await fetch(`${portal.site}/open/posts.csv`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, TAG, '']);
  const address = expect.stringMatching(/127\.0\.0\.1$/);
  expect(asked).toEqual([
    ['GET', '/exports/open/posts.json', address, true],
    ['GET', '/exports/open/posts.json', address, true],
    ['HEAD', '/exports/open/posts.csv', address, true],
  ]);
});

it('hands a refusal on, with the time to wait', async () => {
  const refused = { error: { code: 'RATE_LIMITED', message: '操作太频繁了。' } };
  answer = (_asked, response) => {
    response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '17' }).end(JSON.stringify(refused));
  };
  const told = await fetch(`${portal.site}/open/posts.json`);
  expect([told.status, told.headers.get('retry-after'), await told.json()]).toEqual([429, '17', refused]);
});

it('streams: the first piece is here before the last is written, and who hangs up ends the writing', async () => {
  let writing: ServerResponse | undefined;
  answer = (_asked, response) => {
    writing = response;
    response.write('first');
  };
  const asking = request(`${portal.site}/open/posts.csv`).end();
  const [coming] = (await once(asking, 'response')) as [IncomingMessage];
  const [piece] = (await once(coming, 'data')) as [Buffer];
  expect([String(piece), writing?.writableEnded]).toEqual(['first', false]);
  const closed = once(writing as ServerResponse, 'close');
  coming.on('error', () => {});
  asking.destroy();
  await closed;
});

it('an api that breaks off in the middle leaves no file that looks whole', async () => {
  answer = (_asked, response) => {
    response.write('first');
    setImmediate(() => response.destroy());
  };
  const told = await fetch(`${portal.site}/open/posts.csv`);
  await expect(told.text()).rejects.toThrow('terminated');
});

it('an api that is not there is told as on every page', async () => {
  answer = (_asked, response) => response.destroy();
  const told = await fetch(`${portal.site}/open/posts.csv`);
  expect([told.status, told.headers.get('content-disposition')]).toEqual([503, null]);
});
