import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Account, AccountService, type Role } from '@tongxing/access';
import { BenefitApplication } from '@tongxing/benefits';
import { PeopleService, Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { DataSource, Like } from 'typeorm';
import { type Asks, asNew } from './signed-in.js';
import { type Answer, openWorld, type World } from './world.js';

const COUNTY = '640324000000';
const FOREIGN = '360734';
const DECIDE = 'mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { state version } }';
/** What may never be in an answer: a place in the code, SQL, a guess at what was meant. */
const LEAK = /\bat \/|node_modules|\.ts:|\.js:|SELECT |INSERT |sqlite|Did you mean|stacktrace/i;
const numbered = (times: number, part: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');

/** Rows 17 to 30 of security.md §10, against the running api on two small demo counties. */
describe('bad inputs: access', () => {
  let world: World;
  let made = 0;
  const own =
    (role: Role) =>
    (query: string, variables: object = {}) =>
      world.send({ role, place: 'own' }, query, variables);
  const foreign =
    (role: Role) =>
    (query: string, variables: object = {}) =>
      world.send({ role, place: 'foreign' }, query, variables);

  beforeAll(async () => {
    world = await openWorld();
  }, 120_000);
  afterAll(() => world?.close());

  const refused = ({ status, text, code, data }: Answer, wanted: string): void => {
    expect(code).toBe(wanted);
    expect(status).toBeLessThan(500);
    // Nothing was answered: no data, or a field that is null.
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(text).toMatch(/[一-鿿]/);
    expect(text).not.toMatch(LEAK);
    for (const secret of world.things.secrets) expect(text).not.toContain(secret);
  };
  const staff = (roles: readonly Role[], more: object = {}): Promise<Asks & { id: string }> =>
    asNew(world, { login: `bad.input.${(made += 1)}`, roles, divisionCode: COUNTY, ...more });
  const manager = () => world.app.get(DataSource).manager;
  const numberOf = (person: Person): string => world.app.get(PeopleService).secretsOf(person).idNumber;
  /** An application that waits for its first review, of somebody who has no account. */
  const waiting = async (): Promise<{ id: string; version: number; person: Person }> => {
    const where = { state: 'ELIGIBILITY_CHECKED' as const, divisionCode: Like('640324%') };
    for (const { id, version, personId } of await manager().findBy(BenefitApplication, where)) {
      const person = await manager().findOneByOrFail(Person, { id: personId });
      if ((await world.app.get(AccountService).ofPerson({ personId, idNumber: numberOf(person) })) === null)
        return { id, version, person };
    }
    throw new Error('the demo county has no application of somebody without an account');
  };
  const decision = (id: string, version: number, step: 'REVIEW' | 'APPROVE') => ({
    input: { id, version, step, outcome: 'APPROVE', idempotencyKey: newId() },
  });

  it.each([
    ['applicationCase(id: $id) { id }', 'REVIEWER', () => world.things.applicationId],
    ['ledger(envelopeId: $id, first: 1) { totalCount }', 'FINANCE', () => world.things.envelopeId],
    ['importJob(id: $id) { id }', 'OFFICER', () => world.things.importId],
    ['account(id: $id) { id }', 'SECURITY_ADMIN', () => world.things.accountId],
  ] as const)('%s of another county does not exist (bad input 17)', async (field, role, id) => {
    const query = `query ($id: ID!) { ${field} }`;
    refused(await foreign(role)(query, { id: id() }), 'NOT_FOUND');
    expect((await own(role)(query, { id: id() })).code).toBeUndefined();
  });

  it('an application of another seeker does not exist, to look at or to withdraw (bad input 18)', async () => {
    const { jobApplicationId: id, personId } = world.things;
    const twin = (query: string, variables: object) => world.send({ role: 'SEEKER', place: 'twin' }, query, variables);
    refused(await twin('mutation ($id: ID!) { withdrawApplication(id: $id) { id } }', { id }), 'NOT_FOUND');
    const explain = 'query ($p: ID!, $o: ID!) { matchExplanation(personId: $p, postId: $o) { answer } }';
    refused(await twin(explain, { p: personId, o: world.things.postId }), 'NOT_FOUND');
    const { data } = await twin('{ myApplications(first: 100) { totalCount } }', {});
    expect(data).toEqual({ myApplications: { totalCount: 0 } });
  });

  it.each(['grade', 'category', 'idNumber', 'certificate', 'phone'])(
    'an employer asks for %s of an employee (bad input 19)',
    async (field) => {
      // No type that an employer reaches has such a field: the language refuses, and the answer says that it is no slip.
      for (const role of ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'] as const)
        refused(await own(role)(`{ assessment(year: 2026) { hires { id ${field} } } }`), 'FORBIDDEN_FIELD');
    },
  );

  it('an employer asks for a clear value (bad input 19)', async () => {
    const input = { field: 'hireCertificate', subjectId: newId(), reason: 'IDENTITY', note: '想看看是谁' };
    for (const role of ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'] as const)
      refused(
        await own(role)('mutation ($input: RevealInput!) { reveal(input: $input) { value } }', { input }),
        'FORBIDDEN',
      );
  });

  it.each([
    ['EMPLOYER_ADMIN', '{ assessment(year: 2026) { hires { idNumber } } }'],
    ['REVIEWER', 'query { applicationQueue(step: "REVIEW", first: 1) { edges { node { idNumber } } } }'],
    ['COUNSELLOR', '{ caseload(first: 1) { edges { node { idNumber } } } }'],
    ['SEEKER', '{ myApplications(first: 1) { edges { node { post { contact } } } } }'],
  ] as const)('%s goes by a nested path to a secret (bad input 20)', async (role, query) => {
    refused(await own(role)(query), 'FORBIDDEN_FIELD');
  });

  it('the own ID number is masked wherever it is reached (bad input 20)', async () => {
    const { data } = await own('SEEKER')('{ myRecord { idNumber certificate phone account } }');
    expect(JSON.stringify(data)).toMatch(/"idNumber":"\d{3}\*{11}\d{3}[\dX]"/);
    expect(JSON.stringify(data)).not.toMatch(/\d{11}/);
  });

  it('a hundred clear values by aliases (bad input 21)', async () => {
    const { personId } = world.things;
    const input = `{ field: "personPhone", subjectId: "${personId}", reason: "CONTACT", note: "约他来签字" }`;
    const query = `mutation { ${numbered(100, (index) => `r${index}: reveal(input: ${input}) { value }`)} }`;
    refused(await own('OFFICER')(query), 'QUERY_TOO_COMPLEX');
    const two = `mutation { ${numbered(2, (index) => `r${index}: reveal(input: ${input}) { value }`)} }`;
    refused(await own('OFFICER')(two), 'QUERY_TOO_COMPLEX');
  });

  it.each(['64%_', '%', '64____', '640324%', '', '６４', '64\u0000'])('a region %j (bad input 22)', async (code) => {
    const board = 'query ($c: String!) { complianceBoard(divisionCode: $c, year: 2026, first: 1) { totalCount } }';
    refused(await own('OFFICER')(board, { c: code }), 'VALIDATION');
    const posts = 'query ($f: PublicPostFilter) { publicPosts(first: 1, filter: $f) { totalCount } }';
    refused(await own('OFFICER')(posts, { f: { divisionCode: code } }), 'VALIDATION');
    const rows = 'query ($c: String!) { policyParameters(divisionCode: $c, on: "2026-03-01") { code } }';
    refused(await own('OFFICER')(rows, { c: code }), 'VALIDATION');
  });

  it('a reviewer decides on the own application (bad input 23)', async () => {
    const { id, version, person } = await waiting();
    const self = await staff(['REVIEWER'], { idNumber: numberOf(person) });
    refused(await self(DECIDE, decision(id, version, 'REVIEW')), 'SELF_APPROVAL');
    const input = { field: 'applicantAccount', subjectId: id, reason: 'ACCOUNT', note: '核对自己的账号' };
    refused(
      await self('mutation ($input: RevealInput!) { reveal(input: $input) { value } }', { input }),
      'SELF_APPROVAL',
    );
  });

  it('one person takes both steps of an application (bad input 24)', async () => {
    const { id, version } = await waiting();
    const both = await staff(['REVIEWER', 'APPROVER']);
    const { data } = await both(DECIDE, decision(id, version, 'REVIEW'));
    const { version: next } = (data as { decideApplication: { version: number } }).decideApplication;
    refused(await both(DECIDE, decision(id, next, 'APPROVE')), 'DUTY_SEPARATION');
  });

  it.each(['OFFICER', 'EMPLOYER_ADMIN', 'SYSTEM_ADMIN', 'AUDITOR', 'SEEKER'] as const)(
    '%s gives out roles (bad input 25)',
    async (role) => {
      const { accountId: id } = world.things;
      const set = 'mutation ($id: ID!, $roles: [String!]!) { setRoles(id: $id, roles: $roles) }';
      refused(await own(role)(set, { id, roles: ['SECURITY_ADMIN'] }), 'FORBIDDEN');
      const create = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { accountId } }';
      const input = { login: 'escalated', displayName: '甲', idNumber: '1', divisionCode: COUNTY, roles: ['OFFICER'] };
      refused(await own(role)(create, { input }), 'FORBIDDEN');
    },
  );

  it('an audit administrator edits an account (bad input 26)', async () => {
    const { accountId: id } = world.things;
    const before = await manager().findOneByOrFail(Account, { id });
    for (const change of [
      'setAccountDisabled(id: $id, disabled: true)',
      'setRoles(id: $id, roles: ["AUDITOR"])',
      'resetAccount(id: $id) { setupToken }',
    ])
      refused(await own('AUDIT_ADMIN')(`mutation ($id: ID!) { ${change} }`, { id }), 'FORBIDDEN');
    expect(await manager().findOneByOrFail(Account, { id })).toEqual(before);
  });

  it('a state in the input (bad input 27)', async () => {
    // States are reached by acts alone: no input has such a field, so the schema refuses before a service sees it.
    const { applicationId, envelopeId } = world.things;
    const input = { ...decision(applicationId, 1, 'REVIEW').input, state: 'PAID' };
    refused(await own('REVIEWER')(DECIDE, { input }), 'VALIDATION');
    const seal = `mutation { sealBatch(input: { envelopeId: "${envelopeId}", idempotencyKey: "${newId()}", state: "PAID" }) { id } }`;
    refused(await own('FINANCE')(seal), 'VALIDATION');
  });

  it.each([
    ['SECURITY_ADMIN', '{ accounts(first: 1, orderBy: "idBlind") { totalCount } }'],
    ['COUNSELLOR', '{ caseload(first: 1, sort: "secrets") { totalCount } }'],
    ['OFFICER', '{ publicPosts(first: 1, filter: { idNumber: "640324199001010014" }) { totalCount } }'],
    ['FINANCE', '{ payouts(first: 1, accountNumber: "6217000000000000004") { totalCount } }'],
  ] as const)('%s sorts or filters by a secret: no list takes one (bad input 28)', async (role, query) => {
    refused(await own(role)(query), 'VALIDATION');
  });

  it.each([
    ['auditTrail', 'AUDITOR'],
    ['accounts', 'SECURITY_ADMIN'],
    ['applicationQueue', 'REVIEWER'],
    ['publicPosts', 'OFFICER'],
    ['matchedPosts', 'SEEKER'],
  ] as const)('a cursor of %s that was changed (bad input 29)', async (list, role) => {
    const args = list === 'applicationQueue' ? ', step: "REVIEW"' : '';
    const query = `query ($after: String) { ${list}(first: 1, after: $after${args}) { pageInfo { endCursor } } }`;
    const { data } = await own(role)(query, { after: null });
    const cursor = (data as Record<string, { pageInfo: { endCursor: string } }>)[list]?.pageInfo.endCursor as string;
    expect((await own(role)(query, { after: cursor })).code).toBeUndefined();
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as (string | number)[];
    const written = (changed: unknown) => Buffer.from(JSON.stringify(changed)).toString('base64url');
    const last = values.at(-1) as string | number;
    for (const changed of [
      written([...values.slice(0, -1), typeof last === 'number' ? last + 1 : `${last}x`]),
      written([...values, 'x']),
      written(values.slice(1)),
      written({ ...values }),
      written([...values.slice(0, -1), "' OR 1=1--"]),
      cursor.slice(0, -4),
      'x',
      '{}',
    ])
      refused(await own(role)(query, { after: changed }), 'CURSOR_INVALID');
  });

  it('counting by the filter of another region gives nothing (bad input 30)', async () => {
    const foreignAccount = await manager().findOneByOrFail(Account, { login: 'foreign.officer' });
    const trail = 'query ($a: ID) { auditTrail(first: 1, actorId: $a) { totalCount edges { cursor } } }';
    expect((await own('AUDITOR')(trail, { a: foreignAccount.id })).data).toEqual({
      auditTrail: { totalCount: 0, edges: [] },
    });
    const rows =
      'query ($s: String) { parameterRows(first: 1, filter: { scope: $s }) { totalCount edges { cursor } } }';
    expect((await own('OFFICER')(rows, { s: FOREIGN })).data).toEqual({ parameterRows: { totalCount: 0, edges: [] } });
    // A list whose region is not a filter but the thing asked for: as if that region did not exist.
    const board = 'query ($c: String!) { complianceBoard(divisionCode: $c, year: 2026, first: 1) { totalCount } }';
    refused(await own('OFFICER')(board, { c: FOREIGN }), 'NOT_FOUND');
    expect((await foreign('OFFICER')(board, { c: FOREIGN })).data).toBeDefined();
  });
});
