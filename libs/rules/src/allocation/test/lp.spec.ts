import { beforeAll, describe, expect, it } from '@jest/globals';
import highsLoader, { type Highs } from 'highs';
import { deferredAcceptance, type RoundColumns } from '../../index.js';
import { chanceOf } from '../random.js';
import { listOf } from './oracle.js';
import { columnsBy } from './rounds.js';

/** The reader of the LP format loses what stands beyond. */
const LONGEST_LINE = 400;

/** A seat as somebody sees it: which post, of which kind, and how high the person stands there. */
interface Option {
  name: string;
  at: number;
  seat: string;
  kind: 1 | 2;
  key: number;
}

/**
 * Every person's options, best first: down the list, at a post its reserved seats first. A reserved seat takes the eligible before all others;
 * one that nobody eligible takes counts as open.
 */
function optionsOf(columns: RoundColumns, person: number): Option[] {
  return listOf(columns, person).flatMap(({ post, at, key, eligible }) =>
    Array.from({ length: columns.seats[post] as number }, (_, seat) => {
      const kept = seat < (columns.reserved[post] as number);
      const after = kept && !eligible ? 1_000_000 : 0;
      return {
        name: `x${person}_${at}_${seat}`,
        at,
        seat: `${post}_${seat}`,
        kind: kept && eligible ? 1 : 2,
        key: key + after,
      };
    }),
  );
}

const wrapped = (name: string, terms: readonly string[], rest: string): string[] => {
  const lines: string[] = [` ${name}:`];
  for (const term of [...terms.map((one) => `+ ${one}`), rest]) {
    const last = lines.at(-1) as string;
    if (last.length + term.length + 1 > LONGEST_LINE) lines.push(` ${term}`);
    else lines[lines.length - 1] = `${last} ${term}`;
  }
  return lines;
};

/** Stable placements as the vertices of a polytope (Rothblum 1992); the people's best is the one of highest worth. */
function problemOf(options: readonly Option[][]): string {
  const all = options.flat();
  // Anything that falls down every list will do: the best placement is best for each at once.
  const worth = options.flatMap((list) => list.map(({ name }, index) => `${list.length - index} ${name}`));
  const seats = [...new Set(all.map(({ seat }) => seat))];
  const rows = [
    ...options.filter((list) => list.length > 0).map((list) => ({ terms: list.map(({ name }) => name), rest: '<= 1' })),
    ...seats.map((seat) => ({ terms: all.filter((one) => one.seat === seat).map(({ name }) => name), rest: '<= 1' })),
    ...options.flatMap((list) =>
      list.map((option, index) => {
        const better = list.slice(0, index).map(({ name }) => name);
        const before = all.filter(({ seat, key }) => seat === option.seat && key < option.key).map(({ name }) => name);
        return { terms: [...better, option.name, ...before], rest: '>= 1' };
      }),
    ),
  ];
  return [
    'Maximize',
    ...wrapped('obj', worth, ''),
    'Subject To',
    ...rows.flatMap(({ terms, rest }, index) => wrapped(`c${index}`, terms, rest)),
    'End',
  ].join('\n');
}

describe('a linear program gives the same placement', () => {
  let highs: Highs;
  beforeAll(async () => {
    // The package's types speak of its CommonJS build; what is loaded is the other one, a bare function.
    highs = await (highsLoader as unknown as typeof highsLoader.default)();
  });

  it('on 400 small rounds', () => {
    let placed = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const chance = chanceOf(seed);
      const columns = columnsBy(chance, { people: 1 + chance(8), posts: 1 + chance(4), longest: 4 });
      const options = Array.from({ length: columns.people }, (_, person) => optionsOf(columns, person));
      if (options.every((list) => list.length === 0)) continue;
      const problem = problemOf(options);
      expect(Math.max(...problem.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_LINE);
      const { Status, Columns } = highs.solve(problem);
      expect(Status).toBe('Optimal');
      const won = options.map((list) => list.find(({ name }) => (Columns[name] as { Primal: number }).Primal > 0.5));
      const { choice, kind } = deferredAcceptance(columns);
      expect(won.map((one) => one?.at ?? -1)).toEqual([...choice]);
      expect(won.map((one) => one?.kind ?? 0)).toEqual([...kind]);
      placed += won.filter((one) => one !== undefined).length;
    }
    expect(placed).toBeGreaterThan(500);
  });
});
