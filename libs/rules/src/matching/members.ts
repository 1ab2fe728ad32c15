import { ageOn, type IsoDate } from '../calendar.js';
import { type MatchAnswer, worseOf } from './answer.js';
import type { MatchLaw, MatchPerson, MatchPost } from './facts.js';
import { answerOf, HARD_RULES, PUBLIC_WELFARE } from './hard-rules.js';

/** `yes` where a dated act lets household members stand after the disabled people. No row: they don't stand. */
export const MEMBERS_PARAMETER = 'post.members';

/** Somebody with a record as a certificate holder, in the household that is asked about. */
export interface HolderFacts {
  active: boolean;
  /** null: no last day is known, so it has not run out */
  certificateExpiresOn: IsoDate | null;
}

/** What decides whether somebody of a disabled person's household may stand for public-welfare posts. */
export interface MemberFacts {
  /** has, or had, a record as a certificate holder */
  hasOwnRecord: boolean;
  birthOn: IsoDate;
  /** null: no age table is entered */
  workingAgeUntil: IsoDate | null;
  unemployed: boolean;
  /** null: nobody has asked */
  wantsWork: boolean | null;
  /** said yes to being matched; null: nobody has asked */
  consent: boolean | null;
  holders: readonly HolderFacts[];
}

/** What a dated act says about members; null: no act says anything. */
export type MembersLaw = { mayStand: boolean; source: string } | null;

const LACKS = {
  NOT_ALLOWED: '本地没有录入「残疾人家庭成员可以排在残疾人之后」的依据',
  OWN_RECORD: '本人在残疾人名册里有登记，按本人的登记办',
  NO_HOLDER: '这一户现在没有证件有效的残疾人',
  AT_WORK: '就业状况不是未就业',
  NO_WISH: '没有登记想就业',
  TOO_YOUNG: '不到可以就业的年龄',
  TOO_OLD: '已经超过劳动年龄',
  AGE_UNKNOWN: '没有录入劳动年龄，不能判断',
  NO_CONSENT: '本人还没有同意推荐岗位',
} as const;

/** Why a member can't stand. */
export type MemberLack = keyof typeof LACKS;

/** In words, without a full stop. */
export const memberLackText = (lack: MemberLack): string => LACKS[lack];

function ageLack({ birthOn, workingAgeUntil }: MemberFacts, law: MatchLaw, day: IsoDate): MemberLack | null {
  if (law.minimumAge !== null && ageOn(birthOn, day) < law.minimumAge.years) return 'TOO_YOUNG';
  if (workingAgeUntil !== null && day > workingAgeUntil) return 'TOO_OLD';
  return law.minimumAge === null || workingAgeUntil === null ? 'AGE_UNKNOWN' : null;
}

const isGood = ({ active, certificateExpiresOn }: HolderFacts, day: IsoDate): boolean =>
  active && (certificateExpiresOn === null || day <= certificateExpiresOn);

/**
 * Everything that keeps a household member from standing on a day; empty: may stand, after every disabled person.
 *
 * @source rulebook.md §5: 优先安排符合条件的残疾人及其家庭成员 → second tier
 */
export function memberLacks(facts: MemberFacts, members: MembersLaw, law: MatchLaw, day: IsoDate): MemberLack[] {
  const age = ageLack(facts, law, day);
  return [
    ...(members?.mayStand === true ? [] : (['NOT_ALLOWED'] as const)),
    ...(facts.hasOwnRecord ? (['OWN_RECORD'] as const) : []),
    ...(facts.holders.some((holder) => isGood(holder, day)) ? [] : (['NO_HOLDER'] as const)),
    ...(facts.unemployed ? [] : (['AT_WORK'] as const)),
    ...(facts.wantsWork === true ? [] : (['NO_WISH'] as const)),
    ...(age === null ? [] : [age]),
    ...(facts.consent === true ? [] : (['NO_CONSENT'] as const)),
  ];
}

/** Recognition by certificate and status is the first tier's; a member is let in by {@link memberLacks} instead. */
const MEMBER_RULES = HARD_RULES.filter(({ id }) => id !== 'H-CERT' && id !== 'H-TARGET');

/** Whether a member who may stand fits a post: public-welfare posts only, by every rule but those of the certificate. */
export function memberAnswer(person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): MatchAnswer {
  if (post.kind !== PUBLIC_WELFARE) return 'NO';
  // A member is on no register of holders, which is what the flag says.
  const member = { ...person, active: true };
  return MEMBER_RULES.map((rule) => answerOf(rule, member, post, day, law)).reduce(worseOf, 'FITS');
}
