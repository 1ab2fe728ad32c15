import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type KeptRecords,
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { incomeSlot, type IsoDate, OUTCOME_FACTS, outcomeWordText, yuanText } from '@tongxing/rules';
import { In } from 'typeorm';
import { PlacementOutcome } from './placement-outcome.entity.js';
import { Placement } from './placement.entity.js';
import { PLACEMENT_ENDS } from './placement.words.js';

/** 上岗: that somebody worked somewhere stays as long as the payments and counts that rest on it. */
@Injectable()
export class PlacementPart implements PersonPart, OnModuleInit {
  readonly name = 'placements';
  readonly tables = [Placement, PlacementOutcome];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.rows(personId);
    const posts = new Map(
      (await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]),
    );
    return [
      sectionOf('上岗', rows, (row) => ({
        岗位: posts.get(row.postId)?.title ?? row.postId,
        单位: posts.get(row.postId)?.employerName ?? null,
        从: row.startedOn,
        约定到: row.endsOn,
        离开: row.endedOn,
        离开的原因: row.endReason === null ? null : PLACEMENT_ENDS[row.endReason],
      })),
      sectionOf('就业结果', await this.outcomes(rows), ({ outcome, startedOn }) => ({
        哪次上岗: startedOn,
        哪一项: OUTCOME_FACTS[outcome.fact],
        月份: outcome.fact === 'INCOME' ? incomeSlot(outcome.slot).month : null,
        从: outcome.factOn,
        到: outcome.endsOn,
        内容: outcome.word === null ? outcome.text : outcomeWordText(outcome.word),
        金额: outcome.fen === null ? null : yuanText(outcome.fen),
      })),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const live = (await this.rows(personId)).some((row) => row.live === 1);
    return live ? ['您还在岗位上，请先办离岗。'] : [];
  }

  async kept({ personId }: Subject): Promise<KeptRecords[]> {
    const rows = await this.rows(personId);
    const [newest] = rows;
    if (newest === undefined) return [];
    return [
      { what: `${rows.length} 次上岗的岗位和日期`, since: newest.endedOn ?? newest.startedOn, years: 'APPLICATION' },
    ];
  }

  /** Nothing in a row tells who it was once the person is a stone, but the name of a school could. */
  async erase({ personId }: Subject): Promise<void> {
    const placementId = In((await this.rows(personId)).map(({ id }) => id));
    await this.unitOfWork.manager.delete(PlacementOutcome, { placementId, fact: 'SCHOOL' });
  }

  private async outcomes(rows: readonly Placement[]): Promise<{ outcome: PlacementOutcome; startedOn: IsoDate }[]> {
    if (rows.length === 0) return [];
    const startOf = new Map(rows.map(({ id, startedOn }) => [id, startedOn]));
    const found = await this.unitOfWork.manager.find(PlacementOutcome, {
      where: { placementId: In([...startOf.keys()]) },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
    return found.map((outcome) => ({ outcome, startedOn: startOf.get(outcome.placementId) as IsoDate }));
  }

  private rows(personId: string): Promise<Placement[]> {
    return this.unitOfWork.manager.find(Placement, {
      where: { personId },
      order: { startedOn: 'DESC', id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
  }
}
