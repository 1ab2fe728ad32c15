import { type Answers, idOf } from './answers.js';

type Names =
  | 'sharedPosts'
  | 'sharedPost'
  | 'saveSourceOffice'
  | 'hideSharedPost'
  | 'showSharedPost'
  | 'stalePosts'
  | 'confirmPost'
  | 'postPairs'
  | 'decidePostPair'
  | 'reopenPostPair'
  | 'alikePosts';

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});

/** Posts that wait for a word: one asked for, one paused, one of another office. */
export const STALE_POSTS = [
  {
    id: idOf(1201),
    title: '超市理货员（早班）',
    employerName: '同心县示例超市有限公司',
    state: 'OPEN',
    lastWordOn: '2026-10-20',
    askedOn: '2026-11-20',
    pausesOn: '2026-11-30',
    officeName: null,
  },
  {
    id: idOf(1202),
    title: '仓库保管员',
    employerName: '同心县示例物流有限公司',
    state: 'PAUSED',
    lastWordOn: '2026-09-20',
    askedOn: '2026-10-20',
    pausesOn: null,
    officeName: null,
  },
  {
    id: idOf(1203),
    title: '线上客服',
    employerName: '利通区示例信息技术有限公司',
    state: 'OPEN',
    lastWordOn: '2026-10-18',
    askedOn: '2026-11-18',
    pausesOn: null,
    officeName: '利通区残疾人联合会',
  },
];

/** The small county's posts of other offices, and those that look like one. */
export function sharingAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['sharedPosts']>['viewer'],
): Pick<Answers, Names> {
  const shared = {
    id: idOf(1211),
    title: `线上客服${name}`,
    employerName: '利通区示例信息技术有限公司',
    officeName: '利通区残疾人联合会',
    stateText: '在招',
    hiddenReason: null as string | null,
    demandsStated: true,
    confirmedOn: '2026-11-20',
    closesOn: '2027-02-28',
  };
  const hidden = {
    ...shared,
    id: idOf(1212),
    stateText: '这里隐藏了',
    hiddenReason: `太远了，${name}说没有车。`,
    demandsStated: false,
  };
  const one = {
    id: idOf(1221),
    title: `包装工${name}`,
    employerName: '同心县示例食品有限公司',
    officeName: null as string | null,
    divisionName: '豫海镇',
    wage: '2200.00–2600.00元',
    publishedOn: '2026-11-01',
  };
  const other = { ...one, id: idOf(1222), title: '招聘包装工2名', officeName: '利通区残疾人联合会' };
  const pair = {
    id: idOf(1231),
    one,
    other,
    reasons: ['同一单位、同一类型、同一地点', '名称一样', '工时一样', '工资有重叠'],
    state: 'FOUND',
    decidedOn: null as string | null,
    keptId: null as string | null,
  };
  const same = { ...pair, id: idOf(1232), state: 'SAME', decidedOn: '2026-11-22', keptId: one.id };
  const different = { ...pair, id: idOf(1233), state: 'DIFFERENT', decidedOn: '2026-11-21' };
  return {
    sharedPosts: ({ after }, role) => ({
      viewer: viewer(role),
      sourceOffices: [
        {
          id: idOf(1241),
          divisionCode: '640302000000',
          divisionName: '利通区',
          name: '利通区残疾人联合会',
          phone: '0953-1234567',
          deliveredOn: '2026-11-20',
          deliveredPosts: 12,
          wholeOn: '2026-11-20',
          shown: 11,
        },
        {
          id: idOf(1242),
          divisionCode: '640303000000',
          divisionName: '红寺堡区',
          name: '红寺堡区残联',
          phone: null,
          deliveredOn: null,
          deliveredPosts: null,
          wholeOn: null,
          shown: 0,
        },
      ],
      sharedPosts: page([shared, hidden], !after),
    }),
    sharedPost: (_, role) => ({ viewer: viewer(role), sharedPost: shared }),
    saveSourceOffice: () => ({ saveSourceOffice: { id: idOf(1241) } }),
    hideSharedPost: ({ id }) => ({ hideSharedPost: { id: String(id) } }),
    showSharedPost: ({ id }) => ({ showSharedPost: { id: String(id) } }),
    stalePosts: ({ after }, role) => ({
      viewer: viewer(role),
      freshnessRule: after === 'unset' ? { askDays: null, pauseDays: null } : { askDays: 30, pauseDays: 10 },
      stalePosts: after === 'unset' ? page([]) : page(STALE_POSTS, !after),
    }),
    confirmPost: ({ id }) => ({ confirmPost: { id: String(id), title: '仓库保管员' } }),
    postPairs: ({ decided, after }, role) => ({
      viewer: viewer(role),
      postPairs: after === 'none' ? page([]) : decided ? page([same, different]) : page([pair], !after),
    }),
    decidePostPair: ({ id }) => ({ decidePostPair: { id: String(id) } }),
    reopenPostPair: ({ id }) => ({ reopenPostPair: { id: String(id) } }),
    alikePosts: () => ({ alikePosts: [] }),
  };
}
