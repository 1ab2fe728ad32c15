import { Injectable } from '@nestjs/common';
import { dayWords, MessageService, type PersonNote } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { type AllocationRound, RoundChoice, RoundEntrant, RoundResult } from './round.entity.js';

/** What the phone shows: no post, no number, no result. */
const SMS = {
  open: '【同行】您参加的一件事可以办下一步了，请登录看。不会上网请打 12385。',
  result: '【同行】您参加的一件事有了结果，请登录看。不会上网请打 12385。',
} as const;

type Round = Pick<AllocationRound, 'id' | 'title' | 'choicesUntil'>;

/** 告知名册上的人: in the unit of work of the act, told once because the act's own guard lets it happen once. */
@Injectable()
export class RoundNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageService,
    private readonly posts: PostService,
  ) {}

  /** The draw is over: everybody's own number, and choices are open. */
  async drawn({ id, title, choicesUntil }: Round): Promise<void> {
    const until = dayWords(choicesUntil);
    const entrants = await this.unitOfWork.manager.findBy(RoundEntrant, { roundId: id });
    await this.tell(entrants, SMS.open, ({ number }) => {
      return `「${title}」摇号了，您是 ${number} 号。现在可以填志愿，到${until}为止，填了还可以改。`;
    });
  }

  /** The results are public: to everybody who listed something, the own one. */
  async published({ id, title }: Round): Promise<void> {
    const { manager } = this.unitOfWork;
    const entrants = await manager.findBy(RoundEntrant, { roundId: id });
    const results = await manager.findBy(RoundResult, { roundId: id });
    const listed = await manager.find(RoundChoice, { select: { entrantId: true }, where: { roundId: id, choice: 1 } });
    const asked = new Set(listed.map(({ entrantId }) => entrantId));
    const placeOf = new Map(results.map(({ entrantId, postId }) => [entrantId, postId]));
    const posts = await this.posts.byIds(results.flatMap(({ postId }) => postId ?? []));
    const titleOf = new Map(posts.map((post) => [post.id, post.title]));
    const told = entrants.filter(({ id: entrantId }) => asked.has(entrantId));
    await this.tell(told, SMS.result, (entrant) => {
      const place = placeOf.get(entrant.id);
      const came = place
        ? `您分配到岗位「${titleOf.get(place) ?? ''}」。`
        : '这一次没有分配到岗位。不影响您申请别的岗位。';
      return `「${title}」公布了结果。${came}为什么，请看「岗位分配」。`;
    });
  }

  private tell(
    entrants: readonly RoundEntrant[],
    smsText: string,
    textOf: (entrant: RoundEntrant) => string,
  ): Promise<void> {
    const notes = entrants.flatMap((entrant): PersonNote[] =>
      // A ticket whose owner's data are erased has nobody to tell.
      entrant.personId === null ? [] : [{ personId: entrant.personId, text: textOf(entrant), smsText }],
    );
    return this.messages.tellPeople(notes);
  }
}
