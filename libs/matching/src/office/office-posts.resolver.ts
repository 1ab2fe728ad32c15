import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { OfficePostsService } from './office-posts.service.js';
import {
  OfficePostFileNode,
  OfficePostFilter,
  OfficePostPage,
  OfficePostsArgs,
  TableFileNode,
} from './office-posts.types.js';

@Resolver()
export class OfficePostsResolver {
  constructor(private readonly desk: OfficePostsService) {}

  @Allow('post.list')
  @Query(() => OfficePostPage, { description: 'Posts of the region in every state, the newest first' })
  officePosts(@Viewer() viewer: SignedIn, @Args() { filter, ...page }: OfficePostsArgs): Promise<OfficePostPage> {
    return this.desk.list(viewer, page, filter ?? null);
  }

  @Allow('post.list')
  @Query(() => OfficePostFileNode, { description: 'One of them, with what was done to it' })
  officePost(@Viewer() viewer: SignedIn, @Args('id', { type: () => ID }) id: string): Promise<OfficePostFileNode> {
    return this.desk.one(viewer, id);
  }

  @Allow('post.list')
  @Query(() => TableFileNode, { description: 'The list as a file' })
  officePostsFile(
    @Viewer() viewer: SignedIn,
    @Args('filter', { type: () => OfficePostFilter, nullable: true }) filter?: OfficePostFilter,
  ): Promise<TableFileNode> {
    return this.desk.file(viewer, filter ?? null);
  }
}
