import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PublicPostNode } from '@tongxing/employers';
import { Paged } from '@tongxing/platform';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { InterviewNode, OfferNode } from './applications/application.types.js';

const MAX_ID = 40;
const MAX_NOTE = 500;
const MAX_NEED = 40;
const MAX_NEEDS = 20;
const WAYS = ['CALL', 'SMS', 'WECHAT', 'HELPER'];

@InputType()
export class ApplyToPostInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  postId: string;

  @Field(() => String, { description: '11 digits' })
  @Matches(/^1\d{10}$/, { message: 'phone' })
  contactPhone: string;

  @Field(() => String, { description: 'CALL, SMS, WECHAT or HELPER: how the person wants to be reached' })
  @IsString()
  @IsIn(WAYS)
  contactWay: string;

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(MAX_NEEDS)
  @IsString({ each: true })
  @MaxLength(MAX_NEED, { each: true })
  needs: string[];

  @Field(() => Boolean, { description: 'May the employer know the needs' })
  @IsBoolean()
  shareNeeds: boolean;

  @Field(() => [String], { nullable: true, description: 'Which of them; all, unless given' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_NEEDS)
  @IsString({ each: true })
  @MaxLength(MAX_NEED, { each: true })
  sharedNeeds?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(/^[A-Za-z0-9_.:-]{8,80}$/)
  idempotencyKey: string;
}

@ObjectType('JobApplication', { description: '应聘, as the person sees it' })
export class JobApplicationNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => PublicPostNode) post: PublicPostNode;
  @Field(() => String) state: string;
  @Field(() => String, { description: 'In the applicant’s words' }) stateText: string;
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field(() => String, { description: '谁来做下一步' }) nextBy: string;
  @Field(() => String) appliedOn: string;
  @Field(() => Boolean) withdrawable: boolean;
  @Field(() => Boolean, { description: 'A no to it is given with a reason' }) declinable: boolean;
  @Field(() => Boolean, { description: '残联推荐的' }) referred: boolean;
  @Field(() => String, { nullable: true, description: 'What the counsellor wrote with it' }) referralNote:
    | string
    | null;
  @Field(() => Boolean, { description: 'The employer may see name and phone' }) released: boolean;
  @Field(() => Boolean, { description: 'That can still be said or taken back' }) releasable: boolean;
  @Field(() => Boolean) shareNeeds: boolean;
  @Field(() => String) contactPhone: string;
  @Field(() => String) contactWay: string;
  @Field(() => [String]) needs: string[];
  @Field(() => [String], { description: 'Those of them that the employer may know' }) sharedNeeds: string[];
  @Field(() => InterviewNode, { nullable: true }) interview: InterviewNode | null;
  @Field(() => OfferNode, { nullable: true }) offer: OfferNode | null;
  @Field(() => String, { nullable: true }) declineReason: string | null;
}

@ObjectType()
export class JobApplicationPage extends Paged(JobApplicationNode) {}
