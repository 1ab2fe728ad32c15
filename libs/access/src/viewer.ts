import { blindOf } from '@tongxing/database';
import type { Blind } from '@tongxing/platform';
import type { Account } from './account.entity.js';
import type { Scope } from './delegation/delegation.words.js';
import type { Role } from './roles.js';

/** 代办: for whom a helper acts in this session, and in what. */
export interface OnBehalfOf {
  personId: string;
  name: string;
  /** of the person's record */
  divisionCode: string;
  delegationId: string;
  scopes: readonly Scope[];
  /** revoked, run out, or the helper may be one no more: nothing is done under it until the session stops acting */
  ended: boolean;
}

/** Who is asking: what a request knows of the signed-in account. */
export interface Viewer {
  id: string;
  displayName: string;
  roles: readonly Role[];
  /** 12-digit code of the region the account works in */
  divisionCode: string;
  /** the seeker behind the account */
  personId?: string;
  /** the employer whose clerk this is */
  employerId?: string;
  /** blind index of the holder's ID number, the same as `person.idBlind`: the natural person behind the account */
  idBlind?: Blind;
  /** the session that the request came in */
  sessionId?: string;
  /** when the second factor was last shown in this session */
  provedAt?: Date;
  /** the session was opened through a platform alone: the second factor comes before anything else */
  factorDue?: true;
  /** 做证人: the account on whose word the session was opened */
  witnessId?: string;
  /** set while a helper acts; what is the viewer's own rests meanwhile */
  onBehalfOf?: OnBehalfOf;
}

/** An account as it asks, outside any session. */
export const viewerOfAccount = (account: Account): Viewer => ({
  id: account.id,
  displayName: account.displayName,
  roles: account.roles,
  divisionCode: account.divisionCode,
  ...(account.personId ? { personId: account.personId } : {}),
  ...(account.employerId ? { employerId: account.employerId } : {}),
  ...(account.idBlind || account.idBlind2 ? { idBlind: blindOf(account, 'idBlind') } : {}),
});
