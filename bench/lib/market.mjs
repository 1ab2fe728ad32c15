// A made-up labour market for benchmarks: the same people and posts in every run, and as many fitting pairs as are asked for.
import { load } from './people.mjs';

await import('reflect-metadata');
export const rules = await load('libs/rules/src/index.js');
export const ITEMS = rules.ABILITY_CODES;
export const DAY = '2026-06-15';
export const TOP = 10;
export const FITS = new Set(['FITS']);
export const FITTING = new Set(['FITS', 'FITS_WITH']);
export const LISTED = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);
/** Of one county, two prefectures and a province of 14; the tiny one only shows that everything runs and agrees. */
export const SCALES = {
  tiny: { people: 1_200, posts: 100, prefectures: 1, counties: 1 },
  small: { people: 15_000, posts: 2_000, prefectures: 1, counties: 1 },
  middle: { people: 150_000, posts: 20_000, prefectures: 2, counties: 5 },
  large: { people: 1_500_000, posts: 100_000, prefectures: 14, counties: 5 },
};
export const SKILLS = Array.from({ length: 40 }, (_, index) => `技能${index}`);
export const KINDS = ['PUBLIC_WELFARE', 'PROPORTIONAL', 'FLEXIBLE'];
/** Every way that these people accept; each is the farthest of one travel band. */
export const COMMUTES_KM = [1, 8, 30, 100, 400];
/** The most months at public-welfare posts. */
export const MAX_MONTHS = 36;
export const LAW = {
  minimumAge: { years: 16, source: 'bench' },
  ageTable: 'bench',
  targetByStatus: 'bench',
  ageRelaxed: null,
  residentsOnly: 'bench',
  onePost: 'bench',
  term: { maxMonths: { value: MAX_MONTHS, source: 'bench' }, nearRetirementYears: null, relaxedMonths: null },
};
const SEED = 640324;
/** People and posts on whom the share is measured. */
const MEASURED = 400;
const HALVINGS = 14;

/** mulberry32 of one row: person 7 is the same whoever is made before. */
export function chances(seed, index) {
  let state = (seed + Math.imul(index, 0x9e3779b1)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What was before, of a few: a post held, whole months at one, a bar that may end today. */
function pastOf(random) {
  const below = (count) => Math.floor(random() * count);
  const first = (months) => new Date(Date.UTC(2026, 5 - months, 1)).toISOString().slice(0, 10);
  const lastBefore = (months) => new Date(Date.UTC(2026, 5 - months, 0)).toISOString().slice(0, 10);
  const kind = random();
  const ago = below(6);
  if (kind < 0.03) return { bars: [], served: [{ from: first(1 + below(40)), to: null }] };
  if (kind < 0.09) return { bars: [], served: [{ from: first(ago + 20 + below(30)), to: lastBefore(ago) }] };
  if (kind < 0.12)
    return {
      bars: [{ from: first(5), until: ['2026-06-14', DAY, '2026-12-31'][below(3)], source: 'bench' }],
      served: [],
    };
  return { bars: [], served: [] };
}
const pad = (value, length) => String(value).padStart(length, '0');

/**
 * @param scale of {@link SCALES}, or the like
 * @param ease 0–1: how little the posts ask for and how far the people go
 * @param unknown 0–1: the share of facts of a person that nobody knows
 * @param accommodated 0–1: the share of posts with an accommodation
 */
export function market({ people, posts, prefectures, counties }, ease, unknown = 0, accommodated = 0) {
  const place = (random) => {
    const below = (count) => Math.floor(random() * count);
    return `64${pad(1 + below(prefectures), 2)}${pad(21 + below(counties), 2)}${pad(100 + below(11), 3)}${pad(200 + below(15), 3)}`;
  };
  const some = (random, count) => [
    ...new Set(Array.from({ length: count }, () => SKILLS[Math.floor(random() * SKILLS.length)])),
  ];
  const asked = 0.7 * (1 - ease);
  const power = (1 - ease) / Math.max(ease, 1e-6);

  const personAt = (index) => {
    const random = chances(SEED, index);
    const below = (count) => Math.floor(random() * count);
    const known = (value) => (random() < unknown ? null : value);
    const levels = {};
    for (const item of ITEMS) {
      const level = Math.min(4, 1 + below(4));
      if (unknown === 0 || random() >= unknown) levels[item] = level;
    }
    return {
      id: `p${pad(index, 7)}`,
      active: random() >= 0.02,
      birthOn: `${1950 + below(56)}-0${1 + below(9)}-1${below(10)}`,
      workingAgeUntil: `${2020 + below(40)}-01-01`,
      divisionCode: place(random),
      certificateExpiresOn: known(random() < 0.03 ? '2024-01-01' : '2034-01-01'),
      seeksWork: known(random() < 0.3),
      welfare: pastOf(chances(SEED + 2, index)),
      skills: known(some(random, 1 + below(4))),
      licences: { all: true, held: [] },
      education: known(rules.EDUCATION_ORDER[below(rules.EDUCATION_ORDER.length)]),
      wantedWageFen: 100_000 + below(300) * 1_000,
      wantedKinds: random() < 0.5 ? [] : [KINDS[below(KINDS.length)]],
      commuteKm: COMMUTES_KM[Math.min(4, Math.floor(5 * random() ** power))],
      accessNeeds: [],
      profile: { levels, assessedOn: '2026-01-01', validUntil: null },
    };
  };

  const postAt = (index) => {
    const random = chances(SEED + 1, index);
    const below = (count) => Math.floor(random() * count);
    const demands = {};
    for (const item of ITEMS) {
      const level = 1 + below(3);
      if (random() < asked) demands[item] = level;
    }
    const work = place(random);
    return {
      id: `j${pad(index, 7)}`,
      kind: KINDS[below(KINDS.length)],
      open: random() >= 0.05,
      publishedOn: `2026-0${1 + below(5)}-01`,
      closesOn: random() < 0.1 ? '2026-06-01' : '2026-12-31',
      openings: 1 + below(3),
      workDivisionCode: work,
      divisionCode: `${work.slice(0, 6)}000000`,
      remote: random() < 0.03,
      wageLowFen: 150_000 + below(300) * 1_000,
      minEducation: random() < asked ? rules.EDUCATION_ORDER[1 + below(4)] : null,
      skills: random() < asked ? some(random, 1 + below(2)) : [],
      licences: [],
      demands,
      accommodations: random() < accommodated ? rules.accommodationsOf([WORDS[below(WORDS.length)]]) : [],
      provisions: [],
      limitBasis: null,
    };
  };

  return {
    size: people,
    personAt,
    postAt,
    peopleFrom: (from, count) => Array.from({ length: count }, (_, at) => personAt(from + at)),
    posts: () => Array.from({ length: posts }, (_, index) => ({ post: postAt(index), law: LAW })),
  };
}
const WORDS = ['文字沟通', '可坐着工作', '可提供大字材料', '搬运帮手', '可提供班车接送', '安静岗位'];

/** The share of pairs that fit, over people and posts taken evenly from the whole. */
function shareOf(made, scale) {
  const engine = new rules.RowLoopEngine();
  const evenly = (all, count) => Array.from({ length: count }, (_, at) => Math.floor((at * all) / count));
  const posts = evenly(scale.posts, Math.min(scale.posts, 2 * MEASURED));
  engine.load(posts.map((index) => ({ post: made.postAt(index), law: LAW })));
  let fitting = 0;
  for (const index of evenly(scale.people, MEASURED))
    fitting += engine.topPosts(made.personAt(index), DAY, Infinity, FITS).length;
  return fitting / (MEASURED * posts.length);
}

/** The market whose share of fitting pairs comes nearest to what is asked for. @returns also the ease that it took */
export function marketWith(scale, share, unknown = 0, accommodated = 0) {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (shareOf(market(scale, middle, unknown, accommodated), scale) < share) low = middle;
    else high = middle;
  }
  return { ...market(scale, high, unknown, accommodated), ease: Number(high.toFixed(4)) };
}
