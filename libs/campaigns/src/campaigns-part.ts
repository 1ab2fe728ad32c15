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
import { Clock, CryptoProvider } from '@tongxing/platform';
import { CaseAssignment, Visit, type VisitSecrets } from './campaign.entity.js';
import { CASE_REASONS, METS, SITUATIONS } from './campaign.words.js';

/** 分工和走访: that somebody was seen on a day stays for the count, what was seen and said does not. */
@Injectable()
export class CampaignsPart implements PersonPart, OnModuleInit {
  readonly name = 'visits';
  readonly tables = [CaseAssignment, Visit];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly clock: Clock,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const { manager } = this.unitOfWork;
    const most = { where: { personId }, order: { id: 'DESC' }, take: MOST_RECORDS + 1 } as const;
    return [
      sectionOf('负责您的辅导员分工', await manager.find(CaseAssignment, most), (row) => ({
        从哪天起: row.assignedOn,
        到哪天: row.endedOn,
        为什么: CASE_REASONS[row.reason],
        约好的日子: row.dueOn,
      })),
      sectionOf('走访', await manager.find(Visit, most), (row) => {
        const { nextStep, note } = JSON.parse(this.crypto.open(row.secrets, boundTo(row.id))) as VisitSecrets;
        return {
          日期: row.visitedOn,
          见到谁: METS[row.met],
          当时情况: row.situation === null ? null : SITUATIONS[row.situation],
          想不想工作: row.wantsWork,
          需要: row.needs,
          愿意收短信: row.smsConsent,
          下一步: nextStep ?? null,
          下次日期: row.nextOn,
          备注: note ?? null,
        };
      }),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    const ended = { live: null, endedOn: this.clock.today(), dueOn: null };
    await manager.update(CaseAssignment, { personId, live: 1 }, ended);
    for (const { id } of await manager.find(Visit, { select: { id: true }, where: { personId } })) {
      const secrets = this.crypto.seal('{}', boundTo(id));
      const nothing = { situation: null, wantsWork: null, smsConsent: null, nextOn: null, needs: [] };
      await manager.update(Visit, { id }, { ...nothing, secrets, contentHash: '' });
    }
  }
}

const boundTo = (id: string): string => `visit|secrets|${id}`;
