import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { IsPlainText, PageArgs, Paged } from '@tongxing/platform';
import { type IsoDate, MAX_ABILITY_LEVEL, MOST_INTERN_MONTHS } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { WageRangeNode } from './post.types.js';

const MAX_CODE = 32;
const MAX_TITLE = 60;
const MAX_TASK = 60;
const MAX_DESCRIPTION = 500;
const MAX_BASIS = 200;
const MAX_LIST = 20;
const MAX_WORD = 30;
const MAX_AMOUNT = 12;
const MAX_OPENINGS = 10_000;
const MAX_WEEKLY_HOURS = 168;
const MIN_WEEKLY_HOURS = 0.5;
const ITEMS = 16;

@InputType({ description: 'What the work asks on one item of the ability scale' })
export class PostDemandInput {
  @Field(() => String, { description: 'LIFT, STAND … as on the scale' })
  @IsString()
  @MaxLength(MAX_CODE)
  item: string;

  @Field(() => Int, { description: '0 nothing – 4' })
  @IsInt()
  @Min(0)
  @Max(MAX_ABILITY_LEVEL)
  level: number;

  @Field(() => String, { nullable: true, description: 'The task it comes from; needed from level 2 on' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_TASK)
  task?: string | null;
}

@InputType({ description: 'A post as its employer writes it' })
export class LintPostInput {
  @Field(() => ID, { nullable: true, description: "Absent: the viewer's own; an officer names one of the region" })
  @IsOptional()
  @IsUUID()
  employerId?: string | null;

  @Field(() => String)
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_TITLE)
  title: string;

  @Field(() => String, { nullable: true, description: "做什么, in the employer's words" })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION)
  description?: string | null;

  @Field(() => String, {
    description: 'PUBLIC_WELFARE, PROPORTIONAL, CONCENTRATED, AUXILIARY, FLEXIBLE or INTERNSHIP',
  })
  @IsString()
  @MaxLength(MAX_CODE)
  kind: string;

  @Field(() => String, { nullable: true, description: '公益性岗位类别, only with PUBLIC_WELFARE' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_CODE)
  welfareKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Workshop or institution, only with CONCENTRATED and AUXILIARY' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_TITLE)
  unitName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'WAGE, PIECE, ALLOWANCE or SALES, only with AUXILIARY and FLEXIBLE',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CODE)
  payBasis?: string | null;

  @Field(() => ID, { nullable: true, description: 'A project of the county, only with FLEXIBLE' })
  @IsOptional()
  @IsUUID()
  projectId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Whole months, only with INTERNSHIP' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_INTERN_MONTHS)
  internMonths?: number | null;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_OPENINGS)
  openings: number;

  @Field(() => String, { description: 'Where the work is: 2 to 12 digits' })
  @Matches(DIVISION_CODE)
  workDivisionCode: string;

  @Field(() => Boolean, { description: '居家办公' })
  @IsBoolean()
  remote: boolean;

  @Field(() => String, { description: 'Yuan a month, decimal text' })
  @IsString()
  @MaxLength(MAX_AMOUNT)
  wageLowYuan: string;

  @Field(() => String, { description: 'Yuan a month, decimal text' })
  @IsString()
  @MaxLength(MAX_AMOUNT)
  wageHighYuan: string;

  @Field(() => Float, { nullable: true, description: 'Null: not stated' })
  @IsOptional()
  @IsNumber()
  @Min(MIN_WEEKLY_HOURS)
  @Max(MAX_WEEKLY_HOURS)
  weeklyHours?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Null: not stated' })
  @IsOptional()
  @IsBoolean()
  nightShift?: boolean | null;

  @Field(() => String, { nullable: true, description: '最低学历: NONE … POSTGRADUATE' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CODE)
  minEducation?: string | null;

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(MAX_WORD, { each: true })
  skills: string[];

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(MAX_WORD, { each: true })
  licences: string[];

  @Field(() => [String], { description: '提供的便利; 可提供… for what is promised' })
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(MAX_WORD, { each: true })
  provisions: string[];

  @Field(() => [PostDemandInput], { description: 'An item that is missing is not stated yet' })
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @ValidateNested({ each: true })
  @Type(() => PostDemandInput)
  demands: PostDemandInput[];

  @Field(() => String, { description: 'The last day to apply, YYYY-MM-DD' })
  @IsString()
  @MaxLength(MAX_CODE)
  closesOn: string;

  @Field(() => String, { nullable: true, description: 'The act behind a limit on age, sex or health' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_BASIS)
  legalBasis?: string | null;
}

@InputType({ description: 'A new draft without `id`; else the post as it is from now on' })
export class SavePostInput extends LintPostInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'With `id`: the version that was read' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

@ObjectType('PostFinding', { description: 'Something about one field of a post: what is wrong and how to mend it' })
export class PostFindingNode {
  @Field(() => String, {
    description:
      'LEGAL_BASIS_MISSING, DEMAND_INCOMPLETE, WAGE_BELOW_MINIMUM, HOURS_OVER_LIMIT, LAW_UNKNOWN, BASIS_UNUSED',
  })
  code: string;
  @Field(() => String, { description: 'title, wageLowYuan, demands.LIFT, tasks.LIFT …' }) field: string;
  @Field(() => String) message: string;
}

@ObjectType('PostFindings', { description: 'What the law says to the text of a post' })
export class PostFindingsNode {
  @Field(() => [PostFindingNode], { description: 'What stands in the way of publishing' }) refusals: PostFindingNode[];
  @Field(() => [PostFindingNode], { description: 'Worth a look; nothing is refused' }) cautions: PostFindingNode[];
}

@ObjectType('PostDemand')
export class PostDemandNode {
  @Field(() => String) item: string;
  @Field(() => Int) level: number;
  @Field(() => String, { nullable: true }) task: string | null;
}

@ObjectType('EmployerPost', { description: 'A post as its employer and the office see it' })
export class EmployerPostNode extends PostFindingsNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) employerId: string;
  @Field(() => String, { nullable: true, description: 'The other office that keeps it; null: written here' })
  originName: string | null;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'DRAFT, OPEN or CLOSED' }) state: string;
  @Field(() => Boolean, { description: 'One can apply today' }) takesApplications: boolean;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true, description: 'A code or own words' }) welfareKind: string | null;
  @Field(() => String, { nullable: true }) unitName: string | null;
  @Field(() => String, { nullable: true, description: 'A code' }) payBasis: string | null;
  @Field(() => ID, { nullable: true }) projectId: string | null;
  @Field(() => Int, { nullable: true }) internMonths: number | null;
  @Field(() => Int) openings: number;
  @Field(() => String) workDivisionCode: string;
  @Field(() => String) divisionName: string;
  @Field(() => Boolean) remote: boolean;
  @Field(() => WageRangeNode) monthlyWageYuan: WageRangeNode;
  @Field(() => Float, { nullable: true }) weeklyHours: number | null;
  @Field(() => Boolean, { nullable: true }) nightShift: boolean | null;
  @Field(() => String, { nullable: true, description: 'A code' }) minEducation: string | null;
  @Field(() => [String]) skills: string[];
  @Field(() => [String]) licences: string[];
  @Field(() => [String]) provisions: string[];
  @Field(() => [PostDemandNode], { description: 'In the order of the scale; what is missing is not stated' })
  demands: PostDemandNode[];
  @Field(() => String, { nullable: true }) legalBasis: string | null;
  @Field(() => String, { description: 'Of a draft: when it was begun' }) publishedOn: IsoDate;
  @Field(() => String) closesOn: IsoDate;
}

@ObjectType()
export class EmployerPostPage extends Paged(EmployerPostNode) {}

@ArgsType()
export class EmployerPostsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Absent: the viewer's own; an officer names one of the region" })
  @IsOptional()
  @IsUUID()
  employerId?: string | null;
}

@ObjectType('WorkPlace', { description: 'A town or street that work may be in' })
export class WorkPlaceNode {
  @Field(() => String) code: string;
  @Field(() => String) divisionName: string;
}
