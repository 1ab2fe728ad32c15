import { Inject, Injectable } from '@nestjs/common';
import { Account, Caseloads, Divisions, IdempotencyService, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { JobService } from '@tongxing/jobs';
import { Post, PostService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Clock, CONFIG, type Config, CryptoProvider, DomainError, FixedClock } from '@tongxing/platform';
import { addDays, type IsoDate } from '@tongxing/rules';
import { Like, MoreThanOrEqual } from 'typeorm';
import { RefusalService } from '../applications/refusal.service.js';
import { MatchService } from '../match.service.js';
import { PlacementService } from '../placements/placement.service.js';
import { ChoiceService } from './choice.service.js';
import { Entrants } from './entrants.js';
import { RoundBook } from './round-book.js';
import { RoundDesk } from './round-desk.service.js';
import { AllocationRound, RoundEntrant } from './round.entity.js';
import type { RoundNews } from './round-news.js';
import { RoundService } from './round.service.js';
import { SeatAnswers } from './seats/seat-answers.service.js';
import { SeatBook } from './seats/seat-book.js';
import { SeatDesk } from './seats/seat-desk.service.js';
import type { SeatNews } from './seats/seat-news.js';
import { SeatOffer } from './seats/seat.entity.js';
import { RoundSimulations } from './simulations.service.js';

const POSTS = 4;
/** Fewer make no round worth looking at. */
const LEAST_PEOPLE = 5;
const TOWN_DIGITS = 9;
const BASIS = '演示办法：为演示编写，不是文件规定';
const OPEN_DAYS = 11;

/** Days from today of each step. */
interface Plan {
  title: string;
  value: string;
  announce: number;
  freeze: number;
  draw: number;
  lastChoice: number;
  contracts: number;
  /** the day of run and publication; left out: choices are still taken */
  run?: number;
}
const FINISHED: Plan = {
  title: '演示：第一轮公益性岗位',
  value: '03 11 17 20 28 + 05',
  announce: -40,
  freeze: -35,
  draw: -30,
  lastChoice: -20,
  run: -18,
  contracts: -10,
};
const OPEN: Plan = {
  title: '演示：第二轮公益性岗位',
  value: '02 09 14 25 31 + 11',
  announce: -9,
  freeze: -6,
  draw: -3,
  lastChoice: OPEN_DAYS,
  contracts: 20,
};

/** Nobody is told by text message of what the demonstration made up. */
const SILENT = { drawn: async () => undefined, published: async () => undefined } as unknown as RoundNews;
const SILENT_SEATS = {
  offered: async () => undefined,
  told: async () => undefined,
  toldSide: async () => undefined,
} as unknown as SeatNews;
const SEAT_DAYS = { replyDays: 7, visitDays: 14 } as const;

/** Rounds of the demonstration: one that is published, one in which choices are taken. */
@Injectable()
export class RoundsDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    private readonly idempotency: IdempotencyService,
    private readonly jobs: JobService,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly matches: MatchService,
    private readonly entrants: Entrants,
    private readonly book: RoundBook,
    private readonly seatBook: SeatBook,
    private readonly parameters: ParameterService,
    private readonly placements: PlacementService,
    private readonly caseloads: Caseloads,
    private readonly refusals: RefusalService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Two rounds in the town of somebody who is to be on their rosters, each made whole or not at all; done twice it changes nothing.
   *
   * @returns how many rounds there are; 0 where the town has too few people or posts
   * @throws DomainError FORBIDDEN outside demo mode
   */
  async seedDemo(personId: string): Promise<number> {
    if (!this.config.demo) throw new DomainError('FORBIDDEN', '正式环境不能装入演示数据。');
    const person = await this.people.byId(personId);
    if (person === null) return 0;
    const divisionCode = person.divisionCode.slice(0, TOWN_DIGITS).padEnd(person.divisionCode.length, '0');
    const officers = await this.officersOf(divisionCode);
    const standing = await this.unitOfWork.manager.countBy(AllocationRound, { divisionCode });
    if (standing > 0 || officers === undefined) return standing;
    const candidates = await this.entrants.of(divisionCode);
    const today = this.clock.today();
    const open = await this.unitOfWork.manager.findBy(Post, {
      kind: 'PUBLIC_WELFARE',
      state: 'OPEN',
      closesOn: MoreThanOrEqual(addDays(today, OPEN_DAYS)),
      workDivisionCode: Like(`${divisionCode.slice(0, TOWN_DIGITS)}%`),
    });
    const lists = await this.entrants.likelyLists(
      candidates,
      open.map(({ id }) => id),
    );
    const likely = new Map(candidates.map(({ facts }, index) => [facts.id, lists[index] as string[]]));
    const wanted = this.mostWanted(lists, likely.get(personId) ?? []);
    if (candidates.length < LEAST_PEOPLE || wanted.length < POSTS) return 0;
    const half = Math.min(POSTS, Math.floor(wanted.length / 2));
    await this.unitOfWork.run(async () => {
      await this.round(
        FINISHED,
        divisionCode,
        officers,
        wanted.filter((_, at) => at % 2 === 0).slice(0, half),
        likely,
        personId,
      );
      await this.round(
        OPEN,
        divisionCode,
        officers,
        wanted.filter((_, at) => at % 2 === 1).slice(0, half),
        likely,
        personId,
      );
    });
    return 2;
  }

  private async round(
    plan: Plan,
    divisionCode: string,
    [one, other]: readonly [SignedIn, SignedIn],
    postIds: readonly string[],
    likely: ReadonlyMap<string, readonly string[]>,
    shown: string,
  ): Promise<void> {
    const today = this.clock.today();
    const day = (days: number): IsoDate => addDays(today, days);
    const key = (what: string): string => `demo-round-${divisionCode}-${plan.draw}-${what}`;
    const { id } = await this.at(day(plan.announce)).desk.open(one, {
      title: plan.title,
      divisionCode,
      frozenOn: day(plan.freeze),
      drawnOn: day(plan.draw),
      choicesUntil: day(plan.lastChoice),
      contractsFrom: day(plan.contracts),
      source: '演示公开摇奖号码',
      fallback: '演示公开摇奖下一期号码',
      tiers: ['ZERO_EMPLOYMENT', 'NEAR_RETIREMENT', 'DISABLED'].map((status) => ({ status, basis: BASIS })),
      floor: null,
      posts: postIds.map((postId, index) => ({
        postId,
        seats: 1,
        reserve: index === 0 ? { status: 'ZERO_EMPLOYMENT', seats: 1, basis: BASIS } : null,
        local: null,
      })),
      idempotencyKey: key('open'),
    });
    const { simulations } = this.at(day(plan.announce));
    await simulations.begin(one, id, key('simulate'));
    const simulation = await simulations.newest(id);
    if (simulation !== null) await simulations.work(simulation.id);
    const reveal = { id, value: plan.value, valueFrom: 'SOURCE' as const };
    for (const officer of [one, other]) await this.at(day(plan.freeze)).desk.freeze(officer, id, key('freeze'));
    for (const officer of [one, other])
      await this.at(day(plan.draw)).desk.reveal(officer, { ...reveal, idempotencyKey: key('draw') });
    await this.choose(plan, id, postIds, likely, shown);
    if (plan.run === undefined) return;
    const { desk } = this.at(day(plan.run));
    for (const officer of [one, other]) await desk.run(officer, id, key('run'));
    await desk.publish(one, id, key('publish'));
    await this.seats(id, day(plan.run + 1), [one, other]);
  }

  /**
   * What became of the seats: one is accepted, one was refused and went on, the others were not answered. Who is shown still has to answer where
   * he has one.
   */
  private async seats(roundId: string, sent: IsoDate, [one, other]: readonly [SignedIn, SignedIn]): Promise<void> {
    const today = this.clock.today();
    const key = (what: string): string => `demo-seats-${roundId}-${what}`;
    await this.at(sent).seatDesk.send(one, { roundId, ...SEAT_DAYS, idempotencyKey: key('send') });
    const offers = await this.unitOfWork.manager.find(SeatOffer, { where: { roundId }, order: { id: 'ASC' } });
    const [yes, no] = offers;
    for (const [offer, accept] of [
      [yes, true],
      [no, false],
    ] as const) {
      if (offer === undefined || offer.personId === null) continue;
      const { personId } = offer;
      const viewer: SignedIn = { id: personId, displayName: '', roles: ['SEEKER'], divisionCode: '', personId };
      const said = accept ? { accept } : { accept, reason: 'CARE' as const };
      const answers = this.at(addDays(sent, 1)).seatAnswers;
      await answers.respond(viewer, { id: offer.id, ...said, idempotencyKey: key(`answer-${accept}`) });
    }
    // Late enough that whoever moves up still has time to answer today.
    if (no !== undefined)
      for (const officer of [one, other]) {
        const input = { roundId, ...SEAT_DAYS, idempotencyKey: key('continue') };
        await this.at(addDays(today, -1)).seatDesk.continue(officer, input);
      }
    await this.at(today).seatAnswers.createVisits();
  }

  /** Everybody lists what fits, each beginning elsewhere; in an open round the person who is shown has not yet. */
  private async choose(
    { draw, run }: Plan,
    roundId: string,
    postIds: readonly string[],
    likely: ReadonlyMap<string, readonly string[]>,
    shown: string,
  ): Promise<void> {
    const { choices } = this.at(addDays(this.clock.today(), draw));
    const entrants = await this.unitOfWork.manager.find(RoundEntrant, { where: { roundId }, order: { number: 'ASC' } });
    for (const { personId, number, ticket } of entrants) {
      if (personId === null || number === null || (run === undefined && (personId === shown || number % 2 === 0)))
        continue;
      const fits = (likely.get(personId) ?? []).filter((postId) => postIds.includes(postId));
      if (fits.length === 0) continue;
      const from = number % fits.length;
      const viewer: SignedIn = { id: personId, displayName: ticket, roles: ['SEEKER'], divisionCode: '', personId };
      const list = [...fits.slice(from), ...fits.slice(0, from)];
      await choices.submit(viewer, { roundId, postIds: list, idempotencyKey: `demo-choices-${ticket}` });
    }
  }

  /** The room as it works on a day. */
  private at(day: IsoDate) {
    const { unitOfWork, crypto, divisions, idempotency, jobs, people, posts, matches, entrants, book, seatBook } = this;
    const clock = new FixedClock(`${day}T10:00:00+08:00`);
    const simulations = new RoundSimulations(unitOfWork, clock, idempotency, jobs, entrants, book);
    const rounds = new RoundService(unitOfWork, clock, people, posts, book, divisions, matches, simulations, seatBook);
    return {
      simulations,
      desk: new RoundDesk(unitOfWork, clock, crypto, divisions, idempotency, posts, entrants, book, SILENT),
      choices: new ChoiceService(unitOfWork, clock, idempotency, matches, posts, book, rounds),
      seatDesk: new SeatDesk(
        unitOfWork,
        clock,
        idempotency,
        this.parameters,
        matches,
        this.placements,
        seatBook,
        SILENT_SEATS,
      ),
      seatAnswers: new SeatAnswers(
        unitOfWork,
        clock,
        crypto,
        idempotency,
        this.caseloads,
        posts,
        this.refusals,
        SILENT_SEATS,
      ),
    };
  }

  /** What fits the person who is shown, then what fits most people. */
  private mostWanted(lists: readonly (readonly string[])[], shown: readonly string[]): string[] {
    const counts = new Map<string, number>();
    for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const own = new Set(shown);
    const wanted = [...counts].sort(
      ([a, one], [b, other]) => Number(own.has(b)) - Number(own.has(a)) || other - one || (a < b ? -1 : 1),
    );
    return wanted.slice(0, POSTS * 2).map(([id]) => id);
  }

  private async officersOf(divisionCode: string): Promise<readonly [SignedIn, SignedIn] | undefined> {
    const accounts = await this.unitOfWork.manager.find(Account, { where: { demo: true }, order: { login: 'ASC' } });
    const [one, other] = accounts
      .filter(
        (account) => account.roles.includes('OFFICER') && account.divisionCode.startsWith(divisionCode.slice(0, 6)),
      )
      .map(({ id, displayName, roles, divisionCode: region }) => ({ id, displayName, roles, divisionCode: region }));
    return one && other ? [one, other] : undefined;
  }
}
