import { describe, expect, it } from '@jest/globals';
import { addDays, isoDate } from '../../calendar.js';
import {
  checkStep,
  isNearRetirement,
  nextStep,
  ROUND_STATES,
  simulateAllocation,
  type SimulationFacts,
  simulationOf,
} from '../index.js';

const calendar = {
  announcedOn: isoDate('2026-11-01'),
  frozenOn: isoDate('2026-11-05'),
  drawnOn: isoDate('2026-11-10'),
  choicesUntil: isoDate('2026-11-20'),
  contractsFrom: isoDate('2026-12-01'),
};

describe('the next step of a round', () => {
  it('may be taken exactly when it says NOW, on every day, in every state', () => {
    for (const state of ROUND_STATES)
      for (const hasReport of [false, true])
        for (let day = calendar.announcedOn; day <= '2026-12-03'; day = addDays(day, 1)) {
          const next = nextStep(state, hasReport, calendar, day);
          expect(next === null).toBe(state === 'PUBLISHED');
          if (next === null) continue;
          const refused = (): string => {
            try {
              checkStep(next.step, state, calendar, day);
              return 'NOW';
            } catch (error) {
              return (error as { code: string }).code.replace('ROUND_STEP_', '');
            }
          };
          expect([state, day, next.when]).toEqual([state, day, refused()]);
          if (next.when === 'EARLY') expect(day < (next.from as string)).toBe(true);
          if (next.when === 'LATE') expect(day >= (next.before as string)).toBe(true);
        }
  });

  it('is a simulation until there is one', () => {
    expect(nextStep('ANNOUNCED', false, calendar, calendar.announcedOn)?.step).toBe('SIMULATE');
    expect(nextStep('ANNOUNCED', true, calendar, calendar.frozenOn)).toMatchObject({ step: 'FREEZE', when: 'NOW' });
  });
});

describe('near retirement', () => {
  // The last day of working age 2031-11-22: retired from 2031-11-23 on.
  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2031-11-22', true],
    ['2031-11-23', false],
  ])('on %s: %s', (on, near) => {
    expect(isNearRetirement(isoDate('2031-11-22'), 5, isoDate(on))).toBe(near);
  });
  it('nobody is without the row, or without a known age', () => {
    expect(isNearRetirement(isoDate('2027-01-01'), null, isoDate('2026-11-23'))).toBe(false);
    expect(isNearRetirement(null, 5, isoDate('2026-11-23'))).toBe(false);
  });
});

describe('a simulation', () => {
  const facts = (sizes: readonly number[]): SimulationFacts => {
    const groups = new Map<string, string>();
    sizes.forEach((size, group) => {
      for (let at = 0; at < size; at += 1) groups.set(`G${group}N${at}`, `组${group}`);
    });
    const tickets = [...groups.keys()];
    return {
      posts: [{ id: 'P1', seats: 2, reserve: { status: 'S', seats: 0, basis: '例' }, tiers: [], local: null }],
      entrants: tickets.map((ticket) => ({ ticket, statuses: [], divisionCode: '640324100201' })),
      lists: tickets.map((ticket) => ({ ticket, posts: ['P1'] })),
      reserve: { status: 'S', basis: '例', countedOn: calendar.announcedOn },
      groups,
      runs: 1000,
      seed: 7,
    };
  };

  it.each([[[3]], [[1, 1, 20, 30]], [[4, 20, 30]], [[5, 5]], [[2, 2, 2]]])(
    'of groups of %j shows everybody, and lets nobody tell a small group from the rest',
    (sizes) => {
      const { scenarios } = simulateAllocation(facts(sizes));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      for (const { all, groups } of scenarios) {
        expect(all.people).toBe(total);
        expect(all.placed).not.toBeNull();
        const shown = groups.flatMap(({ people }) => people ?? []);
        for (const people of shown) expect(people).toBeGreaterThanOrEqual(5);
        const hidden = groups.length - shown.length;
        const rest = total - shown.reduce((sum, people) => sum + people, 0);
        // What is left over is nobody, everybody, or of two groups and five people at least.
        if (hidden > 0 && shown.length > 0) expect([hidden >= 2, rest >= 5]).toEqual([true, true]);
      }
    },
  );

  it('in steps is the same report, and its progress only grows', () => {
    const simulation = simulationOf(facts([6, 7]));
    let last = 0;
    for (;;) {
      const { done, value } = simulation.next();
      if (done) {
        expect(value).toEqual(simulateAllocation(facts([6, 7])));
        break;
      }
      expect(value.done).toBeGreaterThan(last);
      expect(value.done).toBeLessThanOrEqual(value.total);
      last = value.done;
    }
    expect(last).toBeGreaterThan(7000);
  });
});
