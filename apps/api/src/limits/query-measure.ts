import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  OperationTypeNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  type ValueNode,
} from 'graphql';
import { QUERY_LIMITS } from './limits.js';

const OBJECT_COST = 2;
const SCALAR_COST = 1;
const INTROSPECTION = new Set(['__schema', '__type']);

/** Counts of a document as it is written, without expanding anything. */
export interface TokenCount {
  tokens: number;
  aliases: number;
  directives: number;
}

/**
 * Reads a document token by token and stops at the first limit that is passed, so that an attack costs no more than a query.
 *
 * @throws GraphQLError for a character that belongs to no token
 */
export function countTokens(text: string): TokenCount {
  const lexer = new Lexer(new Source(text));
  const count = { tokens: 0, aliases: 0, directives: 0 };
  let parentheses = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    count.tokens += 1;
    if (kind === TokenKind.PAREN_L) parentheses += 1;
    else if (kind === TokenKind.PAREN_R) parentheses -= 1;
    else if (kind === TokenKind.AT) count.directives += 1;
    // Outside of arguments and variable definitions a colon stands in an alias alone.
    else if (kind === TokenKind.COLON && parentheses === 0) count.aliases += 1;
    const { tokens, aliases, directives } = QUERY_LIMITS;
    if (count.tokens > tokens || count.aliases > aliases || count.directives > directives) break;
  }
  return count;
}

/** What a selection set asks for, its fragments expanded wherever they are spread. */
interface Part {
  depth: number;
  aliases: number;
  directives: number;
  cost: number;
  /** fields of the set itself: name → how often */
  fields: Map<string, number>;
}

/** What a document asks for, all its operations together. */
export interface QueryMeasure {
  kind: 'query' | 'mutation';
  depth: number;
  aliases: number;
  directives: number;
  /** root fields by name, with how often each is asked for */
  roots: ReadonlyMap<string, number>;
  rootFields: number;
  mutations: number;
  cost: number;
  /** asks for `__schema` or `__type`, as a field: a fragment may be called whatever it likes */
  introspects: boolean;
  /** fragments lead back to themselves */
  cyclic: boolean;
  /** a `first` that is no whole number from 1 to 100 */
  wrongFirst: boolean;
}

/**
 * Measures a parsed document before anything of it runs. Nothing is skipped by its name, and no schema is needed: a field with a
 * selection is an object. A fragment is measured once and counts at every place where it is spread.
 *
 * @param variables as they came with the request; a `first` may stand in them
 */
export function measureQuery(document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}): QueryMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Part | 'open'>();
  const found = { introspects: false, cyclic: false, wrongFirst: false };
  let defaults: ReadonlyMap<string, ValueNode | undefined> = new Map();

  const firstOf = (field: FieldNode): number => {
    const value = field.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value === undefined) return 1;
    const given =
      value.kind === Kind.VARIABLE ? (variables[value.name.value] ?? defaults.get(value.name.value)) : value;
    // A variable that was left out is refused by the type `Int!`; until then it is taken for the most.
    if (given === undefined || given === null) return QUERY_LIMITS.first;
    const first = typeof given === 'object' ? intOf(given as ValueNode) : given;
    if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= QUERY_LIMITS.first) return first;
    found.wrongFirst = true;
    return QUERY_LIMITS.first;
  };
  const measureField = (field: FieldNode): Part => {
    const name = field.name.value;
    if (INTROSPECTION.has(name)) found.introspects = true;
    const inner = field.selectionSet ? measureSet(field.selectionSet) : undefined;
    return {
      depth: 1 + (inner?.depth ?? 0),
      aliases: (field.alias ? 1 : 0) + (inner?.aliases ?? 0),
      directives: (field.directives?.length ?? 0) + (inner?.directives ?? 0),
      cost: inner ? OBJECT_COST + firstOf(field) * inner.cost : SCALAR_COST,
      fields: new Map([[name, 1]]),
    };
  };
  const measureFragment = (name: string): Part => {
    const known = measured.get(name);
    if (known === 'open') found.cyclic = true;
    if (known !== undefined && known !== 'open') return known;
    const fragment = fragments.get(name);
    if (known === 'open' || fragment === undefined) return nothing();
    measured.set(name, 'open');
    const part = measureSet(fragment.selectionSet);
    part.directives += fragment.directives?.length ?? 0;
    measured.set(name, part);
    return part;
  };
  const measureSet = (set: SelectionSetNode): Part => {
    const sum = nothing();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) add(sum, measureField(selection));
      else {
        sum.directives += selection.directives?.length ?? 0;
        const spread = selection.kind === Kind.FRAGMENT_SPREAD;
        add(sum, spread ? measureFragment(selection.name.value) : measureSet(selection.selectionSet));
      }
    }
    return sum;
  };

  const whole = nothing();
  let [kind, rootFields, mutations]: ['query' | 'mutation', number, number] = ['query', 0, 0];
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const definitions = node.variableDefinitions ?? [];
    defaults = new Map(definitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));
    // Defaults belong to their operation, and so does what a fragment costs with them.
    measured.clear();
    const part = measureSet(node.selectionSet);
    for (const holder of [node, ...definitions]) part.directives += holder.directives?.length ?? 0;
    const roots = [...part.fields.values()].reduce((sum, count) => sum + count, 0);
    rootFields = Math.max(rootFields, roots);
    if (node.operation !== OperationTypeNode.QUERY) {
      kind = 'mutation';
      mutations += roots;
    }
    add(whole, part);
  }
  const { depth, aliases, directives, cost, fields } = whole;
  return { kind, depth, aliases, directives, cost, roots: fields, rootFields, mutations, ...found };
}

const nothing = (): Part => ({ depth: 0, aliases: 0, directives: 0, cost: 0, fields: new Map() });

function add(sum: Part, part: Part): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.aliases += part.aliases;
  sum.directives += part.directives;
  sum.cost += part.cost;
  for (const [name, count] of part.fields) sum.fields.set(name, (sum.fields.get(name) ?? 0) + count);
}

/** A written integer; anything else is no number here. */
const intOf = (value: ValueNode): number => (value.kind === Kind.INT ? Number(value.value) : Number.NaN);
