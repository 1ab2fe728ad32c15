// What every command needs first: the right Node, the packages, the build. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './lock.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const INSTALL_STAMP = join(root, 'node_modules', '.install-stamp');
const BUILD_STAMP = join(root, 'dist', '.build-stamp');
const LOCK = join(tmpdir(), `tongxing-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
const OLDEST_NODE = [20, 19];
/** Files that the code reads at run time beside its modules, as they are. */
const ASSETS = /\.(?:css|gql|graphql|json|mjs|svg)$/;

/** Seconds since `start`, one decimal. */
export const secondsSince = (start) => ((Date.now() - start) / 1000).toFixed(1);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    process.stderr.write(
      `NODE_TOO_OLD: this is Node ${process.versions.node}; Tongxing needs ${OLDEST_NODE.join('.')} or newer.\n`,
    );
    process.exit(1);
  }
}

/** The wanted packages and the Node they were fetched for. The lockfile is left out: installing may rewrite it. */
function installKey() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'allowScripts'];
  return createHash('sha256')
    .update(JSON.stringify(kinds.map((kind) => wanted[kind])))
    .update(process.versions.node)
    .digest('hex');
}

function install(say) {
  const key = installKey();
  if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === key) return;
  const start = Date.now();
  say('Installing packages …');
  // With NODE_ENV=production npm would leave out what the build needs.
  const done = spawnSync(
    'npm',
    ['install', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (done.status !== 0) {
    process.stderr.write(`INSTALL_FAILED: npm install ended with status ${done.status}.\n${done.stderr ?? ''}\n`);
    process.exit(1);
  }
  writeFileSync(INSTALL_STAMP, key);
  say(`Installed packages (${secondsSince(start)} s)`);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

const sources = () => ['apps', 'libs'].flatMap((folder) => [...filesBelow(join(root, folder))]);

/** Makes dist/ current, for whoever has installed already. */
export function build(say) {
  const files = sources();
  const newest = Math.max(
    ...[...files, join(root, '.swcrc'), join(root, 'package.json')].map((file) => statSync(file).mtimeMs),
  );
  // The list of files belongs to the stamp: a removed file must not live on in dist.
  const key = `${newest} ${files.length}`;
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === key) return;
  const start = Date.now();
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'),
      'apps',
      'libs',
      '-d',
      'dist',
      '--config-file',
      '.swcrc',
      '--quiet',
      '--delete-dir-on-start',
    ],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) {
    process.stderr.write(`BUILD_FAILED\n${done.stdout}${done.stderr}\n`);
    process.exit(1);
  }
  for (const file of files.filter((name) => ASSETS.test(name))) {
    const target = join(root, 'dist', relative(root, file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
  writeFileSync(BUILD_STAMP, key);
  say(`Built (${secondsSince(start)} s)`);
}

/** Makes dist/ current. `say` gets one line a step that had something to do. */
export function prepare(say = () => undefined) {
  requireNode();
  oneAtATime(LOCK, () => {
    install(say);
    build(say);
  });
}

/**
 * npm passes no signal on to what it runs: without this watch the server would outlive `npm start` and keep port and file.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
