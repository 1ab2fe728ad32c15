import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

const MAX_ID = 40;
const MAX_CODE = 32;
const MAX_REASON = 300;

@ObjectType('Consent', { description: '同意: one purpose, in the words that are agreed to' })
export class ConsentNode {
  @Field(() => String) purpose: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Which data' }) data: string;
  @Field(() => String) why: string;
  @Field(() => String, { description: 'What happens without' }) without: string;
  @Field(() => String, { description: 'GIVEN, DECLINED or NOT_ASKED' }) state: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) at: Date | null;
  @Field(() => Boolean, { description: 'Said by a guardian' }) byGuardian: boolean;
  @Field(() => ID, { nullable: true, description: 'The signed paper that it rests on: GET /evidence/:id' })
  evidenceId: string | null;
}

@ObjectType('StatutoryPurpose', { description: '按法律规定办理，不需要同意' })
export class StatutoryPurposeNode {
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => String) data: string;
  @Field(() => String) why: string;
  @Field(() => String, { description: 'Act and article' }) basis: string;
}

@ObjectType()
export class MyConsents {
  @Field(() => [ConsentNode]) purposes: ConsentNode[];
  @Field(() => [StatutoryPurposeNode]) statutory: StatutoryPurposeNode[];
}

@ObjectType('SaidConsent', { description: 'One thing that was said; never changed' })
export class SaidConsentNode {
  @Field(() => ID) id: string;
  @Field(() => String) purpose: string;
  @Field(() => String) title: string;
  @Field(() => Boolean) given: boolean;
  @Field(() => GraphQLISODateTime) at: Date;
  @Field(() => String, { description: '网页, 纸上, 电话, 当面 or 走访时' }) channelText: string;
  @Field(() => String, { description: '本人, or 监护人 and what makes them one' }) saidByText: string;
  @Field(() => String, { nullable: true, description: 'Who wrote it down; null: the person in the portal' })
  recordedByName: string | null;
  @Field(() => ID, { nullable: true, description: 'The signed paper: GET /evidence/:id' }) evidenceId: string | null;
}

@ObjectType('StandingConsent')
export class StandingConsentNode extends ConsentNode {
  @Field(() => SaidConsentNode, { nullable: true, description: 'What it rests on; null: nobody has asked' })
  newest: SaidConsentNode | null;
}

@ObjectType({ description: 'What one of the viewer’s people has said yes or no to' })
export class PersonConsents {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String) divisionName: string;
  @Field(() => [StandingConsentNode]) purposes: StandingConsentNode[];
  @Field(() => [SaidConsentNode], { description: 'All that was said, the newest first; at most 200' })
  history: SaidConsentNode[];
}

@InputType({ description: 'What was said on paper, in a call or face to face' })
export class RecordConsentInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  personId: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_CODE)
  purpose: string;

  @Field(() => Boolean)
  @IsBoolean()
  given: boolean;

  @Field(() => String, { description: 'PAPER, CALL or FACE' })
  @IsString()
  @MaxLength(MAX_CODE)
  channel: string;

  @Field(() => String, { description: 'SELF or GUARDIAN' })
  @IsString()
  @MaxLength(MAX_CODE)
  saidBy: string;

  @Field(() => String, { nullable: true, description: 'Wanted of a guardian: MINOR, KIN, COURT or APPOINTED' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CODE)
  guardianBasis?: string | null;

  @Field(() => ID, { nullable: true, description: 'Picture of the signed paper, of POST /evidence' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ID)
  evidenceId?: string | null;
}

@ObjectType('OwnDataRequest', { description: '资料申请' })
export class OwnDataRequestNode {
  @Field(() => ID, { description: 'READY: GET /exports/:id gives the file, once' }) id: string;
  @Field(() => String, { description: 'EXPORT or DELETION' }) kind: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => GraphQLISODateTime) requestedAt: Date;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'READY: until when it can be had; APPROVED: when it is executed',
  })
  dueAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused' }) answer: string | null;
  @Field(() => Boolean) withdrawable: boolean;
}

@ObjectType('KeptRecords', { description: 'What stays after a deletion' })
export class KeptRecordsNode {
  @Field(() => String) what: string;
  @Field(() => String, { description: 'Last day' }) until: string;
  @Field(() => String) source: string;
}

@ObjectType()
export class MyData {
  @Field(() => [OwnDataRequestNode], { description: 'The newest twenty' }) requests: OwnDataRequestNode[];
  @Field(() => [String], { description: 'What must end before a deletion' }) open: string[];
  @Field(() => [KeptRecordsNode]) kept: KeptRecordsNode[];
  @Field(() => Int, { description: 'Days in which an approved deletion can be taken back' }) graceDays: number;
  @Field(() => Int, { description: 'Days in which a file can be had' }) exportDays: number;
}

@ArgsType()
export class DataRequestsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for a decision' })
  @IsOptional()
  @IsBoolean()
  waiting?: boolean;
}

@ObjectType('DataRequest', { description: '删除申请 as the office sees it' })
export class DataRequestNode {
  @Field(() => ID) id: string;
  @Field(() => ID) personId: string;
  @Field(() => String) personName: string;
  @Field(() => String, { description: 'Masked' }) idNumber: string;
  @Field(() => String) divisionName: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => GraphQLISODateTime) requestedAt: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'APPROVED: when it is executed' }) dueAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType('DataRequestCase')
export class DataRequestCaseNode extends DataRequestNode {
  @Field(() => [String], { description: 'What must end before it can be approved' }) open: string[];
  @Field(() => [KeptRecordsNode]) kept: KeptRecordsNode[];
  @Field(() => String, { nullable: true, description: 'Why the data is under a legal hold; null: it is not' })
  hold: string | null;
  @Field(() => String, { nullable: true, description: 'What the person was told' }) answer: string | null;
}

@ObjectType()
export class DataRequestPage extends Paged(DataRequestNode) {}

@InputType()
export class DecideDataRequestInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  id: string;

  @Field(() => Boolean)
  @IsBoolean()
  approve: boolean;

  @Field(() => String, { nullable: true, description: 'Wanted for a refusal; the person reads it' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_REASON)
  reason?: string | null;

  @Field(() => Int, { description: 'As it was shown' })
  @IsInt()
  version: number;
}

@InputType()
export class LegalHoldInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  requestId: string;

  @Field(() => Boolean)
  @IsBoolean()
  on: boolean;

  @Field(() => String, { nullable: true, description: 'Wanted to put it on' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_REASON)
  reason?: string | null;
}

@ObjectType()
export class RetentionLine {
  @Field(() => String) what: string;
  @Field(() => Int) gone: number;
}

@ObjectType('RetentionRun', { description: '到期清理' })
export class RetentionRunNode {
  @Field(() => GraphQLISODateTime) startedAt: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null: it was cut off' }) finishedAt: Date | null;
  @Field(() => [RetentionLine]) lines: RetentionLine[];
  @Field(() => Int, { description: 'People left alone because of a legal hold' }) held: number;
}
