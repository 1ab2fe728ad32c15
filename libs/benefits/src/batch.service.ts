import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { PeopleService } from '@tongxing/people';
import {
  chinaDay,
  Clock,
  CryptoProvider,
  cursorOf,
  newId,
  notFound,
  type PageArgs,
  readCursor,
} from '@tongxing/platform';
import { BATCH_MACHINE, PAYOUT_MACHINE, type PayoutEvent, type PayoutState } from '@tongxing/rules';
import { In, IsNull, Like } from 'typeorm';
import { Approval } from './application.entity.js';
import { digestsOf } from './chain.js';
import { ChainService } from './chain.service.js';
import { ClearanceService } from './clearance.service.js';
import { approvalsOf, dutySeparation, requireNotOwn } from './duty.js';
import { EnvelopeService } from './envelope.service.js';
import { Batch, BatchLine, Payout } from './payout.entity.js';
import { type Actor, noteSteps, pieces, stateConflict, stepTo } from './state.js';

/** Lines of one batch: what a bank's page takes at once. */
const MAX_LINES = 5_000;
const MACHINE = BATCH_MACHINE.name;

/** 批次: sealed by finance, released by another person who touched none of its items. */
@Injectable()
export class BatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly people: PeopleService,
    private readonly envelopes: EnvelopeService,
    private readonly chain: ChainService,
    private readonly clearance: ClearanceService,
  ) {}

  /**
   * Puts everything that is ready in an envelope into one batch and seals it, in the caller's unit of work. Who must
   * not be paid any more is held back with the reason and stays out.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT when nothing is ready; SELF_APPROVAL when a line is of the viewer's household;
   * BATCH_HASH_MISMATCH when a row is not as it was approved and shown
   */
  async seal(viewer: SignedIn, envelopeId: string): Promise<Batch> {
    this.unitOfWork.requireOpen('sealing');
    const { manager } = this.unitOfWork;
    const envelope = await this.envelopes.byId(viewer, envelopeId);
    const ready = await manager.find(Payout, {
      where: { envelopeId, state: 'READY', hold: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: MAX_LINES,
    });
    await this.chain.requireUnbroken(ready);
    const payouts = await this.payable(ready);
    if (payouts.length === 0) {
      const all = ready.length > 0 ? `等着发的 ${ready.length} 笔都不能付，已写明原因，没有封批。` : undefined;
      throw stateConflict(all ?? '这项资金现在没有可以封批的发放。');
    }
    await requireNotOwn(
      this.people,
      viewer,
      payouts.map((payout) => payout.personId),
    );
    const id = newId();
    const salt = randomBytes(16).toString('hex');
    const { byPayout, listHash, totalFen } = digestsOf(this.crypto, salt, payouts);
    const now = this.clock.now();
    await insertRows(manager, Batch, [
      {
        id,
        number: `B${envelope.divisionCode.slice(0, 6)}-${chinaDay(now).replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`,
        envelopeId,
        divisionCode: envelope.divisionCode,
        state: stepTo(BATCH_MACHINE, 'OPEN', 'seal'),
        lineCount: payouts.length,
        totalFen,
        listHash,
        salt: this.crypto.seal(salt, `batch|salt|${id}`),
        sealedById: viewer.id,
        releasedById: null,
        createdAt: now,
        releasedAt: null,
      },
    ]);
    for (const ids of pieces(payouts.map((payout) => payout.id))) {
      const where = { id: In(ids), state: 'READY' as const, hold: IsNull() };
      const { affected } = await manager.update(Payout, where, { state: 'BATCHED', batchId: id });
      if (affected !== ids.length) throw stateConflict('有一笔发放刚被他人处理。');
    }
    const lines = payouts.map((payout, index) => ({
      id: newId(),
      batchId: id,
      payoutId: payout.id,
      line: index + 1,
      amountFen: payout.amountFen,
      rowDigest: byPayout.get(payout.id) as string,
      live: 1 as const,
    }));
    await insertRows(manager, BatchLine, lines);
    await this.notePayouts(payouts, 'batch', viewer);
    const sealed = { machine: MACHINE, subjectId: id, from: 'OPEN', event: 'seal', to: 'SEALED' };
    await noteSteps(manager, [sealed], viewer, now);
    return manager.findOneByOrFail(Batch, { id });
  }

  /**
   * 放款, in the caller's unit of work.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT, DUTY_SEPARATION (sealed it, or decided one of its items), SELF_APPROVAL, BATCH_HASH_MISMATCH
   */
  async release(viewer: SignedIn, id: string): Promise<Batch> {
    this.unitOfWork.requireOpen('a release');
    const { manager } = this.unitOfWork;
    const batch = await this.byId(viewer, id);
    const to = stepTo(BATCH_MACHINE, batch.state, 'release');
    if (batch.sealedById === viewer.id) throw dutySeparation('这一批是您封的');
    const payouts = await this.payoutsOf(id);
    await requireNotOwn(
      this.people,
      viewer,
      payouts.map((payout) => payout.personId),
    );
    await this.requireTouchedNone(viewer, payouts);
    await this.chain.requireSealed(batch, payouts);
    const { version, state } = batch;
    const released = { state: to, releasedById: viewer.id, releasedAt: this.clock.now() };
    if (!(await guardedUpdate(manager, Batch, { id, state, version }, released))) throw stateConflict();
    await this.movePayouts(batch, 'BATCHED', 'release', viewer);
    await this.note(batch, 'release', to, viewer);
    return manager.findOneByOrFail(Batch, { id });
  }

  /** All payouts of a batch by one UPDATE; as many rows as it has lines, or nothing. */
  async movePayouts(batch: Batch, from: PayoutState, event: PayoutEvent, actor: Actor): Promise<void> {
    const { manager } = this.unitOfWork;
    const to = stepTo(PAYOUT_MACHINE, from, event);
    const payouts = await this.payoutsOf(batch.id);
    const where = { batchId: batch.id, state: from, hold: IsNull() };
    const set = event === 'claim' ? { state: to, seq: () => 'seq + 1' } : { state: to };
    const { affected } = await manager.update(Payout, where, set);
    if (affected !== batch.lineCount) throw stateConflict('批次里有一笔被暂停或刚被处理。');
    await this.notePayouts(payouts, event, actor);
  }

  /** @throws DomainError NOT_FOUND, also for another region's */
  async byId(viewer: SignedIn, id: string): Promise<Batch> {
    const batch = await this.unitOfWork.manager.findOneBy(Batch, { id });
    if (batch === null || !Policy.covers(viewer, batch.divisionCode)) throw notFound('这个批次');
    return batch;
  }

  /** Its payouts in the order of their lines. */
  async payoutsOf(batchId: string): Promise<Payout[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(Payout, 'payout')
      .innerJoin(BatchLine, 'line', 'line.payoutId = payout.id AND line.batchId = :batchId', { batchId })
      .orderBy('line.line')
      .getMany();
  }

  /** Batches of the viewer's region, newest first; one more than asked for. */
  async page(viewer: SignedIn, { first, after }: PageArgs): Promise<{ rows: Batch[]; totalCount: number }> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Batch, 'batch')
      .where({ divisionCode: Like(`${Policy.divisionScope(viewer)}%`) })
      .orderBy('batch.id', 'DESC')
      .limit(first + 1);
    const totalCount = await query.clone().getCount();
    if (after) query.andWhere('batch.id < :id', { id: readCursor(after, 1)[0] });
    return { rows: await query.getMany(), totalCount };
  }

  /** Payouts of the viewer's region, newest first; one more than asked for. */
  async payouts(
    viewer: SignedIn,
    state: PayoutState | undefined,
    { first, after }: PageArgs,
  ): Promise<{ rows: Payout[]; totalCount: number }> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Payout, 'payout')
      .where({ divisionCode: Like(`${Policy.divisionScope(viewer)}%`), ...(state === undefined ? {} : { state }) })
      .orderBy('payout.id', 'DESC')
      .limit(first + 1);
    const totalCount = await query.clone().getCount();
    if (after) query.andWhere('payout.id < :id', { id: readCursor(after, 1)[0] });
    return { rows: await query.getMany(), totalCount };
  }

  /** Cursor of both lists. */
  cursorFor(row: { id: string }): string {
    return cursorOf(row.id);
  }

  /** A step of a batch, for the history. */
  async note(batch: Batch, event: string, to: string, actor: Actor): Promise<void> {
    const step = { machine: MACHINE, subjectId: batch.id, from: batch.state, event, to };
    await noteSteps(this.unitOfWork.manager, [step], actor, this.clock.now());
  }

  private async notePayouts(payouts: readonly Payout[], event: PayoutEvent, actor: Actor): Promise<void> {
    const steps = payouts.map((payout) => {
      const from = PAYOUT_MACHINE.steps.find((step) => step.event === event)?.from[0] as PayoutState;
      return {
        machine: PAYOUT_MACHINE.name,
        subjectId: payout.id,
        from,
        event,
        to: stepTo(PAYOUT_MACHINE, from, event),
      };
    });
    await noteSteps(this.unitOfWork.manager, steps, actor, this.clock.now());
  }

  /** Those that may be paid; the others are held back with the reason. */
  private async payable(payouts: readonly Payout[]): Promise<Payout[]> {
    const obstacles = await this.clearance.obstacles(payouts);
    for (const [id, hold] of obstacles)
      await guardedUpdate(this.unitOfWork.manager, Payout, { id, state: 'READY' }, { hold });
    return payouts.filter((payout) => !obstacles.has(payout.id));
  }

  private async requireTouchedNone(viewer: SignedIn, payouts: readonly Payout[]): Promise<void> {
    for (const part of pieces(payouts)) {
      const theirs = approvalsOf(viewer, { applicationId: In(part.map((payout) => payout.applicationId)) });
      const touched = await this.unitOfWork.manager.findOneBy(Approval, theirs);
      if (touched !== null) throw dutySeparation('这一批里有您审过的申请');
    }
  }
}
