import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { complaintsOf, contextFor, faultsOfOpenPage, hasChromium, launch, press } from './browser.js';
import { idOf, sessionOf } from './county.js';
import { type TestPortal, testPortal } from './portal-process.js';

const MINUTE = 60_000;
const HERE = `/reveal/casePhone/${idOf(801)}?back=${encodeURIComponent(`/desk/people/${idOf(801)}`)}`;
const VALUE = '13800138000';

let browser: Browser;
let portal: TestPortal;
beforeAll(async () => {
  if (!hasChromium) return;
  portal = await testPortal();
  browser = await launch();
}, MINUTE);
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const suite = hasChromium ? describe : describe.skip;

suite('看完整号码', () => {
  const open = async (script: boolean): Promise<{ context: BrowserContext; page: Page }> => {
    const cookies = `txg_session=${sessionOf('COUNSELLOR')}`;
    const context = await contextFor(browser, portal.site, { cookies, javaScriptEnabled: script });
    const page = await context.newPage();
    if (script) await page.clock.install();
    await page.goto(`${portal.site}/desk/people/${idOf(801)}`);
    await page.getByRole('link', { name: '看完整手机号' }).click();
    return { context, page };
  };
  const ask = async (page: Page): Promise<void> => {
    await page.getByLabel('联系本人').check();
    await page.getByLabel('具体办什么事').fill('约他星期三去面试');
    await press(page, '看完整手机号');
    await page.locator('#clear-value').waitFor();
  };
  const shown = (page: Page): Promise<string | null> => page.locator('#clear-value').textContent();

  it(
    'asks what for, shows the number for a minute, and takes it out of the page',
    async () => {
      const { context, page } = await open(true);
      const complaints = complaintsOf(page);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(HERE);
      expect(await faultsOfOpenPage(page)).toEqual([]);
      await ask(page);
      expect(await shown(page)).toBe(VALUE);
      // Groups by spacing: what is read out and copied is one number.
      expect(await page.locator('#clear-value span').allTextContents()).toEqual(['1380', '0138', '000']);
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('clear-value');
      expect(await page.locator('main').innerText()).toContain('显示到 09:01:05');
      // The page's clock also goes by itself: half of the minute is left for a busy machine.
      await page.clock.runFor(MINUTE / 2);
      expect(await shown(page)).toBe(VALUE);
      await page.clock.runFor(MINUTE / 2);
      expect(await shown(page)).toBe('时间到了，号码收起来了');
      expect(await page.content()).not.toContain('1380');
      expect(complaints).toEqual([]);
      await context.close();
    },
    2 * MINUTE,
  );

  it(
    'does not come back by the history',
    async () => {
      const { context, page } = await open(true);
      await ask(page);
      expect(await faultsOfOpenPage(page)).toEqual([]);
      await page.getByRole('link', { name: '看完了，返回' }).click();
      await page.getByRole('heading', { level: 1, name: '马小兰' }).waitFor();
      const asked = portal.api.asked.filter(({ operation }) => operation === 'reveal').length;
      // What was not to be stored cannot be shown again: the browser has a page of its own for that.
      await page.goBack().catch(() => undefined);
      expect(await page.locator('html').innerText()).not.toContain('1380');
      expect(portal.api.asked.filter(({ operation }) => operation === 'reveal').length).toBe(asked);
      await context.close();
    },
    MINUTE,
  );

  it(
    'is left by the browser alone where no script runs, and is never on paper',
    async () => {
      const { context, page } = await open(false);
      const answer = page.waitForResponse((one) => one.request().method() === 'POST');
      await ask(page);
      const headers = (await answer).headers();
      expect((await answer).status()).toBe(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.refresh).toBe(`60; url=${HERE}&over=1`);
      expect(await page.locator('main').innerText()).toContain('显示到 09:01:05，到时自动收起');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#clear-value').isVisible()).toBe(false);
      await page.goto(`${portal.site}${HERE}&over=1`);
      expect(await page.locator('main').innerText()).toContain('时间到了，号码收起来了');
      await context.close();
    },
    MINUTE,
  );
});
