// npm run test:later: the same suite on later days, when today's law, certificates and calendars have moved on.
//   npm run test:later -- 2028-02-01      one day of your own
//   npm run test:later -- --embedded      what knows of days, without servers and browsers, on the last of the days (a step of the check)
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/project.mjs';

/** After the year's filing opens, and after the levy relief has run out. */
const DAYS = ['2027-01-15', '2028-02-01'];

/** Nothing answers on the port of the discard service. */
const NOWHERE = { TEST_MYSQL_URL: 'mariadb://127.0.0.1:9', TEST_REDIS_URL: 'redis://127.0.0.1:9' };
const WITHOUT_PROCESSES = ['--testPathPatterns', '\\.(db-)?spec\\.tsx?$'];
/**
 * Minutes of work in which no day stands: rules (which may know no clock: boundaries), tables and keys, the edge, how jobs are handed out, the
 * made-up county.
 */
const WITHOUT_DAYS = [
  '/node_modules/',
  '/scripts/',
  '/libs/database/',
  '/libs/ui/',
  '/libs/platform/src/test/key',
  '/apps/api/src/limits/',
  '/apps/portal/test/edge',
  '/apps/standalone/test/documents',
  '/libs/people/src/test/blind-rotation',
  '/libs/jobs/src/test/job-runner',
  '/libs/rules/',
  '/apps/standalone/src/demo/test/county',
].flatMap((pattern) => ['--testPathIgnorePatterns', pattern]);

const embedded = process.argv.includes('--embedded');
const given = process.argv.slice(2).filter((argument) => argument !== '--embedded');
const days = given.filter((argument) => /^\d{4}-\d{2}-\d{2}$/.test(argument));
const rest = [
  ...given.filter((argument) => !days.includes(argument)),
  ...(embedded ? [...WITHOUT_PROCESSES, ...WITHOUT_DAYS] : []),
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
