import { Injectable } from '@nestjs/common';
import { Caseloads, MessageService, noteAudit } from '@tongxing/access';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { chinaMoment, Clock, DomainError } from '@tongxing/platform';
import { type Moment, SUPPORT_CANCELS, SUPPORT_KINDS } from '@tongxing/rules';
import { In } from 'typeorm';
import type { JobApplication } from '../job-application.entity.js';
import { Support } from './support.entity.js';
import { PHONE_SAYS, TOLD, TOLD_DESK } from './support.words.js';

type Interview = Pick<JobApplication, 'interviewAt' | 'interviewPlace' | 'interviewWay'>;

/** What an application and its supports owe each other: who comes along follows the interview, and the employer reads who comes. */
@Injectable()
export class SupportFollow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly caseloads: Caseloads,
    private readonly messages: MessageService,
  ) {}

  /**
   * What comes along with each of these applications, as their employer may read it. The caller has left out those that are not released.
   *
   * @returns words by application; nothing for whom nothing is told
   */
  async comingWith(applicationIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows =
      applicationIds.length === 0
        ? []
        : await this.unitOfWork.manager.find(Support, {
            where: { applicationId: In([...applicationIds]), state: 'BOOKED', tellEmployer: true },
            order: { id: 'ASC' },
          });
    const coming = new Map<string, string[]>();
    for (const { applicationId, kind } of rows)
      coming.set(applicationId as string, [...(coming.get(applicationId as string) ?? []), SUPPORT_KINDS[kind].text]);
    return coming;
  }

  /** Another day, place or way for an interview: what was asked for follows, what was booked has to be booked anew. In the caller's unit of work. */
  async interviewMoved(before: JobApplication, now: Interview): Promise<void> {
    const same =
      before.interviewAt === now.interviewAt &&
      before.interviewPlace === now.interviewPlace &&
      before.interviewWay === now.interviewWay;
    if (same || now.interviewAt === null) return;
    const startsAt = now.interviewAt as Moment;
    for (const row of await this.openOf(before.id)) {
      if (row.occasion !== 'INTERVIEW' || this.hasBegun(row)) continue;
      if (row.state === 'REQUESTED') await this.change(row, { startsAt });
      else {
        await this.change(row, { startsAt, state: 'REBOOK', gone: false });
        await this.tell(row, TOLD.REBOOK(row.kind), TOLD_DESK.MOVED);
      }
    }
  }

  /** The application came to an end: nobody has to come any more. In the caller's unit of work. */
  async applicationEnded({ id }: Pick<JobApplication, 'id'>): Promise<void> {
    for (const row of await this.openOf(id)) {
      // What has begun took place or did not, whatever the employer says afterwards.
      if (this.hasBegun(row)) continue;
      if (row.state === 'REQUESTED') {
        const ended = { state: 'CANCELLED', reason: 'GONE', endedOn: this.clock.today(), live: null } as const;
        await this.change(row, { ...ended, gone: true });
        await this.tell(row, TOLD.CANCELLED(row.kind, SUPPORT_CANCELS.GONE), null);
      } else {
        await this.change(row, { state: 'REBOOK', gone: true });
        await this.tell(row, TOLD.GONE(row.kind), TOLD_DESK.GONE);
      }
    }
  }

  /** Whoever looks after the person, and whoever booked: each once. In the caller's unit of work. */
  async tellDesk({ personId, bookedById }: Pick<Support, 'personId' | 'bookedById'>, text: string): Promise<void> {
    const accounts = new Set([...(await this.caseloads.workersOf(personId)), ...(bookedById ? [bookedById] : [])]);
    for (const accountId of accounts) await this.messages.tell({ accountId, kind: 'NOTE', text });
  }

  private async tell(row: Support, text: string, desk: string | null): Promise<void> {
    await this.messages.tellPeople([{ personId: row.personId, text, smsText: PHONE_SAYS }]);
    if (desk !== null) await this.tellDesk(row, desk);
  }

  private openOf(applicationId: string): Promise<Support[]> {
    return this.unitOfWork.manager.find(Support, { where: { applicationId, live: 1 }, order: { id: 'ASC' } });
  }

  private hasBegun({ state, bookedFrom }: Support): boolean {
    return state === 'BOOKED' && bookedFrom !== null && bookedFrom <= chinaMoment(this.clock.now());
  }

  private async change({ id, version, divisionCode, state }: Support, set: Partial<Support>): Promise<void> {
    // Somebody books it at this moment: whoever comes second looks again.
    if (!(await guardedUpdate(this.unitOfWork.manager, Support, { id, version }, set)))
      throw new DomainError('VERSION_CONFLICT', '刚有人在安排这次面试的帮助。', { hint: '请再办一次。' });
    noteAudit(this.unitOfWork, { target: 'support', id, divisionCode, before: { state }, after: set });
  }
}
