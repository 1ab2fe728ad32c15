import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AccountService,
  type KeptRecords,
  MessageService,
  noteAudit,
  PersonParts,
  Policy,
  SessionService,
  type SignedIn,
  stepUpRequired,
  type Subject,
} from '@tongxing/access';
import { blindOf, guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { type ExportSource, ExportSources, type HandedOut } from '@tongxing/imports';
import { defineJob, JobService } from '@tongxing/jobs';
import { ParameterService } from '@tongxing/parameters';
import {
  chinaDay,
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type PageArgs,
  readCursor,
} from '@tongxing/platform';
import { isIsoDate, isoDate, type IsoDate, type RetainedDays, retentionPeriod } from '@tongxing/rules';
import { In, LessThan, LessThanOrEqual, Like, MoreThan } from 'typeorm';
import { PeopleService } from '../people.service.js';
import { Person } from '../person.entity.js';
import { ownDataFile } from './own-data-file.js';
import { DataExportPart, DataRequest, type DataRequestKind, LegalHold } from './privacy.entity.js';

const DAY_MS = 24 * 60 * 60_000;
const MOST_OWN = 20;
/** Bytes of a piece: base64 and sealing make it 1.8 times as long, and a text column holds 64 KB on every engine. */
const PART_BYTES = 30_000;
const MAX_REASON = 300;

const exportMyData = defineJob<{ requestId: string }>({ name: 'export-my-data', attempts: 3 });
const erasePerson = defineJob<{ requestId: string }>({ name: 'erase-person', attempts: 3 });

/** What stays after a deletion, with its last day. */
export interface KeptView {
  what: string;
  until: IsoDate;
  source: string;
}

/** A person's own desk. */
export interface OwnDesk {
  requests: DataRequest[];
  /** what must end before a deletion, in sentences */
  open: string[];
  kept: KeptView[];
  graceDays: number;
  exportDays: number;
}

/** A deletion as an officer sees it. */
export interface DeskRow {
  request: DataRequest;
  person: Person;
}

export interface Decision {
  id: string;
  approve: boolean;
  reason?: string | null;
  version: number;
}

/** 资料申请: a person's own copy of everything, and a person's own deletion, which an officer decides. */
@Injectable()
export class DataDesk implements OnModuleInit, ExportSource {
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
    this.jobs.handle(erasePerson, async ({ requestId }) => void (await this.execute(requestId)));
    this.sources.register(this);
  }

  /** The viewer's requests, what stands against a deletion, and what would stay. @throws DomainError NOT_FOUND for an account of nobody */
  async mine(viewer: SignedIn): Promise<OwnDesk> {
    const person = await this.self(viewer);
    const requests = await this.unitOfWork.manager.find(DataRequest, {
      where: { personId: person.id },
      order: { id: 'DESC' },
      take: MOST_OWN,
    });
    const subject = await this.subjectOf(person);
    return {
      requests,
      open: await this.openOf(subject),
      kept: await this.keptOf(subject),
      graceDays: await this.daysOf('DELETION_GRACE'),
      exportDays: await this.daysOf('EXPORT'),
    };
  }

  /**
   * Asks for a copy or for deletion. One of a kind runs at a time: asked again, it is the same.
   *
   * @throws DomainError NOT_FOUND, VALIDATION for another kind
   */
  async request(viewer: SignedIn, kind: string): Promise<DataRequest> {
    if (kind !== 'EXPORT' && kind !== 'DELETION')
      throw new DomainError('VALIDATION', '只能要一份资料，或申请删除。', { field: 'kind' });
    const person = await this.self(viewer);
    const ask = () => this.unitOfWork.run(() => this.open(viewer, person, kind));
    return ask().catch((error: unknown) => {
      // Pressed twice at once: the other one stands.
      if (!isDuplicateKey(error)) throw error;
      return ask();
    });
  }

  /** Takes an own deletion back, until it is executed. A second call does nothing. @throws DomainError NOT_FOUND, STATE_CONFLICT */
  async withdraw(viewer: SignedIn, id: string): Promise<DataRequest> {
    const person = await this.self(viewer);
    const where = { id, personId: person.id, kind: 'DELETION' as const };
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const back = { state: 'WITHDRAWN' as const, live: null, endedAt: this.clock.now(), dueAt: null };
      const done = await guardedUpdate(manager, DataRequest, { ...where, state: In(['REQUESTED', 'APPROVED']) }, back);
      const row = await manager.findOneBy(DataRequest, where);
      if (row === null) throw notFound('这个申请');
      if (!done && row.state !== 'WITHDRAWN')
        throw new DomainError('STATE_CONFLICT', '这个申请已经办完，不能撤回了。', { hint: '有疑问请打 12385。' });
      if (done) noteAudit(this.unitOfWork, { target: 'data-request', id, after: { state: row.state } });
      return row;
    });
  }

  // ——— the copy ———

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
    const subject = await this.subjectOf(person);
    const now = this.clock.now();
    const dueAt = new Date(now.getTime() + (await this.daysOf('EXPORT')) * DAY_MS);
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
      await this.messages.tell({ kind: 'NOTE', personId: row.personId, text, phone: await this.phoneOf(person) });
    });
  }

  private async giveUp(id: string): Promise<void> {
    const over = { state: 'FAILED' as const, live: null, endedAt: this.clock.now() };
    await guardedUpdate(this.unitOfWork.manager, DataRequest, { id, state: 'WAITING' }, over);
  }

  // ——— the deletion ———

  /** Deletions of the viewer's region, newest first; one more than asked for. @param waiting only those that wait for a decision */
  async page(
    viewer: SignedIn,
    { first, after }: PageArgs,
    waiting: boolean,
  ): Promise<{ rows: DeskRow[]; totalCount: number }> {
    const { manager } = this.unitOfWork;
    const where = {
      kind: 'DELETION' as const,
      divisionCode: Like(`${Policy.divisionScope(viewer)}%`),
      ...(waiting ? { state: 'REQUESTED' as const } : {}),
    };
    const totalCount = await manager.countBy(DataRequest, where);
    const id = after ? { id: LessThan(String(readCursor(after, 1)[0])) } : {};
    const rows = await manager.find(DataRequest, {
      where: { ...where, ...id },
      order: { id: 'DESC' },
      take: first + 1,
    });
    return { rows: await this.withPeople(rows), totalCount };
  }

  cursorFor({ request }: DeskRow): string {
    return cursorOf(request.id);
  }

  /** @throws DomainError NOT_FOUND, also outside the viewer's region */
  async one(
    viewer: SignedIn,
    id: string,
  ): Promise<DeskRow & { open: string[]; kept: KeptView[]; hold: string | null }> {
    const row = await this.find(viewer, id);
    const subject = await this.subjectOf(row.person);
    const hold = await this.unitOfWork.manager.findOneBy(LegalHold, { personId: row.person.id, live: 1 });
    return {
      ...row,
      open: row.person.state === 'ERASED' ? [] : await this.openOf(subject),
      kept: await this.keptOf(subject),
      hold: hold === null ? null : this.crypto.open(hold.reason, holdBoundTo(hold.id)),
    };
  }

  /** Why a request was refused, in the officer's words. */
  answerOf({ id, answer }: DataRequest): string | null {
    return answer === null ? null : this.crypto.open(answer, answerBoundTo(id));
  }

  /**
   * Decides a deletion. Approved, it is executed when the days of grace are over, unless the person takes it back.
   *
   * @throws DomainError NOT_FOUND; SELF_APPROVAL for the own or the household's; DELETION_HELD while something is open; VALIDATION on `reason`
   * for a refusal without one; STATE_CONFLICT, VERSION_CONFLICT
   */
  async decide(viewer: SignedIn, { id, approve, reason, version }: Decision): Promise<DataRequest> {
    const words = reason?.trim() ?? '';
    if (!approve && words === '')
      throw new DomainError('VALIDATION', '不同意要写原因。', { field: 'reason', hint: '本人会看到这些话。' });
    const { request, person } = await this.find(viewer, id);
    await this.requireApart(viewer, person);
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      if (approve) await this.requireNothingOpen(person);
      const now = this.clock.now();
      const grace = await this.daysOf('DELETION_GRACE');
      const decided = {
        decidedById: viewer.id,
        decidedAt: now,
        ...(approve
          ? { state: 'APPROVED' as const, dueAt: new Date(now.getTime() + grace * DAY_MS) }
          : { state: 'REFUSED' as const, live: null, endedAt: now }),
        answer: words ? this.crypto.seal([...words].slice(0, MAX_REASON).join(''), answerBoundTo(id)) : null,
      };
      if (!(await guardedUpdate(manager, DataRequest, { id, state: 'REQUESTED', version }, decided)))
        throw request.state === 'REQUESTED' && request.version !== version
          ? new DomainError('VERSION_CONFLICT', '别人刚改过这个申请。', { hint: '请刷新后再看。' })
          : new DomainError('STATE_CONFLICT', '这个申请已经办过，或本人撤回了。', { hint: '请刷新后再看。' });
      const { divisionCode } = request;
      noteAudit(this.unitOfWork, { target: 'data-request', id, divisionCode, after: { state: decided.state } });
      if (decided.state === 'APPROVED')
        await this.jobs.enqueue(erasePerson, { requestId: id }, { runAt: decided.dueAt, uniqueName: `erase ${id}` });
      const text = approve
        ? `残联同意删除您的资料，${chinaDay(now)} 起 ${grace} 天后执行。改主意请到「我的资料」撤回。`
        : '残联没有同意删除您的资料，原因请看「我的资料」。';
      await this.messages.tell({ kind: 'NOTE', personId: person.id, text, phone: await this.phoneOf(person) });
      return manager.findOneByOrFail(DataRequest, { id });
    });
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
      const subject = await this.subjectOf(person);
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
      const subject = await this.subjectOf(person);
      const done = { state: 'EXECUTED' as const, live: null, endedAt: this.clock.now() };
      await manager.update(DataRequest, { personId, kind: 'DELETION', live: 1 }, done);
      for (const part of this.parts.all()) await part.erase(subject);
      const { divisionCode } = person;
      noteAudit(this.unitOfWork, { action: 'data.erase', target: 'person', id: personId, divisionCode });
      return true;
    });
  }

  // ——— holds ———

  /**
   * Puts a person's data under a legal hold, or lifts it. Done twice it changes nothing.
   *
   * @throws DomainError NOT_FOUND for a request outside the region; VALIDATION on `reason`
   */
  async hold(viewer: SignedIn, requestId: string, on: boolean, reason: string | null): Promise<void> {
    const words = reason?.trim() ?? '';
    if (on && words === '') throw new DomainError('VALIDATION', '保全要写原因，例如案号。', { field: 'reason' });
    const { person } = await this.find(viewer, requestId);
    const personId = person.id;
    const place = () =>
      this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const note = { target: 'legal-hold', id: personId, divisionCode: person.divisionCode, after: { on } };
        if (!on) {
          const lifted = { live: null, liftedById: viewer.id, liftedAt: this.clock.now() };
          if (await guardedUpdate(manager, LegalHold, { personId, live: 1 }, lifted)) noteAudit(this.unitOfWork, note);
          return;
        }
        if (await manager.existsBy(LegalHold, { personId, live: 1 })) return;
        const id = newId();
        await manager.insert(LegalHold, {
          id,
          personId,
          reason: this.crypto.seal([...words].slice(0, MAX_REASON).join(''), holdBoundTo(id)),
          placedById: viewer.id,
          placedAt: this.clock.now(),
          liftedById: null,
          liftedAt: null,
          live: 1,
        });
        noteAudit(this.unitOfWork, note);
      });
    await place().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }

  /** People under a legal hold, and those of them who have an account. */
  async held(): Promise<{ people: string[]; accounts: string[] }> {
    const holds = await this.unitOfWork.manager.findBy(LegalHold, { live: 1 });
    const people = holds.map(({ personId }) => personId);
    const accounts: string[] = [];
    for (const personId of people) {
      const account = await this.accounts.ofPerson({ personId });
      if (account) accounts.push(account.id);
    }
    return { people, accounts };
  }

  // ——— inside ———

  private async open(viewer: SignedIn, person: Person, kind: DataRequestKind): Promise<DataRequest> {
    const { manager } = this.unitOfWork;
    const personId = person.id;
    const standing = await manager.findOneBy(DataRequest, { personId, kind, live: 1 });
    if (standing !== null) return standing;
    const id = newId();
    await manager.insert(DataRequest, {
      id,
      personId,
      divisionCode: person.divisionCode,
      kind,
      state: kind === 'EXPORT' ? 'WAITING' : 'REQUESTED',
      live: 1,
      requestedById: viewer.id,
      requestedAt: this.clock.now(),
      decidedById: null,
      decidedAt: null,
      dueAt: null,
      endedAt: null,
      answer: null,
    });
    if (kind === 'EXPORT') await this.jobs.enqueue(exportMyData, { requestId: id });
    noteAudit(this.unitOfWork, { target: 'data-request', id, after: { kind } });
    const text =
      kind === 'EXPORT'
        ? '有人用您的账号要了一份全部资料。不是您本人，请马上打 12385。'
        : '有人用您的账号申请删除全部资料。不是您本人，请马上打 12385。';
    await this.messages.tell({ kind: 'NOTE', personId, text, phone: await this.phoneOf(person) });
    return manager.findOneByOrFail(DataRequest, { id });
  }

  private async openOf(subject: Subject): Promise<string[]> {
    const open: string[] = [];
    for (const part of this.parts.all()) open.push(...((await part.open?.(subject)) ?? []));
    // Why it stands is nobody else's business.
    if (await this.unitOfWork.manager.existsBy(LegalHold, { personId: subject.personId, live: 1 }))
      open.push('依法保全中，暂时不能删除。');
    return open;
  }

  private async keptOf(subject: Subject): Promise<KeptView[]> {
    const kept: KeptRecords[] = [];
    for (const part of this.parts.all()) kept.push(...((await part.kept?.(subject)) ?? []));
    const rows = await this.parameters.rows();
    return kept.map(({ what, since, years }) => {
      const { length, source } = retentionPeriod(rows, { years }, this.clock.today());
      return { what, until: yearsLater(since, length), source };
    });
  }

  private async requireNothingOpen(person: Person): Promise<void> {
    const open = await this.openOf(await this.subjectOf(person));
    if (open.length === 0) return;
    throw new DomainError('DELETION_HELD', `现在还不能删除：${open.join('')}`, {
      hint: '这些办完以后再同意，或写明原因不同意。',
    });
  }

  /** @throws DomainError SELF_APPROVAL */
  private async requireApart(viewer: SignedIn, person: Person): Promise<void> {
    const family = viewer.idBlind ? await this.people.familyByIdBlind(viewer.idBlind) : [];
    if (viewer.personId !== person.id && !family.includes(person.id)) return;
    throw new DomainError('SELF_APPROVAL', '本人和家人的申请不能自己办。', { hint: '请另一位残联干部办理。' });
  }

  private async find(viewer: SignedIn, id: string): Promise<DeskRow> {
    const request = await this.unitOfWork.manager.findOneBy(DataRequest, { id, kind: 'DELETION' });
    if (request === null) throw notFound('这个申请');
    Policy.requireCovers(viewer, request.divisionCode, '这个申请');
    const [row] = await this.withPeople([request]);
    return row as DeskRow;
  }

  private async withPeople(requests: readonly DataRequest[]): Promise<DeskRow[]> {
    const people = await this.people.byIds(requests.map(({ personId }) => personId));
    const byId = new Map(people.map((person) => [person.id, person]));
    return requests.map((request) => ({ request, person: byId.get(request.personId) as Person }));
  }

  private async self(viewer: SignedIn): Promise<Person> {
    const person = viewer.personId === undefined ? null : await this.people.byId(viewer.personId);
    if (person === null) throw notFound('您的求职登记');
    return person;
  }

  private async subjectOf(person: Person): Promise<Subject> {
    const personId = person.id;
    const account = await this.accounts.ofPerson({ personId });
    return { personId, accountId: account?.id ?? null, idBlind: blindOf(person, 'idBlind') };
  }

  private phoneOf(person: Person): string | undefined {
    return this.people.secretsOf(person).phone;
  }

  private async daysOf(days: RetainedDays): Promise<number> {
    return retentionPeriod(await this.parameters.rows(), { days }, this.clock.today()).length;
  }
}

const boundTo = (id: string): string => `data_export_part|sealed|${id}`;
const answerBoundTo = (id: string): string => `data_request|answer|${id}`;
const holdBoundTo = (id: string): string => `legal_hold|reason|${id}`;

/** The same day so many years on; of a 29th of February the 28th, if there is none then. */
function yearsLater(day: IsoDate, years: number): IsoDate {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isIsoDate(later) ? later : isoDate(later.replace(/29$/, '28'));
}
