import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Policy, type PolicyRow, type Role } from '@tongxing/access';
import { type Operation, OPERATIONS, rulesOf } from './operations.js';
import { type Answer, type Caller, openWorld, type Place, type World } from './world.js';

/** Ends the session it is called with: asked for by a caller of its own, last. */
const LAST = new Set(['signOut', 'stopActing']);

/** One cell of the matrix: who asks for what, and what is wrong with the answer; null: as the policy says. */
interface Cell {
  caller: Caller;
  operation: string;
  fault: string | null;
}

describe('the access matrix, made from the schema and the policy table', () => {
  let world: World;
  let rules: ReturnType<typeof rulesOf>;

  beforeAll(async () => {
    world = await openWorld();
    rules = rulesOf(world.app);
  }, 120_000);
  afterAll(() => world?.close());

  const ask = (caller: Caller, operation: Operation): Promise<Answer> =>
    world.send(caller, operation.document, operation.variables(world.things, caller.role));

  function faultOf({ role, place }: Caller, { name }: Operation, { status, text, code }: Answer): string | null {
    const rule = rules.get(name);
    if (rule === undefined) return 'no handler with a rule';
    if (status >= 500 || code === 'INTERNAL') return `answered ${status} ${code ?? ''}`;
    if (rule !== null) {
      const denied = denialFor(rule, role, place);
      if (denied !== null) return code === denied ? null : `should be ${denied}, is ${code ?? 'answered'}`;
    }
    if (code !== undefined && /^(?:AUTH_REQUIRED|FORBIDDEN|FORBIDDEN_ACTING|FORBIDDEN_SCOPE)$/.test(code))
      return `may, but is ${code}`;
    // Of another county, another person, another employer nothing may come out, whatever was asked.
    const shown =
      place === 'own' || place === 'acting' ? [] : world.things.secrets.filter((secret) => text.includes(secret));
    if (shown.length > 0) return `shows ${shown.length} things of somebody else`;
    return null;
  }

  function denialFor(rule: PolicyRow, role: Role | null, place: Place): string | null {
    if (role === null) return 'AUTH_REQUIRED';
    // Who acts has every scope here, and nothing of the own role beside it.
    if (place === 'acting' && rule.whileActing !== true) return rule.helper === undefined ? 'FORBIDDEN_ACTING' : null;
    return rule.roles.includes(role) ? null : 'FORBIDDEN';
  }

  async function cells(callers: readonly Caller[], operations: readonly Operation[]): Promise<Cell[]> {
    const found: Cell[] = [];
    for (const operation of operations)
      for (const caller of callers)
        found.push({
          caller,
          operation: operation.name,
          fault: faultOf(caller, operation, await ask(caller, operation)),
        });
    return found;
  }
  const faulty = (found: readonly Cell[]) =>
    found
      .filter(({ fault }) => fault !== null)
      .map(({ caller, operation, fault }) => `${caller.place} ${caller.role ?? 'visitor'} ${operation}: ${fault}`);

  it('has a rule and right values for every root field of the schema', () => {
    expect(OPERATIONS.filter(({ name }) => !rules.has(name)).map(({ name }) => name)).toEqual([]);
    for (const { variables } of OPERATIONS) expect(variables(world.things, 'OFFICER')).toBeDefined();
  });

  it('every cell answers as the policy says, in at least 1,500 cells', async () => {
    const others = world.callers.filter(({ place }) => place === 'twin' || place === 'foreign');
    const own = world.callers.filter(({ place }) => place === 'own' || place === 'acting');
    const operations = OPERATIONS.filter(({ name }) => !LAST.has(name));
    // First those who must see nothing: what the owners do afterwards changes the things.
    const found = [...(await cells(others, operations)), ...(await cells(own, operations))];
    expect(faulty(found)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(1_500);
  }, 240_000);

  it('a helper acts for the person to the end, and for nobody afterwards', async () => {
    const acting: Caller = { role: 'HELPER', place: 'acting' };
    const ask = (name: string) => {
      const operation = OPERATIONS.find((one) => one.name === name) as Operation;
      return world.send(acting, operation.document, operation.variables(world.things, 'HELPER'));
    };
    expect((await ask('myRecord')).data).toMatchObject({ myRecord: { id: world.things.personId } });
    expect((await ask('viewer')).data).toMatchObject({ viewer: { actingFor: { personId: world.things.personId } } });
    expect((await ask('stopActing')).code).toBeUndefined();
    expect((await ask('viewer')).data).toMatchObject({ viewer: { actingFor: null } });
    expect((await ask('myRecord')).code).toBe('FORBIDDEN');
    expect((await ask('stopActing')).code).toBe('STATE_CONFLICT');
    expect((await ask('startActing')).code).toBeUndefined();
    expect((await ask('myRecord')).data).toMatchObject({ myRecord: { id: world.things.personId } });
  });

  it('finds a planted hole: an action that everybody may do, and a region that is not looked at', async () => {
    const money = OPERATIONS.filter(({ name }) => name === 'envelopes' || name === 'applicationCase');
    const { can } = Policy;
    const all = jest
      .spyOn(Policy, 'can')
      .mockImplementation((viewer, action) => viewer !== null || can(viewer, action));
    expect(faulty(await cells([{ role: 'SEEKER', place: 'own' }], money)).length).toBeGreaterThan(0);
    all.mockRestore();
    const everywhere = [
      jest.spyOn(Policy, 'covers').mockReturnValue(true),
      jest.spyOn(Policy, 'requireCovers').mockReturnValue(undefined),
      jest.spyOn(Policy, 'divisionScope').mockReturnValue(''),
    ];
    expect(faulty(await cells([{ role: 'REVIEWER', place: 'foreign' }], money)).length).toBeGreaterThan(0);
    for (const spy of everywhere) spy.mockRestore();
    expect(faulty(await cells([{ role: 'REVIEWER', place: 'foreign' }], money))).toEqual([]);
  });
});
