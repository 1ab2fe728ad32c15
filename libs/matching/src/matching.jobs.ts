import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { MatchService } from './match.service.js';

const checkMatchIndex = defineJob({ name: 'check-match-index', attempts: 1 });

/** Every night the index of the process that runs jobs is compared with the row loop. What is wrong leaves a failed job and a line in the log. */
@Injectable()
export class MatchingJobs implements OnModuleInit {
  private readonly logger = new Logger('Matching');

  constructor(
    private readonly jobs: JobService,
    private readonly matches: MatchService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(checkMatchIndex, NIGHTLY, async () => {
      const { people, differing } = await this.matches.selfCheck();
      if (differing === null) this.logger.warn('the match index was not compared: posts changed all the time');
      if (differing === null || differing === 0) return;
      this.logger.error(`the match index gave other lists than the row loop for ${differing} of ${people} people`);
      throw Object.assign(new Error('the match index differs'), { code: 'MATCH_INDEX_DIFFERS' });
    });
  }
}
