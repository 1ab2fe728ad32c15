import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CLIENT_ID, CLIENT_SECRET, type PlatformServer, platformServer } from '../../api/test/platform-server.js';
import { contextFor, follow, hasChromium, launch, press } from '../../portal/test/browser.js';
import { dataFolder, runScript } from './running.js';

const MINUTES = 60_000;
const data = dataFolder();
const folder = join(data.path, 'data');
let platform: PlatformServer;
let product: ChildProcess;
let browser: Browser;
let site: string;
let visitors = 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** The roster of the demo county, by its columns. */
function roster(): Record<string, string>[] {
  const text = readFileSync(join(folder, 'demo', '演示-640324-people.csv'), 'utf8').replace(/^\uFEFF/, '');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** The real product, a real provider beside it, and people at browsers of their own. */
(hasChromium ? describe : describe.skip)('the ways in of the product', () => {
  beforeAll(async () => {
    const seeded = await runScript('tongxing', ['seed', 'demo', '--people', '400', '--json'], {
      TONGXING_DATA_DIR: folder,
    });
    if (seeded.status !== 0) throw new Error(seeded.stderr);
    const port = await freePort();
    site = `http://localhost:${port}`;
    platform = await platformServer(`${site}/login/platform/back`);
    const secret = join(data.path, 'secret');
    writeFileSync(secret, CLIENT_SECRET, { mode: 0o600 });
    product = spawn(process.execPath, [join('dist', 'apps', 'standalone', 'src', 'main.js')], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        TONGXING_DATA_DIR: folder,
        TONGXING_LOG_LEVEL: 'error',
        // Each person comes from a place of her own: one place may sign in ten times a minute.
        TONGXING_PROXIES: '127.0.0.1,::1',
        TONGXING_SITE: site,
        TONGXING_OIDC_ISSUER: platform.issuer,
        TONGXING_OIDC_CLIENT_ID: CLIENT_ID,
        TONGXING_OIDC_CLIENT_SECRET_FILE: secret,
        TONGXING_OIDC_NAME: '示例政务平台',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const words of product.stdout ?? []) if (String(words).includes(site)) break;
    product.stdout?.resume();
    browser = await launch();
  }, 3 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    if (product) {
      product.kill();
      await once(product, 'exit');
    }
    await platform?.close();
    data.remove();
  });

  const visitor = async (script: boolean): Promise<Page> => {
    const context = await contextFor(browser, site, {
      javaScriptEnabled: script,
      extraHTTPHeaders: { 'X-Forwarded-For': `198.51.100.${(visitors += 1)}` },
    });
    return context.newPage();
  };
  const signedIn = async (account: string, script: boolean): Promise<Page> => {
    const page = await visitor(script);
    await page.goto(`${site}/demo`);
    await page.locator(`form:has(input[name=account][value="${account}"]) button`).click();
    return page;
  };
  /** What a browser complains of: a policy that stops a page's own way, a script that fails. */
  const complaints = (page: Page): string[] => {
    const heard: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) heard.push(message.text());
    });
    page.on('pageerror', (error) => heard.push(error.message));
    return heard;
  };

  describe.each([
    ['without script', false],
    ['with script', true],
  ])('%s', (_, script) => {
    it(
      'through the platform and back; nobody it names that is not registered, and nobody who gave up',
      async () => {
        const [person = {}] = roster();
        const page = await visitor(script);
        const heard = complaints(page);
        await page.goto(`${site}/me/jobs`);
        await page.goto(`${site}/login?next=/me/grants`);
        await follow(page, '用示例政务平台登录');
        expect(await heading(page)).toBe('示例政务平台');
        await page.getByLabel('身份证号').fill((person.残疾人证号 as string).slice(0, 18));
        await page.getByRole('button', { name: '登录' }).click();
        expect(new URL(page.url()).pathname).toBe('/me/grants');
        await press(page, '退出登录');

        // This platform changes the person by a page that sends itself, which needs a script: it forgets whom it knew.
        await page.context().clearCookies({ domain: new URL(platform.issuer).hostname });
        await page.goto(`${site}/login`);
        await follow(page, '用示例政务平台登录');
        await page.getByLabel('身份证号').fill('640324194901010013');
        await page.getByRole('button', { name: '登录' }).click();
        expect(await heading(page)).toBe('没有找到您的登记');
        expect(await main(page)).toContain('怎样登记');
        expect(await main(page)).not.toContain('640324194901010013');

        await follow(page, '回登录页');
        await follow(page, '用示例政务平台登录');
        await page.getByText('不登录').click();
        expect(await heading(page)).toBe('没有登录成');
        expect(heard).toEqual([]);
        await page.context().close();
      },
      2 * MINUTES,
    );

    it(
      'on the word of a counsellor, who is asked who it is; not everything may be done',
      async () => {
        const witness = await signedIn('counsellor', script);
        await witness.goto(`${site}/desk/people`);
        const text = await main(witness);
        const person = roster().find(({ 姓名: name = '-' }) => text.includes(name)) as Record<string, string>;
        const seeker = await visitor(script);
        const heard = [...complaints(seeker), ...complaints(witness)];
        await seeker.goto(`${site}/login`);
        await follow(seeker, '请人做证登录');
        await seeker.getByLabel('残疾人证号').fill(person.残疾人证号 as string);
        await press(seeker, '要做证码');
        const code = /做证码：([\d ]{11})/.exec(await main(seeker))?.[1] as string;
        await press(seeker, '继续');
        expect(await main(seeker)).toContain('您的做证码');
        expect(await main(seeker)).toContain('还没有人做证');

        await follow(witness, '做证登录');
        await witness.getByRole('textbox', { name: '做证码' }).fill(code);
        await press(witness, '查找');
        expect(await main(witness)).toContain(person.姓名);
        await press(witness, '做证，让对方登录');
        expect(await main(witness)).toContain('请确认本人在您面前');
        await witness.getByLabel('本人就在我面前，我看过残疾人证').check();
        await press(witness, '做证，让对方登录');
        expect(await witness.locator('body').innerText()).toContain('已为');

        await press(seeker, '继续');
        expect(new URL(seeker.url()).pathname).toBe('/me');
        await seeker.goto(`${site}/me/messages`);
        expect(await main(seeker)).toContain('刚为您做证登录');
        await press(seeker, /短信/);
        expect(await main(seeker)).toContain('您这次是别人做证登录的，这件事不能办');
        expect(heard).toEqual([]);
        await seeker.context().close();
        await witness.context().close();
      },
      2 * MINUTES,
    );
  });
});
