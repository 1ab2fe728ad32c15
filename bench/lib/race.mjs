// The protocol of matching.md §6: two contestants take turns on the same work, the hashes of what they give must be equal.
import { createHash } from 'node:crypto';

const WARM_UPS = 2;
const ROUNDS = 9;

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const short = (value) => Number(value.toPrecision(3));
/** Median and spread, three digits each. */
export const spread = (values) => ({
  median: short(median(values)),
  min: short(Math.min(...values)),
  max: short(Math.max(...values)),
});
export const told = ({ median: middle, min, max }) => `${middle} (${min}–${max})`;
export const hashOf = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/**
 * @param ours, theirs `run()` does the work and gives its answer; `lines(answer)` makes text of it, untimed
 * @param before what comes before each round, untimed: other people
 * @returns ratios theirs ÷ ours by round, and both times in ms
 */
export async function race(name, ours, theirs, { rounds = ROUNDS, before = async () => undefined } = {}) {
  const [ratios, ourMs, theirMs] = [[], [], []];
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    await before(round + WARM_UPS);
    const took = new Map();
    const hashes = new Set();
    for (const one of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) {
      globalThis.gc?.();
      const start = performance.now();
      const answer = await one.run();
      took.set(one, performance.now() - start);
      hashes.add(hashOf(one.lines(answer)));
    }
    if (hashes.size !== 1) {
      process.stderr.write(`MATCH_DIFFERS: ${name} gives other lists in round ${round}\n`);
      process.exit(1);
    }
    if (round < 0) continue;
    ourMs.push(took.get(ours));
    theirMs.push(took.get(theirs));
    ratios.push(took.get(theirs) / took.get(ours));
  }
  return { ratio: spread(ratios), ourMs: spread(ourMs), theirMs: spread(theirMs), rounds };
}
