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
import { type AskState, CandidateAsk } from './candidate-ask.entity.js';

const STATES: Readonly<Record<AskState, string>> = {
  WAITING: '残联还没有问',
  REFERRED: '残联推荐了',
  DROPPED: '残联没有推荐',
};

/** 请残联问问: nobody needs it once the person is gone. */
@Injectable()
export class AsksPart implements PersonPart, OnModuleInit {
  readonly name = 'candidate-asks';
  readonly tables = [CandidateAsk];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.unitOfWork.manager.find(CandidateAsk, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    const titles = new Map(
      (await this.posts.byIds(rows.map(({ postId }) => postId))).map((one) => [one.id, one.title]),
    );
    return [
      sectionOf('单位不知道是您、请残联问过的岗位', rows, (row) => ({
        岗位: titles.get(row.postId) ?? row.postId,
        哪天: row.askedOn,
        办到哪一步: STATES[row.state],
      })),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    await this.unitOfWork.manager.delete(CandidateAsk, { personId });
  }
}
