import { columns } from '../columns.js';
import { creates } from './table.js';

/** Accounts and their sessions. */
export const accessMigrations = [
  creates('Account', 1764000002000, 'account', {
    columns: [
      columns.id(),
      columns.text('login', 60),
      columns.text('displayName', 60),
      columns.text('passwordHash', 200),
      columns.json('roles'),
      columns.division('divisionCode'),
      columns.nullable(columns.ref('personId')),
      columns.nullable(columns.ref('employerId')),
      columns.flag('disabled'),
      columns.flag('demo'),
      columns.integer('failures'),
      columns.nullable(columns.instant('lockedUntil')),
      columns.instant('createdAt'),
      columns.version(),
    ],
    unique: { ux_account_login: ['login'], ux_account_person: ['personId'] },
  }),
  creates('Session', 1764000002001, 'session', {
    columns: [
      columns.id(),
      columns.state('kind'),
      columns.blind('tokenHash'),
      columns.ref('accountId'),
      columns.instant('createdAt'),
      columns.instant('lastSeenAt'),
      columns.instant('expiresAt'),
      columns.nullable(columns.instant('revokedAt')),
    ],
    unique: { ux_session_token: ['tokenHash'] },
    indices: { ix_session_account: ['accountId'] },
    references: { accountId: 'account' },
  }),
  creates('DemoTime', 1764000002002, 'demo_time', { columns: [columns.key('name', 16), columns.integer('daysAhead')] }),
  creates('AuditEntry', 1764000002010, 'audit_entry', {
    columns: [
      columns.id(),
      columns.text('chain', 6),
      columns.fen('seq'),
      columns.instant('at'),
      columns.nullable(columns.ref('actorId')),
      columns.nullable(columns.ref('onBehalfOf')),
      columns.state('role'),
      columns.division('divisionCode'),
      columns.text('action', 60),
      columns.nullable(columns.text('targetKind', 40)),
      columns.nullable(columns.ref('targetId')),
      columns.nullable(columns.blind('before')),
      columns.nullable(columns.blind('after')),
      columns.nullable(columns.text('reason', 200)),
      columns.nullable(columns.text('address', 45)),
      columns.nullable(columns.ref('trace')),
      columns.blind('prevHash'),
      columns.blind('hash'),
    ],
    unique: { ux_audit_entry_chain_seq: ['chain', 'seq'] },
    indices: { ix_audit_entry_target: ['targetId'], ix_audit_entry_actor: ['actorId'] },
  }),
  creates('AuditChain', 1764000002011, 'audit_chain', {
    columns: [columns.key('chain', 6), columns.fen('seq'), columns.blind('hash')],
  }),
];
