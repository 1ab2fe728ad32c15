import { type Answers, idOf } from './answers.js';

type Names =
  | 'officePosts'
  | 'officePost'
  | 'officePostsFile'
  | 'officeApplicants'
  | 'referralsFile'
  | 'candidateAsks'
  | 'dropCandidateAsk'
  | 'askForCandidate';

const page = <Node>(nodes: readonly Node[], more = false) => ({
  totalCount: more ? nodes.length + 40 : nodes.length,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor: more ? 'cursor-2' : null, hasNextPage: more },
});
const TOWNS = [{ code: '640324100000', name: '同心县豫海镇' }];

/** What the office of the small county looks through: posts in every state, referrals and applications. */
export function officeAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['officePosts']>['viewer'],
  written: ReturnType<Answers['officePost']>['employerPost'],
): Pick<Answers, Names> {
  const post = {
    id: idOf(991),
    title: `包装工${name}`,
    kind: 'PROPORTIONAL',
    stand: 'OPEN',
    employerId: idOf(201),
    employerName: '示例有限公司',
    divisionName: '豫海镇',
    openings: 2,
    publishedOn: '2026-11-01',
    closesOn: '2027-02-28',
    running: 2,
    applications: 5,
  };
  const referral = {
    id: idOf(221),
    personId: idOf(801),
    personName: name,
    personPlace: '豫海镇新华村',
    post: { id: idOf(991), title: '包装工', employerName: '示例有限公司' },
    state: 'ONBOARD',
    stateText: '已上岗',
    referred: true,
    referredBy: '李辅导员',
    appliedOn: '2026-10-20',
    silent: false,
    due: [{ month: 1, dueOn: '2026-11-24' }],
  };
  const own = {
    ...referral,
    id: idOf(222),
    referred: false,
    referredBy: null,
    state: 'OFFERED',
    silent: true,
    due: [],
  };
  const file = { name: '名单.csv', text: '\uFEFF岗位\r\n' };
  return {
    officePosts: ({ filter, after }, role) => ({
      viewer: viewer(role),
      towns: TOWNS,
      officePosts: page(
        filter?.text === '没有'
          ? []
          : (['OPEN', 'DRAFT', 'ENDED', 'CLOSED'] as const).map((stand, at) => ({
              ...post,
              id: idOf(991 + at),
              stand,
            })),
        !after && filter?.text !== '没有',
      ),
    }),
    officePost: ({ id }, role) => ({
      viewer: viewer(role),
      employerPost: written,
      officePost: {
        post: { ...post, id: String(id), stand: id === idOf(992) ? 'OPEN' : 'DRAFT' },
        projectTitle: null,
        history:
          id === idOf(992)
            ? [
                { at: '2026-11-02T01:30:00.000Z', by: '单位', says: '改动、发布或撤下' },
                { at: '2026-11-01T01:30:00.000Z', by: '单位', says: '写下' },
              ]
            : [],
      },
      referrals: page(id === idOf(992) ? [referral, own] : [], id === idOf(992)),
    }),
    officePostsFile: () => ({ officePostsFile: file }),
    officeApplicants: ({ filter }, role) => ({
      viewer: viewer(role),
      towns: TOWNS,
      referrals: page(filter?.states?.includes('LEFT') ? [] : [referral, own], !filter?.states),
    }),
    candidateAsks: (_, role) => ({
      viewer: viewer(role),
      candidateAsks: [
        {
          id: idOf(241),
          version: 1,
          personId: idOf(801),
          personName: name,
          personPlace: '豫海镇新华村',
          post: { id: idOf(992), title: '装盒工', employerName: '示例有限公司' },
          askedOn: '2026-11-23',
        },
      ],
    }),
    dropCandidateAsk: () => ({ dropCandidateAsk: true }),
    askForCandidate: () => ({ askForCandidate: true }),
    referralsFile: () => ({ referralsFile: file }),
  };
}
