import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '@tongxing/platform';
import { DatabaseJobRunner } from './database-job-runner.js';
import { JobRunner } from './job-runner.js';
import { JobService } from './job.service.js';
import { JobStore } from './job-store.js';
import { ResealJobs } from './reseal.jobs.js';

/** True where this process runs jobs, not only adds them. */
export const RUN_JOBS = Symbol('RUN_JOBS');

/** The job table for every process; the runner only where `run` is set. Stopped before the database closes. */
@Global()
@Module({})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    private readonly jobs: JobService,
    @Inject(RUN_JOBS) private readonly run: boolean,
    @Inject(ResealJobs) private readonly resealing: ResealJobs,
  ) {}

  static forRoot(options: { run: boolean }): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        JobService,
        ResealJobs,
        JobStore,
        { provide: RUN_JOBS, useValue: options.run },
        {
          provide: JobRunner,
          inject: [JobService, JobStore, CONFIG],
          useFactory: async (jobs: JobService, store: JobStore, config: Config) => {
            if (!config.redisUrl) return new DatabaseJobRunner(jobs, store);
            // Half a second of loading that a county without Redis, and every command, does without.
            const { BullMqJobRunner } = await import('./bullmq-job-runner.js');
            return new BullMqJobRunner(jobs, store, config.redisUrl);
          },
        },
      ],
      exports: [JobService, JobStore, JobRunner, ResealJobs, RUN_JOBS],
    };
  }

  /** After every module has registered its handlers. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.run) return;
    await this.runner.start();
    await this.jobs.plantRepeated();
    await this.resealing.goOn();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.run) await this.runner.stop();
  }
}
