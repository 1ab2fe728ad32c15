// The page of matched posts end to end, through GraphQL over HTTP, beside a bare Apollo server whose resolver is hand-written SQL over the
// same county: node bench/matching/page.mjs [full]. The bare server has no sign-in, no rights, no consent, no audit; its sentences are made
// by the same rules. Answers must be equal. One JSON line on stdout.
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { rules } from '../lib/market.mjs';
import { load } from '../lib/people.mjs';
import { hashOf, spread } from '../lib/race.mjs';

const full = process.argv[2] === 'full';
const WARM_UPS = 2;
const ROUNDS = 9;
const ASKED = full ? 400 : 96;
const EXPLAINED = full ? 1_000 : 200;
const CHANGES = full ? 400 : 100;
const PAGE = 100;
const loadBefore = Number(loadavg()[0].toFixed(1));

const [
  access,
  database,
  platform,
  employers,
  matching,
  { createApi },
  { entities },
  { RATES },
  { seedDemo },
  { TONGXIN },
] = await Promise.all(
  [
    'libs/access/src/index.js',
    'libs/database/src/index.js',
    'libs/platform/src/index.js',
    'libs/employers/src/index.js',
    'libs/matching/src/index.js',
    'apps/api/src/create-api.js',
    'apps/api/src/entities.js',
    'apps/api/src/limits/rates.js',
    'apps/standalone/src/demo/seed.js',
    'apps/standalone/src/demo/county.js',
  ].map(load),
);
const { folder, remove } = scratchFolder('bench-matching');
const config = platform.loadConfig({ TONGXING_DATA_DIR: folder, NODE_ENV: 'test', TONGXING_LOG_LEVEL: 'silent' });
const dataSource = await database.dataSourceFactory(config.database, entities);
await database.migrate(dataSource);
await dataSource.destroy();
const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 1e9 }]));
const app = await createApi(config, { runJobs: false, rates });
await app.listen(0, '127.0.0.1');
await seedDemo(app, { counties: [TONGXIN] });
const client = { viaPortal: false, address: '198.51.100.1', agent: '' };
const token = await app
  .get(access.SessionService)
  .signIn({ login: 'counsellor', password: access.DEMO_PASSWORD }, client);

const book = await app.get(matching.MatchIndex).upToDate();
const { day } = book.asOf;
const posts = [...book.engine.rows()];
const persons = [];
for (let afterId = ''; ; ) {
  const some = await app.get(matching.MatchPeople).facts({ afterId, limit: 500 });
  for (const facts of some) persons.push(matching.personOf(facts, book.laws.of(facts.divisionCode).law, day));
  if (some.length < 500) break;
  afterId = some.at(-1).id;
}

/** The bare server's tables, as somebody would lay them out who only wants this page. */
const db = new (createRequire(import.meta.url)('libsql'))(join(folder, 'bare.db'));
db.exec(`
  CREATE TABLE person (id TEXT PRIMARY KEY, facts TEXT, active INTEGER, adult INTEGER, workingAgeUntil TEXT, home TEXT, expires TEXT, seeks INTEGER, education INTEGER, commute INTEGER, wanted INTEGER);
  CREATE TABLE person_skill (personId TEXT, skill TEXT, PRIMARY KEY (personId, skill)) WITHOUT ROWID;
  CREATE TABLE person_kind (personId TEXT, kind TEXT, PRIMARY KEY (personId, kind)) WITHOUT ROWID;
  CREATE TABLE person_need (personId TEXT, need TEXT, PRIMARY KEY (personId, need)) WITHOUT ROWID;
  CREATE TABLE person_level (personId TEXT, item TEXT, level INTEGER, PRIMARY KEY (personId, item)) WITHOUT ROWID;
  CREATE TABLE post (id TEXT PRIMARY KEY, facts TEXT, shown TEXT, kind TEXT, open INTEGER, publishedOn TEXT, closesOn TEXT, openings INTEGER, work TEXT, county TEXT, remote INTEGER, education INTEGER, low INTEGER, fresh INTEGER);
  CREATE TABLE post_skill (postId TEXT, skill TEXT, PRIMARY KEY (postId, skill)) WITHOUT ROWID;
  CREATE TABLE post_provision (postId TEXT, provision TEXT, PRIMARY KEY (postId, provision)) WITHOUT ROWID;
  CREATE TABLE post_demand (postId TEXT, item TEXT, level INTEGER, PRIMARY KEY (postId, item)) WITHOUT ROWID;
  CREATE TABLE post_lowers (postId TEXT, kind TEXT, item TEXT, level INTEGER, PRIMARY KEY (postId, item, kind)) WITHOUT ROWID;
  CREATE TABLE post_requires (postId TEXT, kind TEXT, item TEXT, level INTEGER, PRIMARY KEY (postId, kind, item)) WITHOUT ROWID;
  CREATE TABLE way (home TEXT, work TEXT, km INTEGER, part INTEGER, PRIMARY KEY (home, work)) WITHOUT ROWID;
  CREATE INDEX post_open ON post (open, closesOn);
  BEGIN`);
const rank = (education) => (education === null ? null : rules.EDUCATION_ORDER.indexOf(education));
const insert = (table, count) => db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${Array(count).fill('?').join()})`);
const into = Object.fromEntries(
  Object.entries({
    person: 11,
    person_skill: 2,
    person_kind: 2,
    person_need: 2,
    person_level: 3,
    post: 14,
    post_skill: 2,
    post_provision: 2,
    post_demand: 3,
    post_lowers: 4,
    post_requires: 4,
    way: 4,
  }).map(([table, count]) => [table, insert(table, count)]),
);
for (const one of persons) {
  const { law } = posts[0];
  const adult = law.minimumAge !== null && rules.ageOn(one.birthOn, day) >= law.minimumAge.years;
  into.person.run(
    one.id,
    JSON.stringify(one),
    Number(one.active),
    Number(adult),
    one.workingAgeUntil,
    one.divisionCode,
    one.certificateExpiresOn,
    // Who holds a public-welfare post, or is off their list, stands for none: the bare server keeps no past.
    rules.barOn(one.welfare, day) || rules.spanHeld(one.welfare, day)
      ? 0
      : one.seeksWork === null
        ? null
        : Number(one.seeksWork),
    rank(one.education),
    one.commuteKm,
    one.wantedWageFen,
  );
  for (const skill of one.skills ?? []) into.person_skill.run(one.id, skill);
  for (const kind of one.wantedKinds) into.person_kind.run(one.id, kind);
  for (const need of one.accessNeeds) into.person_need.run(one.id, need);
  const levels = rules.profileValid(one, day) ? one.profile.levels : {};
  for (const [item, level] of Object.entries(levels)) into.person_level.run(one.id, item, level);
}
const shownById = new Map();
for (let from = 0; from < posts.length; from += PAGE)
  for (const node of await app
    .get(employers.PostService)
    .publicByIds(posts.slice(from, from + PAGE).map(({ post }) => post.id)))
    shownById.set(node.id, node);
const homes = [...new Set(persons.map(({ divisionCode }) => divisionCode))];
for (const { post, law } of posts) {
  // What can be nothing better than UNKNOWN is not in the list.
  if (post.limitBasis !== null || post.demands === null || post.licences.length > 0) continue;
  if (post.kind === 'PUBLIC_WELFARE' && law.targetByStatus === null) continue;
  into.post.run(
    post.id,
    JSON.stringify(post),
    JSON.stringify(shownById.get(post.id) ?? null),
    post.kind,
    Number(post.open),
    post.publishedOn,
    post.closesOn,
    post.openings,
    post.remote ? '' : post.workDivisionCode,
    post.divisionCode.slice(0, 6),
    Number(post.remote),
    rank(post.minEducation),
    post.wageLowFen,
    rules.freshPart(post, day),
  );
  for (const skill of post.skills) into.post_skill.run(post.id, skill);
  for (const provision of post.provisions) into.post_provision.run(post.id, rules.provisionName(provision));
  for (const [item, level] of Object.entries(post.demands)) into.post_demand.run(post.id, item, level);
  for (const { kind, state, lowers, requires } of post.accommodations) {
    if (state !== 'IN_PLACE') continue;
    for (const [item, level] of Object.entries(lowers)) into.post_lowers.run(post.id, kind, item, level);
    for (const [item, level] of Object.entries(requires)) into.post_requires.run(post.id, kind, item, level);
  }
  for (const home of homes) {
    const band = rules.travelBand({ divisionCode: home }, post);
    into.way.run(home, post.remote ? '' : post.workDivisionCode, rules.BAND_KM[band], rules.TRAVEL_PART[band]);
  }
}
db.exec('COMMIT; ANALYZE');
const level = (item) =>
  `coalesce((SELECT l.level FROM person_level l WHERE l.personId = x.id AND l.item = ${item}), 0)`;
const list = db.prepare(`
  SELECT j.facts, j.shown, count(*) OVER () AS total,
      CASE WHEN EXISTS (SELECT 1 FROM post_skill s WHERE s.postId = j.id) THEN 350 ELSE 175 END + w.part + j.fresh + 50
      + CASE WHEN coalesce(x.wanted, 0) = 0 THEN 75 ELSE min(150, 150 * j.low / x.wanted) END
      + CASE WHEN NOT EXISTS (SELECT 1 FROM person_kind k WHERE k.personId = x.id) THEN 50
             WHEN EXISTS (SELECT 1 FROM person_kind k WHERE k.personId = x.id AND k.kind = j.kind) THEN 100 ELSE 0 END AS score
    FROM person x JOIN post j JOIN way w ON w.home = x.home AND w.work = j.work
   WHERE x.id = ? AND x.active = 1 AND j.open = 1 AND j.openings > 0 AND j.publishedOn <= ? AND j.closesOn >= ?
     AND x.adult = 1 AND x.workingAgeUntil >= ?
     AND (j.kind IN ('FLEXIBLE', 'INTERNSHIP') OR x.expires >= ?)
     AND (j.kind <> 'PUBLIC_WELFARE' OR (x.seeks = 1 AND substr(x.home, 1, 6) = j.county))
     AND (x.commute IS NULL OR x.commute >= w.km) AND (j.education IS NULL OR x.education >= j.education)
     AND (j.remote = 1 OR NOT EXISTS (SELECT 1 FROM person_need n WHERE n.personId = x.id AND NOT EXISTS
           (SELECT 1 FROM post_provision p WHERE p.postId = j.id AND p.provision = n.need)))
     AND NOT EXISTS (SELECT 1 FROM post_skill s WHERE s.postId = j.id AND NOT EXISTS
           (SELECT 1 FROM person_skill h WHERE h.personId = x.id AND h.skill = s.skill))
     AND NOT EXISTS (SELECT 1 FROM post_demand d WHERE d.postId = j.id AND d.level > ${level('d.item')} AND NOT EXISTS
           (SELECT 1 FROM post_lowers a WHERE a.postId = j.id AND a.item = d.item AND a.level <= ${level('d.item')} AND NOT EXISTS
             (SELECT 1 FROM post_requires r WHERE r.postId = j.id AND r.kind = a.kind AND r.level > ${level('r.item')})))
   ORDER BY score DESC, j.id LIMIT ?`);
const person = db.prepare('SELECT facts FROM person WHERE id = ?');
const { law } = posts[0];
const bare = new ApolloServer({
  typeDefs: `
    type Wage { low: String high: String }
    type Post { id: ID! title: String! employerName: String! divisionName: String! closesOn: String! monthlyWageYuan: Wage! }
    type Matched { answer: String! score: Int! reasons: [String!]! cautions: [String!]! post: Post! }
    type Edge { node: Matched! }
    type Page { totalCount: Int! edges: [Edge!]! }
    input Filter { personId: ID! answers: [String!] }
    type Query { matchedPosts(first: Int!, filter: Filter!): Page! }`,
  resolvers: {
    Query: {
      matchedPosts: (_, { first, filter }) => {
        const facts = JSON.parse(person.get(filter.personId).facts);
        const rows = list.all(filter.personId, day, day, day, day, first);
        const edges = rows.map((row) => {
          const { answer, score, reasons, cautions } = rules.explainMatch(facts, JSON.parse(row.facts), day, law);
          return { node: { answer, score, reasons, cautions, post: JSON.parse(row.shown) } };
        });
        return { totalCount: rows[0]?.total ?? 0, edges };
      },
    },
  },
});
const { url } = await startStandaloneServer(bare, { listen: { port: 0, host: '127.0.0.1' } });
const WAYS = {
  ours: { port: app.getHttpServer().address().port, path: '/graphql', authorization: `Bearer ${token}` },
  bare: { port: Number(new URL(url).port), path: '/', authorization: '' },
};

const QUERY = `query page($personId: ID!) { matchedPosts(first: 10, filter: { personId: $personId, answers: ["FITS"] }) { totalCount edges { node {
  answer score reasons cautions post { id title employerName divisionName closesOn monthlyWageYuan { low high } } } } } }`;
const agents = new Map();
const ask = ({ port, path, authorization }, body, clients = 1) =>
  new Promise((resolve, reject) => {
    const key = `${port} ${clients}`;
    if (!agents.has(key)) agents.set(key, new Agent({ keepAlive: true, maxSockets: clients }));
    const text = JSON.stringify(body);
    const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(
      { host: '127.0.0.1', port, path, method: 'POST', headers, agent: agents.get(key) },
      (answer) => {
        const pieces = [];
        answer.on('data', (piece) => pieces.push(piece));
        answer.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
      },
    );
    sent.once('error', reject);
    sent.end(text);
  });
const at = (values, share) =>
  Number(values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))].toFixed(2));

/** Each client asks for the next page as soon as it has one. @returns what came, the ms of each, the ms of all */
async function crowd(way, bodies, clients) {
  const [answers, times] = [[], []];
  let next = 0;
  const start = performance.now();
  const one = async () => {
    for (let turn = next++; turn < bodies.length; turn = next++) {
      const asked = performance.now();
      answers[turn] = await ask(way, bodies[turn], clients);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return { answers, times, ms: performance.now() - start };
}

const result = { people: persons.length, posts: posts.length, loadBefore, clients: [] };
try {
  const fitted = persons.filter(({ id }) => Number(person.get(id) !== undefined)).filter((_, index) => index % 7 === 0);
  const step = Math.max(1, Math.floor(fitted.length / ASKED));
  const bodies = fitted
    .filter((_, index) => index % step === 0)
    .slice(0, ASKED)
    .map(({ id }) => ({ query: QUERY, variables: { personId: id } }));
  let total = 0;
  for (const clients of [1, 16]) {
    const [ratios, ours, theirs, empty] = [[], [], [], []];
    for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
      const done = {};
      for (const way of round % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'])
        done[way] = await crowd(WAYS[way], bodies, clients);
      if (hashOf(done.ours.answers) !== hashOf(done.bare.answers)) {
        const wrong = done.ours.answers.findIndex((answer, turn) => answer !== done.bare.answers[turn]);
        process.stderr.write(
          `MATCH_DIFFERS: the bare server gives another page\n${done.ours.answers[wrong].slice(0, 600)}\n${done.bare.answers[wrong].slice(0, 600)}\n`,
        );
        process.exit(1);
      }
      const nothing = await crowd(
        WAYS.ours,
        bodies.map(() => ({ query: '{ viewer { __typename } }' })),
        clients,
      );
      if (round < 0) continue;
      total = done.ours.answers.reduce((sum, answer) => sum + JSON.parse(answer).data.matchedPosts.totalCount, 0);
      ratios.push(done.bare.ms / done.ours.ms);
      ours.push(...done.ours.times);
      theirs.push(...done.bare.times);
      empty.push(...nothing.times);
    }
    result.clients.push({
      clients,
      ratio: spread(ratios),
      oursMs: { p50: at(ours, 0.5), p99: at(ours, 0.99) },
      bareMs: { p50: at(theirs, 0.5), p99: at(theirs, 0.99) },
      emptyMs: { p50: at(empty, 0.5), p99: at(empty, 0.99) },
      pages: bodies.length,
      rounds: ROUNDS,
    });
  }
  result.fitting = Number((total / bodies.length).toFixed(1));

  const explained = [];
  for (let turn = -20; turn < EXPLAINED; turn += 1) {
    const { id } = persons[(turn + 20) % persons.length];
    const { post } = posts[((turn + 20) * 7) % posts.length];
    const start = performance.now();
    const answer = await ask(WAYS.ours, {
      query: `{ matchExplanation(postId: "${post.id}", personId: "${id}") { answer score reasons cautions why { rule message } whyNot { rule message needed has basis } changes { moves effort newAnswer } } }`,
    });
    if (turn >= 0) explained.push(performance.now() - start);
    if (!answer.includes('"answer"')) throw new Error(answer);
  }
  result.explanation = { p50: at(explained, 0.5), p99: at(explained, 0.99), asked: EXPLAINED };

  // One post changes; the page asked for right after the commit must know of it.
  const unitOfWork = app.get(database.UnitOfWork);
  const fresh = [];
  const asOf = {
    query: '{ matchedPosts(first: 10, filter: { personId: "ID" }) { asOf { seq } edges { node { score } } } }'.replace(
      'ID',
      fitted[0].id,
    ),
  };
  for (let turn = 0; turn < CHANGES; turn += 1) {
    const { id } = posts[turn % posts.length].post;
    const before = JSON.parse(await ask(WAYS.ours, asOf)).data.matchedPosts.asOf.seq;
    await unitOfWork.run(async () => {
      const row = await unitOfWork.manager.findOneByOrFail(employers.Post, { id });
      await database.guardedUpdate(
        unitOfWork.manager,
        employers.Post,
        { id, version: row.version },
        { openings: row.openings + 1 },
      );
      unitOfWork.changed('post', id);
    });
    const start = performance.now();
    const after = JSON.parse(await ask(WAYS.ours, asOf)).data.matchedPosts.asOf.seq;
    fresh.push(performance.now() - start);
    if (after <= before) throw new Error(`STALE: change ${after} after ${before}`);
  }
  result.fresh = { p50: at(fresh, 0.5), p99: at(fresh, 0.99), changes: CHANGES };
} finally {
  for (const agent of agents.values()) agent.destroy();
  await bare.stop();
  db.close();
  await app.close();
  remove();
}
Object.assign(result, {
  loadAfter: Number(loadavg()[0].toFixed(1)),
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
});
process.stdout.write(`${JSON.stringify(result)}\n`);
