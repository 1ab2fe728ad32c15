import { Injectable } from '@nestjs/common';
import { Account, Caseloads, Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { PeopleService, Person, reachPerson } from '@tongxing/people';
import {
  Clock,
  CryptoProvider,
  csvText,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { afterRetention, isAtWork, isEnd, isTypedDay, PUBLIC_WELFARE, retentionDue } from '@tongxing/rules';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { JobApplication } from '../job-application.entity.js';
import { officeWords } from '../job-application.words.js';
import { requireShort } from '../office/office-posts.service.js';
import type { TableFileNode } from '../office/office-posts.types.js';
import { Placement } from '../placements/placement.entity.js';
import { PlacementService } from '../placements/placement.service.js';
import { exitsOnly } from '../placements/placement.words.js';
import { ApplicationNews } from './application-news.js';
import type { RecordRetentionInput, ReferralFilter, ReferralNode } from './application.types.js';
import { noteBoundTo, RetentionCheck } from './retention.entity.js';

const BATCH = 500;

/** 稳岗: who is to be asked whether he is still there, and what came of it. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly caseloads: Caseloads,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly placements: PlacementService,
    private readonly divisions: Divisions,
    private readonly news: ApplicationNews,
  ) {}

  /**
   * The night's work: a check for every month that has come since somebody began, for as long as he is there. Run again, or by two at once, it
   * adds nothing.
   *
   * @returns how many were added
   */
  async createDue(): Promise<number> {
    const { manager } = this.unitOfWork;
    const today = this.clock.today();
    let added = 0;
    let afterId = '';
    for (;;) {
      const placed: Placement[] = await manager
        .createQueryBuilder(Placement, 'placement')
        .where(`placement.source = 'APPLICATION' AND placement.live = 1 AND placement.id > :afterId`, { afterId })
        .orderBy('placement.id')
        .limit(BATCH)
        .getMany();
      const standing = await manager.findBy(RetentionCheck, { applicationId: In(placed.map((one) => one.sourceId)) });
      const known = new Set(standing.map(({ applicationId, month }) => `${applicationId}|${month}`));
      const fresh = placed.flatMap(({ sourceId: applicationId, divisionCode, startedOn }) =>
        retentionDue(startedOn, today)
          .filter(({ month }) => !known.has(`${applicationId}|${month}`))
          .map((due) => ({
            id: newId(),
            applicationId,
            divisionCode,
            ...due,
            createdAt: this.clock.now(),
            version: 1,
          })),
      );
      // One by one: a twin's row stands in nobody's way but its own.
      for (const row of fresh) {
        try {
          await this.unitOfWork.run(() => insertRows(this.unitOfWork.manager, RetentionCheck, [row]));
          added += 1;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
      afterId = placed.at(-1)?.id ?? '';
      if (placed.length < BATCH) return added;
    }
  }

  /**
   * Writes down whether somebody is still at the post. Gone: the placement ends, and the way with it. The same again is the same.
   *
   * @throws DomainError NOT_FOUND for a check that is not due, or for anybody who is neither the viewer's to look after nor at a post of his
   *   region; STATE_CONFLICT when it was written down otherwise, or the person has left, or works at a public-welfare post, where the
   *   exit comes first; VALIDATION without day and reason of the leaving
   */
  async record(viewer: SignedIn, input: RecordRetentionInput): Promise<void> {
    const { applicationId, month, stillThere } = input;
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const row = await this.reach(viewer, applicationId);
      const check = await manager.findOneBy(RetentionCheck, { applicationId, month });
      if (check === null) throw notFound('这次回访');
      if (check.doneOn !== null) {
        if (check.stillThere === stillThere) return;
        throw new DomainError('STATE_CONFLICT', '这次回访已经记过了。', { hint: '请刷新后再看。' });
      }
      if (!isAtWork(row.state) || row.state === 'KEPT_12')
        throw new DomainError('STATE_CONFLICT', '这个人已经不在这个岗位上了。', { hint: '请刷新后再看。' });
      const done = {
        doneOn: this.clock.today(),
        stillThere,
        note: input.note?.trim() ? this.crypto.seal(input.note.trim(), noteBoundTo(check.id)) : null,
        doneById: viewer.id,
      };
      if (
        !(await guardedUpdate(
          manager,
          RetentionCheck,
          { id: check.id, version: check.version, doneOn: IsNull() },
          done,
        ))
      )
        throw conflict();
      if (!stillThere) await this.end(row, input);
      const state = afterRetention(row.state, month, stillThere);
      const { id, version, divisionCode } = row;
      const set = { state, ...(isEnd(state) ? { live: null } : {}) };
      if (!(await guardedUpdate(manager, JobApplication, { id, version }, set))) throw conflict();
      noteAudit(this.unitOfWork, {
        target: 'job-application',
        id,
        divisionCode,
        before: { state: row.state },
        after: { state, month, stillThere },
      });
      const [post] = await this.posts.byIds([row.postId]);
      if (post !== undefined) await this.news.toPerson(row.personId, stillThere ? 'KEPT' : 'LEFT', post);
    });
  }

  /** What of an application's checks is open, the earliest first. */
  private async openOf(applicationIds: readonly string[]): Promise<Map<string, RetentionCheck[]>> {
    if (applicationIds.length === 0) return new Map();
    const rows = await this.unitOfWork.manager.find(RetentionCheck, {
      where: { applicationId: In([...applicationIds]), doneOn: IsNull() },
      order: { month: 'ASC' },
    });
    const byId = new Map<string, RetentionCheck[]>();
    for (const row of rows) byId.set(row.applicationId, [...(byId.get(row.applicationId) ?? []), row]);
    return byId;
  }

  /**
   * Referrals of the viewer; for an officer every application to a post of the region. The newest first, narrowed as asked.
   *
   * @throws DomainError DIVISION_UNKNOWN, CURSOR_INVALID
   */
  async referrals(
    viewer: SignedIn,
    { first, after }: PageArgs,
    filter: ReferralFilter | null,
  ): Promise<Page<ReferralNode>> {
    const query = this.found(viewer, filter ?? {});
    const totalCount = await query.getCount();
    if (after) query.andWhere('application.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('application.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.referralNodes(rows);
    return pageOf(
      rows.filter(({ id }) => nodes.has(id)),
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as ReferralNode,
    );
  }

  /**
   * That list as a file. It leaves the house: the chain keeps who took it, and how many rows.
   *
   * @throws DomainError VALIDATION for too many rows, DIVISION_UNKNOWN
   */
  async referralsFile(viewer: SignedIn, filter: ReferralFilter | null): Promise<TableFileNode> {
    const query = this.found(viewer, filter ?? {});
    requireShort(await query.getCount());
    const rows = await query.orderBy('application.id', 'DESC').getMany();
    const nodes = [...(await this.referralNodes(rows)).values()];
    const today = this.clock.today();
    await this.unitOfWork.run(async () =>
      noteAudit(this.unitOfWork, { target: 'job-application-list', after: { ...filter, rows: nodes.length } }),
    );
    return {
      name: `推荐和应聘-${today}.csv`,
      text: csvText([
        ['姓名', '住处', '岗位', '单位', '怎么来的', '哪天', '办到哪一步', '要办的'],
        ...nodes.map((one) => [
          one.personName,
          one.personPlace,
          one.post.title,
          one.post.employerName,
          one.referred ? `推荐，${one.referredBy ?? ''}` : '自己申请',
          one.appliedOn,
          one.stateText,
          toDoText(one),
        ]),
        [`${viewer.displayName} ${today} 导出，共 ${nodes.length} 行，只供工作用`],
      ]),
    };
  }

  /** One application for the office or the desk. @throws DomainError NOT_FOUND as `record` */
  async referral(viewer: SignedIn, id: string): Promise<ReferralNode> {
    const row = await this.reach(viewer, id);
    const node = (await this.referralNodes([row])).get(id);
    if (node === undefined) throw notFound('这份应聘');
    return node;
  }

  private found(
    viewer: SignedIn,
    { dueOnly, states, referred, divisionCode, postId }: ReferralFilter,
  ): SelectQueryBuilder<JobApplication> {
    const { manager } = this.unitOfWork;
    const query = manager.createQueryBuilder(JobApplication, 'application');
    if (viewer.roles.includes('OFFICER'))
      query.where('application.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` });
    else query.where('application.referredById = :me', { me: viewer.id });
    if (dueOnly) {
      const open = manager
        .createQueryBuilder(RetentionCheck, 'due')
        .select('due.applicationId')
        .where('due.doneOn IS NULL');
      query.andWhere(
        `((application.state = 'OFFERED' AND application.acceptedOn IS NULL AND application.offerReplyBy < :today)
          OR (application.live = 1 AND application.id IN (${open.getQuery()})))`,
        { today: this.clock.today() },
      );
    }
    if (states && states.length > 0) query.andWhere('application.state IN (:...states)', { states });
    if (postId) query.andWhere('application.postId = :postId', { postId });
    if (typeof referred === 'boolean') query.andWhere(`application.referredById IS ${referred ? 'NOT NULL' : 'NULL'}`);
    if (divisionCode) {
      const division = this.divisions.byCode(divisionCode);
      if (division === undefined)
        throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'filter.divisionCode' });
      const people = manager
        .createQueryBuilder(Person, 'person')
        .select('person.id')
        .where('COALESCE(person.residenceDivisionCode, person.divisionCode) LIKE :home');
      const home = `${Policy.divisionScope({ ...viewer, divisionCode: division.code })}%`;
      query.andWhere(`application.personId IN (${people.getQuery()})`, { home });
    }
    return query;
  }

  private async referralNodes(rows: readonly JobApplication[]): Promise<Map<string, ReferralNode>> {
    const today = this.clock.today();
    const posts = new Map((await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((one) => [one.id, one]));
    const people = new Map((await this.people.byIds(rows.map(({ personId }) => personId))).map((one) => [one.id, one]));
    const due = await this.openOf(rows.map(({ id }) => id));
    const by = await this.namesOf(rows.flatMap(({ referredById }) => referredById ?? []));
    return new Map(
      rows.flatMap((row) => {
        const [post, person] = [posts.get(row.postId), people.get(row.personId)];
        if (post === undefined || person === undefined) return [];
        const { id, personId, state, appliedOn, offerReplyBy, acceptedOn } = row;
        const node: ReferralNode = {
          id,
          personId,
          personName: person.name,
          post,
          state,
          stateText: officeWords(state, acceptedOn !== null),
          referred: row.referredById !== null,
          referredBy: by.get(row.referredById ?? '') ?? null,
          personPlace: this.divisions.homeNameOf(person.residenceDivisionCode ?? person.divisionCode),
          appliedOn,
          silent: state === 'OFFERED' && acceptedOn === null && offerReplyBy !== null && offerReplyBy < today,
          due: row.live === 1 ? (due.get(id) ?? []).map(({ month, dueOn }) => ({ month, dueOn })) : [],
        };
        return [[id, node] as const];
      }),
    );
  }

  private async namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    if (accountIds.length === 0) return new Map();
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true, displayName: true },
      where: { id: In([...new Set(accountIds)]) },
    });
    return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  }

  /** Whoever looks after the person, whoever referred him, or an officer of the post's region. @throws DomainError NOT_FOUND */
  private async reach(viewer: SignedIn, id: string): Promise<JobApplication> {
    const row = await this.unitOfWork.manager.findOneBy(JobApplication, { id });
    if (row === null) throw notFound('这份应聘');
    if (viewer.roles.includes('OFFICER') && Policy.covers(viewer, row.divisionCode)) return row;
    try {
      await reachPerson(this.unitOfWork, this.caseloads, viewer, row.personId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound('这份应聘');
      throw error;
    }
    return row;
  }

  private async end({ id }: JobApplication, { leftOn, leftBecause }: RecordRetentionInput): Promise<void> {
    const placement = await this.unitOfWork.manager.findOneBy(Placement, { source: 'APPLICATION', sourceId: id });
    if (placement === null || placement.live === null) return;
    if (placement.kind === PUBLIC_WELFARE) throw exitsOnly();
    if (!leftOn || !isTypedDay(leftOn))
      throw new DomainError('VALIDATION', '请填最后一天上班是哪天。', { field: 'leftOn' });
    if (!leftBecause) throw new DomainError('VALIDATION', '请选离开的原因。', { field: 'leftBecause' });
    await this.placements.end(placement.id, leftOn, leftBecause);
  }

  /** What was written at checks of a person, in clear, for his own copy. */
  async ofPerson(personId: string): Promise<{ row: RetentionCheck; note: string | null }[]> {
    const rows = await this.checksOf(personId);
    return rows.map((row) => ({
      row,
      note: row.note === null ? null : this.crypto.open(row.note, noteBoundTo(row.id)),
    }));
  }

  /** 删除: the words of a person's checks. In the caller's unit of work. */
  async erase(personId: string): Promise<void> {
    const ids = (await this.checksOf(personId)).map(({ id }) => id);
    if (ids.length > 0) await this.unitOfWork.manager.update(RetentionCheck, { id: In(ids) }, { note: null });
  }

  private async checksOf(personId: string): Promise<RetentionCheck[]> {
    const { manager } = this.unitOfWork;
    const applications = await manager.find(JobApplication, { select: { id: true }, where: { personId } });
    if (applications.length === 0) return [];
    return manager.find(RetentionCheck, {
      where: { applicationId: In(applications.map(({ id }) => id)) },
      order: { dueOn: 'DESC', id: 'DESC' },
    });
  }
}

function toDoText({ silent, due }: ReferralNode): string {
  return [...(silent ? ['没有答复，请去看看'] : []), ...due.map(({ month }) => `第${month}个月回访`)].join('；');
}

const conflict = (): DomainError => new DomainError('VERSION_CONFLICT', '刚刚有人改过。', { hint: '请刷新后再看。' });
