import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PublicPostNode } from '@tongxing/employers';
import { IsPlainText, PageArgs, Paged } from '@tongxing/platform';
import { type IsoDate, OUTCOME_FACTS, type OutcomeFact, WORK_KINDS } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PLACEMENT_ENDS, type PlacementEnd } from './placement.words.js';

const MAX_DAY = 10;
const MAX_WORD = 32;
const MAX_AMOUNT = 12;
const MAX_TEXT = 60;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;

@ObjectType('PlacementProject')
export class PlacementProjectNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
}

@ObjectType('PlacementOutcome', { description: '就业结果: one fact' })
export class PlacementOutcomeNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'CONTRACT INSURANCE INCOME CONVERSION SCHOOL' }) fact: string;
  @Field(() => String, { description: 'In words' }) factText: string;
  @Field(() => String, { nullable: true, description: 'Of an income: YYYY-MM' }) month: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) on: string | null;
  @Field(() => String, { nullable: true, description: 'The last day of a contract; null: open' }) until: string | null;
  @Field(() => String, { nullable: true, description: 'A code' }) word: string | null;
  @Field(() => String, { nullable: true, description: 'The code in words' }) wordText: string | null;
  @Field(() => String, { nullable: true, description: 'Decimal text; 0.00 was told, null was not' })
  yuan: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String) recordedOn: string;
}

@ObjectType('PlacementMonth', { description: 'What somebody earned in a month, whatever it was paid as' })
export class PlacementMonthNode {
  @Field(() => String, { description: 'YYYY-MM' }) month: string;
  @Field(() => String, { nullable: true, description: 'Null: 未报, which is not 0' }) yuan: string | null;
}

@ObjectType('PlacementWord')
export class PlacementWordNode {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType('PlacementChoice', { description: 'A fact that this work can have, with its words' })
export class PlacementChoiceNode {
  @Field(() => String) fact: string;
  @Field(() => String) factText: string;
  @Field(() => [PlacementWordNode]) words: PlacementWordNode[];
}

@ObjectType('Placement', { description: '上岗: who works where, for the office and the desk; nothing of a disability' })
export class PlacementNode {
  @Field(() => ID) id: string;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String, { description: 'Where the person lives' }) personPlace: string;
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'Where the work is' }) divisionName: string;
  @Field(() => String, { description: "The post's kind on the day it began" }) kind: string;
  @Field(() => PlacementProjectNode, { nullable: true }) project: PlacementProjectNode | null;
  @Field(() => String) startedOn: IsoDate;
  @Field(() => String, { nullable: true, description: 'The last day agreed; null: open' }) endsOn: IsoDate | null;
  @Field(() => String, { nullable: true, description: 'The last day worked; null: still there' })
  endedOn: IsoDate | null;
  @Field(() => String, { nullable: true, description: 'Why it ended, in words' }) endText: string | null;
  @Field(() => Boolean) live: boolean;
  @Field(() => String, { description: 'APPLICATION, ROUND or RECORDED' }) source: string;
  @Field(() => String, { nullable: true, description: '见习: the school' }) school: string | null;
  @Field(() => String, { nullable: true, description: 'KEPT, NOT_KEPT; null: not told' }) conversion: string | null;
  @Field(() => String, { nullable: true, description: 'What the last told contract is, in words' })
  contractText: string | null;
  @Field(() => String, { nullable: true, description: 'Insured since' }) insuredSince: string | null;
  @Field(() => [PlacementMonthNode], { description: 'This month and the two before, the newest first' })
  months: PlacementMonthNode[];
}

@ObjectType()
export class PlacementPage extends Paged(PlacementNode) {}

@ObjectType('PlacementFile', { description: 'One placement with all that was told of it' })
export class PlacementFileNode {
  @Field(() => PlacementNode) placement: PlacementNode;
  @Field(() => [PlacementOutcomeNode], { description: 'The newest told first, at most 200' })
  outcomes: PlacementOutcomeNode[];
  @Field(() => [PlacementChoiceNode], { description: 'What can be told of this work' }) facts: PlacementChoiceNode[];
}

@ObjectType('PlacementPerson', { description: 'Somebody whom the viewer may record a placement of' })
export class PlacementPersonNode {
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String) personPlace: string;
  @Field(() => [PlacementNode], { description: 'The newest first, at most 50' }) placements: PlacementNode[];
  @Field(() => [PublicPostNode], {
    description: 'Posts of the county with an opening left that the text finds, at most 20; none without a text',
  })
  posts: PublicPostNode[];
}

@ArgsType()
export class PlacementPersonArgs {
  @Field(() => ID)
  @IsUUID()
  personId: string;

  @Field(() => String, { nullable: true, description: 'Part of the title of a post or of the name of its employer' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  text?: string | null;
}

@ObjectType('PlacementCount')
export class PlacementCountNode {
  @Field(() => String) kind: string;
  @Field(() => Int, { description: 'Placements that began in the year' }) begun: number;
}

@ObjectType('PlacementFigures', { description: 'How many placements of the region began in a year' })
export class PlacementFiguresNode {
  @Field(() => Int) year: number;
  @Field(() => Int) begun: number;
  @Field(() => Int, { description: 'That last today, whenever they began' }) live: number;
  @Field(() => Int, { description: '见习 whose conversion of that year is KEPT, each once' }) kept: number;
  @Field(() => [PlacementCountNode], { description: 'Every kind, in the order of the roster' })
  kinds: PlacementCountNode[];
}

@ObjectType('ProjectMonth', { description: 'What a project’s participants earned in a month' })
export class ProjectMonthNode {
  @Field(() => String, { description: 'YYYY-MM' }) month: string;
  @Field(() => Int, { description: 'Who took part on some day of it' }) participants: number;
  @Field(() => Int, { description: 'Of them: whose income was told' }) told: number;
  @Field(() => String, { nullable: true, description: 'Null: nobody’s was told' }) yuan: string | null;
}

@InputType()
export class PlacementFilter {
  @Field(() => String, { nullable: true, description: 'A kind of post' })
  @IsOptional()
  @IsIn([...WORK_KINDS])
  kind?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: lasts; false: has ended' })
  @IsOptional()
  @IsBoolean()
  live?: boolean | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  postId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  projectId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Began in this year' })
  @IsOptional()
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number | null;

  @Field(() => Int, { nullable: true, description: '见习 kept on in this year' })
  @IsOptional()
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  keptIn?: number | null;
}

@ArgsType()
export class PlacementArgs extends PageArgs {
  @Field(() => PlacementFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlacementFilter)
  filter?: PlacementFilter | null;
}

@InputType()
export class RecordPlacementInput {
  @Field(() => ID)
  @IsUUID()
  personId: string;

  @Field(() => ID)
  @IsUUID()
  postId: string;

  @Field(() => String, { description: 'YYYY-MM-DD, today at the latest' })
  @IsString()
  @MaxLength(MAX_DAY)
  startedOn: string;

  @Field(() => String, { nullable: true, description: 'The last day agreed; absent: open' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  endsOn?: string | null;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType({ description: 'One fact; the same slot again corrects it' })
export class RecordOutcomeInput {
  @Field(() => ID)
  @IsUUID()
  placementId: string;

  @Field(() => String, { description: 'CONTRACT INSURANCE INCOME CONVERSION SCHOOL' })
  @IsIn(Object.keys(OUTCOME_FACTS))
  fact: OutcomeFact;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  on?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, of a contract' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM, of an income' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  month?: string | null;

  @Field(() => String, { nullable: true, description: "A code of the fact's words" })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_WORD)
  word?: string | null;

  @Field(() => String, { nullable: true, description: 'Yuan, decimal text; 0 is an amount' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_AMOUNT)
  yuan?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a school' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_TEXT)
  text?: string | null;
}

@InputType({ description: 'Not of a public-welfare post: there it is beginWelfareExit' })
export class EndPlacementInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String, { description: 'The last day worked, YYYY-MM-DD' })
  @IsString()
  @MaxLength(MAX_DAY)
  endedOn: string;

  @Field(() => String, { description: 'TERM PENSION OTHER_JOB …' })
  @IsIn(Object.keys(PLACEMENT_ENDS))
  reason: PlacementEnd;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}
