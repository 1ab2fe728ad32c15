import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PageArgs, Paged } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';

const MAX_TEXT = 40;

@ObjectType('WageRange', { description: 'Yuan a month, decimal text' })
export class WageRangeNode {
  @Field(() => String) low: string;
  @Field(() => String) high: string;
}

@ObjectType('PostOrigin', { description: '来自: the other office that keeps a post' })
export class PostOriginNode {
  @Field(() => String) officeName: string;
  @Field(() => String, { nullable: true, description: 'Of the office' }) phone: string | null;
  @Field(() => Boolean, { description: 'False: one applies at that office, not here' }) applyHere: boolean;
}

/** A post as everybody may see it. */
@ObjectType('PublicPost', { description: '岗位' })
export class PublicPostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, {
    description: 'PUBLIC_WELFARE, PROPORTIONAL, CONCENTRATED, AUXILIARY, FLEXIBLE or INTERNSHIP',
  })
  kind: string;
  @Field(() => String, { nullable: true, description: '公益性岗位类别, in words' }) welfareKind: string | null;
  @Field(() => String) employerName: string;
  @Field(() => PostOriginNode, { nullable: true, description: 'Null: a post of this house' })
  origin: PostOriginNode | null;
  @Field(() => String, { description: 'Where the work is, from the county down' }) divisionName: string;
  @Field(() => WageRangeNode) monthlyWageYuan: WageRangeNode;
  @Field(() => Int) openings: number;
  @Field(() => Boolean, { description: '居家办公' }) remote: boolean;
  @Field(() => Float, { nullable: true, description: 'Null: not stated' }) weeklyHours: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Null: not stated' }) nightShift: boolean | null;
  @Field(() => String, { nullable: true, description: '最低学历, in words' }) minEducation: string | null;
  @Field(() => [String]) skills: string[];
  @Field(() => [String]) licences: string[];
  @Field(() => [String], { description: '提供的便利' }) provisions: string[];
  @Field(() => [String], { description: 'What only posts of its kind have, a sentence each' }) kindFacts: string[];
  @Field(() => [String], { description: 'What the work asks of a person, a sentence each' }) duties: string[];
  @Field(() => String, { nullable: true, description: "做什么, in the employer's words" }) description: string | null;
  @Field(() => String, { nullable: true, description: '依据 of a limit on age, sex or health' }) legalBasis:
    | string
    | null;
  @Field(() => String) publishedOn: IsoDate;
  @Field(() => String, { description: 'The last day to apply' }) closesOn: IsoDate;
}

@ObjectType()
export class PublicPostPage extends Paged(PublicPostNode) {}

@InputType()
export class PublicPostFilter {
  @Field(() => String, { nullable: true, description: 'A kind of post' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the title or of the name of the employer' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Work place: 2 to 12 digits; posts in it and below' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Still open on this day, YYYY-MM-DD; today at the earliest' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  onDay?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only work at home' })
  @IsOptional()
  @IsBoolean()
  remote?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only posts that say at most 24 hours a week' })
  @IsOptional()
  @IsBoolean()
  partTime?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only work that asks the eyes for light and large shapes at most, or can be done with a screen reader',
  })
  @IsOptional()
  @IsBoolean()
  noSight?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Posts of a flexible-work project' })
  @IsOptional()
  @IsUUID()
  projectId?: string | null;
}

@ArgsType()
export class PublicPostArgs extends PageArgs {
  @Field(() => PublicPostFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PublicPostFilter)
  filter?: PublicPostFilter | null;
}
