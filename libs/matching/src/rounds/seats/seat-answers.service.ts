import { Injectable } from '@nestjs/common';
import { Caseloads, IdempotencyService, noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { reachPerson } from '@tongxing/people';
import { Clock, CryptoProvider, DomainError, notFound } from '@tongxing/platform';
import { addDays, counts, type DeclineReason, isTypedDay, type MatchAnswer } from '@tongxing/rules';
import { In, IsNull, LessThan } from 'typeorm';
import { RefusalService } from '../../applications/refusal.service.js';
import { AllocationRound, RoundEntrant } from '../round.entity.js';
import { ROUND } from '../round.words.js';
import { SeatNews } from './seat-news.js';
import {
  type AnsweredBy,
  type SeatAttempt,
  SeatOffer,
  type SeatSecrets,
  secretsBoundTo,
  SeatWave,
} from './seat.entity.js';
import type { LeaveRoundInput, RecordSeatVisitInput, RespondToSeatInput } from './seat.types.js';
import { SEAT, TAKEN_DOWN } from './seat.words.js';

const BATCH = 500;

type Reply = { id: string };
interface Said {
  way?: keyof typeof TAKEN_DOWN | null;
  reason?: DeclineReason | null;
  reasonText?: string | null;
}

/** 答复: by the person or a helper, or taken down by the desk or the office; and what a silence leads to. */
@Injectable()
export class SeatAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly idempotency: IdempotencyService,
    private readonly caseloads: Caseloads,
    private readonly posts: PostService,
    private readonly refusals: RefusalService,
    private readonly news: SeatNews,
  ) {}

  /**
   * Takes the seat, or not. An answer after the last day counts as long as the seat is there: a silence is no refusal. A no without a reason may
   * count, by the same rule as for a referral.
   *
   * @returns the id of the round
   * @throws DomainError NOT_FOUND; OFFER_ANSWERED, OFFER_RELEASED, OFFER_REPLACED; VALIDATION for a no without a reason, or words taken down
   *   without how they were said
   */
  async respond(viewer: SignedIn, input: RespondToSeatInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.answer');
    const { idempotencyKey, ...content } = input;
    return this.idempotency.once(viewer.id, idempotencyKey, 'respondToSeat', content, async () => {
      const offer = await this.unitOfWork.manager.findOneBy(SeatOffer, { id: input.id });
      if (offer === null || offer.personId === null) throw notFound(SEAT);
      const answeredBy = await this.speaker(viewer, offer.personId, input.way);
      requireOpen(offer);
      if (input.accept) await this.accept(viewer, offer, answeredBy);
      else await this.leave(viewer, offer, 'DECLINED', answeredBy, input);
      return { id: offer.roundId };
    });
  }

  /**
   * 不排了: gives back a seat that was accepted, with a reason, or waits no more. What is offered and open is answered instead.
   *
   * @throws DomainError NOT_FOUND for who is not on the roster; OFFER_OPEN; OFFER_BEGUN; OFFER_ANSWERED for who is out already; ROUND_STEP_EARLY
   *   before seats are offered; VALIDATION
   */
  async leaveRound(viewer: SignedIn, input: LeaveRoundInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.answer');
    const { idempotencyKey, ...content } = input;
    return this.idempotency.once(viewer.id, idempotencyKey, 'leaveRound', content, async () => {
      const { manager } = this.unitOfWork;
      const { roundId } = input;
      const personId = input.personId ?? Policy.personFor(viewer, 'allocation.answer');
      const entrant = personId === undefined ? null : await manager.findOneBy(RoundEntrant, { roundId, personId });
      if (entrant === null || personId === undefined) throw notFound('您在这一轮的名册');
      const answeredBy = await this.speaker(viewer, personId, input.way);
      if (!(await manager.existsBy(SeatWave, { roundId, serial: 0 })))
        throw new DomainError('ROUND_STEP_EARLY', '名额通知还没有发，不用退出。', { hint: '发了通知再答复。' });
      if (entrant.leftOn !== null)
        throw new DomainError('OFFER_ANSWERED', '这一轮已经不再排了。', { hint: '不用再办。' });
      const offer = await manager.findOneBy(SeatOffer, { entrantId: entrant.id, live: 1 });
      if (offer?.state === 'OPEN')
        throw new DomainError('OFFER_OPEN', '有一个名额等答复。', { hint: '请答复去或不去。' });
      if (offer?.state === 'BEGUN')
        throw new DomainError('OFFER_BEGUN', '已经登记上岗了。', { hint: '不做了请办离岗。' });
      if (offer !== null) await this.leave(viewer, offer, 'WITHDRAWN', answeredBy, input);
      else await this.waitNoMore(viewer, entrant);
      return { id: roundId };
    });
  }

  /**
   * The night's work: a visit for every seat whose last day has passed without an answer. Run again, or by two at once, it adds nothing.
   *
   * @returns how many were added
   */
  async createVisits(): Promise<number> {
    const { manager } = this.unitOfWork;
    let added = 0;
    for (;;) {
      const silent = await manager.find(SeatOffer, {
        where: { state: 'OPEN', visit: IsNull(), lastDay: LessThan(this.clock.today()) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      for (const { id, version, lastDay, visitDays } of silent) {
        const visitDueOn = addDays(lastDay, visitDays);
        const done = await this.unitOfWork.run(() =>
          guardedUpdate(
            this.unitOfWork.manager,
            SeatOffer,
            { id, version, state: 'OPEN', visit: IsNull() },
            { visit: 'OPEN', visitDueOn },
          ),
        );
        added += Number(done);
      }
      if (silent.length < BATCH) return added;
    }
  }

  /**
   * Nobody was found at a visit: each try with its day and way. Reached is what `respondToSeat` with the way VISIT writes down.
   *
   * @throws DomainError NOT_FOUND for people who are not the viewer's; OFFER_ANSWERED; VISIT_NOT_DUE; VALIDATION for days before the silence or
   *   to come
   */
  async recordVisit(viewer: SignedIn, { id, attempts, idempotencyKey }: RecordSeatVisitInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.visit');
    return this.idempotency.once(viewer.id, idempotencyKey, 'recordSeatVisit', { id, attempts }, async () => {
      const { manager } = this.unitOfWork;
      const offer = await manager.findOneBy(SeatOffer, { id });
      if (offer === null || offer.personId === null) throw notFound(SEAT);
      await this.reach(viewer, offer.personId);
      requireOpen(offer);
      if (offer.visit === null)
        throw new DomainError('VISIT_NOT_DUE', '还没有到期，不用上门。', { hint: `${offer.lastDay} 前等本人答复。` });
      const tried = attempts.map((one, index): SeatAttempt => {
        const field = `attempts.${index}.on`;
        if (!isTypedDay(one.on)) throw new DomainError('VALIDATION', '请填哪天去的。', { field });
        if (one.on <= offer.lastDay || one.on > this.clock.today())
          throw new DomainError('VALIDATION', `要填 ${offer.lastDay} 以后、今天或以前的日子。`, { field });
        return { on: one.on, way: one.way };
      });
      if (!tried.some(({ way }) => way === 'VISIT'))
        throw new DomainError('VALIDATION', '要至少上门一次，才能记没找到。', { field: 'attempts.0.way' });
      // What another officer is to confirm is what the first one saw.
      const set = { visit: 'NOT_FOUND' as const, attempts: tried, visitById: viewer.id, releaseById: null };
      const guard = { id, version: offer.version, state: 'OPEN' as const };
      if (!(await guardedUpdate(manager, SeatOffer, guard, set))) throw conflict();
      await this.note(offer, { visit: 'NOT_FOUND', attempts: tried });
      return { id: offer.roundId };
    });
  }

  // ——— inside ———

  private async accept(viewer: SignedIn, offer: SeatOffer, answeredBy: AnsweredBy): Promise<void> {
    const set = { state: 'ACCEPTED' as const, ...this.answered(viewer, offer, answeredBy) };
    const guard = { id: offer.id, version: offer.version, state: 'OPEN' as const };
    if (!(await guardedUpdate(this.unitOfWork.manager, SeatOffer, guard, set))) throw conflict();
    const title = await this.titleOf(offer);
    sayHelped(this.unitOfWork, `答应去岗位「${title}」`);
    if (!viewer.onBehalfOf) await this.news.told('ACCEPTED', offer);
    await this.news.toldSide('ACCEPTED', offer);
    await this.note(offer, { state: 'ACCEPTED', answeredBy });
  }

  private async leave(
    viewer: SignedIn,
    offer: SeatOffer,
    state: 'DECLINED' | 'WITHDRAWN',
    answeredBy: AnsweredBy,
    { reason, reasonText }: Said,
  ): Promise<void> {
    if (!reason) throw new DomainError('VALIDATION', '请选不去的原因。', { field: 'reason' });
    const { manager } = this.unitOfWork;
    const today = this.clock.today();
    const isCounted = counts({
      by: 'PERSON',
      reason,
      // The office brings the person to the seat, whoever listed it.
      referred: true,
      answer: offer.answer as MatchAnswer,
      publicWelfare: true,
    });
    const secrets: SeatSecrets = { reason, ...(reasonText?.trim() ? { reasonText: reasonText.trim() } : {}) };
    const set = {
      state,
      live: null,
      ...this.answered(viewer, offer, answeredBy),
      secrets: this.crypto.seal(JSON.stringify(secrets), secretsBoundTo(offer.id)),
      countedFor: isCounted ? ('PERSON' as const) : null,
    };
    const guard = { id: offer.id, version: offer.version, state: offer.state };
    if (!(await guardedUpdate(manager, SeatOffer, guard, set))) throw conflict();
    await manager.update(RoundEntrant, { id: offer.entrantId }, { leftOn: today });
    const title = await this.titleOf(offer);
    sayHelped(this.unitOfWork, state === 'DECLINED' ? `说不去岗位「${title}」` : `退回了岗位「${title}」的名额`);
    const round = await this.roundOf(offer);
    if (isCounted) await this.refusals.look({ side: 'PERSON', personId: offer.personId as string }, round.divisionCode);
    if (!viewer.onBehalfOf) await this.news.told(state, offer);
    // Of a no they had never heard a yes.
    if (state === 'WITHDRAWN') await this.news.toldSide('WITHDRAWN', offer);
    await this.note(offer, { state, answeredBy, counted: isCounted });
  }

  private async waitNoMore(viewer: SignedIn, { id, roundId }: RoundEntrant): Promise<void> {
    const { manager } = this.unitOfWork;
    const leftOn = this.clock.today();
    if (!(await guardedUpdate(manager, RoundEntrant, { id, leftOn: IsNull() }, { leftOn }))) throw conflict();
    const round = await manager.findOneByOrFail(AllocationRound, { id: roundId });
    sayHelped(this.unitOfWork, `说「${round.title}」不再排了`);
    const { divisionCode } = round;
    noteAudit(this.unitOfWork, { target: 'round-entrant', id, divisionCode, after: { leftOn, by: viewer.id } });
  }

  private answered(viewer: SignedIn, { visit }: SeatOffer, answeredBy: AnsweredBy) {
    return {
      answeredOn: this.clock.today(),
      answeredBy,
      answeredById: viewer.id,
      // Whoever answers was reached, on whichever way.
      ...(visit === null ? {} : { visit: 'REACHED' as const, visitById: viewer.id }),
      releaseById: null,
    };
  }

  /** Whose words they are, and how they came. @throws DomainError NOT_FOUND for somebody who is not the viewer's */
  private async speaker(viewer: SignedIn, personId: string, way: Said['way']): Promise<AnsweredBy> {
    if (Policy.personFor(viewer, 'allocation.answer') === personId) return viewer.onBehalfOf ? 'HELPER' : 'SELF';
    await this.reach(viewer, personId);
    if (!way) throw new DomainError('VALIDATION', '请选本人是怎么说的。', { field: 'way' });
    return way;
  }

  private async reach(viewer: SignedIn, personId: string): Promise<void> {
    try {
      if (viewer.onBehalfOf) throw notFound(SEAT);
      await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound(SEAT);
      throw error;
    }
  }

  private async titleOf({ postId }: SeatOffer): Promise<string> {
    return (await this.posts.byIds([postId]))[0]?.title ?? '';
  }

  private async roundOf({ roundId }: SeatOffer): Promise<AllocationRound> {
    const [round] = await this.unitOfWork.manager.findBy(AllocationRound, { id: In([roundId]) });
    if (round === undefined) throw notFound(ROUND);
    return round;
  }

  private async note(offer: SeatOffer, after: object): Promise<void> {
    const { divisionCode } = await this.roundOf(offer);
    const { id, state } = offer;
    noteAudit(this.unitOfWork, { target: 'seat-offer', id, divisionCode, before: { state }, after });
  }
}

/** @throws DomainError for a seat that is not to be answered any more, by what became of it */
function requireOpen({ state }: SeatOffer): void {
  if (state === 'OPEN') return;
  if (state === 'RELEASED')
    throw new DomainError('OFFER_RELEASED', '找了几次没有找到人，这个名额已经收回，给下一位了。', {
      hint: '不算拒绝。还想去的，请联系残联。',
    });
  if (state === 'REPLACED')
    throw new DomainError('OFFER_REPLACED', '有了更想去的岗位，这个名额换掉了。', { hint: '请看新的名额。' });
  throw new DomainError('OFFER_ANSWERED', '这个名额已经答复过了。', { hint: '要改主意，请看这一轮的页面。' });
}

const conflict = (): DomainError => new DomainError('STATE_CONFLICT', '这个名额刚刚变了。', { hint: '请刷新后再看。' });
