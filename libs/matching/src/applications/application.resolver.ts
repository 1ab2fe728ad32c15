import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { JobApplicationService } from '../job-application.service.js';
import { JobApplicationNode } from '../job-application.types.js';
import { TableFileNode } from '../office/office-posts.types.js';
import {
  ApplicantNode,
  ApplicantPage,
  DecideRefusalsInput,
  DeclineReferralInput,
  MoveApplicationInput,
  PostApplicantsArgs,
  RecordRetentionInput,
  ReferralFilter,
  ReferralNode,
  ReferralPage,
  ReferralsArgs,
  ReferToPostInput,
  RefusalCaseNode,
  RefusalCasePage,
  ReleaseApplicationInput,
  RespondToOfferInput,
} from './application.types.js';
import { ApplicationFlow } from './flow.service.js';
import { RefusalService } from './refusal.service.js';
import { RetentionService } from './retention.service.js';

const id = () => ID;
const text = () => String;

@Resolver()
export class ApplicationResolver {
  constructor(
    private readonly flow: ApplicationFlow,
    private readonly applications: JobApplicationService,
    private readonly retention: RetentionService,
    private readonly refusals: RefusalService,
  ) {}

  @Allow('application.refer')
  @Mutation(() => ReferralNode, { description: '推荐' })
  async referToPost(@Viewer() viewer: SignedIn, @Args('input') input: ReferToPostInput): Promise<ReferralNode> {
    return this.retention.referral(viewer, await this.flow.refer(viewer, input));
  }

  @Allow('application.refer')
  @Query(() => ReferralPage, { description: 'Own referrals; for an officer, applications of the region' })
  referrals(@Viewer() viewer: SignedIn, @Args() { filter, ...page }: ReferralsArgs): Promise<ReferralPage> {
    return this.retention.referrals(viewer, page, filter ?? null);
  }

  @Allow('application.export')
  @Query(() => TableFileNode, { description: 'That list as a file; the chain keeps who took it' })
  referralsFile(
    @Viewer() viewer: SignedIn,
    @Args('filter', { type: () => ReferralFilter, nullable: true }) filter?: ReferralFilter,
  ): Promise<TableFileNode> {
    return this.retention.referralsFile(viewer, filter ?? null);
  }

  @Allow('application.refer')
  @Query(() => ReferralNode, { description: 'One application of the own people, or of the region' })
  referral(@Viewer() viewer: SignedIn, @Args('id', { type: id }) applicationId: string): Promise<ReferralNode> {
    return this.retention.referral(viewer, applicationId);
  }

  @Allow('application.refer')
  @Mutation(() => ReferralNode, { description: '稳岗回访: whether the person is still there' })
  async recordRetention(@Viewer() viewer: SignedIn, @Args('input') input: RecordRetentionInput): Promise<ReferralNode> {
    await this.retention.record(viewer, input);
    return this.retention.referral(viewer, input.applicationId);
  }

  @Allow('applicant.read')
  @Query(() => ApplicantPage, { description: '应聘的人 of one post, the newest first' })
  postApplicants(
    @Viewer() viewer: SignedIn,
    @Args() { postId, states, ...page }: PostApplicantsArgs,
  ): Promise<ApplicantPage> {
    return this.flow.applicants(viewer, postId, page, states ?? null);
  }

  @Allow('applicant.read')
  @Query(() => ApplicantNode)
  applicant(@Viewer() viewer: SignedIn, @Args('id', { type: id }) applicationId: string): Promise<ApplicantNode> {
    return this.flow.applicant(viewer, applicationId);
  }

  @Allow('applicant.move')
  @Mutation(() => ApplicantNode, { description: '约面试、录用、登记上岗、不录用' })
  moveApplication(@Viewer() viewer: SignedIn, @Args('input') input: MoveApplicationInput): Promise<ApplicantNode> {
    return this.flow.move(viewer, input);
  }

  @Allow('application.own')
  @Query(() => JobApplicationNode, { description: 'One of the own' })
  myApplication(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) applicationId: string,
  ): Promise<JobApplicationNode> {
    return this.applications.one(viewer, applicationId);
  }

  @Allow('application.own')
  @Mutation(() => JobApplicationNode, { description: '答复录用' })
  respondToOffer(@Viewer() viewer: SignedIn, @Args('input') input: RespondToOfferInput): Promise<JobApplicationNode> {
    return this.flow.respond(viewer, input);
  }

  @Allow('application.own')
  @Mutation(() => JobApplicationNode, { description: '不去残联推荐的岗位' })
  declineReferral(@Viewer() viewer: SignedIn, @Args('input') input: DeclineReferralInput): Promise<JobApplicationNode> {
    return this.flow.decline(viewer, input);
  }

  @Allow('application.own')
  @Mutation(() => JobApplicationNode, { description: '让单位看到是谁, or not any more' })
  releaseApplication(
    @Viewer() viewer: SignedIn,
    @Args('input') input: ReleaseApplicationInput,
  ): Promise<JobApplicationNode> {
    return this.flow.release(viewer, input);
  }

  @Allow('refusal.read')
  @Query(() => RefusalCasePage, { description: '无故拒绝的告知: the own ones, the own unit’s, or the region’s' })
  refusalCases(@Viewer() viewer: SignedIn, @Args() page: PageArgs): Promise<RefusalCasePage> {
    return this.refusals.list(viewer, page);
  }

  @Allow('refusal.read')
  @Query(() => RefusalCaseNode, { description: 'One of these' })
  refusalCase(@Viewer() viewer: SignedIn, @Args('id', { type: id }) caseId: string): Promise<RefusalCaseNode> {
    return this.refusals.find(viewer, caseId);
  }

  @Allow('refusal.appeal')
  @Mutation(() => RefusalCaseNode, { description: '申诉' })
  appealRefusals(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) caseId: string,
    @Args('text', { type: text }) words: string,
  ): Promise<RefusalCaseNode> {
    return this.refusals.appeal(viewer, caseId, words);
  }

  @Allow('refusal.decide')
  @Mutation(() => RefusalCaseNode, { description: 'The status with its end date, or nothing' })
  decideRefusals(@Viewer() viewer: SignedIn, @Args('input') input: DecideRefusalsInput): Promise<RefusalCaseNode> {
    return this.refusals.decide(viewer, input);
  }
}
