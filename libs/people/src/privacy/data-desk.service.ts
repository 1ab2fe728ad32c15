import { Injectable } from '@nestjs/common';
import {
  AccountService,
  type KeptRecords,
  MessageService,
  noteAudit,
  PersonParts,
  Policy,
  type SignedIn,
  type Subject,
} from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
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
import { In, LessThan, Like } from 'typeorm';
import { PeopleService } from '../people.service.js';
import { Person } from '../person.entity.js';
import { ErasureService } from './erasure.service.js';
import { LegalHoldService } from './legal-hold.service.js';
import { OwnCopyService } from './own-copy.service.js';
import { DataRequest, type DataRequestKind } from './privacy.entity.js';
import { subjectOf } from './subject.js';

const DAY_MS = 24 * 60 * 60_000;
const MOST_OWN = 20;
const MAX_REASON = 300;

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
export class DataDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly parts: PersonParts,
    private readonly accounts: AccountService,
    private readonly messages: MessageService,
    private readonly people: PeopleService,
    private readonly copies: OwnCopyService,
    private readonly erasure: ErasureService,
    private readonly holds: LegalHoldService,
  ) {}

  /** The viewer's requests, what stands against a deletion, and what would stay. @throws DomainError NOT_FOUND for an account of nobody */
  async mine(viewer: SignedIn): Promise<OwnDesk> {
    const person = await this.self(viewer);
    const requests = await this.unitOfWork.manager.find(DataRequest, {
      where: { personId: person.id },
      order: { id: 'DESC' },
      take: MOST_OWN,
    });
    const subject = await subjectOf(this.accounts, person);
    return {
      requests,
      open: await this.erasure.openOf(subject),
      kept: await this.keptOf(subject),
      graceDays: await this.daysOf('DELETION_GRACE'),
      exportDays: await this.copies.daysToFetch(),
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
    const subject = await subjectOf(this.accounts, row.person);
    return {
      ...row,
      open: row.person.state === 'ERASED' ? [] : await this.erasure.openOf(subject),
      kept: await this.keptOf(subject),
      hold: await this.holds.reasonOf(row.person.id),
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
      if (decided.state === 'APPROVED') await this.erasure.schedule(id, decided.dueAt);
      const text = approve
        ? `残联同意删除您的资料，${chinaDay(now)} 起 ${grace} 天后执行。改主意请到「我的资料」撤回。`
        : '残联没有同意删除您的资料，原因请看「我的资料」。';
      await this.messages.tell({ kind: 'NOTE', personId: person.id, text, phone: await this.phoneOf(person) });
      return manager.findOneByOrFail(DataRequest, { id });
    });
  }

  /**
   * Puts the person of a request under a legal hold, or lifts it.
   *
   * @throws DomainError NOT_FOUND for a request outside the region; VALIDATION on `reason`
   */
  async hold(viewer: SignedIn, requestId: string, on: boolean, reason: string | null): Promise<void> {
    const { person } = await this.find(viewer, requestId);
    await this.holds.set(viewer, person, on, reason);
  }

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
    if (kind === 'EXPORT') await this.copies.begin(id);
    noteAudit(this.unitOfWork, { target: 'data-request', id, after: { kind } });
    const text =
      kind === 'EXPORT'
        ? '有人用您的账号要了一份全部资料。不是您本人，请马上打 12385。'
        : '有人用您的账号申请删除全部资料。不是您本人，请马上打 12385。';
    await this.messages.tell({ kind: 'NOTE', personId, text, phone: await this.phoneOf(person) });
    return manager.findOneByOrFail(DataRequest, { id });
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
    const open = await this.erasure.openOf(await subjectOf(this.accounts, person));
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

  private phoneOf(person: Person): string | undefined {
    return this.people.secretsOf(person).phone;
  }

  private async daysOf(days: RetainedDays): Promise<number> {
    return retentionPeriod(await this.parameters.rows(), { days }, this.clock.today()).length;
  }
}

const answerBoundTo = (id: string): string => `data_request|answer|${id}`;

/** The same day so many years on; of a 29th of February the 28th, if there is none then. */
function yearsLater(day: IsoDate, years: number): IsoDate {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isIsoDate(later) ? later : isoDate(later.replace(/29$/, '28'));
}
