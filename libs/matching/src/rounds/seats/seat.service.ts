import { Injectable } from '@nestjs/common';
import { Caseloads, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService, type PublicPostNode } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService, reachPerson } from '@tongxing/people';
import {
  Clock,
  cursorOf,
  DomainError,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { aheadOf, continueRound } from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { AllocationRound, RoundEntrant } from '../round.entity.js';
import { namesOf, ROUND } from '../round.words.js';
import { basisOf, newlyLeft, SeatBook, type SeatRound, standNow } from './seat-book.js';
import { SeatOffer, SeatWave } from './seat.entity.js';
import type {
  MySeatNode,
  MySeatOfferNode,
  RoundSeatsNode,
  SeatContinuationNode,
  SeatCountNode,
  SeatOfferNode,
  SeatPostNode,
} from './seat.types.js';
import { ANSWERED_BY, ATTEMPT_WAYS, OWN_WORDS, SEAT, SEAT_STANDS, type SeatStand, standOf } from './seat.words.js';

const MOST_VISITS = 200;
const STANDS = Object.keys(SEAT_STANDS) as SeatStand[];
/** What of seats after a round is read, and by whom. */
@Injectable()
export class SeatService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly caseloads: Caseloads,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly book: SeatBook,
  ) {}

  /**
   * The own seat, and where one waits.
   *
   * @returns null for who is not on the roster, and before seats were offered
   */
  async mine(viewer: SignedIn, roundId: string): Promise<MySeatNode | null> {
    Policy.require(viewer, 'allocation.own');
    const personId = Policy.personFor(viewer, 'allocation.own');
    const { manager } = this.unitOfWork;
    const entrant = personId === undefined ? null : await manager.findOneBy(RoundEntrant, { roundId, personId });
    if (entrant === null || !(await manager.existsBy(SeatWave, { roundId, serial: 0 }))) return null;
    const seats = await this.book.load(await manager.findOneByOrFail(AllocationRound, { id: roundId }));
    const offer = seats.offers.filter(({ entrantId }) => entrantId === entrant.id).at(-1);
    const titles = namesOf(await this.posts.publicByIds(seats.prepared.posts.map(({ id }) => id)));
    const left = entrant.leftOn !== null;
    const queues = left ? [] : aheadOf(seats.prepared, standNow(seats, this.clock.today()), entrant.ticket);
    return {
      offer: offer === undefined ? null : await this.ownOffer(offer),
      queues: queues.map(({ post, ahead }) => ({ postId: post, title: titles.get(post) ?? post, ahead })),
      left,
      canLeave: !left && (offer?.live === 1 ? offer.state === 'ACCEPTED' : queues.length > 0),
    };
  }

  /** Seats in numbers. @throws DomainError NOT_FOUND; ROUND_STEP_EARLY before the round is published */
  async round(viewer: SignedIn, roundId: string): Promise<RoundSeatsNode> {
    Policy.require(viewer, 'allocationDesk.read');
    const round = await this.ownRound(viewer, roundId);
    const seats = await this.book.load(round);
    const law = await this.parameters.lawOf(round.divisionCode);
    const days = (code: string): number | null => {
      const row = law.find(code, this.clock.today())?.row;
      return row === undefined ? null : Number(row.value);
    };
    const { proposed } = seats;
    const standing = proposed !== null && proposed.basis === basisOf(seats) ? proposed : null;
    const gone = newlyLeft(seats).length;
    return {
      roundId,
      title: round.title,
      contractsFrom: round.contractsFrom,
      sent: seats.waves.length > 0,
      replyDays: days('post.offer.replyDays'),
      visitDays: days('post.offer.visitDays'),
      counts: countsOf(seats.offers),
      posts: await this.postsOf(viewer, seats),
      newlyLeft: gone,
      turn:
        gone === 0 || seats.waves.length === 0
          ? 'NONE'
          : standing === null
            ? 'ANY'
            : standing.proposedById === viewer.id
              ? 'OTHER'
              : 'SECOND',
      proposedReplyDays: standing?.replyDays ?? null,
      proposedVisitDays: standing?.visitDays ?? null,
      continuations: await this.continuations(roundId),
    };
  }

  /** Every continuation of a published round, without names. */
  async continuations(roundId: string): Promise<SeatContinuationNode[]> {
    return (await this.book.certificates(roundId)).map(({ posts: _, format: __, ...certificate }) => certificate);
  }

  /** Offers of a round, the newest first. @throws DomainError NOT_FOUND; CURSOR_INVALID */
  async offers(
    viewer: SignedIn,
    roundId: string,
    { first, after }: PageArgs,
    stand: SeatStand | null,
  ): Promise<Page<SeatOfferNode>> {
    Policy.require(viewer, 'allocation.manage');
    await this.ownRound(viewer, roundId);
    const query = this.unitOfWork.manager
      .createQueryBuilder(SeatOffer, 'seat')
      .where('seat.roundId = :roundId AND seat.personId IS NOT NULL', { roundId });
    if (stand !== null) whereStand(query, stand);
    const totalCount = await query.getCount();
    if (after) query.andWhere('seat.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('seat.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(viewer, rows);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as SeatOfferNode,
    );
  }

  /** 要上门问的: of the desk's own people, of an officer's region; the most urgent first, {@link MOST_VISITS} of the region at most. */
  async visits(viewer: SignedIn): Promise<SeatOfferNode[]> {
    Policy.require(viewer, 'allocation.visit');
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(SeatOffer, 'seat')
      .where(`seat.visit = 'OPEN' AND seat.state = 'OPEN' AND seat.personId IS NOT NULL`)
      .andWhere('seat.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` })
      .orderBy('seat.visitDueOn')
      .addOrderBy('seat.id')
      .limit(MOST_VISITS)
      .getMany();
    const own: SeatOffer[] = [];
    for (const row of rows) if (await this.isOwn(viewer, row)) own.push(row);
    const nodes = await this.nodes(viewer, own);
    return own.map(({ id }) => nodes.get(id) as SeatOfferNode);
  }

  /** One offer for the desk or the office. @throws DomainError NOT_FOUND for people who are not the viewer's */
  async offer(viewer: SignedIn, id: string): Promise<SeatOfferNode> {
    Policy.require(viewer, 'allocation.visit');
    const row = await this.unitOfWork.manager.findOneBy(SeatOffer, { id });
    if (row === null || row.personId === null || !(await this.isOwn(viewer, row))) throw notFound(SEAT);
    return (await this.nodes(viewer, [row])).get(id) as SeatOfferNode;
  }

  private async isOwn(viewer: SignedIn, { personId }: SeatOffer): Promise<boolean> {
    try {
      await reachPerson(this.unitOfWork, this.caseloads, viewer, personId as string);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return false;
      throw error;
    }
  }

  private async ownRound(viewer: SignedIn, id: string): Promise<AllocationRound> {
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id });
    if (round === null) throw notFound(ROUND);
    Policy.requireCovers(viewer, round.divisionCode, ROUND);
    if (round.state !== 'PUBLISHED')
      throw new DomainError('ROUND_STEP_EARLY', '这一轮还没有公布结果。', { hint: '公布以后再办。' });
    return round;
  }

  private async ownOffer(offer: SeatOffer): Promise<MySeatOfferNode | null> {
    const [post] = await this.posts.publicByIds([offer.postId]);
    if (post === undefined || offer.state === 'REPLACED') return null;
    const { id, state, lastDay, answeredOn } = offer;
    return {
      id,
      title: post.title,
      employerName: post.employerName,
      divisionName: post.divisionName,
      state,
      stateText: OWN_WORDS[state],
      lastDay,
      late: state === 'OPEN' && lastDay < this.clock.today(),
      answeredOn,
    };
  }

  private async postsOf(viewer: SignedIn, seats: SeatRound): Promise<SeatPostNode[]> {
    const { prepared, offers, stand, left, accepted, entrants } = seats;
    const titles = namesOf(await this.posts.publicByIds(prepared.posts.map(({ id }) => id)));
    const now = standNow(seats, this.clock.today());
    const waits = new Map<string, number>();
    for (const { ticket } of now.places)
      for (const { post } of seats.waves.length === 0 ? [] : aheadOf(prepared, now, ticket))
        waits.set(post, (waits.get(post) ?? 0) + 1);
    const goesOn = newlyLeft(seats).length > 0 && seats.waves.length > 0;
    const next = goesOn
      ? continueRound(prepared, stand, { left, accepted, on: this.clock.today() }).stand.places.filter(
          ({ ticket, post }) => post !== null && now.places.find((one) => one.ticket === ticket)?.post !== post,
        )
      : [];
    const names = Policy.can(viewer, 'allocation.manage') ? await this.namesOf(entrants) : new Map<string, string>();
    return prepared.posts.map(({ id, seats: count }) => {
      const taken = offers.filter(({ postId, live }) => postId === id && live === 1).length;
      const comes = next.filter(({ post }) => post === id);
      return {
        postId: id,
        title: titles.get(id) ?? id,
        seats: count,
        taken,
        free: seats.waves.length === 0 ? 0 : count - taken,
        waiting: waits.get(id) ?? 0,
        next: comes.map(({ ticket, number }) => `${number} 号${names.get(ticket) ?? ''}`),
      };
    });
  }

  private async namesOf(entrants: readonly RoundEntrant[]): Promise<Map<string, string>> {
    const people = await this.people.byIds(entrants.flatMap(({ personId }) => personId ?? []));
    const byId = new Map(people.map(({ id, name }) => [id, name]));
    return new Map(entrants.map(({ ticket, personId }) => [ticket, byId.get(personId ?? '') ?? '']));
  }

  private async nodes(viewer: SignedIn, rows: readonly SeatOffer[]): Promise<Map<string, SeatOfferNode>> {
    const { manager } = this.unitOfWork;
    const entrants = await manager.findBy(RoundEntrant, { id: In(rows.map(({ entrantId }) => entrantId)) });
    const numberOf = new Map(entrants.map(({ id, number }) => [id, number]));
    const rounds = await manager.findBy(AllocationRound, { id: In(rows.map(({ roundId }) => roundId)) });
    const titleOf = new Map(rounds.map(({ id, title }) => [id, title]));
    const people = await this.people.byIds(rows.flatMap(({ personId }) => personId ?? []));
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const posts = new Map<string, PublicPostNode>(
      (await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]),
    );
    return new Map(
      rows.map((row) => {
        const post = posts.get(row.postId);
        const stand = standOf(row);
        return [
          row.id,
          {
            id: row.id,
            roundId: row.roundId,
            roundTitle: titleOf.get(row.roundId) ?? '',
            personId: row.personId as string,
            personName: nameOf.get(row.personId as string) ?? '',
            divisionName: this.divisions.nameOf(row.divisionCode),
            number: numberOf.get(row.entrantId) ?? null,
            postId: row.postId,
            title: post?.title ?? row.postId,
            workPlace: post?.divisionName ?? '',
            employerName: post?.employerName ?? '',
            stand,
            standText: SEAT_STANDS[stand],
            lastDay: row.lastDay,
            answeredOn: row.answeredOn,
            answeredByText: row.answeredBy === null ? null : ANSWERED_BY[row.answeredBy],
            visitDueOn: row.visitDueOn,
            attempts: (row.attempts ?? []).map(({ on, way }) => `${on} ${ATTEMPT_WAYS[way]}，没有找到`),
            releaseIsViewers: stand === 'RELEASING' && row.releaseById === viewer.id,
          },
        ];
      }),
    );
  }
}

const countsOf = (offers: readonly SeatOffer[]): SeatCountNode[] =>
  STANDS.map((stand) => ({
    stand,
    standText: SEAT_STANDS[stand],
    people: offers.filter((offer) => standOf(offer) === stand).length,
  })).filter(({ people }) => people > 0);

function whereStand(query: SelectQueryBuilder<SeatOffer>, stand: SeatStand): void {
  const open = `seat.state = 'OPEN' AND`;
  if (stand === 'OPEN') query.andWhere(`${open} (seat.visit IS NULL OR seat.visit = 'REACHED')`);
  else if (stand === 'SILENT') query.andWhere(`${open} seat.visit = 'OPEN'`);
  else if (stand === 'NOT_FOUND') query.andWhere(`${open} seat.visit = 'NOT_FOUND' AND seat.releaseById IS NULL`);
  else if (stand === 'RELEASING') query.andWhere(`${open} seat.visit = 'NOT_FOUND' AND seat.releaseById IS NOT NULL`);
  else query.andWhere('seat.state = :state', { state: stand });
}
