import { type Answers, idOf } from './answers.js';

type Names =
  | 'applicationContact'
  | 'mySupport'
  | 'mySupportRequest'
  | 'askSupport'
  | 'requestSupport'
  | 'shareSupport'
  | 'cancelSupport'
  | 'completeSupport'
  | 'supportDesk'
  | 'supportCase'
  | 'supportFor'
  | 'requestSupportFor'
  | 'bookSupport'
  | 'declineSupport'
  | 'supportCosts'
  | 'supportProviders'
  | 'supportWaiting'
  | 'saveSupportProvider';

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});

/** 1101 waits, 1102 is booked and over, 1103 has to be booked anew, 1104 is done. */
export const SUPPORT_IDS = [1101, 1102, 1103, 1104].map(idOf);

/** Needs to choose from in an application. */
const APPLICATION_NEEDS = [
  { need: '面试有手语翻译', chosen: true, shared: true },
  { need: '讲慢一点', chosen: true, shared: false },
  { need: '陪同面试', chosen: false, shared: false },
];

/** As the session may tell them: a helper opens none. */
export const applicationNeedsFor = (role: string | null) =>
  APPLICATION_NEEDS.map((one) => ({ ...one, tellable: !role?.startsWith('ACTING') }));

/** The small county's access support. */
export function supportAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['mySupport']>['viewer'],
): Pick<Answers, Names> {
  const waits = {
    id: idOf(1101),
    version: 1,
    kind: 'SIGN',
    kindText: '手语翻译',
    occasion: 'INTERVIEW',
    occasionText: '面试',
    applicationId: idOf(203) as string | null,
    title: '社区电话客服',
    place: '同心县豫海镇示例路1号二楼',
    wayText: '当面' as string | null,
    helpText: `${name}：请用县里的手语` as string | null,
    startsAt: '2026-12-01 09:30',
    minutes: 60,
    state: 'REQUESTED',
    stateText: '等安排',
    gone: false,
    tellEmployer: false,
    providedBy: null as string | null,
    bookedFrom: null as string | null,
    bookedTo: null as string | null,
    deliveredMinutes: null as number | null,
    confirmedBy: null as string | null,
    reasonText: null as string | null,
    moves: ['BOOKED', 'DECLINED', 'CANCELLED'],
  };
  const booked = {
    ...waits,
    id: idOf(1102),
    state: 'BOOKED',
    stateText: '约好了',
    tellEmployer: true,
    providedBy: '示例手语服务部',
    bookedFrom: '2026-12-01 09:00',
    bookedTo: '2026-12-01 11:00',
    moves: ['BOOKED', 'DELIVERED', 'NOT_DELIVERED', 'CANCELLED', 'DECLINED'],
  };
  const moved = { ...booked, id: idOf(1103), state: 'REBOOK', stateText: '时间变了，要重新约', moves: waits.moves };
  const done = {
    ...booked,
    id: idOf(1104),
    occasion: 'TRAINING',
    occasionText: '培训',
    applicationId: null,
    title: '电商培训',
    wayText: null,
    helpText: null,
    state: 'DELIVERED',
    stateText: '做完了',
    deliveredMinutes: 110,
    confirmedBy: '本人',
    moves: [],
  };
  const all = [waits, booked, moved, done];
  const one = (id: string | number) => all.find((row) => row.id === id) ?? waits;
  const caseOf = (row: (typeof all)[number]) => ({
    id: row.id,
    personId: idOf(801),
    personName: name,
    divisionName: '城一村',
    needs: ['面试有手语翻译', '讲慢一点'],
    overdue: row.state === 'BOOKED',
    providerId: row.providedBy ? idOf(1111) : null,
    feeBy: row.providedBy ? 'HOUR' : null,
    feeYuan: row.providedBy ? '120.50' : null,
    agreedYuan: row.providedBy ? '241.00' : null,
    costYuan: row.state === 'DELIVERED' ? '220.92' : null,
    support: row,
  });
  const providers = [
    {
      id: idOf(1111),
      version: 1,
      name: '示例手语服务部',
      kind: 'ORGANISATION',
      kindText: '服务机构',
      kinds: ['SIGN', 'COMPANION'],
      kindTexts: ['手语翻译', '陪同'],
      maskedPhone: '139****0001' as string | null,
      hourlyYuan: '120.50' as string | null,
      active: true,
    },
    {
      id: idOf(1112),
      version: 2,
      name: `手语${name}老师`,
      kind: 'STAFF',
      kindText: '残联自己的人',
      kinds: ['SIGN'],
      kindTexts: ['手语翻译'],
      maskedPhone: null,
      hourlyYuan: null,
      active: true,
    },
  ];
  const sum = (text: string) => ({ text, times: 2, minutes: 170, costYuan: '341.42' });
  return {
    applicationContact: ({ id }, role) => ({
      viewer: viewer(role),
      myApplication: {
        id: String(id),
        releasable: true,
        shareNeeds: true,
        contactPhone: '13800138000',
        contactWay: 'CALL',
        needs: ['手语翻译', '讲慢一点'],
        sharedNeeds: ['讲慢一点'],
        post: { title: '社区电话客服' },
      },
      applicationNeeds: applicationNeedsFor(role),
    }),
    mySupport: (_, role) => ({ viewer: viewer(role), mySupport: page(all, true) }),
    mySupportRequest: ({ id }, role) => ({ viewer: viewer(role), mySupportRequest: one(id) }),
    askSupport: ({ applicationId }, role) => ({
      viewer: viewer(role),
      myApplication: {
        id: String(applicationId),
        released: true,
        post: { title: '社区电话客服' },
        interview: { at: '2026-12-01 09:30', place: '同心县豫海镇示例路1号二楼', way: '当面' },
      },
      supportOffers: { open: true, kinds: ['SIGN', 'PLAIN'] },
    }),
    requestSupport: () => ({ requestSupport: { id: idOf(1101) } }),
    shareSupport: ({ id }) => ({ shareSupport: { id: String(id) } }),
    cancelSupport: ({ input }) => ({ cancelSupport: { id: String(input.id) } }),
    completeSupport: ({ input }) => ({ completeSupport: { id: String(input.id) } }),
    supportDesk: ({ view }, role) => ({
      viewer: viewer(role),
      supportDesk: page(view === 'OVERDUE' ? [] : all.map(caseOf), view === 'WAITING'),
    }),
    supportCase: ({ id }, role) => ({
      viewer: viewer(role),
      supportCase: caseOf(one(id)),
      supportProviders: providers,
    }),
    supportFor: ({ personId }, role) => ({
      viewer: viewer(role),
      supportPerson: {
        personId: String(personId),
        personName: name,
        needs: ['面试有手语翻译'],
        interviews: [{ id: idOf(203), title: '社区电话客服', startsAt: '2026-12-01 09:30' }],
      },
    }),
    requestSupportFor: () => ({ requestSupportFor: { id: idOf(1101) } }),
    bookSupport: ({ input }) => ({ bookSupport: { id: String(input.id) } }),
    declineSupport: ({ input }) => ({ declineSupport: { id: String(input.id) } }),
    supportCosts: ({ month }, role) => ({
      viewer: viewer(role),
      supportCosts:
        month === '2026-10'
          ? {
              month,
              rows: [],
              byKind: [],
              byOccasion: [],
              byProvider: [],
              total: { text: '合计', times: 0, minutes: 0, costYuan: '0.00' },
              unrecorded: 0,
            }
          : {
              month: month ?? '2026-11',
              rows: [
                {
                  kindText: '手语翻译',
                  occasionText: '面试',
                  providedBy: '示例手语服务部',
                  times: 1,
                  minutes: 110,
                  costYuan: '220.92',
                },
                {
                  kindText: '手语翻译',
                  occasionText: '培训',
                  providedBy: `手语${name}老师`,
                  times: 1,
                  minutes: 60,
                  costYuan: '120.50',
                },
              ],
              byKind: [sum('手语翻译')],
              byOccasion: [
                { text: '面试', times: 1, minutes: 110, costYuan: '220.92' },
                { text: '培训', times: 1, minutes: 60, costYuan: '120.50' },
              ],
              byProvider: [
                { text: '示例手语服务部', times: 1, minutes: 110, costYuan: '220.92' },
                { text: `手语${name}老师`, times: 1, minutes: 60, costYuan: '120.50' },
              ],
              total: sum('合计'),
              unrecorded: 1,
            },
    }),
    supportProviders: (_, role) => ({ viewer: viewer(role), supportProviders: providers }),
    supportWaiting: () => ({
      supportDesk: { totalCount: 2, edges: [{ node: { support: { startsAt: '2026-12-01 09:30' } } }] },
    }),
    saveSupportProvider: () => ({ saveSupportProvider: { id: idOf(1111) } }),
  };
}
