import type { IsoDate } from '../calendar.js';

/** Where an entry stands on a day. */
export const REGISTER_STATES = { PLANNED: '还没开', OPEN: '开着', CLOSED: '关了' } as const;
export type RegisterState = keyof typeof REGISTER_STATES;

/** From which day to which an entry is there, both included. */
export interface RegisterSpan {
  openedOn: IsoDate;
  /** the last day; null: nobody has closed it */
  closedOn: IsoDate | null;
}

/** The last day is a day of service like every other. */
export function registerStateOn({ openedOn, closedOn }: RegisterSpan, day: IsoDate): RegisterState {
  if (day < openedOn) return 'PLANNED';
  return closedOn !== null && day > closedOn ? 'CLOSED' : 'OPEN';
}

/** True when the two have a day in common. */
export const spansMeet = (one: RegisterSpan, other: RegisterSpan): boolean =>
  (other.closedOn === null || one.openedOn <= other.closedOn) &&
  (one.closedOn === null || other.openedOn <= one.closedOn);
