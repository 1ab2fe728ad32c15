import { Global, Module } from '@nestjs/common';
import { JobApplicationResolver } from './job-application.resolver.js';
import { JobApplicationService } from './job-application.service.js';
import { MatchIndex } from './match-index.js';
import { MatchResolver } from './match.resolver.js';
import { MatchService } from './match.service.js';

/** Who fits which post, and why; applications for posts. */
@Global()
@Module({
  providers: [MatchIndex, MatchService, MatchResolver, JobApplicationService, JobApplicationResolver],
  exports: [MatchService, JobApplicationService],
})
export class MatchingModule {}
