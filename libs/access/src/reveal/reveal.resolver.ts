import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { Allow, Viewer } from '../access.guard.js';
import type { Viewer as ViewerValue } from '../viewer.js';
import { RevealService } from './reveal.service.js';
import { REVEAL_REASONS } from './reveal.words.js';

@InputType()
export class RevealInput {
  @Field(() => String, { description: 'Which value: personPhone, payoutAccount …' })
  @IsString()
  @MaxLength(40)
  field: string;

  @Field(() => ID, { description: 'Whose: the person, application, payout … that the field belongs to' })
  @IsUUID()
  subjectId: string;

  @Field(() => String, { description: 'IDENTITY CONTACT ACCOUNT DOCUMENT COMPLAINT INSPECTION' })
  @IsString()
  @MaxLength(40)
  reason: string;

  @Field(() => String, { description: '5 to 200 characters, without any number of a person' })
  @IsString()
  @MaxLength(1_000)
  note: string;
}

@ObjectType()
export class RevealReasonNode {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType({ description: 'What would be shown, and whose it is' })
export class RevealSubject {
  @Field(() => String, { description: '手机号' }) title: string;
  @Field(() => String) whose: string;
  @Field(() => [RevealReasonNode]) reasons: RevealReasonNode[];
}

@ObjectType('Revealed', { description: '一个完整号码' })
export class RevealedNode {
  @Field(() => String, { description: '手机号' }) title: string;
  @Field(() => String) whose: string;
  @Field(() => String, { description: 'Clear; to be taken away at hiddenAt and kept nowhere' }) value: string;
  @Field(() => GraphQLISODateTime) hiddenAt: Date;
}

const REASONS = Object.entries(REVEAL_REASONS).map(([code, text]) => ({ code, text }));

@Resolver()
export class RevealResolver {
  constructor(private readonly reveals: RevealService) {}

  @Allow('reveal.request')
  @Query(() => RevealSubject, { description: 'Before a look: which value of whom, and the reasons to choose from' })
  async revealSubject(
    @Args('field', { type: () => String }) field: string,
    @Args('subjectId', { type: () => ID }) subjectId: string,
    @Viewer() viewer: ViewerValue,
  ): Promise<RevealSubject> {
    return { ...(await this.reveals.subject(viewer, field, subjectId)), reasons: REASONS };
  }

  @Allow('reveal.request')
  @Mutation(() => RevealedNode, { description: 'One clear value for a minute; every look is in the audit chain' })
  reveal(@Args('input') input: RevealInput, @Viewer() viewer: ViewerValue): Promise<RevealedNode> {
    return this.reveals.reveal(viewer, input);
  }
}
