import { type Answers, idOf } from './answers.js';

type Names =
  | 'ownLicences'
  | 'ownLicenceForm'
  | 'saveOwnLicence'
  | 'removeOwnLicence'
  | 'sayOwnLicences'
  | 'personLicences'
  | 'personLicenceForm'
  | 'savePersonLicence'
  | 'seeLicence'
  | 'removePersonLicence'
  | 'sayPersonLicences';
type Licences = ReturnType<Answers['personLicences']>['personLicences'];

export const LICENCE = idOf(1301);

/** The small county's licences. @param name somebody with a long name */
export function licenceAnswers(
  name: string,
  viewer: (role: string | null) => ReturnType<Answers['personLicences']>['viewer'],
): Pick<Answers, Names> {
  const of = (personId: string): Licences => ({
    personId,
    name,
    all: false,
    mayWrite: true,
    licences: [
      {
        id: LICENCE,
        version: 2,
        kind: 'C1驾驶证',
        maskedNumber: '****4321',
        issuedOn: '2024-03-01',
        validUntil: '2030-02-28',
        state: 'SEEN',
        seenBy: '李示例',
        seenAt: '2026-11-02T02:30:00.000Z',
      },
      {
        id: idOf(1302),
        version: 1,
        kind: '低压电工作业特种作业操作证',
        maskedNumber: null,
        issuedOn: null,
        validUntil: null,
        state: 'UNSEEN',
        seenBy: null,
        seenAt: null,
      },
      {
        id: idOf(1303),
        version: 1,
        kind: '焊工证',
        maskedNumber: '****0007',
        issuedOn: '2020-05-06',
        validUntil: '2026-05-05',
        state: 'EXPIRED',
        seenBy: null,
        seenAt: null,
      },
    ],
  });
  const licencesAsked = ['C1驾驶证', '电工证', '焊工证'];
  const done = { all: true };
  return {
    ownLicences: (_, role) => ({ viewer: viewer(role), ownLicences: of(idOf(801)) }),
    ownLicenceForm: (_, role) => ({ viewer: viewer(role), licencesAsked, ownLicences: of(idOf(801)) }),
    saveOwnLicence: () => ({ saveOwnLicence: done }),
    removeOwnLicence: () => ({ removeOwnLicence: done }),
    sayOwnLicences: () => ({ sayOwnLicences: done }),
    personLicences: ({ personId }, role) => ({ viewer: viewer(role), personLicences: of(String(personId)) }),
    personLicenceForm: ({ personId }, role) => ({
      viewer: viewer(role),
      licencesAsked,
      personLicences: of(String(personId)),
    }),
    savePersonLicence: () => ({ savePersonLicence: done }),
    seeLicence: () => ({ seeLicence: done }),
    removePersonLicence: () => ({ removePersonLicence: done }),
    sayPersonLicences: () => ({ sayPersonLicences: done }),
  };
}
