import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Job } from '@tongxing/jobs';
import { dataSourceFactory, migrate } from '@tongxing/database';
import { type Child, freePort, startChild, statusOf } from '../lib/child.mjs';
import { scratchDatabase, scratchFolder, writeKeys } from '../lib/scratch.mjs';
import { redisAnswers, redisUrl, serverAnswers } from '../lib/services.mjs';

/** Processes as they are built and started, by what they say and how they end. */
const built = (path: string): string => join(process.cwd(), 'dist', path);
const api = built('apps/api/src/main.js');
const worker = built('apps/worker/src/main.js');
const portal = built('apps/portal/src/main.js');
const standalone = built('apps/standalone/src/main.js');
const cli = built('apps/standalone/src/cli.js');

const { folder, remove } = scratchFolder('processes');
const keys = writeKeys(join(folder, 'keys.json'));
const production = { NODE_ENV: 'production', TONGXING_KEYS: keys, TONGXING_DATA_DIR: folder };
afterAll(remove);

const SIGTERM_STATUS = 143;
/** A suite on another day starts its processes on that day too. */
const { NODE_OPTIONS = '', TEST_TODAY = '' } = process.env;
const shift: Record<string, string> = TEST_TODAY ? { NODE_OPTIONS, TEST_TODAY } : {};
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

  it('api and portal, each a process of its own, show pages by trusted documents and count a visitor by her address', async () => {
    const database = await scratchDatabase();
    if (!database) throw new Error('the server went away');
    const shared: Record<string, string> = (await redisAnswers()) ? { REDIS_URL: redisUrl() } : {};
    const env = { ...production, ...shared, DATABASE_URL: database.url };
    const [apiPort, portalPort] = [await freePort(), await freePort()];
    const children: Child[] = [];
    try {
      expect((await outcome(cli, env, 'migrate', '--json')).status).toBe(0);
      const apiProcess = start(api, { ...env, PORT: String(apiPort) });
      const portalProcess = start(portal, {
        ...production,
        API_URL: `http://127.0.0.1:${apiPort}`,
        PORT: String(portalPort),
        TONGXING_PROXIES: '127.0.0.1,::1',
      });
      children.push(portalProcess, apiProcess);
      await apiProcess.says(/api: http/);
      await portalProcess.says(/portal: http/);
      const site = `http://localhost:${portalPort}`;
      // Another place at each run: the count lives in Redis longer than a run does.
      const place = randomBytes(4).toString('hex').replace(/(.{4})(.{4})/, '2001:db8:$1:$2::7');
      const from = { 'x-forwarded-for': place };

      for (const path of ['/', '/jobs', '/notices', '/levy']) {
        const page = await fetch(site + path, { headers: from });
        expect([path, page.status]).toEqual([path, 200]);
        expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
      }
      expect(await (await fetch(`${site}/levy`, { headers: from })).text()).toContain('同心县');

      const form = await fetch(`${site}/login/staff`, { headers: from });
      const csrf = /name="csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
      const cookie = form.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const signIn = async (headers: Record<string, string>): Promise<number> => {
        const body = new URLSearchParams({ csrf, account: 'nobody', password: 'not-the-password' });
        const sent = { method: 'POST', headers: { ...headers, origin: site, cookie }, body };
        return (await fetch(`${site}/login/staff`, sent)).status;
      };
      const statuses: number[] = [];
      for (let turn = 1; turn <= 11; turn += 1) statuses.push(await signIn(from));
      expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
      expect(await signIn({ 'x-forwarded-for': place.replace('db8', 'db9') })).toBe(422);

      // The open files come through the portal: the same by 304, and counted by the visitor's address.
      const file = (name: string, headers: Record<string, string>) => fetch(`${site}/open/${name}`, { headers });
      const json = await file('posts.json', from);
      expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(await json.json()).toMatchObject({ format: 'tongxing-open-posts/1', posts: [] });
      const same = await file('posts.json', { ...from, 'if-none-match': json.headers.get('etag') ?? '' });
      expect([same.status, await same.text()]).toEqual([304, '']);
      const csv = await file('posts.csv', from);
      expect([csv.status, csv.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="open-posts.csv"']);
      const counted: number[] = [];
      for (let turn = 4; turn <= 31; turn += 1) counted.push((await file('posts.csv', from)).status);
      expect(counted).toEqual([...Array<number>(27).fill(200), 429]);
      const refused = await file('posts.csv', from);
      expect(await refused.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await file('posts.csv', { 'x-forwarded-for': place.replace('db8', 'db9') })).status).toBe(200);
    } finally {
      for (const child of children) await child.stop();
      await database.remove();
    }
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
