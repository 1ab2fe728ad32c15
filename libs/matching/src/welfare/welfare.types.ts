import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { LintPostInput, PostDemandNode, WageRangeNode } from '@tongxing/employers';
import { IsPlainText, PageArgs, Paged } from '@tongxing/platform';
import { type IsoDate, WELFARE_EXIT_CODES, type WelfareExit } from '@tongxing/rules';
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
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { FUND_SOURCES, type FundSource, PROPOSAL_STATES, type ProposalState } from './welfare.words.js';

const MAX_KEY = 80;
const MAX_DAY = 10;
const MAX_REASON = 500;
const MAX_SHORT = 300;
const MAX_SHEET = 500;
/** What two digits hold; how many days the month has for somebody, the rule says. */
const MOST_DAYS = 99;
const MOST_SEATS = 10_000;

const uuid = () => ID;
const text = () => String;
const whole = () => Int;

// ——— proposals ———

@InputType({ description: 'A new proposal without `id`; else one that was returned, sent again' })
export class ProposeWelfarePostInput {
  @Field(uuid, { nullable: true })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(whole, { nullable: true, description: 'With `id`: the version that was read' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;

  @Field(() => LintPostInput, {
    description: 'The post as it would be published; its kind is PUBLIC_WELFARE, its employer is named',
  })
  @ValidateNested()
  @Type(() => LintPostInput)
  post: LintPostInput;

  @Field(text, { description: 'Why the town needs it' })
  @IsString()
  @Matches(/\S/u)
  @MaxLength(MAX_REASON)
  reason: string;

  @Field(text)
  @IsString()
  @MaxLength(MAX_KEY)
  idempotencyKey: string;
}

@InputType()
export class DecideWelfareProposalInput {
  @Field(uuid)
  @IsUUID()
  id: string;

  @Field(whole)
  @IsInt()
  @Min(1)
  version: number;

  @Field(text, { description: 'APPROVE or RETURN' })
  @IsIn(['APPROVE', 'RETURN'])
  outcome: 'APPROVE' | 'RETURN';

  @Field(text, { nullable: true, description: 'With RETURN: what is to be changed' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_SHORT)
  reason?: string | null;

  @Field(text, { nullable: true, description: 'With APPROVE: EMPLOYMENT_FUND, LEVY, BUDGET or OTHER' })
  @IsOptional()
  @IsIn(Object.keys(FUND_SOURCES))
  fundSource?: FundSource | null;

  @Field(text, { nullable: true, description: 'With APPROVE: number of the document that gives the money' })
  @IsOptional()
  @IsString()
  @IsPlainText()
  @MaxLength(MAX_KEY)
  fundDocument?: string | null;

  @Field(text)
  @IsString()
  @MaxLength(MAX_KEY)
  idempotencyKey: string;
}

@ArgsType()
export class WelfareProposalArgs extends PageArgs {
  @Field(text, { nullable: true, description: 'PROPOSED, RETURNED or APPROVED' })
  @IsOptional()
  @IsIn(Object.keys(PROPOSAL_STATES))
  state?: ProposalState | null;
}

@ObjectType('WelfareUnit', { description: 'A unit that a public-welfare post may belong to' })
export class WelfareUnitNode {
  @Field(uuid) id: string;
  @Field(text) name: string;
}

@ObjectType('WelfareProposal', { description: '公益性岗位申报' })
export class WelfareProposalNode {
  @Field(uuid) id: string;
  @Field(whole) version: number;
  @Field(text, { description: 'PROPOSED, RETURNED or APPROVED' }) state: string;
  @Field(text) stateText: string;
  @Field(uuid) employerId: string;
  @Field(text) employerName: string;
  @Field(text, { description: 'Where the work is, 12 digits' }) workDivisionCode: string;
  @Field(text) divisionName: string;
  @Field(text) title: string;
  @Field(text, { nullable: true }) description: string | null;
  @Field(text, { nullable: true, description: 'A code or own words' }) welfareKind: string | null;
  @Field(whole) seats: number;
  @Field(() => WageRangeNode) monthlyWageYuan: WageRangeNode;
  @Field(() => Float, { nullable: true }) weeklyHours: number | null;
  @Field(() => Boolean, { nullable: true }) nightShift: boolean | null;
  @Field(() => [String]) provisions: string[];
  @Field(() => [PostDemandNode]) demands: PostDemandNode[];
  @Field(() => [String], { description: 'What the work asks of a person, a sentence each' }) duties: string[];
  @Field(text) closesOn: string;
  @Field(text) reason: string;
  @Field(text) proposedBy: string;
  @Field(text) proposedOn: string;
  @Field(text, { nullable: true }) decidedBy: string | null;
  @Field(text, { nullable: true }) decidedOn: string | null;
  @Field(text, { nullable: true, description: 'What is to be changed' }) returnReason: string | null;
  @Field(text, { nullable: true, description: 'In words' }) fundSource: string | null;
  @Field(text, { nullable: true }) fundDocument: string | null;
  @Field(uuid, { nullable: true }) postId: string | null;
  @Field(() => Boolean, { description: 'The viewer may decide it: an officer, and not who proposed it' })
  mayDecide: boolean;
  @Field(() => Boolean, { description: 'It was returned, and may be sent again' }) mayResend: boolean;
}

@ObjectType()
export class WelfareProposalPage extends Paged(WelfareProposalNode) {}

// ——— posts, people, share ———

@InputType()
export class WelfareFilter {
  @Field(text, { nullable: true, description: 'Town of the work: 2 to 12 digits' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(text, { nullable: true, description: '公益性岗位类别; NONE: posts that name none' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  welfareKind?: string | null;

  @Field(uuid, { nullable: true })
  @IsOptional()
  @IsUUID()
  postId?: string | null;

  @Field(text, { nullable: true, description: 'YYYY-MM-DD; today unless given' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  day?: string | null;
}

@ArgsType()
export class WelfareListArgs extends PageArgs {
  @Field(() => WelfareFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WelfareFilter)
  filter?: WelfareFilter | null;
}

@ObjectType('WelfarePost', { description: 'A public-welfare post with its people' })
export class WelfarePostNode {
  @Field(uuid) id: string;
  @Field(text) title: string;
  @Field(text) employerName: string;
  @Field(text) townName: string;
  @Field(text, { nullable: true, description: 'In words' }) kindText: string | null;
  @Field(whole, { description: 'Still to be filled' }) openings: number;
  @Field(whole, { description: 'People of the register who work there on the day' }) placed: number;
  @Field(whole, { description: 'Of them with a good certificate' }) disabled: number;
  @Field(whole, { description: 'Of them household members, who have none and are not counted' }) members: number;
  @Field(whole, { description: 'Seats that somebody works on, never fewer than are placed' }) inUse: number;
  @Field(whole, { nullable: true, description: 'As reported; null: never' }) reported: number | null;
  @Field(text, { nullable: true }) reportedOn: string | null;
  @Field(text, { nullable: true }) source: string | null;
}

@ObjectType()
export class WelfarePostPage extends Paged(WelfarePostNode) {}

@ObjectType('WelfareExitReason')
export class WelfareExitReasonNode {
  @Field(text) code: string;
  @Field(text) text: string;
  @Field(() => Boolean, { description: 'The person is told first, and another officer decides' }) hearing: boolean;
}

@ObjectType('WelfareExitCase', { description: '退出' })
export class WelfareExitNode {
  @Field(uuid) id: string;
  @Field(whole) version: number;
  @Field(text) reason: string;
  @Field(text) reasonText: string;
  @Field(text, { description: 'NOTICED, DROPPED or DECIDED' }) state: string;
  @Field(text) stateText: string;
  @Field(text) basis: string;
  @Field(text, { nullable: true, description: 'What the person said' }) answer: string | null;
  @Field(text, { nullable: true }) decision: string | null;
  @Field(text) noticedOn: string;
  @Field(text, { nullable: true }) answerBy: string | null;
  @Field(text, { nullable: true }) decidedOn: string | null;
  @Field(() => Boolean, { description: 'The viewer may decide it: another officer than who began it' })
  mayDecide: boolean;
}

@ObjectType('WelfarePerson', { description: 'Somebody at a public-welfare post' })
export class WelfarePersonNode {
  @Field(uuid, { description: 'Of the placement' }) id: string;
  @Field(text) name: string;
  @Field(text, { description: 'Where the person lives' }) divisionName: string;
  @Field(uuid) postId: string;
  @Field(text) postTitle: string;
  @Field(text) startedOn: string;
  @Field(text, { nullable: true }) endedOn: string | null;
  @Field(text, { nullable: true, description: 'In words' }) endReason: string | null;
  @Field(text, { description: '12个月零3天' }) served: string;
  @Field(text, { nullable: true, description: 'The last day of the term; null: none is known' })
  termEndsOn: string | null;
  @Field(() => [String], { description: 'How the term is reckoned, a sentence each with its source' })
  termReasons: string[];
  @Field(whole, { nullable: true, description: '90 or 30: the term is nearly over' }) alert: number | null;
  @Field(() => Boolean, { description: 'Counted in the share: the certificate is good on the day' }) counted: boolean;
  @Field(() => Boolean, { description: 'A member of a disabled person’s household, never counted' }) isMember: boolean;
}

@ObjectType()
export class WelfarePersonPage extends Paged(WelfarePersonNode) {}

@ObjectType('WelfarePersonCase', { description: 'Somebody at a public-welfare post, with the exits' })
export class WelfarePersonCaseNode extends WelfarePersonNode {
  @Field(() => [WelfareExitNode], { description: 'The newest first' }) exits: WelfareExitNode[];
  @Field(() => [WelfareExitReasonNode], { description: 'What may be chosen' }) reasons: WelfareExitReasonNode[];
}

@ObjectType('WelfareShareRow')
export class WelfareShareRowNode {
  @Field(text, { description: '12 digits' }) divisionCode: string;
  @Field(text) townName: string;
  @Field(text, { description: '公益性岗位类别; NONE: posts that name none' }) welfareKind: string;
  @Field(text) kindText: string;
  @Field(whole) inUse: number;
  @Field(whole) disabled: number;
}

@ObjectType('WelfareShare', { description: '公益性岗位安置残疾人的份额' })
export class WelfareShareNode {
  @Field(text, { description: 'The day that is counted' }) day: string;
  @Field(text, { description: 'Why that day' }) dayBasis: string;
  @Field(whole) inUse: number;
  @Field(whole) disabled: number;
  @Field(text, { nullable: true, description: 'Exact fraction; null: no post in use' }) share: string | null;
  @Field(text, { nullable: true, description: 'In words, 12.5%' }) shareText: string | null;
  @Field(text, { nullable: true }) minimumText: string | null;
  @Field(text, { nullable: true }) minimumSource: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Null: nothing in use, seats that nobody reported, or no minimum entered',
  })
  meets: boolean | null;
  @Field(whole, { nullable: true, description: 'Disabled people still missing; null as `meets`' }) missing:
    | number
    | null;
  @Field(whole, { description: 'Posts whose seats in use nobody has reported' }) unreported: number;
  @Field(() => [WelfareShareRowNode], { description: 'Per town and kind' }) rows: WelfareShareRowNode[];
}

@InputType()
export class SeatsInUseInput {
  @Field(uuid)
  @IsUUID()
  postId: string;

  @Field(text, { description: 'YYYY-MM-DD, not after today' })
  @IsString()
  @MaxLength(MAX_DAY)
  onDay: string;

  @Field(whole, { description: 'Seats that somebody works on, disabled or not' })
  @IsInt()
  @Min(0)
  @Max(MOST_SEATS)
  inUse: number;

  @Field(text, { description: 'The list or report that says so' })
  @IsString()
  @Matches(/\S/u)
  @IsPlainText()
  @MaxLength(200)
  source: string;
}

// ——— exits ———

@InputType()
export class BeginWelfareExitInput {
  @Field(uuid)
  @IsUUID()
  placementId: string;

  @Field(text, { description: 'TERM PENSION OTHER_JOB RESIGNED MOVED DIED FALSE_DATA ABSENCE REFUSED' })
  @IsIn(WELFARE_EXIT_CODES)
  reason: WelfareExit;

  @Field(text, { description: 'What it rests on' })
  @IsString()
  @Matches(/\S/u)
  @MaxLength(MAX_SHORT)
  basis: string;

  @Field(text, { nullable: true, description: 'The last day worked; with a hearing it is asked for at the decision' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  lastDay?: string | null;

  @Field(text, { nullable: true, description: 'With a hearing: the last day to answer, after today' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  answerBy?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The seat is to be filled anew' })
  @IsOptional()
  @IsBoolean()
  reopen?: boolean | null;

  @Field(text)
  @IsString()
  @MaxLength(MAX_KEY)
  idempotencyKey: string;
}

@InputType()
export class DecideWelfareExitInput {
  @Field(uuid)
  @IsUUID()
  id: string;

  @Field(whole)
  @IsInt()
  @Min(1)
  version: number;

  @Field(text, { description: 'END or DROP' })
  @IsIn(['END', 'DROP'])
  outcome: 'END' | 'DROP';

  @Field(text, {
    nullable: true,
    description: 'What the person said; without it nothing is decided before the last day to answer is over',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_REASON)
  answer?: string | null;

  @Field(text, { description: 'Why it is decided so' })
  @IsString()
  @Matches(/\S/u)
  @MaxLength(MAX_SHORT)
  decision: string;

  @Field(text, { nullable: true, description: 'With END: the last day worked' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DAY)
  lastDay?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With END: the seat is to be filled anew' })
  @IsOptional()
  @IsBoolean()
  reopen?: boolean | null;

  @Field(text)
  @IsString()
  @MaxLength(MAX_KEY)
  idempotencyKey: string;
}

// ——— attendance ———

@InputType()
export class AttendanceRowInput {
  @Field(uuid)
  @IsUUID()
  placementId: string;

  @Field(whole)
  @IsInt()
  @Min(0)
  @Max(MOST_DAYS)
  daysDue: number;

  @Field(whole)
  @IsInt()
  @Min(0)
  @Max(MOST_DAYS)
  daysPresent: number;
}

@InputType()
export class RecordAttendanceInput {
  @Field(uuid)
  @IsUUID()
  postId: string;

  @Field(text, { description: 'YYYY-MM' })
  @IsString()
  @MaxLength(7)
  month: string;

  @Field(() => [AttendanceRowInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SHEET)
  @ValidateNested({ each: true })
  @Type(() => AttendanceRowInput)
  rows: AttendanceRowInput[];

  @Field(text, { nullable: true, description: 'Why it is corrected; needed once the month is closed' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string | null;

  @Field(text)
  @IsString()
  @MaxLength(MAX_KEY)
  idempotencyKey: string;
}

@ObjectType('AttendanceEntry', { description: 'Figures of one month as they were entered once' })
export class AttendanceEntryNode {
  @Field(uuid) id: string;
  @Field(whole) serial: number;
  @Field(whole) daysDue: number;
  @Field(whole) daysPresent: number;
  @Field(text, { nullable: true, description: 'Why it was corrected' }) reason: string | null;
  @Field(text) enteredBy: string;
  @Field(text) enteredOn: IsoDate;
  @Field(text, { nullable: true, description: 'The officer; null: nobody yet' }) confirmedBy: string | null;
  @Field(() => Boolean, { description: 'A correction that waits for this viewer' }) mayConfirm: boolean;
}

@ObjectType('AttendanceRow', { description: 'One person of a sheet' })
export class AttendanceRowNode {
  @Field(uuid) placementId: string;
  @Field(text) name: string;
  @Field(text) from: string;
  @Field(text, { nullable: true }) to: string | null;
  @Field(whole, { description: 'Days of the month, by the calendar, in which the person was placed' })
  servedDays: number;
  @Field(() => [AttendanceEntryNode], { description: 'The newest first' }) entries: AttendanceEntryNode[];
  @Field(text, { description: 'COUNTS, NOT or UNKNOWN for the post subsidy' }) counts: string;
  @Field(text, { description: 'Why' }) countsText: string;
}

@ObjectType('AttendanceSheet', { description: '考勤表 of one post and month' })
export class AttendanceSheetNode {
  @Field(uuid) postId: string;
  @Field(text) postTitle: string;
  @Field(text) employerName: string;
  @Field(text) townName: string;
  @Field(text) month: string;
  @Field(() => Boolean, { description: 'The month is over' }) over: boolean;
  @Field(text, { nullable: true, description: 'Who closed it' }) closedBy: string | null;
  @Field(text, { nullable: true }) closedOn: string | null;
  @Field(() => Boolean, { description: 'The viewer may close it now' }) mayClose: boolean;
  @Field(() => [AttendanceRowNode]) rows: AttendanceRowNode[];
}
