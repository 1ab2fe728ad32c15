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
import { isOpenSupport } from '@tongxing/rules';
import { SupportBook } from './support-book.js';
import { Support } from './support.entity.js';

/** 支持: that somebody was helped on a day, and what it cost, stays with the money; where he was and what helped him does not. */
@Injectable()
export class SupportPart implements PersonPart, OnModuleInit {
  readonly name = 'access-support';
  readonly tables = [Support];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: SupportBook,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const rows = await this.book.nodes(await this.rows(personId), 'PERSON');
    return [
      sectionOf('要人帮忙', rows, (row) => ({
        哪种帮助: row.kindText,
        什么时候用: row.occasionText,
        什么事: row.title,
        地点: row.place,
        时间: row.startsAt,
        分钟: row.minutes,
        您的话: row.helpText,
        办到哪一步: row.stateText,
        谁来: row.providedBy,
        告诉单位: row.tellEmployer,
        做了多少分钟: row.deliveredMinutes,
        原因: row.reasonText,
      })),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const open = (await this.rows(personId)).filter(({ state }) => isOpenSupport(state)).length;
    return open === 0 ? [] : [`有 ${open} 次帮助还没有办完，请先取消或等做完。`];
  }

  async kept({ personId }: Subject): Promise<KeptRecords[]> {
    const delivered = (await this.rows(personId)).filter(({ deliveredOn }) => deliveredOn !== null);
    const [newest] = delivered
      .map(({ deliveredOn }) => deliveredOn as KeptRecords['since'])
      .sort()
      .reverse();
    if (newest === undefined) return [];
    return [
      { what: `${delivered.length} 次帮助的日子、时长和费用，不含地点和说明`, since: newest, years: 'APPLICATION' },
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const { id } of await manager.find(Support, { select: { id: true }, where: { personId } }))
      await manager.update(Support, { id }, { secrets: this.book.seal(id, { place: '' }), tellEmployer: false });
  }

  private rows(personId: string): Promise<Support[]> {
    return this.unitOfWork.manager.find(Support, {
      where: { personId },
      order: { id: 'DESC' },
      take: MOST_RECORDS + 1,
    });
  }
}
