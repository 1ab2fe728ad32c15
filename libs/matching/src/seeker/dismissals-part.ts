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
import { boundTo } from './dismissals.js';
import { DismissedMatch } from './dismissed-match.entity.js';
import { DISMISS_REASONS } from './seeker.words.js';

/** 不合适: nobody needs it once the person is gone. */
@Injectable()
export class DismissalsPart implements PersonPart, OnModuleInit {
  readonly name = 'dismissed-matches';
  readonly tables = [DismissedMatch];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly posts: PostService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.unitOfWork.manager.find(DismissedMatch, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    const titles = new Map(
      (await this.posts.byIds(rows.map(({ postId }) => postId))).map((one) => [one.id, one.title]),
    );
    return [
      sectionOf('说过不合适的岗位', rows, (row) => ({
        岗位: titles.get(row.postId) ?? row.postId,
        原因: DISMISS_REASONS[row.reason],
        自己写的话: row.note === null ? null : this.crypto.open(row.note, boundTo(row.id)),
        时间: row.dismissedAt.toISOString(),
        撤回的时间: row.undoneAt?.toISOString() ?? null,
      })),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    await this.unitOfWork.manager.delete(DismissedMatch, { personId });
  }
}
