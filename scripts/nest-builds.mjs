// `npx nest build <app>` for each app of nest-cli.json, each from nothing in a folder of its own, and then the start of what it built,
// in production mode and, where a server answers, on a server database.
//   node scripts/nest-builds.mjs [app …]
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, secondsSince } from './lib/project.mjs';
import { freePort, startChild, statusOf } from './lib/child.mjs';
import { scratchDatabase, scratchFolder, writeKeys } from './lib/scratch.mjs';
import { redisAnswers, redisUrl } from './lib/services.mjs';

/** What `nest build` needs of a fresh clone. */
const SOURCES = [
  'apps',
  'libs',
  'nest-cli.json',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const ENDED_BY_SIGTERM = 143;
const BUILD_MS = 300_000;

prepare((line) => process.stderr.write(`${line}\n`));
const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8'));
const wanted = process.argv.slice(2);
const apps = wanted.length > 0 ? wanted : Object.keys(projects);
const scratch = scratchFolder('nest');
const main = (app) => join(scratch.folder, app, 'dist', 'apps', app, 'src', 'main.js');

async function build(app) {
  const start = Date.now();
  const tree = join(scratch.folder, app);
  mkdirSync(tree);
  for (const source of SOURCES) cpSync(join(root, source), join(tree, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'dir');
  // The step "types" has looked through every type; here they would be looked through once more for each app.
  const settings = join(tree, 'tsconfig.build.json');
  const { compilerOptions, ...rest } = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(settings, JSON.stringify({ ...rest, compilerOptions: { ...compilerOptions, noCheck: true } }));
  const nest = startChild(
    process.execPath,
    [join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build', app],
    {
      cwd: tree,
    },
  );
  const timer = setTimeout(() => nest.signal('SIGKILL'), BUILD_MS);
  const status = statusOf(await nest.ended);
  clearTimeout(timer);
  if (status !== 0) throw new Error(`nest build ${app} ended with ${status}\n${nest.stdout}${nest.stderr}`);
  process.stdout.write(`nest build ${app} (${secondsSince(start)} s)\n`);
}

/** Two at a time: the compiler keeps one core busy. */
async function buildAll() {
  const queue = [...apps];
  const failures = [];
  const lane = async () => {
    for (let app = queue.shift(); app; app = queue.shift())
      await build(app).catch((error) => {
        failures.push(app);
        process.stderr.write(`${error.message}\n`);
      });
  };
  await Promise.all([lane(), lane()]);
  return failures;
}

async function answer(url, options) {
  const response = await fetch(url, options);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

const asksGraphql = async (port) => {
  const text = await answer(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  if (!text.includes('"Query"')) throw new Error(`the api answered ${text.slice(0, 300)}`);
};
const asksPage = async (port) => {
  const text = await answer(`http://127.0.0.1:${port}/help`);
  if (!text.includes('<html')) throw new Error(`no page: ${text.slice(0, 300)}`);
};

/** app → what it says when it is ready, what is asked of it then. */
const LOOKS = {
  api: [/api: http\S+/, asksGraphql],
  portal: [/portal: http\S+/, asksPage],
  worker: [/worker: running jobs/, async () => undefined],
  standalone: [/Tongxing: http\S+/, async (port) => Promise.all([asksGraphql(port), asksPage(port)])],
};

async function start(app, env) {
  const began = Date.now();
  const port = await freePort();
  const folder = join(scratch.folder, `${app}-run`);
  mkdirSync(folder);
  const child = startChild(process.execPath, [main(app)], { cwd: folder, env: { ...env, PORT: String(port) } });
  const [ready, look] = LOOKS[app];
  try {
    await child.says(ready);
    await look(port);
  } catch (error) {
    await child.stop();
    throw new Error(`${app}: ${error.message}\n${child.stdout}${child.stderr}`);
  }
  const status = await child.stop();
  if (status !== ENDED_BY_SIGTERM)
    throw new Error(`${app} ended with ${status} after SIGTERM\n${child.stdout}${child.stderr}`);
  process.stdout.write(`${app} starts, answers and ends (${secondsSince(began)} s)\n`);
}

/** By the command line as `npm run tongxing` builds it: api and worker never migrate. */
async function migrate(env) {
  const cli = join(root, 'dist', 'apps', 'standalone', 'src', 'cli.js');
  const child = startChild(process.execPath, [cli, 'migrate', '--json'], { cwd: scratch.folder, env });
  const status = statusOf(await child.ended);
  if (status !== 0) throw new Error(`migrate ended with ${status}\n${child.stdout}${child.stderr}`);
}

const failed = new Set(await buildAll());
const database = await scratchDatabase();
try {
  const keys = writeKeys(join(scratch.folder, 'keys.json'));
  const production = { NODE_ENV: 'production', TONGXING_KEYS: keys };
  const server = { ...production, ...(database ? { DATABASE_URL: database.url } : {}) };
  const redis = (await redisAnswers()) ? { REDIS_URL: redisUrl() } : {};
  const built = apps.filter((app) => !failed.has(app));
  if (database && built.length > 0) await migrate(server);
  for (const app of built) {
    const onServer = app === 'api' || app === 'worker';
    if (onServer && !database) {
      process.stdout.write(
        `${app}: built, not started: no database server answers; to enable it: set TEST_MYSQL_URL\n`,
      );
      continue;
    }
    const env = onServer ? { ...server, ...redis } : production;
    // The portal's pages that need no data are shown without an api too.
    await start(app, app === 'portal' ? { ...env, API_URL: 'http://127.0.0.1:9' } : env).catch((error) => {
      failed.add(app);
      process.stderr.write(`${error.message}\n`);
    });
  }
} catch (error) {
  failed.add('migrate');
  process.stderr.write(`${error.message}\n`);
} finally {
  await database?.remove();
  scratch.remove();
}
process.stdout.write(failed.size === 0 ? `nest build: ${apps.length} apps\n` : `FAILED: ${[...failed].join(', ')}\n`);
process.exit(failed.size === 0 ? 0 : 1);
