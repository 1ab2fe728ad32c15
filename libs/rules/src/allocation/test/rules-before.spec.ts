import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AllocationPost,
  type AllocationRoster,
  apportionFloor,
  canonicalJson,
  checkChoices,
  checkRoster,
  choiceRefusals,
  type ChoiceSubmission,
  commitmentOf,
  drawNumbers,
  drawText,
  isoDate,
  type MatchAnswer,
  prepareRound,
  priorityKey,
  RuleRefusal,
  type RegionFloor,
  standingOf,
} from '../../index.js';
import { chanceOf } from '../random.js';
import { refusal, roundBy, SEED, sha256 } from './rounds.js';

const DRAW = { seed: SEED, value: '03 11', valueFrom: 'SOURCE' } as const;
const SIZE = { people: 40, posts: 6, longest: 5 };

describe('the draw', () => {
  const tickets = ['T3', 'T1', 'T2'];

  it('numbers tickets from 1 by their hash, whatever their order', () => {
    const numbers = drawNumbers('2026-1', tickets, DRAW, sha256);
    expect([...numbers.values()].sort()).toEqual([1, 2, 3]);
    expect([...drawNumbers('2026-1', [...tickets].reverse(), DRAW, sha256)]).toEqual([...numbers]);
    const byHash = [...tickets].sort((one, other) =>
      sha256(drawText(DRAW, '2026-1', one)) < sha256(drawText(DRAW, '2026-1', other)) ? -1 : 1,
    );
    expect(byHash.map((ticket) => numbers.get(ticket))).toEqual([1, 2, 3]);
    expect(drawText(DRAW, '2026-1', 'T1')).toBe(`${SEED}|03 11|2026-1|T1`);
  });

  it('is refused with a seed that was not committed to, and without a public value', () => {
    const { roster, choices } = roundBy(chanceOf(1), SIZE);
    const drawnWith = (draw: object) =>
      refusal(() => prepareRound(roster, { ...choices, draw: { ...choices.draw, ...draw } }, sha256));
    expect(drawnWith({})).toBeUndefined();
    expect(drawnWith({ seed: 'b2'.repeat(32) })).toBe('SEED_MISMATCH draw.seed');
    expect(drawnWith({ seed: SEED.toUpperCase() })).toBe('VALIDATION draw.seed');
    expect(drawnWith({ value: ' ' })).toBe('PUBLIC_VALUE_MISSING draw.value');
    expect(drawnWith({ value: '1|2' })).toBe('VALIDATION draw.value');
    expect(() => commitmentOf('short', sha256)).toThrow(RuleRefusal);
  });
});

describe('the floor', () => {
  const post = (id: string, seats: number, status: string | null = 'DISABLED'): AllocationPost => ({
    id,
    seats,
    reserve: status === null ? null : { status, seats: 0, basis: '示例办法' },
    tiers: [],
    local: null,
  });
  const floor = (share: string, seats: number): RegionFloor => ({
    status: 'DISABLED',
    share,
    basis: '示例规划',
    seats,
    countedOn: isoDate('2026-03-01'),
  });
  const shares = (asked: RegionFloor, posts: AllocationPost[]) =>
    Object.fromEntries(apportionFloor(asked, posts).result.map(({ post: id, reserved }) => [id, reserved]));

  it('goes by largest remainder, equal ones to more seats, then to the lower id', () => {
    expect(shares(floor('1/10', 100), [post('a', 50), post('b', 30), post('c', 20)])).toEqual({ a: 5, b: 3, c: 2 });
    expect(shares(floor('1/10', 11), [post('a', 4), post('b', 7), post('c', 9, null)])).toEqual({ a: 1, b: 1 });
    expect(shares(floor('1/10', 10), [post('b', 5), post('a', 5)])).toEqual({ a: 1, b: 0 });
    expect(shares(floor('1/2', 6), [post('a', 1), post('b', 3), post('c', 1), post('d', 1)])).toEqual({
      a: 1,
      b: 2,
      c: 0,
      d: 0,
    });
  });

  it('is rounded up exactly: 10 % of 30 is 3, of 31 is 4', () => {
    const posts = [post('a', 40)];
    expect([0, 1, 30, 31].map((seats) => shares(floor('0.1', seats), posts).a)).toEqual([0, 1, 3, 4]);
  });

  it('A5: the sum is exact, no post gets more than its seats, and none is a whole seat from its share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 100 }),
        (seats, percent) => {
          const posts = seats.map((count, index) => post(`p${String(index).padStart(2, '0')}`, count));
          const sum = seats.reduce((total, count) => total + count, 0);
          const { result } = apportionFloor(floor(`${percent}/100`, sum), posts);
          const required = Math.ceil((sum * percent) / 100);
          expect(result.reduce((total, { reserved }) => total + reserved, 0)).toBe(required);
          for (const { reserved, seats: count } of result) {
            expect(reserved).toBeLessThanOrEqual(count);
            if (sum > 0) expect(Math.abs(reserved - (required * count) / sum)).toBeLessThan(1);
          }
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('is refused where the posts that may reserve have too few seats, and for a share that is none', () => {
    expect(refusal(() => apportionFloor(floor('1/2', 10), [post('a', 4), post('b', 9, null)]))).toBe(
      'VALIDATION floor.seats',
    );
    for (const share of ['2', '10%', '1/0', '-1/10', ''])
      expect(refusal(() => apportionFloor(floor(share, 10), [post('a', 10)]))).toBe('VALIDATION floor.share');
  });
});

describe('keys', () => {
  it('order by tier, then local, then number, and read back', () => {
    const post: AllocationPost = {
      id: 'a',
      seats: 1,
      reserve: null,
      tiers: [],
      local: { division: '64', basis: '示例' },
    };
    const span = 4_000_000;
    const keys = [0, 1, 2, 61].flatMap((band) => [1, 2, span].map((number) => priorityKey(band, number, span)));
    expect([...keys].sort((one, other) => one - other)).toEqual(keys);
    expect(standingOf(post, priorityKey(3, span, span), span)).toEqual({ tier: 2, local: false, number: span });
    expect(standingOf(post, priorityKey(2, 1, span), span)).toEqual({ tier: 2, local: true, number: 1 });
    expect(() => priorityKey(2 ** 31, 1, 2 ** 23)).toThrow(RuleRefusal);
    expect(() => priorityKey(0, 2, 1)).toThrow(RuleRefusal);
  });

  it('canonical text refuses what has no one text', () => {
    expect(canonicalJson({ b: [1, null], a: '中"' })).toBe('{"a":"中\\"","b":[1,null]}');
    for (const value of [0.5, 2 ** 53, '\uD800', undefined, { a: undefined }, () => 1])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('choices', () => {
  const { roster } = roundBy(chanceOf(2), SIZE);
  const answers = new Map<string, MatchAnswer>([
    ['post-0', 'FITS'],
    ['post-1', 'FITS_WITH'],
    ['post-2', 'UNKNOWN'],
    ['post-3', 'NO'],
  ]);
  const hand = (change: Partial<ChoiceSubmission>): string[] =>
    choiceRefusals(roster, {
      on: isoDate('2026-03-25'),
      by: { kind: 'SELF' },
      posts: ['post-1', 'post-0'],
      answers,
      ...change,
    }).map(({ code, subject }) => `${code} ${subject}`);

  it.each<[string, Partial<ChoiceSubmission>, string[]]>([
    ['a list of fitting posts', {}, []],
    ['an empty list', { posts: [] }, []],
    ['the first day', { on: isoDate('2026-03-20') }, []],
    ['the day before the draw', { on: isoDate('2026-03-19') }, ['CHOICE_LATE on']],
    ['the last day', { on: isoDate('2026-03-31') }, []],
    ['the day after', { on: isoDate('2026-04-01') }, ['CHOICE_LATE on']],
    ['a post twice', { posts: ['post-0', 'post-1', 'post-0'] }, ['CHOICE_DUPLICATE posts.2']],
    ['an unknown answer', { posts: ['post-2'] }, ['CHOICE_UNFIT posts.0']],
    ['a no', { posts: ['post-0', 'post-3'] }, ['CHOICE_UNFIT posts.1']],
    ['a post never judged', { posts: ['post-4'] }, ['CHOICE_UNFIT posts.0']],
    ['a post of another round', { posts: ['elsewhere'] }, ['CHOICE_UNFIT posts.0']],
    ['no delegation', { by: { kind: 'DELEGATE', until: null } }, ['CHOICE_UNDELEGATED by']],
    ['the last day of a delegation', { by: { kind: 'DELEGATE', until: isoDate('2026-03-25') } }, []],
    [
      'the day after a delegation',
      { by: { kind: 'DELEGATE', until: isoDate('2026-03-24') } },
      ['CHOICE_UNDELEGATED by'],
    ],
    [
      'everything at once',
      { by: { kind: 'DELEGATE', until: null }, on: isoDate('2026-04-01'), posts: ['post-3', 'post-3'] },
      ['CHOICE_UNDELEGATED by', 'CHOICE_LATE on', 'CHOICE_UNFIT posts.0', 'CHOICE_DUPLICATE posts.1'],
    ],
  ])('%s', (_, change, codes) => {
    expect(hand(change)).toEqual(codes);
  });
});

describe('a roster', () => {
  const { roster, choices } = roundBy(chanceOf(4), SIZE);
  const first = roster.posts[0] as AllocationPost;
  const withPost = (change: Partial<AllocationPost>) => ({ ...roster, floor: null, posts: [{ ...first, ...change }] });

  it.each<[string, Partial<AllocationRoster>, string]>([
    ['no simulation report', { simulationHash: '' }, 'VALIDATION simulationHash'],
    ['no public value named', { draw: { ...roster.draw, source: ' ' } }, 'VALIDATION draw.source'],
    ['days out of order', { calendar: { ...roster.calendar, drawnOn: isoDate('2026-03-09') } }, 'VALIDATION calendar'],
    [
      'contracts on the last day of choices',
      { calendar: { ...roster.calendar, contractsFrom: roster.calendar.choicesUntil } },
      'VALIDATION calendar',
    ],
    [
      'a ticket twice',
      { entrants: [...roster.entrants, ...roster.entrants.slice(0, 1)] },
      'VALIDATION entrants.ticket',
    ],
    ['a post twice', { posts: [first, first], floor: null }, 'VALIDATION posts.id'],
    [
      'a bar in a ticket',
      { entrants: [{ ticket: 'a|b', statuses: [], divisionCode: '640324100201' }] },
      'VALIDATION entrants.ticket',
    ],
    ['half a seat', withPost({ seats: 1.5 }), 'VALIDATION posts.seats'],
    [
      'more reserved than seats',
      withPost({ seats: 1, reserve: { status: 'X', seats: 2, basis: 'b' } }),
      'VALIDATION posts.reserve',
    ],
    ['a tier without basis', withPost({ tiers: [{ status: 'X', basis: ' ' }] }), 'VALIDATION posts.tiers'],
  ])('%s is refused', (_, change, expected) => {
    expect(refusal(() => checkRoster({ ...roster, ...change }))).toBe(expected);
  });

  it('whose reserves are not those of the floor is refused', () => {
    const index = roster.posts.findIndex(({ reserve, seats }) => reserve !== null && reserve.seats < seats);
    const posts = roster.posts.map((post, at) =>
      at === index && post.reserve ? { ...post, reserve: { ...post.reserve, seats: post.reserve.seats + 1 } } : post,
    );
    expect(index).toBeGreaterThanOrEqual(0);
    expect(refusal(() => checkRoster({ ...roster, posts }))).toBe('VALIDATION floor');
  });

  it('takes lists of its own tickets and posts only, one each', () => {
    const with_ = (change: object) => refusal(() => checkChoices(roster, { ...choices, ...change }));
    const list = { ticket: 'T0000', posts: ['post-0'] };
    expect(with_({})).toBeUndefined();
    expect(with_({ lists: [{ ...list, ticket: 'X' }] })).toBe('VALIDATION lists.ticket');
    expect(with_({ lists: [list, list] })).toBe('VALIDATION lists.ticket');
    expect(with_({ lists: [{ ...list, posts: ['nowhere'] }] })).toBe('VALIDATION lists.posts');
    expect(with_({ lists: [{ ...list, posts: ['post-0', 'post-0'] }] })).toBe('VALIDATION lists.posts');
    expect(with_({ left: ['X'] })).toBe('VALIDATION left');
  });
});
