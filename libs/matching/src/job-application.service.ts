import { Injectable } from '@nestjs/common';
import { noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import {
  Clock,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { DECLINE_REASONS, type DeclineReason, nextStatesFor, yuanText } from '@tongxing/rules';
import { ApplicationBook, requireMayTell, requireNamed, toldIn } from './applications/application-book.js';
import { ApplicationNews } from './applications/application-news.js';
import { JobApplication, type JobApplicationSecrets, NOTHING_YET } from './job-application.entity.js';
import type { ApplyToPostInput, JobApplicationNode } from './job-application.types.js';
import { applicantWords, INTERVIEW_WAYS, NEXT_BY } from './job-application.words.js';
import { MatchService } from './match.service.js';
import { SupportFollow } from './support/support-follow.js';

/** What a counsellor sees of an application. */
export interface ApplicationLine {
  id: string;
  title: string;
  stateText: string;
}

/** 应聘: asked once, taken back once. */
@Injectable()
export class JobApplicationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly posts: PostService,
    private readonly matches: MatchService,
    private readonly book: ApplicationBook,
    private readonly news: ApplicationNews,
    private readonly support: SupportFollow,
  ) {}

  /**
   * Applies for a post; the same key is the same application.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT for a closed post and for one of another office, NOT_ELIGIBLE where a rule says no, DUPLICATE_APPLICATION,
   *   IDEMPOTENCY_MISMATCH; FORBIDDEN_ACTING where a helper would tell the employer what is needed
   */
  async apply(viewer: SignedIn, input: ApplyToPostInput): Promise<JobApplicationNode> {
    const personId = personOf(viewer);
    const standing = await this.byKey(personId, input.idempotencyKey);
    if (standing !== null) return this.same(standing, input);
    requireNamed(toldBy(input), input.needs);
    requireMayTell(viewer, toldBy(input), []);
    const [post] = await this.posts.byIds([input.postId]);
    if (post === undefined || post.state === 'DRAFT') throw notFound('这个岗位');
    if (!this.posts.isOpen(post))
      throw new DomainError('STATE_CONFLICT', '这个岗位已经不招人了。', { field: 'postId', hint: '请看看别的岗位。' });
    await this.posts.requireAppliedHere(post);
    const { answer, findings } = await this.matches.explainFor(personId, post.id);
    if (answer === 'NO') {
      const why = findings.find((finding) => finding.answer === 'NO')?.message ?? '';
      throw new DomainError('NOT_ELIGIBLE', `暂时不能申请：${why}`, {
        field: 'postId',
        hint: '怎样才能申请，请看「为什么」页，或问就业辅导员。',
      });
    }
    const id = newId();
    const row = {
      id,
      personId,
      postId: post.id,
      divisionCode: post.divisionCode,
      state: 'APPLIED' as const,
      live: 1,
      answer,
      appliedOn: this.clock.today(),
      shareNeeds: input.shareNeeds,
      secrets: this.book.seal(id, secretsOf(input)),
      ...NOTHING_YET,
      idempotencyKey: input.idempotencyKey,
      createdAt: this.clock.now(),
      version: 1,
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(JobApplication, row);
        noteAudit(this.unitOfWork, { target: 'job-application', id, after: { postId: post.id, state: row.state } });
        sayHelped(this.unitOfWork, `申请了岗位「${post.title}」`);
        await this.news.toEmployer('APPLIED', post);
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const twin = await this.byKey(personId, input.idempotencyKey);
      if (twin !== null) return this.same(twin, input);
      throw new DomainError('DUPLICATE_APPLICATION', '您已经申请过这个岗位。', {
        field: 'postId',
        hint: '进度在「我的申请」里看。',
      });
    }
    return this.node(row);
  }

  /** The viewer's own applications, newest first. */
  async mine(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<JobApplicationNode>> {
    const personId = personOf(viewer);
    const query = this.unitOfWork.manager
      .createQueryBuilder(JobApplication, 'application')
      .where('application.personId = :personId', { personId });
    const totalCount = await query.getCount();
    if (after) query.andWhere('application.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('application.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(rows)).map((node) => [node.id, node]));
    return pageOf(
      rows.filter(({ id }) => nodes.has(id)),
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as JobApplicationNode,
    );
  }

  /** One of the viewer's own. @throws DomainError NOT_FOUND for another person's */
  async one(viewer: SignedIn, id: string): Promise<JobApplicationNode> {
    return this.node(await this.own(viewer, id));
  }

  /** The row of one of the viewer's own, or of whom he helps. @throws DomainError NOT_FOUND for another person's */
  async own(viewer: SignedIn, id: string): Promise<JobApplication> {
    const row = await this.unitOfWork.manager.findOneBy(JobApplication, { id, personId: personOf(viewer) });
    if (row === null) throw notFound('这份申请');
    return row;
  }

  /** Applications of a person for whoever works his case, newest first. The caller has checked that he may. */
  async ofPerson(personId: string): Promise<ApplicationLine[]> {
    const rows = await this.unitOfWork.manager.find(JobApplication, {
      where: { personId },
      order: { id: 'DESC' },
      take: 50,
    });
    const titles = new Map(
      (await this.posts.byIds(rows.map(({ postId }) => postId))).map(({ id, title }) => [id, title]),
    );
    const released = await this.book.released(rows);
    return rows.map(({ id, postId, state, acceptedOn }) => ({
      id,
      title: titles.get(postId) ?? '',
      stateText: applicantWords(state, acceptedOn !== null, released.has(id)).stateText,
    }));
  }

  /**
   * Takes an own application back; a second call does nothing.
   *
   * @throws DomainError NOT_FOUND for another person's, STATE_CONFLICT once decided, or for a referral: that is declined, with a reason
   */
  async withdraw(viewer: SignedIn, id: string): Promise<JobApplicationNode> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const row = await this.own(viewer, id);
      if (row.state === 'WITHDRAWN') return;
      const stand = await this.book.standOf(row);
      const set = { state: 'WITHDRAWN', live: null } as const;
      const here = { id, state: row.state, version: row.version };
      if (
        nextStatesFor('PERSON', stand).includes('WITHDRAWN') &&
        (await guardedUpdate(manager, JobApplication, here, set))
      ) {
        const [before, after] = [{ state: row.state }, { state: 'WITHDRAWN' }];
        noteAudit(this.unitOfWork, { target: 'job-application', id, before, after });
        const [post] = await this.posts.byIds([row.postId]);
        sayHelped(this.unitOfWork, `撤回了岗位申请「${post?.title ?? ''}」`);
        await this.support.applicationEnded(row);
        if (post === undefined) return;
        await this.news.toEmployer('GONE', post);
        // What a helper does is told with the helper's name.
        if (!viewer.onBehalfOf) await this.news.toPerson(row.personId, 'WITHDRAWN', post);
        return;
      }
      // Pressed twice at once: on a server both read it standing, and the second finds it taken back.
      const now = await manager.findOneBy(JobApplication, { id });
      if (now?.state === 'WITHDRAWN') return;
      if (stand.referred && nextStatesFor('PERSON', stand).length > 0)
        throw new DomainError('STATE_CONFLICT', '这是残联推荐的岗位，不想去请说原因。', {
          hint: '在这份申请的页面里选「我不去」。',
        });
      throw new DomainError('STATE_CONFLICT', '单位已经办完这份申请，不能撤回了。', {
        hint: '有疑问请联系就业辅导员。',
      });
    });
    return this.node(await this.unitOfWork.manager.findOneByOrFail(JobApplication, { id }));
  }

  private byKey(personId: string, idempotencyKey: string): Promise<JobApplication | null> {
    return this.unitOfWork.manager.findOneBy(JobApplication, { personId, idempotencyKey });
  }

  /** A key stands for everything that was sent with it. */
  private same(row: JobApplication, input: ApplyToPostInput): Promise<JobApplicationNode> {
    const { contactPhone, contactWay, needs, told, note } = this.book.secretsOf(row);
    const stored = {
      contactPhone,
      contactWay,
      needs,
      told: told ?? (row.shareNeeds ? needs : []),
      ...(note ? { note } : {}),
    };
    if (
      row.postId === input.postId &&
      row.shareNeeds === input.shareNeeds &&
      JSON.stringify(stored) === JSON.stringify(secretsOf(input))
    )
      return this.node(row);
    throw new DomainError('IDEMPOTENCY_MISMATCH', '这个请求编号已经用过。', { hint: '请刷新页面后重新提交。' });
  }

  private async node(row: JobApplication): Promise<JobApplicationNode> {
    return (await this.nodes([row]))[0] as JobApplicationNode;
  }

  private async nodes(rows: readonly JobApplication[]): Promise<JobApplicationNode[]> {
    const posts = new Map(
      (await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((post) => [post.id, post]),
    );
    const released = await this.book.released(rows);
    return rows.flatMap((row) => {
      const post = posts.get(row.postId);
      if (post === undefined) return [];
      const { id, state } = row;
      const [referred, accepted] = [row.referredById !== null, row.acceptedOn !== null];
      const ways = nextStatesFor('PERSON', { state, referred, accepted, released: released.has(id) });
      const { stateText, nextStep, nextBy } = applicantWords(state, accepted, released.has(id));
      const secrets = this.book.secretsOf(row);
      return [
        {
          id,
          version: row.version,
          post,
          state,
          stateText,
          nextStep,
          nextBy: NEXT_BY[nextBy],
          appliedOn: row.appliedOn,
          withdrawable: ways.includes('WITHDRAWN'),
          declinable: ways.includes('DECLINED'),
          referred,
          referralNote: secrets.referral ?? null,
          released: released.has(id),
          // Once it has ended there is nothing left to show anybody.
          releasable: ways.length > 0,
          shareNeeds: row.shareNeeds,
          contactPhone: secrets.contactPhone,
          contactWay: secrets.contactWay,
          needs: secrets.needs,
          sharedNeeds: toldIn(row, secrets),
          interview:
            row.interviewAt === null || row.interviewWay === null
              ? null
              : { at: row.interviewAt, place: row.interviewPlace ?? '', way: INTERVIEW_WAYS[row.interviewWay] },
          offer:
            row.offerWageFen === null || row.offerStartsOn === null || row.offerReplyBy === null
              ? null
              : {
                  monthlyWageYuan: yuanText(row.offerWageFen),
                  startsOn: row.offerStartsOn,
                  replyBy: row.offerReplyBy,
                  acceptedOn: row.acceptedOn,
                },
          declineReason: state === 'DECLINED' ? (DECLINE_REASONS[secrets.reason as DeclineReason] ?? null) : null,
        },
      ];
    });
  }
}

const toldBy = ({ shareNeeds, sharedNeeds, needs }: ApplyToPostInput): string[] =>
  shareNeeds ? (sharedNeeds ?? needs) : [];

/** Always in this order: a request that comes again is compared as text. */
const secretsOf = (input: ApplyToPostInput): JobApplicationSecrets => ({
  contactPhone: input.contactPhone,
  contactWay: input.contactWay,
  needs: input.needs,
  told: toldBy(input),
  ...(input.note ? { note: input.note } : {}),
});

/** The seeker behind the account, or whom the account helps. @throws DomainError NOT_FOUND when the account stands for nobody */
function personOf(viewer: SignedIn): string {
  Policy.require(viewer, 'application.own');
  const personId = Policy.personFor(viewer, 'application.own');
  if (personId === undefined) throw notFound('您的求职登记');
  return personId;
}
