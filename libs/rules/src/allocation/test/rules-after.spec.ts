import { describe, expect, it } from '@jest/globals';
import { canonicalJson, isoDate, simulateAllocation } from '../../index.js';
import { chanceOf } from '../random.js';
import { refusal, roundBy } from './rounds.js';

describe('simulating', () => {
  const { roster, choices } = roundBy(chanceOf(5), { people: 30, posts: 12, longest: 5 });
  const groups = new Map(
    roster.entrants.map(({ ticket, statuses }, index) => [
      ticket,
      index < 3 ? '示例小村' : statuses.includes('DISABLED') ? '残疾人' : '其他人',
    ]),
  );
  const facts = {
    posts: roster.posts,
    entrants: roster.entrants,
    lists: choices.lists,
    reserve: { status: 'DISABLED', basis: '示例规划', countedOn: isoDate('2026-03-01') },
    groups,
    runs: 1_000,
    seed: 20260301,
  };

  it('gives the same report for the same seed, with every scenario beside the practice of today', () => {
    const report = simulateAllocation(facts);
    expect(canonicalJson(simulateAllocation(facts))).toBe(canonicalJson(report));
    expect(report.scenarios.map(({ scenario, runs }) => [scenario, runs])).toEqual([
      ['DRAWS', 1_000],
      ['CHOICES', 1_000],
      ...[0, 5, 10, 15, 20].map((percent) => [`RESERVE_${percent}`, 1_000]),
      ['TODAY_ROSTER', 1],
      ['TODAY_SINGLE', 1_000],
    ]);
    const placed = (name: string) => report.scenarios.find(({ scenario }) => scenario === name)?.all.placed as number;
    // One choice each leaves wanted seats empty; a longer list cannot.
    expect(placed('TODAY_SINGLE')).toBeLessThan(placed('DRAWS'));
    for (const { all, runs } of report.scenarios) {
      expect(all.placedLeast as number).toBeLessThanOrEqual(all.placedMost as number);
      expect(all.placed as number).toBeLessThanOrEqual((all.placedMost as number) * runs);
      expect(all.firstChoice as number).toBeLessThanOrEqual(all.placed as number);
    }
  });

  it('hides a group of fewer than five, and the next smallest with it, for the sum would tell', () => {
    for (const { groups: shown } of simulateAllocation(facts).scenarios) {
      const hidden = shown.filter(({ people }) => people === null);
      expect(hidden.map(({ group }) => group)).toContain('示例小村');
      expect(hidden).toHaveLength(2);
      for (const { placed, firstChoice, placedLeast, placedMost } of hidden)
        expect([placed, firstChoice, placedLeast, placedMost]).toEqual([null, null, null, null]);
    }
  });

  it('is refused with fewer than a thousand rounds', () => {
    expect(refusal(() => simulateAllocation({ ...facts, runs: 999 }))).toBe('VALIDATION runs');
  });
});
