import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Job } from '@tongxing/jobs';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { type Child, freePort, startChild, statusOf } from '../lib/child.mjs';
import { scratchDatabase, scratchFolder, writeKeys } from '../lib/scratch.mjs';
import { serverAnswers } from '../lib/services.mjs';

/** Processes as they are built and started, by what they say and how they end. */
const built = (path: string): string => join(process.cwd(), 'dist', path);
const api = built('apps/api/src/main.js');
const worker = built('apps/worker/src/main.js');
const standalone = built('apps/standalone/src/main.js');
const cli = built('apps/standalone/src/cli.js');

const { folder, remove } = scratchFolder('processes');
const keys = writeKeys(join(folder, 'keys.json'));
const production = { NODE_ENV: 'production', TONGXING_KEYS: keys, TONGXING_DATA_DIR: folder };
afterAll(remove);

const SIGTERM_STATUS = 143;
/** A suite on another day starts its processes on that day too. */
const { NODE_OPTIONS = '', TEST_TODAY = '' } = process.env;
const shift = TEST_TODAY ? { NODE_OPTIONS, TEST_TODAY } : {};
const start = (main: string, env: Record<string, string>, ...args: string[]): Child =>
  startChild(process.execPath, [main, ...args], { cwd: folder, env: { ...shift, ...env } });

/** Runs to its end. */
async function outcome(main: string, env: Record<string, string>, ...args: string[]) {
  const child = start(main, env, ...args);
  const status = statusOf(await child.ended);
  return { status, stdout: child.stdout, stderr: child.stderr };
}

describe('a start that cannot go on', () => {
  it.each([
    ['PORT', { PORT: 'http' }, /^CONFIG_INVALID PORT: "http" is not a port .*Example: PORT=3000$/],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://u:geheim@x/y' }, /^CONFIG_INVALID DATABASE_URL: scheme .*Example: /],
    ['TONGXING_KEYS', { NODE_ENV: 'production' }, /^CONFIG_INSECURE TONGXING_KEYS: production needs a key file.*Example: /],
    ['an unknown name', { TONGXING_KEY: 'geheim' }, /^CONFIG_UNKNOWN TONGXING_KEY: there is no such setting.*Example: /],
  ])('is told in one line that names the problem and an example: %s', async (_, env, words) => {
    const { status, stdout, stderr } = await outcome(standalone, env as Record<string, string>);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd()).toMatch(words);
    expect(stderr.trimEnd()).not.toMatch(/\n|geheim/);
  });

  it('names a port that is in use and how to choose another one', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { status, stderr } = await outcome(standalone, { ...production, PORT: String(port) });
    server.close();
    expect(status).toBe(1);
    expect(stderr.trimEnd()).toMatch(new RegExp(`^PORT_BUSY: port ${port} is in use.*PORT=`));
  });

  it('says that several processes need a database server', async () => {
    const { status, stderr } = await outcome(api, production);
    expect(status).toBe(1);
    expect(stderr.trimEnd()).toMatch(/^DATABASE_EMBEDDED: .*DATABASE_URL=mysql:/);
  });

  it('says that no database server answers', async () => {
    const { status, stderr } = await outcome(api, { ...production, DATABASE_URL: 'mysql://u:geheim@127.0.0.1:1/x' });
    expect(status).toBe(1);
    expect(stderr.trimEnd()).toMatch(/^DATABASE_UNREACHABLE: .*ECONNREFUSED.*Start it/);
    expect(stderr).not.toMatch(/geheim|\n +at /);
  });
});

const onServer = (await serverAnswers()) ? describe : describe.skip;
onServer('on a database server (TEST_MYSQL_URL, or MariaDB on 127.0.0.1:3306)', () => {
  it('a database behind the code is told with the command that helps, and no process migrates by itself', async () => {
    const database = await scratchDatabase();
    if (!database) throw new Error('the server went away');
    const env = { ...production, DATABASE_URL: database.url, PORT: '0' };
    try {
      for (const main of [api, worker]) {
        const { status, stderr } = await outcome(main, env);
        expect(status).toBe(1);
        expect(stderr.trimEnd()).toMatch(/^MIGRATIONS_PENDING: \d+ migrations have not run\. Run: npm run tongxing -- migrate$/);
      }
      expect((await outcome(cli, env, 'migrate', '--json')).status).toBe(0);
      const child = start(worker, env);
      await child.says(/worker: running jobs/);
      expect(await child.stop()).toBe(SIGTERM_STATUS);
    } finally {
      await database.remove();
    }
  });

  it('a database that does not exist, and a wrong kind of server, are told', async () => {
    const database = await scratchDatabase();
    if (!database) throw new Error('the server went away');
    await database.remove();
    const gone = await outcome(api, { ...production, DATABASE_URL: database.url });
    expect(gone.status).toBe(1);
    expect(gone.stderr).toMatch(/^DATABASE_UNREACHABLE: .*ER_BAD_DB_ERROR.*create the database/);
  });

  it('a worker says that Redis does not answer', async () => {
    const database = await scratchDatabase();
    if (!database) throw new Error('the server went away');
    const env = { ...production, DATABASE_URL: database.url };
    try {
      await outcome(cli, env, 'migrate', '--json');
      const { status, stderr } = await outcome(worker, { ...env, REDIS_URL: 'redis://:geheim@127.0.0.1:1' });
      expect(status).toBe(1);
      expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^REDIS_UNREACHABLE: .*REDIS_URL/);
      expect(stderr).not.toContain('geheim');
    } finally {
      await database.remove();
    }
  });
});

describe('a process that is asked to end', () => {
  it('answers the request it has begun, takes no new one, and ends with 143', async () => {
    const port = await freePort();
    const child = start(standalone, { ...production, PORT: String(port) });
    await child.says(/Tongxing: http/);
    const body = JSON.stringify({ query: '{ __typename }' });
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    await once(socket, 'connect');
    // Head and half of the body: the request is running when the signal comes.
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.signal('SIGTERM');
    await refused(port);
    socket.write(body.slice(9));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('{"data":{"__typename":"Query"}}');
    expect(statusOf(await child.ended)).toBe(SIGTERM_STATUS);
  });

  it('finishes the job it has begun', async () => {
    const { folder: place, remove: clear } = scratchFolder('slow');
    const config = { engine: 'sqlite' as const, file: join(place, 'tongxing.sqlite') };
    const dataSource = await dataSourceFactory(config, [Job]);
    await migrate(dataSource);
    await dataSource.destroy();
    const child = start(built('libs/jobs/src/testing/slow-worker.js'), { TONGXING_DATA_DIR: place });
    await child.says(/started/);
    expect(await child.stop()).toBe(SIGTERM_STATUS);
    expect(child.stdout).toBe('started\nfinished\n');

    const after = await dataSourceFactory(config, [Job]);
    expect(await after.manager.countBy(Job, { state: 'DONE' })).toBe(1);
    await after.destroy();
    clear();
  });
});

/** Waits until nobody listens on the port any more. */
async function refused(port: number): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (!open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`port ${port} still takes requests`);
}
