import { describe, expect, it } from '@jest/globals';
import { type IndexedPost, type IsoDate, type MatchAnswer, type MatchPerson, SlabEngine, verdict } from '@tongxing/rules';
import { CELL_ANSWERS, sqliteCells } from '../../bench/matching/sql-cells.mjs';
import { chanceOf } from '../../libs/rules/src/allocation/random.js';
import { accommodationsOf } from '../../libs/rules/src/matching/accommodations.js';
import {
  helpedPerson,
  helpedPost,
  servedPerson,
  somebody,
  somePost,
  WELFARE_DAYS,
  welfarePost,
} from '../../libs/rules/src/matching/engine/test/worlds.js';
import { LAW, person, post } from '../../libs/rules/src/matching/test/pairs.js';

interface World {
  people: readonly MatchPerson[];
  posts: readonly IndexedPost[];
  days: readonly IsoDate[];
}
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const [YESTERDAY, TODAY, TOMORROW] = WELFARE_DAYS;

/** Worlds by seed: what anybody may be, and those where one rule alone decides. */
const WORLDS: Readonly<Record<string, (seed: number) => World>> = {
  'anybody and any post': (seed) => {
    const chance = chanceOf(seed);
    const posts = many(60, (index) => somePost(chance, `j${index}`));
    return { people: many(50, () => somebody(chance)), posts, days: [YESTERDAY, TODAY, TOMORROW] };
  },
  'accommodations that meet': (seed) => {
    const chance = chanceOf(seed);
    const posts = many(60, (index) => helpedPost(chance, `j${index}`));
    return { people: many(50, (index) => helpedPerson(chance, `p${index}`)), posts, days: [YESTERDAY, TODAY, TOMORROW] };
  },
  'what was before': (seed) => {
    const chance = chanceOf(seed);
    const posts = many(20, (index) => welfarePost(chance, `j${index}`));
    return { people: many(40, (index) => servedPerson(chance, `p${index}`)), posts, days: WELFARE_DAYS };
  },
};
const LISTS: readonly ReadonlySet<MatchAnswer>[] = [
  ...CELL_ANSWERS.map((answer) => new Set([answer])),
  new Set(['FITS', 'FITS_WITH', 'UNKNOWN']),
];

/** @returns the cells of which SQL, the reference or the index says something else; and how many there are of each answer */
async function compared({ people, posts, days }: World) {
  const told = new Map<MatchAnswer, number>(CELL_ANSWERS.map((answer) => [answer, 0]));
  const differing: string[] = [];
  const engine = new SlabEngine();
  engine.load(posts);
  for (const day of days) {
    const sql = sqliteCells(people, posts, day);
    const cells = await sql.cells(0, people.length);
    sql.close();
    for (const [at, one] of people.entries()) {
      const own = posts.map((_, number) => CELL_ANSWERS[cells[at * posts.length + number]]);
      for (const [number, { post: held, law }] of posts.entries()) {
        const { answer } = verdict(one, held, day, law);
        told.set(answer, (told.get(answer) as number) + 1);
        if (own[number] !== answer) differing.push(`${day} ${at} ${held.id}: SQL ${own[number]}, reference ${answer}`);
      }
      for (const answers of LISTS) {
        const listed = engine.topPosts(one, day, Infinity, answers).map(({ postId, answer }) => `${postId} ${answer}`);
        const wanted = posts.flatMap((held, number) =>
          answers.has(own[number]) ? [`${held.post.id} ${own[number]}`] : [],
        );
        if (listed.sort().join() !== wanted.sort().join())
          differing.push(`${day} ${at} ${[...answers].join()}: SQL ${wanted.join()}, index ${listed.join()}`);
      }
    }
  }
  return { differing: differing.slice(0, 5), told };
}

describe('every cell in SQL', () => {
  it.each([
    ['anybody and any post', 6, { FITS: 150, FITS_WITH: 10, UNKNOWN: 1_000, NO: 10_000 }],
    ['accommodations that meet', 6, { FITS: 1_000, FITS_WITH: 1_000, UNKNOWN: 1_000, NO: 10_000 }],
    ['what was before', 6, { FITS: 1_000, FITS_WITH: 0, UNKNOWN: 500, NO: 1_000 }],
  ])('is the reference’s, and the index’s lists are of those cells: %s', async (name, worlds, atLeast) => {
    const all = { FITS: 0, FITS_WITH: 0, UNKNOWN: 0, NO: 0 };
    for (let seed = 0; seed < worlds; seed += 1) {
      const { differing, told } = await compared(WORLDS[name](seed));
      expect(differing).toEqual([]);
      for (const [answer, count] of told) all[answer] += count;
    }
    for (const answer of CELL_ANSWERS) expect([answer, all[answer] >= atLeast[answer], all[answer]]).toEqual([answer, true, all[answer]]);
  });

  it('needs an accommodation as it stands: promised ones fit with it, possible ones do not, one that cannot be used is none', async () => {
    const provided = (id: string, ...words: string[]) => ({
      post: post({ id, demands: { HEAR: 3 }, accommodations: accommodationsOf(words), provisions: words }),
      law: LAW,
    });
    const relay = provided('possible', '文字沟通');
    const possible = relay.post.accommodations.map((one) => ({ ...one, state: 'POSSIBLE' as const }));
    const posts = [
      provided('none'),
      provided('in place', '文字沟通'),
      provided('offered', '可提供文字沟通'),
      { ...relay, post: { ...relay.post, accommodations: possible } },
    ];
    const hearing = (levels: object) => person({ profile: { levels, assessedOn: TODAY, validUntil: TODAY } });
    const people = [{ HEAR: 3 }, { HEAR: 0, READ: 2 }, { HEAR: 0, READ: 1 }, { HEAR: 0 }, { READ: 2 }, {}].map(hearing);
    const sql = sqliteCells(people, posts, TODAY);
    const cells = await sql.cells(0, people.length);
    sql.close();
    const rows = people.map((_, at) => Array.from(cells.subarray(at * 4, at * 4 + 4), (cell) => CELL_ANSWERS[cell]));
    expect(rows).toEqual([
      ['FITS', 'FITS', 'FITS', 'FITS'],
      ['NO', 'FITS', 'FITS_WITH', 'NO'],
      ['NO', 'NO', 'NO', 'NO'],
      ['NO', 'UNKNOWN', 'UNKNOWN', 'NO'],
      ['UNKNOWN', 'FITS', 'FITS_WITH', 'UNKNOWN'],
      ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
    ]);
  });
});
