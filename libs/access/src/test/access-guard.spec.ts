import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard, Allow, Policy, POLICY, type SessionService } from '../index.js';
import type { Viewer } from '../viewer.js';

/** A request of this viewer to a handler that does the action. */
function doing(action: string, viewer: Viewer): ExecutionContext {
  class Handlers {
    act(): void {
      // Never called: the guard stands before it.
    }
  }
  Allow(action)(Handlers.prototype, 'act', Object.getOwnPropertyDescriptor(Handlers.prototype, 'act') as never);
  return {
    getType: () => 'http',
    getHandler: () => Handlers.prototype.act,
    getClass: () => Handlers,
    switchToHttp: () => ({ getRequest: () => ({ headers: {}, method: 'POST', viewer }) }),
  } as unknown as ExecutionContext;
}

const guard = new AccessGuard(new Reflector(), { isFresh: () => true } as unknown as SessionService);
const seeker: Viewer = { id: 'v1', displayName: '示例', roles: ['SEEKER'], divisionCode: '640324100201' };
const codeOf = (action: string, viewer: Viewer): string => {
  try {
    guard.canActivate(doing(action, viewer));
    return 'may';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a session on a witness’s word', () => {
  const vouched = { ...seeker, witnessId: 'w1' };
  const refused = POLICY.filter(({ roles }) => roles.includes('SEEKER')).flatMap(({ action }) =>
    codeOf(action, vouched) === 'may' ? [] : [action],
  );
  it('may do everything of a seeker but what would silence the person or let somebody else in for good', () => {
    expect(refused).toEqual(expect.arrayContaining(['viewer.secure', 'message.sms']));
    expect(refused.every((action) => Policy.refusesVouched(action))).toBe(true);
    for (const action of ['viewer.read', 'message.own', 'application.own', 'benefit.own'])
      expect(codeOf(action, vouched)).toBe('may');
    for (const action of refused) expect(codeOf(action, vouched)).toBe('SESSION_VOUCHED');
  });
  it('is no worse for whoever came in by himself', () => {
    for (const action of refused) expect(codeOf(action, seeker)).toBe('may');
  });
});

describe('a session whose second factor is due', () => {
  it('may see who it is and nothing else', () => {
    const due: Viewer = { ...seeker, roles: ['OFFICER'], factorDue: true };
    const may = POLICY.filter(({ roles }) => roles.includes('OFFICER')).filter(
      ({ action }) => codeOf(action, due) === 'may',
    );
    expect(may.map(({ action }) => action)).toEqual(['viewer.read']);
    expect(codeOf('objection.decide', due)).toBe('STEP_UP_REQUIRED');
    expect(codeOf('objection.decide', { ...due, roles: ['SEEKER'] })).toBe('FORBIDDEN');
  });
});
