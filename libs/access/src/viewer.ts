import type { Blind } from '@tongxing/platform';
import type { Role } from './roles.js';

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
}
