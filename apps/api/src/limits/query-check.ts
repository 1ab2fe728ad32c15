import { DomainError } from '@tongxing/platform';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { withoutValues } from '../graphql-errors.js';
import { QUERY_LIMITS } from './limits.js';
import { countTokens, measureQuery, type QueryMeasure } from './query-measure.js';

const HINT = '请把查询拆成几次，或少要一些。';
const { depth, tokens, documentBytes, variablesBytes, jsonDepth, aliases, directives } = QUERY_LIMITS;

const tooLarge = (what: string): DomainError =>
  new DomainError('QUERY_TOO_LARGE', `查询太大：${what}。`, { hint: HINT });
const tooComplex = (what: string): DomainError =>
  new DomainError('QUERY_TOO_COMPLEX', `查询太复杂：${what}。`, { hint: HINT });
const invalid = (message: string, field?: string): DomainError =>
  new DomainError('VALIDATION', message, { ...(field ? { field } : {}), hint: '请检查后再提交。' });

/**
 * Parses a document of somebody else's writing.
 *
 * @throws DomainError QUERY_TOO_COMPLEX, QUERY_TOO_LARGE by what is written, VALIDATION for what is no GraphQL
 */
export function parseChecked(text: string): DocumentNode {
  try {
    // Aliases and directives first: a flood of them is told as such, however large it is.
    const count = countTokens(text);
    if (count.aliases > aliases) throw tooComplex(`别名最多 ${aliases} 个`);
    if (count.directives > directives) throw tooComplex(`指令最多 ${directives} 个`);
    if (count.tokens > tokens) throw tooLarge(`最多 ${tokens} 个词`);
    if (Buffer.byteLength(text) > documentBytes) throw tooLarge(`最多 ${documentBytes / 1024} KiB`);
    return parse(text, { noLocation: true, maxTokens: tokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw invalid(`查询写得不对：${withoutValues(error.message)}`, 'query');
    throw error;
  }
}

/**
 * Holds a document to every limit that needs no schema.
 *
 * @param cost the most it may cost: less for somebody who is not signed in
 * @throws DomainError with the code of the first limit that is passed
 */
export function checkQuery(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  cost: number,
): QueryMeasure {
  const measure = measureQuery(document, variables);
  if (measure.cyclic) throw invalid('查询写得不对：片段互相包含。', 'query');
  if (measure.introspects) {
    throw new DomainError('INTROSPECTION_DISABLED', '不提供接口结构查询。', {
      hint: '接口结构见 apps/api/schema.graphql。',
    });
  }
  if (measure.depth > depth) {
    throw new DomainError('QUERY_TOO_DEEP', `查询层次太深：最多 ${depth} 层。`, { hint: HINT });
  }
  if (measure.aliases > aliases) throw tooComplex(`别名最多 ${aliases} 个`);
  if (measure.directives > directives) throw tooComplex(`指令最多 ${directives} 个`);
  if (measure.rootFields > QUERY_LIMITS.rootFields) throw tooComplex(`一次最多 ${QUERY_LIMITS.rootFields} 项`);
  if (measure.mutations > QUERY_LIMITS.mutations) throw tooComplex('一次只能提交一项');
  if (measure.wrongFirst) throw invalid(`first 要填 1 到 ${QUERY_LIMITS.first} 的整数。`, 'first');
  if (measure.cost > cost) throw tooComplex(`要的内容太多（${measure.cost}，最多 ${cost}）`);
  return measure;
}

/**
 * Checks the variables of a request.
 *
 * @returns them, an empty object for none
 * @throws DomainError VALIDATION for anything but an object, for nesting and for reserved names; QUERY_TOO_LARGE
 */
export function checkVariables(variables: unknown): Record<string, unknown> {
  if (variables === undefined || variables === null) return {};
  if (typeof variables !== 'object' || Array.isArray(variables)) throw invalid('variables 要是一个对象。', 'variables');
  checkShape(variables, jsonDepth);
  // Shallow by now, so that writing it out again cannot run out of stack.
  if (Buffer.byteLength(JSON.stringify(variables)) > variablesBytes) {
    throw tooLarge(`变量最多 ${variablesBytes / 1024} KiB`);
  }
  return variables as Record<string, unknown>;
}

/** No value of ours lies deeper, and GraphQL reserves names with two underscores for itself: `__proto__` is one. */
function checkShape(value: object, levels: number): void {
  if (levels === 0) throw invalid(`内容套得太深：最多 ${jsonDepth} 层。`, 'variables');
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('__')) throw invalid('有一个不能用的字段名。', 'variables');
    if (typeof inner === 'object' && inner !== null) checkShape(inner as object, levels - 1);
  }
}
