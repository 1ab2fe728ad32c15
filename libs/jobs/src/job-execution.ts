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
  private readonly running = new Map<string, Promise<void>>();
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
      this.running.delete(job.id);
    });
    this.running.set(job.id, run);
    return run;
  }

  /** Waits for what is running. */
  async idle(): Promise<void> {
    await Promise.all(this.running.values());
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
    const abort = new AbortController();
    const renewal = setInterval(() => {
      this.store.renew(job, definition.leaseMs).catch(() => undefined);
    }, definition.leaseMs / RENEWALS);
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
      clearInterval(renewal);
      await this.store.done(job);
    } catch (error) {
      clearInterval(renewal);
      abort.abort();
      const name = (error as Error)?.name ?? 'Error';
      this.logger.warn({
        job: job.name,
        jobId: job.id,
        attempt: job.attempts,
        error: (error as { code?: string }).code ?? name,
      });
      await this.store.failed(job, error, definition.attempts, definition.backoffMs).catch(() => undefined);
    } finally {
      clearTimeout(deadline);
    }
  }
}
