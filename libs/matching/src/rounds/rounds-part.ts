import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { CryptoProvider } from '@tongxing/platform';
import { DECLINE_REASONS } from '@tongxing/rules';
import { In } from 'typeorm';
import { ROSTER_STATUSES } from './entrants.js';
import { AllocationRound, RoundChoice, RoundEntrant, RoundResult } from './round.entity.js';
import { ROUND_STATE_WORDS } from './round.words.js';
import { SeatOffer, type SeatSecrets, secretsBoundTo } from './seats/seat.entity.js';
import { ANSWERED_BY, SEAT_STANDS, standOf } from './seats/seat.words.js';

/** 分配轮次: the ticket, the number, the list and the place stay, for the draw has to be checked; whose they were does not. */
@Injectable()
export class RoundsPart implements PersonPart, OnModuleInit {
  readonly name = 'allocation-rounds';
  readonly tables = [RoundEntrant, SeatOffer];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostService,
    private readonly crypto: CryptoProvider,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const { manager } = this.unitOfWork;
    const entrants = await manager.find(RoundEntrant, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    const ids = { entrantId: In(entrants.map(({ id }) => id)) };
    const rounds = await manager.findBy(AllocationRound, { id: In(entrants.map(({ roundId }) => roundId)) });
    const choices = await manager.find(RoundChoice, { where: ids, order: { choice: 'ASC' } });
    const results = await manager.findBy(RoundResult, ids);
    const posts = await this.posts.byIds(choices.map(({ postId }) => postId));
    const roundOf = new Map(rounds.map((round) => [round.id, round]));
    const titleOf = new Map(posts.map(({ id, title }) => [id, title]));
    const seats = await manager.find(SeatOffer, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    const seatPosts = await this.posts.byIds(seats.map(({ postId }) => postId));
    const seatTitles = new Map(seatPosts.map(({ id, title }) => [id, title]));
    return [
      sectionOf('公益性岗位分配', entrants, (entrant) => {
        const round = roundOf.get(entrant.roundId) as AllocationRound;
        const place = results.find(({ entrantId }) => entrantId === entrant.id)?.postId;
        return {
          轮次: round.title,
          办到哪一步: ROUND_STATE_WORDS[round.state],
          票号: entrant.ticket,
          身份: entrant.statuses.map((status) => ROSTER_STATUSES[status] ?? status),
          居住地: entrant.divisionCode,
          号: entrant.number,
          志愿: choices.filter(({ entrantId }) => entrantId === entrant.id).map((row) => titleOf.get(row.postId) ?? ''),
          // Nobody hears it before everybody does.
          分配到: round.state === 'PUBLISHED' ? (titleOf.get(place ?? '') ?? '没有') : null,
        };
      }),
      sectionOf('分到的名额', seats, (seat) => {
        const why = this.reasonOf(seat);
        return {
          岗位: seatTitles.get(seat.postId) ?? '',
          答复到哪天: seat.lastDay,
          办到哪一步: SEAT_STANDS[standOf(seat)],
          哪天答复: seat.answeredOn,
          怎么答复: seat.answeredBy === null ? null : ANSWERED_BY[seat.answeredBy],
          不去的原因: why === null ? null : (DECLINE_REASONS[why.reason as keyof typeof DECLINE_REASONS] ?? null),
          补充的话: why?.reasonText ?? null,
          算无故拒绝: seat.countedFor === 'PERSON',
          上门问过: (seat.attempts ?? []).map(({ on }) => on),
        };
      }),
    ];
  }

  private reasonOf({ id, secrets }: SeatOffer): SeatSecrets | null {
    return secrets === null ? null : (JSON.parse(this.crypto.open(secrets, secretsBoundTo(id))) as SeatSecrets);
  }

  async open({ personId }: Subject): Promise<string[]> {
    const running = await this.unitOfWork.manager.countBy(RoundEntrant, { personId, live: 1 });
    const seat = await this.unitOfWork.manager.existsBy(SeatOffer, { personId, state: In(['OPEN', 'ACCEPTED']) });
    return [
      ...(running === 0 ? [] : ['有一轮公益性岗位分配还没有公布结果，请等公布后再办。']),
      ...(seat ? ['给您留了一个公益性岗位的名额，请先答复，或退回名额。'] : []),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    await this.unitOfWork.manager.update(RoundEntrant, { personId }, { personId: null, live: null });
    await this.unitOfWork.manager.update(SeatOffer, { personId }, { personId: null, secrets: null, attempts: null });
  }
}
