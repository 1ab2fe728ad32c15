// node scripts/pictures.mjs [url]: the pictures of the README, taken from a running product in demo mode (npm start).
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './lib/project.mjs';
import { chromiumPath } from './lib/services.mjs';

const MAX_BYTES = 150_000;
const DESK = { width: 1000, height: 720 };
const PHONE = { width: 390, height: 780 };
const LEVY = new URLSearchParams({
  year: '2026',
  divisionCode: '640324',
  unitKind: 'ENTERPRISE',
  employees: '120',
  averageWageYuan: '60000',
  countedHires: '1',
});

/** name, who looks (a role's word on /demo), where, how; `follow`: the first link that leads there. */
const PICTURES = [
  { name: 'home', path: '/', size: DESK },
  { name: 'levy', path: `/levy?${LEVY}`, size: { ...DESK, height: 960 } },
  { name: 'posts', role: '求职者', path: '/me/jobs', size: PHONE },
  { name: 'reasons', role: '求职者', path: '/me/jobs', follow: 'main a[href^="/me/jobs/"]', size: PHONE },
  { name: 'large-print', role: '求职者', path: '/me/jobs', size: PHONE, reading: 'huge.contrast' },
  { name: 'employer', role: '单位经办人', path: '/org/compliance', size: DESK },
  { name: 'caseload', role: '就业辅导员', path: '/desk/people', size: DESK },
  { name: 'approvals', role: '审核人', path: '/office/benefits', size: DESK },
  { name: 'batches', role: '财务', path: '/finance/batches', size: DESK },
];

const site = (process.argv[2] ?? 'http://localhost:3000').replace(/\/$/, '');
const executablePath = chromiumPath();
if (!executablePath) {
  process.stderr.write(
    'CHROMIUM_MISSING: apt-get install chromium-headless-shell fonts-noto-cjk, or set TEST_CHROMIUM\n',
  );
  process.exit(1);
}
const folder = join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

async function signIn(page, role) {
  await page.goto(`${site}/demo`);
  const entry = page.locator('li', { hasText: role }).first();
  await entry.getByRole('button').click();
  await page.waitForLoadState();
}

async function take(browser, { name, role, path, follow, size, reading = 'normal.light' }) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  try {
    await context.addCookies([{ name: 'txg_reading', value: reading, url: site }]);
    const page = await context.newPage();
    if (role) await signIn(page, role);
    let answer = await page.goto(`${site}${path}`);
    if (follow) {
      const href = await page.locator(follow).first().getAttribute('href');
      answer = await page.goto(new URL(href, site).href);
    }
    if (answer?.status() !== 200) throw new Error(`${page.url()} answered ${answer?.status()}`);
    await page.evaluate('document.fonts.ready');
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    const { size: bytes } = statSync(file);
    if (bytes > MAX_BYTES)
      throw new Error(`${name}.png has ${bytes} bytes, more than ${MAX_BYTES}: make its window smaller`);
    process.stdout.write(`docs/pictures/${name}.png  ${Math.round(bytes / 1000)} KB\n`);
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] });
let failed = 0;
for (const picture of PICTURES) {
  await take(browser, picture).catch((error) => {
    failed += 1;
    process.stderr.write(`PICTURE_FAILED ${picture.name}: ${error.message.split('\n', 1)[0]}\n`);
  });
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
