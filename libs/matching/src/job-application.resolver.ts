import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { JobApplicationService } from './job-application.service.js';
import { ApplyToPostInput, JobApplicationNode, JobApplicationPage } from './job-application.types.js';

@Resolver()
export class JobApplicationResolver {
  constructor(private readonly applications: JobApplicationService) {}

  @Allow('application.own')
  @Mutation(() => JobApplicationNode, { description: '应聘' })
  applyToPost(@Viewer() viewer: SignedIn, @Args('input') input: ApplyToPostInput): Promise<JobApplicationNode> {
    return this.applications.apply(viewer, input);
  }

  @Allow('application.own')
  @Query(() => JobApplicationPage, { description: '我的申请, newest first' })
  myApplications(@Viewer() viewer: SignedIn, @Args() page: PageArgs): Promise<JobApplicationPage> {
    return this.applications.mine(viewer, page);
  }

  @Allow('application.own')
  @Mutation(() => JobApplicationNode)
  withdrawApplication(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<JobApplicationNode> {
    return this.applications.withdraw(viewer, id);
  }
}
