import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { AskService } from './asks.service.js';
import { CandidateAskNode } from './asks.types.js';

@Resolver()
export class AskResolver {
  constructor(private readonly asks: AskService) {}

  @Allow('match.candidates')
  @Mutation(() => Boolean, { description: '请残联问问 one of the own list; the office asks the person first' })
  async askForCandidate(
    @Viewer() viewer: SignedIn,
    @Args('postId', { type: () => ID }) postId: string,
    @Args('candidateRef', { type: () => String }) candidateRef: string,
  ): Promise<boolean> {
    await this.asks.ask(viewer, postId, candidateRef);
    return true;
  }

  @Allow('application.refer')
  @Query(() => [CandidateAskNode], { description: 'Whom employers want to be asked, the oldest first; at most 100' })
  candidateAsks(@Viewer() viewer: SignedIn): Promise<CandidateAskNode[]> {
    return this.asks.waiting(viewer);
  }

  @Allow('application.refer')
  @Mutation(() => Boolean, { description: 'It will not be; the employer is not told' })
  async dropCandidateAsk(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<boolean> {
    await this.asks.drop(viewer, id, version);
    return true;
  }
}
