import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Account, MessageService } from '@tongxing/access';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { PostService } from '@tongxing/employers';
import { Clock, newId } from '@tongxing/platform';
import { alertOn, PUBLIC_WELFARE } from '@tongxing/rules';
import { In, MoreThan } from 'typeorm';
import { Placement } from '../placements/placement.entity.js';
import { WelfareBook } from './welfare-book.js';
import { TermAlert } from './welfare.entity.js';

const tellTerms = defineJob({ name: 'tell-welfare-terms', attempts: 3 });
const CHUNK = 200;
const SMS = '【同行】有一件事要您看，请登录看，或问辅导员。';

/** 期满提醒: at 90 and at 30 days the person is told, and the office of the county how many there are. Told once; a missed night is made up for. */
@Injectable()
export class WelfareJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly messages: MessageService,
    private readonly posts: PostService,
    private readonly book: WelfareBook,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(tellTerms, NIGHTLY, async () => {
      await this.tell();
    });
  }

  /** @returns how many people were told */
  async tell(): Promise<number> {
    const told = new Map<string, number>();
    for (let afterId = ''; ; ) {
      const some = await this.unitOfWork.manager.find(Placement, {
        where: { kind: PUBLIC_WELFARE, live: 1, id: MoreThan(afterId) },
        order: { id: 'ASC' },
        take: CHUNK,
      });
      const last = some.at(-1);
      if (last === undefined) break;
      afterId = last.id;
      for (const county of await this.unitOfWork.run(() => this.tellSome(some)))
        told.set(county, (told.get(county) ?? 0) + 1);
    }
    await this.unitOfWork.run(async () => {
      for (const [county, count] of told) await this.tellOffice(county, count);
    });
    return [...told.values()].reduce((sum, count) => sum + count, 0);
  }

  /** @returns the county of each who was told */
  private async tellSome(placements: readonly Placement[]): Promise<string[]> {
    const today = this.clock.today();
    const { manager } = this.unitOfWork;
    const due = (await this.book.described(placements, today)).flatMap(({ placement, term }) => {
      const daysBefore = alertOn(term.endsOn, today);
      return daysBefore === null || term.endsOn === null ? [] : [{ placement, daysBefore, endsOn: term.endsOn }];
    });
    if (due.length === 0) return [];
    const standing = await manager.findBy(TermAlert, { placementId: In(due.map(({ placement }) => placement.id)) });
    const fresh = due.filter(
      ({ placement, daysBefore, endsOn }) =>
        !standing.some(
          (one) => one.placementId === placement.id && one.daysBefore === daysBefore && one.endsOn === endsOn,
        ),
    );
    await insertRows(
      manager,
      TermAlert,
      fresh.map(({ placement, daysBefore, endsOn }) => ({
        id: newId(),
        placementId: placement.id,
        daysBefore,
        endsOn,
        toldOn: today,
      })),
    );
    const posts = await this.posts.byIds(fresh.map(({ placement }) => placement.postId));
    const titles = new Map(posts.map(({ id, title }) => [id, title]));
    await this.messages.tellPeople(
      fresh.map(({ placement, endsOn }) => ({
        personId: placement.personId,
        text: `您在「${titles.get(placement.postId) ?? ''}」的期限到${endsOn}。以后怎么安排，请问残联或辅导员。`,
        smsText: SMS,
      })),
    );
    return fresh.map(({ placement }) => placement.divisionCode.slice(0, 6));
  }

  private async tellOffice(county: string, count: number): Promise<void> {
    const accounts = await this.unitOfWork.manager.findBy(Account, {
      divisionCode: county.padEnd(12, '0'),
      disabled: false,
    });
    for (const { id, roles } of accounts) {
      if (!roles.includes('OFFICER')) continue;
      await this.messages.tell({
        accountId: id,
        kind: 'NOTE',
        text: `有${count}人的公益性岗位快到期，请看公益性岗位页。`,
      });
    }
  }
}
