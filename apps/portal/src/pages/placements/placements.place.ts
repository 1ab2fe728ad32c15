import type { NavLink } from '@tongxing/ui';

/** Where the pages of somebody's work hang: in the office under its list, at the desk under the person's file. */
export interface PlacementPlace {
  file: (id: string) => string;
  record: (personId: string) => string;
  /** the pages above one placement */
  crumbs: (person: { personId: string; personName: string }) => readonly NavLink[];
}

export const LIST = '/office/placements';

export const DESK: PlacementPlace = {
  file: (id) => `/desk/placements/${id}`,
  record: (personId) => `/desk/people/${personId}/placement`,
  crumbs: ({ personId, personName }) => [
    { href: '/desk/people', text: '一人一档' },
    { href: `/desk/people/${personId}`, text: personName },
  ],
};

export const OFFICE: PlacementPlace = {
  file: (id) => `${LIST}/${id}`,
  record: (personId) => `/office/people/${personId}/placement`,
  crumbs: () => [{ href: LIST, text: '上岗台账' }],
};
