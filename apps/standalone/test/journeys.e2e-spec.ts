import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { contextFor, follow, hasChromium, launch, press } from '../../portal/test/browser.js';
import { dataFolder, runScript } from './running.js';

const MINUTES = 60_000;
const PEOPLE = '400';
/** The day the product lives on: no run may meet the turn of a year. */
const TODAY = '2026-06-15';
const ON_THAT_DAY = {
  TEST_TODAY: TODAY,
  NODE_OPTIONS: `--import ${pathToFileURL(join('scripts', 'shift-clock.mjs')).href}`,
};
const data = dataFolder();
const folder = join(data.path, 'data');
let site: string;
let product: ChildProcess;
let browser: Browser;

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const rows = (kind: string): string[] =>
  readFileSync(join(folder, 'demo', `演示-640324-${kind}.csv`), 'utf8')
    .trim()
    .split('\n');

/** The product stands behind a proxy here, and each person comes from a place of her own: one place may sign in ten times a minute. */
const PROXIES = '127.0.0.1,::1';
let visitors = 0;

/** Signs in by the account's button on /demo, does the work, leaves. */
async function as(account: string, script: boolean, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await contextFor(browser, site, {
    javaScriptEnabled: script,
    acceptDownloads: true,
    extraHTTPHeaders: { 'X-Forwarded-For': `198.51.100.${(visitors += 1)}` },
  });
  const page = await context.newPage();
  await page.goto(`${site}/demo`);
  await page.locator(`form:has(input[name=account][value="${account}"]) button`).click();
  await work(page);
  await context.close();
}

/** The code that /demo shows for an account; used up, it shows the next one when that begins to work. */
async function demoCode(account: string): Promise<string> {
  for (let turn = 0; turn < 40; turn += 1) {
    const html = await (await fetch(`${site}/demo`)).text();
    const item = html.split('<li').find((part) => part.includes(`name="account" value="${account}"`));
    const code = /class="code">(\d{6})</.exec(item ?? '')?.[1];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`/demo shows no code for ${account}`);
}

/** The newest consent code that the demonstration would have sent. */
async function consentCode(): Promise<string> {
  for (let turn = 0; turn < 40; turn += 1) {
    const code = /确认码 (\d{6})/.exec(await (await fetch(`${site}/demo/sms`)).text())?.[1];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no consent code was sent');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** The real thing from end to end: pages, api, jobs, sandbox bank and database of one process, on a small demo county. */
(hasChromium ? describe : describe.skip)('the product on a demo county', () => {
  beforeAll(async () => {
    const env = { TONGXING_DATA_DIR: folder, ...ON_THAT_DAY };
    const seeded = await runScript('tongxing', ['seed', 'demo', '--people', PEOPLE, '--json'], env);
    if (seeded.status !== 0) throw new Error(seeded.stderr);
    const port = await freePort();
    site = `http://localhost:${port}`;
    product = spawn(process.execPath, [join('dist', 'apps', 'standalone', 'src', 'main.js')], {
      env: {
        PATH: process.env.PATH,
        TONGXING_LOG_LEVEL: 'error',
        PORT: String(port),
        TONGXING_PROXIES: PROXIES,
        ...env,
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
    data.remove();
  });

  describe.each([
    ['without script', false],
    ['with script', true],
  ])('%s', (_, script) => {
    it(
      'a seeker reads why a post fits, applies, and takes it back',
      () =>
        as('seeker', script, async (page) => {
          await follow(page, /推荐岗位/);
          await page.locator('.card a').first().click();
          expect(await main(page)).toContain('为什么推荐给您');
          const post = await page.locator('h1').innerText();
          await follow(page, '申请这个岗位');
          await page.getByLabel('想去', { exact: true }).check();
          await press(page, '下一步');
          await page.getByLabel('手机号').fill('13800138000');
          await page.getByLabel('发短信').check();
          await press(page, '下一步');
          await press(page, '下一步');
          await press(page, '下一步');
          await press(page, '提交申请');
          expect(await page.locator('h1').innerText()).toBe('申请提交好了');
          await follow(page, '看我的申请');
          expect(await main(page)).toContain(post);
          await page.getByRole('button', { name: /^撤回/ }).first().click();
          expect(await main(page)).toContain('申请已撤回');
        }),
      2 * MINUTES,
    );

    it(
      'a helper chooses the person, applies for her, and is stopped with a form open; she names the helper again',
      async () => {
        let personId = '';
        let post = '';
        await as('helper', script, async (page) => {
          await page.goto(`${site}/helper`);
          const choose = page.locator('form[action="/helper/start"]').first();
          personId = (await choose.locator('input[name=person]').inputValue()) as string;
          await choose.getByRole('button').click();
          const banner = page.locator('section.acting');
          expect(await banner.innerText()).toMatch(/您正在帮 \S+ 办事\s+停止代办/);
          const person = /帮 (\S+) 办事/.exec(await banner.innerText())?.[1] ?? '';
          await follow(page, '看推荐的岗位');
          expect(await page.title()).toContain(`帮${person}办事`);
          await page.locator('.card :is(h2, h3) a').nth(1).click();
          post = await page.locator('h1').innerText();
          await follow(page, '申请这个岗位');
          await page.getByLabel('想去', { exact: true }).check();
          await press(page, '下一步');
          await page.getByLabel('手机号').fill('13800138000');
          await page.getByLabel('先联系我的帮助人').check();
          for (let step = 0; step < 3; step += 1) await press(page, '下一步');
          await press(page, '提交申请');
          expect(await page.locator('h1').innerText()).toBe('申请提交好了');
          await follow(page, '看我的申请');
          expect(await main(page)).toContain(post);
          // What nobody gives, and what is the helper's own.
          for (const path of ['/me/helpers', '/me/messages']) {
            expect((await page.goto(site + path))?.status()).toBe(403);
            expect(await main(page)).toContain('这件事不能代办');
            expect(await banner.count()).toBe(1);
          }
          await page.goto(`${site}/me/applications`);
          await as('seeker', script, async (own) => {
            await own.goto(`${site}/me/helpers`);
            expect(await main(own)).toContain(`申请了岗位「${post}」`);
            await own.goto(`${site}/me/messages`);
            expect(await main(own)).toMatch(new RegExp(`在同行帮您申请了岗位「${post}」`));
            await own.goto(`${site}/me/helpers`);
            await own.getByRole('button', { name: /^停止/ }).first().click();
            expect(await main(own)).toContain('现在没有人帮您办事');
          });
          // The helper's page was open all the while.
          await page.getByRole('button', { name: /^撤回/ }).first().click();
          expect(await page.locator('h1').innerText()).toBe('已停止代办');
          await press(page, '回到我自己');
          expect(await banner.count()).toBe(0);
          expect(await main(page)).toContain('现在没有人请您代办');
          expect((await page.goto(`${site}/me/jobs`))?.status()).toBe(403);
        });
        if (script) {
          await as('seeker', script, async (page) => {
            await page.goto(`${site}/me/applications`);
            expect(await page.locator('.card', { hasText: post }).first().innerText()).not.toContain('已撤回');
            await page.goto(`${site}/me/helpers`);
            await follow(page, '请人代办');
            await page.locator('input[name=who][value=family]').check();
            await press(page, '下一步');
            await page.locator('#name').fill('helper');
            await press(page, '下一步');
            for (const scope of ['看岗位', '提交申请']) await page.getByLabel(scope).check();
            await press(page, '下一步');
            await page.getByLabel('1 个月').check();
            await press(page, '下一步');
            await press(page, /^发确认码/);
            await page.getByLabel('确认码').fill(await consentCode());
            await press(page, '同意并登记');
            expect(await main(page)).toContain('您填的 helper');
          });
        } else {
          await as('commissioner', script, async (page) => {
            await page.goto(`${site}/desk/people/${personId}/helpers`);
            await follow(page, '登记一位代办人');
            await page.locator('input[name=who][value=family]').check();
            await page.locator('#name').fill('helper');
            for (const scope of ['看岗位', '提交申请']) await page.getByLabel(scope).check();
            await page.getByLabel('1 个月').check();
            await press(page, '下一步');
            await page.getByLabel('纸质委托书').check();
            await page.getByLabel(/委托书放在哪里/).fill('村委会档案柜，2026年6月15日');
            await press(page, '登记');
            expect(await main(page)).toContain('纸质委托书');
            expect(await main(page)).toContain('见证');
          });
        }
        await as('helper', script, async (page) => {
          await page.goto(`${site}/helper`);
          await page.locator('form[action="/helper/start"] button').first().click();
          // Supports were not given this time.
          expect((await page.goto(`${site}/me/grants`))?.status()).toBe(403);
          expect(await main(page)).toContain('现在能办的：看岗位、提交申请');
          await page.goto(`${site}/me/applications`);
          await page.getByRole('button', { name: /^撤回/ }).first().click();
          expect(await main(page)).toContain('申请已撤回');
          await press(page, '停止代办');
          await follow(page, '看我办过什么');
          expect(await main(page)).toContain('撤回了岗位申请');
        });
      },
      3 * MINUTES,
    );

    it(
      "a clerk uploads last year's hires with one wrong row, mends it, and reads the assessment again",
      () =>
        as('clerk', script, async (page) => {
          await follow(page, '达标情况');
          const before = await main(page);
          expect(before).toContain('这是估算，不是缴费通知');
          await page.goto(`${site}/org`);
          await follow(page, '用表格导入残疾职工');
          const [head = '', ...hires] = rows('hires');
          const creditCode = (hires[0] as string).split(',')[0] as string;
          const own = hires.filter((row) => row.startsWith(creditCode));
          expect(own.length).toBeGreaterThan(1);
          const cells = (own[0] as string).split(',');
          const column = head.replace('\uFEFF', '').split(',').indexOf('残疾人证号');
          const right = cells[column] as string;
          const wrong = cells.map((cell, index) => (index === column ? right.slice(0, 10) : cell)).join(',');
          await page.getByLabel('选择表格').setInputFiles({
            name: '残疾职工.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from([head, wrong, ...own.slice(1)].join('\n')),
          });
          await press(page, '上传并检查');
          // A page that still says it is reading never reloads by itself.
          for (let turn = 0; turn < 20 && (await main(page)).includes('正在'); turn += 1) {
            await page.waitForTimeout(250);
            await page.reload();
          }
          expect(await main(page)).toContain(`${own.length - 1} 行可以用，1 行要改`);
          await follow(page, '改第2行');
          await page.getByLabel('残疾人证号').fill(right);
          await press(page, '保存第2行');
          expect(await main(page)).toContain('第2行改好了');
          await press(page, /^(?:提交|先提交) ?\d+ 行$/);
          await page.goto(`${site}/org/compliance`);
          expect(await main(page)).toBe(before);
        }),
      2 * MINUTES,
    );

    it(
      'a counsellor records one visit',
      () =>
        as('counsellor', script, async (page) => {
          await follow(page, /^记走访/);
          await page.getByLabel('见到本人').check();
          await page.getByLabel('培训').check();
          await press(page, '保存走访');
          expect(await main(page)).toContain('走访记好了');
          expect(await main(page)).toContain('需要：培训');
        }),
      2 * MINUTES,
    );

    it(
      'a local value is entered with its act, tried, confirmed by a colleague, and shows what it replaced',
      async () => {
        // Each run its own days: what the first one confirmed stands.
        const year = script ? '2023' : '2022';
        let address = '';
        await as('officer', script, async (page) => {
          await follow(page, '参数');
          await follow(page, '录入参数');
          await page.getByLabel('参数', { exact: true }).selectOption('levy.socialAverageWage');
          await press(page, '下一步');
          await press(page, '保存，等另一个人确认');
          expect(await page.title()).toMatch(/^有错误：/);
          await page.getByLabel('社会平均工资').fill('8600000');
          for (const [part, value] of [
            ['year', year],
            ['month', '1'],
            ['day', '1'],
          ]) {
            await page.locator(`[name="from-${part}"]`).fill(value as string);
            await page.locator(`[name="to-${part}"]`).fill(part === 'year' ? year : part === 'month' ? '12' : '31');
          }
          await page.getByLabel('文件名称').fill('关于公布平均工资的通知（示例）');
          await page.getByLabel('没看过，是转引的').check();
          await press(page, '保存，等另一个人确认');
          // A sum in fen is caught, and nothing that was typed is lost.
          expect(await page.locator('.summary').innerText()).toContain('单位是不是元');
          expect(await page.getByLabel('文件名称').inputValue()).toContain('示例');
          await page.getByLabel('社会平均工资').fill('60000');
          await press(page, '保存，等另一个人确认');
          expect(await main(page)).toContain('要请另一位同事确认');
          expect(await page.getByRole('link', { name: '核对并确认' }).count()).toBe(0);
          address = page.url();
          await press(page, '试算会改变什么');
          for (let turn = 0; turn < 20 && (await main(page)).includes('正在算'); turn += 1) await page.reload();
          expect(await main(page)).toMatch(/残保金(?:都不变|里有\d+份会变)|不会改变任何残保金/);
        });
        await as('officer2', script, async (page) => {
          await page.goto(`${site}/office/rules`);
          expect(await main(page)).toMatch(/等第二个人确认：[1-9]/);
          await page.goto(address);
          await follow(page, '核对并确认');
          expect(await main(page)).toContain('86000.00 元/年');
          await press(page, '我核对过了，确认生效');
          expect(await main(page)).toContain('现在生效');
          expect(await main(page)).toContain('未核对原文');
          await follow(page, '从某一天起替换它');
          expect(await main(page)).toContain('60000.00 元/年');
        });
      },
      2 * MINUTES,
    );

    it(
      'a subsidy is applied for, approved by two, announced, sealed, released, paid, and the applicant sees 到账',
      async () => {
        const course = script ? '电商客服' : '中式面点';
        await as('seeker', script, async (page) => {
          await page.goto(`${site}/me/grants/TRAIN/apply`);
          await page.getByLabel('培训课程').fill(course);
          await page.getByLabel('课时').fill('40');
          for (const [name, month] of [
            ['periodStart', '3'],
            ['periodEnd', '4'],
          ]) {
            await page.locator(`[name="${name}-year"]`).fill('2026');
            await page.locator(`[name="${name}-month"]`).fill(month as string);
            await page.locator(`[name="${name}-day"]`).fill('1');
          }
          await page.getByLabel('您交的培训费').fill('600.50');
          await press(page, '提交申请');
          expect(await page.locator('h1').innerText()).toBe('补贴申请提交好了');
        });
        const approveAll = async (page: Page): Promise<void> => {
          await page.goto(`${site}/office/benefits`);
          for (let left = await page.locator('tbody a').count(); left > 0; left -= 1) {
            await page.locator('tbody a').first().click();
            await page.getByLabel('通过', { exact: true }).check();
            await press(page, '提交决定');
            expect(await main(page)).toContain('办好了');
            await page.goto(`${site}/office/benefits`);
          }
        };
        await as('reviewer', script, approveAll);
        await as('approver', script, approveAll);
        await as('officer', script, async (page) => {
          await page.goto(`${site}/office/notices`);
          await press(page, /^公示 \d+ 人$/);
          expect(await main(page)).toContain('已公示');
          await page
            .getByRole('button', { name: /^结束公示/ })
            .first()
            .click();
          expect(await main(page)).not.toContain('公示已结束');
          await page.goto(`${site}/demo`);
          await page.getByLabel('往后拨几天').fill('15');
          await press(page, '拨动日期');
          for (;;) {
            await page.goto(`${site}/office/notices`);
            const close = page.getByRole('button', { name: /^结束公示/ });
            if ((await close.count()) === 0) break;
            await close.first().click();
            expect(await main(page)).toContain('公示已结束');
          }
        });
        await as('finance', script, async (page) => {
          await page.goto(`${site}/finance/batches`);
          await press(page, /^封成一批/);
          expect(await main(page)).toMatch(/大写\s+\S+(?:元整|角|分)/);
        });
        const bank: { file?: Buffer; name?: string } = {};
        await as('releaser', script, async (page) => {
          await page.goto(`${site}/finance/batches`);
          await page.locator('tbody a').first().click();
          await press(page, '放款这一批');
          // The second factor first; then the form goes on by one press, with nothing filled in twice.
          expect(new URL(page.url()).pathname).toBe('/step-up');
          await page.getByLabel('动态码', { exact: true }).fill('000000');
          await press(page, '验证');
          expect(await page.title()).toMatch(/^有错误：/);
          await page.getByLabel('动态码', { exact: true }).fill(await demoCode('releaser'));
          await press(page, '验证');
          expect(await main(page)).toContain('您刚才填的都在');
          await press(page, '提交');
          expect(await main(page)).toContain('已放款');
        });
        await as('finance', script, async (page) => {
          await page.goto(`${site}/finance/batches`);
          await page.locator('tbody a').first().click();
          const file = page.waitForEvent('download');
          await press(page, '下载银行文件');
          await (await file).path();
          await page.reload();
          const answer = page.waitForEvent('download');
          await press(page, /沙箱银行/);
          const download = await answer;
          Object.assign(bank, { file: readFileSync(await download.path()), name: download.suggestedFilename() });
        });
        await as('reconciler', script, async (page) => {
          await page.goto(`${site}/finance/returns`);
          await page.getByLabel('选择回单').setInputFiles({
            name: bank.name as string,
            mimeType: 'text/plain',
            buffer: bank.file as Buffer,
          });
          await press(page, '上传回单');
          for (let turn = 0; turn < 20 && (await main(page)).includes('正在'); turn += 1) {
            await page.waitForTimeout(250);
            await page.reload();
          }
          await press(page, '对账入账');
          expect(await main(page)).toMatch(/到账\s+[1-9]\d*笔/);
        });
        await as('seeker', script, async (page) => {
          await page.goto(`${site}/me/grants`);
          expect(await page.locator('.card', { hasText: course }).innerText()).toContain('到账');
        });
        const ledger = await runScript('tongxing', ['verify', 'ledger', '--json'], { TONGXING_DATA_DIR: folder });
        expect([ledger.status, JSON.parse(ledger.stdout).findings ?? []]).toEqual([0, []]);
      },
      4 * MINUTES,
    );
  });
});
