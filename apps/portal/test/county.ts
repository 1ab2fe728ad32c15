import type * as gql from '../src/gql/generated.js';
import { ABILITY_CODES } from '@tongxing/rules';
import { type Answers, idOf } from './answers.js';
import { memberAnswers } from './county-members.js';
import { continuations, seatAnswers } from './county-seats.js';
import { applicationNeedsFor, supportAnswers } from './county-support.js';
import { licenceAnswers } from './county-licences.js';
import { registerAnswers } from './county-registers.js';
import { sharingAnswers, STALE_POSTS } from './county-sharing.js';
import { officeAnswers } from './county-office.js';
import { WELFARE_PLACEMENT, welfareAnswers } from './county-welfare.js';

export { type Answers, idOf };

/** The session of a role: the stand-in api knows who asks by it. */
export const sessionOf = (role: string): string => `${role.toLowerCase()}_${'s'.repeat(30)}`;
export const roleOf = (authorization: string | undefined): string | null =>
  /^Session ([a-z_]+?)_s{30}$/.exec(authorization ?? '')?.[1]?.toUpperCase() ?? null;

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});

const TODAY = '2026-11-24';
/** The address of a list under which the small county has not asked for consent yet: `/me/jobs?after=NOT_ASKED`. */
const NOT_ASKED = 'NOT_ASKED';
const KEPT = [
  {
    what: '2 笔补贴发放和它们的申请，含收款账户',
    until: '2056-11-02',
    source: '会计档案管理办法（财政部、国家档案局令第79号），年限待核原文',
  },
];
const REFUSED = { paid: 0, failed: 0, unchanged: 0, totalYuan: '0.00' };

/** A round as the office, somebody on its roster, and everybody see it; with a simulation, and in the state that is asked for. */
const round = {
  id: idOf(1001),
  title: '2026年第一轮',
  divisionName: '同心县',
  state: 'CHOOSING',
  stateText: '正在填志愿',
  rulesVersion: 'allocation-1',
  announcedOn: '2026-11-10',
  frozenOn: '2026-11-16',
  drawnOn: '2026-11-20',
  choicesUntil: '2026-11-27',
  contractsFrom: '2026-12-10',
  commitment: 'a'.repeat(64),
  source: '双色球第26135期开奖号码',
  fallback: '下一期开奖号码',
  seed: 'b'.repeat(64),
  value: '03 11 17 20 28 + 05',
  simulationHash: 'c'.repeat(64),
  rosterHash: 'd'.repeat(64),
  choicesHash: 'e'.repeat(64),
  resultHash: 'f'.repeat(64),
  entrants: 87,
  tiers: [
    { status: 'ZERO_EMPLOYMENT', statusText: '零就业家庭', basis: '示例办法第五条', entrants: null as number | null },
    { status: 'DISABLED', statusText: '残疾人', basis: '示例办法第五条', entrants: null as number | null },
  ],
  posts: [
    ['保洁', 'FITS'],
    ['护林', 'FITS_WITH'],
    ['图书管理', 'UNKNOWN'],
    ['搬运', 'NO'],
  ].map(([title, answer], index) => ({
    postId: idOf(1010 + index),
    title: title as string,
    employerName: '示例服务中心',
    divisionName: '同心县豫海镇',
    seats: 2,
    reserved: index === 0 ? 1 : 0,
    reservedFor: index === 0 ? '零就业家庭（示例办法第六条）' : null,
    local: index === 1 ? '豫海镇（示例办法第七条）' : null,
    cutOffs: ['普通座位录到第2档5号'],
    answer: answer as string,
  })),
};
const scenario = (name: string, label: string, placed: number) => {
  const figures = (group: string, people: number | null) => ({
    group,
    people,
    placed: people === null ? null : placed,
    firstChoice: people === null ? null : placed - 1000,
    placedLeast: people === null ? null : 5,
    placedMost: people === null ? null : 8,
  });
  return {
    scenario: name,
    label,
    runs: 1000,
    all: figures('全部', 87),
    groups: [figures('残疾人', 80), figures('零就业家庭', null)],
  };
};
const simulation = JSON.stringify({
  runs: 1000,
  seed: 7,
  posts: 4,
  seats: 8,
  scenarios: [
    scenario('DRAWS', '按公告办法，换不同的摇号', 7400),
    { ...scenario('TODAY_ROSTER', '现行做法：按名册先后', 6000), runs: 1000 },
  ],
});
const roundNext = (step: string, stepText: string, turn = 'ANY') => ({
  step,
  stepText,
  when: 'NOW',
  from: '2026-11-20',
  before: '2026-12-10',
  turn,
});
const roundRow = {
  ...round,
  posts: round.posts.length,
  seats: 8,
  publishedOn: null,
  next: roundNext('CLOSE', '截止志愿'),
  mine: { number: 12, listed: 0, open: true, place: null, seat: null },
};
/** By the last digit of its number: 1 open, 2 published, 3 simulated now, 4 waits for the second officer at the draw. */
const stateOf = (id: string) =>
  ({
    2: { state: 'PUBLISHED', stateText: '已公布', next: null },
    3: {
      state: 'ANNOUNCED',
      stateText: '已公告',
      next: roundNext('SIMULATE', '模拟'),
      simulation: null,
      entrants: null,
    },
    4: {
      state: 'FROZEN',
      stateText: '名册已冻结',
      next: roundNext('REVEAL', '摇号', 'SECOND'),
      seed: null,
      value: null,
    },
  })[id.slice(-1)] ?? {};

/**
 * A small county that answers every document and remembers what was done to it, so that whole journeys can be walked
 * through the pages without the real api.
 *
 * @param name a person's name; an awkward one shows what is not escaped
 */
export function county(name = '马小兰'): Answers {
  const person = { personId: idOf(971), name, scopes: ['POSTS', 'PROFILE', 'APPLY', 'PAPERS'] };
  /** Roles that the policy gives no inbox, and a helper while he acts. */
  const noInbox = (role: string) => role === 'AUDITOR' || role === 'SYSTEM_ADMIN' || role.startsWith(ACTING);
  let unseen = 2;
  /** choices handed in */
  let choiceIds: string[] = [];
  const feedbackCounties = [{ code: '640324000000', name: '同心县', answerDays: 5 }];
  const waiting = {
    id: idOf(921),
    kind: 'BROKEN',
    text: `${name}：岗位页面的「申请」按钮，读屏软件读不出来。\n换了手机也一样。`,
    phone: '13800138000' as string | null,
    page: '/jobs' as string | null,
    byMessage: false,
    receivedOn: '2026-11-17',
    answerBy: '2026-11-24',
    late: false,
    answer: null as string | null,
    answeredOn: null as string | null,
  };
  const feedback = [
    { ...waiting, id: idOf(920), kind: 'COMPLAINT', answerBy: '2026-11-20', late: true, phone: null, page: null },
    waiting,
    { ...waiting, id: idOf(922), byMessage: true, answer: '已经改好，谢谢您。', answeredOn: '2026-11-20' },
  ];
  const placement = () => ({
    id: idOf(851),
    personId: idOf(801),
    personName: name,
    birthYear: 1990,
    personPlace: '豫海镇新华村',
    title: '云客服',
    employerName: '同心县示例电子商务服务有限公司',
    divisionName: '同心县豫海镇',
    kind: 'FLEXIBLE',
    startedOn: '2026-09-01',
    endsOn: null as string | null,
    endedOn: null as string | null,
    live: true,
    school: null as string | null,
    conversion: null as string | null,
    months: [
      { month: '2026-11', yuan: null },
      { month: '2026-10', yuan: '0.00' },
      { month: '2026-09', yuan: '1260.50' },
    ],
  });
  const intern = () => ({
    ...placement(),
    id: idOf(852),
    title: '电商见习',
    kind: 'INTERNSHIP',
    endsOn: '2026-11-01' as string | null,
    endedOn: '2026-11-01' as string | null,
    live: false,
    school: '示例职业技术学校' as string | null,
    conversion: 'KEPT' as string | null,
  });
  const keeper = () => ({ ...placement(), ...WELFARE_PLACEMENT });
  const placementFile = (row: ReturnType<typeof placement>) => ({
    placement: {
      ...row,
      endText: row.live ? null : '期限到了',
      source: 'RECORDED',
      contractText: row.live ? null : '见习协议',
      insuredSince: null,
      project: row.live ? { id: idOf(861), title: '云客服示例项目' } : null,
    },
    outcomes: [
      {
        id: idOf(871),
        fact: 'INCOME',
        factText: '收入',
        month: '2026-10',
        on: null,
        until: null,
        wordText: '经营收入',
        yuan: '0.00',
        text: null,
        recordedOn: '2026-11-02',
      },
      {
        id: idOf(872),
        fact: 'CONTRACT',
        factText: '合同',
        month: null,
        on: '2026-09-01',
        until: '2027-08-31',
        wordText: '服务协议',
        yuan: null,
        text: null,
        recordedOn: '2026-09-02',
      },
    ],
    facts: [
      { fact: 'CONTRACT', factText: '合同', words: [{ code: 'SERVICE_AGREEMENT', text: '服务协议' }] },
      { fact: 'INSURANCE', factText: '参保', words: [] },
      { fact: 'INCOME', factText: '收入', words: [{ code: 'SALES', text: '经营收入' }] },
      { fact: 'CONVERSION', factText: '见习结果', words: [{ code: 'KEPT', text: '留用' }] },
      { fact: 'SCHOOL', factText: '学校', words: [] },
    ],
  });
  const project = () => ({
    id: idOf(861),
    version: 1,
    title: '云客服示例项目',
    kind: 'CLOUD_SERVICE',
    kindText: '云客服',
    hostName: '示例灵活就业服务社',
    hostCreditCode: null,
    divisionName: '同心县',
    description: '在家接电话，答复顾客。',
    places: 5,
    free: 2,
    state: 'OPEN',
    startedOn: '2026-06-01',
    closedOn: null,
  });
  const viewer = (role: string | null) =>
    role
      ? {
          id: idOf(900),
          displayName: `演示${name}`,
          roles: [role.startsWith(ACTING) ? 'HELPER' : role],
          divisionCode: '640324000000',
          countyName: '同心县',
          unreadMessages: noInbox(role) ? null : unseen,
          actingFor: role.startsWith(ACTING) ? { ...person, ended: role === ENDED } : null,
        }
      : null;
  const scopes = [
    { code: 'POSTS', text: '看岗位' },
    { code: 'APPLY', text: '提交申请' },
    { code: 'PAPERS', text: '交补贴材料' },
  ];
  const delegation = {
    helperName: `演示${name}`,
    kindText: '就业辅导员',
    scopes,
    until: '2027-05-24',
    consentText: '纸质委托书，演示专职委员见证',
    state: 'GOOD',
    stateText: '正在代办',
  };
  const opening = {
    looked: 40,
    fits: 0,
    opens: [
      { kind: 'TRAVEL', says: '把能接受的路程放宽到约30公里，或申请交通帮助', postsOpened: 12, atBest: false },
      { kind: 'ASSESS', says: '请就业辅导员做能力评估', postsOpened: 5, atBest: true },
    ],
    blockedBy: [{ rule: 'H-COMMUTE', word: '路程', posts: 30, alone: 12 }],
  };
  const dismissed = new Map([[idOf(101), '太远']]);
  const itemsAt = (level: number | null) => ABILITY_CODES.map((item) => ({ item, level }));
  const assessed = [
    {
      id: idOf(871),
      version: 1,
      assessor: `李${name}`,
      assessedOn: '2026-05-01',
      validUntil: '2027-04-30' as string | null,
      state: 'VALID',
      items: itemsAt(3),
      ownAids: ['眼镜'],
    },
    {
      id: idOf(872),
      version: 2,
      assessor: '王示例',
      assessedOn: '2024-05-01',
      validUntil: null,
      state: 'REPLACED',
      items: itemsAt(null),
      ownAids: [],
    },
  ];
  const corrected = [
    {
      id: idOf(873),
      assessor: '王示例',
      assessedOn: '2024-05-01',
      replacedAt: '2024-06-01T01:00:00Z',
      items: itemsAt(0),
    },
  ];
  const delegations = [
    { ...delegation, id: idOf(981) },
    { ...delegation, id: idOf(982), helperName: '您填的 138****0000', state: 'WAITING', stateText: '还没开始' },
    { ...delegation, id: idOf(983), state: 'ENDED', stateText: '已停止' },
  ];
  const acts = [
    {
      id: idOf(991),
      at: '2026-11-23T02:00:00Z',
      actorName: '演示辅导员',
      personName: name,
      text: '申请了岗位「出纳」',
    },
    { id: idOf(990), at: '2026-11-22T02:00:00Z', actorName: '演示辅导员', personName: name, text: '开始代办' },
  ];
  const choices = {
    personName: name,
    maskedPhone: '138****5678' as string | null,
    staff: [
      { id: idOf(931), name: `李${name}`, kind: 'COUNSELLOR', kindText: '就业辅导员' },
      { id: idOf(932), name: '王专委', kind: 'COMMISSIONER', kindText: '残疾人专职委员' },
    ],
    periods: [
      { until: '2026-12-24', text: '1 个月' },
      { until: '2027-11-24', text: '1 年' },
    ],
  };
  const post = (number: number) => ({
    id: idOf(100 + number),
    title: ['社区电话客服', '出纳', '社区保洁员', '快递分拣员', '残疾人专职委员'][number % 5] as string,
    kind: 'PUBLIC_WELFARE',
    employerName: '同心县融媒体中心',
    // The second one of a list came from another office.
    origin: number % 5 === 1 ? { officeName: '利通区残疾人联合会', phone: '0953-1234567', applyHere: false } : null,
    divisionName: '同心县豫海镇',
    monthlyWageYuan: { low: '2600.00', high: '3000.00' },
    closesOn: '2026-12-31',
  });
  const listed = (number: number, unknown: boolean) => ({
    personId: idOf(number),
    name,
    birthYear: 1990,
    divisionName: '豫海镇城南村',
    mine: true,
    candidateRef: unknown ? null : '481-902-771',
    runningText: number === 803 ? '已推荐' : null,
    answer: unknown ? 'UNKNOWN' : 'FITS',
    score: 610,
    reasons: unknown ? [] : ['岗位要求的久站、走动，本人都够得上。', '工作地点在本人住的乡镇、街道。'],
    cautions: unknown ? [] : ['月薪从2600元起，比本人想要的低。'],
    toAssess: unknown ? ['岗位要求搬举，本人还没有评估过，请就业辅导员评估。'] : [],
  });
  const longPost = {
    openings: 2,
    weeklyHours: 40,
    skills: ['手机打字', '普通话'],
    provisions: ['坡道', '无障碍卫生间', '读屏软件'],
    duties: ['接听电话，解答问题', '每天填一张登记表'],
  };
  const posts = [0, 1, 2, 3, 4].map(post);
  const trace = [
    { depth: 0, step: 'levy', label: '残保金', value: '54000.00', source: null, note: null },
    { depth: 1, step: 'required', label: '应安排', value: '1.8', source: '财税〔2015〕72号第八条', note: null },
    { depth: 1, step: 'cap', label: '工资上限', value: '180000.00', source: null, note: '演示参数' },
  ];
  const parameters = [
    {
      code: 'levy.ratio',
      value: '0.015',
      source: '财税〔2015〕72号',
      status: 'UNCONFIRMED',
      origin: 'DEMO',
      answer: 'known',
    },
  ];
  const notices = [
    {
      id: idOf(1),
      title: '职业技能培训补贴公示',
      startsOn: '2026-11-20',
      endsOn: '2026-11-26',
      open: true,
      state: 'PUBLISHED',
    },
    {
      id: idOf(2),
      title: '职业技能培训补贴公示（上批）',
      startsOn: '2026-10-10',
      endsOn: '2026-10-16',
      open: false,
      state: 'CLOSED',
    },
  ];
  const objections = [
    {
      id: idOf(31),
      serial: 2 as number | null,
      state: 'OPEN',
      text: `${name}没有参加培训`,
      contact: null as string | null,
      reason: null as string | null,
      lodgedOn: '2026-11-22',
      answerBy: '2026-12-04',
    },
  ];
  const rule = (number: number, over: object = {}) => ({
    id: idOf(900 + number),
    code: 'count.minimumWage',
    name: '月最低工资',
    scope: '640324',
    scopeName: '宁夏回族自治区吴忠市同心县',
    qualifier: '',
    qualifierText: '',
    unitText: '元/月',
    shown: '1950.00元',
    from: '2025-01-01',
    to: null as string | null,
    until: null as string | null,
    source: `${name}通知（宁人社发〔2026〕1号）第二条`,
    mark: '演示参数' as string | null,
    state: 'COUNTS',
    stateText: '生效',
    enteredBy: `演示${name}` as string | null,
    enteredAt: '2026-11-20T01:00:00Z' as string | null,
    confirmedBy: null as string | null,
    ...over,
  });
  const waitingRule = {
    ...rule(1, {
      shown: '2050.00元',
      from: '2027-01-01',
      mark: '未核对原文',
      state: 'ENTERED',
      stateText: '等第二个人确认',
    }),
    value: '205000',
    unit: 'fen a month',
    act: `${name}通知`,
    number: '宁人社发〔2026〕1号',
    article: '第二条',
    status: 'UNCONFIRMED',
    origin: 'OPERATOR',
    supersedesId: null,
    confirmedAt: null as string | null,
    withdrawnBy: null,
    withdrawnAt: null,
    version: 1,
    mine: false,
    mayConfirm: true,
    mayWithdraw: true,
    maySupersede: false,
    standing: rule(2),
  };
  const kinds = [
    {
      code: 'count.minimumWage',
      name: '月最低工资',
      decides: '残疾职工当月工资低于它的不计入。',
      example: '1950',
      scopes: ['COUNTY'],
      several: false,
      money: true,
      rulebook: '§2',
      units: [{ value: 'fen a month', text: '元/月' }],
      qualifiers: [
        { value: '', text: '不分' },
        { value: '1', text: '一类地区' },
      ],
      choices: null,
    },
    {
      code: 'count.insurances',
      name: '计入要缴的社会保险',
      decides: '残疾职工当月要缴齐哪几种保险才计入。',
      example: '养老保险、医疗保险',
      scopes: ['COUNTY'],
      several: true,
      money: false,
      rulebook: '§2',
      units: [{ value: 'list', text: '险种' }],
      qualifiers: [{ value: '', text: '不分' }],
      choices: [
        { value: 'PENSION', text: '养老保险' },
        { value: 'MEDICAL', text: '医疗保险' },
      ],
    },
  ];
  const heard: gql.PersonConsentsQuery['personConsents']['history'][number][] = [
    {
      id: idOf(989),
      purpose: 'PUBLICITY',
      title: '拍照、宣传您的故事',
      given: false,
      at: `${TODAY}T01:30:00Z`,
      channelText: '电话',
      saidByText: '监护人（法院指定）',
      recordedByName: '演示专职委员',
      evidenceId: idOf(988),
    },
  ];
  const consents = [
    ['MATCHING', '给您推荐岗位', 'GIVEN'],
    ['EMPLOYER_CONTACT', '应聘时把电话给单位', 'DECLINED'],
    ['SMS', '给您发短信', 'GIVEN'],
    ['PUBLICITY', '拍照、宣传您的故事', 'NOT_ASKED'],
  ].map(([purpose = '', title = '', state = '']) => ({
    purpose,
    title,
    state,
    data: '会做的事、想做的工作、能去的地方、需要的便利、能力评估。',
    why: '系统拿它们和岗位比，排出合适的，说明理由。只有您和办事的人看得到。',
    without: '不给您排岗位。您可以自己看全部岗位，照样申请。也可以请辅导员帮忙。',
    at: null as string | null,
    evidenceId: purpose === 'EMPLOYER_CONTACT' ? idOf(988) : null,
  }));
  const record = {
    name,
    idNumber: '640***********1234',
    certificate: '6403****************',
    certificateExpiresOn: '2030-01-01',
    phone: '138****5678',
    account: '************1234',
    divisionName: '宁夏回族自治区吴忠市同心县豫海镇',
    residenceName: null,
    wantsWork: true,
    skills: ['手机打字', '普通话'],
  };
  const ownRequest = (number: number, kind: string) => ({
    id: idOf(number),
    kind,
    state: kind === 'EXPORT' ? 'READY' : 'REQUESTED',
    stateText: kind === 'EXPORT' ? '可以下载' : '等残联决定',
    requestedAt: '2026-11-23T02:00:00Z',
    dueAt: kind === 'EXPORT' ? '2026-11-26T02:00:00Z' : (null as string | null),
    answer: null as string | null,
    withdrawable: kind === 'DELETION',
  });
  const ownRequests = [
    ownRequest(976, 'EXPORT'),
    {
      ...ownRequest(975, 'DELETION'),
      state: 'REFUSED',
      stateText: '没有同意',
      answer: `${name}，请先到窗口核对身份。`,
      withdrawable: false,
    },
  ];
  const deletion = {
    id: idOf(971),
    personId: idOf(970),
    personName: name,
    idNumber: '640***********1234',
    divisionName: '宁夏回族自治区吴忠市同心县豫海镇',
    state: 'REQUESTED',
    stateText: '等残联决定',
    requestedAt: '2026-11-23T02:00:00Z',
    dueAt: null as string | null,
    version: 1,
    open: ['有 1 份补贴申请还没办完，请先撤回或等办完。'],
    hold: null as string | null,
    answer: null as string | null,
    kept: KEPT,
  };
  const scheme = {
    code: 'TRAIN',
    name: '职业技能培训补贴',
    summary: '参加职业技能培训，拿到结业证以后，补您自己交的学费。',
    amountText: '按学费补，每人每年最多 2000 元。',
    objectLabel: '培训课程',
    whoCan: ['有残疾人证，证件有效', '年满16周岁', '户口在本县'],
    papers: ['结业证', '学费发票', '本人的银行卡'],
    open: true,
  };
  const filing = {
    employerName: '同心县融媒体中心',
    state: 'NOT_STARTED',
    stateText: '没有开始',
    hires: 1,
    monthlyHeadcount: null as number[] | null,
    payrollYuan: null as string | null,
    dispatched: null,
    seasonalWorkers: null,
    seasonalMonths: null,
    version: null as number | null,
  };
  const applications = [
    {
      id: idOf(201),
      post: { id: post(0).id, title: post(0).title, employerName: post(0).employerName },
      state: 'SUBMITTED',
      stateText: '已提交',
      nextStep: '单位会在5个工作日内看。',
      appliedOn: '2026-11-20',
      withdrawable: true,
    },
  ];
  const interview = { at: '2026-12-01 09:30', place: '豫海镇人民路1号', way: '当面' };
  const offer = {
    monthlyWageYuan: '2600.00',
    startsOn: '2026-12-10',
    replyBy: '2026-12-05',
    acceptedOn: null as string | null,
  };
  const application = (id: string) => ({
    ...(applications.find((row) => row.id === id) ?? (applications[0] as (typeof applications)[number])),
    id,
    nextBy: '单位',
    declinable: false,
    referred: false,
    referralNote: null as string | null,
    released: true,
    releasable: true,
    shareNeeds: true,
    contactPhone: '13800138000',
    contactWay: 'CALL',
    needs: ['手语翻译'],
    sharedNeeds: ['手语翻译'],
    declineReason: null,
    interview: null as typeof interview | null,
    offer: null as typeof offer | null,
    // A referral with an offer that waits for an answer.
    ...(id === idOf(203)
      ? {
          state: 'OFFERED',
          stateText: '单位想录用您',
          nextStep: '请答复单位去不去。',
          nextBy: '您',
          withdrawable: false,
          declinable: true,
          referred: true,
          referralNote: `${name}，这家离您近。`,
          interview,
          offer,
        }
      : {}),
  });
  const applicant = (id: string) => ({
    id,
    version: 1,
    reference: '1A2B3C4D',
    state: 'INTERVIEW',
    stateText: '等面试',
    referred: true,
    appliedOn: '2026-11-20',
    meets: true,
    released: id !== idOf(212),
    name: id === idOf(212) ? null : name,
    post: { id: idOf(992), title: '装盒工' },
    contactPhone: id === idOf(212) ? null : '13800138000',
    contactWay: id === idOf(212) ? null : 'SMS',
    needs: id === idOf(212) ? [] : ['文字联系'],
    comingAlong: id === idOf(212) ? [] : ['手语翻译'],
    note: id === idOf(212) ? null : '我会打包',
    interview,
    offer: null,
    refuseReason: null,
    moves: id === idOf(212) ? ['REFUSED'] : ['INTERVIEW', 'OFFERED', 'ONBOARD', 'REFUSED'],
  });
  const referral = {
    id: idOf(221),
    personId: idOf(801),
    personName: name,
    post: { id: idOf(100), title: '社区电话客服', employerName: '同心县融媒体中心' },
    state: 'ONBOARD',
    stateText: '已上岗',
    referred: true,
    appliedOn: '2026-10-20',
    silent: false,
    due: [{ month: 1, dueOn: '2026-11-24' }],
  };
  const refusalOf = (id: string, role: string | null) => ({
    id,
    version: 1,
    side: id === idOf(232) ? 'UNIT' : 'PERSON',
    personName: role === 'OFFICER' ? name : null,
    postTitle: id === idOf(232) ? '社区保洁员' : null,
    employerName: id === idOf(232) ? '示例有限公司' : null,
    state: 'APPEALED',
    stateText: '已申诉，等残联决定',
    counted: 2,
    limit: 2,
    source: '演示参数',
    noticedOn: '2026-11-20',
    appealUntil: '2026-11-30',
    appeal: `${name}：那天在住院。`,
    decision: null,
    decidedOn: null,
    barredUntil: null,
    canAppeal: role !== 'OFFICER',
    canDecide: role === 'OFFICER',
  });
  const benefits = [
    {
      id: idOf(301),
      schemeCode: 'TRAIN',
      schemeName: scheme.name,
      reason: null as string | null,
      steps: stepsAt('公示'),
      object: `盲人按摩培训 ${name}`,
      state: 'NOTICE',
      stateText: '公示',
      nextStep: '公示到11月26日，没有异议就发放。' as string | null,
      amountYuan: '1500.00',
      appliedOn: '2026-11-02',
      paidOn: null as string | null,
    },
  ];
  const cases = [
    {
      id: idOf(401),
      version: 3,
      schemeName: scheme.name,
      applicantName: name,
      divisionName: '同心县豫海镇',
      object: '盲人按摩培训',
      periodText: '2026年3月1日至2026年4月30日',
      hours: 40,
      feeYuan: '1600.00',
      amountYuan: '1500.00',
      personId: null as string | null,
      maskedAccount: '****9012',
      step: 'REVIEW' as string | null,
      blocked: null as string | null,
      state: 'ELIGIBILITY_CHECKED',
      stateText: '等第一次审核',
      submittedOn: '2026-11-02',
      eligibility: {
        eligible: true,
        reasons: [
          { rule: 'CERTIFICATE_AT_START', passed: true, message: '开课那天证件有效', basis: '财社〔2026〕1号' },
          { rule: 'AGE', passed: true, message: '年满16周岁', basis: '' },
        ],
        trace,
      },
      decisions: [] as { step: string; by: string; at: string; outcome: string; reason: string | null }[],
    },
  ];
  const envelope = {
    id: idOf(501),
    schemeName: scheme.name,
    year: 2026,
    source: '残保金',
    allottedYuan: '500000.00',
    pledgedYuan: '1500.00',
    reservedYuan: '3000.00',
    spentYuan: '12000.00',
    availableYuan: '483500.00',
    state: 'OPEN',
  };
  const batches = [
    {
      id: idOf(601),
      number: '20261123-01',
      state: 'SEALED',
      stateText: '已封批',
      lines: 2,
      totalYuan: '3000.00',
      createdOn: TODAY,
    },
  ];
  const lines = [1, 2].map((number) => ({
    id: idOf(610 + number),
    stateText: '待发',
    payeeName: name,
    maskedAccount: '6217************12',
    accountInHand: true,
    amountYuan: '1500.00',
    paidOn: null,
    failure: null,
  }));
  const job = {
    id: idOf(701),
    kind: 'hires',
    kindTitle: '残疾职工',
    fileName: '残疾职工.xlsx',
    state: 'CHECKED',
    rows: 51,
    new: 40,
    changed: 5,
    unchanged: 3,
    wrong: 2,
    warned: 1,
    committedRows: 0,
    unknownColumns: [] as string[],
    codes: [{ code: 'CERT_LENGTH', severity: 'error', count: 2 }],
    problems: [
      problem(7, '残疾人证号', 'CERT_LENGTH', 'error', '证号应为 20 位，现在 18 位', '6403******'),
      problem(19, '合同止', 'DATE_ORDER', 'error', '结束日期早于开始日期', '2023-03-01'),
      problem(30, null, 'DUPLICATE_OTHER_EMPLOYER', 'warning', '别的单位也报了这个人', null),
    ],
  };
  const cells = [
    { key: 'name', header: '姓名', value: name },
    { key: 'certificate', header: '残疾人证号', value: '640324199003' },
    { key: 'contractFrom', header: '合同起', value: '2024-03-01' },
  ];
  const people = [0, 1, 2].map((number) => ({
    personId: idOf(801 + number),
    name,
    maskedCertificate: '6403**********00**',
    birthYear: 1990 + number,
    divisionName: '同心县河西镇',
    dueOn: number === 2 ? null : '2026-11-20',
    overdue: number === 0,
    reason: '半年没有走访',
    lastVisitOn: number === 1 ? '2026-05-02' : null,
  }));
  const visits: {
    id: string;
    visitedOn: string;
    met: string;
    needs: string[];
    nextStep: string | null;
    nextOn: string | null;
    note: string | null;
    recordedBy: string;
  }[] = [];
  const estimate = (levyYuan: string) => ({
    requiredHires: '1.8',
    countedHires: '1.2',
    shortfall: '0.6',
    placementRatio: '0.01',
    outcome: levyYuan === '0.00' ? 'MET' : 'TIER_50',
    levyYuan,
    warnings: ['CAP_UNKNOWN'],
    parameters,
    trace,
  });
  const counties = [
    { code: '640324000000', name: '同心县' },
    { code: '360734000000', name: '寻乌县' },
  ];
  const step = (name: string) =>
    cases.filter(({ state }) => state === (name === 'REVIEW' ? 'ELIGIBILITY_CHECKED' : 'REVIEWED'));

  return {
    // ——— 岗位分配 ———
    officeRounds: (_, role) => ({ viewer: viewer(role), allocationRounds: page([roundRow], true) }),
    newRound: (_, role) => ({
      viewer: viewer(role),
      roundPlaces: [
        { code: '640324000000', divisionName: '同心县' },
        { code: '640324100000', divisionName: '豫海镇' },
      ],
      roundCandidates: page(
        [null, '2026年第一轮'].map((takenBy, index) => ({
          id: idOf(1020 + index),
          title: `${name}保洁`,
          employerName: '示例服务中心',
          divisionName: '同心县豫海镇',
          workDivisionCode: '640324100000',
          openings: 2,
          closesOn: '2026-12-31',
          takenBy,
        })),
      ),
    }),
    officeRound: ({ id }, role) => ({
      viewer: viewer(role),
      allocationRound: {
        ...round,
        simulation,
        steps: [
          { step: 'FREEZE', stepText: '冻结名册', proposedBy: `演示${name}`, confirmed: true, waitsForViewer: false },
          { step: 'REVEAL', stepText: '摇号', proposedBy: '演示乙', confirmed: false, waitsForViewer: true },
        ],
        next: roundNext('CLOSE', '截止志愿'),
        simulating: {
          state: String(id).endsWith('3') ? 'FAILED' : 'DONE',
          done: 8001,
          total: 8001,
          problem: String(id).endsWith('3') ? '没有可以列入名册的人。' : null,
          hint: null,
          finishedAt: '2026-11-15T02:00:00Z',
        },
        ...stateOf(String(id)),
        id: String(id),
      },
    }),
    announceRound: () => ({ openAllocationRound: { id: idOf(1003) } }),
    simulateRound: ({ id }) => ({ simulateAllocation: { id: String(id) } }),
    freezeRound: ({ id }) => ({ freezeRoster: { id: String(id), state: 'FROZEN' } }),
    drawRound: ({ input }) => ({ revealDraw: { id: String(input.id), state: 'DRAWN' } }),
    runRound: ({ id }) => ({ runAllocationRound: { id: String(id), state: 'CLOSED' } }),
    publishRoundResult: ({ id }) => ({ publishRound: { id: String(id) } }),
    roundFile: () => ({ allocationCertificate: { kind: 'PUBLIC', hash: '0'.repeat(64), file: '{}' } }),
    roundsWaiting: () => ({ allocationRounds: page([{ id: idOf(1001), next: roundNext('CLOSE', '截止志愿') }]) }),
    myRounds: (_, role) => ({
      viewer: viewer(role),
      allocationRounds: page([
        roundRow,
        {
          ...roundRow,
          id: idOf(1002),
          state: 'PUBLISHED',
          stateText: '已公布',
          publishedOn: '2026-11-01',
          mine: { number: 9, listed: 2, open: false, place: '保洁', seat: `岗位「${name}护林」：等您答复。` },
        },
      ]),
    }),
    myRound: ({ id }, role) => ({
      viewer: viewer(role),
      allocationRound: {
        ...round,
        mine: {
          ticket: 'T0011223344556677',
          statuses: ['DISABLED'],
          statusTexts: ['残疾人'],
          divisionCode: '640324100201',
          number: 12,
          choices: choiceIds.map((postId, at) => ({
            choice: at + 1,
            postId,
            title: round.posts.find((post) => post.postId === postId)?.title ?? '',
          })),
          listHash: choiceIds.length > 0 ? 'a'.repeat(64) : null,
          open: !String(id).endsWith('2'),
        },
        ...stateOf(String(id)),
        entrants: 87,
        id: String(id),
      },
    }),
    sendChoices: ({ input }) => {
      choiceIds = [...(input.postIds as string[])];
      return { submitChoices: { listHash: 'a'.repeat(64), choices: [] } };
    },
    publicRounds: (_, role) => ({
      viewer: viewer(role),
      allocationRounds: page([{ ...roundRow, publishedOn: '2026-11-01' }], true),
    }),
    publicRound: ({ id, ticket }, role) => ({
      viewer: viewer(role),
      publishedRound: {
        ...round,
        id: String(id),
        publishedOn: '2026-11-01',
        byChoice: [5, 2],
        unplaced: 3,
        justifiedEnvy: 0,
        waste: 0,
        valueFrom: 'SOURCE',
        hash: '0'.repeat(64),
        ticketNumber: ticket === 'T0011223344556677' ? 12 : null,
        continuations,
      },
    }),
    frameOnly: (_, role) => ({ viewer: viewer(role) }),
    home: (_, role) => ({ viewer: viewer(role), publicNotices: page(notices) }),
    publicPosts: ({ after, filter }, role) => ({
      viewer: viewer(role),
      towns: [{ code: '640324100000', name: '同心县豫海镇' }],
      publicPosts: filter?.text === '没有' ? page([]) : page(posts, !after),
    }),
    publicPost: ({ id }, role) => ({
      viewer: viewer(role),
      publicPost: posts.find((one) => one.id === id)
        ? { ...post(0), id: String(id), kindFacts: ['见习 6 个月'], ...longPost }
        : null,
    }),
    publicNotices: (_, role) => ({ viewer: viewer(role), publicNotices: page(notices) }),
    policyTable: () => ({
      policyTable: {
        roles: [
          { code: 'SEEKER', text: '求职者' },
          { code: 'OFFICER', text: '残联干部' },
          { code: 'AUDITOR', text: '审计' },
        ],
        groups: [
          {
            heading: '岗位和应聘',
            rules: [
              {
                action: 'application.own',
                says: '求职者可以申请岗位，看和撤回自己的申请。',
                roles: ['SEEKER'],
                stepUp: false,
                notVouched: true,
                helper: ['提交申请'],
              },
            ],
          },
          {
            heading: '同意和自己的资料',
            rules: [
              {
                action: 'data.decide',
                says: '残联干部可以决定本区划的删除申请，本人和家人的不能办；要再填一次动态码。',
                roles: ['OFFICER'],
                stepUp: true,
                notVouched: false,
                helper: [],
              },
            ],
          },
        ],
      },
    }),
    publicNotice: ({ id }, role) => ({
      viewer: viewer(role),
      publicNotice: {
        ...(notices.find((notice) => notice.id === id) ?? (notices[0] as (typeof notices)[number])),
        basis: '财社〔2026〕1号',
        phone: '12385',
        lines:
          id === idOf(2)
            ? []
            : [
                {
                  id: idOf(11),
                  maskedName: '马*兰',
                  divisionName: '豫海镇',
                  subject: '盲人按摩培训',
                  amountYuan: '1500.00',
                },
              ],
      },
    }),
    lodgeObjection: () => ({ lodgeObjection: { id: 'YY-2026-0007', answerBy: '2026-12-04' } }),
    levyForm: (_, role) => ({ viewer: viewer(role), counties }),
    levyEstimate: (_, role) => ({ viewer: viewer(role), counties, now: estimate('54000.00'), more: estimate('0.00') }),
    demo: (_, role) => ({
      viewer: viewer(role),
      demoToday: TODAY,
      demoAccounts: ROLES.map((one) => ({
        account: one.toLowerCase(),
        password: 'x',
        displayName: `演示${one}`,
        roles: [one],
        code: '123456',
      })),
    }),
    advanceDemoTime: () => ({ advanceDemoTime: '2026-11-25' }),
    signIn: ({ input }) => ({ signIn: { token: sessionOf(input.account) } }),
    signOut: () => ({ signOut: true }),
    orgPosts: (_, role) => ({
      viewer: viewer(role),
      stalePosts: { totalCount: 2, edges: STALE_POSTS.slice(0, 2).map((node) => ({ node })) },
      employerPosts: page(
        [
          writtenPost(),
          { ...writtenPost(), id: idOf(992), title: '装盒工', state: 'OPEN' },
          { ...writtenPost(), id: idOf(1202), title: '仓库保管员', state: 'PAUSED' },
        ],
        false,
      ),
    }),
    newPost: (_, role) => ({ viewer: viewer(role), workPlaces: PLACES, projectChoices: [] }),
    ...welfareAnswers(name, viewer),
    ...memberAnswers(name, viewer),
    ...seatAnswers(name, viewer),
    ...supportAnswers(name, viewer),
    ...registerAnswers(name, viewer),
    ...licenceAnswers(name, viewer),
    ...sharingAnswers(name, viewer),
    ...officeAnswers(name, viewer, writtenPost()),
    editPost: ({ id }, role) => ({
      viewer: viewer(role),
      workPlaces: PLACES,
      projectChoices: [{ id: idOf(861), title: '云客服示例项目' }],
      employerPost: {
        ...writtenPost(),
        ...(id === idOf(992) ? { id: idOf(992), state: 'OPEN', takesApplications: true, refusals: [] } : {}),
      },
      alikePosts: [{ id: idOf(992), title: '装盒工', reasons: ['同一单位、同一类型、同一地点', '名称相近'] }],
    }),
    checkPost: () => ({ checkPost: { refusals: writtenPost().refusals, cautions: writtenPost().cautions } }),
    savePost: ({ input }) => ({
      savePost: { id: String(input.id ?? idOf(991)), version: 2, state: 'DRAFT', refusals: writtenPost().refusals },
    }),
    submitPost: ({ id }) => ({ submitPost: { id: String(id) } }),
    withdrawPost: ({ id }) => ({ withdrawPost: { id: String(id) } }),
    postCandidates: ({ id }, role) => {
      const open = id === idOf(992);
      return {
        viewer: viewer(role),
        employerPost: { id: String(id), title: '装盒工', state: open ? 'OPEN' : 'DRAFT', takesApplications: open },
        employerShortlist: {
          open,
          atLeast: open ? 5 : 0,
          text: open ? '5人以上' : '少于5人',
          candidates: open
            ? [1, 2, 3, 4, 5].map((number) => ({
                candidateRef: `481-902-77${number}`,
                meets: number < 4,
                meetsWith: number < 4 ? [] : ['文字沟通', '搬运帮手'],
                travelText: '同一乡镇',
                asked: number === 2,
              }))
            : [],
          asOf: { late: false },
        },
      };
    },
    peopleForPost: ({ id, unknown }, role) => {
      const open = id === idOf(100);
      return {
        viewer: viewer(role),
        publicPost: open ? { title: '社区电话客服', employerName: '同心县融媒体中心' } : null,
        shortlist: {
          open,
          ...page(
            open
              ? [
                  listed(801, Boolean(unknown)),
                  { ...listed(802, Boolean(unknown)), mine: false },
                  listed(803, Boolean(unknown)),
                ]
              : [],
            open,
          ),
          asOf: { late: open && role === 'OFFICER' },
        },
      };
    },
    postPeople: () => ({
      lintPost: {
        exact: false,
        seekers: { atLeast: 120, text: '120人以上' },
        fits: { atLeast: 0, text: '少于5人' },
        demands: [
          {
            item: 'LIFT',
            word: '搬举',
            asks: '搬15公斤以内的东西',
            below: { atLeast: 40, text: '40人以上' },
            onlyThis: { atLeast: 15, text: '15人以上' },
            unknown: { atLeast: 0, text: '少于5人' },
            suggestions: [{ says: '提供搬运帮手', gain: { atLeast: 15, text: '15人以上' } }],
          },
        ],
      },
    }),
    members: (_, role) => ({ viewer: viewer(role), members: members(name) }),
    setMember: () => ({ setMember: { id: idOf(982), setupToken: 'one' } }),
    employerAccounts: ({ employerId }, role) => ({
      viewer: viewer(role),
      employerAccounts: {
        employerId: String(employerId),
        employerName: '示例有限公司',
        divisionName: '豫海镇',
        canOpen: employerId === idOf(202),
        // One whose only account was never set up.
        members:
          employerId === idOf(202)
            ? []
            : members(name)
                .filter(({ state }) => employerId !== idOf(203) || state === 'WAITING')
                .map((one) => (employerId === idOf(203) ? { ...one, role: 'EMPLOYER_ADMIN' } : one)),
      },
    }),
    openEmployerAccount: () => ({ openEmployerAccount: { id: idOf(981), setupToken: 'one' } }),
    users: (_, role) => ({ viewer: viewer(role), accounts: page(users(name), true) }),
    user: ({ id }, role) => ({
      viewer: viewer(role),
      account: users(name).find((one) => one.id === id) ?? (users(name)[0] as ReturnType<typeof users>[number]),
    }),
    createAccount: () => ({ createAccount: { accountId: idOf(951), setupToken: 'one' } }),
    setRoles: () => ({ setRoles: true }),
    decideRoles: () => ({ decideRoles: true }),
    setAccountDisabled: () => ({ setAccountDisabled: true }),
    resetAccount: () => ({ resetAccount: { accountId: idOf(951), setupToken: 'one' } }),
    requestCode: () => ({ requestCode: true }),
    verifyCode: ({ input }) => ({
      verifyCode: input.personId
        ? { token: sessionOf('SEEKER'), choices: [] }
        : {
            token: null,
            choices: [
              { personId: idOf(921), maskedName: '马*兰', birthYear: 1990 },
              { personId: idOf(922), maskedName: '杨*', birthYear: 1988 },
            ],
          },
    }),
    demoSms: (_, role) => ({
      viewer: viewer(role),
      demoSms: [
        {
          id: idOf(931),
          phone: '13800138000',
          text: '【同行】登录码 123456，10 分钟内有效。',
          createdAt: '2026-11-24T01:00:00Z',
        },
      ],
    }),
    ownMessages: (_, role) => ({
      viewer: viewer(role),
      smsWanted: true,
      messages: page(
        [
          {
            id: idOf(941),
            text: `${name}，您的补贴申请通过了，正在公示。`,
            createdAt: '2026-11-24T01:00:00Z',
            smsText: '短信已发',
            unread: unseen > 0,
          },
        ],
        true,
      ),
    }),
    markMessagesSeen: () => {
      unseen = 0;
      return { markMessagesSeen: unseen };
    },
    feedbackForm: (_, role) => ({ viewer: viewer(role), feedbackCounties }),
    sendFeedback: ({ input }, role) => {
      const { kind, text, phone = null, page: about = null } = input;
      const sent = { ...waiting, kind, text, phone, page: about, byMessage: role !== null };
      feedback.push({ ...sent, id: idOf(923 + feedback.length), receivedOn: TODAY, answerBy: '2026-12-01' });
      return { sendFeedback: { id: idOf(923), answerBy: '2026-12-01' } };
    },
    feedbackWaiting: () => ({ feedbackDesk: page(feedback.filter(({ answeredOn }) => answeredOn === null)) }),
    feedbackDesk: ({ closed }, role) => ({
      viewer: viewer(role),
      feedbackDesk: page(feedback.filter(({ answeredOn }) => (answeredOn !== null) === closed)),
    }),
    feedbackCase: ({ id }, role) => ({
      viewer: viewer(role),
      feedback: feedback.find((one) => one.id === id) ?? waiting,
    }),
    answerFeedback: ({ input }) => {
      const row = feedback.find((one) => one.id === input.id) ?? waiting;
      Object.assign(row, { answer: input.answer, answeredOn: TODAY, late: false });
      return { answerFeedback: { id: row.id } };
    },
    setSmsWanted: ({ wanted }) => ({ setSmsWanted: wanted }),
    stepUp: (_, role) => ({ stepUp: { token: sessionOf(role ?? 'SEEKER') } }),
    ownSessions: (_, role) => ({
      viewer: viewer(role),
      sessions: [
        {
          id: idOf(911),
          current: true,
          kind: 'SESSION',
          agent: 'Chrome，Windows 电脑',
          signedInAt: '2026-11-24T01:00:00Z',
          lastSeenAt: '2026-11-24T02:00:00Z',
        },
        {
          id: idOf(912),
          current: false,
          kind: 'SESSION',
          agent: '微信，安卓手机',
          signedInAt: '2026-11-23T01:00:00Z',
          lastSeenAt: '2026-11-24T01:50:00Z',
        },
        {
          id: idOf(913),
          current: false,
          kind: 'BEARER',
          agent: '',
          signedInAt: '2026-11-23T22:00:00Z',
          lastSeenAt: '2026-11-23T22:00:00Z',
        },
      ],
      ownIdNumberDue: role === 'OFFICER',
      secondFactor: { enabled: role !== 'EMPLOYER_CLERK', recoveryCodesLeft: 8, hasPassword: role !== 'SEEKER' },
    }),
    ownPassword: (_, role) => ({ viewer: viewer(role), secondFactor: { hasPassword: role !== 'SEEKER' } }),
    changePassword: () => ({ changePassword: true }),
    ownIdNumber: (_, role) => ({ viewer: viewer(role), ownIdNumberDue: role === 'OFFICER' }),
    keepOwnIdNumber: () => ({ keepOwnIdNumber: true }),
    waysIn: (_, role) => ({ viewer: viewer(role), oidcPlatform: '国家政务服务平台' }),
    oidcStart: () => ({ oidcStart: { url: 'https://login.example.gov.cn/auth?state=x', state: 'sealed-state' } }),
    oidcFinish: () => ({ oidcFinish: { token: sessionOf('SEEKER') } }),
    requestVouch: () => ({
      requestVouch: { code: '204816', ticket: 'ticket-of-the-browser', expiresAt: '2026-11-24T02:10:00Z' },
    }),
    vouchSignIn: () => ({ vouchSignIn: { token: sessionOf('SEEKER') } }),
    vouchee: (_, role) => ({
      viewer: viewer(role),
      vouchee: {
        name,
        birthYear: 1990,
        divisionName: '同心县豫海镇城北村',
        maskedCertificate: '6403****************',
        askedAt: '2026-11-24T02:00:00Z',
        expiresAt: '2026-11-24T02:10:00Z',
      },
    }),
    vouch: () => ({ vouch: name }),
    revokeSession: () => ({ revokeSession: true }),
    revokeOtherSessions: () => ({ revokeOtherSessions: 2 }),
    renewSecondFactor: () => ({ renewSecondFactor: 'FACTOR' }),
    accountSetup: ({ token }) => ({
      accountSetup: {
        login: 'zhang.san',
        displayName: name,
        purpose: token === 'FACTOR' ? 'FACTOR' : 'ACCOUNT',
        totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        totpUri:
          'otpauth://totp/%E5%90%8C%E8%A1%8C:zhang.san?issuer=%E5%90%8C%E8%A1%8C&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
        expiresAt: '2026-11-27T02:00:00Z',
      },
    }),
    completeSetup: () => ({
      completeSetup: { codes: Array.from({ length: 10 }, (_, at) => `ABCDE-FGHJ${'ABCDEFGHJK'[at]}`) },
    }),
    me: (_, role) => ({
      viewer: viewer(role),
      myApplications: page(applications),
      allocationRounds: page([roundRow]),
      myBenefits: benefits,
      matchedPosts: {
        withheld: null,
        ...page(
          posts.slice(0, 3).map((one) => ({ post: one, answer: 'FITS', score: 820 })),
          true,
        ),
      },
    }),
    ownProfile: (_, role) => ({
      viewer: viewer(role),
      skillsAsked: ['包装', '手机打字'],
      ownProfile: {
        version: 3,
        skills: ['手机打字', name],
        wantsWork: true,
        wantedKinds: ['FLEXIBLE'],
        wantedWageYuan: '2500',
        commuteKm: 15,
        mayShare: !role?.startsWith(ACTING),
        needs: [
          { need: '坡道电梯', workplace: true, chosen: true, shared: false },
          { need: '讲慢一点', workplace: false, chosen: true, shared: true },
        ],
      },
    }),
    saveProfileSection: () => ({ saveProfileSection: { version: 4 } }),
    matchWhy: ({ postId }, role) => ({
      viewer: viewer(role),
      publicPost: { ...post(0), id: String(postId) },
      matchExplanation: {
        answer: 'UNKNOWN',
        score: 500,
        parts: { skill: 175, travel: 150, wage: 75, hours: 50, wish: 50, freshness: 0 },
        accommodations: [{ kind: '文字沟通', payer: 'EMPLOYER' }],
        demands: [
          {
            item: 'LIFT',
            word: '搬举',
            neededText: '搬5公斤以内的东西',
            hasText: '还没评估',
            needed: 2,
            has: null,
            left: 2,
            answer: 'UNKNOWN',
            by: [],
          },
        ],
        assessment: { assessor: `李${name}`, assessedOn: '2026-05-01', validUntil: null },
        why: [{ rule: 'H-AGE', answer: 'FITS', message: '年龄符合要求。', needed: '', has: '36周岁', basis: '某法' }],
        whyNot: [
          { rule: 'H-DEMAND', answer: 'UNKNOWN', message: '还没有评估过。', needed: '搬举2', has: '', basis: null },
        ],
        changes: [{ moves: ['请就业辅导员做能力评估（搬举）'], effort: 2, newAnswer: 'FITS' }],
      },
    }),
    personMatches: (_, role) => ({
      viewer: viewer(role),
      personConsents: { name },
      fitting: page(
        posts.map((one) => ({ post: one, answer: 'FITS', score: 820, reasons: ['离家约2公里。'], dismissed: null })),
      ),
      unknown: page([{ post: post(1), toAssess: ['岗位要求搬举，您还没有评估过。'] }]),
      whatOpensPosts: opening,
    }),
    whatOpensPosts: () => ({ whatOpensPosts: opening }),
    matchFacets: (_, role) => ({
      viewer: viewer(role),
      matchFacets: {
        answers: [
          { code: 'FITS', posts: 20 },
          { code: 'UNKNOWN', posts: 3 },
        ],
        kinds: [{ code: 'PUBLIC_WELFARE', posts: 8 }],
        towns: [{ code: '640324100000', name: '同心县豫海镇', posts: 9 }],
        within: [{ code: 'TOWNSHIP', posts: 9 }],
        remote: 2,
        dismissed: dismissed.size,
      },
    }),
    matchDismissal: ({ postId }, role) => {
      const reasonText = dismissed.get(String(postId));
      return {
        viewer: viewer(role),
        publicPost: { ...post(0), id: String(postId) },
        dismissReasons: [
          { code: 'TOO_FAR', text: '太远' },
          { code: 'OTHER', text: '别的原因' },
        ],
        matchDismissal: reasonText
          ? {
              reason: 'OTHER',
              reasonText,
              note: name,
              at: `${TODAY}T01:00:00Z`,
              undoUntil: '2026-11-25T01:00:00Z',
              undoable: true,
              changed: false,
            }
          : null,
      };
    },
    dismissMatch: ({ postId, reason }) => {
      dismissed.set(String(postId), reason === 'TOO_FAR' ? '太远' : '别的原因');
      return { dismissMatch: { postId: String(postId) } };
    },
    undoDismissMatch: ({ postId }) => ({ undoDismissMatch: dismissed.delete(String(postId)) }),
    matchedPosts: ({ after }, role) => ({
      viewer: viewer(role),
      myConsents: { purposes: consents },
      matchedPosts: {
        // Asked for by this address, as it is before the first list.
        withheld: after === NOT_ASKED ? NOT_ASKED : null,
        asOf: { late: after === 'LATE' },
        // Somebody for whom another acts has none, so that the page says how to have some.
        ...(role?.startsWith(ACTING)
          ? page([])
          : page(
              posts.map((one, index) => ({
                post: one,
                answer: 'FITS',
                score: 820,
                reasons: ['您会用手机打字，这个岗位需要。', '离家约2公里。', '单位有坡道。'],
                cautions: ['每周六要上班'],
                dismissed: index === 1 ? { reasonText: '工资低', changed: true } : null,
              })),
              !after,
            )),
      },
    }),
    myProfile: (_, role) => ({
      viewer: viewer(role),
      myRecord: record,
      ownProfile: {
        sections: ['SKILLS', 'LICENCES', 'WORK', 'PLACES', 'NEEDS'].map((section, index) => ({
          section,
          done: index < 2,
        })),
      },
      myConsents: { purposes: consents },
      myData: { requests: ownRequests },
    }),
    myContact: (_, role) => ({ viewer: viewer(role), myRecord: record, smsWanted: true }),
    myConsents: (_, role) => ({
      viewer: viewer(role),
      myConsents: {
        purposes: consents,
        statutory: [
          {
            code: 'REGISTRATION',
            title: '残疾人证和就业状况登记',
            data: '姓名、证件号、类别等级、住址、家庭成员、就业状况。',
            why: '残联依法登记，掌握就业需求。',
            basis: '残疾人保障法；残疾人就业条例（条文待核）',
          },
        ],
      },
    }),
    setConsent: ({ purpose, given }) => {
      for (const one of consents.filter((row) => row.purpose === purpose))
        Object.assign(one, { state: given ? 'GIVEN' : 'DECLINED', at: `${TODAY}T02:00:00Z` });
      return { setConsent: { purposes: consents } };
    },
    myData: (_, role) => ({
      viewer: viewer(role),
      myData: {
        requests: ownRequests,
        open: ['有 1 份应聘还没有结果，请先撤回或等单位答复。'],
        kept: KEPT,
        graceDays: 7,
        exportDays: 3,
      },
    }),
    requestMyData: ({ kind }) => {
      const asked = { ...ownRequest(979, kind), requestedAt: `${TODAY}T03:00:00Z` };
      ownRequests.unshift(asked);
      return { requestMyData: { id: asked.id, state: asked.state } };
    },
    withdrawMyDataRequest: ({ id }) => {
      for (const one of ownRequests.filter((row) => row.id === id))
        Object.assign(one, { state: 'WITHDRAWN', stateText: '已撤回', withdrawable: false });
      return { withdrawMyDataRequest: { id: String(id), state: 'WITHDRAWN' } };
    },
    requestOwnCode: () => ({ requestOwnCode: true }),
    newPhone: (_, role) => ({ viewer: viewer(role), myRecord: record }),
    waitingPhone: (_, role) => ({
      viewer: viewer(role),
      waitingPhone: { maskedPhone: '139****9000', expiresAt: `${TODAY}T02:10:00Z` },
    }),
    requestPhoneCode: () => ({ requestPhoneCode: true }),
    changePhone: () => {
      record.phone = '139****9000';
      return { changePhone: true };
    },
    dataRequests: ({ waiting }, role) => ({
      viewer: viewer(role),
      dataRequests: page(
        [1, 2].map((number) => ({ ...deletion, id: idOf(970 + number) })),
        waiting === true,
      ),
      retentionRun: {
        startedAt: `${TODAY}T18:00:00Z`,
        finishedAt: `${TODAY}T18:00:09Z`,
        held: 1,
        lines: [
          { what: '登录记录', gone: 12 },
          { what: '没有提交的上传文件', gone: 0 },
        ],
      },
    }),
    dataRequest: ({ id }, role) => ({ viewer: viewer(role), dataRequest: { ...deletion, id: String(id) } }),
    decideDataRequest: ({ input }) => {
      const [state, stateText] = input.approve ? ['APPROVED', '已同意，还可以撤回'] : ['REFUSED', '没有同意'];
      Object.assign(deletion, { state, stateText, answer: input.reason ?? null });
      return { decideDataRequest: { id: String(input.id), stateText: String(stateText) } };
    },
    setLegalHold: ({ input }) => {
      deletion.hold = input.on ? (input.reason ?? '') : null;
      return { setLegalHold: { id: String(input.requestId), hold: deletion.hold } };
    },
    matchExplanation: ({ postId }, role) => ({
      viewer: viewer(role),
      publicPost: { ...post(0), id: String(postId), ...longPost },
      matchExplanation: {
        answer: 'FITS',
        score: 820,
        reasons: ['您会用手机打字。', '离家约2公里。'],
        cautions: ['每周六要上班'],
        why: [
          { rule: 'H-READ', answer: 'FITS', message: '读写够用', needed: '会读写', has: '会读写', basis: null },
          { rule: 'H-TRAVEL', answer: 'FITS', message: '路不远', needed: '', has: '', basis: '您填的通勤上限' },
        ],
        whyNot: [],
        changes: [],
      },
    }),
    applyForm: ({ id }, role) => ({
      applicationNeeds: applicationNeedsFor(role),
      myConsents: { purposes: consents },
      viewer: viewer(role),
      publicPost: { ...post(0), id: String(id) },
    }),
    applyToPost: () => {
      const [first] = applications as [(typeof applications)[number]];
      applications.unshift({ ...first, id: idOf(202), post: { ...first.post, title: '社区电话客服（新）' } });
      return { applyToPost: { id: idOf(202) } };
    },
    myApplications: (_, role) => ({ viewer: viewer(role), myApplications: page(applications) }),
    myApplication: ({ id }, role) => ({
      viewer: viewer(role),
      myApplication: application(String(id)),
      supportOffers: {
        open: id === idOf(203),
        kinds: id === idOf(203) ? ['SIGN', 'PLAIN'] : [],
        asked:
          id === idOf(203)
            ? [
                {
                  id: idOf(1101),
                  kindText: '陪同',
                  occasionText: '面试',
                  title: '社区电话客服',
                  startsAt: '2026-12-01 09:30',
                  state: 'BOOKED',
                  stateText: '约好了',
                  providedBy: '示例手语服务部',
                  bookedFrom: '2026-12-01 09:00',
                },
              ]
            : [],
      },
    }),
    respondToOffer: ({ input }) => ({ respondToOffer: { id: String(input.id) } }),
    declineReferral: ({ input }) => ({ declineReferral: { id: String(input.id) } }),
    releaseApplication: ({ input }) => ({ releaseApplication: { id: String(input.id) } }),
    postApplicants: ({ postId }, role) => ({
      viewer: viewer(role),
      employerPost: { id: String(postId), title: '装盒工' },
      postApplicants: page([applicant(idOf(211)), applicant(idOf(212))], true),
    }),
    applicant: ({ id }, role) => ({ viewer: viewer(role), applicant: applicant(String(id)) }),
    moveApplication: ({ input }) => ({ moveApplication: { id: String(input.id) } }),
    referPosts: ({ personId }, role) => ({
      viewer: viewer(role),
      personConsents: { personId: String(personId), name },
      matchedPosts: page(posts.map((one) => ({ post: one, answer: 'FITS_WITH' }))),
    }),
    referrals: (_, role) => ({
      viewer: viewer(role),
      referrals: page([referral, { ...referral, id: idOf(222), silent: true, due: [] }], true),
    }),
    referral: (_, role) => ({ viewer: viewer(role), referral }),
    referToPost: () => ({ referToPost: { id: referral.id } }),
    recordRetention: () => ({ recordRetention: { id: referral.id } }),
    refusalCases: (_, role) => ({
      viewer: viewer(role),
      refusalCases: page([refusalOf(idOf(231), role), refusalOf(idOf(232), role)], true),
    }),
    refusalCase: ({ id }, role) => ({ viewer: viewer(role), refusalCase: refusalOf(String(id), role) }),
    appealRefusals: ({ id }) => ({ appealRefusals: { id: String(id) } }),
    decideRefusals: ({ input }) => ({ decideRefusals: { id: String(input.id) } }),
    withdrawApplication: ({ id }) => {
      for (const one of applications.filter((row) => row.id === id)) {
        Object.assign(one, { state: 'WITHDRAWN', stateText: '已撤回', nextStep: '没有要办的。', withdrawable: false });
      }
      return { withdrawApplication: { id: String(id) } };
    },
    grants: (_, role) => ({ viewer: viewer(role), schemes: [scheme], myBenefits: benefits }),
    grantForm: (_, role) => ({
      viewer: viewer(role),
      myRecord: { name: '马小兰', account: '************9012' },
      schemes: [scheme, { ...scheme, code: 'START', name: '自主创业补贴', open: false }],
    }),
    grant: (_, role) => ({ viewer: viewer(role), myBenefits: benefits }),
    applyForScheme: ({ input }) => {
      benefits.unshift({
        id: idOf(302),
        schemeCode: 'TRAIN',
        schemeName: scheme.name,
        reason: null,
        steps: stepsAt('已提交'),
        object: input.course,
        state: 'SUBMITTED',
        stateText: '已提交',
        nextStep: '等工作人员审核。',
        amountYuan: input.feeYuan,
        appliedOn: TODAY,
        paidOn: null,
      });
      return { applyForScheme: { id: idOf(302) } };
    },
    org: ({ year }, role) => ({ viewer: viewer(role), quotaReturn: { ...filing, year, factYear: year - 1 } }),
    saveQuotaReturn: ({ input }) => {
      const { monthlyHeadcount, payrollYuan } = input;
      Object.assign(filing, { monthlyHeadcount, payrollYuan, state: 'DRAFT', stateText: '草稿', version: 1 });
      return { saveQuotaReturn: { year: input.year } };
    },
    assessment: ({ year }, role) => ({
      viewer: viewer(role),
      assessment:
        year < 2026
          ? null
          : {
              year,
              factYear: year - 1,
              employerName: '同心县融媒体中心',
              stateText: '草稿',
              final: false,
              requiredHires: '1.8',
              countedHires: '1.2',
              shortfall: '0.6',
              placementRatio: '0.01',
              outcome: 'TIER_50',
              outcomeText: '安排了一部分人，按一半缴。',
              levyYuan: '54000.00',
              monthly: MONTHS.map((month) => ({ month, headcount: 120, counted: '1' })),
              hires: [
                {
                  id: idOf(961),
                  name,
                  maskedCertificate: '6403**********00**',
                  months: MONTHS.map((month) => ({
                    month,
                    counts: month < 4 ? '0' : '1',
                    reasonText: month < 4 ? '社会保险没有缴足' : null,
                  })),
                },
              ],
              trace,
              parameters,
              warnings: ['CAP_UNKNOWN'],
            },
    }),
    importJob: (_, role) => ({
      viewer: viewer(role),
      importJob:
        role === 'RECONCILER'
          ? { ...job, kind: 'bank-return', kindTitle: '银行回单', fileName: '回单.csv', wrong: 0, problems: [] }
          : job,
    }),
    importRow: ({ row }, role) => ({
      viewer: viewer(role),
      importRow: {
        row,
        state: 'WRONG',
        version: 1,
        cells,
        problems: [
          { column: '残疾人证号', severity: 'error', message: '证号应为 20 位，现在 18 位', hint: '请对照证件' },
        ],
      },
    }),
    fixImportRow: ({ input }) => {
      const wrong = input.cells.some(({ key, value }) => key === 'certificate' && value.length !== 20);
      const problems = wrong
        ? [{ column: '残疾人证号', severity: 'error', message: '证号应为 20 位', hint: '请对照证件' }]
        : [];
      if (!wrong) {
        job.problems = job.problems.filter(({ row }) => row !== input.row);
        job.wrong -= 1;
      }
      return { fixImportRow: { row: input.row, state: wrong ? 'WRONG' : 'GOOD', problems } };
    },
    commitImport: () => {
      Object.assign(job, { state: 'COMMITTED', committedRows: job.rows - job.wrong });
      return { commitImport: { state: job.state } };
    },
    discardImport: () => {
      job.state = 'DISCARDED';
      return { discardImport: { state: job.state } };
    },
    caseload: ({ text }, role) => ({ viewer: viewer(role), caseload: text === '没有' ? page([]) : page(people) }),
    personConsents: ({ personId }, role) => {
      const { birthYear, divisionName } = people[0] as (typeof people)[number];
      const purposes = consents.map((consent) => ({
        ...consent,
        newest: heard.find(({ purpose }) => purpose === consent.purpose) ?? null,
      }));
      return {
        viewer: viewer(role),
        personConsents: { personId: String(personId), name, birthYear, divisionName, purposes, history: heard },
      };
    },
    recordConsent: ({ input }) => {
      const consent = consents.find(({ purpose }) => purpose === input.purpose);
      if (consent) Object.assign(consent, { state: input.given ? 'GIVEN' : 'DECLINED', at: `${TODAY}T02:00:00Z` });
      heard.unshift({
        id: idOf(990 + heard.length),
        purpose: String(input.purpose),
        title: consent?.title ?? '',
        given: input.given === true,
        at: `${TODAY}T02:00:00Z`,
        channelText: { PAPER: '纸上', CALL: '电话' }[String(input.channel)] ?? '当面',
        saidByText: input.saidBy === 'SELF' ? '本人' : '监护人（法院指定）',
        recordedByName: '演示辅导员',
        evidenceId: input.evidenceId ? String(input.evidenceId) : null,
      });
      return { recordConsent: true };
    },
    placements: ({ filter }, role) => ({
      viewer: viewer(role),
      placementFigures: {
        year: 2026,
        begun: 2,
        live: 1,
        kept: 1,
        kinds: ['PUBLIC_WELFARE', 'FLEXIBLE', 'INTERNSHIP'].map((kind) => ({ kind, begun: 1 })),
      },
      placements: page(filter?.kind === 'CONCENTRATED' ? [] : [placement(), intern(), keeper()], true),
    }),
    placementFile: ({ id }, role) => ({
      viewer: viewer(role),
      placement: placementFile(id === idOf(852) ? intern() : id === WELFARE_PLACEMENT.id ? keeper() : placement()),
    }),
    placementPerson: ({ personId, text }, role) => ({
      viewer: viewer(role),
      placementPerson: {
        personId: String(personId),
        personName: name,
        birthYear: 1990,
        personPlace: '豫海镇新华村',
        placements: [
          { id: idOf(851), title: '云客服', employerName: '示例公司', startedOn: '2026-09-01', endedOn: null },
          { id: idOf(853), title: '装配工', employerName: '示例公司', startedOn: '2025-03-02', endedOn: '2025-08-31' },
        ],
        posts:
          text === '客服'
            ? [
                {
                  id: idOf(100),
                  title: '云客服',
                  kind: 'FLEXIBLE',
                  employerName: '示例公司',
                  divisionName: '同心县豫海镇',
                  openings: 2,
                },
              ]
            : [],
      },
    }),
    recordPlacement: () => ({ recordPlacement: { placement: { id: idOf(851) } } }),
    recordOutcome: () => ({ recordOutcome: { placement: { id: idOf(851) } } }),
    endPlacement: () => ({ endPlacement: { placement: { id: idOf(851) } } }),
    workProjects: ({ closed }, role) => ({
      viewer: viewer(role),
      workProjects: page(closed ? [] : [project()], false),
    }),
    workProject: (_, role) => ({
      viewer: viewer(role),
      workProject: project(),
      projectMonths: [
        { month: '2026-11', participants: 1, told: 0, yuan: null },
        { month: '2026-10', participants: 1, told: 1, yuan: '0.00' },
      ],
      there: { totalCount: 1 },
      placements: page([placement()], true),
    }),
    editProject: (_, role) => ({ viewer: viewer(role), workProject: project() }),
    projectPosts: ({ text }, role) => ({
      viewer: viewer(role),
      workProject: project(),
      publicPosts: {
        totalCount: text ? 0 : 1,
        edges: text
          ? []
          : [
              {
                node: {
                  id: idOf(100),
                  title: '云客服',
                  employerName: '示例公司',
                  divisionName: '同心县豫海镇',
                  kindFacts: ['怎么算钱：计件'],
                },
              },
            ],
      },
    }),
    saveProject: () => ({ saveProject: { id: idOf(861) } }),
    closeProject: () => ({ closeProject: { id: idOf(861) } }),
    addProjectPost: () => ({ addProjectPost: { id: idOf(861) } }),
    publicProjects: (_, role) => {
      const { id, title, kindText, hostName, divisionName, description, free } = project();
      return {
        viewer: viewer(role),
        publicProjects: page([{ id, title, kindText, hostName, divisionName, description, free }], true),
      };
    },
    findPerson: ({ number }) => ({ findPerson: /^\d{17}/.test(String(number)) ? { id: idOf(801) } : null }),
    personCase: ({ personId }, role) => {
      const person = people.find((one) => one.personId === personId) ?? (people[0] as (typeof people)[number]);
      const { maskedCertificate, birthYear, divisionName } = person;
      return {
        viewer: viewer(role),
        personCase: {
          personId: String(personId),
          name,
          maskedCertificate,
          maskedPhone: '138****8000',
          birthYear,
          divisionName,
          employment: '未就业',
          wantsWork: true,
          skills: ['手机打字'],
          accessNeeds: ['面试有手语翻译', '坡道电梯'],
          visits,
          applications: [{ id: idOf(201), stateText: '已提交', post: { title: '社区电话客服' } }],
          placements: [
            {
              id: idOf(851),
              title: '装配工',
              employerName: '示例公司',
              startedOn: '2026-03-02',
              endedOn: '2026-08-31',
            },
            { id: idOf(852), title: '云客服', employerName: '示例公司', startedOn: '2026-09-01', endedOn: null },
          ],
        },
      };
    },
    personAssessments: ({ personId }, role) => ({
      viewer: viewer(role),
      personAssessments: { personId: String(personId), name, mayAssess: true, profiles: assessed, corrected },
    }),
    saveFunctionalProfile: ({ input }) => {
      const levels = new Map((input.levels as { item: string; level: number }[]).map((one) => [one.item, one.level]));
      const items = ABILITY_CODES.map((item) => ({ item, level: levels.get(item) ?? null }));
      const { assessor, assessedOn } = input;
      assessed.unshift({ ...(assessed[0] as (typeof assessed)[number]), id: idOf(870), assessor, assessedOn, items });
      return { saveFunctionalProfile: { personId: String(input.personId) } };
    },
    revealSubject: (_, role) => ({
      viewer: viewer(role),
      revealSubject: {
        title: '手机号',
        whose: `${name}（豫海镇，1990年生）`,
        reasons: [
          { code: 'IDENTITY', text: '核对是不是本人' },
          { code: 'CONTACT', text: '联系本人' },
        ],
      },
    }),
    reveal: () => ({
      reveal: {
        title: '手机号',
        whose: `${name}（豫海镇，1990年生）`,
        value: '13800138000',
        hiddenAt: '2026-11-24T01:01:05Z',
      },
    }),
    helpers: (_, role) => ({ viewer: viewer(role), delegations, delegationLog: page(acts, true) }),
    helperForm: (_, role) => ({ viewer: viewer(role), helperChoices: choices }),
    requestDelegationCode: () => ({ requestDelegationCode: true }),
    grantDelegation: () => ({ grantDelegation: { id: idOf(981) } }),
    revokeDelegation: ({ id }) => {
      const row = delegations.find((one) => one.id === id);
      if (row) Object.assign(row, { state: 'ENDED', stateText: '已停止' });
      return { revokeDelegation: { id: String(id) } };
    },
    helper: (_, role) => ({
      viewer: viewer(role),
      peopleIHelp: [
        { personId: person.personId, name, acting: role === ACTING },
        { personId: idOf(972), name: '杨军', acting: false },
      ].map((one) => ({ ...one, placeName: '豫海镇某村', birthYear: 1990, scopes, until: '2027-05-24' })),
    }),
    helpLog: (_, role) => ({ viewer: viewer(role), helpLog: page(acts) }),
    startActing: () => ({ startActing: { token: sessionOf(ACTING) } }),
    stopActing: () => ({ stopActing: { token: sessionOf('HELPER') } }),
    recordVisit: ({ input }) => {
      if (!visits.some(({ id }) => id === input.id)) {
        visits.unshift({
          id: String(input.id),
          visitedOn: input.visitedOn,
          met: input.met,
          needs: [...(input.needs ?? [])],
          nextStep: input.nextStep ?? null,
          nextOn: input.nextOn ?? null,
          note: input.note ?? null,
          recordedBy: '演示辅导员',
        });
      }
      return { recordVisit: { id: String(input.id) } };
    },
    office: (_, role) => ({ viewer: viewer(role), review: page(step('REVIEW')), approve: page(step('APPROVE')) }),
    applicationQueue: (variables, role) => ({ viewer: viewer(role), applicationQueue: page(step(variables.step)) }),
    applicationCase: ({ id }, role) => ({
      viewer: viewer(role),
      applicationCase: {
        ...(cases.find((one) => one.id === id) ?? (cases[0] as (typeof cases)[number])),
        ...(role === 'OFFICER' ? { personId: idOf(970), blocked: '这一步由审核人办。' } : {}),
      },
    }),
    decideApplication: ({ input }) => {
      const found = cases.find((one) => one.id === input.id) as (typeof cases)[number];
      const next = input.step === 'REVIEW' ? ['REVIEWED', '等第二次审批'] : ['APPROVED', '等公示'];
      const [state, stateText] = (input.outcome === 'APPROVE' ? next : ['REJECTED', '不通过']) as [string, string];
      found.decisions.push({
        step: input.step,
        by: '演示审核人',
        at: '2026-11-23T01:00:00Z',
        outcome: input.outcome,
        reason: input.reason ?? null,
      });
      Object.assign(found, {
        state,
        stateText,
        step: state === 'REVIEWED' ? 'APPROVE' : null,
        version: found.version + 1,
      });
      return { decideApplication: { id: found.id, stateText } };
    },
    quotaGaps: (_, role) => ({
      viewer: viewer(role),
      quotaGaps: page([
        {
          employerId: idOf(21),
          employerName: '同心县融媒体中心',
          divisionName: '豫海镇',
          near: true,
          missing: 2,
          typicalWork: ['社区电话客服', '资料录入员'],
          ownWork: true,
          fitting: 34,
        },
        {
          employerId: idOf(22),
          employerName: '示例有限公司',
          divisionName: '丁塘镇',
          near: false,
          missing: 1,
          typicalWork: ['包装工'],
          ownWork: false,
          fitting: 0,
        },
        {
          employerId: idOf(23),
          employerName: '示例合作社',
          divisionName: '丁塘镇',
          near: false,
          missing: 1,
          typicalWork: [],
          ownWork: false,
          fitting: null,
        },
      ]),
    }),
    complianceBoard: (_, role) => ({
      viewer: viewer(role),
      complianceBoard: page([
        {
          employerId: idOf(21),
          employerName: '同心县融媒体中心',
          divisionName: '豫海镇',
          stateText: '草稿',
          employees: '120',
          countedHires: '1.2',
          shortfall: '0.6',
          placementRatio: '0.01',
          outcomeText: '安排了一部分人，按一半缴。',
          levyYuan: '54000.00',
          problem: null,
        },
        {
          employerId: idOf(22),
          employerName: `${name}商店`,
          divisionName: '河西镇',
          stateText: '没有开始',
          employees: null,
          countedHires: null,
          shortfall: null,
          placementRatio: null,
          outcomeText: null,
          levyYuan: null,
          problem: { message: '没有 2026 年的最低工资' },
        },
      ]),
    }),
    auditTrail: (_, role) => ({
      viewer: viewer(role),
      auditTrail: page([
        {
          id: idOf(903),
          seq: 3,
          at: `${TODAY}T02:20:00.000Z`,
          actorName: '就业辅导员甲',
          roleName: '就业辅导员',
          action: 'reveal.casePhone',
          says: '就业辅导员和专职委员可以看分给自己的人完整的手机号。',
          targetKind: 'person',
          targetId: idOf(801),
          reason: '联系本人',
          note: '约他星期三去面试',
          trace: idOf(912),
        },
        {
          id: idOf(901),
          seq: 2,
          at: `${TODAY}T02:10:00.000Z`,
          actorName: '审批人',
          roleName: '审批人',
          action: 'benefit.decide',
          says: '审核人和审批人可以办自己那一步；同一份申请的提交、审核、审批必须是三个人，本人和家人的不能办。',
          targetKind: 'benefit-application',
          targetId: idOf(401),
          reason: '材料齐全',
          note: null,
          trace: idOf(911),
        },
        {
          id: idOf(902),
          seq: 1,
          at: `${TODAY}T02:00:00.000Z`,
          actorName: null,
          roleName: '访客',
          action: 'lodgeObjection',
          says: null,
          targetKind: null,
          targetId: null,
          reason: null,
          note: null,
          trace: null,
        },
      ]),
    }),
    auditAnchors: (_, role) => ({
      viewer: viewer(role),
      auditAnchors: [
        { seq: 1, at: `${TODAY}T02:00:00.000Z`, hash: 'b'.repeat(64), signer: '0123456789abcdef', ours: true },
        { seq: 2, at: `${TODAY}T03:00:00.000Z`, hash: 'a'.repeat(64), signer: '0123456789abcdef', ours: true },
      ],
    }),
    verifyAuditTrail: () => ({
      verifyAuditTrail: { ok: true, entries: 2, anchors: 1, head: 'a'.repeat(64), fault: null },
    }),
    officeNotices: (_, role) => ({
      viewer: viewer(role),
      noticeCandidates: { count: 3, totalYuan: '4500.00' },
      schemes: [scheme],
      publicNotices: page(notices),
    }),
    officeNotice: ({ id }, role) => ({
      viewer: viewer(role),
      publicNotice: {
        ...(notices.find((one) => one.id === id) ?? (notices[0] as (typeof notices)[number])),
        lineCount: 3,
      },
      objections,
    }),
    decideObjection: ({ input }) => {
      for (const one of objections.filter((row) => row.id === input.id))
        Object.assign(one, { state: input.outcome, reason: input.reason });
      return { decideObjection: { id: String(input.id) } };
    },
    publishNotice: () => ({ publishNotice: { id: idOf(1), title: '职业技能培训补贴公示' } }),
    closeNotice: ({ id }) => {
      for (const notice of notices.filter((one) => one.id === id))
        Object.assign(notice, { open: false, state: 'CLOSED' });
      return { closeNotice: { id: String(id) } };
    },
    officeRules: ({ after }, role) => ({
      viewer: viewer(role),
      waiting: page([waitingRule].filter(({ state }) => state === 'ENTERED')),
      missingParameters: [
        {
          code: 'levy.socialAverageWage',
          name: '社会平均工资',
          decides: '计征工资的上限；没有它，最后的核定不能作出。',
          qualifier: '',
          qualifierText: '',
          scope: '640324',
          scopeName: '宁夏回族自治区吴忠市同心县',
          day: '2025-12-31',
          asked: true,
        },
      ],
      rows: after
        ? page([rule(4)])
        : page([rule(2), rule(3, { name: '规定安排比例', shown: '1.5%', mark: null })], true),
      parameterKinds: kinds,
    }),
    officeRuleKinds: (_, role) => ({ viewer: viewer(role), parameterKinds: kinds }),
    officeRule: (_, role) => ({
      viewer: viewer(role),
      parameterRow: { ...waitingRule, history: [waitingRule, rule(2)] },
    }),
    officeRuleTrial: ({ trial }, role) => ({
      viewer: viewer(role),
      parameterRow: waitingRule,
      parameterTrial: {
        id: String(trial),
        rowId: waitingRule.id,
        state: 'DONE',
        percent: 100,
        finishedAt: '2026-11-24T01:00:00Z',
        findings: [
          {
            name: 'quota',
            title: '残保金',
            sentence: '2026年1200份残保金里有1份会变，合计从81000.00元变为108000.00元。',
            checked: 1200,
            population: 1200,
            changed: 1,
            beforeYuan: '81000.00',
            afterYuan: '108000.00',
            lines: [
              {
                name: '同心县融媒体中心',
                what: '2026年',
                before: '81000.00元，低于1%，按应缴额的九成缴，应安排1.5，已安排0',
                after: '108000.00元，低于1%，按应缴额的九成缴，应安排2，已安排0',
              },
            ],
          },
        ],
      },
    }),
    enterRule: () => ({ enterParameter: { id: waitingRule.id, name: waitingRule.name } }),
    tryRule: () => ({ tryParameter: { id: idOf(950) } }),
    confirmRule: () => {
      Object.assign(waitingRule, {
        state: 'COUNTS',
        stateText: '生效',
        confirmedBy: '演示同事',
        confirmedAt: '2026-11-24T01:00:00Z',
        mayConfirm: false,
        mayWithdraw: false,
        version: 2,
      });
      return { confirmParameter: { id: waitingRule.id, name: waitingRule.name } };
    },
    withdrawRule: () => {
      Object.assign(waitingRule, { state: 'WITHDRAWN', stateText: '已作废', mayConfirm: false, mayWithdraw: false });
      return { withdrawParameter: { id: waitingRule.id } };
    },
    envelopes: (_, role) => ({ viewer: viewer(role), envelopes: [envelope] }),
    ledger: (_, role) => ({
      viewer: viewer(role),
      envelopes: [envelope],
      ledger: page([
        {
          id: idOf(511),
          bookedOn: '2026-01-05',
          event: '下达',
          memo: '宁财〔2026〕1号',
          debit: '财政授权',
          credit: '可用',
          amountYuan: '500000.00',
        },
        {
          id: idOf(512),
          bookedOn: TODAY,
          event: '公示结束',
          memo: '',
          debit: '可用',
          credit: '待发',
          amountYuan: '3000.00',
        },
      ]),
    }),
    batches: (_, role) => ({
      viewer: viewer(role),
      envelopes: [envelope],
      ready: { totalCount: 2 },
      batches: page(batches),
    }),
    batch: ({ id }, role) => ({
      viewer: viewer(role),
      batch: {
        ...(batches.find((one) => one.id === id) ?? (batches[0] as (typeof batches)[number])),
        totalInCapitals: '叁仟元整',
        sha256: 'ab'.repeat(32),
        sealedBy: '演示财务',
        releasedBy: null,
        exportId: idOf(901),
        payouts: lines,
      },
    }),
    sealBatch: () => ({ sealBatch: { id: idOf(601) } }),
    releaseBatch: () => {
      Object.assign(batches[0] as object, { state: 'RELEASED', stateText: '已放款' });
      return { releaseBatch: { id: idOf(601) } };
    },
    exportBatch: () => ({ exportBatch: { exportId: idOf(901), fileName: '20261123-01.txt', sha256: 'cd'.repeat(32) } }),
    sandboxBankRun: () => ({ sandboxBankRun: { exportId: idOf(902), fileName: '回单.csv' } }),
    importBankReturn: () => {
      const again = job.state === 'COMMITTED';
      job.state = 'COMMITTED';
      return { importBankReturn: again ? { ...REFUSED, unchanged: 2 } : { ...REFUSED, paid: 2, totalYuan: '3000.00' } };
    },
  };
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A helper who acts for somebody, and one whose delegation has ended meanwhile. */
export const ACTING = 'ACTING';
export const ENDED = 'ACTING_ENDED';

/** Roles that a demonstration offers, and whose pages are walked. */
export const ROLES = [
  'SEEKER',
  'HELPER',
  'EMPLOYER_CLERK',
  'EMPLOYER_ADMIN',
  'COUNSELLOR',
  'OFFICER',
  'REVIEWER',
  'APPROVER',
  'FINANCE',
  'RELEASER',
  'RECONCILER',
  'AUDITOR',
  'SECURITY_ADMIN',
] as const;

function problem(
  row: number,
  column: string | null,
  code: string,
  severity: string,
  message: string,
  typed: string | null,
) {
  return { row, column, code, severity, message, hint: '请对照证件', typed };
}

const STEPS = ['已提交', '材料齐', '审核', '公示', '发放', '到账'];
function stepsAt(now: string) {
  const at = STEPS.indexOf(now);
  return STEPS.map((text, index) => ({ text, state: index < at ? 'done' : index === at ? 'now' : 'later' }));
}

const PLACES = [
  { code: '640324000000', divisionName: '同心县' },
  { code: '640324100000', divisionName: '豫海镇' },
];

/** A draft that lacks the task behind a demand. */
function writtenPost() {
  return {
    id: idOf(991),
    version: 1,
    state: 'DRAFT',
    originName: null,
    takesApplications: false,
    title: '包装工',
    description: '折纸盒，装货',
    kind: 'PROPORTIONAL',
    welfareKind: null,
    unitName: null,
    payBasis: null,
    projectId: null,
    internMonths: null,
    openings: 2,
    workDivisionCode: '640324100201',
    remote: false,
    monthlyWageYuan: { low: '2200.00', high: '2600.50' },
    weeklyHours: 37.5,
    nightShift: false,
    minEducation: null,
    skills: ['包装'],
    licences: [],
    provisions: ['可提供搬运帮手'],
    demands: [{ item: 'LIFT', level: 3, task: null }],
    legalBasis: null,
    closesOn: '2027-02-28',
    refusals: [{ field: 'tasks.LIFT', message: '「搬举」要求了「搬15公斤以内的东西」，请写是哪件事要用到。' }],
    cautions: [{ field: 'wageLowYuan', message: '工作地点的月最低工资还没有录入，系统没有核对。' }],
  };
}

/** Accounts of an employer: the viewer's own, one in use, one not set up, one disabled. */
function members(name: string) {
  const row = { displayName: name, role: 'EMPLOYER_CLERK', lastSeenAt: '2026-11-24T01:30:00.000Z', own: false };
  return [
    { ...row, id: idOf(981), login: 'guanli', role: 'EMPLOYER_ADMIN', state: 'IN_USE', own: true },
    { ...row, id: idOf(982), login: 'jingban', state: 'IN_USE' },
    { ...row, id: idOf(983), login: 'xinlai', state: 'WAITING', lastSeenAt: null },
    { ...row, id: idOf(984), login: 'likai', state: 'DISABLED' },
  ];
}

/** Accounts of the desk: one in use, one whose roles wait for a second person. */
function users(name: string) {
  const row = { displayName: name, divisionName: '同心县', disabled: false, hasSecondFactor: true, idNumberDue: false };
  return [
    { ...row, id: idOf(951), login: 'zhang.san', roles: ['OFFICER', 'REVIEWER'], change: null },
    {
      ...row,
      id: idOf(952),
      login: 'li.si',
      roles: [] as string[],
      hasSecondFactor: false,
      change: { id: idOf(961), roles: ['FINANCE'], own: false },
    },
  ];
}
