import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { PeopleService } from '@tongxing/people';
import { cursorOf, notFound, type Page, pageOf, readCursor } from '@tongxing/platform';
import { HOUSEHOLD_MEMBER } from '@tongxing/rules';
import { In } from 'typeorm';
import { MatchService } from '../match.service.js';
import { ChoiceService } from '../rounds/choice.service.js';
import { RoundBook } from '../rounds/round-book.js';
import { AllocationRound, RoundChoice, RoundEntrant } from '../rounds/round.entity.js';
import { RoundService } from '../rounds/round.service.js';
import { namesOf, ROUND } from '../rounds/round.words.js';
import type { RoundMemberCaseNode, RoundMemberNode, RoundMembersArgs } from './members.types.js';

/** Household members on the roster of a round, by name: for the office that hands in their lists. */
@Injectable()
export class RoundMembersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly divisions: Divisions,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly matches: MatchService,
    private readonly book: RoundBook,
    private readonly rounds: RoundService,
    private readonly choices: ChoiceService,
  ) {}

  /** In the order of the people's records, which says nothing of tickets. @throws DomainError NOT_FOUND, CURSOR_INVALID */
  async page(viewer: SignedIn, { roundId, first, after }: RoundMembersArgs): Promise<Page<RoundMemberNode>> {
    Policy.require(viewer, 'allocation.member');
    const { manager } = this.unitOfWork;
    const round = await manager.findOneBy(AllocationRound, { id: roundId });
    if (round === null || !Policy.covers(viewer, round.divisionCode)) throw notFound(ROUND);
    const query = manager
      .createQueryBuilder(RoundEntrant, 'entrant')
      .where('entrant.roundId = :roundId AND entrant.personId IS NOT NULL', { roundId })
      .andWhere('entrant.statuses LIKE :member', { member: `%"${HOUSEHOLD_MEMBER}"%` });
    const total = await query.getCount();
    if (after) query.andWhere('entrant.personId > :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('entrant.personId')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(round, rows);
    return pageOf(
      rows,
      first,
      total,
      ({ personId }) => cursorOf(personId as string),
      ({ id }) => nodes.get(id) as RoundMemberNode,
    );
  }

  /** One of them with the posts of the round as they suit today. @throws DomainError NOT_FOUND */
  async one(viewer: SignedIn, roundId: string, personId: string): Promise<RoundMemberCaseNode> {
    Policy.require(viewer, 'allocation.member');
    const entrant = await this.choices.memberOf(viewer, roundId, personId);
    const round = await this.unitOfWork.manager.findOneByOrFail(AllocationRound, { id: roundId });
    const node = (await this.nodes(round, [entrant])).get(entrant.id) as RoundMemberNode;
    const ids = (await this.book.posts(roundId)).map(({ postId }) => postId);
    const shown = await this.posts.publicByIds(ids);
    const names = namesOf(shown);
    const answers = await this.matches.answersFor(personId, ids);
    return {
      ...node,
      roundTitle: round.title,
      posts: shown.map(({ id, title, employerName, divisionName }) => ({
        postId: id,
        title: names.get(id) ?? title,
        employerName,
        divisionName,
        answer: answers.get(id) ?? 'UNKNOWN',
      })),
    };
  }

  private async nodes(
    round: AllocationRound,
    entrants: readonly RoundEntrant[],
  ): Promise<Map<string, RoundMemberNode>> {
    const people = await this.people.byIds(entrants.flatMap(({ personId }) => personId ?? []));
    const byId = new Map(people.map((person) => [person.id, person]));
    const chosen = await this.unitOfWork.manager.find(RoundChoice, {
      where: { entrantId: In(entrants.map(({ id }) => id)) },
      order: { choice: 'ASC' },
    });
    return new Map(
      entrants.map(({ id, personId, divisionCode, number, listHash }) => [
        id,
        {
          personId: personId as string,
          name: byId.get(personId as string)?.name ?? '',
          divisionName: this.divisions.nameOf(divisionCode),
          number,
          handedIn: listHash !== null,
          postIds: chosen.filter(({ entrantId }) => entrantId === id).map(({ postId }) => postId),
          open: this.rounds.takesChoices(round),
        },
      ]),
    );
  }
}
