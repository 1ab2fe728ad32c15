import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AllocationChoices,
  type AllocationPlace,
  type AllocationRoster,
  auditorFileText,
  certify,
  checkRoster,
  DISABLED,
  explainPlace,
  HOUSEHOLD_MEMBER,
  prepareRound,
  type Ruled,
  runRound,
  traceRows,
} from '../../index.js';
import { chanceOf } from '../random.js';
import { refusal, roundBy, sha256 } from './rounds.js';

const VERIFIER = join(import.meta.dirname, '../../../../../apps/standalone/verifier/verify-certificate.mjs');
const MEMBERS_LAST = [
  { status: 'ZERO_EMPLOYMENT', basis: '示例办法第5条' },
  { status: DISABLED, basis: '示例办法第5条' },
  { status: HOUSEHOLD_MEMBER, basis: '示例办法第8条' },
];

/** A round of chance in which every third entrant is a household member. */
function withMembers(seed: number, people = 40, posts = 5) {
  const { roster, choices } = roundBy(chanceOf(seed), { people, posts, longest: posts });
  const mixed: AllocationRoster = {
    ...roster,
    posts: roster.posts.map((post) => ({ ...post, tiers: MEMBERS_LAST })),
    entrants: roster.entrants.map((entrant, index) => ({
      ...entrant,
      statuses:
        index % 3 === 0 ? [HOUSEHOLD_MEMBER] : [...entrant.statuses.filter((status) => status !== DISABLED), DISABLED],
    })),
  };
  return { roster: mixed, choices };
}

function run({ roster, choices }: { roster: AllocationRoster; choices: AllocationChoices }) {
  const round = prepareRound(roster, choices, sha256);
  const { result } = runRound(round);
  return { round, result, certificate: certify(round, result, sha256) };
}

describe('household members', () => {
  it('get no seat at a post while a disabled person who listed it waits for it', () => {
    let seatsOfMembers = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(60), fc.integer({ min: 1, max: 6 }), (seed, people, posts) => {
        const { roster, choices } = withMembers(seed, people, posts);
        const { result } = run({ roster, choices });
        const statusesOf = new Map(roster.entrants.map(({ ticket, statuses }) => [ticket, statuses]));
        const placeOf = new Map(result.places.map((place) => [place.ticket, place.post]));
        const isMember = (ticket: string) => statusesOf.get(ticket)?.includes(HOUSEHOLD_MEMBER) === true;
        const given = new Set(
          result.places.flatMap(({ ticket, post }) => (post !== null && isMember(ticket) ? [post] : [])),
        );
        seatsOfMembers += given.size;
        for (const { ticket, posts: listed } of choices.lists) {
          if (isMember(ticket)) continue;
          const got = placeOf.get(ticket) ?? null;
          const wanted = got === null ? listed : listed.slice(0, listed.indexOf(got));
          expect(wanted.filter((post) => given.has(post))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
    expect(seatsOfMembers).toBeGreaterThan(50);
  });

  it('are in a certificate that the stand-alone verifier passes, and in the reasons', async () => {
    const { verify } = (await import(pathToFileURL(VERIFIER).href)) as { verify(file: unknown): { ok: boolean } };
    const { round, result, certificate } = run(withMembers(7));
    expect(verify(JSON.parse(auditorFileText(round, result, certificate))).ok).toBe(true);
    expect(certificate.posts.every(({ tiers }) => tiers?.at(-1)?.status === HOUSEHOLD_MEMBER)).toBe(true);
    const { roster, choices } = withMembers(7);
    const listed = new Set(choices.lists.filter(({ posts }) => posts.length > 0).map(({ ticket }) => ticket));
    const member = roster.entrants.find(
      ({ ticket, statuses }) => statuses.includes(HOUSEHOLD_MEMBER) && listed.has(ticket),
    );
    expect(member).toBeDefined();
    const told = explainPlace(round, result, member?.ticket ?? '') as Ruled<AllocationPlace>;
    const rows = traceRows(told.trace);
    expect(JSON.stringify(rows)).toContain('第3档');
    expect(JSON.stringify(rows)).toContain('示例办法第8条');
  });

  const refused = (change: (roster: AllocationRoster) => Partial<AllocationRoster>): string | undefined => {
    const { roster } = withMembers(3);
    return refusal(() => checkRoster({ ...roster, ...change(roster) }));
  };
  const tiersAt = (order: readonly number[]) => (roster: AllocationRoster) => ({
    posts: roster.posts.map((post) => ({ ...post, tiers: order.map((at) => MEMBERS_LAST[at] as never) })),
  });

  it.each([
    ['before the disabled', tiersAt([2, 0, 1]), 'VALIDATION posts.tiers'],
    ['without the disabled before them', tiersAt([0, 2]), 'VALIDATION posts.tiers'],
    ['at a post that names no members', tiersAt([0, 1]), 'VALIDATION posts.tiers'],
    ['last after the disabled alone', tiersAt([1, 2]), undefined],
    [
      'with reserved seats',
      ({ posts }: AllocationRoster) => ({
        floor: null,
        posts: posts.map((post) => ({ ...post, reserve: { status: HOUSEHOLD_MEMBER, seats: 1, basis: '例' } })),
      }),
      'VALIDATION posts.reserve',
    ],
    [
      'with a share of the region',
      ({ floor, posts }: AllocationRoster) => ({
        floor: floor && { ...floor, status: HOUSEHOLD_MEMBER, seats: 0 },
        posts: posts.map((post) => ({ ...post, reserve: null })),
      }),
      'VALIDATION floor',
    ],
    [
      'who hold another status too',
      ({ entrants }: AllocationRoster) => ({
        entrants: entrants.map((entrant) => ({ ...entrant, statuses: [HOUSEHOLD_MEMBER, 'ZERO_EMPLOYMENT'] })),
      }),
      'VALIDATION entrants.statuses',
    ],
    [
      'beside somebody who is neither',
      ({ entrants }: AllocationRoster) => ({
        entrants: entrants.map((entrant, index) =>
          index === 1 ? { ...entrant, statuses: ['ZERO_EMPLOYMENT'] } : entrant,
        ),
      }),
      'VALIDATION entrants.statuses',
    ],
  ])('on a roster %s', (_, change, expected) => {
    expect(refused(change as (roster: AllocationRoster) => Partial<AllocationRoster>)).toBe(expected);
  });
});
