import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { chanceOf } from '../../../allocation/random.js';
import * as rules from '../../../index.js';
import { CHECKS, type Engine } from './checks.js';

const FILES = ['score-columns', 'slab', 'slab-engine'];
const SOURCES = new Map(
  FILES.map((file) => [file, readFileSync(join(import.meta.dirname, '..', `${file}.ts`), 'utf8')]),
);
const WORLDS = 40;

/** The engine from texts of its files; what else they import is the real thing. */
function compiled(sources: ReadonlyMap<string, string>): Engine {
  const made: Record<string, unknown> = {};
  for (const source of sources.values()) {
    const { code } = transformSync(source, {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    const own = (path: string): boolean => FILES.some((file) => path === `./${file}.js`);
    new Function('exports', 'require', code)(made, (path: string) => (own(path) ? made : rules));
  }
  return made as unknown as Engine;
}

/** The checks that fail for an engine somewhere. @param enough how many to look for */
function caughtBy(engine: Engine, enough = Infinity): string[] {
  const caught = new Set<string>();
  for (let seed = 0; seed < WORLDS && caught.size < enough; seed += 1)
    for (const [name, check] of Object.entries(CHECKS))
      if (!caught.has(name) && typeof check(engine, chanceOf(seed)) === 'string') caught.add(name);
  return [...caught];
}

const planted = (file: string, from: string, to: string): Engine => {
  const source = SOURCES.get(file) as string;
  expect(source.split(from)).toHaveLength(2);
  return compiled(new Map([...SOURCES, [file, source.replace(from, to)]]));
};

describe('the planted mutants', () => {
  it('the engine itself, compiled in the same way, passes every check', () => {
    expect(caughtBy(compiled(SOURCES))).toEqual([]);
  });

  // The design's own.
  it.each([
    ['bit 31 lost', 'slab', 'while (left !== 0)', 'while (left > 0)', ['M1', 'M2', 'M8', 'M9']],
    ['delta unread', 'slab-engine', 'of this.delta.values()', 'of []', ['M9']],
    ['< for ≤ on dates', 'slab', 'day <= until', 'day < until', ['M1', 'M2']],
    ['unknown as 4 in FITS', 'slab', 'sure ? 0 : MAX_ABILITY_LEVEL', 'MAX_ABILITY_LEVEL', ['M2']],
  ])('%s is caught', (_, file, from, to, by) => {
    expect(caughtBy(planted(file, from, to), by.length)).toEqual(expect.arrayContaining(by));
  });

  // Those of this engine.
  it.each([
    ['unknown as 0 in UNKNOWN', 'slab', 'sure ? 0 : MAX_ABILITY_LEVEL', '0'],
    ['unknown skills as none', 'slab', 'return sure ? this.nothing : null', 'return this.nothing'],
    ['a limit on the way forgotten', 'slab', 'commuteKm === null ? -1 : bandsWithin(commuteKm)', '0'],
    ['the law of the place forgotten', 'slab', '[law.minimumAge, law.ageTable, post.kind', '[post.kind'],
    ['a relaxed age forgotten', 'slab', 'post.kind === PUBLIC_WELFARE ? law.ageRelaxed : null', 'null'],
    ['accommodations forgotten', 'slab', "state !== 'POSSIBLE'", 'false'],
    ['needs of a post half read', 'slab', 'rest.every(', 'rest.some('],
    ['a gone post kept', 'slab', 'clearBit(maybe, at);\n      clearBit(sure, at);', ''],
    ['the last word forgotten', 'slab', 'word < words; word += 1) {', 'word < words - 1; word += 1) {'],
    ['yesterday’s freshness', 'score-columns', 'this.days.get(day) ??', 'this.fresh ??'],
    ['the neighbour’s way', 'score-columns', 'this.homes.get(person.divisionCode) ??', 'this.travel ??'],
    ['only the likely ones judged', 'slab-engine', 'pass < 2 &&', 'pass < 1 &&'],
    ['ties cut off', 'slab-engine', 'score < top.leastScore', 'score <= top.leastScore'],
    ['a replaced post listed twice', 'slab-engine', 'this.slab.remove(postId);', ''],
    ['unknown posts left out when the list is not full', 'slab-engine', '!top.fullOfFits', 'top.list.length === 0'],
  ])('%s is caught', (_, file, from, to) => {
    expect(caughtBy(planted(file, from, to), 1)).not.toEqual([]);
  });
});
