import type { IsoDate } from '../calendar.js';
import type { MatchAnswer } from './answer.js';

/** A licence or certificate of occupation that somebody holds, or says that he holds. */
export interface HeldLicence {
  /** 电工证, C1驾驶证 …: the words of posts */
  kind: string;
  /** the last day on which it counts; null: it has none */
  until: IsoDate | null;
  /** an office looked at the paper itself */
  seen: boolean;
}

/** What is known of somebody's licences. */
export interface PersonLicences {
  held: readonly HeldLicence[];
  /** was asked for all of them, so that what is not here is not held */
  all: boolean;
}

/**
 * SEEN: held, and looked at. UNSEEN: by the person's own word. EXPIRED: the last day is over. LACKING: was asked, and has none. UNASKED: nobody
 * asked.
 */
export type LicenceState = 'SEEN' | 'UNSEEN' | 'EXPIRED' | 'LACKING' | 'UNASKED';

/** How it stands with one kind of licence on a day. */
export function licenceState(licences: PersonLicences | null, kind: string, day: IsoDate): LicenceState {
  const same = licences?.held.filter((one) => one.kind === kind) ?? [];
  const counting = same.filter(({ until }) => until === null || day <= until);
  if (counting.some(({ seen }) => seen)) return 'SEEN';
  if (counting.length > 0) return 'UNSEEN';
  if (same.length > 0) return 'EXPIRED';
  return licences?.all === true ? 'LACKING' : 'UNASKED';
}

/** What a state says of a post that asks for the licence: an own word is no proof, and no reason to leave the post out either. */
export const LICENCE_ANSWERS: Readonly<Record<LicenceState, MatchAnswer>> = {
  SEEN: 'FITS',
  UNSEEN: 'UNKNOWN',
  UNASKED: 'UNKNOWN',
  EXPIRED: 'NO',
  LACKING: 'NO',
};

/** How it stands with all that is known on a day, as text: the same for people whom no post can tell apart. */
export function licencesText(licences: PersonLicences | null, day: IsoDate): string | null {
  if (licences === null) return null;
  if (licences.held.length === 0) return licences.all ? 'NONE' : 'UNASKED';
  const kinds = [...new Set(licences.held.map(({ kind }) => kind))].sort();
  return JSON.stringify([licences.all, kinds.map((kind) => [kind, licenceState(licences, kind, day)])]);
}
