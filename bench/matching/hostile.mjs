// What the made-up market spares everybody: dates on the day and beside it, places only named by their town or county, laws with empty slots,
// accommodations of every state that meet on one item, facts that nobody knows. The same in every run.
import { chances, DAY, KINDS, LAW, rules } from '../lib/market.mjs';

const DAYS = ['2026-06-14', DAY, '2026-06-16'];
/** The day on which somebody is as old as work asks for, and the days beside it. */
const BIRTHS = ['2010-06-14', '2010-06-15', '2010-06-16', '1990-02-28', '2000-02-29'];
const UNTILS = [...DAYS, '2023-06-14', '2023-06-15', '2024-02-29', '2050-01-01', null];
const DIVISIONS =
  '640121100201 640121100202 640121100000 640121101000 640121000000 640100000000 640000000000 640221100201'.split(' ');
const [SKILLS, LICENCES, NEEDS] = [
  ['缝纫', '电脑'],
  ['驾驶证', '电工证'],
  ['无障碍卫生间', '导盲犬'],
];
const STATES = ['IN_PLACE', 'OFFERED', 'FUNDED', 'POSSIBLE'];
/** Few items, so that accommodations meet. */
const MET = ['LIFT', 'HEAR', 'READ'];
const SEED = 324_640;
const pad = (value) => String(value).padStart(7, '0');

function dice(seed, index) {
  const random = chances(seed, index);
  const below = (count) => Math.floor(random() * count);
  const of = (all) => all[below(all.length)];
  const some = (all, one = 2) => all.filter(() => below(one) === 0);
  return { below, of, some, rarely: (value, usual, one = 6) => (below(one) === 0 ? value() : usual) };
}

function lawAt(index) {
  const { of } = dice(SEED, index);
  const months = (...values) => of([null, null, ...values.map((value) => ({ value, source: 'bench' }))]);
  return {
    minimumAge: of([null, LAW.minimumAge, LAW.minimumAge]),
    ageTable: of([null, 'bench', 'bench']),
    targetByStatus: of([null, 'bench']),
    residentsOnly: of([null, 'bench']),
    onePost: of([null, 'bench']),
    ageRelaxed: of([null, { years: 3, source: 'bench' }]),
    term: { maxMonths: months(6, 12), nearRetirementYears: months(5), relaxedMonths: months(1) },
  };
}
const LAWS = [LAW, ...Array.from({ length: 11 }, (_, index) => lawAt(index))];
const levels = ({ below, some }, one) => Object.fromEntries(some(MET, one).map((item) => [item, below(5)]));

function postAt(index) {
  const chance = dice(SEED + 1, index);
  const { below, of, some, rarely } = chance;
  const accommodations = Array.from({ length: below(5) }, (_, at) => ({
    kind: `便利${at}`,
    lowers: levels(chance, 2),
    requires: levels(chance, 4),
    payer: 'EMPLOYER',
    state: of(STATES),
    costFen: 0,
  }));
  const post = {
    id: `j${pad(index)}`,
    kind: of([...KINDS, 'AUXILIARY']),
    open: below(20) > 0,
    publishedOn: rarely(() => of(DAYS), '2026-05-01'),
    closesOn: rarely(() => of(DAYS), '2026-12-31'),
    openings: rarely(() => 0, 1, 20),
    workDivisionCode: of(DIVISIONS),
    divisionCode: rarely(() => '640221000000', '640121000000'),
    remote: below(10) === 0,
    wageLowFen: 150_000 + below(300) * 1_000,
    minEducation: rarely(() => of([...rules.EDUCATION_ORDER, '别的']), null, 3),
    skills: some(SKILLS, 5),
    licences: some(LICENCES, 6),
    demands: rarely(() => null, levels(chance, 2), 12),
    accommodations,
    provisions: some([...NEEDS, ...NEEDS.map((need) => `可提供${need}`)], 3),
    limitBasis: rarely(() => 'bench', null, 12),
  };
  return { post, law: of(LAWS) };
}

function personAt(index) {
  const chance = dice(SEED + 2, index);
  const { below, of, some, rarely } = chance;
  const spans = [
    // Six months, a day less, a day more; and over the ends of short months.
    { from: '2025-01-15', to: of(['2025-07-13', '2025-07-14', '2025-07-15']) },
    { from: '2025-08-31', to: of(['2025-11-29', '2026-02-27', '2026-02-28']) },
    { from: of(DAYS), to: of([null, ...DAYS]) },
  ];
  return {
    id: `p${pad(index)}`,
    active: below(20) > 0,
    birthOn: of(BIRTHS),
    workingAgeUntil: rarely(() => of(UNTILS), '2050-06-14', 2),
    divisionCode: of(DIVISIONS),
    certificateExpiresOn: rarely(() => of([null, ...DAYS]), '2034-01-01', 3),
    seeksWork: of([true, true, true, false, null]),
    welfare: {
      bars: below(8) > 0 ? [] : [{ from: of(DAYS), until: of(DAYS), source: 'bench' }],
      served: below(3) > 0 ? [] : some(spans),
    },
    skills: rarely(() => null, some(SKILLS)),
    licences: rarely(() => null, {
      all: below(2) === 0,
      // One kind may stand there twice: run out, and made anew.
      held: [...some(LICENCES), ...some(LICENCES, 4)].map((kind) => ({
        kind,
        until: of([null, ...DAYS]),
        seen: below(3) > 0,
      })),
    }),
    education: rarely(() => of([null, '别的']), of(rules.EDUCATION_ORDER)),
    wantedWageFen: rarely(() => of([null, 0]), 250_000),
    wantedKinds: some(KINDS),
    commuteKm: of([null, 0, 1, 7, 8, 30, 100, 400]),
    accessNeeds: some(NEEDS, 5),
    profile: rarely(
      () => null,
      {
        levels: Object.fromEntries(MET.filter(() => below(5) > 0).map((item) => [item, below(5)])),
        assessedOn: rarely(() => of(DAYS), '2026-01-01'),
        validUntil: rarely(() => of(DAYS), null),
      },
      12,
    ),
  };
}

/** @param scale of `SCALES` */
export const hostileMarket = ({ posts }) => ({
  posts: () => Array.from({ length: posts }, (_, index) => postAt(index)),
  peopleFrom: (from, count) => Array.from({ length: count }, (_, at) => personAt(from + at)),
});
