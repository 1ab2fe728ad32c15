import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@tongxing/platform';
import fc from 'fast-check';
import { buildSchema, type GraphQLFormattedError, parse, validate } from 'graphql';
import { formatGraphqlError } from '../graphql-errors.js';
import { QUERY_LIMITS } from './limits.js';
import { checkQuery, checkVariables, parseChecked } from './query-check.js';
import { countTokens, measureQuery } from './query-measure.js';
import { secondLayer } from './second-layer.js';

const many = (times: number, part: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');
const measure = (text: string, variables: Record<string, unknown> = {}) => measureQuery(parse(text), variables);

/** The code a document is refused with; undefined when it may run. */
function codeOf(
  text: string,
  variables: Record<string, unknown> = {},
  cost: number = QUERY_LIMITS.cost,
): string | undefined {
  try {
    checkQuery(parseChecked(text), variables, cost);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('what a query measures', () => {
  it('counts fields inside each other; fragments, named or not, add no level', () => {
    expect(measure('{ a { b { c } } }').depth).toBe(3);
    expect(measure('{ a { ... { ...f } } } fragment f on B { b { c } }').depth).toBe(3);
  });
  it('costs 2 an object, 1 a scalar, times first', () => {
    expect(measure('{ a b { c d } }').cost).toBe(5);
    // 2 + 20 × (edges 2 + node 2 + 3 scalars)
    expect(measure('{ list(first: 20) { edges { node { x y z } } } }').cost).toBe(142);
    expect(measure('query ($n: Int!) { list(first: $n) { x } }', { n: 7 }).cost).toBe(9);
    expect(measure('query ($n: Int = 7) { list(first: $n) { x } }').cost).toBe(9);
    expect(measure('{ a(first: 10) { b(first: 10) { c } } }').cost).toBe(2 + 10 * (2 + 10));
  });
  it('counts a fragment at every place where it is spread', () => {
    const text = '{ ...f p { ...f } } fragment f on Q @d { x: a @d b(first: 3) { c } }';
    expect(measure(text)).toMatchObject({ aliases: 2, directives: 4, cost: 2 * (1 + 5) + 2, rootFields: 3 });
  });
  it('takes a first that was left out for the most, and each operation with its own default', () => {
    expect(measure('query ($n: Int!) { list(first: $n) { x } }').cost).toBe(102);
    expect(
      measure('query a($n: Int = 2) { ...f } query b($n: Int = 3) { ...f } fragment f on Q { l(first: $n) { x } }')
        .cost,
    ).toBe(9);
  });
  it('sees introspection by the field, and a cycle', () => {
    expect(measure('{ a: __type(name: "x") { name } }').introspects).toBe(true);
    expect(measure('{ ...__schema } fragment __schema on Q { a }').introspects).toBe(false);
    expect(measure('{ ...a } fragment a on Q { b { ...a } }').cyclic).toBe(true);
    expect(measure('{ ...a ...a } fragment a on Q { ...b } fragment b on Q { c }').cyclic).toBe(false);
  });
  it('is done with fragments that double thirty times at once', () => {
    const doubling = many(30, (i) => `fragment f${i} on Q { ...f${i + 1} ...f${i + 1} }`);
    expect(measure(`{ ...f0 } ${doubling} fragment f30 on Q { x: a }`)).toMatchObject({
      aliases: 2 ** 30,
      rootFields: 2 ** 30,
    });
  });
});

describe('each limit, at its number and one beyond', () => {
  const deep = (depth: number): string => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
  it.each([
    ['depth 8', deep(8), deep(9), 'QUERY_TOO_DEEP'],
    ['tokens 1,000', `{ v { ${many(995, () => 'a')} } }`, `{ v { ${many(996, () => 'a')} } }`, 'QUERY_TOO_LARGE'],
    [
      'aliases 15',
      `{ v { ${many(15, (i) => `a${i}: x`)} } }`,
      `{ v { ${many(16, (i) => `a${i}: x`)} } }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['directives 10', `{ v ${many(10, () => '@d')} }`, `{ v ${many(11, () => '@d')} }`, 'QUERY_TOO_COMPLEX'],
    ['root fields 10', `{ ${many(10, (i) => `a${i}`)} }`, `{ ${many(11, (i) => `a${i}`)} }`, 'QUERY_TOO_COMPLEX'],
    ['one mutation', 'mutation { a }', 'mutation { a b }', 'QUERY_TOO_COMPLEX'],
    ['first 100', '{ l(first: 100) { a } }', '{ l(first: 101) { a } }', 'VALIDATION'],
    ['first 1', '{ l(first: 1) { a } }', '{ l(first: 0) { a } }', 'VALIDATION'],
  ])('%s', (_, at, beyond, code) => {
    expect(codeOf(at)).toBeUndefined();
    expect(codeOf(beyond)).toBe(code);
  });
  it('cost 2,000 and, for a visitor, 500, to the point', () => {
    // 2 + 99 × 20 + 18 scalars
    const exact = (more: number): string =>
      `{ l(first: 99) { ${many(20, (i) => `x${i}`)} } v { ${many(more, (i) => `y${i}`)} } }`;
    expect(measure(exact(16)).cost).toBe(2_000);
    expect(codeOf(exact(16))).toBeUndefined();
    expect(codeOf(exact(17))).toBe('QUERY_TOO_COMPLEX');
    const visitor = (more: number): string =>
      `{ l(first: 49) { ${many(10, (i) => `x${i}`)} } v { ${many(more, (i) => `y${i}`)} } }`;
    expect(measure(visitor(6)).cost).toBe(500);
    expect(codeOf(visitor(6), {}, QUERY_LIMITS.anonymousCost)).toBeUndefined();
    expect(codeOf(visitor(7), {}, QUERY_LIMITS.anonymousCost)).toBe('QUERY_TOO_COMPLEX');
  });
  it('JSON depth 12', () => {
    const levels = (depth: number): object => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as object;
    expect(() => checkVariables(levels(12))).not.toThrow();
    expect(() => checkVariables(levels(13))).toThrow('12 层');
  });
  it('a text with colons, at signs and braces inside counts as one word', () => {
    expect(countTokens('{ a(text: "x: y @z { }", o: { b: { c: 1 } }) # d: e @f\n }')).toEqual({
      tokens: 19,
      aliases: 0,
      directives: 0,
    });
  });
});

describe('the second layer alone', () => {
  const schema = buildSchema('type Query { a: Query b: Int l(first: Int): [Query!] }');
  const codes = (text: string) => validate(schema, parse(text), secondLayer()).map(({ extensions }) => extensions.code);
  const nested = (depth: number): string => `${'{ a '.repeat(depth - 1)}{ b }${'}'.repeat(depth - 1)}`;
  it('lets a query at our limits pass', () => {
    expect(codes(nested(8))).toEqual([]);
    expect(codes(`{ a { ${many(15, (i) => `b${i}: b`)} } }`)).toEqual([]);
  });
  it('is told with its own code and words, not as a typing error', () => {
    const [error] = validate(schema, parse(nested(9)), secondLayer());
    expect(formatGraphqlError(error?.toJSON() as GraphQLFormattedError, error)).toMatchObject({
      message: '查询超出了限制。',
      extensions: { code: 'QUERY_TOO_DEEP' },
    });
  });
  it('refuses depth, also through a known fragment and one named __schema', () => {
    expect(codes(nested(9))).toContain('QUERY_TOO_DEEP');
    expect(codes(`{ ...__schema } fragment __schema on Query ${nested(12)}`)).toContain('QUERY_TOO_DEEP');
    expect(codes(`{ ...f a { a { a { a { ...f } } } } } fragment f on Query ${nested(5)}`)).toContain('QUERY_TOO_DEEP');
  });
  it('refuses aliases, directives and cost, also in a fragment named __schema', () => {
    expect(codes(`{ a { ${many(16, (i) => `b${i}: b`)} } }`)).toContain('QUERY_TOO_COMPLEX');
    expect(codes(`{ b ${many(11, () => '@include(if: true)')} }`)).toContain('QUERY_TOO_COMPLEX');
    expect(codes('{ ...__schema } fragment __schema on Query { l(first: 100) { l(first: 100) { b } } }')).toContain(
      'QUERY_TOO_COMPLEX',
    );
  });

  /** Documents of nested fields with aliases and fragments, none of which leads back to itself. */
  const selection = (level: number): fc.Arbitrary<string> =>
    level === 0
      ? fc.constantFrom('b', 'x: b', 'b @include(if: true)', '...f')
      : fc
          .array(fc.tuple(fc.constantFrom('a', 'y: a', '... on Query'), selection(level - 1)), {
            minLength: 1,
            maxLength: 3,
          })
          .map((parts) => parts.map(([head, inner]) => `${head} { ${inner} }`).join(' '));
  it('agrees with our own rule on depth, aliases and directives of any document', () => {
    const agreed = fc.property(
      fc.integer({ min: 1, max: 9 }).chain((level) => selection(level)),
      fc.integer({ min: 0, max: 4 }).chain((level) => selection(level).map((text) => text.replaceAll('...f', 'b'))),
      (body, fragment) => {
        const text = `{ ${body} } fragment f on Query { ${fragment} }`;
        const { depth, aliases, directives } = measure(text);
        const found = new Set(codes(text));
        expect(found.has('QUERY_TOO_DEEP')).toBe(depth > QUERY_LIMITS.depth);
        if (aliases > QUERY_LIMITS.aliases || directives > QUERY_LIMITS.directives)
          expect(found).toContain('QUERY_TOO_COMPLEX');
      },
    );
    fc.assert(agreed, { numRuns: 300 });
  });
});
