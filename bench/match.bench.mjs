// Posts for people: the row loop of libs/matching beside the SQL that a user would write (NOT EXISTS over normalised tables, in memory),
// on the same made-up county in the same run, alternating: node bench/match.bench.mjs [people] [posts]. Reads dist/ (npm run build first).
// The lists must be equal or it fails.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const PEOPLE = Number(process.argv[2] ?? 15_000);
const POSTS = Number(process.argv[3] ?? 2_000);
/** People that both answer in one round. */
const SAMPLE = 20;
const WARM_UPS = 2;
const ROUNDS = 9;
const DAY = '2026-06-15';

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
  ageTable: 'bench',
  targetByStatus: 'bench',
  residentsOnly: 'bench',
};

const engine = new RowLoopEngine();
engine.load(posts.map((post) => ({ post, law })));
const FITS = new Set(['FITS']);
const ours = (person) =>
  engine
    .topPosts(person, DAY, POSTS, FITS)
    .map(({ postId }) => postId)
    .sort();

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

const ratios = [];
let found = 0;
for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
  const start = (round * SAMPLE) % Math.max(1, people.length - SAMPLE);
  const some = people.slice(start, start + SAMPLE);
  const [first, second] = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
  const one = timed(first, some);
  const other = timed(second, some);
  if (one.hash !== other.hash) {
    process.stderr.write(`MATCH_DIFFERS in round ${round}: the row loop and the SQL give different lists\n`);
    process.exit(1);
  }
  if (round < WARM_UPS) continue;
  found += one.found;
  const [mine, peer] = first === ours ? [one, other] : [other, one];
  ratios.push(peer.ms / mine.ms);
}
const allStart = performance.now();
let pairsFound = 0;
for (const person of people) pairsFound += engine.topPosts(person, DAY, 10, FITS).length;
const allSeconds = (performance.now() - allStart) / 1000;

const result = {
  people: PEOPLE,
  posts: POSTS,
  sqlDividedByRowLoop: {
    median: Number(median(ratios).toFixed(1)),
    min: Number(Math.min(...ratios).toFixed(1)),
    max: Number(Math.max(...ratios).toFixed(1)),
  },
  rounds: ROUNDS,
  postsFoundInRounds: found,
  topTenOfAllSeconds: Number(allSeconds.toFixed(2)),
  pairsPerSecond: Math.round((PEOPLE * POSTS) / allSeconds),
  order: 'alternating, lists equal by hash',
  threads: 1,
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
};
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', 'match.json'), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(
  `match: ${PEOPLE} people × ${POSTS} posts\n  normalised SQL ÷ row loop: median ${result.sqlDividedByRowLoop.median} (${result.sqlDividedByRowLoop.min}–${result.sqlDividedByRowLoop.max}) over ${ROUNDS} rounds, lists equal\n  top ten of everybody, one thread: ${result.topTenOfAllSeconds} s (${result.pairsPerSecond} pairs/s); ${pairsFound} lines\n`,
);
