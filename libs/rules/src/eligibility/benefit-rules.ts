import { addDays, ageOn, daysBetween, type IsoDate, yearOf } from '../calendar.js';
import { type Fen, yuanText } from '../money.js';
import { MAX_OBJECT_LENGTH, objectOf, rightKeysOf } from './rights.js';
import type { BenefitRuleCode, SchemeRow } from './schemes.js';

/** What is known of an application on the day it is judged. No name, no disability. */
export interface BenefitFacts {
  /** the day of the decision: its law applies */
  on: IsoDate;
  subjectId: string;
  person: {
    birthOn: IsoDate;
    state: 'ACTIVE' | 'CANCELLED' | 'DECEASED';
    /** 户籍区划, 12 digits */
    divisionCode: string;
    certificateKind: 'DISABLED_PERSON' | 'DISABLED_VETERAN';
    /** last valid day; null: not recorded (a 残疾军人证 has none) */
    certificateExpiresOn: IsoDate | null;
  };
  course: {
    name: string;
    /** whole hours */
    hours: number;
    /** what the person paid */
    feeFen: Fen;
    certificateObtained: boolean;
  };
  /** first and last day of the course */
  period: { startsOn: IsoDate; endsOn: IsoDate };
  /** keys of live rights of this person, those of the application itself left out */
  liveRights: readonly string[];
  /** amounts of the scheme that were approved for this person in the calendar year of the decision, this application left out */
  grantedThisYearFen: Fen;
}

/** What rules may look at besides the facts. */
export interface BenefitContext {
  scheme: SchemeRow;
  /** the county that pays, 6 digits */
  countyCode: string;
  minimumAge: { years: number; source: string };
  max: { fen: Fen; source: string };
}

/** A rule's answer in plain words. */
export interface Judged {
  passed: boolean;
  /** one Chinese sentence; never a name, a number or a disability */
  message: string;
  basis: string;
}

type BenefitRule = (facts: BenefitFacts, context: BenefitContext) => Judged;

/** What the catalogue asks for without an act behind it. */
const DESIGN = '补贴项目目录';

/** 2026年3月1日 */
const dayText = (day: IsoDate): string => `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

function certificateOn(facts: BenefitFacts, day: IsoDate, which: string): Judged {
  const { certificateExpiresOn: until, certificateKind } = facts.person;
  const basis = `${DESIGN}：证件有效`;
  if (until === null && certificateKind === 'DISABLED_VETERAN')
    return { passed: true, message: `${which}证件有效。`, basis };
  if (until === null) return { passed: false, message: '证件有效期没有登记，请先到残联补登记。', basis };
  return day <= until
    ? { passed: true, message: `${which}证件有效，有效期到${dayText(until)}。`, basis }
    : { passed: false, message: `${which}证件已过期，有效期到${dayText(until)}。请先换证。`, basis };
}

/** Every rule that a catalogue row can name. */
export const BENEFIT_RULES: Readonly<Record<BenefitRuleCode, BenefitRule>> = {
  ALIVE: ({ person }) => {
    const basis = `${DESIGN}：登记状态正常`;
    if (person.state === 'ACTIVE') return { passed: true, message: '登记状态正常。', basis };
    return { passed: false, message: '残联的登记不是正常状态，请到残联核对。', basis };
  },

  CERTIFICATE_AT_START: (facts) => certificateOn(facts, facts.period.startsOn, '开班当天'),

  CERTIFICATE_TODAY: (facts) => certificateOn(facts, facts.on, '审核当天'),

  AGE: (facts, { minimumAge: { years, source } }) => {
    const age = ageOn(facts.person.birthOn, facts.period.startsOn);
    return age >= years
      ? { passed: true, message: `开班当天已满${years}周岁。`, basis: source }
      : { passed: false, message: `开班当天还不满${years}周岁。`, basis: source };
  },

  RESIDENT: ({ person }, { countyCode }) => {
    const basis = `${DESIGN}：户口在本县`;
    return person.divisionCode.slice(0, 6) === countyCode
      ? { passed: true, message: '户口在本县。', basis }
      : { passed: false, message: '户口不在本县，请到户口所在县的残联申请。', basis };
  },

  COURSE: ({ course }) => {
    const basis = `${DESIGN}：课程和课时`;
    const name = objectOf(course.name);
    if (name === '') return { passed: false, message: '没有写培训课程。', basis };
    if ([...name].length > MAX_OBJECT_LENGTH)
      return { passed: false, message: `培训课程最多写${MAX_OBJECT_LENGTH}个字。`, basis };
    if (!Number.isSafeInteger(course.hours) || course.hours < 1)
      return { passed: false, message: '课时要是大于0的整数。', basis };
    return { passed: true, message: `课程写清了，${course.hours}课时。`, basis };
  },

  COURSE_ENDED: ({ period, on }) => {
    const basis = `${DESIGN}：结业以后申请`;
    if (daysBetween(period.startsOn, period.endsOn) < 0)
      return { passed: false, message: '结业日期早于开班日期。', basis };
    return period.endsOn <= on
      ? { passed: true, message: `培训已在${dayText(period.endsOn)}结束。`, basis }
      : { passed: false, message: `培训还没有结束，${dayText(addDays(period.endsOn, 1))}起可以申请。`, basis };
  },

  COURSE_CERTIFICATE: ({ course }) => {
    const basis = `${DESIGN}：结业证或技能证`;
    return course.certificateObtained
      ? { passed: true, message: '拿到了结业证或技能证。', basis }
      : { passed: false, message: '还没有结业证或技能证。拿到以后再申请。', basis };
  },

  FEE: ({ course }) => {
    const basis = `${DESIGN}：补本人交的学费`;
    if (!Number.isSafeInteger(course.feeFen) || course.feeFen < 0)
      return { passed: false, message: '学费金额不对。', basis };
    return course.feeFen > 0
      ? { passed: true, message: `本人交了学费${yuanText(course.feeFen)}元。`, basis }
      : { passed: false, message: '本人没有交学费，没有可补的钱。', basis };
  },

  NO_LIVE_RIGHT: (facts, { scheme }) => {
    const basis = `${DESIGN}：同一件事只补一次`;
    const live = new Set(facts.liveRights);
    return rightKeysOf(scheme, facts.subjectId, facts).some((key) => live.has(key))
      ? { passed: false, message: '这门课程同一年已经申请过，或者别的部门已经补过。', basis }
      : { passed: true, message: '这门课程没有重复申请。', basis };
  },

  YEAR_LIMIT: ({ grantedThisYearFen: granted }, { max: { fen, source } }) =>
    granted < fen
      ? { passed: true, message: `今年还能补${yuanText(fen - granted)}元。`, basis: source }
      : { passed: false, message: `今年已经补满${yuanText(fen)}元。`, basis: source },
};
