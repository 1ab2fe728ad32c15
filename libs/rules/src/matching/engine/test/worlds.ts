import fc from 'fast-check';
import {
  type AbilityItem,
  ACCOMMODATION_STATES,
  addDays,
  type IndexedPerson,
  type IndexedPost,
  isoDate,
  type IsoDate,
  type Levels,
  type MatchPerson,
  type MatchPost,
} from '../../../index.js';
import type { Chance } from '../../../allocation/random.js';
import { anyLaw, anyPair, DAY, LAW, LICENCES, person, post } from '../../test/pairs.js';

const POOL = 900;
const pool = fc.sample(fc.tuple(anyPair, anyLaw), { numRuns: POOL, seed: 640324 });
const EDGES = [addDays(DAY, -1), DAY, addDays(DAY, 1)];
/** Around the edge of a word of bits, and a few in between. */
export const SIZES = [0, 1, 2, 7, 31, 32, 33, 63, 64, 65];

/** One in four dates lies on the asked day, or a day beside it. */
const edge = <T extends IsoDate | null>(chance: Chance, date: T): T =>
  chance(4) === 0 ? (EDGES[chance(EDGES.length)] as T) : date;

export function somebody(chance: Chance): MatchPerson {
  const [[one]] = pool[chance(POOL)];
  const { profile } = one;
  return {
    ...one,
    active: chance(12) > 0,
    workingAgeUntil: edge(chance, one.workingAgeUntil),
    welfare: {
      bars: one.welfare.bars.map((bar) => ({ ...bar, from: edge(chance, bar.from), until: edge(chance, bar.until) })),
      served: one.welfare.served.map((span) => ({ from: edge(chance, span.from), to: edge(chance, span.to) })),
    },
    certificateExpiresOn: edge(chance, one.certificateExpiresOn),
    licences: one.licences && {
      ...one.licences,
      held: one.licences.held.map((held) => ({ ...held, until: edge(chance, held.until) })),
    },
    commuteKm: [one.commuteKm, one.commuteKm, null, 0, 1, 8, 30][chance(7)],
    profile: profile && {
      ...profile,
      assessedOn: edge(chance, profile.assessedOn),
      validUntil: edge(chance, profile.validUntil),
    },
    ...(chance(20) === 0 ? UNKNOWN : {}),
  };
}

/** Nobody knows anything. */
export const UNKNOWN: Partial<MatchPerson> = {
  workingAgeUntil: null,
  certificateExpiresOn: null,
  seeksWork: null,
  skills: null,
  licences: null,
  education: null,
  wantedWageFen: null,
  commuteKm: null,
  profile: null,
};

/** The same post comes again under another id: ties. */
export function somePost(chance: Chance, id: string): IndexedPost {
  const [[, one], law] = pool[chance(chance(3) === 0 ? 12 : POOL)];
  const open: Partial<MatchPost> = chance(3) > 0 ? { open: true, openings: 1 } : {};
  const made = {
    ...one,
    ...open,
    id,
    publishedOn: edge(chance, chance(2) === 0 ? addDays(DAY, -20) : one.publishedOn),
    closesOn: edge(chance, chance(2) === 0 ? addDays(DAY, 20) : one.closesOn),
  };
  return { post: made, law: chance(2) === 0 ? law : LAW };
}

const SERVED = [
  { from: addDays(DAY, -400), to: addDays(DAY, -210) },
  { from: addDays(DAY, -200), to: addDays(DAY, -20) },
  { from: addDays(DAY, -20), to: null },
  { from: DAY, to: DAY },
];
/** A licence counts on its last day and not on the next. */
export const LICENCE_DAYS = [...EDGES, addDays(DAY, 2)];
/** Days from which and until which somebody near the end of the term, or of working age, is told from the next. */
export const WELFARE_DAYS = [addDays(DAY, -1), DAY, addDays(DAY, 1), addDays(DAY, 30)];

/** Somebody whom nothing keeps from a public-welfare post but what was before. */
export const servedPerson = (chance: Chance, id: string): MatchPerson =>
  person({
    id,
    workingAgeUntil: [null, addDays(DAY, 365 * 4), isoDate('2050-01-01'), addDays(DAY, 30)][chance(4)],
    welfare: {
      bars: chance(3) > 0 ? [] : [{ from: EDGES[chance(2)], until: EDGES[1 + chance(2)], source: 'notice' }],
      served: SERVED.filter(() => chance(3) === 0),
    },
  });

/** A public-welfare post under one of a few acts. */
export function welfarePost(chance: Chance, id: string): IndexedPost {
  const months = (value: number) => ({ value, source: 'act' });
  const term = {
    maxMonths: [null, months(6), months(12), months(13)][chance(4)],
    nearRetirementYears: chance(2) === 0 ? null : months(5),
    relaxedMonths: chance(3) > 0 ? null : months(1),
  };
  const law = { ...LAW, onePost: chance(2) === 0 ? null : 'act', term };
  return { post: post({ id, kind: 'PUBLIC_WELFARE', closesOn: addDays(DAY, 90) }), law };
}

/** Few items, so that accommodations meet on one. */
const MET: readonly AbilityItem[] = ['LIFT', 'STAND', 'HEAR', 'READ'];
const someLevels = (chance: Chance, sparse: number): Levels =>
  Object.fromEntries(MET.filter(() => chance(sparse) === 0).map((item) => [item, chance(5)]));

/** A post that nothing but H-DEMAND decides: accommodations of every state that lower, and ask for, the same few items. */
export function helpedPost(chance: Chance, id: string): IndexedPost {
  const accommodations = Array.from({ length: chance(6) }, (_, index) => ({
    kind: `便利${index}`,
    lowers: someLevels(chance, 2),
    requires: someLevels(chance, 4),
    payer: 'EMPLOYER' as const,
    state: ACCOMMODATION_STATES[chance(4)],
    costFen: 0,
  }));
  const demands = chance(20) === 0 ? null : Object.fromEntries(MET.map((item) => [item, chance(5)]));
  return { post: post({ id, demands, accommodations }), law: LAW };
}

/** Somebody of whom some of these few items are not assessed. */
export const helpedPerson = (chance: Chance, id: string): MatchPerson => {
  const levels = Object.fromEntries(MET.filter(() => chance(5) > 0).map((item) => [item, chance(5)]));
  return person({ id, profile: { levels, assessedOn: EDGES[chance(2)], validUntil: EDGES[1 + chance(2)] } });
};
/** Somebody whom nothing keeps from a post but a licence that may run out in these days. */
export const licensedPerson = (chance: Chance, id: string): MatchPerson => ({
  ...person({ id }),
  licences:
    chance(6) === 0
      ? null
      : {
          all: chance(2) === 0,
          held: LICENCES.filter(() => chance(2) === 0).map((kind) => ({
            kind,
            until: chance(3) === 0 ? null : EDGES[chance(EDGES.length)],
            seen: chance(3) > 0,
          })),
        },
});

/** A post that asks for some licences, or for none. */
export const licensedPost = (chance: Chance, id: string): IndexedPost => ({
  post: post({ id, licences: LICENCES.filter(() => chance(2) === 0), closesOn: addDays(DAY, 90) }),
  law: LAW,
});

/** Ids that say nothing of the order in which they came. */
export const anyId = (chance: Chance): string => `j${String(chance(2 ** 30)).padStart(10, '0')}`;

export const somePosts = (chance: Chance, size: number): IndexedPost[] =>
  Array.from({ length: size }, (_, index) => somePost(chance, `${anyId(chance)}-${index}`));

/** People of a few days, so that many have waited equally long. Some come again under another id: ties. */
export const someone = (chance: Chance, id: string): IndexedPerson => ({
  person: { ...somebody(chance(3) === 0 ? (most) => chance(Math.min(most, 8)) : chance), id },
  registeredOn: EDGES[chance(EDGES.length)],
  divisionCode: ['640324100001', '640324200001', '640302100001'][chance(3)],
  shortlisted: chance(3) > 0,
});

export const somePeople = (chance: Chance, size: number): IndexedPerson[] =>
  Array.from({ length: size }, (_, index) => someone(chance, `${anyId(chance)}-${index}`));
