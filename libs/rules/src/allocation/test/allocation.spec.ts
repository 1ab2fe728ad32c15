import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deferredAcceptance } from '../../index.js';
import { exhaustive } from './oracle.js';
import { CHECKS, gains, marksOf } from './properties.js';
import { anyRound } from './rounds.js';

const RUNS = { numRuns: 4_000 };
const MIXED = { people: 40, posts: 6, longest: 6 };

describe('deferred acceptance with soft reserves', () => {
  it.each(Object.entries(CHECKS))('%s holds', (_, check) => {
    fc.assert(
      fc.property(anyRound(MIXED), ({ columns, chance }) => {
        expect(check(deferredAcceptance, columns, chance)).toBeNull();
      }),
      RUNS,
    );
  });

  it('A2: nobody gains by another list, all lists over at most 4 posts', () => {
    fc.assert(
      fc.property(anyRound({ people: 8, posts: 4, longest: 4 }), ({ columns, chance }) => {
        if (columns.people === 0) return;
        const person = chance(columns.people);
        expect(gains(deferredAcceptance, columns, person, marksOf(columns, person, chance))).toBeNull();
      }),
      RUNS,
    );
  });

  it('is the stable placement that everybody likes best, by exhaustive search over at most 6 people', () => {
    let later = 0;
    fc.assert(
      fc.property(anyRound({ people: 6, posts: 4, longest: 3 }), ({ columns }) => {
        const { choice } = deferredAcceptance(columns);
        if (choice.some((at, person) => at > (columns.choiceStart[person] as number))) later += 1;
        expect([...choice]).toEqual(exhaustive(columns));
      }),
      RUNS,
    );
    expect(later).toBeGreaterThan(400);
  });

  it('an empty round, a post without seats and people without lists are nothing special', () => {
    const none = {
      people: 0,
      seats: new Int32Array(),
      reserved: new Int32Array(),
      choiceStart: new Int32Array(1),
      choicePost: new Int32Array(),
      choiceMark: new Uint8Array(),
      drawRank: new Int32Array(),
      span: 1,
    };
    expect(deferredAcceptance(none)).toEqual({ choice: new Int32Array(), kind: new Uint8Array() });
    const closed = {
      ...none,
      people: 2,
      seats: Int32Array.of(0),
      reserved: Int32Array.of(0),
      choiceStart: Int32Array.of(0, 1, 1),
      choicePost: Int32Array.of(0),
      choiceMark: Uint8Array.of(1),
      drawRank: Int32Array.of(1, 0),
      span: 2,
    };
    expect([...deferredAcceptance(closed).choice]).toEqual([-1, -1]);
  });
});
