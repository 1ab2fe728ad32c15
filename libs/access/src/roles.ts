/** 角色: every role of the house, with its Chinese name. One account may hold several business roles. */
export const ROLES = {
  SEEKER: '求职者',
  HELPER: '代办人',
  EMPLOYER_CLERK: '单位经办人',
  EMPLOYER_ADMIN: '单位管理员',
  COUNSELLOR: '就业辅导员',
  VILLAGE_COMMISSIONER: '残疾人专职委员',
  OFFICER: '残联干部',
  REVIEWER: '审核人',
  APPROVER: '审批人',
  FINANCE: '财务',
  RELEASER: '放款人',
  RECONCILER: '对账人',
  AUDITOR: '审计',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
} as const;

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** 三员: each excludes the others and every business role. */
const ADMINISTRATORS: ReadonlySet<Role> = new Set(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']);

/** True for roles that one person must not hold together. */
export const mixesAdministration = (roles: readonly Role[]): boolean =>
  roles.length > 1 && roles.some((role) => ADMINISTRATORS.has(role));
