import { Injectable, type OnModuleInit } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock } from '@tongxing/platform';
import { In } from 'typeorm';
import { CommitService } from './commit.service.js';
import { dropFile } from './file-store.js';
import { ImportJob, ImportRowEntity } from './import-job.entity.js';
import { StagingService } from './staging.service.js';

interface ImportPayload {
  importId: string;
}

const HALF_AN_HOUR_MS = 30 * 60_000;
const ATTEMPTS = 3;

/** Reads and checks an uploaded file. */
export const checkImport = defineJob<ImportPayload>({
  name: 'check-import',
  concurrency: 1,
  attempts: ATTEMPTS,
  deadlineMs: HALF_AN_HOUR_MS,
});

/** Writes the good rows of a checked import. */
export const commitImport = defineJob<ImportPayload>({
  name: 'commit-import',
  concurrency: 1,
  attempts: ATTEMPTS,
  deadlineMs: HALF_AN_HOUR_MS,
});

/** Who does the work of imports in the background. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobService,
    private readonly staging: StagingService,
    private readonly commits: CommitService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      checkImport,
      ({ importId }, { signal }) => this.staging.check(importId, signal),
      ({ importId }) => this.fail(importId),
    );
    this.jobs.handle(
      commitImport,
      ({ importId }, { signal }) => this.commits.commit(importId, signal),
      ({ importId }) => this.fail(importId),
    );
  }

  /** After the last try the import says FAILED, instead of waiting for ever. Rows committed before stay: the same file goes on where it ended. */
  private async fail(importId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const failed = await guardedUpdate(
      manager,
      ImportJob,
      { id: importId, state: In(['RECEIVED', 'SCANNING', 'READING', 'COMMITTING']) },
      { state: 'FAILED', finishedAt: this.clock.now() },
    );
    if (!failed) return;
    await dropFile(manager, importId);
    await manager.delete(ImportRowEntity, { jobId: importId });
  }
}
