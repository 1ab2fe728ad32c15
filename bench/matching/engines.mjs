// The engine beside its peers on one market: node bench/matching/engines.mjs <scale> <share> <unknown> [all|alone|names,…] [rounds]
// [accommodated]. With a share of posts that have an accommodation everybody is asked for FITS_WITH too. One JSON line on stdout.
import { cpus, loadavg } from 'node:os';
import { DAY, FITS, FITTING, LISTED, marketWith, SCALES, TOP } from '../lib/market.mjs';
import { peerPackages } from '../lib/peers.mjs';
import { race, spread } from '../lib/race.mjs';
import * as contestants from './contestants.mjs';

const [scaleName = 'small', share = '0.012', unknown = '0', mode = 'all', rounds = '9', accommodated = '0'] =
  process.argv.slice(2);
const scale = SCALES[scaleName];
const ANSWERS = Number(accommodated) > 0 ? FITTING : FITS;
const say = (line) => process.stderr.write(`${line}\n`);
/** People that a slow peer answers in one round. */
const SAMPLE = 1_000;
/** People that are made before each stretch that is timed. */
const CHUNK = 50_000;
/** Peers whose packages the bench brings itself. */
const PACKAGED = new Set(['DuckDB', 'roaring']);
const loadBefore = Number(loadavg()[0].toFixed(1));
const made = marketWith(scale, Number(share), Number(unknown), Number(accommodated));
const posts = made.posts();
const slab = contestants.slab(posts, ANSWERS);
let start = performance.now();
slab.engine.load(posts);
const buildMs = performance.now() - start;
const microseconds = (values, at) => Number(values[Math.floor(at * (values.length - 1))].toFixed(2));

/** Code is compiled by the machine while it runs, and rows are made when first asked for. */
const sampleAt = (round, count) => made.peopleFrom((round * count) % Math.max(1, scale.people - count), count);
slab.listsOf(sampleAt(0, Math.min(scale.people, CHUNK)));

/** @returns ms of everybody's lists, making the people not counted; and the times of single questions */
function everybody(count, singles) {
  let ms = 0;
  let lines = 0;
  for (let from = 0; from < count; from += CHUNK) {
    const people = made.peopleFrom(from, Math.min(CHUNK, count - from));
    globalThis.gc?.();
    const before = performance.now();
    if (singles === null) for (const list of slab.listsOf(people)) lines += list.length;
    else
      for (const [at, person] of people.entries()) {
        const asked = performance.now();
        lines += slab.engine.topPosts(person, DAY, TOP, ANSWERS).length;
        singles[from + at] = (performance.now() - asked) * 1_000;
      }
    ms += performance.now() - before;
  }
  return { ms, lines };
}

// The first pass makes the rows of everybody's home and facts; the others find them made.
const [first, ...wholes] = Array.from({ length: 1 + (scaleName === 'large' ? 1 : Math.min(Number(rounds), 3)) }, () =>
  everybody(scale.people, null),
);
const singles = new Float64Array(Math.min(scale.people, 3 * CHUNK));
everybody(singles.length, singles);
singles.sort();

let fitting = 0;
for (const person of sampleAt(0, SAMPLE)) fitting += slab.engine.topPosts(person, DAY, Infinity, ANSWERS).length;

const listed = sampleAt(1, SAMPLE);
start = performance.now();
for (const person of listed) slab.engine.topPosts(person, DAY, TOP, LISTED);
const listedMicros = ((performance.now() - start) / SAMPLE) * 1_000;

const result = {
  scale: scaleName,
  people: scale.people,
  posts: scale.posts,
  shareAsked: Number(share),
  shareMeasured: Number((fitting / (SAMPLE * scale.posts)).toFixed(5)),
  unknown: Number(unknown),
  accommodated: Number(accommodated),
  answers: [...ANSWERS],
  ease: made.ease,
  buildMs: Math.round(buildMs),
  firstPassMs: Math.round(first.ms),
  everybodyMs: spread(wholes.map(({ ms }) => ms)),
  lines: wholes[0].lines,
  queryMicros: { p50: microseconds(singles, 0.5), p99: microseconds(singles, 0.99) },
  withUnknownMeanMicros: Number(listedMicros.toFixed(1)),
  peers: {},
  left: [],
};

if (mode !== 'alone') {
  const names = mode === 'all' ? null : mode.split(',');
  const { duckdb, roaring } = names?.every((name) => !PACKAGED.has(name)) ? {} : peerPackages(say);
  const everyone = Math.min(scale.people, 15_000);
  const peers = {
    'place loop': [SAMPLE, contestants.placeLoop],
    'row loop': [SAMPLE, contestants.rowLoop],
    DuckDB: [everyone, duckdb && ((some, answers) => contestants.duckDb(duckdb, some, answers))],
    roaring: [everyone, roaring && ((some, answers) => contestants.roaringBitmaps(roaring, some, answers))],
    'expert SQLite': [everyone, contestants.expertSqlite],
    'normalised SQL': [SAMPLE, contestants.normalisedSql],
  };
  for (const name of names ?? Object.keys(peers)) {
    const [count, make] = peers[name];
    if (!make) {
      result.left.push(name);
      continue;
    }
    const peer = await make(posts, ANSWERS);
    let people = [];
    const ours = { run: () => slab.listsOf(people), lines: slab.lines };
    const theirs = { prepared: null, run: () => peer.listsOf(theirs.prepared), lines: peer.lines };
    const before = async (round) => {
      people = sampleAt(round, count);
      theirs.prepared = peer.prepared ? await peer.prepared(people) : people;
    };
    const told = await race(peer.name, ours, theirs, { rounds: Number(rounds), before });
    result.peers[peer.name] = { ...told, people: count, ...(peer.version ? { version: peer.version } : {}) };
    peer.close?.();
    say(`  ${peer.name}: ${told.ratio.median} × ours (${told.ratio.min}–${told.ratio.max}), ${count} people a round`);
  }
}
Object.assign(result, {
  threads: 1,
  loadBefore,
  loadAfter: Number(loadavg()[0].toFixed(1)),
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
});
process.stdout.write(`${JSON.stringify(result)}\n`);
