import { type Answers, idOf } from './answers.js';

type Names =
  | 'townWelfare'
  | 'welfareProposals'
  | 'newWelfareProposal'
  | 'welfareProposal'
  | 'proposeWelfarePost'
  | 'decideWelfareProposal'
  | 'officeWelfare'
  | 'welfarePosts'
  | 'welfarePeople'
  | 'welfarePerson'
  | 'recordSeatsInUse'
  | 'beginWelfareExit'
  | 'decideWelfareExit'
  | 'attendanceSheet'
  | 'recordAttendance'
  | 'closeAttendance'
  | 'confirmAttendance';

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});

/** The small county's public-welfare posts. */
export function welfareAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['townWelfare']>['viewer'],
): Pick<Answers, Names> {
  const row = {
    id: idOf(1001),
    title: `护路员${name}`,
    state: 'PROPOSED',
    stateText: '等残联审批',
    employerName: '豫海镇示例便民服务中心',
    divisionName: '豫海镇',
    seats: 2,
    proposedOn: '2026-11-20',
  };
  const proposal = {
    ...row,
    version: 1,
    employerId: idOf(201),
    workDivisionCode: '640324100000',
    description: '看护村道，清理路障',
    welfareKind: 'ROAD_KEEPER',
    monthlyWageYuan: { low: '1950.00', high: '1950.00' },
    weeklyHours: 30,
    nightShift: false,
    provisions: ['坡道电梯'],
    demands: [{ item: 'WALK', level: 2, task: '沿路看护' }],
    duties: ['要走动：一次 500 米（沿路看护）'],
    closesOn: '2026-12-31',
    reason: `村道没有人看护，${name}等人愿意做。`,
    proposedBy: '演示专职委员',
    decidedBy: null as string | null,
    decidedOn: null as string | null,
    returnReason: null as string | null,
    fundSource: null as string | null,
    fundDocument: null as string | null,
    mayDecide: true,
    mayResend: false,
  };
  const returned = {
    ...proposal,
    id: idOf(1002),
    state: 'RETURNED',
    stateText: '退回了',
    decidedBy: '演示干部',
    decidedOn: '2026-11-22',
    returnReason: '请写清楚看护哪几条路。',
    mayDecide: false,
    mayResend: true,
  };
  const units = [{ id: idOf(201), name: '豫海镇示例便民服务中心' }];
  const places = [
    { code: '640324100000', divisionName: '豫海镇' },
    { code: '640324100201', divisionName: '城一村' },
  ];
  const post = {
    id: idOf(1011),
    title: `水管员${name}`,
    employerName: '豫海镇示例便民服务中心',
    townName: '豫海镇',
    kindText: '水管员',
    openings: 1,
    placed: 2,
    disabled: 1,
    members: 1,
    inUse: 10,
    reported: 10 as number | null,
    reportedOn: '2026-11-01' as string | null,
    source: '人社局 11 月花名册' as string | null,
  };
  const person = {
    id: idOf(1021),
    name,
    divisionName: '城一村',
    postId: idOf(1011),
    postTitle: `水管员${name}`,
    startedOn: '2023-12-24',
    served: '35个月零4天',
    termEndsOn: '2026-12-23' as string | null,
    alert: 30 as number | null,
    counted: true,
    isMember: false,
  };
  const exit = {
    id: idOf(1031),
    version: 1,
    reason: 'ABSENCE',
    reasonText: '长期不到岗',
    state: 'NOTICED',
    stateText: '已告知，等本人说明',
    basis: '连续 20 天没有到岗',
    answer: null,
    decision: null,
    noticedOn: '2026-11-20',
    answerBy: '2026-11-27',
    decidedOn: null,
    mayDecide: true,
  };
  const entry = {
    id: idOf(1041),
    serial: 1,
    daysDue: 21,
    daysPresent: 20,
    reason: null as string | null,
    enteredBy: '演示专职委员',
    enteredOn: '2026-11-02',
    confirmedBy: '演示干部' as string | null,
    mayConfirm: false,
  };
  const sheetRow = {
    placementId: idOf(1021),
    name,
    from: '2023-12-24',
    to: null,
    servedDays: 31,
    counts: 'UNKNOWN',
    countsText: '应出勤21天，出勤20天；出勤几成算一个月，没有录入规定。',
    entries: [
      {
        ...entry,
        id: idOf(1042),
        serial: 2,
        daysPresent: 19,
        reason: '单位报错了',
        confirmedBy: null,
        mayConfirm: true,
      },
      entry,
    ],
  };
  return {
    townWelfare: (_, role) => ({ viewer: viewer(role), welfarePosts: page([post], true) }),
    welfareProposals: ({ state }, role) => ({
      viewer: viewer(role),
      welfareProposals: page(state === 'PROPOSED' ? [row] : [row, returned]),
    }),
    newWelfareProposal: (_, role) => ({ viewer: viewer(role), welfareUnits: units, welfarePlaces: places }),
    welfareProposal: ({ id }, role) => ({
      viewer: viewer(role),
      welfareProposal: id === returned.id ? returned : proposal,
      welfareUnits: units,
      welfarePlaces: places,
    }),
    proposeWelfarePost: () => ({ proposeWelfarePost: { id: idOf(1001) } }),
    decideWelfareProposal: () => ({ decideWelfareProposal: { id: idOf(1001), postId: idOf(1011) } }),
    officeWelfare: (_, role) => ({
      viewer: viewer(role),
      welfareShare: {
        day: '2026-11-24',
        dayBasis: '按哪一天算没有录入规定，先按看的当天。',
        inUse: 11,
        disabled: 1,
        shareText: '约9.09%',
        minimumText: '10%',
        minimumSource: '同心县规划（征求意见稿）',
        meets: null,
        missing: null,
        unreported: 3,
        rows: [
          {
            divisionCode: '640324100000',
            townName: '豫海镇',
            welfareKind: 'WATER_KEEPER',
            kindText: '水管员',
            inUse: 10,
            disabled: 1,
          },
          {
            divisionCode: '640324100000',
            townName: '豫海镇',
            welfareKind: 'NONE',
            kindText: '没写类别',
            inUse: 1,
            disabled: 0,
          },
        ],
      },
      welfareAlerts: page([person], true),
      waiting: { totalCount: 1 },
    }),
    welfarePosts: (_, role) => ({ viewer: viewer(role), welfarePosts: page([post], true) }),
    welfarePeople: (_, role) => ({
      viewer: viewer(role),
      welfarePeople: page([
        person,
        { ...person, id: idOf(1022), termEndsOn: null, alert: null, counted: false },
        { ...person, id: idOf(1023), counted: false, isMember: true },
      ]),
    }),
    welfarePerson: ({ placementId }, role) => ({
      viewer: viewer(role),
      welfarePerson: {
        ...person,
        id: String(placementId),
        endedOn: null,
        endReason: null,
        termReasons: ['最长36个月（演示参数）。'],
        reasons: [
          { code: 'TERM', text: '期限到了', hearing: false },
          { code: 'ABSENCE', text: '长期不到岗', hearing: true },
        ],
        exits: placementId === idOf(1022) ? [exit] : [],
      },
    }),
    recordSeatsInUse: () => ({ recordSeatsInUse: { id: idOf(1011) } }),
    beginWelfareExit: () => ({ beginWelfareExit: { id: idOf(1021), endedOn: '2026-11-24' } }),
    decideWelfareExit: () => ({ decideWelfareExit: true }),
    attendanceSheet: ({ month }, role) => ({
      viewer: viewer(role),
      attendanceSheet: {
        postId: idOf(1011),
        postTitle: `水管员${name}`,
        employerName: '豫海镇示例便民服务中心',
        townName: '豫海镇',
        month: month ?? '2026-10',
        over: true,
        closedBy: month === '2026-09' ? null : '演示干部',
        closedOn: month === '2026-09' ? null : '2026-11-05',
        mayClose: month === '2026-09',
        rows: [sheetRow],
      },
    }),
    recordAttendance: () => ({ recordAttendance: { month: '2026-10' } }),
    closeAttendance: () => ({ closeAttendance: { month: '2026-10' } }),
    confirmAttendance: () => ({ confirmAttendance: { month: '2026-10' } }),
  };
}

/** Somebody at a public-welfare post, as the register of work has him: the exit is the only way out (decision 0049). */
export const WELFARE_PLACEMENT = {
  id: idOf(1021),
  title: '护路员',
  employerName: '豫海镇示例便民服务中心',
  kind: 'PUBLIC_WELFARE',
  startedOn: '2023-12-24',
  endsOn: '2026-12-23',
};
