// Made by scripts/generate-gql.mjs from the .gql documents and apps/api/schema.graphql. Do not edit.
import { operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SignInInput = {
  account: string;
  password: string;
  totp?: string | null | undefined;
};

export type PublicPostFilter = {
  text?: string | null | undefined;
  kind?: string | null | undefined;
  divisionCode?: string | null | undefined;
};

export type LodgeObjectionInput = {
  noticeId: string | number;
  lineId?: string | number | null | undefined;
  text: string;
  contact?: string | null | undefined;
  idempotencyKey: string;
};

export type LevyEstimateInput = {
  year: number;
  divisionCode: string;
  unitKind: string;
  employees?: string | null | undefined;
  averageWageYuan?: string | null | undefined;
  countedHires?: string | null | undefined;
  socialAverageWageYuan?: string | null | undefined;
};

export type ApplyToPostInput = {
  postId: string | number;
  contactPhone: string;
  contactWay: string;
  needs?: Array<string> | null | undefined;
  shareNeeds?: boolean | null | undefined;
  note?: string | null | undefined;
  idempotencyKey: string;
};

export type RecordVisitInput = {
  id: string | number;
  personId: string | number;
  visitedOn: string;
  met: string;
  situation?: string | null | undefined;
  wantsWork?: boolean | null | undefined;
  needs: Array<string>;
  smsConsent?: boolean | null | undefined;
  nextStep?: string | null | undefined;
  nextOn?: string | null | undefined;
  note?: string | null | undefined;
};

export type ImportCellInput = {
  key: string;
  value: string;
};

export type FixImportRowInput = {
  importId: string | number;
  row: number;
  version: number;
  cells: Array<ImportCellInput>;
};

export type FrameViewerFragment = { displayName: string, roles: Array<string>, divisionName: string };

export type FrameOnlyQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameOnlyQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null };

export type CaseRowFragment = { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null };

export type CaseloadQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type CaseloadQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, caseload: { totalCount: number, edges: Array<{ node: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, dueOn: string | null, overdue: boolean, reason: string, lastVisitOn: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PersonCaseQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonCaseQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, personCase: { personId: string, name: string, maskedCertificate: string, birthYear: number, divisionName: string, employment: string | null, wantsWork: boolean | null, skills: Array<string>, visits: Array<{ id: string, visitedOn: string, met: string, needs: Array<string>, nextStep: string | null, nextOn: string | null, note: string | null, recordedBy: string }>, applications: Array<{ id: string, stateText: string, post: { title: string } }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { recordVisit: { id: string } };

export type ImportJobQueryVariables = Exact<{
  id: string | number;
  afterRow: number;
}>;


export type ImportJobQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, importJob: { id: string, kind: string, kindTitle: string, fileName: string, state: string, rows: number, new: number, changed: number, unchanged: number, wrong: number, warned: number, committedRows: number, unknownColumns: Array<string>, codes: Array<{ code: string, severity: string, count: number }>, problems: Array<{ row: number | null, column: string | null, code: string, severity: string, message: string, hint: string, typed: string | null }> } };

export type ImportRowQueryVariables = Exact<{
  id: string | number;
  row: number;
}>;


export type ImportRowQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, importRow: { row: number, state: string, version: number, cells: Array<{ key: string, header: string, value: string }>, problems: Array<{ column: string | null, severity: string, message: string, hint: string }> } };

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

export type DemoQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoQuery = { demoToday: string | null, viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, demoAccounts: Array<{ account: string, password: string, displayName: string, roles: Array<string> }> };

export type AdvanceDemoTimeMutationVariables = Exact<{
  days: number;
}>;


export type AdvanceDemoTimeMutation = { advanceDemoTime: string };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicNotices: { edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }> } };

export type PostCardFragment = { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } };

export type PublicPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PublicPostFilter | null | undefined;
}>;


export type PublicPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicPosts: { totalCount: number, edges: Array<{ node: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicPostQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicPostQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null };

export type LevyResultFragment = { requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, levyYuan: string, trace: unknown, warnings: Array<string>, parameters: Array<{ code: string, value: string, source: string, status: string, answer: string }> };

export type LevyFormQueryVariables = Exact<{ [key: string]: never; }>;


export type LevyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, counties: Array<{ code: string, name: string }> };

export type LevyEstimateQueryVariables = Exact<{
  input: LevyEstimateInput;
  more: LevyEstimateInput;
}>;


export type LevyEstimateQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, counties: Array<{ code: string, name: string }>, now: { requiredHires: string, countedHires: string, shortfall: string, placementRatio: string, outcome: string, levyYuan: string, trace: unknown, warnings: Array<string>, parameters: Array<{ code: string, value: string, source: string, status: string, answer: string }> }, more: { levyYuan: string, outcome: string } };

export type PublicNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicNoticesQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicNotices: { totalCount: number, edges: Array<{ node: { id: string, title: string, startsOn: string, endsOn: string, open: boolean } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type PublicNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicNoticeQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicNotice: { id: string, title: string, basis: string, startsOn: string, endsOn: string, open: boolean, phone: string | null, lines: Array<{ id: string, maskedName: string, divisionName: string, subject: string, amountYuan: string | null }> } | null };

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

export type ApplicationRowFragment = { id: string, state: string, stateText: string, nextStep: string, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } };

export type MyApplicationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyApplicationsQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WithdrawApplicationMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { id: string } };

export type ApplyFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplyFormQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicPost: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null };

export type ApplyToPostMutationVariables = Exact<{
  input: ApplyToPostInput;
}>;


export type ApplyToPostMutation = { applyToPost: { id: string } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, myApplications: { totalCount: number, edges: Array<{ node: { id: string, state: string, stateText: string, nextStep: string, appliedOn: string, withdrawable: boolean, post: { id: string, title: string, employerName: string } } }> }, myBenefits: Array<{ id: string, schemeName: string, stateText: string, nextStep: string | null }>, matchedPosts: { totalCount: number, edges: Array<{ node: { answer: string, score: number, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }> } };

export type MatchedPostsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MatchedPostsQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, matchedPosts: { totalCount: number, edges: Array<{ node: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, post: { id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MatchExplanationQueryVariables = Exact<{
  postId: string | number;
}>;


export type MatchExplanationQuery = { viewer: { displayName: string, roles: Array<string>, divisionName: string } | null, publicPost: { openings: number, weeklyHours: number | null, skills: Array<string>, provisions: Array<string>, duties: Array<string>, id: string, title: string, kind: string, employerName: string, divisionName: string, closesOn: string, monthlyWageYuan: { low: string, high: string } } | null, matchExplanation: { answer: string, score: number, reasons: Array<string>, cautions: Array<string>, trace: unknown, whyNot: Array<{ rule: string, message: string, basis: string | null }>, changes: Array<{ moves: Array<string>, newAnswer: string }> } };

export const frameOnlyDocument = operation<FrameOnlyQuery, FrameOnlyQueryVariables>(
  'frameOnly',
  'cf273c37757d52c026b789fbb72794d9ee4ca0965aca8503effa4e1b975f2b36',
  "query frameOnly {\n  viewer {\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const caseloadDocument = operation<CaseloadQuery, CaseloadQueryVariables>(
  'caseload',
  'a6b0d40e61af2def4bd23e9399c9fab8c94f30aa46776a01a5fc50d5f447b840',
  "query caseload($first: Int!, $after: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  caseload(first: $first, after: $after, text: $text) {\n    totalCount\n    edges {\n      node {\n        ...CaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment CaseRow on CaseloadItem {\n  personId\n  name\n  maskedCertificate\n  birthYear\n  divisionName\n  dueOn\n  overdue\n  reason\n  lastVisitOn\n}",
);
export const personCaseDocument = operation<PersonCaseQuery, PersonCaseQueryVariables>(
  'personCase',
  '0bcb5c2ad2d1cd5387f26d50abb6c3e9655dcd30f55af943b170edfbc8da800c',
  "query personCase($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personCase(personId: $personId) {\n    personId\n    name\n    maskedCertificate\n    birthYear\n    divisionName\n    employment\n    wantsWork\n    skills\n    visits {\n      id\n      visitedOn\n      met\n      needs\n      nextStep\n      nextOn\n      note\n      recordedBy\n    }\n    applications {\n      id\n      post {\n        title\n      }\n      stateText\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const recordVisitDocument = operation<RecordVisitMutation, RecordVisitMutationVariables>(
  'recordVisit',
  'e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
  "mutation recordVisit($input: RecordVisitInput!) {\n  recordVisit(input: $input) {\n    id\n  }\n}",
);
export const importJobDocument = operation<ImportJobQuery, ImportJobQueryVariables>(
  'importJob',
  'fda0c63ad437189ce1cb225b62cbed6c170ca3c73f959f3ca2e9481a1d6411a1',
  "query importJob($id: ID!, $afterRow: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importJob(id: $id) {\n    id\n    kind\n    kindTitle\n    fileName\n    state\n    rows\n    new\n    changed\n    unchanged\n    wrong\n    warned\n    committedRows\n    codes {\n      code\n      severity\n      count\n    }\n    unknownColumns\n    problems(first: 100, afterRow: $afterRow) {\n      row\n      column\n      code\n      severity\n      message\n      hint\n      typed\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const importRowDocument = operation<ImportRowQuery, ImportRowQueryVariables>(
  'importRow',
  'bc1a7ab3a89679eb46654b4141ae66aba11fa3236ef689ec2d32f81fb452a877',
  "query importRow($id: ID!, $row: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importRow(importId: $id, row: $row) {\n    row\n    state\n    version\n    cells {\n      key\n      header\n      value\n    }\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
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
export const demoDocument = operation<DemoQuery, DemoQueryVariables>(
  'demo',
  '9bf6e890b61c89ef1418736cd34e95e09dbcaa550e969ee1a18c7051d4788d87',
  "query demo {\n  viewer {\n    ...FrameViewer\n  }\n  demoToday\n  demoAccounts {\n    account\n    password\n    displayName\n    roles\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const advanceDemoTimeDocument = operation<AdvanceDemoTimeMutation, AdvanceDemoTimeMutationVariables>(
  'advanceDemoTime',
  'd4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
  "mutation advanceDemoTime($days: Int!) {\n  advanceDemoTime(days: $days)\n}",
);
export const homeDocument = operation<HomeQuery, HomeQueryVariables>(
  'home',
  '8280263c6783454082e6fe1b4847c3e49b10cf0522862f7f2ba9a70aebfd69dc',
  "query home {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: 3) {\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const publicPostsDocument = operation<PublicPostsQuery, PublicPostsQueryVariables>(
  'publicPosts',
  'c4d41f3b67ab8a847fdef81562e9105fd2b6a43564a26180036795ab3ebda3ed',
  "query publicPosts($first: Int!, $after: String, $filter: PublicPostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PostCard\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const publicPostDocument = operation<PublicPostQuery, PublicPostQueryVariables>(
  'publicPost',
  'cd662835ac47d13d29781603b6773f256bd10c495172f015ebf98033d10d6a58',
  "query publicPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const levyFormDocument = operation<LevyFormQuery, LevyFormQueryVariables>(
  'levyForm',
  'dbb52b5e5255e2e3235591b4e5dd2d7b8863e88a2213d7c9dfd0caee53a612ca',
  "query levyForm {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const levyEstimateDocument = operation<LevyEstimateQuery, LevyEstimateQueryVariables>(
  'levyEstimate',
  '87366b19917a888c1d656cf6ca2242e9b38ccbd5c6a30af1d231ca6a4239341d',
  "query levyEstimate($input: LevyEstimateInput!, $more: LevyEstimateInput!) {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n  now: levyEstimate(input: $input) {\n    ...LevyResult\n  }\n  more: levyEstimate(input: $more) {\n    levyYuan\n    outcome\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment LevyResult on LevyEstimate {\n  requiredHires\n  countedHires\n  shortfall\n  placementRatio\n  outcome\n  levyYuan\n  parameters {\n    code\n    value\n    source\n    status\n    answer\n  }\n  trace\n  warnings\n}",
);
export const publicNoticesDocument = operation<PublicNoticesQuery, PublicNoticesQueryVariables>(
  'publicNotices',
  '439f5157e6b770e2dbf4f696919a18f62da7e200afa758a2c739de9acf095ef0',
  "query publicNotices($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
);
export const publicNoticeDocument = operation<PublicNoticeQuery, PublicNoticeQueryVariables>(
  'publicNotice',
  '00e86ebabcbb69a6dc9ca774b2a42140fe041aafa40eb7ae8bcacb3756a39745',
  "query publicNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    basis\n    startsOn\n    endsOn\n    open\n    phone\n    lines {\n      id\n      maskedName\n      divisionName\n      subject\n      amountYuan\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}",
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
export const myApplicationsDocument = operation<MyApplicationsQuery, MyApplicationsQueryVariables>(
  'myApplications',
  '7c504c2cec7a976966095bf395147b032ca23143af42f2a39fd53868a8e955c8',
  "query myApplications($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}",
);
export const withdrawApplicationDocument = operation<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>(
  'withdrawApplication',
  '00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
  "mutation withdrawApplication($id: ID!) {\n  withdrawApplication(id: $id) {\n    id\n  }\n}",
);
export const applyFormDocument = operation<ApplyFormQuery, ApplyFormQueryVariables>(
  'applyForm',
  '3bf8c74203bcd4cc588c582d15ae9c901bfd39fa86b5c47eb2d418672b8af9a5',
  "query applyForm($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const applyToPostDocument = operation<ApplyToPostMutation, ApplyToPostMutationVariables>(
  'applyToPost',
  'cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
  "mutation applyToPost($input: ApplyToPostInput!) {\n  applyToPost(input: $input) {\n    id\n  }\n}",
);
export const meDocument = operation<MeQuery, MeQueryVariables>(
  'me',
  '5be244f51fe0de781f75652d72d1a9d21b3d2282afde457ed28b738a34c155be',
  "query me {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: 3) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n  }\n  myBenefits {\n    id\n    schemeName\n    stateText\n    nextStep\n  }\n  matchedPosts(first: 3) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const matchedPostsDocument = operation<MatchedPostsQuery, MatchedPostsQueryVariables>(
  'matchedPosts',
  'edcbbccb1057e44c4151a2ba57b6d776efffcf6e23fb5ec1e0b213f6d28feb53',
  "query matchedPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  matchedPosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        cautions\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
export const matchExplanationDocument = operation<MatchExplanationQuery, MatchExplanationQueryVariables>(
  'matchExplanation',
  'c93e6a63ed48c337c1dbe3209f0da12ffc59086e27666a9995485cedda280707',
  "query matchExplanation($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n  matchExplanation(postId: $postId) {\n    answer\n    score\n    reasons\n    cautions\n    whyNot {\n      rule\n      message\n      basis\n    }\n    changes {\n      moves\n      newAnswer\n    }\n    trace\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
);
