// Every cell of a market in SQL, written from matching.md alone: facts in normalised tables, one question that tells every pair that is not NO.
// SQLite and DuckDB are asked the same text; what they say differently is in DIALECTS. It shares no code with the engines, on purpose.
import { createRequire } from 'node:module';

export const CELL_ANSWERS = ['NO', 'UNKNOWN', 'FITS_WITH', 'FITS'];

const ITEMS =
  'LIFT STAND WALK STAIRS FINE_HAND SEE COLOUR HEAR SPEAK READ INSTRUCTIONS PACE CROWD NIGHT OUTDOORS TRANSPORT'.split(
    ' ',
  );
const EDUCATION = 'NONE PRIMARY JUNIOR_MIDDLE SENIOR_MIDDLE SECONDARY_VOCATIONAL COLLEGE BACHELOR POSTGRADUATE'.split(
  ' ',
);
const CARD_KINDS = ['PUBLIC_WELFARE', 'PROPORTIONAL', 'CONCENTRATED', 'AUXILIARY'];
/** Columns by table; those with a * are text. */
const TABLES = {
  person:
    'n active birth* until* division* cert* seeks education* commute skillKnown licencesAll assessed* validUntil*',
  person_has: 'n what* word*',
  person_licence: 'n kind* untilOn* seen',
  person_level: 'n item* level',
  person_bar: 'n fromOn* untilOn*',
  person_span: 'n fromOn* toOn*',
  law: 'n minAge ageTable target residents relaxedYears onePost maxMonths nearYears moreMonths',
  post: 'n law kind* open publishedOn* closesOn* openings work* payer* remote education* limited stated',
  post_asks: 'n what* word*',
  post_provision: 'n word*',
  post_demand: 'n item* level',
  accommodation: 'n seat state*',
  accommodation_lowers: 'n seat item* level',
  accommodation_requires: 'n seat item* level',
  item: 'word*',
  education: 'word* place',
  card_kind: 'kind*',
};
const columnsOf = (table) =>
  TABLES[table].split(' ').map((name) => ({ name: name.replace('*', ''), text: name.endsWith('*') }));

const DIALECTS = {
  sqlite: {
    types: ['INTEGER', 'TEXT'],
    least: 'min',
    greatest: 'max',
    divided: (one, other) => `(${one} / ${other})`,
    addDays: (day, count) => `date(${day}, (${count}) || ' days')`,
    // SQLite runs over the end of a short month; the house stays in it.
    addMonths: (day, count) =>
      `min(date(substr(${day}, 1, 8) || '01', (${count}) || ' months', '+1 month', '-1 day'),
           date(substr(${day}, 1, 8) || '01', (${count}) || ' months', (CAST(substr(${day}, 9) AS INTEGER) - 1) || ' days'))`,
    days: (from, to) => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`,
  },
  duckdb: {
    types: ['BIGINT', 'VARCHAR'],
    least: 'least',
    greatest: 'greatest',
    divided: (one, other) => `(${one} // ${other})`,
    addDays: (day, count) => `CAST(CAST(CAST(${day} AS DATE) + to_days(CAST(${count} AS INTEGER)) AS DATE) AS VARCHAR)`,
    addMonths: (day, count) =>
      `CAST(CAST(CAST(${day} AS DATE) + to_months(CAST(${count} AS INTEGER)) AS DATE) AS VARCHAR)`,
    days: (from, to) => `datediff('day', CAST(${from} AS DATE), CAST(${to} AS DATE))`,
  },
};

const flag = (value) => (value === null ? null : Number(value));
/** @param put (table, values) */
function writeFacts(people, posts, put) {
  for (const word of ITEMS) put('item', [word]);
  for (const [place, word] of EDUCATION.entries()) put('education', [word, place]);
  for (const kind of CARD_KINDS) put('card_kind', [kind]);
  const laws = new Map();
  for (const { law } of posts) {
    const key = JSON.stringify(law);
    if (laws.has(key)) continue;
    laws.set(key, laws.size);
    const { minimumAge, ageTable, targetByStatus, residentsOnly, ageRelaxed, onePost, term } = law;
    const years = [minimumAge?.years ?? null, ...[ageTable, targetByStatus, residentsOnly].map(isThere)];
    const months = [term.maxMonths, term.nearRetirementYears, term.relaxedMonths].map((one) => one?.value ?? null);
    put('law', [laws.size - 1, ...years, ageRelaxed?.years ?? null, isThere(onePost), ...months]);
  }
  for (const [n, x] of people.entries()) {
    const known = [isThere(x.skills), Number(x.licences?.all === true)];
    const assessed = [x.profile?.assessedOn ?? null, x.profile?.validUntil ?? null];
    const own = [flag(x.active), x.birthOn, x.workingAgeUntil, x.divisionCode, x.certificateExpiresOn];
    put('person', [n, ...own, flag(x.seeksWork), x.education, x.commuteKm, ...known, ...assessed]);
    for (const [what, words] of [
      ['skill', x.skills],
      ['need', x.accessNeeds],
    ])
      for (const word of words ?? []) put('person_has', [n, what, word]);
    for (const { kind, until, seen } of x.licences?.held ?? []) put('person_licence', [n, kind, until, flag(seen)]);
    for (const [item, level] of Object.entries(x.profile?.levels ?? {})) put('person_level', [n, item, level]);
    for (const { from, until } of x.welfare.bars) put('person_bar', [n, from, until]);
    for (const { from, to } of x.welfare.served) put('person_span', [n, from, to]);
  }
  for (const [n, { post: j, law }] of posts.entries()) {
    const days = [flag(j.open), j.publishedOn, j.closesOn, j.openings];
    const places = [j.workDivisionCode, j.divisionCode, flag(j.remote)];
    const limits = [j.minEducation, isThere(j.limitBasis), isThere(j.demands)];
    put('post', [n, laws.get(JSON.stringify(law)), j.kind, ...days, ...places, ...limits]);
    for (const word of j.skills) put('post_asks', [n, 'skill', word]);
    for (const word of j.licences) put('post_asks', [n, 'licence', word]);
    for (const word of j.provisions) put('post_provision', [n, word]);
    for (const [item, level] of Object.entries(j.demands ?? {})) put('post_demand', [n, item, level]);
    for (const [at, { state, lowers, requires }] of j.accommodations.entries()) {
      put('accommodation', [n, at, state]);
      for (const [item, level] of Object.entries(lowers)) put('accommodation_lowers', [n, at, item, level]);
      for (const [item, level] of Object.entries(requires)) put('accommodation_requires', [n, at, item, level]);
    }
  }
}
const isThere = (value) => Number(value !== null);

const wide = (table, value) =>
  ITEMS.map((item) => `coalesce(max(CASE WHEN ${table}.item = '${item}' THEN ${value} END), 0) AS ${item}`).join();
/** The bits of somebody's words, of those that are told apart. */
const bits = (words, what) =>
  `coalesce((SELECT CAST(sum(o.bit) AS BIGINT) FROM (SELECT DISTINCT n, what, word FROM ${words}) h
     JOIN one_word o ON o.what = h.what AND o.word = h.word WHERE h.n = t.n AND h.what = '${what}'), 0)`;

/** What follows from the facts on a day, table by table. */
const derived = ({ least, greatest, divided, addDays, addMonths, days }, day) => {
  const monthOf = (date) => `(12 * CAST(substr(${date}, 1, 4) AS INTEGER) + CAST(substr(${date}, 6, 2) AS INTEGER))`;
  const age = `(CAST(substr('${day}', 1, 4) AS INTEGER) - CAST(substr(p.birth, 1, 4) AS INTEGER)
      - CASE WHEN substr('${day}', 6) < substr(p.birth, 6) THEN 1 ELSE 0 END)`;
  const named = (code) => `CASE WHEN substr(${code}, 10, 3) <> '000' THEN 12 WHEN substr(${code}, 7, 3) <> '000' THEN 9
      WHEN substr(${code}, 5, 2) <> '00' THEN 6 WHEN substr(${code}, 3, 2) <> '00' THEN 4 ELSE 2 END`;
  const licenceWords = (which = '') => `(SELECT n, 'licence' AS what, kind AS word FROM person_licence ${which})`;
  /** Those that are not over. */
  const licences = (more = '') =>
    bits(licenceWords(`WHERE (untilOn IS NULL OR '${day}' <= untilOn) ${more}`), 'licence');
  return {
    // Accommodations that count, numbered; and one row a subset of them.
    promised: `SELECT n, seat, state, row_number() OVER (PARTITION BY n ORDER BY seat) - 1 AS bit FROM accommodation WHERE state <> 'POSSIBLE'`,
    subset: `WITH RECURSIVE number(m) AS (SELECT 0 UNION ALL SELECT m + 1 FROM number WHERE m < 255)
      SELECT t.n, m AS mask, CASE WHEN EXISTS (SELECT 1 FROM promised a WHERE a.n = t.n AND a.state <> 'IN_PLACE' AND ((m >> a.bit) & 1) = 1)
        THEN 0 ELSE 1 END AS standing
      FROM (SELECT j.n, (SELECT count(*) FROM promised a WHERE a.n = j.n) AS many FROM post j) t JOIN number ON m < (1 << CAST(many AS INTEGER))`,
    lower: `SELECT s.n, s.mask, l.item, min(l.level) AS level FROM subset s JOIN promised a ON a.n = s.n AND ((s.mask >> a.bit) & 1) = 1
      JOIN accommodation_lowers l ON l.n = a.n AND l.seat = a.seat GROUP BY s.n, s.mask, l.item`,
    takes: `SELECT s.n, s.mask, l.item, max(l.level) AS level FROM subset s JOIN promised a ON a.n = s.n AND ((s.mask >> a.bit) & 1) = 1
      JOIN accommodation_requires l ON l.n = a.n AND l.seat = a.seat GROUP BY s.n, s.mask, l.item`,
    asked: `SELECT s.n, s.mask, s.standing, i.word AS item,
        ${greatest}(${least}(coalesce(d.level, 0), coalesce(l.level, 4)), coalesce(r.level, 0)) AS level
      FROM subset s CROSS JOIN item i LEFT JOIN post_demand d ON d.n = s.n AND d.item = i.word
      LEFT JOIN lower l ON l.n = s.n AND l.mask = s.mask AND l.item = i.word
      LEFT JOIN takes r ON r.n = s.n AND r.mask = s.mask AND r.item = i.word`,
    way: `SELECT n, mask, standing, ${wide('asked', 'level')} FROM asked GROUP BY n, mask, standing`,
    // Words of a kind as bits: 62 of them, or the sums overflow.
    one_word: `SELECT what, word, CAST(1 AS BIGINT) << CAST(row_number() OVER (PARTITION BY what ORDER BY word) - 1 AS BIGINT) AS bit
      FROM (SELECT DISTINCT what, word FROM post_asks UNION SELECT DISTINCT what, word FROM person_has WHERE what = 'need')`,
    given: `SELECT DISTINCT n, 'need' AS what, CASE WHEN word LIKE '可提供%' THEN substr(word, 4) ELSE word END AS word FROM post_provision`,
    vacancy: `SELECT t.n, t.law, CASE WHEN t.kind = 'PUBLIC_WELFARE' THEN 1 ELSE 0 END AS welfare, substr(t.payer, 1, 6) AS county,
        CASE WHEN t.remote = 1 THEN '' ELSE t.work END AS work, t.remote,
        CASE WHEN EXISTS (SELECT 1 FROM card_kind k WHERE k.kind = t.kind) THEN 1 ELSE 0 END AS card,
        CASE WHEN t.education IS NULL THEN 0 ELSE 1 END AS schooled,
        coalesce((SELECT place FROM education e WHERE e.word = t.education), -1) AS school,
        CASE WHEN t.limited = 1 OR t.stated = 0 THEN 1 ELSE 0 END AS looked,
        ${bits('post_asks', 'skill')} AS skills, ${bits('post_asks', 'licence')} AS licences, ${bits('given', 'need')} AS given,
        CASE WHEN EXISTS (SELECT 1 FROM post_provision g WHERE g.n = t.n) THEN 1 ELSE 0 END AS listed
      FROM post t WHERE t.open = 1 AND t.openings > 0 AND t.publishedOn <= '${day}' AND '${day}' <= t.closesOn`,
    // Whole months of a span and the days beyond, of those begun before the day.
    span: `SELECT n, fromOn, ${addDays('last', 1)} AS before FROM (SELECT n, fromOn,
        CASE WHEN toOn IS NULL OR toOn >= '${day}' THEN ${addDays(`'${day}'`, -1)} ELSE toOn END AS last FROM person_span WHERE fromOn < '${day}') s`,
    whole: `SELECT n, fromOn, before, months - CASE WHEN ${addMonths('fromOn', 'months')} > before THEN 1 ELSE 0 END AS months
      FROM (SELECT n, fromOn, before, ${monthOf('before')} - ${monthOf('fromOn')} AS months FROM span WHERE before > fromOn) s`,
    served: `SELECT s.n, s.firstOn, coalesce(w.months, 0) + ${divided('coalesce(w.loose, 0)', 30)} AS months, coalesce(w.loose, 0) % 30 AS loose
      FROM (SELECT n, min(fromOn) AS firstOn FROM span GROUP BY n) s LEFT JOIN
        (SELECT n, CAST(sum(months) AS BIGINT) AS months, CAST(sum(${least}(29, ${days(addMonths('fromOn', 'months'), 'before')})) AS BIGINT) AS loose
           FROM whole GROUP BY n) w ON w.n = s.n`,
    // 1: used up; 2: nobody knows.
    term: `SELECT n, law, CASE WHEN endsOn >= '${day}' OR (near = 1 AND until > endsOn AND until >= '${day}') THEN 0
        WHEN nearYears IS NOT NULL AND until IS NULL THEN 2 ELSE 1 END AS used FROM (
      SELECT s.n, l.n AS law, l.nearYears, p.until,
        ${addDays(addMonths(`'${day}'`, 'l.maxMonths + coalesce(l.moreMonths, 0) - s.months'), '-s.loose - 1')} AS endsOn,
        CASE WHEN l.nearYears IS NOT NULL AND p.until IS NOT NULL THEN
          CASE WHEN ${addMonths('s.firstOn', '12 * coalesce(l.nearYears, 0)')} > ${addDays("coalesce(p.until, '2000-01-01')", 1)} THEN 1 ELSE 0 END
        ELSE 0 END AS near
      FROM served s JOIN person p ON p.n = s.n CROSS JOIN law l WHERE l.maxMonths IS NOT NULL) t`,
    // A person under a law. no…, open…: for every post, and for public-welfare posts.
    under: `SELECT p.n, l.n AS law,
        CASE WHEN ${age} < l.minAge THEN 2 WHEN p.until < '${day}' THEN CASE WHEN l.ageTable = 1 THEN 2 ELSE 1 END
          WHEN p.until IS NULL OR l.minAge IS NULL THEN 1 ELSE 0 END AS ages,
        CASE WHEN ${age} < l.minAge THEN 2
          WHEN p.until < '${day}' AND (l.relaxedYears IS NULL OR ${addMonths('p.until', '12 * coalesce(l.relaxedYears, 0)')} < '${day}')
            THEN CASE WHEN l.ageTable = 1 THEN 2 ELSE 1 END
          WHEN p.until IS NULL OR l.minAge IS NULL THEN 1 ELSE 0 END AS welfareAges,
        CASE WHEN EXISTS (SELECT 1 FROM person_bar b WHERE b.n = p.n AND b.fromOn <= '${day}' AND '${day}' <= b.untilOn) THEN 2 ELSE 0 END AS barred,
        CASE WHEN EXISTS (SELECT 1 FROM person_span s WHERE s.n = p.n AND s.fromOn <= '${day}' AND (s.toOn IS NULL OR '${day}' <= s.toOn))
          THEN 1 + l.onePost ELSE 0 END AS held,
        CASE coalesce((SELECT t.used FROM term t WHERE t.n = p.n AND t.law = l.n), 0) WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE 0 END AS terms,
        CASE WHEN l.target = 0 OR p.seeks IS NULL THEN 1 WHEN p.seeks = 0 THEN 2 ELSE 0 END AS target,
        1 + l.residents AS away
      FROM person p CROSS JOIN law l WHERE p.active = 1`,
    profile: `SELECT p.n, l.item, l.level FROM person p JOIN person_level l ON l.n = p.n
      WHERE p.assessed <= '${day}' AND (p.validUntil IS NULL OR '${day}' <= p.validUntil)`,
    levels: `SELECT n, ${ITEMS.map((item) => `max(CASE WHEN item = '${item}' THEN level END) AS ${item}`).join()} FROM profile GROUP BY n`,
    // 0 nothing against it, 1 nobody knows, 2 NO.
    seeker: `SELECT t.n, u.law, t.division, substr(t.division, 1, 6) AS county, t.commute, u.ages, u.away,
        ${greatest}(u.welfareAges, ${greatest}(${greatest}(u.barred, u.held), ${greatest}(u.terms, u.target))) AS welfare,
        CASE WHEN t.cert IS NULL THEN 1 WHEN t.cert < '${day}' THEN 2 ELSE 0 END AS card,
        coalesce((SELECT place FROM education e WHERE e.word = t.education), -1) AS school,
        t.skillKnown, ${bits('person_has', 'skill')} AS skills,
        ${licences('AND seen = 1')} AS seen, CASE WHEN t.licencesAll = 1 THEN ~${licences()} ELSE ${bits(licenceWords(), 'licence')} & ~${licences()} END AS gone,
        ${bits('person_has', 'need')} AS needs,
        ${ITEMS.map((item) => `coalesce(v.${item}, 0) AS sure${item}, coalesce(v.${item}, 4) AS maybe${item}`).join()}
      FROM person t JOIN under u ON u.n = t.n LEFT JOIN levels v ON v.n = t.n`,
    road: `SELECT home, work, km, CASE WHEN work <> '' AND named < 12 AND substr(home, 1, named) = substr(work, 1, named) THEN 1 ELSE 0 END AS vague
      FROM (SELECT home, work, ${least}(${named('home')}, ${named('work')}) AS named,
        CASE WHEN work = '' THEN 0 WHEN substr(home, 1, 4) <> substr(work, 1, 4) THEN 400 WHEN substr(home, 1, 6) <> substr(work, 1, 6) THEN 100
          WHEN substr(home, 1, 9) <> substr(work, 1, 9) OR substr(work, 7, 3) = '000' THEN 30
          WHEN home <> work OR substr(work, 10, 3) = '000' THEN 8 ELSE 1 END AS km
      FROM (SELECT DISTINCT division AS home FROM person) h CROSS JOIN (SELECT DISTINCT work FROM vacancy) w) r`,
  };
};
const INDEXES = {
  promised: 'n',
  lower: 'n, mask, item',
  takes: 'n, mask, item',
  way: 'n',
  one_word: 'what, word',
  vacancy: 'law, work',
  levels: 'n',
  term: 'n, law',
  under: 'n',
  seeker: 'n',
  road: 'home, work',
};

/** One row a person of the asked ones: his cells that are not NO, `number of the post × 4 + place of the answer`. */
const cellsQuestion = (from, to) => `
  SELECT person, group_concat(CAST(cell AS VARCHAR), ',') AS cells FROM (
    SELECT p.n AS person, 4 * j.n + max(CASE
        WHEN j.looked = 1 OR (j.welfare = 0 AND p.ages = 1) OR (j.welfare = 1 AND (p.welfare = 1 OR p.county <> j.county))
          OR (j.card = 1 AND p.card = 1) OR (j.schooled = 1 AND (p.school < 0 OR j.school < 0))
          OR (j.skills <> 0 AND p.skillKnown = 0) OR (j.licences & ~p.seen) <> 0
          OR (j.remote = 0 AND j.listed = 0 AND p.needs <> 0) OR r.km > p.commute THEN 1
        WHEN ${ITEMS.map((item) => `w.${item} <= p.sure${item}`).join(' AND ')} THEN 2 + w.standing
        ELSE 1 END) AS cell
      FROM seeker p JOIN road r ON r.home = p.division JOIN vacancy j ON j.work = r.work AND j.law = p.law JOIN way w ON w.n = j.n
     WHERE p.n >= ${from} AND p.n < ${to}
       AND (p.commute IS NULL OR r.km <= p.commute OR (r.vague = 1 AND p.commute >= 1))
       AND CASE WHEN j.welfare = 1 THEN p.welfare ELSE p.ages END < 2 AND (j.card = 0 OR p.card < 2)
       AND (j.welfare = 0 OR p.county = j.county OR p.away < 2)
       AND (j.schooled = 0 OR p.school < 0 OR j.school < 0 OR p.school >= j.school)
       AND (p.skillKnown = 0 OR (j.skills & ~p.skills) = 0) AND (j.licences & p.gone) = 0
       AND (j.remote = 1 OR j.listed = 0 OR (p.needs & ~j.given) = 0)
       AND ${ITEMS.map((item) => `w.${item} <= p.maybe${item}`).join(' AND ')}
     GROUP BY p.n, j.n) c GROUP BY person`;

const creating = ({ types: [number, text] }) =>
  Object.keys(TABLES).map(
    (table) =>
      `CREATE TABLE ${table} (${columnsOf(table)
        .map((column) => `${column.name} ${column.text ? text : number}`)
        .join()})`,
  );
const deriving = (dialect, day) =>
  Object.entries(derived(dialect, day)).flatMap(([table, query]) => [
    `CREATE TABLE ${table} AS ${query}`,
    ...(INDEXES[table] ? [`CREATE INDEX ${table}_by ON ${table} (${INDEXES[table]})`] : []),
  ]);

/** Answers by place in {@link CELL_ANSWERS}, a row a person. */
function filled(rows, from, to, posts) {
  const cells = new Uint8Array((to - from) * posts);
  for (const [person, text] of rows)
    for (const cell of text.split(',')) cells[(Number(person) - from) * posts + (Number(cell) >> 2)] = Number(cell) & 3;
  return cells;
}

/** @returns `cells(from, to)`: those of the people from one number to before another, a row a person */
export function sqliteCells(people, posts, day) {
  const Database = createRequire(import.meta.url)('libsql');
  const db = new Database(':memory:');
  db.exec(`${creating(DIALECTS.sqlite).join(';')}; BEGIN`);
  const into = Object.fromEntries(
    Object.keys(TABLES).map((table) => [
      table,
      db.prepare(
        `INSERT INTO ${table} VALUES (${columnsOf(table)
          .map(() => '?')
          .join()})`,
      ),
    ]),
  );
  writeFacts(people, posts, (table, values) => into[table].run(...values));
  db.exec(`COMMIT; CREATE INDEX has_by ON person_has (n, what); CREATE INDEX asks_by ON post_asks (n, what);
    CREATE INDEX level_by ON person_level (n); CREATE INDEX demand_by ON post_demand (n, item); CREATE INDEX provision_by ON post_provision (n);
    CREATE INDEX bar_by ON person_bar (n); CREATE INDEX span_by ON person_span (n)`);
  for (const step of deriving(DIALECTS.sqlite, day)) db.exec(step);
  db.exec('ANALYZE');
  return {
    name: `SQLite ${db.prepare('SELECT sqlite_version() AS version').get().version}`,
    cells: async (from, to) => filled(db.prepare(cellsQuestion(from, to)).raw().all(), from, to, posts.length),
    close: () => db.close(),
  };
}

/** The same by DuckDB. */
export async function duckDbCells(duckdb, people, posts, day) {
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  for (const step of creating(DIALECTS.duckdb)) await db.run(step);
  const rows = Object.fromEntries(Object.keys(TABLES).map((table) => [table, []]));
  writeFacts(people, posts, (table, values) => rows[table].push(values));
  for (const [table, all] of Object.entries(rows)) {
    const columns = columnsOf(table);
    const appender = await db.createAppender(table);
    for (const row of all) {
      for (const [at, value] of row.entries()) {
        if (value === null) appender.appendNull();
        else if (columns[at].text) appender.appendVarchar(value);
        else appender.appendBigInt(BigInt(value));
      }
      appender.endRow();
    }
    appender.closeSync();
  }
  for (const step of deriving(DIALECTS.duckdb, day)) await db.run(step);
  return {
    name: `DuckDB ${duckdb.version}`,
    cells: async (from, to) => {
      const read = await db.runAndReadAll(cellsQuestion(from, to));
      return filled(read.getRows(), from, to, posts.length);
    },
    close: () => db.disconnectSync(),
  };
}
