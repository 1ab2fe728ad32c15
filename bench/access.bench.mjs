// What access checks and decryption cost: the hottest lists through the real api over HTTP, beside the same lists with every check answering
// yes and every secret opened before: node bench/access.bench.mjs [rounds]. Reads dist/ (npm run build first). One process, the demo county,
// requests alternating; the answers must be equal, or it fails. Asked: 1.5 times at most for the list of posts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { scratchFolder } from '../scripts/lib/scratch.mjs';
import { load } from './lib/people.mjs';

const ROUNDS = Number(process.argv[2]) || 400;
const WARM_UPS = 50;
const ASKED = 1.5;
/** Both read as the portal asks for them; the second opens ten people's secrets. */
const LISTS = {
  matchedPosts: {
    login: 'seeker',
    query: `{ matchedPosts(first: 10) { totalCount asOf { day } pageInfo { endCursor hasNextPage } edges { cursor node {
      answer score reasons cautions post { id title employerName divisionName closesOn monthlyWageYuan { low high } } } } } }`,
  },
  caseload: {
    login: 'counsellor',
    query: `{ caseload(first: 10) { totalCount edges { cursor node { personId name maskedCertificate birthYear divisionName dueOn } } } }`,
  },
};

await import('reflect-metadata');
const [access, database, platform, { createApi }, { entities }, { RATES }, { seedDemo }, { TONGXIN }] =
  await Promise.all(
    [
      'libs/access/src/index.js',
      'libs/database/src/index.js',
      'libs/platform/src/index.js',
      'apps/api/src/create-api.js',
      'apps/api/src/entities.js',
      'apps/api/src/limits/rates.js',
      'apps/standalone/src/demo/seed.js',
      'apps/standalone/src/demo/county.js',
    ].map(load),
  );

const { folder, remove } = scratchFolder('bench-access');
const config = platform.loadConfig({
  TONGXING_DATA_DIR: folder,
  NODE_ENV: 'test',
  TONGXING_LOG_LEVEL: 'silent',
});
const dataSource = await database.dataSourceFactory(config.database, entities);
await database.migrate(dataSource);
await dataSource.destroy();
// One person asks here in a minute what a day would hold; counting goes on in both.
const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 1e9 }]));
const app = await createApi(config, { runJobs: false, rates });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address();
await seedDemo(app, { counties: [TONGXIN] });

/** Replaces methods, and gives them back. */
const patched = (target, methods) => {
  const before = Object.fromEntries(Object.keys(methods).map((name) => [name, target[name]]));
  return { on: () => Object.assign(target, methods), off: () => Object.assign(target, before) };
};
const sessions = app.get(access.SessionService);
const crypto = app.get(platform.CryptoProvider);
const opened = new Map();
const open = crypto.open.bind(crypto);
const viewers = new Map();
/** Nobody is looked up, nothing is asked of the policy, nothing is deciphered twice. */
const without = [
  patched(sessions, { viewerOf: (authorization) => Promise.resolve(viewers.get(authorization)) }),
  patched(access.AccessGuard.prototype, { canActivate: () => true }),
  patched(access.Policy, {
    can: () => true,
    covers: () => true,
    requireCovers: () => undefined,
    require: (viewer) => viewer,
  }),
  patched(crypto, {
    open: (sealed, place) => {
      if (!opened.has(sealed)) opened.set(sealed, open(sealed, place));
      return opened.get(sealed);
    },
  }),
];

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const ask = (authorization, query) =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ query });
    const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
    });
    sent.once('error', reject);
    sent.end(body);
  });
const at = (sorted, share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(3));

const result = { people: 14_731, first: 10, rounds: ROUNDS, askedRatio: ASKED, lists: {} };
try {
  for (const [name, { login, query }] of Object.entries(LISTS)) {
    const client = { viaPortal: false, address: '198.51.100.1', agent: '' };
    const token = await sessions.signIn({ login, password: access.DEMO_PASSWORD }, client);
    const authorization = `Bearer ${token}`;
    viewers.set(authorization, await sessions.viewerOf(authorization, undefined));
    const times = { with: [], without: [] };
    for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
      const answers = {};
      // Alternating, so that a busy machine is busy for both.
      for (const way of round % 2 === 0 ? ['with', 'without'] : ['without', 'with']) {
        for (const patch of without) patch[way === 'without' ? 'on' : 'off']();
        const start = performance.now();
        answers[way] = await ask(authorization, query);
        const took = performance.now() - start;
        if (round >= 0) times[way].push(took);
      }
      for (const patch of without) patch.off();
      if (answers.with !== answers.without || !answers.with.includes('"cursor"')) {
        process.stderr.write(`ACCESS_DIFFERS: ${name} answers otherwise without its checks\n`);
        process.exit(1);
      }
    }
    const sorted = Object.fromEntries(
      Object.entries(times).map(([way, list]) => [way, list.toSorted((a, b) => a - b)]),
    );
    const ratio = Number((at(sorted.with, 0.5) / at(sorted.without, 0.5)).toFixed(2));
    result.lists[name] = {
      ratio,
      withMs: { median: at(sorted.with, 0.5), p95: at(sorted.with, 0.95) },
      withoutMs: { median: at(sorted.without, 0.5), p95: at(sorted.without, 0.95) },
    };
    console.log(
      `access: ${name}, first 10: ${at(sorted.with, 0.5)} ms with checks and decryption, ${at(sorted.without, 0.5)} ms without; ratio ${ratio}`,
    );
  }
} finally {
  agent.destroy();
  await app.close();
  remove();
}
Object.assign(result, { cpu: cpus()[0]?.model ?? '', node: process.versions.node });
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results', 'access.json'), `${JSON.stringify(result, null, 2)}\n`);
if (result.lists.matchedPosts.ratio > ASKED) process.exitCode = 1;
