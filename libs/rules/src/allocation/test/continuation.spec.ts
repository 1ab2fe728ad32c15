import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import * as rules from '../../index.js';
import * as placement from '../placement.js';
import {
  type AuditorFile,
  aheadOf,
  auditorFileText,
  canonicalJson,
  certify,
  certifyContinuation,
  type ContinuationCertificate,
  type ContinuedRound,
  continueRound,
  isoDate,
  type PreparedRound,
  prepareRound,
  publicFileText,
  type RoundStand,
  runRound,
  standAfterRun,
} from '../../index.js';
import { type Chance, chanceOf } from '../random.js';
import { refusal, roundBy, sha256 } from './rounds.js';

const EARLY = isoDate('2026-04-09');
const OPEN = isoDate('2026-04-10');
const SIZES = [
  { people: 40, posts: 6, longest: 5 },
  { people: 12, posts: 6, longest: 5 },
  { people: 80, posts: 4, longest: 4 },
];

type Continue = typeof continueRound;
interface Link {
  former: RoundStand;
  accepted: readonly string[];
  left: readonly string[];
  on: rules.IsoDate;
  next: ContinuedRound;
}
interface Chain {
  round: PreparedRound;
  first: RoundStand;
  links: Link[];
}

/** A round of chance and what people said afterwards: some yes, some no, some nothing; twice over. */
function chainBy(seed: number, work: Continue, links = 3): Chain {
  const chance = chanceOf(seed);
  const { roster, choices } = roundBy(chance, SIZES[seed % SIZES.length] as (typeof SIZES)[number]);
  const round = prepareRound(roster, choices, sha256);
  const first = standAfterRun(round, runRound(round).result.places);
  const chain: Chain = { round, first, links: [] };
  let former = first;
  for (let at = 0; at < links; at += 1) {
    const on = at < 2 ? EARLY : OPEN;
    const said = saidBy(former, chance);
    const next = work(round, former, { ...said, on });
    chain.links.push({ former, ...said, on, next });
    former = next.stand;
  }
  return chain;
}

function saidBy(former: RoundStand, chance: Chance): { left: string[]; accepted: string[] } {
  const held = new Set(former.held);
  const out = new Set(former.left);
  const left = [...former.left];
  const accepted: string[] = [];
  for (const { ticket, post } of former.places) {
    if (out.has(ticket)) continue;
    const dice = chance(6);
    if (dice === 0) left.push(ticket);
    else if (post !== null && (held.has(ticket) || dice < 4)) accepted.push(ticket);
  }
  return { left, accepted };
}

/** Place on the own list; none is worst. */
const wished = (choice: number | null | undefined): number => choice ?? Number.POSITIVE_INFINITY;

/** Justified envy and waste among those who wait, by definition: pair by pair, by names, without a column. */
function passedOver({ round }: Chain, { stand }: ContinuedRound): string[] {
  const [gone, kept] = [new Set(stand.left), new Set(stand.held)];
  const found: string[] = [];
  const key = (person: number, post: rules.AllocationPost): number => {
    const { tier, local, number } = rules.standingAt(
      post,
      round.entrants[person] as rules.AllocationEntrant,
      (stand.places[person] as rules.AllocationPlace).number,
    );
    return tier * 1e6 + (post.local !== null && !local ? 1e5 : 0) + number;
  };
  stand.places.forEach(({ ticket, choice }, person) => {
    if (gone.has(ticket) || kept.has(ticket)) return;
    const list = round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
    for (const id of list.slice(0, choice === null ? undefined : choice - 1)) {
      const post = round.posts.find((one) => one.id === id) as rules.AllocationPost;
      const seated = [...stand.places.entries()].filter(([, place]) => place.post === id);
      if (seated.length < post.seats) found.push(`${ticket} waits beside a free seat of ${id}`);
      const eligible = (one: number) => rules.isReserveEligible(post, round.entrants[one] as rules.AllocationEntrant);
      const worse = seated.filter(([other, place]) => !kept.has(place.ticket) && key(other, post) > key(person, post));
      // A reserved seat is envied by the eligible only.
      if (worse.some(([, place]) => place.kind === 'OPEN' || eligible(person)))
        found.push(`${ticket} is passed over at ${id}`);
    }
  });
  return found;
}

type Check = (work: Continue, seed: number) => string | null;
const CHECKS: Readonly<Record<string, Check>> = {
  'nobody held is moved, and nobody who waits fares worse': (work, seed) => {
    for (const { former, accepted, left, on, next } of chainBy(seed, work).links) {
      const [yes, gone] = [new Set(accepted), new Set(left)];
      for (const [at, before] of former.places.entries()) {
        const now = next.stand.places[at] as rules.AllocationPlace;
        if (gone.has(before.ticket)) {
          if (now.post !== null) return `${now.ticket} left and has a seat`;
        } else if (yes.has(before.ticket) || (on >= OPEN && before.post !== null)) {
          if (now.post !== before.post) return `${now.ticket} was moved`;
        } else if (wished(now.choice) > wished(before.choice)) return `${now.ticket} fares worse`;
      }
    }
    return null;
  },
  'nobody who waits is passed over, by definition': (work, seed) => {
    const chain = chainBy(seed, work);
    return chain.links.flatMap(({ next }) => passedOver(chain, next))[0] ?? null;
  },
  'seats are never exceeded, and reserved ones hold the eligible': (work, seed) => {
    const { round, links } = chainBy(seed, work);
    for (const { next } of links)
      for (const post of round.posts) {
        const seated = [...next.stand.places.entries()].filter(([, place]) => place.post === post.id);
        const reserved = seated.filter(([, place]) => place.kind === 'RESERVED');
        if (seated.length > post.seats || reserved.length > (post.reserve?.seats ?? 0)) return `${post.id} is overfull`;
        const eligible = seated.filter(([at]) =>
          rules.isReserveEligible(post, round.entrants[at] as rules.AllocationEntrant),
        );
        if (reserved.length !== Math.min(post.reserve?.seats ?? 0, eligible.length))
          return `${post.id} uses ${reserved.length} reserved seats`;
        const outcome = next.posts.find((one) => one.post === post.id) as rules.ContinuedPost;
        if (outcome.held + outcome.reservedUsed + outcome.openUsed !== seated.length)
          return `${post.id} is counted otherwise`;
      }
    return null;
  },
  'without a leaver nothing changes': (work, seed) => {
    for (const { former, next } of chainBy(seed, work).links)
      for (const stand of [former, next.stand]) {
        const round = chainBy(seed, work).round;
        const yes = saidBy(stand, chanceOf(seed + 1)).accepted.filter((ticket) => !stand.left.includes(ticket));
        const again = work(round, stand, {
          left: stand.left,
          accepted: [...new Set([...stand.held, ...yes])],
          on: EARLY,
        });
        const differs = again.stand.places.find(({ post }, at) => post !== stand.places[at]?.post);
        if (differs) return `${differs.ticket} was moved though nobody left`;
      }
    return null;
  },
  'who stayed once asks no more while the seat is held': (work, seed) => {
    for (const { former, next } of chainBy(seed, work).links) {
      const { held, stayed } = next.stand;
      const again = former.stayed.find((ticket) => held.includes(ticket) && !stayed.includes(ticket));
      if (again) return `${again} asks again`;
    }
    return null;
  },
  'only who stayed is passed over among the held': (work, seed) => {
    for (const { next } of chainBy(seed, work).links) {
      const { round } = chainBy(seed, work);
      const { held, stayed, places } = next.stand;
      for (const ticket of held) {
        if (stayed.includes(ticket)) continue;
        const at = places.findIndex((place) => place.ticket === ticket);
        const list = round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
        const better = list.slice(0, (places[at]?.choice as number) - 1).find((id) => {
          const post = round.posts.find((one) => one.id === id) as rules.AllocationPost;
          const outcome = next.posts.find((one) => one.post === id) as rules.ContinuedPost;
          const entrant = round.entrants[at] as rules.AllocationEntrant;
          const standing = rules.standingAt(post, entrant, places[at]?.number as number);
          return (
            rules.meetsCutOff(standing, outcome.openCutOff) ||
            (rules.isReserveEligible(post, entrant) && rules.meetsCutOff(standing, outcome.reservedCutOff))
          );
        });
        if (better) return `${ticket} is passed over at ${better} and not named`;
      }
    }
    return null;
  },
};

const caughtBy = (work: Continue, rounds: number): string[] =>
  Object.entries(CHECKS)
    .filter(([, check]) =>
      Array.from({ length: rounds }, (_, seed) => seed).some((seed) => {
        try {
          return check(work, seed) !== null;
        } catch (error) {
          // The audit inside is a check too.
          if (String(error).includes('UNSOUND')) return true;
          throw error;
        }
      }),
    )
    .map(([name]) => name);

describe('continuing a round', () => {
  it.each(Object.entries(CHECKS))('%s', (_, check) => {
    for (let seed = 0; seed < 150; seed += 1) expect([seed, check(continueRound, seed)]).toEqual([seed, null]);
  });

  it('with nobody held is the whole run without the leaver', () => {
    for (let seed = 0; seed < 80; seed += 1) {
      const { round, first } = chainBy(seed, continueRound, 0);
      const leaver = first.places.find(({ post }) => post !== null)?.ticket as string;
      const next = continueRound(round, first, { left: [leaver], accepted: [], on: EARLY });
      const rerun = runRound(prepareRound(round.roster, { ...round.choices, left: [leaver] }, sha256)).result;
      expect(next.stand.places).toEqual(rerun.places);
    }
  });

  it('from the first day of contracts on moves nobody who has a seat; the next one without one moves up', () => {
    let [taken, empty] = [0, 0];
    for (let seed = 0; seed < 80; seed += 1) {
      const { round, first } = chainBy(seed, continueRound, 0);
      const leaver = first.places.find(({ post }) => post !== null) as rules.AllocationPlace;
      const waited = new Map(
        first.places.map(({ ticket }) => [ticket, aheadOf(round, { ...first, held: [] }, ticket)] as const),
      );
      const next = continueRound(round, first, { left: [leaver.ticket], accepted: [], on: OPEN });
      const moved = next.stand.places.filter(({ post }, at) => post !== null && post !== first.places[at]?.post);
      expect(moved.length).toBeLessThanOrEqual(1);
      expect(moved.every(({ post }) => post === leaver.post)).toBe(true);
      for (const { ticket } of moved)
        expect(waited.get(ticket)).toContainEqual(expect.objectContaining({ post: leaver.post }));
      if (moved.length === 1) taken += 1;
      else empty += 1;
    }
    expect([taken > 5, empty > 5]).toEqual([true, true]);
  });

  it('holds those who said yes where they would have moved up, and says how many', () => {
    const stayed = Array.from(
      { length: 60 },
      (_, seed) => chainBy(seed, continueRound).links.at(1)?.next.stand.stayed.length ?? 0,
    );
    expect(stayed.some((count) => count > 0)).toBe(true);
  });

  it('is refused for a stranger, for somebody who comes back, and for a yes without a seat', () => {
    const { round, first } = chainBy(1, continueRound, 0);
    const none = first.places.find(({ post }) => post === null)?.ticket as string;
    const told = (request: { left: string[]; accepted: string[] }, stand = first) =>
      refusal(() => continueRound(round, stand, { ...request, on: EARLY }));
    expect(told({ left: ['T9999'], accepted: [] })).toBe('VALIDATION ticket');
    expect(told({ left: [], accepted: [none] })).toBe('VALIDATION accepted');
    expect(told({ left: [], accepted: [] }, { ...first, left: ['T0000'] })).toBe('VALIDATION left');
  });

  it('tells each who waits how many stand before: the first of all has nobody', () => {
    const { round, links } = chainBy(2, continueRound);
    const stand = (links[1] as Link).next.stand;
    const lines = stand.places.flatMap(({ ticket }) => aheadOf(round, stand, ticket));
    for (const post of new Set(lines.map((line) => line.post)))
      expect(
        lines
          .filter((line) => line.post === post)
          .map(({ ahead }) => ahead)
          .sort((a, b) => a - b),
      ).toEqual(lines.filter((line) => line.post === post).map((_, at) => at));
    for (const ticket of [...stand.held, ...stand.left]) expect(aheadOf(round, stand, ticket)).toEqual([]);
    expect(aheadOf(round, stand, 'T9999')).toEqual([]);
  });
});

describe('planted mutants of the continuation', () => {
  const SOURCE = readFileSync(join(import.meta.dirname, '..', 'continuation.ts'), 'utf8');
  const compiled = (source: string): Continue => {
    const { code } = transformSync(source, {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    const module: { continueRound?: Continue } = {};
    new Function('exports', 'require', code)(module, () => ({ ...rules, ...placement }));
    return module.continueRound as Continue;
  };

  it('the rule itself, compiled in the same way, passes every check', () => {
    expect(caughtBy(compiled(SOURCE), 60)).toEqual([]);
  });

  it.each([
    ['held seats given out again', 'const seats = post.seats - taken;', 'const seats = post.seats;'],
    ['reserved seats counted twice', 'Math.min(reserve.seats - reservedHeld, seats)', 'Math.min(reserve.seats, seats)'],
    ['held ask for nothing', 'list.slice(0, (choice as number) - 1)', '[]'],
    ['who said yes is moved up', 'if (stays.length > 0) {', 'if (false) {'],
    ['who said yes is not held', 'open || yes.has(ticket)', 'open'],
    ['contracts do not hold', 'open || yes.has(ticket)', 'yes.has(ticket)'],
    ['leavers go on asking', 'lists: asked, left: [...left] }', 'lists: asked, left: [] }'],
    ['leavers keep their seats', 'post !== null && !gone.has(ticket)', 'post !== null'],
    ['kinds of held seats left as they were', "reserved.has(place.ticket) ? 'RESERVED' : 'OPEN'", 'place.kind'],
    ['who stayed asks again', 'former.stayed.filter((ticket) => keeps.has(ticket))', '[]'],
  ])('%s is caught', (_, from, to) => {
    expect(SOURCE.split(from)).toHaveLength(2);
    expect(caughtBy(compiled(SOURCE.replace(from, to)), 60).length).toBeGreaterThanOrEqual(1);
  });
});

describe('the certificate of a continuation', () => {
  interface Report {
    ok: boolean;
    unchecked?: number;
    continuations: number;
    ifWaiting?: { post: string | null; kind: string | null; choice: number | null }[];
    problems: { code: string; message: string }[];
  }
  type Verify = (file: unknown, mine?: unknown) => Report;
  const folder = join(import.meta.dirname, '../../../../../apps/standalone/verifier');
  let verifyChain: Verify;
  let verify: Verify;
  beforeAll(async () => {
    ({ verifyChain } = (await import(pathToFileURL(join(folder, 'verify-continuation.mjs')).href)) as {
      verifyChain: Verify;
    });
    ({ verify } = (await import(pathToFileURL(join(folder, 'verify-certificate.mjs')).href)) as { verify: Verify });
  });

  interface LinkFile {
    certificate: ContinuationCertificate;
    stand: RoundStand;
  }
  type File = AuditorFile & { continuations: LinkFile[] };

  /** The file of a round with all its continuations, and the public one. */
  function filesOf(seed: number, links = 3) {
    const chain = chainBy(seed, continueRound, links);
    const { round } = chain;
    const { result } = runRound(round);
    const certificate = certify(round, result, sha256);
    let former: Parameters<typeof certifyContinuation>[1] = { stand: chain.first, certificate };
    const continuations = chain.links.map(({ next, on }, index) => {
      const link = certifyContinuation(round, former, next, { serial: index + 1, on }, sha256);
      former = { stand: next.stand, certificate: link };
      return { certificate: link, stand: next.stand };
    });
    const file = { ...JSON.parse(auditorFileText(round, result, certificate)), continuations } as File;
    const open = {
      ...JSON.parse(publicFileText(round, certificate)),
      continuations: continuations.map((link) => ({ certificate: link.certificate })),
    };
    return { chain, file: JSON.parse(canonicalJson(file)) as File, open: JSON.parse(canonicalJson(open)) as object };
  }

  const withLink = (file: File, at: number, over: Partial<LinkFile>): File => ({
    ...file,
    continuations: file.continuations.map((link, index) => (index === at ? { ...link, ...over } : link)),
  });
  /** A stand put in place of the true one, with every hash made to fit again. */
  const forged = (file: File, at: number, stand: RoundStand): File => {
    const { hash: _, ...body } = (file.continuations[at] as LinkFile).certificate;
    const next = { ...body, standHash: sha256(canonicalJson(stand)) };
    return withLink(file, at, { stand, certificate: { ...next, hash: sha256(canonicalJson(next)) } });
  };
  const codes = (file: unknown): string[] => verifyChain(file).problems.map(({ code }) => code);

  it('of every chain passes the stand-alone verifier, both for auditors and for everybody', () => {
    for (let seed = 0; seed < 120; seed += 1) {
      const { file, open } = filesOf(seed);
      expect([seed, verifyChain(file)]).toMatchObject([seed, { ok: true, continuations: 3, problems: [] }]);
      expect(verifyChain(open)).toMatchObject({ ok: true, problems: [] });
      // The round's own program says that it did not look at them.
      expect(verify(file)).toMatchObject({ ok: true, unchecked: 3 });
    }
  });

  it('tells everybody who still waits the own place after each, from the public file and the own list', () => {
    const { chain, file, open } = filesOf(5, 2);
    let looked = 0;
    for (const { ticket, statuses, divisionCode } of chain.round.entrants) {
      const posts = chain.round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
      const told = verifyChain(open, { ticket, statuses, divisionCode, posts }).ifWaiting;
      for (const [index, { stand }] of file.continuations.entries()) {
        if (stand.left.includes(ticket) || stand.held.includes(ticket)) continue;
        const { post, kind, choice } = stand.places.find((one) => one.ticket === ticket) as rules.AllocationPlace;
        expect(told?.[index]).toEqual({ post, kind, choice });
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(10);
  });

  it('is refused with any field changed, as it stands and with its own hash made to fit again', () => {
    const { file } = filesOf(5);
    const { certificate, stand } = file.continuations[1] as LinkFile;
    const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
      typeof value !== 'object' || value === null
        ? [path]
        : Object.entries(value).flatMap(([name, entry]) =>
            leaves(entry, [...path, Array.isArray(value) ? Number(name) : name]),
          );
    const changed = <T>(value: T, path: readonly (string | number)[]): T => {
      const copy = structuredClone(value);
      let at = copy as Record<string | number, unknown>;
      for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
      const last = path.at(-1) as string | number;
      const old = at[last];
      at[last] =
        typeof old === 'number'
          ? old + 1
          : typeof old === 'boolean'
            ? !old
            : old === null
              ? { tier: 1, local: false, number: 1 }
              : `${String(old)}0`;
      return copy;
    };
    expect(leaves(certificate).length).toBeGreaterThan(60);
    for (const path of leaves(certificate)) {
      const bad = changed(certificate, path);
      expect([path, verifyChain(withLink(file, 1, { certificate: bad })).ok]).toEqual([path, false]);
      const { hash: _, ...body } = bad;
      const again = { ...body, hash: sha256(canonicalJson(body)) };
      if (path[0] !== 'hash')
        expect([path, verifyChain(withLink(file, 1, { certificate: again })).ok]).toEqual([path, false]);
    }
    for (const path of leaves(stand))
      expect([path, verifyChain(withLink(file, 1, { stand: changed(stand, path) })).ok]).toEqual([path, false]);
  });

  it('is refused where somebody held was moved, a leaver has a seat, or who waits is passed over, though every hash fits', () => {
    const { file } = filesOf(5);
    const { stand } = file.continuations[0] as LinkFile;
    const put = (ticket: string, over: Partial<rules.AllocationPlace>): RoundStand => ({
      ...stand,
      places: stand.places.map((place) => (place.ticket === ticket ? { ...place, ...over } : place)),
    });
    const none = { post: null, kind: null, choice: null } as const;
    const held = stand.held[0] as string;
    expect(codes(forged(file, 0, put(held, none)))).toContain('HELD');
    const seat = stand.places.find(({ ticket }) => ticket === held) as rules.AllocationPlace;
    const leaver = stand.left[0] as string;
    expect(codes(forged(file, 0, put(leaver, { post: seat.post, kind: 'OPEN', choice: 1 })))).toContain('LEFT');
    const mover = stand.places.find(
      ({ ticket, post }) => post !== null && !stand.held.includes(ticket),
    ) as rules.AllocationPlace;
    expect(codes(forged(file, 0, put(mover.ticket, none)))).toContain('ENVY');
    expect(codes(forged(file, 0, { ...stand, held: stand.held.slice(1) }))).toContain('COUNT');
    const back = { ...(file.continuations[1] as LinkFile).stand, left: [] };
    expect(codes(forged(file, 1, back))).toContain('PEOPLE');
  });

  it('is refused out of its order, and without the link before it', () => {
    const { file } = filesOf(5);
    const [one, two, three] = file.continuations;
    expect(codes({ ...file, continuations: [two, one, three] })).toContain('CHAIN');
    expect(codes({ ...file, continuations: [one, three] })).toContain('CHAIN');
    expect(codes({ ...file, continuations: [one, two] })).toEqual([]);
    expect(codes({ ...file, continuations: [{}] })).toContain('FILE');
  });

  it('is the same on every platform, and gets none where somebody held was moved', () => {
    const { chain, file } = filesOf(3);
    expect(sha256(canonicalJson(file.continuations))).toBe(
      '21d0c2eeb818e10a8eb2f3f250ebf62ad4ac7bdb107d3eb6279434b33a860978',
    );
    const { former, next, on } = chain.links[0] as Link;
    const held = next.stand.held[0] as string;
    const places = next.stand.places.map((place) =>
      place.ticket === held
        ? { ...place, post: chain.round.posts.find(({ id }) => id !== place.post)?.id ?? null }
        : place,
    );
    const moved = { ...next, stand: { ...next.stand, places } };
    expect(() =>
      certifyContinuation(chain.round, { stand: former, certificate: { hash: '0' } }, moved, { serial: 1, on }, sha256),
    ).toThrow(/UNSOUND/);
  });
});
