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

export type OidcFinishInput = {
  /** Query of the address that the person came back to, without the question mark */
  answer: string;
  /** As given by oidcStart, kept by the browser that asked */
  state: string;
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

export type FrameViewerFragment = { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null };

export type FrameOnlyQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameOnlyQuery = { viewer: { id: string, displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

export type OwnIdNumberQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnIdNumberQuery = { ownIdNumberDue: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

export type KeepOwnIdNumberMutationVariables = Exact<{
  idNumber: string;
}>;


export type KeepOwnIdNumberMutation = { keepOwnIdNumber: boolean };

export type OwnPasswordQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnPasswordQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, secondFactor: { hasPassword: boolean } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { ownIdNumberDue: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, sessions: Array<{ id: string, current: boolean, kind: string, agent: string, signedInAt: string, lastSeenAt: string }>, secondFactor: { enabled: boolean, recoveryCodesLeft: number, hasPassword: boolean } };

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


export type AuditTrailQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, auditTrail: { totalCount: number, edges: Array<{ node: { id: string, seq: number, at: string, actorName: string | null, roleName: string, action: string, says: string | null, targetKind: string | null, targetId: string | null, reason: string | null, note: string | null, trace: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type VerifyAuditTrailMutationVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditTrailMutation = { verifyAuditTrail: { ok: boolean, entries: number, anchors: number, head: string | null, fault: { seq: number, kind: string } | null } };

export type AuditAnchorsQueryVariables = Exact<{
  day: string;
}>;


export type AuditAnchorsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, auditAnchors: Array<{ seq: number, at: string, hash: string, signer: string, ours: boolean }> };

export type CaseRowFragment = { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null };

export type CaseloadQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type CaseloadQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, caseload: { totalCount: number, edges: Array<{ node: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PersonCaseQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, personCase: { personId: string, name: string, maskedCertificate: string, maskedPhone: string | null, birthYear: number, divisionName: string, employment: string | null, wantsWork: boolean | null, skills: Array<string>, visits: Array<{ id: string, visitedOn: string, met: string, needs: Array<string>, nextStep: string | null, nextOn: string | null, note: string | null, recordedBy: string }>, applications: Array<{ id: string, stateText: string, post: { title: string } }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { recordVisit: { id: string } };

export type VoucheeQueryVariables = Exact<{
  code: string;
}>;


export type VoucheeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, vouchee: { name: string, birthYear: number, divisionName: string, maskedCertificate: string, askedAt: string, expiresAt: string } };

export type VouchMutationVariables = Exact<{
  code: string;
}>;


export type VouchMutation = { vouch: string };

export type AssessmentQueryVariables = Exact<{
  year: number;
  employerId?: string | number | null | undefined;
}>;


export type AssessmentQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, assessment: { year: number, factYear: number, employerName: string, stateText: string, final: boolean, requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, outcomeText: string, levyYuan: string, warnings: Array<string>, monthly: Array<{ month: number, headcount: number, counted: string }>, hires: Array<{ id: string, name: string, maskedCertificate: string, months: Array<{ month: number, counts: string, reasonText: string | null }> }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }>, parameters: Array<{ code: string, value: string, source: string, status: string, origin: string, answer: string }> } | null };

export type ReturnFactsFragment = { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null };

export type OrgQueryVariables = Exact<{
  year: number;
}>;


export type OrgQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, quotaReturn: { employerName: string, year: number, factYear: number, state: string, stateText: string, hires: number, monthlyHeadcount: Array<number> | null, payrollYuan: string | null, dispatched: number | null, seasonalWorkers: number | null, seasonalMonths: number | null, version: number | null } };

export type SaveQuotaReturnMutationVariables = Exact<{
  input: QuotaReturnInput;
}>;


export type SaveQuotaReturnMutation = { saveQuotaReturn: { year: number } };

export type BatchRowFragment = { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BatchesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ready: { totalCount: number }, batches: { totalCount: number, edges: Array<{ node: { id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type BatchQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, batch: { totalInCapitals: string, sha256: string, sealedBy: string | null, releasedBy: string | null, exportId: string | null, id: string, number: string, state: string, stateText: string, lines: number, totalYuan: string, createdOn: string, payouts: Array<{ id: string, stateText: string, payeeName: string, maskedAccount: string, accountInHand: boolean, amountYuan: string, paidOn: string | null, failure: string | null }> } };

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


export type EnvelopesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }> };

export type LedgerQueryVariables = Exact<{
  envelopeId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, envelopes: Array<{ id: string, schemeName: string, year: number, source: string, allottedYuan: string, pledgedYuan: string, reservedYuan: string, spentYuan: string, availableYuan: string, state: string }>, ledger: { totalCount: number, edges: Array<{ node: { id: string, bookedOn: string, event: string, memo: string, debit: string, credit: string, amountYuan: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ImportBankReturnMutationVariables = Exact<{
  importId: string | number;
  idempotencyKey: string;
}>;


export type ImportBankReturnMutation = { importBankReturn: { paid: number, failed: number, unchanged: number, totalYuan: string } };

export type HelperQueryVariables = Exact<{ [key: string]: never; }>;


export type HelperQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, peopleIHelp: Array<{ personId: string, name: string, placeName: string, birthYear: number, until: string, acting: boolean, scopes: Array<{ code: string, text: string }> }> };

export type HelpLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HelpLogQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, helpLog: { totalCount: number, edges: Array<{ node: { id: string, at: string, actorName: string, personName: string, text: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

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


export type HelpersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, delegations: Array<{ id: string, helperName: string, kindText: string, until: string, consentText: string, state: string, stateText: string, scopes: Array<{ code: string, text: string }> }>, delegationLog: { totalCount: number, edges: Array<{ node: { id: string, at: string, actorName: string, personName: string, text: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type HelperFormQueryVariables = Exact<{
  personId?: string | number | null | undefined;
}>;


export type HelperFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, helperChoices: { personName: string, maskedPhone: string | null, staff: Array<{ id: string, name: string, kind: string, kindText: string }>, periods: Array<{ until: string, text: string }> } };

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


export type ImportJobQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, importJob: { id: string, kind: string, kindTitle: string, fileName: string, state: string, rows: number, new: number, changed: number, unchanged: number, wrong: number, warned: number, committedRows: number, unknownColumns: Array<string>, codes: Array<{ code: string, severity: string, count: number }>, problems: Array<{ row: number | null, column: string | null, code: string, severity: string, message: string, hint: string, typed: string | null }> } };

export type ImportRowQueryVariables = Exact<{
  id: string | number;
  row: number;
}>;


export type ImportRowQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, importRow: { row: number, state: string, version: number, cells: Array<{ key: string, header: string, value: string }>, problems: Array<{ column: string | null, severity: string, message: string, hint: string }> } };

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


export type ApplicationQueueQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, applicationQueue: { totalCount: number, edges: Array<{ node: { id: string, schemeName: string, applicantName: string, divisionName: string, amountYuan: string, stateText: string, submittedOn: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ApplicationCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, applicationCase: { id: string, version: number, schemeName: string, applicantName: string, divisionName: string, object: string, periodText: string, hours: number, feeYuan: string, amountYuan: string, personId: string | null, maskedAccount: string, state: string, stateText: string, step: string | null, blocked: string | null, submittedOn: string, eligibility: { eligible: boolean, reasons: Array<{ rule: string, passed: boolean, message: string, basis: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, decisions: Array<{ step: string, by: string, at: string, outcome: string, reason: string | null }> } };

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


export type ComplianceBoardQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, complianceBoard: { totalCount: number, edges: Array<{ node: { employerId: string, employerName: string, divisionName: string, stateText: string, employees: string | null, countedHires: string | null, shortfall: string | null, placementRatio: string | null, outcomeText: string | null, levyYuan: string | null, problem: { message: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type DeletionRowFragment = { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null };

export type DataRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  waiting?: boolean | null | undefined;
}>;


export type DataRequestsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, dataRequests: { totalCount: number, edges: Array<{ node: { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, retentionRun: { startedAt: string, finishedAt: string | null, held: number, lines: Array<{ what: string, gone: number }> } | null };

export type DataRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type DataRequestQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, dataRequest: { id: string, personId: string, personName: string, idNumber: string, divisionName: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, version: number, open: Array<string>, hold: string | null, answer: string | null, kept: Array<{ what: string, until: string, source: string }> } };

export type DecideDataRequestMutationVariables = Exact<{
  input: DecideDataRequestInput;
}>;


export type DecideDataRequestMutation = { decideDataRequest: { id: string, stateText: string } };

export type SetLegalHoldMutationVariables = Exact<{
  input: LegalHoldInput;
}>;


export type SetLegalHoldMutation = { setLegalHold: { id: string, hold: string | null } };

export type OfficeQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, review: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> }, approve: { totalCount: number, edges: Array<{ node: { submittedOn: string } }> } };

export type OfficeNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotice: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string, lineCount: number } | null, objections: Array<{ id: string, serial: number | null, state: string, text: string, contact: string | null, reason: string | null, lodgedOn: string, answerBy: string }> };

export type DecideObjectionMutationVariables = Exact<{
  input: DecideObjectionInput;
}>;


export type DecideObjectionMutation = { decideObjection: { id: string } };

export type OfficeNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  schemeCode: string;
}>;


export type OfficeNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, noticeCandidates: { count: number, totalYuan: string }, schemes: Array<{ code: string, name: string }>, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean, state: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublishNoticeMutationVariables = Exact<{
  input: PublishNoticeInput;
}>;


export type PublishNoticeMutation = { publishNotice: { id: string, title: string } };

export type CloseNoticeMutationVariables = Exact<{
  id: string | number;
  idempotencyKey: string;
}>;


export type CloseNoticeMutation = { closeNotice: { id: string } };

export type RuleRowFragment = { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string };

export type OfficeRulesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  day: string;
  code?: string | null | undefined;
}>;


export type OfficeRulesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, waiting: { totalCount: number, edges: Array<{ node: { enteredBy: string | null, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } }> }, missingParameters: Array<{ code: string, name: string, decides: string, qualifier: string, qualifierText: string, scope: string, scopeName: string, day: string, asked: boolean }>, rows: { totalCount: number, edges: Array<{ node: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, parameterKinds: Array<{ code: string, name: string }> };

export type OfficeRuleKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeRuleKindsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterKinds: Array<{ code: string, name: string, decides: string, example: string, scopes: Array<string>, several: boolean, money: boolean, rulebook: string, units: Array<{ value: string, text: string }>, qualifiers: Array<{ value: string, text: string }>, choices: Array<{ value: string, text: string }> | null }> };

export type OfficeRuleQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeRuleQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterRow: { value: string, unit: string, act: string, number: string, article: string, status: string, origin: string, supersedesId: string | null, enteredBy: string | null, enteredAt: string | null, confirmedBy: string | null, confirmedAt: string | null, withdrawnBy: string | null, withdrawnAt: string | null, version: number, mine: boolean, mayConfirm: boolean, mayWithdraw: boolean, maySupersede: boolean, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string, standing: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } | null, history: Array<{ enteredBy: string | null, enteredAt: string | null, confirmedBy: string | null, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string }> } };

export type OfficeRuleTrialQueryVariables = Exact<{
  id: string | number;
  trial: string | number;
}>;


export type OfficeRuleTrialQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, parameterRow: { mayConfirm: boolean, id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string, standing: { id: string, code: string, name: string, scope: string, scopeName: string, qualifier: string, qualifierText: string, unitText: string, shown: string, from: string, to: string | null, until: string | null, source: string, mark: string | null, state: string, stateText: string } | null }, parameterTrial: { id: string, rowId: string, state: string, percent: number, finishedAt: string | null, findings: Array<{ name: string, title: string, sentence: string, checked: number, population: number, changed: number, beforeYuan: string | null, afterYuan: string | null, lines: Array<{ name: string, what: string, before: string, after: string }> }> | null } };

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

export type UserRowFragment = { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null };

export type UsersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type UsersQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, accounts: { totalCount: number, edges: Array<{ node: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type UserQueryVariables = Exact<{
  id: string | number;
}>;


export type UserQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, account: { id: string, login: string, displayName: string, roles: Array<string>, divisionName: string, disabled: boolean, hasSecondFactor: boolean, idNumberDue: boolean, change: { id: string, roles: Array<string>, own: boolean } | null } };

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


export type DemoSmsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, demoSms: Array<{ id: string, phone: string, text: string, createdAt: string }> };

export type DemoQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoQuery = { demoToday: string | null, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, demoAccounts: Array<{ account: string, password: string, displayName: string, roles: Array<string>, code: string | null }> };

export type AdvanceDemoTimeMutationVariables = Exact<{
  days: number;
}>;


export type AdvanceDemoTimeMutation = { advanceDemoTime: string };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotices: { edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }> } };

export type PostCardFragment = { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } };

export type PublicPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PublicPostFilter | null | undefined;
}>;


export type PublicPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicPostQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null };

export type LevyFormQueryVariables = Exact<{ [key: string]: never; }>;


export type LevyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, counties: Array<{ code: string, name: string }> };

export type LevyEstimateQueryVariables = Exact<{
  input: LevyEstimateInput;
  more: LevyEstimateInput;
}>;


export type LevyEstimateQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, counties: Array<{ code: string, name: string }>, now: { requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, levyYuan: string, warnings: Array<string>, parameters: Array<{ code: string, value: string, source: string, status: string, answer: string }>, trace: Array<{ depth: number, step: string, label: string, value: string, source: string | null, note: string | null }> }, more: { levyYuan: string, outcome: string } };

export type PublicNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicNotice: { id: string, title: string, basis: string, startsOn: string, endsOn: string, open: boolean, phone: string | null, lines: Array<{ id: string, maskedName: string, divisionName: string, subject: string, amountYuan: string | null }> } | null };

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

export type WaysInQueryVariables = Exact<{ [key: string]: never; }>;


export type WaysInQuery = { oidcPlatform: string | null, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null };

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

export type RevealSubjectQueryVariables = Exact<{
  field: string;
  subjectId: string | number;
}>;


export type RevealSubjectQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, revealSubject: { title: string, whose: string, reasons: Array<{ code: string, text: string }> } };

export type RevealMutationVariables = Exact<{
  input: RevealInput;
}>;


export type RevealMutation = { reveal: { title: string, whose: string, value: string, hiddenAt: string } };

export type ApplicationRowFragment = { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } };

export type MyApplicationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyApplicationsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WithdrawApplicationMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { id: string } };

export type ApplyFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null, myConsents: { purposes: Array<{ purpose: string, state: string }> } };

export type ApplyToPostMutationVariables = Exact<{
  input: ApplyToPostInput;
}>;


export type ApplyToPostMutation = { applyToPost: { id: string } };

export type BenefitRowFragment = { id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> };

export type GrantsQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, open: boolean }>, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type GrantFormQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { name: string, account: string | null } | null, schemes: Array<{ code: string, name: string, summary: string, amountText: string, objectLabel: string, whoCan: Array<string>, papers: Array<string>, open: boolean }> };

export type GrantQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myBenefits: Array<{ id: string, schemeName: string, schemeCode: string, object: string, state: string, stateText: string, nextStep: string | null, reason: string | null, amountYuan: string, appliedOn: string, paidOn: string | null, steps: Array<{ text: string, state: string }> }> };

export type ApplyForSchemeMutationVariables = Exact<{
  input: ApplyForSchemeInput;
}>;


export type ApplyForSchemeMutation = { applyForScheme: { id: string } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string | null, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }> }, myBenefits: Array<{ id: string, schemeName: string, stateText: string, nextStep: string | null }>, matchedPosts: { withheld: string | null, totalCount: number, edges: Array<{ node: { answer: string, score: number, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }> } };

export type FindingFragment = { rule: string, answer: string, message: string, needed: string, has: string, basis: string | null };

export type MatchedPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MatchedPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myConsents: { purposes: Array<{ purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null }> }, matchedPosts: { withheld: string | null, totalCount: number, edges: Array<{ node: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MatchExplanationQueryVariables = Exact<{
  postId: string | number;
}>;


export type MatchExplanationQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null, matchExplanation: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, why: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, whyNot: Array<{ rule: string, answer: string, message: string, needed: string, has: string, basis: string | null }>, changes: Array<{ moves: Array<string>, newAnswer: string }> } };

export type OwnMessagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OwnMessagesQuery = { smsWanted: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, messages: { totalCount: number, edges: Array<{ node: { id: string, text: string, createdAt: string, smsText: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type SetSmsWantedMutationVariables = Exact<{
  wanted: boolean;
}>;


export type SetSmsWantedMutation = { setSmsWanted: boolean };

export type ConsentWordsFragment = { purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null };

export type OwnRequestFragment = { id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { name: string, idNumber: string, certificate: string | null, certificateExpiresOn: string | null, phone: string | null, account: string | null, divisionName: string, residenceName: string | null, wantsWork: boolean | null, skills: Array<string> } | null, myConsents: { purposes: Array<{ state: string }> }, myData: { requests: Array<{ id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean }> } };

export type MyContactQueryVariables = Exact<{ [key: string]: never; }>;


export type MyContactQuery = { smsWanted: boolean, viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myRecord: { phone: string | null, divisionName: string, residenceName: string | null } | null };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myConsents: { purposes: Array<{ purpose: string, title: string, data: string, why: string, without: string, state: string, at: string | null }>, statutory: Array<{ code: string, title: string, data: string, why: string, basis: string }> } };

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { viewer: { displayName: string, roles: Array<string>, divisionCode: string, countyName: string, actingFor: { personId: string, name: string, scopes: Array<string>, ended: boolean } | null } | null, myData: { open: Array<string>, graceDays: number, exportDays: number, requests: Array<{ id: string, kind: string, state: string, stateText: string, requestedAt: string, dueAt: string | null, answer: string | null, withdrawable: boolean }>, kept: Array<{ what: string, until: string, source: string }> } };

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

export const frameOnlyDocument = operation<FrameOnlyQuery, FrameOnlyQueryVariables>(
  'frameOnly',
  '607ff77be6038af1799195a912a67ed0462800ff5c32e34cd290efc7190133db',
);
export const ownIdNumberDocument = operation<OwnIdNumberQuery, OwnIdNumberQueryVariables>(
  'ownIdNumber',
  'c2c0bcec8a97999d070031795ffd201579e2ff260b86106702778736605dcfbf',
);
export const keepOwnIdNumberDocument = operation<KeepOwnIdNumberMutation, KeepOwnIdNumberMutationVariables>(
  'keepOwnIdNumber',
  '5b176c0fc429932aabc1f4f4ea9a2af327c82fa0dcea9b683061aef882de9db8',
);
export const ownPasswordDocument = operation<OwnPasswordQuery, OwnPasswordQueryVariables>(
  'ownPassword',
  'cefdb340a379fef648ef6451b2f17ea65fd544abbf853ec952f158a321c713dc',
);
export const changePasswordDocument = operation<ChangePasswordMutation, ChangePasswordMutationVariables>(
  'changePassword',
  '0fc24535cc61fa2948f8f5658e66d001a2130cd47366848f24fd2832ad4d879e',
);
export const ownSessionsDocument = operation<OwnSessionsQuery, OwnSessionsQueryVariables>(
  'ownSessions',
  '0fbc5566d28856c2aa4175df58502cc5c6d998846d5d9ba4ae2ebb4e1ba4d8fc',
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
  '86f21bfe270a4965565ecf4d2be00ed9745dff42e3282cf9860c1563422e7379',
);
export const verifyAuditTrailDocument = operation<VerifyAuditTrailMutation, VerifyAuditTrailMutationVariables>(
  'verifyAuditTrail',
  '9b322bec214b20331df5caa8c891a9ef1df0cf69ada26044164ad43c467d2466',
);
export const auditAnchorsDocument = operation<AuditAnchorsQuery, AuditAnchorsQueryVariables>(
  'auditAnchors',
  '15809e560b2232be9205c2a14b0d81c3244294e608f95820c3077cfbb772ffe7',
);
export const caseloadDocument = operation<CaseloadQuery, CaseloadQueryVariables>(
  'caseload',
  'a70ef0d7431d1966f7172f640aee84353a35aac12df82d9aa2de75599fb843f9',
);
export const personCaseDocument = operation<PersonCaseQuery, PersonCaseQueryVariables>(
  'personCase',
  '2faa765259b1df787bfc05eea5428b7996db7740186a9088b696b79375a0baee',
);
export const recordVisitDocument = operation<RecordVisitMutation, RecordVisitMutationVariables>(
  'recordVisit',
  'e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
);
export const voucheeDocument = operation<VoucheeQuery, VoucheeQueryVariables>(
  'vouchee',
  '6b63b9e9fd1208a849cfbedd1b4df804af4b16f04c2afeaae55d7515d6e86ab9',
);
export const vouchDocument = operation<VouchMutation, VouchMutationVariables>(
  'vouch',
  'aa9af4dc9f7fa0447f5563dd7690054010e8f9b68a8f8723102c7dc9ec8050e1',
);
export const assessmentDocument = operation<AssessmentQuery, AssessmentQueryVariables>(
  'assessment',
  '797d0ff9608894fe97de9cce401569197b37cfb9a945fb7ee8d70f208dd70e6a',
);
export const orgDocument = operation<OrgQuery, OrgQueryVariables>(
  'org',
  '75487b757c4ba7dc6bd39ba9b3bae7d7f55ef57e860d53a47ca0b42c26544458',
);
export const saveQuotaReturnDocument = operation<SaveQuotaReturnMutation, SaveQuotaReturnMutationVariables>(
  'saveQuotaReturn',
  'ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
);
export const batchesDocument = operation<BatchesQuery, BatchesQueryVariables>(
  'batches',
  '2828fa7b92e65ea60888339486b10ec6551e70eb12df7033332428f33d1e63df',
);
export const batchDocument = operation<BatchQuery, BatchQueryVariables>(
  'batch',
  '22af99c73e477ca09da141018a90b8a2259ac095db19b8d3d234935093da79f9',
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
  'ddd5498b1ba9312c55c5bd77c67a220aa33262f406acec1938bb8d89bda4b7f6',
);
export const ledgerDocument = operation<LedgerQuery, LedgerQueryVariables>(
  'ledger',
  '3c5fec3f23970be00fb1c55e54a3ef3a585acc5ff46d1ebecac16733aa030fd2',
);
export const importBankReturnDocument = operation<ImportBankReturnMutation, ImportBankReturnMutationVariables>(
  'importBankReturn',
  '4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
);
export const helperDocument = operation<HelperQuery, HelperQueryVariables>(
  'helper',
  '34fe75698e18c46d01bdd6cbebed694494628d86a6d3505711b223bd98909378',
);
export const helpLogDocument = operation<HelpLogQuery, HelpLogQueryVariables>(
  'helpLog',
  'e04a71733da5f3be8e51ac64acc1089167f53909aedbbcaed54a3977fdcd1b7f',
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
  'c82cf0f5bbc72ebfb9948febb6ac2a8f82c160ed6f48a88ca40952b517217e33',
);
export const helperFormDocument = operation<HelperFormQuery, HelperFormQueryVariables>(
  'helperForm',
  'e32082a252c617e56f1e008d1d94fdbb3615beab12a4bc6815c5586309f7cf42',
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
  'c6d4609cd5e6356c97b67f33e89512852c219d7dad0302c7c37ffff1cc104580',
);
export const importRowDocument = operation<ImportRowQuery, ImportRowQueryVariables>(
  'importRow',
  '47048aba80711fbf6a55076ab50a0fa2ab4882a3a68e0ab808590d8a51d88519',
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
export const applicationQueueDocument = operation<ApplicationQueueQuery, ApplicationQueueQueryVariables>(
  'applicationQueue',
  '145e335c357cebe8de33c9de8519012953fe79c0820ade9b70d78fdbf097c5ad',
);
export const applicationCaseDocument = operation<ApplicationCaseQuery, ApplicationCaseQueryVariables>(
  'applicationCase',
  'a613019adac981cf36ef01f2d6d2120511aef511a77a984ea0abaab96ab22c1c',
);
export const decideApplicationDocument = operation<DecideApplicationMutation, DecideApplicationMutationVariables>(
  'decideApplication',
  'dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
);
export const complianceBoardDocument = operation<ComplianceBoardQuery, ComplianceBoardQueryVariables>(
  'complianceBoard',
  'ee184560e19854fbbc2cf4d552ca52f74ee0d347a8f9d90ee89d7ecbf546a86d',
);
export const dataRequestsDocument = operation<DataRequestsQuery, DataRequestsQueryVariables>(
  'dataRequests',
  'e4eacc68c38d48fe1539aa07fd88bf1476f868122beaccb4cd0c8e24d5492cbc',
);
export const dataRequestDocument = operation<DataRequestQuery, DataRequestQueryVariables>(
  'dataRequest',
  '561a91afc0ba28089ae40d4f16f8429c662dc087b0e9c02c32c5fa8efb30a207',
);
export const decideDataRequestDocument = operation<DecideDataRequestMutation, DecideDataRequestMutationVariables>(
  'decideDataRequest',
  '15ab093876b0f0af3d5cde2e9f426c67ae7c8e9763c653d431ed8a6d8db76698',
);
export const setLegalHoldDocument = operation<SetLegalHoldMutation, SetLegalHoldMutationVariables>(
  'setLegalHold',
  'cd62359c96d0924e1cc4a7ddb083ee790eece7d2981ec105dc60b43351d00b8d',
);
export const officeDocument = operation<OfficeQuery, OfficeQueryVariables>(
  'office',
  '24cd97af9f8e07b16596123b1e038f1e3c154cdfadf399691050821d6a0e39b2',
);
export const officeNoticeDocument = operation<OfficeNoticeQuery, OfficeNoticeQueryVariables>(
  'officeNotice',
  '8195252465eee19036c663a0f15ee3ff476923b5f6f325b1a80c3b6a6b6a07de',
);
export const decideObjectionDocument = operation<DecideObjectionMutation, DecideObjectionMutationVariables>(
  'decideObjection',
  'f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
);
export const officeNoticesDocument = operation<OfficeNoticesQuery, OfficeNoticesQueryVariables>(
  'officeNotices',
  'f663f8c9f6ddbdf754f2b30018fb232be11346d27d843234d0af814ab537a9fb',
);
export const publishNoticeDocument = operation<PublishNoticeMutation, PublishNoticeMutationVariables>(
  'publishNotice',
  '2e2855bb679157bb003a2bbe3692d536535ac878673ed7cd8e0d688298bf79fb',
);
export const closeNoticeDocument = operation<CloseNoticeMutation, CloseNoticeMutationVariables>(
  'closeNotice',
  'ed54a8397c2506a30dfe567637e52d943c6d96d16fda776dafdb74415fbe1215',
);
export const officeRulesDocument = operation<OfficeRulesQuery, OfficeRulesQueryVariables>(
  'officeRules',
  'a4ca9775496f96f39f65bdeae24e01d1482001641927d8657e916f2341032a62',
);
export const officeRuleKindsDocument = operation<OfficeRuleKindsQuery, OfficeRuleKindsQueryVariables>(
  'officeRuleKinds',
  'db58e35dee202599a4d6fb44a5013b0ad4736f8a7948ec3c2d51799d8201a2c5',
);
export const officeRuleDocument = operation<OfficeRuleQuery, OfficeRuleQueryVariables>(
  'officeRule',
  '4fde6619b7d86a9f741bcc907a638cd62141f6145e66a7e1a1c989af98f757b8',
);
export const officeRuleTrialDocument = operation<OfficeRuleTrialQuery, OfficeRuleTrialQueryVariables>(
  'officeRuleTrial',
  '9ea055e0b862d271f30157a4c5dc98344139ba9ffe03e5320d17a82de7ba1dfc',
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
export const usersDocument = operation<UsersQuery, UsersQueryVariables>(
  'users',
  '1934b83c0b69ea3c0b1ebf44c5c6ae1373f85b8af38c9cc756e93696c91dcbe3',
);
export const userDocument = operation<UserQuery, UserQueryVariables>(
  'user',
  '5b09887c64d97f4ec50801fb10c0240b5ee0c71c326042674eedd9e62675f6d4',
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
  'bd19765fe689b71fb256a910cf10383239e76e4f1e8a63555cf2916a17a11085',
);
export const demoDocument = operation<DemoQuery, DemoQueryVariables>(
  'demo',
  '498101c5c1dd127b29b35ed85521713fc0f5d4e60feabc2cc70eafac60ec9303',
);
export const advanceDemoTimeDocument = operation<AdvanceDemoTimeMutation, AdvanceDemoTimeMutationVariables>(
  'advanceDemoTime',
  'd4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
);
export const homeDocument = operation<HomeQuery, HomeQueryVariables>(
  'home',
  'ceea15c338f2384425d817b2c85e781f57fa3443bff2de225c1be7f0a7ff1399',
);
export const publicPostsDocument = operation<PublicPostsQuery, PublicPostsQueryVariables>(
  'publicPosts',
  'ff5981c269f82d4ed44d80b52a7255b2b51e8ae29470125577f069231cdf079e',
);
export const publicPostDocument = operation<PublicPostQuery, PublicPostQueryVariables>(
  'publicPost',
  '85b95f572341807638f349f6c81758598f4dc42a7d3d6d8e9610c725fd7217c5',
);
export const levyFormDocument = operation<LevyFormQuery, LevyFormQueryVariables>(
  'levyForm',
  '7febf170906a0c03cb25dd5b7566da42263c70e1663a8a9cb9c0e7e106395df1',
);
export const levyEstimateDocument = operation<LevyEstimateQuery, LevyEstimateQueryVariables>(
  'levyEstimate',
  '91c61b921376cd217c4ff8dc944a1e230fec4d43d46b322f943cf56b646e6b43',
);
export const publicNoticesDocument = operation<PublicNoticesQuery, PublicNoticesQueryVariables>(
  'publicNotices',
  'f08519d0c54eb57f73c015acf5a721c0fda67fe4d48b000e0c3bd4bddb66017c',
);
export const publicNoticeDocument = operation<PublicNoticeQuery, PublicNoticeQueryVariables>(
  'publicNotice',
  'dc5c0a40a6484cecdaee4a1cb6eaf5d9c2f97ab6cc88b35b0b77d6450ff87769',
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
export const waysInDocument = operation<WaysInQuery, WaysInQueryVariables>(
  'waysIn',
  '3d3e68d666a3ae718b25720e0bfa3d3ee338aa50414da00dd28914049616c4c3',
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
export const revealSubjectDocument = operation<RevealSubjectQuery, RevealSubjectQueryVariables>(
  'revealSubject',
  '72de44fc9344a43682782c71f600908ef77e351f47ae0fd94bda0888a3719f05',
);
export const revealDocument = operation<RevealMutation, RevealMutationVariables>(
  'reveal',
  '857d5a0d77aff0d4a42969190e474fa2d8bf6226cc0cc188135f1f592c4bcb9b',
);
export const myApplicationsDocument = operation<MyApplicationsQuery, MyApplicationsQueryVariables>(
  'myApplications',
  '96daac2a232d5812f400db1dbedb5351e04035988397523d0bde969db15d241d',
);
export const withdrawApplicationDocument = operation<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>(
  'withdrawApplication',
  '00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
);
export const applyFormDocument = operation<ApplyFormQuery, ApplyFormQueryVariables>(
  'applyForm',
  'a83146d488f8c20caf8228164eecbff57d2fead2915532f29d663d9f976ff6dc',
);
export const applyToPostDocument = operation<ApplyToPostMutation, ApplyToPostMutationVariables>(
  'applyToPost',
  'cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
);
export const grantsDocument = operation<GrantsQuery, GrantsQueryVariables>(
  'grants',
  'a1de11838f6828547158a3fd302d6dcbf8a3414ea4bd851974d0568925592fb0',
);
export const grantFormDocument = operation<GrantFormQuery, GrantFormQueryVariables>(
  'grantForm',
  '5043f44ed79ee2bcaad15fde11759d9f893e19713cd60d7afa780f28e4981553',
);
export const grantDocument = operation<GrantQuery, GrantQueryVariables>(
  'grant',
  '55a4e293d1d7b006e5965675724ffcc0813ecb8422cfd654e8f953169bbabc20',
);
export const applyForSchemeDocument = operation<ApplyForSchemeMutation, ApplyForSchemeMutationVariables>(
  'applyForScheme',
  'c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
);
export const meDocument = operation<MeQuery, MeQueryVariables>(
  'me',
  'd45ccf981a24a1f8e487110ebd4100fb0e1e884d4160174aacb4ed7bf4b3a06d',
);
export const matchedPostsDocument = operation<MatchedPostsQuery, MatchedPostsQueryVariables>(
  'matchedPosts',
  'c0abfb61c3c2bae61d16ac73558f3e85b36a70f301850b573d681cb1bfdfe817',
);
export const matchExplanationDocument = operation<MatchExplanationQuery, MatchExplanationQueryVariables>(
  'matchExplanation',
  'fceb57efd8d84062bd290da12ee9f949d204452dc8088c493c7ee021077af15f',
);
export const ownMessagesDocument = operation<OwnMessagesQuery, OwnMessagesQueryVariables>(
  'ownMessages',
  'c7918e85763284403b2c4ff3c824fc7eea93859ba8f0fefb341040dedc319299',
);
export const setSmsWantedDocument = operation<SetSmsWantedMutation, SetSmsWantedMutationVariables>(
  'setSmsWanted',
  'ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
);
export const myProfileDocument = operation<MyProfileQuery, MyProfileQueryVariables>(
  'myProfile',
  'df76d073b5e4ad27b4eeb9d5938fd2eb5e5d114cd2fc101bf66f51c0279d3238',
);
export const myContactDocument = operation<MyContactQuery, MyContactQueryVariables>(
  'myContact',
  'efb8ffc47b928505e657d0618939f8a64ca569fbf9e22bc54a0ccac832d00510',
);
export const myConsentsDocument = operation<MyConsentsQuery, MyConsentsQueryVariables>(
  'myConsents',
  'ad4ada834bedc5665cadff1a4f44be707aa40451d5ad7b97a418851676c01979',
);
export const myDataDocument = operation<MyDataQuery, MyDataQueryVariables>(
  'myData',
  '74e5f97ba62ce2152a0a9785c4a300096bcfab562e57ffb8583ec475604b5b22',
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
