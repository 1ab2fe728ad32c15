import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  isoDate,
  judge,
  type MatchPerson,
  memberAnswer,
  type MemberFacts,
  type MemberLack,
  memberLacks,
  type MembersLaw,
  memberLackText,
} from '../../index.js';
import { anyPair, DAY, LAW, person, post } from './pairs.js';

const YES: MembersLaw = { mayStand: true, source: '示例办法第8条' };
const member = (over: Partial<MemberFacts> = {}): MemberFacts => ({
  hasOwnRecord: false,
  birthOn: isoDate('1990-01-01'),
  workingAgeUntil: isoDate('2049-12-31'),
  unemployed: true,
  wantsWork: true,
  consent: true,
  holders: [{ active: true, certificateExpiresOn: DAY }],
  ...over,
});
const lacks = (over: Partial<MemberFacts> = {}, law: MembersLaw = YES, match = LAW) =>
  memberLacks(member(over), law, match, DAY);

describe('a household member', () => {
  it('may stand with everything there, on the last day of the holder’s certificate and of the own working age', () => {
    expect(lacks({ workingAgeUntil: DAY })).toEqual([]);
    expect(lacks({ holders: [{ active: true, certificateExpiresOn: null }] })).toEqual([]);
    expect(
      lacks({
        holders: [
          { active: false, certificateExpiresOn: null },
          { active: true, certificateExpiresOn: DAY },
        ],
      }),
    ).toEqual([]);
  });

  const dayBefore = addDays(DAY, -1);
  it.each<[string, Partial<MemberFacts>, MemberLack]>([
    ['has an own record', { hasOwnRecord: true }, 'OWN_RECORD'],
    ['lives with nobody who holds a certificate', { holders: [] }, 'NO_HOLDER'],
    ['lives with somebody deleted', { holders: [{ active: false, certificateExpiresOn: null }] }, 'NO_HOLDER'],
    [
      'lives with a certificate that ran out',
      { holders: [{ active: true, certificateExpiresOn: dayBefore }] },
      'NO_HOLDER',
    ],
    ['has work', { unemployed: false }, 'AT_WORK'],
    ['does not want work', { wantsWork: false }, 'NO_WISH'],
    ['was never asked about work', { wantsWork: null }, 'NO_WISH'],
    ['said no', { consent: false }, 'NO_CONSENT'],
    ['was never asked for consent', { consent: null }, 'NO_CONSENT'],
    ['is sixteen tomorrow', { birthOn: isoDate('2010-06-16') }, 'TOO_YOUNG'],
    ['is a day past working age', { workingAgeUntil: dayBefore }, 'TOO_OLD'],
    ['has no age table', { workingAgeUntil: null }, 'AGE_UNKNOWN'],
  ])('who %s does not', (_, over, lack) => {
    expect(lacks(over)).toEqual([lack]);
    expect(memberLackText(lack)).toMatch(/[^。]$/u);
  });

  it('is sixteen today and may', () => {
    expect(lacks({ birthOn: isoDate('2010-06-15') })).toEqual([]);
  });

  it('does not stand where no dated act lets members, one says no, or no youngest age is entered', () => {
    expect(lacks({}, null)).toEqual(['NOT_ALLOWED']);
    expect(lacks({}, { mayStand: false, source: '示例' })).toEqual(['NOT_ALLOWED']);
    expect(lacks({}, YES, { ...LAW, minimumAge: null })).toEqual(['AGE_UNKNOWN']);
  });

  const bare: MatchPerson = { ...person(), active: false, certificateExpiresOn: null };

  it('fits a public-welfare post without a certificate, and no other kind', () => {
    expect(judge(bare, post({ kind: 'PUBLIC_WELFARE' }), DAY, LAW).answer).toBe('NO');
    expect(memberAnswer(bare, post({ kind: 'PUBLIC_WELFARE' }), DAY, LAW)).toBe('FITS');
    for (const kind of ['PROPORTIONAL', 'CONCENTRATED', 'AUXILIARY', 'FLEXIBLE', 'INTERNSHIP'])
      expect(memberAnswer(bare, post({ kind }), DAY, LAW)).toBe('NO');
  });

  it('is asked whatever else a disabled person is: the answer of one with a good certificate who looks for work', () => {
    fc.assert(
      fc.property(anyPair, ([x, j, law]) => {
        const welfare = { ...j, kind: 'PUBLIC_WELFARE' };
        const holder = { ...x, active: true, certificateExpiresOn: DAY, seeksWork: true };
        const known = { ...law, targetByStatus: '示例' };
        expect(memberAnswer(x, welfare, DAY, law)).toBe(judge(holder, welfare, DAY, known).answer);
      }),
    );
  });
});
