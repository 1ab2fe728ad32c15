// Made by scripts/generate-gql.mjs from the .gql documents of the portal. Do not edit.
/** The documents that the portal may send: number → text. */
export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  [
    'sha256:b11a0c5d3a17354ee35ed08bdf8cb69d48f93285d17b833e792b25b69c1f6bc5',
    "query frameOnly {\n  viewer {\n    id\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:392faa479c87e7a337440cd0ceeb95ae4db9d0e52f5b485b56c13b63ce01d774',
    "query ownPassword {\n  viewer {\n    ...FrameViewer\n  }\n  secondFactor {\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:0fc24535cc61fa2948f8f5658e66d001a2130cd47366848f24fd2832ad4d879e',
    "mutation changePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}",
  ],
  [
    'sha256:40f384d9a0faab497aab254de1f744396d043050bcf8309c5104a5aeff77cc9f',
    "query ownSessions {\n  viewer {\n    ...FrameViewer\n  }\n  sessions {\n    id\n    current\n    kind\n    agent\n    signedInAt\n    lastSeenAt\n  }\n  secondFactor {\n    enabled\n    recoveryCodesLeft\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:bd456f1d90708a87caf268c10ac6f164d0527360bef3fbcaf5ceb0eac7130912',
    "query auditTrail($first: Int!, $after: String, $action: String, $targetId: ID, $from: String) {\n  viewer {\n    ...FrameViewer\n  }\n  auditTrail(\n    first: $first\n    after: $after\n    action: $action\n    targetId: $targetId\n    from: $from\n  ) {\n    totalCount\n    edges {\n      node {\n        id\n        seq\n        at\n        actorName\n        roleName\n        action\n        says\n        targetKind\n        targetId\n        reason\n        note\n        trace\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:9b322bec214b20331df5caa8c891a9ef1df0cf69ada26044164ad43c467d2466',
    "mutation verifyAuditTrail {\n  verifyAuditTrail {\n    ok\n    entries\n    anchors\n    head\n    fault {\n      seq\n      kind\n    }\n  }\n}",
  ],
  [
    'sha256:8fb6e4e32a19d464316215d936e834e687c0c4df3d038e903961d15b39d76032',
    "query auditAnchors($day: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  auditAnchors(day: $day) {\n    seq\n    at\n    hash\n    signer\n    ours\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:de7160a7e396ee747ba4694ae06e6f57a53f722e72b9d4a4378a7d3be9ae6897',
    "query caseload($first: Int!, $after: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  caseload(first: $first, after: $after, text: $text) {\n    totalCount\n    edges {\n      node {\n        ...CaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment CaseRow on CaseloadItem {\n  personId\n  name\n  maskedCertificate\n  birthYear\n  divisionName\n  dueOn\n  overdue\n  reason\n  lastVisitOn\n}",
  ],
  [
    'sha256:460200b7ec6c9c0aa142c01edd1d37c03fa1ae9ce5961227628cc7a1d77f590c',
    "query personCase($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personCase(personId: $personId) {\n    personId\n    name\n    maskedCertificate\n    maskedPhone\n    birthYear\n    divisionName\n    employment\n    wantsWork\n    skills\n    visits {\n      id\n      visitedOn\n      met\n      needs\n      nextStep\n      nextOn\n      note\n      recordedBy\n    }\n    applications {\n      id\n      post {\n        title\n      }\n      stateText\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
    "mutation recordVisit($input: RecordVisitInput!) {\n  recordVisit(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:0c355077b229fa69d398f06723cf213c49bb7e1b6bd195182816cc4725966cce',
    "query vouchee($code: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  vouchee(code: $code) {\n    name\n    birthYear\n    divisionName\n    maskedCertificate\n    askedAt\n    expiresAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:aa9af4dc9f7fa0447f5563dd7690054010e8f9b68a8f8723102c7dc9ec8050e1',
    "mutation vouch($code: String!) {\n  vouch(code: $code)\n}",
  ],
  [
    'sha256:3dfc02e9596cad16198f1295de14dc58aa6cc809737c612c336cb424e5fed51f',
    "query assessment($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  assessment(year: $year) {\n    year\n    factYear\n    employerName\n    stateText\n    final\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    outcomeText\n    levyYuan\n    monthly {\n      month\n      headcount\n      counted\n    }\n    hires {\n      name\n      maskedCertificate\n      months {\n        month\n        counts\n        reasonText\n      }\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    parameters {\n      code\n      value\n      source\n      status\n      origin\n      answer\n    }\n    warnings\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:af39d694f41ac8cb2332633a34826ad7ed696ab04dc5978a7d64263e62b340f4',
    "query org($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  quotaReturn(year: $year) {\n    ...ReturnFacts\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ReturnFacts on QuotaReturn {\n  employerName\n  year\n  factYear\n  state\n  stateText\n  hires\n  monthlyHeadcount\n  payrollYuan\n  dispatched\n  seasonalWorkers\n  seasonalMonths\n  version\n}",
  ],
  [
    'sha256:ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
    "mutation saveQuotaReturn($input: QuotaReturnInput!) {\n  saveQuotaReturn(input: $input) {\n    year\n  }\n}",
  ],
  [
    'sha256:420c5fb09674385aca4145df9f93dcaaa5fd63e6198ab7bad9a6045f378e3b2a',
    "query batches($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ready: payouts(state: \"READY\", first: 1) {\n    totalCount\n  }\n  batches(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...BatchRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
  ],
  [
    'sha256:99fec8da0262f9a2e364948c28c2cac86850f367a13c734477413c111cd7cdfd',
    "query batch($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  batch(id: $id) {\n    ...BatchRow\n    totalInCapitals\n    sha256\n    sealedBy\n    releasedBy\n    exportId\n    payouts {\n      id\n      stateText\n      payeeName\n      maskedAccount\n      accountInHand\n      amountYuan\n      paidOn\n      failure\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
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
    'sha256:7dcc93e9eef0d2d6e3482566ae7476dce88780d1f96cd8024d5b2fc530b8bfb0',
    "query envelopes {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:108f31bb9c4774e370f2915d2ad505dd7ff14e41ca65c2c2a9177bf42111cc6c',
    "query ledger($envelopeId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ledger(envelopeId: $envelopeId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        bookedOn\n        event\n        memo\n        debit\n        credit\n        amountYuan\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
    "mutation importBankReturn($importId: ID!, $idempotencyKey: String!) {\n  importBankReturn(importId: $importId, idempotencyKey: $idempotencyKey) {\n    paid\n    failed\n    unchanged\n    totalYuan\n  }\n}",
  ],
  [
    'sha256:c7ca00784c57892c6086348df521853022dca7e253599b6219db1839dde33079',
    "query importJob($id: ID!, $afterRow: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importJob(id: $id) {\n    id\n    kind\n    kindTitle\n    fileName\n    state\n    rows\n    new\n    changed\n    unchanged\n    wrong\n    warned\n    committedRows\n    codes {\n      code\n      severity\n      count\n    }\n    unknownColumns\n    problems(first: 100, afterRow: $afterRow) {\n      row\n      column\n      code\n      severity\n      message\n      hint\n      typed\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:305897c651f9d92cf7029286c3af12eb939009c9f06f59532dfbf8f388ae42e5',
    "query importRow($id: ID!, $row: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importRow(importId: $id, row: $row) {\n    row\n    state\n    version\n    cells {\n      key\n      header\n      value\n    }\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:53cea1f9947afbf81cb686b816f3d47761f12e3e209232d72ec70aae656708e4',
    "query applicationQueue($step: String!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationQueue(step: $step, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        schemeName\n        applicantName\n        divisionName\n        amountYuan\n        stateText\n        submittedOn\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:f6ec3bfb835955d1376500fc806a78680a6345c31331f63c2179aed34010cbb3',
    "query applicationCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationCase(id: $id) {\n    id\n    version\n    schemeName\n    applicantName\n    divisionName\n    object\n    periodText\n    hours\n    feeYuan\n    amountYuan\n    maskedAccount\n    state\n    stateText\n    step\n    blocked\n    submittedOn\n    eligibility {\n      eligible\n      reasons {\n        rule\n        passed\n        message\n        basis\n      }\n      trace {\n        depth\n        step\n        label\n        value\n        source\n        note\n      }\n    }\n    decisions {\n      step\n      by\n      at\n      outcome\n      reason\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
    "mutation decideApplication($input: DecideApplicationInput!) {\n  decideApplication(input: $input) {\n    id\n    stateText\n  }\n}",
  ],
  [
    'sha256:2980b6179c1820969f9d4a08f2364692a82b74b047c71fc0d3ddf55317633953',
    "query complianceBoard($divisionCode: String!, $year: Int!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  complianceBoard(\n    divisionCode: $divisionCode\n    year: $year\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    edges {\n      node {\n        employerId\n        employerName\n        divisionName\n        stateText\n        employees\n        countedHires\n        shortfall\n        placementRatio\n        outcomeText\n        levyYuan\n        problem {\n          message\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:2abf7cb61697f19ea68fbcf6bc00142fe7113a505af7ee0978c6a19605779b0d',
    "query dataRequests($first: Int!, $after: String, $waiting: Boolean) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequests(first: $first, after: $after, waiting: $waiting) {\n    totalCount\n    edges {\n      node {\n        ...DeletionRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  retentionRun {\n    startedAt\n    finishedAt\n    held\n    lines {\n      what\n      gone\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment DeletionRow on DataRequest {\n  id\n  personName\n  idNumber\n  divisionName\n  state\n  stateText\n  requestedAt\n  dueAt\n}",
  ],
  [
    'sha256:d4210092511432c79fb2f6acd7d375b2c32ce04fffe9bcf583b6d2d8c2910e50',
    "query dataRequest($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequest(id: $id) {\n    id\n    personName\n    idNumber\n    divisionName\n    state\n    stateText\n    requestedAt\n    dueAt\n    version\n    open\n    hold\n    answer\n    kept {\n      what\n      until\n      source\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:d94e395db68cefffc8bcf13bde0b2845515d3b36c0ce6ead7473566209779cb7',
    "query office {\n  viewer {\n    ...FrameViewer\n  }\n  review: applicationQueue(step: \"REVIEW\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n  approve: applicationQueue(step: \"APPROVE\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:01b8abc523b573e0ce3a4f5201a0185e4592b31716325874c68fbe15ceaa8b9a',
    "query officeNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    startsOn\n    endsOn\n    open\n    state\n    lineCount\n  }\n  objections(noticeId: $id) {\n    id\n    serial\n    state\n    text\n    contact\n    reason\n    lodgedOn\n    answerBy\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
    "mutation decideObjection($input: DecideObjectionInput!) {\n  decideObjection(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:6a615f68f5fd3fbd43466bc449edb6cd052065377d232a2df0e05835e19084f5',
    "query officeNotices($first: Int!, $after: String, $schemeCode: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  noticeCandidates(schemeCode: $schemeCode) {\n    count\n    totalYuan\n  }\n  schemes {\n    code\n    name\n  }\n  publicNotices(first: $first, after: $after, mine: true) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n        state\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:11cbdfaf590e1ad7f4b3690cd477bb062855299ac55ea2d2a26b824589a571bd',
    "query officeRules($first: Int!, $after: String, $day: String!, $code: String) {\n  viewer {\n    ...FrameViewer\n  }\n  waiting: parameterRows(first: 20, filter: {state: \"ENTERED\"}) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n        enteredBy\n      }\n    }\n  }\n  missingParameters {\n    code\n    name\n    decides\n    qualifier\n    qualifierText\n    scope\n    scopeName\n    day\n    asked\n  }\n  rows: parameterRows(\n    first: $first\n    after: $after\n    filter: {state: \"COUNTS\", day: $day, code: $code}\n  ) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  parameterKinds {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:301f70e3a1c3e2f14a30edcc5720ac393c2cde8b23034056c8a2c1f6d4a8283b',
    "query officeRuleKinds {\n  viewer {\n    ...FrameViewer\n  }\n  parameterKinds {\n    code\n    name\n    decides\n    example\n    scopes\n    several\n    money\n    rulebook\n    units {\n      value\n      text\n    }\n    qualifiers {\n      value\n      text\n    }\n    choices {\n      value\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:c0a752df47733a90f562e03a6de9489fc418df0a8d5f5fca0e320cc599ea6dcf',
    "query officeRule($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    value\n    unit\n    act\n    number\n    article\n    status\n    origin\n    supersedesId\n    enteredBy\n    enteredAt\n    confirmedBy\n    confirmedAt\n    withdrawnBy\n    withdrawnAt\n    version\n    mine\n    mayConfirm\n    mayWithdraw\n    maySupersede\n    standing {\n      ...RuleRow\n    }\n    history {\n      ...RuleRow\n      enteredBy\n      enteredAt\n      confirmedBy\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:7f1992626f345a4cc8e1d4c75f45478b7678821310581213df239ecf620d9076',
    "query officeRuleTrial($id: ID!, $trial: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    mayConfirm\n    standing {\n      ...RuleRow\n    }\n  }\n  parameterTrial(id: $trial) {\n    id\n    rowId\n    state\n    percent\n    finishedAt\n    findings {\n      name\n      title\n      sentence\n      checked\n      population\n      changed\n      beforeYuan\n      afterYuan\n      lines {\n        name\n        what\n        before\n        after\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
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
    'sha256:36c87799bdf227b19816b14e62cb849c7c9706218957abfae291ec79c54385a5',
    "query users($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  accounts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...UserRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  change {\n    id\n    roles\n    own\n  }\n}",
  ],
  [
    'sha256:df13f910815305402c54dc72251660a497029f8eed1c82550570e31886529293',
    "query user($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  account(id: $id) {\n    ...UserRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  change {\n    id\n    roles\n    own\n  }\n}",
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
    'sha256:7f8fde2e9121a137eaf98f167c0a889051ec36db09da0c9b7d9f17a5a581c770',
    "query demoSms {\n  viewer {\n    ...FrameViewer\n  }\n  demoSms {\n    id\n    phone\n    text\n    createdAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:24c28e4fca736c89a5e23247388fe193864af0a4e78d9790603c4f7d66c2809b',
    "query demo {\n  viewer {\n    ...FrameViewer\n  }\n  demoToday\n  demoAccounts {\n    account\n    password\n    displayName\n    roles\n    code\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:d4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
    "mutation advanceDemoTime($days: Int!) {\n  advanceDemoTime(days: $days)\n}",
  ],
  [
    'sha256:929c530318ce35a4757a013f9ded9fd18e0a69f80a0c2974a2f79c863c85d223',
    "query home {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: 3) {\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:47bf9097754239da3afdb1997ff668c3b75e566f1667acf8fa5769efe131ef98',
    "query publicPosts($first: Int!, $after: String, $filter: PublicPostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PostCard\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:25570335db68baa6c82f8b04de345670c649400f36fccfd0553a35bc83008b43',
    "query publicPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:2a57bb8619cfc630f6f66e6462dc265a5f72e9b59362bda764d7d4fd267a78fc',
    "query levyForm {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:fb6524608efb67d307e3c54be5fb26859cd712136cd13d3842846236fc2ad4b9',
    "query levyEstimate($input: LevyEstimateInput!, $more: LevyEstimateInput!) {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n  now: levyEstimate(input: $input) {\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    levyYuan\n    parameters {\n      code\n      value\n      source\n      status\n      answer\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    warnings\n  }\n  more: levyEstimate(input: $more) {\n    levyYuan\n    outcome\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:e76fa5a4817c44b611ea69babccdd27dd3328a80a126c0a02c335ab9d80a98b9',
    "query publicNotices($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:e2f1566ede69baec4f3a895c6da9251ac9efa808ed613a9857f5c67bf85cda16',
    "query publicNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    basis\n    startsOn\n    endsOn\n    open\n    phone\n    lines {\n      id\n      maskedName\n      divisionName\n      subject\n      amountYuan\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:92c6979cd6d64abce2ad8c600b834e46d98845aa9a3de00b6d25e841c9ed8fe1',
    "query waysIn {\n  viewer {\n    ...FrameViewer\n  }\n  oidcPlatform\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
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
    'sha256:84ee2522cf1904713d16488cac2d95916a7a4f0b6cd8baae39e00418d5a0d305',
    "query revealSubject($field: String!, $subjectId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  revealSubject(field: $field, subjectId: $subjectId) {\n    title\n    whose\n    reasons {\n      code\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:857d5a0d77aff0d4a42969190e474fa2d8bf6226cc0cc188135f1f592c4bcb9b',
    "mutation reveal($input: RevealInput!) {\n  reveal(input: $input) {\n    title\n    whose\n    value\n    hiddenAt\n  }\n}",
  ],
  [
    'sha256:a24e300d360257dafbb28bb97d2eb0bd9629961994fe717591b5392325df4819',
    "query myApplications($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}",
  ],
  [
    'sha256:00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
    "mutation withdrawApplication($id: ID!) {\n  withdrawApplication(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:3dcd052987462b6a9b9438d768aeb6a2bc7896338cb73a0e31503d3385c10f4c',
    "query applyForm($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n  }\n  myConsents {\n    purposes {\n      purpose\n      state\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
    "mutation applyToPost($input: ApplyToPostInput!) {\n  applyToPost(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:faa3010fcbb86afbaa7c0da32c44caba55e375c7cfc157e8954b416e950c0799',
    "query grants {\n  viewer {\n    ...FrameViewer\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    open\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:6d3e781d36dce18a34b8b4a6153a10a51b741fd3a5026a2b12a1a9a660a96d59',
    "query grantForm {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    account\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    objectLabel\n    whoCan\n    papers\n    open\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:6e8072a2d690357b7a2098b374b8b6b100301ed63d226957d9e07525c538e8d4',
    "query grant {\n  viewer {\n    ...FrameViewer\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
    "mutation applyForScheme($input: ApplyForSchemeInput!) {\n  applyForScheme(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:1ca57f5bf139e75645befc3c155be8ccb19ca0323ff29a28a4dfdd8006131b5a',
    "query me {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: 3) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n  }\n  myBenefits {\n    id\n    schemeName\n    stateText\n    nextStep\n  }\n  matchedPosts(first: 3) {\n    withheld\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:70aeb014ddaf649d656348708c24dd8020763f27435b5b688806a9868ab0ab1b',
    "query matchedPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n  }\n  matchedPosts(first: $first, after: $after) {\n    withheld\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        cautions\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:9531f15cb4113eed5a3020d629791c875af9416d6a7e2d1db4266d1b5ec2ea41',
    "query matchExplanation($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n  matchExplanation(postId: $postId) {\n    answer\n    score\n    reasons\n    cautions\n    why {\n      ...Finding\n    }\n    whyNot {\n      ...Finding\n    }\n    changes {\n      moves\n      newAnswer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Finding on MatchFinding {\n  rule\n  answer\n  message\n  needed\n  has\n  basis\n}",
  ],
  [
    'sha256:794b4789e6cdd96cea215fd700c462dd226f533377cf68c2fa6f0498a2170bdd',
    "query ownMessages($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  smsWanted\n  messages(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        text\n        createdAt\n        smsText\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
    "mutation setSmsWanted($wanted: Boolean!) {\n  setSmsWanted(wanted: $wanted)\n}",
  ],
  [
    'sha256:e181e84cec040a78e60a2db82d719b9c6a3ac73a7d1575b9e4f9d23ee1d18580',
    "query myProfile {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    idNumber\n    certificate\n    certificateExpiresOn\n    phone\n    account\n    divisionName\n    residenceName\n    wantsWork\n    skills\n  }\n  myConsents {\n    purposes {\n      state\n    }\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
  ],
  [
    'sha256:c4f0d340e697e35469528f25dbd772cdc93ad64ca0b37c704709d2a1b7bb3969',
    "query myContact {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    phone\n    divisionName\n    residenceName\n  }\n  smsWanted\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}",
  ],
  [
    'sha256:4512a2ce611afd62445b521e226fceac8eb6c488237a066673aaee650078fce3',
    "query myConsents {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n    statutory {\n      code\n      title\n      data\n      why\n      basis\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n}",
  ],
  [
    'sha256:cf88bfbab811fe16eaccf368462cf9cf9e17ba889d56e5c24c9bed7622db5316',
    "query myData {\n  viewer {\n    ...FrameViewer\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n    open\n    kept {\n      what\n      until\n      source\n    }\n    graceDays\n    exportDays\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
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
