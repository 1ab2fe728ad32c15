// Everybody who makes the same list: the ten best posts of a person whose answer is one of `answers` (FITS, or FITS_WITH too), best score first,
// older id first. Each is made once from the same people and posts; `listsOf(people)` gives one list a person, `lines` makes text of them.
import { createRequire } from 'node:module';
import { COMMUTES_KM, DAY, FITS, ITEMS, MAX_MONTHS, rules, SKILLS, TOP } from '../lib/market.mjs';

const { compareRanked, EDUCATION_ORDER, judge, RowLoopEngine, SlabEngine } = rules;
const ENGINE_LINES = (lists) => lists.map((list) => list.map(({ postId, score }) => `${postId} ${score}`).join());
const rank = (education) => (education === null ? null : EDUCATION_ORDER.indexOf(education));
const dayNumber = (day) => Number(day.replaceAll('-', ''));
const TODAY = dayNumber(DAY);
/** Digits of a division that a travel band shares, nearest first: the village, the township, the county, the prefecture, none. */
const REACH_DIGITS = [12, 9, 6, 4, 0];
const reachOf = (commuteKm) => REACH_DIGITS[COMMUTES_KM.indexOf(commuteKm)];
const flag = (value) => (value === null ? null : Number(value));

export const slab = (posts, answers = FITS) => {
  const engine = new SlabEngine();
  engine.load(posts);
  return engineOf('slab', engine, answers);
};
export const rowLoop = (posts, answers = FITS) => {
  const engine = new RowLoopEngine();
  engine.load(posts);
  return engineOf('row loop', engine, answers);
};
const engineOf = (name, engine, answers) => ({
  name,
  engine,
  listsOf: (people) => people.map((person) => engine.topPosts(person, DAY, TOP, answers)),
  lines: ENGINE_LINES,
});

/** The row loop over the places in a person's reach. */
export function placeLoop(posts, answers = FITS) {
  const cells = cellsOf(posts.map(({ post }) => post));
  const remote = posts.filter(({ post }) => post.remote);
  return {
    name: 'place loop',
    listsOf: (people) =>
      people.map((person) => {
        const found = [];
        const near = cells.get(cellKey(reachOf(person.commuteKm), person.divisionCode)) ?? [];
        for (const some of [near.map((at) => posts[at]), remote])
          for (const { post, law } of some) {
            const { answer, score, unknown } = judge(person, post, DAY, law);
            if (answers.has(answer)) found.push({ postId: post.id, answer, score, unknown });
          }
        return found.sort(compareRanked).slice(0, TOP);
      }),
    lines: ENGINE_LINES,
  };
}

const cellKey = (digits, code) => `${digits} ${code.slice(0, digits)}`;
/** Places of the posts that are not done at home, by how many digits of their division are shared. */
function cellsOf(posts) {
  const cells = new Map();
  for (const [at, post] of posts.entries())
    for (const digits of post.remote ? [] : REACH_DIGITS) {
      const key = cellKey(digits, post.workDivisionCode);
      if (cells.has(key)) cells.get(key).push(at);
      else cells.set(key, [at]);
    }
  return cells;
}

/** Eight items of four bits each: `(have | GUARD) - asked` keeps every guard bit where nothing asked is more than is had. */
const nibbles = (levels, from) =>
  ITEMS.slice(from, from + 8).reduce((sum, item, at) => sum + (levels[item] ?? 0) * 2 ** (4 * at), 0);
const GUARD = 0x88888888;
/**
 * What a post may ask for, one for every subset of its accommodations that some person can do with and no smaller one lets in: who reaches one of
 * them fits. One only where there is nothing to choose.
 */
export function waysOf({ demands, accommodations }, answers) {
  const counted = accommodations.filter(
    ({ state }) => state === 'IN_PLACE' || (answers.has('FITS_WITH') && state !== 'POSSIBLE'),
  );
  const ways = Array.from({ length: 2 ** counted.length }, (_, mask) => {
    const chosen = counted.filter((_one, at) => (mask >> at) & 1);
    const asked = ITEMS.map((item) => {
      const left = Math.min(demands[item] ?? 0, ...chosen.map(({ lowers }) => lowers[item] ?? 4));
      return [item, Math.max(left, ...chosen.map(({ requires }) => requires[item] ?? 0))];
    });
    return Object.fromEntries(asked.filter(([, level]) => level > 0));
  });
  const within = (one, other) => Object.entries(one).every(([item, level]) => level <= (other[item] ?? 0));
  return ways.filter(
    (way, at) =>
      !ways.some((other, place) => place !== at && within(other, way) && (place < at || !within(way, other))),
  );
}
const severalWays = (posts, answers) => posts.some(({ post }) => waysOf(post, answers).length > 1);
const maskOf = (skills) => (skills ?? []).reduce((sum, skill) => sum + 2 ** SKILLS.indexOf(skill), 0);
const skillPart = ({ skills }) => (skills.length === 0 ? rules.NO_SKILL_PART : rules.skillPart(skills, skills));

/** What an expert makes of a person and of a post: integers only, everything that can be worked out before. */
const personColumns = (person) => ({
  ready: Number(
    person.active && dayNumber(person.birthOn) + 160_000 <= TODAY && dayNumber(person.workingAgeUntil) >= TODAY,
  ),
  cert: Number(person.certificateExpiresOn !== null && dayNumber(person.certificateExpiresOn) >= TODAY),
  seeks: Number(person.seeksWork === true),
  free: Number(mayBegin(person.welfare)),
  village: Number(person.divisionCode),
  reach: reachOf(person.commuteKm),
  education: rank(person.education) ?? -1,
  skills: maskOf(person.skills),
  first: nibbles(person.profile.levels, 0) + GUARD,
  second: nibbles(person.profile.levels, 8) + GUARD,
  wanted: person.wantedWageFen,
  wishes: person.wantedKinds.reduce((sum, kind) => sum + 2 ** KIND_NUMBER[kind], 0),
});
/** Whole months since year 0. */
const monthNumber = (day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
/** No bar today, no post held, months left. Spans of this market begin on the first of a month, and end on the last of one. */
const mayBegin = ({ bars, served }) =>
  bars.every(({ from, until }) => TODAY < dayNumber(from) || TODAY > dayNumber(until)) &&
  served.every(({ to }) => to !== null) &&
  served.reduce((months, { from, to }) => months + 1 + monthNumber(to) - monthNumber(from), 0) < MAX_MONTHS;
const KIND_NUMBER = { PUBLIC_WELFARE: 0, PROPORTIONAL: 1, FLEXIBLE: 2 };
/** @param order rank by id: ties go to the older one, and a packed key holds it */
const postColumns = (post, order, demands = post.demands) => ({
  at: order,
  kind: KIND_NUMBER[post.kind],
  village: Number(post.workDivisionCode),
  county: Math.floor(Number(post.divisionCode) / 1e6),
  remote: Number(post.remote),
  education: rank(post.minEducation) ?? -1,
  skills: maskOf(post.skills),
  first: nibbles(demands, 0),
  second: nibbles(demands, 8),
  low: post.wageLowFen,
  known: skillPart(post) + rules.HOURS_PART + rules.freshPart(post, DAY),
});
const openToday = ({ open, openings, publishedOn, closesOn }) =>
  open && openings > 0 && publishedOn <= DAY && DAY <= closesOn;
const byId = (posts) => posts.map(({ post }) => post).sort((one, other) => (one.id < other.id ? -1 : 1));
const POST_COLUMNS = 'at, kind, village, county, remote, education, skills, first, second, low, known'.split(', ');
const PERSON_COLUMNS =
  'ready, cert, seeks, free, village, reach, education, skills, first, second, wanted, wishes'.split(', ');
const ORDER_SPAN = 2 ** 20;

/** The conditions and the key of a pair, `p` and `j`, in both dialects; `div` divides integers. */
const pairSql = (p, div) => ({
  fits: `${p('ready')} = 1 AND (j.kind = 2 OR ${p('cert')} = 1)
    AND (j.kind <> 0 OR (${p('seeks')} = 1 AND ${p('free')} = 1 AND j.county = ${div(p('village'), 1_000_000)}))
    AND ${p('education')} >= j.education AND (j.skills & ~${p('skills')}) = 0
    AND ((${p('first')} - j.first) & ${GUARD}) = ${GUARD} AND ((${p('second')} - j.second) & ${GUARD}) = ${GUARD}`,
  key: `(j.known
    + CASE WHEN j.remote = 1 OR j.village = ${p('village')} THEN 250
           WHEN ${div('j.village', 1_000)} = ${div(p('village'), 1_000)} THEN 190
           WHEN ${div('j.village', 1_000_000)} = ${div(p('village'), 1_000_000)} THEN 110
           WHEN ${div('j.village', 100_000_000)} = ${div(p('village'), 100_000_000)} THEN 40 ELSE 0 END
    + ${least(div(`150 * j.low`, p('wanted')))}
    + CASE WHEN ${p('wishes')} = 0 THEN 50 WHEN (${p('wishes')} >> j.kind) & 1 = 1 THEN 100 ELSE 0 END
    ) * ${ORDER_SPAN} + ${ORDER_SPAN - 1} - j.at`,
});
const least = (value) => `CASE WHEN ${value} < 150 THEN ${value} ELSE 150 END`;
const keyLines = (ids) => (lists) =>
  lists.map((keys) =>
    Array.from(
      keys,
      (key) => `${ids[ORDER_SPAN - 1 - (Number(key) % ORDER_SPAN)]} ${Math.floor(Number(key) / ORDER_SPAN)}`,
    ).join(),
  );

/** SQLite as an expert would: masks, and one covering table sorted by place for every travel band. */
export function expertSqlite(posts, answers = FITS) {
  const Database = createRequire(import.meta.url)('libsql');
  const db = new Database(':memory:');
  const sorted = byId(posts);
  const several = severalWays(posts, answers);
  const marks = (count) => Array(count).fill('?').join();
  db.exec(`CREATE TABLE cell (digits INTEGER, place INTEGER, ${POST_COLUMNS.map((name) => `${name} INTEGER`).join()},
    PRIMARY KEY (digits, place, at${several ? ', first, second' : ''})) WITHOUT ROWID; BEGIN`);
  const into = db.prepare(`INSERT INTO cell VALUES (${marks(2 + POST_COLUMNS.length)})`);
  for (const [order, post] of sorted.entries()) {
    if (!openToday(post)) continue;
    for (const way of waysOf(post, answers)) {
      const columns = postColumns(post, order, way);
      const values = POST_COLUMNS.map((name) => columns[name]);
      // 99: work at home, in everybody's reach.
      for (const digits of post.remote ? [99] : REACH_DIGITS)
        into.run(digits, digits === 99 ? 0 : Number(post.workDivisionCode.slice(0, digits)), ...values);
    }
  }
  db.exec('COMMIT; ANALYZE');
  const p = (name) => `?${1 + PERSON_COLUMNS.indexOf(name)}`;
  const { fits, key } = pairSql(p, (one, other) => `(${one} / ${other})`);
  const home = `?${PERSON_COLUMNS.length + 1}`;
  // Two searches of the index, one for the reach and one for work at home.
  const query = db
    .prepare(
      `SELECT ${key} AS key FROM cell j WHERE j.digits = ${p('reach')} AND j.place = ${home} AND ${fits}
       ${several ? 'UNION' : 'UNION ALL'} SELECT ${key} FROM cell j WHERE j.digits = 99 AND j.place = 0 AND ${fits} ORDER BY 1 DESC LIMIT ${TOP}`,
    )
    .pluck();
  return {
    name: 'expert SQLite',
    version: db.prepare('SELECT sqlite_version() AS version').get().version,
    prepared: (people) =>
      people.map((person) => {
        const columns = personColumns(person);
        return [
          ...PERSON_COLUMNS.map((name) => columns[name]),
          Number(person.divisionCode.slice(0, columns.reach)),
          // As integers: a number would be bound as a real, and divide as one.
        ].map(BigInt);
      }),
    listsOf: (prepared) => prepared.map((values) => query.all(...values)),
    lines: keyLines(sorted.map(({ id }) => id)),
    close: () => db.close(),
  };
}

const reached = (way) => `NOT EXISTS (SELECT 1 FROM post_demand d WHERE d.postId = ${way} AND NOT EXISTS
           (SELECT 1 FROM person_level l WHERE l.personId = x.id AND l.item = d.item AND l.level >= d.level))`;
/** SQL as a user writes it: normalised tables, NOT EXISTS, every rule and part of the score in the query. */
export function normalisedSql(posts, answers = FITS) {
  const Database = createRequire(import.meta.url)('libsql');
  const db = new Database(':memory:');
  db.exec(`
  CREATE TABLE person (id TEXT PRIMARY KEY, active INTEGER, birthOn TEXT, workingAgeUntil TEXT, division TEXT, expires TEXT, seeks INTEGER, education INTEGER, commute INTEGER, wanted INTEGER);
  CREATE TABLE person_skill (personId TEXT, skill TEXT, PRIMARY KEY (personId, skill)) WITHOUT ROWID;
  CREATE TABLE person_bar (personId TEXT, fromOn TEXT, untilOn TEXT);
  CREATE TABLE person_span (personId TEXT, fromOn TEXT, toOn TEXT);
  CREATE INDEX bar_person ON person_bar (personId);
  CREATE INDEX span_person ON person_span (personId);
  CREATE TABLE person_kind (personId TEXT, kind TEXT, PRIMARY KEY (personId, kind)) WITHOUT ROWID;
  CREATE TABLE person_level (personId TEXT, item TEXT, level INTEGER, PRIMARY KEY (personId, item)) WITHOUT ROWID;
  CREATE TABLE post (id TEXT PRIMARY KEY, kind TEXT, open INTEGER, publishedOn TEXT, closesOn TEXT, openings INTEGER, work TEXT, division TEXT, remote INTEGER, education INTEGER, low INTEGER);
  CREATE TABLE post_skill (postId TEXT, skill TEXT, PRIMARY KEY (postId, skill)) WITHOUT ROWID;
  CREATE TABLE post_demand (postId TEXT, item TEXT, level INTEGER, PRIMARY KEY (postId, item)) WITHOUT ROWID;
  CREATE TABLE post_way (postId TEXT, wayId TEXT, PRIMARY KEY (postId, wayId)) WITHOUT ROWID;
  CREATE INDEX post_open ON post (open, closesOn);
  BEGIN`);
  const insert = (table, count) => db.prepare(`INSERT INTO ${table} VALUES (${Array(count).fill('?').join()})`);
  const into = {
    post: insert('post', 11),
    skill: insert('post_skill', 2),
    demand: insert('post_demand', 3),
    way: insert('post_way', 2),
  };
  const several = severalWays(posts, answers);
  for (const { post } of posts) {
    into.post.run(
      post.id,
      post.kind,
      flag(post.open),
      post.publishedOn,
      post.closesOn,
      post.openings,
      post.workDivisionCode,
      post.divisionCode,
      flag(post.remote),
      rank(post.minEducation),
      post.wageLowFen,
    );
    for (const skill of post.skills) into.skill.run(post.id, skill);
    for (const [at, way] of waysOf(post, answers).entries()) {
      const wayId = several ? `${post.id}/${at}` : post.id;
      into.way.run(post.id, wayId);
      for (const [item, level] of Object.entries(way)) into.demand.run(wayId, item, level);
    }
  }
  db.exec('COMMIT');
  const person = {
    row: insert('person', 10),
    skill: insert('person_skill', 2),
    kind: insert('person_kind', 2),
    level: insert('person_level', 3),
    bar: insert('person_bar', 3),
    span: insert('person_span', 3),
  };
  const query = db
    .prepare(`
  SELECT j.id, CASE WHEN EXISTS (SELECT 1 FROM post_skill s WHERE s.postId = j.id) THEN 350 ELSE 175 END
      + CASE WHEN j.remote = 1 OR x.division = j.work THEN 250 WHEN substr(x.division, 1, 9) = substr(j.work, 1, 9) THEN 190
             WHEN substr(x.division, 1, 6) = substr(j.work, 1, 6) THEN 110 WHEN substr(x.division, 1, 4) = substr(j.work, 1, 4) THEN 40 ELSE 0 END
      + min(150, 150 * j.low / x.wanted) + 50
      + CASE WHEN NOT EXISTS (SELECT 1 FROM person_kind k WHERE k.personId = x.id) THEN 50
             WHEN EXISTS (SELECT 1 FROM person_kind k WHERE k.personId = x.id AND k.kind = j.kind) THEN 100 ELSE 0 END
      + 50 * max(0, 60 - CAST(julianday(?) - julianday(j.publishedOn) AS INTEGER)) / 60 AS score
    FROM post j JOIN person x ON x.id = ?
   WHERE x.active = 1 AND j.open = 1 AND j.openings > 0 AND j.publishedOn <= ? AND j.closesOn >= ?
     AND (CAST(substr(x.birthOn, 1, 4) AS INTEGER) + 16) || substr(x.birthOn, 5) <= ? AND x.workingAgeUntil >= ?
     AND (j.kind = 'FLEXIBLE' OR x.expires >= ?)
     AND (j.kind <> 'PUBLIC_WELFARE' OR (x.seeks = 1 AND substr(x.division, 1, 6) = substr(j.division, 1, 6)))
     AND (j.remote = 1 OR x.commute >= CASE WHEN x.division = j.work THEN 1 WHEN substr(x.division, 1, 9) = substr(j.work, 1, 9) THEN 8
       WHEN substr(x.division, 1, 6) = substr(j.work, 1, 6) THEN 30 WHEN substr(x.division, 1, 4) = substr(j.work, 1, 4) THEN 100 ELSE 400 END)
     AND (j.kind <> 'PUBLIC_WELFARE' OR (
           NOT EXISTS (SELECT 1 FROM person_bar b WHERE b.personId = x.id AND '${DAY}' BETWEEN b.fromOn AND b.untilOn)
           AND NOT EXISTS (SELECT 1 FROM person_span s WHERE s.personId = x.id AND s.fromOn <= '${DAY}' AND (s.toOn IS NULL OR s.toOn >= '${DAY}'))
           AND (SELECT coalesce(sum(12 * (strftime('%Y', date(s.toOn, '+1 day')) - strftime('%Y', s.fromOn))
                  + strftime('%m', date(s.toOn, '+1 day')) - strftime('%m', s.fromOn)), 0)
                  FROM person_span s WHERE s.personId = x.id AND s.toOn IS NOT NULL) < ${MAX_MONTHS}))
     AND (j.education IS NULL OR x.education >= j.education)
     AND NOT EXISTS (SELECT 1 FROM post_skill s WHERE s.postId = j.id AND NOT EXISTS
           (SELECT 1 FROM person_skill h WHERE h.personId = x.id AND h.skill = s.skill))
     AND ${several ? `EXISTS (SELECT 1 FROM post_way w WHERE w.postId = j.id AND ${reached('w.wayId')})` : reached('j.id')}
   ORDER BY score DESC, j.id LIMIT ${TOP}`)
    .raw();
  return {
    name: 'normalised SQL',
    prepared: (people) => {
      db.exec(
        'BEGIN; DELETE FROM person; DELETE FROM person_skill; DELETE FROM person_kind; DELETE FROM person_bar; DELETE FROM person_span; DELETE FROM person_level',
      );
      for (const one of people) {
        person.row.run(
          one.id,
          flag(one.active),
          one.birthOn,
          one.workingAgeUntil,
          one.divisionCode,
          one.certificateExpiresOn,
          flag(one.seeksWork),
          rank(one.education),
          one.commuteKm,
          one.wantedWageFen,
        );
        for (const skill of one.skills ?? []) person.skill.run(one.id, skill);
        for (const { from, until } of one.welfare.bars) person.bar.run(one.id, from, until);
        for (const { from, to } of one.welfare.served) person.span.run(one.id, from, to);
        for (const kind of one.wantedKinds) person.kind.run(one.id, kind);
        for (const [item, level] of Object.entries(one.profile.levels)) person.level.run(one.id, item, level);
      }
      db.exec('COMMIT; ANALYZE');
      return people.map(({ id }) => id);
    },
    listsOf: (ids) => ids.map((id) => query.all(DAY, id, DAY, DAY, DAY, DAY, DAY)),
    lines: (lists) => lists.map((list) => list.map(([id, score]) => `${id} ${score}`).join()),
    close: () => db.close(),
  };
}

/** DuckDB on one thread: everybody's lists in one query, joined by place, the ten best by a packed key. */
export async function duckDb(duckdb, posts, answers = FITS) {
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  const sorted = byId(posts);
  const columns = (names) => names.map((name) => `"${name}" BIGINT`).join();
  await db.run(`CREATE TABLE cell (digits BIGINT, place BIGINT, ${columns(POST_COLUMNS)})`);
  await db.run(`CREATE TABLE person (number BIGINT, place BIGINT, ${columns(PERSON_COLUMNS)})`);
  const append = async (table, rows) => {
    const appender = await db.createAppender(table);
    for (const row of rows) {
      for (const value of row) appender.appendBigInt(BigInt(value));
      appender.endRow();
    }
    appender.closeSync();
  };
  const cells = [];
  for (const [order, post] of sorted.entries()) {
    if (!openToday(post)) continue;
    for (const way of waysOf(post, answers)) {
      const own = postColumns(post, order, way);
      const values = POST_COLUMNS.map((name) => own[name]);
      for (const digits of post.remote ? [99] : REACH_DIGITS)
        cells.push([digits, digits === 99 ? 0 : Number(post.workDivisionCode.slice(0, digits)), ...values]);
    }
  }
  await append('cell', cells);
  const { fits, key } = pairSql(
    (name) => `p."${name}"`,
    (one, other) => `(${one} // ${other})`,
  );
  const sql = `SELECT number, max(key, ${TOP}) AS keys FROM (
      SELECT p.number, ${key} AS key FROM person p JOIN cell j ON j.digits = p.reach AND j.place = p.place WHERE ${fits}
      ${severalWays(posts, answers) ? 'UNION' : 'UNION ALL'} SELECT p.number, ${key} FROM person p JOIN cell j ON j.digits = 99 WHERE ${fits}) GROUP BY number`;
  return {
    name: 'DuckDB',
    version: duckdb.version,
    prepared: async (people) => {
      await db.run('DELETE FROM person');
      await append(
        'person',
        people.map((person, number) => {
          const own = personColumns(person);
          return [number, Number(person.divisionCode.slice(0, own.reach)), ...PERSON_COLUMNS.map((name) => own[name])];
        }),
      );
      return people.length;
    },
    listsOf: async (count) => {
      const lists = Array.from({ length: count }, () => []);
      const result = await db.run(sql);
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        const [numbers, keys] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
        for (let row = 0; row < chunk.rowCount; row += 1) lists[Number(numbers.getItem(row))] = keys.getItem(row).items;
      }
      return lists;
    },
    lines: keyLines(sorted.map(({ id }) => id)),
    close: () => db.disconnectSync(),
  };
}

/** Compressed bitmaps in place of bit rows, one a condition; scores from columns. */
export function roaringBitmaps(roaring, posts, answers = FITS) {
  const { RoaringBitmap32: Bitmap } = roaring;
  const sorted = byId(posts);
  const open = sorted
    .map((post, order) => ({ post, own: postColumns(post, order) }))
    .filter(({ post }) => openToday(post));
  const those = (wanted) => new Bitmap(open.filter(wanted).map(({ own }) => own.at));
  const remote = those(({ post }) => post.remote);
  const cells = new Map([...cellsOf(sorted)].map(([key, ats]) => [key, Bitmap.or(new Bitmap(ats), remote)]));
  const anywhere = those(() => true);
  const targets = new Map();
  for (const county of new Set(open.map(({ own }) => own.county)))
    for (const seeks of [0, 1])
      for (const cert of [0, 1])
        targets.set(
          `${county} ${seeks} ${cert}`,
          those(
            ({ own }) => (own.kind === 2 || cert === 1) && (own.kind !== 0 || (seeks === 1 && own.county === county)),
          ),
        );
  const educations = [-1, ...EDUCATION_ORDER.keys()].map((level) => those(({ own }) => own.education <= level));
  const noSkill = those(({ post }) => post.skills.length === 0);
  const bySkill = SKILLS.map((skill) => open.filter(({ post }) => post.skills.includes(skill)));
  const ways = sorted.map((post) => waysOf(post, answers));
  const demands = ITEMS.map((item) =>
    [0, 1, 2, 3].map((level) => those(({ own }) => ways[own.at].some((way) => (way[item] ?? 0) <= level))),
  );
  const size = sorted.length;
  const [village, low, known, kind] = [Float64Array, Float64Array, Int32Array, Uint8Array].map(
    (Made) => new Made(size),
  );
  const atHome = new Uint8Array(size);
  for (const { own } of open) {
    village[own.at] = own.village;
    low[own.at] = own.low;
    known[own.at] = own.known;
    kind[own.at] = own.kind;
    atHome[own.at] = own.remote;
  }
  const travel = (one, other) => {
    if (one === other) return 250;
    if (Math.floor(one / 1e3) === Math.floor(other / 1e3)) return 190;
    if (Math.floor(one / 1e6) === Math.floor(other / 1e6)) return 110;
    return Math.floor(one / 1e8) === Math.floor(other / 1e8) ? 40 : 0;
  };
  const reaches = ({ profile }, way) =>
    Object.entries(way).every(([item, level]) => level <= (profile.levels[item] ?? 0));
  const listOf = (person) => {
    const own = personColumns(person);
    const near = own.reach === 0 ? anywhere : (cells.get(cellKey(own.reach, person.divisionCode)) ?? remote);
    if (own.ready === 0) return [];
    const left = Bitmap.and(
      near,
      targets.get(`${Math.floor(own.village / 1e6)} ${own.seeks & own.free} ${own.cert}`) ??
        targets.get(ELSEWHERE(own)),
    );
    left.andInPlace(educations[own.education + 1]);
    for (const [at, item] of ITEMS.entries()) {
      const level = person.profile.levels[item] ?? 0;
      if (level < 4) left.andInPlace(demands[at][level]);
      if (left.isEmpty) return [];
    }
    const skilled = new Bitmap(noSkill);
    for (const skill of person.skills ?? [])
      for (const one of bySkill[SKILLS.indexOf(skill)])
        if (one.post.skills.every((need) => person.skills.includes(need))) skilled.add(one.own.at);
    left.andInPlace(skilled);
    const keys = [];
    for (const at of left.toUint32Array()) {
      // With several ways the bitmaps let through whoever reaches each item by some of them.
      if (ways[at].length > 1 && !ways[at].some((way) => reaches(person, way))) continue;
      const wish = own.wishes === 0 ? 50 : ((own.wishes >> kind[at]) & 1) * 100;
      const way = atHome[at] === 1 ? 250 : travel(village[at], own.village);
      const score = known[at] + way + Math.min(150, Math.floor((150 * low[at]) / own.wanted)) + wish;
      const key = score * ORDER_SPAN + ORDER_SPAN - 1 - at;
      let place = keys.length;
      if (place === TOP && key < keys[TOP - 1]) continue;
      if (place === TOP) {
        keys.pop();
        place -= 1;
      }
      keys.push(key);
      for (; place > 0 && keys[place - 1] < key; place -= 1) keys[place] = keys[place - 1];
      keys[place] = key;
    }
    return keys;
  };
  // A county without a post has no bitmap of its own; any county's without its public-welfare posts is the same.
  const [someCounty] = open;
  const ELSEWHERE = ({ cert }) => `${someCounty.own.county} 0 ${cert}`;
  return {
    name: 'roaring',
    version: roaring.version,
    listsOf: (people) => people.map(listOf),
    lines: keyLines(sorted.map(({ id }) => id)),
  };
}
