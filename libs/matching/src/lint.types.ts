import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PostFindingNode } from '@tongxing/employers';
import { COUNT_STEP, demandSentence, ITEM_WORDS } from '@tongxing/rules';
import type { PostLint } from './lint.service.js';

@ObjectType('LintCount', { description: 'How many people' })
export class LintCountNode {
  @Field(() => Int, { description: 'At least so many; 0 may be up to four where the count is not exact' })
  atLeast: number;
  @Field(() => String, { description: '15人, or for employers 15人以上, 少于5人' }) text: string;
}

@ObjectType('LintSuggestion', { description: 'A change of the work that opens it to more people' })
export class LintSuggestionNode {
  @Field(() => String, { description: 'LOWER or ACCOMMODATION' }) kind: string;
  @Field(() => String) says: string;
  @Field(() => Int, { nullable: true, description: 'LOWER: the level instead' }) level: number | null;
  @Field(() => String, { nullable: true, description: 'ACCOMMODATION: its word' }) provision: string | null;
  @Field(() => LintCountNode, { description: 'So many more would fit' }) gain: LintCountNode;
}

@ObjectType('DemandLint', { description: 'One demand of a post against the job seekers of the county' })
export class DemandLintNode {
  @Field(() => String) item: string;
  @Field(() => String) word: string;
  @Field(() => Int) level: number;
  @Field(() => String, { description: 'What the level asks, in plain words' }) asks: string;
  @Field(() => LintCountNode, { description: 'Assessed, and under the level' }) below: LintCountNode;
  @Field(() => LintCountNode, { description: 'Would fit without this demand' }) onlyThis: LintCountNode;
  @Field(() => LintCountNode, { description: 'Not assessed on this item' }) unknown: LintCountNode;
  @Field(() => [LintSuggestionNode], { description: 'Those that show a gain, the largest first' })
  suggestions: LintSuggestionNode[];
}

@ObjectType('PostLint', { description: '岗位把关' })
export class PostLintNode {
  @Field(() => [PostFindingNode]) refusals: PostFindingNode[];
  @Field(() => [PostFindingNode]) cautions: PostFindingNode[];
  @Field(() => Boolean, { description: 'false: counts are in steps of five' }) exact: boolean;
  @Field(() => LintCountNode, { description: 'Job seekers looked at' }) seekers: LintCountNode;
  @Field(() => LintCountNode, { description: 'Whom the post fits as written' }) fits: LintCountNode;
  @Field(() => [DemandLintNode], { description: 'Demands of level 1 and above' }) demands: DemandLintNode[];
}

export const countText = (count: number, exact: boolean): string => {
  if (exact) return `${count}人`;
  return count === 0 ? `少于${COUNT_STEP}人` : `${count}人以上`;
};

/** A lint as its reader may see it. */
export function lintNode({ refusals, cautions, exact, people, fits, demands }: PostLint): PostLintNode {
  const node = (count: number): LintCountNode => ({ atLeast: count, text: countText(count, exact) });
  return {
    refusals,
    cautions,
    exact,
    seekers: node(people),
    fits: node(fits),
    demands: demands.map(({ item, level, below, onlyThis, unknown, suggestions }) => ({
      item,
      word: ITEM_WORDS[item],
      level,
      asks: demandSentence(item, level),
      below: node(below),
      onlyThis: node(onlyThis),
      unknown: node(unknown),
      suggestions: suggestions.filter(({ gain }) => gain > 0).map((one) => ({ ...one, gain: node(one.gain) })),
    })),
  };
}
