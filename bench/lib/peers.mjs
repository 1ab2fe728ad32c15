// Packages that only benchmarks compare with: bench/peers, its own lockfile, installed when first asked for, never by npm start.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'peers');
const stamp = join(folder, 'node_modules', '.install-stamp');
const required = createRequire(join(folder, 'package.json'));

/** @returns true when the packages are there */
function installed(say) {
  const key = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(process.versions.node)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return true;
  say('Installing what is compared with (bench/peers, 70 MB, once) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) say(`PEERS_NOT_INSTALLED: ${stderr.trim()}`);
  else writeFileSync(stamp, key);
  return status === 0;
}

/** The peers that could be installed; null for one that could not. */
export function peerPackages(say) {
  const there = installed(say);
  const of = (name) => {
    try {
      return there
        ? { ...required(name), version: required(join(folder, 'node_modules', name, 'package.json')).version }
        : null;
    } catch {
      return null;
    }
  };
  return { duckdb: of('@duckdb/node-api'), roaring: of('roaring') };
}
