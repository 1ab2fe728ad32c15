import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@tongxing/access';
import { PostService } from './post.service.js';
import { PublicPostArgs, PublicPostNode, PublicPostPage } from './post.types.js';

@Resolver()
export class PostResolver {
  constructor(private readonly posts: PostService) {}

  @Public()
  @Query(() => PublicPostPage, { description: '全部岗位: those one can apply to, the newest first' })
  publicPosts(@Args() { filter, ...page }: PublicPostArgs): Promise<PublicPostPage> {
    return this.posts.publicPosts(page, filter ?? null);
  }

  @Public()
  @Query(() => PublicPostNode, { nullable: true, description: 'One open post; null when it has closed' })
  publicPost(@Args('id', { type: () => ID }) id: string): Promise<PublicPostNode | null> {
    return this.posts.publicPost(id);
  }
}
