import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { QUERY_LIMITS } from './limits.js';

/** It adds to each fragment and knows only a `first` that is written out; twice our limit it never meets an honest query. */
const COST = 2 * QUERY_LIMITS.cost;

/** Reports instead of throwing: Apollo takes a rule that throws for a failure of the server. */
const refusedAs = (code: string) => ({
  ignoreIntrospection: false,
  flattenFragments: true,
  exposeLimits: false,
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) =>
      context?.reportError(new GraphQLError('查询超出了限制。', { extensions: { code } })),
  ],
});

/** The limits once more, by other people's code: a mistake in ours alone opens nothing. */
export const secondLayer = (): ValidationRule[] =>
  [
    maxDepthRule({ n: QUERY_LIMITS.depth, ...refusedAs('QUERY_TOO_DEEP') }),
    maxAliasesRule({ n: QUERY_LIMITS.aliases, allowList: [], ...refusedAs('QUERY_TOO_COMPLEX') }),
    maxDirectivesRule({ n: QUERY_LIMITS.directives, ...refusedAs('QUERY_TOO_COMPLEX') }),
    costLimitRule({
      maxCost: COST,
      objectCost: 2,
      scalarCost: 1,
      depthCostFactor: 1,
      ...refusedAs('QUERY_TOO_COMPLEX'),
    }),
  ] as ValidationRule[];
