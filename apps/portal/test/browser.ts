import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** True when the browser gates can run; otherwise they count as skipped. */
export const hasChromium = existsSync(CHROMIUM);
export const HOW_TO_ENABLE = 'needs Chromium: apt-get install chromium fonts-noto-cjk';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--font-render-hinting=none'] });

/** How a page is looked at: width, reading settings, forced colours. */
export interface Mode {
  name: string;
  width: number;
  reading: string;
  forced?: boolean;
}

export const MODES: readonly Mode[] = [
  { name: '320', width: 320, reading: 'normal.light' },
  { name: '1280', width: 1280, reading: 'normal.light' },
  { name: 'huge-320', width: 320, reading: 'huge.light' },
  { name: 'contrast-390', width: 390, reading: 'normal.contrast' },
  { name: 'dark-390', width: 390, reading: 'normal.dark' },
  { name: 'forced-390', width: 390, reading: 'normal.light', forced: true },
];

const HEIGHT = 800;

/** A browser of one person in one mode. */
export async function contextFor(
  browser: Browser,
  site: string,
  mode: Mode,
  options: { session?: string; script?: boolean } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: HEIGHT },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: options.script ?? true,
    acceptDownloads: true,
    ...(mode.forced ? { forcedColors: 'active' as const } : {}),
  });
  await context.addCookies([
    { name: 'txg_reading', value: mode.reading, url: site },
    ...(options.session ? [{ name: 'txg_session', value: options.session, url: site }] : []),
  ]);
  return context;
}

/** What a look at a page found wrong; empty when nothing. */
export interface Findings {
  /** axe: rule and places */
  axe: string[];
  /** pixels that the page is wider than the screen (1.4.10) */
  overflow: number;
  /** controls under 44 × 44 px that stand alone (2.5.5) */
  small: string[];
  h1: number;
  /** reports of the content policy, and errors of scripts */
  complaints: string[];
}

/** Controls by the size one can hit: a box or radio counts together with its label, a link in a sentence is exempt. */
const SMALL_CONTROLS = `(() => {
  const least = 43.5;
  const area = (element) => {
    const boxes = [element.getBoundingClientRect(), ...[...(element.labels ?? [])].map((label) => label.getBoundingClientRect())];
    return { height: Math.max(...boxes.map((box) => box.height)), width: Math.max(...boxes.map((box) => box.width)) };
  };
  const inSentence = (element) =>
    element.tagName === 'A' && getComputedStyle(element).display === 'inline' && element.parentElement.textContent.trim() !== element.textContent.trim();
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => element.getClientRects().length > 0 && !element.classList.contains('skip') && !inSentence(element))
    .filter((element) => { const { height, width } = area(element); return height < least || width < least; })
    .map((element) => element.tagName + ' ' + (element.textContent || element.name).trim().slice(0, 20));
})()`;

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Opens an address and looks at it: axe, reflow, targets, headings, policy reports. */
export async function look(
  context: BrowserContext,
  url: string,
  shot?: string,
): Promise<Findings & { status: number }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    const response = await page.goto(url);
    await page.evaluate('document.fonts.ready');
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    const findings = {
      status: response?.status() ?? 0,
      axe: violations.map(
        (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
      overflow: await page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)'),
      small: await page.evaluate<string[]>(SMALL_CONTROLS),
      h1: await page.locator('h1').count(),
      complaints,
    };
    if (shot) await page.screenshot({ path: shot, fullPage: true });
    return findings;
  } finally {
    await page.close();
  }
}

/** Presses a button by its whole text. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();

/** Follows a link by its whole text. */
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('link', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
