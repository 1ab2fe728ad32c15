import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { contextFor, hasChromium, launch } from './browser.js';
import { type Product, product } from './product.js';

const MINUTES = 60_000;
let browser: Browser;
let county: Product;
beforeAll(async () => {
  if (!hasChromium) return;
  county = await product();
  browser = await launch();
  // A real product lets one place sign in ten times a minute: the eleventh role waits.
}, 3 * MINUTES);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

/** The element with the focus: what it is, where it stands, and how its ring looks. */
interface Focused {
  what: string;
  ring: number;
  ringColour: string;
  inView: boolean;
  order: number;
}
const FOCUSED = `(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const all = [...document.querySelectorAll('*')];
  return {
    what: element.tagName + ' ' + (element.textContent || element.name || '').trim().slice(0, 20),
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    ringColour: style.outlineColor,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    order: all.indexOf(element),
  };
})()`;
/** Everything that the Tab key has to reach; of a group of radio buttons only one. */
const REACHABLE = `(() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((element) => element.getClientRects().length > 0 || element.classList.contains('skip'))
    .filter((element) => { if (element.type !== 'radio') return true; const fresh = !groups.has(element.name); groups.add(element.name); return fresh; })
    .length;
})()`;
const MOST_STOPS = 150;

/** Presses Tab from the top of the page until the focus leaves it. */
async function walk(page: Page): Promise<Focused[]> {
  const stops: Focused[] = [];
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<Focused>(FOCUSED);
    if (focused.what.startsWith('BODY') || stops.some(({ order }) => order === focused.order)) break;
    stops.push(focused);
  }
  return stops;
}

const WALKED = [
  '/',
  '/levy',
  '/me/jobs',
  '/me/grants/TRAIN/apply',
  '/org/compliance?year=2026',
  '/desk/people',
  '/office/notices',
  '/finance/batches',
  '/demo',
];

const suite = hasChromium ? describe : describe.skip;

suite('with the keyboard alone', () => {
  it(
    '2.1.1, 2.4.3, 2.4.7: Tab reaches every control in reading order, each in view with a ring of 3 px',
    async () => {
      const found: Record<string, string[]> = {};
      const paths = county.targets.filter(({ path }) => WALKED.includes(path));
      expect(paths.length).toBeGreaterThanOrEqual(county.real ? 5 : WALKED.length);
      for (const { role, path } of paths) {
        const context = await contextFor(browser, county.site, { cookies: county.cookies(role) });
        const page = await context.newPage();
        await page.goto(county.site + path);
        // The summary of an answer takes the focus by script; here the walk begins at the top.
        await page.evaluate('document.activeElement.blur()');
        await page.evaluate('getSelection().setPosition(document.body, 0)');
        const reachable = await page.evaluate<number>(REACHABLE);
        const stops = await walk(page);
        const faults = [
          ...stops.filter(({ ring }) => ring < 3).map(({ what, ring }) => `ring of ${ring} px: ${what}`),
          ...stops.filter(({ inView }) => !inView).map(({ what }) => `not in view: ${what}`),
          ...stops
            .filter(({ order }, index) => index > 0 && order < (stops[index - 1] as Focused).order)
            .map(({ what }) => `out of order: ${what}`),
        ];
        if (stops[0]?.what !== 'A 跳到正文') faults.push(`first stop: ${stops[0]?.what}`);
        if (stops.length !== reachable) faults.push(`${stops.length} stops, ${reachable} controls`);
        if (faults.length > 0) found[path] = faults;
        await context.close();
      }
      expect(found).toEqual({});
    },
    4 * MINUTES,
  );

  it('2.4.1: the skip link leads past the navigation', async () => {
    const context = await contextFor(browser, county.site);
    const page = await context.newPage();
    await page.goto(`${county.site}/help`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
    await context.close();
  });

  it('3.3.1: a refused form is reached from its summary, by Enter on the link', async () => {
    const context = await contextFor(browser, county.site);
    const page = await context.newPage();
    await page.goto(`${county.site}/login/staff`);
    await page.locator('#account').focus();
    await page.keyboard.press('Enter');
    await page.locator('.summary:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('account');
    await context.close();
  });
});
