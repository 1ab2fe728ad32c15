import type { NavLink } from '@tongxing/ui';
import { localPath } from './headers.js';

const PUBLIC: readonly NavLink[] = [
  { href: '/', text: '首页' },
  { href: '/jobs', text: '岗位' },
  { href: '/notices', text: '公示' },
  { href: '/rounds', text: '分配结果' },
  { href: '/levy', text: '残保金' },
];

/** What each role works with. The API decides what it may do; the navigation only spares it dead ends. */
const BY_ROLE: Readonly<Record<string, readonly NavLink[]>> = {
  SEEKER: [
    { href: '/me', text: '我的事' },
    { href: '/me/jobs', text: '推荐岗位' },
    { href: '/me/applications', text: '申请' },
    { href: '/me/rounds', text: '岗位分配' },
    { href: '/me/grants', text: '补贴' },
    { href: '/me/profile', text: '我的资料' },
  ],
  HELPER: [
    { href: '/helper', text: '代办' },
    { href: '/helper/log', text: '代办记录' },
  ],
  EMPLOYER_CLERK: [
    { href: '/org', text: '单位首页' },
    { href: '/org/posts', text: '岗位' },
    { href: '/org/compliance', text: '达标情况' },
  ],
  EMPLOYER_ADMIN: [
    { href: '/org', text: '单位首页' },
    { href: '/org/posts', text: '岗位' },
    { href: '/org/compliance', text: '达标情况' },
    { href: '/org/members', text: '成员' },
  ],
  COUNSELLOR: [
    { href: '/desk', text: '今天要做的' },
    { href: '/desk/people', text: '一人一档' },
    { href: '/desk/welfare', text: '公益性岗位' },
    { href: '/desk/vouch', text: '做证登录' },
    { href: '/helper', text: '代办' },
  ],
  OFFICER: [
    { href: '/office', text: '工作台' },
    { href: '/office/benefits', text: '补贴审批' },
    { href: '/office/notices', text: '公示' },
    { href: '/office/compliance', text: '全县达标' },
    { href: '/office/rosters', text: '名册' },
    { href: '/office/rules', text: '参数' },
  ],
  REVIEWER: [
    { href: '/office', text: '工作台' },
    { href: '/office/benefits', text: '补贴审批' },
  ],
  AUDITOR: [
    { href: '/audit', text: '审计日志' },
    { href: '/finance/batches', text: '批次' },
    { href: '/finance/envelopes', text: '资金指标' },
    { href: '/office/rounds', text: '岗位分配' },
    { href: '/office/registers', text: '台账' },
  ],
  AUDIT_ADMIN: [{ href: '/audit', text: '审计日志' }],
  SECURITY_ADMIN: [{ href: '/office/users', text: '人员' }],
  FINANCE: [
    { href: '/finance/batches', text: '批次' },
    { href: '/finance/envelopes', text: '资金指标' },
    { href: '/finance/returns', text: '回单' },
    { href: '/office/support', text: '帮助费用' },
  ],
};
const SAME_AS: Readonly<Record<string, string>> = {
  VILLAGE_COMMISSIONER: 'COUNSELLOR',
  APPROVER: 'REVIEWER',
  RELEASER: 'FINANCE',
  RECONCILER: 'FINANCE',
};
const MOST_LINKS = 8;
const MOST_COUNTED = 99;

/** For whom a helper acts, as far as a page has to know. */
export interface ActingFor {
  personId: string;
  name: string;
  scopes: readonly string[];
  ended: boolean;
}

/** What each scope of a helper opens; the own work rests meanwhile. */
const BY_SCOPE: Readonly<Record<string, readonly NavLink[]>> = {
  POSTS: [{ href: '/me/jobs', text: '推荐岗位' }],
  PROFILE: [{ href: '/me/profile/skills', text: '填资料' }],
  APPLY: [
    { href: '/me/applications', text: '申请' },
    { href: '/me/support', text: '要人帮忙' },
    { href: '/me/rounds', text: '岗位分配' },
  ],
  PAPERS: [{ href: '/me/grants', text: '补贴' }],
};

/** The navigation of who acts: what was given, and the way to choose another. */
function actingNavigation({ scopes, ended }: ActingFor): readonly NavLink[] {
  const given = ended ? [] : scopes.flatMap((scope) => BY_SCOPE[scope] ?? []);
  return [{ href: '/helper', text: '代办' }, ...given, { href: '/helper/log', text: '代办记录' }];
}

/** Where an account reads its messages: seekers and helpers among their own matters, the others at an address of their own. */
export const inboxOf = (roles: readonly string[]): string =>
  roles.includes('SEEKER') || roles.includes('HELPER') ? '/me/messages' : '/messages';

/** The door to the messages says how many are new. */
const inboxLink = (roles: readonly string[], unread: number): NavLink => ({
  href: inboxOf(roles),
  text: unread === 0 ? '消息' : `消息（${unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread} 条新）`,
});

/**
 * The main navigation: a visitor's, or that of the roles held, each link once; a helper's while he acts.
 *
 * @param unread messages that were not seen yet; null or left out for who has no inbox
 */
export function navigationFor(
  roles: readonly string[],
  acting?: ActingFor | null,
  unread?: number | null,
): readonly NavLink[] {
  if (acting) return actingNavigation(acting);
  const inbox = typeof unread === 'number' ? [inboxLink(roles, unread)] : [];
  const own = roles.flatMap((role) => BY_ROLE[role] ?? BY_ROLE[SAME_AS[role] ?? ''] ?? []);
  const unique = [...new Map(own.map((link) => [link.href, link])).values()].slice(0, MOST_LINKS - inbox.length);
  if (unique.length > 0) return [...unique, ...inbox];
  // Somebody whose role has no pages of its own is signed in all the same.
  return roles.length > 0 ? [...PUBLIC, ...inbox] : [...PUBLIC, { href: '/login', text: '登录' }];
}

/** Where a role starts after it signed in. */
export function homeOf(roles: readonly string[]): string {
  return navigationFor(roles)[0]?.href ?? '/';
}

/** Where somebody goes who has just signed in: where they came from, on this site only, or to the first page of their role. */
export const afterSignIn = (next: string, roles: readonly string[]): string =>
  next === '' ? homeOf(roles) : localPath(next);
