// Made by scripts/generate-gql.mjs from the .gql documents and apps/api/schema.graphql. Do not edit.
import { operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
};

export type CompleteSetupInput = {
  /** Wanted by a link whose purpose is ACCOUNT */
  password?: string | null | undefined;
  token: string;
  /** What the authenticator shows: proves that it has the secret */
  totp: string;
};

export type CreateAccountInput = {
  displayName: string;
  divisionCode: string;
  /** 身份证号, so that one person has one account; only its blind index is kept */
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

export type DecideObjectionInput = {
  id: string | number;
  /** UPHELD: the line will not pass; DISMISSED: it may */
  outcome: string;
  reason: string;
};

export type FixImportRowInput = {
  cells: Array<ImportCellInput>;
  importId: string | number;
  row: number;
  /** Of the row, as it was read */
  version: number;
};

export type ImportCellInput = {
  key: string;
  /** Empty: the cell is blank */
  value: string;
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

export type ProofInput = {
  /** 备用码, instead of totp */
  recoveryCode?: string | null | undefined;
  /** 动态码, six digits */
  totp?: string | null | undefined;
};

export type PublicPostFilter = {
  /** Work place: 2 to 12 digits; posts in it and below */
  divisionCode?: string | null | undefined;
  /** A kind of post */
  kind?: string | null | undefined;
  /** Still open on this day, YYYY-MM-DD; today at the earliest */
  onDay?: string | null | undefined;
  /** true: only work at home */
  remote?: boolean | null | undefined;
  /** Part of the title or of the name of the employer */
  text?: string | null | undefined;
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

export type ReleaseBatchInput = {
  id: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
};

export type SealBatchInput = {
  envelopeId: string | number;
  /** Made by the client, 8 to 80 letters, digits or dashes: the same content gets the same reply */
  idempotencyKey: string;
};

export type SignInInput = {
  account: string;
  password: string;
  /** 备用码, instead of totp */
  recoveryCode?: string | null | undefined;
  /** 动态码; optional in demo mode */
  totp?: string | null | undefined;
};

export type VerifyCodeInput = {
  /** 登录码, six digits */
  code: string;
  /** One of the choices, where several people share the phone */
  personId?: string | number | null | undefined;
  phone: string;
};

export type FrameViewerFragment = { displayName: string, roles: Array<string>, divisionCode: string, countyName: string };

export type FrameOnlyQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameOnlyQuery = { viewer: { id: string, displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, sessions: Array<{ id: string, current: boolean, kind: string, agent: string, signedInAt: string, lastSeenAt: string }>, secondFactor: { enabled: boolean, recoveryCodesLeft: number } };

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

export type CaseRowFragment = { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null };

export type CaseloadQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type CaseloadQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, caseload: { totalCount: number, edges: Array<{ node: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PersonCaseQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, personCase: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, employment: string | null, wantsWork: boolean | null, skills: Array<string>, visits: Array<{ id: string, visitedOn: string, met: string, needs: Array<string>, nextStep: string | null, nextOn: string | null, note: string | null, recordedBy: string }>, applications: Array<{ id: string, stateText: string, post: { title: string } }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { recordVisit: { id: string } };

export type AssessmentQueryVariables = Exact<{
  year: number;
}>;


export type AssessmentQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, assessment: { year: number, factYear: number, employerName: string, stateText: string, final: boolean, requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, outcomeText: string, levyYuan: string, warnings: Array<string>, monthly: Array<{ month: number, headcount: number, counted: string }>, hires: Array<{ name: string, maskedCertificate: string, months: Array<{ month: number, counts: string, reasonText: string | null }> }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }>, parameters: Array<{ code: string, value: string, source: string, status: string, origin: string, answer: string }> } | null };

export type ReturnFactsFragment = { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null };

export type OrgQueryVariables = Exact<{
  year: number;
}>;


export type OrgQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, quotaReturn: { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null } };

export type SaveQuotaReturnMutationVariables = Exact<{
  input: QuotaReturnInput;
}>;


export type SaveQuotaReturnMutation = { saveQuotaReturn: { year: number } };

export type BatchRowFragment = { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BatchesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ready: { totalCount: number }, batches: { totalCount: number, edges: Array<{ node: { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type BatchQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, batch: { totalInCapitals: string, sha256: string, sealedBy: string | null, releasedBy: string | null, exportId: string | null, id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string, payouts: Array<{ id: string, stateText: string, payeeName: string, maskedAccount: string, amountYuan: string, paidOn: string | null, failure: string | null }> } };

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
}>;


export type ExportBatchMutation = { exportBatch: { exportId: string, fileName: string, sha256: string } };

export type SandboxBankRunMutationVariables = Exact<{
  batchId: string | number;
}>;


export type SandboxBankRunMutation = { sandboxBankRun: { exportId: string, fileName: string } };

export type EnvelopeRowFragment = { id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string };

export type EnvelopesQueryVariables = Exact<{ [key: string]: never; }>;


export type EnvelopesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }> };

export type LedgerQueryVariables = Exact<{
  envelopeId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ledger: { totalCount: number, edges: Array<{ node: { id: string, bookedOn: string, event: string, memo: string, debit: string, credit: string, amountYuan: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ImportBankReturnMutationVariables = Exact<{
  importId: string | number;
  idempotencyKey: string;
}>;


export type ImportBankReturnMutation = { importBankReturn: { paid: number, failed: number, unchanged: number, totalYuan: string } };

export type ImportJobQueryVariables = Exact<{
  id: string | number;
  afterRow: number;
}>;


export type ImportJobQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, importJob: { id: string, kind: string, kindTitle: string, fileName: string, state: string, rows: number, new: number, changed: number, unchanged: number, wrong: number, warned: number, committedRows: number, unknownColumns: Array<string>, codes: Array<{ code: string, severity: string, count: number }>, problems: Array<{ row: number | null, column: string | null, code: string, severity: string, message: string, hint: string, typed: string | null }> } };

export type ImportRowQueryVariables = Exact<{
  id: string | number;
  row: number;
}>;


export type ImportRowQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, importRow: { row: number, state: string, version: number, cells: Array<{ key: string, header: string, value: string }>, problems: Array<{ column: string | null, severity: string, message: string, hint: string }> } };

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

export type ApplicationQueueQueryVariables = Exact<{
  step: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ApplicationQueueQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, applicationQueue: { totalCount: number, edges: Array<{ node: { id: string, schemeName: string, applicantName: string, divisionName: string, amountYuan: string, stateText: string, submittedOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ApplicationCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, applicationCase: { id: string, version: number, schemeName: string, applicantName: string, divisionName: string, object: string, periodText: string, hours: number, feeYuan: string, amountYuan: string, maskedAccount: string, state: string, stateText: string, step: string | null, blocked: string | null, submittedOn: string, eligibility: { eligible: boolean, reasons: Array<{ rule: string, passed: boolean, message: string, basis: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, decisions: Array<{ step: string, by: string, at: string, outcome: string, reason: string | null }> } };

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


export type ComplianceBoardQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, complianceBoard: { totalCount: number, edges: Array<{ node: { employerId: string, employerName: string, divisionName: string, stateText: string, employees: string | null, countedHires: string | null, shortfall: string | null, placementRatio: string | null, outcomeText: string | null, levyYuan: string | null, problem: { message: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type OfficeQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, review: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> }, approve: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> } };

export type OfficeNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicNotice: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string, lineCount: number } | null, objections: Array<{ id: string, serial: number | null, state: string, text: string, contact: string | null, reason: string | null, lodgedOn: string, answerBy: string }> };

export type DecideObjectionMutationVariables = Exact<{
  input: DecideObjectionInput;
}>;


export type DecideObjectionMutation = { decideObjection: { id: string } };

export type OfficeNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  schemeCode: string;
}>;


export type OfficeNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, noticeCandidates: { count: number, totalYuan: string }, schemes: Array<{ code: string, name: string }>, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublishNoticeMutationVariables = Exact<{
  input: PublishNoticeInput;
}>;


export type PublishNoticeMutation = { publishNotice: { id: string, title: string } };

export type CloseNoticeMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type CloseNoticeMutation = { closeNotice: { id: string } };

export type UserRowFragment = { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, change: { id: string, roles: Array<string>, own: boolean } | null };

export type UsersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type UsersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, accounts: { totalCount: number, edges: Array<{ node: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type UserQueryVariables = Exact<{
  id: string | number;
}>;


export type UserQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, account: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } };

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

export type RequestCodeMutationVariables = Exact<{
  phone: string;
}>;


export type RequestCodeMutation = { requestCode: boolean };

export type VerifyCodeMutationVariables = Exact<{
  input: VerifyCodeInput;
}>;


export type VerifyCodeMutation = { verifyCode: { token: string | null, choices: Array<{ personId: string, maskedName: string, birthYear: number }> } };

export type DemoSmsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoSmsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, demoSms: Array<{ id: string, phone: string, text: string, createdAt: string }> };

export type DemoQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoQuery = { demoToday: string | null, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, demoAccounts: Array<{ account: string, password: string, displayName: string, roles: Array<string>, code: string | null }> };

export type AdvanceDemoTimeMutationVariables = Exact<{
  days: number;
}>;


export type AdvanceDemoTimeMutation = { advanceDemoTime: string };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicNotices: { edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }> } };

export type PostCardFragment = { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } };

export type PublicPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PublicPostFilter | null | undefined;
}>;


export type PublicPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicPostQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null };

export type LevyFormQueryVariables = Exact<{ [key: string]: never; }>;


export type LevyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, counties: Array<{ code: string, name: string }> };

export type LevyEstimateQueryVariables = Exact<{
  input: LevyEstimateInput;
  more: LevyEstimateInput;
}>;


export type LevyEstimateQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, counties: Array<{ code: string, name: string }>, now: { requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, levyYuan: string, warnings: Array<string>, parameters: Array<{ code: string, value: string, source: string, status: string, answer: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, more: { levyYuan: string, outcome: string } };

export type PublicNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicNotice: { id: string, title: string, basis: string, startsOn: string, endsOn: string, open: boolean, phone: string | null, lines: Array<{ id: string, maskedName: string, divisionName: string, subject: string, amountYuan: string | null }> } | null };

export type LodgeObjectionMutationVariables = Exact<{
  input: LodgeObjectionInput;
}>;


export type LodgeObjectionMutation = { lodgeObjection: { id: string, answerBy: string } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { token: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type StepUpMutationVariables = Exact<{
  input: ProofInput;
}>;


export type StepUpMutation = { stepUp: { token: string } };

export type ApplicationRowFragment = { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } };

export type MyApplicationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyApplicationsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WithdrawApplicationMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { id: string } };

export type ApplyFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null };

export type ApplyToPostMutationVariables = Exact<{
  input: ApplyToPostInput;
}>;


export type ApplyToPostMutation = { applyToPost: { id: string } };

export type BenefitRowFragment = { id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> };

export type GrantsQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, open: boolean }>, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type GrantFormQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, myRecord: { name: string, account: string | null } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, objectLabel: string, whoCan: Array<string>, papers: Array<string>, open: boolean }> };

export type GrantQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type ApplyForSchemeMutationVariables = Exact<{
  input: ApplyForSchemeInput;
}>;


export type ApplyForSchemeMutation = { applyForScheme: { id: string } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }> }, myBenefits: Array<{ id: string, schemeName: string, stateText: string, nextStep: string | null }>, matchedPosts: { totalCount: number, edges: Array<{ node: { answer: string, score: number, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }> } };

export type FindingFragment = { rule: string, answer: string, message: string, needed: string, has: string, basis: string | null };

export type MatchedPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MatchedPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, matchedPosts: { totalCount: number, edges: Array<{ node: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MatchExplanationQueryVariables = Exact<{
  postId: string | number;
}>;


export type MatchExplanationQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null, matchExplanation: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, why: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, whyNot: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, changes: Array<{ moves: Array<string>, newAnswer: string }> } };

export type OwnMessagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OwnMessagesQuery = { smsWanted: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string } | null, messages: { totalCount: number, edges: Array<{ node: { id: string, text: string, createdAt: string, smsText: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SetSmsWantedMutationVariables = Exact<{
  wanted: boolean;
}>;


export type SetSmsWantedMutation = { setSmsWanted: boolean };

export const frameOnlyDocument = operation<FrameOnlyQuery, FrameOnlyQueryVariables>(
  'frameOnly',
  'b11a0c5d3a17354ee35ed08bdf8cb69d48f93285d17b833e792b25b69c1f6bc5',
  "query frameOnly {\n  viewer {\n    id\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const ownSessionsDocument = operation<OwnSessionsQuery, OwnSessionsQueryVariables>(
  'ownSessions',
  '061f5780377e2f46220b4bb912f0a6c3540c746a74068651f770f5652b1463ca',
  "query ownSessions {\n  viewer {\n    ...FrameViewer\n  }\n  sessions {\n    id\n    current\n    kind\n    agent\n    signedInAt\n    lastSeenAt\n  }\n  secondFactor {\n    enabled\n    recoveryCodesLeft\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const revokeSessionDocument = operation<RevokeSessionMutation, RevokeSessionMutationVariables>(
  'revokeSession',
  'ba006fbb1a398428c59bd72907b95430784d714fcb7640c14fa99804c7f87b2e',
  "mutation revokeSession($id: ID!) {\n  revokeSession(id: $id)\n}",
);
export const revokeOtherSessionsDocument = operation<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>(
  'revokeOtherSessions',
  'e6babc13bb4010b7f2cec3f6c37abbabe0db71ae8c9855dada9522742dc5dc2e',
  "mutation revokeOtherSessions {\n  revokeOtherSessions\n}",
);
export const renewSecondFactorDocument = operation<RenewSecondFactorMutation, RenewSecondFactorMutationVariables>(
  'renewSecondFactor',
  '266cb8982857957e8b6cad6276a972754e7105048207bce76d0dd4f1e716ed36',
  "mutation renewSecondFactor($password: String) {\n  renewSecondFactor(password: $password)\n}",
);
export const accountSetupDocument = operation<AccountSetupQuery, AccountSetupQueryVariables>(
  'accountSetup',
  'e786a1eeca9c912182e4a2780a2a8a3956e885aae5592d932682ab1aec36878e',
  "query accountSetup($token: String!) {\n  accountSetup(token: $token) {\n    login\n    displayName\n    purpose\n    totpSecret\n    totpUri\n    expiresAt\n  }\n}",
);
export const completeSetupDocument = operation<CompleteSetupMutation, CompleteSetupMutationVariables>(
  'completeSetup',
  '2df5727e156a8d25bbc794c52fd8e489a47fa0e7a965b131277b94c65c0ec034',
  "mutation completeSetup($input: CompleteSetupInput!) {\n  completeSetup(input: $input) {\n    codes\n  }\n}",
);
export const caseloadDocument = operation<CaseloadQuery, CaseloadQueryVariables>(
  'caseload',
  'de7160a7e396ee747ba4694ae06e6f57a53f722e72b9d4a4378a7d3be9ae6897',
  "query caseload($first: Int!, $after: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  caseload(first: $first, after: $after, text: $text) {\n    totalCount\n    edges {\n      node {\n        ...CaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment CaseRow on CaseloadItem {\n  personId\n  name\n  maskedCertificate\n  birthYear\n  divisionName\n  dueOn\n  overdue\n  reason\n  lastVisitOn\n}",
);
export const personCaseDocument = operation<PersonCaseQuery, PersonCaseQueryVariables>(
  'personCase',
  'c7ebd6f63cd7aefd818f33822fbd0e677f2070b2a23dd36ef36262bf5e9c4d1d',
  "query personCase($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personCase(personId: $personId) {\n    personId\n    name\n    maskedCertificate\n    birthYear\n    divisionName\n    employment\n    wantsWork\n    skills\n    visits {\n      id\n      visitedOn\n      met\n      needs\n      nextStep\n      nextOn\n      note\n      recordedBy\n    }\n    applications {\n      id\n      post {\n        title\n      }\n      stateText\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const recordVisitDocument = operation<RecordVisitMutation, RecordVisitMutationVariables>(
  'recordVisit',
  'e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
  "mutation recordVisit($input: RecordVisitInput!) {\n  recordVisit(input: $input) {\n    id\n  }\n}",
);
export const assessmentDocument = operation<AssessmentQuery, AssessmentQueryVariables>(
  'assessment',
  '3dfc02e9596cad16198f1295de14dc58aa6cc809737c612c336cb424e5fed51f',
  "query assessment($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  assessment(year: $year) {\n    year\n    factYear\n    employerName\n    stateText\n    final\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    outcomeText\n    levyYuan\n    monthly {\n      month\n      headcount\n      counted\n    }\n    hires {\n      name\n      maskedCertificate\n      months {\n        month\n        counts\n        reasonText\n      }\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    parameters {\n      code\n      value\n      source\n      status\n      origin\n      answer\n    }\n    warnings\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const orgDocument = operation<OrgQuery, OrgQueryVariables>(
  'org',
  'af39d694f41ac8cb2332633a34826ad7ed696ab04dc5978a7d64263e62b340f4',
  "query org($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  quotaReturn(year: $year) {\n    ...ReturnFacts\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ReturnFacts on QuotaReturn {\n  employerName\n  year\n  factYear\n  state\n  stateText\n  hires\n  monthlyHeadcount\n  payrollYuan\n  dispatched\n  seasonalWorkers\n  seasonalMonths\n  version\n}",
);
export const saveQuotaReturnDocument = operation<SaveQuotaReturnMutation, SaveQuotaReturnMutationVariables>(
  'saveQuotaReturn',
  'ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
  "mutation saveQuotaReturn($input: QuotaReturnInput!) {\n  saveQuotaReturn(input: $input) {\n    year\n  }\n}",
);
export const batchesDocument = operation<BatchesQuery, BatchesQueryVariables>(
  'batches',
  '420c5fb09674385aca4145df9f93dcaaa5fd63e6198ab7bad9a6045f378e3b2a',
  "query batches($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ready: payouts(state: \"READY\", first: 1) {\n    totalCount\n  }\n  batches(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...BatchRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
);
export const batchDocument = operation<BatchQuery, BatchQueryVariables>(
  'batch',
  '0c3fd6ded070ae2d64d44ce857a72bc8d54d1e4b9b9628ef7be04909d51666b0',
  "query batch($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  batch(id: $id) {\n    ...BatchRow\n    totalInCapitals\n    sha256\n    sealedBy\n    releasedBy\n    exportId\n    payouts {\n      id\n      stateText\n      payeeName\n      maskedAccount\n      amountYuan\n      paidOn\n      failure\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
);
export const sealBatchDocument = operation<SealBatchMutation, SealBatchMutationVariables>(
  'sealBatch',
  '64d1ab4d14800299e582a7c6ffee2465eedac97c9d7c655fb5e7804a4d26d177',
  "mutation sealBatch($input: SealBatchInput!) {\n  sealBatch(input: $input) {\n    id\n  }\n}",
);
export const releaseBatchDocument = operation<ReleaseBatchMutation, ReleaseBatchMutationVariables>(
  'releaseBatch',
  'f14b577f1dcb56a59abe24daa4cc5aa7ce125807224bd8b95e2944f15377ebc8',
  "mutation releaseBatch($input: ReleaseBatchInput!) {\n  releaseBatch(input: $input) {\n    id\n  }\n}",
);
export const exportBatchDocument = operation<ExportBatchMutation, ExportBatchMutationVariables>(
  'exportBatch',
  '8b9b12a1a46316a14b5116286b1640fa6783cce8d43278f6290cc398e6b1dd9c',
  "mutation exportBatch($id: ID!) {\n  exportBatch(id: $id) {\n    exportId\n    fileName\n    sha256\n  }\n}",
);
export const sandboxBankRunDocument = operation<SandboxBankRunMutation, SandboxBankRunMutationVariables>(
  'sandboxBankRun',
  '7032809517a1365333628c06db8297d9ffa2ac0e1d5650f4c2a36fe65dd7b6e6',
  "mutation sandboxBankRun($batchId: ID!) {\n  sandboxBankRun(batchId: $batchId) {\n    exportId\n    fileName\n  }\n}",
);
export const envelopesDocument = operation<EnvelopesQuery, EnvelopesQueryVariables>(
  'envelopes',
  '7dcc93e9eef0d2d6e3482566ae7476dce88780d1f96cd8024d5b2fc530b8bfb0',
  "query envelopes {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
);
export const ledgerDocument = operation<LedgerQuery, LedgerQueryVariables>(
  'ledger',
  '108f31bb9c4774e370f2915d2ad505dd7ff14e41ca65c2c2a9177bf42111cc6c',
  "query ledger($envelopeId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ledger(envelopeId: $envelopeId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        bookedOn\n        event\n        memo\n        debit\n        credit\n        amountYuan\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
);
export const importBankReturnDocument = operation<ImportBankReturnMutation, ImportBankReturnMutationVariables>(
  'importBankReturn',
  '4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
  "mutation importBankReturn($importId: ID!, $idempotencyKey: String!) {\n  importBankReturn(importId: $importId, idempotencyKey: $idempotencyKey) {\n    paid\n    failed\n    unchanged\n    totalYuan\n  }\n}",
);
export const importJobDocument = operation<ImportJobQuery, ImportJobQueryVariables>(
  'importJob',
  'c7ca00784c57892c6086348df521853022dca7e253599b6219db1839dde33079',
  "query importJob($id: ID!, $afterRow: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importJob(id: $id) {\n    id\n    kind\n    kindTitle\n    fileName\n    state\n    rows\n    new\n    changed\n    unchanged\n    wrong\n    warned\n    committedRows\n    codes {\n      code\n      severity\n      count\n    }\n    unknownColumns\n    problems(first: 100, afterRow: $afterRow) {\n      row\n      column\n      code\n      severity\n      message\n      hint\n      typed\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const importRowDocument = operation<ImportRowQuery, ImportRowQueryVariables>(
  'importRow',
  '305897c651f9d92cf7029286c3af12eb939009c9f06f59532dfbf8f388ae42e5',
  "query importRow($id: ID!, $row: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importRow(importId: $id, row: $row) {\n    row\n    state\n    version\n    cells {\n      key\n      header\n      value\n    }\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const fixImportRowDocument = operation<FixImportRowMutation, FixImportRowMutationVariables>(
  'fixImportRow',
  'c65ea1a6a4e655d28f04dc652512eb96a18f200d44c719ac5193998829f10200',
  "mutation fixImportRow($input: FixImportRowInput!) {\n  fixImportRow(input: $input) {\n    row\n    state\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}",
);
export const commitImportDocument = operation<CommitImportMutation, CommitImportMutationVariables>(
  'commitImport',
  '05a703d54e07421d90c91952790ea47eff94ad48599e42c9aa6b49d600739bbc',
  "mutation commitImport($id: ID!) {\n  commitImport(id: $id) {\n    state\n  }\n}",
);
export const discardImportDocument = operation<DiscardImportMutation, DiscardImportMutationVariables>(
  'discardImport',
  'af9998db95a53a8393081164f388002d2632f365e93c7f76eef0a99f1d74bb69',
  "mutation discardImport($id: ID!) {\n  discardImport(id: $id) {\n    state\n  }\n}",
);
export const applicationQueueDocument = operation<ApplicationQueueQuery, ApplicationQueueQueryVariables>(
  'applicationQueue',
  '53cea1f9947afbf81cb686b816f3d47761f12e3e209232d72ec70aae656708e4',
  "query applicationQueue($step: String!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationQueue(step: $step, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        schemeName\n        applicantName\n        divisionName\n        amountYuan\n        stateText\n        submittedOn\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const applicationCaseDocument = operation<ApplicationCaseQuery, ApplicationCaseQueryVariables>(
  'applicationCase',
  'f6ec3bfb835955d1376500fc806a78680a6345c31331f63c2179aed34010cbb3',
  "query applicationCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationCase(id: $id) {\n    id\n    version\n    schemeName\n    applicantName\n    divisionName\n    object\n    periodText\n    hours\n    feeYuan\n    amountYuan\n    maskedAccount\n    state\n    stateText\n    step\n    blocked\n    submittedOn\n    eligibility {\n      eligible\n      reasons {\n        rule\n        passed\n        message\n        basis\n      }\n      trace {\n        depth\n        step\n        label\n        value\n        source\n        note\n      }\n    }\n    decisions {\n      step\n      by\n      at\n      outcome\n      reason\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const decideApplicationDocument = operation<DecideApplicationMutation, DecideApplicationMutationVariables>(
  'decideApplication',
  'dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
  "mutation decideApplication($input: DecideApplicationInput!) {\n  decideApplication(input: $input) {\n    id\n    stateText\n  }\n}",
);
export const complianceBoardDocument = operation<ComplianceBoardQuery, ComplianceBoardQueryVariables>(
  'complianceBoard',
  '2980b6179c1820969f9d4a08f2364692a82b74b047c71fc0d3ddf55317633953',
  "query complianceBoard($divisionCode: String!, $year: Int!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  complianceBoard(\n    divisionCode: $divisionCode\n    year: $year\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    edges {\n      node {\n        employerId\n        employerName\n        divisionName\n        stateText\n        employees\n        countedHires\n        shortfall\n        placementRatio\n        outcomeText\n        levyYuan\n        problem {\n          message\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const officeDocument = operation<OfficeQuery, OfficeQueryVariables>(
  'office',
  'd94e395db68cefffc8bcf13bde0b2845515d3b36c0ce6ead7473566209779cb7',
  "query office {\n  viewer {\n    ...FrameViewer\n  }\n  review: applicationQueue(step: \"REVIEW\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n  approve: applicationQueue(step: \"APPROVE\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const officeNoticeDocument = operation<OfficeNoticeQuery, OfficeNoticeQueryVariables>(
  'officeNotice',
  '01b8abc523b573e0ce3a4f5201a0185e4592b31716325874c68fbe15ceaa8b9a',
  "query officeNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    startsOn\n    endsOn\n    open\n    state\n    lineCount\n  }\n  objections(noticeId: $id) {\n    id\n    serial\n    state\n    text\n    contact\n    reason\n    lodgedOn\n    answerBy\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const decideObjectionDocument = operation<DecideObjectionMutation, DecideObjectionMutationVariables>(
  'decideObjection',
  'f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
  "mutation decideObjection($input: DecideObjectionInput!) {\n  decideObjection(input: $input) {\n    id\n  }\n}",
);
export const officeNoticesDocument = operation<OfficeNoticesQuery, OfficeNoticesQueryVariables>(
  'officeNotices',
  '6a615f68f5fd3fbd43466bc449edb6cd052065377d232a2df0e05835e19084f5',
  "query officeNotices($first: Int!, $after: String, $schemeCode: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  noticeCandidates(schemeCode: $schemeCode) {\n    count\n    totalYuan\n  }\n  schemes {\n    code\n    name\n  }\n  publicNotices(first: $first, after: $after, mine: true) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n        state\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const publishNoticeDocument = operation<PublishNoticeMutation, PublishNoticeMutationVariables>(
  'publishNotice',
  '2e2855bb679157bb003a2bbe3692d536535ac878673ed7cd8e0d688298bf79fb',
  "mutation publishNotice($input: PublishNoticeInput!) {\n  publishNotice(input: $input) {\n    id\n    title\n  }\n}",
);
export const closeNoticeDocument = operation<CloseNoticeMutation, CloseNoticeMutationVariables>(
  'closeNotice',
  'ed54a8397c2506a30dfe567637e52d943c6d96d16fda776dafdb74415fbe1215',
  "mutation closeNotice($id: ID!, $idempotencyKey: String!) {\n  closeNotice(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n  }\n}",
);
export const usersDocument = operation<UsersQuery, UsersQueryVariables>(
  'users',
  '36c87799bdf227b19816b14e62cb849c7c9706218957abfae291ec79c54385a5',
  "query users($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  accounts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...UserRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  change {\n    id\n    roles\n    own\n  }\n}",
);
export const userDocument = operation<UserQuery, UserQueryVariables>(
  'user',
  'df13f910815305402c54dc72251660a497029f8eed1c82550570e31886529293',
  "query user($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  account(id: $id) {\n    ...UserRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  change {\n    id\n    roles\n    own\n  }\n}",
);
export const createAccountDocument = operation<CreateAccountMutation, CreateAccountMutationVariables>(
  'createAccount',
  '5fd886fd52cef8bbf1af1d8145906c478759418f7e6f136209fd0c166d188552',
  "mutation createAccount($input: CreateAccountInput!) {\n  createAccount(input: $input) {\n    accountId\n    setupToken\n  }\n}",
);
export const setRolesDocument = operation<SetRolesMutation, SetRolesMutationVariables>(
  'setRoles',
  '3aacb1c18d82da9064bbf810324d61451a49e8bbf3b2fc5a5cac3bcde2a8a143',
  "mutation setRoles($id: ID!, $roles: [String!]!) {\n  setRoles(id: $id, roles: $roles)\n}",
);
export const decideRolesDocument = operation<DecideRolesMutation, DecideRolesMutationVariables>(
  'decideRoles',
  'b2b32d8aefd853080a46d4eceb50a7b402c72ecd76d54d2fcf739b848ac482d6',
  "mutation decideRoles($changeId: ID!, $approve: Boolean!) {\n  decideRoles(changeId: $changeId, approve: $approve)\n}",
);
export const setAccountDisabledDocument = operation<SetAccountDisabledMutation, SetAccountDisabledMutationVariables>(
  'setAccountDisabled',
  '311c9a3b055869f88d5c941097cf639664a797dbc431e85a8df8c9fd93a6c74e',
  "mutation setAccountDisabled($id: ID!, $disabled: Boolean!) {\n  setAccountDisabled(id: $id, disabled: $disabled)\n}",
);
export const resetAccountDocument = operation<ResetAccountMutation, ResetAccountMutationVariables>(
  'resetAccount',
  'cdc8ba1d9b3d2d23bbcebd0198c713bd2fd39cd1b8194a9f26fb980983e4b87b',
  "mutation resetAccount($id: ID!) {\n  resetAccount(id: $id) {\n    accountId\n    setupToken\n  }\n}",
);
export const requestCodeDocument = operation<RequestCodeMutation, RequestCodeMutationVariables>(
  'requestCode',
  'e961f71e6d67d3e54a83900a84ae5e74d7f02033a57cf106e66eaee3cd32ae1e',
  "mutation requestCode($phone: String!) {\n  requestCode(input: {phone: $phone})\n}",
);
export const verifyCodeDocument = operation<VerifyCodeMutation, VerifyCodeMutationVariables>(
  'verifyCode',
  '86eac2e4a888ac756dab276814ad24b5ca700725af99dcdfe5481feaabdc67ef',
  "mutation verifyCode($input: VerifyCodeInput!) {\n  verifyCode(input: $input) {\n    token\n    choices {\n      personId\n      maskedName\n      birthYear\n    }\n  }\n}",
);
export const demoSmsDocument = operation<DemoSmsQuery, DemoSmsQueryVariables>(
  'demoSms',
  '7f8fde2e9121a137eaf98f167c0a889051ec36db09da0c9b7d9f17a5a581c770',
  "query demoSms {\n  viewer {\n    ...FrameViewer\n  }\n  demoSms {\n    id\n    phone\n    text\n    createdAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const demoDocument = operation<DemoQuery, DemoQueryVariables>(
  'demo',
  '24c28e4fca736c89a5e23247388fe193864af0a4e78d9790603c4f7d66c2809b',
  "query demo {\n  viewer {\n    ...FrameViewer\n  }\n  demoToday\n  demoAccounts {\n    account\n    password\n    displayName\n    roles\n    code\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const advanceDemoTimeDocument = operation<AdvanceDemoTimeMutation, AdvanceDemoTimeMutationVariables>(
  'advanceDemoTime',
  'd4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
  "mutation advanceDemoTime($days: Int!) {\n  advanceDemoTime(days: $days)\n}",
);
export const homeDocument = operation<HomeQuery, HomeQueryVariables>(
  'home',
  '929c530318ce35a4757a013f9ded9fd18e0a69f80a0c2974a2f79c863c85d223',
  "query home {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: 3) {\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const publicPostsDocument = operation<PublicPostsQuery, PublicPostsQueryVariables>(
  'publicPosts',
  '47bf9097754239da3afdb1997ff668c3b75e566f1667acf8fa5769efe131ef98',
  "query publicPosts($first: Int!, $after: String, $filter: PublicPostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PostCard\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const publicPostDocument = operation<PublicPostQuery, PublicPostQueryVariables>(
  'publicPost',
  '25570335db68baa6c82f8b04de345670c649400f36fccfd0553a35bc83008b43',
  "query publicPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const levyFormDocument = operation<LevyFormQuery, LevyFormQueryVariables>(
  'levyForm',
  '2a57bb8619cfc630f6f66e6462dc265a5f72e9b59362bda764d7d4fd267a78fc',
  "query levyForm {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const levyEstimateDocument = operation<LevyEstimateQuery, LevyEstimateQueryVariables>(
  'levyEstimate',
  'fb6524608efb67d307e3c54be5fb26859cd712136cd13d3842846236fc2ad4b9',
  "query levyEstimate($input: LevyEstimateInput!, $more: LevyEstimateInput!) {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n  now: levyEstimate(input: $input) {\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    levyYuan\n    parameters {\n      code\n      value\n      source\n      status\n      answer\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    warnings\n  }\n  more: levyEstimate(input: $more) {\n    levyYuan\n    outcome\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const publicNoticesDocument = operation<PublicNoticesQuery, PublicNoticesQueryVariables>(
  'publicNotices',
  'e76fa5a4817c44b611ea69babccdd27dd3328a80a126c0a02c335ab9d80a98b9',
  "query publicNotices($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const publicNoticeDocument = operation<PublicNoticeQuery, PublicNoticeQueryVariables>(
  'publicNotice',
  'e2f1566ede69baec4f3a895c6da9251ac9efa808ed613a9857f5c67bf85cda16',
  "query publicNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    basis\n    startsOn\n    endsOn\n    open\n    phone\n    lines {\n      id\n      maskedName\n      divisionName\n      subject\n      amountYuan\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const lodgeObjectionDocument = operation<LodgeObjectionMutation, LodgeObjectionMutationVariables>(
  'lodgeObjection',
  'a927b9aca6fa63ac744cc2bf33e2c14743eb40179ae16f813fe6dbc6d59a846c',
  "mutation lodgeObjection($input: LodgeObjectionInput!) {\n  lodgeObjection(input: $input) {\n    id\n    answerBy\n  }\n}",
);
export const signInDocument = operation<SignInMutation, SignInMutationVariables>(
  'signIn',
  'f820edb380607717fbdc7be11b9dd51da12109a5217eb8b7dfe42179340f03da',
  "mutation signIn($input: SignInInput!) {\n  signIn(input: $input) {\n    token\n  }\n}",
);
export const signOutDocument = operation<SignOutMutation, SignOutMutationVariables>(
  'signOut',
  '2e0f7193b501a58d7dfb1dd09ca128107824d3a5d9205f6c18384e68b46cb638',
  "mutation signOut {\n  signOut\n}",
);
export const stepUpDocument = operation<StepUpMutation, StepUpMutationVariables>(
  'stepUp',
  '2cf751691e1bbbbaf8ad6ec38e6f2dd9b8700e622445b24d2cbd87bbd39401a7',
  "mutation stepUp($input: ProofInput!) {\n  stepUp(input: $input) {\n    token\n  }\n}",
);
export const myApplicationsDocument = operation<MyApplicationsQuery, MyApplicationsQueryVariables>(
  'myApplications',
  'a24e300d360257dafbb28bb97d2eb0bd9629961994fe717591b5392325df4819',
  "query myApplications($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}",
);
export const withdrawApplicationDocument = operation<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>(
  'withdrawApplication',
  '00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
  "mutation withdrawApplication($id: ID!) {\n  withdrawApplication(id: $id) {\n    id\n  }\n}",
);
export const applyFormDocument = operation<ApplyFormQuery, ApplyFormQueryVariables>(
  'applyForm',
  'dbe3c01987803ab335375e9cb28946052370147cb5c9a579b86e4c3265f569a9',
  "query applyForm($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const applyToPostDocument = operation<ApplyToPostMutation, ApplyToPostMutationVariables>(
  'applyToPost',
  'cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
  "mutation applyToPost($input: ApplyToPostInput!) {\n  applyToPost(input: $input) {\n    id\n  }\n}",
);
export const grantsDocument = operation<GrantsQuery, GrantsQueryVariables>(
  'grants',
  'faa3010fcbb86afbaa7c0da32c44caba55e375c7cfc157e8954b416e950c0799',
  "query grants {\n  viewer {\n    ...FrameViewer\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    open\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
);
export const grantFormDocument = operation<GrantFormQuery, GrantFormQueryVariables>(
  'grantForm',
  '6d3e781d36dce18a34b8b4a6153a10a51b741fd3a5026a2b12a1a9a660a96d59',
  "query grantForm {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    account\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    objectLabel\n    whoCan\n    papers\n    open\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const grantDocument = operation<GrantQuery, GrantQueryVariables>(
  'grant',
  '6e8072a2d690357b7a2098b374b8b6b100301ed63d226957d9e07525c538e8d4',
  "query grant {\n  viewer {\n    ...FrameViewer\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
);
export const applyForSchemeDocument = operation<ApplyForSchemeMutation, ApplyForSchemeMutationVariables>(
  'applyForScheme',
  'c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
  "mutation applyForScheme($input: ApplyForSchemeInput!) {\n  applyForScheme(input: $input) {\n    id\n  }\n}",
);
export const meDocument = operation<MeQuery, MeQueryVariables>(
  'me',
  '5b1b1b229e8f15df376bbadaba0bebce6ace63cee90036704576e57136ba5894',
  "query me {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: 3) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n  }\n  myBenefits {\n    id\n    schemeName\n    stateText\n    nextStep\n  }\n  matchedPosts(first: 3) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const matchedPostsDocument = operation<MatchedPostsQuery, MatchedPostsQueryVariables>(
  'matchedPosts',
  '37fa72d1048c4c8f9f4d1140b2164dfa9b06dd4aae08bcc20c1a90135945c801',
  "query matchedPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  matchedPosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        cautions\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const matchExplanationDocument = operation<MatchExplanationQuery, MatchExplanationQueryVariables>(
  'matchExplanation',
  '9531f15cb4113eed5a3020d629791c875af9416d6a7e2d1db4266d1b5ec2ea41',
  "query matchExplanation($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n  matchExplanation(postId: $postId) {\n    answer\n    score\n    reasons\n    cautions\n    why {\n      ...Finding\n    }\n    whyNot {\n      ...Finding\n    }\n    changes {\n      moves\n      newAnswer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Finding on MatchFinding {\n  rule\n  answer\n  message\n  needed\n  has\n  basis\n}",
);
export const ownMessagesDocument = operation<OwnMessagesQuery, OwnMessagesQueryVariables>(
  'ownMessages',
  '794b4789e6cdd96cea215fd700c462dd226f533377cf68c2fa6f0498a2170bdd',
  "query ownMessages($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  smsWanted\n  messages(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        text\n        createdAt\n        smsText\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
);
export const setSmsWantedDocument = operation<SetSmsWantedMutation, SetSmsWantedMutationVariables>(
  'setSmsWanted',
  'ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
  "mutation setSmsWanted($wanted: Boolean!) {\n  setSmsWanted(wanted: $wanted)\n}",
);
