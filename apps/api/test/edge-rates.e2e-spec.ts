import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, RateLimiter } from '@tongxing/platform';
import { buildSchema } from 'graphql';
import { OPERATION_RATES, RATES, type Rates } from '../src/limits/rates.js';
import { TRUSTED_DOCUMENTS } from '../src/limits/trusted-documents.generated.js';
import { type EdgeApi, edgeApi, PASSWORD, SIGN_IN, type Told } from './edge-api.js';

const idOf = (operation: string): string =>
  [...TRUSTED_DOCUMENTS].find(([, text]) =>
    new RegExp(`^(?:query|mutation) ${operation}\\b`).test(text),
  )?.[0] as string;
let nobodies = 0;
/** Another name each time: five wrong passwords lock a name, known or not. */
const nobody = () => ({ input: { account: `nobody.${(nobodies += 1)}`, password: PASSWORD } });
let next = 0;
/** An address that no other test comes from. */
const address = (): string => `198.51.100.${(next += 1)}`;

const tooOften = (told: Told, windowS: number): void => {
  expect([told.status, told.code]).toEqual([429, 'RATE_LIMITED']);
  const wait =
    told.errors?.[0]?.extensions.retryAfter ??
    (JSON.parse(told.text) as { error: { retryAfter: number } }).error.retryAfter;
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(windowS);
  expect(told.headers['retry-after']).toBe(String(wait));
};

describe('the shipped numbers of security.md §5', () => {
  it('are these', () => {
    const shown = Object.entries(RATES).map(
      ([name, { limit, windowS, whenDown }]) => `${name} ${limit}/${windowS} s ${whenDown}`,
    );
    expect(shown).toEqual([
      'query 300/60 s half',
      'mutation 60/60 s half',
      'login 10/60 s closed',
      'vouchWait 30/60 s closed',
      'vouch 20/3600 s closed',
      'publicNotices 60/60 s half',
      'openData 30/60 s half',
      'feedback 20/3600 s half',
      'export 5/3600 s half',
      'reveal 30/3600 s half',
      'idSearch 60/3600 s half',
      'lint 20/3600 s half',
      'shortlist 20/3600 s half',
      'upload 20/3600 s half',
    ]);
  });
});

describe('rates at the door of the api, with their own numbers', () => {
  let api: EdgeApi;
  beforeAll(async () => {
    api = await edgeApi();
  });
  afterAll(() => api.close());

  const signIn = (from: string) => api.post({ documentId: idOf('signIn'), variables: nobody() }, api.portal(from));

  it('sign-in: ten an address and minute, whoever it is for', async () => {
    const from = address();
    for (let turn = 1; turn <= 10; turn += 1) expect((await signIn(from)).code).toBe('AUTH_FAILED');
    tooOften(await signIn(from), 60);
    expect((await signIn(address())).code).toBe('AUTH_FAILED');
  });

  it('sign-in: the door without the portal counts by the connection, whatever headers say', async () => {
    const at = (forged: string) =>
      api.post({ query: SIGN_IN, variables: nobody() }, { 'x-client-address': forged, 'x-forwarded-for': forged });
    for (let turn = 1; turn <= 10; turn += 1) expect((await at(address())).code).toBe('AUTH_FAILED');
    tooOften(await at(address()), 60);
    tooOften(
      await api.post(
        { query: SIGN_IN, variables: nobody() },
        { 'x-portal-key': 'wrong', 'x-client-address': address() },
      ),
      60,
    );
  });

  it('every way in counts towards the ten of its address', async () => {
    const from = address();
    let phones = 13_800_138_000;
    const ways: readonly [string, object | (() => object)][] = [
      // Another phone each time: one phone gets one code a minute.
      ['requestCode', () => ({ phone: String((phones += 1)) })],
      ['verifyCode', { input: { phone: '13800138000', code: '000000' } }],
      ['completeSetup', { input: { token: 'nobody', password: PASSWORD, totp: '000000' } }],
      ['requestVouch', { certificate: 'none' }],
      ['oidcFinish', { input: { state: 'none', answer: 'none' } }],
    ];
    const by = ([operation, variables]: (typeof ways)[number], at = from) =>
      api.post(
        { documentId: idOf(operation), variables: typeof variables === 'function' ? variables() : variables },
        api.portal(at),
      );
    for (const way of [...ways, ...ways]) expect((await by(way)).code).not.toBe('RATE_LIMITED');
    for (const way of ways) tooOften(await by(way), 60);
    tooOften(await signIn(from), 60);
    for (const way of ways) expect((await by(way, address())).code).not.toBe('RATE_LIMITED');
  });

  it('waiting for a witness: thirty an address and minute, beside the ten', async () => {
    const from = address();
    const wait = () => api.post({ documentId: idOf('vouchSignIn'), variables: { ticket: 'none' } }, api.portal(from));
    for (let turn = 1; turn <= 30; turn += 1) expect((await wait()).code).toBe('CODE_EXPIRED');
    tooOften(await wait(), 60);
    expect((await signIn(from)).code).toBe('AUTH_FAILED');
  });

  it('public notices: sixty an address and minute, all their fields counted', async () => {
    const from = address();
    const read = () => api.post({ documentId: idOf('publicNotices'), variables: { first: 1 } }, api.portal(from));
    for (let turn = 1; turn <= 60; turn += 1) expect((await read()).data).toBeDefined();
    tooOften(await read(), 60);
    // What is no notice is still there for the same visitor.
    expect((await api.post({ documentId: idOf('levyForm'), variables: {} }, api.portal(from))).data).toBeDefined();
  });

  it('opinions and complaints: twenty an address and hour, for visitors', async () => {
    const from = address();
    const input = { kind: 'OPINION', divisionCode: '000000000000', text: '字太小', idempotencyKey: 'edge-rates-1' };
    const write = (at = from) => api.post({ documentId: idOf('sendFeedback'), variables: { input } }, api.portal(at));
    for (let turn = 1; turn <= 20; turn += 1) expect((await write()).code).toBe('DIVISION_UNKNOWN');
    tooOften(await write(), 3_600);
    expect((await write(address())).code).toBe('DIVISION_UNKNOWN');
  });

  it('queries: three hundred a place and minute for visitors', async () => {
    const from = address();
    const read = () => api.post({ documentId: idOf('demo'), variables: {} }, api.portal(from));
    for (let turn = 1; turn <= 300; turn += 1) expect((await read()).data).toBeDefined();
    tooOften(await read(), 60);
  });
});

describe('rates of a person and a session', () => {
  const small = (rate: keyof Rates, limit: number): Partial<Rates> => ({ [rate]: { ...RATES[rate], limit } });
  let api: EdgeApi;
  beforeAll(async () => {
    api = await edgeApi({
      rates: {
        ...small('query', 5),
        ...small('mutation', 4),
        ...small('upload', 3),
        ...small('export', 2),
        ...small('vouch', 2),
        ...small('login', 100),
      },
    });
  });
  afterAll(() => api.close());

  it('a session has its own count of queries, and of mutations', async () => {
    const [one, other] = [await api.bearer('OFFICER'), await api.bearer('OFFICER')];
    const query = (who: Record<string, string>) => api.post({ query: '{ viewer { id } }' }, who);
    const mutation = (who: Record<string, string>) => api.post({ query: 'mutation { advanceDemoTime(days: 0) }' }, who);
    for (let turn = 1; turn <= 5; turn += 1) expect((await query(one)).data).toBeDefined();
    tooOften(await query(one), 60);
    expect((await query(other)).data).toBeDefined();
    for (let turn = 1; turn <= 4; turn += 1) expect((await mutation(one)).code).not.toBe('RATE_LIMITED');
    tooOften(await mutation(one), 60);
  });

  it('a witness answers so many times an hour, each for himself', async () => {
    const [witness, other] = [await api.bearer('COUNSELLOR'), await api.bearer('COUNSELLOR')];
    const vouch = async (who: Record<string, string>) => api.post({ query: 'mutation { vouch(code: "1") }' }, who);
    for (let turn = 1; turn <= 2; turn += 1) expect((await vouch(witness)).code).toBe('NOT_FOUND');
    tooOften(await vouch(witness), 3_600);
    expect((await vouch(other)).code).toBe('NOT_FOUND');
  });

  it('a token that is not known counts for its place, so that trying out tokens stays one visitor', async () => {
    const guess = () => api.post({ query: '{ viewer { id } }' }, { authorization: `Bearer txg_${newId()}` });
    const codes: (string | undefined)[] = [];
    for (let turn = 1; turn <= 6; turn += 1) codes.push((await guess()).code);
    expect(codes).toEqual([...Array<string>(5).fill('AUTH_FAILED'), 'RATE_LIMITED']);
  });

  it('uploads: so many an hour and person, over plain HTTP too', async () => {
    const officer = await api.bearer('OFFICER');
    const upload = () =>
      api.raw(
        'POST',
        '/imports/people',
        { ...officer, 'content-type': 'multipart/form-data; boundary=x' },
        '--x--\r\n',
      );
    for (let turn = 1; turn <= 3; turn += 1) expect((await upload()).code).toBe('VALIDATION');
    tooOften(await upload(), 3_600);
    // Another token of the same person is the same person; another person is not.
    expect((await api.raw('POST', '/imports/people', await api.bearer('OFFICER'))).code).not.toBe('RATE_LIMITED');
  });

  it('exports: so many an hour and person', async () => {
    const finance = await api.bearer('FINANCE');
    const make = () =>
      api.post(
        { query: 'mutation ($id: ID!) { exportBatch(id: $id) { exportId } }', variables: { id: newId() } },
        finance,
      );
    for (let turn = 1; turn <= 2; turn += 1) expect((await make()).code).not.toBe('RATE_LIMITED');
    tooOften(await make(), 3_600);
  });

  it('every operation with a rate of its own is in the schema', () => {
    const schema = buildSchema(readFileSync(join('apps', 'api', 'schema.graphql'), 'utf8'));
    const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
    expect(Object.keys(OPERATION_RATES).filter((name) => !Object.hasOwn(fields, name))).toEqual([]);
  });
});

describe('a shared count that is out of reach', () => {
  let api: EdgeApi;
  beforeAll(async () => {
    api = await edgeApi({}, { REDIS_URL: 'redis://127.0.0.1:1' });
  });
  afterAll(() => api.close());

  it('closes sign-in, halves the rest, and tells the operator', async () => {
    const from = address();
    const told = await api.post({ documentId: idOf('signIn'), variables: nobody() }, api.portal(from));
    tooOften(told, 30);
    const read = () => api.post({ documentId: idOf('publicNotices'), variables: { first: 1 } }, api.portal(from));
    for (let turn = 1; turn <= 30; turn += 1) expect((await read()).data).toBeDefined();
    tooOften(await read(), 60);
    expect(api.app.get(RateLimiter).isShared()).toBe(false);
    const ready = await api.raw('GET', '/readyz', {});
    expect(JSON.parse(ready.text)).toMatchObject({ details: { rates: { status: 'degraded' } } });
  });
});

describe('looks at an employer’s list of candidates', () => {
  it('are counted by employer, whichever colleague looks', async () => {
    const api = await edgeApi({ rates: { shortlist: { ...RATES.shortlist, limit: 2 } } });
    try {
      const employerId = newId();
      const clerk = await api.bearer('EMPLOYER_CLERK', { employerId });
      const admin = await api.bearer('EMPLOYER_ADMIN', { employerId });
      const other = await api.bearer('EMPLOYER_CLERK', { employerId: newId() });
      const look = async (headers: Record<string, string>) =>
        (await api.post({ query: `{ employerShortlist(postId: "${newId()}") { text } }` }, headers)).code;
      expect([await look(clerk), await look(admin)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      expect([await look(clerk), await look(admin)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
      expect(await look(other)).toBe('NOT_FOUND');
    } finally {
      await api.close();
    }
  });
});

describe('tries of the job-design linter', () => {
  it('are counted by employer, whichever colleague makes them; not for the office', async () => {
    const api = await edgeApi({ rates: { lint: { ...RATES.lint, limit: 2 } } });
    try {
      const [employerId, otherId] = [newId(), newId()];
      const clerk = await api.bearer('EMPLOYER_CLERK', { employerId });
      const admin = await api.bearer('EMPLOYER_ADMIN', { employerId });
      const other = await api.bearer('EMPLOYER_CLERK', { employerId: otherId });
      const officer = await api.bearer('OFFICER');
      const input = `{ title: "包装工", kind: "PROPORTIONAL", openings: 1, workDivisionCode: "640324", remote: false, wageLowYuan: "2200",
        wageHighYuan: "2600", skills: [], licences: [], provisions: [], demands: [], closesOn: "2099-01-01" }`;
      const lint = async (headers: Record<string, string>) =>
        (await api.post({ query: `{ lintPost(input: ${input}) { exact } }` }, headers)).code;
      // Employers that do not exist: the count comes before the look.
      expect([await lint(clerk), await lint(admin)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      expect([await lint(clerk), await lint(admin)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
      expect(await lint(other)).toBe('NOT_FOUND');
      for (let turn = 1; turn <= 4; turn += 1) expect(await lint(officer)).toBe('NOT_FOUND');
    } finally {
      await api.close();
    }
  });
});

describe('what the portal may send', () => {
  let api: EdgeApi;
  beforeAll(async () => {
    api = await edgeApi();
  });
  afterAll(() => api.close());

  it('a listed document by its number, with nothing but variables', async () => {
    const told = await api.post(
      { documentId: idOf('home'), operationName: 'x', query: '{ viewer { id } }', variables: {} },
      api.portal(address()),
    );
    expect(told.data).toMatchObject({ viewer: null, publicNotices: { edges: [] } });
  });

  it('no document of its own, and no number that is not on the list', async () => {
    const from = api.portal(address());
    const listed = TRUSTED_DOCUMENTS.get(idOf('home'));
    for (const body of [
      { query: '{ demoToday }' },
      { query: listed },
      { documentId: `sha256:${'0'.repeat(64)}` },
      { documentId: idOf('home').replace('sha256:', '') },
      { documentId: 7 },
      { documentId: '__proto__' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: idOf('home').slice(7) } } },
    ]) {
      expect((await api.post(body, from)).code).toBe('QUERY_UNKNOWN');
    }
  });

  it('a session is taken from the portal alone, a token from everybody else', async () => {
    const { data } = await api.post({ documentId: idOf('signIn'), variables: nobody() }, api.portal(address()));
    expect(data?.signIn).toBeUndefined();
    const officer = await api.bearer('OFFICER');
    expect((await api.post({ query: '{ viewer { roles } }' }, officer)).data).toEqual({
      viewer: { roles: ['OFFICER'] },
    });
    const asSession = { authorization: (officer.authorization as string).replace('Bearer', 'Session') };
    expect((await api.post({ query: '{ viewer { id } }' }, asSession)).code).toBe('AUTH_FAILED');
  });

  it('free documents: a visitor within 500, a token within 2,000', async () => {
    const query = 'query ($first: Int!) { publicNotices(first: $first) { edges { node { id title basis } } } }';
    const cost = (first: number, who: Record<string, string> = {}) => api.post({ query, variables: { first } }, who);
    expect((await cost(71)).data).toBeDefined();
    expect((await cost(72)).code).toBe('QUERY_TOO_COMPLEX');
    expect((await cost(100, await api.bearer('OFFICER'))).data).toBeDefined();
    expect((await cost(100, { authorization: 'Bearer txg_unknown' })).code).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('time and turns', () => {
  let api: EdgeApi;
  afterEach(() => api.close());

  it('an answer that takes too long is refused, with a word on what was submitted', async () => {
    // A password takes longer to check than a millisecond, on any machine.
    api = await edgeApi({ limits: { timeMs: 1 } });
    const told = await api.post({ query: SIGN_IN, variables: nobody() });
    expect(told.code).toBe('QUERY_TIMEOUT');
    expect(told.text).toContain('是不是已经办成了');
  });

  it('of one actor so many wait and run, one beyond is refused, and all the others are answered', async () => {
    api = await edgeApi({ limits: { atOnce: 1, waiting: 2 } });
    const from = address();
    // The first is checking a password while the others come in.
    const told = await Promise.all(
      Array.from({ length: 6 }, () => api.post({ documentId: idOf('signIn'), variables: nobody() }, api.portal(from))),
    );
    const codes = told.map(({ code }) => code).sort();
    // On a busy machine the last may come in when the first is done; how many exactly is what turns.spec.ts counts.
    expect([...new Set(codes)]).toEqual(['AUTH_FAILED', 'RATE_LIMITED']);
    const answered = codes.filter((code) => code === 'AUTH_FAILED').length;
    expect(answered).toBeGreaterThanOrEqual(3);
    expect((await api.post({ documentId: idOf('signIn'), variables: nobody() }, api.portal(from))).code).toBe(
      'AUTH_FAILED',
    );
  });
});
