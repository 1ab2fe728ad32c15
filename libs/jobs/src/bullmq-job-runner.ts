import { Logger } from '@nestjs/common';
import { StartError } from '@tongxing/platform';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { JobExecution } from './job-execution.js';
import { JobRunner } from './job-runner.js';
import type { JobService } from './job.service.js';
import type { DueJob, JobStore } from './job-store.js';

const RELAY_MS = 500;
const RELAY_PAGE = 200;
/** Pages relayed at one look; the next look goes on behind them, and begins again after the last. */
const PAGES_A_LOOK = 5;
const LOCK_MS = 60_000;

/**
 * Relays due rows to Redis and runs what comes back. Redis only spares polling by many workers and spreads the work:
 * whether a job runs is decided by the guarded claim of its row, so Redis may be wiped at any moment.
 */
export class BullMqJobRunner extends JobRunner {
  private readonly execution: JobExecution;
  private readonly logger = new Logger('BullMqJobRunner');
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private producer: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;
  private relaying: Promise<void> = Promise.resolve();
  private lookWaits = false;
  private unsubscribe: () => void = () => undefined;
  /** where the last look ended, while due rows lie behind it */
  private relayedTo: DueJob | undefined;
  private stopping = false;

  constructor(
    private readonly jobs: JobService,
    private readonly store: JobStore,
    private readonly redisUrl: string,
    private readonly prefix = 'tongxing',
  ) {
    super();
    this.execution = new JobExecution(jobs, store);
  }

  async start(): Promise<void> {
    await this.execution.requireHandlers();
    // A producer that queues commands while Redis is away would hang its caller; the next look relays again anyway.
    this.producer = new Redis(this.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
    this.producer.on('error', () => undefined);
    await this.requirePolicy(this.producer);
    for (const [name, { definition }] of this.jobs.handled) {
      const queue = new Queue(name, { connection: this.producer, prefix: this.prefix });
      queue.on('error', () => undefined);
      this.queues.set(name, queue);
      const connection = new Redis(this.redisUrl, { maxRetriesPerRequest: null });
      connection.on('error', () => undefined);
      const worker = new Worker(name, (job) => this.runOne(String(job.id)), {
        connection,
        prefix: this.prefix,
        concurrency: definition.concurrency,
        lockDuration: LOCK_MS,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      });
      worker.on('error', () => undefined);
      worker.on('closed', () => connection.disconnect());
      this.workers.push(worker);
    }
    this.stopping = false;
    this.unsubscribe = this.jobs.onWake(() => this.relay());
    this.timer = setInterval(() => this.relay(), RELAY_MS);
    this.relay();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    this.timer = undefined;
    this.unsubscribe();
    await this.relaying;
    // close() waits for the handlers that run.
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.execution.idle();
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.producer?.disconnect();
    this.workers.length = 0;
    this.queues.clear();
  }

  isAlive(): boolean {
    return this.timer !== undefined && this.workers.every((worker) => worker.isRunning());
  }

  /** One look at the table; looks never overlap, and at most one waits for the one that runs. */
  private relay(): void {
    if (this.lookWaits) return;
    this.lookWaits = true;
    this.relaying = this.relaying.then(() => {
      this.lookWaits = false;
      if (this.stopping) return undefined;
      return this.relayDue().catch((error: Error) => this.logger.warn({ error: error.name }));
    });
  }

  private async relayDue(): Promise<void> {
    const names = [...this.jobs.handled.keys()];
    // Rows stay due until a worker claims them: a look that always began at the first would never get past a page that waits in Redis.
    for (let page = 0; page < PAGES_A_LOOK; page += 1) {
      const due = await this.store.due(names, RELAY_PAGE, this.relayedTo);
      await this.add(due);
      this.relayedTo = due.length < RELAY_PAGE ? undefined : due.at(-1);
      if (this.relayedTo === undefined || this.stopping) return;
    }
  }

  private async add(due: readonly DueJob[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const mine = due.filter((job) => job.name === name);
      if (mine.length === 0) continue;
      // Same id as the row: what already waits in Redis is not added twice. Kept jobs would block their id for ever.
      await queue.addBulk(
        mine.map(({ id }) => ({
          name,
          data: {},
          opts: { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true },
        })),
      );
    }
  }

  private async runOne(id: string): Promise<void> {
    const [job] = await this.store.claim([id], this.execution.owner, this.execution.leaseMs);
    if (job) await this.execution.start(job);
  }

  private async requirePolicy(redis: Redis): Promise<void> {
    await redis.ping().catch((error: Error) => {
      redis.disconnect();
      throw new StartError(
        'REDIS_UNREACHABLE',
        `Redis does not answer (${error.name})`,
        'Start the server that REDIS_URL names, or leave REDIS_URL empty: jobs then run from the database alone',
      );
    });
    // A hosted Redis may forbid CONFIG; then its policy is its operator's word.
    const [, policy] = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
    if (policy !== undefined && policy !== 'noeviction') {
      redis.disconnect();
      throw new StartError(
        'REDIS_POLICY',
        `Redis may drop keys (maxmemory-policy ${policy})`,
        'Set: maxmemory-policy noeviction',
      );
    }
  }
}
