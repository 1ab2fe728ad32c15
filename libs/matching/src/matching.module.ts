import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { RevealFields } from '@tongxing/access';
import { ParameterTrials } from '@tongxing/parameters';
import { ApplicationBook } from './applications/application-book.js';
import { ApplicationNews } from './applications/application-news.js';
import { ApplicationResolver } from './applications/application.resolver.js';
import { ApplicationsJobs } from './applications/applications.jobs.js';
import { ApplicationsPart } from './applications/applications-part.js';
import { ApplicationFlow } from './applications/flow.service.js';
import { RefusalService } from './applications/refusal.service.js';
import { RetentionService } from './applications/retention.service.js';
import { AskResolver } from './asks/asks.resolver.js';
import { AskService } from './asks/asks.service.js';
import { AsksPart } from './asks/asks-part.js';
import { JobApplicationResolver } from './job-application.resolver.js';
import { JobApplicationService } from './job-application.service.js';
import { OfficePostsResolver } from './office/office-posts.resolver.js';
import { OfficePostsService } from './office/office-posts.service.js';
import { LintResolver } from './lint.resolver.js';
import { LintService } from './lint.service.js';
import { MatchIndex } from './match-index.js';
import { MatchTrial } from './match-trial.js';
import { MatchPeople } from './match-people.js';
import { MatchResolver } from './match.resolver.js';
import { MatchService } from './match.service.js';
import { MatchingJobs } from './matching.jobs.js';
import { MatchingPart } from './matching-part.js';
import { MembersResolver } from './members/members.resolver.js';
import { MembersService } from './members/members.service.js';
import { RoundMembersService } from './members/round-members.service.js';
import { PlacementDesk } from './placements/placement-desk.service.js';
import { PlacementPart } from './placements/placement-part.js';
import { PlacementResolver } from './placements/placement.resolver.js';
import { PlacementService } from './placements/placement.service.js';
import { PeopleIndex } from './people-index.js';
import { ShortlistResolver } from './shortlist.resolver.js';
import { ShortlistService } from './shortlist.service.js';
import { ChoiceService } from './rounds/choice.service.js';
import { Entrants } from './rounds/entrants.js';
import { RoundBook } from './rounds/round-book.js';
import { RoundDesk } from './rounds/round-desk.service.js';
import { RoundResolver } from './rounds/round.resolver.js';
import { RoundList } from './rounds/round-list.service.js';
import { RoundNews } from './rounds/round-news.js';
import { RoundService } from './rounds/round.service.js';
import { RoundsDemo } from './rounds/rounds-demo.service.js';
import { RoundsPart } from './rounds/rounds-part.js';
import { SeatAnswers } from './rounds/seats/seat-answers.service.js';
import { SeatBook } from './rounds/seats/seat-book.js';
import { SeatDesk } from './rounds/seats/seat-desk.service.js';
import { SeatNews } from './rounds/seats/seat-news.js';
import { SeatResolver } from './rounds/seats/seat.resolver.js';
import { SeatService } from './rounds/seats/seat.service.js';
import { SeatsJobs } from './rounds/seats/seats.jobs.js';
import { Dismissals } from './seeker/dismissals.js';
import { DismissalsPart } from './seeker/dismissals-part.js';
import { OpeningsService } from './seeker/openings.service.js';
import { SeekerResolver } from './seeker/seeker.resolver.js';
import { RoundSimulations } from './rounds/simulations.service.js';
import { SupportBook } from './support/support-book.js';
import { SupportCostService } from './support/support-cost.service.js';
import { SupportDesk } from './support/support-desk.service.js';
import { SupportFollow } from './support/support-follow.js';
import { SupportPart } from './support/support-part.js';
import { SupportResolver } from './support/support.resolver.js';
import { SupportService } from './support/support.service.js';
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
    MatchPeople,
    MatchIndex,
    PeopleIndex,
    MatchService,
    MatchResolver,
    MatchTrial,
    OfficePostsService,
    OfficePostsResolver,
    LintService,
    LintResolver,
    ShortlistService,
    ShortlistResolver,
    JobApplicationService,
    JobApplicationResolver,
    MatchingPart,
    ApplicationBook,
    ApplicationNews,
    ApplicationFlow,
    RefusalService,
    RetentionService,
    ApplicationResolver,
    ApplicationsPart,
    ApplicationsJobs,
    PlacementService,
    PlacementPart,
    PlacementDesk,
    PlacementResolver,
    MatchingJobs,
    Entrants,
    RoundBook,
    RoundDesk,
    RoundService,
    RoundList,
    RoundNews,
    RoundSimulations,
    ChoiceService,
    RoundResolver,
    RoundsPart,
    MembersService,
    RoundMembersService,
    MembersResolver,
    SeatBook,
    SeatNews,
    SeatDesk,
    SeatAnswers,
    SeatService,
    SeatResolver,
    SeatsJobs,
    Dismissals,
    DismissalsPart,
    AskService,
    AskResolver,
    AsksPart,
    OpeningsService,
    SeekerResolver,
    RoundsDemo,
    SupportBook,
    SupportFollow,
    SupportService,
    SupportDesk,
    SupportCostService,
    SupportPart,
    SupportResolver,
    WelfareBook,
    WelfareProposalService,
    WelfareExitService,
    AttendanceService,
    WelfareDeskService,
    WelfareJobs,
    WelfarePart,
    WelfareResolver,
  ],
  exports: [MatchService, ShortlistService, JobApplicationService, PlacementDesk, PlacementService, AttendanceService],
})
export class MatchingModule implements OnModuleInit {
  constructor(
    private readonly trials: ParameterTrials,
    private readonly trial: MatchTrial,
    private readonly reveals: RevealFields,
    private readonly support: SupportDesk,
  ) {}

  onModuleInit(): void {
    this.trials.register(this.trial);
    this.reveals.register(this.support.reveals());
  }
}
