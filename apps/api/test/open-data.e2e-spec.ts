import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { Employer, Post } from '@tongxing/employers';
import { Clock, CryptoProvider, newId } from '@tongxing/platform';
import { addDays, makeCreditCode } from '@tongxing/rules';
import { type EdgeApi, edgeApi } from './edge-api.js';

const POSTS = 1_000;
let api: EdgeApi;
let next = 0;
/** Asked from nobody's session. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  api.raw(method, path, { 'x-test': String((next += 1)), ...headers });

beforeAll(async () => {
  api = await edgeApi({ rates: { openData: { name: 'open-data', limit: 12, windowS: 60, whenDown: 'half' } } });
  const unitOfWork = api.app.get(UnitOfWork);
  const today = api.app.get(Clock).today();
  const employerId = newId();
  await unitOfWork.run(async () => {
    await insertRows(unitOfWork.manager, Employer, [
      {
        id: employerId,
        name: '甲乙丙公司',
        creditCode: makeCreditCode('91', '640324', 'MA000001X'),
        unitKind: 'ENTERPRISE',
        divisionCode: '640324100000',
        secrets: api.app.get(CryptoProvider).seal('{}', `employer|secrets|${employerId}`),
        registeredAt: new Date(0),
      },
    ]);
    await insertRows(
      unitOfWork.manager,
      Post,
      Array.from({ length: POSTS }, (_, index) => ({
        id: newId(),
        employerId,
        title: index === 0 ? '=1+1' : `包装工${index}`,
        kind: 'PROPORTIONAL',
        openings: 1,
        workDivisionCode: '640324100000',
        divisionCode: '640324100000',
        remote: false,
        wageLowFen: 220_000,
        wageHighFen: 260_000,
        skills: [],
        licences: [],
        demands: null,
        provisions: [],
        publishedOn: addDays(today, -1),
        closesOn: addDays(today, 30),
        state: 'OPEN' as const,
      })),
    );
  });
});
afterAll(() => api.close());

it('gives every open post to anybody, as JSON and as CSV, each page once', async () => {
  const json = await get('/exports/open/posts.json');
  expect([json.status, json.headers['content-type'], json.headers['cache-control']]).toEqual([
    200,
    'application/json; charset=utf-8',
    'public, no-cache',
  ]);
  const { posts, offices } = JSON.parse(json.text);
  expect(offices).toEqual([{ code: '640324000000', name: expect.any(String), posts: POSTS }]);
  expect(new Set(posts.map(({ sourceId }: { sourceId: string }) => sourceId)).size).toBe(POSTS);
  const csv = await get('/exports/open/posts.csv');
  const lines = csv.text.split('\r\n');
  expect([csv.status, lines.length, lines[0]?.startsWith('\ufeff来源区划,')]).toEqual([200, POSTS + 2, true]);
  expect(csv.text).toContain(",'=1+1,");
});

it('says with 304 that nothing has changed, until something has', async () => {
  const { headers } = await get('/exports/open/posts.json', {}, 'HEAD');
  const tag = String(headers.etag);
  const same = await get('/exports/open/posts.json', { 'If-None-Match': tag });
  expect([same.status, same.text]).toEqual([304, '']);
  const unitOfWork = api.app.get(UnitOfWork);
  await unitOfWork.run(async () => unitOfWork.changed('post', newId()));
  expect((await get('/exports/open/posts.json', { 'If-None-Match': tag })).status).toBe(200);
});

it('lets others in while it writes a long list', async () => {
  let isWritten = false;
  const long = get('/exports/open/posts.json').then((told) => {
    isWritten = true;
    return told.status;
  });
  expect((await get('/healthz')).status).toBe(200);
  expect(isWritten).toBe(false);
  expect(await long).toBe(200);
});

it('is counted by the address', async () => {
  let told = await get('/exports/open/posts.csv', {}, 'HEAD');
  for (let more = 0; more < 12 && told.status === 200; more += 1)
    told = await get('/exports/open/posts.csv', {}, 'HEAD');
  expect([told.status, told.headers['retry-after'] === undefined]).toEqual([429, false]);
});

it('has no other file', async () => {
  expect((await get('/exports/open/people.json')).status).not.toBe(200);
});
