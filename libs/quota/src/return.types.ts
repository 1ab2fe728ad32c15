import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

const MONTHS = 12;
const MAX_TEXT = 20;

@ObjectType('QuotaReturn', {
  description: '年审申报 of one employer and year; figures are null while they were not said',
})
export class QuotaReturnNode {
  @Field(() => Int, { description: 'The year of filing, which is the levy year Y' }) year: number;
  @Field(() => Int, { description: 'The calendar year of the figures, Y-1: 年度 of the rosters' }) factYear: number;
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String, {
    description: 'NOT_STARTED, DRAFT, FILED, ACCEPTED, UNDER_REVIEW, RETURNED, VERIFIED, OBJECTED or LAPSED',
  })
  state: string;
  @Field(() => String) stateText: string;
  @Field(() => [Int], { nullable: true, description: 'Twelve' }) monthlyHeadcount: number[] | null;
  @Field(() => Int, { nullable: true, description: '其中劳务派遣' }) dispatched: number | null;
  @Field(() => Int, { nullable: true }) seasonalWorkers: number | null;
  @Field(() => Int, { nullable: true }) seasonalMonths: number | null;
  @Field(() => String, { nullable: true, description: '年工资总额' }) payrollYuan: string | null;
  @Field(() => Int, { description: 'Declared disabled employees, heads' }) hires: number;
  @Field(() => Int, { nullable: true, description: 'To be sent back with a change; null: nothing stands' })
  version: number | null;
}

@InputType()
export class QuotaReturnInput {
  @Field(() => Int, { description: 'The year of filing; the figures are those of the year before' })
  @IsInt()
  year: number;

  @Field(() => [Int], { description: 'Twelve month headcounts' })
  @IsArray()
  @ArrayMinSize(MONTHS)
  @ArrayMaxSize(MONTHS)
  @IsInt({ each: true })
  @Min(0, { each: true })
  monthlyHeadcount: number[];

  @Field(() => Int, { nullable: true, description: '其中劳务派遣' })
  @IsOptional()
  @IsInt()
  @Min(0)
  dispatched?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  seasonalWorkers?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  seasonalMonths?: number | null;

  @Field(() => String, { description: '年工资总额, decimal text' })
  @IsString()
  @MaxLength(MAX_TEXT)
  payrollYuan: string;

  @Field(() => Int, { nullable: true, description: 'Of the return as it was read; absent for the first' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}
