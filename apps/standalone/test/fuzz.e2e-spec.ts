import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@tongxing/access';
import fc from 'fast-check';
import { mayCall, type Operation, OPERATIONS, rulesOf } from './operations.js';
import { type Answer, openWorld, type Place, type World } from './world.js';

/** How many wrong values an operation is tried with: of wide inputs an even share of all places and values. `TEST_FUZZ=all` tries each. */
const TRIES = { mutation: 200, query: 100 };
const EVERYTHING = process.env.TEST_FUZZ === 'all';
/** Numbers of a person: what was sent wrong must not come back in what is said about it. */
const ID_NUMBER = '640324199001010014';
const ACCOUNT = '6217000000000000004';

/** Values that have broken something somewhere; each is put in the place of each leaf. */
const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  '0',
  '-1',
  '0.001',
  '1e309',
  'NaN',
  '1,000',
  '9007199254740993',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  "' OR 1=1--",
  '%',
  '_',
  '64%_',
  '\\',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  '\u200b',
  '\u2028',
  '１２３',
  '😀',
  '𠮷',
  'é',
  'e\u0301',
  'x'.repeat(5_000),
  'a'.repeat(50_000),
  `${'a'.repeat(50_000)}!`,
  ID_NUMBER,
  `${ID_NUMBER}43`,
  '640324199001010015',
  ACCOUNT,
  '01900000-0000-7000-8000-00000000ffff',
  '=cmd|/c calc!A1',
  0,
  -1,
  1,
  1.5,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  1e21,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  Array.from({ length: 2_000 }, () => 1),
];

type Path = readonly (string | number)[];

/** Every place of a value where something else can be put. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value))
    return [path, ...value.slice(0, 2).flatMap((item: unknown, index) => placesOf(item, [...path, index]))];
  if (typeof value === 'object' && value !== null)
    return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
  return [path];
}

function withValue(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === first ? withValue(item, rest, put) : item));
  return { ...(value as object), [first]: withValue((value as Record<string, unknown>)[first], rest, put) };
}

function without(value: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (typeof last !== 'string') return value;
  const parent = path.slice(0, -1).reduce<unknown>((one, key) => (one as Record<string | number, unknown>)[key], value);
  const { [last]: _, ...others } = parent as Record<string, unknown>;
  return withValue(value, path.slice(0, -1), others);
}

/** So many wrong variables of an operation: nasty values and random ones in every place, fields left out, fields too many. */
function mutantsOf(right: Record<string, unknown>, wanted: number): Record<string, unknown>[] {
  const places = placesOf(right).filter((path) => path.length > 0);
  const put = (path: Path, value: unknown) => withValue(right, path, value) as Record<string, unknown>;
  const mutants = [
    ...places.flatMap((path) => NASTY.map((value) => put(path, value))),
    ...places.map((path) => without(right, path) as Record<string, unknown>),
    ...places.map((path) => put(path, { ...right, surplus: 1 })),
  ];
  const random = fc.sample(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer(), fc.double()), {
    numRuns: Math.max(0, wanted - mutants.length) + 20,
    seed: 640_324,
  });
  mutants.push(...random.map((value, index) => put(places[index % places.length] as Path, value)));
  const share = EVERYTHING ? 1 : mutants.length / wanted;
  return mutants.filter((_, index) => Math.floor(index / share) !== Math.floor((index - 1) / share));
}

/** What must never stand in an answer. */
function faultOf({ status, text, code }: Answer, name: string): string | null {
  if (status >= 500 || code === 'INTERNAL') return `answered ${status} ${code ?? ''}`;
  if (/\n\s+at |node_modules|QueryFailedError|SQLITE_|\bER_[A-Z]{3}|\bSELECT\b|\bUPDATE\b|\bINSERT\b/.test(text))
    return 'shows what is inside';
  if (code !== undefined && [ID_NUMBER, ACCOUNT].some((secret) => text.includes(secret))) return 'echoes a number';
  if (code !== undefined && !/^[A-Z][A-Z_]+$/.test(code)) return `has a strange code ${code}`;
  return status === 200 || status === 400 || status === 413 || status === 429 ? null : `${name} answered ${status}`;
}

const leastOf = ({ isMutation }: Operation): number => TRIES[isMutation ? 'mutation' : 'query'];

describe('wrong input, made from the schema', () => {
  let world: World;
  let rules: ReturnType<typeof mayCall>;

  beforeAll(async () => {
    world = await openWorld();
    rules = mayCall(world.app);
  }, 120_000);
  afterAll(() => world?.close());

  const roleFor = ({ name }: Operation): Role | null => {
    const may = rules.get(name);
    if (may === undefined || may === 'EVERYBODY') return null;
    // Ending the session is somebody's who asks for nothing else.
    return name === 'signOut' ? 'HELPER' : (may[0] ?? null);
  };
  async function faults(operation: Operation, place: Place = 'own'): Promise<{ sent: number; found: string[] }> {
    const role = place === 'acting' ? 'HELPER' : roleFor(operation);
    const right = operation.variables(world.things, role);
    const mutants = mutantsOf(right, leastOf(operation));
    const found: string[] = [];
    for (const variables of mutants) {
      const fault = faultOf(await world.send({ role, place }, operation.document, variables), operation.name);
      if (fault !== null) found.push(`${fault}: ${JSON.stringify(variables).slice(0, 300)}`);
    }
    return { sent: mutants.length, found };
  }

  it('starts from values that are right: none is refused as wrong input', async () => {
    const refused: string[] = [];
    for (const operation of OPERATIONS) {
      const role = roleFor(operation);
      const variables = operation.variables(world.things, role);
      const { code } = await world.send({ role, place: 'own' }, operation.document, variables);
      if (code === 'VALIDATION') refused.push(operation.name);
    }
    expect(refused).toEqual([]);
  });

  const fuzzed = OPERATIONS.filter(({ args }) => args.length > 0);
  it.each(
    fuzzed.map((operation) => [`${operation.isMutation ? 'mutation' : 'query'} ${operation.name}`, operation] as const),
  )(
    '%s answers each of its wrong values with a code, and nothing of the inside',
    async (_, operation) => {
      const { sent, found } = await faults(operation);
      expect(found.slice(0, 5)).toEqual([]);
      expect(sent).toBeGreaterThanOrEqual(leastOf(operation));
    },
    120_000,
  );

  it('a helper who acts gets the same, in every operation that helpers have', async () => {
    const rows = rulesOf(world.app);
    const helped = fuzzed.filter(({ name }) => rows.get(name)?.helper !== undefined);
    expect(helped.length).toBeGreaterThan(4);
    for (const operation of helped) {
      const { sent, found } = await faults(operation, 'acting');
      expect([operation.name, found.slice(0, 5)]).toEqual([operation.name, []]);
      expect(sent).toBeGreaterThanOrEqual(leastOf(operation));
    }
  }, 240_000);
});
