import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differingPeople, isoDate, type MatchAnswer, RowLoopEngine, SlabEngine } from '../../../index.js';
import { DAY, LAW, person, post } from '../../test/pairs.js';
import { chanceOf } from '../../../allocation/random.js';
import { Slab } from '../slab.js';
import { CHECKS } from './checks.js';
import { anyId, helpedPerson, helpedPost, somebody, somePost, somePosts, UNKNOWN } from './worlds.js';

const REAL = { SlabEngine, Slab };
const LISTED: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);
const FITTING: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH']);
const at = (id: string, change: Parameters<typeof post>[0] = {}) => ({ post: post({ id, ...change }), law: LAW });
const engineOf = (posts: Parameters<SlabEngine['load']>[0]): SlabEngine => {
  const engine = new SlabEngine();
  engine.load(posts);
  return engine;
};

describe('the slab', () => {
  it.each([
    ['M1', 340, 20_000],
    ['M2', 100, 20_000],
    ['M8', 60, 480],
    ['M9', 60, 2_880],
  ])('%s holds on hostile posts and people', (name, numRuns, atLeast) => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const found = CHECKS[name](REAL, chanceOf(seed));
        if (typeof found === 'string') throw new Error(found);
        compared += found;
      }),
      { numRuns },
    );
    expect(compared).toBeGreaterThanOrEqual(atLeast);
  });

  it('holds after 10,000 random changes what a fresh one and the row loop hold, now and then merged or not', () => {
    const chance = chanceOf(10_000);
    const held = new Map(somePosts(chance, 300).map((one) => [one.post.id, one]));
    const engine = engineOf(held.values());
    const people = Array.from({ length: 12 }, () => somebody(chance));
    const told = new Map<MatchAnswer, number>();
    let waited = 0;
    for (let change = 1; change <= 10_000; change += 1) {
      const ids = [...held.keys()];
      const postId = chance(4) === 0 ? anyId(chance) : ids[chance(ids.length)];
      // Of a little more than so many, more go than come.
      const now =
        chance(8) < (ids.length > 320 ? 4 : 1) ? null : (chance(3) === 0 ? helpedPost : somePost)(chance, postId);
      engine.apply([{ postId, now }]);
      if (now === null) held.delete(postId);
      else held.set(postId, now);
      if (change % 500 > 0) continue;
      waited += Number(engine.waiting > 0);
      const [fresh, rows] = [engineOf(held.values()), new RowLoopEngine()];
      rows.load(held.values());
      expect(engine.size).toBe(held.size);
      for (const one of [...people, helpedPerson(chance, 'helped'), person()]) {
        const all = rows.topPosts(one, DAY, Infinity, LISTED);
        for (const { answer } of all) told.set(answer, (told.get(answer) ?? 0) + 1);
        expect(engine.topPosts(one, DAY, Infinity, LISTED)).toEqual(all);
        expect(fresh.topPosts(one, DAY, Infinity, LISTED)).toEqual(all);
        expect(engine.topPosts(one, DAY, 10, FITTING)).toEqual(fresh.topPosts(one, DAY, 10, FITTING));
      }
    }
    expect(waited).toBeGreaterThan(10);
    for (const answer of LISTED) expect([answer, (told.get(answer) ?? 0) > 100]).toEqual([answer, true]);
  });

  it('finds the post of every bit of a word, and of the next word', () => {
    const ids = Array.from({ length: 65 }, (_, index) => `j${String(index).padStart(2, '0')}`);
    for (const only of ids) {
      const engine = engineOf(ids.map((id) => at(id, { open: id === only })));
      expect(engine.topPosts(person(), DAY, 3, LISTED).map(({ postId }) => postId)).toEqual([only]);
    }
  });

  it('lists nothing of nothing, and everything open to somebody of whom nothing is known', () => {
    const [empty, some] = [new SlabEngine(), engineOf([at('a'), at('b', { remote: true }), at('c', { open: false })])];
    expect(empty.topPosts(person(), DAY, 10, LISTED)).toEqual([]);
    const unknown = some.topPosts(person(UNKNOWN), DAY, 10, LISTED);
    expect(unknown.map(({ postId, answer }) => [postId, answer])).toEqual([
      ['b', 'UNKNOWN'],
      ['a', 'UNKNOWN'],
    ]);
    const home = some.topPosts(person({ commuteKm: 0 }), DAY, 10, LISTED);
    expect(home.map(({ postId }) => postId)).toEqual(['b']);
  });

  it('tells people of one age apart by how long they are past working age, where a decision relaxes it', () => {
    const law = { ...LAW, ageRelaxed: { years: 5, source: '县〔2026〕1号' } };
    const engine = engineOf([
      { post: post({ id: 'w', kind: 'PUBLIC_WELFARE' }), law },
      { post: post({ id: 'p', kind: 'PROPORTIONAL' }), law },
    ]);
    const listed = (until: string) =>
      engine
        .topPosts(person({ birthOn: isoDate('1966-01-01'), workingAgeUntil: isoDate(until) }), DAY, 9, LISTED)
        .map(({ postId }) => postId)
        .toSorted();
    // Whoever is asked about first must not answer for the others.
    const ends = ['2021-06-14', '2021-06-15', '2026-06-14', '2026-06-15', '2021-06-14'];
    expect(ends.map(listed)).toEqual([[], ['w'], ['w'], ['p', 'w'], []]);
  });

  it('keeps a deleted post away on every day it was asked for, and takes it back when it comes again', () => {
    const engine = engineOf([at('a'), at('b')]);
    const days = [DAY, isoDate('2026-06-30')];
    const seen = () =>
      days.map((day) =>
        engine
          .topPosts(person(), day, 9, LISTED)
          .map(({ postId }) => postId)
          .join(),
      );
    expect(seen()).toEqual(['a,b', 'a,b']);
    engine.apply([{ postId: 'a', now: null }]);
    expect(seen()).toEqual(['b', 'b']);
    engine.apply([{ postId: 'a', now: at('a', { closesOn: DAY }) }]);
    expect([seen(), engine.waiting]).toEqual([['a,b', 'b'], 1]);
    engine.merge();
    expect([seen(), engine.waiting]).toEqual([['a,b', 'b'], 0]);
  });

  it('merges by itself before the delta grows long', () => {
    const engine = engineOf([]);
    for (let index = 0; index < 400; index += 1) engine.apply([{ postId: `j${index}`, now: at(`j${index}`) }]);
    expect([engine.size, engine.waiting < 90]).toEqual([400, true]);
  });

  it('is told from the row loop by the self-check when it lost a post, or keeps one that is gone', () => {
    const [a, b] = [at('a'), at('b')];
    const check = (held: SlabEngine, posts: (typeof a)[]) => differingPeople(held, posts, [person()], DAY, 10);
    expect(check(engineOf([a, b]), [a, b])).toEqual([]);
    expect(check(engineOf([a]), [a, b])).toEqual(['person']);
    expect(check(engineOf([a, b]), [b])).toEqual(['person']);
    expect(differingPeople(new RowLoopEngine(), [], [person()], DAY, 10)).toEqual([]);
  });

  it('takes nobody for fitting by levels that nobody can have', () => {
    const posts = [at('a', { demands: {} }), at('b', { demands: { LIFT: 0 } }), at('c', { demands: { LIFT: 2 } })];
    const rows = new RowLoopEngine();
    rows.load(posts);
    for (const level of [-1, 1.5, 2.5, 5, Number.NaN]) {
      const subject = person({ profile: { levels: { LIFT: level }, assessedOn: DAY, validUntil: null } });
      expect(engineOf(posts).topPosts(subject, DAY, 9, LISTED)).toEqual(rows.topPosts(subject, DAY, 9, LISTED));
    }
  });

  it('tells more needs apart than a word has bits', () => {
    const skills = Array.from({ length: 70 }, (_, index) => `技能${index}`);
    const engine = engineOf(skills.map((skill, index) => at(`j${index}`, { skills: [skill] })));
    for (const index of [0, 31, 32, 64, 69]) {
      const found = engine.topPosts(person({ skills: [skills[index]] }), DAY, 9, LISTED);
      expect(found.map(({ postId }) => postId)).toEqual([`j${index}`]);
    }
    const both = engine.topPosts(person({ skills: [skills[5], skills[37]] }), DAY, 9, LISTED);
    expect(both.map(({ postId }) => postId)).toEqual(['j37', 'j5']);
    const two = engineOf([at('two', { skills: ['缝纫', '电工'] })]);
    const listed = (held: string[]): number => two.topPosts(person({ skills: held }), DAY, 9, LISTED).length;
    expect([['缝纫'], ['电工'], ['电工', '缝纫']].map(listed)).toEqual([0, 0, 1]);
  });

  it('gives the row loop’s first 70 of more that fit, some of them by an accommodation', () => {
    const posts = somePosts(chanceOf(11), 1_300);
    const rows = new RowLoopEngine();
    rows.load(posts);
    const engine = engineOf(posts);
    const asked: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH']);
    for (const k of [64, 65, 70, 100])
      expect(engine.topPosts(person(), DAY, k, asked)).toEqual(rows.topPosts(person(), DAY, k, asked));
    expect(rows.topPosts(person(), DAY, Infinity, asked).length).toBeGreaterThan(100);
  });

  it('keeps its lists right when rows of facets and of days are thrown away for others', () => {
    const posts = somePosts(chanceOf(12), 60);
    const rows = new RowLoopEngine();
    rows.load(posts);
    const engine = engineOf(posts);
    for (let turn = 0; turn < 9_000; turn += 1) {
      const subject = person({ divisionCode: String(100_000 + turn).padEnd(12, '0'), commuteKm: null });
      const day = isoDate(`2026-06-${10 + (turn % 9)}`);
      const ours = engine.topPosts(subject, day, 3, LISTED);
      if (turn % 300 === 0) expect(ours).toEqual(rows.topPosts(subject, day, 3, LISTED));
    }
  });

  it('judges few of the posts it holds', () => {
    const slab = new Slab(somePosts(chanceOf(7), 2_000));
    expect(slab.survivors(person(), DAY, true)).toBeLessThan(slab.posts.length / 5);
  });
});
