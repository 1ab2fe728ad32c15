import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { county, idOf } from './county.js';
import { refusal } from './fake-api.js';
import { Jar } from './jar.js';
import { type TestPortal, testPortal } from './portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.api.answers.delete('savePost');
  portal.api.answers.delete('checkPost');
  portal.api.answers.delete('submitPost');
  portal.api.answers.delete('alikePosts');
  portal.api.answers.delete('editPost');
  portal.api.asked.length = 0;
});

const NEW = '/org/posts/new';
const clerk = (): Jar => new Jar(portal.site, 'EMPLOYER_CLERK');
const asked = (operation: string) => portal.api.asked.filter((one) => one.operation === operation);
const toOf = (response: Response) => response.headers.get('location');

const WORK = { title: '包装工', kind: 'AUXILIARY', openings: '2', description: '折纸盒' };
const PLACE = {
  unitName: '一号车间',
  workDivisionCode: '640324100000',
  remote: 'yes',
  weeklyHours: '37.5',
  nightShift: 'no',
  'closesOn-year': '2027',
  'closesOn-month': '2',
  'closesOn-day': '28',
};
const DEMANDS = { LIFT: '3', 'LIFT-task': '搬纸箱', SEE: '0', skills: '包装、封箱' };
const PAY = { provisions: '可提供搬运帮手', payBasis: 'PIECE', wageLowYuan: '2200', wageHighYuan: '2600' };

async function through(jar: Jar, pages: readonly Record<string, string>[]): Promise<string | null> {
  let to: string | null = null;
  for (const [at, fields] of pages.entries()) to = toOf(await jar.send(`${NEW}/${at + 1}`, fields));
  return to;
}

describe('写一个岗位, five pages', () => {
  it('keeps each page, shows all of it, and sends it once', async () => {
    const jar = clerk();
    expect(await through(jar, [WORK, PLACE, DEMANDS, PAY])).toBe(`${NEW}/5`);
    expect(asked('savePost')).toEqual([]);
    const look = await jar.html(`${NEW}/5`);
    for (const part of [
      '包装工',
      '一号车间',
      '37.5 小时',
      '2027年2月28日',
      '搬15公斤以内的东西，用在：搬纸箱',
      '包装、封箱',
      '每月2200至2600元',
    ])
      expect(look).toContain(part);
    // The findings lead to their page; while something stands in the way there is no button to publish.
    expect(look).toContain(`href="${NEW}/3?to=check#LIFT-task"`);
    expect(look).not.toContain('value="submit"');
    const once = /name="once" value="([^"]+)"/.exec(look)?.[1] ?? '';
    const sent = await jar.send(`${NEW}/5`, { do: 'save', once });
    expect(toOf(sent)).toBe(`/org/posts/${idOf(991)}`);
    expect(asked('savePost')[0]?.variables).toEqual({
      input: expect.objectContaining({
        title: '包装工',
        kind: 'AUXILIARY',
        unitName: '一号车间',
        payBasis: 'PIECE',
        remote: true,
        weeklyHours: 37.5,
        nightShift: false,
        closesOn: '2027-02-28',
        skills: ['包装', '封箱'],
        demands: [
          { item: 'LIFT', level: 3, task: '搬纸箱' },
          { item: 'SEE', level: 0, task: null },
        ],
      }),
    });
    expect(jar.has('txg_draft_post')).toBe(false);
  });

  it('publishes where nothing stands in the way, and says why where the api still refuses', async () => {
    const jar = clerk();
    portal.api.answers.set('checkPost', () => ({ data: { checkPost: { refusals: [], cautions: [] } } }));
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    expect(await jar.html(`${NEW}/5`)).toContain('value="submit"');
    portal.api.answers.set('submitPost', () => refusal('VALIDATION', '截止日期已经过了。', { field: 'closesOn' }));
    const refused = await jar.send(`${NEW}/5`, { do: 'submit', once: 'once-1' });
    expect(toOf(refused)).toBe(`/org/posts/${idOf(991)}`);
    expect(await jar.html(`/org/posts/${idOf(991)}`)).toContain('存好了，还不能发布：截止日期已经过了。');
    portal.api.answers.delete('submitPost');
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    expect(toOf(await jar.send(`${NEW}/5`, { do: 'submit', once: 'once-2' }))).toBe('/org/posts');
    expect(asked('submitPost')).toHaveLength(2);
  });

  it('stops once before posts that look alike, and goes on where these ones were read of', async () => {
    const jar = clerk();
    const [here, one, two] = [`/org/posts/${idOf(991)}`, idOf(992), idOf(993)];
    const alike = (...ids: string[]) => ids.map((id) => ({ id, title: '装盒工', reasons: ['名称相近'] }));
    const standing = (ids: string[]) => {
      portal.api.answers.set('alikePosts', () => ({ data: { alikePosts: alike(...ids) } }));
      const { employerPost, ...rest } = county()['editPost']({ id: idOf(991) }, 'EMPLOYER_CLERK');
      const post = { ...employerPost, refusals: [] };
      const data = { ...rest, employerPost: post, alikePosts: alike(...ids) };
      portal.api.answers.set('editPost', () => ({ data }));
    };
    const press = async () => {
      const html = await jar.html(here);
      const key = /name="alike" value="([^"]*)"/.exec(html)?.[1] ?? '';
      const version = /name="version" value="([^"]*)"/.exec(html)?.[1] ?? '';
      return { key, html, send: () => jar.send(here, { version, alike: key }, `${here}/publish`) };
    };
    portal.api.answers.set('checkPost', () => ({ data: { checkPost: { refusals: [], cautions: [] } } }));
    standing([two, one]);
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    // The first press saves, and leads to what was found.
    expect(toOf(await jar.send(`${NEW}/5`, { do: 'submit', once: 'once-alike' }))).toBe(`${here}#alike`);
    expect([asked('savePost').length, asked('submitPost').length]).toEqual([1, 0]);
    const read = await press();
    expect(read.html).toContain('id="alike"');
    expect(read.html).toContain('存好了，还没有发布，请先看下面的提醒');
    expect(read.key).toBe(`${one} ${two}`);
    // Another one came meanwhile: of that nobody has read.
    standing([two, one, idOf(994)]);
    expect(toOf(await read.send())).toBe(`${here}#alike`);
    expect(asked('submitPost')).toEqual([]);
    const again = await press();
    expect(toOf(await again.send())).toBe('/org/posts');
    expect(asked('submitPost').map(({ variables }) => variables.id)).toEqual([idOf(991)]);
  });

  it('asks for the word on posts that wait for it, paused ones by their state, and says that it is noted', async () => {
    const jar = clerk();
    const html = await jar.html('/org/posts');
    const action = `/org/posts/${idOf(1202)}/confirm`;
    expect(html).toContain(`action="${action}"`);
    expect(html).toContain('请确认还招不招');
    expect(html).toContain('暂停，等确认');
    expect(toOf(await jar.send('/org/posts', {}, action))).toBe('/org/posts');
    expect(asked('confirmPost').map(({ variables }) => variables.id)).toEqual([idOf(1202)]);
    expect(await jar.html('/org/posts')).toContain('记下了，「仓库保管员」仍在招');
  });

  it('goes back without loss, and back to the check after a change', async () => {
    const jar = clerk();
    await through(jar, [WORK, PLACE]);
    expect(await jar.html(`${NEW}/1`)).toContain('value="包装工"');
    expect(await jar.html(`${NEW}/2`)).toContain('value="一号车间"');
    expect(await jar.html('/org/posts')).toContain('您有一个没写完的岗位');
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    expect(await jar.html(`${NEW}/1?to=check`)).toContain('name="to" value="check"');
    const changed = await jar.send(`${NEW}/1`, { ...WORK, title: '封箱工', to: 'check' });
    expect(toOf(changed)).toBe(`${NEW}/5`);
    const look = await jar.html(`${NEW}/5`);
    for (const part of ['封箱工', '一号车间', '搬纸箱']) expect(look).toContain(part);
  });

  it('keeps what was typed when something is wrong, and what the pages before hold', async () => {
    const jar = clerk();
    await through(jar, [WORK]);
    const again = await jar.send(`${NEW}/2`, {
      ...PLACE,
      weeklyHours: '四十',
      'closesOn-year': '',
      'closesOn-month': '',
      'closesOn-day': '',
    });
    expect(again.status).toBe(422);
    const html = await again.text();
    for (const part of ['href="#weeklyHours"', 'href="#closesOn"', 'value="四十"', 'value="一号车间"'])
      expect(html).toContain(part);
    expect(await jar.html(`${NEW}/2`)).not.toContain('四十');
  });

  it('drops what only another kind has once the kind changes', async () => {
    const jar = clerk();
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    await jar.send(`${NEW}/1`, { ...WORK, kind: 'PROPORTIONAL', to: 'check' });
    expect(await jar.html(`${NEW}/5`)).not.toContain('一号车间');
    await jar.send(`${NEW}/5`, { do: 'save', once: 'once-3' });
    const input = asked('savePost')[0]?.variables.input;
    expect(input).toMatchObject({ kind: 'PROPORTIONAL', unitName: null, payBasis: null });
  });

  it('leads to the first page that lacks something', async () => {
    const jar = clerk();
    expect(toOf(await jar.go('GET', `${NEW}/5`))).toBe(`${NEW}/1`);
    await through(jar, [WORK, PLACE]);
    expect(toOf(await jar.go('GET', `${NEW}/5`))).toBe(`${NEW}/4`);
    expect((await jar.go('GET', `${NEW}/6`)).status).toBe(404);
  });

  it('shows on the check which part cannot be read, and nothing to press', async () => {
    const jar = clerk();
    await through(jar, [WORK, PLACE, DEMANDS, { ...PAY, wageHighYuan: '2000' }]);
    portal.api.answers.set('checkPost', () =>
      refusal('VALIDATION', '月薪上限比下限低，请核对两个金额。', { field: 'wageHighYuan' }),
    );
    const look = await jar.html(`${NEW}/5`);
    expect(look).toContain('<a href="#part-4">月薪上限比下限低，请核对两个金额。</a>');
    expect(look).toContain('id="part-4"');
    expect(look).not.toContain('name="do"');
  });

  it('shows the api’s refusal with everything kept', async () => {
    const jar = clerk();
    await through(jar, [WORK, PLACE, DEMANDS, PAY]);
    portal.api.answers.set('savePost', () =>
      refusal('DUPLICATE', '同一天、同一地点已经有一个同名的岗位。', { field: 'title' }),
    );
    const refused = await jar.send(`${NEW}/5`, { do: 'save', once: 'once-4' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('<a href="#part-1">同一天、同一地点已经有一个同名的岗位。</a>');
    expect(await jar.html(`${NEW}/5`)).toContain('包装工');
  });

  it('is begun anew when that is wanted', async () => {
    const jar = clerk();
    await through(jar, [WORK]);
    expect(toOf(await jar.send(`${NEW}/1`, {}, `${NEW}/clear`))).toBe(`${NEW}/1`);
    expect(await jar.html(`${NEW}/1`)).not.toContain('包装工');
  });
});

describe('a post that stands', () => {
  const POST = `/org/posts/${idOf(991)}`;
  it('is changed page by page, the rest as it was, under the version that was read', async () => {
    const jar = clerk();
    expect(await jar.html(`${POST}/edit/3`)).toContain('href="/org/posts/' + idOf(991) + '"');
    const saved = await jar.send(`${POST}/edit/3`, { version: '1', LIFT: '2', 'LIFT-task': '搬纸箱' });
    expect(toOf(saved)).toBe(POST);
    const input = asked('savePost')[0]?.variables.input;
    expect(input).toMatchObject({
      id: idOf(991),
      version: 1,
      title: '包装工',
      wageHighYuan: '2600.50',
      closesOn: '2027-02-28',
      demands: [{ item: 'LIFT', level: 2, task: '搬纸箱' }],
      skills: [],
    });
  });
  it('shows at its box what the api refuses', async () => {
    const jar = clerk();
    portal.api.answers.set('savePost', () => refusal('WAGE_BELOW_MINIMUM', '低于最低工资。', { field: 'wageLowYuan' }));
    const refused = await jar.send(`${POST}/edit/4`, { version: '1', ...PAY, wageLowYuan: '100' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const part of ['href="#wageLowYuan"', 'value="100"', 'name="version" value="1"']) expect(html).toContain(part);
  });
});

describe('drafts of two forms', () => {
  it('stand beside each other, whoever fills in both', async () => {
    const jar = new Jar(portal.site, 'SEEKER');
    const apply = `/me/jobs/${idOf(100)}/apply/2`;
    const choices = `/me/rounds/${idOf(1001)}/choices`;
    await jar.send(apply, { phone: '13800138000', way: 'SMS' });
    const ranked = await jar.send(choices, { 'rank-0': '1' });
    expect(toOf(ranked)).toBe(`/me/rounds/${idOf(1001)}/check`);
    expect(await jar.html(apply)).toContain('13800138000');
    await jar.send(`/me/helpers/new/1`, { who: idOf(931) });
    expect(await jar.html(apply)).toContain('13800138000');
    expect(['apply', 'choices', 'helper'].map((form) => jar.has(`txg_draft_${form}`))).toEqual([true, true, true]);
  });

  /** Text that nothing makes shorter. */
  const long = (length: number): string =>
    Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919 + at * at * 31) % 20_000))).join('');

  it('make room for the newest: a browser sends 8 KB, no more', async () => {
    const jar = new Jar(portal.site, 'SEEKER');
    const held = () => ['apply', 'choices', 'helper'].filter((form) => jar.has(`txg_draft_${form}`));
    await jar.send(`/me/jobs/${idOf(100)}/apply/2`, { phone: '13800138000', way: long(900) });
    await jar.send(`/me/rounds/${idOf(1001)}/choices`, { 'rank-0': '1' });
    expect(held()).toEqual(['apply', 'choices']);
    await jar.send('/me/helpers/new/1', { who: long(900) });
    expect(held()).toEqual(['choices', 'helper']);
    // Its own room it may use again.
    await jar.send('/me/helpers/new/1', { who: long(800) });
    expect(held()).toEqual(['choices', 'helper']);
  });

  it('are refused in words when one alone is too long', async () => {
    const jar = clerk();
    const refused = await jar.send(`${NEW}/1`, { ...WORK, description: long(3000) });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('存不下了');
    expect(html).toContain('value="包装工"');
  });
});
