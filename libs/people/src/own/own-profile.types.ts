import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const MAX_CODE = 32;
const MAX_LIST = 20;
const MAX_WORD = 30;
const MAX_AMOUNT = 12;
/** As far as the farthest band of distances. */
const MAX_KM = 400;

@InputType({ description: 'A need, and whether a unit may be told' })
export class OwnNeedInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MAX_WORD)
  need: string;

  @Field(() => Boolean, { description: 'true: 给单位看; false: 只给辅导员看' })
  @IsBoolean()
  shared: boolean;
}

@InputType({ description: 'One part of the own profile; of the fields below those of the part count, and all of them' })
export class SaveProfileSectionInput {
  @Field(() => String, { description: 'SKILLS, WORK, PLACES or NEEDS' })
  @IsString()
  @MaxLength(MAX_CODE)
  section: string;

  @Field(() => Int, { description: 'As it was read' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => [String], { nullable: true, description: 'SKILLS' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(MAX_WORD, { each: true })
  skills?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'WORK: 想不想工作' })
  @IsOptional()
  @IsBoolean()
  wantsWork?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'WORK: kinds of posts; none: any' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(MAX_CODE, { each: true })
  wantedKinds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'WORK: yuan a month, decimal text; null: not said' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_AMOUNT)
  wantedWageYuan?: string | null;

  @Field(() => Int, { nullable: true, description: 'PLACES: the farthest way to work in km; null: no limit' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_KM)
  commuteKm?: number | null;

  @Field(() => [OwnNeedInput], { nullable: true, description: 'NEEDS: all of them' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @ValidateNested({ each: true })
  @Type(() => OwnNeedInput)
  needs?: OwnNeedInput[] | null;
}

@ObjectType('OwnNeed')
export class OwnNeedNode {
  @Field(() => String) need: string;
  @Field(() => Boolean, { description: 'A workplace must have it: posts without it are not recommended' })
  workplace: boolean;
  @Field(() => Boolean) chosen: boolean;
  @Field(() => Boolean, { description: '给单位看' }) shared: boolean;
}

@ObjectType('OwnSection')
export class OwnSectionNode {
  @Field(() => String) section: string;
  @Field(() => Boolean, { description: 'The person answered it, or the register knows something' }) done: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the person last answered it' })
  savedAt: Date | null;
}

@ObjectType('OwnProfile', { description: '我的资料: wishes and limits in the own words; never levels' })
export class OwnProfileNode {
  @Field(() => Int) version: number;
  @Field(() => [OwnSectionNode]) sections: OwnSectionNode[];
  @Field(() => [String]) skills: string[];
  @Field(() => Boolean, { nullable: true }) wantsWork: boolean | null;
  @Field(() => [String]) wantedKinds: string[];
  @Field(() => String, { nullable: true }) wantedWageYuan: string | null;
  @Field(() => Int, { nullable: true }) commuteKm: number | null;
  @Field(() => [OwnNeedNode], { description: 'The usual ones, and what the person named besides' })
  needs: OwnNeedNode[];
  @Field(() => Boolean, { description: 'Whether needs may be shown to units from this session' }) mayShare: boolean;
}
