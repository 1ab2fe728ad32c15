/** A rule of a scheme's catalogue row; `benefit-rules.ts` has one function for each. */
export type BenefitRuleCode =
  | 'ALIVE'
  | 'CERTIFICATE_AT_START'
  | 'CERTIFICATE_TODAY'
  | 'AGE'
  | 'RESIDENT'
  | 'COURSE'
  | 'COURSE_ENDED'
  | 'COURSE_CERTIFICATE'
  | 'FEE'
  | 'NO_LIVE_RIGHT'
  | 'YEAR_LIMIT';

/** A right that a payout of the scheme settles: subject × family × period × object. */
export interface RightClaim {
  /** schemes that exclude each other share one */
  family: string;
  /** how far apart two payments of the family must lie: the calendar year of the first day of the period, or once for ever */
  period: 'YEAR' | 'ONCE';
  /** what it is paid for */
  object: 'COURSE' | 'NONE';
}

/** 补贴项目: one row of the catalogue. Data: what a scheme asks and what it pays stands here, how a rule is judged does not. */
export interface SchemeRow {
  code: string;
  /** public name; it never says what disability somebody has */
  name: string;
  /** in one plain sentence */
  summary: string;
  /** what the object of a right is called on forms */
  objectLabel: string;
  /** 谁能申请, for reading */
  whoCan: readonly string[];
  /** 要带的材料, for reading */
  papers: readonly string[];
  rules: readonly BenefitRuleCode[];
  claims: readonly RightClaim[];
  amount: {
    /** the fee that was really paid, at most the dated parameter, per person and calendar year */
    method: 'FEE_UP_TO_YEAR_MAX';
    /** code of the dated parameter, yuan as decimal text */
    maxParameter: string;
  };
  /** where the scheme stands */
  basis: string;
}

/** 职业技能培训补贴. The amount has no confirmed source, so it is a dated parameter of the place and not here. */
const TRAIN: SchemeRow = {
  code: 'TRAIN',
  name: '职业技能培训补贴',
  summary: '参加职业技能培训，拿到结业证或技能证以后，补您自己交的学费。',
  objectLabel: '培训课程',
  whoCan: [
    '有残疾人证或残疾军人证，证件有效',
    '年满16周岁',
    '户口在本县',
    '培训已经结束，拿到了结业证或技能证',
    '同一门课程同一年只补一次',
  ],
  papers: ['结业证或职业技能证书', '学费发票或收据', '本人的银行卡或一卡通'],
  rules: [
    'ALIVE',
    'CERTIFICATE_AT_START',
    'CERTIFICATE_TODAY',
    'AGE',
    'RESIDENT',
    'COURSE',
    'COURSE_ENDED',
    'COURSE_CERTIFICATE',
    'FEE',
    'NO_LIVE_RIGHT',
    'YEAR_LIMIT',
  ],
  claims: [{ family: 'TRAIN', period: 'YEAR', object: 'COURSE' }],
  amount: { method: 'FEE_UP_TO_YEAR_MAX', maxParameter: 'benefit.train.max' },
  basis: '财社〔2026〕1号；金额按本地文件',
};

/** The catalogue that comes with the software. */
export const SHIPPED_SCHEMES: readonly SchemeRow[] = [TRAIN];

/** @returns undefined for a code that is not in the catalogue */
export const schemeByCode = (code: string): SchemeRow | undefined =>
  SHIPPED_SCHEMES.find((scheme) => scheme.code === code);
