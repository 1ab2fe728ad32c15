import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { ShortlistService } from './shortlist.service.js';
import {
  EmployerShortlistNode,
  employerShortlistNode,
  ShortlistArgs,
  ShortlistPage,
  shortlistPage,
} from './shortlist.types.js';

@Resolver()
export class ShortlistResolver {
  constructor(private readonly shortlists: ShortlistService) {}

  @Allow('match.people')
  @Query(() => ShortlistPage, { description: 'People of the region who fit a post, the best first' })
  async shortlist(
    @Args() { postId, day, unknown, ...page }: ShortlistArgs,
    @Viewer() viewer: SignedIn,
  ): Promise<ShortlistPage> {
    return shortlistPage(await this.shortlists.shortlist(viewer, postId, page, { day, unknown }));
  }

  @Allow('match.candidates')
  @Query(() => EmployerShortlistNode, { description: 'Who might suit an own post, without a name' })
  async employerShortlist(
    @Args('postId', { type: () => ID }) postId: string,
    @Viewer() viewer: SignedIn,
  ): Promise<EmployerShortlistNode> {
    return employerShortlistNode(await this.shortlists.employerShortlist(viewer, postId));
  }
}
