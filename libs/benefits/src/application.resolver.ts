import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { PublicNoticeNode } from '@tongxing/notices';
import {
  ApplicationCaseNode,
  ApplicationCasePage,
  BenefitApplicationNode,
  NoticeCandidatesNode,
  SchemeNode,
} from './application.types.js';
import { BenefitDesk } from './benefit-desk.service.js';
import { ApplyForSchemeInput, DecideApplicationInput, PublishNoticeInput, QueueArgs } from './benefits.inputs.js';

@Resolver()
export class ApplicationResolver {
  constructor(private readonly desk: BenefitDesk) {}

  @Public()
  @Query(() => [SchemeNode], { description: 'The supports that can be applied for' })
  schemes(@Viewer() viewer: SignedIn | null): Promise<SchemeNode[]> {
    return this.desk.schemes(viewer);
  }

  @Allow('benefit.own')
  @Query(() => [BenefitApplicationNode], { description: "The viewer's own applications, newest first" })
  myBenefits(@Viewer() viewer: SignedIn): Promise<BenefitApplicationNode[]> {
    return this.desk.mine(viewer);
  }

  @Allow('benefit.own')
  @Mutation(() => BenefitApplicationNode)
  applyForScheme(
    @Args('input') input: ApplyForSchemeInput,
    @Viewer() viewer: SignedIn,
  ): Promise<BenefitApplicationNode> {
    return this.desk.apply(viewer, input);
  }

  @Allow('benefit.list')
  @Query(() => ApplicationCasePage, { description: 'What waits for REVIEW or APPROVE, the oldest first' })
  applicationQueue(@Args() queue: QueueArgs, @Viewer() viewer: SignedIn): Promise<ApplicationCasePage> {
    return this.desk.queue(viewer, queue.step, queue);
  }

  @Allow('benefit.list')
  @Query(() => ApplicationCaseNode)
  applicationCase(
    @Args('id', { type: () => ID }) id: string,
    @Viewer() viewer: SignedIn,
  ): Promise<ApplicationCaseNode> {
    return this.desk.case(viewer, id);
  }

  @Allow('benefit.decide')
  @Mutation(() => ApplicationCaseNode)
  decideApplication(
    @Args('input') input: DecideApplicationInput,
    @Viewer() viewer: SignedIn,
  ): Promise<ApplicationCaseNode> {
    return this.desk.decide(viewer, input);
  }

  @Allow('benefit.notice')
  @Query(() => NoticeCandidatesNode, { description: 'What the next notice of a scheme would show' })
  noticeCandidates(
    @Args('schemeCode', { type: () => String }) schemeCode: string,
    @Viewer() viewer: SignedIn,
  ): Promise<NoticeCandidatesNode> {
    return this.desk.candidates(viewer, schemeCode);
  }

  @Allow('benefit.notice')
  @Mutation(() => PublicNoticeNode)
  publishNotice(@Args('input') input: PublishNoticeInput, @Viewer() viewer: SignedIn): Promise<PublicNoticeNode> {
    return this.desk.publish(viewer, input);
  }

  @Allow('benefit.notice')
  @Mutation(() => PublicNoticeNode)
  closeNotice(
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
    @Viewer() viewer: SignedIn,
  ): Promise<PublicNoticeNode> {
    return this.desk.close(viewer, id, idempotencyKey);
  }
}
