// Made by scripts/generate-gql.mjs from the .gql documents of the portal. Do not edit.
/** The documents that the portal may send: number → text. */
export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  [
    'sha256:607ff77be6038af1799195a912a67ed0462800ff5c32e34cd290efc7190133db',
    "query frameOnly {\n  viewer {\n    id\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:c2c0bcec8a97999d070031795ffd201579e2ff260b86106702778736605dcfbf',
    "query ownIdNumber {\n  viewer {\n    ...FrameViewer\n  }\n  ownIdNumberDue\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:5b176c0fc429932aabc1f4f4ea9a2af327c82fa0dcea9b683061aef882de9db8',
    "mutation keepOwnIdNumber($idNumber: String!) {\n  keepOwnIdNumber(idNumber: $idNumber)\n}",
  ],
  [
    'sha256:cefdb340a379fef648ef6451b2f17ea65fd544abbf853ec952f158a321c713dc',
    "query ownPassword {\n  viewer {\n    ...FrameViewer\n  }\n  secondFactor {\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:0fc24535cc61fa2948f8f5658e66d001a2130cd47366848f24fd2832ad4d879e',
    "mutation changePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}",
  ],
  [
    'sha256:0fbc5566d28856c2aa4175df58502cc5c6d998846d5d9ba4ae2ebb4e1ba4d8fc',
    "query ownSessions {\n  ownIdNumberDue\n  viewer {\n    ...FrameViewer\n  }\n  sessions {\n    id\n    current\n    kind\n    agent\n    signedInAt\n    lastSeenAt\n  }\n  secondFactor {\n    enabled\n    recoveryCodesLeft\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ba006fbb1a398428c59bd72907b95430784d714fcb7640c14fa99804c7f87b2e',
    "mutation revokeSession($id: ID!) {\n  revokeSession(id: $id)\n}",
  ],
  [
    'sha256:e6babc13bb4010b7f2cec3f6c37abbabe0db71ae8c9855dada9522742dc5dc2e',
    "mutation revokeOtherSessions {\n  revokeOtherSessions\n}",
  ],
  [
    'sha256:266cb8982857957e8b6cad6276a972754e7105048207bce76d0dd4f1e716ed36',
    "mutation renewSecondFactor($password: String) {\n  renewSecondFactor(password: $password)\n}",
  ],
  [
    'sha256:e786a1eeca9c912182e4a2780a2a8a3956e885aae5592d932682ab1aec36878e',
    "query accountSetup($token: String!) {\n  accountSetup(token: $token) {\n    login\n    displayName\n    purpose\n    totpSecret\n    totpUri\n    expiresAt\n  }\n}",
  ],
  [
    'sha256:2df5727e156a8d25bbc794c52fd8e489a47fa0e7a965b131277b94c65c0ec034',
    "mutation completeSetup($input: CompleteSetupInput!) {\n  completeSetup(input: $input) {\n    codes\n  }\n}",
  ],
  [
    'sha256:86f21bfe270a4965565ecf4d2be00ed9745dff42e3282cf9860c1563422e7379',
    "query auditTrail($first: Int!, $after: String, $action: String, $targetId: ID, $from: String) {\n  viewer {\n    ...FrameViewer\n  }\n  auditTrail(\n    first: $first\n    after: $after\n    action: $action\n    targetId: $targetId\n    from: $from\n  ) {\n    totalCount\n    edges {\n      node {\n        id\n        seq\n        at\n        actorName\n        roleName\n        action\n        says\n        targetKind\n        targetId\n        reason\n        note\n        trace\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:9b322bec214b20331df5caa8c891a9ef1df0cf69ada26044164ad43c467d2466',
    "mutation verifyAuditTrail {\n  verifyAuditTrail {\n    ok\n    entries\n    anchors\n    head\n    fault {\n      seq\n      kind\n    }\n  }\n}",
  ],
  [
    'sha256:15809e560b2232be9205c2a14b0d81c3244294e608f95820c3077cfbb772ffe7',
    "query auditAnchors($day: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  auditAnchors(day: $day) {\n    seq\n    at\n    hash\n    signer\n    ours\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:a70ef0d7431d1966f7172f640aee84353a35aac12df82d9aa2de75599fb843f9',
    "query caseload($first: Int!, $after: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  caseload(first: $first, after: $after, text: $text) {\n    totalCount\n    edges {\n      node {\n        ...CaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment CaseRow on CaseloadItem {\n  personId\n  name\n  maskedCertificate\n  birthYear\n  divisionName\n  dueOn\n  overdue\n  reason\n  lastVisitOn\n}",
  ],
  [
    'sha256:2faa765259b1df787bfc05eea5428b7996db7740186a9088b696b79375a0baee',
    "query personCase($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personCase(personId: $personId) {\n    personId\n    name\n    maskedCertificate\n    maskedPhone\n    birthYear\n    divisionName\n    employment\n    wantsWork\n    skills\n    visits {\n      id\n      visitedOn\n      met\n      needs\n      nextStep\n      nextOn\n      note\n      recordedBy\n    }\n    applications {\n      id\n      post {\n        title\n      }\n      stateText\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
    "mutation recordVisit($input: RecordVisitInput!) {\n  recordVisit(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:6b63b9e9fd1208a849cfbedd1b4df804af4b16f04c2afeaae55d7515d6e86ab9',
    "query vouchee($code: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  vouchee(code: $code) {\n    name\n    birthYear\n    divisionName\n    maskedCertificate\n    askedAt\n    expiresAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:aa9af4dc9f7fa0447f5563dd7690054010e8f9b68a8f8723102c7dc9ec8050e1',
    "mutation vouch($code: String!) {\n  vouch(code: $code)\n}",
  ],
  [
    'sha256:797d0ff9608894fe97de9cce401569197b37cfb9a945fb7ee8d70f208dd70e6a',
    "query assessment($year: Int!, $employerId: ID) {\n  viewer {\n    ...FrameViewer\n  }\n  assessment(year: $year, employerId: $employerId) {\n    year\n    factYear\n    employerName\n    stateText\n    final\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    outcomeText\n    levyYuan\n    monthly {\n      month\n      headcount\n      counted\n    }\n    hires {\n      id\n      name\n      maskedCertificate\n      months {\n        month\n        counts\n        reasonText\n      }\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    parameters {\n      code\n      value\n      source\n      status\n      origin\n      answer\n    }\n    warnings\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:75487b757c4ba7dc6bd39ba9b3bae7d7f55ef57e860d53a47ca0b42c26544458',
    "query org($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  quotaReturn(year: $year) {\n    ...ReturnFacts\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ReturnFacts on QuotaReturn {\n  employerName\n  year\n  factYear\n  state\n  stateText\n  hires\n  monthlyHeadcount\n  payrollYuan\n  dispatched\n  seasonalWorkers\n  seasonalMonths\n  version\n}",
  ],
  [
    'sha256:ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
    "mutation saveQuotaReturn($input: QuotaReturnInput!) {\n  saveQuotaReturn(input: $input) {\n    year\n  }\n}",
  ],
  [
    'sha256:2828fa7b92e65ea60888339486b10ec6551e70eb12df7033332428f33d1e63df',
    "query batches($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ready: payouts(state: \"READY\", first: 1) {\n    totalCount\n  }\n  batches(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...BatchRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
  ],
  [
    'sha256:22af99c73e477ca09da141018a90b8a2259ac095db19b8d3d234935093da79f9',
    "query batch($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  batch(id: $id) {\n    ...BatchRow\n    totalInCapitals\n    sha256\n    sealedBy\n    releasedBy\n    exportId\n    payouts {\n      id\n      stateText\n      payeeName\n      maskedAccount\n      accountInHand\n      amountYuan\n      paidOn\n      failure\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
  ],
  [
    'sha256:64d1ab4d14800299e582a7c6ffee2465eedac97c9d7c655fb5e7804a4d26d177',
    "mutation sealBatch($input: SealBatchInput!) {\n  sealBatch(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:f14b577f1dcb56a59abe24daa4cc5aa7ce125807224bd8b95e2944f15377ebc8',
    "mutation releaseBatch($input: ReleaseBatchInput!) {\n  releaseBatch(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:db323389a5fb33545679237cf272f7d7661641db101fdfffb74bf3d3933782d7',
    "mutation exportBatch($id: ID!, $idempotencyKey: String!) {\n  exportBatch(id: $id, idempotencyKey: $idempotencyKey) {\n    exportId\n    fileName\n    sha256\n  }\n}",
  ],
  [
    'sha256:05f0afcaa25f26bfe1cc296de5c4547136f49892ead911af805ff89b741d8aaa',
    "mutation sandboxBankRun($batchId: ID!, $idempotencyKey: String!) {\n  sandboxBankRun(batchId: $batchId, idempotencyKey: $idempotencyKey) {\n    exportId\n    fileName\n  }\n}",
  ],
  [
    'sha256:ddd5498b1ba9312c55c5bd77c67a220aa33262f406acec1938bb8d89bda4b7f6',
    "query envelopes {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:3c5fec3f23970be00fb1c55e54a3ef3a585acc5ff46d1ebecac16733aa030fd2',
    "query ledger($envelopeId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ledger(envelopeId: $envelopeId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        bookedOn\n        event\n        memo\n        debit\n        credit\n        amountYuan\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
    "mutation importBankReturn($importId: ID!, $idempotencyKey: String!) {\n  importBankReturn(importId: $importId, idempotencyKey: $idempotencyKey) {\n    paid\n    failed\n    unchanged\n    totalYuan\n  }\n}",
  ],
  [
    'sha256:34fe75698e18c46d01bdd6cbebed694494628d86a6d3505711b223bd98909378',
    "query helper {\n  viewer {\n    ...FrameViewer\n  }\n  peopleIHelp {\n    personId\n    name\n    placeName\n    birthYear\n    scopes {\n      code\n      text\n    }\n    until\n    acting\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:e04a71733da5f3be8e51ac64acc1089167f53909aedbbcaed54a3977fdcd1b7f',
    "query helpLog($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  helpLog(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...LogRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment LogRow on DelegationLogNode {\n  id\n  at\n  actorName\n  personName\n  text\n}",
  ],
  [
    'sha256:0775059b3414088200de445f48c4579a517f7297c32c9db3601e51ff9c0dc113',
    "mutation startActing($personId: ID!) {\n  startActing(personId: $personId) {\n    token\n  }\n}",
  ],
  [
    'sha256:62594c726b585186ccfd9c5b32c8ae82c7b2684d449c63e5545532a86d39e706',
    "mutation stopActing {\n  stopActing {\n    token\n  }\n}",
  ],
  [
    'sha256:c82cf0f5bbc72ebfb9948febb6ac2a8f82c160ed6f48a88ca40952b517217e33',
    "query helpers($personId: ID, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  delegations(personId: $personId) {\n    ...DelegationRow\n  }\n  delegationLog(personId: $personId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...LogRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment DelegationRow on Delegation {\n  id\n  helperName\n  kindText\n  scopes {\n    code\n    text\n  }\n  until\n  consentText\n  state\n  stateText\n}\n\nfragment LogRow on DelegationLogNode {\n  id\n  at\n  actorName\n  personName\n  text\n}",
  ],
  [
    'sha256:e32082a252c617e56f1e008d1d94fdbb3615beab12a4bc6815c5586309f7cf42',
    "query helperForm($personId: ID) {\n  viewer {\n    ...FrameViewer\n  }\n  helperChoices(personId: $personId) {\n    personName\n    maskedPhone\n    staff {\n      id\n      name\n      kind\n      kindText\n    }\n    periods {\n      until\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:74a7debd1c99b9b343dbe407861f5ac6d4272184db48a53d8edf20e69f15e3ec',
    "mutation requestDelegationCode($input: DelegationTermsInput!) {\n  requestDelegationCode(input: $input)\n}",
  ],
  [
    'sha256:2f863770d9f735fe7e7f9a6e8aefc9859df8e8614335fa3d279851eeedaaa1df',
    "mutation grantDelegation($input: GrantDelegationInput!) {\n  grantDelegation(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:9960bebc8f223bc33ca9df9d781c3f0d01c4b431caa1661878b0e1ac7eeabe5c',
    "mutation revokeDelegation($id: ID!) {\n  revokeDelegation(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:c6d4609cd5e6356c97b67f33e89512852c219d7dad0302c7c37ffff1cc104580',
    "query importJob($id: ID!, $afterRow: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importJob(id: $id) {\n    id\n    kind\n    kindTitle\n    fileName\n    state\n    rows\n    new\n    changed\n    unchanged\n    wrong\n    warned\n    committedRows\n    codes {\n      code\n      severity\n      count\n    }\n    unknownColumns\n    problems(first: 100, afterRow: $afterRow) {\n      row\n      column\n      code\n      severity\n      message\n      hint\n      typed\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:47048aba80711fbf6a55076ab50a0fa2ab4882a3a68e0ab808590d8a51d88519',
    "query importRow($id: ID!, $row: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importRow(importId: $id, row: $row) {\n    row\n    state\n    version\n    cells {\n      key\n      header\n      value\n    }\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:c65ea1a6a4e655d28f04dc652512eb96a18f200d44c719ac5193998829f10200',
    "mutation fixImportRow($input: FixImportRowInput!) {\n  fixImportRow(input: $input) {\n    row\n    state\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}",
  ],
  [
    'sha256:05a703d54e07421d90c91952790ea47eff94ad48599e42c9aa6b49d600739bbc',
    "mutation commitImport($id: ID!) {\n  commitImport(id: $id) {\n    state\n  }\n}",
  ],
  [
    'sha256:af9998db95a53a8393081164f388002d2632f365e93c7f76eef0a99f1d74bb69',
    "mutation discardImport($id: ID!) {\n  discardImport(id: $id) {\n    state\n  }\n}",
  ],
  [
    'sha256:145e335c357cebe8de33c9de8519012953fe79c0820ade9b70d78fdbf097c5ad',
    "query applicationQueue($step: String!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationQueue(step: $step, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        schemeName\n        applicantName\n        divisionName\n        amountYuan\n        stateText\n        submittedOn\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:a613019adac981cf36ef01f2d6d2120511aef511a77a984ea0abaab96ab22c1c',
    "query applicationCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationCase(id: $id) {\n    id\n    version\n    schemeName\n    applicantName\n    divisionName\n    object\n    periodText\n    hours\n    feeYuan\n    amountYuan\n    personId\n    maskedAccount\n    state\n    stateText\n    step\n    blocked\n    submittedOn\n    eligibility {\n      eligible\n      reasons {\n        rule\n        passed\n        message\n        basis\n      }\n      trace {\n        depth\n        step\n        label\n        value\n        source\n        note\n      }\n    }\n    decisions {\n      step\n      by\n      at\n      outcome\n      reason\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
    "mutation decideApplication($input: DecideApplicationInput!) {\n  decideApplication(input: $input) {\n    id\n    stateText\n  }\n}",
  ],
  [
    'sha256:ee184560e19854fbbc2cf4d552ca52f74ee0d347a8f9d90ee89d7ecbf546a86d',
    "query complianceBoard($divisionCode: String!, $year: Int!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  complianceBoard(\n    divisionCode: $divisionCode\n    year: $year\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    edges {\n      node {\n        employerId\n        employerName\n        divisionName\n        stateText\n        employees\n        countedHires\n        shortfall\n        placementRatio\n        outcomeText\n        levyYuan\n        problem {\n          message\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:e4eacc68c38d48fe1539aa07fd88bf1476f868122beaccb4cd0c8e24d5492cbc',
    "query dataRequests($first: Int!, $after: String, $waiting: Boolean) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequests(first: $first, after: $after, waiting: $waiting) {\n    totalCount\n    edges {\n      node {\n        ...DeletionRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  retentionRun {\n    startedAt\n    finishedAt\n    held\n    lines {\n      what\n      gone\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment DeletionRow on DataRequest {\n  id\n  personId\n  personName\n  idNumber\n  divisionName\n  state\n  stateText\n  requestedAt\n  dueAt\n}",
  ],
  [
    'sha256:561a91afc0ba28089ae40d4f16f8429c662dc087b0e9c02c32c5fa8efb30a207',
    "query dataRequest($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequest(id: $id) {\n    id\n    personId\n    personName\n    idNumber\n    divisionName\n    state\n    stateText\n    requestedAt\n    dueAt\n    version\n    open\n    hold\n    answer\n    kept {\n      what\n      until\n      source\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:15ab093876b0f0af3d5cde2e9f426c67ae7c8e9763c653d431ed8a6d8db76698',
    "mutation decideDataRequest($input: DecideDataRequestInput!) {\n  decideDataRequest(input: $input) {\n    id\n    stateText\n  }\n}",
  ],
  [
    'sha256:cd62359c96d0924e1cc4a7ddb083ee790eece7d2981ec105dc60b43351d00b8d',
    "mutation setLegalHold($input: LegalHoldInput!) {\n  setLegalHold(input: $input) {\n    id\n    hold\n  }\n}",
  ],
  [
    'sha256:24cd97af9f8e07b16596123b1e038f1e3c154cdfadf399691050821d6a0e39b2',
    "query office {\n  viewer {\n    ...FrameViewer\n  }\n  review: applicationQueue(step: \"REVIEW\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n  approve: applicationQueue(step: \"APPROVE\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:8195252465eee19036c663a0f15ee3ff476923b5f6f325b1a80c3b6a6b6a07de',
    "query officeNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    startsOn\n    endsOn\n    open\n    state\n    lineCount\n  }\n  objections(noticeId: $id) {\n    id\n    serial\n    state\n    text\n    contact\n    reason\n    lodgedOn\n    answerBy\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
    "mutation decideObjection($input: DecideObjectionInput!) {\n  decideObjection(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:f663f8c9f6ddbdf754f2b30018fb232be11346d27d843234d0af814ab537a9fb',
    "query officeNotices($first: Int!, $after: String, $schemeCode: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  noticeCandidates(schemeCode: $schemeCode) {\n    count\n    totalYuan\n  }\n  schemes {\n    code\n    name\n  }\n  publicNotices(first: $first, after: $after, mine: true) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n        state\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:2e2855bb679157bb003a2bbe3692d536535ac878673ed7cd8e0d688298bf79fb',
    "mutation publishNotice($input: PublishNoticeInput!) {\n  publishNotice(input: $input) {\n    id\n    title\n  }\n}",
  ],
  [
    'sha256:ed54a8397c2506a30dfe567637e52d943c6d96d16fda776dafdb74415fbe1215',
    "mutation closeNotice($id: ID!, $idempotencyKey: String!) {\n  closeNotice(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n  }\n}",
  ],
  [
    'sha256:a4ca9775496f96f39f65bdeae24e01d1482001641927d8657e916f2341032a62',
    "query officeRules($first: Int!, $after: String, $day: String!, $code: String) {\n  viewer {\n    ...FrameViewer\n  }\n  waiting: parameterRows(first: 20, filter: {state: \"ENTERED\"}) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n        enteredBy\n      }\n    }\n  }\n  missingParameters {\n    code\n    name\n    decides\n    qualifier\n    qualifierText\n    scope\n    scopeName\n    day\n    asked\n  }\n  rows: parameterRows(\n    first: $first\n    after: $after\n    filter: {state: \"COUNTS\", day: $day, code: $code}\n  ) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  parameterKinds {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:db58e35dee202599a4d6fb44a5013b0ad4736f8a7948ec3c2d51799d8201a2c5',
    "query officeRuleKinds {\n  viewer {\n    ...FrameViewer\n  }\n  parameterKinds {\n    code\n    name\n    decides\n    example\n    scopes\n    several\n    money\n    rulebook\n    units {\n      value\n      text\n    }\n    qualifiers {\n      value\n      text\n    }\n    choices {\n      value\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:4fde6619b7d86a9f741bcc907a638cd62141f6145e66a7e1a1c989af98f757b8',
    "query officeRule($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    value\n    unit\n    act\n    number\n    article\n    status\n    origin\n    supersedesId\n    enteredBy\n    enteredAt\n    confirmedBy\n    confirmedAt\n    withdrawnBy\n    withdrawnAt\n    version\n    mine\n    mayConfirm\n    mayWithdraw\n    maySupersede\n    standing {\n      ...RuleRow\n    }\n    history {\n      ...RuleRow\n      enteredBy\n      enteredAt\n      confirmedBy\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:9ea055e0b862d271f30157a4c5dc98344139ba9ffe03e5320d17a82de7ba1dfc',
    "query officeRuleTrial($id: ID!, $trial: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    mayConfirm\n    standing {\n      ...RuleRow\n    }\n  }\n  parameterTrial(id: $trial) {\n    id\n    rowId\n    state\n    percent\n    finishedAt\n    findings {\n      name\n      title\n      sentence\n      checked\n      population\n      changed\n      beforeYuan\n      afterYuan\n      lines {\n        name\n        what\n        before\n        after\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:3edbaef155e77c8cd1421c3d8c3301239325deca60d7160593fe6e40b76e768d',
    "mutation enterRule($input: EnterParameterInput!) {\n  enterParameter(input: $input) {\n    id\n    name\n  }\n}",
  ],
  [
    'sha256:885a1df186872a9514e3614f89e5e962f95b0a0f9610bbebdb4f768802aa9a87',
    "mutation tryRule($id: ID!) {\n  tryParameter(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:dc3a22df8224b7ab30dc6aac70d4db2fb9a9a8a25f384fea107889c64d4370bc',
    "mutation confirmRule($id: ID!, $version: Int!) {\n  confirmParameter(id: $id, version: $version) {\n    id\n    name\n  }\n}",
  ],
  [
    'sha256:d481df2db97bd29843047701fc3ee5a4808593793f82b15bf9bfa5443eb46cf8',
    "mutation withdrawRule($id: ID!, $version: Int!) {\n  withdrawParameter(id: $id, version: $version) {\n    id\n  }\n}",
  ],
  [
    'sha256:1934b83c0b69ea3c0b1ebf44c5c6ae1373f85b8af38c9cc756e93696c91dcbe3',
    "query users($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  accounts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...UserRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  idNumberDue\n  change {\n    id\n    roles\n    own\n  }\n}",
  ],
  [
    'sha256:5b09887c64d97f4ec50801fb10c0240b5ee0c71c326042674eedd9e62675f6d4',
    "query user($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  account(id: $id) {\n    ...UserRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  idNumberDue\n  change {\n    id\n    roles\n    own\n  }\n}",
  ],
  [
    'sha256:5fd886fd52cef8bbf1af1d8145906c478759418f7e6f136209fd0c166d188552',
    "mutation createAccount($input: CreateAccountInput!) {\n  createAccount(input: $input) {\n    accountId\n    setupToken\n  }\n}",
  ],
  [
    'sha256:3aacb1c18d82da9064bbf810324d61451a49e8bbf3b2fc5a5cac3bcde2a8a143',
    "mutation setRoles($id: ID!, $roles: [String!]!) {\n  setRoles(id: $id, roles: $roles)\n}",
  ],
  [
    'sha256:b2b32d8aefd853080a46d4eceb50a7b402c72ecd76d54d2fcf739b848ac482d6',
    "mutation decideRoles($changeId: ID!, $approve: Boolean!) {\n  decideRoles(changeId: $changeId, approve: $approve)\n}",
  ],
  [
    'sha256:311c9a3b055869f88d5c941097cf639664a797dbc431e85a8df8c9fd93a6c74e',
    "mutation setAccountDisabled($id: ID!, $disabled: Boolean!) {\n  setAccountDisabled(id: $id, disabled: $disabled)\n}",
  ],
  [
    'sha256:cdc8ba1d9b3d2d23bbcebd0198c713bd2fd39cd1b8194a9f26fb980983e4b87b',
    "mutation resetAccount($id: ID!) {\n  resetAccount(id: $id) {\n    accountId\n    setupToken\n  }\n}",
  ],
  [
    'sha256:e961f71e6d67d3e54a83900a84ae5e74d7f02033a57cf106e66eaee3cd32ae1e',
    "mutation requestCode($phone: String!) {\n  requestCode(input: {phone: $phone})\n}",
  ],
  [
    'sha256:86eac2e4a888ac756dab276814ad24b5ca700725af99dcdfe5481feaabdc67ef',
    "mutation verifyCode($input: VerifyCodeInput!) {\n  verifyCode(input: $input) {\n    token\n    choices {\n      personId\n      maskedName\n      birthYear\n    }\n  }\n}",
  ],
  [
    'sha256:bd19765fe689b71fb256a910cf10383239e76e4f1e8a63555cf2916a17a11085',
    "query demoSms {\n  viewer {\n    ...FrameViewer\n  }\n  demoSms {\n    id\n    phone\n    text\n    createdAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:498101c5c1dd127b29b35ed85521713fc0f5d4e60feabc2cc70eafac60ec9303',
    "query demo {\n  viewer {\n    ...FrameViewer\n  }\n  demoToday\n  demoAccounts {\n    account\n    password\n    displayName\n    roles\n    code\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:d4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
    "mutation advanceDemoTime($days: Int!) {\n  advanceDemoTime(days: $days)\n}",
  ],
  [
    'sha256:ceea15c338f2384425d817b2c85e781f57fa3443bff2de225c1be7f0a7ff1399',
    "query home {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: 3) {\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ff5981c269f82d4ed44d80b52a7255b2b51e8ae29470125577f069231cdf079e',
    "query publicPosts($first: Int!, $after: String, $filter: PublicPostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PostCard\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:85b95f572341807638f349f6c81758598f4dc42a7d3d6d8e9610c725fd7217c5',
    "query publicPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:7febf170906a0c03cb25dd5b7566da42263c70e1663a8a9cb9c0e7e106395df1',
    "query levyForm {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:91c61b921376cd217c4ff8dc944a1e230fec4d43d46b322f943cf56b646e6b43',
    "query levyEstimate($input: LevyEstimateInput!, $more: LevyEstimateInput!) {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n  now: levyEstimate(input: $input) {\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    levyYuan\n    parameters {\n      code\n      value\n      source\n      status\n      answer\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    warnings\n  }\n  more: levyEstimate(input: $more) {\n    levyYuan\n    outcome\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f08519d0c54eb57f73c015acf5a721c0fda67fe4d48b000e0c3bd4bddb66017c',
    "query publicNotices($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:dc5c0a40a6484cecdaee4a1cb6eaf5d9c2f97ab6cc88b35b0b77d6450ff87769',
    "query publicNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    basis\n    startsOn\n    endsOn\n    open\n    phone\n    lines {\n      id\n      maskedName\n      divisionName\n      subject\n      amountYuan\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:a927b9aca6fa63ac744cc2bf33e2c14743eb40179ae16f813fe6dbc6d59a846c',
    "mutation lodgeObjection($input: LodgeObjectionInput!) {\n  lodgeObjection(input: $input) {\n    id\n    answerBy\n  }\n}",
  ],
  [
    'sha256:b258a17839a2b0bf78b7c49392311ec17134c27ffa7fc5d7cdacd3b10bca7599',
    "mutation oidcStart {\n  oidcStart {\n    url\n    state\n  }\n}",
  ],
  [
    'sha256:27848fc388aee41f9261373f3e5e17594e8fe963e8e5bf220457421fd5f71f59',
    "mutation oidcFinish($input: OidcFinishInput!) {\n  oidcFinish(input: $input) {\n    token\n  }\n}",
  ],
  [
    'sha256:3d3e68d666a3ae718b25720e0bfa3d3ee338aa50414da00dd28914049616c4c3',
    "query waysIn {\n  viewer {\n    ...FrameViewer\n  }\n  oidcPlatform\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f820edb380607717fbdc7be11b9dd51da12109a5217eb8b7dfe42179340f03da',
    "mutation signIn($input: SignInInput!) {\n  signIn(input: $input) {\n    token\n  }\n}",
  ],
  [
    'sha256:2e0f7193b501a58d7dfb1dd09ca128107824d3a5d9205f6c18384e68b46cb638',
    "mutation signOut {\n  signOut\n}",
  ],
  [
    'sha256:cdc873f3ec1645a6946d51f714326d407a5977cacb1b8137fe3e098fe49d25fc',
    "mutation requestOwnCode {\n  requestOwnCode\n}",
  ],
  [
    'sha256:2cf751691e1bbbbaf8ad6ec38e6f2dd9b8700e622445b24d2cbd87bbd39401a7',
    "mutation stepUp($input: ProofInput!) {\n  stepUp(input: $input) {\n    token\n  }\n}",
  ],
  [
    'sha256:aa3825b074543d822b669e433a2023222f452ae847a043535e2ca51bd86a508a',
    "mutation requestVouch($certificate: String!) {\n  requestVouch(input: {certificate: $certificate}) {\n    code\n    ticket\n    expiresAt\n  }\n}",
  ],
  [
    'sha256:08d8d5129bf39da49cf7f7d4768a161a0babffc507e388eb5f36e59907213a2a',
    "mutation vouchSignIn($ticket: String!) {\n  vouchSignIn(input: {ticket: $ticket}) {\n    token\n  }\n}",
  ],
  [
    'sha256:6961178013c10da65ec3411d765424fe557191ebf92d0b1f6d9130354491b58c',
    "query policyTable {\n  policyTable {\n    roles {\n      code\n      text\n    }\n    groups {\n      heading\n      rules {\n        action\n        says\n        roles\n        stepUp\n        notVouched\n        helper\n      }\n    }\n  }\n}",
  ],
  [
    'sha256:72de44fc9344a43682782c71f600908ef77e351f47ae0fd94bda0888a3719f05',
    "query revealSubject($field: String!, $subjectId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  revealSubject(field: $field, subjectId: $subjectId) {\n    title\n    whose\n    reasons {\n      code\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:857d5a0d77aff0d4a42969190e474fa2d8bf6226cc0cc188135f1f592c4bcb9b',
    "mutation reveal($input: RevealInput!) {\n  reveal(input: $input) {\n    title\n    whose\n    value\n    hiddenAt\n  }\n}",
  ],
  [
    'sha256:96daac2a232d5812f400db1dbedb5351e04035988397523d0bde969db15d241d',
    "query myApplications($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}",
  ],
  [
    'sha256:00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
    "mutation withdrawApplication($id: ID!) {\n  withdrawApplication(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:a83146d488f8c20caf8228164eecbff57d2fead2915532f29d663d9f976ff6dc',
    "query applyForm($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n  }\n  myConsents {\n    purposes {\n      purpose\n      state\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
    "mutation applyToPost($input: ApplyToPostInput!) {\n  applyToPost(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:a1de11838f6828547158a3fd302d6dcbf8a3414ea4bd851974d0568925592fb0',
    "query grants {\n  viewer {\n    ...FrameViewer\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    open\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:5043f44ed79ee2bcaad15fde11759d9f893e19713cd60d7afa780f28e4981553',
    "query grantForm {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    account\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    objectLabel\n    whoCan\n    papers\n    open\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:55a4e293d1d7b006e5965675724ffcc0813ecb8422cfd654e8f953169bbabc20',
    "query grant {\n  viewer {\n    ...FrameViewer\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
    "mutation applyForScheme($input: ApplyForSchemeInput!) {\n  applyForScheme(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:d45ccf981a24a1f8e487110ebd4100fb0e1e884d4160174aacb4ed7bf4b3a06d',
    "query me {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: 3) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n  }\n  myBenefits {\n    id\n    schemeName\n    stateText\n    nextStep\n  }\n  matchedPosts(first: 3) {\n    withheld\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:c0abfb61c3c2bae61d16ac73558f3e85b36a70f301850b573d681cb1bfdfe817',
    "query matchedPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n  }\n  matchedPosts(first: $first, after: $after) {\n    withheld\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        cautions\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:fceb57efd8d84062bd290da12ee9f949d204452dc8088c493c7ee021077af15f',
    "query matchExplanation($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n  matchExplanation(postId: $postId) {\n    answer\n    score\n    reasons\n    cautions\n    why {\n      ...Finding\n    }\n    whyNot {\n      ...Finding\n    }\n    changes {\n      moves\n      newAnswer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Finding on MatchFinding {\n  rule\n  answer\n  message\n  needed\n  has\n  basis\n}",
  ],
  [
    'sha256:c7918e85763284403b2c4ff3c824fc7eea93859ba8f0fefb341040dedc319299',
    "query ownMessages($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  smsWanted\n  messages(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        text\n        createdAt\n        smsText\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
    "mutation setSmsWanted($wanted: Boolean!) {\n  setSmsWanted(wanted: $wanted)\n}",
  ],
  [
    'sha256:df76d073b5e4ad27b4eeb9d5938fd2eb5e5d114cd2fc101bf66f51c0279d3238',
    "query myProfile {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    idNumber\n    certificate\n    certificateExpiresOn\n    phone\n    account\n    divisionName\n    residenceName\n    wantsWork\n    skills\n  }\n  myConsents {\n    purposes {\n      state\n    }\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
  ],
  [
    'sha256:efb8ffc47b928505e657d0618939f8a64ca569fbf9e22bc54a0ccac832d00510',
    "query myContact {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    phone\n    divisionName\n    residenceName\n  }\n  smsWanted\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ad4ada834bedc5665cadff1a4f44be707aa40451d5ad7b97a418851676c01979',
    "query myConsents {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n    statutory {\n      code\n      title\n      data\n      why\n      basis\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n}",
  ],
  [
    'sha256:74e5f97ba62ce2152a0a9785c4a300096bcfab562e57ffb8583ec475604b5b22',
    "query myData {\n  viewer {\n    ...FrameViewer\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n    open\n    kept {\n      what\n      until\n      source\n    }\n    graceDays\n    exportDays\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
  ],
  [
    'sha256:9ab894796f62ebaa2644cc4c0e01149d19c0252c9ae999b8d7c9dd347f1a6ddc',
    "mutation setConsent($purpose: String!, $given: Boolean!) {\n  setConsent(purpose: $purpose, given: $given) {\n    purposes {\n      purpose\n      state\n    }\n  }\n}",
  ],
  [
    'sha256:ee7dce59c894efbdb692f76531d2ae798fa95a042c3e1293797704f3820673fd',
    "mutation requestMyData($kind: String!) {\n  requestMyData(kind: $kind) {\n    id\n    state\n  }\n}",
  ],
  [
    'sha256:ca797a8a32592831e3a4ebb65155db217511de59adb9f384bcbd5836a4215193',
    "mutation withdrawMyDataRequest($id: ID!) {\n  withdrawMyDataRequest(id: $id) {\n    id\n    state\n  }\n}",
  ],
]);
