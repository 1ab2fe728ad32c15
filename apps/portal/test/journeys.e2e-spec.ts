import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roleWords } from '@tongxing/ui';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { contextFor, follow, hasChromium, launch, press } from './browser.js';
import { type Product, product } from './product.js';

const MINUTES = 60_000;
let browser: Browser;
let county: Product;
beforeAll(async () => {
  if (hasChromium) browser = await launch();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
});

/** A fresh browser of a person who signs in at /demo, as the buttons there allow. */
async function personAs(role: string, script: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await contextFor(browser, county.site, { javaScriptEnabled: script, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${county.site}/demo`);
  await page
    .locator('li', { has: page.locator('form[action="/demo/sign-in"]'), hasText: roleWords[role] ?? role })
    .getByRole('button')
    .first()
    .click();
  return { context, page };
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const main = (page: Page): Promise<string> => page.locator('main').innerText();
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

const suite = hasChromium && !process.env.TEST_E2E_URL && !process.env.TONGXING_E2E_URL ? describe : describe.skip;

suite.each([
  ['without script', false],
  ['with script', true],
])('journeys %s', (_, script) => {
  beforeEach(async () => {
    county = await product();
  });
  afterEach(() => county.close());

  it(
    'a seeker finds a post, reads why, applies, leaves in the middle, comes back, and takes it back',
    async () => {
      const { context, page } = await personAs('SEEKER', script);
      expect(await heading(page)).toBe('我的事');
      await follow(page, /推荐岗位/);
      await page.locator('.card a').first().click();
      expect(await main(page)).toContain('为什么推荐给您');
      await follow(page, '申请这个岗位');
      await page.getByLabel('想去', { exact: true }).check();
      await press(page, '下一步');
      await page.getByLabel('手机号').fill('1380013');
      await press(page, '下一步');
      expect(await page.title()).toMatch(/^有错误：/);
      expect(await page.getByLabel('手机号').inputValue()).toBe('1380013');
      await page.getByLabel('手机号').fill('13800138000');
      await page.getByLabel('发短信').check();
      await press(page, '下一步');
      const third = page.url();
      await page.goto(`${county.site}/jobs`);
      await page.goto(third);
      await page.getByLabel('陪同面试').selectOption('private');
      await press(page, '下一步');
      await page.getByLabel(/想让单位知道的话/).fill('我会读屏软件');
      await press(page, '下一步');
      const check = await main(page);
      for (const part of ['13800138000', '发短信', '讲慢一点、陪同面试', '我会读屏软件', '告诉单位的'])
        expect(check).toContain(part);
      await follow(page, '改手机号');
      await page.getByLabel('手机号').fill('13900139000');
      await press(page, '保存修改');
      expect(await main(page)).toContain('13900139000');
      await press(page, '提交申请');
      expect(await heading(page)).toBe('申请提交好了');
      await follow(page, '看我的申请');
      const before = await page.getByRole('button', { name: /^撤回/ }).count();
      await page.getByRole('button', { name: /^撤回/ }).first().click();
      expect(await main(page)).toContain('申请已撤回');
      expect(await page.getByRole('button', { name: /^撤回/ }).count()).toBe(before - 1);
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'a seeker asks for the training subsidy; what was typed stays after a refusal',
    async () => {
      const { context, page } = await personAs('SEEKER', script);
      await follow(page, '补贴');
      await page.locator('a[href="/me/grants/TRAIN/apply"]').click();
      await page.getByLabel('培训课程').fill('盲人按摩');
      await page.getByLabel('课时').fill('四十');
      await press(page, '提交申请');
      expect(await main(page)).toContain('课时要填数字');
      expect(await page.getByLabel('培训课程').inputValue()).toBe('盲人按摩');
      await page.getByLabel('课时').fill('40');
      for (const [name, month] of [
        ['periodStart', '3'],
        ['periodEnd', '4'],
      ] as const) {
        await page.locator(`[name="${name}-year"]`).fill('2026');
        await page.locator(`[name="${name}-month"]`).fill(month);
        await page.locator(`[name="${name}-day"]`).fill('1');
      }
      await page.getByLabel('您交的培训费').fill('1500');
      await page.getByLabel('户名').fill('马小兰');
      await page.getByLabel('银行卡号或一卡通号').fill('6217 0012 3456 7890 12');
      await press(page, '提交申请');
      expect(await heading(page)).toBe('补贴申请提交好了');
      await follow(page, '看办到哪一步');
      expect(await page.locator('[aria-current=step]').innerText()).toContain('已提交');
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'a clerk uploads a file, mends a row, commits, and reads the assessment',
    async () => {
      const { context, page } = await personAs('EMPLOYER_CLERK', script);
      await follow(page, '用表格导入残疾职工');
      await press(page, '上传并检查');
      expect(await page.title()).toMatch(/^有错误：/);
      await page.getByLabel('选择表格').setInputFiles(csv('残疾职工.csv', '姓名\n马小兰\n'));
      await press(page, '上传并检查');
      expect(await main(page)).toContain('49 行可以用，2 行要改');
      await follow(page, '改第7行');
      await page.getByLabel('残疾人证号').fill('640324');
      await press(page, '保存第7行');
      expect(await page.getByLabel('残疾人证号').inputValue()).toBe('640324');
      await page.getByLabel('残疾人证号').fill('64032419900307001144');
      await press(page, '保存第7行');
      expect(await main(page)).toContain('第7行改好了');
      await press(page, '先提交 50 行');
      expect(await main(page)).toContain('写好了 50 行');
      await follow(page, '看达标情况');
      const text = await main(page);
      for (const part of [
        '每个月的职工和残疾职工',
        '1月到3月：社会保险没有缴足',
        '54,000.00元',
        '这是估算，不是缴费通知',
      ])
        expect(text).toContain(part);
      await page.locator('summary', { hasText: '残保金是怎么算的' }).click();
      expect(await page.locator('.trace').innerText()).toContain('财税〔2015〕72号第八条');
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'a counsellor records one visit; pressing twice records one',
    async () => {
      const { context, page } = await personAs('COUNSELLOR', script);
      await follow(page, /^记走访/);
      const form = page.url();
      await page.getByLabel('见到本人').check();
      await page.getByLabel('培训').check();
      await press(page, '保存走访');
      expect(await main(page)).toContain('走访记好了');
      expect(await main(page)).toContain('需要：培训');
      await page.goBack();
      expect(page.url()).toBe(form);
      await page.getByLabel('见到本人').check();
      await press(page, '保存走访');
      expect(await page.getByText('需要：培训').count()).toBe(1);
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'an approval goes through two people, a notice, a batch and a return file',
    async () => {
      const step = async (role: string, work: (page: Page) => Promise<void>): Promise<void> => {
        const { context, page } = await personAs(role, script);
        await work(page);
        await context.close();
      };
      const approve = async (page: Page): Promise<void> => {
        await page.goto(`${county.site}/office/benefits`);
        await page.locator('tbody a').first().click();
        await page.getByLabel('通过', { exact: true }).check();
        await press(page, '提交决定');
        expect(await main(page)).toContain('办好了');
      };
      await step('REVIEWER', approve);
      await step('APPROVER', approve);
      await step('OFFICER', async (page) => {
        await follow(page, '公示');
        await press(page, /^公示 \d+ 人$/);
        expect(await main(page)).toContain('已公示');
        await page
          .getByRole('button', { name: /^结束公示/ })
          .first()
          .click();
        expect(await main(page)).toContain('公示已结束');
      });
      await step('FINANCE', async (page) => {
        await press(page, /^封成一批/);
        expect(await main(page)).toContain('叁仟元整');
      });
      await step('RELEASER', async (page) => {
        await page.locator('tbody a').first().click();
        await press(page, '放款这一批');
        const download = page.waitForEvent('download');
        await press(page, '下载银行文件');
        expect((await download).suggestedFilename()).toBe('文件.csv');
      });
      await step('RECONCILER', async (page) => {
        await follow(page, '回单');
        await page.getByLabel('选择回单').setInputFiles(csv('回单.csv', 'x\n'));
        await press(page, '上传回单');
        await press(page, '对账入账');
        expect(await main(page)).toContain('2笔');
      });
    },
    3 * MINUTES,
  );

  it(
    'a visitor writes what does not work, an officer answers it',
    async () => {
      const context = await contextFor(browser, county.site, { javaScriptEnabled: script });
      const page = await context.newPage();
      await page.goto(`${county.site}/jobs`);
      await follow(page, '意见');
      expect(await page.getByLabel('哪个页面').inputValue()).toBe('/jobs');
      await page.getByLabel(/^什么事/).fill('字太小，看不清');
      await page.getByLabel(/^您的电话/).fill('打我');
      await press(page, '提交');
      expect(await page.title()).toMatch(/^有错误：/);
      expect(await page.getByLabel(/^什么事/).inputValue()).toBe('字太小，看不清');
      await page.getByLabel('页面用不了').check();
      await page.getByLabel(/^您的电话/).fill('138 0013 8001');
      await press(page, '提交');
      expect(await heading(page)).toBe('收到了');
      expect(await main(page)).toContain('我们打您留的电话答复');
      await context.close();

      const officer = await personAs('OFFICER', script);
      await follow(officer.page, /^意见和投诉：3 件/);
      await follow(officer.page, '字太小，看不清');
      expect(await main(officer.page)).toContain('138 0013 8001');
      await officer.page.getByLabel(/^怎么答复的/).fill('电话里说了大字版在哪里。');
      await press(officer.page, '提交答复，办结');
      expect(await main(officer.page)).toContain('等着答复的 2 条');
      await follow(officer.page, '答复过的');
      expect(await main(officer.page)).toContain('字太小，看不清');
      await officer.context.close();
    },
    2 * MINUTES,
  );

  it(
    'who has read her messages says so once, and the count is gone from every page',
    async () => {
      const { context, page } = await personAs('SEEKER', script);
      await follow(page, '消息（2 条新）');
      await press(page, '都看过了');
      expect(await main(page)).toContain('记下了，这些您都看过');
      expect(await page.getByRole('button', { name: '都看过了' }).count()).toBe(0);
      expect(await page.locator('nav.nav').innerText()).not.toContain('条新');
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'a visitor estimates the levy, changes the reading settings and keeps them',
    async () => {
      const context = await contextFor(browser, county.site, { javaScriptEnabled: script });
      const page = await context.newPage();
      await page.goto(`${county.site}/levy`);
      await press(page, '算一算');
      expect(await page.title()).toMatch(/^有错误：/);
      await page.getByLabel('上年在职职工年平均人数').fill('120');
      await page.getByLabel('上年职工年平均工资').fill('90000');
      await press(page, '算一算');
      expect(await main(page)).toContain('54,000.00元');
      await press(page, '大字版');
      expect(await page.locator('html').getAttribute('data-size')).toBe('large');
      await follow(page, '阅读设置');
      await page.getByLabel(/^高对比/).check();
      await press(page, '保存设置');
      await page.goto(`${county.site}/jobs`);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('contrast');
      expect(await page.locator('html').getAttribute('data-size')).toBe('large');
      await context.close();
    },
    2 * MINUTES,
  );
});
