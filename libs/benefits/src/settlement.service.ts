import { Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { Clock } from '@tongxing/platform';
import { BATCH_MACHINE, INSTRUCTION_MACHINE, PAYOUT_MACHINE, postFail, postPaid, postSend } from '@tongxing/rules';
import { In } from 'typeorm';
import { BenefitNews } from './benefit-news.js';
import { Batch, BatchLine, Instruction, Payout } from './payout.entity.js';
import { Journal } from './ledger.entity.js';
import { type Booking, LedgerService } from './ledger.service.js';
import { type Actor, noteSteps, pieces, stateConflict, stepTo } from './state.js';

/** What the bank says of one attempt. */
export interface Outcome {
  instruction: Instruction;
  result: 'PAID' | 'FAILED';
  /** mapped code of a failure */
  reason?: string | null;
}

/** 结算: turns the bank's answers into states and postings. The only place that says PAID. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
    private readonly news: BenefitNews,
  ) {}

  /**
   * Settles attempts of one batch, in the caller's unit of work: all or none.
   *
   * @throws DomainError STATE_CONFLICT when one of them was settled in the meantime
   */
  async settle(batch: Batch, outcomes: readonly Outcome[], memo: string, actor: Actor): Promise<void> {
    this.unitOfWork.requireOpen('a settlement');
    const paid = outcomes.filter((one) => one.result === 'PAID');
    const failed = outcomes.filter((one) => one.result === 'FAILED');
    // Takes the batch's row first, so that two settlements of one batch count what is left one after the other.
    await this.unitOfWork.manager.increment(Batch, { id: batch.id }, 'version', 1);
    await this.movePaid(paid, actor);
    await this.moveFailed(failed, actor);
    await this.moveInstructions(outcomes);
    const sent = await this.sentBefore(failed);
    const bookings: Booking[] = [
      ...paid.flatMap(({ instruction }) =>
        postPaid(instruction.id, instruction.amountFen).map((posting) => ({
          posting,
          payoutId: instruction.payoutId,
          memo,
        })),
      ),
      ...failed
        .filter(({ instruction }) => sent.has(instruction.id))
        .map(({ instruction }) => ({
          posting: postFail(instruction.id, instruction.amountFen),
          payoutId: instruction.payoutId,
          memo,
        })),
    ];
    await this.ledger.post(batch.envelopeId, bookings, actor);
    await this.moveBatch(batch, actor);
    await this.tell(outcomes);
  }

  /** The bank has taken an attempt; money is under way. In the caller's unit of work; a second call does nothing. */
  async accepted(batch: Batch, instruction: Instruction): Promise<void> {
    const { manager } = this.unitOfWork;
    const { id, payoutId, seq, amountFen } = instruction;
    const moved = await guardedUpdate(manager, Payout, { id: payoutId, state: 'SENDING', seq }, { state: 'SENT' });
    if (!moved) return;
    const set = { state: 'ACCEPTED' as const, unknownSince: null };
    if (!(await guardedUpdate(manager, Instruction, { id, state: 'INTENT', live: 1 }, set))) throw stateConflict();
    await this.ledger.post(
      batch.envelopeId,
      [{ posting: postSend(id, amountFen), payoutId, memo: batch.number }],
      null,
    );
    const now = this.clock.now();
    await noteSteps(
      manager,
      [
        { machine: PAYOUT_MACHINE.name, subjectId: payoutId, from: 'SENDING', event: 'accepted', to: 'SENT' },
        { machine: INSTRUCTION_MACHINE.name, subjectId: id, from: 'INTENT', event: 'accepted', to: 'ACCEPTED' },
      ],
      null,
      now,
    );
  }

  private async tell(outcomes: readonly Outcome[]): Promise<void> {
    for (const part of pieces(outcomes)) {
      const results = new Map(part.map(({ instruction, result }) => [instruction.payoutId, result]));
      const payouts = await this.unitOfWork.manager.findBy(Payout, { id: In([...results.keys()]) });
      await this.news.paid(payouts.filter(({ id }) => results.get(id) === 'PAID'));
      await this.news.failed(payouts.filter(({ id }) => results.get(id) === 'FAILED'));
    }
  }

  private async movePaid(outcomes: readonly Outcome[], actor: Actor): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const part of pieces(outcomes)) {
      const ids = part.map(({ instruction }) => instruction.payoutId);
      const before = await this.statesOf(ids);
      const where = { id: In(ids), state: In(['SENDING', 'SENT']) };
      const { affected } = await manager.update(Payout, where, {
        state: 'PAID',
        paidOn: this.clock.today(),
        failure: null,
        leaseOwner: null,
        leaseUntil: null,
      });
      if (affected !== ids.length) throw stateConflict('有一笔的结果刚刚记过。');
      await this.note(ids, before, 'paid', 'PAID', actor);
    }
  }

  private async moveFailed(outcomes: readonly Outcome[], actor: Actor): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const { instruction, reason } of outcomes) {
      const before = await this.statesOf([instruction.payoutId]);
      const where = { id: instruction.payoutId, state: In(['SENDING', 'SENT']), seq: instruction.seq };
      const set = { state: 'FAILED' as const, failure: reason ?? 'UNSPECIFIED', leaseOwner: null, leaseUntil: null };
      if (!(await guardedUpdate(manager, Payout, where, set))) throw stateConflict('有一笔的结果刚刚记过。');
      // Its place in a batch is free again: a later attempt goes in a new, linked one.
      await manager.update(BatchLine, { payoutId: instruction.payoutId, live: 1 }, { live: null });
      await this.note([instruction.payoutId], before, 'failed', 'FAILED', actor);
    }
  }

  private async moveInstructions(outcomes: readonly Outcome[]): Promise<void> {
    const { manager } = this.unitOfWork;
    const settled = { unknownSince: null, checkAt: null, settledAt: this.clock.now() };
    for (const result of ['PAID', 'FAILED'] as const) {
      for (const part of pieces(outcomes.filter((one) => one.result === result))) {
        const where = { id: In(part.map((one) => one.instruction.id)), state: In(['INTENT', 'ACCEPTED']), live: 1 };
        const { affected } = await manager.update(Instruction, where as object, {
          ...settled,
          state: result,
          ...(result === 'FAILED' ? { live: null } : {}),
        });
        if (affected !== part.length) throw stateConflict('有一笔的结果刚刚记过。');
        for (const { instruction, reason } of part)
          if (reason) await manager.update(Instruction, { id: instruction.id }, { failure: reason });
      }
    }
  }

  /** Which failed attempts had been posted as under way. */
  private async sentBefore(failed: readonly Outcome[]): Promise<Set<string>> {
    const sent = new Set<string>();
    for (const part of pieces(failed)) {
      const keys = part.map(({ instruction }) => `send:${instruction.id}`);
      const rows = await this.unitOfWork.manager.find(Journal, {
        select: { postingKey: true },
        where: { postingKey: In(keys) },
      });
      for (const row of rows) sent.add(row.postingKey.slice('send:'.length));
    }
    return sent;
  }

  private async moveBatch(batch: Batch, actor: Actor): Promise<void> {
    const { manager } = this.unitOfWork;
    const open = await manager.countBy(Payout, { batchId: batch.id, state: In(['QUEUED', 'SENDING', 'SENT']) });
    const fresh = await manager.findOneByOrFail(Batch, { id: batch.id });
    const event = open === 0 ? 'returnedAll' : 'returnedPart';
    const to = stepTo(BATCH_MACHINE, fresh.state, event);
    const { id, state, version } = fresh;
    if (!(await guardedUpdate(manager, Batch, { id, state, version }, { state: to }))) throw stateConflict();
    const step = { machine: BATCH_MACHINE.name, subjectId: id, from: state, event, to };
    await noteSteps(manager, [step], actor, this.clock.now());
  }

  private async statesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.manager.find(Payout, {
      select: { id: true, state: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map((row) => [row.id, row.state]));
  }

  private note(
    ids: readonly string[],
    before: ReadonlyMap<string, string>,
    event: string,
    to: string,
    actor: Actor,
  ): Promise<void> {
    const steps = ids.map((id) => ({
      machine: PAYOUT_MACHINE.name,
      subjectId: id,
      from: before.get(id) ?? null,
      event,
      to,
    }));
    return noteSteps(this.unitOfWork.manager, steps, actor, this.clock.now());
  }
}
