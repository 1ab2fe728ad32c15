import {
  Account,
  AccountSetup,
  DemoTime,
  RecoveryCode,
  SecondFactor,
  Session,
  SignInFailure,
} from './account.entity.js';
import { AuditChain, AuditEntry } from './audit/audit.entity.js';
import { delegationEntities } from './delegation/delegation.entity.js';
import { Idempotency } from './idempotency.entity.js';
import { messageEntities } from './messages/message.entity.js';
import { OidcReturn } from './oidc/oidc-return.entity.js';
import { revealEntities } from './reveal/reveal.entity.js';
import { RoleChange } from './role-change.entity.js';
import { SignInCode } from './sign-in-code.entity.js';
import { VouchRequest } from './vouch/vouch-request.entity.js';

/** Every table of this room. */
export const accessEntities = [
  Account,
  Session,
  DemoTime,
  Idempotency,
  AuditEntry,
  AuditChain,
  SecondFactor,
  RecoveryCode,
  AccountSetup,
  SignInFailure,
  SignInCode,
  RoleChange,
  OidcReturn,
  VouchRequest,
  ...messageEntities,
  ...revealEntities,
  ...delegationEntities,
];
