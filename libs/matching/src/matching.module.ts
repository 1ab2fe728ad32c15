import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ParameterTrials } from '@tongxing/parameters';
import { JobApplicationResolver } from './job-application.resolver.js';
import { JobApplicationService } from './job-application.service.js';
import { LintResolver } from './lint.resolver.js';
import { LintService } from './lint.service.js';
import { MatchIndex } from './match-index.js';
import { MatchTrial } from './match-trial.js';
import { MatchResolver } from './match.resolver.js';
import { MatchService } from './match.service.js';
import { MatchingJobs } from './matching.jobs.js';
import { MatchingPart } from './matching-part.js';
import { PlacementPart } from './placements/placement-part.js';
import { PlacementService } from './placements/placement.service.js';
import { ChoiceService } from './rounds/choice.service.js';
import { Entrants } from './rounds/entrants.js';
import { RoundBook } from './rounds/round-book.js';
import { RoundDesk } from './rounds/round-desk.service.js';
import { RoundResolver } from './rounds/round.resolver.js';
import { RoundService } from './rounds/round.service.js';
import { RoundsPart } from './rounds/rounds-part.js';
import { AttendanceService } from './welfare/attendance.service.js';
import { WelfareExitService } from './welfare/exit.service.js';
import { WelfareProposalService } from './welfare/proposal.service.js';
import { WelfareBook } from './welfare/welfare-book.js';
import { WelfareDeskService } from './welfare/welfare-desk.service.js';
import { WelfareJobs } from './welfare/welfare.jobs.js';
import { WelfarePart } from './welfare/welfare-part.js';
import { WelfareResolver } from './welfare/welfare.resolver.js';

/** Who fits which post, and why; applications for posts; allocation rounds. */
@Global()
@Module({
  providers: [
    MatchIndex,
    MatchService,
    MatchResolver,
    MatchTrial,
    LintService,
    LintResolver,
    JobApplicationService,
    JobApplicationResolver,
    MatchingPart,
    PlacementService,
    PlacementPart,
    MatchingJobs,
    Entrants,
    RoundBook,
    RoundDesk,
    RoundService,
    ChoiceService,
    RoundResolver,
    RoundsPart,
    WelfareBook,
    WelfareProposalService,
    WelfareExitService,
    AttendanceService,
    WelfareDeskService,
    WelfareJobs,
    WelfarePart,
    WelfareResolver,
  ],
  exports: [MatchService, JobApplicationService, PlacementService, AttendanceService],
})
export class MatchingModule implements OnModuleInit {
  constructor(
    private readonly trials: ParameterTrials,
    private readonly trial: MatchTrial,
  ) {}

  onModuleInit(): void {
    this.trials.register(this.trial);
  }
}
