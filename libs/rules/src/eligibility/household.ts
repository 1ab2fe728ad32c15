import { ageOn, type IsoDate } from '../calendar.js';
import { Trace, type Ruled } from '../explain/index.js';

/** What a household rule answers: where members are not known it is UNKNOWN, never NO and never a count of zero. */
export type HouseholdAnswer = 'YES' | 'NO' | 'UNKNOWN';

/** One member as far as the rules look: no name, no disability. */
export interface HouseholdMemberFacts {
  birthOn: IsoDate;
  sex: 'MALE' | 'FEMALE';
  /** UNEMPLOYED EMPLOYED FLEXIBLE STUDENT UNABLE RETIRED */
  employmentStatus: string;
  /** null: nobody has asked */
  wantsWork: boolean | null;
  /** holds a valid certificate */
  isHolder: boolean;
}

export interface HouseholdFacts {
  /** the whole list of members was brought in; false: only those with a certificate are known */
  membersKnown: boolean;
  members: readonly HouseholdMemberFacts[];
}

/** Bounds of legal working age on a day, in full years; a member of 16 is in, one of `until` is out. */
export interface WorkingAge {
  from: number;
  until: Readonly<Record<'MALE' | 'FEMALE', number>>;
}

const EMPLOYED = new Set(['EMPLOYED', 'FLEXIBLE']);
const EXCLUDED = new Set(['STUDENT', 'RETIRED', 'UNABLE']);

const isOfWorkingAge = (member: HouseholdMemberFacts, on: IsoDate, age: WorkingAge): boolean => {
  const years = ageOn(member.birthOn, on);
  return years >= age.from && years < age.until[member.sex];
};

/**
 * 零就业家庭: every member of legal working age who can and wants to work is unemployed, and there is such a member.
 * Students, pensioners and those unable to work do not count. For disabled households at least one member holds a certificate.
 *
 * @param on  the day asked about
 * @param age bounds of legal working age, from the dated parameters of that day
 * @returns NO as soon as one known member is employed; else UNKNOWN while members, or a member's wish to work, are not known
 * @source 就业促进法 art. 56; rulebook §7
 */
export function zeroEmployment(household: HouseholdFacts, on: IsoDate, age: WorkingAge): Ruled<HouseholdAnswer> {
  const trace = new Trace('zeroEmployment', '零就业家庭');
  const holders = household.members.filter((member) => member.isHolder).length;
  const grown = household.members.filter((member) => isOfWorkingAge(member, on, age));
  const employed = grown.filter((member) => EMPLOYED.has(member.employmentStatus)).length;
  const able = grown.filter((member) => !EXCLUDED.has(member.employmentStatus) && member.wantsWork !== false);
  const willing = able.filter((member) => member.wantsWork === true && !EMPLOYED.has(member.employmentStatus)).length;
  trace.step('membersKnown', '家庭成员是否齐全', household.membersKnown ? '是' : '否');
  trace.step('holders', '持证人数', String(holders));
  trace.step('employed', '劳动年龄内已就业人数', String(employed));
  trace.step('willing', '劳动年龄内有能力、愿就业而未就业人数', String(willing));

  let result: HouseholdAnswer;
  if (employed > 0) result = 'NO';
  else if (!household.membersKnown) result = 'UNKNOWN';
  else if (holders === 0) result = 'NO';
  else if (willing > 0) result = 'YES';
  else result = able.some((member) => member.wantsWork === null) ? 'UNKNOWN' : 'NO';
  return { result, trace: trace.done(result) };
}

/**
 * 一户多残: at least two members hold a certificate. Two known ones suffice; fewer say nothing while members are not known.
 *
 * @source rulebook §7
 */
export function severalHolders(household: HouseholdFacts): Ruled<HouseholdAnswer> {
  const trace = new Trace('severalHolders', '一户多残');
  const holders = household.members.filter((member) => member.isHolder).length;
  trace.step('membersKnown', '家庭成员是否齐全', household.membersKnown ? '是' : '否');
  trace.step('holders', '持证人数', String(holders));
  const result: HouseholdAnswer = holders >= 2 ? 'YES' : household.membersKnown ? 'NO' : 'UNKNOWN';
  return { result, trace: trace.done(result) };
}

/** Members of a household that are known to exist; undefined where the list is not known, so that no sum counts it as zero. */
export const memberCount = (household: HouseholdFacts): number | undefined =>
  household.membersKnown ? household.members.length : undefined;
