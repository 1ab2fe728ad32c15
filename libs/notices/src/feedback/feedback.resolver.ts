import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { FeedbackService } from './feedback.service.js';
import {
  AnswerFeedbackInput,
  FeedbackArgs,
  FeedbackCountyNode,
  FeedbackNode,
  FeedbackPage,
  FeedbackReceiptNode,
  SendFeedbackInput,
} from './feedback.types.js';

@Resolver()
export class FeedbackResolver {
  constructor(private readonly service: FeedbackService) {}

  @Public()
  @Query(() => [FeedbackCountyNode], { description: 'Who answers, and within how many working days' })
  feedbackCounties(): Promise<FeedbackCountyNode[]> {
    return this.service.counties();
  }

  @Public()
  @Mutation(() => FeedbackReceiptNode, { description: '意见、投诉; anybody may send them' })
  sendFeedback(
    @Args('input') input: SendFeedbackInput,
    @Viewer() viewer: SignedIn | null,
  ): Promise<FeedbackReceiptNode> {
    return this.service.send(viewer, input);
  }

  @Allow('feedback.answer')
  @Query(() => FeedbackPage, { description: 'What the viewer’s region was sent' })
  feedbackDesk(@Args() args: FeedbackArgs, @Viewer() viewer: SignedIn): Promise<FeedbackPage> {
    return this.service.page(viewer, args);
  }

  @Allow('feedback.answer')
  @Query(() => FeedbackNode)
  feedback(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<FeedbackNode> {
    return this.service.one(viewer, id);
  }

  @Allow('feedback.answer')
  @Mutation(() => FeedbackNode, { description: 'Once; who was signed in gets it as a message' })
  answerFeedback(@Args('input') input: AnswerFeedbackInput, @Viewer() viewer: SignedIn): Promise<FeedbackNode> {
    return this.service.answer(viewer, input);
  }
}
