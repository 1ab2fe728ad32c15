import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { WorkPlaceNode } from '@tongxing/employers';
import { PageArgs } from '@tongxing/platform';
import { AttendanceService } from './attendance.service.js';
import { WelfareExitService } from './exit.service.js';
import { WelfareProposalService } from './proposal.service.js';
import { WelfareDeskService } from './welfare-desk.service.js';
import {
  AttendanceSheetNode,
  BeginWelfareExitInput,
  DecideWelfareExitInput,
  DecideWelfareProposalInput,
  ProposeWelfarePostInput,
  RecordAttendanceInput,
  SeatsInUseInput,
  WelfareListArgs,
  WelfarePersonCaseNode,
  WelfarePersonPage,
  WelfarePostNode,
  WelfarePostPage,
  WelfareProposalArgs,
  WelfareProposalNode,
  WelfareProposalPage,
  WelfareShareNode,
  WelfareUnitNode,
} from './welfare.types.js';

const id = () => ID;
const text = () => String;

@Resolver()
export class WelfareResolver {
  constructor(
    private readonly proposals: WelfareProposalService,
    private readonly desk: WelfareDeskService,
    private readonly exits: WelfareExitService,
    private readonly attendance: AttendanceService,
  ) {}

  @Allow('welfare.propose')
  @Query(() => [WelfareUnitNode], { description: 'Units of the viewer’s town or county, by name; the first hundred' })
  welfareUnits(
    @Viewer() viewer: SignedIn,
    @Args('text', { type: text, nullable: true }) part?: string,
  ): Promise<WelfareUnitNode[]> {
    return this.proposals.units(viewer, part);
  }

  @Allow('welfare.propose')
  @Query(() => [WorkPlaceNode], { description: 'Where the viewer may propose work' })
  welfarePlaces(@Viewer() viewer: SignedIn): WorkPlaceNode[] {
    return this.proposals.places(viewer);
  }

  @Allow('welfare.read')
  @Query(() => WelfareProposalPage, { description: '公益性岗位申报 of the viewer’s region, the newest first' })
  welfareProposals(@Viewer() viewer: SignedIn, @Args() args: WelfareProposalArgs): Promise<WelfareProposalPage> {
    return this.proposals.page(viewer, args);
  }

  @Allow('welfare.read')
  @Query(() => WelfareProposalNode)
  welfareProposal(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) proposalId: string,
  ): Promise<WelfareProposalNode> {
    return this.proposals.one(viewer, proposalId);
  }

  @Allow('welfare.propose')
  @Mutation(() => WelfareProposalNode, { description: '申报一个公益性岗位, or send a returned one again' })
  proposeWelfarePost(
    @Viewer() viewer: SignedIn,
    @Args('input') input: ProposeWelfarePostInput,
  ): Promise<WelfareProposalNode> {
    return this.proposals.propose(viewer, input);
  }

  @Allow('welfare.decide')
  @Mutation(() => WelfareProposalNode, { description: 'By another officer: the post stands open, or it goes back' })
  decideWelfareProposal(
    @Viewer() viewer: SignedIn,
    @Args('input') input: DecideWelfareProposalInput,
  ): Promise<WelfareProposalNode> {
    return this.proposals.decide(viewer, input);
  }

  @Allow('welfare.read')
  @Query(() => WelfarePostPage, { description: '公益性岗位 of the viewer’s region with how many work there' })
  welfarePosts(@Viewer() viewer: SignedIn, @Args() args: WelfareListArgs): Promise<WelfarePostPage> {
    return this.desk.posts(viewer, args);
  }

  @Allow('welfare.people')
  @Query(() => WelfarePersonPage, { description: 'Who works at public-welfare posts on a day' })
  welfarePeople(@Viewer() viewer: SignedIn, @Args() args: WelfareListArgs): Promise<WelfarePersonPage> {
    return this.desk.people(viewer, args);
  }

  @Allow('welfare.people')
  @Query(() => WelfarePersonPage, { description: '快到期的: terms that end within ninety days, the soonest first' })
  welfareAlerts(@Viewer() viewer: SignedIn, @Args() args: PageArgs): Promise<WelfarePersonPage> {
    return this.desk.alerts(viewer, args);
  }

  @Allow('welfare.people')
  @Query(() => WelfarePersonCaseNode)
  welfarePerson(
    @Viewer() viewer: SignedIn,
    @Args('placementId', { type: id }) placementId: string,
  ): Promise<WelfarePersonCaseNode> {
    return this.desk.person(viewer, placementId);
  }

  @Allow('welfareShare.read')
  @Query(() => WelfareShareNode, { description: '残疾人占在用公益性岗位的份额, per town and kind' })
  welfareShare(
    @Viewer() viewer: SignedIn,
    @Args('day', { type: text, nullable: true, description: 'YYYY-MM-DD; today unless given' }) day?: string,
  ): Promise<WelfareShareNode> {
    return this.desk.share(viewer, day);
  }

  @Allow('welfare.seats')
  @Mutation(() => WelfarePostNode, { description: '在用岗位数 of a post for a day' })
  recordSeatsInUse(@Viewer() viewer: SignedIn, @Args('input') input: SeatsInUseInput): Promise<WelfarePostNode> {
    return this.desk.recordSeats(viewer, input);
  }

  @Allow('welfare.exit')
  @Mutation(() => WelfarePersonCaseNode, {
    description: '退出: at once, or told first where something is held against the person',
  })
  async beginWelfareExit(
    @Viewer() viewer: SignedIn,
    @Args('input') input: BeginWelfareExitInput,
  ): Promise<WelfarePersonCaseNode> {
    await this.exits.begin(viewer, input);
    return this.desk.person(viewer, input.placementId);
  }

  @Allow('welfare.exit')
  @Mutation(() => Boolean, { description: 'By another officer than who began it' })
  async decideWelfareExit(@Viewer() viewer: SignedIn, @Args('input') input: DecideWelfareExitInput): Promise<boolean> {
    await this.exits.decide(viewer, input);
    return true;
  }

  @Allow('attendance.record')
  @Query(() => AttendanceSheetNode, { description: '考勤表 of one post and month' })
  attendanceSheet(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: id }) postId: string,
    @Args('month', { type: text, nullable: true, description: 'YYYY-MM; the last one that is over unless given' })
    month?: string,
  ): Promise<AttendanceSheetNode> {
    return this.attendance.sheet(viewer, postId, month);
  }

  @Allow('attendance.record')
  @Mutation(() => AttendanceSheetNode, {
    description: '填考勤; once the month is closed it is a correction with its reason',
  })
  recordAttendance(
    @Viewer() viewer: SignedIn,
    @Args('input') input: RecordAttendanceInput,
  ): Promise<AttendanceSheetNode> {
    return this.attendance.record(viewer, input);
  }

  @Allow('attendance.close')
  @Mutation(() => AttendanceSheetNode, { description: '办结一个月的考勤, once' })
  closeAttendance(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: id }) postId: string,
    @Args('month', { type: text }) month: string,
  ): Promise<AttendanceSheetNode> {
    return this.attendance.close(viewer, postId, month);
  }

  @Allow('attendance.close')
  @Mutation(() => AttendanceSheetNode, { description: '确认一次更正, by another one than who entered it' })
  confirmAttendance(
    @Viewer() viewer: SignedIn,
    @Args('entryId', { type: id }) entryId: string,
  ): Promise<AttendanceSheetNode> {
    return this.attendance.confirm(viewer, entryId);
  }
}
