import {
  Account,
  Divisions,
  IdempotencyService,
  MessageService,
  MemorySmsSender,
  PhoneBook,
  type Role,
  type SignedIn,
} from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import type { TestDatabase } from '@tongxing/database/testing';
import {
  Employer,
  EmployerService,
  type LintPostInput,
  PostDeskService,
  ProjectService,
  PostService,
} from '@tongxing/employers';
import { JobService } from '@tongxing/jobs';
import { ParameterEntry, ParameterService } from '@tongxing/parameters';
import { type Config, FixedClock, newId } from '@tongxing/platform';
import { ABILITY_CODES, type IsoDate, isoDate } from '@tongxing/rules';
import { MatchPeople } from '../../match-people.js';
import { PlacementService } from '../../placements/placement.service.js';
import { setup } from '../../test/setup.js';
import { AttendanceService } from '../attendance.service.js';
import { WelfareExitService } from '../exit.service.js';
import { WelfareProposalService } from '../proposal.service.js';
import { WelfareBook } from '../welfare-book.js';
import { WelfareDeskService } from '../welfare-desk.service.js';
import { WelfareJobs } from '../welfare.jobs.js';

export const TODAY = isoDate('2026-11-23');
export const COUNTY = '640324000000';
export const TOWN = '640324100000';

/** The life of public-welfare posts on a test database: services, people who act, and makers of placements. */
export async function aTown(db: TestDatabase) {
  const world = await setup(db);
  const { unitOfWork } = db;
  const { crypto, people } = world;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const config = { demo: true } as Config;
  const divisions = Divisions.shipped();
  const parameters = new ParameterService(unitOfWork, clock, config);
  const posts = new PostService(unitOfWork, clock, divisions);
  const employers = new EmployerService(unitOfWork, crypto);
  const jobs = new JobService(unitOfWork, clock);
  const idempotency = new IdempotencyService(unitOfWork, clock, crypto);
  const messages = new MessageService(unitOfWork, clock, crypto, jobs, new MemorySmsSender(), new PhoneBook(), config);
  const placements = new PlacementService(
    unitOfWork,
    clock,
    people,
    posts,
    parameters,
    new MatchPeople(unitOfWork, people),
  );
  const book = new WelfareBook(unitOfWork, clock, divisions, parameters, people);
  const exits = new WelfareExitService(unitOfWork, clock, crypto, idempotency, messages, posts, placements, book);
  const attendance = new AttendanceService(
    unitOfWork,
    clock,
    divisions,
    idempotency,
    parameters,
    people,
    employers,
    book,
  );
  const desk = new WelfareDeskService(unitOfWork, clock, divisions, parameters, employers, posts, exits, book);
  const proposals = new WelfareProposalService(
    unitOfWork,
    clock,
    divisions,
    idempotency,
    messages,
    employers,
    new PostDeskService(
      unitOfWork,
      clock,
      divisions,
      parameters,
      employers,
      posts,
      new ProjectService(unitOfWork, clock, divisions, employers),
    ),
  );
  const alerts = new WelfareJobs(jobs, unitOfWork, clock, messages, posts, book);

  /** Somebody with an account of the county, or of what is given. */
  const account = async (role: Role, divisionCode = COUNTY): Promise<SignedIn> => {
    const id = newId();
    await unitOfWork.run(() =>
      insertRows(unitOfWork.manager, Account, [
        {
          id,
          login: `t.${id.slice(-12)}`,
          displayName: '示例账号',
          passwordHash: '',
          roles: [role],
          divisionCode,
          personId: null,
          employerId: null,
          disabled: false,
          demo: false,
          createdAt: clock.now(),
        },
      ]),
    );
    return { id, displayName: '示例账号', roles: [role], divisionCode };
  };

  /** A dated parameter of the county, in force from the beginning. */
  const parameter = (code: string, value: string): Promise<void> =>
    unitOfWork.run(() =>
      insertRows(unitOfWork.manager, ParameterEntry, [
        {
          id: newId(),
          code,
          scope: '640324',
          qualifier: '',
          unit: 'x',
          value,
          fromOn: '2020-01-01',
          toOn: null,
          source: `示例文件 ${code}`,
          status: 'CONFIRMED',
          origin: 'OPERATOR',
          afterEnd: 'REFUSE',
          enteredBy: null,
          confirmedBy: null,
          enteredAt: clock.now(),
        },
      ]),
    );

  /** Somebody at a post of his own, or at the one given. */
  const placed = async (startedOn: IsoDate, postId?: string, over: Parameters<typeof world.person>[0] = {}) => {
    const person = await world.person(over);
    const post =
      postId ?? (await world.post({ kind: 'PUBLIC_WELFARE', openings: 3, workDivisionCode: '640324100202' }));
    const placement = await placements.begin({
      personId: person.id,
      postId: post,
      startedOn,
      endsOn: null,
      source: 'RECORDED',
      sourceId: newId(),
    });
    return { personId: person.id, postId: post, placementId: placement.id };
  };

  /** A post as a town writes it: nothing in it that the linter refuses. */
  const written = async (over: Partial<LintPostInput> = {}): Promise<LintPostInput> => ({
    employerId: await world.employer(),
    title: `护路员${newId().slice(-6)}`,
    kind: 'PUBLIC_WELFARE',
    welfareKind: 'ROAD_KEEPER',
    openings: 2,
    workDivisionCode: TOWN,
    remote: false,
    wageLowYuan: '1950',
    wageHighYuan: '1950',
    weeklyHours: 30,
    nightShift: false,
    minEducation: null,
    skills: [],
    licences: [],
    provisions: [],
    demands: ABILITY_CODES.map((item) => ({
      item,
      level: item === 'WALK' ? 2 : 0,
      task: item === 'WALK' ? '沿路看护' : null,
    })),
    closesOn: '2026-12-31',
    description: '看护村道',
    legalBasis: null,
    ...over,
  });

  const strangers = async (): Promise<string> => {
    const id = newId();
    await unitOfWork.run(() =>
      insertRows(unitOfWork.manager, Employer, [
        {
          id,
          name: '外县示例单位',
          creditCode: '91360734MA76XY016F',
          unitKind: 'PUBLIC_INSTITUTION',
          divisionCode: '360734000000',
          secrets: crypto.seal('{}', `employer|secrets|${id}`),
          registeredAt: clock.now(),
        },
      ]),
    );
    return id;
  };

  return {
    ...world,
    clock,
    account,
    parameter,
    placed,
    written,
    strangers,
    placements,
    posts,
    book,
    exits,
    attendance,
    desk,
    proposals,
    alerts,
  };
}

export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => String(error.code ?? error),
  );

export const atOnce = async (works: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(works))
    .map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code)))
    .toSorted();
