import { Injectable } from '@nestjs/common';
import { dayWords, MessageService, type PersonNote } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import type { IsoDate } from '@tongxing/rules';
import { ApplicationNews } from '../../applications/application-news.js';
import { WelfareProposal } from '../../welfare/welfare.entity.js';
import type { SeatOffer } from './seat.entity.js';

/** What the phone shows: no post, no day, no answer. */
const SMS = {
  open: '【同行】您参加的一件事要您答复，请登录看。不会上网请打 12385。',
  news: '【同行】您参加的一件事有了新情况，请登录看。不会上网请打 12385。',
} as const;

/** What somebody is told who has, had, or gave back a seat. */
const TEXTS = {
  ACCEPTED: (post: string) => `您答应去岗位「${post}」。哪天上岗，等单位和乡镇告诉您。`,
  DECLINED: (post: string) => `记下了：您不去岗位「${post}」。这一轮不再给您排。`,
  WITHDRAWN: (post: string) => `记下了：您退回了岗位「${post}」的名额。这一轮不再给您排。`,
  RELEASED: (post: string) => `找了您几次都没有找到，岗位「${post}」的名额给了下一位。不算您拒绝。不服的请打 12385。`,
  BEGUN: (post: string) => `您在岗位「${post}」上岗了。`,
} as const;
export type SeatNewsKind = keyof typeof TEXTS;

/** What the employer and the town that asked for the post are told: that it is taken, or not any more, and from which day; never by whom. */
const TEXTS_SIDE = {
  ACCEPTED: (post: string) => `岗位「${post}」的一个名额，有人答应去了。哪天上岗，请单位和乡镇说好，告诉残联。`,
  WITHDRAWN: (post: string) => `岗位「${post}」的一个名额，答应去的人退回了。残联会接着分给还在等的人。`,
  BEGUN: (post: string, on: string) => `岗位「${post}」的一个名额，${on}上岗，残联登记好了。`,
} as const;

/** 告知: in the unit of work of the act. */
@Injectable()
export class SeatNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageService,
    private readonly posts: PostService,
    private readonly applications: ApplicationNews,
  ) {}

  /** A seat was offered, each with its last day. */
  async offered(offers: readonly Pick<SeatOffer, 'personId' | 'postId' | 'lastDay'>[]): Promise<void> {
    const titleOf = await this.titles(offers);
    await this.messages.tellPeople(
      offers.flatMap(({ personId, postId, lastDay }): PersonNote[] => {
        if (personId === null) return [];
        const text = `岗位「${titleOf.get(postId) ?? ''}」给您留了一个名额。去不去请答复，最后一天是${dayWords(lastDay)}。没答复不算拒绝，会有人上门问您。`;
        return [{ personId, text, smsText: SMS.open }];
      }),
    );
  }

  async told(kind: SeatNewsKind, offer: Pick<SeatOffer, 'personId' | 'postId'>): Promise<void> {
    if (offer.personId === null) return;
    const title = (await this.titles([offer])).get(offer.postId) ?? '';
    await this.messages.tellPeople([{ personId: offer.personId, text: TEXTS[kind](title), smsText: SMS.news }]);
  }

  /** The employer's people, and whoever of the town asked for the post. @param on the first day of work */
  async toldSide(kind: keyof typeof TEXTS_SIDE, { postId }: Pick<SeatOffer, 'postId'>, on?: IsoDate): Promise<void> {
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined) return;
    const text = TEXTS_SIDE[kind](post.title, on === undefined ? '' : dayWords(on));
    await this.applications.tellEmployer(post.employerId, text);
    const asked = await this.unitOfWork.manager.findOneBy(WelfareProposal, { postId });
    if (asked !== null) await this.messages.tell({ accountId: asked.proposedById, kind: 'NOTE', text });
  }

  private async titles(offers: readonly Pick<SeatOffer, 'postId'>[]): Promise<Map<string, string>> {
    const posts = await this.posts.byIds([...new Set(offers.map(({ postId }) => postId))]);
    return new Map(posts.map(({ id, title }) => [id, title]));
  }
}
