import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import {
  MOST_SUPPORT_MINUTES,
  SUPPORT_CANCELS,
  SUPPORT_DECLINES,
  SUPPORT_FAILURES,
  SUPPORT_KIND_CODES,
  SUPPORT_OCCASIONS,
  type SupportCancel,
  type SupportDecline,
  type SupportFailure,
  type SupportKind,
  type SupportOccasion,
} from '@tongxing/rules';
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
} from 'class-validator';
import { PROVIDER_KINDS, type ProviderKind } from './support.words.js';

const MAX_ID = 40;
const MAX_TITLE = 60;
const MAX_PLACE = 100;
const MAX_NOTE = 200;
const MAX_NAME = 60;
const MAX_MONEY = 12;
const LEAST_MINUTES = 15;
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/;
export const SUPPORT_VIEWS = ['WAITING', 'DAY', 'OVERDUE'] as const;
export type SupportView = (typeof SUPPORT_VIEWS)[number];

@ObjectType('Support', { description: '支持: one time that somebody comes along' })
export class SupportNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) kind: string;
  @Field(() => String) kindText: string;
  @Field(() => String, { description: 'INTERVIEW, TRAINING or STARTUP' }) occasion: string;
  @Field(() => String) occasionText: string;
  @Field(() => ID, { nullable: true }) applicationId: string | null;
  @Field(() => String, { description: 'The post, or what the training is called' }) title: string;
  @Field(() => String) place: string;
  @Field(() => String, { nullable: true, description: 'Of an interview: 当面, 打电话, 视频' }) wayText: string | null;
  @Field(() => String, { nullable: true, description: 'What helps, in own words' }) helpText: string | null;
  @Field(() => String, { description: '`2026-12-01 09:30`, Chinese time' }) startsAt: string;
  @Field(() => Int) minutes: number;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Boolean, { description: 'The interview or the work is no more' }) gone: boolean;
  @Field(() => Boolean, { description: 'The person lets the employer know, once the employer may see who it is' })
  tellEmployer: boolean;
  @Field(() => String, { nullable: true, description: 'Who comes' }) providedBy: string | null;
  @Field(() => String, { nullable: true }) bookedFrom: string | null;
  @Field(() => String, { nullable: true }) bookedTo: string | null;
  @Field(() => Int, { nullable: true }) deliveredMinutes: number | null;
  @Field(() => String, { nullable: true }) confirmedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Why it did not come to be' }) reasonText: string | null;
  @Field(() => [String], { description: 'What the viewer may make of it now' }) moves: string[];
}

@ObjectType()
export class SupportPage extends Paged(SupportNode) {}

@ObjectType('ApplicationNeed', { description: 'A need to choose from when somebody applies' })
export class ApplicationNeedNode {
  @Field(() => String) need: string;
  @Field(() => Boolean, { description: 'The person’s own profile names it' }) chosen: boolean;
  @Field(() => Boolean, { description: 'The person lets every unit know it' }) shared: boolean;
  @Field(() => Boolean, { description: 'Whether a unit may be told it from this session' }) tellable: boolean;
}

@ObjectType({ description: 'What is offered for one application' })
export class SupportOffersNode {
  @Field(() => Boolean, { description: 'There is an interview ahead that help can be asked for' }) open: boolean;
  @Field(() => [String], { description: 'Kinds that go with the person’s own needs and were not asked for yet' })
  kinds: string[];
  @Field(() => [SupportNode]) asked: SupportNode[];
}

@ObjectType('SupportCase', { description: 'A support as the office arranges it' })
export class SupportCaseNode {
  @Field(() => ID) id: string;
  @Field(() => SupportNode) support: SupportNode;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => String) divisionName: string;
  @Field(() => [String], { description: 'What the person said helps' }) needs: string[];
  @Field(() => Boolean, { description: 'Its time is over and nobody wrote down what became of it' }) overdue: boolean;
  @Field(() => ID, { nullable: true }) providerId: string | null;
  @Field(() => String, { nullable: true, description: 'HOUR or FIXED' }) feeBy: string | null;
  @Field(() => String, { nullable: true, description: 'Of an hour, or the whole sum' }) feeYuan: string | null;
  @Field(() => String, { nullable: true }) agreedYuan: string | null;
  @Field(() => String, { nullable: true }) costYuan: string | null;
}

@ObjectType('PlannedInterview', { description: 'An interview ahead, which help can be asked for' })
export class PlannedInterviewNode {
  @Field(() => ID, { description: 'Of the application' }) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: '`2026-12-01 09:30`, Chinese time' }) startsAt: string;
}

@ObjectType('SupportPerson', { description: 'Whom the desk asks for: what helps, and what can be asked for' })
export class SupportPersonNode {
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => [String], { description: 'What the person said helps' }) needs: string[];
  @Field(() => [PlannedInterviewNode], { description: 'The next ones, the earliest first' })
  interviews: PlannedInterviewNode[];
}

@ObjectType()
export class SupportCasePage extends Paged(SupportCaseNode) {}

@ObjectType('SupportProvider', {
  description: '提供支持的: an organisation, or somebody of the staff by a working name',
})
export class SupportProviderNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'ORGANISATION or STAFF' }) kind: string;
  @Field(() => String) kindText: string;
  @Field(() => [String]) kinds: string[];
  @Field(() => [String]) kindTexts: string[];
  @Field(() => String, { nullable: true }) maskedPhone: string | null;
  @Field(() => String, { nullable: true, description: 'Agreed for an hour; null: a sum each time' })
  hourlyYuan: string | null;
  @Field(() => Boolean) active: boolean;
}

@ObjectType('SupportSum')
export class SupportSumNode {
  @Field(() => String) text: string;
  @Field(() => Int) times: number;
  @Field(() => Int) minutes: number;
  @Field(() => String) costYuan: string;
}

@ObjectType('SupportCostRow')
export class SupportCostRowNode {
  @Field(() => String) kindText: string;
  @Field(() => String) occasionText: string;
  @Field(() => String) providedBy: string;
  @Field(() => Int) times: number;
  @Field(() => Int) minutes: number;
  @Field(() => String) costYuan: string;
}

@ObjectType('SupportCosts', { description: '支持费用表 of a month: what was delivered in it. A register, no payment.' })
export class SupportCostsNode {
  @Field(() => String) month: string;
  @Field(() => [SupportCostRowNode]) rows: SupportCostRowNode[];
  @Field(() => [SupportSumNode]) byKind: SupportSumNode[];
  @Field(() => [SupportSumNode]) byOccasion: SupportSumNode[];
  @Field(() => [SupportSumNode]) byProvider: SupportSumNode[];
  @Field(() => SupportSumNode) total: SupportSumNode;
  @Field(() => Int, { description: 'Booked for this month, over, and not written down: the sums may grow' })
  unrecorded: number;
}

@InputType()
export class RequestSupportInput {
  @Field(() => String, { description: SUPPORT_KIND_CODES.join(', ') })
  @IsIn(SUPPORT_KIND_CODES)
  kind: SupportKind;

  @Field(() => String, { description: 'INTERVIEW, TRAINING or STARTUP' })
  @IsIn(Object.keys(SUPPORT_OCCASIONS))
  occasion: SupportOccasion;

  @Field(() => ID, { nullable: true, description: 'Wanted for INTERVIEW, whose time and place it takes' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  applicationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Wanted where there is no application' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TITLE)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Wanted but for an interview' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_PLACE)
  place?: string | null;

  @Field(() => String, { nullable: true, description: '`2026-12-01 09:30`, Chinese time; wanted but for an interview' })
  @IsOptional()
  @Matches(MOMENT)
  startsAt?: string | null;

  @Field(() => Int, { description: '15 to 1440' })
  @IsInt()
  @Min(LEAST_MINUTES)
  @Max(MOST_SUPPORT_MINUTES)
  minutes: number;

  @Field(() => String, { nullable: true, description: 'What helps' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;

  @Field(() => Boolean, { description: 'The person lets the employer know that somebody comes along' })
  @IsBoolean()
  tellEmployer: boolean;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class BookSupportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  providerId: string;

  @Field(() => String, { description: '`2026-12-01 09:00`, Chinese time' })
  @Matches(MOMENT)
  from: string;

  @Field(() => Int, { description: '15 to 1440' })
  @IsInt()
  @Min(LEAST_MINUTES)
  @Max(MOST_SUPPORT_MINUTES)
  minutes: number;

  @Field(() => String, { description: 'HOUR: by the provider’s rate; FIXED: one sum' })
  @IsIn(['HOUR', 'FIXED'])
  feeBy: 'HOUR' | 'FIXED';

  @Field(() => String, { nullable: true, description: 'Wanted for FIXED; 0 for what costs nothing' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_MONEY)
  fixedYuan?: string | null;

  @Field(() => String, { description: '8 to 80 letters, digits, dashes' })
  @Matches(KEY)
  idempotencyKey: string;
}

@InputType()
export class DeclineSupportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: Object.keys(SUPPORT_DECLINES).join(', ') })
  @IsIn(Object.keys(SUPPORT_DECLINES))
  reason: SupportDecline;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}

@InputType()
export class CancelSupportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: Object.keys(SUPPORT_CANCELS).join(', ') })
  @IsIn(Object.keys(SUPPORT_CANCELS))
  reason: SupportCancel;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}

@InputType()
export class CompleteSupportInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => Boolean)
  @IsBoolean()
  delivered: boolean;

  @Field(() => Int, { nullable: true, description: '1 to 1440; wanted where it took place' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_SUPPORT_MINUTES)
  minutes?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `${Object.keys(SUPPORT_FAILURES).join(', ')}; wanted where it did not`,
  })
  @IsOptional()
  @IsIn(Object.keys(SUPPORT_FAILURES))
  reason?: SupportFailure | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}

@InputType()
export class SaveSupportProviderInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'Wanted with an id' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => String, { description: 'Of an organisation, or a working name' })
  @IsString()
  @MaxLength(MAX_NAME)
  name: string;

  @Field(() => String, { description: 'ORGANISATION or STAFF' })
  @IsIn(Object.keys(PROVIDER_KINDS))
  kind: ProviderKind;

  @Field(() => [String])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SUPPORT_KIND_CODES.length)
  @IsIn(SUPPORT_KIND_CODES, { each: true })
  kinds: SupportKind[];

  @Field(() => String, { nullable: true, description: 'Null leaves what stands; empty text takes it out' })
  @IsOptional()
  @Matches(/^(\d[\d-]{6,14})?$/)
  phone?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_MONEY)
  hourlyYuan?: string | null;

  @Field(() => Boolean, { description: 'False: nothing new is booked with it' })
  @IsBoolean()
  active: boolean;
}

@ArgsType()
export class SupportDeskArgs extends PageArgs {
  @Field(() => String, { description: 'WAITING: to be booked; DAY: of one day; OVERDUE: over and not written down' })
  @IsIn(SUPPORT_VIEWS)
  view: SupportView;

  @Field(() => String, { nullable: true, description: 'For DAY; today unless given' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  day?: string | null;
}
