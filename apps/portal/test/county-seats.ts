import { type Answers, idOf } from './answers.js';

type Names =
  | 'roundSeats'
  | 'seatOffer'
  | 'seatVisits'
  | 'sendSeatOffers'
  | 'continueAllocation'
  | 'releaseSeat'
  | 'beginSeat'
  | 'respondToSeat'
  | 'leaveRound'
  | 'recordSeatVisit'
  | 'mySeat'
  | 'myRoundResult';

/** 接续 of the small county's published round. */
export const continuations = [
  {
    serial: 1,
    on: '2026-11-20',
    left: 2,
    held: 3,
    stayed: 1,
    moved: 2,
    waiting: 4,
    justifiedEnvy: 0,
    waste: 0,
    previousHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  },
];

/** Offers of the small county, one of every stand; their ids end in the place. */
const STANDS = [
  ['OPEN', '等答复'],
  ['SILENT', '到期没答复，等上门'],
  ['NOT_FOUND', '上门没找到，可以收回'],
  ['RELEASING', '等另一位同事确认收回'],
  ['ACCEPTED', '答应了，等上岗'],
  ['DECLINED', '说不去'],
] as const;

/** Seats after the small county's round: round …1002 has offers, …1005 none yet; of the own one, …1003 is accepted, …1004 waits, …1002 is offered. */
export function seatAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['roundSeats']>['viewer'],
): Pick<Answers, Names> {
  const rows = STANDS.map(([stand, standText], at) => ({
    id: idOf(1031 + at),
    roundId: idOf(1002),
    roundTitle: '2026年第一轮',
    personId: idOf(801),
    personName: `马${name}`,
    divisionName: '同心县豫海镇示例村',
    number: 12 + at,
    title: `${name}护林`,
    workPlace: '豫海镇示例村',
    employerName: '示例服务中心',
    stand,
    standText,
    lastDay: '2026-11-18',
    answeredOn: at > 3 ? '2026-11-17' : null,
    answeredByText: at > 3 ? '电话里说的' : null,
    visitDueOn: at > 0 && at < 4 ? '2026-11-25' : null,
    attempts: at === 2 || at === 3 ? ['2026-11-19 上门，没有找到', '2026-11-21 打电话，没有找到'] : [],
    releaseIsViewers: false,
  }));
  const one = (id: unknown) => rows.find((row) => row.id === id) ?? (rows[0] as (typeof rows)[number]);
  const own = (id: unknown) => {
    const state = String(id).endsWith('3') ? 'ACCEPTED' : 'OPEN';
    const queues = [
      { postId: idOf(100), title: '保洁', ahead: 0 },
      { postId: idOf(101), title: `${name}护林`, ahead: 3 },
    ];
    if (String(id).endsWith('4')) return { left: false, canLeave: true, offer: null, queues };
    return {
      left: false,
      canLeave: state === 'ACCEPTED',
      offer: {
        id: idOf(1031),
        title: `${name}护林`,
        employerName: '示例服务中心',
        divisionName: '同心县豫海镇',
        state,
        stateText: state === 'OPEN' ? '等您答复' : '您答应了，等上岗',
        lastDay: '2026-12-05',
        late: false,
        answeredOn: null,
      },
      queues: state === 'OPEN' ? queues.slice(0, 1) : [],
    };
  };
  return {
    roundSeats: ({ id, stand }, role) => {
      const sent = !String(id).endsWith('5');
      const shown = sent ? rows.filter((row) => !stand || row.stand === stand) : [];
      return {
        viewer: viewer(role),
        roundSeats: {
          roundId: String(id),
          title: '2026年第一轮',
          contractsFrom: '2026-12-10',
          sent,
          replyDays: null,
          visitDays: null,
          counts: sent ? STANDS.map(([code, standText]) => ({ stand: code, standText, people: 1 })) : [],
          posts: [
            {
              postId: idOf(100),
              title: '保洁',
              seats: 3,
              taken: 2,
              free: 1,
              waiting: 4,
              next: [`15 号马${name}`],
            },
            {
              postId: idOf(101),
              title: `${name}护林`,
              seats: 2,
              taken: 2,
              free: 0,
              waiting: 0,
              next: [],
            },
          ],
          newlyLeft: sent ? 1 : 0,
          turn: sent ? 'SECOND' : 'NONE',
          proposedReplyDays: sent ? 7 : null,
          proposedVisitDays: sent ? 5 : null,
          continuations: sent ? continuations : [],
        },
        seatOffers: {
          totalCount: shown.length,
          edges: shown.map((node) => ({ node })),
          pageInfo: { endCursor: null, hasNextPage: false },
        },
      };
    },
    seatOffer: ({ id }, role) => ({ viewer: viewer(role), seatOffer: one(id) }),
    seatVisits: (_, role) => ({ viewer: viewer(role), seatVisits: rows.filter(({ stand }) => stand === 'SILENT') }),
    sendSeatOffers: ({ input }) => ({ sendSeatOffers: { roundId: String(input.roundId) } }),
    continueAllocation: () => ({ continueAllocation: { turn: 'NONE', newlyLeft: 0 } }),
    releaseSeat: () => ({ releaseSeat: { newlyLeft: 1 } }),
    beginSeat: () => ({ beginSeat: { roundId: idOf(1002) } }),
    respondToSeat: () => ({ respondToSeat: idOf(1002) }),
    leaveRound: ({ input }) => ({ leaveRound: String(input.roundId) }),
    recordSeatVisit: ({ input }) => ({ recordSeatVisit: { id: String(input.id) } }),
    mySeat: ({ id }, role) => ({
      viewer: viewer(role),
      allocationRound: { id: String(id), title: '2026年第一轮' },
      mySeat: own(id),
    }),
    myRoundResult: ({ id }) => ({
      myAllocationResult: {
        postId: null,
        title: null,
        kind: null,
        choice: null,
        why: [
          '摇到的号：12 号。',
          '第1志愿 「保洁」：普通座位录到第2档5号；您是第2档12号，没有录取。',
          '分配结果：所填岗位都没有录取。',
        ],
      },
      mySeat: own(id),
    }),
  };
}
