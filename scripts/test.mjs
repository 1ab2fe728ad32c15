// npm test: every test that can run here. Says what is skipped and how to enable it; closes with one line of totals.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './lib/project.mjs';
import { chromiumPath, describeServices } from './lib/services.mjs';

prepare((line) => process.stdout.write(`${line}\n`));
for (const line of await describeServices()) process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'tongxing-test-'));
const results = join(folder, 'results.json');
const shift = process.env.TEST_TODAY ? ` --import ${pathToFileURL(join(root, 'scripts', 'shift-clock.mjs')).href}` : '';
const browser = chromiumPath();
const chromium = browser === undefined ? {} : { TEST_CHROMIUM: browser };
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    // Jest's own --json goes to stdout; the readable report is on stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...chromium,
      NODE_ENV: 'test',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''}${shift}`.trim(),
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));

jest.on('close', (status) => {
  let code = status ?? 1;
  try {
    const {
      numPassedTests,
      numFailedTests,
      numPendingTests,
      numTodoTests,
      numFailedTestSuites,
      numRuntimeErrorTestSuites,
    } = JSON.parse(readFileSync(results, 'utf8'));
    // A file that could not even be loaded has no failed test of its own, and must not pass for none.
    const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : numRuntimeErrorTestSuites);
    process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`);
    if (failed > 0 || numPassedTests === 0) code ||= 1;
  } catch {
    process.stderr.write('TESTS_BROKEN: Jest wrote no results\n');
    code ||= 1;
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
});
