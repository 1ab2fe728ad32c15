// npm run check: what CI runs. Every step runs, whatever happened before it; exit 1 if any failed.
//   npm run check -- --without tests       leave steps out
//   npm run check -- --only format,lint    these steps alone
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, secondsSince } from './lib/project.mjs';

const bin = (file) => [process.execPath, [join(root, 'node_modules', ...file.split('/'))]];
const script = (file, ...args) => [process.execPath, [join(root, 'scripts', file), ...args]];
const tool = (file, ...args) => {
  const [command, start] = bin(file);
  return [command, [...start, ...args]];
};

/** name → commands, one after the other. `loud` ones take minutes: their lines are shown as they come. */
const STEPS = [
  { name: 'format', run: [tool('@biomejs/biome/bin/biome', 'format', '.')] },
  { name: 'lint', run: [tool('oxlint/bin/oxlint', '--deny-warnings', 'apps', 'libs', 'scripts', 'bench')] },
  {
    name: 'types',
    run: [tool('typescript/bin/tsc', '--noEmit'), tool('typescript/bin/tsc', '--noEmit', '-p', 'libs/ui/src/enhance')],
  },
  { name: 'boundaries', run: [script('boundaries.mjs')] },
  { name: 'schema', run: [script('schema.mjs', '--check')] },
  { name: 'portal-types', run: [script('generate-gql.mjs', '--check')] },
  { name: 'drift', run: [script('drift.mjs')] },
  { name: 'docker', run: [script('docker-lint.mjs')] },
  { name: 'nest-build', run: [script('nest-builds.mjs')] },
  { name: 'later', run: [script('test-later.mjs', '--embedded')], loud: true },
  { name: 'tests', run: [script('test.mjs')], loud: true },
];

const after = (flag) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? [] : (process.argv[at + 1] ?? '').split(',').filter(Boolean);
};
const only = after('--only');
const without = after('--without');
const unknown = [...only, ...without].filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `CHECK_UNKNOWN: ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}\n`,
  );
  process.exit(1);
}

function runOne([command, args], loud) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
    });
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', (error) => resolve({ ok: false, said: error.message }));
    child.once('close', (status) => resolve({ ok: status === 0, said }));
  });
}

prepare((line) => process.stdout.write(`${line}\n`));
const wanted = STEPS.filter(({ name }) => (only.length === 0 || only.includes(name)) && !without.includes(name));
const lines = [];

async function step({ name, run, loud = false }) {
  const start = Date.now();
  let ok = true;
  for (const command of run) {
    const one = await runOne(command, loud);
    if (!one.ok && one.said) process.stderr.write(`\n--- ${name}\n${one.said.trimEnd()}\n---\n`);
    ok &&= one.ok;
  }
  const line = { ok, text: `${name.padEnd(12)} ${secondsSince(start).padStart(6)} s  ${ok ? 'ok' : 'FAILED'}` };
  lines.push(line);
  process.stdout.write(`check: ${line.text}\n`);
}

// The quiet ones two at a time: each keeps about one core busy. The suites bring their own workers.
const queue = wanted.filter(({ loud }) => !loud);
const lane = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await step(next);
};
await Promise.all([lane(), lane()]);
for (const next of wanted.filter(({ loud }) => loud)) await step(next);
const failures = lines.filter((line) => !line.ok);
process.stdout.write(
  `\n${lines.map((line) => line.text).join('\n')}\ncheck: ${failures.length === 0 ? 'all steps passed' : `${failures.length} of ${lines.length} steps FAILED`}\n`,
);
process.exit(failures.length === 0 ? 0 : 1);
