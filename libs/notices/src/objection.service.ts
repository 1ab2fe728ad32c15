import { Injectable } from '@nestjs/common';
import { IdempotencyService, MessageService, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { chinaDay, Clock, CryptoProvider, DomainError, newId, notFound } from '@tongxing/platform';
import { addDays, type IsoDate } from '@tongxing/rules';
import { In } from 'typeorm';
import { NoticeLine, Objection, type ObjectionSecrets, PublicNotice } from './notice.entity.js';
import { NoticeKinds } from './notice-kinds.js';
import type { DecideObjectionInput, LodgeObjectionInput } from './objection.inputs.js';

/** One notice takes so many; beyond it somebody plays. */
const MAX_OBJECTIONS = 500;

/** An objection as the office sees it. */
export interface ObjectionView {
  id: string;
  noticeId: string;
  lineId: string | null;
  /** 序号 of the line; null: the whole notice */
  serial: number | null;
  state: Objection['state'];
  text: string;
  contact: string | null;
  reason: string | null;
  /** day in China */
  lodgedOn: IsoDate;
  answerBy: IsoDate;
}

/** 异议: anybody may lodge one while a notice stands; the office decides it. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly kinds: NoticeKinds,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
  ) {}

  /**
   * Takes an objection against a line, or against the whole notice. The same key with the same content is the same objection.
   *
   * @param viewer who is signed in gets the decision as a message
   * @throws DomainError NOT_FOUND; STATE_CONFLICT once the last day is over; VALIDATION for a line of another notice; IDEMPOTENCY_MISMATCH
   */
  async lodge(input: LodgeObjectionInput, viewer: SignedIn | null = null): Promise<Objection> {
    try {
      return await this.unitOfWork.run(() => this.take(input, viewer));
    } catch (error) {
      // Two requests with one key at the same time: the other has written it.
      const standing = isDuplicateKey(error) ? await this.standing(input) : null;
      if (standing === null) throw error;
      return this.same(standing, input);
    }
  }

  /** Objections of a notice, oldest first. @throws DomainError NOT_FOUND outside the viewer's region */
  async ofNotice(viewer: SignedIn, noticeId: string): Promise<ObjectionView[]> {
    const { manager } = this.unitOfWork;
    const notice = await manager.findOneBy(PublicNotice, { id: noticeId });
    if (notice === null) throw notFound('这份公示');
    Policy.requireCovers(viewer, notice.divisionCode, '这份公示');
    const rows = await manager.find(Objection, { where: { noticeId }, order: { lodgedAt: 'ASC', id: 'ASC' } });
    const lines = await manager.findBy(NoticeLine, { noticeId });
    const serials = new Map(lines.map((line) => [line.id, line.serial]));
    return rows.map((row) => this.view(row, row.lineId === null ? null : (serials.get(row.lineId) ?? null)));
  }

  /**
   * Decides an objection. Dismissed after the closing, as the last one against its line, it lets the line pass. Upheld against the whole
   * notice, it withdraws the notice.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT when it was decided already; SELF_APPROVAL when the line, or one line of a notice that is
   * objected to as a whole, is of the viewer's household; IDEMPOTENCY_MISMATCH
   */
  decide(viewer: SignedIn, { idempotencyKey, ...input }: DecideObjectionInput): Promise<ObjectionView> {
    const { id, outcome, reason } = input;
    return this.idempotency.once(viewer.id, idempotencyKey, 'decideObjection', input, async () => {
      const { manager } = this.unitOfWork;
      const objection = await manager.findOneBy(Objection, { id });
      const notice = objection && (await manager.findOneBy(PublicNotice, { id: objection.noticeId }));
      if (objection === null || notice === null) throw notFound('这条异议');
      Policy.requireCovers(viewer, notice.divisionCode, '这条异议');
      const lines = await manager.findBy(NoticeLine, {
        noticeId: notice.id,
        ...(objection.lineId === null ? {} : { id: objection.lineId }),
      });
      const subjectIds = lines.map((line) => line.subjectId);
      await this.kinds.of(notice.kind).requireApart(viewer, subjectIds);
      const decided = {
        state: outcome,
        decidedBy: viewer.id,
        decidedAt: this.clock.now(),
        secrets: this.seal(id, { ...this.open(objection), reason }),
      };
      if (!(await guardedUpdate(manager, Objection, { id, state: 'OPEN', version: objection.version }, decided)))
        throw new DomainError('STATE_CONFLICT', '这条异议已经处理过。', { hint: '请刷新后再看。' });
      // Raising the notice's version keeps this decision and a closing, or another decision, at the same moment apart.
      await manager.increment(PublicNotice, { id: notice.id }, 'version', 1);
      const now = await manager.findOneByOrFail(PublicNotice, { id: notice.id });
      const line = lines.find((one) => one.id === objection.lineId);
      if (line) await this.tell(now, line, outcome);
      else if (outcome === 'UPHELD' && now.state !== 'WITHDRAWN') await this.withdraw(now, viewer.id);
      await this.answer(objection, notice, outcome, reason);
      return this.view({ ...objection, ...decided }, line?.serial ?? null);
    });
  }

  /** Who objected while signed in reads what came of it; whose line it was is not named. */
  private async answer(
    { accountId }: Objection,
    { title }: PublicNotice,
    outcome: 'UPHELD' | 'DISMISSED',
    reason: string,
  ): Promise<void> {
    if (accountId === null) return;
    const result = outcome === 'UPHELD' ? '成立' : '不成立';
    await this.messages.tellAccount(accountId, {
      text: `您对《${title}》提出的异议${result}。理由：${reason}`,
      smsText: '【同行】您提出的异议有了结果，请登录看。',
    });
  }

  private async tell(notice: PublicNotice, line: NoticeLine, outcome: 'UPHELD' | 'DISMISSED'): Promise<void> {
    const { manager } = this.unitOfWork;
    const kind = this.kinds.of(notice.kind);
    if (outcome === 'UPHELD') return kind.onUpheld?.(notice.id, line.subjectId);
    const { id, noticeId, subjectId } = line;
    const others = await manager.findBy(Objection, { lineId: id });
    if (others.some((other) => other.state !== 'DISMISSED')) return;
    const isWithdrawn = notice.state === 'WITHDRAWN';
    const released = { outcome: isWithdrawn ? null : ('PASSED' as const) };
    if (!(await guardedUpdate(manager, NoticeLine, { id, outcome: 'HELD' }, released))) return;
    if (isWithdrawn) await kind.onWithdrawn(noticeId, [subjectId], []);
    else await kind.onReleased?.(noticeId, subjectId);
  }

  /** The notice as a whole was wrong: it ends without passing anybody. What stands against a line goes on standing. */
  private async withdraw({ id, kind }: PublicNotice, closedBy: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const withdrawn = { state: 'WITHDRAWN' as const, closedAt: this.clock.now(), closedBy };
    if (!(await guardedUpdate(manager, PublicNotice, { id, state: 'PUBLISHED' }, withdrawn)))
      throw new DomainError('STATE_CONFLICT', '这份公示已经结束，不能再撤下。', { hint: '请刷新后再看。' });
    // Read after the change above: an objection that came in before it is seen, and none comes in after it.
    const objections = await manager.findBy(Objection, { noticeId: id, state: In(['OPEN', 'UPHELD']) });
    const linesWith = (state: Objection['state']) =>
      new Set(objections.filter((one) => one.state === state).map((one) => one.lineId));
    const [upheld, open] = [linesWith('UPHELD'), linesWith('OPEN')];
    const lines = await manager.find(NoticeLine, { where: { noticeId: id }, order: { serial: 'ASC' } });
    const left = lines.filter((line) => !upheld.has(line.id));
    const held = left.filter((line) => open.has(line.id));
    if (held.length > 0) await manager.update(NoticeLine, { id: In(held.map((line) => line.id)) }, { outcome: 'HELD' });
    const free = left.filter((line) => !open.has(line.id));
    const subjects = (of: readonly NoticeLine[]) => of.map((line) => line.subjectId);
    await this.kinds.of(kind).onWithdrawn(id, subjects(free), subjects(held));
  }

  private async take(input: LodgeObjectionInput, viewer: SignedIn | null): Promise<Objection> {
    const { manager } = this.unitOfWork;
    const { noticeId, lineId, text, contact, idempotencyKey } = input;
    const standing = await this.standing(input);
    if (standing !== null) return this.same(standing, input);
    const notice = await manager.findOneBy(PublicNotice, { id: noticeId });
    if (notice === null || notice.state === 'DRAFT' || notice.state === 'PROVED') throw notFound('这份公示');
    const today = this.clock.today();
    if (notice.state !== 'PUBLISHED' || today > notice.endsOn)
      throw new DomainError('STATE_CONFLICT', '公示已经结束，不能再提异议。', {
        hint: '有问题请打监督电话，或打12385。',
      });
    if (lineId && (await manager.findOneBy(NoticeLine, { id: lineId, noticeId })) === null)
      throw new DomainError('VALIDATION', '没有这一条。', { field: 'lineId', hint: '请回到公示页重新选。' });
    if (notice.objections >= MAX_OBJECTIONS)
      throw new DomainError('RATE_LIMITED', '这份公示收到的异议太多。', { hint: '请直接打监督电话。' });
    // The guard: a notice that closes at this moment either waits for this objection or is seen as closed by it.
    const one = { objections: () => 'objections + 1' };
    if (!(await guardedUpdate(manager, PublicNotice, { id: noticeId, state: 'PUBLISHED' }, one)))
      throw new DomainError('STATE_CONFLICT', '公示已经结束，不能再提异议。');
    const id = newId();
    const days = Number(
      (await this.parameters.lawOf(notice.divisionCode)).on('setting.noticeAnswerDays', today).row.value,
    );
    const row = {
      id,
      noticeId,
      lineId: lineId ?? null,
      state: 'OPEN' as const,
      secrets: this.seal(id, { text, ...(contact ? { contact } : {}) }),
      idempotencyKey,
      contentHash: this.crypto.digest(CONTENT_PURPOSE, contentText(input)),
      accountId: viewer?.id ?? null,
      lodgedAt: this.clock.now(),
      answerBy: addDays(today, days),
      decidedBy: null,
      decidedAt: null,
      version: 1,
    };
    await insertRows(manager, Objection, [row]);
    return row;
  }

  private standing({ noticeId, idempotencyKey }: LodgeObjectionInput): Promise<Objection | null> {
    return this.unitOfWork.manager.findOneBy(Objection, { noticeId, idempotencyKey });
  }

  private same(standing: Objection, input: LodgeObjectionInput): Objection {
    if (this.crypto.isDigest(CONTENT_PURPOSE, contentText(input), standing.contentHash)) return standing;
    throw new DomainError('IDEMPOTENCY_MISMATCH', '这份异议已经用同一个编号提交过别的内容。', {
      hint: '请重新打开异议页再写。',
    });
  }

  private seal(id: string, secrets: ObjectionSecrets): string {
    return sealObjection(this.crypto, id, secrets);
  }

  private open(row: Pick<Objection, 'id' | 'secrets'>): ObjectionSecrets {
    return openObjection(this.crypto, row);
  }

  private view(row: Objection, serial: number | null): ObjectionView {
    const { id, noticeId, lineId, state, lodgedAt, answerBy } = row;
    const { text, contact, reason } = this.open(row);
    return {
      id,
      noticeId,
      lineId,
      serial,
      state,
      text,
      contact: contact ?? null,
      reason: reason ?? null,
      lodgedOn: chinaDay(lodgedAt),
      answerBy,
    };
  }
}

export const sealObjection = (crypto: CryptoProvider, id: string, secrets: ObjectionSecrets): string =>
  crypto.seal(JSON.stringify(secrets), `objection|secrets|${id}`);

export const openObjection = (
  crypto: CryptoProvider,
  { id, secrets }: Pick<Objection, 'id' | 'secrets'>,
): ObjectionSecrets => JSON.parse(crypto.open(secrets, `objection|secrets|${id}`)) as ObjectionSecrets;

const CONTENT_PURPOSE = 'objection.content';
const contentText = ({ lineId, text, contact }: LodgeObjectionInput): string =>
  JSON.stringify([lineId ?? null, text, contact ?? null]);
