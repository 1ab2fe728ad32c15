import { Logger } from '@nestjs/common';
import { JobExecution } from './job-execution.js';
import { JobRunner } from './job-runner.js';
import type { JobService } from './job.service.js';
import type { JobStore } from './job-store.js';

const POLL_MS = 500;
/** Jobs claimed in one unit of work: batches are many times faster than single claims. */
const BATCH = 20;

/** Polls the job table; woken at once by jobs that this process commits. */
export class DatabaseJobRunner extends JobRunner {
  private readonly execution: JobExecution;
  private readonly logger = new Logger('DatabaseJobRunner');
  private stopping = false;
  private loop: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly jobs: JobService,
    private readonly store: JobStore,
    private readonly pollMs = POLL_MS,
  ) {
    super();
    this.execution = new JobExecution(jobs, store);
  }

  async start(): Promise<void> {
    await this.execution.requireHandlers();
    this.stopping = false;
    this.unsubscribe = this.jobs.onWake(() => this.wake());
    this.loop = this.poll();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.unsubscribe();
    this.wake();
    await this.loop;
    this.loop = undefined;
    await this.execution.idle();
  }

  isAlive(): boolean {
    return this.loop !== undefined && !this.stopping;
  }

  private async poll(): Promise<void> {
    while (!this.stopping) {
      // Listen before looking, or a job committed in between would wait for the next poll.
      const woken = this.sleep();
      const started = await this.startDue().catch((error: Error) => {
        this.logger.warn({ error: error.name });
        return 0;
      });
      if (started < BATCH && !this.stopping) await woken;
    }
  }

  private async startDue(): Promise<number> {
    const names = [...this.jobs.handled.keys()].filter((name) => this.execution.free(name) > 0);
    const due = await this.store.due(names, BATCH * 2);
    const room = new Map(names.map((name) => [name, this.execution.free(name)]));
    const wanted = due
      .filter(({ name }) => {
        const left = room.get(name) ?? 0;
        room.set(name, left - 1);
        return left > 0;
      })
      .slice(0, BATCH);
    if (wanted.length === 0) return 0;
    const claimed = await this.store.claim(
      wanted.map((job) => job.id),
      this.execution.owner,
      this.execution.leaseMs,
    );
    // A finished job makes room: look again at once rather than at the next poll.
    for (const job of claimed) void this.execution.start(job).then(() => this.wake());
    return claimed.length;
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
