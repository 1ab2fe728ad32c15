import { Inject, Injectable } from '@nestjs/common';
import { insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, newId } from '@tongxing/platform';
import type { JobDefinition, JobGivenUp, JobHandler } from './definition.js';
import { Job } from './job.entity.js';

/** BullMQ data and rows alike: ids only, so a kilobyte is plenty. */
const MAX_PAYLOAD_BYTES = 1024;

/** A kind of job together with the one function that does it. */
export interface HandledJob {
  definition: JobDefinition<object>;
  handler: JobHandler<object>;
  givenUp?: JobGivenUp<object>;
}

const HOUR_MS = 60 * 60_000;

/** When a repeated job comes. */
export interface Rhythm {
  everyMs: number;
  /** from full periods of UTC */
  offsetMs?: number;
}
export const HOURLY: Rhythm = { everyMs: HOUR_MS };
/** At two in the morning in China, when nobody works. */
export const NIGHTLY: Rhythm = { everyMs: 24 * HOUR_MS, offsetMs: 18 * HOUR_MS };

/** Where features hand in work and say who does it. */
@Injectable()
export class JobService {
  readonly handled = new Map<string, HandledJob>();
  private readonly repeated = new Map<JobDefinition<object>, Rhythm>();
  private readonly wakers = new Set<() => void>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Error when the job already has a handler: our mistake, and it stops the start */
  handle<Payload extends object>(
    definition: JobDefinition<Payload>,
    handler: JobHandler<Payload>,
    givenUp?: JobGivenUp<Payload>,
  ): void {
    if (this.handled.has(definition.name)) throw new Error(`the job "${definition.name}" has two handlers`);
    this.handled.set(definition.name, {
      definition,
      handler: handler as JobHandler<object>,
      ...(givenUp === undefined ? {} : { givenUp: givenUp as JobGivenUp<object> }),
    });
  }

  /**
   * A job that comes again at every full period of the clock, once for all processes together.
   *
   * @throws Error when the job already has a handler
   */
  repeat(definition: JobDefinition<object>, rhythm: Rhythm, handler: JobHandler<object>): void {
    this.repeated.set(definition, rhythm);
    this.handle(definition, async (payload, context) => {
      // First, so that a run that fails for good still has a follower.
      await this.plant(definition, rhythm);
      await handler(payload, context);
    });
  }

  /** Puts the next run of every repeated job into the table; the runner calls it at its start. */
  async plantRepeated(): Promise<void> {
    for (const [definition, rhythm] of this.repeated) await this.plant(definition, rhythm);
  }

  /**
   * Adds a job to the current unit of work: it runs after the commit, never after a rollback.
   *
   * @param options.runAt      not before this instant
   * @param options.uniqueName while an unfinished job has this name, no second one is added
   * @returns the job's id, or that of the unfinished one with the same name
   * @throws Error outside a unit of work, for a job without handler, or for a payload over 1 KB
   */
  async enqueue<Payload extends object>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options: { runAt?: Date; uniqueName?: string } = {},
  ): Promise<string> {
    this.requireFit(definition, [payload]);
    const { manager } = this.unitOfWork;
    if (options.uniqueName) {
      const standing = await manager.findOneBy(Job, { uniqueName: options.uniqueName });
      if (standing) return standing.id;
    }
    const row = this.rowOf(definition, payload, options);
    await manager.insert(Job, row);
    this.unitOfWork.afterCommit(() => this.wake());
    return row.id;
  }

  /**
   * Adds many jobs of one kind in the caller's unit of work, a statement for hundreds of them.
   *
   * @param options.runAt not before this instant
   * @throws Error as {@link enqueue}
   */
  async enqueueAll<Payload extends object>(
    definition: JobDefinition<Payload>,
    payloads: readonly Payload[],
    options: { runAt?: Date } = {},
  ): Promise<void> {
    this.requireFit(definition, payloads);
    const rows = payloads.map((payload) => this.rowOf(definition, payload, options));
    await insertRows(this.unitOfWork.manager, Job, rows);
    this.unitOfWork.afterCommit(() => this.wake());
  }

  /** Calls back whenever a job of this process was committed. @returns stops it */
  onWake(waker: () => void): () => void {
    this.wakers.add(waker);
    return () => this.wakers.delete(waker);
  }

  private requireFit(definition: JobDefinition<object>, payloads: readonly object[]): void {
    this.unitOfWork.requireOpen('enqueue');
    if (!this.handled.has(definition.name)) throw new Error(`the job "${definition.name}" has no handler`);
    if (payloads.some((payload) => Buffer.byteLength(JSON.stringify(payload)) > MAX_PAYLOAD_BYTES)) {
      throw new Error(`the payload of "${definition.name}" is over ${MAX_PAYLOAD_BYTES} bytes: pass ids only`);
    }
  }

  private rowOf(
    definition: JobDefinition<object>,
    payload: object,
    { runAt, uniqueName }: { runAt?: Date; uniqueName?: string },
  ) {
    const now = this.clock.now();
    return {
      id: newId(),
      name: definition.name,
      payload,
      state: 'WAITING' as const,
      runAt: runAt ?? now,
      attempts: 0,
      uniqueName: uniqueName ?? null,
      leaseOwner: null,
      leaseUntil: null,
      lastError: null,
      createdAt: now,
      finishedAt: null,
    };
  }

  private async plant(definition: JobDefinition<object>, { everyMs, offsetMs = 0 }: Rhythm): Promise<void> {
    const next = Math.floor((this.clock.now().getTime() - offsetMs) / everyMs) + 1;
    const options = { runAt: new Date(next * everyMs + offsetMs), uniqueName: `${definition.name}|${next}` };
    try {
      await this.unitOfWork.run(() => this.enqueue(definition, {}, options));
    } catch (error) {
      // Another process planted the same run at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  private wake(): void {
    for (const waker of this.wakers) waker();
  }
}
