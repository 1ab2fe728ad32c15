import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountService, noteAudit, PersonParts, type Subject } from '@tongxing/access';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock } from '@tongxing/platform';
import { LessThanOrEqual } from 'typeorm';
import { Person } from '../person.entity.js';
import { LegalHoldService } from './legal-hold.service.js';
import { DataRequest } from './privacy.entity.js';
import { subjectOf } from './subject.js';

const erasePerson = defineJob<{ requestId: string }>({ name: 'erase-person', attempts: 3 });

/** 删除资料: what stands against a deletion, and its execution. */
@Injectable()
export class ErasureService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobService,
    private readonly parts: PersonParts,
    private readonly accounts: AccountService,
    private readonly holds: LegalHoldService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(erasePerson, async ({ requestId }) => void (await this.execute(requestId)));
  }

  /** In the caller's unit of work: the deletion is tried when its days of grace are over. */
  async schedule(requestId: string, runAt: Date): Promise<void> {
    await this.jobs.enqueue(erasePerson, { requestId }, { runAt, uniqueName: `erase ${requestId}` });
  }

  /** What must end before a deletion, in sentences. */
  async openOf(subject: Subject): Promise<string[]> {
    const open: string[] = [];
    for (const part of this.parts.all()) open.push(...((await part.open?.(subject)) ?? []));
    // Why it stands is nobody else's business.
    if (await this.holds.stands(subject.personId)) open.push('依法保全中，暂时不能删除。');
    return open;
  }

  /**
   * Executes an approved deletion whose grace is over: whole, in one unit of work, or not at all. While something is open, or a hold stands,
   * it waits; every night it is tried again.
   *
   * @returns whether it is done
   */
  async execute(id: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const now = this.clock.now();
      const row = await manager.findOneBy(DataRequest, { id, kind: 'DELETION', state: 'APPROVED' });
      if (row === null || row.dueAt === null || row.dueAt > now) return false;
      const person = await manager.findOneByOrFail(Person, { id: row.personId });
      const subject = await subjectOf(this.accounts, person);
      if ((await this.openOf(subject)).length > 0) return false;
      // First: two workers at once, or a withdrawal at the same moment, find it taken.
      const done = { state: 'EXECUTED' as const, live: null, endedAt: now };
      if (!(await guardedUpdate(manager, DataRequest, { id, state: 'APPROVED', version: row.version }, done)))
        return false;
      for (const part of this.parts.all()) await part.erase(subject);
      const { divisionCode } = row;
      noteAudit(this.unitOfWork, { action: 'data.erase', target: 'person', id: person.id, divisionCode });
      return true;
    });
  }

  /** 到期清理: deletions whose day has come and that nobody has executed. @returns how many were */
  async executeDue(): Promise<number> {
    const due = await this.unitOfWork.manager.find(DataRequest, {
      select: { id: true },
      where: { kind: 'DELETION', state: 'APPROVED', dueAt: LessThanOrEqual(this.clock.now()) },
      order: { id: 'ASC' },
    });
    let done = 0;
    for (const { id } of due) done += Number(await this.execute(id));
    return done;
  }

  /** Everybody who was deleted, oldest first: for a list that is kept apart from the backups. */
  async erased(): Promise<{ personId: string; at: string }[]> {
    const rows = await this.unitOfWork.manager.find(DataRequest, {
      where: { kind: 'DELETION', state: 'EXECUTED' },
      order: { id: 'ASC' },
    });
    return rows.map(({ personId, endedAt }) => ({ personId, at: endedAt?.toISOString() ?? '' }));
  }

  /**
   * Deletes somebody again whom a restored backup has brought back. It was decided and done once; nothing is asked again.
   *
   * @returns false for somebody who is not here, or is gone already
   */
  async eraseAgain(personId: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const person = await manager.findOneBy(Person, { id: personId });
      if (person === null || person.state === 'ERASED') return false;
      const subject = await subjectOf(this.accounts, person);
      const done = { state: 'EXECUTED' as const, live: null, endedAt: this.clock.now() };
      await manager.update(DataRequest, { personId, kind: 'DELETION', live: 1 }, done);
      for (const part of this.parts.all()) await part.erase(subject);
      const { divisionCode } = person;
      noteAudit(this.unitOfWork, { action: 'data.erase', target: 'person', id: personId, divisionCode });
      return true;
    });
  }
}
