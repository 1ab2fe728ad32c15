import {
  accessEntities,
  Caseloads,
  Divisions,
  MemorySmsSender,
  IdempotencyService,
  MessageService,
  PersonParts,
  PhoneBook,
  type SignedIn,
} from '@tongxing/access';
import { Job, JobService } from '@tongxing/jobs';
import { blindColumns, insertRows } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import {
  Employer,
  employerEntities,
  EmployerService,
  Post,
  PostDeskService,
  PostService,
  ProjectService,
} from '@tongxing/employers';
import { parameterEntities, ParameterService } from '@tongxing/parameters';
import {
  blindId,
  ConsentService,
  FunctionalProfile,
  OwnProfileService,
  peopleEntities,
  PeopleService,
  Person,
} from '@tongxing/people';
import { type Clock, type Config, FixedClock, IntlCryptoProvider, newId, ReadinessChecks } from '@tongxing/platform';
import { ABILITY_CODES, isoDate, MATCH_PARAMETERS, withIdCheckDigit } from '@tongxing/rules';
import {
  ApplicationBook,
  ApplicationFlow,
  ApplicationNews,
  AskService,
  ChoiceService,
  Dismissals,
  Entrants,
  JobApplicationService,
  LintService,
  PeopleIndex,
  ShortlistService,
  matchingEntities,
  MatchIndex,
  MatchPeople,
  MatchService,
  OfficePostsService,
  PlacementDesk,
  PlacementService,
  OpeningsService,
  RefusalService,
  RetentionService,
  RoundBook,
  RoundDesk,
  RoundList,
  RoundNews,
  RoundService,
  RoundSimulations,
  SeatAnswers,
  SeatBook,
  SeatDesk,
  SeatNews,
  SeatService,
  SupportBook,
  SupportCostService,
  SupportDesk,
  SupportFollow,
  SupportService,
} from '../index.js';
import { SupportPart } from '../support/support-part.js';
import { PlacementPart } from '../placements/placement-part.js';
import { RoundsPart } from '../rounds/rounds-part.js';

export const entities = [
  ...accessEntities,
  Job,
  ...parameterEntities,
  ...peopleEntities,
  ...employerEntities,
  ...matchingEntities,
];
export const VILLAGE = '640324100201';

const demoRow = (code: string, value: string, qualifier = '') => ({
  code,
  scope: 'CN',
  qualifier,
  unit: 'setting',
  value,
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED' as const,
  afterEnd: 'REFUSE' as const,
});

let serial = 0;

/** Matching on a test database, with makers of people and posts that fit each other. */
export async function setup(database: TestDatabase) {
  const { unitOfWork } = database;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const people = new PeopleService(unitOfWork, crypto);
  const posts = new PostService(unitOfWork, clock, Divisions.shipped());
  const parameters = new ParameterService(unitOfWork, clock, { demo: true } as Config);
  await parameters.loadDemo(
    [
      demoRow(MATCH_PARAMETERS.minimumAge, '16'),
      demoRow(MATCH_PARAMETERS.ageBounds, '16..59', 'MALE'),
      demoRow(MATCH_PARAMETERS.ageBounds, '16..54', 'FEMALE'),
      demoRow(MATCH_PARAMETERS.targetByStatus, 'yes'),
      demoRow(MATCH_PARAMETERS.residentsOnly, 'yes'),
      demoRow(MATCH_PARAMETERS.onePost, 'yes'),
    ],
    [],
  );
  const matchPeople = new MatchPeople(unitOfWork, people);
  const index = () => new MatchIndex(unitOfWork, clock, posts, parameters, new ReadinessChecks());
  // Nothing of text messages is asked here.
  const consents = new ConsentService(
    unitOfWork,
    clock,
    parameters,
    undefined as never,
    new Caseloads(),
    undefined as never,
  );
  const peopleIndex = () =>
    new PeopleIndex(unitOfWork, clock, matchPeople, consents, parameters, new ReadinessChecks());
  const dismissalsAt = (at: Clock) => new Dismissals(unitOfWork, at, crypto, posts);
  const dismissals = dismissalsAt(clock);
  const matches = new MatchService(index(), peopleIndex(), people, matchPeople, posts, consents, dismissals);
  const openings = new OpeningsService(matches, dismissals, Divisions.shipped());
  const config = { demo: true } as Config;
  const jobs = new JobService(unitOfWork, clock);
  const messages = new MessageService(unitOfWork, clock, crypto, jobs, new MemorySmsSender(), new PhoneBook(), config);
  messages.onModuleInit();
  const idempotency = new IdempotencyService(unitOfWork, clock, crypto);
  const divisions = Divisions.shipped();
  const entrants = new Entrants(unitOfWork, people, matchPeople, consents, posts, index());
  const book = new RoundBook(unitOfWork);
  const roundNews = new RoundNews(unitOfWork, messages, posts);
  const simulations = new RoundSimulations(unitOfWork, clock, idempotency, jobs, entrants, book);
  simulations.onModuleInit();
  const deskAt = (at: Clock) =>
    new RoundDesk(unitOfWork, at, crypto, divisions, idempotency, posts, entrants, book, roundNews);
  const desk = deskAt(clock);
  const seatBook = new SeatBook(unitOfWork, book);
  const rounds = new RoundService(unitOfWork, clock, people, posts, book, divisions, matches, simulations, seatBook);
  const list = new RoundList(unitOfWork, clock, divisions, people, posts, rounds);
  const choices = new ChoiceService(unitOfWork, clock, idempotency, matches, posts, book, rounds);
  const roundsPart = new RoundsPart(unitOfWork, posts, crypto, new PersonParts());
  const placements = new PlacementService(unitOfWork, clock, people, posts, parameters, matchPeople);
  const caseloads = new Caseloads();
  const employerService = new EmployerService(unitOfWork, crypto);
  const applicationBook = new ApplicationBook(unitOfWork, crypto);
  const news = new ApplicationNews(unitOfWork, messages);
  const refusals = new RefusalService(unitOfWork, clock, crypto, parameters, people, posts, employerService, news);
  const profiles = new OwnProfileService(unitOfWork, clock);
  const supportFollow = new SupportFollow(unitOfWork, clock, caseloads, messages);
  const applications = new JobApplicationService(
    unitOfWork,
    clock,
    posts,
    matches,
    applicationBook,
    news,
    supportFollow,
  );
  const supportBook = new SupportBook(unitOfWork, clock, crypto, posts);
  const supports = new SupportService(
    unitOfWork,
    clock,
    caseloads,
    idempotency,
    messages,
    profiles,
    posts,
    applicationBook,
    news,
    supportBook,
    supportFollow,
  );
  const supportDesk = new SupportDesk(
    unitOfWork,
    clock,
    divisions,
    caseloads,
    idempotency,
    people,
    profiles,
    supportBook,
    supports,
  );
  const supportCosts = new SupportCostService(unitOfWork, clock);
  const supportPart = new SupportPart(unitOfWork, supportBook, new PersonParts());
  const projects = new ProjectService(unitOfWork, clock, divisions, employerService);
  const placementPart = new PlacementPart(unitOfWork, posts, new PersonParts());
  const placementDesk = new PlacementDesk(
    unitOfWork,
    clock,
    divisions,
    caseloads,
    idempotency,
    messages,
    people,
    posts,
    projects,
    placements,
  );

  const flow = new ApplicationFlow(
    unitOfWork,
    clock,
    caseloads,
    people,
    consents,
    employerService,
    posts,
    matches,
    placements,
    applications,
    applicationBook,
    news,
    refusals,
    profiles,
    supportFollow,
  );
  const retention = new RetentionService(
    unitOfWork,
    clock,
    crypto,
    caseloads,
    people,
    posts,
    placements,
    divisions,
    news,
  );

  const seatNews = new SeatNews(unitOfWork, messages, posts, news);
  const seatDesk = new SeatDesk(unitOfWork, clock, idempotency, parameters, matches, placements, seatBook, seatNews);
  const seatAnswers = new SeatAnswers(unitOfWork, clock, crypto, idempotency, caseloads, posts, refusals, seatNews);
  const seats = new SeatService(unitOfWork, clock, divisions, caseloads, parameters, people, posts, seatBook);

  const employers = employerService;
  const postDesk = new PostDeskService(unitOfWork, clock, divisions, parameters, employers, posts, projects);
  const shortlistBy = (held: PeopleIndex) =>
    new ShortlistService(held, people, matchPeople, posts, employers, caseloads, divisions, crypto, applicationBook);
  const officePosts = new OfficePostsService(unitOfWork, clock, divisions, posts);
  const asksBy = (held: PeopleIndex) =>
    new AskService(unitOfWork, clock, divisions, caseloads, messages, people, posts, shortlistBy(held));
  const linter = new LintService(postDesk, matchPeople, index());

  const seeker = (personId: string): SignedIn => ({
    id: newId(),
    displayName: '求职者',
    roles: ['SEEKER'],
    divisionCode: '640324000000',
    personId,
  });

  /** Somebody who looks for work, is assessed at level 3 throughout, and wants to be recommended posts. */
  const person = async (over: Partial<Person> = {}, levels: Record<string, number> | null = {}) => {
    serial += 1;
    const id = newId();
    const idNumber = withIdCheckDigit(`6403241990010${String(serial % 10)}${String(serial).padStart(3, '0')}`);
    await unitOfWork.run(async () => {
      await insertRows(unitOfWork.manager, Person, [
        {
          id,
          name: '示例人',
          sex: 'MALE',
          birthOn: isoDate('1990-01-01'),
          divisionCode: VILLAGE,
          state: 'ACTIVE',
          certificateExpiresOn: isoDate('2030-01-01'),
          employmentStatus: 'UNEMPLOYED',
          wantsWork: true,
          skills: ['缝纫'],
          education: 'JUNIOR_MIDDLE',
          wantedKinds: [],
          accessNeeds: [],
          secrets: crypto.seal(JSON.stringify({ idNumber, certificate: `${idNumber}43` }), `person|secrets|${id}`),
          ...blindColumns('idBlind', blindId(crypto, idNumber)),
          registeredAt: clock.now(),
          ...over,
        },
      ]);
      if (levels !== null)
        await insertRows(unitOfWork.manager, FunctionalProfile, [
          {
            id: newId(),
            personId: id,
            assessor: '示例员',
            assessedOn: isoDate('2026-05-01'),
            validUntil: isoDate('2027-04-30'),
            levels: { ...Object.fromEntries(ABILITY_CODES.map((item) => [item, 3])), ...levels },
            ownAids: [],
          },
        ]);
      unitOfWork.changed('person', id);
    });
    await consents.seedDemo([id], ['MATCHING']);
    return { id, certificate: `${idNumber}43`, viewer: seeker(id) };
  };

  let employerId: string | undefined;
  const employer = async (): Promise<string> => {
    if (employerId !== undefined) return employerId;
    const id = newId();
    await unitOfWork.run(() =>
      insertRows(unitOfWork.manager, Employer, [
        {
          id,
          name: '示例公司',
          creditCode: '91640324MA76XY016F',
          unitKind: 'ENTERPRISE',
          divisionCode: '640324000000',
          secrets: crypto.seal('{}', `employer|secrets|${id}`),
          registeredAt: clock.now(),
        },
      ]),
    );
    employerId = id;
    return id;
  };

  /** An open post in the same town that asks for little. */
  const post = async (over: Partial<Post> = {}): Promise<string> => {
    serial += 1;
    const id = newId();
    const owner = await employer();
    await unitOfWork.run(async () => {
      await insertRows(unitOfWork.manager, Post, [
        {
          id,
          employerId: owner,
          title: `岗位${serial}`,
          kind: 'PROPORTIONAL',
          openings: 1,
          workDivisionCode: '640324100202',
          divisionCode: '640324000000',
          remote: false,
          wageLowFen: 200_000,
          wageHighFen: 250_000,
          skills: [],
          licences: [],
          demands: { STAND: 2 },
          provisions: [],
          publishedOn: isoDate('2026-11-01'),
          closesOn: isoDate('2026-12-31'),
          state: 'OPEN',
          ...over,
        },
      ]);
      unitOfWork.changed('post', id);
    });
    return id;
  };

  const change = (id: string, set: Partial<Post>, told = true) =>
    unitOfWork.run(async () => {
      await unitOfWork.manager.update(Post, { id }, set as object);
      if (told) unitOfWork.changed('post', id);
    });

  return {
    clock,
    crypto,
    matches,
    dismissals,
    dismissalsAt,
    openings,
    messages,
    applications,
    placements,
    matchPeople,
    flow,
    refusals,
    retention,
    profiles,
    supports,
    supportDesk,
    supportCosts,
    supportPart,
    caseloads,
    parameters,
    placementDesk,
    placementPart,
    projects,
    consents,
    index,
    person,
    post,
    change,
    people,
    desk,
    deskAt,
    book,
    publicPosts: posts,
    rounds,
    list,
    simulations,
    choices,
    roundsPart,
    seatDesk,
    seatAnswers,
    seats,
    postDesk,
    linter,
    officePosts,
    peopleIndex,
    shortlistBy,
    asksBy,
    employer,
  };
}
