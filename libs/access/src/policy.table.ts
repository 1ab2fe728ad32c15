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
];
