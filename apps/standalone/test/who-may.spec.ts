import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY, policyWords, type Role, ROLES, SCOPES } from '@tongxing/access';
import { type TestPortal, testPortal } from '../../portal/test/portal-process.js';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  portal.api.answers.set('policyTable', () => ({ data: { policyTable: policyWords() } }));
});
afterAll(() => portal.close());

/** The page's rules: what stands in the item of an action. */
async function rulesOn(path: string): Promise<Map<string, string>> {
  const html = await (await portal.get(path)).text();
  const items = html.matchAll(/<li id="([a-zA-Z]+\.[a-zA-Z]+)">(.*?)<\/li>/gs);
  return new Map([...items].map(([, action, text]) => [action as string, text as string]));
}

describe('谁能做什么', () => {
  it('has every row of the policy table, with its sentence, its roles and its marks', async () => {
    const shown = await rulesOn('/who-may');
    expect([...shown.keys()].sort()).toEqual(POLICY.map(({ action }) => action).sort());
    for (const { action, says, roles, stepUp, notVouched, helper } of POLICY) {
      const text = shown.get(action) ?? '';
      expect(text.startsWith(says)).toBe(true);
      const everybody = roles.length === Object.keys(ROLES).length;
      for (const role of Object.keys(ROLES) as Role[])
        if (!everybody)
          expect([action, role, text.split('谁：')[1]?.split(/[、<]/).includes(ROLES[role])]).toEqual([
            action,
            role,
            roles.includes(role),
          ]);
      expect(text.includes('谁：全部角色')).toBe(everybody);
      expect([action, text.includes('>再填一次动态码<')]).toEqual([action, stepUp === true]);
      expect([action, text.includes('>做证登录不行<')]).toEqual([action, notVouched === true]);
      const scopes = helper && `>代办可以：${helper.map((scope) => SCOPES[scope]).join('或')}<`;
      expect([action, scopes ? text.includes(scopes) : text.includes('代办可以')]).toEqual([action, !!scopes]);
    }
  });

  it.each(Object.keys(ROLES) as Role[])('shows %s the rows of the role and no other', async (role) => {
    const shown = await rulesOn(`/who-may?role=${role}`);
    const own = POLICY.filter(({ roles }) => roles.includes(role)).map(({ action }) => action);
    expect([...shown.keys()].sort()).toEqual(own.sort());
  });

  it('shows everything for a role that does not exist', async () => {
    expect((await rulesOn('/who-may?role=KING')).size).toBe(POLICY.length);
  });

  it('asks the api once for all of them, and a second look that finds nothing new sends no page', async () => {
    const headers = { 'accept-encoding': 'br' };
    const etag = (await fetch(`${portal.site}/who-may`, { headers })).headers.get('etag') ?? '';
    const again = await fetch(`${portal.site}/who-may`, { headers: { ...headers, 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(portal.api.asked.filter(({ operation }) => operation === 'policyTable')).toHaveLength(1);
  });
});
