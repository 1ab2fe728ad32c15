import {
  accommodationsOf,
  type Among,
  compareRankedPeople,
  demandAnswer,
  differingPosts,
  type IndexedPerson,
  type IndexedPost,
  type IsoDate,
  judge,
  type MatchAnswer,
  type PeopleEngine,
  PeopleRowLoop,
  type RankedPerson,
  SlabEngine,
} from '../../../index.js';
import type { Chance } from '../../../allocation/random.js';
import type { PeopleSlab } from '../people-slab.js';
import type { PeopleSlabEngine } from '../people-slab-engine.js';
import { DAY, LAW, person, post } from '../../test/pairs.js';
import { type Check } from './checks.js';
import {
  anyId,
  LICENCE_DAYS,
  licensedPerson,
  licensedPost,
  servedPerson,
  SIZES,
  someone,
  somePeople,
  somePost,
  somePosts,
  WELFARE_DAYS,
  welfarePost,
} from './worlds.js';

/** The engine that is checked: the real one, or one with a planted fault. */
export interface ReverseEngine {
  PeopleSlabEngine: typeof PeopleSlabEngine;
  PeopleSlab: typeof PeopleSlab;
}

const LISTED: ReadonlySet<MatchAnswer> = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);
const ASKED: readonly ReadonlySet<MatchAnswer>[] = [
  new Set(['FITS']),
  new Set(['FITS_WITH']),
  new Set(['FITS', 'FITS_WITH']),
  new Set(['UNKNOWN']),
  new Set(['FITS', 'UNKNOWN']),
  LISTED,
  new Set(['FITS', 'FITS_WITH', 'UNKNOWN', 'NO']),
  new Set(),
];
const LENGTHS = [0, 1, 2, 3, 10, 64, 65, Infinity];
const AMONG: readonly (Among | null)[] = [
  null,
  null,
  ({ divisionCode }) => divisionCode.startsWith('640324'),
  ({ shortlisted }) => shortlisted,
];

const loaded = <E extends PeopleEngine>(engine: E, people: Iterable<IndexedPerson>): E => {
  engine.load(people);
  return engine;
};
const textOf = (list: readonly RankedPerson[]): string =>
  list
    .map(({ personId, answer, score, unknown, registeredOn }) =>
      [personId, answer, score, unknown, registeredOn].join(),
    )
    .join('\n');
const size = (chance: Chance): number => SIZES[chance(SIZES.length)];

function sameLists(
  one: PeopleEngine,
  other: PeopleEngine,
  posts: readonly IndexedPost[],
  chance: Chance,
): number | string {
  let lists = 0;
  for (const post of posts)
    for (const day of [DAY, post.post.publishedOn] as IsoDate[]) {
      const answers = ASKED[chance(ASKED.length)];
      const k = LENGTHS[chance(LENGTHS.length)];
      const among = AMONG[chance(AMONG.length)];
      const all = other.shortlist(post, day, Infinity, answers, among);
      const mark = chance(2) === 0 || all.length === 0 ? null : all[chance(all.length)];
      const [ours, theirs] = [one, other].map((engine) => textOf(engine.shortlist(post, day, k, answers, among, mark)));
      if (ours !== theirs)
        return `${[...answers].join()} of ${k} after ${mark?.personId} on ${day}:\n${ours}\nis not\n${theirs}`;
      if (one.countIf(post, day, answers, among) !== all.length) return `${[...answers].join()} are miscounted`;
      lists += 1;
    }
  return lists;
}

export const PEOPLE_CHECKS: Readonly<Record<string, Check<ReverseEngine>>> = {
  M1: ({ PeopleSlabEngine: Made }, chance) => {
    const people = somePeople(chance, size(chance));
    return sameLists(loaded(new Made(), people), loaded(new PeopleRowLoop(), people), somePosts(chance, 30), chance);
  },

  /** M1 where nothing but a bar, a post held or the term decides, on several days in a row. */
  'M1, welfare': ({ PeopleSlabEngine: Made }, chance) => {
    const people = Array.from({ length: 1 + chance(40) }, (_, index) => ({
      ...someone(chance, `p${index}`),
      person: servedPerson(chance, `p${index}`),
    }));
    const [engine, rows] = [loaded(new Made(), people), loaded(new PeopleRowLoop(), people)];
    const posts = Array.from({ length: 6 }, (_, index) => welfarePost(chance, `j${index}`));
    for (const day of WELFARE_DAYS) {
      for (const one of posts) {
        const [ours, theirs] = [engine, rows].map((held) => textOf(held.shortlist(one, day, Infinity, LISTED)));
        if (ours !== theirs) return `on ${day}:\n${ours}\nis not\n${theirs}`;
      }
    }
    return 6 * WELFARE_DAYS.length;
  },

  /** M1 where nothing but a licence decides, on several days in a row. */
  'M1, licences': ({ PeopleSlabEngine: Made }, chance) => {
    const people = Array.from({ length: 1 + chance(40) }, (_, index) => ({
      ...someone(chance, `p${index}`),
      person: licensedPerson(chance, `p${index}`),
    }));
    const [engine, rows] = [loaded(new Made(), people), loaded(new PeopleRowLoop(), people)];
    const posts = Array.from({ length: 6 }, (_, index) => licensedPost(chance, `j${index}`));
    for (const day of LICENCE_DAYS) {
      for (const one of posts) {
        const [ours, theirs] = [engine, rows].map((held) => textOf(held.shortlist(one, day, Infinity, LISTED)));
        if (ours !== theirs) return `on ${day}:\n${ours}\nis not\n${theirs}`;
      }
    }
    return 6 * LICENCE_DAYS.length;
  },

  M2: ({ PeopleSlab: Made }, chance) => {
    const people = somePeople(chance, size(chance));
    const slab = new Made(people);
    const through = (post: IndexedPost, sure: boolean): Set<IndexedPerson> => {
      const count = slab.survivors(post, DAY, sure);
      return new Set(Array.from(slab.found.subarray(0, count), (at) => slab.people[at]));
    };
    let pairs = 0;
    for (const post of somePosts(chance, 20)) {
      const [sure, maybe] = [through(post, true), through(post, false)];
      for (const one of people) {
        const { answer } = judge(one.person, post.post, DAY, post.law);
        if (answer !== 'NO' && !maybe.has(one)) return `${answer}, and no maybe row has it`;
        if (answer.startsWith('FITS') && !sure.has(one)) return `${answer}, and no sure row has it`;
        // Where nothing is lowered the rows of demands are exact, or they would be of little use.
        const plain = post.post.accommodations.length === 0;
        if (plain && sure.has(one) && demandAnswer(one.person, post.post, DAY) !== 'FITS')
          return 'a sure row has somebody unsure';
        pairs += 1;
      }
    }
    return pairs;
  },

  /** M1 where the best scores belong to people whom bit rows can't tell from those who fit. */
  'M1, second look': ({ PeopleSlabEngine: Made }, chance) => {
    const provisions = ['可提供搬运帮手'];
    const lifts = (LIFT: number, change: Partial<IndexedPerson['person']>): IndexedPerson => {
      const id = anyId(chance);
      const { profile, ...rest } = person({ id, ...change });
      const levels = { ...profile?.levels, LIFT };
      return { ...someone(chance, id), person: { ...rest, profile: profile && { ...profile, levels } } };
    };
    const near = Array.from({ length: 1 + chance(6) }, () => lifts(1, { divisionCode: '640324100202' }));
    const far = Array.from({ length: 1 + chance(6) }, () => lifts(3, {}));
    const one = {
      post: post({ demands: { LIFT: 3 }, provisions, accommodations: accommodationsOf(provisions) }),
      law: LAW,
    };
    const k = 1 + chance(3);
    const [ours, theirs] = [new Made(), new PeopleRowLoop()].map((engine) =>
      textOf(loaded(engine, [...near, ...far]).shortlist(one, DAY, k, new Set(['FITS']))),
    );
    return ours === theirs ? 1 : `${ours}\nis not\n${theirs}`;
  },

  M8: ({ PeopleSlabEngine: Made }, chance) => {
    const people = somePeople(chance, size(chance));
    const [whole, turned] = [loaded(new Made(), people), loaded(new Made(), [...people].reverse())];
    const shards = [0, 1, 2].map((shard) =>
      loaded(
        new Made(),
        people.filter((_, index) => index % 3 === shard),
      ),
    );
    for (const post of somePosts(chance, 8)) {
      const all = textOf(whole.shortlist(post, DAY, 5, LISTED));
      const joined = shards.flatMap((shard) => shard.shortlist(post, DAY, 5, LISTED));
      joined.sort(compareRankedPeople);
      if (textOf(turned.shortlist(post, DAY, 5, LISTED)) !== all) return 'the order of loading is seen';
      if (textOf(joined.slice(0, 5)) !== all) return 'the shards give another list than the whole';
    }
    return 8;
  },

  M9: ({ PeopleSlabEngine: Made }, chance) => {
    const engine = loaded(new Made(), somePeople(chance, size(chance)));
    const held = new Map([...engine.rows()].map((one) => [one.person.id, one]));
    let lists = 0;
    for (let step = 0; step < 4; step += 1) {
      for (let changes = chance(12); changes > 0; changes -= 1) {
        const ids = [...held.keys()];
        const personId = chance(3) === 0 || ids.length === 0 ? anyId(chance) : ids[chance(ids.length)];
        const now = chance(3) === 0 ? null : someone(chance, personId);
        engine.apply([{ personId, now }]);
        if (now === null) held.delete(personId);
        else held.set(personId, now);
      }
      if (chance(4) === 0) engine.merge();
      if (engine.size !== held.size) return `${engine.size} people are held, not ${held.size}`;
      const some = somePosts(chance, 3);
      const [fresh, rows] = [loaded(new Made(), held.values()), loaded(new PeopleRowLoop(), held.values())];
      for (const other of [fresh, rows]) {
        const same = sameLists(engine, other, some, chance);
        if (typeof same === 'string') return same;
        lists += same;
      }
      if (differingPosts(engine, held.values(), some, DAY, 3).length > 0) return 'the self-check finds a difference';
    }
    return lists;
  },

  M10: ({ PeopleSlabEngine: Made }, chance) => {
    const people = somePeople(chance, size(chance));
    const posts = Array.from({ length: size(chance) }, (_, index) => somePost(chance, `j${index}`));
    const [forth, back] = [new SlabEngine(), loaded(new Made(), people)];
    forth.load(posts);
    const pairs = new Set<string>();
    for (const { person } of people)
      for (const { postId, answer, score } of forth.topPosts(person, DAY, Infinity, LISTED))
        pairs.add(`${person.id} ${postId} ${answer} ${score}`);
    let found = 0;
    for (const one of posts)
      for (const { personId, answer, score } of back.shortlist(one, DAY, Infinity, LISTED)) {
        const pair = `${personId} ${one.post.id} ${answer} ${score}`;
        if (!pairs.has(pair)) return `${pair} stands on the post's list only`;
        found += 1;
      }
    return found === pairs.size ? found : `${pairs.size - found} pairs stand on the person's list only`;
  },
};
