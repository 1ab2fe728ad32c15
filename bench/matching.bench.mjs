// Matching beside its peers, and end to end: npm run bench -- matching [--full]. Each part is a process of its own; what they find is printed
// as a table and written to bench/results/matching.json. Without --full: the goals' own shares at three scales, and a short sweep. With --cells
// nothing is timed against another: every cell of 15,000 × 2,000 has to be the same by the slab, the row loop, DuckDB and SQLite.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const full = process.argv.includes('--full');
const only = process.argv
  .slice(2)
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length);
const ROUNDS = 9;
const FAST = 'row loop,DuckDB,expert SQLite';
/** Scale, share of fitting pairs, unknown facts, peers, posts with an accommodation. The first three are those of matching.md §6. */
const GOALS = [
  ['small', 0.012, 0, 'all'],
  ['middle', 0.0009, 0, 'all'],
  ['large', 0.0005, 0, 'alone'],
];
/** Where FITS_WITH is asked too. */
const HELPED = ['small', 0.012, 0.1, 'all', 0.5];
const SHARES = [0.01, 0.05, 0.2];
const UNKNOWN = [0, 0.1, 0.3];
const SWEEP = SHARES.flatMap((share) => UNKNOWN.map((unknown) => [share, unknown]));
const markets = full
  ? [
      ...GOALS,
      HELPED,
      ...['small', 'middle'].flatMap((scale) => SWEEP.map((one) => [scale, ...one, 'all'])),
      ...SWEEP.map((one) => ['large', ...one, 'alone']),
    ]
  : [
      ...GOALS,
      HELPED,
      ...SWEEP.filter(([share, unknown]) => unknown === 0 || share === 0.01).map((one) => ['small', ...one, FAST]),
    ];

function part(file, args) {
  const began = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6144', join(here, 'matching', file), ...args.map(String)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
  );
  if (status !== 0) {
    process.stderr.write(`MATCHING_PART_FAILED: ${file} ${args.join(' ')}\n`);
    process.exit(status ?? 1);
  }
  return { ...JSON.parse(stdout), seconds: Math.round((performance.now() - began) / 1_000) };
}

const percent = (share) => `${Number((100 * share).toPrecision(3))} %`;
const told = ({ median, min, max }) => `${median} (${min}–${max})`;
if (process.argv.includes('--cells')) {
  for (const kind of ['random', 'hostile']) {
    const { equal, compared, seconds, workSeconds, left, people, posts } = part('cells.mjs', ['small', kind]);
    process.stdout.write(`${people.toLocaleString('en')} × ${posts.toLocaleString('en')} ${kind} cells equal in ${compared.join(', ')}: ${Object.entries(
      equal,
    )
      .map(([answer, count]) => `${count.toLocaleString('en')} ${answer}`)
      .join(', ')}; ${seconds} s (${Object.entries(workSeconds)
      .map(([name, took]) => `${name} ${took} s`)
      .join(', ')})
${left.map((name) => `  ${name}: could not be installed\n`).join('')}`);
  }
  process.exit(0);
}

const result = { full, order: 'taking turns, lists equal by hash', markets: [] };
for (const [scale, share, unknown, peers, accommodated = 0] of only === 'page' ? [] : markets) {
  process.stderr.write(`${scale}, ${percent(share)} fit, ${percent(unknown)} unknown …\n`);
  const one = part('engines.mjs', [scale, share, unknown, peers, ROUNDS, accommodated]);
  result.markets.push(one);
  process.stdout.write(`${one.people.toLocaleString('en')} × ${one.posts.toLocaleString('en')}, ${percent(one.shareMeasured)} of pairs fit (asked: ${percent(share)}), ${percent(unknown)} of facts unknown${accommodated > 0 ? `, ${percent(accommodated)} of posts with an accommodation, FITS_WITH asked too` : ''}; load ${one.loadBefore}–${one.loadAfter}, ${one.seconds} s
  everybody's top ten ${told(one.everybodyMs)} ms (first pass ${one.firstPassMs}), one question p50 ${one.queryMicros.p50} µs, p99 ${one.queryMicros.p99} µs; with UNKNOWN ${one.withUnknownMeanMicros} µs; built in ${one.buildMs} ms
${Object.entries(one.peers)
  .map(
    ([name, { ratio, people, version }]) =>
      `  ${name}${version ? ` ${version}` : ''} ÷ ours: ${told(ratio)}, ${people} people a round\n`,
  )
  .join('')}${one.left.map((name) => `  ${name}: could not be installed\n`).join('')}`);
}
if (only !== 'engines') {
  result.page = part('page.mjs', full ? ['full'] : []);
  const { clients, explanation, fresh, people, posts, fitting } = result.page;
  process.stdout.write(`matchedPosts(first: 10) with explanations through GraphQL, ${people} people × ${posts} posts, ${fitting} fit on average
${clients.map((one) => `  ${one.clients} client${one.clients > 1 ? 's' : ''}: ${told(one.ratio)} of the bare Apollo server's answers a second (asked: 0.8); p50 ${one.oursMs.p50} ms, bare ${one.bareMs.p50} ms, an empty signed-in question ${one.emptyMs.p50} ms\n`).join('')}  one explanation p50 ${explanation.p50} ms, p99 ${explanation.p99} ms (asked: 50)
  a changed post from commit to a fresh answer p50 ${fresh.p50} ms, p99 ${fresh.p99} ms\n`);
}
mkdirSync(join(here, 'results'), { recursive: true });
if (only === undefined) writeFileSync(join(here, 'results', 'matching.json'), `${JSON.stringify(result, null, 2)}\n`);
