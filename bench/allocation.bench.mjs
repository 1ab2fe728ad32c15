// A public-welfare round: deferred acceptance of libs/rules beside the plain one that sorts arrays of objects, on the same made-up round in the
// same run, alternating: node bench/allocation.bench.mjs [people] [choices] [seats] [posts]. Reads dist/ (npm run build first).
// Who gets which seat must be equal or it fails. The audit is timed beside.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const CHOICES = Number(process.argv[3] ?? 10);
const SEATS = Number(process.argv[4] ?? 100_000);
const POSTS = Number(process.argv[5] ?? 20_000);
const WARM_UPS = 2;
const ROUNDS = 9;
const LIMIT_MS = 600;
const AUDIT_LIMIT_MS = 100;

const { auditPlacement, deferredAcceptance } = await import(
  pathToFileURL(join(dist, 'libs/rules/src/allocation/index.js')).href
);

/** mulberry32: the same round in every run. */
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

const seats = new Int32Array(POSTS);
for (let seat = 0; seat < SEATS; seat += 1) seats[below(POSTS)] += 1;
const columns = {
  people: PEOPLE,
  seats,
  reserved: seats.map((count) => Math.round(count / 10)),
  choiceStart: Int32Array.from({ length: PEOPLE + 1 }, (_, person) => person * CHOICES),
  choicePost: new Int32Array(PEOPLE * CHOICES),
  choiceMark: new Uint8Array(PEOPLE * CHOICES),
  drawRank: Int32Array.from({ length: PEOPLE }, (_, person) => person),
  span: PEOPLE,
};
for (let at = PEOPLE - 1; at > 0; at -= 1) {
  const other = below(at + 1);
  [columns.drawRank[at], columns.drawRank[other]] = [columns.drawRank[other], columns.drawRank[at]];
}
for (let person = 0, at = 0; person < PEOPLE; person += 1) {
  const eligible = random() < 0.3 ? 1 : 0;
  const tier = below(3);
  const listed = new Set();
  while (listed.size < CHOICES) listed.add(below(POSTS));
  for (const post of listed) {
    columns.choicePost[at] = post;
    columns.choiceMark[at] = (tier * 2 + below(2)) * 2 + eligible;
    at += 1;
  }
}

/** The peer: objects, arrays and `sort`, as one writes it from the textbook: all free people ask, each post sorts whom it has and who asks. */
function plain({ people, seats: all, reserved, choiceStart, choicePost, choiceMark, drawRank, span }) {
  const held = Array.from(all, () => []);
  const next = Array.from({ length: people }, (_, person) => choiceStart[person]);
  const choice = new Int32Array(people).fill(-1);
  const kind = new Uint8Array(people);
  let free = Array.from({ length: people }, (_, person) => person);
  while (free.length > 0) {
    const asking = new Map();
    for (const person of free) {
      if (next[person] === choiceStart[person + 1]) continue;
      const at = next[person]++;
      const claim = {
        person,
        at,
        key: (choiceMark[at] >> 1) * span + drawRank[person],
        eligible: (choiceMark[at] & 1) === 1,
      };
      const list = asking.get(choicePost[at]);
      if (list) list.push(claim);
      else asking.set(choicePost[at], [claim]);
    }
    free = [];
    for (const [post, claims] of asking) {
      const sorted = [...held[post], ...claims].sort((one, other) => one.key - other.key);
      const kept = new Set(sorted.filter(({ eligible }) => eligible).slice(0, reserved[post]));
      let room = all[post] - kept.size;
      held[post] = [];
      for (const claim of sorted) {
        choice[claim.person] = -1;
        if (kept.has(claim)) kind[claim.person] = 1;
        else if (room > 0) {
          room -= 1;
          kind[claim.person] = 2;
        } else {
          kind[claim.person] = 0;
          free.push(claim.person);
          continue;
        }
        choice[claim.person] = claim.at;
        held[post].push(claim);
      }
    }
  }
  return { choice, kind };
}

const hashOf = ({ choice, kind }) => createHash('sha256').update(choice).update(kind).digest('hex');
const timed = (work) => {
  globalThis.gc?.();
  const start = performance.now();
  const placement = work(columns);
  return { ms: performance.now() - start, placement };
};
const sorted = (values) => [...values].sort((one, other) => one - other);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const spread = (values, digits) => ({
  median: Number(median(values).toFixed(digits)),
  min: Number(Math.min(...values).toFixed(digits)),
  max: Number(Math.max(...values).toFixed(digits)),
});

const [ours, ratios, audits] = [[], [], []];
let placed = 0;
for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
  const [first, second] = round % 2 === 0 ? [deferredAcceptance, plain] : [plain, deferredAcceptance];
  const one = timed(first);
  const other = timed(second);
  if (hashOf(one.placement) !== hashOf(other.placement)) {
    process.stderr.write(`ALLOCATION_DIFFERS in round ${round}: the two give different placements\n`);
    process.exit(1);
  }
  globalThis.gc?.();
  const start = performance.now();
  const { overfilled, misreserved, envy, waste } = auditPlacement(columns, one.placement);
  const auditMs = performance.now() - start;
  if (overfilled + misreserved + envy + waste > 0) {
    process.stderr.write(`ALLOCATION_UNSOUND in round ${round}: envy ${envy}, waste ${waste}\n`);
    process.exit(1);
  }
  if (round < WARM_UPS) continue;
  const [mine, peer] = first === deferredAcceptance ? [one, other] : [other, one];
  ours.push(mine.ms);
  ratios.push(peer.ms / mine.ms);
  audits.push(auditMs);
  placed = mine.placement.choice.reduce((sum, at) => sum + Number(at >= 0), 0);
}

const result = {
  people: PEOPLE,
  choices: CHOICES,
  seats: SEATS,
  posts: POSTS,
  placed,
  plainDividedByOurs: spread(ratios, 1),
  roundMs: spread(ours, 0),
  roundLimitMs: LIMIT_MS,
  auditMs: spread(audits, 0),
  auditLimitMs: AUDIT_LIMIT_MS,
  rounds: ROUNDS,
  order: 'alternating, placements equal by hash',
  threads: 1,
  cpu: cpus()[0]?.model ?? '',
  node: process.versions.node,
};
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', 'allocation.json'), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(
  `allocation: ${PEOPLE} people × ${CHOICES} choices, ${SEATS} seats at ${POSTS} posts\n  plain ÷ ours: median ${result.plainDividedByOurs.median} (${result.plainDividedByOurs.min}–${result.plainDividedByOurs.max}) over ${ROUNDS} rounds, placements equal\n  round: median ${result.roundMs.median} ms (limit ${LIMIT_MS}); audit: median ${result.auditMs.median} ms (limit ${AUDIT_LIMIT_MS})\n`,
);
const full = PEOPLE >= 1_000_000;
if (full && (result.roundMs.median > LIMIT_MS || result.auditMs.median > AUDIT_LIMIT_MS)) {
  process.stderr.write('ALLOCATION_SLOW: over the limit\n');
  process.exit(1);
}
