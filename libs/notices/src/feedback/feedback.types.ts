import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsPlainText, Paged, PageArgs } from '@tongxing/platform';
import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { FEEDBACK_KINDS, type FeedbackKind } from './feedback.entity.js';

export const MAX_FEEDBACK = 1_000;

@InputType()
export class SendFeedbackInput {
  @Field(() => String, { description: 'OPINION, COMPLAINT or BROKEN: a page that cannot be used' })
  @IsIn(FEEDBACK_KINDS)
  kind: FeedbackKind;

  @Field(() => String, { description: 'The county whose office shall answer, one of feedbackCounties' })
  @Length(12, 12)
  divisionCode: string;

  @Field(() => String, { description: 'At most 1,000 characters' })
  @IsString()
  @Matches(/\S/u)
  @MaxLength(MAX_FEEDBACK)
  text: string;

  @Field(() => String, { nullable: true, description: 'For an answer by phone; may be left out' })
  @IsOptional()
  @Matches(/^[\d +-]{7,20}$/)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the page that it is about' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(300)
  page?: string | null;

  @Field(() => String)
  @IsString()
  @MinLength(8)
  @MaxLength(64)
  idempotencyKey: string;
}

@InputType()
export class AnswerFeedbackInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  id: string;

  @Field(() => String, { description: 'What was said, or done; who was signed in gets it as a message' })
  @IsString()
  @IsNotEmpty()
  @Matches(/\S/u)
  @MaxLength(500)
  answer: string;

  @Field(() => String, { description: 'Made by the client, 8 to 80 letters, digits or dashes' })
  @IsString()
  @MaxLength(80)
  idempotencyKey: string;
}

@ArgsType()
export class FeedbackArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the answered ones, the newest first; else what waits, by the day it is due',
  })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

@ObjectType('FeedbackCounty', { description: 'A county that answers, and how soon' })
export class FeedbackCountyNode {
  @Field(() => String, { description: '12 digits' }) code: string;
  @Field(() => String) name: string;
  @Field(() => Int, { description: 'Working days within which it is answered' }) answerDays: number;
}

@ObjectType('FeedbackReceipt', { description: '意见回执: the number to quote and the day of the answer' })
export class FeedbackReceiptNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) answerBy: string;
}

@ObjectType('Feedback', { description: '意见、投诉; for the office only' })
export class FeedbackNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'OPINION, COMPLAINT or BROKEN' }) kind: string;
  @Field(() => String) text: string;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true, description: 'The page that it is about' }) page: string | null;
  @Field(() => Boolean, { description: 'The sender was signed in: the answer goes to the inbox' }) byMessage: boolean;
  @Field(() => String, { description: 'Day it came' }) receivedOn: string;
  @Field(() => String, { description: 'Day by which it is answered' }) answerBy: string;
  @Field(() => Boolean, { description: 'That day is over, and it is not answered' }) late: boolean;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => String, { nullable: true, description: 'Day it was answered' }) answeredOn: string | null;
}

@ObjectType('FeedbackPage')
export class FeedbackPage extends Paged(FeedbackNode) {}
