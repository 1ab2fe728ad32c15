import type { NavLink } from '@tongxing/ui';

/** Rosters by their kind, as people call them. The api decides who may bring in which. */
export const ROSTERS: Readonly<Record<string, string>> = {
  people: '持证残疾人',
  'household-members': '家庭成员',
  'functional-profiles': '能力评估',
  employers: '用人单位',
  posts: '岗位',
  'shared-posts': '别的残联共享的岗位',
  headcounts: '单位年度职工情况',
  hires: '残疾职工',
  'service-points': '就业服务点',
};

/** Where an import is worked on: the same pages serve an employer's own rosters and the office's. */
export interface ImportPlace {
  kind: string;
  kindText: string;
  /** The page with the file input; uploads go there too. */
  upload: string;
  template: string;
  /** Below it lie the imports by id. */
  imports: string;
  crumbs: readonly NavLink[];
  /** Where to look once it is committed. */
  after: NavLink;
}

const textOf = (kind: string): string => ROSTERS[kind] ?? kind;

/** 单位: staff by form or file, disabled employees by file. */
export function employerPlace(kind: string, year: string): ImportPlace {
  const upload = `/org/quota/${encodeURIComponent(year)}/import${kind === 'hires' ? '' : `/${kind}`}`;
  return {
    kind,
    kindText: textOf(kind),
    upload,
    template: `/org/quota/${encodeURIComponent(year)}/template/${kind}`,
    imports: '/org/imports',
    crumbs: [{ href: '/org', text: '单位首页' }],
    after: { href: '/org/compliance', text: '看达标情况' },
  };
}

/** 残联: every roster. */
export function officePlace(kind: string): ImportPlace {
  return {
    kind,
    kindText: textOf(kind),
    upload: `/office/rosters/${encodeURIComponent(kind)}`,
    template: `/office/rosters/${encodeURIComponent(kind)}/template`,
    imports: '/office/imports',
    crumbs: [
      { href: '/office', text: '工作台' },
      { href: '/office/rosters', text: '名册导入' },
    ],
    after: { href: '/office/rosters', text: '导入别的名册' },
  };
}
