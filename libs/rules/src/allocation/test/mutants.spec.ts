import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { deferredAcceptance } from '../../index.js';
import { chanceOf } from '../random.js';
import { CHECKS, type Engine } from './properties.js';
import { columnsBy } from './rounds.js';

const SOURCE = readFileSync(join(import.meta.dirname, '..', 'deferred-acceptance.ts'), 'utf8');
const ROUNDS = 400;

/** The engine from a text of it; it imports types only. */
function compiled(source: string): Engine {
  const { code } = transformSync(source, {
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  const module: { deferredAcceptance?: Engine } = {};
  new Function('exports', code)(module);
  return module.deferredAcceptance as Engine;
}

/** The checks that fail for an engine somewhere in the rounds. */
function caughtBy(engine: Engine): string[] {
  const caught = new Set<string>();
  for (let seed = 0; seed < ROUNDS; seed += 1) {
    const chance = chanceOf(seed);
    const columns = columnsBy(chance, { people: 5 + chance(40), posts: 1 + chance(6), longest: 6 });
    for (const [name, check] of Object.entries(CHECKS))
      if (!caught.has(name) && check(engine, columns, chance) !== null) caught.add(name);
  }
  return [...caught];
}

describe('the planted mutants', () => {
  it('the engine itself, compiled in the same way, passes every check', () => {
    expect(caughtBy(compiled(SOURCE))).toEqual([]);
    expect(caughtBy(deferredAcceptance)).toEqual([]);
  });

  it.each([
    [
      'bumped reserve holder dropped',
      'openLimit[post] ? takeOpen(post, bumpedKey, bumped) : bumped',
      'openLimit[post] ? NOBODY : bumped',
    ],
    [
      'bumped reserve holder sent on',
      'bumpedKey < openLimit[post] ? takeOpen(post, bumpedKey, bumped) : bumped',
      'bumped',
    ],
    ['open seats not shrunk', 'return closeOneOpen(post);', 'return NOBODY;'],
    ['compare flipped', 'if (keys[base + parent] >= key) break;', 'if (keys[base + parent] <= key) break;'],
    ['reserve ignored', '(mark & 1) === 1 && key < reservedLimit[post]', 'false'],
    [
      'no replacement',
      'const bumped = holders[base];\n    replaceTop(base, used, key, person);\n    openLimit',
      'const bumped = person;\n    openLimit',
    ],
    ['wrong heap child', 'keys[base + child + 1] > keys[base + child]', 'keys[base + child + 1] < keys[base + child]'],
    ['first choice skipped', 'let at = next[person];', 'let at = Math.max(next[person], choiceStart[person] + 1);'],
  ])('%s is caught by at least two checks', (_, from, to) => {
    expect(SOURCE.split(from)).toHaveLength(2);
    expect(caughtBy(compiled(SOURCE.replace(from, to))).length).toBeGreaterThanOrEqual(2);
  });
});
