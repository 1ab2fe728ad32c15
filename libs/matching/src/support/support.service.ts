import { Injectable } from '@nestjs/common';
import {
  Caseloads,
  IdempotencyService,
  MessageService,
  noteAudit,
  Policy,
  sayHelped,
  type SignedIn,
} from '@tongxing/access';
import { insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { APPLICATION_NEEDS, mayShare, OwnProfileService, Person, reachPerson } from '@tongxing/people';
import {
  chinaMoment,
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
  addMinutes,
  dayOfMoment,
  isAtWork,
  isMoment,
  isOpenSupport,
  mayMoveSupport,
  type Moment,
  SUPPORT_CANCELS,
  SUPPORT_FAILURES,
  SUPPORT_KINDS,
  supportCostFen,
  type SupportFee,
  supportFor,
  type SupportSide,
  SUPPORT_KIND_CODES,
} from '@tongxing/rules';
import { MoreThan } from 'typeorm';
import { ApplicationBook } from '../applications/application-book.js';
import { ApplicationNews } from '../applications/application-news.js';
import { JobApplication } from '../job-application.entity.js';
import { SupportBook, WHAT } from './support-book.js';
import { SupportFollow } from './support-follow.js';
import { Support } from './support.entity.js';
import type {
  ApplicationNeedNode,
  CancelSupportInput,
  CompleteSupportInput,
  RequestSupportInput,
  SupportNode,
  SupportOffersNode,
  SupportPersonNode,
} from './support.types.js';
import { PHONE_SAYS, TOLD, TOLD_DESK, TOLD_EMPLOYER } from './support.words.js';

/** More interviews than anybody has ahead. */
const MOST_INTERVIEWS = 50;

/** What a support is for, and when. */
interface Occasion {
  startsAt: Moment;
  place: string;
  title?: string;
}

/** 要人帮忙: who asks, what he wants to be told to whom, and what became of it. */
@Injectable()
export class SupportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly caseloads: Caseloads,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
    private readonly profiles: OwnProfileService,
    private readonly posts: PostService,
    private readonly applications: ApplicationBook,
    private readonly news: ApplicationNews,
    private readonly book: SupportBook,
    private readonly follow: SupportFollow,
  ) {}

  /** The viewer's own, or those of whom he helps: the newest first. */
  async mine(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<SupportNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Support, 'support')
      .where('support.personId = :personId', { personId: this.self(viewer) });
    const totalCount = await query.getCount();
    if (after) query.andWhere('support.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('support.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.book.nodes(rows, 'PERSON')).map((node) => [node.id, node]));
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as SupportNode,
    );
  }

  /** @throws DomainError NOT_FOUND for another person's */
  async one(viewer: SignedIn, id: string): Promise<SupportNode> {
    return this.node(await this.own(viewer, id), 'PERSON');
  }

  /** The usual needs, and those of the own profile first: what somebody who applies chooses from. */
  async needs(viewer: SignedIn): Promise<ApplicationNeedNode[]> {
    const personId = this.self(viewer);
    // Who was not given the profile to fill in does not read there what the person needs.
    const reads = !viewer.onBehalfOf || Policy.can(viewer, 'profile.own');
    const own = reads ? await this.profiles.neededBy(personId) : [];
    const shared = new Set(reads ? (await this.profiles.sharedNeedsOf([personId])).get(personId) : []);
    return [...new Set([...own, ...APPLICATION_NEEDS])].map((need) => ({
      need,
      chosen: own.includes(need),
      shared: shared.has(need),
      tellable: mayShare(viewer),
    }));
  }

  /** What can be asked for with one press for an interview that is planned. @throws DomainError NOT_FOUND for another person's */
  async offers(viewer: SignedIn, applicationId: string): Promise<SupportOffersNode> {
    const personId = this.self(viewer);
    const application = await this.applicationOf(personId, applicationId);
    const { manager } = this.unitOfWork;
    const rows = await manager.find(Support, { where: { applicationId, personId }, order: { id: 'DESC' }, take: 20 });
    const open = this.isAhead(application);
    const running = rows.filter(({ live }) => live === 1).map(({ kind }) => kind);
    const needs = await this.profiles.neededBy(personId);
    const kinds = open ? supportFor(needs).filter((kind) => !running.includes(kind)) : [];
    return {
      open,
      kinds,
      asked: await this.book.nodes(rows, 'PERSON'),
    };
  }

  /**
   * Asks for the own, or for whom the viewer helps. An interview gives time and place.
   *
   * @throws DomainError NOT_FOUND for another person's application; VALIDATION for what is missing or over; STATE_CONFLICT without an interview
   *   ahead, or when the same was asked for already; FORBIDDEN_ACTING where a helper would tell the employer; IDEMPOTENCY_MISMATCH
   */
  async request(viewer: SignedIn, { idempotencyKey, ...input }: RequestSupportInput): Promise<SupportNode> {
    const personId = this.self(viewer);
    if (input.tellEmployer && !mayShare(viewer)) throw notYours();
    const id = await this.idempotency.once(
      viewer.id,
      idempotencyKey,
      'requestSupport',
      { personId, ...input },
      async () => {
        const made = await this.insert(viewer, personId, input);
        sayHelped(this.unitOfWork, `要了「${SUPPORT_KINDS[input.kind].text}」`);
        return made;
      },
    );
    return this.node(await this.book.row(id), 'PERSON');
  }

  /** Whom the desk asks for. @throws DomainError NOT_FOUND for who is not the viewer's to look after */
  async personFor(viewer: SignedIn, personId: string): Promise<SupportPersonNode> {
    const { name } = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    const ahead = await this.unitOfWork.manager.find(JobApplication, {
      where: { personId, state: 'INTERVIEW', interviewAt: MoreThan(chinaMoment(this.clock.now())) },
      order: { interviewAt: 'ASC', id: 'ASC' },
      take: MOST_INTERVIEWS,
    });
    const posts = new Map((await this.posts.byIds(ahead.map(({ postId }) => postId))).map((post) => [post.id, post]));
    return {
      personId,
      personName: name,
      needs: await this.profiles.neededBy(personId),
      interviews: ahead.map(({ id, postId, interviewAt }) => ({
        id,
        title: posts.get(postId)?.title ?? '',
        startsAt: String(interviewAt),
      })),
    };
  }

  /**
   * The desk asks for one of its people. Whether the employer is told is the person's own word, later.
   *
   * @throws DomainError NOT_FOUND for who is not the viewer's to look after; as `request`
   */
  async requestFor(
    viewer: SignedIn,
    personId: string,
    { idempotencyKey, ...input }: RequestSupportInput,
  ): Promise<SupportNode> {
    if (input.tellEmployer) throw notYours();
    const id = await this.idempotency.once(
      viewer.id,
      idempotencyKey,
      'requestSupportFor',
      { personId, ...input },
      async () => {
        const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
        const made = await this.insert(viewer, person.id, input);
        await this.tellPerson(personId, TOLD.REQUESTED(input.kind, deskOf(viewer)));
        return made;
      },
    );
    return this.node(await this.book.row(id), 'OFFICE');
  }

  /**
   * The person lets the employer know that somebody comes along, or not any more; said again it changes nothing.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT without an employer, or once it has ended; FORBIDDEN_ACTING where a helper would open it
   */
  async share(viewer: SignedIn, id: string, tell: boolean): Promise<SupportNode> {
    if (tell && !mayShare(viewer)) throw notYours();
    await this.unitOfWork.run(async () => {
      const row = await this.own(viewer, id);
      if (row.tellEmployer === tell) return;
      if (row.applicationId === null || !isOpenSupport(row.state)) throw notNow('这次帮助没有可以告诉的单位。');
      await this.book.change(row, { tellEmployer: tell });
      sayHelped(this.unitOfWork, '不让单位知道有人一起来');
      if (tell && row.state === 'BOOKED') await this.tellEmployer(row);
    });
    return this.one(viewer, id);
  }

  /**
   * The person, or the office, takes it back; a second time changes nothing.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT once it has begun or ended
   */
  async cancel(viewer: SignedIn, { id, version, reason, note }: CancelSupportInput): Promise<SupportNode> {
    let side: SupportSide = 'PERSON';
    await this.unitOfWork.run(async () => {
      const { row, side: here } = await this.reach(viewer, id);
      side = here;
      if (row.state === 'CANCELLED') return;
      if (!mayMoveSupport(side, this.book.standOf(row), 'CANCELLED'))
        throw notNow(isOpenSupport(row.state) ? '已经开始了，不能取消，请记下做没做成。' : '这次帮助已经办完了。');
      if (row.version !== version) throw changed();
      await this.book.change(row, { state: 'CANCELLED', live: null, ...this.ended(row, reason, note) });
      sayHelped(this.unitOfWork, `取消了「${SUPPORT_KINDS[row.kind].text}」`);
      if (side === 'OFFICE') await this.tellPerson(row.personId, TOLD.CANCELLED(row.kind, SUPPORT_CANCELS[reason]));
      // Of what nobody had arranged yet there is nobody to call off.
      else if (row.providerId !== null) await this.follow.tellDesk(row, TOLD_DESK.CANCELLED);
    });
    return this.node(await this.book.row(id), side);
  }

  /**
   * Writes down that it took place, how long, and so what it costs; or that it did not, and why. The same again is the same.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT when nothing is booked, before it began, or when it was written down otherwise;
   *   VALIDATION without minutes or reason, or for minutes that reach past now
   */
  async complete(viewer: SignedIn, input: CompleteSupportInput): Promise<SupportNode> {
    let side: SupportSide = 'PERSON';
    await this.unitOfWork.run(async () => {
      const { row, side: here } = await this.reach(viewer, input.id);
      side = here;
      const to = input.delivered ? 'DELIVERED' : 'NOT_DELIVERED';
      if (row.state === to && (input.delivered ? row.deliveredMinutes === input.minutes : row.reason === input.reason))
        return;
      if (!mayMoveSupport(side, this.book.standOf(row), to)) throw this.notDone(row);
      if (row.version !== input.version) throw changed();
      const by = { live: null, confirmedBy: side, confirmedById: viewer.id } as const;
      if (input.delivered)
        await this.book.change(row, { state: 'DELIVERED', ...by, ...this.delivered(row, input.minutes) });
      else {
        if (!input.reason) throw new DomainError('VALIDATION', '请选为什么没有做成。', { field: 'reason' });
        await this.book.change(row, { state: 'NOT_DELIVERED', ...by, ...this.ended(row, input.reason, input.note) });
      }
      const kind = SUPPORT_KINDS[row.kind].text;
      sayHelped(this.unitOfWork, input.delivered ? `记了「${kind}」做完了` : `记了「${kind}」没有做成`);
      if (side === 'OFFICE')
        await this.tellPerson(
          row.personId,
          input.delivered
            ? TOLD.DELIVERED(row.kind, deskOf(viewer))
            : TOLD.NOT_DELIVERED(row.kind, SUPPORT_FAILURES[input.reason as keyof typeof SUPPORT_FAILURES]),
        );
    });
    return this.node(await this.book.row(input.id), side);
  }

  /** Lets the employer's people know that there is something to read, where the person agreed to both. In the caller's unit of work. */
  async tellEmployer(row: Support): Promise<void> {
    if (!row.applicationId) return;
    const application = await this.unitOfWork.manager.findOneByOrFail(JobApplication, { id: row.applicationId });
    if (!(await this.applications.released([application])).has(application.id)) return;
    const [post] = await this.posts.byIds([application.postId]);
    if (post !== undefined) await this.news.tellEmployer(post.employerId, TOLD_EMPLOYER(post.title));
  }

  tellPerson(personId: string, text: string): Promise<void> {
    return this.messages.tellPeople([{ personId, text, smsText: PHONE_SAYS }]);
  }

  // ——— inside ———

  private async insert(
    viewer: SignedIn,
    personId: string,
    input: Omit<RequestSupportInput, 'idempotencyKey'>,
  ): Promise<string> {
    const { manager } = this.unitOfWork;
    const person = await manager.findOneBy(Person, { id: personId, state: 'ACTIVE' });
    if (person === null) throw notFound('这个人');
    const { kind, occasion, minutes } = input;
    if (!SUPPORT_KIND_CODES.includes(kind)) throw new DomainError('VALIDATION', '没有这种帮助。', { field: 'kind' });
    const applicationId = occasion === 'TRAINING' ? null : input.applicationId || null;
    const { startsAt, place, title } = await this.occasionOf(personId, input, applicationId);
    if (startsAt <= chinaMoment(this.clock.now()))
      throw new DomainError('VALIDATION', '时间要在现在以后。', { field: 'startsAt', hint: '请改日子或几点。' });
    if (input.tellEmployer && applicationId === null)
      throw new DomainError('VALIDATION', '没有可以告诉的单位。', { field: 'tellEmployer' });
    const id = newId();
    const note = input.note?.trim();
    const secrets = { place, ...(title ? { title } : {}), ...(note ? { note } : {}) };
    try {
      await insertRows(manager, Support, [
        {
          id,
          personId,
          divisionCode: person.divisionCode,
          kind,
          occasion,
          applicationId,
          secrets: this.book.seal(id, secrets),
          startsAt,
          minutes,
          state: 'REQUESTED',
          live: 1,
          gone: false,
          tellEmployer: input.tellEmployer,
          requestedById: viewer.id,
          requestedAt: this.clock.now(),
        },
      ]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new DomainError('STATE_CONFLICT', '这次已经要过这种帮助了。', {
        field: 'kind',
        hint: '进度在「要人帮忙」里看。',
      });
    }
    const { divisionCode } = person;
    const after = { kind, occasion, applicationId, startsAt, minutes, state: 'REQUESTED' };
    noteAudit(this.unitOfWork, { target: 'support', id, divisionCode, after });
    // Whoever asks for one of his own people knows of it.
    if (viewer.personId === personId || viewer.onBehalfOf)
      await this.follow.tellDesk({ personId, bookedById: null }, TOLD_DESK.REQUESTED);
    return id;
  }

  private async occasionOf(
    personId: string,
    { occasion, title, place, startsAt }: Omit<RequestSupportInput, 'idempotencyKey'>,
    applicationId: string | null,
  ): Promise<Occasion> {
    if (occasion === 'INTERVIEW') {
      if (applicationId === null)
        throw new DomainError('VALIDATION', '请从约好面试的那份申请里要。', { field: 'applicationId' });
      const application = await this.applicationOf(personId, applicationId);
      if (!this.isAhead(application))
        throw new DomainError('STATE_CONFLICT', '这份申请现在没有要去的面试。', {
          field: 'applicationId',
          hint: '单位约好面试，您会收到消息，那时再要。',
        });
      return { startsAt: application.interviewAt as Moment, place: application.interviewPlace ?? '' };
    }
    if (applicationId !== null) {
      const { state, acceptedOn } = await this.applicationOf(personId, applicationId);
      if (!isAtWork(state) && acceptedOn === null)
        throw new DomainError('STATE_CONFLICT', '这份申请还没有说好上岗。', { field: 'applicationId' });
    }
    const what = title?.trim() ?? '';
    if (what === '' && applicationId === null)
      throw new DomainError('VALIDATION', occasion === 'TRAINING' ? '请写是什么培训。' : '请写去哪里上岗。', {
        field: 'title',
      });
    if (!startsAt || !isMoment(startsAt))
      throw new DomainError('VALIDATION', '请填哪天、几点。', { field: 'startsAt', hint: '几点写成 09:30 这样。' });
    const where = place?.trim() ?? '';
    if (where === '') throw new DomainError('VALIDATION', '请写在哪里。', { field: 'place' });
    return { startsAt, place: where, ...(what ? { title: what } : {}) };
  }

  private isAhead({ state, interviewAt }: JobApplication): boolean {
    return state === 'INTERVIEW' && interviewAt !== null && interviewAt > chinaMoment(this.clock.now());
  }

  private delivered(row: Support, minutes: number | null | undefined): Partial<Support> {
    if (!minutes) throw new DomainError('VALIDATION', '请填做了多少分钟。', { field: 'minutes' });
    const from = row.bookedFrom as Moment;
    if (addMinutes(from, minutes) > chinaMoment(this.clock.now()))
      throw new DomainError('VALIDATION', '从约好的时间算起，还没有过这么多分钟。', {
        field: 'minutes',
        hint: '请做完再记，或改分钟数。',
      });
    const costFen = supportCostFen(minutes, feeOf(row));
    return { deliveredMinutes: minutes, deliveredOn: dayOfMoment(from), costFen, endedOn: this.clock.today() };
  }

  private ended(row: Support, reason: string, note: string | null | undefined): Partial<Support> {
    const reasonText = note?.trim();
    const secrets = reasonText ? { secrets: this.book.seal(row.id, { ...this.book.open(row), reasonText }) } : {};
    return { reason, endedOn: this.clock.today(), ...secrets };
  }

  private notDone(row: Support): DomainError {
    if (row.state === 'BOOKED') return notNow('还没有到约好的时间。');
    return notNow(isOpenSupport(row.state) ? '还没有约好人，不能记做没做成。' : '这次帮助已经办完了。');
  }

  private async reach(viewer: SignedIn, id: string): Promise<{ row: Support; side: SupportSide }> {
    const row = await this.book.row(id);
    if (row.personId === Policy.personFor(viewer, 'support.close')) return { row, side: 'PERSON' };
    // Who acts for somebody has no work of his own meanwhile.
    if (viewer.onBehalfOf || !Policy.can(viewer, 'support.book')) throw notFound(WHAT);
    await this.requireDesk(viewer, row);
    return { row, side: 'OFFICE' };
  }

  /** @throws DomainError NOT_FOUND for one of a person who is not the viewer's to look after */
  async requireDesk(viewer: SignedIn, { personId }: Support): Promise<Person> {
    try {
      return await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound(WHAT);
      throw error;
    }
  }

  private async own(viewer: SignedIn, id: string): Promise<Support> {
    const row = await this.unitOfWork.manager.findOneBy(Support, { id, personId: this.self(viewer) });
    if (row === null) throw notFound(WHAT);
    return row;
  }

  private async applicationOf(personId: string, id: string): Promise<JobApplication> {
    const row = await this.unitOfWork.manager.findOneBy(JobApplication, { id, personId });
    if (row === null) throw notFound('这份申请');
    return row;
  }

  private self(viewer: SignedIn): string {
    const personId = Policy.personFor(viewer, 'support.own');
    if (personId === undefined) throw notFound('您的求职登记');
    return personId;
  }

  private async node(row: Support, side: SupportSide): Promise<SupportNode> {
    return (await this.book.nodes([row], side))[0] as SupportNode;
  }
}

/** Who of the desk it was, as the person is told. */
const deskOf = ({ roles }: SignedIn): string => (roles.includes('OFFICER') ? '残联' : '辅导员');

/** As it was agreed on the day of the booking, whatever the provider asks today. */
export const feeOf = ({ feeBy, feeFen }: Pick<Support, 'feeBy' | 'feeFen'>): SupportFee =>
  feeBy === 'HOUR' ? { by: 'HOUR', hourlyFen: feeFen ?? 0 } : { by: 'FIXED', fixedFen: feeFen ?? 0 };

const notNow = (message: string): DomainError =>
  new DomainError('STATE_CONFLICT', message, { hint: '请刷新后再看，或问就业辅导员。' });
const changed = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这次帮助刚被改过。', { hint: '请看看现在的，再办。' });
const notYours = (): DomainError =>
  new DomainError('FORBIDDEN_ACTING', '让单位知道有人一起来，要本人自己登录来选。', { field: 'tellEmployer' });
