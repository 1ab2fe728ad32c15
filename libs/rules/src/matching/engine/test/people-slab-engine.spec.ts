import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  differingPosts,
  type IndexedPerson,
  isoDate,
  type MatchAnswer,
  PeopleRowLoop,
  PeopleSlabEngine,
} from '../../../index.js';
import { chanceOf } from '../../../allocation/random.js';
import { DAY, LAW, person, post } from '../../test/pairs.js';
import { PeopleSlab } from '../people-slab.js';
import { PEOPLE_CHECKS } from './people-checks.js';
import { anyId, helpedPost, somePeople, someone, somePosts, UNKNOWN } from './worlds.js';

const REAL = { PeopleSlabEngine, PeopleSlab };
const LISTED: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);
const POST = { post: post(), law: LAW };
const REGISTERED = isoDate('2025-03-01');
const one = (id: string, change: Parameters<typeof person>[0] = {}, registeredOn = REGISTERED): IndexedPerson => ({
  person: person({ id, ...change }),
  registeredOn,
  divisionCode: '640324100001',
  shortlisted: true,
});
const engineOf = (people: readonly IndexedPerson[]): PeopleSlabEngine => {
  const engine = new PeopleSlabEngine();
  engine.load(people);
  return engine;
};
const idsOf = (engine: PeopleSlabEngine, k = 9, day = DAY): string[] =>
  engine.shortlist(POST, day, k, LISTED).map(({ personId }) => personId);

describe('the slab over people', () => {
  it.each([
    ['M1', 340, 20_000],
    ['M1, second look', 40, 40],
    ['M2', 100, 20_000],
    ['M8', 60, 480],
    ['M9', 60, 1_440],
    ['M10', 100, 2_000],
  ])('%s holds on hostile people and posts', (name, numRuns, atLeast) => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const found = PEOPLE_CHECKS[name](REAL, chanceOf(seed));
        if (typeof found === 'string') throw new Error(found);
        compared += found;
      }),
      { numRuns },
    );
    expect(compared).toBeGreaterThanOrEqual(atLeast);
  });

  it('holds after 10,000 random changes what a fresh one and the row loop hold', () => {
    const chance = chanceOf(10_001);
    const held = new Map(somePeople(chance, 300).map((row) => [row.person.id, row]));
    const engine = engineOf([...held.values()]);
    const posts = [POST, ...somePosts(chance, 5), helpedPost(chance, 'helped')];
    let told = 0;
    for (let change = 1; change <= 10_000; change += 1) {
      const ids = [...held.keys()];
      const personId = chance(4) === 0 ? anyId(chance) : ids[chance(ids.length)];
      // Of a little more than so many, more go than come.
      const now = chance(8) < (ids.length > 320 ? 4 : 1) ? null : someone(chance, personId);
      engine.apply([{ personId, now }]);
      if (now === null) held.delete(personId);
      else held.set(personId, now);
      if (change % 500 > 0) continue;
      const [fresh, rows] = [engineOf([...held.values()]), new PeopleRowLoop()];
      rows.load(held.values());
      expect(engine.size).toBe(held.size);
      for (const asked of posts) {
        const all = rows.shortlist(asked, DAY, Infinity, LISTED);
        told += all.length;
        expect(engine.shortlist(asked, DAY, Infinity, LISTED)).toEqual(all);
        expect(fresh.shortlist(asked, DAY, Infinity, LISTED)).toEqual(all);
      }
    }
    expect(told).toBeGreaterThan(1_000);
  });

  it('finds the person of every bit of a word, and of the next word', () => {
    const ids = Array.from({ length: 65 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    for (const only of ids)
      expect(idsOf(engineOf(ids.map((id) => one(id, { active: id === only }))), 3)).toEqual([only]);
  });

  it('puts who suits as well in the order of waiting, then of ids', () => {
    const engine = engineOf([
      one('c'),
      one('b'),
      one('z', {}, isoDate('2024-12-31')),
      one('a', {}, isoDate('2025-03-02')),
    ]);
    expect(idsOf(engine)).toEqual(['z', 'b', 'c', 'a']);
    expect(idsOf(engine, 2)).toEqual(['z', 'b']);
  });

  it('lists those of whom little is known last, fewest open questions first, and counts them', () => {
    const engine = engineOf([one('a', UNKNOWN), one('b', { profile: null }), one('c')]);
    expect(idsOf(engine)).toEqual(['c', 'b', 'a']);
    expect(engine.countIf(POST, DAY, LISTED)).toBe(3);
    expect(engine.countIf(POST, DAY, new Set(['UNKNOWN']))).toBe(2);
    expect(engine.countIf({ ...POST, post: post({ demands: {} }) }, DAY, new Set(['FITS']))).toBe(2);
    expect(engine.countIf(POST, DAY, LISTED, () => false)).toBe(0);
  });

  it('lists nobody of nobody, and nobody for a closed post', () => {
    expect(idsOf(new PeopleSlabEngine())).toEqual([]);
    expect(engineOf([one('a')]).shortlist({ ...POST, post: post({ open: false }) }, DAY, 9, LISTED)).toEqual([]);
  });

  it('keeps somebody who is gone away on every day, and takes him back when he comes again', () => {
    const engine = engineOf([one('a'), one('b')]);
    const days = [DAY, isoDate('2026-06-30')];
    const seen = () => days.map((day) => idsOf(engine, 9, day).join());
    expect(seen()).toEqual(['a,b', 'a,b']);
    engine.apply([{ personId: 'a', now: null }]);
    expect(seen()).toEqual(['b', 'b']);
    engine.apply([{ personId: 'a', now: one('a', { workingAgeUntil: DAY }) }]);
    expect([seen(), engine.waiting]).toEqual([['a,b', 'b'], 1]);
    engine.merge();
    expect([seen(), engine.waiting]).toEqual([['a,b', 'b'], 0]);
  });

  it('merges by itself before the delta grows long', () => {
    const engine = engineOf([]);
    for (let index = 0; index < 400; index += 1) engine.apply([{ personId: `p${index}`, now: one(`p${index}`) }]);
    expect([engine.size, engine.waiting < 90]).toEqual([400, true]);
  });

  it('is told from the row loop by the self-check when it lost somebody, or keeps somebody who is gone', () => {
    const check = (held: PeopleSlabEngine, people: IndexedPerson[]) => differingPosts(held, people, [POST], DAY, 10);
    const [a, b] = [one('a'), one('b')];
    expect(check(engineOf([a, b]), [a, b])).toEqual([]);
    expect(check(engineOf([a]), [a, b])).toEqual([POST.post.id]);
    expect(check(engineOf([a, b]), [b])).toEqual([POST.post.id]);
  });

  it('judges few of the people it holds', () => {
    const slab = new PeopleSlab(somePeople(chanceOf(7), 2_000));
    expect(slab.survivors(POST, DAY, true)).toBeLessThan(slab.people.length / 4);
  });
});
