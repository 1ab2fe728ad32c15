import { Injectable } from '@nestjs/common';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, newId } from '@tongxing/platform';
import { type CounterDeltas, imbalance, type Posting, sumCounters } from '@tongxing/rules';
import { In } from 'typeorm';
import { Envelope, Journal, JournalEntry } from './ledger.entity.js';
import { LedgerCheckService, type LedgerReport } from './ledger-check.service.js';
import { type Actor, envelopeClosed, pieces } from './state.js';

/** A posting with what it belongs to. */
export interface Booking {
  posting: Posting;
  payoutId?: string;
  /** no personal data */
  memo: string;
  /** the day the money moved; today unless stated */
  effectiveOn?: string;
}

const COUNTERS = ['allottedFen', 'pledgedFen', 'reservedFen', 'spentFen'] as const;

/** 台账: writes balanced journals by key, and moves an envelope's counters with them. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly check: LedgerCheckService,
  ) {}

  /** Counts everything again: what `verify ledger` prints. Reads only. */
  verify(): Promise<LedgerReport> {
    return this.check.verify();
  }

  /**
   * Posts what is not posted yet, in the caller's unit of work; the counters follow what was really posted.
   *
   * @param state  the envelope must be in it, where something is added to it
   * @returns keys that were new
   * @throws DomainError ENVELOPE_CLOSED when it is not
   * @throws Error when a journal does not balance or a counter would leave its bounds: our mistake, everything is undone
   */
  async post(
    envelopeId: string,
    bookings: readonly Booking[],
    actor: Actor,
    state?: Envelope['state'],
  ): Promise<Set<string>> {
    this.unitOfWork.requireOpen('posting');
    const { manager } = this.unitOfWork;
    const standing = new Set<string>();
    for (const keys of pieces(bookings.map(({ posting }) => posting.postingKey))) {
      for (const row of await manager.find(Journal, { select: { postingKey: true }, where: { postingKey: In(keys) } }))
        standing.add(row.postingKey);
    }
    const fresh = bookings.filter(({ posting }) => !standing.has(posting.postingKey));
    // The envelope before its journals: the same order everywhere, so that a hot envelope does not deadlock.
    await this.move(envelopeId, sumCounters(fresh.map(({ posting }) => posting.counters)), state);
    const now = this.clock.now();
    const today = this.clock.today();
    const entries: JournalEntry[] = [];
    const journals = fresh.map(({ posting, payoutId, memo, effectiveOn }) => {
      if (imbalance(posting.entries) !== 0) throw new Error(`the journal ${posting.postingKey} does not balance`);
      const id = newId();
      for (const { account, side, amountFen } of posting.entries) {
        const [debitFen, creditFen] = side === 'DR' ? [amountFen, 0] : [0, amountFen];
        entries.push({ id: newId(), journalId: id, envelopeId, account, debitFen, creditFen });
      }
      return {
        id,
        envelopeId,
        postingKey: posting.postingKey,
        event: posting.event,
        memo,
        payoutId: payoutId ?? null,
        amountFen: posting.entries.reduce((sum, entry) => sum + (entry.side === 'DR' ? entry.amountFen : 0), 0),
        effectiveOn: effectiveOn ?? today,
        bookedOn: today,
        actorId: actor?.id ?? null,
        bookedAt: now,
      };
    });
    await insertRows(manager, Journal, journals);
    await insertRows(manager, JournalEntry, entries);
    return new Set(journals.map((journal) => journal.postingKey));
  }

  /** Moves counters; the bounds stand in WHERE. @throws DomainError ENVELOPE_CLOSED @throws Error when they would be left */
  private async move(envelopeId: string, deltas: CounterDeltas, state?: Envelope['state']): Promise<void> {
    if (COUNTERS.every((counter) => deltas[counter] === 0)) return;
    if (await this.tryMove(envelopeId, deltas, state)) return;
    const envelope = await this.unitOfWork.manager.findOneByOrFail(Envelope, { id: envelopeId });
    if (state !== undefined && envelope.state !== state) throw envelopeClosed();
    throw new Error(`the counters of envelope ${envelopeId} would leave their bounds`);
  }

  /** @returns false when a counter would fall below zero, or the sum rise above what was allotted, or the envelope is not as `state` says */
  async tryMove(envelopeId: string, deltas: CounterDeltas, state?: Envelope['state']): Promise<boolean> {
    const query = this.unitOfWork.manager.createQueryBuilder().update(Envelope);
    const set: Partial<Record<keyof CounterDeltas, () => string>> = {};
    for (const counter of COUNTERS) if (deltas[counter] !== 0) set[counter] = () => `${counter} + :${counter}`;
    query.set(set).where('id = :envelopeId', { envelopeId });
    for (const counter of COUNTERS) query.andWhere(`${counter} + :${counter} >= 0`, { [counter]: deltas[counter] });
    query.andWhere(
      'pledgedFen + :pledgedFen + reservedFen + :reservedFen + spentFen + :spentFen <= allottedFen + :allottedFen',
    );
    if (state !== undefined) query.andWhere('state = :state', { state });
    const { affected } = await query.execute();
    return affected === 1;
  }
}
