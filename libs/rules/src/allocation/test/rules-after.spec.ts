import { describe, expect, it } from '@jest/globals';
import { canonicalJson, isoDate, prepareRound, runRound, simulateAllocation, withdraw } from '../../index.js';
import { chanceOf } from '../random.js';
import { refusal, roundBy, sha256 } from './rounds.js';

const SIZE = { people: 40, posts: 6, longest: 5 };

describe('withdrawing', () => {
  // Every other round has seats enough, so that nobody waits for some of them.
  const started = (seed: number) => {
    const { roster, choices } = roundBy(chanceOf(seed), seed % 2 === 0 ? SIZE : { ...SIZE, people: 12 });
    const round = prepareRound(roster, choices, sha256);
    return { round, allocation: runRound(round).result };
  };
  const early = isoDate('2026-04-09');
  const late = isoDate('2026-04-10');

  it('before contracts open runs the round again on the same draw, and hurts nobody', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { round, allocation } = started(seed);
      const leaver = allocation.places.find(({ post }) => post !== null)?.ticket as string;
      const after = withdraw(round, allocation, { ticket: leaver, on: early }, sha256);
      expect(after.fill).toBeNull();
      for (const [index, place] of after.allocation.places.entries()) {
        const before = allocation.places[index] as typeof place;
        expect(place.number).toBe(before.number);
        if (place.ticket === leaver) expect(place.post).toBeNull();
        else expect(place.choice ?? 99).toBeLessThanOrEqual(before.choice ?? 99);
      }
    }
  });

  it('after that moves nobody who has a place; the best waiting one moves up, and envy is counted', () => {
    let [taken, empty, envied] = [0, 0, 0];
    for (let seed = 0; seed < 60; seed += 1) {
      const { round, allocation } = started(seed);
      const leaver = allocation.places.find(({ post }) => post !== null)?.ticket as string;
      const after = withdraw(round, allocation, { ticket: leaver, on: late }, sha256);
      const given = allocation.places.find(({ ticket }) => ticket === leaver)?.post as string;
      expect(after.fill).toMatchObject({ post: given, leaver });
      const moved = after.allocation.places.filter((place, index) => place.post !== allocation.places[index]?.post);
      const taker = after.fill?.taker ?? null;
      expect(moved.map(({ ticket }) => ticket).sort()).toEqual([leaver, ...(taker === null ? [] : [taker])].sort());
      const waiting = round.choices.lists.filter(
        ({ ticket, posts }) =>
          posts.includes(given) && allocation.places.find((place) => place.ticket === ticket)?.post === null,
      );
      expect(taker !== null).toBe(waiting.length > 0);
      if (taker !== null) expect(after.allocation.places.find(({ ticket }) => ticket === taker)?.post).toBe(given);
      // Where the places are those of a whole new run, there can be no envy.
      const rerun = withdraw(round, allocation, { ticket: leaver, on: early }, sha256).allocation;
      const better = rerun.places.some(
        (place, index) => place.post !== after.allocation.places[index]?.post && place.ticket !== leaver,
      );
      if (!better) expect(after.fill?.envy).toBe(0);
      if (taker === null) empty += 1;
      else taken += 1;
      envied += Number((after.fill?.envy ?? 0) > 0);
    }
    expect([taken > 5, empty > 5, envied > 5]).toEqual([true, true, true]);
  });

  it('is refused twice, and for a stranger', () => {
    const { round, allocation } = started(1);
    const after = withdraw(round, allocation, { ticket: 'T0000', on: early }, sha256);
    const again = (ticket: string) =>
      refusal(() => withdraw(after.round, after.allocation, { ticket, on: early }, sha256));
    expect(again('T0000')).toBe('STATE_CONFLICT ticket');
    expect(again('T9999')).toBe('VALIDATION ticket');
  });
});

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
