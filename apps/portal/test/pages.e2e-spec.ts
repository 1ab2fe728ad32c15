import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { complaintsOf, contextFor, faultsOfOpenPage, hasChromium, launch } from './browser.js';
import { ACTING, ENDED, ROLES } from './county.js';
import { type Product, product } from './product.js';
import { FORMS } from './routes.js';

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

/** Everything wrong on the pages of a role, by address. */
async function faultsOn(role: string | null, paths: readonly string[]): Promise<Record<string, string[]>> {
  const context = await contextFor(browser, county.site, { cookies: county.cookies(role) });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    const response = await page.goto(county.site + path);
    const faults = response?.status() === 200 ? [] : [`status ${response?.status()}`];
    faults.push(...(await faultsOfOpenPage(page)), ...complaints.splice(0));
    if (faults.length > 0) found[path] = faults;
  }
  await context.close();
  return found;
}

const suite = hasChromium ? describe : describe.skip;

suite('every page: axe, 320 px, every theme, spacing, target size, policy', () => {
  it('are many', () => expect(county.targets.length).toBeGreaterThan(40));
  it.each([null, ...ROLES, ACTING, ENDED])(
    'of %s',
    async (role) => {
      const paths = county.targets.filter((target) => target.role === role).map(({ path }) => path);
      expect(await faultsOn(role, paths)).toEqual({});
    },
    6 * MINUTES,
  );
  it('a page that is not there', async () => {
    const found = await faultsOn(null, ['/nowhere']);
    expect(found).toEqual({ '/nowhere': ['status 404'] });
  });
});

suite('every form with errors', () => {
  it(
    'says so in its title, takes the focus to the summary, and keeps the rules of a page',
    async () => {
      const found: Record<string, string[]> = {};
      for (const { role, path, chosen } of FORMS) {
        if (chosen) continue;
        // What only the small county has: its rows and its set-up link.
        if (county.real && /019a0000|link=one/.test(path)) continue;
        const context = await contextFor(browser, county.site, { cookies: county.cookies(role) });
        const page = await context.newPage();
        await page.goto(county.site + path);
        for (const box of await page
          .locator('main form[method=post] input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')
          .filter({ visible: true })
          .all())
          await box.fill('');
        const response = page.waitForResponse((answer) => answer.request().method() === 'POST');
        await page.locator('main form[method=post] .btn:not(.second)').first().click();
        const faults = (await response).status() === 422 ? [] : ['not 422'];
        await page.waitForLoadState();
        if (!(await page.title()).startsWith('有错误：')) faults.push('3.3.1: the title does not say it');
        if ((await page.evaluate('document.activeElement.className')) !== 'summary')
          faults.push('no focus on the summary');
        for (const link of await page.locator('.summary a').all()) {
          const id = (await link.getAttribute('href'))?.slice(1);
          if ((await page.locator(`[id="${id}"]`).count()) !== 1) faults.push(`#${id} leads nowhere`);
        }
        faults.push(...(await faultsOfOpenPage(page)));
        if (faults.length > 0) found[path] = faults;
        await context.close();
      }
      expect(found).toEqual({});
    },
    4 * MINUTES,
  );
});

suite('the gate itself', () => {
  it(
    'finds planted faults',
    async () => {
      const context = await contextFor(browser, county.site);
      const page = await context.newPage();
      await page.goto(`${county.site}/help`);
      await page.evaluate(`(() => {
      const image = document.createElement('img');
      const wide = document.createElement('div');
      wide.setAttribute('aria-hidden', 'maybe');
      Object.assign(wide.style, { width: '900px', height: '1px' });
      const link = document.createElement('a');
      link.href = '/x'; link.textContent = '小'; Object.assign(link.style, { display: 'inline-block', height: '10px' });
      document.querySelector('main').append(image, wide, document.createElement('h1'), link);
    })()`);
      const faults = (await faultsOfOpenPage(page)).join('\n');
      for (const part of ['axe image-alt', '1.4.10', '2.5.5 too small: A 小', '2 h1', 'huge:'])
        expect(faults).toContain(part);
      await context.close();
    },
    MINUTES,
  );
});
