import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PageArgs, Paged } from '@tongxing/platform';
import { type IsoDate, WORK_KINDS } from '@tongxing/rules';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

/** How a post stands for whoever looks for one: a post whose last day is over is no longer OPEN. */
export const POST_STANDS = ['DRAFT', 'OPEN', 'PAUSED', 'ENDED', 'CLOSED'] as const;
export type PostStand = (typeof POST_STANDS)[number];
const MAX_TEXT = 60;

@InputType()
export class OfficePostFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'DRAFT; OPEN: one can apply today; PAUSED: not confirmed in time; ENDED: open, but its last day is over or nobody is wanted any more; CLOSED',
  })
  @IsOptional()
  @IsIn([...POST_STANDS])
  stand?: PostStand | null;

  @Field(() => String, { nullable: true, description: 'A kind of post' })
  @IsOptional()
  @IsIn([...WORK_KINDS])
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the work is: 2 to 12 digits' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the title or of the employer’s name' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  text?: string | null;
}

@ArgsType()
export class OfficePostsArgs extends PageArgs {
  @Field(() => OfficePostFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficePostFilter)
  filter?: OfficePostFilter | null;
}

@ObjectType('OfficePost', { description: 'A post on the office’s list' })
export class OfficePostNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) kind: string;
  @Field(() => String) stand: PostStand;
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'Of the work place' }) divisionName: string;
  @Field(() => Int) openings: number;
  @Field(() => String) publishedOn: IsoDate;
  @Field(() => String) closesOn: IsoDate;
  @Field(() => Int, { description: 'Applications and referrals that run' }) running: number;
  @Field(() => Int, { description: 'Those that ever came in' }) applications: number;
}

@ObjectType()
export class OfficePostPage extends Paged(OfficePostNode) {}

@ObjectType('PostEvent', { description: 'One change of a post' })
export class PostEventNode {
  @Field(() => Date) at: Date;
  @Field(() => String, { description: 'By whom: 单位, 残联 …' }) by: string;
  @Field(() => String, { description: 'What was done' }) says: string;
}

@ObjectType('OfficePostFile', { description: 'A post with what was done to it' })
export class OfficePostFileNode {
  @Field(() => OfficePostNode) post: OfficePostNode;
  @Field(() => String, { nullable: true, description: 'Of the project it belongs to' }) projectTitle: string | null;
  @Field(() => [PostEventNode], { description: 'The newest first' }) history: PostEventNode[];
}

@ObjectType('TableFile', { description: 'A list as a file' })
export class TableFileNode {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'CSV, UTF-8 with its mark' }) text: string;
}
