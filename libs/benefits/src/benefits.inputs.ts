import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsPlainText, PageArgs } from '@tongxing/platform';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';

const ID_LENGTH = 36;
const KEY_LENGTH = 80;
const REASON_LENGTH = 300;

/** A field that makes a request the same one however often it is sent. */
const KEY = {
  description: 'Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply',
};

@InputType()
export class ApplyForSchemeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(32)
  schemeCode: string;

  @Field(() => ID, { nullable: true, description: 'Set when a returned application is filed again' })
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH)
  applicationId?: string;

  @Field(() => String)
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  course: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(5_000)
  courseHours: number;

  @Field(() => String)
  @IsString()
  @MaxLength(20)
  feeYuan: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(10)
  periodStart: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(10)
  periodEnd: string;

  @Field(() => String)
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  accountName: string;

  @Field(() => String, {
    nullable: true,
    description: "Left out: the account that the office holds of the person. A new one must be the person's own",
  })
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(40)
  accountNumber?: string;

  @Field(() => Boolean, { nullable: true, description: 'The applicant states to hold it; true when left out' })
  @IsOptional()
  @IsBoolean()
  certificateObtained?: boolean;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@InputType()
export class DecideApplicationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  id: string;

  @Field(() => Int, { description: 'As it was read' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: 'REVIEW or APPROVE' })
  @IsIn(['REVIEW', 'APPROVE'])
  step: 'REVIEW' | 'APPROVE';

  @Field(() => String, { description: 'APPROVE, RETURN or REJECT' })
  @IsIn(['APPROVE', 'RETURN', 'REJECT'])
  outcome: 'APPROVE' | 'RETURN' | 'REJECT';

  @Field(() => String, { nullable: true, description: 'Wanted to return or reject; the applicant reads it' })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  reason?: string;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@InputType()
export class PublishNoticeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(32)
  schemeCode: string;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@InputType()
export class AllotEnvelopeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(32)
  schemeCode: string;

  @Field(() => Int)
  @IsInt()
  @Min(2020)
  @Max(2100)
  year: number;

  @Field(() => String, { description: '残保金, 中央, 省, 县' })
  @IsString()
  @IsPlainText()
  @MinLength(1)
  @MaxLength(60)
  source: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(60)
  budgetItem?: string;

  @Field(() => String, { description: 'Decimal text; with a minus sign money is taken back' })
  @IsString()
  @MaxLength(20)
  amountYuan: string;

  @Field(() => String, { description: 'Number of the paper; it is booked once' })
  @IsString()
  @IsPlainText()
  @MinLength(1)
  @MaxLength(80)
  document: string;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@InputType()
export class SealBatchInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  envelopeId: string;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@InputType()
export class ReleaseBatchInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  id: string;

  @Field(() => String, KEY)
  @IsString()
  @MaxLength(KEY_LENGTH)
  idempotencyKey: string;
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => String, { description: 'REVIEW or APPROVE' })
  @IsIn(['REVIEW', 'APPROVE'])
  step: 'REVIEW' | 'APPROVE';
}

@ArgsType()
export class LedgerArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  @MaxLength(ID_LENGTH)
  envelopeId: string;
}

@ArgsType()
export class PayoutArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'READY, PAID …; every state when left out' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  state?: string;
}
