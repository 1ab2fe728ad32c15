import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PartSection, type PersonPart, PersonParts, sectionOf, type Subject } from '@tongxing/access';
import { RefusalCase } from './refusal-case.entity.js';
import { RefusalService } from './refusal.service.js';
import { RetentionCheck } from './retention.entity.js';
import { RetentionService } from './retention.service.js';

/** 回访、拒绝推荐的处理: the days and the decision stay with the application they belong to, the words do not. */
@Injectable()
export class ApplicationsPart implements PersonPart, OnModuleInit {
  readonly name = 'application-follow-up';
  readonly tables = [RefusalCase, RetentionCheck];

  constructor(
    private readonly refusals: RefusalService,
    private readonly retention: RetentionService,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    return [
      sectionOf('稳岗回访', await this.retention.ofPerson(personId), ({ row, note }) => ({
        第几个月: row.month,
        该回访的日子: row.dueOn,
        回访的日子: row.doneOn,
        还在岗: row.stillThere,
        记的话: note,
      })),
      sectionOf('拒绝推荐的告知', await this.refusals.ofPerson(personId), ({ row, secrets, stateText }) => ({
        告知的日子: row.noticedOn,
        次数: row.counted,
        依据: row.source,
        办到哪一步: stateText,
        您的申诉: secrets.appeal ?? null,
        决定: secrets.decision ?? null,
        到哪天为止: row.barredUntil,
      })),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const running = (await this.refusals.ofPerson(personId)).some(({ row }) => row.live === 1);
    return running ? ['有一份拒绝推荐的告知还没有决定，请等决定后再办。'] : [];
  }

  async erase({ personId }: Subject): Promise<void> {
    await this.refusals.erase(personId);
    await this.retention.erase(personId);
  }
}
