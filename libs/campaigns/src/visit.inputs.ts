import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { METS, type Met, NEEDS, SITUATIONS, type Situation } from './campaign.words.js';

const MAX_STEP = 60;
const MAX_NOTE = 500;

@InputType()
export class RecordVisitInput {
  @Field(() => ID, { description: 'UUID made by the client: sent twice, it is one visit' })
  @IsUUID()
  id: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  personId: string;

  @Field(() => String, { description: 'YYYY-MM-DD, today or earlier' })
  @IsString()
  @MaxLength(10)
  visitedOn: string;

  @Field(() => String, { description: 'SELF FAMILY NOBODY MOVED UNWILLING' })
  @IsIn(Object.keys(METS))
  met: Met;

  @Field(() => String, { nullable: true, description: 'EMPLOYED UNEMPLOYED FLEXIBLE STUDENT' })
  @IsOptional()
  @IsIn(Object.keys(SITUATIONS))
  situation?: Situation | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: not asked' })
  @IsOptional()
  @IsBoolean()
  wantsWork?: boolean | null;

  @Field(() => [String], { nullable: true, description: '岗位 培训 补贴 辅具 别的' })
  @IsOptional()
  @ArrayMaxSize(NEEDS.length)
  @ArrayUnique()
  @IsIn(NEEDS, { each: true })
  needs?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: not asked' })
  @IsOptional()
  @IsBoolean()
  smsConsent?: boolean | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_STEP)
  nextStep?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, after the visit' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  nextOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}
