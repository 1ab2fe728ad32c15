import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DomainError } from './errors.js';
import { sha256Hex } from './hash.js';

const MAX_FIRST = 100;
const MAX_CURSOR = 500;
const CHECK_DIGITS = 10;

/** Arguments of a list: how many (1 to 100, required) and after which cursor. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'How many, 1 to 100' })
  @IsInt()
  @Min(1)
  @Max(MAX_FIRST)
  first: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item seen' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CURSOR)
  after?: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true }) endCursor: string | null;
  @Field(() => Boolean) hasNextPage: boolean;
}

/** One page of a list. */
export interface Page<Node> {
  totalCount: number;
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

/**
 * The GraphQL type of a page: `@ObjectType() export class PostPage extends Paged(PostNode) {}`.
 *
 * @param node class of the items
 */
export function Paged<Node extends object>(node: Type<Node>): Type<Page<Node>> {
  @ObjectType(`${node.name.replace(/Node$/, '')}Edge`)
  class Edge {
    @Field(() => String) cursor: string;
    @Field(() => node) node: Node;
  }

  @ObjectType({ isAbstract: true })
  class PageOf implements Page<Node> {
    @Field(() => Int) totalCount: number;
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => PageInfo) pageInfo: PageInfo;
  }
  return PageOf as Type<Page<Node>>;
}

/** Tells a cursor that was changed on its way. No secret: what a cursor may reach, the scope of its list decides. */
const checkOf = (values: readonly (string | number)[]): string =>
  sha256Hex(JSON.stringify(values)).slice(0, CHECK_DIGITS);

/** An opaque cursor of the values that order a list. */
export const cursorOf = (...values: (string | number)[]): string =>
  Buffer.from(JSON.stringify([checkOf(values), ...values])).toString('base64url');

/**
 * Reads a cursor made by {@link cursorOf}.
 *
 * @throws DomainError CURSOR_INVALID when it was changed or belongs to another list
 */
export function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const written: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [check, ...values] = Array.isArray(written) ? (written as (string | number)[]) : [];
    if (values.length === length && check === checkOf(values)) return values;
  } catch {
    // Told below, like every other cursor that is not ours.
  }
  throw new DomainError('CURSOR_INVALID', '翻页位置不对。', { field: 'after', hint: '请回到第一页重新查看。' });
}

/**
 * Builds a page from rows of which one more than `first` was asked for.
 *
 * @param rows      up to `first + 1` rows, in order
 * @param cursorFor the cursor of a row
 */
export function pageOf<Row, Node>(
  rows: readonly Row[],
  first: number,
  totalCount: number,
  cursorFor: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): Page<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorFor(row), node: nodeOf(row) }));
  return { totalCount, edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > first } };
}
