import { Injectable } from '@nestjs/common';
import { IdempotencyService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { Clock, DomainError, newId, notFound, sha256Hex } from '@tongxing/platform';
import {
  addDays,
  type AllocationPlace,
  certifyContinuation,
  continueRound,
  type IsoDate,
  isTypedDay,
} from '@tongxing/rules';
import { In, IsNull } from 'typeorm';
import { MatchService } from '../../match.service.js';
import { PlacementService } from '../../placements/placement.service.js';
import { AllocationRound, RoundEntrant } from '../round.entity.js';
import { ROUND } from '../round.words.js';
import { basisOf, newlyLeft, SeatBook, type SeatRound } from './seat-book.js';
import { SeatNews } from './seat-news.js';
import { SeatOffer, SeatPlace, SeatWave, SeatWavePost } from './seat.entity.js';
import type { BeginSeatInput, SeatDaysInput } from './seat.types.js';
import { SEAT } from './seat.words.js';

const DAYS = { replyDays: 'post.offer.replyDays', visitDays: 'post.offer.visitDays' } as const;
const MOST_DAYS = 60;

type Reply = { id: string };
type Days = Record<keyof typeof DAYS, number>;

/** The other officer's proposal came in between. */
class ProposedMeanwhile extends Error {}

/**
 * The office's side of seats after a round: offered, taken back, given on, begun. Given on and taken back by two officers: the first proposes,
 * the second, another natural person, confirms by asking for the same.
 */
@Injectable()
export class SeatDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyService,
    private readonly parameters: ParameterService,
    private readonly matches: MatchService,
    private readonly placements: PlacementService,
    private readonly book: SeatBook,
    private readonly news: SeatNews,
  ) {}

  /**
   * 发名额通知: every seat that the run gave becomes an offer with a last day. Once a round, by one officer: it decides nothing.
   *
   * @throws DomainError NOT_FOUND; ROUND_STEP_EARLY before it is published; OFFERS_SENT the second time; VALIDATION without days where no dated
   *   row gives them, or against one
   */
  async send(viewer: SignedIn, { roundId, idempotencyKey, ...days }: SeatDaysInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    return this.idempotency.once(viewer.id, idempotencyKey, 'sendSeatOffers', { id: roundId, ...days }, async () => {
      const round = await this.ownRound(viewer, roundId);
      const { replyDays, visitDays } = await this.daysOf(round, days);
      const { manager } = this.unitOfWork;
      const today = this.clock.today();
      const now = this.clock.now();
      const wave = {
        id: newId(),
        roundId,
        serial: 0,
        state: 'DONE' as const,
        replyDays,
        visitDays,
        basis: round.resultHash as string,
        onDay: today,
        lastDay: addDays(today, replyDays),
        proposedById: viewer.id,
        proposedAt: now,
        confirmedById: viewer.id,
        confirmedAt: now,
        version: 1,
      };
      try {
        await insertRows(manager, SeatWave, [wave]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new DomainError('OFFERS_SENT', '这一轮的名额通知已经发过了。', { hint: '请刷新后再看。' });
      }
      const seats = await this.book.load(round);
      const offers = await this.offer(seats, wave, seats.stand.places);
      this.note(round, { wave: 0, offers, lastDay: wave.lastDay });
      return { id: roundId };
    });
  }

  /**
   * 接着分配: seats that were given back go on, by two officers. Somebody who answers in between changes what the first one looked at; then
   * the second word is a first one.
   *
   * @throws DomainError NOT_FOUND; ROUND_STEP_EARLY before the offers; ROUND_NOTHING_FREE; DUTY_SEPARATION; VALIDATION; STATE_CONFLICT
   */
  async continue(viewer: SignedIn, { roundId, idempotencyKey, ...days }: SeatDaysInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    const request = { id: roundId, ...days };
    return this.idempotency.once(viewer.id, idempotencyKey, 'continueAllocation', request, async () => {
      const attempt = async (): Promise<void> => {
        const seats = await this.book.load(await this.ownRound(viewer, roundId));
        const last = seats.waves.at(-1);
        if (last === undefined)
          throw new DomainError('ROUND_STEP_EARLY', '名额通知还没有发。', { hint: '请先发名额通知。' });
        if (newlyLeft(seats).length === 0)
          throw new DomainError('ROUND_NOTHING_FREE', '没有人退出，没有名额要接着分。', { hint: '有人退出了再办。' });
        const given = await this.daysOf(seats.round, days);
        const basis = basisOf(seats);
        const { proposed } = seats;
        if (proposed === null) return this.propose(viewer, seats, last.serial + 1, given, basis);
        const same =
          proposed.basis === basis && proposed.replyDays === given.replyDays && proposed.visitDays === given.visitDays;
        if (!same) return this.proposeAnew(viewer, seats, proposed, given, basis);
        await this.run(viewer, seats, proposed);
      };
      try {
        await attempt();
      } catch (error) {
        if (!(error instanceof ProposedMeanwhile)) throw error;
        // Both officers pressed at once: the later word is the second one.
        await attempt();
      }
      return { id: roundId };
    });
  }

  /**
   * 收回: a seat whose holder was not found at the visit is free again, by two officers. An answer that comes in between stands.
   *
   * @throws DomainError NOT_FOUND; OFFER_ANSWERED; OFFER_VISIT_FIRST before somebody went and found nobody; DUTY_SEPARATION; STATE_CONFLICT
   */
  async release(viewer: SignedIn, id: string, idempotencyKey: string): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    return this.idempotency.once(viewer.id, idempotencyKey, 'releaseSeat', { id }, async () => {
      const { offer, round } = await this.ownOffer(viewer, id);
      if (offer.state !== 'OPEN')
        throw new DomainError('OFFER_ANSWERED', '这个名额已经有了答复，或者已经收回了。', { hint: '请刷新后再看。' });
      if (offer.visit !== 'NOT_FOUND')
        throw new DomainError('OFFER_VISIT_FIRST', '没答复不算拒绝，要先上门问过才能收回。', {
          hint: '请等上门的人记下结果。',
        });
      const { manager } = this.unitOfWork;
      const guard = { id, version: offer.version, state: 'OPEN' as const };
      if (offer.releaseById === null) {
        if (!(await guardedUpdate(manager, SeatOffer, { ...guard, releaseById: IsNull() }, { releaseById: viewer.id })))
          throw conflict();
        this.note(round, { offer: id, proposed: 'RELEASE' });
        return { id: round.id };
      }
      if (offer.releaseById === viewer.id)
        throw new DomainError('DUTY_SEPARATION', '收回是您提出的，要由另一个人确认。', { hint: '请换一位同事办理。' });
      const today = this.clock.today();
      const set = { state: 'RELEASED' as const, live: null, releasedById: viewer.id, releasedOn: today };
      if (!(await guardedUpdate(manager, SeatOffer, guard, set))) throw conflict();
      await manager.update(RoundEntrant, { id: offer.entrantId }, { leftOn: today });
      await this.news.told('RELEASED', offer);
      this.note(round, { offer: id, state: 'RELEASED' });
      return { id: round.id };
    });
  }

  /**
   * 上岗: the employer or the town has said on which day; from the first day of contracts on.
   *
   * @throws DomainError NOT_FOUND; OFFER_NOT_ACCEPTED; OFFER_BEGUN the second time; ROUND_STEP_EARLY; VALIDATION; what {@link PlacementService.begin}
   *   throws: no opening left, a public-welfare post already
   */
  async begin(viewer: SignedIn, { id, startedOn, endsOn, saidBy, idempotencyKey }: BeginSeatInput): Promise<Reply> {
    Policy.require(viewer, 'allocation.manage');
    const request = { id, startedOn, endsOn, saidBy };
    return this.idempotency.once(viewer.id, idempotencyKey, 'beginSeat', request, async () => {
      const { offer, round } = await this.ownOffer(viewer, id);
      if (offer.state === 'BEGUN')
        throw new DomainError('OFFER_BEGUN', '这个人已经登记上岗了。', { hint: '请刷新后再看。' });
      if (offer.state !== 'ACCEPTED' || offer.personId === null)
        throw new DomainError('OFFER_NOT_ACCEPTED', '本人还没有答应，不能登记上岗。', { hint: '请先等本人答复。' });
      const first = dayOf(startedOn, 'startedOn');
      if (first < round.contractsFrom)
        throw new DomainError('ROUND_STEP_EARLY', `${round.contractsFrom} 起才签合同，上岗不能更早。`, {
          field: 'startedOn',
          hint: '请填那天或以后的日子。',
        });
      const set = { state: 'BEGUN' as const };
      const guard = { id, version: offer.version, state: 'ACCEPTED' as const };
      if (!(await guardedUpdate(this.unitOfWork.manager, SeatOffer, guard, set))) throw conflict();
      await this.placements.begin({
        personId: offer.personId,
        postId: offer.postId,
        startedOn: first,
        endsOn: endsOn ? dayOf(endsOn, 'endsOn') : null,
        source: 'ROUND',
        sourceId: id,
      });
      await this.news.told('BEGUN', offer);
      await this.news.toldSide('BEGUN', offer, first);
      this.note(round, { offer: id, state: 'BEGUN', startedOn: first, saidBy });
      return { id: round.id };
    });
  }

  // ——— inside ———

  private async propose(
    viewer: SignedIn,
    { round }: SeatRound,
    serial: number,
    { replyDays, visitDays }: Days,
    basis: string,
  ): Promise<void> {
    try {
      await insertRows(this.unitOfWork.manager, SeatWave, [
        {
          id: newId(),
          roundId: round.id,
          serial,
          state: 'PROPOSED',
          replyDays,
          visitDays,
          basis,
          proposedById: viewer.id,
          proposedAt: this.clock.now(),
          version: 1,
        },
      ]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new ProposedMeanwhile();
      throw error;
    }
    this.note(round, { proposed: 'CONTINUE', wave: serial, basis });
  }

  private async proposeAnew(
    viewer: SignedIn,
    { round }: SeatRound,
    { id, version, serial }: SeatWave,
    { replyDays, visitDays }: Days,
    basis: string,
  ): Promise<void> {
    const set = { replyDays, visitDays, basis, proposedById: viewer.id, proposedAt: this.clock.now() };
    const where = { id, version, state: 'PROPOSED' as const };
    if (!(await guardedUpdate(this.unitOfWork.manager, SeatWave, where, set))) throw conflict();
    this.note(round, { proposed: 'CONTINUE', wave: serial, basis });
  }

  private async run(viewer: SignedIn, seats: SeatRound, proposed: SeatWave): Promise<void> {
    if (proposed.proposedById === viewer.id)
      throw new DomainError('DUTY_SEPARATION', '接着分配是您提出的，要由另一个人确认。', {
        hint: '请换一位同事办理。',
      });
    const { manager } = this.unitOfWork;
    const { round, prepared, stand, left, accepted, waves } = seats;
    const on = this.clock.today();
    const { serial } = proposed;
    const before = waves.at(-1)?.certificate ?? round.certificate;
    if (before === null) throw new Error('a round that ran has no certificate');
    const next = continueRound(prepared, stand, { left, accepted, on });
    const link = certifyContinuation(prepared, { stand, certificate: before }, next, { serial, on }, sha256Hex);
    const { posts, ...certificate } = link;
    const lastDay = addDays(on, proposed.replyDays);
    const set = {
      state: 'DONE' as const,
      onDay: on,
      lastDay,
      certificate: certificate as object,
      confirmedById: viewer.id,
      confirmedAt: this.clock.now(),
    };
    const guard = { id: proposed.id, version: proposed.version, state: 'PROPOSED' as const };
    if (!(await guardedUpdate(manager, SeatWave, guard, set))) throw conflict();
    await insertRows(
      manager,
      SeatWavePost,
      posts.map(({ post, ...outcome }) => ({ id: newId(), waveId: proposed.id, postId: post, outcome })),
    );
    const [gone, kept, stayed] = [new Set(next.stand.left), new Set(next.stand.held), new Set(next.stand.stayed)];
    await insertRows(
      manager,
      SeatPlace,
      next.stand.places.map(({ ticket, post, kind, choice }, person) => ({
        id: newId(),
        waveId: proposed.id,
        entrantId: (seats.entrants[person] as RoundEntrant).id,
        part: gone.has(ticket) ? 'LEFT' : stayed.has(ticket) ? 'STAYED' : kept.has(ticket) ? 'HELD' : 'WAITS',
        postId: post,
        kind,
        choice,
      })),
    );
    const was = new Map(stand.places.map((place) => [place.ticket, place.post]));
    const moved = next.stand.places.filter(({ ticket, post }) => post !== null && was.get(ticket) !== post);
    await this.replace(seats, moved);
    const offers = await this.offer(seats, { id: proposed.id, lastDay, visitDays: proposed.visitDays }, moved);
    this.note(round, { wave: serial, certificate: link.hash, offers, lastDay });
  }

  /** Who moves up gives back what he was offered; an answer that came in between stops it all. */
  private async replace({ entrants, offers }: SeatRound, moved: readonly AllocationPlace[]): Promise<void> {
    const tickets = new Set(moved.map(({ ticket }) => ticket));
    const ids = new Set(entrants.filter(({ ticket }) => tickets.has(ticket)).map(({ id }) => id));
    for (const { id, version } of offers.filter(({ entrantId, live }) => live === 1 && ids.has(entrantId))) {
      const guard = { id, version, state: 'OPEN' as const };
      const set = { state: 'REPLACED' as const, live: null };
      if (!(await guardedUpdate(this.unitOfWork.manager, SeatOffer, guard, set))) throw conflict();
    }
  }

  /** @returns how many seats were offered; who has erased his data is out */
  private async offer(
    { round, entrants }: SeatRound,
    wave: Pick<SeatWave, 'id' | 'visitDays'> & { lastDay: IsoDate },
    places: readonly AllocationPlace[],
  ): Promise<number> {
    const { manager } = this.unitOfWork;
    const byTicket = new Map(entrants.map((entrant) => [entrant.ticket, entrant]));
    const given = places.flatMap(({ ticket, post }) => {
      const entrant = byTicket.get(ticket) as RoundEntrant;
      return post === null ? [] : [{ entrant, postId: post }];
    });
    const lost = given.filter(({ entrant }) => entrant.personId === null).map(({ entrant }) => entrant.id);
    if (lost.length > 0) await manager.update(RoundEntrant, { id: In(lost) }, { leftOn: this.clock.today() });
    const rows: (Partial<SeatOffer> & Pick<SeatOffer, 'personId' | 'postId' | 'lastDay'>)[] = [];
    for (const { entrant, postId } of given) {
      const { personId } = entrant;
      if (personId === null) continue;
      const answer = (await this.matches.answersFor(personId, [postId])).get(postId) ?? 'UNKNOWN';
      rows.push({
        id: newId(),
        roundId: round.id,
        waveId: wave.id,
        entrantId: entrant.id,
        personId,
        divisionCode: entrant.divisionCode,
        postId,
        answer,
        state: 'OPEN',
        live: 1,
        lastDay: wave.lastDay,
        visitDays: wave.visitDays,
        version: 1,
      });
    }
    await insertRows(manager, SeatOffer, rows);
    await this.news.offered(rows);
    return rows.length;
  }

  /** Days from the dated rows of the place; where there is none, as the officer states them. */
  private async daysOf(round: AllocationRound, given: Partial<Record<keyof Days, number | null>>): Promise<Days> {
    const law = await this.parameters.lawOf(round.divisionCode);
    const today = this.clock.today();
    const one = (field: keyof Days): number => {
      const row = law.find(DAYS[field], today)?.row;
      const typed = given[field] ?? null;
      if (row !== undefined) {
        const days = Number(row.value);
        if (typed === null || typed === days) return days;
        throw new DomainError('VALIDATION', `按「${row.source}」是 ${days} 天，不能另填。`, {
          field,
          hint: '请空着，或填一样的天数。',
        });
      }
      if (typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= MOST_DAYS) return typed;
      const what = field === 'replyDays' ? '请填几天内答复' : '请填到期没答复的，几天内上门';
      throw new DomainError('VALIDATION', `${what}，1 到 ${MOST_DAYS} 天。`, { field });
    };
    return { replyDays: one('replyDays'), visitDays: one('visitDays') };
  }

  private async ownRound(viewer: SignedIn, id: string): Promise<AllocationRound> {
    const round = await this.unitOfWork.manager.findOneBy(AllocationRound, { id });
    if (round === null) throw notFound(ROUND);
    Policy.requireCovers(viewer, round.divisionCode, ROUND);
    if (round.state !== 'PUBLISHED')
      throw new DomainError('ROUND_STEP_EARLY', '这一轮还没有公布结果。', { hint: '公布以后再办。' });
    return round;
  }

  private async ownOffer(viewer: SignedIn, id: string): Promise<{ offer: SeatOffer; round: AllocationRound }> {
    const offer = await this.unitOfWork.manager.findOneBy(SeatOffer, { id });
    const round =
      offer === null ? null : await this.unitOfWork.manager.findOneBy(AllocationRound, { id: offer.roundId });
    if (offer === null || round === null || !Policy.covers(viewer, round.divisionCode)) throw notFound(SEAT);
    return { offer, round };
  }

  private note({ id, divisionCode }: AllocationRound, after: object): void {
    noteAudit(this.unitOfWork, { target: 'allocation-round', id, divisionCode, after });
  }
}

const conflict = (): DomainError =>
  new DomainError('STATE_CONFLICT', '刚有人答复，或者别人刚办过。', { hint: '请刷新后再看。' });

function dayOf(text: string, field: string): IsoDate {
  if (!isTypedDay(text)) throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field });
  return text;
}
