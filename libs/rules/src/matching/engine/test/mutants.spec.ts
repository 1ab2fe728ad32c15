import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { chanceOf } from '../../../allocation/random.js';
import * as rules from '../../../index.js';
import { type Check, CHECKS, type Engine } from './checks.js';
import { PEOPLE_CHECKS, type ReverseEngine } from './people-checks.js';

const FILES = [
  'bits',
  'facets',
  'demand-levels',
  'score-columns',
  'top',
  'slab',
  'slab-engine',
  'people-scores',
  'people-slab',
  'people-slab-engine',
];
const SOURCES = new Map(
  FILES.map((file) => [file, readFileSync(join(import.meta.dirname, '..', `${file}.ts`), 'utf8')]),
);
const WORLDS = 60;

/** Both engines from texts of their files; what else they import is the real thing. */
function compiled(sources: ReadonlyMap<string, string>): Engine & ReverseEngine {
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
  return made as unknown as Engine & ReverseEngine;
}

/** An engine that reads beyond its rows may break instead of answering wrongly. */
function fails<E>(check: Check<E>, engine: E, seed: number): boolean {
  try {
    return typeof check(engine, chanceOf(seed)) === 'string';
  } catch {
    return true;
  }
}

/** The checks that fail for an engine somewhere. @param enough how many to look for */
function caughtBy<E>(engine: E, checks: Readonly<Record<string, Check<E>>>, enough = Infinity): string[] {
  const caught = new Set<string>();
  for (let seed = 0; seed < WORLDS && caught.size < enough; seed += 1)
    for (const [name, check] of Object.entries(checks))
      if (!caught.has(name) && fails(check, engine, seed)) caught.add(name);
  return [...caught];
}

const only = <C>(checks: Readonly<Record<string, C>>, names: readonly string[]): Record<string, C> =>
  Object.fromEntries(names.map((name) => [name, checks[name] as C]));

const planted = (file: string, from: string, to: string): Engine & ReverseEngine => {
  const source = SOURCES.get(file) as string;
  expect(source.split(from)).toHaveLength(2);
  return compiled(new Map([...SOURCES, [file, source.replace(from, to)]]));
};

describe('the planted mutants', () => {
  it('the engine itself, compiled in the same way, passes every check', () => {
    expect(caughtBy(compiled(SOURCES), CHECKS)).toEqual([]);
    expect(caughtBy(compiled(SOURCES), PEOPLE_CHECKS)).toEqual([]);
  });

  // The design's own.
  it.each([
    ['bit 31 lost', 'slab', 'while (left !== 0)', 'while (left > 0)', ['M1', 'M2', 'M8', 'M9']],
    ['delta unread', 'slab-engine', '{ post, law } of this.delta.values()', '{ post, law } of []', ['M9']],
    ['< for ≤ on dates', 'facets', 'day <= until', 'day < until', ['M1', 'M2']],
    ['unknown as 4 in FITS', 'slab', 'sure ? 0 : MAX_ABILITY_LEVEL', 'MAX_ABILITY_LEVEL', ['M2']],
  ])('%s is caught', (_, file, from, to, by) => {
    expect(caughtBy<Engine>(planted(file, from, to), only(CHECKS, by), by.length).sort()).toEqual(by);
  });

  // Those of this engine.
  it.each([
    ['unknown as 0 in UNKNOWN', 'slab', 'sure ? 0 : MAX_ABILITY_LEVEL', '0'],
    ['unknown skills as none', 'slab', 'if (sure && person.skills === null', 'if (person.skills === null'],
    ['a limit on the way forgotten', 'slab', 'commuteKm === null ? -1 : bandsWithin(commuteKm)', '0'],
    ['the law of the place forgotten', 'facets', '[law.minimumAge, law.ageTable, post.kind', '[post.kind'],
    ['a relaxed age forgotten', 'facets', 'post.kind === PUBLIC_WELFARE ? law.ageRelaxed : null', 'null'],
    [
      'the law of terms forgotten',
      'facets',
      'JSON.stringify([law.onePost, law.term])',
      'JSON.stringify([law.onePost])',
    ],
    [
      'the act of one post forgotten',
      'facets',
      'JSON.stringify([law.onePost, law.term])',
      'JSON.stringify([law.term])',
    ],
    [
      'months served forgotten',
      'facets',
      '[servedBefore(welfare, day), workingAgeUntil, day]',
      '[workingAgeUntil, day]',
    ],
    ['months of yesterday kept', 'facets', 'workingAgeUntil, day]', 'workingAgeUntil]'],
    [
      'near retirement forgotten',
      'facets',
      'servedBefore(welfare, day), workingAgeUntil',
      'servedBefore(welfare, day)',
    ],
    ['accommodations forgotten', 'demand-levels', "state !== 'POSSIBLE'", 'false'],
    ['licences of another day kept', 'facets', 'licencesText(licences, day)', "licencesText(licences, '2026-06-15')"],
    ['which licences a post asks for forgotten', 'facets', 'JSON.stringify(post.licences)', "'some'"],
    ['who holds which licence forgotten', 'facets', 'licencesText(licences, day)', 'licences && null'],
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
    ['ties of two pages cut off', 'slab-engine', 'key >= below', 'Math.floor(key / span) >= Math.floor(below / span)'],
    ['a page begun again', 'top', 'compare(this.after, row) >= 0', 'compare(this.after, row) > 1'],
    ['what is counted is not judged', 'slab-engine', 'answers.has(verdict(person, post, day, law).answer)', 'true'],
  ])('%s is caught', (_, file, from, to) => {
    expect(caughtBy<Engine>(planted(file, from, to), CHECKS, 1)).not.toEqual([]);
  });

  // The same on the side of the people.
  it.each([
    ['bit 31 lost', 'people-slab', 'while (left !== 0)', 'while (left > 0)', ['M1', 'M2', 'M8', 'M9', 'M10']],
    ['delta unread', 'people-slab-engine', 'of this.delta.values()', 'of []', ['M9']],
    ['< for ≤ on dates', 'facets', 'day <= until', 'day < until', ['M1', 'M2']],
    ['unknown as 0 in UNKNOWN', 'people-slab', 'words, day, MAX_ABILITY_LEVEL)', 'words, day, 0)', ['M1', 'M2']],
    ['unknown as 4 in FITS', 'people-slab', 'people, words, day, 0)', 'people, words, day, MAX_ABILITY_LEVEL)', ['M2']],
    [
      'who has waited longer forgotten',
      'people-slab-engine',
      'registeredOn });\n    }\n    this.slab',
      "registeredOn: '' as IsoDate });\n    }\n    this.slab",
      ['M9'],
    ],
  ])('of people: %s is caught', (_, file, from, to, by) => {
    expect(caughtBy<ReverseEngine>(planted(file, from, to), PEOPLE_CHECKS)).toEqual(expect.arrayContaining(by));
  });

  it.each([
    ['unknown skills as none', 'people-slab', 'this.scratch.set(this.unknown)', 'this.scratch.fill(0)'],
    ['needs of a post half read', 'people-slab', 'rest.every(', 'rest.some('],
    ['a higher level not counted for a lower one', 'people-slab', 'addBits(at(a, b), at(a, b + 1))', '0'],
    ['an expired assessment counted', 'people-slab', 'profileValid(person, day) ?', 'true ?'],
    ['accommodations forgotten', 'demand-levels', "state !== 'POSSIBLE'", 'false'],
    [
      'months served forgotten',
      'facets',
      '[servedBefore(welfare, day), workingAgeUntil, day]',
      '[workingAgeUntil, day]',
    ],
    [
      'the law of terms forgotten',
      'facets',
      'JSON.stringify([law.onePost, law.term])',
      'JSON.stringify([law.onePost])',
    ],
    ['a bar read as a post held', 'facets', '!== undefined) * 2', '!== undefined) * 1'],
    ['licences of another day kept', 'facets', 'licencesText(licences, day)', "licencesText(licences, '2026-06-15')"],
    ['which licences a post asks for forgotten', 'facets', 'JSON.stringify(post.licences)', "'some'"],
    ['a way to work forgotten', 'facets', 'commuteKm === null ? -1 : bandsWithin(commuteKm)', '0'],
    ['the day’s rows kept for another day', 'people-slab', 'this.days.get(day) ??', '[...this.days.values()][0] ??'],
    ['who is gone kept', 'people-slab', 'clearBit(this.active, at);', ''],
    ['somebody changed listed twice', 'people-slab-engine', 'this.slab.remove(personId);', ''],
    ['a closed post asked', 'people-slab', "!== 'NO';\n    return", "=== 'NO';\n    return"],
    ['the last word forgotten', 'people-slab', 'word < words; word += 1) {', 'word < words - 1; word += 1) {'],
    ['the way from another’s home', 'people-scores', 'this.travel[this.homeOf[at]]', 'this.travel[0]'],
    ['the way to another’s work', 'people-scores', 'this.places.get(place) ??', 'this.travel ??'],
    ['another’s wishes', 'people-scores', 'this.wished[this.wishOf[at]]', 'this.wished[0]'],
    ['only the likely ones judged', 'people-slab-engine', 'pass < 2 &&', 'pass < 1 &&'],
    ['ties cut off', 'people-slab-engine', 'score < top.leastScore', 'score <= top.leastScore'],
    ['unknown people left out', 'people-slab-engine', '!top.fullOfFits', 'top.list.length === 0'],
    ['ties of two pages cut off', 'people-slab-engine', 'score > most ||', 'score >= most ||'],
    ['everybody listed', 'people-slab-engine', '(among !== null && !among(people[found[at]]))', 'false'],
    ['everybody counted', 'people-slab-engine', 'if (among === null || among(one)) look(one)', 'look(one)'],
    ['unknown people of everywhere', 'people-slab-engine', 'if (among !== null && !among(one)) continue;', ''],
    ['a page begun again', 'top', 'compare(this.after, row) >= 0', 'compare(this.after, row) > 1'],
  ])('of people: %s is caught', (_, file, from, to) => {
    expect(caughtBy<ReverseEngine>(planted(file, from, to), PEOPLE_CHECKS, 1)).not.toEqual([]);
  });
});
