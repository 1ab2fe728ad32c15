import { Injectable } from '@nestjs/common';
import { Divisions, IdempotencyService, MessageService, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import {
  chinaDay,
  Clock,
  CryptoProvider,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { addDays, addWorkingDays, type IsoDate, Law, RuleRefusal } from '@tongxing/rules';
import { In, LessThan, Like } from 'typeorm';
import { Feedback, type FeedbackSecrets } from './feedback.entity.js';
import type {
  AnswerFeedbackInput,
  FeedbackArgs,
  FeedbackCountyNode,
  FeedbackNode,
  SendFeedbackInput,
} from './feedback.types.js';

const DAYS = 'setting.feedbackAnswerDays';
const FORGOTTEN_AT_ONCE = 500;
/** Of the message that answers: whole texts stay in the portal. */
const QUOTED = 20;

/** 意见、投诉: anybody may send them; the county's office answers within the days it promises. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly divisions: Divisions,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
  ) {}

  /** The counties that answer, in code order, each with its working days. */
  async counties(): Promise<FeedbackCountyNode[]> {
    const rows = await this.parameters.rows();
    return this.divisions
      .served()
      .map(({ code, name }) => ({ code, name, answerDays: this.daysBy(new Law(rows, code)) }));
  }

  /**
   * Takes it. The same key with the same content is the same one.
   *
   * @param viewer who is signed in gets the answer as a message
   * @throws DomainError DIVISION_UNKNOWN for a county that is not served; IDEMPOTENCY_MISMATCH
   */
  async send(viewer: SignedIn | null, input: SendFeedbackInput): Promise<Feedback> {
    if (!this.divisions.served().some(({ code }) => code === input.divisionCode))
      throw new DomainError('DIVISION_UNKNOWN', '请选一个县。', { field: 'divisionCode' });
    const standing = await this.standing(input);
    if (standing !== null) return this.same(standing, input);
    const law = await this.parameters.lawOf(input.divisionCode);
    const answerBy = await this.dueAfter(this.daysBy(law));
    const id = newId();
    const { kind, divisionCode, text, phone, page, idempotencyKey } = input;
    const row = {
      id,
      kind,
      divisionCode,
      state: 'OPEN' as const,
      secrets: this.seal(id, { text, ...(phone ? { phone } : {}), ...(page ? { page } : {}) }),
      accountId: viewer?.id ?? null,
      idempotencyKey,
      contentHash: this.crypto.digest(CONTENT_PURPOSE, contentText(input)),
      receivedAt: this.clock.now(),
      answerBy,
      answeredBy: null,
      answeredAt: null,
      version: 1,
    };
    try {
      await this.unitOfWork.run(() => insertRows(this.unitOfWork.manager, Feedback, [row]));
    } catch (error) {
      // Two requests with one key at the same time: the other has written it.
      const twin = isDuplicateKey(error) ? await this.standing(input) : null;
      if (twin === null) throw error;
      return this.same(twin, input);
    }
    return row;
  }

  /** What the viewer's region was sent: what waits, by the day it is due; or what was answered, the newest first. */
  async page(viewer: SignedIn, { first, after, closed }: FeedbackArgs): Promise<Page<FeedbackNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Feedback, 'feedback')
      .where({ state: closed ? 'CLOSED' : 'OPEN', divisionCode: Like(`${Policy.divisionScope(viewer)}%`) })
      .limit(first + 1);
    const totalCount = await query.clone().getCount();
    if (closed) {
      query.orderBy('feedback.id', 'DESC');
      if (after) query.andWhere('feedback.id < :id', { id: readCursor(after, 1)[0] });
    } else {
      query.orderBy('feedback.answerBy').addOrderBy('feedback.id');
      const [day, id] = after ? readCursor(after, 2) : [];
      if (day)
        query.andWhere('(feedback.answerBy > :day OR (feedback.answerBy = :day AND feedback.id > :id))', { day, id });
    }
    return pageOf(
      await query.getMany(),
      first,
      totalCount,
      (row) => (closed ? cursorOf(row.id) : cursorOf(row.answerBy, row.id)),
      (row) => this.node(row),
    );
  }

  /** @throws DomainError NOT_FOUND, outside the viewer's region too */
  async one(viewer: SignedIn, id: string): Promise<FeedbackNode> {
    return this.node(await this.byId(viewer, id));
  }

  /**
   * Answers it, and tells the sender who was signed in.
   *
   * @throws DomainError NOT_FOUND, outside the viewer's region too; STATE_CONFLICT when it was answered already; IDEMPOTENCY_MISMATCH
   */
  answer(viewer: SignedIn, { idempotencyKey, ...input }: AnswerFeedbackInput): Promise<FeedbackNode> {
    const { id, answer } = input;
    return this.idempotency.once(viewer.id, idempotencyKey, 'answerFeedback', input, async () => {
      const row = await this.byId(viewer, id);
      const answered = {
        state: 'CLOSED' as const,
        answeredBy: viewer.id,
        answeredAt: this.clock.now(),
        secrets: this.seal(id, { ...this.open(row), answer }),
      };
      const { manager } = this.unitOfWork;
      if (!(await guardedUpdate(manager, Feedback, { id, state: 'OPEN', version: row.version }, answered)))
        throw new DomainError('STATE_CONFLICT', '这条意见已经答复过。', { hint: '请刷新后再看。' });
      await this.tell(row, answer);
      return this.node({ ...row, ...answered });
    });
  }

  /** What was answered before this instant goes. @param kept accounts under a legal hold */
  async forget(answeredBefore: Date, kept: readonly string[]): Promise<number> {
    const { manager } = this.unitOfWork;
    for (let gone = 0; ; ) {
      const query = manager
        .createQueryBuilder(Feedback, 'feedback')
        .select('feedback.id', 'id')
        .where({ state: 'CLOSED', answeredAt: LessThan(answeredBefore) })
        .limit(FORGOTTEN_AT_ONCE);
      if (kept.length > 0)
        query.andWhere('(feedback.accountId IS NULL OR feedback.accountId NOT IN (:...kept))', { kept: [...kept] });
      const ids = (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
      if (ids.length === 0) return gone;
      gone += await this.unitOfWork.run(
        async () => (await this.unitOfWork.manager.delete(Feedback, { id: In(ids) })).affected ?? 0,
      );
    }
  }

  private async tell({ id, accountId, secrets }: Feedback, answer: string): Promise<void> {
    if (accountId === null) return;
    const { text } = this.open({ id, secrets });
    const said = [...text].length > QUOTED ? `${[...text].slice(0, QUOTED).join('')}…` : text;
    await this.messages.tellAccount(accountId, {
      text: `您写的意见「${said}」有了答复：${answer}`,
      smsText: '【同行】您写的意见有了答复，请登录看。',
    });
  }

  private async byId(viewer: SignedIn, id: string): Promise<Feedback> {
    const row = await this.unitOfWork.manager.findOneBy(Feedback, { id });
    if (row === null) throw notFound('这条意见');
    Policy.requireCovers(viewer, row.divisionCode, '这条意见');
    return row;
  }

  private daysBy(law: Law): number {
    return Number(law.on(DAYS, this.clock.today()).row.value);
  }

  /** Where next year's holidays are not known yet, days of the calendar: the answer then comes sooner than promised, and nobody is sent away. */
  private async dueAfter(days: number): Promise<IsoDate> {
    const today = this.clock.today();
    try {
      return addWorkingDays(today, days, await this.parameters.workingCalendar());
    } catch (error) {
      if (!(error instanceof RuleRefusal) || error.code !== 'LAW_UNKNOWN') throw error;
      return addDays(today, days);
    }
  }

  private standing({ idempotencyKey }: SendFeedbackInput): Promise<Feedback | null> {
    return this.unitOfWork.manager.findOneBy(Feedback, { idempotencyKey });
  }

  private same(standing: Feedback, input: SendFeedbackInput): Feedback {
    if (this.crypto.isDigest(CONTENT_PURPOSE, contentText(input), standing.contentHash)) return standing;
    throw new DomainError('IDEMPOTENCY_MISMATCH', '这条意见已经用同一个编号提交过别的内容。', {
      hint: '请重新打开意见页再写。',
    });
  }

  private seal(id: string, secrets: FeedbackSecrets): string {
    return sealFeedback(this.crypto, id, secrets);
  }

  private open(row: Pick<Feedback, 'id' | 'secrets'>): FeedbackSecrets {
    return openFeedback(this.crypto, row);
  }

  private node(row: Feedback): FeedbackNode {
    const { id, kind, state, answerBy, answeredAt, receivedAt } = row;
    const { text, phone, page, answer } = this.open(row);
    return {
      id,
      kind,
      text,
      phone: phone ?? null,
      page: page ?? null,
      byMessage: row.accountId !== null,
      receivedOn: chinaDay(receivedAt),
      answerBy,
      late: state === 'OPEN' && this.clock.today() > answerBy,
      answer: answer ?? null,
      answeredOn: answeredAt === null ? null : chinaDay(answeredAt),
    };
  }
}

export const sealFeedback = (crypto: CryptoProvider, id: string, secrets: FeedbackSecrets): string =>
  crypto.seal(JSON.stringify(secrets), `feedback|secrets|${id}`);

export const openFeedback = (
  crypto: CryptoProvider,
  { id, secrets }: Pick<Feedback, 'id' | 'secrets'>,
): FeedbackSecrets => JSON.parse(crypto.open(secrets, `feedback|secrets|${id}`)) as FeedbackSecrets;

const CONTENT_PURPOSE = 'feedback.content';
const contentText = ({ kind, divisionCode, text, phone, page }: SendFeedbackInput): string =>
  JSON.stringify([kind, divisionCode, text, phone ?? null, page ?? null]);
