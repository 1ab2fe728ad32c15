import {
  compareRanked,
  demandAnswer,
  differingPeople,
  type IndexedPost,
  type IsoDate,
  judge,
  type MatchAnswer,
  type MatchEngine,
  type MatchPerson,
  type RankedPost,
  RowLoopEngine,
} from '../../../index.js';
import type { Chance } from '../../../allocation/random.js';
import type { Slab } from '../slab.js';
import type { SlabEngine } from '../slab-engine.js';
import {
  anyId,
  LICENCE_DAYS,
  licensedPerson,
  licensedPost,
  servedPerson,
  somebody,
  somePost,
  somePosts,
  SIZES,
  WELFARE_DAYS,
  welfarePost,
} from './worlds.js';
import { DAY } from '../../test/pairs.js';

/** The engine that is checked: the real one, or one with a planted fault. */
export interface Engine {
  SlabEngine: typeof SlabEngine;
  Slab: typeof Slab;
}

const ASKED: readonly ReadonlySet<MatchAnswer>[] = [
  new Set(['FITS']),
  new Set(['FITS_WITH']),
  new Set(['FITS', 'FITS_WITH']),
  new Set(['UNKNOWN']),
  new Set(['FITS', 'UNKNOWN']),
  new Set(['FITS', 'FITS_WITH', 'UNKNOWN']),
  new Set(['FITS', 'FITS_WITH', 'UNKNOWN', 'NO']),
  new Set(),
];
const LENGTHS = [0, 1, 2, 3, 10, 64, 65, Infinity];

const loaded = <E extends MatchEngine>(engine: E, posts: Iterable<IndexedPost>): E => {
  engine.load(posts);
  return engine;
};
const textOf = (list: readonly RankedPost[]): string =>
  list.map(({ postId, answer, score, unknown }) => `${postId} ${answer} ${score} ${unknown}`).join('\n');

/** @returns how many lists were compared, or what is wrong */
export type Check<E = Engine> = (engine: E, chance: Chance) => number | string;

function sameLists(
  one: MatchEngine,
  other: MatchEngine,
  people: readonly MatchPerson[],
  chance: Chance,
): number | string {
  let lists = 0;
  for (const person of people)
    for (const day of [DAY, somePost(chance, '').post.publishedOn] as IsoDate[]) {
      const answers = ASKED[chance(ASKED.length)];
      const k = LENGTHS[chance(LENGTHS.length)];
      const all = other.topPosts(person, day, Infinity, answers);
      const mark = chance(2) === 0 || all.length === 0 ? null : all[chance(all.length)];
      const [ours, theirs] = [one, other].map((engine) => textOf(engine.topPosts(person, day, k, answers, mark)));
      if (ours !== theirs)
        return `${[...answers].join()} of ${k} after ${mark?.postId} on ${day}:\n${ours}\nis not\n${theirs}`;
      if (one.count(person, day, answers) !== all.length) return `${[...answers].join()} are miscounted`;
      lists += 1;
    }
  return lists;
}

const people = (chance: Chance, count: number): MatchPerson[] => Array.from({ length: count }, () => somebody(chance));
const size = (chance: Chance): number => SIZES[chance(SIZES.length)];

export const CHECKS: Readonly<Record<string, Check>> = {
  M1: ({ SlabEngine: Made }, chance) => {
    const posts = somePosts(chance, size(chance));
    return sameLists(loaded(new Made(), posts), loaded(new RowLoopEngine(), posts), people(chance, 30), chance);
  },

  /** M1 where nothing but a bar, a post held or the term decides, on several days in a row. */
  'M1, welfare': ({ SlabEngine: Made }, chance) => {
    const posts = Array.from({ length: 1 + chance(12) }, (_, index) => welfarePost(chance, `j${index}`));
    const [engine, rows] = [loaded(new Made(), posts), loaded(new RowLoopEngine(), posts)];
    for (let people = 0; people < 6; people += 1) {
      const person = servedPerson(chance, `p${people}`);
      for (const day of chance(2) === 0 ? WELFARE_DAYS : WELFARE_DAYS.toReversed()) {
        const [ours, theirs] = [engine, rows].map((one) => textOf(one.topPosts(person, day, Infinity, ASKED[5])));
        if (ours !== theirs) return `on ${day}:\n${ours}\nis not\n${theirs}`;
      }
    }
    return 6 * WELFARE_DAYS.length;
  },

  /** M1 where nothing but a licence decides, on several days in a row. */
  'M1, licences': ({ SlabEngine: Made }, chance) => {
    const posts = Array.from({ length: 1 + chance(12) }, (_, index) => licensedPost(chance, `j${index}`));
    const [engine, rows] = [loaded(new Made(), posts), loaded(new RowLoopEngine(), posts)];
    for (let people = 0; people < 6; people += 1) {
      const person = licensedPerson(chance, `p${people}`);
      for (const day of chance(2) === 0 ? LICENCE_DAYS : LICENCE_DAYS.toReversed()) {
        const [ours, theirs] = [engine, rows].map((one) => textOf(one.topPosts(person, day, Infinity, ASKED[5])));
        if (ours !== theirs) return `on ${day}:\n${ours}\nis not\n${theirs}`;
      }
    }
    return 6 * LICENCE_DAYS.length;
  },

  M2: ({ Slab: Made }, chance) => {
    const posts = somePosts(chance, size(chance));
    const slab = new Made(posts);
    const through = (person: MatchPerson, sure: boolean): Set<IndexedPost> => {
      const count = slab.survivors(person, DAY, sure);
      return new Set(Array.from(slab.found.subarray(0, count), (at) => slab.posts[at]));
    };
    let pairs = 0;
    for (const person of people(chance, 20)) {
      const maybe = through(person, false);
      const sure = through(person, true);
      for (const at of slab.found.subarray(0, sure.size)) {
        const { post, law } = slab.posts[at];
        const { answer, unknown } = judge(person, post, DAY, law);
        if (slab.fits(at) && (answer !== 'FITS' || unknown > 0)) return `${answer} is taken for FITS`;
      }
      for (const one of posts) {
        const { answer } = judge(person, one.post, DAY, one.law);
        if (answer !== 'NO' && !maybe.has(one)) return `${answer}, and no maybe row has it`;
        if (answer.startsWith('FITS') && !sure.has(one)) return `${answer}, and no sure row has it`;
        // Where nothing is lowered the rows of demands are exact, or they would be of little use.
        const plain = one.post.accommodations.length === 0;
        if (plain && sure.has(one) && demandAnswer(person, one.post, DAY) !== 'FITS')
          return 'a sure row has an unsure post';
        pairs += 1;
      }
    }
    return pairs;
  },

  M8: ({ SlabEngine: Made }, chance) => {
    const posts = somePosts(chance, size(chance));
    const [whole, turned] = [loaded(new Made(), posts), loaded(new Made(), [...posts].reverse())];
    const shards = [0, 1, 2].map((shard) =>
      loaded(
        new Made(),
        posts.filter((_, index) => index % 3 === shard),
      ),
    );
    const answers = ASKED[5];
    for (const person of people(chance, 8)) {
      const all = textOf(whole.topPosts(person, DAY, 5, answers));
      const joined = shards.flatMap((shard) => shard.topPosts(person, DAY, 5, answers));
      joined.sort(compareRanked);
      if (textOf(turned.topPosts(person, DAY, 5, answers)) !== all) return 'the order of loading is seen';
      if (textOf(joined.slice(0, 5)) !== all) return 'the shards give another list than the whole';
    }
    return 8;
  },

  M9: ({ SlabEngine: Made }, chance) => {
    const engine = loaded(new Made(), somePosts(chance, size(chance)));
    const held = new Map([...engine.rows()].map((one) => [one.post.id, one]));
    let lists = 0;
    for (let step = 0; step < 4; step += 1) {
      for (let changes = chance(12); changes > 0; changes -= 1) {
        const ids = [...held.keys()];
        const postId = chance(3) === 0 || ids.length === 0 ? anyId(chance) : ids[chance(ids.length)];
        const now = chance(3) === 0 ? null : somePost(chance, postId);
        engine.apply([{ postId, now }]);
        if (now === null) held.delete(postId);
        else held.set(postId, now);
      }
      if (chance(4) === 0) engine.merge();
      if (engine.size !== held.size) return `${engine.size} posts are held, not ${held.size}`;
      const some = people(chance, 3);
      const [fresh, rows] = [loaded(new Made(), held.values()), loaded(new RowLoopEngine(), held.values())];
      for (const other of [fresh, rows]) {
        const same = sameLists(engine, other, some, chance);
        if (typeof same === 'string') return same;
        lists += same;
      }
      if (differingPeople(engine, held.values(), some, DAY, 3).length > 0) return 'the self-check finds a difference';
    }
    return lists;
  },
};
