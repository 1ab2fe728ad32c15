import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PublicPostNode } from '@tongxing/employers';
import { PageArgs, Paged } from '@tongxing/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  JOB_APPLICATION_STATES,
  type JobApplicationState,
  DECLINE_REASONS,
  type EmployerState,
  REFUSE_REASONS,
  RETENTION_MONTHS,
} from '@tongxing/rules';
import { EMPLOYER_WORDS, INTERVIEW_WAYS } from '../job-application.words.js';
import { PLACEMENT_ENDS } from '../placements/placement.words.js';

const MAX_ID = 40;
const MAX_NOTE = 500;
const MAX_PLACE = 100;
const MAX_DAY = 10;
const MAX_MONEY = 12;
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;

@ObjectType({ description: '面试' })
export class InterviewNode {
  @Field(() => String, { description: '`2026-12-01 09:30`, Chinese time' }) at: string;
  @Field(() => String) place: string;
  @Field(() => String, { description: 'In words' }) way: string;
}

@ObjectType({ description: '录用条件' })
export class OfferNode {
  @Field(() => String) monthlyWageYuan: string;
  @Field(() => String) startsOn: string;
  @Field(() => String, { description: 'The last day for an answer; nothing follows from a silence' }) replyBy: string;
  @Field(() => String, { nullable: true }) acceptedOn: string | null;
}

/** What an employer sees of whoever asks for its post: a type of its own, with nothing in it to hide. */
@ObjectType('Applicant', {
  description: '应聘的人 as an employer sees him: a reference, until he said that the employer may see who he is',
})
export class ApplicantNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => PublicPostNode) post: PublicPostNode;
  @Field(() => String, { description: 'Differs from post to post' }) reference: string;
  @Field(() => String) state: EmployerState;
  @Field(() => String) stateText: string;
  @Field(() => Boolean, { description: '残联推荐的' }) referred: boolean;
  @Field(() => String) appliedOn: string;
  @Field(() => Boolean, { description: 'The rules found him fit for what the post asks for on that day' })
  meets: boolean;
  @Field(() => Boolean) released: boolean;
  @Field(() => String, { nullable: true, description: 'Null until released' }) name: string | null;
  @Field(() => String, { nullable: true, description: 'As the person gave it for this post; null until released' })
  contactPhone: string | null;
  @Field(() => String, { nullable: true }) contactWay: string | null;
  @Field(() => [String], { description: 'What the person wants this employer to know; empty otherwise' })
  needs: string[];
  @Field(() => [String], { description: 'Who comes along, where the person lets this employer know; empty otherwise' })
  comingAlong: string[];
  @Field(() => String, { nullable: true, description: 'The person’s own words; null until released' })
  note: string | null;
  @Field(() => InterviewNode, { nullable: true }) interview: InterviewNode | null;
  @Field(() => OfferNode, { nullable: true }) offer: OfferNode | null;
  @Field(() => String, { nullable: true, description: 'The employer’s own' }) refuseReason: string | null;
  @Field(() => [String], { description: 'What the viewer may make of it now' }) moves: string[];
}

@ObjectType()
export class ApplicantPage extends Paged(ApplicantNode) {}

@ArgsType()
export class PostApplicantsArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  postId: string;

  @Field(() => [String], {
    nullable: true,
    description: 'NEW, INTERVIEW, OFFERED, ACCEPTED, ONBOARD, REFUSED, GONE, LEFT',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(Object.keys(EMPLOYER_WORDS).length)
  @IsIn(Object.keys(EMPLOYER_WORDS), { each: true })
  states?: EmployerState[] | null;
}

@InputType()
export class ReferToPostInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  personId: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  postId: string;

  @Field(() => String, { nullable: true, description: 'To the person' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class InterviewInput {
  @Field(() => String, { description: '`2026-12-01 09:30`, Chinese time, not in the past' })
  @Matches(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
  at: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_PLACE)
  place: string;

  @Field(() => String, { description: 'FACE, PHONE or VIDEO' })
  @IsIn(Object.keys(INTERVIEW_WAYS))
  way: keyof typeof INTERVIEW_WAYS;
}

@InputType()
export class OfferInput {
  @Field(() => String, { description: 'A month' })
  @IsString()
  @MaxLength(MAX_MONEY)
  wageYuan: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_DAY)
  startsOn: string;

  @Field(() => String, { description: 'The last day for an answer' })
  @IsString()
  @MaxLength(MAX_DAY)
  replyBy: string;
}

@InputType()
export class MoveApplicationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: 'INTERVIEW, OFFERED, ONBOARD or REFUSED' })
  @IsIn(JOB_APPLICATION_STATES)
  to: (typeof JOB_APPLICATION_STATES)[number];

  @Field(() => String, {
    nullable: true,
    description: 'FILLED, SKILL, TERMS, NO_SHOW, NO_CONTACT, CLOSED or NONE, for REFUSED',
  })
  @IsOptional()
  @IsIn(Object.keys(REFUSE_REASONS))
  reason?: keyof typeof REFUSE_REASONS | null;

  @Field(() => InterviewInput, { nullable: true, description: 'For INTERVIEW' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InterviewInput)
  interview?: InterviewInput | null;

  @Field(() => OfferInput, { nullable: true, description: 'For OFFERED' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfferInput)
  offer?: OfferInput | null;

  @Field(() => String, { nullable: true, description: 'The first day worked, not after today, for ONBOARD' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  startedOn?: string | null;
}

@InputType()
export class RespondToOfferInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Boolean)
  @IsBoolean()
  accept: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'HEALTH, CARE, NOT_AS_DESCRIBED, NO_ACCOMMODATION, TRAVEL: never counted; OTHER or NONE. Wanted for a no.',
  })
  @IsOptional()
  @IsIn(Object.keys(DECLINE_REASONS))
  reason?: keyof typeof DECLINE_REASONS | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  reasonText?: string | null;
}

@InputType()
export class DeclineReferralInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => String, { description: 'As of `respondToOffer`' })
  @IsIn(Object.keys(DECLINE_REASONS))
  reason: keyof typeof DECLINE_REASONS;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  reasonText?: string | null;
}

@InputType()
export class ReleaseApplicationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Boolean, { description: 'May the employer see name and phone; false takes it back' })
  @IsBoolean()
  release: boolean;

  @Field(() => String, { nullable: true, description: '11 digits; wanted for a yes' })
  @IsOptional()
  @Matches(/^1\d{10}$/, { message: 'phone' })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'CALL, SMS, WECHAT or HELPER; wanted for a yes' })
  @IsOptional()
  @IsIn(['CALL', 'SMS', 'WECHAT', 'HELPER'])
  contactWay?: string | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  needs?: string[] | null;

  @Field(() => Boolean, { description: 'May the employer know the needs' })
  @IsBoolean()
  shareNeeds: boolean;

  @Field(() => [String], { nullable: true, description: 'Which of them; all, unless given' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sharedNeeds?: string[] | null;
}

@ObjectType({ description: '稳岗回访 that is due' })
export class RetentionDueNode {
  @Field(() => Int) month: number;
  @Field(() => String) dueOn: string;
}

@ObjectType('Referral', { description: '推荐: as the office follows it' })
export class ReferralNode {
  @Field(() => ID) id: string;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => PublicPostNode) post: PublicPostNode;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Boolean, { description: '推荐的; otherwise asked for by the person' }) referred: boolean;
  @Field(() => String, { nullable: true, description: 'Who brought the person' }) referredBy: string | null;
  @Field(() => String, { description: 'Where the person lives' }) personPlace: string;
  @Field(() => String) appliedOn: string;
  @Field(() => Boolean, {
    description: 'The day for an answer to an offer is over: go and see the person. Never counted.',
  })
  silent: boolean;
  @Field(() => [RetentionDueNode]) due: RetentionDueNode[];
}

@ObjectType()
export class ReferralPage extends Paged(ReferralNode) {}

@InputType()
export class ReferralFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only where something is to be done today: a check, a silence' })
  @IsOptional()
  @IsBoolean()
  dueOnly?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'APPLIED, REFERRED … LEFT' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(JOB_APPLICATION_STATES.length)
  @IsIn(JOB_APPLICATION_STATES, { each: true })
  states?: JobApplicationState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'true: referrals; false: asked for by the person' })
  @IsOptional()
  @IsBoolean()
  referred?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where the person lives: 2 to 12 digits' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  postId?: string | null;
}

@ArgsType()
export class ReferralsArgs extends PageArgs {
  @Field(() => ReferralFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReferralFilter)
  filter?: ReferralFilter | null;
}

@InputType()
export class RecordRetentionInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  applicationId: string;

  @Field(() => Int, { description: '1, 3, 6 or 12' })
  @IsIn(RETENTION_MONTHS)
  month: (typeof RETENTION_MONTHS)[number];

  @Field(() => Boolean)
  @IsBoolean()
  stillThere: boolean;

  @Field(() => String, { nullable: true, description: 'The last day worked; wanted where the person is gone' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  leftOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'TERM, PENSION, OTHER_JOB, RESIGNED, DISMISSED …; wanted where the person is gone',
  })
  @IsOptional()
  @IsIn(Object.keys(PLACEMENT_ENDS))
  leftBecause?: keyof typeof PLACEMENT_ENDS | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}

@ObjectType('RefusalCase', { description: '无故拒绝的告知、申诉和决定' })
export class RefusalCaseNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'PERSON or UNIT' }) side: string;
  @Field(() => String, { nullable: true, description: 'For the office' }) personName: string | null;
  @Field(() => String, { nullable: true }) postTitle: string | null;
  @Field(() => String, { nullable: true }) employerName: string | null;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Int) counted: number;
  @Field(() => Int, { description: 'The dated parameter on the day of the notice' }) limit: number;
  @Field(() => String, { description: '依据' }) source: string;
  @Field(() => String) noticedOn: string;
  @Field(() => String) appealUntil: string;
  @Field(() => String, { nullable: true }) appeal: string | null;
  @Field(() => String, { nullable: true }) decision: string | null;
  @Field(() => String, { nullable: true }) decidedOn: string | null;
  @Field(() => String, { nullable: true }) barredUntil: string | null;
  @Field(() => Boolean) canAppeal: boolean;
  @Field(() => Boolean) canDecide: boolean;
}

@ObjectType()
export class RefusalCasePage extends Paged(RefusalCaseNode) {}

@InputType()
export class DecideRefusalsInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => Boolean, { description: 'True: the status with its end date; false: nothing follows' })
  @IsBoolean()
  uphold: boolean;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_NOTE)
  reason: string;
}
