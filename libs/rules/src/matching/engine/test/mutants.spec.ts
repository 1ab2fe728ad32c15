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
    ['unknown skills as none', 'slab', 'if (sure && person.skills === null', 'if (person.skills === null'],
    ['a limit on the way forgotten', 'slab', 'commuteKm === null ? -1 : bandsWithin(commuteKm)', '0'],
    ['the law of the place forgotten', 'slab', 'JSON.stringify([law.minimumAge, law.ageTable])', "''"],
    ['accommodations forgotten', 'slab', "state !== 'POSSIBLE'", 'false'],
    ['what a person holds half read', 'slab', 'this.mask |= 1', 'this.mask = 1'],
    ['the last person’s skills kept', 'slab', '    this.mask = 0;\n', ''],
    ['a gone post kept', 'slab', 'this.rows.clear(maybe, at);\n      this.rows.clear(sure, at);', ''],
    ['the last word forgotten', 'slab', 'word <= last; word += 1) {', 'word < last; word += 1) {'],
    ['the end of a stretch cut off', 'slab', '-1 >>> (31 - (', '-1 >>> (30 - ('],
    ['the beginning of a stretch overrun', 'slab', 'left &= -1 << (from & 31);', ''],
    [
      'a row of nobody read as one of all',
      'slab',
      'const row = this.rows.add();',
      'const row = this.rows.add() && EVERY;',
    ],
    ['accommodations taken for plain demands', 'slab', 'post.accommodations.length === 0 &&', ''],
    ['a rule without a row not asked', 'slab', 'HARD_RULES.filter((rule) => !ANSWERED.has(rule))', '[]'],
    ['limits on a post taken for answered', 'slab', 'isFit(worst(SURE_RULES,', '!!(worst(SURE_RULES,'],
    ['yesterday’s freshness', 'score-columns', 'this.days.get(day) ??', 'this.fresh ??'],
    ['the neighbour’s way', 'slab', 'this.homes.get(person.divisionCode) ??', '[...this.homes.values()][0] ??'],
    ['those that wait not judged when the list is full', 'slab-engine', '&& key < keys[k - 1]) break', ') break'],
    ['those that wait judged worst first', 'slab-engine', 'waitingKeys.subarray(0, waiting).sort();', 'void 0;'],
    ['ties by the younger id', 'slab-engine', '.post.id ? -1 : 1', '.post.id ? 1 : -1'],
    ['a replaced post listed twice', 'slab-engine', 'this.slab.remove(postId);', ''],
    ['unknown posts left out when the list is not full', 'slab-engine', '!top.fullOfFits', 'top.list.length === 0'],
  ])('%s is caught', (_, file, from, to) => {
    expect(caughtBy(planted(file, from, to), 1)).not.toEqual([]);
  });
});
