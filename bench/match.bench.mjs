// Posts for people: the bit rows of libs/rules beside the row loop, and both beside the SQL that a user would write (NOT EXISTS over normalised
// tables, in memory), on the same made-up county in the same run, alternating: node bench/match.bench.mjs [people] [posts]. Reads dist/
// (npm run build first). The lists must be equal or it fails.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const PEOPLE = Number(process.argv[2] ?? 15_000);
const POSTS = Number(process.argv[3] ?? 2_000);
/** People that all answer in one round: whole lists, SQL beside the engines. */
const SAMPLE = 20;
/** People that both engines answer in one round: the first ten. */
const TOP_SAMPLE = 200;
const TOP = 10;
const WARM_UPS = 2;
const ROUNDS = 9;
const DAY = '2026-06-15';
/** Others on the same machine: what the absolute figures have to be read by. */
const LOAD = Number(loadavg()[0].toFixed(1));

await import('reflect-metadata');
const rules = await load('libs/rules/src/index.js');
const { RowLoopEngine, SlabEngine } = rules;
const ITEMS = rules.ABILITY_CODES;

/** mulberry32: the same county in every run. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomOf(640324);
const below = (count) => Math.floor(random() * count);
const chance = (share) => random() < share;
const SKILLS = Array.from({ length: 40 }, (_, index) => `技能${index}`);
const some = (count) => [...new Set(Array.from({ length: count }, () => SKILLS[below(SKILLS.length)]))];
const village = () => `640324${String(100 + below(11)).padStart(3, '0')}${String(200 + below(15))}`;

const people = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `p${String(index).padStart(7, '0')}`,
  active: !chance(0.02),
  birthOn: `${1950 + below(56)}-0${1 + below(9)}-1${below(10)}`,
  workingAgeUntil: `${2020 + below(40)}-01-01`,
  divisionCode: village(),
  certificateExpiresOn: chance(0.03) ? '2024-01-01' : '2034-01-01',
  seeksWork: chance(0.3),
  skills: some(1 + below(4)),
  licences: [],
  education: rules.EDUCATION_ORDER[below(rules.EDUCATION_ORDER.length)],
  wantedWageFen: 100_000 + below(300) * 1_000,
  wantedKinds: [],
  commuteKm: chance(0.3) ? 8 : 40,
  accessNeeds: [],
  profile: {
    levels: Object.fromEntries(ITEMS.map((item) => [item, Math.min(4, 1 + below(4))])),
    assessedOn: '2026-01-01',
    validUntil: null,
  },
}));
const KINDS = ['PUBLIC_WELFARE', 'PROPORTIONAL', 'FLEXIBLE'];
const posts = Array.from({ length: POSTS }, (_, index) => {
  const demands = {};
  for (const item of ITEMS) if (chance(0.35)) demands[item] = 1 + below(3);
  return {
    id: `j${String(index).padStart(7, '0')}`,
    kind: KINDS[below(KINDS.length)],
    open: !chance(0.05),
    publishedOn: `2026-0${1 + below(5)}-01`,
    closesOn: chance(0.1) ? '2026-06-01' : '2026-12-31',
    openings: 1 + below(3),
    workDivisionCode: village(),
    divisionCode: '640324000000',
    remote: chance(0.03),
    wageLowFen: 150_000 + below(300) * 1_000,
    minEducation: chance(0.3) ? rules.EDUCATION_ORDER[1 + below(4)] : null,
    skills: chance(0.4) ? some(1) : [],
    licences: [],
    demands,
    accommodations: [],
    provisions: [],
    limitBasis: null,
  };
});
const law = {
  minimumAge: { years: 16, source: 'bench' },
  ageRelaxed: null,
  ageTable: 'bench',
  targetByStatus: 'bench',
  residentsOnly: 'bench',
};

const indexed = posts.map((post) => ({ post, law }));
const rowLoop = new RowLoopEngine();
rowLoop.load(indexed);
const slab = new SlabEngine();
slab.load(indexed);
const buildStart = performance.now();
slab.load(indexed);
const buildMs = performance.now() - buildStart;
const FITS = new Set(['FITS']);
const whole = (engine) => (person) =>
  engine
    .topPosts(person, DAY, POSTS, FITS)
    .map(({ postId }) => postId)
    .sort();
const top = (engine, answers) => (person) => engine.topPosts(person, DAY, TOP, answers);

const Database = createRequire(import.meta.url)('libsql');
const db = new Database(':memory:');
db.exec(`
  CREATE TABLE person (id TEXT PRIMARY KEY, active INTEGER, birthOn TEXT, workingAgeUntil TEXT, division TEXT, expires TEXT, seeks INTEGER, education INTEGER, commute INTEGER);
  CREATE TABLE person_skill (personId TEXT, skill TEXT, PRIMARY KEY (personId, skill)) WITHOUT ROWID;
  CREATE TABLE person_level (personId TEXT, item TEXT, level INTEGER, PRIMARY KEY (personId, item)) WITHOUT ROWID;
  CREATE TABLE post (id TEXT PRIMARY KEY, kind TEXT, open INTEGER, publishedOn TEXT, closesOn TEXT, openings INTEGER, work TEXT, division TEXT, remote INTEGER, education INTEGER);
  CREATE TABLE post_skill (postId TEXT, skill TEXT, PRIMARY KEY (postId, skill)) WITHOUT ROWID;
  CREATE TABLE post_demand (postId TEXT, item TEXT, level INTEGER, PRIMARY KEY (postId, item)) WITHOUT ROWID;
  CREATE INDEX post_open ON post (open, closesOn);
`);
const insert = (table, count) => db.prepare(`INSERT INTO ${table} VALUES (${Array(count).fill('?').join()})`);
const rank = (education) => (education === null ? null : rules.EDUCATION_ORDER.indexOf(education));
db.exec('BEGIN');
const intoPerson = insert('person', 9);
const intoPersonSkill = insert('person_skill', 2);
const intoLevel = insert('person_level', 3);
for (const one of people) {
  intoPerson.run(
    one.id,
    Number(one.active),
    one.birthOn,
    one.workingAgeUntil,
    one.divisionCode,
    one.certificateExpiresOn,
    Number(one.seeksWork),
    rank(one.education),
    one.commuteKm,
  );
  for (const skill of one.skills) intoPersonSkill.run(one.id, skill);
  for (const item of ITEMS) intoLevel.run(one.id, item, one.profile.levels[item]);
}
const intoPost = insert('post', 10);
const intoPostSkill = insert('post_skill', 2);
const intoDemand = insert('post_demand', 3);
for (const one of posts) {
  intoPost.run(
    one.id,
    one.kind,
    Number(one.open),
    one.publishedOn,
    one.closesOn,
    one.openings,
    one.workDivisionCode,
    one.divisionCode,
    Number(one.remote),
    rank(one.minEducation),
  );
  for (const skill of one.skills) intoPostSkill.run(one.id, skill);
  for (const [item, level] of Object.entries(one.demands)) intoDemand.run(one.id, item, level);
}
db.exec('COMMIT');
const query = db.prepare(`
  SELECT j.id FROM post j JOIN person x ON x.id = ?
   WHERE x.active = 1 AND j.open = 1 AND j.openings > 0 AND j.publishedOn <= ? AND j.closesOn >= ?
     AND (CAST(substr(x.birthOn, 1, 4) AS INTEGER) + 16) || substr(x.birthOn, 5) <= ? AND x.workingAgeUntil >= ?
     AND (j.kind = 'FLEXIBLE' OR x.expires >= ?)
     AND (j.kind <> 'PUBLIC_WELFARE' OR (x.seeks = 1 AND substr(x.division, 1, 6) = substr(j.division, 1, 6)))
     AND (j.remote = 1 OR x.commute >= CASE WHEN x.division = j.work THEN 1 WHEN substr(x.division, 1, 9) = substr(j.work, 1, 9) THEN 8 ELSE 30 END)
     AND (j.education IS NULL OR x.education >= j.education)
     AND NOT EXISTS (SELECT 1 FROM post_skill s WHERE s.postId = j.id AND NOT EXISTS
           (SELECT 1 FROM person_skill h WHERE h.personId = x.id AND h.skill = s.skill))
     AND NOT EXISTS (SELECT 1 FROM post_demand d JOIN person_level l ON l.personId = x.id AND l.item = d.item
           WHERE d.postId = j.id AND d.level > l.level)
   ORDER BY j.id`);
const theirs = ({ id }) => query.all(id, DAY, DAY, DAY, DAY, DAY).map((row) => row.id);

const hashOf = (lists) => createHash('sha256').update(JSON.stringify(lists)).digest('hex');
const timed = (work, some) => {
  const start = performance.now();
  const lists = some.map(work);
  return {
    ms: performance.now() - start,
    hash: hashOf(lists),
    found: lists.reduce((sum, list) => sum + list.length, 0),
  };
};
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Contestants take turns in going first; the first of them is divided by. */
function race(names, size, work) {
  const ratios = Object.fromEntries(names.slice(1).map((name) => [name, []]));
  let found = 0;
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    const start = (round * size) % Math.max(1, people.length - size);
    const some = people.slice(start, start + size);
    const order = names.map((_, index) => names[(index + round) % names.length]);
    const times = Object.fromEntries(order.map((name) => [name, timed(work[name], some)]));
    const hashes = new Set(Object.values(times).map(({ hash }) => hash));
    if (hashes.size !== 1) {
      process.stderr.write(`MATCH_DIFFERS in round ${round}: ${names.join(' and ')} give different lists\n`);
      process.exit(1);
    }
    if (round < WARM_UPS) continue;
    found += times[names[0]].found;
    for (const name of names.slice(1)) ratios[name].push(times[name].ms / times[names[0]].ms);
  }
  const told = Object.entries(ratios).map(([name, list]) => [
    name,
    Object.fromEntries(
      [
        ['median', median(list)],
        ['min', Math.min(...list)],
        ['max', Math.max(...list)],
      ].map(([what, value]) => [what, Number(value.toFixed(1))]),
    ),
  ]);
  return { found, ratios: Object.fromEntries(told) };
}

const ANY = new Set(['FITS', 'FITS_WITH', 'UNKNOWN']);
// Code is compiled by the machine while it runs: everything is run before it is timed.
for (const person of people.slice(0, 2_000)) top(slab, ANY)(person);
const tops = race(['slab', 'rowLoop'], TOP_SAMPLE, { slab: top(slab, FITS), rowLoop: top(rowLoop, FITS) });
const anyTops = race(['slab', 'rowLoop'], TOP_SAMPLE, { slab: top(slab, ANY), rowLoop: top(rowLoop, ANY) });
const wholes = race(['slab', 'rowLoop', 'sql'], SAMPLE, { slab: whole(slab), rowLoop: whole(rowLoop), sql: theirs });

const queryMicros = new Float64Array(people.length);
const allStart = performance.now();
let pairsFound = 0;
for (const [index, person] of people.entries()) {
  const start = performance.now();
  pairsFound += top(slab, FITS)(person).length;
  queryMicros[index] = (performance.now() - start) * 1000;
}
const allMs = performance.now() - allStart;
queryMicros.sort();
const at = (share) => Number(queryMicros[Math.floor(share * (people.length - 1))].toFixed(1));

const result = {
  people: PEOPLE,
  posts: POSTS,
  eligibleShare: Number((wholes.found / (ROUNDS * SAMPLE * POSTS)).toFixed(4)),
  topTen: { rowLoopDividedBySlab: tops.ratios.rowLoop },
  topTenWithUnknown: { rowLoopDividedBySlab: anyTops.ratios.rowLoop },
  wholeLists: { rowLoopDividedBySlab: wholes.ratios.rowLoop, sqlDividedBySlab: wholes.ratios.sql },
  rounds: ROUNDS,
  slabBuildMs: Number(buildMs.toFixed(1)),
  slabTopTenOfAllMs: Number(allMs.toFixed(1)),
  slabQueryMicros: { p50: at(0.5), p99: at(0.99) },
  order: 'taking turns, lists equal by hash',
  threads: 1,
  loadBefore: LOAD,
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
};
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', 'match.json'), `${JSON.stringify(result, null, 2)}\n`);
const told = ({ median: middle, min, max }) => `${middle} (${min}–${max})`;
process.stdout.write(
  `match: ${PEOPLE} people × ${POSTS} posts, ${(100 * result.eligibleShare).toFixed(1)} % of pairs fit, load ${LOAD}
  top ten, row loop ÷ slab: ${told(tops.ratios.rowLoop)}; with UNKNOWN: ${told(anyTops.ratios.rowLoop)}
  whole lists, row loop ÷ slab: ${told(wholes.ratios.rowLoop)}; normalised SQL ÷ slab: ${told(wholes.ratios.sql)}; all lists equal
  slab: built in ${result.slabBuildMs} ms; top ten of everybody, one thread: ${result.slabTopTenOfAllMs} ms, a query p50 ${at(0.5)} µs, p99 ${at(0.99)} µs; ${pairsFound} lines\n`,
);
