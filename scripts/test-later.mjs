// npm run test:later: the same suite on later days, when today's law, certificates and calendars have moved on.
//   npm run test:later -- 2028-02-01      one day of your own
//   npm run test:later -- --embedded      what knows of days, without servers and browsers, on the last of the days (a step of the check)
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLOCK } from './boundaries.mjs';
import { root } from './lib/project.mjs';

/** After the year's filing opens, and after the levy relief has run out. */
const DAYS = ['2027-01-15', '2028-02-01'];

/** Nothing answers on the port of the discard service. */
const NOWHERE = { TEST_MYSQL_URL: 'mariadb://127.0.0.1:9', TEST_REDIS_URL: 'redis://127.0.0.1:9' };
/** Minutes of work in which no day stands: rules (which may know no clock: boundaries), tables and keys, how jobs are handed out. */
const WITHOUT_DAYS = [
  'scripts/',
  'libs/database/',
  'libs/ui/',
  'libs/rules/',
  'libs/platform/src/test/key',
  'libs/jobs/src/test/job-runner',
  'apps/api/src/limits/',
  'apps/portal/test/edge',
  'apps/standalone/test/documents',
  'apps/standalone/src/demo/test/county',
];
const OTHER_CLOCKS = /SystemClock|DemoClock/;

/** A suite and the helpers of tests that it is made of. */
function textOf(file, seen = new Set()) {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  const parts = [text];
  for (const [, target] of text.matchAll(/from '(\.{1,2}\/[^']+)\.js'/g)) {
    const helper = join(dirname(file), `${target}.ts`);
    if (/\/(?:test|testing)\//.test(helper) && existsSync(join(root, helper))) parts.push(textOf(helper, seen));
  }
  return parts.join('\n');
}

/** Suites without processes that a later day can change: those that stand still at a day of their own are the same on every other. */
function suitesOfDays() {
  const { stdout } = spawnSync('git', ['ls-files', 'apps', 'libs'], { cwd: root, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((file) => /\.(?:db-)?spec\.tsx?$/.test(file) && !WITHOUT_DAYS.some((start) => file.startsWith(start)))
    .filter((file) => {
      const text = textOf(file);
      return !text.includes('FixedClock') || OTHER_CLOCKS.test(text) || CLOCK.test(text);
    });
}

const embedded = process.argv.includes('--embedded');
const given = process.argv.slice(2).filter((argument) => argument !== '--embedded');
const days = given.filter((argument) => /^\d{4}-\d{2}-\d{2}$/.test(argument));
const rest = [
  ...given.filter((argument) => !days.includes(argument)),
  ...(embedded ? ['--runTestsByPath', ...suitesOfDays()] : []),
];
let failed = 0;
const usual = embedded ? DAYS.slice(-1) : DAYS;
for (const day of days.length > 0 ? days : usual) {
  process.stdout.write(`\nThe suite on ${day}:\n`);
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), ...rest], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(embedded ? NOWHERE : {}), TEST_TODAY: day },
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
