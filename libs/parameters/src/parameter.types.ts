import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Paged, PageArgs } from '@tongxing/platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const MAX_CODE = 80;
const MAX_SCOPE = 12;
const MAX_VALUE = 500;
const MAX_ACT = 150;
const MAX_TEXT = 60;
const MAX_ID = 80;
const DAY = 10;

const Optional =
  (length: number, description?: string): PropertyDecorator =>
  (target, key) => {
    Field(() => String, { nullable: true, ...(description ? { description } : {}) })(target, key as string);
    IsOptional()(target, key as string);
    IsString()(target, key as string);
    MaxLength(length)(target, key as string);
  };
const Text =
  (length: number, description?: string): PropertyDecorator =>
  (target, key) => {
    Field(() => String, description ? { description } : {})(target, key as string);
    IsString()(target, key as string);
    MaxLength(length)(target, key as string);
  };

@InputType({ description: '一条参数的录入: as an officer writes it down from an act' })
export class EnterParameterInput {
  @Text(MAX_CODE, 'Of the catalogue, such as quota.ratio') code: string;
  @Text(MAX_SCOPE, 'Division code of 2, 4, 6 or 12 digits within the own region') scope: string;
  @Optional(MAX_CODE, 'Absent: for all, where the code has that') qualifier?: string;
  @Optional(MAX_CODE, 'Absent: the first unit of the code') unit?: string;
  @Text(MAX_VALUE, 'As people write it: 1.5%, 1950.00 (yuan), 是') value: string;
  @Text(DAY, 'YYYY-MM-DD') from: string;
  @Optional(DAY, 'YYYY-MM-DD, inclusive; absent: open') to?: string;
  @Text(MAX_ACT, '文件名称') act: string;
  @Optional(MAX_TEXT, '文号') number?: string;
  @Optional(MAX_TEXT, '条款') article?: string;
  @Optional(MAX_TEXT, 'CONFIRMED: the issuer’s own text was read; absent or UNCONFIRMED: it was not') status?: string;
  @Optional(MAX_ID, 'Id of the confirmed row whose place it takes from its first day on') supersedes?: string;
}

@InputType()
export class ParameterFilter {
  @Optional(MAX_CODE) code?: string;
  @Optional(MAX_SCOPE) scope?: string;
  @Optional(MAX_TEXT, 'ENTERED, COUNTS, SUPERSEDED or WITHDRAWN') state?: string;
  @Optional(DAY, 'Only rows that hold on this day') day?: string;
}

@ArgsType()
export class ParameterRowsArgs extends PageArgs {
  @Field(() => ParameterFilter, { nullable: true })
  @IsOptional()
  filter?: ParameterFilter;
}

@ObjectType('ParameterChoice')
export class ParameterChoiceNode {
  @Field(() => String) value: string;
  @Field(() => String) text: string;
}

@ObjectType('ParameterKind', { description: 'A row of the catalogue of parameters (参数目录)' })
export class ParameterKindNode {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) decides: string;
  @Field(() => [ParameterChoiceNode]) units: ParameterChoiceNode[];
  @Field(() => [ParameterChoiceNode], { description: 'Empty value: for all' }) qualifiers: ParameterChoiceNode[];
  @Field(() => [ParameterChoiceNode], { nullable: true, description: 'Where a value is chosen, not written' })
  choices: ParameterChoiceNode[] | null;
  @Field(() => Boolean, { description: 'Several of the choices at once' }) several: boolean;
  @Field(() => Boolean, { description: 'Written in yuan' }) money: boolean;
  @Field(() => [String], { description: 'CN, PROVINCE, PREFECTURE, COUNTY' }) scopes: string[];
  @Field(() => String) example: string;
  @Field(() => String, { description: 'REFUSE or ASSUME' }) afterEnd: string;
  @Field(() => String) rulebook: string;
  @Field(() => Boolean, { description: 'A computation of today has no answer without it' }) needed: boolean;
}

@ObjectType('ParameterRow', { description: 'A dated value: shipped, entered here, or of the demonstration' })
export class ParameterRowNode {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) scope: string;
  @Field(() => String) scopeName: string;
  @Field(() => String) qualifier: string;
  @Field(() => String) qualifierText: string;
  @Field(() => String) unit: string;
  @Field(() => String) unitText: string;
  @Field(() => String, { description: 'As it is stored' }) value: string;
  @Field(() => String, { description: 'As people read it' }) shown: string;
  @Field(() => String) from: string;
  @Field(() => String, { nullable: true, description: 'As entered; null: open' }) to: string | null;
  @Field(() => String, { nullable: true, description: 'Last day on which it holds, what supersedes it looked at' })
  until: string | null;
  @Field(() => String) source: string;
  @Field(() => String) act: string;
  @Field(() => String) number: string;
  @Field(() => String) article: string;
  @Field(() => String, { description: 'CONFIRMED or UNCONFIRMED by the issuer’s text' }) status: string;
  @Field(() => String, { description: 'SHIPPED, OPERATOR or DEMO (演示参数)' }) origin: string;
  @Field(() => String, { nullable: true, description: '演示参数, 未核对原文' }) mark: string | null;
  @Field(() => String, { description: 'ENTERED, COUNTS, SUPERSEDED or WITHDRAWN' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => ID, { nullable: true }) supersedesId: string | null;
  @Field(() => String, { nullable: true }) enteredBy: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) enteredAt: Date | null;
  @Field(() => String, { nullable: true }) confirmedBy: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) confirmedAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnBy: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => Boolean, { description: 'The viewer entered it' }) mine: boolean;
  @Field(() => Boolean) mayConfirm: boolean;
  @Field(() => Boolean) mayWithdraw: boolean;
  @Field(() => Boolean) maySupersede: boolean;
}

@ObjectType()
export class ParameterRowPage extends Paged(ParameterRowNode) {}

@ObjectType('MissingParameter', { description: 'A value that a computation needs and nobody has entered' })
export class MissingParameterNode {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) decides: string;
  @Field(() => String) qualifier: string;
  @Field(() => String) qualifierText: string;
  @Field(() => String, { description: 'The county concerned' }) scope: string;
  @Field(() => String) scopeName: string;
  @Field(() => String, { description: 'A day without a value' }) day: string;
  @Field(() => Boolean, { description: 'A computation asked for it and was refused' }) asked: boolean;
}

@ObjectType('TrialLine')
export class TrialLineNode {
  @Field(() => String) name: string;
  @Field(() => String) what: string;
  @Field(() => String) before: string;
  @Field(() => String) after: string;
}

@ObjectType('TrialFinding', { description: 'What a row would move of one matter' })
export class TrialFindingNode {
  @Field(() => String) name: string;
  @Field(() => String) title: string;
  @Field(() => String) sentence: string;
  @Field(() => Int, { description: 'Computed twice; less than the population is a sample' }) checked: number;
  @Field(() => Int) population: number;
  @Field(() => Int) changed: number;
  @Field(() => String, { nullable: true }) beforeYuan: string | null;
  @Field(() => String, { nullable: true }) afterYuan: string | null;
  @Field(() => [TrialLineNode], { description: 'Largest changes first' }) lines: TrialLineNode[];
}

@ObjectType('ParameterTrial', { description: '试算' })
export class ParameterTrialNode {
  @Field(() => ID) id: string;
  @Field(() => ID) rowId: string;
  @Field(() => String, { description: 'WAITING, RUNNING, DONE or FAILED' }) state: string;
  @Field(() => Int, { description: '0 to 100' }) percent: number;
  @Field(() => [TrialFindingNode], { nullable: true }) findings: TrialFindingNode[] | null;
  @Field(() => GraphQLISODateTime) createdAt: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) finishedAt: Date | null;
}
