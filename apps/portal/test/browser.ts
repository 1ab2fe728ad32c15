import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** `npm test` finds it. */
const CHROMIUM = process.env.TEST_CHROMIUM;

/** True when the browser gates can run; otherwise they count as skipped, and `npm test` says how to enable them. */
export const hasChromium = CHROMIUM !== undefined;

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--font-render-hinting=none'] });

const HEIGHT = 800;
/** A4 less its margins, at 96 dots an inch. */
const PAPER = 658;
/** The narrowest screen a page has to fit: 1280 px at 400 %. */
export const NARROW = 320;

/** A browser of one person; `cookies` as text of a Cookie header. */
export async function contextFor(
  browser: Browser,
  site: string,
  options: BrowserContextOptions & { cookies?: string } = {},
): Promise<BrowserContext> {
  const { cookies, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: NARROW, height: HEIGHT },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A colour half-way through its change is nobody's colour.
    reducedMotion: 'reduce',
    ...rest,
  });
  const pairs = (cookies ?? '').split('; ').filter(Boolean);
  await context.addCookies(
    pairs.map((pair) => ({ name: pair.split('=')[0] as string, value: pair.slice(pair.indexOf('=') + 1), url: site })),
  );
  return context;
}

/** How a page is looked at besides the first way (320 px, standard size, light). The attributes are what the server renders of the cookie. */
export interface Mode {
  name: string;
  width: number;
  size?: 'large' | 'huge';
  theme?: 'dark' | 'contrast';
  forced?: boolean;
  /** the spacing that a reader may set (1.4.12) */
  spaced?: boolean;
}

export const MODES: readonly Mode[] = [
  { name: '1280', width: 1280 },
  { name: 'huge', width: NARROW, size: 'huge' },
  { name: 'contrast', width: 390, theme: 'contrast' },
  { name: 'dark', width: 390, theme: 'dark' },
  { name: 'forced', width: 390, forced: true },
  { name: 'spaced', width: NARROW, spaced: true },
];

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

/** Text that is cut off: a box that hides what does not fit. Named regions may scroll. */
const CLIPPED = `[...document.querySelectorAll('main *, header *, footer *, nav *')]
  .filter((element) => !element.classList.contains('vh') && !element.closest('.vh'))
  .filter((element) => { const style = getComputedStyle(element);
    return ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.display !== 'inline'; })
  .map((element) => element.tagName + ' ' + (element.textContent || '').trim().slice(0, 20))`;

const OVERFLOW = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The rules themselves, without the builder around them: it opens a second page for every run, and our pages have no frames.
const requireHere = createRequire(import.meta.url);
const AXE = readFileSync(
  createRequire(requireHere.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Runs the given rules, or all of our standard, on the open page. */
async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>("typeof window.axe === 'object'"))) await page.evaluate(AXE);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: AXE_TAGS };
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'], reporter: 'no-passes', preload: false }).then(({ violations }) =>
      violations.map(({ id, nodes }) => 'axe ' + id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`,
  );
}

/** Puts the open page into a mode, without loading it again. */
export async function setMode(page: Page, mode: Mode): Promise<void> {
  await page.setViewportSize({ width: mode.width, height: HEIGHT });
  await page.emulateMedia({ forcedColors: mode.forced ? 'active' : 'none' });
  await page.evaluate(
    `(() => {
      const { dataset } = document.documentElement;
      delete dataset.size; delete dataset.theme;
      ${mode.size ? `dataset.size = '${mode.size}';` : ''}
      ${mode.theme ? `dataset.theme = '${mode.theme}';` : ''}
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${mode.spaced ? "'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'" : "''"});
      document.adoptedStyleSheets = [sheet];
    })()`,
  );
}

const SHOTS = process.env.TEST_SHOTS;

/** With TEST_SHOTS=<folder> every look is also a picture, to be read by eye. */
async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  const file = new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{20,}(\d{3})/g, '$1').replaceAll('/', '_');
  await page.screenshot({ path: join(SHOTS, `${file}-${name}.png`), fullPage: true });
}

/** What is wrong with the page that is open, in every mode; empty when nothing. */
export async function faultsOfOpenPage(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  await shot(page, 'first');
  const faults = await axe(page);
  const overflow = await page.evaluate<number>(OVERFLOW);
  if (overflow > 0) faults.push(`1.4.10: ${overflow} px wider than ${NARROW} px`);
  for (const small of await page.evaluate<string[]>(SMALL_CONTROLS)) faults.push(`2.5.5 too small: ${small}`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} h1`);
  for (const mode of MODES) {
    await setMode(page, mode);
    await shot(page, mode.name);
    const wider = await page.evaluate<number>(OVERFLOW);
    if (wider > 0) faults.push(`${mode.name}: ${wider} px wider than ${mode.width} px`);
    if (mode.spaced) for (const cut of await page.evaluate<string[]>(CLIPPED)) faults.push(`1.4.12 cut off: ${cut}`);
    if (mode.theme) faults.push(...(await axe(page, ['color-contrast'])).map((fault) => `${mode.name} ${fault}`));
  }
  await setMode(page, { name: 'first', width: NARROW });
  if (SHOTS) {
    await page.setViewportSize({ width: PAPER, height: HEIGHT });
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'print');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: NARROW, height: HEIGHT });
  }
  return faults;
}

/** Collects what the browser complains about: policy reports, errors of scripts. Answers of 4xx and 5xx are pages. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Presses a button by its whole text. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();

/** Follows a link by its whole text. */
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('link', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
