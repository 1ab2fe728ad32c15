import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type AllocationChoices,
  type AllocationPost,
  type AllocationRoster,
  commitmentOf,
  isoDate,
  type RoundColumns,
  RuleRefusal,
  withFloor,
} from '../../index.js';
import { type Chance, chanceOf, shuffled } from '../random.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** How large a made-up round may be. */
export interface Size {
  people: number;
  posts: number;
  longest: number;
}

/** A round of chance as columns: few seats, so that there is something to fight about. */
export function columnsBy(chance: Chance, { people, posts, longest }: Size): RoundColumns {
  const seats = Int32Array.from({ length: posts }, () => chance(3) * chance(4) + chance(2));
  const lists = Array.from({ length: people }, () => [...shuffled(posts, chance)].slice(0, chance(longest + 1)));
  const eligible = lists.map(() => chance(2));
  const tiers = 1 + chance(3);
  const entries = lists.flatMap((list, person) =>
    list.map((post) => ({ post, mark: chance(tiers) * 4 + chance(2) * 2 + (eligible[person] as number) })),
  );
  const choiceStart = new Int32Array(people + 1);
  lists.forEach((list, person) => (choiceStart[person + 1] = (choiceStart[person] as number) + list.length));
  return {
    people,
    seats,
    reserved: seats.map((count) => chance(count + 1)),
    choiceStart,
    choicePost: Int32Array.from(entries, ({ post }) => post),
    choiceMark: Uint8Array.from(entries, ({ mark }) => mark),
    drawRank: shuffled(people, chance),
    span: Math.max(1, people),
  };
}

/** Rounds of every size up to the largest; shrinks by size. */
export const anyRound = ({ people, posts, longest }: Size) =>
  fc
    .record({ people: fc.nat(people), posts: fc.integer({ min: 1, max: posts }), seed: fc.nat() })
    .map(({ seed, ...size }) => {
      const chance = chanceOf(seed);
      return { columns: columnsBy(chance, { ...size, longest: Math.min(longest, size.posts) }), chance };
    });

const STATUSES = ['ZERO_EMPLOYMENT', 'NEAR_RETIREMENT', 'DISABLED', 'LONG_UNEMPLOYED'] as const;
export const SEED = 'a1'.repeat(32);
const TOWNSHIPS = ['640324100', '640324101', '640324102'];

/** A whole round of chance, with a floor and everything else there can be. */
export function roundBy(
  chance: Chance,
  { people, posts, longest }: Size,
): { roster: AllocationRoster; choices: AllocationChoices } {
  const bare: AllocationPost[] = Array.from({ length: posts }, (_, index) => ({
    id: `post-${index}`,
    seats: 1 + chance(4),
    reserve: chance(4) === 0 ? null : { status: 'DISABLED', seats: 0, basis: '示例办法第3条' },
    tiers: STATUSES.filter(() => chance(2) === 0).map((status) => ({ status, basis: '示例办法第5条' })),
    local: chance(2) === 0 ? null : { division: TOWNSHIPS[chance(3)] as string, basis: '示例办法第6条' },
  }));
  const admissible = bare.reduce((sum, { seats, reserve }) => sum + (reserve ? seats : 0), 0);
  const floor = {
    status: 'DISABLED',
    share: '1/4',
    basis: '示例规划',
    seats: admissible,
    countedOn: isoDate('2026-03-01'),
  };
  const entrants = Array.from({ length: people }, (_, index) => ({
    ticket: `T${String(index).padStart(4, '0')}`,
    statuses: STATUSES.filter(() => chance(3) === 0),
    divisionCode: `${TOWNSHIPS[chance(3)]}201`,
  }));
  const ids = bare.map(({ id }) => id);
  const lists = entrants.map(({ ticket }) => ({
    ticket,
    posts: [...shuffled(posts, chance)].slice(0, chance(longest + 1)).map((at) => ids[at] as string),
  }));
  return {
    roster: {
      roundId: '2026-1',
      rulesVersion: 'rules-1',
      calendar: {
        announcedOn: isoDate('2026-03-01'),
        frozenOn: isoDate('2026-03-10'),
        drawnOn: isoDate('2026-03-20'),
        choicesUntil: isoDate('2026-03-31'),
        contractsFrom: isoDate('2026-04-10'),
      },
      draw: {
        commitment: commitmentOf(SEED, sha256),
        source: '示例公开摇奖第26030期',
        fallback: '示例公开摇奖第26031期',
      },
      simulationHash: sha256('report'),
      floor,
      posts: withFloor(floor, bare),
      entrants,
    },
    choices: { draw: { seed: SEED, value: '03 11 17 20 28 + 05', valueFrom: 'SOURCE' }, lists, left: [] },
  };
}

/** What a rule refused, as code and subject; undefined where it did not. */
export const refusal = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof RuleRefusal) return `${error.code} ${error.subject}`;
    throw error;
  }
  return undefined;
};
