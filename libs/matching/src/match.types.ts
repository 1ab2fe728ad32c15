import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PublicPostNode } from '@tongxing/employers';
import { PageArgs, Paged } from '@tongxing/platform';
import type { MatchExplanation, RuleFinding } from '@tongxing/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { MatchedPage } from './match.service.js';
import { dismissalNode, MatchDismissalNode } from './seeker/seeker.types.js';

const MAX_TEXT = 40;
const MAX_ANSWERS = 4;
const MAX_KINDS = 10;

@InputType()
export class MatchFilterInput {
  @Field(() => ID, { nullable: true, description: 'Somebody of the own region; absent: the viewer' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Judged on this day; absent: today' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  day?: string | null;

  @Field(() => [String], { nullable: true, description: 'FITS, FITS_WITH, UNKNOWN; absent: the first two' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ANSWERS)
  @IsString({ each: true })
  answers?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of posts; absent: all' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_KINDS)
  @IsString({ each: true })
  @MaxLength(MAX_TEXT, { each: true })
  kinds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Work place: 2 to 12 digits; posts in it and below' })
  @IsOptional()
  @Matches(DIVISION_CODE)
  divisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'HOME, VILLAGE, TOWNSHIP, COUNTY or PREFECTURE: no farther' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  within?: string | null;

  @Field(() => String, { nullable: true, description: 'At least so many yuan a month, decimal text' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  wageFromYuan?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only work at home' })
  @IsOptional()
  @IsBoolean()
  remote?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: with the posts called unsuitable' })
  @IsOptional()
  @IsBoolean()
  includeDismissed?: boolean | null;
}

/** Arguments of the list: a page and what to show. */
@ArgsType()
export class MatchedPostsArgs extends PageArgs {
  @Field(() => MatchFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MatchFilterInput)
  filter?: MatchFilterInput;
}

@ObjectType('ScoreParts', { description: 'Six integers whose sum is the score' })
export class ScorePartsNode {
  @Field(() => Int) skill: number;
  @Field(() => Int) travel: number;
  @Field(() => Int) wage: number;
  @Field(() => Int) hours: number;
  @Field(() => Int) wish: number;
  @Field(() => Int) freshness: number;
}

@ObjectType('MatchAccommodation', { description: '便利' })
export class MatchAccommodationNode {
  @Field(() => String) kind: string;
  @Field(() => String, { description: 'EMPLOYER, SCHEME or PERSON' }) payer: string;
}

@ObjectType('MatchedPost', { description: '推荐岗位' })
export class MatchedPostNode {
  @Field(() => PublicPostNode) post: PublicPostNode;
  @Field(() => String, { description: 'FITS, FITS_WITH or UNKNOWN' }) answer: string;
  @Field(() => Int, { description: '0–1000; orders the list' }) score: number;
  @Field(() => ScorePartsNode) parts: ScorePartsNode;
  @Field(() => [String], { description: 'At most four' }) reasons: string[];
  @Field(() => [String], { description: 'At most two' }) cautions: string[];
  @Field(() => [MatchAccommodationNode], { description: 'Promised ones that the fit rests on' })
  accommodations: MatchAccommodationNode[];
  @Field(() => [String], { description: 'What is to be found out first' }) toAssess: string[];
  @Field(() => MatchDismissalNode, { nullable: true, description: 'The person called it unsuitable' })
  dismissed: MatchDismissalNode | null;
}

@ObjectType('MatchAsOf', { description: 'How fresh the list is' })
export class MatchAsOfNode {
  @Field(() => Int, { description: 'Number of the last committed change in it' }) seq: number;
  @Field(() => String) day: string;
  @Field(() => Int) posts: number;
}

@ObjectType()
export class MatchedPostPage extends Paged(MatchedPostNode) {
  @Field(() => String, {
    nullable: true,
    description: 'Why the own list is empty: NOT_ASKED whether recommendations are wanted, or DECLINED; see setConsent',
  })
  withheld: string | null;
  @Field(() => MatchAsOfNode) asOf: MatchAsOfNode;
}

@ObjectType('MatchFinding', { description: 'One rule with what it compared' })
export class MatchFindingNode {
  @Field(() => String) rule: string;
  @Field(() => String, { description: 'FITS, FITS_WITH, UNKNOWN or NO' }) answer: string;
  @Field(() => String) message: string;
  @Field(() => String) needed: string;
  @Field(() => String) has: string;
  @Field(() => String, { nullable: true, description: 'Act or statement behind it; null: none, so it can not say no' })
  basis: string | null;
}

@ObjectType('MatchChangeSet', { description: 'The smallest set of moves that makes the pair fit' })
export class MatchChangeNode {
  @Field(() => [String], { description: 'What to do, in plain words' }) moves: string[];
  @Field(() => Int) effort: number;
  @Field(() => String) newAnswer: string;
}

@ObjectType('MatchExplanation', { description: '为什么' })
export class MatchExplanationNode {
  @Field(() => String) answer: string;
  @Field(() => Int) score: number;
  @Field(() => ScorePartsNode, { nullable: true, description: 'Null for NO' }) parts: ScorePartsNode | null;
  @Field(() => [String]) reasons: string[];
  @Field(() => [String]) cautions: string[];
  @Field(() => [MatchAccommodationNode]) accommodations: MatchAccommodationNode[];
  @Field(() => [MatchFindingNode], { description: 'Rules that hold' }) why: MatchFindingNode[];
  @Field(() => [MatchFindingNode], { description: 'Rules that do not, or not yet' }) whyNot: MatchFindingNode[];
  @Field(() => [MatchChangeNode], { description: 'Empty: nothing needed, or no small change helps' })
  changes: MatchChangeNode[];
}

const findingNode = ({ basis, ...finding }: RuleFinding): MatchFindingNode => ({
  ...finding,
  basis: basis?.source ?? null,
});

/** An explanation as its person reads it. */
export const explanationNode = (explanation: MatchExplanation): MatchExplanationNode => {
  const { findings, change, ...rest } = explanation;
  const holds = ({ answer }: RuleFinding): boolean => answer === 'FITS' || answer === 'FITS_WITH';
  return {
    ...rest,
    why: findings.filter(holds).map(findingNode),
    whyNot: findings.filter((finding) => !holds(finding)).map(findingNode),
    changes: change === null ? [] : [{ ...change, moves: change.moves.map(({ says }) => says) }],
  };
};

/** A page of matched posts as its person reads it. */
export const matchedPage = ({ edges, ...page }: MatchedPage): MatchedPostPage => ({
  ...page,
  edges: edges.map(({ cursor, node: { post, explanation, dismissed } }) => ({
    cursor,
    node: {
      post,
      answer: explanation.answer,
      score: explanation.score,
      parts: explanation.parts as ScorePartsNode,
      reasons: explanation.reasons,
      cautions: explanation.cautions,
      accommodations: explanation.accommodations,
      toAssess: explanation.findings.filter(({ answer }) => answer === 'UNKNOWN').map(({ message }) => message),
      dismissed: dismissed ? dismissalNode(dismissed) : null,
    },
  })),
});
