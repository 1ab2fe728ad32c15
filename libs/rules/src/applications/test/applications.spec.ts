import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { Law, type ParameterRow } from '../../law/index.js';
import { MATCH_ANSWERS } from '../../matching/answer.js';
import {
  afterRetention,
  JOB_APPLICATION_STATES,
  type JobApplicationSide,
  type JobApplicationStand,
  counts,
  DECLINE_REASONS,
  employerStateOf,
  isAtWork,
  isEnd,
  isLimitReached,
  isReleased,
  nextStatesFor,
  REFUSE_REASONS,
  refusalLawOn,
  RETENTION_MONTHS,
  retentionDue,
  statesBehind,
} from '../index.js';

const SIDES: readonly JobApplicationSide[] = ['PERSON', 'EMPLOYER', 'OFFICE'];
const BOTH = [false, true];
const STANDS: readonly JobApplicationStand[] = JOB_APPLICATION_STATES.flatMap((state) =>
  BOTH.flatMap((referred) =>
    BOTH.flatMap((accepted) => BOTH.map((released) => ({ state, referred, accepted, released }))),
  ),
);
const FIRST: readonly string[] = ['APPLIED', 'REFERRED'];

describe('the way of an application', () => {
  it('has no way out of an end, and one out of everything else', () => {
    for (const stand of STANDS) {
      const ways = SIDES.flatMap((side) => nextStatesFor(side, stand));
      expect([stand.state, ways.length === 0]).toEqual([stand.state, isEnd(stand.state)]);
    }
  });

  it('never leads back to its beginning, nor to where it was before', () => {
    const later = new Map(JOB_APPLICATION_STATES.map((state) => [state, new Set<string>()]));
    for (const stand of STANDS)
      for (const side of SIDES)
        for (const to of nextStatesFor(side, stand)) if (to !== stand.state) later.get(stand.state)?.add(to);
    const reach = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of later.get(from as 'APPLIED') ?? []) if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    for (const state of JOB_APPLICATION_STATES) {
      expect(reach(state).has(state)).toBe(false);
      for (const first of FIRST) expect(reach(state).has(first)).toBe(false);
    }
    for (const state of JOB_APPLICATION_STATES)
      if (!FIRST.includes(state)) expect([...reach('APPLIED'), ...reach('REFERRED')]).toContain(state);
  });

  it('is the person’s to leave, the employer’s to offer, the office’s to follow up', () => {
    for (const stand of STANDS) {
      const theirs = (side: JobApplicationSide) => nextStatesFor(side, stand);
      for (const to of theirs('PERSON')) expect(['WITHDRAWN', 'DECLINED']).toContain(to);
      for (const side of ['EMPLOYER', 'OFFICE'] as const) {
        expect(theirs(side)).not.toContain('WITHDRAWN');
        expect(theirs(side)).not.toContain('DECLINED');
      }
      for (const to of theirs('EMPLOYER')) expect(theirs('OFFICE')).toContain(to);
      if (isAtWork(stand.state)) expect(theirs('EMPLOYER')).toEqual([]);
    }
  });

  it('goes no further than a no before the employer may see who it is', () => {
    for (const stand of STANDS.filter(({ released, state }) => !released && !isAtWork(state) && state !== 'OFFERED'))
      expect(nextStatesFor('EMPLOYER', stand).filter((to) => to !== 'REFUSED')).toEqual([]);
  });

  it('begins at the post after the offer was taken, whose terms then stand', () => {
    const offered = { state: 'OFFERED', referred: false, released: true } as const;
    expect(nextStatesFor('EMPLOYER', { ...offered, accepted: false })).toEqual(['OFFERED', 'REFUSED']);
    expect(nextStatesFor('EMPLOYER', { ...offered, accepted: true })).toEqual(['ONBOARD', 'REFUSED']);
  });

  it('lets a referral be declined, never withdrawn, and an own application the other way until there is an offer', () => {
    const of = (state: JobApplicationStand['state'], referred: boolean) =>
      nextStatesFor('PERSON', { state, referred, accepted: false, released: true });
    expect(of('REFERRED', true)).toEqual(['DECLINED']);
    expect(of('INTERVIEW', true)).toEqual(['DECLINED']);
    expect(of('OFFERED', true)).toEqual(['DECLINED']);
    expect(of('APPLIED', false)).toEqual(['WITHDRAWN']);
    expect(of('INTERVIEW', false)).toEqual(['WITHDRAWN']);
    expect(of('OFFERED', false)).toEqual(['WITHDRAWN', 'DECLINED']);
  });

  it('tells an employer neither why somebody does not come nor what the office checks', () => {
    const told = (state: JobApplicationStand['state']) => employerStateOf({ state, accepted: false });
    expect(told('DECLINED')).toBe(told('WITHDRAWN'));
    expect(told('KEPT_12')).toBe(told('ONBOARD'));
    expect(told('REFERRED')).toBe(told('APPLIED'));
    expect(employerStateOf({ state: 'OFFERED', accepted: true })).toBe('ACCEPTED');
    for (const state of JOB_APPLICATION_STATES) expect(statesBehind(told(state))).toContain(state);
  });
});

describe('who it is', () => {
  const early = new Date('2026-11-01T00:00:00Z');
  const late = new Date('2026-11-02T00:00:00Z');

  it.each([
    ['asked for by himself, under a standing yes', null, null, false, { given: true, at: early }, true],
    ['asked for by himself, nobody asked about the phone', null, null, false, undefined, false],
    ['asked for by himself, after a no', null, null, false, { given: false, at: early }, false],
    ['a referral under a standing yes', null, null, true, { given: true, at: early }, false],
    ['a referral, and a yes to it', 'YES', late, true, undefined, true],
    ['a yes to it after a no to all', 'YES', late, true, { given: false, at: early }, true],
    ['a yes to it, then a no to all', 'YES', early, true, { given: false, at: late }, false],
    ['a no to it under a standing yes', 'NO', late, false, { given: true, at: early }, false],
  ] as const)('%s', (_, said, saidAt, referred, standing, expected) => {
    expect(isReleased({ said, saidAt, referred }, standing)).toBe(expected);
  });
});

describe('refusals', () => {
  const no = { by: 'PERSON', reason: 'NONE', referred: true, answer: 'FITS', publicWelfare: true } as const;

  it('count without a reason alone, to a suitable referral to a public-welfare post', () => {
    expect(counts(no)).toBe(true);
    expect(counts({ ...no, answer: 'FITS_WITH' })).toBe(true);
    expect(counts({ ...no, referred: false })).toBe(false);
    expect(counts({ ...no, publicWelfare: false })).toBe(false);
    for (const answer of MATCH_ANSWERS.filter((one) => !one.startsWith('FITS')))
      expect(counts({ ...no, answer })).toBe(false);
    const counted = Object.keys(DECLINE_REASONS).filter((reason) => counts({ ...no, reason }));
    expect(counted).toEqual(['OTHER', 'NONE']);
    expect(Object.keys(REFUSE_REASONS).filter((reason) => counts({ ...no, by: 'UNIT', reason }))).toEqual(['NONE']);
  });

  const row = (code: string, value: string, qualifier: string): ParameterRow => ({
    id: `${code}${qualifier}`,
    code,
    scope: '64',
    qualifier,
    unit: 'x',
    value,
    from: isoDate('2026-01-01'),
    to: isoDate('2026-12-31'),
    source: '示例办法',
    status: 'CONFIRMED',
    origin: 'OPERATOR',
    afterEnd: 'REFUSE',
  });
  const rows = [
    row('post.refusals', '2', 'PERSON'),
    row('post.refusals.barMonths', '12', 'PERSON'),
    row('post.refusals.appealDays', '10', 'PERSON'),
    row('post.refusals', '3', 'UNIT'),
  ];

  it('come to something only where all three rows hold on that day, for that side', () => {
    const law = new Law(rows, '640324');
    const found = refusalLawOn(law, isoDate('2026-12-31'), 'PERSON');
    expect(found).toEqual({
      limit: 2,
      barMonths: 12,
      appealDays: 10,
      since: '2026-01-01',
      sources: ['示例办法'],
    });
    expect(refusalLawOn(law, isoDate('2027-01-01'), 'PERSON')).toBeUndefined();
    expect(refusalLawOn(law, isoDate('2025-12-31'), 'PERSON')).toBeUndefined();
    expect(refusalLawOn(law, isoDate('2026-12-31'), 'UNIT')).toBeUndefined();
    expect(refusalLawOn(new Law(rows, '360734'), isoDate('2026-06-01'), 'PERSON')).toBeUndefined();
    if (found) expect([0, 1, 2, 3].map((so) => isLimitReached(so, found))).toEqual([false, false, true, true]);
  });
});

describe('whether somebody is still there', () => {
  it.each([
    ['2026-01-31', ['2026-02-28', '2026-04-30', '2026-07-31', '2027-01-31']],
    ['2027-11-30', ['2027-12-30', '2028-02-29', '2028-05-30', '2028-11-30']],
    ['2028-02-29', ['2028-03-29', '2028-05-29', '2028-08-29', '2029-02-28']],
  ])('is asked about a start on %s on %j', (startedOn, days) => {
    const due = retentionDue(isoDate(startedOn), isoDate('2030-01-01'));
    expect(due.map(({ dueOn }) => dueOn)).toEqual(days);
    expect(due.map(({ month }) => month)).toEqual([...RETENTION_MONTHS]);
    for (const [index, day] of days.entries()) {
      expect(retentionDue(isoDate(startedOn), isoDate(day))).toHaveLength(index + 1);
    }
  });

  it('is not asked a day early', () => {
    expect(retentionDue(isoDate('2026-01-31'), isoDate('2026-02-27'))).toEqual([]);
  });

  it('only goes up, and ends with a no', () => {
    expect(afterRetention('ONBOARD', 1, true)).toBe('KEPT_1');
    expect(afterRetention('KEPT_6', 3, true)).toBe('KEPT_6');
    expect(afterRetention('KEPT_6', 12, true)).toBe('KEPT_12');
    expect(afterRetention('KEPT_1', 12, false)).toBe('LEFT');
  });
});
