import fc from 'fast-check';
import {
  ABILITY_CODES,
  ACCOMMODATION_KINDS,
  accommodationsOf,
  EDUCATION_ORDER,
  isoDate,
  type Levels,
  type MatchLaw,
  type MatchPerson,
  type MatchPost,
  NO_WELFARE,
  type PersonLicences,
  type WelfareStanding,
} from '../../index.js';

export const DAY = isoDate('2026-06-15');

export const LAW: MatchLaw = {
  minimumAge: { years: 16, source: 'spec' },
  ageTable: 'spec',
  targetByStatus: 'spec act',
  residentsOnly: 'spec act',
  ageRelaxed: null,
  onePost: 'spec act',
  term: { maxMonths: { value: 36, source: 'spec act' }, nearRetirementYears: null, relaxedMonths: null },
};

export const person = (change: Partial<MatchPerson> = {}): MatchPerson => ({
  id: 'person',
  active: true,
  birthOn: isoDate('1990-06-15'),
  workingAgeUntil: isoDate('2050-06-15'),
  divisionCode: '640324100201',
  certificateExpiresOn: isoDate('2030-01-01'),
  seeksWork: true,
  welfare: NO_WELFARE,
  skills: ['缝纫'],
  licences: null,
  education: 'JUNIOR_MIDDLE',
  wantedWageFen: 200_000,
  wantedKinds: [],
  commuteKm: 40,
  accessNeeds: [],
  profile: {
    levels: Object.fromEntries(ABILITY_CODES.map((item) => [item, 3])),
    assessedOn: isoDate('2026-01-01'),
    validUntil: isoDate('2026-12-31'),
  },
  ...change,
});

export const post = (change: Partial<MatchPost> = {}): MatchPost => ({
  id: 'post',
  kind: 'PROPORTIONAL',
  open: true,
  publishedOn: isoDate('2026-06-01'),
  closesOn: isoDate('2026-06-30'),
  openings: 1,
  workDivisionCode: '640324100202',
  divisionCode: '640324000000',
  remote: false,
  wageLowFen: 205_000,
  minEducation: null,
  skills: [],
  licences: [],
  demands: { STAND: 2 },
  accommodations: [],
  provisions: [],
  limitBasis: null,
  ...change,
});

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 4 });
const days = fc
  .integer({ min: 0, max: 800 })
  .map((n) => isoDate(new Date(Date.UTC(2025, 5, 1 + n)).toISOString().slice(0, 10)));
const level = fc.integer({ min: 0, max: 4 });
const levels: fc.Arbitrary<Levels> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ABILITY_CODES), level), { maxLength: 16, selector: ([item]) => item })
  .map((pairs) => Object.fromEntries(pairs));
const SKILLS = ['缝纫', '养殖', '电脑'];
/** Kinds of licences that posts ask for and people hold. */
export const LICENCES = ['驾驶证', '电工证'];
const NEEDS = ['无障碍卫生间', '导盲犬'];
const DIVISIONS = [
  '640324100201',
  '640324100202',
  '640324100000',
  '640324101000',
  '640324000000',
  '640300000000',
  '640000000000',
  '640302001001',
  '360734100201',
];

/** Spans long enough to use a short term up; a month that was broken off; one that still runs. */
const anyWelfare: fc.Arbitrary<WelfareStanding> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(NO_WELFARE) },
  {
    weight: 1,
    arbitrary: fc.record({
      bars: fc.array(fc.record({ from: days, until: days, source: fc.constant('notice') }), { maxLength: 2 }),
      served: fc.array(fc.record({ from: days, to: orNull(days) }), { maxLength: 3 }),
    }),
  },
);

const anyLicences: fc.Arbitrary<PersonLicences> = fc.record({
  all: fc.boolean(),
  held: fc.array(fc.record({ kind: fc.constantFrom(...LICENCES), until: orNull(days), seen: fc.boolean() }), {
    maxLength: 3,
  }),
});

export const anyPerson: fc.Arbitrary<MatchPerson> = fc.record({
  id: fc.constant('person'),
  active: fc.boolean(),
  birthOn: fc.constantFrom(isoDate('1965-01-01'), isoDate('1990-06-15'), isoDate('2010-06-15'), isoDate('2010-06-16')),
  workingAgeUntil: orNull(days),
  divisionCode: fc.constantFrom(...DIVISIONS),
  certificateExpiresOn: orNull(days),
  seeksWork: orNull(fc.boolean()),
  welfare: anyWelfare,
  skills: orNull(fc.subarray(SKILLS)),
  licences: orNull(anyLicences),
  education: orNull(fc.constantFrom(...EDUCATION_ORDER, 'SOMETHING')),
  wantedWageFen: orNull(fc.integer({ min: 0, max: 500_000 })),
  wantedKinds: fc.subarray(['PROPORTIONAL', 'PUBLIC_WELFARE']),
  commuteKm: orNull(fc.integer({ min: 0, max: 120 })),
  accessNeeds: fc.subarray(NEEDS),
  profile: orNull(fc.record({ levels, assessedOn: days, validUntil: orNull(days) })),
});

export const anyPost: fc.Arbitrary<MatchPost> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('PROPORTIONAL', 'PUBLIC_WELFARE', 'FLEXIBLE'),
    open: fc.boolean(),
    publishedOn: days,
    closesOn: days,
    openings: fc.integer({ min: 0, max: 3 }),
    workDivisionCode: fc.constantFrom(...DIVISIONS),
    divisionCode: fc.constantFrom('640324000000', '360734000000'),
    remote: fc.boolean(),
    wageLowFen: fc.integer({ min: 0, max: 500_000 }),
    minEducation: orNull(fc.constantFrom(...EDUCATION_ORDER, 'SOMETHING')),
    skills: fc.subarray(SKILLS),
    licences: fc.subarray(LICENCES),
    demands: orNull(levels),
    provisions: fc.subarray(
      [...NEEDS, ...Object.keys(ACCOMMODATION_KINDS).flatMap((kind) => [kind, `可提供${kind}`])],
      {
        maxLength: 6,
      },
    ),
    limitBasis: orNull(fc.constant('某条例第1条')),
  })
  .map((facts) => ({ ...facts, accommodations: accommodationsOf(facts.provisions) }));

const limitOf = (max: number) => fc.record({ value: fc.integer({ min: 1, max }), source: fc.constant('act') });

export const anyLaw: fc.Arbitrary<MatchLaw> = fc.record({
  minimumAge: fc.option(fc.constant(LAW.minimumAge), { nil: null, freq: 9 }),
  ageTable: fc.option(fc.constant(LAW.ageTable), { nil: null, freq: 9 }),
  targetByStatus: orNull(fc.constant('act')),
  residentsOnly: orNull(fc.constant('act')),
  onePost: orNull(fc.constant('act')),
  term: fc.record({
    maxMonths: orNull(limitOf(18)),
    nearRetirementYears: fc.option(limitOf(5), { nil: null, freq: 1 }),
    relaxedMonths: fc.option(limitOf(6), { nil: null, freq: 1 }),
  }),
  ageRelaxed: orNull(fc.record({ years: fc.integer({ min: 1, max: 20 }), source: fc.constant('decision') })),
});

/** Many pairs on which nothing is certain to fail, so that properties meet every answer. */
export const anyPair = fc.tuple(
  fc.oneof(
    anyPerson,
    anyPerson.map((one) => person({ profile: one.profile, skills: one.skills, accessNeeds: one.accessNeeds })),
    fc.constant(person()),
  ),
  fc.oneof(
    anyPost,
    anyPost.map((one) =>
      post({ demands: one.demands, accommodations: one.accommodations, provisions: one.provisions }),
    ),
    // One demand just above what most people have: what an accommodation is for.
    fc
      .tuple(fc.constantFrom(...ABILITY_CODES), anyPost)
      .map(([item, one]) =>
        post({ demands: { [item]: 4 }, accommodations: one.accommodations, provisions: one.provisions }),
      ),
  ),
  fc.oneof(fc.constant(LAW), anyLaw),
);
