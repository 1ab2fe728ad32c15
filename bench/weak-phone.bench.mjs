// When the main thing of a page stands on a weak phone (400 ms, 50 KB/s, a sixth of the speed), beside the limit of the design:
// node bench/weak-phone.bench.mjs [rounds]. Starts the built product on a small demo county (npm run build first); needs Chromium.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, startChild } from '../scripts/lib/child.mjs';
import { root } from '../scripts/lib/project.mjs';
import { scratchFolder } from '../scripts/lib/scratch.mjs';
import { chromiumPath } from '../scripts/lib/services.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
const KB = 1024;
const NETWORK = { offline: false, latency: 400, downloadThroughput: 50 * KB, uploadThroughput: 20 * KB };
const SLOWER = 6;
/** Largest contentful paint at most, in ms: public and seekers; everybody else. */
const LIGHT_MS = 2_500;
const STAFF_MS = 4_000;
const PAGES = [
  { path: '/', limitMs: LIGHT_MS },
  { path: '/jobs', limitMs: LIGHT_MS },
  { path: '/levy', limitMs: LIGHT_MS },
  { path: '/notices', limitMs: LIGHT_MS },
  { account: 'seeker', path: '/me', limitMs: LIGHT_MS },
  { account: 'seeker', path: '/me/jobs', limitMs: LIGHT_MS },
  { account: 'clerk', path: '/org/compliance', limitMs: STAFF_MS },
  { account: 'counsellor', path: '/desk/people', limitMs: STAFF_MS },
  { account: 'reviewer', path: '/office/benefits', limitMs: STAFF_MS },
  { account: 'officer', path: '/office/compliance', limitMs: STAFF_MS },
];
const LCP = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const executablePath = chromiumPath();
if (!executablePath) {
  process.stdout.write('weak-phone: skipped, there is no Chromium (apt-get install chromium-headless-shell)\n');
  process.exit(0);
}

const { folder, remove } = scratchFolder('weak-phone');
const env = { TONGXING_DATA_DIR: join(folder, 'data'), TONGXING_LOG_LEVEL: 'silent' };
const seeded = spawnSync(
  process.execPath,
  [join(root, 'dist/apps/standalone/src/cli.js'), 'seed', 'demo', '--people', '2000'],
  { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
);
if (seeded.status !== 0) process.exit(1);
const port = await freePort();
const product = startChild(process.execPath, [join(root, 'dist/apps/standalone/src/main.js')], {
  cwd: root,
  env: { ...env, PORT: String(port) },
});
const site = `http://localhost:${port}`;
await product.says(new RegExp(`localhost:${port}`));

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** The cookies of an account, by its button on /demo. */
async function signedIn(account) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}/demo`);
  await page.locator(`form:has(input[name=account][value="${account}"]) button`).first().click();
  await page.waitForLoadState();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A first visit, nothing in the cache. */
async function shownAfterMs(path, storageState) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, storageState });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const answer = await page.goto(site + path, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  const shown = await page.evaluate(LCP);
  await context.close();
  return shown;
}

const results = [];
try {
  for (const { account, path, limitMs } of PAGES) {
    const state = account ? await signedIn(account) : undefined;
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await shownAfterMs(path, state));
    times.sort((left, right) => left - right);
    const median = times[Math.floor(times.length / 2)];
    const row = {
      path,
      limitMs,
      medianMs: Math.round(median),
      worstMs: Math.round(times.at(-1)),
      ratio: Number((median / limitMs).toFixed(2)),
    };
    results.push(row);
    process.stdout.write(
      `${path.padEnd(20)} ${row.medianMs} ms of ${limitMs}: ratio ${row.ratio}, worst ${row.worstMs} ms\n`,
    );
  }
} finally {
  await browser.close();
  await product.stop();
  remove();
}
mkdirSync(join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  join(root, 'bench', 'results', 'weak-phone.json'),
  `${JSON.stringify({ rounds: ROUNDS, network: '400 ms, 50 KB/s', cpuSlower: SLOWER, pages: results, cpu: cpus()[0].model, node: process.versions.node }, null, 2)}\n`,
);
process.exit(results.every(({ ratio }) => ratio <= 1) ? 0 : 1);
