import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock, newId } from '@tongxing/platform';
import { BATCH_MACHINE, PAYOUT_MACHINE } from '@tongxing/rules';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { type BankAnswer, BankGateway, UnknownOutcome } from './bank-gateway.js';
import { BatchService } from './batch.service.js';
import { ChainService, type SealedOrder } from './chain.service.js';
import { ClearanceService } from './clearance.service.js';
import { schemeOf } from './eligibility.service.js';
import { newInstruction } from './export.service.js';
import { BankCallback, Batch, Instruction, Payout } from './payout.entity.js';
import { SettlementService } from './settlement.service.js';
import { noteSteps, pieces, stateConflict, stepTo } from './state.js';

const MINUTE_MS = 60_000;
const LEASE_MS = 30_000;
/** When to ask the bank again about an outcome that nobody knows; then daily. */
const CHECKS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS];
const DAILY_MS = 24 * 60 * MINUTE_MS;
/** Attempts that only the bank can end. */
const UNSETTLED: ReadonlySet<string> = new Set(['INTENT', 'ACCEPTED']);
const SWEEP_ROWS = 200;
const SWEEP_MS = 2 * MINUTE_MS;

/** Sends one payout over the line to the bank, or asks what became of it. */
export const sendPayout = defineJob<{ payoutId: string }>({ name: 'send-payout', concurrency: 4, attempts: 5 });

/** Asks the bank what became of an attempt that it has spoken of. */
export const askBank = defineJob<{ instructionId: string }>({ name: 'ask-bank', concurrency: 2, attempts: 5 });

/** Looks for payouts that are due by the state of their rows; goes on as long as one is under way. At most one row a period, whoever adds it. */
export const sweepPayouts = defineJob<{ at: string }>({ name: 'sweep-payouts', concurrency: 1, attempts: 20 });

/**
 * 直连发送: claim → commit → call → settle in a second unit. Killed anywhere between, the next run asks the bank by key before it
 * sends anything, and sends again only under the same key.
 */
@Injectable()
export class SendService {
  /** names this process in leases */
  private readonly me = newId();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly gateway: BankGateway,
    private readonly batches: BatchService,
    private readonly chain: ChainService,
    private readonly clearance: ClearanceService,
    private readonly settlements: SettlementService,
    private readonly jobs: JobService,
  ) {}

  /**
   * Hands a released batch to the line, in the caller's unit of work: one job a payout.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT (not released, no line to a bank, or lines that must not be paid), BATCH_HASH_MISMATCH
   */
  async submit(viewer: SignedIn, batchId: string): Promise<Batch> {
    this.unitOfWork.requireOpen('submitting');
    if (!this.gateway.available) throw stateConflict('没有接通银行，请导出银行文件办理。');
    const { manager } = this.unitOfWork;
    const batch = await this.batches.byId(viewer, batchId);
    const to = stepTo(BATCH_MACHINE, batch.state, 'submit');
    const payouts = await this.batches.payoutsOf(batchId);
    await this.clearance.requireClear(batch, payouts);
    const { id, state, version } = batch;
    if (!(await guardedUpdate(manager, Batch, { id, state, version }, { state: to }))) throw stateConflict();
    await this.batches.note(batch, 'submit', to, viewer);
    for (const payout of payouts)
      await this.jobs.enqueue(sendPayout, { payoutId: payout.id }, { uniqueName: `send-payout ${payout.id}` });
    await this.planSweep();
    return manager.findOneByOrFail(Batch, { id });
  }

  /** Brings one payout on, from wherever it stands. Safe to run twice, at once, and after a kill. */
  async work(payoutId: string): Promise<void> {
    const payout = await this.unitOfWork.manager.findOneBy(Payout, { id: payoutId });
    if (payout === null) return;
    if (payout.state === 'QUEUED') {
      const claimed = await this.claim(payout);
      if (claimed) await this.send(claimed);
      return;
    }
    if (payout.state === 'SENDING' || payout.state === 'SENT') await this.ask(payout);
  }

  /**
   * Asks about one attempt after the bank spoke of it, also one that went by file, and settles what the bank then says. Sends nothing.
   *
   * @throws UnknownOutcome, so that the job is tried again
   */
  async hear(instructionId: string): Promise<void> {
    const instruction = await this.unitOfWork.manager.findOneBy(Instruction, { id: instructionId, live: 1 });
    if (instruction === null || !UNSETTLED.has(instruction.state) || !this.gateway.available) return;
    if (await this.isFrozen(instruction)) return;
    const answer = await this.gateway.outcomeOf(instruction.instructionKey);
    if (answer.state === 'PAID' || answer.state === 'FAILED') await this.settle(instruction, answer);
  }

  /** Puts a job for everything that is due by the state of the rows: so no lost mark or job can leave a payout lying. */
  async sweep(): Promise<number> {
    const { manager } = this.unitOfWork;
    const now = this.clock.now();
    const submitted = await manager.find(Batch, {
      select: { id: true },
      where: { state: In(['SUBMITTED', 'PARTLY_RETURNED']) },
    });
    // The next look first: a sweep that fails is not the last.
    if (submitted.length > 0) await this.unitOfWork.run(() => this.planSweep());
    let found = 0;
    for (const ids of pieces(submitted.map((batch) => batch.id))) {
      const batchId = In(ids);
      const due = await manager.find(Payout, {
        select: { id: true },
        where: [
          { batchId, state: 'QUEUED', hold: IsNull() },
          { batchId, state: In(['SENDING', 'SENT']), leaseUntil: LessThanOrEqual(now) },
        ],
        take: SWEEP_ROWS,
      });
      found += due.length;
      await this.unitOfWork.run(async () => {
        for (const { id } of due)
          await this.jobs.enqueue(sendPayout, { payoutId: id }, { uniqueName: `send-payout ${id}` });
      });
    }
    return found;
  }

  private async planSweep(): Promise<void> {
    const next = (Math.floor(this.clock.now().getTime() / SWEEP_MS) + 1) * SWEEP_MS;
    const at = new Date(next).toISOString();
    await this.jobs.enqueue(sweepPayouts, { at }, { runAt: new Date(next), uniqueName: `sweep-payouts ${at}` });
  }

  /**
   * QUEUED → SENDING with the intent, committed before the bank hears of it. Looked at once more as a file would be: a payout that must
   * not be paid since is held back with the reason instead.
   *
   * @returns null when it was held back, or somebody else was faster
   * @throws DomainError BATCH_HASH_MISMATCH; nothing has changed then
   */
  private claim(payout: Payout): Promise<Instruction | null> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const now = this.clock.now();
      const { id, version, seq, batchId } = payout;
      const where = { id, state: 'QUEUED' as const, version, hold: IsNull() };
      const batch = await manager.findOneByOrFail(Batch, { id: batchId as string });
      const hold = (await this.clearance.check(batch, [payout])).get(id);
      if (hold !== undefined) {
        await guardedUpdate(manager, Payout, where, { hold });
        return null;
      }
      const to = stepTo(PAYOUT_MACHINE, 'QUEUED', 'claim');
      const set = { state: to, seq: seq + 1, leaseOwner: this.me, leaseUntil: new Date(now.getTime() + LEASE_MS) };
      if (!(await guardedUpdate(manager, Payout, where, set))) return null;
      const row = newInstruction(payout, batch.id, now);
      await insertRows(manager, Instruction, [row]);
      const step = { machine: PAYOUT_MACHINE.name, subjectId: id, from: 'QUEUED', event: 'claim', to };
      await noteSteps(manager, [step], null, now);
      return manager.findOneByOrFail(Instruction, { id: row.id });
    });
  }

  /** Takes over what another process let lie, and asks before it sends. */
  private async ask(payout: Payout): Promise<void> {
    const now = this.clock.now();
    if (payout.leaseUntil !== null && payout.leaseUntil > now) return;
    const taken = await this.unitOfWork.run(() =>
      guardedUpdate(
        this.unitOfWork.manager,
        Payout,
        { id: payout.id, state: payout.state, version: payout.version },
        { leaseOwner: this.me, leaseUntil: new Date(now.getTime() + LEASE_MS) },
      ),
    );
    if (!taken) return;
    const instruction = await this.unitOfWork.manager.findOneBy(Instruction, { payoutId: payout.id, live: 1 });
    if (instruction === null) throw new Error(`payout ${payout.id} is under way without a live instruction`);
    if (await this.isFrozen(instruction)) return this.later(instruction, true);
    let answer: BankAnswer;
    try {
      answer = await this.gateway.outcomeOf(instruction.instructionKey);
    } catch (error) {
      await this.unknown(instruction, error);
      return;
    }
    if (answer.state !== 'NOT_FOUND') return this.settle(instruction, answer);
    const { dedupesByKey, windowMs } = this.gateway.capabilities;
    const inWindow = now.getTime() - instruction.createdAt.getTime() < windowMs;
    // Past the window, or at a bank that does not know a key again, only a person may decide.
    if (dedupesByKey && inWindow) return this.send(instruction);
    await this.unknown(instruction, new UnknownOutcome('not found'));
  }

  /** @throws DomainError BATCH_HASH_MISMATCH when a row is no longer as sealed: the bank hears nothing, and nothing has changed */
  private async send(instruction: Instruction): Promise<void> {
    const { manager } = this.unitOfWork;
    const payout = await manager.findOneByOrFail(Payout, { id: instruction.payoutId });
    const batch = await manager.findOneByOrFail(Batch, { id: instruction.batchId });
    const [order] = (await this.chain.orders(batch, [payout], [instruction])) as [SealedOrder];
    const { key, amountFen, accountName, accountNumber, schemeCode } = order;
    const purpose = schemeOf(schemeCode).name;
    let answer: BankAnswer;
    try {
      answer = await this.gateway.submit({ key, amountFen, accountName, accountNumber, purpose });
    } catch (error) {
      await this.unknown(instruction, error);
      return;
    }
    await this.settle(instruction, answer);
  }

  private async settle(instruction: Instruction, answer: BankAnswer): Promise<void> {
    await this.unitOfWork.run(async () => {
      const batch = await this.unitOfWork.manager.findOneByOrFail(Batch, { id: instruction.batchId });
      if (answer.state === 'ACCEPTED') return this.settlements.accepted(batch, instruction);
      if (answer.state === 'PAID')
        return this.settlements.settle(batch, [{ instruction, result: 'PAID' }], batch.number, null);
      if (answer.state === 'FAILED')
        return this.settlements.settle(
          batch,
          [{ instruction, result: 'FAILED', reason: answer.reason }],
          batch.number,
          null,
        );
    });
    if (answer.state === 'ACCEPTED' || answer.state === 'PROCESSING') await this.later(instruction, false);
  }

  /** The bank has spoken of another amount: a person looks, and a return file or a statement decides. */
  private isFrozen({ id }: Instruction): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(BankCallback, { instructionId: id, verdict: 'AMOUNT_MISMATCH' });
  }

  /** A lost reply is UNKNOWN, never failed; time alone changes nothing. */
  private async unknown(instruction: Instruction, error: unknown): Promise<void> {
    if (!(error instanceof UnknownOutcome)) throw error;
    await this.later(instruction, true);
  }

  private async later(instruction: Instruction, isUnknown: boolean): Promise<void> {
    const now = this.clock.now();
    const checkAt = new Date(now.getTime() + (CHECKS_MS[instruction.checks] ?? DAILY_MS));
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.update(
        Payout,
        { id: instruction.payoutId, state: In(['SENDING', 'SENT']) },
        { leaseUntil: checkAt },
      );
      await manager.update(
        Instruction,
        { id: instruction.id, state: In(['INTENT', 'ACCEPTED']) },
        {
          checkAt,
          checks: instruction.checks + 1,
          ...(isUnknown ? { unknownSince: instruction.unknownSince ?? now } : {}),
        },
      );
      const { payoutId } = instruction;
      await this.jobs.enqueue(
        sendPayout,
        { payoutId },
        { runAt: checkAt, uniqueName: `check-payout ${payoutId} ${instruction.checks + 1}` },
      );
    });
  }
}
