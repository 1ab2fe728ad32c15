import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ROSTER_STATUSES } from './entrants.js';

/** Posts of one round; a list of choices may name all of them, for a cap would make true lists unsafe. */
export const MOST_POSTS = 500;
const MOST_TIERS = 30;
const MOST_SEATS = 1000;
const MAX_ID = 40;
const MAX_TITLE = 80;
const MAX_TEXT = 200;
const MAX_DAY = 10;
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;
const STATUSES = Object.keys(ROSTER_STATUSES);

@InputType({ description: '优先档: holders of the status stand before later ones' })
export class RoundTierInput {
  @Field(() => String, { description: 'ZERO_EMPLOYMENT or DISABLED: a recognised status, never a category or grade' })
  @IsIn(STATUSES)
  status: string;

  @Field(() => String, { description: '依据' })
  @IsString()
  @MaxLength(MAX_TEXT)
  basis: string;
}

@InputType({ description: '预留座位' })
export class RoundReserveInput extends RoundTierInput {
  @Field(() => Int, { description: 'Of the post’s seats; counted anew where the round’s floor has the same status' })
  @IsInt()
  @Min(0)
  @Max(MOST_SEATS)
  seats: number;
}

@InputType({ description: '本地优先' })
export class RoundLocalInput {
  @Field(() => String, { description: '2 to 12 digits' })
  @Matches(/^\d{2,12}$/)
  divisionCode: string;

  @Field(() => String, { description: '依据' })
  @IsString()
  @MaxLength(MAX_TEXT)
  basis: string;
}

@InputType()
export class RoundPostInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  postId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MOST_SEATS)
  seats: number;

  @Field(() => RoundReserveInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoundReserveInput)
  reserve?: RoundReserveInput | null;

  @Field(() => RoundLocalInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoundLocalInput)
  local?: RoundLocalInput | null;
}

@InputType({ description: '按比例预留, turned into reserved seats when the round is announced' })
export class RoundFloorInput extends RoundTierInput {
  @Field(() => String, { description: '1/10 or 0.1' })
  @IsString()
  @MaxLength(20)
  share: string;

  @Field(() => Int, { description: 'The seats that the share is of' })
  @IsInt()
  @Min(1)
  @Max(MOST_SEATS * MOST_POSTS)
  seats: number;

  @Field(() => String, { description: 'The day on which they were counted' })
  @IsString()
  @MaxLength(MAX_DAY)
  countedOn: string;
}

@InputType()
export class OpenRoundInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MAX_TITLE)
  title: string;

  @Field(() => String, { description: '12 digits; whose people take part' })
  @Matches(/^\d{12}$/)
  divisionCode: string;

  @Field(() => String, { description: '冻结名册的日子' })
  @IsString()
  @MaxLength(MAX_DAY)
  frozenOn: string;

  @Field(() => String, { description: '摇号的日子; lists of choices are taken from then on' })
  @IsString()
  @MaxLength(MAX_DAY)
  drawnOn: string;

  @Field(() => String, { description: '填志愿的最后一天' })
  @IsString()
  @MaxLength(MAX_DAY)
  choicesUntil: string;

  @Field(() => String, { description: '签合同的第一天' })
  @IsString()
  @MaxLength(MAX_DAY)
  contractsFrom: string;

  @Field(() => String, { description: 'The later public value that the draw takes in, named now' })
  @IsString()
  @MaxLength(MAX_TEXT)
  source: string;

  @Field(() => String, { description: 'What stands in for it when it does not come' })
  @IsString()
  @MaxLength(MAX_TEXT)
  fallback: string;

  @Field(() => [RoundTierInput], { description: '优先顺序' })
  @IsArray()
  @ArrayMaxSize(MOST_TIERS)
  @ValidateNested({ each: true })
  @Type(() => RoundTierInput)
  tiers: RoundTierInput[];

  @Field(() => RoundFloorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoundFloorInput)
  floor?: RoundFloorInput | null;

  @Field(() => [RoundPostInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_POSTS)
  @ValidateNested({ each: true })
  @Type(() => RoundPostInput)
  posts: RoundPostInput[];

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType({ description: 'Entered by two officers, each for himself; counts once both say the same' })
export class RevealDrawInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => String, { description: 'The public value, as it was published' })
  @IsString()
  @MaxLength(MAX_TEXT)
  value: string;

  @Field(() => String, { description: 'SOURCE, or FALLBACK where the named one did not come' })
  @IsIn(['SOURCE', 'FALLBACK'])
  valueFrom: 'SOURCE' | 'FALLBACK';

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class SubmitChoicesInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;

  @Field(() => [ID], { description: 'Best first; empty: takes no part' })
  @IsArray()
  @ArrayMaxSize(MOST_POSTS)
  @IsString({ each: true })
  @MaxLength(MAX_ID, { each: true })
  postIds: string[];

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@ObjectType('RoundTier')
export class RoundTierNode {
  @Field(() => String) status: string;
  @Field(() => String) statusText: string;
  @Field(() => String) basis: string;
}

@ObjectType('RoundPost')
export class RoundPostNode {
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => Int) seats: number;
  @Field(() => Int, { description: 'Reserved, of the seats' }) reserved: number;
  @Field(() => String, { nullable: true, description: '预留给谁, with its basis' }) reservedFor: string | null;
  @Field(() => String, { nullable: true, description: '本地优先, with its basis' }) local: string | null;
  @Field(() => [String], { description: '录取到哪里, once published' }) cutOffs: string[];
}

@ObjectType('RoundStep')
export class RoundStepNode {
  @Field(() => String, { description: 'FREEZE, REVEAL or RUN' }) step: string;
  @Field(() => String) stepText: string;
  @Field(() => String, { nullable: true }) proposedBy: string | null;
  @Field(() => Boolean) confirmed: boolean;
  @Field(() => Boolean, { description: 'Waits for a second officer, and the viewer may be it' })
  waitsForViewer: boolean;
}

@ObjectType('RoundChoice')
export class RoundChoiceNode {
  @Field(() => Int, { description: '1 the first choice' }) choice: number;
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
}

@ObjectType('RoundEntry', { description: 'The viewer’s own part in a round' })
export class RoundEntryNode {
  @Field(() => String) ticket: string;
  @Field(() => [String], { description: '名册上记的身份' }) statusTexts: string[];
  @Field(() => Int, { nullable: true, description: '摇到的号; null before the draw' }) number: number | null;
  @Field(() => [RoundChoiceNode]) choices: RoundChoiceNode[];
  @Field(() => String, { nullable: true, description: 'SHA-256 of the list, as receipt' }) listHash: string | null;
  @Field(() => Boolean, { description: 'Choices are taken now' }) open: boolean;
}

@ObjectType('AllocationRound')
export class AllocationRoundNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) divisionCode: string;
  @Field(() => String, { description: 'ANNOUNCED, FROZEN, DRAWN, CHOOSING, CLOSED, RUN or PUBLISHED' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String) rulesVersion: string;
  @Field(() => String) announcedOn: string;
  @Field(() => String) frozenOn: string;
  @Field(() => String) drawnOn: string;
  @Field(() => String, { description: 'The last day of choices' }) choicesUntil: string;
  @Field(() => String) contractsFrom: string;
  @Field(() => [RoundTierNode]) tiers: RoundTierNode[];
  @Field(() => String, { description: 'SHA-256 of the seed' }) commitment: string;
  @Field(() => String) source: string;
  @Field(() => String) fallback: string;
  @Field(() => String, { nullable: true, description: 'After the draw' }) seed: string | null;
  @Field(() => String, { nullable: true, description: 'After the draw' }) value: string | null;
  @Field(() => String, { nullable: true, description: '模拟报告 as canonical JSON' }) simulation: string | null;
  @Field(() => String, { nullable: true }) simulationHash: string | null;
  @Field(() => String, { nullable: true }) rosterHash: string | null;
  @Field(() => String, { nullable: true }) choicesHash: string | null;
  @Field(() => String, { nullable: true, description: 'Once published' }) resultHash: string | null;
  @Field(() => Int, { nullable: true, description: 'Null before the roster is frozen' }) entrants: number | null;
  @Field(() => [RoundPostNode]) posts: RoundPostNode[];
  @Field(() => [RoundStepNode], { description: 'Empty for seekers' }) steps: RoundStepNode[];
  @Field(() => RoundEntryNode, { nullable: true }) mine: RoundEntryNode | null;
}

@ObjectType('AllocationResult')
export class AllocationResultNode {
  @Field(() => String) ticket: string;
  @Field(() => Int) number: number;
  @Field(() => ID, { nullable: true }) postId: string | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { nullable: true, description: 'RESERVED or OPEN' }) kind: string | null;
  @Field(() => Int, { nullable: true, description: '1 the first choice' }) choice: number | null;
  @Field(() => [String], { description: '为什么, a sentence each' }) why: string[];
}

@ObjectType('AllocationCertificate')
export class AllocationCertificateNode {
  @Field(() => ID) roundId: string;
  @Field(() => String, { description: 'PUBLIC, or AUDITOR with every list by ticket' }) kind: string;
  @Field(() => String, { description: 'Of the certificate' }) hash: string;
  @Field(() => String, { description: 'The bytes that the verifier reads, as canonical JSON' }) file: string;
}
