import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type EdgeApi, edgeApi, type Told } from './edge-api.js';

/** Rows 31 to 48 of security.md §10, against the running api. */
const many = (times: number, part: (index: number) => string): string =>
  Array.from({ length: times }, (_, i) => part(i)).join(' ');
const nested = (depth: number): string => `${'{ viewer '.repeat(depth - 1)}{ id }${' }'.repeat(depth - 1)}`;

/** What may never be in an answer: a place in the code, SQL, a guess at what was meant. */
const LEAK = /\bat \/|node_modules|\.ts:|\.js:|SELECT |INSERT |sqlite|Did you mean|stacktrace/i;

describe('bad inputs: GraphQL', () => {
  let api: EdgeApi;
  let officer: Record<string, string>;

  beforeAll(async () => {
    // One person sends here what an hour would hold; the rates have a suite of their own.
    api = await edgeApi();
    officer = await api.bearer('OFFICER');
  });
  afterAll(() => api.close());

  const send = (query: string, variables?: unknown): Promise<Told> => api.post({ query, variables }, officer);
  const refused = (told: Told, ...codes: string[]): void => {
    expect(codes).toContain(told.code);
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
    expect(told.data).toBeUndefined();
    expect(told.errors?.[0]?.message).toMatch(/[一-鿿]/);
    expect(told.errors?.[0]?.extensions.traceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(told.text).not.toMatch(LEAK);
    expect(told.text.length).toBeLessThan(2_000);
  };

  it('a query of depth 50 (bad input 31)', async () => {
    refused(await send(nested(50)), 'QUERY_TOO_DEEP');
  });

  it('a depth that lies in its fragments (bad input 32)', async () => {
    const chain = many(20, (i) => `fragment f${i} on Viewer { viewer { ...f${i + 1} } }`);
    refused(await send(`{ viewer { ...f0 } } ${chain} fragment f20 on Viewer { id }`), 'QUERY_TOO_DEEP');
  });

  it('a depth behind a fragment that was seen before at a shallow place (graphql-armor PR #824) (bad input 32)', async () => {
    const query = `{ ...deep a: viewer { viewer { viewer { viewer { ...deep } } } } }
      fragment deep on Viewer { viewer { viewer { viewer { viewer { id } } } } }`;
    refused(await send(query), 'QUERY_TOO_DEEP');
  });

  it('a depth inside a fragment named __schema (graphql-armor PR #823) (bad input 33)', async () => {
    refused(
      await send(`{ ...__schema } fragment __schema on Query ${nested(12)}`),
      'QUERY_TOO_DEEP',
      'QUERY_TOO_COMPLEX',
    );
  });

  it('a cost inside a fragment named __schema (GHSA-733v-p3h5-qpq7) (bad input 33)', async () => {
    const query = `{ ...__schema } fragment __schema on Query { publicNotices(first: 100) { edges { node {
      ${many(20, () => 'id title basis')} } } } }`;
    refused(await send(query), 'QUERY_TOO_DEEP', 'QUERY_TOO_COMPLEX');
  });

  it('fragments that contain each other (bad input 34)', async () => {
    refused(
      await send('{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }'),
      'VALIDATION',
    );
    refused(await send('{ viewer { ...a } } fragment a on Viewer { id ...a }'), 'VALIDATION');
  });

  it('ten thousand aliases (bad input 35)', async () => {
    refused(await send(`{ ${many(10_000, (i) => `a${i}: demoToday`)} }`), 'QUERY_TOO_COMPLEX');
  });

  it('aliases multiplied by fragments (bad input 35)', async () => {
    const doubling = many(12, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
    refused(await send(`{ ...f0 } ${doubling} fragment f12 on Query { x: demoToday }`), 'QUERY_TOO_COMPLEX');
  });

  it('ten thousand directives (bad input 36)', async () => {
    refused(await send(`{ demoToday ${many(10_000, () => '@include(if: true)')} }`), 'QUERY_TOO_COMPLEX');
  });

  it('a document of one mebibyte (bad input 37)', async () => {
    const told = await send(`{ demoToday } #${'x'.repeat(1024 * 1024)}`);
    refused(told, 'QUERY_TOO_LARGE');
    expect(told.status).toBe(413);
  });

  it('a document one byte beyond 16 KiB, and one of exactly 16 KiB (bad input 37)', async () => {
    const document = (bytes: number): string => `{ demoToday } #`.padEnd(bytes, 'x');
    refused(await send(document(16 * 1024 + 1)), 'QUERY_TOO_LARGE');
    expect((await send(document(16 * 1024))).data).toBeDefined();
  });

  it('a hundred thousand words (bad input 38)', async () => {
    refused(await send(`{ ${many(100_000, () => 'demoToday')} }`), 'QUERY_TOO_LARGE');
    refused(await send(`{ ${many(5_000, () => 'id')} }`), 'QUERY_TOO_LARGE');
  });

  it('a batch (bad input 39)', async () => {
    refused(await api.post([{ query: '{ demoToday }' }, { query: '{ demoToday }' }], officer), 'BATCH_DISABLED');
    refused(await api.post([], officer), 'BATCH_DISABLED');
  });

  it('two mutations (bad input 40)', async () => {
    refused(await send('mutation { signOut again: signOut }'), 'QUERY_TOO_COMPLEX');
    refused(await send('mutation { ...m signOut } fragment m on Mutation { signOut }'), 'QUERY_TOO_COMPLEX');
    refused(await send('mutation a { signOut } mutation b { signOut }'), 'QUERY_TOO_COMPLEX');
    expect((await send('{ viewer { id } }')).data?.viewer).toBeTruthy();
  });

  it('a mutation by GET (bad input 41)', async () => {
    const at = `/graphql?query=${encodeURIComponent('mutation { signOut }')}`;
    refused(await api.raw('GET', at, officer), 'CSRF_BLOCKED');
    refused(await api.raw('GET', at, { ...officer, 'apollo-require-preflight': '1' }), 'CSRF_BLOCKED');
    refused(await api.raw('GET', `/graphql/?query=${encodeURIComponent('{ demoToday }')}`, officer), 'CSRF_BLOCKED');
    expect((await send('{ viewer { id } }')).data?.viewer).toBeTruthy();
  });

  it('a POST of text/plain, of a form, of nothing (bad input 42)', async () => {
    const body = JSON.stringify({ query: '{ demoToday }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      refused(await api.raw('POST', '/graphql', { ...officer, 'content-type': type }, body), 'CSRF_BLOCKED');
    }
    refused(await api.raw('POST', '/graphql', officer, body), 'CSRF_BLOCKED');
  });

  it('a request from another site (bad input 43)', async () => {
    const from = (origin: string) => api.post({ query: '{ demoToday }' }, { ...officer, origin });
    refused(await from('https://evil.example'), 'CSRF_BLOCKED');
    refused(await from('null'), 'CSRF_BLOCKED');
    expect((await from(`http://127.0.0.1:${api.port}`)).data).toBeDefined();
    const upload = await api.raw('POST', '/imports/people', { ...officer, origin: 'https://evil.example' });
    expect([upload.status, upload.code]).toEqual([403, 'CSRF_BLOCKED']);
  });

  it('introspection, in every form (bad input 44)', async () => {
    refused(await send(getIntrospectionQuery()), 'INTROSPECTION_DISABLED');
    refused(await send('{ __schema { queryType { name } } }'), 'INTROSPECTION_DISABLED');
    refused(await send('{ x: __type(name: "Viewer") { name } }'), 'INTROSPECTION_DISABLED');
    refused(
      await send('{ ...a } fragment a on Query { ... { __schema { types { name } } } }'),
      'INTROSPECTION_DISABLED',
    );
    expect((await send('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('a typing error, without a word of what there is (bad input 45)', async () => {
    for (const query of [
      '{ viewr { id } }',
      '{ viewer { displayNam } }',
      'mutation { signOu }',
      '{ viewer(idd: 1) { id } }',
    ]) {
      refused(await send(query), 'VALIDATION');
    }
    refused(await send('{ viewer { id }'), 'VALIDATION');
    refused(await send('{ viewer { id } } \u0000'), 'VALIDATION');
  });

  it.each([1_000_000, -1, 0, 101, 1.5, '20', true])('first: %j (bad input 46)', async (first) => {
    const told = await send('query ($first: Int!) { publicNotices(first: $first) { totalCount } }', { first });
    refused(told, 'VALIDATION');
  });

  it('the same, written out; and none at all (bad input 46)', async () => {
    for (const first of ['1000000', '-1', '1.5', '101', '"20"', 'null']) {
      refused(await send(`{ publicNotices(first: ${first}) { totalCount } }`), 'VALIDATION');
    }
    refused(await send('{ publicNotices { totalCount } }'), 'VALIDATION');
    expect((await send('{ publicNotices(first: 100) { totalCount } }')).data).toBeDefined();
  });

  it('JSON of depth 1000 (bad input 47)', async () => {
    const deep = `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`;
    const body = `{"query":"{ demoToday }","variables":${deep}}`;
    refused(await api.raw('POST', '/graphql', { ...officer, 'content-type': 'application/json' }, body), 'VALIDATION');
  });

  it('__proto__ in the variables (bad input 47)', async () => {
    const headers = { ...officer, 'content-type': 'application/json' };
    const body = (variables: string): string => `{"query":"{ demoToday }","variables":${variables}}`;
    refused(await api.raw('POST', '/graphql', headers, body('{"__proto__":{"admin":true}}')), 'VALIDATION');
    refused(await api.raw('POST', '/graphql', headers, body('{"a":[{"__proto__":1}]}')), 'VALIDATION');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('what is no JSON, no object or has no query (bad input 47)', async () => {
    const headers = { ...officer, 'content-type': 'application/json' };
    for (const body of [
      '{"query":',
      'null',
      '7',
      '"x"',
      '{}',
      '{"query":7}',
      '{"query":"{ demoToday }","variables":[]}',
    ]) {
      refused(await api.raw('POST', '/graphql', headers, body), 'VALIDATION');
    }
  });

  it('a value of the wrong kind is named by its place, and never comes back (bad input 45)', async () => {
    const secrets = [73_517_351, ['Geheim-Wort'], { word: 'Geheim-Wort' }, true];
    for (const password of secrets) {
      const told = await send('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', {
        input: { account: 'a', password },
      });
      refused(told, 'VALIDATION');
      expect(told.errors?.[0]?.extensions.field).toBe('input.password');
      expect(told.text).not.toMatch(/73517351|Geheim-Wort/);
    }
    for (const written of ['73517351', '["Geheim-Wort"]', 'Geheim', '7.3517351']) {
      const told = await send(`mutation { signIn(input: { account: "a", password: ${written} }) { token } }`);
      refused(told, 'VALIDATION');
      expect(told.text).not.toMatch(/3517351|Geheim/);
    }
    for (const broken of [
      '{ viewer "Geheim" }',
      'mutation { signIn(input: { "Geheim": 1 }) }',
      '{ a(b: 73517351 73517351) }',
    ]) {
      const told = await send(broken);
      refused(told, 'VALIDATION');
      expect(told.text).not.toMatch(/73517351|Geheim/);
    }
  });

  it('an array of a million (bad input 48)', async () => {
    const told = await send('query ($a: [Int!]) { demoToday }', { a: Array<number>(1_000_000).fill(1) });
    refused(told, 'QUERY_TOO_LARGE');
  });

  it('variables one byte beyond 256 KiB, and of exactly 256 KiB (bad input 48)', async () => {
    const query = 'query ($text: String) { a: __typename @include(if: true) b: __typename }';
    const text = (bytes: number): string => 'x'.repeat(bytes - '{"text":""}'.length);
    refused(await send(query, { text: text(256 * 1024 + 1) }), 'QUERY_TOO_LARGE');
    // Let through, and then refused by the language for a variable that nothing uses.
    expect((await send(query, { text: text(256 * 1024) })).code).toBe('VALIDATION');
  });
});
