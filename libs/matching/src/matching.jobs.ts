import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { MatchService } from './match.service.js';

const checkMatchIndex = defineJob({ name: 'check-match-index', attempts: 1 });

/** Every night the indexes of the process that runs jobs are compared with the row loop. What is wrong leaves a failed job and a line in the log. */
@Injectable()
export class MatchingJobs implements OnModuleInit {
  private readonly logger = new Logger('Matching');

  constructor(
    private readonly jobs: JobService,
    private readonly matches: MatchService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(checkMatchIndex, NIGHTLY, async () => {
      const posts = await this.matches.selfCheck();
      const people = await this.matches.selfCheckOfPeople();
      const wrong =
        this.report('match index', `${posts.people} people`, posts.differing) +
        this.report('people index', `${people.posts} posts`, people.differing);
      if (wrong === 0) return;
      throw Object.assign(new Error('a match index differs'), { code: 'MATCH_INDEX_DIFFERS' });
    });
  }

  /** @returns how many lists were wrong */
  private report(name: string, compared: string, differing: number | null): number {
    if (differing === null) this.logger.warn(`the ${name} was not compared: rows changed all the time`);
    if (differing) this.logger.error(`the ${name} gave other lists than the row loop for ${differing} of ${compared}`);
    return differing ?? 0;
  }
}
