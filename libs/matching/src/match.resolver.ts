import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { MatchService } from './match.service.js';
import {
  explanationNode,
  MatchedPostPage,
  matchedPage,
  MatchExplanationNode,
  MatchedPostsArgs,
} from './match.types.js';

@Resolver()
export class MatchResolver {
  constructor(private readonly matches: MatchService) {}

  @Allow('match.read')
  @Query(() => MatchedPostPage, { description: '推荐岗位, the best first' })
  async matchedPosts(
    @Viewer() viewer: SignedIn,
    @Args() { filter, ...page }: MatchedPostsArgs,
  ): Promise<MatchedPostPage> {
    return matchedPage(await this.matches.matchedPosts(viewer, page, filter));
  }

  @Allow('match.read')
  @Query(() => MatchExplanationNode, { description: 'Why a post suits a person, why not, and what would change it' })
  async matchExplanation(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: () => ID }) postId: string,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string,
    @Args('day', { type: () => String, nullable: true }) day?: string,
  ): Promise<MatchExplanationNode> {
    return explanationNode(await this.matches.explain(viewer, postId, personId ?? null, day ?? null));
  }
}
