import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY, RevealFields, type Role } from '@tongxing/access';
import { BenefitApplication, Payout } from '@tongxing/benefits';
import { CaseAssignment } from '@tongxing/campaigns';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { PeopleService, Person } from '@tongxing/people';
import { CountedHire } from '@tongxing/quota';
import { CryptoProvider, newId } from '@tongxing/platform';
import { buildSchema, getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { DataSource, Like } from 'typeorm';
import { SECRET_NAMES } from '../../api/src/secret-names.js';
import { mayCall, OPERATIONS } from './operations.js';
import { type Asks, asKnown, asNew } from './signed-in.js';
import { type Answer, openWorld, type World } from './world.js';

const COUNTY = '640324000000';
const REVEAL = 'mutation ($input: RevealInput!) { reveal(input: $input) { title whose value hiddenAt } }';
const SDL = readFileSync(join('apps', 'api', 'schema.graphql'), 'utf8');

/** Words of which a field's name is made that would tell an employer who somebody is or what they live with. */
const TELLING = new Set([
  ...[...SECRET_NAMES].map((name) => name.toLowerCase()),
  'birth',
  'sex',
  'idcard',
  'mobile',
  'health',
  'disability',
  'certificates',
  'name',
  'person',
  'applicant',
  'needs',
  'visits',
  'masked',
]);
const wordsOf = (field: string): string[] => field.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
const isTelling = (field: string): boolean =>
  TELLING.has(field.toLowerCase()) || wordsOf(field).some((word) => TELLING.has(word));

/** Telling names that an employer may reach, each with the reason. What is not reachable any more must go from here. */
const REACHED: Readonly<Record<string, string>> = {
  'AssessedHire.maskedCertificate': 'of their own employees, whom they declared themselves; never the tail',
  'AssessedHire.name': 'of their own employees, masked',
  'AssessedHire.personYears': 'how much an employee counts, no word about whom',
  'ActingFor.name': 'whoever named this account as helper: somebody who works for an employer has a family too',
  'ActingFor.personId': 'the same',
  'AccountSetupNode.displayName': 'of the account whose one-time link one holds',
  'Applicant.contactPhone': 'as the applicant gave it for this post, once he said that this employer may see it',
  'Applicant.contactWay': 'the same',
  'Applicant.name': 'the same; a reference until then',
  'Applicant.needs': 'those that the applicant shares with this employer, or with every unit; else none',
  'AllocationRoundRow.divisionName': 'whose office holds a round; published for everybody',
  'Assessment.employerName': 'an organisation',
  'PublishedRound.divisionName': 'whose office held a round; published for everybody',
  'RoundPost.divisionName': 'where a post of a published round is',
  'RoundPost.employerName': 'an organisation that offers it',
  'CodeChoice.birthYear': 'who holds the phone and its code chooses which of its people they are',
  'CodeChoice.maskedName': 'the same; masked',
  'CodeChoice.personId': 'the same; opens nothing without the code',
  'Delegation.helperName': 'of the viewer, who ends the own delegation',
  'DelegationLogNode.actorName': 'the viewer’s own acts',
  'DelegationLogNode.personName': 'whom the viewer helped',
  'DemoAccount.account': 'sign-in name; demo mode only',
  'DemoAccount.displayName': 'a role; demo mode only',
  'DemoSms.phone': 'demo mode only, of nobody',
  'Division.name': 'of a place',
  'EmployerPost.divisionName': 'of a place',
  'EmployerPost.employerName': 'an organisation',
  'EmployerPost.originName': 'of a county, whose office keeps the post',
  'EmployerPost.unitName': 'of a workshop or institution',
  'FeedbackCounty.name': 'of a place',
  'HelpedPerson.birthYear': 'whoever named this account as helper: which of two of one name',
  'HelpedPerson.name': 'the same',
  'HelpedPerson.personId': 'the same',
  'HelpedPerson.placeName': 'the same',
  'ImportJob.fileName': 'of their own upload, numbers masked',
  'Member.displayName': 'of the colleagues of the own employer, for its administrator',
  'NoticeLine.divisionName': 'of a place; public',
  'NoticeLine.maskedName': 'public notice: 张*明',
  'PublicNotice.phone': '监督电话 of the office',
  'PublicProject.divisionName': 'of a place',
  'PublicProject.hostName': 'of an organisation',
  'PostOrigin.officeName': 'an organisation',
  'PostOrigin.phone': 'of that organisation; a mobile number is refused',
  'StalePost.employerName': 'an organisation',
  'StalePost.officeName': 'an organisation',
  'PublicPost.divisionName': 'of a place',
  'PublicPost.employerName': 'an organisation',
  'PublicRegisterEntry.categoryText': 'the level of a service point',
  'PublicRegisterEntry.divisionName': 'of a place',
  'PublicRegisterEntry.name': 'of a service point',
  'QuotaReturn.employerName': 'an organisation',
  'RefusalCase.employerName': 'an organisation',
  'RefusalCase.personName': 'null but for the office; an employer’s cases are about its posts',
  'Scheme.name': 'of a support',
  'TraceInputNode.name': 'of a value of a rule',
  'WorkPlace.divisionName': 'of a place',
  'Viewer.countyName': 'of a place',
  'Viewer.displayName': 'the own account',
  'Viewer.divisionName': 'of a place',
  'Viewer.personId': 'the own account',
};

/** Every telling field that is reached from these root fields, `Type.field`. */
function tellingFrom(schema: GraphQLSchema, roots: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (type: unknown): void => {
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (isTelling(field.name)) found.add(`${type.name}.${field.name}`);
      walk(getNamedType(field.type));
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {}))
      if (roots.has(field.name)) walk(getNamedType(field.type));
  return found;
}

describe('clear values and who may see them', () => {
  let world: World;
  let employerRoots: Set<string>;
  let made = 0;
  const manager = () => world.app.get(DataSource).manager;

  beforeAll(async () => {
    world = await openWorld();
    employerRoots = new Set(
      [...mayCall(world.app)].flatMap(([name, may]) =>
        may === 'EVERYBODY' || may.some((role) => role.startsWith('EMPLOYER')) ? [name] : [],
      ),
    );
  }, 120_000);
  afterAll(() => world?.close());

  const as = (role: Role) => (query: string, variables: object) => world.send({ role, place: 'own' }, query, variables);
  const staff = (roles: readonly Role[], divisionCode = COUNTY): Promise<Asks & { id: string }> =>
    asNew(world, { login: `clear.value.${(made += 1)}`, roles, divisionCode });
  const look = (ask: Asks, field: string, subjectId: string): Promise<Answer> =>
    ask(REVEAL, { input: { field, subjectId, reason: 'CONTACT', note: '约本人来签字' } });
  const valueOf = ({ data, code }: Answer): string | undefined =>
    code ?? (data?.reveal as { value: string } | undefined)?.value;
  const secretsOf = async (id: string) =>
    world.app.get(PeopleService, { strict: false }).secretsOf(await manager().findOneByOrFail(Person, { id }));

  describe('the types of an employer', () => {
    it('reach no field that tells who somebody is or what they live with, but those with a reason', () => {
      expect(employerRoots.size).toBeGreaterThan(20);
      const reached = tellingFrom(buildSchema(SDL), employerRoots);
      expect([...reached].filter((field) => !Object.hasOwn(REACHED, field))).toEqual([]);
      expect(Object.keys(REACHED).filter((field) => !reached.has(field))).toEqual([]);
    });

    it.each([
      ['the grade of an employee', 'type AssessedHire {', 'grade: Int'],
      ['the ID number behind a list', 'type PublicPost {', 'lastApplicant: Hidden'],
      ['a word of the needs of somebody', 'type QuotaReturn {', 'accessNeeds: [String!]'],
    ])('%s, planted, is found', (_, type, field) => {
      const planted = SDL.replace(type, `type Hidden { idNumber: String category: Int }\n${type} ${field}`);
      const found = [...tellingFrom(buildSchema(planted), employerRoots)].filter((one) => !Object.hasOwn(REACHED, one));
      expect(found.length).toBeGreaterThan(0);
    });

    it('answer without a number of anybody, whatever an employer asks', async () => {
      const people = await manager().findBy(Person, { divisionCode: Like('640324%') });
      const numbers = new Set<string>();
      for (const person of people) {
        const { idNumber, certificate, phone, accountNumber } = await secretsOf(person.id);
        for (const number of [idNumber, certificate, phone, accountNumber]) if (number) numbers.add(number);
      }
      expect(numbers.size).toBeGreaterThan(people.length);
      const shown: string[] = [];
      let answered = 0;
      for (const role of ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'] as const)
        for (const { name, isMutation, document, variables } of OPERATIONS.filter((one) =>
          employerRoots.has(one.name),
        )) {
          if (isMutation || name.startsWith('demo')) continue;
          const { text, data } = await as(role)(document, variables(world.things, role));
          if (data) answered += 1;
          for (const [run] of text.matchAll(/\d{11,}[\dX]*/g)) if (numbers.has(run)) shown.push(`${role} ${name}`);
        }
      expect(shown).toEqual([]);
      expect(answered).toBeGreaterThan(20);
    });
  });

  describe('看完整号码', () => {
    it('knows every value of the policy table, and no other', () => {
      const rows = POLICY.flatMap(({ action }) => /^reveal\.(?!request$)(\w+)$/.exec(action)?.[1] ?? []);
      expect(world.app.get(RevealFields).names().sort()).toEqual([...rows].sort());
    });

    it('of a person of the region, for the officer; nobody else', async () => {
      const { personId } = world.things;
      const { idNumber, certificate } = await secretsOf(personId);
      const officer = await staff(['OFFICER']);
      expect(valueOf(await look(officer, 'personIdNumber', personId))).toBe(idNumber);
      expect(valueOf(await look(officer, 'personCertificate', personId))).toBe(certificate);
      expect(valueOf(await look(await staff(['OFFICER'], '360734000000'), 'personIdNumber', personId))).toBe(
        'NOT_FOUND',
      );
      // The same person, in a duty that the officer has not.
      expect(valueOf(await look(officer, 'casePhone', personId))).toBe('FORBIDDEN_FIELD');
      expect(valueOf(await look(officer, 'personIdNumber', newId()))).toBe('NOT_FOUND');
      expect(valueOf(await look(officer, 'personIdNumber', 'x'))).toBe('VALIDATION');
      for (const role of ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN', 'SEEKER', 'AUDITOR', 'SECURITY_ADMIN'] as const)
        expect(valueOf(await look(await staff([role]), 'personIdNumber', personId))).toBe('FORBIDDEN');
    });

    it('of the own caseload, for its counsellor; gone when the case goes', async () => {
      const [mine, other] = [await asKnown(world, 'counsellor'), await asKnown(world, 'counsellor2')];
      const account = await manager().query<{ id: string }[]>("SELECT id FROM account WHERE login = 'counsellor'");
      const assigned = await manager().findBy(CaseAssignment, { counsellorId: account[0]?.id as string, live: 1 });
      const withPhone = (
        await Promise.all(assigned.map(async (one) => ({ ...one, secrets: await secretsOf(one.personId) })))
      ).find(({ secrets }) => secrets.phone !== undefined);
      const { id, personId, secrets } = withPhone as NonNullable<typeof withPhone>;
      expect(valueOf(await look(mine, 'casePhone', personId))).toBe(secrets.phone);
      expect(valueOf(await look(other, 'casePhone', personId))).toBe('NOT_FOUND');
      const unitOfWork = world.app.get(UnitOfWork);
      await unitOfWork.run(() =>
        guardedUpdate(
          unitOfWork.manager,
          CaseAssignment,
          { id, live: 1 },
          { live: null, endedOn: '2026-11-23' as never },
        ),
      );
      expect(valueOf(await look(mine, 'casePhone', personId))).toBe('NOT_FOUND');
    });

    it('of an application, for who decides its step, while it waits for it', async () => {
      const application = await manager().findOneByOrFail(BenefitApplication, {
        state: 'ELIGIBILITY_CHECKED',
        divisionCode: Like('640324%'),
      });
      const { id, version, personId } = application;
      const { idNumber } = await secretsOf(personId);
      const [reviewer, approver] = [await staff(['REVIEWER']), await staff(['APPROVER'])];
      expect(valueOf(await look(reviewer, 'applicantIdNumber', id))).toBe(idNumber);
      expect(valueOf(await look(approver, 'applicantIdNumber', id))).toBe('NOT_FOUND');
      expect(valueOf(await look(await staff(['OFFICER']), 'applicantIdNumber', id))).toBe('FORBIDDEN_FIELD');
      const both = await staff(['REVIEWER', 'APPROVER']);
      const input = { id, version, step: 'REVIEW', outcome: 'APPROVE', idempotencyKey: newId() };
      await both('mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { state } }', {
        input,
      });
      expect(valueOf(await look(reviewer, 'applicantIdNumber', id))).toBe('NOT_FOUND');
      expect(valueOf(await look(approver, 'applicantIdNumber', id))).toBe(idNumber);
      // Who did the first step has nothing to do with the second.
      expect(valueOf(await look(both, 'applicantIdNumber', id))).toBe('NOT_FOUND');
    });

    it('of a payout, not before it is in a batch; nothing else of the applicant for finance', async () => {
      const payout = await manager().findOneByOrFail(Payout, { state: 'APPROVED', divisionCode: Like('640324%') });
      const finance = await staff(['FINANCE']);
      expect(valueOf(await look(finance, 'payoutAccount', payout.id))).toBe('NOT_FOUND');
      expect(valueOf(await look(finance, 'applicantAccount', payout.applicationId))).toBe('FORBIDDEN_FIELD');
    });

    it('of a declared employee, for the office of the employer’s region', async () => {
      const [hire] = await manager().find(CountedHire, { take: 1, order: { id: 'ASC' } });
      const { id, secrets } = hire as CountedHire;
      const opened = world.app.get(CryptoProvider).open(secrets, `counted_hire|secrets|${id}`);
      const { certificate, veteran } = JSON.parse(opened) as { certificate?: string; veteran?: string };
      const answers = [];
      for (const county of [COUNTY, '360734000000'])
        answers.push(valueOf(await look(await staff(['OFFICER'], county), 'hireCertificate', id)));
      expect(answers.sort()).toEqual([certificate ?? veteran, 'NOT_FOUND'].sort());
    });
  });
});
