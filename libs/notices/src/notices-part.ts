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
import { CryptoProvider } from '@tongxing/platform';
import { Feedback } from './feedback/feedback.entity.js';
import { openFeedback, sealFeedback } from './feedback/feedback.service.js';
import { Objection } from './notice.entity.js';
import { openObjection, sealObjection } from './objection.service.js';

const KINDS = { OPINION: '意见', COMPLAINT: '投诉', BROKEN: '页面用不了' } as const;
const MOST = { take: MOST_RECORDS + 1, order: { id: 'DESC' } } as const;

/** 意见和异议 that somebody sent while signed in. Of a decided objection its text stays, for the notice's sake; who sent it does not. */
@Injectable()
export class NoticesPart implements PersonPart, OnModuleInit {
  readonly name = 'feedback';
  readonly tables = [Feedback, Objection];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ accountId }: Subject): Promise<PartSection[]> {
    if (accountId === null) return [];
    const { manager } = this.unitOfWork;
    const feedback = await manager.find(Feedback, { where: { accountId }, ...MOST });
    const objections = await manager.find(Objection, { where: { accountId }, ...MOST });
    return [
      sectionOf('意见和投诉', feedback, (row) => {
        const { text, phone, page, answer } = openFeedback(this.crypto, row);
        return {
          种类: KINDS[row.kind],
          时间: row.receivedAt.toISOString(),
          内容: text,
          留的电话: phone ?? null,
          哪个页面: page ?? null,
          答复: answer ?? null,
        };
      }),
      sectionOf('提出的异议', objections, (row) => {
        const { text, contact, reason } = openObjection(this.crypto, row);
        return { 时间: row.lodgedAt.toISOString(), 内容: text, 联系方式: contact ?? null, 处理理由: reason ?? null };
      }),
    ];
  }

  async open({ accountId }: Subject): Promise<string[]> {
    if (accountId === null) return [];
    const { manager } = this.unitOfWork;
    const feedback = await manager.countBy(Feedback, { accountId, state: 'OPEN' });
    const objections = await manager.countBy(Objection, { accountId, state: 'OPEN' });
    return [
      ...(feedback === 0 ? [] : [`有 ${feedback} 条意见还没有答复。`]),
      ...(objections === 0 ? [] : [`有 ${objections} 条异议还没有处理。`]),
    ];
  }

  async erase({ accountId }: Subject): Promise<void> {
    if (accountId === null) return;
    const { manager } = this.unitOfWork;
    for (const { id } of await manager.findBy(Feedback, { accountId }))
      await manager.update(
        Feedback,
        { id },
        { accountId: null, secrets: sealFeedback(this.crypto, id, { text: '已删除' }) },
      );
    for (const row of await manager.findBy(Objection, { accountId })) {
      const { contact: _, ...kept } = openObjection(this.crypto, row);
      await manager.update(
        Objection,
        { id: row.id },
        { accountId: null, secrets: sealObjection(this.crypto, row.id, kept) },
      );
    }
  }
}
