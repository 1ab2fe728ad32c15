import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PublicPostNode } from '@tongxing/employers';
import { PageArgs, Paged } from '@tongxing/platform';
import { demandSentence, ITEM_WORDS, type RuleFinding } from '@tongxing/rules';
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
import { type AsOf, LATE_MS } from './feed-index.js';
import type { FullExplanation, MatchedPage } from './match.service.js';
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

@ObjectType('ListAsOf', { description: 'How fresh a list is, and by what it was made' })
export class ListAsOfNode {
  @Field(() => Int, { description: 'Number of the last committed change in it' }) seq: number;
  @Field(() => String) day: string;
  @Field(() => Int, { description: 'What was committed in so many milliseconds before may be missing' }) lagMs: number;
  @Field(() => Boolean, { description: 'It lags more than a minute, which a page has to say' }) late: boolean;
  @Field(() => String) rulesVersion: string;
  @Field(() => String) weightsId: string;
  @Field(() => Boolean, { description: 'Made pair by pair, since the fast engine failed its check' }) degraded: boolean;
}

@ObjectType('MatchAsOf', { description: 'How fresh a list of posts is, and of how many' })
export class MatchAsOfNode extends ListAsOfNode {
  @Field(() => Int) posts: number;
}

/** Freshness as a page says it. */
export const listAsOf = <A extends AsOf>(asOf: A): A & { late: boolean } => ({ ...asOf, late: asOf.lagMs > LATE_MS });

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

@ObjectType('MatchDemand', { description: 'One demand of the post beside what was assessed' })
export class MatchDemandNode {
  @Field(() => String) item: string;
  @Field(() => String, { description: '搬举' }) word: string;
  @Field(() => Int, { description: '1–4' }) needed: number;
  @Field(() => String, { description: 'The same in words' }) neededText: string;
  @Field(() => Int, { nullable: true, description: 'Null: not assessed, or run out' }) has: number | null;
  @Field(() => String, { description: 'The same in words' }) hasText: string;
  @Field(() => Int, { description: 'What is left of it with the accommodations below' }) left: number;
  @Field(() => String, { description: 'FITS, UNKNOWN or NO' }) answer: string;
  @Field(() => [String], { description: 'Accommodations that lower it' }) by: string[];
}

@ObjectType('MatchAssessment', { description: 'Whose assessment the answer rests on' })
export class MatchAssessmentNode {
  @Field(() => String) assessor: string;
  @Field(() => String) assessedOn: string;
  @Field(() => String, { nullable: true }) validUntil: string | null;
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
  @Field(() => [MatchDemandNode], { description: 'Every demand, met or not' }) demands: MatchDemandNode[];
  @Field(() => MatchAssessmentNode, { nullable: true, description: 'Null: never assessed' })
  assessment: MatchAssessmentNode | null;
  @Field(() => [MatchChangeNode], { description: 'Empty: nothing needed, or no small change helps' })
  changes: MatchChangeNode[];
}

const findingNode = ({ basis, ...finding }: RuleFinding): MatchFindingNode => ({
  ...finding,
  basis: basis?.source ?? null,
});

/** An explanation as its person reads it. */
export const explanationNode = (explanation: FullExplanation): MatchExplanationNode => {
  const { findings, change, demands, ...rest } = explanation;
  const holds = ({ answer }: RuleFinding): boolean => answer === 'FITS' || answer === 'FITS_WITH';
  return {
    ...rest,
    demands: demands.map((row) => ({
      ...row,
      word: ITEM_WORDS[row.item],
      neededText: demandSentence(row.item, row.needed),
      hasText: row.has === null ? '还没评估' : row.has === 0 ? '都做不到' : demandSentence(row.item, row.has),
    })),
    why: findings.filter(holds).map(findingNode),
    whyNot: findings.filter((finding) => !holds(finding)).map(findingNode),
    changes: change === null ? [] : [{ ...change, moves: change.moves.map(({ says }) => says) }],
  };
};

/** A page of matched posts as its person reads it. */
export const matchedPage = ({ edges, asOf, ...page }: MatchedPage): MatchedPostPage => ({
  ...page,
  asOf: listAsOf(asOf),
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
