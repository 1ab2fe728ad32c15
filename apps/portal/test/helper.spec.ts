import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ACTING, ENDED, idOf } from './county.js';
import { refusal } from './fake-api.js';
import { Jar } from './jar.js';
import { type TestPortal, testPortal, tokenIn } from './portal-process.js';
import { ROUTES } from './routes.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.api.answers.clear());

const jarOf = (role: string): Jar => new Jar(portal.site, role);
const lastAsked = (operation: string) => portal.api.asked.findLast((one) => one.operation === operation);
const STEP = `/me/jobs/${idOf(100)}/apply/2`;

describe('the banner of a helper', () => {
  it.each(ROUTES.filter(({ role }) => role === ACTING))(
    'stands on $path, first after the skip link',
    async ({ path }) => {
      const html = await (await portal.get(path, ACTING)).text();
      const body = html.slice(html.indexOf('<body>'));
      expect(body.replace(/^<body><a class="skip"[^>]*>[^<]*<\/a>/, '')).toMatch(
        /^<section class="acting" aria-label="代办"><div class="wrap"><p>您正在帮 马小兰 办事<\/p><form method="post" action="\/helper\/stop">/,
      );
      expect(/<title>([^<]*)/.exec(html)?.[1]).toContain(' - 帮马小兰办事 - ');
      expect(html).toContain('停止代办');
    },
  );

  it('stands on pages of failures too, and nowhere else', async () => {
    expect(await (await portal.get('/nowhere', ACTING)).text()).toContain('您正在帮 马小兰 办事');
    for (const { path, role } of ROUTES.filter(({ role: one }) => one === 'HELPER' || one === 'SEEKER'))
      expect(await (await portal.get(path, role)).text()).not.toContain('您正在帮');
  });

  it('shows the navigation of what was given, and of nothing of one’s own', async () => {
    const html = await (await portal.get('/helper', ACTING)).text();
    const nav = html.slice(html.indexOf('<nav class="nav"'), html.indexOf('</nav>'));
    expect([...nav.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      '/helper',
      '/me/jobs',
      '/me/profile/skills',
      '/me/applications',
      '/me/support',
      '/me/rounds',
      '/me/grants',
      '/helper/log',
    ]);
  });

  it('offers nothing to tell a unit that the person has not told it, where she would find it herself', async () => {
    const needs = async (role: string, path: string) => {
      const html = await (await portal.get(path, role)).text();
      return [html.split('需要，告诉这个单位').length - 1, html.includes('要告诉单位的，请本人自己登录来选')];
    };
    const step = `/me/jobs/${idOf(100)}/apply/3`;
    expect(await needs('SEEKER', step)).toEqual([3, false]);
    expect(await needs(ACTING, step)).toEqual([0, true]);
    // One of them was told before: that can stay.
    const contact = `/me/applications/${idOf(203)}/contact`;
    expect(await needs(ACTING, contact)).toEqual([1, true]);
    expect(await needs('SEEKER', contact)).toEqual([4, false]);
  });

  it('says that it has ended, with the way back, and no more in the title', async () => {
    const html = await (await portal.get('/helper', ENDED)).text();
    expect(html).toContain('已停止代办，不能再帮 马小兰 办事');
    expect(html).toContain('回到我自己');
    expect(html).not.toContain('帮马小兰办事 -');
  });
});

describe('a helper begins, changes and stops', () => {
  it('under a new session each time: a form that was open before is refused, and nothing of it goes along', async () => {
    const jar = jarOf('HELPER');
    const home = await jar.html('/helper');
    const csrf = tokenIn(home);
    const answer = await jar.go('POST', '/helper/start', { csrf, person: idOf(971) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/helper']);
    expect(lastAsked('startActing')?.variables).toEqual({ personId: idOf(971) });
    // A form of the time before.
    expect((await jar.go('POST', STEP, { csrf, phone: '13800138000', way: 'SMS' })).status).toBe(403);
    const form = await jar.html(STEP);
    expect((await jar.go('POST', STEP, { csrf: tokenIn(form), phone: '13800138000', way: 'SMS' })).status).toBe(303);
    expect(await jar.html(STEP)).toContain('13800138000');
    const stop = await jar.go('POST', '/helper/stop', { csrf: tokenIn(form) });
    expect(stop.headers.get('location')).toBe('/helper');
    expect(jar.has('txg_draft_apply')).toBe(false);
    expect(await jar.html('/helper')).toContain('停止代办了，现在办的是您自己的事');
  });

  it('twice pressed, stopping is stopping', async () => {
    const jar = jarOf(ACTING);
    const csrf = tokenIn(await jar.html('/helper'));
    portal.api.answers.set('stopActing', () => refusal('STATE_CONFLICT', '现在没有在代办。'));
    const answer = await jar.go('POST', '/helper/stop', { csrf });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/helper']);
  });

  it('whose delegation was ended meanwhile is told 已停止代办, and nothing is kept', async () => {
    const jar = jarOf(ACTING);
    const csrf = tokenIn(await jar.html(STEP));
    expect((await jar.go('POST', STEP, { csrf, phone: '13800138000', way: 'SMS' })).status).toBe(303);
    expect(jar.has('txg_draft_apply')).toBe(true);
    const told = refusal('DELEGATION_ENDED', '已停止代办，刚才填的没有保存。', { hint: '要再代办，请本人重新登记。' });
    portal.api.answers.set('applyToPost', () => told);
    const check = `/me/jobs/${idOf(100)}/apply/check`;
    const answer = await jar.go('POST', check, { csrf, once: idOf(3) });
    expect(answer.status).toBe(403);
    const html = await answer.text();
    expect(html).toContain('<h1>已停止代办</h1>');
    expect(html).toContain('刚才填的没有保存');
    expect(html).not.toContain('13800138000');
    expect([jar.has('txg_draft_apply'), jar.has('txg_held')]).toEqual([false, false]);
    portal.api.answers.clear();
    expect(await jar.html(STEP)).not.toContain('13800138000');
  });

  it.each(['FORBIDDEN_SCOPE', 'FORBIDDEN_ACTING'])('%s is a page with the way to what can be done', async (code) => {
    portal.api.answers.set('grants', () => refusal(code, '这件事不在代办的范围里。', { hint: '请本人来办。' }));
    const answer = await portal.get('/me/grants', ACTING);
    expect(answer.status).toBe(403);
    const html = await answer.text();
    for (const part of ['这件事不能代办', '请本人来办', '<a href="/helper" class="btn">']) expect(html).toContain(part);
  });

  it('with a part of the scopes is led from 我的事 to the page of that part', async () => {
    portal.api.answers.set('me', () => refusal('FORBIDDEN_SCOPE', '这件事不在代办的范围里。'));
    const answer = await portal.get('/me', ACTING);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/helper']);
  });

  it('sees where the money goes and has no field to change it', async () => {
    const own = await (await portal.get('/me/grants/TRAIN/apply', 'SEEKER')).text();
    expect(own).toContain('name="accountNumber"');
    const html = await (await portal.get('/me/grants/TRAIN/apply', ACTING)).text();
    expect(html).not.toContain('name="accountNumber"');
    expect(html).toContain('************9012');
  });
});

describe('a person names a helper', () => {
  const through = async (jar: Jar, answers: readonly Record<string, string>[]): Promise<string> => {
    let path = '/me/helpers/new/1';
    for (const fields of answers) {
      const csrf = tokenIn(await jar.html(path));
      const answer = await jar.go('POST', path, { csrf, ...fields });
      expect(answer.status).toBe(303);
      path = answer.headers.get('location') ?? '';
    }
    return path;
  };
  const codeFor = async (jar: Jar, path: string): Promise<string> => {
    const csrf = tokenIn(await jar.html(path));
    return (await jar.go('POST', path, { csrf })).headers.get('location') ?? '';
  };

  it('of the family, one question a page, and says yes with the code to what the check showed', async () => {
    const jar = jarOf('SEEKER');
    const check = await through(jar, [
      { who: 'family' },
      { name: '13900000000' },
      { scopes: 'POSTS' },
      { until: '2026-12-24' },
    ]);
    expect(check).toBe('/me/helpers/new/check');
    const html = await jar.html(check);
    for (const part of ['家属或监护人：13900000000', '看岗位', '2026年12月24日', '138****5678'])
      expect(html).toContain(part);
    const code = await codeFor(jar, check);
    const input = {
      personId: null,
      kind: 'FAMILY',
      helperId: null,
      helperName: '13900000000',
      scopes: ['POSTS'],
      until: '2026-12-24',
    };
    expect(lastAsked('requestDelegationCode')?.variables).toEqual({ input });
    const csrf = tokenIn(await jar.html(code));
    expect((await jar.go('POST', code, { csrf })).status).toBe(422);
    const done = await jar.go('POST', code, { csrf, code: '123456' });
    expect(done.headers.get('location')).toBe('/me/helpers');
    expect(lastAsked('grantDelegation')?.variables).toEqual({ input: { ...input, consent: 'SMS', code: '123456' } });
    expect(jar.has('txg_draft_helper')).toBe(false);
  });

  it('of the staff without a page for a name', async () => {
    const jar = jarOf('SEEKER');
    expect(await through(jar, [{ who: idOf(931) }])).toBe('/me/helpers/new/3');
    const check = await through(jar, [{ who: idOf(931) }, { scopes: 'APPLY' }, { until: '2027-11-24' }]);
    await codeFor(jar, check);
    expect(lastAsked('requestDelegationCode')?.variables).toMatchObject({
      input: { kind: 'COUNSELLOR', helperId: idOf(931), helperName: null },
    });
  });

  it('changes one answer from the check, and comes back to it', async () => {
    const jar = jarOf('SEEKER');
    const check = await through(jar, [{ who: idOf(931) }, { scopes: 'APPLY' }, { until: '2027-11-24' }]);
    const csrf = tokenIn(await jar.html('/me/helpers/new/3?to=check'));
    const back = await jar.go('POST', '/me/helpers/new/3', { csrf, scopes: 'POSTS', to: 'check' });
    expect(back.headers.get('location')).toBe(check);
    // Somebody of the family wants a name first.
    const other = await jar.go('POST', '/me/helpers/new/1', { csrf, who: 'family', to: 'check' });
    expect(other.headers.get('location')).toBe('/me/helpers/new/2');
  });

  it('is told at the code what was wrong with it, with nothing lost', async () => {
    const jar = jarOf('SEEKER');
    const code = await codeFor(
      jar,
      await through(jar, [{ who: idOf(931) }, { scopes: 'APPLY' }, { until: '2027-11-24' }]),
    );
    portal.api.answers.set('grantDelegation', () => refusal('CODE_INVALID', '确认码不对。', { field: 'code' }));
    const answer = await jar.go('POST', code, { csrf: tokenIn(await jar.html(code)), code: '000000' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('<a href="#code">确认码不对。</a>');
    expect(html).toContain('value="000000"');
  });

  it('without a phone in the register is sent to the office', async () => {
    portal.api.answers.set('helperForm', () => ({
      data: {
        viewer: null,
        helperChoices: { personName: '马小兰', maskedPhone: null, staff: [], periods: [] },
      },
    }));
    expect(await (await portal.get('/me/helpers/new/1', 'SEEKER')).text()).toContain('登记里没有您的手机号');
  });
});

describe('staff record a delegation', () => {
  const HOME = `/desk/people/${idOf(801)}/helpers`;
  const TERMS = { who: idOf(931), name: '', scopes: 'APPLY', until: '2027-11-24' };
  const atConsent = async (jar: Jar): Promise<string> => {
    const csrf = tokenIn(await jar.html(`${HOME}/new`));
    expect((await jar.go('POST', `${HOME}/new`, { csrf, ...TERMS })).headers.get('location')).toBe(`${HOME}/consent`);
    return csrf;
  };

  it('on paper, with where it lies', async () => {
    const jar = jarOf('COUNSELLOR');
    const csrf = await atConsent(jar);
    const answer = await jar.go('POST', `${HOME}/consent`, { csrf, consent: 'PAPER', note: '村委会档案柜' });
    expect(answer.headers.get('location')).toBe(HOME);
    expect(lastAsked('grantDelegation')?.variables).toMatchObject({
      input: { personId: idOf(801), consent: 'PAPER', note: '村委会档案柜', kind: 'COUNSELLOR' },
    });
  });

  it('by the code that the person reads out', async () => {
    const jar = jarOf('COUNSELLOR');
    const csrf = await atConsent(jar);
    const answer = await jar.go('POST', `${HOME}/consent`, { csrf, consent: 'SMS' });
    expect(answer.headers.get('location')).toBe(`${HOME}/code`);
    expect(await jar.html(`${HOME}/code`)).toContain('请本人看短信，同意了再把码念给您');
    expect((await jar.go('POST', `${HOME}/code`, { csrf, code: '123456' })).headers.get('location')).toBe(HOME);
    expect(lastAsked('grantDelegation')?.variables).toMatchObject({ input: { consent: 'SMS', code: '123456' } });
  });

  it('never with the terms of another person', async () => {
    const jar = jarOf('COUNSELLOR');
    await atConsent(jar);
    const other = `/desk/people/${idOf(802)}/helpers`;
    const answer = await jar.go('GET', `${other}/consent`);
    expect(answer.headers.get('location')).toBe(`${other}/new`);
  });
});
