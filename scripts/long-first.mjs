// The order of the suites: the longest first. On a machine that has never run them Jest goes by the size of a file, and the browser's gate,
// a short file of five minutes, would run alone at the end.
import sequencer from '@jest/test-sequencer';

/** From the longest on; what is not named follows in Jest's own order. */
const LONGEST = [
  'apps/portal/test/pages.e2e',
  'apps/standalone/test/fuzz.e2e',
  'apps/standalone/test/journeys.e2e',
  'scripts/test/processes.e2e',
  'apps/standalone/test/access-matrix.e2e',
  'libs/jobs/src/test/job-runner',
  'apps/portal/test/weight.e2e',
  'apps/api/test/leaks.e2e',
];
const rank = ({ path }) => {
  const at = LONGEST.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return at < 0 ? LONGEST.length : at;
};

export default class LongFirst extends (sequencer.default ?? sequencer) {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
