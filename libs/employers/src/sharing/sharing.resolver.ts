import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { PostDeskService } from '../post-desk.service.js';
import { EmployerPostNode } from '../post-desk.types.js';
import { DuplicatesService } from './duplicates.service.js';
import { FreshnessService } from './freshness.service.js';
import { SharingService } from './sharing.service.js';
import {
  AlikePostNode,
  FreshnessRuleNode,
  PostPairNode,
  PostPairPage,
  PostPairsArgs,
  SaveSourceOfficeInput,
  SharedPostNode,
  SharedPostPage,
  SourceOfficeNode,
  StalePostPage,
} from './sharing.types.js';

@Resolver()
export class SharingResolver {
  constructor(
    private readonly sharing: SharingService,
    private readonly freshness: FreshnessService,
    private readonly duplicates: DuplicatesService,
    private readonly desk: PostDeskService,
  ) {}

  @Allow('post.takeIn')
  @Query(() => [SourceOfficeNode], { description: 'Offices whose posts are taken in here, at most a hundred' })
  sourceOffices(@Viewer() viewer: SignedIn): Promise<SourceOfficeNode[]> {
    return this.sharing.offices(viewer);
  }

  @Allow('post.takeIn')
  @Mutation(() => SourceOfficeNode, { description: 'Registers a source office, or changes its name and telephone' })
  saveSourceOffice(@Args('input') input: SaveSourceOfficeInput, @Viewer() viewer: SignedIn): Promise<SourceOfficeNode> {
    return this.sharing.saveOffice(viewer, input);
  }

  @Allow('post.takeIn')
  @Query(() => SharedPostPage, { description: 'Posts that came from other offices, the newest here first' })
  sharedPosts(@Args() page: PageArgs, @Viewer() viewer: SignedIn): Promise<SharedPostPage> {
    return this.sharing.list(viewer, page);
  }

  @Allow('post.takeIn')
  @Query(() => SharedPostNode, { description: 'One post that came from another office' })
  sharedPost(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<SharedPostNode> {
    return this.sharing.one(viewer, id);
  }

  @Allow('post.takeIn')
  @Mutation(() => SharedPostNode, { description: 'Takes a shared post out of sight here, with a reason' })
  hideSharedPost(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
    @Viewer() viewer: SignedIn,
  ): Promise<SharedPostNode> {
    return this.sharing.hide(viewer, id, reason);
  }

  @Allow('post.takeIn')
  @Mutation(() => SharedPostNode, { description: 'Shows a hidden post again' })
  showSharedPost(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<SharedPostNode> {
    return this.sharing.show(viewer, id);
  }

  @Allow('post.confirm')
  @Query(() => FreshnessRuleNode, { description: 'After how many days a post is asked for, and paused' })
  freshnessRule(@Viewer() viewer: SignedIn): Promise<FreshnessRuleNode> {
    return this.freshness.rule(viewer);
  }

  @Allow('post.confirm')
  @Query(() => StalePostPage, { description: 'Posts that were asked for and not answered, the longest first' })
  stalePosts(@Args() page: PageArgs, @Viewer() viewer: SignedIn): Promise<StalePostPage> {
    return this.freshness.stale(viewer, page);
  }

  @Allow('post.confirm')
  @Mutation(() => EmployerPostNode, { description: '仍在招: a paused one is offered again' })
  async confirmPost(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<EmployerPostNode> {
    await this.freshness.confirm(viewer, id);
    return this.desk.one(viewer, id);
  }

  @Allow('post.read')
  @Query(() => [AlikePostNode], { description: 'At most five open posts of the same employer that look like this one' })
  alikePosts(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<AlikePostNode[]> {
    return this.duplicates.alike(viewer, id);
  }

  @Allow('post.pair')
  @Query(() => PostPairPage, { description: 'Posts that look like one' })
  postPairs(@Args() { decided, ...page }: PostPairsArgs, @Viewer() viewer: SignedIn): Promise<PostPairPage> {
    return this.duplicates.list(viewer, page, decided ?? false);
  }

  @Allow('post.pair')
  @Mutation(() => PostPairNode, { description: '是同一个, with the one that stays; or, without one, 不是' })
  decidePostPair(
    @Args('id', { type: () => ID }) id: string,
    @Viewer() viewer: SignedIn,
    @Args('keepId', { type: () => ID, nullable: true }) keepId?: string,
  ): Promise<PostPairNode> {
    return this.duplicates.decide(viewer, id, keepId ?? null);
  }

  @Allow('post.pair')
  @Mutation(() => PostPairNode, { description: 'Takes a decision back' })
  reopenPostPair(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<PostPairNode> {
    return this.duplicates.reopen(viewer, id);
  }
}
