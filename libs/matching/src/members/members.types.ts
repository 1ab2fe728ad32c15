import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, Paged } from '@tongxing/platform';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const MAX_ID = 64;
const MOST_POSTS = 500;
const KEY = /^[\w-]{8,64}$/;

@ObjectType('HouseholdMember', { description: '残疾人家庭成员 of a household list, without work and wanting it' })
export class HouseholdMemberNode {
  @Field(() => ID, { description: 'Of the line in the list' }) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) birthYear: number;
  @Field(() => String, { description: '与户主关系' }) relationText: string;
  @Field(() => String) divisionName: string;
  @Field(() => [String], { description: 'Certificate holders of the household, by name' }) holders: string[];
  @Field(() => ID, { nullable: true, description: 'The record, once entered; null before' }) personId: string | null;
  @Field(() => [String], { description: 'What keeps the member from standing, in words; empty: stands' })
  lacks: string[];
  @Field(() => Boolean, { description: 'Can be entered now, with the member’s consent' }) mayEnter: boolean;
}

@ObjectType()
export class HouseholdMemberPage extends Paged(HouseholdMemberNode) {}

@InputType()
export class EnterMemberInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  memberId: string;

  @Field(() => String, { description: 'PAPER, CALL or FACE: how consent to being matched was given' })
  @IsIn(['PAPER', 'CALL', 'FACE'])
  channel: string;

  @Field(() => String, { description: 'SELF or GUARDIAN' })
  @IsIn(['SELF', 'GUARDIAN'])
  saidBy: string;

  @Field(() => String, { nullable: true, description: 'Of a guardian: MINOR, KIN, COURT or APPOINTED' })
  @IsOptional()
  @IsIn(['MINOR', 'KIN', 'COURT', 'APPOINTED'])
  guardianBasis?: string | null;
}

@InputType()
export class EnterMemberChoicesInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;

  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  personId: string;

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

@ArgsType()
export class RoundMembersArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  @MaxLength(MAX_ID)
  roundId: string;
}

@ObjectType('RoundMember', { description: 'A household member on a round’s roster, for the office' })
export class RoundMemberNode {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => String) divisionName: string;
  @Field(() => Int, { nullable: true, description: '摇到的号; null before the draw' }) number: number | null;
  @Field(() => Boolean, { description: 'A list was handed in, an empty one too' }) handedIn: boolean;
  @Field(() => [ID], { description: 'The list as it stands, best first' }) postIds: string[];
  @Field(() => Boolean, { description: 'Lists are taken now' }) open: boolean;
}

@ObjectType()
export class RoundMemberPage extends Paged(RoundMemberNode) {}

@ObjectType('MemberPost', { description: 'A post of the round as it suits the member today' })
export class MemberPostNode {
  @Field(() => ID) postId: string;
  @Field(() => String) title: string;
  @Field(() => String) employerName: string;
  @Field(() => String) divisionName: string;
  @Field(() => String, { description: 'FITS, FITS_WITH, UNKNOWN or NO' }) answer: string;
}

@ObjectType('RoundMemberCase', { description: 'One member with the posts of the round' })
export class RoundMemberCaseNode extends RoundMemberNode {
  @Field(() => String) roundTitle: string;
  @Field(() => [MemberPostNode]) posts: MemberPostNode[];
}
