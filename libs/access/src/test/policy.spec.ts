import { describe, expect, it } from '@jest/globals';
import { Policy, POLICY, policyWords, type Role, ROLES, type Scope, SCOPES } from '../index.js';
import type { Viewer } from '../viewer.js';

const viewer = (change: Partial<Viewer> = {}): Viewer => ({
  id: 'v1',
  displayName: '示例',
  roles: ['OFFICER'],
  divisionCode: '640324000000',
  ...change,
});

describe('the policy table', () => {
  it('says each action once, with known roles and a Chinese sentence', () => {
    expect(new Set(POLICY.map(({ action }) => action)).size).toBe(POLICY.length);
    for (const { action, roles, says } of POLICY) {
      expect(action).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
      expect(roles.length).toBeGreaterThan(0);
      for (const role of roles) expect(Object.keys(ROLES)).toContain(role);
      expect(says).toMatch(/^[\u4e00-\u9fff，。、；：（）“”0-9A-Z]+。$/u);
    }
  });

  it('keeps system, security and audit administrators out of business', () => {
    const apart = (action: string): boolean => /^(?:audit|account)\./.test(action);
    // Who one is, and what one is told: everybody's own.
    const own = (action: string): boolean => action.startsWith('viewer.') || action === 'message.own';
    const business = POLICY.filter(({ action }) => !own(action) && !apart(action));
    for (const { roles } of POLICY.filter(({ action }) => action.startsWith('audit.')))
      expect(roles.every((role) => role === 'AUDITOR' || role === 'AUDIT_ADMIN')).toBe(true);
    for (const { roles } of POLICY.filter(({ action }) => action.startsWith('account.')))
      expect(roles).toEqual(['SECURITY_ADMIN']);
    for (const { roles } of business)
      expect(roles.filter((role) => ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'].includes(role))).toEqual([]);
  });

  it('lets no auditor write, but the own password', () => {
    const writes = POLICY.filter(({ roles }) => roles.includes('AUDITOR')).filter(
      ({ action }) => !/\.(read|list|verify)$/.test(action) && action !== 'viewer.secure',
    );
    expect(writes).toEqual([]);
  });

  it('answers a visitor with AUTH_REQUIRED and a wrong role with FORBIDDEN and who may', () => {
    expect(() => Policy.require(null, 'people.import')).toThrow(expect.objectContaining({ code: 'AUTH_REQUIRED' }));
    expect(() => Policy.require(viewer({ roles: ['SEEKER'] }), 'people.import')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', hint: '可以做的人：残联干部。' }),
    );
    expect(Policy.require(viewer(), 'people.import').id).toBe('v1');
  });

  it('treats an action without a row as our mistake', () => {
    expect(() => Policy.can(viewer(), 'moon.land')).toThrow('no policy row');
  });
});

describe('the policy in words', () => {
  it('has every rule of the table once, with its roles and its marks', () => {
    const rules = policyWords().groups.flatMap((group) => group.rules);
    const actions = POLICY.map(({ action }) => action);
    expect(rules.map(({ action }) => action).sort()).toEqual([...actions].sort());
    for (const row of POLICY) {
      const rule = rules.find(({ action }) => action === row.action);
      expect(rule).toEqual({
        action: row.action,
        says: row.says,
        roles: row.roles,
        stepUp: row.stepUp === true,
        notVouched: row.notVouched === true,
        helper: (row.helper ?? []).map((scope) => SCOPES[scope]),
      });
    }
  });

  it('refuses a rule that nobody would find', () => {
    const row = { action: 'moon.land', roles: ['OFFICER'], says: '残联干部可以登月。' } as const;
    expect(() => policyWords([...POLICY, row])).toThrow('no heading for "moon.land"');
  });
});

describe('a helper who acts', () => {
  const HELPED = [
    'consent.own',
    'person.own',
    'profile.own',
    'licence.list',
    'match.read',
    'match.dismiss',
    'application.own',
    'refusal.read',
    'refusal.appeal',
    'allocation.read',
    'allocation.own',
    'allocation.answer',
    'support.own',
    'support.close',
    'benefit.own',
  ];
  const may: Readonly<Record<Scope, readonly string[]>> = {
    POSTS: ['consent.own', 'match.read', 'match.dismiss'],
    PROFILE: ['person.own', 'profile.own', 'licence.list'],
    APPLY: [
      'consent.own',
      'application.own',
      'refusal.read',
      'refusal.appeal',
      'support.own',
      'support.close',
      'allocation.read',
      'allocation.own',
      'allocation.answer',
    ],
    PAPERS: ['person.own', 'benefit.own'],
  };
  const acting = (scopes: readonly Scope[], ended = false, roles = Object.keys(ROLES) as Role[]): Viewer =>
    viewer({
      roles,
      personId: 'own',
      onBehalfOf: { personId: 'p1', name: '示例', divisionCode: '640324100201', delegationId: 'd1', scopes, ended },
    });

  it.each(Object.keys(SCOPES) as Scope[])('in %s does that for the person, and nothing else of the table', (scope) => {
    for (const { action, whileActing } of POLICY.filter((row) => row.whileActing !== true)) {
      expect([action, whileActing]).toEqual([action, undefined]);
      const allowed = may[scope].includes(action);
      expect([action, Policy.can(acting([scope]), action)]).toEqual([action, allowed]);
      const code = HELPED.includes(action) ? 'FORBIDDEN_SCOPE' : 'FORBIDDEN_ACTING';
      const find = () => Policy.personFor(acting([scope]), action);
      if (allowed) expect(find()).toBe('p1');
      else expect(find).toThrow(expect.objectContaining({ code }));
    }
  });

  it('keeps the way to stop and to choose another, by the own role', () => {
    const free = POLICY.filter(({ whileActing }) => whileActing).map(({ action }) => action);
    expect(free).toEqual(['viewer.read', 'helper.own']);
    for (const ended of [true, false])
      for (const action of free) expect(Policy.can(acting([], ended, ['HELPER']), action)).toBe(true);
    expect(Policy.can(acting(['POSTS'], false, ['AUDITOR']), 'helper.own')).toBe(false);
  });

  it('does nothing more once it has ended, for the person or for himself', () => {
    const ended = acting(Object.keys(SCOPES) as Scope[], true);
    for (const { action } of POLICY.filter((row) => row.whileActing !== true))
      expect(() => Policy.require(ended, action)).toThrow(expect.objectContaining({ code: 'DELEGATION_ENDED' }));
  });

  it('without acting has the own record alone', () => {
    expect(Policy.personFor(viewer({ personId: 'own' }), 'application.own')).toBe('own');
    expect(Policy.personFor(viewer(), 'application.own')).toBeUndefined();
  });
});

describe('a region', () => {
  it.each([
    ['640000000000', '64'],
    ['640300000000', '6403'],
    ['640324000000', '640324'],
    ['640324100000', '640324100'],
    ['640324100201', '640324100201'],
  ])('of %s covers codes that begin with %s', (divisionCode, scope) => {
    expect(Policy.divisionScope(viewer({ divisionCode }))).toBe(scope);
  });

  it('hides another region as if it did not exist', () => {
    expect(() => Policy.requireCovers(viewer(), '360734000000', '这份申请')).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(() => Policy.requireCovers(viewer(), '640324101000', '这份申请')).not.toThrow();
  });
});
