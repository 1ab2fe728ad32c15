import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { type Post, PostService, type WorkPlaceNode } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import { chinaDay, Clock, cursorOf, notFound, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { AllocationRound, RoundChoice, RoundEntrant, RoundPost, RoundResult, RoundStepTaken } from './round.entity.js';
import { RoundService } from './round.service.js';
import type {
  AllocationRoundFilter,
  AllocationRoundRowNode,
  RoundCandidateNode,
  RoundPartNode,
} from './round.types.js';
import { ROUND_STATE_WORDS } from './round.words.js';
import { SeatOffer } from './seats/seat.entity.js';
import { OWN_WORDS } from './seats/seat.words.js';

const LEVELS = [2, 4, 6, 9, 12] as const;
const DIGITS = 12;

/** Lists around rounds: the rounds themselves, and the posts that a new one may be made of. */
@Injectable()
export class RoundList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly service: RoundService,
  ) {}

  /**
   * The newest first. Office and auditors: those of their region. Seekers, and helpers for them: those whose roster they are on, and those of
   * the places they live in. Everybody else: what is published.
   *
   * @throws DomainError CURSOR_INVALID
   */
  async rounds(
    viewer: SignedIn | null,
    { first, after }: PageArgs,
    filter: AllocationRoundFilter,
  ): Promise<Page<AllocationRoundRowNode>> {
    const asks = viewer !== null && !filter.published && Policy.can(viewer, 'allocation.read') ? viewer : null;
    const isOffice = asks !== null && Policy.can(asks, 'allocationDesk.read');
    const personId = asks === null || isOffice ? undefined : Policy.personFor(asks, 'allocation.read');
    const query = this.unitOfWork.manager.createQueryBuilder(AllocationRound, 'round');
    if (asks !== null && isOffice)
      query.where('round.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(asks)}%` });
    else if (personId !== undefined) await this.openTo(personId, query);
    else query.where('round.state = :public', { public: 'PUBLISHED' });
    if (filter.state) query.andWhere('round.state = :state', { state: filter.state });
    const totalCount = await query.getCount();
    if (after) query.andWhere('round.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('round.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(rows.slice(0, first), isOffice ? asks : null, personId);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as AllocationRoundRowNode,
    );
  }

  /**
   * Open public-welfare posts of the region, each with the running round that it is in.
   *
   * @throws DomainError NOT_FOUND for a place outside of the region, DIVISION_UNKNOWN, CURSOR_INVALID
   */
  async candidates(
    viewer: SignedIn,
    page: PageArgs,
    divisionCode: string | null,
    text: string | null,
  ): Promise<Page<RoundCandidateNode>> {
    Policy.require(viewer, 'allocation.manage');
    const place = divisionCode ?? viewer.divisionCode;
    if (!Policy.covers(viewer, place.padEnd(DIGITS, '0'))) throw notFound('这个区划');
    const found = await this.posts.publicPosts(page, { kind: 'PUBLIC_WELFARE', divisionCode: place, text });
    const ids = found.edges.map(({ node }) => node.id);
    const { manager } = this.unitOfWork;
    const rows = new Map((await this.posts.byIds(ids)).map((row) => [row.id, row]));
    const live = await manager.findBy(RoundPost, { postId: In(ids), live: 1 });
    const rounds = await manager.findBy(AllocationRound, { id: In(live.map(({ roundId }) => roundId)) });
    const titles = new Map(rounds.map(({ id, title }) => [id, title]));
    const takenBy = new Map(live.map(({ postId, roundId }) => [postId, titles.get(roundId) ?? '']));
    return {
      ...found,
      edges: found.edges.map(({ cursor, node }) => ({
        cursor,
        node: {
          id: node.id,
          title: node.title,
          employerName: node.employerName,
          divisionName: node.divisionName,
          workDivisionCode: (rows.get(node.id) as Post).workDivisionCode,
          openings: node.openings,
          closesOn: node.closesOn,
          takenBy: takenBy.get(node.id) ?? null,
        },
      })),
    };
  }

  /** The viewer's region and the places one level below it. */
  places(viewer: SignedIn): WorkPlaceNode[] {
    const { divisionCode } = viewer;
    const codes = [divisionCode, ...this.divisions.children(divisionCode).map(({ code }) => code)];
    return codes.map((code) => ({ code, divisionName: this.divisions.nameOf(code) }));
  }

  private async openTo(personId: string, query: SelectQueryBuilder<AllocationRound>): Promise<void> {
    const person = await this.people.byId(personId);
    const home = person?.divisionCode ?? '';
    const places = home === '' ? [] : LEVELS.map((digits) => home.slice(0, digits).padEnd(DIGITS, '0'));
    const entered = await this.unitOfWork.manager.find(RoundEntrant, {
      select: { id: true, roundId: true },
      where: { personId },
    });
    const ids = entered.map(({ roundId }) => roundId);
    query.where(
      new Brackets((either) => {
        either.where({ divisionCode: In(places) }).orWhere({ id: In(ids) });
      }),
    );
  }

  /** A few statements for the whole page. */
  private async nodes(
    rounds: readonly AllocationRound[],
    office: SignedIn | null,
    personId: string | undefined,
  ): Promise<Map<string, AllocationRoundRowNode>> {
    const ids = rounds.map(({ id }) => id);
    const { manager } = this.unitOfWork;
    const posts = await manager.find(RoundPost, {
      select: { id: true, roundId: true, seats: true },
      where: { roundId: In(ids) },
    });
    const counts = await manager
      .createQueryBuilder(RoundEntrant, 'entrant')
      .select('entrant.roundId', 'roundId')
      .addSelect('COUNT(*)', 'people')
      .where({ roundId: In(ids) })
      .groupBy('entrant.roundId')
      .getRawMany<{ roundId: string; people: string | number }>();
    const people = new Map(counts.map((row) => [row.roundId, Number(row.people)]));
    const steps = office === null ? [] : await manager.findBy(RoundStepTaken, { roundId: In(ids) });
    const parts = personId === undefined ? new Map<string, RoundPartNode>() : await this.parts(rounds, personId);
    return new Map(
      rounds.map((round) => {
        const own = posts.filter(({ roundId }) => roundId === round.id);
        const taken = steps
          .filter(({ roundId }) => roundId === round.id)
          .map(({ step, proposedById, confirmedById }) => ({
            step,
            confirmed: confirmedById !== null,
            proposedByViewer: proposedById === office?.id,
          }));
        return [
          round.id,
          {
            id: round.id,
            title: round.title,
            divisionName: this.divisions.nameOf(round.divisionCode),
            state: round.state,
            stateText: ROUND_STATE_WORDS[round.state],
            drawnOn: round.drawnOn,
            choicesUntil: round.choicesUntil,
            publishedOn: round.publishedAt === null ? null : chinaDay(round.publishedAt),
            posts: own.length,
            seats: own.reduce((sum, { seats }) => sum + seats, 0),
            entrants: round.rosterHash === null ? null : (people.get(round.id) ?? 0),
            next: office === null ? null : this.service.nextOf(round, office, taken),
            mine: parts.get(round.id) ?? null,
          },
        ];
      }),
    );
  }

  private async parts(rounds: readonly AllocationRound[], personId: string): Promise<Map<string, RoundPartNode>> {
    const { manager } = this.unitOfWork;
    const entrants = await manager.findBy(RoundEntrant, { roundId: In(rounds.map(({ id }) => id)), personId });
    const entrantIds = entrants.map(({ id }) => id);
    const choices = await manager.findBy(RoundChoice, { entrantId: In(entrantIds) });
    const results = await manager.findBy(RoundResult, { entrantId: In(entrantIds) });
    // The newest of each: what a continuation gave stands in the place of what it took the place of.
    const seats = await manager.find(SeatOffer, { where: { entrantId: In(entrantIds) }, order: { id: 'ASC' } });
    const seatOf = new Map(seats.map((seat) => [seat.entrantId, seat]));
    const postIds = [...results, ...seats].flatMap(({ postId }) => postId ?? []);
    const titles = new Map((await this.posts.byIds(postIds)).map(({ id, title }) => [id, title]));
    return new Map(
      entrants.map((entrant) => {
        const round = rounds.find(({ id }) => id === entrant.roundId) as AllocationRound;
        const place = results.find(({ entrantId }) => entrantId === entrant.id)?.postId ?? null;
        return [
          round.id,
          {
            number: entrant.number,
            listed: choices.filter(({ entrantId }) => entrantId === entrant.id).length,
            open: this.service.takesChoices(round),
            // Nobody hears it before everybody does.
            place: round.state === 'PUBLISHED' && place !== null ? (titles.get(place) ?? place) : null,
            seat: seatLine(seatOf.get(entrant.id), titles),
          },
        ];
      }),
    );
  }
}

const seatLine = (seat: SeatOffer | undefined, titles: ReadonlyMap<string, string>): string | null =>
  seat === undefined || seat.state === 'REPLACED'
    ? null
    : `岗位「${titles.get(seat.postId) ?? ''}」：${OWN_WORDS[seat.state]}。`;
