import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { pendingMigrations, ping } from '@tongxing/database';
import { JobRunner, JobStore, RUN_JOBS } from '@tongxing/jobs';
import { Metrics, type Readiness, ReadinessChecks } from '@tongxing/platform';
import { DataSource } from 'typeorm';

/** A due job that nobody has taken for so long tells of a stuck or missing worker (stack.md: workers can stall silently). */
const OLDEST_DUE_MS = 5 * 60_000;

/** The checks and figures of the house itself; features add theirs. */
@Injectable()
export class HouseChecks implements OnModuleInit {
  /** Once nothing is pending it stays so: only a new version of the code brings migrations. */
  private migrated = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(JobStore) private readonly jobs: JobStore,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(RUN_JOBS) private readonly runJobs: boolean,
    @Inject(ReadinessChecks) private readonly checks: ReadinessChecks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.checks.register('database', () => this.database());
    this.checks.register('migrations', () => this.migrations());
    this.checks.register('jobs', () => this.jobRunner());
    this.metrics.gauge('tongxing_jobs', 'Jobs by state', ['state'], async () => {
      const { waiting, running, failed } = await this.jobs.figures();
      return Object.entries({ waiting, running, failed }).map(([state, value]) => ({ labels: { state }, value }));
    });
    this.metrics.gauge('tongxing_job_oldest_due_seconds', 'Age of the oldest job that is due', [], async () => [
      { value: (await this.jobs.figures()).oldestDueMs / 1000 },
    ]);
  }

  private async database(): Promise<Readiness> {
    await ping(this.dataSource);
    return { state: 'up' };
  }

  private async migrations(): Promise<Readiness> {
    const pending = this.migrated ? 0 : (await pendingMigrations(this.dataSource)).length;
    this.migrated = pending === 0;
    return { state: this.migrated ? 'up' : 'down', facts: { pending } };
  }

  /** Where jobs run in this process a stuck runner makes it unready; an api whose worker is away can still answer. */
  private async jobRunner(): Promise<Readiness> {
    const { waiting, failed, oldestDueMs } = await this.jobs.figures();
    const facts = { waiting, failed, oldestDueSeconds: Math.round(oldestDueMs / 1000) };
    if (this.runJobs && !this.runner.isAlive()) return { state: 'down', facts };
    if (oldestDueMs <= OLDEST_DUE_MS) return { state: 'up', facts };
    return { state: this.runJobs ? 'down' : 'late', facts };
  }
}
