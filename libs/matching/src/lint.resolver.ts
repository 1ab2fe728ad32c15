import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { LintPostInput } from '@tongxing/employers';
import { LintService } from './lint.service.js';
import { lintNode, PostLintNode } from './lint.types.js';

@Resolver()
export class LintResolver {
  constructor(private readonly linter: LintService) {}

  @Allow('post.lint')
  @Query(() => PostLintNode, { description: 'What of a post as written keeps people out; nothing is stored' })
  async lintPost(@Args('input') input: LintPostInput, @Viewer() viewer: SignedIn): Promise<PostLintNode> {
    return lintNode(await this.linter.lint(viewer, input));
  }
}
