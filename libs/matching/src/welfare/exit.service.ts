import { Injectable } from '@nestjs/common';
import { IdempotencyService, MessageService, noteAudit, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Post, PostService } from '@tongxing/employers';
import { Clock, CryptoProvider, DomainError, newId, notFound } from '@tongxing/platform';
import { type IsoDate, needsHearing, WELFARE_EXITS } from '@tongxing/rules';
import { In } from 'typeorm';
import type { Placement } from '../placements/placement.entity.js';
import { PlacementService } from '../placements/placement.service.js';
import { type PlacedPerson, WelfareBook } from './welfare-book.js';
import { type ExitSecrets, WelfareExitCase } from './welfare.entity.js';
import type { BeginWelfareExitInput, DecideWelfareExitInput, WelfareExitNode } from './welfare.types.js';
import { EXIT_STATES } from './welfare.words.js';

const WHAT = '这次退出';
/** What `live` holds. */
const WAITS = 1;
const ENDED = 2;
/** The text message does not tell what the matter is: a phone is read over shoulders. */
const SMS = '【同行】有一件事要您看，请登录看，或问辅导员。';

/** 退出公益性岗位: each reason with its basis; what is held against somebody is told first and decided by another officer. */
@Injectable()
export class WelfareExitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
    private readonly posts: PostService,
    private readonly placements: PlacementService,
    private readonly book: WelfareBook,
  ) {}

  /**
   * Ends a placement, or, where something is held against the person, tells him and waits for his answer.
   *
   * @returns the id of the exit
   * @throws DomainError NOT_FOUND; STATE_CONFLICT when he has left already or another exit waits; VALIDATION for a day that does not fit;
   *   SELF_APPROVAL for the own placement; IDEMPOTENCY_MISMATCH
   * @source rulebook.md §5, Exit
   */
  begin(viewer: SignedIn, { idempotencyKey, ...input }: BeginWelfareExitInput): Promise<string> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'beginWelfareExit', input, async () => {
      const { placementId, reason } = input;
      const placed = await this.book.placed(viewer, placementId);
      const { placement, post } = placed;
      requireOther(viewer, placement.personId);
      if (placement.live === null) throw gone();
      const hearing = needsHearing(reason);
      const today = this.clock.today();
      const answerBy = hearing ? this.answerDay(input.answerBy, today) : null;
      const lastDay = hearing ? null : this.lastDay(input.lastDay, reason, placed);
      const id = newId();
      const row = {
        id,
        placementId,
        divisionCode: placement.divisionCode,
        reason,
        state: hearing ? ('NOTICED' as const) : ('DECIDED' as const),
        secrets: this.seal(id, { basis: input.basis.trim() }),
        noticedOn: today,
        answerBy,
        begunById: viewer.id,
        decidedById: hearing ? null : viewer.id,
        decidedOn: hearing ? null : today,
        live: hearing ? WAITS : ENDED,
      };
      const { manager } = this.unitOfWork;
      if (!hearing && (await manager.existsBy(WelfareExitCase, { placementId, live: WAITS }))) throw waits();
      try {
        await insertRows(manager, WelfareExitCase, [row]);
      } catch (error) {
        // Somebody else began, or ended it, at the same moment.
        if (isDuplicateKey(error)) throw hearing ? waits() : gone();
        throw error;
      }
      noteAudit(this.unitOfWork, {
        target: 'welfare-exit',
        id,
        divisionCode: row.divisionCode,
        after: { placementId, reason, state: row.state, answerBy, lastDay },
      });
      if (lastDay === null) {
        const text = `残联要就「${WELFARE_EXITS[reason].text}」办您在「${post.title}」的退出：${input.basis.trim()}。您可以在${answerBy}以前说明情况。`;
        await this.messages.tellPeople([{ personId: placement.personId, text, smsText: SMS }]);
      } else await this.leave(placement, post, row, lastDay, input.reopen === true);
      return id;
    });
  }

  /**
   * Another officer decides what was begun: he leaves, or he stays.
   *
   * @throws DomainError NOT_FOUND; VERSION_CONFLICT; STATE_CONFLICT when it is decided, or before the last day to answer is over without an
   *   answer; SELF_APPROVAL for who began it; VALIDATION for a last day that does not fit; IDEMPOTENCY_MISMATCH
   */
  decide(viewer: SignedIn, { idempotencyKey, ...input }: DecideWelfareExitInput): Promise<string> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'decideWelfareExit', input, async () => {
      const { id, version, outcome } = input;
      const { manager } = this.unitOfWork;
      const row = await manager.findOneBy(WelfareExitCase, { id });
      if (row === null) throw notFound(WHAT);
      const { placement, post } = await this.book.placed(viewer, row.placementId);
      requireOther(viewer, placement.personId);
      if (row.begunById === viewer.id)
        throw new DomainError('SELF_APPROVAL', '自己提出的退出，要由另一位干部决定。', { hint: '请另一位干部来办。' });
      if (row.state !== 'NOTICED')
        throw new DomainError('STATE_CONFLICT', '这次退出已经办完了。', { hint: '请刷新后再看。' });
      const answer = input.answer?.trim() || undefined;
      const today = this.clock.today();
      if (answer === undefined && row.answerBy !== null && today <= row.answerBy)
        throw new DomainError('STATE_CONFLICT', '还没过说明情况的日子，本人也没有说明。', {
          hint: `请等到${row.answerBy}以后，或写下本人说了什么。`,
        });
      const lastDay = outcome === 'END' ? this.wanted(input.lastDay, 'lastDay', '请填最后一天。') : null;
      const state = outcome === 'END' ? ('DECIDED' as const) : ('DROPPED' as const);
      const decision = input.decision.trim();
      const set = {
        state,
        live: outcome === 'END' ? ENDED : null,
        decidedById: viewer.id,
        decidedOn: today,
        secrets: this.seal(id, { ...this.open(row), ...(answer ? { answer } : {}), decision }),
      };
      if (!(await guardedUpdate(manager, WelfareExitCase, { id, state: 'NOTICED', version }, set)))
        throw new DomainError('VERSION_CONFLICT', '这次退出刚被改过。', { hint: '请刷新后再办。' });
      noteAudit(this.unitOfWork, {
        target: 'welfare-exit',
        id,
        divisionCode: row.divisionCode,
        before: { state: row.state },
        after: { state, lastDay },
      });
      if (lastDay !== null) await this.leave(placement, post, row, lastDay, input.reopen === true);
      else
        await this.messages.tellPeople([
          { personId: placement.personId, text: `残联决定您继续在「${post.title}」上岗：${decision}。`, smsText: SMS },
        ]);
      return id;
    });
  }

  /** Exits of placements, the newest first. */
  async of(viewer: SignedIn, placementIds: readonly string[]): Promise<Map<string, WelfareExitNode[]>> {
    const rows =
      placementIds.length === 0
        ? []
        : await this.unitOfWork.manager.find(WelfareExitCase, {
            where: { placementId: In([...placementIds]) },
            order: { id: 'DESC' },
          });
    const byPlacement = new Map<string, WelfareExitNode[]>();
    for (const row of rows)
      byPlacement.set(row.placementId, [...(byPlacement.get(row.placementId) ?? []), this.node(viewer, row)]);
    return byPlacement;
  }

  /** Opens what is sealed of an exit. */
  open({ id, secrets }: Pick<WelfareExitCase, 'id' | 'secrets'>): ExitSecrets {
    return JSON.parse(this.crypto.open(secrets, boundTo(id))) as ExitSecrets;
  }

  /** Nothing of what was written stays. */
  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await this.unitOfWork.manager.update(WelfareExitCase, { id }, { secrets: this.seal(id, { basis: '' }) });
  }

  private async leave(
    placement: Placement,
    post: Post,
    { reason }: Pick<WelfareExitCase, 'reason'>,
    lastDay: IsoDate,
    reopen: boolean,
  ): Promise<void> {
    await this.placements.end(placement.id, lastDay, reason);
    if (reopen) await this.posts.returnOpening(post.id);
    const text = `您在「${post.title}」的公益性岗位到${lastDay}为止，原因：${WELFARE_EXITS[reason].text}。不同意可以向残联提出。`;
    // Nobody is told of his own death, and nobody reads the message.
    if (reason !== 'DIED') await this.messages.tellPeople([{ personId: placement.personId, text, smsText: SMS }]);
  }

  private wanted(text: string | null | undefined, field: string, says: string): IsoDate {
    if (!text) throw new DomainError('VALIDATION', says, { field });
    return this.book.dayOf(text, field);
  }

  private answerDay(text: string | null | undefined, today: IsoDate): IsoDate {
    const day = this.wanted(text, 'answerBy', '请填本人说明到哪一天。');
    if (day <= today)
      throw new DomainError('VALIDATION', '说明情况的最后一天要在今天以后。', {
        field: 'answerBy',
        hint: '请给本人留出时间。',
      });
    return day;
  }

  private lastDay(
    text: string | null | undefined,
    reason: BeginWelfareExitInput['reason'],
    { term }: PlacedPerson,
  ): IsoDate {
    const day = this.wanted(text, 'lastDay', '请填最后一天。');
    if (reason === 'TERM' && term.endsOn !== null && day < term.endsOn)
      throw new DomainError('VALIDATION', `他的期限到${term.endsOn}，还没有到。`, {
        field: 'reason',
        hint: '请改日子，或选别的原因。',
      });
    return day;
  }

  private node(viewer: SignedIn, row: WelfareExitCase): WelfareExitNode {
    const { basis, answer, decision } = this.open(row);
    return {
      id: row.id,
      version: row.version,
      reason: row.reason,
      reasonText: WELFARE_EXITS[row.reason].text,
      state: row.state,
      stateText: EXIT_STATES[row.state],
      basis,
      answer: answer ?? null,
      decision: decision ?? null,
      noticedOn: row.noticedOn,
      answerBy: row.answerBy,
      decidedOn: row.decidedOn,
      mayDecide: row.state === 'NOTICED' && row.begunById !== viewer.id,
    };
  }

  private seal(id: string, secrets: ExitSecrets): string {
    return this.crypto.seal(JSON.stringify(secrets), boundTo(id));
  }
}

const boundTo = (id: string): string => `welfare_exit|secrets|${id}`;

function requireOther(viewer: SignedIn, personId: string): void {
  if (viewer.personId === personId)
    throw new DomainError('SELF_APPROVAL', '这是您自己的岗位，不能自己办。', { hint: '请另一位干部来办。' });
}

const gone = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这个人已经离开这个岗位。', { hint: '请刷新后再看。' });
const waits = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这个人已经有一次退出在办。', { hint: '请先办完那一次。' });
