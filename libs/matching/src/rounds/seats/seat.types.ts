import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import { DECLINE_REASONS } from '@tongxing/rules';
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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { SeatAttempt } from './seat.entity.js';
import {
  ATTEMPT_WAYS,
  SEAT_STANDS,
  type SeatStand,
  START_SAID_BY,
  type StartSaidBy,
  TAKEN_DOWN,
} from './seat.words.js';

const MAX_ID = 40;
const MAX_DAY = 10;
const MAX_NOTE = 200;
const MOST_ATTEMPTS = 10;
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;

type Way = keyof typeof TAKEN_DOWN;
type Reason = keyof typeof DECLINE_REASONS;

@InputType()
export class SeatDaysInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;

  @Field(() => Int, { nullable: true, description: 'Days to answer in; null where a dated row gives them' })
  @IsOptional()
  @IsInt()
  replyDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days for the visit after a silence; null where a row gives them' })
  @IsOptional()
  @IsInt()
  visitDays?: number | null;

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class RespondToSeatInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Boolean)
  @IsBoolean()
  accept: boolean;

  @Field(() => String, { nullable: true, description: 'As of `respondToOffer`; wanted for a no' })
  @IsOptional()
  @IsIn(Object.keys(DECLINE_REASONS))
  reason?: Reason | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  reasonText?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'PAPER, PHONE, IN_PERSON or VISIT: how it was said; wanted of who takes it down, ignored else',
  })
  @IsOptional()
  @IsIn(Object.keys(TAKEN_DOWN))
  way?: Way | null;

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class LeaveRoundInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;

  @Field(() => ID, { nullable: true, description: 'Whose words are taken down; null: the own' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Wanted to give back a seat that was accepted' })
  @IsOptional()
  @IsIn(Object.keys(DECLINE_REASONS))
  reason?: Reason | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  reasonText?: string | null;

  @Field(() => String, { nullable: true, description: 'As of `respondToSeat`' })
  @IsOptional()
  @IsIn(Object.keys(TAKEN_DOWN))
  way?: Way | null;

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class SeatAttemptInput {
  @Field(() => String, { description: 'The day, after the last day to answer' })
  @IsString()
  @MaxLength(MAX_DAY)
  on: string;

  @Field(() => String, { description: 'VISIT, PHONE or NEIGHBOUR' })
  @IsIn(Object.keys(ATTEMPT_WAYS))
  way: SeatAttempt['way'];
}

@InputType()
export class RecordSeatVisitInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => [SeatAttemptInput], { description: 'Every try; one of them at the door' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ATTEMPTS)
  @ValidateNested({ each: true })
  @Type(() => SeatAttemptInput)
  attempts: SeatAttemptInput[];

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class BeginSeatInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => String, { description: 'The first day of work, today or before' })
  @IsString()
  @MaxLength(MAX_DAY)
  startedOn: string;

  @Field(() => String, { nullable: true, description: 'The last day agreed' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  endsOn?: string | null;

  @Field(() => String, { description: 'EMPLOYER or TOWN: who confirmed the day' })
  @IsIn(Object.keys(START_SAID_BY))
  saidBy: StartSaidBy;

  @Field(() => String)
  @Matches(KEY)
  idempotencyKey: string;
}

@ObjectType('MySeatOffer')
export class MySeatOfferNode {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'Where the work is' }) divisionName: string;
  @Field(() => String, { description: 'OPEN, ACCEPTED, BEGUN, DECLINED, WITHDRAWN or RELEASED' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String, { description: 'The last day on which an answer is asked for' }) lastDay: string;
  @Field(() => Boolean, { description: 'That day is over, and nothing was answered' }) late: boolean;
  @Field(() => String, { nullable: true }) answeredOn: string | null;
}

@ObjectType('SeatQueue', { description: '候补 at one post' })
export class SeatQueueNode {
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => Int, { description: 'How many who still wait stand before' }) ahead: number;
}

@ObjectType('MySeat', { description: 'The viewer’s seat after a round, and where the viewer waits' })
export class MySeatNode {
  @Field(() => MySeatOfferNode, { nullable: true, description: 'The newest one' }) offer: MySeatOfferNode | null;
  @Field(() => [SeatQueueNode], { description: 'In the order of the own list' }) queues: SeatQueueNode[];
  @Field(() => Boolean, { description: 'Out of the round for good' }) left: boolean;
  @Field(() => Boolean, { description: 'May give back the seat, or wait no more' }) canLeave: boolean;
}

@ObjectType('SeatCount')
export class SeatCountNode {
  @Field(() => String) stand: string;
  @Field(() => String) standText: string;
  @Field(() => Int) people: number;
}

@ObjectType('SeatPost')
export class SeatPostNode {
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => Int) seats: number;
  @Field(() => Int, { description: 'Offered, accepted or begun' }) taken: number;
  @Field(() => Int, { description: 'Given back, and not gone on yet' }) free: number;
  @Field(() => Int, { description: 'People who still wait for it' }) waiting: number;
  @Field(() => [String], { description: '下一位: whom giving on would bring there now' }) next: string[];
}

@ObjectType('SeatContinuation', { description: '一次接续, without names' })
export class SeatContinuationNode {
  @Field(() => Int) serial: number;
  @Field(() => String) on: string;
  @Field(() => Int, { description: 'Out by then' }) left: number;
  @Field(() => Int, { description: 'Seats that were not touched' }) held: number;
  @Field(() => Int, { description: 'Of them, who could have moved up and stayed' }) stayed: number;
  @Field(() => Int, { description: 'Who got a seat, or a better one' }) moved: number;
  @Field(() => Int, { description: 'Who still waits without one' }) waiting: number;
  @Field(() => Int) justifiedEnvy: number;
  @Field(() => Int) waste: number;
  @Field(() => String) previousHash: string;
  @Field(() => String) hash: string;
}

@ObjectType('RoundSeats', { description: 'A round’s seats in numbers, for the office' })
export class RoundSeatsNode {
  @Field(() => ID) roundId: string;
  @Field(() => String) title: string;
  @Field(() => String) contractsFrom: string;
  @Field(() => Boolean, { description: 'Offers were sent' }) sent: boolean;
  @Field(() => Int, { nullable: true, description: 'Days that a dated row gives; null: the officer states them' })
  replyDays: number | null;
  @Field(() => Int, { nullable: true }) visitDays: number | null;
  @Field(() => [SeatCountNode]) counts: SeatCountNode[];
  @Field(() => [SeatPostNode]) posts: SeatPostNode[];
  @Field(() => Int, { description: 'Out since seats last went on' }) newlyLeft: number;
  @Field(() => String, {
    description: 'NONE: nothing to give on; ANY officer; SECOND: another one has proposed it; OTHER: the viewer has',
  })
  turn: string;
  @Field(() => Int, { nullable: true, description: 'As proposed' }) proposedReplyDays: number | null;
  @Field(() => Int, { nullable: true }) proposedVisitDays: number | null;
  @Field(() => [SeatContinuationNode]) continuations: SeatContinuationNode[];
}

@ObjectType('SeatOffer')
export class SeatOfferNode {
  @Field(() => ID) id: string;
  @Field(() => ID) roundId: string;
  @Field(() => String) roundTitle: string;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => String, { description: 'Where the person lives' }) divisionName: string;
  @Field(() => Int, { nullable: true, description: '摇到的号' }) number: number | null;
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Where the work is' }) workPlace: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'As of the counts' }) stand: string;
  @Field(() => String) standText: string;
  @Field(() => String) lastDay: string;
  @Field(() => String, { nullable: true }) answeredOn: string | null;
  @Field(() => String, { nullable: true, description: 'Who answered, and how' }) answeredByText: string | null;
  @Field(() => String, { nullable: true }) visitDueOn: string | null;
  @Field(() => [String], { description: 'Tries to reach the person, a sentence each' }) attempts: string[];
  @Field(() => Boolean, { description: 'The viewer asked to take it back; another one confirms' })
  releaseIsViewers: boolean;
}

@ObjectType()
export class SeatOfferPage extends Paged(SeatOfferNode) {}

@ArgsType()
export class SeatOffersArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;

  @Field(() => String, { nullable: true, description: 'As of the counts' })
  @IsOptional()
  @IsIn(Object.keys(SEAT_STANDS))
  stand?: SeatStand | null;
}
