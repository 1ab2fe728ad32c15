import { type Answers, idOf } from './answers.js';

type Names =
  | 'householdMembers'
  | 'householdMember'
  | 'enterHouseholdMember'
  | 'roundMembers'
  | 'roundMember'
  | 'enterMemberChoices';

const page = <Node>(nodes: readonly Node[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: null, hasNextPage: false },
});

/** Household members of the small county: …1201 can be entered, …1202 is, …1203 lacks something, …1204 has to be entered anew. */
export function memberAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['householdMembers']>['viewer'],
): Pick<Answers, Names> {
  const member = {
    id: idOf(1201),
    name: `马${name}家`,
    birthYear: 1985,
    relationText: '配偶',
    divisionName: '豫海镇示例村',
    holders: [`马${name}`],
    personId: null as string | null,
    lacks: ['本人还没有同意推荐岗位'],
    mayEnter: true,
  };
  const rows = [
    member,
    { ...member, id: idOf(1202), personId: idOf(1212), lacks: [], mayEnter: false },
    { ...member, id: idOf(1203), lacks: ['不到可以就业的年龄', '本人还没有同意推荐岗位'], mayEnter: false },
    { ...member, id: idOf(1204), personId: idOf(1214), lacks: ['本人还没有同意推荐岗位'], mayEnter: true },
  ];
  const entrant = {
    personId: idOf(1212),
    name: `马${name}家`,
    divisionName: '豫海镇示例村',
    number: 7 as number | null,
    handedIn: true,
    postIds: [idOf(100)],
    open: true,
  };
  const posts = [
    { postId: idOf(100), title: '保洁', employerName: '示例服务中心', divisionName: '同心县豫海镇', answer: 'FITS' },
    {
      postId: idOf(101),
      title: `${name}护林`,
      employerName: '示例服务中心',
      divisionName: '豫海镇',
      answer: 'FITS_WITH',
    },
    { postId: idOf(102), title: '护路', employerName: '示例服务中心', divisionName: '豫海镇', answer: 'UNKNOWN' },
  ];
  return {
    householdMembers: (_, role) => ({ viewer: viewer(role), householdMembers: page(rows) }),
    householdMember: ({ id }, role) => ({
      viewer: viewer(role),
      householdMember: rows.find((row) => row.id === id) ?? member,
    }),
    enterHouseholdMember: ({ input }) => ({ enterHouseholdMember: { id: String(input.memberId) } }),
    roundMembers: ({ roundId }, role) => ({
      viewer: viewer(role),
      roundMembers: page(
        String(roundId).endsWith('5')
          ? []
          : [entrant, { ...entrant, personId: idOf(1213), number: null, handedIn: false, postIds: [] }],
      ),
    }),
    roundMember: ({ personId }, role) => ({
      viewer: viewer(role),
      roundMember: {
        ...entrant,
        ...(String(personId).endsWith('3') ? { handedIn: false, postIds: [], open: false } : {}),
        personId: String(personId),
        roundTitle: '2026年第一轮',
        posts,
      },
    }),
    enterMemberChoices: ({ input }) => ({ enterMemberChoices: { personId: String(input.personId) } }),
  };
}
