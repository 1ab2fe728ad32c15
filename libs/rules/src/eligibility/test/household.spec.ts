import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { type HouseholdMemberFacts, memberCount, severalHolders, zeroEmployment } from '../household.js';

const on = isoDate('2026-11-23');
const age = { from: 16, until: { MALE: 60, FEMALE: 55 } };
const member = (over: Partial<HouseholdMemberFacts> = {}): HouseholdMemberFacts => ({
  birthOn: isoDate('1990-01-01'),
  sex: 'MALE',
  employmentStatus: 'UNEMPLOYED',
  wantsWork: true,
  isHolder: true,
  ...over,
});
const zero = (members: HouseholdMemberFacts[], membersKnown = true) =>
  zeroEmployment({ membersKnown, members }, on, age).result;

describe('a zero-employment household', () => {
  it('has somebody who can and wants to work, and nobody who does', () => {
    expect(zero([member()])).toBe('YES');
    expect(zero([member(), member({ employmentStatus: 'STUDENT', isHolder: false })])).toBe('YES');
  });

  it('is never decided by members who are not known', () => {
    expect(zero([member()], false)).toBe('UNKNOWN');
    expect(zero([], false)).toBe('UNKNOWN');
  });

  it('is ruled out by one known member who works, even where the others are not known', () => {
    expect(zero([member(), member({ employmentStatus: 'FLEXIBLE', isHolder: false })], false)).toBe('NO');
  });

  it('needs somebody who could work: students, pensioners and those unable do not count', () => {
    const rest = ['STUDENT', 'RETIRED', 'UNABLE'].map((employmentStatus) => member({ employmentStatus }));
    expect(zero(rest)).toBe('NO');
    expect(zero([member({ wantsWork: false })])).toBe('NO');
  });

  it('waits for the answer of the only one who could work', () => {
    expect(zero([member({ wantsWork: null })])).toBe('UNKNOWN');
    expect(zero([member({ wantsWork: null }), member()])).toBe('YES');
  });

  it('looks at working age on the day: 16 is in, the upper bound is out', () => {
    expect(zero([member({ birthOn: isoDate('2010-11-23') })])).toBe('YES');
    expect(zero([member({ birthOn: isoDate('2010-11-24') })])).toBe('NO');
    expect(zero([member({ birthOn: isoDate('1966-11-24') })])).toBe('YES');
    expect(zero([member({ birthOn: isoDate('1966-11-23') })])).toBe('NO');
    expect(zero([member({ birthOn: isoDate('1971-11-23'), sex: 'FEMALE' })])).toBe('NO');
    const grandfather = member({ birthOn: isoDate('1950-01-01'), employmentStatus: 'EMPLOYED', isHolder: false });
    expect(zero([member(), grandfather])).toBe('YES');
  });

  it('needs a holder of a certificate', () => expect(zero([member({ isHolder: false })])).toBe('NO'));

  it('says why', () => {
    const { trace } = zeroEmployment({ membersKnown: false, members: [member()] }, on, age);
    expect(trace).toMatchObject({ step: 'zeroEmployment', value: 'UNKNOWN' });
    expect(trace.children?.map((step) => [step.step, step.value])).toEqual([
      ['membersKnown', '否'],
      ['holders', '1'],
      ['employed', '0'],
      ['willing', '1'],
    ]);
  });
});

describe('a household with several holders', () => {
  it('is one with two known holders; fewer say nothing while members are not known', () => {
    const one = [member()];
    expect(severalHolders({ membersKnown: false, members: [member(), member()] }).result).toBe('YES');
    expect(severalHolders({ membersKnown: false, members: one }).result).toBe('UNKNOWN');
    expect(severalHolders({ membersKnown: true, members: one }).result).toBe('NO');
  });

  it('has no size while members are not known', () => {
    expect(memberCount({ membersKnown: false, members: [member()] })).toBeUndefined();
    expect(memberCount({ membersKnown: true, members: [member()] })).toBe(1);
  });
});
