import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AllocationCertificate,
  type AuditorFile,
  auditorFileText,
  canonicalJson,
  certify,
  explainPlace,
  prepareRound,
  type PublicFile,
  publicFileText,
  runRound,
  traceRows,
} from '../../index.js';
import { chanceOf, shuffled } from '../random.js';
import { roundBy, sha256 } from './rounds.js';

interface Report {
  ok: boolean;
  problems: { code: string; message: string }[];
  mine?: { number: number; post: string | null; kind: string | null; choice: number | null };
}
type Verify = (file: unknown, mine?: unknown) => Report;

const VERIFIER = join(import.meta.dirname, '../../../../../apps/standalone/verifier/verify-certificate.mjs');
const SIZE = { people: 60, posts: 8, longest: 6 };

function certified(seed: number, size = SIZE) {
  const { roster, choices } = roundBy(chanceOf(seed), size);
  const round = prepareRound(roster, choices, sha256);
  const { result, trace } = runRound(round);
  const certificate = certify(round, result, sha256);
  return {
    round,
    result,
    trace,
    certificate,
    file: JSON.parse(auditorFileText(round, result, certificate)) as AuditorFile,
  };
}

/** Every leaf of a value with the way to it. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, entry]) =>
    leaves(entry, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy with one leaf changed to another value of its sort. */
function changed<T>(value: T, path: readonly (string | number)[]): T {
  const copy = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  const old = at[last];
  if (typeof old === 'number') at[last] = old + 1;
  else if (typeof old === 'boolean') at[last] = !old;
  else if (old === null) at[last] = { tier: 1, local: false, number: 1 };
  else at[last] = old === 'SOURCE' ? 'FALLBACK' : `${String(old)}0`;
  return copy;
}

const rehashed = ({ hash: _, ...body }: AllocationCertificate): AllocationCertificate => ({
  ...body,
  hash: sha256(canonicalJson(body)),
});

describe('the certificate', () => {
  let verify: Verify;
  beforeAll(async () => {
    ({ verify } = (await import(pathToFileURL(VERIFIER).href)) as { verify: Verify });
  });

  it('of every round passes the stand-alone verifier, both for auditors and for everybody', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(30), fc.integer({ min: 1, max: 6 }), (seed, people, posts) => {
        const { round, certificate, file } = certified(seed, { people, posts, longest: posts });
        expect(verify(file)).toMatchObject({ ok: true, problems: [] });
        expect(verify(JSON.parse(publicFileText(round, certificate)))).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with any field changed, as it stands and with its own hash made to fit again', () => {
    const { file } = certified(7);
    const { certificate } = file;
    expect(certificate.posts.some(({ reservedCutOff }) => reservedCutOff.closed)).toBe(true);
    const paths = leaves(certificate);
    expect(paths.length).toBeGreaterThan(150);
    for (const path of paths) {
      const bad = changed(certificate, path);
      expect([path, verify({ ...file, certificate: bad }).ok]).toEqual([path, false]);
      if (path[0] !== 'hash') expect([path, verify({ ...file, certificate: rehashed(bad) }).ok]).toEqual([path, false]);
    }
    const fields = Object.keys(certificate) as (keyof AllocationCertificate)[];
    for (const field of fields) {
      const { [field]: _, ...rest } = certificate;
      expect([field, verify({ ...file, certificate: rest }).ok]).toEqual([field, false]);
    }
    const parts = ['roster', 'choices', 'places'] as const;
    for (const part of parts)
      for (const path of leaves(file[part]))
        expect([part, path, verify({ ...file, [part]: changed(file[part], path) }).ok]).toEqual([part, path, false]);
  });

  it('is refused where somebody is passed over although every hash was made to fit', () => {
    const { round, result, file } = certified(7);
    const full = result.posts.find(({ openCutOff }) => openCutOff.closed && openCutOff.last !== null);
    const last = result.places.find(
      ({ post, number }) =>
        post === full?.post && full?.openCutOff.closed === true && full.openCutOff.last?.number === number,
    );
    const waiting = result.places.find(({ ticket, post }) => {
      const list = round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
      return post === null && list.includes(full?.post as string);
    });
    expect([full, last, waiting]).not.toContain(undefined);
    const places = result.places.map((place) => {
      if (place.ticket === last?.ticket) return { ...place, post: null, kind: null, choice: null };
      if (place.ticket !== waiting?.ticket) return place;
      const list = round.choices.lists.find((one) => one.ticket === place.ticket)?.posts ?? [];
      return {
        ...place,
        post: full?.post as string,
        kind: 'OPEN' as const,
        choice: list.indexOf(full?.post as string) + 1,
      };
    });
    const forged = rehashed({ ...file.certificate, resultHash: sha256(canonicalJson(places)) });
    const codes = verify({ ...file, certificate: forged, places }).problems.map(({ code }) => code);
    expect(codes).toContain('ENVY');
    expect(codes).toContain('CUT_OFF');
    expect(() => certify(round, { ...result, places }, sha256)).toThrow(/UNSOUND/);
  });

  it('tells what a broken file lacks instead of falling over it', () => {
    for (const file of [null, [], {}, { certificate: null }, { certificate: {}, places: [] }])
      expect(verify(file).problems.at(-1)).toMatchObject({ code: 'FILE' });
  });

  it('A6: everybody finds the own place from the public file and the own list, as the explanation says', () => {
    const { round, result, certificate } = certified(11);
    const open = JSON.parse(publicFileText(round, certificate)) as PublicFile;
    for (const [index, { ticket, statuses, divisionCode }] of round.entrants.entries()) {
      const posts = round.choices.lists.find((one) => one.ticket === ticket)?.posts ?? [];
      const { number, post, kind, choice } = result.places[index] as (typeof result.places)[number];
      expect(verify(open, { ticket, statuses, divisionCode, posts }).mine).toEqual({ number, post, kind, choice });
      expect(explainPlace(round, result, ticket)?.result).toEqual(result.places[index]);
    }
    const stranger = { ticket: 'T9999', statuses: [], divisionCode: '640324100201', posts: [] };
    expect(verify(open, stranger).ok).toBe(false);
  });

  it('A7: the order in which anything comes changes no byte, and the bytes are those of every platform', () => {
    const { roster, choices } = roundBy(chanceOf(3), SIZE);
    const bytes = (seed: number): string => {
      const chance = chanceOf(seed);
      const mixed = <T>(list: readonly T[]): T[] => [...shuffled(list.length, chance)].map((at) => list[at] as T);
      const entrants = mixed(roster.entrants).map((one) => ({ ...one, statuses: mixed(one.statuses) }));
      const round = prepareRound(
        { ...roster, entrants, posts: mixed(roster.posts) },
        { ...choices, lists: mixed(choices.lists) },
        sha256,
      );
      const { result } = runRound(round);
      return auditorFileText(round, result, certify(round, result, sha256));
    };
    const first = bytes(0);
    for (let seed = 1; seed < 20; seed += 1) expect(bytes(seed)).toBe(first);
    expect(sha256(first)).toBe('4fbb44f7ddfcd8a4f0b931860de0be162980cb253974446c62e2e7e1e2f5ca07');
  });

  it('says why a place is what it is: where each post closed and where one stands', () => {
    const { round, result, trace } = certified(7);
    const later = result.places.find(({ choice }) => (choice ?? 0) > 1);
    const told = explainPlace(round, result, later?.ticket as string);
    const rows = traceRows(told?.trace as NonNullable<typeof told>['trace']).map(({ node }) => node.value);
    expect(rows.slice(2, -1).length).toBe((later?.choice as number) - 1);
    for (const row of rows.slice(2, -1)) expect(row).toMatch(/座位.*；您是第\d+档(本地)?\d+号，没有录取$/);
    expect(rows.at(-1)).toMatch(/录取到(预留|普通)座位$/);
    expect(trace.children?.filter(({ step }) => step === 'post')).toHaveLength(SIZE.posts);
    expect(explainPlace(round, result, 'T9999')).toBeUndefined();
  });
});
