import type { NavLink } from '@tongxing/ui';

/** Where the pages of somebody's consents hang: at the desk under the person's file, in the office under the search. */
export interface ConsentPlace {
  service: string;
  consents: (personId: string) => string;
  /** the pages above the list */
  crumbs: (personId: string, name: string) => readonly NavLink[];
}

export const DESK: ConsentPlace = {
  service: '一人一档',
  consents: (personId) => `/desk/people/${personId}/consents`,
  crumbs: (personId, name) => [
    { href: '/desk/people', text: '一人一档' },
    { href: `/desk/people/${personId}`, text: name },
  ],
};

export const OFFICE: ConsentPlace = {
  service: '找一个人',
  consents: (personId) => `/office/people/${personId}/consents`,
  crumbs: () => [{ href: '/office/people', text: '找一个人' }],
};
