import {
  Account,
  AccountSetup,
  DemoTime,
  RecoveryCode,
  SecondFactor,
  Session,
  SignInFailure,
} from './account.entity.js';
import { messageEntities } from './messages/message.entity.js';
import { RoleChange } from './role-change.entity.js';
import { SignInCode } from './sign-in-code.entity.js';

/** Every table of this room. */
export const accessEntities = [
  Account,
  Session,
  DemoTime,
  SecondFactor,
  RecoveryCode,
  AccountSetup,
  SignInFailure,
  SignInCode,
  RoleChange,
  ...messageEntities,
];
