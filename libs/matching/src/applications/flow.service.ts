import { Injectable } from '@nestjs/common';
import { Caseloads, noteAudit, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { EmployerService, type Post, PostService } from '@tongxing/employers';
import { ConsentService, OwnProfileService, PeopleService, reachPerson } from '@tongxing/people';
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
import {
  type JobApplicationSide,
  type JobApplicationState,
  counts,
  type DeclineReason,
  type EmployerState,
  employerStateOf,
  isEnd,
  isFit,
  isTypedDay,
  type MatchAnswer,
  mayMove,
  needsForEmployer,
  nextStatesFor,
  parseYuan,
  PUBLIC_WELFARE,
  REFUSE_REASONS,
  type RefuseReason,
  RuleRefusal,
  statesBehind,
  yuanText,
} from '@tongxing/rules';
import { CandidateAsk } from '../asks/candidate-ask.entity.js';
import { JobApplication, type JobApplicationSecrets, NOTHING_YET } from '../job-application.entity.js';
import { JobApplicationService } from '../job-application.service.js';
import type { JobApplicationNode } from '../job-application.types.js';
import { EMPLOYER_WORDS, INTERVIEW_WAYS } from '../job-application.words.js';
import { MatchService } from '../match.service.js';
import { PlacementService } from '../placements/placement.service.js';
import { SupportFollow } from '../support/support-follow.js';
import { ApplicationBook, requireMayTell, requireNamed, toldIn } from './application-book.js';
import { ApplicationNews } from './application-news.js';
import type {
  ApplicantNode,
  DeclineReferralInput,
  InterviewInput,
  MoveApplicationInput,
  OfferInput,
  ReferToPostInput,
  ReleaseApplicationInput,
  RespondToOfferInput,
} from './application.types.js';
import { RefusalService } from './refusal.service.js';

const WHAT = '这份应聘';
const MAX_WAGE_FEN = 100_000_00;
const REFERENCE_DIGITS = 8;
const NOBODY: JobApplicationSecrets = { contactPhone: '', contactWay: '', needs: [] };

/** 推荐、面试、录用、上岗: the two sides of an application, each with the moves that are its own. */
@Injectable()
export class ApplicationFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly caseloads: Caseloads,
    private readonly people: PeopleService,
    private readonly consents: ConsentService,
    private readonly employers: EmployerService,
    private readonly posts: PostService,
    private readonly matches: MatchService,
    private readonly placements: PlacementService,
    private readonly applications: JobApplicationService,
    private readonly book: ApplicationBook,
    private readonly news: ApplicationNews,
    private readonly refusals: RefusalService,
    private readonly profiles: OwnProfileService,
    private readonly support: SupportFollow,
  ) {}

  /**
   * 推荐: somebody of the desk's own people, or of an officer's region, is brought to a post that suits him today. What the rules said that day
   * stays with it. The employer hears that there is somebody, and not who, until the person agrees. The same key is the same referral.
   *
   * @returns the id of the referral
   * @throws DomainError NOT_FOUND; CONSENT_DECLINED for who wants no recommendations; STATE_CONFLICT for a closed post; NOT_ELIGIBLE where
   *   the post does not suit, or while the person is off the list; DUPLICATE_APPLICATION, IDEMPOTENCY_MISMATCH
   */
  async refer(viewer: SignedIn, { personId, postId, note, idempotencyKey }: ReferToPostInput): Promise<string> {
    await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    const standing = await this.byKey(personId, idempotencyKey);
    if (standing !== null) return sameReferral(standing, postId);
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined || post.state === 'DRAFT') throw notFound('这个岗位');
    if (!this.posts.isOpen(post))
      throw new DomainError('STATE_CONFLICT', '这个岗位已经不招人了。', { field: 'postId', hint: '请看看别的岗位。' });
    await this.posts.requireAppliedHere(post);
    if ((await this.consents.answers([personId], 'MATCHING')).get(personId) === false)
      throw new DomainError('CONSENT_DECLINED', '本人没有同意推荐岗位。', {
        field: 'personId',
        hint: '可以把岗位念给本人听，由本人申请。',
      });
    const { answer, findings } = await this.matches.explainFor(personId, postId);
    if (!isFit(answer)) {
      const why = findings.find((finding) => finding.answer === answer)?.message ?? '';
      throw new DomainError('NOT_ELIGIBLE', `这个岗位现在不合适，不能推荐：${why}`, {
        field: 'postId',
        hint: answer === 'UNKNOWN' ? '请先做能力评估，再推荐。' : '请换一个岗位。',
      });
    }
    const id = newId();
    const secrets = { ...NOBODY, ...(note?.trim() ? { referral: note.trim() } : {}) };
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(JobApplication, {
          id,
          personId,
          postId,
          divisionCode: post.divisionCode,
          state: 'REFERRED',
          live: 1,
          answer,
          appliedOn: this.clock.today(),
          shareNeeds: false,
          secrets: this.book.seal(id, secrets),
          ...NOTHING_YET,
          referredById: viewer.id,
          idempotencyKey,
          createdAt: this.clock.now(),
          version: 1,
        });
        const after = { postId, state: 'REFERRED', answer };
        noteAudit(this.unitOfWork, { target: 'job-application', id, divisionCode: post.divisionCode, after });
        await this.unitOfWork.manager.update(
          CandidateAsk,
          { personId, postId, state: 'WAITING' },
          { state: 'REFERRED', decidedOn: this.clock.today(), decidedById: viewer.id },
        );
        await this.news.toPerson(personId, 'REFERRED', post);
        await this.news.toEmployer('REFERRED', post);
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const twin = await this.byKey(personId, idempotencyKey);
      if (twin !== null) return sameReferral(twin, postId);
      throw new DomainError('DUPLICATE_APPLICATION', '这个人正在应聘这个岗位，或者已经推荐过。', {
        field: 'postId',
        hint: '进度在他的档案里看。',
      });
    }
    return id;
  }

  /**
   * Who asks for a post, the newest first, for its employer and for the office. Before consent a reference, nothing else.
   *
   * @throws DomainError NOT_FOUND for another employer's post, or outside the region
   */
  async applicants(
    viewer: SignedIn,
    postId: string,
    { first, after }: PageArgs,
    states: readonly EmployerState[] | null,
  ): Promise<Page<ApplicantNode>> {
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined) throw notFound('这个岗位');
    await this.requireOwner(viewer, post, '这个岗位');
    const query = this.unitOfWork.manager
      .createQueryBuilder(JobApplication, 'application')
      .where('application.postId = :postId', { postId });
    if (states !== null && states.length > 0) {
      const behind = states.map((wanted) => {
        const list = statesBehind(wanted).map((state) => `'${state}'`);
        const taken = wanted === 'ACCEPTED' ? ' AND application.acceptedOn IS NOT NULL' : '';
        const open = wanted === 'OFFERED' ? ' AND application.acceptedOn IS NULL' : '';
        return `(application.state IN (${list.join(', ')})${taken}${open})`;
      });
      query.andWhere(`(${behind.join(' OR ')})`);
    }
    const totalCount = await query.getCount();
    if (after) query.andWhere('application.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('application.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(viewer, rows)).map((node) => [node.id, node]));
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as ApplicantNode,
    );
  }

  /** One of them. @throws DomainError NOT_FOUND as `applicants` */
  async applicant(viewer: SignedIn, id: string): Promise<ApplicantNode> {
    const { row } = await this.load(viewer, id);
    return (await this.nodes(viewer, [row]))[0] as ApplicantNode;
  }

  /**
   * The employer's moves, or the office's: an interview, an offer, the first day, a no with its reason. The person is told each.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT for a move that is not the viewer's now; VALIDATION for what is missing or in
   *   the past; what {@link PlacementService.begin} throws on the first day
   */
  async move(viewer: SignedIn, input: MoveApplicationInput): Promise<ApplicantNode> {
    await this.unitOfWork.run(async () => {
      const { row, post, side } = await this.load(viewer, input.id);
      if (row.version !== input.version) throw conflict();
      const stand = await this.book.standOf(row);
      const { to } = input;
      // What the office writes down of months at work goes by the checks.
      if (!mayMove(side, stand, to) || !['INTERVIEW', 'OFFERED', 'ONBOARD', 'REFUSED'].includes(to))
        throw new DomainError('STATE_CONFLICT', '现在不能这样办。', {
          field: 'to',
          hint: stand.released ? '请刷新后再看。' : '要等本人同意让单位看到是谁。',
        });
      const set = this.changesOf(row, post, input);
      await this.change(row, { ...set, state: to, ...(isEnd(to) ? { live: null } : {}) });
      if (to === 'INTERVIEW') await this.support.interviewMoved(row, { ...row, ...set });
      if (isEnd(to)) await this.support.applicationEnded(row);
      if (to === 'ONBOARD') await this.begin(row, dayOf(input.startedOn, 'startedOn', '请填上岗的日子。'));
      if (set.countedFor === 'UNIT') await this.refusals.look({ side: 'UNIT', postId: post.id }, post.divisionCode);
      await this.news.toPerson(row.personId, to as 'INTERVIEW', post);
    });
    return this.applicant(viewer, input.id);
  }

  /**
   * The person takes an offer or not; said again it changes nothing. A no to a referral without a reason may count, a silence never does.
   *
   * @throws DomainError NOT_FOUND for somebody else's; STATE_CONFLICT without an offer, or after the other answer; VALIDATION for a no without a reason
   */
  async respond(viewer: SignedIn, input: RespondToOfferInput): Promise<JobApplicationNode> {
    if (!input.accept) {
      if (!input.reason) throw new DomainError('VALIDATION', '请选不去的原因。', { field: 'reason' });
      return this.decline(viewer, { ...input, reason: input.reason }, 'OFFERED');
    }
    await this.unitOfWork.run(async () => {
      const row = await this.applications.own(viewer, input.id);
      if (row.acceptedOn !== null && row.live === 1) return;
      if (row.state !== 'OFFERED') throw notNow('单位还没有说要录用，或者已经办完了。');
      await this.change(row, { acceptedOn: this.clock.today() });
      const post = await this.postOf(row);
      sayHelped(this.unitOfWork, `答应去岗位「${post.title}」`);
      await this.news.toEmployer('ACCEPTED', post);
      if (!viewer.onBehalfOf) await this.news.toPerson(row.personId, 'ACCEPTED', post);
    });
    return this.applications.one(viewer, input.id);
  }

  /**
   * The person says no to a referral, at whatever point it stands; said again it changes nothing. The reason is never shown to the employer.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT for an own application without an offer, or once it has ended
   */
  async decline(
    viewer: SignedIn,
    input: DeclineReferralInput,
    only?: JobApplicationState,
  ): Promise<JobApplicationNode> {
    await this.unitOfWork.run(async () => {
      const row = await this.applications.own(viewer, input.id);
      if (row.state === 'DECLINED') return;
      if ((only !== undefined && row.state !== only) || !mayMove('PERSON', await this.book.standOf(row), 'DECLINED'))
        throw notNow('现在不能这样答复。');
      const post = await this.postOf(row);
      const isCounted = this.isCounted(row, post, 'PERSON', input.reason);
      const set = {
        state: 'DECLINED' as const,
        live: null,
        refusedOn: this.clock.today(),
        countedFor: isCounted ? ('PERSON' as const) : null,
        secrets: this.withReason(row, input.reason, input.reasonText),
      };
      await this.change(row, set);
      await this.support.applicationEnded(row);
      sayHelped(this.unitOfWork, `说不去岗位「${post.title}」`);
      if (isCounted) await this.refusals.look({ side: 'PERSON', personId: row.personId }, post.divisionCode);
      await this.news.toEmployer('GONE', post);
      if (!viewer.onBehalfOf) await this.news.toPerson(row.personId, 'DECLINED', post);
    });
    return this.applications.one(viewer, input.id);
  }

  /**
   * The person lets the employer of one application see name, phone and, where he wants it, what he needs; or takes it back, at once.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT once it has ended; VALIDATION for a yes without a phone; FORBIDDEN_ACTING where a helper would tell more of
   *   what is needed
   */
  async release(viewer: SignedIn, input: ReleaseApplicationInput): Promise<JobApplicationNode> {
    await this.unitOfWork.run(async () => {
      const row = await this.applications.own(viewer, input.id);
      const stand = await this.book.standOf(row);
      if (nextStatesFor('PERSON', stand).length === 0) throw notNow('这份申请已经办完了。');
      const secrets = this.book.secretsOf(row);
      const phone = input.contactPhone ?? secrets.contactPhone;
      const way = input.contactWay ?? secrets.contactWay;
      if (input.release && phone === '')
        throw new DomainError('VALIDATION', '请填单位找您用的手机号。', { field: 'contactPhone' });
      if (input.release && way === '')
        throw new DomainError('VALIDATION', '请选单位怎么联系您。', { field: 'contactWay' });
      const needs = input.needs ?? secrets.needs;
      const told = input.release && input.shareNeeds ? (input.sharedNeeds ?? needs) : [];
      requireNamed(told, needs);
      requireMayTell(viewer, told, toldIn(row, secrets));
      const next = { ...secrets, contactPhone: phone, contactWay: way, needs, told };
      await this.change(row, {
        release: input.release ? 'YES' : 'NO',
        releasedAt: this.clock.now(),
        shareNeeds: input.release && input.shareNeeds,
        secrets: this.book.seal(row.id, next),
      });
      if (stand.released === input.release) return;
      const post = await this.postOf(row);
      sayHelped(
        this.unitOfWork,
        input.release ? `同意岗位「${post.title}」的单位看到是谁` : `不让岗位「${post.title}」的单位看到是谁`,
      );
      if (input.release) await this.news.toEmployer('RELEASED', post);
      if (!viewer.onBehalfOf) await this.news.toPerson(row.personId, input.release ? 'RELEASED' : 'WITHHELD', post);
    });
    return this.applications.one(viewer, input.id);
  }

  // ——— inside ———

  private byKey(personId: string, idempotencyKey: string): Promise<JobApplication | null> {
    return this.unitOfWork.manager.findOneBy(JobApplication, { personId, idempotencyKey });
  }

  private async postOf({ postId }: JobApplication): Promise<Post> {
    const [post] = await this.posts.byIds([postId]);
    if (post === undefined) throw notFound('这个岗位');
    return post;
  }

  /** @throws DomainError NOT_FOUND: another employer's post looks as if it did not exist */
  private async requireOwner(viewer: SignedIn, post: Post, what: string): Promise<JobApplicationSide> {
    try {
      await this.employers.requireVisible(viewer, post.employerId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound(what);
      throw error;
    }
    return viewer.employerId === post.employerId ? 'EMPLOYER' : 'OFFICE';
  }

  private async load(
    viewer: SignedIn,
    id: string,
  ): Promise<{ row: JobApplication; post: Post; side: JobApplicationSide }> {
    const row = await this.unitOfWork.manager.findOneBy(JobApplication, { id });
    if (row === null) throw notFound(WHAT);
    const post = await this.postOf(row);
    return { row, post, side: await this.requireOwner(viewer, post, WHAT) };
  }

  private changesOf(row: JobApplication, post: Post, input: MoveApplicationInput): Partial<JobApplication> {
    if (input.to === 'INTERVIEW') return this.interviewOf(input.interview);
    if (input.to === 'OFFERED') return this.offerOf(input.offer);
    if (input.to !== 'REFUSED') return {};
    if (!input.reason) throw new DomainError('VALIDATION', '请选不录用的原因。', { field: 'reason' });
    return {
      refusedOn: this.clock.today(),
      countedFor: this.isCounted(row, post, 'UNIT', input.reason) ? 'UNIT' : null,
      secrets: this.withReason(row, input.reason),
    };
  }

  private interviewOf(given: InterviewInput | null | undefined): Partial<JobApplication> {
    if (!given) throw new DomainError('VALIDATION', '请填面试的时间和地点。', { field: 'at' });
    const day = given.at.slice(0, 10);
    if (!isTypedDay(day) || day < this.clock.today())
      throw new DomainError('VALIDATION', '面试的日子要在今天或以后。', { field: 'at' });
    const place = given.place.trim();
    if (place === '') throw new DomainError('VALIDATION', '请填面试的地点，打电话的填「打电话」。', { field: 'place' });
    return { interviewAt: given.at, interviewPlace: place, interviewWay: given.way };
  }

  private offerOf(given: OfferInput | null | undefined): Partial<JobApplication> {
    if (!given) throw new DomainError('VALIDATION', '请填录用的条件。', { field: 'wageYuan' });
    const startsOn = dayOf(given.startsOn, 'startsOn', '请填哪天上岗。');
    const replyBy = dayOf(given.replyBy, 'replyBy', '请填哪天前答复。');
    if (replyBy < this.clock.today())
      throw new DomainError('VALIDATION', '答复的日子要在今天或以后。', { field: 'replyBy' });
    if (startsOn < replyBy)
      throw new DomainError('VALIDATION', '上岗的日子要在答复的日子以后。', { field: 'startsOn' });
    return { offerWageFen: fenOf(given.wageYuan), offerStartsOn: startsOn, offerReplyBy: replyBy };
  }

  private async begin({ id, personId, postId }: JobApplication, startedOn: ReturnType<typeof dayOf>): Promise<void> {
    await this.placements.begin({ personId, postId, startedOn, endsOn: null, source: 'APPLICATION', sourceId: id });
  }

  private isCounted(
    row: JobApplication,
    post: Post,
    by: 'PERSON' | 'UNIT',
    reason: DeclineReason | RefuseReason,
  ): boolean {
    const answer = answerOf(row);
    return counts({
      by,
      reason,
      answer,
      referred: row.referredById !== null,
      publicWelfare: post.kind === PUBLIC_WELFARE,
    });
  }

  private withReason(row: JobApplication, reason: string, text?: string | null): string {
    const reasonText = text?.trim();
    return this.book.seal(row.id, { ...this.book.secretsOf(row), reason, ...(reasonText ? { reasonText } : {}) });
  }

  private async change(row: JobApplication, set: Partial<JobApplication>): Promise<void> {
    const { id, version, divisionCode } = row;
    if (!(await guardedUpdate(this.unitOfWork.manager, JobApplication, { id, version }, set as object)))
      throw conflict();
    const { secrets: _, ...told } = set;
    noteAudit(this.unitOfWork, {
      target: 'job-application',
      id,
      divisionCode,
      before: { state: row.state },
      after: told,
    });
  }

  private async nodes(viewer: SignedIn, rows: readonly JobApplication[]): Promise<ApplicantNode[]> {
    const posts = new Map((await this.posts.publicByIds(rows.map(({ postId }) => postId))).map((one) => [one.id, one]));
    const mine = new Map((await this.posts.byIds(rows.map(({ postId }) => postId))).map((one) => [one.id, one]));
    const released = await this.book.released(rows);
    const known = await this.people.byIds(rows.filter(({ id }) => released.has(id)).map(({ personId }) => personId));
    const names = new Map(known.map(({ id, name }) => [id, name]));
    const shared = await this.profiles.sharedNeedsOf(known.map(({ id }) => id));
    const coming = await this.support.comingWith([...released]);
    return rows.flatMap((row) => {
      const post = posts.get(row.postId);
      if (post === undefined) return [];
      const isKnown = released.has(row.id) && names.has(row.personId);
      const stand = {
        state: row.state,
        referred: row.referredById !== null,
        accepted: row.acceptedOn !== null,
        released: isKnown,
      };
      const state = employerStateOf(stand);
      const secrets = this.book.secretsOf(row);
      const side: JobApplicationSide = viewer.employerId === mine.get(row.postId)?.employerId ? 'EMPLOYER' : 'OFFICE';
      return [
        {
          id: row.id,
          version: row.version,
          post,
          reference: referenceOf(row.id),
          state,
          stateText: EMPLOYER_WORDS[state],
          referred: stand.referred,
          appliedOn: row.appliedOn,
          meets: isFit(answerOf(row)),
          released: isKnown,
          name: isKnown ? (names.get(row.personId) as string) : null,
          contactPhone: isKnown ? secrets.contactPhone || null : null,
          contactWay: isKnown ? secrets.contactWay || null : null,
          needs: needsForEmployer({
            released: isKnown,
            interview: row.interviewAt !== null,
            named: secrets.needs,
            told: toldIn(row, secrets),
            shared: shared.get(row.personId) ?? [],
          }),
          comingAlong: isKnown ? (coming.get(row.id) ?? []) : [],
          note: isKnown ? (secrets.note ?? null) : null,
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
          refuseReason: row.state === 'REFUSED' ? (REFUSE_REASONS[secrets.reason as RefuseReason] ?? null) : null,
          moves: nextStatesFor(side, stand).filter(
            (to) => to === 'INTERVIEW' || to === 'OFFERED' || to === 'ONBOARD' || to === 'REFUSED',
          ),
        },
      ];
    });
  }
}

/** What the rules said on the day of the application. */
const answerOf = ({ answer }: JobApplication): MatchAnswer => answer as MatchAnswer;

/** The tail of an id of a time and chance: one post's reference is no other's. */
const referenceOf = (id: string): string => id.replaceAll('-', '').slice(-REFERENCE_DIGITS).toUpperCase();

const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这份应聘刚被改过。', { hint: '请刷新后再办。' });
const notNow = (message: string): DomainError =>
  new DomainError('STATE_CONFLICT', message, { hint: '请刷新后再看，或问就业辅导员。' });

/** @throws DomainError IDEMPOTENCY_MISMATCH when the key stands for another post, or for an own application */
function sameReferral(row: JobApplication, postId: string): string {
  if (row.postId === postId && row.referredById !== null) return row.id;
  throw new DomainError('IDEMPOTENCY_MISMATCH', '这个请求编号已经用过。', { hint: '请刷新页面后重新提交。' });
}

function dayOf(text: string | null | undefined, field: string, message: string) {
  if (text && isTypedDay(text)) return text;
  throw new DomainError('VALIDATION', message, { field, hint: '日期要写成 2026-03-01 这样。' });
}

function fenOf(text: string): number {
  try {
    const fen = parseYuan(text.trim());
    if (fen > 0 && fen <= MAX_WAGE_FEN) return fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw new DomainError('VALIDATION', '请填每月多少元，比如 2200，最多10万。', { field: 'wageYuan' });
}
