// Made by scripts/generate-gql.mjs from the .gql documents of the portal. Do not edit.
/** The documents that the portal may send: number → text. */
export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  [
    'sha256:56a20da56d8c8811d021e13baece554b52dbe73fe589651544bfb9811cb98e04',
    "query frameOnly {\n  viewer {\n    id\n    ...FrameViewer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:529b926328e41568e80f13fad27bc66ee7740b3b8b5a4406b6fa45d1d26a634d',
    "query ownIdNumber {\n  viewer {\n    ...FrameViewer\n  }\n  ownIdNumberDue\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:5b176c0fc429932aabc1f4f4ea9a2af327c82fa0dcea9b683061aef882de9db8',
    "mutation keepOwnIdNumber($idNumber: String!) {\n  keepOwnIdNumber(idNumber: $idNumber)\n}",
  ],
  [
    'sha256:14ac160da852da00e47140ed3498852cf2462a96841e2713f099ca753e2de72b',
    "query ownPassword {\n  viewer {\n    ...FrameViewer\n  }\n  secondFactor {\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:0fc24535cc61fa2948f8f5658e66d001a2130cd47366848f24fd2832ad4d879e',
    "mutation changePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input)\n}",
  ],
  [
    'sha256:468656ae39ea7c4292572f5d8175380fdaee0b01b9f82375099f821e4b3b3fe4',
    "query ownSessions {\n  ownIdNumberDue\n  viewer {\n    ...FrameViewer\n  }\n  sessions {\n    id\n    current\n    kind\n    agent\n    signedInAt\n    lastSeenAt\n  }\n  secondFactor {\n    enabled\n    recoveryCodesLeft\n    hasPassword\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:9c561f3f9b94d23694cbaef29fccc7aff8373b565e4518369dace9b63cde48b8',
    "query auditTrail($first: Int!, $after: String, $action: String, $targetId: ID, $from: String) {\n  viewer {\n    ...FrameViewer\n  }\n  auditTrail(\n    first: $first\n    after: $after\n    action: $action\n    targetId: $targetId\n    from: $from\n  ) {\n    totalCount\n    edges {\n      node {\n        id\n        seq\n        at\n        actorName\n        roleName\n        action\n        says\n        targetKind\n        targetId\n        reason\n        note\n        trace\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:9b322bec214b20331df5caa8c891a9ef1df0cf69ada26044164ad43c467d2466',
    "mutation verifyAuditTrail {\n  verifyAuditTrail {\n    ok\n    entries\n    anchors\n    head\n    fault {\n      seq\n      kind\n    }\n  }\n}",
  ],
  [
    'sha256:07278d9bb965e351e55098c6999e9ab923216e903b12437f1a3937cd0d57cf7b',
    "query auditAnchors($day: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  auditAnchors(day: $day) {\n    seq\n    at\n    hash\n    signer\n    ours\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:87fb05d0c588002434eb6530cb6ab4722840392c3145210a16566820ff251274',
    "query personConsents($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personConsents(personId: $personId) {\n    personId\n    name\n    birthYear\n    divisionName\n    purposes {\n      ...StandingRow\n    }\n    history {\n      ...SaidRow\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment StandingRow on StandingConsent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  newest {\n    ...SaidRow\n  }\n}\n\nfragment SaidRow on SaidConsent {\n  id\n  purpose\n  title\n  given\n  at\n  channelText\n  saidByText\n  recordedByName\n  evidenceId\n}",
  ],
  [
    'sha256:f7eba934d8ac9da8420ec0d091122ba4f9b3c0865a5be5961291cf672a2315fe',
    "mutation recordConsent($input: RecordConsentInput!) {\n  recordConsent(input: $input)\n}",
  ],
  [
    'sha256:081865a7b1bc3de0f63dc195b993a6571d069958308d8921c7126c4bb5aa184a',
    "query findPerson($number: String!) {\n  findPerson(number: $number) {\n    id\n  }\n}",
  ],
  [
    'sha256:187e0ef7377a1bbb656c97931d48074a711a21630ea0cf10f126f94c82bc25ca',
    "query caseload($first: Int!, $after: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  caseload(first: $first, after: $after, text: $text) {\n    totalCount\n    edges {\n      node {\n        ...CaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment CaseRow on CaseloadItem {\n  personId\n  name\n  maskedCertificate\n  birthYear\n  divisionName\n  dueOn\n  overdue\n  reason\n  lastVisitOn\n}",
  ],
  [
    'sha256:bc5cc1e37f5971ad8089cd26845493324cadedeed67b760e8eeec763bf61176b',
    "query personCase($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personCase(personId: $personId) {\n    personId\n    name\n    maskedCertificate\n    maskedPhone\n    birthYear\n    divisionName\n    employment\n    wantsWork\n    skills\n    accessNeeds\n    visits {\n      id\n      visitedOn\n      met\n      needs\n      nextStep\n      nextOn\n      note\n      recordedBy\n    }\n    applications {\n      id\n      post {\n        title\n      }\n      stateText\n    }\n    placements {\n      id\n      title\n      employerName\n      startedOn\n      endedOn\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:e38f177094ae063d575e6eb58afb4e541791ee77536c43837404f83ce3248956',
    "mutation recordVisit($input: RecordVisitInput!) {\n  recordVisit(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:d25907665f787f805719c48cdbf61c009becef41d3888c33f3c326644734c884',
    "query quotaGaps($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  quotaGaps(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...QuotaGapRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment QuotaGapRow on QuotaGap {\n  employerId\n  employerName\n  divisionName\n  near\n  missing\n  typicalWork\n  ownWork\n  fitting\n}",
  ],
  [
    'sha256:3855414bf10c9413382b4d56b326867ca2d7e544c8e7e0097c89c6f0309e87bc',
    "query peopleForPost($id: ID!, $first: Int!, $after: String, $unknown: Boolean!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    title\n    employerName\n  }\n  shortlist(postId: $id, first: $first, after: $after, unknown: $unknown) {\n    open\n    totalCount\n    edges {\n      node {\n        ...ListedPersonText\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    asOf {\n      late\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ListedPersonText on ListedPerson {\n  personId\n  name\n  birthYear\n  divisionName\n  mine\n  candidateRef\n  runningText\n  answer\n  score\n  reasons\n  cautions\n  toAssess\n}",
  ],
  [
    'sha256:6cade057c59068ba96177841d760dc939049735de60a5c7f045e4f7c4fe19006',
    "query candidateAsks {\n  viewer {\n    ...FrameViewer\n  }\n  candidateAsks {\n    id\n    version\n    personId\n    personName\n    personPlace\n    post {\n      id\n      title\n      employerName\n    }\n    askedOn\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ffb55e72f48822ab2fd866cbeb934988f827dc177b3e707af7a5e05ba82df534',
    "mutation dropCandidateAsk($id: ID!, $version: Int!) {\n  dropCandidateAsk(id: $id, version: $version)\n}",
  ],
  [
    'sha256:20143834b49742724a8712f35149ec25f4941ad56218ee5c6fb0967600985b13',
    "query personAssessments($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personAssessments(personId: $personId) {\n    personId\n    name\n    mayAssess\n    profiles {\n      ...AssessedItems\n    }\n    corrected {\n      id\n      assessor\n      assessedOn\n      replacedAt\n      items {\n        item\n        level\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment AssessedItems on FunctionalProfile {\n  id\n  version\n  assessor\n  assessedOn\n  validUntil\n  state\n  items {\n    item\n    level\n  }\n  ownAids\n}",
  ],
  [
    'sha256:8208290fa7ce6ad283fc1e9b885d501e8e41ed583a04593e3c2b28081a65314e',
    "mutation saveFunctionalProfile($input: SaveFunctionalProfileInput!) {\n  saveFunctionalProfile(input: $input) {\n    personId\n  }\n}",
  ],
  [
    'sha256:4b243b12cf49b099348c3af93761ac72b608c5da970f9052ead5d8dac6a935e9',
    "query referPosts($personId: ID!, $first: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  personConsents(personId: $personId) {\n    personId\n    name\n  }\n  matchedPosts(first: $first, filter: {personId: $personId}) {\n    totalCount\n    edges {\n      node {\n        post {\n          id\n          title\n          employerName\n          divisionName\n          monthlyWageYuan {\n            low\n            high\n          }\n        }\n        answer\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:4d7145c868345c540ca25c4d14f5d8bd9cc6dfddc4053a454f51214d45104af4',
    "query referrals($first: Int!, $after: String, $filter: ReferralFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  referrals(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...ReferralRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ReferralRow on Referral {\n  id\n  personId\n  personName\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  referred\n  appliedOn\n  silent\n  due {\n    month\n    dueOn\n  }\n}",
  ],
  [
    'sha256:8136a2d563ae541dad49e8e19a98d9a6feaa47bc0125e7059b75b5ef98cc9758',
    "query referral($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  referral(id: $id) {\n    ...ReferralRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ReferralRow on Referral {\n  id\n  personId\n  personName\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  referred\n  appliedOn\n  silent\n  due {\n    month\n    dueOn\n  }\n}",
  ],
  [
    'sha256:c3b838710e23b5b145cea2179595d7a068a4a8450291df80df7930be24c60997',
    "mutation referToPost($input: ReferToPostInput!) {\n  referToPost(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:62c0e40504573a782403f8d49ea0294d588cecacfe6753ad1c697a7b42550c70',
    "mutation recordRetention($input: RecordRetentionInput!) {\n  recordRetention(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:c1324aa71d6f19821ffdb180755b6a25d0eb86a1af1994a8c4b010142f872635',
    "query supportDesk($first: Int!, $after: String, $view: String!, $day: String) {\n  viewer {\n    ...FrameViewer\n  }\n  supportDesk(first: $first, after: $after, view: $view, day: $day) {\n    totalCount\n    edges {\n      node {\n        ...SupportCaseRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SupportCaseRow on SupportCase {\n  id\n  personName\n  divisionName\n  overdue\n  support {\n    ...SupportLine\n  }\n}\n\nfragment SupportLine on Support {\n  id\n  kindText\n  occasionText\n  title\n  startsAt\n  stateText\n  state\n  providedBy\n  bookedFrom\n}",
  ],
  [
    'sha256:e183e6052b78d5a5201efa686e4626aace40ef0b08a267c94782a13c5e880b4d',
    "query supportCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  supportCase(id: $id) {\n    id\n    personId\n    personName\n    divisionName\n    needs\n    overdue\n    providerId\n    feeBy\n    feeYuan\n    agreedYuan\n    costYuan\n    support {\n      ...SupportText\n    }\n  }\n  supportProviders {\n    ...ProviderRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SupportText on Support {\n  id\n  version\n  kind\n  kindText\n  occasion\n  occasionText\n  applicationId\n  title\n  place\n  wayText\n  helpText\n  startsAt\n  minutes\n  state\n  stateText\n  gone\n  tellEmployer\n  providedBy\n  bookedFrom\n  bookedTo\n  deliveredMinutes\n  confirmedBy\n  reasonText\n  moves\n}\n\nfragment ProviderRow on SupportProvider {\n  id\n  version\n  name\n  kind\n  kindText\n  kinds\n  kindTexts\n  maskedPhone\n  hourlyYuan\n  active\n}",
  ],
  [
    'sha256:ca9891b286d738a540aed52bbad2085825092badbefddf252c4e25df72dd4496',
    "query supportFor($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  supportPerson(personId: $personId) {\n    personId\n    personName\n    needs\n    interviews {\n      id\n      title\n      startsAt\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f1cdfd24252b6842a0ae06a566eb01db2182dde128397f2c9e1d8b209a3ffbd0',
    "mutation requestSupportFor($personId: ID!, $input: RequestSupportInput!) {\n  requestSupportFor(personId: $personId, input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:ece11995be8f5cd0b91bec5c03c0371f02f075e5f964aef512f9394927e49f55',
    "mutation bookSupport($input: BookSupportInput!) {\n  bookSupport(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:f398743c13e3717e018be5cfffe4a97ecb759a53bb11f4857abab4534ccb9fd9',
    "mutation declineSupport($input: DeclineSupportInput!) {\n  declineSupport(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:e86617946f250363fa748270b68b20d7a9c5b7ee70f5f59139cd979aaaa55ea6',
    "query vouchee($code: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  vouchee(code: $code) {\n    name\n    birthYear\n    divisionName\n    maskedCertificate\n    askedAt\n    expiresAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:aa9af4dc9f7fa0447f5563dd7690054010e8f9b68a8f8723102c7dc9ec8050e1',
    "mutation vouch($code: String!) {\n  vouch(code: $code)\n}",
  ],
  [
    'sha256:c2940364e38179bc63da4b0aaa141936dcc882b1f31e3a4f585f9926f52d4e86',
    "query townWelfare($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  welfarePosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        employerName\n        townName\n        placed\n        openings\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:7a34309417a2abde49ddae6359f6163b379933ba052052e6bdb3ac509c8d6d76',
    "query welfareProposals($first: Int!, $after: String, $state: String) {\n  viewer {\n    ...FrameViewer\n  }\n  welfareProposals(first: $first, after: $after, state: $state) {\n    totalCount\n    edges {\n      node {\n        ...WelfareProposalRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment WelfareProposalRow on WelfareProposal {\n  id\n  title\n  state\n  stateText\n  employerName\n  divisionName\n  seats\n  proposedOn\n}",
  ],
  [
    'sha256:9b1c99c4951321e8e7113d7f16a1416b45ae633f123204ca201c710d4d153465',
    "query newWelfareProposal($text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  welfareUnits(text: $text) {\n    id\n    name\n  }\n  welfarePlaces {\n    code\n    divisionName\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:a87297400d45bf01ba4796276de9002817e4f04928e8b0bb48b09138bb66be50',
    "query welfareProposal($id: ID!, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  welfareProposal(id: $id) {\n    ...WelfareProposalText\n  }\n  welfareUnits(text: $text) {\n    id\n    name\n  }\n  welfarePlaces {\n    code\n    divisionName\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment WelfareProposalText on WelfareProposal {\n  ...WelfareProposalRow\n  version\n  employerId\n  workDivisionCode\n  description\n  welfareKind\n  monthlyWageYuan {\n    low\n    high\n  }\n  weeklyHours\n  nightShift\n  provisions\n  demands {\n    item\n    level\n    task\n  }\n  duties\n  closesOn\n  reason\n  proposedBy\n  decidedBy\n  decidedOn\n  returnReason\n  fundSource\n  fundDocument\n  mayDecide\n  mayResend\n}\n\nfragment WelfareProposalRow on WelfareProposal {\n  id\n  title\n  state\n  stateText\n  employerName\n  divisionName\n  seats\n  proposedOn\n}",
  ],
  [
    'sha256:395cd2a29da6ba5b2c73f11c4c6810c56c4d736ab762f22f9b12c0e73c9f01fc',
    "mutation proposeWelfarePost($input: ProposeWelfarePostInput!) {\n  proposeWelfarePost(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:794a0388c59224afae8b1d43165712606c517bc72dc5a514f105adacf8daa3a4',
    "mutation decideWelfareProposal($input: DecideWelfareProposalInput!) {\n  decideWelfareProposal(input: $input) {\n    id\n    postId\n  }\n}",
  ],
  [
    'sha256:4f849e2d19cf6f66b2f41aa0258d6ffa9b0c99cbe6271f1c885035610dc7a392',
    "query assessment($year: Int!, $employerId: ID) {\n  viewer {\n    ...FrameViewer\n  }\n  assessment(year: $year, employerId: $employerId) {\n    year\n    factYear\n    employerName\n    stateText\n    final\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    outcomeText\n    levyYuan\n    monthly {\n      month\n      headcount\n      counted\n    }\n    hires {\n      id\n      name\n      maskedCertificate\n      months {\n        month\n        counts\n        reasonText\n      }\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    parameters {\n      code\n      value\n      source\n      status\n      origin\n      answer\n    }\n    warnings\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ab027a12b5cf3bff844debc93f883fc2fb04abce69b9188c5c84b680bd73c102',
    "query org($year: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  quotaReturn(year: $year) {\n    ...ReturnFacts\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ReturnFacts on QuotaReturn {\n  employerName\n  year\n  factYear\n  state\n  stateText\n  hires\n  monthlyHeadcount\n  payrollYuan\n  dispatched\n  seasonalWorkers\n  seasonalMonths\n  version\n}",
  ],
  [
    'sha256:ee89b7eb9a7937406906c95e70c9dc8e100589a513b4557d2e078faa0d62d63f',
    "mutation saveQuotaReturn($input: QuotaReturnInput!) {\n  saveQuotaReturn(input: $input) {\n    year\n  }\n}",
  ],
  [
    'sha256:c3a771d324fa3653cfa390285cf0b69fef29b4323574a24531e209eb2e2c7ba1',
    "query members {\n  viewer {\n    ...FrameViewer\n  }\n  members {\n    ...MemberRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment MemberRow on Member {\n  id\n  login\n  displayName\n  role\n  state\n  lastSeenAt\n  own\n}",
  ],
  [
    'sha256:cd6a723e00e19febb4a7f05a837e3092f3ae6efe75e42f458d9a8f53c7c3f7cd',
    "mutation setMember($input: SetMemberInput!) {\n  setMember(input: $input) {\n    id\n    setupToken\n  }\n}",
  ],
  [
    'sha256:95baff32087d020cd22def06423986698b06677de8d539704c982096bebf3768',
    "query postApplicants($postId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  employerPost(id: $postId) {\n    id\n    title\n  }\n  postApplicants(postId: $postId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicantRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicantRow on Applicant {\n  id\n  version\n  reference\n  state\n  stateText\n  referred\n  appliedOn\n  meets\n  released\n  name\n}",
  ],
  [
    'sha256:56e3b8db1eb317c9d8d5007a5126c9b8c1b4e6fedf37002081c46785199c10fa',
    "query applicant($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  applicant(id: $id) {\n    ...ApplicantRow\n    post {\n      id\n      title\n    }\n    contactPhone\n    contactWay\n    needs\n    comingAlong\n    note\n    interview {\n      at\n      place\n      way\n    }\n    offer {\n      monthlyWageYuan\n      startsOn\n      replyBy\n      acceptedOn\n    }\n    refuseReason\n    moves\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicantRow on Applicant {\n  id\n  version\n  reference\n  state\n  stateText\n  referred\n  appliedOn\n  meets\n  released\n  name\n}",
  ],
  [
    'sha256:db99f286a9ea7362ba5b8830643369a6767de63e806edc3658aeeaeaa597f8f1',
    "mutation moveApplication($input: MoveApplicationInput!) {\n  moveApplication(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:e4f22757d5a495cb9fb1379dcf345c54453e467dd53d63e4f61ba4d09e824db1',
    "query orgPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  stalePosts(first: 20) {\n    totalCount\n    edges {\n      node {\n        ...StalePostRow\n      }\n    }\n  }\n  employerPosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        state\n        originName\n        takesApplications\n        openings\n        closesOn\n        refusals {\n          field\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment StalePostRow on StalePost {\n  id\n  title\n  employerName\n  state\n  lastWordOn\n  askedOn\n  pausesOn\n  officeName\n}",
  ],
  [
    'sha256:717789f75759bc0c80290f8b4c7a71c7f8ad7f273c10100c83751d9ccb1acbd3',
    "query newPost {\n  viewer {\n    ...FrameViewer\n  }\n  workPlaces {\n    code\n    divisionName\n  }\n  projectChoices {\n    id\n    title\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:b1ab930d0c8c19dbc6363163bdcd391dda65f9bdbc100b0801859bec6402ae20',
    "query checkPost($input: LintPostInput!) {\n  checkPost(input: $input) {\n    refusals {\n      ...PostFindingText\n    }\n    cautions {\n      ...PostFindingText\n    }\n  }\n}\n\nfragment PostFindingText on PostFinding {\n  field\n  message\n}",
  ],
  [
    'sha256:d0ee7f7b02bcbd9eff1241960917f60370f0b860c34cff23a4560bc2c897a702',
    "query editPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  workPlaces {\n    code\n    divisionName\n  }\n  projectChoices {\n    id\n    title\n  }\n  employerPost(id: $id) {\n    ...PostEdit\n  }\n  alikePosts(id: $id) {\n    id\n    title\n    reasons\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostEdit on EmployerPost {\n  id\n  version\n  state\n  originName\n  takesApplications\n  title\n  description\n  kind\n  welfareKind\n  unitName\n  payBasis\n  projectId\n  internMonths\n  openings\n  workDivisionCode\n  remote\n  monthlyWageYuan {\n    low\n    high\n  }\n  weeklyHours\n  nightShift\n  minEducation\n  skills\n  licences\n  provisions\n  demands {\n    item\n    level\n    task\n  }\n  legalBasis\n  closesOn\n  refusals {\n    ...PostFindingText\n  }\n  cautions {\n    ...PostFindingText\n  }\n}\n\nfragment PostFindingText on PostFinding {\n  field\n  message\n}",
  ],
  [
    'sha256:05fb7df0f70ebc5bc7ed2c05ac806c438c766798a257885161ac480615903b26',
    "query alikePosts($id: ID!) {\n  alikePosts(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:362917c68d8ddabd008de1f60de08906a3fe4625566e4514b03b7491f183fdfa',
    "mutation savePost($input: SavePostInput!) {\n  savePost(input: $input) {\n    id\n    version\n    state\n    refusals {\n      field\n    }\n  }\n}",
  ],
  [
    'sha256:47acdbaa81a8ab28ab79e02a61e8e6bcc3ee9a033c699a1140869aea90dc127f',
    "mutation submitPost($id: ID!, $version: Int!) {\n  submitPost(id: $id, version: $version) {\n    id\n  }\n}",
  ],
  [
    'sha256:11f36c5087b23a15c5c5bb9c10f61355186814f3216483266a89f3e36576c848',
    "mutation withdrawPost($id: ID!, $version: Int!) {\n  withdrawPost(id: $id, version: $version) {\n    id\n  }\n}",
  ],
  [
    'sha256:3abc869951bd3bda0155b919d8f0f9fea9e707c9f9c6ae02a9bf76b01c04cb59',
    "query postPeople($input: LintPostInput!) {\n  lintPost(input: $input) {\n    exact\n    seekers {\n      ...LintCountText\n    }\n    fits {\n      ...LintCountText\n    }\n    demands {\n      item\n      word\n      asks\n      below {\n        ...LintCountText\n      }\n      onlyThis {\n        ...LintCountText\n      }\n      unknown {\n        ...LintCountText\n      }\n      suggestions {\n        says\n        gain {\n          ...LintCountText\n        }\n      }\n    }\n  }\n}\n\nfragment LintCountText on LintCount {\n  atLeast\n  text\n}",
  ],
  [
    'sha256:08a947bbd9435254b1c6546bf3a78d3802716e2c3dcf08f6f554e6e9adcacf10',
    "query postCandidates($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  employerPost(id: $id) {\n    id\n    title\n    state\n    takesApplications\n  }\n  employerShortlist(postId: $id) {\n    open\n    atLeast\n    text\n    candidates {\n      candidateRef\n      meets\n      meetsWith\n      travelText\n      asked\n    }\n    asOf {\n      late\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:b9566b63c4ebde21dec6bdaf25eacfce9ff455671d915d8fac6d8781d19797ff',
    "mutation askForCandidate($postId: ID!, $candidateRef: String!) {\n  askForCandidate(postId: $postId, candidateRef: $candidateRef)\n}",
  ],
  [
    'sha256:333a27082d4c4b75559ce23840fa8e0e0df3990a0deff45fe5be31a1693c6528',
    "query batches($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ready: payouts(state: \"READY\", first: 1) {\n    totalCount\n  }\n  batches(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...BatchRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
  ],
  [
    'sha256:09bcaf25fb0001b7980e3b97b18c91c0fbe41bee0e5ed89769ac1ccc57f4a7e9',
    "query batch($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  batch(id: $id) {\n    ...BatchRow\n    totalInCapitals\n    sha256\n    sealedBy\n    releasedBy\n    exportId\n    payouts {\n      id\n      stateText\n      payeeName\n      maskedAccount\n      accountInHand\n      amountYuan\n      paidOn\n      failure\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BatchRow on Batch {\n  id\n  number\n  state\n  stateText\n  lines\n  totalYuan\n  createdOn\n}",
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
    'sha256:51d08f72366a293d5dcc25d9821e948411fd25a0675b10e2bd3c5bb1227e8f55',
    "query envelopes {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:92b42ad6fd2041d2dd63bdd24e70d48753b8a0856b8a53db0ad45ae9df14f878',
    "query ledger($envelopeId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  envelopes {\n    ...EnvelopeRow\n  }\n  ledger(envelopeId: $envelopeId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        bookedOn\n        event\n        memo\n        debit\n        credit\n        amountYuan\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment EnvelopeRow on Envelope {\n  id\n  schemeName\n  year\n  source\n  allottedYuan\n  pledgedYuan\n  reservedYuan\n  spentYuan\n  availableYuan\n  state\n}",
  ],
  [
    'sha256:4b6bdbf74534fa6544d2d2904924378187f662ce85ad1653d23b531ba4cb7a2c',
    "mutation importBankReturn($importId: ID!, $idempotencyKey: String!) {\n  importBankReturn(importId: $importId, idempotencyKey: $idempotencyKey) {\n    paid\n    failed\n    unchanged\n    totalYuan\n  }\n}",
  ],
  [
    'sha256:5ea14c80b4be3665b10ea8fcaabbe5f175eb0e02c0c63c798735e58596b838b6',
    "query helper {\n  viewer {\n    ...FrameViewer\n  }\n  peopleIHelp {\n    personId\n    name\n    placeName\n    birthYear\n    scopes {\n      code\n      text\n    }\n    until\n    acting\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:bb73384c23b62c8d7e7d0d312cfc931de357eb6c27df8296ede4847383309576',
    "query helpLog($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  helpLog(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...LogRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment LogRow on DelegationLogNode {\n  id\n  at\n  actorName\n  personName\n  text\n}",
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
    'sha256:764c238f941962c0c24f84c5c70ff2784e7c9392a60735b8b6630f77bc49d96d',
    "query helpers($personId: ID, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  delegations(personId: $personId) {\n    ...DelegationRow\n  }\n  delegationLog(personId: $personId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...LogRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment DelegationRow on Delegation {\n  id\n  helperName\n  kindText\n  scopes {\n    code\n    text\n  }\n  until\n  consentText\n  state\n  stateText\n}\n\nfragment LogRow on DelegationLogNode {\n  id\n  at\n  actorName\n  personName\n  text\n}",
  ],
  [
    'sha256:ab2bca7ac5fdbc194a1d3e3f2d8d1b139dceb446b9007def570d66a81b16ae86',
    "query helperForm($personId: ID) {\n  viewer {\n    ...FrameViewer\n  }\n  helperChoices(personId: $personId) {\n    personName\n    maskedPhone\n    staff {\n      id\n      name\n      kind\n      kindText\n    }\n    periods {\n      until\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:261f27ccfd230f59a51c79efdeb416cbf69d7b123b6e5a8f92d7f502c93a4255',
    "query importJob($id: ID!, $afterRow: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importJob(id: $id) {\n    id\n    kind\n    kindTitle\n    fileName\n    state\n    rows\n    new\n    changed\n    unchanged\n    wrong\n    warned\n    committedRows\n    codes {\n      code\n      severity\n      count\n    }\n    unknownColumns\n    problems(first: 100, afterRow: $afterRow) {\n      row\n      column\n      code\n      severity\n      message\n      hint\n      typed\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:7d9e96d1da64463fa693def9631cbdea83ea288003f8c1166e4212b92f2c7428',
    "query importRow($id: ID!, $row: Int!) {\n  viewer {\n    ...FrameViewer\n  }\n  importRow(importId: $id, row: $row) {\n    row\n    state\n    version\n    cells {\n      key\n      header\n      value\n    }\n    problems {\n      column\n      severity\n      message\n      hint\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:13fd321e20aa847755011e2784b93322158dbcb68ab44d01a7f4f1a2bf008235',
    "query ownLicences {\n  viewer {\n    ...FrameViewer\n  }\n  ownLicences {\n    ...Licences\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Licences on PersonLicences {\n  personId\n  name\n  all\n  mayWrite\n  licences {\n    id\n    version\n    kind\n    maskedNumber\n    issuedOn\n    validUntil\n    state\n    seenBy\n    seenAt\n  }\n}",
  ],
  [
    'sha256:ccf1e0a72be630129d8ec97edcad8080d197f0b3ab6c8ac17f5f4f273c957e04',
    "query ownLicenceForm {\n  viewer {\n    ...FrameViewer\n  }\n  licencesAsked\n  ownLicences {\n    ...Licences\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Licences on PersonLicences {\n  personId\n  name\n  all\n  mayWrite\n  licences {\n    id\n    version\n    kind\n    maskedNumber\n    issuedOn\n    validUntil\n    state\n    seenBy\n    seenAt\n  }\n}",
  ],
  [
    'sha256:48335c08d7935d50c15af917cc9be9c53744e34ca30ad04d983b42fb6a08425a',
    "query personLicences($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  personLicences(personId: $personId) {\n    ...Licences\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Licences on PersonLicences {\n  personId\n  name\n  all\n  mayWrite\n  licences {\n    id\n    version\n    kind\n    maskedNumber\n    issuedOn\n    validUntil\n    state\n    seenBy\n    seenAt\n  }\n}",
  ],
  [
    'sha256:304d3e4e26935a49edc9b89762bce7b817bcd08a95bfce9d229aeec6bf8b06ee',
    "query personLicenceForm($personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  licencesAsked\n  personLicences(personId: $personId) {\n    ...Licences\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Licences on PersonLicences {\n  personId\n  name\n  all\n  mayWrite\n  licences {\n    id\n    version\n    kind\n    maskedNumber\n    issuedOn\n    validUntil\n    state\n    seenBy\n    seenAt\n  }\n}",
  ],
  [
    'sha256:3d5dfb67ec7db8535c096ec5b6483d207699845297ede07b8cab70384e719255',
    "mutation saveOwnLicence($input: LicenceInput!) {\n  saveOwnLicence(input: $input) {\n    all\n  }\n}",
  ],
  [
    'sha256:c7abbb659bfa618102aa5312cdb8671c22463f1b801e2c4eac0bebf2b097cb8f',
    "mutation removeOwnLicence($id: ID!, $version: Int!) {\n  removeOwnLicence(id: $id, version: $version) {\n    all\n  }\n}",
  ],
  [
    'sha256:99a4586af39fae7b7b9d8e2d860625979e8752f68f668735591494a5e66707d5',
    "mutation sayOwnLicences {\n  sayOwnLicences {\n    all\n  }\n}",
  ],
  [
    'sha256:93bdeb975936a46901181079088f50b18d3fd6fd1c3b191dd335840dc5cee051',
    "mutation savePersonLicence($personId: ID!, $seen: Boolean!, $input: LicenceInput!) {\n  savePersonLicence(personId: $personId, seen: $seen, input: $input) {\n    all\n  }\n}",
  ],
  [
    'sha256:1cac0ab1294d5f924fc72d8c64010952e0e95d1aed779cd0506d58ce747a8fcf',
    "mutation seeLicence($personId: ID!, $id: ID!, $version: Int!) {\n  seeLicence(personId: $personId, id: $id, version: $version) {\n    all\n  }\n}",
  ],
  [
    'sha256:923dc89969d981605130ed2410ae8155b4ccc79af2dc7a695504e1eff966fdaa',
    "mutation removePersonLicence($personId: ID!, $id: ID!, $version: Int!) {\n  removePersonLicence(personId: $personId, id: $id, version: $version) {\n    all\n  }\n}",
  ],
  [
    'sha256:7fb347b6cd07f4112763283c3409107b7b6f34f0e63de954d687cf705e6e0531',
    "mutation sayPersonLicences($personId: ID!) {\n  sayPersonLicences(personId: $personId) {\n    all\n  }\n}",
  ],
  [
    'sha256:dd713c057d33737766b923b1691d828704220b28648ce29c57ed191d96600e12',
    "query applicationQueue($step: String!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationQueue(step: $step, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        schemeName\n        applicantName\n        divisionName\n        amountYuan\n        stateText\n        submittedOn\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:6f11fdd1e8e76d7c7115c039ad17b93a647ba668f7ead14e74b56ceca7fb3835',
    "query applicationCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  applicationCase(id: $id) {\n    id\n    version\n    schemeName\n    applicantName\n    divisionName\n    object\n    periodText\n    hours\n    feeYuan\n    amountYuan\n    personId\n    maskedAccount\n    state\n    stateText\n    step\n    blocked\n    submittedOn\n    eligibility {\n      eligible\n      reasons {\n        rule\n        passed\n        message\n        basis\n      }\n      trace {\n        depth\n        step\n        label\n        value\n        source\n        note\n      }\n    }\n    decisions {\n      step\n      by\n      at\n      outcome\n      reason\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:dbd6af453a14bfbbb07f1bd47df7faccacc48d80d61a01092f32b789d13e729f',
    "mutation decideApplication($input: DecideApplicationInput!) {\n  decideApplication(input: $input) {\n    id\n    stateText\n  }\n}",
  ],
  [
    'sha256:d36514fa0a8b5b7ae1b544a6301840bd6cc5005cabb3b8df1634d0fc16b51aaf',
    "query complianceBoard($divisionCode: String!, $year: Int!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  complianceBoard(\n    divisionCode: $divisionCode\n    year: $year\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    edges {\n      node {\n        employerId\n        employerName\n        divisionName\n        stateText\n        employees\n        countedHires\n        shortfall\n        placementRatio\n        outcomeText\n        levyYuan\n        problem {\n          message\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:790a40b1b51b245036708e1491c1e8727e0e2ba7f8d44248944da2da91f8b6ca',
    "query dataRequests($first: Int!, $after: String, $waiting: Boolean) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequests(first: $first, after: $after, waiting: $waiting) {\n    totalCount\n    edges {\n      node {\n        ...DeletionRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  retentionRun {\n    startedAt\n    finishedAt\n    held\n    lines {\n      what\n      gone\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment DeletionRow on DataRequest {\n  id\n  personId\n  personName\n  idNumber\n  divisionName\n  state\n  stateText\n  requestedAt\n  dueAt\n}",
  ],
  [
    'sha256:2aec7b1d8984a9278ef37a8a699c114273e60c9dd573d42d7d37f50a7cf0a47f',
    "query dataRequest($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  dataRequest(id: $id) {\n    id\n    personId\n    personName\n    idNumber\n    divisionName\n    state\n    stateText\n    requestedAt\n    dueAt\n    version\n    open\n    hold\n    answer\n    kept {\n      what\n      until\n      source\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:3bd57f59f40c71a9648d53b16c33877e86f7b680d8cab60bbf6f1e717ec2791a',
    "query employerAccounts($employerId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  employerAccounts(employerId: $employerId) {\n    employerId\n    employerName\n    divisionName\n    canOpen\n    members {\n      ...MemberRow\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment MemberRow on Member {\n  id\n  login\n  displayName\n  role\n  state\n  lastSeenAt\n  own\n}",
  ],
  [
    'sha256:eddfddf05882fb556f9551072b3b5ee627257dd961eca0d035f27caa0f5235c5',
    "mutation openEmployerAccount($input: OpenEmployerAccountInput!) {\n  openEmployerAccount(input: $input) {\n    id\n    setupToken\n  }\n}",
  ],
  [
    'sha256:ea467c2282342b1bbfab1990b4b1f4d44c45d4f525b2355a9757e6b618e31a88',
    "query feedbackDesk($first: Int!, $after: String, $closed: Boolean) {\n  viewer {\n    ...FrameViewer\n  }\n  feedbackDesk(first: $first, after: $after, closed: $closed) {\n    totalCount\n    edges {\n      node {\n        ...FeedbackRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment FeedbackRow on Feedback {\n  id\n  kind\n  text\n  receivedOn\n  answerBy\n  late\n  answeredOn\n}",
  ],
  [
    'sha256:b63a2d1ff0fba01be56a63e53743bbc5f6d8bef260571cd34de0801a2cbf2f48',
    "query feedbackCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  feedback(id: $id) {\n    ...FeedbackRow\n    phone\n    page\n    byMessage\n    answer\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment FeedbackRow on Feedback {\n  id\n  kind\n  text\n  receivedOn\n  answerBy\n  late\n  answeredOn\n}",
  ],
  [
    'sha256:cfd5fe051cd710b922603337d2125c2b9a60b6579757d8fde87802d6372cb692',
    "mutation answerFeedback($input: AnswerFeedbackInput!) {\n  answerFeedback(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:e969258f6559ccd13c173980b06f4a94aa8c3086db2b84e49742e4bfd8edada0',
    "query office {\n  viewer {\n    ...FrameViewer\n  }\n  review: applicationQueue(step: \"REVIEW\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n  approve: applicationQueue(step: \"APPROVE\", first: 1) {\n    totalCount\n    edges {\n      node {\n        submittedOn\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f7212d907c5f0eabb2c96fcabfe7bc3b360b3c2fea449ac2c7aa3d3f7e2fafe9',
    "query feedbackWaiting {\n  feedbackDesk(first: 1) {\n    totalCount\n    edges {\n      node {\n        receivedOn\n      }\n    }\n  }\n}",
  ],
  [
    'sha256:80206122fb6efa576501740e633714a07a8c66aa3f48017ed56df3bf2195a73e',
    "query householdMembers($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  householdMembers(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...HouseholdMemberRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment HouseholdMemberRow on HouseholdMember {\n  id\n  name\n  birthYear\n  relationText\n  divisionName\n  holders\n  personId\n  lacks\n  mayEnter\n}",
  ],
  [
    'sha256:ac489e580b8245394d134d7c09de06bc8aad913194a87464c9ed8447533db588',
    "query householdMember($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  householdMember(id: $id) {\n    ...HouseholdMemberRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment HouseholdMemberRow on HouseholdMember {\n  id\n  name\n  birthYear\n  relationText\n  divisionName\n  holders\n  personId\n  lacks\n  mayEnter\n}",
  ],
  [
    'sha256:34ce9a84b141f544a87abbbdace44f044b9de3ca77e331e3f5f258da98fab237',
    "mutation enterHouseholdMember($input: EnterMemberInput!) {\n  enterHouseholdMember(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:1dca1cb6075f5a1967bde00a679e63716f4b97b501c73f9d54a0d384c705e4c9',
    "query roundMembers($roundId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  roundMembers(roundId: $roundId, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        personId\n        name\n        divisionName\n        number\n        handedIn\n        postIds\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:6e2a9ca5f763891d27d306a532dc11e9ba1b32272a67675c8da1871a49eb868b',
    "query roundMember($roundId: ID!, $personId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  roundMember(roundId: $roundId, personId: $personId) {\n    personId\n    name\n    divisionName\n    number\n    handedIn\n    postIds\n    open\n    roundTitle\n    posts {\n      postId\n      title\n      employerName\n      divisionName\n      answer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:0a7928a2c4913f1ca75beb8e1e557db9e38c4eb7ef9f04bd4d16397d6f0c3845',
    "mutation enterMemberChoices($input: EnterMemberChoicesInput!) {\n  enterMemberChoices(input: $input) {\n    personId\n  }\n}",
  ],
  [
    'sha256:843451ea02d7f914ac80ecd93e128877b471ac721b4aea131c725dc0e11f7081',
    "query officeNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    startsOn\n    endsOn\n    open\n    state\n    lineCount\n  }\n  objections(noticeId: $id) {\n    id\n    serial\n    state\n    text\n    contact\n    reason\n    lodgedOn\n    answerBy\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:f0038f56ef0d0ea4783bc072df382eb44b51453454e912b7c97836aa04c3de98',
    "mutation decideObjection($input: DecideObjectionInput!) {\n  decideObjection(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:2b33a84e21bcbb0e3227e322fc3da4339460ef8255764731b3e6909cd6f060e8',
    "query officeNotices($first: Int!, $after: String, $schemeCode: String!) {\n  viewer {\n    ...FrameViewer\n  }\n  noticeCandidates(schemeCode: $schemeCode) {\n    count\n    totalYuan\n  }\n  schemes {\n    code\n    name\n  }\n  publicNotices(first: $first, after: $after, mine: true) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n        state\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:c0c721d8f8f2d4bf12d392c82bb131d2bf17575c482bc39e48f02440cd3fa5c7',
    "query sharedPosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  sourceOffices {\n    id\n    divisionCode\n    divisionName\n    name\n    phone\n    deliveredOn\n    deliveredPosts\n    wholeOn\n    shown\n  }\n  sharedPosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...SharedPostRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SharedPostRow on SharedPost {\n  id\n  title\n  employerName\n  officeName\n  stateText\n  hiddenReason\n  demandsStated\n  confirmedOn\n  closesOn\n}",
  ],
  [
    'sha256:b17680051fe85007ef69f7cd941b5df1cd8769b0647585c6cb2e1a3c7764677e',
    "query sharedPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  sharedPost(id: $id) {\n    ...SharedPostRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SharedPostRow on SharedPost {\n  id\n  title\n  employerName\n  officeName\n  stateText\n  hiddenReason\n  demandsStated\n  confirmedOn\n  closesOn\n}",
  ],
  [
    'sha256:37c98a154a84a375f83a3d5f10aded23fe948e89dff8ac421afed909a7fe9ae8',
    "mutation saveSourceOffice($input: SaveSourceOfficeInput!) {\n  saveSourceOffice(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:050e75d1a7671631d497767415b7046ed485a7ff6f820395b3f42bce0eae089a',
    "mutation hideSharedPost($id: ID!, $reason: String!) {\n  hideSharedPost(id: $id, reason: $reason) {\n    id\n  }\n}",
  ],
  [
    'sha256:6b6a6ca2c5902048dcebf86f3eca1235f3dddd89c4f750151c473593c8f104f0',
    "mutation showSharedPost($id: ID!) {\n  showSharedPost(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:dbc8c73166982555c407f740db3c593e3a10120f9969e0105fb3936c402dd453',
    "query stalePosts($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  freshnessRule {\n    askDays\n    pauseDays\n  }\n  stalePosts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...StalePostRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment StalePostRow on StalePost {\n  id\n  title\n  employerName\n  state\n  lastWordOn\n  askedOn\n  pausesOn\n  officeName\n}",
  ],
  [
    'sha256:02188c6b02f098cb08dbb41c9bb44b1b0b129107b5ccef7531f837cab1153403',
    "mutation confirmPost($id: ID!) {\n  confirmPost(id: $id) {\n    id\n    title\n  }\n}",
  ],
  [
    'sha256:8f499747c57b6d2b814c0e63cd69cd9b196e4b96eaad6a254e55f455e2d67cc9',
    "query postPairs($first: Int!, $after: String, $decided: Boolean!) {\n  viewer {\n    ...FrameViewer\n  }\n  postPairs(first: $first, after: $after, decided: $decided) {\n    totalCount\n    edges {\n      node {\n        id\n        one {\n          ...PairedPostRow\n        }\n        other {\n          ...PairedPostRow\n        }\n        reasons\n        state\n        decidedOn\n        keptId\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PairedPostRow on PairedPost {\n  id\n  title\n  employerName\n  officeName\n  divisionName\n  wage\n  publishedOn\n}",
  ],
  [
    'sha256:92c8a3c0a2ebab8b6b8fdf5e6522344a2448de13ccf34cdab8b6e0427f5988ea',
    "mutation decidePostPair($id: ID!, $keepId: ID) {\n  decidePostPair(id: $id, keepId: $keepId) {\n    id\n  }\n}",
  ],
  [
    'sha256:865ffa84399b57321ba588b5b17b7783155e223e110371f5bf50449153905fef',
    "mutation reopenPostPair($id: ID!) {\n  reopenPostPair(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:3826ea1e17ccfb6b013048cf502f024e146b68f82f61465f313dc66800ff8d25',
    "query officePosts($first: Int!, $after: String, $filter: OfficePostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  towns {\n    code\n    name\n  }\n  officePosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...OfficePostRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OfficePostRow on OfficePost {\n  id\n  title\n  kind\n  stand\n  employerId\n  employerName\n  divisionName\n  openings\n  publishedOn\n  closesOn\n  running\n  applications\n}",
  ],
  [
    'sha256:140d1e09bc19ca61b08a51b55e450645b2a29e400895e9cbaabc4c4b5ce35735',
    "query officePost($id: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  employerPost(id: $id) {\n    ...PostEdit\n  }\n  officePost(id: $id) {\n    post {\n      ...OfficePostRow\n    }\n    projectTitle\n    history {\n      at\n      by\n      says\n    }\n  }\n  referrals(first: $first, after: $after, filter: {postId: $id}) {\n    totalCount\n    edges {\n      node {\n        ...OfficeReferral\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostEdit on EmployerPost {\n  id\n  version\n  state\n  originName\n  takesApplications\n  title\n  description\n  kind\n  welfareKind\n  unitName\n  payBasis\n  projectId\n  internMonths\n  openings\n  workDivisionCode\n  remote\n  monthlyWageYuan {\n    low\n    high\n  }\n  weeklyHours\n  nightShift\n  minEducation\n  skills\n  licences\n  provisions\n  demands {\n    item\n    level\n    task\n  }\n  legalBasis\n  closesOn\n  refusals {\n    ...PostFindingText\n  }\n  cautions {\n    ...PostFindingText\n  }\n}\n\nfragment PostFindingText on PostFinding {\n  field\n  message\n}\n\nfragment OfficePostRow on OfficePost {\n  id\n  title\n  kind\n  stand\n  employerId\n  employerName\n  divisionName\n  openings\n  publishedOn\n  closesOn\n  running\n  applications\n}\n\nfragment OfficeReferral on Referral {\n  id\n  personId\n  personName\n  personPlace\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  referred\n  referredBy\n  appliedOn\n  silent\n  due {\n    month\n    dueOn\n  }\n}",
  ],
  [
    'sha256:68674d69c010052972b3e3c46382e3066bd06596a6957f676247f2fcbe552de6',
    "query officePostsFile($filter: OfficePostFilter) {\n  officePostsFile(filter: $filter) {\n    name\n    text\n  }\n}",
  ],
  [
    'sha256:373629cfff9c7ed0ecccda7773634cfbda10cda8c657de5ace6ae6f6f55cb13a',
    "query officeApplicants($first: Int!, $after: String, $filter: ReferralFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  towns {\n    code\n    name\n  }\n  referrals(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...OfficeReferral\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OfficeReferral on Referral {\n  id\n  personId\n  personName\n  personPlace\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  referred\n  referredBy\n  appliedOn\n  silent\n  due {\n    month\n    dueOn\n  }\n}",
  ],
  [
    'sha256:43498506164d5c0c1ab51d4dc2454e71c286a5aa77ecbd9a814096014497f78e',
    "query referralsFile($filter: ReferralFilter) {\n  referralsFile(filter: $filter) {\n    name\n    text\n  }\n}",
  ],
  [
    'sha256:732f9ea98d955c3e66ff73a65f426e2780bab3542d5aefc3ff4a6c31a70608ab',
    "query workProjects($first: Int!, $after: String, $closed: Boolean) {\n  viewer {\n    ...FrameViewer\n  }\n  workProjects(first: $first, after: $after, closed: $closed) {\n    totalCount\n    edges {\n      node {\n        ...ProjectRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ProjectRow on WorkProject {\n  id\n  version\n  title\n  kind\n  kindText\n  hostName\n  hostCreditCode\n  divisionName\n  description\n  places\n  free\n  state\n  startedOn\n  closedOn\n}",
  ],
  [
    'sha256:738ec5581560bbbd8f4ba7665aa93d5fe2d8703185818e0936a959be1b2c2ee2',
    "query workProject($id: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  workProject(id: $id) {\n    ...ProjectRow\n  }\n  projectMonths(projectId: $id) {\n    month\n    participants\n    told\n    yuan\n  }\n  there: placements(first: 1, filter: {projectId: $id, live: true}) {\n    totalCount\n  }\n  placements(first: $first, after: $after, filter: {projectId: $id}) {\n    totalCount\n    edges {\n      node {\n        ...PlacementRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ProjectRow on WorkProject {\n  id\n  version\n  title\n  kind\n  kindText\n  hostName\n  hostCreditCode\n  divisionName\n  description\n  places\n  free\n  state\n  startedOn\n  closedOn\n}\n\nfragment PlacementRow on Placement {\n  id\n  personId\n  personName\n  birthYear\n  personPlace\n  title\n  employerName\n  divisionName\n  kind\n  startedOn\n  endsOn\n  endedOn\n  live\n  school\n  conversion\n  months {\n    month\n    yuan\n  }\n}",
  ],
  [
    'sha256:e428c87039b3c0ee0bba222a5a0241824e7473df1bfbcbe062936cfd1c5e4efc',
    "query editProject($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  workProject(id: $id) {\n    ...ProjectRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ProjectRow on WorkProject {\n  id\n  version\n  title\n  kind\n  kindText\n  hostName\n  hostCreditCode\n  divisionName\n  description\n  places\n  free\n  state\n  startedOn\n  closedOn\n}",
  ],
  [
    'sha256:8eb07b92fa4da93671bf3d3ee06449c487600844a2676c9e8cd0888d9039ae25',
    "query projectPosts($id: ID!, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  workProject(id: $id) {\n    ...ProjectRow\n  }\n  publicPosts(first: 20, filter: {kind: \"FLEXIBLE\", text: $text}) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        employerName\n        divisionName\n        kindFacts\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ProjectRow on WorkProject {\n  id\n  version\n  title\n  kind\n  kindText\n  hostName\n  hostCreditCode\n  divisionName\n  description\n  places\n  free\n  state\n  startedOn\n  closedOn\n}",
  ],
  [
    'sha256:6bfce8ec424150b31067a1ef465387971a32c21b1ce64d38260d35d12ff08c15',
    "mutation saveProject($input: SaveProjectInput!) {\n  saveProject(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:8c8d55b194d3dad35295870f8425ee6264dc63bc1679294a8492adb2d706bb8f',
    "mutation closeProject($id: ID!, $version: Int!) {\n  closeProject(id: $id, version: $version) {\n    id\n  }\n}",
  ],
  [
    'sha256:2602802c32181b084d7a503d665e15143d0ce85514268f3c2c90501e07a86e83',
    "mutation addProjectPost($id: ID!, $postId: ID!) {\n  addProjectPost(id: $id, postId: $postId) {\n    id\n  }\n}",
  ],
  [
    'sha256:5affe86d8a38201ff9ece897199a1f310d42a8f0418dad700202fde329c6ccf7',
    "query registerList($kind: String!, $filter: RegisterFilter, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  registerPlaces {\n    code\n    name\n    level\n    mine\n  }\n  registerCoverage(kind: $kind) {\n    ...Coverage\n  }\n  registers(kind: $kind, filter: $filter, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...RegisterRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Coverage on RegisterCoverage {\n  day\n  villages\n  missing\n  holders\n  towns {\n    divisionCode\n    name\n    villages\n    missing\n    holders\n  }\n}\n\nfragment RegisterRow on RegisterEntry {\n  id\n  name\n  categoryText\n  divisionName\n  phone\n  state\n  stateText\n  closedOn\n}",
  ],
  [
    'sha256:5820dbbb0ad88953f760164343d73fa3ddbe97d25363bd4669e78887b1d98abb',
    "query registerGapList($kind: String!, $town: String, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  registerPlaces {\n    code\n    name\n    level\n    mine\n  }\n  registerGaps(kind: $kind, divisionCode: $town, first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        divisionCode\n        name\n        townName\n        holders\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:46453da13bd2700f2a27e975e312a802d3c160a1492f0bccd7361002b0de068e',
    "query registerSheet($kind: String!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  registerCoverage(kind: $kind) {\n    ...Coverage\n  }\n  registerGaps(kind: $kind, first: $first, after: $after) {\n    edges {\n      node {\n        divisionCode\n        name\n        townName\n        holders\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment Coverage on RegisterCoverage {\n  day\n  villages\n  missing\n  holders\n  towns {\n    divisionCode\n    name\n    villages\n    missing\n    holders\n  }\n}",
  ],
  [
    'sha256:2dad8510d698061b2bc30d253e06b4a7e9829307a262c6d671eaabf5f33c8742',
    "query registerFile($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  registerEntry(id: $id) {\n    ...RegisterFile\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RegisterFile on RegisterEntry {\n  id\n  version\n  name\n  categoryText\n  divisionCode\n  divisionName\n  state\n  stateText\n  openedOn\n  closedOn\n  closeReasonText\n  mayChange\n  fields {\n    key\n    label\n    type\n    values\n    text\n  }\n  serves {\n    code\n    name\n  }\n}",
  ],
  [
    'sha256:4e35649524a74a44c8477ac73650a6133c8ec4bf04c71ff76cc0d341222597d3',
    "query newRegisterEntry($town: String) {\n  viewer {\n    ...FrameViewer\n  }\n  registerPlaces(townCode: $town) {\n    code\n    name\n    level\n    mine\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:2f5d36f38f72502e1a8e539b2136cff3ffeccffd01ed31265c0714132101098c',
    "query editRegisterEntry($id: ID!, $town: String) {\n  viewer {\n    ...FrameViewer\n  }\n  registerEntry(id: $id) {\n    ...RegisterFile\n  }\n  towns: registerPlaces {\n    code\n    name\n    level\n    mine\n  }\n  places: registerPlaces(townCode: $town) {\n    code\n    name\n    level\n    mine\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RegisterFile on RegisterEntry {\n  id\n  version\n  name\n  categoryText\n  divisionCode\n  divisionName\n  state\n  stateText\n  openedOn\n  closedOn\n  closeReasonText\n  mayChange\n  fields {\n    key\n    label\n    type\n    values\n    text\n  }\n  serves {\n    code\n    name\n  }\n}",
  ],
  [
    'sha256:f741567642bd2708f2677e340ddb764fe30cb03189d24af4915ca833de0669a5',
    "mutation saveRegisterEntry($input: SaveRegisterEntryInput!) {\n  saveRegisterEntry(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:f6c7bfda238eed63e5d754979cec6f5caf9ea8940082a22d6aab12430fc6fc6d',
    "mutation exportRegister($kind: String!, $filter: RegisterFilter) {\n  exportRegister(kind: $kind, filter: $filter) {\n    name\n    text\n  }\n}",
  ],
  [
    'sha256:8f255b1cd85e9b8e60fff456d399a7fc491a175215a91b9329aec9288981cd0f',
    "query officeRounds($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRounds(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        divisionName\n        state\n        stateText\n        drawnOn\n        choicesUntil\n        publishedOn\n        posts\n        seats\n        entrants\n        next {\n          ...RoundNextStep\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RoundNextStep on RoundNext {\n  step\n  stepText\n  when\n  from\n  before\n  turn\n}",
  ],
  [
    'sha256:0db2ea6c4e2d2f8cc233c54f6aa3f64e6fa8259f93a7c895dcf8067af8f7e669',
    "query newRound($first: Int!, $divisionCode: String, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  roundPlaces {\n    code\n    divisionName\n  }\n  roundCandidates(first: $first, divisionCode: $divisionCode, text: $text) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        employerName\n        divisionName\n        workDivisionCode\n        openings\n        closesOn\n        takenBy\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:112b3aee876516dd37371a6d9c53f8657f2bb95ee6b339dc8f69a39f278b8dbc',
    "query officeRound($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRound(id: $id) {\n    id\n    title\n    divisionName\n    state\n    stateText\n    rulesVersion\n    announcedOn\n    frozenOn\n    drawnOn\n    choicesUntil\n    contractsFrom\n    tiers {\n      ...RoundTierRow\n    }\n    commitment\n    source\n    fallback\n    seed\n    value\n    simulation\n    simulationHash\n    rosterHash\n    choicesHash\n    resultHash\n    entrants\n    posts {\n      ...RoundPostRow\n    }\n    steps {\n      step\n      stepText\n      proposedBy\n      confirmed\n      waitsForViewer\n    }\n    next {\n      ...RoundNextStep\n    }\n    simulating {\n      state\n      done\n      total\n      problem\n      hint\n      finishedAt\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RoundTierRow on RoundTier {\n  status\n  statusText\n  basis\n  entrants\n}\n\nfragment RoundPostRow on RoundPost {\n  postId\n  title\n  employerName\n  divisionName\n  seats\n  reserved\n  reservedFor\n  local\n  cutOffs\n}\n\nfragment RoundNextStep on RoundNext {\n  step\n  stepText\n  when\n  from\n  before\n  turn\n}",
  ],
  [
    'sha256:908e62cf143808945b31af6eefd1e3690e624c9783e1136836cf630078912582',
    "mutation announceRound($input: OpenRoundInput!) {\n  openAllocationRound(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:2e47e147d398df3d6553f1e80a08878b9d216e92a9a65809e1636e8fcde1dafc',
    "mutation simulateRound($id: ID!, $idempotencyKey: String!) {\n  simulateAllocation(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n  }\n}",
  ],
  [
    'sha256:8782403d3ee2adccdcb88150c7a8c7dd4d7426055023be13d30c3bacfb36227e',
    "mutation freezeRound($id: ID!, $idempotencyKey: String!) {\n  freezeRoster(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n    state\n  }\n}",
  ],
  [
    'sha256:fac421de69efe9de5b210a705884e3a987e2ad3a4aa358b6bd769665e422aef3',
    "mutation drawRound($input: RevealDrawInput!) {\n  revealDraw(input: $input) {\n    id\n    state\n  }\n}",
  ],
  [
    'sha256:8283d4e420c6cfdaa77cb48d0276e81467c84c27cb98e709a2a9323cddf929bf',
    "mutation runRound($id: ID!, $idempotencyKey: String!) {\n  runAllocationRound(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n    state\n  }\n}",
  ],
  [
    'sha256:cdaf94662c98023aaac895a2c8a34e57fb73968ed587b464799b6b3a28cbcf2a',
    "mutation publishRoundResult($id: ID!, $idempotencyKey: String!) {\n  publishRound(id: $id, idempotencyKey: $idempotencyKey) {\n    id\n  }\n}",
  ],
  [
    'sha256:fc6dda267c4ad5575817fd76a7d1fa52a87144ea591b1d7f6d333a92ef67319c',
    "query roundFile($id: ID!) {\n  allocationCertificate(roundId: $id) {\n    kind\n    hash\n    file\n  }\n}",
  ],
  [
    'sha256:cbaa630cc775af5b841020cd1db9dc1a31a14e0ae6867c7888616085ecc01ad9',
    "query roundsWaiting {\n  allocationRounds(first: 100) {\n    edges {\n      node {\n        id\n        next {\n          ...RoundNextStep\n        }\n      }\n    }\n  }\n}\n\nfragment RoundNextStep on RoundNext {\n  step\n  stepText\n  when\n  from\n  before\n  turn\n}",
  ],
  [
    'sha256:aa39287001bdc55981b200876154f2b8075a62f2425bd1c9ad737660c7f08d3a',
    "query officeRules($first: Int!, $after: String, $day: String!, $code: String) {\n  viewer {\n    ...FrameViewer\n  }\n  waiting: parameterRows(first: 20, filter: {state: \"ENTERED\"}) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n        enteredBy\n      }\n    }\n  }\n  missingParameters {\n    code\n    name\n    decides\n    qualifier\n    qualifierText\n    scope\n    scopeName\n    day\n    asked\n  }\n  rows: parameterRows(\n    first: $first\n    after: $after\n    filter: {state: \"COUNTS\", day: $day, code: $code}\n  ) {\n    totalCount\n    edges {\n      node {\n        ...RuleRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  parameterKinds {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:dbfbf5f56651f5153fd560ebb5f240f996130cb87cde6e9e88189028b54c10a0',
    "query officeRuleKinds {\n  viewer {\n    ...FrameViewer\n  }\n  parameterKinds {\n    code\n    name\n    decides\n    example\n    scopes\n    several\n    money\n    rulebook\n    units {\n      value\n      text\n    }\n    qualifiers {\n      value\n      text\n    }\n    choices {\n      value\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:43777c8340fe866cb78b8ca1425d5a78c5e9c52c03867ed6b8a46efce63f0e70',
    "query officeRule($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    value\n    unit\n    act\n    number\n    article\n    status\n    origin\n    supersedesId\n    enteredBy\n    enteredAt\n    confirmedBy\n    confirmedAt\n    withdrawnBy\n    withdrawnAt\n    version\n    mine\n    mayConfirm\n    mayWithdraw\n    maySupersede\n    standing {\n      ...RuleRow\n    }\n    history {\n      ...RuleRow\n      enteredBy\n      enteredAt\n      confirmedBy\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
  ],
  [
    'sha256:f2430d94e1398faf4c89044f44dfb714b3d0986750b2740399e6f8db54b04f2d',
    "query officeRuleTrial($id: ID!, $trial: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  parameterRow(id: $id) {\n    ...RuleRow\n    mayConfirm\n    standing {\n      ...RuleRow\n    }\n  }\n  parameterTrial(id: $trial) {\n    id\n    rowId\n    state\n    percent\n    finishedAt\n    findings {\n      name\n      title\n      sentence\n      checked\n      population\n      changed\n      beforeYuan\n      afterYuan\n      lines {\n        name\n        what\n        before\n        after\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RuleRow on ParameterRow {\n  id\n  code\n  name\n  scope\n  scopeName\n  qualifier\n  qualifierText\n  unitText\n  shown\n  from\n  to\n  until\n  source\n  mark\n  state\n  stateText\n}",
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
    'sha256:f4d1cda467f801291ad2ccb77e46ec1f74470c6cf91aa2dce184cbf7c7d01e5d',
    "query roundSeats($id: ID!, $first: Int!, $after: String, $stand: String) {\n  viewer {\n    ...FrameViewer\n  }\n  roundSeats(roundId: $id) {\n    ...RoundSeatsView\n  }\n  seatOffers(roundId: $id, first: $first, after: $after, stand: $stand) {\n    totalCount\n    edges {\n      node {\n        ...SeatRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RoundSeatsView on RoundSeats {\n  roundId\n  title\n  contractsFrom\n  sent\n  replyDays\n  visitDays\n  counts {\n    stand\n    standText\n    people\n  }\n  posts {\n    postId\n    title\n    seats\n    taken\n    free\n    waiting\n    next\n  }\n  newlyLeft\n  turn\n  proposedReplyDays\n  proposedVisitDays\n  continuations {\n    ...SeatContinuationRow\n  }\n}\n\nfragment SeatContinuationRow on SeatContinuation {\n  serial\n  on\n  left\n  held\n  stayed\n  moved\n  waiting\n  justifiedEnvy\n  waste\n  previousHash\n  hash\n}\n\nfragment SeatRow on SeatOffer {\n  id\n  roundId\n  roundTitle\n  personId\n  personName\n  divisionName\n  number\n  title\n  workPlace\n  employerName\n  stand\n  standText\n  lastDay\n  answeredOn\n  answeredByText\n  visitDueOn\n  attempts\n  releaseIsViewers\n}",
  ],
  [
    'sha256:b983833f4e9688058f64839428b4d9517007a9a4a46614f41cde4bbc640e8c26',
    "query seatOffer($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  seatOffer(id: $id) {\n    ...SeatRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SeatRow on SeatOffer {\n  id\n  roundId\n  roundTitle\n  personId\n  personName\n  divisionName\n  number\n  title\n  workPlace\n  employerName\n  stand\n  standText\n  lastDay\n  answeredOn\n  answeredByText\n  visitDueOn\n  attempts\n  releaseIsViewers\n}",
  ],
  [
    'sha256:7392ba44acd6d6841e1c96ca589e91bbc977a6757329fcc181dc7144d044530e',
    "query seatVisits {\n  viewer {\n    ...FrameViewer\n  }\n  seatVisits {\n    ...SeatRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SeatRow on SeatOffer {\n  id\n  roundId\n  roundTitle\n  personId\n  personName\n  divisionName\n  number\n  title\n  workPlace\n  employerName\n  stand\n  standText\n  lastDay\n  answeredOn\n  answeredByText\n  visitDueOn\n  attempts\n  releaseIsViewers\n}",
  ],
  [
    'sha256:6e9652132a085902f100d82d64ea91d0e7454ce0971d4f9cb0088c38056bf38b',
    "mutation sendSeatOffers($input: SeatDaysInput!) {\n  sendSeatOffers(input: $input) {\n    roundId\n  }\n}",
  ],
  [
    'sha256:19caf6b5a7b1e6f943f0be7c0940760271609f12ded906cd0b423c83be2b3dde',
    "mutation continueAllocation($input: SeatDaysInput!) {\n  continueAllocation(input: $input) {\n    turn\n    newlyLeft\n  }\n}",
  ],
  [
    'sha256:af34ac51405145f4a54d3494a5cd0906e9e3b25bce951c8c935a6da219b1b1a9',
    "mutation releaseSeat($id: ID!, $idempotencyKey: String!) {\n  releaseSeat(id: $id, idempotencyKey: $idempotencyKey) {\n    newlyLeft\n  }\n}",
  ],
  [
    'sha256:69d6ddeffe839bf4dcebf220d3a4a01737dcc759f7fc350e73b07ad40eb7d0bf',
    "mutation beginSeat($input: BeginSeatInput!) {\n  beginSeat(input: $input) {\n    roundId\n  }\n}",
  ],
  [
    'sha256:13246fc0430d3e4f3eedef7c2e4d7a56b7040cb63dd3f226c51854209f83e205',
    "mutation respondToSeat($input: RespondToSeatInput!) {\n  respondToSeat(input: $input)\n}",
  ],
  [
    'sha256:4c73a47b70996f0d197d7813b7be2009ee54b5999ef447059b857d57a78f16a3',
    "mutation leaveRound($input: LeaveRoundInput!) {\n  leaveRound(input: $input)\n}",
  ],
  [
    'sha256:9569f004549cbfc9c4ad5f84a26cccbeb81573de25b258bdc923ae58ca257153',
    "mutation recordSeatVisit($input: RecordSeatVisitInput!) {\n  recordSeatVisit(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:162ab7d98b6bc14f0389d725712e9ea7a0e2e1e0a0d08e65444325e56906d7b3',
    "query supportCosts($month: String) {\n  viewer {\n    ...FrameViewer\n  }\n  supportCosts(month: $month) {\n    month\n    rows {\n      kindText\n      occasionText\n      providedBy\n      times\n      minutes\n      costYuan\n    }\n    byKind {\n      ...SupportSumText\n    }\n    byOccasion {\n      ...SupportSumText\n    }\n    byProvider {\n      ...SupportSumText\n    }\n    total {\n      ...SupportSumText\n    }\n    unrecorded\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SupportSumText on SupportSum {\n  text\n  times\n  minutes\n  costYuan\n}",
  ],
  [
    'sha256:6100a5f07b592f7f81fb67de1f6a28f9ede37adf9b3ce57e45d8fc55ecfc308f',
    "query supportProviders {\n  viewer {\n    ...FrameViewer\n  }\n  supportProviders {\n    ...ProviderRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ProviderRow on SupportProvider {\n  id\n  version\n  name\n  kind\n  kindText\n  kinds\n  kindTexts\n  maskedPhone\n  hourlyYuan\n  active\n}",
  ],
  [
    'sha256:b537713731eb309a7fc7c299c195a7f1dee6a501ceeca3f650ea5469f6912bf7',
    "query supportWaiting {\n  supportDesk(first: 1, view: \"WAITING\") {\n    totalCount\n    edges {\n      node {\n        support {\n          startsAt\n        }\n      }\n    }\n  }\n}",
  ],
  [
    'sha256:82bec7b77d424c09902f11bf3477483dc83a5a5111a4e45496144482811130bb',
    "mutation saveSupportProvider($input: SaveSupportProviderInput!) {\n  saveSupportProvider(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:9b712eec250bb2d89ea6f2fd8c7b3d3ae98e4b768644b8d785744e063e39c589',
    "query users($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  accounts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...UserRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  idNumberDue\n  change {\n    id\n    roles\n    own\n  }\n}",
  ],
  [
    'sha256:06c889efa6768abaaacef1cf23ae65e3ca29a75d23da99c8349e47d21efb3bec',
    "query user($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  account(id: $id) {\n    ...UserRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment UserRow on Account {\n  id\n  login\n  displayName\n  roles\n  divisionName\n  disabled\n  hasSecondFactor\n  idNumberDue\n  change {\n    id\n    roles\n    own\n  }\n}",
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
    'sha256:23519eab80a797d418fc8628fbdee795c4d965179773553e96dfb29f686614aa',
    "query officeWelfare($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  welfareShare {\n    day\n    dayBasis\n    inUse\n    disabled\n    shareText\n    minimumText\n    minimumSource\n    meets\n    missing\n    unreported\n    rows {\n      divisionCode\n      townName\n      welfareKind\n      kindText\n      inUse\n      disabled\n    }\n  }\n  welfareAlerts(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...WelfarePersonRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  waiting: welfareProposals(first: 1, state: \"PROPOSED\") {\n    totalCount\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment WelfarePersonRow on WelfarePerson {\n  id\n  name\n  divisionName\n  postId\n  postTitle\n  startedOn\n  served\n  termEndsOn\n  alert\n  counted\n  isMember\n}",
  ],
  [
    'sha256:cbabf72c2adce420b39d24b23074dd22d3f8acb631e1ca5dbf4105ef8fad0425',
    "query welfarePosts($first: Int!, $after: String, $filter: WelfareFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  welfarePosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...WelfarePostRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment WelfarePostRow on WelfarePost {\n  id\n  title\n  employerName\n  townName\n  kindText\n  openings\n  placed\n  disabled\n  members\n  inUse\n  reported\n  reportedOn\n  source\n}",
  ],
  [
    'sha256:9fa5f3666f3f7dd71ef9789893683ab20ae200532ccde9d14150bc6b282e0f3e',
    "query welfarePeople($first: Int!, $after: String, $filter: WelfareFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  welfarePeople(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...WelfarePersonRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment WelfarePersonRow on WelfarePerson {\n  id\n  name\n  divisionName\n  postId\n  postTitle\n  startedOn\n  served\n  termEndsOn\n  alert\n  counted\n  isMember\n}",
  ],
  [
    'sha256:3396b5a8ca2360f26499a869e657b80d39fb367737152f9139136cb4049749e9',
    "query welfarePerson($placementId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  welfarePerson(placementId: $placementId) {\n    id\n    name\n    divisionName\n    postId\n    postTitle\n    startedOn\n    endedOn\n    endReason\n    served\n    termEndsOn\n    termReasons\n    alert\n    counted\n    isMember\n    reasons {\n      code\n      text\n      hearing\n    }\n    exits {\n      id\n      version\n      reason\n      reasonText\n      state\n      stateText\n      basis\n      answer\n      decision\n      noticedOn\n      answerBy\n      decidedOn\n      mayDecide\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:d20992776fc046dd0dee3569918866e63b6ab9289a2eb01a856e30614039a970',
    "mutation recordSeatsInUse($input: SeatsInUseInput!) {\n  recordSeatsInUse(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:06ebcd79c25c39c11236db6b915a65c51de3b05b502183f38e71d05a4a902338',
    "mutation beginWelfareExit($input: BeginWelfareExitInput!) {\n  beginWelfareExit(input: $input) {\n    id\n    endedOn\n  }\n}",
  ],
  [
    'sha256:bbd5e277e65f18b537a70446a59919fb17b221ecb263577aefbb7e4789bc1826',
    "mutation decideWelfareExit($input: DecideWelfareExitInput!) {\n  decideWelfareExit(input: $input)\n}",
  ],
  [
    'sha256:f2a5e2a4687c7075651b4bd966fa7bf0f3f14acdc2c5ea5660e14925f654735d',
    "query placements($first: Int!, $after: String, $filter: PlacementFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  placementFigures {\n    year\n    begun\n    live\n    kept\n    kinds {\n      kind\n      begun\n    }\n  }\n  placements(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PlacementRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PlacementRow on Placement {\n  id\n  personId\n  personName\n  birthYear\n  personPlace\n  title\n  employerName\n  divisionName\n  kind\n  startedOn\n  endsOn\n  endedOn\n  live\n  school\n  conversion\n  months {\n    month\n    yuan\n  }\n}",
  ],
  [
    'sha256:551ff95a3b98fa0f06671f1c5391feb30b433245e042a3e3597fbd504b808edc',
    "query placementFile($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  placement(id: $id) {\n    placement {\n      ...PlacementRow\n      endText\n      source\n      contractText\n      insuredSince\n      project {\n        id\n        title\n      }\n    }\n    outcomes {\n      id\n      fact\n      factText\n      month\n      on\n      until\n      wordText\n      yuan\n      text\n      recordedOn\n    }\n    facts {\n      fact\n      factText\n      words {\n        code\n        text\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PlacementRow on Placement {\n  id\n  personId\n  personName\n  birthYear\n  personPlace\n  title\n  employerName\n  divisionName\n  kind\n  startedOn\n  endsOn\n  endedOn\n  live\n  school\n  conversion\n  months {\n    month\n    yuan\n  }\n}",
  ],
  [
    'sha256:3179ee7c8b0889d542feea293927de444e4121292c6d28fb795eb76c1241f526',
    "query placementPerson($personId: ID!, $text: String) {\n  viewer {\n    ...FrameViewer\n  }\n  placementPerson(personId: $personId, text: $text) {\n    personId\n    personName\n    birthYear\n    personPlace\n    placements {\n      id\n      title\n      employerName\n      startedOn\n      endedOn\n    }\n    posts {\n      id\n      title\n      kind\n      employerName\n      divisionName\n      openings\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:fea6d31e20856a6b4f6e947d5d761737cd4fe0403ab2d08bbd027505e08d32f8',
    "mutation recordPlacement($input: RecordPlacementInput!) {\n  recordPlacement(input: $input) {\n    placement {\n      id\n    }\n  }\n}",
  ],
  [
    'sha256:30823193a83bedc5b040e9892fc45e8eeb1fdef802eb1ed9644feba07bb2f8a8',
    "mutation recordOutcome($input: RecordOutcomeInput!) {\n  recordOutcome(input: $input) {\n    placement {\n      id\n    }\n  }\n}",
  ],
  [
    'sha256:2a8440ef95a954cab0348c26d6bb26a2c9e739748fb07b80143e7eb26af6cfe4',
    "mutation endPlacement($input: EndPlacementInput!) {\n  endPlacement(input: $input) {\n    placement {\n      id\n    }\n  }\n}",
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
    'sha256:c92c1051f530e82218aae0b3cdaf65a1a5bd4b03aba9d3f8901e8f971a6dc1a2',
    "query demoSms {\n  viewer {\n    ...FrameViewer\n  }\n  demoSms {\n    id\n    phone\n    text\n    createdAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:d9e903366fee7f52409e34238d1034777d98e6be1e1fb9212214487719ca4d2e',
    "query demo {\n  viewer {\n    ...FrameViewer\n  }\n  demoToday\n  demoAccounts {\n    account\n    password\n    displayName\n    roles\n    code\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:d4da98b6db66654cf5a90240d424b4781c4ce0481326d26a314f1f97a34feeef',
    "mutation advanceDemoTime($days: Int!) {\n  advanceDemoTime(days: $days)\n}",
  ],
  [
    'sha256:463fb2e7aef5905032817658a21ac5e314f35dc49f2179ebce9a2c54054c98c8',
    "query feedbackForm {\n  viewer {\n    ...FrameViewer\n  }\n  feedbackCounties {\n    code\n    name\n    answerDays\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:8c70c2d4af57d9b9950d89c712b5dc4b50a3fd7bdb00fafc9e87ee1cd0035728',
    "mutation sendFeedback($input: SendFeedbackInput!) {\n  sendFeedback(input: $input) {\n    id\n    answerBy\n  }\n}",
  ],
  [
    'sha256:27cfee9701a815b237e598bd9f2eff346b75ce4c41c3dd640220f01ff28e4d8c',
    "query home {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: 3) {\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:bc601801f7ed6d52a4301b50f84e6cb1f10e1b8966b1d9cfc9548d340aefe77e',
    "query publicPosts($first: Int!, $after: String, $filter: PublicPostFilter) {\n  viewer {\n    ...FrameViewer\n  }\n  towns {\n    code\n    name\n  }\n  publicPosts(first: $first, after: $after, filter: $filter) {\n    totalCount\n    edges {\n      node {\n        ...PostCard\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:831f24c61bfb16aa6b2426022d3ae6ac79a51a7c07827a5598dc9800a6d054f2',
    "query publicPost($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    kindFacts\n    duties\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:5df93c3555d57a7b7910037bd6089d5086c82426fc8057f64da1979aa52900af',
    "query levyForm {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:931c5b953f776ef3ad60c2bad6eed105450fe1b45b45d736263ebd8e3e7580be',
    "query levyEstimate($input: LevyEstimateInput!, $more: LevyEstimateInput!) {\n  viewer {\n    ...FrameViewer\n  }\n  counties {\n    code\n    name\n  }\n  now: levyEstimate(input: $input) {\n    requiredHires\n    countedHires\n    shortfall\n    placementRatio\n    outcome\n    levyYuan\n    parameters {\n      code\n      value\n      source\n      status\n      answer\n    }\n    trace {\n      depth\n      step\n      label\n      value\n      source\n      note\n    }\n    warnings\n  }\n  more: levyEstimate(input: $more) {\n    levyYuan\n    outcome\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:5008742bf50ce87a8226d6509e71a6469872fe488594b589d04e274a16111c77',
    "query publicNotices($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotices(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        startsOn\n        endsOn\n        open\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:74fce0828e88515acd8bf6566cc762f814561a2e0d9763e288dea88b283d3ca1',
    "query publicNotice($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicNotice(id: $id) {\n    id\n    title\n    basis\n    startsOn\n    endsOn\n    open\n    phone\n    lines {\n      id\n      maskedName\n      divisionName\n      subject\n      amountYuan\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:91967770c9e721ee93b0f389a0caaf4d05c25eeb73e5dc3e20337234da07d4a1',
    "query publicProjects($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publicProjects(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        kindText\n        hostName\n        divisionName\n        description\n        free\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:8bbf9e56905718f8c8529a6dc563df9bef0dd3a5f6f2150544e457004c8ea99a',
    "query publicRounds($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRounds(first: $first, after: $after, filter: {published: true}) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        divisionName\n        publishedOn\n        posts\n        seats\n        entrants\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:62a9660be49797bd538f92125294b8f847546a5ad258e4203cb32eb9ce64401d',
    "query publicRound($id: ID!, $ticket: String) {\n  viewer {\n    ...FrameViewer\n  }\n  publishedRound(id: $id, ticket: $ticket) {\n    id\n    title\n    divisionName\n    announcedOn\n    frozenOn\n    drawnOn\n    choicesUntil\n    contractsFrom\n    publishedOn\n    tiers {\n      ...RoundTierRow\n    }\n    posts {\n      ...RoundPostRow\n    }\n    entrants\n    byChoice\n    unplaced\n    justifiedEnvy\n    waste\n    commitment\n    source\n    seed\n    value\n    valueFrom\n    simulationHash\n    rosterHash\n    choicesHash\n    resultHash\n    hash\n    rulesVersion\n    ticketNumber\n    continuations {\n      ...SeatContinuationRow\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RoundTierRow on RoundTier {\n  status\n  statusText\n  basis\n  entrants\n}\n\nfragment RoundPostRow on RoundPost {\n  postId\n  title\n  employerName\n  divisionName\n  seats\n  reserved\n  reservedFor\n  local\n  cutOffs\n}\n\nfragment SeatContinuationRow on SeatContinuation {\n  serial\n  on\n  left\n  held\n  stayed\n  moved\n  waiting\n  justifiedEnvy\n  waste\n  previousHash\n  hash\n}",
  ],
  [
    'sha256:9d9ef10b671657bdbf2d43bb31784c95d04edf20500cf31857103de2a3efc318',
    "query servicePoints($first: Int!, $after: String, $filter: PublicRegisterFilter, $county: PublicRegisterFilter!) {\n  viewer {\n    ...FrameViewer\n  }\n  towns {\n    code\n    name\n  }\n  publicRegisters(\n    kind: \"SERVICE_POINTS\"\n    first: $first\n    after: $after\n    filter: $filter\n  ) {\n    totalCount\n    edges {\n      node {\n        ...ServicePoint\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  county: publicRegisters(kind: \"SERVICE_POINTS\", first: 5, filter: $county) {\n    edges {\n      node {\n        ...ServicePoint\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ServicePoint on PublicRegisterEntry {\n  id\n  name\n  categoryText\n  divisionName\n  closedOn\n  fields {\n    key\n    label\n    text\n  }\n  serves\n}",
  ],
  [
    'sha256:340c3d93f28124ed5085378b0eb551c5a5bc4d4d81cb5eea9490fe1fd1e54c8f',
    "query waysIn {\n  viewer {\n    ...FrameViewer\n  }\n  oidcPlatform\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
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
    'sha256:98d99c0a5ca8b4364e49e62003b5cdb0211b7534ecd8a0cd6147a724fcafd7c1',
    "query refusalCases($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  refusalCases(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...RefusalRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RefusalRow on RefusalCase {\n  id\n  version\n  side\n  personName\n  postTitle\n  employerName\n  state\n  stateText\n  counted\n  limit\n  source\n  noticedOn\n  appealUntil\n  appeal\n  decision\n  decidedOn\n  barredUntil\n  canAppeal\n  canDecide\n}",
  ],
  [
    'sha256:0a574a1c03da9c1b4cde847609b469023b6e36e126e4daf5fbe3e00bc8168580',
    "query refusalCase($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  refusalCase(id: $id) {\n    ...RefusalRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RefusalRow on RefusalCase {\n  id\n  version\n  side\n  personName\n  postTitle\n  employerName\n  state\n  stateText\n  counted\n  limit\n  source\n  noticedOn\n  appealUntil\n  appeal\n  decision\n  decidedOn\n  barredUntil\n  canAppeal\n  canDecide\n}",
  ],
  [
    'sha256:9e5f95c021f883e4db3bdc30e070c4f8f0ad0363bdf20f6c5a34f1055bc554eb',
    "mutation appealRefusals($id: ID!, $text: String!) {\n  appealRefusals(id: $id, text: $text) {\n    id\n  }\n}",
  ],
  [
    'sha256:29014035b54ca1b7d58598be675b3c4cef988480005c03949550fa02166ccd63',
    "mutation decideRefusals($input: DecideRefusalsInput!) {\n  decideRefusals(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:2594e3649983398cc9b1f88bddb3a3c8b18984acd8282ff27a385d75fd7dd72d',
    "query revealSubject($field: String!, $subjectId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  revealSubject(field: $field, subjectId: $subjectId) {\n    title\n    whose\n    reasons {\n      code\n      text\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:857d5a0d77aff0d4a42969190e474fa2d8bf6226cc0cc188135f1f592c4bcb9b',
    "mutation reveal($input: RevealInput!) {\n  reveal(input: $input) {\n    title\n    whose\n    value\n    hiddenAt\n  }\n}",
  ],
  [
    'sha256:74a67b4920f30138697a238e04153c4ea2bf4fa7918f848927c067cb02a65fc5',
    "query myApplication($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplication(id: $id) {\n    ...ApplicationRow\n    nextBy\n    declinable\n    referred\n    referralNote\n    released\n    releasable\n    shareNeeds\n    contactPhone\n    contactWay\n    needs\n    sharedNeeds\n    declineReason\n    interview {\n      at\n      place\n      way\n    }\n    offer {\n      monthlyWageYuan\n      startsOn\n      replyBy\n      acceptedOn\n    }\n  }\n  supportOffers(applicationId: $id) {\n    open\n    kinds\n    asked {\n      ...SupportLine\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment SupportLine on Support {\n  id\n  kindText\n  occasionText\n  title\n  startsAt\n  stateText\n  state\n  providedBy\n  bookedFrom\n}",
  ],
  [
    'sha256:473e2e4ceffca7ed2df28686fde156b0ef15d792ba8b610250005b36133a5ffc',
    "query applicationContact($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplication(id: $id) {\n    id\n    releasable\n    shareNeeds\n    contactPhone\n    contactWay\n    needs\n    sharedNeeds\n    post {\n      title\n    }\n  }\n  applicationNeeds {\n    need\n    chosen\n    shared\n    tellable\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:5416857e186bc1b69ef44f59ff3798530811ce3e6dc3c095f13903322c3e3a2e',
    "mutation respondToOffer($input: RespondToOfferInput!) {\n  respondToOffer(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:042e07c6c380e09b7e0f1bd48cb6696548e76b8acd1cec467113be77c2f7f3e4',
    "mutation declineReferral($input: DeclineReferralInput!) {\n  declineReferral(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:f2692b5c968dd60011bfbfb93face65416804be6851f24a9651136a4b230b171',
    "mutation releaseApplication($input: ReleaseApplicationInput!) {\n  releaseApplication(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:c17c4a5c91eb92bdb6a75ea561eadbf1fb10e124acd670b55ea5d26c39cb1438',
    "query myApplications($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}",
  ],
  [
    'sha256:00482622917ac8d159ddb9074a21f265606539c4d508a2e0febbb5902ce85dce',
    "mutation withdrawApplication($id: ID!) {\n  withdrawApplication(id: $id) {\n    id\n  }\n}",
  ],
  [
    'sha256:1759d00de018761719f776104e1dd7c6a9d0615924ff97331b0f88f772e5018c',
    "query applyForm($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $id) {\n    ...PostCard\n  }\n  applicationNeeds {\n    need\n    chosen\n    shared\n    tellable\n  }\n  myConsents {\n    purposes {\n      purpose\n      state\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:cd541e740ef675a62325134abd1c574fdf2c32522653686e56e0320c08e96987',
    "mutation applyToPost($input: ApplyToPostInput!) {\n  applyToPost(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:6b6f85c744665075e04fa9eb808040c41e68713441058405d28cc39dc69e6774',
    "query grants {\n  viewer {\n    ...FrameViewer\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    open\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:fc2cb451f779448cc767675a4c358588a8b1f67e9ef2cf5776b34435120fe26d',
    "query grantForm {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    account\n  }\n  schemes {\n    code\n    name\n    summary\n    amountText\n    objectLabel\n    whoCan\n    papers\n    open\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:55e490c08fabe1ac705bbe872ad1a83900ba73851024e2d1fd1163b1bcb3904b',
    "query grant {\n  viewer {\n    ...FrameViewer\n  }\n  myBenefits {\n    ...BenefitRow\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment BenefitRow on BenefitApplication {\n  id\n  schemeName\n  schemeCode\n  object\n  state\n  stateText\n  nextStep\n  reason\n  steps {\n    text\n    state\n  }\n  amountYuan\n  appliedOn\n  paidOn\n}",
  ],
  [
    'sha256:c302161d9141e3c593298278712619f0d8923870c7d469d2da2cda7f524fb4d0',
    "mutation applyForScheme($input: ApplyForSchemeInput!) {\n  applyForScheme(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:ce93a6c506d7219401fea0e4489b4506f22b89b9ea4747e9ec4bda8c3904c53d',
    "query me {\n  viewer {\n    ...FrameViewer\n  }\n  myApplications(first: 3) {\n    totalCount\n    edges {\n      node {\n        ...ApplicationRow\n      }\n    }\n  }\n  allocationRounds(first: 3) {\n    edges {\n      node {\n        id\n        title\n        mine {\n          number\n          listed\n          open\n        }\n      }\n    }\n  }\n  myBenefits {\n    id\n    schemeName\n    stateText\n    nextStep\n  }\n  matchedPosts(first: 3) {\n    withheld\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n      }\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ApplicationRow on JobApplication {\n  id\n  post {\n    id\n    title\n    employerName\n  }\n  state\n  stateText\n  nextStep\n  appliedOn\n  withdrawable\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:7a809eceb884f3d2c9b97090c33a98a22c7283166b6dd00bd3d0c649d1b5e57d',
    "query matchedPosts($first: Int!, $after: String, $filter: MatchFilterInput) {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n  }\n  matchedPosts(first: $first, after: $after, filter: $filter) {\n    withheld\n    totalCount\n    asOf {\n      late\n    }\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        cautions\n        dismissed {\n          reasonText\n          changed\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n  evidenceId\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:b644b15f0f6cd7f13db59396f85efa60467e08bebd031d3e4e745c86d171f949',
    "query matchExplanation($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n    openings\n    weeklyHours\n    skills\n    provisions\n    duties\n  }\n  matchExplanation(postId: $postId) {\n    answer\n    score\n    reasons\n    cautions\n    why {\n      ...Finding\n    }\n    whyNot {\n      ...Finding\n    }\n    changes {\n      moves\n      newAnswer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Finding on MatchFinding {\n  rule\n  answer\n  message\n  needed\n  has\n  basis\n}",
  ],
  [
    'sha256:8214f0fcc152b22ac9887f334142e8b1b73cad0d7b7d5f56c475b36a744ed10a',
    "query whatOpensPosts($personId: ID) {\n  whatOpensPosts(personId: $personId) {\n    ...Openings\n  }\n}\n\nfragment Openings on WhatOpensPosts {\n  looked\n  fits\n  opens {\n    kind\n    says\n    postsOpened\n    atBest\n  }\n  blockedBy {\n    rule\n    word\n    posts\n    alone\n  }\n}",
  ],
  [
    'sha256:b38d3370c8625c3624b46518a86eb9afca668c7f793af57aa9588b78e7f60d32',
    "query matchFacets {\n  viewer {\n    ...FrameViewer\n  }\n  matchFacets {\n    answers {\n      code\n      posts\n    }\n    kinds {\n      code\n      posts\n    }\n    towns {\n      code\n      name\n      posts\n    }\n    within {\n      code\n      posts\n    }\n    remote\n    dismissed\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:06d3a0a24ba18e15e3447c8fb3793668f860b41f64a863e9fa248086df0c7b98',
    "query matchDismissal($postId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n  }\n  dismissReasons {\n    code\n    text\n  }\n  matchDismissal(postId: $postId) {\n    reason\n    reasonText\n    note\n    at\n    undoUntil\n    undoable\n    changed\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}",
  ],
  [
    'sha256:17fca06082f003b225727da9dc9a851508dad08d54cace756f6123d922325157',
    "mutation dismissMatch($postId: ID!, $reason: String!, $note: String) {\n  dismissMatch(postId: $postId, reason: $reason, note: $note) {\n    postId\n  }\n}",
  ],
  [
    'sha256:e8788b6e70d24745e70148fdbfb28ad7680297695bc6331b8c694c548eb34e3e',
    "mutation undoDismissMatch($postId: ID!) {\n  undoDismissMatch(postId: $postId)\n}",
  ],
  [
    'sha256:e12b1626acb23b34b2490d46d9472b855e75e4c76db3eabb254f18c90b21ea44',
    "query matchWhy($postId: ID!, $personId: ID) {\n  viewer {\n    ...FrameViewer\n  }\n  publicPost(id: $postId) {\n    ...PostCard\n  }\n  matchExplanation(postId: $postId, personId: $personId) {\n    answer\n    score\n    parts {\n      skill\n      travel\n      wage\n      hours\n      wish\n      freshness\n    }\n    accommodations {\n      kind\n      payer\n    }\n    demands {\n      item\n      word\n      neededText\n      hasText\n      needed\n      has\n      left\n      answer\n      by\n    }\n    assessment {\n      assessor\n      assessedOn\n      validUntil\n    }\n    why {\n      ...Finding\n    }\n    whyNot {\n      ...Finding\n    }\n    changes {\n      moves\n      effort\n      newAnswer\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Finding on MatchFinding {\n  rule\n  answer\n  message\n  needed\n  has\n  basis\n}",
  ],
  [
    'sha256:f23a8714de920f48db462193ae07f345c0a0e407c9c578786e73b96e507998fa',
    "query personMatches($personId: ID!, $first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  personConsents(personId: $personId) {\n    name\n  }\n  fitting: matchedPosts(\n    first: $first\n    after: $after\n    filter: {personId: $personId}\n  ) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        answer\n        score\n        reasons\n        dismissed {\n          reasonText\n          changed\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  unknown: matchedPosts(\n    first: 10\n    filter: {personId: $personId, answers: [\"UNKNOWN\"]}\n  ) {\n    totalCount\n    edges {\n      node {\n        post {\n          ...PostCard\n        }\n        toAssess\n      }\n    }\n  }\n  whatOpensPosts(personId: $personId) {\n    ...Openings\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment PostCard on PublicPost {\n  id\n  title\n  kind\n  employerName\n  origin {\n    officeName\n    phone\n    applyHere\n  }\n  divisionName\n  monthlyWageYuan {\n    low\n    high\n  }\n  closesOn\n}\n\nfragment Openings on WhatOpensPosts {\n  looked\n  fits\n  opens {\n    kind\n    says\n    postsOpened\n    atBest\n  }\n  blockedBy {\n    rule\n    word\n    posts\n    alone\n  }\n}",
  ],
  [
    'sha256:42877d24fab234fca6e78ec892e3a246011693403061bdbab948c5e614c2faa1',
    "query ownMessages($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  smsWanted\n  messages(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        text\n        createdAt\n        smsText\n        unread\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ccc38a27c45f3f12d8faae706b1a44b39ac0b4bca83ed2d93f8548824d4145a1',
    "mutation setSmsWanted($wanted: Boolean!) {\n  setSmsWanted(wanted: $wanted)\n}",
  ],
  [
    'sha256:e3a746b8270c839492b5d63e0d60ab0e808f8d99edacd3b61cd322ff1f31e653',
    "mutation markMessagesSeen($upTo: ID!) {\n  markMessagesSeen(upTo: $upTo)\n}",
  ],
  [
    'sha256:ab249c4ff9221786d8975be29354354fbe91f886bb6cc34c9ce07883b55c78ee',
    "query ownProfile {\n  viewer {\n    ...FrameViewer\n  }\n  skillsAsked\n  ownProfile {\n    version\n    skills\n    wantsWork\n    wantedKinds\n    wantedWageYuan\n    commuteKm\n    mayShare\n    needs {\n      need\n      workplace\n      chosen\n      shared\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:208938b275d2e63220982def86badee073229b6c4c5f5a18bc2a0331a260a823',
    "mutation saveProfileSection($input: SaveProfileSectionInput!) {\n  saveProfileSection(input: $input) {\n    version\n  }\n}",
  ],
  [
    'sha256:d5bc06518093199b99d5934ef19526e5232b94cae0929ceaf1d0e29f1df39b86',
    "query newPhone {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    phone\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:ad5d0af3e33eb70d33f7b68aeff23f2117ce3b2256038a4593ccdbf3489fd362',
    "query waitingPhone {\n  viewer {\n    ...FrameViewer\n  }\n  waitingPhone {\n    maskedPhone\n    expiresAt\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:b15971ee23826f8f8806b8fd383e19a58fb7a3b7a3823764fc837bbe20541673',
    "mutation requestPhoneCode($phone: String!) {\n  requestPhoneCode(phone: $phone)\n}",
  ],
  [
    'sha256:23dd56ae72bac01e3b387ffd39a8173b576f4a55215b19a6a2c4cfff39b9eaec',
    "mutation changePhone($code: String!) {\n  changePhone(code: $code)\n}",
  ],
  [
    'sha256:8451609b4efee141df4fbf80406496e5c3fa3420f75cce6a1fc048c24d07a657',
    "query myProfile {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    name\n    idNumber\n    certificate\n    certificateExpiresOn\n    phone\n    account\n    divisionName\n    residenceName\n    wantsWork\n    skills\n  }\n  myConsents {\n    purposes {\n      state\n    }\n  }\n  ownProfile {\n    sections {\n      section\n      done\n    }\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
  ],
  [
    'sha256:d6abacd6734b29576d18b44b84114688a32c9a5a850f2559368eb0ccf31428ce',
    "query myContact {\n  viewer {\n    ...FrameViewer\n  }\n  myRecord {\n    phone\n    divisionName\n    residenceName\n  }\n  smsWanted\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:4c9458ed04101d3a841ccd953cd06bbc3bbf4f026587f7c548f3ad88c66f96ff',
    "query myConsents {\n  viewer {\n    ...FrameViewer\n  }\n  myConsents {\n    purposes {\n      ...ConsentWords\n    }\n    statutory {\n      code\n      title\n      data\n      why\n      basis\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment ConsentWords on Consent {\n  purpose\n  title\n  data\n  why\n  without\n  state\n  at\n  evidenceId\n}",
  ],
  [
    'sha256:25a4cb12682db81f14deda08e919d290a5a3e555a3a203992b41ca1ba15cf64f',
    "query myData {\n  viewer {\n    ...FrameViewer\n  }\n  myData {\n    requests {\n      ...OwnRequest\n    }\n    open\n    kept {\n      what\n      until\n      source\n    }\n    graceDays\n    exportDays\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment OwnRequest on OwnDataRequest {\n  id\n  kind\n  state\n  stateText\n  requestedAt\n  dueAt\n  answer\n  withdrawable\n}",
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
  [
    'sha256:dec2484cd0e361e803b79fd8a9eecb2e89e727d99441b96375408b556bf9f8fc',
    "query myRounds($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRounds(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        divisionName\n        state\n        stateText\n        drawnOn\n        choicesUntil\n        publishedOn\n        posts\n        seats\n        mine {\n          number\n          listed\n          open\n          place\n          seat\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:45730fcca1e8f7aa9a8b9f5a0078a2216e979f04b1b6edffc47e965ce850e6f7',
    "query myRound($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRound(id: $id) {\n    id\n    title\n    divisionName\n    state\n    stateText\n    frozenOn\n    drawnOn\n    choicesUntil\n    contractsFrom\n    entrants\n    tiers {\n      ...RoundTierRow\n    }\n    posts {\n      ...RoundPostRow\n      answer\n    }\n    mine {\n      ticket\n      statuses\n      statusTexts\n      divisionCode\n      number\n      choices {\n        choice\n        postId\n        title\n      }\n      listHash\n      open\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment RoundTierRow on RoundTier {\n  status\n  statusText\n  basis\n  entrants\n}\n\nfragment RoundPostRow on RoundPost {\n  postId\n  title\n  employerName\n  divisionName\n  seats\n  reserved\n  reservedFor\n  local\n  cutOffs\n}",
  ],
  [
    'sha256:13cfff2721bbde17d0f084df08074ccca8eb38c60b1a1f348ae1478999ea0e37',
    "query myRoundResult($id: ID!) {\n  myAllocationResult(roundId: $id) {\n    postId\n    title\n    kind\n    choice\n    why\n  }\n  mySeat(roundId: $id) {\n    ...MySeatView\n  }\n}\n\nfragment MySeatView on MySeat {\n  left\n  canLeave\n  offer {\n    id\n    title\n    employerName\n    divisionName\n    state\n    stateText\n    lastDay\n    late\n    answeredOn\n  }\n  queues {\n    postId\n    title\n    ahead\n  }\n}",
  ],
  [
    'sha256:36a96c0f5f95f32929fd7990b53dc0b39f4ce24d17b968ada3419137e98a928f',
    "query mySeat($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  allocationRound(id: $id) {\n    id\n    title\n  }\n  mySeat(roundId: $id) {\n    ...MySeatView\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment MySeatView on MySeat {\n  left\n  canLeave\n  offer {\n    id\n    title\n    employerName\n    divisionName\n    state\n    stateText\n    lastDay\n    late\n    answeredOn\n  }\n  queues {\n    postId\n    title\n    ahead\n  }\n}",
  ],
  [
    'sha256:0a9394367bcfa6e691a5c3c7a20492c31cab47568b52ff7f2b2251197e9e4668',
    "mutation sendChoices($input: SubmitChoicesInput!) {\n  submitChoices(input: $input) {\n    listHash\n    choices {\n      choice\n      postId\n      title\n    }\n  }\n}",
  ],
  [
    'sha256:d4af437b55869636a9c97ee3e1354e776c43d8c4471c9c760ade556abbe4fbd0',
    "query mySupport($first: Int!, $after: String) {\n  viewer {\n    ...FrameViewer\n  }\n  mySupport(first: $first, after: $after) {\n    totalCount\n    edges {\n      node {\n        ...SupportLine\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SupportLine on Support {\n  id\n  kindText\n  occasionText\n  title\n  startsAt\n  stateText\n  state\n  providedBy\n  bookedFrom\n}",
  ],
  [
    'sha256:3ed27cd6f4a401927064424e432a175d467b23f8486a0c3ca19ad97e3a23892b',
    "query mySupportRequest($id: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  mySupportRequest(id: $id) {\n    ...SupportText\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment SupportText on Support {\n  id\n  version\n  kind\n  kindText\n  occasion\n  occasionText\n  applicationId\n  title\n  place\n  wayText\n  helpText\n  startsAt\n  minutes\n  state\n  stateText\n  gone\n  tellEmployer\n  providedBy\n  bookedFrom\n  bookedTo\n  deliveredMinutes\n  confirmedBy\n  reasonText\n  moves\n}",
  ],
  [
    'sha256:1a59f84d2a674763b4084fb39f31533a816c50bb6fd2f49445f3a704a89809f9',
    "query askSupport($applicationId: ID!) {\n  viewer {\n    ...FrameViewer\n  }\n  myApplication(id: $applicationId) {\n    id\n    released\n    post {\n      title\n    }\n    interview {\n      at\n      place\n      way\n    }\n  }\n  supportOffers(applicationId: $applicationId) {\n    open\n    kinds\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}",
  ],
  [
    'sha256:01e61a491255b4ef6cd0e4a70d8cdc19ed189b8fa08f12aba5b28cdea26d7eb7',
    "mutation requestSupport($input: RequestSupportInput!) {\n  requestSupport(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:66b0bdd45c117ac2ccde65972c43452837fe29e86ca83a4e327bde3ee13c28df',
    "mutation shareSupport($id: ID!, $tellEmployer: Boolean!) {\n  shareSupport(id: $id, tellEmployer: $tellEmployer) {\n    id\n  }\n}",
  ],
  [
    'sha256:53737c5e848ab234b9e4ed1dcb33371be813aabc2be48dcc52aa09b0b0136b6f',
    "mutation cancelSupport($input: CancelSupportInput!) {\n  cancelSupport(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:ddeaffc95de2529631851a874d19a3fb8826c05637fb2bf0aaf64983b6a451be',
    "mutation completeSupport($input: CompleteSupportInput!) {\n  completeSupport(input: $input) {\n    id\n  }\n}",
  ],
  [
    'sha256:a02c30616f1b5c6ba834bfc3052f2a9de5c214babc5b2ed52c79e2bd4bd1afad',
    "query attendanceSheet($postId: ID!, $month: String) {\n  viewer {\n    ...FrameViewer\n  }\n  attendanceSheet(postId: $postId, month: $month) {\n    ...AttendanceSheetText\n  }\n}\n\nfragment FrameViewer on Viewer {\n  displayName\n  roles\n  divisionCode\n  countyName\n  unreadMessages\n  actingFor {\n    personId\n    name\n    scopes\n    ended\n  }\n}\n\nfragment AttendanceSheetText on AttendanceSheet {\n  postId\n  postTitle\n  employerName\n  townName\n  month\n  over\n  closedBy\n  closedOn\n  mayClose\n  rows {\n    placementId\n    name\n    from\n    to\n    servedDays\n    counts\n    countsText\n    entries {\n      id\n      serial\n      daysDue\n      daysPresent\n      reason\n      enteredBy\n      enteredOn\n      confirmedBy\n      mayConfirm\n    }\n  }\n}",
  ],
  [
    'sha256:955cc15890738a423515f9ff7f507d047a8338e5c296de9e7a8099d6b60a788f',
    "mutation recordAttendance($input: RecordAttendanceInput!) {\n  recordAttendance(input: $input) {\n    month\n  }\n}",
  ],
  [
    'sha256:9caa37a771cba1997a3fd01ddd88228d3737da0a23fed5650cefd29b74232e69',
    "mutation closeAttendance($postId: ID!, $month: String!) {\n  closeAttendance(postId: $postId, month: $month) {\n    month\n  }\n}",
  ],
  [
    'sha256:6ac7db5d2380f150d580f03b4b1ea9a0a2ed73f5b3f1317761859610e6cccacf',
    "mutation confirmAttendance($entryId: ID!) {\n  confirmAttendance(entryId: $entryId) {\n    month\n  }\n}",
  ],
]);
