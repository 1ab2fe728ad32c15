import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf } from './county.js';
import { refusal } from './fake-api.js';
import { faultsOf } from './html.js';
import { Jar } from './jar.js';
import { type TestPortal, testPortal, tokenIn } from './portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.api.answers.delete('personMatches');
  portal.api.answers.delete('referPosts');
  portal.api.answers.delete('matchWhy');
  portal.api.answers.delete('referToPost');
  portal.api.asked.length = 0;
});
const asked = (operation: string) => portal.api.asked.filter((one) => one.operation === operation);
const DECLINED = () => refusal('CONSENT_DECLINED', '本人没有同意推荐岗位，系统不给他排。', { field: 'personId' });

describe.each([
  ['COUNSELLOR', 'desk', `/desk/people/${idOf(801)}`, '看我的名单'],
  ['OFFICER', 'office', `/office/people/${idOf(801)}/consents`, '按证件号找人'],
])('posts of one person, for %s', (role, part, home, otherWay) => {
  const base = `/${part}/people/${idOf(801)}`;
  it.each([
    ['jobs', 'personMatches'],
    ['refer', 'referPosts'],
    [`jobs/${idOf(100)}/why`, 'matchWhy'],
  ])('%s of who wants no recommendations says so, and what is still possible', async (path, operation) => {
    portal.api.answers.set(operation, DECLINED);
    const response = await portal.get(`${base}/${path}`, role);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('<h1>本人不要推荐岗位</h1>');
    expect(html).toContain('由本人自己申请');
    for (const href of ['/jobs', `${base}/consents/MATCHING`, home]) expect(html).toContain(`href="${href}"`);
    expect(faultsOf(html)).toEqual([]);
  });

  it.each(['jobs', 'refer'])('%s of somebody else’s person is not there, and says who can', async (path) => {
    for (const operation of ['personMatches', 'referPosts'])
      portal.api.answers.set(operation, () => refusal('NOT_FOUND', '没有找到这个人。'));
    const response = await portal.get(`${base}/${path}`, role);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain(otherWay);
    expect(faultsOf(html)).toEqual([]);
  });

  it('a failure of another kind stays one', async () => {
    portal.api.answers.set('personMatches', () => refusal('FORBIDDEN', '您不能看。'));
    expect((await portal.get(`${base}/jobs`, role)).status).toBe(403);
  });

  it('refers, and leads to the list of this role', async () => {
    const jar = new Jar(portal.site, role);
    const done = await jar.send(`${base}/refer`, { postId: idOf(100), once: 'once-1234' });
    expect(done.headers.get('location')).toBe(part === 'desk' ? '/desk/referrals' : '/office/applicants');
  });

  it('says at no box what is wrong with the person', async () => {
    portal.api.answers.set('referToPost', () => refusal('STATE_CONFLICT', '这个人在名单外。', { field: 'personId' }));
    const jar = new Jar(portal.site, role);
    const refused = await jar.send(`${base}/refer`, { postId: idOf(100), once: 'once-1235' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain('href="#personId"');
  });
});

describe('推荐 from the list of a post', () => {
  const list = `/desk/posts/${idOf(100)}/people`;
  const formsOf = (html: string) => html.split('<form ').filter((part) => part.includes(`action="${list}"`));

  it('takes one tap, for who is the viewer’s and is not being considered yet', async () => {
    const jar = new Jar(portal.site, 'COUNSELLOR');
    const html = await jar.html(list);
    // Of the three one is another counsellor's, and one was referred already.
    const forms = formsOf(html);
    expect(forms).toHaveLength(1);
    expect(html).toContain('这个岗位：已推荐');
    const hidden = Object.fromEntries(
      [...(forms[0] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const done = await jar.go('POST', list, hidden);
    expect(done.headers.get('location')).toBe(list);
    expect(asked('referToPost')[0]?.variables).toEqual({
      input: { personId: idOf(801), postId: idOf(100), note: null, idempotencyKey: hidden.once },
    });
    expect(await jar.html(list)).toContain('推荐好了，本人会收到消息');
    // Pressed twice: one request.
    await jar.go('POST', list, hidden);
    expect(asked('referToPost')).toHaveLength(1);
  });

  it('says on the list why it cannot be', async () => {
    portal.api.answers.set('referToPost', () => refusal('DUPLICATE_APPLICATION', '已经推荐过。', { field: 'postId' }));
    const jar = new Jar(portal.site, 'OFFICER');
    const csrf = tokenIn(await jar.html(list));
    const refused = await jar.go('POST', list, { csrf, once: 'once-1236', person: idOf(801) });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('已经推荐过。');
    expect(html).not.toContain('href="#postId"');
    expect(faultsOf(html)).toEqual([]);
  });

  it('is not offered to who may not refer, nor for whom it is not known', async () => {
    expect(formsOf(await new Jar(portal.site, 'COUNSELLOR').html(`${list}?list=unknown`))).toHaveLength(0);
  });
});

describe('单位想问的人', () => {
  it.each([
    ['COUNSELLOR', '/desk/asks'],
    ['OFFICER', '/office/asks'],
  ])('%s refers after asking, or drops it; both lead back', async (role, path) => {
    const jar = new Jar(portal.site, role);
    const html = await jar.html(path);
    const [form = ''] = html.split('<form ').filter((part) => part.includes(`action="${path}"`));
    const hidden = Object.fromEntries(
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const yes = await jar.go('POST', path, { ...hidden, do: 'refer' });
    expect(yes.headers.get('location')).toBe(path);
    expect(asked('referToPost')[0]?.variables.input).toMatchObject({ personId: idOf(801), postId: idOf(992) });
    const no = await jar.go('POST', path, { ...hidden, once: 'another-one', do: 'drop' });
    expect(no.headers.get('location')).toBe(path);
    expect(asked('dropCandidateAsk')[0]?.variables).toEqual({ id: idOf(241), version: 1 });
  });

  it('is asked for by the reference alone, and says what comes next', async () => {
    const jar = new Jar(portal.site, 'EMPLOYER_CLERK');
    const path = `/org/posts/${idOf(992)}/candidates`;
    const html = await jar.html(path);
    expect(html).toContain('请残联问了');
    const done = await jar.send(path, { ref: '481-902-771' });
    expect(done.headers.get('location')).toBe(path);
    expect(asked('askForCandidate')[0]?.variables).toEqual({ postId: idOf(992), candidateRef: '481-902-771' });
    expect(await jar.html(path)).toContain('残联先问本人');
  });
});
