import {
  Account,
  AccountService,
  Divisions,
  MemorySmsSender,
  PhoneBook,
  messageEntities,
  MessageService,
  type Role,
  Session,
  type SignedIn,
  Caseloads,
} from '@tongxing/access';
import { blindColumns, insertRows } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import { Employer, employerEntities, Post, PostService } from '@tongxing/employers';
import {
  ApplicationBook,
  JobApplication,
  JobApplicationService,
  matchingEntities,
  PlacementDesk,
  PlacementService,
} from '@tongxing/matching';
import { JobService } from '@tongxing/jobs';
import { blindId, ConsentService, OwnProfileService, peopleEntities, PeopleService, Person } from '@tongxing/people';
import { type Config, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate, type JobApplicationState, withIdCheckDigit } from '@tongxing/rules';
import { CampaignDemo, campaignEntities, CaseloadService, VisitService } from '../index.js';
import type { RecordVisitInput } from '../visit.inputs.js';

export const entities = [
  Account,
  Session,
  ...messageEntities,
  ...peopleEntities,
  ...employerEntities,
  ...matchingEntities,
  ...campaignEntities,
];

export const TOWN = '640324100000';
/** a village of that town */
export const VILLAGE = Divisions.shipped().children(TOWN)[0]?.code as string;

let serial = 0;

/** The services of campaigns on a test database. */
export function services(database: TestDatabase, demo = true) {
  const { unitOfWork } = database;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const accounts = new AccountService(unitOfWork, clock, crypto);
  const people = new PeopleService(unitOfWork, crypto);
  const messages = new MessageService(
    unitOfWork,
    clock,
    crypto,
    new JobService(unitOfWork, clock),
    new MemorySmsSender(),
    new PhoneBook(),
    { demo } as Config,
  );
  const consents = new ConsentService(
    unitOfWork,
    clock,
    undefined as never,
    messages,
    new Caseloads(),
    undefined as never,
  );
  consents.onModuleInit();
  const visits = new VisitService(unitOfWork, clock, crypto, consents);
  const posts = new PostService(unitOfWork, clock, Divisions.shipped());
  // Reading applications asks no match engine.
  const none = undefined as never;
  const book = new ApplicationBook(unitOfWork, crypto);
  const applications = new JobApplicationService(unitOfWork, clock, posts, none, book, none, none);
  const divisions = Divisions.shipped();
  const placements = new PlacementDesk(
    unitOfWork,
    clock,
    divisions,
    new Caseloads(),
    undefined as never,
    messages,
    people,
    posts,
    undefined as never,
    new PlacementService(unitOfWork, clock, people, posts, none, none),
  );
  const cases = new CaseloadService(
    unitOfWork,
    clock,
    people,
    accounts,
    divisions,
    visits,
    applications,
    placements,
    new OwnProfileService(unitOfWork, clock),
  );

  const person = async (over: Partial<Person> = {}): Promise<string> => {
    serial += 1;
    const id = newId();
    const idNumber = withIdCheckDigit(`6403241990010${String(serial % 10)}${String(serial).padStart(3, '0')}`);
    const row = {
      id,
      name: '马小兰',
      sex: 'FEMALE' as const,
      birthOn: isoDate('1990-01-01'),
      divisionCode: VILLAGE,
      state: 'ACTIVE' as const,
      employmentStatus: 'UNEMPLOYED' as const,
      wantsWork: null,
      skills: ['种植'],
      wantedKinds: [],
      accessNeeds: [],
      secrets: crypto.seal(JSON.stringify({ idNumber, certificate: `${idNumber}43` }), `person|secrets|${id}`),
      ...blindColumns('idBlind', blindId(crypto, idNumber)),
      registeredAt: clock.now(),
      ...over,
    };
    await unitOfWork.run(() => insertRows(unitOfWork.manager, Person, [row]));
    return id;
  };

  const counsellor = async (
    over: { roles?: Role[]; divisionCode?: string; demo?: boolean } = {},
  ): Promise<SignedIn> => {
    serial += 1;
    const account = {
      id: newId(),
      login: `counsellor${String(serial).padStart(3, '0')}`,
      displayName: `辅导员${serial}`,
      passwordHash: 'x',
      roles: over.roles ?? ['COUNSELLOR' as const],
      divisionCode: over.divisionCode ?? '640324000000',
      disabled: false,
      demo: over.demo ?? false,
      createdAt: clock.now(),
    };
    await unitOfWork.run(() => insertRows(unitOfWork.manager, Account, [account]));
    const { id, displayName, roles, divisionCode } = account;
    return { id, displayName, roles, divisionCode };
  };

  /** An application for a post of that title. */
  const application = async (personId: string, title: string, state: JobApplicationState): Promise<string> => {
    const [employerId, postId, id] = [newId(), newId(), newId()];
    const today = clock.today();
    const [divisionCode, secrets] = [TOWN, 'sealed'];
    const employer = {
      id: employerId,
      name: '同心县示例食品厂',
      creditCode: `9164032${String(++serial).padStart(11, '0')}`,
      unitKind: 'ENTERPRISE' as const,
      divisionCode,
      secrets,
      registeredAt: clock.now(),
    };
    const post = {
      id: postId,
      employerId,
      title,
      kind: 'PROPORTIONAL',
      openings: 1,
      workDivisionCode: TOWN,
      divisionCode,
      remote: false,
      wageLowFen: 200_000,
      wageHighFen: 250_000,
      skills: [],
      licences: [],
      provisions: [],
      publishedOn: today,
      closesOn: today,
      state: 'OPEN' as const,
    };
    const row = {
      id,
      personId,
      postId,
      divisionCode,
      state,
      live: 1,
      answer: 'FITS',
      appliedOn: today,
      shareNeeds: false,
      secrets,
      idempotencyKey: newId(),
      createdAt: clock.now(),
    };
    await unitOfWork.run(async () => {
      await insertRows(unitOfWork.manager, Employer, [employer]);
      await insertRows(unitOfWork.manager, Post, [post]);
      await insertRows(unitOfWork.manager, JobApplication, [row]);
    });
    return id;
  };

  return {
    clock,
    application,
    crypto,
    visits,
    cases,
    person,
    counsellor,
    demo: new CampaignDemo(unitOfWork, clock, { demo } as Config, cases),
    /** Puts people into a caseload with one due day each. */
    assign: (to: SignedIn, personIds: string[], days: (string | null)[] = []) =>
      cases.assign({
        counsellorId: to.id,
        personIds,
        dueOn: (index) => {
          const day = days[index];
          return day === undefined || day === null ? null : isoDate(day);
        },
      }),
  };
}

export const visit = (personId: string, over: Partial<RecordVisitInput> = {}): RecordVisitInput => ({
  id: newId(),
  personId,
  visitedOn: '2026-11-23',
  met: 'SELF',
  ...over,
});
