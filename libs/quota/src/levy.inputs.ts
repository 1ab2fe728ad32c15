import { Field, InputType, Int } from '@nestjs/graphql';
import type { CertificateKind, UnitKind } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Values are checked by the rule itself, which names the field; here only shape and size. */
const MAX_TEXT = 40;
const MAX_HIRES = 500;

@InputType()
export class LevyHireInput {
  @Field(() => String, { description: 'DISABLED_PERSON or DISABLED_VETERAN' })
  @IsString()
  @MaxLength(MAX_TEXT)
  certificate: CertificateKind;

  @Field(() => Int, { description: '1–4, of a veteran 1–10; 1 is the heaviest' })
  @IsInt()
  grade: number;

  @Field(() => [Int], { description: 'Months that count, 1–12' })
  @IsArray()
  @ArrayMaxSize(12)
  months: number[];
}

@InputType()
export class LevyArrearsInput {
  @Field(() => Boolean, {
    description: 'The finance department ordered payment within a term, and the term was missed',
  })
  @IsBoolean()
  finalNoticeMissed: boolean;

  @Field(() => Int)
  @IsInt()
  daysOverdue: number;
}

@InputType()
export class LevyEstimateInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  id?: string;

  @Field(() => Int, { description: 'Levy year Y; the facts are those of Y-1' })
  @IsInt()
  year: number;

  @Field(() => String, { description: '6 or 12 digits' })
  @IsString()
  @MaxLength(MAX_TEXT)
  divisionCode: string;

  @Field(() => String, {
    description: 'ENTERPRISE, GOVERNMENT_ORGAN, PUBLIC_INSTITUTION, SOCIAL_ORGANISATION or PRIVATE_NON_ENTERPRISE',
  })
  @IsString()
  @MaxLength(MAX_TEXT)
  unitKind: UnitKind;

  @Field(() => String, { nullable: true, description: 'Annual average of employees, decimal text' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  employees?: string;

  @Field(() => [Int], { nullable: true, description: 'Instead of employees: twelve month headcounts' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  monthlyHeadcount?: number[];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  averageWageYuan?: string;

  @Field(() => String, { nullable: true, description: 'Instead of averageWageYuan' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  payrollYuan?: string;

  @Field(() => String, { nullable: true, description: 'Overrides the dated parameter' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  socialAverageWageYuan?: string;

  @Field(() => String, { nullable: true, description: 'Overrides the dated parameter: 0.015 or 3/200' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  quotaRatio?: string;

  @Field(() => String, { nullable: true, description: 'Weighted person-years' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  countedHires?: string;

  @Field(() => [LevyHireInput], { nullable: true, description: 'Instead of countedHires' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_HIRES)
  @ValidateNested({ each: true })
  @Type(() => LevyHireInput)
  hires?: LevyHireInput[];

  @Field(() => LevyArrearsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => LevyArrearsInput)
  arrears?: LevyArrearsInput;
}
