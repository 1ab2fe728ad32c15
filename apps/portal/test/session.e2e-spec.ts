import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { contextFor, faultsOfOpenPage, hasChromium, launch } from './browser.js';
import { type Product, product } from './product.js';

const MINUTES = 60_000;
let browser: Browser;
let county: Product;
beforeAll(async () => {
  if (!hasChromium) return;
  county = await product();
  browser = await launch();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

const suite = hasChromium ? describe : describe.skip;

suite('2.2.1 a session with five idle minutes left', () => {
  it(
    'says so without script, and leads beside the page to stay signed in',
    async () => {
      const context = await contextFor(browser, county.site, { cookies: county.cookies('SEEKER') });
      // The page's own script never comes; the gates need theirs.
      await context.route(/\/assets\/.*\.js$/, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${county.site}/me`);
      const banner = page.locator('.soon');
      expect(await banner.isVisible()).toBe(false);
      // The style sheet's own timer, run to its end.
      const delays = await page.evaluate(`document.getAnimations().map((one) => {
        const { delay } = one.effect.getTiming();
        one.finish();
        return delay;
      })`);
      expect(delays).toEqual([25 * MINUTES]);
      expect(await banner.isVisible()).toBe(true);
      expect(await banner.innerText()).toContain('再过 5 分钟会退出');
      expect(await faultsOfOpenPage(page)).toEqual([]);
      const [beside] = await Promise.all([context.waitForEvent('page'), banner.locator('a').click()]);
      await beside.waitForLoadState();
      expect(await beside.locator('h1').innerText()).toBe('可以继续用了');
      expect(new URL(page.url()).pathname).toBe('/me');
      await context.close();
    },
    MINUTES,
  );

  it(
    'asks in a dialog with script, and stays signed in without leaving the page',
    async () => {
      const context = await contextFor(browser, county.site, { cookies: county.cookies('SEEKER') });
      const page = await context.newPage();
      await page.clock.install();
      await page.goto(`${county.site}/me`);
      const dialog = page.getByRole('dialog');
      await page.clock.runFor(25 * MINUTES - 1_000);
      expect(await dialog.isVisible()).toBe(false);
      await page.clock.runFor(1_000);
      expect(await dialog.innerText()).toContain('再过 5 分钟会退出');
      expect(await faultsOfOpenPage(page)).toEqual([]);
      const kept = page.waitForResponse((answer) => answer.url().endsWith('/session/ending'));
      await page.getByRole('button', { name: '继续用' }).click();
      expect((await kept).status()).toBe(200);
      await dialog.waitFor({ state: 'hidden' });
      await page.clock.runFor(25 * MINUTES);
      expect(await dialog.isVisible()).toBe(true);
      await page.getByRole('button', { name: '知道了' }).click();
      expect(await dialog.isVisible()).toBe(false);
      await context.close();
    },
    MINUTES,
  );
});
