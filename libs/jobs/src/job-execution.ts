import { Logger } from '@nestjs/common';
import { newId } from '@tongxing/platform';
import type { Job } from './job.entity.js';
import type { HandledJob, JobService } from './job.service.js';
import type { JobStore } from './job-store.js';

/** Renewals within one lease: two may be missed. */
const RENEWALS = 3;

/** Runs claimed jobs: the same for every runner. Knows what is running, so that a stop can wait for it. */
export class JobExecution {
  readonly owner = newId();
  private readonly running = new Set<Promise<void>>();
  private readonly counts = new Map<string, number>();
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly jobs: JobService,
    private readonly store: JobStore,
  ) {}

  /** How many more of this job may start in this process now. */
  free(name: string): number {
    const handled = this.jobs.handled.get(name);
    return handled ? handled.definition.concurrency - (this.counts.get(name) ?? 0) : 0;
  }

  leaseMs = (name: string): number => this.handledOf(name).definition.leaseMs;

  /** Starts a claimed job. The promise never rejects. */
  start(job: Job): Promise<void> {
    this.counts.set(job.name, (this.counts.get(job.name) ?? 0) + 1);
    const run = this.run(job).finally(() => {
      this.counts.set(job.name, (this.counts.get(job.name) ?? 1) - 1);
      this.running.delete(run);
    });
    this.running.add(run);
    return run;
  }

  /** Waits for what is running. */
  async idle(): Promise<void> {
    await Promise.all(this.running);
  }

  /** @throws Error when a job waits in the table that nobody handles */
  async requireHandlers(): Promise<void> {
    const unknown = (await this.store.waitingNames()).filter((name) => !this.jobs.handled.has(name));
    if (unknown.length > 0) throw new Error(`no handler for the waiting job "${unknown.join('", "')}"`);
  }

  private handledOf(name: string): HandledJob {
    const handled = this.jobs.handled.get(name);
    if (!handled) throw new Error(`the job "${name}" has no handler`);
    return handled;
  }

  private async run(job: Job): Promise<void> {
    const { definition, handler } = this.handledOf(job.name);
    // Taken more often than it may be tried: each worker before was killed in the middle, and would be again.
    if (job.attempts > definition.attempts) return this.fail(job, Object.assign(new Error(), { code: 'WORKER_LOST' }));
    const abort = new AbortController();
    const endRenewal = this.renewing(job, definition.leaseMs, () => abort.abort());
    let deadline: NodeJS.Timeout | undefined;
    try {
      await Promise.race([
        handler(job.payload as object, { jobId: job.id, attempt: job.attempts, signal: abort.signal }),
        new Promise((_, reject) => {
          deadline = setTimeout(
            () => reject(Object.assign(new Error('deadline'), { code: 'DEADLINE' })),
            definition.deadlineMs,
          );
        }),
      ]);
      endRenewal();
      if (!(await this.store.done(job))) this.warn(job, 'LEASE_LOST');
    } catch (error) {
      endRenewal();
      abort.abort();
      await this.fail(job, error);
    } finally {
      clearTimeout(deadline);
    }
  }

  /** Keeps the lease while a handler runs. @param lost called once the job is another worker's, or may be @returns ends it */
  private renewing(job: Job, leaseMs: number, lost: () => void): () => void {
    let heldUntil = performance.now() + leaseMs;
    let ended = false;
    const end = (): void => {
      ended = true;
      clearInterval(timer);
    };
    const stop = (): void => {
      if (ended) return;
      end();
      lost();
    };
    const renew = async (): Promise<void> => {
      const start = performance.now();
      try {
        if (await this.store.renew(job, leaseMs)) heldUntil = start + leaseMs;
        else stop();
      } catch {
        // The database is away: nobody else can take the job either, until it is back.
        if (performance.now() >= heldUntil) stop();
      }
    };
    const timer = setInterval(() => void renew(), leaseMs / RENEWALS);
    return end;
  }

  private async fail(job: Job, error: unknown): Promise<void> {
    const { definition, givenUp } = this.handledOf(job.name);
    const { code, name } = (error ?? {}) as { code?: string; name?: string };
    this.warn(job, code ?? name ?? 'Error');
    await this.store
      .failed(job, error, definition, () => givenUp?.(job.payload as object) ?? Promise.resolve())
      .catch((failure: Error) => this.warn(job, failure.name));
  }

  private warn(job: Job, error: string): void {
    this.logger.warn({ job: job.name, jobId: job.id, attempt: job.attempts, error });
  }
}
