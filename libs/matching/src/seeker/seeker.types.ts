import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { RULE_WORDS } from '@tongxing/rules';
import type { Dismissal } from './dismissals.js';
import type { Openings } from './openings.service.js';
import { DISMISS_REASONS } from './seeker.words.js';

@ObjectType('MatchDismissal', { description: '不合适, as the person said it' })
export class MatchDismissalNode {
  @Field(() => ID) postId: string;
  @Field(() => String) reason: string;
  @Field(() => String, { description: 'The reason in words' }) reasonText: string;
  @Field(() => String, { nullable: true, description: "The person's own words" }) note: string | null;
  @Field(() => GraphQLISODateTime) at: Date;
  @Field(() => GraphQLISODateTime, { description: 'It can be taken back until then' }) undoUntil: Date;
  @Field(() => Boolean) undoable: boolean;
  @Field(() => Boolean, { description: 'Wage or place changed since: the post is in the list again' }) changed: boolean;
}

@ObjectType('DismissReason')
export class DismissReasonNode {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType('OpeningMove', { description: 'One move, and the posts that it alone would make fit' })
export class OpeningMoveNode {
  @Field(() => String, {
    description: 'ASSESS, ASK, RENEW, RECOGNISE, TRAIN, LICENCE, TRAVEL, ACCOMMODATE or PROVIDE',
  })
  kind: string;
  @Field(() => String, { description: 'What to do, in plain words' }) says: string;
  @Field(() => Int, { description: '1 a question, 2 an appointment, 3 a thing to arrange, 5 weeks of learning' })
  effort: number;
  @Field(() => Int) postsOpened: number;
  @Field(() => Boolean, { description: 'It may turn out less: nobody knows the outcome beforehand' }) atBest: boolean;
}

@ObjectType('BlockingRule', { description: 'How many posts one rule keeps away' })
export class BlockingRuleNode {
  @Field(() => String) rule: string;
  @Field(() => String) word: string;
  @Field(() => Int) posts: number;
  @Field(() => Int, { description: 'Of these, posts that nothing else keeps away' }) alone: number;
}

@ObjectType('WhatOpensPosts', { description: '怎样多一些岗位' })
export class WhatOpensPostsNode {
  @Field(() => String, { nullable: true, description: 'Why nothing is told, as in matchedPosts' })
  withheld: string | null;
  @Field(() => Int, { description: 'Open posts within the prefecture that were looked at' }) looked: number;
  @Field(() => Int) fits: number;
  @Field(() => [OpeningMoveNode], { description: 'The one that opens most first; at most 12' })
  opens: OpeningMoveNode[];
  @Field(() => [BlockingRuleNode], { description: 'The one that alone keeps most away first' })
  blockedBy: BlockingRuleNode[];
}

@ObjectType('MatchFacet', { description: 'A choice of the filter with how many posts it leaves' })
export class MatchFacetNode {
  @Field(() => String) code: string;
  @Field(() => String, { nullable: true, description: 'Of a place' }) name?: string | null;
  @Field(() => Int) posts: number;
}

@ObjectType('MatchFacets', { description: 'Counts over the whole own list' })
export class MatchFacetsNode {
  @Field(() => [MatchFacetNode], { description: 'FITS, FITS_WITH, UNKNOWN' }) answers: MatchFacetNode[];
  @Field(() => [MatchFacetNode]) kinds: MatchFacetNode[];
  @Field(() => [MatchFacetNode], { description: 'Towns, most posts first, at most 40' }) towns: MatchFacetNode[];
  @Field(() => [MatchFacetNode], { description: 'HOME to FAR, each with what is nearer' }) within: MatchFacetNode[];
  @Field(() => Int) remote: number;
  @Field(() => Int, { description: 'Called unsuitable, so not counted above' }) dismissed: number;
}

/** 不合适, as its person reads it. */
export const dismissalNode = (dismissal: Dismissal): MatchDismissalNode => ({
  ...dismissal,
  reasonText: DISMISS_REASONS[dismissal.reason],
});

/** What opens posts, as people read it. */
export const openingsNode = ({ opens, blockedBy, ...rest }: Openings): WhatOpensPostsNode => ({
  ...rest,
  opens: opens.map(({ kind, says, effort, posts, atBest }) => ({ kind, says, effort, postsOpened: posts, atBest })),
  blockedBy: blockedBy.map((one) => ({ ...one, word: RULE_WORDS[one.rule] })),
});
