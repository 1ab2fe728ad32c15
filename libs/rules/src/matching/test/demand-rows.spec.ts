import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accommodationsOf, demandAnswer, demandRows, isFit } from '../../index.js';
import { anyPair, DAY, person, post } from './pairs.js';

describe('every demand with both levels', () => {
  it('tells what was assessed, what is unknown, and what an accommodation takes off', () => {
    const x = person({ profile: { levels: { LIFT: 1, READ: 2, HEAR: 0 }, assessedOn: DAY, validUntil: null } });
    const provisions = ['文字沟通'];
    const j = post({
      demands: { LIFT: 2, STAND: 0, HEAR: 3, SEE: 1 },
      provisions,
      accommodations: accommodationsOf(provisions),
    });
    expect(demandRows(x, j, DAY)).toEqual([
      { item: 'LIFT', needed: 2, left: 2, has: 1, answer: 'NO', by: [] },
      { item: 'SEE', needed: 1, left: 1, has: null, answer: 'UNKNOWN', by: [] },
      { item: 'HEAR', needed: 3, left: 0, has: 0, answer: 'FITS', by: ['文字沟通'] },
    ]);
    const expired = person({ profile: { levels: { LIFT: 4 }, assessedOn: DAY, validUntil: DAY } });
    expect(demandRows(expired, post({ demands: { LIFT: 4 } }), DAY)).toMatchObject([{ has: 4, answer: 'FITS' }]);
    expect(demandRows(x, post({ demands: null }), DAY)).toEqual([]);
  });

  it('says of all that they are met exactly where the rule says that the work fits', () => {
    fc.assert(
      fc.property(anyPair, ([x, j]) => {
        if (j.demands === null) return;
        const met = demandRows(x, j, DAY).every(({ answer }) => answer === 'FITS');
        expect(met).toBe(isFit(demandAnswer(x, j, DAY)));
      }),
      { numRuns: 2000 },
    );
  });
});
