import type { AnsweredBy, SeatAttempt, SeatOffer } from './seat.entity.js';

/** What a 名额 is called where none is found. */
export const SEAT = '这个名额';

/** How an answer was said that somebody of the office takes down. */
export const TAKEN_DOWN: Readonly<Record<'PAPER' | 'PHONE' | 'IN_PERSON' | 'VISIT', string>> = {
  PAPER: '写在纸上的',
  PHONE: '电话里说的',
  IN_PERSON: '当面说的',
  VISIT: '上门时说的',
};
export const ANSWERED_BY: Readonly<Record<AnsweredBy, string>> = {
  SELF: '本人在网上答的',
  HELPER: '代办人在网上答的',
  ...TAKEN_DOWN,
};

export const ATTEMPT_WAYS: Readonly<Record<SeatAttempt['way'], string>> = {
  VISIT: '上门',
  PHONE: '打电话',
  NEIGHBOUR: '托家人或邻居带话',
};

/** Who says that somebody begins, and on which day. */
export const START_SAID_BY = { EMPLOYER: '单位', TOWN: '乡镇' } as const;
export type StartSaidBy = keyof typeof START_SAID_BY;

/** Of an offer as its person reads it: a visit is not for him to see. */
export const OWN_WORDS: Readonly<Record<Exclude<SeatOffer['state'], 'REPLACED'>, string>> = {
  OPEN: '等您答复',
  ACCEPTED: '您答应了，等上岗',
  BEGUN: '您上岗了',
  DECLINED: '您说不去',
  WITHDRAWN: '您退回了名额',
  RELEASED: '名额给了下一位',
};

/** How an offer stands, as the office counts it: a silence and what follows it are told apart. */
export const SEAT_STANDS = {
  OPEN: '等答复',
  SILENT: '到期没答复，等上门',
  NOT_FOUND: '上门没找到，可以收回',
  RELEASING: '等另一位同事确认收回',
  ACCEPTED: '答应了，等上岗',
  BEGUN: '上岗了',
  DECLINED: '说不去',
  WITHDRAWN: '答应后又退回',
  RELEASED: '收回了',
  REPLACED: '换到了更想去的岗位',
} as const;
export type SeatStand = keyof typeof SEAT_STANDS;

export function standOf({ state, visit, releaseById }: Pick<SeatOffer, 'state' | 'visit' | 'releaseById'>): SeatStand {
  if (state !== 'OPEN') return state;
  if (visit === null || visit === 'REACHED') return 'OPEN';
  if (visit === 'OPEN') return 'SILENT';
  return releaseById === null ? 'NOT_FOUND' : 'RELEASING';
}
