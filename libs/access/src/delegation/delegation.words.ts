import type { IsoDate } from '@tongxing/rules';
import type { Role } from '../roles.js';

/** What a helper may do for a person, as the person gives it. */
export const SCOPES = {
  POSTS: '看岗位',
  PROFILE: '填资料',
  APPLY: '提交申请',
  PAPERS: '交补贴材料',
} as const;
export type Scope = keyof typeof SCOPES;
export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text);

/** Who helps. Staff help somebody of their own region, and only while they hold the role. */
export const HELPER_KINDS = {
  FAMILY: '家属或监护人',
  COMMISSIONER: '残疾人专职委员',
  COUNSELLOR: '就业辅导员',
} as const;
export type HelperKind = keyof typeof HELPER_KINDS;

export const ROLE_OF_KIND: Readonly<Record<HelperKind, Role | null>> = {
  FAMILY: null,
  COMMISSIONER: 'VILLAGE_COMMISSIONER',
  COUNSELLOR: 'COUNSELLOR',
};

/** How the person said yes. */
export const CONSENTS = { SMS: '短信确认码', PAPER: '纸质委托书', VOICE: '电话里同意' } as const;
export type Consent = keyof typeof CONSENTS;

/** Who ended it; REPLACED: the person gave the same helper new terms. */
export type EndedBy = 'PERSON' | 'HELPER' | 'STAFF' | 'REPLACED';

export const scopeText = (scopes: readonly Scope[]): string => scopes.map((scope) => SCOPES[scope]).join('、');

/** 2027年3月1日. */
export const dayWords = (day: IsoDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
