import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from './county.js';
import { refusal } from './fake-api.js';
import { faultsOf } from './html.js';
import { type TestPortal, testPortal, tokenIn } from './portal-process.js';
import { FORMS, ROUTES } from './routes.js';

/** What nobody is called; where it got into a page unescaped, a browser would run it. */
const NAME = '马<script>alert(1)</script>兰"';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal(NAME);
});
afterAll(() => portal.close());

describe('every page, with an awkward name', () => {
  it.each(ROUTES)(
    '$path keeps the rules of a page, and shows a script in a name as text (bad input 64)',
    async ({ path, role }) => {
      const response = await portal.get(path, role);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(faultsOf(html)).toEqual([]);
      expect(html).toContain('12385');
    },
  );
  it.each(ROUTES.filter(({ role }) => role !== null))('$path leads a visitor to sign in and back', async ({ path }) => {
    portal.api.answers.set('*', () => refusal('AUTH_REQUIRED', '请先登录。'));
    portal.api.answers.set('frameOnly', () => ({ data: { viewer: null } }));
    const response = await portal.get(path);
    portal.api.answers.clear();
    expect(response.status).toBe(303);
    const way = /^\/(?:me|helper)\b/.test(path) ? '/login/code' : '/login/staff';
    expect(response.headers.get('location')).toBe(`${way}?next=${encodeURIComponent(encodeURI(path))}`);
  });
});

describe('the list of pages', () => {
  /** Not pages: files, health, ways to another page, receipts (walked by the journeys), the page of unknown addresses. */
  const NOT_PAGES = [
    /^\/(?:healthz|readyz|assets\/.*)$/,
    /\/(?:template|workbook|template\/:kind)$/,
    /^\/open\/posts\.(?:json|csv)$/,
    // Waits for a form, a phone or a witness, or leads to the platform: walked by specs of their own.
    /^\/(?:session\/continue|login\/code\/enter|login\/vouch\/wait|login\/platform|login\/platform\/back)$/,
    /^\/(?:me\/helpers\/new\/code|desk\/people\/:id\/helpers\/(?:consent|code))$/,
    /^\/(?:me\/benefits|finance)$/,
    /\/(?:done|objected|check|feedback\/sent|posts\/new\/5)$/,
    /\/rounds\/(?:verifier|verifier-continuation|:id\/(?:file|mine))$/,
    // A list as a file.
    /\/office\/(?:posts|applicants|support|registers\/:kind)\/file$/,
    // A paper as a file.
    /^\/papers\/:id$/,
    /\*/,
  ];
  it('holds every address that a controller answers', () => {
    const declared = portal.addresses().filter((path) => !NOT_PAGES.some((pattern) => pattern.test(path)));
    expect(declared.length).toBeGreaterThan(35);
    const listed = ROUTES.map(({ path }) => path.split('?')[0] as string);
    const missing = declared.filter((path) => {
      const pattern = new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}$`);
      return !listed.some((known) => pattern.test(known));
    });
    expect(missing).toEqual([]);
  });
});

describe('3.3.1 a form sent empty', () => {
  it.each(FORMS)('$path comes back with what is missing, each a link to its field', async ({ path, role }) => {
    const first = await portal.get(path, role);
    const cookie = first.headers.get('set-cookie')?.split(';')[0];
    const html = await first.text();
    const action = /<form method="post" action="([^"]+)" noValidate/i.exec(html)?.[1] ?? path;
    const hidden = Object.fromEntries(
      [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
        match[1] as string,
        match[2] as string,
      ]),
    );
    const response = role
      ? await portal.post(action, { ...hidden, csrf: tokenIn(html) }, role)
      : await fetch(portal.site + action, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: portal.site, ...(cookie ? { cookie } : {}) },
          body: new URLSearchParams({ ...hidden, csrf: tokenIn(html) }),
        });
    expect(response.status).toBe(422);
    const again = await response.text();
    expect(again).toContain('<title>有错误：');
    expect(again).toContain('class="summary"');
    expect(faultsOf(again)).toEqual([]);
  });
});

describe('a form that moves money or a decision', () => {
  const batch = `/finance/batches/${idOf(601)}`;
  const notice = `/office/notices/${idOf(1)}`;
  const decision = { [`outcome-${idOf(31)}`]: 'DISMISSED', [`reason-${idOf(31)}`]: '查过' };
  it.each([
    ['releaseBatch', 'RELEASER', batch, `${batch}/release`, {}],
    ['exportBatch', 'FINANCE', batch, `${batch}/file`, {}],
    ['sandboxBankRun', 'FINANCE', batch, `${batch}/sandbox`, {}],
    ['decideObjection', 'OFFICER', notice, notice, decision],
  ])('%s sends the key that came with the form, so that a second press is the same request', async (...row) => {
    const [operation, role, path, action, fields] = row;
    const html = await (await portal.get(path, role)).text();
    const form = html.split('<form ').find((part) => part.includes(`action="${action}"`)) ?? '';
    const hidden = Object.fromEntries(
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    expect(hidden.once).toMatch(/^[\w-]{8,80}$/);
    expect((await portal.post(action, { ...hidden, ...fields }, role)).status).toBeLessThan(400);
    const sent = portal.api.asked.findLast((one) => one.operation === operation)?.variables;
    expect({ ...sent, ...(sent?.input as object) }).toMatchObject({ idempotencyKey: hidden.once });
  });
});

describe('看完整号码', () => {
  const request = `/office/data-requests/${idOf(971)}`;
  it.each([
    ['/office/data-requests', '/office/data-requests', 'personIdNumber', idOf(970)],
    ['/office/data-requests?all=yes', '/office/data-requests?all=yes', 'personIdNumber', idOf(970)],
    [request, request, 'personIdNumber', idOf(970)],
    [request, request, 'personPhone', idOf(970)],
    [`/office/benefits/${idOf(401)}`, `/office/benefits/${idOf(401)}`, 'personCertificate', idOf(970)],
    [`/office/compliance/${idOf(21)}?year=2026`, `/office/compliance/${idOf(21)}?year=2026`, 'hireIdNumber', idOf(961)],
    [
      `/office/compliance/${idOf(21)}?year=2026`,
      `/office/compliance/${idOf(21)}?year=2026`,
      'hireCertificate',
      idOf(961),
    ],
  ])('%s leads an officer to it and back to %s: %s', async (path, back, field, subject) => {
    const href = `/reveal/${field}/${subject}?back=${encodeURIComponent(back)}`;
    expect(await (await portal.get(path, 'OFFICER')).text()).toContain(`href="${href}"`);
    const form = await (await portal.get(href, 'OFFICER')).text();
    expect(form).toContain(`<a href="${back}">返回</a>`);
  });

  it('is no way of an employer to the numbers of those it employs', async () => {
    expect(await (await portal.get('/org/compliance', 'EMPLOYER_CLERK')).text()).not.toContain('/reveal/');
  });
});

describe('a process of its own', () => {
  it('says that it is alive, and ready while the api answers', async () => {
    expect((await portal.get('/healthz')).status).toBe(200);
    expect((await portal.get('/readyz')).status).toBe(200);
  });
  it('shows a page for a form beyond every limit, no stack', async () => {
    const response = await portal.post('/login/staff', { account: 'x'.repeat(400_000) });
    expect(response.status).toBe(413);
    const html = await response.text();
    expect(html).not.toContain('at ');
    expect(html).toContain('<h1>');
  });
});
