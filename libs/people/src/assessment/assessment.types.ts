import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsPlainText } from '@tongxing/platform';
import { MAX_ABILITY_LEVEL } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const ITEMS = 16;
const MAX_CODE = 32;
const MAX_NAME = 40;
const MAX_AIDS = 10;
const MAX_WORD = 30;
const MAX_DAY = 10;

@InputType({ description: 'One assessed item of the ability scale' })
export class AssessedItemInput {
  @Field(() => String, { description: 'LIFT, STAND … as on the scale' })
  @IsString()
  @MaxLength(MAX_CODE)
  item: string;

  @Field(() => Int, { description: '0 none – 4' })
  @IsInt()
  @Min(0)
  @Max(MAX_ABILITY_LEVEL)
  level: number;
}

@InputType({
  description: '能力评估 as a counsellor writes it down. An item left out was not assessed and stays unknown.',
})
export class SaveFunctionalProfileInput {
  @Field(() => ID)
  @IsUUID()
  personId: string;

  @Field(() => ID, { nullable: true, description: 'Absent: a new one; else the one that is put right' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'As it was read; needed with `id`' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => String, { description: 'Name of who assessed; empty: ASSESSMENT_SOURCE_REQUIRED' })
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_NAME)
  assessor: string;

  @Field(() => String, { description: 'YYYY-MM-DD, today or before; empty: ASSESSMENT_SOURCE_REQUIRED' })
  @IsString()
  @MaxLength(MAX_DAY)
  assessedOn: string;

  @Field(() => String, { nullable: true, description: 'Last day on which it counts; null: no end was set' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  validUntil?: string | null;

  @Field(() => [AssessedItemInput])
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @ValidateNested({ each: true })
  @Type(() => AssessedItemInput)
  levels: AssessedItemInput[];

  @Field(() => [String], { description: '辅具: own aids in use when assessed' })
  @IsArray()
  @ArrayMaxSize(MAX_AIDS)
  @IsString({ each: true })
  @MaxLength(MAX_WORD, { each: true })
  ownAids: string[];
}

@ObjectType('AssessedItem')
export class AssessedItemNode {
  @Field(() => String, { description: 'LIFT, STAND … in the order of the scale' }) item: string;
  @Field(() => Int, { nullable: true, description: 'Null: not assessed' }) level: number | null;
}

@ObjectType('FunctionalProfile', { description: '能力评估' })
export class FunctionalProfileNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) assessor: string;
  @Field(() => String) assessedOn: string;
  @Field(() => String, { nullable: true }) validUntil: string | null;
  @Field(() => String, { description: 'VALID: counts today; EXPIRED; REPLACED: there is a newer one' }) state: string;
  @Field(() => [AssessedItemNode], { description: 'All 16 items' }) items: AssessedItemNode[];
  @Field(() => [String]) ownAids: string[];
}

@ObjectType('CorrectedProfile', { description: 'An assessment as it stood before it was put right' })
export class CorrectedProfileNode {
  @Field(() => ID) id: string;
  @Field(() => String) assessor: string;
  @Field(() => String) assessedOn: string;
  @Field(() => GraphQLISODateTime) replacedAt: Date;
  @Field(() => [AssessedItemNode], { description: 'All 16 items' }) items: AssessedItemNode[];
}

@ObjectType('PersonAssessments', { description: '一个人的能力评估' })
export class PersonAssessmentsNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'The viewer may write an assessment of this person' }) mayAssess: boolean;
  @Field(() => [FunctionalProfileNode], { description: 'Newest first, at most 50' }) profiles: FunctionalProfileNode[];
  @Field(() => [CorrectedProfileNode], { description: 'Newest first, at most 50' }) corrected: CorrectedProfileNode[];
}
