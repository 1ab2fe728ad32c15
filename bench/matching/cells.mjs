// Every cell of one market by four of them: node bench/matching/cells.mjs <scale> random|hostile [all|names,…]. The row loop is the reference; the slab's lists, in their order and with their scores, and what SQL says of each pair must be the same. One JSON line on stdout.
import { cpus, loadavg } from 'node:os';
import { DAY, LISTED, marketWith, rules, SCALES } from '../lib/market.mjs';
import { peerPackages } from '../lib/peers.mjs';
import { hostileMarket } from './hostile.mjs';
import { CELL_ANSWERS, duckDbCells, sqliteCells } from './sql-cells.mjs';

const [scaleName = 'small', kind = 'random', names = 'all'] = process.argv.slice(2);
/** Of the random market: the share of pairs that fit, of facts that nobody knows, of posts with an accommodation. */
const [SHARE, UNKNOWN, ACCOMMODATED] = [0.05, 0.1, 0.5];
const scale = SCALES[scaleName];
/** People whose cells are held at once. */
const CHUNK = 500;
const CODE = new Map(CELL_ANSWERS.map((answer, code) => [answer, code]));
/** What the slab is asked besides: each answer by itself takes other ways through it. */
const ALONE = ['FITS', 'FITS_WITH', 'UNKNOWN'].map((answer) => new Set([answer]));
const say = (line) => process.stderr.write(`${line}\n`);

const made = kind === 'hostile' ? hostileMarket(scale) : marketWith(scale, SHARE, UNKNOWN, ACCOMMODATED);
const posts = made.posts();
const people = made.peopleFrom(0, scale.people);
const numberOf = new Map(posts.map(({ post }, number) => [post.id, number]));
const [slab, loop] = [new rules.SlabEngine(), new rules.RowLoopEngine()];
for (const engine of [slab, loop]) engine.load(posts);

const seconds = {};
async function timed(name, work) {
  const start = performance.now();
  const done = await work();
  seconds[name] = (seconds[name] ?? 0) + (performance.now() - start) / 1_000;
  return done;
}
function differ(name, person, what) {
  say(`CELL_DIFFERS: ${name}, ${person.id}: ${what}`);
  process.exit(1);
}
const lineOf = ({ postId, answer, score, unknown: open }) => `${postId} ${answer} ${score} ${open}`;

const sql = [];
const left = [];
const wanted = (name) => names === 'all' || names.split(',').includes(name);
if (wanted('DuckDB')) {
  const { duckdb } = peerPackages(say);
  if (duckdb === null) left.push('DuckDB');
  else sql.push(await timed('DuckDB', () => duckDbCells(duckdb, people, posts, DAY)));
}
if (wanted('SQLite')) sql.push(await timed('SQLite', () => sqliteCells(people, posts, DAY)));

const counts = CELL_ANSWERS.map(() => 0);
for (let from = 0; from < people.length; from += CHUNK) {
  const some = people.slice(from, from + CHUNK);
  const cells = new Uint8Array(some.length * posts.length);
  const lists = await timed('row loop', () => some.map((person) => loop.topPosts(person, DAY, Infinity, LISTED)));
  for (const [at, list] of lists.entries())
    for (const { postId, answer } of list) cells[at * posts.length + numberOf.get(postId)] = CODE.get(answer);
  for (const cell of cells) counts[cell] += 1;
  const ours = await timed('slab', () => some.map((person) => slab.topPosts(person, DAY, Infinity, LISTED)));
  const alone = await timed('slab', () =>
    some.map((person) => ALONE.map((answers) => slab.topPosts(person, DAY, Infinity, answers))),
  );
  for (const [at, list] of lists.entries()) {
    for (const [place, row] of list.entries())
      if (ours[at].length !== list.length || lineOf(row) !== lineOf(ours[at][place]))
        differ('slab', some[at], `row ${place} is not “${lineOf(row)}”`);
    for (const [which, answers] of ALONE.entries())
      if (
        alone[at][which].map(lineOf).join() !==
        list
          .filter(({ answer }) => answers.has(answer))
          .map(lineOf)
          .join()
      )
        differ('slab', some[at], `its list of ${[...answers]}`);
  }
  for (const one of sql) {
    const theirs = await timed(one.name.split(' ')[0], () => one.cells(from, from + some.length));
    if (Buffer.compare(cells, theirs) === 0) continue;
    const cell = cells.findIndex((code, place) => code !== theirs[place]);
    const [at, number] = [Math.floor(cell / posts.length), cell % posts.length];
    const [right, wrong] = [cells, theirs].map((all) => CELL_ANSWERS[all[cell]]);
    differ(one.name, some[at], `${posts[number].post.id} is ${wrong}, not ${right}`);
  }
  if (from % (10 * CHUNK) === 0 && from > 0) say(`  ${from} people …`);
}
for (const one of sql) one.close();

const result = {
  scale: scaleName,
  people: people.length,
  posts: posts.length,
  kind,
  equal: Object.fromEntries(CELL_ANSWERS.map((answer, code) => [answer, counts[code]])),
  compared: ['row loop', 'slab', ...sql.map(({ name }) => name)],
  workSeconds: Object.fromEntries(Object.entries(seconds).map(([name, took]) => [name, Number(took.toFixed(1))])),
  left,
  load: Number(loadavg()[0].toFixed(1)),
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
