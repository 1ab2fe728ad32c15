import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdempotencyService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock, DomainError, newId, notFound, sha256Hex } from '@tongxing/platform';
import {
  canonicalJson,
  checkStep,
  LEAST_RUNS,
  RuleRefusal,
  simulationOf,
  type SimulationFacts,
  type SimulationReport,
} from '@tongxing/rules';
import { Entrants, ROSTER_STATUSES } from './entrants.js';
import { calendarOf, postOfRound, RoundBook } from './round-book.js';
import { AllocationRound, RoundSimulation } from './round.entity.js';
import { ROUND } from './round.words.js';

/** A killed run is begun anew once; the rounds tried are the same. */
export const simulateRound = defineJob<{ simulationId: string }>({
  name: 'simulate-round',
  attempts: 2,
  deadlineMs: 20 * 60_000,
});

/** Written this often at most. */
const PROGRESS_STEP_MS = 500;
/** Of computing, before other requests have their turn. */
const SLICE_MS = 25;
const OTHERS = '其他残疾人';
/** Of a hash: enough for the simulation's own chance. */
const SEED_DIGITS = 7;

/** 模拟: a planned round tried many times by a job. The newest report counts; without one nothing is frozen. */
@Injectable()
export class RoundSimulations implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyService,
    private readonly jobs: JobService,
    private readonly entrants: Entrants,
    private readonly book: RoundBook,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      simulateRound,
      ({ simulationId }, { signal }) => this.work(simulationId, signal),
      ({ simulationId }) =>
        this.end(simulationId, 'FAILED', {
          code: 'INTERNAL',
          message: '模拟没有做完。',
          hint: '请再做一次。还不行，请报告系统管理员。',
        }),
    );
  }

  /**
   * Begins a simulation of an announced round on today's people; while one is under way, that one goes on.
   *
   * @throws DomainError NOT_FOUND; RuleRefusal ROUND_STEP_ORDER, ROUND_STEP_LATE
   */
  async begin(viewer: SignedIn, id: string, idempotencyKey: string): Promise<{ id: string }> {
    Policy.require(viewer, 'allocation.manage');
    return this.idempotency.once(viewer.id, idempotencyKey, 'simulateAllocation', { id }, async () => {
      const { manager } = this.unitOfWork;
      const round = await manager.findOneBy(AllocationRound, { id });
      if (round === null) throw notFound(ROUND);
      Policy.requireCovers(viewer, round.divisionCode, ROUND);
      this.check(round);
      if (await manager.existsBy(RoundSimulation, { roundId: id, live: 1 })) return { id };
      const simulationId = newId();
      try {
        await insertRows(manager, RoundSimulation, [
          {
            id: simulationId,
            roundId: id,
            state: 'WAITING',
            done: 0,
            total: 0,
            problem: null,
            live: 1,
            askedById: viewer.id,
            askedAt: this.clock.now(),
            finishedAt: null,
          },
        ]);
      } catch (error) {
        if (isDuplicateKey(error)) return { id };
        throw error;
      }
      await this.jobs.enqueue(simulateRound, { simulationId });
      noteAudit(this.unitOfWork, {
        target: 'allocation-round',
        id,
        divisionCode: round.divisionCode,
        before: { simulationHash: round.simulationHash },
        after: { simulation: simulationId },
      });
      return { id };
    });
  }

  /** The newest simulation of a round, also one that failed; null before the first. */
  newest(roundId: string): Promise<RoundSimulation | null> {
    return this.unitOfWork.manager.findOne(RoundSimulation, { where: { roundId }, order: { id: 'DESC' } });
  }

  /** Tries the rounds. Run twice, the second run finds it ended, or gives the same report. */
  async work(simulationId: string, signal?: AbortSignal): Promise<void> {
    const { manager } = this.unitOfWork;
    const simulation = await manager.findOneBy(RoundSimulation, { id: simulationId });
    if (simulation === null || simulation.live === null) return;
    try {
      const round = await manager.findOneByOrFail(AllocationRound, { id: simulation.roundId });
      this.check(round);
      const report = await this.reportOf(await this.factsOf(round), simulationId, signal);
      await this.keep(round.id, simulationId, canonicalJson(report));
    } catch (error) {
      // What keeps a round from being tried is told to the officer; trying again would find the same.
      if (!(error instanceof DomainError || error instanceof RuleRefusal)) throw error;
      const { code, message } = error;
      const hint = error instanceof DomainError ? (error.hint ?? null) : null;
      await this.unitOfWork.run(() => this.end(simulationId, 'FAILED', { code, message, hint }));
    }
  }

  private async reportOf(
    facts: SimulationFacts,
    simulationId: string,
    signal?: AbortSignal,
  ): Promise<SimulationReport> {
    const rounds = simulationOf(facts);
    let [told, breathed] = [0, performance.now()];
    for (;;) {
      const { done, value } = rounds.next();
      if (done) return value;
      const now = performance.now();
      if (now - breathed < SLICE_MS) continue;
      signal?.throwIfAborted();
      if (now - told >= PROGRESS_STEP_MS) {
        told = now;
        const where = { id: simulationId, live: 1 };
        const set = { state: 'RUNNING' as const, done: value.done, total: value.total };
        await this.unitOfWork.run(() => this.unitOfWork.manager.update(RoundSimulation, where, set));
      }
      await breathe();
      breathed = performance.now();
    }
  }

  private keep(roundId: string, simulationId: string, simulation: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const round = await manager.findOneByOrFail(AllocationRound, { id: roundId });
      this.check(round);
      const simulationHash = sha256Hex(simulation);
      const set = { simulation, simulationHash };
      // Frozen in this very moment: the report that was frozen with stays.
      if (!(await guardedUpdate(manager, AllocationRound, { id: roundId, state: 'ANNOUNCED' }, set)))
        throw new DomainError('STATE_CONFLICT', '名册刚被冻结，这份模拟没有用上。', { hint: '请刷新页面。' });
      await this.end(simulationId, 'DONE', null);
      noteAudit(this.unitOfWork, {
        target: 'allocation-round',
        id: roundId,
        divisionCode: round.divisionCode,
        before: { simulationHash: round.simulationHash },
        after: { simulationHash },
      });
    });
  }

  private async end(id: string, state: 'DONE' | 'FAILED', problem: RoundSimulation['problem']): Promise<void> {
    const set = { state, problem, live: null, finishedAt: this.clock.now() };
    await this.unitOfWork.manager.update(RoundSimulation, { id, live: 1 }, set);
  }

  private check(round: AllocationRound): void {
    checkStep('SIMULATE', round.state, calendarOf(round), this.clock.today());
  }

  /** The announced round on today's people, each listing what fits: nobody has chosen yet. */
  private async factsOf(round: AllocationRound): Promise<SimulationFacts> {
    const rows = await this.book.posts(round.id);
    const candidates = await this.entrants.free(round.divisionCode, round.tiers);
    const likely = await this.entrants.likelyLists(
      candidates,
      rows.map(({ postId }) => postId),
    );
    const status = rows.find(({ reserve }) => reserve !== null)?.reserve?.status ?? 'DISABLED';
    const ticketAt = (index: number): string => `S${index + 1}`;
    return {
      // Reserved shares are tried on every post; as announced, the others keep none.
      posts: rows.map((row) => ({ ...postOfRound(row), reserve: row.reserve ?? { status, seats: 0, basis: '模拟' } })),
      entrants: candidates.map(({ statuses, divisionCode }, index) => ({
        ticket: ticketAt(index),
        statuses,
        divisionCode,
      })),
      lists: likely.map((posts, index) => ({ ticket: ticketAt(index), posts })),
      reserve: { status, basis: '模拟', countedOn: this.clock.today() },
      groups: new Map(candidates.map(({ statuses }, index) => [ticketAt(index), groupOf(round, statuses)])),
      runs: LEAST_RUNS,
      seed: Number.parseInt(sha256Hex(round.id).slice(0, SEED_DIGITS), 16),
    };
  }
}

/** The first step of the round's order that somebody stands on, in words. */
const groupOf = ({ tiers }: AllocationRound, statuses: readonly string[]): string =>
  ROSTER_STATUSES[tiers.find(({ status }) => statuses.includes(status))?.status ?? ''] ?? OTHERS;
