import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { Clock } from '@tongxing/platform';
import { And, In, LessThanOrEqual, MoreThan } from 'typeorm';
import type { JobDefinition } from './definition.js';
import { Job } from './job.entity.js';

const FREE = { leaseOwner: null, leaseUntil: null };
const MAX_BACKOFF_MS = 60 * 60_000;
/** Longest error text kept: a code and a name, never a message with values. */
const MAX_ERROR = 200;

/** Figures of the job table for health and metrics. */
export interface JobFigures {
  waiting: number;
  running: number;
  failed: number;
  /** age of the oldest job that should have started, ms; 0 when none is due */
  oldestDueMs: number;
}

/** A job that may start, with its place in the order. */
export type DueJob = Pick<Job, 'id' | 'name' | 'runAt'>;

/** The job table as the runners use it. Every change is guarded by the row's version: whoever changes it owns it. */
@Injectable()
export class JobStore {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Jobs that may start now, in the order in which they became due: waiting ones, and those whose worker has been silent past its lease.
   *
   * @param after the last one of the page before
   */
  async due(names: readonly string[], limit: number, after?: DueJob): Promise<DueJob[]> {
    if (names.length === 0) return [];
    const now = this.clock.now();
    const open = [
      { state: 'WAITING' as const, name: In([...names]) },
      { state: 'RUNNING' as const, name: In([...names]), leaseUntil: LessThanOrEqual(now) },
    ];
    return this.unitOfWork.manager.find(Job, {
      select: { id: true, name: true, runAt: true },
      where: open.flatMap((one) =>
        after === undefined
          ? [{ ...one, runAt: LessThanOrEqual(now) }]
          : [
              { ...one, runAt: And(MoreThan(after.runAt), LessThanOrEqual(now)) },
              { ...one, runAt: after.runAt, id: MoreThan(after.id) },
            ],
      ),
      order: { runAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /**
   * Takes jobs for one worker, all in one unit of work.
   *
   * @returns the rows as taken; jobs that another worker was faster on are left out
   */
  claim(ids: readonly string[], owner: string, leaseMs: (name: string) => number): Promise<Job[]> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const now = this.clock.now();
      const rows = ids.length === 0 ? [] : await manager.findBy(Job, { id: In([...ids]) });
      const taken: Job[] = [];
      for (const row of rows) {
        const startable =
          row.state === 'WAITING'
            ? row.runAt <= now
            : row.state === 'RUNNING' && row.leaseUntil !== null && row.leaseUntil <= now;
        if (!startable) continue;
        const change = {
          state: 'RUNNING' as const,
          attempts: row.attempts + 1,
          leaseOwner: owner,
          leaseUntil: new Date(now.getTime() + leaseMs(row.name)),
        };
        const mine = await guardedUpdate(manager, Job, { id: row.id, state: row.state, version: row.version }, change);
        if (mine) taken.push(Object.assign(row, change));
      }
      return taken;
    });
  }

  /** @returns false when the job was taken over meanwhile */
  renew(job: Job, leaseMs: number): Promise<boolean> {
    return this.unitOfWork.run(() =>
      guardedUpdate(this.unitOfWork.manager, Job, this.held(job), {
        leaseUntil: new Date(this.clock.now().getTime() + leaseMs),
      }),
    );
  }

  done(job: Job): Promise<boolean> {
    return this.unitOfWork.run(() =>
      guardedUpdate(this.unitOfWork.manager, Job, this.held(job), {
        state: 'DONE',
        uniqueName: null,
        ...FREE,
        lastError: null,
        finishedAt: this.clock.now(),
      }),
    );
  }

  /**
   * Puts the job back with a growing pause; after its last try it is FAILED and stays to be looked at.
   *
   * @param givenUp runs in the unit of work that marks it FAILED
   * @returns false when the job was taken over meanwhile
   */
  failed(
    job: Job,
    error: unknown,
    { attempts, backoffMs }: Pick<JobDefinition<object>, 'attempts' | 'backoffMs'>,
    givenUp: () => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    const now = this.clock.now();
    const lastError = errorCode(error);
    const last = job.attempts >= attempts;
    const pause = Math.min(MAX_BACKOFF_MS, backoffMs * 2 ** (job.attempts - 1));
    return this.unitOfWork.run(async () => {
      const mine = await guardedUpdate(
        this.unitOfWork.manager,
        Job,
        this.held(job),
        last
          ? { ...FREE, state: 'FAILED', attempts, uniqueName: null, lastError, finishedAt: now }
          : { ...FREE, state: 'WAITING', runAt: new Date(now.getTime() + pause), lastError },
      );
      if (mine && last) await givenUp();
      return mine;
    });
  }

  /** Names that wait in the table; a start is refused when one of them has no handler. */
  async waitingNames(): Promise<string[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(Job, 'job')
      .select('job.name', 'name')
      .distinct(true)
      .where('job.state IN (:...states)', { states: ['WAITING', 'RUNNING'] })
      .getRawMany<{ name: string }>();
    return rows.map((row) => row.name);
  }

  async figures(): Promise<JobFigures> {
    const { manager } = this.unitOfWork;
    const count = (state: Job['state']) => manager.countBy(Job, { state });
    const now = this.clock.now();
    const [oldest] = await manager.find(Job, {
      select: { id: true, runAt: true },
      where: { state: 'WAITING', runAt: LessThanOrEqual(now) },
      order: { runAt: 'ASC' },
      take: 1,
    });
    return {
      waiting: await count('WAITING'),
      running: await count('RUNNING'),
      failed: await count('FAILED'),
      oldestDueMs: oldest ? now.getTime() - oldest.runAt.getTime() : 0,
    };
  }

  private held(job: Job): { id: string; state: 'RUNNING'; leaseOwner: string; attempts: number } {
    return { id: job.id, state: 'RUNNING', leaseOwner: String(job.leaseOwner), attempts: job.attempts };
  }
}

/** A code for the row: never a message, which may hold values. */
function errorCode(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string };
  return String(code ?? name ?? 'ERROR').slice(0, MAX_ERROR);
}
