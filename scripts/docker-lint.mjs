// docker/ without a Docker engine: rules over the Dockerfile and compose.yaml, and then each of its processes,
// by its command and environment as written, run by a user who owns nothing.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort, startChild, statusOf } from './lib/child.mjs';
import { parseDockerfile } from './lib/dockerfile.mjs';
import { prepare, root } from './lib/project.mjs';
import { scratchDatabase, scratchFolder, writeKeys } from './lib/scratch.mjs';
import { redisAnswers, redisUrl } from './lib/services.mjs';

const NOBODY = 65534;
const ENDED_BY_SIGTERM = 143;
const PROCESSES = ['api', 'portal', 'worker'];
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|KEY/i;

prepare((line) => process.stderr.write(`${line}\n`));
const problems = [];
const must = (holds, problem) => void (holds || problems.push(problem));
const text = (file) => readFileSync(join(root, file), 'utf8');

function lintDockerfile() {
  const stages = parseDockerfile(text('docker/Dockerfile'));
  const last = stages.at(-1);
  const known = new Set();
  must(stages.length >= 2, 'Dockerfile: build and run need a stage each');
  for (const stage of stages) {
    must(
      /:(?!latest)[\w.-]+$/.test(stage.image) || known.has(stage.image),
      `Dockerfile: ${stage.image} has no fixed tag`,
    );
    known.add(stage.name);
    for (const { word, rest } of stage.steps) {
      must(word !== 'ADD', 'Dockerfile: COPY, not ADD');
      must(!(['ENV', 'ARG'].includes(word) && SECRET_NAME.test(rest.split('=')[0])), `Dockerfile: a secret in ${word}`);
      must(!['CMD', 'ENTRYPOINT'].includes(word) || rest.startsWith('['), `Dockerfile: ${word} in exec form`);
      if (word !== 'COPY') continue;
      const parts = rest.split(/\s+/);
      const from = parts.find((part) => part.startsWith('--from='))?.slice('--from='.length);
      if (from) must(known.has(from), `Dockerfile: no stage "${from}"`);
      else
        for (const source of parts.filter((part) => !part.startsWith('--')).slice(0, -1))
          must(existsSync(join(root, source)), `Dockerfile: ${source} is not in the repository`);
    }
  }
  const words = last.steps.map((step) => step.word);
  const user = last.steps.find((step) => step.word === 'USER')?.rest;
  must(user !== undefined && user !== 'root' && user !== '0', 'Dockerfile: the last stage runs as root');
  must(words.indexOf('USER') < words.indexOf('CMD'), 'Dockerfile: USER before CMD');
  must(
    !last.steps.some(({ word, rest }) => word === 'RUN' && /apt-get|npm i/.test(rest)),
    'Dockerfile: the last stage installs',
  );
  const ignored = text('.dockerignore').split('\n');
  for (const name of ['.git', 'node_modules', 'dist', 'data', 'docker'])
    must(ignored.includes(name), `.dockerignore: ${name} would be sent to the build`);
  return last.steps
    .filter(({ word, rest }) => word === 'COPY' && !rest.includes('--from='))
    .map(({ rest }) => rest.split(/\s+/));
}

function lintCompose(compose) {
  const { services } = compose;
  const command = (name) => (services[name]?.command ?? []).join(' ');
  must(
    PROCESSES.every((name) => services[name]) && services.migrate,
    'compose: api, portal, worker and migrate are wanted',
  );
  must((services.database?.image ?? '').startsWith('mysql:8'), 'compose: MySQL 8 is wanted');
  must(command('database').includes('--collation-server=utf8mb4_bin'), 'compose: the database needs utf8mb4_bin');
  must(/--maxmemory-policy noeviction/.test(command('redis')), 'compose: Redis needs noeviction');
  for (const name of ['database', 'redis']) {
    must(services[name]?.healthcheck, `compose: ${name} has no health check`);
    must(!services[name]?.ports, `compose: ${name} is open to the outside`);
  }
  for (const name of ['api', 'portal']) must(services[name]?.healthcheck, `compose: ${name} has no health check`);
  for (const name of [...PROCESSES, 'migrate']) {
    const service = services[name] ?? {};
    must(service.init === true, `compose: ${name} needs an init process, or its signal does not end it`);
    must(
      service.read_only === true && service.cap_drop?.includes('ALL'),
      `compose: ${name} may do more than it has to`,
    );
    must(
      Array.isArray(service.command) && existsSync(join(root, service.command[1])),
      `compose: ${name} runs no file of the build`,
    );
    must(service.environment?.NODE_ENV === 'production', `compose: ${name} runs outside production mode`);
    must(
      name === 'portal' ||
        name === 'migrate' ||
        service.depends_on?.migrate?.condition === 'service_completed_successfully',
      `compose: ${name} starts before the migrations`,
    );
    for (const [variable, value] of Object.entries(service.environment ?? {}))
      must(
        !(SECRET_NAME.test(variable) && variable !== 'TONGXING_KEYS'),
        `compose: ${name} has a secret in ${variable}=${value}`,
      );
  }
  for (const [name, { image }] of Object.entries(services))
    must(!image.endsWith(':latest'), `compose: ${name} has no fixed tag`);
}

/** Whatever the built code imports has to be there without the development packages. */
function lintImports() {
  const { dependencies, optionalDependencies = {} } = JSON.parse(text('package.json'));
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'test' || entry.name === 'testing' ? [] : walk(path);
      return entry.name.endsWith('.js') ? [path] : [];
    });
  const wanted = new Set();
  for (const file of walk(join(root, 'dist')))
    for (const [, name] of readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)(?:import|export) [^;]*?from ['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g,
    ))
      if (!name.startsWith('node:') && !name.startsWith('.')) wanted.add(name);
  // Named by a package of ours as its peer, or by our types only.
  const brought = new Set(['express']);
  for (const name of wanted)
    must(
      dependencies[name] || optionalDependencies[name] || brought.has(name),
      `${name} is imported by the build, but is no dependency`,
    );
}

/** What the image's last stage holds, owned by whoever runs this; the user who runs the processes owns /data only. */
function stageImage(copies, scratch) {
  const app = join(scratch, 'app');
  const data = join(scratch, 'data');
  mkdirSync(app);
  mkdirSync(data);
  cpSync(join(root, 'dist'), join(app, 'dist'), { recursive: true });
  for (const parts of copies) {
    const target = parts.at(-1);
    for (const source of parts.slice(0, -1))
      cpSync(join(root, source), join(app, target.endsWith('/') ? join(target, source) : target), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'), 'dir');
  return { app, data };
}

/** Values that compose takes from its .env and its network, as they are on this machine. */
function environmentOf(service, replace) {
  return Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, String(replace[name] ?? value)]),
  );
}

async function runAll(compose, copies) {
  const database = await scratchDatabase();
  if (!database || !(await redisAnswers())) {
    process.stdout.write(
      'processes: NOT run, a database server and Redis are wanted; to enable it: TEST_MYSQL_URL, TEST_REDIS_URL\n',
    );
    return;
  }
  const { folder, remove } = scratchFolder('image');
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  try {
    const { app, data } = stageImage(copies, folder);
    const keys = writeKeys(join(folder, 'keys.json'));
    if (asRoot) for (const path of [data, keys]) chownSync(path, NOBODY, NOBODY);
    chmodSync(app, 0o755);
    if (
      asRoot &&
      spawnSync(process.execPath, ['-e', 'require("reflect-metadata")'], { cwd: app, ...user }).status !== 0
    ) {
      problems.push(
        `processes: user ${NOBODY} can't read node_modules here; move the repository where others may read`,
      );
      return;
    }
    const apiPort = await freePort();
    const replace = {
      TONGXING_KEYS: keys,
      TONGXING_DATA_DIR: data,
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl(),
      API_URL: `http://127.0.0.1:${apiPort}`,
      TONGXING_PROXIES: '',
    };
    const run = async (name, port) => {
      const service = compose.services[name];
      const [, ...args] = service.command;
      const env = { ...environmentOf(service, replace), ...(port ? { PORT: String(port) } : {}) };
      return startChild(process.execPath, args, { cwd: app, env, ...user });
    };
    const ended = async (name, child) => {
      const status = await child.stop();
      must(status === ENDED_BY_SIGTERM, `${name}: ended with ${status} after SIGTERM\n${child.stdout}${child.stderr}`);
    };

    const migrate = await run('migrate');
    const status = statusOf(await migrate.ended);
    if (status !== 0) throw new Error(`migrate: ended with ${status}\n${migrate.stdout}${migrate.stderr}`);

    const portalPort = await freePort();
    const api = await run('api', apiPort);
    await api.says(/api: http/);
    const others = [
      ['portal', await run('portal', portalPort), /portal: http/],
      ['worker', await run('worker'), /worker: running jobs/],
    ];
    for (const [, child, ready] of others) await child.says(ready);
    for (const [name, port] of [
      ['api', apiPort],
      ['portal', portalPort],
    ]) {
      // The health check as compose writes it, its port taken from the process's own environment.
      const [, , ...probe] = compose.services[name].healthcheck.test;
      const probed = startChild(process.execPath, probe, { cwd: app, env: { PORT: String(port) }, ...user });
      must(statusOf(await probed.ended) === 0, `${name}: its health check fails\n${probed.stderr}`);
    }
    for (const [name, child] of [...others, ['api', api]]) await ended(name, child);
    process.stdout.write(
      `processes: migrate, api, portal, worker run as ${asRoot ? `user ${NOBODY}` : 'the present user'}\n`,
    );
  } catch (error) {
    problems.push(error.message);
  } finally {
    await database.remove();
    remove();
  }
}

const copies = lintDockerfile();
lintImports();
let yaml;
try {
  // Comes with Jest; absent, the rest is checked all the same.
  yaml = createRequire(pathToFileURL(join(root, 'package.json')))('js-yaml');
} catch {
  process.stdout.write('compose.yaml: NOT checked, no YAML parser is installed\n');
}
if (yaml) {
  const compose = yaml.load(text('docker/compose.yaml'));
  lintCompose(compose);
  if (problems.length === 0) await runAll(compose, copies);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(problems.length === 0 ? 'docker/ is well\n' : `${problems.length} problems in docker/\n`);
process.exit(problems.length === 0 ? 0 : 1);
