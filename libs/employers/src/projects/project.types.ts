import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { IsPlainText, PageArgs, Paged } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

const MAX_KIND = 32;
const MAX_TITLE = 60;
const MAX_HOST = 100;
const MAX_DESCRIPTION = 300;
const MAX_CODE = 18;
const MAX_DAY = 10;
const MAX_PLACES = 10_000;

@ObjectType('WorkProject', { description: '灵活就业项目, as the office sees it' })
export class WorkProjectNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'A code, or own words' }) kind: string;
  @Field(() => String, { description: 'In words' }) kindText: string;
  @Field(() => String) hostName: string;
  @Field(() => String, { nullable: true, description: 'Null: the host is no employer of the register' })
  hostCreditCode: string | null;
  @Field(() => String) divisionName: string;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => Int, { description: 'How many the host said it can take' }) places: number;
  @Field(() => Int, { description: 'Openings of its posts that one can apply for today' }) free: number;
  @Field(() => String, { description: 'OPEN or CLOSED' }) state: string;
  @Field(() => String) startedOn: IsoDate;
  @Field(() => String, { nullable: true }) closedOn: IsoDate | null;
}

@ObjectType()
export class WorkProjectPage extends Paged(WorkProjectNode) {}

@ObjectType('PublicProject', { description: '还有名额的灵活就业项目, for everybody' })
export class PublicProjectNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'In words' }) kindText: string;
  @Field(() => String) hostName: string;
  @Field(() => String) divisionName: string;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => Int, { description: 'Openings of its posts that one can apply for today' }) free: number;
}

@ObjectType()
export class PublicProjectPage extends Paged(PublicProjectNode) {}

@ObjectType('ProjectChoice', { description: 'A project that a post of the employer can belong to' })
export class ProjectChoiceNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
}

@ArgsType()
export class WorkProjectsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'true: those that are closed; else those that run' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean | null;
}

@InputType()
export class SaveProjectInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of the project that was read' })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => String)
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_TITLE)
  title: string;

  @Field(() => String, { description: 'ONLINE_RETAIL, CLOUD_SERVICE … or own words' })
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_KIND)
  kind: string;

  @Field(() => String, { nullable: true, description: 'Credit code of a host in the register; else hostName' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CODE)
  hostCreditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'A host that is not in the register' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_HOST)
  hostName?: string | null;

  @Field(() => String, { nullable: true, description: "Absent: the officer's region" })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_PLACES)
  places: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION)
  description?: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(MAX_DAY)
  startedOn: string;
}
