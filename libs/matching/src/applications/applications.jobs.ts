import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { RefusalService } from './refusal.service.js';
import { RetentionService } from './retention.service.js';

const createRetentionChecks = defineJob({ name: 'create-retention-checks' });
const countRefusals = defineJob({ name: 'count-refusals' });

/** Every night: checks that have come due, and refusals of the same moment. */
@Injectable()
export class ApplicationsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobService,
    private readonly retention: RetentionService,
    private readonly refusals: RefusalService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(createRetentionChecks, NIGHTLY, async () => void (await this.retention.createDue()));
    this.jobs.repeat(countRefusals, NIGHTLY, async () => void (await this.refusals.sweep()));
  }
}
