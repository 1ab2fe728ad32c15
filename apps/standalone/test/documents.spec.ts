import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { QUERY_LIMITS } from '../../api/src/limits/limits.js';
import { checkQuery, checkVariables, parseChecked } from '../../api/src/limits/query-check.js';
import { secondLayer } from '../../api/src/limits/second-layer.js';
import { TRUSTED_DOCUMENTS } from '../../api/src/limits/trusted-documents.generated.js';
import * as generated from '../../portal/src/gql/generated.js';
import { Jar } from '../../portal/test/jar.js';
import { type TestPortal, testPortal, tokenIn } from '../../portal/test/portal-process.js';
import { ROUTES } from '../../portal/test/routes.js';

/** A post, page by page. */
const NEW_POST: readonly Record<string, string>[] = [
  { title: '包装工', kind: 'PROPORTIONAL', openings: '1', description: '折纸盒' },
  {
    workDivisionCode: '640324100000',
    weeklyHours: '40',
    nightShift: 'no',
    'closesOn-year': '2030',
    'closesOn-month': '1',
    'closesOn-day': '1',
  },
  { SEE: '0' },
  { wageLowYuan: '2200', wageHighYuan: '2600' },
];
/** The longest page that the portal asks for. */
const LONGEST_PAGE = 50;
const schema = buildSchema(readFileSync(join('apps', 'api', 'schema.graphql'), 'utf8'));
const nameOf = (text: string): string => /^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '';
const documents = [...TRUSTED_DOCUMENTS].map(([id, text]) => ({ id, text, name: nameOf(text) }));

describe('the documents of the portal', () => {
  it('are all on the list of the api, by the same numbers, and no other is', () => {
    const sent = Object.values(generated).map(({ hash }) => `sha256:${hash}`);
    expect(sent.sort()).toEqual([...TRUSTED_DOCUMENTS.keys()].sort());
    expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  });

  it.each(documents)('$name stays within every limit of a free document, with pages of fifty', ({ text }) => {
    // Both throw with a code where a limit is passed.
    expect(checkQuery(parseChecked(text), { first: LONGEST_PAGE }, QUERY_LIMITS.cost).cost).toBeGreaterThan(0);
    expect(validate(schema, parse(text), secondLayer())).toEqual([]);
  });
});

describe('the pages of the portal', () => {
  let portal: TestPortal;
  const asked = new Set<string>();
  beforeAll(async () => {
    portal = await testPortal();
  });
  afterAll(() => portal.close());

  /** What has been asked since it was emptied. */
  const measure = (): void => {
    for (const { documentId = '', variables, authorization } of portal.api.asked) {
      const text = TRUSTED_DOCUMENTS.get(documentId) as string;
      asked.add(documentId);
      const most = authorization ? QUERY_LIMITS.cost : QUERY_LIMITS.anonymousCost;
      expect(checkQuery(parse(text), checkVariables(variables), most).cost).toBeLessThanOrEqual(most);
    }
  };

  it.each(ROUTES)('$path asks for no more than its reader may', async ({ path, role }) => {
    portal.api.asked.length = 0;
    await (await portal.get(path, role)).arrayBuffer();
    measure();
  });

  it('a search by a number, which is a post, asks for no more either', async () => {
    const csrf = tokenIn(await (await portal.get('/office/people', 'OFFICER')).text());
    portal.api.asked.length = 0;
    await portal.post('/office/people', { csrf, number: '64032419900101001443' }, 'OFFICER');
    expect(portal.api.asked.map(({ operation }) => operation)).toContain('findPerson');
    measure();
  });

  it.each([
    ['roundFile', '/rounds/019a0000-0000-7000-8000-000000001002/file', null],
    ['officePostsFile', '/office/posts/file', 'OFFICER'],
    ['referralsFile', '/office/applicants/file', 'OFFICER'],
  ])('a download, which is no page, asks for no more either: %s', async (operation, path, role) => {
    portal.api.asked.length = 0;
    await (await portal.get(path, role)).arrayBuffer();
    expect(portal.api.asked.map((one) => one.operation)).toContain(operation);
    measure();
  });

  it('what is looked up before a post is published asks for no more either', async () => {
    const jar = new Jar(portal.site, 'EMPLOYER_CLERK');
    for (const [at, fields] of NEW_POST.entries()) await jar.send(`/org/posts/new/${at + 1}`, fields);
    portal.api.asked.length = 0;
    await jar.html('/org/posts/new/5');
    await jar.send('/org/posts/new/5', { do: 'submit' });
    expect(portal.api.asked.map((one) => one.operation)).toEqual(expect.arrayContaining(['checkPost', 'alikePosts']));
    measure();
  });

  it('ask every query of the list, so that none is left unmeasured', () => {
    const queries = documents.filter(({ text }) => text.startsWith('query'));
    expect(queries.filter(({ id }) => !asked.has(id)).map(({ name }) => name)).toEqual([]);
  });
});
