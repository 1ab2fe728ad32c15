import { Injectable } from '@nestjs/common';
import { noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { EmployerService, PostService } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import {
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { addDays, addMonths, isLimitReached, refusalLawOn, type RefusalSide } from '@tongxing/rules';
import { In, IsNull, MoreThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import { JobApplication } from '../job-application.entity.js';
import { SeatOffer } from '../rounds/seats/seat.entity.js';
import { ApplicationNews } from './application-news.js';
import type { RefusalCaseNode } from './application.types.js';
import { RefusalCase, type RefusalCaseSecrets } from './refusal-case.entity.js';

const WHAT = '这份告知';
const MAX_SOURCE = 500;
/** A night's look at refusals that two people wrote down at the same moment. */
const AT_NIGHT = 500;

const STATES: Readonly<Record<RefusalCase['state'], string>> = {
  NOTICED: '已告知，可以申诉',
  APPEALED: '已申诉，等残联决定',
  BARRED: '已决定',
  LIFTED: '不处理了',
};

/** Whose refusals: a person's, or those to people sent to one post. */
type Subject = { side: 'PERSON'; personId: string } | { side: 'UNIT'; postId: string };

const boundTo = (id: string): string => `refusal_case|secrets|${id}`;

/**
 * 无故拒绝的处理: counted, told, appealed, decided by an officer. Without the dated rows of the place nothing follows from a refusal.
 *
 * @source rulebook.md §5, Refusals; matching.md §4.4
 */
@Injectable()
export class RefusalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
    private readonly posts: PostService,
    private readonly employers: EmployerService,
    private readonly news: ApplicationNews,
  ) {}

  /**
   * Looks whether a refusal that was just written down is the one that a notice is due for. In the caller's unit of work.
   *
   * @param divisionCode of the post
   */
  async look(subject: Subject, divisionCode: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const today = this.clock.today();
    const law = refusalLawOn(await this.parameters.lawOf(divisionCode), today, subject.side);
    if (law === undefined) return;
    const whose = subject.side === 'PERSON' ? { personId: subject.personId } : { postId: subject.postId };
    if (await manager.existsBy(RefusalCase, { ...whose, live: 1 })) return;
    const refusals = await manager.find(JobApplication, {
      select: { id: true },
      where: { ...whose, countedFor: subject.side, refusalCaseId: IsNull(), refusedOn: MoreThanOrEqual(law.since) },
    });
    // A seat of a round that was refused is a referral refused.
    const seats =
      subject.side === 'UNIT'
        ? []
        : await manager.find(SeatOffer, {
            select: { id: true },
            where: {
              personId: subject.personId,
              countedFor: subject.side,
              refusalCaseId: IsNull(),
              answeredOn: MoreThanOrEqual(law.since),
            },
          });
    const counted = refusals.length + seats.length;
    if (!isLimitReached(counted, law)) return;
    const id = newId();
    const appealUntil = addDays(today, law.appealDays);
    try {
      await manager.insert(RefusalCase, {
        id,
        side: subject.side,
        personId: null,
        postId: null,
        ...whose,
        divisionCode,
        state: 'NOTICED',
        live: 1,
        counted,
        limitCount: law.limit,
        barMonths: law.barMonths,
        source: law.sources.join('；').slice(0, MAX_SOURCE),
        noticedOn: today,
        appealUntil,
        secrets: this.seal(id, {}),
        createdAt: this.clock.now(),
        version: 1,
      });
    } catch (error) {
      // Another refusal of the same moment opened it.
      if (isDuplicateKey(error)) return;
      throw error;
    }
    await manager.update(JobApplication, { id: In(refusals.map((row) => row.id)) }, { refusalCaseId: id });
    await manager.update(SeatOffer, { id: In(seats.map((row) => row.id)) }, { refusalCaseId: id });
    noteAudit(this.unitOfWork, {
      target: 'refusal-case',
      id,
      divisionCode,
      after: { side: subject.side, counted, appealUntil },
    });
    if (subject.side === 'PERSON') {
      const text = `您有 ${counted} 次没说原因、没有去推荐的公益性岗位。按规定可能暂时不再推荐公益性岗位。不同意的，${appealUntil} 前可以申诉。`;
      await this.news.tellPerson(subject.personId, text);
      return;
    }
    const [post] = await this.posts.byIds([subject.postId]);
    if (post === undefined) return;
    const text = `岗位「${post.title}」有 ${counted} 次没说原因、没有录用推荐的人。按规定可能收回岗位。不同意的，${appealUntil} 前可以申诉。`;
    await this.news.tellEmployer(post.employerId, text);
  }

  /** Refusals of the same moment see each other only afterwards: every night they are looked at once more. @returns how many were looked at */
  async sweep(): Promise<number> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(JobApplication, 'application')
      .select('application.countedFor', 'side')
      .addSelect('application.divisionCode', 'divisionCode')
      .addSelect(
        `CASE WHEN application.countedFor = 'PERSON' THEN application.personId ELSE application.postId END`,
        'id',
      )
      .where('application.countedFor IS NOT NULL AND application.refusalCaseId IS NULL')
      .groupBy('application.countedFor')
      .addGroupBy('application.divisionCode')
      .addGroupBy(`CASE WHEN application.countedFor = 'PERSON' THEN application.personId ELSE application.postId END`)
      .limit(AT_NIGHT)
      .getRawMany<{ side: RefusalSide; divisionCode: string; id: string }>();
    const seats = await this.unitOfWork.manager
      .createQueryBuilder(SeatOffer, 'seat')
      .select('seat.personId', 'id')
      .addSelect('round.divisionCode', 'divisionCode')
      .innerJoin('allocation_round', 'round', 'round.id = seat.roundId')
      .where(`seat.countedFor = 'PERSON' AND seat.refusalCaseId IS NULL AND seat.personId IS NOT NULL`)
      .groupBy('seat.personId')
      .addGroupBy('round.divisionCode')
      .limit(AT_NIGHT)
      .getRawMany<{ id: string; divisionCode: string }>();
    rows.push(...seats.map((seat) => ({ ...seat, side: 'PERSON' as const })));
    for (const { side, divisionCode, id } of rows) {
      const subject: Subject = side === 'PERSON' ? { side, personId: id } : { side, postId: id };
      await this.unitOfWork.run(() => this.look(subject, divisionCode));
    }
    return rows.length;
  }

  /** Those of the viewer's region for an officer, of the own unit for an employer, else the person's own; the newest first. */
  async list(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<RefusalCaseNode>> {
    const query = this.visible(viewer);
    const totalCount = await query.getCount();
    if (after) query.andWhere('row.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('row.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(viewer, rows)).map((node) => [node.id, node]));
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as RefusalCaseNode,
    );
  }

  /** One of these. @throws DomainError NOT_FOUND */
  async find(viewer: SignedIn, id: string): Promise<RefusalCaseNode> {
    const row = await this.visible(viewer).andWhere('row.id = :id', { id }).getOne();
    if (row === null) throw notFound(WHAT);
    return (await this.nodes(viewer, [row]))[0] as RefusalCaseNode;
  }

  /**
   * Says why a notice is not right; the office decides afterwards. Said again before the decision, the newer words stand.
   *
   * @throws DomainError NOT_FOUND for somebody else's; STATE_CONFLICT after the last day, or once decided
   */
  async appeal(viewer: SignedIn, id: string, text: string): Promise<RefusalCaseNode> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const row = await this.reach(viewer, id);
      const words = text.trim();
      if (words === '') throw new DomainError('VALIDATION', '请写下为什么不同意。', { field: 'text' });
      if (row.live === null)
        throw new DomainError('STATE_CONFLICT', '这件事已经决定了。', { hint: '有疑问请打 12385。' });
      if (this.clock.today() > row.appealUntil)
        throw new DomainError('STATE_CONFLICT', `申诉的日子过了，最后一天是 ${row.appealUntil}。`, {
          hint: '请打 12385，或找县残联当面说。',
        });
      const set = {
        state: 'APPEALED' as const,
        appealedAt: this.clock.now(),
        secrets: this.seal(id, { ...this.open(row), appeal: words }),
      };
      if (!(await guardedUpdate(manager, RefusalCase, { id, live: 1, version: row.version }, set))) throw conflict();
      noteAudit(this.unitOfWork, {
        target: 'refusal-case',
        id,
        before: { state: row.state },
        after: { state: 'APPEALED' },
      });
      sayHelped(this.unitOfWork, '对拒绝推荐的告知提了申诉');
    });
    return this.one(viewer, id);
  }

  /**
   * An officer decides: the status with its end date, or nothing. Not before the person or the unit has appealed or the time for it is over, and not in the own matter.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT, VALIDATION without a reason; STATE_CONFLICT too early, or twice; SELF_APPROVAL in the own matter or the family's
   */
  async decide(
    viewer: SignedIn,
    { id, uphold, reason, version }: { id: string; uphold: boolean; reason: string; version: number },
  ): Promise<RefusalCaseNode> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const row = await manager.findOneBy(RefusalCase, { id });
      if (row === null) throw notFound(WHAT);
      Policy.requireCovers(viewer, row.divisionCode, WHAT);
      await this.requireApart(viewer, row);
      const words = reason.trim();
      if (words === '') throw new DomainError('VALIDATION', '请写下理由。', { field: 'reason' });
      const today = this.clock.today();
      if (row.live === null) throw new DomainError('STATE_CONFLICT', '这件事已经决定了。', { hint: '请刷新后再看。' });
      if (row.state === 'NOTICED' && today <= row.appealUntil)
        throw new DomainError('STATE_CONFLICT', `${row.appealUntil} 前还可以申诉，过了才能决定。`, {
          hint: '先申诉的，可以马上决定。',
        });
      const barredUntil = uphold ? addDays(addMonths(today, row.barMonths), -1) : null;
      const set = {
        state: uphold ? ('BARRED' as const) : ('LIFTED' as const),
        live: null,
        decidedById: viewer.id,
        decidedOn: today,
        barredFrom: uphold ? today : null,
        barredUntil,
        secrets: this.seal(id, { ...this.open(row), decision: words }),
      };
      if (!(await guardedUpdate(manager, RefusalCase, { id, live: 1, version }, set))) throw conflict();
      // H-REFUSED reads it.
      if (row.personId !== null) this.unitOfWork.changed('person', row.personId);
      noteAudit(this.unitOfWork, {
        target: 'refusal-case',
        id,
        divisionCode: row.divisionCode,
        before: { state: row.state },
        after: { state: set.state, barredUntil },
      });
      await this.tellDecision(row, barredUntil);
    });
    return this.one(viewer, id);
  }

  private visible(viewer: SignedIn): SelectQueryBuilder<RefusalCase> {
    const query = this.unitOfWork.manager.createQueryBuilder(RefusalCase, 'row');
    if (Policy.can(viewer, 'refusal.decide'))
      query.where('row.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` });
    else if (viewer.employerId !== undefined && viewer.onBehalfOf === undefined)
      query
        .innerJoin('post', 'post', 'post.id = row.postId')
        .where('post.employerId = :employerId', { employerId: viewer.employerId });
    else {
      const personId = Policy.personFor(viewer, 'refusal.read');
      if (personId === undefined) throw notFound('您的求职登记');
      query.where('row.personId = :personId', { personId });
    }
    return query;
  }

  private async requireApart(viewer: SignedIn, { personId }: RefusalCase): Promise<void> {
    if (personId === null) return;
    const family = viewer.idBlind ? await this.people.familyByIdBlind(viewer.idBlind) : [];
    if (viewer.personId !== personId && !family.includes(personId)) return;
    throw new DomainError('SELF_APPROVAL', '本人和家人的事不能自己决定。', { hint: '请另一位残联干部办理。' });
  }

  private async tellDecision(row: RefusalCase, barredUntil: RefusalCase['barredUntil']): Promise<void> {
    if (row.personId !== null) {
      const text =
        barredUntil === null
          ? '拒绝推荐的事，残联决定不处理了。'
          : `残联决定到 ${barredUntil} 为止，不再给您推荐公益性岗位。别的岗位照样推荐。不服的，可以打 12385。`;
      await this.news.tellPerson(row.personId, text);
      return;
    }
    const [post] = await this.posts.byIds([row.postId as string]);
    if (post === undefined) return;
    if (barredUntil !== null) await this.posts.bar(post.id, barredUntil);
    const text =
      barredUntil === null
        ? `岗位「${post.title}」拒绝推荐的事，残联决定不处理了。`
        : `残联决定收回岗位「${post.title}」，到 ${barredUntil} 为止不能再发布。`;
    await this.news.tellEmployer(post.employerId, text);
  }

  private async one(viewer: SignedIn, id: string): Promise<RefusalCaseNode> {
    const row = await this.unitOfWork.manager.findOneByOrFail(RefusalCase, { id });
    return (await this.nodes(viewer, [row]))[0] as RefusalCaseNode;
  }

  /** A case of the person himself, of whom he helps, or of the own unit. @throws DomainError NOT_FOUND */
  private async reach(viewer: SignedIn, id: string): Promise<RefusalCase> {
    const row = await this.unitOfWork.manager.findOneBy(RefusalCase, { id });
    if (row === null) throw notFound(WHAT);
    if (row.personId !== null) {
      if (row.personId !== Policy.personFor(viewer, 'refusal.appeal')) throw notFound(WHAT);
      return row;
    }
    const [post] = await this.posts.byIds([row.postId as string]);
    if (post === undefined || viewer.employerId !== post.employerId || viewer.onBehalfOf) throw notFound(WHAT);
    return row;
  }

  private async nodes(viewer: SignedIn, rows: readonly RefusalCase[]): Promise<RefusalCaseNode[]> {
    const inOffice = Policy.can(viewer, 'refusal.decide');
    const today = this.clock.today();
    const people = inOffice ? await this.people.byIds(rows.flatMap(({ personId }) => personId ?? [])) : [];
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const posts = new Map(
      (await this.posts.byIds(rows.flatMap(({ postId }) => postId ?? []))).map((one) => [one.id, one]),
    );
    const employers = new Map(
      (await this.employers.byIds([...posts.values()].map(({ employerId }) => employerId))).map((one) => [one.id, one]),
    );
    return rows.map((row) => {
      const post = row.postId === null ? undefined : posts.get(row.postId);
      const { appeal, decision } = this.open(row);
      return {
        id: row.id,
        version: row.version,
        side: row.side,
        personName: row.personId === null ? null : (nameOf.get(row.personId) ?? null),
        postTitle: post?.title ?? null,
        employerName: post === undefined ? null : (employers.get(post.employerId)?.name ?? null),
        state: row.state,
        stateText: STATES[row.state],
        counted: row.counted,
        limit: row.limitCount,
        source: row.source,
        noticedOn: row.noticedOn,
        appealUntil: row.appealUntil,
        appeal: appeal ?? null,
        decision: decision ?? null,
        decidedOn: row.decidedOn,
        barredUntil: row.barredUntil,
        canAppeal: row.live === 1 && today <= row.appealUntil && !inOffice,
        canDecide: row.live === 1 && inOffice && (row.state === 'APPEALED' || today > row.appealUntil),
      };
    });
  }

  private open({ id, secrets }: RefusalCase): RefusalCaseSecrets {
    return JSON.parse(this.crypto.open(secrets, boundTo(id))) as RefusalCaseSecrets;
  }

  private seal(id: string, secrets: RefusalCaseSecrets): string {
    return this.crypto.seal(JSON.stringify(secrets), boundTo(id));
  }

  /** 删除: the words of a person's cases. In the caller's unit of work. */
  async erase(personId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const { id } of await manager.find(RefusalCase, { select: { id: true }, where: { personId } }))
      await manager.update(RefusalCase, { id }, { secrets: this.seal(id, {}) });
  }

  /** What stands about a person, in clear, for his own copy. */
  async ofPerson(personId: string): Promise<{ row: RefusalCase; secrets: RefusalCaseSecrets; stateText: string }[]> {
    const rows = await this.unitOfWork.manager.find(RefusalCase, { where: { personId }, order: { id: 'DESC' } });
    return rows.map((row) => ({ row, secrets: this.open(row), stateText: STATES[row.state] }));
  }
}

const conflict = (): DomainError => new DomainError('VERSION_CONFLICT', '刚刚有人改过。', { hint: '请刷新后再看。' });
