import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { Dismissals } from './dismissals.js';
import { OpeningsService } from './openings.service.js';
import {
  dismissalNode,
  DismissReasonNode,
  MatchDismissalNode,
  MatchFacetsNode,
  openingsNode,
  WhatOpensPostsNode,
} from './seeker.types.js';
import { DISMISS_REASONS } from './seeker.words.js';

/** The seeker's side of matching. */
@Resolver()
export class SeekerResolver {
  constructor(
    private readonly dismissals: Dismissals,
    private readonly openings: OpeningsService,
  ) {}

  @Allow('match.read')
  @Query(() => WhatOpensPostsNode, { description: 'Which single moves would open how many posts' })
  async whatOpensPosts(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string,
    @Args('day', { type: () => String, nullable: true }) day?: string,
  ): Promise<WhatOpensPostsNode> {
    return openingsNode(await this.openings.whatOpens(viewer, personId ?? null, day ?? null));
  }

  @Allow('match.read')
  @Query(() => MatchFacetsNode, { description: 'What the filter of matchedPosts would leave' })
  matchFacets(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string,
  ): Promise<MatchFacetsNode> {
    return this.openings.facets(viewer, personId ?? null);
  }

  @Allow('profile.own')
  @Query(() => [String], { description: 'Skills that open posts ask for, the most asked first; at most 24' })
  skillsAsked(): Promise<string[]> {
    return this.openings.skillsAsked();
  }

  @Allow('licence.list')
  @Query(() => [String], { description: 'Licences that open posts ask for, the most asked first; at most 24' })
  licencesAsked(): Promise<string[]> {
    return this.openings.licencesAsked();
  }

  @Allow('match.dismiss')
  @Query(() => [DismissReasonNode], { description: 'Why a post may not suit' })
  dismissReasons(): DismissReasonNode[] {
    return Object.entries(DISMISS_REASONS).map(([code, text]) => ({ code, text }));
  }

  @Allow('match.dismiss')
  @Query(() => MatchDismissalNode, { nullable: true, description: 'What stands; null: nothing was said' })
  async matchDismissal(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: () => ID }) postId: string,
  ): Promise<MatchDismissalNode | null> {
    const standing = await this.dismissals.mine(viewer, postId);
    return standing && dismissalNode(standing);
  }

  @Allow('match.dismiss')
  @Mutation(() => MatchDismissalNode, { description: '不合适: the post leaves the own list' })
  async dismissMatch(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: () => ID }) postId: string,
    @Args('reason', { type: () => String }) reason: string,
    @Args('note', { type: () => String, nullable: true }) note?: string,
  ): Promise<MatchDismissalNode> {
    return dismissalNode(await this.dismissals.dismiss(viewer, postId, reason, note ?? null));
  }

  @Allow('match.dismiss')
  @Mutation(() => Boolean, { description: 'Takes 不合适 back, within a day' })
  async undoDismissMatch(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: () => ID }) postId: string,
  ): Promise<boolean> {
    await this.dismissals.undo(viewer, postId);
    return true;
  }
}
