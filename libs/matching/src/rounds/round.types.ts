import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PageArgs, Paged } from '@tongxing/platform';
import { ROUND_STATES } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
import { SeatContinuationNode } from './seats/seat.types.js';

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
  @Field(() => String, {
    description:
      'ZERO_EMPLOYMENT, NEAR_RETIREMENT or DISABLED: a recognised status, never a category or grade; HOUSEHOLD_MEMBER, only as the last tier after DISABLED',
  })
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
  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the frozen roster stand in this tier; for the office, null for others and before the freeze',
  })
  entrants: number | null;
}

@ObjectType('RoundPost')
export class RoundPostNode {
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'Where the work is' }) divisionName: string;
  @Field(() => Int) seats: number;
  @Field(() => Int, { description: 'Reserved, of the seats' }) reserved: number;
  @Field(() => String, { nullable: true, description: '预留给谁, with its basis' }) reservedFor: string | null;
  @Field(() => String, { nullable: true, description: '本地优先, with its basis' }) local: string | null;
  @Field(() => [String], { description: '录取到哪里, once published' }) cutOffs: string[];
  @Field(() => String, {
    nullable: true,
    description: 'FITS, FITS_WITH, UNKNOWN or NO for the viewer on the roster, while choices are taken; null else',
  })
  answer: string | null;
}

@ObjectType('RoundNext', { description: 'The step that a round waits for' })
export class RoundNextNode {
  @Field(() => String, { description: 'SIMULATE, FREEZE, REVEAL, CLOSE, RUN or PUBLISH' }) step: string;
  @Field(() => String) stepText: string;
  @Field(() => String, { description: 'NOW; EARLY: its first day is to come; LATE: too late, the round is over' })
  when: string;
  @Field(() => String, { nullable: true, description: 'The first day' }) from: string | null;
  @Field(() => String, { nullable: true, description: 'The first day on which it is too late' }) before: string | null;
  @Field(() => String, {
    description: 'ANY officer; SECOND: another one has proposed it; OTHER: the viewer has, and another one confirms',
  })
  turn: string;
}

@ObjectType('RoundSimulation', { description: '模拟, done by a job' })
export class RoundSimulationNode {
  @Field(() => String, { description: 'WAITING, RUNNING, DONE or FAILED' }) state: string;
  @Field(() => Int, { description: 'Rounds tried' }) done: number;
  @Field(() => Int, { description: 'Of so many; 0 before it began' }) total: number;
  @Field(() => String, { nullable: true, description: 'Why it failed, in words' }) problem: string | null;
  @Field(() => String, { nullable: true }) hint: string | null;
  @Field(() => Date) askedAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
}

@ObjectType('RoundStep')
export class RoundStepNode {
  @Field(() => String, { description: 'FREEZE, REVEAL or RUN' }) step: string;
  @Field(() => String) stepText: string;
  @Field(() => String, { nullable: true }) proposedBy: string | null;
  @Field(() => Boolean) proposedByViewer: boolean;
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
  @Field(() => [String], { description: '名册上记的身份, as codes' }) statuses: string[];
  @Field(() => [String], { description: '名册上记的身份' }) statusTexts: string[];
  @Field(() => String, { description: 'Residence on the day of the freeze' }) divisionCode: string;
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
  @Field(() => String) divisionName: string;
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
  @Field(() => RoundNextNode, { nullable: true, description: 'For the office; null once published' })
  next: RoundNextNode | null;
  @Field(() => RoundSimulationNode, { nullable: true, description: 'The newest one, for the office' })
  simulating: RoundSimulationNode | null;
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

@ObjectType('RoundPart', { description: 'The viewer’s part in a round, in short' })
export class RoundPartNode {
  @Field(() => Int, { nullable: true, description: '摇到的号' }) number: number | null;
  @Field(() => Int, { description: 'How many posts are listed' }) listed: number;
  @Field(() => Boolean, { description: 'Choices are taken now' }) open: boolean;
  @Field(() => String, { nullable: true, description: 'The post, once published' }) place: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The own seat and what became of it, in words; null: none was offered',
  })
  seat: string | null;
}

@ObjectType('AllocationRoundRow')
export class AllocationRoundRowNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) divisionName: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String) drawnOn: string;
  @Field(() => String) choicesUntil: string;
  @Field(() => String, { nullable: true, description: 'The day of publication' }) publishedOn: string | null;
  @Field(() => Int) posts: number;
  @Field(() => Int) seats: number;
  @Field(() => Int, { nullable: true, description: 'Null before the roster is frozen' }) entrants: number | null;
  @Field(() => RoundNextNode, { nullable: true, description: 'For the office' }) next: RoundNextNode | null;
  @Field(() => RoundPartNode, { nullable: true, description: 'Null for who is not on the roster' })
  mine: RoundPartNode | null;
}

@ObjectType()
export class AllocationRoundPage extends Paged(AllocationRoundRowNode) {}

@InputType()
export class AllocationRoundFilter {
  @Field(() => String, { nullable: true, description: 'One state' })
  @IsOptional()
  @IsIn(ROUND_STATES)
  state?: (typeof ROUND_STATES)[number] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: what is published to everybody, of every region, whoever asks',
  })
  @IsOptional()
  @IsBoolean()
  published?: boolean | null;
}

@ArgsType()
export class AllocationRoundsArgs extends PageArgs {
  @Field(() => AllocationRoundFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AllocationRoundFilter)
  filter?: AllocationRoundFilter | null;
}

@ObjectType('RoundCandidate', { description: 'A public-welfare post that takes people' })
export class RoundCandidateNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String) divisionName: string;
  @Field(() => String, { description: 'Where the work is, 12 digits' }) workDivisionCode: string;
  @Field(() => Int) openings: number;
  @Field(() => String) closesOn: string;
  @Field(() => String, { nullable: true, description: 'The running round that it is in already' })
  takenBy: string | null;
}

@ObjectType()
export class RoundCandidatePage extends Paged(RoundCandidateNode) {}

@ArgsType()
export class RoundCandidatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Work place: 2 to 12 digits, in the own region' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the title or of the name of the employer' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  text?: string | null;
}

@ObjectType('PublishedRound', { description: 'What everybody may see of a round: no name, no list' })
export class PublishedRoundNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) divisionName: string;
  @Field(() => String) announcedOn: string;
  @Field(() => String) frozenOn: string;
  @Field(() => String) drawnOn: string;
  @Field(() => String) choicesUntil: string;
  @Field(() => String) contractsFrom: string;
  @Field(() => String) publishedOn: string;
  @Field(() => [RoundTierNode]) tiers: RoundTierNode[];
  @Field(() => [RoundPostNode]) posts: RoundPostNode[];
  @Field(() => Int, { description: 'Tickets drawn' }) entrants: number;
  @Field(() => [Int], { description: 'How many got their first, second … choice' }) byChoice: number[];
  @Field(() => Int, { description: 'Listed something and got nothing' }) unplaced: number;
  @Field(() => Int, { description: '有理由的嫉妒: 0 in a sound round' }) justifiedEnvy: number;
  @Field(() => Int, { description: 'Wanted seats left empty: 0 in a sound round' }) waste: number;
  @Field(() => String) commitment: string;
  @Field(() => String) source: string;
  @Field(() => String) seed: string;
  @Field(() => String) value: string;
  @Field(() => String, { description: 'SOURCE or FALLBACK' }) valueFrom: string;
  @Field(() => String) simulationHash: string;
  @Field(() => String) rosterHash: string;
  @Field(() => String) choicesHash: string;
  @Field(() => String) resultHash: string;
  @Field(() => String, { description: 'Of the certificate' }) hash: string;
  @Field(() => String) rulesVersion: string;
  @Field(() => Int, {
    nullable: true,
    description: 'What the asked ticket drew; null: no ticket asked for, or none such',
  })
  ticketNumber: number | null;
  @Field(() => [SeatContinuationNode], { description: '接续: how seats that were given back went on' })
  continuations: SeatContinuationNode[];
}
