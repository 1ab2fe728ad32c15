import type { Role } from './roles.js';

/** One line of the policy: who may do what, in a sentence a lawyer can read. */
export interface PolicyRow {
  /** `noun.verb` */
  action: string;
  roles: readonly Role[];
  /** The same in one Chinese sentence. */
  says: string;
}

const EMPLOYER: readonly Role[] = ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'];
const DESK: readonly Role[] = ['COUNSELLOR', 'VILLAGE_COMMISSIONER'];

/**
 * The one policy table. What is not here is denied. Region, own record and own employer are checked besides, by the service
 * that loads the row; duty separation by `benefits`.
 */
export const POLICY: readonly PolicyRow[] = [
  {
    action: 'viewer.read',
    roles: [
      'SEEKER',
      'HELPER',
      ...EMPLOYER,
      ...DESK,
      'OFFICER',
      'REVIEWER',
      'APPROVER',
      'FINANCE',
      'RELEASER',
      'RECONCILER',
      'AUDITOR',
      'SYSTEM_ADMIN',
      'SECURITY_ADMIN',
      'AUDIT_ADMIN',
    ],
    says: '登录的人可以看自己的账号信息。',
  },
  {
    action: 'import.use',
    roles: [...EMPLOYER, ...DESK, 'OFFICER'],
    says: '可以上传表格的人能看、改、提交或作废自己单位的导入；每一种名册另有规定。',
  },
  {
    action: 'people.import',
    roles: ['OFFICER'],
    says: '残联干部可以导入本区划的持证残疾人名册和家庭成员名册。',
  },
  {
    action: 'profile.import',
    roles: ['OFFICER', 'COUNSELLOR'],
    says: '残联干部和就业辅导员可以导入本区划的能力评估。',
  },
  {
    action: 'person.own',
    roles: ['SEEKER'],
    says: '求职者可以看自己的登记信息，号码只显示一部分。',
  },
];
