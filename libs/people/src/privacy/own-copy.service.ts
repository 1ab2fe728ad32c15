import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AccountService,
  MessageService,
  noteAudit,
  PersonParts,
  SessionService,
  type SignedIn,
  stepUpRequired,
} from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { type ExportSource, ExportSources, type HandedOut } from '@tongxing/imports';
import { defineJob, JobService } from '@tongxing/jobs';
import { ParameterService } from '@tongxing/parameters';
import { chinaDay, Clock, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import { retentionPeriod } from '@tongxing/rules';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { PeopleService } from '../people.service.js';
import { Person } from '../person.entity.js';
import { ownDataFile } from './own-data-file.js';
import { DataExportPart, DataRequest } from './privacy.entity.js';
import { subjectOf } from './subject.js';

const DAY_MS = 24 * 60 * 60_000;
/** Bytes of a piece: base64 and sealing make it 1.8 times as long, and a text column holds 64 KB on every engine. */
const PART_BYTES = 30_000;

const exportMyData = defineJob<{ requestId: string }>({ name: 'export-my-data', attempts: 3 });

/** 我的全部资料: one file of everything that is kept of a person, fetched once by that person. */
@Injectable()
export class OwnCopyService implements OnModuleInit, ExportSource {
  readonly name = 'own-data';
  readonly action = 'data.own';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly jobs: JobService,
    private readonly parameters: ParameterService,
    private readonly parts: PersonParts,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly messages: MessageService,
    private readonly people: PeopleService,
    private readonly sources: ExportSources,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      exportMyData,
      ({ requestId }) => this.make(requestId),
      ({ requestId }) => this.giveUp(requestId),
    );
    this.sources.register(this);
  }

  /** In the caller's unit of work: the file of a request is made by a job. */
  async begin(requestId: string): Promise<void> {
    await this.jobs.enqueue(exportMyData, { requestId });
  }

  /** How long a file waits to be fetched. */
  async daysToFetch(): Promise<number> {
    return retentionPeriod(await this.parameters.rows(), { days: 'EXPORT' }, this.clock.today()).length;
  }

  /**
   * The viewer's file, once. The pieces go with it: who wants another asks again.
   *
   * @throws DomainError STEP_UP_REQUIRED without a fresh proof, for numbers stand in it in clear; STATE_CONFLICT when it was fetched, or is over
   */
  async handOut(viewer: SignedIn, id: string): Promise<HandedOut | null> {
    const personId = viewer.personId ?? '';
    const row = await this.unitOfWork.manager.findOneBy(DataRequest, { id, personId, kind: 'EXPORT' });
    if (row === null) return null;
    if (!this.sessions.isFresh(viewer)) throw stepUpRequired();
    const now = this.clock.now();
    const content = await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const ready = { id, state: 'READY' as const, dueAt: MoreThan(now) };
      if (!(await guardedUpdate(manager, DataRequest, ready, { state: 'TAKEN', live: null, endedAt: now })))
        throw new DomainError('STATE_CONFLICT', '这份资料已经下载过，或过期了。', { hint: '请再要一份。' });
      const parts = await manager.find(DataExportPart, { where: { requestId: id }, order: { part: 'ASC' } });
      await manager.delete(DataExportPart, { requestId: id });
      noteAudit(this.unitOfWork, { action: 'data.fetch', target: 'person', id: personId, after: { requestId: id } });
      await this.messages.tell({
        kind: 'NOTE',
        personId,
        text: '您的全部资料刚被下载了一份。不是您下载的，请马上打 12385。',
      });
      return Buffer.concat(parts.map((part) => Buffer.from(this.crypto.open(part.sealed, boundTo(part.id)), 'base64')));
    });
    return { fileName: `我的资料-${chinaDay(now)}.html`, plainName: 'my-data.html', contentType: 'text/html', content };
  }

  /** 到期清理: files whose time is over go, fetched or not. @returns how many */
  async forgetFiles(): Promise<number> {
    const { manager } = this.unitOfWork;
    const now = this.clock.now();
    const due = await manager.findBy(DataRequest, { kind: 'EXPORT', state: 'READY', dueAt: LessThanOrEqual(now) });
    let gone = 0;
    for (const { id } of due)
      await this.unitOfWork.run(async () => {
        const over = { state: 'EXPIRED' as const, live: null, endedAt: now };
        if (!(await guardedUpdate(this.unitOfWork.manager, DataRequest, { id, state: 'READY' }, over))) return;
        await this.unitOfWork.manager.delete(DataExportPart, { requestId: id });
        gone += 1;
      });
    return gone;
  }

  /** The job: reads every part, seals the file in pieces. Run twice, the second finds it done. */
  private async make(requestId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOneBy(DataRequest, { id: requestId, state: 'WAITING' });
    const person = row && (await manager.findOneBy(Person, { id: row.personId }));
    if (row === null || person === null || person.state === 'ERASED') return;
    const subject = await subjectOf(this.accounts, person);
    const now = this.clock.now();
    const dueAt = new Date(now.getTime() + (await this.daysToFetch()) * DAY_MS);
    const sections = [];
    // Who it is stands first, whoever registered when.
    const parts = [...this.parts.all()].sort((a, b) => Number(b.name === 'person') - Number(a.name === 'person'));
    for (const part of parts) sections.push(...(await part.collect(subject)));
    const { name } = person;
    const content = ownDataFile({ name, madeAt: now.toISOString(), expiresOn: chinaDay(dueAt), sections });
    const pieces: DataExportPart[] = [];
    for (let at = 0; at < content.length; at += PART_BYTES) {
      const id = newId();
      const clear = content.toString('base64', at, Math.min(at + PART_BYTES, content.length));
      pieces.push({ id, requestId, part: pieces.length, sealed: this.crypto.seal(clear, boundTo(id)) });
    }
    await this.unitOfWork.run(async () => {
      const waiting = { id: requestId, state: 'WAITING' as const };
      if (!(await guardedUpdate(this.unitOfWork.manager, DataRequest, waiting, { state: 'READY', dueAt }))) return;
      await insertRows(this.unitOfWork.manager, DataExportPart, pieces);
      const text = `您要的资料准备好了，请在 ${chinaDay(dueAt)} 前到「我的资料」下载，只能下载一次。`;
      await this.messages.tell({
        kind: 'NOTE',
        personId: row.personId,
        text,
        phone: this.people.secretsOf(person).phone,
      });
    });
  }

  private async giveUp(id: string): Promise<void> {
    const over = { state: 'FAILED' as const, live: null, endedAt: this.clock.now() };
    await guardedUpdate(this.unitOfWork.manager, DataRequest, { id, state: 'WAITING' }, over);
  }
}

const boundTo = (id: string): string => `data_export_part|sealed|${id}`;
