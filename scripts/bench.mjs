// npm run bench [-- name … --option …]: benchmarks under bench/, each a ratio against a peer or a limit in one run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './lib/project.mjs';

prepare((line) => process.stderr.write(`${line}\n`));
const folder = join(root, 'bench');
const all = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const files = wanted.length === 0 ? all : wanted.map((name) => `${name}.bench.mjs`);
const unknown = files.filter((file) => !all.includes(file));
if (unknown.length > 0) {
  process.stderr.write(
    `BENCH_UNKNOWN: ${unknown.join(', ')}. There are: ${all.map((file) => file.replace('.bench.mjs', '')).join(', ') || 'none'}\n`,
  );
  process.exit(1);
}
mkdirSync(join(folder, 'results'), { recursive: true });
for (const file of files) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, file), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
