import { columns } from '../columns.js';
import { alters, creates, fills } from './table.js';

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
  // Failures are counted by name, known or not, in a table of their own; the counts that stood here were of minutes ago.
  alters('AccountOfOnePerson', 1764000002003, 'account', {
    adds: [columns.nullable(columns.blind('idBlind'))],
    drops: ['failures', 'lockedUntil'],
    unique: { ux_account_id: ['idBlind'] },
  }),
  alters('SessionProof', 1764000002004, 'session', {
    adds: [columns.nullable(columns.instant('provedAt')), columns.nullable(columns.text('agent', 60))],
  }),
  creates('SecondFactor', 1764000002005, 'second_factor', {
    columns: [
      columns.key('accountId', 36),
      columns.secret('secret'),
      columns.integer('lastStep'),
      columns.instant('createdAt'),
    ],
    references: { accountId: 'account' },
  }),
  creates('RecoveryCode', 1764000002006, 'recovery_code', {
    columns: [
      columns.id(),
      columns.ref('accountId'),
      columns.blind('codeHash'),
      columns.nullable(columns.instant('usedAt')),
    ],
    unique: { ux_recovery_code: ['codeHash'] },
    indices: { ix_recovery_code_account: ['accountId'] },
    references: { accountId: 'account' },
  }),
  creates('AccountSetup', 1764000002007, 'account_setup', {
    columns: [
      columns.id(),
      columns.ref('accountId'),
      columns.state('purpose'),
      columns.blind('tokenHash'),
      columns.secret('secret'),
      columns.instant('createdAt'),
      columns.instant('expiresAt'),
      columns.nullable(columns.instant('usedAt')),
    ],
    unique: { ux_account_setup_token: ['tokenHash'] },
    indices: { ix_account_setup_account: ['accountId'] },
    references: { accountId: 'account' },
  }),
  creates('SignInFailure', 1764000002008, 'sign_in_failure', {
    columns: [
      columns.key('door', 64),
      columns.integer('failures'),
      columns.instant('since'),
      columns.nullable(columns.instant('lockedUntil')),
    ],
  }),
  creates('SignInCode', 1764000002009, 'sign_in_code', {
    columns: [
      columns.id(),
      columns.secret('phone'),
      columns.blind('phoneBlind'),
      columns.blind('addressBlind'),
      columns.integer('slot'),
      columns.nullable(columns.blind('codeHash')),
      columns.integer('tries'),
      columns.instant('createdAt'),
      columns.instant('expiresAt'),
      columns.nullable(columns.instant('usedAt')),
    ],
    unique: { ux_sign_in_code_slot: ['phoneBlind', 'slot'] },
    indices: {
      ix_sign_in_code_phone: ['phoneBlind', 'createdAt'],
      ix_sign_in_code_address: ['addressBlind', 'createdAt'],
    },
  }),
  creates('Message', 1764000002010, 'message', {
    columns: [
      columns.id(),
      columns.nullable(columns.ref('accountId')),
      columns.nullable(columns.ref('personId')),
      columns.state('kind'),
      columns.secret('text'),
      columns.nullable(columns.secret('phone')),
      columns.state('smsState'),
      columns.integer('tries'),
      columns.nullable(columns.instant('sentAt')),
      columns.nullable(columns.text('failure', 60)),
      columns.instant('createdAt'),
    ],
    indices: { ix_message_account: ['accountId', 'id'], ix_message_person: ['personId', 'id'] },
    references: { accountId: 'account' },
  }),
  creates('MessageOptOut', 1764000002011, 'message_opt_out', {
    columns: [columns.key('owner', 36), columns.instant('since')],
  }),
  creates('RoleChange', 1764000002012, 'role_change', {
    columns: [
      columns.id(),
      columns.ref('accountId'),
      columns.json('roles'),
      columns.ref('proposedById'),
      columns.instant('proposedAt'),
      columns.nullable(columns.ref('decidedById')),
      columns.nullable(columns.instant('decidedAt')),
      columns.nullable(columns.flag('approved')),
      columns.nullable(columns.integer('live')),
    ],
    unique: { ux_role_change_open: ['accountId', 'live'] },
    references: { accountId: 'account' },
  }),
  // After the people's own tables, whose values it reads: accounts that stand for a record are tied to its ID number too.
  fills('AccountIdOfRecord', 1764000090000, {
    table: 'account',
    set: 'idBlind',
    from: { table: 'person', value: 'idBlind', by: 'personId' },
  }),
];
