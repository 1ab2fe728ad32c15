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
const STEPS = [
  ['simulate', 'simulateRound'],
  ['freeze', 'freezeRound'],
  ['draw', 'drawRound'],
  ['run', 'runRound'],
  ['publish', 'publishRoundResult'],
] as const;
beforeEach(() => {
  portal.api.answers.delete('sendChoices');
  for (const [, operation] of STEPS) portal.api.answers.delete(operation);
});

const home = `/office/rounds/${idOf(1004)}`;
const DRAW = { value: '03 11 17', valueFrom: 'SOURCE' };

/** Presses a step while the api refuses it. */
async function pressed(step: string, operation: string, ...refused: Parameters<typeof refusal>): Promise<Response> {
  portal.api.answers.set(operation, () => refusal(...refused));
  const jar = new Jar(portal.site, 'OFFICER');
  const csrf = tokenIn(await jar.html(step === 'draw' ? `${home}/draw` : home));
  return jar.go('POST', `${home}/${step}`, { csrf, once: `once-${step}-1`, ...(step === 'draw' ? DRAW : {}) });
}

describe('a step of a round that the api refuses', () => {
  const CHANGED = '名册与公布的哈希值不符，已停止。';
  it.each(STEPS)(
    '%s: what was changed since it was published stops it, in words, and nothing is lost',
    async (step, operation) => {
      const response = await pressed(step, operation, 'ROUND_CHANGED', CHANGED, { hint: '请报告县残联和审计。' });
      expect(response.status).toBe(422);
      const html = await response.text();
      for (const part of ['<title>有错误：', CHANGED, '请报告县残联和审计。']) expect(html).toContain(part);
      if (step === 'draw') expect(html).toContain('value="03 11 17"');
      expect(faultsOf(html)).toEqual([]);
    },
  );

  it.each(STEPS)('%s out of its order, or before its day, says when or what comes first', async (step, operation) => {
    for (const [code, message] of [
      ['ROUND_STEP_ORDER', '还没有冻结名册，不能办这一步。'],
      ['ROUND_STEP_EARLY', '2026-12-01 以后才能办这一步。'],
    ] as const) {
      // The api names what it is about; the page has no box of that name.
      const response = await pressed(step, operation, code, message, { field: 'state' });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain(message);
      expect(faultsOf(html)).toEqual([]);
      expect(html).not.toContain('href="#state"');
    }
  });

  it.each(STEPS)('%s pressed by the same person twice, where two have to', async (step, operation) => {
    const response = await pressed(step, operation, 'DUTY_SEPARATION', '这一步要另一位同事来办。');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('这一步要另一位同事来办。');
  });

  it.each(STEPS)('%s done by somebody else meanwhile', async (step, operation) => {
    const response = await pressed(step, operation, 'STATE_CONFLICT', '这一步已经办过了。', { hint: '请刷新后再看。' });
    expect([409, 422]).toContain(response.status);
    expect(await response.text()).toContain('这一步已经办过了。');
  });
});

describe('choices that come too late', () => {
  const choices = `/me/rounds/${idOf(1001)}/choices`;
  const check = `/me/rounds/${idOf(1001)}/check`;
  it('say so at the check, with the list as it was', async () => {
    const jar = new Jar(portal.site, 'SEEKER');
    await jar.send(choices, { 'rank-0': '1' });
    portal.api.answers.set('sendChoices', () =>
      refusal('ROUND_STEP_LATE', '填志愿的日子已经过了。', { field: 'state' }),
    );
    const response = await jar.send(check, { once: 'once-late-1' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('填志愿的日子已经过了。');
    expect(html).not.toContain('href="#state"');
    expect(faultsOf(html)).toEqual([]);
    expect(jar.has('txg_draft_choices')).toBe(true);
  });
});
