// Made by scripts/generate-gql.mjs from the .gql documents and apps/api/schema.graphql. Do not edit.
import { operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AnswerFeedbackInput = {
  /** What was said, or done; who was signed in gets it as a message */
  answer: string;
  id: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes */
  idempotencyKey: string;
};

export type ApplyForSchemeInput = {
  accountName: string;
  /** Left out: the account that the office holds of the person. A new one must be the person's own */
  accountNumber?: string | null | undefined;
  /** Set when a returned application is filed again */
  applicationId?: string | number | null | undefined;
  /** The applicant states to hold it; true when left out */
  certificateObtained?: boolean | null | undefined;
  course: string;
  courseHours: number;
  feeYuan: string;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
  /** YYYY-MM-DD */
  periodEnd: string;
  /** YYYY-MM-DD */
  periodStart: string;
  schemeCode: string;
};

export type ApplyToPostInput = {
  /** 11 digits */
  contactPhone: string;
  /** CALL, SMS, WECHAT or HELPER: how the person wants to be reached */
  contactWay: string;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  needs: Array<string>;
  note?: string | null | undefined;
  postId: string | number;
  /** May the employer know the needs */
  shareNeeds: boolean;
  /** Which of them; all, unless given */
  sharedNeeds?: Array<string> | null | undefined;
};

/** One assessed item of the ability scale */
export type AssessedItemInput = {
  /** LIFT, STAND … as on the scale */
  item: string;
  /** 0 none – 4 */
  level: number;
};

export type AttendanceRowInput = {
  daysDue: number;
  daysPresent: number;
  placementId: string | number;
};

export type BeginSeatInput = {
  /** The last day agreed */
  endsOn?: string | null | undefined;
  id: string | number;
  idempotencyKey: string;
  /** EMPLOYER or TOWN: who confirmed the day */
  saidBy: string;
  /** The first day of work, today or before */
  startedOn: string;
};

export type BeginWelfareExitInput = {
  /** With a hearing: the last day to answer, after today */
  answerBy?: string | null | undefined;
  /** What it rests on */
  basis: string;
  idempotencyKey: string;
  /** The last day worked; with a hearing it is asked for at the decision */
  lastDay?: string | null | undefined;
  placementId: string | number;
  /** TERM PENSION OTHER_JOB RESIGNED MOVED DIED FALSE_DATA ABSENCE REFUSED */
  reason: string;
  /** The seat is to be filled anew */
  reopen?: boolean | null | undefined;
};

export type BookSupportInput = {
  /** HOUR: by the provider’s rate; FIXED: one sum */
  feeBy: string;
  /** Wanted for FIXED; 0 for what costs nothing */
  fixedYuan?: string | null | undefined;
  /** `2026-12-01 09:00`, Chinese time */
  from: string;
  id: string | number;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  /** 15 to 1440 */
  minutes: number;
  providerId: string | number;
  version: number;
};

export type CancelSupportInput = {
  id: string | number;
  note?: string | null | undefined;
  /** NO_NEED, TIME, OWN_HELP, GONE, OTHER */
  reason: string;
  version: number;
};

export type ChangePasswordInput = {
  /** The password that is in use */
  current: string;
  /** The new one */
  password: string;
};

export type CompleteSetupInput = {
  /** Wanted by a link whose purpose is ACCOUNT */
  password?: string | null | undefined;
  token: string;
  /** What the authenticator shows: proves that it has the secret */
  totp: string;
};

export type CompleteSupportInput = {
  delivered: boolean;
  id: string | number;
  /** 1 to 1440; wanted where it took place */
  minutes?: number | null | undefined;
  note?: string | null | undefined;
  /** PROVIDER_ABSENT, PERSON_ABSENT, OCCASION_OFF, OTHER; wanted where it did not */
  reason?: string | null | undefined;
  version: number;
};

export type CreateAccountInput = {
  displayName: string;
  divisionCode: string;
  /** 身份证号, so that one person has one account; kept sealed, shown to nobody */
  idNumber: string;
  login: string;
  roles: Array<string>;
};

export type DecideApplicationInput = {
  id: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
  /** APPROVE, RETURN or REJECT */
  outcome: string;
  /** Wanted to return or reject; the applicant reads it */
  reason?: string | null | undefined;
  /** REVIEW or APPROVE */
  step: string;
  /** As it was read */
  version: number;
};

export type DecideDataRequestInput = {
  approve: boolean;
  id: string | number;
  /** Wanted for a refusal; the person reads it */
  reason?: string | null | undefined;
  /** As it was shown */
  version: number;
};

export type DecideObjectionInput = {
  id: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
  /** UPHELD: the line will not pass, or the whole notice is withdrawn; DISMISSED: it may */
  outcome: string;
  reason: string;
};

export type DecideRefusalsInput = {
  id: string | number;
  reason: string;
  /** True: the status with its end date; false: nothing follows */
  uphold: boolean;
  version: number;
};

export type DecideWelfareExitInput = {
  /** What the person said; without it nothing is decided before the last day to answer is over */
  answer?: string | null | undefined;
  /** Why it is decided so */
  decision: string;
  id: string | number;
  idempotencyKey: string;
  /** With END: the last day worked */
  lastDay?: string | null | undefined;
  /** END or DROP */
  outcome: string;
  /** With END: the seat is to be filled anew */
  reopen?: boolean | null | undefined;
  version: number;
};

export type DecideWelfareProposalInput = {
  /** With APPROVE: number of the document that gives the money */
  fundDocument?: string | null | undefined;
  /** With APPROVE: EMPLOYMENT_FUND, LEVY, BUDGET or OTHER */
  fundSource?: string | null | undefined;
  id: string | number;
  idempotencyKey: string;
  /** APPROVE or RETURN */
  outcome: string;
  /** With RETURN: what is to be changed */
  reason?: string | null | undefined;
  version: number;
};

export type DeclineReferralInput = {
  id: string | number;
  /** As of `respondToOffer` */
  reason: string;
  reasonText?: string | null | undefined;
};

export type DeclineSupportInput = {
  id: string | number;
  note?: string | null | undefined;
  /** NOBODY, TOO_LATE, ELSEWHERE, NOT_NEEDED, OTHER */
  reason: string;
  version: number;
};

export type DelegationTermsInput = {
  /** Of helperChoices, for staff */
  helperId?: string | number | null | undefined;
  /** Account name or phone, for FAMILY; the answer never tells whose */
  helperName?: string | null | undefined;
  /** FAMILY, COMMISSIONER or COUNSELLOR */
  kind: string;
  /** Left out: the viewer’s own; staff name somebody of their people */
  personId?: string | number | null | undefined;
  /** POSTS 看岗位, PROFILE 填资料, APPLY 提交申请, PAPERS 交补贴材料 */
  scopes: Array<string>;
  /** Last day, YYYY-MM-DD, within a year */
  until: string;
};

/** Not of a public-welfare post: there it is beginWelfareExit */
export type EndPlacementInput = {
  /** The last day worked, YYYY-MM-DD */
  endedOn: string;
  id: string | number;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  /** TERM PENSION OTHER_JOB … */
  reason: string;
};

export type EnterMemberChoicesInput = {
  idempotencyKey: string;
  personId: string | number;
  /** Best first; empty: takes no part */
  postIds: Array<string | number>;
  roundId: string | number;
};

export type EnterMemberInput = {
  /** PAPER, CALL or FACE: how consent to being matched was given */
  channel: string;
  /** Of a guardian: MINOR, KIN, COURT or APPOINTED */
  guardianBasis?: string | null | undefined;
  memberId: string | number;
  /** SELF or GUARDIAN */
  saidBy: string;
};

/** 一条参数的录入: as an officer writes it down from an act */
export type EnterParameterInput = {
  /** 文件名称 */
  act: string;
  /** 条款 */
  article?: string | null | undefined;
  /** Of the catalogue, such as quota.ratio */
  code: string;
  /** YYYY-MM-DD */
  from: string;
  /** 文号 */
  number?: string | null | undefined;
  /** Absent: for all, where the code has that */
  qualifier?: string | null | undefined;
  /** Division code of 2, 4, 6 or 12 digits within the own region */
  scope: string;
  /** CONFIRMED: the issuer’s own text was read; absent or UNCONFIRMED: it was not */
  status?: string | null | undefined;
  /** Id of the confirmed row whose place it takes from its first day on */
  supersedes?: string | null | undefined;
  /** YYYY-MM-DD, inclusive; absent: open */
  to?: string | null | undefined;
  /** Absent: the first unit of the code */
  unit?: string | null | undefined;
  /** As people write it: 1.5%, 1950.00 (yuan), 是 */
  value: string;
};

export type FixImportRowInput = {
  cells: Array<ImportCellInput>;
  importId: string | number;
  row: number;
  /** Of the row, as it was read */
  version: number;
};

export type GrantDelegationInput = {
  /** Six digits of the text message, for SMS */
  code?: string | null | undefined;
  /** SMS; PAPER or VOICE before a witness */
  consent: string;
  /** Of helperChoices, for staff */
  helperId?: string | number | null | undefined;
  /** Account name or phone, for FAMILY; the answer never tells whose */
  helperName?: string | null | undefined;
  /** FAMILY, COMMISSIONER or COUNSELLOR */
  kind: string;
  /** Where the paper lies, or when and what was said on the phone */
  note?: string | null | undefined;
  /** Left out: the viewer’s own; staff name somebody of their people */
  personId?: string | number | null | undefined;
  /** POSTS 看岗位, PROFILE 填资料, APPLY 提交申请, PAPERS 交补贴材料 */
  scopes: Array<string>;
  /** Last day, YYYY-MM-DD, within a year */
  until: string;
};

export type ImportCellInput = {
  key: string;
  /** Empty: the cell is blank */
  value: string;
};

export type InterviewInput = {
  /** `2026-12-01 09:30`, Chinese time, not in the past */
  at: string;
  place: string;
  /** FACE, PHONE or VIDEO */
  way: string;
};

export type LeaveRoundInput = {
  idempotencyKey: string;
  /** Whose words are taken down; null: the own */
  personId?: string | number | null | undefined;
  /** Wanted to give back a seat that was accepted */
  reason?: string | null | undefined;
  reasonText?: string | null | undefined;
  roundId: string | number;
  /** As of `respondToSeat` */
  way?: string | null | undefined;
};

export type LegalHoldInput = {
  on: boolean;
  /** Wanted to put it on */
  reason?: string | null | undefined;
  requestId: string | number;
};

export type LevyArrearsInput = {
  daysOverdue: number;
  /** The finance department ordered payment within a term, and the term was missed */
  finalNoticeMissed: boolean;
};

export type LevyEstimateInput = {
  arrears?: LevyArrearsInput | null | undefined;
  averageWageYuan?: string | null | undefined;
  /** Weighted person-years */
  countedHires?: string | null | undefined;
  /** 6 or 12 digits */
  divisionCode: string;
  /** Annual average of employees, decimal text */
  employees?: string | null | undefined;
  /** Instead of countedHires */
  hires?: Array<LevyHireInput> | null | undefined;
  id?: string | null | undefined;
  /** Instead of employees: twelve month headcounts */
  monthlyHeadcount?: Array<number> | null | undefined;
  /** Instead of averageWageYuan */
  payrollYuan?: string | null | undefined;
  /** Overrides the dated parameter: 0.015 or 3/200 */
  quotaRatio?: string | null | undefined;
  /** Overrides the dated parameter */
  socialAverageWageYuan?: string | null | undefined;
  /** ENTERPRISE, GOVERNMENT_ORGAN, PUBLIC_INSTITUTION, SOCIAL_ORGANISATION or PRIVATE_NON_ENTERPRISE */
  unitKind: string;
  /** Levy year Y; the facts are those of Y-1 */
  year: number;
};

export type LevyHireInput = {
  /** DISABLED_PERSON or DISABLED_VETERAN */
  certificate: string;
  /** 1–4, of a veteran 1–10; 1 is the heaviest */
  grade: number;
  /** Months that count, 1–12 */
  months: Array<number>;
};

/** 一张证照: added, or put right */
export type LicenceInput = {
  /** Absent: a new one */
  id?: string | number | null | undefined;
  /** YYYY-MM-DD, today or before */
  issuedOn?: string | null | undefined;
  /** In the words of posts: 电工证, C1驾驶证; one of a kind */
  kind: string;
  /** Absent or empty: not given, or as it stands */
  number?: string | null | undefined;
  /** Last day on which it counts; null: it has none */
  validUntil?: string | null | undefined;
  /** As it was read; needed with `id` */
  version?: number | null | undefined;
};

/** A post as its employer writes it */
export type LintPostInput = {
  /** The last day to apply, YYYY-MM-DD */
  closesOn: string;
  /** An item that is missing is not stated yet */
  demands: Array<PostDemandInput>;
  /** 做什么, in the employer's words */
  description?: string | null | undefined;
  /** Absent: the viewer's own; an officer names one of the region */
  employerId?: string | number | null | undefined;
  /** Whole months, only with INTERNSHIP */
  internMonths?: number | null | undefined;
  /** PUBLIC_WELFARE, PROPORTIONAL, CONCENTRATED, AUXILIARY, FLEXIBLE or INTERNSHIP */
  kind: string;
  /** The act behind a limit on age, sex or health */
  legalBasis?: string | null | undefined;
  licences: Array<string>;
  /** 最低学历: NONE … POSTGRADUATE */
  minEducation?: string | null | undefined;
  /** Null: not stated */
  nightShift?: boolean | null | undefined;
  openings: number;
  /** WAGE, PIECE, ALLOWANCE or SALES, only with AUXILIARY and FLEXIBLE */
  payBasis?: string | null | undefined;
  /** A project of the county, only with FLEXIBLE */
  projectId?: string | number | null | undefined;
  /** 提供的便利; 可提供… for what is promised */
  provisions: Array<string>;
  /** 居家办公 */
  remote: boolean;
  skills: Array<string>;
  title: string;
  /** Workshop or institution, only with CONCENTRATED and AUXILIARY */
  unitName?: string | null | undefined;
  /** Yuan a month, decimal text */
  wageHighYuan: string;
  /** Yuan a month, decimal text */
  wageLowYuan: string;
  /** Null: not stated */
  weeklyHours?: number | null | undefined;
  /** 公益性岗位类别, only with PUBLIC_WELFARE */
  welfareKind?: string | null | undefined;
  /** Where the work is: 2 to 12 digits */
  workDivisionCode: string;
};

export type LodgeObjectionInput = {
  /** How to reach the objector; may be left out */
  contact?: string | null | undefined;
  idempotencyKey: string;
  /** Left out: against the whole notice */
  lineId?: string | number | null | undefined;
  noticeId: string | number;
  /** At most 500 characters */
  text: string;
};

export type MatchFilterInput = {
  /** FITS, FITS_WITH, UNKNOWN; absent: the first two */
  answers?: Array<string> | null | undefined;
  /** Judged on this day; absent: today */
  day?: string | null | undefined;
  /** Work place: 2 to 12 digits; posts in it and below */
  divisionCode?: string | null | undefined;
  /** true: with the posts called unsuitable */
  includeDismissed?: boolean | null | undefined;
  /** Kinds of posts; absent: all */
  kinds?: Array<string> | null | undefined;
  /** Somebody of the own region; absent: the viewer */
  personId?: string | number | null | undefined;
  /** true: only work at home */
  remote?: boolean | null | undefined;
  /** At least so many yuan a month, decimal text */
  wageFromYuan?: string | null | undefined;
  /** HOME, VILLAGE, TOWNSHIP, COUNTY or PREFECTURE: no farther */
  within?: string | null | undefined;
};

export type MoveApplicationInput = {
  id: string | number;
  /** For INTERVIEW */
  interview?: InterviewInput | null | undefined;
  /** For OFFERED */
  offer?: OfferInput | null | undefined;
  /** FILLED, SKILL, TERMS, NO_SHOW, NO_CONTACT, CLOSED or NONE, for REFUSED */
  reason?: string | null | undefined;
  /** The first day worked, not after today, for ONBOARD */
  startedOn?: string | null | undefined;
  /** INTERVIEW, OFFERED, ONBOARD or REFUSED */
  to: string;
  version: number;
};

export type OfferInput = {
  /** The last day for an answer */
  replyBy: string;
  startsOn: string;
  /** A month */
  wageYuan: string;
};

export type OfficePostFilter = {
  /** Where the work is: 2 to 12 digits */
  divisionCode?: string | null | undefined;
  /** A kind of post */
  kind?: string | null | undefined;
  /** DRAFT; OPEN: one can apply today; PAUSED: not confirmed in time; ENDED: open, but its last day is over or nobody is wanted any more; CLOSED */
  stand?: string | null | undefined;
  /** Part of the title or of the employer’s name */
  text?: string | null | undefined;
};

export type OidcFinishInput = {
  /** Query of the address that the person came back to, without the question mark */
  answer: string;
  /** As given by oidcStart, kept by the browser that asked */
  state: string;
};

export type OpenEmployerAccountInput = {
  displayName: string;
  employerId: string | number;
  login: string;
};

export type OpenRoundInput = {
  /** 填志愿的最后一天 */
  choicesUntil: string;
  /** 签合同的第一天 */
  contractsFrom: string;
  /** 12 digits; whose people take part */
  divisionCode: string;
  /** 摇号的日子; lists of choices are taken from then on */
  drawnOn: string;
  /** What stands in for it when it does not come */
  fallback: string;
  floor?: RoundFloorInput | null | undefined;
  /** 冻结名册的日子 */
  frozenOn: string;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  posts: Array<RoundPostInput>;
  /** The later public value that the draw takes in, named now */
  source: string;
  /** 优先顺序 */
  tiers: Array<RoundTierInput>;
  title: string;
};

/** A need, and whether a unit may be told */
export type OwnNeedInput = {
  need: string;
  /** true: 给单位看; false: 只给辅导员看 */
  shared: boolean;
};

export type PlacementFilter = {
  /** 见习 kept on in this year */
  keptIn?: number | null | undefined;
  /** A kind of post */
  kind?: string | null | undefined;
  /** true: lasts; false: has ended */
  live?: boolean | null | undefined;
  personId?: string | number | null | undefined;
  postId?: string | number | null | undefined;
  projectId?: string | number | null | undefined;
  /** Began in this year */
  year?: number | null | undefined;
};

/** What the work asks on one item of the ability scale */
export type PostDemandInput = {
  /** LIFT, STAND … as on the scale */
  item: string;
  /** 0 nothing – 4 */
  level: number;
  /** The task it comes from; needed from level 2 on */
  task?: string | null | undefined;
};

export type ProofInput = {
  /** 登录码 of the own phone, instead of totp; seekers and helpers only */
  code?: string | null | undefined;
  /** Seekers and helpers without an authenticator only */
  password?: string | null | undefined;
  /** 备用码, instead of totp */
  recoveryCode?: string | null | undefined;
  /** 动态码, six digits */
  totp?: string | null | undefined;
};

/** A new proposal without `id`; else one that was returned, sent again */
export type ProposeWelfarePostInput = {
  id?: string | number | null | undefined;
  idempotencyKey: string;
  /** The post as it would be published; its kind is PUBLIC_WELFARE, its employer is named */
  post: LintPostInput;
  /** Why the town needs it */
  reason: string;
  /** With `id`: the version that was read */
  version?: number | null | undefined;
};

export type PublicPostFilter = {
  /** Work place: 2 to 12 digits; posts in it and below */
  divisionCode?: string | null | undefined;
  /** A kind of post */
  kind?: string | null | undefined;
  /** true: only work that asks the eyes for light and large shapes at most, or can be done with a screen reader */
  noSight?: boolean | null | undefined;
  /** Still open on this day, YYYY-MM-DD; today at the earliest */
  onDay?: string | null | undefined;
  /** true: only posts that say at most 24 hours a week */
  partTime?: boolean | null | undefined;
  /** Posts of a flexible-work project */
  projectId?: string | number | null | undefined;
  /** true: only work at home */
  remote?: boolean | null | undefined;
  /** Part of the title or of the name of the employer */
  text?: string | null | undefined;
};

export type PublicRegisterFilter = {
  category?: string | null | undefined;
  /** What lies there, or serves a village there */
  divisionCode?: string | null | undefined;
};

export type PublishNoticeInput = {
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
  schemeCode: string;
};

export type QuotaReturnInput = {
  /** 其中劳务派遣 */
  dispatched?: number | null | undefined;
  /** Twelve month headcounts */
  monthlyHeadcount: Array<number>;
  /** 年工资总额, decimal text */
  payrollYuan: string;
  seasonalMonths?: number | null | undefined;
  seasonalWorkers?: number | null | undefined;
  /** Of the return as it was read; absent for the first */
  version?: number | null | undefined;
  /** The year of filing; the figures are those of the year before */
  year: number;
};

export type RecordAttendanceInput = {
  idempotencyKey: string;
  /** YYYY-MM */
  month: string;
  postId: string | number;
  /** Why it is corrected; needed once the month is closed */
  reason?: string | null | undefined;
  rows: Array<AttendanceRowInput>;
};

/** What was said on paper, in a call or face to face */
export type RecordConsentInput = {
  /** PAPER, CALL or FACE */
  channel: string;
  /** Picture of the signed paper, of POST /evidence */
  evidenceId?: string | number | null | undefined;
  given: boolean;
  /** Wanted of a guardian: MINOR, KIN, COURT or APPOINTED */
  guardianBasis?: string | null | undefined;
  personId: string | number;
  purpose: string;
  /** SELF or GUARDIAN */
  saidBy: string;
};

/** One fact; the same slot again corrects it */
export type RecordOutcomeInput = {
  /** CONTRACT INSURANCE INCOME CONVERSION SCHOOL */
  fact: string;
  /** YYYY-MM, of an income */
  month?: string | null | undefined;
  /** YYYY-MM-DD */
  on?: string | null | undefined;
  placementId: string | number;
  /** The name of a school */
  text?: string | null | undefined;
  /** YYYY-MM-DD, of a contract */
  until?: string | null | undefined;
  /** A code of the fact's words */
  word?: string | null | undefined;
  /** Yuan, decimal text; 0 is an amount */
  yuan?: string | null | undefined;
};

export type RecordPlacementInput = {
  /** The last day agreed; absent: open */
  endsOn?: string | null | undefined;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  personId: string | number;
  postId: string | number;
  /** YYYY-MM-DD, today at the latest */
  startedOn: string;
};

export type RecordRetentionInput = {
  applicationId: string | number;
  /** TERM, PENSION, OTHER_JOB, RESIGNED, DISMISSED …; wanted where the person is gone */
  leftBecause?: string | null | undefined;
  /** The last day worked; wanted where the person is gone */
  leftOn?: string | null | undefined;
  /** 1, 3, 6 or 12 */
  month: number;
  note?: string | null | undefined;
  stillThere: boolean;
};

export type RecordSeatVisitInput = {
  /** Every try; one of them at the door */
  attempts: Array<SeatAttemptInput>;
  id: string | number;
  idempotencyKey: string;
};

export type RecordVisitInput = {
  /** UUID made by the client: sent twice, it is one visit */
  id: string | number;
  /** SELF FAMILY NOBODY MOVED UNWILLING */
  met: string;
  /** 岗位 培训 补贴 辅具 别的 */
  needs?: Array<string> | null | undefined;
  /** YYYY-MM-DD, after the visit */
  nextOn?: string | null | undefined;
  nextStep?: string | null | undefined;
  /** At most 500 characters; sealed */
  note?: string | null | undefined;
  personId: string | number;
  /** EMPLOYED UNEMPLOYED FLEXIBLE STUDENT */
  situation?: string | null | undefined;
  /** Left out: not asked */
  smsConsent?: boolean | null | undefined;
  /** YYYY-MM-DD, today or earlier */
  visitedOn: string;
  /** Left out: not asked */
  wantsWork?: boolean | null | undefined;
};

export type ReferToPostInput = {
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  /** To the person */
  note?: string | null | undefined;
  personId: string | number;
  postId: string | number;
};

export type ReferralFilter = {
  /** Where the person lives: 2 to 12 digits */
  divisionCode?: string | null | undefined;
  /** Only where something is to be done today: a check, a silence */
  dueOnly?: boolean | null | undefined;
  postId?: string | number | null | undefined;
  /** true: referrals; false: asked for by the person */
  referred?: boolean | null | undefined;
  /** APPLIED, REFERRED … LEFT */
  states?: Array<string> | null | undefined;
};

export type RegisterFilter = {
  category?: string | null | undefined;
  /** A town, a village or the county */
  divisionCode?: string | null | undefined;
  /** PLANNED, OPEN or CLOSED; absent: all of them */
  state?: string | null | undefined;
};

export type RegisterValueInput = {
  key: string;
  /** One text, or codes of choices */
  values: Array<string>;
};

export type ReleaseApplicationInput = {
  /** 11 digits; wanted for a yes */
  contactPhone?: string | null | undefined;
  /** CALL, SMS, WECHAT or HELPER; wanted for a yes */
  contactWay?: string | null | undefined;
  id: string | number;
  needs?: Array<string> | null | undefined;
  /** May the employer see name and phone; false takes it back */
  release: boolean;
  /** May the employer know the needs */
  shareNeeds: boolean;
  /** Which of them; all, unless given */
  sharedNeeds?: Array<string> | null | undefined;
};

export type ReleaseBatchInput = {
  id: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
};

export type RequestSupportInput = {
  /** Wanted for INTERVIEW, whose time and place it takes */
  applicationId?: string | number | null | undefined;
  /** 8 to 80 letters, digits, dashes */
  idempotencyKey: string;
  /** SIGN, COMPANION, TEXT, PLAIN, TRAVEL */
  kind: string;
  /** 15 to 1440 */
  minutes: number;
  /** What helps */
  note?: string | null | undefined;
  /** INTERVIEW, TRAINING or STARTUP */
  occasion: string;
  /** Wanted but for an interview */
  place?: string | null | undefined;
  /** `2026-12-01 09:30`, Chinese time; wanted but for an interview */
  startsAt?: string | null | undefined;
  /** The person lets the employer know that somebody comes along */
  tellEmployer: boolean;
  /** Wanted where there is no application */
  title?: string | null | undefined;
};

export type RespondToOfferInput = {
  accept: boolean;
  id: string | number;
  /** HEALTH, CARE, NOT_AS_DESCRIBED, NO_ACCOMMODATION, TRAVEL: never counted; OTHER or NONE. Wanted for a no. */
  reason?: string | null | undefined;
  reasonText?: string | null | undefined;
};

export type RespondToSeatInput = {
  accept: boolean;
  id: string | number;
  idempotencyKey: string;
  /** As of `respondToOffer`; wanted for a no */
  reason?: string | null | undefined;
  reasonText?: string | null | undefined;
  /** PAPER, PHONE, IN_PERSON or VISIT: how it was said; wanted of who takes it down, ignored else */
  way?: string | null | undefined;
};

/** Entered by two officers, each for himself; counts once both say the same */
export type RevealDrawInput = {
  id: string | number;
  idempotencyKey: string;
  /** The public value, as it was published */
  value: string;
  /** SOURCE, or FALLBACK where the named one did not come */
  valueFrom: string;
};

export type RevealInput = {
  /** Which value: personPhone, payoutAccount … */
  field: string;
  /** 5 to 200 characters, without any number of a person */
  note: string;
  /** IDENTITY CONTACT ACCOUNT DOCUMENT COMPLAINT INSPECTION */
  reason: string;
  /** Whose: the person, application, payout … that the field belongs to */
  subjectId: string | number;
};

/** 按比例预留, turned into reserved seats when the round is announced */
export type RoundFloorInput = {
  /** 依据 */
  basis: string;
  /** The day on which they were counted */
  countedOn: string;
  /** The seats that the share is of */
  seats: number;
  /** 1/10 or 0.1 */
  share: string;
  /** ZERO_EMPLOYMENT, NEAR_RETIREMENT or DISABLED: a recognised status, never a category or grade; HOUSEHOLD_MEMBER, only as the last tier after DISABLED */
  status: string;
};

/** 本地优先 */
export type RoundLocalInput = {
  /** 依据 */
  basis: string;
  /** 2 to 12 digits */
  divisionCode: string;
};

export type RoundPostInput = {
  local?: RoundLocalInput | null | undefined;
  postId: string | number;
  reserve?: RoundReserveInput | null | undefined;
  seats: number;
};

/** 预留座位 */
export type RoundReserveInput = {
  /** 依据 */
  basis: string;
  /** Of the post’s seats; counted anew where the round’s floor has the same status */
  seats: number;
  /** ZERO_EMPLOYMENT, NEAR_RETIREMENT or DISABLED: a recognised status, never a category or grade; HOUSEHOLD_MEMBER, only as the last tier after DISABLED */
  status: string;
};

/** 优先档: holders of the status stand before later ones */
export type RoundTierInput = {
  /** 依据 */
  basis: string;
  /** ZERO_EMPLOYMENT, NEAR_RETIREMENT or DISABLED: a recognised status, never a category or grade; HOUSEHOLD_MEMBER, only as the last tier after DISABLED */
  status: string;
};

/** 能力评估 as a counsellor writes it down. An item left out was not assessed and stays unknown. */
export type SaveFunctionalProfileInput = {
  /** YYYY-MM-DD, today or before; empty: ASSESSMENT_SOURCE_REQUIRED */
  assessedOn: string;
  /** Name of who assessed; empty: ASSESSMENT_SOURCE_REQUIRED */
  assessor: string;
  /** Absent: a new one; else the one that is put right */
  id?: string | number | null | undefined;
  levels: Array<AssessedItemInput>;
  /** 辅具: own aids in use when assessed */
  ownAids: Array<string>;
  personId: string | number;
  /** Last day on which it counts; null: no end was set */
  validUntil?: string | null | undefined;
  /** As it was read; needed with `id` */
  version?: number | null | undefined;
};

/** A new draft without `id`; else the post as it is from now on */
export type SavePostInput = {
  /** The last day to apply, YYYY-MM-DD */
  closesOn: string;
  /** An item that is missing is not stated yet */
  demands: Array<PostDemandInput>;
  /** 做什么, in the employer's words */
  description?: string | null | undefined;
  /** Absent: the viewer's own; an officer names one of the region */
  employerId?: string | number | null | undefined;
  id?: string | number | null | undefined;
  /** Whole months, only with INTERNSHIP */
  internMonths?: number | null | undefined;
  /** PUBLIC_WELFARE, PROPORTIONAL, CONCENTRATED, AUXILIARY, FLEXIBLE or INTERNSHIP */
  kind: string;
  /** The act behind a limit on age, sex or health */
  legalBasis?: string | null | undefined;
  licences: Array<string>;
  /** 最低学历: NONE … POSTGRADUATE */
  minEducation?: string | null | undefined;
  /** Null: not stated */
  nightShift?: boolean | null | undefined;
  openings: number;
  /** WAGE, PIECE, ALLOWANCE or SALES, only with AUXILIARY and FLEXIBLE */
  payBasis?: string | null | undefined;
  /** A project of the county, only with FLEXIBLE */
  projectId?: string | number | null | undefined;
  /** 提供的便利; 可提供… for what is promised */
  provisions: Array<string>;
  /** 居家办公 */
  remote: boolean;
  skills: Array<string>;
  title: string;
  /** Workshop or institution, only with CONCENTRATED and AUXILIARY */
  unitName?: string | null | undefined;
  /** With `id`: the version that was read */
  version?: number | null | undefined;
  /** Yuan a month, decimal text */
  wageHighYuan: string;
  /** Yuan a month, decimal text */
  wageLowYuan: string;
  /** Null: not stated */
  weeklyHours?: number | null | undefined;
  /** 公益性岗位类别, only with PUBLIC_WELFARE */
  welfareKind?: string | null | undefined;
  /** Where the work is: 2 to 12 digits */
  workDivisionCode: string;
};

/** One part of the own profile; of the fields below those of the part count, and all of them */
export type SaveProfileSectionInput = {
  /** PLACES: the farthest way to work in km; null: no limit */
  commuteKm?: number | null | undefined;
  /** NEEDS: all of them */
  needs?: Array<OwnNeedInput> | null | undefined;
  /** SKILLS, WORK, PLACES or NEEDS */
  section: string;
  /** SKILLS */
  skills?: Array<string> | null | undefined;
  /** As it was read */
  version: number;
  /** WORK: kinds of posts; none: any */
  wantedKinds?: Array<string> | null | undefined;
  /** WORK: yuan a month, decimal text; null: not said */
  wantedWageYuan?: string | null | undefined;
  /** WORK: 想不想工作 */
  wantsWork?: boolean | null | undefined;
};

export type SaveProjectInput = {
  description?: string | null | undefined;
  /** Absent: the officer's region */
  divisionCode?: string | null | undefined;
  /** Credit code of a host in the register; else hostName */
  hostCreditCode?: string | null | undefined;
  /** A host that is not in the register */
  hostName?: string | null | undefined;
  /** Absent: a new one */
  id?: string | number | null | undefined;
  /** ONLINE_RETAIL, CLOUD_SERVICE … or own words */
  kind: string;
  places: number;
  /** YYYY-MM-DD */
  startedOn: string;
  title: string;
  /** Of the project that was read */
  version?: number | null | undefined;
};

/** A new entry wants everything but the closing. Of one that stands, what is absent stays as it is. */
export type SaveRegisterEntryInput = {
  /** MERGED, MOVED, ENDED, UNFIT or MISTAKE; with closedOn */
  closeReason?: string | null | undefined;
  /** Closes it: the last day, included */
  closedOn?: string | null | undefined;
  divisionCode?: string | null | undefined;
  /** All fields together */
  fields?: Array<RegisterValueInput> | null | undefined;
  /** Absent: a new one */
  id?: string | number | null | undefined;
  /** SERVICE_POINTS …; of a new one */
  kind?: string | null | undefined;
  name?: string | null | undefined;
  /** YYYY-MM-DD */
  openedOn?: string | null | undefined;
  /** Takes the closing back; nothing else is changed with it */
  reopen?: boolean | null | undefined;
  /** All villages it serves together */
  serves?: Array<string> | null | undefined;
  /** Of the entry that was read */
  version?: number | null | undefined;
};

export type SaveSourceOfficeInput = {
  /** Its county, 6 to 12 digits */
  divisionCode: string;
  name: string;
  /** Its public telephone */
  phone?: string | null | undefined;
};

export type SaveSupportProviderInput = {
  /** False: nothing new is booked with it */
  active: boolean;
  hourlyYuan?: string | null | undefined;
  id?: string | number | null | undefined;
  /** ORGANISATION or STAFF */
  kind: string;
  kinds: Array<string>;
  /** Of an organisation, or a working name */
  name: string;
  /** Null leaves what stands; empty text takes it out */
  phone?: string | null | undefined;
  /** Wanted with an id */
  version?: number | null | undefined;
};

export type SealBatchInput = {
  envelopeId: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
};

export type SeatAttemptInput = {
  /** The day, after the last day to answer */
  on: string;
  /** VISIT, PHONE or NEIGHBOUR */
  way: string;
};

export type SeatDaysInput = {
  idempotencyKey: string;
  /** Days to answer in; null where a dated row gives them */
  replyDays?: number | null | undefined;
  roundId: string | number;
  /** Days for the visit after a silence; null where a row gives them */
  visitDays?: number | null | undefined;
};

export type SeatsInUseInput = {
  /** Seats that somebody works on, disabled or not */
  inUse: number;
  /** YYYY-MM-DD, not after today */
  onDay: string;
  postId: string | number;
  /** The list or report that says so */
  source: string;
};

export type SendFeedbackInput = {
  /** The county whose office shall answer, one of feedbackCounties */
  divisionCode: string;
  idempotencyKey: string;
  /** OPINION, COMPLAINT or BROKEN: a page that cannot be used */
  kind: string;
  /** Address of the page that it is about */
  page?: string | null | undefined;
  /** For an answer by phone; may be left out */
  phone?: string | null | undefined;
  /** At most 1,000 characters */
  text: string;
};

/** A new colleague without `id`; else what is given changes, what is absent stays */
export type SetMemberInput = {
  disabled?: boolean | null | undefined;
  /** Of a new one */
  displayName?: string | null | undefined;
  id?: string | number | null | undefined;
  /** Of a new one: 3 to 60 small letters, digits, dots, hyphens */
  login?: string | null | undefined;
  /** A new set-up link; password and authenticator end */
  newLink?: boolean | null | undefined;
  /** EMPLOYER_CLERK or EMPLOYER_ADMIN */
  role?: string | null | undefined;
};

export type SignInInput = {
  account: string;
  password: string;
  /** 备用码, instead of totp */
  recoveryCode?: string | null | undefined;
  /** 动态码; optional in demo mode */
  totp?: string | null | undefined;
};

export type SubmitChoicesInput = {
  idempotencyKey: string;
  /** Best first; empty: takes no part */
  postIds: Array<string | number>;
  roundId: string | number;
};

export type VerifyCodeInput = {
  /** 登录码, six digits */
  code: string;
  /** One of the choices, where several people share the phone */
  personId?: string | number | null | undefined;
  phone: string;
};

export type WelfareFilter = {
  /** YYYY-MM-DD; today unless given */
  day?: string | null | undefined;
  /** Town of the work: 2 to 12 digits */
  divisionCode?: string | null | undefined;
  postId?: string | number | null | undefined;
  /** 公益性岗位类别; NONE: posts that name none */
  welfareKind?: string | null | undefined;
};

export type FrameViewerFragment = { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null };

export type FrameOnlyQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameOnlyQuery = { viewer: { id: string, displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

export type OwnIdNumberQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnIdNumberQuery = { ownIdNumberDue: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

export type KeepOwnIdNumberMutationVariables = Exact<{
  idNumber: string;
}>;


export type KeepOwnIdNumberMutation = { keepOwnIdNumber: boolean };

export type OwnPasswordQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnPasswordQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, secondFactor: { hasPassword: boolean } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { ownIdNumberDue: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, sessions: Array<{ id: string, current: boolean, kind: string, agent: string, signedInAt: string, lastSeenAt: string }>, secondFactor: { enabled: boolean, recoveryCodesLeft: number, hasPassword: boolean } };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession: boolean };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions: number };

export type RenewSecondFactorMutationVariables = Exact<{
  password?: string | null | undefined;
}>;


export type RenewSecondFactorMutation = { renewSecondFactor: string };

export type AccountSetupQueryVariables = Exact<{
  token: string;
}>;


export type AccountSetupQuery = { accountSetup: { login: string, displayName: string, purpose: string, totpSecret: string, totpUri: string, expiresAt: string } };

export type CompleteSetupMutationVariables = Exact<{
  input: CompleteSetupInput;
}>;


export type CompleteSetupMutation = { completeSetup: { codes: Array<string> } };

export type AuditTrailQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  action?: string | null | undefined;
  targetId?: string | number | null | undefined;
  from?: string | null | undefined;
}>;


export type AuditTrailQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, auditTrail: { totalCount: number, edges: Array<{ node: { id: string, seq: number, at: string, actorName: string | null, roleName: string, action: string, says: string | null, targetKind: string | null, targetId: string | null, reason: string | null, note: string | null, trace: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type VerifyAuditTrailMutationVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditTrailMutation = { verifyAuditTrail: { ok: boolean, entries: number, anchors: number, head: string | null, fault: { seq: number, kind: string } | null } };

export type AuditAnchorsQueryVariables = Exact<{
  day: string;
}>;


export type AuditAnchorsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, auditAnchors: Array<{ seq: number, at: string, hash: string, signer: string, ours: boolean }> };

export type SaidRowFragment = { id: string, purpose: string, title: string, given: boolean, at: string, channelText: string, saidByText: string, recordedByName: string | null, evidenceId: string | null };

export type StandingRowFragment = { purpose: string, title: string, data: string, why: string, without: string, state: string, newest: { id: string, purpose: string, title: string, given: boolean, at: string, channelText: string, saidByText: string, recordedByName: string | null, evidenceId: string | null } | null };

export type PersonConsentsQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonConsentsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personConsents: { personId: string, name: string, birthYear: number, divisionName: string, purposes: Array<{ purpose: string, title: string, data: string, why: string, without: string, state: string, newest: { id: string, purpose: string, title: string, given: boolean, at: string, channelText: string, saidByText: string, recordedByName: string | null, evidenceId: string | null } | null }>, history: Array<{ id: string, purpose: string, title: string, given: boolean, at: string, channelText: string, saidByText: string, recordedByName: string | null, evidenceId: string | null }> } };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { recordConsent: boolean };

export type FindPersonQueryVariables = Exact<{
  number: string;
}>;


export type FindPersonQuery = { findPerson: { id: string } | null };

export type CaseRowFragment = { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null };

export type CaseloadQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type CaseloadQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, caseload: { totalCount: number, edges: Array<{ node: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PersonCaseQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personCase: { personId: string, name: string, maskedCertificate: string, maskedPhone: string | null, birthYear: number, divisionName: string, employment: string | null, wantsWork: boolean | null, skills: Array<string>, accessNeeds: Array<string>, visits: Array<{ id: string, visitedOn: string, met: string, needs: Array<string>, nextStep: string | null, nextOn: string | null, note: string | null, recordedBy: string }>, applications: Array<{ id: string, stateText: string, post: { title: string } }>, placements: Array<{ id: string, title: string, employerName: string, startedOn: string, endedOn: string | null }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { recordVisit: { id: string } };

export type QuotaGapsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type QuotaGapsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, quotaGaps: { totalCount: number, edges: Array<{ node: { employerId: string, employerName: string, divisionName: string, near: boolean, missing: number, typicalWork: Array<string>, ownWork: boolean, fitting: number | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type QuotaGapRowFragment = { employerId: string, employerName: string, divisionName: string, near: boolean, missing: number, typicalWork: Array<string>, ownWork: boolean, fitting: number | null };

export type ListedPersonTextFragment = { personId: string, name: string, birthYear: number, divisionName: string, mine: boolean, candidateRef: string | null, runningText: string | null, answer: string, score: number, reasons: Array<string>, cautions: Array<string>, toAssess: Array<string> };

export type PeopleForPostQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
  unknown: boolean;
}>;


export type PeopleForPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { title: string, employerName: string } | null, shortlist: { open: boolean, totalCount: number, edges: Array<{ node: { personId: string, name: string, birthYear: number, divisionName: string, mine: boolean, candidateRef: string | null, runningText: string | null, answer: string, score: number, reasons: Array<string>, cautions: Array<string>, toAssess: Array<string> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean }, asOf: { late: boolean } } };

export type CandidateAsksQueryVariables = Exact<{ [key: string]: never; }>;


export type CandidateAsksQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, candidateAsks: Array<{ id: string, version: number, personId: string, personName: string, personPlace: string, askedOn: string, post: { id: string, title: string, employerName: string } }> };

export type DropCandidateAskMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type DropCandidateAskMutation = { dropCandidateAsk: boolean };

export type AssessedItemsFragment = { id: string, version: number, assessor: string, assessedOn: string, validUntil: string | null, state: string, ownAids: Array<string>, items: Array<{ item: string, level: number | null }> };

export type PersonAssessmentsQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonAssessmentsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personAssessments: { personId: string, name: string, mayAssess: boolean, profiles: Array<{ id: string, version: number, assessor: string, assessedOn: string, validUntil: string | null, state: string, ownAids: Array<string>, items: Array<{ item: string, level: number | null }> }>, corrected: Array<{ id: string, assessor: string, assessedOn: string, replacedAt: string, items: Array<{ item: string, level: number | null }> }> } };

export type SaveFunctionalProfileMutationVariables = Exact<{
  input: SaveFunctionalProfileInput;
}>;


export type SaveFunctionalProfileMutation = { saveFunctionalProfile: { personId: string } };

export type ReferralRowFragment = { id: string, personId: string, personName: string, state: string, stateText: string, referred: boolean, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> };

export type ReferPostsQueryVariables = Exact<{
  personId: string | number;
  first: number;
}>;


export type ReferPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personConsents: { personId: string, name: string }, matchedPosts: { totalCount: number, edges: Array<{ node: { answer: string, post: { id: string, title: string, employerName: string, divisionName: string, monthlyWageYuan: { low: string, high: string } } } }> } };

export type ReferralsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ReferralFilter | null | undefined;
}>;


export type ReferralsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, referrals: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, state: string, stateText: string, referred: boolean, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ReferralQueryVariables = Exact<{
  id: string | number;
}>;


export type ReferralQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, referral: { id: string, personId: string, personName: string, state: string, stateText: string, referred: boolean, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> } };

export type ReferToPostMutationVariables = Exact<{
  input: ReferToPostInput;
}>;


export type ReferToPostMutation = { referToPost: { id: string } };

export type RecordRetentionMutationVariables = Exact<{
  input: RecordRetentionInput;
}>;


export type RecordRetentionMutation = { recordRetention: { id: string } };

export type SupportCaseRowFragment = { id: string, personName: string, divisionName: string, overdue: boolean, support: { id: string, kindText: string, occasionText: string, title: string, startsAt: string, stateText: string, state: string, providedBy: string | null, bookedFrom: string | null } };

export type SupportDeskQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  view: string;
  day?: string | null | undefined;
}>;


export type SupportDeskQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, supportDesk: { totalCount: number, edges: Array<{ node: { id: string, personName: string, divisionName: string, overdue: boolean, support: { id: string, kindText: string, occasionText: string, title: string, startsAt: string, stateText: string, state: string, providedBy: string | null, bookedFrom: string | null } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SupportCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type SupportCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, supportCase: { id: string, personId: string, personName: string, divisionName: string, needs: Array<string>, overdue: boolean, providerId: string | null, feeBy: string | null, feeYuan: string | null, agreedYuan: string | null, costYuan: string | null, support: { id: string, version: number, kind: string, kindText: string, occasion: string, occasionText: string, applicationId: string | null, title: string, place: string, wayText: string | null, helpText: string | null, startsAt: string, minutes: number, state: string, stateText: string, gone: boolean, tellEmployer: boolean, providedBy: string | null, bookedFrom: string | null, bookedTo: string | null, deliveredMinutes: number | null, confirmedBy: string | null, reasonText: string | null, moves: Array<string> } }, supportProviders: Array<{ id: string, version: number, name: string, kind: string, kindText: string, kinds: Array<string>, kindTexts: Array<string>, maskedPhone: string | null, hourlyYuan: string | null, active: boolean }> };

export type SupportForQueryVariables = Exact<{
  personId: string | number;
}>;


export type SupportForQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, supportPerson: { personId: string, personName: string, needs: Array<string>, interviews: Array<{ id: string, title: string, startsAt: string }> } };

export type RequestSupportForMutationVariables = Exact<{
  personId: string | number;
  input: RequestSupportInput;
}>;


export type RequestSupportForMutation = { requestSupportFor: { id: string } };

export type BookSupportMutationVariables = Exact<{
  input: BookSupportInput;
}>;


export type BookSupportMutation = { bookSupport: { id: string } };

export type DeclineSupportMutationVariables = Exact<{
  input: DeclineSupportInput;
}>;


export type DeclineSupportMutation = { declineSupport: { id: string } };

export type VoucheeQueryVariables = Exact<{
  code: string;
}>;


export type VoucheeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, vouchee: { name: string, birthYear: number, divisionName: string, maskedCertificate: string, askedAt: string, expiresAt: string } };

export type VouchMutationVariables = Exact<{
  code: string;
}>;


export type VouchMutation = { vouch: string };

export type TownWelfareQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type TownWelfareQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfarePosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, townName: string, placed: number, openings: number } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WelfareProposalRowFragment = { id: string, title: string, state: string, stateText: string, employerName: string, divisionName: string, seats: number, proposedOn: string };

export type WelfareProposalsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type WelfareProposalsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfareProposals: { totalCount: number, edges: Array<{ node: { id: string, title: string, state: string, stateText: string, employerName: string, divisionName: string, seats: number, proposedOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WelfareProposalTextFragment = { version: number, employerId: string, workDivisionCode: string, description: string | null, welfareKind: string | null, weeklyHours: number | null, nightShift: boolean | null, provisions: Array<string>, duties: Array<string>, closesOn: string, reason: string, proposedBy: string, decidedBy: string | null, decidedOn: string | null, returnReason: string | null, fundSource: string | null, fundDocument: string | null, mayDecide: boolean, mayResend: boolean, id: string, title: string, state: string, stateText: string, employerName: string, divisionName: string, seats: number, proposedOn: string, monthlyWageYuan: { low: string, high: string }, demands: Array<{ item: string, level: number, task: string | null }> };

export type NewWelfareProposalQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type NewWelfareProposalQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfareUnits: Array<{ id: string, name: string }>, welfarePlaces: Array<{ code: string, divisionName: string }> };

export type WelfareProposalQueryVariables = Exact<{
  id: string | number;
  text?: string | null | undefined;
}>;


export type WelfareProposalQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfareProposal: { version: number, employerId: string, workDivisionCode: string, description: string | null, welfareKind: string | null, weeklyHours: number | null, nightShift: boolean | null, provisions: Array<string>, duties: Array<string>, closesOn: string, reason: string, proposedBy: string, decidedBy: string | null, decidedOn: string | null, returnReason: string | null, fundSource: string | null, fundDocument: string | null, mayDecide: boolean, mayResend: boolean, id: string, title: string, state: string, stateText: string, employerName: string, divisionName: string, seats: number, proposedOn: string, monthlyWageYuan: { low: string, high: string }, demands: Array<{ item: string, level: number, task: string | null }> }, welfareUnits: Array<{ id: string, name: string }>, welfarePlaces: Array<{ code: string, divisionName: string }> };

export type ProposeWelfarePostMutationVariables = Exact<{
  input: ProposeWelfarePostInput;
}>;


export type ProposeWelfarePostMutation = { proposeWelfarePost: { id: string } };

export type DecideWelfareProposalMutationVariables = Exact<{
  input: DecideWelfareProposalInput;
}>;


export type DecideWelfareProposalMutation = { decideWelfareProposal: { id: string, postId: string | null } };

export type AssessmentQueryVariables = Exact<{
  year: number;
  employerId?: string | number | null | undefined;
}>;


export type AssessmentQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, assessment: { year: number, factYear: number, employerName: string, stateText: string, final: boolean, requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, outcomeText: string, levyYuan: string, warnings: Array<string>, monthly: Array<{ month: number, headcount: number, counted: string }>, hires: Array<{ id: string, name: string, maskedCertificate: string, months: Array<{ month: number, counts: string, reasonText: string | null }> }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }>, parameters: Array<{ code: string, value: string, source: string, status: string, origin: string, answer: string }> } | null };

export type ReturnFactsFragment = { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null };

export type OrgQueryVariables = Exact<{
  year: number;
}>;


export type OrgQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, quotaReturn: { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null } };

export type SaveQuotaReturnMutationVariables = Exact<{
  input: QuotaReturnInput;
}>;


export type SaveQuotaReturnMutation = { saveQuotaReturn: { year: number } };

export type MemberRowFragment = { id: string, login: string, displayName: string, role: string, state: string, lastSeenAt: string | null, own: boolean };

export type MembersQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, members: Array<{ id: string, login: string, displayName: string, role: string, state: string, lastSeenAt: string | null, own: boolean }> };

export type SetMemberMutationVariables = Exact<{
  input: SetMemberInput;
}>;


export type SetMemberMutation = { setMember: { id: string, setupToken: string | null } };

export type ApplicantRowFragment = { id: string, version: number, reference: string, state: string, stateText: string, referred: boolean, appliedOn: string, meets: boolean, released: boolean, name: string | null };

export type PostApplicantsQueryVariables = Exact<{
  postId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type PostApplicantsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, employerPost: { id: string, title: string }, postApplicants: { totalCount: number, edges: Array<{ node: { id: string, version: number, reference: string, state: string, stateText: string, referred: boolean, appliedOn: string, meets: boolean, released: boolean, name: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ApplicantQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicantQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, applicant: { contactPhone: string | null, contactWay: string | null, needs: Array<string>, comingAlong: Array<string>, note: string | null, refuseReason: string | null, moves: Array<string>, id: string, version: number, reference: string, state: string, stateText: string, referred: boolean, appliedOn: string, meets: boolean, released: boolean, name: string | null, post: { id: string, title: string }, interview: { at: string, place: string, way: string } | null, offer: { monthlyWageYuan: string, startsOn: string, replyBy: string, acceptedOn: string | null } | null } };

export type MoveApplicationMutationVariables = Exact<{
  input: MoveApplicationInput;
}>;


export type MoveApplicationMutation = { moveApplication: { id: string } };

export type PostFindingTextFragment = { field: string, message: string };

export type PostEditFragment = { id: string, version: number, state: string, originName: string | null, takesApplications: boolean, title: string, description: string | null, kind: string, welfareKind: string | null, unitName: string | null, payBasis: string | null, projectId: string | null, internMonths: number | null, openings: number, workDivisionCode: string, remote: boolean, weeklyHours: number | null, nightShift: boolean | null, minEducation: string | null, skills: Array<string>, licences: Array<string>, provisions: Array<string>, legalBasis: string | null, closesOn: string, monthlyWageYuan: { low: string, high: string }, demands: Array<{ item: string, level: number, task: string | null }>, refusals: Array<{ field: string, message: string }>, cautions: Array<{ field: string, message: string }> };

export type OrgPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OrgPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, stalePosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, state: string, lastWordOn: string, askedOn: string, pausesOn: string | null, officeName: string | null } }> }, employerPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, state: string, originName: string | null, takesApplications: boolean, openings: number, closesOn: string, refusals: Array<{ field: string }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type NewPostQueryVariables = Exact<{ [key: string]: never; }>;


export type NewPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workPlaces: Array<{ code: string, divisionName: string }>, projectChoices: Array<{ id: string, title: string }> };

export type CheckPostQueryVariables = Exact<{
  input: LintPostInput;
}>;


export type CheckPostQuery = { checkPost: { refusals: Array<{ field: string, message: string }>, cautions: Array<{ field: string, message: string }> } };

export type EditPostQueryVariables = Exact<{
  id: string | number;
}>;


export type EditPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workPlaces: Array<{ code: string, divisionName: string }>, projectChoices: Array<{ id: string, title: string }>, employerPost: { id: string, version: number, state: string, originName: string | null, takesApplications: boolean, title: string, description: string | null, kind: string, welfareKind: string | null, unitName: string | null, payBasis: string | null, projectId: string | null, internMonths: number | null, openings: number, workDivisionCode: string, remote: boolean, weeklyHours: number | null, nightShift: boolean | null, minEducation: string | null, skills: Array<string>, licences: Array<string>, provisions: Array<string>, legalBasis: string | null, closesOn: string, monthlyWageYuan: { low: string, high: string }, demands: Array<{ item: string, level: number, task: string | null }>, refusals: Array<{ field: string, message: string }>, cautions: Array<{ field: string, message: string }> }, alikePosts: Array<{ id: string, title: string, reasons: Array<string> }> };

export type AlikePostsQueryVariables = Exact<{
  id: string | number;
}>;


export type AlikePostsQuery = { alikePosts: Array<{ id: string }> };

export type SavePostMutationVariables = Exact<{
  input: SavePostInput;
}>;


export type SavePostMutation = { savePost: { id: string, version: number, state: string, refusals: Array<{ field: string }> } };

export type SubmitPostMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type SubmitPostMutation = { submitPost: { id: string } };

export type WithdrawPostMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type WithdrawPostMutation = { withdrawPost: { id: string } };

export type LintCountTextFragment = { atLeast: number, text: string };

export type PostPeopleQueryVariables = Exact<{
  input: LintPostInput;
}>;


export type PostPeopleQuery = { lintPost: { exact: boolean, seekers: { atLeast: number, text: string }, fits: { atLeast: number, text: string }, demands: Array<{ item: string, word: string, asks: string, below: { atLeast: number, text: string }, onlyThis: { atLeast: number, text: string }, unknown: { atLeast: number, text: string }, suggestions: Array<{ says: string, gain: { atLeast: number, text: string } }> }> } };

export type PostCandidatesQueryVariables = Exact<{
  id: string | number;
}>;


export type PostCandidatesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, employerPost: { id: string, title: string, state: string, takesApplications: boolean }, employerShortlist: { open: boolean, atLeast: number, text: string, candidates: Array<{ candidateRef: string, meets: boolean, meetsWith: Array<string>, travelText: string, asked: boolean }>, asOf: { late: boolean } } };

export type AskForCandidateMutationVariables = Exact<{
  postId: string | number;
  candidateRef: string;
}>;


export type AskForCandidateMutation = { askForCandidate: boolean };

export type BatchRowFragment = { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BatchesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ready: { totalCount: number }, batches: { totalCount: number, edges: Array<{ node: { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type BatchQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, batch: { totalInCapitals: string, sha256: string, sealedBy: string | null, releasedBy: string | null, exportId: string | null, id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string, payouts: Array<{ id: string, stateText: string, payeeName: string, maskedAccount: string, accountInHand: boolean, amountYuan: string, paidOn: string | null, failure: string | null }> } };

export type SealBatchMutationVariables = Exact<{
  input: SealBatchInput;
}>;


export type SealBatchMutation = { sealBatch: { id: string } };

export type ReleaseBatchMutationVariables = Exact<{
  input: ReleaseBatchInput;
}>;


export type ReleaseBatchMutation = { releaseBatch: { id: string } };

export type ExportBatchMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type ExportBatchMutation = { exportBatch: { exportId: string, fileName: string, sha256: string } };

export type SandboxBankRunMutationVariables = Exact<{
  batchId: string | number;
  idempotencyKey: string;
}>;


export type SandboxBankRunMutation = { sandboxBankRun: { exportId: string, fileName: string } };

export type EnvelopeRowFragment = { id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string };

export type EnvelopesQueryVariables = Exact<{ [key: string]: never; }>;


export type EnvelopesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }> };

export type LedgerQueryVariables = Exact<{
  envelopeId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ledger: { totalCount: number, edges: Array<{ node: { id: string, bookedOn: string, event: string, memo: string, debit: string, credit: string, amountYuan: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ImportBankReturnMutationVariables = Exact<{
  importId: string | number;
  idempotencyKey: string;
}>;


export type ImportBankReturnMutation = { importBankReturn: { paid: number, failed: number, unchanged: number, totalYuan: string } };

export type HelperQueryVariables = Exact<{ [key: string]: never; }>;


export type HelperQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, peopleIHelp: Array<{ personId: string, name: string, placeName: string, birthYear: number, until: string, acting: boolean, scopes: Array<{ code: string, text: string }> }> };

export type HelpLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HelpLogQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, helpLog: { totalCount: number, edges: Array<{ node: { id: string, at: string, actorName: string, personName: string, text: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type StartActingMutationVariables = Exact<{
  personId: string | number;
}>;


export type StartActingMutation = { startActing: { token: string } };

export type StopActingMutationVariables = Exact<{ [key: string]: never; }>;


export type StopActingMutation = { stopActing: { token: string } };

export type DelegationRowFragment = { id: string, helperName: string, kindText: string, until: string, consentText: string, state: string, stateText: string, scopes: Array<{ code: string, text: string }> };

export type LogRowFragment = { id: string, at: string, actorName: string, personName: string, text: string };

export type HelpersQueryVariables = Exact<{
  personId?: string | number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type HelpersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, delegations: Array<{ id: string, helperName: string, kindText: string, until: string, consentText: string, state: string, stateText: string, scopes: Array<{ code: string, text: string }> }>, delegationLog: { totalCount: number, edges: Array<{ node: { id: string, at: string, actorName: string, personName: string, text: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type HelperFormQueryVariables = Exact<{
  personId?: string | number | null | undefined;
}>;


export type HelperFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, helperChoices: { personName: string, maskedPhone: string | null, staff: Array<{ id: string, name: string, kind: string, kindText: string }>, periods: Array<{ until: string, text: string }> } };

export type RequestDelegationCodeMutationVariables = Exact<{
  input: DelegationTermsInput;
}>;


export type RequestDelegationCodeMutation = { requestDelegationCode: boolean };

export type GrantDelegationMutationVariables = Exact<{
  input: GrantDelegationInput;
}>;


export type GrantDelegationMutation = { grantDelegation: { id: string } };

export type RevokeDelegationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeDelegationMutation = { revokeDelegation: { id: string } };

export type ImportJobQueryVariables = Exact<{
  id: string | number;
  afterRow: number;
}>;


export type ImportJobQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, importJob: { id: string, kind: string, kindTitle: string, fileName: string, state: string, rows: number, new: number, changed: number, unchanged: number, wrong: number, warned: number, committedRows: number, unknownColumns: Array<string>, codes: Array<{ code: string, severity: string, count: number }>, problems: Array<{ row: number | null, column: string | null, code: string, severity: string, message: string, hint: string, typed: string | null }> } };

export type ImportRowQueryVariables = Exact<{
  id: string | number;
  row: number;
}>;


export type ImportRowQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, importRow: { row: number, state: string, version: number, cells: Array<{ key: string, header: string, value: string }>, problems: Array<{ column: string | null, severity: string, message: string, hint: string }> } };

export type FixImportRowMutationVariables = Exact<{
  input: FixImportRowInput;
}>;


export type FixImportRowMutation = { fixImportRow: { row: number, state: string, problems: Array<{ column: string | null, severity: string, message: string, hint: string }> } };

export type CommitImportMutationVariables = Exact<{
  id: string | number;
}>;


export type CommitImportMutation = { commitImport: { state: string } };

export type DiscardImportMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardImportMutation = { discardImport: { state: string } };

export type LicencesFragment = { personId: string, name: string, all: boolean, mayWrite: boolean, licences: Array<{ id: string, version: number, kind: string, maskedNumber: string | null, issuedOn: string | null, validUntil: string | null, state: string, seenBy: string | null, seenAt: string | null }> };

export type OwnLicencesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnLicencesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, ownLicences: { personId: string, name: string, all: boolean, mayWrite: boolean, licences: Array<{ id: string, version: number, kind: string, maskedNumber: string | null, issuedOn: string | null, validUntil: string | null, state: string, seenBy: string | null, seenAt: string | null }> } | null };

export type OwnLicenceFormQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnLicenceFormQuery = { licencesAsked: Array<string>, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, ownLicences: { personId: string, name: string, all: boolean, mayWrite: boolean, licences: Array<{ id: string, version: number, kind: string, maskedNumber: string | null, issuedOn: string | null, validUntil: string | null, state: string, seenBy: string | null, seenAt: string | null }> } | null };

export type PersonLicencesQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonLicencesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personLicences: { personId: string, name: string, all: boolean, mayWrite: boolean, licences: Array<{ id: string, version: number, kind: string, maskedNumber: string | null, issuedOn: string | null, validUntil: string | null, state: string, seenBy: string | null, seenAt: string | null }> } };

export type PersonLicenceFormQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonLicenceFormQuery = { licencesAsked: Array<string>, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personLicences: { personId: string, name: string, all: boolean, mayWrite: boolean, licences: Array<{ id: string, version: number, kind: string, maskedNumber: string | null, issuedOn: string | null, validUntil: string | null, state: string, seenBy: string | null, seenAt: string | null }> } };

export type SaveOwnLicenceMutationVariables = Exact<{
  input: LicenceInput;
}>;


export type SaveOwnLicenceMutation = { saveOwnLicence: { all: boolean } };

export type RemoveOwnLicenceMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type RemoveOwnLicenceMutation = { removeOwnLicence: { all: boolean } };

export type SayOwnLicencesMutationVariables = Exact<{ [key: string]: never; }>;


export type SayOwnLicencesMutation = { sayOwnLicences: { all: boolean } };

export type SavePersonLicenceMutationVariables = Exact<{
  personId: string | number;
  seen: boolean;
  input: LicenceInput;
}>;


export type SavePersonLicenceMutation = { savePersonLicence: { all: boolean } };

export type SeeLicenceMutationVariables = Exact<{
  personId: string | number;
  id: string | number;
  version: number;
}>;


export type SeeLicenceMutation = { seeLicence: { all: boolean } };

export type RemovePersonLicenceMutationVariables = Exact<{
  personId: string | number;
  id: string | number;
  version: number;
}>;


export type RemovePersonLicenceMutation = { removePersonLicence: { all: boolean } };

export type SayPersonLicencesMutationVariables = Exact<{
  personId: string | number;
}>;


export type SayPersonLicencesMutation = { sayPersonLicences: { all: boolean } };

export type ApplicationQueueQueryVariables = Exact<{
  step: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ApplicationQueueQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, applicationQueue: { totalCount: number, edges: Array<{ node: { id: string, schemeName: string, applicantName: string, divisionName: string, amountYuan: string, stateText: string, submittedOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ApplicationCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, applicationCase: { id: string, version: number, schemeName: string, applicantName: string, divisionName: string, object: string, periodText: string, hours: number, feeYuan: string, amountYuan: string, personId: string | null, maskedAccount: string, state: string, stateText: string, step: string | null, blocked: string | null, submittedOn: string, eligibility: { eligible: boolean, reasons: Array<{ rule: string, passed: boolean, message: string, basis: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, decisions: Array<{ step: string, by: string, at: string, outcome: string, reason: string | null }> } };

export type DecideApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideApplicationMutation = { decideApplication: { id: string, stateText: string } };

export type ComplianceBoardQueryVariables = Exact<{
  divisionCode: string;
  year: number;
  first: number;
  after?: string | null | undefined;
}>;


export type ComplianceBoardQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, complianceBoard: { totalCount: number, edges: Array<{ node: { employerId: string, employerName: string, divisionName: string, stateText: string, employees: string | null, countedHires: string | null, shortfall: string | null, placementRatio: string | null, outcomeText: string | null, levyYuan: string | null, problem: { message: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type DeletionRowFragment = { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null };

export type DataRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  waiting?: boolean | null | undefined;
}>;


export type DataRequestsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, dataRequests: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, retentionRun: { startedAt: string, finishedAt: string | null, held: number, lines: Array<{ what: string, gone: number }> } | null };

export type DataRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type DataRequestQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, dataRequest: { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, version: number, open: Array<string>, hold: string | null, answer: string | null, kept: Array<{ what: string, until: string, source: string }> } };

export type DecideDataRequestMutationVariables = Exact<{
  input: DecideDataRequestInput;
}>;


export type DecideDataRequestMutation = { decideDataRequest: { id: string, stateText: string } };

export type SetLegalHoldMutationVariables = Exact<{
  input: LegalHoldInput;
}>;


export type SetLegalHoldMutation = { setLegalHold: { id: string, hold: string | null } };

export type EmployerAccountsQueryVariables = Exact<{
  employerId: string | number;
}>;


export type EmployerAccountsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, employerAccounts: { employerId: string, employerName: string, divisionName: string, canOpen: boolean, members: Array<{ id: string, login: string, displayName: string, role: string, state: string, lastSeenAt: string | null, own: boolean }> } };

export type OpenEmployerAccountMutationVariables = Exact<{
  input: OpenEmployerAccountInput;
}>;


export type OpenEmployerAccountMutation = { openEmployerAccount: { id: string, setupToken: string | null } };

export type FeedbackRowFragment = { id: string, kind: string, text: string, receivedOn: string, answerBy: string, late: boolean, answeredOn: string | null };

export type FeedbackDeskQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  closed?: boolean | null | undefined;
}>;


export type FeedbackDeskQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, feedbackDesk: { totalCount: number, edges: Array<{ node: { id: string, kind: string, text: string, receivedOn: string, answerBy: string, late: boolean, answeredOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type FeedbackCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type FeedbackCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, feedback: { phone: string | null, page: string | null, byMessage: boolean, answer: string | null, id: string, kind: string, text: string, receivedOn: string, answerBy: string, late: boolean, answeredOn: string | null } };

export type AnswerFeedbackMutationVariables = Exact<{
  input: AnswerFeedbackInput;
}>;


export type AnswerFeedbackMutation = { answerFeedback: { id: string } };

export type OfficeQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, review: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> }, approve: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> } };

export type FeedbackWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedbackWaitingQuery = { feedbackDesk: { totalCount: number, edges: Array<{ node: { receivedOn: string } }> } };

export type HouseholdMemberRowFragment = { id: string, name: string, birthYear: number, relationText: string, divisionName: string, holders: Array<string>, personId: string | null, lacks: Array<string>, mayEnter: boolean };

export type HouseholdMembersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HouseholdMembersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, householdMembers: { totalCount: number, edges: Array<{ node: { id: string, name: string, birthYear: number, relationText: string, divisionName: string, holders: Array<string>, personId: string | null, lacks: Array<string>, mayEnter: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type HouseholdMemberQueryVariables = Exact<{
  id: string | number;
}>;


export type HouseholdMemberQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, householdMember: { id: string, name: string, birthYear: number, relationText: string, divisionName: string, holders: Array<string>, personId: string | null, lacks: Array<string>, mayEnter: boolean } };

export type EnterHouseholdMemberMutationVariables = Exact<{
  input: EnterMemberInput;
}>;


export type EnterHouseholdMemberMutation = { enterHouseholdMember: { id: string } };

export type RoundMembersQueryVariables = Exact<{
  roundId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type RoundMembersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, roundMembers: { totalCount: number, edges: Array<{ node: { personId: string, name: string, divisionName: string, number: number | null, handedIn: boolean, postIds: Array<string>, open: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RoundMemberQueryVariables = Exact<{
  roundId: string | number;
  personId: string | number;
}>;


export type RoundMemberQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, roundMember: { personId: string, name: string, divisionName: string, number: number | null, handedIn: boolean, postIds: Array<string>, open: boolean, roundTitle: string, posts: Array<{ postId: string, title: string, employerName: string, divisionName: string, answer: string }> } };

export type EnterMemberChoicesMutationVariables = Exact<{
  input: EnterMemberChoicesInput;
}>;


export type EnterMemberChoicesMutation = { enterMemberChoices: { personId: string } };

export type OfficeNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotice: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string, lineCount: number } | null, objections: Array<{ id: string, serial: number | null, state: string, text: string, contact: string | null, reason: string | null, lodgedOn: string, answerBy: string }> };

export type DecideObjectionMutationVariables = Exact<{
  input: DecideObjectionInput;
}>;


export type DecideObjectionMutation = { decideObjection: { id: string } };

export type OfficeNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  schemeCode: string;
}>;


export type OfficeNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, noticeCandidates: { count: number, totalYuan: string }, schemes: Array<{ code: string, name: string }>, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublishNoticeMutationVariables = Exact<{
  input: PublishNoticeInput;
}>;


export type PublishNoticeMutation = { publishNotice: { id: string, title: string } };

export type CloseNoticeMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type CloseNoticeMutation = { closeNotice: { id: string } };

export type SharedPostRowFragment = { id: string, title: string, employerName: string, officeName: string, stateText: string, hiddenReason: string | null, demandsStated: boolean, confirmedOn: string | null, closesOn: string };

export type SharedPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SharedPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, sourceOffices: Array<{ id: string, divisionCode: string, divisionName: string, name: string, phone: string | null, deliveredOn: string | null, deliveredPosts: number | null, wholeOn: string | null, shown: number }>, sharedPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, officeName: string, stateText: string, hiddenReason: string | null, demandsStated: boolean, confirmedOn: string | null, closesOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SharedPostQueryVariables = Exact<{
  id: string | number;
}>;


export type SharedPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, sharedPost: { id: string, title: string, employerName: string, officeName: string, stateText: string, hiddenReason: string | null, demandsStated: boolean, confirmedOn: string | null, closesOn: string } };

export type SaveSourceOfficeMutationVariables = Exact<{
  input: SaveSourceOfficeInput;
}>;


export type SaveSourceOfficeMutation = { saveSourceOffice: { id: string } };

export type HideSharedPostMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type HideSharedPostMutation = { hideSharedPost: { id: string } };

export type ShowSharedPostMutationVariables = Exact<{
  id: string | number;
}>;


export type ShowSharedPostMutation = { showSharedPost: { id: string } };

export type StalePostRowFragment = { id: string, title: string, employerName: string, state: string, lastWordOn: string, askedOn: string, pausesOn: string | null, officeName: string | null };

export type StalePostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StalePostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, freshnessRule: { askDays: number | null, pauseDays: number | null }, stalePosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, state: string, lastWordOn: string, askedOn: string, pausesOn: string | null, officeName: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ConfirmPostMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmPostMutation = { confirmPost: { id: string, title: string } };

export type PairedPostRowFragment = { id: string, title: string, employerName: string, officeName: string | null, divisionName: string, wage: string, publishedOn: string };

export type PostPairsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  decided: boolean;
}>;


export type PostPairsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, postPairs: { totalCount: number, edges: Array<{ node: { id: string, reasons: Array<string>, state: string, decidedOn: string | null, keptId: string | null, one: { id: string, title: string, employerName: string, officeName: string | null, divisionName: string, wage: string, publishedOn: string }, other: { id: string, title: string, employerName: string, officeName: string | null, divisionName: string, wage: string, publishedOn: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type DecidePostPairMutationVariables = Exact<{
  id: string | number;
  keepId?: string | number | null | undefined;
}>;


export type DecidePostPairMutation = { decidePostPair: { id: string } };

export type ReopenPostPairMutationVariables = Exact<{
  id: string | number;
}>;


export type ReopenPostPairMutation = { reopenPostPair: { id: string } };

export type OfficePostRowFragment = { id: string, title: string, kind: string, stand: string, employerId: string, employerName: string, divisionName: string, openings: number, publishedOn: string, closesOn: string, running: number, applications: number };

export type OfficeReferralFragment = { id: string, personId: string, personName: string, personPlace: string, state: string, stateText: string, referred: boolean, referredBy: string | null, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> };

export type OfficePostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: OfficePostFilter | null | undefined;
}>;


export type OfficePostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, towns: Array<{ code: string, name: string }>, officePosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, kind: string, stand: string, employerId: string, employerName: string, divisionName: string, openings: number, publishedOn: string, closesOn: string, running: number, applications: number } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type OfficePostQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type OfficePostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, employerPost: { id: string, version: number, state: string, originName: string | null, takesApplications: boolean, title: string, description: string | null, kind: string, welfareKind: string | null, unitName: string | null, payBasis: string | null, projectId: string | null, internMonths: number | null, openings: number, workDivisionCode: string, remote: boolean, weeklyHours: number | null, nightShift: boolean | null, minEducation: string | null, skills: Array<string>, licences: Array<string>, provisions: Array<string>, legalBasis: string | null, closesOn: string, monthlyWageYuan: { low: string, high: string }, demands: Array<{ item: string, level: number, task: string | null }>, refusals: Array<{ field: string, message: string }>, cautions: Array<{ field: string, message: string }> }, officePost: { projectTitle: string | null, post: { id: string, title: string, kind: string, stand: string, employerId: string, employerName: string, divisionName: string, openings: number, publishedOn: string, closesOn: string, running: number, applications: number }, history: Array<{ at: string, by: string, says: string }> }, referrals: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, personPlace: string, state: string, stateText: string, referred: boolean, referredBy: string | null, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type OfficePostsFileQueryVariables = Exact<{
  filter?: OfficePostFilter | null | undefined;
}>;


export type OfficePostsFileQuery = { officePostsFile: { name: string, text: string } };

export type OfficeApplicantsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ReferralFilter | null | undefined;
}>;


export type OfficeApplicantsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, towns: Array<{ code: string, name: string }>, referrals: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, personPlace: string, state: string, stateText: string, referred: boolean, referredBy: string | null, appliedOn: string, silent: boolean, post: { id: string, title: string, employerName: string }, due: Array<{ month: number, dueOn: string }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ReferralsFileQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
}>;


export type ReferralsFileQuery = { referralsFile: { name: string, text: string } };

export type ProjectRowFragment = { id: string, version: number, title: string, kind: string, kindText: string, hostName: string, hostCreditCode: string | null, divisionName: string, description: string | null, places: number, free: number, state: string, startedOn: string, closedOn: string | null };

export type WorkProjectsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  closed?: boolean | null | undefined;
}>;


export type WorkProjectsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workProjects: { totalCount: number, edges: Array<{ node: { id: string, version: number, title: string, kind: string, kindText: string, hostName: string, hostCreditCode: string | null, divisionName: string, description: string | null, places: number, free: number, state: string, startedOn: string, closedOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WorkProjectQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkProjectQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workProject: { id: string, version: number, title: string, kind: string, kindText: string, hostName: string, hostCreditCode: string | null, divisionName: string, description: string | null, places: number, free: number, state: string, startedOn: string, closedOn: string | null }, projectMonths: Array<{ month: string, participants: number, told: number, yuan: string | null }>, there: { totalCount: number }, placements: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, birthYear: number, personPlace: string, title: string, employerName: string, divisionName: string, kind: string, startedOn: string, endsOn: string | null, endedOn: string | null, live: boolean, school: string | null, conversion: string | null, months: Array<{ month: string, yuan: string | null }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type EditProjectQueryVariables = Exact<{
  id: string | number;
}>;


export type EditProjectQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workProject: { id: string, version: number, title: string, kind: string, kindText: string, hostName: string, hostCreditCode: string | null, divisionName: string, description: string | null, places: number, free: number, state: string, startedOn: string, closedOn: string | null } };

export type ProjectPostsQueryVariables = Exact<{
  id: string | number;
  text?: string | null | undefined;
}>;


export type ProjectPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, workProject: { id: string, version: number, title: string, kind: string, kindText: string, hostName: string, hostCreditCode: string | null, divisionName: string, description: string | null, places: number, free: number, state: string, startedOn: string, closedOn: string | null }, publicPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, divisionName: string, kindFacts: Array<string> } }> } };

export type SaveProjectMutationVariables = Exact<{
  input: SaveProjectInput;
}>;


export type SaveProjectMutation = { saveProject: { id: string } };

export type CloseProjectMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type CloseProjectMutation = { closeProject: { id: string } };

export type AddProjectPostMutationVariables = Exact<{
  id: string | number;
  postId: string | number;
}>;


export type AddProjectPostMutation = { addProjectPost: { id: string } };

export type RegisterRowFragment = { id: string, name: string, categoryText: string, divisionName: string, phone: string | null, state: string, stateText: string, closedOn: string | null };

export type RegisterFileFragment = { id: string, version: number, name: string, categoryText: string, divisionCode: string, divisionName: string, state: string, stateText: string, openedOn: string, closedOn: string | null, closeReasonText: string | null, mayChange: boolean, fields: Array<{ key: string, label: string, type: string, values: Array<string>, text: string }>, serves: Array<{ code: string, name: string }> };

export type CoverageFragment = { day: string, villages: number, missing: number, holders: number | null, towns: Array<{ divisionCode: string, name: string, villages: number, missing: number, holders: number | null }> };

export type RegisterListQueryVariables = Exact<{
  kind: string;
  filter?: RegisterFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RegisterListQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerPlaces: Array<{ code: string, name: string, level: string, mine: boolean }>, registerCoverage: { day: string, villages: number, missing: number, holders: number | null, towns: Array<{ divisionCode: string, name: string, villages: number, missing: number, holders: number | null }> }, registers: { totalCount: number, edges: Array<{ node: { id: string, name: string, categoryText: string, divisionName: string, phone: string | null, state: string, stateText: string, closedOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RegisterGapListQueryVariables = Exact<{
  kind: string;
  town?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RegisterGapListQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerPlaces: Array<{ code: string, name: string, level: string, mine: boolean }>, registerGaps: { totalCount: number, edges: Array<{ node: { divisionCode: string, name: string, townName: string, holders: number | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RegisterSheetQueryVariables = Exact<{
  kind: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RegisterSheetQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerCoverage: { day: string, villages: number, missing: number, holders: number | null, towns: Array<{ divisionCode: string, name: string, villages: number, missing: number, holders: number | null }> }, registerGaps: { edges: Array<{ node: { divisionCode: string, name: string, townName: string, holders: number | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RegisterFileQueryVariables = Exact<{
  id: string | number;
}>;


export type RegisterFileQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerEntry: { id: string, version: number, name: string, categoryText: string, divisionCode: string, divisionName: string, state: string, stateText: string, openedOn: string, closedOn: string | null, closeReasonText: string | null, mayChange: boolean, fields: Array<{ key: string, label: string, type: string, values: Array<string>, text: string }>, serves: Array<{ code: string, name: string }> } };

export type NewRegisterEntryQueryVariables = Exact<{
  town?: string | null | undefined;
}>;


export type NewRegisterEntryQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerPlaces: Array<{ code: string, name: string, level: string, mine: boolean }> };

export type EditRegisterEntryQueryVariables = Exact<{
  id: string | number;
  town?: string | null | undefined;
}>;


export type EditRegisterEntryQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, registerEntry: { id: string, version: number, name: string, categoryText: string, divisionCode: string, divisionName: string, state: string, stateText: string, openedOn: string, closedOn: string | null, closeReasonText: string | null, mayChange: boolean, fields: Array<{ key: string, label: string, type: string, values: Array<string>, text: string }>, serves: Array<{ code: string, name: string }> }, towns: Array<{ code: string, name: string, level: string, mine: boolean }>, places: Array<{ code: string, name: string, level: string, mine: boolean }> };

export type SaveRegisterEntryMutationVariables = Exact<{
  input: SaveRegisterEntryInput;
}>;


export type SaveRegisterEntryMutation = { saveRegisterEntry: { id: string } };

export type ExportRegisterMutationVariables = Exact<{
  kind: string;
  filter?: RegisterFilter | null | undefined;
}>;


export type ExportRegisterMutation = { exportRegister: { name: string, text: string } };

export type OfficeRoundsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OfficeRoundsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRounds: { totalCount: number, edges: Array<{ node: { id: string, title: string, divisionName: string, state: string, stateText: string, drawnOn: string, choicesUntil: string, publishedOn: string | null, posts: number, seats: number, entrants: number | null, next: { step: string, stepText: string, when: string, from: string | null, before: string | null, turn: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type NewRoundQueryVariables = Exact<{
  first: number;
  divisionCode?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type NewRoundQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, roundPlaces: Array<{ code: string, divisionName: string }>, roundCandidates: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, divisionName: string, workDivisionCode: string, openings: number, closesOn: string, takenBy: string | null } }> } };

export type OfficeRoundQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeRoundQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRound: { id: string, title: string, divisionName: string, state: string, stateText: string, rulesVersion: string, announcedOn: string, frozenOn: string, drawnOn: string, choicesUntil: string, contractsFrom: string, commitment: string, source: string, fallback: string, seed: string | null, value: string | null, simulation: string | null, simulationHash: string | null, rosterHash: string | null, choicesHash: string | null, resultHash: string | null, entrants: number | null, tiers: Array<{ status: string, statusText: string, basis: string, entrants: number | null }>, posts: Array<{ postId: string, title: string, employerName: string, divisionName: string, seats: number, reserved: number, reservedFor: string | null, local: string | null, cutOffs: Array<string> }>, steps: Array<{ step: string, stepText: string, proposedBy: string | null, confirmed: boolean, waitsForViewer: boolean }>, next: { step: string, stepText: string, when: string, from: string | null, before: string | null, turn: string } | null, simulating: { state: string, done: number, total: number, problem: string | null, hint: string | null, finishedAt: string | null } | null } };

export type AnnounceRoundMutationVariables = Exact<{
  input: OpenRoundInput;
}>;


export type AnnounceRoundMutation = { openAllocationRound: { id: string } };

export type SimulateRoundMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type SimulateRoundMutation = { simulateAllocation: { id: string } };

export type FreezeRoundMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type FreezeRoundMutation = { freezeRoster: { id: string, state: string } };

export type DrawRoundMutationVariables = Exact<{
  input: RevealDrawInput;
}>;


export type DrawRoundMutation = { revealDraw: { id: string, state: string } };

export type RunRoundMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type RunRoundMutation = { runAllocationRound: { id: string, state: string } };

export type PublishRoundResultMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type PublishRoundResultMutation = { publishRound: { id: string } };

export type RoundFileQueryVariables = Exact<{
  id: string | number;
}>;


export type RoundFileQuery = { allocationCertificate: { kind: string, hash: string, file: string } };

export type RoundsWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type RoundsWaitingQuery = { allocationRounds: { edges: Array<{ node: { id: string, next: { step: string, stepText: string, when: string, from: string | null, before: string | null, turn: string } | null } }> } };

export type RuleRowFragment = { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string };

export type OfficeRulesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  day: string;
  code?: string | null | undefined;
}>;


export type OfficeRulesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, waiting: { totalCount: number, edges: Array<{ node: { enteredBy: string | null, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } }> }, missingParameters: Array<{ code: string, name: string, decides: string, qualifier: string, qualifierText: string, scope: string, scopeName: string, day: string, asked: boolean }>, rows: { totalCount: number, edges: Array<{ node: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, parameterKinds: Array<{ code: string, name: string }> };

export type OfficeRuleKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeRuleKindsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterKinds: Array<{ code: string, name: string, decides: string, example: string, scopes: Array<string>, several: boolean, money: boolean, rulebook: string, units: Array<{ value: string, text: string }>, qualifiers: Array<{ value: string, text: string }>, choices: Array<{ value: string, text: string }> | null }> };

export type OfficeRuleQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeRuleQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterRow: { value: string, unit: string, act: string, number: string, article: string, status: string, origin: string, supersedesId: string | null, enteredBy: string | null, enteredAt: string | null, confirmedBy: string | null, confirmedAt: string | null, withdrawnBy: string | null, withdrawnAt: string | null, version: number, mine: boolean, mayConfirm: boolean, mayWithdraw: boolean, maySupersede: boolean, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string, standing: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } | null, history: Array<{ enteredBy: string | null, enteredAt: string | null, confirmedBy: string | null, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string }> } };

export type OfficeRuleTrialQueryVariables = Exact<{
  id: string | number;
  trial: string | number;
}>;


export type OfficeRuleTrialQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterRow: { mayConfirm: boolean, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string, standing: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } | null }, parameterTrial: { id: string, rowId: string, state: string, percent: number, finishedAt: string | null, findings: Array<{ name: string, title: string, sentence: string, checked: number, population: number, changed: number, beforeYuan: string | null, afterYuan: string | null, lines: Array<{ name: string, what: string, before: string, after: string }> }> | null } };

export type EnterRuleMutationVariables = Exact<{
  input: EnterParameterInput;
}>;


export type EnterRuleMutation = { enterParameter: { id: string, name: string } };

export type TryRuleMutationVariables = Exact<{
  id: string | number;
}>;


export type TryRuleMutation = { tryParameter: { id: string } };

export type ConfirmRuleMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type ConfirmRuleMutation = { confirmParameter: { id: string, name: string } };

export type WithdrawRuleMutationVariables = Exact<{
  id: string | number;
  version: number;
}>;


export type WithdrawRuleMutation = { withdrawParameter: { id: string } };

export type SeatRowFragment = { id: string, roundId: string, roundTitle: string, personId: string, personName: string, divisionName: string, number: number | null, title: string, workPlace: string, employerName: string, stand: string, standText: string, lastDay: string, answeredOn: string | null, answeredByText: string | null, visitDueOn: string | null, attempts: Array<string>, releaseIsViewers: boolean };

export type SeatContinuationRowFragment = { serial: number, on: string, left: number, held: number, stayed: number, moved: number, waiting: number, justifiedEnvy: number, waste: number, previousHash: string, hash: string };

export type RoundSeatsViewFragment = { roundId: string, title: string, contractsFrom: string, sent: boolean, replyDays: number | null, visitDays: number | null, newlyLeft: number, turn: string, proposedReplyDays: number | null, proposedVisitDays: number | null, counts: Array<{ stand: string, standText: string, people: number }>, posts: Array<{ postId: string, title: string, seats: number, taken: number, free: number, waiting: number, next: Array<string> }>, continuations: Array<{ serial: number, on: string, left: number, held: number, stayed: number, moved: number, waiting: number, justifiedEnvy: number, waste: number, previousHash: string, hash: string }> };

export type RoundSeatsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
  stand?: string | null | undefined;
}>;


export type RoundSeatsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, roundSeats: { roundId: string, title: string, contractsFrom: string, sent: boolean, replyDays: number | null, visitDays: number | null, newlyLeft: number, turn: string, proposedReplyDays: number | null, proposedVisitDays: number | null, counts: Array<{ stand: string, standText: string, people: number }>, posts: Array<{ postId: string, title: string, seats: number, taken: number, free: number, waiting: number, next: Array<string> }>, continuations: Array<{ serial: number, on: string, left: number, held: number, stayed: number, moved: number, waiting: number, justifiedEnvy: number, waste: number, previousHash: string, hash: string }> }, seatOffers: { totalCount: number, edges: Array<{ node: { id: string, roundId: string, roundTitle: string, personId: string, personName: string, divisionName: string, number: number | null, title: string, workPlace: string, employerName: string, stand: string, standText: string, lastDay: string, answeredOn: string | null, answeredByText: string | null, visitDueOn: string | null, attempts: Array<string>, releaseIsViewers: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SeatOfferQueryVariables = Exact<{
  id: string | number;
}>;


export type SeatOfferQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, seatOffer: { id: string, roundId: string, roundTitle: string, personId: string, personName: string, divisionName: string, number: number | null, title: string, workPlace: string, employerName: string, stand: string, standText: string, lastDay: string, answeredOn: string | null, answeredByText: string | null, visitDueOn: string | null, attempts: Array<string>, releaseIsViewers: boolean } };

export type SeatVisitsQueryVariables = Exact<{ [key: string]: never; }>;


export type SeatVisitsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, seatVisits: Array<{ id: string, roundId: string, roundTitle: string, personId: string, personName: string, divisionName: string, number: number | null, title: string, workPlace: string, employerName: string, stand: string, standText: string, lastDay: string, answeredOn: string | null, answeredByText: string | null, visitDueOn: string | null, attempts: Array<string>, releaseIsViewers: boolean }> };

export type SendSeatOffersMutationVariables = Exact<{
  input: SeatDaysInput;
}>;


export type SendSeatOffersMutation = { sendSeatOffers: { roundId: string } };

export type ContinueAllocationMutationVariables = Exact<{
  input: SeatDaysInput;
}>;


export type ContinueAllocationMutation = { continueAllocation: { turn: string, newlyLeft: number } };

export type ReleaseSeatMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type ReleaseSeatMutation = { releaseSeat: { newlyLeft: number } };

export type BeginSeatMutationVariables = Exact<{
  input: BeginSeatInput;
}>;


export type BeginSeatMutation = { beginSeat: { roundId: string } };

export type RespondToSeatMutationVariables = Exact<{
  input: RespondToSeatInput;
}>;


export type RespondToSeatMutation = { respondToSeat: string };

export type LeaveRoundMutationVariables = Exact<{
  input: LeaveRoundInput;
}>;


export type LeaveRoundMutation = { leaveRound: string };

export type RecordSeatVisitMutationVariables = Exact<{
  input: RecordSeatVisitInput;
}>;


export type RecordSeatVisitMutation = { recordSeatVisit: { id: string } };

export type ProviderRowFragment = { id: string, version: number, name: string, kind: string, kindText: string, kinds: Array<string>, kindTexts: Array<string>, maskedPhone: string | null, hourlyYuan: string | null, active: boolean };

export type SupportSumTextFragment = { text: string, times: number, minutes: number, costYuan: string };

export type SupportCostsQueryVariables = Exact<{
  month?: string | null | undefined;
}>;


export type SupportCostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, supportCosts: { month: string, unrecorded: number, rows: Array<{ kindText: string, occasionText: string, providedBy: string, times: number, minutes: number, costYuan: string }>, byKind: Array<{ text: string, times: number, minutes: number, costYuan: string }>, byOccasion: Array<{ text: string, times: number, minutes: number, costYuan: string }>, byProvider: Array<{ text: string, times: number, minutes: number, costYuan: string }>, total: { text: string, times: number, minutes: number, costYuan: string } } };

export type SupportProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type SupportProvidersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, supportProviders: Array<{ id: string, version: number, name: string, kind: string, kindText: string, kinds: Array<string>, kindTexts: Array<string>, maskedPhone: string | null, hourlyYuan: string | null, active: boolean }> };

export type SupportWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type SupportWaitingQuery = { supportDesk: { totalCount: number, edges: Array<{ node: { support: { startsAt: string } } }> } };

export type SaveSupportProviderMutationVariables = Exact<{
  input: SaveSupportProviderInput;
}>;


export type SaveSupportProviderMutation = { saveSupportProvider: { id: string } };

export type UserRowFragment = { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null };

export type UsersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type UsersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, accounts: { totalCount: number, edges: Array<{ node: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type UserQueryVariables = Exact<{
  id: string | number;
}>;


export type UserQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, account: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { createAccount: { accountId: string, setupToken: string } };

export type SetRolesMutationVariables = Exact<{
  id: string | number;
  roles: Array<string> | string;
}>;


export type SetRolesMutation = { setRoles: boolean };

export type DecideRolesMutationVariables = Exact<{
  changeId: string | number;
  approve: boolean;
}>;


export type DecideRolesMutation = { decideRoles: boolean };

export type SetAccountDisabledMutationVariables = Exact<{
  id: string | number;
  disabled: boolean;
}>;


export type SetAccountDisabledMutation = { setAccountDisabled: boolean };

export type ResetAccountMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetAccountMutation = { resetAccount: { accountId: string, setupToken: string } };

export type WelfarePersonRowFragment = { id: string, name: string, divisionName: string, postId: string, postTitle: string, startedOn: string, served: string, termEndsOn: string | null, alert: number | null, counted: boolean, isMember: boolean };

export type OfficeWelfareQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OfficeWelfareQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfareShare: { day: string, dayBasis: string, inUse: number, disabled: number, shareText: string | null, minimumText: string | null, minimumSource: string | null, meets: boolean | null, missing: number | null, unreported: number, rows: Array<{ divisionCode: string, townName: string, welfareKind: string, kindText: string, inUse: number, disabled: number }> }, welfareAlerts: { totalCount: number, edges: Array<{ node: { id: string, name: string, divisionName: string, postId: string, postTitle: string, startedOn: string, served: string, termEndsOn: string | null, alert: number | null, counted: boolean, isMember: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, waiting: { totalCount: number } };

export type WelfarePostRowFragment = { id: string, title: string, employerName: string, townName: string, kindText: string | null, openings: number, placed: number, disabled: number, members: number, inUse: number, reported: number | null, reportedOn: string | null, source: string | null };

export type WelfarePostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: WelfareFilter | null | undefined;
}>;


export type WelfarePostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfarePosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, employerName: string, townName: string, kindText: string | null, openings: number, placed: number, disabled: number, members: number, inUse: number, reported: number | null, reportedOn: string | null, source: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WelfarePeopleQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: WelfareFilter | null | undefined;
}>;


export type WelfarePeopleQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfarePeople: { totalCount: number, edges: Array<{ node: { id: string, name: string, divisionName: string, postId: string, postTitle: string, startedOn: string, served: string, termEndsOn: string | null, alert: number | null, counted: boolean, isMember: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WelfarePersonQueryVariables = Exact<{
  placementId: string | number;
}>;


export type WelfarePersonQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, welfarePerson: { id: string, name: string, divisionName: string, postId: string, postTitle: string, startedOn: string, endedOn: string | null, endReason: string | null, served: string, termEndsOn: string | null, termReasons: Array<string>, alert: number | null, counted: boolean, isMember: boolean, reasons: Array<{ code: string, text: string, hearing: boolean }>, exits: Array<{ id: string, version: number, reason: string, reasonText: string, state: string, stateText: string, basis: string, answer: string | null, decision: string | null, noticedOn: string, answerBy: string | null, decidedOn: string | null, mayDecide: boolean }> } };

export type RecordSeatsInUseMutationVariables = Exact<{
  input: SeatsInUseInput;
}>;


export type RecordSeatsInUseMutation = { recordSeatsInUse: { id: string } };

export type BeginWelfareExitMutationVariables = Exact<{
  input: BeginWelfareExitInput;
}>;


export type BeginWelfareExitMutation = { beginWelfareExit: { id: string, endedOn: string | null } };

export type DecideWelfareExitMutationVariables = Exact<{
  input: DecideWelfareExitInput;
}>;


export type DecideWelfareExitMutation = { decideWelfareExit: boolean };

export type PlacementRowFragment = { id: string, personId: string, personName: string, birthYear: number, personPlace: string, title: string, employerName: string, divisionName: string, kind: string, startedOn: string, endsOn: string | null, endedOn: string | null, live: boolean, school: string | null, conversion: string | null, months: Array<{ month: string, yuan: string | null }> };

export type PlacementsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PlacementFilter | null | undefined;
}>;


export type PlacementsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, placementFigures: { year: number, begun: number, live: number, kept: number, kinds: Array<{ kind: string, begun: number }> }, placements: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, birthYear: number, personPlace: string, title: string, employerName: string, divisionName: string, kind: string, startedOn: string, endsOn: string | null, endedOn: string | null, live: boolean, school: string | null, conversion: string | null, months: Array<{ month: string, yuan: string | null }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PlacementFileQueryVariables = Exact<{
  id: string | number;
}>;


export type PlacementFileQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, placement: { placement: { endText: string | null, source: string, contractText: string | null, insuredSince: string | null, id: string, personId: string, personName: string, birthYear: number, personPlace: string, title: string, employerName: string, divisionName: string, kind: string, startedOn: string, endsOn: string | null, endedOn: string | null, live: boolean, school: string | null, conversion: string | null, project: { id: string, title: string } | null, months: Array<{ month: string, yuan: string | null }> }, outcomes: Array<{ id: string, fact: string, factText: string, month: string | null, on: string | null, until: string | null, wordText: string | null, yuan: string | null, text: string | null, recordedOn: string }>, facts: Array<{ fact: string, factText: string, words: Array<{ code: string, text: string }> }> } };

export type PlacementPersonQueryVariables = Exact<{
  personId: string | number;
  text?: string | null | undefined;
}>;


export type PlacementPersonQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, placementPerson: { personId: string, personName: string, birthYear: number, personPlace: string, placements: Array<{ id: string, title: string, employerName: string, startedOn: string, endedOn: string | null }>, posts: Array<{ id: string, title: string, kind: string, employerName: string, divisionName: string, openings: number }> } };

export type RecordPlacementMutationVariables = Exact<{
  input: RecordPlacementInput;
}>;


export type RecordPlacementMutation = { recordPlacement: { placement: { id: string } } };

export type RecordOutcomeMutationVariables = Exact<{
  input: RecordOutcomeInput;
}>;


export type RecordOutcomeMutation = { recordOutcome: { placement: { id: string } } };

export type EndPlacementMutationVariables = Exact<{
  input: EndPlacementInput;
}>;


export type EndPlacementMutation = { endPlacement: { placement: { id: string } } };

export type RequestCodeMutationVariables = Exact<{
  phone: string;
}>;


export type RequestCodeMutation = { requestCode: boolean };

export type VerifyCodeMutationVariables = Exact<{
  input: VerifyCodeInput;
}>;


export type VerifyCodeMutation = { verifyCode: { token: string | null, choices: Array<{ personId: string, maskedName: string, birthYear: number }> } };

export type DemoSmsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoSmsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, demoSms: Array<{ id: string, phone: string, text: string, createdAt: string }> };

export type DemoQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoQuery = { demoToday: string | null, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, demoAccounts: Array<{ account: string, password: string, displayName: string, roles: Array<string>, code: string | null }> };

export type AdvanceDemoTimeMutationVariables = Exact<{
  days: number;
}>;


export type AdvanceDemoTimeMutation = { advanceDemoTime: string };

export type FeedbackFormQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedbackFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, feedbackCounties: Array<{ code: string, name: string, answerDays: number }> };

export type SendFeedbackMutationVariables = Exact<{
  input: SendFeedbackInput;
}>;


export type SendFeedbackMutation = { sendFeedback: { id: string, answerBy: string } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotices: { edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }> } };

export type PostCardFragment = { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } };

export type PublicPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PublicPostFilter | null | undefined;
}>;


export type PublicPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, towns: Array<{ code: string, name: string }>, publicPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicPostQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, kindFacts: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } | null };

export type LevyFormQueryVariables = Exact<{ [key: string]: never; }>;


export type LevyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, counties: Array<{ code: string, name: string }> };

export type LevyEstimateQueryVariables = Exact<{
  input: LevyEstimateInput;
  more: LevyEstimateInput;
}>;


export type LevyEstimateQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, counties: Array<{ code: string, name: string }>, now: { requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, levyYuan: string, warnings: Array<string>, parameters: Array<{ code: string, value: string, source: string, status: string, answer: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, more: { levyYuan: string, outcome: string } };

export type PublicNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotice: { id: string, title: string, basis: string, startsOn: string, endsOn: string, open: boolean, phone: string | null, lines: Array<{ id: string, maskedName: string, divisionName: string, subject: string, amountYuan: string | null }> } | null };

export type LodgeObjectionMutationVariables = Exact<{
  input: LodgeObjectionInput;
}>;


export type LodgeObjectionMutation = { lodgeObjection: { id: string, answerBy: string } };

export type OidcStartMutationVariables = Exact<{ [key: string]: never; }>;


export type OidcStartMutation = { oidcStart: { url: string, state: string } };

export type OidcFinishMutationVariables = Exact<{
  input: OidcFinishInput;
}>;


export type OidcFinishMutation = { oidcFinish: { token: string } };

export type PublicProjectsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicProjectsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicProjects: { totalCount: number, edges: Array<{ node: { id: string, title: string, kindText: string, hostName: string, divisionName: string, description: string | null, free: number } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicRoundsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicRoundsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRounds: { totalCount: number, edges: Array<{ node: { id: string, title: string, divisionName: string, publishedOn: string | null, posts: number, seats: number, entrants: number | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicRoundQueryVariables = Exact<{
  id: string | number;
  ticket?: string | null | undefined;
}>;


export type PublicRoundQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publishedRound: { id: string, title: string, divisionName: string, announcedOn: string, frozenOn: string, drawnOn: string, choicesUntil: string, contractsFrom: string, publishedOn: string, entrants: number, byChoice: Array<number>, unplaced: number, justifiedEnvy: number, waste: number, commitment: string, source: string, seed: string, value: string, valueFrom: string, simulationHash: string, rosterHash: string, choicesHash: string, resultHash: string, hash: string, rulesVersion: string, ticketNumber: number | null, tiers: Array<{ status: string, statusText: string, basis: string, entrants: number | null }>, posts: Array<{ postId: string, title: string, employerName: string, divisionName: string, seats: number, reserved: number, reservedFor: string | null, local: string | null, cutOffs: Array<string> }>, continuations: Array<{ serial: number, on: string, left: number, held: number, stayed: number, moved: number, waiting: number, justifiedEnvy: number, waste: number, previousHash: string, hash: string }> } };

export type ServicePointFragment = { id: string, name: string, categoryText: string, divisionName: string, closedOn: string | null, serves: Array<string>, fields: Array<{ key: string, label: string, text: string }> };

export type ServicePointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PublicRegisterFilter | null | undefined;
  county: PublicRegisterFilter;
}>;


export type ServicePointsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, towns: Array<{ code: string, name: string }>, publicRegisters: { totalCount: number, edges: Array<{ node: { id: string, name: string, categoryText: string, divisionName: string, closedOn: string | null, serves: Array<string>, fields: Array<{ key: string, label: string, text: string }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, county: { edges: Array<{ node: { id: string, name: string, categoryText: string, divisionName: string, closedOn: string | null, serves: Array<string>, fields: Array<{ key: string, label: string, text: string }> } }> } };

export type WaysInQueryVariables = Exact<{ [key: string]: never; }>;


export type WaysInQuery = { oidcPlatform: string | null, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { token: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type RequestOwnCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestOwnCodeMutation = { requestOwnCode: boolean };

export type StepUpMutationVariables = Exact<{
  input: ProofInput;
}>;


export type StepUpMutation = { stepUp: { token: string } };

export type RequestVouchMutationVariables = Exact<{
  certificate: string;
}>;


export type RequestVouchMutation = { requestVouch: { code: string, ticket: string, expiresAt: string } };

export type VouchSignInMutationVariables = Exact<{
  ticket: string;
}>;


export type VouchSignInMutation = { vouchSignIn: { token: string | null } };

export type PolicyTableQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyTableQuery = { policyTable: { roles: Array<{ code: string, text: string }>, groups: Array<{ heading: string, rules: Array<{ action: string, says: string, roles: Array<string>, stepUp: boolean, notVouched: boolean, helper: Array<string> }> }> } };

export type RefusalRowFragment = { id: string, version: number, side: string, personName: string | null, postTitle: string | null, employerName: string | null, state: string, stateText: string, counted: number, limit: number, source: string, noticedOn: string, appealUntil: string, appeal: string | null, decision: string | null, decidedOn: string | null, barredUntil: string | null, canAppeal: boolean, canDecide: boolean };

export type RefusalCasesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RefusalCasesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, refusalCases: { totalCount: number, edges: Array<{ node: { id: string, version: number, side: string, personName: string | null, postTitle: string | null, employerName: string | null, state: string, stateText: string, counted: number, limit: number, source: string, noticedOn: string, appealUntil: string, appeal: string | null, decision: string | null, decidedOn: string | null, barredUntil: string | null, canAppeal: boolean, canDecide: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RefusalCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type RefusalCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, refusalCase: { id: string, version: number, side: string, personName: string | null, postTitle: string | null, employerName: string | null, state: string, stateText: string, counted: number, limit: number, source: string, noticedOn: string, appealUntil: string, appeal: string | null, decision: string | null, decidedOn: string | null, barredUntil: string | null, canAppeal: boolean, canDecide: boolean } };

export type AppealRefusalsMutationVariables = Exact<{
  id: string | number;
  text: string;
}>;


export type AppealRefusalsMutation = { appealRefusals: { id: string } };

export type DecideRefusalsMutationVariables = Exact<{
  input: DecideRefusalsInput;
}>;


export type DecideRefusalsMutation = { decideRefusals: { id: string } };

export type RevealSubjectQueryVariables = Exact<{
  field: string;
  subjectId: string | number;
}>;


export type RevealSubjectQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, revealSubject: { title: string, whose: string, reasons: Array<{ code: string, text: string }> } };

export type RevealMutationVariables = Exact<{
  input: RevealInput;
}>;


export type RevealMutation = { reveal: { title: string, whose: string, value: string, hiddenAt: string } };

export type RoundTierRowFragment = { status: string, statusText: string, basis: string, entrants: number | null };

export type RoundPostRowFragment = { postId: string, title: string, employerName: string, divisionName: string, seats: number, reserved: number, reservedFor: string | null, local: string | null, cutOffs: Array<string> };

export type RoundNextStepFragment = { step: string, stepText: string, when: string, from: string | null, before: string | null, turn: string };

export type MyApplicationQueryVariables = Exact<{
  id: string | number;
}>;


export type MyApplicationQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplication: { nextBy: string, declinable: boolean, referred: boolean, referralNote: string | null, released: boolean, releasable: boolean, shareNeeds: boolean, contactPhone: string, contactWay: string, needs: Array<string>, sharedNeeds: Array<string>, declineReason: string | null, id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, interview: { at: string, place: string, way: string } | null, offer: { monthlyWageYuan: string, startsOn: string, replyBy: string, acceptedOn: string | null } | null, post: { id: string, title: string, employerName: string } }, supportOffers: { open: boolean, kinds: Array<string>, asked: Array<{ id: string, kindText: string, occasionText: string, title: string, startsAt: string, stateText: string, state: string, providedBy: string | null, bookedFrom: string | null }> } };

export type ApplicationContactQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationContactQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplication: { id: string, releasable: boolean, shareNeeds: boolean, contactPhone: string, contactWay: string, needs: Array<string>, sharedNeeds: Array<string>, post: { title: string } }, applicationNeeds: Array<{ need: string, chosen: boolean, shared: boolean, tellable: boolean }> };

export type RespondToOfferMutationVariables = Exact<{
  input: RespondToOfferInput;
}>;


export type RespondToOfferMutation = { respondToOffer: { id: string } };

export type DeclineReferralMutationVariables = Exact<{
  input: DeclineReferralInput;
}>;


export type DeclineReferralMutation = { declineReferral: { id: string } };

export type ReleaseApplicationMutationVariables = Exact<{
  input: ReleaseApplicationInput;
}>;


export type ReleaseApplicationMutation = { releaseApplication: { id: string } };

export type ApplicationRowFragment = { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } };

export type MyApplicationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyApplicationsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WithdrawApplicationMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { id: string } };

export type ApplyFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } | null, applicationNeeds: Array<{ need: string, chosen: boolean, shared: boolean, tellable: boolean }>, myConsents: { purposes: Array<{ purpose: string, state: string }> } };

export type ApplyToPostMutationVariables = Exact<{
  input: ApplyToPostInput;
}>;


export type ApplyToPostMutation = { applyToPost: { id: string } };

export type BenefitRowFragment = { id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> };

export type GrantsQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, open: boolean }>, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type GrantFormQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { name: string, account: string | null } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, objectLabel: string, whoCan: Array<string>, papers: Array<string>, open: boolean }> };

export type GrantQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type ApplyForSchemeMutationVariables = Exact<{
  input: ApplyForSchemeInput;
}>;


export type ApplyForSchemeMutation = { applyForScheme: { id: string } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }> }, allocationRounds: { edges: Array<{ node: { id: string, title: string, mine: { number: number | null, listed: number, open: boolean } | null } }> }, myBenefits: Array<{ id: string, schemeName: string, stateText: string, nextStep: string | null }>, matchedPosts: { withheld: string | null, totalCount: number, edges: Array<{ node: { answer: string, score: number, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } } }> } };

export type FindingFragment = { rule: string, answer: string, message: string, needed: string, has: string, basis: string | null };

export type MatchedPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: MatchFilterInput | null | undefined;
}>;


export type MatchedPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myConsents: { purposes: Array<{ purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null, evidenceId: string | null }> }, matchedPosts: { withheld: string | null, totalCount: number, asOf: { late: boolean }, edges: Array<{ node: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } }, dismissed: { reasonText: string, changed: boolean } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MatchExplanationQueryVariables = Exact<{
  postId: string | number;
}>;


export type MatchExplanationQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } | null, matchExplanation: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, why: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, whyNot: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, changes: Array<{ moves: Array<string>, newAnswer: string }> } };

export type OpeningsFragment = { looked: number, fits: number, opens: Array<{ kind: string, says: string, postsOpened: number, atBest: boolean }>, blockedBy: Array<{ rule: string, word: string, posts: number, alone: number }> };

export type WhatOpensPostsQueryVariables = Exact<{
  personId?: string | number | null | undefined;
}>;


export type WhatOpensPostsQuery = { whatOpensPosts: { looked: number, fits: number, opens: Array<{ kind: string, says: string, postsOpened: number, atBest: boolean }>, blockedBy: Array<{ rule: string, word: string, posts: number, alone: number }> } };

export type MatchFacetsQueryVariables = Exact<{ [key: string]: never; }>;


export type MatchFacetsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, matchFacets: { remote: number, dismissed: number, answers: Array<{ code: string, posts: number }>, kinds: Array<{ code: string, posts: number }>, towns: Array<{ code: string, name: string | null, posts: number }>, within: Array<{ code: string, posts: number }> } };

export type MatchDismissalQueryVariables = Exact<{
  postId: string | number;
}>;


export type MatchDismissalQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } | null, dismissReasons: Array<{ code: string, text: string }>, matchDismissal: { reason: string, reasonText: string, note: string | null, at: string, undoUntil: string, undoable: boolean, changed: boolean } | null };

export type DismissMatchMutationVariables = Exact<{
  postId: string | number;
  reason: string;
  note?: string | null | undefined;
}>;


export type DismissMatchMutation = { dismissMatch: { postId: string } };

export type UndoDismissMatchMutationVariables = Exact<{
  postId: string | number;
}>;


export type UndoDismissMatchMutation = { undoDismissMatch: boolean };

export type MatchWhyQueryVariables = Exact<{
  postId: string | number;
  personId?: string | number | null | undefined;
}>;


export type MatchWhyQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } | null, matchExplanation: { answer: string, score: number, parts: { skill: number, travel: number, wage: number, hours: number, wish: number, freshness: number } | null, accommodations: Array<{ kind: string, payer: string }>, demands: Array<{ item: string, word: string, neededText: string, hasText: string, needed: number, has: number | null, left: number, answer: string, by: Array<string> }>, assessment: { assessor: string, assessedOn: string, validUntil: string | null } | null, why: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, whyNot: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, changes: Array<{ moves: Array<string>, effort: number, newAnswer: string }> } };

export type PersonMatchesQueryVariables = Exact<{
  personId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonMatchesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personConsents: { name: string }, fitting: { totalCount: number, edges: Array<{ node: { answer: string, score: number, reasons: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } }, dismissed: { reasonText: string, changed: boolean } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, unknown: { totalCount: number, edges: Array<{ node: { toAssess: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, origin: { officeName: string, phone: string | null, applyHere: boolean } | null, monthlyWageYuan: { low: string, high: string } } } }> }, whatOpensPosts: { looked: number, fits: number, opens: Array<{ kind: string, says: string, postsOpened: number, atBest: boolean }>, blockedBy: Array<{ rule: string, word: string, posts: number, alone: number }> } };

export type OwnMessagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OwnMessagesQuery = { smsWanted: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, messages: { totalCount: number, edges: Array<{ node: { id: string, text: string, createdAt: string, smsText: string, unread: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SetSmsWantedMutationVariables = Exact<{
  wanted: boolean;
}>;


export type SetSmsWantedMutation = { setSmsWanted: boolean };

export type MarkMessagesSeenMutationVariables = Exact<{
  upTo: string | number;
}>;


export type MarkMessagesSeenMutation = { markMessagesSeen: number };

export type OwnProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProfileQuery = { skillsAsked: Array<string>, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, ownProfile: { version: number, skills: Array<string>, wantsWork: boolean | null, wantedKinds: Array<string>, wantedWageYuan: string | null, commuteKm: number | null, mayShare: boolean, needs: Array<{ need: string, workplace: boolean, chosen: boolean, shared: boolean }> } | null };

export type SaveProfileSectionMutationVariables = Exact<{
  input: SaveProfileSectionInput;
}>;


export type SaveProfileSectionMutation = { saveProfileSection: { version: number } };

export type NewPhoneQueryVariables = Exact<{ [key: string]: never; }>;


export type NewPhoneQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { phone: string | null } | null };

export type WaitingPhoneQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingPhoneQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, waitingPhone: { maskedPhone: string, expiresAt: string } | null };

export type RequestPhoneCodeMutationVariables = Exact<{
  phone: string;
}>;


export type RequestPhoneCodeMutation = { requestPhoneCode: boolean };

export type ChangePhoneMutationVariables = Exact<{
  code: string;
}>;


export type ChangePhoneMutation = { changePhone: boolean };

export type ConsentWordsFragment = { purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null, evidenceId: string | null };

export type OwnRequestFragment = { id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { name: string, idNumber: string, certificate: string | null, certificateExpiresOn: string | null, phone: string | null, account: string | null, divisionName: string, residenceName: string | null, wantsWork: boolean | null, skills: Array<string> } | null, myConsents: { purposes: Array<{ state: string }> }, ownProfile: { sections: Array<{ section: string, done: boolean }> } | null, myData: { requests: Array<{ id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean }> } };

export type MyContactQueryVariables = Exact<{ [key: string]: never; }>;


export type MyContactQuery = { smsWanted: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { phone: string | null, divisionName: string, residenceName: string | null } | null };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myConsents: { purposes: Array<{ purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null, evidenceId: string | null }>, statutory: Array<{ code: string, title: string, data: string, why: string, basis: string }> } };

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myData: { open: Array<string>, graceDays: number, exportDays: number, requests: Array<{ id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean }>, kept: Array<{ what: string, until: string, source: string }> } };

export type SetConsentMutationVariables = Exact<{
  purpose: string;
  given: boolean;
}>;


export type SetConsentMutation = { setConsent: { purposes: Array<{ purpose: string, state: string }> } };

export type RequestMyDataMutationVariables = Exact<{
  kind: string;
}>;


export type RequestMyDataMutation = { requestMyData: { id: string, state: string } };

export type WithdrawMyDataRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawMyDataRequestMutation = { withdrawMyDataRequest: { id: string, state: string } };

export type MyRoundsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyRoundsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRounds: { totalCount: number, edges: Array<{ node: { id: string, title: string, divisionName: string, state: string, stateText: string, drawnOn: string, choicesUntil: string, publishedOn: string | null, posts: number, seats: number, mine: { number: number | null, listed: number, open: boolean, place: string | null, seat: string | null } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MyRoundQueryVariables = Exact<{
  id: string | number;
}>;


export type MyRoundQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRound: { id: string, title: string, divisionName: string, state: string, stateText: string, frozenOn: string, drawnOn: string, choicesUntil: string, contractsFrom: string, entrants: number | null, tiers: Array<{ status: string, statusText: string, basis: string, entrants: number | null }>, posts: Array<{ answer: string | null, postId: string, title: string, employerName: string, divisionName: string, seats: number, reserved: number, reservedFor: string | null, local: string | null, cutOffs: Array<string> }>, mine: { ticket: string, statuses: Array<string>, statusTexts: Array<string>, divisionCode: string, number: number | null, listHash: string | null, open: boolean, choices: Array<{ choice: number, postId: string, title: string }> } | null } };

export type MyRoundResultQueryVariables = Exact<{
  id: string | number;
}>;


export type MyRoundResultQuery = { myAllocationResult: { postId: string | null, title: string | null, kind: string | null, choice: number | null, why: Array<string> }, mySeat: { left: boolean, canLeave: boolean, offer: { id: string, title: string, employerName: string, divisionName: string, state: string, stateText: string, lastDay: string, late: boolean, answeredOn: string | null } | null, queues: Array<{ postId: string, title: string, ahead: number }> } | null };

export type MySeatViewFragment = { left: boolean, canLeave: boolean, offer: { id: string, title: string, employerName: string, divisionName: string, state: string, stateText: string, lastDay: string, late: boolean, answeredOn: string | null } | null, queues: Array<{ postId: string, title: string, ahead: number }> };

export type MySeatQueryVariables = Exact<{
  id: string | number;
}>;


export type MySeatQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, allocationRound: { id: string, title: string }, mySeat: { left: boolean, canLeave: boolean, offer: { id: string, title: string, employerName: string, divisionName: string, state: string, stateText: string, lastDay: string, late: boolean, answeredOn: string | null } | null, queues: Array<{ postId: string, title: string, ahead: number }> } | null };

export type SendChoicesMutationVariables = Exact<{
  input: SubmitChoicesInput;
}>;


export type SendChoicesMutation = { submitChoices: { listHash: string | null, choices: Array<{ choice: number, postId: string, title: string }> } };

export type MySupportQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MySupportQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, mySupport: { totalCount: number, edges: Array<{ node: { id: string, kindText: string, occasionText: string, title: string, startsAt: string, stateText: string, state: string, providedBy: string | null, bookedFrom: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MySupportRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type MySupportRequestQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, mySupportRequest: { id: string, version: number, kind: string, kindText: string, occasion: string, occasionText: string, applicationId: string | null, title: string, place: string, wayText: string | null, helpText: string | null, startsAt: string, minutes: number, state: string, stateText: string, gone: boolean, tellEmployer: boolean, providedBy: string | null, bookedFrom: string | null, bookedTo: string | null, deliveredMinutes: number | null, confirmedBy: string | null, reasonText: string | null, moves: Array<string> } };

export type AskSupportQueryVariables = Exact<{
  applicationId: string | number;
}>;


export type AskSupportQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplication: { id: string, released: boolean, post: { title: string }, interview: { at: string, place: string, way: string } | null }, supportOffers: { open: boolean, kinds: Array<string> } };

export type RequestSupportMutationVariables = Exact<{
  input: RequestSupportInput;
}>;


export type RequestSupportMutation = { requestSupport: { id: string } };

export type ShareSupportMutationVariables = Exact<{
  id: string | number;
  tellEmployer: boolean;
}>;


export type ShareSupportMutation = { shareSupport: { id: string } };

export type SupportTextFragment = { id: string, version: number, kind: string, kindText: string, occasion: string, occasionText: string, applicationId: string | null, title: string, place: string, wayText: string | null, helpText: string | null, startsAt: string, minutes: number, state: string, stateText: string, gone: boolean, tellEmployer: boolean, providedBy: string | null, bookedFrom: string | null, bookedTo: string | null, deliveredMinutes: number | null, confirmedBy: string | null, reasonText: string | null, moves: Array<string> };

export type SupportLineFragment = { id: string, kindText: string, occasionText: string, title: string, startsAt: string, stateText: string, state: string, providedBy: string | null, bookedFrom: string | null };

export type CancelSupportMutationVariables = Exact<{
  input: CancelSupportInput;
}>;


export type CancelSupportMutation = { cancelSupport: { id: string } };

export type CompleteSupportMutationVariables = Exact<{
  input: CompleteSupportInput;
}>;


export type CompleteSupportMutation = { completeSupport: { id: string } };

export type AttendanceSheetTextFragment = { postId: string, postTitle: string, employerName: string, townName: string, month: string, over: boolean, closedBy: string | null, closedOn: string | null, mayClose: boolean, rows: Array<{ placementId: string, name: string, from: string, to: string | null, servedDays: number, counts: string, countsText: string, entries: Array<{ id: string, serial: number, daysDue: number, daysPresent: number, reason: string | null, enteredBy: string, enteredOn: string, confirmedBy: string | null, mayConfirm: boolean }> }> };

export type AttendanceSheetQueryVariables = Exact<{
  postId: string | number;
  month?: string | null | undefined;
}>;


export type AttendanceSheetQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, unreadMessages: number | null, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, attendanceSheet: { postId: string, postTitle: string, employerName: string, townName: string, month: string, over: boolean, closedBy: string | null, closedOn: string | null, mayClose: boolean, rows: Array<{ placementId: string, name: string, from: string, to: string | null, servedDays: number, counts: string, countsText: string, entries: Array<{ id: string, serial: number, daysDue: number, daysPresent: number, reason: string | null, enteredBy: string, enteredOn: string, confirmedBy: string | null, mayConfirm: boolean }> }> } };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type RecordAttendanceMutation = { recordAttendance: { month: string } };

export type CloseAttendanceMutationVariables = Exact<{
  postId: string | number;
  month: string;
}>;


export type CloseAttendanceMutation = { closeAttendance: { month: string } };

export type ConfirmAttendanceMutationVariables = Exact<{
  entryId: string | number;
}>;


export type ConfirmAttendanceMutation = { confirmAttendance: { month: string } };

export const frameOnlyDocument = operation<FrameOnlyQuery, FrameOnlyQueryVariables>(
  'frameOnly',
  '56a20da56d8c8811d021e13baece554b52dbe73fe589651544bfb9811cb98e04',
);
export const ownIdNumberDocument = operation<OwnIdNumberQuery, OwnIdNumberQueryVariables>(
  'ownIdNumber',
  '529b926328e41568e80f13fad27bc66ee7740b3b8b5a4406b6fa45d1d26a634d',
);
export const keepOwnIdNumberDocument = operation<KeepOwnIdNumberMutation, KeepOwnIdNumberMutationVariables>(
  'keepOwnIdNumber',
  '5b176c0fc429932aabc1f4f4ea9a2af327c82fa0dcea9b683061aef882de9db8',
);
export const ownPasswordDocument = operation<OwnPasswordQuery, OwnPasswordQueryVariables>(
  'ownPassword',
  '14ac160da852da00e47140ed3498852cf2462a96841e2713f099ca753e2de72b',
);
export const changePasswordDocument = operation<ChangePasswordMutation, ChangePasswordMutationVariables>(
  'changePassword',
  '0fc24535cc61fa2948f8f5658e66d001a2130cd47366848f24fd2832ad4d879e',
);
export const ownSessionsDocument = operation<OwnSessionsQuery, OwnSessionsQueryVariables>(
  'ownSessions',
  '468656ae39ea7c4292572f5d8175380fdaee0b01b9f82375099f821e4b3b3fe4',
);
export const revokeSessionDocument = operation<RevokeSessionMutation, RevokeSessionMutationVariables>(
  'revokeSession',
  'ba006fbb1a398428c59bd72907b95430784d714fcb7640c14fa99804c7f87b2e',
);
export const revokeOtherSessionsDocument = operation<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>(
  'revokeOtherSessions',
  'e6babc13bb4010b7f2cec3f6c37abbabe0db71ae8c9855dada9522742dc5dc2e',
);
export const renewSecondFactorDocument = operation<RenewSecondFactorMutation, RenewSecondFactorMutationVariables>(
  'renewSecondFactor',
  '266cb8982857957e8b6cad6276a972754e7105048207bce76d0dd4f1e716ed36',
);
export const accountSetupDocument = operation<AccountSetupQuery, AccountSetupQueryVariables>(
  'accountSetup',
  'e786a1eeca9c912182e4a2780a2a8a3956e885aae5592d932682ab1aec36878e',
);
export const completeSetupDocument = operation<CompleteSetupMutation, CompleteSetupMutationVariables>(
  'completeSetup',
  '2df5727e156a8d25bbc794c52fd8e489a47fa0e7a965b131277b94c65c0ec034',
);
export const auditTrailDocument = operation<AuditTrailQuery, AuditTrailQueryVariables>(
  'auditTrail',
  '9c561f3f9b94d23694cbaef29fccc7aff8373b565e4518369dace9b63cde48b8',
);
export const verifyAuditTrailDocument = operation<VerifyAuditTrailMutation, VerifyAuditTrailMutationVariables>(
  'verifyAuditTrail',
  '9b322bec214b20331df5caa8c891a9ef1df0cf69ada26044164ad43c467d2466',
);
export const auditAnchorsDocument = operation<AuditAnchorsQuery, AuditAnchorsQueryVariables>(
  'auditAnchors',
  '07278d9bb965e351e55098c6999e9ab923216e903b12437f1a3937cd0d57cf7b',
);
export const personConsentsDocument = operation<PersonConsentsQuery, PersonConsentsQueryVariables>(
  'personConsents',
  '87fb05d0c588002434eb6530cb6ab4722840392c3145210a16566820ff251274',
);
export const recordConsentDocument = operation<RecordConsentMutation, RecordConsentMutationVariables>(
  'recordConsent',
  'f7eba934d8ac9da8420ec0d091122ba4f9b3c0865a5be5961291cf672a2315fe',
);
export const findPersonDocument = operation<FindPersonQuery, FindPersonQueryVariables>(
  'findPerson',
  '081865a7b1bc3de0f63dc195b993a6571d069958308d8921c7126c4bb5aa184a',
);
export const caseloadDocument = operation<CaseloadQuery, CaseloadQueryVariables>(
  'caseload',
  '187e0ef7377a1bbb656c97931d48074a711a21630ea0cf10f126f94c82bc25ca',
);
export const personCaseDocument = operation<PersonCaseQuery, PersonCaseQueryVariables>(
  'personCase',
  'bc5cc1e37f5971ad8089cd26845493324cadedeed67b760e8eeec763bf61176b',
);
export const recordVisitDocument = operation<RecordVisitMutation, RecordVisitMutationVariables>(
  'recordVisit',
  'e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
);
export const quotaGapsDocument = operation<QuotaGapsQuery, QuotaGapsQueryVariables>(
  'quotaGaps',
  'd25907665f787f805719c48cdbf61c009becef41d3888c33f3c326644734c884',
);
export const peopleForPostDocument = operation<PeopleForPostQuery, PeopleForPostQueryVariables>(
  'peopleForPost',
  '3855414bf10c9413382b4d56b326867ca2d7e544c8e7e0097c89c6f0309e87bc',
);
export const candidateAsksDocument = operation<CandidateAsksQuery, CandidateAsksQueryVariables>(
  'candidateAsks',
  '6cade057c59068ba96177841d760dc939049735de60a5c7f045e4f7c4fe19006',
);
export const dropCandidateAskDocument = operation<DropCandidateAskMutation, DropCandidateAskMutationVariables>(
  'dropCandidateAsk',
  'ffb55e72f48822ab2fd866cbeb934988f827dc177b3e707af7a5e05ba82df534',
);
export const personAssessmentsDocument = operation<PersonAssessmentsQuery, PersonAssessmentsQueryVariables>(
  'personAssessments',
  '20143834b49742724a8712f35149ec25f4941ad56218ee5c6fb0967600985b13',
);
export const saveFunctionalProfileDocument = operation<SaveFunctionalProfileMutation, SaveFunctionalProfileMutationVariables>(
  'saveFunctionalProfile',
  '8208290fa7ce6ad283fc1e9b885d501e8e41ed583a04593e3c2b28081a65314e',
);
export const referPostsDocument = operation<ReferPostsQuery, ReferPostsQueryVariables>(
  'referPosts',
  '4b243b12cf49b099348c3af93761ac72b608c5da970f9052ead5d8dac6a935e9',
);
export const referralsDocument = operation<ReferralsQuery, ReferralsQueryVariables>(
  'referrals',
  '4d7145c868345c540ca25c4d14f5d8bd9cc6dfddc4053a454f51214d45104af4',
);
export const referralDocument = operation<ReferralQuery, ReferralQueryVariables>(
  'referral',
  '8136a2d563ae541dad49e8e19a98d9a6feaa47bc0125e7059b75b5ef98cc9758',
);
export const referToPostDocument = operation<ReferToPostMutation, ReferToPostMutationVariables>(
  'referToPost',
  'c3b838710e23b5b145cea2179595d7a068a4a8450291df80df7930be24c60997',
);
export const recordRetentionDocument = operation<RecordRetentionMutation, RecordRetentionMutationVariables>(
  'recordRetention',
  '62c0e40504573a782403f8d49ea0294d588cecacfe6753ad1c697a7b42550c70',
);
export const supportDeskDocument = operation<SupportDeskQuery, SupportDeskQueryVariables>(
  'supportDesk',
  'c1324aa71d6f19821ffdb180755b6a25d0eb86a1af1994a8c4b010142f872635',
);
export const supportCaseDocument = operation<SupportCaseQuery, SupportCaseQueryVariables>(
  'supportCase',
  'e183e6052b78d5a5201efa686e4626aace40ef0b08a267c94782a13c5e880b4d',
);
export const supportForDocument = operation<SupportForQuery, SupportForQueryVariables>(
  'supportFor',
  'ca9891b286d738a540aed52bbad2085825092badbefddf252c4e25df72dd4496',
);
export const requestSupportForDocument = operation<RequestSupportForMutation, RequestSupportForMutationVariables>(
  'requestSupportFor',
  'f1cdfd24252b6842a0ae06a566eb01db2182dde128397f2c9e1d8b209a3ffbd0',
);
export const bookSupportDocument = operation<BookSupportMutation, BookSupportMutationVariables>(
  'bookSupport',
  'ece11995be8f5cd0b91bec5c03c0371f02f075e5f964aef512f9394927e49f55',
);
export const declineSupportDocument = operation<DeclineSupportMutation, DeclineSupportMutationVariables>(
  'declineSupport',
  'f398743c13e3717e018be5cfffe4a97ecb759a53bb11f4857abab4534ccb9fd9',
);
export const voucheeDocument = operation<VoucheeQuery, VoucheeQueryVariables>(
  'vouchee',
  'e86617946f250363fa748270b68b20d7a9c5b7ee70f5f59139cd979aaaa55ea6',
);
export const vouchDocument = operation<VouchMutation, VouchMutationVariables>(
  'vouch',
  'aa9af4dc9f7fa0447f5563dd7690054010e8f9b68a8f8723102c7dc9ec8050e1',
);
export const townWelfareDocument = operation<TownWelfareQuery, TownWelfareQueryVariables>(
  'townWelfare',
  'c2940364e38179bc63da4b0aaa141936dcc882b1f31e3a4f585f9926f52d4e86',
);
export const welfareProposalsDocument = operation<WelfareProposalsQuery, WelfareProposalsQueryVariables>(
  'welfareProposals',
  '7a34309417a2abde49ddae6359f6163b379933ba052052e6bdb3ac509c8d6d76',
);
export const newWelfareProposalDocument = operation<NewWelfareProposalQuery, NewWelfareProposalQueryVariables>(
  'newWelfareProposal',
  '9b1c99c4951321e8e7113d7f16a1416b45ae633f123204ca201c710d4d153465',
);
export const welfareProposalDocument = operation<WelfareProposalQuery, WelfareProposalQueryVariables>(
  'welfareProposal',
  'a87297400d45bf01ba4796276de9002817e4f04928e8b0bb48b09138bb66be50',
);
export const proposeWelfarePostDocument = operation<ProposeWelfarePostMutation, ProposeWelfarePostMutationVariables>(
  'proposeWelfarePost',
  '395cd2a29da6ba5b2c73f11c4c6810c56c4d736ab762f22f9b12c0e73c9f01fc',
);
export const decideWelfareProposalDocument = operation<DecideWelfareProposalMutation, DecideWelfareProposalMutationVariables>(
  'decideWelfareProposal',
  '794a0388c59224afae8b1d43165712606c517bc72dc5a514f105adacf8daa3a4',
);
export const assessmentDocument = operation<AssessmentQuery, AssessmentQueryVariables>(
  'assessment',
  '4f849e2d19cf6f66b2f41aa0258d6ffa9b0c99cbe6271f1c885035610dc7a392',
);
export const orgDocument = operation<OrgQuery, OrgQueryVariables>(
  'org',
  'ab027a12b5cf3bff844debc93f883fc2fb04abce69b9188c5c84b680bd73c102',
);
export const saveQuotaReturnDocument = operation<SaveQuotaReturnMutation, SaveQuotaReturnMutationVariables>(
  'saveQuotaReturn',
  'ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
);
export const membersDocument = operation<MembersQuery, MembersQueryVariables>(
  'members',
  'c3a771d324fa3653cfa390285cf0b69fef29b4323574a24531e209eb2e2c7ba1',
);
export const setMemberDocument = operation<SetMemberMutation, SetMemberMutationVariables>(
  'setMember',
  'cd6a723e00e19febb4a7f05a837e3092f3ae6efe75e42f458d9a8f53c7c3f7cd',
);
export const postApplicantsDocument = operation<PostApplicantsQuery, PostApplicantsQueryVariables>(
  'postApplicants',
  '95baff32087d020cd22def06423986698b06677de8d539704c982096bebf3768',
);
export const applicantDocument = operation<ApplicantQuery, ApplicantQueryVariables>(
  'applicant',
  '56e3b8db1eb317c9d8d5007a5126c9b8c1b4e6fedf37002081c46785199c10fa',
);
export const moveApplicationDocument = operation<MoveApplicationMutation, MoveApplicationMutationVariables>(
  'moveApplication',
  'db99f286a9ea7362ba5b8830643369a6767de63e806edc3658aeeaeaa597f8f1',
);
export const orgPostsDocument = operation<OrgPostsQuery, OrgPostsQueryVariables>(
  'orgPosts',
  'e4f22757d5a495cb9fb1379dcf345c54453e467dd53d63e4f61ba4d09e824db1',
);
export const newPostDocument = operation<NewPostQuery, NewPostQueryVariables>(
  'newPost',
  '717789f75759bc0c80290f8b4c7a71c7f8ad7f273c10100c83751d9ccb1acbd3',
);
export const checkPostDocument = operation<CheckPostQuery, CheckPostQueryVariables>(
  'checkPost',
  'b1ab930d0c8c19dbc6363163bdcd391dda65f9bdbc100b0801859bec6402ae20',
);
export const editPostDocument = operation<EditPostQuery, EditPostQueryVariables>(
  'editPost',
  'd0ee7f7b02bcbd9eff1241960917f60370f0b860c34cff23a4560bc2c897a702',
);
export const alikePostsDocument = operation<AlikePostsQuery, AlikePostsQueryVariables>(
  'alikePosts',
  '05fb7df0f70ebc5bc7ed2c05ac806c438c766798a257885161ac480615903b26',
);
export const savePostDocument = operation<SavePostMutation, SavePostMutationVariables>(
  'savePost',
  '362917c68d8ddabd008de1f60de08906a3fe4625566e4514b03b7491f183fdfa',
);
export const submitPostDocument = operation<SubmitPostMutation, SubmitPostMutationVariables>(
  'submitPost',
  '47acdbaa81a8ab28ab79e02a61e8e6bcc3ee9a033c699a1140869aea90dc127f',
);
export const withdrawPostDocument = operation<WithdrawPostMutation, WithdrawPostMutationVariables>(
  'withdrawPost',
  '11f36c5087b23a15c5c5bb9c10f61355186814f3216483266a89f3e36576c848',
);
export const postPeopleDocument = operation<PostPeopleQuery, PostPeopleQueryVariables>(
  'postPeople',
  '3abc869951bd3bda0155b919d8f0f9fea9e707c9f9c6ae02a9bf76b01c04cb59',
);
export const postCandidatesDocument = operation<PostCandidatesQuery, PostCandidatesQueryVariables>(
  'postCandidates',
  '08a947bbd9435254b1c6546bf3a78d3802716e2c3dcf08f6f554e6e9adcacf10',
);
export const askForCandidateDocument = operation<AskForCandidateMutation, AskForCandidateMutationVariables>(
  'askForCandidate',
  'b9566b63c4ebde21dec6bdaf25eacfce9ff455671d915d8fac6d8781d19797ff',
);
export const batchesDocument = operation<BatchesQuery, BatchesQueryVariables>(
  'batches',
  '333a27082d4c4b75559ce23840fa8e0e0df3990a0deff45fe5be31a1693c6528',
);
export const batchDocument = operation<BatchQuery, BatchQueryVariables>(
  'batch',
  '09bcaf25fb0001b7980e3b97b18c91c0fbe41bee0e5ed89769ac1ccc57f4a7e9',
);
export const sealBatchDocument = operation<SealBatchMutation, SealBatchMutationVariables>(
  'sealBatch',
  '64d1ab4d14800299e582a7c6ffee2465eedac97c9d7c655fb5e7804a4d26d177',
);
export const releaseBatchDocument = operation<ReleaseBatchMutation, ReleaseBatchMutationVariables>(
  'releaseBatch',
  'f14b577f1dcb56a59abe24daa4cc5aa7ce125807224bd8b95e2944f15377ebc8',
);
export const exportBatchDocument = operation<ExportBatchMutation, ExportBatchMutationVariables>(
  'exportBatch',
  'db323389a5fb33545679237cf272f7d7661641db101fdfffb74bf3d3933782d7',
);
export const sandboxBankRunDocument = operation<SandboxBankRunMutation, SandboxBankRunMutationVariables>(
  'sandboxBankRun',
  '05f0afcaa25f26bfe1cc296de5c4547136f49892ead911af805ff89b741d8aaa',
);
export const envelopesDocument = operation<EnvelopesQuery, EnvelopesQueryVariables>(
  'envelopes',
  '51d08f72366a293d5dcc25d9821e948411fd25a0675b10e2bd3c5bb1227e8f55',
);
export const ledgerDocument = operation<LedgerQuery, LedgerQueryVariables>(
  'ledger',
  '92b42ad6fd2041d2dd63bdd24e70d48753b8a0856b8a53db0ad45ae9df14f878',
);
export const importBankReturnDocument = operation<ImportBankReturnMutation, ImportBankReturnMutationVariables>(
  'importBankReturn',
  '4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
);
export const helperDocument = operation<HelperQuery, HelperQueryVariables>(
  'helper',
  '5ea14c80b4be3665b10ea8fcaabbe5f175eb0e02c0c63c798735e58596b838b6',
);
export const helpLogDocument = operation<HelpLogQuery, HelpLogQueryVariables>(
  'helpLog',
  'bb73384c23b62c8d7e7d0d312cfc931de357eb6c27df8296ede4847383309576',
);
export const startActingDocument = operation<StartActingMutation, StartActingMutationVariables>(
  'startActing',
  '0775059b3414088200de445f48c4579a517f7297c32c9db3601e51ff9c0dc113',
);
export const stopActingDocument = operation<StopActingMutation, StopActingMutationVariables>(
  'stopActing',
  '62594c726b585186ccfd9c5b32c8ae82c7b2684d449c63e5545532a86d39e706',
);
export const helpersDocument = operation<HelpersQuery, HelpersQueryVariables>(
  'helpers',
  '764c238f941962c0c24f84c5c70ff2784e7c9392a60735b8b6630f77bc49d96d',
);
export const helperFormDocument = operation<HelperFormQuery, HelperFormQueryVariables>(
  'helperForm',
  'ab2bca7ac5fdbc194a1d3e3f2d8d1b139dceb446b9007def570d66a81b16ae86',
);
export const requestDelegationCodeDocument = operation<RequestDelegationCodeMutation, RequestDelegationCodeMutationVariables>(
  'requestDelegationCode',
  '74a7debd1c99b9b343dbe407861f5ac6d4272184db48a53d8edf20e69f15e3ec',
);
export const grantDelegationDocument = operation<GrantDelegationMutation, GrantDelegationMutationVariables>(
  'grantDelegation',
  '2f863770d9f735fe7e7f9a6e8aefc9859df8e8614335fa3d279851eeedaaa1df',
);
export const revokeDelegationDocument = operation<RevokeDelegationMutation, RevokeDelegationMutationVariables>(
  'revokeDelegation',
  '9960bebc8f223bc33ca9df9d781c3f0d01c4b431caa1661878b0e1ac7eeabe5c',
);
export const importJobDocument = operation<ImportJobQuery, ImportJobQueryVariables>(
  'importJob',
  '261f27ccfd230f59a51c79efdeb416cbf69d7b123b6e5a8f92d7f502c93a4255',
);
export const importRowDocument = operation<ImportRowQuery, ImportRowQueryVariables>(
  'importRow',
  '7d9e96d1da64463fa693def9631cbdea83ea288003f8c1166e4212b92f2c7428',
);
export const fixImportRowDocument = operation<FixImportRowMutation, FixImportRowMutationVariables>(
  'fixImportRow',
  'c65ea1a6a4e655d28f04dc652512eb96a18f200d44c719ac5193998829f10200',
);
export const commitImportDocument = operation<CommitImportMutation, CommitImportMutationVariables>(
  'commitImport',
  '05a703d54e07421d90c91952790ea47eff94ad48599e42c9aa6b49d600739bbc',
);
export const discardImportDocument = operation<DiscardImportMutation, DiscardImportMutationVariables>(
  'discardImport',
  'af9998db95a53a8393081164f388002d2632f365e93c7f76eef0a99f1d74bb69',
);
export const ownLicencesDocument = operation<OwnLicencesQuery, OwnLicencesQueryVariables>(
  'ownLicences',
  '13fd321e20aa847755011e2784b93322158dbcb68ab44d01a7f4f1a2bf008235',
);
export const ownLicenceFormDocument = operation<OwnLicenceFormQuery, OwnLicenceFormQueryVariables>(
  'ownLicenceForm',
  'ccf1e0a72be630129d8ec97edcad8080d197f0b3ab6c8ac17f5f4f273c957e04',
);
export const personLicencesDocument = operation<PersonLicencesQuery, PersonLicencesQueryVariables>(
  'personLicences',
  '48335c08d7935d50c15af917cc9be9c53744e34ca30ad04d983b42fb6a08425a',
);
export const personLicenceFormDocument = operation<PersonLicenceFormQuery, PersonLicenceFormQueryVariables>(
  'personLicenceForm',
  '304d3e4e26935a49edc9b89762bce7b817bcd08a95bfce9d229aeec6bf8b06ee',
);
export const saveOwnLicenceDocument = operation<SaveOwnLicenceMutation, SaveOwnLicenceMutationVariables>(
  'saveOwnLicence',
  '3d5dfb67ec7db8535c096ec5b6483d207699845297ede07b8cab70384e719255',
);
export const removeOwnLicenceDocument = operation<RemoveOwnLicenceMutation, RemoveOwnLicenceMutationVariables>(
  'removeOwnLicence',
  'c7abbb659bfa618102aa5312cdb8671c22463f1b801e2c4eac0bebf2b097cb8f',
);
export const sayOwnLicencesDocument = operation<SayOwnLicencesMutation, SayOwnLicencesMutationVariables>(
  'sayOwnLicences',
  '99a4586af39fae7b7b9d8e2d860625979e8752f68f668735591494a5e66707d5',
);
export const savePersonLicenceDocument = operation<SavePersonLicenceMutation, SavePersonLicenceMutationVariables>(
  'savePersonLicence',
  '93bdeb975936a46901181079088f50b18d3fd6fd1c3b191dd335840dc5cee051',
);
export const seeLicenceDocument = operation<SeeLicenceMutation, SeeLicenceMutationVariables>(
  'seeLicence',
  '1cac0ab1294d5f924fc72d8c64010952e0e95d1aed779cd0506d58ce747a8fcf',
);
export const removePersonLicenceDocument = operation<RemovePersonLicenceMutation, RemovePersonLicenceMutationVariables>(
  'removePersonLicence',
  '923dc89969d981605130ed2410ae8155b4ccc79af2dc7a695504e1eff966fdaa',
);
export const sayPersonLicencesDocument = operation<SayPersonLicencesMutation, SayPersonLicencesMutationVariables>(
  'sayPersonLicences',
  '7fb347b6cd07f4112763283c3409107b7b6f34f0e63de954d687cf705e6e0531',
);
export const applicationQueueDocument = operation<ApplicationQueueQuery, ApplicationQueueQueryVariables>(
  'applicationQueue',
  'dd713c057d33737766b923b1691d828704220b28648ce29c57ed191d96600e12',
);
export const applicationCaseDocument = operation<ApplicationCaseQuery, ApplicationCaseQueryVariables>(
  'applicationCase',
  '6f11fdd1e8e76d7c7115c039ad17b93a647ba668f7ead14e74b56ceca7fb3835',
);
export const decideApplicationDocument = operation<DecideApplicationMutation, DecideApplicationMutationVariables>(
  'decideApplication',
  'dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
);
export const complianceBoardDocument = operation<ComplianceBoardQuery, ComplianceBoardQueryVariables>(
  'complianceBoard',
  'd36514fa0a8b5b7ae1b544a6301840bd6cc5005cabb3b8df1634d0fc16b51aaf',
);
export const dataRequestsDocument = operation<DataRequestsQuery, DataRequestsQueryVariables>(
  'dataRequests',
  '790a40b1b51b245036708e1491c1e8727e0e2ba7f8d44248944da2da91f8b6ca',
);
export const dataRequestDocument = operation<DataRequestQuery, DataRequestQueryVariables>(
  'dataRequest',
  '2aec7b1d8984a9278ef37a8a699c114273e60c9dd573d42d7d37f50a7cf0a47f',
);
export const decideDataRequestDocument = operation<DecideDataRequestMutation, DecideDataRequestMutationVariables>(
  'decideDataRequest',
  '15ab093876b0f0af3d5cde2e9f426c67ae7c8e9763c653d431ed8a6d8db76698',
);
export const setLegalHoldDocument = operation<SetLegalHoldMutation, SetLegalHoldMutationVariables>(
  'setLegalHold',
  'cd62359c96d0924e1cc4a7ddb083ee790eece7d2981ec105dc60b43351d00b8d',
);
export const employerAccountsDocument = operation<EmployerAccountsQuery, EmployerAccountsQueryVariables>(
  'employerAccounts',
  '3bd57f59f40c71a9648d53b16c33877e86f7b680d8cab60bbf6f1e717ec2791a',
);
export const openEmployerAccountDocument = operation<OpenEmployerAccountMutation, OpenEmployerAccountMutationVariables>(
  'openEmployerAccount',
  'eddfddf05882fb556f9551072b3b5ee627257dd961eca0d035f27caa0f5235c5',
);
export const feedbackDeskDocument = operation<FeedbackDeskQuery, FeedbackDeskQueryVariables>(
  'feedbackDesk',
  'ea467c2282342b1bbfab1990b4b1f4d44c45d4f525b2355a9757e6b618e31a88',
);
export const feedbackCaseDocument = operation<FeedbackCaseQuery, FeedbackCaseQueryVariables>(
  'feedbackCase',
  'b63a2d1ff0fba01be56a63e53743bbc5f6d8bef260571cd34de0801a2cbf2f48',
);
export const answerFeedbackDocument = operation<AnswerFeedbackMutation, AnswerFeedbackMutationVariables>(
  'answerFeedback',
  'cfd5fe051cd710b922603337d2125c2b9a60b6579757d8fde87802d6372cb692',
);
export const officeDocument = operation<OfficeQuery, OfficeQueryVariables>(
  'office',
  'e969258f6559ccd13c173980b06f4a94aa8c3086db2b84e49742e4bfd8edada0',
);
export const feedbackWaitingDocument = operation<FeedbackWaitingQuery, FeedbackWaitingQueryVariables>(
  'feedbackWaiting',
  'f7212d907c5f0eabb2c96fcabfe7bc3b360b3c2fea449ac2c7aa3d3f7e2fafe9',
);
export const householdMembersDocument = operation<HouseholdMembersQuery, HouseholdMembersQueryVariables>(
  'householdMembers',
  '80206122fb6efa576501740e633714a07a8c66aa3f48017ed56df3bf2195a73e',
);
export const householdMemberDocument = operation<HouseholdMemberQuery, HouseholdMemberQueryVariables>(
  'householdMember',
  'ac489e580b8245394d134d7c09de06bc8aad913194a87464c9ed8447533db588',
);
export const enterHouseholdMemberDocument = operation<EnterHouseholdMemberMutation, EnterHouseholdMemberMutationVariables>(
  'enterHouseholdMember',
  '34ce9a84b141f544a87abbbdace44f044b9de3ca77e331e3f5f258da98fab237',
);
export const roundMembersDocument = operation<RoundMembersQuery, RoundMembersQueryVariables>(
  'roundMembers',
  '1dca1cb6075f5a1967bde00a679e63716f4b97b501c73f9d54a0d384c705e4c9',
);
export const roundMemberDocument = operation<RoundMemberQuery, RoundMemberQueryVariables>(
  'roundMember',
  '6e2a9ca5f763891d27d306a532dc11e9ba1b32272a67675c8da1871a49eb868b',
);
export const enterMemberChoicesDocument = operation<EnterMemberChoicesMutation, EnterMemberChoicesMutationVariables>(
  'enterMemberChoices',
  '0a7928a2c4913f1ca75beb8e1e557db9e38c4eb7ef9f04bd4d16397d6f0c3845',
);
export const officeNoticeDocument = operation<OfficeNoticeQuery, OfficeNoticeQueryVariables>(
  'officeNotice',
  '843451ea02d7f914ac80ecd93e128877b471ac721b4aea131c725dc0e11f7081',
);
export const decideObjectionDocument = operation<DecideObjectionMutation, DecideObjectionMutationVariables>(
  'decideObjection',
  'f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
);
export const officeNoticesDocument = operation<OfficeNoticesQuery, OfficeNoticesQueryVariables>(
  'officeNotices',
  '2b33a84e21bcbb0e3227e322fc3da4339460ef8255764731b3e6909cd6f060e8',
);
export const publishNoticeDocument = operation<PublishNoticeMutation, PublishNoticeMutationVariables>(
  'publishNotice',
  '2e2855bb679157bb003a2bbe3692d536535ac878673ed7cd8e0d688298bf79fb',
);
export const closeNoticeDocument = operation<CloseNoticeMutation, CloseNoticeMutationVariables>(
  'closeNotice',
  'ed54a8397c2506a30dfe567637e52d943c6d96d16fda776dafdb74415fbe1215',
);
export const sharedPostsDocument = operation<SharedPostsQuery, SharedPostsQueryVariables>(
  'sharedPosts',
  'c0c721d8f8f2d4bf12d392c82bb131d2bf17575c482bc39e48f02440cd3fa5c7',
);
export const sharedPostDocument = operation<SharedPostQuery, SharedPostQueryVariables>(
  'sharedPost',
  'b17680051fe85007ef69f7cd941b5df1cd8769b0647585c6cb2e1a3c7764677e',
);
export const saveSourceOfficeDocument = operation<SaveSourceOfficeMutation, SaveSourceOfficeMutationVariables>(
  'saveSourceOffice',
  '37c98a154a84a375f83a3d5f10aded23fe948e89dff8ac421afed909a7fe9ae8',
);
export const hideSharedPostDocument = operation<HideSharedPostMutation, HideSharedPostMutationVariables>(
  'hideSharedPost',
  '050e75d1a7671631d497767415b7046ed485a7ff6f820395b3f42bce0eae089a',
);
export const showSharedPostDocument = operation<ShowSharedPostMutation, ShowSharedPostMutationVariables>(
  'showSharedPost',
  '6b6a6ca2c5902048dcebf86f3eca1235f3dddd89c4f750151c473593c8f104f0',
);
export const stalePostsDocument = operation<StalePostsQuery, StalePostsQueryVariables>(
  'stalePosts',
  'dbc8c73166982555c407f740db3c593e3a10120f9969e0105fb3936c402dd453',
);
export const confirmPostDocument = operation<ConfirmPostMutation, ConfirmPostMutationVariables>(
  'confirmPost',
  '02188c6b02f098cb08dbb41c9bb44b1b0b129107b5ccef7531f837cab1153403',
);
export const postPairsDocument = operation<PostPairsQuery, PostPairsQueryVariables>(
  'postPairs',
  '8f499747c57b6d2b814c0e63cd69cd9b196e4b96eaad6a254e55f455e2d67cc9',
);
export const decidePostPairDocument = operation<DecidePostPairMutation, DecidePostPairMutationVariables>(
  'decidePostPair',
  '92c8a3c0a2ebab8b6b8fdf5e6522344a2448de13ccf34cdab8b6e0427f5988ea',
);
export const reopenPostPairDocument = operation<ReopenPostPairMutation, ReopenPostPairMutationVariables>(
  'reopenPostPair',
  '865ffa84399b57321ba588b5b17b7783155e223e110371f5bf50449153905fef',
);
export const officePostsDocument = operation<OfficePostsQuery, OfficePostsQueryVariables>(
  'officePosts',
  '3826ea1e17ccfb6b013048cf502f024e146b68f82f61465f313dc66800ff8d25',
);
export const officePostDocument = operation<OfficePostQuery, OfficePostQueryVariables>(
  'officePost',
  '140d1e09bc19ca61b08a51b55e450645b2a29e400895e9cbaabc4c4b5ce35735',
);
export const officePostsFileDocument = operation<OfficePostsFileQuery, OfficePostsFileQueryVariables>(
  'officePostsFile',
  '68674d69c010052972b3e3c46382e3066bd06596a6957f676247f2fcbe552de6',
);
export const officeApplicantsDocument = operation<OfficeApplicantsQuery, OfficeApplicantsQueryVariables>(
  'officeApplicants',
  '373629cfff9c7ed0ecccda7773634cfbda10cda8c657de5ace6ae6f6f55cb13a',
);
export const referralsFileDocument = operation<ReferralsFileQuery, ReferralsFileQueryVariables>(
  'referralsFile',
  '43498506164d5c0c1ab51d4dc2454e71c286a5aa77ecbd9a814096014497f78e',
);
export const workProjectsDocument = operation<WorkProjectsQuery, WorkProjectsQueryVariables>(
  'workProjects',
  '732f9ea98d955c3e66ff73a65f426e2780bab3542d5aefc3ff4a6c31a70608ab',
);
export const workProjectDocument = operation<WorkProjectQuery, WorkProjectQueryVariables>(
  'workProject',
  '738ec5581560bbbd8f4ba7665aa93d5fe2d8703185818e0936a959be1b2c2ee2',
);
export const editProjectDocument = operation<EditProjectQuery, EditProjectQueryVariables>(
  'editProject',
  'e428c87039b3c0ee0bba222a5a0241824e7473df1bfbcbe062936cfd1c5e4efc',
);
export const projectPostsDocument = operation<ProjectPostsQuery, ProjectPostsQueryVariables>(
  'projectPosts',
  '8eb07b92fa4da93671bf3d3ee06449c487600844a2676c9e8cd0888d9039ae25',
);
export const saveProjectDocument = operation<SaveProjectMutation, SaveProjectMutationVariables>(
  'saveProject',
  '6bfce8ec424150b31067a1ef465387971a32c21b1ce64d38260d35d12ff08c15',
);
export const closeProjectDocument = operation<CloseProjectMutation, CloseProjectMutationVariables>(
  'closeProject',
  '8c8d55b194d3dad35295870f8425ee6264dc63bc1679294a8492adb2d706bb8f',
);
export const addProjectPostDocument = operation<AddProjectPostMutation, AddProjectPostMutationVariables>(
  'addProjectPost',
  '2602802c32181b084d7a503d665e15143d0ce85514268f3c2c90501e07a86e83',
);
export const registerListDocument = operation<RegisterListQuery, RegisterListQueryVariables>(
  'registerList',
  '5affe86d8a38201ff9ece897199a1f310d42a8f0418dad700202fde329c6ccf7',
);
export const registerGapListDocument = operation<RegisterGapListQuery, RegisterGapListQueryVariables>(
  'registerGapList',
  '5820dbbb0ad88953f760164343d73fa3ddbe97d25363bd4669e78887b1d98abb',
);
export const registerSheetDocument = operation<RegisterSheetQuery, RegisterSheetQueryVariables>(
  'registerSheet',
  '46453da13bd2700f2a27e975e312a802d3c160a1492f0bccd7361002b0de068e',
);
export const registerFileDocument = operation<RegisterFileQuery, RegisterFileQueryVariables>(
  'registerFile',
  '2dad8510d698061b2bc30d253e06b4a7e9829307a262c6d671eaabf5f33c8742',
);
export const newRegisterEntryDocument = operation<NewRegisterEntryQuery, NewRegisterEntryQueryVariables>(
  'newRegisterEntry',
  '4e35649524a74a44c8477ac73650a6133c8ec4bf04c71ff76cc0d341222597d3',
);
export const editRegisterEntryDocument = operation<EditRegisterEntryQuery, EditRegisterEntryQueryVariables>(
  'editRegisterEntry',
  '2f5d36f38f72502e1a8e539b2136cff3ffeccffd01ed31265c0714132101098c',
);
export const saveRegisterEntryDocument = operation<SaveRegisterEntryMutation, SaveRegisterEntryMutationVariables>(
  'saveRegisterEntry',
  'f741567642bd2708f2677e340ddb764fe30cb03189d24af4915ca833de0669a5',
);
export const exportRegisterDocument = operation<ExportRegisterMutation, ExportRegisterMutationVariables>(
  'exportRegister',
  'f6c7bfda238eed63e5d754979cec6f5caf9ea8940082a22d6aab12430fc6fc6d',
);
export const officeRoundsDocument = operation<OfficeRoundsQuery, OfficeRoundsQueryVariables>(
  'officeRounds',
  '8f255b1cd85e9b8e60fff456d399a7fc491a175215a91b9329aec9288981cd0f',
);
export const newRoundDocument = operation<NewRoundQuery, NewRoundQueryVariables>(
  'newRound',
  '0db2ea6c4e2d2f8cc233c54f6aa3f64e6fa8259f93a7c895dcf8067af8f7e669',
);
export const officeRoundDocument = operation<OfficeRoundQuery, OfficeRoundQueryVariables>(
  'officeRound',
  '112b3aee876516dd37371a6d9c53f8657f2bb95ee6b339dc8f69a39f278b8dbc',
);
export const announceRoundDocument = operation<AnnounceRoundMutation, AnnounceRoundMutationVariables>(
  'announceRound',
  '908e62cf143808945b31af6eefd1e3690e624c9783e1136836cf630078912582',
);
export const simulateRoundDocument = operation<SimulateRoundMutation, SimulateRoundMutationVariables>(
  'simulateRound',
  '2e47e147d398df3d6553f1e80a08878b9d216e92a9a65809e1636e8fcde1dafc',
);
export const freezeRoundDocument = operation<FreezeRoundMutation, FreezeRoundMutationVariables>(
  'freezeRound',
  '8782403d3ee2adccdcb88150c7a8c7dd4d7426055023be13d30c3bacfb36227e',
);
export const drawRoundDocument = operation<DrawRoundMutation, DrawRoundMutationVariables>(
  'drawRound',
  'fac421de69efe9de5b210a705884e3a987e2ad3a4aa358b6bd769665e422aef3',
);
export const runRoundDocument = operation<RunRoundMutation, RunRoundMutationVariables>(
  'runRound',
  '8283d4e420c6cfdaa77cb48d0276e81467c84c27cb98e709a2a9323cddf929bf',
);
export const publishRoundResultDocument = operation<PublishRoundResultMutation, PublishRoundResultMutationVariables>(
  'publishRoundResult',
  'cdaf94662c98023aaac895a2c8a34e57fb73968ed587b464799b6b3a28cbcf2a',
);
export const roundFileDocument = operation<RoundFileQuery, RoundFileQueryVariables>(
  'roundFile',
  'fc6dda267c4ad5575817fd76a7d1fa52a87144ea591b1d7f6d333a92ef67319c',
);
export const roundsWaitingDocument = operation<RoundsWaitingQuery, RoundsWaitingQueryVariables>(
  'roundsWaiting',
  'cbaa630cc775af5b841020cd1db9dc1a31a14e0ae6867c7888616085ecc01ad9',
);
export const officeRulesDocument = operation<OfficeRulesQuery, OfficeRulesQueryVariables>(
  'officeRules',
  'aa39287001bdc55981b200876154f2b8075a62f2425bd1c9ad737660c7f08d3a',
);
export const officeRuleKindsDocument = operation<OfficeRuleKindsQuery, OfficeRuleKindsQueryVariables>(
  'officeRuleKinds',
  'dbfbf5f56651f5153fd560ebb5f240f996130cb87cde6e9e88189028b54c10a0',
);
export const officeRuleDocument = operation<OfficeRuleQuery, OfficeRuleQueryVariables>(
  'officeRule',
  '43777c8340fe866cb78b8ca1425d5a78c5e9c52c03867ed6b8a46efce63f0e70',
);
export const officeRuleTrialDocument = operation<OfficeRuleTrialQuery, OfficeRuleTrialQueryVariables>(
  'officeRuleTrial',
  'f2430d94e1398faf4c89044f44dfb714b3d0986750b2740399e6f8db54b04f2d',
);
export const enterRuleDocument = operation<EnterRuleMutation, EnterRuleMutationVariables>(
  'enterRule',
  '3edbaef155e77c8cd1421c3d8c3301239325deca60d7160593fe6e40b76e768d',
);
export const tryRuleDocument = operation<TryRuleMutation, TryRuleMutationVariables>(
  'tryRule',
  '885a1df186872a9514e3614f89e5e962f95b0a0f9610bbebdb4f768802aa9a87',
);
export const confirmRuleDocument = operation<ConfirmRuleMutation, ConfirmRuleMutationVariables>(
  'confirmRule',
  'dc3a22df8224b7ab30dc6aac70d4db2fb9a9a8a25f384fea107889c64d4370bc',
);
export const withdrawRuleDocument = operation<WithdrawRuleMutation, WithdrawRuleMutationVariables>(
  'withdrawRule',
  'd481df2db97bd29843047701fc3ee5a4808593793f82b15bf9bfa5443eb46cf8',
);
export const roundSeatsDocument = operation<RoundSeatsQuery, RoundSeatsQueryVariables>(
  'roundSeats',
  'f4d1cda467f801291ad2ccb77e46ec1f74470c6cf91aa2dce184cbf7c7d01e5d',
);
export const seatOfferDocument = operation<SeatOfferQuery, SeatOfferQueryVariables>(
  'seatOffer',
  'b983833f4e9688058f64839428b4d9517007a9a4a46614f41cde4bbc640e8c26',
);
export const seatVisitsDocument = operation<SeatVisitsQuery, SeatVisitsQueryVariables>(
  'seatVisits',
  '7392ba44acd6d6841e1c96ca589e91bbc977a6757329fcc181dc7144d044530e',
);
export const sendSeatOffersDocument = operation<SendSeatOffersMutation, SendSeatOffersMutationVariables>(
  'sendSeatOffers',
  '6e9652132a085902f100d82d64ea91d0e7454ce0971d4f9cb0088c38056bf38b',
);
export const continueAllocationDocument = operation<ContinueAllocationMutation, ContinueAllocationMutationVariables>(
  'continueAllocation',
  '19caf6b5a7b1e6f943f0be7c0940760271609f12ded906cd0b423c83be2b3dde',
);
export const releaseSeatDocument = operation<ReleaseSeatMutation, ReleaseSeatMutationVariables>(
  'releaseSeat',
  'af34ac51405145f4a54d3494a5cd0906e9e3b25bce951c8c935a6da219b1b1a9',
);
export const beginSeatDocument = operation<BeginSeatMutation, BeginSeatMutationVariables>(
  'beginSeat',
  '69d6ddeffe839bf4dcebf220d3a4a01737dcc759f7fc350e73b07ad40eb7d0bf',
);
export const respondToSeatDocument = operation<RespondToSeatMutation, RespondToSeatMutationVariables>(
  'respondToSeat',
  '13246fc0430d3e4f3eedef7c2e4d7a56b7040cb63dd3f226c51854209f83e205',
);
export const leaveRoundDocument = operation<LeaveRoundMutation, LeaveRoundMutationVariables>(
  'leaveRound',
  '4c73a47b70996f0d197d7813b7be2009ee54b5999ef447059b857d57a78f16a3',
);
export const recordSeatVisitDocument = operation<RecordSeatVisitMutation, RecordSeatVisitMutationVariables>(
  'recordSeatVisit',
  '9569f004549cbfc9c4ad5f84a26cccbeb81573de25b258bdc923ae58ca257153',
);
export const supportCostsDocument = operation<SupportCostsQuery, SupportCostsQueryVariables>(
  'supportCosts',
  '162ab7d98b6bc14f0389d725712e9ea7a0e2e1e0a0d08e65444325e56906d7b3',
);
export const supportProvidersDocument = operation<SupportProvidersQuery, SupportProvidersQueryVariables>(
  'supportProviders',
  '6100a5f07b592f7f81fb67de1f6a28f9ede37adf9b3ce57e45d8fc55ecfc308f',
);
export const supportWaitingDocument = operation<SupportWaitingQuery, SupportWaitingQueryVariables>(
  'supportWaiting',
  'b537713731eb309a7fc7c299c195a7f1dee6a501ceeca3f650ea5469f6912bf7',
);
export const saveSupportProviderDocument = operation<SaveSupportProviderMutation, SaveSupportProviderMutationVariables>(
  'saveSupportProvider',
  '82bec7b77d424c09902f11bf3477483dc83a5a5111a4e45496144482811130bb',
);
export const usersDocument = operation<UsersQuery, UsersQueryVariables>(
  'users',
  '9b712eec250bb2d89ea6f2fd8c7b3d3ae98e4b768644b8d785744e063e39c589',
);
export const userDocument = operation<UserQuery, UserQueryVariables>(
  'user',
  '06c889efa6768abaaacef1cf23ae65e3ca29a75d23da99c8349e47d21efb3bec',
);
export const createAccountDocument = operation<CreateAccountMutation, CreateAccountMutationVariables>(
  'createAccount',
  '5fd886fd52cef8bbf1af1d8145906c478759418f7e6f136209fd0c166d188552',
);
export const setRolesDocument = operation<SetRolesMutation, SetRolesMutationVariables>(
  'setRoles',
  '3aacb1c18d82da9064bbf810324d61451a49e8bbf3b2fc5a5cac3bcde2a8a143',
);
export const decideRolesDocument = operation<DecideRolesMutation, DecideRolesMutationVariables>(
  'decideRoles',
  'b2b32d8aefd853080a46d4eceb50a7b402c72ecd76d54d2fcf739b848ac482d6',
);
export const setAccountDisabledDocument = operation<SetAccountDisabledMutation, SetAccountDisabledMutationVariables>(
  'setAccountDisabled',
  '311c9a3b055869f88d5c941097cf639664a797dbc431e85a8df8c9fd93a6c74e',
);
export const resetAccountDocument = operation<ResetAccountMutation, ResetAccountMutationVariables>(
  'resetAccount',
  'cdc8ba1d9b3d2d23bbcebd0198c713bd2fd39cd1b8194a9f26fb980983e4b87b',
);
export const officeWelfareDocument = operation<OfficeWelfareQuery, OfficeWelfareQueryVariables>(
  'officeWelfare',
  '23519eab80a797d418fc8628fbdee795c4d965179773553e96dfb29f686614aa',
);
export const welfarePostsDocument = operation<WelfarePostsQuery, WelfarePostsQueryVariables>(
  'welfarePosts',
  'cbabf72c2adce420b39d24b23074dd22d3f8acb631e1ca5dbf4105ef8fad0425',
);
export const welfarePeopleDocument = operation<WelfarePeopleQuery, WelfarePeopleQueryVariables>(
  'welfarePeople',
  '9fa5f3666f3f7dd71ef9789893683ab20ae200532ccde9d14150bc6b282e0f3e',
);
export const welfarePersonDocument = operation<WelfarePersonQuery, WelfarePersonQueryVariables>(
  'welfarePerson',
  '3396b5a8ca2360f26499a869e657b80d39fb367737152f9139136cb4049749e9',
);
export const recordSeatsInUseDocument = operation<RecordSeatsInUseMutation, RecordSeatsInUseMutationVariables>(
  'recordSeatsInUse',
  'd20992776fc046dd0dee3569918866e63b6ab9289a2eb01a856e30614039a970',
);
export const beginWelfareExitDocument = operation<BeginWelfareExitMutation, BeginWelfareExitMutationVariables>(
  'beginWelfareExit',
  '06ebcd79c25c39c11236db6b915a65c51de3b05b502183f38e71d05a4a902338',
);
export const decideWelfareExitDocument = operation<DecideWelfareExitMutation, DecideWelfareExitMutationVariables>(
  'decideWelfareExit',
  'bbd5e277e65f18b537a70446a59919fb17b221ecb263577aefbb7e4789bc1826',
);
export const placementsDocument = operation<PlacementsQuery, PlacementsQueryVariables>(
  'placements',
  'f2a5e2a4687c7075651b4bd966fa7bf0f3f14acdc2c5ea5660e14925f654735d',
);
export const placementFileDocument = operation<PlacementFileQuery, PlacementFileQueryVariables>(
  'placementFile',
  '551ff95a3b98fa0f06671f1c5391feb30b433245e042a3e3597fbd504b808edc',
);
export const placementPersonDocument = operation<PlacementPersonQuery, PlacementPersonQueryVariables>(
  'placementPerson',
  '3179ee7c8b0889d542feea293927de444e4121292c6d28fb795eb76c1241f526',
);
export const recordPlacementDocument = operation<RecordPlacementMutation, RecordPlacementMutationVariables>(
  'recordPlacement',
  'fea6d31e20856a6b4f6e947d5d761737cd4fe0403ab2d08bbd027505e08d32f8',
);
export const recordOutcomeDocument = operation<RecordOutcomeMutation, RecordOutcomeMutationVariables>(
  'recordOutcome',
  '30823193a83bedc5b040e9892fc45e8eeb1fdef802eb1ed9644feba07bb2f8a8',
);
export const endPlacementDocument = operation<EndPlacementMutation, EndPlacementMutationVariables>(
  'endPlacement',
  '2a8440ef95a954cab0348c26d6bb26a2c9e739748fb07b80143e7eb26af6cfe4',
);
export const requestCodeDocument = operation<RequestCodeMutation, RequestCodeMutationVariables>(
  'requestCode',
  'e961f71e6d67d3e54a83900a84ae5e74d7f02033a57cf106e66eaee3cd32ae1e',
);
export const verifyCodeDocument = operation<VerifyCodeMutation, VerifyCodeMutationVariables>(
  'verifyCode',
  '86eac2e4a888ac756dab276814ad24b5ca700725af99dcdfe5481feaabdc67ef',
);
export const demoSmsDocument = operation<DemoSmsQuery, DemoSmsQueryVariables>(
  'demoSms',
  'c92c1051f530e82218aae0b3cdaf65a1a5bd4b03aba9d3f8901e8f971a6dc1a2',
);
export const demoDocument = operation<DemoQuery, DemoQueryVariables>(
  'demo',
  'd9e903366fee7f52409e34238d1034777d98e6be1e1fb9212214487719ca4d2e',
);
export const advanceDemoTimeDocument = operation<AdvanceDemoTimeMutation, AdvanceDemoTimeMutationVariables>(
  'advanceDemoTime',
  'd4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
);
export const feedbackFormDocument = operation<FeedbackFormQuery, FeedbackFormQueryVariables>(
  'feedbackForm',
  '463fb2e7aef5905032817658a21ac5e314f35dc49f2179ebce9a2c54054c98c8',
);
export const sendFeedbackDocument = operation<SendFeedbackMutation, SendFeedbackMutationVariables>(
  'sendFeedback',
  '8c70c2d4af57d9b9950d89c712b5dc4b50a3fd7bdb00fafc9e87ee1cd0035728',
);
export const homeDocument = operation<HomeQuery, HomeQueryVariables>(
  'home',
  '27cfee9701a815b237e598bd9f2eff346b75ce4c41c3dd640220f01ff28e4d8c',
);
export const publicPostsDocument = operation<PublicPostsQuery, PublicPostsQueryVariables>(
  'publicPosts',
  'bc601801f7ed6d52a4301b50f84e6cb1f10e1b8966b1d9cfc9548d340aefe77e',
);
export const publicPostDocument = operation<PublicPostQuery, PublicPostQueryVariables>(
  'publicPost',
  '831f24c61bfb16aa6b2426022d3ae6ac79a51a7c07827a5598dc9800a6d054f2',
);
export const levyFormDocument = operation<LevyFormQuery, LevyFormQueryVariables>(
  'levyForm',
  '5df93c3555d57a7b7910037bd6089d5086c82426fc8057f64da1979aa52900af',
);
export const levyEstimateDocument = operation<LevyEstimateQuery, LevyEstimateQueryVariables>(
  'levyEstimate',
  '931c5b953f776ef3ad60c2bad6eed105450fe1b45b45d736263ebd8e3e7580be',
);
export const publicNoticesDocument = operation<PublicNoticesQuery, PublicNoticesQueryVariables>(
  'publicNotices',
  '5008742bf50ce87a8226d6509e71a6469872fe488594b589d04e274a16111c77',
);
export const publicNoticeDocument = operation<PublicNoticeQuery, PublicNoticeQueryVariables>(
  'publicNotice',
  '74fce0828e88515acd8bf6566cc762f814561a2e0d9763e288dea88b283d3ca1',
);
export const lodgeObjectionDocument = operation<LodgeObjectionMutation, LodgeObjectionMutationVariables>(
  'lodgeObjection',
  'a927b9aca6fa63ac744cc2bf33e2c14743eb40179ae16f813fe6dbc6d59a846c',
);
export const oidcStartDocument = operation<OidcStartMutation, OidcStartMutationVariables>(
  'oidcStart',
  'b258a17839a2b0bf78b7c49392311ec17134c27ffa7fc5d7cdacd3b10bca7599',
);
export const oidcFinishDocument = operation<OidcFinishMutation, OidcFinishMutationVariables>(
  'oidcFinish',
  '27848fc388aee41f9261373f3e5e17594e8fe963e8e5bf220457421fd5f71f59',
);
export const publicProjectsDocument = operation<PublicProjectsQuery, PublicProjectsQueryVariables>(
  'publicProjects',
  '91967770c9e721ee93b0f389a0caaf4d05c25eeb73e5dc3e20337234da07d4a1',
);
export const publicRoundsDocument = operation<PublicRoundsQuery, PublicRoundsQueryVariables>(
  'publicRounds',
  '8bbf9e56905718f8c8529a6dc563df9bef0dd3a5f6f2150544e457004c8ea99a',
);
export const publicRoundDocument = operation<PublicRoundQuery, PublicRoundQueryVariables>(
  'publicRound',
  '62a9660be49797bd538f92125294b8f847546a5ad258e4203cb32eb9ce64401d',
);
export const servicePointsDocument = operation<ServicePointsQuery, ServicePointsQueryVariables>(
  'servicePoints',
  '9d9ef10b671657bdbf2d43bb31784c95d04edf20500cf31857103de2a3efc318',
);
export const waysInDocument = operation<WaysInQuery, WaysInQueryVariables>(
  'waysIn',
  '340c3d93f28124ed5085378b0eb551c5a5bc4d4d81cb5eea9490fe1fd1e54c8f',
);
export const signInDocument = operation<SignInMutation, SignInMutationVariables>(
  'signIn',
  'f820edb380607717fbdc7be11b9dd51da12109a5217eb8b7dfe42179340f03da',
);
export const signOutDocument = operation<SignOutMutation, SignOutMutationVariables>(
  'signOut',
  '2e0f7193b501a58d7dfb1dd09ca128107824d3a5d9205f6c18384e68b46cb638',
);
export const requestOwnCodeDocument = operation<RequestOwnCodeMutation, RequestOwnCodeMutationVariables>(
  'requestOwnCode',
  'cdc873f3ec1645a6946d51f714326d407a5977cacb1b8137fe3e098fe49d25fc',
);
export const stepUpDocument = operation<StepUpMutation, StepUpMutationVariables>(
  'stepUp',
  '2cf751691e1bbbbaf8ad6ec38e6f2dd9b8700e622445b24d2cbd87bbd39401a7',
);
export const requestVouchDocument = operation<RequestVouchMutation, RequestVouchMutationVariables>(
  'requestVouch',
  'aa3825b074543d822b669e433a2023222f452ae847a043535e2ca51bd86a508a',
);
export const vouchSignInDocument = operation<VouchSignInMutation, VouchSignInMutationVariables>(
  'vouchSignIn',
  '08d8d5129bf39da49cf7f7d4768a161a0babffc507e388eb5f36e59907213a2a',
);
export const policyTableDocument = operation<PolicyTableQuery, PolicyTableQueryVariables>(
  'policyTable',
  '6961178013c10da65ec3411d765424fe557191ebf92d0b1f6d9130354491b58c',
);
export const refusalCasesDocument = operation<RefusalCasesQuery, RefusalCasesQueryVariables>(
  'refusalCases',
  '98d99c0a5ca8b4364e49e62003b5cdb0211b7534ecd8a0cd6147a724fcafd7c1',
);
export const refusalCaseDocument = operation<RefusalCaseQuery, RefusalCaseQueryVariables>(
  'refusalCase',
  '0a574a1c03da9c1b4cde847609b469023b6e36e126e4daf5fbe3e00bc8168580',
);
export const appealRefusalsDocument = operation<AppealRefusalsMutation, AppealRefusalsMutationVariables>(
  'appealRefusals',
  '9e5f95c021f883e4db3bdc30e070c4f8f0ad0363bdf20f6c5a34f1055bc554eb',
);
export const decideRefusalsDocument = operation<DecideRefusalsMutation, DecideRefusalsMutationVariables>(
  'decideRefusals',
  '29014035b54ca1b7d58598be675b3c4cef988480005c03949550fa02166ccd63',
);
export const revealSubjectDocument = operation<RevealSubjectQuery, RevealSubjectQueryVariables>(
  'revealSubject',
  '2594e3649983398cc9b1f88bddb3a3c8b18984acd8282ff27a385d75fd7dd72d',
);
export const revealDocument = operation<RevealMutation, RevealMutationVariables>(
  'reveal',
  '857d5a0d77aff0d4a42969190e474fa2d8bf6226cc0cc188135f1f592c4bcb9b',
);
export const myApplicationDocument = operation<MyApplicationQuery, MyApplicationQueryVariables>(
  'myApplication',
  '74a67b4920f30138697a238e04153c4ea2bf4fa7918f848927c067cb02a65fc5',
);
export const applicationContactDocument = operation<ApplicationContactQuery, ApplicationContactQueryVariables>(
  'applicationContact',
  '473e2e4ceffca7ed2df28686fde156b0ef15d792ba8b610250005b36133a5ffc',
);
export const respondToOfferDocument = operation<RespondToOfferMutation, RespondToOfferMutationVariables>(
  'respondToOffer',
  '5416857e186bc1b69ef44f59ff3798530811ce3e6dc3c095f13903322c3e3a2e',
);
export const declineReferralDocument = operation<DeclineReferralMutation, DeclineReferralMutationVariables>(
  'declineReferral',
  '042e07c6c380e09b7e0f1bd48cb6696548e76b8acd1cec467113be77c2f7f3e4',
);
export const releaseApplicationDocument = operation<ReleaseApplicationMutation, ReleaseApplicationMutationVariables>(
  'releaseApplication',
  'f2692b5c968dd60011bfbfb93face65416804be6851f24a9651136a4b230b171',
);
export const myApplicationsDocument = operation<MyApplicationsQuery, MyApplicationsQueryVariables>(
  'myApplications',
  'c17c4a5c91eb92bdb6a75ea561eadbf1fb10e124acd670b55ea5d26c39cb1438',
);
export const withdrawApplicationDocument = operation<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>(
  'withdrawApplication',
  '00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
);
export const applyFormDocument = operation<ApplyFormQuery, ApplyFormQueryVariables>(
  'applyForm',
  '1759d00de018761719f776104e1dd7c6a9d0615924ff97331b0f88f772e5018c',
);
export const applyToPostDocument = operation<ApplyToPostMutation, ApplyToPostMutationVariables>(
  'applyToPost',
  'cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
);
export const grantsDocument = operation<GrantsQuery, GrantsQueryVariables>(
  'grants',
  '6b6f85c744665075e04fa9eb808040c41e68713441058405d28cc39dc69e6774',
);
export const grantFormDocument = operation<GrantFormQuery, GrantFormQueryVariables>(
  'grantForm',
  'fc2cb451f779448cc767675a4c358588a8b1f67e9ef2cf5776b34435120fe26d',
);
export const grantDocument = operation<GrantQuery, GrantQueryVariables>(
  'grant',
  '55e490c08fabe1ac705bbe872ad1a83900ba73851024e2d1fd1163b1bcb3904b',
);
export const applyForSchemeDocument = operation<ApplyForSchemeMutation, ApplyForSchemeMutationVariables>(
  'applyForScheme',
  'c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
);
export const meDocument = operation<MeQuery, MeQueryVariables>(
  'me',
  'ce93a6c506d7219401fea0e4489b4506f22b89b9ea4747e9ec4bda8c3904c53d',
);
export const matchedPostsDocument = operation<MatchedPostsQuery, MatchedPostsQueryVariables>(
  'matchedPosts',
  '7a809eceb884f3d2c9b97090c33a98a22c7283166b6dd00bd3d0c649d1b5e57d',
);
export const matchExplanationDocument = operation<MatchExplanationQuery, MatchExplanationQueryVariables>(
  'matchExplanation',
  'b644b15f0f6cd7f13db59396f85efa60467e08bebd031d3e4e745c86d171f949',
);
export const whatOpensPostsDocument = operation<WhatOpensPostsQuery, WhatOpensPostsQueryVariables>(
  'whatOpensPosts',
  '8214f0fcc152b22ac9887f334142e8b1b73cad0d7b7d5f56c475b36a744ed10a',
);
export const matchFacetsDocument = operation<MatchFacetsQuery, MatchFacetsQueryVariables>(
  'matchFacets',
  'b38d3370c8625c3624b46518a86eb9afca668c7f793af57aa9588b78e7f60d32',
);
export const matchDismissalDocument = operation<MatchDismissalQuery, MatchDismissalQueryVariables>(
  'matchDismissal',
  '06d3a0a24ba18e15e3447c8fb3793668f860b41f64a863e9fa248086df0c7b98',
);
export const dismissMatchDocument = operation<DismissMatchMutation, DismissMatchMutationVariables>(
  'dismissMatch',
  '17fca06082f003b225727da9dc9a851508dad08d54cace756f6123d922325157',
);
export const undoDismissMatchDocument = operation<UndoDismissMatchMutation, UndoDismissMatchMutationVariables>(
  'undoDismissMatch',
  'e8788b6e70d24745e70148fdbfb28ad7680297695bc6331b8c694c548eb34e3e',
);
export const matchWhyDocument = operation<MatchWhyQuery, MatchWhyQueryVariables>(
  'matchWhy',
  'e12b1626acb23b34b2490d46d9472b855e75e4c76db3eabb254f18c90b21ea44',
);
export const personMatchesDocument = operation<PersonMatchesQuery, PersonMatchesQueryVariables>(
  'personMatches',
  'f23a8714de920f48db462193ae07f345c0a0e407c9c578786e73b96e507998fa',
);
export const ownMessagesDocument = operation<OwnMessagesQuery, OwnMessagesQueryVariables>(
  'ownMessages',
  '42877d24fab234fca6e78ec892e3a246011693403061bdbab948c5e614c2faa1',
);
export const setSmsWantedDocument = operation<SetSmsWantedMutation, SetSmsWantedMutationVariables>(
  'setSmsWanted',
  'ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
);
export const markMessagesSeenDocument = operation<MarkMessagesSeenMutation, MarkMessagesSeenMutationVariables>(
  'markMessagesSeen',
  'e3a746b8270c839492b5d63e0d60ab0e808f8d99edacd3b61cd322ff1f31e653',
);
export const ownProfileDocument = operation<OwnProfileQuery, OwnProfileQueryVariables>(
  'ownProfile',
  'ab249c4ff9221786d8975be29354354fbe91f886bb6cc34c9ce07883b55c78ee',
);
export const saveProfileSectionDocument = operation<SaveProfileSectionMutation, SaveProfileSectionMutationVariables>(
  'saveProfileSection',
  '208938b275d2e63220982def86badee073229b6c4c5f5a18bc2a0331a260a823',
);
export const newPhoneDocument = operation<NewPhoneQuery, NewPhoneQueryVariables>(
  'newPhone',
  'd5bc06518093199b99d5934ef19526e5232b94cae0929ceaf1d0e29f1df39b86',
);
export const waitingPhoneDocument = operation<WaitingPhoneQuery, WaitingPhoneQueryVariables>(
  'waitingPhone',
  'ad5d0af3e33eb70d33f7b68aeff23f2117ce3b2256038a4593ccdbf3489fd362',
);
export const requestPhoneCodeDocument = operation<RequestPhoneCodeMutation, RequestPhoneCodeMutationVariables>(
  'requestPhoneCode',
  'b15971ee23826f8f8806b8fd383e19a58fb7a3b7a3823764fc837bbe20541673',
);
export const changePhoneDocument = operation<ChangePhoneMutation, ChangePhoneMutationVariables>(
  'changePhone',
  '23dd56ae72bac01e3b387ffd39a8173b576f4a55215b19a6a2c4cfff39b9eaec',
);
export const myProfileDocument = operation<MyProfileQuery, MyProfileQueryVariables>(
  'myProfile',
  '8451609b4efee141df4fbf80406496e5c3fa3420f75cce6a1fc048c24d07a657',
);
export const myContactDocument = operation<MyContactQuery, MyContactQueryVariables>(
  'myContact',
  'd6abacd6734b29576d18b44b84114688a32c9a5a850f2559368eb0ccf31428ce',
);
export const myConsentsDocument = operation<MyConsentsQuery, MyConsentsQueryVariables>(
  'myConsents',
  '4c9458ed04101d3a841ccd953cd06bbc3bbf4f026587f7c548f3ad88c66f96ff',
);
export const myDataDocument = operation<MyDataQuery, MyDataQueryVariables>(
  'myData',
  '25a4cb12682db81f14deda08e919d290a5a3e555a3a203992b41ca1ba15cf64f',
);
export const setConsentDocument = operation<SetConsentMutation, SetConsentMutationVariables>(
  'setConsent',
  '9ab894796f62ebaa2644cc4c0e01149d19c0252c9ae999b8d7c9dd347f1a6ddc',
);
export const requestMyDataDocument = operation<RequestMyDataMutation, RequestMyDataMutationVariables>(
  'requestMyData',
  'ee7dce59c894efbdb692f76531d2ae798fa95a042c3e1293797704f3820673fd',
);
export const withdrawMyDataRequestDocument = operation<WithdrawMyDataRequestMutation, WithdrawMyDataRequestMutationVariables>(
  'withdrawMyDataRequest',
  'ca797a8a32592831e3a4ebb65155db217511de59adb9f384bcbd5836a4215193',
);
export const myRoundsDocument = operation<MyRoundsQuery, MyRoundsQueryVariables>(
  'myRounds',
  'dec2484cd0e361e803b79fd8a9eecb2e89e727d99441b96375408b556bf9f8fc',
);
export const myRoundDocument = operation<MyRoundQuery, MyRoundQueryVariables>(
  'myRound',
  '45730fcca1e8f7aa9a8b9f5a0078a2216e979f04b1b6edffc47e965ce850e6f7',
);
export const myRoundResultDocument = operation<MyRoundResultQuery, MyRoundResultQueryVariables>(
  'myRoundResult',
  '13cfff2721bbde17d0f084df08074ccca8eb38c60b1a1f348ae1478999ea0e37',
);
export const mySeatDocument = operation<MySeatQuery, MySeatQueryVariables>(
  'mySeat',
  '36a96c0f5f95f32929fd7990b53dc0b39f4ce24d17b968ada3419137e98a928f',
);
export const sendChoicesDocument = operation<SendChoicesMutation, SendChoicesMutationVariables>(
  'sendChoices',
  '0a9394367bcfa6e691a5c3c7a20492c31cab47568b52ff7f2b2251197e9e4668',
);
export const mySupportDocument = operation<MySupportQuery, MySupportQueryVariables>(
  'mySupport',
  'd4af437b55869636a9c97ee3e1354e776c43d8c4471c9c760ade556abbe4fbd0',
);
export const mySupportRequestDocument = operation<MySupportRequestQuery, MySupportRequestQueryVariables>(
  'mySupportRequest',
  '3ed27cd6f4a401927064424e432a175d467b23f8486a0c3ca19ad97e3a23892b',
);
export const askSupportDocument = operation<AskSupportQuery, AskSupportQueryVariables>(
  'askSupport',
  '1a59f84d2a674763b4084fb39f31533a816c50bb6fd2f49445f3a704a89809f9',
);
export const requestSupportDocument = operation<RequestSupportMutation, RequestSupportMutationVariables>(
  'requestSupport',
  '01e61a491255b4ef6cd0e4a70d8cdc19ed189b8fa08f12aba5b28cdea26d7eb7',
);
export const shareSupportDocument = operation<ShareSupportMutation, ShareSupportMutationVariables>(
  'shareSupport',
  '66b0bdd45c117ac2ccde65972c43452837fe29e86ca83a4e327bde3ee13c28df',
);
export const cancelSupportDocument = operation<CancelSupportMutation, CancelSupportMutationVariables>(
  'cancelSupport',
  '53737c5e848ab234b9e4ed1dcb33371be813aabc2be48dcc52aa09b0b0136b6f',
);
export const completeSupportDocument = operation<CompleteSupportMutation, CompleteSupportMutationVariables>(
  'completeSupport',
  'ddeaffc95de2529631851a874d19a3fb8826c05637fb2bf0aaf64983b6a451be',
);
export const attendanceSheetDocument = operation<AttendanceSheetQuery, AttendanceSheetQueryVariables>(
  'attendanceSheet',
  'a02c30616f1b5c6ba834bfc3052f2a9de5c214babc5b2ed52c79e2bd4bd1afad',
);
export const recordAttendanceDocument = operation<RecordAttendanceMutation, RecordAttendanceMutationVariables>(
  'recordAttendance',
  '955cc15890738a423515f9ff7f507d047a8338e5c296de9e7a8099d6b60a788f',
);
export const closeAttendanceDocument = operation<CloseAttendanceMutation, CloseAttendanceMutationVariables>(
  'closeAttendance',
  '9caa37a771cba1997a3fd01ddd88228d3737da0a23fed5650cefd29b74232e69',
);
export const confirmAttendanceDocument = operation<ConfirmAttendanceMutation, ConfirmAttendanceMutationVariables>(
  'confirmAttendance',
  '6ac7db5d2380f150d580f03b4b1ea9a0a2ed73f5b3f1317761859610e6cccacf',
);
