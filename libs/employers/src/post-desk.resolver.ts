import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PostDeskService } from './post-desk.service.js';
import {
  EmployerPostNode,
  EmployerPostPage,
  EmployerPostsArgs,
  LintPostInput,
  PostFindingsNode,
  SavePostInput,
  WorkPlaceNode,
} from './post-desk.types.js';

@Resolver()
export class PostDeskResolver {
  constructor(private readonly desk: PostDeskService) {}

  @Allow('post.read')
  @Query(() => EmployerPostPage, { description: 'Posts of an employer in every state, the newest first' })
  employerPosts(
    @Args() { employerId, ...page }: EmployerPostsArgs,
    @Viewer() viewer: SignedIn,
  ): Promise<EmployerPostPage> {
    return this.desk.list(viewer, page, employerId);
  }

  @Allow('post.read')
  @Query(() => EmployerPostNode, { description: 'One post of an employer, whatever its state' })
  employerPost(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<EmployerPostNode> {
    return this.desk.one(viewer, id);
  }

  @Allow('post.save')
  @Query(() => [WorkPlaceNode], { description: "The employer's county and its towns" })
  workPlaces(
    @Viewer() viewer: SignedIn,
    @Args('employerId', { type: () => ID, nullable: true }) employerId?: string,
  ): Promise<WorkPlaceNode[]> {
    return this.desk.places(viewer, employerId);
  }

  @Allow('post.save')
  @Query(() => PostFindingsNode, {
    description: 'What stands in the way of publishing a post as written; nothing is stored',
  })
  checkPost(@Args('input') input: LintPostInput, @Viewer() viewer: SignedIn): Promise<PostFindingsNode> {
    return this.desk.check(viewer, input);
  }

  @Allow('post.save')
  @Mutation(() => EmployerPostNode, { description: 'Writes a draft, or changes a post' })
  savePost(@Args('input') input: SavePostInput, @Viewer() viewer: SignedIn): Promise<EmployerPostNode> {
    return this.desk.save(viewer, input);
  }

  @Allow('post.save')
  @Mutation(() => EmployerPostNode, { description: 'Publishes a draft, or opens a closed post again' })
  submitPost(
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Viewer() viewer: SignedIn,
  ): Promise<EmployerPostNode> {
    return this.desk.submit(viewer, id, version);
  }

  @Allow('post.save')
  @Mutation(() => EmployerPostNode, { description: 'Takes an open post back; it may be submitted again' })
  withdrawPost(
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Viewer() viewer: SignedIn,
  ): Promise<EmployerPostNode> {
    return this.desk.withdraw(viewer, id, version);
  }
}
